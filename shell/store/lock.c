#include "shell/store/lock.h"

#include "shell/store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

/// The pid in the lock file, or 0 when its owner has not written one yet.
static long owner_of(int lock)
{
    char text[24] = "";
    const ssize_t got = pread(lock, text, sizeof text - 1, 0);
    return got > 0 ? strtol(text, NULL, 10) : 0;
}

/// The pid only helps people to find us, so a full disk is no reason to refuse the lock.
static void write_owner(int lock)
{
    char text[24];
    const int len = snprintf(text, sizeof text, "%ld\n", (long)getpid());
    if (ftruncate(lock, 0) != 0 || pwrite(lock, text, (size_t)len, 0) != len) errno = 0;
}

ps_code lock_take(const char *folder, int *lock, ps_error *err)
{
    ps_code code = PS_OK;
    int file = -1;
    *lock = -1;

    char path[DISK_PATH];
    code = disk_join(folder, "psoas.lock", path, err);
    if (code != PS_OK) goto done;
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) {
        code = disk_fail(err, errno, path);
        goto done;
    }
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int why = errno;
        const long owner = owner_of(file);
        if (why != EWOULDBLOCK) {
            code = disk_fail(err, why, path);
        } else if (owner > 0) {
            code =
                ps_fail(err, PS_BUSY, (ps_place){0},
                        "%s: process %ld is writing here; wait until it has finished, or stop it",
                        disk_tail(folder), owner);
        } else {
            code = ps_fail(
                err, PS_BUSY, (ps_place){0},
                "%s: another process is writing here; wait until it has finished, or stop it",
                disk_tail(folder));
        }
        goto done;
    }
    write_owner(file);
    *lock = file;
    file = -1;

done:
    if (file >= 0) close(file);
    return code;
}

void lock_release(int lock)
{
    if (lock < 0) return;
    // the file stays: removing it would let two processes hold locks on two files of one name
    if (ftruncate(lock, 0) != 0) errno = 0;
    flock(lock, LOCK_UN); // closing alone would leave it to children that have the file open, too
    close(lock);
}
