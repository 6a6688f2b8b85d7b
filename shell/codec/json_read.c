#include "shell/codec/json.h"

#include "shell/codec/json_tree.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static ps_str text_of(const json_t *json)
{
    return (ps_str){json_string_value(json), (int32_t)json_string_length(json)};
}

static ps_code wrong_type(const json_walk *walk, const json_step *at, const char *want,
                          const json_t *json)
{
    return json_walk_fail(walk, at, PS_RANGE, "want %s, not %s", want, json_tree_kind(json));
}

/// what     "key", "value", or "id" of a list
/// closest  what the word may stand for, or NULL
static ps_code unknown(const json_walk *walk, const json_step *at, const char *what,
                       const char *list, ps_str word, const char *closest)
{
    char text[JSON_SHOWN_TEXT];
    return json_walk_fail(walk, at, PS_UNKNOWN, "no such %s '%s'%s%s%s%s%s", what,
                          json_shown(word, text), list ? " in " : "", list ? list : "",
                          closest ? "; did you mean '" : "", closest ? closest : "",
                          closest ? "'?" : "");
}

static ps_code no_room(const json_walk *walk, const json_step *at)
{
    return json_walk_fail(walk, at, PS_NOMEM, "no room left for this document");
}

// ---- keys ----

/// The field a key belongs to: its name, or for a mark one of the names it can have.
static const ps_field *field_of_key(const ps_struct *of, const char *key)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (field->type == PS_FIELD_MARKED) {
            if (ps_enum_find(field->names, ps_str_of(key)) != PS_NONE) return field;
        } else if (strcmp(field->name, key) == 0) {
            return field;
        }
    }
    return NULL;
}

static const char *key_at(const void *context, int32_t index)
{
    const ps_struct *of = context;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const int32_t keys = field->type == PS_FIELD_MARKED ? field->names->count : 1;
        if (index < keys) {
            return field->type == PS_FIELD_MARKED ? field->names->names[index] : field->name;
        }
        index -= keys;
    }
    return NULL;
}

static const char *closest_key(const ps_struct *of, ps_str key)
{
    const int32_t found = ps_closest(of, key_at, key);
    return found == PS_NONE ? NULL : key_at(of, found);
}

/// How many of the names of a mark are there; `mark` receives the last of them.
static int32_t count_marks(const ps_field *field, const json_t *json, int32_t *mark)
{
    int32_t count = 0;
    *mark = PS_NONE;
    for (int32_t i = 0; i < field->names->count; i++) {
        if (!json_object_get(json, field->names->names[i])) continue;
        *mark = i;
        count++;
    }
    return count;
}

/// Whether a plain value may stand for the whole struct, see ps_struct.shorthand.
static bool is_shorthand(const ps_struct *of, const json_t *json)
{
    return of->shorthand && !json_is_object(json) && !json_is_array(json);
}

static json_t *member_of(const ps_struct *of, json_t *json, int32_t index)
{
    if (is_shorthand(of, json)) return index == 0 ? json : NULL;
    return json_object_get(json, of->fields[index].name);
}

static ps_code check_required(const json_walk *walk, const json_step *at, const ps_struct *of,
                              json_t *json)
{
    char names[JSON_NAMES_TEXT];
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (!field->required || field->derived) continue;
        if (field->type == PS_FIELD_MARKED) {
            int32_t mark = PS_NONE;
            const int32_t marks = count_marks(field, json, &mark);
            if (marks == 1) continue;
            return json_walk_fail(walk, at, marks == 0 ? PS_MISSING : PS_RANGE,
                                  "want exactly one of the keys %s, not %d",
                                  json_names_text(field->names, names), marks);
        }
        if (!member_of(of, json, i)) {
            return json_walk_fail(walk, &(json_step){.up = at, .key = field->name}, PS_MISSING,
                                  "is required and missing");
        }
    }
    return PS_OK;
}

/// Whether the keys are those of the table: known, not computed, none of the required missing.
static ps_code check_keys(const json_walk *walk, const json_step *at, const ps_struct *of,
                          json_t *json)
{
    if (!json_is_object(json) && !is_shorthand(of, json)) {
        return wrong_type(walk, at, of->shorthand ? "an object or its first value" : "an object",
                          json);
    }

    const char *key = NULL;
    json_t *member = NULL;
    json_object_foreach(json, key, member)
    {
        const ps_field *field = field_of_key(of, key);
        if (!field) {
            return unknown(walk, at, "key", NULL, ps_str_of(key), closest_key(of, ps_str_of(key)));
        }
        if (field->derived) {
            return json_walk_fail(walk, &(json_step){.up = at, .key = key}, PS_RANGE,
                                  "computed, leave it out");
        }
    }
    return check_required(walk, at, of, json);
}

// ---- values ----

static ps_code read_whole(const json_walk *walk, const json_step *at, const ps_field *field,
                          const json_t *json, int64_t *whole)
{
    if (!json_is_integer(json)) return wrong_type(walk, at, "a whole number", json);

    const int64_t value = json_integer_value(json);
    const ps_limits limits = ps_field_limits(field);
    if (value < limits.min || value > limits.max) {
        return json_walk_fail(walk, at, PS_RANGE,
                              "want a whole number %" PRId64 " to %" PRId64 ", not %" PRId64,
                              limits.min, limits.max, value);
    }
    *whole = value;
    return PS_OK;
}

static ps_code read_number(const json_walk *walk, const json_step *at, const ps_field *field,
                           const json_t *json, void *to)
{
    if (!json_is_number(json)) return wrong_type(walk, at, "a number", json);

    const double value = json_number_value(json);
    if (!(value >= (double)field->min && value <= (double)field->max)) {
        return json_walk_fail(walk, at, PS_RANGE,
                              "want a number %" PRId64 " to %" PRId64 ", not %g", field->min,
                              field->max, value);
    }
    memcpy(to, &value, sizeof value);
    return PS_OK;
}

static ps_code read_text(const json_walk *walk, const json_step *at, const ps_field *field,
                         const json_t *json, void *to)
{
    if (!json_is_string(json)) return wrong_type(walk, at, "a text", json);

    const ps_limits limits = ps_field_limits(field);
    const ps_str text = text_of(json);
    if (text.len < limits.min || text.len > limits.max) {
        return json_walk_fail(walk, at, PS_RANGE,
                              "want a text of %" PRId64 " to %" PRId64 " bytes, not %d", limits.min,
                              limits.max, text.len);
    }
    if (ps_str_text_len(text) < text.len) {
        return json_walk_fail(walk, at, PS_RANGE, "want a text without control characters");
    }
    if (field->id && ps_str_id_len(text) < text.len) {
        return json_walk_fail(walk, at, PS_RANGE, "want only A-Z, a-z, 0-9, '.', '_' and '-'");
    }
    const char *copy = ps_arena_text(walk->arena, text);
    if (!copy) return no_room(walk, at);
    memcpy(to, &copy, sizeof copy);
    return PS_OK;
}

static ps_code read_enum(const json_walk *walk, const json_step *at, const ps_field *field,
                         const json_t *json, void *to)
{
    if (!json_is_string(json)) return wrong_type(walk, at, "a text", json);

    char text[JSON_SHOWN_TEXT], names[JSON_NAMES_TEXT];
    const int32_t value = ps_enum_find(field->names, text_of(json));
    if (value == PS_NONE) {
        const char *closest = ps_enum_closest(field->names, text_of(json));
        if (closest) return unknown(walk, at, "value", NULL, text_of(json), closest);
        return json_walk_fail(walk, at, PS_UNKNOWN, "want one of %s, not '%s'",
                              json_names_text(field->names, names),
                              json_shown(text_of(json), text));
    }
    ps_field_put_int(to, value);
    return PS_OK;
}

static ps_code read_ref(const json_walk *walk, const json_step *at, const ps_field *field,
                        const json_t *json, void *to)
{
    if (!json_is_string(json)) return wrong_type(walk, at, "a text", json);

    const ps_str id = text_of(json);
    const int32_t index = walk->names->find(walk->names->context, field->list, id);
    if (index == PS_NONE) {
        return unknown(walk, at, "id", field->list, id,
                       ps_names_closest(walk->names, field->list, id));
    }
    ps_field_put_int(to, index);
    return PS_OK;
}

static ps_code read_range(const json_walk *walk, const json_step *at, const ps_field *field,
                          const json_t *json, void *to)
{
    const bool pair = json_is_array(json);
    if (!json_is_integer(json) && !(pair && json_array_size(json) == 2)) {
        return json_walk_fail(walk, at, PS_RANGE, "want a whole number or [low, high]");
    }

    int64_t ends[2] = {0, 0};
    for (int32_t i = 0; i < 2; i++) {
        const json_step item = {.up = at, .index = i};
        const json_t *end = pair ? json_array_get(json, (size_t)i) : json;
        const ps_code code = read_whole(walk, pair ? &item : at, field, end, &ends[i]);
        if (code != PS_OK) return code;
    }
    if (ends[0] > ends[1]) {
        return json_walk_fail(walk, at, PS_RANGE, "want [low, high] with low first");
    }
    const ps_range range = {(int32_t)ends[0], (int32_t)ends[1]};
    memcpy(to, &range, sizeof range);
    return PS_OK;
}

static ps_code read_notation(const json_walk *walk, const json_step *at, const ps_field *field,
                             const json_t *json, void *to)
{
    if (!json_is_string(json)) return wrong_type(walk, at, "a text", json);
    const ps_str text = text_of(json);
    if (text.len >= PS_NOTATION_TEXT) {
        return json_walk_fail(walk, at, PS_RANGE, "want a text of at most %d bytes, not %d",
                              PS_NOTATION_TEXT - 1, text.len);
    }

    char quoted[JSON_SHOWN_TEXT];
    ps_error inner = {0};
    const ps_code code = field->notation->parse(text, walk->names, walk->arena, to, &inner);
    if (code != PS_OK) {
        return json_walk_fail(walk, at, code, "%s (column %d of '%s')", inner.text, inner.at.column,
                              json_shown(text, quoted));
    }
    return PS_OK;
}

// ---- structs and lists ----

static ps_code read_value(const json_walk *walk, const json_step *at, const ps_field *field,
                          ps_field_type type, json_t *json, char *to);

static ps_code read_marked(const json_walk *walk, const json_step *at, const ps_field *field,
                           const json_t *json, char *to)
{
    ps_marked marked = {0};
    count_marks(field, json, &marked.mark);
    const char *key = field->names->names[marked.mark];
    const ps_code code = read_text(walk, &(json_step){.up = at, .key = key}, field,
                                   json_object_get(json, key), &marked.text);
    if (code == PS_OK) memcpy(to, &marked, sizeof marked);
    return code;
}

/// Reads the members of a struct whose keys have been checked.
static ps_code read_members(const json_walk *walk, const json_step *at, const ps_struct *of,
                            json_t *json, char *value)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const json_step member = {.up = at, .key = field->name};
        char *to = value + field->offset;
        ps_code code = PS_OK;
        if (field->type == PS_FIELD_MARKED) {
            code = read_marked(walk, at, field, json, to);
        } else if (field->derived || !member_of(of, json, i)) {
            ps_field_put_absent(field, to);
        } else {
            code = read_value(walk, is_shorthand(of, json) ? at : &member, field, field->type,
                              member_of(of, json, i), to);
        }
        if (code != PS_OK) return code;
    }
    return PS_OK;
}

static ps_code read_optional(const json_walk *walk, const json_step *at, const ps_field *field,
                             json_t *json, char *to)
{
    void *value = ps_arena_take(walk->arena, 1, field->of->size);
    if (!value) return no_room(walk, at);
    memcpy(to, &value, sizeof value);
    return json_tree_read(walk, at, field->of, json, value);
}

static ps_code read_list(const json_walk *walk, const json_step *at, const ps_field *field,
                         json_t *json, char *to)
{
    if (!json_is_array(json)) return wrong_type(walk, at, "a list", json);
    const int64_t count = (int64_t)json_array_size(json);
    if (count < field->min || count > field->max) {
        return json_walk_fail(walk, at, PS_RANGE,
                              "want %" PRId64 " to %" PRId64 " items, not %" PRId64, field->min,
                              field->max, count);
    }

    // keys first: so the memory for the items is in proportion to the text (event_body_size)
    for (int32_t i = 0; i < count && field->item == PS_FIELD_STRUCT; i++) {
        const json_step item = {.up = at, .index = i};
        const ps_code code = check_keys(walk, &item, field->of, json_array_get(json, (size_t)i));
        if (code != PS_OK) return code;
    }
    if (count == 0) return PS_OK;

    const size_t size = ps_field_item_size(field);
    char *items = ps_arena_take(walk->arena, (int32_t)count, size);
    if (!items) return no_room(walk, at);
    for (int32_t i = 0; i < count; i++) {
        const json_step item = {.up = at, .index = i};
        json_t *from = json_array_get(json, (size_t)i);
        char *value = items + (size_t)i * size;
        const ps_code code = field->item == PS_FIELD_STRUCT
                                 ? read_members(walk, &item, field->of, from, value)
                                 : read_value(walk, &item, field, field->item, from, value);
        if (code != PS_OK) return code;
    }
    const ps_list list = {items, (int32_t)count};
    memcpy(to, &list, sizeof list);
    return PS_OK;
}

static ps_code read_bool(const json_walk *walk, const json_step *at, const json_t *json, char *to)
{
    if (!json_is_boolean(json)) return wrong_type(walk, at, "true or false", json);
    *(bool *)to = json_is_true(json);
    return PS_OK;
}

static ps_code read_int(const json_walk *walk, const json_step *at, const ps_field *field,
                        const json_t *json, char *to)
{
    int64_t whole = 0;
    const ps_code code = read_whole(walk, at, field, json, &whole);
    if (code == PS_OK) ps_field_put_int(to, whole);
    return code;
}

static ps_code read_long(const json_walk *walk, const json_step *at, const ps_field *field,
                         const json_t *json, char *to)
{
    int64_t whole = 0;
    const ps_code code = read_whole(walk, at, field, json, &whole);
    if (code == PS_OK) memcpy(to, &whole, sizeof whole);
    return code;
}

/// One value; `type` is that of the field or of the items of its list.
static ps_code read_value(const json_walk *walk, const json_step *at, const ps_field *field,
                          ps_field_type type, json_t *json, char *to)
{
    switch (type) {
    case PS_FIELD_BOOL:
        return read_bool(walk, at, json, to);
    case PS_FIELD_INT:
        return read_int(walk, at, field, json, to);
    case PS_FIELD_LONG:
        return read_long(walk, at, field, json, to);
    case PS_FIELD_NUMBER:
        return read_number(walk, at, field, json, to);
    case PS_FIELD_TEXT:
        return read_text(walk, at, field, json, to);
    case PS_FIELD_ENUM:
        return read_enum(walk, at, field, json, to);
    case PS_FIELD_RANGE:
        return read_range(walk, at, field, json, to);
    case PS_FIELD_NOTATION:
        return read_notation(walk, at, field, json, to);
    case PS_FIELD_REF:
        return read_ref(walk, at, field, json, to);
    case PS_FIELD_STRUCT:
        return json_tree_read(walk, at, field->of, json, to);
    case PS_FIELD_OPTIONAL:
        return read_optional(walk, at, field, json, to);
    case PS_FIELD_LIST:
        return read_list(walk, at, field, json, to);
    case PS_FIELD_MARKED: // its keys are among those of the struct: read_marked
        break;
    }
    assert(type != PS_FIELD_MARKED);
    return PS_RANGE;
}

ps_code json_tree_read(const json_walk *walk, const json_step *at, const ps_struct *of,
                       json_t *json, void *value)
{
    const ps_code code = check_keys(walk, at, of, json);
    return code == PS_OK ? read_members(walk, at, of, json, value) : code;
}

ps_code json_read(ps_str text, const ps_struct *of, const ps_names *names, ps_arena *arena,
                  void *value, ps_error *err)
{
    const json_walk walk = {.names = names, .arena = arena, .err = err};
    const size_t used = arena->used;
    void *read = NULL;
    json_t *root = NULL;
    ps_code code = json_tree_parse(text, &root, err);
    if (code != PS_OK) goto done;

    read = calloc(1, of->size);
    if (!read) {
        code = no_room(&walk, NULL);
        goto done;
    }
    code = json_tree_read(&walk, NULL, of, root, read);
    if (code == PS_OK) memcpy(value, read, of->size);
done:
    if (code != PS_OK) ps_arena_rewind(arena, used);
    free(read);
    json_decref(root);
    return code;
}
