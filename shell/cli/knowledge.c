// The commands that read the knowledge.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"

// tables that a formatter would line up like matrices
// clang-format off

static const cli_option list_options[] = {
    {.name = "phase",
     .argument = "P",
     .words = &ps_phase_names,
     .help = "only those with this aim, main or other"},
    {.name = "kind", .argument = "K", .words = &ps_kind_names, .help = "only this kind"},
    {.name = "position",
     .argument = "P",
     .words = &ps_position_names,
     .help = "only in this position"},
    {.name = "equipment",
     .argument = "E",
     .list = "equipment",
     .also = "none",
     .help = "only those that can be done with this"},
    {.name = "source",
     .argument = "S",
     .list = "programmes",
     .also = "ours",
     .help = "only those of one source, by the name of its programme"},
};

static const cli_example list_examples[] = {
    {"psoas exercise list --equipment none", "What needs nothing at all."},
    {"psoas exercise list --phase lengthen --position standing",
     "What stretches or works at the end of the range while standing."},
    {"psoas exercise list --source ours --json", "Our own additions, for a program."},
};

static const cli_example show_examples[] = {
    {"psoas exercise show half-kneel",         "The half-kneeling stretch in full."               },
    {"psoas exercise show psoas-march --json", "The banded march with every field, for a program."},
};

static const cli_option search_options[] = {
    {.name = "all", .help = "all that were found, not only the best ten"},
};

static const cli_example search_examples[] = {
    {"psoas exercise search glute band", "Exercises that hold both words."             },
    {"psoas exercise search TFL",        "Where the tensor fasciae latae plays a part."},
    {"psoas exercise search sit-ups",    "What stands in for sit-ups, and why."        },
};

static const cli_example programme_examples[] = {
    {"psoas programme show precision", "The only source that doses everything."             },
    {"psoas programme show asfa",      "A list with an exercise that we leave out, and why."},
};

static const cli_option why_options[] = {
    {.name = "claims", .help = "list the claims of the sources instead"},
    {.name = "verdict", .argument = "V", .words = &ps_verdict_names,
     .help = "with --claims: only those with this verdict"},
};

static const cli_example why_examples[] = {
    {"psoas why", "Every question on which the sources disagree."},
    {"psoas why static-stretching", "One of them in full; X01 is the same one."},
    {"psoas why C000-17", "A claim, its verdict and where that comes from."},
    {"psoas why --claims --verdict contradicted", "What the evidence speaks against."},
    {"psoas why R43", "A study, and where it was read."},
    {"psoas why THA_EARLY", "A condition: what it forbids, and for which exercises."},
    {"psoas why stretching", "Everything that speaks of stretching."},
};

static const cli_example dose_examples[] = {
    {"psoas dose 2-3x4-6x5-10s/side rest 30s", "Sets, repetitions, hold, sides and rest in words."},
    {"psoas dose '2x(glute 12s, push 12s, glute 12s)/side'", "Cycles need quotes in most shells."},
};

static const cli_example schema_examples[] = {
    {"psoas schema exercise", "What psoas exercise list --json prints."},
};

static const cli_command commands[] = {
    {
        .family = "exercise",
        .name = "list",
        .summary = "what there is, grouped by what it is for",
        .text = "Lists exercises, stretches, releases, relaxations, habits and professional care "
                "with position, equipment and who may choose it. Options narrow the list; all of "
                "them have to fit.",
        .options = CLI_LIST(list_options),
        .examples = CLI_LIST(list_examples),
        .json = true,
        .run = exercise_list,
    },
    {
        .family = "exercise",
        .name = "show",
        .arguments = "ID",
        .arguments_min = 1,
        .arguments_max = 1,
        .argument_at = exercise_id_at,
        .summary = "one exercise in full",
        .text = "Shows when to stop, the dose of the source and ours, the steps, cues, who must "
                "not do it and what to change, easier and harder versions, muscles, what the "
                "source claims and what the evidence says, and the sources. Every statement that "
                "is not the source's own carries a mark.\n\n"
                "When somebody has data here and the safety questions refuse a plan, the pages of "
                "balls and rollers are closed to them.",
        .examples = CLI_LIST(show_examples),
        .json = true,
        .exits = CLI_CAN(NOT_FOUND) | CLI_CAN(REFUSED) | CLI_CAN(DATA) | CLI_CAN(DISK),
        .run = exercise_show,
    },
    {
        .family = "exercise",
        .name = "search",
        .arguments = "WORDS...",
        .arguments_min = 1,
        .arguments_max = CLI_MANY,
        .summary = "exercises by words",
        .text = "Searches names, muscles, equipment, positions, what an exercise is like, steps "
                "and cues, best finds first. Slips of the finger are put right. Where the sources "
                "disagree about what is searched, the page says so.",
        .options = CLI_LIST(search_options),
        .examples = CLI_LIST(search_examples),
        .json = true,
        .exits = CLI_CAN(NOT_FOUND),
        .run = exercise_search,
    },
    {
        .family = "programme",
        .name = "list",
        .summary = "the programmes of the four sources",
        .text = "Lists the programmes as the four articles give them. They are separate from the "
                "plan that psoas makes for a person; psoas programme start follows one of them.",
        .json = true,
        .run = programme_list,
    },
    {
        .family = "programme",
        .name = "show",
        .arguments = "ID",
        .arguments_min = 1,
        .arguments_max = 1,
        .argument_at = programme_id_at,
        .summary = "a programme as its source gives it",
        .text = "Shows the exercises in the order of the article with its doses. Numbers that the "
                "article does not give and we filled in are marked (ours); what we switched off "
                "is struck out, with the reason and what stands in. P000 to P003 are the same "
                "programmes by the numbers of their articles.",
        .examples = CLI_LIST(programme_examples),
        .json = true,
        .exits = CLI_CAN(NOT_FOUND),
        .run = programme_show,
    },
    {
        .name = "why",
        .arguments = "[TOPIC]",
        .arguments_max = 1,
        .argument_at = topic_at,
        .summary = "where the sources disagree, and how good their claims are",
        .text = "Without TOPIC it lists the questions on which the sources disagree. TOPIC is one "
                "of them by name or id, a claim, a source or a condition by id, or a word that "
                "stands in them: then those that hold it are listed. A question shows what "
                "each source says, the evidence, what a careful clinician would do, our default "
                "and where you can choose.",
        .options = CLI_LIST(why_options),
        .examples = CLI_LIST(why_examples),
        .json = true,
        .exits = CLI_CAN(NOT_FOUND),
        .run = why,
    },
    {
        .name = "open",
        .summary = "what nobody has decided or checked yet",
        .text = "Lists what people outside the team have still to decide or to look up before "
                "psoas can be called finished: clinicians, lawyers, readers of papers.",
        .json = true,
        .run = open_list,
    },
    {
        .name = "dose",
        .arguments = "TEXT...",
        .arguments_min = 1,
        .arguments_max = CLI_MANY,
        .summary = "what a dose means, in words and minutes",
        .text = "Reads a dose, prints its canonical form, the same in words and how long it takes, "
                "or points at what is wrong.\n\n"
                "A dose is sets x repetitions x hold, then the sides, then clauses: 10, 3x10-12, "
                "30s, 2x30s, 2x4-6x5-10s; /side, /left, /right, /alternating; left first, switch "
                "10s, lift 2s, lower 3s, pause 1s, ramp 3s/3s, rest 30s, load 2.5kg, load band 2, "
                "effort 5-6, pain <=3. A ? stands for a number that is not given.",
        .examples = CLI_LIST(dose_examples),
        .json = true,
        .run = dose_read,
    },
    {
        .name = "schema",
        .arguments = "KIND",
        .arguments_min = 1,
        .arguments_max = 1,
        .argument_at = schema_kind,
        .summary = "the JSON Schema of what --json and export print",
        .text = "KIND is what stands under \"psoas\" in the output: exercise, programme, conflict, "
                "claim, code, reference, open-point, dose, version, person, import, doctor, plan, "
                "explanation, simulation, goal, test, progress or log. The lines of an export are "
                "of the kinds export, the first, and event.",
        .examples = CLI_LIST(schema_examples),
        .exits = CLI_CAN(NOT_FOUND),
        .run = schema_show,
    },
};

const cli_group cli_knowledge_commands = {"Read the knowledge", commands, PS_COUNT(commands)};
