/// chart.h — small charts for a terminal: sparks, bars, intervals, scores over days.
///
/// Blocks and lines where the locale has them, else ASCII. What ink shows, a shape shows too, and
/// whoever prints a chart says in words what it shows.
#ifndef PS_SHELL_CHART_H
#define PS_SHELL_CHART_H

#include "ps/history.h"
#include "shell/cli/cli.h"

typedef enum { CHART_ASCII, CHART_RICH } chart_style;

/// CHART_RICH when the locale is UTF-8 and the terminal is neither dumb nor the console of Linux,
/// whose fonts lack most blocks.
chart_style chart_style_of(const cli *c);

// ---- pieces of a line ----

/// A value each column, from ps_range.low (lowest) to .high (full height); what lies outside is
/// moved in, and PS_NOT_GIVEN is a dot at the ground.
///
/// values  shape [count]
void chart_spark(buffer *to, chart_style style, const int32_t *values, int32_t count,
                 ps_range scale);

/// A bar of `columns` columns, full at `full`, with a mark at `target`.
///
/// value   0..; more than `full` is full
/// target  1..full, or PS_NONE: no mark
void chart_bar(buffer *to, chart_style style, int32_t value, int32_t full, int32_t target,
               int32_t columns);

/// The scale that intervals share.
typedef struct {
    double low, high; ///< low < high
    double step;      ///< between its marks, > 0
    int32_t columns;  ///< CHART_SCALE_MIN..
} chart_scale;
enum { CHART_SCALE_MIN = 16 };

/// A value and how far the truth may be from it: |----o----|, cut off with < and > at the ends of
/// the scale.
void chart_interval(buffer *to, chart_style style, const chart_scale *scale, double value,
                    double error);

/// The numbers above intervals.
void chart_numbers(buffer *to, const chart_scale *scale);

// ---- scores over days ----

/// One score for the days from..to, drawn as a line.
typedef struct {
    ps_day from, to;
    int32_t value;
} chart_step;

/// One score of one day: o for both sides, L, R.
typedef struct {
    ps_day day;
    int32_t value;
    ps_side side;
} chart_mark;

enum { CHART_TOP_MAX = 20 };

typedef struct {
    ps_day first, last;      ///< first <= last
    int32_t top;             ///< the scale is 0..top, 1..CHART_TOP_MAX; every value is on it
    int32_t guide;           ///< a faint line at this value, or PS_NONE
    const chart_step *steps; ///< in the order of their days, none over another
    int32_t step_count;
    const chart_mark *marks;
    int32_t mark_count;
} chart_days;

/// One row a score, and the days below. Many days share a column when the page is narrow.
void chart_put_days(paper *to, chart_style style, const chart_days *of, int32_t indent);

/// How the marks of that chart look, for a legend: the line, and a mark of this side.
const char *chart_line_sign(chart_style style);
const char *chart_mark_sign(chart_style style, ps_side side);

/// "14 Oct"
enum { CHART_DAY = 16 };
const char *chart_day(ps_day day, char text[CHART_DAY]);

#endif
