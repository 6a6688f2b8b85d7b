// The text of JSON. Facts: each hostile text fails with its code, line and column; strings and
// numbers are written as their rows say. Law: numbers read back equal and are as short as can be.
#include "ps/field.h"
#include "shell/codec/json.h"
#include "shell/codec/json_out.h"
#include "test.h"

#include <float.h>
#include <locale.h>
#include <stdlib.h>

typedef struct {
    int32_t x, y;
} point;
static const ps_field point_fields[] = {
    PS_F_INT(point, x, -9, 9, "Right."),
    PS_F_INT_OR(point, y, -9, 9, 0, "Up."),
};
static const ps_struct point_of = PS_STRUCT_OF(point, point_fields, "A point.");

static char memory[1 << 12];

static void test_hostile_texts(void)
{
    // clang-format off
    static const struct {
        const char *text;
        ps_code code;
        int32_t line, column;
        const char *says;
    } rows[] = {
        {"", PS_SYNTAX, 1, 1, "'[' or '{' expected"},
        {"5", PS_SYNTAX, 1, 1, "'[' or '{' expected"},
        {"[]", PS_RANGE, 0, 0, "want an object, not a list"},
        {"\xef\xbb\xbf{}", PS_SYNTAX, 1, 1, "'[' or '{' expected"},
        {"{\"x\":1,\"x\":2}", PS_SYNTAX, 1, 8, "duplicate object key"},
        {"{\"x\":1,\n \"\\u0078\":2}", PS_SYNTAX, 2, 2, "duplicate object key"},
        {"{\"x\":1} x", PS_SYNTAX, 1, 9, "end of file expected"},
        {"{\"x\":1}\n{}", PS_SYNTAX, 2, 1, "end of file expected"},
        {"{\"x\":1", PS_SYNTAX, 1, 7, "'}' expected"},
        {"{\"x", PS_SYNTAX, 1, 4, "premature end of input"},
        {"{'x':1}", PS_SYNTAX, 1, 2, "string or '}' expected"},
        {"{x:1}", PS_SYNTAX, 1, 2, "string or '}' expected"},
        {"{\"x\":1,}", PS_SYNTAX, 1, 8, "string or '}' expected"},
        {"{\"x\" 1}", PS_SYNTAX, 1, 6, "':' expected"},
        {"{\"x\":\n  NaN}", PS_SYNTAX, 2, 3, "invalid token"},
        {"{\"x\":Infinity}", PS_SYNTAX, 1, 6, "invalid token"},
        {"{\"x\":01}", PS_SYNTAX, 1, 6, "invalid token"},
        {"{\"x\":+1}", PS_SYNTAX, 1, 6, "invalid token"},
        {"{\"x\":1.}", PS_SYNTAX, 1, 6, "invalid token"},
        {"{\"x\":.5}", PS_SYNTAX, 1, 6, "invalid token"},
        {"{\"x\":0x10}", PS_SYNTAX, 1, 6, "expected"},
        {"{\"x\":1/*y*/}", PS_SYNTAX, 1, 6, "'}' expected"},
        {"{\"x\":1e400}", PS_RANGE, 1, 6, "real number overflow"},
        {"{\"x\":9223372036854775808}", PS_RANGE, 1, 6, "too big integer"},
        {"{\"x\":-99999999999999999999999999999999999}", PS_RANGE, 1, 6, "too big negative"},
        {"{\"x\":\"\\u0000\"}", PS_SYNTAX, 1, 6, "\\u0000 is not allowed"},
        {"{\"\\u0000\":1}", PS_SYNTAX, 1, 2, "NUL byte in object key"},
        {"{\"x\":\"\\ud800\"}", PS_SYNTAX, 1, 6, "invalid Unicode"},
        {"{\"x\":\"\\x\"}", PS_SYNTAX, 1, 6, "invalid escape"},
        {"{\"x\":\"a\n\"}", PS_SYNTAX, 1, 6, "unexpected newline"},
        {"{\"x\":\"a\t\"}", PS_SYNTAX, 1, 6, "control character 0x9"},
        {"{\"x\":\"\xff\"}", PS_SYNTAX, 1, 7, "unable to decode byte 0xff"},
        {"{\"x\":\"ab\xc0\xaf\"}", PS_SYNTAX, 1, 9, "unable to decode byte 0xc0"},
        {"{\"x\":\"\xed\xa0\x80\"}", PS_SYNTAX, 1, 7, "unable to decode byte 0xed"},
        {"{\"x\":\"\xf5\x80\x80\x80\"}", PS_SYNTAX, 1, 7, "unable to decode byte 0xf5"},
        {"{\"x\":\"é\", \"é\" 2}", PS_SYNTAX, 1, 17, "':' expected"},
    };
    // clang-format on
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        ps_error err = {0};
        point value = {77, 77};
        const ps_str text = ps_str_of(rows[i].text);
        const ps_code code = json_read(text, &point_of, NULL, &arena, &value, &err);
        CHECK(rows[i].text, code == rows[i].code && err.code == code);
        CHECK(rows[i].text, err.at.line == rows[i].line && err.at.column == rows[i].column);
        CHECK(err.text, strstr(err.text, rows[i].says) != NULL);
        CHECK(err.text, strstr(err.text, "near '") == NULL);
        CHECK(rows[i].text, value.x == 77 && value.y == 77 && arena.used == 0);
    }
}

static void test_limits(void)
{
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_error err = {0};
    point value;

    const ps_code nul = json_read(PS_STR("{\"x\":1,\n\0}"), &point_of, NULL, &arena, &value, &err);
    CHECK("a NUL byte", nul == PS_SYNTAX && err.at.line == 2 && err.at.column == 1);
    const ps_code nul_in = json_read(PS_STR("{\"x\0\":1}"), &point_of, NULL, &arena, &value, &err);
    CHECK("a NUL byte in a text", nul_in == PS_SYNTAX && err.at.column == 4);

    buffer deep = {0};
    for (int32_t i = 0; i < 1000000; i++) buffer_text(&deep, "[");
    const ps_str all = {deep.text, (int32_t)deep.len};
    CHECK("a million levels", json_read(all, &point_of, NULL, &arena, &value, &err) == PS_RANGE);
    CHECK(err.text, err.at.line == 1 && err.at.column == JSON_DEPTH + 1);
    CHECK_TEXT("deep", err.text, "nested more than 32 levels deep");

    buffer_clear(&deep);
    buffer_text(&deep, "{\"[[\\\"[\":");
    for (int32_t i = 1; i < JSON_DEPTH; i++) buffer_text(&deep, "[");
    for (int32_t i = 1; i < JSON_DEPTH; i++) buffer_text(&deep, "]");
    buffer_text(&deep, "}");
    const ps_str fits = {deep.text, (int32_t)deep.len};
    CHECK("32 levels, brackets in texts do not count",
          json_read(fits, &point_of, NULL, &arena, &value, &err) == PS_UNKNOWN);

    const ps_str huge = {deep.text, JSON_TEXT_MAX + 1};
    CHECK("too long", json_read(huge, &point_of, NULL, &arena, &value, &err) == PS_RANGE);
    CHECK(err.text, strstr(err.text, "want a text of at most 67108864 bytes") != NULL);
    CHECK("no error wanted",
          json_read(PS_STR("{"), &point_of, NULL, &arena, &value, NULL) == PS_SYNTAX);
    buffer_free(&deep);
}

// ---- writing ----

static void test_strings(void)
{
    // clang-format off
    static const struct {
        const char *text, *json;
    } rows[] = {
        {"", "\"\""},
        {"plain", "\"plain\""},
        {"\"\\/", "\"\\\"\\\\/\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"a\x01\x1fz\x7f", "\"a\\u0001\\u001fz\x7f\""},
        {"é😀", "\"é😀\""},
        {"a\xffz", "\"a\\ufffdz\""},
        {"\xc3", "\"\\ufffd\""},
        {"\xf0\x9f\"", "\"\\ufffd\\ufffd\\\"\""},
        {"\xc0\xaf\xed\xa0\x80", "\"\\ufffd\\ufffd\\ufffd\\ufffd\\ufffd\""},
    };
    // clang-format on
    buffer text = {0};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        buffer_clear(&text);
        json_write_string(&text, rows[i].text);
        CHECK_TEXT(rows[i].json, text.text, rows[i].json);
    }
    buffer_free(&text);
}

static const char *number_text(buffer *text, double value)
{
    json_out out = {.to = text};
    buffer_clear(text);
    json_out_number(&out, value);
    return text->text;
}

static void test_numbers(void)
{
    // clang-format off
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-45.5, "-45.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1.0 / 3, "0.3333333333333333"},
        {100, "100"},
        {1e15, "1000000000000000"},
        {123456789012345680.0, "123456789012345680"},
        {1e17, "100000000000000000"},
        {1e18, "1e+18"},
        {1e21, "1e+21"},
        {1.5e300, "1.5e+300"},
        {0.000001, "0.000001"},
        {0.00000123, "0.00000123"},
        {0.0000001, "1e-7"},
        {5e-324, "5e-324"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {DBL_MAX, "1.7976931348623157e+308"},
        {9007199254740993.0, "9007199254740992"},
        {4.35, "4.35"},
    };
    // clang-format on
    buffer text = {0};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK_TEXT(rows[i].text, number_text(&text, rows[i].value), rows[i].text);
    }
    buffer_free(&text);
}

/// Law: a number reads back equal from JSON, and no shorter count of digits would.
static void test_numbers_round_trip(void)
{
    static const ps_field fields[] = {
        {.name = "value",
         .type = PS_FIELD_NUMBER,
         .required = true,
         .min = INT64_MIN,
         .max = INT64_MAX}
    };
    static const ps_struct of = {.size = sizeof(double), .fields = fields, .count = 1};
    uint64_t seed = 20261121;
    buffer text = {0};
    char shorter[64];
    for (int32_t i = 0; i < 20000; i++) {
        double value = 0, again = 0;
        if (i % 2 == 0) { // any bits
            const uint64_t bits = test_random(&seed);
            memcpy(&value, &bits, sizeof value);
            if (!(fabs(value) < 9e18)) continue;
        } else { // what people measure
            value = test_between(&seed, -100000, 100000) / pow(10, test_between(&seed, 0, 4));
        }
        ps_arena arena = {0};
        ps_error err = {0};
        buffer_clear(&text);
        json_write(&text, &of, &value, NULL, 0);
        const ps_str written = {text.text, (int32_t)text.len};
        CHECK(text.text, json_read(written, &of, NULL, &arena, &again, &err) == PS_OK);
        CHECK(text.text, value <= again && value >= again);

        number_text(&text, value);
        int digits = 0;
        for (const char *at = text.text; *at && *at != 'e'; at++) {
            if (*at >= '1' && *at <= '9') digits++;
            if (*at == '0' && digits > 0) digits++;
        }
        while (digits > 1) {
            const double one_less = (snprintf(shorter, sizeof shorter, "%.*e", digits - 2, value),
                                     strtod(shorter, NULL));
            if (!(one_less >= value && one_less <= value)) break;
            // zeros at the end of a whole number are no digits that could be left out
            CHECK(text.text, strchr(text.text, '.') == NULL && strchr(text.text, 'e') == NULL);
            digits--;
        }
    }
    buffer_free(&text);
}

static void test_locale(void)
{
    buffer text = {0};
    const char *german = setlocale(LC_NUMERIC, "de_DE.UTF-8");
    CHECK_TEXT(german ? german : "C", number_text(&text, 2.5), "2.5");
    setlocale(LC_NUMERIC, "C");
    buffer_free(&text);
}

// ---- the buffer ----

static void test_buffer(void)
{
    buffer text = {0};
    buffer_clear(&text);
    CHECK("an empty one can be cleared", text.text == NULL);
    buffer_text(&text, "");
    CHECK_TEXT("nothing added", text.text, "");
    for (int32_t i = 0; i < 1000; i++) buffer_format(&text, "%03d", i);
    CHECK("three bytes each", text.len == 3000 && strlen(text.text) == 3000);
    CHECK("the last", strcmp(text.text + 2997, "999") == 0);
    buffer_format(&text, "%*d", 5000, 7);
    CHECK("longer than the room for a first try", text.len == 8000 && text.text[7999] == '7');
    buffer_clear(&text);
    CHECK("cleared", text.len == 0 && text.text[0] == '\0');
    buffer_add(&text, "a\0b", 3);
    CHECK("any bytes", text.len == 3 && memcmp(text.text, "a\0b", 4) == 0);
    buffer_free(&text);
    CHECK("freed", text.text == NULL && text.len == 0 && text.cap == 0);
}

static void test_room(void)
{
    ps_arena arena = {0};
    ps_error err = {0};
    CHECK("reserved", room_open((size_t)8 << 30, &arena, &err) == PS_OK);
    char *taken = ps_arena_take(&arena, 1 << 20, 1);
    CHECK("usable", taken && taken[0] == 0 && taken[(1 << 20) - 1] == 0);
    room_close(&arena);
    CHECK("closed", arena.base == NULL && arena.size == 0);
    room_close(&arena);
    CHECK("more than there can be", room_open(SIZE_MAX / 2, &arena, &err) == PS_NOMEM);
    CHECK("nothing at all", room_open(0, &arena, &err) == PS_NOMEM);
    CHECK(err.text, strstr(err.text, "cannot reserve") != NULL);
}

TEST_MAIN(TEST_CASE(test_hostile_texts), TEST_CASE(test_limits), TEST_CASE(test_strings),
          TEST_CASE(test_numbers), TEST_CASE(test_numbers_round_trip), TEST_CASE(test_locale),
          TEST_CASE(test_buffer), TEST_CASE(test_room))
