// What every kind of store does when many threads use it at once, or do not wait.
// Laws: each acknowledged event is there exactly once, also while others write; no batch is seen in
// part; every submission is reported once.
#include "store_kinds.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

enum { THREADS = 16, EACH = 40 };

typedef struct {
    store *in;
    int32_t number;
    int32_t acknowledged, wrong;
} worker;

/// Appends batches of its own device; now and then the same event as everybody else, and one that
/// must fail without taking others with it.
static void *append_many(void *context)
{
    worker *self = context;
    char device[20];
    snprintf(device, sizeof device, "device-%d", self->number);
    for (int32_t i = 0; i < EACH; i++) {
        ps_event batch[3];
        for (int32_t k = 0; k < 3; k++) batch[k] = kit_event("ann", device, 3 * i + k + 1);
        ps_error err = {0};
        store_appended appended = {0};
        const ps_code code = store_append(self->in, batch, 3, &appended, &err);
        if (code == PS_OK) self->acknowledged += appended.added;
        self->wrong += code != PS_OK || appended.present != 0;
        self->wrong += kit_append(self->in, kit_event("ann", "shared", i + 1)) != PS_OK;
        batch[1].as.pain_reported.pain = (batch[1].as.pain_reported.pain + 1) % 11;
        self->wrong += store_append(self->in, batch, 3, NULL, &err) != PS_CONFLICT;
    }
    return NULL;
}

/// Reads all the time: no event is seen that goes away, no batch is seen in part.
static void *read_many(void *context)
{
    worker *self = context;
    int32_t last = 0;
    for (int32_t i = 0; i < 30; i++) {
        kit_history read = kit_read(self->in, "ann");
        int32_t of_batches = 0;
        for (int32_t k = 0; k < read.count; k++) {
            of_batches += strcmp(read.events[k].device, "shared") != 0;
        }
        self->wrong += read.count < last || of_batches % 3 != 0;
        last = read.count;
        kit_forget(&read);
    }
    return NULL;
}

CONTRACT(each_acknowledged_event_is_there_once)
{
    enum { READERS = 2 };
    pthread_t threads[THREADS + READERS];
    worker workers[THREADS + READERS];
    for (int32_t i = 0; i < THREADS + READERS; i++) {
        workers[i] = (worker){.in = in, .number = i};
        CHECK(row, pthread_create(&threads[i], NULL, i < THREADS ? append_many : read_many,
                                  &workers[i]) == 0);
    }
    int32_t acknowledged = 0;
    for (int32_t i = 0; i < THREADS + READERS; i++) {
        pthread_join(threads[i], NULL);
        CHECK(row, workers[i].wrong == 0);
        acknowledged += workers[i].acknowledged;
    }
    CHECK(row, acknowledged == THREADS * EACH * 3);

    kit_history read = kit_read(in, "ann");
    CHECK(row, read.count == THREADS * EACH * 3 + EACH);
    for (int32_t i = 0; i < THREADS; i++) {
        char device[20];
        snprintf(device, sizeof device, "device-%d", i);
        const ps_event last = kit_event("ann", device, 3 * EACH);
        CHECK(row, kit_times(&read, &last) == 1);
    }
    for (int32_t i = 1; i < read.count; i++) { // in order, so no key is there twice
        CHECK(row, ps_event_order(&read.events[i - 1], &read.events[i]) < 0);
    }
    kit_forget(&read);
}

typedef struct {
    atomic_int calls, ok, conflicts, unknown, texts, order;
    pthread_t thread;
    store *again; ///< submits one more event from the first call
} heard;

static void hear(void *context, ps_code code, store_appended appended, const ps_error *err)
{
    heard *by = context;
    by->thread = pthread_self();
    const int calls = atomic_fetch_add(&by->calls, 1);
    if (code == PS_OK && !err && appended.added == 1) atomic_fetch_add(&by->ok, 1);
    if (code == PS_CONFLICT && appended.added == 0) atomic_fetch_add(&by->conflicts, 1);
    if (code == PS_UNKNOWN) atomic_fetch_add(&by->unknown, 1);
    if (err && err->code == code && err->text[0]) atomic_fetch_add(&by->texts, 1);
    if (!by->again || calls != 0) return;
    ps_error ignored = {0};
    const ps_event event = kit_event("ann", "from-callback", 1);
    if (store_submit(by->again, &event, 1, hear, by, &ignored) != PS_OK) abort();
}

CONTRACT(submitted_events_are_reported_once_each)
{
    enum { COUNT = 100 };
    static heard by;
    memset(&by, 0, sizeof by);
    by.again = in;
    ps_error err = {0};
    for (int32_t i = 0; i < COUNT; i++) {
        char device[20] = "phone", note[40] = "first";
        ps_event event = kit_event(i % 10 == 4 ? "bob" : "ann", device, i + 1);
        if (i % 10 == 7) { // the key of the event before, with other content
            event.sequence--;
            event.at.ms++;
        }
        event.as.pain_reported.note = note;
        CHECK(row, store_submit(in, &event, 1, hear, &by, &err) == PS_OK);
        memset(device, 'x', sizeof device - 1); // copied before it returned
        memset(note, 'x', sizeof note - 1);
    }
    ps_event bad = kit_event("ann", "phone", 0);
    CHECK(row, store_submit(in, &bad, 1, hear, &by, &err) == PS_RANGE);

    // appended last, so written last
    CHECK(row, kit_append(in, kit_event("ann", "last", 1)) == PS_OK);
    while (atomic_load(&by.calls) < COUNT + 1) usleep(1000);
    CHECK(row, by.calls == COUNT + 1 && by.ok == COUNT - 20 + 1);
    CHECK(row, by.conflicts == 10 && by.unknown == 10 && by.texts == 20);
    CHECK(row, !pthread_equal(by.thread, pthread_self()));
    CHECK(row, kit_count(in, "ann") == COUNT - 20 + 2);
}

/// Keeps the writer from going on.
static void block(void *context, ps_code code, store_appended appended, const ps_error *err)
{
    (void)code;
    (void)appended;
    (void)err;
    sem_wait(context);
}

CONTRACT(what_waits_has_a_limit)
{
    static ps_span spans[PS_SPANS_MAX];
    for (int32_t i = 0; i < PS_SPANS_MAX; i++) spans[i] = (ps_span){"phone", 1, PS_SEQUENCE_MAX};
    static heard by;
    memset(&by, 0, sizeof by);
    sem_t gate;
    sem_init(&gate, 0, 0);
    ps_error err = {0};
    const ps_event first = kit_event("ann", "phone", 1);
    CHECK(row, store_submit(in, &first, 1, block, &gate, &err) == PS_OK);

    int32_t taken = 0;
    ps_code code = PS_OK;
    for (; code == PS_OK && taken < 2000; taken += code == PS_OK) {
        ps_event event = event_of(PS_EVENT_imported, "phone", taken + 2);
        event.as.imported.added = (ps_spans){spans, PS_SPANS_MAX};
        code = store_submit(in, &event, 1, hear, &by, &err);
    }
    CHECK(row, code == PS_BUSY && taken > 100);
    CHECK_TEXT(row, err.text, "too much waits for the disk; nothing was added, try again later");
    sem_post(&gate);
    while (atomic_load(&by.calls) < taken) usleep(1000);
    CHECK(row, by.ok == taken);
    CHECK(row, kit_append(in, kit_event("ann", "other", 1)) == PS_OK);
    sem_destroy(&gate);
}

static void closing_waits_for_what_was_submitted(void)
{
    for (int32_t i = 0; i < PS_COUNT(store_kinds); i++) {
        static heard by;
        memset(&by, 0, sizeof by);
        store *in = NULL;
        ps_error err = {0};
        CHECK(store_kinds[i].name, store_kinds[i].open(&in, &err) == PS_OK);
        kit_person(in, "Ann", "ann");
        for (int32_t k = 1; k <= 500; k++) {
            const ps_event event = kit_event("ann", "phone", k);
            CHECK(store_kinds[i].name, store_submit(in, &event, 1, hear, &by, &err) == PS_OK);
        }
        store_close(in);
        CHECK(store_kinds[i].name, by.calls == 500 && by.ok == 500);
        store_kinds[i].clean();
    }
}

TEST_MAIN(TEST_CASE(each_acknowledged_event_is_there_once),
          TEST_CASE(submitted_events_are_reported_once_each), TEST_CASE(what_waits_has_a_limit),
          TEST_CASE(closing_waits_for_what_was_submitted))
