// The commands about people's own data.
#include "shell/cli/data.h"

static const char *const format_names[] = {"jsonl", "csv"};
static const ps_enum format_words = {.c_name = "format", .names = format_names, .count = 2};

// clang-format off
static const cli_option delete_options[] = {
    {.name = "yes", .help = "delete without asking"},
};

static const cli_option export_options[] = {
    {.name = "all", .help = "everybody, one after the other"},
    {.name = "format",
     .argument = "F",
     .help = "jsonl: everything; csv: the sets, for a spreadsheet",
     .words = &format_words},
    {.name = "output", .argument = "FILE", .help = "into this file instead of the terminal"},
    {.name = "force", .help = "replace the file when there is one"},
    {.name = "digest", .help = "print only a number that is equal for equal histories"},
};

static const cli_option import_options[] = {
    {.name = "dry-run", .help = "show what would come in, and store nothing"},
    {.name = "yes", .help = "import without asking"},
    {.name = "list", .help = "list the imports so far"},
    {.name = "undo", .argument = "ID", .help = "take an import out; the start of its id will do"},
    {.name = "redo", .argument = "ID", .help = "put an undone import back"},
    {.name = "clock-is-right", .help = "go on although the clock seems to be wrong"},
};

static const cli_option restore_options[] = {
    {.name = "verify", .help = "only check the file"},
    {.name = "yes", .help = "restore without asking"},
};

static const cli_example list_examples[] = {
    {"psoas person list", "Everybody, with the number of their events."},
};
static const cli_example add_examples[] = {
    {"psoas person add Anna", "The first one also makes the data folder."},
};
static const cli_example rename_examples[] = {
    {"psoas person rename Anna 'Anna M.'", "The history stays hers."},
};
static const cli_example delete_examples[] = {
    {"psoas person delete Anna", "Shows what will go, then asks for the name."},
};
static const cli_example export_examples[] = {
    {"psoas export --output anna.jsonl", "Everything, to keep or to take to another machine."},
    {"psoas export --person Anna --format csv > sets.csv", "What was done, for a spreadsheet."},
    {"psoas export --all --output household.jsonl", "Everybody in one file."},
};
static const cli_example import_examples[] = {
    {"psoas import anna.jsonl --dry-run", "What would come in."},
    {"psoas import anna.jsonl", "The same, then asks, then stores all or nothing."},
    {"psoas import --list", "The imports so far."},
    {"psoas import --undo 0193b2c4", "Takes one out again."},
};
static const cli_example backup_examples[] = {
    {"psoas backup /media/stick/psoas-2026-11-21.db", "A checked copy of everything."},
};
static const cli_example restore_examples[] = {
    {"psoas restore --verify psoas-2026-11-21.db", "Whether the backup is good."},
    {"psoas restore psoas-2026-11-21.db", "Checks it, asks, and puts it in place."},
};
static const cli_example doctor_examples[] = {
    {"psoas doctor", "Every line says ok, warn or FAIL, and what to do."},
    {"psoas doctor --json", "The same for a program that watches over it."},
};

enum { READS = CLI_CAN(NOT_FOUND) | CLI_CAN(DATA) | CLI_CAN(DISK) };
enum { WRITES = READS | CLI_CAN(BUSY) | CLI_CAN(CONFLICT) };

static const cli_command commands[] = {
    {
        .family = "person",
        .name = "list",
        .summary = "who shares the data of this machine",
        .text = "Lists the people with the number of their events.",
        .examples = CLI_LIST(list_examples),
        .json = true,
        .exits = READS,
        .run = person_list,
    },
    {
        .family = "person",
        .name = "add",
        .arguments = "NAME",
        .arguments_min = 1,
        .arguments_max = 1,
        .summary = "add somebody",
        .text = "Adds somebody. The first time it makes the folder with the data, which only you "
                "can read. While there is one person, no command needs --person.",
        .examples = CLI_LIST(add_examples),
        .exits = WRITES,
        .run = person_add,
    },
    {
        .family = "person",
        .name = "rename",
        .arguments = "OLD NEW",
        .arguments_min = 2,
        .arguments_max = 2,
        .summary = "change a name",
        .text = "Changes how somebody is called. Nothing else changes: events belong to an id.",
        .examples = CLI_LIST(rename_examples),
        .exits = WRITES,
        .run = person_rename,
    },
    {
        .family = "person",
        .name = "delete",
        .arguments = "NAME",
        .arguments_min = 1,
        .arguments_max = 1,
        .summary = "delete somebody and everything about them",
        .text = "Deletes somebody with all events, for good: the freed bytes are overwritten. It "
                "first shows what will go and asks for the name.\n\n"
                "Backups, exports and files that a restore has put aside are not touched; delete "
                "them yourself.",
        .options = CLI_LIST(delete_options),
        .examples = CLI_LIST(delete_examples),
        .exits = WRITES,
        .run = person_delete,
    },
    {
        .name = "export",
        .summary = "everything about somebody, as a file that you own",
        .text = "Prints the whole history as JSON Lines: a line about the person, then one event a "
                "line, corrections and withdrawals included. psoas import reads it back to the "
                "same state. docs/user/data.md describes every field.\n\n"
                "--format csv prints what was done, one row a set and side, as it counts now. Texts "
                "that a spreadsheet would take for a formula get an apostrophe in front.",
        .options = CLI_LIST(export_options),
        .examples = CLI_LIST(export_examples),
        .exits = READS | CLI_CAN(CONFLICT),
        .run = export_history,
    },
    {
        .name = "import",
        .arguments = "[FILE]",
        .arguments_max = 1,
        .summary = "add the events of an export; list and undo imports",
        .text = "Reads an export (- is standard input), checks every line, shows what is new, asks, "
                "and stores all of it or nothing. What is here already is left alone, so a file can "
                "be imported twice. The events go to the person of the file, who is added when "
                "nobody here has that id; --person gives them to somebody else. A file may have up "
                "to 200000 events.\n\n"
                "An import can be taken out and put back at any time. Nothing is erased by that.",
        .options = CLI_LIST(import_options),
        .examples = CLI_LIST(import_examples),
        .json = true,
        .exits = WRITES,
        .run = import_history,
    },
    {
        .name = "backup",
        .arguments = "FILE",
        .arguments_min = 1,
        .arguments_max = 1,
        .summary = "copy everything into one file",
        .text = "Copies the whole store into a new file, also while another process writes, and "
                "reads the copy back before it says so. Only you can read the file.",
        .examples = CLI_LIST(backup_examples),
        .exits = WRITES,
        .run = backup_make,
    },
    {
        .name = "restore",
        .arguments = "FILE",
        .arguments_min = 1,
        .arguments_max = 1,
        .summary = "put a backup in the place of the data",
        .text = "Reads every row of a backup, then puts it in the place of the data. The file from "
                "before is kept beside it under a name that is printed. It holds health data, too: "
                "delete it when you do not need it any more.",
        .options = CLI_LIST(restore_options),
        .examples = CLI_LIST(restore_examples),
        .exits = WRITES,
        .run = backup_restore,
    },
    {
        .name = "doctor",
        .summary = "whether the data and their place are well",
        .text = "Looks at versions, the data folder and who may read it, every row of the store, "
                "the clock, the space on the disk, and who is writing. It changes nothing. Warnings "
                "do not change the exit code.",
        .examples = CLI_LIST(doctor_examples),
        .json = true,
        .exits = CLI_CAN(DATA) | CLI_CAN(DISK),
        .run = doctor,
    },
};
// clang-format on

const cli_group cli_data_commands = {"Your data", commands, PS_COUNT(commands)};
