// Laws: any file is read or refused, with at least one problem when it is refused and none when it
// is read; each problem has a place in the file; what is read can be written as an export that
// reads to the same people and events.
#include "shell/cli/export_header.h"
#include "shell/cli/import_parse.h"
#include "shell/codec/event_json.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    int32_t lines, problems;
} file;

static void complain(void *context, const ps_error *err)
{
    file *of = context;
    of->problems++;
    if (err->code == PS_OK || err->text[0] == '\0') abort();
    if (err->code == PS_NOMEM) abort(); // room_for has reckoned wrong
    if (err->at.line < 1 || err->at.line > of->lines || err->at.column < 1) abort();
}

static file file_of(ps_str text)
{
    file of = {.lines = 1};
    for (int32_t i = 0; i < text.len; i++) of.lines += text.ptr[i] == '\n';
    return of;
}

static void write_person(buffer *to, const import_file *read, const import_person *person)
{
    char created[PS_INSTANT_TEXT];
    ps_instant_format((ps_instant){person->created_ms, 0}, created, sizeof created);
    const export_header header = {
        .psoas = "export",
        .version = EXPORT_VERSION,
        .made = person->made,
        .program = person->program,
        .catalogue = "x",
        .notice = "x",
        .person = {person->id, person->name, created},
        .events = person->count,
    };
    export_header_write(to, &header);
    buffer_text(to, "\n");
    for (int32_t i = 0; i < person->count; i++) {
        event_json_write(to, &read->events[person->first + i].event);
        buffer_text(to, "\n");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ps_str text = {(const char *)data, (int32_t)size};
    file of = file_of(text);
    import_file read, again;
    const ps_code code = import_parse(text, complain, &of, &read);
    if ((code == PS_OK) != (of.problems == 0) || of.problems != read.problems) abort();
    if (code != PS_OK) {
        import_forget(&read);
        return 0;
    }
    buffer written = {0};
    for (int32_t i = 0; i < read.people_count; i++) write_person(&written, &read, &read.people[i]);
    const ps_str all = {written.text, (int32_t)written.len};
    of = file_of(all);
    if (import_parse(all, complain, &of, &again) != PS_OK) abort();
    if (again.count != read.count || again.people_count != read.people_count) abort();
    for (int32_t i = 0; i < read.people_count; i++) {
        if (again.people[i].created_ms != read.people[i].created_ms) abort();
    }
    for (int32_t i = 0; i < read.count; i++) {
        if (!ps_event_same(&read.events[i].event, &again.events[i].event)) abort();
    }
    import_forget(&again);
    import_forget(&read);
    buffer_free(&written);
    return 0;
}
