// Files in memory, comments and literals apart from code; and the complaints about them.
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tidy.h"

static int complaints;

void complain(const char *path, int line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s:%d: ", path, line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    complaints++;
}

int complaint_count(void) { return complaints; }

bool starts(const char *text, const char *with) { return strncmp(text, with, strlen(with)) == 0; }

bool ends(const char *text, const char *with)
{
    const size_t len = strlen(text), tail = strlen(with);
    return len >= tail && strcmp(text + len - tail, with) == 0;
}

bool is_word_byte(char c) { return isalnum((unsigned char)c) || c == '_'; }

bool listed(const char *list, const char *word, size_t len)
{
    for (const char *at = list; *at;) {
        const size_t span = strcspn(at, " ");
        const bool any_ending = span > 0 && at[span - 1] == '*';
        const size_t fixed = any_ending ? span - 1 : span;
        if ((any_ending ? len >= fixed : len == fixed) && memcmp(at, word, fixed) == 0) return true;
        at += span + strspn(at + span, " ");
    }
    return false;
}

bool is_row(const char *line)
{
    const size_t indent = strspn(line, " ");
    return indent > 0 && line[indent] == '{';
}

bool is_core(const char *path) { return starts(path, "core/") || starts(path, "include/"); }

long read_whole(const char *path, char *bytes)
{
    FILE *in = fopen(path, "rb");
    if (!in) return -1;
    const size_t len = fread(bytes, 1, BYTES_MAX, in);
    const bool bad = ferror(in) || len == BYTES_MAX;
    fclose(in);
    if (bad) return -1;
    bytes[len] = '\0';
    return (long)len;
}

size_t skip_span(const char *text, size_t at)
{
    if (text[at] == '/' && text[at + 1] == '/') return at + strcspn(text + at, "\n");
    if (text[at] == '/' && text[at + 1] == '*') {
        const char *end = strstr(text + at + 2, "*/");
        return end ? (size_t)(end - text) + 2 : strlen(text);
    }
    if (text[at] != '"' && text[at] != '\'') return at;
    size_t to = at + 1;
    while (text[to] && text[to] != text[at] && text[to] != '\n') {
        to += text[to] == '\\' && text[to + 1] ? 2 : 1;
    }
    return to + (text[to] == text[at]);
}

void blank_out(const char *text, size_t len, char *code)
{
    memcpy(code, text, len + 1);
    for (size_t at = 0; at < len;) {
        const size_t to = skip_span(text, at);
        for (size_t i = at; i < to; i++) {
            if (code[i] != '\n') code[i] = ' ';
        }
        at = to > at ? to : at + 1;
    }
}

int line_of(const char *text, const char *at)
{
    int line = 1;
    for (; text < at; text++) line += *text == '\n';
    return line;
}
