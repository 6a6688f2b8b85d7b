#include "base/scan.h"

#include <assert.h>
#include <string.h>

bool ps__take(ps_scan *scan, const char *word)
{
    const int32_t len = (int32_t)strlen(word);
    if (scan->text.len - scan->at < len) return false;
    if (memcmp(scan->text.ptr + scan->at, word, (size_t)len) != 0) return false;
    scan->at += len;
    return true;
}

bool ps__take_int(ps_scan *scan, int32_t max, int32_t *value)
{
    assert(max <= INT32_MAX / 10 - 1);
    int32_t at = scan->at, sum = 0;
    for (; at < scan->text.len; at++) {
        const int32_t digit = scan->text.ptr[at] - '0';
        if (digit < 0 || digit > 9) break;
        sum = 10 * sum + digit;
        if (sum > max) return false;
    }
    if (at == scan->at) return false;
    scan->at = at;
    *value = sum;
    return true;
}

bool ps__take_blanks(ps_scan *scan)
{
    const int32_t from = scan->at;
    while (scan->at < scan->text.len && scan->text.ptr[scan->at] == ' ') scan->at++;
    return scan->at > from;
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

ps_str ps__take_word(ps_scan *scan)
{
    const int32_t from = scan->at;
    int32_t at = from;
    for (; at < scan->text.len; at++) {
        const char c = scan->text.ptr[at];
        const bool later = (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!is_letter(c) && !(at > from && later)) break;
    }
    scan->at = at;
    return (ps_str){scan->text.ptr + from, at - from};
}
