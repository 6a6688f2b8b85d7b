/// problems.h — what is wrong with the data: located, and collected over a whole run.
#ifndef PS_TOOLS_PROBLEMS_H
#define PS_TOOLS_PROBLEMS_H

#include "ps/base.h"

#include <stdio.h>

enum {
    PROBLEMS_MAX = 50, ///< more than anybody reads; the rest is only counted
    PROBLEM_TEXT = 600 ///< [bytes]
};

typedef struct {
    const char *file; ///< borrowed
    ps_place at;
    char text[PROBLEM_TEXT];
} problem;

/// Zero-initialised is empty.
typedef struct {
    problem found[PROBLEMS_MAX];
    int32_t count; ///< of all, also of those beyond PROBLEMS_MAX
    bool unread;   ///< a file could not be read: ids that are missing may stand in it
} problems;

/// As much of a text from a file as fits into a message: at most 40 bytes of whole characters.
ps_str problems_shown(ps_str text);

/// A place of zeros stands for the whole file.
void problems_add(problems *to, const char *file, ps_place at, const char *format, ...)
    PS_PRINTF(4, 5);

/// Puts them in the order of their places.
void problems_sort(problems *of);

/// "data/exercises/psoas-march.yaml:12:9: what was wanted", a line each, in the order of places.
void problems_print(problems *of, FILE *to);

#endif
