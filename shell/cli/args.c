#include "shell/cli/args.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { OPTION_NAME_MAX = 64 };

/// The words that are still to be read.
typedef struct {
    const char *const *at;
    int32_t left;
} unread;

// ---- options ----

/// Where the value of an option goes; NULL when there is no such option.
typedef struct {
    const cli_option *option;
    const char **value;
} slot;

static slot slot_in(const cli_options *options, const char **values, ps_str name)
{
    for (int32_t i = 0; i < options->count; i++) {
        if (ps_str_is(name, options->at[i].name)) return (slot){&options->at[i], &values[i]};
    }
    return (slot){NULL, NULL};
}

static slot slot_of(cli *c, ps_str name)
{
    const slot own = c->command ? slot_in(&c->command->options, c->values, name) : (slot){0};
    return own.option ? own : slot_in(&cli_global_options, c->globals, name);
}

/// Names of all options that would be right here, for suggestions.
static const char *option_name_at(const void *context, int32_t index)
{
    const cli *c = context;
    if (c->command) {
        const cli_options *own = &c->command->options;
        if (index < own->count) return own->at[index].name;
        index -= own->count;
    }
    return index < cli_global_options.count ? cli_global_options.at[index].name : NULL;
}

static cli_exit unknown_option(cli *c, const char *word, ps_str name)
{
    const int32_t near = ps_closest(c, option_name_at, name);
    if (near == PS_NONE) return cli_usage(c, "no such option '%s'", word);
    return cli_usage(c, "no such option '%s'; did you mean '--%s'?", word, option_name_at(c, near));
}

typedef struct {
    const cli *c;
    const cli_option *option;
} choices;

static const char *choice_at(const void *context, int32_t index)
{
    const choices *of = context;
    return cli_choice_at(of->c, of->option, index);
}

static cli_exit check_choice(cli *c, const cli_option *option, const char *value)
{
    const choices of = {c, option};
    if (!choice_at(&of, 0)) return CLI_OK; // any text will do
    for (int32_t i = 0; choice_at(&of, i); i++) {
        if (strcmp(choice_at(&of, i), value) == 0) return CLI_OK;
    }
    const int32_t near = ps_closest(&of, choice_at, ps_str_of(value));
    if (near != PS_NONE) {
        return cli_usage(c, "--%s '%s' is not known; did you mean '%s'?", option->name, value,
                         choice_at(&of, near));
    }
    buffer all = {0};
    for (int32_t i = 0; choice_at(&of, i); i++) {
        buffer_format(&all, "%s%s", i > 0 ? ", " : "", choice_at(&of, i));
    }
    const cli_exit code =
        cli_usage(c, "--%s '%s' is not known; want one of %s", option->name, value, all.text);
    buffer_free(&all);
    return code;
}

static cli_exit check_width(cli *c)
{
    for (int32_t i = 0; i < cli_global_options.count; i++) {
        if (strcmp(cli_global_options.at[i].name, "width") != 0 || !c->globals[i]) continue;
        char *end = NULL;
        const long width = strtol(c->globals[i], &end, 10);
        if (end == c->globals[i] || *end || width < PAPER_WIDTH_MIN || width > PAPER_WIDTH_MAX) {
            return cli_usage(c, "--width '%s': want a number from %d to %d", c->globals[i],
                             PAPER_WIDTH_MIN, PAPER_WIDTH_MAX);
        }
    }
    return CLI_OK;
}

/// Reads the option `word`; its argument may be the word behind it.
static cli_exit read_option(cli *c, const char *word, unread *rest)
{
    const char *text = strcmp(word, "-h") == 0 ? "--help" : word;
    const size_t dashes = strspn(text, "-");
    const size_t len = strcspn(text + dashes, "=");
    const ps_str name = {text + dashes, (int32_t)len};
    const char *value = text[dashes + len] == '=' ? text + dashes + len + 1 : NULL;

    const slot into = slot_of(c, name);
    if (dashes != 2 || !into.option) return unknown_option(c, word, name);
    if (!into.option->argument) {
        if (value) return cli_usage(c, "--%s takes no value", into.option->name);
        *into.value = "";
        return CLI_OK;
    }
    if (!value) {
        if (rest->left == 0) {
            return cli_usage(c, "--%s wants a value: --%s %s", into.option->name, into.option->name,
                             into.option->argument);
        }
        value = *rest->at++;
        rest->left--;
    }
    *into.value = value;
    return check_choice(c, into.option, value);
}

// ---- the command ----

static const char *word_at(const void *family, int32_t index) { return cli_word_at(family, index); }

const char *cli_closest_word(const char *family, const char *word)
{
    const int32_t near = ps_closest(family, word_at, ps_str_of(word));
    return near == PS_NONE ? NULL : cli_word_at(family, near);
}

/// Takes a first or second word of a command.
static cli_exit read_word(cli *c, const char *word)
{
    // "plan" is a command, and "plan simulate" another one: a second word may still follow
    const bool alone = !c->family && cli_command_find(NULL, word);
    if (!c->family && cli_is_family(word) && !alone) {
        c->family = word;
        return CLI_OK;
    }
    c->command = cli_command_find(c->family, word);
    if (c->command) {
        c->name = c->command->name;
        return CLI_OK;
    }
    const char *closest = cli_closest_word(c->family, word);
    const char *space = c->family ? " " : "", *family = c->family ? c->family : "";
    if (!closest) return cli_usage(c, "no such command '%s%s%s'", family, space, word);
    return cli_usage(c, "no such command '%s%s%s'; did you mean 'psoas %s%s%s'?", family, space,
                     word, family, space, closest);
}

/// Takes the second word of a command whose first one is a command, too. Behind an argument or an
/// option of the first it is an argument like any other.
static bool read_second_word(cli *c, const char *word)
{
    if (c->family || c->argument_count > 0) return false;
    for (int32_t i = 0; i < c->command->options.count; i++) {
        if (c->values[i]) return false;
    }
    const cli_command *longer = cli_command_find(c->name, word);
    if (!longer) return false;
    c->family = c->name;
    c->name = longer->name;
    c->command = longer;
    return true;
}

static cli_exit read_argument(cli *c, const char *word)
{
    if (c->argument_count == CLI_ARGUMENTS_MAX) {
        return cli_usage(c, "more than %d arguments", CLI_ARGUMENTS_MAX);
    }
    c->arguments[c->argument_count++] = word;
    return CLI_OK;
}

static bool is_set(const cli *c, const char *name)
{
    for (int32_t i = 0; i < cli_global_options.count; i++) {
        if (strcmp(cli_global_options.at[i].name, name) == 0) return c->globals[i] != NULL;
    }
    return false;
}

static cli_exit one_too_many(cli *c)
{
    const char *word = c->arguments[c->command->arguments_max];
    const bool first = c->command->arguments_max == 0 && !c->family && cli_is_family(c->name);
    const char *closest = first ? cli_closest_word(c->name, word) : NULL;
    if (!closest || strcmp(closest, word) == 0) {
        return cli_usage(c, "'%s' is one argument too many", word);
    }
    return cli_usage(c, "no such command '%s %s'; did you mean 'psoas %s %s'?", c->name, word,
                     c->name, closest);
}

/// What can only be said once the whole line is known.
static cli_exit check_all(cli *c)
{
    if (is_set(c, "help") || is_set(c, "version")) return CLI_OK;
    if (c->family && !c->command) {
        buffer all = {0};
        for (int32_t i = 0; cli_word_at(c->family, i); i++) {
            buffer_format(&all, "%s%s", i > 0 ? ", " : "", cli_word_at(c->family, i));
        }
        const cli_exit code =
            cli_usage(c, "'psoas %s' wants one more word: %s", c->family, all.text);
        buffer_free(&all);
        return code;
    }
    if (is_set(c, "json") && !(c->command && c->command->json)) {
        return cli_usage(c, "--json means nothing here: the output is text");
    }
    if (!c->command) return check_width(c);
    if (c->argument_count < c->command->arguments_min) {
        return cli_usage(c, "an argument is missing: want %s", c->command->arguments);
    }
    if (c->argument_count > c->command->arguments_max) return one_too_many(c);
    return check_width(c);
}

/// A dash alone is standard input, and one before a digit begins a number.
static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] && !isdigit((unsigned char)word[1]);
}

cli_exit args_read(cli *c, int32_t count, const char *const *words)
{
    unread rest = {words, count};
    bool options_end = false;
    while (rest.left > 0) {
        const char *word = *rest.at++;
        rest.left--;
        cli_exit code = CLI_OK;
        if (!options_end && strcmp(word, "--") == 0) {
            options_end = true;
        } else if (!options_end && is_option(word)) {
            code = read_option(c, word, &rest);
        } else if (!c->command) {
            code = read_word(c, word);
        } else if (options_end || !read_second_word(c, word)) {
            code = read_argument(c, word);
        }
        if (code != CLI_OK) return code;
    }
    return check_all(c);
}
