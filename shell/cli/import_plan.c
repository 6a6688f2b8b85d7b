// What an import would do: each event of the file is new here, here already, or in conflict.
#include "shell/cli/import.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    CONFLICTS_SHOWN = 10,
    OWN_AHEAD_MAX = 1000000 ///< that a file may skip of the numbers this machine has yet to give
};

// ---- who gets the events ----

/// A person of the file who is not here yet: nobody here may have the name.
static cli_exit check_name(cli *c, store *from, const import_plan *plan,
                           const import_target *target)
{
    const char *name = target->from->name;
    store_person other = {0};
    ps_error ignored = {0};
    if (from && store_person_find(from, name, &other, &ignored) == PS_OK) {
        cli_complain(c, CLI_CONFLICT, "somebody else here is called %s", other.name);
        buffer_format(&c->messages,
                      "Is it the same person? Add --person '%s'. If not, rename one of them first: "
                      "psoas person rename\n",
                      other.name);
        return CLI_CONFLICT;
    }
    for (const import_target *at = plan->targets; at < target; at++) {
        if (!at->fresh || strcasecmp(at->from->name, name) != 0) continue;
        return cli_complain(c, CLI_CONFLICT,
                            "two people of the file are called %s (lines %d and %d); rename one of "
                            "them in the file",
                            name, at->from->line, target->from->line);
    }
    return CLI_OK;
}

static cli_exit choose_target(cli *c, store *from, const char *person, const import_plan *plan,
                              import_target *target)
{
    ps_error ignored = {0};
    const import_person *of = target->from;
    if (person && from) return data_person_named(c, from, person, &target->into);
    if (person) {
        cli_complain(c, CLI_NOT_FOUND, "there is nobody called %s here yet", person);
        buffer_text(&c->messages, "Without --person the import adds the person of the file.\n");
        return CLI_NOT_FOUND;
    }
    store_person found = {0};
    const bool known = from && store_person_find(from, of->id, &found, &ignored) == PS_OK &&
                       strcmp(found.id, of->id) == 0;
    if (known) {
        target->into = found;
        return CLI_OK;
    }
    target->fresh = true;
    memcpy(target->into.id, of->id, strlen(of->id) + 1); // the header's table limits both
    memcpy(target->into.name, of->name, strlen(of->name) + 1);
    target->into.created_ms = of->created_ms;
    return check_name(c, from, plan, target);
}

// ---- comparing ----

/// The event as one of `person`. Only a correction holds another event.
static ps_event for_person(const ps_event *event, const char *person, ps_arena *room)
{
    ps_event copy = *event;
    copy.person = person;
    if (event->kind != PS_EVENT_corrected) return copy;
    ps_event *with = ps_arena_take(room, 1, sizeof *with);
    if (!with) abort(); // room_for of the parser has reckoned with it
    *with = *event->as.corrected.with;
    with->person = person;
    copy.as.corrected.with = with;
    return copy;
}

static int order_by_key(const void *a, const void *b)
{
    return ps_event_key_order(*(const ps_event *const *)a, *(const ps_event *const *)b);
}

/// What is stored of a person, by key.
typedef struct {
    ps_arena room;
    const ps_event **at;
    int32_t count, next; ///< `next` was not passed yet
} stored;

static cli_exit sort_stored(cli *c, const data_history *there, stored *sorted)
{
    ps_error err = {0};
    *sorted = (stored){.count = there->count};
    const size_t size = ((size_t)there->count + 2) * sizeof *sorted->at;
    if (room_open(size, &sorted->room, &err) != PS_OK) return cli_fail(c, &err);
    sorted->at = ps_arena_take(&sorted->room, there->count + 1, sizeof *sorted->at);
    for (int32_t i = 0; i < there->count; i++) sorted->at[i] = &there->events[i];
    if (there->count > 1) {
        qsort(sorted->at, (size_t)there->count, sizeof *sorted->at, order_by_key);
    }
    return CLI_OK;
}

/// The stored event with this key, or NULL. Keys are asked for in their order.
static const ps_event *stored_with(stored *in, const ps_event *key)
{
    while (in->next < in->count && ps_event_key_order(in->at[in->next], key) < 0) in->next++;
    if (in->next == in->count || ps_event_key_order(in->at[in->next], key) != 0) return NULL;
    return in->at[in->next];
}

static void name_conflict(cli *c, import_plan *plan, const import_event *event)
{
    if (plan->conflicts++ >= CONFLICTS_SHOWN) return;
    const ps_event *of = &event->event;
    cli_complain(c, CLI_CONFLICT,
                 "line %d: event %lld of device %s (%s) is here with other content", event->line,
                 (long long)of->sequence, of->device, ps_event_kind_names.names[of->kind]);
}

static void count_added(import_target *target, const ps_event *event)
{
    const int64_t ms = event->at.ms;
    target->kinds[event->kind]++;
    if (target->added_count == 0 || ms < target->first_ms) target->first_ms = ms;
    if (target->added_count == 0 || ms > target->last_ms) target->last_ms = ms;
    target->added_count++;
}

static void count_day(import_target *target, ps_day day, bool begun)
{
    if (!begun || day < target->first) target->first = day;
    if (!begun || day > target->last) target->last = day;
}

/// The last number that this machine has given to an event of the person; 0 without one.
static int64_t own_stored(const char *device, const data_history *there)
{
    int64_t last = 0;
    for (int32_t i = 0; i < there->count; i++) {
        const ps_event *event = &there->events[i];
        if (event->sequence > last && strcmp(event->device, device) == 0) last = event->sequence;
    }
    return last;
}

/// New events that this machine is said to have made: it goes on counting behind them, so one far
/// ahead, which only a file that was tampered with has, would use up its numbers.
static cli_exit check_own(cli *c, const import_event *at, int64_t last)
{
    const int64_t sequence = at->event.sequence, most = last + OWN_AHEAD_MAX;
    if (sequence <= most) return CLI_OK;
    cli_complain(c, CLI_DATA,
                 "line %d: event %lld of device %s, which is this machine: it has counted to %lld "
                 "here, want at most %lld",
                 at->line, (long long)sequence, at->event.device, (long long)last, (long long)most);
    buffer_text(&c->messages, "Nothing was imported.\n");
    return CLI_DATA;
}

static cli_exit compare(cli *c, const char *device, import_file *file, import_plan *plan,
                        import_target *target)
{
    stored sorted = {0};
    cli_exit code = sort_stored(c, &target->there, &sorted);
    if (code != CLI_OK) return code;

    const import_person *from = target->from;
    ps_event *added = ps_arena_take(&file->room, from->count + 1, sizeof *added);
    if (!added) abort();
    const bool same_id = strcmp(from->id, target->into.id) == 0;
    const int64_t last = device ? own_stored(device, &target->there) : 0;
    for (int32_t i = 0; code == CLI_OK && i < from->count; i++) {
        const import_event *at = &file->events[from->first + i];
        const ps_event event =
            same_id ? at->event : for_person(&at->event, target->into.id, &file->room);
        const ps_event *there = stored_with(&sorted, &event);
        count_day(target, ps_local_day(event.at), i > 0);
        const bool own = device && strcmp(event.device, device) == 0;
        if (own) target->own_last = event.sequence;
        if (own && !there) code = check_own(c, at, last);
        if (!there) {
            added[target->added_count] = event;
            count_added(target, &event);
        } else if (ps_event_same(there, &event)) {
            target->present++;
        } else {
            name_conflict(c, plan, at);
        }
    }
    target->added = added;
    room_close(&sorted.room);
    return code;
}

/// The runs of new events. One place of the void that undoes them is for the import itself.
static cli_exit find_spans(cli *c, import_file *file, import_target *target)
{
    ps_span *spans = ps_arena_take(&file->room, target->added_count + 1, sizeof *spans);
    if (!spans) abort();
    int32_t count = 0;
    for (int32_t i = 0; i < target->added_count; i++) {
        const ps_event *event = &target->added[i];
        ps_span *last = count > 0 ? &spans[count - 1] : NULL;
        if (last && strcmp(last->device, event->device) == 0 && last->last + 1 == event->sequence) {
            last->last++;
        } else {
            spans[count++] = (ps_span){event->device, event->sequence, event->sequence};
        }
    }
    if (count >= PS_SPANS_MAX) {
        return cli_complain(c, CLI_DATA,
                            "the new events have %d gaps between them, want fewer than %d; divide "
                            "the file",
                            count, (int)PS_SPANS_MAX);
    }
    target->spans = (ps_spans){spans, count};
    return CLI_OK;
}

// ---- the plan ----

static void explain_conflicts(cli *c, const import_plan *plan, const char *person)
{
    if (plan->conflicts > CONFLICTS_SHOWN) {
        buffer_format(&c->messages, "and %d more\n", plan->conflicts - CONFLICTS_SHOWN);
    }
    if (person) {
        buffer_text(&c->messages, "What two people entered on one machine is counted alike and "
                                  "cannot be put together.\n");
    }
    buffer_text(&c->messages, "Nothing was imported.\n");
}

cli_exit import_plan_make(cli *c, store *from, import_file *file, const char *person,
                          import_plan *plan)
{
    *plan = (import_plan){0};
    if (person && file->people_count > 1) {
        return cli_usage(c, "--person wants a file with one person, not %d", file->people_count);
    }
    plan->targets = cli_take(c, file->people_count, sizeof *plan->targets);
    for (int32_t i = 0; i < file->people_count; i++) {
        import_target *target = &plan->targets[i];
        target->from = &file->people[i];
        cli_exit code = choose_target(c, from, person, plan, target);
        plan->count++;
        if (code == CLI_OK && !target->fresh) {
            code = data_read(c, from, &target->into, &target->there);
        }
        if (code == CLI_OK) code = compare(c, from ? store_device(from) : NULL, file, plan, target);
        if (code == CLI_OK) code = find_spans(c, file, target);
        if (code != CLI_OK) return code;
        plan->added += target->added_count;
        plan->present += target->present;
    }
    if (plan->conflicts > 0) explain_conflicts(c, plan, person);
    return CLI_OK;
}

void import_plan_forget(import_plan *of)
{
    for (int32_t i = 0; i < of->count; i++) data_forget(&of->targets[i].there);
    *of = (import_plan){0};
}
