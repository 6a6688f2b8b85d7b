// After a session: the table of transitions of an exercise on one side.
#include "ps/plan.h"

#include <assert.h>

static ps_rungs rungs_of(const ps_exercise *exercise, bool loaded)
{
    return loaded ? exercise->engine.rungs_loaded : exercise->engine.rungs;
}

int32_t ps_mastery_rung(const ps_exercise *exercise, bool loaded)
{
    const ps_rungs rungs = rungs_of(exercise, loaded);
    for (int32_t i = 0; i < rungs.count; i++) {
        const ps_rung top = rungs.at[rungs.count - 1]; // ladders rise in everything
        if (rungs.at[i].reps == top.reps && rungs.at[i].hold_s == top.hold_s) return i + 1;
    }
    return rungs.count;
}

/// A green session at the full dose of the state, in good form: only these lead up.
static bool counts(const ps_try *seen)
{
    return seen->done && seen->verdict == PS_GREEN && !seen->hard && !seen->shortened &&
           !seen->held_low;
}

// ---- guards: of the state with this session counted in ----

static bool rested(const ps_step *step) { return step->seen->rest_ok && !step->seen->done; }

static bool is_allowed(const ps_step *step) { return step->seen->allowed; }

static bool always(const ps_step *step)
{
    (void)step;
    return true;
}

static bool stop(const ps_step *step) { return step->seen->done && step->seen->verdict == PS_STOP; }

static bool red(const ps_step *step) { return step->seen->done && step->seen->verdict == PS_RED; }

static bool red_lowest(const ps_step *step) { return red(step) && step->now->rung <= 1; }

static bool red_thrice(const ps_step *step)
{
    const ps_verdict_plan *limits = &step->constants->verdict;
    return red(step) && step->now->red_count >= limits->pause_reds &&
           step->seen->day - step->now->red_days[limits->pause_reds - 1] <
               limits->pause_window_days;
}

static bool red_twice(const ps_step *step)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < step->now->tries; i++) sum += (int32_t)(step->now->red >> i & 1);
    return red(step) && sum >= step->constants->verdict.swap_reds;
}

static bool amber(const ps_step *step)
{
    return step->seen->done && step->seen->verdict == PS_AMBER;
}

static bool amber_lowest(const ps_step *step) { return amber(step) && step->now->rung <= 1; }

static bool too_hard(const ps_step *step)
{
    return step->now->hard >= step->constants->deload.hard_sessions || step->seen->deload;
}

static bool week_over(const ps_step *step)
{
    // more sets again only after a good session, or when there was none to judge by
    return !step->now->unsure && step->seen->day > step->now->deload_until;
}

static bool not_counting(const ps_step *step) { return !counts(step->seen); }

static bool goals(const ps_step *step)
{
    return step->seen->weeks_done >= step->constants->verdict.maintain_weeks &&
           step->seen->goals_met;
}

static bool graduates(const ps_step *step)
{
    return step->now->mastered && step->seen->both_mastered &&
           step->seen->week >= step->constants->strength.load_week &&
           step->exercise->engine.loaded_exercise != PS_NONE && step->seen->loaded_allowed;
}

static bool loads(const ps_step *step)
{
    return step->now->mastered && step->seen->both_mastered &&
           step->seen->week >= step->constants->strength.load_week && !step->now->loaded &&
           step->exercise->engine.loaded_exercise == PS_NONE &&
           step->exercise->engine.loadable != PS_LOADS_NONE &&
           step->exercise->engine.rungs_loaded.count > 0 && step->seen->load_owned;
}

static bool outgrew(const ps_step *step)
{
    return step->now->loaded && step->now->beyond >= step->constants->verdict.beyond_sessions &&
           step->now->rung >= ps_mastery_rung(step->exercise, true);
}

static bool two_greens(const ps_step *step)
{
    return step->now->greens >= step->constants->verdict.mastered_sessions;
}

static bool masters(const ps_step *step)
{
    return two_greens(step) && step->exercise->engine.family != PS_TIME && !step->now->mastered &&
           step->now->rung >= ps_mastery_rung(step->exercise, step->now->loaded);
}

static bool climbs(const ps_step *step)
{
    return two_greens(step) && step->exercise->engine.family != PS_TIME &&
           step->now->rung < rungs_of(step->exercise, step->now->loaded).count;
}

// ---- the table ----

#define AT(stage) (UINT32_C(1) << PS_STAGE_##stage)

enum { STAGES = PS_STAGE_DELOAD + 1 };
#define ANY ((UINT32_C(1) << STAGES) - 1)

const ps_transition ps_transitions[] = {
    {AT(PAUSED),                         rested,       PS_STAGE_LEARN,     PS_ACT_RESTART,   "rested",              "ours"    },
    {AT(PAUSED),                         always,       PS_NONE,            PS_ACT_NOTHING,   "still paused",        "ours"    },
    {AT(LOCKED),                         is_allowed,   PS_STAGE_LEARN,     PS_ACT_START,     "allowed",             "S001"    },
    {AT(LOCKED),                         always,       PS_NONE,            PS_ACT_NOTHING,   "not allowed",         "M01"     },
    {ANY,                                stop,         PS_STAGE_PAUSED,    PS_ACT_PAUSE,     "stop",                "M01"     },
    {ANY,                                red_thrice,   PS_STAGE_PAUSED,    PS_ACT_PAUSE,     "red thrice",          "M01"     },
    {ANY,                                red_twice,    PS_STAGE_REGRESS,   PS_ACT_SWAP,      "red twice",           "ours"    },
    {ANY,                                red_lowest,   PS_STAGE_REGRESS,   PS_ACT_EASIER,    "red, lowest",         "R22"     },
    {ANY,                                red,          PS_STAGE_REGRESS,   PS_ACT_DOWN,      "red",                 "R22"     },
    {AT(HOLD),                           amber_lowest, PS_STAGE_REGRESS,   PS_ACT_EASIER,    "amber again, lowest", "R22"     },
    {AT(HOLD),                           amber,        PS_STAGE_REGRESS,   PS_ACT_DOWN,      "amber again",         "R22"     },
    {ANY,                                amber,        PS_STAGE_HOLD,      PS_ACT_KEEP,      "amber",               "R22"     },
    {AT(DELOAD),                         week_over,    PS_NONE,            PS_ACT_RESUME,    "week over",           "R55"     },
    {AT(DELOAD),                         always,       PS_NONE,            PS_ACT_KEEP,      "lighter week",        "R55"     },
    {ANY,                                too_hard,     PS_STAGE_DELOAD,    PS_ACT_LIGHTEN,   "hard twice",          "R55"     },
    {ANY,                                not_counting, PS_NONE,            PS_ACT_NOTHING,   "not counted",         "ours"    },
    {AT(BUILD) | AT(LOAD),               goals,        PS_STAGE_MAINTAIN,  PS_ACT_MAINTAIN,  "goals met",           "R54"     },
    {AT(BUILD),                          graduates,    PS_STAGE_GRADUATED, PS_ACT_GRADUATE,  "graduated",           "S001 R16"},
    {AT(BUILD),                          loads,        PS_STAGE_LOAD,      PS_ACT_LOAD,      "loads",               "R16"     },
    {AT(BUILD) | AT(LOAD),               outgrew,      PS_STAGE_LOAD,      PS_ACT_LOAD_MORE, "more load",           "R17 R24" },
    {AT(LEARN) | AT(REGRESS) | AT(HOLD), two_greens,   PS_STAGE_BUILD,     PS_ACT_BUILD,     "two greens",
     "S003"                                                                                                                   },
    {AT(BUILD) | AT(LOAD),               masters,      PS_NONE,            PS_ACT_MASTERED,  "mastered",            "R17 R24" },
    {AT(BUILD) | AT(LOAD),               climbs,       PS_NONE,            PS_ACT_UP,        "one rung up",         "R17 R24" },
    {ANY,                                always,       PS_NONE,            PS_ACT_NOTHING,   "the same",            "ours"    },
};
const int32_t ps_transition_count = PS_COUNT(ps_transitions);

#undef AT
#undef ANY

// ---- a step ----

static bool went_well(const ps_try *seen) { return seen->verdict == PS_GREEN && !seen->hard; }

/// After anything but a good try the next one asks for no more than this one did, nor than those
/// that led to it, even where its dose was shortened below the rung.
static ps_rung cap_after(const ps_training *now, const ps_try *seen)
{
    const ps_rung asked = seen->asked, cap = now->cap;
    if (asked.sets == 0) return cap;
    if (went_well(seen)) return (ps_rung){0};
    if (cap.sets == 0) return asked;
    return (ps_rung){ps_at_most(cap.sets, asked.sets), ps_at_most(cap.reps, asked.reps),
                     ps_at_most(cap.hold_s, asked.hold_s)};
}

/// The state with this session counted in.
static ps_training counted(const ps_training *now, const ps_try *seen)
{
    ps_training next = *now;
    if (!seen->done) return next;
    next.not_before = 0;
    const bool was_red = seen->verdict == PS_RED;
    next.red = (now->red << 1 | (was_red ? 1u : 0u)) & ((UINT32_C(1) << PS_TRIES_KEPT) - 1);
    if (next.tries < PS_TRIES_KEPT) next.tries++;
    if (was_red) {
        for (int32_t i = PS_REDS_KEPT - 1; i > 0; i--) next.red_days[i] = now->red_days[i - 1];
        next.red_days[0] = seen->day;
        if (next.red_count < PS_REDS_KEPT) next.red_count++;
    }
    // a missing report, a shortened or a gentle session neither counts nor breaks the row
    if (counts(seen)) {
        next.greens++;
    } else if (seen->hard || seen->verdict >= PS_AMBER) {
        next.greens = 0;
    }
    next.hard = seen->hard ? now->hard + 1 : 0;
    next.beyond = counts(seen) && seen->beyond ? now->beyond + 1 : 0;
    if (now->stage == PS_STAGE_DELOAD) next.unsure = !went_well(seen);
    next.cap = cap_after(now, seen);
    return next;
}

static void new_dose(ps_training *next, int32_t rung)
{
    next->rung = rung;
    next->greens = next->hard = next->beyond = 0;
}

/// Where a start begins: on the ladder, and not above what a long gap has left.
static int32_t start_of(const ps_training *now, const ps_try *seen, int32_t top)
{
    const int32_t start = ps_at_most(ps_at_least(1, seen->start_rung), top);
    return now->start_max > 0 ? ps_at_most(start, now->start_max) : start;
}

static void act(const ps_step *step, ps_act what, ps_training *next)
{
    const ps_exercise *exercise = step->exercise;
    const ps_try *seen = step->seen;
    const int32_t top = rungs_of(exercise, next->loaded).count;
    switch (what) {
    case PS_ACT_NOTHING:
    case PS_ACT_MAINTAIN:
    case PS_ACT_GRADUATE:
        break;
    case PS_ACT_KEEP:
    case PS_ACT_BUILD:
        new_dose(next, next->rung);
        break;
    case PS_ACT_START:
        next->loaded = exercise->engine.load_is_part && seen->with_load;
        new_dose(next, start_of(next, seen, rungs_of(exercise, next->loaded).count));
        next->start_max = 0;
        break;
    case PS_ACT_MASTERED:
        next->mastered = true;
        new_dose(next, ps_at_most(next->rung + 1, top));
        break;
    case PS_ACT_UP:
        new_dose(next, ps_at_most(next->rung + 1, top));
        break;
    case PS_ACT_LOAD:
        next->loaded = true;
        next->mastered = false;
        new_dose(next, 1);
        break;
    case PS_ACT_LOAD_MORE:
        new_dose(next, ps_at_most(next->rung, step->constants->low_rung));
        break;
    case PS_ACT_DOWN:
    case PS_ACT_EASIER:
    case PS_ACT_SWAP:
        next->mastered = false; // to be shown again before anything heavier follows
        new_dose(next, ps_at_least(1, next->rung - 1));
        if (seen->verdict == PS_RED) {
            next->not_before = seen->day + 1 + step->constants->verdict.red_rest_days;
        }
        break;
    case PS_ACT_PAUSE:
        next->mastered = false;
        new_dose(next, next->rung);
        break;
    case PS_ACT_RESTART:
        *next = (ps_training){.stage = next->stage, .uses = next->uses, .cap = next->cap};
        new_dose(next, 1);
        break;
    case PS_ACT_LIGHTEN:
        next->deload_until = seen->day + PS_WEEK_DAYS * step->constants->deload.weeks;
        next->hard = 0;
        break;
    case PS_ACT_RESUME:
        next->stage = next->before;
        next->hard = 0;
        break;
    }
}

const ps_transition *ps_training_step(const ps_constants *constants, const ps_exercise *exercise,
                                      const ps_training *now, const ps_try *seen, ps_training *next)
{
    ps_training after = counted(now, seen);
    // after rung 1 for an irritable hip the way back is one rung at a time, too
    if (seen->done && seen->held_low) after.rung = ps_at_most(after.rung, constants->low_rung);
    const ps_step step = {constants, exercise, &after, seen};
    const ps_transition *row = ps_transitions;
    while ((row->from >> now->stage & 1) == 0 || !row->guard(&step)) {
        row++;
        assert(row < ps_transitions + ps_transition_count);
    }
    if (row->to == PS_STAGE_DELOAD) after.before = now->stage;
    if (now->stage == PS_STAGE_DELOAD &&
        (row->to == PS_STAGE_HOLD || row->to == PS_STAGE_REGRESS)) {
        after.before = (ps_stage)row->to; // the week stays a lighter one
    } else if (row->to != PS_NONE) {
        after.stage = (ps_stage)row->to;
    }
    act(&step, row->act, &after);
    *next = after;
    return row;
}

static bool is_together(const ps_transition *row)
{
    return row->act == PS_ACT_GRADUATE || row->act == PS_ACT_LOAD;
}

void ps_training_step_sides(const ps_constants *constants, const ps_exercise *exercise,
                            const ps_training *now, const ps_try *seen, ps_training *next,
                            const ps_transition **rows)
{
    for (int32_t s = 0; s < 2; s++) {
        rows[s] = ps_training_step(constants, exercise, &now[s], &seen[s], &next[s]);
    }
    if (is_together(rows[0]) == is_together(rows[1])) return;
    const int32_t alone = is_together(rows[0]) ? 0 : 1;
    ps_try waits = seen[alone];
    waits.both_mastered = false;
    rows[alone] = ps_training_step(constants, exercise, &now[alone], &waits, &next[alone]);
}
