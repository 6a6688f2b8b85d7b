/// command.h — every command of psoas, in tables.
///
/// One entry a command says its words, arguments, options, texts and examples; help, usage errors,
/// the man page and the completions are printed from it, so none of them can be forgotten.
/// To add a command: one entry in the table of a group, one function, one golden file.
#ifndef PS_SHELL_COMMAND_H
#define PS_SHELL_COMMAND_H

#include "ps/catalogue.h"

/// The only list of exit codes, in the order of their numbers, which start at 0.
#define CLI_EXITS(X)                                                                         \
    X(OK, "it worked")                                                                       \
    X(FAILED, "it failed; the message says why")                                             \
    X(USAGE, "the command line or a file of answers is wrong: an unknown word, a bad value") \
    X(NOT_FOUND, "there is no such exercise, programme, topic, person or file")              \
    X(REFUSED, "refused by the safety screening; the page says what to do")                  \
    X(DATA, "the data are damaged, not ours, or written by a newer version")                 \
    X(BUSY, "another process is using the data")                                             \
    X(CONFLICT, "it contradicts what is already stored")                                     \
    X(DISK, "no permission, no space, a wrong clock, or an error while reading or writing")

typedef enum {
#define X(name, text) CLI_##name,
    CLI_EXITS(X)
#undef X
} cli_exit;

enum { CLI_EXIT_COUNT = CLI_DISK + 1, CLI_OPTIONS_MAX = 16, CLI_MANY = 1000 };

const char *cli_exit_text(cli_exit code);

/// The exit code for a failure that a library call reports.
cli_exit cli_exit_of(ps_code code);

/// A long option: --name, or --name ARGUMENT.
typedef struct {
    const char *name;
    const char *argument; ///< NULL: a switch
    const char *help;     ///< a few words, without a full stop

    // what the argument may be; all NULL: any text
    const ps_enum *words; ///< one of these names
    const char *list;     ///< an id in this list of the catalogue
    const char *also;     ///< or this one word
} cli_option;

PS_LIST_OF(cli_option, cli_options);

typedef struct {
    const char *line; ///< as it is typed: "psoas exercise list --phase relax"
    const char *does;
} cli_example;

PS_LIST_OF(cli_example, cli_examples);

typedef struct cli cli;

typedef struct {
    const char *family;    ///< first of two words: "exercise"; NULL when there is only one
    const char *name;      ///< "show"
    const char *arguments; ///< for the usage line: "ID", "[TOPIC]"; NULL: none
    int32_t arguments_min, arguments_max;
    /// The index-th word that may be an argument, NULL behind the last: for completions.
    const char *(*argument_at)(const ps_catalogue *catalogue, int32_t index);
    const char *summary; ///< one line, lower case, no full stop
    const char *text;    ///< paragraphs, separated by empty lines
    cli_options options;
    cli_examples examples;
    bool json;      ///< --json means something here
    uint32_t exits; ///< CLI_CAN(…) of exit codes beside 0, 1 and 2
    cli_exit (*run)(cli *c);
} cli_command;

#define CLI_CAN(name) (1u << CLI_##name)
#define CLI_LIST(array)        \
    {                          \
        array, PS_COUNT(array) \
    }

/// Commands that belong together, in the order of the help.
typedef struct {
    const char *title;
    const cli_command *at;
    int32_t count;
} cli_group;

/// Every command there is.
typedef struct {
    const cli_group *const *at;
    int32_t count;
} cli_groups;

cli_groups cli_all_groups(void);

/// Options that every command takes.
extern const cli_options cli_global_options;

/// Variables that psoas reads.
typedef struct {
    const char *name, *does;
} cli_variable;

PS_LIST_OF(cli_variable, cli_variables);
extern const cli_variables cli_environment;

/// The index-th command in the order of the help, or NULL behind the last.
const cli_command *cli_command_at(int32_t index);

/// The command `family` `name`, or NULL.
/// Nullable: family.
const cli_command *cli_command_find(const char *family, const char *name);

/// "exercise show"; a family alone when `name` is NULL.
enum { CLI_WORDS = 64 };
void cli_words(const char *family, const char *name, char text[CLI_WORDS]);

/// Whether it is the first word of commands of two words.
bool cli_is_family(const char *word);

/// The words that can come next, each once, in the order of the help: the first words of all
/// commands, or the second words of `family`. NULL behind the last.
/// Nullable: family.
const char *cli_word_at(const char *family, int32_t index);

// ---- the groups ----

extern const cli_group cli_coach_commands, cli_plan_commands;
extern const cli_group cli_knowledge_commands, cli_data_commands, cli_program_commands;
extern const cli_group cli_log_commands;

#endif
