// Laws: whatever clashes of keys, voids and corrections a list holds, folding it backwards or every
// event twice gives the same state; every event counts or does not; what is not valid is left out.
#include "test/events.h"

#include <stdlib.h>
#include <string.h>

enum { EVENTS_MAX = 48, BYTES = 6 };

typedef struct {
    ps_event events[EVENTS_MAX], withs[EVENTS_MAX];
    ps_span spans[EVENTS_MAX];
    int32_t count;
} list;

static const char *const devices[] = {"a", "ab", "b", "B"};
static const char *const sessions[] = {"s1", "s2", "s10", "S1"};

/// A body of the kind that `byte` says, with its other bits in the body.
static ps_event plain_of(uint8_t byte)
{
    // clang-format off
    static const ps_event_kind kinds[2][4] = {
        {PS_EVENT_screen_answered, PS_EVENT_session_started, PS_EVENT_set_done,
         PS_EVENT_session_ended},
        {PS_EVENT_screen_started, PS_EVENT_flag_cleared, PS_EVENT_stop_felt, PS_EVENT_goal_rated},
    };
    // clang-format on
    ps_event event = event_of(kinds[byte >> 5 & 1][byte & 3], "", 0);
    const char *session = sessions[byte >> 2 & 3];
    if (event.kind == PS_EVENT_screen_answered) {
        event.as.screen_answered.answer = byte >> 4 & 1 ? PS_ANSWER_YES : PS_ANSWER_NO;
    }
    if (event.kind == PS_EVENT_session_started) event.as.session_started.session = session;
    if (event.kind == PS_EVENT_set_done) event.as.set_done.session = session;
    if (event.kind == PS_EVENT_stop_felt) event.as.stop_felt.session = session;
    if (event.kind == PS_EVENT_session_ended) event.as.session_ended.session = session;
    return event;
}

/// Adds the event that six bytes stand for, unless it is not a valid one.
static void add(list *to, const uint8_t *bytes)
{
    const int32_t at = to->count;
    const char *target = devices[bytes[3] >> 4 & 3];
    const int64_t sequence = 1 + (bytes[3] & 7);

    ps_event event = plain_of(bytes[4]);
    if (bytes[0] >> 5 == 1) event = event_of(PS_EVENT_imported, "", 0);
    if (bytes[0] >> 5 == 2 || bytes[0] >> 5 == 3) {
        to->withs[at] = plain_of(bytes[4]);
        to->withs[at].device = target;
        to->withs[at].sequence = sequence;
        to->withs[at].at.ms = EVENT_MS + bytes[5];
        event = event_of(PS_EVENT_corrected, "", 0);
        event.as.corrected = (ps_corrected){target, sequence, "a slip", &to->withs[at]};
    }
    if (bytes[0] >> 5 >= 6) {
        to->spans[at] = (ps_span){target, sequence, sequence + (bytes[5] & 7)};
        event = event_of(PS_EVENT_voided, "", 0);
        event.as.voided.targets = (ps_spans){&to->spans[at], 1};
    }
    event.device = devices[bytes[0] & 3];
    event.sequence = 1 + (bytes[1] & 15);
    event.at.ms = EVENT_MS + bytes[2];
    if (ps_event_check(&event, NULL) == PS_OK) to->events[to->count++] = event;
}

/// The fold of `events` in memory of exactly the promised size, which the caller frees.
static ps_history fold(const ps_event *events, int32_t count, void **memory)
{
    const size_t size = ps_history_size(count);
    *memory = malloc(size);
    if (!*memory) abort();
    ps_arena arena = ps_arena_over(*memory, size);
    ps_history history = {0};
    ps_error err = {0};
    if (ps_history_fold(events, count, &arena, &history, &err) != PS_OK) abort();
    return history;
}

static void check_history(const ps_history *history, const list *of)
{
    int32_t bodies = 0;
    for (int32_t i = 0; i < of->count; i++) {
        bodies += of->events[i].kind != PS_EVENT_voided && of->events[i].kind != PS_EVENT_imported;
    }
    if (history->count + history->former_count > bodies) abort();
    if (history->former_count < history->voided + history->corrected) abort();
    for (int32_t i = 1; i < history->count; i++) {
        if (ps_event_order(history->events[i - 1], history->events[i]) >= 0) abort();
    }
    for (int32_t i = 0; i < history->session_count; i++) {
        const ps_session_record *record = &history->sessions[i];
        if (record->day != ps_local_day(record->started->at)) abort();
        if (record->started->kind != PS_EVENT_session_started) abort();
        for (int32_t k = 0; k < record->set_count; k++) {
            if (strcmp(record->sets[k]->as.set_done.session,
                       record->started->as.session_started.session) != 0) {
                abort();
            }
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static list of;
    of.count = 0;
    for (size_t at = 0; at + BYTES <= size && of.count < EVENTS_MAX; at += BYTES) {
        add(&of, data + at);
    }
    ps_event twice[2 * EVENTS_MAX];
    for (int32_t i = 0; i < of.count; i++) {
        twice[of.count - 1 - i] = of.events[i];
        twice[of.count + i] = of.events[i];
    }

    void *memory[3];
    const ps_history want = fold(of.events, of.count, &memory[0]);
    const ps_history reversed = fold(twice, of.count, &memory[1]);
    const ps_history doubled = fold(twice, 2 * of.count, &memory[2]);
    check_history(&want, &of);
    const uint64_t digest = ps_history_digest(&want);
    if (ps_history_digest(&reversed) != digest || ps_history_digest(&doubled) != digest) abort();
    if (doubled.duplicates != want.duplicates + of.count) abort();
    if (reversed.former_count != want.former_count || reversed.voided != want.voided) abort();
    for (int32_t i = 0; i < PS_COUNT(memory); i++) free(memory[i]);
    return 0;
}
