#include "problems.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

ps_str problems_shown(ps_str text)
{
    enum { SHOWN_MAX = 40 };
    if (text.len <= SHOWN_MAX) return text;
    int32_t len = SHOWN_MAX;
    while (len > 0 && ((unsigned char)text.ptr[len] & 0xc0) == 0x80) len--;
    return (ps_str){text.ptr, len};
}

void problems_add(problems *to, const char *file, ps_place at, const char *format, ...)
{
    if (to->count < PROBLEMS_MAX) {
        problem *added = &to->found[to->count];
        added->file = file;
        added->at = at.line > 0 ? at : (ps_place){1, 1};
        va_list args;
        va_start(args, format);
        vsnprintf(added->text, sizeof added->text, format, args);
        va_end(args);
    }
    to->count++;
}

static int by_place(const void *a, const void *b)
{
    const problem *left = a, *right = b;
    const int files = strcmp(left->file, right->file);
    if (files != 0) return files;
    if (left->at.line != right->at.line) return left->at.line < right->at.line ? -1 : 1;
    if (left->at.column != right->at.column) return left->at.column < right->at.column ? -1 : 1;
    return strcmp(left->text, right->text);
}

static int32_t kept_of(const problems *of)
{
    return of->count < PROBLEMS_MAX ? of->count : PROBLEMS_MAX;
}

void problems_sort(problems *of)
{
    qsort(of->found, (size_t)kept_of(of), sizeof of->found[0], by_place);
}

void problems_print(problems *of, FILE *to)
{
    problems_sort(of);
    const int32_t kept = kept_of(of);
    for (int32_t i = 0; i < kept; i++) {
        const problem *here = &of->found[i];
        fprintf(to, "%s:%d:%d: %s\n", here->file, here->at.line, here->at.column, here->text);
    }
    if (of->count > kept) fprintf(to, "and %d more\n", of->count - kept);
}
