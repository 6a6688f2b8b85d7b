#include "shell/cli/command.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

// ---- what all commands share ----

const char *cli_exit_text(cli_exit code)
{
    static const char *const texts[] = {
#define X(name, text) text,
        CLI_EXITS(X)
#undef X
    };
    return texts[code];
}

cli_exit cli_exit_of(ps_code code)
{
    switch (code) {
    case PS_OK:
        return CLI_OK;
    case PS_NOMEM:
        return CLI_FAILED;
    case PS_UNKNOWN:
    case PS_MISSING:
        return CLI_NOT_FOUND;
    case PS_SYNTAX:
    case PS_RANGE:
    case PS_NEWER:
    case PS_FOREIGN:
    case PS_CORRUPT:
        return CLI_DATA;
    case PS_CONFLICT:
        return CLI_CONFLICT;
    case PS_BUSY:
        return CLI_BUSY;
    case PS_DENIED:
    case PS_FULL:
    case PS_CLOCK:
    case PS_IO:
        return CLI_DISK;
    }
    return CLI_FAILED;
}

static const char *const colours[] = {"auto", "always", "never"};
static const ps_enum colour_words = {.c_name = "colour", .names = colours, .count = 3};

// clang-format off
static const cli_option global_options[] = {
    {.name = "data", .argument = "DIR", .help = "folder with the data of this machine"},
    {.name = "person", .argument = "NAME", .help = "whose data, when several people share them"},
    {.name = "json", .help = "print JSON for programs instead of text for people"},
    {.name = "color",
     .argument = "WHEN",
     .words = &colour_words,
     .help = "colours and bold type; auto: only on a terminal"},
    {.name = "width", .argument = "N", .help = "columns of the page, 40 to 200"},
    {.name = "help", .help = "print the help of the command"},
    {.name = "version", .help = "print the version"},
};
// clang-format on
const cli_options cli_global_options = CLI_LIST(global_options);

static const cli_variable variables[] = {
    {"PSOAS_DATA",   "The folder with the data, when --data is not given. Without it: "
                   "$XDG_DATA_HOME/psoas, else ~/.local/share/psoas."    },
    {"PSOAS_PERSON", "Whose data, when --person is not given."                             },
    {"PSOAS_NOW",    "An instant that stands in for the clock, for tests."                 },
    {"COLUMNS",      "Columns of the page, when --width is not given."                     },
    {"NO_COLOR",     "With any value: no escape sequences, unless --color always is given."},
    {"TERM",         "With the value dumb: no escape sequences either."                    },
};
const cli_variables cli_environment = CLI_LIST(variables);

static const cli_group *const groups[] = {&cli_coach_commands, &cli_plan_commands,
                                          &cli_log_commands,   &cli_knowledge_commands,
                                          &cli_data_commands,  &cli_program_commands};

cli_groups cli_all_groups(void) { return (cli_groups){groups, PS_COUNT(groups)}; }

// ---- look-ups ----

const cli_command *cli_command_at(int32_t index)
{
    for (int32_t i = 0; i < PS_COUNT(groups); i++) {
        if (index < groups[i]->count) return &groups[i]->at[index];
        index -= groups[i]->count;
    }
    return NULL;
}

static bool same(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

const cli_command *cli_command_find(const char *family, const char *name)
{
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        if (same(command->family, family) && same(command->name, name)) return command;
    }
    return NULL;
}

void cli_words(const char *family, const char *name, char text[CLI_WORDS])
{
    const bool both = family && name;
    const int len = snprintf(text, CLI_WORDS, "%s%s%s", family ? family : "", both ? " " : "",
                             name ? name : "");
    assert(len < CLI_WORDS);
    (void)len;
}

bool cli_is_family(const char *word)
{
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        if (same(command->family, word)) return true;
    }
    return false;
}

static const char *first_word(const cli_command *command)
{
    return command->family ? command->family : command->name;
}

/// Whether a command before the i-th has the same first word.
static bool came_before(int32_t i)
{
    for (int32_t before = 0; before < i; before++) {
        if (same(first_word(cli_command_at(before)), first_word(cli_command_at(i)))) return true;
    }
    return false;
}

const char *cli_word_at(const char *family, int32_t index)
{
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        const bool fits = family ? same(command->family, family) : !came_before(i);
        if (!fits) continue;
        if (index == 0) return family ? command->name : first_word(command);
        index--;
    }
    return NULL;
}
