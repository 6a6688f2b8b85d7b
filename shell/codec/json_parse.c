#include "shell/codec/json.h"
#include "shell/codec/json_tree.h"

#include <string.h>

/// The end of the token that begins at `at`: a string, a mark, or a run of anything else.
static int32_t token_end(ps_str text, int32_t at)
{
    static const char marks[] = "{}[]:,";
    if (text.ptr[at] == '"') {
        for (at++; at < text.len && text.ptr[at] != '"'; at++) {
            if (text.ptr[at] == '\\') at++;
        }
        return at < text.len ? at + 1 : text.len;
    }
    if (memchr(marks, text.ptr[at], sizeof marks - 1)) return at + 1;
    while (at < text.len && text.ptr[at] != '\0' && !strchr("{}[]:,\" \t\r\n", text.ptr[at])) at++;
    return at;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Limits of the text as a whole, so that the parser proper meets nothing that is out of size.
static ps_code check_limits(ps_str text, ps_error *err)
{
    if (text.len > JSON_TEXT_MAX) {
        return ps_fail(err, PS_RANGE, (ps_place){0}, "want a text of at most %d bytes, not %d",
                       JSON_TEXT_MAX, text.len);
    }
    const char *nul = text.len > 0 ? memchr(text.ptr, '\0', (size_t)text.len) : NULL;
    if (nul) {
        return ps_fail(err, PS_SYNTAX, ps_str_place(text, (int32_t)(nul - text.ptr)),
                       "a NUL byte cannot stand in JSON");
    }

    int32_t depth = 0;
    for (int32_t at = 0; at < text.len;) {
        const char c = text.ptr[at];
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') depth--;
        if (depth > JSON_DEPTH) {
            return ps_fail(err, PS_RANGE, ps_str_place(text, at), "nested more than %d levels deep",
                           JSON_DEPTH);
        }
        at = is_blank(c) ? at + 1 : token_end(text, at);
    }
    return PS_OK;
}

/// The start of the last token that begins before `end`: the parser tells only where it stopped.
static int32_t token_before(ps_str text, int32_t end)
{
    int32_t start = 0;
    for (int32_t at = 0; at < end && at < text.len;) {
        if (is_blank(text.ptr[at])) {
            at++;
        } else {
            start = at;
            at = token_end(text, at);
        }
    }
    return start;
}

static ps_code parse_failed(ps_str text, const json_error_t *error, ps_error *err)
{
    const enum json_error_code why = json_error_code(error);
    if (why == json_error_out_of_memory) {
        return ps_fail(err, PS_NOMEM, (ps_place){0}, "out of memory while reading JSON");
    }

    // what stands at fault is told by the place; quoted it could carry control characters
    const char *near = strstr(error->text, " near '");
    const int len = near ? (int)(near - error->text) : (int)strlen(error->text);
    int32_t at = token_before(text, error->position);
    if (why == json_error_premature_end_of_input) at = text.len;
    if (why == json_error_invalid_utf8) at = error->position; // counts the bytes that were good
    return ps_fail(err, why == json_error_numeric_overflow ? PS_RANGE : PS_SYNTAX,
                   ps_str_place(text, at), "%.*s", len, error->text);
}

ps_code json_tree_parse(ps_str text, json_t **root, ps_error *err)
{
    *root = NULL;
    const ps_code code = check_limits(text, err);
    if (code != PS_OK) return code;

    json_error_t error;
    *root =
        json_loadb(text.len > 0 ? text.ptr : "", (size_t)text.len, JSON_REJECT_DUPLICATES, &error);
    return *root ? PS_OK : parse_failed(text, &error, err);
}
