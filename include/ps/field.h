/// field.h — a struct described once, for everything that reads, writes or documents it.
///
/// The YAML reader, the JSON reader and writer, the JSON Schema printer, the C emitter and the
/// API all walk these tables, so a new field is one line and no two of them can disagree.
#ifndef PS_FIELD_H
#define PS_FIELD_H

#include "ps/base.h"

typedef enum {
    PS_FIELD_BOOL,     ///< bool
    PS_FIELD_INT,      ///< int32_t, min..max; absent: fallback
    PS_FIELD_LONG,     ///< int64_t, min..max; absent: fallback
    PS_FIELD_NUMBER,   ///< double, min..max; always required
    PS_FIELD_TEXT,     ///< const char *, min..max bytes of UTF-8; absent: NULL
    PS_FIELD_ENUM,     ///< an enum, one of `names`; absent: fallback
    PS_FIELD_RANGE,    ///< ps_range within min..max, written n or [low, high]; absent: {0, 0}
    PS_FIELD_NOTATION, ///< a value with a text form of its own, see `notation`
    PS_FIELD_REF,      ///< int32_t, index into the list `list` of the document; absent: PS_NONE
    PS_FIELD_MARKED,   ///< ps_marked: exactly one key out of `names`, its value is the text
    PS_FIELD_STRUCT,   ///< a struct inside the struct, described by `of`
    PS_FIELD_OPTIONAL, ///< const T *, described by `of`; absent: NULL
    PS_FIELD_LIST      ///< {const T *at; int32_t count;} of `item`, min..max items
} ps_field_type;

/// The names of an enum, in the order of its values, which start at 0.
typedef struct {
    const char *c_name;
    const char *const *names;
    int32_t count;
} ps_enum;

/// Text whose key says what kind of statement it is: `- given: Stand tall.`
typedef struct {
    int32_t mark; ///< index into the names of the field
    const char *text;
} ps_marked;

/// What every list field looks like. Typed lists have the same layout.
typedef struct {
    const void *at;
    int32_t count;
} ps_list;

/// Looks up ids while a notation is read or written.
typedef struct {
    const void *context;
    /// Index of `id` in the list called `list`, or PS_NONE.
    int32_t (*find)(const void *context, const char *list, ps_str id);
    /// Id of an item, or NULL when there is no such index.
    const char *(*id)(const void *context, const char *list, int32_t index);
} ps_names;

/// A value with a text form of its own: the dose, the rule.
typedef struct {
    const char *name; ///< "dose"
    const char *c_name;
    size_t size;
    const char *example;
    /// Reads the whole of `text`; the place in `err` is relative to it.
    ps_code (*parse)(ps_str text, const ps_names *names, ps_arena *arena, void *value,
                     ps_error *err);
    /// Writes NUL-terminated text and returns its length, which is below `cap`.
    int32_t (*format)(const void *value, const ps_names *names, char *text, int32_t cap);
} ps_notation;

enum {
    PS_NOTATION_TEXT = 512, ///< [bytes] enough for every notation
    PS_ITEM_TEXT = 2000     ///< [bytes] of each text in a list of texts
};

typedef struct ps_struct ps_struct;

typedef struct {
    int64_t min, max;
} ps_limits;

typedef struct {
    const char *name; ///< the key in YAML and JSON, and the member in C
    ps_field_type type;
    bool required;
    bool derived; ///< computed by the compiler: refused in YAML, present in JSON
    bool id;      ///< of a text or a list of them: only A-Z, a-z, 0-9, '.', '_' and '-'
    size_t offset;
    int64_t min, max;   ///< of the value, of the bytes of a text, or of the number of items
    ps_limits items;    ///< of a list of numbers or texts: limits of each item
    int64_t fallback;   ///< what an absent value reads as; it may lie outside min..max
    ps_field_type item; ///< of a list
    const ps_struct *of;
    const ps_enum *names;
    const ps_notation *notation;
    const char *list; ///< of a reference: name of the list in the document's root
    const char *doc;  ///< one sentence for editors and for the documentation
} ps_field;

struct ps_struct {
    const char *c_name;
    size_t size;
    const ps_field *fields;
    int32_t count;
    bool shorthand; ///< in YAML a scalar may stand for the first field alone
    const char *doc;
};

/// The field called `name`, or NULL.
const ps_field *ps_field_find(const ps_struct *of, ps_str name);

/// The limits of one value of the field; of one item when it is a list.
ps_limits ps_field_limits(const ps_field *field);

/// Size of the member, and of one item of a list field [bytes].
size_t ps_field_size(const ps_field *field);
size_t ps_field_item_size(const ps_field *field);

/// Whether every byte of the member at `value` is zero.
bool ps_field_is_zero(const ps_field *field, const void *value);

/// Makes the member at `to`, which is all zero, what an absent field reads as.
void ps_field_put_absent(const ps_field *field, void *to);

/// A whole number, an index or an enum, which all have the size of an int32_t.
int32_t ps_field_int(const void *value);
void ps_field_put_int(void *to, int64_t value);

/// The list called `list` in a document `root`; `of` receives the struct of its items.
/// Errors: an empty list and NULL when the root has no such list.
ps_list ps_document_list(const ps_struct *root_of, const void *root, const char *list,
                         const ps_struct **of);

/// The id (first field) of an item, or NULL when there is no such list or index.
const char *ps_document_id(const ps_struct *root_of, const void *root, const char *list,
                           int32_t index);

/// Index of the item with this id, or PS_NONE.
int32_t ps_document_find(const ps_struct *root_of, const void *root, const char *list, ps_str id);

/// The index of `name` among the names of an enum, or PS_NONE.
int32_t ps_enum_find(const ps_enum *names, ps_str name);

// ---- "did you mean" ----

/// Index of the name that `word` most likely stands for, or PS_NONE when none is close.
///
/// A slip is a letter added, left out, changed, or swapped with its neighbour; upper for lower
/// case and '_' for '-' cost nothing. Close is at most one slip for every three letters of
/// `word`, and three in all. Of equally close names the first. Names and words of more than 64
/// bytes are close to nothing.
///
/// name_at  name at `index`, or NULL from the end of the list on
int32_t ps_closest(const void *context, const char *(*name_at)(const void *context, int32_t index),
                   ps_str word);

/// The same among the ids of a list, the names of an enum and the fields of a struct; NULL when
/// none is close.
const char *ps_names_closest(const ps_names *names, const char *list, ps_str id);
const char *ps_enum_closest(const ps_enum *names, ps_str name);
const char *ps_field_closest(const ps_struct *of, ps_str name);

/// Fails with PS_UNKNOWN and "no such id 'lump_groim'; did you mean 'lump_groin'?".
///
/// what     what the word should have named: "id", "key", "command"
/// closest  result of a function above
///
/// Nullable: err, closest.
ps_code ps_fail_unknown(ps_error *err, ps_place at, const char *what, ps_str word,
                        const char *closest);

/// Compares two values field by field in the order of the table: negative, zero or positive.
///
/// A total order: zero means the same value (-0.0 and 0.0 are one value, absent differs from
/// empty). Notations are compared by their text, so they must not need names; one whose bytes are
/// all zero counts as absent. Recursion is as deep as the tables are nested.
int32_t ps_struct_order(const ps_struct *of, const void *a, const void *b);

static inline bool ps_struct_same(const ps_struct *of, const void *a, const void *b)
{
    return ps_struct_order(of, a, b) == 0;
}

/// `digest` with the value mixed in: the same on every machine for values that are the same, and
/// with every version in which the enums have the same names. Not against an attacker.
uint64_t ps_struct_digest(const ps_struct *of, const void *value, uint64_t digest);

/// `digest` with one number mixed in, to join digests of several values. Start from 0.
uint64_t ps_digest_long(uint64_t digest, int64_t value);

/// Whether every value is inside the limits of its field and every text is UTF-8 without control
/// characters. A required notation must be there; whether it makes sense is its module's question.
///
/// Errors  PS_RANGE or PS_MISSING with the path ("items[2].exercise: want 1 to 64 bytes").
/// Nullable: err.
PS_MUST_USE ps_code ps_struct_check(const ps_struct *of, const void *value, ps_error *err);

// Tables are written with these. Each checks at compile time that the member has the type that
// the readers will write through its offset, and a list the layout of ps_list. Of an enum only that
// it is a whole number of its size: which enum it is C cannot ask in a constant.
#define PS__TYPE(as, at) (0 * sizeof((as *)0 == (at)))
#define PS__TRUE(fact) (0 * sizeof(char[(fact) ? 1 : -1]))
#define PS__ENUM(value) (PS__TRUE(sizeof(value) == sizeof(int32_t)) + 0 * sizeof((value) | 0))
#define PS__AT(T, m, as) (offsetof(T, m) + PS__TYPE(as, &((T *)0)->m))
#define PS__LIST(T, m)                                                             \
    (offsetof(T, m.at) + PS__TYPE(int32_t, &((T *)0)->m.count) +                   \
     PS__TRUE(offsetof(T, m.at) == offsetof(T, m) &&                               \
              offsetof(T, m.count) == offsetof(T, m) + offsetof(ps_list, count) && \
              sizeof(((T *)0)->m) == sizeof(ps_list)))
#define PS__LIST_AT(T, m, as) (PS__LIST(T, m) + PS__TYPE(const as *, &((T *)0)->m.at))

#define PS_F_BOOL(T, m, text)                                                        \
    {                                                                                \
        .name = #m, .type = PS_FIELD_BOOL, .offset = PS__AT(T, m, bool), .doc = text \
    }
#define PS_F_INT(T, m, lo, hi, text)                                                         \
    {                                                                                        \
        .name = #m, .type = PS_FIELD_INT, .required = true, .offset = PS__AT(T, m, int32_t), \
        .min = lo, .max = hi, .doc = text                                                    \
    }
#define PS_F_INT_OR(T, m, lo, hi, absent, text)                                                  \
    {                                                                                            \
        .name = #m, .type = PS_FIELD_INT, .offset = PS__AT(T, m, int32_t), .min = lo, .max = hi, \
        .fallback = absent, .doc = text                                                          \
    }
#define PS_F_LONG(T, m, lo, hi, text)                                                         \
    {                                                                                         \
        .name = #m, .type = PS_FIELD_LONG, .required = true, .offset = PS__AT(T, m, int64_t), \
        .min = lo, .max = hi, .doc = text                                                     \
    }
#define PS_F_NUMBER(T, m, lo, hi, text)                                                        \
    {                                                                                          \
        .name = #m, .type = PS_FIELD_NUMBER, .required = true, .offset = PS__AT(T, m, double), \
        .min = lo, .max = hi, .doc = text                                                      \
    }
#define PS__F_TEXT(T, m, need, hi, text)                                                           \
    {                                                                                              \
        .name = #m, .type = PS_FIELD_TEXT, .required = need, .offset = PS__AT(T, m, const char *), \
        .min = 1, .max = hi, .doc = text                                                           \
    }
#define PS_F_TEXT(T, m, hi, text) PS__F_TEXT(T, m, true, hi, text)
#define PS_F_TEXT_OR_NONE(T, m, hi, text) PS__F_TEXT(T, m, false, hi, text)
#define PS__F_ID(T, m, need, hi, text)                                                             \
    {                                                                                              \
        .name = #m, .type = PS_FIELD_TEXT, .required = need, .offset = PS__AT(T, m, const char *), \
        .min = 1, .max = hi, .id = true, .doc = text                                               \
    }
#define PS_F_ID(T, m, hi, text) PS__F_ID(T, m, true, hi, text)
#define PS_F_ID_OR_NONE(T, m, hi, text) PS__F_ID(T, m, false, hi, text)
#define PS_F_ENUM(T, m, en, text)                                                  \
    {                                                                              \
        .name = #m, .type = PS_FIELD_ENUM, .required = true,                       \
        .offset = offsetof(T, m) + PS__ENUM(((T *)0)->m), .names = en, .doc = text \
    }
#define PS_F_ENUM_OR(T, m, en, absent, text)                                                 \
    {                                                                                        \
        .name = #m, .type = PS_FIELD_ENUM, .offset = offsetof(T, m) + PS__ENUM(((T *)0)->m), \
        .names = en, .fallback = absent, .doc = text                                         \
    }
#define PS__F_RANGE(T, m, need, lo, hi, text)                                                   \
    {                                                                                           \
        .name = #m, .type = PS_FIELD_RANGE, .required = need, .offset = PS__AT(T, m, ps_range), \
        .min = lo, .max = hi, .doc = text                                                       \
    }
#define PS_F_RANGE(T, m, lo, hi, text) PS__F_RANGE(T, m, true, lo, hi, text)
#define PS_F_RANGE_OR_NONE(T, m, lo, hi, text) PS__F_RANGE(T, m, false, lo, hi, text)
#define PS_F_NOTATION(T, m, c, how, need, text)                                             \
    {                                                                                       \
        .name = #m, .type = PS_FIELD_NOTATION, .required = need, .offset = PS__AT(T, m, c), \
        .notation = how, .doc = text                                                        \
    }
#define PS__F_REF(T, m, need, to, text)                                                      \
    {                                                                                        \
        .name = #m, .type = PS_FIELD_REF, .required = need, .offset = PS__AT(T, m, int32_t), \
        .list = to, .doc = text                                                              \
    }
#define PS_F_REF(T, m, to, text) PS__F_REF(T, m, true, to, text)
#define PS_F_REF_OR_NONE(T, m, to, text) PS__F_REF(T, m, false, to, text)
#define PS_F_MARKED(T, m, en, hi, text)                                                           \
    {                                                                                             \
        .name = #m, .type = PS_FIELD_MARKED, .required = true, .offset = PS__AT(T, m, ps_marked), \
        .min = 1, .max = hi, .names = en, .doc = text                                             \
    }
#define PS_F_STRUCT(T, m, c, as, text)                                                    \
    {                                                                                     \
        .name = #m, .type = PS_FIELD_STRUCT, .required = true, .offset = PS__AT(T, m, c), \
        .of = as, .doc = text                                                             \
    }
#define PS_F_OPTIONAL(T, m, c, as, text)                                                    \
    {                                                                                       \
        .name = #m, .type = PS_FIELD_OPTIONAL, .offset = PS__AT(T, m, const c *), .of = as, \
        .doc = text                                                                         \
    }
#define PS_F_STRUCTS(T, m, c, as, lo, hi, text)                                                \
    {                                                                                          \
        .name = #m, .type = PS_FIELD_LIST, .required = lo > 0, .offset = PS__LIST_AT(T, m, c), \
        .min = lo, .max = hi, .item = PS_FIELD_STRUCT, .of = as, .doc = text                   \
    }
#define PS_F_DERIVED_STRUCTS(T, m, c, as, hi, text)                                         \
    {                                                                                       \
        .name = #m, .type = PS_FIELD_LIST, .derived = true, .offset = PS__LIST_AT(T, m, c), \
        .max = hi, .item = PS_FIELD_STRUCT, .of = as, .doc = text                           \
    }
#define PS_F_TEXTS(T, m, lo, hi, text)                                                         \
    {                                                                                          \
        .name = #m, .type = PS_FIELD_LIST, .required = lo > 0,                                 \
        .offset = PS__LIST_AT(T, m, char *const), .min = lo, .max = hi, .item = PS_FIELD_TEXT, \
        .items = {1, PS_ITEM_TEXT}, .doc = text                                                \
    }
#define PS_F_IDS(T, m, lo, hi, most, text)                                                     \
    {                                                                                          \
        .name = #m, .type = PS_FIELD_LIST, .required = lo > 0, .id = true,                     \
        .offset = PS__LIST_AT(T, m, char *const), .min = lo, .max = hi, .item = PS_FIELD_TEXT, \
        .items = {1, most}, .doc = text                                                        \
    }
#define PS_F_ENUMS(T, m, en, lo, hi, text)                                          \
    {                                                                               \
        .name = #m, .type = PS_FIELD_LIST, .required = lo > 0,                      \
        .offset = PS__LIST(T, m) + PS__ENUM(*((T *)0)->m.at), .min = lo, .max = hi, \
        .item = PS_FIELD_ENUM, .names = en, .doc = text                             \
    }
#define PS_F_INTS(T, m, lo, hi, least, most, text)                                        \
    {                                                                                     \
        .name = #m, .type = PS_FIELD_LIST, .required = lo > 0,                            \
        .offset = PS__LIST_AT(T, m, int32_t), .min = lo, .max = hi, .item = PS_FIELD_INT, \
        .items = {least, most}, .doc = text                                               \
    }
#define PS_F_REFS(T, m, to, lo, hi, text)                                                 \
    {                                                                                     \
        .name = #m, .type = PS_FIELD_LIST, .required = lo > 0,                            \
        .offset = PS__LIST_AT(T, m, int32_t), .min = lo, .max = hi, .item = PS_FIELD_REF, \
        .list = to, .doc = text                                                           \
    }

#define PS_STRUCT_OF(T, table, text)                                                            \
    {                                                                                           \
        .c_name = #T, .size = sizeof(T), .fields = table, .count = PS_COUNT(table), .doc = text \
    }
#define PS_STRUCT_SHORT(T, table, text)                                             \
    {                                                                               \
        .c_name = #T, .size = sizeof(T), .fields = table, .count = PS_COUNT(table), \
        .shorthand = true, .doc = text                                              \
    }
#define PS_ENUM_OF(T, table)                                   \
    {                                                          \
        .c_name = #T, .names = table, .count = PS_COUNT(table) \
    }

#endif
