// Rows are the worked examples of the domain with their numbers typed from it. The laws compute the
// time a second way, by walking through the exercise beat by beat, and clip ladders at random.
#include "ps/dose.h"

#include "test.h"

enum { TIMED = 30000, CLIPPED = 30000 };

// ---- time ----

/// Domain 5.14 and examples.json: the exercise's own seconds, the answer, what is asked.
static const struct {
    const char *exercise;
    ps_timing timing;
    ps_range seconds;
    const char *dose;
} examples[] = {
    {"standing-glute-contraction",   {10, 6}, {118, 118}, "2x4x5s rest 20s"                                 },
    {"standing-glute-contraction",   {10, 6}, {90, 90},   "1x5x10s rest 20s"                                },
    {"standing-glute-contraction",   {10, 6}, {222, 222}, "2x6x10s rest 20s"                                },
    {"standing-glute-contraction",   {10, 6}, {54, 54},   "1x4x5s rest 20s"                                 },
    {"standing-slumpy-psoas",        {10, 6}, {201, 201}, "2x4x5s/side rest 15s"                            },
    {"standing-slumpy-psoas",        {10, 6}, {409, 409}, "2x6x10s/side rest 15s"                           },
    {"standing-slumpy-psoas-loaded", {20, 6}, {108, 108}, "1x4x5s/side rest 30s"                            },
    {"side-lying-hip-ere",           {20, 3}, {186, 186}, "2x3x10s/side rest 10s"                           },
    {"side-lying-hip-ere",           {20, 3}, {186, 186}, "2x(glute 10s, push 10s, glute 10s)/side rest 10s"},
    {"side-lying-hip-ere",           {20, 3}, {246, 246}, "2x(glute 15s, push 15s, glute 15s)/side rest 10s"},
    {"side-lying-hip-ere",           {20, 3}, {482, 482}, "4x(glute 15s, push 15s, glute 15s)/side rest 10s"},
    {"alternating-knee-to-chest",    {10, 3}, {190, 190}, "2x8x2s/alternating rest 20s"                     },
    {"supported-90-90-curl",         {15, 4}, {125, 125}, "2x8x1s rest 30s"                                 },
    {"supported-90-90-curl",         {15, 4}, {55, 55},   "1x8x1s rest 30s"                                 },
    {"march-in-place",               {5, 2},  {105, 105}, "2x10/side rest 20s"                              },
    {"march-in-place",               {5, 2},  {45, 45},   "10/side rest 20s"                                },
    {"seated-march",                 {5, 3},  {153, 153}, "2x8x1s/side rest 20s"                            },
    {"seated-march",                 {5, 3},  {69, 69},   "1x8x1s/side rest 20s"                            },
    {"supine-breathing-release",     {10, 0}, {100, 100}, "90s"                                             },
 // ours: a ramp or tempo takes the place of the transition
    {"with its ramp",                {10, 6}, {118, 118}, "2x4x5s ramp 3s/3s rest 20s"                      },
    {"with its tempo",               {15, 4}, {125, 125}, "2x8x1s lift 2s lower 2s rest 30s"                },
    {"ramped phases",                {0, 9},  {49, 49},   "2x(a 10s, b 5s) ramp 1s/2s rest 7s"              },
 // ours: ranges, and numbers that nobody gave
    {"from the source",              {10, 6}, {54, 222},  "1-2x4-6x5-10s rest 20s"                          },
    {"nothing given",                {10, 6}, {22, 22},   "?x?x?s/side rest 20s"                            },
    {"phase not given",              {0, 1},  {6, 8},     "2x(a ?s, b 1-2s)"                                },
 // ours: left, switch, right, rest, left, switch, right
    {"switch inside the rest",       {0, 0},  {150, 150}, "2x30s/side switch 5s rest 20s"                   },
    {"switch beyond the rest",       {0, 0},  {195, 195}, "2x30s/side switch 25s rest 20s"                  },
    {"switch without rest",          {0, 0},  {135, 135}, "2x30s/side switch 5s"                            },
    {"no way back",                  {0, 0},  {65, 65},   "30s/side switch 5s"                              },
    {"one side only",                {0, 0},  {80, 80},   "2x30s/left rest 20s"                             },
};

/// The sides do different doses.
static const struct {
    const char *exercise;
    ps_timing timing;
    int32_t seconds;
    const char *sides[2];
} uneven[] = {
    {"front-support-hip-flexion", {30, 4}, 183, {"1x6x2s/left rest 45s", "2x6x2s/right rest 45s"}     },
    {"front-support-hip-flexion", {30, 4}, 183, {"1x6x2s/side rest 45s", "2x6x2s/side rest 45s"}      },
    {"one more on the right",     {0, 0},  38,  {"1x10s/side switch 5s rest 3s", "2x10s/side rest 3s"}},
};

static void examples_take_their_time(void)
{
    for (int32_t i = 0; i < PS_COUNT(examples); i++) {
        const char *row = examples[i].exercise;
        ps_dose dose;
        CHECK(row, ps_dose_parse(ps_str_of(examples[i].dose), &dose, NULL) == PS_OK);
        const ps_range got = ps_dose_seconds(&dose, 1, examples[i].timing);
        CHECK(row, got.low == examples[i].seconds.low);
        CHECK(row, got.high == examples[i].seconds.high);
        RECORD("%s %d %d\n", row, got.low, got.high);
    }
}

static void uneven_sides_take_their_time(void)
{
    for (int32_t i = 0; i < PS_COUNT(uneven); i++) {
        const char *row = uneven[i].exercise;
        ps_dose sides[2];
        for (int32_t j = 0; j < 2; j++) {
            CHECK(row, ps_dose_parse(ps_str_of(uneven[i].sides[j]), &sides[j], NULL) == PS_OK);
        }
        const ps_range got = ps_dose_seconds(sides, 2, uneven[i].timing);
        CHECK(row, got.low == uneven[i].seconds && got.high == uneven[i].seconds);
        RECORD("%s %d\n", row, got.low);
    }
}

static int32_t or_else(int32_t number, int32_t absent)
{
    return number == PS_NOT_GIVEN ? absent : number;
}

/// The beats of one set, counted one by one.
static int32_t walk_set(const ps_dose *dose, bool high, int32_t transition_s)
{
    const int32_t beats[] = {dose->ramp_up_s, dose->ramp_down_s, dose->lift_s, dose->lower_s,
                             dose->pause_s};
    int32_t clock = 0;
    const int32_t reps = dose->phase_count > 0
                             ? dose->phase_count
                             : or_else(high ? dose->reps.high : dose->reps.low, 1);
    for (int32_t rep = 0; rep < reps; rep++) {
        const ps_range hold = dose->phase_count > 0 ? dose->phases[rep].seconds : dose->hold_s;
        clock += or_else(high ? hold.high : hold.low, 0);
        bool moved = false;
        for (int32_t i = 0; i < PS_COUNT(beats); i++) {
            clock += beats[i];
            moved = moved || beats[i] > 0;
        }
        if (!moved) clock += transition_s;
    }
    return clock;
}

/// The whole exercise as a story: who works when, and what lies between.
static int32_t walk(const ps_dose *sides, int32_t count, ps_timing timing, bool high)
{
    const bool turns = sides[0].sides == PS_EACH_SIDE || sides[0].sides == PS_ALTERNATING;
    const ps_dose *of[2] = {&sides[0], count == 2 ? &sides[1] : &sides[0]};
    const int32_t people = count == 2 || turns ? 2 : 1;
    int32_t rest_s = 0, switch_s = 0, rounds = 0;
    for (int32_t side = 0; side < people; side++) {
        const int32_t sets = or_else(high ? of[side]->sets.high : of[side]->sets.low, 1);
        if (of[side]->rest_s > rest_s) rest_s = of[side]->rest_s;
        if (of[side]->switch_s > switch_s) switch_s = of[side]->switch_s;
        if (sets > rounds) rounds = sets;
    }
    int32_t clock = timing.setup_s;
    bool both_before = false;
    for (int32_t round = 0; round < rounds; round++) {
        bool works[2] = {false, false};
        for (int32_t side = 0; side < people; side++) {
            works[side] = round < or_else(high ? of[side]->sets.high : of[side]->sets.low, 1);
        }
        const bool both = works[0] && works[1];
        const bool back = both_before && both;
        if (round > 0) clock += back && switch_s > rest_s ? switch_s : rest_s;
        for (int32_t side = 0; side < people; side++) {
            if (works[side]) clock += walk_set(of[side], high, timing.transition_s);
        }
        if (both) clock += switch_s;
        both_before = both;
    }
    return clock;
}

static ps_range some_range(uint64_t *seed, int32_t max)
{
    const int32_t low = test_between(seed, 1, max);
    if (test_between(seed, 0, 9) == 0) return (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN};
    return (ps_range){low, test_between(seed, low, max)};
}

static ps_dose some_dose(uint64_t *seed)
{
    ps_dose dose = ps_dose_defaults();
    dose.sets = some_range(seed, 6);
    if (test_between(seed, 0, 2) == 0) {
        dose.reps = (ps_range){1, 1};
        dose.phase_count = test_between(seed, 1, PS_PHASES_MAX);
        for (int32_t i = 0; i < dose.phase_count; i++) {
            dose.phases[i].name[0] = 'a';
            dose.phases[i].seconds = some_range(seed, 60);
        }
    } else {
        dose.reps = some_range(seed, 20);
        if (test_between(seed, 0, 1)) dose.hold_s = some_range(seed, 60);
        if (test_between(seed, 0, 2) == 0) {
            dose.lift_s = test_between(seed, 1, 9);
            dose.lower_s = test_between(seed, 0, 9);
            dose.pause_s = test_between(seed, 0, 9);
        }
    }
    if (test_between(seed, 0, 2) == 0) dose.ramp_up_s = test_between(seed, 0, 5);
    if (test_between(seed, 0, 2) == 0) dose.ramp_down_s = test_between(seed, 0, 5);
    dose.sides = (ps_sides)test_between(seed, PS_BOTH_TOGETHER, PS_ALTERNATING);
    if (dose.sides == PS_EACH_SIDE) dose.switch_s = test_between(seed, 0, 40);
    dose.rest_s = test_between(seed, 0, 60);
    return dose;
}

static void time_is_what_a_walk_through_takes(void)
{
    uint64_t seed = 3;
    for (int32_t i = 0; i < TIMED; i++) {
        const ps_dose sides[2] = {some_dose(&seed), some_dose(&seed)};
        const ps_timing timing = {test_between(&seed, 0, 300), test_between(&seed, 0, 60)};
        char row[PS_DOSE_TEXT];
        ps_dose_format(&sides[0], row, sizeof row);
        for (int32_t count = 1; count <= 2; count++) {
            const ps_range got = ps_dose_seconds(sides, count, timing);
            CHECK(row, got.low == walk(sides, count, timing, false));
            CHECK(row, got.high == walk(sides, count, timing, true));
            CHECK(row, got.low <= got.high);
            RECORD("%d %d\n", got.low, got.high);
        }
    }
}

static void add_to(ps_range *range, uint64_t *seed)
{
    if (range->low == PS_NOT_GIVEN) {
        *range = (ps_range){1, 1}; // what it counted as, or a second more
    } else if (test_between(seed, 0, 1)) {
        range->low++;
        range->high++;
    } else {
        range->high++;
    }
}

/// More of any number never takes less time. A ramp is there before and after, since the first
/// second of a ramp or tempo replaces the transition.
static void more_never_takes_less(void)
{
    uint64_t seed = 11;
    for (int32_t i = 0; i < TIMED; i++) {
        ps_dose dose = some_dose(&seed);
        ps_timing timing = {test_between(&seed, 0, 299), test_between(&seed, 0, 59)};
        dose.ramp_up_s++;
        char row[PS_DOSE_TEXT];
        ps_dose_format(&dose, row, sizeof row);
        const ps_range before = ps_dose_seconds(&dose, 1, timing);

        ps_range *const ranges[] = {&dose.sets, &dose.reps, &dose.hold_s, &dose.phases[0].seconds};
        int32_t *const numbers[] = {&dose.ramp_up_s, &dose.ramp_down_s, &dose.lift_s,
                                    &dose.lower_s,   &dose.pause_s,     &dose.switch_s,
                                    &dose.rest_s,    &timing.setup_s,   &timing.transition_s};
        const int32_t pick = test_between(&seed, -PS_COUNT(ranges), PS_COUNT(numbers) - 1);
        if (pick < 0) {
            add_to(ranges[-pick - 1], &seed);
        } else {
            ++*numbers[pick];
        }
        const ps_range after = ps_dose_seconds(&dose, 1, timing);
        CHECK(row, after.low >= before.low && after.high >= before.high);
    }
}

// ---- ladders ----

static const ps_rung iso[] = {
    {1, 4, 5 },
    {2, 4, 5 },
    {2, 4, 7 },
    {2, 5, 7 },
    {2, 5, 10},
    {2, 6, 10},
    {3, 6, 10}
};
static const ps_rung iso_long[] = {
    {1, 1, 10},
    {2, 1, 10},
    {2, 1, 15},
    {2, 1, 20},
    {3, 1, 20}
};
static const ps_rung cycle[] = {
    {1, 3, 10},
    {2, 3, 10},
    {2, 3, 12},
    {2, 3, 15},
    {3, 3, 15},
    {4, 3, 15}
};
static const ps_rung loaded[] = {
    {1, 6,  0},
    {2, 6,  0},
    {2, 8,  0},
    {2, 10, 0},
    {3, 10, 0}
};
static const ps_rung unloaded[] = {
    {1, 8,  0},
    {2, 8,  0},
    {2, 10, 0},
    {2, 12, 0},
    {2, 15, 0}
};
static const ps_rung hold[] = {
    {2, 1, 15},
    {2, 1, 30},
    {2, 1, 45},
    {2, 1, 60}
};
static const ps_rung spell[] = {
    {1, 1, 45 },
    {1, 1, 60 },
    {1, 1, 90 },
    {1, 1, 120},
    {1, 1, 180}
};

/// engine.rungs of the catalogue: the ladder of the family, moved into the limits of the exercise.
static const struct {
    const char *exercise;
    const ps_rung *ladder;
    int32_t count;
    ps_rung_limits limits;
    const char *rungs;
} clips[] = {
    {"standing-glute-contraction",
     iso,                                PS_COUNT(iso),
     {{1, 2}, {4, 6}, {5, 10}},
     "1x4x5 2x4x5 2x4x7 2x5x7 2x5x10 2x6x10"                                                                },
    {"standing-slumpy-psoas",
     iso,                                PS_COUNT(iso),
     {{1, 3}, {4, 6}, {5, 10}},
     "1x4x5 2x4x5 2x4x7 2x5x7 2x5x10 2x6x10 3x6x10"                                                         },
    {"bending-leg-lift",           iso,  PS_COUNT(iso),      {{1, 3}, {6, 8}, {3, 5}},   "1x6x5 2x6x5 3x6x5"},
    {"add-side-bridge",
     iso_long,                           PS_COUNT(iso_long),
     {{1, 3}, {1, 1}, {10, 20}},
     "1x1x10 2x1x10 2x1x15 2x1x20 3x1x20"                                                                   },
    {"side-lying-hip-ere",
     cycle,                              PS_COUNT(cycle),
     {{1, 4}, {3, 3}, {10, 15}},
     "1x3x10 2x3x10 2x3x12 2x3x15 3x3x15 4x3x15"                                                            },
    {"psoas-march, loaded",
     loaded,                             PS_COUNT(loaded),
     {{1, 3}, {10, 12}, {0, 0}},
     "1x10x0 2x10x0 3x10x0"                                                                                 },
    {"front-support-hip-flexion",
     loaded,                             PS_COUNT(loaded),
     {{1, 3}, {6, 10}, {2, 2}},
     "1x6x2 2x6x2 2x8x2 2x10x2 3x10x2"                                                                      },
    {"psoas-march",
     unloaded,                           PS_COUNT(unloaded),
     {{1, 3}, {10, 12}, {0, 0}},
     "1x10x0 2x10x0 2x12x0"                                                                                 },
    {"seated-march",
     unloaded,                           PS_COUNT(unloaded),
     {{1, 3}, {8, 15}, {1, 1}},
     "1x8x1 2x8x1 2x10x1 2x12x1 2x15x1"                                                                     },
    {"low-lunge-psoas-stretch",    hold, PS_COUNT(hold),     {{1, 2}, {1, 1}, {15, 30}}, "2x1x15 2x1x30"    },
    {"supine-breathing-release",
     spell,                              PS_COUNT(spell),
     {{1, 1}, {1, 1}, {90, 180}},
     "1x1x90 1x1x120 1x1x180"                                                                               },
    {"no rungs at all",            iso,  0,                  {{1, 2}, {4, 6}, {5, 10}},  ""                 },
};

static void put_rungs(const ps_rung *rungs, int32_t count, char *text, size_t cap)
{
    size_t len = 0;
    text[0] = '\0';
    for (int32_t i = 0; i < count; i++) {
        len += (size_t)snprintf(text + len, cap - len, "%s%dx%dx%d", i == 0 ? "" : " ",
                                rungs[i].sets, rungs[i].reps, rungs[i].hold_s);
    }
}

static void ladders_are_clipped_like_the_catalogue(void)
{
    for (int32_t i = 0; i < PS_COUNT(clips); i++) {
        ps_rung rungs[PS_RUNGS_MAX];
        char text[256];
        const int32_t left =
            ps_ladder_clip(clips[i].ladder, clips[i].count, clips[i].limits, rungs);
        put_rungs(rungs, left, text, sizeof text);
        CHECK_TEXT(clips[i].exercise, text, clips[i].rungs);
        CHECK(clips[i].exercise, ps_ladder_rises(rungs, left));
        RECORD("%s\n", text);
    }
}

static const struct {
    const char *name;
    ps_rung rungs[3];
    int32_t count;
    bool rises;
} rising[] = {
    {"none",                           {{0, 0, 0}},                       0, true },
    {"one",                            {{1, 4, 5}},                       1, true },
    {"more sets",                      {{1, 4, 5}, {2, 4, 5}},            2, true },
    {"a hold where none was",          {{1, 4, 0}, {1, 4, 1}},            2, true },
    {"equal",                          {{1, 4, 5}, {1, 4, 5}},            2, false},
    {"more sets, fewer repetitions",   {{1, 8, 5}, {3, 6, 5}},            2, false},
    {"more repetitions, shorter hold", {{1, 4, 10}, {1, 20, 9}},          2, false},
    {"down at the end",                {{1, 4, 5}, {2, 4, 5}, {1, 4, 5}}, 3, false},
};

static void rising_asks_more_and_nothing_less(void)
{
    for (int32_t i = 0; i < PS_COUNT(rising); i++) {
        CHECK(rising[i].name, ps_ladder_rises(rising[i].rungs, rising[i].count) == rising[i].rises);
    }
}

static bool inside(int32_t value, ps_range limits)
{
    return value >= limits.low && value <= limits.high;
}

static void clipped_ladders_stay_inside_and_rise(void)
{
    uint64_t seed = 5;
    for (int32_t i = 0; i < CLIPPED; i++) {
        ps_rung ladder[PS_RUNGS_MAX] =
            {
                {1, 1, 0}
        },
                once[PS_RUNGS_MAX], twice[PS_RUNGS_MAX];
        const int32_t count = test_between(&seed, 0, PS_RUNGS_MAX);
        for (int32_t j = 0; j < count; j++) {
            ladder[j] = j > 0 ? ladder[j - 1] : ladder[0];
            ladder[j].sets += test_between(&seed, 0, 1);
            ladder[j].reps += test_between(&seed, 0, 2);
            ladder[j].hold_s += test_between(&seed, 0, 5);
        }
        const int32_t sets = test_between(&seed, 1, 5), reps = test_between(&seed, 1, 10);
        const int32_t hold_s = test_between(&seed, 0, 20);
        const ps_rung_limits limits = {
            {sets,   sets + test_between(&seed,   0, 3) },
            {reps,   reps + test_between(&seed,   0, 5) },
            {hold_s, hold_s + test_between(&seed, 0, 10)},
        };
        const int32_t left = ps_ladder_clip(ladder, count, limits, once);
        CHECK("not longer", left <= count && (left > 0) == (count > 0));
        CHECK("rises", ps_ladder_rises(once, left));
        for (int32_t j = 0; j < left; j++) {
            CHECK("inside", inside(once[j].sets, limits.sets) &&
                                inside(once[j].reps, limits.reps) &&
                                inside(once[j].hold_s, limits.hold_s));
        }
        CHECK("again", ps_ladder_clip(once, left, limits, twice) == left);
        CHECK("again", memcmp(once, twice, (size_t)left * sizeof once[0]) == 0);
        // in place
        CHECK("in place", ps_ladder_clip(ladder, count, limits, ladder) == left);
        CHECK("in place", memcmp(once, ladder, (size_t)left * sizeof once[0]) == 0);
        char text[256];
        put_rungs(once, left, text, sizeof text);
        RECORD("%s\n", text);
    }
}

// ---- doses on rungs ----

static const struct {
    const char *base;
    ps_rung rung;
    const char *dose;
} placed[] = {
    {"2x4-6x8s ramp 3s/3s rest 20s",                                {2, 5, 10}, "2x5x10s ramp 3s/3s rest 20s"},
    {"2x10-12/side rest 30s",                                       {1, 10, 0}, "10/side rest 30s"           },
    {"?x?s/side",                                                   {2, 1, 30}, "2x30s/side"                 },
    {"2-4x(glute 10-15s, push 10-15s, glute 10-15s)/side rest 10s",
     {3, 3, 12},
     "3x(glute 12s, push 12s, glute 12s)/side rest 10s"                                                      },
    {"3x8/side load band 2 effort 5-6 pain <=3",
     {2, 6, 2},
     "2x6x2s/side load band 2 effort 5-6 pain <=3"                                                           },
};

static void doses_stand_on_their_rungs(void)
{
    for (int32_t i = 0; i < PS_COUNT(placed); i++) {
        const char *row = placed[i].base;
        ps_dose base;
        char text[PS_DOSE_TEXT];
        CHECK(row, ps_dose_parse(ps_str_of(row), &base, NULL) == PS_OK);
        const ps_dose dose = ps_dose_at_rung(&base, placed[i].rung);
        const ps_rung back = ps_dose_rung(&dose);
        CHECK(row, ps_dose_check_asked(&dose, NULL) == PS_OK);
        CHECK(row, memcmp(&back, &placed[i].rung, sizeof back) == 0);
        ps_dose_format(&dose, text, sizeof text);
        CHECK_TEXT(row, text, placed[i].dose);
        RECORD("%s\n", text);
    }
}

static void a_rung_is_the_low_end(void)
{
    ps_dose dose;
    CHECK("reps", ps_dose_parse(PS_STR("2-3x4-6x5-10s"), &dose, NULL) == PS_OK);
    const ps_rung low = ps_dose_rung(&dose);
    CHECK("reps", low.sets == 2 && low.reps == 4 && low.hold_s == 5);
    CHECK("cycle", ps_dose_parse(PS_STR("2x(a 12s, b 8-20s, c 10s)"), &dose, NULL) == PS_OK);
    const ps_rung shortest = ps_dose_rung(&dose);
    CHECK("cycle", shortest.sets == 2 && shortest.reps == 3 && shortest.hold_s == 8);
}

TEST_MAIN(TEST_CASE(examples_take_their_time), TEST_CASE(uneven_sides_take_their_time),
          TEST_CASE(time_is_what_a_walk_through_takes), TEST_CASE(more_never_takes_less),
          TEST_CASE(ladders_are_clipped_like_the_catalogue),
          TEST_CASE(rising_asks_more_and_nothing_less),
          TEST_CASE(clipped_ladders_stay_inside_and_rise), TEST_CASE(doses_stand_on_their_rungs),
          TEST_CASE(a_rung_is_the_low_end))
