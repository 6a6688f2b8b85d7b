/// args.h — from the words of a command line to a command, its options and its arguments.
#ifndef PS_SHELL_ARGS_H
#define PS_SHELL_ARGS_H

#include "shell/cli/cli.h"

/// Options may stand anywhere, as --name=value or --name value, until "--"; -h is --help.
/// Fills command, arguments, family, name, values and globals of `c`.
///
/// Errors  CLI_USAGE with a message that says what was meant, or what is wanted.
cli_exit args_read(cli *c, int32_t count, const char *const *words);

#endif
