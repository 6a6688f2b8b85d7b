/// import_parse.h — from the text of an export to its people and events, checked line by line.
///
/// Nothing here knows a store or a terminal, so a fuzzer can feed it anything.
#ifndef PS_SHELL_IMPORT_PARSE_H
#define PS_SHELL_IMPORT_PARSE_H

#include "ps/history.h"

enum {
    IMPORT_BYTES_MAX = 256 << 20, ///< of a file
    IMPORT_EVENTS_MAX = 200000,   ///< of a file: they are stored as one
    IMPORT_PEOPLE_MAX = 1000,
    IMPORT_PROBLEMS_MAX = 10 ///< reading ends after so many
};

/// Somebody in a file. Several headers may name the same person.
typedef struct {
    const char *id, *name;
    const char *made, *program; ///< of the first header
    int64_t created_ms;         ///< when the person was added where the file was written
    int32_t line;               ///< of the first header
    int32_t first, count;       ///< of the file's events
} import_person;

typedef struct {
    ps_event event;
    int32_t person; ///< index
    int32_t line;
} import_event;

typedef struct {
    ps_arena room; ///< holds all of it, with room for a second copy of every event
    import_person *people;
    int32_t people_count;
    import_event *events; ///< by person, device and sequence; each key once
    int32_t count;
    int32_t problems;
} import_file;

/// Called for each problem: err->at is its place in the file.
typedef void import_complain(void *context, const ps_error *err);

/// Reads and checks the whole text. `read` is to be given to import_forget either way.
///
/// Errors  that of the first problem; PS_NOMEM without a place.
PS_MUST_USE ps_code import_parse(ps_str text, import_complain *complain, void *context,
                                 import_file *read);
void import_forget(import_file *of);

/// The column in a line of JSON, which was parsed without error, of the value whose path begins
/// `message`, "body.items[2].dose: want …", or of the key that it calls unknown. The nearest value
/// around where that is missing.
int32_t import_column(ps_str line, const char *message);

#endif
