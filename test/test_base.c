// What everything else stands on: borrowed text, the arena, the scanner, bounded writing, look-ups
// and "did you mean". The laws take the arena and the edit distance through random rounds.
#include "base/scan.h"
#include "base/text.h"
#include "ps/base.h"
#include "ps/field.h"

#include "test.h"

// ---- codes and errors ----

static void every_code_has_a_text(void)
{
    for (int32_t code = PS_OK; code <= PS_IO; code++) {
        const char *text = ps_code_text((ps_code)code);
        CHECK("text", text && text[0]);
        RECORD("%s\n", text);
    }
    CHECK_TEXT("none", ps_code_text((ps_code)(PS_IO + 1)), "not a result code");
}

static void failures_are_located_and_bounded(void)
{
    ps_error err = {.file = "a.yaml"};
    CHECK("code", ps_fail(&err, PS_RANGE, (ps_place){3, 7}, "want %d", 5) == PS_RANGE);
    CHECK("place", err.code == PS_RANGE && err.at.line == 3 && err.at.column == 7);
    CHECK_TEXT("text", err.text, "want 5");
    CHECK_TEXT("file", err.file, "a.yaml");
    CHECK("no error wanted", ps_fail(NULL, PS_IO, (ps_place){0, 0}, "lost") == PS_IO);
    CHECK("long", ps_fail(&err, PS_IO, (ps_place){0, 0}, "%0500d", 1) == PS_IO);
    CHECK("long", strlen(err.text) == PS_ERROR_TEXT - 1);
}

#define SIXTY "012345678901234567890123456789012345678901234567890123456789"

static void unknown_words_are_quoted(void)
{
    const ps_place at = {1, 2};
    ps_error err = {0};
    CHECK("code",
          ps_fail_unknown(&err, at, "id", PS_STR("lump_groim"), "lump_groin") == PS_UNKNOWN);
    CHECK("place", err.at.line == 1 && err.at.column == 2);
    CHECK_TEXT("hint", err.text, "no such id 'lump_groim'; did you mean 'lump_groin'?");
    CHECK("code", ps_fail_unknown(&err, at, "key", PS_STR(""), NULL) == PS_UNKNOWN);
    CHECK_TEXT("no hint", err.text, "no such key ''");
    // cut at 64 bytes, but not inside the a-umlaut that ends at the 65th
    CHECK("code", ps_fail_unknown(&err, at, "id", PS_STR(SIXTY "abc\xc3\xa4"), NULL) == PS_UNKNOWN);
    CHECK_TEXT("cut", err.text, "no such id '" SIXTY "abc'");
    CHECK("no error wanted", ps_fail_unknown(NULL, at, "id", PS_STR("x"), NULL) == PS_UNKNOWN);
}

// ---- text ----

static void texts_compare_by_bytes(void)
{
    const ps_str empty = {NULL, 0}, abc = PS_STR("abc");
    CHECK("of", ps_str_of("abc").len == 3 && ps_str_of("").len == 0);
    CHECK("same", ps_str_same(abc, (ps_str){"abcd", 3}));
    CHECK("shorter", !ps_str_same(abc, PS_STR("ab")) && !ps_str_same(PS_STR("ab"), abc));
    CHECK("other", !ps_str_same(abc, PS_STR("abd")));
    CHECK("case", !ps_str_is(abc, "ABC"));
    CHECK("empty", ps_str_same(empty, PS_STR("")) && ps_str_is(empty, ""));
    CHECK("NUL inside", !ps_str_is((ps_str){"abc\0d", 5}, "abc"));
}

static void characters_are_well_formed_or_none(void)
{
    static const struct {
        const char *row;
        ps_str text;
        int32_t len;
    } rows[] = {
        {"nothing",               {"", 0},                 0},
        {"ASCII",                 {"ab", 2},               1},
        {"a control character",   {"\x01", 1},             1},
        {"NUL",                   {"\0", 1},               1},
        {"two bytes",             {"\xc3\xa4z", 3},        2},
        {"U+0080",                {"\xc2\x80", 2},         2},
        {"three bytes",           {"\xe2\x82\xac", 3},     3},
        {"the last before D800",  {"\xed\x9f\xbf", 3},     3},
        {"four bytes",            {"\xf0\x9f\x98\x80", 4}, 4},
        {"U+10FFFF",              {"\xf4\x8f\xbf\xbf", 4}, 4},
        {"cut",                   {"\xe2\x82\xac", 2},     0},
        {"a second byte alone",   {"\x80", 1},             0},
        {"no second byte",        {"\xc3z", 2},            0},
        {"no third byte",         {"\xe2\x82z", 3},        0},
        {"longer than needed",    {"\xc0\xaf", 2},         0},
        {"longer than needed, 3", {"\xe0\x9f\xbf", 3},     0},
        {"longer than needed, 4", {"\xf0\x8f\xbf\xbf", 4}, 0},
        {"half of a pair",        {"\xed\xa0\x80", 3},     0},
        {"above U+10FFFF",        {"\xf4\x90\x80\x80", 4}, 0},
        {"never a byte",          {"\xff", 1},             0},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].row, ps_utf8_len(rows[i].text) == rows[i].len);
    }
}

static void writing_is_bounded(void)
{
    char small[6];
    ps_text text = ps__text_over(small, sizeof small);
    CHECK_TEXT("empty", small, "");
    ps__put(&text, "%d", 123);
    CHECK_TEXT("fits", small, "123");
    ps__put(&text, "%s", "4567");
    CHECK_TEXT("cut", small, "12345");
    ps__put(&text, "%s", "89");
    CHECK_TEXT("still cut", small, "12345");
    CHECK("counted", text.len == 9 && text.cap == 6);
}

// ---- arena ----

static void an_arena_gives_zeroed_aligned_memory(void)
{
    _Alignas(max_align_t) char memory[256];
    memset(memory, 0x55, sizeof memory);
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    const char *one = ps_arena_take(&arena, 1, 1);
    const int64_t *many = ps_arena_take(&arena, 3, sizeof *many);
    CHECK("one", one && one[0] == 0);
    CHECK("aligned", many && (uintptr_t)many % _Alignof(max_align_t) == 0);
    if (!many) return;
    CHECK("zeroed", many[0] == 0 && many[1] == 0 && many[2] == 0);
    CHECK("bounds", (const char *)(many + 3) <= memory + arena.used && arena.used <= sizeof memory);
    CHECK("nothing", ps_arena_take(&arena, 0, 8) != NULL);

    const size_t used = arena.used;
    CHECK("too much", !ps_arena_take(&arena, 1000, 1) && arena.used == used);
    CHECK("far too much", !ps_arena_take(&arena, INT32_MAX, SIZE_MAX / 2) && arena.used == used);
    CHECK_TEXT("text", ps_arena_text(&arena, (ps_str){"abcdef", 3}), "abc");
    CHECK_TEXT("no text", ps_arena_text(&arena, (ps_str){NULL, 0}), "");
    const size_t peak = arena.peak;
    ps_arena_rewind(&arena, 0);
    CHECK("rewound", arena.used == 0 && arena.peak == peak && peak > used);
    const char *again = ps_arena_take(&arena, 200, 1);
    CHECK("zeroed again", again && again[0] == 0 && again[199] == 0);

    ps_arena none = {0};
    CHECK("zero-initialised is full", !ps_arena_take(&none, 1, 1));
    CHECK("zero-initialised is full", !ps_arena_text(&none, PS_STR("")));
}

enum { ROUNDS = 2000, BLOCKS = 32 };

/// Blocks taken at random never overlap, until the arena is full.
static void arena_blocks_never_overlap(void)
{
    uint64_t seed = 2;
    for (int32_t round = 0; round < ROUNDS; round++) {
        char memory[512];
        const int32_t shift = test_between(&seed, 0, 15);
        ps_arena arena = ps_arena_over(memory + shift, sizeof memory - 16);
        unsigned char *at[BLOCKS];
        int32_t size[BLOCKS], count = 0;
        for (; count < BLOCKS; count++) {
            size[count] = test_between(&seed, 1, 60);
            at[count] = ps_arena_take(&arena, size[count], 1);
            if (!at[count]) break;
            memset(at[count], count + 1, (size_t)size[count]);
        }
        CHECK("some fit", count >= 7);
        for (int32_t i = 0; i < count; i++) {
            bool intact = true;
            for (int32_t j = 0; j < size[i]; j++) intact = intact && at[i][j] == i + 1;
            CHECK("intact", intact);
        }
        CHECK("inside", arena.used <= arena.size);
    }
}

// ---- what may stand where ----

static void texts_end_at_what_may_not_stand_there(void)
{
    const struct {
        const char *row;
        ps_str text;
        int32_t text_len, id_len;
    } rows[] = {
        {"empty",               PS_STR(""),           0, 0},
        {"an id",               PS_STR("aZ09._-"),    7, 7},
        {"a blank",             PS_STR("ab c"),       4, 2},
        {"a letter of another", PS_STR("a\xc3\xa4"),  3, 1},
        {"the last below",      PS_STR("a\x1f"),      1, 1},
        {"delete",              PS_STR("a\x7f"),      1, 1},
        {"NUL",                 PS_STR("a\0b"),       1, 1},
        {"U+0080",              PS_STR("a\xc2\x80"),  1, 1},
        {"U+009F",              PS_STR("a\xc2\x9f"),  1, 1},
        {"U+00A0 is none",      PS_STR("a\xc2\xa0"),  3, 1},
        {"half a character",    PS_STR("ab\xe2\x82"), 2, 2},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].row, ps_str_text_len(rows[i].text) == rows[i].text_len);
        CHECK(rows[i].row, ps_str_id_len(rows[i].text) == rows[i].id_len);
    }
}

static void places_count_lines_and_bytes(void)
{
    static const int32_t lines[] = {1, 1, 2, 3, 3, 3}, columns[] = {1, 2, 1, 1, 2, 2};
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        const ps_place at = ps_str_place(PS_STR("a\n\nb"), i);
        CHECK("a place", at.line == lines[i] && at.column == columns[i]);
    }
}

// ---- scan ----

static void takes_move_on_only_when_they_match(void)
{
    ps_scan scan = {.text = PS_STR("ab  12x999 Ab_1-c")};
    int32_t value = -1;
    CHECK("other", !ps__take(&scan, "b") && scan.at == 0);
    CHECK("longer", !ps__take(&scan, "ab  12x999 Ab_1-cd") && scan.at == 0);
    CHECK("ab", ps__take(&scan, "ab") && ps__place(&scan).column == 3);
    CHECK("no digit", !ps__take_int(&scan, 9, &value) && value == -1);
    CHECK("blanks", ps__take_blanks(&scan) && scan.at == 4 && !ps__take_blanks(&scan));
    CHECK("12", ps__take_int(&scan, 12, &value) && value == 12 && scan.at == 6);
    CHECK("x", ps__take(&scan, "x"));
    CHECK("larger", !ps__take_int(&scan, 998, &value) && value == 12 && scan.at == 7);
    CHECK("999", ps__take_int(&scan, 999, &value) && value == 999);
    CHECK("no word", ps__take_word(&scan).len == 0 && scan.at == 10);
    CHECK("word", ps__take_blanks(&scan) && ps_str_is(ps__take_word(&scan), "Ab_1-c"));
    CHECK("end", ps__at_end(&scan) && !ps__take(&scan, "x") && !ps__take_int(&scan, 9, &value));
    CHECK("end", ps__take(&scan, "") && ps__take_word(&scan).len == 0);
}

static const struct {
    const char *text, *word;
} words[] = {
    {"abc def",  "abc"   },
    {"a-b_c9,",  "a-b_c9"},
    {"9a",       ""      },
    {"-a",       ""      },
    {"_a",       ""      },
    {"Z=1",      "Z"     },
    {"\xc3\xa4", ""      },
};

static void words_start_with_a_letter(void)
{
    for (int32_t i = 0; i < PS_COUNT(words); i++) {
        ps_scan scan = {.text = ps_str_of(words[i].text)};
        CHECK(words[i].text, ps_str_is(ps__take_word(&scan), words[i].word));
        CHECK(words[i].text, scan.at == (int32_t)strlen(words[i].word));
    }
}

// ---- look-ups ----

typedef struct {
    const char *id;
    int32_t number;
} thing;

typedef struct {
    const thing *at;
    int32_t count;
} things;

typedef struct {
    int32_t version;
    things things;
} document;

static const ps_field thing_fields[] = {
    PS_F_TEXT(thing, id, 64, "Name."),
    PS_F_INT(thing, number, 0, 9, "Number."),
};
static const ps_struct thing_struct = PS_STRUCT_OF(thing, thing_fields, "A thing.");
static const ps_field document_fields[] = {
    PS_F_INT(document, version, 1, 9, "Version."),
    PS_F_STRUCTS(document, things, thing, &thing_struct, 0, 9, "Things."),
};
static const ps_struct document_struct = PS_STRUCT_OF(document, document_fields, "A document.");

static const thing some_things[] = {
    {"glute-bridge", 1},
    {"clam",         2},
    {"leg_dangle",   3}
};
static const document some_document = {
    1, {some_things, 3}
};

static void documents_are_looked_up_by_their_tables(void)
{
    const ps_struct *of = NULL;
    CHECK("field", ps_field_find(&thing_struct, PS_STR("number")) == &thing_fields[1]);
    CHECK("no field", !ps_field_find(&thing_struct, PS_STR("numbers")));
    CHECK("list", ps_document_list(&document_struct, &some_document, "things", &of).count == 3);
    CHECK("list", of == &thing_struct && ps_field_item_size(&document_fields[1]) == sizeof(thing));
    CHECK("no list", ps_document_list(&document_struct, &some_document, "others", &of).count == 0);
    CHECK("no list", !of);
    CHECK("not a list",
          ps_document_list(&document_struct, &some_document, "version", &of).count == 0);

    const char *id = ps_document_id(&document_struct, &some_document, "things", 2);
    CHECK_TEXT("id", id, "leg_dangle");
    CHECK("past the end", !ps_document_id(&document_struct, &some_document, "things", 3));
    CHECK("before", !ps_document_id(&document_struct, &some_document, "things", PS_NONE));
    CHECK("find",
          ps_document_find(&document_struct, &some_document, "things", PS_STR("clam")) == 1);
    CHECK("miss",
          ps_document_find(&document_struct, &some_document, "things", PS_STR("Clam")) == PS_NONE);
    CHECK("miss",
          ps_document_find(&document_struct, &some_document, "others", PS_STR("clam")) == PS_NONE);
}

// ---- closest ----

static int32_t find_thing(const void *context, const char *list, ps_str id)
{
    return ps_document_find(&document_struct, context, list, id);
}

static const char *thing_id(const void *context, const char *list, int32_t index)
{
    return ps_document_id(&document_struct, context, list, index);
}

static const char *const level_names[] = {"rest",  "reset",    "emergency",  "urgent",
                                          "refer", "PREG_ANY", "lump_groin", "x"};
static const ps_enum levels = PS_ENUM_OF(int32_t, level_names);

static const struct {
    const char *word, *closest;
} slips[] = {
  // one slip each: changed, left out, added, swapped
    {"emergancy",            "emergency" },
    {"emergncy",             "emergency" },
    {"emergencyy",           "emergency" },
    {"emregency",            "emergency" },
    {"mergency",             "emergency" },
    {"lump_groim",           "lump_groin"},
 // equally far from rest and reset: the first; but the exact name beats an earlier close one
    {"rset",                 "rest"      },
    {"reset",                "reset"     },
 // case, and '-' for '_', cost nothing
    {"lump-groin",           "lump_groin"},
    {"Lump-Groin",           "lump_groin"},
    {"preg_any",             "PREG_ANY"  },
 // one slip for every three letters, three in all
    {"emrgncy",              "emergency" },
    {"emrgny",               "nothing"   },
    {"emxxxency",            "emergency" },
    {"exxxxency",            "nothing"   },
    {"exxxxencyencyency",    "nothing"   },
 // no slip at all in one or two letters
    {"X",                    "x"         },
    {"y",                    "nothing"   },
    {"xx",                   "nothing"   },
    {"",                     "nothing"   },
    {"completely different", "nothing"   },
    {SIXTY "01234",          "nothing"   },
};

static void slips_find_the_name_that_was_meant(void)
{
    for (int32_t i = 0; i < PS_COUNT(slips); i++) {
        const char *got = ps_enum_closest(&levels, ps_str_of(slips[i].word));
        CHECK_TEXT(slips[i].word, got ? got : "nothing", slips[i].closest);
        RECORD("%s: %s\n", slips[i].word, got ? got : "nothing");
    }
    const ps_names names = {&some_document, find_thing, thing_id};
    CHECK_TEXT("list", ps_names_closest(&names, "things", PS_STR("glute-brigde")), "glute-bridge");
    CHECK_TEXT("list", ps_names_closest(&names, "things", PS_STR("leg-dangel")), "leg_dangle");
    CHECK("no list", !ps_names_closest(&names, "others", PS_STR("clam")));
    CHECK_TEXT("field", ps_field_closest(&thing_struct, PS_STR("numbre")), "number");
    CHECK("no field", !ps_field_closest(&thing_struct, PS_STR("colour")));
    CHECK("find", ps_enum_find(&levels, PS_STR("urgent")) == 3);
    CHECK("find", ps_enum_find(&levels, PS_STR("Urgent")) == PS_NONE);
}

/// Edit distance by its definition: the cheapest of all first steps. For short words only.
static int32_t distance(const char *a, const char *b)
{
    if (!a[0] || !b[0]) return (int32_t)(strlen(a) + strlen(b));
    const int32_t steps[] = {
        distance(a + 1, b) + 1,
        distance(a, b + 1) + 1,
        distance(a + 1, b + 1) + (a[0] != b[0]),
        a[1] && b[1] && a[0] == b[1] && a[1] == b[0] ? distance(a + 2, b + 2) + 1 : 99,
    };
    int32_t best = steps[0];
    for (int32_t i = 1; i < PS_COUNT(steps); i++) best = steps[i] < best ? steps[i] : best;
    return best;
}

enum { NAMES = 4, WORDS = 300, WORD_MAX = 6 };

typedef struct {
    char text[NAMES][WORD_MAX + 1];
} name_list;

static const char *name_at(const void *context, int32_t index)
{
    const name_list *list = context;
    return index < NAMES ? list->text[index] : NULL;
}

static void some_word(uint64_t *seed, char word[WORD_MAX + 1])
{
    const int32_t len = test_between(seed, 1, WORD_MAX);
    for (int32_t i = 0; i < len; i++) word[i] = (char)('a' + test_between(seed, 0, 2));
    word[len] = '\0';
}

static void the_closest_is_the_least_distance(void)
{
    uint64_t seed = 4;
    for (int32_t i = 0; i < WORDS; i++) {
        name_list list;
        char word[WORD_MAX + 1];
        some_word(&seed, word);
        int32_t best = PS_NONE, far = (int32_t)strlen(word) / 3 + 1;
        for (int32_t j = 0; j < NAMES; j++) {
            some_word(&seed, list.text[j]);
            const int32_t slipped = distance(word, list.text[j]);
            if (slipped >= far) continue;
            far = slipped;
            best = j;
        }
        CHECK(word, ps_closest(&list, name_at, ps_str_of(word)) == best);
        RECORD("%s %d\n", word, best);
    }
}

TEST_MAIN(TEST_CASE(every_code_has_a_text), TEST_CASE(failures_are_located_and_bounded),
          TEST_CASE(unknown_words_are_quoted), TEST_CASE(texts_compare_by_bytes),
          TEST_CASE(characters_are_well_formed_or_none),
          TEST_CASE(texts_end_at_what_may_not_stand_there), TEST_CASE(places_count_lines_and_bytes),
          TEST_CASE(writing_is_bounded), TEST_CASE(an_arena_gives_zeroed_aligned_memory),
          TEST_CASE(arena_blocks_never_overlap), TEST_CASE(takes_move_on_only_when_they_match),
          TEST_CASE(words_start_with_a_letter), TEST_CASE(documents_are_looked_up_by_their_tables),
          TEST_CASE(slips_find_the_name_that_was_meant),
          TEST_CASE(the_closest_is_the_least_distance))
