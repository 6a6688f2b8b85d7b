// What pain, hard sessions and gaps ask for.
#include "ps/plan.h"

#define NAMES(T, ...)                                     \
    static const char *const T##_words[] = {__VA_ARGS__}; \
    const ps_enum T##_names = PS_ENUM_OF(T, T##_words)

NAMES(ps_pain_verdict, "green", "none", "amber", "red", "stop");
NAMES(ps_act, "nothing", "start", "keep", "build", "up", "mastered", "graduate", "load",
      "load-more", "down", "easier", "swap", "pause", "restart", "lighten", "resume", "maintain");
NAMES(ps_gap_kind, "none", "fewer-sets", "lowest-reps", "step-down", "rescreen");

#undef NAMES

ps_pain_verdict ps_pain_judge(const ps_pain_limits *limits, const ps_pain_course *course)
{
    const bool pain = course->pain != PS_NOT_GIVEN;
    const bool morning = course->morning != PS_NOT_GIVEN;
    const int32_t above = morning ? course->morning - course->baseline : 0;
    const bool between = pain && course->pain > limits->green_max;
    if (course->stop_sign) return PS_STOP;
    if (pain && course->pain > limits->amber_max) return PS_RED;
    if (between && !course->informed) return PS_RED;
    if (above >= limits->next_day_red) return PS_RED;
    if (between || above >= limits->next_day_amber) return PS_AMBER;
    return pain && morning ? PS_GREEN : PS_NO_MORNING;
}

static int32_t count_up_to(const int32_t *values, int32_t count, int32_t limit)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < count; i++) sum += values[i] <= limit ? 1 : 0;
    return sum;
}

int32_t ps_pain_baseline(const ps_verdict_plan *numbers, const int32_t *mornings, int32_t count,
                         int32_t pain_now)
{
    const int32_t used = count < numbers->baseline_mornings ? count : numbers->baseline_mornings;
    if (used < numbers->baseline_least) return pain_now;
    const int32_t *last = mornings + count - used;
    // the smallest score that half of them do not pass
    int32_t median = PS_NOT_GIVEN;
    for (int32_t i = 0; i < used; i++) {
        const bool half = 2 * count_up_to(last, used, last[i]) >= used;
        if (half && (median == PS_NOT_GIVEN || last[i] < median)) median = last[i];
    }
    return median;
}

bool ps_deload_due(const ps_deload_plan *numbers, const ps_deload_signs *signs)
{
    return signs->bad_sessions >= numbers->bad_sessions ||
           signs->hard_same_dose >= numbers->hard_sessions || signs->tired_note;
}

ps_gap ps_gap_judge(const ps_constants *constants, int32_t days)
{
    const ps_gap_plan *limits = &constants->gap_days;
    if (days <= limits->same) return (ps_gap){.kind = PS_GAP_NONE};
    if (days <= limits->minus_one_set) return (ps_gap){.kind = PS_GAP_FEWER_SETS};
    if (days <= limits->minus_load) {
        return (ps_gap){.kind = PS_GAP_LOWEST_REPS,
                        .load_less_pct = limits->load_less_pct,
                        .effort_max = limits->load_effort};
    }
    if (days > limits->step_down) return (ps_gap){.kind = PS_GAP_RESCREEN};
    return (ps_gap){.kind = PS_GAP_STEP_DOWN,
                    .rungs_down = days / limits->days_per_rung,
                    .effort_max = constants->effort.start.high,
                    .effort_days = limits->step_down_days};
}

ps_asked ps_gap_dose(const ps_gap *gap, const ps_exercise *exercise, bool loaded, ps_asked asked)
{
    const ps_dose_limits *limits =
        loaded ? exercise->engine.limits_loaded : exercise->engine.limits;
    if (gap->kind == PS_GAP_FEWER_SETS && asked.sets > 1) asked.sets--;
    if (gap->kind == PS_GAP_LOWEST_REPS && asked.reps > limits->reps.low) {
        asked.reps = limits->reps.low;
    }
    return asked;
}

ps_training ps_gap_training(const ps_gap *gap, const ps_training *now)
{
    ps_training next = *now;
    if (gap->kind == PS_GAP_STEP_DOWN && now->rung > 0) {
        next.rung = now->rung > gap->rungs_down ? now->rung - gap->rungs_down : 1;
        next.greens = next.hard = next.beyond = 0;
    }
    // a new screening starts over, but what pain has stopped stays stopped, and what it has lowered
    // stays low
    if (gap->kind == PS_GAP_RESCREEN && now->stage != PS_STAGE_PAUSED) {
        next =
            (ps_training){.start_max = now->rung > 0 ? now->rung : now->start_max, .cap = now->cap};
    }
    return next;
}
