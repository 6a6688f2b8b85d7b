// What psoas doctor looks at, one function a question.
#include "shell/cli/doctor.h"
#include "shell/store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define FREE_MIN (INT64_C(100) * 1000 * 1000) ///< less is soon nothing [bytes]

enum {
    OTHERS = 077, ///< what group and others may do
    OFFSET = 6    ///< "+01:00"
};

// ---- around the store ----

static void look_at_program(examination *of)
{
    doctor_says(of, CHECK_OK, "program", "psoas %s, catalogue %s, SQLite %s", PSOAS_VERSION,
                ps_catalogue_version, sqlite3_libversion());
}

/// What is dated later than now.
typedef struct {
    int64_t count, newest_ms;
} future;

static void look_at_clock(examination *of, const future *later)
{
    char instant[PS_INSTANT_TEXT], clock[NOW_TEXT], newest[NOW_TEXT], now[2 * NOW_TEXT];
    const int32_t len = ps_instant_format(of->now, instant, sizeof instant);
    snprintf(now, sizeof now, "%s, UTC%s", now_text(of->now, clock), instant + len - OFFSET);
    if (of->now.ms < NOW_OLDEST_MS) {
        doctor_says(of, CHECK_WARN, "clock", "%s, which is before psoas was made", now);
        doctor_advises(of, "set the clock; until then new entries are refused");
    } else if (later->count > 0) {
        buffer text = {0};
        now_text((ps_instant){later->newest_ms, of->now.offset_min}, newest);
        data_put_count(&text, later->count, "event is", "events are");
        doctor_says(of, CHECK_WARN, "clock", "%s, but %s dated later, the newest %s", now,
                    text.text, newest);
        doctor_advises(of, "set the clock if it is wrong; an import with wrong dates can be undone "
                           "(psoas import --list)");
        buffer_free(&text);
    } else {
        doctor_says(of, CHECK_OK, "clock", "%s", now);
    }
    doctor_counts(of, later->count);
}

/// Says which of the store's names others on the machine may use.
static void look_at_permissions(examination *of, const char *folder, const char *file)
{
    const char *const paths[] = {folder, file};
    static const int modes[] = {0700, 0600};
    for (int32_t i = 0; i < PS_COUNT(paths); i++) {
        struct stat info;
        if (stat(paths[i], &info) != 0) continue;
        if (info.st_uid != geteuid() && geteuid() != 0) {
            doctor_says(of, CHECK_WARN, "permissions", "%s belongs to somebody else (user %u)",
                        paths[i], (unsigned)info.st_uid);
            return;
        }
        if ((info.st_mode & OTHERS) == 0) continue;
        doctor_says(of, CHECK_WARN, "permissions", "others on this machine may use %s (mode %03o)",
                    paths[i], (unsigned)(info.st_mode & 0777));
        doctor_advises(of, "chmod %o '%s'", (unsigned)modes[i], paths[i]);
        return;
    }
    doctor_says(of, CHECK_OK, "permissions", "only you can read the data");
}

static void look_at_space(examination *of, const char *folder, int64_t used)
{
    struct statvfs disk;
    if (statvfs(folder, &disk) != 0) {
        doctor_says(of, CHECK_WARN, "space", "cannot be told: %s", strerror(errno));
        return;
    }
    const int64_t free_bytes = (int64_t)disk.f_bavail * (int64_t)disk.f_frsize;
    buffer text = {0};
    data_put_bytes(&text, used);
    buffer_text(&text, " used, ");
    data_put_bytes(&text, free_bytes);
    buffer_text(&text, " free");
    const bool tight = free_bytes < FREE_MIN;
    doctor_says(of, tight ? CHECK_WARN : CHECK_OK, "space", "%s", text.text);
    doctor_counts(of, free_bytes);
    if (tight) doctor_advises(of, "free some space on this disk");
    buffer_free(&text);
}

/// The pid in the lock file when somebody holds the lock; 0 when nobody does.
static long lock_holder(const char *path)
{
    char text[24] = "";
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return 0;
    long holder = pread(file, text, sizeof text - 1, 0) > 0 ? strtol(text, NULL, 10) : 0;
    // without a pid nobody holds it, and we do not come in the way of somebody who wants it
    if (holder > 0 && flock(file, LOCK_SH | LOCK_NB) == 0) holder = 0;
    close(file);
    return holder;
}

static void look_at_lock(examination *of, const char *folder)
{
    char path[DISK_PATH];
    ps_error ignored = {0};
    if (disk_join(folder, "psoas.lock", path, &ignored) != PS_OK) return;
    const long holder = lock_holder(path);
    if (holder > 0) {
        doctor_says(of, CHECK_OK, "writer", "process %ld is writing here", holder);
        doctor_counts(of, holder);
    } else {
        doctor_says(of, CHECK_OK, "writer", "nobody is writing now");
    }
}

/// Files that restores have put aside: they hold health data, too.
static void look_at_old_files(examination *of, const char *file)
{
    glob_t found;
    buffer pattern = {0}, text = {0};
    for (const char *at = file; *at; at++) {
        if (strchr("*?[\\", *at)) buffer_text(&pattern, "\\");
        buffer_add(&pattern, at, 1);
    }
    buffer_text(&pattern, ".before-restore-*");
    if (glob(pattern.text, 0, NULL, &found) == 0) {
        int64_t bytes = 0;
        for (size_t i = 0; i < found.gl_pathc; i++) bytes += disk_size(found.gl_pathv[i]);
        data_put_count(&text, (int64_t)found.gl_pathc, "file", "files");
        buffer_text(&text, " from before a restore, ");
        data_put_bytes(&text, bytes);
        doctor_says(of, CHECK_OK, "kept", "%s", text.text);
        doctor_counts(of, (int64_t)found.gl_pathc);
        doctor_advises(of, "delete them when you do not need them: %s.before-restore-*", file);
        globfree(&found);
    }
    buffer_free(&pattern);
    buffer_free(&text);
}

// ---- the store itself ----

/// A failure of the store: how it stands, and how the program ends.
static void fail(examination *of, const char *name, const ps_error *err)
{
    doctor_says(of, CHECK_FAIL, name, "%s", err->text);
    const cli_exit code = cli_exit_of(err->code);
    if (of->worst == CLI_OK || code == CLI_DATA) of->worst = code;
}

static future future_of(examination *of, store *from)
{
    future later = {0};
    data_people people = {0};
    ps_error ignored = {0};
    if (data_people_of(of->c, from, &people) != CLI_OK) return later;
    for (int32_t i = 0; i < people.count; i++) {
        data_history read = {0};
        if (data_fetch(from, &people.at[i], &read, &ignored) != PS_OK) continue;
        for (int32_t k = 0; k < read.count; k++) {
            const int64_t ms = read.events[k].at.ms;
            if (ms <= of->now.ms + NOW_SLACK_MS) continue;
            later.count++;
            if (ms > later.newest_ms) later.newest_ms = ms;
        }
        data_forget(&read);
    }
    return later;
}

static void look_at_contents(examination *of, const store_facts *facts)
{
    buffer text = {0};
    data_put_count(&text, facts->people, "person", "people");
    buffer_text(&text, ", ");
    data_put_count(&text, facts->events, "event", "events");
    doctor_says(of, CHECK_OK, "contents", "%s", text.text);
    doctor_counts(of, facts->events);
    if (facts->unreadable > 0) {
        buffer_clear(&text);
        data_put_count(&text, facts->unreadable, "event", "events");
        doctor_says(of, CHECK_FAIL, "unreadable", "%s cannot be read", text.text);
        doctor_counts(of, facts->unreadable);
        doctor_advises(of, "restore a backup: psoas restore FILE");
        of->worst = CLI_DATA;
    }
    buffer_free(&text);
}

/// Reads every row. Returns whether the store could be read.
static bool look_at_store(examination *of, const char *file, store_facts *facts)
{
    ps_error err = {0};
    const ps_code code = store_verify(file, facts, &err);
    if (code != PS_OK) {
        // a disk without room says nothing about the data, which were not read
        fail(of, code == PS_FULL ? "disk" : "integrity", &err);
        return false;
    }
    doctor_says(of, CHECK_OK, "integrity", "every page and every row was read");
    const bool older = facts->schema < facts->newest_schema;
    doctor_says(of, CHECK_OK, "schema", "version %d%s", facts->schema,
                older ? "; the next change brings it up to date" : "");
    doctor_counts(of, facts->schema);
    return true;
}

static void examine_store(examination *of, const char *folder, const char *file)
{
    store *from = NULL;
    ps_error ignored = {0};
    store_facts facts = {0};
    future later = {0};
    const store_options options = {.read_only = true};
    doctor_says(of, CHECK_OK, "data", "%s", file);
    look_at_permissions(of, folder, file);
    if (look_at_store(of, file, &facts)) look_at_contents(of, &facts);
    if (store_open_sqlite(folder, options, &from, &ignored) == PS_OK) later = future_of(of, from);
    store_close(from);
    look_at_clock(of, &later);
    look_at_space(of, folder, facts.bytes > 0 ? facts.bytes : disk_size(file));
    look_at_lock(of, folder);
    look_at_old_files(of, file);
}

void doctor_examine(examination *of)
{
    const char *folder = cli_data(of->c);
    char absolute[DISK_PATH], file[DISK_PATH];
    ps_error err = {0};
    bool there = false;
    look_at_program(of);
    ps_code code = disk_folder(folder, false, absolute, &err);
    if (code == PS_OK) code = disk_join(absolute, "psoas.db", file, &err);
    if (code == PS_OK) code = disk_find(file, &there, &err);
    if (code == PS_OK && there) {
        examine_store(of, absolute, file);
    } else if (code == PS_OK || code == PS_MISSING) {
        doctor_says(of, CHECK_OK, "data", "none in %s yet", folder);
        doctor_advises(of, "psoas person add NAME makes them");
        look_at_clock(of, &(future){0});
    } else {
        fail(of, "data", &err);
    }
}
