// JSON by field tables. Facts: each type is read and written as its row says; each wrong value
// fails with its code and its path. Laws: what is written reads back the same, and writing that
// gives the same bytes; broken documents are read or refused, nothing else.
#include "shell/codec/json.h"

#include "sample.h"
#include "shell/codec/json_out.h"
#include "test.h"

static char memory[1 << 16];

// ---- reading: one member of an otherwise good document is replaced ----

// clang-format off
/// The smallest good document, member by member.
static const struct {
    const char *key, *value;
} smallest[] = {
    {"small", "3"},
    {"big", "-4"},
    {"value", "0.5"},
    {"id", "'a.B_9-'"},
    {"name", "'Anna'"},
    {"tint", "'red'"},
    {"span", "[8,12]"},
    {"load", "'2.5kg'"},
    {"friend", "'plank'"},
    {"where", "{'x':1}"},
    {"tags", "[{'tag':'a','weight':2}]"},
};
// clang-format on

/// ' stands for " in the documents of this file, which has so many of them.
static void add_quoted(buffer *to, const char *text)
{
    const size_t from = to->len;
    buffer_text(to, text);
    for (size_t i = from; i < to->len; i++) {
        if (to->text[i] == '\'') to->text[i] = '"';
    }
}

static void add_member(buffer *to, const char *key, const char *value)
{
    buffer_format(to, "%s\"%s\":", to->len > 0 ? "," : "{", key);
    add_quoted(to, value);
}

/// The smallest document with `key` set to `value`, or left out when that is NULL.
static void make_document(buffer *to, const char *key, const char *value)
{
    buffer_clear(to);
    if (value) add_member(to, key, value);
    for (int32_t i = 0; i < PS_COUNT(smallest); i++) {
        if (strcmp(smallest[i].key, key) != 0) add_member(to, smallest[i].key, smallest[i].value);
    }
    buffer_text(to, "}");
}

static ps_code read_sample(const buffer *text, sample *value, ps_error *err)
{
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    *err = (ps_error){0};
    return json_read((ps_str){text->text, (int32_t)text->len}, &sample_of, &names, &arena, value,
                     err);
}

static void test_values(void)
{
    // clang-format off
    static const struct {
        const char *key, *value;
        const char *written; ///< the member as it is written, NULL when it is left out
    } rows[] = {
        {"flag", "true", "true"},
        {"flag", "false", NULL},
        {"small", "20", "20"},
        {"maybe", "0", "0"},
        {"maybe", "10", "10"},
        {"big", "9223372036854775807", "9223372036854775807"},
        {"big", "-9223372036854775807", "-9223372036854775807"},
        {"value", "45", "45"},
        {"value", "45.50", "45.5"},
        {"value", "-1e-3", "-0.001"},
        {"value", "-0.0", "0"},
        {"value", "1e-400", "0"},
        {"value", "123456789012345678", "123456789012345680"},
        {"id", "'Az09._-x'", "'Az09._-x'"},
        {"name", "'\\u00e9 \\\"q\\\" \\\\ \\/ \\ud83d\\ude00'", "'é \\\"q\\\" \\\\ / 😀'"},
        {"note", "'exactly 12 b'", "'exactly 12 b'"},
        {"tint", "'not_blue'", "'not_blue'"},
        {"other", "'red'", "'red'"},
        {"other", "'green'", NULL},
        {"span", "7", "7"},
        {"span", "[7,7]", "7"},
        {"span", "[ -5 , 50 ]", "[-5,50]"},
        {"maybe_span", "[1,2]", "[1,2]"},
        {"load", "'band 3'", "'band 3'"},
        {"load", "'2.50kg'", "'2.5kg'"},
        {"maybe_load", "'5lb'", "'5lb'"},
        {"friend", "'chair-stand'", "'chair-stand'"},
        {"maybe_friend", "'hip-march'", "'hip-march'"},
        {"where", "{'y':2,'x':-9}", "{'x':-9,'y':2}"},
        {"extra", "{'x':3,'y':0}", "{'x':3}"},
        {"points", "[{'x':1},{'x':2,'y':3}]", "[{'x':1},{'x':2,'y':3}]"},
        {"points", "[]", NULL},
        {"tags", "['sit',{'tag':'up'}]", "[{'tag':'sit'},{'tag':'up'}]"},
        {"sayings", "[{'ours':'Sit.'},{'source':'S','given':'Stand.'}]",
         "[{'ours':'Sit.'},{'given':'Stand.','source':'S'}]"},
        {"words", "['a','bc']", "['a','bc']"},
        {"tints", "['green','red']", "['green','red']"},
        {"friends", "['plank','plank']", "['plank','plank']"},
    };
    // clang-format on
    buffer text = {0}, want = {0};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        sample value;
        ps_error err = {0};
        make_document(&text, rows[i].key, rows[i].value);
        const ps_code code = read_sample(&text, &value, &err);
        CHECK_TEXT(text.text, err.text, "");
        CHECK(text.text, code == PS_OK);
        if (code != PS_OK) continue;

        buffer_clear(&text);
        value.total = 7;
        json_write(&text, &sample_of, &value, &names, 0);
        buffer_clear(&want);
        buffer_format(&want, "\"%s\":", rows[i].key);
        add_quoted(&want, rows[i].written ? rows[i].written : "");
        CHECK(want.text, (strstr(text.text, want.text) != NULL) == (rows[i].written != NULL));
        CHECK("computed fields are written", strstr(text.text, ",\"total\":7}") != NULL);
    }
    buffer_free(&text);
    buffer_free(&want);
}

static void test_absent(void)
{
    buffer text = {0};
    ps_error err = {0};
    sample value;
    memset(&value, 0x5a, sizeof value);
    make_document(&text, "", NULL);
    const ps_code code = read_sample(&text, &value, &err);
    CHECK(err.text, code == PS_OK);
    CHECK("bool", !value.flag);
    CHECK("int", value.maybe == -1);
    CHECK("text", value.note == NULL);
    CHECK("enum", value.other == GREEN);
    CHECK("range", value.maybe_span.low == 0 && value.maybe_span.high == 0);
    CHECK("notation", value.maybe_load.unit == PS_NO_LOAD && value.maybe_load.amount == 0);
    CHECK("reference", value.maybe_friend == PS_NONE);
    CHECK("optional", value.extra == NULL);
    CHECK("list", value.points.at == NULL && value.points.count == 0);
    CHECK("inside a struct", value.where.y == 0);
    CHECK("computed", value.total == 0);
    buffer_free(&text);
}

static void test_wrong_values(void)
{
    // clang-format off
    static const struct {
        const char *key, *value;
        ps_code code;
        const char *text;
    } rows[] = {
        {"flag", "1", PS_RANGE, "flag: want true or false, not a whole number"},
        {"flag", "null", PS_RANGE, "flag: want true or false, not null"},
        {"small", "21", PS_RANGE, "small: want a whole number 1 to 20, not 21"},
        {"small", "0", PS_RANGE, "small: want a whole number 1 to 20, not 0"},
        {"small", "4294967299", PS_RANGE, "small: want a whole number 1 to 20, not 4294967299"},
        {"small", "3.0", PS_RANGE, "small: want a whole number, not a number with a fraction"},
        {"small", "'3'", PS_RANGE, "small: want a whole number, not a text"},
        {"small", "true", PS_RANGE, "small: want a whole number, not true or false"},
        {"small", NULL, PS_MISSING, "small: is required and missing"},
        {"maybe", "-1", PS_RANGE, "maybe: want a whole number 0 to 10, not -1"},
        {"maybe", "null", PS_RANGE, "maybe: want a whole number, not null"},
        {"big", "-9223372036854775808", PS_RANGE,
         "big: want a whole number -9223372036854775807 to 9223372036854775807, not "
         "-9223372036854775808"},
        {"value", "1000000000000000001", PS_OK, ""}, // the nearest double is the limit itself
        {"value", "-1000000.5", PS_RANGE,
         "value: want a number -1000000 to 1000000000000000000, not -1e+06"},
        {"value", "'0.5'", PS_RANGE, "value: want a number, not a text"},
        {"id", "''", PS_RANGE, "id: want a text of 1 to 8 bytes, not 0"},
        {"id", "'123456789'", PS_RANGE, "id: want a text of 1 to 8 bytes, not 9"},
        {"id", "'a b'", PS_RANGE, "id: want only A-Z, a-z, 0-9, '.', '_' and '-'"},
        {"id", "'\\u00e9'", PS_RANGE, "id: want only A-Z, a-z, 0-9, '.', '_' and '-'"},
        {"name", "7", PS_RANGE, "name: want a text, not a whole number"},
        {"name", "'a\\nb'", PS_RANGE, "name: want a text without control characters"},
        {"name", "'\\u007f'", PS_RANGE, "name: want a text without control characters"},
        {"name", "'\\u009b'", PS_RANGE, "name: want a text without control characters"},
        {"name", "'1234567890123456789012345'", PS_RANGE,
         "name: want a text of 1 to 24 bytes, not 25"},
        {"tint", "'gren'", PS_UNKNOWN, "tint: no such value 'gren'; did you mean 'green'?"},
        {"tint", "'octarine'", PS_UNKNOWN,
         "tint: want one of red, green, not_blue, not 'octarine'"},
        {"tint", "0", PS_RANGE, "tint: want a text, not a whole number"},
        {"span", "51", PS_RANGE, "span: want a whole number -5 to 50, not 51"},
        {"span", "[8,51]", PS_RANGE, "span[1]: want a whole number -5 to 50, not 51"},
        {"span", "[8,'9']", PS_RANGE, "span[1]: want a whole number, not a text"},
        {"span", "[9,8]", PS_RANGE, "span: want [low, high] with low first"},
        {"span", "[8]", PS_RANGE, "span: want a whole number or [low, high]"},
        {"span", "[8,9,10]", PS_RANGE, "span: want a whole number or [low, high]"},
        {"span", "8.5", PS_RANGE, "span: want a whole number or [low, high]"},
        {"load", "5", PS_RANGE, "load: want a text, not a whole number"},
        {"load", "'5\\n\\u0007 stone'", PS_SYNTAX, " of '5?? stone')"},
        {"friend", "'planck'", PS_UNKNOWN,
         "friend: no such id 'planck' in friends_all; did you mean 'plank'?"},
        {"friend", "'\\u001b[31mx'", PS_UNKNOWN, "friend: no such id '?[31mx' in friends_all"},
        {"friend", "1", PS_RANGE, "friend: want a text, not a whole number"},
        {"where", "[1,2]", PS_RANGE, "where: want an object, not a list"},
        {"where", "{}", PS_MISSING, "where.x: is required and missing"},
        {"where", "{'x':1,'z':2}", PS_UNKNOWN, "where: no such key 'z'"},
        {"extra", "null", PS_RANGE, "extra: want an object, not null"},
        {"points", "{}", PS_RANGE, "points: want a list, not an object"},
        {"points", "[{'x':1},{'x':10}]", PS_RANGE,
         "points[1].x: want a whole number -9 to 9, not 10"},
        {"points", "[{'x':1},{'x':2},{'x':3},{'x':4},{'x':5}]", PS_RANGE,
         "points: want 0 to 4 items, not 5"},
        {"points", "['x']", PS_RANGE, "points[0]: want an object, not a text"},
        {"tags", "[]", PS_RANGE, "tags: want 1 to 3 items, not 0"},
        {"tags", NULL, PS_MISSING, "tags: is required and missing"},
        {"tags", "[1]", PS_RANGE, "tags[0]: want a text, not a whole number"},
        {"tags", "[[]]", PS_RANGE, "tags[0]: want an object or its first value, not a list"},
        {"tags", "['ok','12345678901']", PS_RANGE, "tags[1]: want a text of 1 to 10 bytes, not 11"},
        {"sayings", "[{'source':'S'}]", PS_MISSING,
         "sayings[0]: want exactly one of the keys given, ours, not 0"},
        {"sayings", "[{'given':'a','ours':'b'}]", PS_RANGE,
         "sayings[0]: want exactly one of the keys given, ours, not 2"},
        {"sayings", "[{'says':'a'}]", PS_UNKNOWN, "sayings[0]: no such key 'says'"},
        {"sayings", "[{'givn':'a'}]", PS_UNKNOWN,
         "sayings[0]: no such key 'givn'; did you mean 'given'?"},
        {"sayings", "[{'given':1}]", PS_RANGE, "sayings[0].given: want a text, not a whole number"},
        {"words", "['']", PS_RANGE, "words[0]: want a text of 1 to 2000 bytes, not 0"},
        {"tints", "['red','rad']", PS_UNKNOWN,
         "tints[1]: no such value 'rad'; did you mean 'red'?"},
        {"friends", "['nobody']", PS_UNKNOWN, "friends[0]: no such id 'nobody' in friends_all"},
        {"nmae", "1", PS_UNKNOWN, "no such key 'nmae'; did you mean 'name'?"},
        {"total", "1", PS_RANGE, "total: computed, leave it out"},
        {"a key of more than fifty bytes, which is too long to be shown in one line", "1",
         PS_UNKNOWN, "no such key 'a key of more than fifty bytes, which is too...'"},
    };
    // clang-format on
    buffer text = {0};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        sample value = {.small = -77};
        ps_error err = {0};
        make_document(&text, rows[i].key, rows[i].value);
        const ps_code code = read_sample(&text, &value, &err);
        CHECK(text.text, code == rows[i].code);
        CHECK(err.text, strstr(err.text, rows[i].text) != NULL);
        CHECK(err.text, err.at.line == 0 && err.at.column == 0);
        CHECK(text.text, code == PS_OK || value.small == -77);
    }
    buffer_free(&text);
}

static void test_full_arena(void)
{
    buffer text = {0};
    make_document(&text, "points", "[{'x':1},{'x':2}]");
    int32_t failures = 0;
    for (size_t size = 0; size < 512; size++) {
        ps_arena arena = ps_arena_over(memory, size);
        ps_error err = {0};
        sample value;
        const ps_code code = json_read((ps_str){text.text, (int32_t)text.len}, &sample_of, &names,
                                       &arena, &value, &err);
        CHECK(err.text, code == PS_OK || (code == PS_NOMEM && arena.used == 0));
        if (code == PS_NOMEM) failures++;
    }
    CHECK("some sizes are too small and some are not", failures > 10 && failures < 500);
    buffer_free(&text);
}

static void test_indent(void)
{
    static const point points[] = {
        {1, 2},
        {3, 0}
    };
    static const tag_use tags[] = {
        {"a", 1}
    };
    const sample value = {
        .small = 1,
        .maybe = -1,
        .id = "i",
        .name = "n",
        .other = GREEN,
        .span = {1,            2},
        .load = {PS_LOAD_BAND, 1},
        .maybe_friend = PS_NONE,
        .points = {points,       2},
        .tags = {tags,         1}
    };
    buffer text = {0};
    json_write(&text, &sample_of, &value, &names, 2);
    CHECK_TEXT("indented", text.text,
               "{\n  \"small\": 1,\n  \"big\": 0,\n  \"value\": 0,\n  \"id\": \"i\",\n"
               "  \"name\": \"n\",\n  \"tint\": \"red\",\n  \"span\": [1, 2],\n"
               "  \"load\": \"band 1\",\n  \"friend\": \"hip-march\",\n"
               "  \"where\": {\n    \"x\": 0\n  },\n"
               "  \"points\": [\n    {\n      \"x\": 1,\n      \"y\": 2\n    },\n"
               "    {\n      \"x\": 3\n    }\n  ],\n"
               "  \"tags\": [\n    {\n      \"tag\": \"a\"\n    }\n  ],\n  \"total\": 0\n}");

    json_out out = {.to = &text, .indent = 2};
    buffer_clear(&text);
    json_out_open(&out, '[');
    json_out_open(&out, '{');
    json_out_close(&out, '}');
    json_out_bool(&out, true);
    json_out_close(&out, ']');
    CHECK_TEXT("empty object", text.text, "[\n  {},\n  true\n]");
    buffer_free(&text);
}

// ---- laws ----

/// A random value of every field, in the arena.
static sample some_sample(uint64_t *seed, ps_arena *arena)
{
    static const char *const texts[] = {"a", "\"", "\\", "ë/", "x y"};
    sample value = {
        .flag = test_between(seed, 0, 1) == 1,
        .small = test_between(seed, 1, 20),
        .maybe = test_between(seed, -1, 10),
        .big = (int64_t)(test_random(seed) >> test_between(seed, 1, 63)),
        .value = test_between(seed, -1000000, 1000000) / 7.0,
        .id = "a-b_C.9",
        .name = texts[test_between(seed, 0, 4)],
        .note = test_between(seed, 0, 1) == 1 ? texts[test_between(seed, 0, 4)] : NULL,
        .tint = (colour)test_between(seed, RED, NOT_BLUE),
        .other = (colour)test_between(seed, RED, NOT_BLUE),
        .load = {PS_LOAD_KG, test_between(seed, 1,  PS_LOAD_MAX)},
        .friend = test_between(seed, 0, 2),
        .maybe_friend = test_between(seed, PS_NONE, 2),
        .where = { test_between(seed, -9,        9), test_between(seed,           -9, 9)},
    };
    value.span.low = test_between(seed, -5, 50);
    value.span.high = test_between(seed, value.span.low, 50);
    if (test_between(seed, 0, 1) == 1) value.maybe_span = (ps_range){3, test_between(seed, 3, 50)};
    if (test_between(seed, 0, 1) == 1) value.maybe_load = (ps_load){PS_LOAD_BAND, 4};

    point *points = ps_arena_take(arena, 4, sizeof *points);
    for (int32_t i = 0; i < 4; i++) points[i] = (point){i, test_between(seed, -9, 9)};
    if (test_between(seed, 0, 1) == 1) value.extra = points;
    if (test_between(seed, 0, 1) == 1) value.points.at = points, value.points.count = 4;

    tag_use *tags = ps_arena_take(arena, 3, sizeof *tags);
    for (int32_t i = 0; i < 3; i++) tags[i] = (tag_use){"tag", test_between(seed, 0, 9)};
    value.tags.at = tags;
    value.tags.count = test_between(seed, 1, 3);

    saying *sayings = ps_arena_take(arena, 3, sizeof *sayings);
    for (int32_t i = 0; i < 3; i++) {
        sayings[i] = (saying){
            {test_between(seed, 0, 1), "It is so."},
            i == 1 ? "source" : NULL
        };
    }
    value.sayings.count = test_between(seed, 0, 3);
    value.sayings.at = value.sayings.count > 0 ? sayings : NULL;

    int32_t *numbers = ps_arena_take(arena, 3, sizeof *numbers);
    for (int32_t i = 0; i < 3; i++) numbers[i] = test_between(seed, 0, 2);
    value.friends.count = test_between(seed, 0, 3);
    value.friends.at = numbers;
    value.words.count = test_between(seed, 0, 3);
    value.words.at = texts;
    return value;
}

/// Laws: read(write(v)) is v, and writing that again gives the same bytes, with any indent.
static void test_round_trip(void)
{
    static char spare[1 << 16];
    uint64_t seed = 7;
    buffer text = {0}, again = {0};
    for (int32_t i = 0; i < 5000; i++) {
        ps_arena arena = ps_arena_over(spare, sizeof spare);
        const sample value = some_sample(&seed, &arena);
        sample read;
        ps_error err = {0};
        buffer_clear(&text);
        buffer_clear(&again);
        json_write(&text, &given_of, &value, &names, i % 3);
        const ps_code code = read_sample(&text, &read, &err);
        CHECK(err.text, code == PS_OK);
        if (code != PS_OK) break;
        CHECK(text.text, ps_struct_same(&sample_of, &value, &read));
        CHECK(text.text, ps_struct_check(&sample_of, &read, &err) == PS_OK);

        buffer_clear(&text);
        json_write(&text, &sample_of, &value, &names, 0);
        json_write(&again, &sample_of, &read, &names, 0);
        CHECK_TEXT("same bytes", again.text, text.text);
    }
    buffer_free(&text);
    buffer_free(&again);
}

/// Law: any bytes are read or refused with a text, and nothing else happens.
static void test_broken_documents(void)
{
    static const char bytes[] = "{}[]\",:\\ 0e.u\xff\n-";
    uint64_t seed = 99;
    buffer text = {0};
    int32_t read_well = 0;
    for (int32_t i = 0; i < 20000; i++) {
        make_document(&text, "sayings", "[{'given':'a'}]");
        for (int32_t k = test_between(&seed, 1, 3); k > 0; k--) {
            const int32_t at = test_between(&seed, 0, (int32_t)text.len - 1);
            text.text[at] = bytes[test_between(&seed, 0, (int32_t)sizeof bytes - 2)];
        }
        sample value;
        ps_error err = {0};
        const ps_code code = read_sample(&text, &value, &err);
        CHECK(text.text, (code == PS_OK) == (err.text[0] == '\0'));
        if (code == PS_OK) read_well++;
    }
    CHECK("some documents survive", read_well > 20);
    buffer_free(&text);
}

// ---- the schema ----

static void test_schema(void)
{
    static const char *const parts[] = {
        "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"sample\"",
        "\"$ref\": \"#/$defs/sample\"",
        // computed fields are not there, and nothing unknown may be
        "\"additionalProperties\": false",
        "\"small\": {\n          \"type\": \"integer\",\n          \"minimum\": 1,\n"
        "          \"maximum\": 20,\n          \"description\": \"A number.\"",
        "\"enum\": [\n            \"red\",\n            \"green\",\n            \"not_blue\"\n",
        "\"description\": \"The id of one of friends_all. A friend.\"",
        "\"description\": \"Ids of friends_all. Friends.\"",
        "\"minItems\": 1,\n          \"maxItems\": 3,\n          \"items\": {\n"
        "            \"$ref\": \"#/$defs/tag_use\"",
        "\"pattern\": \"^[A-Za-z0-9._-]*$\"",
        // a mark: either key, not both
        "\"oneOf\": [\n        {\n          \"required\": [\n            \"given\"\n",
        // a shorthand: the first value or the object
        "\"anyOf\": [\n        {\n          \"type\": \"string\",\n          \"minLength\": 1,\n"
        "          \"maxLength\": 10\n        },\n        {\n          \"type\": \"object\"",
    };
    buffer text = {0};
    json_schema(&text, &sample_of, "sample");
    for (int32_t i = 0; i < PS_COUNT(parts); i++) {
        CHECK(parts[i], strstr(text.text, parts[i]) != NULL);
    }
    CHECK("computed", strstr(text.text, "total") == NULL);
    const char *point_first = strstr(text.text, "\"point\": {");
    CHECK("each struct", point_first != NULL);
    CHECK("once", !point_first || strstr(point_first + 1, "\"point\": {") == NULL);
    buffer_free(&text);
}

TEST_MAIN(TEST_CASE(test_values), TEST_CASE(test_absent), TEST_CASE(test_wrong_values),
          TEST_CASE(test_full_arena), TEST_CASE(test_indent), TEST_CASE(test_round_trip),
          TEST_CASE(test_broken_documents), TEST_CASE(test_schema))
