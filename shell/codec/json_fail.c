#include "shell/codec/json_tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PATH_TEXT = 512, PATH_SHOWN = 100 };

const char *json_tree_kind(const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "a list";
    case JSON_STRING:
        return "a text";
    case JSON_INTEGER:
        return "a whole number";
    case JSON_REAL:
        return "a number with a fraction";
    case JSON_TRUE:
    case JSON_FALSE:
        return "true or false";
    case JSON_NULL:
        return "null";
    }
    return "nothing";
}

/// Writes "items[2].dose" for the steps down to `at`, and returns its length, below `cap`.
static int32_t path_text(const json_step *at, char *text, int32_t cap)
{
    text[0] = '\0';
    if (!at) return 0;
    const int32_t used = path_text(at->up, text, cap);
    const size_t left = (size_t)(cap - used);
    const int more = at->key ? snprintf(text + used, left, "%s%s", used > 0 ? "." : "", at->key)
                             : snprintf(text + used, left, "[%d]", at->index);
    return (size_t)more < left ? used + more : cap - 1;
}

ps_code json_walk_fail(const json_walk *walk, const json_step *at, ps_code code, const char *format,
                       ...)
{
    char path[PATH_TEXT], text[PS_ERROR_TEXT];
    const int32_t len = path_text(at, path, sizeof path);
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);

    // the end of a long path says more than its beginning
    const bool cut = len > PATH_SHOWN;
    return ps_fail(walk->err, code, (ps_place){0}, "%s%s%s%s", cut ? "..." : "",
                   cut ? path + len - PATH_SHOWN : path, len > 0 ? ": " : "", text);
}

const char *json_shown(ps_str from, char text[JSON_SHOWN_TEXT])
{
    const bool cut = from.len >= JSON_SHOWN_TEXT;
    const int32_t len = cut ? JSON_SHOWN_TEXT - 4 : from.len;
    for (int32_t i = 0; i < len; i++) {
        text[i] = from.ptr[i] >= ' ' && from.ptr[i] <= '~' ? from.ptr[i] : '?';
    }
    snprintf(text + len, (size_t)(JSON_SHOWN_TEXT - len), "%s", cut ? "..." : "");
    return text;
}

const char *json_names_text(const ps_enum *names, char text[JSON_NAMES_TEXT])
{
    int32_t used = 0;
    for (int32_t i = 0; i < names->count; i++) {
        const int32_t len = (int32_t)strlen(names->names[i]);
        const bool fits = used + len + 8 < JSON_NAMES_TEXT;
        used += snprintf(text + used, (size_t)(JSON_NAMES_TEXT - used), "%s%s", i > 0 ? ", " : "",
                         fits ? names->names[i] : "...");
        if (!fits) break;
    }
    return text;
}
