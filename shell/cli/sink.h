/// sink.h — where an export goes: standard output, or a file that appears when it is complete.
#ifndef PS_SHELL_SINK_H
#define PS_SHELL_SINK_H

#include "shell/cli/cli.h"
#include "shell/store/disk.h"

typedef struct {
    cli *c;
    const char *path; ///< NULL: standard output
    char part[DISK_PATH];
    int file;
    bool replaces;
    buffer *text; ///< what was not written yet; add to it
    buffer own;
} sink;

/// path     NULL: standard output
/// replace  an existing file may be replaced
/// Errors  CLI_CONFLICT when there is a file; CLI_DISK, CLI_NOT_FOUND; all with a message.
PS_MUST_USE cli_exit sink_open(sink *to, cli *c, const char *path, bool replace);

/// Writes what has been added, once it is much.
PS_MUST_USE cli_exit sink_pass(sink *to);

/// Writes the rest. With CLI_OK the file is put in its place, durable; else it is removed.
/// Returns `so_far`, or what went wrong here.
PS_MUST_USE cli_exit sink_close(sink *to, cli_exit so_far);

#endif
