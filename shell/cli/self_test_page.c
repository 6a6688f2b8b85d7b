// psoas test: what there is to test, and what a result means against its error.
#include "shell/cli/coach_words.h"
#include "shell/cli/self_test.h"
#include "shell/cli/setup.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { INDENT = 2, ID = 12, LABEL = 12 };

// ---- the tests that are measured ----

// clang-format off
static const self_test_measure measures[] = {
    {
        .id = "T_LEN",
        .option = "degrees",
        .example = "--thigh 42 --hip 55 --knee 51 --back-flat yes",
        .left_field = "length_deg_L",
        .tries = 3,
        .one = " degree",
        .many = " degrees",
        .more = "higher",
        .less = "lower",
    },
    {
        .id = "T_HOLD",
        .option = "seconds",
        .example = "--seconds 12",
        .left_field = "hold_s_L",
        .tries = 2,
        .one = " s",
        .many = " s",
        .more = "longer",
        .less = "shorter",
    },
    {
        .id = "T_ASLR",
        .option = "rating",
        .example = "--rating 1",
        .left_field = "aslr_L",
        .whole = true,
        .tries = 1,
        .one = " of 5",
        .many = " of 5",
        .more = "harder",
        .less = "easier",
    },
};
// clang-format on

const self_test_measure *self_test_measure_of(const ps_self_test *test)
{
    for (int32_t i = 0; i < PS_COUNT(measures); i++) {
        if (strcmp(measures[i].id, test->id) == 0) return &measures[i];
    }
    return NULL;
}

self_test_limits self_test_limits_of(const cli *c, const self_test_measure *measure)
{
    const int32_t index = ps_intake_field_find(c->catalogue, ps_str_of(measure->left_field));
    const ps_intake_field *field = &c->catalogue->intake_fields.at[index];
    return (self_test_limits){field->low, field->high};
}

/// From where on a reading of the data holds: of each test the first row that fits. All readings
/// that speak of a number are here.
static const struct {
    const char *test;
    double from;
    bool above; ///< `from` itself is outside
    int32_t reading;
} bands[] = {
    {"T_LEN",  0,     false, 0},
    {"T_LEN",  -10,   true,  1},
    {"T_LEN",  -1000, false, 2},
    {"T_HOLD", 20,    false, 2},
    {"T_HOLD", 10,    false, 1},
    {"T_HOLD", 0,     false, 0},
    {"T_ASLR", 2,     false, 0},
};

const char *self_test_reading(const ps_self_test *test, double value, bool weaker)
{
    if (weaker) value = 0; // a hold clearly behind the other side reads as a weak one
    for (int32_t i = 0; i < PS_COUNT(bands); i++) {
        if (strcmp(bands[i].test, test->id) != 0 || value < bands[i].from) continue;
        if (bands[i].above && value == bands[i].from) continue;
        return test->reading.at[bands[i].reading];
    }
    return NULL;
}

// ---- words ----

/// To a tenth, and without "-0".
static double rounded(double value)
{
    const double tenths = floor(value * 10 + 0.5) / 10;
    return tenths == 0 ? 0 : tenths;
}

void self_test_put_value(buffer *to, const ps_self_test *test, double value)
{
    const self_test_measure *measure = self_test_measure_of(test);
    const double shown = rounded(value);
    buffer_format(to, "%g%s", shown, fabs(shown) == 1 ? measure->one : measure->many);
}

void self_test_put_error(buffer *to, const ps_self_test *test, const ps_repeatability *of)
{
    self_test_put_value(to, test, of->smallest);
    if (of->own) {
        buffer_format(to, ", from your own %d repeats", of->pairs);
    } else {
        buffer_text(to, ", from studies of others");
    }
}

const ps_test_course *self_test_course(const ps_progress *progress, int32_t test, ps_side side)
{
    for (int32_t i = 0; i < progress->test_count; i++) {
        const ps_test_course *course = &progress->tests[i];
        if (course->test == test && course->side == side) return course;
    }
    return NULL;
}

static const ps_test_day *latest(const ps_test_course *course)
{
    return course ? &course->days[course->day_count - 1] : NULL;
}

// ---- closed ----

bool self_test_is_closed(const ps_coach *coach, int32_t test)
{
    return (coach->told.screened.closed_tests >> test & 1) != 0 || coach->stage != PS_COACH_READY;
}

/// The first code that is on and closes it, or PS_NONE.
static int32_t closing_code(const cli *c, const ps_coach *coach, int32_t test)
{
    const ps_refs *codes = &c->catalogue->self_tests.at[test].closed_by;
    for (int32_t i = 0; i < codes->count; i++) {
        if ((coach->told.screened.codes >> codes->at[i] & 1) != 0) return codes->at[i];
    }
    return PS_NONE;
}

static void put_reason(cli *c, const coach_run *run, int32_t test)
{
    const int32_t code = closing_code(c, run->coach, test);
    const ps_coach_stage stage = run->coach->stage;
    if (stage == PS_COACH_READY && code != PS_NONE) {
        paper_format(&c->page, INK_CARE, "closed for now. %s", c->catalogue->codes.at[code].text);
        return;
    }
    static const struct {
        const char *why, *command;
    } reasons[] = {
        [PS_COACH_CONSENT] = {"closed until you have answered a few questions: ", "psoas setup" },
        [PS_COACH_QUESTIONS] = {"closed until the safety questions are answered: ", "psoas setup" },
        [PS_COACH_REFUSED] = {"closed until you are cleared: ",                   "psoas screen"},
        [PS_COACH_STOPPED] = {"closed while the programme is paused: ",           "psoas plan"  },
        [PS_COACH_READY] = {"closed now: ",                                     "psoas screen"},
    };
    paper_put(&c->page, INK_CARE, reasons[stage].why);
    paper_put(&c->page, INK_NAME, reasons[stage].command);
}

/// The first test that is open, as what to type next; nothing when all are closed.
static void put_first_open(cli *c, const coach_run *run, const char *before)
{
    char line[CLI_WORDS];
    for (int32_t i = 0; i < c->catalogue->self_tests.count; i++) {
        if (self_test_is_closed(run->coach, i)) continue;
        snprintf(line, sizeof line, "psoas test %s", c->catalogue->self_tests.at[i].id);
        put_command_line(c, before, line);
        return;
    }
}

void self_test_put_closed(cli *c, const coach_run *run, int32_t test)
{
    paper_format(&c->page, INK_PLAIN, "%s is ", c->catalogue->self_tests.at[test].id);
    put_reason(c, run, test);
    paper_flow(&c->page, 0);
    put_first_open(c, run, "You can do this one: ");
}

// ---- overview ----

/// "left 2 degrees, right -5 degrees, on Wed 14 Oct"
static void put_latest(cli *c, const coach_run *run, int32_t test)
{
    const ps_progress *progress = &run->coach->progress;
    ps_day day = PS_DAY_NEVER;
    buffer text = {0};
    for (ps_side side = PS_SIDE_LEFT; side <= PS_SIDE_RIGHT; side++) {
        const ps_test_day *got = latest(self_test_course(progress, test, side));
        if (!got) continue;
        buffer_format(&text, "%s%s ", text.len > 0 ? ", " : "", words_side(side));
        self_test_put_value(&text, &c->catalogue->self_tests.at[test], got->value);
        if (got->day > day) day = got->day;
    }
    if (day == PS_DAY_NEVER) {
        paper_put(&c->page, INK_QUIET, "not measured yet");
    } else {
        buffer_text(&text, "; last on ");
        words_day(&text, day);
        paper_put(&c->page, INK_PLAIN, text.text);
    }
    buffer_free(&text);
}

void self_test_put_overview(cli *c, const coach_run *run)
{
    paper_put(&c->page, INK_TITLE, "Self-tests");
    paper_flow(&c->page, 0);
    paper_gap(&c->page);
    for (int32_t i = 0; i < c->catalogue->self_tests.count; i++) {
        const ps_self_test *test = &c->catalogue->self_tests.at[i];
        paper_put(&c->page, INK_PLAIN, test->name);
        paper_item(&c->page, INDENT, INK_NAME, test->id, ID);
        if (self_test_is_closed(run->coach, i)) {
            put_reason(c, run, i);
            paper_flow(&c->page, INDENT + ID);
        }
        if (!self_test_measure_of(test)) continue;
        put_latest(c, run, i);
        paper_flow(&c->page, INDENT + ID);
    }
    paper_gap(&c->page);
    put_first_open(c, run, "Do one: ");
    paper_put(&c->page, INK_QUIET,
              "They measure, they do not diagnose. Stop at sharp or new pain.");
    paper_flow(&c->page, 0);
}

// ---- instructions ----

void self_test_put_instructions(cli *c, const coach_run *run, int32_t index)
{
    const ps_self_test *test = &c->catalogue->self_tests.at[index];
    paper_title(&c->page, test->name, test->id);
    paper_gap(&c->page);
    for (int32_t i = 0; i < test->steps.count; i++) {
        char label[16];
        snprintf(label, sizeof label, "%d.", i + 1);
        paper_put(&c->page, INK_PLAIN, test->steps.at[i]);
        paper_item(&c->page, INDENT, INK_QUIET, label, 4);
    }
    for (int32_t i = 0; i < test->limited_by.count; i++) {
        const ps_code_use *use = &test->limited_by.at[i];
        if ((run->coach->told.screened.codes >> use->code & 1) == 0) continue;
        paper_format(&c->page, INK_CARE, "For you: %s", use->note);
        paper_flow(&c->page, INDENT);
    }
    if (test->valid_when) {
        paper_format(&c->page, INK_CARE, "%s", test->valid_when);
        paper_flow(&c->page, INDENT);
    }
    paper_put(&c->page, INK_CARE, "Stop at sharp or new pain; then leave the test out.");
    paper_flow(&c->page, INDENT);
}

// ---- a result ----

static void put_row(cli *c, const char *label, const buffer *text, paper_ink ink)
{
    paper_put(&c->page, ink, text->text);
    paper_item(&c->page, INDENT, INK_QUIET, label, LABEL);
}

/// "3 degrees lower than on Wed 14 Oct: within noise"
static void put_change(buffer *to, const ps_self_test *test, const ps_repeatability *error,
                       const ps_test_day *now, const ps_test_day *before)
{
    const self_test_measure *measure = self_test_measure_of(test);
    const double change = rounded(now->value - before->value);
    buffer day = {0};
    words_day(&day, before->day);
    if (change == 0) {
        buffer_format(to, "the same as on %s", day.text);
    } else {
        self_test_put_value(to, test, fabs(change));
        buffer_format(to, " %s than on %s", change > 0 ? measure->more : measure->less, day.text);
        if (error->smallest <= 0) {
            buffer_text(to, "; how far this test may be off is not known");
        } else if (fabs(now->value - before->value) < error->smallest) {
            buffer_text(to, ": within noise");
        } else {
            const bool up = change > 0;
            const bool better = up == (test->better == PS_BETTER_HIGHER);
            buffer_format(to, ": more than noise, %s", better ? "better" : "worse");
        }
    }
    buffer_free(&day);
}

static void put_other_side(cli *c, const ps_self_test *test, const ps_test_day *here,
                           const ps_test_day *there, ps_side other)
{
    const self_test_measure *measure = self_test_measure_of(test);
    const double apart = rounded(here->value - there->value);
    buffer text = {0};
    self_test_put_value(&text, test, there->value);
    if (apart == 0) {
        buffer_text(&text, ", the same");
    } else {
        buffer_text(&text, "; this side is ");
        self_test_put_value(&text, test, fabs(apart));
        buffer_format(&text, " %s", apart > 0 ? measure->more : measure->less);
    }
    put_row(c, other == PS_SIDE_LEFT ? "Left" : "Right", &text, INK_PLAIN);
    buffer_free(&text);
}

static void put_tries(cli *c, const coach_run *run, const self_test_measure *measure,
                      const ps_test_day *day)
{
    buffer text = {0};
    buffer_format(&text, "%d that %s on ", day->tries, day->tries == 1 ? "counts" : "count");
    words_day(&text, day->day);
    if (day->invalid > 0) {
        buffer_format(&text, ", %d that %s not", day->invalid, day->invalid == 1 ? "does" : "do");
    }
    if (day->tries < measure->tries && day->day == run->today) {
        buffer_format(&text, "; %d more would make it firmer", measure->tries - day->tries);
    }
    put_row(c, "Tries", &text, INK_QUIET);
    buffer_free(&text);
}

void self_test_put_result(cli *c, const coach_run *run, int32_t index, ps_side side)
{
    const ps_self_test *test = &c->catalogue->self_tests.at[index];
    const ps_progress *progress = &run->coach->progress;
    const ps_test_course *course = self_test_course(progress, index, side);
    const ps_side other = side == PS_SIDE_LEFT ? PS_SIDE_RIGHT : PS_SIDE_LEFT;
    const ps_test_day *there = latest(self_test_course(progress, index, other));
    if (!course) return; // no try has counted yet
    const ps_test_day *now = latest(course);
    const ps_class_found *found = &run->coach->told.screened.class_found;
    const bool hold = strcmp(test->id, "T_HOLD") == 0;
    const bool weaker = hold && found->hold_counts && found->weaker_side == side;
    buffer text = {0};

    self_test_put_value(&text, test, now->value);
    put_row(c, side == PS_SIDE_LEFT ? "Left" : "Right", &text, INK_HEADING);
    buffer_clear(&text);
    const char *reading = self_test_reading(test, now->value, weaker);
    if (reading) {
        buffer_text(&text, reading);
        put_row(c, "Meaning", &text, INK_PLAIN);
        buffer_clear(&text);
    }
    if (course->day_count > 1) {
        put_change(&text, test, &course->repeatability, now, now - 1);
        put_row(c, "Last time", &text, INK_PLAIN);
        buffer_clear(&text);
    }
    if (course->repeatability.smallest > 0) {
        buffer_text(&text, "up to ");
        self_test_put_error(&text, test, &course->repeatability);
        put_row(c, "Noise", &text, INK_QUIET);
    }
    if (there) put_other_side(c, test, now, there, other);
    put_tries(c, run, self_test_measure_of(test), now);
    buffer_free(&text);
}
