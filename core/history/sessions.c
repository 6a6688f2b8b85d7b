#include "history/sessions.h"

#include "base/sort.h"

#include <string.h>

/// Records by session id: `index` holds record numbers sorted by id, each id once.
typedef struct {
    const ps_session_record *records;
    const int32_t *index;
    int32_t count;
} id_index;

static const char *id_of(const ps_session_record *record)
{
    return record->started->as.session_started.session;
}

static int32_t order_by_id(const void *context, int32_t a, int32_t b)
{
    const ps_session_record *records = context;
    return strcmp(id_of(&records[a]), id_of(&records[b]));
}

/// The record of the session called `id`, or PS_NONE.
static int32_t find(const id_index *by_id, const char *id)
{
    int32_t low = 0, high = by_id->count;
    while (low < high) {
        const int32_t mid = low + (high - low) / 2;
        const int32_t order = strcmp(id_of(&by_id->records[by_id->index[mid]]), id);
        if (order == 0) return by_id->index[mid];
        if (order < 0) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return PS_NONE;
}

static int32_t take_starts(const ps_event *const *events, int32_t count, ps_session_record *records)
{
    int32_t taken = 0;
    for (int32_t i = 0; i < count; i++) {
        if (events[i]->kind != PS_EVENT_session_started) continue;
        records[taken++] =
            (ps_session_record){.started = events[i], .day = ps_local_day(events[i]->at)};
    }
    return taken;
}

/// Sorts the records by id and leaves out those whose id was started before.
static id_index index_by_id(ps_session_record *records, int32_t count, int32_t *index,
                            int32_t *spare)
{
    for (int32_t i = 0; i < count; i++) index[i] = i;
    ps__sort(index, count, spare, order_by_id, records);

    // the sort is stable and the records are in fold order: the first of equal ids is the earliest
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++) {
        if (kept > 0 && order_by_id(records, index[kept - 1], index[i]) == 0) continue;
        index[kept++] = index[i];
    }
    return (id_index){records, index, kept};
}

/// The session that a set_done or session_ended names; NULL for other events.
static const char *session_named(const ps_event *event)
{
    if (event->kind == PS_EVENT_set_done) return event->as.set_done.session;
    if (event->kind == PS_EVENT_session_ended) return event->as.session_ended.session;
    return NULL;
}

/// Fills `record_of` with the record that each event belongs to, or PS_NONE.
static void match(const ps_event *const *events, int32_t count, const id_index *by_id,
                  int32_t *record_of)
{
    // sets of one session follow one another, so the last answer is mostly the next
    const char *last_id = NULL;
    int32_t last = PS_NONE;
    for (int32_t i = 0; i < count; i++) {
        const char *id = session_named(events[i]);
        record_of[i] = PS_NONE;
        if (!id) continue;
        if (!last_id || strcmp(id, last_id) != 0) {
            last = find(by_id, id);
            last_id = id;
        }
        record_of[i] = last;
    }
}

/// Gives each record its part of `sets`, then fills the parts in fold order.
static void attach(const ps_event *const *events, int32_t count, const int32_t *record_of,
                   ps_session_record *records, int32_t record_count, const ps_event **sets)
{
    for (int32_t i = 0; i < count; i++) {
        if (record_of[i] == PS_NONE) continue;
        ps_session_record *record = &records[record_of[i]];
        if (events[i]->kind == PS_EVENT_set_done) record->set_count++;
        if (events[i]->kind == PS_EVENT_session_ended) record->ended = events[i];
    }
    int32_t used = 0;
    for (int32_t i = 0; i < record_count; i++) {
        records[i].sets = sets + used;
        used += records[i].set_count;
        records[i].set_count = 0;
    }
    for (int32_t i = 0; i < count; i++) {
        if (record_of[i] == PS_NONE || events[i]->kind != PS_EVENT_set_done) continue;
        ps_session_record *record = &records[record_of[i]];
        sets[(record->sets - sets) + record->set_count++] = events[i];
    }
}

/// Moves the records that `by_id` names to the front, in fold order.
static int32_t keep_indexed(ps_session_record *records, int32_t count, const id_index *by_id,
                            int32_t *is_kept)
{
    for (int32_t i = 0; i < count; i++) is_kept[i] = 0;
    for (int32_t i = 0; i < by_id->count; i++) is_kept[by_id->index[i]] = 1;
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++) {
        if (is_kept[i]) records[kept++] = records[i];
    }
    return kept;
}

int32_t ps__sessions_make(const ps_event *const *events, int32_t count, ps_session_record *records,
                          const ps_event **sets, int32_t *index, int32_t *spare)
{
    const int32_t started = take_starts(events, count, records);
    const id_index by_id = index_by_id(records, started, index, spare);
    match(events, count, &by_id, spare);
    attach(events, count, spare, records, started, sets);
    return keep_indexed(records, started, &by_id, spare);
}
