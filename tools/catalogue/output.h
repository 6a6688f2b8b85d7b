/// output.h — files that appear all at once or not at all.
#ifndef PS_TOOLS_OUTPUT_H
#define PS_TOOLS_OUTPUT_H

#include "shell/codec/buffer.h"

enum { OUTPUT_PATH = 1024, OUTPUTS_MAX = 64 };

typedef struct {
    char path[OUTPUT_PATH];
    buffer text;
} output;

/// Zero-initialised is empty.
typedef struct {
    output at[OUTPUTS_MAX];
    int32_t count;
} outputs;

/// A new output to be filled; its path is folder/name, or name alone when folder is NULL. NULL,
/// with a message, when the path is too long or there are too many.
buffer *outputs_add(outputs *to, const char *folder, const char *name);

/// Writes every file beside its place first, then moves all of them there. A file that would not
/// change is left alone, so that nothing is built again because of it. False, with a message and
/// without a trace, when one cannot be written.
bool outputs_write(const outputs *of);

void outputs_free(outputs *of);

#endif
