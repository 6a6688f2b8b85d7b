// What comes next on the ladder, by the planner's own table of transitions.
#include "explain/parts.h"

/// More good sessions than any step takes.
enum { SESSIONS_MAX = 16 };

/// What good sessions lead to on one side.
typedef struct {
    int32_t sessions; ///< 0: nothing changes any more
    ps_act act;       ///< UP or MASTERED
    int32_t rung;     ///< then
} forecast;

static ps_rungs rungs_of(const ps__case *of)
{
    return ps_rungs_in_use(of->exercise, of->item->loaded);
}

/// A session without pain, in good form, at the full dose. The other side stays where it is, so
/// that nothing is foretold that both sides have to reach.
static ps_try good_session(const ps__case *of, int32_t side)
{
    const ps_coach *coach = of->coach;
    return (ps_try){
        .verdict = PS_GREEN,
        .done = true,
        .day = coach->today,
        .week = coach->input.week,
        .allowed = true,
        .start_rung = of->item->asked[side].rung,
        .with_load = of->item->loaded,
    };
}

static forecast forecast_of(const ps__case *of, int32_t side)
{
    const ps_constants *constants = &of->catalogue->constants;
    ps_training now = of->coach->input.state[of->index][side];
    ps_try seen = good_session(of, side);
    if (now.stage == PS_STAGE_LOCKED) { // its first session begins at the dose that is asked
        seen.done = false;
        (void)ps_training_step(constants, of->exercise, &now, &seen, &now);
        seen.done = true;
    }
    if (now.loaded != of->item->loaded) return (forecast){0};
    for (int32_t n = 1; n <= SESSIONS_MAX; n++) {
        ps_training next;
        const ps_act act = ps_training_step(constants, of->exercise, &now, &seen, &next)->act;
        if (act == PS_ACT_UP || act == PS_ACT_MASTERED) return (forecast){n, act, next.rung};
        now = next;
    }
    return (forecast){0};
}

static bool any_side(const ps__case *of, ps_stage stage)
{
    const ps_training *state = of->coach->input.state[of->index];
    return state[0].stage == stage || (of->item->sides == 2 && state[1].stage == stage);
}

// ---- sentences, without what ps__end adds ----

static void say_shortened(const ps__case *of, ps_text *text)
{
    if (ps__has_reason(of->item, PS_BECAUSE_TIME)) {
        ps__put(text, "it is shortened to fit into your %d minutes", of->coach->input.minutes);
    } else if (ps__has_reason(of->item, PS_BECAUSE_ARTICLE)) {
        ps__put(text, "the article asks for less than your step");
    } else {
        ps__put(text, "it is shortened for the balance of the week");
    }
    ps__put(text, ", so it does not count for the next step");
}

static void say_step(const ps__case *of, ps_text *text)
{
    const int32_t most = rungs_of(of).count;
    const int32_t left = of->item->asked[0].rung, right = of->item->asked[1].rung;
    if (of->item->sides == 1 || left == right) {
        ps__put(text, "it is at step %d of %d", left, most);
    } else {
        ps__put(text, "it is at step %d of %d on the left and %d on the right", left, most, right);
    }
}

/// What takes over, or is added, once it is mastered.
static void say_after_mastery(const ps__case *of, ps_text *text)
{
    const int32_t loaded = of->exercise->engine.loaded_exercise;
    if (loaded != PS_NONE) {
        ps__put(text, ", so that %s can take over", of->catalogue->exercises.at[loaded].name);
    } else if (of->exercise->engine.loadable != PS_LOADS_NONE && !of->item->loaded) {
        ps__put(text, ", so that a load can follow");
    }
}

static void say_forecast(const ps__case *of, const forecast *next, ps_text *text)
{
    const bool one = next->sessions == 1;
    if (one) {
        ps__put(text, "; one more good session ");
    } else {
        ps__put(text, "; %d good sessions in a row ", next->sessions);
    }
    if (next->act == PS_ACT_MASTERED) {
        ps__put(text, "%s that you have mastered it", one ? "shows" : "show");
        say_after_mastery(of, text);
    } else {
        ps__put(text, "%s to ", one ? "leads" : "lead");
        ps__say_dose(text, of->exercise->engine.family, rungs_of(of).at[next->rung - 1]);
    }
}

static bool same_forecast(const forecast *a, const forecast *b)
{
    return a->sessions == b->sessions && a->act == b->act && a->rung == b->rung;
}

static void say_ladder(const ps__case *of, ps_text *text)
{
    const forecast left = forecast_of(of, 0);
    const forecast right = of->item->sides == 2 ? forecast_of(of, 1) : left;
    const bool hurt = any_side(of, PS_STAGE_HOLD) || any_side(of, PS_STAGE_REGRESS);
    if (hurt) ps__put(text, "because of the pain lately ");
    say_step(of, text);
    if (of->coach->plan.programme != PS_NONE) {
        ps__put(text, ", inside the numbers of the article");
    } else if (!same_forecast(&left, &right)) {
        ps__put(text, "; each side moves on by itself");
    } else if (left.sessions > 0) {
        say_forecast(of, &left, text);
    } else if (of->item->asked[0].rung >= rungs_of(of).count) {
        ps__put(text, ", the highest");
    }
}

void ps__say_next(const ps__case *of, ps_text *text)
{
    const ps_plan_input *in = &of->coach->input;
    if (of->exercise->engine.family == PS_TIME) {
        ps__put(text, "it gets longer only when you choose that");
    } else if (ps_plan_stays_low(in, &of->exercise->engine)) {
        ps__put(text, "it stays at its first step %s",
                in->gentle_start ? "while you start gently" : "while the hip is this irritable");
    } else if (any_side(of, PS_STAGE_DELOAD)) {
        ps__put(text, "this is a lighter week with fewer sets, and afterwards you go on from here");
    } else if (of->item->shortened) {
        say_shortened(of, text);
    } else if (any_side(of, PS_STAGE_MAINTAIN)) {
        ps__put(text, "it is kept up once or twice a week");
    } else {
        say_ladder(of, text);
    }
}
