#include "shell/cli/export_header.h"

#include "shell/codec/json.h"
#include "shell/codec/json_tree.h"
#include "shell/store/store.h"

#include <string.h>

static const ps_field person_fields[] = {
    PS_F_ID(export_person, id, STORE_ID - 1, "Id of the person, the same on every machine."),
    PS_F_TEXT(export_person, name, STORE_NAME_MAX, "How the person is called."),
    PS_F_TEXT(export_person, created, PS_INSTANT_TEXT, "When the person was added, RFC 3339."),
};
static const ps_struct person_struct =
    PS_STRUCT_OF(export_person, person_fields, "Whose events follow.");

static const ps_field header_fields[] = {
    PS_F_TEXT(export_header, psoas, EXPORT_TEXT_MAX, "What this is: export."),
    PS_F_INT(export_header, version, EXPORT_VERSION, EXPORT_VERSION, "Of this format."),
    PS_F_TEXT(export_header, made, PS_INSTANT_TEXT, "When it was written, RFC 3339."),
    PS_F_TEXT(export_header, program, EXPORT_TEXT_MAX, "Version of the program that wrote it."),
    PS_F_TEXT(export_header, catalogue, EXPORT_TEXT_MAX,
              "Version of the knowledge that was built in."),
    PS_F_TEXT(export_header, notice, EXPORT_TEXT_MAX, "What psoas is not."),
    PS_F_STRUCT(export_header, person, export_person, &person_struct, "Whose events follow."),
    PS_F_INT_OR(export_header, events, 0, INT32_MAX, EXPORT_UNCOUNTED,
                "How many events follow, one a line; shows when lines are missing."),
};
const ps_struct export_header_struct =
    PS_STRUCT_OF(export_header, header_fields, "The first line of an export.");

void export_header_write(buffer *to, const export_header *header)
{
    json_write(to, &export_header_struct, header, NULL, 0);
}

bool export_header_is(ps_str line)
{
    static const char key[] = "\"psoas\"";
    if (line.len == 0 || !memmem(line.ptr, (size_t)line.len, key, sizeof key - 1)) return false;
    json_t *root = NULL;
    ps_error ignored = {0};
    const bool read = json_tree_parse(line, &root, &ignored) == PS_OK;
    const bool header = read && json_object_get(root, "psoas");
    json_decref(root);
    return header;
}

/// What has to be known before the rest of a header can be judged.
static ps_code check_version(const json_t *root, ps_error *err)
{
    const json_t *kind = json_object_get(root, "psoas");
    const json_t *version = json_object_get(root, "version");
    if (!json_is_string(kind) || strcmp(json_string_value(kind), "export") != 0) {
        return ps_fail(err, PS_FOREIGN, (ps_place){0}, "psoas: want \"export\" here");
    }
    if (json_is_integer(version) && json_integer_value(version) > EXPORT_VERSION) {
        return ps_fail(err, PS_NEWER, (ps_place){0},
                       "version: a newer psoas wrote this (format %lld, this one reads %d); "
                       "update psoas",
                       (long long)json_integer_value(version), (int)EXPORT_VERSION);
    }
    return PS_OK;
}

/// A time of the header; its name stands before the fault.
static ps_code read_time(const char *name, const char *text, ps_instant *at, ps_error *err)
{
    ps_error inner = {0};
    const ps_code code = ps_instant_parse(ps_str_of(text), at, &inner);
    if (code == PS_OK) return code;
    return ps_fail(err, code, (ps_place){0}, "%s: %s", name, inner.text);
}

ps_code export_header_read(ps_str line, ps_arena *arena, export_header *header, ps_instant *created,
                           ps_error *err)
{
    ps_instant made = {0};
    json_t *root = NULL;
    ps_code code = json_tree_parse(line, &root, err);
    if (code == PS_OK) code = check_version(root, err);
    json_decref(root);
    if (code == PS_OK) code = json_read(line, &export_header_struct, NULL, arena, header, err);
    if (code == PS_OK) code = read_time("made", header->made, &made, err);
    if (code == PS_OK) code = read_time("person.created", header->person.created, created, err);
    return code;
}
