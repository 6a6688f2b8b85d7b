#include "ps/screen.h"

#include <assert.h>

#include "screen/parts.h"

static const char *const outcome_words[] = {"NONE",   "MODIFY",    "INCOMPLETE", "REFER",
                                            "URGENT", "EMERGENCY", "UNDER_18"};
const ps_enum ps_screen_outcome_names = PS_ENUM_OF(ps_screen_outcome, outcome_words);

bool ps_screen_allows_plan(ps_screen_outcome outcome)
{
    return outcome == PS_SCREEN_NONE || outcome == PS_SCREEN_MODIFY;
}

/// What the flags of a level that blocks make of the outcome.
static const struct {
    ps_level level;
    ps_screen_outcome outcome;
} blocking[] = {
    {PS_LEVEL_EMERGENCY, PS_SCREEN_EMERGENCY},
    {PS_LEVEL_URGENT,    PS_SCREEN_URGENT   },
    {PS_LEVEL_REFER,     PS_SCREEN_REFER    },
};

static bool some_open(const ps_catalogue *catalogue, ps_flag_set open, ps_level level)
{
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        if ((open >> i & 1) && catalogue->flags.at[i].level == level) return true;
    }
    return false;
}

static ps_screen_outcome outcome_of(const ps__facts *facts, const ps_screen_result *result)
{
    const ps_catalogue *catalogue = facts->catalogue;
    double years;
    const bool age_given = ps__number(facts, ps__field(catalogue, "age_years"), &years);
    if (age_given && years < PS_ADULT_AGE) return PS_SCREEN_UNDER_18;

    for (int32_t i = 0; i < PS_COUNT(blocking); i++) {
        if (some_open(catalogue, result->open, blocking[i].level)) return blocking[i].outcome;
    }
    bool some_true = false, some_undecided = !age_given || !facts->irritability.certain;
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        some_true = some_true || result->flags[i] == PS_YES;
        some_undecided = some_undecided || result->flags[i] == PS_UNDECIDED;
    }
    return some_undecided ? PS_SCREEN_INCOMPLETE : some_true ? PS_SCREEN_MODIFY : PS_SCREEN_NONE;
}

/// Bit i: self-test i. Who gets no plan is not tested either.
static uint32_t closed_tests(const ps_catalogue *catalogue, const ps_screen_result *result)
{
    const int32_t count = catalogue->self_tests.count;
    uint32_t closed = 0;
    assert(count <= PS_TESTS_MAX);
    for (int32_t i = 0; i < count; i++) {
        const ps_refs *codes = &catalogue->self_tests.at[i].closed_by;
        bool shut = !ps_screen_allows_plan(result->outcome);
        for (int32_t k = 0; k < codes->count; k++)
            shut = shut || (result->codes >> codes->at[k] & 1);
        if (shut) closed |= (uint32_t)1 << i;
    }
    return closed;
}

/// Bit i: hazard check i. Every item has to be a certain no.
static uint32_t hazards(const ps__facts *facts)
{
    const ps_hazard_checks *checks = &facts->catalogue->hazard_checks;
    uint32_t closed = 0;
    assert(checks->count <= PS_HAZARDS_MAX);
    for (int32_t i = 0; i < checks->count; i++) {
        const ps_hazard_questions *questions = &checks->at[i].questions;
        for (int32_t k = 0; k < questions->count; k++) {
            const ps_refs *items = &questions->at[k].items;
            for (int32_t m = 0; m < items->count; m++) {
                if (ps__item_truth(facts, items->at[m]) != PS_NO) closed |= (uint32_t)1 << i;
            }
        }
    }
    return closed;
}

void ps_screen_at(const ps_catalogue *catalogue, const ps_profile *profile, ps_day today,
                  ps_screen_result *result)
{
    ps__facts facts;
    assert(profile->clearing_count >= 0 && profile->clearing_count <= PS_CLEARANCES_MAX);
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        assert(profile->clearings[i].flag >= 0);
        assert(profile->clearings[i].flag < catalogue->flags.count);
    }
    *result = (ps_screen_result){0};
    ps__facts_of(catalogue, profile, &facts);
    ps__flags_of(&facts, today, result);
    ps__codes_of(&facts, today, result);
    result->irritability = facts.irritability;
    result->class_found = ps__class_of(&facts);
    result->outcome = outcome_of(&facts, result);
    result->closed_tests = closed_tests(catalogue, result);
    result->hazards = hazards(&facts);
    result->next = ps__question_of(&facts, result);
}
