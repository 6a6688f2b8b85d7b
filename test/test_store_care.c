// Looking after a store. Facts: backup while it is in use, verification, migration from every
// earlier schema. Law: of a deleted person no byte is left in the files.
#include "store_file.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

// ---- backup and verification ----

enum { PAIRS_A_BACKUP = 100 };

typedef struct {
    store *to;
    atomic_bool stop;
    atomic_int done, allowed; ///< pairs; a fast disk would else outgrow the backups for ever
} busy;

static void *append_all_the_time(void *context)
{
    busy *self = context;
    for (int32_t i = 1; !atomic_load(&self->stop); i++) {
        while (i > atomic_load(&self->allowed) && !atomic_load(&self->stop)) usleep(200);
        const ps_event pair[2] = {kit_event("ann", "b", 2 * i), kit_event("ann", "b", 2 * i + 1)};
        ps_error err = {0};
        if (store_append(self->to, pair, 2, NULL, &err) != PS_OK) break;
        atomic_store(&self->done, i);
    }
    return NULL;
}

static void backups_are_of_one_moment_and_complete(void)
{
    store *in = begin();
    kit_person(in, "Ann", "ann");
    append_some(in, "ann", 1, 50);
    busy writing = {.to = in};
    pthread_t thread;
    CHECK("thread", pthread_create(&thread, NULL, append_all_the_time, &writing) == 0);
    for (int32_t i = 0; i < 10; i++) {
        char copy[KIT_PATH], name[20];
        ps_error err = {0};
        store_facts facts = {0};
        struct stat info = {0};
        snprintf(name, sizeof name, "copy-%d", i);
        kit_join(copy, folder, name);
        const int32_t before = atomic_load(&writing.done);
        atomic_fetch_add(&writing.allowed, PAIRS_A_BACKUP);
        CHECK(name, store_backup(in, copy, &err) == PS_OK);
        CHECK(name, store_verify(copy, &facts, &err) == PS_OK);
        CHECK(name, facts.people == 1 && facts.unreadable == 0 && facts.events % 2 == 0);
        CHECK(name, facts.events >= 50 + 2 * before);
        CHECK(name, stat(copy, &info) == 0 && (info.st_mode & 0777) == 0600);
    }
    atomic_store(&writing.stop, true);
    pthread_join(thread, NULL);
    store_close(in);
    CHECK("tidy", files_like(".part") == 0 && files_like("copy") == 10);
    kit_remove(folder);
}

static void backups_that_cannot_be_made_leave_nothing(void)
{
    store *in = begin();
    char copy[KIT_PATH];
    ps_error err = {0};
    kit_person(in, "Ann", "ann");
    CHECK("once", store_backup(in, kit_join(copy, folder, "copy"), &err) == PS_OK);
    CHECK("twice", store_backup(in, copy, &err) == PS_CONFLICT && strstr(err.text, "copy"));
    CHECK("folder", store_backup(in, kit_join(copy, folder, "no/copy"), &err) == PS_MISSING);
    CHECK("folder", store_backup(in, folder, &err) == PS_CONFLICT);
    store *passing = NULL;
    CHECK("memory", store_open_memory(&passing, &err) == PS_OK);
    CHECK("memory", store_backup(passing, kit_join(copy, folder, "other"), &err) == PS_MISSING);
    store_close(passing);
    CHECK("tidy", files_like(".part") == 0);
    store_close(in);
    kit_remove(folder);
}

static void a_part_of_somebody_else_is_left_alone(void)
{
    store *in = begin();
    char copy[KIT_PATH], part[KIT_PATH], old[KIT_PATH];
    ps_error err = {0};
    kit_person(in, "Ann", "ann");
    put_text(kit_join(part, folder, "copy.part"), "my notes");
    put_text(kit_join(old, folder, "psoas.db.part"), "my notes");
    CHECK("backup", store_backup(in, kit_join(copy, folder, "copy"), &err) == PS_OK);
    CHECK("backup", kit_file_has(part, "my notes"));
    CHECK("twice", store_backup(in, copy, &err) == PS_CONFLICT && kit_file_has(part, "my notes"));
    store_close(in);
    CHECK("restore", store_restore(folder, copy, &err) == PS_OK && kit_file_has(old, "my notes"));
    CHECK("restore", store_restore(folder, part, &err) == PS_FOREIGN);
    CHECK("restore", kit_file_has(old, "my notes") && files_like(".part") == 2);
    kit_remove(folder);
}

typedef struct {
    store *of;
    const char *path;
    ps_code code;
} backing_up;

static void *back_up(void *context)
{
    backing_up *self = context;
    self->code = store_backup(self->of, self->path, NULL);
    return NULL;
}

/// Two backups to one name at once: one of them is there and good, the other says so.
static void two_backups_at_once_do_not_mix(void)
{
    store *in = begin();
    char copy[KIT_PATH];
    ps_error err = {0};
    store_facts facts = {0};
    kit_person(in, "Ann", "ann");
    append_some(in, "ann", 1, 50);
    kit_join(copy, folder, "copy");
    for (int32_t i = 0; i < 20; i++) {
        pthread_t threads[2];
        backing_up both[2] = {
            {in, copy, PS_OK},
            {in, copy, PS_OK}
        };
        for (int32_t k = 0; k < 2; k++) {
            CHECK("thread", pthread_create(&threads[k], NULL, back_up, &both[k]) == 0);
        }
        for (int32_t k = 0; k < 2; k++) pthread_join(threads[k], NULL);
        CHECK("one", (both[0].code == PS_OK) != (both[1].code == PS_OK));
        CHECK("other", both[0].code == PS_CONFLICT || both[1].code == PS_CONFLICT);
        CHECK("good", store_verify(copy, &facts, &err) == PS_OK && facts.events == 50);
        CHECK("tidy", files_like(".part") == 0 && unlink(copy) == 0);
    }
    store_close(in);
    kit_remove(folder);
}

static void verification_finds_damage(void)
{
    store *in = begin();
    store_facts facts = {0};
    ps_error err = {0};
    kit_person(in, "Ann", "ann");
    append_some(in, "ann", 1, 200);
    CHECK("in use", store_verify(path, &facts, &err) == PS_OK && facts.events == 200);
    store_close(in);
    CHECK("closed", store_verify(path, &facts, &err) == PS_OK && facts.events == 200);
    CHECK("missing", store_verify("/nowhere/psoas.db", &facts, &err) == PS_MISSING);
    CHECK("folder", store_verify(folder, &facts, &err) == PS_FOREIGN);

    run_sql(path, "UPDATE event SET body = '{\"pain\":77}' WHERE sequence = 5;"
                  "UPDATE event SET body = 'no json' WHERE sequence = 6;"
                  "UPDATE event SET kind = 'dreamt' WHERE sequence = 7");
    CHECK("unreadable", store_verify(path, &facts, &err) == PS_OK && facts.unreadable == 3);
    in = open_store();
    kit_history read = kit_read(in, "ann");
    CHECK("unreadable", read.code == PS_CORRUPT);
    kit_forget(&read);
    CHECK("unreadable", store_facts_of(in, &facts, &err) == PS_OK && facts.unreadable == 3);
    store_close(in);

    run_sql(path, "PRAGMA foreign_keys = OFF; UPDATE event SET person = 'x' WHERE sequence = 9");
    CHECK("stray", store_verify(path, &facts, &err) == PS_CORRUPT);
    damage(path);
    CHECK("damaged", store_verify(path, &facts, &err) == PS_CORRUPT);
    CHECK("damaged", strstr(err.text, "restore a backup") != NULL);
    kit_remove(folder);
}

/// Opens, reads and appends as far as that goes.
static void use_damaged(const char *at, int32_t sequence)
{
    store *in = NULL;
    ps_error err = {0};
    ps_arena room = {0};
    size_t size = 0;
    int32_t count = 0;
    const ps_event *events = NULL;
    if (store_open_sqlite(at, (store_options){0}, &in, &err) != PS_OK) return;
    if (store_read_size(in, "ann", &size, &err) == PS_OK && size > 0 &&
        room_open(size, &room, &err) == PS_OK) {
        if (store_read(in, "ann", &room, &events, &count, &err) != PS_OK) count = 0;
        room_close(&room);
    }
    (void)kit_append(in, kit_event("ann", "a", sequence));
    store_close(in);
}

/// Random damage: whatever is said, it is said, and nothing is read past its end.
static void no_damage_makes_us_stumble(void)
{
    store *in = begin();
    char copy[KIT_PATH], broken[KIT_PATH];
    ps_error err = {0};
    store_facts facts;
    struct stat info = {0};
    kit_person(in, "Ann", "ann");
    append_some(in, "ann", 1, 100);
    CHECK("copy", store_backup(in, kit_join(copy, folder, "copy"), &err) == PS_OK);
    store_close(in);
    kit_join(broken, folder, "broken");
    CHECK("copy", stat(copy, &info) == 0 && mkdir(broken, 0700) == 0);
    kit_join(path, broken, "psoas.db");
    char *bytes = malloc((size_t)info.st_size);
    const int from = open(copy, O_RDONLY);
    CHECK("copy", bytes && read(from, bytes, (size_t)info.st_size) == info.st_size);
    close(from);

    uint64_t seed = 3;
    int32_t found = 0;
    for (int32_t i = 0; i < 400; i++) {
        const int to = open(path, O_CREAT | O_TRUNC | O_RDWR, 0600);
        CHECK("write", write(to, bytes, (size_t)info.st_size) == info.st_size);
        const int32_t spots = test_between(&seed, 1, 8);
        for (int32_t k = 0; k < spots; k++) {
            const uint64_t noise = test_random(&seed);
            const int32_t len = test_between(&seed, 1, 8);
            const int32_t at = test_between(&seed, 0, (int32_t)info.st_size - 8);
            CHECK("write", pwrite(to, &noise, (size_t)len, at) == len);
        }
        close(to);
        const ps_code code = store_verify(path, &facts, &err);
        found += code != PS_OK || facts.unreadable > 0;
        use_damaged(broken, 1000 + i);
    }
    CHECK("found", found > 200);
    free(bytes);
    kit_remove(broken);
    kit_remove(folder);
}

// ---- deletion ----

/// An event that cannot be mistaken for one of somebody else.
static ps_event secret_event(const char *person, int32_t sequence, char note[64])
{
    ps_event event = kit_event(person, "a", sequence);
    snprintf(note, 64, "secret of %s, number %d", person, sequence);
    event.as.pain_reported.note = note;
    return event;
}

/// Ann and Bob by turns, so that their rows share pages and pages are split between them.
static void mix_two_people(store *in)
{
    kit_person(in, "Ann", "ann");
    kit_person(in, "Bobby Secretson", "bob-secret-id");
    uint64_t seed = 5;
    for (int32_t i = 0; i < 1500; i++) {
        char note[64];
        const int32_t sequence = test_between(&seed, 1, 1000000);
        const char *person = i % 2 ? "ann" : "bob-secret-id";
        CHECK("mix", kit_append(in, secret_event(person, sequence, note)) == PS_OK);
    }
}

static void no_byte_of_a_deleted_person_is_left(void)
{
    store *in = begin();
    ps_error err = {0};
    mix_two_people(in);
    CHECK("before", files_with("Bobby Secretson") > 0 && files_with("secret of bob") > 0);
    CHECK("delete", store_person_rename(in, "bob-secret-id", "Secretive", &err) == PS_OK);
    CHECK("delete", store_person_delete(in, "bob-secret-id", &err) == PS_OK);
    for (int32_t i = 0; i < 2; i++) {
        CHECK("after", files_with("Bobby") == 0 && files_with("Secretive") == 0);
        CHECK("after", files_with("bob-secret-id") == 0 && files_with("secret of bob") == 0);
        CHECK("others", kit_count(in, "ann") == 750 + 10 * i && files_with("secret of ann") > 0);
        if (i == 0) append_some(in, "ann", 2000000, 10);
    }
    store_close(in);
    CHECK("closed", files_with("bob") == 0 && files_with("secret of ann") == 1);
    kit_remove(folder);
}

static void deletion_says_when_a_reader_keeps_bytes(void)
{
    store *in = begin();
    store_close(in);
    sqlite_settings settings = sqlite_settings_defaults();
    settings.busy_ms = 50;
    driver *rows = NULL;
    ps_error err = {0};
    CHECK("open", sqlite_open(folder, (store_options){0}, settings, &rows, &err) == PS_OK);
    CHECK("open", store_over(rows, &in, &err) == PS_OK);
    mix_two_people(in);
    const holder reader = child_holding(take_to_read, folder);
    CHECK("busy", store_person_delete(in, "bob-secret-id", &err) == PS_BUSY);
    CHECK("busy", strncmp(err.text, "deleted, but old bytes are left", 31) == 0);
    CHECK("busy", kit_count(in, "bob-secret-id") == -1);
    CHECK("busy", files_with("bob-secret-id") > 0); // as it says
    CHECK("again", store_person_delete(in, "bob-secret-id", &err) == PS_BUSY);
    CHECK("nobody", store_person_delete(in, "nobody", &err) == PS_UNKNOWN);
    append_some(in, "ann", 2000000, 10); // others go on
    child_release(reader);

    CHECK("nobody", store_person_delete(in, "nobody", &err) == PS_UNKNOWN);
    append_some(in, "ann", 2000010, 1); // after which it is done, unasked
    CHECK("again", store_person_delete(in, "bob-secret-id", &err) == PS_UNKNOWN);
    CHECK("after", files_with("bob-secret-id") == 0 && files_with("Bobby") == 0);
    CHECK("others", kit_count(in, "ann") == 761);
    store_close(in);
    kit_remove(folder);
}

/// As after a kill between deleting the rows and erasing their bytes.
static void delete_by_half(void)
{
    store *in = begin();
    mix_two_people(in);
    store_close(in);
    run_sql(path, "PRAGMA secure_delete = OFF; PRAGMA foreign_keys = OFF; BEGIN;"
                  "DELETE FROM event WHERE person LIKE 'bob%';"
                  "DELETE FROM person WHERE id LIKE 'bob%';"
                  "INSERT INTO meta VALUES ('erase', 'due'); COMMIT");
    CHECK("before", files_with("bob-secret-id") > 0);
}

static bool take_the_write_lock(const char *at)
{
    sqlite3 *handle = NULL;
    return sqlite3_open(at, &handle) == SQLITE_OK &&
           sqlite3_exec(handle, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
}

/// A file that could not be rebuilt at the start is not rebuilt after each transaction.
static void rebuilding_waits_for_the_end(void)
{
    char text[100];
    sqlite_settings settings = sqlite_settings_defaults();
    settings.busy_ms = 50;
    driver *rows = NULL;
    store *in = NULL;
    ps_error err = {0};
    delete_by_half();
    const holder stranger = child_holding(take_the_write_lock, path);
    CHECK("open", sqlite_open(folder, (store_options){0}, settings, &rows, &err) == PS_OK);
    CHECK("open", store_over(rows, &in, &err) == PS_OK);
    child_release(stranger);
    CHECK("nobody", store_person_delete(in, "nobody", &err) == PS_UNKNOWN);
    append_some(in, "ann", 2000000, 10);
    CHECK("still due", sqlite_self(store_driver(in))->vacuum_due);
    ask_sql(path, "SELECT value FROM meta WHERE key = 'erase'", text, sizeof text);
    CHECK_TEXT("still due", text, "due");
    store_close(in);
    CHECK("closed", files_with("bob-secret-id") == 0);
    ask_sql(path, "SELECT count(*) FROM meta WHERE key = 'erase'", text, sizeof text);
    CHECK_TEXT("closed", text, "0");
    kit_remove(folder);
}

static void deletion_is_finished_at_the_next_start(void)
{
    delete_by_half();
    store *in = open_store();
    CHECK("after", files_with("bob-secret-id") == 0 && files_with("Bobby") == 0);
    store_close(in);
    char text[100];
    ask_sql(path, "SELECT count(*) FROM meta WHERE key = 'erase'", text, sizeof text);
    CHECK_TEXT("once", text, "0");
    kit_remove(folder);
}

// ---- migration ----

static const char schema_sql[] =
    "SELECT group_concat(sql, '; ') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";

static void check_as_new(const char *row, const char *fresh)
{
    char text[4000], want[100];
    ask_sql(path, schema_sql, text, sizeof text);
    CHECK_TEXT(row, text, fresh);
    snprintf(want, sizeof want, "%d", (int)MIGRATE_NEWEST);
    ask_sql(path, "PRAGMA user_version", text, sizeof text);
    CHECK_TEXT(row, text, want);
    ask_sql(path, "PRAGMA application_id", text, sizeof text);
    CHECK_TEXT(row, text, "1347637057");
}

static void every_earlier_schema_becomes_the_newest(void)
{
    char fresh[4000];
    store *in = begin();
    store_close(in);
    ask_sql(path, schema_sql, fresh, sizeof fresh);
    kit_remove(folder);

    for (int32_t from = 0; from <= MIGRATE_NEWEST; from++) {
        char row[20];
        const sqlite_settings settings = sqlite_settings_defaults();
        connection *old = NULL;
        ps_error err = {0};
        snprintf(row, sizeof row, "from %d", from);
        kit_folder(folder);
        kit_join(path, folder, "psoas.db");
        close(open(path, O_CREAT | O_RDWR, 0600));
        CHECK(row, connection_open(path, &settings, &old, &err) == PS_OK);
        CHECK(row, migrate(old, 0, from, &err) == PS_OK);
        connection_close(old);
        in = open_store();
        kit_person(in, "Ann", "ann");
        append_some(in, "ann", 1, 5);
        store_close(in);
        check_as_new(row, fresh);
        kit_remove(folder);
    }
}

/// Reads a text beside this source.
static void read_beside(const char *name, char *text, size_t cap)
{
    char file[KIT_PATH];
    snprintf(file, sizeof file, "%.*s%s", (int)(strrchr(__FILE__, '/') + 1 - __FILE__), __FILE__,
             name);
    FILE *in = fopen(file, "r");
    const size_t len = in ? fread(text, 1, cap - 1, in) : 0;
    CHECK(file, in && len > 0 && len < cap - 1);
    text[len] = '\0';
    if (in) fclose(in);
}

static void a_file_of_the_first_version_is_read_and_kept(void)
{
    static char sql[20000];
    char fresh[4000];
    store *in = begin();
    store_close(in);
    ask_sql(path, schema_sql, fresh, sizeof fresh);
    kit_remove(folder);

    kit_folder(folder);
    kit_join(path, folder, "psoas.db");
    read_beside("golden/store_v1.sql", sql, sizeof sql);
    run_sql(path, sql);
    store_facts facts = {0};
    ps_error err = {0};
    CHECK("old", store_verify(path, &facts, &err) == PS_OK); // without changing it
    CHECK("old", facts.schema == 1 && facts.events == 4 && facts.unreadable == 0);

    in = open_store();
    CHECK_TEXT("device", store_device(in), "019ab0c4-7e00-7abc-8def-0123456789ab");
    kit_history read = kit_read(in, "ann");
    CHECK("events", read.count == 3);
    static const ps_event_kind kinds[] = {PS_EVENT_consent_given, PS_EVENT_pain_reported,
                                          PS_EVENT_corrected};
    for (int32_t i = 0; i < read.count && i < PS_COUNT(kinds); i++) {
        CHECK("kind", read.events[i].kind == kinds[i]);
    }
    kit_forget(&read);
    store_person found = {0};
    CHECK("people",
          store_person_find(in, "ZO\xc3\xab", &found, &err) == PS_OK && found.events == 1);
    store_close(in);
    check_as_new("old", fresh);
    kit_remove(folder);
}

TEST_MAIN(TEST_CASE(backups_are_of_one_moment_and_complete),
          TEST_CASE(backups_that_cannot_be_made_leave_nothing),
          TEST_CASE(a_part_of_somebody_else_is_left_alone),
          TEST_CASE(two_backups_at_once_do_not_mix), TEST_CASE(verification_finds_damage),
          TEST_CASE(no_damage_makes_us_stumble), TEST_CASE(no_byte_of_a_deleted_person_is_left),
          TEST_CASE(deletion_says_when_a_reader_keeps_bytes),
          TEST_CASE(deletion_is_finished_at_the_next_start),
          TEST_CASE(rebuilding_waits_for_the_end),
          TEST_CASE(every_earlier_schema_becomes_the_newest),
          TEST_CASE(a_file_of_the_first_version_is_read_and_kept))
