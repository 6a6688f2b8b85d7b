/// care.c — looking after the file: facts, verification, backup, restore.
#include "shell/store/lock.h"
#include "shell/store/sqlite.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    KEPT_MAX = 999,            ///< files that restores have put aside
    KEPT_PATH = DISK_PATH + 40 ///< with the endings of their names
};

ps_code store_facts_of(store *of, store_facts *facts, ps_error *err)
{
    driver *from = store_driver(of);
    store_facts found = {0};
    ps_code code = from->engine->facts(from, &found, err);
    if (code == PS_OK) code = driver_count(from, &found, err);
    if (code == PS_OK) *facts = found;
    return code;
}

ps_code store_verify(const char *path, store_facts *facts, ps_error *err)
{
    char absolute[DISK_PATH];
    driver *from = NULL;
    store_facts found = {0};
    ps_code code = disk_file(path, absolute, err);
    if (code == PS_OK) code = sqlite_open_file(absolute, sqlite_settings_defaults(), &from, err);
    if (code == PS_OK) code = from->engine->check(from, err);
    if (code == PS_OK) code = from->engine->facts(from, &found, err);
    if (code == PS_OK) code = driver_count(from, &found, err);
    if (code == PS_OK && facts) *facts = found;
    if (from) from->engine->close(from);
    return code;
}

ps_code store_backup(store *of, const char *path, ps_error *err)
{
    driver *from = store_driver(of);
    char part[DISK_PATH], folder[DISK_PATH];
    bool made = false, there = false;
    ps_code code = disk_parent(path, folder, err);
    if (code == PS_OK) code = disk_find(path, &there, err);
    if (code == PS_OK && there) code = disk_fail(err, EEXIST, path);
    if (code != PS_OK) goto done;

    // under another name until it is known to be good: nobody mistakes half a copy for a backup
    code = disk_part(path, part, NULL, err);
    made = code == PS_OK;
    if (code == PS_OK) code = from->engine->copy(from, part, err);
    if (code == PS_OK) code = disk_sync(part, err);
    if (code == PS_OK) code = store_verify(part, NULL, err);
    if (code == PS_OK) code = disk_publish(part, path, err);
    if (code != PS_OK) goto done;
    made = false;
    code = disk_sync(folder, err);

done:
    if (made) unlink(part);
    return code;
}

// ---- restore ----

/// Copies `source` to the empty file `fresh`, complete, checked, and with a device id of its own:
/// two stores that count under one id would give one number to different events.
static ps_code make_fresh(const char *source, const char *fresh, ps_error *err)
{
    const sqlite_settings settings = sqlite_settings_defaults();
    driver *from = NULL;
    connection *copy = NULL;
    store_facts facts = {0};
    char device[STORE_ID];
    ps_code code = store_verify(source, &facts, err);
    if (code == PS_OK && facts.unreadable > 0) {
        code = ps_fail(err, PS_CORRUPT, (ps_place){0},
                       "%s: %d of its events cannot be read; choose another backup",
                       disk_tail(source), facts.unreadable);
    }
    if (code == PS_OK) code = sqlite_open_file(source, settings, &from, err);
    if (code == PS_OK) code = from->engine->copy(from, fresh, err);
    if (code == PS_OK) code = connection_open(fresh, &settings, &copy, err);
    if (code == PS_OK) code = sqlite_name_device(copy, device, err);
    connection_close(copy);
    if (from) from->engine->close(from);
    if (code == PS_OK) code = disk_sync(fresh, err);
    return code == PS_OK ? store_verify(fresh, NULL, err) : code;
}

/// Brings everything of the old store into its one file, so that it can be put aside whole.
/// A file that nobody can open stays as it is. Errors: PS_BUSY when somebody reads it; PS_FULL,
/// PS_IO, PS_NOMEM, PS_DENIED: what could be brought in another time is not left outside.
static ps_code settle_old(const char *path, ps_error *err)
{
    sqlite_settings settings = sqlite_settings_defaults();
    settings.busy_ms = 1000; // whoever reads that long has to be asked to stop
    connection *old = NULL;
    sqlite_identity identity = {0};
    ps_error why = {0};
    ps_code code = connection_open(path, &settings, &old, &why);
    if (code == PS_OK) code = connection_identify(old, &identity, &why);
    if (code == PS_OK) code = connection_exec(old, "PRAGMA journal_mode = DELETE", &why);
    connection_close(old);
    const bool settled = code == PS_OK || code == PS_CORRUPT || code == PS_FOREIGN ||
                         code == PS_NEWER; // beyond us, and perhaps why somebody restores
    return settled ? PS_OK : ps_fail(err, code, (ps_place){0}, "%s", why.text);
}

/// A store and its log, with the names under which they are kept.
typedef struct {
    const char *path;
    char log[KEPT_PATH], kept[KEPT_PATH], kept_log[KEPT_PATH];
} old_store;

/// Gives the old file, and its log if there still is one, a second name beside the first.
static ps_code keep_old(old_store *of, ps_error *err)
{
    for (int32_t i = 1; i <= KEPT_MAX; i++) {
        snprintf(of->kept, sizeof of->kept, "%.*s.before-restore-%d", DISK_PATH, of->path, i);
        snprintf(of->kept_log, sizeof of->kept_log, "%.*s-wal", DISK_PATH + 24, of->kept);
        if (link(of->path, of->kept) == 0) {
            if (link(of->log, of->kept_log) == 0 || errno == ENOENT) return PS_OK;
            const int why = errno;
            unlink(of->kept);
            return disk_fail(err, why, of->kept_log);
        }
        if (errno != EEXIST) return disk_fail(err, errno, of->kept);
    }
    return ps_fail(err, PS_CONFLICT, (ps_place){0},
                   "%s: there are %d files from earlier restores; remove some", disk_tail(of->path),
                   (int)KEPT_MAX);
}

/// Takes keep_old back, whatever has become of the log since.
static void put_back(const old_store *of)
{
    const bool whole = link(of->kept_log, of->log) == 0 || errno == EEXIST || errno == ENOENT;
    if (!whole) return; // then the kept files are all that is whole
    unlink(of->kept_log);
    unlink(of->kept);
}

/// Puts `fresh` in the place of `path` and keeps what was there.
static ps_code replace(const char *fresh, const char *path, ps_error *err)
{
    old_store old = {.path = path};
    snprintf(old.log, sizeof old.log, "%s-wal", path);
    char folder[DISK_PATH], index[KEPT_PATH];
    bool there = false;
    snprintf(index, sizeof index, "%s-shm", path);
    ps_code code = disk_find(path, &there, err);
    if (code == PS_OK) code = disk_parent(path, folder, err);
    if (code == PS_OK && there) code = settle_old(path, err);
    if (code == PS_OK && there) code = keep_old(&old, err);
    if (code != PS_OK) return code;

    // the second names are on the disk before the first ones go
    code = disk_sync(folder, err);
    if (code == PS_OK) {
        // a log of the old file would be replayed into the new one
        unlink(old.log);
        unlink(index);
        if (rename(fresh, path) != 0) code = disk_fail(err, errno, path);
    }
    if (code != PS_OK && there) put_back(&old);
    return code;
}

ps_code store_restore(const char *folder, const char *path, ps_error *err)
{
    char source[DISK_PATH], absolute[DISK_PATH], target[DISK_PATH], fresh[DISK_PATH];
    int lock = -1;
    bool made = false;
    ps_code code = disk_file(path, source, err);
    if (code == PS_OK) code = disk_folder(folder, true, absolute, err);
    if (code == PS_OK) code = disk_join(absolute, "psoas.db", target, err);
    if (code == PS_OK) code = lock_take(absolute, &lock, err);
    if (code == PS_OK) code = disk_part(target, fresh, NULL, err);
    if (code != PS_OK) goto done;

    made = true;
    code = make_fresh(source, fresh, err);
    if (code == PS_OK) code = replace(fresh, target, err);
    if (code != PS_OK) goto done;
    made = false;
    code = disk_sync(absolute, err);

done:
    if (made) unlink(fresh);
    lock_release(lock);
    return code;
}
