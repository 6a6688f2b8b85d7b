#include "shell/cli/wrap.h"

#include <assert.h>
#include <ctype.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

/// One code point; false (and one byte) where the bytes are not UTF-8.
static bool decode(ps_str text, int32_t *bytes, uint32_t *code)
{
    const unsigned char first = (unsigned char)text.ptr[0];
    const int32_t need = first < 0x80   ? 1
                         : first < 0xc2 ? 0
                         : first < 0xe0 ? 2
                         : first < 0xf0 ? 3
                                        : 4;
    *bytes = 1;
    *code = first;
    if (need == 1) return true;
    if (need == 0 || first > 0xf4 || need > text.len) return false;

    uint32_t value = first & (0x7fu >> need);
    for (int32_t i = 1; i < need; i++) {
        const unsigned char byte = (unsigned char)text.ptr[i];
        if ((byte & 0xc0) != 0x80) return false;
        value = value << 6 | (byte & 0x3fu);
    }
    // too long a form, a surrogate, or beyond Unicode
    const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[need] || (value >= 0xd800 && value < 0xe000) || value > 0x10ffff)
        return false;
    *bytes = need;
    *code = value;
    return true;
}

/// Columns of one code point, -1 for a control character. The C library knows Unicode's tables,
/// but only within a UTF-8 locale, which must not leak into the rest of the program.
static int32_t columns_of(uint32_t code)
{
    static locale_t unicode;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return -1;
    if (code < 0x300) return 1;
    if (!unicode) unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!unicode) return 1;
    const locale_t before = uselocale(unicode);
    const int columns = wcwidth((wchar_t)code);
    uselocale(before);
    return columns < 0 ? 1 : columns; // not assigned yet: most likely one
}

glyph text_glyph(ps_str text)
{
    assert(text.len > 0);
    int32_t bytes = 0;
    uint32_t code = 0;
    const bool valid = decode(text, &bytes, &code);
    const int32_t columns = valid ? columns_of(code) : -1;
    if (columns < 0) return (glyph){.bytes = bytes, .columns = bytes};

    glyph got = {.bytes = bytes, .columns = columns, .clean = true};
    while (got.bytes < text.len) { // marks belong to the character before them
        const ps_str rest = {text.ptr + got.bytes, text.len - got.bytes};
        if ((unsigned char)rest.ptr[0] < 0x80) break;
        if (!decode(rest, &bytes, &code) || columns_of(code) != 0) break;
        got.bytes += bytes;
    }
    return got;
}

int32_t text_columns(ps_str text)
{
    int32_t columns = 0;
    for (int32_t at = 0; at < text.len;) {
        const glyph next = text_glyph((ps_str){text.ptr + at, text.len - at});
        columns += next.columns;
        at += next.bytes;
    }
    return columns;
}

/// Whether the word at `at` is a unit that its number must not lose.
static bool is_unit(ps_str text, int32_t at)
{
    static const char *const units[] = {"s", "min", "kg", "lb", "h", "cm", "%"};
    int32_t end = at;
    while (end < text.len && (isalpha((unsigned char)text.ptr[end]) || text.ptr[end] == '%')) end++;
    for (int32_t i = 0; i < PS_COUNT(units); i++) {
        if (ps_str_is((ps_str){text.ptr + at, end - at}, units[i])) return true;
    }
    return false;
}

/// Whether a line should rather not end at the blank at `at`.
static bool is_glue(ps_str text, int32_t at)
{
    if (at == 0 || at + 1 >= text.len) return false;
    if (text.ptr[at + 1] == '[') return true;
    return isdigit((unsigned char)text.ptr[at - 1]) && is_unit(text, at + 1);
}

static int32_t behind_blanks(ps_str text, int32_t at)
{
    while (at < text.len && text.ptr[at] == ' ') at++;
    return at;
}

int32_t text_line(ps_str text, int32_t columns, int32_t *next)
{
    assert(columns > 0);
    int32_t used = 0, good = 0, poor = 0; // bytes up to a good break, and to one of need
    for (int32_t at = 0; at < text.len;) {
        const bool blank = text.ptr[at] == ' ' && (at == 0 || text.ptr[at - 1] != ' ');
        if (blank && at > 0) *(is_glue(text, at) ? &poor : &good) = at;

        const glyph now = text_glyph((ps_str){text.ptr + at, text.len - at});
        if (used + now.columns > columns && at > 0) {
            const int32_t end = good > 0 ? good : poor > 0 ? poor : at;
            *next = behind_blanks(text, end);
            return end;
        }
        used += now.columns;
        at += now.bytes;
    }
    *next = text.len;
    int32_t end = text.len;
    while (end > 0 && text.ptr[end - 1] == ' ') end--;
    return end;
}
