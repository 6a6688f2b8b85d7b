/// sample.h — a struct with one field of each type, for tests and fuzz targets of its readers.
#ifndef PS_TEST_SAMPLE_H
#define PS_TEST_SAMPLE_H

#include "ps/dose.h"
#include "ps/field.h"

#include <stddef.h>

typedef enum { RED, GREEN, NOT_BLUE } colour;
typedef struct {
    int32_t x, y;
} point;
typedef struct {
    ps_marked says;
    const char *source;
} saying;
typedef struct {
    const char *tag;
    int32_t weight;
} tag_use;
typedef struct {
    bool flag;
    int32_t small, maybe;
    int64_t big;
    double value;
    const char *id, *name, *note;
    colour tint, other;
    ps_range span, maybe_span;
    ps_load load, maybe_load;
    int32_t friend, maybe_friend;
    point where;
    const point *extra;
    struct {
        const point *at;
        int32_t count;
    } points;
    struct {
        const tag_use *at;
        int32_t count;
    } tags;
    struct {
        const saying *at;
        int32_t count;
    } sayings;
    struct {
        const char *const *at;
        int32_t count;
    } words;
    struct {
        const colour *at;
        int32_t count;
    } tints;
    struct {
        const int32_t *at;
        int32_t count;
    } friends;
    int32_t total;
} sample;

static const char *const colour_words[] = {"red", "green", "not_blue"};
static const char *const mark_words[] = {"given", "ours"};
static const ps_enum colours = PS_ENUM_OF(colour, colour_words);
static const ps_enum marks = PS_ENUM_OF(mark, mark_words);

static const ps_field point_fields[] = {
    PS_F_INT(point, x, -9, 9, "Right."),
    PS_F_INT_OR(point, y, -9, 9, 0, "Up."),
};
static const ps_struct point_of = PS_STRUCT_OF(point, point_fields, "A point.");

static const ps_field saying_fields[] = {
    PS_F_MARKED(saying, says, &marks, 20, "A statement."),
    PS_F_TEXT_OR_NONE(saying, source, 20, "Where from."),
};
static const ps_struct saying_of = PS_STRUCT_OF(saying, saying_fields, "A statement.");

static const ps_field tag_use_fields[] = {
    PS_F_TEXT(tag_use, tag, 10, "A tag."),
    PS_F_INT_OR(tag_use, weight, 0, 9, 1, "How much."),
};
static const ps_struct tag_use_of = PS_STRUCT_SHORT(tag_use, tag_use_fields, "A tag, weighted.");

// clang-format off
static const ps_field sample_fields[] = {
    PS_F_BOOL(sample, flag, "On or off."),
    PS_F_INT(sample, small, 1, 20, "A number."),
    PS_F_INT_OR(sample, maybe, 0, 10, -1, "A number or none."),
    PS_F_LONG(sample, big, -INT64_MAX, INT64_MAX, "A long number."),
    PS_F_NUMBER(sample, value, -INT64_C(1000000), INT64_C(1000000000000000000), "A real number."),
    PS_F_ID(sample, id, 8, "An id."),
    PS_F_TEXT(sample, name, 24, "A text."),
    PS_F_TEXT_OR_NONE(sample, note, 12, "A text or none."),
    PS_F_ENUM(sample, tint, &colours, "A colour."),
    PS_F_ENUM_OR(sample, other, &colours, GREEN, "A colour or green."),
    PS_F_RANGE(sample, span, -5, 50, "A range."),
    PS_F_RANGE_OR_NONE(sample, maybe_span, 1, 50, "A range or none."),
    PS_F_NOTATION(sample, load, ps_load, &ps_load_notation, true, "A load."),
    PS_F_NOTATION(sample, maybe_load, ps_load, &ps_load_notation, false, "A load or none."),
    PS_F_REF(sample, friend, "friends_all", "A friend."),
    PS_F_REF_OR_NONE(sample, maybe_friend, "friends_all", "A friend or none."),
    PS_F_STRUCT(sample, where, point, &point_of, "A place."),
    PS_F_OPTIONAL(sample, extra, point, &point_of, "Another place."),
    PS_F_STRUCTS(sample, points, point, &point_of, 0, 4, "Places."),
    PS_F_STRUCTS(sample, tags, tag_use, &tag_use_of, 1, 3, "Tags."),
    PS_F_STRUCTS(sample, sayings, saying, &saying_of, 0, 3, "Statements."),
    PS_F_TEXTS(sample, words, 0, 3, "Words."),
    PS_F_ENUMS(sample, tints, &colours, 0, 3, "Colours."),
    PS_F_REFS(sample, friends, "friends_all", 0, 3, "Friends."),
    {.name = "total", .type = PS_FIELD_INT, .required = true, .derived = true,
     .offset = offsetof(sample, total), .max = 1000, .doc = "Computed."},
};
// clang-format on
static const ps_struct sample_of = PS_STRUCT_OF(sample, sample_fields, "One of each.");

/// The same without what is computed, which is written but not read.
static const ps_struct given_of = {.c_name = "sample",
                                   .size = sizeof(sample),
                                   .fields = sample_fields,
                                   .count = PS_COUNT(sample_fields) - 1};

static const char *const friend_ids[] = {"hip-march", "plank", "chair-stand"};

static const char *friend_id(const void *context, const char *list, int32_t index)
{
    (void)context, (void)list;
    return index >= 0 && index < PS_COUNT(friend_ids) ? friend_ids[index] : NULL;
}

static int32_t friend_find(const void *context, const char *list, ps_str id)
{
    for (int32_t i = 0; i < PS_COUNT(friend_ids); i++) {
        if (ps_str_is(id, friend_id(context, list, i))) return i;
    }
    return PS_NONE;
}

static const ps_names names = {.find = friend_find, .id = friend_id};

#endif
