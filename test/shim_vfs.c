#include "shim_vfs.h"

#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

enum { FILES_MAX = 8, NAME_MAX_LEN = 512, SECTOR = 4096, TORN = 512 };

/// Bytes of a file.
typedef struct {
    unsigned char *bytes;
    int64_t len, cap;
    bool there; ///< the name is in the folder
} content;

/// A file while the shim is set to cut.
typedef struct {
    char name[NAME_MAX_LEN];
    content now;   ///< what the process sees
    content safe;  ///< what was synced
    content ghost; ///< what was safe before a deletion that is not: the folder was not synced
} image;

typedef struct {
    sqlite3_file base;
    image *of;         ///< NULL when it is not watched
    bool syncs_folder; ///< its first sync also syncs the names in the folder
    sqlite3_file *real;
} shim_file;

static sqlite3_vfs *real_vfs;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER; // of all that follows
static shim_plan plan;
static int32_t operations;
static bool happened;
static image images[FILES_MAX];

// ---- contents ----

static void resize(content *of, int64_t len)
{
    if (len > of->cap) {
        of->cap = 2 * len + SECTOR;
        of->bytes = realloc(of->bytes, (size_t)of->cap);
        if (!of->bytes) abort();
    }
    if (len > of->len) memset(of->bytes + of->len, 0, (size_t)(len - of->len));
    of->len = len;
}

static void put(content *to, const void *bytes, int64_t len, int64_t offset)
{
    if (len == 0) return;
    if (offset + len > to->len) resize(to, offset + len);
    memcpy(to->bytes + offset, bytes, (size_t)len);
}

static void copy(content *to, const content *from)
{
    resize(to, 0);
    put(to, from->bytes, from->len, 0);
    to->there = from->there;
}

static void load(content *to, const char *name)
{
    const int file = open(name, O_RDONLY);
    to->there = file >= 0;
    if (file < 0) return;
    const int64_t len = lseek(file, 0, SEEK_END);
    resize(to, len);
    if (len > 0 && pread(file, to->bytes, (size_t)len, 0) != len) abort();
    close(file);
}

static void save(const content *from, const char *name)
{
    unlink(name);
    if (!from->there) return;
    const int file = open(name, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    if (file < 0 || write(file, from->bytes, (size_t)from->len) != from->len) abort();
    close(file);
}

static image *image_of(const char *name)
{
    for (int32_t i = 0; i < FILES_MAX; i++) {
        if (strcmp(images[i].name, name) == 0) return &images[i];
        if (images[i].name[0]) continue;
        snprintf(images[i].name, NAME_MAX_LEN, "%s", name);
        load(&images[i].now, name);
        copy(&images[i].safe, &images[i].now);
        return &images[i];
    }
    abort();
}

// ---- the cut ----

/// One sector as it may be afterwards: old, new, or new up to some point and old behind it.
static void survive_sector(content *left, const content *now, int64_t at, uint64_t *seed)
{
    const int64_t end = at + SECTOR < now->len ? at + SECTOR : now->len;
    int64_t fresh = 0;
    switch (test_between(seed, 0, 3)) {
    case 0:
        break;
    case 1:
        fresh = (int64_t)TORN * test_between(seed, 1, SECTOR / TORN - 1);
        break;
    default:
        fresh = SECTOR;
        break;
    }
    if (fresh > end - at) fresh = end - at;
    put(left, now->bytes + at, fresh, at);
}

/// What is left of a file: a random part of what was not synced, sector by sector, in any order.
static void survive(image *of, uint64_t *seed)
{
    const bool fresh = of->now.there && !of->safe.there; // its name was never synced
    if (of->ghost.there && (!of->now.there || fresh) && test_between(seed, 0, 1)) {
        copy(&of->safe, &of->ghost);
        return;
    }
    if (fresh && test_between(seed, 0, 1)) return;
    if (!of->now.there) {
        of->safe.there = false;
        return;
    }
    of->safe.there = true;
    if (of->now.len < of->safe.len && test_between(seed, 0, 1)) resize(&of->safe, of->now.len);
    for (int64_t at = 0; at < of->now.len; at += SECTOR) {
        survive_sector(&of->safe, &of->now, at, seed);
    }
}

static void cut(void)
{
    if (happened) return;
    happened = true;
    for (int32_t i = 0; i < FILES_MAX; i++) {
        if (images[i].name[0]) survive(&images[i], &plan.seed);
    }
}

/// Counts an operation. Whether it has to fail.
static bool fails(bool is_write)
{
    operations++;
    const bool due =
        plan.lasting || plan.kind == SHIM_CUT ? operations >= plan.at : operations == plan.at;
    if (plan.kind == SHIM_PASS || !due || plan.at == 0) return happened && plan.kind == SHIM_CUT;
    if (plan.kind == SHIM_FULL && !is_write) return false;
    if (plan.kind != SHIM_CUT) happened = true;
    errno = plan.kind == SHIM_FULL ? ENOSPC : EIO;
    return true;
}

// ---- the methods of a file ----

static const sqlite3_io_methods *methods_of(sqlite3_file *file)
{
    return ((shim_file *)file)->real->pMethods;
}

static int shim_close(sqlite3_file *file)
{
    shim_file *self = (shim_file *)file;
    const int result = methods_of(file)->xClose(self->real);
    sqlite3_free(self->real);
    return result;
}

static int shim_read(sqlite3_file *file, void *to, int len, sqlite3_int64 offset)
{
    return methods_of(file)->xRead(((shim_file *)file)->real, to, len, offset);
}

static int shim_write(sqlite3_file *file, const void *bytes, int len, sqlite3_int64 offset)
{
    shim_file *self = (shim_file *)file;
    pthread_mutex_lock(&mutex);
    const bool off = plan.kind == SHIM_CUT && happened;
    const bool failed = fails(true);
    if (failed) len /= 2;
    if (self->of && !off) put(&self->of->now, bytes, len, offset);
    int result = off ? SQLITE_OK : methods_of(file)->xWrite(self->real, bytes, len, offset);
    if (failed && plan.kind == SHIM_CUT) cut();
    if (failed) result = plan.kind == SHIM_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    pthread_mutex_unlock(&mutex);
    return result;
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 len)
{
    shim_file *self = (shim_file *)file;
    pthread_mutex_lock(&mutex);
    const bool failed = fails(false);
    if (failed && plan.kind == SHIM_CUT) cut();
    int result = SQLITE_IOERR_TRUNCATE;
    if (!failed) {
        if (self->of && len < self->of->now.len) resize(&self->of->now, len);
        result = methods_of(file)->xTruncate(self->real, len);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}

/// Nothing is really synced: no test of ours turns the machine off, and it would take long.
static int shim_sync(sqlite3_file *file, int flags)
{
    (void)flags;
    shim_file *self = (shim_file *)file;
    pthread_mutex_lock(&mutex);
    const bool failed = fails(false);
    if (failed && plan.kind == SHIM_CUT) cut();
    if (!failed && self->of) {
        copy(&self->of->safe, &self->of->now);
        for (int32_t i = 0; self->syncs_folder && i < FILES_MAX; i++) images[i].ghost.there = false;
        self->syncs_folder = false;
    }
    pthread_mutex_unlock(&mutex);
    return failed ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int shim_size(sqlite3_file *file, sqlite3_int64 *len)
{
    return methods_of(file)->xFileSize(((shim_file *)file)->real, len);
}

static int shim_lock(sqlite3_file *file, int level)
{
    return methods_of(file)->xLock(((shim_file *)file)->real, level);
}

static int shim_unlock(sqlite3_file *file, int level)
{
    return methods_of(file)->xUnlock(((shim_file *)file)->real, level);
}

static int shim_reserved(sqlite3_file *file, int *is)
{
    return methods_of(file)->xCheckReservedLock(((shim_file *)file)->real, is);
}

static int shim_control(sqlite3_file *file, int operation, void *argument)
{
    return methods_of(file)->xFileControl(((shim_file *)file)->real, operation, argument);
}

static int shim_sector(sqlite3_file *file)
{
    return methods_of(file)->xSectorSize(((shim_file *)file)->real);
}

static int shim_device(sqlite3_file *file)
{
    return methods_of(file)->xDeviceCharacteristics(((shim_file *)file)->real);
}

static int shim_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    return methods_of(file)->xShmMap(((shim_file *)file)->real, page, size, extend, to);
}

static int shim_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return methods_of(file)->xShmLock(((shim_file *)file)->real, offset, count, flags);
}

static void shim_shm_barrier(sqlite3_file *file)
{
    methods_of(file)->xShmBarrier(((shim_file *)file)->real);
}

static int shim_shm_unmap(sqlite3_file *file, int remove)
{
    return methods_of(file)->xShmUnmap(((shim_file *)file)->real, remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_device,
    .xShmMap = shim_shm_map,
    .xShmLock = shim_shm_lock,
    .xShmBarrier = shim_shm_barrier,
    .xShmUnmap = shim_shm_unmap,
};

// ---- the methods of the VFS ----

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *got)
{
    (void)vfs;
    shim_file *self = (shim_file *)file;
    const int watched = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    *self = (shim_file){.real = sqlite3_malloc(real_vfs->szOsFile)};
    if (!self->real) return SQLITE_NOMEM;
    memset(self->real, 0, (size_t)real_vfs->szOsFile);

    pthread_mutex_lock(&mutex);
    const bool watch = plan.kind == SHIM_CUT && name && (flags & watched);
    if (watch) self->of = image_of(name); // looks at the file before it is made
    const int result = real_vfs->xOpen(real_vfs, name, self->real, flags, got);
    if (result == SQLITE_OK && watch) self->of->now.there = true;
    // what SQLite's own VFS does for logs and journals
    self->syncs_folder = (flags & SQLITE_OPEN_CREATE) && !(flags & SQLITE_OPEN_MAIN_DB);
    pthread_mutex_unlock(&mutex);
    if (result == SQLITE_OK) {
        self->base.pMethods = &methods;
    } else {
        sqlite3_free(self->real);
    }
    return result;
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
    (void)vfs;
    pthread_mutex_lock(&mutex);
    const bool failed = fails(false);
    if (failed && plan.kind == SHIM_CUT) cut();
    int result = SQLITE_IOERR_DELETE;
    if (!failed) {
        if (plan.kind == SHIM_CUT) {
            image *of = image_of(name);
            if (of->safe.there) copy(&of->ghost, &of->safe);
            if (sync_folder) of->ghost.there = false;
            of->now.there = of->safe.there = false;
            resize(&of->now, 0);
            resize(&of->safe, 0);
        }
        result = real_vfs->xDelete(real_vfs, name, 0);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}

void shim_install(void)
{
    static sqlite3_vfs shim;
    real_vfs = sqlite3_vfs_find(NULL);
    shim = *real_vfs;
    shim.szOsFile = (int)sizeof(shim_file);
    shim.zName = "shim";
    shim.xOpen = shim_open;
    shim.xDelete = shim_delete;
    if (sqlite3_vfs_register(&shim, 1) != SQLITE_OK) abort();
}

void shim_begin(shim_plan next)
{
    for (int32_t i = 0; i < FILES_MAX; i++) {
        free(images[i].now.bytes);
        free(images[i].safe.bytes);
        free(images[i].ghost.bytes);
    }
    memset(images, 0, sizeof images);
    shim_change(next);
}

void shim_change(shim_plan next)
{
    pthread_mutex_lock(&mutex);
    plan = next;
    operations = 0;
    happened = false;
    pthread_mutex_unlock(&mutex);
}

int32_t shim_operations(void)
{
    pthread_mutex_lock(&mutex);
    const int32_t count = operations;
    pthread_mutex_unlock(&mutex);
    return count;
}

bool shim_happened(void)
{
    pthread_mutex_lock(&mutex);
    const bool is = happened;
    pthread_mutex_unlock(&mutex);
    return is;
}

void shim_cut(void)
{
    pthread_mutex_lock(&mutex);
    cut();
    pthread_mutex_unlock(&mutex);
}

void shim_restore(void)
{
    for (int32_t i = 0; i < FILES_MAX; i++) {
        if (!images[i].name[0]) continue;
        save(&images[i].safe, images[i].name);
        char index[NAME_MAX_LEN + 8];
        snprintf(index, sizeof index, "%.*s-shm", NAME_MAX_LEN, images[i].name);
        unlink(index); // memory, which no cut survives
    }
    shim_begin((shim_plan){.kind = SHIM_PASS});
}
