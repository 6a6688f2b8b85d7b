#include "shell/cli/source.h"

#include "shell/store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_AT_ONCE = 1 << 16 };

static bool is_standard_input(const source_file *of) { return strcmp(of->path, "-") == 0; }

const char *source_name(const source_file *of)
{
    return is_standard_input(of) ? "standard input" : of->path;
}

static cli_exit fail(cli *c, const source_file *from)
{
    ps_error err = {0};
    (void)disk_fail(&err, errno, source_name(from));
    return cli_fail(c, &err);
}

static cli_exit check_kind(cli *c, int file, const source_file *from)
{
    struct stat info;
    if (fstat(file, &info) != 0) return fail(c, from);
    if (S_ISDIR(info.st_mode)) {
        return cli_complain(c, CLI_DATA, "%s: a folder; want a file", source_name(from));
    }
    if (!is_standard_input(from) && !S_ISREG(info.st_mode) && !S_ISFIFO(info.st_mode)) {
        return cli_complain(c, CLI_DATA, "%s: no ordinary file; want %s", source_name(from),
                            from->want);
    }
    return CLI_OK;
}

cli_exit source_read(cli *c, const source_file *from, buffer *text)
{
    char bytes[READ_AT_ONCE];
    const bool standard = is_standard_input(from);
    const int file = standard ? STDIN_FILENO : open(from->path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail(c, from);

    cli_exit code = check_kind(c, file, from);
    while (code == CLI_OK) {
        const ssize_t got = read(file, bytes, sizeof bytes);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) code = fail(c, from);
        // a byte more than allowed shows the parser that it is too much
        if (got <= 0 || text->len > from->most) break;
        buffer_add(text, bytes, (size_t)got);
    }
    if (!standard) close(file);
    return code;
}
