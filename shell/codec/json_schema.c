#include "shell/codec/json.h"

#include "shell/codec/json_out.h"

#include <assert.h>
#include <stdio.h>

enum { STRUCTS_MAX = 128, DESCRIPTION_TEXT = 512, ID_TEXT = 128 };

/// The structs that a document can hold, each once, what it may be first.
typedef struct {
    const ps_struct *of[STRUCTS_MAX];
    int32_t count;
} structs;

static void remember(structs *all, const ps_struct *of)
{
    for (int32_t i = 0; i < all->count; i++) {
        if (all->of[i] == of) return;
    }
    assert(all->count < STRUCTS_MAX);
    all->of[all->count++] = of;
}

/// Whether a document may have the field: those computed are written, but not read.
static bool is_given(const ps_field *field) { return !field->derived; }

static structs structs_below(const ps_struct *const *roots, int32_t count)
{
    structs all = {.count = 0};
    for (int32_t i = 0; i < count; i++) remember(&all, roots[i]);
    for (int32_t at = 0; at < all.count; at++) { // the list grows while it is walked
        const ps_struct *of = all.of[at];
        for (int32_t i = 0; i < of->count; i++) {
            if (is_given(&of->fields[i]) && of->fields[i].of) remember(&all, of->fields[i].of);
        }
    }
    return all;
}

static void member_text(json_out *out, const char *key, const char *text)
{
    json_out_key(out, key);
    json_out_text(out, text);
}

static void member_long(json_out *out, const char *key, int64_t value)
{
    json_out_key(out, key);
    json_out_long(out, value);
}

static void add_limits(json_out *out, const ps_field *field)
{
    const ps_limits limits = ps_field_limits(field);
    member_long(out, "minimum", limits.min);
    member_long(out, "maximum", limits.max);
}

/// A length counts characters here and bytes in the reader, so this is the looser of the two.
static void add_text(json_out *out, int64_t min, int64_t max)
{
    member_text(out, "type", "string");
    member_long(out, "minLength", min);
    member_long(out, "maxLength", max);
}

static void add_enum(json_out *out, const ps_enum *names)
{
    json_out_key(out, "enum");
    json_out_open(out, '[');
    for (int32_t i = 0; i < names->count; i++) json_out_text(out, names->names[i]);
    json_out_close(out, ']');
}

static void add_ref(json_out *out, const ps_struct *of)
{
    char text[ID_TEXT];
    snprintf(text, sizeof text, "#/$defs/%s", of->c_name);
    member_text(out, "$ref", text);
}

/// n or [low, high]
static void add_range(json_out *out, const ps_field *field)
{
    json_out_key(out, "oneOf");
    json_out_open(out, '[');
    json_out_open(out, '{');
    member_text(out, "type", "integer");
    add_limits(out, field);
    json_out_close(out, '}');

    json_out_open(out, '{');
    member_text(out, "type", "array");
    json_out_key(out, "items");
    json_out_open(out, '{');
    member_text(out, "type", "integer");
    add_limits(out, field);
    json_out_close(out, '}');
    member_long(out, "minItems", 2);
    member_long(out, "maxItems", 2);
    json_out_close(out, '}');
    json_out_close(out, ']');
}

static void add_type(json_out *out, const ps_field *field, ps_field_type type);

static void add_list(json_out *out, const ps_field *field)
{
    member_text(out, "type", "array");
    member_long(out, "minItems", field->min);
    member_long(out, "maxItems", field->max);
    json_out_key(out, "items");
    json_out_open(out, '{');
    add_type(out, field, field->item);
    json_out_close(out, '}');
}

static void add_notation(json_out *out, const ps_notation *notation)
{
    add_text(out, 0, PS_NOTATION_TEXT - 1);
    json_out_key(out, "examples");
    json_out_open(out, '[');
    json_out_text(out, notation->example);
    json_out_close(out, ']');
}

/// What a value of this type looks like; `type` is that of the field or of the items of its list.
static void add_type(json_out *out, const ps_field *field, ps_field_type type)
{
    switch (type) {
    case PS_FIELD_BOOL:
        member_text(out, "type", "boolean");
        break;
    case PS_FIELD_INT:
    case PS_FIELD_LONG:
        member_text(out, "type", "integer");
        add_limits(out, field);
        break;
    case PS_FIELD_NUMBER:
        member_text(out, "type", "number");
        add_limits(out, field);
        break;
    case PS_FIELD_TEXT:
        add_text(out, ps_field_limits(field).min, ps_field_limits(field).max);
        if (field->id) member_text(out, "pattern", "^[A-Za-z0-9._-]*$");
        break;
    case PS_FIELD_MARKED:
        add_text(out, field->min, field->max);
        break;
    case PS_FIELD_ENUM:
        add_enum(out, field->names);
        break;
    case PS_FIELD_RANGE:
        add_range(out, field);
        break;
    case PS_FIELD_NOTATION:
        add_notation(out, field->notation);
        break;
    case PS_FIELD_REF:
        member_text(out, "type", "string");
        break;
    case PS_FIELD_STRUCT:
    case PS_FIELD_OPTIONAL:
        add_ref(out, field->of);
        break;
    case PS_FIELD_LIST:
        add_list(out, field);
        break;
    }
}

static bool is_list_of(const ps_field *field, ps_field_type item)
{
    return field->type == PS_FIELD_LIST && field->item == item;
}

static void add_description(json_out *out, const ps_field *field)
{
    char text[DESCRIPTION_TEXT];
    const char *doc = field->doc ? field->doc : "";
    const char *blank = field->doc ? " " : "";
    if (field->type == PS_FIELD_REF) {
        snprintf(text, sizeof text, "The id of one of %s.%s%s", field->list, blank, doc);
    } else if (is_list_of(field, PS_FIELD_REF)) {
        snprintf(text, sizeof text, "Ids of %s.%s%s", field->list, blank, doc);
    } else {
        snprintf(text, sizeof text, "%s", doc);
    }
    if (text[0] != '\0') member_text(out, "description", text);
}

static void add_property(json_out *out, const char *key, const ps_field *field)
{
    json_out_key(out, key);
    json_out_open(out, '{');
    add_type(out, field, field->type);
    add_description(out, field);
    json_out_close(out, '}');
}

static void add_properties(json_out *out, const ps_struct *of)
{
    json_out_key(out, "properties");
    json_out_open(out, '{');
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (!is_given(field)) continue;
        if (field->type == PS_FIELD_MARKED) { // each of its names is a key
            for (int32_t k = 0; k < field->names->count; k++) {
                add_property(out, field->names->names[k], field);
            }
        } else {
            add_property(out, field->name, field);
        }
    }
    json_out_close(out, '}');
}

static bool is_needed(const ps_field *field)
{
    return field->required && is_given(field) && field->type != PS_FIELD_MARKED;
}

static void add_required(json_out *out, const ps_struct *of)
{
    int32_t needed = 0;
    for (int32_t i = 0; i < of->count; i++) needed += is_needed(&of->fields[i]) ? 1 : 0;
    if (needed == 0) return;

    json_out_key(out, "required");
    json_out_open(out, '[');
    for (int32_t i = 0; i < of->count; i++) {
        if (is_needed(&of->fields[i])) json_out_text(out, of->fields[i].name);
    }
    json_out_close(out, ']');
}

/// Exactly one of the names of the mark has to be there.
static void add_marks(json_out *out, const ps_struct *of)
{
    int32_t marks = 0;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (field->type != PS_FIELD_MARKED) continue;
        marks++;
        assert(marks == 1); // an object has only one oneOf

        json_out_key(out, "oneOf");
        json_out_open(out, '[');
        for (int32_t k = 0; k < field->names->count; k++) {
            json_out_open(out, '{');
            json_out_key(out, "required");
            json_out_open(out, '[');
            json_out_text(out, field->names->names[k]);
            json_out_close(out, ']');
            json_out_close(out, '}');
        }
        json_out_close(out, ']');
    }
    (void)marks;
}

static void add_object(json_out *out, const ps_struct *of)
{
    member_text(out, "type", "object");
    add_properties(out, of);
    add_required(out, of);
    add_marks(out, of);
    json_out_key(out, "additionalProperties");
    json_out_bool(out, false);
}

/// Whether the first value may stand alone: nothing else must be there.
static bool may_be_short(const ps_struct *of)
{
    bool alone = of->shorthand;
    for (int32_t i = 1; i < of->count; i++) {
        const bool needed = of->fields[i].required && is_given(&of->fields[i]);
        alone = alone && !needed;
    }
    return alone;
}

static void add_struct(json_out *out, const ps_struct *of)
{
    json_out_key(out, of->c_name);
    json_out_open(out, '{');
    if (of->doc) member_text(out, "description", of->doc);
    if (may_be_short(of)) {
        json_out_key(out, "anyOf");
        json_out_open(out, '[');
        json_out_open(out, '{');
        add_type(out, &of->fields[0], of->fields[0].type);
        json_out_close(out, '}');
        json_out_open(out, '{');
        add_object(out, of);
        json_out_close(out, '}');
        json_out_close(out, ']');
    } else {
        add_object(out, of);
    }
    json_out_close(out, '}');
}

/// One of several objects.
static void add_one_of(json_out *out, const ps_struct *const *of, int32_t count)
{
    json_out_key(out, "oneOf");
    json_out_open(out, '[');
    for (int32_t i = 0; i < count; i++) {
        json_out_open(out, '{');
        add_ref(out, of[i]);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

void json_schema_any(buffer *to, const ps_struct *const *of, int32_t count, const char *id)
{
    assert(count > 0);
    const structs all = structs_below(of, count);
    json_out out = {.to = to, .indent = 2};
    json_out_open(&out, '{');
    member_text(&out, "$schema", "https://json-schema.org/draft/2020-12/schema");
    member_text(&out, "$id", id);
    member_text(&out, "title", id);
    if (count == 1) {
        add_ref(&out, of[0]);
    } else {
        add_one_of(&out, of, count);
    }
    json_out_key(&out, "$defs");
    json_out_open(&out, '{');
    for (int32_t i = 0; i < all.count; i++) add_struct(&out, all.of[i]);
    json_out_close(&out, '}');
    json_out_close(&out, '}');
}

void json_schema(buffer *to, const ps_struct *of, const char *id)
{
    json_schema_any(to, &of, 1, id);
}
