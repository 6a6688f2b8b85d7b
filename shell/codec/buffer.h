/// buffer.h — text that grows: the one place where shells build output.
#ifndef PS_SHELL_BUFFER_H
#define PS_SHELL_BUFFER_H

#include "ps/base.h"

/// Zero-initialised is empty. `text` is NUL-terminated once anything was added.
typedef struct {
    char *text;
    size_t len, cap; ///< [bytes]
} buffer;

/// Out of memory ends the program with a message: nothing sensible can be done in a shell.
void buffer_add(buffer *to, const char *bytes, size_t len);
void buffer_text(buffer *to, const char *text);
void buffer_format(buffer *to, const char *format, ...) PS_PRINTF(2, 3);
void buffer_clear(buffer *of); ///< keeps the memory
void buffer_free(buffer *of);

/// An arena of up to `size` bytes whose pages are taken only when they are used.
/// Errors: PS_NOMEM.
PS_MUST_USE ps_code room_open(size_t size, ps_arena *arena, ps_error *err);
void room_close(ps_arena *arena);

#endif
