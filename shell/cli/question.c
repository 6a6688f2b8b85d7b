#include "shell/cli/question.h"

#include "ps/plan.h"

#include <assert.h>
#include <string.h>

// ---- the order of the conversation ----

enum { STEP_ITEMS_MAX = 4 };

/// A field, or (NULL) all safety questions.
typedef struct {
    const char *field;
    const char *section;
    bool each_round; ///< what was told before the running round is asked again
    bool optional;
    const char
        *items[STEP_ITEMS_MAX]; ///< asked when one of them is a yes; none: asked of everybody
} step;

static const char you[] = "About you", hip[] = "Your hip", safety[] = "Safety questions",
                  everyday[] = "How the hip behaves", training[] = "Your training";

// Age first, because it alone can end the questions; what is only about comfort last.
// clang-format off
static const step steps[] = {
    {.field = "country", .section = you, .optional = true},
    {.field = "age_years", .section = you},
    {.field = "goal", .section = hip},
    {.field = "site", .section = hip},
    {.field = "side", .section = hip},
    {.field = "onset", .section = hip},
    {.field = "pain_now", .section = hip},
    {.field = "pain_worst_24h", .section = hip, .each_round = true},
    {.field = "pain_rest", .section = hip, .each_round = true},
    {.field = "pain_ordinary", .section = hip, .each_round = true},
    {.field = "settle_hours", .section = hip, .each_round = true},
    {.field = "night_wake", .section = hip, .each_round = true},
    {.field = "weeks_pregnant", .section = safety, .each_round = true, .optional = true,
     .items = {"pregnant"}},
    {.field = "weeks_since_birth", .section = safety, .optional = true,
     .items = {"birth_6w", "birth_24w"}},
    {.field = "weeks_since_surgery", .section = safety, .optional = true,
     .items = {"surg_hip_12w", "surg_spine_12w", "surg_abdo_12w", "csection_12w"}},
    {.field = "weeks_since_tha", .section = safety, .optional = true, .items = {"hip_replaced"}},
    {.field = "tha_approach", .section = safety, .optional = true, .items = {"hip_replaced"}},
    {.section = safety},
    {.field = "sitting_h_per_day", .section = everyday},
    {.field = "front_pull", .section = everyday},
    {.field = "short_stride", .section = everyday},
    {.field = "pain_on_rising", .section = everyday},
    {.field = "stairs_hard", .section = everyday},
    {.field = "march_tires", .section = everyday},
    {.field = "leg_heavy", .section = everyday},
    {.field = "equipment", .section = training},
    {.field = "days_per_week", .section = training},
    {.field = "minutes_per_session", .section = training},
    {.field = "position_limits", .section = training},
    {.field = "skill", .section = training},
    {.field = "sport", .section = training, .optional = true},
    {.field = "units", .section = training},
};
// clang-format on

bool question_each_round(const char *field)
{
    for (int32_t i = 0; i < PS_COUNT(steps); i++) {
        if (steps[i].field && strcmp(steps[i].field, field) == 0) return steps[i].each_round;
    }
    return false;
}

// ---- what comes next ----

static bool has(uint64_t set, int32_t field) { return set >> field & 1; }

static bool is_yes(const question_view *view, const char *item)
{
    const int32_t index = ps_screening_item_find(view->catalogue, ps_str_of(item));
    if (index == PS_NONE) return false;
    const ps_item_answer answer = view->profile->answers[index];
    return answer == PS_ANSWERED_YES || answer == PS_ANSWERED_NOT_SURE;
}

static bool is_wanted(const question_view *view, const step *of, int32_t field)
{
    const bool given = view->profile->values[field].given;
    if (has(view->skipped, field)) return false;
    if (given) return of->each_round && !has(view->fresh, field);
    if (!of->items[0]) return true;
    for (int32_t i = 0; i < STEP_ITEMS_MAX && of->items[i]; i++) {
        if (is_yes(view, of->items[i])) return true;
    }
    return false;
}

static int32_t level_of(const question_view *view, int32_t flag)
{
    return flag == PS_NONE ? PS_NONE : (int32_t)view->catalogue->flags.at[flag].level;
}

/// The items that would be asked one after the other if all of them were answered with no: as many
/// of one level as fit, without tearing apart those of one flag.
static question items_question(const question_view *view)
{
    int32_t items[QUESTION_LINES_MAX + 1] = {0}, flags[QUESTION_LINES_MAX + 1] = {0}, count = 0;
    const int32_t level = level_of(view, view->next.flag);
    ps_profile profile = *view->profile;
    ps_question next = view->next;
    while (next.kind == PS_QUESTION_ITEM && level_of(view, next.flag) == level) {
        ps_screen_result result;
        items[count] = next.index;
        flags[count++] = next.flag;
        if (count > QUESTION_LINES_MAX) break;
        profile.answers[next.index] = PS_ANSWERED_NO;
        ps_screen_at(view->catalogue, &profile, view->today, &result);
        next = result.next;
    }
    if (count > QUESTION_LINES_MAX) {
        count = QUESTION_LINES_MAX;
        while (count > 0 && flags[count - 1] == flags[QUESTION_LINES_MAX]) count--;
        if (count == 0) count = QUESTION_LINES_MAX; // one flag alone fills the list
    }
    question found = {.kind = PS_QUESTION_ITEM, .section = safety, .count = count};
    memcpy(found.items, items, (size_t)count * sizeof *items);
    memcpy(found.flags, flags, (size_t)count * sizeof *flags);
    return found;
}

static question safety_question(const question_view *view)
{
    const ps_question *next = &view->next;
    switch (next->kind) {
    case PS_QUESTION_NONE:
        break;
    case PS_QUESTION_ITEM:
        return items_question(view);
    case PS_QUESTION_FIELD:
        if (has(view->skipped, next->index)) break;
        return (question){.kind = PS_QUESTION_FIELD,
                          .section = safety,
                          .field = next->index,
                          .optional = !next->holds_plan};
    }
    return (question){0};
}

question question_next(const question_view *view)
{
    for (int32_t i = 0; i < PS_COUNT(steps); i++) {
        const step *of = &steps[i];
        if (!of->field) {
            const question found = safety_question(view);
            if (found.kind != PS_QUESTION_NONE) return found;
            continue;
        }
        const int32_t field = ps_intake_field_find(view->catalogue, ps_str_of(of->field));
        if (field == PS_NONE || !is_wanted(view, of, field)) continue;
        return (question){.kind = PS_QUESTION_FIELD,
                          .section = of->section,
                          .field = field,
                          .optional = of->optional};
    }
    return (question){0};
}

bool question_needed(const question_view *view)
{
    question_view then = *view;
    question next = question_next(&then);
    for (int32_t i = 0; i < PS_INTAKE_MAX && next.optional; i++) {
        then.skipped |= UINT64_C(1) << next.field;
        next = question_next(&then);
    }
    return next.kind != PS_QUESTION_NONE;
}

// ---- answers that cannot both be ----

int32_t question_above_worst(const ps_catalogue *catalogue, const ps_profile *profile,
                             uint64_t among)
{
    static const char *const pains[] = {"pain_rest", "pain_ordinary", "pain_now"};
    const int32_t most = ps_intake_field_find(catalogue, PS_STR("pain_worst_24h"));
    if (most == PS_NONE || !profile->values[most].given || !has(among, most)) return PS_NONE;
    for (int32_t i = 0; i < PS_COUNT(pains); i++) {
        const int32_t field = ps_intake_field_find(catalogue, ps_str_of(pains[i]));
        if (field == PS_NONE || !has(among, field) || !profile->values[field].given) continue;
        if (profile->values[field].number > profile->values[most].number) return field;
    }
    return PS_NONE;
}

// ---- how much is left ----

/// An answer that opens nothing.
static ps_value harmless(const ps_intake_field *field)
{
    const bool years = strcmp(field->id, "age_years") == 0;
    const int32_t least = field->low > 0 && field->high >= field->low ? field->low : 0;
    return (ps_value){.given = true, .number = years ? PS_ADULT_AGE : least, .chosen = 1};
}

int32_t question_left(const question_view *view)
{
    ps_profile profile = *view->profile;
    question_view then = *view;
    int32_t left = 0;
    then.profile = &profile;
    while (left < PS_ITEMS_MAX + PS_INTAKE_MAX) {
        const question asked = question_next(&then);
        if (asked.kind == PS_QUESTION_NONE) break;
        left++;
        if (asked.kind == PS_QUESTION_FIELD) {
            profile.values[asked.field] = harmless(&view->catalogue->intake_fields.at[asked.field]);
            then.fresh |= UINT64_C(1) << asked.field;
        }
        for (int32_t i = 0; i < asked.count; i++) profile.answers[asked.items[i]] = PS_ANSWERED_NO;
        ps_screen_result result;
        ps_screen_at(view->catalogue, &profile, view->today, &result);
        then.next = result.next;
    }
    return left;
}

// ---- what an empty line stands for ----

/// The choices of `equipment` that everybody is taken to have.
static uint64_t assumed(const ps_catalogue *catalogue, const ps_intake_field *field)
{
    uint64_t chosen = 0;
    for (int32_t i = 0; i < field->choices.count; i++) {
        for (int32_t k = 0; k < catalogue->equipment.count; k++) {
            const ps_equipment *thing = &catalogue->equipment.at[k];
            if (thing->assumed_present && strcmp(thing->id, field->choices.at[i]) == 0) {
                chosen |= UINT64_C(1) << i;
            }
        }
    }
    return chosen;
}

bool question_preset(const question_view *view, const question *of, ps_value *value)
{
    if (of->kind != PS_QUESTION_FIELD) return false;
    const ps_intake_field *field = &view->catalogue->intake_fields.at[of->field];
    const ps_value *told = &view->profile->values[of->field];
    const bool stale = question_each_round(field->id) && !has(view->fresh, of->field);
    if (told->given && !stale && field->type != PS_ASK_TEXT) {
        *value = *told;
        return true;
    }
    const ps_plan_input usual = ps_plan_input_defaults(view->catalogue);
    const struct {
        const char *field;
        ps_value value;
    } presets[] = {
        {"days_per_week",       {true, usual.days_per_week, 0}            },
        {"minutes_per_session", {true, usual.minutes, 0}                  },
        {"skill",               {true, usual.skill, 0}                    },
        {"equipment",           {true, 0, assumed(view->catalogue, field)}},
        {"position_limits",     {true, 0, 0}                              },
    };
    for (int32_t i = 0; i < PS_COUNT(presets); i++) {
        if (strcmp(presets[i].field, field->id) != 0) continue;
        *value = presets[i].value;
        return true;
    }
    return false;
}
