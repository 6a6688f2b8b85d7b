// Events: a row is a body that agrees or does not agree with itself; laws over the field tables
// make sure that no member is left out of comparing, hashing, reading or writing.
#include "events.h"
#include "history/event.h"
#include "test.h"

// ---- names and tables ----

static void test_names(void)
{
    static const struct {
        const char *row;
        const ps_enum *names;
        int32_t value;
        const char *name;
    } rows[] = {
        {"first kind",  &ps_event_kind_names,      PS_EVENT_consent_given, "consent_given"},
        {"a kind",      &ps_event_kind_names,      PS_EVENT_set_done,      "set_done"     },
        {"last kind",   &ps_event_kind_names,      PS_EVENT_imported,      "imported"     },
        {"both",        &ps_side_names,            PS_SIDE_BOTH,           "both"         },
        {"right",       &ps_side_names,            PS_SIDE_RIGHT,          "right"        },
        {"no",          &ps_answer_names,          PS_ANSWER_NO,           "no"           },
        {"not sure",    &ps_answer_names,          PS_ANSWER_NOT_SURE,     "not_sure"     },
        {"form lost",   &ps_form_names,            PS_FORM_LOST,           "lost"         },
        {"form unsure", &ps_form_names,            PS_FORM_UNSURE,         "unsure"       },
        {"worst",       &ps_pain_context_names,    PS_PAIN_WORST_24H,      "worst_24h"    },
        {"during",      &ps_pain_context_names,    PS_PAIN_DURING,         "during"       },
        {"stopped",     &ps_session_outcome_names, PS_SESSION_STOPPED,     "stopped"      },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].row, ps_enum_find(rows[i].names, ps_str_of(rows[i].name)) == rows[i].value);
    }
    CHECK("kinds", ps_event_kind_names.count == EVENT_KINDS);
    CHECK("sides", ps_side_names.count == PS_SIDE_RIGHT + 1);
    CHECK("answers", ps_answer_names.count == PS_ANSWER_NOT_SURE + 1);
    CHECK("forms", ps_form_names.count == PS_FORM_UNSURE + 1);
    CHECK("contexts", ps_pain_context_names.count == PS_PAIN_DURING + 1);
    CHECK("outcomes", ps_session_outcome_names.count == PS_SESSION_STOPPED + 1);
}

static size_t alignment_of_field(const ps_field *field)
{
    const size_t size = ps_field_size(field);
    switch (field->type) {
    case PS_FIELD_RANGE:
    case PS_FIELD_NOTATION:
        return sizeof(int32_t);
    case PS_FIELD_LIST:
    case PS_FIELD_MARKED:
        return sizeof(void *);
    default:
        return size < 8 ? size : 8;
    }
}

/// Every byte belongs to a field or is padding that the next field needs. `outside` bytes at the
/// end may belong to something that is not in the table.
static void check_cover(const ps_struct *of, size_t outside)
{
    size_t at = 0;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const size_t align = alignment_of_field(field);
        CHECK(field->name, (at + align - 1) / align * align == field->offset);
        at = field->offset + ps_field_size(field);
    }
    const size_t end = at + outside;
    CHECK(of->c_name, of->size >= end && of->size - end < 8);
}

static void check_table(const ps_struct *of)
{
    CHECK(of->c_name, strlen(of->doc) > 10 && of->doc[strlen(of->doc) - 1] == '.');
    for (int32_t i = 0; i < of->count; i++) {
        const char *doc = of->fields[i].doc;
        CHECK(of->fields[i].name, strlen(doc) > 10 && doc[strlen(doc) - 1] == '.');
        CHECK(of->fields[i].name,
              ps_field_find(of, ps_str_of(of->fields[i].name)) == &of->fields[i]);
        if (of->fields[i].of) check_table(of->fields[i].of);
    }
}

static void test_tables(void)
{
    for (int32_t kind = 0; kind < EVENT_KINDS; kind++) {
        const ps_struct *body = ps_event_body((ps_event_kind)kind);
        const char *name = ps_event_kind_names.names[kind];
        char c_name[64];
        snprintf(c_name, sizeof c_name, "ps_%s", name);
        CHECK_TEXT(name, body->c_name, c_name);
        check_table(body);
        // `with` of a correction is an event and stands outside the table
        check_cover(body, kind == PS_EVENT_corrected ? sizeof(void *) : 0);
    }
    check_table(&ps__event_head);
}

// ---- checks ----

typedef struct {
    const char *field; ///< of the body, of the head, or "ms"; NULL: nothing
    int64_t number;
    const char *text; ///< for text fields
} setting;

typedef struct {
    const char *row;
    setting set[3];
    const char *want; ///< NULL: passes
    ps_event_kind kind;
    ps_code code;
} check_row;

static void put(ps_event *event, const setting *set)
{
    if (strcmp(set->field, "ms") == 0) {
        event->at.ms = set->number;
        return;
    }
    if (strcmp(set->field, "offset_min") == 0) {
        event->at.offset_min = (int32_t)set->number;
        return;
    }
    char *base = (char *)&event->as;
    const ps_field *field = ps_field_find(ps_event_body(event->kind), ps_str_of(set->field));
    if (!field) {
        base = (char *)event;
        field = ps_field_find(&ps__event_head, ps_str_of(set->field));
    }
    CHECK(set->field, field != NULL);
    if (!field) return;

    const int32_t whole = (int32_t)set->number;
    const double number = (double)set->number;
    const bool truth = set->number != 0;
    switch (field->type) {
    case PS_FIELD_BOOL:
        memcpy(base + field->offset, &truth, sizeof truth);
        break;
    case PS_FIELD_LONG:
        memcpy(base + field->offset, &set->number, sizeof set->number);
        break;
    case PS_FIELD_NUMBER:
        memcpy(base + field->offset, &number, sizeof number);
        break;
    case PS_FIELD_TEXT:
        memcpy(base + field->offset, &set->text, sizeof set->text);
        break;
    default:
        memcpy(base + field->offset, &whole, sizeof whole);
    }
}

#define LONGEST_ID "0123456789012345678901234567890123456789012345678901234567890123"

// Rows as calls: the layout of a table of braces this wide cannot be read.
#define NUMBER(name, value) \
    {                       \
        name, value, NULL   \
    }
#define TEXT(name, value) \
    {                     \
        name, 0, value    \
    }
#define PASSES(row, kind, ...)                           \
    {                                                    \
        row, {__VA_ARGS__}, NULL, PS_EVENT_##kind, PS_OK \
    }
#define FAILS(row, kind, code, want, ...)               \
    {                                                   \
        row, {__VA_ARGS__}, want, PS_EVENT_##kind, code \
    }

static const check_row check_rows[] = {
    // key and instant
    PASSES("an id of every allowed sort", voided, TEXT("person", "aZ09._-")),
    PASSES("the longest id", voided, TEXT("device", LONGEST_ID)),
    FAILS("an id too long", voided, PS_RANGE, "device: want 1 to 64 bytes",
          TEXT("device", LONGEST_ID "4")),
    FAILS("no person", voided, PS_MISSING, "person: want a text", TEXT("person", NULL)),
    FAILS("an empty person", voided, PS_RANGE, "person: want 1 to 64 bytes", TEXT("person", "")),
    FAILS("a blank in an id", voided, PS_RANGE,
          "person: want only letters A-Z, digits, '.', '_' and '-', not ' '",
          TEXT("person", "a b")),
    FAILS("a letter with an accent in an id", voided, PS_RANGE,
          "person: want only letters A-Z, digits, '.', '_' and '-', not '\xc3\xab'",
          TEXT("person", "zo\xc3\xab")),
    FAILS("sequence 0", voided, PS_RANGE, "sequence: want 1 to 9007199254740991, not 0",
          NUMBER("sequence", 0)),
    PASSES("the last sequence", imported, NUMBER("sequence", PS_SEQUENCE_MAX)),
    FAILS("a sequence that JavaScript cannot count", voided, PS_RANGE,
          "sequence: want 1 to 9007199254740991, not 9007199254740992",
          NUMBER("sequence", PS_SEQUENCE_MAX + 1)),
    FAILS("before 1970", voided, PS_RANGE, "at.ms: want 0 to 4102444800000, not -1",
          NUMBER("ms", -1)),
    PASSES("the last instant", voided, NUMBER("ms", PS_MS_MAX)),
    FAILS("after 2100", voided, PS_RANGE, "at.ms: want 0 to 4102444800000, not 4102444800001",
          NUMBER("ms", PS_MS_MAX + 1)),
    FAILS("a day of offset", voided, PS_RANGE, "at.offset_min: want -1439 to 1439, not 1440",
          NUMBER("offset_min", 1440)),

    // fields
    FAILS("no consent version", consent_given, PS_MISSING, "version: want a text",
          TEXT("version", NULL)),
    FAILS("an unknown answer", screen_answered, PS_RANGE,
          "answer: want one of 3 values from 'no' to 'not_sure'", NUMBER("answer", 3)),
    FAILS("a negative answer", screen_answered, PS_RANGE,
          "answer: want one of 3 values from 'no' to 'not_sure'", NUMBER("answer", -1)),
    PASSES("a test value at the limit", test_measured, NUMBER("value", -10000)),
    FAILS("a test value too large", test_measured, PS_RANGE, "value: want a number -10000 to 10000",
          NUMBER("value", 10001)),
    FAILS("set 0", set_done, PS_RANGE, "set: want 1 to 20, not 0", NUMBER("set", 0)),
    PASSES("no repetition at all", set_done, NUMBER("reps", 0)),
    FAILS("too many repetitions", set_done, PS_RANGE, "reps: want 0 to 100, not 101",
          NUMBER("reps", 101)),
    PASSES("an hour's hold", set_done, NUMBER("hold_s", 3600)),
    FAILS("too long a hold", set_done, PS_RANGE, "planned_hold_s: want 0 to 3600, not 3601",
          NUMBER("planned_hold_s", 3601)),
    PASSES("effort not given", set_done, NUMBER("effort", PS_NOT_GIVEN)),
    FAILS("effort 11", set_done, PS_RANGE, "effort: want 0 to 10, not 11", NUMBER("effort", 11)),
    FAILS("pain -2", set_done, PS_RANGE, "pain: want 0 to 10, not -2", NUMBER("pain", -2)),
    FAILS("pain of a report must be given", pain_reported, PS_RANGE, "pain: want 0 to 10, not -1",
          NUMBER("pain", PS_NOT_GIVEN)),
    PASSES("no note", pain_reported, TEXT("note", NULL)),
    PASSES(
        "a note in another alphabet", pain_reported,
        TEXT("note", "\xe2\x80\x9c\xd0\xb1\xd0\xbe\xd0\xbb\xd1\x8c\xe2\x80\x9d \xf0\x9f\x98\x80")),
    FAILS("an empty note", pain_reported, PS_RANGE, "note: want 1 to 500 bytes", TEXT("note", "")),
    FAILS("a new line in a note", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0x0a at 2", TEXT("note", "a\nb")),
    FAILS("a delete in a note", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0x7f at 2", TEXT("note", "a\x7f")),
    FAILS("a C1 control in a note", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0xc2 at 2",
          TEXT("note", "a\xc2\x9b")),
    PASSES("the blank after the C1 controls", pain_reported, TEXT("note", "a\xc2\xa0")),
    FAILS("Latin-1 in a note", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0xeb at 3",
          TEXT("note", "zo\xeb")),
    FAILS("a surrogate in a note", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0xed at 1",
          TEXT("note", "\xed\xa0\x80")),
    FAILS("an overlong slash in a note", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0xc0 at 1",
          TEXT("note", "\xc0\xaf")),
    FAILS("beyond Unicode in a note", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0xf4 at 1",
          TEXT("note", "\xf4\x90\x80\x80")),
    FAILS("a character cut at the end", pain_reported, PS_RANGE,
          "note: want UTF-8 without control characters, not byte 0xe2 at 3",
          TEXT("note", "ab\xe2\x80")),
    PASSES("no programme: the planner's", session_started, TEXT("programme", NULL)),
    FAILS("why is required", voided, PS_MISSING, "why: want a text", TEXT("why", NULL)),

    // fields that must agree
    PASSES("form lost, nobody knows where", set_done, NUMBER("form_lost_at", 0)),
    FAILS("form lost at a repetition but held", set_done, PS_RANGE,
          "form_lost_at: want it only when form is 'lost'", NUMBER("form", PS_FORM_OK)),
    PASSES("form held", set_done, NUMBER("form", PS_FORM_OK), NUMBER("form_lost_at", 0)),
    FAILS("completed with a reason why not", set_done, PS_RANGE,
          "why_not: want none when the set was completed", NUMBER("completed", 1)),
    PASSES("completed", set_done, NUMBER("completed", 1), TEXT("why_not", NULL)),
    FAILS("given up without a reason", set_done, PS_MISSING,
          "why_not: want a reason when the set was not completed", TEXT("why_not", NULL)),
    FAILS("finished with a reason to stop", session_ended, PS_RANGE,
          "why: want none when the session was finished", NUMBER("outcome", PS_SESSION_FINISHED)),
    PASSES("finished", session_ended, NUMBER("outcome", PS_SESSION_FINISHED), TEXT("why", NULL)),
    FAILS("stopped without a reason", session_ended, PS_MISSING,
          "why: want a reason when the session was stopped", TEXT("why", NULL)),
    FAILS("a void of itself", voided, PS_RANGE,
          "targets[0]: want other events than the void itself", TEXT("device", "phone"),
          NUMBER("sequence", 1)),
    PASSES("an import may count itself in", imported, TEXT("device", "phone"),
           NUMBER("sequence", 1)),
    FAILS("a correction of another sequence", corrected, PS_RANGE,
          "with: want device and sequence of the event that is corrected", NUMBER("sequence", 2)),
    FAILS("a correction of another person", corrected, PS_RANGE,
          "with.person: want the person of the correction", TEXT("person", "bob")),
};

static void test_checks(void)
{
    for (int32_t i = 0; i < PS_COUNT(check_rows); i++) {
        const check_row *row = &check_rows[i];
        ps_event event = event_of(row->kind, "desk", 7);
        for (int32_t k = 0; k < 3 && row->set[k].field; k++) put(&event, &row->set[k]);

        ps_error err = {0};
        const ps_code code = ps_event_check(&event, &err);
        CHECK(row->row, code == row->code);
        CHECK_TEXT(row->row, err.text, row->want ? row->want : "");
        CHECK(row->row, ps_event_check(&event, NULL) == code);
        RECORD("%s %d %s\n", row->row, (int)code, err.text);
    }
}

static void test_samples(void)
{
    for (int32_t kind = 0; kind < EVENT_KINDS; kind++) {
        const ps_event event = event_of((ps_event_kind)kind, "desk", 7);
        ps_error err = {0};
        CHECK(ps_event_kind_names.names[kind], ps_event_check(&event, &err) == PS_OK);
        CHECK_TEXT(ps_event_kind_names.names[kind], err.text, "");
    }
    ps_event event = event_of(PS_EVENT_consent_given, "desk", 7);
    event.kind = (ps_event_kind)EVENT_KINDS;
    CHECK("a kind that is none", ps_event_check(&event, NULL) == PS_RANGE);

    event = event_of(PS_EVENT_test_measured, "desk", 7);
    event.as.test_measured.value = NAN;
    CHECK("not a number", ps_event_check(&event, NULL) == PS_RANGE);
    event.as.test_measured.value = -INFINITY;
    CHECK("minus infinity", ps_event_check(&event, NULL) == PS_RANGE);
}

static void check_fails(const char *row, const ps_event *event, ps_code code, const char *starts)
{
    ps_error err = {0};
    CHECK(row, ps_event_check(event, &err) == code);
    CHECK(row, strncmp(err.text, starts, strlen(starts)) == 0);
    if (strncmp(err.text, starts, strlen(starts)) != 0) printf("# got \"%s\"\n", err.text);
}

static void test_prescriptions(void)
{
    ps_event event = event_of(PS_EVENT_session_started, "desk", 7);
    ps_prescription items[PS_SESSION_ITEMS_MAX + 1];
    for (int32_t i = 0; i < PS_COUNT(items); i++) items[i] = event.as.session_started.items.at[0];

    event.as.session_started.items = (ps_prescriptions){items, PS_SESSION_ITEMS_MAX};
    check_fails("as many as can be", &event, PS_OK, "");
    event.as.session_started.items.count++;
    check_fails("one more", &event, PS_RANGE, "items: want 1 to 20 items");
    event.as.session_started.items.count = 0;
    check_fails("none", &event, PS_MISSING, "items: want 1 to 20 items");
    event.as.session_started.items = (ps_prescriptions){NULL, 2};
    check_fails("a count and no list", &event, PS_RANGE, "items: want 1 to 20 items");

    event.as.session_started.items = (ps_prescriptions){items, 3};
    items[2].exercise = "psoas march";
    check_fails("an id inside the list", &event, PS_RANGE, "items[2].exercise: want only letters");
    items[2].exercise = NULL;
    check_fails("no id inside the list", &event, PS_MISSING, "items[2].exercise: want a text");
    items[2] = items[0];
    items[2].dose = (ps_dose){0};
    check_fails("no dose", &event, PS_MISSING, "items[2].dose: want a value");
    items[2] = items[0];
    items[2].dose.reps = (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN};
    check_fails("a number that is not given", &event, PS_MISSING, "items[2].dose: ");
    items[2].dose.reps = (ps_range){12, 10};
    check_fails("a dose upside down", &event, PS_RANGE, "items[2].dose: ");
    items[2] = items[0];
    items[2].dose_right = items[0].dose;
    check_fails("a dose for the right side", &event, PS_OK, "");
    items[2].dose_right.sets = (ps_range){0, 0};
    check_fails("half a dose for the right side", &event, PS_RANGE, "items[2].dose_right: ");
}

static void test_loads_and_spans(void)
{
    ps_event event = event_of(PS_EVENT_set_done, "desk", 7);
    event.as.set_done.load = (ps_load){PS_NO_LOAD, 0};
    check_fails("no load", &event, PS_OK, "");
    event.as.set_done.load = (ps_load){PS_LOAD_BAND, PS_BAND_MAX};
    check_fails("the strongest band", &event, PS_OK, "");
    event.as.set_done.load = (ps_load){PS_LOAD_BAND, PS_BAND_MAX + 1};
    check_fails("too strong a band", &event, PS_RANGE, "");
    event.as.set_done.load = (ps_load){PS_NO_LOAD, 5};
    check_fails("five of nothing", &event, PS_RANGE, "");

    const ps_span spans[] = {
        {"phone", 1, 9},
        {"phone", 9, 8}
    };
    event = event_of(PS_EVENT_voided, "desk", 7);
    event.as.voided.targets = (ps_spans){spans, 2};
    check_fails("a span upside down", &event, PS_RANGE, "targets[1]: want first <= last");
    event.as.voided.targets.count = 0;
    check_fails("a void of nothing", &event, PS_MISSING, "targets: want 1 to 4096 items");
    event = event_of(PS_EVENT_imported, "desk", 7);
    event.as.imported.added = (ps_spans){spans, 2};
    check_fails("an import upside down", &event, PS_RANGE, "added[1]: want first <= last");
    event.as.imported.added.count = 0;
    check_fails("an import of nothing", &event, PS_OK, "");
}

static void test_corrections(void)
{
    ps_event event = event_of(PS_EVENT_corrected, "desk", 7);
    ps_event with = *event.as.corrected.with;
    event.as.corrected.with = NULL;
    check_fails("nothing in its place", &event, PS_MISSING, "with: want the event");
    event.as.corrected.with = &with;
    check_fails("a copy", &event, PS_OK, "");
    with.as.morning_reported.pain = 11;
    check_fails("a wrong body", &event, PS_RANGE, "with.pain: want 0 to 10, not 11");
    with = event_of(PS_EVENT_voided, "phone", 1);
    with.as.voided.targets.at = (const ps_span[]){
        {"desk", 1, 1}
    };
    check_fails("a void in its place", &event, PS_RANGE, "with.kind: want none of");
    with = event_of(PS_EVENT_imported, "phone", 1);
    check_fails("an import in its place", &event, PS_RANGE, "with.kind: want none of");
    with = event_of(PS_EVENT_corrected, "phone", 1);
    check_fails("a correction in its place", &event, PS_RANGE, "with.kind: want none of");
    with = event_of(PS_EVENT_screen_answered, "desk", 7);
    event.as.corrected.device = "desk";
    event.as.corrected.sequence = 7;
    check_fails("itself", &event, PS_RANGE, "sequence: want another event");
}

// ---- order and sameness ----

static void test_order(void)
{
    static const struct {
        const char *row;
        int64_t ms_a, ms_b;
        const char *device_a, *device_b;
        int64_t sequence_a, sequence_b;
        int32_t order;
    } rows[] = {
        {"the earlier first",                      5, 6, "b",    "a",     9, 1,                -1},
        {"then the device",                        5, 5, "a",    "b",     9, 1,                -1},
        {"a device that is longer",                5, 5, "desk", "desk2", 9, 1,                -1},
        {"upper case before lower",                5, 5, "Z",    "a",     9, 1,                -1},
        {"then the sequence",                      5, 5, "a",    "a",     1, 9,                -1},
        {"sequences that do not fit into 32 bits", 5, 5, "a",    "a",     1, INT64_C(1) << 40, -1},
        {"the same key",                           5, 5, "a",    "a",     9, 9,                0 },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_event a = event_of(PS_EVENT_consent_given, rows[i].device_a, rows[i].sequence_a);
        ps_event b = event_of(PS_EVENT_consent_given, rows[i].device_b, rows[i].sequence_b);
        a.at.ms = rows[i].ms_a;
        b.at.ms = rows[i].ms_b;
        const int32_t there = ps_event_order(&a, &b), back = ps_event_order(&b, &a);
        CHECK(rows[i].row, (there > 0) - (there < 0) == rows[i].order);
        CHECK(rows[i].row, (back > 0) - (back < 0) == -rows[i].order);
        CHECK(rows[i].row, ps_event_same(&a, &b) == (rows[i].order == 0));
        CHECK(rows[i].row, ps_event_same(&a, &a) && ps_event_same(&b, &b));
    }
}

/// Changes one field to another value of its type.
static void alter(const ps_field *field, char *at)
{
    int32_t whole;
    int64_t large;
    double number;
    bool truth;
    const char *const text[] = {"other"};
    const ps_load load = {PS_LOAD_BAND, 2};
    switch (field->type) {
    case PS_FIELD_BOOL:
        memcpy(&truth, at, sizeof truth);
        truth = !truth;
        memcpy(at, &truth, sizeof truth);
        break;
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
        memcpy(&whole, at, sizeof whole);
        whole = field->type == PS_FIELD_ENUM ? (whole + 1) % field->names->count : whole + 1;
        memcpy(at, &whole, sizeof whole);
        break;
    case PS_FIELD_LONG:
        memcpy(&large, at, sizeof large);
        large ^= INT64_C(1) << 40; // above what 32 bits hold
        memcpy(at, &large, sizeof large);
        break;
    case PS_FIELD_NUMBER:
        memcpy(&number, at, sizeof number);
        number += 0.5;
        memcpy(at, &number, sizeof number);
        break;
    case PS_FIELD_TEXT:
        memcpy(at, text, sizeof text);
        break;
    case PS_FIELD_NOTATION:
        if (field->notation == &ps_load_notation) memcpy(at, &load, sizeof load);
        break;
    case PS_FIELD_LIST:
        ((ps_list *)(void *)at)->count--;
        break;
    default:
        CHECK(field->name, false); // a field type that events do not use yet
    }
}

static void check_differ(const char *row, const ps_event *a, const ps_event *b)
{
    CHECK(row, !ps_event_same(a, b) && !ps_event_same(b, a));
    const int32_t there = ps__event_compare(a, b), back = ps__event_compare(b, a);
    CHECK(row, (there < 0 && back > 0) || (there > 0 && back < 0));
    CHECK(row, ps__event_digest(a, 0) != ps__event_digest(b, 0));
}

static void test_every_field_counts(void)
{
    for (int32_t kind = 0; kind < EVENT_KINDS; kind++) {
        const ps_event event = event_of((ps_event_kind)kind, "desk", 7);
        const ps_event again = event_of((ps_event_kind)kind, "desk", 7);
        CHECK(ps_event_kind_names.names[kind], ps_event_same(&event, &again));
        CHECK("digest", ps__event_digest(&event, 0) == ps__event_digest(&again, 0));
        RECORD("%d %016" PRIx64 "\n", kind, ps__event_digest(&event, 0));

        const ps_struct *body = ps_event_body((ps_event_kind)kind);
        for (int32_t i = 0; i < body->count; i++) {
            ps_event other = event;
            alter(&body->fields[i], (char *)&other.as + body->fields[i].offset);
            check_differ(body->fields[i].name, &event, &other);
            if (body->fields[i].type != PS_FIELD_TEXT || body->fields[i].required) continue;
            const char *absent = NULL;
            memcpy((char *)&other.as + body->fields[i].offset, &absent, sizeof(void *));
            check_differ(body->fields[i].name, &event, &other);
        }
    }
    const ps_event event = event_of(PS_EVENT_morning_reported, "desk", 7);
    static const setting heads[] = {
        {"person",     0,            "bob"  },
        {"device",     0,            "phone"},
        {"sequence",   8,            NULL   },
        {"ms",         EVENT_MS + 1, NULL   },
        {"offset_min", 120,          NULL   }
    };
    for (int32_t i = 0; i < PS_COUNT(heads); i++) {
        ps_event other = event;
        put(&other, &heads[i]);
        check_differ(heads[i].field, &event, &other);
    }
}

static void test_values_inside_values(void)
{
    ps_event a = event_of(PS_EVENT_session_started, "desk", 7), b = a;
    ps_prescription items[2] = {sample_items[0], sample_items[1]};
    b.as.session_started.items.at = items;
    CHECK("a copy of the list", ps_event_same(&a, &b));
    items[1].dose.sets.high++;
    check_differ("a dose", &a, &b);
    items[1] = a.as.session_started.items.at[1];
    items[1].dose_right = (ps_dose){0};
    check_differ("a dose of the right side", &a, &b);
    items[1] = a.as.session_started.items.at[1];
    items[0].exercise = "psoas-marcg";
    check_differ("an exercise", &a, &b);

    a = event_of(PS_EVENT_corrected, "desk", 7);
    b = a;
    ps_event with = *a.as.corrected.with;
    b.as.corrected.with = &with;
    CHECK("a copy of what it puts there", ps_event_same(&a, &b));
    with.as.morning_reported.pain++;
    check_differ("what it puts there", &a, &b);

    a = event_of(PS_EVENT_test_measured, "desk", 7);
    b = a;
    a.as.test_measured.value = 0.0;
    b.as.test_measured.value = -0.0;
    CHECK("both zeros are one", ps_event_same(&a, &b));
    CHECK("both zeros are one", ps__event_digest(&a, 0) == ps__event_digest(&b, 0));
}

TEST_MAIN(TEST_CASE(test_names), TEST_CASE(test_tables), TEST_CASE(test_samples),
          TEST_CASE(test_checks), TEST_CASE(test_prescriptions), TEST_CASE(test_loads_and_spans),
          TEST_CASE(test_corrections), TEST_CASE(test_order), TEST_CASE(test_every_field_counts),
          TEST_CASE(test_values_inside_values))
