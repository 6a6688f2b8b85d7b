#include "ps/base.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *ps_code_text(ps_code code)
{
    switch (code) {
#define X(name, text) \
    case PS_##name:   \
        return text;
        PS_CODES(X)
#undef X
    }
    return "not a result code";
}

ps_code ps_fail(ps_error *err, ps_code code, ps_place at, const char *format, ...)
{
    assert(code != PS_OK);
    if (!err) return code;

    err->code = code;
    err->at = at;
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    return code;
}

ps_str ps_str_of(const char *text)
{
    const size_t len = strlen(text);
    assert(len <= INT32_MAX);
    return (ps_str){text, (int32_t)len};
}

bool ps_str_same(ps_str a, ps_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, (size_t)a.len) == 0);
}

bool ps_str_is(ps_str a, const char *text) { return ps_str_same(a, ps_str_of(text)); }

int32_t ps_utf8_len(ps_str text)
{
    // Unicode 15, table 3-7
    static const struct {
        unsigned char first_low, first_high, second_low, second_high;
        int32_t len;
    } forms[] = {
        {0x00, 0x7F, 0x00, 0x00, 1},
        {0xC2, 0xDF, 0x80, 0xBF, 2},
        {0xE0, 0xE0, 0xA0, 0xBF, 3},
        {0xE1, 0xEC, 0x80, 0xBF, 3},
        {0xED, 0xED, 0x80, 0x9F, 3},
        {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4},
        {0xF1, 0xF3, 0x80, 0xBF, 4},
        {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    const unsigned char *at = (const unsigned char *)text.ptr;
    for (int32_t i = 0; i < PS_COUNT(forms) && text.len > 0; i++) {
        const int32_t len = forms[i].len;
        if (at[0] < forms[i].first_low || at[0] > forms[i].first_high) continue;
        if (len > text.len) return 0;
        if (len > 1 && (at[1] < forms[i].second_low || at[1] > forms[i].second_high)) return 0;
        for (int32_t k = 2; k < len; k++) {
            if (at[k] < 0x80 || at[k] > 0xBF) return 0;
        }
        return len;
    }
    return 0;
}

/// Whether the UTF-8 character that `at` begins with is U+0000..U+001F or U+007F..U+009F.
static bool is_control(const char *at)
{
    const unsigned char first = (unsigned char)at[0];
    return first < 0x20 || first == 0x7f || (first == 0xc2 && (unsigned char)at[1] < 0xa0);
}

int32_t ps_str_text_len(ps_str text)
{
    int32_t at = 0;
    while (at < text.len) {
        const int32_t step = ps_utf8_len((ps_str){text.ptr + at, text.len - at});
        if (step == 0 || is_control(text.ptr + at)) break;
        at += step;
    }
    return at;
}

static bool is_id_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

int32_t ps_str_id_len(ps_str text)
{
    int32_t at = 0;
    while (at < text.len && is_id_byte(text.ptr[at])) at++;
    return at;
}

ps_place ps_str_place(ps_str text, int32_t offset)
{
    ps_place place = {1, 1};
    for (int32_t i = 0; i < offset && i < text.len; i++) {
        place.column++;
        if (text.ptr[i] == '\n') place = (ps_place){place.line + 1, 1};
    }
    return place;
}

ps_arena ps_arena_over(void *memory, size_t size)
{
    return (ps_arena){.base = memory, .size = size};
}

void *ps_arena_take(ps_arena *arena, int32_t count, size_t item_size)
{
    assert(count >= 0 && item_size > 0);
    const size_t align = _Alignof(max_align_t);
    const uintptr_t at = (uintptr_t)arena->base + arena->used;
    const size_t pad = (align - at % align) % align;
    const size_t left = arena->size - arena->used;
    if (!arena->base || pad > left || (size_t)count > (left - pad) / item_size) return NULL;

    void *taken = arena->base + arena->used + pad;
    arena->used += pad + (size_t)count * item_size;
    if (arena->peak < arena->used) arena->peak = arena->used;
    return memset(taken, 0, (size_t)count * item_size);
}

const char *ps_arena_text(ps_arena *arena, ps_str text)
{
    char *copy = ps_arena_take(arena, text.len + 1, 1);
    if (copy && text.len > 0) memcpy(copy, text.ptr, (size_t)text.len);
    return copy;
}

void ps_arena_rewind(ps_arena *arena, size_t used)
{
    assert(used <= arena->used);
    arena->used = used;
}
