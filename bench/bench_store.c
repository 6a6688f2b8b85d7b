// Durable appends per second with 1 to 256 threads that each append one event at a time, beside
// what the same disk manages of bare 4 KiB writes with fdatasync, measured before and after each,
// because a shared disk changes its speed within seconds. PS_BENCH_FOLDER says where.
#include "bench.h"
#include "shell/store/store.h"
#include "test/store_kit.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { THREADS_MAX = 256, PATH = 300 };
static const double spell_ns = 1.5e9, sync_spell_ns = 0.4e9;

static void must(bool truth, const char *what)
{
    if (truth) return;
    fprintf(stderr, "bench_store: %s\n", what);
    exit(1);
}

/// fdatasyncs a second over a file that is used like a log: to the end, then again from the start.
static double sync_rate(const char *folder)
{
    enum { PAGE = 4096, PAGES = 1000 };
    static char page[PAGE];
    char path[PATH + 8];
    snprintf(path, sizeof path, "%s/raw", folder);
    const int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    must(file >= 0, "no file");
    int32_t count = 0;
    const double start_ns = bench_now_ns();
    double took_ns = 0;
    while (took_ns < sync_spell_ns) {
        memset(page, count, sizeof page);
        must(pwrite(file, page, PAGE, (off_t)(count % PAGES) * PAGE) == PAGE, "no space");
        must(fdatasync(file) == 0, "no sync");
        count++;
        took_ns = bench_now_ns() - start_ns;
    }
    close(file);
    unlink(path);
    return count / took_ns * 1e9;
}

typedef struct {
    store *to;
    int32_t number;
    int64_t sequence;
    const atomic_bool *stop;
} worker;

static void *append(void *context)
{
    worker *self = context;
    char device[20];
    snprintf(device, sizeof device, "device-%d", self->number);
    while (!atomic_load(self->stop)) {
        ps_event event = event_of(PS_EVENT_set_done, device, self->sequence++);
        ps_error err = {0};
        must(store_append(self->to, &event, 1, NULL, &err) == PS_OK, "append failed");
    }
    return NULL;
}

/// Appends a second.
static double append_rate(store *to, int32_t threads, int64_t first)
{
    static worker workers[THREADS_MAX];
    static pthread_t ids[THREADS_MAX];
    atomic_bool stop = false;
    const double start_ns = bench_now_ns();
    for (int32_t i = 0; i < threads; i++) {
        workers[i] = (worker){to, i, first, &stop};
        must(pthread_create(&ids[i], NULL, append, &workers[i]) == 0, "no thread");
    }
    usleep((useconds_t)(spell_ns / 1000));
    atomic_store(&stop, true);
    int64_t count = 0;
    for (int32_t i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
        count += workers[i].sequence - first;
    }
    return (double)count / (bench_now_ns() - start_ns) * 1e9;
}

int main(void)
{
    static const int32_t threads[] = {1, 16, 64, THREADS_MAX};
    const char *where = getenv("PS_BENCH_FOLDER");
    char folder[PATH], name[60];
    snprintf(folder, sizeof folder, "%s/psoas-bench-XXXXXX", where ? where : "/var/tmp");
    must(mkdtemp(folder) != NULL, "no folder");
    store *to = NULL;
    ps_error err = {0};
    must(store_open_sqlite(folder, (store_options){.create = true}, &to, &err) == PS_OK, err.text);
    must(store_person_add(to, "Ann", "ann", NULL, &err) == PS_OK, err.text);

    double before = sync_rate(folder);
    for (int32_t i = 0; i < (int32_t)(sizeof threads / sizeof threads[0]); i++) {
        const double rate = append_rate(to, threads[i], 1 + i * 100000000);
        const double after = sync_rate(folder);
        snprintf(name, sizeof name, "store_append_%d_writers", threads[i]);
        bench_line(name, rate, "1/s");
        snprintf(name, sizeof name, "store_append_%d_writers_per_fdatasync", threads[i]);
        bench_line(name, rate / ((before + after) / 2), "ratio");
        before = after;
    }
    bench_line("store_fdatasync_4k", before, "1/s");

    store_facts facts = {0};
    must(store_facts_of(to, &facts, &err) == PS_OK, err.text);
    fprintf(stderr, "checksum %lld events, %d unreadable, %lld bytes\n", (long long)facts.events,
            facts.unreadable, (long long)facts.bytes);
    store_close(to);
    kit_remove(folder);
    return 0;
}
