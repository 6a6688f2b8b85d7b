/// source.h — a file that is read at once, or standard input.
#ifndef PS_SHELL_SOURCE_H
#define PS_SHELL_SOURCE_H

#include "shell/cli/cli.h"

/// What is read, and how it is called in messages.
typedef struct {
    const char *path; ///< "-": standard input
    const char *want; ///< "an export of psoas"
    size_t most;      ///< [bytes] reading ends behind them
} source_file;

/// Adds the whole file to `text`; one byte more than `most` when there is more. Only what has an
/// end, or somebody who writes it, is read: no folder, no device.
/// Errors  CLI_NOT_FOUND, CLI_DISK, CLI_DATA; all with a message.
PS_MUST_USE cli_exit source_read(cli *c, const source_file *from, buffer *text);

/// The path as messages name it.
const char *source_name(const source_file *of);

#endif
