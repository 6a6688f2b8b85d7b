// The power goes at any moment: while a store is made, written, checkpointed, rebuilt, closed.
// Law: afterwards it opens, is sound, holds every event that was acknowledged before, and of each
// batch all events or none. And the test can fail: a store that syncs less loses events.
//
// PS_CUTS says how many. A row is named by its number; those of one folder build on one another.
#include "shell/codec/event_json.h"
#include "shell/store/sqlite.h"
#include "shim_vfs.h"
#include "store_kit.h"

#include <stdatomic.h>

enum {
    CUTS = 3000,
    LIVES = 25,    // cuts until the next empty folder
    BATCHES = 12,  // at most in one life
    BATCH_MAX = 5, // events in a batch
    LAST_CUT = 90, // operations after which it has happened
    BATCHES_MAX = LIVES * BATCHES
};

/// What this test knows of one folder.
typedef struct {
    char folder[KIT_PATH];
    char path[KIT_PATH];
    bool ann;                              // was acknowledged
    int32_t count;                         // batches that were submitted
    int32_t sizes[BATCHES_MAX];            // events in each
    atomic_bool acknowledged[BATCHES_MAX]; // before the cut
    int32_t lost, torn, unsound;           // what must not be
} world;

static world it;
static int64_t acknowledged; // batches, in all folders

static ps_event event_in(int32_t batch, int32_t index)
{
    return kit_event("ann", "phone", batch * BATCH_MAX + index + 1);
}

/// Runs on the thread that writes, so that the power is either still on or already off.
static void hear(void *context, ps_code code, store_appended appended, const ps_error *err)
{
    (void)appended;
    (void)err;
    if (code != PS_OK || shim_happened()) return;
    atomic_store((atomic_bool *)context, true);
    acknowledged++;
}

static void submit(store *to, uint64_t *seed)
{
    ps_event batch[BATCH_MAX];
    const int32_t at = it.count++, size = test_between(seed, 1, BATCH_MAX);
    for (int32_t i = 0; i < size; i++) batch[i] = event_in(at, i);
    it.sizes[at] = size;
    ps_error err = {0};
    if (store_submit(to, batch, size, hear, &it.acknowledged[at], &err) != PS_OK) abort();
}

/// A stranger comes and goes for good, which rebuilds the file.
static void come_and_go(store *in)
{
    ps_error err = {0};
    ps_code code = store_person_add(in, "Stranger", "stranger", NULL, &err);
    for (int32_t i = 1; code == PS_OK && i <= 5; i++) {
        code = kit_append(in, kit_event("stranger", "x", i));
    }
    if (code == PS_OK || code == PS_CONFLICT) code = store_person_delete(in, "stranger", &err);
    CHECK("stranger", code == PS_OK || shim_happened());
}

/// One life: opens the store, uses it, and loses power on the way or at the end.
static void live(const sqlite_settings *settings, uint64_t seed)
{
    shim_begin((shim_plan){
        .kind = SHIM_CUT, .at = test_between(&seed, 1, LAST_CUT), .seed = test_random(&seed)});
    driver *rows = NULL;
    store *in = NULL;
    ps_error err = {0};
    if (sqlite_open(it.folder, (store_options){.create = true}, *settings, &rows, &err) == PS_OK &&
        store_over(rows, &in, &err) == PS_OK) {
        if (!it.ann) {
            it.ann = store_person_add(in, "Ann", "ann", NULL, &err) == PS_OK && !shim_happened();
        }
        const int32_t count = test_between(&seed, 0, BATCHES),
                      stranger = test_between(&seed, 0, 40);
        for (int32_t i = 0; i < count; i++) {
            submit(in, &seed);
            // now and then wait, so that groups of all sizes are committed
            if (test_between(&seed, 0, 2) == 0) (void)kit_append(in, event_in(it.count - 1, 0));
            if (i == stranger) come_and_go(in);
        }
        store_close(in);
    }
    shim_cut();
    shim_restore();
}

/// Counts the events of each batch, and those that are not as they were sent.
static ps_code look_at_row(void *context, const driver_row *row, int32_t index, int32_t count,
                           ps_error *err)
{
    (void)index;
    (void)count;
    (void)err;
    static buffer body;
    int32_t *there = context;
    if (strcmp(row->person, "ann") != 0) return PS_OK;
    const int32_t number = (int32_t)row->sequence - 1;
    const ps_event sent = event_in(number / BATCH_MAX, number % BATCH_MAX);
    buffer_clear(&body);
    event_body_write(&body, &sent);
    there[number / BATCH_MAX]++;
    it.unsound += sent.at.ms != row->at.ms || !ps_str_is(row->body, body.text);
    return PS_OK;
}

/// Looks at what is left without mending it: the next life has to cope with the same files.
static void look(const char *row)
{
    int32_t there[BATCHES_MAX] = {0};
    store_facts facts = {0};
    store_person found;
    ps_error err = {0};
    driver *left = NULL;
    ps_code code = store_verify(it.path, &facts, &err);
    if (code != PS_OK && !it.ann && (code == PS_MISSING || code == PS_DENIED)) return; // half made
    if (code == PS_OK) code = sqlite_open_file(it.path, sqlite_settings_defaults(), &left, &err);
    if (code == PS_OK) code = left->engine->rows(left, NULL, look_at_row, there, &err);
    it.unsound += code != PS_OK || facts.unreadable > 0;
    if (code != PS_OK) printf("# %s: %s\n", row, err.text);

    const bool ann = left && left->engine->find_person(left, "ann", &found, &err) == PS_OK;
    it.lost += it.ann && !ann;
    it.ann = it.ann || ann; // she survived without having been acknowledged
    for (int32_t i = 0; i < it.count; i++) {
        it.lost += it.acknowledged[i] && there[i] == 0;
        it.torn += there[i] != 0 && there[i] != it.sizes[i];
        it.acknowledged[i] = there[i] != 0; // what is there now has to stay
    }
    if (left) left->engine->close(left);
}

/// Returns how many cuts have lost something.
static int32_t cut_often(int32_t cuts, const char *synchronous, bool forgiving)
{
    sqlite_settings settings = sqlite_settings_defaults();
    settings.synchronous = synchronous;
    settings.checkpoint_frames = 8; // checkpoints all the time
    int32_t bad = 0;
    for (int32_t i = 0; i < cuts; i++) {
        if (i % LIVES == 0) {
            if (i > 0) kit_remove(it.folder);
            memset(&it, 0, sizeof it);
            kit_folder(it.folder);
            kit_join(it.path, it.folder, "psoas.db");
        }
        char row[40];
        snprintf(row, sizeof row, "%s cut %d", synchronous, i);
        it.lost = it.torn = it.unsound = 0;
        live(&settings, (uint64_t)i);
        look(row);
        bad += it.lost + it.torn + it.unsound > 0;
        if (!forgiving) CHECK(row, it.lost == 0);
        CHECK(row, it.torn == 0 && it.unsound == 0);
    }
    kit_remove(it.folder);
    return bad;
}

static void acknowledged_events_survive_a_power_cut(void)
{
    const int32_t count = kit_asked("PS_CUTS", CUTS);
    CHECK("all", cut_often(count, "FULL", false) == 0);
    printf("# %d cuts, %" PRId64 " batches acknowledged before them\n", count, acknowledged);
    CHECK("busy", acknowledged > count);
}

static void the_shim_notices_a_store_that_does_not_sync(void)
{
    CHECK("NORMAL", cut_often(200, "NORMAL", true) > 20);
}

static void install_the_shim(void) { shim_install(); }

TEST_MAIN(TEST_CASE(install_the_shim), TEST_CASE(acknowledged_events_survive_a_power_cut),
          TEST_CASE(the_shim_notices_a_store_that_does_not_sync))
