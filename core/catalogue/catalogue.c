#include "ps/catalogue.h"

#include <assert.h>

static int32_t find(const void *context, const char *list, ps_str id)
{
    return ps_document_find(&ps_catalogue_struct, context, list, id);
}

static const char *id_of(const void *context, const char *list, int32_t index)
{
    return ps_document_id(&ps_catalogue_struct, context, list, index);
}

ps_names ps_catalogue_names(const ps_catalogue *catalogue)
{
    return (ps_names){.context = catalogue, .find = find, .id = id_of};
}

const ps_exercise *ps_exercise_find(const ps_catalogue *catalogue, ps_str id)
{
    const int32_t at = find(catalogue, "exercises", id);
    return at == PS_NONE ? NULL : &catalogue->exercises.at[at];
}

const ps_programme *ps_programme_find(const ps_catalogue *catalogue, ps_str id)
{
    const int32_t at = find(catalogue, "programmes", id);
    return at == PS_NONE ? NULL : &catalogue->programmes.at[at];
}

const ps_claim *ps_claim_find(const ps_catalogue *catalogue, ps_str id)
{
    const int32_t at = find(catalogue, "claims", id);
    return at == PS_NONE ? NULL : &catalogue->claims.at[at];
}

const ps_conflict *ps_conflict_find(const ps_catalogue *catalogue, ps_str id_or_slug)
{
    for (int32_t i = 0; i < catalogue->conflicts.count; i++) {
        const ps_conflict *conflict = &catalogue->conflicts.at[i];
        if (ps_str_is(id_or_slug, conflict->id) || ps_str_is(id_or_slug, conflict->slug)) {
            return conflict;
        }
    }
    return NULL;
}

static bool holds(const int32_t *at, int32_t count, int32_t wanted)
{
    for (int32_t i = 0; i < count; i++) {
        if (at[i] == wanted) return true;
    }
    return false;
}

static bool is_kind(const ps_kinds *kinds, ps_kind kind)
{
    for (int32_t i = 0; i < kinds->count; i++) {
        if (kinds->at[i] == kind) return true;
    }
    return kinds->count == 0;
}

bool ps_describes_exercise(const ps_describe *describe, const ps_catalogue *catalogue,
                           const ps_exercise *exercise)
{
    const int32_t index = (int32_t)(exercise - catalogue->exercises.at);
    const ps_motion_range *motion = &exercise->motion;
    if (describe->tag != PS_NONE &&
        !holds(exercise->tags.at, exercise->tags.count, describe->tag)) {
        return false;
    }
    if (describe->position != PS_NONE && describe->position != (int32_t)exercise->position) {
        return false;
    }
    if (describe->surface != PS_NONE && describe->surface != (int32_t)exercise->surface) {
        return false;
    }
    if (!is_kind(&describe->kinds, exercise->kind)) return false;
    if (describe->exercises.count > 0 &&
        !holds(describe->exercises.at, describe->exercises.count, index)) {
        return false;
    }
    if (describe->hip_above_deg != PS_ANGLE_NONE &&
        !(motion->hip_moves && motion->hip_deg.high > describe->hip_above_deg)) {
        return false;
    }
    if (describe->hip_below_deg != PS_ANGLE_NONE &&
        !(motion->hip_moves && motion->hip_deg.low < describe->hip_below_deg)) {
        return false;
    }
    return true;
}

static const ps_code_use *use_of(const ps_code_uses *uses, int32_t code)
{
    for (int32_t i = 0; i < uses->count; i++) {
        if (uses->at[i].code == code) return &uses->at[i];
    }
    return NULL;
}

ps_code_mode ps_exercise_code(const ps_exercise *exercise, int32_t code, const char **note)
{
    const ps_code_use *exclude = use_of(&exercise->exclude, code);
    const ps_code_use *modify = use_of(&exercise->modify, code);
    const ps_code_use *use = exclude ? exclude : modify;
    if (note) *note = use ? use->note : NULL;
    return exclude ? PS_CODE_EXCLUDE : modify ? PS_CODE_MODIFY : PS_CODE_UNNAMED;
}

double ps_test_counting(const ps_self_test *test, const double *tries, int32_t count)
{
    double sorted[PS_TRIES_MAX];
    assert(test->unit && count >= 1 && count <= PS_TRIES_MAX);
    for (int32_t i = 0; i < count; i++) {
        int32_t at = i;
        for (; at > 0 && sorted[at - 1] > tries[i]; at--) sorted[at] = sorted[at - 1];
        sorted[at] = tries[i];
    }
    // the same number from both ends is the middle
    if (test->counts == PS_COUNTS_MIDDLE) {
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
    const bool highest = (test->counts == PS_COUNTS_BEST) == (test->better == PS_BETTER_HIGHER);
    return highest ? sorted[count - 1] : sorted[0];
}
