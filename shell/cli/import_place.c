// Where in a line of JSON the value stands that a message speaks of.
#include "shell/cli/import_parse.h"

#include <string.h>

/// The line, and how far it was read. Behind the end there are only NULs.
typedef struct {
    ps_str line;
    int32_t at;
} scan;

static char now_at(const scan *of) { return of->at < of->line.len ? of->line.ptr[of->at] : '\0'; }

static void skip_blanks(scan *of)
{
    while (now_at(of) != '\0' && strchr(" \t\r\n", now_at(of))) of->at++;
}

/// Skips a string and returns what stands between its quotes, escapes and all.
static ps_str skip_string(scan *of)
{
    const int32_t first = ++of->at;
    while (of->at < of->line.len && now_at(of) != '"') of->at += now_at(of) == '\\' ? 2 : 1;
    if (of->at > of->line.len) of->at = of->line.len;
    const ps_str text = {of->line.ptr + first, of->at - first};
    if (of->at < of->line.len) of->at++;
    return text;
}

/// Skips a value of any kind.
static void skip_value(scan *of)
{
    int32_t depth = 0;
    while (of->at < of->line.len) {
        const char c = now_at(of);
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) return;
        if (c == '"') {
            (void)skip_string(of);
            continue;
        }
        depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
        of->at++;
    }
}

/// Goes to the value of the member `key` of the object that begins here; `key_at` receives where
/// the key stands.
static bool enter_member(scan *of, ps_str key, int32_t *key_at)
{
    if (now_at(of) != '{') return false;
    of->at++;
    while (of->at < of->line.len) {
        skip_blanks(of);
        if (now_at(of) != '"') return false;
        *key_at = of->at;
        const ps_str found = skip_string(of);
        skip_blanks(of);
        if (now_at(of) != ':') return false;
        of->at++;
        skip_blanks(of);
        if (ps_str_same(found, key)) return true;
        skip_value(of);
        if (now_at(of) != ',') return false;
        of->at++;
    }
    return false;
}

/// Goes to the item `index` of the list that begins here.
static bool enter_item(scan *of, int32_t index)
{
    if (now_at(of) != '[') return false;
    of->at++;
    for (int32_t i = 0; i < index; i++) {
        skip_value(of);
        if (now_at(of) != ',') return false;
        of->at++;
    }
    skip_blanks(of);
    return now_at(of) != ']' && now_at(of) != '\0';
}

static bool is_key_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The length of the path at the start of a message; 0 when there is none.
static int32_t path_length(const char *message)
{
    int32_t len = 0;
    while (is_key_char(message[len]) || (message[len] && strchr(".[]", message[len]))) len++;
    return message[len] == ':' ? len : 0;
}

/// Takes one step of the path and goes there.
static bool take_step(scan *of, const char *path, int32_t len, int32_t *at)
{
    if (path[*at] == '.') ++*at;
    if (*at < len && path[*at] == '[') {
        int32_t index = 0;
        for (++*at; *at < len && path[*at] >= '0' && path[*at] <= '9'; ++*at) {
            if (index > IMPORT_EVENTS_MAX) return false;
            index = index * 10 + (path[*at] - '0');
        }
        ++*at; // the closing bracket
        return enter_item(of, index);
    }
    const int32_t first = *at;
    int32_t ignored = 0;
    while (*at < len && is_key_char(path[*at])) ++*at;
    return *at > first && enter_member(of, (ps_str){path + first, *at - first}, &ignored);
}

/// The key that a message calls unknown; empty when it is about something else.
static ps_str unknown_key(const char *message)
{
    static const char words[] = "no such key '";
    const char *key = strstr(message, words);
    if (!key) return PS_STR("");
    key += sizeof words - 1;
    return (ps_str){key, (int32_t)strcspn(key, "'")};
}

int32_t import_column(ps_str line, const char *message)
{
    scan of = {.line = line};
    skip_blanks(&of);
    int32_t found = of.at;
    const int32_t len = path_length(message);
    for (int32_t at = 0; at < len;) {
        if (!take_step(&of, message, len, &at)) return found + 1;
        found = of.at;
    }
    int32_t key_at = 0;
    const ps_str key = unknown_key(message);
    return (key.len > 0 && enter_member(&of, key, &key_at) ? key_at : found) + 1;
}
