/// schema.h — JSON Schemas of the files in data/, for editors: names, limits and what they mean.
#ifndef PS_TOOLS_SCHEMA_H
#define PS_TOOLS_SCHEMA_H

#include "ps/field.h"
#include "shell/codec/buffer.h"

/// The schema of the files of a root field: of one record where each has a file of its own (that
/// is, for a list read from a folder), else of the whole file.
void schema_write(buffer *to, const ps_field *field, bool record_files);

#endif
