/// driver.c — what all engines share: errors in the same words, and the count of rows.
#include "shell/store/driver.h"

#include "shell/codec/event_json.h"

#include <string.h>

ps_code driver_row_conflict(const driver_row *row, ps_error *err)
{
    return ps_fail(err, PS_CONFLICT, (ps_place){0},
                   "event %lld of device '%.64s' for person '%.64s' is there with other content",
                   (long long)row->sequence, row->device, row->person);
}

ps_code driver_person_unknown(const char *name_or_id, ps_error *err)
{
    return ps_fail_unknown(err, (ps_place){0}, "person", ps_str_of(name_or_id), NULL);
}

ps_code driver_person_taken(const store_person *person, bool by_id, ps_error *err)
{
    if (by_id) {
        return ps_fail(err, PS_CONFLICT, (ps_place){0},
                       "there is somebody with the id '%s' already; choose another", person->id);
    }
    return ps_fail(err, PS_CONFLICT, (ps_place){0},
                   "there is somebody called '%s' already; choose another name", person->name);
}

ps_code driver_decode(const driver_row *row, ps_arena *arena, ps_event *event, ps_error *err)
{
    const int32_t kind = ps_enum_find(&ps_event_kind_names, ps_str_of(row->kind));
    if (kind == PS_NONE) {
        return ps_fail(
            err, PS_NEWER, (ps_place){0},
            "event %lld of device '%.64s' is a '%.40s', which this version does not know",
            (long long)row->sequence, row->device, row->kind);
    }
    event->person = row->person;
    event->device = row->device;
    event->sequence = row->sequence;
    event->at = row->at;
    event->kind = (ps_event_kind)kind;
    ps_error inner = {0};
    const ps_code code = event_body_read(row->body, arena, event, &inner);
    if (code == PS_OK || code == PS_NOMEM) {
        return code == PS_OK ? code : ps_fail(err, code, (ps_place){0}, "%s", inner.text);
    }
    return ps_fail(err, PS_CORRUPT, (ps_place){0},
                   "event %lld of device '%.64s' cannot be read (%.80s); restore a backup",
                   (long long)row->sequence, row->device, inner.text);
}

// ---- counting ----

typedef struct {
    store_facts *facts;
    ps_arena room; ///< for one event at a time
} count;

static ps_code count_person(void *context, const store_person *person, ps_error *err)
{
    (void)person;
    (void)err;
    ((count *)context)->facts->people++;
    return PS_OK;
}

static ps_code count_row(void *context, const driver_row *row, int32_t index, int32_t of,
                         ps_error *err)
{
    (void)index;
    (void)of;
    (void)err;
    count *into = context;
    ps_event event = {0};
    ps_error ignored = {0};
    ps_code code = driver_decode(row, &into->room, &event, &ignored);
    if (code == PS_OK) code = ps_event_check(&event, &ignored);
    if (code != PS_OK) into->facts->unreadable++;
    ps_arena_rewind(&into->room, 0);

    into->facts->events++;
    if (into->facts->newest_event_ms < row->at.ms) into->facts->newest_event_ms = row->at.ms;
    return PS_OK;
}

ps_code driver_count(driver *from, store_facts *facts, ps_error *err)
{
    count into = {.facts = facts};
    ps_code code = room_open(event_body_size(EVENT_JSON_MAX), &into.room, err);
    if (code == PS_OK) code = from->engine->people(from, count_person, &into, err);
    if (code == PS_OK) code = from->engine->rows(from, NULL, count_row, &into, err);
    room_close(&into.room);
    return code;
}
