#include "ps/field.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const ps_field *ps_field_find(const ps_struct *of, ps_str name)
{
    for (int32_t i = 0; i < of->count; i++) {
        if (ps_str_is(name, of->fields[i].name)) return &of->fields[i];
    }
    return NULL;
}

ps_limits ps_field_limits(const ps_field *field)
{
    return field->type == PS_FIELD_LIST ? field->items : (ps_limits){field->min, field->max};
}

static size_t size_of(const ps_field *field, ps_field_type type)
{
    switch (type) {
    case PS_FIELD_BOOL:
        return sizeof(bool);
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
    case PS_FIELD_REF:
        return sizeof(int32_t);
    case PS_FIELD_LONG:
        return sizeof(int64_t);
    case PS_FIELD_NUMBER:
        return sizeof(double);
    case PS_FIELD_TEXT:
    case PS_FIELD_OPTIONAL:
        return sizeof(const void *);
    case PS_FIELD_RANGE:
        return sizeof(ps_range);
    case PS_FIELD_NOTATION:
        return field->notation->size;
    case PS_FIELD_MARKED:
        return sizeof(ps_marked);
    case PS_FIELD_STRUCT:
        return field->of->size;
    case PS_FIELD_LIST:
        return sizeof(ps_list);
    }
    return 0;
}

size_t ps_field_size(const ps_field *field) { return size_of(field, field->type); }

size_t ps_field_item_size(const ps_field *field)
{
    assert(field->type == PS_FIELD_LIST && field->item != PS_FIELD_LIST);
    return size_of(field, field->item);
}

static bool all_zero(const void *value, size_t size)
{
    const unsigned char *bytes = value;
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0) return false;
    }
    return true;
}

bool ps_field_is_zero(const ps_field *field, const void *value)
{
    return all_zero(value, ps_field_size(field));
}

int32_t ps_field_int(const void *value)
{
    int32_t number = 0;
    memcpy(&number, value, sizeof number);
    return number;
}

void ps_field_put_int(void *to, int64_t value)
{
    assert(value >= INT32_MIN && value <= INT32_MAX);
    const int32_t narrow = (int32_t)value;
    memcpy(to, &narrow, sizeof narrow);
}

void ps_field_put_absent(const ps_field *field, void *to)
{
    switch (field->type) {
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
        ps_field_put_int(to, field->fallback);
        break;
    case PS_FIELD_LONG:
        memcpy(to, &field->fallback, sizeof field->fallback);
        break;
    case PS_FIELD_REF:
        ps_field_put_int(to, PS_NONE);
        break;
    case PS_FIELD_BOOL:
    case PS_FIELD_NUMBER:
    case PS_FIELD_TEXT:
    case PS_FIELD_RANGE:
    case PS_FIELD_NOTATION:
    case PS_FIELD_MARKED:
    case PS_FIELD_STRUCT:
    case PS_FIELD_OPTIONAL:
    case PS_FIELD_LIST:
        break;
    }
}

ps_list ps_document_list(const ps_struct *root_of, const void *root, const char *list,
                         const ps_struct **of)
{
    ps_list found = {NULL, 0};
    *of = NULL;
    const ps_field *field = ps_field_find(root_of, ps_str_of(list));
    if (!field || field->type != PS_FIELD_LIST || field->item != PS_FIELD_STRUCT) return found;

    memcpy(&found, (const char *)root + field->offset, sizeof found);
    *of = field->of;
    return found;
}

static const char *item_id(ps_list list, const ps_struct *of, int32_t index)
{
    const char *id = NULL;
    assert(of->fields[0].type == PS_FIELD_TEXT);
    memcpy(&id, (const char *)list.at + (size_t)index * of->size + of->fields[0].offset, sizeof id);
    return id;
}

const char *ps_document_id(const ps_struct *root_of, const void *root, const char *list,
                           int32_t index)
{
    const ps_struct *of = NULL;
    const ps_list found = ps_document_list(root_of, root, list, &of);
    return of && index >= 0 && index < found.count ? item_id(found, of, index) : NULL;
}

int32_t ps_document_find(const ps_struct *root_of, const void *root, const char *list, ps_str id)
{
    const ps_struct *of = NULL;
    const ps_list found = ps_document_list(root_of, root, list, &of);
    for (int32_t i = 0; of && i < found.count; i++) {
        if (ps_str_is(id, item_id(found, of, i))) return i;
    }
    return PS_NONE;
}

int32_t ps_enum_find(const ps_enum *names, ps_str name)
{
    for (int32_t i = 0; i < names->count; i++) {
        if (ps_str_is(name, names->names[i])) return i;
    }
    return PS_NONE;
}

// ---- comparing and hashing ----

/// What one scalar amounts to. Two scalars of one field are the same if these are.
typedef struct {
    int64_t a, b;     ///< the number, or both ends of a range
    const char *text; ///< NULL when there is none
} leaf;

/// Bits of a double, with one zero instead of two.
static int64_t bits_of(double value)
{
    int64_t bits = 0;
    const double one_zero = value + 0.0;
    memcpy(&bits, &one_zero, sizeof bits);
    return bits;
}

static const char *text_at(const void *value)
{
    const char *text = NULL;
    memcpy(&text, value, sizeof text);
    return text;
}

static leaf leaf_of(ps_field_type type, const void *value)
{
    switch (type) {
    case PS_FIELD_BOOL:
        return (leaf){.a = *(const bool *)value};
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
    case PS_FIELD_REF:
        return (leaf){.a = ps_field_int(value)};
    case PS_FIELD_LONG:
        return (leaf){.a = *(const int64_t *)value};
    case PS_FIELD_NUMBER:
        return (leaf){.a = bits_of(*(const double *)value)};
    case PS_FIELD_RANGE:
        return (leaf){.a = ((const ps_range *)value)->low, .b = ((const ps_range *)value)->high};
    case PS_FIELD_TEXT:
        return (leaf){.text = text_at(value)};
    case PS_FIELD_MARKED:
        return (leaf){.a = ((const ps_marked *)value)->mark,
                      .text = ((const ps_marked *)value)->text};
    case PS_FIELD_NOTATION:
    case PS_FIELD_STRUCT:
    case PS_FIELD_OPTIONAL:
    case PS_FIELD_LIST:
        break;
    }
    assert(0 && "not a scalar");
    return (leaf){0};
}

static int32_t order_of(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int32_t leaf_order(leaf a, leaf b)
{
    if (a.a != b.a) return order_of(a.a, b.a);
    if (a.b != b.b) return order_of(a.b, b.b);
    if (!a.text || !b.text) return order_of(a.text != NULL, b.text != NULL);
    return order_of(strcmp(a.text, b.text), 0);
}

/// The text of a notation, in `room`; NULL when the value is absent.
static const char *notation_text(const ps_notation *notation, const void *value,
                                 char room[PS_NOTATION_TEXT])
{
    if (all_zero(value, notation->size)) return NULL;
    return notation->format(value, NULL, room, PS_NOTATION_TEXT) > 0 ? room : NULL;
}

static int32_t notation_order(const ps_notation *notation, const void *a, const void *b)
{
    char room_a[PS_NOTATION_TEXT], room_b[PS_NOTATION_TEXT];
    const leaf leaf_a = {.text = notation_text(notation, a, room_a)};
    const leaf leaf_b = {.text = notation_text(notation, b, room_b)};
    return leaf_order(leaf_a, leaf_b);
}

static const void *pointer_at(const void *value)
{
    const void *pointer = NULL;
    memcpy(&pointer, value, sizeof pointer);
    return pointer;
}

static ps_list list_at(const void *value)
{
    ps_list list = {NULL, 0};
    memcpy(&list, value, sizeof list);
    return list;
}

static const void *item_at(const ps_field *field, ps_list list, int32_t index)
{
    return (const char *)list.at + (size_t)index * ps_field_item_size(field);
}

static int32_t value_order(const ps_field *field, ps_field_type type, const void *a, const void *b);

static int32_t list_order(const ps_field *field, ps_list a, ps_list b)
{
    for (int32_t i = 0; i < a.count && i < b.count; i++) {
        const int32_t order =
            value_order(field, field->item, item_at(field, a, i), item_at(field, b, i));
        if (order != 0) return order;
    }
    return order_of(a.count, b.count);
}

static int32_t optional_order(const ps_struct *of, const void *a, const void *b)
{
    if (!a || !b) return order_of(a != NULL, b != NULL);
    return ps_struct_order(of, a, b);
}

static int32_t value_order(const ps_field *field, ps_field_type type, const void *a, const void *b)
{
    if (type == PS_FIELD_STRUCT) return ps_struct_order(field->of, a, b);
    if (type == PS_FIELD_LIST) return list_order(field, list_at(a), list_at(b));
    if (type == PS_FIELD_OPTIONAL) return optional_order(field->of, pointer_at(a), pointer_at(b));
    if (type == PS_FIELD_NOTATION) return notation_order(field->notation, a, b);
    return leaf_order(leaf_of(type, a), leaf_of(type, b));
}

int32_t ps_struct_order(const ps_struct *of, const void *a, const void *b)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const int32_t order = value_order(field, field->type, (const char *)a + field->offset,
                                          (const char *)b + field->offset);
        if (order != 0) return order;
    }
    return 0;
}

uint64_t ps_digest_long(uint64_t digest, int64_t value)
{
    // the finishing steps of splitmix64 (Steele, Lea, Flood 2014): every bit in moves every bit out
    uint64_t z = (digest ^ (uint64_t)value) + UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static uint64_t digest_text(uint64_t digest, const char *text)
{
    // eight bytes at a time, first byte lowest, so that the order of bytes in memory is no matter
    const ps_str all = ps_str_of(text);
    for (int32_t at = 0; at < all.len; at += 8) {
        uint64_t word = 0;
        for (int32_t i = 0; i < 8 && at + i < all.len; i++) {
            word |= (uint64_t)(unsigned char)all.ptr[at + i] << (8 * i);
        }
        digest = ps_digest_long(digest, (int64_t)word);
    }
    return ps_digest_long(digest, all.len);
}

static uint64_t leaf_digest(leaf of, uint64_t digest)
{
    digest = ps_digest_long(digest, of.a);
    if (of.b != 0) digest = ps_digest_long(digest, of.b);
    return of.text ? digest_text(digest, of.text) : digest;
}

static uint64_t notation_digest(const ps_notation *notation, const void *value, uint64_t digest)
{
    char room[PS_NOTATION_TEXT];
    return leaf_digest((leaf){.text = notation_text(notation, value, room)}, digest);
}

/// An enum counts by its name: numbers move when another version knows other values.
static uint64_t enum_digest(const ps_enum *names, int32_t number, uint64_t digest)
{
    if (number < 0 || number >= names->count) return ps_digest_long(digest, number); // absent
    return digest_text(digest, names->names[number]);
}

static uint64_t value_digest(const ps_field *field, ps_field_type type, const void *value,
                             uint64_t digest)
{
    if (type == PS_FIELD_STRUCT) return ps_struct_digest(field->of, value, digest);
    if (type == PS_FIELD_OPTIONAL) {
        const void *to = pointer_at(value);
        return to ? ps_struct_digest(field->of, to, digest) : ps_digest_long(digest, PS_NONE);
    }
    if (type == PS_FIELD_LIST) {
        const ps_list list = list_at(value);
        digest = ps_digest_long(digest, list.count);
        for (int32_t i = 0; i < list.count; i++) {
            digest = value_digest(field, field->item, item_at(field, list, i), digest);
        }
        return digest;
    }
    if (type == PS_FIELD_NOTATION) return notation_digest(field->notation, value, digest);
    if (type == PS_FIELD_ENUM) return enum_digest(field->names, ps_field_int(value), digest);
    return leaf_digest(leaf_of(type, value), digest);
}

uint64_t ps_struct_digest(const ps_struct *of, const void *value, uint64_t digest)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        digest = value_digest(field, field->type, (const char *)value + field->offset, digest);
    }
    return digest;
}

// ---- checking ----

/// Puts where it happened in front of the text of an error. Returns `code`.
static ps_code under(ps_error *err, ps_code code, const char *format, ...) PS_PRINTF(3, 4);
static ps_code under(ps_error *err, ps_code code, const char *format, ...)
{
    if (code == PS_OK || !err) return code;

    char where[PS_ERROR_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(where, sizeof where, format, args);
    va_end(args);
    const size_t len = strlen(where), room = sizeof err->text - 1 - len;
    memmove(err->text + len, err->text, room);
    memcpy(err->text, where, len);
    err->text[sizeof err->text - 1] = '\0';
    return code;
}

/// Length of `text`, or max + 1 when it is longer than that.
static int32_t len_up_to(const char *text, int64_t max)
{
    int32_t len = 0;
    while (len <= max && text[len] != '\0') len++;
    return len;
}

static ps_code check_text(const ps_field *field, bool required, const char *text, ps_error *err)
{
    const ps_limits limits = ps_field_limits(field);
    const ps_place nowhere = {0, 0};
    if (!text) return required ? ps_fail(err, PS_MISSING, nowhere, ": want a text") : PS_OK;

    const int32_t len = len_up_to(text, limits.max);
    if (len < limits.min || len > limits.max) {
        return ps_fail(err, PS_RANGE, nowhere, ": want %" PRId64 " to %" PRId64 " bytes",
                       limits.min, limits.max);
    }
    const int32_t clean = ps_str_text_len((ps_str){text, len});
    const int32_t id = field->id ? ps_str_id_len((ps_str){text, len}) : len;
    if (id < clean) {
        return ps_fail(err, PS_RANGE, nowhere,
                       ": want only letters A-Z, digits, '.', '_' and '-', not '%.*s'",
                       (int)ps_utf8_len((ps_str){text + id, len - id}), text + id);
    }
    if (clean < len) {
        return ps_fail(err, PS_RANGE, nowhere,
                       ": want UTF-8 without control characters, not byte 0x%02x at %d",
                       (unsigned)(unsigned char)text[clean], clean + 1);
    }
    return PS_OK;
}

static ps_code check_whole(const ps_field *field, int64_t value, ps_error *err)
{
    const ps_limits limits = ps_field_limits(field);
    if (value >= limits.min && value <= limits.max) return PS_OK;
    if (!field->required && value == field->fallback) return PS_OK;
    return ps_fail(err, PS_RANGE, (ps_place){0, 0},
                   ": want %" PRId64 " to %" PRId64 ", not %" PRId64, limits.min, limits.max,
                   value);
}

static ps_code check_number(const ps_field *field, double value, ps_error *err)
{
    // written so that what is not a number fails too
    if (value >= (double)field->min && value <= (double)field->max) return PS_OK;
    return ps_fail(err, PS_RANGE, (ps_place){0, 0}, ": want a number %" PRId64 " to %" PRId64,
                   field->min, field->max);
}

static ps_code check_name(const ps_enum *names, int64_t value, ps_error *err)
{
    if (value >= 0 && value < names->count) return PS_OK;
    return ps_fail(err, PS_RANGE, (ps_place){0, 0}, ": want one of %d values from '%s' to '%s'",
                   names->count, names->names[0], names->names[names->count - 1]);
}

static ps_code check_range(const ps_field *field, ps_range value, ps_error *err)
{
    if (!field->required && value.low == 0 && value.high == 0) return PS_OK;
    if (field->min <= value.low && value.low <= value.high && value.high <= field->max) {
        return PS_OK;
    }
    return ps_fail(err, PS_RANGE, (ps_place){0, 0},
                   ": want low <= high inside %" PRId64 " to %" PRId64, field->min, field->max);
}

/// What may be absent when it is not required: references, notations, structs behind a pointer.
static ps_code check_there(bool required, bool there, ps_error *err)
{
    if (there || !required) return PS_OK;
    return ps_fail(err, PS_MISSING, (ps_place){0, 0}, ": want a value");
}

static ps_code check_list(const ps_field *field, ps_list list, ps_error *err);

static ps_code check_value(const ps_field *field, ps_field_type type, bool required,
                           const void *value, ps_error *err)
{
    switch (type) {
    case PS_FIELD_BOOL:
        return PS_OK;
    case PS_FIELD_INT:
        return check_whole(field, ps_field_int(value), err);
    case PS_FIELD_LONG:
        return check_whole(field, *(const int64_t *)value, err);
    case PS_FIELD_NUMBER:
        return check_number(field, *(const double *)value, err);
    case PS_FIELD_TEXT:
        return check_text(field, required, text_at(value), err);
    case PS_FIELD_ENUM:
        if (!required && ps_field_int(value) == field->fallback) return PS_OK;
        return check_name(field->names, ps_field_int(value), err);
    case PS_FIELD_RANGE:
        return check_range(field, *(const ps_range *)value, err);
    case PS_FIELD_NOTATION:
        return check_there(required, !all_zero(value, field->notation->size), err);
    case PS_FIELD_REF:
        return check_there(required, ps_field_int(value) >= 0, err);
    case PS_FIELD_MARKED:
        if (check_name(field->names, ((const ps_marked *)value)->mark, err) != PS_OK) {
            return PS_RANGE;
        }
        return check_text(field, required, ((const ps_marked *)value)->text, err);
    case PS_FIELD_STRUCT:
        return under(err, ps_struct_check(field->of, value, err), ".");
    case PS_FIELD_OPTIONAL:
        if (!pointer_at(value)) return PS_OK;
        return under(err, ps_struct_check(field->of, pointer_at(value), err), ".");
    case PS_FIELD_LIST:
        return check_list(field, list_at(value), err);
    }
    return PS_OK;
}

static ps_code check_list(const ps_field *field, ps_list list, ps_error *err)
{
    if (list.count < field->min || list.count > field->max || (list.count > 0 && !list.at)) {
        return ps_fail(err, list.count == 0 ? PS_MISSING : PS_RANGE, (ps_place){0, 0},
                       ": want %" PRId64 " to %" PRId64 " items", field->min, field->max);
    }
    for (int32_t i = 0; i < list.count; i++) {
        const ps_code code = check_value(field, field->item, true, item_at(field, list, i), err);
        if (code != PS_OK) return under(err, code, "[%d]", i);
    }
    return PS_OK;
}

ps_code ps_struct_check(const ps_struct *of, const void *value, ps_error *err)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const ps_code code = check_value(field, field->type, field->required,
                                         (const char *)value + field->offset, err);
        if (code != PS_OK) return under(err, code, "%s", field->name);
    }
    return PS_OK;
}
