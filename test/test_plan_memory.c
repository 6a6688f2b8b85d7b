// What a try that did not go well leaves behind. Months of tries, gaps, gentle days and shortened
// doses keep three laws: until a try goes well nothing above the last dose is asked, nothing starts
// above the rung from before a long gap, and no lighter week ends by the calendar alone.
#include "plan/week.h"
#include "plan_kit.h"
#include "plan_people.h"

enum { WALKS = 4000, STEPS = 60, SHOWN_MAX = 20 };

#define KNEE "standing-slumpy-psoas"

// ---- rows ----

/// The dose of the knee drive, 2x6x10 s at its top, for a state; class BOTH, calm, in week 5.
static ps_asked asked_of(const ps_training *state, bool *cap)
{
    ps_plan_input in = ps_plan_input_defaults(all);
    ps__less less = {false, false};
    const int32_t knee = exercise_of(KNEE);
    in.week = 5;
    in.irritability = PS_IRRITABILITY_LOW;
    in.state[knee][0] = *state;
    const ps_asked asked = ps__asked(all, &in, PS_NONE, knee, 0, false, &less);
    *cap = less.cap;
    return asked;
}

// clang-format off
static const struct {
    const char *name;
    ps_training state;
    ps_asked asked; // sets, reps, hold, rung
    bool cap;
} doses[] = {
    {"nothing remembered",       {.stage = PS_STAGE_BUILD, .rung = 6}, {2, 6, 10, 6}, false},
    {"the same as the rung",     {.stage = PS_STAGE_BUILD, .rung = 6, .cap = {2, 6, 10}}, {2, 6, 10, 6}, false},
    {"more than the rung",       {.stage = PS_STAGE_BUILD, .rung = 2, .cap = {2, 6, 10}}, {2, 4, 5, 2}, false},
    {"a set less after a gap",   {.stage = PS_STAGE_BUILD, .rung = 6, .cap = {1, 6, 10}}, {1, 6, 10, 6}, true},
    {"lowest repetitions",       {.stage = PS_STAGE_BUILD, .rung = 6, .cap = {2, 4, 10}}, {2, 4, 10, 6}, true},
    {"a shorter hold: down",     {.stage = PS_STAGE_BUILD, .rung = 6, .cap = {2, 4, 5}}, {2, 4, 5, 2}, true},
    {"held low, then calm",      {.stage = PS_STAGE_HOLD, .rung = 2, .cap = {1, 4, 5}}, {1, 4, 5, 2}, true},
    {"lighter, then the cap",    {.stage = PS_STAGE_DELOAD, .rung = 6, .cap = {1, 6, 10}}, {1, 6, 10, 6}, false},
    {"of another shape",         {.stage = PS_STAGE_BUILD, .rung = 6, .cap = {1, 0, 0}}, {1, 4, 5, 1}, true},
    {"starts anew",              {0}, {2, 4, 5, 2}, false},
    {"starts where it was",      {.start_max = 1}, {1, 4, 5, 1}, false},
    {"starts no higher",         {.start_max = 7}, {2, 4, 5, 2}, false},
    {"starts with what hurt",    {.start_max = 7, .cap = {1, 4, 5}}, {1, 4, 5, 2}, true},
};
// clang-format on

static void a_dose_is_never_above_the_cap(void)
{
    for (int32_t i = 0; i < PS_COUNT(doses); i++) {
        bool cap;
        const ps_asked got = asked_of(&doses[i].state, &cap), want = doses[i].asked;
        text label = {0};
        say(&label, "%s: %dx%dx%d, rung %d", doses[i].name, got.sets, got.reps, got.hold_s,
            got.rung);
        CHECK(label.at, got.sets == want.sets && got.reps == want.reps);
        CHECK(label.at, got.hold_s == want.hold_s && got.rung == want.rung);
        CHECK(label.at, cap == doses[i].cap);
    }
}

/// The reviewer's: red on day 0, back on day 44.
static void a_long_gap_is_no_way_up(void)
{
    const ps_exercise *knee = &all->exercises.at[exercise_of(KNEE)];
    const ps_gap gap = ps_gap_judge(&all->constants, 44);
    const ps_training start = {.stage = PS_STAGE_LEARN, .rung = 2};
    const ps_try red = {.verdict = PS_RED, .done = true, .day = 100, .week = 1};
    const ps_try again = {.day = 144, .week = 1, .allowed = true, .start_rung = 2};
    ps_training hurt, begun;
    ps_training_step(&all->constants, knee, &start, &red, &hurt);
    CHECK("down", hurt.rung == 1);
    const ps_training once = ps_gap_training(&gap, &hurt), twice = ps_gap_training(&gap, &once);
    CHECK("over", once.stage == PS_STAGE_LOCKED && once.rung == 0);
    CHECK("two gaps", twice.start_max == once.start_max);
    ps_training_step(&all->constants, knee, &twice, &again, &begun);
    CHECK("not above", begun.stage == PS_STAGE_LEARN && begun.rung == 1 && begun.start_max == 0);
}

static void no_more_on_the_weaker_side_either(void)
{
    ps_plan_input in = ps_plan_input_defaults(all);
    ps_plan plan;
    in.person_class = PS_CLASS_WEAK;
    in.minutes = 45;
    in.sides_differ = true;
    in.weaker = PS_SIDE_RIGHT;
    for (int32_t capped = 0; capped < 2; capped++) {
        int32_t extras = 0, less = 0;
        for (int32_t e = 0; e < all->exercises.count; e++) {
            in.state[e][1].cap = (ps_rung){capped, 1, 1};
        }
        CHECK("made", ps_plan_make(all, &in, &plan, NULL) == PS_OK && plan.day_count > 0);
        for (int32_t i = 0; i < plan.days[0].count; i++) {
            const ps_plan_item *item = &plan.days[0].items[i];
            less += item->capped;
            for (int32_t r = 0; r < item->reason_count; r++) {
                extras += item->reasons[r].why == PS_BECAUSE_B7;
            }
        }
        CHECK("the extra set", extras == 1 - capped);
        CHECK("is marked", (less > 0) == (capped == 1));
    }
}

// ---- months ----

/// What the test itself remembers, beside the state.
typedef struct {
    ps_plan_input in;
    int32_t index;
    ps_day day;
    ps_rung most;     ///< of the tries since the last good one; no sets: anything goes
    int32_t old_rung; ///< from before a gap that made it start over; 0: none
    bool bad_week;    ///< the last try of the lighter week was not good
    ps_gap gap;
} walk;

/// How often what the laws are about came up.
typedef struct {
    int64_t capped, restarts, waits, resumed;
} met;

static ps_training *state_of(walk *of) { return &of->in.state[of->index][0]; }

static void take_step(walk *of, const ps_try *seen)
{
    const ps_training now = *state_of(of);
    ps_training_step(&all->constants, &all->exercises.at[of->index], &now, seen, state_of(of));
}

/// Days pass: a gap, the end of a lighter week or of a pause.
static void pass_days(walk *of, const char *name, uint64_t *seed, met *count)
{
    static const int32_t gaps[] = {8, 15, 25, 30, 44, 60};
    const int32_t days = chance(seed, 6) ? gaps[test_between(seed, 0, PS_COUNT(gaps) - 1)]
                                         : test_between(seed, 1, 5);
    of->day += days;
    const ps_stage was = state_of(of)->stage;
    if (was == PS_STAGE_DELOAD || was == PS_STAGE_PAUSED) {
        take_step(of, &(ps_try){.day = of->day, .rest_ok = chance(seed, 40)});
    }
    if (was == PS_STAGE_DELOAD) {
        const bool light = state_of(of)->stage == PS_STAGE_DELOAD;
        CHECK(name, light || !of->bad_week);
        count->waits += of->bad_week;
        count->resumed += !light;
    }
    of->gap = ps_gap_judge(&all->constants, days);
    const ps_training now = *state_of(of);
    *state_of(of) = ps_gap_training(&of->gap, &now);
    if (now.rung > 0 && state_of(of)->rung == 0) of->old_rung = now.rung;
}

/// Starts what has not begun.
static void begin(walk *of, const char *name, met *count)
{
    if (state_of(of)->stage != PS_STAGE_LOCKED) return;
    take_step(of, &(ps_try){.day = of->day,
                            .allowed = true,
                            .start_rung = ps_plan_start_rung(all, &of->in, of->index)});
    CHECK(name, of->old_rung == 0 || state_of(of)->rung <= of->old_rung);
    count->restarts += of->old_rung > 0;
    of->old_rung = 0;
}

/// The dose of the day, shortened at times as time and caps of stretching do.
static ps_rung dose_of_day(walk *of, const char *name, uint64_t *seed, met *count)
{
    const ps_exercise *exercise = &all->exercises.at[of->index];
    const bool loaded = state_of(of)->loaded;
    ps__less less = {false, false};
    ps_asked asked = ps__asked(all, &of->in, PS_NONE, of->index, 0, loaded, &less);
    if (of->most.sets > 0) {
        CHECK(name, asked.sets <= of->most.sets && asked.reps <= of->most.reps);
        CHECK(name, asked.hold_s <= of->most.hold_s);
    }
    CHECK(name, asked.sets > 0 && asked.reps > 0);
    count->capped += less.cap;
    asked = ps_gap_dose(&of->gap, exercise, loaded, asked);
    if (chance(seed, 15) && asked.sets > 1) asked.sets--;
    return (ps_rung){asked.sets, asked.reps, asked.hold_s};
}

static void try_it(walk *of, ps_rung asked, uint64_t *seed)
{
    static const ps_pain_verdict likely[] = {PS_GREEN,      PS_GREEN, PS_GREEN, PS_GREEN,
                                             PS_NO_MORNING, PS_AMBER, PS_RED,   PS_STOP};
    const ps_engine *engine = &all->exercises.at[of->index].engine;
    const ps_rungs rungs = state_of(of)->loaded ? engine->rungs_loaded : engine->rungs;
    const ps_rung full = rungs.at[ps_at_most(state_of(of)->rung, rungs.count) - 1];
    const bool light = state_of(of)->stage == PS_STAGE_DELOAD;
    const ps_try seen = {
        .verdict = likely[test_between(seed, 0, chance(seed, 10) ? 7 : 6)],
        .done = true,
        .hard = chance(seed, 10),
        .shortened = asked.sets < full.sets || asked.reps < full.reps,
        .day = of->day,
        .week = 6,
        .asked = asked,
        .allowed = true,
        .held_low = ps_plan_stays_low(&of->in, engine),
        .both_mastered = true,
        .load_owned = chance(seed, 50),
        .deload = chance(seed, 4),
    };
    take_step(of, &seen);
    const bool good = seen.verdict == PS_GREEN && !seen.hard;
    of->bad_week = light && state_of(of)->stage == PS_STAGE_DELOAD && !good;
    if (good) {
        of->most.sets = 0;
    } else if (of->most.sets == 0) {
        of->most = asked;
    } else {
        of->most =
            (ps_rung){ps_at_most(of->most.sets, asked.sets), ps_at_most(of->most.reps, asked.reps),
                      ps_at_most(of->most.hold_s, asked.hold_s)};
    }
}

static void months_ask_for_no_more_until_it_goes_well(void)
{
    static walk of;
    met count = {0};
    uint64_t sum = 0;
    for (int32_t w = 0; w < WALKS && test_failed_checks < SHOWN_MAX; w++) {
        uint64_t seed = (uint64_t)w;
        memset(&of, 0, sizeof of);
        of.in = ps_plan_input_defaults(all);
        of.index = test_between(&seed, 0, all->exercises.count - 1);
        const ps_exercise *exercise = &all->exercises.at[of.index];
        if (exercise->engine.rungs.count == 0) continue;
        char name[64];
        snprintf(name, sizeof name, "walk %d %.40s", w, exercise->id);
        for (int32_t i = 0; i < STEPS; i++) {
            of.in.irritability = chance(&seed, 80) ? PS_IRRITABILITY_LOW : PS_IRRITABILITY_HIGH;
            of.in.gentle_start = chance(&seed, 5);
            pass_days(&of, name, &seed, &count);
            if (state_of(&of)->stage == PS_STAGE_PAUSED) continue;
            begin(&of, name, &count);
            const ps_rung asked = dose_of_day(&of, name, &seed, &count);
            try_it(&of, asked, &seed);
            sum = sum * 31 + (uint64_t)(asked.sets * 64 + asked.reps);
        }
    }
    CHECK("caps decide", count.capped > WALKS / 2);
    CHECK("starts anew", count.restarts > WALKS / 2);
    CHECK("lighter weeks wait", count.waits > WALKS / 10);
    CHECK("lighter weeks end", count.resumed > WALKS / 10);
    RECORD("%016" PRIx64, sum);
}

TEST_MAIN(TEST_CASE(a_dose_is_never_above_the_cap), TEST_CASE(a_long_gap_is_no_way_up),
          TEST_CASE(no_more_on_the_weaker_side_either),
          TEST_CASE(months_ask_for_no_more_until_it_goes_well))
