// The imports of a history, and the voids that have taken them out.
#include "shell/cli/import.h"

#include <string.h>

// ---- voids ----

bool import_covers(ps_spans spans, const char *device, int64_t sequence)
{
    for (int32_t i = 0; i < spans.count; i++) {
        const ps_span *span = &spans.at[i];
        const bool within = span->first <= sequence && sequence <= span->last;
        if (within && strcmp(span->device, device) == 0) return true;
    }
    return false;
}

/// Puts the voids that act on `event`, in fold order, into `found`; returns how many.
static int32_t acting_on(const ps_history *in, const ps_event *event, const ps_event **found)
{
    int32_t count = 0;
    for (int32_t i = 0; i < in->void_count; i++) {
        const ps_spans targets = in->voids[i]->as.voided.targets;
        if (import_covers(targets, event->device, event->sequence)) found[count++] = in->voids[i];
    }
    return count;
}

// ---- batches ----

static int64_t events_in(ps_spans spans)
{
    int64_t events = 0;
    for (int32_t i = 0; i < spans.count; i++) events += spans.at[i].last - spans.at[i].first + 1;
    return events;
}

import_batches import_batches_of(cli *c, const store_person *person, const data_history *of)
{
    import_batches found = {0};
    for (int32_t i = 0; i < of->count; i++) found.count += of->events[i].kind == PS_EVENT_imported;
    found.at = cli_take(c, found.count, sizeof *found.at);
    if (found.count == 0) return found;

    const ps_event **by = cli_take(c, of->history.void_count, sizeof *by);
    int32_t next = 0;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_event *event = &of->events[i];
        if (event->kind != PS_EVENT_imported) continue;
        import_batch *batch = &found.at[next++];
        const int32_t count = acting_on(&of->history, event, by);
        const ps_event **kept = cli_take(c, count, sizeof *kept);
        for (int32_t k = 0; k < count; k++) kept[k] = by[k];
        *batch = (import_batch){
            .person = person,
            .imported = event,
            .voids = kept,
            .void_count = count,
            .events = events_in(event->as.imported.added),
        };
    }
    return found;
}

const import_batch *import_batch_around(const import_batches *in, const import_batch *batch)
{
    const ps_event *event = batch->imported;
    for (int32_t i = 0; i < in->count; i++) {
        const import_batch *other = &in->at[i];
        const ps_imported *body = &other->imported->as.imported;
        const bool brought = import_covers(body->added, event->device, event->sequence);
        if (other == batch || !brought || other->void_count == 0) continue;
        // taken out by one and the same void
        for (int32_t k = 0; k < batch->void_count; k++) {
            const ps_spans targets = batch->voids[k]->as.voided.targets;
            if (import_covers(targets, other->imported->device, other->imported->sequence)) {
                return other;
            }
        }
    }
    return NULL;
}
