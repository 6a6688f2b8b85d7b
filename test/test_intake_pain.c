// What the last seven days say about pain, and which tries of a self-test fill its field.
#include "intake_kit.h"

#include <stdlib.h>

static diary of;

static ps_value value_on(ps_day today, const char *field)
{
    return told_on(&of, today).profile.values[field_of(field)];
}

static void check_value(const char *row, ps_day today, const char *field, double want)
{
    const ps_value value = value_on(today, field);
    CHECK(row, value.given);
    if (value.number != want) printf("# %s=%g, want %g\n", field, value.number, want);
    CHECK(row, value.number == want);
}

/// What "worst rest ordinary settle nights" are on a day.
static void check_pain(const char *row, ps_day today, const int32_t *want)
{
    static const char *const fields[] = {"pain_worst_24h", "pain_rest", "pain_ordinary",
                                         "settle_hours", "night_wake"};
    for (int32_t i = 0; i < PS_COUNT(fields); i++) check_value(row, today, fields[i], want[i]);
}

// ---- pain ----

/// Days before today, from the oldest on: n score, r rest, o ordinary, m morning, w worst of the
/// day, s hours to settle, g nights.
static const struct {
    const char *row, *said;
    int32_t want[5];
} pain_rows[] = {
    {"only the first day, long ago", "",                          {2, 0, 1, 1, 0} },
    {"a score",                      "0:n5",                      {5, 0, 1, 1, 0} },
    {"the last day of the window",   "6:n5",                      {5, 0, 1, 1, 0} },
    {"the highest of the window",    "6:n5 3:n2",                 {5, 0, 1, 1, 0} },
    {"the first day out of it",      "7:n5 3:n2",                 {2, 0, 1, 1, 0} },
    {"not of tomorrow",              "3:n3 -1:n5",                {3, 0, 1, 1, 0} },
    {"any pain is a pain",           "5:n1 4:r3 3:m4 2:o2 1:w3",  {4, 3, 2, 1, 0} },
    {"nothing in it: said last",     "9:n5 8:n4 8:n3",            {4, 0, 1, 1, 0} },
    {"rest: the middle one",         "3:r1 2:r6 1:r2",            {6, 2, 1, 1, 0} },
    {"of two the higher",            "3:r1 2:r4",                 {4, 4, 1, 1, 0} },
    {"of four the higher middle",    "3:r1 3:r2 2:r4 2:r6",       {6, 4, 1, 1, 0} },
    {"rest out of the window",       "9:r6 8:r4 1:n1",            {1, 4, 1, 1, 0} },
    {"rest of one day",              "9:r1 9:r2 9:r6 1:n1",       {1, 2, 1, 1, 0} },
    {"daily life: the highest",      "6:o2 5:o4 4:o1",            {4, 0, 4, 1, 0} },
    {"settling and nights",          "6:s30 5:s2 5:g1 4:g3 3:g0", {2, 0, 1, 30, 3}},
    {"settling said last",           "9:s30 8:s3 8:g2",           {2, 0, 1, 3, 2} },
    {"reports of many days",
     "12:n9 11:n8 10:n7 9:n6 8:n5 7:n4 6:n3 5:n2 4:n1 3:n1 2:n1", {3, 0, 1, 1, 0} },
};

static void say_pain_value(const char *field, const char *number)
{
    say_value(&of, field, keep(&of, number, strspn(number, "0123456789")));
}

static void say_pains(const char *said)
{
    for (const char *at = said; *at; at += strspn(at, " ")) {
        char *end;
        turn_to(&of, TODAY - (int32_t)strtol(at, &end, 10));
        const char kind = end[1];
        const int32_t score = (int32_t)strtol(end + 2, NULL, 10);
        if (kind == 'n') say_pain(&of, score, PS_PAIN_NOW);
        if (kind == 'r') say_pain(&of, score, PS_PAIN_AT_REST);
        if (kind == 'o') say_pain(&of, score, PS_PAIN_ORDINARY);
        if (kind == 'w') say_pain(&of, score, PS_PAIN_WORST_24H);
        if (kind == 'm') {
            add(&of, PS_EVENT_morning_reported)->as.morning_reported =
                (ps_morning_reported){PS_SIDE_LEFT, score};
        }
        if (kind == 's') say_pain_value("settle_hours", end + 2);
        if (kind == 'g') say_pain_value("night_wake", end + 2);
        at += strcspn(at, " ");
    }
}

static void pain_of_the_last_days(void)
{
    for (int32_t i = 0; i < PS_COUNT(pain_rows); i++) {
        begin(&of);
        turn_to(&of, TODAY - 20);
        say_fine_but(&of, "");
        say_pains(pain_rows[i].said);
        check_pain(pain_rows[i].row, TODAY, pain_rows[i].want);
        check_value(pain_rows[i].row, TODAY, "pain_now", 1);
    }
}

static void somebody_calms_down_day_by_day(void)
{
    begin(&of);
    say_fine_but(&of, "pain_now=4 pain_worst_24h=7 pain_rest=5 pain_ordinary=6 settle_hours=30 "
                      "night_wake=3");
    for (int32_t day = 0; day <= 8; day++) {
        turn_to(&of, TODAY + day);
        if (day > 0) say_pain(&of, 2, PS_PAIN_AT_REST);
        if (day > 0) say_pain(&of, 2, PS_PAIN_ORDINARY);
        if (day > 0) say(&of, "settle_hours=1 night_wake=0");
        const ps_told told = told_on(&of, TODAY + day);
        const bool high = told.screened.irritability.level == PS_IRRITABILITY_HIGH;
        CHECK("a week allows it", high == (day < 7));
        check_value("the baseline stays", TODAY + day, "pain_now", 4);
    }
}

static void when_pain_was_reported(void)
{
    begin(&of);
    CHECK("never", told_on(&of, TODAY).pain_day == PS_DAY_NEVER);
    CHECK("never", told_on(&of, TODAY).pain_stale);
    turn_to(&of, TODAY - 6);
    say_pain(&of, 3, PS_PAIN_NOW);
    CHECK("six days ago", told_on(&of, TODAY).pain_day == TODAY - 6);
    CHECK("not stale", !told_on(&of, TODAY).pain_stale);
    CHECK("a day later", told_on(&of, TODAY + 1).pain_stale);
    CHECK("not yet", told_on(&of, TODAY - 7).pain_day == PS_DAY_NEVER);
}

static void pain_in_a_set(void)
{
    begin(&of);
    turn_to(&of, TODAY - 20);
    say_fine_but(&of, "");
    turn_to(&of, TODAY);
    ps_event *set = add(&of, PS_EVENT_set_done);
    set->as.set_done = (ps_set_done){.session = "s1", .exercise = "psoas-march", .set = 1};
    set->as.set_done.completed = true;
    set->as.set_done.effort = PS_NOT_GIVEN;
    set->as.set_done.pain = PS_NOT_GIVEN;
    CHECK("no score", told_on(&of, TODAY).pain_day == TODAY - 20);
    set->as.set_done.pain = 6;
    check_pain("a score", TODAY, (const int32_t[]){6, 0, 1, 1, 0});
    set->as.set_done.pain = 8;
    CHECK_SET("severe", "flags", told_on(&of, TODAY).screened.open, "R_SEVERE");
}

static void a_value_taken_back(void)
{
    begin(&of);
    turn_to(&of, TODAY - 20);
    say_fine_but(&of, "");
    say_value(&of, "settle_hours", NULL);
    CHECK("in its week it was said", value_on(TODAY - 20, "settle_hours").given);
    CHECK("and then not", !value_on(TODAY, "settle_hours").given);
    CHECK_TEXT("asked again", outcome_word(told_on(&of, TODAY).screened.outcome), "INCOMPLETE");
}

// ---- self-tests ----

/// Tries as "day:test side value"; an x behind it: not valid.
static const struct {
    const char *row, *tries, *field;
    bool given;
    double want;
} test_rows[] = {
    {"none",                    "",                            "hold_s_L",     false, 0 },
    {"one",                     "3:HL12",                      "hold_s_L",     true,  12},
    {"the other side",          "3:HL12",                      "hold_s_R",     false, 0 },
    {"both at once",            "3:HB12",                      "hold_s_R",     true,  12},
    {"of two the better",       "3:HL12 3:HL9",                "hold_s_L",     true,  12},
    {"in any order",            "3:HL9 3:HL12",                "hold_s_L",     true,  12},
    {"not of another day",      "3:HL30 2:HL12 2:HL9",         "hold_s_L",     true,  12},
    {"an invalid one does not", "3:HL9 3:HL12x",               "hold_s_L",     true,  9 },
    {"nor on a later day",      "3:HL9 2:HL12x",               "hold_s_L",     true,  9 },
    {"the middle one",          "3:LL-4 3:LL2 3:LL1",          "length_deg_L", true,  1 },
    {"of two the mean",         "3:LL-4 3:LL2",                "length_deg_L", true,  -1},
    {"of valid ones",           "3:LL-4 3:LL2x 3:LL-5 3:LL-6", "length_deg_L", true,  -5},
    {"the worse one",           "3:AL1 3:AL3 3:AL2",           "aslr_L",       true,  3 },
    {"a later day",             "3:AL3 1:AL1",                 "aslr_L",       true,  1 },
    {"no side",                 "",                            "back_flat",    false, 0 },
    {"one side",                "3:LL2",                       "back_flat",    false, 0 },
    {"both sides",              "3:LL2 3:LR-1",                "back_flat",    true,  1 },
    {"both, on two days",       "3:LL2 2:LR-1",                "back_flat",    true,  1 },
    {"one try was flat",        "3:LL2x 3:LL2 3:LR-1",         "back_flat",    true,  1 },
    {"one side never",          "3:LL2 3:LR-1x",               "back_flat",    true,  0 },
    {"nor alone",               "3:LR-1x",                     "back_flat",    true,  0 },
    {"not the last time",       "3:LL2 3:LR-1 2:LR-1x",        "back_flat",    true,  0 },
    {"the last time",           "3:LL2 3:LR-1x 2:LR-1",        "back_flat",    true,  1 },
    {"other tests say nothing", "3:HL9x 3:AR1x",               "back_flat",    false, 0 },
};

static void say_tries(const char *tries)
{
    static const struct {
        char letter;
        const char *test;
    } tests[] = {
        {'L', "T_LEN" },
        {'H', "T_HOLD"},
        {'A', "T_ASLR"},
    };
    for (const char *at = tries; *at; at += strspn(at, " ")) {
        char *end, *rest;
        turn_to(&of, TODAY - (int32_t)strtol(at, &end, 10));
        of.ms += of.count * (int64_t)SECOND_MS;
        const double value = strtod(end + 3, &rest);
        const ps_side side = end[2] == 'L'   ? PS_SIDE_LEFT
                             : end[2] == 'R' ? PS_SIDE_RIGHT
                                             : PS_SIDE_BOTH;
        for (int32_t i = 0; i < PS_COUNT(tests); i++) {
            if (tests[i].letter == end[1]) say_try(&of, tests[i].test, side, value, *rest != 'x');
        }
        at += strcspn(at, " ");
    }
}

static void which_try_counts(void)
{
    for (int32_t i = 0; i < PS_COUNT(test_rows); i++) {
        begin(&of);
        say_tries(test_rows[i].tries);
        const ps_value value = value_on(TODAY, test_rows[i].field);
        CHECK(test_rows[i].row, value.given == test_rows[i].given);
        CHECK(test_rows[i].row, value.number == test_rows[i].want);
    }
}

static void the_last_tries_of_a_long_day(void)
{
    begin(&of);
    for (int32_t i = 0; i < PS_TRIES_MAX + 4; i++) {
        say_try(&of, "T_HOLD", PS_SIDE_LEFT, i < 4 ? 30 : 5 + i % 3, true);
    }
    check_value("the last ones", TODAY, "hold_s_L", 7);
}

// ---- the rule itself ----

static const ps_self_test *test_called(const char *id)
{
    return &all->self_tests.at[index_of("self_tests", id)];
}

static int order_of(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void what_counts_needs_no_order(void)
{
    static const char *const ids[] = {"T_LEN", "T_HOLD", "T_ASLR"};
    uint64_t seed = 1;
    for (int32_t i = 0; i < 3000; i++) {
        const ps_self_test *test = test_called(ids[i % 3]);
        const int32_t count = test_between(&seed, 1, PS_TRIES_MAX);
        double tries[PS_TRIES_MAX], sorted[PS_TRIES_MAX];
        for (int32_t k = 0; k < count; k++) tries[k] = test_between(&seed, -90, 90) / 4.0;
        memcpy(sorted, tries, sizeof sorted);
        qsort(sorted, (size_t)count, sizeof *sorted, order_of);
        const double got = ps_test_counting(test, tries, count);
        CHECK(test->id, got == ps_test_counting(test, sorted, count));
        const double middle =
            count % 2 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
        CHECK(test->id, got == (i % 3 == 0 ? middle : sorted[count - 1]));
        // the mirror image of a middle is the middle of the mirror images
        for (int32_t k = 0; k < count; k++) tries[k] = -tries[k];
        if (i % 3 == 0) CHECK("mirror", ps_test_counting(test, tries, count) == -got);
    }
}

TEST_MAIN(TEST_CASE(pain_of_the_last_days), TEST_CASE(somebody_calms_down_day_by_day),
          TEST_CASE(when_pain_was_reported), TEST_CASE(pain_in_a_set),
          TEST_CASE(a_value_taken_back), TEST_CASE(which_try_counts),
          TEST_CASE(the_last_tries_of_a_long_day), TEST_CASE(what_counts_needs_no_order))
