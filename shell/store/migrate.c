/// migrate.c — the schema as a list of numbered steps. Steps are only ever added at the end.
#include "shell/store/sqlite.h"

#include "shell/store/disk.h"

#include <assert.h>
#include <stdio.h>

static const char *const steps[] = {
    // 1: people and what happened to them
    "CREATE TABLE meta (\n"
    "  key   TEXT NOT NULL PRIMARY KEY,\n"
    "  value TEXT NOT NULL\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE person (\n"
    "  id         TEXT NOT NULL PRIMARY KEY,\n"
    "  name       TEXT NOT NULL UNIQUE COLLATE NOCASE,\n"
    "  created_ms INTEGER NOT NULL\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE event (\n"
    "  person     TEXT NOT NULL REFERENCES person (id),\n"
    "  device     TEXT NOT NULL,\n"
    "  sequence   INTEGER NOT NULL CHECK (sequence >= 1),\n"
    "  at_ms      INTEGER NOT NULL,\n"
    "  offset_min INTEGER NOT NULL,\n"
    "  kind       TEXT NOT NULL,\n"
    "  body       TEXT NOT NULL,\n"
    "  PRIMARY KEY (person, device, sequence)\n"
    ") STRICT, WITHOUT ROWID;",
    // 2: histories are read in fold order
    "CREATE INDEX event_in_fold_order ON event (person, at_ms, device, sequence);",
};

_Static_assert(sizeof steps / sizeof steps[0] == MIGRATE_NEWEST, "one step for each version");

ps_code connection_identify(connection *of, sqlite_identity *identity, ps_error *err)
{
    int64_t application = 0, schema = 0, tables = 0;
    ps_code code = connection_number(of, "PRAGMA application_id", &application, err);
    if (code == PS_OK) code = connection_number(of, "PRAGMA user_version", &schema, err);
    if (code == PS_OK) {
        code = connection_number(of, "SELECT count(*) FROM sqlite_schema", &tables, err);
    }
    if (code != PS_OK) return code;

    *identity = (sqlite_identity){
        .empty = application == 0 && schema == 0 && tables == 0,
        .schema = (int32_t)schema,
    };
    if (identity->empty) return PS_OK;
    const char *path = disk_tail(of->path);
    if (application != SQLITE_APPLICATION) {
        return ps_fail(err, PS_FOREIGN, (ps_place){0},
                       "%s: a database of another program; move it away or choose another folder",
                       path);
    }
    if (schema > MIGRATE_NEWEST) {
        return ps_fail(err, PS_NEWER, (ps_place){0},
                       "%s: written by a newer version (schema %d, this one knows %d); update this "
                       "program",
                       path, (int)schema, (int)MIGRATE_NEWEST);
    }
    if (schema < MIGRATE_READABLE) {
        return ps_fail(err, PS_CORRUPT, (ps_place){0}, "%s: has no schema; restore a backup", path);
    }
    return PS_OK;
}

ps_code migrate(connection *of, int32_t from, int32_t to, ps_error *err)
{
    assert(from >= 0 && from <= to && to <= MIGRATE_NEWEST);
    if (from == to) return PS_OK;

    ps_code code = connection_exec(of, "BEGIN IMMEDIATE", err);
    for (int32_t i = from; code == PS_OK && i < to; i++) code = connection_exec(of, steps[i], err);
    if (code == PS_OK) {
        char sql[100];
        snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                 (int)SQLITE_APPLICATION, (int)to);
        code = connection_exec(of, sql, err);
    }
    // a full disk has rolled back already
    if (code != PS_OK && !sqlite3_get_autocommit(of->handle)) {
        ps_error ignored = {0};
        if (connection_exec(of, "ROLLBACK", &ignored) != PS_OK) return code;
    }
    return code;
}
