#include "shell/cli/chart.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

// ---- style ----

/// Whether the name of a locale ends like "de_DE.UTF-8" or "C.utf8".
static bool is_utf8(const char *locale)
{
    const char *dot = strchr(locale, '.');
    return dot && (strncasecmp(dot + 1, "utf-8", 5) == 0 || strncasecmp(dot + 1, "utf8", 4) == 0);
}

chart_style chart_style_of(const cli *c)
{
    static const char *const locales[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *terminal = c->world->variable("TERM");
    if (terminal && (strcmp(terminal, "dumb") == 0 || strcmp(terminal, "linux") == 0)) {
        return CHART_ASCII;
    }
    for (int32_t i = 0; i < PS_COUNT(locales); i++) { // the first that is set decides
        const char *value = c->world->variable(locales[i]);
        if (value && *value) return is_utf8(value) ? CHART_RICH : CHART_ASCII;
    }
    return CHART_ASCII;
}

// ---- sparks and bars ----

enum { LEVELS = 8 };

static const char *const levels[2][LEVELS] = {
    [CHART_ASCII] = {"_",   ".",   ":",   "-",   "=",   "+",   "*",   "#"  },
    [CHART_RICH] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
};

void chart_spark(buffer *to, chart_style style, const int32_t *values, int32_t count,
                 ps_range scale)
{
    const int32_t span = scale.high > scale.low ? scale.high - scale.low : 1;
    for (int32_t i = 0; i < count; i++) {
        if (values[i] == PS_NOT_GIVEN) {
            buffer_text(to, style == CHART_RICH ? "·" : " ");
            continue;
        }
        int32_t above = values[i] - scale.low;
        above = above < 0 ? 0 : above > span ? span : above;
        buffer_text(to, levels[style][(above * (LEVELS - 1) + span / 2) / span]);
    }
}

void chart_bar(buffer *to, chart_style style, int32_t value, int32_t full, int32_t target,
               int32_t columns)
{
    enum { PARTS = 8 };
    static const char *const parts[PARTS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    assert(full > 0 && value >= 0);
    const int64_t filled = (int64_t)(value < full ? value : full) * columns * PARTS / full;
    const int32_t mark =
        target == PS_NONE ? PS_NONE : (int32_t)(((int64_t)target * columns - 1) / full);
    const int32_t whole = (int32_t)(filled / PARTS), part = (int32_t)(filled % PARTS);
    for (int32_t i = 0; i < columns; i++) {
        if (i < whole) {
            buffer_text(to, style == CHART_RICH ? "█" : "#");
        } else if (i == mark) {
            buffer_text(to, style == CHART_RICH ? "│" : "|");
        } else if (i == whole && part > 0 && style == CHART_RICH) {
            buffer_text(to, parts[part]);
        } else {
            buffer_text(to, style == CHART_RICH ? "·" : ".");
        }
    }
}

// ---- intervals ----

/// The column of a value; one outside the scale is moved to its end.
static int32_t column_of(const chart_scale *scale, double value)
{
    const double share = (value - scale->low) / (scale->high - scale->low);
    const double kept = share < 0 ? 0 : share > 1 ? 1 : share;
    return (int32_t)floor(kept * (scale->columns - 1) + 0.5);
}

/// The marks of a scale: the multiples of its step.
static double mark_at(const chart_scale *scale, int32_t index)
{
    return (ceil(scale->low / scale->step) + index) * scale->step;
}

static int32_t marks_of(const chart_scale *scale)
{
    return (int32_t)(floor(scale->high / scale->step) - ceil(scale->low / scale->step)) + 1;
}

/// Whether a mark of the scale stands in this column.
static bool is_marked(const chart_scale *scale, int32_t column)
{
    for (int32_t i = 0; i < marks_of(scale); i++) {
        if (column_of(scale, mark_at(scale, i)) == column) return true;
    }
    return false;
}

typedef struct {
    const char *empty, *mark, *from, *to, *line, *value, *below, *above;
} interval_signs;

void chart_interval(buffer *to, chart_style style, const chart_scale *scale, double value,
                    double error)
{
    static const interval_signs signs[] = {
        [CHART_ASCII] = {" ", ".",   "|",   "|",   "-",   "o",   "<",   ">"  },
        [CHART_RICH] = {" ", "┊", "├", "┤", "─", "●", "◂", "▸"},
    };
    const interval_signs *draw = &signs[style];
    const int32_t at = column_of(scale, value);
    const int32_t low = column_of(scale, value - error), high = column_of(scale, value + error);
    for (int32_t i = 0; i < scale->columns; i++) {
        if (i == at) {
            buffer_text(to, draw->value);
        } else if (i == low) {
            buffer_text(to, value - error < scale->low ? draw->below : draw->from);
        } else if (i == high) {
            buffer_text(to, value + error > scale->high ? draw->above : draw->to);
        } else if (i > low && i < high) {
            buffer_text(to, draw->line);
        } else {
            buffer_text(to, is_marked(scale, i) ? draw->mark : draw->empty);
        }
    }
}

void chart_numbers(buffer *to, const chart_scale *scale)
{
    int32_t written = 0; // columns
    for (int32_t i = 0; i < marks_of(scale); i++) {
        char text[16];
        const double at = mark_at(scale, i);
        // and no "-0"
        const int32_t len = snprintf(text, sizeof text, "%g", at == 0 ? 0 : at);
        int32_t start = column_of(scale, at) - len / 2;
        if (start + len > scale->columns) start = scale->columns - len;
        if (start < 0) start = 0;
        if (written > 0 && start <= written) continue; // no room between two numbers
        buffer_format(to, "%*s%s", start - written, "", text);
        written = start + len;
    }
}

// ---- scores over days ----

const char *chart_day(ps_day day, char text[CHART_DAY])
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char full[PS_DAY_TEXT]; // 2026-11-21
    ps_day_format(day, full, sizeof full);
    const int32_t month = (full[5] - '0') * 10 + (full[6] - '0');
    snprintf(text, CHART_DAY, "%s %s", full + (full[8] == '0' ? 9 : 8), months[month - 1]);
    return text;
}

/// What may stand in a cell.
typedef enum {
    CELL_EMPTY,
    CELL_GUIDE,
    CELL_LINE,
    CELL_WALL,
    CELL_FALL_FROM,
    CELL_FALL_TO,
    CELL_RISE_FROM,
    CELL_RISE_TO,
    CELL_BOTH,
    CELL_LEFT,
    CELL_RIGHT
} cell;

// clang-format off
static const struct {
    const char *sign[2]; ///< by chart_style
    paper_ink ink;
} cells[] = {
    [CELL_EMPTY] = {{" ", " "}, INK_PLAIN},
    [CELL_GUIDE] = {{".", "┈"}, INK_QUIET},
    [CELL_LINE] = {{"-", "─"}, INK_PLAIN},
    [CELL_WALL] = {{"|", "│"}, INK_PLAIN},
    [CELL_FALL_FROM] = {{"+", "╮"}, INK_PLAIN},
    [CELL_FALL_TO] = {{"+", "╰"}, INK_PLAIN},
    [CELL_RISE_FROM] = {{"+", "╯"}, INK_PLAIN},
    [CELL_RISE_TO] = {{"+", "╭"}, INK_PLAIN},
    [CELL_BOTH] = {{"o", "●"}, INK_NAME},
    [CELL_LEFT] = {{"L", "L"}, INK_NAME},
    [CELL_RIGHT] = {{"R", "R"}, INK_NAME},
};
// clang-format on

static const cell side_cells[] = {
    [PS_SIDE_BOTH] = CELL_BOTH, [PS_SIDE_LEFT] = CELL_LEFT, [PS_SIDE_RIGHT] = CELL_RIGHT};

const char *chart_line_sign(chart_style style) { return cells[CELL_LINE].sign[style]; }

const char *chart_mark_sign(chart_style style, ps_side side)
{
    return cells[side_cells[side]].sign[style];
}

enum { COLUMNS_A_DAY_MAX = 3, LABEL = 4 };

/// The field of a chart: a row for each score, row 0 at the ground.
typedef struct {
    const chart_days *of;
    int32_t days, columns;
    unsigned char at[CHART_TOP_MAX + 1][PAPER_WIDTH_MAX]; ///< cells
} field;

/// The first column of a day; behind the last day the first column behind the field.
static int32_t day_column(const field *in, ps_day day)
{
    return (int32_t)((int64_t)(day - in->of->first) * in->columns / in->days);
}

static void put_cell(field *in, int32_t row, int32_t column, cell what)
{
    if (column >= 0 && column < in->columns) in->at[row][column] = (unsigned char)what;
}

static void draw_steps(field *in)
{
    for (int32_t i = 0; i < in->of->step_count; i++) {
        const chart_step *step = &in->of->steps[i];
        const int32_t start = day_column(in, step->from), end = day_column(in, step->to + 1);
        for (int32_t x = start; x < end; x++) put_cell(in, step->value, x, CELL_LINE);

        const chart_step *before = i > 0 ? step - 1 : NULL;
        if (!before || before->to + 1 != step->from || before->value == step->value) continue;
        const bool falls = step->value < before->value;
        const int32_t low = falls ? step->value : before->value;
        const int32_t high = falls ? before->value : step->value;
        for (int32_t row = low + 1; row < high; row++) put_cell(in, row, start, CELL_WALL);
        put_cell(in, before->value, start, falls ? CELL_FALL_FROM : CELL_RISE_FROM);
        put_cell(in, step->value, start, falls ? CELL_FALL_TO : CELL_RISE_TO);
    }
}

static void draw_marks(field *in)
{
    for (int32_t i = 0; i < in->of->mark_count; i++) {
        const chart_mark *mark = &in->of->marks[i];
        const int32_t start = day_column(in, mark->day), end = day_column(in, mark->day + 1);
        const int32_t middle = start + (end > start ? (end - start - 1) / 2 : 0);
        put_cell(in, mark->value, middle, side_cells[mark->side]);
    }
}

static void draw_guide(field *in)
{
    const int32_t row = in->of->guide;
    if (row == PS_NONE || row > in->of->top) return;
    for (int32_t x = 0; x < in->columns; x++) {
        if (in->at[row][x] == CELL_EMPTY) in->at[row][x] = CELL_GUIDE;
    }
}

static void put_rows(paper *to, chart_style style, const field *in, int32_t indent)
{
    for (int32_t row = in->of->top; row >= 0; row--) {
        paper_format(to, INK_QUIET, "%2d %s", row, style == CHART_RICH ? "┤" : "|");
        int32_t end = in->columns;
        while (end > 0 && in->at[row][end - 1] == CELL_EMPTY) end--;
        for (int32_t x = 0; x < end; x++) {
            paper_put(to, cells[in->at[row][x]].ink, cells[in->at[row][x]].sign[style]);
        }
        paper_row(to, indent);
    }
}

/// Days between two dates below the chart: whole weeks, far enough apart to be read.
static int32_t days_between_dates(const field *in)
{
    enum { ROOM = 8 };
    int32_t days = 7;
    while ((int64_t)days * in->columns / in->days < ROOM) days += 7;
    return days;
}

static void put_dates(paper *to, chart_style style, const field *in, int32_t indent)
{
    const int32_t apart = days_between_dates(in);
    buffer line = {0}, dates = {0};
    int32_t written = 0;
    for (int32_t x = 0; x < in->columns; x++) {
        bool dated = false;
        for (ps_day day = in->of->first; day <= in->of->last; day += apart) {
            if (day_column(in, day) != x) continue;
            char text[CHART_DAY];
            const int32_t len = (int32_t)strlen(chart_day(day, text));
            if (x + len > in->columns && day != in->of->first) continue;
            dated = true;
            buffer_format(&dates, "%*s%s", x - written, "", text);
            written = x + len;
        }
        buffer_text(&line, style == CHART_RICH ? (dated ? "┬" : "─") : (dated ? "+" : "-"));
    }
    paper_format(to, INK_QUIET, "%*s%s%s", LABEL - 1, "", style == CHART_RICH ? "└" : "+",
                 line.text);
    paper_row(to, indent);
    paper_format(to, INK_QUIET, "%*s%s", LABEL, "", dates.text);
    paper_row(to, indent);
    buffer_free(&line);
    buffer_free(&dates);
}

void chart_put_days(paper *to, chart_style style, const chart_days *of, int32_t indent)
{
    assert(of->first <= of->last && of->top >= 1 && of->top <= CHART_TOP_MAX);
    field in = {.of = of, .days = of->last - of->first + 1};
    const int32_t width = to->width < PAPER_MEASURE ? to->width : PAPER_MEASURE;
    const int32_t room = width - indent - LABEL;
    const int32_t a_day = room / in.days < COLUMNS_A_DAY_MAX ? room / in.days : COLUMNS_A_DAY_MAX;
    in.columns = a_day > 0 ? a_day * in.days : room;

    draw_steps(&in);
    draw_marks(&in);
    draw_guide(&in);
    put_rows(to, style, &in, indent);
    put_dates(to, style, &in, indent);
}
