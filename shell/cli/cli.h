/// cli.h — one run of psoas: the command line as it was understood, the page, the messages.
#ifndef PS_SHELL_CLI_H
#define PS_SHELL_CLI_H

#include "ps/catalogue.h"
#include "ps/history.h"
#include "shell/cli/command.h"
#include "shell/cli/paper.h"

enum { CLI_ARGUMENTS_MAX = 32 };

/// What the program finds around it; tests bring their own.
typedef struct {
    const ps_catalogue *catalogue;
    bool is_terminal;                          ///< standard output is one
    int32_t columns;                           ///< of that terminal; 0: not known
    const char *(*variable)(const char *name); ///< of the environment; NULL where not set
    /// Writes to standard output or to standard error; returns 0 or an errno.
    int (*write)(void *context, bool to_errors, const char *bytes, size_t len);
    /// Whether somebody sits at standard input and can answer questions.
    bool can_ask;
    /// Reads a line from standard input, without its newline; false at its end. What does not fit
    /// is passed over.
    bool (*read_line)(void *context, char *line, int32_t cap);
    /// Waits up to `ms` for a line of standard input; whether there is one. NULL: cannot wait.
    bool (*wait_line)(void *context, int32_t ms);
    void *context; ///< for write, read_line and wait_line
} cli_world;

struct cli {
    const cli_world *world;
    const ps_catalogue *catalogue;
    ps_names names; ///< of the catalogue, for JSON and suggestions

    const cli_command *command; ///< NULL: none was given
    const char *arguments[CLI_ARGUMENTS_MAX];
    int32_t argument_count;
    bool json;
    const char *person; ///< --person, or NULL

    ps_arena room;   ///< for the time of the run
    paper page;      ///< what goes to standard output
    buffer messages; ///< what goes to standard error

    // filled by the reader of the command line
    const char *family, *name;            ///< the words so far
    const char *values[CLI_OPTIONS_MAX];  ///< of the command's options
    const char *globals[CLI_OPTIONS_MAX]; ///< of the global ones; "" for a switch
    buffer folder;
};

/// Runs a command line without its program name; prints everything.
cli_exit cli_main(const cli_world *world, int32_t count, const char *const *words);

// ---- for commands ----

/// The value of one of the command's own options: "" for a switch, NULL when it was not given.
const char *cli_value(const cli *c, const char *option);

/// The value as an index into the words or the list of the option; PS_NONE when it was not given,
/// or is the one other word that it may be.
int32_t cli_choice(const cli *c, const char *option);

/// The index-th value that an option may have; NULL behind the last, or when any text will do.
const char *cli_choice_at(const cli *c, const cli_option *option, int32_t index);

/// The folder with the data: --data, $PSOAS_DATA, or the usual place. Valid as long as `c`.
const char *cli_data(cli *c);

/// `count` zeroed items for the time of the run; never NULL, too little memory ends the program.
void *cli_take(cli *c, int32_t count, size_t item_size);

/// A copy of `text` for the time of the run.
const char *cli_text(cli *c, const char *text);

/// A day for programs, "2026-11-21"; NULL for no day.
const char *cli_day(cli *c, ps_day day);

/// Adds a line "psoas: …" to the messages and returns `code`.
cli_exit cli_complain(cli *c, cli_exit code, const char *format, ...) PS_PRINTF(3, 4);

/// The same for a failure of a library call, with its place.
cli_exit cli_fail(cli *c, const ps_error *err);

/// "no such exercise 'psoas-mach'; did you mean 'psoas-march'?" Returns `code`.
/// Nullable: closest.
cli_exit cli_unknown(cli *c, cli_exit code, const char *what, const char *word,
                     const char *closest);

/// The word of a command that this one most likely stands for, or NULL.
/// Nullable: family.
const char *cli_closest_word(const char *family, const char *word);

/// A wrong command line: the message, and where the help is. Returns CLI_USAGE.
cli_exit cli_usage(cli *c, const char *format, ...) PS_PRINTF(2, 3);

/// Prints what has been collected now, before a question or a long wait.
/// Errors: CLI_FAILED when nobody reads any more, CLI_DISK with a message.
cli_exit cli_flush(cli *c);

/// The sentence that stands under every page about exercises.
void cli_put_notice(cli *c);

#endif
