#include "shell/store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TAIL = 100 }; ///< of PS_ERROR_TEXT, which also has to hold the advice [bytes]

ps_code disk_join(const char *folder, const char *name, char path[DISK_PATH], ps_error *err)
{
    const int len = snprintf(path, DISK_PATH, "%s/%s", folder, name);
    return len < DISK_PATH ? PS_OK : disk_fail(err, ENAMETOOLONG, folder);
}

const char *disk_tail(const char *path)
{
    const size_t len = strlen(path);
    if (len <= TAIL) return path;
    const char *tail = path + (len - TAIL);
    while ((*tail & 0xc0) == 0x80) tail++; // do not begin inside a UTF-8 character
    return tail;
}

ps_code disk_fail(ps_error *err, int error, const char *path)
{
    ps_code code = PS_IO;
    const char *advice = "look at the disk and the system log";
    switch (error) {
    case ENOENT:
        code = PS_MISSING;
        advice = "check the path";
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = PS_DENIED;
        advice = "give this user the right to write there";
        break;
    case ENOSPC:
    case EDQUOT:
        code = PS_FULL;
        advice = "free some space and try again";
        break;
    case EEXIST:
        code = PS_CONFLICT;
        advice = "choose another name";
        break;
    case ENAMETOOLONG:
        code = PS_RANGE;
        advice = "choose a shorter path";
        break;
    case ENOTDIR:
        code = PS_FOREIGN;
        advice = "want a folder, this is a file";
        break;
    case ELOOP:
        code = PS_FOREIGN;
        advice = "want the file itself there, not a symbolic link";
        break;
    default:
        break;
    }
    return ps_fail(err, code, (ps_place){0}, "%s: %s; %s", disk_tail(path), strerror(error),
                   advice);
}

/// Makes the name of a new file or folder survive a power cut.
static ps_code sync_name(const char *path, ps_error *err)
{
    char parent[DISK_PATH];
    const ps_code code = disk_parent(path, parent, err);
    return code == PS_OK ? disk_sync(parent, err) : code;
}

/// mkdir -p, each new folder for its owner only.
static ps_code make_folders(const char *folder, ps_error *err)
{
    char path[DISK_PATH];
    if (snprintf(path, sizeof path, "%s", folder) >= (int)sizeof path) {
        return disk_fail(err, ENAMETOOLONG, folder);
    }
    for (char *at = path + 1;; at++) {
        if (*at != '/' && *at != '\0') continue;
        const char end = *at;
        *at = '\0';
        if (mkdir(path, 0700) == 0) {
            const ps_code code = sync_name(path, err);
            if (code != PS_OK) return code;
        } else if (errno != EEXIST) {
            return disk_fail(err, errno, path);
        }
        if (end == '\0') return PS_OK;
        *at = end;
    }
}

/// Absolute, because connections are opened later, perhaps from another working directory.
static ps_code resolve(const char *path, char absolute[DISK_PATH], ps_error *err)
{
    char *real = realpath(path, NULL);
    if (!real) return disk_fail(err, errno, path);
    const int len = snprintf(absolute, DISK_PATH, "%s", real);
    free(real);
    return len < DISK_PATH ? PS_OK : disk_fail(err, ENAMETOOLONG, path);
}

ps_code disk_folder(const char *folder, bool create, char absolute[DISK_PATH], ps_error *err)
{
    struct stat info;
    bool there = stat(folder, &info) == 0;
    if (!there && errno == ENOENT && create && *folder) {
        const ps_code code = make_folders(folder, err);
        if (code != PS_OK) return code;
        there = stat(folder, &info) == 0;
    }
    if (!there) return disk_fail(err, errno, folder);
    if (!S_ISDIR(info.st_mode)) return disk_fail(err, ENOTDIR, folder);

    return resolve(folder, absolute, err);
}

ps_code disk_file(const char *path, char absolute[DISK_PATH], ps_error *err)
{
    struct stat info;
    if (stat(path, &info) != 0) return disk_fail(err, errno, path);
    if (!S_ISREG(info.st_mode)) {
        return ps_fail(err, PS_FOREIGN, (ps_place){0}, "%s: not a file; want a copy of a store",
                       disk_tail(path));
    }
    return resolve(path, absolute, err);
}

ps_code disk_create(const char *path, ps_error *err)
{
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return disk_fail(err, errno, path);
    close(file);
    return PS_OK;
}

ps_code disk_part(const char *path, char part[DISK_PATH], int *file, ps_error *err)
{
    uint32_t number = 0;
    if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number) {
        return ps_fail(err, PS_IO, (ps_place){0}, "no random numbers: %s", strerror(errno));
    }
    const int len = snprintf(part, DISK_PATH, "%s.%08" PRIx32 ".part", path, number);
    if (len >= DISK_PATH) return disk_fail(err, ENAMETOOLONG, path);
    const int made = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (made < 0) return disk_fail(err, errno, path);
    if (file) {
        *file = made;
    } else {
        close(made);
    }
    return PS_OK;
}

ps_code disk_find(const char *path, bool *there, ps_error *err)
{
    struct stat info;
    *there = lstat(path, &info) == 0;
    return *there || errno == ENOENT ? PS_OK : disk_fail(err, errno, path);
}

int64_t disk_size(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? (int64_t)info.st_size : 0;
}

ps_code disk_sync(const char *path, ps_error *err)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return disk_fail(err, errno, path);
    const ps_code code = fsync(file) == 0 ? PS_OK : disk_fail(err, errno, path);
    close(file);
    return code;
}

ps_code disk_parent(const char *path, char folder[DISK_PATH], ps_error *err)
{
    const char *slash = strrchr(path, '/');
    const int len = slash && slash != path ? (int)(slash - path) : 1;
    if (len >= DISK_PATH) return disk_fail(err, ENAMETOOLONG, path);
    snprintf(folder, DISK_PATH, "%.*s", len, slash ? path : ".");
    return PS_OK;
}

ps_code disk_publish(const char *from, const char *to, ps_error *err)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return PS_OK;
    if (errno != EINVAL && errno != ENOSYS) return disk_fail(err, errno, to);

    // file systems that cannot refuse to replace: look first, which only a race can defeat
    bool there = false;
    const ps_code code = disk_find(to, &there, err);
    if (code != PS_OK) return code;
    if (there) return disk_fail(err, EEXIST, to);
    return rename(from, to) == 0 ? PS_OK : disk_fail(err, errno, to);
}
