/// line_kit.h — a command line as the words that a shell would make of it.
#ifndef PS_TEST_LINE_KIT_H
#define PS_TEST_LINE_KIT_H

#include <stdint.h>
#include <string.h>

/// Cuts `room` into at most `most` words, separated by blanks; '…' keeps them together. Returns
/// how many.
static inline int32_t line_words(char *room, const char **words, int32_t most)
{
    int32_t count = 0;
    for (char *at = room; *at && count < most;) {
        while (*at == ' ') *at++ = '\0';
        if (!*at) break;
        const char end = *at == '\'' ? '\'' : ' ';
        if (end == '\'') at++;
        words[count++] = at;
        at += strcspn(at, (char[]){end, '\0'});
        if (*at) *at++ = '\0';
    }
    return count;
}

#endif
