/// json.h — JSON in and out by field tables.
///
/// Reading is strict (jansson): no duplicate keys, no trailing text, valid UTF-8, no NUL, no
/// unknown keys, at most JSON_DEPTH deep; every value is checked against its field. How values
/// stand in JSON:
///
///     a range         10 or [8, 12]              a reference   the id: "hip-march"
///     a notation      its text: "3x10/side"      an enum       its name
///     marked text     {"given": "Stand tall."}   a shorthand   {"tag": "x"}, or read as "x" too
///     a whole number  3, never 3.0 or 3e0        absent        no key, never null
///
/// Computed fields are written, and refused when they are read.
#ifndef PS_SHELL_JSON_H
#define PS_SHELL_JSON_H

#include "ps/field.h"
#include "shell/codec/buffer.h"

enum {
    JSON_DEPTH = 32,
    JSON_TEXT_MAX = 64 << 20 ///< [bytes] of a whole document
};

/// Writes a value with the fields of `of`; absent optional values are left out.
/// The bytes are canonical: fields in the order of the table, numbers as short as they read back.
/// indent  0: one line without blanks; else that many blanks a level
/// names   resolves references; NULL when the struct has none
void json_write(buffer *to, const ps_struct *of, const void *value, const ps_names *names,
                int32_t indent);

/// Writes a JSON string with its quotes. Each byte that is not UTF-8, as a path of a file may have,
/// comes out as U+FFFD, so that the whole is always JSON.
void json_write_string(buffer *to, const char *text);

/// Reads the whole of `text` into `value` (size of->size); texts and lists live in `arena`.
/// On failure `value` is untouched and the arena as full as before.
///
/// Errors  of the text itself (PS_SYNTAX; PS_RANGE for its depth, its size, a number no type can
///         hold) with line and column; of a value (PS_RANGE, also for one of the wrong type,
///         PS_MISSING, PS_UNKNOWN, those of its notation) with its path and no place:
///         "items[2].dose: want ..."; PS_NOMEM.
/// Nullable: err, names.
PS_MUST_USE ps_code json_read(ps_str text, const ps_struct *of, const ps_names *names,
                              ps_arena *arena, void *value, ps_error *err);

/// The JSON Schema (2020-12) of a struct, with its doc sentences as descriptions.
///
/// It accepts what json_read accepts. It is looser where JSON Schema has no words for it: lengths
/// count characters instead of bytes, notations and references are any text, 3.0 is whole.
/// id  the "$id" and title
void json_schema(buffer *to, const ps_struct *of, const char *id);

/// The same for a document that is one of several structs, each with a c_name of its own.
void json_schema_any(buffer *to, const ps_struct *const *of, int32_t count, const char *id);

#endif
