// Somebody comes to train: what time, a gap and new answers have changed since the last session.
#include "coach/walk.h"

#include <assert.h>
#include <string.h>

// ---- what time changes ----

static bool is_calm_since(ps_day bad, ps_day day, int32_t rest)
{
    return bad == PS_DAY_NEVER || ps__days(bad, day) >= rest;
}

/// What was paused has rested: for so long nothing was amber, red or stopped, the pause itself
/// included, and it is safe to train.
static bool has_rested(const ps__walk *of, ps_day day)
{
    const int32_t rest = of->catalogue->constants.verdict.pause_rest_days;
    return is_calm_since(of->last_bad_item, day, rest) &&
           is_calm_since(of->last_bad_morning, day, rest) &&
           ps_screen_allows_plan(of->coach->told.screened.outcome);
}

static void pass_time(ps__walk *of, ps_day day)
{
    const ps_catalogue *catalogue = of->catalogue;
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        for (int32_t s = 0; s < 2; s++) {
            ps_training *state = &of->in.state[e][s];
            if (state->stage != PS_STAGE_PAUSED && state->stage != PS_STAGE_DELOAD) continue;
            const ps_try seen = {.day = day, .rest_ok = has_rested(of, day)};
            const ps_training now = *state;
            ps_training_step(&catalogue->constants, &catalogue->exercises.at[e], &now, &seen,
                             state);
        }
    }
}

static void take_gap(ps__walk *of, ps_day day)
{
    ps_coach *coach = of->coach;
    coach->gap = ps_gap_judge(&of->catalogue->constants, ps__days(coach->last_session, day));
    const bool changes = coach->gap.kind >= PS_GAP_STEP_DOWN;
    for (int32_t e = 0; changes && e < of->catalogue->exercises.count; e++) {
        for (int32_t s = 0; s < 2; s++) {
            const ps_training now = of->in.state[e][s];
            of->in.state[e][s] = ps_gap_training(&coach->gap, &now);
        }
    }
    if (coach->gap.effort_days > 0) {
        of->effort_max = coach->gap.effort_max;
        of->effort_until = day + coach->gap.effort_days - 1;
    }
    if (coach->gap.kind == PS_GAP_RESCREEN) {
        coach->trained = of->greens = of->trained_week = 0;
        of->deload_until = PS_DAY_NEVER;
    }
}

static void set_week(ps__walk *of, ps_day day)
{
    ps_coach *coach = of->coach;
    // nor does it begin after today when the first session is one of a day to come
    if (coach->trained == 0 || day < coach->block_start) coach->block_start = day;
    const int32_t weeks = ps__days(coach->block_start, day) / PS_WEEK_DAYS;
    coach->week = weeks < PS_PLAN_WEEK_MAX ? weeks + 1 : PS_PLAN_WEEK_MAX;
    coach->week_start = coach->block_start + weeks * PS_WEEK_DAYS;
    if (coach->week_start == of->uses_week) return;
    of->uses_week = coach->week_start;
    memset(of->uses, 0, sizeof of->uses);
    of->heavy = 0;
}

/// Silence is not calm: without a report in the last days there are no calm days.
static int32_t calm_days(const ps__walk *of, ps_day day)
{
    const int32_t wanted = of->catalogue->constants.verdict.informed_calm_days;
    ps_day latest = PS_DAY_NEVER;
    for (int32_t s = 0; s < 2; s++) {
        const ps__side *side = &of->sides[s];
        if (side->morning_count > 0) latest = ps__later(latest, side->morning_day);
    }
    if (latest == PS_DAY_NEVER || ps__days(latest, day) > wanted) return 0;
    const ps_coach *coach = of->coach;
    const ps_day since = coach->trained == 0 ? day : coach->block_start;
    return ps__days(ps__later(since, of->last_bad_morning), day);
}

// ---- the class ----

/// Whether a checkpoint has come since the last session, after so many full weeks; until the next
/// session it is looked at anew, so that what is measured in that week counts.
static bool is_at_checkpoint(const ps__walk *of)
{
    const ps_check_plans *plans = &of->catalogue->checkpoints;
    for (int32_t i = 0; i < plans->count; i++) {
        const int32_t week = plans->at[i].week;
        if (of->trained_week <= week && week < of->coach->week) return true;
    }
    return false;
}

static void look_at_class(ps__walk *of, ps_day day)
{
    const ps_class_found *found = &of->coach->told.screened.class_found;
    const bool high = of->coach->told.screened.irritability.level >= PS_IRRITABILITY_HIGH;
    const bool new_test =
        (found->length_counts && !of->had_length) || (found->hold_counts && !of->had_hold);
    if (of->coach->trained > 0 && !new_test && high == of->was_high && !is_at_checkpoint(of)) {
        return;
    }
    // in a later look that finds the same nothing has changed
    if (of->coach->trained == 0 || found->id != of->coach->class_now) of->coach->class_day = day;
    of->coach->class_now = found->id;
    of->had_length = found->length_counts;
    of->had_hold = found->hold_counts;
    of->was_high = high;
}

// ---- the planner's input ----

static bool is_load_jump(const ps__walk *of)
{
    const ps_value *onset = &of->coach->told.profile.values[of->onset];
    return onset->given && of->load_jump != PS_NONE && ps_has(onset->chosen, of->load_jump);
}

static void set_input(ps__walk *of, ps_day day)
{
    const ps_catalogue *catalogue = of->catalogue;
    const ps_skill_plan *skill = &catalogue->constants.skill;
    const ps_coach *coach = of->coach;
    const ps_training_time time = {coach->week, coach->calm_days};
    ps_plan_input in =
        ps_plan_input_of(catalogue, &of->coach->told.profile, &of->coach->told.screened, time);
    in.person_class = coach->class_now;
    const int32_t gentle_weeks = of->catalogue->constants.class_limits.load_jump_weeks;
    if (coach->week <= gentle_weeks && is_load_jump(of)) in.gentle_start = true;
    in.skill += of->greens / skill->green_sessions;
    if (in.skill > skill->most) in.skill = skill->most;
    in.swapped = of->swapped;
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        if (of->swapped_until[e] > day) in.swapped |= UINT64_C(1) << e;
    }
    memcpy(in.state, of->in.state, sizeof in.state);
    of->in = in;
}

void ps__arrive(ps__walk *of, ps_day day)
{
    ps_intake_at(&of->intake, day, &of->coach->told);
    pass_time(of, day);
    take_gap(of, day);
    set_week(of, day);
    of->coach->calm_days = calm_days(of, day);
    look_at_class(of, day);
    set_input(of, day);
}

// ---- lighter weeks and rest ----

/// Of the last days. They are not more than a lighter week has, so no session leads to two of them.
static int32_t bad_sessions(const ps__walk *of, ps_day day)
{
    const ps_deload_plan *numbers = &of->catalogue->constants.deload;
    const int32_t window = numbers->window_days;
    assert(window <= PS_WEEK_DAYS * numbers->weeks);
    int32_t sum = 0;
    for (int32_t i = of->session - 1; i >= 0; i--) {
        const ps__past *past = &of->past[i];
        if (ps__days(past->day, day) >= window) break;
        sum += past->bad ? 1 : 0;
    }
    return sum;
}

void ps__deload(ps__walk *of, ps_day day, bool hard, bool tired)
{
    const ps_constants *constants = &of->catalogue->constants;
    if (of->deload_until != PS_DAY_NEVER && day <= of->deload_until) return;
    const ps_deload_signs signs = {
        .bad_sessions = bad_sessions(of, day),
        .hard_same_dose = hard ? constants->deload.hard_sessions : 0,
        .tired_note = tired,
    };
    if (!ps_deload_due(&constants->deload, &signs)) return;
    const ps_try seen = {.day = day, .deload = true};
    for (int32_t e = 0; e < of->catalogue->exercises.count; e++) {
        for (int32_t s = 0; s < 2; s++) {
            const ps_training now = of->in.state[e][s];
            // nothing to make lighter, or stopped, or light already
            if (now.rung == 0 || now.stage == PS_STAGE_PAUSED || now.stage == PS_STAGE_DELOAD) {
                continue;
            }
            ps_training_step(constants, &of->catalogue->exercises.at[e], &now, &seen,
                             &of->in.state[e][s]);
        }
    }
    of->deload_until = day + PS_WEEK_DAYS * constants->deload.weeks;
}

/// First day on which an exercise may be done again, or for the first time: while something has
/// just hurt too much, nothing new begins with a load.
static ps_day rests_until(const ps__walk *of, int32_t exercise)
{
    const ps_training *state = of->in.state[exercise];
    const ps_day until = ps__later(state[0].not_before, state[1].not_before);
    const bool is_new = state[0].rung == 0 && state[1].rung == 0;
    if (of->last_red_item == PS_DAY_NEVER || !is_new) return until;
    if (!ps_plan_is_loaded(of->catalogue, &of->in, exercise)) return until;
    return ps__later(until, of->last_red_item + of->catalogue->constants.deload.window_days);
}

void ps__rest(const ps__walk *of, ps_day from, uint64_t *resting)
{
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) resting[d] = 0;
    for (int32_t e = 0; e < of->catalogue->exercises.count; e++) {
        const ps_day until = rests_until(of, e);
        for (int32_t d = 0; d < PS_WEEK_DAYS && from + d < until; d++) {
            resting[d] |= UINT64_C(1) << e;
        }
    }
}
