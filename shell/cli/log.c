// psoas log: what was recorded, newest first.
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/log_entry.h"
#include "shell/cli/log_reports.h"

#include <stdio.h>
#include <string.h>

enum { DAYS = 7, DAYS_MOST = 36500, INDENT = 2, ID_LEAST = 6, GAP = 2 };

// ---- what is listed ----

/// The words for --kind, and which events they are.
typedef enum {
    SORT_PAIN,
    SORT_MORNING,
    SORT_TEST,
    SORT_GOAL,
    SORT_SESSION,
    SORT_ANSWER,
    SORT_CARE,
    SORT_PLAN
} sort;

static const char *const sort_names[] = {"pain",    "morning", "test", "goal",
                                         "session", "answer",  "care", "plan"};
const ps_enum log_sort_names = {.c_name = "sort", .names = sort_names, .count = 8};

static const sort sorts[] = {
    [PS_EVENT_consent_given] = SORT_ANSWER,
    [PS_EVENT_screen_started] = SORT_ANSWER,
    [PS_EVENT_screen_answered] = SORT_ANSWER,
    [PS_EVENT_intake_given] = SORT_ANSWER,
    [PS_EVENT_flag_cleared] = SORT_CARE,
    [PS_EVENT_diagnosis_given] = SORT_CARE,
    [PS_EVENT_test_measured] = SORT_TEST,
    [PS_EVENT_programme_chosen] = SORT_PLAN,
    [PS_EVENT_exercise_swapped] = SORT_PLAN,
    [PS_EVENT_session_started] = SORT_SESSION,
    [PS_EVENT_set_done] = SORT_SESSION,
    [PS_EVENT_stop_felt] = SORT_SESSION,
    [PS_EVENT_session_ended] = SORT_SESSION,
    [PS_EVENT_pain_reported] = SORT_PAIN,
    [PS_EVENT_morning_reported] = SORT_MORNING,
    [PS_EVENT_day_noted] = SORT_MORNING,
    [PS_EVENT_goal_set] = SORT_GOAL,
    [PS_EVENT_goal_rated] = SORT_GOAL,
    [PS_EVENT_goal_dropped] = SORT_GOAL,
    [PS_EVENT_checkpoint_answered] = SORT_ANSWER,
};

/// What the command line asks for.
typedef struct {
    ps_day since;
    int32_t sort; ///< PS_NONE: everything
} wanted;

static cli_exit read_wanted(cli *c, const coach_run *run, wanted *to)
{
    int32_t days = DAYS;
    const char *text = cli_value(c, "days");
    if (text && cli_value(c, "all")) return cli_usage(c, "--days or --all, not both");
    if (text) {
        const cli_exit code = log_read_number(c, "--days", text, (ps_range){1, DAYS_MOST}, &days);
        if (code != CLI_OK) return code;
    }
    to->sort = cli_choice(c, "kind");
    to->since = cli_value(c, "all") ? PS_DAY_MIN : run->today - days + 1;
    return CLI_OK;
}

static bool fits(const wanted *want, const log_entry *entry)
{
    return ps_local_day(entry->now->at) >= want->since &&
           (want->sort == PS_NONE || sorts[entry->now->kind] == (sort)want->sort);
}

/// Answers come by the hundred and are told in one row, unless just they are asked for.
static bool is_folded(const wanted *want, const log_entry *entry)
{
    return want->sort == PS_NONE && sorts[entry->now->kind] == SORT_ANSWER && !entry->taken_back &&
           !entry->corrected;
}

// ---- for people ----

static void put_day(cli *c, ps_day day)
{
    buffer text = {0};
    words_day_year(&text, day);
    paper_heading(&c->page, text.text, NULL);
    buffer_free(&text);
}

static void put_row(cli *c, const coach_run *run, const log_entry *entry, int32_t id_columns)
{
    char clock[LOG_CLOCK];
    buffer text = {0};
    log_put_line(&text, c, run, entry->now);
    paper_format(&c->page, INK_QUIET, "%s  ", log_clock(entry->now->at, clock));
    paper_put(&c->page, entry->taken_back ? INK_OFF : INK_PLAIN, text.text);
    if (entry->corrected) paper_put(&c->page, INK_QUIET, " (corrected)");
    if (entry->taken_back) paper_put(&c->page, INK_CARE, " (taken back)");
    paper_item(&c->page, INDENT, INK_NAME, log_id(c, run, entry->first), id_columns);
    buffer_free(&text);
}

static void put_folded(cli *c, int32_t count, int32_t id_columns)
{
    if (count == 0) return;
    buffer text = {0};
    data_put_count(&text, count, "answer", "answers");
    paper_format(&c->page, INK_QUIET, "%s to questions; one by one: ", text.text);
    paper_put(&c->page, INK_NAME, "psoas log --kind answer");
    paper_flow(&c->page, INDENT + id_columns);
    buffer_free(&text);
}

static void put_hint(cli *c)
{
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, "Correct one: ");
    paper_put(&c->page, INK_NAME, "psoas log edit ID FIELD VALUE");
    paper_put(&c->page, INK_QUIET, "; take one back: ");
    paper_put(&c->page, INK_NAME, "psoas log void ID");
    paper_flow(&c->page, 0);
}

/// Columns for the longest id that is shown, and a gap.
static int32_t id_columns_of(cli *c, const coach_run *run, const log_entries *all,
                             const wanted *want)
{
    int32_t most = ID_LEAST;
    for (int32_t i = 0; i < all->count; i++) {
        if (!fits(want, &all->at[i]) || is_folded(want, &all->at[i])) continue;
        const int32_t len = (int32_t)strlen(log_id(c, run, all->at[i].first));
        if (len + GAP > most) most = len + GAP;
    }
    return most;
}

static void put_list(cli *c, const coach_run *run, const log_entries *all, const wanted *want)
{
    ps_day day = PS_DAY_NEVER;
    int32_t folded = 0, shown = 0;
    const int32_t id_columns = id_columns_of(c, run, all, want);
    for (int32_t i = 0; i < all->count; i++) {
        const log_entry *entry = &all->at[i];
        if (!fits(want, entry)) continue;
        if (ps_local_day(entry->now->at) != day) {
            put_folded(c, folded, id_columns);
            folded = 0;
            day = ps_local_day(entry->now->at);
            put_day(c, day);
        }
        shown++;
        if (is_folded(want, entry)) {
            folded++;
        } else {
            put_row(c, run, entry, id_columns);
        }
    }
    put_folded(c, folded, id_columns);
    if (shown > 0) {
        put_hint(c);
        return;
    }
    paper_put(&c->page, INK_PLAIN,
              all->count > 0 ? "Nothing in these days. All of it: "
                             : "Nothing has been recorded yet. A score: ");
    paper_put(&c->page, INK_NAME, all->count > 0 ? "psoas log --all" : "psoas pain 3");
    paper_flow(&c->page, 0);
}

// ---- for programs ----

static void put_json(cli *c, const coach_run *run, const log_entries *all, const wanted *want)
{
    log_report *reports = cli_take(c, all->count, sizeof *reports);
    const void **items = cli_take(c, all->count, sizeof *items);
    int32_t count = 0;
    for (int32_t i = 0; i < all->count; i++) {
        const log_entry *entry = &all->at[i];
        if (!fits(want, entry)) continue;
        char at[PS_INSTANT_TEXT];
        buffer says = {0};
        ps_instant_format(entry->now->at, at, sizeof at);
        log_put_line(&says, c, run, entry->now);
        reports[count] = (log_report){
            .id = log_id(c, run, entry->first),
            .at = cli_text(c, at),
            .day = cli_day(c, ps_local_day(entry->now->at)),
            .kind = ps_event_kind_names.names[entry->now->kind],
            .says = cli_text(c, says.text),
            .corrected = entry->corrected,
            .taken_back = entry->taken_back,
        };
        items[count] = &reports[count];
        count++;
        buffer_free(&says);
    }
    envelope_write(c, "log", items, count);
}

cli_exit log_list(cli *c)
{
    coach_run run = {0};
    wanted want = {0};
    cli_exit code = coach_run_open(c, DATA_READ, &run);
    if (code == CLI_OK) code = read_wanted(c, &run, &want);
    if (code == CLI_OK) {
        const log_entries all = log_entries_of(c, &run);
        if (c->json) {
            put_json(c, &run, &all, &want);
        } else {
            put_list(c, &run, &all, &want);
        }
    }
    coach_run_close(&run);
    return code;
}
