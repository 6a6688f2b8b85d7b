// Idea: every number of the progress is known beforehand: a small diary, and what a person with a
// pencil would make of it. Checkpoints have a file of their own.
#include "progress_kit.h"

enum { START = DIARY_START };

static diary book;

static diary *fresh(void)
{
    book.count = 0;
    return &book;
}

// ---- tests ----

/// The sum of squares around the mean, from the differences of all pairs.
static double squares_of(const double *values, int32_t count)
{
    double sum = 0;
    for (int32_t i = 0; i < count; i++) {
        for (int32_t j = 0; j < i; j++) sum += (values[i] - values[j]) * (values[i] - values[j]);
    }
    return sum / count;
}

static const struct {
    const char *name, *test;
    double left[4], right[4]; // tries of one day
    int32_t left_count, right_count;
    double left_value, right_value; // what counts of them
    bool own;
} repeats[] = {
    {"the middle of three",        "T_LEN",  {2, 8, 3},    {-4, -2},     3, 2, 3,   -3, false},
    {"even: mean of the middle",   "T_LEN",  {1, 5, 9, 2}, {0},          4, 1, 3.5, 0,  false},
    {"the better hold",            "T_HOLD", {8, 11},      {20, 14.5},   2, 2, 11,  20, false},
    {"the worse rating",           "T_ASLR", {1, 2},       {0, 0},       2, 2, 2,   0,  false},
    {"wide and often: own",        "T_LEN",  {0, 10, 20},  {-9, 0, 9},   3, 3, 10,  0,  true },
    {"wide, not often enough",     "T_LEN",  {0, 10, 20},  {-9, 9},      3, 2, 10,  0,  false},
    {"often and close: data's",    "T_HOLD", {10, 11, 12}, {9, 9.5, 10}, 3, 3, 12,  10, false},
    {"ratings: only own",          "T_ASLR", {1, 2, 1},    {0, 1, 0},    3, 3, 2,   1,  true },
    {"always the same: not known", "T_ASLR", {1, 1, 1},    {0, 0, 0},    3, 3, 1,   0,  false},
};

static void repeats_tell_the_smallest_change(void)
{
    for (int32_t i = 0; i < PS_COUNT(repeats); i++) {
        const char *row = repeats[i].name, *test = repeats[i].test;
        diary *of = fresh();
        // left and right take turns
        for (int32_t k = 0; k < 4; k++) {
            if (k < repeats[i].left_count) {
                tell_test(of, START, test, PS_SIDE_LEFT, repeats[i].left[k]);
            }
            if (k < repeats[i].right_count) {
                tell_test(of, START, test, PS_SIDE_RIGHT, repeats[i].right[k]);
            }
        }
        const ps_progress got = look(of, frame_at(0));
        const ps_test_course *left = course_of(&got, test, PS_SIDE_LEFT);
        const ps_test_course *right = course_of(&got, test, PS_SIDE_RIGHT);
        CHECK(row, got.test_count == 2 && left && right && left < right);
        if (!left || !right) continue;
        CHECK_NEAR(row, left->days[0].value, repeats[i].left_value, 1e-12);
        CHECK_NEAR(row, right->days[0].value, repeats[i].right_value, 1e-12);

        const int32_t pairs = repeats[i].left_count + repeats[i].right_count - 2;
        const double squares = squares_of(repeats[i].left, repeats[i].left_count) +
                               squares_of(repeats[i].right, repeats[i].right_count);
        const double error = sqrt(squares / pairs);
        const double data = ps_catalogue_builtin.self_tests.at[left->test].change_needed;
        const ps_repeatability *own = &left->repeatability;
        CHECK(row, own->pairs == pairs && own->own == repeats[i].own);
        CHECK_NEAR(row, own->error, error, 1e-12);
        CHECK_NEAR(row, own->smallest, own->own ? 2.7718585822512662 * error : data, 1e-12);
        CHECK_NEAR(row, right->repeatability.smallest, own->smallest, 0);
        RECORD("%s %.15g %.15g\n", row, own->error, own->smallest);
    }
}

static void tries_that_do_not_count(void)
{
    diary *of = fresh();
    const int32_t tries = PS_TRIES_MAX + 1;
    for (int32_t i = 0; i < tries; i++) tell_test(of, START, "T_HOLD", PS_SIDE_LEFT, 30 - i);
    tell_test(of, START + 1, "T_HOLD", PS_SIDE_LEFT, 25);
    tell_test(of, START + 1, "T_HOLD", PS_SIDE_LEFT, 29);
    of->events[of->count - 1].as.test_measured.valid = false;
    tell_test(of, START + 2, "T_HOLD", PS_SIDE_LEFT, 30);
    of->events[of->count - 1].as.test_measured.valid = false;
    tell_test(of, START, "T_PROVOKE", PS_SIDE_LEFT, 2);
    tell_test(of, START, "T_UNKNOWN", PS_SIDE_LEFT, 2);
    tell_test(of, START + 9, "T_HOLD", PS_SIDE_LEFT, 1); // after today

    const ps_progress got = look(of, frame_at(8));
    CHECK("only the hold has a number", got.test_count == 1);
    const ps_test_course *hold = course_of(&got, "T_HOLD", PS_SIDE_LEFT);
    if (!hold) return;
    CHECK("a day without a valid try is none", hold->day_count == 2);
    CHECK("of many the last", hold->days[0].tries == PS_TRIES_MAX && hold->days[0].value == 29);
    CHECK("their limits", hold->days[0].low == 30 - PS_TRIES_MAX && hold->days[0].high == 29);
    CHECK("not valid", hold->days[1].tries == 1 && hold->days[1].invalid == 1);
    CHECK("not counted", hold->days[1].value == 25 && hold->days[1].high == 25);
    CHECK("25 after 29: within noise", hold->change == -4 && hold->moved == PS_MOVED_NOT);
}

static const struct {
    const char *name, *test;
    double first, last;
    ps_moved moved;
} changes[] = {
    {"6 degrees less is longer",  "T_LEN",  2,   -4,     PS_MOVED_BETTER   },
    {"a little under 6 is noise", "T_LEN",  2,   -3.999, PS_MOVED_NOT      },
    {"6 degrees more is shorter", "T_LEN",  -10, -4,     PS_MOVED_WORSE    },
    {"the same",                  "T_LEN",  -10, -10,    PS_MOVED_NOT      },
    {"5 seconds more is better",  "T_HOLD", 8,   13,     PS_MOVED_BETTER   },
    {"4.9 is noise",              "T_HOLD", 8,   12.9,   PS_MOVED_NOT      },
    {"5 seconds less is worse",   "T_HOLD", 20,  15,     PS_MOVED_WORSE    },
    {"nobody knows for a rating", "T_ASLR", 3,   1,      PS_MOVED_NOT_KNOWN},
};

static void a_change_has_to_pass_the_noise(void)
{
    for (int32_t i = 0; i < PS_COUNT(changes); i++) {
        const char *row = changes[i].name;
        diary *of = fresh();
        tell_test(of, START, changes[i].test, PS_SIDE_RIGHT, changes[i].first);
        const ps_progress before = look(of, frame_at(28));
        CHECK(row, before.tests[0].moved == PS_MOVED_NOT_KNOWN && before.tests[0].change == 0);
        tell_test(of, START + 28, changes[i].test, PS_SIDE_RIGHT, changes[i].last);
        const ps_progress got = look(of, frame_at(28));
        CHECK(row, got.tests[0].moved == changes[i].moved);
        CHECK_NEAR(row, got.tests[0].change, changes[i].last - changes[i].first, 1e-12);
    }
}

// days are counted from the start of the block
static const struct {
    const char *name;
    int32_t days[4], count;
    double change; // the n-th test has the value n * n
} starts[] = {
    {"the last one up to the first day", {-20, -3, 0, 30}, 4, 9 - 4},
    {"27 days before count",             {-27, 40},        2, 1    },
    {"28 days before do not",            {-28, 0, 40},     3, 4 - 1},
    {"only older ones: the first of it", {-90, -28, 5, 9}, 4, 9 - 4},
    {"nothing to compare",               {-90, 3},         2, 0    },
};

static void the_block_has_a_start(void)
{
    for (int32_t i = 0; i < PS_COUNT(starts); i++) {
        diary *of = fresh();
        for (int32_t k = 0; k < starts[i].count; k++) {
            tell_test(of, START + starts[i].days[k], "T_HOLD", PS_SIDE_LEFT, k * k);
        }
        const ps_progress got = look(of, frame_at(56));
        CHECK(starts[i].name, got.tests[0].day_count == starts[i].count);
        CHECK_NEAR(starts[i].name, got.tests[0].change, starts[i].change, 1e-12);
    }
}

static void only_the_last_days_are_kept(void)
{
    diary *of = fresh();
    const int32_t days = PS_TEST_DAYS_MAX + 3;
    for (int32_t i = 0; i < days; i++) tell_test(of, START + i, "T_HOLD", PS_SIDE_LEFT, i);
    const ps_progress got = look(of, frame_at(days));
    CHECK("count", got.tests[0].day_count == PS_TEST_DAYS_MAX);
    CHECK("first", got.tests[0].days[0].day == START + 3 && got.tests[0].days[0].value == 3);
}

// ---- pain ----

static void every_word_about_pain_is_a_point(void)
{
    diary *of = fresh();
    const char *session = tell_start(of, START + 1);
    tell_set(of, START + 1, session, "half-kneel", PS_SIDE_LEFT, 30)->pain = 2;
    tell_set(of, START + 1, session, "half-kneel", PS_SIDE_LEFT, 30)->pain = 4;
    tell_set(of, START + 1, session, "psoas-march", PS_SIDE_RIGHT, 0)->pain = 0;
    tell_set(of, START + 1, session, "half-kneel", PS_SIDE_BOTH, 30);
    tell_pain(of, START + 1, 5);
    tell_intake(of, START, "pain_worst_24h", "10");
    tell_intake(of, START, "pain_rest", "11");
    tell_intake(of, START, "pain_now", "4-5");
    tell_intake(of, START, "pain_ordinary", NULL);
    tell_intake(of, START, "age_years", "9");
    tell(of, PS_EVENT_morning_reported, START + 2)->as.morning_reported =
        (ps_morning_reported){PS_SIDE_RIGHT, 1};
    tell_pain(of, START + 4, 9); // after today

    const ps_progress got = look(of, frame_at(3));
    CHECK("five points", got.pain_count == 5);
    if (got.pain_count != 5) return;
    const ps_pain_point *at = got.pain;
    CHECK("told at the start", at[0].day == START && at[0].pain == 10 && at[0].side == 0);
    CHECK("its question", at[0].context == PS_PAIN_WORST_24H && !at[0].morning && !at[0].set);
    CHECK("reported", at[1].pain == 5 && at[1].side == PS_SIDE_LEFT);
    CHECK_TEXT("place", at[1].place, "front_hip");
    CHECK("worst left set", at[2].set && at[2].pain == 4 && at[2].side == PS_SIDE_LEFT);
    CHECK("during", at[2].context == PS_PAIN_DURING && !at[2].place);
    CHECK("none on the right", at[3].set && at[3].pain == 0 && at[3].side == PS_SIDE_RIGHT);
    CHECK("morning", at[4].morning && at[4].pain == 1 && at[4].day == START + 2);
}

static void a_week_of_pain_is_the_mean_of_its_days(void)
{
    diary *of = fresh();
    tell_pain(of, START - 8, 10); // too early
    tell_pain(of, START - 7, 6);  // tells how it began
    tell_pain(of, START - 1, 1);
    tell_pain(of, START + 6, 4);
    tell_pain(of, START + 6, 2);
    tell_pain(of, START + 14, 3);
    tell_pain(of, START + 15, 4);
    const ps_progress got = look(of, frame_at(15));
    CHECK("weeks that have begun", got.week_count == 3 && got.weeks[2].week == 3);
    CHECK("reports", got.weeks[0].pain_reports == 4 && got.weeks[2].pain_reports == 2);
    CHECK("(6 + 1 + 4) / 3", got.weeks[0].pain_tenths == 37);
    CHECK("nothing said", got.weeks[1].pain_tenths == PS_NOT_GIVEN && !got.weeks[1].pain_reports);
    CHECK("(3 + 4) / 2", got.weeks[2].pain_tenths == 35);
    CHECK("days", got.weeks[0].pain_days == 3 && got.weeks[2].pain_days == 2);
    const ps_pain_mean *now = &got.weeks[0].pain_by[PS_PAIN_BY_NOW];
    CHECK("all of one kind", now->days == 3 && now->tenths == 37);
    CHECK("none of another", got.weeks[0].pain_by[PS_PAIN_BY_MORNING].tenths == PS_NOT_GIVEN);
}

/// A session dated ahead of today, by a flight or a wrong clock.
static void a_block_that_has_not_begun_has_no_weeks(void)
{
    diary *of = fresh();
    tell_session(of, START + 1);
    tell_pain(of, START - 1, 4);
    tell_goal(of, START - 1, "g1", "climb the stairs");
    tell_test(of, START - 1, "T_HOLD", PS_SIDE_LEFT, 8);
    for (int32_t ahead = 1; ahead <= 400; ahead *= 2) {
        const ps_progress got = look(of, frame_at(-ahead));
        CHECK("no weeks", got.week_count == 0 && got.proposal == PS_PROPOSE_NOTHING);
        CHECK("nothing to judge", check_of(&got, 2).verdict == PS_CHECK_WAITS && !got.goals_met);
        CHECK("but what was told by then", got.pain_count == (ahead == 1 ? 1 : 0));
    }
    CHECK("begins", look(of, frame_at(0)).week_count == 1);
}

// ---- weeks ----

static void sessions_count_when_they_are_finished(void)
{
    diary *of = fresh();
    tell_session(of, START - 1); // of another block
    tell_session(of, START);
    tell_end(of, START + 1, tell_start(of, START + 1), false);
    tell_start(of, START + 2);
    tell_end(of, START + 7, tell_start(of, START + 6), true); // after midnight, it began in week 1
    tell_session(of, START + 7);
    tell_session(of, START + 9); // after today
    const ps_progress got = look(of, frame_at(8));
    CHECK("week 1", got.weeks[0].sessions == 2 && got.weeks[0].planned == 3);
    CHECK("week 2", got.weeks[1].sessions == 1 && got.week_count == 2);
}

static void programme_chosen(diary *of, ps_day day, const char *programme)
{
    tell(of, PS_EVENT_programme_chosen, day)->as.programme_chosen.programme = programme;
}

static void a_week_keeps_the_plan_it_began_with(void)
{
    diary *of = fresh();
    CHECK("nobody said: the frame", look(of, frame_at(7)).weeks[1].planned == 3);
    tell_intake(of, START - 2, "days_per_week", "4");
    tell_intake(of, START + 8, "days_per_week", "2");  // fewer: from this week on
    tell_intake(of, START + 15, "days_per_week", "5"); // more: from the next week on
    tell_intake(of, START + 16, "days_per_week", "many");
    programme_chosen(of, START + 30, "precision");
    programme_chosen(of, START + 41, "no-such-programme");
    const ps_progress got = look(of, frame_at(48));
    static const int32_t want[] = {4, 2, 2, 5, 2, 2, 5};
    CHECK("weeks", got.week_count == PS_COUNT(want));
    for (int32_t i = 0; i < PS_COUNT(want) && i < got.week_count; i++) {
        char row[24];
        snprintf(row, sizeof row, "week %d", (int)i + 1);
        CHECK(row, got.weeks[i].planned == want[i]);
    }

    of = fresh();
    tell_intake(of, START + 1, "days_per_week", "6");
    CHECK("the first word holds from the start", look(of, frame_at(2)).weeks[0].planned == 6);
}

static void stretches_are_added_up_by_side(void)
{
    diary *of = fresh();
    tell_set(of, START - 1, "s", "half-kneel", PS_SIDE_LEFT, 99);
    tell_set(of, START, "s", "half-kneel", PS_SIDE_LEFT, 30);
    tell_set(of, START + 1, "s", "leg-dangle", PS_SIDE_BOTH, 20)->reps = 0; // one spell
    tell_set(of, START + 6, "s", "runners-stretch", PS_SIDE_RIGHT, 10)->reps = 3;
    tell_set(of, START + 6, "s", "side-lying-hip-ere", PS_SIDE_RIGHT, 15); // not passive
    tell_set(of, START + 7, "s", "low-lunge-psoas-stretch", PS_SIDE_LEFT, 15);
    tell_set(of, START + 9, "s", "half-kneel", PS_SIDE_LEFT, 99); // after today
    const ps_progress got = look(of, frame_at(8));
    CHECK("left", got.weeks[0].stretch_s[0] == 50 && got.weeks[1].stretch_s[0] == 15);
    CHECK("right", got.weeks[0].stretch_s[1] == 50 && got.weeks[1].stretch_s[1] == 0);
}

// ---- goals ----

static void five_goals_are_kept_in_their_order(void)
{
    static const char *const ids[] = {"g1", "g2", "g3", "g4", "g5", "g6", "g7"};
    diary *of = fresh();
    for (int32_t i = 0; i < 6; i++) tell_goal(of, START, ids[i], "walk");
    tell_rating(of, START, "g3", 2);
    tell_rating(of, START, "g6", 9); // was not taken
    tell_rating(of, START + 1, "g3", 3);
    tell_rating(of, START + 1, "g3", 4);
    tell(of, PS_EVENT_goal_dropped, START + 2)->as.goal_dropped.goal = "g2";
    tell(of, PS_EVENT_goal_dropped, START + 2)->as.goal_dropped.goal = "g9";
    tell_goal(of, START + 3, "g7", "run");
    tell_rating(of, START + 3, "g7", 1);
    tell_rating(of, START + 3, "g5", 8);
    tell_goal(of, START + 3, "g3", "climb the stairs");
    const ps_progress got = look(of, frame_at(3));
    static const char *const want[] = {"g1", "g3", "g4", "g5", "g7"};
    CHECK("five", got.goal_count == PS_GOALS_MAX);
    for (int32_t i = 0; i < got.goal_count; i++) CHECK_TEXT("goal", got.goals[i].id, want[i]);
    const ps_goal *stairs = &got.goals[1], *run = &got.goals[4];
    CHECK_TEXT("new words", stairs->text, "climb the stairs");
    CHECK("set once", stairs->set_on == START && run->set_on == START + 3);
    CHECK("one a day", stairs->rating_count == 2);
    CHECK("the last of it", stairs->ratings[0].rating == 2 && stairs->ratings[1].rating == 4);
    CHECK("no old ratings", run->rating_count == 1 && run->ratings[0].rating == 1);
    CHECK("nor those of others", got.goals[3].ratings[0].rating == 8);
    CHECK("never rated", got.goals[0].rating_count == 0);
}

static void a_dropped_goal_begins_anew(void)
{
    diary *of = fresh();
    tell_goal(of, START, "g1", "walk");
    tell_rating(of, START, "g1", 2);
    tell(of, PS_EVENT_goal_dropped, START + 1)->as.goal_dropped.goal = "g1";
    CHECK("gone", look(of, frame_at(1)).goal_count == 0);
    tell_goal(of, START + 2, "g1", "walk again");
    const ps_progress got = look(of, frame_at(2));
    CHECK("empty", got.goal_count == 1 && got.goals[0].rating_count == 0);
}

static void of_many_ratings_the_last_are_kept(void)
{
    diary *of = fresh();
    tell_goal(of, START, "g1", "walk");
    const int32_t days = PS_GOAL_RATINGS_MAX + 2;
    for (int32_t i = 0; i < days; i++) tell_rating(of, START + i, "g1", i % 10);
    const ps_goal goal = look(of, frame_at(days)).goals[0];
    CHECK("count", goal.rating_count == PS_GOAL_RATINGS_MAX);
    CHECK("first", goal.ratings[0].day == START + 2);
    CHECK("last", goal.ratings[PS_GOAL_RATINGS_MAX - 1].day == START + days - 1);
}

static void a_week_without_a_rating_has_no_mean(void)
{
    diary *of = fresh();
    tell_goal(of, START - 3, "g1", "walk");
    tell_goal(of, START - 3, "g2", "run");
    tell_rating(of, START - 3, "g1", 3);
    tell_rating(of, START + 1, "g2", 4);
    tell_rating(of, START + 20, "g1", 6);
    const ps_progress got = look(of, frame_at(21));
    CHECK("3 and 4", got.weeks[0].goal_tenths == 35);
    CHECK("nothing said", got.weeks[1].goal_tenths == PS_NOT_GIVEN);
    CHECK("6 and the 4 of before", got.weeks[2].goal_tenths == 50);
    CHECK("not yet", got.weeks[3].goal_tenths == PS_NOT_GIVEN);

    of = fresh();
    tell_goal(of, START - 3, "g1", "walk");
    tell_rating(of, START - 3, "g1", 3);
    CHECK("rated before the block", look(of, frame_at(0)).weeks[0].goal_tenths == 30);
}

// ---- what is proposed ----

static const struct {
    const char *name;
    int32_t done[10]; // of three, by week
    int32_t weeks;    // that are full
    ps_proposal want;
} proposals[] = {
    {"half is enough",               {1, 2},                   2, PS_PROPOSE_NOTHING   },
    {"one week tells nothing",       {0},                      1, PS_PROPOSE_NOTHING   },
    {"two of six",                   {1, 1},                   2, PS_PROPOSE_FEWER_DAYS},
    {"a week later still that",      {1, 1, 0},                3, PS_PROPOSE_FEWER_DAYS},
    {"two weeks later",              {1, 1, 0, 1},             4, PS_PROPOSE_MINIMUM   },
    {"and two more",                 {1, 1, 0, 1, 0, 0},       6, PS_PROPOSE_ASK       },
    {"then it stays",                {1, 1, 0, 1, 0, 0, 0, 0}, 8, PS_PROPOSE_ASK       },
    {"one good week takes it back",  {1, 1, 0, 3},             4, PS_PROPOSE_NOTHING   },
    {"and it starts from the front", {0, 0, 0, 3, 0, 0},       6, PS_PROPOSE_FEWER_DAYS},
    {"more than planned is no loan", {5, 0, 0},                3, PS_PROPOSE_FEWER_DAYS},
};

static void proposals_follow_one_another(void)
{
    for (int32_t i = 0; i < PS_COUNT(proposals); i++) {
        diary *of = fresh();
        for (int32_t week = 0; week < proposals[i].weeks; week++) {
            for (int32_t k = 0; k < proposals[i].done[week]; k++) {
                tell_session(of, START + 7 * week + k);
            }
        }
        const int32_t full = 7 * proposals[i].weeks;
        CHECK(proposals[i].name, look(of, frame_at(full)).proposal == proposals[i].want);
        CHECK(proposals[i].name, look(of, frame_at(full + 6)).proposal == proposals[i].want);
    }
    CHECK("the week is not over", look(fresh(), frame_at(13)).proposal == PS_PROPOSE_NOTHING);
}

static void nothing_told_is_nothing_shown(void)
{
    const ps_progress got = look(fresh(), frame_at(0));
    CHECK("lists", got.test_count == 0 && got.pain_count == 0 && got.goal_count == 0);
    CHECK("one week", got.week_count == 1 && got.weeks[0].planned == 3);
    CHECK("checkpoints to come", got.checkpoint_count == 3 && !got.goals_met);
    for (int32_t i = 0; i < got.checkpoint_count; i++) {
        CHECK("waits", got.checkpoints[i].verdict == PS_CHECK_WAITS);
        CHECK("go on", got.checkpoints[i].advice == PS_CHECK_GO_ON);
        CHECK("day", got.checkpoints[i].day == START + 7 * got.checkpoints[i].week);
    }
    CHECK("nothing", got.proposal == PS_PROPOSE_NOTHING);
}

static void every_value_has_a_name(void)
{
    CHECK("moved", ps_moved_names.count == PS_MOVED_WORSE + 1);
    CHECK("verdict", ps_check_verdict_names.count == PS_CHECK_WORSE + 1);
    CHECK("advice", ps_check_advice_names.count == PS_CHECK_MEASURE + 1);
    CHECK("proposal", ps_proposal_names.count == PS_PROPOSE_ASK + 1);
}

TEST_MAIN(TEST_CASE(repeats_tell_the_smallest_change), TEST_CASE(tries_that_do_not_count),
          TEST_CASE(a_change_has_to_pass_the_noise), TEST_CASE(the_block_has_a_start),
          TEST_CASE(only_the_last_days_are_kept), TEST_CASE(every_word_about_pain_is_a_point),
          TEST_CASE(a_week_of_pain_is_the_mean_of_its_days),
          TEST_CASE(a_block_that_has_not_begun_has_no_weeks),
          TEST_CASE(sessions_count_when_they_are_finished),
          TEST_CASE(a_week_keeps_the_plan_it_began_with), TEST_CASE(stretches_are_added_up_by_side),
          TEST_CASE(five_goals_are_kept_in_their_order), TEST_CASE(a_dropped_goal_begins_anew),
          TEST_CASE(of_many_ratings_the_last_are_kept),
          TEST_CASE(a_week_without_a_rating_has_no_mean), TEST_CASE(proposals_follow_one_another),
          TEST_CASE(nothing_told_is_nothing_shown), TEST_CASE(every_value_has_a_name))
