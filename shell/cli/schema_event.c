#include "shell/cli/schema_event.h"

#include "ps/history.h"
#include "shell/cli/export_header.h"
#include "shell/codec/event_json.h"
#include "shell/codec/json.h"

#include <string.h>

enum { SHAPES_MAX = 2 * (PS_EVENT_imported + 1) };

static bool is_plain(ps_event_kind kind)
{
    return kind != PS_EVENT_corrected && kind != PS_EVENT_voided && kind != PS_EVENT_imported;
}

static const char *joined(cli *c, const char *first, const char *second)
{
    buffer text = {0};
    buffer_format(&text, "%s_%s", first, second);
    const char *kept = cli_text(c, text.text);
    buffer_free(&text);
    return kept;
}

static const ps_struct *struct_with(cli *c, const char *c_name, const char *doc,
                                    const ps_field *fields, int32_t count, const ps_field *last)
{
    ps_field *all = cli_take(c, count + 1, sizeof *all);
    memcpy(all, fields, (size_t)count * sizeof *all);
    all[count] = *last;
    ps_struct *made = cli_take(c, 1, sizeof *made);
    *made = (ps_struct){.c_name = c_name, .fields = all, .count = count + 1, .doc = doc};
    return made;
}

static ps_field object_field(const char *name, const ps_struct *of, const char *doc)
{
    return (ps_field){
        .name = name, .type = PS_FIELD_STRUCT, .required = true, .of = of, .doc = doc};
}

/// An event, or from `first` on what a correction puts in place, of one kind with this body.
static const ps_struct *shape_of(cli *c, const char *c_name, ps_event_kind kind, int32_t first,
                                 const ps_struct *body)
{
    ps_enum *only = cli_take(c, 1, sizeof *only);
    *only = (ps_enum){"ps_event_kind", &ps_event_kind_names.names[kind], 1};
    const int32_t count = event_json_struct.count - first;
    ps_field *around = cli_take(c, count, sizeof *around);
    for (int32_t i = 0; i < count; i++) {
        around[i] = event_json_struct.fields[first + i];
        if (around[i].names) around[i].names = only;
    }
    const ps_field last = object_field("body", body, body->doc);
    return struct_with(c, c_name, body->doc, around, count, &last);
}

/// A correction of an event of this kind.
static const ps_struct *correction_of(cli *c, ps_event_kind kind)
{
    const char *name = ps_event_kind_names.names[kind];
    const ps_struct *body = ps_event_body(PS_EVENT_corrected);
    const ps_struct *with =
        shape_of(c, joined(c, "with", name), kind, EVENT_JSON_KEY_FIELDS, ps_event_body(kind));
    const ps_field last = object_field("with", with, "What is right; it has the key of the event.");
    const ps_struct *whole = struct_with(c, joined(c, "correction_of", name), body->doc,
                                         body->fields, body->count, &last);
    return shape_of(c, joined(c, "corrected", name), PS_EVENT_corrected, 0, whole);
}

void schema_event(cli *c)
{
    const ps_struct *shapes[SHAPES_MAX];
    int32_t count = 0;
    for (int32_t i = 0; i < ps_event_kind_names.count; i++) {
        const ps_event_kind kind = (ps_event_kind)i;
        const char *name = ps_event_kind_names.names[kind];
        if (kind != PS_EVENT_corrected) {
            shapes[count++] = shape_of(c, joined(c, "event", name), kind, 0, ps_event_body(kind));
        }
        if (is_plain(kind)) shapes[count++] = correction_of(c, kind);
    }
    json_schema_any(&c->page.text, shapes, count, "psoas-event.json");
    buffer_text(&c->page.text, "\n");
}

void schema_export(cli *c)
{
    json_schema(&c->page.text, &export_header_struct, "psoas-export.json");
    buffer_text(&c->page.text, "\n");
}
