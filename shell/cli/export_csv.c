#include "shell/cli/export_csv.h"

#include <string.h>

/// One row on its way: the set, and the side that it is about.
typedef struct {
    const char *person;
    const ps_event *event;
    const ps_set_done *set;
    ps_side side;
} row;

// ---- cells ----

static void put_quoted(buffer *to, const char *text)
{
    if (!strpbrk(text, ",\"\r\n")) {
        buffer_text(to, text);
        return;
    }
    buffer_text(to, "\"");
    for (const char *at = text; *at; at++) {
        if (*at == '"') buffer_text(to, "\"");
        buffer_add(to, at, 1);
    }
    buffer_text(to, "\"");
}

/// Text from people and files: never a formula.
static void put_text(buffer *to, const char *text)
{
    if (!text) return;
    buffer safe = {0};
    if (*text && strchr("=+-@\t\r", *text)) buffer_text(&safe, "'");
    buffer_text(&safe, text);
    put_quoted(to, safe.text);
    buffer_free(&safe);
}

static void put_number_or_none(buffer *to, int32_t number)
{
    if (number != PS_NOT_GIVEN) buffer_format(to, "%d", number);
}

static void put_yes_or_no(buffer *to, bool yes) { buffer_text(to, yes ? "yes" : "no"); }

static void put_person(buffer *to, const row *of) { put_text(to, of->person); }

static void put_day(buffer *to, const row *of)
{
    char text[PS_DAY_TEXT];
    ps_day_format(ps_local_day(of->event->at), text, sizeof text);
    buffer_text(to, text);
}

static void put_time(buffer *to, const row *of)
{
    enum { CLOCK_AT = 11, CLOCK = 8 }; // hh:mm:ss of an instant
    char text[PS_INSTANT_TEXT];
    ps_instant_format(of->event->at, text, sizeof text);
    buffer_add(to, text + CLOCK_AT, CLOCK);
}

static void put_session(buffer *to, const row *of) { put_text(to, of->set->session); }
static void put_exercise(buffer *to, const row *of) { put_text(to, of->set->exercise); }
static void put_set(buffer *to, const row *of) { buffer_format(to, "%d", of->set->set); }
static void put_side(buffer *to, const row *of) { buffer_text(to, ps_side_names.names[of->side]); }

static void put_together(buffer *to, const row *of)
{
    put_yes_or_no(to, of->set->side == PS_SIDE_BOTH);
}

static void put_planned_reps(buffer *to, const row *of)
{
    buffer_format(to, "%d", of->set->planned_reps);
}

static void put_reps(buffer *to, const row *of) { buffer_format(to, "%d", of->set->reps); }

static void put_planned_hold(buffer *to, const row *of)
{
    buffer_format(to, "%d", of->set->planned_hold_s);
}

static void put_hold(buffer *to, const row *of) { buffer_format(to, "%d", of->set->hold_s); }

/// "2.5": hundredths of kg or lb, without needless zeros; the level of a band as it is.
static void put_load(buffer *to, const row *of)
{
    const ps_load load = of->set->load;
    if (load.unit == PS_NO_LOAD) return;
    const int32_t scale = load.unit == PS_LOAD_BAND ? 1 : 100;
    const int32_t whole = load.amount / scale, part = load.amount % scale;
    buffer_format(to, "%d", whole);
    if (part == 0) return;
    if (part % 10 == 0) {
        buffer_format(to, ".%d", part / 10);
    } else {
        buffer_format(to, ".%02d", part);
    }
}

static void put_unit(buffer *to, const row *of)
{
    const ps_load_unit unit = of->set->load.unit;
    if (unit != PS_NO_LOAD) buffer_text(to, ps_load_unit_names.names[unit]);
}

static void put_effort(buffer *to, const row *of) { put_number_or_none(to, of->set->effort); }
static void put_pain(buffer *to, const row *of) { put_number_or_none(to, of->set->pain); }

static void put_form(buffer *to, const row *of)
{
    if (of->set->form != PS_FORM_NOT_ASKED) buffer_text(to, ps_form_names.names[of->set->form]);
}

static void put_completed(buffer *to, const row *of) { put_yes_or_no(to, of->set->completed); }
static void put_why(buffer *to, const row *of) { put_text(to, of->set->why_not); }

// ---- the table ----

static const struct {
    const char *name;
    void (*put)(buffer *to, const row *of);
    const char *doc;
} columns[] = {
    {"person",         put_person,       "Whose set it was."                                               },
    {"day",            put_day,          "Local day; it begins at 04:00, so 01:30 is still the day before."},
    {"time",           put_time,         "Local time of day, hh:mm:ss."                                    },
    {"session",        put_session,      "Id of the session."                                              },
    {"exercise",       put_exercise,     "Id of the exercise."                                             },
    {"set",            put_set,          "Number of the set, counted from 1 on each side."                 },
    {"side",           put_side,         "left or right."                                                  },
    {"together",       put_together,
     "yes: both sides did this set at once, and the other row says the same."                              },
    {"planned_reps",   put_planned_reps, "Repetitions that were asked for."                                },
    {"reps",           put_reps,         "Repetitions that were done."                                     },
    {"planned_hold_s", put_planned_hold, "Seconds of hold that were asked for."                            },
    {"hold_s",         put_hold,         "Seconds of hold that were done."                                 },
    {"load",           put_load,         "The load as a number; empty without one."                        },
    {"unit",           put_unit,         "Unit of the load: kg, lb, band."                                 },
    {"effort",         put_effort,       "Perceived exertion 0 to 10; empty when it was not asked."        },
    {"pain",           put_pain,         "Pain during the set 0 to 10; empty when it was not asked."       },
    {"form",           put_form,         "ok, lost or unsure; empty when it was not asked."                },
    {"completed",      put_completed,    "yes: done as it was asked."                                      },
    {"why",            put_why,          "Why it was not completed."                                       },
};

void export_csv_heading(buffer *to)
{
    for (int32_t i = 0; i < PS_COUNT(columns); i++) {
        buffer_format(to, "%s%s", i > 0 ? "," : "", columns[i].name);
    }
    buffer_text(to, "\r\n");
}

static void put_row(buffer *to, const row *of)
{
    for (int32_t i = 0; i < PS_COUNT(columns); i++) {
        if (i > 0) buffer_text(to, ",");
        columns[i].put(to, of);
    }
    buffer_text(to, "\r\n");
}

void export_csv_rows(buffer *to, const char *person, const ps_event *event)
{
    if (event->kind != PS_EVENT_set_done) return;
    row of = {.person = person, .event = event, .set = &event->as.set_done};
    for (of.side = PS_SIDE_LEFT; of.side <= PS_SIDE_RIGHT; of.side++) {
        if (of.set->side == PS_SIDE_BOTH || of.set->side == of.side) put_row(to, &of);
    }
}

const char *export_csv_column(int32_t index, const char **doc)
{
    if (index >= PS_COUNT(columns)) return NULL;
    *doc = columns[index].doc;
    return columns[index].name;
}
