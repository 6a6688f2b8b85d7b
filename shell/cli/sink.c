#include "shell/cli/sink.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MUCH = 1 << 20 };

static cli_exit refuse(cli *c, const char *path)
{
    struct stat info;
    if (lstat(path, &info) != 0) return CLI_OK;
    if (S_ISREG(info.st_mode)) {
        return cli_complain(c, CLI_CONFLICT, "%s is there already; --force replaces it", path);
    }
    return cli_complain(c, CLI_CONFLICT,
                        "%s is there already and no ordinary file; choose another name", path);
}

cli_exit sink_open(sink *to, cli *c, const char *path, bool replace)
{
    *to = (sink){.c = c, .path = path, .file = -1, .replaces = replace};
    to->text = path ? &to->own : &c->page.text;
    if (!path) return CLI_OK;

    struct stat info;
    const bool ordinary = lstat(path, &info) == 0 && S_ISREG(info.st_mode);
    if (!(replace && ordinary)) {
        const cli_exit code = refuse(c, path);
        if (code != CLI_OK) return code;
    }
    ps_error err = {0};
    return disk_part(path, to->part, &to->file, &err) == PS_OK ? CLI_OK : cli_fail(c, &err);
}

static cli_exit write_file(sink *to)
{
    for (size_t done = 0; done < to->own.len;) {
        const ssize_t wrote = write(to->file, to->own.text + done, to->own.len - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) {
            ps_error err = {0};
            (void)disk_fail(&err, errno, to->path);
            return cli_fail(to->c, &err);
        }
        done += (size_t)wrote;
    }
    buffer_clear(&to->own);
    return CLI_OK;
}

cli_exit sink_pass(sink *to)
{
    if (to->text->len < MUCH) return CLI_OK;
    return to->path ? write_file(to) : cli_flush(to->c);
}

/// Puts the finished file in its place.
static cli_exit publish(sink *to)
{
    ps_error err = {0};
    char folder[DISK_PATH];
    ps_code code = fsync(to->file) == 0 ? PS_OK : disk_fail(&err, errno, to->path);
    if (code == PS_OK && to->replaces) {
        if (rename(to->part, to->path) != 0) code = disk_fail(&err, errno, to->path);
    } else if (code == PS_OK) {
        code = disk_publish(to->part, to->path, &err);
    }
    if (code == PS_OK) code = disk_parent(to->path, folder, &err);
    if (code == PS_OK) code = disk_sync(folder, &err);
    return code == PS_OK ? CLI_OK : cli_fail(to->c, &err);
}

cli_exit sink_close(sink *to, cli_exit so_far)
{
    cli_exit code = so_far;
    if (!to->path) {
        if (code == CLI_OK) return cli_flush(to->c);
        buffer_clear(to->text); // half an export is worse than none
        return code;
    }
    if (code == CLI_OK) code = write_file(to);
    if (code == CLI_OK) code = publish(to);
    if (to->file >= 0) {
        close(to->file);
        if (code != CLI_OK) unlink(to->part);
    }
    buffer_free(&to->own);
    return code;
}
