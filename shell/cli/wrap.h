/// wrap.h — text in columns: how wide UTF-8 is on a terminal, and where a line may end.
#ifndef PS_SHELL_WRAP_H
#define PS_SHELL_WRAP_H

#include "ps/base.h"

/// The next character of a text that is not empty, with the marks that combine with it.
typedef struct {
    int32_t bytes;   ///< 1..text.len
    int32_t columns; ///< 0 for a mark that stands alone, 2 for a wide character
    bool clean;      ///< UTF-8, and no control character
} glyph;

glyph text_glyph(ps_str text);

/// Columns that `text` takes; what is not clean counts as one column a byte.
int32_t text_columns(ps_str text);

/// Bytes of the longest line of at most `columns` > 0 at the start of `text`.
///
/// Lines end at blanks, but not between a number and its unit ("30 s") nor before "[", where a
/// mark hangs on its word; unless there is no other place. A word wider than a line is cut.
///
/// next  where the following line starts, behind the blanks of the break; text.len at the end
int32_t text_line(ps_str text, int32_t columns, int32_t *next);

#endif
