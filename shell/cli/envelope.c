#include "shell/cli/envelope.h"

#include "shell/cli/log_reports.h"
#include "shell/cli/plan_report.h"
#include "shell/cli/reports.h"
#include "shell/cli/screen_report.h"
#include "shell/codec/json.h"

#include <assert.h>
#include <string.h>

enum { TEXT = 2000, ITEMS_MAX = 1000000, STRUCTS_MAX = 64, INDENT = 2 };

static const ps_field dose_fields[] = {
    PS_F_NOTATION(dose_report, dose, ps_dose, &ps_dose_notation, true, "The canonical form."),
    PS_F_TEXT(dose_report, words, TEXT, "The same in words."),
    PS_F_RANGE(dose_report, seconds, 0, 1000000, "Shortest and longest duration, seconds."),
    PS_F_BOOL(dose_report, asked, "Every number is given, so it can be asked of a person."),
};
static const ps_struct dose_struct =
    PS_STRUCT_OF(dose_report, dose_fields, "A dose as psoas understands it.");

static const ps_field version_fields[] = {
    PS_F_TEXT(version_report, program, TEXT, "Version of the program."),
    PS_F_TEXT(version_report, catalogue, TEXT, "Version of the knowledge that is built in."),
    PS_F_TEXT(version_report, notice, TEXT, "What psoas is not."),
};
static const ps_struct version_struct =
    PS_STRUCT_OF(version_report, version_fields, "What is running.");

/// A kind of item: a list of the catalogue, or a struct of our own.
typedef struct {
    const char *kind, *list;
    const ps_struct *of;
} item_kind;

static const item_kind kinds[] = {
    {"exercise",    "exercises",   NULL                      },
    {"programme",   "programmes",  NULL                      },
    {"conflict",    "conflicts",   NULL                      },
    {"claim",       "claims",      NULL                      },
    {"code",        "codes",       NULL                      },
    {"reference",   "references",  NULL                      },
    {"open-point",  "open_points", NULL                      },
    {"dose",        NULL,          &dose_struct              },
    {"version",     NULL,          &version_struct           },
    {"person",      NULL,          &person_report_struct     },
    {"import",      NULL,          &import_report_struct     },
    {"doctor",      NULL,          &check_report_struct      },
    {"plan",        NULL,          &plan_report_struct       },
    {"explanation", NULL,          &explanation_report_struct},
    {"simulation",  NULL,          &simulation_report_struct },
    {"screen",      NULL,          &screen_report_struct     },
    {"clearance",   NULL,          &clear_report_struct      },
    {"goal",        NULL,          &goal_report_struct       },
    {"test",        NULL,          &test_report_struct       },
    {"progress",    NULL,          &progress_report_struct   },
    {"log",         NULL,          &log_report_struct        },
};

const char *envelope_kind(const ps_catalogue *catalogue, int32_t index)
{
    (void)catalogue; // a function of the shape that completions want
    return index < PS_COUNT(kinds) ? kinds[index].kind : NULL;
}

static const item_kind *kind_called(const char *name)
{
    int32_t index = 0;
    while (index < PS_COUNT(kinds) && strcmp(kinds[index].kind, name) != 0) index++;
    assert(index < PS_COUNT(kinds)); // a word of our own, not of the command line
    return &kinds[index];
}

static const ps_struct *struct_of(const char *name)
{
    const item_kind *of = kind_called(name);
    if (of->of) return of->of;
    return ps_field_find(&ps_catalogue_struct, ps_str_of(of->list))->of;
}

// ---- tables of what is printed ----

/// Copies of the structs that a document is made of, and what they are copies of.
typedef struct {
    const ps_struct *from[STRUCTS_MAX];
    ps_struct *to[STRUCTS_MAX];
    int32_t count;
} copies;

static ps_struct *copy_of(cli *c, copies *all, const ps_struct *of)
{
    for (int32_t i = 0; i < all->count; i++) {
        if (all->from[i] == of) return all->to[i];
    }
    assert(all->count < STRUCTS_MAX);
    ps_struct *copy = cli_take(c, 1, sizeof *copy);
    *copy = *of;
    all->from[all->count] = of;
    all->to[all->count++] = copy;
    return copy;
}

/// The struct and all below it, with computed fields like any other: the data files must not hold
/// them, but what psoas prints does, and can be read back.
static const ps_struct *as_printed(cli *c, const ps_struct *root)
{
    copies all = {.count = 0};
    const ps_struct *printed = copy_of(c, &all, root);
    for (int32_t at = 0; at < all.count; at++) { // the list grows while it is walked
        const ps_struct *of = all.from[at];
        ps_field *fields = cli_take(c, of->count, sizeof *fields);
        for (int32_t i = 0; i < of->count; i++) {
            fields[i] = of->fields[i];
            fields[i].derived = false;
            if (fields[i].of) fields[i].of = copy_of(c, &all, fields[i].of);
        }
        all.to[at]->fields = fields;
    }
    return printed;
}

const ps_struct *envelope_struct(cli *c, const char *kind, const ps_struct **item)
{
    const ps_struct *of = as_printed(c, struct_of(kind));
    if (item) *item = of;

    const ps_field items = {.name = "items",
                            .type = PS_FIELD_LIST,
                            .required = true,
                            .offset = offsetof(envelope, items),
                            .max = ITEMS_MAX,
                            .item = PS_FIELD_STRUCT,
                            .of = of,
                            .doc = "What was asked for."};
    const ps_field fields[] = {
        PS_F_TEXT(envelope, psoas, TEXT, "What the items are."),
        PS_F_INT(envelope, version, ENVELOPE_VERSION, ENVELOPE_VERSION,
                 "Of this shape; new fields may come without a new number."),
        PS_F_TEXT(envelope, catalogue, TEXT, "Version of the knowledge, a hash."),
        items,
        PS_F_REFS(envelope, why, "conflicts", 0, 100,
                  "Disagreements of the sources that led to these items, see psoas why."),
    };
    ps_field *own = cli_take(c, PS_COUNT(fields), sizeof *own);
    memcpy(own, fields, sizeof fields);
    ps_struct *all = cli_take(c, 1, sizeof *all);
    *all = (ps_struct){.c_name = "envelope",
                       .size = sizeof(envelope),
                       .fields = own,
                       .count = PS_COUNT(fields),
                       .doc = "What psoas prints with --json."};
    return all;
}

// ---- printing ----

/// Items that lie behind one another.
static void write_list(cli *c, const char *kind, const ps_struct *of, ps_list items, ps_refs why)
{
    const envelope all = {
        .psoas = kind,
        .version = ENVELOPE_VERSION,
        .catalogue = ps_catalogue_version,
        .items = items,
        .why = why,
    };
    json_write(&c->page.text, of, &all, &c->names, INDENT);
    buffer_text(&c->page.text, "\n");
}

void envelope_write(cli *c, const char *kind, const void *const *items, int32_t count)
{
    const ps_struct *item = NULL;
    const ps_struct *of = envelope_struct(c, kind, &item);
    char *list = cli_take(c, count, item->size);
    for (int32_t i = 0; i < count; i++) {
        memcpy(list + (size_t)i * item->size, items[i], item->size);
    }
    write_list(c, kind, of, (ps_list){.at = list, .count = count}, (ps_refs){0});
}

void envelope_write_refs(cli *c, const char *kind, const ps_refs *which, ps_refs why)
{
    const ps_struct *item = NULL;
    const ps_struct *of = envelope_struct(c, kind, &item);
    const ps_list known =
        ps_document_list(&ps_catalogue_struct, c->catalogue, kind_called(kind)->list, &item);
    if (!which) {
        write_list(c, kind, of, known, why);
        return;
    }
    char *list = cli_take(c, which->count, item->size);
    for (int32_t i = 0; i < which->count; i++) {
        const char *from = (const char *)known.at + (size_t)which->at[i] * item->size;
        memcpy(list + (size_t)i * item->size, from, item->size);
    }
    write_list(c, kind, of, (ps_list){.at = list, .count = which->count}, why);
}

void envelope_schema(cli *c, const char *kind)
{
    buffer name = {0};
    buffer_format(&name, "psoas-%s.json", kind);
    json_schema(&c->page.text, envelope_struct(c, kind, NULL), name.text);
    buffer_text(&c->page.text, "\n");
    buffer_free(&name);
}
