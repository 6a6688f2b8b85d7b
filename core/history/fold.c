#include "base/sort.h"
#include "history/event.h"
#include "history/sessions.h"

#include <assert.h>
#include <string.h>

/// One key, with what became of its event.
typedef struct {
    const ps_event *event;  ///< as it was recorded
    const ps_event *counts; ///< what it says now: itself, or `with` of the last correction
    int32_t open;           ///< this slot or a later one that a void may take out: see open_from
    int64_t touches;        ///< how often a void or correction names it, in force or not
    bool voided;
} slot;

typedef struct {
    const ps_event *all;   ///< the events as they came
    slot *slots;           ///< by (device, sequence), each key once, and one more at the end
    int32_t count;         ///< of slots, without the one at the end
    const ps_event **list; ///< events on their way into the result
    int32_t *index, *spare;
} fold;

// ---- memory ----

/// How many events of each sort came in: at most so many go out.
typedef struct {
    int32_t plain, imports, voids, corrections, starts, sets;
} tally;

/// The arrays that a history points to.
typedef struct {
    const ps_event **events, **former, **said, **imports, **voids, **sets;
    bool *untouched;
    ps_session_record *records;
} results;

static tally tally_of(const ps_event *events, int32_t count)
{
    tally of = {0};
    for (int32_t i = 0; i < count; i++) {
        assert(strcmp(events[i].person, events[0].person) == 0);
        of.plain += ps__event_is_plain(&events[i]);
        of.imports += events[i].kind == PS_EVENT_imported;
        of.voids += events[i].kind == PS_EVENT_voided;
        of.corrections += events[i].kind == PS_EVENT_corrected;
        of.starts += events[i].kind == PS_EVENT_session_started;
        of.sets += events[i].kind == PS_EVENT_set_done;
    }
    return of;
}

static const ps_event **take_list(ps_arena *arena, int32_t count)
{
    return ps_arena_take(arena, count, sizeof(const ps_event *));
}

static bool take_results(tally of, ps_arena *arena, results *to)
{
    to->events = take_list(arena, of.plain);
    to->former = take_list(arena, of.plain + of.corrections);
    to->said = take_list(arena, of.plain + of.corrections);
    to->untouched = ps_arena_take(arena, of.plain + of.corrections, sizeof *to->untouched);
    to->imports = take_list(arena, of.imports);
    to->voids = take_list(arena, of.voids);
    to->sets = take_list(arena, of.sets);
    to->records = ps_arena_take(arena, of.starts, sizeof *to->records);
    return to->events && to->former && to->said && to->untouched && to->imports && to->voids &&
           to->sets && to->records;
}

static bool take_scratch(int32_t count, ps_arena *arena, fold *to)
{
    assert(count < INT32_MAX);
    to->slots = ps_arena_take(arena, count + 1, sizeof *to->slots);
    to->list = take_list(arena, count);
    to->index = ps_arena_take(arena, count, sizeof *to->index);
    to->spare = ps_arena_take(arena, count, sizeof *to->spare);
    return to->slots && to->list && to->index && to->spare;
}

size_t ps_history_size(int32_t count)
{
    // an event is plain, a correction, a void or an import; a plain one at most a start or a set
    enum { ARRAYS = 12 };
    const size_t result = 3 * sizeof(ps_event *) + sizeof(bool) + sizeof(ps_session_record);
    const size_t scratch = sizeof(slot) + sizeof(ps_event *) + 2 * sizeof(int32_t);
    const size_t fixed = sizeof(slot) + ARRAYS * _Alignof(max_align_t);
    const size_t most = (SIZE_MAX - fixed) / (result + scratch);
    return (size_t)count <= most ? fixed + (size_t)count * (result + scratch) : SIZE_MAX;
}

// ---- keys ----

static int32_t order_all_by_key(const void *context, int32_t a, int32_t b)
{
    const ps_event *all = context;
    const int32_t order = ps_event_key_order(&all[a], &all[b]);
    return order != 0 ? order : ps__event_compare(&all[a], &all[b]);
}

/// Makes the slots: every key once, with the first of its events in fold order.
static void make_slots(fold *of, int32_t count)
{
    for (int32_t i = 0; i < count; i++) of->index[i] = i;
    ps__sort(of->index, count, of->spare, order_all_by_key, of->all);

    for (int32_t i = 0; i < count; i++) {
        const ps_event *event = &of->all[of->index[i]];
        const ps_event *before = of->count > 0 ? of->slots[of->count - 1].event : NULL;
        if (before && ps_event_key_order(before, event) == 0) continue;
        of->slots[of->count] = (slot){.event = event, .counts = event, .open = of->count};
        of->count++;
    }
    of->slots[of->count].open = of->count;
}

/// The first slot whose key is (device, sequence) or behind it.
static int32_t slot_from(const fold *of, const char *device, int64_t sequence)
{
    int32_t low = 0, high = of->count;
    while (low < high) {
        const int32_t mid = low + (high - low) / 2;
        const ps_event *event = of->slots[mid].event;
        if (ps_key_order(event->device, event->sequence, device, sequence) < 0) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low;
}

/// The slot with this key, or PS_NONE.
static int32_t slot_with(const fold *of, const char *device, int64_t sequence)
{
    const int32_t at = slot_from(of, device, sequence);
    const ps_event *event = at < of->count ? of->slots[at].event : NULL;
    const bool same = event && ps_key_order(event->device, event->sequence, device, sequence) == 0;
    return same ? at : PS_NONE;
}

static int32_t order_slots(const void *context, int32_t a, int32_t b)
{
    const slot *slots = context;
    return ps_event_order(slots[a].event, slots[b].event);
}

/// Fills `index` with the slots of one kind in fold order; returns how many.
static int32_t index_kind(fold *of, ps_event_kind kind)
{
    int32_t found = 0;
    for (int32_t i = 0; i < of->count; i++) {
        if (of->slots[i].event->kind == kind) of->index[found++] = i;
    }
    ps__sort(of->index, found, of->spare, order_slots, of->slots);
    return found;
}

// ---- voids and corrections ----

/// The first slot from `at` on that is open; the end counts as open.
///
/// Slots are closed one by one and never opened again, so `open` is a union-find forest: each walk
/// halves the paths it takes, and a thousand voids of the same year cost no more than one.
static int32_t open_from(slot *slots, int32_t at)
{
    while (slots[at].open != at) {
        slots[at].open = slots[slots[at].open].open;
        at = slots[at].open;
    }
    return at;
}

static void shut(slot *slots, int32_t at) { slots[at].open = at + 1; }

static void take_out(fold *of, ps_span span)
{
    const int32_t end = slot_from(of, span.device, span.last + 1);
    int32_t at = open_from(of->slots, slot_from(of, span.device, span.first));
    while (at < end) {
        of->slots[at].voided = true;
        shut(of->slots, at);
        at = open_from(of->slots, at);
    }
}

static void apply_voids(fold *of, const results *to, ps_history *out)
{
    // last to first: whether a void acts is known when its turn comes, since only a later void can
    // take it out. That an earlier one may still mark it is no matter: it has acted
    const int32_t count = index_kind(of, PS_EVENT_voided);
    int32_t first = count; // those that act fill the list from its end
    for (int32_t i = count - 1; i >= 0; i--) {
        const slot *by = &of->slots[of->index[i]];
        if (by->voided) continue;
        to->voids[--first] = by->event;
        const ps_spans targets = by->event->as.voided.targets;
        for (int32_t k = 0; k < targets.count; k++) take_out(of, targets.at[k]);
    }
    out->voids = to->voids + first;
    out->void_count = count - first;
}

/// The slot that a correction stands for, or PS_NONE when it is not there or of another kind.
static int32_t target_of(const fold *of, const ps_event *corrected)
{
    const ps_corrected *body = &corrected->as.corrected;
    const int32_t at = slot_with(of, body->device, body->sequence);
    return at != PS_NONE && of->slots[at].event->kind == body->with->kind ? at : PS_NONE;
}

static void apply_corrections(fold *of)
{
    // first to last, so that the last one stays
    const int32_t count = index_kind(of, PS_EVENT_corrected);
    for (int32_t i = 0; i < count; i++) {
        const slot *by = &of->slots[of->index[i]];
        const int32_t at = by->voided ? PS_NONE : target_of(of, by->event);
        if (at != PS_NONE) of->slots[at].counts = by->event->as.corrected.with;
    }
}

/// Counts how often each slot is named.
static void count_touches(fold *of)
{
    // first how many more names a slot has than the one before it, so that a span costs no more
    // than a single event
    for (int32_t i = 0; i < of->count; i++) {
        const ps_event *by = of->slots[i].event;
        if (by->kind == PS_EVENT_corrected) {
            const ps_corrected *body = &by->as.corrected;
            of->slots[slot_from(of, body->device, body->sequence)].touches++;
            of->slots[slot_from(of, body->device, body->sequence + 1)].touches--;
        }
        for (int32_t k = 0; by->kind == PS_EVENT_voided && k < by->as.voided.targets.count; k++) {
            const ps_span *span = &by->as.voided.targets.at[k];
            of->slots[slot_from(of, span->device, span->first)].touches++;
            of->slots[slot_from(of, span->device, span->last + 1)].touches--;
        }
    }
    for (int32_t i = 1; i < of->count; i++) of->slots[i].touches += of->slots[i - 1].touches;
}

static bool is_untouched(const fold *of, const slot *at)
{
    if (at->touches > 0 || at->event->kind != PS_EVENT_corrected) return at->touches == 0;
    const int32_t target = target_of(of, at->event);
    return target != PS_NONE && of->slots[target].touches == 1;
}

// ---- the result ----

static int32_t order_list(const void *context, int32_t a, int32_t b)
{
    const ps_event *const *list = context;
    return ps__event_compare(list[a], list[b]);
}

/// Writes the first `count` events of `list` in fold order.
static void put_sorted(fold *of, int32_t count, const ps_event **to)
{
    for (int32_t i = 0; i < count; i++) of->index[i] = i;
    ps__sort(of->index, count, of->spare, order_list, of->list);
    for (int32_t i = 0; i < count; i++) to[i] = of->list[of->index[i]];
}

static bool is_in_force(const slot *of) { return ps__event_is_plain(of->event) && !of->voided; }

static void gather_events(fold *of, const results *to, ps_history *out)
{
    for (int32_t i = 0; i < of->count; i++) {
        const slot *at = &of->slots[i];
        if (is_in_force(at)) of->list[out->count++] = at->counts;
        if (is_in_force(at) && at->counts != at->event) out->corrected++;
        if (ps__event_is_plain(at->event) && at->voided) out->voided++;
    }
    put_sorted(of, out->count, to->events);
    out->events = to->events;
}

static void gather_former(fold *of, const results *to, ps_history *out)
{
    for (int32_t i = 0; i < of->count; i++) {
        const slot *at = &of->slots[i];
        if (at->event->kind == PS_EVENT_corrected) {
            const ps_event *with = at->event->as.corrected.with;
            const int32_t target = target_of(of, at->event);
            const bool counts = target != PS_NONE && is_in_force(&of->slots[target]) &&
                                of->slots[target].counts == with;
            if (!counts) of->list[out->former_count++] = with;
        } else if (ps__event_is_plain(at->event) && (at->voided || at->counts != at->event)) {
            of->list[out->former_count++] = at->event;
        }
    }
    put_sorted(of, out->former_count, to->former);
    out->former = to->former;
}

static void gather_said(fold *of, const results *to, ps_history *out)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_event *event = of->slots[i].event;
        if (!ps__event_is_plain(event) && event->kind != PS_EVENT_corrected) continue;
        of->index[out->said_count++] = i;
    }
    ps__sort(of->index, out->said_count, of->spare, order_slots, of->slots);
    for (int32_t i = 0; i < out->said_count; i++) {
        const slot *at = &of->slots[of->index[i]];
        to->said[i] = at->event;
        to->untouched[i] = is_untouched(of, at);
    }
    out->said = to->said;
    out->untouched = to->untouched;
}

static void gather_imports(fold *of, const results *to, ps_history *out)
{
    const int32_t count = index_kind(of, PS_EVENT_imported);
    for (int32_t i = 0; i < count; i++) {
        const slot *at = &of->slots[of->index[i]];
        if (!at->voided) to->imports[out->import_count++] = at->event;
    }
    out->imports = to->imports;
}

static int64_t latest_ms(const ps_event *events, int32_t count)
{
    int64_t latest = 0;
    for (int32_t i = 0; i < count; i++) {
        if (events[i].at.ms > latest) latest = events[i].at.ms;
    }
    return latest;
}

ps_code ps_history_fold(const ps_event *events, int32_t count, ps_arena *arena, ps_history *history,
                        ps_error *err)
{
    const size_t before = arena->used;
    results to = {0};
    fold of = {.all = events};
    const bool room = take_results(tally_of(events, count), arena, &to);
    const size_t after = arena->used;
    if (!room || !take_scratch(count, arena, &of)) {
        ps_arena_rewind(arena, before);
        return ps_fail(err, PS_NOMEM, (ps_place){0, 0},
                       "want up to %zu bytes of memory to fold %d events", ps_history_size(count),
                       count);
    }

    make_slots(&of, count);
    ps_history out = {.duplicates = count - of.count, .last_ms = latest_ms(events, count)};
    apply_voids(&of, &to, &out);
    apply_corrections(&of);
    count_touches(&of);
    gather_events(&of, &to, &out);
    gather_former(&of, &to, &out);
    gather_said(&of, &to, &out);
    gather_imports(&of, &to, &out);
    out.session_count =
        ps__sessions_make(out.events, out.count, to.records, to.sets, of.index, of.spare);
    out.sessions = to.records;

    // the scratch lies behind the results
    ps_arena_rewind(arena, after);
    *history = out;
    return PS_OK;
}

static uint64_t session_digest(const ps_session_record *record, uint64_t digest)
{
    digest = ps_struct_digest(&ps__event_head, record->started, digest);
    digest = ps_digest_long(digest, record->day);
    digest = ps_digest_long(digest, record->set_count);
    for (int32_t i = 0; i < record->set_count; i++) {
        digest = ps_struct_digest(&ps__event_head, record->sets[i], digest);
    }
    if (!record->ended) return ps_digest_long(digest, PS_NONE);
    return ps_struct_digest(&ps__event_head, record->ended, digest);
}

uint64_t ps_history_digest(const ps_history *history)
{
    uint64_t digest = ps_digest_long(0, history->count);
    for (int32_t i = 0; i < history->count; i++) {
        digest = ps__event_digest(history->events[i], digest);
    }
    digest = ps_digest_long(digest, history->session_count);
    for (int32_t i = 0; i < history->session_count; i++) {
        digest = session_digest(&history->sessions[i], digest);
    }
    return digest;
}
