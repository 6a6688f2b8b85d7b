/// sqlite_read.c — the readers' side of the SQLite engine: rows and people, checks, copies.
///
/// Each call has a connection of its own for as long as it runs, out of a small pool.
#include "shell/store/sqlite.h"

#include "shell/store/disk.h"

#include <stdio.h>
#include <string.h>

static ps_code reader_take(sqlite_driver *self, connection **taken, ps_error *err)
{
    *taken = NULL;
    pthread_mutex_lock(&self->mutex);
    if (self->idle_count > 0) *taken = self->idle[--self->idle_count];
    pthread_mutex_unlock(&self->mutex);
    return *taken ? PS_OK : connection_open_reader(self->path, &self->settings, taken, err);
}

/// Nullable: reader.
static void reader_give(sqlite_driver *self, connection *reader)
{
    if (!reader) return;
    if (!sqlite3_get_autocommit(reader->handle)) {
        ps_error ignored = {0};
        if (connection_run(reader, STATEMENT_COMMIT, NULL, NULL, &ignored) != PS_OK) {
            connection_close(reader);
            return;
        }
    }
    pthread_mutex_lock(&self->mutex);
    const bool keep = self->idle_count < SQLITE_IDLE_MAX;
    if (keep) self->idle[self->idle_count++] = reader;
    pthread_mutex_unlock(&self->mutex);
    if (!keep) connection_close(reader);
}

/// The one number that a statement with up to two texts gives; 0 for none or NULL.
static ps_code read_number(connection *reader, statement which, const char *first,
                           const char *second, int64_t *number, bool *found, ps_error *err)
{
    sqlite3_stmt *used = NULL;
    ps_code code = connection_use(reader, which, &used, err);
    if (code != PS_OK) return code;
    if (first) sqlite3_bind_text(used, 1, first, -1, SQLITE_STATIC);
    if (second) sqlite3_bind_text(used, 2, second, -1, SQLITE_STATIC);
    code = connection_next(reader, used, found, err);
    *number = *found ? sqlite3_column_int64(used, 0) : 0;
    connection_done(used);
    return code;
}

static ps_code check_person(connection *reader, const char *id, ps_error *err)
{
    int64_t ignored = 0;
    bool found = false;
    const ps_code code =
        read_number(reader, STATEMENT_PERSON_THERE, id, NULL, &ignored, &found, err);
    if (code != PS_OK) return code;
    return found ? PS_OK : driver_person_unknown(id, err);
}

static driver_row row_of(sqlite3_stmt *used)
{
    const ps_instant at = {sqlite3_column_int64(used, 3), sqlite3_column_int(used, 4)};
    const char *body = connection_text(used, 6);
    return (driver_row){
        .person = connection_text(used, 0),
        .device = connection_text(used, 1),
        .sequence = sqlite3_column_int64(used, 2),
        .at = at,
        .kind = connection_text(used, 5),
        .body = (ps_str){body, sqlite3_column_bytes(used, 6)},
    };
}

ps_code sqlite_rows(driver *from, const char *person, driver_visit *visit, void *context,
                    ps_error *err)
{
    sqlite_driver *self = sqlite_self(from);
    connection *reader = NULL;
    sqlite3_stmt *used = NULL;
    int64_t count = 0;
    bool row = false;

    // a transaction, so that the count and the rows are of one moment
    ps_code code = reader_take(self, &reader, err);
    if (code == PS_OK) code = connection_run(reader, STATEMENT_BEGIN, NULL, NULL, err);
    if (code == PS_OK && person) code = check_person(reader, person, err);
    if (code == PS_OK) {
        code = read_number(reader, person ? STATEMENT_ROWS_COUNT : STATEMENT_ROWS_COUNT_ALL, person,
                           NULL, &count, &row, err);
    }
    if (code == PS_OK && count > INT32_MAX) {
        code = ps_fail(err, PS_RANGE, (ps_place){0}, "%s: more events than this program can read",
                       disk_tail(self->path));
    }
    if (code == PS_OK) {
        code = connection_use(reader, person ? STATEMENT_ROWS_OF : STATEMENT_ROWS_ALL, &used, err);
    }
    if (code != PS_OK) goto done;

    if (person) sqlite3_bind_text(used, 1, person, -1, SQLITE_STATIC);
    for (int32_t i = 0;; i++) {
        code = connection_next(reader, used, &row, err);
        // in a damaged file an index may not agree with its table
        if (code == PS_OK && row != (i < count))
            code = connection_fail(reader, SQLITE_CORRUPT, err);
        if (code != PS_OK || !row) break;
        const driver_row read = row_of(used);
        code = visit(context, &read, i, (int32_t)count, err);
        if (code != PS_OK) break;
    }

done:
    connection_done(used);
    reader_give(self, reader);
    return code;
}

static store_person person_of(sqlite3_stmt *used)
{
    store_person person = {
        .created_ms = sqlite3_column_int64(used, 2),
        .events = sqlite3_column_int64(used, 3),
    };
    snprintf(person.id, sizeof person.id, "%s", connection_text(used, 0));
    snprintf(person.name, sizeof person.name, "%s", connection_text(used, 1));
    return person;
}

ps_code sqlite_people(driver *from, driver_visit_person *visit, void *context, ps_error *err)
{
    sqlite_driver *self = sqlite_self(from);
    connection *reader = NULL;
    sqlite3_stmt *used = NULL;
    bool row = false;
    ps_code code = reader_take(self, &reader, err);
    if (code == PS_OK) code = connection_use(reader, STATEMENT_PEOPLE, &used, err);
    while (code == PS_OK) {
        code = connection_next(reader, used, &row, err);
        if (code != PS_OK || !row) break;
        const store_person person = person_of(used);
        code = visit(context, &person, err);
    }
    connection_done(used);
    reader_give(self, reader);
    return code;
}

ps_code sqlite_find_person(driver *from, const char *name_or_id, store_person *found, ps_error *err)
{
    sqlite_driver *self = sqlite_self(from);
    connection *reader = NULL;
    sqlite3_stmt *used = NULL;
    bool row = false;
    ps_code code = reader_take(self, &reader, err);
    if (code == PS_OK) code = connection_use(reader, STATEMENT_PERSON_FIND, &used, err);
    if (code == PS_OK) {
        sqlite3_bind_text(used, 1, name_or_id, -1, SQLITE_STATIC);
        code = connection_next(reader, used, &row, err);
    }
    if (code == PS_OK && row) *found = person_of(used);
    if (code == PS_OK && !row) code = driver_person_unknown(name_or_id, err);
    connection_done(used);
    reader_give(self, reader);
    return code;
}

ps_code sqlite_last_sequence(driver *from, const char *person, const char *device, int64_t *last,
                             ps_error *err)
{
    sqlite_driver *self = sqlite_self(from);
    connection *reader = NULL;
    bool row = false;
    ps_code code = reader_take(self, &reader, err);
    if (code == PS_OK) code = check_person(reader, person, err);
    if (code == PS_OK) {
        code = read_number(reader, STATEMENT_LAST_SEQUENCE, person, device, last, &row, err);
    }
    reader_give(self, reader);
    return code;
}

ps_code sqlite_facts(driver *from, store_facts *facts, ps_error *err)
{
    sqlite_driver *self = sqlite_self(from);
    connection *reader = NULL;
    int64_t schema = 0;
    ps_code code = reader_take(self, &reader, err);
    if (code == PS_OK) code = connection_number(reader, "PRAGMA user_version", &schema, err);
    if (code == PS_OK) {
        char log[DISK_PATH + 8];
        snprintf(log, sizeof log, "%s-wal", self->path);
        facts->schema = (int32_t)schema;
        facts->newest_schema = MIGRATE_NEWEST;
        facts->bytes = disk_size(self->path) + disk_size(log);
    }
    reader_give(self, reader);
    return code;
}

/// Runs a check whose first row says "ok", or that has no rows when all is well.
static ps_code run_check(connection *reader, const char *sql, ps_error *err)
{
    sqlite3_stmt *used = NULL;
    bool row = false;
    ps_code code = PS_OK;
    const int result = sqlite3_prepare_v2(reader->handle, sql, -1, &used, NULL);
    code = result == SQLITE_OK ? connection_next(reader, used, &row, err)
                               : connection_fail(reader, result, err);
    if (code == PS_OK && row) {
        const char *said = connection_text(used, 0);
        const char *second = strchr(said, '\n'); // behind "*** in database main ***"
        if (second) said = second + 1;
        if (strcmp(said, "ok") != 0) {
            code = ps_fail(err, PS_CORRUPT, (ps_place){0}, "%s: damaged (%.80s); restore a backup",
                           disk_tail(reader->path), said);
        }
    }
    sqlite3_finalize(used);
    return code;
}

ps_code sqlite_check(driver *from, ps_error *err)
{
    sqlite_driver *self = sqlite_self(from);
    connection *reader = NULL;
    ps_code code = reader_take(self, &reader, err);
    if (code == PS_OK) code = run_check(reader, "PRAGMA integrity_check(1)", err);
    if (code == PS_OK) code = run_check(reader, "PRAGMA foreign_key_check", err);
    reader_give(self, reader);
    return code;
}

/// VACUUM INTO rather than a copy of the pages: the copy is compact and has nothing in its gaps.
ps_code sqlite_copy(driver *from, const char *path, ps_error *err)
{
    sqlite_driver *self = sqlite_self(from);
    connection *reader = NULL;
    sqlite3_stmt *used = NULL;
    ps_code code = reader_take(self, &reader, err);
    if (code != PS_OK) goto done;
    int result = sqlite3_prepare_v2(reader->handle, "VACUUM INTO ?1", -1, &used, NULL);
    if (result != SQLITE_OK) {
        code = connection_fail(reader, result, err);
        goto done;
    }
    sqlite3_bind_text(used, 1, path, -1, SQLITE_STATIC);
    result = sqlite3_step(used);
    if (result != SQLITE_DONE) code = connection_fail_at(reader, path, result, err);

done:
    sqlite3_finalize(used);
    reader_give(self, reader);
    return code;
}
