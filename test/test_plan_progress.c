// What a session changes. Every row of the table of transitions has a row here that takes it; the
// laws walk through random months and hold at every step: never up after a bad, missing, hard or
// shortened session, never more than one rung, never load and repetitions together.
#include "plan_kit.h"

enum { WALKS = 20000, STEPS = 80, SHOWN_MAX = 20 };

#define KNEE "standing-slumpy-psoas"
#define RAISE "supine-leg-raise"
#define MARCH "march-in-place"

// ---- verdicts ----

static const struct {
    const char *name;
    ps_pain_course course; // stop, pain, morning, baseline, informed
    ps_pain_verdict verdict;
} verdicts[] = {
    {"calm",                     {false, 0, 0, 0, false},                     PS_GREEN     },
    {"3 is calm",                {false, 3, 2, 2, false},                     PS_GREEN     },
    {"a better morning",         {false, 3, 0, 2, false},                     PS_GREEN     },
    {"4 without informed mode",  {false, 4, 0, 0, false},                     PS_RED       },
    {"4 in informed mode",       {false, 4, 0, 0, true},                      PS_AMBER     },
    {"5 in informed mode",       {false, 5, 2, 2, true},                      PS_AMBER     },
    {"6 in informed mode",       {false, 6, 0, 0, true},                      PS_RED       },
    {"morning one above",        {false, 0, 3, 2, false},                     PS_AMBER     },
    {"morning two above",        {false, 0, 4, 2, false},                     PS_RED       },
    {"red beats amber",          {false, 4, 4, 2, true},                      PS_RED       },
    {"no morning",               {false, 2, PS_NOT_GIVEN, 2, false},          PS_NO_MORNING},
    {"no morning, but pain",     {false, 6, PS_NOT_GIVEN, 2, false},          PS_RED       },
    {"no morning, informed 4",   {false, 4, PS_NOT_GIVEN, 2, true},           PS_AMBER     },
    {"no pain score",            {false, PS_NOT_GIVEN, 2, 2, false},          PS_NO_MORNING},
    {"no pain score, bad night", {false, PS_NOT_GIVEN, 4, 2, false},          PS_RED       },
    {"a stop sign",              {true, 0, 0, 0, false},                      PS_STOP      },
    {"a stop sign, no scores",   {true, PS_NOT_GIVEN, PS_NOT_GIVEN, 0, true}, PS_STOP      },
};

static void pain_has_one_verdict(void)
{
    for (int32_t i = 0; i < PS_COUNT(verdicts); i++) {
        const ps_pain_verdict got = ps_pain_judge(&all->constants.pain, &verdicts[i].course);
        CHECK(verdicts[i].name, got == verdicts[i].verdict);
    }
    // law: more pain, a worse morning, no informed mode or a stop sign never make it better
    for (int32_t pain = 0; pain <= 10; pain++) {
        for (int32_t morning = 0; morning <= 10; morning++) {
            const ps_pain_course c = {false, pain, morning, 3, true};
            ps_pain_course more = c, worse = c, plain = c, sign = c;
            more.pain = pain < 10 ? pain + 1 : 10;
            worse.morning = morning < 10 ? morning + 1 : 10;
            plain.informed = false;
            sign.stop_sign = true;
            const ps_pain_limits *limits = &all->constants.pain;
            const ps_pain_verdict now = ps_pain_judge(limits, &c);
            CHECK("pain", ps_pain_judge(limits, &more) >= now);
            CHECK("morning", ps_pain_judge(limits, &worse) >= now);
            CHECK("informed", ps_pain_judge(limits, &plain) >= now);
            CHECK("sign", ps_pain_judge(limits, &sign) == PS_STOP);
            RECORD("%d", (int)now);
        }
    }
}

static void baseline_is_a_median(void)
{
    static const struct {
        const char *name;
        int32_t mornings[9], count, pain_now, baseline;
    } rows[] = {
        {"none: the intake",       {0},                         0, 4, 4},
        {"two: the intake",        {1, 1},                      2, 4, 4},
        {"three",                  {3, 1, 2},                   3, 9, 2},
        {"four: the lower middle", {4, 1, 3, 2},                4, 9, 2},
        {"seven",                  {7, 6, 5, 4, 3, 2, 1},       7, 0, 4},
        {"only the last seven",    {9, 9, 1, 1, 1, 1, 2, 2, 2}, 9, 0, 1},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].name, ps_pain_baseline(&all->constants.verdict, rows[i].mornings,
                                             rows[i].count, rows[i].pain_now) == rows[i].baseline);
    }
}

// ---- the table ----

/// A session on day 100, and a day without one; week 6 and start rung 2 unless said otherwise.
// clang-format off
#define SEEN(...) {.done = true, .day = 100, .allowed = true, __VA_ARGS__}
#define IDLE(...) {.day = 100, __VA_ARGS__}
#define GOOD SEEN(.verdict = PS_GREEN)
// clang-format on

static const struct {
    const char *name; // of the transition
    const char *exercise;
    ps_training now;
    ps_try seen;
    ps_stage stage;
    int32_t rung;
    ps_act act;
} steps[] = {
  // clang-format off
    {"allowed", KNEE, {0}, IDLE(.allowed = true), PS_STAGE_LEARN, 2, PS_ACT_START},
    {"allowed", KNEE, {0}, IDLE(.allowed = true, .start_rung = 1), PS_STAGE_LEARN, 1, PS_ACT_START},
    {"not allowed", KNEE, {0}, IDLE(.allowed = false), PS_STAGE_LOCKED, 0, PS_ACT_NOTHING},
    {"two greens", KNEE, {.stage = PS_STAGE_LEARN, .rung = 2, .greens = 1}, GOOD, PS_STAGE_BUILD, 2, PS_ACT_BUILD},
    {"two greens", KNEE, {.stage = PS_STAGE_REGRESS, .rung = 2, .greens = 1}, GOOD, PS_STAGE_BUILD, 2, PS_ACT_BUILD},
    {"two greens", KNEE, {.stage = PS_STAGE_HOLD, .rung = 2, .greens = 1}, GOOD, PS_STAGE_BUILD, 2, PS_ACT_BUILD},
    {"the same", KNEE, {.stage = PS_STAGE_LEARN, .rung = 2}, GOOD, PS_STAGE_LEARN, 2, PS_ACT_NOTHING},
    {"one rung up", KNEE, {.stage = PS_STAGE_BUILD, .rung = 2, .greens = 1}, GOOD, PS_STAGE_BUILD, 3, PS_ACT_UP},
    {"mastered", KNEE, {.stage = PS_STAGE_BUILD, .rung = 6, .greens = 1}, GOOD, PS_STAGE_BUILD, 7, PS_ACT_MASTERED},
    {"mastered", KNEE, {.stage = PS_STAGE_BUILD, .rung = 7, .greens = 1}, GOOD, PS_STAGE_BUILD, 7, PS_ACT_MASTERED},
    {"the same", KNEE, {.stage = PS_STAGE_BUILD, .rung = 7, .greens = 1, .mastered = true}, GOOD, PS_STAGE_BUILD, 7, PS_ACT_NOTHING},
    {"not counted", KNEE, {.stage = PS_STAGE_BUILD, .rung = 2, .greens = 1}, SEEN(.hard = true), PS_STAGE_BUILD, 2, PS_ACT_NOTHING},
    {"not counted", KNEE, {.stage = PS_STAGE_BUILD, .rung = 2, .greens = 1}, SEEN(.shortened = true), PS_STAGE_BUILD, 2, PS_ACT_NOTHING},
    {"not counted", KNEE, {.stage = PS_STAGE_BUILD, .rung = 2, .greens = 1}, SEEN(.verdict = PS_NO_MORNING), PS_STAGE_BUILD, 2, PS_ACT_NOTHING},
    {"not counted", KNEE, {.stage = PS_STAGE_BUILD, .rung = 5, .greens = 1}, SEEN(.held_low = true), PS_STAGE_BUILD, 2, PS_ACT_NOTHING},
    {"graduated", KNEE, {.stage = PS_STAGE_BUILD, .rung = 7, .mastered = true}, SEEN(.both_mastered = true, .loaded_allowed = true), PS_STAGE_GRADUATED, 7, PS_ACT_GRADUATE},
    {"the same", KNEE, {.stage = PS_STAGE_BUILD, .rung = 7, .mastered = true}, SEEN(.both_mastered = true), PS_STAGE_BUILD, 7, PS_ACT_NOTHING},
    {"the same", KNEE, {.stage = PS_STAGE_BUILD, .rung = 7, .mastered = true}, SEEN(.week = 3, .both_mastered = true, .loaded_allowed = true), PS_STAGE_BUILD, 7, PS_ACT_NOTHING},
    {"loads", RAISE, {.stage = PS_STAGE_BUILD, .rung = 4, .mastered = true}, SEEN(.both_mastered = true, .load_owned = true), PS_STAGE_LOAD, 1, PS_ACT_LOAD},
    {"the same", RAISE, {.stage = PS_STAGE_BUILD, .rung = 4, .mastered = true}, SEEN(.both_mastered = true), PS_STAGE_BUILD, 4, PS_ACT_NOTHING},
    {"the same", KNEE, {.stage = PS_STAGE_BUILD, .rung = 7, .mastered = true}, SEEN(.both_mastered = true, .load_owned = true), PS_STAGE_BUILD, 7, PS_ACT_NOTHING},
    {"one rung up", MARCH, {.stage = PS_STAGE_LOAD, .rung = 1, .greens = 1, .loaded = true}, GOOD, PS_STAGE_LOAD, 2, PS_ACT_UP},
    {"more load", MARCH, {.stage = PS_STAGE_LOAD, .rung = 5, .beyond = 1, .loaded = true}, SEEN(.beyond = true), PS_STAGE_LOAD, 2, PS_ACT_LOAD_MORE},
    {"the same", MARCH, {.stage = PS_STAGE_LOAD, .rung = 5, .loaded = true}, SEEN(.beyond = true), PS_STAGE_LOAD, 5, PS_ACT_NOTHING},
    {"amber", KNEE, {.stage = PS_STAGE_BUILD, .rung = 3, .greens = 1}, SEEN(.verdict = PS_AMBER), PS_STAGE_HOLD, 3, PS_ACT_KEEP},
    {"amber again", KNEE, {.stage = PS_STAGE_HOLD, .rung = 3}, SEEN(.verdict = PS_AMBER), PS_STAGE_REGRESS, 2, PS_ACT_DOWN},
    {"amber again, lowest", KNEE, {.stage = PS_STAGE_HOLD, .rung = 1}, SEEN(.verdict = PS_AMBER), PS_STAGE_REGRESS, 1, PS_ACT_EASIER},
    {"red", KNEE, {.stage = PS_STAGE_BUILD, .rung = 3}, SEEN(.verdict = PS_RED), PS_STAGE_REGRESS, 2, PS_ACT_DOWN},
    {"red, lowest", KNEE, {.stage = PS_STAGE_LEARN, .rung = 1}, SEEN(.verdict = PS_RED), PS_STAGE_REGRESS, 1, PS_ACT_EASIER},
    {"red twice", KNEE, {.stage = PS_STAGE_REGRESS, .rung = 3, .tries = 2, .red = 2, .red_count = 1, .red_days = {80}}, SEEN(.verdict = PS_RED), PS_STAGE_REGRESS, 2, PS_ACT_SWAP},
    {"red", KNEE, {.stage = PS_STAGE_REGRESS, .rung = 3, .tries = 3, .red = 4, .red_count = 1, .red_days = {80}}, SEEN(.verdict = PS_RED), PS_STAGE_REGRESS, 2, PS_ACT_DOWN},
    {"red thrice", KNEE, {.stage = PS_STAGE_REGRESS, .rung = 3, .tries = 3, .red = 3, .red_count = 2, .red_days = {95, 87}}, SEEN(.verdict = PS_RED), PS_STAGE_PAUSED, 3, PS_ACT_PAUSE},
    {"red twice", KNEE, {.stage = PS_STAGE_REGRESS, .rung = 3, .tries = 3, .red = 3, .red_count = 2, .red_days = {95, 86}}, SEEN(.verdict = PS_RED), PS_STAGE_REGRESS, 2, PS_ACT_SWAP},
    {"stop", KNEE, {.stage = PS_STAGE_BUILD, .rung = 3}, SEEN(.verdict = PS_STOP), PS_STAGE_PAUSED, 3, PS_ACT_PAUSE},
    {"still paused", KNEE, {.stage = PS_STAGE_PAUSED, .rung = 3}, IDLE(.allowed = true), PS_STAGE_PAUSED, 3, PS_ACT_NOTHING},
    {"rested", KNEE, {.stage = PS_STAGE_PAUSED, .rung = 3}, IDLE(.rest_ok = true), PS_STAGE_LEARN, 1, PS_ACT_RESTART},
    {"hard twice", KNEE, {.stage = PS_STAGE_BUILD, .rung = 3, .hard = 1}, SEEN(.hard = true), PS_STAGE_DELOAD, 3, PS_ACT_LIGHTEN},
    {"hard twice", KNEE, {.stage = PS_STAGE_BUILD, .rung = 3}, SEEN(.deload = true), PS_STAGE_DELOAD, 3, PS_ACT_LIGHTEN},
    {"lighter week", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 100}, GOOD, PS_STAGE_DELOAD, 3, PS_ACT_KEEP},
    {"week over", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 99}, GOOD, PS_STAGE_BUILD, 3, PS_ACT_RESUME},
    {"lighter week", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 99}, SEEN(.verdict = PS_NO_MORNING), PS_STAGE_DELOAD, 3, PS_ACT_KEEP},
    {"lighter week", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 99}, SEEN(.verdict = PS_GREEN, .hard = true), PS_STAGE_DELOAD, 3, PS_ACT_KEEP},
    {"lighter week", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 99, .unsure = true}, IDLE(), PS_STAGE_DELOAD, 3, PS_ACT_KEEP},
    {"week over", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 99, .unsure = true}, GOOD, PS_STAGE_BUILD, 3, PS_ACT_RESUME},
    {"week over", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 99}, IDLE(), PS_STAGE_BUILD, 3, PS_ACT_RESUME},
    {"red", KNEE, {.stage = PS_STAGE_DELOAD, .before = PS_STAGE_BUILD, .rung = 3, .deload_until = 105}, SEEN(.verdict = PS_RED), PS_STAGE_DELOAD, 2, PS_ACT_DOWN},
    {"goals met", KNEE, {.stage = PS_STAGE_BUILD, .rung = 7}, SEEN(.weeks_done = 8, .goals_met = true), PS_STAGE_MAINTAIN, 7, PS_ACT_MAINTAIN},
    {"the same", "supine-breathing-release", {.stage = PS_STAGE_BUILD, .rung = 1, .greens = 5}, GOOD, PS_STAGE_BUILD, 1, PS_ACT_NOTHING},
  // clang-format on
};

static void every_row_is_taken(void)
{
    uint32_t taken = 0;
    for (int32_t i = 0; i < PS_COUNT(steps); i++) {
        const ps_exercise *exercise = &all->exercises.at[exercise_of(steps[i].exercise)];
        text label = {0};
        say(&label, "%d %s", i, steps[i].name);
        ps_training next;
        ps_try seen = steps[i].seen;
        if (seen.week == 0) seen.week = 6;
        if (seen.start_rung == 0) seen.start_rung = 2;
        const ps_transition *row =
            ps_training_step(&all->constants, exercise, &steps[i].now, &seen, &next);
        CHECK_TEXT(label.at, row->name, steps[i].name);
        CHECK(label.at, row->act == steps[i].act);
        CHECK(label.at, next.stage == steps[i].stage);
        CHECK(label.at, next.rung == steps[i].rung);
        taken |= UINT32_C(1) << (row - ps_transitions);
    }
    for (int32_t r = 0; r < ps_transition_count; r++) {
        CHECK(ps_transitions[r].name, (taken >> r & 1) != 0);
    }
}

static void sides_wait_for_each_other(void)
{
    const ps_exercise *knee = &all->exercises.at[exercise_of(KNEE)];
    const ps_training top = {.stage = PS_STAGE_BUILD, .rung = 7, .mastered = true};
    const ps_try good = SEEN(.week = 6, .both_mastered = true, .loaded_allowed = true);
    ps_try bad = good;
    bad.verdict = PS_AMBER;
    ps_training next[2];
    const ps_transition *rows[2];
    ps_training_step_sides(&all->constants, knee, (const ps_training[2]){top, top},
                           (const ps_try[2]){good, good}, next, rows);
    CHECK("both", next[0].stage == PS_STAGE_GRADUATED && next[1].stage == PS_STAGE_GRADUATED);
    ps_training_step_sides(&all->constants, knee, (const ps_training[2]){top, top},
                           (const ps_try[2]){good, bad}, next, rows);
    CHECK("left waits", next[0].stage == PS_STAGE_BUILD && next[1].stage == PS_STAGE_HOLD);
}

static void mastery_is_the_top_hold_and_repetitions(void)
{
    static const struct {
        const char *exercise;
        bool loaded;
        int32_t rung;
    } rows[] = {
        {KNEE,                        false, 6}, // 2x6x10s
        {"side-lying-hip-ere",        false, 4}, // 2x3x15s
        {"side-lying-hip-ere",        false, 4},
        {"psoas-plank",               false, 3}, // 2x12
        {"supported-90-90-curl",      false, 5},
        {"front-support-hip-flexion", true,  4}, // 2x10
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_exercise *exercise = &all->exercises.at[exercise_of(rows[i].exercise)];
        CHECK(rows[i].exercise, ps_mastery_rung(exercise, rows[i].loaded) == rows[i].rung);
    }
}

// ---- laws ----

static ps_rung dose_of(const ps_exercise *exercise, const ps_training *state, bool held_low)
{
    const ps_rungs rungs = state->loaded ? exercise->engine.rungs_loaded : exercise->engine.rungs;
    ps_rung rung = rungs.at[held_low ? 0 : state->rung - 1];
    if (state->stage == PS_STAGE_DELOAD) rung.sets = rung.sets > 1 ? rung.sets / 2 : 1;
    return rung;
}

static bool chance(uint64_t *seed, int32_t percent)
{
    return test_between(seed, 1, 100) <= percent;
}

static ps_try some_try(uint64_t *seed, ps_day day)
{
    static const ps_pain_verdict likely[] = {PS_GREEN, PS_GREEN,      PS_GREEN, PS_GREEN, PS_GREEN,
                                             PS_GREEN, PS_NO_MORNING, PS_AMBER, PS_RED,   PS_STOP};
    return (ps_try){
        .verdict = likely[test_between(seed, 0, chance(seed, 30) ? 9 : 8)],
        .done = chance(seed, 95),
        .hard = chance(seed, 8),
        .shortened = chance(seed, 10),
        .beyond = chance(seed, 40),
        .day = day,
        .week = day / 7 + 1,
        .allowed = chance(seed, 95),
        .start_rung = test_between(seed, 1, 2),
        .with_load = chance(seed, 50),
        .held_low = chance(seed, 5),
        .both_mastered = chance(seed, 70),
        .loaded_allowed = chance(seed, 90),
        .load_owned = chance(seed, 50),
        .deload = chance(seed, 2),
        .rest_ok = chance(seed, 30),
        .goals_met = chance(seed, 5),
        .weeks_done = day / 7,
    };
}

static void check_step(const char *name, const ps_exercise *exercise, const ps_training *now,
                       const ps_try *seen, const ps_training *next)
{
    const ps_rungs rungs = next->loaded ? exercise->engine.rungs_loaded : exercise->engine.rungs;
    CHECK(name, next->rung >= 1 && next->rung <= rungs.count);
    CHECK(name, next->rung <= now->rung + 1);
    const ps_rung before = dose_of(exercise, now, seen->held_low);
    const ps_rung after = dose_of(exercise, next, seen->held_low);
    const bool more =
        after.sets > before.sets || after.reps > before.reps || after.hold_s > before.hold_s;
    const bool good = seen->verdict == PS_GREEN && !seen->hard;
    const bool resumed = now->stage == PS_STAGE_DELOAD && next->stage != PS_STAGE_DELOAD;
    const bool idle = now->stage == PS_STAGE_PAUSED || next->stage == PS_STAGE_PAUSED;
    // invariant 9
    if (seen->done && !idle && !(resumed && good)) {
        CHECK(name, !more || (good && !seen->shortened && !seen->held_low));
    }
    if (next->loaded && !now->loaded) CHECK(name, after.reps <= before.reps && next->rung == 1);
    if (seen->done && (seen->verdict == PS_STOP)) CHECK(name, next->stage == PS_STAGE_PAUSED);
    if (next->stage == PS_STAGE_PAUSED && now->stage == PS_STAGE_PAUSED) {
        CHECK(name, next->rung <= now->rung);
    }
    // what was asked low may rise by one rung when the reason is gone
    if (seen->done && seen->held_low) CHECK(name, next->rung <= 2);
}

static void months_keep_the_laws(void)
{
    int64_t stages[PS_STAGE_DELOAD + 1] = {0};
    uint64_t sum = 0;
    for (int32_t w = 0; w < WALKS && test_failed_checks < SHOWN_MAX; w++) {
        uint64_t seed = (uint64_t)w;
        const int32_t index = test_between(&seed, 0, all->exercises.count - 1);
        const ps_exercise *exercise = &all->exercises.at[index];
        if (exercise->engine.rungs.count == 0) continue;
        char name[64];
        snprintf(name, sizeof name, "walk %d %.40s", w, exercise->id);
        ps_training state = {0};
        ps_day day = 0;
        for (int32_t i = 0; i < STEPS; i++) {
            day += test_between(&seed, 1, 4);
            const ps_try seen = some_try(&seed, day);
            ps_training next;
            const ps_transition *row =
                ps_training_step(&all->constants, exercise, &state, &seen, &next);
            if (state.rung > 0) check_step(name, exercise, &state, &seen, &next);
            if (row->act == PS_ACT_LOAD_MORE) {
                CHECK(name, dose_of(exercise, &next, false).reps <=
                                dose_of(exercise, &state, false).reps);
            }
            state = next;
            stages[state.stage]++;
            sum = sum * 31 + (uint64_t)state.stage * 16 + (uint64_t)state.rung;
        }
    }
    for (int32_t s = 0; s < PS_COUNT(stages); s++) CHECK(ps_stage_names.names[s], stages[s] > 100);
    RECORD("%016" PRIx64, sum);
}

// ---- gaps and lighter weeks ----

static void gaps_ask_for_less(void)
{
    static const struct {
        int32_t days;
        ps_gap_kind kind;
        int32_t rungs_down;
    } rows[] = {
        {1,  PS_GAP_NONE,        0},
        {6,  PS_GAP_NONE,        0},
        {7,  PS_GAP_FEWER_SETS,  0},
        {13, PS_GAP_FEWER_SETS,  0},
        {14, PS_GAP_LOWEST_REPS, 0},
        {20, PS_GAP_LOWEST_REPS, 0},
        {21, PS_GAP_STEP_DOWN,   1},
        {28, PS_GAP_STEP_DOWN,   2},
        {42, PS_GAP_STEP_DOWN,   3},
        {43, PS_GAP_RESCREEN,    0},
    };
    const ps_exercise *knee = &all->exercises.at[exercise_of(KNEE)];
    const ps_training now = {.stage = PS_STAGE_BUILD, .rung = 6, .greens = 1};
    const ps_asked asked = {2, 6, 10, 6};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        text label = {0};
        say(&label, "%d days", rows[i].days);
        const ps_gap gap = ps_gap_judge(&all->constants, rows[i].days);
        CHECK(label.at, gap.kind == rows[i].kind);
        CHECK(label.at, gap.rungs_down == rows[i].rungs_down);
        const ps_asked dose = ps_gap_dose(&gap, knee, false, asked);
        CHECK(label.at, dose.sets == (gap.kind == PS_GAP_FEWER_SETS ? 1 : 2));
        CHECK(label.at, dose.reps == (gap.kind == PS_GAP_LOWEST_REPS ? 4 : 6));
        CHECK(label.at, dose.hold_s == 10);
        const ps_training next = ps_gap_training(&gap, &now);
        CHECK(label.at, next.rung == (gap.kind == PS_GAP_RESCREEN ? 0 : 6 - rows[i].rungs_down));
    }
    const ps_gap end = ps_gap_judge(&all->constants, 43);
    const ps_training paused = {.stage = PS_STAGE_PAUSED, .rung = 3};
    CHECK("pain stays pain", ps_gap_training(&end, &paused).stage == PS_STAGE_PAUSED);
}

/// Every number of a verdict stands in the data: another one there is another verdict here.
static void the_numbers_are_the_data_s(void)
{
    const ps_exercise *knee = &all->exercises.at[exercise_of(KNEE)];
    const ps_training twice = {.stage = PS_STAGE_REGRESS,
                               .rung = 3,
                               .tries = 2,
                               .red = 2,
                               .red_count = 1,
                               .red_days = {95}};
    const ps_training mastered = {.stage = PS_STAGE_BUILD, .rung = 7, .mastered = true};
    const ps_try red = SEEN(.verdict = PS_RED, .week = 6);
    const ps_try ready = SEEN(.week = 4, .both_mastered = true, .loaded_allowed = true);
    ps_constants other = all->constants;
    ps_training next;
    CHECK("swap", ps_training_step(&other, knee, &twice, &red, &next)->act == PS_ACT_SWAP);
    CHECK("rest", next.not_before == 102);
    CHECK("load", ps_training_step(&other, knee, &mastered, &ready, &next)->act == PS_ACT_GRADUATE);
    CHECK("gap", ps_gap_judge(&other, 28).rungs_down == 2);

    other.verdict.swap_reds = 3;
    other.verdict.red_rest_days = 3;
    CHECK("no swap", ps_training_step(&other, knee, &twice, &red, &next)->act == PS_ACT_DOWN);
    CHECK("longer rest", next.not_before == 104);
    other.verdict.pause_reds = 2;
    CHECK("pause", ps_training_step(&other, knee, &twice, &red, &next)->act == PS_ACT_PAUSE);
    other.verdict.pause_window_days = 5;
    CHECK("short window", ps_training_step(&other, knee, &twice, &red, &next)->act == PS_ACT_DOWN);
    other.strength.load_week = 5;
    CHECK("later", ps_training_step(&other, knee, &mastered, &ready, &next)->act == PS_ACT_NOTHING);
    other.gap_days.days_per_rung = 28;
    CHECK("slower", ps_gap_judge(&other, 28).rungs_down == 1);
}

static void lighter_weeks_have_a_reason(void)
{
    CHECK("nothing", !ps_deload_due(&all->constants.deload, &(ps_deload_signs){1, 1, false}));
    CHECK("two bad sessions",
          ps_deload_due(&all->constants.deload, &(ps_deload_signs){2, 0, false}));
    CHECK("hard twice", ps_deload_due(&all->constants.deload, &(ps_deload_signs){0, 2, false}));
    CHECK("a bad night", ps_deload_due(&all->constants.deload, &(ps_deload_signs){0, 0, true}));
}

TEST_MAIN(TEST_CASE(pain_has_one_verdict), TEST_CASE(baseline_is_a_median),
          TEST_CASE(every_row_is_taken), TEST_CASE(sides_wait_for_each_other),
          TEST_CASE(mastery_is_the_top_hold_and_repetitions), TEST_CASE(months_keep_the_laws),
          TEST_CASE(gaps_ask_for_less), TEST_CASE(the_numbers_are_the_data_s),
          TEST_CASE(lighter_weeks_have_a_reason))
