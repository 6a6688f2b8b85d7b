// psoas goal: what matters to the person and is hard because of the hip, in own words.
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/log.h"
#include "shell/cli/log_reports.h"
#include "shell/cli/setup.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, NUMBER = 4, ID = 48 };

// ---- list ----

static int32_t last_rating(const ps_goal *goal)
{
    return goal->rating_count > 0 ? goal->ratings[goal->rating_count - 1].rating : PS_NOT_GIVEN;
}

static void put_change(cli *c, const ps_goal *goal)
{
    const int32_t needed = c->catalogue->constants.success.psfs;
    if (goal->rating_count < 2) return;
    const int32_t change = last_rating(goal) - goal->ratings[0].rating;
    const char *meaning = change >= needed    ? "a change that counts"
                          : change <= -needed ? "clearly harder than at first"
                                              : "within what may be chance";
    paper_format(&c->page, change >= needed ? INK_GOOD : INK_PLAIN, "%+d since the first: %s",
                 change, meaning);
}

/// "6 of 10 on Sat 3 Oct, first 3", and its course as a spark.
static void put_ratings(cli *c, const ps_goal *goal)
{
    if (goal->rating_count == 0) {
        paper_put(&c->page, INK_QUIET, "not rated yet");
        paper_flow(&c->page, INDENT + NUMBER);
        return;
    }
    int32_t *values = cli_take(c, goal->rating_count, sizeof *values);
    for (int32_t i = 0; i < goal->rating_count; i++) values[i] = goal->ratings[i].rating;
    enum { SHOWN = 24 };
    const int32_t shown = goal->rating_count < SHOWN ? goal->rating_count : SHOWN;
    buffer text = {0};
    if (shown > 1) {
        chart_spark(&text, chart_style_of(c), values + goal->rating_count - shown, shown,
                    (ps_range){0, SCORE_MOST});
        paper_format(&c->page, INK_NAME, "%s  ", text.text);
        buffer_clear(&text);
    }
    words_day(&text, goal->ratings[goal->rating_count - 1].day);
    paper_format(&c->page, INK_PLAIN, "%d of 10 on %s", last_rating(goal), text.text);
    if (goal->rating_count > 1) paper_put(&c->page, INK_PLAIN, ", ");
    put_change(c, goal);
    paper_flow(&c->page, INDENT + NUMBER);
    buffer_free(&text);
}

void goal_put_all(cli *c, const ps_progress *progress)
{
    for (int32_t i = 0; i < progress->goal_count; i++) {
        const ps_goal *goal = &progress->goals[i];
        char label[16];
        snprintf(label, sizeof label, "%d.", i + 1);
        paper_put(&c->page, INK_PLAIN, goal->text);
        paper_item(&c->page, INDENT, INK_QUIET, label, NUMBER);
        put_ratings(c, goal);
    }
}

/// Who had the idea: data/outcomes.yaml, PSFS.
static void put_credit(cli *c)
{
    paper_format(&c->page, INK_QUIET,
                 "After the idea of the patient-specific functional scale (Stratford 1995) [R70], "
                 "in our own words. A change of %d points is taken as one that counts.",
                 c->catalogue->constants.success.psfs);
    paper_flow(&c->page, 0);
}

static void put_list(cli *c, const ps_progress *progress)
{
    paper_put(&c->page, INK_TITLE, "What matters to you");
    paper_put(&c->page, INK_QUIET, "  0 cannot, 10 as before");
    paper_flow(&c->page, 0);
    paper_gap(&c->page);
    if (progress->goal_count == 0) {
        paper_put(&c->page, INK_PLAIN,
                  "Nothing yet. Name up to five things of your day that are hard because of your "
                  "hip, in your own words, and rate them once a week.");
        paper_flow(&c->page, 0);
        put_command_line(c, "", "psoas goal add \"climb stairs without holding on\"");
        return;
    }
    goal_put_all(c, progress);
    paper_gap(&c->page);
    put_command_line(c, "Rate them: ", "psoas goal rate");
    put_credit(c);
}

cli_exit goal_list(cli *c)
{
    coach_run run = {0};
    const cli_exit code = coach_run_open(c, DATA_READ, &run);
    if (code == CLI_OK && c->json) {
        goal_report *goals = NULL;
        const int32_t count = goal_reports_of(c, &run.coach->progress, &goals);
        const void *items[PS_GOALS_MAX];
        for (int32_t i = 0; i < count; i++) items[i] = &goals[i];
        envelope_write(c, "goal", items, count);
    } else if (code == CLI_OK) {
        put_list(c, &run.coach->progress);
    }
    coach_run_close(&run);
    return code;
}

// ---- add ----

/// Ids of two machines must not meet: a part of the device is in them, and how many came before.
static void make_id(const coach_run *run, char id[ID])
{
    const char *device = store_device(run->in);
    const char *tail = strrchr(device, '-');
    int32_t before = 0;
    for (int32_t i = 0; i < run->read.count; i++) {
        before += run->read.events[i].kind == PS_EVENT_goal_set;
    }
    snprintf(id, ID, "goal-%s-%d", tail ? tail + 1 : device, before + 1);
}

static const ps_goal *goal_called(const ps_progress *progress, const char *text)
{
    for (int32_t i = 0; i < progress->goal_count; i++) {
        if (strcmp(progress->goals[i].text, text) == 0) return &progress->goals[i];
    }
    return NULL;
}

static cli_exit check_new(cli *c, const ps_progress *progress, const char *text)
{
    if (goal_called(progress, text)) {
        return cli_complain(c, CLI_CONFLICT, "that is among your goals already");
    }
    if (progress->goal_count < PS_GOALS_MAX) return CLI_OK;
    cli_complain(c, CLI_CONFLICT, "there are %d goals already, which is as many as stay in view",
                 PS_GOALS_MAX);
    buffer_text(&c->messages, "Drop one first: psoas goal drop N\n");
    return CLI_CONFLICT;
}

/// All words of the command line, so that it needs no quotes.
static const char *joined(cli *c)
{
    buffer text = {0};
    for (int32_t i = 0; i < c->argument_count; i++) {
        buffer_format(&text, "%s%s", i > 0 ? " " : "", c->arguments[i]);
    }
    const char *kept = cli_text(c, text.text);
    buffer_free(&text);
    return kept;
}

/// The number that a goal has in the list, from 1; 0 when it is not there.
static int32_t number_of(const ps_progress *progress, const char *id)
{
    for (int32_t i = 0; i < progress->goal_count; i++) {
        if (strcmp(progress->goals[i].id, id) == 0) return i + 1;
    }
    return 0;
}

cli_exit goal_add(cli *c)
{
    char id[ID];
    coach_run run = {0};
    ps_instant at = {0};
    const char *text = joined(c);
    cli_exit code = log_check_text(c, "TEXT", text);
    if (code == CLI_OK) code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) code = check_new(c, &run.coach->progress, text);
    if (code == CLI_OK) code = log_read_at(c, run.now, &at);
    if (code == CLI_OK) {
        make_id(&run, id);
        ps_event event = {
            .at = at,
            .kind = PS_EVENT_goal_set,
            .as.goal_set = {.goal = id, .text = text},
        };
        code = coach_run_add(c, &run, &event, 1);
    }
    if (code == CLI_OK) {
        const int32_t number = number_of(&run.coach->progress, id);
        paper_format(&c->page, INK_PLAIN, "Goal %d: %s", number, text);
        paper_flow(&c->page, 0);
        char command[CLI_WORDS];
        snprintf(command, sizeof command, "psoas goal rate %d SCORE", number);
        put_command_line(c, "How is it today, from 0 (cannot) to 10 (as before)? ", command);
    }
    coach_run_close(&run);
    return code;
}

// ---- rate and drop ----

static cli_exit find_goal(cli *c, const ps_progress *progress, const char *text,
                          const ps_goal **found)
{
    if (progress->goal_count == 0) {
        cli_complain(c, CLI_NOT_FOUND, "there are no goals yet");
        buffer_text(&c->messages, "Add one: psoas goal add TEXT\n");
        return CLI_NOT_FOUND;
    }
    int32_t number = 0;
    const cli_exit code =
        log_read_number(c, "N", text, (ps_range){1, progress->goal_count}, &number);
    if (code == CLI_OK) *found = &progress->goals[number - 1];
    return code;
}

static ps_event rating_of(const ps_goal *goal, int32_t rating, ps_instant at)
{
    return (ps_event){
        .at = at,
        .kind = PS_EVENT_goal_rated,
        .as.goal_rated = {.goal = goal->id, .rating = rating},
    };
}

/// Goes through all goals; those that Enter passes over keep their rating.
static int32_t ask_ratings(cli *c, const ps_progress *progress, ps_instant at, ps_event *events)
{
    int32_t count = 0;
    paper_put(&c->page, INK_QUIET, "0 cannot, 10 as before; only Enter passes over one.");
    paper_flow(&c->page, 0);
    for (int32_t i = 0; i < progress->goal_count; i++) {
        int32_t rating = 0;
        paper_format(&c->page, INK_PLAIN, "%d. %s", i + 1, progress->goals[i].text);
        paper_flow(&c->page, 0);
        if (!log_ask_number(c, "   today: ", (ps_range){0, SCORE_MOST}, &rating)) continue;
        events[count++] = rating_of(&progress->goals[i], rating, at);
    }
    return count;
}

static cli_exit read_ratings(cli *c, const coach_run *run, ps_event *events, int32_t *count)
{
    const ps_progress *progress = &run->coach->progress;
    const ps_goal *goal = NULL;
    int32_t rating = 0;
    ps_instant at = {0};
    const bool one = c->argument_count > 0;
    if (c->argument_count == 1) {
        return cli_usage(c, "a rating is missing: psoas goal rate N SCORE, from 0 to 10");
    }
    if (!one && !data_can_ask(c)) {
        return cli_usage(c, "nobody can be asked here: psoas goal rate N SCORE");
    }
    cli_exit code = log_read_at(c, run->now, &at);
    if (code == CLI_OK) code = find_goal(c, progress, one ? c->arguments[0] : "1", &goal);
    if (code == CLI_OK && one) {
        code = log_read_number(c, "SCORE", c->arguments[1], (ps_range){0, SCORE_MOST}, &rating);
    }
    if (code != CLI_OK) return code;
    if (one) {
        events[0] = rating_of(goal, rating, at);
        *count = 1;
    } else {
        *count = ask_ratings(c, progress, at, events);
    }
    return CLI_OK;
}

cli_exit goal_rate(cli *c)
{
    int32_t count = 0;
    coach_run run = {0};
    ps_event events[PS_GOALS_MAX] = {0};
    cli_exit code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) code = read_ratings(c, &run, events, &count);
    if (code == CLI_OK && count > 0) code = coach_run_add(c, &run, events, count);
    if (code == CLI_OK) put_list(c, &run.coach->progress);
    coach_run_close(&run);
    return code;
}

cli_exit goal_drop(cli *c)
{
    coach_run run = {0};
    const ps_goal *goal = NULL;
    cli_exit code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) code = find_goal(c, &run.coach->progress, c->arguments[0], &goal);
    if (code == CLI_OK) {
        const char *text = cli_text(c, goal->text);
        ps_event event = {.kind = PS_EVENT_goal_dropped, .as.goal_dropped = {.goal = goal->id}};
        code = coach_run_add(c, &run, &event, 1);
        if (code == CLI_OK) {
            paper_format(&c->page, INK_PLAIN, "Dropped: %s. Its ratings stay in your history.",
                         text);
            paper_flow(&c->page, 0);
        }
    }
    coach_run_close(&run);
    return code;
}
