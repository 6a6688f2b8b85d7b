// Laws: any text is read as an instant or a day, or refused with a place inside it; what is read is
// inside its limits and writes to text that reads to the same value and is written again the same.
#include "ps/history.h"

#include <stdlib.h>
#include <string.h>

static void check_place(ps_code code, const ps_error *err, ps_str text)
{
    if (err->code != code) abort();
    if (code == PS_OK) return;
    if (err->text[0] == '\0' || err->at.line != 1) abort();
    if (err->at.column < 1 || err->at.column > text.len + 1) abort();
}

static void check_instant(ps_str text)
{
    ps_instant at = {-1, 0}, again = {-1, 0};
    ps_error err = {0};
    const ps_code code = ps_instant_parse(text, &at, &err);
    check_place(code, &err, text);
    if (code != PS_OK) return;

    if (at.ms < 0 || at.ms > PS_MS_MAX) abort();
    if (at.offset_min < -PS_OFFSET_MAX || at.offset_min > PS_OFFSET_MAX) abort();
    const ps_day day = ps_local_day(at);
    if (day < PS_DAY_MIN || day > PS_DAY_MAX) abort();

    char first[PS_INSTANT_TEXT], second[PS_INSTANT_TEXT];
    const int32_t len = ps_instant_format(at, first, sizeof first);
    if (ps_instant_parse((ps_str){first, len}, &again, NULL) != PS_OK) abort();
    if (again.ms != at.ms || again.offset_min != at.offset_min) abort();
    ps_instant_format(again, second, sizeof second);
    if (strcmp(first, second) != 0) abort();
    // everything but the fraction and the name of the zone stands as it was written
    if (memcmp(first, text.ptr, 10) != 0 || memcmp(first + 11, text.ptr + 11, 8) != 0) abort();
}

static void check_day(ps_str text)
{
    ps_day day = -99;
    ps_error err = {0};
    const ps_code code = ps_day_parse(text, &day, &err);
    check_place(code, &err, text);
    if (code != PS_OK) return;

    char again[PS_DAY_TEXT];
    const int32_t len = ps_day_format(day, again, sizeof again);
    if (len != text.len || memcmp(again, text.ptr, (size_t)len) != 0) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 4096) return 0;
    const ps_str text = {(const char *)data, (int32_t)size};
    check_instant(text);
    check_day(text);
    return 0;
}
