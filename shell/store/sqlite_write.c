/// sqlite_write.c — the writer's side of the SQLite engine: transactions, rows, deletion, the log.
#include "shell/store/sqlite.h"

#include <stdio.h>
#include <string.h>

enum {
    LOG_PATIENCE = 10, ///< a log this many times too long may make readers wait
    LOG_WAIT_MS = 100  ///< but not for long
};

ps_code sqlite_begin(driver *to, ps_error *err)
{
    return connection_run(sqlite_self(to)->writer, STATEMENT_BEGIN_WRITE, NULL, NULL, err);
}

ps_code sqlite_commit(driver *to, ps_error *err)
{
    return connection_run(sqlite_self(to)->writer, STATEMENT_COMMIT, NULL, NULL, err);
}

void sqlite_roll_back(driver *to)
{
    sqlite3 *handle = sqlite_self(to)->writer->handle;
    // some errors have rolled back already; what cannot be rolled back now is so at the next start
    if (!sqlite3_get_autocommit(handle)) sqlite3_exec(handle, "ROLLBACK", NULL, NULL, NULL);
}

ps_code sqlite_mark(driver *to, ps_error *err)
{
    return connection_run(sqlite_self(to)->writer, STATEMENT_MARK, NULL, NULL, err);
}

ps_code sqlite_unmark(driver *to, bool keep, ps_error *err)
{
    connection *writer = sqlite_self(to)->writer;
    if (!keep) {
        const ps_code code = connection_run(writer, STATEMENT_TAKE_BACK, NULL, NULL, err);
        if (code != PS_OK) return code;
    }
    return connection_run(writer, STATEMENT_KEEP, NULL, NULL, err);
}

static void bind_row(sqlite3_stmt *used, const driver_row *row)
{
    sqlite3_bind_text(used, 1, row->person, -1, SQLITE_STATIC);
    sqlite3_bind_text(used, 2, row->device, -1, SQLITE_STATIC);
    sqlite3_bind_int64(used, 3, row->sequence);
    sqlite3_bind_int64(used, 4, row->at.ms);
    sqlite3_bind_int(used, 5, row->at.offset_min);
    sqlite3_bind_text(used, 6, row->kind, -1, SQLITE_STATIC);
    sqlite3_bind_text(used, 7, row->body.ptr, row->body.len, SQLITE_STATIC);
}

/// Compares a row with the one that has its key already.
static ps_code check_same(connection *writer, const driver_row *row, ps_error *err)
{
    sqlite3_stmt *used = NULL;
    bool found = false;
    ps_code code = connection_use(writer, STATEMENT_ROW_SAME, &used, err);
    if (code != PS_OK) return code;
    bind_row(used, row);
    code = connection_next(writer, used, &found, err);
    if (code == PS_OK && (!found || sqlite3_column_int(used, 0) == 0)) {
        code = driver_row_conflict(row, err);
    }
    connection_done(used);
    return code;
}

ps_code sqlite_add_row(driver *to, const driver_row *row, bool *added, ps_error *err)
{
    connection *writer = sqlite_self(to)->writer;
    sqlite3_stmt *used = NULL;
    bool ignored = false;
    ps_code code = connection_use(writer, STATEMENT_ROW_ADD, &used, err);
    if (code != PS_OK) return code;
    bind_row(used, row);
    code = connection_next(writer, used, &ignored, err);
    connection_done(used);

    if (code == PS_UNKNOWN) return driver_person_unknown(row->person, err);
    if (code != PS_OK) return code;
    *added = sqlite3_changes(writer->handle) == 1;
    return *added ? PS_OK : check_same(writer, row, err);
}

ps_code sqlite_add_person(driver *to, const store_person *person, ps_error *err)
{
    connection *writer = sqlite_self(to)->writer;
    sqlite3_stmt *used = NULL;
    bool ignored = false;
    ps_code code = connection_use(writer, STATEMENT_PERSON_ADD, &used, err);
    if (code != PS_OK) return code;
    sqlite3_bind_text(used, 1, person->id, -1, SQLITE_STATIC);
    sqlite3_bind_text(used, 2, person->name, -1, SQLITE_STATIC);
    sqlite3_bind_int64(used, 3, person->created_ms);
    code = connection_next(writer, used, &ignored, err);
    const bool by_id = sqlite3_extended_errcode(writer->handle) == SQLITE_CONSTRAINT_PRIMARYKEY;
    connection_done(used);
    return code == PS_CONFLICT ? driver_person_taken(person, by_id, err) : code;
}

ps_code sqlite_rename_person(driver *to, const store_person *person, ps_error *err)
{
    connection *writer = sqlite_self(to)->writer;
    const ps_code code =
        connection_run(writer, STATEMENT_PERSON_RENAME, person->id, person->name, err);
    if (code == PS_CONFLICT) return driver_person_taken(person, false, err);
    if (code != PS_OK) return code;
    return sqlite3_changes(writer->handle) == 1 ? PS_OK : driver_person_unknown(person->id, err);
}

// ---- deleting for good ----

/// Removes the rows and notes, in the same transaction, that their bytes have to go as well.
static ps_code delete_rows(sqlite_driver *self, const char *id, ps_error *err)
{
    connection *writer = self->writer;
    int removed = 0;
    ps_code code = sqlite_begin(&self->base, err);
    if (code == PS_OK) code = connection_run(writer, STATEMENT_ROWS_DELETE, id, NULL, err);
    if (code == PS_OK) code = connection_run(writer, STATEMENT_PERSON_DELETE, id, NULL, err);
    if (code == PS_OK) {
        removed = sqlite3_changes(writer->handle);
        if (removed == 0) code = driver_person_unknown(id, err);
    }
    if (code == PS_OK) code = connection_run(writer, STATEMENT_META_SET, "erase", "due", err);
    if (code == PS_OK) code = sqlite_commit(&self->base, err);
    if (code != PS_OK) {
        sqlite_roll_back(&self->base);
        return code;
    }
    self->vacuum_due = true;
    snprintf(self->erasing, sizeof self->erasing, "%s", id);
    return PS_OK;
}

/// Empties the log into the file, once the readers of other processes let it go.
static ps_code truncate_log(sqlite_driver *self, int32_t wait_ms, ps_error *err)
{
    sqlite3 *handle = self->writer->handle;
    sqlite3_busy_timeout(handle, wait_ms);
    const int result =
        sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    sqlite3_busy_timeout(handle, self->settings.busy_ms);
    return result == SQLITE_OK ? PS_OK : connection_fail(self->writer, result, err);
}

/// Empties the log. When the file was rebuilt as well, nothing is left of what was deleted.
static ps_code clear_log(sqlite_driver *self, int32_t wait_ms, ps_error *err)
{
    if (!self->truncate_due) return PS_OK;
    const ps_code code = truncate_log(self, wait_ms, err);
    if (code != PS_OK) return code;
    self->truncate_due = false;
    if (self->vacuum_due) return PS_OK;
    self->erasing[0] = '\0';
    return connection_run(self->writer, STATEMENT_META_DELETE, "erase", NULL, err);
}

/// Overwrites what deleted rows have left behind. Secure deletion alone does not do it: pages that
/// were split or merged keep old copies of rows in their gaps. A rebuilt file has none.
ps_code sqlite_erase(sqlite_driver *self, int32_t wait_ms, ps_error *err)
{
    if (self->vacuum_due) {
        const ps_code code = connection_exec(self->writer, "VACUUM", err);
        if (code != PS_OK) return code;
        self->vacuum_due = false;
        self->truncate_due = true;
    }
    return clear_log(self, wait_ms, err);
}

ps_code sqlite_delete_person(driver *to, const char *id, ps_error *err)
{
    sqlite_driver *self = sqlite_self(to);
    // a second call for somebody who is gone finishes what the first one could not
    const bool unfinished = strcmp(self->erasing, id) == 0;
    ps_code code = delete_rows(self, id, err);
    if (code != PS_OK && !(code == PS_UNKNOWN && unfinished)) return code;
    ps_error inner = {0};
    code = sqlite_erase(self, self->settings.busy_ms, &inner);
    if (code == PS_OK) return PS_OK;
    return ps_fail(err, code, (ps_place){0},
                   "deleted, but old bytes are left until the next try or start: %.160s",
                   inner.text);
}

int sqlite_note_log(void *context, sqlite3 *handle, const char *schema, int frames)
{
    (void)handle;
    (void)schema;
    ((sqlite_driver *)context)->log_frames = frames;
    return SQLITE_OK;
}

/// Copies the log into the file when it is long. What fails here is safe in the log and is tried
/// again after the next transaction; but not rebuilding a file, which may take long: that waits for
/// the next deletion or the end.
void sqlite_settle(driver *to)
{
    sqlite_driver *self = sqlite_self(to);
    ps_error ignored = {0};
    if (self->truncate_due && clear_log(self, 0, &ignored) == PS_OK) self->log_frames = 0;
    if (self->log_frames < self->settings.checkpoint_frames) return;

    // readers that never rest would let the log grow for ever: at some length they wait for us
    sqlite3 *handle = self->writer->handle;
    const bool patient = self->log_frames < LOG_PATIENCE * self->settings.checkpoint_frames;
    sqlite3_busy_timeout(handle, LOG_WAIT_MS);
    const int result = sqlite3_wal_checkpoint_v2(
        handle, "main", patient ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART, NULL,
        NULL);
    sqlite3_busy_timeout(handle, self->settings.busy_ms);
    if (result == SQLITE_OK && !patient) self->log_frames = 0;
}
