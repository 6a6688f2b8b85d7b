/// base.h — what every module shares: result codes, located errors, borrowed text, arenas.
///
/// The core never calls malloc, reads a clock or touches a file. Memory comes from an arena
/// that the caller owns; time and seeds come in as arguments.
#ifndef PS_BASE_H
#define PS_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define PS_MUST_USE __attribute__((warn_unused_result))
#define PS_PRINTF(f, a) __attribute__((format(printf, f, a)))
#else
#define PS_MUST_USE
#define PS_PRINTF(f, a)
#endif

#define PS_COUNT(array) ((int32_t)(sizeof(array) / sizeof((array)[0])))

/// The only list of result codes. Enum, names and messages are made from it.
#define PS_CODES(X)                                       \
    X(OK, "ok")                                           \
    X(NOMEM, "out of memory")                             \
    X(SYNTAX, "the text is not well formed")              \
    X(RANGE, "a value is out of range")                   \
    X(UNKNOWN, "no such thing")                           \
    X(MISSING, "something required is missing")           \
    X(CONFLICT, "it contradicts what is already stored")  \
    X(NEWER, "it was written by a newer version")         \
    X(FOREIGN, "this is not a file of ours")              \
    X(CORRUPT, "the file is damaged")                     \
    X(BUSY, "another process is using it")                \
    X(DENIED, "permission denied")                        \
    X(FULL, "the disk is full")                           \
    X(CLOCK, "the clock of this machine cannot be right") \
    X(IO, "reading or writing failed")

typedef enum {
#define X(name, text) PS_##name,
    PS_CODES(X)
#undef X
} ps_code;

/// Message for `code`: static, never NULL.
const char *ps_code_text(ps_code code);

/// A byte in some input text, both counted from 1; zeros when there is no text.
typedef struct {
    int32_t line, column;
} ps_place;

enum { PS_ERROR_TEXT = 240 };

/// Where and why a call failed, and what was wanted. Filled only on failure, and then not all of
/// it: start from zero. A failure sets code, place and text; `file` is set only by those who know
/// it.
typedef struct {
    ps_code code;
    const char *file; ///< name of the input, borrowed; NULL when the text has no name
    ps_place at;
    char text[PS_ERROR_TEXT];
} ps_error;

/// Fills `err` and returns `code`, so a failure reads as one return statement.
/// Nullable: err.
ps_code ps_fail(ps_error *err, ps_code code, ps_place at, const char *format, ...) PS_PRINTF(4, 5);

/// Borrowed text, not NUL-terminated. Never owns its bytes.
typedef struct {
    const char *ptr;
    int32_t len;
} ps_str;

#define PS_STR(literal) ((ps_str){(literal), (int32_t)sizeof(literal) - 1})

/// The whole of a NUL-terminated text. Errors: asserts that it is shorter than 2 GiB.
ps_str ps_str_of(const char *text);
bool ps_str_same(ps_str a, ps_str b);
bool ps_str_is(ps_str a, const char *text);

/// Bytes, 1 to 4, of the UTF-8 character that `text` begins with; 0 when it begins with none.
int32_t ps_utf8_len(ps_str text);

/// Bytes in front of the first that may not stand in a text: UTF-8 without the control characters
/// U+0000..U+001F and U+007F..U+009F. All of them when every one may.
int32_t ps_str_text_len(ps_str text);

/// The same for an id: A-Z, a-z, 0-9, '.', '_' and '-'.
int32_t ps_str_id_len(ps_str text);

/// The place of the byte at `offset`; behind the last byte is a place too.
ps_place ps_str_place(ps_str text, int32_t offset);

/// A bump allocator over memory the caller owns. Zero-initialised is full.
typedef struct {
    char *base;
    size_t size, used, peak; ///< [bytes]
} ps_arena;

ps_arena ps_arena_over(void *memory, size_t size);

/// `count` zeroed items, or NULL when the arena is full.
void *ps_arena_take(ps_arena *arena, int32_t count, size_t item_size);

/// A NUL-terminated copy of `text`, or NULL when the arena is full.
const char *ps_arena_text(ps_arena *arena, ps_str text);

/// Gives back everything taken since `used` was read.
void ps_arena_rewind(ps_arena *arena, size_t used);

/// low..high, both included; a single number has low == high.
typedef struct {
    int32_t low, high;
} ps_range;

/// An index that points nowhere.
enum { PS_NONE = -1 };

/// Whether a set of indices, a bit each, has `index`.
static inline bool ps_has(uint64_t set, int32_t index) { return (set >> index & 1) != 0; }

static inline int32_t ps_at_most(int32_t a, int32_t b) { return a < b ? a : b; }
static inline int32_t ps_at_least(int32_t a, int32_t b) { return a > b ? a : b; }

#endif
