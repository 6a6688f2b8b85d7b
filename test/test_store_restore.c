// Restoring a backup. Facts: what is kept of the store that was there, whatever state it is in; who
// is in the way. Law: a restore that fails changes nothing.
#include "store_file.h"

#include <errno.h>

static void restoring_keeps_what_was_there(void)
{
    store *in = begin();
    char copy[KIT_PATH], kept[KIT_PATH], device[STORE_ID];
    ps_error err = {0};
    store_facts facts = {0};
    kit_person(in, "Ann", "ann");
    append_some(in, "ann", 1, 20);
    CHECK("backup", store_backup(in, kit_join(copy, folder, "copy"), &err) == PS_OK);
    append_some(in, "ann", 21, 10);
    snprintf(device, sizeof device, "%s", store_device(in));
    CHECK("open", store_restore(folder, copy, &err) == PS_BUSY);
    CHECK("open", kit_count(in, "ann") == 30);
    store_close(in);

    for (int32_t i = 1; i <= 2; i++) {
        char name[40];
        CHECK("restore", store_restore(folder, copy, &err) == PS_OK);
        snprintf(name, sizeof name, "psoas.db.before-restore-%d", i);
        CHECK(name, store_verify(kit_join(kept, folder, name), &facts, &err) == PS_OK);
        CHECK(name, facts.events == (i == 1 ? 30 : 25));
        in = open_store();
        CHECK(name, kit_count(in, "ann") == 20);
        CHECK(name, strcmp(store_device(in), device) != 0); // or two stores would share keys
        snprintf(device, sizeof device, "%s", store_device(in));
        append_some(in, "ann", 31, 5);
        store_close(in);
    }
    CHECK("copy", store_verify(copy, &facts, &err) == PS_OK && facts.events == 20);
    CHECK("tidy", files_like(".part") == 0 && files_like("before") == 2);
    kit_remove(folder);
}

static bool take_and_append(const char *at)
{
    ps_error err = {0};
    store *in = NULL;
    if (store_open_sqlite(at, (store_options){0}, &in, &err) != PS_OK) return false;
    for (int32_t i = 100; i < 110; i++) {
        if (kit_append(in, kit_event("ann", "a", i)) != PS_OK) return false;
    }
    return true;
}

static void restoring_copes_with_what_it_finds(void)
{
    store *in = begin();
    char copy[KIT_PATH], other[KIT_PATH], kept[KIT_PATH], text[KIT_PATH];
    ps_error err = {0};
    store_facts facts = {0};
    kit_person(in, "Ann", "ann");
    append_some(in, "ann", 1, 20);
    CHECK("backup", store_backup(in, kit_join(copy, folder, "copy"), &err) == PS_OK);
    store_close(in);

    // a store whose writer was killed: its last events are in the log alone
    child_release(child_holding(take_and_append, folder));
    CHECK("log", files_like("-wal") == 1);
    CHECK("log", store_restore(folder, copy, &err) == PS_OK);
    kit_join(kept, folder, "psoas.db.before-restore-1");
    CHECK("log", store_verify(kept, &facts, &err) == PS_OK && facts.events == 30);

    // somebody reads
    in = open_store();
    CHECK("restored", kit_count(in, "ann") == 20);
    store_close(in);
    const holder reader = child_holding(take_to_read, folder);
    CHECK("reader", store_restore(folder, copy, &err) == PS_BUSY);
    child_release(reader);

    // what is no backup changes nothing
    const int file = open(kit_join(text, folder, "text"), O_CREAT | O_RDWR, 0600);
    CHECK("text", write(file, "my notes", 8) == 8);
    close(file);
    CHECK("text", store_restore(folder, text, &err) == PS_FOREIGN);
    CHECK("missing", store_restore(folder, "/nowhere", &err) == PS_MISSING);
    in = open_store();
    CHECK("same", kit_count(in, "ann") == 20);
    store_close(in);

    // the file that a restore is there for
    damage(path);
    CHECK("damaged", store_restore(folder, copy, &err) == PS_OK);
    CHECK("damaged", store_verify(path, &facts, &err) == PS_OK && facts.events == 20);
    CHECK("kept", files_like("before-restore") == 2 && files_like(".part") == 0);

    // a new machine
    CHECK("new", store_restore(kit_join(other, folder, "new"), copy, &err) == PS_OK);
    CHECK("new", store_verify(kit_join(text, other, "psoas.db"), &facts, &err) == PS_OK);
    kit_remove(other);

    run_sql(copy, "UPDATE event SET body = 'no json' WHERE sequence = 6");
    CHECK("unreadable", store_restore(folder, copy, &err) == PS_CORRUPT);
    kit_remove(folder);
}

/// Stands in for the one of libc, so that the last step of a restore may fail.
static bool rename_fails;

int rename(const char *from, const char *to)
{
    if (!rename_fails) return renameat(AT_FDCWD, from, AT_FDCWD, to);
    errno = EIO;
    return -1;
}

/// The old store cannot be opened, so its log is still beside it, and is needed there.
static void a_restore_that_fails_at_the_end_changes_nothing(void)
{
    store *in = begin();
    char copy[KIT_PATH], log[KIT_PATH];
    ps_error err = {0};
    kit_person(in, "Ann", "ann");
    CHECK("backup", store_backup(in, kit_join(copy, folder, "copy"), &err) == PS_OK);
    store_close(in);
    put_text(path, "once a store");
    put_text(kit_join(log, folder, "psoas.db-wal"), "its last events");
    rename_fails = true;
    CHECK("restore", store_restore(folder, copy, &err) == PS_IO);
    rename_fails = false;
    CHECK("file", kit_file_has(path, "once a store"));
    CHECK("log", kit_file_has(log, "its last events"));
    CHECK("tidy", files_like("before-restore") == 0 && files_like(".part") == 0);

    CHECK("restore", store_restore(folder, copy, &err) == PS_OK);
    CHECK("kept", kit_files_with(folder, "once a store") == 1 && files_like("restore-1") == 2);
    CHECK("kept", kit_files_with(folder, "its last events") == 1 && access(log, F_OK) != 0);
    kit_remove(folder);
}

TEST_MAIN(TEST_CASE(restoring_keeps_what_was_there), TEST_CASE(restoring_copes_with_what_it_finds),
          TEST_CASE(a_restore_that_fails_at_the_end_changes_nothing))
