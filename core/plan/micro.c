// The daily micro-lane: breathing, and a stretch top-up with an active end.
#include "plan/week.h"

static int32_t first_allowed(const ps__week *week, const ps_refs *list)
{
    for (int32_t i = 0; i < list->count; i++) {
        if (ps_has(week->allowed, list->at[i])) return list->at[i];
    }
    return PS_NONE;
}

static bool wants_stretch(const ps_micro_lane *lane, const ps_plan_input *in)
{
    bool listed = false;
    for (int32_t i = 0; i < lane->stretch_classes.count; i++) {
        listed = listed || lane->stretch_classes.at[i] == in->person_class;
    }
    return listed && in->irritability <= PS_IRRITABILITY_LOW && !in->gentle_start;
}

/// Rest days first, then light ones, then strength days.
static int32_t rank(const ps_plan *plan, int32_t day)
{
    for (int32_t i = 0; i < plan->day_count; i++) {
        if (plan->days[i].day == day) return plan->days[i].kind == PS_DAY_LIGHT ? 1 : 2;
    }
    return 0;
}

enum { RANKS = 3 };

/// pair: the stretch and what closes it
static void spread(const ps__week *week, const ps_plan *plan, uint64_t pair, ps_micro_plan *micro)
{
    const ps_constants *all = &week->catalogue->constants;
    int32_t total = week->stretch_s, days = 0;
    for (int32_t r = 0; r < RANKS; r++) {
        for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
            if (rank(plan, d + 1) != r || days == all->micro_lane.max_days) continue;
            if ((week->in->resting[d] & pair) != 0) continue;
            int32_t today = week->stretch_day_s[d];
            while (micro->sets[d] < all->micro_lane.sets_per_day &&
                   total < all->micro_lane.target_s_week_side &&
                   total + micro->hold_s <= 60 * all->stretch.cap_min_week_side &&
                   today + micro->hold_s <= 60 * all->stretch.cap_min_day_side) {
                micro->sets[d]++;
                today += micro->hold_s;
                total += micro->hold_s;
            }
            if (micro->sets[d] > 0) days++;
        }
    }
    if (days == 0) micro->stretch = PS_NONE;
}

void ps__micro(const ps__week *week, const ps_plan *plan, ps_micro_plan *micro)
{
    const ps_micro_lane *lane = &week->catalogue->constants.micro_lane;
    *micro = (ps_micro_plan){.breathing = PS_NONE, .stretch = PS_NONE, .closing = PS_NONE};
    if (ps_has(week->allowed, lane->breathing)) micro->breathing = lane->breathing;
    if (!wants_stretch(lane, week->in)) return;

    const int32_t stretch = first_allowed(week, &lane->stretches);
    const int32_t closing = first_allowed(week, &lane->closing);
    if (stretch == PS_NONE || closing == PS_NONE) return;
    const ps_engine *engine = &week->catalogue->exercises.at[stretch].engine;
    micro->stretch = stretch;
    micro->hold_s = ps_at_most(lane->set_s, engine->limits->hold_s.high);
    spread(week, plan, UINT64_C(1) << stretch | UINT64_C(1) << closing, micro);
    if (micro->stretch == PS_NONE) {
        micro->hold_s = 0;
        return;
    }
    micro->closing = closing;
    micro->closing_sets = lane->closing_sets;
}
