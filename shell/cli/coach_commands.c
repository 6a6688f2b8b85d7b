// The commands that lead to a plan: consent, setup, the safety questions, clearances.
#include "shell/cli/setup.h"

static const char *const clearing_words[] = {"clearance", "medical_review", "release"};
static const ps_enum clearing_kinds = {.c_name = "clearing", .names = clearing_words, .count = 3};

// clang-format off
static const cli_option setup_options[] = {
    {.name = "from",
     .argument = "FILE",
     .help = "read the answers from a file; - is standard input"},
    {.name = "template", .help = "print such a file, to fill in"},
    COACH_CLOCK_OPTION,
};

static const cli_option screen_options[] = {
    {.name = "new", .help = "something is new: ask all safety questions again"},
    {.name = "list", .help = "list every answer with its day"},
    {.name = "summary", .help = "one page for a clinician, without your name"},
    COACH_CLOCK_OPTION,
};

static const cli_option clear_options[] = {
    {.name = "who",
     .argument = "PROFESSION",
     .help = "who said so; a profession, no name",
     .list = "professions"},
    {.name = "kind",
     .argument = "KIND",
     .help = "what it was; an emergency or urgent sign wants a medical_review",
     .words = &clearing_kinds},
    {.name = "on",
     .argument = "DATE",
     .help = "the day it was said, such as 2026-11-21; today without it"},
    {.name = "released", .argument = "WORDS", .help = "what may be done again, in words"},
    {.name = "codes", .argument = "A,B", .help = "the precautions that this takes off, by name"},
    {.name = "new-diagnosis", .argument = "WORDS", .help = "a new diagnosis: every clearance ends"},
    COACH_CLOCK_OPTION,
};

static const cli_example setup_examples[] = {
    {"psoas setup", "Asks what is needed for a plan, and goes on where it stopped."},
    {"psoas setup days_per_week 4", "Changes one thing."},
    {"psoas setup equipment wall chair bed dumbbell", "Everything that is at hand."},
    {"psoas setup days_per_week", "What was told, and what can be."},
    {"psoas setup --template > me.txt", "A file to fill in with an editor."},
    {"psoas setup --from me.txt", "Reads it: everything, or nothing when a line is wrong."},
};
static const cli_example screen_examples[] = {
    {"psoas screen", "What the answers mean; asks what is due."},
    {"psoas screen --new", "Something is new: all questions again."},
    {"psoas screen --summary", "The page for a doctor or physiotherapist."},
};
static const cli_example clear_examples[] = {
    {"psoas clear", "What is open, what is cleared and until when."},
    {"psoas clear R_LUMP --who doctor", "Cleared today; the precautions stay on."},
    {"psoas clear R_LUMP --who doctor --released 'a lymph node' --codes HERNIA_UNREPAIRED",
     "Cleared, and one precaution is taken off."},
    {"psoas clear U_DVT --who doctor --kind medical_review", "After an urgent sign."},
};
static const cli_example consent_examples[] = {
    {"psoas consent", "The text, and when you agreed to it."},
};

enum { READS = CLI_CAN(NOT_FOUND) | CLI_CAN(DATA) | CLI_CAN(DISK) };
enum { WRITES = READS | CLI_CAN(REFUSED) | CLI_CAN(BUSY) | CLI_CAN(CONFLICT) };

static const cli_command commands[] = {
    {
        .name = "setup",
        .arguments = "[FIELD VALUE]",
        .arguments_max = CLI_ARGUMENTS_MAX,
        .argument_at = setup_field_at,
        .summary = "begin here: a few questions about you and your hip",
        .text = "Asks for your consent, about your hip, and the safety questions. Every answer is "
                "kept at once: stop at any time, and setup goes on there. With y, n and ? (not "
                "sure) you answer, b goes back, h says why it is asked, q stops.\n\n"
                "With FIELD and VALUE it changes one thing. none takes back what need not be told. "
                "--from reads a file of answers; docs/user/setup.md describes it.",
        .options = CLI_LIST(setup_options),
        .examples = CLI_LIST(setup_examples),
        .exits = WRITES,
        .run = setup,
    },
    {
        .name = "screen",
        .summary = "the safety questions, and what your answers mean",
        .text = "Shows what follows from your answers. Every four weeks, and after a long time "
                "without training, the safety questions are due again; then it asks them. Say "
                "--new when something has changed.\n\n"
                "A yes that closes the programme is not undone by a later no: psoas clear is the "
                "way back.",
        .options = CLI_LIST(screen_options),
        .examples = CLI_LIST(screen_examples),
        .json = true,
        .exits = WRITES,
        .run = screen,
    },
    {
        .name = "clear",
        .arguments = "[FLAG]",
        .arguments_max = 1,
        .argument_at = clear_flag_at,
        .summary = "record what a doctor or physiotherapist has said",
        .text = "Records that a professional has cleared what your answers have closed. It opens "
                "the programme for 12 weeks, gently for the first two. The precautions stay on "
                "until they are released by name with --codes. An emergency or urgent sign wants a "
                "medical review.\n\n"
                "Without FLAG it lists what is open and what is cleared.",
        .options = CLI_LIST(clear_options),
        .examples = CLI_LIST(clear_examples),
        .json = true,
        .exits = WRITES,
        .run = clear,
    },
    {
        .name = "consent",
        .summary = "what psoas is not, and when you agreed to that",
        .text = "Shows the text that everybody agrees to before the first question.",
        .examples = CLI_LIST(consent_examples),
        .exits = READS,
        .run = consent_show,
    },
};
// clang-format on

const cli_group cli_coach_commands = {"Your coach", commands, PS_COUNT(commands)};
