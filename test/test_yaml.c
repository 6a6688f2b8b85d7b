// YAML by field tables: every kind of mistake is found where it stands and says what was wanted;
// every kind of value arrives, and its place is remembered.
#include "ps/catalogue.h"
#include "shell/codec/json.h"
#include "tools/catalogue/yaml_read.h"

#include "test.h"

#include <stdlib.h>

// ---- a table with every type of field ----

typedef enum { RED, GREEN, BLUE } colour;
typedef enum { FEW, MANY = 8 } numeral;

typedef struct {
    ps_marked says;
    int32_t source;
} note;
PS_LIST_OF(note, notes);

typedef struct {
    const char *tag;
    int32_t weight;
} badge;
PS_LIST_OF(badge, badges);

typedef struct {
    int64_t large;
    double share;
} numbers;

PS_LIST_OF(colour, colours);

typedef struct {
    const char *id;
    const char *text;
    bool flag;
    int32_t small, other;
    colour paint;
    numeral many;
    ps_range span;
    ps_dose dose;
    ps_rule rule;
    int32_t friend;
    const numbers *counted;
    note remark;
    ps_texts words;
    colours paints;
    ps_refs weeks, friends;
    notes remarks;
    badges badges;
    ps_rungs computed;
} thing;

static const char *const colour_words[] = {"red", "green", "blue"};
static const ps_enum colour_names = PS_ENUM_OF(colour, colour_words);
static const char *const numeral_words[] = {"one", "two",   "three", "four", "five",
                                            "six", "seven", "eight", "nine"};
static const ps_enum numeral_names = PS_ENUM_OF(numeral, numeral_words);

static const ps_field note_fields[] = {
    PS_F_MARKED(note, says, &ps_basis_names, 20, "What is said."),
    PS_F_REF_OR_NONE(note, source, "things", "Who says so."),
};
static const ps_struct note_struct = PS_STRUCT_OF(note, note_fields, "A statement.");

static const ps_field badge_fields[] = {
    PS_F_TEXT(badge, tag, 8, "What it says."),
    PS_F_INT_OR(badge, weight, 1, 9, 5, "How heavy it is."),
};
static const ps_struct badge_struct = PS_STRUCT_SHORT(badge, badge_fields, "A badge.");

static const ps_field numbers_fields[] = {
    PS_F_LONG(numbers, large, -5, INT64_MAX, "A large number."),
    PS_F_NUMBER(numbers, share, 0, 2, "A share."),
};
static const ps_struct numbers_struct = PS_STRUCT_OF(numbers, numbers_fields, "Numbers.");

static const ps_field rung_fields[] = {
    PS_F_INT(ps_rung, sets, 1, 20, "Sets."),
};
static const ps_struct rung_struct = PS_STRUCT_OF(ps_rung, rung_fields, "A rung.");

static const ps_field thing_fields[] = {
    PS_F_ID(thing, id, 12, "Its name."),
    PS_F_TEXT_OR_NONE(thing, text, 20, "What it is."),
    PS_F_BOOL(thing, flag, "Whether."),
    PS_F_INT_OR(thing, small, 1, 99, 7, "A small number."),
    PS_F_INT_OR(thing, other, -9, 0, -1, "A number below zero."),
    PS_F_ENUM_OR(thing, paint, &colour_names, BLUE, "Its colour."),
    PS_F_ENUM_OR(thing, many, &numeral_names, FEW, "How many."),
    PS_F_RANGE_OR_NONE(thing, span, 1, 10, "From and to."),
    PS_F_NOTATION(thing, dose, ps_dose, &ps_dose_notation, false, "How much."),
    PS_F_NOTATION(thing, rule, ps_rule, &ps_rule_notation, false, "When."),
    PS_F_REF_OR_NONE(thing, friend, "things", "Its friend."),
    PS_F_OPTIONAL(thing, counted, numbers, &numbers_struct, "Its numbers."),
    PS_F_STRUCT(thing, remark, note, &note_struct, "What is said of it."),
    PS_F_TEXTS(thing, words, 0, 3, "Words."),
    PS_F_ENUMS(thing, paints, &colour_names, 0, 3, "Colours."),
    PS_F_INTS(thing, weeks, 0, 3, 1, 52, "Weeks."),
    PS_F_REFS(thing, friends, "things", 0, 3, "Friends."),
    PS_F_STRUCTS(thing, remarks, note, &note_struct, 1, 2, "Remarks."),
    PS_F_STRUCTS(thing, badges, badge, &badge_struct, 0, 3, "Badges."),
    PS_F_DERIVED_STRUCTS(thing, computed, ps_rung, &rung_struct, 3, "Computed."),
};
static const ps_struct thing_struct = PS_STRUCT_OF(thing, thing_fields, "A thing.");

// ---- reading one text ----

static const struct {
    const char *list, *ids[4];
} lists[] = {
    {"things",          {"a", "psoas-march", "half-kneel"}},
    {"screening_items", {"lump_groin", "lump_hard"}       },
    {"intake_fields",   {"age_years", "site"}             },
    {"codes",           {"BALANCE"}                       },
    {"references",      {"S000", "S001", "R40"}           },
    {"exercises",       {"psoas-march", "half-kneel"}     },
    {"tags",            {"supine", "anti-extension"}      },
    {"claims",          {"C000-01"}                       },
    {"muscles",         {"iliacus", "psoas-major"}        },
    {"equipment",       {"chair"}                         },
    {"ladders",         {"ISO"}                           },
};

static const char *id_at(const void *context, const char *list, int32_t index)
{
    (void)context;
    for (int32_t i = 0; i < PS_COUNT(lists); i++) {
        if (strcmp(lists[i].list, list) != 0) continue;
        return index >= 0 && index < 4 ? lists[i].ids[index] : NULL;
    }
    return NULL;
}

static int32_t find_id(const void *context, const char *list, ps_str id)
{
    const char *known = NULL;
    for (int32_t i = 0; (known = id_at(context, list, i)) != NULL; i++) {
        if (ps_str_is(id, known)) return i;
    }
    return PS_NONE;
}

static const ps_names names = {NULL, find_id, id_at};

/// What reading left behind; one at a time.
static struct {
    ps_arena arena;
    problems found;
    places places;
} now;

/// Reads `text` as one struct; returns what is wrong with it, "2:5: why | 3:1: why".
static const char *wrong_with(ps_str text, const ps_struct *of, void *value)
{
    static char said[8 * PROBLEM_TEXT];
    if (!now.arena.base && room_open(64 << 20, &now.arena, NULL) != PS_OK) abort();
    ps_arena_rewind(&now.arena, 0);
    places_free(&now.places);
    now.found.count = 0;

    const yaml_source source = {"x.yaml", text};
    const yaml_value *root = yaml_tree_read(&source, &now.arena, &now.found);
    const yaml_reader reader = {&source, &names, &now.arena, &now.places, &now.found};
    memset(value, 0, of->size);
    if (root) yaml_read(&reader, of, root, value);

    problems_sort(&now.found);
    size_t used = 0;
    said[0] = '\0';
    for (int32_t i = 0; i < now.found.count && i < PROBLEMS_MAX; i++) {
        const problem *one = &now.found.found[i];
        used += (size_t)snprintf(said + used, sizeof said - used, "%s%d:%d: %s", i > 0 ? " | " : "",
                                 one->at.line, one->at.column, one->text);
        if (used >= sizeof said) break;
    }
    return said;
}

static const ps_struct *struct_of(const char *list)
{
    return ps_field_find(&ps_catalogue_struct, ps_str_of(list))->of;
}

// ---- what is wrong ----

typedef struct {
    const char *name;
    const char *text; ///< NULL ends the table
    const char *want; ///< how the complaint begins; "" when there must be none
} row;

static void check_rows(const row *rows, const char *before, const ps_struct *of)
{
    static char text[1 << 12];
    static _Alignas(max_align_t) char value[1 << 12];
    for (; rows->name; rows++) {
        const int len = snprintf(text, sizeof text, "%s%s", before, rows->text);
        const char *said = wrong_with((ps_str){text, (int32_t)len}, of, value);
        int32_t wanted = rows->want[0] != '\0';
        for (const char *at = rows->want; (at = strstr(at, " | ")) != NULL; at += 3) wanted++;
        const bool same = strncmp(said, rows->want, strlen(rows->want)) == 0;
        if (!same) CHECK_TEXT(rows->name, said, rows->want);
        CHECK(rows->name, now.found.count == wanted);
        if (now.found.count != wanted) CHECK_TEXT(rows->name, said, rows->want);
        RECORD("%s\n%s\n", rows->name, said);
    }
}

static const char whole_thing[] = "id: a\n"
                                  "remark: {ours: x}\n"
                                  "remarks: [given: y]\n";

// clang-format off
static const row value_rows[] = {
    {"nothing more", "", ""},
    {"bool yes", "flag: yes\n", "4:7: flag: want true or false, not 'yes'"},
    {"bool quoted", "flag: \"true\"\n", "4:7: flag: want true or false, not the text 'true'"},
    {"bool list", "flag: [true]\n", "4:7: flag: want true or false, not a list"},
    {"bool nothing", "flag:\n", "4:6: flag: want true or false, not nothing"},
    {"bool good", "flag: false\n", ""},
    {"int below", "small: 0\n", "4:8: small: 0 is outside 1..99"},
    {"int above", "small:   100\n", "4:10: small: 100 is outside 1..99"},
    {"int beyond 64 bits", "small: 99999999999999999999\n",
     "4:8: small: 99999999999999999999 is outside 1..99"},
    {"int below zero", "other: 1\n", "4:8: other: 1 is outside -9..0"},
    {"int fraction", "small: 1.5\n", "4:8: small: want a whole number, not '1.5'"},
    {"int octal", "small: 07\n", "4:8: small: want a whole number, not '07'"},
    {"int hexadecimal", "small: 0x7\n", "4:8: small: want a whole number, not '0x7'"},
    {"int underscore", "small: 1_0\n", "4:8: small: want a whole number, not '1_0'"},
    {"int plus", "small: +7\n", "4:8: small: want a whole number, not '+7'"},
    {"int minus alone", "other: -\n", "4:8: not YAML: block sequence entries are not allowed"},
    {"int quoted", "small: '7'\n", "4:8: small: want a whole number, not the text '7'"},
    {"int null", "small: ~\n", "4:8: small: want a whole number, not nothing"},
    {"int mapping", "small: {a: 1}\n", "4:8: small: want a whole number, not a mapping"},
    {"long below", "counted: {large: -6, share: 1}\n",
     "4:18: large: -6 is outside -5..9223372036854775807"},
    {"long beyond 64 bits", "counted: {large: 9223372036854775808, share: 1}\n",
     "4:18: large: 9223372036854775808 is outside -5..9223372036854775807"},
    {"number above", "counted: {large: 1, share: 2.5}\n", "4:28: share: 2.5 is outside 0..2"},
    {"number infinite", "counted: {large: 1, share: 1e999}\n",
     "4:28: share: 1e999 is outside 0..2"},
    {"number a word", "counted: {large: 1, share: .inf}\n",
     "4:28: share: want a number, not '.inf'"},
    {"number cut", "counted: {large: 1, share: 1e}\n", "4:28: share: want a number, not '1e'"},
    {"optional a scalar", "counted: 4\n", "4:10: counted: want a mapping, not '4'"},
    {"optional lacks a key", "counted:\n  large: 1\n", "5:3: share: missing. A share."},
    {"text empty", "text: ''\n", "4:7: text: 0 bytes; want a text of 1..20"},
    {"text long", "text: 123456789012345678901\n", "4:7: text: 21 bytes; want a text of 1..20"},
    {"text nothing", "text:\n", "4:6: text: want a text, not nothing"},
    {"text null", "text: null\n", "4:7: text: want a text, not nothing"},
    {"text list", "text: [a]\n", "4:7: text: want a text, not a list"},
    {"text that looks like a truth", "text: no\n", ""},
    {"text that looks like a number", "text: 112\n", ""},
    {"text of several lines", "text: |\n  one\n  two\n",
     "4:7: a text of several lines; want one, which '>-' folds from many"},
    {"text folded", "text: >\n  one\n  two\n", ""},
    {"text with an escaped control", "text: \"a\\x07b\"\n", "4:7: control character U+0007"},
    {"text with an escaped NUL", "text: \"a\\0b\"\n", "4:7: control character U+0000"},
    {"text with an escaped tab", "text: \"a\\tb\"\n", "4:7: control character U+0009"},
    {"text with a hidden direction", "text: \"a\\u202eb\"\n", "4:7: control character U+202E"},
    {"item empty", "words: [a, '', c]\n", "4:12: words: 0 bytes; want a text of 1..2000"},
    {"enum few", "paint: gren\n",
     "4:8: paint: 'gren' is not one of red, green, blue; did you mean 'green'?"},
    {"enum far", "paint: purple\n", "4:8: paint: 'purple' is not one of red, green, blue"},
    {"enum many", "many: sevn\n", "4:7: many: no such word 'sevn'; did you mean 'seven'?"},
    {"enum list", "paint: [red]\n", "4:8: paint: want a word, not a list"},
    {"enum item", "paints: [red, yellow]\n",
     "4:15: paints: 'yellow' is not one of red, green, blue"},
    {"range reversed", "span: [4, 2]\n", "4:7: span: 4 is above 2; want [low, high]"},
    {"range outside", "span: [1, 11]\n", "4:11: span: 11 is outside 1..10"},
    {"range of three", "span: [1, 2, 3]\n",
     "4:7: span: want a whole number or [low, high], not a list"},
    {"range of words", "span: [a, 2]\n", "4:8: span: want a whole number, not 'a'"},
    {"range alone outside", "span: 0\n", "4:7: span: 0 is outside 1..10"},
    {"range a word", "span: 2-4\n", "4:7: span: want a whole number or [low, high], not '2-4'"},
    {"ref unknown", "friend: psoas-march2\n",
     "4:9: friend: no such thing 'psoas-march2'; did you mean 'psoas-march'?"},
    {"ref far", "friend: nobody\n", "4:9: friend: no such thing 'nobody'"},
    {"ref number", "friend: 4\n", "4:9: friend: no such thing '4'"},
    {"ref nothing", "friend: null\n", "4:9: friend: want an id, not nothing"},
    {"refs", "friends: [a, half-knel]\n",
     "4:14: friends: no such thing 'half-knel'; did you mean 'half-kneel'?"},
    {"list of too many", "weeks: [1, 2, 3, 4]\n", "4:8: weeks: 4 items; want 0..3"},
    {"list a scalar", "weeks: 1\n", "4:8: weeks: want a list, not '1'"},
    {"list empty", "weeks: []\n", ""},
    {"list item", "weeks: [1, two]\n", "4:12: weeks: want a whole number, not 'two'"},
    {"list item too large", "weeks: [2147483648]\n", "4:9: weeks: 2147483648 is outside 1..52"},
    {"shorthand", "badges: [x, {tag: y, weight: 9}]\n", ""},
    {"shorthand too long", "badges: [x, a badge too long]\n",
     "4:13: tag: 16 bytes; want a text of 1..8"},
    {"shorthand a list", "badges: [[x]]\n",
     "4:10: badge: want a mapping, or a word alone, not a list"},
    {"shorthand nothing", "badges:\n  -\n",
     "5:4: badge: want a mapping, or a word alone, not nothing"},
    {"key unknown", "smal: 4\n", "4:1: no such key 'smal'; did you mean 'small'?"},
    {"key unknown, far", "weight: 4\n", "4:1: no such key 'weight'"},
    {"key derived", "computed: []\n", "4:1: computed: is computed; leave it out"},
    {"key again", "flag: true\ntext: x\nflag: false\n",
     "6:1: 'flag' again; it stands in line 4 already"},
    {"only the first reason", "small: &x 500\npaint: !y puce\nfriend: \"b\\x07\"\n",
     "4:8: want no anchor | 5:8: want no tag | 6:9: control character U+0007"},
    {"several at once", "small: 0\nflag: 1\nfriend: b\n",
     "4:8: small: 0 is outside 1..99 | 5:7: flag: want true or false, not '1' | "
     "6:9: friend: no such thing 'b'"},
    {0},
};

static const row marked_rows[] = {
    {"missing keys", "id: a\n",
     "1:1: remark: missing. What is said of it. | 1:1: remarks: missing. Remarks."},
    {"no mark", "id: a\nremark: {source: a}\nremarks: [ours: y]\n",
     "2:9: want exactly one of the keys given, inferred, ours, not 0"},
    {"two marks", "id: a\nremark:\n  given: x\n  ours: y\nremarks: [ours: y]\n",
     "3:3: want exactly one of the keys given, inferred, ours, not 2"},
    {"mark misspelt", "id: a\nremark: {ourz: x}\nremarks: [ours: y]\n",
     "2:9: want exactly one of the keys given, inferred, ours, not 0 | "
     "2:10: no such key 'ourz'; did you mean 'ours'?"},
    {"name of the field", "id: a\nremark: {says: x}\nremarks: [ours: y]\n",
     "2:9: want exactly one of the keys given, inferred, ours, not 0 | "
     "2:10: no such key 'says'"},
    {"marked text long", "id: a\nremark: {ours: 123456789012345678901}\nremarks: [ours: y]\n",
     "2:16: ours: 21 bytes; want a text of 1..20"},
    {"struct a list", "id: a\nremark: [x]\nremarks: [ours: y]\n",
     "2:9: remark: want a mapping, not a list"},
    {"struct item a text", "id: a\nremark: {ours: x}\nremarks: [y]\n",
     "3:11: note: want a mapping, not 'y'"},
    {"list too short", "id: a\nremark: {ours: x}\nremarks: []\n",
     "3:10: remarks: 0 items; want 1..2"},
    {"id with blanks", "id: a b\nremark: {ours: x}\nremarks: [ours: y]\n",
     "1:5: id: want only A-Z, a-z, 0-9, '.', '_' and '-'"},
    {"root a list", "- id: a\n", "1:1: thing: want a mapping, not a list"},
    {"root a text", "hello\n", "1:1: thing: want a mapping, not 'hello'"},
    {0},
};
// clang-format on

static void values_are_checked(void)
{
    check_rows(value_rows, whole_thing, &thing_struct);
    check_rows(marked_rows, "", &thing_struct);
}

// Doses and rules report a column inside their text; it has to arrive at the right one in the file.
// clang-format off
static const row notation_rows[] = {
    {"dose good", "dose: 3x10-12/side rest 30s\n", ""},
    {"dose a number", "dose: 10\n", ""},
    {"dose bare", "dose: 3x10 rest 30\n", "4:17: dose: "},
    {"dose quoted", "dose: \"3x10 rest 30\"\n", "4:18: dose: "},
    {"dose in a block", "dose: >-\n  3x10\n  rest 30\n", "6:8: dose: "},
    {"dose over two lines", "dose: 3x10\n  rest   30\n", "5:10: dose: "},
    {"dose with an escape", "dose: \"3x10\\x20rest 30\"\n", "4:7: dose: "},
    {"dose empty", "dose: ''\n", "4:7: dose: 0 bytes; want a text of 1..511"},
    {"dose a list", "dose: [10]\n", "4:7: dose: want a text, not a list"},
    {"rule good", "rule: lump_groin and (lump_hard or age_years >= 65)\n", ""},
    {"rule unknown", "rule: lump_groin and lump_hart\n",
     "4:22: rule: no such screening item 'lump_hart'; did you mean 'lump_hard'?"},
    {"rule in a block", "rule: >-\n  lump_groin and\n  lump_hart\n", "6:3: rule: no such"},
    {"rule after letters of several bytes", "text: ééé\nrule: lump_groin and lump_hart\n",
     "5:22: rule: no such"},
    {0},
};
// clang-format on

static void notations_are_placed(void) { check_rows(notation_rows, whole_thing, &thing_struct); }

// ---- the parts of YAML that are refused ----

// clang-format off
static const row yaml_rows[] = {
    {"empty file", "", "1:1: empty"},
    {"only a comment", "# nothing\n", "1:1: empty"},
    {"anchor", "id: &x a\n", "1:5: want no anchor"},
    {"anchor on a mapping", "remark: &x\n  ours: y\n", "1:9: want no anchor"},
    {"alias", "id: *x\n", "1:5: want no alias"},
    {"alias as key", "*x : y\n", "1:1: want no alias"},
    {"tag", "id: !!str a\n", "1:5: want no tag"},
    {"tag of its own", "id: !x a\n", "1:5: want no tag"},
    {"lone tag", "id: ! a\n", "1:5: want no tag"},
    {"tag on a list", "words: !!set [a]\n", "1:8: want no tag"},
    {"merge", "<<: {id: a}\n", "1:1: no such key '<<'"},
    {"version directive", "%YAML 1.1\n---\nid: a\n", "1:1: want no directive"},
    {"tag directive", "%TAG ! tag:x,2000:\n---\nid: a\n", "1:1: want no directive"},
    {"two documents", "id: a\n---\nid: b\n", "2:1: want one document in a file"},
    {"list as key", "[a]: b\n", "1:1: want a word as key"},
    {"mapping as key", "? {a: b}\n: c\n", "1:3: want a word as key"},
    {"key with a control", "\"a\\x01\": b\n", "1:1: control character U+0001"},
    {"tab", "id: a\n\ttext: x\n", "2:1: a tab; want blanks"},
    {"tab after a text", "id: a\t# x\n", "1:6: a tab; want blanks"},
    {"carriage return", "id: a\r\n", "1:6: a carriage return"},
    {"control", "id: \x01\n", "1:5: control character U+0001"},
    {"byte order mark", "\xef\xbb\xbfid: a\n", "1:1: control character U+FEFF"},
    {"next line", "id: \xc2\x85\n", "1:5: control character U+0085"},
    {"not UTF-8", "id: a\ntext: \xff\n", "2:7: not UTF-8"},
    {"stray byte", "id: \xbf\x80\n", "1:5: not UTF-8"},
    {"overlong UTF-8", "id: \xc0\xaf\n", "1:5: not UTF-8"},
    {"surrogate", "id: \xed\xa0\x80\n", "1:5: not UTF-8"},
    {"cut character", "id: \xe2\x82", "1:5: not UTF-8"},
    {"column after letters of several bytes", "text: ééé\nid: é\"\nflag: [é, *x]\n",
     "3:12: want no alias"},
    {"open quote", "id: \"a\n", "2:1: not YAML: while scanning a quoted scalar"},
    {"open list", "id: [a\n", "2:1: not YAML: while parsing a flow sequence"},
    {"wrong indent", "id: a\n  text: b\n", "2:7: not YAML: mapping values are not allowed"},
    {"deep", "[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]\n",
     "1:17: too many lists and mappings inside each other"},
    {0},
};
// clang-format on

/// The one complaint is enough here: what is refused is often also a value that is missing.
static void yaml_is_restricted(void)
{
    thing value;
    for (const row *at = yaml_rows; at->name; at++) {
        const char *said = wrong_with(ps_str_of(at->text), &thing_struct, &value);
        if (!strstr(said, at->want)) CHECK_TEXT(at->name, said, at->want);
        RECORD("%s\n%s\n", at->name, said);
    }
}

static void sizes_are_limited(void)
{
    thing value;
    char *text = malloc(YAML_BYTES + 1);
    if (!text) abort();
    memset(text, '#', YAML_BYTES + 1);
    const char *said = wrong_with((ps_str){text, YAML_BYTES + 1}, &thing_struct, &value);
    CHECK_TEXT("too long", said, "1:1: too long; want a file of at most 1048576 bytes");
    CHECK_TEXT("just not too long", wrong_with((ps_str){text, YAML_BYTES}, &thing_struct, &value),
               "1:1: empty");

    size_t used = 0;
    for (int32_t i = 0; i < YAML_KEYS + 1; i++) {
        used += (size_t)snprintf(text + used, 16, "k%d: 1\n", i);
    }
    said = wrong_with((ps_str){text, (int32_t)used}, &thing_struct, &value);
    CHECK("keys", strstr(said, "101:1: too many keys in one mapping") != NULL);

    // more problems than are kept
    said = wrong_with((ps_str){text, 60 * 6}, &thing_struct, &value);
    CHECK("problems", now.found.count > PROBLEMS_MAX);
    CHECK("first problem", strncmp(said, "1:1: no such key 'k0'", 21) == 0);

    // the largest file with the most values has room, too
    for (int32_t i = 0; i < YAML_BYTES; i++) text[i] = "- a\n"[i % 4];
    said = wrong_with((ps_str){text, YAML_BYTES}, &thing_struct, &value);
    CHECK_TEXT("most values", said, "1:1: thing: want a mapping, not a list");
    free(text);
}

// ---- what arrives ----

static const char full_thing[] = "id: psoas-march\n"
                                 "text: \"caf\\u00e9: no \\\"x\\\"\"\n"
                                 "flag: true\n"
                                 "small: 99\n"
                                 "paint: red\n"
                                 "many: nine\n"
                                 "span: [2, 10]\n"
                                 "dose: 2x30s/side\n"
                                 "rule: lump_groin or age_years >= 65\n"
                                 "friend: half-kneel\n"
                                 "counted:\n"
                                 "  large: 9223372036854775807\n"
                                 "  share: 0.125\n"
                                 "remark: {given: Stand tall., source: a}\n"
                                 "words: [yes, 'no', \"12\"]\n"
                                 "paints: [blue, green]\n"
                                 "weeks: [4, 8, 12]\n"
                                 "friends:\n"
                                 "  - a\n"
                                 "  - half-kneel\n"
                                 "remarks:\n"
                                 "  - ours: >-\n"
                                 "      folded over\n"
                                 "      2 lines\n"
                                 "  - inferred: Bring it back.\n"
                                 "badges: [x, {tag: y}, {tag: z, weight: 9}]\n";

static const char full_json[] =
    "{\"id\":\"psoas-march\",\"text\":\"caf\xc3\xa9: no \\\"x\\\"\",\"flag\":true,\"small\":99,"
    "\"paint\":\"red\",\"many\":\"nine\",\"span\":[2,10],\"dose\":\"2x30s/side\","
    "\"rule\":\"lump_groin or age_years >= 65\",\"friend\":\"half-kneel\","
    "\"counted\":{\"large\":9223372036854775807,\"share\":0.125},"
    "\"remark\":{\"given\":\"Stand tall.\",\"source\":\"a\"},\"words\":[\"yes\",\"no\",\"12\"],"
    "\"paints\":[\"blue\",\"green\"],\"weeks\":[4,8,12],\"friends\":[\"a\",\"half-kneel\"],"
    "\"remarks\":[{\"ours\":\"folded over 2 lines\"},{\"inferred\":\"Bring it back.\"}],"
    "\"badges\":[{\"tag\":\"x\"},{\"tag\":\"y\"},{\"tag\":\"z\",\"weight\":9}]}";

static void values_arrive(void)
{
    thing value;
    buffer json = {0};
    CHECK_TEXT("full", wrong_with(PS_STR(full_thing), &thing_struct, &value), "");
    json_write(&json, &thing_struct, &value, &names, 0);
    CHECK_TEXT("full", json.text, full_json);
    RECORD("%s", json.text);
    buffer_free(&json);
}

static void absent_values_have_their_fallback(void)
{
    thing value;
    CHECK_TEXT("least", wrong_with(PS_STR(whole_thing), &thing_struct, &value), "");
    CHECK("text", value.text == NULL);
    CHECK("flag", !value.flag);
    CHECK("small", value.small == 7 && value.other == -1);
    CHECK("enum", value.paint == BLUE && value.many == FEW);
    CHECK("span", value.span.low == 0 && value.span.high == 0);
    CHECK("dose", value.dose.sets.low == 0);
    CHECK("rule", value.rule.count == 0);
    CHECK("friend", value.friend == PS_NONE);
    CHECK("counted", value.counted == NULL);
    CHECK("source", value.remark.source == PS_NONE);
    CHECK("words", value.words.at == NULL && value.words.count == 0);

    // a value that is refused leaves the fallback, so that nothing later stumbles over it
    wrong_with(PS_STR("id: a\nsmall: x\nfriend: b\nspan: [3, 1]\ndose: 3x\n"), &thing_struct,
               &value);
    CHECK("refused", value.small == 7 && value.friend == PS_NONE && value.span.high == 0 &&
                         value.dose.sets.low == 0);
}

static void check_place(const char *what, const void *at, int32_t line, int32_t column)
{
    const char *file = "";
    ps_place place = {0};
    CHECK(what, places_find(&now.places, at, &file, &place));
    CHECK(what, place.line == line && place.column == column);
    CHECK_TEXT(what, file, "x.yaml");
}

static void places_are_remembered(void)
{
    static thing value;
    wrong_with(PS_STR(full_thing), &thing_struct, &value);
    check_place("the root", &value, 1, 1);
    check_place("a member", &value.small, 4, 8);
    check_place("its text", value.text, 2, 7);
    check_place("inside a text", value.text + 3, 2, 7);
    check_place("a range", &value.span, 7, 7);
    check_place("inside a range", &value.span.high, 1, 1);
    check_place("an optional struct", value.counted, 12, 3);
    check_place("its member", &value.counted->share, 13, 10);
    check_place("a struct inside", &value.remark, 14, 9);
    check_place("a marked text", value.remark.says.text, 14, 17);
    check_place("an item", &value.weeks.at[2], 17, 15);
    check_place("a record in a list", &value.remarks.at[1], 25, 5);
    check_place("a record in a block list", &value.remarks.at[0], 22, 5);
    check_place("a block text", value.remarks.at[0].says.text, 22, 11);
    check_place("a shorthand", &value.badges.at[0], 26, 10);

    const char *file = NULL;
    ps_place place = {0};
    CHECK("elsewhere", !places_find(&now.places, full_json, &file, &place));
    CHECK("behind the end", !places_find(&now.places, &value + 1, &file, &place));
}

// ---- the tables of the catalogue ----

// clang-format off
static const row claim_rows[] = {
    {"good", "kind: effect\nverdict: partly\nreferences: [S000, R40]\n", ""},
    {"enum of eight", "kind: efect\nverdict: partly\nreferences: [S000]\n",
     "4:7: kind: 'efect' is not one of anatomy, effect, causal, rule, cue, quantity, timeline, "
     "safety; did you mean 'effect'?"},
    {"reference", "kind: effect\nverdict: partly\nreferences: [S01]\n",
     "6:14: references: no such reference 'S01'; did you mean 'S001'?"},
    {"no reference", "kind: effect\nverdict: partly\nreferences: []\n",
     "6:13: references: 0 items; want 1..8"},
    {"missing", "kind: effect\nverdict: partly\n",
     "1:1: references: missing. Where the verdict comes from."},
    {"key", "kind: effect\nverdikt: partly\nreferences: [S000]\n",
     "1:1: verdict: missing. What the evidence says. | "
     "5:1: no such key 'verdikt'; did you mean 'verdict'?"},
    {0},
};

static const row flag_rows[] = {
    {"rule", "logic: lump_groin and lump_hardd\n",
     "9:23: logic: no such screening item 'lump_hardd'; did you mean 'lump_hard'?"},
    {"code with a rule", "codes: [BALANCE, {code: BALANCE, when: age_years >= 70}]\n", ""},
    {"code with a wrong rule", "codes:\n  - code: BALANCE\n    when: age_year >= 70\n",
     "11:11: when: no such "},
    {0},
};

static const row ladder_rows[] = {
    {"rung", "rungs:\n  - {sets: 1, reps: 101, hold_s: 0}\n", "4:21: reps: 101 is outside 1..100"},
    {"rung without", "rungs:\n  - {sets: 1, reps: 10}\n",
     "4:5: hold_s: missing. Hold of each repetition or phase, seconds."},
    {0},
};

static const row code_rows[] = {
    {"shorthand", "prohibits: [supine]\n", ""},
    {"shorthand unknown", "prohibits:\n  - supin\n",
     "4:5: tag: no such tag 'supin'; did you mean 'supine'?"},
    {"described", "limits:\n  - position: supine\n    kinds: [exercise, stretches]\n",
     "5:23: kinds: 'stretches' is not one of exercise, stretch"},
    {"angle", "limits: [hip_above_deg: 151]\n", "3:25: hip_above_deg: 151 is outside -30..150"},
    {0},
};
// clang-format on

static void catalogue_tables_are_checked(void)
{
    check_rows(claim_rows, "id: C000-99\nsource: S000\nclaim: x\n", struct_of("claims"));
    check_rows(flag_rows,
               "id: E_X\nlevel: URGENT\ntitle: x\naction: x\nwhy: x\nhow_fast: now\n"
               "references: [S000]\ngentle_start: true\n",
               struct_of("flags"));
    check_rows(ladder_rows, "id: ISO\ntext: x\n", struct_of("ladders"));
    check_rows(code_rows, "id: BALANCE\ntext: x\n", struct_of("codes"));
}

TEST_MAIN(TEST_CASE(values_are_checked), TEST_CASE(notations_are_placed),
          TEST_CASE(yaml_is_restricted), TEST_CASE(sizes_are_limited), TEST_CASE(values_arrive),
          TEST_CASE(absent_values_have_their_fallback), TEST_CASE(places_are_remembered),
          TEST_CASE(catalogue_tables_are_checked))
