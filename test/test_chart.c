// Small charts. Laws, over random values and widths: a spark, a bar and an interval have exactly
// the columns that were asked for; more is never drawn as less; in ASCII every byte is ASCII; no
// line of a chart is wider than its page; every score is found again in the row of its number and
// in the column of its day. Facts: which surroundings get which style, dates, ends of a scale.
#include "shell/cli/chart.h"
#include "shell/cli/wrap.h"

#include <stdlib.h>

#include "test.h"

enum { ROUNDS = 2000 };

static const chart_style styles[] = {CHART_ASCII, CHART_RICH};
static const char *const style_rows[] = {"ascii", "rich"};

static bool is_ascii(const char *text)
{
    for (; *text; text++) {
        if ((unsigned char)*text >= 0x80) return false;
    }
    return true;
}

static int32_t columns(const buffer *of)
{
    return text_columns((ps_str){of->text, (int32_t)of->len});
}

// ---- style ----

static const char *const *surroundings;

static const char *variable(const char *name)
{
    for (int32_t i = 0; surroundings[i]; i += 2) {
        if (strcmp(surroundings[i], name) == 0) return surroundings[i + 1];
    }
    return NULL;
}

static const struct {
    const char *row;
    const char *variables[9];
    chart_style style;
} terminals[] = {
    {"nothing is set",    {NULL},                                          CHART_ASCII},
    {"language",          {"LANG", "de_DE.UTF-8"},                         CHART_RICH },
    {"written as utf8",   {"LANG", "C.utf8"},                              CHART_RICH },
    {"with a modifier",   {"LANG", "de_DE.UTF-8@euro"},                    CHART_RICH },
    {"no encoding",       {"LANG", "de_DE"},                               CHART_ASCII},
    {"latin 1",           {"LANG", "de_DE.ISO-8859-1"},                    CHART_ASCII},
    {"the C locale",      {"LC_ALL", "C", "LANG", "de_DE.UTF-8"},          CHART_ASCII},
    {"empty is not set",  {"LC_ALL", "", "LANG", "de_DE.UTF-8"},           CHART_RICH },
    {"characters decide", {"LC_CTYPE", "en_GB.UTF-8", "LANG", "C"},        CHART_RICH },
    {"a dumb terminal",   {"TERM", "dumb", "LANG", "en_GB.UTF-8"},         CHART_ASCII},
    {"the console",       {"TERM", "linux", "LC_ALL", "en_GB.UTF-8"},      CHART_ASCII},
    {"a window",          {"TERM", "xterm-256color", "LC_ALL", "C.UTF-8"}, CHART_RICH },
};

static void style(void)
{
    for (int32_t i = 0; i < PS_COUNT(terminals); i++) {
        const cli_world world = {.variable = variable};
        const cli c = {.world = &world};
        surroundings = terminals[i].variables;
        CHECK(terminals[i].row, chart_style_of(&c) == terminals[i].style);
    }
}

// ---- sparks ----

static void sparks(void)
{
    enum { MOST = 40 };
    uint64_t seed = 1;
    for (int32_t round = 0; round < ROUNDS; round++) {
        int32_t values[MOST];
        const int32_t count = test_between(&seed, 1, MOST);
        const int32_t low = test_between(&seed, -5, 5);
        const ps_range scale = {low, low + test_between(&seed, 0, 30)};
        for (int32_t i = 0; i < count; i++) values[i] = test_between(&seed, -10, 40);
        for (int32_t s = 0; s < PS_COUNT(styles); s++) {
            buffer text = {0};
            chart_spark(&text, styles[s], values, count, scale);
            CHECK(style_rows[s], columns(&text) == count);
            CHECK(style_rows[s], styles[s] == CHART_RICH || is_ascii(text.text));
            buffer_free(&text);
        }
    }
}

/// A higher value never gets a lower sign; the ends of the scale are the lowest and highest sign.
static void sparks_rise(void)
{
    for (int32_t s = 0; s < PS_COUNT(styles); s++) {
        int32_t up[101], ends[] = {0, 100}, beyond[] = {-50, 500}, signs = 1;
        for (int32_t i = 0; i <= 100; i++) up[i] = i;
        buffer all = {0}, at_ends = {0}, outside = {0};
        chart_spark(&all, styles[s], up, 101, (ps_range){0, 100});
        chart_spark(&at_ends, styles[s], ends, 2, (ps_range){0, 100});
        chart_spark(&outside, styles[s], beyond, 2, (ps_range){0, 100});
        const size_t size = all.len / 101;
        for (size_t i = size; i < all.len; i += size) {
            signs += memcmp(all.text + i, all.text + i - size, size) != 0;
        }
        CHECK(style_rows[s], signs == 8); // each level is one run, so none comes twice
        CHECK(style_rows[s], memcmp(all.text, at_ends.text, size) == 0);
        CHECK(style_rows[s], memcmp(all.text + 100 * size, at_ends.text + size, size) == 0);
        CHECK_TEXT(style_rows[s], outside.text, at_ends.text);
        buffer_free(&all);
        buffer_free(&at_ends);
        buffer_free(&outside);
    }
    const int32_t missing[] = {PS_NOT_GIVEN, 3};
    buffer text = {0};
    chart_spark(&text, CHART_RICH, missing, 2, (ps_range){0, 3});
    CHECK_TEXT("missing", text.text, "·█");
    buffer_free(&text);
}

// ---- bars ----

/// Columns of a bar that are wholly filled.
static int32_t filled(const char *bar, chart_style of)
{
    const char *full = of == CHART_RICH ? "█" : "#";
    int32_t count = 0;
    for (; strncmp(bar, full, strlen(full)) == 0; bar += strlen(full)) count++;
    return count;
}

static void bars(void)
{
    uint64_t seed = 2;
    for (int32_t round = 0; round < ROUNDS; round++) {
        const int32_t full = test_between(&seed, 1, 1000), wide = test_between(&seed, 1, 60);
        const int32_t value = test_between(&seed, 0, 1500);
        const int32_t target =
            test_between(&seed, 0, 2) == 0 ? PS_NONE : test_between(&seed, 1, full);
        for (int32_t s = 0; s < PS_COUNT(styles); s++) {
            buffer text = {0};
            chart_bar(&text, styles[s], value, full, target, wide);
            const int32_t want = (int32_t)((int64_t)(value < full ? value : full) * wide / full);
            CHECK(style_rows[s], columns(&text) == wide);
            CHECK(style_rows[s], filled(text.text, styles[s]) == want);
            CHECK(style_rows[s], styles[s] == CHART_RICH || is_ascii(text.text));
            // what reaches the target hides its mark, what does not shows it
            const bool marked = strstr(text.text, styles[s] == CHART_RICH ? "│" : "|") != NULL;
            CHECK(style_rows[s], target == PS_NONE
                                     ? !marked
                                     : marked == (value < target) || want * full / wide <= target);
            buffer_free(&text);
        }
    }
}

// ---- intervals ----

static const struct {
    const char *row;
    double value, error;
    const char *ascii;
} intervals[] = {
    {"in the middle",    0,  2,  ".     |-o-|     ."},
    {"no error",         0,  0,  ".       o       ."},
    {"over both ends",   0,  20, "<-------o------->"},
    {"at the left end",  -8, 2,  "o-|     .       ."},
    {"beyond the right", 9,  2,  ".       .      |o"},
    {"far beyond",       99, 2,  ".       .       o"},
};

static void interval_rows(void)
{
    const chart_scale scale = {-8, 8, 8, 17};
    for (int32_t i = 0; i < PS_COUNT(intervals); i++) {
        buffer text = {0};
        chart_interval(&text, CHART_ASCII, &scale, intervals[i].value, intervals[i].error);
        CHECK_TEXT(intervals[i].row, text.text, intervals[i].ascii);
        buffer_free(&text);
    }
    buffer numbers = {0};
    chart_numbers(&numbers, &scale);
    CHECK_TEXT("numbers", numbers.text, "-8      0       8");
    buffer_free(&numbers);
}

static void interval_laws(void)
{
    uint64_t seed = 3;
    for (int32_t round = 0; round < ROUNDS; round++) {
        const double low = test_between(&seed, -50, 50);
        const chart_scale scale = {low, low + test_between(&seed, 1, 80),
                                   test_between(&seed, 1, 10), test_between(&seed, 16, 60)};
        const double value = test_between(&seed, -100, 150), error = test_between(&seed, 0, 20);
        for (int32_t s = 0; s < PS_COUNT(styles); s++) {
            buffer text = {0}, numbers = {0};
            chart_interval(&text, styles[s], &scale, value, error);
            chart_numbers(&numbers, &scale);
            CHECK(style_rows[s], columns(&text) == scale.columns);
            CHECK(style_rows[s], numbers.len == 0 || columns(&numbers) <= scale.columns);
            CHECK(style_rows[s], styles[s] == CHART_RICH || is_ascii(text.text));
            CHECK(style_rows[s], strstr(text.text, styles[s] == CHART_RICH ? "●" : "o") != NULL);
            buffer_free(&text);
            buffer_free(&numbers);
        }
    }
}

// ---- scores over days ----

enum { FIRST_DAY = 20000, LABEL = 4 };

/// The text of the row of a score, behind its label; NULL when there is none.
static const char *row_of(char *page, int32_t score, char row[PAPER_WIDTH_MAX + 1])
{
    char label[8];
    snprintf(label, sizeof label, "%2d |", score);
    for (char *line = page; line; line = strchr(line, '\n')) {
        if (*line == '\n') line++;
        if (strncmp(line, label, LABEL) != 0) continue;
        snprintf(row, PAPER_WIDTH_MAX + 1, "%.*s", (int)strcspn(line + LABEL, "\n"), line + LABEL);
        return row;
    }
    return NULL;
}

static void check_width(const char *page, int32_t width, const char *row)
{
    for (const char *line = page; *line; line += strcspn(line, "\n") + 1) {
        const int32_t len = (int32_t)strcspn(line, "\n");
        CHECK(row, text_columns((ps_str){line, len}) <= width);
        CHECK(row, len == 0 || line[len - 1] != ' ');
    }
}

/// Days one by one in columns: each mark stands where its day and its score say.
static void marks_stand_right(void)
{
    static const char signs[] = {[PS_SIDE_BOTH] = 'o', [PS_SIDE_LEFT] = 'L', [PS_SIDE_RIGHT] = 'R'};
    uint64_t seed = 4;
    for (int32_t round = 0; round < 500; round++) {
        const int32_t days = test_between(&seed, 1, 60), top = test_between(&seed, 1, 10);
        const int32_t a_day = 76 / days < 3 ? 76 / days : 3;
        const chart_mark mark = {FIRST_DAY + test_between(&seed, 0, days - 1),
                                 test_between(&seed, 0, top), (ps_side)test_between(&seed, 0, 2)};
        const chart_days chart = {.first = FIRST_DAY,
                                  .last = FIRST_DAY + days - 1,
                                  .top = top,
                                  .guide = PS_NONE,
                                  .marks = &mark,
                                  .mark_count = 1};
        char row[PAPER_WIDTH_MAX + 1] = "";
        paper page = paper_of(80, false);
        chart_put_days(&page, CHART_ASCII, &chart, 0);
        const int32_t column = (mark.day - FIRST_DAY) * a_day + (a_day - 1) / 2;
        for (int32_t score = 0; score <= top; score++) {
            CHECK("a row for each score", row_of(page.text.text, score, row));
            const bool here = (int32_t)strlen(row) == column + 1 && row[column] == signs[mark.side];
            CHECK("in its row only", score == mark.value ? here : row[0] == '\0');
        }
        check_width(page.text.text, 80, "marks");
        paper_free(&page);
    }
}

/// Weeks of scores: the row of a week's score is drawn for all its days but a corner.
static void steps_stand_right(void)
{
    enum { WEEKS = 6, WEEK = 7 };
    uint64_t seed = 5;
    for (int32_t round = 0; round < 500; round++) {
        chart_step steps[WEEKS];
        for (int32_t i = 0; i < WEEKS; i++) {
            const ps_day from = FIRST_DAY + i * WEEK;
            steps[i] = (chart_step){from, from + WEEK - 1, test_between(&seed, 0, 10)};
        }
        const chart_days chart = {.first = FIRST_DAY,
                                  .last = FIRST_DAY + WEEKS * WEEK - 1,
                                  .top = 10,
                                  .guide = 3,
                                  .steps = steps,
                                  .step_count = WEEKS};
        char row[PAPER_WIDTH_MAX + 1] = "";
        paper page = paper_of(80, false);
        chart_put_days(&page, CHART_ASCII, &chart, 0);
        for (int32_t i = 0; i < WEEKS; i++) {
            CHECK("row", row_of(page.text.text, steps[i].value, row));
            for (int32_t x = i * WEEK + 1; x < (i + 1) * WEEK; x++) {
                CHECK("drawn", (int32_t)strlen(row) > x && row[x] == '-');
            }
        }
        paper_free(&page);
    }
}

static void any_chart_keeps_its_width(void)
{
    enum { MOST = 60 };
    uint64_t seed = 6;
    for (int32_t round = 0; round < 300; round++) {
        const int32_t days = test_between(&seed, 1, 800), count = test_between(&seed, 0, MOST);
        const int32_t width = test_between(&seed, PAPER_WIDTH_MIN, PAPER_WIDTH_MAX);
        chart_mark marks[MOST];
        chart_step steps[MOST];
        int32_t step_count = 0;
        for (int32_t i = 0; i < count; i++) {
            marks[i] = (chart_mark){FIRST_DAY + test_between(&seed, 0, days - 1),
                                    test_between(&seed, 0, 10), (ps_side)test_between(&seed, 0, 2)};
        }
        for (ps_day at = FIRST_DAY; at < FIRST_DAY + days && step_count < MOST; at += 7) {
            const ps_day end = at + 6 < FIRST_DAY + days ? at + 6 : FIRST_DAY + days - 1;
            if (test_between(&seed, 0, 3) == 0) continue;
            steps[step_count++] = (chart_step){at, end, test_between(&seed, 0, 10)};
        }
        const chart_days chart = {
            FIRST_DAY, FIRST_DAY + days - 1, 10,    test_between(&seed, -1, 10),
            steps,     step_count,           marks, count};
        for (int32_t s = 0; s < PS_COUNT(styles); s++) {
            paper page = paper_of(width, false);
            chart_put_days(&page, styles[s], &chart, 2);
            check_width(page.text.text, width, style_rows[s]);
            CHECK(style_rows[s], styles[s] == CHART_RICH || is_ascii(page.text.text));
            paper_free(&page);
        }
    }
}

// ---- dates ----

static void dates(void)
{
    static const struct {
        const char *day, *text;
    } rows[] = {
        {"2026-01-01", "1 Jan" },
        {"2026-10-14", "14 Oct"},
        {"2028-02-29", "29 Feb"},
        {"2026-12-31", "31 Dec"},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_day day = 0;
        char text[CHART_DAY];
        CHECK(rows[i].day, ps_day_parse(ps_str_of(rows[i].day), &day, NULL) == PS_OK);
        CHECK_TEXT(rows[i].day, chart_day(day, text), rows[i].text);
    }
}

int main(void)
{
    static const test_case cases[] = {
        {"style",                     style                    },
        {"sparks",                    sparks                   },
        {"sparks rise",               sparks_rise              },
        {"bars",                      bars                     },
        {"interval rows",             interval_rows            },
        {"interval laws",             interval_laws            },
        {"marks stand right",         marks_stand_right        },
        {"steps stand right",         steps_stand_right        },
        {"any chart keeps its width", any_chart_keeps_its_width},
        {"dates",                     dates                    },
    };
    return test_main(cases, PS_COUNT(cases));
}
