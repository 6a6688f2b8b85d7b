// Command lines. Facts: what each kind of line leads to, exit code and message. Laws: every
// exercise on narrow, usual and wide paper keeps its width and leaves no part empty; every command
// stands in the help, the man page and the completions; what --json prints reads back as the same
// knowledge.
#include "shell/cli/cli.h"
#include "shell/cli/envelope.h"
#include "shell/cli/log_reports.h"
#include "shell/cli/words.h"
#include "shell/cli/wrap.h"
#include "shell/codec/json.h"

#include <errno.h>
#include <stdlib.h>

#include "line_kit.h"
#include "test.h"

// ---- running a command line ----

static struct {
    buffer out, err;
    int failure; ///< what writing to standard output returns
    bool terminal;
    const char *const *variables; ///< name, value, …, NULL
} around;

static const char *variable(const char *name)
{
    for (int32_t i = 0; around.variables && around.variables[i]; i += 2) {
        if (strcmp(around.variables[i], name) == 0) return around.variables[i + 1];
    }
    return NULL;
}

static int write_down(void *context, bool to_errors, const char *bytes, size_t len)
{
    (void)context;
    if (!to_errors && around.failure) return around.failure;
    buffer_add(to_errors ? &around.err : &around.out, bytes, len);
    return 0;
}

enum { LINE_MAX_WORDS = 24, LINE_BYTES = 512 };

static const char *text_of(const buffer *of) { return of->text ? of->text : ""; }

/// Runs "exercise show x"; words are separated by blanks, '…' keeps them together.
static cli_exit run(const char *line)
{
    char room[LINE_BYTES];
    const char *words[LINE_MAX_WORDS];
    snprintf(room, sizeof room, "%s", line);
    const int32_t count = line_words(room, words, LINE_MAX_WORDS);
    buffer_clear(&around.out);
    buffer_clear(&around.err);
    const cli_world world = {
        .catalogue = &ps_catalogue_builtin,
        .is_terminal = around.terminal,
        .variable = variable,
        .write = write_down,
    };
    return cli_main(&world, count, words);
}

static bool holds(const buffer *text, const char *part) { return strstr(text_of(text), part); }

// ---- what lines lead to ----

// clang-format off
static const struct {
    const char *line;
    cli_exit code;
    const char *says; ///< part of the messages, or of the page when it went well
} lines[] = {
    {"", CLI_OK, "Start here"},
    {"--help", CLI_OK, "Options of every command"},
    {"help", CLI_OK, "Options of every command"},
    {"-h", CLI_OK, "Options of every command"},
    {"--version", CLI_OK, "Not a medical device."},
    {"version", CLI_OK, "Not a medical device."},
    {"help why", CLI_OK, "psoas why [OPTIONS] [TOPIC]"},
    {"help exercise", CLI_OK, "exercise search"},
    {"help exercise show", CLI_OK, "psoas exercise show ID"},
    {"help exercize", CLI_NOT_FOUND, "did you mean 'exercise'?"},
    {"exercise --help", CLI_OK, "exercise search"},
    {"exercise show --help", CLI_OK, "psoas exercise show ID"},

    {"exercise", CLI_USAGE, "wants one more word: list, show, search"},
    {"exercise lst", CLI_USAGE, "did you mean 'psoas exercise list'?"},
    {"exercsie list", CLI_USAGE, "did you mean 'psoas exercise'?"},
    {"xyzzy", CLI_USAGE, "no such command 'xyzzy'"},
    {"exercise show", CLI_USAGE, "an argument is missing: want ID"},
    {"exercise show a b", CLI_USAGE, "'b' is one argument too many"},
    {"exercise list --phse relax", CLI_USAGE, "did you mean '--phase'?"},
    {"exercise list --phase relx", CLI_USAGE, "did you mean 'relax'?"},
    {"exercise list --phase xyzzy", CLI_USAGE, "want one of relax, release"},
    {"exercise list --phase", CLI_USAGE, "--phase wants a value: --phase P"},
    {"exercise list -phase relax", CLI_USAGE, "did you mean '--phase'?"},
    {"exercise list --json=yes", CLI_USAGE, "--json takes no value"},
    {"--phase relax exercise list", CLI_USAGE, "no such option '--phase'"},
    {"man --json", CLI_USAGE, "the output is text"},
    {"--width 10", CLI_USAGE, "want a number from 40 to 200"},
    {"--json", CLI_USAGE, "the output is text"},
    {"dose 3 x 10", CLI_USAGE, "Write 3x10, with an x and without blanks."},
    {"dose 3×10", CLI_USAGE, "Write 3x10, with an x and without blanks."},
    {"why THA_EARLY", CLI_OK, "Replaced hip out of joint [E_THA_DISLOC]"},
    {"why tha_early", CLI_OK, "foam-roll-thighs"},
    {"why THA_EARLY --json", CLI_OK, "\"psoas\": \"code\""},
    {"why stretching", CLI_OK, "static-stretching"},
    {"why pregnant", CLI_OK, "PREG_ANY"},
    {"why S001", CLI_OK, "a copy that is not part of Psoas"},
    {"why C000-17", CLI_OK, "Claimed by: ASFA blog"},
    {"exercise list", CLI_OK, "after opt-in: the planner, once you have opted in"},
    {"exercise search pregnant", CLI_OK, "PREG_ANY"},
    {"programme show P000", CLI_OK, " asfa\n"},
    {"programme show s003", CLI_OK, " cleveland\n"},
    {"programme show P004", CLI_NOT_FOUND, "no such programme 'P004'"},
    {"why --width 39", CLI_USAGE, "want a number from 40 to 200"},
    {"why --width 201", CLI_USAGE, "want a number from 40 to 200"},
    {"why --width 80x", CLI_USAGE, "want a number from 40 to 200"},
    {"why --color sometimes", CLI_USAGE, "want one of auto, always, never"},
    {"why --verdict opinion", CLI_USAGE, "add --claims"},
    {"why X01 --claims", CLI_USAGE, "leave TOPIC out"},
    {"completion basch", CLI_USAGE, "did you mean 'bash'?"},
    {"dose 2x10-12/sid", CLI_USAGE, "  2x10-12/sid\n         ^\n"},
    {"dose 12-10", CLI_USAGE, "^"},

    {"exercise list --phase=relax --width=40", CLI_OK, "supine-breathing-release"},
    {"--width 40 exercise list --phase relax", CLI_OK, "supine-breathing-release"},
    {"exercise list --equipment none --source ours", CLI_OK, "add-clam"},
    {"exercise list --phase relax --position standing", CLI_OK, "Nothing fits all of that"},
    {"exercise show psoas-march", CLI_OK, "Psoas march"},
    {"exercise show -- psoas-march", CLI_OK, "Psoas march"},
    {"exercise show psoas-mach", CLI_NOT_FOUND, "did you mean 'psoas-march'?"},
    {"exercise show -- --help", CLI_NOT_FOUND, "no such exercise '--help'"},
    {"exercise search xyzzyq", CLI_NOT_FOUND, "nothing found for 'xyzzyq'"},
    {"programme show asfs", CLI_NOT_FOUND, "did you mean 'asfa'?"},
    {"programme show asfa", CLI_OK, "does not endorse it"},
    {"why X01", CLI_OK, "static-stretching"},
    {"why x01", CLI_OK, "static-stretching"},
    {"why static-streching", CLI_NOT_FOUND, "did you mean 'static-stretching'?"},
    {"why c000-17", CLI_OK, "contradicted: "},
    {"why C000-99", CLI_NOT_FOUND, "no such topic"},
    {"why r43", CLI_OK, "Read in"},
    {"why --claims --verdict unsupported", CLI_OK, "C000-04"},
    {"dose 2-3x4-6x5-10s/side rest 30s", CLI_OK, "each held 5–10 s"},
    {"dose ?x10", CLI_OK, "cannot be asked for a number that is missing"},
    {"schema exercize", CLI_NOT_FOUND, "did you mean 'exercise'?"},
};
// clang-format on

static void lines_lead_where_they_should(void)
{
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        const cli_exit code = run(lines[i].line);
        const bool well = code == CLI_OK;
        CHECK(lines[i].line, code == lines[i].code);
        CHECK(lines[i].line, holds(well ? &around.out : &around.err, lines[i].says));
        // pages go to one place, messages to the other
        CHECK(lines[i].line, *text_of(well ? &around.err : &around.out) == '\0');
    }
}

// ---- search ----

static const struct {
    const char *words, *first;
} searches[] = {
    {"psoas march",        "psoas-march"                 },
    {"marhc",              "march-in-place"              },
    {"half kneel",         "half-kneel"                  },
    {"foam roller thighs", "foam-roll-thighs"            },
    {"breathing",          "supine-breathing-release"    },
    {"pull-up bar",        "hanging-knee-raise"          },
    {"plank",              "psoas-plank"                 },
    {"glute bridge",       "add-glute-bridge"            },
    {"side bridge",        "add-side-bridge"             },
    {"clams",              "add-clam"                    },
    {"dumbbell",           "standing-slumpy-psoas-loaded"},
    {"sit-ups",            "supported-90-90-curl"        },
    {"situp",              "supported-90-90-curl"        },
    {"full sit ups",       "supported-90-90-curl"        },
    {"psoas pressure",     "supine-breathing-release"    },
};

/// The first id of a list on a page.
static void first_id(const char *page, char *id, size_t cap)
{
    const char *at = page;
    // rows are indented by two; a table begins with its titles
    while (*at && (strncmp(at, "  ", 2) != 0 || strncmp(at, "  id ", 5) == 0)) {
        at += strcspn(at, "\n");
        at += *at ? 1 : 0;
    }
    snprintf(id, cap, "%.*s", (int)strcspn(at + (*at ? 2 : 0), " \n"), *at ? at + 2 : "");
}

static void searches_find(void)
{
    for (int32_t i = 0; i < PS_COUNT(searches); i++) {
        char line[LINE_BYTES], id[64];
        snprintf(line, sizeof line, "exercise search %s", searches[i].words);
        CHECK(searches[i].words, run(line) == CLI_OK);
        const char *instead = strstr(text_of(&around.out), "Offered instead\n");
        first_id(instead ? instead : text_of(&around.out), id, sizeof id);
        CHECK_TEXT(searches[i].words, id, searches[i].first);
    }
}

static void sit_ups_say_why(void)
{
    static const char *const asked[] = {"sit-ups", "situp", "'Sit ups'", "full sit-ups"};
    const ps_conflict *conflict = ps_conflict_find(&ps_catalogue_builtin, PS_STR("X12"));
    CHECK("X12", conflict != NULL);
    for (int32_t i = 0; i < PS_COUNT(asked) && conflict; i++) {
        char line[LINE_BYTES];
        snprintf(line, sizeof line, "exercise search %s --width 200", asked[i]);
        CHECK(asked[i], run(line) == CLI_OK);
        CHECK(asked[i], holds(&around.out, "psoas why sit-ups"));
        CHECK(asked[i], holds(&around.out, conflict->clinician));
        CHECK(asked[i], holds(&around.out, "Offered instead\n"));
    }
}

// ---- pages of all exercises ----

static const int32_t widths[] = {40, 80, 120};

static void check_lines(const char *row, const char *text, int32_t width)
{
    for (const char *line = text; *line;) {
        const ps_str whole = {line, (int32_t)strcspn(line, "\n")};
        CHECK(row, text_columns(whole) <= width);
        CHECK(row, whole.len == 0 || whole.ptr[whole.len - 1] != ' ');
        line += whole.len + (line[whole.len] ? 1 : 0);
    }
}

/// Every heading has something below it, and that is indented.
static void check_parts(const char *row, const char *page)
{
    static const char *const headings[] = {
        "Stop",         "Dose",     "Steps",   "Think of",        "Breathing", "Tempo",
        "Easier",       "Harder",   "Muscles", "Mistakes",        "Movement",  "Sources",
        "Good to know", "Who must", "What to", "What the source",
    };
    for (int32_t i = 0; i < PS_COUNT(headings); i++) {
        char start[64];
        snprintf(start, sizeof start, "\n\n%s", headings[i]);
        const char *at = strstr(page, start);
        if (!at) continue;
        at += 2;
        while (*at && *at != '\n') at++; // headings may take two lines on narrow paper
        while (*at == '\n' && at[1] != ' ' && at[1] != '\n') at += 1 + strcspn(at + 1, "\n");
        CHECK(row, strncmp(at, "\n  ", 3) == 0);
    }
    CHECK(row, strstr(page, "\n\nStop\n  ") != NULL);
    CHECK(row, strstr(page, "\n\nSteps\n  ") != NULL);
    CHECK(row, strstr(page, "\n\n\n") == NULL);
}

static bool says_seed(const char *page) { return strstr(page, "seed") || strstr(page, "Seed"); }

static void exercises_fit_every_paper(void)
{
    const ps_exercises *all = &ps_catalogue_builtin.exercises;
    for (int32_t i = 0; i < all->count; i++) {
        for (int32_t k = 0; k < PS_COUNT(widths); k++) {
            char line[LINE_BYTES];
            snprintf(line, sizeof line, "exercise show %s --width %d", all->at[i].id, widths[k]);
            CHECK(line, run(line) == CLI_OK);
            check_lines(line, text_of(&around.out), widths[k]);
            check_parts(line, text_of(&around.out));
            CHECK(line, !says_seed(text_of(&around.out)));
        }
        const bool never = words_never_offered(&all->at[i]);
        CHECK(all->at[i].id, holds(&around.out, "\nNever offered. ") == never);
    }
}

/// The line of the page that stands for every dose of ours is what the dose says.
static void exercises_show_their_doses(void)
{
    const ps_exercises *all = &ps_catalogue_builtin.exercises;
    for (int32_t i = 0; i < all->count; i++) {
        char line[LINE_BYTES];
        snprintf(line, sizeof line, "exercise show %s --width 200", all->at[i].id);
        CHECK(line, run(line) == CLI_OK);
        const bool dosed = all->at[i].engine.start.sets.low != 0;
        CHECK(line, holds(&around.out, "  Our start  ") == dosed);
    }
}

/// Lines of other commands, each kind once.
static const char *const pages[] = {
    "",
    "help",
    "exercise list",
    "exercise search psoas",
    "exercise search sit-ups",
    "programme list",
    "programme show asfa",
    "programme show precision",
    "programme show seven-secrets",
    "programme show cleveland",
    "why",
    "why X01",
    "why C000-17",
    "why --claims",
    "open",
    "version",
    "dose 2x(glute 12s, push 12s, glute 12s)/side rest 10s",
};

static void other_pages_fit_every_paper(void)
{
    for (int32_t i = 0; i < PS_COUNT(pages); i++) {
        for (int32_t k = 0; k < PS_COUNT(widths); k++) {
            char line[LINE_BYTES];
            snprintf(line, sizeof line, "--width %d %s", widths[k], pages[i]);
            CHECK(line, run(line) == CLI_OK);
            check_lines(line, text_of(&around.out), widths[k]);
            CHECK(line, !says_seed(text_of(&around.out)));
        }
    }
    for (int32_t i = 0; i < ps_catalogue_builtin.conflicts.count; i++) {
        for (int32_t k = 0; k < PS_COUNT(widths); k++) {
            char line[LINE_BYTES];
            snprintf(line, sizeof line, "why %s --width %d",
                     ps_catalogue_builtin.conflicts.at[i].slug, widths[k]);
            CHECK(line, run(line) == CLI_OK);
            check_lines(line, text_of(&around.out), widths[k]);
            CHECK(line, !says_seed(text_of(&around.out)));
        }
    }
}

// ---- ink ----

static const struct {
    const char *row, *line;
    const char *variables[3];
    bool terminal, inked;
} inks[] = {
    {"terminal",              "why",                       {NULL},            true,  true },
    {"no terminal",           "why",                       {NULL},            false, false},
    {"NO_COLOR",              "why",                       {"NO_COLOR", "1"}, true,  false},
    {"empty NO_COLOR",        "why",                       {"NO_COLOR", ""},  true,  true },
    {"dumb",                  "why",                       {"TERM", "dumb"},  true,  false},
    {"always",                "why --color always",        {NULL},            false, true },
    {"always beats NO_COLOR", "why --color always",        {"NO_COLOR", "1"}, true,  true },
    {"never",                 "why --color never",         {NULL},            true,  false},
    {"json",                  "why --json --color always", {NULL},            true,  false},
    {"man",                   "man --color always",        {NULL},            true,  false},
};

static void ink_only_where_it_is_welcome(void)
{
    for (int32_t i = 0; i < PS_COUNT(inks); i++) {
        around.terminal = inks[i].terminal;
        around.variables = inks[i].variables;
        CHECK(inks[i].row, run(inks[i].line) == CLI_OK);
        CHECK(inks[i].row, holds(&around.out, "\033[") == inks[i].inked);
    }
    around.terminal = false;
    around.variables = NULL;
}

// ---- output that fails ----

static void failing_output_is_a_failure(void)
{
    around.failure = EPIPE;
    CHECK("a reader that left", run("why") == CLI_FAILED);
    CHECK("quietly", *text_of(&around.err) == '\0');
    around.failure = ENOSPC;
    CHECK("full disk", run("why") == CLI_DISK);
    CHECK("loudly", holds(&around.err, "psoas: cannot write the output: No space left"));
    around.failure = 0;
}

static void messages_are_harmless(void)
{
    CHECK("not found", run("exercise show '\033[2Jx'") == CLI_NOT_FOUND);
    CHECK("no escape", !holds(&around.err, "\033"));
}

// ---- the table ----

static void words_of(const cli_command *command, char text[CLI_WORDS])
{
    cli_words(command->family, command->name, text);
}

static void commands_are_complete(void)
{
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        char words[CLI_WORDS];
        words_of(command, words);
        CHECK(words, command->run && command->summary && command->text);
        CHECK(words, command->options.count <= CLI_OPTIONS_MAX);
        CHECK(words, (command->arguments != NULL) == (command->arguments_max > 0));
        if (!command->run || !command->summary || !command->text) continue;
        CHECK(words, command->summary[strlen(command->summary) - 1] != '.');
        CHECK(words, cli_command_find(command->family, command->name) == command);
        for (int32_t k = 0; k < command->options.count; k++) {
            const cli_option *option = &command->options.at[k];
            CHECK(option->name, option->help && option->help[strlen(option->help) - 1] != '.');
            for (int32_t g = 0; g < cli_global_options.count; g++) {
                CHECK(option->name, strcmp(cli_global_options.at[g].name, option->name) != 0);
            }
        }
    }
}

/// One word can be a command and the first of two; what is meant shows in the word behind it.
static void words_can_be_both(void)
{
    int32_t both = 0;
    const cli_command *command = NULL;
    for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        char words[CLI_WORDS], line[LINE_BYTES], usage[LINE_BYTES];
        const cli_command *alone = command->family ? cli_command_find(NULL, command->family) : NULL;
        if (!alone) continue;
        both++;
        words_of(command, words);
        snprintf(usage, sizeof usage, "psoas %s", words);
        snprintf(line, sizeof line, "%s --help", words);
        CHECK(line, run(line) == CLI_OK && holds(&around.out, usage));
        CHECK(line, !holds(&around.out, alone->summary));
        snprintf(line, sizeof line, "help %s", words);
        CHECK(line, run(line) == CLI_OK && holds(&around.out, usage));
        snprintf(line, sizeof line, "--width 90 %s --color never --help", words);
        CHECK(line, run(line) == CLI_OK && holds(&around.out, usage));

        // alone it is the command, whose page names the longer ones, too
        for (int32_t k = 0; k < 2; k++) {
            snprintf(line, sizeof line, k == 0 ? "help %s" : "%s --help", command->family);
            CHECK(line, run(line) == CLI_OK && holds(&around.out, alone->summary));
            CHECK(line, holds(&around.out, command->summary));
        }
    }
    CHECK("there are some", both > 0);
    CHECK("a slip", run("log edti 3") == CLI_USAGE);
    CHECK("names the longer one", holds(&around.err, "did you mean 'psoas log edit'?"));
    CHECK("no slip", run("log xyzzy") == CLI_USAGE);
    CHECK("is an argument", holds(&around.err, "'xyzzy' is one argument too many"));
}

/// How an option is written in the help, the man page, and the completions of three shells.
static void put_option(buffer *to, int32_t place, const char *name)
{
    buffer_text(to, place == 1 ? "\\-\\-" : place == 4 ? "-l " : "--");
    for (; *name; name++) {
        if (place == 1 && *name == '-') buffer_text(to, "\\");
        buffer_add(to, name, 1);
    }
}

static void commands_stand_everywhere(void)
{
    static const char *const places[] = {"help", "man", "completion bash", "completion zsh",
                                         "completion fish"};
    for (int32_t p = 0; p < PS_COUNT(places); p++) {
        CHECK(places[p], run(places[p]) == CLI_OK);
        const cli_command *command = NULL;
        for (int32_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
            char words[CLI_WORDS];
            words_of(command, words);
            CHECK(words, holds(&around.out, p < 2 ? words : command->name));
            for (int32_t k = 0; k < command->options.count && p > 0; k++) {
                buffer option = {0};
                put_option(&option, p, command->options.at[k].name);
                CHECK(option.text, holds(&around.out, option.text));
                buffer_free(&option);
            }
        }
    }
}

/// Of the commands that only read: those of the others would write into this folder.
static void examples_work(void)
{
    static const cli_group *const readers[] = {&cli_knowledge_commands, &cli_program_commands};
    for (int32_t g = 0; g < PS_COUNT(readers); g++) {
        for (int32_t i = 0; i < readers[g]->count; i++) {
            const cli_examples *examples = &readers[g]->at[i].examples;
            for (int32_t k = 0; k < examples->count; k++) {
                const char *line = examples->at[k].line;
                const bool plain = strncmp(line, "psoas ", 6) == 0 && !strpbrk(line, "|<>");
                if (plain) CHECK(line, run(line + 6) == CLI_OK);
            }
        }
    }
}

static void exit_codes_have_texts(void)
{
    CHECK("man", run("man") == CLI_OK);
    for (int32_t i = 0; i < CLI_EXIT_COUNT; i++) {
        CHECK("text", *cli_exit_text((cli_exit)i) != '\0');
        CHECK(cli_exit_text((cli_exit)i), holds(&around.out, cli_exit_text((cli_exit)i)));
    }
}

// ---- the folder with the data ----

// clang-format off
static const struct {
    const char *row, *line;
    const char *variables[7];
    const char *folder;
} folders[] = {
    {"option", "version --data here", {"PSOAS_DATA", "there"}, "here"},
    {"variable", "version", {"PSOAS_DATA", "there", "HOME", "/h"}, "there"},
    {"shared", "version", {"XDG_DATA_HOME", "/x", "HOME", "/h"}, "/x/psoas"},
    {"shared, not absolute",
     "version", {"XDG_DATA_HOME", "x", "HOME", "/h"},
     "/h/.local/share/psoas"},
    {"home", "version", {"HOME", "/h"}, "/h/.local/share/psoas"},
};
// clang-format on

static char found_folder[LINE_BYTES];

/// Stands in for a command that uses the data: looks when the output is written.
static void folder_is_found(void)
{
    for (int32_t i = 0; i < PS_COUNT(folders); i++) {
        const cli_world world = {.catalogue = &ps_catalogue_builtin, .variable = variable};
        cli c = {.world = &world};
        around.variables = folders[i].variables;
        if (i == 0) c.globals[0] = "here"; // --data is the first of the global options
        snprintf(found_folder, sizeof found_folder, "%s", cli_data(&c));
        CHECK_TEXT(folders[i].row, found_folder, folders[i].folder);
        buffer_free(&c.folder);
    }
    CHECK_TEXT("the first one", cli_global_options.at[0].name, "data");
    around.variables = NULL;
}

// ---- JSON ----

/// A run of its own, for the tables that its output is read with.
static cli a_run(const cli_world *world)
{
    cli c = {.world = world,
             .catalogue = world->catalogue,
             .names = ps_catalogue_names(world->catalogue)};
    ps_error err = {0};
    CHECK("room", room_open(64 << 20, &c.room, &err) == PS_OK);
    return c;
}

static const struct {
    const char *line, *kind;
    int32_t count; ///< PS_NONE: any
} outputs[] = {
    {"exercise list --json",                                   "exercise",   41     },
    {"exercise list --phase relax --position standing --json", "exercise",   0      },
    {"exercise show psoas-march --json",                       "exercise",   1      },
    {"exercise search sit-ups --json",                         "exercise",   1      },
    {"exercise search band --json",                            "exercise",   PS_NONE},
    {"programme list --json",                                  "programme",  4      },
    {"programme show asfa --json",                             "programme",  1      },
    {"why --json",                                             "conflict",   20     },
    {"why X05 --json",                                         "conflict",   1      },
    {"why C003-08 --json",                                     "claim",      1      },
    {"why --claims --json",                                    "claim",      83     },
    {"why --claims --verdict opinion --json",                  "claim",      PS_NONE},
    {"why THA_EARLY --json",                                   "code",       1      },
    {"why R43 --json",                                         "reference",  1      },
    {"dose 2-3x4-6x5-10s/side rest 30s --json",                "dose",       1      },
    {"open --json",                                            "open-point", PS_NONE},
    {"version --json",                                         "version",    1      },
};

static void json_reads_back(void)
{
    const cli_world world = {.catalogue = &ps_catalogue_builtin, .variable = variable};
    for (int32_t i = 0; i < PS_COUNT(outputs); i++) {
        cli c = a_run(&world);
        const ps_struct *item = NULL;
        const ps_struct *of = envelope_struct(&c, outputs[i].kind, &item);
        CHECK(outputs[i].line, run(outputs[i].line) == CLI_OK);

        envelope got = {0};
        ps_error err = {0};
        const ps_code code =
            json_read(ps_str_of(text_of(&around.out)), of, &c.names, &c.room, &got, &err);
        CHECK_TEXT(outputs[i].line, err.text, "");
        CHECK(outputs[i].line, code == PS_OK && got.version == ENVELOPE_VERSION);
        CHECK_TEXT(outputs[i].line, got.psoas, outputs[i].kind);
        CHECK_TEXT(outputs[i].line, got.catalogue, ps_catalogue_version);
        CHECK(outputs[i].line, outputs[i].count == PS_NONE || got.items.count == outputs[i].count);
        room_close(&c.room);
    }
}

/// All exercises read back from JSON are those of the catalogue, field by field.
static void json_says_everything(void)
{
    const cli_world world = {.catalogue = &ps_catalogue_builtin, .variable = variable};
    cli c = a_run(&world);
    const ps_struct *item = NULL;
    const ps_struct *of = envelope_struct(&c, "exercise", &item);
    CHECK("list", run("exercise list --json") == CLI_OK);
    envelope got = {0};
    ps_error err = {0};
    const ps_code code =
        json_read(ps_str_of(text_of(&around.out)), of, &c.names, &c.room, &got, &err);
    CHECK("read", code == PS_OK);
    const ps_exercise *read = got.items.at;
    for (int32_t i = 0; i < got.items.count; i++) {
        const ps_exercise *known = &ps_catalogue_builtin.exercises.at[i];
        CHECK(known->id, ps_struct_same(item, &read[i], known));
    }
    room_close(&c.room);
}

/// A long life with psoas: psoas log --all prints more than any list of the catalogue.
static void json_of_a_long_log_reads_back(void)
{
    enum { EVENTS = 10001 };
    const cli_world world = {.catalogue = &ps_catalogue_builtin, .variable = variable};
    cli c = a_run(&world);
    log_report *events = cli_take(&c, EVENTS, sizeof *events);
    const void **items = cli_take(&c, EVENTS, sizeof *items);
    for (int32_t i = 0; i < EVENTS; i++) {
        events[i] = (log_report){
            "e",  "2026-11-21T12:00:00Z", "2026-11-21", "pain_reported", "pain 3", i % 2 == 0,
            false};
        items[i] = &events[i];
    }
    envelope_write(&c, "log", items, EVENTS);

    envelope got = {0};
    ps_error err = {0};
    const ps_struct *of = envelope_struct(&c, "log", NULL);
    const ps_code code =
        json_read(ps_str_of(text_of(&c.page.text)), of, &c.names, &c.room, &got, &err);
    CHECK_TEXT("log", err.text, "");
    CHECK("all of them", code == PS_OK && got.items.count == EVENTS);
    buffer_free(&c.page.text);
    room_close(&c.room);
}

static void schemas_are_json(void)
{
    for (int32_t i = 0; envelope_kind(NULL, i); i++) {
        char line[LINE_BYTES];
        snprintf(line, sizeof line, "schema %s", envelope_kind(NULL, i));
        CHECK(line, run(line) == CLI_OK);
        CHECK(line, holds(&around.out, "https://json-schema.org/draft/2020-12/schema"));
    }
}

TEST_MAIN(TEST_CASE(lines_lead_where_they_should), TEST_CASE(searches_find),
          TEST_CASE(sit_ups_say_why), TEST_CASE(exercises_fit_every_paper),
          TEST_CASE(exercises_show_their_doses), TEST_CASE(other_pages_fit_every_paper),
          TEST_CASE(ink_only_where_it_is_welcome), TEST_CASE(failing_output_is_a_failure),
          TEST_CASE(messages_are_harmless), TEST_CASE(commands_are_complete),
          TEST_CASE(words_can_be_both), TEST_CASE(commands_stand_everywhere),
          TEST_CASE(examples_work), TEST_CASE(exit_codes_have_texts), TEST_CASE(folder_is_found),
          TEST_CASE(json_reads_back), TEST_CASE(json_says_everything),
          TEST_CASE(json_of_a_long_log_reads_back), TEST_CASE(schemas_are_json))
