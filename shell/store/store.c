/// store.c — from events to rows and back; who waits for the writer and who does not.
#include "shell/store/store.h"

#include "shell/codec/event_json.h"
#include "shell/store/sqlite.h"
#include "shell/store/writer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct store {
    driver *rows;
    writer *writes; ///< NULL when read-only
};

// ---- opening ----

ps_code store_over(driver *rows, store **opened, ps_error *err)
{
    ps_code code = PS_OK;
    store *made = calloc(1, sizeof *made);
    if (!made) {
        code = ps_fail(err, PS_NOMEM, (ps_place){0}, "no memory for a store");
        goto done;
    }
    made->rows = rows;
    if (!rows->read_only) code = writer_start(rows, &made->writes, err);
    if (code != PS_OK) goto done;
    *opened = made;
    made = NULL;
    rows = NULL;

done:
    free(made);
    if (rows) rows->engine->close(rows);
    return code;
}

ps_code store_open_sqlite(const char *folder, store_options options, store **opened, ps_error *err)
{
    driver *rows = NULL;
    const ps_code code = sqlite_open(folder, options, sqlite_settings_defaults(), &rows, err);
    return code == PS_OK ? store_over(rows, opened, err) : code;
}

void store_close(store *of)
{
    if (!of) return;
    writer_stop(of->writes);
    of->rows->engine->close(of->rows);
    free(of);
}

driver *store_driver(store *of) { return of->rows; }

const char *store_device(store *of) { return of->rows->device; }

// ---- adding ----

/// Writes the texts of an event behind one another; point_rows then points to them.
static void encode(buffer *to, const ps_event *event, driver_row *row)
{
    buffer_add(to, event->person, strlen(event->person) + 1);
    buffer_add(to, event->device, strlen(event->device) + 1);
    const size_t body = to->len;
    event_body_write(to, event);
    row->body.len = (int32_t)(to->len - body);
    buffer_add(to, "", 1);

    row->sequence = event->sequence;
    row->at = event->at;
    row->kind = ps_event_kind_names.names[event->kind];
}

/// Only now, because the buffer moves while it grows.
static void point_rows(job *of)
{
    const char *at = of->text;
    for (int32_t i = 0; i < of->count; i++) {
        driver_row *row = &of->rows[i];
        assert(at);
        row->person = at;
        row->device = row->person + strlen(row->person) + 1;
        row->body.ptr = row->device + strlen(row->device) + 1;
        at = row->body.ptr + row->body.len + 1;
    }
}

/// What is to be added together.
typedef struct {
    const store_person *people;
    int32_t people_count;
    const ps_event *events;
    int32_t count;
} batch;

/// A job made of what is checked and copied. Errors: as store_append_with_people.
static ps_code append_job(store *to, const batch *of, job **made, ps_error *err)
{
    const int32_t count = of->count;
    assert(count >= 0 && of->people_count >= 0);
    if (!to->writes) {
        return ps_fail(err, PS_DENIED, (ps_place){0},
                       "the store was opened for reading only; nothing was added");
    }
    for (int32_t i = 0; i < count; i++) {
        const ps_code code = ps_event_check(&of->events[i], err);
        if (code != PS_OK) return code;
    }
    job *append = job_make(JOB_APPEND, of->people_count, count);
    if (!append) return ps_fail(err, PS_NOMEM, (ps_place){0}, "no memory for %d events", count);
    for (int32_t i = 0; i < of->people_count; i++) {
        store_person *person = &append->people[i];
        const ps_code code = store_person_fill(of->people[i].name, of->people[i].id, person, err);
        if (code != PS_OK) {
            job_free(append);
            return code;
        }
        const int64_t created_ms = of->people[i].created_ms;
        person->created_ms = created_ms > 0 ? created_ms : id_now_ms();
    }

    buffer text = {0};
    for (int32_t i = 0; i < count; i++) encode(&text, &of->events[i], &append->rows[i]);
    append->text = text.text;
    append->bytes = text.len + (size_t)of->people_count * sizeof *append->people;
    point_rows(append);
    *made = append;
    return PS_OK;
}

ps_code store_submit(store *to, const ps_event *events, int32_t count, store_done *done,
                     void *context, ps_error *err)
{
    job *made = NULL;
    const ps_code code = append_job(to, &(batch){NULL, 0, events, count}, &made, err);
    if (code != PS_OK) return code;
    made->done = done;
    made->context = context;
    return writer_submit(to->writes, made, err);
}

ps_code store_append(store *to, const ps_event *events, int32_t count, store_appended *appended,
                     ps_error *err)
{
    return store_append_with_people(to, NULL, 0, events, count, appended, err);
}

ps_code store_append_with_people(store *to, const store_person *people, int32_t people_count,
                                 const ps_event *events, int32_t count, store_appended *appended,
                                 ps_error *err)
{
    job *made = NULL;
    const batch all = {people, people_count, events, count};
    const ps_code code = append_job(to, &all, &made, err);
    return code == PS_OK ? writer_wait(to->writes, made, appended, err) : code;
}

ps_code store_write_person(store *to, job_kind kind, const store_person *person, ps_error *err)
{
    if (!to->writes) {
        return ps_fail(err, PS_DENIED, (ps_place){0},
                       "the store was opened for reading only; nothing was changed");
    }
    job *change = job_make(kind, 0, 0);
    if (!change) return ps_fail(err, PS_NOMEM, (ps_place){0}, "no memory for a change");
    change->person = *person;
    return writer_wait(to->writes, change, NULL, err);
}

// ---- reading ----

ps_code store_next_sequence(store *from, const char *person, int64_t *sequence, ps_error *err)
{
    int64_t last = 0;
    const ps_code code =
        from->rows->engine->last_sequence(from->rows, person, from->rows->device, &last, err);
    if (code != PS_OK) return code;
    if (last >= PS_SEQUENCE_MAX) {
        return ps_fail(err, PS_RANGE, (ps_place){0},
                       "the numbers of this device for '%.64s' are used up; restoring a backup "
                       "gives the store a new device",
                       person);
    }
    *sequence = last + 1;
    return PS_OK;
}

typedef struct {
    ps_arena *arena;
    ps_event *events;
    int32_t count;
    const char *person, *device; ///< the last ones, which most rows repeat
} reading;

/// `text` in the arena, the copy of `last` when it is the same. NULL when the arena is full.
static const char *kept(ps_arena *arena, const char *text, const char *last)
{
    return last && strcmp(last, text) == 0 ? last : ps_arena_text(arena, ps_str_of(text));
}

static ps_code read_row(void *context, const driver_row *row, int32_t index, int32_t count,
                        ps_error *err)
{
    reading *into = context;
    if (index == 0) into->events = ps_arena_take(into->arena, count, sizeof *into->events);
    into->person = kept(into->arena, row->person, into->person);
    into->device = kept(into->arena, row->device, into->device);
    if (!into->events || !into->person || !into->device) {
        return ps_fail(err, PS_NOMEM, (ps_place){0}, "no room for a history of %d events", count);
    }
    driver_row lasting = *row;
    lasting.person = into->person;
    lasting.device = into->device;
    into->count = index + 1;
    return driver_decode(&lasting, into->arena, &into->events[index], err);
}

ps_code store_read(store *from, const char *person, ps_arena *arena, const ps_event **events,
                   int32_t *count, ps_error *err)
{
    const size_t used = arena->used;
    reading into = {.arena = arena};
    const ps_code code = from->rows->engine->rows(from->rows, person, read_row, &into, err);
    if (code != PS_OK) {
        ps_arena_rewind(arena, used);
        return code;
    }
    *events = into.events;
    *count = into.count;
    return PS_OK;
}

/// What read_row takes at most, each piece with what aligning it may cost.
static ps_code measure_row(void *context, const driver_row *row, int32_t index, int32_t count,
                           ps_error *err)
{
    enum { ALIGN = _Alignof(max_align_t) };
    (void)index;
    (void)count;
    (void)err;
    size_t *bytes = context;
    *bytes += sizeof(ps_event) + strlen(row->person) + strlen(row->device) + 2 + 3 * ALIGN +
              event_body_size((size_t)row->body.len);
    return PS_OK;
}

ps_code store_read_size(store *from, const char *person, size_t *bytes, ps_error *err)
{
    size_t sum = 0;
    const ps_code code = from->rows->engine->rows(from->rows, person, measure_row, &sum, err);
    if (code == PS_OK) *bytes = sum;
    return code;
}
