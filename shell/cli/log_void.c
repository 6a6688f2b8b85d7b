// psoas log void and restore: what was recorded by mistake does not count, and can come back.
#include "shell/cli/import.h"
#include "shell/cli/log_entry.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN = 5, INDENT = 2 };

/// Events of one person, as targets of a void.
typedef struct {
    ps_span *spans;
    int32_t count;
} targets;

static void add_target(targets *to, const ps_event *event)
{
    to->spans[to->count++] = (ps_span){event->device, event->sequence, event->sequence};
}

// ---- what goes together ----

/// The session that an event begins; NULL for every other event.
static const char *session_of(const ps_event *event)
{
    return event->kind == PS_EVENT_session_started ? event->as.session_started.session : NULL;
}

/// Whether the event belongs to this session.
static bool is_part(const ps_event *event, const char *session)
{
    const char *of = event->kind == PS_EVENT_session_started ? event->as.session_started.session
                     : event->kind == PS_EVENT_set_done      ? event->as.set_done.session
                     : event->kind == PS_EVENT_stop_felt     ? event->as.stop_felt.session
                     : event->kind == PS_EVENT_session_ended ? event->as.session_ended.session
                                                             : NULL;
    return of && strcmp(of, session) == 0;
}

/// The entries that are taken back together: a session as a whole, anything else alone.
static int32_t together(cli *c, const log_entries *all, const log_entry *entry,
                        const log_entry ***list)
{
    const char *session = session_of(entry->now);
    int32_t count = 0;
    *list = cli_take(c, all->count, sizeof **list);
    for (int32_t i = 0; i < all->count; i++) {
        const log_entry *other = &all->at[i];
        const bool part = session && is_part(other->now, session) && !other->taken_back;
        if (other == entry || part) (*list)[count++] = other;
    }
    return count;
}

/// Oldest first: a session begins with its beginning.
static void put_entries(cli *c, const coach_run *run, const log_entry *const *list, int32_t count)
{
    for (int32_t i = 0; i < count && i < SHOWN; i++) log_put_entry(c, run, list[count - 1 - i]);
    if (count <= SHOWN) return;
    paper_format(&c->page, INK_QUIET, "and %d more", count - SHOWN);
    paper_flow(&c->page, INDENT);
}

// ---- void ----

/// Kinds that stay as they were said, and what to do instead.
static const struct {
    ps_event_kind kind;
    const char *instead;
} kept[] = {
    {PS_EVENT_screen_started,  "a round of safety questions stays; answer anew: psoas screen --new"},
    {PS_EVENT_diagnosis_given, "a diagnosis stays; a professional can clear anew: psoas clear"     },
};

static cli_exit check_void(cli *c, const log_entry *entry)
{
    for (int32_t i = 0; i < PS_COUNT(kept); i++) {
        if (kept[i].kind != entry->now->kind) continue;
        return cli_complain(c, CLI_CONFLICT, "%s", kept[i].instead);
    }
    if (!entry->taken_back) return CLI_OK;
    return cli_complain(c, CLI_CONFLICT, "entry %s is taken back already", c->arguments[0]);
}

static cli_exit add_void(cli *c, coach_run *run, const targets *of, ps_instant at, const char *why)
{
    const log_outlook before = log_outlook_of(c, run);
    if (of->count > PS_SPANS_MAX) {
        return cli_complain(c, CLI_FAILED, "more than %d entries at once", PS_SPANS_MAX);
    }
    ps_event event = {
        .at = at,
        .kind = PS_EVENT_voided,
        .as.voided = {.targets = {of->spans, of->count}, .why = why},
    };
    const cli_exit code = coach_run_add(c, run, &event, 1);
    if (code != CLI_OK) return code;
    const bool back = strcmp(c->name, "restore") == 0;
    paper_put(&c->page, INK_GOOD, back ? "Put back." : "Taken back.");
    if (!back) {
        paper_put(&c->page, INK_QUIET, " To put it back: ");
        paper_format(&c->page, INK_NAME, "psoas log restore %s", c->arguments[0]);
    }
    paper_flow(&c->page, 0);
    return log_put_follow(c, run, &before);
}

static cli_exit void_entry(cli *c, coach_run *run, const log_entries *all, const log_entry *entry)
{
    const log_entry **list = NULL;
    const int32_t count = together(c, all, entry, &list);
    const char *why = cli_value(c, "why");
    targets out = {.spans = cli_take(c, count, sizeof *out.spans)};
    cli_exit code = check_void(c, entry);
    if (code != CLI_OK) return code;
    for (int32_t i = 0; i < count; i++) add_target(&out, list[i]->first);
    paper_put(&c->page, INK_PLAIN,
              count > 1 ? "This session would not count any more:"
                        : "This would not count any more:");
    paper_flow(&c->page, 0);
    put_entries(c, run, list, count);
    if (log_can_lock(c->catalogue, entry->now)) log_put_lock(c);
    if (!data_go_on(c, "Take it back?", &code)) return code;
    return add_void(c, run, &out, run->now, why ? why : "taken back by hand");
}

// ---- restore ----

/// The voids that took an entry out. CLI_CONFLICT when one of them undid a whole import.
static cli_exit find_voids(cli *c, const coach_run *run, const log_entry *entry, targets *to,
                           ps_instant *at)
{
    const ps_history *history = &run->read.history;
    for (int32_t i = 0; i < history->void_count; i++) {
        const ps_event *by = history->voids[i];
        const ps_spans spans = by->as.voided.targets;
        if (!import_covers(spans, entry->first->device, entry->first->sequence)) continue;
        for (int32_t k = 0; k < run->read.count; k++) {
            const ps_event *other = &run->read.events[k];
            if (other->kind != PS_EVENT_imported ||
                !import_covers(spans, other->device, other->sequence)) {
                continue;
            }
            cli_complain(c, CLI_CONFLICT, "entry %s went with an import that was undone",
                         c->arguments[0]);
            buffer_format(&c->messages, "All of it comes back with: psoas import --redo %s\n",
                          other->as.imported.batch);
            return CLI_CONFLICT;
        }
        add_target(to, by);
        // a void acts only on voids that come before it
        if (by->at.ms >= at->ms && by->at.ms < PS_MS_MAX) at->ms = by->at.ms + 1;
    }
    assert(to->count > 0);
    return CLI_OK;
}

static void find_corrections(const coach_run *run, const log_entry *entry, targets *to)
{
    for (int32_t i = 0; i < run->read.count; i++) {
        const ps_event *event = &run->read.events[i];
        if (event->kind != PS_EVENT_corrected) continue;
        const ps_corrected *body = &event->as.corrected;
        if (ps_key_order(body->device, body->sequence, entry->first->device,
                         entry->first->sequence) == 0) {
            add_target(to, event);
        }
    }
}

/// The entries that come back with these voids.
static int32_t come_back(cli *c, const coach_run *run, const log_entries *all, const targets *voids,
                         const log_entry ***list)
{
    int32_t count = 0;
    const ps_spans by = {voids->spans, voids->count};
    *list = cli_take(c, all->count, sizeof **list);
    for (int32_t i = 0; i < all->count; i++) {
        const log_entry *entry = &all->at[i];
        bool out = false;
        for (int32_t k = 0; k < run->read.history.void_count && !out; k++) {
            const ps_event *one = run->read.history.voids[k];
            out =
                import_covers(by, one->device, one->sequence) &&
                import_covers(one->as.voided.targets, entry->first->device, entry->first->sequence);
        }
        if (out) (*list)[count++] = entry;
    }
    return count;
}

static cli_exit restore_entry(cli *c, coach_run *run, const log_entries *all,
                              const log_entry *entry)
{
    ps_instant at = run->now;
    targets back = {.spans = cli_take(c, run->read.count, sizeof *back.spans)};
    cli_exit code = CLI_OK;
    if (entry->taken_back) {
        const log_entry **list = NULL;
        code = find_voids(c, run, entry, &back, &at);
        if (code != CLI_OK) return code;
        const int32_t count = come_back(c, run, all, &back, &list);
        paper_put(&c->page, INK_PLAIN, "This would count again:");
        paper_flow(&c->page, 0);
        put_entries(c, run, list, count);
    } else {
        const log_entry first = {.first = entry->first, .now = entry->first};
        find_corrections(run, entry, &back);
        log_put_entry(c, run, entry);
        paper_put(&c->page, INK_QUIET, "becomes again what was recorded first");
        paper_flow(&c->page, INDENT);
        log_put_entry(c, run, &first);
    }
    if (log_can_lock(c->catalogue, entry->now)) log_put_lock(c);
    if (!data_go_on(c, "Put it back?", &code)) return code;
    return add_void(c, run, &back, at, "put back by hand");
}

// ---- the commands ----

typedef cli_exit change(cli *c, coach_run *run, const log_entries *all, const log_entry *entry);

static cli_exit with_entry(cli *c, change *make)
{
    coach_run run = {0};
    const log_entry *entry = NULL;
    cli_exit code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) {
        const log_entries all = log_entries_of(c, &run);
        code = log_find(c, &run, &all, c->arguments[0], &entry);
        if (code == CLI_OK) code = make(c, &run, &all, entry);
    }
    coach_run_close(&run);
    return code;
}

cli_exit log_void(cli *c)
{
    const cli_exit code = log_check_text(c, "--why", cli_value(c, "why"));
    return code == CLI_OK ? with_entry(c, void_entry) : code;
}

static cli_exit restore_if_changed(cli *c, coach_run *run, const log_entries *all,
                                   const log_entry *entry)
{
    if (entry->taken_back || entry->corrected) return restore_entry(c, run, all, entry);
    paper_put(&c->page, INK_PLAIN, "Nothing to do: it counts as it was recorded.");
    paper_flow(&c->page, 0);
    return CLI_OK;
}

cli_exit log_restore(cli *c) { return with_entry(c, restore_if_changed); }
