/// help.h — what is printed from the command table: help pages, the man page, completions.
#ifndef PS_SHELL_HELP_H
#define PS_SHELL_HELP_H

#include "shell/cli/cli.h"

/// The help of a command, of a family of commands (name NULL), or of everything (both NULL).
/// Nullable: family, name.
cli_exit help_print(cli *c, const char *family, const char *name);

/// What psoas says when it is called with nothing: what it is, and what to try first.
cli_exit help_start(cli *c);

cli_exit help_show(cli *c);
cli_exit man_show(cli *c);
cli_exit completion_show(cli *c);
cli_exit version_show(cli *c);

/// First words of commands, and shells: what `help` and `completion` may be asked for.
const char *help_word_at(const ps_catalogue *catalogue, int32_t index);
const char *completion_shell_at(const ps_catalogue *catalogue, int32_t index);

/// "psoas exercise list [OPTIONS]"
void help_usage(const cli_command *command, buffer *to);

#endif
