// The worst of all that was ever said, for EMERGENCY and URGENT locks. It holds whatever any
// reading of the history says, so that no correction and no void can open a lock: they can only
// make that fewer things are firm, and what is not firm adds to what was heard, and replaces
// nothing.
#include <string.h>

#include "intake/parts.h"

static const char *const asked_anew[PS__ASKED_ANEW] = {
    "weeks_since_birth", "weeks_since_surgery", "surgery_kind", "weeks_since_tha", "tha_approach"};

int32_t ps__asked_anew(const ps_catalogue *catalogue, int32_t index)
{
    return ps_intake_field_find(catalogue, ps_str_of(asked_anew[index]));
}

static uint64_t bit(int32_t field) { return (uint64_t)1 << field; }

/// How much an answer closes: a missing one is worse than a no.
static int32_t danger(ps_item_answer answer)
{
    static const int32_t ranks[] = {[PS_ANSWERED_NO] = 0,
                                    [PS_NOT_ANSWERED] = 1,
                                    [PS_ANSWERED_NOT_SURE] = 2,
                                    [PS_ANSWERED_YES] = 2};
    return ranks[answer];
}

void ps__hear_answer(ps_heard *heard, int32_t item, ps_item_answer answer, bool firm)
{
    ps_item_answer *known = &heard->answers[item];
    if (firm || danger(answer) > danger(*known)) *known = answer;
}

void ps__hear_value(ps_heard *heard, int32_t field, const ps_value *value, bool firm)
{
    ps_value *least = &heard->least[field], *most = &heard->most[field];
    if (firm) {
        *least = *most = *value;
        heard->told &= ~bit(field);
        if (value->given) heard->told |= bit(field);
        return;
    }
    if (!value->given) {
        heard->told &= ~bit(field);
        return;
    }
    // what was not told before may still not be
    if (!most->given) {
        *least = *most = *value;
        return;
    }
    if (value->number < least->number) least->number = value->number;
    if (value->number > most->number) most->number = value->number;
    least->chosen = most->chosen = most->chosen | value->chosen;
}

void ps__hear_round(ps_heard *heard, const ps_catalogue *catalogue, bool firm)
{
    static const ps_value nothing = {0};
    for (int32_t i = 0; i < catalogue->screening_items.count; i++) {
        ps__hear_answer(heard, i, PS_NOT_ANSWERED, firm);
        heard->answered_by[i] = NULL;
    }
    for (int32_t i = 0; i < PS__ASKED_ANEW; i++) {
        const int32_t field = ps__asked_anew(catalogue, i);
        if (field == PS_NONE) continue;
        ps__hear_value(heard, field, &nothing, firm);
        heard->told_by[field] = NULL;
    }
}

// ---- as profiles ----

// A choice that may not have been made is none at the low end: an operation of a kind that nobody
// told can be any.
void ps_intake_heard(const ps_intake *of, bool most, ps_profile *profile)
{
    const ps_heard *heard = &of->said;
    const ps_intake_fields *fields = &of->catalogue->intake_fields;
    *profile = (ps_profile){0};
    memcpy(profile->answers, heard->answers, sizeof profile->answers);
    memcpy(profile->values, most ? heard->most : heard->least, sizeof profile->values);
    for (int32_t i = 0; i < fields->count && !most; i++) {
        const bool choice = fields->at[i].type == PS_ASK_ONE_OF;
        if (choice && !(heard->told & bit(i))) profile->values[i] = (ps_value){0};
    }
}

void ps__views_of(const ps_intake *of, bool heard, ps_day day, ps__views *views)
{
    views->count = heard ? 2 : 1;
    for (int32_t i = 0; i < views->count; i++) {
        ps_profile *profile = &views->profiles[i];
        if (heard) {
            const ps__readings pain = ps__pain_on(of, day);
            ps_intake_heard(of, i == 1, profile);
            ps__let_weeks_pass(of->catalogue, of->said.told_by, day, profile);
            ps__pain_put(of->catalogue, &pain, profile);
        } else {
            ps__profile_on(of, day, profile);
        }
        ps__facts_of(of->catalogue, profile, &views->facts[i]);
    }
}

ps_truth ps__worst_truth(const void *context, const ps_rule_node *leaf)
{
    const ps__views *views = context;
    ps_truth truth = PS_NO;
    for (int32_t i = 0; i < views->count; i++) {
        truth = ps__or(truth, ps__leaf_truth(&views->facts[i], leaf));
    }
    return truth;
}
