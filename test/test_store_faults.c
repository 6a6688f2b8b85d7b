// The n-th write, sync, truncation or deletion of a file fails, for every n of a whole life of a
// store, once or from then on, for want of space or otherwise. Laws: the code says which; what was
// acknowledged stays, what failed is not there; once the disk works again so does the store.
#include "shell/store/sqlite.h"
#include "shim_vfs.h"
#include "store_child.h"

#include <semaphore.h>
#include <stdatomic.h>

enum { BATCHES = 12, SIZE = 3, OPERATIONS_MAX = 2000 };

static char folder[KIT_PATH], path[KIT_PATH], copy[KIT_PATH];

/// What a life has achieved.
typedef struct {
    bool person, batches[BATCHES], deleted, copied;
    int32_t failed; ///< calls with another code than the fault's, or that tell less than they did
} life;

/// Whether a call went well; notes when it failed for another reason than the fault.
static bool went_well(life *of, ps_code code, ps_code fault, const ps_error *err)
{
    if (code == PS_OK) return true;
    // what never came about is missing later
    const bool follows = code == PS_UNKNOWN && !of->person;
    if (code == fault || follows) return false;
    printf("# %s\n", err->text);
    of->failed++;
    return false;
}

static ps_code append_batch(store *to, const char *person, int32_t batch)
{
    ps_event events[SIZE];
    ps_error err = {0};
    for (int32_t i = 0; i < SIZE; i++) events[i] = kit_event(person, "a", batch * SIZE + i + 1);
    return store_append(to, events, SIZE, NULL, &err);
}

/// Every batch that was acknowledged is there, and nothing else.
static void check_batches(const char *row, store *in, const life *of)
{
    if (!of->person) return;
    kit_history read = kit_read(in, "ann");
    int32_t there[BATCHES] = {0};
    CHECK(row, read.code == PS_OK);
    for (int32_t i = 0; i < read.count; i++) there[(read.events[i].sequence - 1) / SIZE]++;
    for (int32_t i = 0; i < BATCHES; i++) CHECK(row, there[i] == (of->batches[i] ? SIZE : 0));
    kit_forget(&read);
}

static store *open_store(ps_code *code, ps_error *err)
{
    sqlite_settings settings = sqlite_settings_defaults();
    settings.checkpoint_frames = 8;
    driver *rows = NULL;
    store *in = NULL;
    *code = sqlite_open(folder, (store_options){.create = true}, settings, &rows, err);
    if (*code == PS_OK) *code = store_over(rows, &in, err);
    return in;
}

static void use(store *in, life *of, ps_code fault)
{
    ps_error err = {0};
    store_facts facts;
    of->person = went_well(of, store_person_add(in, "Ann", "ann", NULL, &err), fault, &err);
    if (!of->person) of->person = store_person_add(in, "Ann", "ann", NULL, &err) == PS_OK;
    for (int32_t i = 0; i < BATCHES; i++) {
        of->batches[i] = went_well(of, append_batch(in, "ann", i), fault, &err);
    }
    if (store_person_add(in, "Stranger", "stranger", NULL, &err) == PS_OK) {
        (void)append_batch(in, "stranger", 0);
        of->deleted = went_well(of, store_person_delete(in, "stranger", &err), fault, &err);
    }
    of->copied = went_well(of, store_backup(in, copy, &err), fault, &err);
    CHECK("copy", of->copied == (access(copy, F_OK) == 0));
    CHECK("copy", !of->copied || store_verify(copy, &facts, &err) == PS_OK);
}

/// Returns the operations that it took, so that a life without faults tells how many to try.
static int32_t live_with(const char *row, shim_plan plan)
{
    const ps_code fault = plan.kind == SHIM_FULL ? PS_FULL : PS_IO;
    life of = {0};
    ps_error err = {0};
    ps_code code = PS_OK;
    kit_folder(folder);
    kit_join(path, folder, "psoas.db");
    kit_join(copy, folder, "copy");
    shim_begin(plan);
    store *in = open_store(&code, &err);
    if (in) {
        use(in, &of, fault);
        check_batches(row, in, &of);
    } else {
        (void)went_well(&of, code, fault, &err);
    }
    const int32_t operations = shim_operations();
    const bool happened = shim_happened();
    CHECK(row, of.failed == 0);
    CHECK(row, happened || plan.at == 0 || plan.kind == SHIM_FULL);

    // the disk works again: so does the store, without being opened again
    shim_change((shim_plan){.kind = SHIM_PASS});
    if (!in) in = open_store(&code, &err);
    CHECK(row, in != NULL);
    if (!of.person) kit_person(in, "Ann", "ann");
    of.person = true;
    for (int32_t i = 0; i < BATCHES; i++) {
        if (of.batches[i]) continue;
        of.batches[i] = append_batch(in, "ann", i) == PS_OK;
        CHECK(row, of.batches[i]);
    }
    check_batches(row, in, &of);
    store_close(in);

    store_facts facts = {0};
    CHECK(row, store_verify(path, &facts, &err) == PS_OK && facts.unreadable == 0);
    in = open_store(&code, &err);
    check_batches(row, in, &of);
    // a deletion that got as far as the rows has been finished by now
    store_person found;
    const bool gone = store_person_find(in, "stranger", &found, &err) == PS_UNKNOWN;
    CHECK(row, gone || !of.deleted);
    CHECK(row, !gone || kit_files_with(folder, "stranger") == 0);
    store_close(in);
    kit_remove(folder);
    return operations;
}

static void every_operation_may_fail(void)
{
    static const struct {
        const char *name;
        shim_kind kind;
        bool lasting;
    } faults[] = {
        {"full once",    SHIM_FULL, false},
        {"full for now", SHIM_FULL, true },
        {"fails once",   SHIM_FAIL, false},
        {"fails on",     SHIM_FAIL, true },
    };
    const int32_t count = live_with("without a fault", (shim_plan){.kind = SHIM_PASS});
    CHECK("count", count > 100 && count < OPERATIONS_MAX);
    printf("# %d operations, %d faults each\n", count, PS_COUNT(faults));
    for (int32_t i = 0; i < PS_COUNT(faults); i++) {
        for (int32_t at = 1; at <= count; at++) {
            char row[60];
            snprintf(row, sizeof row, "%s at %d", faults[i].name, at);
            live_with(row,
                      (shim_plan){.kind = faults[i].kind, .at = at, .lasting = faults[i].lasting});
        }
    }
}

// ---- restore ----

static bool take_and_append(const char *at)
{
    store *in = NULL;
    ps_error err = {0};
    if (store_open_sqlite(at, (store_options){0}, &in, &err) != PS_OK) return false;
    return append_batch(in, "ann", 1) == PS_OK;
}

/// A backup of one batch, and a store of two whose writer was killed: the second is in the log.
static void leave_a_log(void)
{
    ps_error err = {0};
    ps_code code = PS_OK;
    kit_folder(folder);
    kit_join(path, folder, "psoas.db");
    kit_join(copy, folder, "copy");
    store *in = open_store(&code, &err);
    kit_person(in, "Ann", "ann");
    CHECK("first", append_batch(in, "ann", 0) == PS_OK);
    CHECK("copy", store_backup(in, copy, &err) == PS_OK);
    store_close(in);
    child_release(child_holding(take_and_append, folder));
}

static int64_t events_in(const char *name)
{
    char file[KIT_PATH];
    store_facts facts = {0};
    ps_error err = {0};
    return store_verify(kit_join(file, folder, name), &facts, &err) == PS_OK ? facts.events : -1;
}

/// Returns the operations that it took.
static int32_t restore_with(const char *row, shim_plan plan)
{
    ps_error err = {0};
    shim_begin((shim_plan){.kind = SHIM_PASS});
    leave_a_log();
    shim_begin(plan);
    const ps_code code = store_restore(folder, copy, &err);
    const int32_t operations = shim_operations();
    const ps_code fault = plan.kind == SHIM_FULL ? PS_FULL : PS_IO;
    const bool happened = shim_happened();
    shim_change((shim_plan){.kind = SHIM_PASS});

    // what goes on all the time is not taken for a store that is beyond us
    CHECK(row, code == PS_OK || code == fault);
    CHECK(row, code != PS_OK || !happened || !plan.lasting);
    const bool done = code == PS_OK;
    CHECK(row, events_in("psoas.db") == (done ? SIZE : 2 * SIZE));
    CHECK(row, events_in("psoas.db.before-restore-1") == (done ? 2 * SIZE : -1));
    kit_remove(folder);
    return operations;
}

static void every_operation_of_a_restore_may_fail(void)
{
    const int32_t count = restore_with("without a fault", (shim_plan){.kind = SHIM_PASS});
    CHECK("count", count > 10 && count < OPERATIONS_MAX);
    for (int32_t at = 1; at <= 4 * count; at++) {
        char row[60];
        const shim_plan plan = {
            .kind = at % 2 ? SHIM_FULL : SHIM_FAIL, .at = 1 + (at - 1) / 4, .lasting = at % 4 < 2};
        snprintf(row, sizeof row, "%s at %d%s", plan.kind == SHIM_FULL ? "full" : "fails",
                 (int)plan.at, plan.lasting ? " and on" : "");
        restore_with(row, plan);
    }
}

// ---- groups ----

typedef struct {
    atomic_int calls, ok, full, conflicts;
} heard;

static void hear(void *context, ps_code code, store_appended appended, const ps_error *err)
{
    (void)appended;
    (void)err;
    heard *by = context;
    if (code == PS_OK) atomic_fetch_add(&by->ok, 1);
    if (code == PS_FULL) atomic_fetch_add(&by->full, 1);
    if (code == PS_CONFLICT) atomic_fetch_add(&by->conflicts, 1);
    atomic_fetch_add(&by->calls, 1);
}

/// Keeps the writer waiting, so that what is submitted meanwhile becomes one group.
static void block(void *context, ps_code code, store_appended appended, const ps_error *err)
{
    (void)code;
    (void)appended;
    (void)err;
    sem_wait(context);
}

static void a_group_that_fails_is_tried_one_by_one(void)
{
    static const struct {
        const char *row;
        shim_plan plan;
        int32_t ok, full, conflicts;
    } rows[] = {
        {"no fault",      {.kind = SHIM_PASS},                           19, 0,  1},
        {"one write",     {.kind = SHIM_FULL, .at = 1},                  19, 0,  1},
        {"a later write", {.kind = SHIM_FULL, .at = 3},                  19, 0,  1},
        {"no space",      {.kind = SHIM_FULL, .at = 1, .lasting = true}, 0,  19, 1},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        heard by = {0};
        sem_t gate;
        ps_error err = {0};
        ps_code code = PS_OK;
        sem_init(&gate, 0, 0);
        kit_folder(folder);
        shim_begin((shim_plan){.kind = SHIM_PASS});
        store *in = open_store(&code, &err);
        kit_person(in, "Ann", "ann");
        const ps_event first = kit_event("ann", "a", 1);
        CHECK(rows[i].row, store_submit(in, &first, 1, block, &gate, &err) == PS_OK);
        while (kit_count(in, "ann") < 1) usleep(100); // the group begins behind this one
        for (int32_t k = 2; k <= 21; k++) {
            ps_event event = kit_event("ann", "a", k);
            if (k == 12) event = first, event.at.ms++; // at fault itself
            CHECK(rows[i].row, store_submit(in, &event, 1, hear, &by, &err) == PS_OK);
        }
        shim_change(rows[i].plan);
        sem_post(&gate);
        while (atomic_load(&by.calls) < 20) usleep(100);
        CHECK(rows[i].row, by.ok == rows[i].ok && by.full == rows[i].full);
        CHECK(rows[i].row, by.conflicts == rows[i].conflicts);
        CHECK(rows[i].row, kit_count(in, "ann") == 1 + rows[i].ok);
        shim_change((shim_plan){.kind = SHIM_PASS});
        CHECK(rows[i].row, kit_append(in, kit_event("ann", "a", 50)) == PS_OK);
        store_close(in);
        sem_destroy(&gate);
        kit_remove(folder);
    }
}

static void install_the_shim(void) { shim_install(); }

TEST_MAIN(TEST_CASE(install_the_shim), TEST_CASE(every_operation_may_fail),
          TEST_CASE(every_operation_of_a_restore_may_fail),
          TEST_CASE(a_group_that_fails_is_tried_one_by_one))
