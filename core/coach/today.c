// The running training week: which session is when, what is due today and how much of it.
#include "coach/walk.h"

#include <string.h>

// ---- the plan ----

static ps_code make_plan(const ps__walk *of, const ps_plan_input *in, ps_plan *plan, ps_error *err)
{
    const int32_t programme = of->coach->programme;
    if (programme == PS_NONE) return ps_plan_make(of->catalogue, in, plan, err);
    return ps_plan_make_of(of->catalogue, in, programme, plan, err);
}

// ---- which session is when ----

/// What is on a day: a set of ps_day_kind, planned or done.
static uint32_t kinds_on(const ps__walk *of, const ps_plan *plan, const ps_week_slot *slots,
                         ps_day day)
{
    uint32_t kinds = 0;
    for (int32_t i = of->session - 1; i >= 0; i--) {
        const ps__past *past = &of->past[i];
        if (past->trained && past->day == day) kinds |= UINT32_C(1) << past->kind;
    }
    const int32_t at = day - of->coach->week_start;
    if (at >= 0 && at < PS_WEEK_DAYS && !slots[at].done && slots[at].plan_day != PS_NONE) {
        kinds |= UINT32_C(1) << plan->days[slots[at].plan_day].kind;
    }
    return kinds;
}

/// Whether two sessions need rest days between them: a strength one and any that is not light.
static bool needs_rest(ps_day_kind kind, uint32_t others)
{
    const uint32_t strength = UINT32_C(1) << PS_DAY_STRENGTH, easy = UINT32_C(1) << PS_DAY_EASY;
    if (kind == PS_DAY_STRENGTH) return (others & (strength | easy)) != 0;
    return kind == PS_DAY_EASY && (others & strength) != 0;
}

static bool fits(const ps__walk *of, const ps_plan *plan, const ps_week_slot *slots, ps_day day,
                 ps_day_kind kind)
{
    if (kinds_on(of, plan, slots, day) != 0) return false;
    const int32_t rest = of->catalogue->constants.strength.rest_days;
    for (int32_t d = 1; d <= rest; d++) {
        if (needs_rest(kind, kinds_on(of, plan, slots, day - d))) return false;
        if (needs_rest(kind, kinds_on(of, plan, slots, day + d))) return false;
    }
    return true;
}

/// The first day of the plan that is not taken yet, of this kind if there is one, or PS_NONE.
static int32_t free_day(const ps_plan *plan, uint32_t taken, ps_day_kind kind)
{
    int32_t any = PS_NONE;
    for (int32_t i = plan->day_count - 1; i >= 0; i--) {
        if ((taken >> i & 1) == 0) any = i;
    }
    for (int32_t i = 0; i < plan->day_count; i++) {
        if ((taken >> i & 1) == 0 && plan->days[i].kind == kind) return i;
    }
    return any;
}

/// What was done this week takes the first days of the plan. Returns which are taken.
static uint32_t take_done(const ps__walk *of, const ps_plan *plan, ps_week_slot *slots)
{
    const ps_day week = of->coach->week_start;
    uint32_t taken = 0;
    for (int32_t i = 0; i < of->session; i++) {
        const ps__past *past = &of->past[i];
        if (!past->trained || past->day < week || past->day >= week + PS_WEEK_DAYS) continue;
        ps_week_slot *slot = &slots[past->day - week];
        const int32_t day = free_day(plan, taken, past->kind);
        slot->done = true;
        if (day == PS_NONE) continue;
        taken |= UINT32_C(1) << day;
        if (slot->plan_day == PS_NONE) slot->plan_day = day;
    }
    return taken;
}

/// A day of the plan keeps its date, or takes the next that leaves the rest days free.
static void place(const ps__walk *of, const ps_plan *plan, int32_t index, ps_week_slot *slots)
{
    const ps_plan_day *day = &plan->days[index];
    const ps_coach *coach = of->coach;
    const int32_t first = ps__later(day->day - 1, coach->today - coach->week_start);
    for (int32_t d = first; d < PS_WEEK_DAYS; d++) {
        if (!fits(of, plan, slots, slots[d].date, day->kind)) continue;
        slots[d].plan_day = index;
        return;
    }
}

/// What was done, then the other days, light ones last: they give way. What fits nowhere in the
/// week is left out, never doubled up.
static void lay_out(const ps__walk *of, const ps_plan *plan, ps_week_slot *slots)
{
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        slots[d] = (ps_week_slot){.date = of->coach->week_start + d, .plan_day = PS_NONE};
    }
    const uint32_t taken = take_done(of, plan, slots);
    for (int32_t light = 0; light < 2; light++) {
        for (int32_t i = 0; i < plan->day_count; i++) {
            const bool its_turn = (plan->days[i].kind == PS_DAY_LIGHT) == (light == 1);
            if (its_turn && (taken >> i & 1) == 0) place(of, plan, i, slots);
        }
    }
}

// ---- what may be done only so often ----

/// On how many days of a week an exercise may be done at most.
static int32_t most_days(const ps__walk *of, int32_t exercise)
{
    const ps_strength_plan *limits = &of->catalogue->constants.strength;
    const ps_training *state = of->in.state[exercise];
    const bool kept_up = state[0].stage == PS_STAGE_MAINTAIN || state[1].stage == PS_STAGE_MAINTAIN;
    int32_t most = PS_WEEK_DAYS;
    if (ps_has(of->heavy, exercise)) most = limits->heavy_days;
    return kept_up && limits->maintain_days < most ? limits->maintain_days : most;
}

/// The plan counts uses as if its first days had been done as they stand there now. When something
/// else was done, what would be done too often rests on the last days. Returns whether so.
static bool rest_limited(const ps__walk *of, const ps_plan *plan, const ps_week_slot *slots,
                         uint64_t *resting)
{
    bool more = false;
    for (int32_t e = 0; e < of->catalogue->exercises.count; e++) {
        int32_t uses = of->uses[e];
        const int32_t most = most_days(of, e);
        for (int32_t d = 0; uses > 0 && d < PS_WEEK_DAYS; d++) {
            if (slots[d].done || slots[d].plan_day == PS_NONE) continue;
            const ps_plan_day *day = &plan->days[slots[d].plan_day];
            for (int32_t i = 0; i < day->count; i++) {
                if (day->items[i].exercise != e || uses++ < most) continue;
                resting[day->day - 1] |= UINT64_C(1) << e;
                more = true;
            }
        }
    }
    return more;
}

static ps_code plan_week(ps__walk *of, ps_error *err)
{
    ps_coach *coach = of->coach;
    ps__rest(of, coach->week_start, of->in.resting);
    ps_code code = make_plan(of, &of->in, &coach->plan, err);
    if (code != PS_OK) return code;
    lay_out(of, &coach->plan, coach->slots);
    if (rest_limited(of, &coach->plan, coach->slots, of->in.resting)) {
        code = make_plan(of, &of->in, &coach->plan, err);
        if (code != PS_OK) return code;
        lay_out(of, &coach->plan, coach->slots);
    }
    coach->input = of->in;
    return PS_OK;
}

// ---- the next session ----

/// The first session of the next week, as it would be with what is known today.
static ps_code look_further(ps__walk *of, ps_error *err)
{
    ps_coach *coach = of->coach;
    const ps_day week = coach->week_start + PS_WEEK_DAYS;
    of->later_in = of->in;
    if (of->later_in.week < PS_PLAN_WEEK_MAX) of->later_in.week++;
    ps__rest(of, week, of->later_in.resting);
    const ps_code code = make_plan(of, &of->later_in, &of->later, err);
    if (code != PS_OK || of->later.day_count == 0) return code;
    coach->session = of->later.days[0];
    coach->effort = of->later.effort;
    ps_day day = week + coach->session.day - 1;
    while (!fits(of, &coach->plan, coach->slots, day, coach->session.kind)) day++;
    coach->next_session = day;
    return PS_OK;
}

static ps_code find_session(ps__walk *of, ps_error *err)
{
    ps_coach *coach = of->coach;
    coach->effort = coach->plan.effort;
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        const ps_week_slot *slot = &coach->slots[d];
        if (slot->done || slot->plan_day == PS_NONE || slot->date < coach->today) continue;
        if (slot->date == coach->today) coach->due = slot->plan_day;
        coach->next_session = slot->date;
        coach->session = coach->plan.days[slot->plan_day];
        return PS_OK;
    }
    return look_further(of, err);
}

// ---- after a gap ----

static bool same_asked(const ps_asked *a, const ps_asked *b)
{
    return a->sets == b->sets && a->reps == b->reps && a->hold_s == b->hold_s;
}

static void lower_after_gap(const ps__walk *of)
{
    ps_coach *coach = of->coach;
    ps_plan_day *session = &coach->session;
    for (int32_t i = 0; i < session->count; i++) {
        ps_plan_item *item = &session->items[i];
        const ps_exercise *exercise = &of->catalogue->exercises.at[item->exercise];
        bool lower = item->loaded && coach->gap.load_less_pct > 0;
        for (int32_t s = 0; s < item->sides; s++) {
            const ps_asked asked = ps_gap_dose(&coach->gap, exercise, item->loaded, item->asked[s]);
            lower = lower || !same_asked(&asked, &item->asked[s]);
            item->asked[s] = asked;
        }
        if (!lower) continue;
        item->shortened = true;
        session->seconds -= item->seconds;
        item->seconds = ps_asked_seconds(exercise, item->asked, item->sides);
        session->seconds += item->seconds;
    }
}

static ps_range capped(const ps_effort_plan *plan, ps_range effort, int32_t most)
{
    if (most == 0 || effort.high <= most) return effort;
    return (ps_range){effort.low < plan->start.low ? effort.low : plan->start.low, most};
}

static void cap_effort(const ps__walk *of)
{
    ps_coach *coach = of->coach;
    const ps_effort_plan *plan = &of->catalogue->constants.effort;
    const bool lasting = of->effort_max > 0 && coach->next_session <= of->effort_until;
    coach->effort = capped(plan, coach->effort, coach->gap.effort_max);
    if (lasting) coach->effort = capped(plan, coach->effort, of->effort_max);
}

ps_code ps__today(ps__walk *of, ps_error *err)
{
    ps_code code = plan_week(of, err);
    if (code == PS_OK) code = find_session(of, err);
    if (code != PS_OK) return code;
    lower_after_gap(of);
    cap_effort(of);
    return PS_OK;
}
