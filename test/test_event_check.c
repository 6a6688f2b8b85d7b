// Events: a row is a body that agrees or does not agree with itself.
#include "events.h"
#include "history/event.h"
#include "test.h"

// ---- rows ----

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

#define TEN "0123456789"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define LONGEST_NOTE HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED

#define WANT_DAY "day: want a day from 1970-01-02 to that of the event"
#define FOUR_O_CLOCK ((INT64_C(86400) * (EVENT_DAY + 1) + 3 * 3600) * 1000) ///< at +01:00

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
    FAILS("an unknown reason to ask again", screen_started, PS_RANGE,
          "why: want one of 4 values from 'first' to 'something_new'", NUMBER("why", 4)),
    FAILS("no intake field", intake_given, PS_MISSING, "field: want a text", TEXT("field", NULL)),
    FAILS("an intake field that is no id", intake_given, PS_RANGE,
          "field: want only letters A-Z, digits, '.', '_' and '-', not ' '",
          TEXT("field", "birth year")),
    PASSES("what was told is taken back", intake_given, TEXT("value", NULL)),
    FAILS("an empty value", intake_given, PS_RANGE, "value: want 1 to 500 bytes",
          TEXT("value", "")),
    PASSES("the longest value", intake_given, TEXT("value", LONGEST_NOTE)),
    FAILS("a value too long", intake_given, PS_RANGE, "value: want 1 to 500 bytes",
          TEXT("value", LONGEST_NOTE "x")),
    FAILS("a new line in a value", intake_given, PS_RANGE,
          "value: want UTF-8 without control characters, not byte 0x0a at 2",
          TEXT("value", "a\nb")),
    FAILS("a clearance of no flag", flag_cleared, PS_MISSING, "flag: want a text",
          TEXT("flag", NULL)),
    FAILS("a clearance of what is no id", flag_cleared, PS_RANGE,
          "flag: want only letters A-Z, digits, '.', '_' and '-', not '/'", TEXT("flag", "a/b")),
    FAILS("an unknown clearance", flag_cleared, PS_RANGE,
          "kind: want one of 3 values from 'clearance' to 'release'", NUMBER("kind", 3)),
    FAILS("a clearance on no day", flag_cleared, PS_MISSING, "day: want a value", NUMBER("day", 0)),
    FAILS("a clearance by nobody", flag_cleared, PS_MISSING, "who: want a text", TEXT("who", NULL)),
    PASSES("the longest profession", flag_cleared, TEXT("who", LONGEST_NOTE)),
    FAILS("a profession too long", flag_cleared, PS_RANGE, "who: want 1 to 500 bytes",
          TEXT("who", LONGEST_NOTE "x")),
    PASSES("a release without words", flag_cleared, TEXT("words", NULL)),
    FAILS("empty words", flag_cleared, PS_RANGE, "words: want 1 to 500 bytes", TEXT("words", "")),
    FAILS("words too long", flag_cleared, PS_RANGE, "words: want 1 to 500 bytes",
          TEXT("words", LONGEST_NOTE "x")),
    FAILS("no diagnosis", diagnosis_given, PS_MISSING, "what: want a text", TEXT("what", NULL)),
    PASSES("the longest diagnosis", diagnosis_given, TEXT("what", LONGEST_NOTE)),
    FAILS("a diagnosis too long", diagnosis_given, PS_RANGE, "what: want 1 to 500 bytes",
          TEXT("what", LONGEST_NOTE "x")),
    PASSES("back to the planner", programme_chosen, TEXT("programme", NULL)),
    FAILS("a programme that is no id", programme_chosen, PS_RANGE,
          "programme: want only letters A-Z, digits, '.', '_' and '-', not '!'",
          TEXT("programme", "p!")),
    PASSES("an exercise that is not wanted", exercise_swapped, NUMBER("back", 0)),
    FAILS("a swap of nothing", exercise_swapped, PS_MISSING, "exercise: want a text",
          TEXT("exercise", NULL)),
    FAILS("a stop in no session", stop_felt, PS_MISSING, "session: want a text",
          TEXT("session", NULL)),
    FAILS("a stop of no exercise", stop_felt, PS_MISSING, "exercise: want a text",
          TEXT("exercise", NULL)),
    FAILS("a stop on a third side", stop_felt, PS_RANGE,
          "side: want one of 3 values from 'both' to 'right'", NUMBER("side", 3)),
    PASSES("the last sign", stop_felt, NUMBER("sign", PS_FELT_THROBBING)),
    FAILS("an unknown sign", stop_felt, PS_RANGE,
          "sign: want one of 5 values from 'sharp' to 'throbbing'", NUMBER("sign", 5)),
    FAILS("an unknown note on a day", day_noted, PS_RANGE,
          "what: want one of 2 values from 'slept_badly' to 'ill'", NUMBER("what", 2)),
    PASSES("a day without words", day_noted, TEXT("note", NULL)),
    FAILS("a day with too many words", day_noted, PS_RANGE, "note: want 1 to 500 bytes",
          TEXT("note", LONGEST_NOTE "x")),
    FAILS("a goal without an id", goal_set, PS_MISSING, "goal: want a text", TEXT("goal", NULL)),
    FAILS("a goal without words", goal_set, PS_MISSING, "text: want a text", TEXT("text", NULL)),
    PASSES("the longest goal", goal_set, TEXT("text", LONGEST_NOTE)),
    FAILS("a goal too long", goal_set, PS_RANGE, "text: want 1 to 500 bytes",
          TEXT("text", LONGEST_NOTE "x")),
    FAILS("a rating of no goal", goal_rated, PS_MISSING, "goal: want a text", TEXT("goal", NULL)),
    PASSES("cannot do it", goal_rated, NUMBER("rating", 0)),
    PASSES("as well as before", goal_rated, NUMBER("rating", 10)),
    FAILS("better than before", goal_rated, PS_RANGE, "rating: want 0 to 10, not 11",
          NUMBER("rating", 11)),
    FAILS("a rating must be given", goal_rated, PS_RANGE, "rating: want 0 to 10, not -1",
          NUMBER("rating", PS_NOT_GIVEN)),
    FAILS("no goal is dropped", goal_dropped, PS_MISSING, "goal: want a text", TEXT("goal", NULL)),
    FAILS("a dropped goal that is no id", goal_dropped, PS_RANGE,
          "goal: want only letters A-Z, digits, '.', '_' and '-', not ' '", TEXT("goal", "a b")),
    PASSES("the first week", checkpoint_answered, NUMBER("week", 1)),
    PASSES("the last week", checkpoint_answered, NUMBER("week", PS_WEEK_MAX)),
    FAILS("week 0", checkpoint_answered, PS_RANGE, "week: want 1 to 520, not 0", NUMBER("week", 0)),
    FAILS("a week too late", checkpoint_answered, PS_RANGE, "week: want 1 to 520, not 521",
          NUMBER("week", PS_WEEK_MAX + 1)),
    FAILS("an unknown change", checkpoint_answered, PS_RANGE,
          "change: want one of 3 values from 'better' to 'worse'", NUMBER("change", 3)),
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
    PASSES("cleared on the day of the event", flag_cleared, NUMBER("day", EVENT_DAY)),
    FAILS("cleared on the day after", flag_cleared, PS_RANGE, WANT_DAY,
          NUMBER("day", EVENT_DAY + 1)),
    FAILS("before 04:00 it is still the day before", flag_cleared, PS_RANGE, WANT_DAY,
          NUMBER("day", EVENT_DAY + 1), NUMBER("ms", FOUR_O_CLOCK - 1)),
    PASSES("at 04:00 it is the next day", flag_cleared, NUMBER("day", EVENT_DAY + 1),
           NUMBER("ms", FOUR_O_CLOCK)),
    PASSES("the offset of the event decides on its day", flag_cleared, NUMBER("day", EVENT_DAY + 1),
           NUMBER("offset_min", 6 * 60)),
    PASSES("cleared on the first day", flag_cleared, NUMBER("day", 1)),
    FAILS("cleared before the first day", flag_cleared, PS_RANGE, WANT_DAY, NUMBER("day", -1)),
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

// ---- lists and events inside events ----

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

static void test_clearances(void)
{
    const char *codes[PS_RELEASED_MAX + 1];
    for (int32_t i = 0; i < PS_COUNT(codes); i++) codes[i] = LONGEST_ID;
    ps_event event = event_of(PS_EVENT_flag_cleared, "desk", 7);
    ps_flag_cleared *body = &event.as.flag_cleared;

    body->codes = (ps_released){codes, PS_RELEASED_MAX};
    check_fails("as many codes as can be", &event, PS_OK, "");
    body->codes.count++;
    check_fails("one code more", &event, PS_RANGE, "codes: want 0 to 64 items");
    body->codes = (ps_released){NULL, 2};
    check_fails("a count and no codes", &event, PS_RANGE, "codes: want 0 to 64 items");
    body->codes = (ps_released){codes, 1};
    check_fails("a release of one code", &event, PS_OK, "");
    body->codes = (ps_released){NULL, 0};
    check_fails("a release of no code", &event, PS_MISSING,
                "codes: want at least one when kind is 'release'");
    body->kind = PS_CLEARED;
    check_fails("a clearance of no code", &event, PS_OK, "");
    body->kind = PS_MEDICALLY_REVIEWED;
    check_fails("a review of no code", &event, PS_OK, "");

    body->codes = (ps_released){codes, 3};
    check_fails("a review with codes", &event, PS_OK, "");
    codes[2] = LONGEST_ID "4";
    check_fails("a code too long", &event, PS_RANGE, "codes[2]: want 1 to 64 bytes");
    codes[2] = "";
    check_fails("an empty code", &event, PS_RANGE, "codes[2]: want 1 to 64 bytes");
    codes[2] = "no impact";
    check_fails("a code that is no id", &event, PS_RANGE,
                "codes[2]: want only letters A-Z, digits, '.', '_' and '-', not ' '");
    codes[2] = NULL;
    check_fails("no code in a list of codes", &event, PS_MISSING, "codes[2]: want a text");
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
    with = event_of(PS_EVENT_flag_cleared, "phone", 1);
    check_fails("another clearance", &event, PS_OK, "");
    with.at.ms -= INT64_C(8) * 24 * 3600 * 1000;
    check_fails("its own day counts", &event, PS_RANGE, "with.day: want a day from");
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

TEST_MAIN(TEST_CASE(test_samples), TEST_CASE(test_checks), TEST_CASE(test_prescriptions),
          TEST_CASE(test_loads_and_spans), TEST_CASE(test_clearances), TEST_CASE(test_corrections))
