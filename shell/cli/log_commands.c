// The commands that record how it goes and show it.
#include "shell/cli/log.h"

static const char *const yes_no_names[] = {"yes", "no"};
static const ps_enum yes_no = {.c_name = "yes_no", .names = yes_no_names, .count = 2};

// clang-format off
#define AT_OPTION \
    {.name = "at", .argument = "TIME", .help = "when it was: 21:30, 2026-11-20, '2026-11-20 21:30'"}

static const cli_option pain_options[] = {
    {.name = "place", .argument = "ID", .list = "places", .help = "where it hurts"},
    {.name = "side", .argument = "SIDE", .words = &ps_side_names, .help = "which side"},
    {.name = "context", .argument = "C", .words = &ps_pain_context_names, .help = "when it hurts"},
    {.name = "note", .argument = "TEXT", .help = "a word about it, for yourself"},
    AT_OPTION,
    {.name = "week", .help = "the weekly look: five questions about how easily it flares up"},
    {.name = "worst", .argument = "N", .help = "with --week: worst pain of the last 24 hours"},
    {.name = "rest", .argument = "N", .help = "with --week: pain at rest"},
    {.name = "ordinary", .argument = "N", .help = "with --week: pain in ordinary activity"},
    {.name = "settle", .argument = "HOURS", .help = "with --week: hours until a flare settles"},
    {.name = "nights", .argument = "N", .help = "with --week: nights that it wakes you"},
    COACH_CLOCK_OPTION,
};

static const cli_option morning_options[] = {
    {.name = "side", .argument = "SIDE", .words = &ps_side_names, .help = "which side SCORE is for"},
    {.name = "left", .argument = "N", .help = "the left hip"},
    {.name = "right", .argument = "N", .help = "the right hip"},
    {.name = "slept-badly", .help = "the night was bad"},
    {.name = "ill", .help = "you feel ill"},
    {.name = "note", .argument = "TEXT", .help = "a word about the night or the illness"},
    AT_OPTION,
    COACH_CLOCK_OPTION,
};

static const cli_option clock_options[] = {COACH_CLOCK_OPTION};
static const cli_option when_options[] = {AT_OPTION, COACH_CLOCK_OPTION};

static const cli_option test_options[] = {
    {.name = "side", .argument = "SIDE", .words = &ps_side_names, .help = "the side that was measured"},
    {.name = "thigh", .argument = "N", .help = "T_LEN: from the hip point to the knee point"},
    {.name = "hip", .argument = "N", .help = "T_LEN: height of the hip point, same unit"},
    {.name = "knee", .argument = "N", .help = "T_LEN: height of the knee point, same unit"},
    {.name = "degrees", .argument = "N", .help = "T_LEN: the angle itself, instead"},
    {.name = "back-flat", .argument = "Y", .words = &yes_no,
     .help = "T_LEN: whether the low back stayed flat; without it the try does not count"},
    {.name = "seconds", .argument = "N", .help = "T_HOLD: how long, 0 to 30"},
    {.name = "rating", .argument = "N", .help = "T_ASLR: how hard, 0 to 5"},
    {.name = "hurt", .help = "T_ASLR: it hurt, which counts as 2"},
    AT_OPTION,
    COACH_CLOCK_OPTION,
};

static const cli_option progress_options[] = {
    {.name = "weeks", .argument = "N", .help = "how many weeks the charts show; 12 else"},
    {.name = "plain", .help = "charts in ASCII"},
    {.name = "clinician", .help = "one page for somebody who examines you, without your name"},
    {.name = "change", .argument = "C", .words = &ps_overall_change_names,
     .help = "at the end: how it is all in all, compared with the start"},
    {.name = "enough", .argument = "Y", .words = &yes_no,
     .help = "at the end: whether it is good enough for what you want to do"},
    COACH_CLOCK_OPTION,
};

static const cli_option list_options[] = {
    {.name = "days", .argument = "N", .help = "the last so many days; 7 else"},
    {.name = "all", .help = "all days"},
    {.name = "kind", .argument = "K", .words = &log_sort_names, .help = "only this kind"},
};

static const cli_option change_options[] = {
    {.name = "why", .argument = "TEXT", .help = "why, for your own history"},
    {.name = "yes", .help = "without asking"},
    COACH_CLOCK_OPTION,
};

static const cli_option restore_options[] = {
    {.name = "yes", .help = "without asking"},
    COACH_CLOCK_OPTION,
};

static const cli_example pain_examples[] = {
    {"psoas pain 3", "Now, at the place and side that you told."},
    {"psoas pain 5 --side left --context ordinary --note 'after the stairs'", "With more."},
    {"psoas pain --week", "The weekly look."},
};
static const cli_example morning_examples[] = {
    {"psoas morning 1", "Both sides."},
    {"psoas morning --left 1 --right 3 --slept-badly", "Each side, and the night."},
};
static const cli_example goal_examples[] = {
    {"psoas goal", "All of them with their ratings."},
};
static const cli_example add_examples[] = {
    {"psoas goal add \"climb stairs without holding on\"", "Own words, up to five."},
};
static const cli_example rate_examples[] = {
    {"psoas goal rate", "Asks for each of them."},
    {"psoas goal rate 1 6", "The first one is a 6 today."},
};
static const cli_example drop_examples[] = {
    {"psoas goal drop 2", "The second one does not matter any more."},
};
static const cli_example test_examples[] = {
    {"psoas test", "Which tests there are, and the last results."},
    {"psoas test T_HOLD", "Guides through one, with a stopwatch."},
    {"psoas test T_LEN --side left --thigh 42 --hip 55 --knee 57.5 --back-flat yes",
     "One try by three distances, in cm or inches."},
    {"psoas test T_HOLD --side right --seconds 12.5", "One try that was timed elsewhere."},
};
static const cli_example progress_examples[] = {
    {"psoas progress", "Pain, sessions, steps, tests, goals and what they mean."},
    {"psoas progress --clinician > page.txt", "A page to take along."},
};
static const cli_example log_examples[] = {
    {"psoas log", "The last seven days."},
    {"psoas log --all --kind test", "Every test that was measured."},
};
static const cli_example edit_examples[] = {
    {"psoas log edit 17 pain 2", "Entry 17 should have said 2."},
    {"psoas log edit 20 time '2026-11-20 07:30' --why 'told later'", "It was earlier."},
};
static const cli_example void_examples[] = {
    {"psoas log void 17", "Entry 17 does not count any more."},
};
static const cli_example restore_examples[] = {
    {"psoas log restore 17", "It counts again, or says again what it said first."},
};

enum { READS = CLI_CAN(NOT_FOUND) | CLI_CAN(DATA) | CLI_CAN(DISK) };
enum { WRITES = READS | CLI_CAN(BUSY) | CLI_CAN(REFUSED) };

static const cli_command commands[] = {
    {
        .name = "pain",
        .arguments = "[SCORE]",
        .arguments_max = 1,
        .summary = "keep a pain score, or take the weekly look",
        .text = "Keeps a score from 0 (no pain) to 10 (the worst you can imagine) and says what "
                "follows from it. Without SCORE it asks where, on which side and how much. Without "
                "options it is about now and the place and side that you told.\n\n"
                "--week asks the five questions that tell how easily your hip flares up, which "
                "decides what your plan may ask. Once a week is enough.",
        .options = CLI_LIST(pain_options),
        .examples = CLI_LIST(pain_examples),
        .exits = WRITES,
        .run = pain_report,
    },
    {
        .name = "morning",
        .arguments = "[SCORE]",
        .arguments_max = 1,
        .summary = "how the hip is on the morning after, and what follows",
        .text = "Keeps how much each hip hurts this morning, 0 to 10. The morning after a session "
                "says more than the session itself: without it no dose rises. SCORE is for both "
                "sides, or for --side. Then it says how the last session went on each side, and "
                "what changes.",
        .options = CLI_LIST(morning_options),
        .examples = CLI_LIST(morning_examples),
        .exits = WRITES,
        .run = morning_report,
    },
    {
        .name = "goal",
        .summary = "what matters to you, and how it is rated",
        .text = "Lists up to five things of your day that are hard because of your hip, in your own "
                "words, with their ratings and whether the change counts.",
        .examples = CLI_LIST(goal_examples),
        .json = true,
        .exits = READS,
        .run = goal_list,
    },
    {
        .family = "goal",
        .name = "add",
        .arguments = "TEXT...",
        .arguments_min = 1,
        .arguments_max = CLI_MANY,
        .summary = "name something that matters to you",
        .text = "Adds a goal in your own words. There can be five at a time.",
        .options = CLI_LIST(when_options),
        .examples = CLI_LIST(add_examples),
        .exits = WRITES | CLI_CAN(CONFLICT),
        .run = goal_add,
    },
    {
        .family = "goal",
        .name = "rate",
        .arguments = "[N SCORE]",
        .arguments_max = 2,
        .summary = "rate a goal from 0 (cannot) to 10 (as before)",
        .text = "Rates goal N, or asks for each of them. Of one day the last rating counts.",
        .options = CLI_LIST(when_options),
        .examples = CLI_LIST(rate_examples),
        .exits = WRITES,
        .run = goal_rate,
    },
    {
        .family = "goal",
        .name = "drop",
        .arguments = "N",
        .arguments_min = 1,
        .arguments_max = 1,
        .summary = "leave a goal",
        .text = "Leaves goal N. Its ratings stay in your history.",
        .options = CLI_LIST(clock_options),
        .examples = CLI_LIST(drop_examples),
        .exits = WRITES,
        .run = goal_drop,
    },
    {
        .name = "test",
        .arguments = "[TEST]",
        .arguments_max = 1,
        .argument_at = self_test_id_at,
        .summary = "measure how long, strong and steady the hip is",
        .text = "Without TEST it lists the self-tests with your last results, and which are closed "
                "now. With TEST it shows how to do it and asks for the tries of both sides; or one "
                "try is given by options.\n\n"
                "A result is shown against the noise of the test: what is smaller may be nothing. "
                "T_PROVOKE is three questions and is not kept.",
        .options = CLI_LIST(test_options),
        .examples = CLI_LIST(test_examples),
        .json = true,
        .exits = WRITES,
        .run = self_test,
    },
    {
        .name = "progress",
        .summary = "charts of how it goes, and what they mean",
        .text = "Shows pain, sessions, minutes of stretch, the steps of every exercise and side, "
                "self-tests with their noise, goals, and what looking back after 2, 4 and 8 weeks "
                "says. Every chart has a line that says the same in words.\n\n"
                "At the end two questions are asked; --change and --enough answer them.",
        .options = CLI_LIST(progress_options),
        .examples = CLI_LIST(progress_examples),
        .json = true,
        .exits = WRITES | CLI_CAN(CONFLICT),
        .run = progress_show,
    },
    {
        .name = "log",
        .summary = "what was recorded, newest first",
        .text = "Lists what was recorded, each with the number that log edit, log void and log "
                "restore want. What was taken back is struck through and does not count.",
        .options = CLI_LIST(list_options),
        .examples = CLI_LIST(log_examples),
        .json = true,
        .exits = READS,
        .run = log_list,
    },
    {
        .family = "log",
        .name = "edit",
        .arguments = "ID FIELD VALUE",
        .arguments_min = 3,
        .arguments_max = 3,
        .summary = "correct something that was recorded",
        .text = "Shows the entry before and after, asks, and keeps the correction beside it: nothing "
                "is overwritten. FIELD is pain, side, place, context, note, time, reps, hold_s, "
                "load, effort, form, value, rating, text or answer, as the entry has it; a wrong "
                "one names those of the entry. VALUE none takes away what may be missing.\n\n"
                "A correction of a safety answer never opens an emergency or urgent lock.",
        .options = CLI_LIST(change_options),
        .examples = CLI_LIST(edit_examples),
        .exits = WRITES | CLI_CAN(CONFLICT),
        .run = log_edit,
    },
    {
        .family = "log",
        .name = "void",
        .arguments = "ID",
        .arguments_min = 1,
        .arguments_max = 1,
        .summary = "take back something that was recorded",
        .text = "The entry does not count any more; a session goes with all of its sets. Nothing is "
                "erased, and log restore puts it back.",
        .options = CLI_LIST(change_options),
        .examples = CLI_LIST(void_examples),
        .exits = WRITES | CLI_CAN(CONFLICT),
        .run = log_void,
    },
    {
        .family = "log",
        .name = "restore",
        .arguments = "ID",
        .arguments_min = 1,
        .arguments_max = 1,
        .summary = "put back what was taken back or corrected",
        .text = "Puts back an entry that was taken back, with all that went with it. Of an entry "
                "that was corrected it puts back the first form.",
        .options = CLI_LIST(restore_options),
        .examples = CLI_LIST(restore_examples),
        .exits = WRITES | CLI_CAN(CONFLICT),
        .run = log_restore,
    },
};
// clang-format on

const cli_group cli_log_commands = {"How it goes", commands, PS_COUNT(commands)};
