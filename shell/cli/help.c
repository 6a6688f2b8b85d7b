#include "shell/cli/help.h"

#include "shell/cli/envelope.h"

#include <stdio.h>
#include <string.h>

enum {
    INDENT = 2,
    OPTION_COLUMNS = 18,
    SUMMARY_COLUMNS = 20,
    START_COLUMNS = 33,
    CHOICES_MAX = 24
};

void help_usage(const cli_command *command, buffer *to)
{
    char words[CLI_WORDS];
    cli_words(command->family, command->name, words);
    buffer_format(to, "psoas %s", words);
    if (command->options.count > 0) buffer_text(to, " [OPTIONS]");
    if (command->arguments) buffer_format(to, " %s", command->arguments);
}

// ---- pieces ----

/// "which of …: relax, release": what an option may be, unless that is too much for a line.
static void put_choices(cli *c, const cli_option *option)
{
    if (!cli_choice_at(c, option, 0) || cli_choice_at(c, option, CHOICES_MAX)) return;
    for (int32_t i = 0; cli_choice_at(c, option, i); i++) {
        paper_put(&c->page, INK_QUIET, i == 0 ? ": " : ", ");
        paper_put(&c->page, INK_QUIET, cli_choice_at(c, option, i));
    }
}

static void put_options(cli *c, const char *heading, const cli_options *options)
{
    if (options->count == 0) return;
    paper_heading(&c->page, heading, NULL);
    for (int32_t i = 0; i < options->count; i++) {
        const cli_option *option = &options->at[i];
        char label[CLI_WORDS];
        snprintf(label, sizeof label, "--%s%s%s", option->name, option->argument ? " " : "",
                 option->argument ? option->argument : "");
        paper_put(&c->page, INK_PLAIN, option->help);
        put_choices(c, option);
        paper_item(&c->page, INDENT, INK_NAME, label, OPTION_COLUMNS);
    }
}

/// The commands of a group, or only those of a family, with their summaries.
static void put_commands(cli *c, const cli_group *group, const char *family)
{
    bool begun = false;
    for (int32_t i = 0; i < group->count; i++) {
        const cli_command *command = &group->at[i];
        if (family && (!command->family || strcmp(command->family, family) != 0)) continue;
        if (!begun) paper_heading(&c->page, group->title, NULL);
        begun = true;
        char words[CLI_WORDS];
        cli_words(command->family, command->name, words);
        paper_put(&c->page, INK_PLAIN, command->summary);
        paper_item(&c->page, INDENT, INK_NAME, words, SUMMARY_COLUMNS);
    }
}

static void put_all_commands(cli *c, const char *family)
{
    const cli_groups groups = cli_all_groups();
    for (int32_t i = 0; i < groups.count; i++) put_commands(c, groups.at[i], family);
}

static void put_examples(cli *c, const cli_examples *examples)
{
    if (examples->count == 0) return;
    paper_heading(&c->page, "Examples", NULL);
    for (int32_t i = 0; i < examples->count; i++) {
        paper_put(&c->page, INK_NAME, examples->at[i].line);
        paper_row(&c->page, INDENT);
        paper_put(&c->page, INK_PLAIN, examples->at[i].does);
        paper_flow(&c->page, INDENT + 4);
    }
}

static void put_exits(cli *c, const cli_command *command)
{
    if (command->exits == 0) return;
    paper_heading(&c->page, "Exit codes beside 0, 1 and 2", NULL);
    for (int32_t i = 0; i < CLI_EXIT_COUNT; i++) {
        if (!(command->exits & (1u << i))) continue;
        char label[8];
        snprintf(label, sizeof label, "%d", i);
        paper_put(&c->page, INK_PLAIN, cli_exit_text((cli_exit)i));
        paper_item(&c->page, INDENT, INK_NAME, label, 3);
    }
}

// ---- pages ----

static void put_command_page(cli *c, const cli_command *command)
{
    buffer usage = {0};
    help_usage(command, &usage);
    paper_put(&c->page, INK_TITLE, usage.text);
    paper_flow(&c->page, 0);
    buffer_free(&usage);
    paper_put(&c->page, INK_PLAIN, command->summary);
    paper_flow(&c->page, INDENT);
    paper_gap(&c->page);
    paper_text(&c->page, 0, command->text);
    if (!command->family) put_all_commands(c, command->name); // "plan simulate" beside "plan"
    put_options(c, "Options", &command->options);
    put_examples(c, &command->examples);
    put_exits(c, command);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, command->json ? "--json prints it for programs. " : "");
    paper_put(&c->page, INK_QUIET, "Options of every command: psoas help");
    paper_flow(&c->page, 0);
}

static void put_start(cli *c)
{
    static const cli_example lines[] = {
        {"psoas setup",                    "a few questions about you and your hip"      },
        {"psoas plan",                     "what follows from them: today, and this week"},
        {"psoas exercise list",            "what there is, by what it is for"            },
        {"psoas exercise show half-kneel", "one exercise in full"                        },
        {"psoas programme show precision", "a programme as its source gives it"          },
        {"psoas why static-stretching",    "where the sources disagree, and what we do"  },
        {"psoas help",                     "all commands and options"                    },
    };
    paper_heading(&c->page, "Start here", NULL);
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        paper_put(&c->page, INK_PLAIN, lines[i].does);
        paper_item(&c->page, INDENT, INK_NAME, lines[i].line, START_COLUMNS);
    }
}

/// What is missing is said before somebody looks for it.
static void put_not_yet(cli *c)
{
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN,
              "Still being built: guided sessions. Until then read \"Stop\" and \"Who must not do "
              "it\" of an exercise before you do it, and ask a professional when in doubt.");
    paper_flow(&c->page, 0);
}

static void put_overview(cli *c)
{
    paper_title(&c->page, "Psoas, a private coach for the hip flexors", PSOAS_VERSION);
    paper_format(&c->page, INK_PLAIN,
                 "%d exercises, stretches and habits out of four published articles and our own "
                 "additions: who says what, how good the evidence is, and who must not do it. "
                 "Everything stays on this machine.",
                 c->catalogue->exercises.count);
    paper_flow(&c->page, 0);
}

cli_exit help_print(cli *c, const char *family, const char *name)
{
    const cli_command *command = name ? cli_command_find(family, name) : NULL;
    if (command) {
        put_command_page(c, command);
        return CLI_OK;
    }
    if (family) {
        buffer title = {0};
        buffer_format(&title, "psoas %s …", family);
        paper_put(&c->page, INK_TITLE, title.text);
        paper_flow(&c->page, 0);
        buffer_free(&title);
        put_all_commands(c, family);
        return CLI_OK;
    }
    put_overview(c);
    put_all_commands(c, NULL);
    put_options(c, "Options of every command", &cli_global_options);
    cli_put_notice(c);
    return CLI_OK;
}

cli_exit help_start(cli *c)
{
    put_overview(c);
    put_start(c);
    put_not_yet(c);
    cli_put_notice(c);
    return CLI_OK;
}

cli_exit help_show(cli *c)
{
    const char *first = c->argument_count > 0 ? c->arguments[0] : NULL;
    const char *second = c->argument_count > 1 ? c->arguments[1] : NULL;
    if (!first) return help_print(c, NULL, NULL);
    const bool alone = !second && cli_command_find(NULL, first);
    const bool family = cli_is_family(first) && !alone;
    if (family && !second) return help_print(c, first, NULL);
    if (cli_command_find(family ? first : NULL, family ? second : first)) {
        return help_print(c, family ? first : NULL, family ? second : first);
    }
    const char *word = family ? second : first;
    return cli_unknown(c, CLI_NOT_FOUND, "command", word,
                       cli_closest_word(family ? first : NULL, word));
}

const char *help_word_at(const ps_catalogue *catalogue, int32_t index)
{
    (void)catalogue;
    return cli_word_at(NULL, index);
}

cli_exit version_show(cli *c)
{
    const version_report report = {PSOAS_VERSION, ps_catalogue_version,
                                   c->catalogue->consent.short_form};
    if (c->json) {
        const void *item = &report;
        envelope_write(c, "version", &item, 1);
        return CLI_OK;
    }
    paper_format(&c->page, INK_PLAIN, "psoas %s, catalogue %s", report.program, report.catalogue);
    paper_row(&c->page, 0);
    paper_put(&c->page, INK_PLAIN, report.notice);
    paper_flow(&c->page, 0);
    return CLI_OK;
}
