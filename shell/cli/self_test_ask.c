// psoas test at a terminal: three distances, a stopwatch, a rating, or questions.
#include "shell/cli/self_test.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { QUESTION = 160, HOLD_MOST_S = 30, DISTANCE_MOST = 300, HURT_RATING = 2 };

// ---- the length test ----

static const struct {
    const char *question;
    double least;
} distances[] = {
    {"   thigh, from the bony point at the hip to the knee, cm or inches: ", 1},
    {"   height of the hip point above the floor: ",                         0},
    {"   height of the knee point above the floor: ",                        0},
};
enum { DISTANCES = PS_COUNT(distances) };

/// Asks for three distances until they can be; false when it was stopped.
static bool ask_angle(cli *c, const self_test_limits *limits, double *degrees)
{
    for (;;) {
        double at[DISTANCES] = {0};
        ps_error err = {0};
        for (int32_t i = 0; i < DISTANCES; i++) {
            if (!log_ask_decimal(c, distances[i].question, distances[i].least, DISTANCE_MOST,
                                 &at[i])) {
                return false;
            }
        }
        const bool can_be = ps_length_test(at[0], at[1], at[2], degrees, &err) == PS_OK;
        if (can_be && *degrees >= limits->low && *degrees <= limits->high) return true;
        paper_format(&c->page, INK_CARE, "That cannot be%s%s. Please measure again.",
                     can_be ? "" : ": ", can_be ? "" : err.text);
        paper_flow(&c->page, 0);
    }
}

static bool ask_length(cli *c, const self_test_measure *measure, self_test_try *got)
{
    const self_test_limits limits = self_test_limits_of(c, measure);
    if (!ask_angle(c, &limits, &got->value)) return false;
    paper_format(&c->page, INK_PLAIN, "   That is %.1f degrees.", got->value);
    paper_row(&c->page, 0);
    return log_ask_yes_no(c, "   Did the low back stay flat all the time? (yes or no) ",
                          &got->valid);
}

// ---- the hold, with a stopwatch ----

static int64_t monotonic_ms(void)
{
    struct timespec at = {0};
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/// Counts the seconds on one line until Enter is pressed or the time is up; [s].
static double count_seconds(cli *c)
{
    enum { SECOND_MS = 1000 };
    const int64_t start = monotonic_ms();
    const cli_world *world = c->world;
    char line[8];
    for (int32_t shown = 0; shown < HOLD_MOST_S && world->wait_line; shown++) {
        buffer_format(&c->page.text, "\r   %2d s   Enter when you have to let go ", shown);
        if (cli_flush(c) != CLI_OK) break;
        const int64_t next = start + (int64_t)(shown + 1) * SECOND_MS;
        const int64_t left = next - monotonic_ms();
        if (left > 0 && world->wait_line(world->context, (int32_t)left)) break;
    }
    const double passed = (double)(monotonic_ms() - start) / SECOND_MS;
    if (world->wait_line && passed >= HOLD_MOST_S) {
        buffer_format(&c->page.text, "\r   %d s, done: put the foot down.\a          \n",
                      HOLD_MOST_S);
        return HOLD_MOST_S;
    }
    data_ask(c, world->wait_line ? "" : "   Enter when you have to let go: ", line, sizeof line);
    const double held = (double)(monotonic_ms() - start) / SECOND_MS;
    return held < HOLD_MOST_S ? held : HOLD_MOST_S;
}

static bool ask_hold(cli *c, self_test_try *got)
{
    char line[8];
    bool form = false;
    data_ask(c, "   Enter to start, q and Enter to stop: ", line, sizeof line);
    if (line[0] == 'q') return false;
    got->value = count_seconds(c);
    got->valid = true;
    paper_format(&c->page, INK_PLAIN, "   %.1f s", got->value);
    paper_row(&c->page, 0);
    if (!log_ask_yes_no(c, "   Did you sit tall all the time? (yes or no) ", &form)) return false;
    if (form) return true;
    return log_ask_decimal(c, "   How many seconds did the form last? ", 0, got->value,
                           &got->value);
}

// ---- the rating ----

static bool ask_rating(cli *c, const self_test_measure *measure, self_test_try *got)
{
    const self_test_limits limits = self_test_limits_of(c, measure);
    const ps_range range = {(int32_t)limits.low, (int32_t)limits.high};
    int32_t rating = 0;
    bool hurt = false;
    if (!log_ask_number(c, "   How hard was it, 0 (not at all) to 5 (unable)? ", range, &rating) ||
        !log_ask_yes_no(c, "   Did it hurt? (yes or no) ", &hurt)) {
        return false;
    }
    if (hurt && rating < HURT_RATING) {
        rating = HURT_RATING;
        paper_format(&c->page, INK_PLAIN, "   Pain counts as a rating of %d.", HURT_RATING);
        paper_row(&c->page, 0);
    }
    *got = (self_test_try){rating, true};
    return true;
}

// ---- one try ----

bool self_test_ask(cli *c, const self_test_measure *measure, int32_t number, self_test_try *got)
{
    if (measure->tries > 1) {
        paper_format(&c->page, INK_QUIET, "Try %d of %d", number, measure->tries);
        paper_flow(&c->page, 0);
    }
    if (strcmp(measure->option, "degrees") == 0) return ask_length(c, measure, got);
    if (strcmp(measure->option, "seconds") == 0) return ask_hold(c, got);
    return ask_rating(c, measure, got);
}

// ---- questions ----

enum { FITS_FROM = 2 }; // data/self_tests.yaml: so many times yes fit the pattern

void self_test_ask_questions(cli *c, const ps_self_test *test)
{
    int32_t yes_count = 0;
    bool all = data_can_ask(c);
    for (int32_t i = 0; i < test->steps.count && all; i++) {
        char question[QUESTION];
        bool yes = false;
        snprintf(question, sizeof question, "   %d. yes or no: ", i + 1);
        all = log_ask_yes_no(c, question, &yes);
        yes_count += yes;
    }
    paper_gap(&c->page);
    if (all && yes_count < FITS_FROM) {
        paper_format(&c->page, INK_PLAIN, "%d times yes: no clear pattern.", yes_count);
        paper_flow(&c->page, 0);
    }
    for (int32_t i = 0; i < test->reading.count && (!all || yes_count >= FITS_FROM); i++) {
        paper_put(&c->page, INK_PLAIN, test->reading.at[i]);
        paper_flow(&c->page, 0);
    }
    paper_put(&c->page, INK_QUIET, "The answers are not kept: nothing in your plan rests on them.");
    paper_flow(&c->page, 0);
}
