#include "shell/cli/cli.h"

#include "shell/cli/args.h"
#include "shell/cli/help.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MESSAGE_MAX = 1024, ROOM = 64 << 20 };

// ---- options ----

static int32_t option_index(const cli_options *options, const char *name)
{
    for (int32_t i = 0; i < options->count; i++) {
        if (strcmp(options->at[i].name, name) == 0) return i;
    }
    return PS_NONE;
}

const char *cli_value(const cli *c, const char *option)
{
    const int32_t index = option_index(&c->command->options, option);
    assert(index != PS_NONE);
    return c->values[index];
}

int32_t cli_choice(const cli *c, const char *option)
{
    const int32_t index = option_index(&c->command->options, option);
    assert(index != PS_NONE);
    const cli_option *of = &c->command->options.at[index];
    const char *value = c->values[index];
    if (!value) return PS_NONE;
    if (of->words) return ps_enum_find(of->words, ps_str_of(value));
    return c->names.find(c->names.context, of->list, ps_str_of(value));
}

const char *cli_choice_at(const cli *c, const cli_option *option, int32_t index)
{
    if (option->also && index == 0) return option->also;
    if (option->also) index--;
    if (option->list) return c->names.id(c->names.context, option->list, index);
    return option->words && index < option->words->count ? option->words->names[index] : NULL;
}

static const char *global(const cli *c, const char *name)
{
    const int32_t index = option_index(&cli_global_options, name);
    assert(index != PS_NONE);
    return c->globals[index];
}

static bool is_filled(const char *text) { return text && *text; }

const char *cli_data(cli *c)
{
    const char *given = global(c, "data");
    if (!given) given = c->world->variable("PSOAS_DATA");
    buffer_clear(&c->folder);
    if (is_filled(given)) {
        buffer_text(&c->folder, given);
        return c->folder.text;
    }
    const char *shared = c->world->variable("XDG_DATA_HOME");
    const char *home = c->world->variable("HOME");
    if (is_filled(shared) && *shared == '/') { // the standard: anything else is to be ignored
        buffer_format(&c->folder, "%s/psoas", shared);
    } else {
        buffer_format(&c->folder, "%s/.local/share/psoas", is_filled(home) ? home : ".");
    }
    return c->folder.text;
}

void *cli_take(cli *c, int32_t count, size_t item_size)
{
    void *taken = ps_arena_take(&c->room, count > 0 ? count : 1, item_size);
    if (taken) return taken;
    static const char text[] = "psoas: out of memory\n";
    (void)c->world->write(c->world->context, true, text, sizeof text - 1);
    exit(CLI_FAILED);
}

const char *cli_text(cli *c, const char *text)
{
    const size_t size = strlen(text) + 1;
    return memcpy(cli_take(c, (int32_t)size, 1), text, size);
}

const char *cli_day(cli *c, ps_day day)
{
    char text[PS_DAY_TEXT];
    if (day < PS_DAY_MIN || day > PS_DAY_MAX) return NULL;
    ps_day_format(day, text, sizeof text);
    return cli_text(c, text);
}

// ---- messages ----

cli_exit cli_complain(cli *c, cli_exit code, const char *format, ...)
{
    char text[MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);

    // through paper, so that no byte of the command line can speak to the terminal
    paper clean = paper_of(PAPER_WIDTH, false);
    paper_put(&clean, INK_PLAIN, text);
    paper_row(&clean, 0);
    buffer_format(&c->messages, "psoas: %s", clean.text.text);
    paper_free(&clean);
    return code;
}

cli_exit cli_fail(cli *c, const ps_error *err)
{
    const cli_exit code = cli_exit_of(err->code);
    if (!err->file) return cli_complain(c, code, "%s", err->text);
    if (err->at.line == 0) return cli_complain(c, code, "%s: %s", err->file, err->text);
    return cli_complain(c, code, "%s:%d:%d: %s", err->file, err->at.line, err->at.column,
                        err->text);
}

cli_exit cli_unknown(cli *c, cli_exit code, const char *what, const char *word, const char *closest)
{
    ps_error err = {0};
    (void)ps_fail_unknown(&err, (ps_place){0}, what, ps_str_of(word), closest);
    return cli_complain(c, code, "%s", err.text);
}

cli_exit cli_usage(cli *c, const char *format, ...)
{
    char text[MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    cli_complain(c, CLI_USAGE, "%s", text);

    char words[CLI_WORDS];
    cli_words(c->family, c->name, words);
    if (*words) {
        buffer_format(&c->messages, "Try 'psoas %s --help'.\n", words);
    } else {
        buffer_text(&c->messages, "Try 'psoas help'.\n");
    }
    return CLI_USAGE;
}

// ---- the page ----

void cli_put_notice(cli *c)
{
    paper_gap(&c->page);
    paper_put(&c->page, INK_CARE, c->catalogue->consent.short_form);
    paper_flow(&c->page, 0);
}

cli_exit cli_flush(cli *c)
{
    const cli_world *world = c->world;
    const int failed = c->page.text.len > 0 ? world->write(world->context, false, c->page.text.text,
                                                           c->page.text.len)
                                            : 0;
    if (failed && failed != EPIPE) {
        cli_complain(c, CLI_DISK, "cannot write the output: %s", strerror(failed));
    }
    // when even this fails there is nobody left to tell
    if (c->messages.len > 0) {
        (void)world->write(world->context, true, c->messages.text, c->messages.len);
    }
    buffer_clear(&c->page.text);
    buffer_clear(&c->messages);
    return !failed ? CLI_OK : failed == EPIPE ? CLI_FAILED : CLI_DISK;
}

// ---- one run ----

static int32_t number_or(const char *text, int32_t otherwise)
{
    char *end = NULL;
    const long value = is_filled(text) ? strtol(text, &end, 10) : 0;
    return end && *end == '\0' && value > 0 && value <= 10000 ? (int32_t)value : otherwise;
}

static int32_t width_of(const cli *c)
{
    const int32_t own = number_or(global(c, "width"), 0);
    if (own > 0) return own; // its limits were checked with the command line
    const int32_t found = c->world->columns > 0 ? c->world->columns : PAPER_WIDTH;
    const int32_t width = number_or(c->world->variable("COLUMNS"), found);
    return width < PAPER_WIDTH_MIN   ? PAPER_WIDTH_MIN
           : width > PAPER_WIDTH_MAX ? PAPER_WIDTH_MAX
                                     : width;
}

static bool is_inked(const cli *c)
{
    const char *when = global(c, "color");
    const char *terminal = c->world->variable("TERM");
    if (c->json) return false;
    if (when && strcmp(when, "always") == 0) return true;
    if (when && strcmp(when, "never") == 0) return false;
    if (is_filled(c->world->variable("NO_COLOR"))) return false;
    if (terminal && strcmp(terminal, "dumb") == 0) return false;
    return c->world->is_terminal;
}

static cli_exit run(cli *c)
{
    if (global(c, "version")) c->command = cli_command_find(NULL, "version");
    if (global(c, "help")) return help_print(c, c->family, c->name);
    if (!c->command) return help_start(c);
    return c->command->run(c);
}

cli_exit cli_main(const cli_world *world, int32_t count, const char *const *words)
{
    cli c = {
        .world = world,
        .catalogue = world->catalogue,
        .names = ps_catalogue_names(world->catalogue),
        .page = paper_of(PAPER_WIDTH, false),
    };
    ps_error err = {0};
    cli_exit code =
        room_open(ROOM, &c.room, &err) == PS_OK ? args_read(&c, count, words) : cli_fail(&c, &err);
    if (code == CLI_OK) {
        c.json = global(&c, "json") != NULL;
        c.person = global(&c, "person");
        c.page.width = width_of(&c);
        c.page.inked = is_inked(&c);
        code = run(&c);
    }
    const cli_exit printed = cli_flush(&c);

    room_close(&c.room);
    paper_free(&c.page);
    buffer_free(&c.messages);
    buffer_free(&c.folder);
    return code != CLI_OK ? code : printed;
}
