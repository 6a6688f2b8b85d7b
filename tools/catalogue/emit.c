#include "emit.h"

#include "ps/dose.h"
#include "ps/rule.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

/// A table that stands in the output already: the text between its braces, and its item type.
typedef struct {
    const char *type;
    size_t at, len;
    uint64_t digest;
} table;

typedef struct {
    buffer *to;
    buffer tables; ///< of table
    int32_t count;
} emitter;

void emit_text(buffer *to, const char *text)
{
    buffer_add(to, "\"", 1);
    for (const char *at = text; *at; at++) {
        const unsigned char c = (unsigned char)*at;
        const bool plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '?';
        // three octal digits end by themselves; '?' could begin a trigraph
        if (plain) {
            buffer_add(to, at, 1);
        } else {
            buffer_format(to, "\\%03o", (unsigned)c);
        }
    }
    buffer_add(to, "\"", 1);
}

// ---- tables ----

static uint64_t digest_of(const char *text, size_t len)
{
    uint64_t digest = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < len; i++) {
        digest = (digest ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    }
    return digest;
}

/// The number of a table of `items`, written now or before.
static int32_t table_of(emitter *emit, const char *type, const buffer *items)
{
    assert(items->text);
    const uint64_t digest = digest_of(items->text, items->len);
    const table *tables = (const table *)(const void *)emit->tables.text;
    for (int32_t i = 0; i < emit->count; i++) {
        const table *same = &tables[i];
        if (same->digest == digest && same->len == items->len && strcmp(same->type, type) == 0 &&
            memcmp(emit->to->text + same->at, items->text, items->len) == 0) {
            return i;
        }
    }
    buffer_format(emit->to, "static const %s t%d[] = {", type, emit->count);
    const table added = {type, emit->to->len, items->len, digest};
    buffer_add(&emit->tables, (const char *)&added, sizeof added);
    buffer_add(emit->to, items->text, items->len);
    buffer_text(emit->to, "};\n");
    return emit->count++;
}

// ---- values ----

/// ".name = " of a member, after a comma when it is not the first.
static void begin_member(buffer *to, bool *first, const char *name)
{
    buffer_format(to, "%s.%s = ", *first ? "" : ", ", name);
    *first = false;
}

static void int_member(buffer *to, bool *first, const char *name, int32_t value)
{
    if (value == 0) return;
    begin_member(to, first, name);
    buffer_format(to, "%d", value);
}

static void range_member(buffer *to, bool *first, const char *name, ps_range value)
{
    if (value.low == 0 && value.high == 0) return;
    begin_member(to, first, name);
    buffer_format(to, "{%d, %d}", value.low, value.high);
}

/// A struct without members to name is all zero.
static void end_members(buffer *to, bool first) { buffer_text(to, first ? "0}" : "}"); }

static void emit_load(emitter *emit, buffer *to, const void *value)
{
    (void)emit;
    const ps_load *load = value;
    bool first = true;
    buffer_text(to, "{");
    int_member(to, &first, "unit", (int32_t)load->unit);
    int_member(to, &first, "amount", load->amount);
    end_members(to, first);
}

static void phases_member(buffer *to, bool *first, const ps_dose *dose)
{
    if (dose->phase_count == 0) return;
    begin_member(to, first, "phases");
    for (int32_t i = 0; i < dose->phase_count; i++) {
        buffer_text(to, i == 0 ? "{{" : ", {");
        emit_text(to, dose->phases[i].name);
        buffer_format(to, ", {%d, %d}}", dose->phases[i].seconds.low, dose->phases[i].seconds.high);
    }
    buffer_text(to, "}");
}

static void emit_dose(emitter *emit, buffer *to, const void *value)
{
    const ps_dose *dose = value;
    bool first = true;
    buffer_text(to, "{");
    range_member(to, &first, "sets", dose->sets);
    range_member(to, &first, "reps", dose->reps);
    range_member(to, &first, "hold_s", dose->hold_s);
    int_member(to, &first, "phase_count", dose->phase_count);
    phases_member(to, &first, dose);
    int_member(to, &first, "ramp_up_s", dose->ramp_up_s);
    int_member(to, &first, "ramp_down_s", dose->ramp_down_s);
    int_member(to, &first, "lift_s", dose->lift_s);
    int_member(to, &first, "lower_s", dose->lower_s);
    int_member(to, &first, "pause_s", dose->pause_s);
    int_member(to, &first, "sides", (int32_t)dose->sides);
    int_member(to, &first, "order", (int32_t)dose->order);
    int_member(to, &first, "switch_s", dose->switch_s);
    int_member(to, &first, "rest_s", dose->rest_s);
    if (dose->load.unit != PS_NO_LOAD) {
        begin_member(to, &first, "load");
        emit_load(emit, to, &dose->load);
    }
    range_member(to, &first, "effort", dose->effort);
    int_member(to, &first, "pain_max", dose->pain_max);
    end_members(to, first);
}

static void emit_rule(emitter *emit, buffer *to, const void *value)
{
    const ps_rule *rule = value;
    if (rule->count == 0) {
        buffer_text(to, "{0}");
        return;
    }
    buffer nodes = {0};
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        bool first = true;
        buffer_text(&nodes, i > 0 ? ", {" : "{");
        int_member(&nodes, &first, "op", (int32_t)node->op);
        int_member(&nodes, &first, "a", node->a);
        int_member(&nodes, &first, "comparison", (int32_t)node->comparison);
        int_member(&nodes, &first, "value", node->value);
        if (node->if_missing) {
            begin_member(&nodes, &first, "if_missing");
            buffer_text(&nodes, "true");
        }
        if (node->word) {
            begin_member(&nodes, &first, "word");
            emit_text(&nodes, node->word);
        }
        end_members(&nodes, first);
    }
    buffer_format(to, "{t%d, %d}", table_of(emit, "ps_rule_node", &nodes), rule->count);
    buffer_free(&nodes);
}

/// Values with a text of their own are structs that no field table describes.
static const struct {
    const ps_notation *notation;
    void (*emit)(emitter *emit, buffer *to, const void *value);
} notations[] = {
    {&ps_dose_notation, emit_dose},
    {&ps_load_notation, emit_load},
    {&ps_rule_notation, emit_rule},
};

static void emit_notation(emitter *emit, buffer *to, const ps_notation *notation, const void *value)
{
    for (int32_t i = 0; i < PS_COUNT(notations); i++) {
        if (notations[i].notation != notation) continue;
        notations[i].emit(emit, to, value);
        return;
    }
    assert(0 && "a notation that nobody can write as C");
}

static void emit_value(emitter *emit, buffer *to, const ps_field *field, ps_field_type type,
                       const char *at);

static void emit_struct(emitter *emit, buffer *to, const ps_struct *of, const char *value)
{
    bool first = true;
    buffer_text(to, "{");
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (ps_field_is_zero(field, value + field->offset)) continue;
        begin_member(to, &first, field->name);
        emit_value(emit, to, field, field->type, value + field->offset);
    }
    end_members(to, first);
}

static const char *item_type(const ps_field *field)
{
    switch (field->item) {
    case PS_FIELD_STRUCT:
        return field->of->c_name;
    case PS_FIELD_TEXT:
        return "char *const";
    case PS_FIELD_ENUM:
        return field->names->c_name;
    case PS_FIELD_NOTATION:
        return field->notation->c_name;
    case PS_FIELD_BOOL:
    case PS_FIELD_INT:
    case PS_FIELD_LONG:
    case PS_FIELD_NUMBER:
    case PS_FIELD_RANGE:
    case PS_FIELD_REF:
    case PS_FIELD_MARKED:
    case PS_FIELD_OPTIONAL:
    case PS_FIELD_LIST:
        break;
    }
    return "int32_t";
}

static void emit_list(emitter *emit, buffer *to, const ps_field *field, const char *at)
{
    ps_list list;
    memcpy(&list, at, sizeof list);
    if (list.count == 0) {
        buffer_text(to, "{0}");
        return;
    }
    buffer items = {0};
    const char *item = list.at;
    for (int32_t i = 0; i < list.count; i++, item += ps_field_item_size(field)) {
        if (i > 0) buffer_text(&items, field->item == PS_FIELD_STRUCT ? ",\n    " : ", ");
        emit_value(emit, &items, field, field->item, item);
    }
    // what the items point to stands above them by now
    buffer_format(to, "{t%d, %d}", table_of(emit, item_type(field), &items), list.count);
    buffer_free(&items);
}

static void emit_optional(emitter *emit, buffer *to, const ps_field *field, const char *at)
{
    const char *value = NULL;
    memcpy(&value, at, sizeof value);
    buffer item = {0};
    emit_struct(emit, &item, field->of, value);
    buffer_format(to, "t%d", table_of(emit, field->of->c_name, &item));
    buffer_free(&item);
}

static void emit_pointed_text(buffer *to, const char *at)
{
    const char *text = NULL;
    memcpy(&text, at, sizeof text);
    emit_text(to, text);
}

static void emit_number(buffer *to, ps_field_type type, const char *at)
{
    int64_t whole = 0;
    double number = 0;
    if (type == PS_FIELD_NUMBER) {
        memcpy(&number, at, sizeof number);
        buffer_format(to, "%a", number); // hexadecimal, so that not a bit changes
        return;
    }
    memcpy(&whole, at, sizeof whole);
    if (whole == INT64_MIN) {
        buffer_text(to, "INT64_MIN"); // which has no literal
    } else {
        buffer_format(to, "INT64_C(%" PRId64 ")", whole);
    }
}

/// One value; `type` is that of the field or of the items of its list.
static void emit_value(emitter *emit, buffer *to, const ps_field *field, ps_field_type type,
                       const char *at)
{
    switch (type) {
    case PS_FIELD_BOOL:
        buffer_text(to, *(const bool *)at ? "true" : "false");
        break;
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
    case PS_FIELD_REF:
        buffer_format(to, "%d", ps_field_int(at));
        break;
    case PS_FIELD_LONG:
    case PS_FIELD_NUMBER:
        emit_number(to, type, at);
        break;
    case PS_FIELD_TEXT:
        emit_pointed_text(to, at);
        break;
    case PS_FIELD_RANGE:
        buffer_format(to, "{%d, %d}", ps_field_int(at), ps_field_int(at + sizeof(int32_t)));
        break;
    case PS_FIELD_NOTATION:
        emit_notation(emit, to, field->notation, at);
        break;
    case PS_FIELD_MARKED:
        buffer_format(to, "{%d, ", ps_field_int(at));
        emit_pointed_text(to, at + offsetof(ps_marked, text));
        buffer_text(to, "}");
        break;
    case PS_FIELD_STRUCT:
        emit_struct(emit, to, field->of, at);
        break;
    case PS_FIELD_OPTIONAL:
        emit_optional(emit, to, field, at);
        break;
    case PS_FIELD_LIST:
        emit_list(emit, to, field, at);
        break;
    }
}

void emit_document(buffer *to, const ps_struct *of, const void *root, const char *name)
{
    emitter emit = {.to = to};
    buffer value = {0};
    emit_struct(&emit, &value, of, root);
    buffer_format(to, "const %s %s = %s;\n", of->c_name, name, value.text);
    buffer_free(&value);
    buffer_free(&emit.tables);
}
