/// sqlite.h — what the files of the SQLite engine share: connections, statements, migrations.
///
/// One connection writes and checkpoints, the writer's; SQLite 3.40.1 can damage a file when two
/// do (its WAL-reset bug). All others are read-only and never checkpoint, not even when they close.
#ifndef PS_SHELL_STORE_SQLITE_H
#define PS_SHELL_STORE_SQLITE_H

#include "shell/store/disk.h"
#include "shell/store/driver.h"

#include <pthread.h>
#include <sqlite3.h>

enum { SQLITE_APPLICATION = 0x50534f41 }; ///< "PSOA", the application_id of our files

/// What tests change.
typedef struct {
    const char *synchronous;   ///< "FULL"; less loses acknowledged events in a power cut
    int32_t busy_ms;           ///< how long to wait for other processes
    int32_t checkpoint_frames; ///< a longer log is copied into the file [pages]
} sqlite_settings;

sqlite_settings sqlite_settings_defaults(void);

#define SQLITE_ROW_COLUMNS "person, device, sequence, at_ms, offset_min, kind, body"
#define SQLITE_PERSON_COLUMNS \
    "id, name, created_ms, (SELECT count(*) FROM event WHERE event.person = person.id)"

/// Every statement that is run more than once: name, text.
#define SQLITE_STATEMENTS(X)                                                                     \
    X(BEGIN, "BEGIN")                                                                            \
    X(BEGIN_WRITE, "BEGIN IMMEDIATE")                                                            \
    X(COMMIT, "COMMIT")                                                                          \
    X(MARK, "SAVEPOINT job")                                                                     \
    X(KEEP, "RELEASE job")                                                                       \
    X(TAKE_BACK, "ROLLBACK TO job")                                                              \
    X(ROW_ADD, "INSERT INTO event (" SQLITE_ROW_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) " \
               "ON CONFLICT DO NOTHING")                                                         \
    X(ROW_SAME, "SELECT at_ms = ?4 AND offset_min = ?5 AND kind = ?6 AND body = ?7 FROM event "  \
                "WHERE person = ?1 AND device = ?2 AND sequence = ?3")                           \
    X(PERSON_ADD, "INSERT INTO person (id, name, created_ms) VALUES (?1, ?2, ?3)")               \
    X(PERSON_RENAME, "UPDATE person SET name = ?2 WHERE id = ?1")                                \
    X(PERSON_DELETE, "DELETE FROM person WHERE id = ?1")                                         \
    X(ROWS_DELETE, "DELETE FROM event WHERE person = ?1")                                        \
    X(META_GET, "SELECT value FROM meta WHERE key = ?1")                                         \
    X(META_SET, "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")                      \
    X(META_DELETE, "DELETE FROM meta WHERE key = ?1")                                            \
    X(PERSON_THERE, "SELECT 1 FROM person WHERE id = ?1")                                        \
    X(ROWS_COUNT, "SELECT count(*) FROM event WHERE person = ?1")                                \
    X(ROWS_OF, "SELECT " SQLITE_ROW_COLUMNS " FROM event WHERE person = ?1 "                     \
               "ORDER BY at_ms, device, sequence")                                               \
    X(ROWS_COUNT_ALL, "SELECT count(*) FROM event")                                              \
    X(ROWS_ALL, "SELECT " SQLITE_ROW_COLUMNS " FROM event "                                      \
                "ORDER BY person, at_ms, device, sequence")                                      \
    X(PEOPLE, "SELECT " SQLITE_PERSON_COLUMNS " FROM person ORDER BY name COLLATE NOCASE, id")   \
    X(PERSON_FIND, "SELECT " SQLITE_PERSON_COLUMNS " FROM person "                               \
                   "WHERE id = ?1 OR name = ?1 COLLATE NOCASE ORDER BY id <> ?1 LIMIT 1")        \
    X(LAST_SEQUENCE, "SELECT max(sequence) FROM event WHERE person = ?1 AND device = ?2")

typedef enum {
#define X(name, text) STATEMENT_##name,
    SQLITE_STATEMENTS(X)
#undef X
        STATEMENT_COUNT
} statement;

/// One connection, for one thread at a time.
typedef struct {
    sqlite3 *handle;
    char *path; ///< of the database file
    sqlite3_stmt *statements[STATEMENT_COUNT];
} connection;

/// A connection that may write: for one process that holds the folder's lock.
/// Errors: as store_open_sqlite, but for what is in the file.
PS_MUST_USE ps_code connection_open(const char *path, const sqlite_settings *settings,
                                    connection **opened, ps_error *err);

/// A connection that changes nothing. Errors: also PS_CORRUPT, PS_FOREIGN.
PS_MUST_USE ps_code connection_open_reader(const char *path, const sqlite_settings *settings,
                                           connection **opened, ps_error *err);
void connection_close(connection *of); ///< Nullable.

/// Turns a result of SQLite into a code and a text with the file's name and advice. Never PS_OK.
ps_code connection_fail(connection *of, int result, ps_error *err);

/// The same for another file that this connection was writing.
ps_code connection_fail_at(connection *of, const char *path, int result, ps_error *err);

/// Runs SQL without results.
PS_MUST_USE ps_code connection_exec(connection *of, const char *sql, ps_error *err);

/// The first column of the first row of `sql`; `number` stays as it is without rows.
PS_MUST_USE ps_code connection_number(connection *of, const char *sql, int64_t *number,
                                      ps_error *err);

/// A statement, made when it is first used; reset it with connection_done after each use.
PS_MUST_USE ps_code connection_use(connection *of, statement which, sqlite3_stmt **used,
                                   ps_error *err);
void connection_done(sqlite3_stmt *used); ///< Nullable.

/// Steps to the next row, if there is one.
PS_MUST_USE ps_code connection_next(connection *of, sqlite3_stmt *used, bool *row, ps_error *err);

/// A text of the row; "" when it is NULL, which is only so in a damaged file. Valid until the next
/// step.
const char *connection_text(sqlite3_stmt *used, int column);

/// Runs a statement with up to two texts and without results.
PS_MUST_USE ps_code connection_run(connection *of, statement which, const char *first,
                                   const char *second, ps_error *err);

/// A value of the meta table, "" when it has none.
PS_MUST_USE ps_code connection_meta(connection *of, const char *key, char value[STORE_ID],
                                    ps_error *err);

/// What a database file says of itself.
typedef struct {
    bool empty; ///< a database without anything in it yet
    int32_t schema;
} sqlite_identity;

/// Errors: PS_FOREIGN, PS_NEWER, PS_CORRUPT.
PS_MUST_USE ps_code connection_identify(connection *of, sqlite_identity *identity, ps_error *err);

/// Version of the schema that this program writes, and the oldest one that it can read.
enum { MIGRATE_NEWEST = 2, MIGRATE_READABLE = 1 };

/// Takes an empty database or one of schema `from` to schema `to`, all or nothing.
PS_MUST_USE ps_code migrate(connection *of, int32_t from, int32_t to, ps_error *err);

// ---- the engine ----

enum { SQLITE_IDLE_MAX = 8 }; ///< connections kept for the next reader

typedef struct {
    driver base;
    char path[DISK_PATH]; ///< absolute
    sqlite_settings settings;
    int lock;               ///< of the folder; -1 when read-only
    connection *writer;     ///< NULL when read-only
    int log_frames;         ///< length of the write-ahead log [pages]
    bool vacuum_due;        ///< deleted bytes may still be in the file
    bool truncate_due;      ///< deleted bytes may still be in the log
    char erasing[STORE_ID]; ///< the last person whose bytes may still be there; "" when none are
    pthread_mutex_t mutex;  ///< of what follows
    connection *idle[SQLITE_IDLE_MAX];
    int32_t idle_count;
} sqlite_driver;

static inline sqlite_driver *sqlite_self(driver *base) { return (sqlite_driver *)base; }

/// Opens `folder`/psoas.db. Errors: as store_open_sqlite.
PS_MUST_USE ps_code sqlite_open(const char *folder, store_options options, sqlite_settings settings,
                                driver **opened, ps_error *err);

/// Opens any copy of a store, for reading only.
PS_MUST_USE ps_code sqlite_open_file(const char *path, sqlite_settings settings, driver **opened,
                                     ps_error *err);

/// Gives the file a new device id.
PS_MUST_USE ps_code sqlite_name_device(connection *writer, char device[STORE_ID], ps_error *err);

/// Finishes what deletions left to do: rebuilds the file, empties the log.
/// Errors: PS_BUSY when readers are in the way for longer than `wait_ms`.
PS_MUST_USE ps_code sqlite_erase(sqlite_driver *self, int32_t wait_ms, ps_error *err);

/// Told by SQLite after each commit how long the log is.
int sqlite_note_log(void *context, sqlite3 *handle, const char *schema, int frames);

// the rows of the table of functions, see driver.h
ps_code sqlite_begin(driver *to, ps_error *err);
ps_code sqlite_commit(driver *to, ps_error *err);
void sqlite_roll_back(driver *to);
ps_code sqlite_mark(driver *to, ps_error *err);
ps_code sqlite_unmark(driver *to, bool keep, ps_error *err);
ps_code sqlite_add_row(driver *to, const driver_row *row, bool *added, ps_error *err);
ps_code sqlite_add_person(driver *to, const store_person *person, ps_error *err);
ps_code sqlite_rename_person(driver *to, const store_person *person, ps_error *err);
ps_code sqlite_delete_person(driver *to, const char *id, ps_error *err);
void sqlite_settle(driver *to);
ps_code sqlite_rows(driver *from, const char *person, driver_visit *visit, void *context,
                    ps_error *err);
ps_code sqlite_people(driver *from, driver_visit_person *visit, void *context, ps_error *err);
ps_code sqlite_find_person(driver *from, const char *name_or_id, store_person *found,
                           ps_error *err);
ps_code sqlite_last_sequence(driver *from, const char *person, const char *device, int64_t *last,
                             ps_error *err);
ps_code sqlite_facts(driver *from, store_facts *facts, ps_error *err);
ps_code sqlite_check(driver *from, ps_error *err);
ps_code sqlite_copy(driver *from, const char *path, ps_error *err);

#endif
