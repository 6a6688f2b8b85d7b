// A store is killed with SIGKILL at any moment while eight threads append and people come and go.
// Law: the next start is sound, holds what was acknowledged, of each batch all or nothing, nobody
// without the events they came with, and no byte of anybody who is gone. PS_KILL_ROUNDS says how
// often.
#include "store_child.h"

#include <pthread.h>

enum {
    ROUNDS = 40,
    LIVES = 8, // rounds in one folder
    THREADS = 8,
    BATCHES = 4096,
    SIZE = 3 // events in the largest batch
};

/// What a thread tells once a call has returned PS_OK.
typedef struct {
    int32_t thread, batch;
} report;

/// What is known about one folder.
static struct {
    char folder[KIT_PATH], path[KIT_PATH];
    int32_t acknowledged[LIVES][THREADS]; // batches, in order, so the first ones
    int32_t gone;                         // the last stranger whose deletion was acknowledged
    int32_t came;                         // the last newcomer who was acknowledged
} it;

static int64_t newcomers; // who were there after a kill

typedef struct {
    store *to;
    int32_t life, thread;
    int pipe;
} worker;

static int32_t size_of(int32_t batch) { return 1 + batch % SIZE; }

static ps_event event_in(char device[20], int32_t life, int32_t thread, int32_t batch,
                         int32_t index)
{
    snprintf(device, 20, "l%d.t%d", life, thread);
    return kit_event("ann", device, batch * SIZE + index + 1);
}

static void tell(const worker *self, int32_t batch)
{
    const report said = {self->thread, batch};
    if (write(self->pipe, &said, sizeof said) != (ssize_t)sizeof said) _exit(1);
}

static void *append(void *context)
{
    const worker *self = context;
    char device[20];
    for (int32_t batch = 0; batch < BATCHES; batch++) {
        ps_event events[SIZE];
        ps_error err = {0};
        for (int32_t i = 0; i < size_of(batch); i++) {
            events[i] = event_in(device, self->life, self->thread, batch, i);
        }
        if (store_append(self->to, events, size_of(batch), NULL, &err) != PS_OK) break;
        tell(self, batch);
    }
    return NULL;
}

/// Strangers who are deleted as soon as they have said something.
static void *come_and_go(void *context)
{
    const worker *self = context;
    for (int32_t i = 0; i < 1000; i++) {
        char name[40];
        ps_error err = {0};
        snprintf(name, sizeof name, "stranger-%d-%d.", self->life, i);
        if (store_person_add(self->to, name, name, NULL, &err) != PS_OK) break;
        for (int32_t k = 1; k < 4; k++) (void)kit_append(self->to, kit_event(name, "x", k));
        if (store_person_delete(self->to, name, &err) != PS_OK) break;
        tell(self, i);
    }
    return NULL;
}

/// Newcomers, each in one batch with their first events.
static void *come_with_events(void *context)
{
    const worker *self = context;
    for (int32_t i = 0; i < 1000; i++) {
        store_person newcomer = {0};
        ps_event events[SIZE];
        snprintf(newcomer.id, sizeof newcomer.id, "newcomer-%d-%d", self->life, i);
        snprintf(newcomer.name, sizeof newcomer.name, "%s", newcomer.id);
        for (int32_t k = 0; k < SIZE; k++) events[k] = kit_event(newcomer.id, "x", k + 1);
        if (store_append_with_people(self->to, &newcomer, 1, events, SIZE, NULL, NULL) != PS_OK) {
            break;
        }
        tell(self, i);
    }
    return NULL;
}

/// The process that will be killed. Never returns.
static void live(int32_t life, int to)
{
    ps_error err = {0};
    store *in = NULL;
    pthread_t threads[THREADS + 2];
    worker workers[THREADS + 2];
    void *(*const others[])(void *) = {come_and_go, come_with_events};
    if (store_open_sqlite(it.folder, (store_options){.create = true}, &in, &err) != PS_OK) _exit(1);
    if (store_person_add(in, "Ann", "ann", NULL, &err) == PS_OK) tell(&(worker){in, 0, -1, to}, 0);
    for (int32_t i = 0; i < THREADS + 2; i++) {
        workers[i] = (worker){in, life, i, to};
        if (pthread_create(&threads[i], NULL, i < THREADS ? append : others[i - THREADS],
                           &workers[i])) {
            _exit(1);
        }
    }
    for (int32_t i = 0; i < THREADS + 2; i++) pthread_join(threads[i], NULL);
    pause();
}

/// Lets a process live for a while, kills it, and hears what it has told until then.
static bool live_and_die(int32_t life, uint64_t *seed)
{
    int pipes[2];
    bool ann = life > 0;
    fflush(stdout);
    if (pipe(pipes) != 0) abort();
    const pid_t child = fork();
    if (child == 0) live(life, pipes[1]);
    close(pipes[1]);
    usleep((useconds_t)test_between(seed, 1000, 60000));
    kill(child, SIGKILL);

    it.gone = it.came = PS_NONE;
    report said;
    while (read(pipes[0], &said, sizeof said) == (ssize_t)sizeof said) {
        if (said.thread < 0) {
            ann = true;
        } else if (said.thread == THREADS) {
            it.gone = said.batch;
        } else if (said.thread > THREADS) {
            it.came = said.batch;
        } else {
            it.acknowledged[life][said.thread] = said.batch + 1;
        }
    }
    close(pipes[0]);
    waitpid(child, NULL, 0);
    return ann;
}

static void check_events(const char *row, store *in, int32_t lives)
{
    static int32_t there[LIVES][THREADS][BATCHES];
    memset(there, 0, sizeof there);
    kit_history read = kit_read(in, "ann");
    CHECK(row, read.code == PS_OK);
    for (int32_t i = 0; i < read.count; i++) {
        char *rest = NULL; // "l3.t5"
        const int32_t life = (int32_t)strtol(read.events[i].device + 1, &rest, 10);
        const int32_t thread = (int32_t)strtol(rest + 2, NULL, 10);
        const int32_t batch = (int32_t)(read.events[i].sequence - 1) / SIZE;
        there[life][thread][batch]++;
    }
    int32_t lost = 0, torn = 0;
    for (int32_t life = 0; life <= lives; life++) {
        for (int32_t thread = 0; thread < THREADS; thread++) {
            for (int32_t batch = 0; batch < BATCHES; batch++) {
                const int32_t count = there[life][thread][batch];
                torn += count != 0 && count != size_of(batch);
                lost += count == 0 && batch < it.acknowledged[life][thread];
            }
        }
    }
    CHECK(row, lost == 0);
    CHECK(row, torn == 0);
    kit_forget(&read);
}

static void check_strangers(const char *row, store *in, int32_t life)
{
    for (int32_t i = 0; i <= it.gone + 1; i++) {
        char name[40];
        ps_error err = {0};
        store_person found;
        snprintf(name, sizeof name, "stranger-%d-%d.", life, i);
        const bool gone = store_person_find(in, name, &found, &err) == PS_UNKNOWN;
        CHECK(row, gone || i > it.gone);
        CHECK(row, !gone || kit_files_with(it.folder, name) == 0);
        if (!gone) CHECK(row, store_person_delete(in, name, &err) == PS_OK);
    }
}

static void check_newcomers(const char *row, store *in, int32_t life)
{
    for (int32_t i = 0; i <= it.came + 1; i++) {
        char name[40];
        ps_error err = {0};
        store_person found = {0};
        snprintf(name, sizeof name, "newcomer-%d-%d", life, i);
        const bool there = store_person_find(in, name, &found, &err) == PS_OK;
        CHECK(row, there || i > it.came);
        CHECK(row, !there || found.events == SIZE);
        newcomers += there;
    }
}

static void every_start_after_a_kill_is_sound(void)
{
    const int32_t rounds = kit_asked("PS_KILL_ROUNDS", ROUNDS);
    uint64_t seed = 1;
    int64_t batches = 0;
    for (int32_t round = 0; round < rounds; round++) {
        const int32_t life = round % LIVES;
        char row[20];
        snprintf(row, sizeof row, "kill %d", round);
        if (life == 0) {
            memset(&it, 0, sizeof it);
            kit_folder(it.folder);
            kit_join(it.path, it.folder, "psoas.db");
        }
        const bool ann = live_and_die(life, &seed);
        store *in = NULL;
        ps_error err = {0};
        const ps_code code =
            store_open_sqlite(it.folder, (store_options){.create = true}, &in, &err);
        if (code != PS_OK) printf("# %s: %s\n", row, err.text);
        CHECK(row, code == PS_OK);
        store_facts facts = {0};
        CHECK(row, store_verify(it.path, &facts, &err) == PS_OK && facts.unreadable == 0);
        store_person found;
        const bool known = store_person_find(in, "ann", &found, &err) == PS_OK;
        CHECK(row, known || !ann);
        if (!known) kit_person(in, "Ann", "ann");
        check_events(row, in, life);
        check_strangers(row, in, life);
        check_newcomers(row, in, life);
        for (int32_t i = 0; i < THREADS; i++) batches += it.acknowledged[life][i];
        store_close(in);
        if (life == LIVES - 1 || round == rounds - 1) kit_remove(it.folder);
    }
    printf("# %d kills, %" PRId64 " batches acknowledged\n", rounds, batches);
    CHECK("busy", batches > rounds && newcomers > rounds);
}

TEST_MAIN(TEST_CASE(every_start_after_a_kill_is_sound))
