#include "shell/cli/import_parse.h"

#include "shell/cli/export_header.h"
#include "shell/codec/event_json.h"

#include <stdlib.h>
#include <string.h>

/// One walk over the lines of a file.
typedef struct {
    import_file *to;
    import_complain *complain;
    void *context;
    int32_t line;
    int32_t person;        ///< whose events follow; PS_NONE before the first header
    int32_t header_line;   ///< of the last header
    int32_t header_events; ///< that it has announced, or EXPORT_UNCOUNTED
    int32_t events;        ///< that have followed it
    ps_str header;         ///< its text
    ps_code code;          ///< of the first problem
    bool over;             ///< what follows cannot be judged
} walk;

// ---- problems ----

static void say(walk *of, const ps_error *err)
{
    if (of->code == PS_OK) of->code = err->code;
    of->to->problems++;
    if (of->to->problems >= IMPORT_PROBLEMS_MAX) of->over = true;
    // nothing behind what a later version wrote can be judged
    if (err->code == PS_NEWER || err->code == PS_NOMEM) of->over = true;
    of->complain(of->context, err);
}

/// A problem of a line that was read as JSON, or not.
static void say_in(walk *of, ps_str line, const ps_error *inner)
{
    ps_error err = *inner;
    err.at.column = inner->at.line > 0 ? inner->at.column : import_column(line, inner->text);
    err.at.line = of->line;
    say(of, &err);
}

// ---- headers ----

/// The person with this id, or PS_NONE.
static int32_t person_with(const import_file *in, const char *id)
{
    for (int32_t i = 0; i < in->people_count; i++) {
        if (strcmp(in->people[i].id, id) == 0) return i;
    }
    return PS_NONE;
}

/// Lines that are missing at the end of a file are missed by nothing else.
static void check_events(walk *of)
{
    if (of->person == PS_NONE || of->header_events == EXPORT_UNCOUNTED) return;
    if (of->events == of->header_events) return;
    ps_error err = {0};
    (void)ps_fail(&err, PS_RANGE, (ps_place){0},
                  "events: want %d events behind this line, found %d; is the file complete? "
                  "(without \"events\" here they are not counted)",
                  of->header_events, of->events);
    err.at = (ps_place){of->header_line, import_column(of->header, err.text)};
    say(of, &err);
}

static void read_header(walk *of, ps_str line)
{
    ps_error err = {0};
    export_header header = {0};
    ps_instant created = {0};
    import_file *to = of->to;
    check_events(of);
    if (export_header_read(line, &to->room, &header, &created, &err) != PS_OK) {
        of->over = true; // whose events would follow?
        say_in(of, line, &err);
        return;
    }
    of->person = person_with(to, header.person.id);
    of->header_line = of->line;
    of->header = line;
    of->header_events = header.events;
    of->events = 0;
    if (of->person != PS_NONE) return;
    if (to->people_count == IMPORT_PEOPLE_MAX) {
        (void)ps_fail(&err, PS_RANGE, (ps_place){1, 1}, "want at most %d people in a file",
                      (int)IMPORT_PEOPLE_MAX);
        of->over = true;
        say_in(of, line, &err);
        return;
    }
    of->person = to->people_count++;
    to->people[of->person] = (import_person){
        .id = header.person.id,
        .name = header.person.name,
        .made = header.made,
        .program = header.program,
        .created_ms = created.ms,
        .line = of->line,
    };
}

// ---- events ----

static void read_event(walk *of, ps_str line)
{
    ps_error err = {0};
    import_file *to = of->to;
    ps_event event;
    of->events++;
    if (to->count == IMPORT_EVENTS_MAX) {
        (void)ps_fail(&err, PS_RANGE, (ps_place){1, 1},
                      "want at most %d events in a file; divide it, each part with the first line",
                      (int)IMPORT_EVENTS_MAX);
        of->over = true;
        say_in(of, line, &err);
        return;
    }
    if (event_json_read(line, &to->room, &event, &err) != PS_OK) {
        say_in(of, line, &err);
        return;
    }
    const char *person = to->people[of->person].id;
    if (strcmp(event.person, person) != 0) {
        (void)ps_fail(&err, PS_RANGE, (ps_place){0}, "person: want '%s' as line %d announces",
                      person, of->header_line);
        say_in(of, line, &err);
        return;
    }
    event.person = person;
    to->events[to->count++] =
        (import_event){.event = event, .person = of->person, .line = of->line};
}

static bool is_blank(ps_str line)
{
    for (int32_t i = 0; i < line.len; i++) {
        if (!strchr(" \t\r", line.ptr[i]) || line.ptr[i] == '\0') return false;
    }
    return true;
}

/// The first line is no header: says what the file may be instead.
static void refuse(walk *of, ps_str line)
{
    static const struct {
        const char *begins, *says;
    } others[] = {
        {"SQLite format 3", "this is a database; 'psoas restore' reads it"                          },
        {"person,day,",     "this is a table for spreadsheets; want an export without --format csv" },
        {"",                "want an export of psoas, whose first line begins {\"psoas\":\"export\""},
    };
    for (int32_t i = 0; i < PS_COUNT(others); i++) {
        const ps_str begins = ps_str_of(others[i].begins);
        if (line.len < begins.len || memcmp(line.ptr, begins.ptr, (size_t)begins.len) != 0)
            continue;
        ps_error err = {0};
        (void)ps_fail(&err, PS_FOREIGN, (ps_place){of->line, 1}, "%s", others[i].says);
        of->over = true;
        say(of, &err);
        return;
    }
}

static void read_line(walk *of, ps_str line)
{
    if (is_blank(line)) return;
    if (export_header_is(line)) {
        read_header(of, line);
    } else if (of->person != PS_NONE) {
        read_event(of, line);
    } else {
        refuse(of, line);
    }
}

static void read_lines(walk *of, ps_str text)
{
    static const char mark[] = "\xef\xbb\xbf"; // some editors put it in front
    int32_t at = text.len >= 3 && memcmp(text.ptr, mark, 3) == 0 ? 3 : 0;
    while (at < text.len && !of->over) {
        const char *newline = memchr(text.ptr + at, '\n', (size_t)(text.len - at));
        const int32_t end = newline ? (int32_t)(newline - text.ptr) : text.len;
        of->line++;
        read_line(of, (ps_str){text.ptr + at, end - at});
        at = end + 1;
    }
    if (of->over) return;
    if (of->person == PS_NONE) {
        of->line = 1;
        refuse(of, PS_STR("")); // not even a first line
    }
    check_events(of);
}

// ---- order ----

static int32_t key_order(const import_event *a, const import_event *b)
{
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    return ps_event_key_order(&a->event, &b->event);
}

static int order_by_key(const void *a, const void *b)
{
    const import_event *one = a, *other = b;
    const int32_t order = key_order(one, other);
    return order != 0 ? order : (one->line > other->line) - (one->line < other->line);
}

/// Sorts the events and keeps each once; two that differ under one key are a problem.
static void put_in_order(walk *of)
{
    import_file *in = of->to;
    int32_t kept = 0;
    if (in->count > 1) qsort(in->events, (size_t)in->count, sizeof *in->events, order_by_key);
    for (int32_t i = 0; i < in->count && !of->over; i++) {
        const import_event *event = &in->events[i];
        const import_event *last = kept > 0 ? &in->events[kept - 1] : NULL;
        if (!last || key_order(last, event) != 0) {
            in->events[kept++] = *event;
            continue;
        }
        if (ps_event_same(&last->event, &event->event)) continue;
        ps_error err = {0};
        (void)ps_fail(&err, PS_CONFLICT, (ps_place){event->line, 1},
                      "event %lld of device '%.64s' stands in line %d with other content",
                      (long long)event->event.sequence, event->event.device, last->line);
        say(of, &err);
    }
    in->count = kept;
    for (int32_t i = 0; i < kept; i++) {
        import_person *person = &in->people[in->events[i].person];
        if (person->count++ == 0) person->first = i;
    }
}

// ---- all of it ----

/// Bytes that the events of a text and a second copy of them need at most. Generous: pages are
/// taken only when they are used.
static size_t room_for(ps_str text)
{
    int32_t lines = 1;
    const int32_t most = IMPORT_EVENTS_MAX + IMPORT_PEOPLE_MAX;
    for (int32_t i = 0; i < text.len && lines < most; i++) lines += text.ptr[i] == '\n';
    const size_t copies = sizeof(import_event) + 4 * sizeof(ps_event) + 4 * sizeof(ps_span);
    return event_body_size((size_t)text.len) + (size_t)lines * (copies + event_body_size(0)) +
           IMPORT_PEOPLE_MAX * sizeof(import_person) + (1 << 20);
}

static int32_t lines_of(ps_str text)
{
    int32_t lines = 1;
    for (int32_t i = 0; i < text.len; i++) lines += text.ptr[i] == '\n';
    return lines < IMPORT_EVENTS_MAX ? lines : IMPORT_EVENTS_MAX;
}

ps_code import_parse(ps_str text, import_complain *complain, void *context, import_file *read)
{
    walk of = {.to = read, .complain = complain, .context = context, .person = PS_NONE};
    ps_error err = {0};
    *read = (import_file){0};
    if (text.len > IMPORT_BYTES_MAX) {
        (void)ps_fail(&err, PS_RANGE, (ps_place){0}, "want at most %d MB in a file; divide it",
                      IMPORT_BYTES_MAX >> 20);
        say(&of, &err);
        return of.code;
    }
    if (room_open(room_for(text), &read->room, &err) == PS_OK) {
        read->people = ps_arena_take(&read->room, IMPORT_PEOPLE_MAX, sizeof *read->people);
        read->events = ps_arena_take(&read->room, lines_of(text), sizeof *read->events);
    }
    if (!read->events) {
        say(&of, &err);
        return PS_NOMEM;
    }
    read_lines(&of, text);
    if (of.code == PS_OK) put_in_order(&of);
    return of.code;
}

void import_forget(import_file *of)
{
    room_close(&of->room);
    *of = (import_file){0};
}
