/// json_tree.h — json_read in two steps, for codecs that must look into a document before they
/// know which table describes it (an event's kind names the table of its body).
#ifndef PS_SHELL_JSON_TREE_H
#define PS_SHELL_JSON_TREE_H

#include "ps/field.h"

#include <jansson.h>

/// One step from the root to a value; the steps live on the stack of the walk. NULL is the root.
typedef struct json_step json_step;
struct json_step {
    const json_step *up;
    const char *key; ///< of a member; NULL for an item
    int32_t index;   ///< of an item
};

typedef struct {
    const ps_names *names; ///< resolves references; NULL when the tables have none
    ps_arena *arena;
    ps_error *err;
} json_walk;

/// Fills the error with "path: what was wanted" and returns `code`.
ps_code json_walk_fail(const json_walk *walk, const json_step *at, ps_code code, const char *format,
                       ...) PS_PRINTF(4, 5);

/// Reads the whole of `text` as one object or list; the caller owns `root`, NULL on failure.
/// Errors  PS_SYNTAX, PS_RANGE (too deep, too long, a number too big) with line and column.
PS_MUST_USE ps_code json_tree_parse(ps_str text, json_t **root, ps_error *err);

/// Checks and reads `json`, which stands at `at`, into `value`: zeroed memory of of->size bytes.
/// On failure `value` is half filled.
/// Errors  as json_read, without those of the syntax.
PS_MUST_USE ps_code json_tree_read(const json_walk *walk, const json_step *at, const ps_struct *of,
                                   json_t *json, void *value);

// ---- words for messages ----

enum { JSON_SHOWN_TEXT = 48, JSON_NAMES_TEXT = 120 };

/// "a list", "a text": what a value is.
const char *json_tree_kind(const json_t *json);

/// Text from outside as it may be shown in a terminal: printable ASCII, cut with "...".
/// Returns `text`.
const char *json_shown(ps_str from, char text[JSON_SHOWN_TEXT]);

/// "no, yes, not_sure", as many as fit. Returns `text`.
const char *json_names_text(const ps_enum *names, char text[JSON_NAMES_TEXT]);

#endif
