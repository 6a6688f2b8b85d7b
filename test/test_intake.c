// What a person has told, folded from events: the same screening as a profile made by hand, rounds
// of questions that begin, end and fall due on exactly the right day, pain of the last seven days,
// weeks that pass, and self-tests that fill their fields.
#include "intake_kit.h"

#include "screen_examples.h"

static diary of;

static ps_value value_on(ps_day today, const char *field)
{
    return told_on(&of, today).profile.values[field_of(field)];
}

static ps_screen_outcome outcome_on(ps_day today) { return told_on(&of, today).screened.outcome; }

#define CHECK_OUTCOME(row, today, want) CHECK_TEXT(row, outcome_word(outcome_on(today)), want)

// ---- events and profiles ----

static void examples_through_events(void)
{
    for (int32_t i = 0; i < PS_COUNT(intakes); i++) {
        const intake_row *row = &intakes[i];
        const ps_profile by_hand = profile_of(row);
        const ps_screen_result want = screen(&by_hand);
        begin(&of);
        say_fine_but(&of, row->said);
        if (row->cleared) say_cleared(&of, row->cleared, PS_CLEARED, TODAY - 7, "");
        const ps_told told = told_on(&of, TODAY);
        CHECK(row->id, told.consented && told.due == PS_DUE_NOT);
        CHECK(row->id, same_result(&told.screened, &want));
        CHECK_TEXT(row->id, outcome_word(told.screened.outcome), row->outcome);
        CHECK_SET(row->id, "codes", told.screened.codes, row->codes);
        record_result(&told.screened);
    }
}

static void what_is_said_last_counts(void)
{
    begin(&of);
    say_fine_but(&of, "country=DE kneel_hurts");
    ps_told told = told_on(&of, TODAY);
    CHECK_SET("yes", "flags", flags_that_are(&told.screened, PS_YES), "M_KNEEL");
    CHECK_TEXT("text", told.texts[field_of("country")], "DE");
    CHECK("a number is no text", !told.texts[field_of("age_years")]);

    say(&of, "kneel_hurts! age_years=66 country=");
    told = told_on(&of, TODAY);
    CHECK_SET("no", "flags", flags_that_are(&told.screened, PS_YES), "M_AGE");
    CHECK("taken back", !told.texts[field_of("country")]);
    CHECK("taken back", !told.profile.values[field_of("country")].given);
}

static void what_nobody_knows_any_more(void)
{
    begin(&of);
    say_fine_but(&of, "");
    const ps_told before = told_on(&of, TODAY);
    say_value(&of, "no_such_field", "7");
    say_value(&of, "age_years", "120");
    say_value(&of, "side", "upper");
    say_value(&of, "irritability", "high");
    say_value(&of, "hold_s_L", "3");
    say_value(&of, "back_flat", "no");
    add(&of, PS_EVENT_screen_answered)->as.screen_answered =
        (ps_screen_answered){"no_such_item", PS_ANSWER_YES};
    say_cleared(&of, "NO_SUCH_FLAG", PS_CLEARED, TODAY, "");
    say_try(&of, "T_NONE", PS_SIDE_LEFT, 3, true);
    say_try(&of, "T_PROVOKE", PS_SIDE_LEFT, 1, true);
    say_try(&of, "T_HOLD", PS_SIDE_LEFT, 31, true);
    say_try(&of, "T_ASLR", PS_SIDE_LEFT, 2.5, true);
    const ps_told after = told_on(&of, TODAY);
    CHECK("nothing", memcmp(before.profile.answers, after.profile.answers,
                            sizeof before.profile.answers) == 0);
    for (int32_t i = 0; i < all->intake_fields.count; i++) {
        const ps_value *a = &before.profile.values[i], *b = &after.profile.values[i];
        CHECK(all->intake_fields.at[i].id,
              a->given == b->given && a->number == b->number && a->chosen == b->chosen);
    }
    CHECK("no clearing", after.profile.clearing_count == 0);
    CHECK("nothing", same_result(&before.screened, &after.screened));
}

static void consent_is_to_a_version(void)
{
    begin(&of);
    CHECK("nobody asked", !told_on(&of, TODAY).consented);
    add(&of, PS_EVENT_consent_given)->as.consent_given.version = "an older one";
    CHECK("to other words", !told_on(&of, TODAY).consented);
    add(&of, PS_EVENT_consent_given)->as.consent_given.version = all->consent.version;
    CHECK("to these", told_on(&of, TODAY).consented);
    say_void(&of, 2);
    CHECK("taken back", !told_on(&of, TODAY).consented);
}

// ---- rounds ----

static void a_round_asks_everything_again(void)
{
    begin(&of);
    say_fine_but(&of, "kneel_hurts weeks_since_birth=30 weeks_since_surgery=40 surgery_kind=hip "
                      "weeks_since_tha=90 tha_approach=anterior weeks_pregnant=0");
    CHECK_OUTCOME("answered", TODAY, "MODIFY");
    turn_to(&of, TODAY + 20);
    say_round(&of, PS_ROUND_SOMETHING_NEW);
    const ps_told told = told_on(&of, TODAY + 20);
    CHECK("not due", told.due == PS_DUE_NOT && told.round_day == TODAY + 20);
    CHECK_TEXT("open", outcome_word(told.screened.outcome), "INCOMPLETE");
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        CHECK(all->screening_items.at[i].id, told.profile.answers[i] == PS_NOT_ANSWERED);
    }
    static const struct {
        const char *field;
        bool kept;
    } rows[] = {
        {"weeks_since_birth",   false},
        {"weeks_since_surgery", false},
        {"surgery_kind",        false},
        {"weeks_since_tha",     false},
        {"tha_approach",        false},
        {"weeks_pregnant",      true },
        {"age_years",           true },
        {"site",                true },
        {"pain_worst_24h",      true },
        {"onset",               true },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].field, told.profile.values[field_of(rows[i].field)].given == rows[i].kept);
    }
    say_all(&of, PS_ROUND_SOMETHING_NEW, "");
    CHECK_OUTCOME("answered anew", TODAY + 20, "NONE");
}

/// Screens and sessions in days before today, and what is due then.
static const struct {
    const char *row;
    int32_t round, session, later_round; ///< days ago; -1: never
    ps_screen_due due;
    int32_t next; ///< days from today
} due_rows[] = {
    {"never",                       -1, -1, -1, PS_DUE_FIRST,      0 },
    {"trained without a question",  -1, 50, -1, PS_DUE_FIRST,      0 },
    {"today",                       0,  -1, -1, PS_DUE_NOT,        28},
    {"the last day of four weeks",  27, -1, -1, PS_DUE_NOT,        1 },
    {"after four weeks",            28, -1, -1, PS_DUE_FOUR_WEEKS, 0 },
    {"trained yesterday",           28, 1,  -1, PS_DUE_FOUR_WEEKS, 0 },
    {"answered after four weeks",   28, 1,  0,  PS_DUE_NOT,        28},
    {"a gap of 42 days",            20, 42, -1, PS_DUE_NOT,        1 },
    {"a gap of 43 days",            20, 43, -1, PS_DUE_GAP,        0 },
    {"a gap before four weeks end", 10, 40, -1, PS_DUE_NOT,        3 },
    {"four weeks before a gap",     26, 20, -1, PS_DUE_NOT,        2 },
    {"asked when it was long",      0,  43, -1, PS_DUE_NOT,        28},
    {"asked on the day before",     1,  43, -1, PS_DUE_GAP,        0 },
    {"asked on the first long day", 5,  48, -1, PS_DUE_NOT,        23},
    {"both",                        50, 60, -1, PS_DUE_GAP,        0 },
};

/// A start alone is no training.
static void an_empty_session_ends_no_gap(void)
{
    begin(&of);
    turn_to(&of, TODAY - 45);
    say_session(&of);
    turn_to(&of, TODAY - 20);
    say_fine_but(&of, "");
    turn_to(&of, TODAY - 5);
    say_start(&of);
    say_set(&of, 0, PS_NOT_GIVEN);
    CHECK("nothing was done", told_on(&of, TODAY).due == PS_DUE_GAP);
    say_set(&of, 1, PS_NOT_GIVEN);
    CHECK("something was", told_on(&of, TODAY).due == PS_DUE_NOT);
}

// ---- days ahead ----

static void a_round_ahead_is_none(void)
{
    begin(&of);
    turn_to(&of, TODAY + 3);
    say_fine_but(&of, "");
    CHECK("too far ahead", told_on(&of, TODAY).due == PS_DUE_FIRST);
    CHECK("a traveller's days", told_on(&of, TODAY + 1).due == PS_DUE_NOT);

    begin(&of);
    turn_to(&of, TODAY - 28);
    say_fine_but(&of, "");
    turn_to(&of, TODAY + 400);
    say_all(&of, PS_ROUND_DUE, "");
    CHECK("the one before it is due", told_on(&of, TODAY).due == PS_DUE_FOUR_WEEKS);
    CHECK_OUTCOME("no plan", TODAY, "INCOMPLETE");
    turn_to(&of, TODAY);
    say_all(&of, PS_ROUND_DUE, "");
    CHECK_OUTCOME("answered today", TODAY, "NONE");
}

static void what_lies_ahead_hides_nothing(void)
{
    begin(&of);
    say_fine_but(&of, "");
    say_pain(&of, 7, PS_PAIN_WORST_24H);
    say_try(&of, "T_HOLD", PS_SIDE_LEFT, 9, true);
    turn_to(&of, TODAY - 43);
    say_session(&of);
    turn_to(&of, TODAY - 1);
    say_round(&of, PS_ROUND_DUE);
    for (int32_t day = 400; day < 410; day++) {
        turn_to(&of, TODAY + day);
        say_pain(&of, 1, PS_PAIN_WORST_24H);
    }
    say_try(&of, "T_HOLD", PS_SIDE_LEFT, 29, true);
    say_session(&of);
    say_cleared(&of, "R_LUMP", PS_CLEARED, TODAY, "");
    const ps_told told = told_on(&of, TODAY);
    CHECK("pain", told.profile.values[field_of("pain_worst_24h")].number == 7);
    CHECK("and its day", told.pain_day == TODAY);
    CHECK("test", told.profile.values[field_of("hold_s_L")].number == 9);
    CHECK("gap", told.due == PS_DUE_NOT || told.due == PS_DUE_GAP);
    CHECK("clearance", told.profile.clearing_count == 0);
}

/// Whoever said yes to an emergency with a wrong clock has said it.
static void a_lock_ahead_is_heard(void)
{
    begin(&of);
    say_fine_but(&of, "");
    turn_to(&of, TODAY + 400);
    say(&of, "leg_cold");
    CHECK_OUTCOME("heard", TODAY, "EMERGENCY");
}

static void a_round_falls_due(void)
{
    for (int32_t i = 0; i < PS_COUNT(due_rows); i++) {
        const char *row = due_rows[i].row;
        begin(&of);
        if (due_rows[i].round >= 0) turn_to(&of, TODAY - due_rows[i].round);
        if (due_rows[i].round >= 0) say_fine_but(&of, "kneel_hurts");
        if (due_rows[i].session >= 0) turn_to(&of, TODAY - due_rows[i].session);
        if (due_rows[i].session >= 0) say_session(&of);
        if (due_rows[i].later_round >= 0) turn_to(&of, TODAY - due_rows[i].later_round);
        if (due_rows[i].later_round >= 0) say_all(&of, PS_ROUND_DUE, "kneel_hurts");
        const ps_told told = told_on(&of, TODAY);
        CHECK(row, told.due == due_rows[i].due);
        const bool due = due_rows[i].due != PS_DUE_NOT;
        CHECK(row, told.due_day == (due ? PS_DAY_NEVER : TODAY + due_rows[i].next));
        CHECK_TEXT(row, outcome_word(told.screened.outcome), due ? "INCOMPLETE" : "MODIFY");
        const ps_item_answer kneel = told.profile.answers[item_of("kneel_hurts")];
        CHECK(row, kneel == (due ? PS_NOT_ANSWERED : PS_ANSWERED_YES));
        // the day that was announced is the day
        if (due) continue;
        CHECK(row, told_on(&of, told.due_day - 1).due == PS_DUE_NOT);
        CHECK(row, told_on(&of, told.due_day).due != PS_DUE_NOT);
    }
}

static void answers_alone_begin_a_round(void)
{
    begin(&of);
    say(&of, fine_words);
    CHECK("values alone do not", told_on(&of, TODAY).due == PS_DUE_FIRST);
    turn_to(&of, TODAY + 3);
    say(&of, "fever! kneel_hurts");
    turn_to(&of, TODAY + 10);
    say(&of, "night_sweats!");
    const ps_told told = told_on(&of, TODAY + 10);
    CHECK("the first answer", told.round_day == TODAY + 3 && told.due_day == TODAY + 31);
    CHECK("both stay", told.profile.answers[item_of("fever")] == PS_ANSWERED_NO &&
                           told.profile.answers[item_of("night_sweats")] == PS_ANSWERED_NO);
    CHECK("28 days from it", told_on(&of, TODAY + 31).due == PS_DUE_FOUR_WEEKS);
}

static void a_lock_holds_while_questions_are_due(void)
{
    begin(&of);
    say_fine_but(&of, "leg_cold");
    CHECK_OUTCOME("then", TODAY, "EMERGENCY");
    CHECK_OUTCOME("due", TODAY + 30, "EMERGENCY");
    CHECK("due", told_on(&of, TODAY + 30).due == PS_DUE_FOUR_WEEKS);
}

// ---- weeks that pass ----

static void a_pregnancy_goes_on(void)
{
    static const struct {
        const char *row, *told;
        int32_t days;
        double weeks;
        const char *codes;
    } rows[] = {
        {"on the day",     "18", 0,   18, "PREG_ANY ABDO_PRESSURE_ALL"              },
        {"after 6 days",   "18", 6,   18, "PREG_ANY ABDO_PRESSURE_ALL"              },
        {"after 13 days",  "18", 13,  19, "PREG_ANY ABDO_PRESSURE_ALL"              },
        {"after 2 weeks",  "18", 14,  20, "PREG_ANY PREG20_SUPINE ABDO_PRESSURE_ALL"},
        {"after 3 weeks",  "18", 21,  21, "PREG_ANY PREG20_SUPINE ABDO_PRESSURE_ALL"},
        {"not for ever",   "40", 70,  45, NULL                                      },
        {"not pregnant",   "0",  21,  0,  ""                                        },
        {"nor much later", "0",  400, 0,  NULL                                      },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        begin(&of);
        say_value(&of, "weeks_pregnant", rows[i].told);
        say_fine_but(&of, "");
        const ps_told told = told_on(&of, TODAY + rows[i].days);
        CHECK(rows[i].row, told.profile.values[field_of("weeks_pregnant")].number == rows[i].weeks);
        if (rows[i].codes) CHECK_SET(rows[i].row, "codes", told.screened.codes, rows[i].codes);
    }
}

static void other_weeks_stand_still(void)
{
    begin(&of);
    say_fine_but(&of, "weeks_since_tha=9 hip_replaced tha_12w");
    CHECK("after 4 weeks", value_on(TODAY + 27, "weeks_since_tha").number == 9);
    CHECK_OUTCOME("no timer clears", TODAY + 27, "REFER");
}

TEST_MAIN(TEST_CASE(examples_through_events), TEST_CASE(what_is_said_last_counts),
          TEST_CASE(what_nobody_knows_any_more), TEST_CASE(consent_is_to_a_version),
          TEST_CASE(a_round_asks_everything_again), TEST_CASE(a_round_falls_due),
          TEST_CASE(answers_alone_begin_a_round), TEST_CASE(a_lock_holds_while_questions_are_due),
          TEST_CASE(a_pregnancy_goes_on), TEST_CASE(an_empty_session_ends_no_gap),
          TEST_CASE(a_round_ahead_is_none), TEST_CASE(what_lies_ahead_hides_nothing),
          TEST_CASE(a_lock_ahead_is_heard), TEST_CASE(other_weeks_stand_still))
