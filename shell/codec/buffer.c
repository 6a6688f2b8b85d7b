#include "shell/codec/buffer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/// Makes room for `more` bytes and the NUL behind them.
static void make_room(buffer *to, size_t more)
{
    assert(to->len <= to->cap);
    if (more < to->cap - to->len) return;

    size_t cap = to->cap ? to->cap : 256;
    while (cap - to->len <= more && cap <= SIZE_MAX / 2) cap *= 2;
    char *text = cap - to->len > more ? realloc(to->text, cap) : NULL;
    if (!text) {
        fprintf(stderr, "psoas: out of memory while building a text of %zu bytes\n", to->len);
        _Exit(EXIT_FAILURE); // not exit(): other threads may hold what its handlers need
    }
    to->text = text;
    to->cap = cap;
}

void buffer_add(buffer *to, const char *bytes, size_t len)
{
    make_room(to, len);
    if (len > 0) memcpy(to->text + to->len, bytes, len);
    to->len += len;
    to->text[to->len] = '\0';
}

void buffer_text(buffer *to, const char *text) { buffer_add(to, text, strlen(text)); }

void buffer_format(buffer *to, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);

    // the first try tells the length, and mostly fits already
    make_room(to, 128);
    const int len = vsnprintf(to->text + to->len, to->cap - to->len, format, args);
    assert(len >= 0);
    if ((size_t)len >= to->cap - to->len) {
        make_room(to, (size_t)len);
        vsnprintf(to->text + to->len, to->cap - to->len, format, again);
    }
    to->len += (size_t)len;

    va_end(again);
    va_end(args);
}

void buffer_clear(buffer *of)
{
    of->len = 0;
    if (of->text) of->text[0] = '\0';
}

void buffer_free(buffer *of)
{
    free(of->text);
    *of = (buffer){0};
}

ps_code room_open(size_t size, ps_arena *arena, ps_error *err)
{
    // MAP_NORESERVE: a generous bound costs address space, not memory
    void *memory = size == 0 ? MAP_FAILED
                             : mmap(NULL, size, PROT_READ | PROT_WRITE,
                                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        return ps_fail(err, PS_NOMEM, (ps_place){0}, "cannot reserve %zu MiB of memory",
                       size >> 20);
    }
    *arena = ps_arena_over(memory, size);
    return PS_OK;
}

void room_close(ps_arena *arena)
{
    if (arena->base) munmap(arena->base, arena->size);
    *arena = (ps_arena){0};
}
