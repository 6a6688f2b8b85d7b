// psoas test: measures a self-test by options or by asking, and keeps every try.
#include "shell/cli/self_test.h"

#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/log_reports.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

// ---- which test ----

static const char *test_id_at(const void *catalogue, int32_t index)
{
    const ps_catalogue *of = catalogue;
    return index < of->self_tests.count ? of->self_tests.at[index].id : NULL;
}

const char *self_test_id_at(const ps_catalogue *catalogue, int32_t index)
{
    return test_id_at(catalogue, index);
}

static cli_exit find_test(cli *c, const char *id, int32_t *test)
{
    for (int32_t i = 0; i < c->catalogue->self_tests.count; i++) {
        *test = i;
        if (strcasecmp(c->catalogue->self_tests.at[i].id, id) == 0) return CLI_OK;
    }
    const int32_t near = ps_closest(c->catalogue, test_id_at, ps_str_of(id));
    cli_unknown(c, CLI_NOT_FOUND, "self-test", id,
                near == PS_NONE ? NULL : test_id_at(c->catalogue, near));
    buffer_text(&c->messages, "Try 'psoas test' for all of them.\n");
    return CLI_NOT_FOUND;
}

// ---- a try by options ----

static const char *const distances[] = {"thigh", "hip", "knee"};
enum { DISTANCES = PS_COUNT(distances), DISTANCE_MOST = 300 };

static int32_t distances_given(const cli *c)
{
    int32_t count = 0;
    for (int32_t i = 0; i < DISTANCES; i++) count += cli_value(c, distances[i]) != NULL;
    return count;
}

/// Whether the line has an option that only tries have.
static bool has_try(const cli *c)
{
    static const char *const options[] = {"degrees",   "seconds", "rating",
                                          "back-flat", "hurt",    "side"};
    bool any = distances_given(c) > 0;
    for (int32_t i = 0; i < PS_COUNT(options); i++) any = any || cli_value(c, options[i]);
    return any;
}

/// The angle of three distances.
static cli_exit read_distances(cli *c, double *degrees)
{
    double at[DISTANCES] = {0};
    ps_error err = {0};
    for (int32_t i = 0; i < DISTANCES; i++) {
        char name[CLI_WORDS];
        snprintf(name, sizeof name, "--%s", distances[i]);
        const char *text = cli_value(c, distances[i]);
        if (!text) return cli_usage(c, "%s is missing: want --thigh, --hip and --knee", name);
        const double least = i == 0 ? 1 : 0; // a thigh has a length
        const cli_exit code = log_read_decimal(c, name, text, least, DISTANCE_MOST, &at[i]);
        if (code != CLI_OK) return code;
    }
    if (ps_length_test(at[0], at[1], at[2], degrees, &err) == PS_OK) return CLI_OK;
    return cli_usage(c, "--thigh %g --hip %g --knee %g cannot be: %s", at[0], at[1], at[2],
                     err.text);
}

/// An option of another test.
static cli_exit refuse_foreign(cli *c, const self_test_measure *measure)
{
    static const char *const options[] = {"degrees", "seconds", "rating"};
    for (int32_t i = 0; i < PS_COUNT(options); i++) {
        if (!cli_value(c, options[i]) || strcmp(options[i], measure->option) == 0) continue;
        return cli_usage(c, "--%s is not for %s: want --%s", options[i], measure->id,
                         measure->option);
    }
    const bool lengths = strcmp(measure->option, "degrees") == 0;
    if (!lengths && (distances_given(c) > 0 || cli_value(c, "back-flat"))) {
        return cli_usage(c, "--thigh, --hip, --knee and --back-flat are for T_LEN: want --%s",
                         measure->option);
    }
    if (cli_value(c, "hurt") && strcmp(measure->option, "rating") != 0) {
        return cli_usage(c, "--hurt is for T_ASLR, where pain counts as a rating");
    }
    return CLI_OK;
}

enum { HURT_RATING = 2 }; // data/self_tests.yaml: pain during the test counts as this

static cli_exit read_try(cli *c, const ps_self_test *test, const self_test_measure *measure,
                         self_test_try *got)
{
    const char *text = cli_value(c, measure->option);
    const self_test_limits limits = self_test_limits_of(c, measure);
    cli_exit code = refuse_foreign(c, measure);
    if (code != CLI_OK) return code;
    char name[CLI_WORDS];
    snprintf(name, sizeof name, "--%s", measure->option);
    if (distances_given(c) > 0) {
        if (text) return cli_usage(c, "%s or three distances, not both", name);
        code = read_distances(c, &got->value);
        if (code == CLI_OK && (got->value < limits.low || got->value > limits.high)) {
            code = cli_usage(c,
                             "these distances make %.0f degrees, and a leg goes from %g to %g: "
                             "please measure again",
                             got->value, limits.low, limits.high);
        }
    } else if (!text) {
        code = cli_usage(c, "%s is missing: psoas test %s --side left %s N", name, test->id, name);
    } else if (measure->whole) {
        int32_t whole = 0;
        code = log_read_number(c, name, text, (ps_range){(int32_t)limits.low, (int32_t)limits.high},
                               &whole);
        got->value = whole;
    } else {
        code = log_read_decimal(c, name, text, limits.low, limits.high, &got->value);
    }
    if (code == CLI_OK && cli_value(c, "hurt") && got->value < HURT_RATING) {
        got->value = HURT_RATING;
    }
    const char *flat = cli_value(c, "back-flat");
    got->valid = !test->valid_when || (flat && strcmp(flat, "yes") == 0);
    return code;
}

// ---- keeping tries ----

enum { TRIES_MAX = 6 };

static ps_event event_of(const ps_self_test *test, ps_side side, self_test_try one, ps_instant at)
{
    return (ps_event){
        .at = at,
        .kind = PS_EVENT_test_measured,
        .as.test_measured = {.test = test->id,
                             .side = side,
                             .value = one.value,
                             .valid = one.valid},
    };
}

static void put_invalid(cli *c, const ps_self_test *test)
{
    paper_format(&c->page, INK_CARE, "Kept, but it does not count. %s", test->valid_when);
    if (!cli_value(c, "back-flat") && has_try(c)) {
        paper_put(&c->page, INK_PLAIN, " If it stayed flat, add ");
        paper_put(&c->page, INK_NAME, "--back-flat yes");
    }
    paper_flow(&c->page, 0);
}

static cli_exit measure_once(cli *c, coach_run *run, int32_t index,
                             const self_test_measure *measure)
{
    const ps_self_test *test = &c->catalogue->self_tests.at[index];
    const int32_t side = cli_choice(c, "side");
    self_test_try got = {0};
    ps_instant at = {0};
    if (side == PS_NONE || side == PS_SIDE_BOTH) {
        return cli_usage(c, "which side? Add --side left or --side right");
    }
    cli_exit code = read_try(c, test, measure, &got);
    if (code == CLI_OK) code = log_read_at(c, run->now, &at);
    if (code != CLI_OK) return code;
    const log_outlook before = log_outlook_of(c, run);
    ps_event event = event_of(test, (ps_side)side, got, at);
    code = coach_run_add(c, run, &event, 1);
    if (code != CLI_OK) return code;
    if (!got.valid) put_invalid(c, test);
    self_test_put_result(c, run, index, (ps_side)side);
    paper_gap(&c->page);
    return log_put_follow(c, run, &before);
}

/// Left, then right, all tries; each side is kept when its tries are done.
static cli_exit measure_by_asking(cli *c, coach_run *run, int32_t index,
                                  const self_test_measure *measure)
{
    const ps_self_test *test = &c->catalogue->self_tests.at[index];
    const log_outlook before = log_outlook_of(c, run);
    ps_instant at = {0};
    cli_exit code = log_read_at(c, run->now, &at);
    self_test_put_instructions(c, run, index);
    for (ps_side side = PS_SIDE_LEFT; side <= PS_SIDE_RIGHT && code == CLI_OK; side++) {
        ps_event events[TRIES_MAX] = {0};
        int32_t count = 0;
        paper_gap(&c->page);
        paper_format(&c->page, INK_HEADING, "The %s side", words_side(side));
        paper_flow(&c->page, 0);
        assert(measure->tries <= TRIES_MAX);
        while (count < measure->tries) {
            self_test_try got = {0};
            if (!self_test_ask(c, measure, count + 1, &got)) break;
            if (!got.valid) put_invalid(c, test);
            events[count++] = event_of(test, side, got, at);
        }
        if (count == 0) continue;
        code = coach_run_add(c, run, events, count);
        if (code == CLI_OK) self_test_put_result(c, run, index, side);
    }
    paper_gap(&c->page);
    return code == CLI_OK ? log_put_follow(c, run, &before) : code;
}

// ---- the command ----

static cli_exit one_test(cli *c, coach_run *run, int32_t index)
{
    const ps_self_test *test = &c->catalogue->self_tests.at[index];
    const self_test_measure *measure = self_test_measure_of(test);
    if (self_test_is_closed(run->coach, index)) {
        const cli_exit code = coach_run_needs_plan(c, run);
        if (code != CLI_OK) return code;
        self_test_put_closed(c, run, index);
        return CLI_REFUSED;
    }
    if (!measure && has_try(c)) {
        return cli_usage(c, "%s is three questions and has no number", test->id);
    }
    if (!measure) {
        self_test_put_instructions(c, run, index);
        self_test_ask_questions(c, test);
        return CLI_OK;
    }
    if (has_try(c)) return measure_once(c, run, index, measure);
    if (data_can_ask(c)) return measure_by_asking(c, run, index, measure);
    self_test_put_instructions(c, run, index);
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, "Then each try, for each side:");
    paper_flow(&c->page, 0);
    paper_format(&c->page, INK_NAME, "psoas test %s --side left %s", test->id, measure->example);
    paper_row(&c->page, 2);
    return CLI_OK;
}

cli_exit self_test(cli *c)
{
    coach_run run = {0};
    int32_t index = PS_NONE;
    cli_exit code = CLI_OK;
    if (c->argument_count > 0) code = find_test(c, c->arguments[0], &index);
    if (code == CLI_OK && index == PS_NONE && has_try(c)) {
        code = cli_usage(c, "which test? psoas test T_LEN ...");
    }
    if (code == CLI_OK && index != PS_NONE && c->json) {
        code = cli_usage(c, "--json is for the list: psoas test --json");
    }
    if (code == CLI_OK) code = coach_run_open(c, index == PS_NONE ? DATA_READ : DATA_WRITE, &run);
    if (code == CLI_OK && c->json) {
        test_report *tests = NULL;
        const void *items[PS_TESTS_MAX * 2];
        const int32_t count = test_reports_of(c, &run.coach->progress, &tests);
        for (int32_t i = 0; i < count; i++) items[i] = &tests[i];
        envelope_write(c, "test", items, count);
    } else if (code == CLI_OK && index == PS_NONE) {
        self_test_put_overview(c, &run);
    } else if (code == CLI_OK) {
        code = one_test(c, &run, index);
    }
    coach_run_close(&run);
    return code;
}
