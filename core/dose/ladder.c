#include <assert.h>

#include "ps/dose.h"

// ---- time ----

/// One end of a range; a number that is not given counts as `absent`.
static int32_t end_of(ps_range range, bool high, int32_t absent)
{
    if (range.low == PS_NOT_GIVEN) return absent;
    return high ? range.high : range.low;
}

static int32_t set_seconds(const ps_dose *dose, bool high, int32_t transition_s)
{
    const int32_t prescribed =
        dose->ramp_up_s + dose->ramp_down_s + dose->lift_s + dose->lower_s + dose->pause_s;
    const int32_t move = prescribed > 0 ? prescribed : transition_s;
    if (dose->phase_count == 0) {
        return end_of(dose->reps, high, 1) * (end_of(dose->hold_s, high, 0) + move);
    }
    int32_t sum = 0;
    for (int32_t i = 0; i < dose->phase_count; i++) {
        sum += end_of(dose->phases[i].seconds, high, 0) + move;
    }
    return sum;
}

static int32_t least(int32_t a, int32_t b) { return a < b ? a : b; }
static int32_t most(int32_t a, int32_t b) { return a > b ? a : b; }

static int32_t seconds(const ps_dose *first, const ps_dose *second, bool high, ps_timing timing)
{
    const int32_t sets = end_of(first->sets, high, 1);
    const int32_t work = sets * set_seconds(first, high, timing.transition_s);
    if (!second) return timing.setup_s + work + (sets - 1) * first->rest_s;

    const int32_t other = end_of(second->sets, high, 1);
    const int32_t both = least(sets, other);
    const int32_t rest_s = most(first->rest_s, second->rest_s);
    const int32_t switch_s = most(first->switch_s, second->switch_s);
    return timing.setup_s + work + other * set_seconds(second, high, timing.transition_s) +
           (most(sets, other) - 1) * rest_s + both * switch_s +
           (both - 1) * most(0, switch_s - rest_s);
}

ps_range ps_dose_seconds(const ps_dose *sides, int32_t count, ps_timing timing)
{
    assert(count == 1 || count == 2);
    const bool turns = sides[0].sides == PS_EACH_SIDE || sides[0].sides == PS_ALTERNATING;
    const ps_dose *second = count == 2 ? &sides[1] : turns ? &sides[0] : NULL;
    return (ps_range){seconds(&sides[0], second, false, timing),
                      seconds(&sides[0], second, true, timing)};
}

// ---- ladders ----

static int32_t into(int32_t value, ps_range limits)
{
    return most(limits.low, least(value, limits.high));
}

static bool same_rung(ps_rung a, ps_rung b)
{
    return a.sets == b.sets && a.reps == b.reps && a.hold_s == b.hold_s;
}

int32_t ps_ladder_clip(const ps_rung *ladder, int32_t count, ps_rung_limits limits, ps_rung *rungs)
{
    assert(count >= 0 && count <= PS_RUNGS_MAX);
    int32_t left = 0;
    for (int32_t i = 0; i < count; i++) {
        const ps_rung rung = {
            .sets = into(ladder[i].sets, limits.sets),
            .reps = into(ladder[i].reps, limits.reps),
            .hold_s = into(ladder[i].hold_s, limits.hold_s),
        };
        if (left == 0 || !same_rung(rungs[left - 1], rung)) rungs[left++] = rung;
    }
    return left;
}

bool ps_ladder_rises(const ps_rung *rungs, int32_t count)
{
    for (int32_t i = 1; i < count; i++) {
        const ps_rung a = rungs[i - 1], b = rungs[i];
        if (b.sets < a.sets || b.reps < a.reps || b.hold_s < a.hold_s || same_rung(a, b)) {
            return false;
        }
    }
    return true;
}

ps_dose ps_dose_at_rung(const ps_dose *base, ps_rung rung)
{
    ps_dose dose = *base;
    dose.sets = (ps_range){rung.sets, rung.sets};
    if (dose.phase_count == 0) {
        dose.reps = (ps_range){rung.reps, rung.reps};
        dose.hold_s = (ps_range){rung.hold_s, rung.hold_s};
        return dose;
    }
    assert(rung.reps == dose.phase_count && rung.hold_s > 0);
    for (int32_t i = 0; i < dose.phase_count; i++) {
        dose.phases[i].seconds = (ps_range){rung.hold_s, rung.hold_s};
    }
    return dose;
}

ps_rung ps_dose_rung(const ps_dose *dose)
{
    assert(ps_dose_check_asked(dose, NULL) == PS_OK);
    ps_rung rung = {dose->sets.low, dose->reps.low, dose->hold_s.low};
    if (dose->phase_count == 0) return rung;

    rung.reps = dose->phase_count;
    rung.hold_s = dose->phases[0].seconds.low;
    for (int32_t i = 1; i < dose->phase_count; i++) {
        rung.hold_s = least(rung.hold_s, dose->phases[i].seconds.low);
    }
    return rung;
}
