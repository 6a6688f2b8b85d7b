/// store_file.h — one store in a folder of its own, its file, and what is put beside it.
#ifndef PS_TEST_STORE_FILE_H
#define PS_TEST_STORE_FILE_H

#include "shell/store/sqlite.h"
#include "store_child.h"

#include <fcntl.h>
#include <sys/stat.h>

static char folder[KIT_PATH], path[KIT_PATH];

static inline store *open_store(void)
{
    store *in = NULL;
    ps_error err = {0};
    const ps_code code = store_open_sqlite(folder, (store_options){.create = true}, &in, &err);
    if (code != PS_OK) printf("# %s\n", err.text);
    CHECK(folder, code == PS_OK);
    return in;
}

static inline store *begin(void)
{
    kit_folder(folder);
    kit_join(path, folder, "psoas.db");
    return open_store();
}

static inline void append_some(store *to, const char *person, int32_t first, int32_t count)
{
    for (int32_t i = first; i < first + count; i++) {
        CHECK(person, kit_append(to, kit_event(person, "a", i)) == PS_OK);
    }
}

static inline void run_sql(const char *file, const char *sql)
{
    sqlite3 *handle = NULL;
    char *why = NULL;
    if (sqlite3_open(file, &handle) != SQLITE_OK) abort();
    if (sqlite3_exec(handle, sql, NULL, NULL, &why) != SQLITE_OK) printf("# %s: %s\n", sql, why);
    CHECK("sql", !why);
    sqlite3_free(why);
    sqlite3_close(handle);
}

/// The first value that `sql` gives, as text.
static inline void ask_sql(const char *file, const char *sql, char *text, size_t cap)
{
    sqlite3 *handle = NULL;
    sqlite3_stmt *used = NULL;
    snprintf(text, cap, "nothing");
    if (sqlite3_open(file, &handle) == SQLITE_OK &&
        sqlite3_prepare_v2(handle, sql, -1, &used, NULL) == SQLITE_OK &&
        sqlite3_step(used) == SQLITE_ROW) {
        snprintf(text, cap, "%s", (const char *)sqlite3_column_text(used, 0));
    }
    sqlite3_finalize(used);
    sqlite3_close(handle);
}

static inline void damage(const char *file)
{
    struct stat info = {0};
    const int to = open(file, O_RDWR);
    if (to < 0 || fstat(to, &info) != 0) abort();
    for (int64_t at = 4096; at + 600 < info.st_size; at += 4096) {
        if (pwrite(to, "damage", 6, at + 2) != 6) abort();
    }
    close(to);
}

static inline int32_t files_with(const char *text) { return kit_files_with(folder, text); }

static inline int32_t files_like(const char *text)
{
    int32_t count = 0;
    DIR *in = opendir(folder);
    for (struct dirent *at = NULL; in && (at = readdir(in));) {
        count += strstr(at->d_name, text) != NULL;
    }
    if (in) closedir(in);
    return count;
}

static inline void put_text(const char *file, const char *text)
{
    const int to = open(file, O_CREAT | O_TRUNC | O_RDWR, 0600);
    CHECK(file, write(to, text, strlen(text)) == (ssize_t)strlen(text));
    close(to);
}

static inline bool take_to_read(const char *at)
{
    sqlite3 *handle = NULL;
    char file[KIT_PATH];
    return sqlite3_open_v2(kit_join(file, at, "psoas.db"), &handle, SQLITE_OPEN_READONLY, NULL) ==
               SQLITE_OK &&
           sqlite3_exec(handle, "BEGIN; SELECT count(*) FROM event", NULL, NULL, NULL) == SQLITE_OK;
}

#endif
