/// tidy.h — what the rules share: a file in memory, complaints, words.
#ifndef PS_TIDY_H
#define PS_TIDY_H

#include <stdbool.h>
#include <stddef.h>

enum { BYTES_MAX = 1 << 20, PATH_LEN = 512, NAME_LEN = 64 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct {
    const char *path; ///< from the root of the repository
    const char *text; ///< as it is, NUL-terminated
    const char *code; ///< as long; comments and the insides of literals are blanks
    size_t len;
} source;

/// Prints "path:line: text" and counts it.
__attribute__((format(printf, 3, 4))) void complain(const char *path, int line, const char *format,
                                                    ...);
int complaint_count(void);

bool starts(const char *text, const char *with);
bool ends(const char *text, const char *with);
bool is_word_byte(char c);

/// Whether a blank-separated list has this word; "mtx_*" in it matches all that begin so.
bool listed(const char *list, const char *word, size_t len);

/// Whether a line is a row of a table: indented, with a brace first.
bool is_row(const char *line);

/// Where the core lives, its public headers included.
bool is_core(const char *path);

/// At most BYTES_MAX - 1 bytes and a NUL into `bytes`; the length, or -1.
long read_whole(const char *path, char *bytes);

/// The place behind a comment or literal that starts at `at`, or `at` when none starts there.
size_t skip_span(const char *text, size_t at);

/// Copies `text` with comments and literals blanked out, newlines kept.
void blank_out(const char *text, size_t len, char *code);

/// Number of the line that `at` lies in.
int line_of(const char *text, const char *at);

// ---- the rules ----

/// Reads tools/layers.txt; false when there is nothing in it.
bool read_layers(void);
void check_includes(const source *s);

/// Calls, words and formats that the core must do without.
void check_core(const source *s);

/// Reads tools/limits.txt, the exceptions to the size rules.
void read_limits(void);
void check_sizes(const source *s);
void check_limits_used(void);

#endif
