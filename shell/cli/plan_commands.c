// The commands about somebody's plan.
#include "shell/cli/coach_run.h"
#include "shell/cli/pages.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/plan_simulate.h"

// clang-format off
static const cli_option plan_options[] = {
    {.name = "why", .help = "the reason for every choice; with EXERCISE all about that one"},
};

static const cli_option simulate_options[] = {
    {.name = "weeks", .argument = "N", .help = "how many weeks, 1 to 52; else 8"},
    {.name = "story", .argument = "S", .words = &plan_story_names,
     .help = "what happens in them; else steady"},
    {.name = "adherence", .argument = "LIST", .help = "percent of the sessions done, week by week"},
    {.name = "pain", .argument = "LIST", .help = "pain while exercising, 0 to 10"},
    {.name = "morning", .argument = "LIST", .help = "pain of the mornings after, 0 to 10"},
    {.name = "effort", .argument = "LIST", .help = "effort, 0 to 10"},
    {.name = "form", .argument = "LIST", .help = "ok, lost or unsure, week by week"},
    {.name = "side", .argument = "SIDE", .words = &ps_side_names,
     .help = "where pain and lost form show"},
    {.name = "fresh", .help = "for a beginner without any trouble, not for you"},
};

static const cli_option swap_options[] = {
    {.name = "back", .help = "have it back instead"},
    COACH_CLOCK_OPTION,
};

static const cli_option start_options[] = {
    {.name = "yes", .help = "follow it without asking"},
    COACH_CLOCK_OPTION,
};

static const cli_option stop_options[] = {
    COACH_CLOCK_OPTION,
};

static const cli_example plan_examples[] = {
    {"psoas plan", "Today, and the rest of the week."},
    {"psoas plan --why", "The reason for every exercise, and for those that are not there."},
    {"psoas plan --why half-kneel", "Everything about one choice."},
    {"psoas plan --json", "All of it for a program."},
};

static const cli_example simulate_examples[] = {
    {"psoas plan simulate --weeks 8 --story improves", "Eight weeks in which it gets better."},
    {"psoas plan simulate --fresh --weeks 12", "A beginner, twelve weeks long."},
    {"psoas plan simulate --pain 2,2,5,2 --side left", "What one bad week on the left would do."},
};

static const cli_example swap_examples[] = {
    {"psoas plan swap march-in-place", "Something else with the same purpose from now on."},
    {"psoas plan swap march-in-place --back", "Marching again."},
};

static const cli_example start_examples[] = {
    {"psoas programme start precision", "Shows how it would run for you, then asks."},
};

static const cli_example stop_examples[] = {
    {"psoas programme stop", "Back to a plan that is made for you."},
};

enum { READS = CLI_CAN(NOT_FOUND) | CLI_CAN(REFUSED) | CLI_CAN(DATA) | CLI_CAN(DISK) };
enum { WRITES = READS | CLI_CAN(BUSY) | CLI_CAN(CONFLICT) };

static const cli_command commands[] = {
    {
        .name = "plan",
        .arguments = "[EXERCISE]",
        .arguments_max = 1,
        .argument_at = exercise_id_at,
        .summary = "what is on today, and this week",
        .text = "Shows today's session, the days to come, what runs beside the sessions, and what "
                "has changed since the last one. The plan is made anew from everything that is "
                "known, so it changes with pain, mornings and progress on each side.\n\n"
                "With --why it shows the reason for every choice and for what was not chosen. There "
                "is no plan before the safety questions are answered.",
        .options = CLI_LIST(plan_options),
        .examples = CLI_LIST(plan_examples),
        .json = true,
        .exits = READS,
        .run = plan_show,
    },
    {
        .family = "plan",
        .name = "simulate",
        .summary = "what the plan would do in weeks to come",
        .text = "Plays weeks that have not happened, from your history as it is today, or for a "
                "beginner with --fresh. A story says what happens in them: improves, flares, "
                "misses or steady. Lists change it week by week, with commas between; their last "
                "value goes on.\n\n"
                "Nothing of it is stored, and nothing of it is a promise.",
        .options = CLI_LIST(simulate_options),
        .examples = CLI_LIST(simulate_examples),
        .json = true,
        .exits = READS,
        .run = plan_simulate,
    },
    {
        .family = "plan",
        .name = "swap",
        .arguments = "EXERCISE",
        .arguments_min = 1,
        .arguments_max = 1,
        .argument_at = exercise_id_at,
        .summary = "have another exercise in the place of one",
        .text = "Leaves an exercise out from now on and shows what takes its place: one that "
                "serves the same purpose. Where there is none, it stays.",
        .options = CLI_LIST(swap_options),
        .examples = CLI_LIST(swap_examples),
        .exits = WRITES,
        .run = plan_swap,
    },
    {
        .family = "programme",
        .name = "start",
        .arguments = "ID",
        .arguments_min = 1,
        .arguments_max = 1,
        .argument_at = programme_id_at,
        .summary = "follow the programme of an article",
        .text = "Shows the programme as it runs for you: what your safety answers, an irritable "
                "hip, the things you have and the positions you leave out strike from it, with "
                "the reason and what stands in. Then it asks. From then on the plan keeps the "
                "order, doses, days and weeks of the article.",
        .options = CLI_LIST(start_options),
        .examples = CLI_LIST(start_examples),
        .exits = WRITES,
        .run = programme_start,
    },
    {
        .family = "programme",
        .name = "stop",
        .summary = "go back to a plan that is made for you",
        .text = "Stops following the programme of an article. What you have trained counts on.",
        .options = CLI_LIST(stop_options),
        .examples = CLI_LIST(stop_examples),
        .exits = WRITES,
        .run = programme_stop,
    },
};
// clang-format on

const cli_group cli_plan_commands = {"Your plan", commands, PS_COUNT(commands)};
