#include "shell/cli/reports.h"

enum { TEXT = 2000 };

#define COUNT_OR_NONE(T, m, text)                                                             \
    {                                                                                         \
        .name = #m, .type = PS_FIELD_LONG, .offset = PS__AT(T, m, int64_t), .max = INT64_MAX, \
        .fallback = REPORT_NONE, .doc = text                                                  \
    }

static const ps_field person_fields[] = {
    PS_F_TEXT(person_report, id, TEXT, "Id of the person, the same on every machine."),
    PS_F_TEXT(person_report, name, TEXT, "How the person is called."),
    PS_F_TEXT(person_report, created, TEXT, "When the person was added here, RFC 3339."),
    PS_F_LONG(person_report, events, 0, INT64_MAX, "How many events are stored."),
};
const ps_struct person_report_struct =
    PS_STRUCT_OF(person_report, person_fields, "Somebody who shares the data of this machine.");

static const ps_field import_fields[] = {
    PS_F_TEXT_OR_NONE(import_report, batch, TEXT, "Id of the import; absent: nothing was stored."),
    PS_F_TEXT(import_report, person_id, TEXT, "Id of the person it went to."),
    PS_F_TEXT(import_report, person, TEXT, "How that person is called."),
    PS_F_TEXT(import_report, source, TEXT, "Name of the file."),
    PS_F_TEXT_OR_NONE(import_report, at, TEXT,
                      "When it was imported, RFC 3339; absent: nothing was stored."),
    PS_F_LONG(import_report, added, 0, INT64_MAX, "Events that are new here."),
    COUNT_OR_NONE(import_report, present, "Events of the file that were here already."),
    PS_F_TEXT_OR_NONE(import_report, first, TEXT, "Local day of the first event of the file."),
    PS_F_TEXT_OR_NONE(import_report, last, TEXT, "Local day of the last event of the file."),
    PS_F_BOOL(import_report, undone, "It was undone and does not count."),
};
const ps_struct import_report_struct =
    PS_STRUCT_OF(import_report, import_fields, "One import for one person.");

static const char *const state_names[] = {"ok", "warn", "fail"};
const ps_enum check_state_names = PS_ENUM_OF(check_state, state_names);

static const ps_field check_fields[] = {
    PS_F_TEXT(check_report, name, TEXT, "What was looked at."),
    PS_F_ENUM(check_report, state, &check_state_names, "How it stands."),
    PS_F_TEXT(check_report, says, TEXT, "What was found, in words."),
    PS_F_TEXT_OR_NONE(check_report, advice, TEXT, "What to do about it."),
    COUNT_OR_NONE(check_report, value,
                  "The number it is about: bytes, events, people, seconds, a process."),
};
const ps_struct check_report_struct =
    PS_STRUCT_OF(check_report, check_fields, "One line of psoas doctor.");
