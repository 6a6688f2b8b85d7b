// Files of exports. Facts: where in a line a message points to, what loads and texts look like in a
// table. Laws: whatever is written as an export is read back, each event once and the same, in any
// order and with repetitions; a file that is cut anywhere is refused or lacks nothing.
#include "shell/cli/export_csv.h"
#include "shell/cli/export_header.h"
#include "shell/cli/import_parse.h"
#include "shell/codec/event_json.h"

#include "some_events.h"

#include <stdlib.h>

enum { EVENTS = 60, ROOM = 64 << 20 };

static ps_str str_of(const buffer *text)
{
    return (ps_str){text->text ? text->text : "", (int32_t)text->len};
}

// ---- where a message points to ----

// clang-format off
static const struct {
    const char *row, *line, *message, *found;
} places[] = {
    {"no path", "{'a':1}", "an event has at most 9 bytes", "{'a':1}"},
    {"no path, a colon", "{'a':1}", "no such key 'x': want a", "{'a':1}"},
    {"a member", "{'a':1,'b':2}", "b: want 3", "2}"},
    {"behind blanks", " { 'a' : 1 , 'b' : 2 }", "b: want 3", "2 }"},
    {"inside", "{'a':{'c':1},'b':{'c':[7,8]}}", "b.c: want one", "[7,8]}}"},
    {"an item", "{'b':{'c':[7,8]}}", "b.c[1]: want 9", "8]}}"},
    {"inside an item", "{'c':[{'d':1},{'d':2}]}", "c[1].d: want 3", "2}]}"},
    {"an item of the root", "[7,[8,9]]", "[1][0]: want 3", "8,9]]"},
    {"missing", "{'a':{'b':1}}", "a.c: is required and missing", "{'b':1}}"},
    {"missing item", "{'a':[1]}", "a[3]: want", "[1]}"},
    {"a bracket in a text", "{'a':'}],{','b':2}", "b: want 3", "2}"},
    {"a quote in a text", "{'a':'\\\\\\'b\\':','b':2}", "b: want 3", "2}"},
    {"a text like JSON", "{'a':'\\',\\'b\\':9','b':2}", "b: want 3", "2}"},
    {"a list that is none", "{'a':1}", "a[0]: want", "1}"},
    {"an unknown key", "{'a':1,'x':2}", "no such key 'x'; did you mean 'a'?", "'x':2}"},
    {"an unknown key inside", "{'x':1,'b':{'x':2}}", "b: no such key 'x'", "'x':2}}"},
    {"a key that is not there", "{'a':1}", "no such key '?'", "{'a':1}"},
    {"nothing", "", "a: want", ""},
    {"a number too large", "{'a':[1]}", "a[99999999999]: want", "[1]}"},
};
// clang-format on

/// ' stands for " in the lines above.
static void set_quoted(char *to, size_t cap, const char *text)
{
    snprintf(to, cap, "%s", text);
    for (; *to; to++) {
        if (*to == '\'') *to = '"';
    }
}

static void messages_point_to_values(void)
{
    for (int32_t i = 0; i < PS_COUNT(places); i++) {
        char line[128], found[128];
        set_quoted(line, sizeof line, places[i].line);
        set_quoted(found, sizeof found, places[i].found);
        const int32_t column = import_column(ps_str_of(line), places[i].message);
        CHECK(places[i].row, column >= 1 && column <= (int32_t)strlen(line) + 1);
        CHECK_TEXT(places[i].row, line + column - 1, found);
    }
}

// ---- writing and reading back ----

static void ignore(void *context, const ps_error *err)
{
    (void)err;
    ++*(int32_t *)context;
}

static void complain(void *context, const ps_error *err)
{
    ++*(int32_t *)context;
    printf("# %d:%d: %s\n", err->at.line, err->at.column, err->text);
}

static void put_header(buffer *to, const char *person, int32_t events)
{
    const export_header header = {
        .psoas = "export",
        .version = EXPORT_VERSION,
        .made = "2026-11-21T23:12:08.123+01:00",
        .program = "0.1.0",
        .catalogue = "0123456789abcdef",
        .notice = "Not a medical device.",
        .person = {person, person, "2026-11-21T23:12:08.123+01:00"},
        .events = events,
    };
    export_header_write(to, &header);
    buffer_text(to, "\n");
}

/// Events of one person, each with a key of its own.
typedef struct {
    const char *person;
    ps_event events[EVENTS];
} history;

static void make(history *to, const char *person, uint64_t *seed, ps_arena *arena)
{
    static const char *const devices[] = {"phone", "laptop"};
    to->person = person;
    for (int32_t i = 0; i < EVENTS; i++) {
        ps_event *event = &to->events[i];
        do {
            const ps_event_kind kind = (ps_event_kind)(i % SOME_EVENT_KINDS);
            *event = some_event(seed, kind, person, devices[i % 2], i / 2 + 1, arena);
        } while (ps_event_check(event, NULL) != PS_OK); // a void of itself, once in a while
    }
}

/// Some lines twice, and all in another order.
static void put_shuffled(buffer *to, const history *of, uint64_t *seed)
{
    int32_t order[2 * EVENTS];
    for (int32_t i = 0; i < 2 * EVENTS; i++) order[i] = i % EVENTS;
    for (int32_t i = 2 * EVENTS - 1; i > 0; i--) {
        const int32_t other = test_between(seed, 0, i), kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
    put_header(to, of->person, 2 * EVENTS);
    for (int32_t i = 0; i < 2 * EVENTS; i++) {
        event_json_write(to, &of->events[order[i]]);
        buffer_text(to, test_between(seed, 0, 9) == 0 ? " \r\n\n" : "\n");
    }
}

/// How many of the events read are equal to `event`.
static int32_t times(const import_file *in, const ps_event *event)
{
    int32_t found = 0;
    for (int32_t i = 0; i < in->count; i++) found += ps_event_same(&in->events[i].event, event);
    return found;
}

static void each_event_once(void)
{
    static history anna, ben;
    uint64_t seed = 20261121;
    void *memory = malloc(ROOM);
    if (!memory) abort();
    for (int32_t round = 0; round < 10; round++) {
        ps_arena arena = ps_arena_over(memory, ROOM);
        make(&anna, "anna", &seed, &arena);
        make(&ben, "ben", &seed, &arena);
        buffer text = {0};
        if (round % 2 == 1) buffer_text(&text, "\xef\xbb\xbf");
        put_shuffled(&text, &anna, &seed);
        put_shuffled(&text, &ben, &seed);
        put_shuffled(&text, &anna, &seed);

        int32_t problems = 0;
        import_file read;
        CHECK("read", import_parse(str_of(&text), complain, &problems, &read) == PS_OK);
        CHECK("no problem", problems == 0 && read.problems == 0);
        CHECK("people", read.people_count == 2 && read.count == 2 * EVENTS);
        CHECK("ranges", read.people[0].count == EVENTS && read.people[1].first == EVENTS);
        for (int32_t i = 0; i < EVENTS; i++) {
            CHECK("anna", times(&read, &anna.events[i]) == 1);
            CHECK("ben", times(&read, &ben.events[i]) == 1);
        }
        import_forget(&read);
        buffer_free(&text);
    }
    free(memory);
}

static void cut_anywhere(void)
{
    static history anna;
    uint64_t seed = 4;
    void *memory = malloc(ROOM);
    if (!memory) abort();
    ps_arena arena = ps_arena_over(memory, ROOM);
    make(&anna, "anna", &seed, &arena);
    buffer text = {0};
    put_header(&text, "anna", 6);
    for (int32_t i = 0; i < 6; i++) {
        event_json_write(&text, &anna.events[i]);
        buffer_text(&text, "\n");
    }
    for (int32_t len = 0; len < (int32_t)text.len - 1; len++) {
        int32_t problems = 0;
        import_file read;
        const ps_code code = import_parse((ps_str){text.text, len}, ignore, &problems, &read);
        CHECK("a cut file is refused", code != PS_OK && problems > 0);
        import_forget(&read);
    }
    int32_t problems = 0;
    import_file read;
    const ps_str all_but_newline = {text.text, (int32_t)text.len - 1};
    CHECK("but for its end", import_parse(all_but_newline, complain, &problems, &read) == PS_OK);
    import_forget(&read);
    buffer_free(&text);
    free(memory);
}

// ---- tables ----

// clang-format off
static const struct {
    const char *row;
    ps_load load;
    const char *why;
    const char *cells; ///< load, unit … why
} tables[] = {
    {"no load", {PS_NO_LOAD, 0}, "x", ",,,,ok,no,x"},
    {"half a kilogram", {PS_LOAD_KG, 50}, "x", "0.5,kg,,,ok,no,x"},
    {"a whole one", {PS_LOAD_KG, 100}, "x", "1,kg,,,ok,no,x"},
    {"two decimals", {PS_LOAD_LB, 1205}, "x", "12.05,lb,,,ok,no,x"},
    {"a quarter", {PS_LOAD_KG, 25}, "x", "0.25,kg,,,ok,no,x"},
    {"a band", {PS_LOAD_BAND, 3}, "x", "3,band,,,ok,no,x"},
    {"a comma", {PS_NO_LOAD, 0}, "a,b", ",,,,ok,no,\"a,b\""},
    {"a quote", {PS_NO_LOAD, 0}, "\"a\"", ",,,,ok,no,\"\"\"a\"\"\""},
    {"=", {PS_NO_LOAD, 0}, "=1+1", ",,,,ok,no,'=1+1"},
    {"+", {PS_NO_LOAD, 0}, "+1", ",,,,ok,no,'+1"},
    {"-", {PS_NO_LOAD, 0}, "-1", ",,,,ok,no,'-1"},
    {"@", {PS_NO_LOAD, 0}, "@SUM(A1,A2)", ",,,,ok,no,\"'@SUM(A1,A2)\""},
    {"= inside", {PS_NO_LOAD, 0}, "a=1", ",,,,ok,no,a=1"},
};
// clang-format on

static ps_event set_with(ps_side side, ps_load load, const char *why)
{
    ps_event event = {
        .person = "anna",
        .device = "phone",
        .sequence = 1,
        .at = {INT64_C(1795299128123), 60},
        .kind = PS_EVENT_set_done
    };
    event.as.set_done = (ps_set_done){
        .session = "s1",
        .exercise = "psoas-march",
        .set = 2,
        .side = side,
        .planned_reps = 10,
        .reps = 8,
        .load = load,
        .effort = PS_NOT_GIVEN,
        .pain = PS_NOT_GIVEN,
        .form = PS_FORM_OK,
        .why_not = why,
    };
    return event;
}

static void cells_are_safe(void)
{
    for (int32_t i = 0; i < PS_COUNT(tables); i++) {
        const ps_event event = set_with(PS_SIDE_LEFT, tables[i].load, tables[i].why);
        buffer got = {0}, want = {0};
        export_csv_rows(&got, "-anna", &event);
        buffer_format(&want, "'-anna,2026-11-21,23:12:08,s1,psoas-march,2,left,no,10,8,0,0,%s\r\n",
                      tables[i].cells);
        CHECK(tables[i].row, ps_event_check(&event, NULL) == PS_OK);
        CHECK_TEXT(tables[i].row, got.text, want.text);
        buffer_free(&got);
        buffer_free(&want);
    }
}

static int32_t rows_in(const ps_event *event)
{
    buffer text = {0};
    int32_t rows = 0;
    buffer_text(&text, "");
    export_csv_rows(&text, "anna", event);
    for (size_t i = 0; i < text.len; i++) rows += text.text[i] == '\n';
    buffer_free(&text);
    return rows;
}

static void a_row_a_side(void)
{
    const ps_load none = {PS_NO_LOAD, 0};
    ps_event event = set_with(PS_SIDE_BOTH, none, "x");
    CHECK("both", rows_in(&event) == 2);
    event = set_with(PS_SIDE_LEFT, none, "x");
    CHECK("left", rows_in(&event) == 1);
    event = set_with(PS_SIDE_RIGHT, none, "x");
    CHECK("right", rows_in(&event) == 1);
    event.kind = PS_EVENT_consent_given;
    event.as.consent_given = (ps_consent_given){"1"};
    CHECK("no set", rows_in(&event) == 0);
}

TEST_MAIN(TEST_CASE(messages_point_to_values), TEST_CASE(each_event_once), TEST_CASE(cut_anywhere),
          TEST_CASE(cells_are_safe), TEST_CASE(a_row_a_side))
