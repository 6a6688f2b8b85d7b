/// sqlite.c — the SQLite engine: how it is opened and closed.
#include "shell/store/sqlite.h"

#include "shell/store/disk.h"
#include "shell/store/lock.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOG_BYTES = 16 << 20 }; ///< of a log that is kept for reuse

static void sqlite_close(driver *of)
{
    sqlite_driver *self = sqlite_self(of);
    for (int32_t i = 0; i < self->idle_count; i++) connection_close(self->idle[i]);
    if (self->writer) {
        ps_error ignored = {0};
        // what stays undone is noted in the file and done at the next start
        const ps_code code = sqlite_erase(self, 0, &ignored);
        (void)code;
        sqlite3_db_config(self->writer->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
        connection_close(self->writer);
    }
    lock_release(self->lock);
    pthread_mutex_destroy(&self->mutex);
    free(self);
}

static const driver_engine engine = {
    .begin = sqlite_begin,
    .commit = sqlite_commit,
    .roll_back = sqlite_roll_back,
    .mark = sqlite_mark,
    .unmark = sqlite_unmark,
    .add_row = sqlite_add_row,
    .add_person = sqlite_add_person,
    .rename_person = sqlite_rename_person,
    .delete_person = sqlite_delete_person,
    .settle = sqlite_settle,
    .rows = sqlite_rows,
    .people = sqlite_people,
    .find_person = sqlite_find_person,
    .last_sequence = sqlite_last_sequence,
    .facts = sqlite_facts,
    .check = sqlite_check,
    .copy = sqlite_copy,
    .close = sqlite_close,
};

static ps_code make(const char *path, sqlite_settings settings, sqlite_driver **made, ps_error *err)
{
    sqlite_driver *self = calloc(1, sizeof *self);
    if (!self) return ps_fail(err, PS_NOMEM, (ps_place){0}, "no memory for a store");
    self->base.engine = &engine;
    self->settings = settings;
    self->lock = -1;
    snprintf(self->path, sizeof self->path, "%s", path);
    pthread_mutex_init(&self->mutex, NULL);
    *made = self;
    return PS_OK;
}

static ps_code fail_empty(const char *path, ps_error *err)
{
    return ps_fail(err, PS_MISSING, (ps_place){0}, "%s: there is no store here yet; create one",
                   disk_tail(path));
}

/// The log lets readers go on while the writer writes. Not every file system can share it.
static ps_code use_log(connection *writer, ps_error *err)
{
    sqlite3_stmt *used = NULL;
    bool row = false;
    ps_code code = PS_OK;
    const int result =
        sqlite3_prepare_v2(writer->handle, "PRAGMA journal_mode = WAL", -1, &used, NULL);
    code = result == SQLITE_OK ? connection_next(writer, used, &row, err)
                               : connection_fail(writer, result, err);
    if (code == PS_OK && strcmp(connection_text(used, 0), "wal") != 0) {
        code = ps_fail(err, PS_IO, (ps_place){0},
                       "%s: this file system cannot share a write-ahead log; use a local folder",
                       disk_tail(writer->path));
    }
    sqlite3_finalize(used);
    if (code != PS_OK) return code;

    char sql[60];
    snprintf(sql, sizeof sql, "PRAGMA journal_size_limit = %d", (int)LOG_BYTES);
    return connection_exec(writer, sql, err);
}

ps_code sqlite_name_device(connection *writer, char device[STORE_ID], ps_error *err)
{
    ps_code code = id_make(device, err);
    if (code != PS_OK) return code;
    return connection_run(writer, STATEMENT_META_SET, "device", device, err);
}

/// Makes every statement now, so that tables that are not ours show at the start.
static ps_code make_statements(connection *writer, ps_error *err)
{
    ps_code code = PS_OK;
    sqlite3_stmt *ignored = NULL;
    for (int32_t i = 0; code == PS_OK && i < STATEMENT_COUNT; i++) {
        code = connection_use(writer, (statement)i, &ignored, err);
    }
    return code;
}

/// Brings an open database to where events can be added.
static ps_code prepare(sqlite_driver *self, connection *writer, bool create, ps_error *err)
{
    sqlite_identity identity = {0};
    char erase[STORE_ID] = "";
    ps_code code = connection_identify(writer, &identity, err);
    if (code == PS_OK && identity.empty && !create) code = fail_empty(self->path, err);
    if (code == PS_OK) code = use_log(writer, err);
    if (code == PS_OK) code = migrate(writer, identity.schema, MIGRATE_NEWEST, err);
    if (code == PS_OK) code = make_statements(writer, err);
    if (code == PS_OK) code = connection_meta(writer, "device", self->base.device, err);
    if (code == PS_OK && !self->base.device[0]) {
        code = sqlite_name_device(writer, self->base.device, err);
    }
    if (code == PS_OK) code = connection_meta(writer, "erase", erase, err);
    if (code != PS_OK) return code;

    // a deletion that was interrupted, and a log that a killed writer has left: it may hold bytes
    // of what was never committed
    self->vacuum_due = erase[0];
    self->truncate_due = true;
    return PS_OK;
}

static ps_code open_writer(const char *folder, const char *path, store_options options,
                           sqlite_settings settings, driver **opened, ps_error *err)
{
    sqlite_driver *self = NULL;
    connection *writer = NULL;
    bool there = false;
    ps_code code = make(path, settings, &self, err);
    if (code != PS_OK) return code;
    assert(self);
    code = lock_take(folder, &self->lock, err);
    if (code == PS_OK) code = disk_find(path, &there, err);
    if (code == PS_OK && !there) {
        code = disk_create(path, err);
        if (code == PS_OK) code = disk_sync(folder, err);
    }
    if (code == PS_OK) code = connection_open(path, &self->settings, &writer, err);
    if (code == PS_OK) code = prepare(self, writer, options.create, err);
    if (code != PS_OK) goto done;

    sqlite3_wal_hook(writer->handle, sqlite_note_log, self);
    self->writer = writer;
    writer = NULL;
    // tidies up; when readers are in the way it is tried again later
    ps_error ignored = {0};
    const ps_code erased = sqlite_erase(self, 0, &ignored);
    (void)erased;
    *opened = &self->base;
    self = NULL;

done:
    connection_close(writer);
    if (self) sqlite_close(&self->base);
    return code;
}

ps_code sqlite_open_file(const char *path, sqlite_settings settings, driver **opened, ps_error *err)
{
    sqlite_driver *self = NULL;
    connection *reader = NULL;
    sqlite_identity identity = {0};
    ps_code code = make(path, settings, &self, err);
    if (code != PS_OK) return code;
    assert(self);
    code = connection_open_reader(path, &self->settings, &reader, err);
    if (code == PS_OK) code = connection_identify(reader, &identity, err);
    if (code == PS_OK && identity.empty) code = fail_empty(path, err);
    if (code == PS_OK) code = connection_meta(reader, "device", self->base.device, err);
    if (code != PS_OK) goto done;

    self->base.read_only = true;
    self->idle[self->idle_count++] = reader;
    reader = NULL;
    *opened = &self->base;
    self = NULL;

done:
    connection_close(reader);
    if (self) sqlite_close(&self->base);
    return code;
}

ps_code sqlite_open(const char *folder, store_options options, sqlite_settings settings,
                    driver **opened, ps_error *err)
{
    const bool create = options.create && !options.read_only;
    char absolute[DISK_PATH], path[DISK_PATH];
    bool there = false;
    ps_code code = disk_folder(folder, create, absolute, err);
    if (code == PS_OK) code = disk_join(absolute, "psoas.db", path, err);
    if (code == PS_OK) code = disk_find(path, &there, err);
    if (code != PS_OK) return code;
    if (!create && !there) return fail_empty(path, err);
    return options.read_only ? sqlite_open_file(path, settings, opened, err)
                             : open_writer(absolute, path, options, settings, opened, err);
}
