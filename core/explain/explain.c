#include "ps/explain.h"

#include "explain/parts.h"

#include <assert.h>

static const char *const ps_decision_words[] = {"select", "leave-out", "not-needed", "struck"};
const ps_enum ps_decision_names = PS_ENUM_OF(ps_decision, ps_decision_words);

static const char *const ps_confidence_words[] = {"low", "moderate", "high"};
const ps_enum ps_confidence_names = PS_ENUM_OF(ps_confidence, ps_confidence_words);

bool ps__has_reason(const ps_plan_item *item, ps_because why)
{
    for (int32_t i = 0; i < item->reason_count; i++) {
        if (item->reasons[i].why == why) return true;
    }
    return false;
}

const ps_conflict *ps__never_because(const ps__case *of)
{
    const int32_t conflict = of->exercise->conflict;
    const bool never = of->exercise->engine.selectable == PS_CHOSEN_NEVER;
    return never && conflict != PS_NONE ? &of->catalogue->conflicts.at[conflict] : NULL;
}

// ---- where it stands in the plan ----

/// Finds the first item of the week. Returns the days of all of them.
static uint32_t find_items(ps__case *of)
{
    const ps_plan *plan = &of->coach->plan;
    uint32_t days = 0;
    for (int32_t d = 0; d < plan->day_count; d++) {
        const ps_plan_day *day = &plan->days[d];
        for (int32_t i = 0; i < day->count; i++) {
            if (day->items[i].exercise != of->index) continue;
            if (!of->item) {
                of->item = &day->items[i];
                of->kind = day->kind;
            }
            days |= UINT32_C(1) << day->day;
        }
    }
    return days;
}

static uint32_t find_daily(ps__case *of)
{
    const ps_micro_plan *micro = &of->coach->plan.micro;
    of->daily = micro->breathing == of->index ? PS__BREATHING
                : micro->stretch == of->index ? PS__STRETCH
                : micro->closing == of->index ? PS__CLOSING
                                              : PS__NOT_DAILY;
    if (of->daily == PS__NOT_DAILY) return 0;
    uint32_t days = 0;
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        if (of->daily == PS__BREATHING || micro->sets[d] > 0) days |= UINT32_C(1) << (d + 1);
    }
    return days;
}

/// What the article only advises is no item, so it cannot be switched off.
static const ps_plan_struck *find_struck(const ps__case *of)
{
    const ps_plan *plan = &of->coach->plan;
    for (int32_t i = 0; i < plan->struck_count; i++) {
        const ps_plan_struck *struck = &plan->struck[i];
        if (struck->exercise == of->index && struck->status != PS_ITEM_ADVICE) return struck;
    }
    return NULL;
}

// ---- why it is spared ----

static bool rests_all_week(const ps__case *of)
{
    const ps_plan *plan = &of->coach->plan;
    for (int32_t d = 0; d < plan->day_count; d++) {
        if (!ps_has(of->coach->input.resting[plan->days[d].day - 1], of->index)) return false;
    }
    return plan->day_count > 0;
}

static bool is_taken(const ps__case *of)
{
    const ps_plan *plan = &of->coach->plan;
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            const ps_exercise *other =
                &of->catalogue->exercises.at[plan->days[d].items[i].exercise];
            if (ps__first_role(other) == ps__first_role(of->exercise)) return true;
        }
    }
    return false;
}

static bool has_aim(const ps__case *of)
{
    const ps_role role = ps__first_role(of->exercise);
    const ps_class_plan *plan = ps_class_plan_of(of->catalogue, of->coach->plan.person_class);
    for (int32_t i = 0; i < plan->targets.count; i++) {
        if (plan->targets.at[i].role == role) return true;
    }
    return false;
}

static ps__spared spared_because(const ps__case *of)
{
    const ps_coach *coach = of->coach;
    if (coach->plan.programme != PS_NONE) return PS__OTHER_PROGRAMME;
    if (!ps_plan_may_take(of->catalogue, &coach->input, of->index)) return PS__NOT_ASKED_FOR;
    if (rests_all_week(of)) return PS__RESTS;
    if (is_taken(of)) return PS__TAKEN;
    return has_aim(of) ? PS__NO_ROOM : PS__NO_AIM;
}

static ps_decision decide(const ps__case *of)
{
    if (of->item || of->daily != PS__NOT_DAILY) return PS_DECIDED_SELECT;
    if (of->struck) return PS_DECIDED_STRUCK;
    return of->why.block != PS_BLOCK_NONE ? PS_DECIDED_LEAVE_OUT : PS_DECIDED_NOT_NEEDED;
}

void ps_explain(const ps_catalogue *catalogue, const ps_coach *coach, int32_t exercise,
                ps_explanation *explanation)
{
    assert(coach->plan.made && exercise >= 0 && exercise < catalogue->exercises.count);
    ps__case of = {
        .catalogue = catalogue,
        .coach = coach,
        .index = exercise,
        .exercise = &catalogue->exercises.at[exercise],
        .why = coach->plan.why_not[exercise],
    };
    *explanation = (ps_explanation){.exercise = exercise, .why_not = of.why};
    explanation->days = find_items(&of) | find_daily(&of);
    of.struck = find_struck(&of);
    of.decision = decide(&of);
    if (of.decision == PS_DECIDED_NOT_NEEDED) of.spared = spared_because(&of);

    explanation->decision = of.decision;
    ps__put_rules(&of, explanation);
    ps__put_inputs(&of, explanation);
    ps__put_evidence(&of, explanation);
    ps__put_text(&of, explanation);
}
