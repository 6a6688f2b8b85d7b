// psoas import --list, --undo, --redo: imports are taken out and put back by voids, never erased.
#include "shell/cli/envelope.h"
#include "shell/cli/import.h"
#include "shell/cli/now.h"
#include "shell/cli/reports.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { BATCH_SHOWN = 13, BATCH_MIN = 4, INDENT = 2 };

/// Everybody whose imports are looked at, with their histories.
typedef struct {
    data_people people;
    data_history *histories;
    import_batches *batches; ///< of each person
    int32_t count;           ///< of all batches
} survey;

static void forget(survey *of)
{
    for (int32_t i = 0; of->histories && i < of->people.count; i++) data_forget(&of->histories[i]);
}

static cli_exit look(cli *c, store *from, survey *at)
{
    cli_exit code = CLI_OK;
    if (c->person) {
        at->people = (data_people){cli_take(c, 1, sizeof *at->people.at), 1};
        code = data_person_named(c, from, c->person, at->people.at);
    } else {
        code = data_people_of(c, from, &at->people);
    }
    if (code != CLI_OK) return code;
    at->histories = cli_take(c, at->people.count, sizeof *at->histories);
    at->batches = cli_take(c, at->people.count, sizeof *at->batches);
    for (int32_t i = 0; i < at->people.count && code == CLI_OK; i++) {
        code = data_read(c, from, &at->people.at[i], &at->histories[i]);
        if (code != CLI_OK) break;
        at->batches[i] = import_batches_of(c, &at->people.at[i], &at->histories[i]);
        at->count += at->batches[i].count;
    }
    return code;
}

/// The index-th batch of all, person by person; `among` receives those of the same person.
static const import_batch *batch_at(const survey *in, int32_t index, const import_batches **among)
{
    for (int32_t i = 0; i < in->people.count; i++) {
        if (index < in->batches[i].count) {
            if (among) *among = &in->batches[i];
            return &in->batches[i].at[index];
        }
        index -= in->batches[i].count;
    }
    return NULL;
}

static const char *id_of(const import_batch *batch) { return batch->imported->as.imported.batch; }

// ---- list ----

/// As much of the id as tells it from all others, for people to type.
static const char *short_id(cli *c, const survey *in, const import_batch *batch)
{
    const char *id = id_of(batch);
    size_t len = BATCH_SHOWN;
    for (int32_t i = 0; i < in->count; i++) {
        const char *other = id_of(batch_at(in, i, NULL));
        if (strcmp(other, id) == 0) continue;
        while (len < strlen(id) && strncmp(other, id, len) == 0) len++;
    }
    char *text = cli_take(c, (int32_t)len + 1, 1);
    snprintf(text, len + 1, "%s", id);
    return text;
}

static const char *time_text(cli *c, ps_instant at)
{
    char text[NOW_TEXT];
    return cli_text(c, now_text(at, text));
}

static void put_table(cli *c, const survey *in)
{
    static const paper_column columns[] = {
        {"import",  INK_NAME },
        {"of",      INK_QUIET},
        {"brought", INK_PLAIN},
        {"person",  INK_PLAIN},
        {"file",    INK_PLAIN},
        {"",        INK_CARE },
    };
    enum { COLUMNS = PS_COUNT(columns) };
    const char **cells = cli_take(c, in->count * COLUMNS, sizeof *cells);
    for (int32_t i = 0; i < in->count; i++) {
        const import_batch *batch = batch_at(in, i, NULL);
        const char **row = &cells[i * COLUMNS];
        buffer events = {0};
        data_put_count(&events, batch->events, "event", "events");
        row[0] = short_id(c, in, batch);
        row[1] = time_text(c, batch->imported->at);
        row[2] = cli_text(c, events.text);
        row[3] = batch->person->name;
        row[4] = batch->imported->as.imported.source;
        row[5] = batch->void_count > 0 ? "undone" : "";
        buffer_free(&events);
    }
    paper_table(&c->page, columns, COLUMNS, cells, in->count);
}

static void put_json(cli *c, const survey *in)
{
    import_report *reports = cli_take(c, in->count, sizeof *reports);
    const void **items = cli_take(c, in->count, sizeof *items);
    for (int32_t i = 0; i < in->count; i++) {
        const import_batch *batch = batch_at(in, i, NULL);
        char at[PS_INSTANT_TEXT];
        ps_instant_format(batch->imported->at, at, sizeof at);
        reports[i] = (import_report){
            .batch = id_of(batch),
            .person_id = batch->person->id,
            .person = batch->person->name,
            .source = batch->imported->as.imported.source,
            .at = cli_text(c, at),
            .added = batch->events,
            .present = REPORT_NONE,
            .undone = batch->void_count > 0,
        };
        items[i] = &reports[i];
    }
    envelope_write(c, "import", items, in->count);
}

cli_exit import_list(cli *c)
{
    store *from = NULL;
    survey in = {0};
    cli_exit code = data_open_if_there(c, DATA_READ, &from);
    if (code == CLI_OK && from) code = look(c, from, &in);
    if (code != CLI_OK) goto done;
    if (c->json) {
        put_json(c, &in);
    } else if (in.count > 0) {
        put_table(c, &in);
        paper_gap(&c->page);
        paper_put(&c->page, INK_QUIET,
                  "Take one out, or put it back: psoas import --undo ID, "
                  "psoas import --redo ID");
        paper_flow(&c->page, 0);
    } else {
        paper_put(&c->page, INK_PLAIN, "Nothing has been imported.");
        paper_flow(&c->page, 0);
    }

done:
    forget(&in);
    store_close(from);
    return code;
}

// ---- undo and redo ----

/// Finds the one id that begins like this; all its batches are meant, one for each person.
static cli_exit choose(cli *c, const survey *in, const char *begins, const char **id)
{
    *id = NULL;
    if (strlen(begins) < BATCH_MIN) {
        return cli_usage(c, "want at least %d characters of the id", (int)BATCH_MIN);
    }
    buffer others = {0};
    bool several = false;
    for (int32_t i = 0; i < in->count; i++) {
        const char *found = id_of(batch_at(in, i, NULL));
        if (strncmp(found, begins, strlen(begins)) != 0) continue;
        if (*id && strcmp(*id, found) == 0) continue;
        several = several || *id;
        *id = found;
        buffer_format(&others, "%s%s", others.len > 0 ? ", " : "", found);
    }
    cli_exit code = CLI_OK;
    if (!*id) {
        code = cli_complain(c, CLI_NOT_FOUND, "no import begins with '%s'", begins);
        buffer_text(&c->messages, "psoas import --list shows them all.\n");
    } else if (several) {
        code = cli_usage(c, "several imports begin with '%s', type more of it: %s", begins,
                         others.text);
    }
    buffer_free(&others);
    return code;
}

/// A void of its own, on its way.
typedef struct {
    ps_event event;
    ps_span *spans;
    int32_t count;
} new_void;

static void add_target(new_void *to, const char *device, int64_t first, int64_t last)
{
    if (to->count > 0) {
        ps_span *before = &to->spans[to->count - 1];
        if (strcmp(before->device, device) == 0 && before->last + 1 == first) {
            before->last = last;
            return;
        }
    }
    to->spans[to->count++] = (ps_span){device, first, last};
}

/// A void acts only on voids that come before it, also on those of a clock that is ahead of ours.
static void come_after(new_void *to, const data_history *of)
{
    const ps_spans targets = {to->spans, to->count};
    for (int32_t i = 0; i < of->count; i++) {
        const ps_event *event = &of->events[i];
        if (event->kind != PS_EVENT_voided) continue;
        if (ps_event_order(event, &to->event) < 0) continue;
        if (!import_covers(targets, event->device, event->sequence)) continue;
        if (event->at.ms < PS_MS_MAX) to->event.at.ms = event->at.ms + 1;
    }
}

/// What undoing a batch takes out: all that it added, and itself.
static void target_import(new_void *to, const import_batch *batch)
{
    const ps_event *imported = batch->imported;
    const ps_spans added = imported->as.imported.added;
    for (int32_t i = 0; i < added.count; i++) {
        add_target(to, added.at[i].device, added.at[i].first, added.at[i].last);
    }
    add_target(to, imported->device, imported->sequence, imported->sequence);
}

/// What redoing takes out: the voids that took the batch out.
static void target_voids(new_void *to, const import_batch *batch)
{
    for (int32_t i = 0; i < batch->void_count; i++) {
        const ps_event *by = batch->voids[i];
        add_target(to, by->device, by->sequence, by->sequence);
    }
}

/// The two directions.
typedef struct {
    const char *option;
    bool finds_undone; ///< which batches it changes
    void (*target)(new_void *to, const import_batch *batch);
    const char *why;                  ///< of the void, behind the id
    const char *begun, *ended, *back; ///< what is said
    const char *opposite;
    const char *nothing;
} direction;

static const direction undo = {
    .option = "undo",
    .target = target_import,
    .why = "undone",
    .begun = "Undone",
    .ended = "do not count any more",
    .back = "To put them back:",
    .opposite = "redo",
    .nothing = "is undone already",
};
static const direction redo = {
    .option = "redo",
    .finds_undone = true,
    .target = target_voids,
    .why = "brought back",
    .begun = "Back again",
    .ended = "count",
    .back = "To take them out again:",
    .opposite = "undo",
    .nothing = "is not undone",
};

/// The person's history in the survey.
static const data_history *history_of(const survey *in, const store_person *person)
{
    return &in->histories[person - in->people.at];
}

static cli_exit make_void(cli *c, store *to, const survey *in, const import_batch *batch,
                          const direction *way, ps_instant now, ps_event *made)
{
    ps_error err = {0};
    const int32_t most = batch->imported->as.imported.added.count + 1 + batch->void_count;
    new_void fresh = {.spans = cli_take(c, most, sizeof(ps_span))};
    buffer why = {0};
    buffer_format(&why, "import %s %s", id_of(batch), way->why);
    const char *kept = cli_text(c, why.text);
    buffer_free(&why);
    way->target(&fresh, batch);
    if (fresh.count > PS_SPANS_MAX) {
        return cli_complain(c, CLI_DATA, "import %s has too many gaps to be undone", id_of(batch));
    }
    fresh.event = (ps_event){
        .person = batch->person->id,
        .device = store_device(to),
        .at = now,
        .kind = PS_EVENT_voided,
        .as.voided = {{fresh.spans, fresh.count}, kept},
    };
    come_after(&fresh, history_of(in, batch->person));
    if (store_next_sequence(to, batch->person->id, &fresh.event.sequence, &err) != PS_OK) {
        return cli_fail(c, &err);
    }
    *made = fresh.event;
    return CLI_OK;
}

static cli_exit check_clock(cli *c, store *in, const survey *of, ps_instant now)
{
    int64_t newest = 0;
    for (int32_t i = 0; i < of->people.count; i++) {
        const data_history *at = &of->histories[i];
        const int64_t own = now_newest(at->events, at->count, store_device(in));
        if (own > newest) newest = own;
    }
    return now_check(c, now, newest);
}

/// A batch that another one brought comes back with that one.
static cli_exit refuse_inner(cli *c, const import_batch *batch, const import_batch *around)
{
    cli_complain(c, CLI_CONFLICT, "import %s came with import %s and was undone with it",
                 id_of(batch), id_of(around));
    buffer_format(&c->messages, "Both come back with: psoas import --redo %s\n", id_of(around));
    return CLI_CONFLICT;
}

static void put_change(cli *c, const import_batch *batch, const direction *way)
{
    buffer events = {0};
    data_put_count(&events, batch->events, "event", "events");
    paper_format(&c->page, INK_PLAIN, "%s: %s of %s from %s %s.", way->begun, events.text,
                 batch->person->name, batch->imported->as.imported.source, way->ended);
    paper_flow(&c->page, 0);
    buffer_free(&events);
}

static cli_exit change_batches(cli *c, store *in, const survey *of, const direction *way)
{
    const char *id = NULL;
    ps_instant now = {0};
    ps_error err = {0};
    cli_exit code = choose(c, of, cli_value(c, way->option), &id);
    if (code == CLI_OK) code = now_read(c, &now);
    if (code != CLI_OK) return code;
    assert(id);

    ps_event *made = cli_take(c, of->count, sizeof *made);
    int32_t count = 0;
    for (int32_t i = 0; i < of->count; i++) {
        const import_batches *among = NULL;
        const import_batch *batch = batch_at(of, i, &among);
        if (strcmp(id_of(batch), id) != 0) continue;
        if ((batch->void_count > 0) != way->finds_undone) continue;
        const import_batch *around = way->finds_undone ? import_batch_around(among, batch) : NULL;
        if (around) return refuse_inner(c, batch, around);
        code = make_void(c, in, of, batch, way, now, &made[count]);
        if (code != CLI_OK) return code;
        count++;
        put_change(c, batch, way);
    }
    if (count == 0) {
        paper_format(&c->page, INK_PLAIN, "Nothing to do: import %s %s.", id, way->nothing);
        paper_flow(&c->page, 0);
        return CLI_OK;
    }
    code = check_clock(c, in, of, now);
    if (code == CLI_OK && store_append(in, made, count, NULL, &err) != PS_OK) {
        code = cli_fail(c, &err);
    }
    if (code == CLI_OK) {
        paper_put(&c->page, INK_PLAIN, way->back);
        paper_flow(&c->page, 0);
        paper_format(&c->page, INK_NAME, "psoas import --%s %s", way->opposite, id);
        paper_row(&c->page, INDENT);
    } else {
        buffer_clear(&c->page.text); // it has not happened
    }
    return code;
}

static cli_exit change(cli *c, const direction *way)
{
    store *in = NULL;
    survey of = {0};
    cli_exit code = data_open(c, DATA_WRITE, &in);
    if (code == CLI_OK) code = look(c, in, &of);
    if (code == CLI_OK) code = change_batches(c, in, &of, way);
    forget(&of);
    store_close(in);
    return code;
}

cli_exit import_undo(cli *c) { return change(c, &undo); }
cli_exit import_redo(cli *c) { return change(c, &redo); }
