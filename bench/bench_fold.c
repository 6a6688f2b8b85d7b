// From the file to what it means: reading 50,000 events of one person and folding them.
#include "bench.h"
#include "shell/codec/buffer.h"
#include "shell/store/store.h"
#include "test/store_kit.h"

#include <stdlib.h>

enum { EVENTS = 50000, BATCH = 500, RUNS = 7, PATH = 300 };

static void must(bool truth, const char *what)
{
    if (truth) return;
    fprintf(stderr, "bench_fold: %s\n", what);
    exit(1);
}

/// What a person does: sessions of sets, pain reports in between.
static void fill(store *to)
{
    static ps_event batch[BATCH];
    static char sessions[EVENTS][16];
    static const ps_event_kind kinds[10] = {
        PS_EVENT_morning_reported, PS_EVENT_session_started, PS_EVENT_set_done, PS_EVENT_set_done,
        PS_EVENT_set_done,         PS_EVENT_set_done,        PS_EVENT_set_done, PS_EVENT_set_done,
        PS_EVENT_session_ended,    PS_EVENT_pain_reported,
    };
    for (int32_t i = 0; i < EVENTS; i++) {
        ps_event *event = &batch[i % BATCH];
        *event = event_of(kinds[i % 10], i / 1000 % 2 ? "phone" : "laptop", i + 1);
        event->at.ms += (int64_t)i * 300000;
        snprintf(sessions[i], sizeof sessions[i], "s%d", i / 10);
        if (event->kind == PS_EVENT_session_started)
            event->as.session_started.session = sessions[i];
        if (event->kind == PS_EVENT_set_done) event->as.set_done.session = sessions[i];
        if (event->kind == PS_EVENT_session_ended) event->as.session_ended.session = sessions[i];
        if (i % BATCH != BATCH - 1) continue;
        ps_error err = {0};
        must(store_append(to, batch, BATCH, NULL, &err) == PS_OK, err.text);
    }
}

int main(void)
{
    const char *where = getenv("PS_BENCH_FOLDER");
    char folder[PATH];
    snprintf(folder, sizeof folder, "%s/psoas-bench-XXXXXX", where ? where : "/var/tmp");
    must(mkdtemp(folder) != NULL, "no folder");
    store *from = NULL;
    ps_error err = {0};
    must(store_open_sqlite(folder, (store_options){.create = true}, &from, &err) == PS_OK,
         err.text);
    must(store_person_add(from, "Ann", "ann", NULL, &err) == PS_OK, err.text);
    fill(from);

    size_t bytes = 0;
    ps_arena room = {0};
    must(store_read_size(from, "ann", &bytes, &err) == PS_OK, err.text);
    must(room_open(bytes + ps_history_size(EVENTS), &room, &err) == PS_OK, err.text);
    const ps_event *events = NULL;
    int32_t count = 0;
    ps_history history = {0};
    uint64_t digest = 0;
    BENCH("store_read_50000", RUNS, 1, {
        ps_arena_rewind(&room, 0);
        must(store_read(from, "ann", &room, &events, &count, &err) == PS_OK, err.text);
    });
    const size_t read = room.used;
    BENCH("history_fold_50000", RUNS, 1, {
        ps_arena_rewind(&room, read);
        must(ps_history_fold(events, count, &room, &history, &err) == PS_OK, err.text);
        digest += ps_history_digest(&history);
    });
    BENCH("store_read_and_fold_50000", RUNS, 1, {
        ps_arena_rewind(&room, 0);
        must(store_read(from, "ann", &room, &events, &count, &err) == PS_OK, err.text);
        must(ps_history_fold(events, count, &room, &history, &err) == PS_OK, err.text);
        digest += ps_history_digest(&history);
    });
    bench_line("store_read_50000_memory", (double)room.peak, "bytes");
    fprintf(stderr, "checksum %016llx, %d events, %d sessions\n", (unsigned long long)digest, count,
            history.session_count);

    room_close(&room);
    store_close(from);
    kit_remove(folder);
    return 0;
}
