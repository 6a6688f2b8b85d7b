// Events as lines. Facts: each kind is written as its row says; each wrong line fails with its code
// and path. Laws: what is written reads back the same, equal events have equal bytes, and reading
// takes no more memory than event_body_size says.
#include "shell/codec/event_json.h"

#include "shell/codec/json.h"
#include "some_events.h"

#include <jansson.h>
#include <stdlib.h>

static char memory[1 << 20];

#define MS INT64_C(1795299128123) ///< 2026-11-21T23:12:08.123+01:00

static ps_str str_of(const buffer *text) { return (ps_str){text->text, (int32_t)text->len}; }

/// ' stands for " in the lines of this file.
static void set_quoted(buffer *to, const char *text)
{
    buffer_clear(to);
    buffer_text(to, text);
    for (size_t i = 0; i < to->len; i++) {
        if (to->text[i] == '\'') to->text[i] = '"';
    }
}

/// Reads a line into an event in `memory`.
static ps_code read_line(const buffer *line, ps_event *event, ps_error *err)
{
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    *err = (ps_error){0};
    return event_json_read(str_of(line), &arena, event, err);
}

// ---- facts ----

#define HEAD "{'person':'ann','device':'phone','sequence':7,'at':'2026-11-21T23:12:08.123+01:00',"

// clang-format off
/// A canonical line of each kind.
static const struct {
    ps_event_kind kind;
    const char *line;
} lines[] = {
    {PS_EVENT_consent_given, HEAD "'kind':'consent_given','body':{'version':'2026-11'}}"},
    {PS_EVENT_screen_started, HEAD "'kind':'screen_started','body':{'why':'something_new'}}"},
    {PS_EVENT_screen_answered,
     HEAD "'kind':'screen_answered','body':{'item':'night_pain','answer':'no'}}"},
    {PS_EVENT_intake_given,
     HEAD "'kind':'intake_given','body':{'field':'birth_year','value':'1984'}}"},
    {PS_EVENT_flag_cleared,
     HEAD "'kind':'flag_cleared','body':{'flag':'labral_tear','kind':'release','day':'2026-11-14',"
          "'who':'physiotherapist','words':'all but running','codes':['no_impact','C-2']}}"},
    {PS_EVENT_diagnosis_given,
     HEAD "'kind':'diagnosis_given','body':{'what':'a labral tear'}}"},
    {PS_EVENT_test_measured,
     HEAD "'kind':'test_measured','body':{'test':'T_LEN','side':'left','value':12.5,"
          "'valid':true}}"},
    {PS_EVENT_programme_chosen,
     HEAD "'kind':'programme_chosen','body':{'programme':'programme-001'}}"},
    {PS_EVENT_exercise_swapped,
     HEAD "'kind':'exercise_swapped','body':{'exercise':'psoas-march','back':true}}"},
    {PS_EVENT_session_started,
     HEAD "'kind':'session_started','body':{'session':'s1','catalogue':'2026.11+1',"
          "'programme':'p-1','items':[{'exercise':'psoas-march','dose':'3x10-12 pain <=3'},"
          "{'exercise':'half-kneel','dose':'2x8 pain <=3','dose_right':'10'}]}}"},
    {PS_EVENT_set_done,
     HEAD "'kind':'set_done','body':{'session':'s1','exercise':'psoas-march','set':1,'side':'left',"
          "'planned_reps':12,'reps':9,'planned_hold_s':0,'hold_s':0,'load':'2.5kg','effort':6,"
          "'form':'lost','form_lost_at':8,'why_not':'the band slipped'}}"},
    {PS_EVENT_stop_felt,
     HEAD "'kind':'stop_felt','body':{'session':'s1','exercise':'psoas-march','side':'right',"
          "'sign':'spreading'}}"},
    {PS_EVENT_session_ended,
     HEAD "'kind':'session_ended','body':{'session':'s1','outcome':'stopped',"
          "'why':'the door bell'}}"},
    {PS_EVENT_pain_reported,
     HEAD "'kind':'pain_reported','body':{'place':'front_hip','side':'right','pain':3,"
          "'context':'now','note':'after the stairs'}}"},
    {PS_EVENT_morning_reported,
     HEAD "'kind':'morning_reported','body':{'side':'left','pain':1}}"},
    {PS_EVENT_day_noted, HEAD "'kind':'day_noted','body':{'what':'ill','note':'a cold'}}"},
    {PS_EVENT_goal_set,
     HEAD "'kind':'goal_set','body':{'goal':'g1','text':'climbing the stairs'}}"},
    {PS_EVENT_goal_rated, HEAD "'kind':'goal_rated','body':{'goal':'g1','rating':4}}"},
    {PS_EVENT_goal_dropped, HEAD "'kind':'goal_dropped','body':{'goal':'g1'}}"},
    {PS_EVENT_checkpoint_answered,
     HEAD "'kind':'checkpoint_answered','body':{'week':12,'change':'same','enough':true}}"},
    {PS_EVENT_corrected,
     HEAD "'kind':'corrected','body':{'device':'phone','sequence':1,'why':'wrong number','with':"
          "{'at':'2026-11-21T23:12:08.123+01:00','kind':'morning_reported',"
          "'body':{'side':'left','pain':4}}}}"},
    {PS_EVENT_voided,
     HEAD "'kind':'voided','body':{'targets':[{'device':'phone','first':1,'last':1}],"
          "'why':'not me'}}"},
    {PS_EVENT_imported,
     HEAD "'kind':'imported','body':{'batch':'batch-1','source':'old diary.csv',"
          "'added':[{'device':'phone','first':1,'last':1}]}}"},
};
// clang-format on

static void test_lines(void)
{
    CHECK("a row for each kind", PS_COUNT(lines) == ps_event_kind_names.count);
    buffer line = {0}, again = {0};
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        ps_event event = {0};
        ps_error err = {0};
        set_quoted(&line, lines[i].line);
        CHECK(line.text, read_line(&line, &event, &err) == PS_OK);
        CHECK_TEXT(line.text, err.text, "");
        CHECK(line.text, (int32_t)event.kind == i && lines[i].kind == event.kind);
        CHECK(line.text, strcmp(event.person, "ann") == 0 && strcmp(event.device, "phone") == 0);
        CHECK(line.text, event.sequence == 7 && event.at.ms == MS && event.at.offset_min == 60);

        buffer_clear(&again);
        event_json_write(&again, &event);
        CHECK_TEXT(ps_event_kind_names.names[i], again.text, line.text);
        buffer_clear(&again);
        event_body_write(&again, &event);
        CHECK("the body alone is the end of the line",
              strncmp(strstr(line.text, "\"body\":") + 7, again.text, again.len) == 0);
    }
    buffer_free(&line);
    buffer_free(&again);
}

/// Each value lands in the member of its name.
static void test_set(void)
{
    buffer line = {0};
    ps_event event = {0};
    ps_error err = {0};
    set_quoted(&line, lines[PS_EVENT_set_done].line);
    CHECK(line.text, read_line(&line, &event, &err) == PS_OK);
    const ps_set_done *set = &event.as.set_done;
    CHECK_TEXT("session", set->session, "s1");
    CHECK_TEXT("exercise", set->exercise, "psoas-march");
    CHECK("set", set->set == 1 && set->side == PS_SIDE_LEFT);
    CHECK("work", set->planned_reps == 12 && set->reps == 9 && set->hold_s == 0);
    CHECK("load", set->load.unit == PS_LOAD_KG && set->load.amount == 250);
    CHECK("scales", set->effort == 6 && set->pain == PS_NOT_GIVEN);
    CHECK("form", set->form == PS_FORM_LOST && set->form_lost_at == 8 && !set->completed);
    CHECK_TEXT("why not", set->why_not, "the band slipped");
    buffer_free(&line);
}

#define MORNING HEAD "'kind':'morning_reported','body':"
#define CORRECTED HEAD "'kind':'corrected','body':{'device':'tablet','sequence':1,'why':'so'"
#define CLEARED HEAD "'kind':'flag_cleared','body':{'flag':'f','kind':"
#define AT "'at':'2026-11-21T23:12:08.123+01:00'"

static void test_read(void)
{
    // clang-format off
    static const struct {
        const char *line;
        ps_code code;
        const char *text;
    } rows[] = {
        {MORNING "{'side':'left','pain':1}}", PS_OK, ""},
        {" { 'body' : {'pain':1, 'side':'left'}, 'kind' : 'morning_reported', 'at' : "
         "'2026-11-21T22:12:08.123Z', 'sequence':7, 'device':'phone', 'person':'ann' }\n",
         PS_OK, ""},
        {"[]", PS_RANGE, "want an object, not a list"},
        {"{}", PS_MISSING, "person: is required and missing"},
        {HEAD "'body':{}}", PS_MISSING, "kind: is required and missing"},
        {HEAD "'kind':'voided'}", PS_MISSING, "body: is required and missing"},
        {HEAD "'kind':'voided','body':[]}", PS_RANGE, "body: want an object, not a list"},
        {HEAD "'kind':7,'body':{}}", PS_RANGE, "kind: want a text, not a whole number"},
        {HEAD "'kind':'napped','body':{}}", PS_NEWER,
         "kind 'napped' is not known to this version of psoas; update it first"},
        {"{'kind':'napped','mood':'good'}", PS_NEWER, "kind 'napped' is not known"},
        {HEAD "'kind':'voided','bdoy':{},'body':{}}", PS_UNKNOWN, "no such key 'bdoy'"},
        {HEAD "'kind':'voided','body':{},'body':{}}", PS_SYNTAX, "duplicate object key"},
        {"{'person':'a b'}", PS_MISSING, "device: is required and missing"},
        {"{'person':'a b','device':'d','sequence':1," AT ",'kind':'voided','body':{}}", PS_RANGE,
         "person: want only A-Z, a-z, 0-9, '.', '_' and '-'"},
        {"{'person':'a','device':'d','sequence':0," AT ",'kind':'voided','body':{}}", PS_RANGE,
         "sequence: want a whole number 1 to 9007199254740991, not 0"},
        {"{'person':'a','device':'d','sequence':1,'at':'2026-02-30T00:00:00Z','kind':'voided',"
         "'body':{}}", PS_RANGE, "(column 9 of '2026-02-30T00:00:00Z')"},
        {MORNING "{'side':'left'}}", PS_MISSING, "body.pain: is required and missing"},
        {MORNING "{'side':'left','pain':11}}", PS_RANGE,
         "body.pain: want a whole number 0 to 10, not 11"},
        {MORNING "{'side':'left','pian':1,'pain':1}}", PS_UNKNOWN,
         "body: no such key 'pian'; did you mean 'pain'?"},
        {MORNING "{'side':'lft','pain':1}}", PS_UNKNOWN,
         "body.side: no such value 'lft'; did you mean 'left'?"},
        {HEAD "'kind':'session_started','body':{'session':'s','catalogue':'1','items':["
         "{'exercise':'a','dose':'10'},{'exercise':'b','dose':'2x10-'}]}}", PS_SYNTAX,
         "body.items[1].dose: "},
        {HEAD "'kind':'session_started','body':{'session':'s','catalogue':'1','items':["
         "{'exercise':'a','dose':'10'},{'exercise':'b','dose':'2x10-'}]}}", PS_SYNTAX,
         "(column 6 of '2x10-')"},
        {HEAD "'kind':'screen_started','body':{'why':'bored'}}", PS_UNKNOWN,
         "body.why: want one of first, due, gap, something_new, not 'bored'"},
        {HEAD "'kind':'intake_given','body':{'field':'weight_kg'}}", PS_OK, ""},
        {HEAD "'kind':'intake_given','body':{'field':'weight_kg','value':72}}", PS_RANGE,
         "body.value: want a text, not a whole number"},
        {HEAD "'kind':'intake_given','body':{'field':'weight kg','value':'72'}}", PS_RANGE,
         "body.field: want only A-Z, a-z, 0-9, '.', '_' and '-'"},
        {CLEARED "'clearance','day':'2026-11-21','who':'GP'}}", PS_OK, ""},
        {CLEARED "'clearance','who':'GP'}}", PS_MISSING, "body.day: is required and missing"},
        {CLEARED "'clearance','day':20000,'who':'GP'}}", PS_RANGE, "body.day: want a text"},
        {CLEARED "'clearance','day':'1970-01-02','who':'GP'}}", PS_OK, ""},
        {CLEARED "'clearance','day':'1970-01-01','who':'GP'}}", PS_RANGE,
         "body.day: want a day from 1970-01-02 on (column 1 of '1970-01-01')"},
        {CLEARED "'clearance','day':'1969-12-31','who':'GP'}}", PS_RANGE,
         "body.day: want a day from 1970-01-02 on (column 1 of '1969-12-31')"},
        {CLEARED "'clearance','day':'2026-11-31','who':'GP'}}", PS_RANGE,
         "(column 9 of '2026-11-31')"},
        {CLEARED "'clearance','day':'2026-11-21T00:00Z','who':'GP'}}", PS_SYNTAX,
         "(column 11 of '2026-11-21T00:00Z')"},
        {CLEARED "'release','day':'2026-11-21','who':'GP','codes':['a','b c']}}", PS_RANGE,
         "body.codes[1]: want only A-Z, a-z, 0-9, '.', '_' and '-'"},
        {CLEARED "'release','day':'2026-11-21','who':'GP','codes':['a','']}}", PS_RANGE,
         "body.codes[1]: want a text of 1 to 64 bytes, not 0"},
        {CLEARED "'release','day':'2026-11-21','who':'GP','codes':['a',7]}}", PS_RANGE,
         "body.codes[1]: want a text, not a whole number"},
        {HEAD "'kind':'programme_chosen','body':{}}", PS_OK, ""},
        {HEAD "'kind':'exercise_swapped','body':{'exercise':'a'}}", PS_OK, ""},
        {HEAD "'kind':'stop_felt','body':{'session':'s','exercise':'a','side':'left',"
         "'sign':'trobbing'}}", PS_UNKNOWN,
         "body.sign: no such value 'trobbing'; did you mean 'throbbing'?"},
        {HEAD "'kind':'goal_rated','body':{'goal':'g','rating':11}}", PS_RANGE,
         "body.rating: want a whole number 0 to 10, not 11"},
        {HEAD "'kind':'checkpoint_answered','body':{'week':521,'change':'same'}}", PS_RANGE,
         "body.week: want a whole number 1 to 520, not 521"},
        // what only ps_event_check knows
        {CLEARED "'clearance','day':'2026-11-22','who':'GP'}}", PS_RANGE,
         "body.day: want a day from 1970-01-02 to that of the event"},
        {CLEARED "'release','day':'2026-11-21','who':'GP'}}", PS_MISSING,
         "body.codes: want at least one when kind is 'release'"},
        {CLEARED "'release','day':'2026-11-21','who':'GP','codes':[]}}", PS_MISSING,
         "body.codes: want at least one when kind is 'release'"},
        {HEAD "'kind':'session_started','body':{'session':'s','catalogue':'1','items':["
         "{'exercise':'a','dose':'?x10'}]}}", PS_MISSING,
         "body.items[0].dose: want the number of sets"},
        {HEAD "'kind':'session_ended','body':{'session':'s','outcome':'stopped'}}", PS_MISSING,
         "body.why: want a reason"},
        {HEAD "'kind':'voided','body':{'targets':[{'device':'phone','first':7,'last':7}],"
         "'why':'x'}}", PS_RANGE, "body.targets[0]: "},
        // corrections
        {CORRECTED "}}", PS_MISSING, "body.with: is required and missing"},
        {CORRECTED ",'with':7}}", PS_RANGE, "body.with: want an object, not a whole number"},
        {CORRECTED ",'with':{}}}", PS_MISSING, "body.with.at: is required and missing"},
        {CORRECTED ",'with':{" AT ",'kind':'voided'}}}", PS_MISSING,
         "body.with.body: is required and missing"},
        {CORRECTED ",'with':{" AT ",'kind':'voided','person':'ann','body':{}}}}", PS_UNKNOWN,
         "body.with: no such key 'person'"},
        {CORRECTED ",'with':{" AT ",'kind':'napped','body':{}}}}", PS_NEWER, "kind 'napped'"},
        {CORRECTED ",'with':{" AT ",'kind':'morning_reported','body':{'side':'left','pain':11}}}}",
         PS_RANGE, "body.with.body.pain: want a whole number 0 to 10, not 11"},
        {CORRECTED ",'with':{" AT ",'kind':'corrected','body':{'device':'d','sequence':1,"
         "'why':'x','with':{}}}}}", PS_RANGE, "body.with.kind: want the kind of the event"},
        {CORRECTED ",'with':{" AT ",'kind':'voided','body':{'targets':[{'device':'d','first':1,"
         "'last':1}],'why':'x'}}}}", PS_RANGE, "body.with.kind: want none of"},
    };
    // clang-format on
    buffer line = {0};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_event event = {.sequence = 77};
        ps_error err = {0};
        set_quoted(&line, rows[i].line);
        const ps_code code = read_line(&line, &event, &err);
        CHECK(rows[i].line, code == rows[i].code && (code == PS_OK || err.code == code));
        CHECK(err.text, strstr(err.text, rows[i].text) != NULL);
        CHECK(rows[i].line, event.sequence == (code == PS_OK ? 7 : 77));
    }
    buffer_free(&line);
}

/// What a correction holds gets its key from the target.
static void test_correction(void)
{
    buffer line = {0};
    ps_event event = {0};
    ps_error err = {0};
    set_quoted(&line, CORRECTED ",'with':{" AT
                                ",'kind':'morning_reported','body':{'side':'left','pain':4}}}}");
    CHECK(err.text, read_line(&line, &event, &err) == PS_OK);
    const ps_event *with = event.as.corrected.with;
    if (!with) return;
    CHECK_TEXT("person", with->person, "ann");
    CHECK_TEXT("device", with->device, "tablet");
    CHECK("sequence", with->sequence == 1 && with->at.ms == MS && with->at.offset_min == 60);
    CHECK("body", with->as.morning_reported.pain == 4);
    buffer_free(&line);
}

// ---- laws ----

enum { ROUNDS = 400 };

/// Reads the body of `event` on its own and compares; the arena has exactly the size promised.
static void check_body(const char *row, const ps_event *event)
{
    buffer body = {0}, again = {0};
    event_body_write(&body, event);
    const size_t size = event_body_size(body.len);
    ps_arena arena = ps_arena_over(memory, size < sizeof memory ? size : sizeof memory);
    ps_event read = {.person = event->person,
                     .device = event->device,
                     .sequence = event->sequence,
                     .at = event->at,
                     .kind = event->kind};
    ps_error err = {0};
    const ps_code code = event_body_read(str_of(&body), &arena, &read, &err);
    CHECK_TEXT(row, err.text, "");
    if (code == PS_OK) {
        CHECK(row, ps_event_same(event, &read));
        event_body_write(&again, &read);
        CHECK_TEXT(row, again.text, body.text);
    }
    buffer_free(&body);
    buffer_free(&again);
}

/// Laws: read(write(e)) is e, its bytes are again those of e, within the memory promised.
static void test_round_trip(void)
{
    static char room[SOME_EVENT_ROOM];
    buffer line = {0}, again = {0};
    for (int32_t kind = 0; kind < ps_event_kind_names.count; kind++) {
        const char *row = ps_event_kind_names.names[kind];
        uint64_t seed = (uint64_t)kind * 1000003;
        for (int32_t i = 0; i < ROUNDS; i++) {
            ps_arena made = ps_arena_over(room, sizeof room);
            ps_error err = {0};
            const ps_event event =
                some_event(&seed, (ps_event_kind)kind, "ann", "phone", i + 1, &made);
            CHECK(row, ps_event_check(&event, &err) == PS_OK);
            CHECK_TEXT(row, err.text, "");

            buffer_clear(&line);
            event_json_write(&line, &event);
            ps_event read;
            ps_arena arena = ps_arena_over(memory, event_body_size(line.len));
            const ps_code code = event_json_read(str_of(&line), &arena, &read, &err);
            CHECK_TEXT(row, err.text, "");
            if (code != PS_OK) return;
            CHECK(row, event_body_size(line.len) <= sizeof memory);
            CHECK(row, ps_event_same(&event, &read));
            CHECK(row, strchr(line.text, '\n') == NULL);

            buffer_clear(&again);
            event_json_write(&again, &read);
            CHECK_TEXT(row, again.text, line.text);
            check_body(row, &event);
        }
    }
    buffer_free(&line);
    buffer_free(&again);
}

/// Law: whatever still reads after some bytes were changed has a canonical line that reads the
/// same.
static void test_broken_lines(void)
{
    static const char bytes[] = "{}[]\",:\\ 0129e.-ux\xff";
    static char room[SOME_EVENT_ROOM];
    uint64_t seed = 5;
    buffer line = {0}, again = {0};
    int32_t good = 0;
    for (int32_t i = 0; i < 20000; i++) {
        const ps_event_kind kind = (ps_event_kind)test_between(&seed, 0, SOME_EVENT_KINDS - 1);
        set_quoted(&line, lines[kind].line);
        for (int32_t k = test_between(&seed, 1, 2); k > 0; k--) {
            const int32_t at = test_between(&seed, 0, (int32_t)line.len - 1);
            line.text[at] = bytes[test_between(&seed, 0, (int32_t)sizeof bytes - 2)];
        }
        ps_event read, reread;
        ps_error err = {0};
        ps_arena arena = ps_arena_over(room, sizeof room);
        const ps_code code = event_json_read(str_of(&line), &arena, &read, &err);
        CHECK(line.text, (code == PS_OK) == (err.text[0] == '\0'));
        if (code != PS_OK) continue;

        good++;
        buffer_clear(&again);
        event_json_write(&again, &read);
        CHECK(again.text, read_line(&again, &reread, &err) == PS_OK);
        CHECK(again.text, ps_event_same(&read, &reread));
    }
    CHECK("some lines survive", good > 1000);
    buffer_free(&line);
    buffer_free(&again);
}

// ---- sizes ----

/// The bound holds for bodies that are refused as well: they must not look like a lack of memory.
static void test_body_size(void)
{
    // clang-format off
    static const struct {
        const char *start, *item, *end;
        ps_event_kind kind;
        ps_code code;
    } rows[] = {
        {"{'session':'s','catalogue':'1','items':[", "{'exercise':0,'dose':0}", "]}",
         PS_EVENT_session_started, PS_RANGE},
        {"{'session':'s','catalogue':'1','items':[", "{'exercise':'x','dose':'10'}", "]}",
         PS_EVENT_session_started, PS_OK},
        {"{'session':0,'catalogue':0,'items':[", "{'exercise':0,'dose':0}", "]}",
         PS_EVENT_session_started, PS_RANGE},
        {"{'session':'s','catalogue':'1','items':[", "{}", "]}", PS_EVENT_session_started,
         PS_MISSING},
        {"{'why':'x','targets':[", "{'device':0,'first':0,'last':0}", "]}", PS_EVENT_voided,
         PS_RANGE},
        {"{'why':'x','targets':[", "{'device':'d','first':1,'last':1}", "]}", PS_EVENT_voided,
         PS_OK},
        {"{'batch':'b','source':'s','added':[", "0", "]}", PS_EVENT_imported, PS_RANGE},
        {"{'flag':'f','kind':'release','day':'2026-11-21','who':'w','codes':[", "0", "]}",
         PS_EVENT_flag_cleared, PS_RANGE},
        {"{'flag':'f','kind':'release','day':'2026-11-21','who':'w','codes':[", "'x'", "]}",
         PS_EVENT_flag_cleared, PS_OK},
        {"{'device':'d','sequence':1,'why':'w','with':{" AT ",'kind':'session_started',"
         "'body':{'session':'s','catalogue':'1','items':[",
         "{'exercise':'x','dose':'10'}", "]}}}", PS_EVENT_corrected, PS_OK},
    };
    // clang-format on
    buffer text = {0}, body = {0};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        for (int32_t count = 1; count <= PS_SESSION_ITEMS_MAX; count++) {
            buffer_clear(&text);
            buffer_text(&text, rows[i].start);
            for (int32_t k = 0; k < count; k++) {
                buffer_format(&text, "%s%s", k > 0 ? "," : "", rows[i].item);
            }
            buffer_text(&text, rows[i].end);
            set_quoted(&body, text.text);

            // memory that begins at an odd address needs the most padding
            ps_arena arena = ps_arena_over(memory + 1, event_body_size(body.len));
            ps_event event = {.person = "ann", .device = "phone", .kind = rows[i].kind};
            ps_error err = {0};
            const ps_code code = event_body_read(str_of(&body), &arena, &event, &err);
            CHECK(body.text, code == rows[i].code);
        }
    }
    buffer_free(&text);
    buffer_free(&body);
}

static void test_longest(void)
{
    static ps_span spans[PS_SPANS_MAX];
    char id[PS_ID_MAX + 1], why[PS_NOTE_MAX + 1];
    memset(id, 'x', PS_ID_MAX);
    memset(why, '"', PS_NOTE_MAX);
    id[PS_ID_MAX] = why[PS_NOTE_MAX] = '\0';
    for (int32_t i = 0; i < PS_SPANS_MAX; i++) {
        spans[i] = (ps_span){id, PS_SEQUENCE_MAX, PS_SEQUENCE_MAX};
    }
    const ps_event event = {
        .person = "ann",
        .device = "phone",
        .sequence = 7,
        .kind = PS_EVENT_voided,
        .as.voided.targets = {spans, PS_SPANS_MAX},
        .as.voided.why = why
    };
    ps_event read;

    buffer line = {0};
    ps_arena arena = {0};
    ps_error err = {0};
    event_json_write(&line, &event);
    CHECK("fits", line.len < EVENT_JSON_MAX && line.len > EVENT_JSON_MAX / 3);
    CHECK(err.text, room_open(event_body_size(line.len), &arena, &err) == PS_OK);
    CHECK(err.text, event_json_read(str_of(&line), &arena, &read, &err) == PS_OK);
    CHECK("same", ps_event_same(&event, &read));

    while (line.len <= EVENT_JSON_MAX) buffer_add(&line, "          ", 10);
    CHECK("too long", event_json_read(str_of(&line), &arena, &read, &err) == PS_RANGE);
    CHECK_TEXT("too long", err.text, "an event has at most 1048576 bytes");
    room_close(&arena);
    buffer_free(&line);
}

// ---- schemas ----

/// Every "$ref" names a definition.
static void check_references(const char *row, json_t *json, const json_t *definitions)
{
    const char *key = NULL;
    json_t *member = NULL;
    size_t index = 0;
    json_object_foreach(json, key, member)
    {
        if (strcmp(key, "$ref") == 0) {
            const char *name = strrchr(json_string_value(member), '/') + 1;
            CHECK(row, json_object_get(definitions, name) != NULL);
        }
        check_references(row, member, definitions);
    }
    json_array_foreach(json, index, member) check_references(row, member, definitions);
}

static void test_schemas(void)
{
    buffer text = {0};
    for (int32_t kind = 0; kind < ps_event_kind_names.count; kind++) {
        const char *row = ps_event_kind_names.names[kind];
        const ps_struct *of = ps_event_body((ps_event_kind)kind);
        buffer_clear(&text);
        json_schema(&text, of, row);
        json_t *schema = json_loadb(text.text, text.len, JSON_REJECT_DUPLICATES, NULL);
        CHECK(row, schema != NULL);

        const json_t *definitions = json_object_get(schema, "$defs");
        const json_t *body = json_object_get(definitions, of->c_name);
        const json_t *properties = json_object_get(body, "properties");
        CHECK(row, json_object_size(properties) == (size_t)of->count);
        for (int32_t i = 0; i < of->count; i++) {
            const json_t *property = json_object_get(properties, of->fields[i].name);
            CHECK(of->fields[i].name, json_object_get(property, "description") != NULL);
        }
        check_references(row, schema, definitions);
        json_decref(schema);
    }
    buffer_free(&text);
}

TEST_MAIN(TEST_CASE(test_lines), TEST_CASE(test_set), TEST_CASE(test_read),
          TEST_CASE(test_correction), TEST_CASE(test_round_trip), TEST_CASE(test_broken_lines),
          TEST_CASE(test_body_size), TEST_CASE(test_longest), TEST_CASE(test_schemas))
