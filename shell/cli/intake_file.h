/// intake_file.h — answers in a file: lines "id: value", comments behind '#', empty lines.
///
/// Ids are intake fields, screening items, and `consent` with the version of the text. A line
/// without a value says nothing, so the template can be read as it is. "none" takes back what was
/// told to an optional field. docs/user/setup.md tells people.
#ifndef PS_SHELL_INTAKE_FILE_H
#define PS_SHELL_INTAKE_FILE_H

#include "ps/intake.h"

enum {
    INTAKE_FILE_BYTES_MAX = 1 << 18,
    INTAKE_LINE_MAX = 2000, ///< [bytes]
    INTAKE_PROBLEMS_MAX = 20
};

/// One line that says something.
typedef struct {
    ps_place at;      ///< of the value; line 0: there is no such line
    const char *text; ///< of a field, as it is stored; NULL: taken back
    ps_value value;   ///< of a field
    ps_answer answer; ///< of an item
} intake_line;

typedef struct {
    intake_line consent;
    intake_line fields[PS_INTAKE_MAX]; ///< by index into intake_fields
    intake_line items[PS_ITEMS_MAX];   ///< by index into screening_items
    int32_t field_count, item_count;
    int32_t problems;
} intake_file;

/// Called with every problem; its place is in the file.
typedef void intake_complain(void *context, const ps_error *err);

/// Makes an error of its arguments and complains of it.
void intake_complain_at(intake_complain *complain, void *context, ps_code code, ps_place at,
                        const char *format, ...) PS_PRINTF(5, 6);

/// Reads and checks the whole text; texts live in `room`, for which the size of the text and 64
/// bytes a line are enough.
/// Errors  the code of the first problem; PS_RANGE also for a text that is too long.
PS_MUST_USE ps_code intake_file_read(const ps_catalogue *catalogue, ps_str text, ps_arena *room,
                                     intake_complain *complain, void *context, intake_file *file);

/// Whether the file says anything about this field or item.
static inline bool intake_line_is(const intake_line *line) { return line->at.line > 0; }

#endif
