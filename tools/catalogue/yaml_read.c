#include "yaml_read.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_LISTED_MAX = 8, NAMES_TEXT = 160 };

// ---- messages ----

static bool is_nothing(const yaml_value *value)
{
    if (value->kind != YAML_SCALAR || value->style != YAML_PLAIN) return false;
    return value->text.len == 0 || ps_str_is(value->text, "~") || ps_str_is(value->text, "null");
}

const char *yaml_kind_text(const yaml_value *value)
{
    switch (value->kind) {
    case YAML_SCALAR:
        return is_nothing(value) ? "nothing" : "a text";
    case YAML_LIST:
        return "a list";
    case YAML_MAP:
        return "a mapping";
    case YAML_BROKEN:
        break;
    }
    return "something else";
}

static void wrong_kind(const yaml_reader *in, const char *name, const yaml_value *value,
                       const char *want)
{
    if (value->kind == YAML_BROKEN) return;
    if (value->kind == YAML_SCALAR && !is_nothing(value)) {
        const ps_str text = problems_shown(value->text);
        const char *quote = value->style == YAML_PLAIN ? "" : "the text ";
        problems_add(in->found, in->source->name, value->at, "%s: want %s, not %s'%.*s'", name,
                     want, quote, text.len, text.ptr);
    } else {
        problems_add(in->found, in->source->name, value->at, "%s: want %s, not %s", name, want,
                     yaml_kind_text(value));
    }
}

/// "no such exercise 'x'; did you mean 'y'?" with the name of the field in front, if there is one.
static void unknown(const yaml_reader *in, const char *name, ps_place at, const char *what,
                    ps_str word, const char *closest)
{
    ps_error err = {0};
    ps_fail_unknown(&err, at, what, problems_shown(word), closest);
    problems_add(in->found, in->source->name, at, "%s%s%s", name, name[0] ? ": " : "", err.text);
}

static void *take(const yaml_reader *in, const yaml_value *at, int32_t count, size_t size)
{
    void *taken = ps_arena_take(in->arena, count, size);
    if (!taken) problems_add(in->found, in->source->name, at->at, "no room left for this file");
    return taken;
}

// ---- scalars ----

static bool is_bare_scalar(const yaml_value *value)
{
    return value->kind == YAML_SCALAR && value->style == YAML_PLAIN && !is_nothing(value);
}

static void read_bool(const yaml_reader *in, const char *name, const yaml_value *from, char *to)
{
    const bool yes = is_bare_scalar(from) && ps_str_is(from->text, "true");
    if (!yes && !(is_bare_scalar(from) && ps_str_is(from->text, "false"))) {
        wrong_kind(in, name, from, "true or false");
        return;
    }
    memcpy(to, &yes, sizeof yes);
}

/// Digits without a leading zero, so that nobody has to know about octal numbers.
static bool is_whole(ps_str text)
{
    const int32_t from = text.len > 0 && text.ptr[0] == '-' ? 1 : 0;
    if (from == text.len || (text.ptr[from] == '0' && text.len > 1)) return false;
    for (int32_t i = from; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
    }
    return true;
}

static void outside(const yaml_reader *in, const char *name, const yaml_value *from, int64_t min,
                    int64_t max)
{
    const ps_str text = problems_shown(from->text);
    problems_add(in->found, in->source->name, from->at, "%s: %.*s is outside %" PRId64 "..%" PRId64,
                 name, text.len, text.ptr, min, max);
}

static bool read_whole(const yaml_reader *in, const char *name, const ps_field *field,
                       const yaml_value *from, int64_t *whole)
{
    if (!is_bare_scalar(from) || !is_whole(from->text)) {
        wrong_kind(in, name, from, "a whole number");
        return false;
    }
    const ps_limits limits = ps_field_limits(field);
    // what does not fit into 64 bits comes back as the largest or smallest, with errno set
    errno = 0;
    const int64_t value = strtoll(from->text.ptr, NULL, 10);
    if (errno != 0 || value < limits.min || value > limits.max) {
        outside(in, name, from, limits.min, limits.max);
        return false;
    }
    *whole = value;
    return true;
}

static bool is_decimal(ps_str text)
{
    static const char allowed[] = "0123456789.eE+-";
    bool digit = false;
    for (int32_t i = 0; i < text.len; i++) {
        if (!strchr(allowed, text.ptr[i])) return false;
        digit = digit || (text.ptr[i] >= '0' && text.ptr[i] <= '9');
    }
    return digit;
}

static void read_number(const yaml_reader *in, const char *name, const ps_field *field,
                        const yaml_value *from, char *to)
{
    char *end = NULL;
    const bool decimal = is_bare_scalar(from) && is_decimal(from->text);
    const double value = decimal ? strtod(from->text.ptr, &end) : 0;
    if (!decimal || *end != '\0') {
        wrong_kind(in, name, from, "a number");
        return;
    }
    if (!(value >= (double)field->min && value <= (double)field->max)) {
        outside(in, name, from, field->min, field->max);
        return;
    }
    memcpy(to, &value, sizeof value);
}

/// A text of min..max bytes, or NULL.
static const char *text_within(const yaml_reader *in, const char *name, const yaml_value *from,
                               int64_t min, int64_t max)
{
    if (from->kind != YAML_SCALAR || is_nothing(from)) {
        wrong_kind(in, name, from, "a text");
        return NULL;
    }
    if (from->text.len < min || from->text.len > max) {
        problems_add(in->found, in->source->name, from->at,
                     "%s: %d bytes; want a text of %" PRId64 "..%" PRId64, name, from->text.len,
                     min, max);
        return NULL;
    }
    return from->text.ptr;
}

static const char *read_text(const yaml_reader *in, const char *name, const ps_field *field,
                             const yaml_value *from)
{
    const ps_limits limits = ps_field_limits(field);
    const char *text = text_within(in, name, from, limits.min, limits.max);
    if (text && field->id && ps_str_id_len(from->text) < from->text.len) {
        problems_add(in->found, in->source->name, from->at,
                     "%s: want only A-Z, a-z, 0-9, '.', '_' and '-'", name);
        return NULL;
    }
    if (text && in->places) {
        places_add(in->places, text, (size_t)from->text.len + 1, in->source->name, from->at);
    }
    return text;
}

static const char *names_text(const ps_enum *names, char text[NAMES_TEXT])
{
    size_t used = 0;
    for (int32_t i = 0; i < names->count && used < NAMES_TEXT; i++) {
        used += (size_t)snprintf(text + used, NAMES_TEXT - used, "%s%s", i > 0 ? ", " : "",
                                 names->names[i]);
    }
    return text;
}

/// Few names are listed; of many the closest is enough.
static void unknown_name(const yaml_reader *in, const char *name, const ps_enum *names,
                         const yaml_value *from)
{
    const char *closest = ps_enum_closest(names, from->text);
    if (names->count > NAMES_LISTED_MAX) {
        unknown(in, name, from->at, "word", from->text, closest);
        return;
    }
    char list[NAMES_TEXT] = "";
    const ps_str text = problems_shown(from->text);
    problems_add(in->found, in->source->name, from->at, "%s: '%.*s' is not one of %s%s%s%s", name,
                 text.len, text.ptr, names_text(names, list), closest ? "; did you mean '" : "",
                 closest ? closest : "", closest ? "'?" : "");
}

static void read_enum(const yaml_reader *in, const char *name, const ps_field *field,
                      const yaml_value *from, char *to)
{
    if (from->kind != YAML_SCALAR || from->text.len == 0) {
        wrong_kind(in, name, from, "a word");
        return;
    }
    const int32_t value = ps_enum_find(field->names, from->text);
    if (value == PS_NONE) {
        unknown_name(in, name, field->names, from);
        return;
    }
    ps_field_put_int(to, value);
}

/// "exercise" for the list "exercises": what one of them is called.
static const char *singular(const char *list, char word[NAMES_TEXT])
{
    const int32_t len = ps_str_of(list).len;
    snprintf(word, NAMES_TEXT, "%.*s", len > 1 && list[len - 1] == 's' ? len - 1 : len, list);
    for (char *at = word; *at; at++) {
        if (*at == '_') *at = ' ';
    }
    return word;
}

static void read_ref(const yaml_reader *in, const char *name, const ps_field *field,
                     const yaml_value *from, char *to)
{
    if (from->kind != YAML_SCALAR || is_nothing(from)) {
        wrong_kind(in, name, from, "an id");
        return;
    }
    const int32_t index = in->names->find(in->names->context, field->list, from->text);
    if (index == PS_NONE) {
        if (in->found->unread) return; // the file that holds it is the mistake
        char word[NAMES_TEXT];
        unknown(in, name, from->at, singular(field->list, word), from->text,
                ps_names_closest(in->names, field->list, from->text));
        return;
    }
    ps_field_put_int(to, index);
}

static void read_range(const yaml_reader *in, const char *name, const ps_field *field,
                       const yaml_value *from, char *to)
{
    const bool pair = from->kind == YAML_LIST;
    const bool alone = is_bare_scalar(from) && is_whole(from->text);
    if (pair ? from->count != 2 : !alone) {
        wrong_kind(in, name, from, "a whole number or [low, high]");
        return;
    }
    int64_t low = 0, high = 0;
    const yaml_value *first = pair ? from->first : from, *second = pair ? first->next : from;
    if (!read_whole(in, name, field, first, &low)) return;
    if (!read_whole(in, name, field, second, &high)) return;
    if (low > high) {
        problems_add(in->found, in->source->name, from->at,
                     "%s: %" PRId64 " is above %" PRId64 "; want [low, high]", name, low, high);
        return;
    }
    const ps_range range = {(int32_t)low, (int32_t)high};
    memcpy(to, &range, sizeof range);
}

static void read_notation(const yaml_reader *in, const char *name, const ps_field *field,
                          const yaml_value *from, char *to)
{
    if (!text_within(in, name, from, 1, PS_NOTATION_TEXT - 1)) return;
    ps_error err = {0};
    const ps_code code = field->notation->parse(from->text, in->names, in->arena, to, &err);
    if (code == PS_OK || (code == PS_UNKNOWN && in->found->unread)) return;
    problems_add(in->found, in->source->name, yaml_place_in(in->source, from, err.at.column),
                 "%s: %s", name, err.text);
}

// ---- structs and lists ----

static void read_value(const yaml_reader *in, const ps_field *field, ps_field_type type,
                       const yaml_value *from, char *to);

static void remember(const yaml_reader *in, const yaml_value *from, const void *at, size_t size)
{
    if (in->places) places_add(in->places, at, size, in->source->name, from->at);
}

bool yaml_check_count(const yaml_reader *in, const ps_field *field, ps_place at, int32_t count)
{
    if (count >= field->min && count <= field->max) return true;
    problems_add(in->found, in->source->name, at, "%s: %d items; want %" PRId64 "..%" PRId64,
                 field->name, count, field->min, field->max);
    return false;
}

static void read_list(const yaml_reader *in, const ps_field *field, const yaml_value *from,
                      char *to)
{
    if (from->kind != YAML_LIST) {
        wrong_kind(in, field->name, from, "a list");
        return;
    }
    yaml_check_count(in, field, from->at, from->count);
    if (from->count == 0) return;

    const size_t size = ps_field_item_size(field);
    char *items = take(in, from, from->count, size);
    if (!items) return;
    const ps_list list = {items, from->count};
    memcpy(to, &list, sizeof list);
    for (const yaml_value *item = from->first; item; item = item->next, items += size) {
        remember(in, item, items, size);
        read_value(in, field, field->item, item, items);
    }
}

static void read_optional(const yaml_reader *in, const ps_field *field, const yaml_value *from,
                          char *to)
{
    void *value = take(in, from, 1, field->of->size);
    if (!value) return;
    memcpy(to, &value, sizeof value);
    yaml_read(in, field->of, from, value);
}

/// One value; `type` is that of the field or of the items of its list.
static void read_value(const yaml_reader *in, const ps_field *field, ps_field_type type,
                       const yaml_value *from, char *to)
{
    const char *name = field->name, *text = NULL;
    int64_t whole = 0;
    switch (type) {
    case PS_FIELD_BOOL:
        read_bool(in, name, from, to);
        break;
    case PS_FIELD_INT:
        if (read_whole(in, name, field, from, &whole)) ps_field_put_int(to, whole);
        break;
    case PS_FIELD_LONG:
        if (read_whole(in, name, field, from, &whole)) memcpy(to, &whole, sizeof whole);
        break;
    case PS_FIELD_NUMBER:
        read_number(in, name, field, from, to);
        break;
    case PS_FIELD_TEXT:
        text = read_text(in, name, field, from);
        memcpy(to, &text, sizeof text);
        break;
    case PS_FIELD_ENUM:
        read_enum(in, name, field, from, to);
        break;
    case PS_FIELD_RANGE:
        read_range(in, name, field, from, to);
        break;
    case PS_FIELD_NOTATION:
        read_notation(in, name, field, from, to);
        break;
    case PS_FIELD_REF:
        read_ref(in, name, field, from, to);
        break;
    case PS_FIELD_MARKED: // has a key of its own, see read_marked
        break;
    case PS_FIELD_STRUCT:
        yaml_read(in, field->of, from, to);
        break;
    case PS_FIELD_OPTIONAL:
        read_optional(in, field, from, to);
        break;
    case PS_FIELD_LIST:
        read_list(in, field, from, to);
        break;
    }
}

// ---- keys ----

static const char *key_at(const void *context, int32_t index)
{
    const ps_struct *of = context;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const bool marked = field->type == PS_FIELD_MARKED;
        const int32_t keys = field->derived ? 0 : marked ? field->names->count : 1;
        if (index < keys) return marked ? field->names->names[index] : field->name;
        index -= keys;
    }
    return NULL;
}

static void check_key(const yaml_reader *in, const ps_struct *of, const yaml_value *key)
{
    const char *known = NULL;
    for (int32_t i = 0; (known = key_at(of, i)) != NULL; i++) {
        if (ps_str_is(key->text, known)) return;
    }
    const ps_field *field = ps_field_find(of, key->text);
    if (field && field->derived) {
        problems_add(in->found, in->source->name, key->at, "%s: is computed; leave it out",
                     field->name);
        return;
    }
    const int32_t close = ps_closest(of, key_at, key->text);
    unknown(in, "", key->at, "key", key->text, close == PS_NONE ? NULL : key_at(of, close));
}

/// The one key out of the names of a marked field tells who says its text.
static void read_marked(const yaml_reader *in, const ps_field *field, const yaml_value *from,
                        char *to)
{
    ps_marked marked = {0, NULL};
    int32_t marks = 0;
    for (int32_t i = 0; i < field->names->count; i++) {
        const char *key = field->names->names[i];
        const yaml_value *member = yaml_member(from, key);
        if (!member) continue;
        marks++;
        marked.mark = i;
        marked.text = read_text(in, key, field, member);
    }
    if (marks != 1) {
        char words[NAMES_TEXT] = "";
        problems_add(in->found, in->source->name, from->at,
                     "want exactly one of the keys %s, not %d", names_text(field->names, words),
                     marks);
    }
    memcpy(to, &marked, sizeof marked);
}

static void read_member(const yaml_reader *in, const ps_field *field, const yaml_value *from,
                        char *to)
{
    const yaml_value *member = field->derived ? NULL : yaml_member(from, field->name);
    if (field->type == PS_FIELD_MARKED) {
        read_marked(in, field, from, to);
    } else if (member) {
        ps_field_put_absent(field, to); // what stays when the value is wrong
        remember(in, member, to, 1);    // so that the value is found by its exact address alone
        read_value(in, field, field->type, member, to);
    } else {
        ps_field_put_absent(field, to);
        if (field->required && !field->derived) {
            problems_add(in->found, in->source->name, from->at, "%s: missing. %s", field->name,
                         field->doc ? field->doc : "");
        }
    }
}

/// What a struct is called where no key names it: "exercise" for ps_exercise.
static const char *struct_name(const ps_struct *of)
{
    return strncmp(of->c_name, "ps_", 3) == 0 ? of->c_name + 3 : of->c_name;
}

void yaml_read(const yaml_reader *in, const ps_struct *of, const yaml_value *from, void *value)
{
    remember(in, from, value, of->size);
    char *to = value;
    const bool shorthand = of->shorthand && from->kind == YAML_SCALAR && !is_nothing(from);
    if (!shorthand && from->kind != YAML_MAP) {
        const char *name = from->key ? from->key->text.ptr : struct_name(of);
        wrong_kind(in, name, from, of->shorthand ? "a mapping, or a word alone" : "a mapping");
    }
    if (from->kind == YAML_MAP) {
        for (const yaml_value *member = from->first; member; member = member->next) {
            check_key(in, of, member->key);
        }
    }
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (from->kind == YAML_MAP) {
            read_member(in, field, from, to + field->offset);
        } else {
            ps_field_put_absent(field, to + field->offset);
            if (shorthand && i == 0) read_value(in, field, field->type, from, to + field->offset);
        }
    }
}
