/// story.h — small histories for tests of the fold, built event by event.
#ifndef PS_TEST_STORY_H
#define PS_TEST_STORY_H

#include "events.h"
#include "test.h"

enum { EVENTS_MAX = 64, WITHS_MAX = EVENTS_MAX, SPANS_MAX = 3 * EVENTS_MAX, MINUTE_MS = 60000 };

/// Each call adds one event and returns it.
typedef struct {
    ps_event events[EVENTS_MAX], withs[WITHS_MAX];
    ps_span spans[SPANS_MAX];
    int32_t count, with_count, span_count;
} story;

static inline ps_event *tell(story *of, ps_event_kind kind, const char *device, int64_t sequence,
                             int32_t minute)
{
    ps_event *event = &of->events[of->count++];
    *event = event_of(kind, device, sequence);
    event->at.ms = EVENT_MS + (int64_t)minute * MINUTE_MS;
    return event;
}

/// Takes out first..last of `target`.
static inline ps_event *tell_void(story *of, const char *device, int64_t sequence, int32_t minute,
                                  const char *target, int64_t first, int64_t last)
{
    ps_event *event = tell(of, PS_EVENT_voided, device, sequence, minute);
    ps_span *span = &of->spans[of->span_count++];
    *span = (ps_span){target, first, last};
    event->as.voided.targets = (ps_spans){span, 1};
    return event;
}

/// Puts `with` in the place of the event with the same key.
static inline ps_event *tell_correction(story *of, const char *device, int64_t sequence,
                                        int32_t minute, const ps_event *with)
{
    ps_event *event = tell(of, PS_EVENT_corrected, device, sequence, minute);
    ps_event *copy = &of->withs[of->with_count++];
    *copy = *with;
    event->as.corrected = (ps_corrected){with->device, with->sequence, "a slip", copy};
    return event;
}

static inline ps_event morning(const char *device, int64_t sequence, int32_t minute, int32_t pain)
{
    ps_event event = event_of(PS_EVENT_morning_reported, device, sequence);
    event.at.ms = EVENT_MS + (int64_t)minute * MINUTE_MS;
    event.as.morning_reported.pain = pain;
    return event;
}

static inline void check_all_pass(const char *row, const story *of)
{
    for (int32_t i = 0; i < of->count; i++) {
        ps_error err = {0};
        CHECK(row, ps_event_check(&of->events[i], &err) == PS_OK);
        CHECK_TEXT(row, err.text, "");
    }
}

/// Folds into `arena`, which must have room.
static inline ps_history fold(const ps_event *events, int32_t count, ps_arena *arena)
{
    ps_history history = {0};
    ps_error err = {0};
    const ps_code code = ps_history_fold(events, count, arena, &history, &err);
    CHECK("fold", code == PS_OK);
    if (code != PS_OK) printf("# %s\n", err.text);
    return history;
}

#endif
