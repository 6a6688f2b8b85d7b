#include "base/scan.h"
#include "ps/history.h"

#include <assert.h>

enum {
    MINUTE_MS = 60 * 1000,
    HOUR_MS = 60 * MINUTE_MS,
    DAY_MIN = 24 * 60,
    DAY_MS = DAY_MIN * MINUTE_MS,
    YEAR_FIRST = 1969, ///< 1970-01-01T00:00Z is still the year before in the west
    YEAR_LAST = 2100
};

typedef struct {
    int32_t year, month, day; ///< year 1..9999, month 1..12, day 1..31
} date;

/// The quotient rounded down, for b > 0.
static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

// ---- dates and day numbers ----
// Source  H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil and
//         civil_from_days), https://howardhinnant.github.io/date_algorithms.html. The year is taken
//         to begin on 1 March, so that the leap day is its last and the months before it have a
//         pattern: 153 days in every five months.

enum {
    ERA_YEARS = 400,
    ERA_DAYS = 146097,    ///< days in 400 years
    MARCH_0000 = -719468, ///< 0000-03-01
    DAY_FIRST = -719162,  ///< 0001-01-01
    DAY_LAST = 2932896    ///< 9999-12-31
};

static ps_day day_of_date(date of)
{
    const int32_t year = of.month <= 2 ? of.year - 1 : of.year;
    const int32_t era = year / ERA_YEARS, year_of_era = year % ERA_YEARS;
    const int32_t month = (of.month + 9) % 12; // March is 0
    const int32_t day_of_year = (153 * month + 2) / 5 + of.day - 1;
    const int32_t leap_days = year_of_era / 4 - year_of_era / 100;
    return MARCH_0000 + era * ERA_DAYS + year_of_era * 365 + leap_days + day_of_year;
}

static date date_of_day(ps_day day)
{
    assert(day >= DAY_FIRST && day <= DAY_LAST);
    const int32_t since = day - MARCH_0000;
    const int32_t era = since / ERA_DAYS, day_of_era = since % ERA_DAYS;
    // take out the leap days passed, then every year has 365
    const int32_t leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
    const int32_t year_of_era = (day_of_era - leap_days) / 365;
    const int32_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int32_t month = (5 * day_of_year + 2) / 153; // March is 0

    date of;
    of.day = day_of_year - (153 * month + 2) / 5 + 1;
    of.month = month < 10 ? month + 3 : month - 9;
    of.year = era * ERA_YEARS + year_of_era + (of.month <= 2);
    return of;
}

static int32_t days_in_month(int32_t year, int32_t month)
{
    static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    assert(month >= 1 && month <= 12);
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

ps_day ps_local_day(ps_instant at)
{
    const int64_t shift_min = at.offset_min - PS_DAY_STARTS_MIN;
    return (ps_day)floor_div(at.ms + shift_min * MINUTE_MS, DAY_MS);
}

int32_t ps_day_of_week(ps_day day)
{
    // day 0 was a Thursday
    const int64_t since_monday = (int64_t)day + 3;
    return (int32_t)(since_monday - 7 * floor_div(since_monday, 7)) + 1;
}

// ---- writing ----

/// Writes `value` with `digits` digits and returns where the text goes on.
static char *put_number(char *to, int64_t value, int32_t digits)
{
    for (int32_t i = digits - 1; i >= 0; i--) {
        to[i] = (char)('0' + value % 10);
        value /= 10;
    }
    return to + digits;
}

static char *put_mark(char *to, char mark)
{
    *to = mark;
    return to + 1;
}

static char *put_date(char *to, ps_day day)
{
    const date of = date_of_day(day);
    to = put_mark(put_number(to, of.year, 4), '-');
    to = put_mark(put_number(to, of.month, 2), '-');
    return put_number(to, of.day, 2);
}

int32_t ps_day_format(ps_day day, char *text, int32_t cap)
{
    assert(cap >= PS_DAY_TEXT);
    (void)cap;
    char *end = put_date(text, day);
    *end = '\0';
    return (int32_t)(end - text);
}

int32_t ps_instant_format(ps_instant at, char *text, int32_t cap)
{
    assert(cap >= PS_INSTANT_TEXT);
    assert(at.ms >= 0 && at.ms <= PS_MS_MAX);
    assert(at.offset_min >= -PS_OFFSET_MAX && at.offset_min <= PS_OFFSET_MAX);
    (void)cap;

    const int64_t local_ms = at.ms + (int64_t)at.offset_min * MINUTE_MS;
    const ps_day day = (ps_day)floor_div(local_ms, DAY_MS);
    const int64_t clock_ms = local_ms - (int64_t)day * DAY_MS;
    const int32_t offset = at.offset_min < 0 ? -at.offset_min : at.offset_min;

    char *to = put_mark(put_date(text, day), 'T');
    to = put_mark(put_number(to, clock_ms / HOUR_MS, 2), ':');
    to = put_mark(put_number(to, clock_ms / MINUTE_MS % 60, 2), ':');
    to = put_mark(put_number(to, clock_ms / 1000 % 60, 2), '.');
    to = put_number(to, clock_ms % 1000, 3);
    to = put_mark(to, at.offset_min < 0 ? '-' : '+');
    to = put_mark(put_number(to, offset / 60, 2), ':');
    to = put_number(to, offset % 60, 2);
    *to = '\0';
    return (int32_t)(to - text);
}

// ---- reading ----

/// Reads a number of exactly `digits` digits inside `limits`.
static ps_code take_number(ps_scan *scan, int32_t digits, ps_range limits, const char *name,
                           int32_t *value, ps_error *err)
{
    const ps_place place = ps__place(scan);
    int32_t sum = 0;
    for (int32_t i = 0; i < digits; i++) {
        const char c = i < scan->text.len - scan->at ? scan->text.ptr[scan->at + i] : '\0';
        if (c < '0' || c > '9') {
            return ps_fail(err, PS_SYNTAX, place, "want %s of %d digits", name, digits);
        }
        sum = 10 * sum + (c - '0');
    }
    if (sum < limits.low || sum > limits.high) {
        return ps_fail(err, PS_RANGE, place, "want %s from %d to %d", name, limits.low,
                       limits.high);
    }
    scan->at += digits;
    *value = sum;
    return PS_OK;
}

static ps_code take_mark(ps_scan *scan, const char *mark, ps_error *err)
{
    if (ps__take(scan, mark)) return PS_OK;
    return ps_fail(err, PS_SYNTAX, ps__place(scan), "want '%s'", mark);
}

static ps_code want_end(const ps_scan *scan, ps_error *err)
{
    if (ps__at_end(scan)) return PS_OK;
    return ps_fail(err, PS_SYNTAX, ps__place(scan), "want nothing more");
}

static ps_code take_date(ps_scan *scan, ps_day *day, ps_error *err)
{
    date of = {0};
    const ps_range years = {YEAR_FIRST, YEAR_LAST};
    ps_code code = take_number(scan, 4, years, "a year", &of.year, err);
    if (code == PS_OK) code = take_mark(scan, "-", err);
    if (code == PS_OK) code = take_number(scan, 2, (ps_range){1, 12}, "a month", &of.month, err);
    if (code == PS_OK) code = take_mark(scan, "-", err);
    if (code != PS_OK) return code;

    const ps_range days = {1, days_in_month(of.year, of.month)};
    code = take_number(scan, 2, days, "a day of this month", &of.day, err);
    if (code == PS_OK) *day = day_of_date(of);
    return code;
}

/// "23:12:08" as milliseconds since midnight.
static ps_code take_clock(ps_scan *scan, int32_t *ms, ps_error *err)
{
    int32_t hour = 0, minute = 0, second = 0;
    ps_code code = take_number(scan, 2, (ps_range){0, 23}, "an hour", &hour, err);
    if (code == PS_OK) code = take_mark(scan, ":", err);
    if (code == PS_OK) code = take_number(scan, 2, (ps_range){0, 59}, "a minute", &minute, err);
    if (code == PS_OK) code = take_mark(scan, ":", err);
    if (code == PS_OK) code = take_number(scan, 2, (ps_range){0, 59}, "a second", &second, err);
    if (code == PS_OK) *ms = ((hour * 60 + minute) * 60 + second) * 1000;
    return code;
}

/// ".5", ".123", ".123456789": milliseconds, what is finer is cut off. Nothing at all is 0.
static ps_code take_fraction(ps_scan *scan, int32_t *ms, ps_error *err)
{
    enum { DIGITS_MAX = 9 };
    *ms = 0;
    if (!ps__take(scan, ".")) return PS_OK;

    const ps_place place = ps__place(scan);
    int32_t count = 0, weight = 100;
    for (; scan->at < scan->text.len; scan->at++, count++) {
        const char c = scan->text.ptr[scan->at];
        if (c < '0' || c > '9') break;
        *ms += weight * (c - '0');
        weight /= 10;
    }
    if (count >= 1 && count <= DIGITS_MAX) return PS_OK;
    return ps_fail(err, PS_SYNTAX, place, "want 1 to %d digits after '.'", DIGITS_MAX);
}

static ps_code take_offset(ps_scan *scan, int32_t *offset_min, ps_error *err)
{
    *offset_min = 0;
    if (ps__take(scan, "Z") || ps__take(scan, "z")) return PS_OK;

    const bool minus = ps__take(scan, "-");
    if (!minus && !ps__take(scan, "+")) {
        return ps_fail(err, PS_SYNTAX, ps__place(scan), "want 'Z' or an offset like +01:00");
    }
    int32_t hours = 0, minutes = 0;
    ps_code code = take_number(scan, 2, (ps_range){0, 23}, "an offset hour", &hours, err);
    if (code == PS_OK) code = take_mark(scan, ":", err);
    if (code == PS_OK) {
        code = take_number(scan, 2, (ps_range){0, 59}, "an offset minute", &minutes, err);
    }
    if (code == PS_OK) *offset_min = (minus ? -1 : 1) * (60 * hours + minutes);
    return code;
}

ps_code ps_instant_parse(ps_str text, ps_instant *at, ps_error *err)
{
    ps_scan scan = {text, 0};
    ps_day day = 0;
    int32_t clock_ms = 0, fraction_ms = 0, offset_min = 0;
    ps_code code = take_date(&scan, &day, err);
    if (code == PS_OK && !ps__take(&scan, "t")) code = take_mark(&scan, "T", err);
    if (code == PS_OK) code = take_clock(&scan, &clock_ms, err);
    if (code == PS_OK) code = take_fraction(&scan, &fraction_ms, err);
    if (code == PS_OK) code = take_offset(&scan, &offset_min, err);
    if (code == PS_OK) code = want_end(&scan, err);
    if (code != PS_OK) return code;

    const int64_t ms =
        (int64_t)day * DAY_MS + clock_ms + fraction_ms - (int64_t)offset_min * MINUTE_MS;
    if (ms < 0 || ms > PS_MS_MAX) {
        return ps_fail(err, PS_RANGE, (ps_place){1, 1},
                       "want an instant from 1970-01-01T00:00Z to 2100-01-01T00:00Z");
    }
    *at = (ps_instant){ms, offset_min};
    return PS_OK;
}

ps_code ps_day_parse(ps_str text, ps_day *day, ps_error *err)
{
    ps_scan scan = {text, 0};
    ps_day out = 0;
    ps_code code = take_date(&scan, &out, err);
    if (code == PS_OK) code = want_end(&scan, err);
    if (code != PS_OK) return code;

    if (out < PS_DAY_MIN || out > PS_DAY_MAX) {
        return ps_fail(err, PS_RANGE, (ps_place){1, 1}, "want a day from 1969-12-30 to 2100-01-01");
    }
    *day = out;
    return PS_OK;
}

// ---- a day as a field ----

static ps_code parse_day(ps_str text, const ps_names *names, ps_arena *arena, void *value,
                         ps_error *err)
{
    (void)names, (void)arena;
    ps_day day = 0;
    const ps_code code = ps_day_parse(text, &day, err);
    if (code != PS_OK) return code;
    if (day < 1) return ps_fail(err, PS_RANGE, (ps_place){1, 1}, "want a day from 1970-01-02 on");
    *(ps_day *)value = day;
    return PS_OK;
}

static int32_t format_day(const void *value, const ps_names *names, char *text, int32_t cap)
{
    (void)names;
    return ps_day_format(*(const ps_day *)value, text, cap);
}

const ps_notation ps_day_notation = {
    .name = "day",
    .c_name = "ps_day",
    .size = sizeof(ps_day),
    .example = "2026-11-21",
    .parse = parse_day,
    .format = format_day,
};
