// psoas pain, morning, goal, test, progress and log. Laws: a line that is refused stores nothing;
// what is taken back and put back, or corrected there and back, leaves the same history, whatever
// entry it is; no correction opens an emergency or urgent lock, while a slip of a score can be
// mended; a question that is broken off keeps nothing half; three distances make the angle that
// trigonometry says; no page is wider than asked. Facts: what the pages say and their exit codes.
#include "cli_kit.h"
#include "shell/cli/wrap.h"

#include "test.h"

enum { DIGEST = 24 };

static const char *history_file; ///< of somebody who has trained for three weeks

// ---- people ----

/// Everything told at once: an adult with a sore left hip who has none of what the safety
/// questions ask.
static void write_answers(buffer *to)
{
    static const char *const told[] = {
        "country: DE",
        "units: metric",
        "age_years: 44",
        "goal: stiffness",
        "pain_now: 2",
        "pain_worst_24h: 3",
        "pain_rest: 1",
        "pain_ordinary: 2",
        "settle_hours: 1",
        "night_wake: 0",
        "pain_on_rising: yes",
        "site: front_hip",
        "side: left",
        "onset: gradual",
        "sitting_h_per_day: 9",
        "front_pull: yes",
        "short_stride: yes",
        "stairs_hard: no",
        "march_tires: no",
        "leg_heavy: no",
        "equipment: wall, chair, bed",
        "days_per_week: 3",
        "minutes_per_session: 20",
        "position_limits: none",
        "skill: 1",
    };
    buffer_format(to, "consent: %s\n", ps_catalogue_builtin.consent.version);
    for (int32_t i = 0; i < PS_COUNT(told); i++) buffer_format(to, "%s\n", told[i]);
    for (int32_t i = 0; i < ps_catalogue_builtin.screening_items.count; i++) {
        buffer_format(to, "%s: no\n", ps_catalogue_builtin.screening_items.at[i].id);
    }
}

static void begin_person(void)
{
    char path[KIT_PATH], line[KIT_PATH + 32];
    buffer answers = {0};
    talk_begin();
    write_answers(&answers);
    talk_file(path, answers.text, answers.len);
    snprintf(line, sizeof line, "setup --from %s", path);
    CHECK("setup", talk_run(line) == CLI_OK);
    CHECK("a plan", talk_run("plan") == CLI_OK);
    remove(path);
    buffer_free(&answers);
}

static void begin_trained(void)
{
    char line[KIT_PATH + 32];
    talk_begin();
    talk.now = "2025-10-01T12:00:00+02:00";
    snprintf(line, sizeof line, "import %s --yes", history_file);
    CHECK("import", talk_run(line) == CLI_OK);
}

// ---- what the page says ----

/// Whether the page holds these words, however its lines are broken.
static bool told(const char *words)
{
    buffer flat = {0};
    for (const char *at = talk_text(&talk.out); *at; at++) {
        const bool blank = *at == ' ' || *at == '\n';
        if (!blank || flat.len == 0 || flat.text[flat.len - 1] != ' ') {
            buffer_add(&flat, blank ? " " : at, 1);
        }
    }
    const bool found = flat.text && strstr(flat.text, words);
    buffer_free(&flat);
    return found;
}

// ---- what is stored ----

/// A number that is equal for equal histories.
static const char *digest(char text[DIGEST])
{
    CHECK("digest", talk_run("export --digest") == CLI_OK);
    snprintf(text, DIGEST, "%.*s", (int)strcspn(talk_text(&talk.out), "\n"), talk_text(&talk.out));
    return text;
}

/// The names of all entries, newest first, as psoas log --json has them; returns how many.
static int32_t entries(char ids[][DIGEST], int32_t most)
{
    int32_t count = 0;
    static const char key[] = "\"id\": \"";
    CHECK("log", talk_run("log --all --json") == CLI_OK);
    for (const char *at = strstr(talk_text(&talk.out), key); at && count < most;
         at = strstr(at, key)) {
        at += sizeof key - 1;
        snprintf(ids[count++], DIGEST, "%.*s", (int)strcspn(at, "\""), at);
    }
    return count;
}

static cli_exit run_with(const char *format, const char *id)
{
    char line[TALK_BYTES];
    const char *hole = strstr(format, "ID");
    snprintf(line, sizeof line, "%.*s%s%s", (int)(hole - format), format, id, hole + 2);
    return talk_run(line);
}

// ---- refused lines ----

// clang-format off
static const struct {
    const char *line;
    cli_exit code;
    const char *says;
} refused[] = {
    {"pain", CLI_USAGE, "a score is missing"},
    {"pain 11", CLI_USAGE, "SCORE '11': want a whole number from 0 to 10"},
    {"pain -1", CLI_USAGE, "SCORE '-1': want a whole number from 0 to 10"},
    {"pain 3.5", CLI_USAGE, "want a whole number"},
    {"pain '3 '", CLI_USAGE, "want a whole number"},
    {"pain 3 --place hip", CLI_USAGE, "--place 'hip' is not known"},
    {"pain 3 --place belly --side left", CLI_USAGE, "has no left and right"},
    {"pain 3 --side up", CLI_USAGE, "want one of both, left, right"},
    {"pain 3 --context later", CLI_USAGE, "want one of now, at_rest"},
    {"pain 3 --note ''", CLI_USAGE, "--note: want some words"},
    {"pain 3 --at 2026-11-22", CLI_USAGE, "that is still to come; it is 2026-11-21 12:00 now"},
    {"pain 3 --at 12:01", CLI_USAGE, "that is still to come"},
    {"pain 3 --at 2026-02-30", CLI_USAGE, "--at '2026-02-30': want 21:30, 2026-11-20"},
    {"pain 3 --at noon", CLI_USAGE, "--at 'noon': want 21:30"},
    {"pain 3 --week", CLI_USAGE, "--week takes no SCORE"},
    {"pain --week --side left", CLI_USAGE, "--side belongs to a single score"},
    {"pain 3 --worst 4", CLI_USAGE, "add --week"},
    {"pain --week --worst 4", CLI_USAGE, "--rest is missing"},
    {"pain --week --worst 4 --rest 1 --ordinary 1 --settle 73 --nights 0", CLI_USAGE,
     "--settle '73': want a whole number from 0 to 72"},
    {"morning", CLI_USAGE, "a score is missing"},
    {"morning --left 11", CLI_USAGE, "--left '11': want a whole number from 0 to 10"},
    {"morning 2 --left 3", CLI_USAGE, "the left side has two scores"},
    {"morning --side left", CLI_USAGE, "--side wants a SCORE"},
    {"morning 2 --note tired", CLI_USAGE, "add one of them"},
    {"goal add ''", CLI_USAGE, "TEXT: want some words"},
    {"goal rate 1 5", CLI_NOT_FOUND, "there are no goals yet"},
    {"goal drop 1", CLI_NOT_FOUND, "psoas goal add TEXT"},
    {"goal rate", CLI_USAGE, "nobody can be asked here"},
    {"test T_LEM", CLI_NOT_FOUND, "did you mean 'T_LEN'?"},
    {"test --side left", CLI_USAGE, "which test?"},
    {"test T_LEN --degrees 3 --back-flat yes", CLI_USAGE, "which side?"},
    {"test T_LEN --side both --degrees 3", CLI_USAGE, "which side?"},
    {"test T_LEN --side left", CLI_USAGE, "--degrees is missing"},
    {"test T_LEN --side left --degrees 61", CLI_USAGE, "want a number from -45 to 60"},
    {"test T_LEN --side left --degrees nan", CLI_USAGE, "want a number from -45 to 60"},
    {"test T_LEN --side left --seconds 9", CLI_USAGE, "--seconds is not for T_LEN: want --degrees"},
    {"test T_LEN --side left --thigh 42", CLI_USAGE, "--hip is missing"},
    {"test T_LEN --side left --thigh 0 --hip 50 --knee 50", CLI_USAGE, "--thigh '0'"},
    {"test T_LEN --side left --thigh 40 --hip 10 --knee 60", CLI_USAGE,
     "--thigh 40 --hip 10 --knee 60 cannot be"},
    {"test T_LEN --side left --thigh 40 --hip 10 --knee 49", CLI_USAGE, "please measure again"},
    {"test T_LEN --side left --thigh 40 --hip 50 --knee 50 --degrees 0", CLI_USAGE, "not both"},
    {"test T_HOLD --side left --seconds 30.1", CLI_USAGE, "want a number from 0 to 30"},
    {"test T_HOLD --side left --seconds 12 --hurt", CLI_USAGE, "--hurt is for T_ASLR"},
    {"test T_ASLR --side left --rating 6", CLI_USAGE, "want a whole number from 0 to 5"},
    {"test T_ASLR --side left --rating 2 --back-flat yes", CLI_USAGE, "are for T_LEN"},
    {"test T_PROVOKE --side left", CLI_USAGE, "has no number"},
    {"test T_LEN --json", CLI_USAGE, "--json is for the list"},
    {"progress --weeks 0", CLI_USAGE, "--weeks '0': want a whole number from 1 to 104"},
    {"progress --change better", CLI_USAGE, "belong together"},
    {"progress --change better --enough yes", CLI_CONFLICT, "nothing asks for that yet"},
    {"progress --clinician --json", CLI_USAGE, "leave --json out"},
    {"log --days 0", CLI_USAGE, "--days '0': want a whole number from 1"},
    {"log --days 3 --all", CLI_USAGE, "not both"},
    {"log --kind pian", CLI_USAGE, "did you mean 'pain'?"},
    {"log edit 1 pain", CLI_USAGE, "want ID FIELD VALUE"},
    {"log edit 0 pain 3", CLI_USAGE, "ID '0': want a number of psoas log"},
    {"log edit abc pain 3", CLI_USAGE, "ID 'abc': want a number of psoas log"},
    {"log edit 9999 pain 3", CLI_NOT_FOUND, "there is no entry 9999"},
    {"log edit 1@ffff pain 3", CLI_NOT_FOUND, "there is no entry 1@ffff"},
    {"log void 9999 --yes", CLI_NOT_FOUND, "there is no entry 9999"},
};
// clang-format on

static void refused_lines_store_nothing(void)
{
    char before[DIGEST], after[DIGEST];
    begin_person();
    digest(before);
    for (int32_t i = 0; i < PS_COUNT(refused); i++) {
        CHECK(refused[i].line, talk_run(refused[i].line) == refused[i].code);
        CHECK(refused[i].line, talk_complains(refused[i].says));
        CHECK_TEXT(refused[i].line, digest(after), before);
    }
    talk_end();
}

// ---- corrections that are refused ----

static void wrong_corrections_store_nothing(void)
{
    static const struct {
        const char *line, *says;
    } rows[] = {
        {"log edit ID pian 3",          "did you mean 'pain'? There are: pain, place"       },
        {"log edit ID session 3",       "want one of pain, place, side, context, note, time"},
        {"log edit ID pain 11",         "pain '11': want a whole number from 0 to 10"       },
        {"log edit ID side lefft",      "side 'lefft': did you mean 'left'?"                },
        {"log edit ID side middle",     "side 'middle': want one of both, left, right"      },
        {"log edit ID place moon",      "place 'moon': want one of front_hip"               },
        {"log edit ID time 2027-01-01", "that is still to come"                             },
        {"log edit ID time later",      "time 'later': want 21:30"                          },
        {"log edit ID note ''",         "note: want some words"                             },
        {"log edit ID pain 4",          "nobody can be asked here; add --yes"               },
        {"log void ID",                 "nobody can be asked here; add --yes"               },
    };
    char before[DIGEST], after[DIGEST], ids[1][DIGEST];
    begin_person();
    CHECK("pain", talk_run("pain 3 --note stairs") == CLI_OK);
    CHECK("one", entries(ids, 1) == 1);
    digest(before);
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].line, run_with(rows[i].line, ids[0]) == CLI_USAGE);
        CHECK(rows[i].line, talk_complains(rows[i].says));
        CHECK_TEXT(rows[i].line, digest(after), before);
    }
    CHECK("not changed", run_with("log edit ID pain 3 --yes", ids[0]) == CLI_OK);
    CHECK("says so", told("Nothing to do: it says that already."));
    CHECK_TEXT("nothing stored", digest(after), before);
    CHECK("not taken back", run_with("log restore ID --yes", ids[0]) == CLI_OK);
    CHECK_TEXT("nothing stored", digest(after), before);
    talk_end();
}

// ---- there and back ----

static void void_and_restore_leave_the_same(void)
{
    enum { MOST = 400, STEP = 23 };
    static char ids[MOST][DIGEST];
    char before[DIGEST], between[DIGEST], after[DIGEST];
    begin_trained();
    CHECK("pain", talk_run("pain 2 --at 2025-09-30") == CLI_OK);
    CHECK("goal", talk_run("goal add stairs") == CLI_OK);
    CHECK("rating", talk_run("goal rate 1 4") == CLI_OK);
    digest(before);
    const int32_t count = entries(ids, MOST);
    CHECK("many", count > 300);
    int32_t changed = 0;
    for (int32_t i = 0; i < count; i += i < 4 ? 1 : STEP) {
        const cli_exit code = run_with("log void ID --yes", ids[i]);
        CHECK(ids[i], code == CLI_OK || (code == CLI_CONFLICT && talk_complains("stays")));
        if (code != CLI_OK) continue;
        changed++;
        CHECK(ids[i], strcmp(digest(between), before) != 0);
        CHECK(ids[i], run_with("log void ID --yes", ids[i]) == CLI_CONFLICT);
        CHECK(ids[i], run_with("log edit ID pain 1 --yes", ids[i]) == CLI_CONFLICT);
        CHECK(ids[i], run_with("log restore ID --yes", ids[i]) == CLI_OK);
        CHECK_TEXT(ids[i], digest(after), before);
    }
    CHECK("several", changed > 10);
    talk_end();
}

/// A field, another value, and the value from before; NULL: an instant is more exact than its text.
static void corrections_there_and_back_leave_the_same(void)
{
    // clang-format off
    static const struct {
        const char *tell, *there, *back;
    } rows[] = {
        {"pain 3", "log edit ID pain 5 --yes", "log edit ID pain 3 --yes"},
        {"pain 3", "log edit ID time 2026-11-20 --yes", NULL},
        {"pain 3", "log edit ID note stairs --yes", "log edit ID note none --yes"},
        {"pain 3", "log edit ID context at_rest --yes", "log edit ID context now --yes"},
        {"morning 2", "log edit ID side right --yes", "log edit ID side both --yes"},
        {"morning --ill", "log edit ID what slept_badly --yes", "log edit ID what ill --yes"},
        {"test T_LEN --side left --degrees 2 --back-flat yes", "log edit ID value -4.5 --yes",
         "log edit ID value 2 --yes"},
        {"test T_LEN --side left --degrees 2", "log edit ID valid yes --yes",
         "log edit ID valid no --yes"},
        {"goal add stairs", "log edit ID text 'the stairs' --yes", "log edit ID text stairs --yes"},
    };
    // clang-format on
    char before[DIGEST], between[DIGEST], after[DIGEST], ids[1][DIGEST];
    begin_person();
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].tell, talk_run(rows[i].tell) == CLI_OK);
        entries(ids, 1);
        digest(before);
        CHECK(rows[i].there, run_with(rows[i].there, ids[0]) == CLI_OK);
        CHECK(rows[i].there, strcmp(digest(between), before) != 0);
        if (rows[i].back) {
            CHECK(rows[i].back, run_with(rows[i].back, ids[0]) == CLI_OK);
            CHECK_TEXT(rows[i].back, digest(after), before);
            CHECK(rows[i].there, run_with(rows[i].there, ids[0]) == CLI_OK);
        }
        // and by putting back what was recorded first
        CHECK(rows[i].there, run_with("log restore ID --yes", ids[0]) == CLI_OK);
        CHECK_TEXT(rows[i].there, digest(after), before);
    }
    talk_end();
}

// ---- locks ----

/// The name of the answer to a screening item.
static void answer_id(const char *ask, char id[DIGEST])
{
    char says[256];
    snprintf(says, sizeof says, "\"says\": \"%s ", ask);
    CHECK("log", talk_run("log --all --kind answer --json") == CLI_OK);
    const char *page = talk_text(&talk.out), *at = strstr(page, says);
    CHECK(ask, at != NULL);
    static const char key[] = "\"id\": \"";
    while (at && at > page && strncmp(at, key, sizeof key - 1) != 0) at--;
    snprintf(id, DIGEST, "%.*s", at ? (int)strcspn(at + sizeof key - 1, "\"") : 0,
             at ? at + sizeof key - 1 : "");
}

static void no_correction_opens_a_lock(void)
{
    char id[DIGEST];
    begin_person();
    answer_id("Do you have chest pain now, or have you had it in the last days?", id);
    CHECK("a slip", run_with("log edit ID answer yes --yes", id) == CLI_REFUSED);
    CHECK("said before", told("a correction does not open it"));
    CHECK("the page", told("Get emergency help") || told("emergency"));
    CHECK("no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("corrected", run_with("log edit ID answer no --yes", id) == CLI_OK);
    CHECK("still no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("no test", talk_run("test T_HOLD --side left --seconds 9") == CLI_REFUSED);
    CHECK("taken back", run_with("log void ID --yes", id) == CLI_OK);
    CHECK("still no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("first form", run_with("log restore ID --yes", id) == CLI_OK);
    CHECK("still no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("scores are kept", talk_run("pain 2") == CLI_OK);
    CHECK("says why there is no plan", told("psoas screen"));
    talk_end();
}

static void a_slip_of_a_score_can_be_mended(void)
{
    char ids[1][DIGEST];
    begin_person();
    CHECK("severe", talk_run("pain 8") == CLI_REFUSED);
    CHECK("the flag", told("R_SEVERE"));
    entries(ids, 1);
    CHECK("closed", talk_run("plan") == CLI_REFUSED);
    CHECK("mended", run_with("log edit ID pain 3 --yes", ids[0]) == CLI_OK);
    CHECK("open", told("Your plan is open"));
    CHECK("plan", talk_run("plan") == CLI_OK);
    talk_end();
}

// ---- what follows ----

static void what_is_told_has_consequences(void)
{
    begin_person();
    CHECK("calm", talk_run("pain 2") == CLI_OK);
    CHECK("no change", told("Your plan stays as it is."));
    CHECK("more", talk_run("pain 5 --context ordinary") == CLI_OK);
    CHECK("irritable", told("moderately irritable now, because"));
    CHECK("the plan", told("psoas plan"));
    CHECK("week",
          talk_run("pain --week --worst 7 --rest 5 --ordinary 6 --settle 30 --nights 3") == CLI_OK);
    CHECK("high", told("highly irritable now, because"));
    CHECK("closed test", talk_run("test T_HOLD --side left --seconds 9") == CLI_REFUSED);
    CHECK("by its code", told("closed for now. ") && !told("[IRRITABLE_HIGH]"));
    CHECK("listed as closed", talk_run("test") == CLI_OK && told("closed for now"));
    CHECK("open test", talk_run("test T_ASLR --side left --rating 1") == CLI_OK);
    CHECK("down the leg", talk_run("pain 1 --place lower_leg --side left") == CLI_OK);
    CHECK("is to be seen", told("runs down the leg should be seen"));
    talk_end();
}

static void mornings_say_how_the_session_went(void)
{
    begin_trained();
    talk.now = "2025-09-29T09:00:00+02:00"; // the morning after the last session
    CHECK("first", talk_run("morning --left 4 --right 1 --clock-is-right") == CLI_OK);
    CHECK("both sides", told("left") && told("right"));
    CHECK("the session", told("The session of Sun 28 Sep"));
    CHECK("left is worse", told("clearly more, so it gets easier"));
    CHECK("by the morning", told("because the morning after was 4, 3 more than usual"));
    CHECK("right by its own pain", told("because the pain was 5"));
    talk.now = "2025-10-01T13:00:00+02:00";
    CHECK("later", talk_run("morning 2") == CLI_OK);
    CHECK("does not count", told("only the morning after it counts"));
    talk_end();
}

// ---- self-tests ----

static void distances_make_the_angle(void)
{
    static const double thighs[] = {38, 42.5, 18}, rises[] = {-20, -3, 0, 2.5, 15};
    begin_person();
    for (int32_t i = 0; i < PS_COUNT(thighs); i++) {
        for (int32_t k = 0; k < PS_COUNT(rises); k++) {
            const double degrees = asin(rises[k] / thighs[i]) * 180 / 3.14159265358979323846;
            if (fabs(rises[k]) > thighs[i] * 0.7) continue;
            char line[TALK_BYTES], want[32];
            // the test of each row is on a day of its own, so that just one try counts
            snprintf(line, sizeof line,
                     "test T_LEN --side left --thigh %g --hip 60 --knee %g --back-flat yes --at "
                     "2026-10-%02d",
                     thighs[i], 60 + rises[k], 1 + i * 5 + k);
            CHECK(line, talk_run(line) == CLI_OK);
            const double tenths = floor(degrees * 10 + 0.5) / 10;
            snprintf(want, sizeof want, " %g degree", tenths == 0 ? 0 : tenths);
            CHECK(line, told(want));
        }
    }
    talk_end();
}

static void results_are_shown_against_noise(void)
{
    begin_person();
    CHECK("first", talk_run("test T_HOLD --side left --seconds 9 --at 2026-11-01") == CLI_OK);
    CHECK("meaning", told("best try under 10 s"));
    CHECK("small", talk_run("test T_HOLD --side left --seconds 13 --at 2026-11-08") == CLI_OK);
    CHECK("noise", told("4 s longer than on Sun 1 Nov: within noise"));
    CHECK("never better", !told("better"));
    CHECK("large", talk_run("test T_HOLD --side left --seconds 18.5 --at 2026-11-15") == CLI_OK);
    CHECK("better", told("5.5 s longer than on Sun 8 Nov: more than noise, better"));
    CHECK("worse", talk_run("test T_HOLD --side left --seconds 2 --at 2026-11-20") == CLI_OK);
    CHECK("worse", told("more than noise, worse"));
    CHECK("no gate", talk_run("test T_LEN --side left --degrees 2") == CLI_OK);
    CHECK("does not count", told("Kept, but it does not count."));
    CHECK("gate", talk_run("test T_LEN --side left --degrees -10 --back-flat yes") == CLI_OK);
    CHECK("normal", told("-10 degrees or less: normal"));
    CHECK("pain counts", talk_run("test T_ASLR --side right --rating 0 --hurt") == CLI_OK);
    CHECK("as two", told("2 of 5"));
    CHECK("lower case", talk_run("test t_hold --side right --seconds 9,5") == CLI_OK);
    CHECK("comma", told("9.5 s"));
    talk_end();
}

// ---- at the keyboard ----

static void questions_broken_off_keep_nothing_half(void)
{
    static const struct {
        const char *line;
        int32_t answers;
    } rows[] = {
        {"pain",        3},
        {"pain --week", 5},
        {"morning",     4}
    };
    char before[DIGEST], after[DIGEST];
    begin_person();
    talk.can_ask = true;
    talk_answer("Its number:", "1", PS_NONE);
    talk_answer("Which side", "left", PS_NONE);
    talk_answer("How much", "2", PS_NONE);
    talk_answer("worst pain", "2", PS_NONE);
    talk_answer("at rest", "1", PS_NONE);
    talk_answer("ordinary", "2", PS_NONE);
    talk_answer("settle", "1", PS_NONE);
    talk_answer("nights", "0", PS_NONE);
    talk_answer("hip this morning", "1", PS_NONE);
    talk_answer("yes or no", "no", PS_NONE);
    digest(before);
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        for (int32_t lines = 0; lines < rows[i].answers; lines++) {
            talk.lines_max = lines;
            CHECK(rows[i].line, talk_run(rows[i].line) == CLI_FAILED);
            CHECK(rows[i].line, talk_complains("nothing was kept"));
            CHECK_TEXT(rows[i].line, digest(after), before);
        }
        talk.lines_max = rows[i].answers;
        CHECK(rows[i].line, talk_run(rows[i].line) == CLI_OK);
        CHECK(rows[i].line, strcmp(digest(after), before) != 0);
        digest(before);
    }
    talk_end();
}

static void a_test_is_guided(void)
{
    begin_person();
    talk.can_ask = true;
    talk_answer("thigh, from", "42", PS_NONE);
    talk_answer("height of the hip", "55", PS_NONE);
    talk_answer("height of the knee", "155", 1); // which cannot be
    talk_answer("height of the knee", "57.5", PS_NONE);
    talk_answer("stay flat", "yes", PS_NONE);
    CHECK("length", talk_run("test T_LEN") == CLI_OK);
    CHECK("once more", told("Please measure again."));
    CHECK("tries", told("Try 3 of 3"));
    CHECK("both sides", told("The left side") && told("The right side"));
    CHECK("result", told("3.4 degrees"));
    CHECK("enough", told("3 that count on") && !told("firmer"));
    CHECK("the other side", told("3.4 degrees, the same"));
    talk_answer("How hard", "1", PS_NONE);
    talk_answer("Did it hurt", "yes", 1);
    talk_answer("Did it hurt", "no", PS_NONE);
    CHECK("rating", talk_run("test T_ASLR") == CLI_OK);
    CHECK("pain counts", told("Pain counts as a rating of 2."));
    talk_answer("1. yes or no", "yes", PS_NONE);
    talk_answer("2. yes or no", "yes", PS_NONE);
    talk_answer("3. yes or no", "no", PS_NONE);
    char before[DIGEST], after[DIGEST];
    digest(before);
    CHECK("questions", talk_run("test T_PROVOKE") == CLI_OK);
    CHECK("pattern", told("it is not a diagnosis"));
    CHECK_TEXT("not kept", digest(after), before);
    talk_end();
}

// ---- goals ----

static void five_goals_at_most(void)
{
    static const char *const goals[] = {"one", "two", "three", "four", "five"};
    char line[64];
    begin_person();
    for (int32_t i = 0; i < PS_COUNT(goals); i++) {
        snprintf(line, sizeof line, "goal add thing %s", goals[i]);
        CHECK(line, talk_run(line) == CLI_OK);
    }
    CHECK("no sixth", talk_run("goal add thing six") == CLI_CONFLICT);
    CHECK("no double", talk_run("goal add thing two") == CLI_CONFLICT);
    CHECK("rated", talk_run("goal rate 2 3 --at 2026-11-01") == CLI_OK);
    CHECK("drop", talk_run("goal drop 1") == CLI_OK);
    CHECK("moved up", talk_run("goal rate 1 6") == CLI_OK);
    CHECK("room again", talk_run("goal add thing six") == CLI_OK);
    CHECK("list", talk_run("goal") == CLI_OK);
    CHECK("order", told("1. thing two") && told("5. thing six"));
    CHECK("credit", told("Stratford"));
    talk.can_ask = true;
    talk_answer("today:", "7", PS_NONE);
    CHECK("all", talk_run("goal rate") == CLI_OK);
    CHECK("five answers", talk.lines == 5);
    CHECK("first", told("7 of 10"));
    talk_end();
}

// ---- pages ----

static void pages_keep_their_width_and_do_not_scold(void)
{
    static const char *const pages[] = {
        "progress", "progress --plain", "progress --clinician", "goal", "test", "log --all"};
    static const char *const scolding[] = {"streak", "missed", "failed", "should have", "only "};
    static const int32_t widths[] = {40, 57, 80, 120};
    begin_trained();
    CHECK("goal", talk_run("goal add climb the stairs without holding on") == CLI_OK);
    CHECK("rating", talk_run("goal rate 1 4") == CLI_OK);
    CHECK("pain", talk_run("pain 5 --side left --at 2025-09-20") == CLI_OK);
    for (int32_t i = 0; i < PS_COUNT(pages); i++) {
        for (int32_t k = 0; k < PS_COUNT(widths); k++) {
            char line[TALK_BYTES];
            snprintf(line, sizeof line, "%s --width %d", pages[i], widths[k]);
            CHECK(line, talk_run(line) == CLI_OK);
            for (const char *at = talk_text(&talk.out); *at; at += strcspn(at, "\n") + 1) {
                const int32_t len = (int32_t)strcspn(at, "\n");
                CHECK(line, text_columns((ps_str){at, len}) <= widths[k]);
            }
            for (int32_t w = 0; w < PS_COUNT(scolding); w++) {
                const bool log = strncmp(pages[i], "log", 3) == 0; // the person's own words
                CHECK(scolding[w], log || !told(scolding[w]));
            }
        }
    }
    CHECK("nothing of the name", talk_run("progress --clinician") == CLI_OK && !told("Ben"));
    talk_end();
}

/// A page is there at every stage: without consent, without a session, with everything.
static void progress_is_there_at_any_time(void)
{
    talk_begin();
    CHECK("nobody yet", talk_run("progress") == CLI_NOT_FOUND);
    CHECK("says how to begin", talk_complains("psoas setup"));
    CHECK("somebody", talk_run("person add Kim") == CLI_OK);
    CHECK("empty", talk_run("progress") == CLI_OK && told("No score yet."));
    CHECK("empty log", talk_run("log") == CLI_OK && told("Nothing has been recorded yet."));
    CHECK("a score", talk_run("pain 3") == CLI_OK && told("psoas setup"));
    CHECK("a chart", talk_run("progress") == CLI_OK && told("Worst of a week: 3."));
    CHECK("no test yet", talk_run("test T_HOLD --side left --seconds 9") == CLI_REFUSED);
    talk_end();
}

int main(int count, char **words)
{
    static const test_case cases[] = {
        {"refused lines store nothing",               refused_lines_store_nothing              },
        {"wrong corrections store nothing",           wrong_corrections_store_nothing          },
        {"void and restore leave the same",           void_and_restore_leave_the_same          },
        {"corrections there and back leave the same", corrections_there_and_back_leave_the_same},
        {"no correction opens a lock",                no_correction_opens_a_lock               },
        {"a slip of a score can be mended",           a_slip_of_a_score_can_be_mended          },
        {"what is told has consequences",             what_is_told_has_consequences            },
        {"mornings say how the session went",         mornings_say_how_the_session_went        },
        {"distances make the angle",                  distances_make_the_angle                 },
        {"results are shown against noise",           results_are_shown_against_noise          },
        {"questions broken off keep nothing half",    questions_broken_off_keep_nothing_half   },
        {"a test is guided",                          a_test_is_guided                         },
        {"five goals at most",                        five_goals_at_most                       },
        {"pages keep their width and do not scold",   pages_keep_their_width_and_do_not_scold  },
        {"progress is there at any time",             progress_is_there_at_any_time            },
    };
    if (count < 2) return 1;
    history_file = words[1];
    return test_main(cases, PS_COUNT(cases));
}
