// The file of a store and who may open it. Facts: everything that can lie in its place, missing
// rights, a second process, and what the error says; permissions; reading beside a writer.
#include "shell/store/sqlite.h"
#include "store_child.h"

#include <fcntl.h>
#include <sys/stat.h>

static char folder[KIT_PATH], path[KIT_PATH];

static void begin(void)
{
    kit_folder(folder);
    kit_join(path, folder, "psoas.db");
}

static ps_code open_with(const char *at, store_options options, ps_error *err)
{
    store *in = NULL;
    const ps_code code = store_open_sqlite(at, options, &in, err);
    store_close(in);
    return code;
}

static ps_code open_to_write(const char *at, ps_error *err)
{
    return open_with(at, (store_options){0}, err);
}

static ps_code open_to_read(const char *at, ps_error *err)
{
    return open_with(at, (store_options){.read_only = true}, err);
}

static store *create(void)
{
    store *in = NULL;
    ps_error err = {0};
    const ps_code code = store_open_sqlite(folder, (store_options){.create = true}, &in, &err);
    if (code != PS_OK) printf("# %s\n", err.text);
    CHECK(folder, code == PS_OK);
    return in;
}

/// A store with Ann and 300 events, closed.
static void create_and_close(void)
{
    store *in = create();
    kit_person(in, "Ann", "ann");
    for (int32_t i = 1; i <= 300; i += 3) {
        const ps_event events[3] = {kit_event("ann", "a", i), kit_event("ann", "a", i + 1),
                                    kit_event("ann", "a", i + 2)};
        ps_error err = {0};
        CHECK(folder, store_append(in, events, 3, NULL, &err) == PS_OK);
    }
    store_close(in);
}

static void write_at(const char *file, int64_t offset, const void *bytes, size_t len)
{
    const int to = open(file, O_RDWR | O_CREAT, 0600);
    if (to < 0 || pwrite(to, bytes, len, offset) != (ssize_t)len) abort();
    close(to);
}

static void run_sql(const char *file, const char *sql)
{
    sqlite3 *handle = NULL;
    if (sqlite3_open(file, &handle) != SQLITE_OK) abort();
    char *why = NULL;
    if (sqlite3_exec(handle, sql, NULL, NULL, &why) != SQLITE_OK) printf("# %s: %s\n", sql, why);
    CHECK(sql, !why);
    sqlite3_free(why);
    sqlite3_close(handle);
}

static uint64_t digest_of(const char *file)
{
    uint64_t digest = UINT64_C(0xcbf29ce484222325);
    FILE *in = fopen(file, "rb");
    for (int c = 0; in && (c = getc(in)) != EOF;) digest = (digest ^ (uint64_t)c) * 0x100000001b3;
    if (in) fclose(in);
    return digest;
}

// ---- what may lie in the place of a store ----

static void put_nothing(void) {}
static void put_empty(void) { write_at(path, 0, "", 0); }
static void put_folder(void) { CHECK(path, mkdir(path, 0700) == 0); }
static void put_short_text(void) { write_at(path, 0, "my notes\n", 9); }

static void put_text(void)
{
    for (int32_t i = 0; i < 5000; i += 10) write_at(path, i, "long notes", 10);
}

static void put_stranger(void)
{
    run_sql(path, "CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x')");
}

static void put_stranger_with_log(void)
{
    run_sql(path, "PRAGMA journal_mode = WAL; PRAGMA user_version = 7; CREATE TABLE a (b)");
}

static void put_newer(void)
{
    create_and_close();
    run_sql(path, "PRAGMA user_version = 999");
}

static void put_bad_header(void)
{
    create_and_close();
    write_at(path, 0, "garbage!", 8);
}

static void put_zeros(void)
{
    static const char zeros[4096];
    create_and_close();
    write_at(path, 0, zeros, sizeof zeros);
}

static void put_bad_page_size(void)
{
    create_and_close();
    write_at(path, 16, "\x12\x34", 2);
}

static void put_half(void)
{
    create_and_close();
    CHECK(path, truncate(path, 3 * 4096 + 100) == 0);
}

static void put_a_missing_table(void)
{
    create_and_close();
    run_sql(path, "DROP TABLE event");
}

static void put_a_missing_schema(void) { run_sql(path, "PRAGMA application_id = 1347637057"); }

static void what_is_not_a_store_is_refused_and_left_alone(void)
{
    static const struct {
        const char *row;
        void (*put)(void);
        ps_code code;
        const char *says;
    } rows[] = {
        {"nothing",        put_nothing,           PS_MISSING, "there is no store here yet"   },
        {"empty file",     put_empty,             PS_MISSING, "there is no store here yet"   },
        {"folder",         put_folder,            PS_FOREIGN, "not a file of ours"           },
        {"short text",     put_short_text,        PS_FOREIGN, "not a file of ours"           },
        {"text",           put_text,              PS_FOREIGN, "choose another folder"        },
        {"other database", put_stranger,          PS_FOREIGN, "a database of another program"},
        {"other with log", put_stranger_with_log, PS_FOREIGN, "a database of another program"},
        {"newer",          put_newer,             PS_NEWER,   "update this program"          },
        {"damaged header", put_bad_header,        PS_CORRUPT, "restore a backup"             },
        {"zeros",          put_zeros,             PS_CORRUPT, "restore a backup"             },
        {"page size",      put_bad_page_size,     PS_CORRUPT, "restore a backup"             },
        {"half a file",    put_half,              PS_CORRUPT, "restore a backup"             },
        {"no schema",      put_a_missing_schema,  PS_CORRUPT, "restore a backup"             },
        {"no events",      put_a_missing_table,   PS_CORRUPT, "restore a backup"             },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        begin();
        rows[i].put();
        const uint64_t before = digest_of(path);
        for (int32_t write = 0; write < 2; write++) {
            if (rows[i].put == put_a_missing_table && !write) continue; // shows when it is read
            ps_error err = {0};
            const ps_code code = write ? open_to_write(folder, &err) : open_to_read(folder, &err);
            if (code != rows[i].code) printf("# %s: %s\n", rows[i].row, err.text);
            CHECK(rows[i].row, code == rows[i].code);
            CHECK(rows[i].row, strstr(err.text, rows[i].says) != NULL);
            CHECK(rows[i].row, strstr(err.text, "psoas.db") != NULL);
            CHECK(rows[i].row, digest_of(path) == before);
        }
        kit_remove(folder);
    }
}

static void folders_are_made_or_named(void)
{
    char at[KIT_PATH], deep[KIT_PATH], file[KIT_PATH], lengthy[600];
    begin();
    ps_error err = {0};
    kit_join(at, folder, "missing");
    kit_join(deep, folder, "missing/deep/");
    kit_join(file, folder, "file");
    write_at(file, 0, "x", 1);
    CHECK("missing", open_to_write(at, &err) == PS_MISSING && strstr(err.text, "missing"));
    CHECK("missing",
          open_with(at, (store_options){.read_only = true, .create = true}, &err) == PS_MISSING);
    CHECK("missing", access(at, F_OK) != 0);
    CHECK("a file", open_with(file, (store_options){.create = true}, &err) == PS_FOREIGN);
    CHECK("a file", strstr(err.text, "want a folder") != NULL);
    kit_join(file, folder, "file/below");
    CHECK("below a file", open_with(file, (store_options){.create = true}, &err) == PS_FOREIGN);
    CHECK("no name", open_with("", (store_options){.create = true}, &err) == PS_MISSING);

    // near the longest path that works the answer is clear, above it too
    int32_t refused = 0;
    for (int32_t len = 440; len < 500; len++) {
        memset(lengthy, 'x', sizeof lengthy);
        memcpy(lengthy, folder, strlen(folder));
        for (int32_t i = (int32_t)strlen(folder); i < len; i += 80) lengthy[i] = '/';
        lengthy[len] = '\0';
        const ps_code code = open_with(lengthy, (store_options){.create = true}, &err);
        CHECK("long", code == PS_OK || (code == PS_RANGE && strstr(err.text, "shorter")));
        refused += code != PS_OK;
    }
    CHECK("long", refused > 0 && refused < 50);

    const mode_t mask = umask(0);
    CHECK("deep", open_with(deep, (store_options){.create = true}, &err) == PS_OK);
    umask(mask);
    struct stat info;
    CHECK("deep", stat(at, &info) == 0 && (info.st_mode & 0777) == 0700);
    CHECK("deep", stat(deep, &info) == 0 && (info.st_mode & 0777) == 0700);
    CHECK("deep", kit_join(file, deep, "psoas.db") && stat(file, &info) == 0);
    CHECK("deep", (info.st_mode & 0777) == 0600);
    kit_remove(folder);
}

static void files_are_for_their_owner_only(void)
{
    static const char *const names[] = {"psoas.db", "psoas.db-wal", "psoas.db-shm", "psoas.lock"};
    begin();
    const mode_t mask = umask(0);
    store *in = create();
    kit_person(in, "Ann", "ann");
    umask(mask);
    for (int32_t i = 0; i < PS_COUNT(names); i++) {
        char file[KIT_PATH];
        struct stat info = {0};
        CHECK(names[i], stat(kit_join(file, folder, names[i]), &info) == 0);
        CHECK(names[i], (info.st_mode & 0777) == 0600);
    }
    store_close(in);
    char log[KIT_PATH];
    CHECK("closed", access(kit_join(log, folder, "psoas.db-wal"), F_OK) != 0); // all is in the file
    kit_remove(folder);
}

// ---- rights ----

static void no_rights_is_said(void)
{
    static const struct {
        const char *row;
        ps_code (*act)(const char *path, ps_error *err);
        uid_t owner;
        mode_t folder, file;
        ps_code code;
    } rows[] = {
        {"folder read-only, write",   open_to_write, CHILD_NOBODY, 0500, 0600, PS_DENIED},
        {"file read-only, write",     open_to_write, CHILD_NOBODY, 0700, 0400, PS_DENIED},
        {"file of another, write",    open_to_write, 0,            0755, 0600, PS_DENIED},
        {"folder of another, read",   open_to_read,  0,            0700, 0600, PS_DENIED},
        {"folder read-only, read",    open_to_read,  CHILD_NOBODY, 0500, 0400, PS_OK    },
        {"file of another, read",     open_to_read,  0,            0755, 0644, PS_OK    },
        {"file of another, no right", open_to_read,  0,            0755, 0600, PS_DENIED},
        {"all is well",               open_to_write, CHILD_NOBODY, 0700, 0600, PS_OK    },
    };
    for (int32_t i = 0; i < PS_COUNT(rows) && geteuid() == 0; i++) {
        char lock[KIT_PATH];
        begin();
        create_and_close();
        kit_join(lock, folder, "psoas.lock");
        CHECK(rows[i].row,
              chown(folder, rows[i].owner, 0) == 0 && chown(path, rows[i].owner, 0) == 0);
        CHECK(rows[i].row, chown(lock, rows[i].owner, 0) == 0);
        CHECK(rows[i].row, chmod(folder, rows[i].folder) == 0 && chmod(path, rows[i].file) == 0);
        const uint64_t before = digest_of(path);
        const verdict told = in_child(true, rows[i].act, folder);
        if (told.code != rows[i].code) printf("# %s: %s\n", rows[i].row, told.text);
        CHECK(rows[i].row, told.code == rows[i].code);
        CHECK(rows[i].row, told.code == PS_OK || strstr(told.text, folder + 5) != NULL);
        CHECK(rows[i].row, rows[i].code == PS_OK || digest_of(path) == before);
        kit_remove(folder);
    }
}

// ---- two processes ----

static bool take_to_write(const char *at)
{
    ps_error err = {0};
    store *in = NULL;
    return store_open_sqlite(at, (store_options){.create = true}, &in, &err) == PS_OK;
}

static void a_second_writer_is_told_who_is_first(void)
{
    begin();
    ps_error err = {0};
    char pid[40];
    const holder first = child_holding(take_to_write, folder);
    snprintf(pid, sizeof pid, "process %ld is writing here", (long)first.pid);
    CHECK("busy", open_to_write(folder, &err) == PS_BUSY && strstr(err.text, pid) != NULL);
    CHECK("busy", store_restore(folder, path, &err) == PS_BUSY && strstr(err.text, pid) != NULL);
    CHECK("read", open_to_read(folder, &err) == PS_OK);
    child_release(first); // it ends without closing
    CHECK("free", open_to_write(folder, &err) == PS_OK);

    store *in = create();
    snprintf(pid, sizeof pid, "process %ld is writing here", (long)getpid());
    CHECK("twice", open_to_write(folder, &err) == PS_BUSY && strstr(err.text, pid) != NULL);
    const verdict told = in_child(false, open_to_write, folder);
    CHECK("child", told.code == PS_BUSY && strstr(told.text, pid) != NULL);
    store_close(in);
    kit_remove(folder);
}

static bool take_nothing(const char *at) { return at != NULL; }

/// A program that forks beside us, say to run another, has our lock file open for a while.
static void children_do_not_keep_the_lock(void)
{
    begin();
    ps_error err = {0};
    store *in = create();
    const holder child = child_holding(take_nothing, folder);
    CHECK("held", open_to_write(folder, &err) == PS_BUSY);
    store_close(in);
    CHECK("free", open_to_write(folder, &err) == PS_OK);
    child_release(child);
    kit_remove(folder);
}

static void a_lock_that_points_elsewhere_is_refused(void)
{
    char lock[KIT_PATH], other[KIT_PATH];
    begin();
    create_and_close();
    ps_error err = {0};
    kit_join(lock, folder, "psoas.lock");
    write_at(kit_join(other, folder, "other"), 0, "my notes", 8);
    CHECK("link", unlink(lock) == 0 && symlink(other, lock) == 0);
    CHECK("link", open_to_write(folder, &err) == PS_FOREIGN);
    CHECK("link", strstr(err.text, "psoas.lock") && strstr(err.text, "not a symbolic link"));
    CHECK("link", kit_file_has(other, "my notes"));
    kit_remove(folder);
}

static ps_code read_and_try_to_write(const char *at, ps_error *err)
{
    store *in = NULL;
    ps_code code = store_open_sqlite(at, (store_options){.read_only = true}, &in, err);
    if (code != PS_OK) return code;
    const int32_t count = kit_count(in, "ann");
    const ps_event event = kit_event("ann", "b", 1);
    if (store_append(in, &event, 1, NULL, err) != PS_DENIED) code = PS_IO;
    if (store_submit(in, &event, 1, NULL, NULL, err) != PS_DENIED) code = PS_IO;
    if (store_person_add(in, "Bob", NULL, NULL, err) != PS_DENIED) code = PS_IO;
    const store_person cid = {.id = "cid", .name = "Cid"};
    if (store_append_with_people(in, &cid, 1, NULL, 0, NULL, err) != PS_DENIED) code = PS_IO;
    if (store_person_delete(in, "ann", err) != PS_DENIED) code = PS_IO;
    if (strlen(store_device(in)) != 36) code = PS_IO;
    if (code == PS_OK) ps_fail(err, PS_DENIED, (ps_place){0}, "%d events", count);
    store_close(in);
    return code;
}

static void readers_see_what_was_acknowledged(void)
{
    begin();
    store *in = create();
    kit_person(in, "Ann", "ann");
    for (int32_t i = 1; i <= 5; i++) {
        char says[20];
        CHECK("append", kit_append(in, kit_event("ann", "a", i)) == PS_OK);
        snprintf(says, sizeof says, "%d events", i);
        const verdict told = in_child(false, read_and_try_to_write, folder);
        CHECK("read", told.code == PS_OK);
        CHECK_TEXT("read", told.text, says);
    }
    store_close(in);
    const verdict told = in_child(false, read_and_try_to_write, folder); // nobody writes
    CHECK_TEXT("closed", told.text, "5 events");
    kit_remove(folder);
}

static bool take_the_write_lock(const char *at)
{
    sqlite3 *handle = NULL;
    return sqlite3_open(at, &handle) == SQLITE_OK &&
           sqlite3_exec(handle, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
}

/// Another program that knows nothing of our lock writes into the file.
static void a_stranger_in_the_file_is_waited_for_but_not_for_ever(void)
{
    begin();
    create_and_close();
    sqlite_settings settings = sqlite_settings_defaults();
    settings.busy_ms = 100;
    driver *rows = NULL;
    store *in = NULL;
    ps_error err = {0};
    CHECK("open", sqlite_open(folder, (store_options){0}, settings, &rows, &err) == PS_OK);
    CHECK("open", store_over(rows, &in, &err) == PS_OK);
    const holder stranger = child_holding(take_the_write_lock, path);
    const ps_event event = kit_event("ann", "b", 1);
    CHECK("busy", store_append(in, &event, 1, NULL, &err) == PS_BUSY);
    CHECK("busy", strstr(err.text, "psoas.db") && strstr(err.text, "another program has it open"));
    CHECK("busy", kit_count(in, "ann") == 300); // reading goes on
    child_release(stranger);
    CHECK("free", kit_append(in, event) == PS_OK && kit_count(in, "ann") == 301);
    store_close(in);
    kit_remove(folder);
}

static void device_and_events_stay(void)
{
    begin();
    char device[STORE_ID] = "";
    for (int32_t i = 0; i < 4; i++) {
        store *in = create();
        if (i == 0) kit_person(in, "Ann", "ann");
        if (i == 0) snprintf(device, sizeof device, "%s", store_device(in));
        CHECK_TEXT("device", store_device(in), device);
        CHECK("count", kit_count(in, "ann") == i);
        CHECK("append", kit_append(in, kit_event("ann", "a", i + 1)) == PS_OK);
        store_close(in);
    }
    kit_remove(folder);
}

/// The folder is named by a relative path, and the program changes its own.
static void a_changed_working_directory_does_no_harm(void)
{
    char before[500];
    begin();
    CHECK("cwd", getcwd(before, sizeof before) && chdir(folder) == 0);
    store *in = NULL;
    ps_error err = {0};
    CHECK("open", store_open_sqlite(".", (store_options){.create = true}, &in, &err) == PS_OK);
    CHECK("cwd", chdir("/") == 0);
    kit_person(in, "Ann", "ann");
    CHECK("append", kit_append(in, kit_event("ann", "a", 1)) == PS_OK);
    CHECK("count", kit_count(in, "ann") == 1);
    store_close(in);
    CHECK("cwd", chdir(before) == 0 && access(path, F_OK) == 0);
    kit_remove(folder);
}

/// What is odd in a path is not taken for an option of SQLite.
static void odd_paths_are_paths(void)
{
    static const char *const names[] = {"a?mode=memory", "100%41",  "file:x",
                                        "a#b",           "a b'\"c", "\xc3\xb6"};
    begin();
    for (int32_t i = 0; i < PS_COUNT(names); i++) {
        char at[KIT_PATH], file[KIT_PATH];
        ps_error err = {0};
        kit_join(at, folder, names[i]);
        CHECK(names[i], open_with(at, (store_options){.create = true}, &err) == PS_OK);
        CHECK(names[i], access(kit_join(file, at, "psoas.db"), F_OK) == 0);
        CHECK(names[i], open_to_read(at, &err) == PS_OK);
        kit_remove(at);
    }
    kit_remove(folder);
}

/// The log is copied into the file as it grows, and does not grow for ever.
static void the_log_stays_short(void)
{
    enum { FRAMES = 50 };
    begin();
    sqlite_settings settings = sqlite_settings_defaults();
    settings.checkpoint_frames = FRAMES;
    driver *rows = NULL;
    store *in = NULL;
    ps_error err = {0};
    char log[KIT_PATH];
    kit_join(log, folder, "psoas.db-wal");
    CHECK("open",
          sqlite_open(folder, (store_options){.create = true}, settings, &rows, &err) == PS_OK);
    CHECK("open", store_over(rows, &in, &err) == PS_OK);
    kit_person(in, "Ann", "ann");
    struct stat info = {0};
    int64_t longest = 0;
    for (int32_t i = 1; i <= 1000; i++) {
        CHECK("append", kit_append(in, kit_event("ann", "a", i)) == PS_OK);
        if (stat(log, &info) == 0 && info.st_size > longest) longest = info.st_size;
    }
    CHECK("log", longest > 0 && longest < 2 * FRAMES * 4120);
    store_close(in);
    kit_remove(folder);
}

TEST_MAIN(TEST_CASE(what_is_not_a_store_is_refused_and_left_alone),
          TEST_CASE(folders_are_made_or_named), TEST_CASE(files_are_for_their_owner_only),
          TEST_CASE(no_rights_is_said), TEST_CASE(a_second_writer_is_told_who_is_first),
          TEST_CASE(children_do_not_keep_the_lock),
          TEST_CASE(a_lock_that_points_elsewhere_is_refused),
          TEST_CASE(readers_see_what_was_acknowledged),
          TEST_CASE(a_stranger_in_the_file_is_waited_for_but_not_for_ever),
          TEST_CASE(device_and_events_stay), TEST_CASE(a_changed_working_directory_does_no_harm),
          TEST_CASE(odd_paths_are_paths), TEST_CASE(the_log_stays_short))
