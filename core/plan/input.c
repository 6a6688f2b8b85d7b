// From intake and screening to what the planner needs to know.
#include "ps/plan.h"

#include <string.h>

/// Codes of a back that does not like to be bent, arched or loaded (B13).
static const char *const back_codes[] = {"LBP_IRRITABLE", "LBP_EXT_SENS", "LBP_FLEX_SENS"};

/// The field and what was told; NULL while nothing was.
static const ps_value *told(const ps_catalogue *catalogue, const ps_profile *profile,
                            const char *id, const ps_intake_field **field)
{
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        if (strcmp(catalogue->intake_fields.at[i].id, id) != 0) continue;
        *field = &catalogue->intake_fields.at[i];
        return profile->values[i].given ? &profile->values[i] : NULL;
    }
    return NULL;
}

/// What is no number within the bounds of its field counts as not told.
static void take_number(const ps_catalogue *catalogue, const ps_profile *profile, const char *id,
                        int32_t *number)
{
    const ps_intake_field *field;
    const ps_value *value = told(catalogue, profile, id, &field);
    if (value && value->number >= field->low && value->number <= field->high) {
        *number = (int32_t)value->number;
    }
}

/// The choices of a field, whose words are ids of `list`, as a set of its indices.
static void take_set(const ps_catalogue *catalogue, const ps_profile *profile, const char *id,
                     const char *list, uint64_t *set)
{
    const ps_names names = ps_catalogue_names(catalogue);
    const ps_intake_field *field;
    const ps_value *value = told(catalogue, profile, id, &field);
    if (!value) return;
    *set = 0;
    for (int32_t i = 0; i < field->choices.count; i++) {
        if ((value->chosen >> i & 1) == 0) continue;
        const char *word = field->choices.at[i];
        const int32_t index = names.find(catalogue, list, (ps_str){word, (int32_t)strlen(word)});
        if (index != PS_NONE) *set |= UINT64_C(1) << index;
    }
}

/// Exercises whose check is not passed, by number or by silence.
static uint64_t closed_by_hazards(const ps_catalogue *catalogue, uint32_t hazards)
{
    uint64_t set = 0;
    for (int32_t i = 0; i < catalogue->hazard_checks.count; i++) {
        if ((hazards >> i & 1) == 0) continue;
        set |= UINT64_C(1) << catalogue->hazard_checks.at[i].exercise;
    }
    return set;
}

/// Whether the person has chosen `word` in a field of several choices.
static bool has_chosen(const ps_catalogue *catalogue, const ps_profile *profile, const char *id,
                       const char *word)
{
    const ps_intake_field *field;
    const ps_value *value = told(catalogue, profile, id, &field);
    for (int32_t i = 0; value && i < field->choices.count; i++) {
        if (ps_has(value->chosen, i) && strcmp(field->choices.at[i], word) == 0) return true;
    }
    return false;
}

static bool is_back_sensitive(const ps_catalogue *catalogue, const ps_profile *profile,
                              ps_code_set codes)
{
    if (has_chosen(catalogue, profile, "site", "low_back")) return true;
    for (int32_t i = 0; i < catalogue->codes.count; i++) {
        if ((codes >> i & 1) == 0) continue;
        for (int32_t k = 0; k < PS_COUNT(back_codes); k++) {
            if (strcmp(catalogue->codes.at[i].id, back_codes[k]) == 0) return true;
        }
    }
    return false;
}

ps_plan_input ps_plan_input_of(const ps_catalogue *catalogue, const ps_profile *profile,
                               const ps_screen_result *screened, ps_training_time time)
{
    const ps_verdict_plan *verdict = &catalogue->constants.verdict;
    const ps_class_found *found = &screened->class_found;
    const ps_intake_field *field;
    ps_plan_input in = ps_plan_input_defaults(catalogue);
    in.may_train = ps_screen_allows_plan(screened->outcome);
    in.codes = screened->codes;
    in.hazards = closed_by_hazards(catalogue, screened->hazards);
    in.irritability = screened->irritability.level;
    in.person_class = found->id;
    in.gentle_start = screened->gentle_start;
    in.weaker = found->weaker_side;
    in.sides_differ = found->weaker_side != PS_SIDE_BOTH;
    in.back_sensitive = is_back_sensitive(catalogue, profile, screened->codes);

    in.week = time.week;
    take_number(catalogue, profile, "days_per_week", &in.days_per_week);
    take_number(catalogue, profile, "minutes_per_session", &in.minutes);
    take_number(catalogue, profile, "skill", &in.skill);
    take_set(catalogue, profile, "equipment", "equipment", &in.equipment);
    take_set(catalogue, profile, "position_limits", "position_limits", &in.position_limits);
    take_set(catalogue, profile, "optin", "exercises", &in.optin);
    const ps_value *added = told(catalogue, profile, "added", &field);
    if (added) in.added = added->chosen;
    const ps_value *informed = told(catalogue, profile, "informed_pain_mode", &field);
    in.informed_pain = informed && informed->number == 1 &&
                       time.week >= verdict->informed_from_week &&
                       time.calm_days >= verdict->informed_calm_days;
    return in;
}
