/// json_out.h — a small streaming writer: what is said in order becomes JSON, commas and all.
///
///     json_out out = {.to = &text};
///     json_out_open(&out, '{');
///     json_out_key(&out, "people");
///     json_out_long(&out, 3);
///     json_out_close(&out, '}');
#ifndef PS_SHELL_JSON_OUT_H
#define PS_SHELL_JSON_OUT_H

#include "ps/field.h"
#include "shell/codec/buffer.h"

/// Only `to` and `indent` are set by the caller; the rest starts at zero.
typedef struct {
    buffer *to;
    int32_t indent; ///< 0: one line without blanks; else that many blanks a level
    int32_t depth;
    bool filled; ///< something stands before on this level
    bool keyed;  ///< a key was written, its value comes next
} json_out;

void json_out_open(json_out *out, char bracket);  ///< '{' or '['
void json_out_close(json_out *out, char bracket); ///< '}' or ']'
void json_out_key(json_out *out, const char *key);

void json_out_text(json_out *out, const char *text);
void json_out_bool(json_out *out, bool value);
void json_out_long(json_out *out, int64_t value);

/// The shortest text that reads back equal; asserts that the value is finite.
void json_out_number(json_out *out, double value);

/// A value by its field table, at any place where a value may stand.
void json_out_struct(json_out *out, const ps_struct *of, const void *value, const ps_names *names);

/// The members of a struct alone, inside an object that the caller has opened.
void json_out_members(json_out *out, const ps_struct *of, const void *value, const ps_names *names);

#endif
