// Tables of a page: side by side where the columns fit, one below the other where they do not.
#include "shell/cli/paper.h"
#include "shell/cli/wrap.h"

#include <assert.h>
#include <stddef.h>

enum { MARGIN = 2, GAP = 2 };

static bool is_empty(const char *cell) { return !cell || !*cell; }

/// A row with only its first cell.
static bool is_heading(const char *const *row, int32_t count)
{
    for (int32_t i = 1; i < count; i++) {
        if (!is_empty(row[i])) return false;
    }
    return true;
}

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

/// Columns that each column needs for its widest cell; returns what the table needs.
static int32_t widths_of(const paper_column *columns, int32_t count, const char *const *cells,
                         int32_t rows, int32_t widths[PAPER_COLUMNS_MAX])
{
    int32_t all = MARGIN;
    for (int32_t i = 0; i < count; i++) {
        widths[i] = text_columns(ps_str_of(columns[i].title));
        for (int32_t row = 0; row < rows; row++) {
            const char *const *at = cells + (ptrdiff_t)row * count;
            if (is_heading(at, count) || is_empty(at[i])) continue;
            widths[i] = larger(widths[i], text_columns(ps_str_of(at[i])));
        }
        all += widths[i] + (i > 0 ? GAP : 0);
    }
    return all;
}

static void put_blanks(paper *to, int32_t count)
{
    for (int32_t i = 0; i < count; i++) paper_put(to, INK_PLAIN, " ");
}

static void put_row(paper *to, const paper_column *columns, int32_t count, const char *const *row,
                    const int32_t widths[PAPER_COLUMNS_MAX])
{
    int32_t owed = 0; // blanks are written when something follows them
    for (int32_t i = 0; i < count; i++) {
        const char *cell = is_empty(row[i]) ? "" : row[i];
        if (*cell) {
            put_blanks(to, owed);
            paper_put(to, columns[i].ink, cell);
            owed = 0;
        }
        owed += widths[i] + GAP - text_columns(ps_str_of(cell));
    }
}

/// The second cell beside the first, the others in one line below.
static void put_stacked(paper *to, const paper_column *columns, int32_t count,
                        const char *const *row, int32_t first)
{
    if (!is_empty(row[1])) paper_put(to, columns[1].ink, row[1]);
    paper_item(to, MARGIN, columns[0].ink, row[0], first + GAP);
    bool filled = false;
    for (int32_t i = 2; i < count; i++) {
        if (is_empty(row[i])) continue;
        if (filled) paper_put(to, INK_QUIET, " · ");
        paper_put(to, columns[i].ink, row[i]);
        filled = true;
    }
    if (filled) paper_item(to, MARGIN, INK_PLAIN, "", first + GAP);
}

void paper_table(paper *to, const paper_column *columns, int32_t count, const char *const *cells,
                 int32_t rows)
{
    assert(count >= 2 && count <= PAPER_COLUMNS_MAX);
    int32_t widths[PAPER_COLUMNS_MAX];
    const bool wide = widths_of(columns, count, cells, rows, widths) <= to->width;
    if (wide) {
        const char *titles[PAPER_COLUMNS_MAX];
        paper_column quiet[PAPER_COLUMNS_MAX];
        for (int32_t i = 0; i < count; i++) {
            titles[i] = columns[i].title;
            quiet[i] = (paper_column){.title = NULL, .ink = INK_QUIET};
        }
        put_row(to, quiet, count, titles, widths);
        paper_row(to, MARGIN);
    }
    for (int32_t i = 0; i < rows; i++) {
        const char *const *row = cells + (ptrdiff_t)i * count;
        if (is_heading(row, count)) {
            paper_heading(to, row[0], NULL);
        } else if (wide) {
            put_row(to, columns, count, row, widths);
            paper_row(to, MARGIN);
        } else {
            put_stacked(to, columns, count, row, widths[0]);
        }
    }
}
