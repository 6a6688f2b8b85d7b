/// emit.h — a document as constant C tables: the YAML reader's values, written by field table.
#ifndef PS_TOOLS_EMIT_H
#define PS_TOOLS_EMIT_H

#include "ps/field.h"
#include "shell/codec/buffer.h"

/// Adds `const T name = {…};` and, above it, a static table for every list and optional value.
/// Equal tables are written once. The text is the same for the same values.
void emit_document(buffer *to, const ps_struct *of, const void *root, const char *name);

/// Adds a C string literal.
void emit_text(buffer *to, const char *text);

#endif
