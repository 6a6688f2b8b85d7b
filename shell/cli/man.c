// psoas man: the manual page, in the man macros of groff, from the same tables as the help.
#include "shell/cli/help.h"
#include "shell/cli/wrap.h"

#include <string.h>

/// Text for groff: nothing in it is a request or an escape.
static void put_text(buffer *to, const char *text)
{
    const bool at_line_start = to->len == 0 || to->text[to->len - 1] == '\n';
    if (at_line_start && (*text == '.' || *text == '\'')) buffer_text(to, "\\&");
    for (const unsigned char *at = (const unsigned char *)text; *at;) {
        if (*at == '\\') {
            buffer_text(to, "\\e");
        } else if (*at == '-') {
            buffer_text(to, "\\-"); // a minus can be copied into a shell, a hyphen cannot
        } else if (*at == '\'') {
            buffer_text(to, "\\(aq");
        } else if (*at >= 0x80) {
            // code points by number: then it does not matter which encoding groff expects
            const int32_t bytes = *at >= 0xf0 ? 4 : *at >= 0xe0 ? 3 : 2;
            uint32_t code = *at & (0x7fu >> bytes);
            for (int32_t i = 1; i < bytes; i++) code = code << 6 | (at[i] & 0x3fu);
            buffer_format(to, "\\[u%04X]", code);
            at += bytes;
            continue;
        } else {
            buffer_add(to, (const char *)at, 1);
        }
        at++;
    }
}

static void put_line(buffer *to, const char *text)
{
    put_text(to, text);
    buffer_text(to, "\n");
}

/// Paragraphs, separated by empty lines.
static void put_paragraphs(buffer *to, const char *text)
{
    while (*text) {
        const char *end = strstr(text, "\n\n");
        const size_t len = end ? (size_t)(end - text) : strlen(text);
        buffer part = {0};
        buffer_add(&part, text, len);
        buffer_text(to, ".PP\n");
        put_line(to, part.text);
        buffer_free(&part);
        text += len + (end ? 2 : 0);
    }
}

static void put_options(const cli *c, buffer *to, const cli_options *options)
{
    for (int32_t i = 0; i < options->count; i++) {
        const cli_option *option = &options->at[i];
        buffer_text(to, ".TP\n\\fB");
        put_text(to, "--");
        put_text(to, option->name);
        buffer_text(to, "\\fR");
        if (option->argument) {
            buffer_text(to, " \\fI");
            put_text(to, option->argument);
            buffer_text(to, "\\fR");
        }
        buffer_text(to, "\n");
        put_text(to, option->help);
        for (int32_t k = 0; cli_choice_at(c, option, k); k++) {
            put_text(to, k == 0 ? ": " : ", ");
            put_text(to, cli_choice_at(c, option, k));
        }
        buffer_text(to, "\n");
    }
}

static void put_examples(buffer *to, const cli_examples *examples)
{
    for (int32_t i = 0; i < examples->count; i++) {
        buffer_text(to, ".TP\n\\fB");
        put_text(to, examples->at[i].line);
        buffer_text(to, "\\fR\n");
        put_line(to, examples->at[i].does);
    }
}

/// "psoas exercise show [OPTIONS] ID", the words bold.
static void put_usage(buffer *to, const cli_command *command)
{
    char words[CLI_WORDS];
    cli_words(command->family, command->name, words);
    buffer_text(to, "psoas ");
    put_text(to, words);
    if (command->options.count > 0) put_text(to, " [OPTIONS]");
    if (command->arguments) {
        buffer_text(to, " ");
        put_text(to, command->arguments);
    }
}

static void put_command(const cli *c, buffer *to, const cli_command *command)
{
    buffer_text(to, ".SS \"");
    put_usage(to, command);
    buffer_text(to, "\"\n");
    put_text(to, command->summary);
    buffer_text(to, ".\n");
    put_paragraphs(to, command->text);
    put_options(c, to, &command->options);
    if (command->examples.count > 0) {
        buffer_text(to, ".PP\nExamples:\n");
        put_examples(to, &command->examples);
    }
}

static void put_commands(const cli *c, buffer *to)
{
    const cli_groups groups = cli_all_groups();
    for (int32_t i = 0; i < groups.count; i++) {
        buffer_text(to, ".SH \"COMMANDS: ");
        put_text(to, groups.at[i]->title);
        buffer_text(to, "\"\n");
        for (int32_t k = 0; k < groups.at[i]->count; k++) put_command(c, to, &groups.at[i]->at[k]);
    }
}

static void put_exits(buffer *to)
{
    buffer_text(to, ".SH \"EXIT STATUS\"\n");
    for (int32_t i = 0; i < CLI_EXIT_COUNT; i++) {
        buffer_format(to, ".TP\n\\fB%d\\fR\n", i);
        put_text(to, cli_exit_text((cli_exit)i));
        buffer_text(to, ".\n");
    }
}

static void put_environment(buffer *to)
{
    buffer_text(to, ".SH ENVIRONMENT\n");
    for (int32_t i = 0; i < cli_environment.count; i++) {
        buffer_text(to, ".TP\n\\fB");
        put_text(to, cli_environment.at[i].name);
        buffer_text(to, "\\fR\n");
        put_line(to, cli_environment.at[i].does);
    }
}

cli_exit man_show(cli *c)
{
    buffer *to = &c->page.text;
    buffer_text(to, ".\\\" Made by psoas man from its command table.\n"
                    ".TH PSOAS 1 \"\" \"psoas " PSOAS_VERSION "\" \"User Commands\"\n"
                    ".nh\n.ad l\n"
                    ".SH NAME\npsoas \\- a private coach for the hip flexors\n"
                    ".SH SYNOPSIS\n\\fBpsoas\\fR [\\fIOPTIONS\\fR] \\fICOMMAND\\fR "
                    "[\\fIARGUMENTS\\fR]\n"
                    ".SH DESCRIPTION\n");
    put_line(to, "Psoas knows exercises, stretches and habits for the hip flexors out of four "
                 "published articles and additions of our own. For every statement it says who "
                 "makes it and how good the evidence is. Everything stays on this machine.");
    buffer_text(to, ".PP\n");
    put_line(to, c->catalogue->consent.short_form);
    buffer_text(to, ".SH OPTIONS\n");
    put_line(to, "These stand before or behind any command. An argument follows behind a blank or "
                 "a '='; behind '--' nothing is an option.");
    put_options(c, to, &cli_global_options);
    put_commands(c, to);
    put_exits(to);
    put_environment(to);
    return CLI_OK;
}
