/// places.h — where everything that was read stands: from an address to file, line and column.
#ifndef PS_TOOLS_PLACES_H
#define PS_TOOLS_PLACES_H

#include "shell/codec/buffer.h"

/// Zero-initialised is empty; grows on the heap.
typedef struct {
    buffer entries;
} places;

/// Remembers that the `size` bytes at `at` were read from there. File names are borrowed.
void places_add(places *to, const void *at, size_t size, const char *file, ps_place place);

/// Finds the value that begins at `at`, the largest when a struct and its first member both do;
/// else the smallest that `at` lies within. False when nothing was read into that memory.
bool places_find(const places *in, const void *at, const char **file, ps_place *place);

void places_free(places *of);

#endif
