// Idea: the table of checkpoints, row by row. A case is a block with sessions, pain, goals and
// tests at its start and at the checkpoint; every threshold stands on both of its sides.
#include "progress_kit.h"

enum { START = DIARY_START, NONE = -99, DAYS_A_WEEK = 5 };

static diary book;

/// A value at the start and the one at the checkpoint; NONE: not told.
typedef struct {
    int32_t first, last;
} pair;

#define UNTOLD     \
    {              \
        NONE, NONE \
    }

/// What happened in a block up to a checkpoint.
typedef struct {
    pair pain;                            ///< sum of two days
    pair goal;                            ///< sum of two goals
    pair length_left, length_right, hold; // tenths of degrees and seconds
    int32_t sessions_pct;                 ///< of five a week; multiples of 10
    int32_t red;
} block;

#define ALL_DONE .sessions_pct = 100

// ---- telling ----

static void tell_pair_of_days(diary *of, ps_day day, int32_t sum)
{
    if (sum == NONE) return;
    tell_pain(of, day, sum / 2);
    tell_pain(of, day + 1, sum - sum / 2);
}

static void tell_goals(diary *of, ps_day day, int32_t sum)
{
    if (sum == NONE) return;
    tell_rating(of, day, "g1", sum / 2);
    tell_rating(of, day, "g2", sum - sum / 2);
}

static void tell_tenths(diary *of, ps_day day, const char *test, ps_side side, int32_t tenths)
{
    if (tenths != NONE) tell_test(of, day, test, side, tenths / 10.0);
}

static void tell_block(diary *of, const block *told, int32_t week)
{
    const ps_day start = START, end = START + 7 * week;
    of->count = 0;
    tell_goal(of, start - 1, "g1", "climb the stairs");
    tell_goal(of, start - 1, "g2", "sit through a film");
    tell_pair_of_days(of, start, told->pain.first);
    tell_pair_of_days(of, end - 4, told->pain.last);
    tell_goals(of, start, told->goal.first);
    tell_goals(of, end - 1, told->goal.last);
    tell_tenths(of, start, "T_LEN", PS_SIDE_LEFT, told->length_left.first);
    tell_tenths(of, end, "T_LEN", PS_SIDE_LEFT, told->length_left.last);
    tell_tenths(of, start, "T_LEN", PS_SIDE_RIGHT, told->length_right.first);
    tell_tenths(of, end, "T_LEN", PS_SIDE_RIGHT, told->length_right.last);
    tell_tenths(of, start, "T_HOLD", PS_SIDE_LEFT, told->hold.first);
    tell_tenths(of, end, "T_HOLD", PS_SIDE_LEFT, told->hold.last);
    // of each two weeks of five days
    for (int32_t i = 0; i < week * DAYS_A_WEEK; i++) {
        const int32_t turn = 3 * i % 10; // spread over the weeks
        if (10 * turn < told->sessions_pct) {
            tell_session(of, start + 7 * (i / DAYS_A_WEEK) + i % DAYS_A_WEEK);
        }
    }
}

static ps_progress_frame frame_of(const block *told, int32_t day)
{
    ps_progress_frame frame = frame_at(day);
    frame.days_per_week = DAYS_A_WEEK;
    frame.red_sessions_last_week = told->red;
    return frame;
}

// ---- rows ----

// clang-format off
static const struct {
    const char *name;
    int32_t week;
    block told;
    ps_check_verdict verdict;
    ps_check_advice advice;
} rows[] = {
    // week 2: pain, sessions, red ones
    {"2: nothing has changed", 2, {.pain = {8, 8}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_GO_ON},
    {"2: 0.5 more", 2, {.pain = {8, 9}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_GO_ON},
    {"2: 1 more", 2, {.pain = {8, 10}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_KEEP_DOSE},
    {"2: 1.5 more", 2, {.pain = {8, 11}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_KEEP_DOSE},
    {"2: 2 more", 2, {.pain = {8, 12}, ALL_DONE},
     PS_CHECK_WORSE, PS_CHECK_REFER},
    {"2: red twice", 2, {.pain = {8, 8}, ALL_DONE, .red = 2},
     PS_CHECK_WORSE, PS_CHECK_REFER},
    {"2: red once", 2, {.pain = {8, 8}, ALL_DONE, .red = 1},
     PS_CHECK_SAME, PS_CHECK_GO_ON},
    {"2: less pain", 2, {.pain = {8, 4}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"2: half of the sessions", 2, {.pain = {8, 8}, .sessions_pct = 50},
     PS_CHECK_SAME, PS_CHECK_GO_ON},
    {"2: fewer than half", 2, {.pain = {8, 8}, .sessions_pct = 40},
     PS_CHECK_TOO_LITTLE, PS_CHECK_FEWER_DAYS},
    {"2: no word about pain", 2, {.pain = UNTOLD, ALL_DONE},
     PS_CHECK_NO_DATA, PS_CHECK_MEASURE},
    {"2: a test says nothing yet", 2, {.pain = UNTOLD, .hold = {50, 150}, ALL_DONE},
     PS_CHECK_NO_DATA, PS_CHECK_MEASURE},
    // week 4: each measure alone
    {"4: pain 2 less", 4, {.pain = {16, 12}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"4: pain 1.5 less, 19 %", 4, {.pain = {16, 13}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: pain 1 less, 33 %", 4, {.pain = {6, 4}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"4: pain 1 less, 28 %", 4, {.pain = {7, 5}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: half the pain, but 0.5", 4, {.pain = {2, 1}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: goals 2 up", 4, {.goal = {6, 10}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"4: goals 1.5 up", 4, {.goal = {6, 9}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: 6 degrees longer", 4, {.length_left = {20, -40}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"4: 5.9 degrees longer", 4, {.length_left = {20, -39}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: one side is enough", 4, {.length_left = {20, -40}, .length_right = {20, 20}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"4: one side up, one down", 4, {.length_left = {20, -40}, .length_right = {20, 80}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: hold 5 s longer", 4, {.hold = {80, 130}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"4: hold 4.9 s longer", 4, {.hold = {80, 129}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: 70 % of the sessions", 4, {.hold = {80, 80}, .sessions_pct = 70},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: better with 70 %", 4, {.hold = {80, 130}, .sessions_pct = 70},
     PS_CHECK_BETTER, PS_CHECK_GO_ON},
    {"4: 60 % of the sessions", 4, {.hold = {80, 130}, .sessions_pct = 60},
     PS_CHECK_TOO_LITTLE, PS_CHECK_FEWER_DAYS},
    {"4: nothing measured", 4, {ALL_DONE},
     PS_CHECK_NO_DATA, PS_CHECK_MEASURE},
    {"4: better, with a little more pain", 4, {.pain = {8, 10}, .hold = {80, 130}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_KEEP_DOSE},
    {"4: better, with much more pain", 4, {.pain = {8, 12}, .hold = {80, 130}, ALL_DONE},
     PS_CHECK_WORSE, PS_CHECK_REFER},
    {"4: longer, but the goals fell", 4, {.goal = {10, 6}, .length_left = {20, -40}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_CLASS_OR_REFER},
    {"4: red twice", 4, {.hold = {80, 130}, ALL_DONE, .red = 2},
     PS_CHECK_WORSE, PS_CHECK_REFER},
    // week 8: the end
    {"8: goals 2 up", 8, {.goal = {6, 10}, ALL_DONE},
     PS_CHECK_BETTER, PS_CHECK_MAINTAIN},
    {"8: success with few sessions", 8, {.goal = {6, 10}, .sessions_pct = 30},
     PS_CHECK_BETTER, PS_CHECK_MAINTAIN},
    {"8: goals 1 up", 8, {.goal = {6, 8}, ALL_DONE},
     PS_CHECK_PARTLY, PS_CHECK_FOUR_MORE},
    {"8: goals 0.5 up", 8, {.goal = {6, 7}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_REFER},
    {"8: pain 1 less of 8", 8, {.pain = {16, 14}, ALL_DONE},
     PS_CHECK_PARTLY, PS_CHECK_FOUR_MORE},
    {"8: pain 0.5 less of 8", 8, {.pain = {16, 15}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_REFER},
    {"8: a part, but the hold fell", 8, {.pain = {16, 14}, .hold = {130, 80}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_REFER},
    {"8: a part with few sessions", 8, {.pain = {16, 14}, .sessions_pct = 60},
     PS_CHECK_TOO_LITTLE, PS_CHECK_FEWER_DAYS},
    {"8: tests within noise are no part", 8, {.length_left = {20, -30}, .hold = {80, 120}, ALL_DONE},
     PS_CHECK_SAME, PS_CHECK_REFER},
    {"8: nothing measured", 8, {ALL_DONE},
     PS_CHECK_NO_DATA, PS_CHECK_MEASURE},
};
// clang-format on

/// What a row leaves out was not told.
static block with_gaps(const block *told)
{
    block full = *told;
    pair *pairs[] = {&full.pain, &full.goal, &full.length_left, &full.length_right, &full.hold};
    for (int32_t i = 0; i < (int32_t)(sizeof pairs / sizeof pairs[0]); i++) {
        if (pairs[i]->first == 0 && pairs[i]->last == 0) *pairs[i] = (pair)UNTOLD;
    }
    return full;
}

static void the_table_row_by_row(void)
{
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const block told = with_gaps(&rows[i].told);
        const int32_t week = rows[i].week;
        tell_block(&book, &told, week);
        const ps_progress got = look(&book, frame_of(&told, 7 * week));
        const ps_checkpoint check = check_of(&got, week);
        CHECK(rows[i].name, check.verdict == rows[i].verdict && check.advice == rows[i].advice);
        CHECK(rows[i].name, check.adherence_pct == told.sessions_pct);
        CHECK(rows[i].name, check.day == START + 7 * week);
        const bool met = week == 8 && rows[i].verdict == PS_CHECK_BETTER;
        CHECK(rows[i].name, got.goals_met == met);
        const ps_progress eve = look(&book, frame_of(&told, 7 * week - 1));
        CHECK(rows[i].name, check_of(&eve, week).verdict == PS_CHECK_WAITS);
        RECORD("%s %d %d %d %d\n", rows[i].name, check.pain_change_tenths, check.goal_change_tenths,
               (int)check.length, (int)check.hold);
    }
}

// What a checkpoint says of each measure.
static void each_measure_is_told(void)
{
    const block told = {
        .pain = {16, 12 },
        .goal = {10, 6  },
        .length_left = {0,  -70},
        .length_right = {0,  -10},
        .hold = {80, 120},
        ALL_DONE
    };
    tell_block(&book, &told, 4);
    const ps_progress got = look(&book, frame_of(&told, 28));
    const ps_checkpoint early = check_of(&got, 2), check = check_of(&got, 4);
    CHECK("pain", check.pain == PS_MOVED_BETTER && check.pain_change_tenths == -20);
    CHECK("goals", check.goals == PS_MOVED_WORSE && check.goal_change_tenths == -20);
    CHECK("length", check.length == PS_MOVED_BETTER && check.hold == PS_MOVED_NOT);
    CHECK("week 2 has no pain", early.pain == PS_MOVED_NOT_KNOWN && early.pain_change_tenths == 0);
    CHECK("nor looks it at goals", early.goals == PS_MOVED_NOT_KNOWN);
    CHECK("nor at tests", early.length == PS_MOVED_NOT_KNOWN && early.hold == PS_MOVED_NOT_KNOWN);
}

static void only_what_a_checkpoint_looks_at_counts(void)
{
    static const ps_look looks[] = {PS_LOOK_HOLD};
    static ps_check_plan plans[8];
    ps_catalogue blind = ps_catalogue_builtin;
    for (int32_t i = 0; i < blind.checkpoints.count; i++) {
        plans[i] = blind.checkpoints.at[i];
        plans[i].looks_at = (ps_looks){looks, PS_COUNT(looks)};
    }
    blind.checkpoints.at = plans;
    const block told = with_gaps(&(block){
        .pain = {8,  12 },
          .goal = {6,  10 },
          .length_left = {0,  -70},
          .hold = {80, 80 }
    });
    tell_block(&book, &told, 4);
    const ps_progress got = look_with(&blind, &book, frame_of(&told, 28));
    const ps_checkpoint check = check_of(&got, 4);
    CHECK("neither pain nor goals", !check.pain && !check.goals && !check.length);
    CHECK("nor how much was done", check.verdict == PS_CHECK_SAME && check.adherence_pct == 0);
}

// ---- the boundaries of means ----

static void nineteen_tenths_are_not_two(void)
{
    for (int32_t more = 0; more < 2; more++) {
        book.count = 0;
        for (int32_t i = 0; i < 7; i++) {
            tell_pain(&book, START + i, 8);
            tell_pain(&book, START + 21 + i, i < 1 - more ? 7 : 6); // 43 / 7 or 42 / 7
        }
        for (int32_t i = 0; i < 28; i++) tell_session(&book, START + i);
        const ps_progress got = look(&book, frame_at(28));
        const ps_checkpoint check = check_of(&got, 4);
        CHECK("8 less 1.9 or 2.0", check.pain_change_tenths == (more ? -20 : -19));
        CHECK("better from 2.0 on", (check.pain == PS_MOVED_BETTER) == (more == 1));
    }
    static const int32_t last[][5] = {
        {5, 5, 4, 5, 5},
        {5, 5, 5, 5, 5}
    };
    static const char *const ids[] = {"g1", "g2", "g3", "g4", "g5"};
    for (int32_t more = 0; more < 2; more++) {
        book.count = 0;
        for (int32_t i = 0; i < 5; i++) {
            tell_goal(&book, START, ids[i], "walk");
            tell_rating(&book, START, ids[i], 3);
            tell_rating(&book, START + 20, ids[i], last[more][i]);
        }
        for (int32_t i = 0; i < 28; i++) tell_session(&book, START + i);
        const ps_progress got = look(&book, frame_at(28));
        const ps_checkpoint check = check_of(&got, 4);
        CHECK("1.8 or 2.0 up", check.goal_change_tenths == (more ? 20 : 18));
        CHECK("met from 2.0 on", (check.goals == PS_MOVED_BETTER) == (more == 1));
    }
}

// ---- noise of one's own ----

static void own_noise_can_ask_for_more(void)
{
    const block told = {
        .hold = {80, 140},
          ALL_DONE
    };
    tell_block(&book, &told, 4);
    ps_progress got = look(&book, frame_of(&told, 28));
    CHECK("6 s are enough", check_of(&got, 4).hold == PS_MOVED_BETTER);
    // five pairs of tries that differ by 6 s: an error of 4.2 s, so 12 s are needed
    for (int32_t i = 0; i < 5; i++) {
        tell_test(&book, START + 5 + i, "T_HOLD", PS_SIDE_RIGHT, 4);
        tell_test(&book, START + 5 + i, "T_HOLD", PS_SIDE_RIGHT, 10);
    }
    got = look(&book, frame_of(&told, 28));
    CHECK("within their own noise", check_of(&got, 4).hold == PS_MOVED_NOT);
}

// ---- late values ----

static void a_test_may_be_some_days_late(void)
{
    for (int32_t late = 0; late <= 8; late++) {
        const block told = {
            .hold = {80, 80},
              ALL_DONE
        };
        tell_block(&book, &told, 4);
        tell_test(&book, START + 28 + late, "T_HOLD", PS_SIDE_LEFT, 20);
        const ps_progress got = look(&book, frame_of(&told, 40));
        CHECK("in the week after", (check_of(&got, 4).hold == PS_MOVED_BETTER) == (late < 7));
    }
    const block told = {
        .pain = {8, NONE},
          ALL_DONE
    };
    tell_block(&book, &told, 4);
    tell_pain(&book, START + 30, 1);
    ps_progress got = look(&book, frame_of(&told, 31));
    CHECK("one day is too few", check_of(&got, 4).pain == PS_MOVED_NOT_KNOWN);
    tell_pain(&book, START + 31, 1);
    got = look(&book, frame_of(&told, 31));
    CHECK("pain of the week after", check_of(&got, 4).pain == PS_MOVED_BETTER);
    CHECK("only when its own is silent", check_of(&got, 2).pain == PS_MOVED_NOT_KNOWN);
}

// ---- like with like ----

/// Scores of a week, by what was asked; NONE: not told that day.
typedef struct {
    int32_t worst[3], morning[3], session[3], now[3];
} asked_pain;

static void tell_context(diary *of, ps_day day, int32_t pain, ps_pain_context context)
{
    if (pain == NONE) return;
    tell_pain(of, day, pain);
    of->events[of->count - 1].as.pain_reported.context = context;
}

static void tell_week(diary *of, ps_day day, const asked_pain *told)
{
    for (int32_t d = 0; d < 3; d++, day++) {
        tell_context(of, day, told->worst[d], PS_PAIN_WORST_24H);
        tell_context(of, day, told->now[d], PS_PAIN_NOW);
        if (told->morning[d] != NONE) {
            tell(of, PS_EVENT_morning_reported, day)->as.morning_reported =
                (ps_morning_reported){PS_SIDE_LEFT, told->morning[d]};
        }
        if (told->session[d] != NONE) {
            const char *session = tell_start(of, day);
            tell_set(of, day, session, "psoas-march", PS_SIDE_LEFT, 5)->pain = told->session[d];
        }
    }
}

// clang-format off
#define SILENT {NONE, NONE, NONE}
static const struct {
    const char *name;
    asked_pain first, last; // worst, mornings, sessions, now
    ps_moved moved;
    int32_t change;
    ps_pain_measure by;
} alike[] = {
    {"the worst, then only mornings: nobody knows",
     {{5, 5, 5}, SILENT, SILENT, SILENT}, {SILENT, {1, 1, 1}, SILENT, SILENT}, PS_MOVED_NOT_KNOWN, 0, 0},
    {"mornings, then only the worst: no turn for the worse",
     {SILENT, {1, 1, 1}, SILENT, SILENT}, {{5, 5, 5}, SILENT, SILENT, SILENT}, PS_MOVED_NOT_KNOWN, 0, 0},
    {"the worst told once at the start, mornings all along",
     {{6, NONE, NONE}, {1, 1, 1}, SILENT, SILENT}, {SILENT, {1, 1, 1}, SILENT, SILENT}, PS_MOVED_NOT, 0, PS_PAIN_BY_MORNING},
    {"the worst of the day goes first",
     {{6, 6, NONE}, {1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, {{4, 3, NONE}, {4, 4, 4}, {4, 4, 4}, {4, 4, 4}}, PS_MOVED_BETTER, -25, PS_PAIN_BY_WORST},
    {"then mornings",
     {{6, NONE, NONE}, {1, 2, NONE}, {5, 5, 5}, SILENT}, {{2, NONE, NONE}, {4, 4, NONE}, {1, 1, 1}, SILENT}, PS_MOVED_WORSE, 25, PS_PAIN_BY_MORNING},
    {"then sessions",
     {SILENT, {1, NONE, NONE}, {4, 4, NONE}, {9, 9, 9}}, {SILENT, {1, 1, 1}, {2, 2, NONE}, {9, 9, 9}}, PS_MOVED_BETTER, -20, PS_PAIN_BY_SESSION},
    {"then what is felt now",
     {SILENT, SILENT, SILENT, {4, 4, NONE}}, {SILENT, SILENT, {1, 1, 1}, {4, 4, NONE}}, PS_MOVED_NOT, 0, PS_PAIN_BY_NOW},
    {"one day of each is too few",
     {{3, NONE, NONE}, SILENT, SILENT, SILENT}, {{2, NONE, NONE}, SILENT, SILENT, SILENT}, PS_MOVED_NOT_KNOWN, 0, 0},
    {"one day at the end is too few",
     {{3, 3, 3}, SILENT, SILENT, SILENT}, {{1, NONE, NONE}, SILENT, SILENT, SILENT}, PS_MOVED_NOT_KNOWN, 0, 0},
    {"two days of each are enough",
     {{3, NONE, 3}, SILENT, SILENT, SILENT}, {{NONE, 2, 2}, SILENT, SILENT, SILENT}, PS_MOVED_BETTER, -10, PS_PAIN_BY_WORST},
};
#undef SILENT
// clang-format on

static void only_answers_to_one_question_are_compared(void)
{
    for (int32_t i = 0; i < PS_COUNT(alike); i++) {
        book.count = 0;
        tell_week(&book, START, &alike[i].first);
        tell_week(&book, START + 10, &alike[i].last);
        const ps_progress got = look(&book, frame_at(14));
        const ps_checkpoint check = check_of(&got, 2);
        CHECK(alike[i].name, check.pain == alike[i].moved);
        CHECK(alike[i].name, check.pain_change_tenths == alike[i].change);
        CHECK(alike[i].name, check.pain_by == alike[i].by);
        if (alike[i].moved != PS_MOVED_NOT_KNOWN) continue;
        CHECK(alike[i].name, check.verdict != PS_CHECK_BETTER && check.verdict != PS_CHECK_WORSE);
    }
    // nothing to compare, and enough was done
    book.count = 0;
    for (int32_t d = 0; d < 14; d++) tell_session(&book, START + d);
    tell_context(&book, START, 3, PS_PAIN_WORST_24H);
    tell_context(&book, START + 10, 2, PS_PAIN_WORST_24H);
    const ps_progress got = look(&book, frame_at(14));
    CHECK("measure", check_of(&got, 2).verdict == PS_CHECK_NO_DATA);
    CHECK("measure", check_of(&got, 2).advice == PS_CHECK_MEASURE);
}

static void red_sessions_belong_to_their_week(void)
{
    const block told = {
        .pain = {8, 8},
          ALL_DONE, .red = 2
    };
    tell_block(&book, &told, 2);
    const ps_progress during = look(&book, frame_of(&told, 20));
    const ps_progress after = look(&book, frame_of(&told, 21));
    CHECK("in its week", check_of(&during, 2).verdict == PS_CHECK_WORSE);
    CHECK("a week later it is about other days", check_of(&after, 2).verdict == PS_CHECK_SAME);
}

// ---- the two questions ----

// clang-format off
static const struct {
    const char *name;
    block told;
    ps_overall_change change;
    bool enough;
    ps_check_verdict verdict;
    ps_check_advice advice;
} answers[] = {
    {"better and enough",        {.hold = {80, 80}, ALL_DONE},  PS_CHANGE_BETTER, true,
     PS_CHECK_BETTER, PS_CHECK_MAINTAIN},
    {"better, not enough",       {.hold = {80, 80}, ALL_DONE},  PS_CHANGE_BETTER, false,
     PS_CHECK_PARTLY, PS_CHECK_FOUR_MORE},
    {"enough without a change",  {.hold = {80, 80}, ALL_DONE},  PS_CHANGE_SAME,   true,
     PS_CHECK_SAME, PS_CHECK_REFER},
    {"worse, whatever is measured", {.hold = {80, 150}, ALL_DONE}, PS_CHANGE_WORSE, true,
     PS_CHECK_WORSE, PS_CHECK_REFER},
    {"better, but it hurts more", {.pain = {8, 12}, ALL_DONE},  PS_CHANGE_BETTER, true,
     PS_CHECK_WORSE, PS_CHECK_REFER},
    {"better, but can do less",  {.goal = {10, 6}, ALL_DONE},   PS_CHANGE_BETTER, true,
     PS_CHECK_SAME, PS_CHECK_REFER},
    {"better and enough is data", {ALL_DONE},                   PS_CHANGE_BETTER, true,
     PS_CHECK_BETTER, PS_CHECK_MAINTAIN},
};
// clang-format on

static void the_answers_count_at_the_end(void)
{
    for (int32_t i = 0; i < PS_COUNT(answers); i++) {
        const block told = with_gaps(&answers[i].told);
        tell_block(&book, &told, 8);
        tell_answer(&book, START + 50, 8, PS_CHANGE_SAME, false); // the last answer counts
        tell_answer(&book, START + 56, 8, answers[i].change, answers[i].enough);
        tell_answer(&book, START + 56, 4, PS_CHANGE_WORSE, false); // not asked then
        tell_answer(&book, START + 60, 8, PS_CHANGE_SAME, false);  // after today
        const ps_progress got = look(&book, frame_of(&told, 56));
        const ps_checkpoint check = check_of(&got, 8);
        CHECK(answers[i].name,
              check.verdict == answers[i].verdict && check.advice == answers[i].advice);
    }
    const block told = with_gaps(&(block){
        .hold = {80, 80},
          ALL_DONE
    });
    tell_block(&book, &told, 8);
    tell_answer(&book, START - 90, 8, PS_CHANGE_BETTER, true);
    const ps_progress got = look(&book, frame_of(&told, 56));
    CHECK("of another block", check_of(&got, 8).verdict == PS_CHECK_SAME);
}

// ---- four more weeks ----

static void four_more_weeks_have_their_own_end(void)
{
    const block told = with_gaps(&(block){
        .pain = {16, 14},
          ALL_DONE
    });
    tell_block(&book, &told, 8);
    ps_progress got = look(&book, frame_of(&told, 56));
    CHECK("one more", got.checkpoint_count == 4 && got.checkpoints[3].week == 12);
    CHECK("waits", got.checkpoints[3].verdict == PS_CHECK_WAITS && !got.goals_met);
    for (int32_t i = 56; i < 84; i++) tell_session(&book, START + i);
    tell_pain(&book, START + 80, 7);
    tell_pain(&book, START + 81, 7);
    got = look(&book, frame_of(&told, 84));
    CHECK("still a part", got.checkpoints[3].verdict == PS_CHECK_PARTLY);
    CHECK("no endless hope", got.checkpoints[3].advice == PS_CHECK_REFER);
    tell_pain(&book, START + 82, 2);
    got = look(&book, frame_of(&told, 84));
    CHECK("met", got.checkpoints[3].verdict == PS_CHECK_BETTER && got.goals_met);
    CHECK("keep it", got.checkpoints[3].advice == PS_CHECK_MAINTAIN);
    CHECK("week 8 stays as it was", got.checkpoints[2].verdict == PS_CHECK_PARTLY);

    tell_block(&book,
               &(block){
                   .pain = {16, 16},
                     UNTOLD, UNTOLD, UNTOLD, UNTOLD, ALL_DONE
    },
               8);
    got = look(&book, frame_of(&told, 56));
    CHECK("not for everybody", got.checkpoint_count == 3);
}

static void a_goal_dropped_later_still_counted_then(void)
{
    const block told = with_gaps(&(block){
        .goal = {6, 10},
          ALL_DONE
    });
    tell_block(&book, &told, 4);
    tell(&book, PS_EVENT_goal_dropped, START + 36)->as.goal_dropped.goal = "g1";
    tell(&book, PS_EVENT_goal_dropped, START + 36)->as.goal_dropped.goal = "g2";
    const ps_progress got = look(&book, frame_of(&told, 40));
    CHECK("no goals now", got.goal_count == 0);
    CHECK("but then", check_of(&got, 4).goals == PS_MOVED_BETTER);
}

TEST_MAIN(TEST_CASE(the_table_row_by_row), TEST_CASE(each_measure_is_told),
          TEST_CASE(only_what_a_checkpoint_looks_at_counts), TEST_CASE(nineteen_tenths_are_not_two),
          TEST_CASE(own_noise_can_ask_for_more), TEST_CASE(a_test_may_be_some_days_late),
          TEST_CASE(only_answers_to_one_question_are_compared),
          TEST_CASE(red_sessions_belong_to_their_week), TEST_CASE(the_answers_count_at_the_end),
          TEST_CASE(four_more_weeks_have_their_own_end),
          TEST_CASE(a_goal_dropped_later_still_counted_then))
