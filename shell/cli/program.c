// The commands about the program itself.
#include "shell/cli/help.h"

// tables that a formatter would line up like matrices
// clang-format off

static const cli_example help_examples[] = {
    {"psoas help exercise show", "The same as psoas exercise show --help."},
};

static const cli_example man_examples[] = {
    {"psoas man | man -l -", "Reads it at once."},
    {"psoas man > ~/.local/share/man/man1/psoas.1", "Installs it for man psoas."},
};

static const cli_example completion_examples[] = {
    {"source <(psoas completion bash)", "For this shell; in ~/.bashrc for all."},
    {"psoas completion fish > ~/.config/fish/completions/psoas.fish", "For fish, to keep."},
};

static const cli_command commands[] = {
    {
        .name = "help",
        .arguments = "[COMMAND]",
        .arguments_max = 2,
        .argument_at = help_word_at,
        .summary = "all commands, or one of them",
        .text = "Prints what a command does, its options, examples and exit codes.",
        .examples = CLI_LIST(help_examples),
        .exits = CLI_CAN(NOT_FOUND),
        .run = help_show,
    },
    {
        .name = "man",
        .summary = "the manual page, for man",
        .text = "Prints the manual page psoas(1) with all commands, options and exit codes.",
        .examples = CLI_LIST(man_examples),
        .run = man_show,
    },
    {
        .name = "completion",
        .arguments = "SHELL",
        .arguments_min = 1,
        .arguments_max = 1,
        .argument_at = completion_shell_at,
        .summary = "completions for bash, zsh or fish",
        .text = "Prints a script that completes commands, options, ids and other values.",
        .examples = CLI_LIST(completion_examples),
        .run = completion_show,
    },
    {
        .name = "version",
        .summary = "versions of the program and of its knowledge",
        .text = "Prints the version of the program, the version of the catalogue that is built in, "
                "and what psoas is not.",
        .json = true,
        .run = version_show,
    },
};

const cli_group cli_program_commands = {"The program itself", commands, PS_COUNT(commands)};
