// Time: rows are instants that calendars, clock changes and flights make awkward; laws tie reading
// to writing, and every day from 1970 to 2100 to a calendar that is counted day by day.
#include "ps/history.h"
#include "test.h"

enum { MINUTE_MS = 60000, HOUR_MS = 60 * MINUTE_MS };

static ps_instant instant(const char *text)
{
    ps_instant at = {-1, 0};
    ps_error err = {0};
    const ps_code code = ps_instant_parse(ps_str_of(text), &at, &err);
    CHECK(text, code == PS_OK);
    if (code != PS_OK) printf("# %s\n", err.text);
    return at;
}

static const char *day_text(ps_day day)
{
    static char text[PS_DAY_TEXT];
    ps_day_format(day, text, sizeof text);
    return text;
}

// ---- local days ----

static void test_local_days(void)
{
    static const struct {
        const char *row, *at, *day;
    } rows[] = {
        {"a day starts at four",                   "2026-11-21T04:00:00.000+01:00", "2026-11-21"},
        {"a moment before four is the day before", "2026-11-21T03:59:59.999+01:00", "2026-11-20"},
        {"the night belongs to the evening",       "2026-11-22T00:30:00+01:00",     "2026-11-21"},
        {"new year's night is last year",          "2027-01-01T02:00:00+01:00",     "2026-12-31"},
        {"leap day, early",                        "2028-03-01T03:59:00+00:00",     "2028-02-29"},
        {"no leap day, early",                     "2027-03-01T03:59:00+00:00",     "2027-02-28"},

        {"Berlin, last minute of winter time",     "2026-03-29T01:59:59.999+01:00", "2026-03-28"},
        {"Berlin, first moment of summer time",    "2026-03-29T03:00:00+02:00",     "2026-03-28"},
        {"Berlin, 03:59 of the short day",         "2026-03-29T03:59:00+02:00",     "2026-03-28"},
        {"Berlin, 04:00 of the short day",         "2026-03-29T04:00:00+02:00",     "2026-03-29"},
        {"Berlin, the short day ends at four",     "2026-03-30T03:59:00+02:00",     "2026-03-29"},
        {"Berlin, 02:30 the first time",           "2026-10-25T02:30:00+02:00",     "2026-10-24"},
        {"Berlin, 02:30 the second time",          "2026-10-25T02:30:00+01:00",     "2026-10-24"},
        {"Berlin, 03:59 of the long day",          "2026-10-25T03:59:00+01:00",     "2026-10-24"},
        {"Berlin, 04:00 of the long day",          "2026-10-25T04:00:00+01:00",     "2026-10-25"},
        {"Berlin, a clock that was not put back",  "2026-10-25T04:30:00+02:00",     "2026-10-25"},

        {"New York, 01:59 before the change",      "2026-03-08T01:59:00-05:00",     "2026-03-07"},
        {"New York, 03:59 of the short day",       "2026-03-08T03:59:00-04:00",     "2026-03-07"},
        {"New York, 04:00 of the short day",       "2026-03-08T04:00:00-04:00",     "2026-03-08"},
        {"New York, 01:30 the second time",        "2026-11-01T01:30:00-05:00",     "2026-10-31"},
        {"New York, 03:59 of the long day",        "2026-11-01T03:59:00-05:00",     "2026-10-31"},
        {"New York, 04:00 of the long day",        "2026-11-01T04:00:00-05:00",     "2026-11-01"},

        {"Kathmandu, quarter of an hour",          "2026-11-21T03:59:59+05:45",     "2026-11-20"},
        {"the first instant, far west",            "1969-12-31T00:01:00-23:59",     "1969-12-30"},
        {"the first instant",                      "1970-01-01T00:00:00Z",          "1969-12-31"},
        {"the last instant",                       "2100-01-01T00:00:00Z",          "2099-12-31"},
        {"the last instant, far east",             "2100-01-01T23:59:00+23:59",     "2100-01-01"},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_day day = ps_local_day(instant(rows[i].at));
        CHECK_TEXT(rows[i].row, day_text(day), rows[i].day);
        CHECK(rows[i].row, day >= PS_DAY_MIN && day <= PS_DAY_MAX);
        RECORD("%s %d\n", rows[i].at, day);
    }
}

static void test_clock_changes_keep_the_order_of_days(void)
{
    // a change of the clock makes a day of 23 or 25 hours, and the days still follow one another
    static const struct {
        const char *row, *from, *change;
        int32_t before_min, after_min;
    } rows[] = {
        {"Berlin spring", "2026-03-28T04:00:00+01:00", "2026-03-29T02:00:00+01:00", 60,   120 },
        {"Berlin autumn", "2026-10-24T04:00:00+02:00", "2026-10-25T03:00:00+02:00", 120,  60  },
        {"NYC spring",    "2026-03-07T04:00:00-05:00", "2026-03-08T02:00:00-05:00", -300, -240},
        {"NYC autumn",    "2026-10-31T04:00:00-04:00", "2026-11-01T02:00:00-04:00", -240, -300},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_instant from = instant(rows[i].from), change = instant(rows[i].change);
        const ps_day first = ps_local_day(from);
        for (int32_t minute = 0; minute < 3 * 24 * 60; minute++) {
            ps_instant at = {from.ms + (int64_t)minute * MINUTE_MS, rows[i].before_min};
            if (at.ms >= change.ms) at.offset_min = rows[i].after_min;
            const int32_t rest = minute - (24 * 60 - (rows[i].after_min - rows[i].before_min));
            const ps_day want = rest < 0 ? first : first + 1 + rest / (24 * 60);
            CHECK(rows[i].row, ps_local_day(at) == want);
        }
    }
}

static void test_flights(void)
{
    // each event has the day of its own offset: across the date line days repeat or are missing
    static const struct {
        const char *row, *at, *day;
    } rows[] = {
        {"east: morning set in Auckland",              "2026-11-21T07:00:00+13:00", "2026-11-21"},
        {"east: at the gate",                          "2026-11-21T19:30:00+13:00", "2026-11-21"},
        {"east: the same instant on Los Angeles time", "2026-11-20T22:30:00-08:00", "2026-11-20"},
        {"east: after landing, the 21st again",        "2026-11-21T10:30:00-08:00", "2026-11-21"},
        {"east: next morning",                         "2026-11-22T08:00:00-08:00", "2026-11-22"},
        {"west: evening set in Los Angeles",           "2026-12-01T21:00:00-08:00", "2026-12-01"},
        {"west: landed, the 2nd never was",            "2026-12-03T07:30:00+13:00", "2026-12-03"},
    };
    ps_instant before = {0, 0};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_instant at = instant(rows[i].at);
        CHECK(rows[i].row, at.ms >= before.ms); // the table is in the order of instants
        CHECK_TEXT(rows[i].row, day_text(ps_local_day(at)), rows[i].day);
        before = at;
    }
    const ps_instant east = instant("2026-11-21T19:30:00+13:00");
    CHECK("one instant, two places, a day apart",
          ps_local_day(east) == ps_local_day((ps_instant){east.ms, -480}) + 1);
}

static void test_local_day_law(void)
{
    // adding a minute changes the day exactly when the local clock comes to 04:00
    uint64_t seed = 11;
    for (int32_t i = 0; i < 200000; i++) {
        const int32_t offset = test_between(&seed, -PS_OFFSET_MAX, PS_OFFSET_MAX);
        const int64_t minutes = test_between(&seed, 0, (int32_t)(PS_MS_MAX / MINUTE_MS) - 1);
        const ps_instant at = {minutes * MINUTE_MS + test_between(&seed, 0, 59999), offset};
        const ps_instant next = {(minutes + 1) * MINUTE_MS, offset};
        const bool starts = (minutes + 1 + offset + 1440) % 1440 == PS_DAY_STARTS_MIN;
        CHECK("a minute on", ps_local_day(next) - ps_local_day(at) == starts);
    }
}

// ---- the calendar, a second way ----

static void test_every_day(void)
{
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int32_t year = 1970, month = 1, day = 1, week_day = 4; // a Thursday
    for (ps_day at = 0; at <= PS_DAY_MAX; at++) {
        char want[PS_DAY_TEXT], got[PS_DAY_TEXT];
        snprintf(want, sizeof want, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
        CHECK(want, ps_day_format(at, got, sizeof got) == 10);
        CHECK_TEXT(want, got, want);
        ps_day back = -9;
        CHECK(want, ps_day_parse(ps_str_of(want), &back, NULL) == PS_OK && back == at);
        CHECK(want, ps_day_of_week(at) == week_day);

        week_day = week_day % 7 + 1;
        const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        if (++day > lengths[month - 1] + (month == 2 && leap)) {
            day = 1;
            if (++month > 12) {
                month = 1;
                year++;
            }
        }
    }
    CHECK("the last day is the first of 2100", year == 2100 && month == 1 && day == 2);
}

static void test_far_days(void)
{
    // writing goes on where reading stops, so that a plan may look past the last day
    static const struct {
        const char *row;
        const char *text;
        ps_day day;
        int32_t week_day;
    } rows[] = {
        {"day zero was a Thursday",    "1970-01-01", 0,       4},
        {"the day before",             "1969-12-31", -1,      3},
        {"a Sunday before day zero",   "1969-12-28", -4,      7},
        {"2000 has a leap day",        "2000-02-29", 11016,   2},
        {"after the leap day of 2000", "2000-03-01", 11017,   3},
        {"2100 has no leap day",       "2100-02-28", 47540,   7},
        {"after February 2100",        "2100-03-01", 47541,   1},
        {"1900 has no leap day",       "1900-02-28", -25509,  3},
        {"after February 1900",        "1900-03-01", -25508,  4},
        {"the first day",              "0001-01-01", -719162, 1},
        {"the last day",               "9999-12-31", 2932896, 5},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK_TEXT(rows[i].row, day_text(rows[i].day), rows[i].text);
        CHECK(rows[i].row, ps_day_of_week(rows[i].day) == rows[i].week_day);
    }
}

// ---- reading and writing ----

static void test_instants_read(void)
{
    static const struct {
        const char *text;
        int64_t ms;
        int32_t offset_min;
        const char *written;
    } rows[] = {
        {"1970-01-01T00:00:00Z",           0,                      0,     "1970-01-01T00:00:00.000+00:00"},
        {"2026-11-21T23:12:08.123+01:00",  INT64_C(1795299128123), 60,
         "2026-11-21T23:12:08.123+01:00"                                                                 },
        {"2026-11-21t22:12:08.123z",       INT64_C(1795299128123), 0,     "2026-11-21T22:12:08.123+00:00"},
        {"2026-11-21T22:12:08.1Z",         INT64_C(1795299128100), 0,     "2026-11-21T22:12:08.100+00:00"},
        {"2026-11-21T22:12:08.1239999Z",   INT64_C(1795299128123), 0,
         "2026-11-21T22:12:08.123+00:00"                                                                 },
        {"2026-11-21T22:12:08.000000001Z", INT64_C(1795299128000), 0,
         "2026-11-21T22:12:08.000+00:00"                                                                 },
        {"2000-02-29T12:00:00-00:00",      INT64_C(951825600000),  0,     "2000-02-29T12:00:00.000+00:00"},
        {"2028-02-29T23:59:59.999-23:59",  INT64_C(1835567939999), -1439,
         "2028-02-29T23:59:59.999-23:59"                                                                 },
        {"1969-12-31T19:00:00-05:00",      0,                      -300,  "1969-12-31T19:00:00.000-05:00"},
        {"2100-01-01T00:00:00Z",           PS_MS_MAX,              0,     "2100-01-01T00:00:00.000+00:00"},
        {"2100-01-01T23:59:00+23:59",      PS_MS_MAX,              1439,  "2100-01-01T23:59:00.000+23:59"},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_instant got = instant(rows[i].text);
        CHECK(rows[i].text, got.ms == rows[i].ms);
        CHECK(rows[i].text, got.offset_min == rows[i].offset_min);
        char text[PS_INSTANT_TEXT];
        const int32_t len = ps_instant_format(got, text, sizeof text);
        CHECK(rows[i].text, len == (int32_t)strlen(text));
        CHECK_TEXT(rows[i].text, text, rows[i].written);
        RECORD("%s %s\n", rows[i].text, text);
    }
}

typedef struct {
    const char *text;
    ps_code code;
    int32_t column;
    const char *want;
} refusal;

static const refusal refused_instants[] = {
    {"",                                PS_SYNTAX, 1,  "want a year of 4 digits"              },
    {"202-11-21T00:00:00Z",             PS_SYNTAX, 1,  "want a year of 4 digits"              },
    {" 2026-11-21T00:00:00Z",           PS_SYNTAX, 1,  "want a year of 4 digits"              },
    {"+2026-11-21T00:00:00Z",           PS_SYNTAX, 1,  "want a year of 4 digits"              },
    {"1968-11-21T00:00:00Z",            PS_RANGE,  1,  "want a year from 1969 to 2100"        },
    {"2101-01-01T00:00:00Z",            PS_RANGE,  1,  "want a year from 1969 to 2100"        },
    {"2026/11/21T00:00:00Z",            PS_SYNTAX, 5,  "want '-'"                             },
    {"2026-1-21T00:00:00Z",             PS_SYNTAX, 6,  "want a month of 2 digits"             },
    {"2026-00-21T00:00:00Z",            PS_RANGE,  6,  "want a month from 1 to 12"            },
    {"2026-13-21T00:00:00Z",            PS_RANGE,  6,  "want a month from 1 to 12"            },
    {"2026-11-00T00:00:00Z",            PS_RANGE,  9,  "want a day of this month from 1 to 30"},
    {"2026-11-31T00:00:00Z",            PS_RANGE,  9,  "want a day of this month from 1 to 30"},
    {"2026-02-29T00:00:00Z",            PS_RANGE,  9,  "want a day of this month from 1 to 28"},
    {"2028-02-30T00:00:00Z",            PS_RANGE,  9,  "want a day of this month from 1 to 29"},
    {"2100-02-29T00:00:00Z",            PS_RANGE,  9,  "want a day of this month from 1 to 28"},
    {"2026-11-21",                      PS_SYNTAX, 11, "want 'T'"                             },
    {"2026-11-21 10:00:00Z",            PS_SYNTAX, 11, "want 'T'"                             },
    {"2026-11-21T24:00:00Z",            PS_RANGE,  12, "want an hour from 0 to 23"            },
    {"2026-11-21T10:60:00Z",            PS_RANGE,  15, "want a minute from 0 to 59"           },
    {"2026-11-21T10:00Z",               PS_SYNTAX, 17, "want ':'"                             },
    {"2016-12-31T23:59:60Z",            PS_RANGE,  18, "want a second from 0 to 59"           },
    {"2026-11-21T10:00:61Z",            PS_RANGE,  18, "want a second from 0 to 59"           },
    {"2026-11-21T10:00:00,5Z",          PS_SYNTAX, 20, "want 'Z' or an offset like +01:00"    },
    {"2026-11-21T10:00:00.Z",           PS_SYNTAX, 21, "want 1 to 9 digits after '.'"         },
    {"2026-11-21T10:00:00.1234567890Z", PS_SYNTAX, 21, "want 1 to 9 digits after '.'"         },
    {"2026-11-21T10:00:00",             PS_SYNTAX, 20, "want 'Z' or an offset like +01:00"    },
    {"2026-11-21T10:00:00+1:00",        PS_SYNTAX, 21, "want an offset hour of 2 digits"      },
    {"2026-11-21T10:00:00+24:00",       PS_RANGE,  21, "want an offset hour from 0 to 23"     },
    {"2026-11-21T10:00:00+01:60",       PS_RANGE,  24, "want an offset minute from 0 to 59"   },
    {"2026-11-21T10:00:00+0100",        PS_SYNTAX, 23, "want ':'"                             },
    {"2026-11-21T10:00:00Z ",           PS_SYNTAX, 21, "want nothing more"                    },
    {"2026-11-21T10:00:00ZZ",           PS_SYNTAX, 21, "want nothing more"                    },
    {"1969-12-31T23:59:59.999Z",        PS_RANGE,  1,
     "want an instant from 1970-01-01T00:00Z to 2100-01-01T00:00Z"                            },
    {"1970-01-01T00:59:59+01:00",       PS_RANGE,  1,
     "want an instant from 1970-01-01T00:00Z to 2100-01-01T00:00Z"                            },
    {"2100-01-01T00:00:00.001Z",        PS_RANGE,  1,
     "want an instant from 1970-01-01T00:00Z to 2100-01-01T00:00Z"                            },
};

static void test_instants_refused(void)
{
    for (int32_t i = 0; i < PS_COUNT(refused_instants); i++) {
        const refusal *row = &refused_instants[i];
        ps_instant at = {77, 7};
        ps_error err = {0};
        CHECK(row->text, ps_instant_parse(ps_str_of(row->text), &at, &err) == row->code);
        CHECK(row->text, err.code == row->code && err.at.line == 1);
        CHECK(row->text, err.at.column == row->column);
        CHECK_TEXT(row->text, err.text, row->want);
        CHECK(row->text, at.ms == 77 && at.offset_min == 7); // untouched
        CHECK(row->text, ps_instant_parse(ps_str_of(row->text), &at, NULL) == row->code);
    }
}

static void test_days_refused(void)
{
    static const refusal rows[] = {
        {"",            PS_SYNTAX, 1,  "want a year of 4 digits"                 },
        {"2026-11",     PS_SYNTAX, 8,  "want '-'"                                },
        {"2026-11-2",   PS_SYNTAX, 9,  "want a day of this month of 2 digits"    },
        {"2026-02-30",  PS_RANGE,  9,  "want a day of this month from 1 to 28"   },
        {"2026-11-21T", PS_SYNTAX, 11, "want nothing more"                       },
        {"1969-12-29",  PS_RANGE,  1,  "want a day from 1969-12-30 to 2100-01-01"},
        {"2100-01-02",  PS_RANGE,  1,  "want a day from 1969-12-30 to 2100-01-01"},
        {"9999-12-31",  PS_RANGE,  1,  "want a year from 1969 to 2100"           },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_day day = 77;
        ps_error err = {0};
        CHECK(rows[i].text, ps_day_parse(ps_str_of(rows[i].text), &day, &err) == rows[i].code);
        CHECK(rows[i].text, err.at.column == rows[i].column && day == 77);
        CHECK_TEXT(rows[i].text, err.text, rows[i].want);
    }
    ps_day day = 77;
    CHECK("first day",
          ps_day_parse(PS_STR("1969-12-30"), &day, NULL) == PS_OK && day == PS_DAY_MIN);
    CHECK("last day", ps_day_parse(PS_STR("2100-01-01"), &day, NULL) == PS_OK && day == PS_DAY_MAX);
}

/// The day as a field: day 0 would be absent, and none is read before the first instant.
static void test_day_notation(void)
{
    static const struct {
        const char *text;
        ps_code code;
        ps_day day;
        const char *want;
    } rows[] = {
        {"1970-01-02",  PS_OK,     1,          ""                                        },
        {"2026-11-21",  PS_OK,     20778,      ""                                        },
        {"2100-01-01",  PS_OK,     PS_DAY_MAX, ""                                        },
        {"1970-01-01",  PS_RANGE,  77,         "want a day from 1970-01-02 on"           },
        {"1969-12-30",  PS_RANGE,  77,         "want a day from 1970-01-02 on"           },
        {"2100-01-02",  PS_RANGE,  77,         "want a day from 1969-12-30 to 2100-01-01"},
        {"2026-11-21 ", PS_SYNTAX, 77,         "want nothing more"                       },
    };
    const ps_notation *of = &ps_day_notation;
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_day day = 77;
        ps_error err = {0};
        const ps_code code = of->parse(ps_str_of(rows[i].text), NULL, NULL, &day, &err);
        CHECK(rows[i].text, code == rows[i].code && day == rows[i].day);
        CHECK_TEXT(rows[i].text, err.text, rows[i].want);
        if (code != PS_OK) continue;
        char text[PS_NOTATION_TEXT];
        CHECK(rows[i].text, of->format(&day, NULL, text, sizeof text) == 10);
        CHECK_TEXT(rows[i].text, text, rows[i].text);
    }
    ps_day day = 0;
    CHECK("example", of->parse(ps_str_of(of->example), NULL, NULL, &day, NULL) == PS_OK);
}

static void test_round_trip(void)
{
    uint64_t seed = 5;
    for (int32_t i = 0; i < 200000; i++) {
        const ps_instant at = {(int64_t)(test_random(&seed) % (uint64_t)(PS_MS_MAX + 1)),
                               test_between(&seed, -PS_OFFSET_MAX, PS_OFFSET_MAX)};
        char text[PS_INSTANT_TEXT];
        const int32_t len = ps_instant_format(at, text, sizeof text);
        CHECK(text, len == 29 && text[len] == '\0');
        ps_instant again = {0, 0};
        CHECK(text, ps_instant_parse(ps_str_of(text), &again, NULL) == PS_OK);
        CHECK(text, again.ms == at.ms && again.offset_min == at.offset_min);
        if (i % 1000 == 0) RECORD("%s\n", text);
    }
}

static void test_cut_texts(void)
{
    // every beginning of a good text is refused, and reading stops where the text stops
    const ps_str whole = PS_STR("2026-11-21T23:12:08.123+01:00");
    ps_instant at = {0, 0};
    for (int32_t len = 0; len < whole.len; len++) {
        ps_error err = {0};
        CHECK("cut", ps_instant_parse((ps_str){whole.ptr, len}, &at, &err) == PS_SYNTAX);
        CHECK("cut", err.at.column >= 1 && err.at.column <= len + 1);
    }
    CHECK("whole", ps_instant_parse(whole, &at, NULL) == PS_OK);
}

TEST_MAIN(TEST_CASE(test_local_days), TEST_CASE(test_clock_changes_keep_the_order_of_days),
          TEST_CASE(test_flights), TEST_CASE(test_local_day_law), TEST_CASE(test_every_day),
          TEST_CASE(test_far_days), TEST_CASE(test_instants_read), TEST_CASE(test_instants_refused),
          TEST_CASE(test_days_refused), TEST_CASE(test_day_notation), TEST_CASE(test_round_trip),
          TEST_CASE(test_cut_texts))
