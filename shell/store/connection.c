/// connection.c — a connection to SQLite: how it is opened, its statements, what its errors mean.
#include "shell/store/sqlite.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

sqlite_settings sqlite_settings_defaults(void)
{
    return (sqlite_settings){.synchronous = "FULL", .busy_ms = 5000, .checkpoint_frames = 1000};
}

// ---- errors ----

/// Whether the header of a file that SQLite refuses still carries our mark.
///
/// Closing a file drops all POSIX locks that this process has on it, those of its other connections
/// too. That is so only once a file is no database (any more). What readers in this process lose is
/// their lock on the file itself, which keeps programs other than ours from ending the use of the
/// log; their place in the log is locked in the -shm file, and writers have the folder's flock.
static bool was_ours(const char *path)
{
    enum { MARK_AT = 68 }; // application_id, big-endian
    static const unsigned char mark[4] = {'P', 'S', 'O', 'A'};
    unsigned char header[MARK_AT + 4] = {0};
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const ssize_t got = pread(file, header, sizeof header, 0);
    close(file);
    if (got != (ssize_t)sizeof header) return false;

    // all zeros is what a file system leaves of a file after a crash
    static const unsigned char zeros[sizeof header];
    return memcmp(header + MARK_AT, mark, sizeof mark) == 0 ||
           memcmp(header, zeros, sizeof zeros) == 0;
}

static ps_code code_of_errno(int error, bool opening)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return PS_FULL;
    case ENOMEM:
        return PS_NOMEM;
    case EISDIR:
        return PS_FOREIGN;
    default:
        break;
    }
    if (!opening) return PS_IO; // whatever else stands there may be of an earlier call
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
        return PS_DENIED;
    case ENOENT:
        return PS_MISSING;
    default:
        return PS_IO;
    }
}

static ps_code code_of(const connection *of, int result)
{
    switch (result & 0xff) {
    case SQLITE_NOMEM:
        return PS_NOMEM;
    case SQLITE_FULL:
        return PS_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return PS_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return PS_DENIED;
    case SQLITE_NOTADB:
        return was_ours(of->path) ? PS_CORRUPT : PS_FOREIGN;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR: // our statements are right, so the tables cannot be ours
        return PS_CORRUPT;
    case SQLITE_CONSTRAINT:
        return result == SQLITE_CONSTRAINT_FOREIGNKEY ? PS_UNKNOWN : PS_CONFLICT;
    case SQLITE_TOOBIG:
        return PS_RANGE;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return code_of_errno(of->handle ? sqlite3_system_errno(of->handle) : 0,
                             (result & 0xff) == SQLITE_CANTOPEN);
    default:
        return PS_IO;
    }
}

static const char *advice_for(ps_code code, int result)
{
    if (result == SQLITE_READONLY_ROLLBACK || result == SQLITE_READONLY_RECOVERY) {
        return "it was left in the middle of a change; open it once for writing";
    }
    switch (code) {
    case PS_FULL:
        return "free some space and try again";
    case PS_BUSY:
        return "another program has it open; close that and try again";
    case PS_DENIED:
        return "give this user the right to write the file and its folder";
    case PS_FOREIGN:
        return "move it away or choose another folder";
    case PS_CORRUPT:
        return "restore a backup";
    case PS_MISSING:
        return "check the path";
    case PS_NEWER:
        return "update this program";
    case PS_IO:
        return "look at the disk and the system log";
    case PS_OK:
    case PS_NOMEM:
    case PS_SYNTAX:
    case PS_RANGE:
    case PS_UNKNOWN:
    case PS_CONFLICT:
    case PS_CLOCK:
        break;
    }
    return "try again";
}

ps_code connection_fail(connection *of, int result, ps_error *err)
{
    return connection_fail_at(of, of->path, result, err);
}

ps_code connection_fail_at(connection *of, const char *path, int result, ps_error *err)
{
    const ps_code code = code_of(of, result);
    const bool latest = of->handle && sqlite3_extended_errcode(of->handle) == result;
    const char *why = latest ? sqlite3_errmsg(of->handle) : sqlite3_errstr(result);
    return ps_fail(err, code, (ps_place){0}, "%s: %s (%.60s); %s", disk_tail(path),
                   ps_code_text(code), why, advice_for(code, result));
}

// ---- opening ----

/// "file:" with the path escaped: SQLite then takes options behind a '?'.
static char *uri_of(const char *path, const char *options)
{
    char *uri = malloc(3 * strlen(path) + strlen(options) + 8);
    if (!uri) return NULL;
    char *to = uri + sprintf(uri, "file:");
    for (const char *at = path; *at; at++) {
        if (strchr("%?#", *at)) {
            to += sprintf(to, "%%%02x", (unsigned char)*at);
        } else {
            *to++ = *at;
        }
    }
    sprintf(to, "?%s", options);
    return uri;
}

/// Settings that do not touch the file.
static ps_code configure(connection *to, const sqlite_settings *settings, ps_error *err)
{
    static const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE,             1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA,        0},
        {SQLITE_DBCONFIG_DQS_DDL,               0},
        {SQLITE_DBCONFIG_DQS_DML,               0},
        {SQLITE_DBCONFIG_ENABLE_FKEY,           1},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,      1},
    };
    for (int32_t i = 0; i < PS_COUNT(options); i++) {
        const int result = sqlite3_db_config(to->handle, options[i].option, options[i].value, NULL);
        if (result != SQLITE_OK) return connection_fail(to, result, err);
    }
    sqlite3_busy_timeout(to->handle, settings->busy_ms);
    // temporary tables stay in memory: nobody's history belongs into /var/tmp
    return connection_exec(to,
                           "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; "
                           "PRAGMA wal_autocheckpoint = 0; PRAGMA mmap_size = 0",
                           err);
}

static ps_code open_with(const char *path, const char *options, int flags,
                         const sqlite_settings *settings, connection **opened, ps_error *err)
{
    ps_code code = PS_OK;
    char *uri = NULL;
    connection *made = calloc(1, sizeof *made);
    if (made) made->path = strdup(path);
    if (made && made->path) uri = uri_of(path, options);
    if (!uri) {
        code = ps_fail(err, PS_NOMEM, (ps_place){0}, "no memory for a connection");
        goto done;
    }
    const int result = sqlite3_open_v2(
        uri, &made->handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
        NULL);
    code =
        result == SQLITE_OK ? configure(made, settings, err) : connection_fail(made, result, err);
    if (code != PS_OK) goto done;
    *opened = made;
    made = NULL;

done:
    free(uri);
    connection_close(made);
    return code;
}

ps_code connection_open(const char *path, const sqlite_settings *settings, connection **opened,
                        ps_error *err)
{
    connection *made = NULL;
    ps_code code = open_with(path, "mode=rw", SQLITE_OPEN_READWRITE, settings, &made, err);
    if (code != PS_OK) goto done;

    // SQLite opens a file that it may not write for reading, and says so only when asked
    if (sqlite3_db_readonly(made->handle, "main") == 1) {
        code = connection_fail(made, SQLITE_READONLY, err);
        goto done;
    }
    char sql[80];
    snprintf(sql, sizeof sql, "PRAGMA synchronous = %s; PRAGMA secure_delete = ON",
             settings->synchronous);
    code = connection_exec(made, sql, err);
    if (code != PS_OK) goto done;
    *opened = made;
    made = NULL;

done:
    connection_close(made);
    return code;
}

/// Whether a write-ahead log with something in it lies beside the file.
static bool has_log(const char *path)
{
    char log[DISK_PATH + 8];
    snprintf(log, sizeof log, "%s-wal", path);
    return disk_size(log) > 0;
}

ps_code connection_open_reader(const char *path, const sqlite_settings *settings,
                               connection **opened, ps_error *err)
{
    int64_t ignored = 0;
    connection *made = NULL;
    ps_code code = open_with(path, "mode=ro", SQLITE_OPEN_READONLY, settings, &made, err);
    if (code != PS_OK) goto done;
    assert(made);
    code = connection_number(made, "SELECT count(*) FROM sqlite_schema", &ignored, err);

    // where not even the -shm file can be made nobody else can write either
    const int why = sqlite3_errcode(made->handle) & 0xff;
    if (code != PS_OK && (why == SQLITE_CANTOPEN || why == SQLITE_READONLY) && !has_log(path)) {
        connection_close(made);
        made = NULL;
        code = open_with(path, "mode=ro&immutable=1", SQLITE_OPEN_READONLY, settings, &made, err);
        if (code != PS_OK) goto done;
        assert(made);
        code = connection_number(made, "SELECT count(*) FROM sqlite_schema", &ignored, err);
    }
    if (code != PS_OK) goto done;
    *opened = made;
    made = NULL;

done:
    connection_close(made);
    return code;
}

void connection_close(connection *of)
{
    if (!of) return;
    for (int32_t i = 0; i < STATEMENT_COUNT; i++) sqlite3_finalize(of->statements[i]);
    const int result = sqlite3_close(of->handle);
    assert(result == SQLITE_OK && "a statement is still in use");
    (void)result;
    free(of->path);
    free(of);
}

// ---- statements ----

ps_code connection_exec(connection *of, const char *sql, ps_error *err)
{
    const int result = sqlite3_exec(of->handle, sql, NULL, NULL, NULL);
    return result == SQLITE_OK ? PS_OK : connection_fail(of, result, err);
}

ps_code connection_number(connection *of, const char *sql, int64_t *number, ps_error *err)
{
    sqlite3_stmt *used = NULL;
    bool row = false;
    ps_code code = PS_OK;
    const int result = sqlite3_prepare_v2(of->handle, sql, -1, &used, NULL);
    code = result == SQLITE_OK ? connection_next(of, used, &row, err)
                               : connection_fail(of, result, err);
    if (row) *number = sqlite3_column_int64(used, 0);
    sqlite3_finalize(used);
    return code;
}

ps_code connection_use(connection *of, statement which, sqlite3_stmt **used, ps_error *err)
{
    static const char *const texts[] = {
#define X(name, text) text,
        SQLITE_STATEMENTS(X)
#undef X
    };
    sqlite3_stmt **kept = &of->statements[which];
    if (!*kept) {
        const int result =
            sqlite3_prepare_v3(of->handle, texts[which], -1, SQLITE_PREPARE_PERSISTENT, kept, NULL);
        if (result != SQLITE_OK) return connection_fail(of, result, err);
    }
    *used = *kept;
    return PS_OK;
}

void connection_done(sqlite3_stmt *used)
{
    if (!used) return;
    sqlite3_reset(used);
    sqlite3_clear_bindings(used); // what they point to may not live on
}

ps_code connection_next(connection *of, sqlite3_stmt *used, bool *row, ps_error *err)
{
    const int result = sqlite3_step(used);
    *row = result == SQLITE_ROW;
    return *row || result == SQLITE_DONE ? PS_OK : connection_fail(of, result, err);
}

const char *connection_text(sqlite3_stmt *used, int column)
{
    const char *text = (const char *)sqlite3_column_text(used, column);
    return text ? text : "";
}

ps_code connection_run(connection *of, statement which, const char *first, const char *second,
                       ps_error *err)
{
    sqlite3_stmt *used = NULL;
    bool row = false;
    ps_code code = connection_use(of, which, &used, err);
    if (code != PS_OK) return code;
    if (first) sqlite3_bind_text(used, 1, first, -1, SQLITE_STATIC);
    if (second) sqlite3_bind_text(used, 2, second, -1, SQLITE_STATIC);
    code = connection_next(of, used, &row, err);
    connection_done(used);
    return code;
}

ps_code connection_meta(connection *of, const char *key, char value[STORE_ID], ps_error *err)
{
    sqlite3_stmt *used = NULL;
    bool row = false;
    ps_code code = connection_use(of, STATEMENT_META_GET, &used, err);
    if (code != PS_OK) return code;
    sqlite3_bind_text(used, 1, key, -1, SQLITE_STATIC);
    code = connection_next(of, used, &row, err);
    snprintf(value, STORE_ID, "%s", row ? connection_text(used, 0) : "");
    connection_done(used);
    return code;
}
