// The conversation of psoas setup and psoas screen. Facts: what a line that is typed says, when a
// page stops it, what a slip, a step back and a new round do. Law: broken off after any answer it
// goes on at the right question, asks nothing twice, and ends in the same state.
#include "shell/cli/question.h"

#include "cli_kit.h"

// ---- a person ----

/// Somebody with a sore hip and nothing else; the rest is answered with no.
static void calm_person(void)
{
    static const talk_rule rules[] = {
        {"Do you agree?",                   "y",       PS_NONE},
        {"Please look once more.",          "1",       PS_NONE},
        {"Which country",                   "de",      PS_NONE},
        {"How old are you?",                "34",      PS_NONE},
        {"What matters most",               "1",       PS_NONE},
        {"Where does it hurt?",             "1 2",     PS_NONE},
        {"Which side?",                     "left",    PS_NONE},
        {"How did it begin?",               "1",       PS_NONE},
        {"How strong is the pain now?",     "3",       PS_NONE},
        {"How strong was the worst pain",   "4",       PS_NONE},
        {"How strong is the pain at rest?", "1",       PS_NONE},
        {"ordinary daily activity?",        "2",       PS_NONE},
        {"to settle?",                      "3",       PS_NONE},
        {"On how many nights",              "0",       PS_NONE},
        {"How many hours do you sit",       "9",       PS_NONE},
        {"Do you feel a pull",              "y",       PS_NONE},
        {"What do you have at hand?",       "8",       PS_NONE},
        {"On how many days",                "",        PS_NONE},
        {"How many minutes",                "20",      PS_NONE},
        {"Which positions",                 "",        PS_NONE},
        {"How used are you",                "2",       PS_NONE},
        {"Which sport",                     "running", PS_NONE},
        {"Which units",                     "metric",  PS_NONE},
    };
    for (int32_t i = 0; i < PS_COUNT(rules); i++) {
        talk_answer(rules[i].seen, rules[i].typed, rules[i].times);
    }
}

static void begin(void)
{
    talk_begin();
    talk.can_ask = true;
}

/// Everything that is known, and what follows from it.
static void state_of(buffer *state)
{
    CHECK("list", talk_run("screen --list") == CLI_OK);
    buffer_text(state, talk_text(&talk.out));
    (void)talk_run("screen --json");
    buffer_text(state, talk_text(&talk.out));
}

// ---- from nothing to a plan ----

static void nothing_becomes_a_plan(void)
{
    begin();
    calm_person();
    CHECK("before", talk_run("plan") == CLI_NOT_FOUND);
    CHECK("says how to begin", talk_complains("'psoas setup' begins"));
    CHECK("setup", talk_run("setup") == CLI_OK);
    CHECK("consent comes first", talk_says("Do you agree?"));
    char foretold[64];
    snprintf(foretold, sizeof foretold, "About %d short questions", talk.lines - 1);
    CHECK("as many as foretold", talk_says(foretold));
    CHECK("down to the last", talk_says("about 1 left") && !talk_says("about 0 left"));
    CHECK("the class has a reason", talk_says("because"));
    CHECK("tests are offered", talk_says("psoas test T_LEN"));
    CHECK("what now", talk_says("psoas plan"));
    CHECK("plan", talk_run("plan") == CLI_OK);
    CHECK("again", talk_run("setup") == CLI_OK);
    CHECK("nothing is asked again", talk.lines == 0);
    talk_end();
}

static void without_consent_nothing_is_stored(void)
{
    begin();
    talk_answer("Do you agree?", "n", PS_NONE);
    CHECK("no", talk_run("setup") == CLI_FAILED);
    CHECK("what is open", talk_complains("'psoas exercise list'"));
    CHECK("how to come back", talk_complains("When you change your mind: 'psoas setup'"));
    CHECK("no folder", access(talk.folder, F_OK) != 0);
    talk.lines_max = 0;
    CHECK("nobody there", talk_run("setup") == CLI_FAILED);
    CHECK("still no folder", access(talk.folder, F_OK) != 0);
    talk_end();
}

static void a_new_text_is_agreed_to_anew(void)
{
    begin();
    calm_person();
    CHECK("setup", talk_run("setup") == CLI_OK);
    CHECK("agreed", talk_run("consent") == CLI_OK && talk_says("Agreed to version 1"));

    ps_catalogue later = ps_catalogue_builtin;
    later.consent.version = "2";
    talk.catalogue = &later;
    CHECK("asks again", talk_run("consent") == CLI_OK && talk_says("This is version 2"));
    CHECK("no plan", talk_run("plan") == CLI_REFUSED && talk_says("has changed"));
    CHECK("nothing is changed before", talk_run("setup days_per_week 4") == CLI_REFUSED);
    CHECK("setup", talk_run("setup") == CLI_OK);
    CHECK("only that is asked", talk.lines == 1);
    CHECK("plan", talk_run("plan") == CLI_OK);
    talk_end();
}

static void children_are_refused_at_once(void)
{
    begin();
    talk_answer("How old are you?", "17", PS_NONE);
    calm_person();
    CHECK("refused", talk_run("setup") == CLI_REFUSED);
    CHECK("the page", talk_says("This programme is for adults."));
    CHECK("the advice", talk_says("growing hip"));
    CHECK("right after the age", talk.lines == 3);
    CHECK("no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("no more questions", talk_run("setup") == CLI_REFUSED && talk.lines == 0);
    CHECK("it was a slip", talk_run("setup age_years 71") == CLI_OK);
    CHECK("the questions go on", talk_run("setup") == CLI_OK && talk.lines > 0);
    CHECK("plan", talk_run("plan") == CLI_OK);
    talk_end();
}

// ---- broken off ----

static void broken_off_anywhere_it_goes_on(void)
{
    enum { RUNS_MAX = 100 };
    buffer want = {0}, got = {0};
    begin();
    calm_person();
    CHECK("whole", talk_run("setup") == CLI_OK);
    const int32_t lines = talk.lines;
    state_of(&want);
    talk_end();

    // the input ends after every single answer
    begin();
    calm_person();
    talk.lines_max = 1;
    int32_t answers = 0;
    for (int32_t i = 0; i < RUNS_MAX && talk_run("setup") == CLI_OK && talk.lines > 0; i++) {
        answers += talk.lines;
        CHECK("one question", talk_says("[question 1,"));
    }
    CHECK("nothing is asked twice", answers == lines);
    state_of(&got);
    CHECK_TEXT("nothing is lost", got.text, want.text);
    talk_end();
    buffer_free(&got);
    buffer_free(&want);
}

// ---- what stops it ----

static const struct {
    const char *item, *also;
    const char *heading;
    bool sure; ///< the sentence is shown once more before it is stored
} grave[] = {
    {"ces_bladder",   NULL,        "Stop. Get emergency help now.",                    true },
    {"leg_cold",      NULL,        "Stop. Get emergency help now.",                    true },
    {"lump_groin",    "lump_hard", "Stop. Get emergency help now.",                    true },
    {"trauma_recent", "no_weight", "Stop. Get emergency help now.",                    true },
    {"leg_swollen",   NULL,        "Please be seen by a doctor before anything else.", true },
    {"pop_front",     "lift_lost", "Please be seen by a doctor before anything else.", true },
    {"hip_locks",     NULL,        "Please see a clinician before any training.",      false},
    {"steroids_long", NULL,        "Please see a clinician before any training.",      false},
};

static void a_grave_yes_stops_it(void)
{
    for (int32_t i = 0; i < PS_COUNT(grave); i++) {
        begin();
        calm_person();
        talk_yes(grave[i].item);
        if (grave[i].also) talk_yes(grave[i].also);
        CHECK(grave[i].item, talk_run("setup") == CLI_REFUSED);
        CHECK(grave[i].item, talk_says(grave[i].heading));
        CHECK(grave[i].item, talk_says("What you answered, word for word"));
        CHECK(grave[i].item, talk_says("How to come back"));
        CHECK(grave[i].item, talk_says("Please look once more.") == grave[i].sure);
        CHECK(grave[i].item, talk_says("112, or your local emergency number") == grave[i].sure);
        CHECK(grave[i].item, talk_run("plan") == CLI_REFUSED);
        CHECK(grave[i].item, talk_says(grave[i].heading));
        talk_end();
    }
}

static void a_slip_is_not_stored(void)
{
    begin();
    talk_answer("Please look once more.", "2", 1);
    calm_person();
    talk_yes("ces_saddle");
    CHECK("the second time it is meant", talk_run("setup") == CLI_REFUSED);
    talk_end();

    begin();
    talk_answer("Please look once more.", "2", 1);
    calm_person();
    talk_yes("ces_saddle");
    talk.lines_max = 15; // consent, 12 fields, the list, the slip
    CHECK("stopped", talk_run("setup") == CLI_OK);
    CHECK("seen", talk_says("Please look once more."));
    CHECK("nothing of the list", talk_run("screen --list") == CLI_OK && !talk_says("ces_"));
    talk_end();
}

/// "Not sure" is confirmed as what it is; b goes back to the list, q stops.
static void a_doubt_is_confirmed_as_one(void)
{
    static const struct {
        const char *typed;
        cli_exit code;
        bool stored;
    } lines[] = {
        {"1", CLI_REFUSED, true },
        {"?", CLI_REFUSED, true },
        {"q", CLI_OK,      false},
    };
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        begin();
        talk_answer("Please look once more.", lines[i].typed, 1);
        talk_answer("numbness between your legs", "1?", 1);
        calm_person();
        CHECK(lines[i].typed, talk_run("setup") == lines[i].code);
        CHECK(lines[i].typed, talk_says("I am not sure") && !talk_says("Yes, this is so"));
        CHECK(lines[i].typed, talk_run("screen --list") == CLI_OK);
        CHECK(lines[i].typed, talk_says("not sure") == lines[i].stored);
        talk_end();
    }
    begin();
    talk_answer("Please look once more.", "b", 1);
    talk_answer("numbness between your legs", "1?", 1);
    calm_person();
    CHECK("taken back", talk_run("setup") == CLI_OK);
    talk_end();
}

static void the_worst_pain_is_the_worst(void)
{
    begin();
    talk_answer("The worst pain cannot be less", "1", 1);
    talk_answer("How strong is the pain at rest?", "9", 1);
    calm_person();
    CHECK("setup", talk_run("setup") == CLI_OK);
    CHECK("asked again", talk_says("The worst pain cannot be less"));
    CHECK("list", talk_run("screen --list") == CLI_OK && talk_says("[pain_rest]"));
    CHECK("week", talk_run("pain --week --worst 3 --rest 9 --ordinary 1 --settle 1 --nights 0") ==
                      CLI_USAGE);
    CHECK("week", talk_complains("the worst pain of 24 hours is 3, but pain at rest is 9"));
    talk_end();
}

static void a_clearance_lets_the_questions_go_on(void)
{
    begin();
    calm_person();
    talk_yes("lump_groin");
    talk_answer("Go on with the questions?", "y", PS_NONE);
    CHECK("to the end", talk_run("setup") == CLI_REFUSED);
    CHECK("for the clinician", talk_says("psoas screen --summary"));
    CHECK("nothing is left", talk_run("setup") == CLI_REFUSED && talk.lines == 0);
    CHECK("cleared", talk_run("clear R_LUMP --who doctor") == CLI_OK);
    CHECK("plan", talk_run("plan") == CLI_OK);
    CHECK("the precautions stay", talk_run("screen") == CLI_OK && talk_says("HERNIA_UNREPAIRED"));
    talk_end();
}

// ---- back ----

static void going_back_mends(void)
{
    buffer want = {0}, got = {0};
    begin();
    calm_person();
    CHECK("whole", talk_run("setup") == CLI_OK);
    state_of(&want);
    talk_end();

    // a pain of 8 wants a clinician, and stays so for every later answer, but not for a mended one
    begin();
    talk_answer("How strong was the worst pain", "8", 1);
    talk_answer("How strong is the pain at rest?", "b", 1);
    talk_answer("Go on with the questions?", "y", PS_NONE);
    calm_person();
    CHECK("with a step back", talk_run("setup") == CLI_OK);
    CHECK("the page was shown", talk_says("Please see a clinician before any training."));
    state_of(&got);
    CHECK_TEXT("as if it had not been", got.text, want.text);
    talk_end();
    buffer_free(&got);
    buffer_free(&want);
}

static void going_back_to_the_same_answer_stores_nothing(void)
{
    begin();
    talk_answer("How strong is the pain at rest?", "b", 1);
    calm_person();
    CHECK("setup", talk_run("setup") == CLI_OK);
    CHECK("asked twice",
          strstr(strstr(talk_text(&talk.out), "the worst pain") + 1, "the worst pain"));
    CHECK("export", talk_run("export") == CLI_OK && !talk_says("corrected"));
    talk_end();
}

static void back_at_the_start_stays(void)
{
    begin();
    talk_answer("Which country", "b", 1);
    talk_answer("This is the first question", "de", 1);
    calm_person();
    CHECK("goes on", talk_run("setup") == CLI_OK);
    talk_end();
}

// ---- rounds ----

static void questions_come_again(void)
{
    begin();
    calm_person();
    CHECK("setup", talk_run("setup") == CLI_OK);
    talk.now = "2026-12-18T12:00:00+01:00";
    CHECK("day 27", talk_run("plan") == CLI_OK);
    talk.now = "2026-12-19T12:00:00+01:00";
    CHECK("day 28", talk_run("plan") == CLI_REFUSED);
    CHECK("says why", talk_says("four weeks"));
    CHECK("screen", talk_run("screen") == CLI_OK);
    CHECK("asks the pain, too", talk_says("How strong was the worst pain"));
    CHECK("not the age", !talk_says("How old are you?"));
    CHECK("and there is a plan again", talk_run("plan") == CLI_OK);
    talk_end();
}

static void something_new_begins_a_round(void)
{
    begin();
    calm_person();
    CHECK("setup", talk_run("setup") == CLI_OK);
    talk_answer("Begin? [y/N]", "n", 1);
    CHECK("not begun", talk_run("screen --new") == CLI_FAILED);
    CHECK("the plan stays", talk_run("plan") == CLI_OK);

    talk_answer("Begin? [y/N]", "y", PS_NONE);
    talk.lines_max = 3;
    CHECK("begun and left", talk_run("screen --new") == CLI_OK);
    talk.lines_max = TALK_LINES;
    CHECK("no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("answered", talk_run("screen") == CLI_OK);
    CHECK("plan", talk_run("plan") == CLI_OK);
    talk_end();
}

/// Somebody who was pregnant four weeks ago is asked, and is believed.
static void weeks_are_asked_again(void)
{
    begin();
    talk_answer("How many weeks pregnant", "36", 1);
    calm_person();
    talk_yes("pregnant");
    CHECK("setup", talk_run("setup") == CLI_OK);
    CHECK("it limits", talk_says("PREG_LATE"));

    talk.now = "2027-01-10T12:00:00+01:00";
    talk.yes_count = 0;
    talk_answer("How many weeks pregnant", "none", PS_NONE);
    CHECK("no longer", talk_run("screen") == CLI_OK);
    CHECK("it limits no more", !talk_says("PREG_"));
    talk_end();

    begin();
    calm_person();
    talk_answer("How many weeks pregnant", "none", PS_NONE);
    talk_yes("pregnant");
    CHECK("not said", talk_run("setup") == CLI_OK);
    CHECK("so all limits hold", talk_says("PREG_LATE"));
    talk_end();
}

/// A refused person who says that something is new sees the page, and may go on.
static void something_new_opens_nothing(void)
{
    begin();
    calm_person();
    talk_yes("hip_locks");
    talk_answer("Go on with the questions?", "y", PS_NONE);
    CHECK("setup", talk_run("setup") == CLI_REFUSED);
    talk.yes_count = 0;
    talk_answer("Begin? [y/N]", "y", PS_NONE);
    CHECK("all no now", talk_run("screen --new") == CLI_REFUSED);
    CHECK("it stands", talk_says("Answered before."));
    CHECK("asked to the end", talk_says("These were all questions."));
    CHECK("no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("cleared", talk_run("clear R_LOCK --who doctor") == CLI_OK);
    CHECK("plan", talk_run("plan") == CLI_OK);
    talk_end();
}

static void a_stopped_programme_opens_with_a_new_round(void)
{
    begin();
    calm_person();
    CHECK("setup", talk_run("setup") == CLI_OK);
    CHECK("pain", talk_run("pain 7 --place front_hip --side left") == CLI_OK);
    talk.now = "2026-11-23T12:00:00+01:00";
    (void)talk_run("pain 7 --place front_hip --side left");
    CHECK("paused", talk_run("plan") == CLI_REFUSED && talk_says("The programme is paused."));
    CHECK("says why", talk_says("7 or more twice within a week"));
    talk.now = "2026-11-24T12:00:00+01:00";
    talk_answer("Begin? [y/N]", "y", PS_NONE);
    CHECK("a new round", talk_run("screen --new") == CLI_OK);
    CHECK("plan", talk_run("plan") == CLI_OK);
    talk_end();
}

static void a_clock_that_went_back_stops_it(void)
{
    begin();
    calm_person();
    talk.lines_max = 6;
    CHECK("a part", talk_run("setup") == CLI_OK);
    talk.lines_max = TALK_LINES;
    talk.now = "2026-11-20T12:00:00+01:00";
    CHECK("a day before", talk_run("setup") == CLI_DISK);
    CHECK("says both", talk_complains("2026-11-20 12:00") && talk_complains("2026-11-21 12:00"));
    CHECK("one line was read", talk.lines == 1);
    // a round that begins tomorrow takes back what is told today: said, not asked without end
    CHECK("it is right", talk_run("setup --clock-is-right") == CLI_CONFLICT);
    CHECK("says why", talk_complains("entries with a later date") && talk.lines < 20);
    talk.now = "2026-11-21T11:57:00+01:00";
    CHECK("three minutes are forgiven", talk_run("setup") == CLI_OK);
    CHECK("and count", talk_run("plan") == CLI_OK);
    talk_end();
}

static void where_nobody_can_be_asked(void)
{
    begin();
    talk.can_ask = false;
    CHECK("setup", talk_run("setup") == CLI_USAGE);
    CHECK("names the file", talk_complains("psoas setup --from me.txt"));
    CHECK("no folder", access(talk.folder, F_OK) != 0);
    talk.can_ask = true;
    calm_person();
    talk.lines_max = 8;
    CHECK("a part", talk_run("setup") == CLI_OK);
    talk.can_ask = false;
    CHECK("screen", talk_run("screen") == CLI_REFUSED);
    CHECK("says what is open", talk_says("Some safety questions are still open."));
    CHECK("and how", talk_says("psoas setup --from me.txt"));
    CHECK("new", talk_run("screen --new") == CLI_REFUSED);
    CHECK("json", talk_run("plan --json") == CLI_REFUSED && talk_says("\"psoas\": \"screen\""));
    talk_end();
}

// ---- what a line says ----

static question asked_for(const char *id)
{
    const ps_catalogue *catalogue = &ps_catalogue_builtin;
    question asked = {.kind = PS_QUESTION_FIELD,
                      .field = ps_intake_field_find(catalogue, ps_str_of(id))};
    CHECK(id, asked.field != PS_NONE);
    asked.optional = catalogue->intake_fields.at[asked.field].optional;
    return asked;
}

static const struct {
    int32_t count;
    const char *line;
    reply_kind kind;
    ps_answer answers[5];
} item_rows[] = {
    {1, "y",           REPLY_ANSWER,  {PS_ANSWER_YES}                                  },
    {1, " YES ",       REPLY_ANSWER,  {PS_ANSWER_YES}                                  },
    {1, "n",           REPLY_ANSWER,  {PS_ANSWER_NO}                                   },
    {1, "?",           REPLY_ANSWER,  {PS_ANSWER_NOT_SURE}                             },
    {1, "not sure",    REPLY_ANSWER,  {PS_ANSWER_NOT_SURE}                             },
    {1, "",            REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {1, "1",           REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {1, "yess",        REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "n",           REPLY_ANSWER,  {PS_ANSWER_NO}                                   },
    {3, "none",        REPLY_ANSWER,  {PS_ANSWER_NO}                                   },
    {3, "0",           REPLY_ANSWER,  {PS_ANSWER_NO}                                   },
    {3, "1 3",         REPLY_ANSWER,  {PS_ANSWER_YES, PS_ANSWER_NO, PS_ANSWER_YES}     },
    {3, "1,3",         REPLY_ANSWER,  {PS_ANSWER_YES, PS_ANSWER_NO, PS_ANSWER_YES}     },
    {3, "2?",          REPLY_ANSWER,  {PS_ANSWER_NO, PS_ANSWER_NOT_SURE, PS_ANSWER_NO} },
    {3, "3? 1",        REPLY_ANSWER,  {PS_ANSWER_YES, PS_ANSWER_NO, PS_ANSWER_NOT_SURE}},
    {3, "2 2?",        REPLY_ANSWER,  {PS_ANSWER_NO, PS_ANSWER_YES, PS_ANSWER_NO}      },
    {3, "4",           REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "0 1",         REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "y",           REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "?",           REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "",            REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "-1",          REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "99999999999", REPLY_UNCLEAR, {PS_ANSWER_NO}                                   },
    {3, "b",           REPLY_BACK,    {PS_ANSWER_NO}                                   },
    {3, "q",           REPLY_STOP,    {PS_ANSWER_NO}                                   },
    {3, "h",           REPLY_WHY,     {PS_ANSWER_NO}                                   },
};

static void lists_are_ticked(void)
{
    for (int32_t i = 0; i < PS_COUNT(item_rows); i++) {
        const question asked = {.kind = PS_QUESTION_ITEM, .count = item_rows[i].count};
        const reply said =
            question_read(&ps_catalogue_builtin, &asked, NULL, ps_str_of(item_rows[i].line));
        CHECK(item_rows[i].line, said.kind == item_rows[i].kind);
        for (int32_t k = 0; k < item_rows[i].count && said.kind == REPLY_ANSWER; k++) {
            CHECK(item_rows[i].line, said.answers[k] == item_rows[i].answers[k]);
        }
        CHECK(item_rows[i].line, (said.kind == REPLY_UNCLEAR) == (*said.text != '\0'));
    }
}

static const struct {
    const char *field, *line;
    reply_kind kind;
    const char *text; ///< what is stored, or a part of what was wanted
} field_rows[] = {
    {"country",        "de",           REPLY_ANSWER,  "DE"                },
    {"country",        "uk",           REPLY_ANSWER,  "GB"                },
    {"country",        "",             REPLY_ANSWER,  "unknown"           },
    {"country",        "Germany",      REPLY_UNCLEAR, "two letters"       },
    {"country",        "1a",           REPLY_UNCLEAR, "two letters"       },
    {"age_years",      "34",           REPLY_ANSWER,  "34"                },
    {"age_years",      "",             REPLY_UNCLEAR, "type an answer"    },
    {"age_years",      "111",          REPLY_UNCLEAR, "0 to 110"          },
    {"age_years",      "-1",           REPLY_UNCLEAR, "0 to 110"          },
    {"age_years",      "34.5",         REPLY_UNCLEAR, "whole number"      },
    {"age_years",      "?",            REPLY_WHY,     ""                  },
    {"pain_on_rising", "y",            REPLY_ANSWER,  "yes"               },
    {"pain_on_rising", "No",           REPLY_ANSWER,  "no"                },
    {"side",           "3",            REPLY_ANSWER,  "both"              },
    {"side",           "left",         REPLY_ANSWER,  "left"              },
    {"side",           "5",            REPLY_UNCLEAR, "1 to 4"            },
    {"side",           "1 2",          REPLY_UNCLEAR, "1 to 4"            },
    {"side",           "lef",          REPLY_UNCLEAR, "'left'"            },
    {"site",           "1 3",          REPLY_ANSWER,  "front_hip,low_back"},
    {"site",           "groin",        REPLY_ANSWER,  "groin"             },
    {"site",           "0",            REPLY_ANSWER,  "none"              },
    {"site",           "1 1",          REPLY_ANSWER,  "none"              },
    {"weeks_pregnant", "",             REPLY_EMPTY,   ""                  },
    {"weeks_pregnant", "20",           REPLY_ANSWER,  "20"                },
    {"sport",          "table tennis", REPLY_ANSWER,  "table tennis"      },
    {"sport",          "b",            REPLY_BACK,    ""                  },
};

static void fields_are_read(void)
{
    for (int32_t i = 0; i < PS_COUNT(field_rows); i++) {
        const question asked = asked_for(field_rows[i].field);
        const reply said =
            question_read(&ps_catalogue_builtin, &asked, NULL, ps_str_of(field_rows[i].line));
        CHECK(field_rows[i].line, said.kind == field_rows[i].kind);
        if (said.kind == REPLY_ANSWER) {
            CHECK_TEXT(field_rows[i].line, said.text, field_rows[i].text);
        } else {
            CHECK(field_rows[i].line, strstr(said.text, field_rows[i].text));
        }
    }
}

static void numbers_tick_and_untick(void)
{
    const question asked = asked_for("equipment");
    const ps_value preset = {.given = true, .chosen = 7}; // wall, chair, bed
    const struct {
        const char *line, *text;
    } rows[] = {
        {"",             "wall,chair,bed"         },
        {"8",            "wall,chair,bed,dumbbell"},
        {"3 8",          "wall,chair,dumbbell"    },
        {"1 2 3",        "none"                   },
        {"0",            "none"                   },
        {"dumbbell bed", "bed,dumbbell"           },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const reply said =
            question_read(&ps_catalogue_builtin, &asked, &preset, ps_str_of(rows[i].line));
        CHECK(rows[i].line, said.kind == REPLY_ANSWER);
        CHECK_TEXT(rows[i].line, said.text, rows[i].text);
    }
}

/// Nobody is asked without a reason, and no choice looks like an id.
static void questions_have_words(void)
{
    const ps_catalogue *catalogue = &ps_catalogue_builtin;
    question_view view = {.catalogue = catalogue};
    ps_profile profile = {0};
    view.profile = &profile;
    int32_t asked = 0;
    for (question next = question_next(&view); next.kind != PS_QUESTION_NONE;
         next = question_next(&view)) {
        view.skipped |= UINT64_C(1) << next.field;
        const ps_intake_field *field = &catalogue->intake_fields.at[next.field];
        CHECK(field->id, *question_why(field->id) != '\0');
        CHECK(field->id, field->ask != NULL);
        for (int32_t k = 0; k < field->choices.count; k++) {
            const char *words = question_choice(catalogue, field->choices.at[k]);
            CHECK(words, strchr(words, '_') == NULL);
        }
        asked++;
    }
    CHECK("most fields", asked > 25);
}

TEST_MAIN(TEST_CASE(nothing_becomes_a_plan), TEST_CASE(without_consent_nothing_is_stored),
          TEST_CASE(a_new_text_is_agreed_to_anew), TEST_CASE(children_are_refused_at_once),
          TEST_CASE(broken_off_anywhere_it_goes_on), TEST_CASE(a_grave_yes_stops_it),
          TEST_CASE(a_slip_is_not_stored), TEST_CASE(a_doubt_is_confirmed_as_one),
          TEST_CASE(the_worst_pain_is_the_worst), TEST_CASE(a_clearance_lets_the_questions_go_on),
          TEST_CASE(going_back_mends), TEST_CASE(going_back_to_the_same_answer_stores_nothing),
          TEST_CASE(back_at_the_start_stays), TEST_CASE(questions_come_again),
          TEST_CASE(something_new_begins_a_round), TEST_CASE(weeks_are_asked_again),
          TEST_CASE(something_new_opens_nothing),
          TEST_CASE(a_stopped_programme_opens_with_a_new_round),
          TEST_CASE(a_clock_that_went_back_stops_it), TEST_CASE(where_nobody_can_be_asked),
          TEST_CASE(lists_are_ticked), TEST_CASE(fields_are_read),
          TEST_CASE(numbers_tick_and_untick), TEST_CASE(questions_have_words))
