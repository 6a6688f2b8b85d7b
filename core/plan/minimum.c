// The two items of a session when there is little time.
#include "plan/week.h"

static const ps_engine *engine_of(const ps_catalogue *catalogue, const ps_plan_item *item)
{
    return &catalogue->exercises.at[item->exercise].engine;
}

/// How soon an item is wanted: the place of its first role among the must roles, then any role of
/// it that is one, then the rest.
static int32_t rank(const ps_roles *must, const ps_engine *engine)
{
    for (int32_t m = 0; m < must->count; m++) {
        if (engine->roles.at[0] == must->at[m]) return m;
    }
    for (int32_t m = 0; m < must->count; m++) {
        for (int32_t r = 1; r < engine->roles.count; r++) {
            if (engine->roles.at[r] == must->at[m]) return must->count + m;
        }
    }
    return 2 * must->count;
}

static bool is_glute(const ps_engine *engine) { return engine->roles.at[0] == PS_ROLE_G; }

/// Indices into the day's items, as they follow each other; second may be PS_NONE.
typedef struct {
    int32_t first, second;
} choice;

/// B1: nothing that wants a partner comes without one.
static bool is_whole(const ps_catalogue *catalogue, const ps_plan_day *day, choice of)
{
    const ps_engine *first = engine_of(catalogue, &day->items[of.first]);
    if (of.second == PS_NONE) return !ps__wants_partner(first);
    const ps_engine *second = engine_of(catalogue, &day->items[of.second]);
    return !ps__wants_partner(second) && (!ps__wants_partner(first) || ps__is_partner(second));
}

/// The lower, the sooner: one of them for the glutes, then the must roles in their order.
static int32_t cost(const ps_catalogue *catalogue, const ps_roles *must, const ps_plan_day *day,
                    choice of)
{
    const int32_t last = 2 * must->count + 1;
    const ps_engine *first = engine_of(catalogue, &day->items[of.first]);
    const int32_t rank_first = rank(must, first);
    if (of.second == PS_NONE) return (2 * last + rank_first) * last;
    const ps_engine *second = engine_of(catalogue, &day->items[of.second]);
    const int32_t rank_second = rank(must, second);
    const int32_t without = is_glute(first) || is_glute(second) ? 0 : last;
    // a second item for the same is no better than one for nothing that is a must
    const int32_t other =
        rank_first == rank_second ? 2 * must->count : ps_at_least(rank_first, rank_second);
    return (without + ps_at_most(rank_first, rank_second)) * last + other;
}

static choice cheapest(const ps_catalogue *catalogue, const ps_roles *must, const ps_plan_day *day)
{
    choice best = {PS_NONE, PS_NONE};
    int32_t best_cost = 0;
    for (int32_t i = 0; i < day->count; i++) {
        for (int32_t k = i; k < day->count; k++) {
            const choice of = {i, k > i ? k : PS_NONE};
            if (!is_whole(catalogue, day, of)) continue;
            const int32_t its = cost(catalogue, must, day, of);
            if (best.first != PS_NONE && its >= best_cost) continue;
            best = of;
            best_cost = its;
        }
    }
    return best;
}

void ps_plan_minimum(const ps_catalogue *catalogue, const ps_plan *plan, const ps_plan_day *day,
                     ps_plan_day *shorter)
{
    const ps_roles *must = day->kind == PS_DAY_LIGHT
                               ? &catalogue->constants.light_day.must
                               : &ps_class_plan_of(catalogue, plan->person_class)->must;
    const choice of = cheapest(catalogue, must, day);
    ps_plan_day out = {.day = day->day, .kind = day->kind, .seconds = plan->warm_up_s};
    const int32_t chosen[] = {of.first, of.second};
    for (int32_t i = 0; i < PS_COUNT(chosen); i++) {
        if (chosen[i] == PS_NONE) continue;
        out.items[out.count++] = day->items[chosen[i]];
        out.seconds += day->items[chosen[i]].seconds;
    }
    *shorter = out;
}
