// psoas completion: what shells offer while typing, from the same tables as the help.
//
// Each script first finds the words said so far, options and their values left out; then it offers
// the values of the option before the cursor, option names, command words or arguments.
#include "shell/cli/help.h"

#include <stdio.h>
#include <string.h>

// ---- shared ----

/// Calls `each` for all options there are, those of every command and the global ones.
static void walk_options(void (*each)(const cli *c, buffer *to, const cli_command *command,
                                      const cli_option *option),
                         const cli *c, buffer *to)
{
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        for (int32_t k = 0; k < command->options.count; k++) {
            each(c, to, command, &command->options.at[k]);
        }
    }
    for (int32_t k = 0; k < cli_global_options.count; k++) {
        each(c, to, NULL, &cli_global_options.at[k]);
    }
}

/// The options that take a value, as a shell pattern: --phase|--kind.
static void put_valued(const cli *c, buffer *to, const cli_command *command,
                       const cli_option *option)
{
    (void)c;
    (void)command;
    if (!option->argument) return;
    const bool first =
        to->len == 0 || to->text[to->len - 1] == ' ' || to->text[to->len - 1] == '\n';
    buffer_format(to, "%s--%s", first ? "" : "|", option->name);
}

static void put_choices(const cli *c, buffer *to, const cli_option *option)
{
    for (int32_t i = 0; cli_choice_at(c, option, i); i++) {
        buffer_format(to, "%s%s", i > 0 ? " " : "", cli_choice_at(c, option, i));
    }
}

/// Whether an argument is called DIR or FILE, in brackets or not.
static bool is_folder(const char *argument) { return argument && strstr(argument, "DIR"); }
static bool is_file(const char *argument) { return argument && strstr(argument, "FILE"); }

/// A text inside single quotes.
static void put_quoted(buffer *to, const char *text)
{
    buffer_text(to, "'");
    for (; *text; text++) buffer_text(to, *text == '\'' ? "'\\''" : (char[]){*text, '\0'});
    buffer_text(to, "'");
}

static void words_of(const cli_command *command, char text[CLI_WORDS])
{
    cli_words(command->family, command->name, text);
}

// ---- bash and zsh: one function with three decisions ----

/// The index-th command, those of two words first: the pattern of "plan" fits "plan simulate", too.
static const cli_command *longest_first(int32_t index)
{
    const cli_command *command = NULL;
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
            const bool now = (command->family != NULL) == (pass == 0);
            if (now && index-- == 0) return command;
        }
    }
    return NULL;
}

/// How the two of them write the same thing.
typedef struct {
    const char *head;   ///< up to the loop over the words
    const char *offer;  ///< begins the offer of a list of words
    const char *end;    ///< ends it
    const char *folder; ///< offers folders
    const char *file;   ///< offers files
    const char *tail;
} dialect;

static const dialect bash = {
    .head = "# bash completion for psoas:  source <(psoas completion bash)\n"
            "_psoas()\n"
            "{\n"
            "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} said= i\n"
            "    # readline makes three words of --phase=relax\n"
            "    if [[ $word == = ]]; then word=\n"
            "    elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
            "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
            "        [[ ${COMP_WORDS[i]} == = || ${COMP_WORDS[i-1]} == = ]] && continue\n"
            "        case ${COMP_WORDS[i-1]} in\n"
            "        VALUED) continue ;;\n"
            "        esac\n"
            "        [[ ${COMP_WORDS[i]} == -* ]] || said+=\" ${COMP_WORDS[i]}\"\n"
            "    done\n",
    .offer = "COMPREPLY=($(compgen -W '",
    .end = "' -- \"$word\"))",
    .folder = "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))",
    .file = "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))",
    .tail = "}\ncomplete -F _psoas psoas\n",
};

static const dialect zsh = {
    .head = "#compdef psoas\n"
            "# zsh completion for psoas:  source <(psoas completion zsh)\n"
            "_psoas()\n"
            "{\n"
            "    local word=$words[CURRENT] before=$words[CURRENT-1] said= i\n"
            "    for ((i = 2; i < CURRENT; i++)); do\n"
            "        case $words[i-1] in\n"
            "        VALUED) continue ;;\n"
            "        esac\n"
            "        [[ $words[i] == -* ]] || said+=\" $words[i]\"\n"
            "    done\n"
            "    if [[ $word == --*=* ]]; then\n"
            "        before=${word%%=*} word=\n"
            "        compset -P '*='\n"
            "    fi\n",
    .offer = "compadd -- ",
    .end = "",
    .folder = "_path_files -/",
    .file = "_path_files",
    .tail = "}\ncompdef _psoas psoas\n",
};

/// The head with the options that take a value in place of the word VALUED.
static void put_head(const cli *c, buffer *to, const dialect *in)
{
    const char *gap = strstr(in->head, "VALUED");
    buffer valued = {0};
    walk_options(put_valued, c, &valued);
    buffer_add(to, in->head, (size_t)(gap - in->head));
    buffer_text(to, valued.text);
    buffer_text(to, gap + strlen("VALUED"));
    buffer_free(&valued);
}

/// The case of an option that takes a value; `when` matches the words before it.
static void put_value(const cli *c, buffer *to, const dialect *in, const char *when,
                      const cli_option *option)
{
    if (!option->argument) return;
    buffer_format(to, "    %s:--%s) ", when, option->name);
    if (is_folder(option->argument) || is_file(option->argument)) {
        buffer_text(to, is_file(option->argument) ? in->file : in->folder);
    } else {
        buffer_text(to, in->offer);
        put_choices(c, to, option);
        buffer_text(to, in->end);
    }
    buffer_text(to, "; return ;;\n");
}

static void put_values(const cli *c, buffer *to, const dialect *in)
{
    buffer_text(to, "    case \"$said:$before\" in\n");
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = longest_first(i)) != NULL; i++) {
        char words[CLI_WORDS];
        words_of(command, words);
        buffer when = {0};
        buffer_format(&when, "' %s'*", words);
        for (int32_t k = 0; k < command->options.count; k++) {
            put_value(c, to, in, when.text, &command->options.at[k]);
        }
        buffer_free(&when);
    }
    for (int32_t k = 0; k < cli_global_options.count; k++) {
        put_value(c, to, in, "*", &cli_global_options.at[k]);
    }
    buffer_text(to, "    esac\n");
}

static void put_option_names(buffer *to, const cli_options *options)
{
    for (int32_t k = 0; k < options->count; k++) buffer_format(to, " --%s", options->at[k].name);
}

static void put_options(buffer *to, const dialect *in)
{
    buffer_text(to, "    if [[ $word == -* ]]; then\n        case $said in\n");
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = longest_first(i)) != NULL; i++) {
        if (command->options.count == 0) continue;
        char words[CLI_WORDS];
        words_of(command, words);
        buffer_format(to, "        ' %s'*) %s", words, in->offer);
        put_option_names(to, &command->options);
        put_option_names(to, &cli_global_options);
        buffer_format(to, "%s ;;\n", in->end);
    }
    buffer_format(to, "        *) %s", in->offer);
    put_option_names(to, &cli_global_options);
    buffer_format(to, "%s ;;\n        esac\n        return\n    fi\n", in->end);
}

/// What may be an argument of a command.
static void put_arguments(const cli *c, buffer *to, const cli_command *command)
{
    for (int32_t k = 0; command->argument_at(c->catalogue, k); k++) {
        buffer_format(to, "%s%s", k > 0 ? " " : "", command->argument_at(c->catalogue, k));
    }
}

static void put_next_words(const cli *c, buffer *to, const dialect *in, const char *family)
{
    const cli_command *alone = family ? cli_command_find(NULL, family) : NULL;
    buffer_format(to, "    '%s%s') %s", family ? " " : "", family ? family : "", in->offer);
    for (int32_t i = 0; cli_word_at(family, i); i++) {
        buffer_format(to, "%s%s", i > 0 ? " " : "", cli_word_at(family, i));
    }
    if (alone && alone->argument_at) {
        buffer_text(to, " ");
        put_arguments(c, to, alone);
    }
    buffer_format(to, "%s ;;\n", in->end);
}

static void put_words(const cli *c, buffer *to, const dialect *in)
{
    buffer_text(to, "    case $said in\n");
    put_next_words(c, to, in, NULL);
    for (int32_t i = 0; cli_word_at(NULL, i); i++) {
        if (cli_is_family(cli_word_at(NULL, i))) put_next_words(c, to, in, cli_word_at(NULL, i));
    }
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = longest_first(i)) != NULL; i++) {
        char words[CLI_WORDS];
        words_of(command, words);
        if (is_file(command->arguments)) {
            buffer_format(to, "    ' %s') %s ;;\n", words, in->file);
            continue;
        }
        if (!command->argument_at) continue;
        buffer_format(to, "    ' %s'%s) %s", words, command->arguments_max > 1 ? "*" : "",
                      in->offer);
        put_arguments(c, to, command);
        buffer_format(to, "%s ;;\n", in->end);
    }
    buffer_text(to, "    esac\n");
}

static void put_script(const cli *c, buffer *to, const dialect *in)
{
    put_head(c, to, in);
    put_values(c, to, in);
    put_options(to, in);
    put_words(c, to, in);
    buffer_text(to, in->tail);
}

static void put_bash(const cli *c, buffer *to) { put_script(c, to, &bash); }
static void put_zsh(const cli *c, buffer *to) { put_script(c, to, &zsh); }

// ---- fish: one line for everything that can be offered ----

static void put_fish_option(const cli *c, buffer *to, const cli_command *command,
                            const cli_option *option)
{
    buffer_text(to, "complete -c psoas");
    if (command) {
        char words[CLI_WORDS];
        words_of(command, words);
        // options of "plan" are not those of "plan simulate"
        const bool longer = !command->family && cli_is_family(command->name);
        buffer_format(to, " -n '__psoas_%s %s'", longer ? "at" : "in", words);
    }
    buffer_format(to, " -l %s", option->name);
    const bool path = is_folder(option->argument) || is_file(option->argument);
    if (option->argument) buffer_text(to, path ? " -r -F" : " -x");
    if (cli_choice_at(c, option, 0)) {
        buffer_text(to, " -a '");
        put_choices(c, to, option);
        buffer_text(to, "'");
    }
    buffer_text(to, " -d ");
    put_quoted(to, option->help);
    buffer_text(to, "\n");
}

/// The word that leads to a command; a family is offered once, with its title.
static void put_fish_command(const cli *c, buffer *to, const cli_command *command, bool first)
{
    char words[CLI_WORDS];
    words_of(command, words);
    if (command->family && first && !cli_command_find(NULL, command->family)) {
        buffer_format(to, "complete -c psoas -n __psoas_at -a %s\n", command->family);
    }
    buffer_format(to, "complete -c psoas -n '__psoas_at%s%s' -a %s -d ", command->family ? " " : "",
                  command->family ? command->family : "", command->name);
    put_quoted(to, command->summary);
    buffer_text(to, "\n");
    if (is_file(command->arguments)) {
        buffer_format(to, "complete -c psoas -n '__psoas_at %s' -F\n", words);
    }
    if (!command->argument_at) return;
    buffer_format(to, "complete -c psoas -n '__psoas_%s %s' -a '",
                  command->arguments_max > 1 ? "in" : "at", words);
    put_arguments(c, to, command);
    buffer_text(to, "'\n");
}

static void put_fish(const cli *c, buffer *to)
{
    buffer valued = {0};
    walk_options(put_valued, c, &valued);
    for (size_t i = 0; i < valued.len; i++)
        valued.text[i] = valued.text[i] == '|' ? ' ' : valued.text[i];
    buffer_format(to,
                  "# fish completion for psoas:  psoas completion fish | source\n"
                  "function __psoas_said\n"
                  "    set -l skip no\n"
                  "    for word in (commandline -opc)[2..-1]\n"
                  "        if test $skip = yes\n"
                  "            set skip no\n"
                  "            continue\n"
                  "        end\n"
                  "        switch $word\n"
                  "            case %s\n"
                  "                set skip yes\n"
                  "            case '-*'\n"
                  "            case '*'\n"
                  "                echo $word\n"
                  "        end\n"
                  "    end\n"
                  "end\n"
                  "function __psoas_at\n"
                  "    set -l said (__psoas_said)\n"
                  "    test \"$said\" = \"$argv\"\n"
                  "end\n"
                  "function __psoas_in\n"
                  "    set -l said (__psoas_said)\n"
                  "    string match -q -- \"$argv*\" \"$said\"\n"
                  "end\n"
                  "complete -c psoas -f\n",
                  valued.text);
    buffer_free(&valued);
    const cli_command *command = NULL;
    const char *last = "";
    for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        const char *family = command->family ? command->family : "";
        put_fish_command(c, to, command, strcmp(family, last) != 0);
        last = family;
    }
    walk_options(put_fish_option, c, to);
}

// ---- the command ----

static const struct {
    const char *shell;
    void (*put)(const cli *c, buffer *to);
} shells[] = {
    {"bash", put_bash},
    {"zsh",  put_zsh },
    {"fish", put_fish}
};

const char *completion_shell_at(const ps_catalogue *catalogue, int32_t index)
{
    (void)catalogue;
    return index < PS_COUNT(shells) ? shells[index].shell : NULL;
}

static const char *shell_at(const void *context, int32_t index)
{
    return completion_shell_at(context, index);
}

cli_exit completion_show(cli *c)
{
    for (int32_t i = 0; i < PS_COUNT(shells); i++) {
        if (strcmp(shells[i].shell, c->arguments[0]) != 0) continue;
        shells[i].put(c, &c->page.text);
        return CLI_OK;
    }
    const int32_t near = ps_closest(NULL, shell_at, ps_str_of(c->arguments[0]));
    cli_unknown(c, CLI_USAGE, "shell", c->arguments[0],
                near == PS_NONE ? NULL : shells[near].shell);
    buffer_text(&c->messages, "Want bash, zsh or fish.\n");
    return CLI_USAGE;
}
