/// paper.h — a page for people: wrapped text, lists, rows and tables for a terminal.
///
/// The page is collected here and printed at once, so that a broken pipe or a full disk is one
/// error in one place. Ink says what a piece of text is, and the paper knows how that looks;
/// wherever it matters a word says it too. Without ink there is not one escape sequence.
#ifndef PS_SHELL_PAPER_H
#define PS_SHELL_PAPER_H

#include "ps/base.h"
#include "shell/codec/buffer.h"

typedef enum {
    INK_PLAIN,
    INK_TITLE,
    INK_HEADING,
    INK_NAME,  ///< an id or a command that can be typed
    INK_QUIET, ///< labels, marks, notes
    INK_GOOD,
    INK_CARE,
    INK_STOP,
    INK_OFF ///< switched off: struck through
} paper_ink;

enum {
    PAPER_WIDTH_MIN = 40, ///< the longest id still fits
    PAPER_WIDTH_MAX = 200,
    PAPER_WIDTH = 80,    ///< when nobody knows better
    PAPER_MEASURE = 100, ///< lines of text are not longer: the eye loses the next one
    PAPER_COLUMNS_MAX = 8
};

typedef struct {
    int32_t width; ///< PAPER_WIDTH_MIN..PAPER_WIDTH_MAX [columns]
    bool inked;    ///< escape sequences are welcome
    buffer text;   ///< finished lines
    buffer words;  ///< the paragraph that is being written
    buffer inks;   ///< the ink of each of its bytes
} paper;

/// A page without memory; paper_free gives back what it takes later.
paper paper_of(int32_t width, bool inked);
void paper_free(paper *of);

// ---- a paragraph: pieces, then one call that ends and lays it out ----

/// Adds a piece of text. Control characters and what is not UTF-8 come out as U+FFFD.
void paper_put(paper *to, paper_ink ink, const char *text);
void paper_put_str(paper *to, paper_ink ink, ps_str text);
void paper_format(paper *to, paper_ink ink, const char *format, ...) PS_PRINTF(3, 4);

/// Ends the paragraph; every line is indented by `indent`.
void paper_flow(paper *to, int32_t indent);

/// Ends the paragraph as one line, however long.
void paper_row(paper *to, int32_t indent);

/// Ends the paragraph as the text beside a label ("-", "1.", "Position") of `columns` columns.
/// On narrow paper, or when it is longer, the label has a line of its own.
void paper_item(paper *to, int32_t indent, paper_ink ink, const char *label, int32_t columns);

// ---- the usual pieces of a page ----

/// One empty line, unless there is one already or the page is empty.
void paper_gap(paper *to);

/// The page's name, and its id at the right edge.
void paper_title(paper *to, const char *name, const char *id);

/// A gap and a heading; note: a quiet word behind it, or NULL.
void paper_heading(paper *to, const char *text, const char *note);

/// Whole paragraphs, separated by empty lines in `text`.
void paper_text(paper *to, int32_t indent, const char *text);

// ---- tables ----

typedef struct {
    const char *title;
    paper_ink ink;
} paper_column;

/// Prints rows of `columns` cells; NULL or "" is an empty cell, and a row with only its first cell
/// is a heading. Where the columns do not fit side by side, the second stands beside the first
/// and the others below, joined by dots.
///
/// cells  shape [rows][columns]
void paper_table(paper *to, const paper_column *columns, int32_t count, const char *const *cells,
                 int32_t rows);

#endif
