/// export_csv.h — what was done, one row a set and side, for spreadsheets (RFC 4180).
///
/// A set that both sides did together gives two rows, left and right, with `together` yes: whoever
/// adds up counts only one of them. Texts that a spreadsheet would take for a formula, those that
/// begin with = + - @, get an apostrophe in front.
#ifndef PS_SHELL_EXPORT_CSV_H
#define PS_SHELL_EXPORT_CSV_H

#include "ps/history.h"
#include "shell/codec/buffer.h"

/// The names of the columns.
void export_csv_heading(buffer *to);

/// The rows of an event; none unless it is a set_done.
void export_csv_rows(buffer *to, const char *person, const ps_event *event);

/// The index-th column, NULL behind the last; `doc` says what stands in it.
const char *export_csv_column(int32_t index, const char **doc);

#endif
