#include "shell/codec/json.h"

#include "shell/codec/json_out.h"

#include <assert.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---- the streaming writer ----

static void new_line(json_out *out)
{
    if (out->indent == 0) return;
    buffer_add(out->to, "\n", 1);
    for (int32_t i = 0; i < out->indent * out->depth; i++) buffer_add(out->to, " ", 1);
}

/// What stands between the one before and the next value or key.
static void separate(json_out *out)
{
    if (out->keyed) {
        out->keyed = false;
        return;
    }
    if (out->filled) buffer_add(out->to, ",", 1);
    if (out->depth > 0) new_line(out);
    out->filled = true;
}

void json_out_open(json_out *out, char bracket)
{
    assert(bracket == '{' || bracket == '[');
    separate(out);
    buffer_add(out->to, &bracket, 1);
    out->depth++;
    out->filled = false;
}

void json_out_close(json_out *out, char bracket)
{
    assert((bracket == '}' || bracket == ']') && out->depth > 0 && !out->keyed);
    out->depth--;
    if (out->filled) new_line(out);
    buffer_add(out->to, &bracket, 1);
    out->filled = true;
}

void json_out_key(json_out *out, const char *key)
{
    assert(!out->keyed);
    separate(out);
    json_write_string(out->to, key);
    buffer_text(out->to, out->indent > 0 ? ": " : ":");
    out->keyed = true;
}

/// The letter of the short escape of a byte, or 0 when it has none.
static char short_escape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return '\0';
    }
}

void json_write_string(buffer *to, const char *text)
{
    buffer_add(to, "\"", 1);
    const ps_str all = ps_str_of(text);
    int32_t from = 0, len = 0;
    for (int32_t at = 0; at<all.len; at += len> 0 ? len : 1) {
        const unsigned char byte = (unsigned char)all.ptr[at];
        const char letter = short_escape(all.ptr[at]);
        len = ps_utf8_len((ps_str){all.ptr + at, all.len - at});
        if (byte >= 0x20 && !letter && len > 0) continue;

        // bytes that stand for themselves go out in runs
        buffer_add(to, all.ptr + from, (size_t)(at - from));
        if (letter) {
            buffer_add(to, (const char[]){'\\', letter}, 2);
        } else {
            buffer_format(to, "\\u%04x", len > 0 ? (unsigned)byte : 0xfffdu);
        }
        from = at + 1;
    }
    buffer_text(to, all.ptr + from);
    buffer_add(to, "\"", 1);
}

void json_out_text(json_out *out, const char *text)
{
    separate(out);
    json_write_string(out->to, text);
}

void json_out_bool(json_out *out, bool value)
{
    separate(out);
    buffer_text(out->to, value ? "true" : "false");
}

void json_out_long(json_out *out, int64_t value)
{
    separate(out);
    buffer_format(out->to, "%" PRId64, value);
}

// ---- numbers ----

enum { DIGITS_MAX = 17, PLAIN_MAX = 18, ZEROS_MAX = 6, SCIENTIFIC_TEXT = 64 };

/// value > 0 as 0.DIGITS x 10^power with as few digits as read back equal. Returns their count.
static int32_t shortest_digits(double value, char digits[DIGITS_MAX], int32_t *power)
{
    char text[SCIENTIFIC_TEXT];
    // up to 15 digits survive a double, so a shorter text is 15 digits with zeros at the end;
    // below DBL_MIN doubles are coarser and every length has to be tried
    for (int precision = value < DBL_MIN ? 1 : 15; precision <= DIGITS_MAX; precision++) {
        snprintf(text, sizeof text, "%.*e", precision - 1, value);
        if (strtod(text, NULL) >= value && strtod(text, NULL) <= value) break;
    }

    // taking only the digits leaves out the decimal point, which depends on the locale
    int32_t count = 0;
    const char *at = text;
    for (; *at != 'e'; at++) {
        if (*at >= '0' && *at <= '9') digits[count++] = *at;
    }
    *power = (int32_t)strtol(at + 1, NULL, 10) + 1;
    while (count > 1 && digits[count - 1] == '0') count--;
    return count;
}

/// 0.DIGITS x 10^power in the layout of JavaScript, but for whole numbers above 10^18: without an
/// exponent they would read as integers that do not fit.
static void add_digits(buffer *to, const char *digits, int32_t count, int32_t power)
{
    static const char zeros[] = "000000000000000000";
    if (power >= count && power <= PLAIN_MAX) { // 1200
        buffer_add(to, digits, (size_t)count);
        buffer_add(to, zeros, (size_t)(power - count));
    } else if (power > 0 && power <= PLAIN_MAX) { // 12.5
        buffer_add(to, digits, (size_t)power);
        buffer_add(to, ".", 1);
        buffer_add(to, digits + power, (size_t)(count - power));
    } else if (power <= 0 && power > -ZEROS_MAX) { // 0.00125
        buffer_text(to, "0.");
        buffer_add(to, zeros, (size_t)-power);
        buffer_add(to, digits, (size_t)count);
    } else { // 1.25e+30
        buffer_add(to, digits, 1);
        if (count > 1) buffer_add(to, ".", 1);
        buffer_add(to, digits + 1, (size_t)(count - 1));
        buffer_format(to, "e%+d", power - 1);
    }
}

void json_out_number(json_out *out, double value)
{
    assert(isfinite(value));
    separate(out);
    if (value < 0) buffer_add(out->to, "-", 1);
    if (fabs(value) > 0) {
        char digits[DIGITS_MAX];
        int32_t power = 0;
        const int32_t count = shortest_digits(fabs(value), digits, &power);
        add_digits(out->to, digits, count, power);
    } else {
        buffer_add(out->to, "0", 1); // and for -0, which is equal to it
    }
}

// ---- values by their tables ----

static const void *pointer_at(const void *at)
{
    const void *value = NULL;
    memcpy(&value, at, sizeof value);
    return value;
}

static ps_list list_at(const void *at)
{
    ps_list list = {NULL, 0};
    memcpy(&list, at, sizeof list);
    return list;
}

/// Whether an optional field has the value that reading makes of an absent one.
static bool is_absent(const ps_field *field, const char *at, const ps_names *names)
{
    char text[PS_NOTATION_TEXT];
    int64_t whole = 0;
    switch (field->type) {
    case PS_FIELD_BOOL:
        return !*(const bool *)at;
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
        return ps_field_int(at) == field->fallback;
    case PS_FIELD_LONG:
        memcpy(&whole, at, sizeof whole);
        return whole == field->fallback;
    case PS_FIELD_REF:
        return ps_field_int(at) == PS_NONE;
    case PS_FIELD_TEXT:
    case PS_FIELD_OPTIONAL:
        return pointer_at(at) == NULL;
    case PS_FIELD_RANGE:
        return ps_field_is_zero(field, at);
    case PS_FIELD_LIST:
        return list_at(at).count == 0;
    case PS_FIELD_NOTATION: // the empty text stands for absence too: a rule without conditions
        return ps_field_is_zero(field, at) ||
               field->notation->format(at, names, text, sizeof text) == 0;
    case PS_FIELD_NUMBER:
    case PS_FIELD_MARKED:
    case PS_FIELD_STRUCT:
        return false;
    }
    return false;
}

static void write_range(json_out *out, const char *at)
{
    ps_range range;
    memcpy(&range, at, sizeof range);
    if (range.low == range.high) {
        json_out_long(out, range.low);
    } else { // on one line even where everything else is indented
        separate(out);
        buffer_format(out->to, out->indent > 0 ? "[%d, %d]" : "[%d,%d]", range.low, range.high);
    }
}

static void write_value(json_out *out, const ps_field *field, ps_field_type type, const char *at,
                        const ps_names *names);

static void write_list(json_out *out, const ps_field *field, const char *at, const ps_names *names)
{
    const ps_list list = list_at(at);
    const size_t size = ps_field_item_size(field);
    json_out_open(out, '[');
    for (int32_t i = 0; i < list.count; i++) {
        write_value(out, field, field->item, (const char *)list.at + (size_t)i * size, names);
    }
    json_out_close(out, ']');
}

static const char *notation_text(const ps_notation *notation, const char *at, const ps_names *names,
                                 char text[PS_NOTATION_TEXT])
{
    const int32_t len = notation->format(at, names, text, PS_NOTATION_TEXT);
    assert(len < PS_NOTATION_TEXT);
    (void)len;
    return text;
}

/// One value; `type` is that of the field or of the items of its list.
static void write_value(json_out *out, const ps_field *field, ps_field_type type, const char *at,
                        const ps_names *names)
{
    char text[PS_NOTATION_TEXT];
    int64_t whole = 0;
    double number = 0;
    switch (type) {
    case PS_FIELD_BOOL:
        json_out_bool(out, *(const bool *)at);
        break;
    case PS_FIELD_INT:
        json_out_long(out, ps_field_int(at));
        break;
    case PS_FIELD_LONG:
        memcpy(&whole, at, sizeof whole);
        json_out_long(out, whole);
        break;
    case PS_FIELD_NUMBER:
        memcpy(&number, at, sizeof number);
        json_out_number(out, number);
        break;
    case PS_FIELD_TEXT:
        json_out_text(out, pointer_at(at));
        break;
    case PS_FIELD_ENUM:
        assert(ps_field_int(at) >= 0 && ps_field_int(at) < field->names->count);
        json_out_text(out, field->names->names[ps_field_int(at)]);
        break;
    case PS_FIELD_RANGE:
        write_range(out, at);
        break;
    case PS_FIELD_NOTATION:
        json_out_text(out, notation_text(field->notation, at, names, text));
        break;
    case PS_FIELD_REF:
        json_out_text(out, names->id(names->context, field->list, ps_field_int(at)));
        break;
    case PS_FIELD_MARKED: // its key was written in place of the field's name
        json_out_text(out, ((const ps_marked *)(const void *)at)->text);
        break;
    case PS_FIELD_STRUCT:
        json_out_struct(out, field->of, at, names);
        break;
    case PS_FIELD_OPTIONAL:
        json_out_struct(out, field->of, pointer_at(at), names);
        break;
    case PS_FIELD_LIST:
        write_list(out, field, at, names);
        break;
    }
}

void json_out_members(json_out *out, const ps_struct *of, const void *value, const ps_names *names)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const char *at = (const char *)value + field->offset;
        if (!field->required && is_absent(field, at, names)) continue;

        const bool marked = field->type == PS_FIELD_MARKED;
        json_out_key(out, marked ? field->names->names[ps_field_int(at)] : field->name);
        write_value(out, field, field->type, at, names);
    }
}

void json_out_struct(json_out *out, const ps_struct *of, const void *value, const ps_names *names)
{
    json_out_open(out, '{');
    json_out_members(out, of, value, names);
    json_out_close(out, '}');
}

void json_write(buffer *to, const ps_struct *of, const void *value, const ps_names *names,
                int32_t indent)
{
    json_out out = {.to = to, .indent = indent};
    json_out_struct(&out, of, value, names);
}
