// C from field tables: the exact text for every type of field, so that nothing a compiler could
// read otherwise gets into it.
#include "ps/catalogue.h"
#include "tools/catalogue/emit.h"

#include "test.h"

// ---- texts ----

static const struct {
    const char *text, *want;
} texts[] = {
    {"plain",                 "\"plain\""                       },
    {"a \"quote\" and \\",    "\"a \\042quote\\042 and \\134\"" },
    {"digits behind: ?1 \"2", "\"digits behind: \\0771 \\0422\""},
    {"a trigraph ?\?/",       "\"a trigraph \\077\\077/\""      },
    {"caf\xc3\xa9",           "\"caf\\303\\251\""               },
    {"\t",                    "\"\\011\""                       },
    {"",                      "\"\""                            },
};

static void texts_are_escaped(void)
{
    for (int32_t i = 0; i < PS_COUNT(texts); i++) {
        buffer to = {0};
        emit_text(&to, texts[i].text);
        CHECK_TEXT(texts[i].text, to.text, texts[i].want);
        buffer_free(&to);
    }
}

// ---- values ----

typedef enum { ONE, TWO } word;

typedef struct {
    int32_t low;
    bool set;
} inner;
PS_LIST_OF(inner, inners);
PS_LIST_OF(word, word_list);

typedef struct {
    const char *id;
    bool flag;
    int32_t number;
    int64_t large, least;
    double share;
    word chosen;
    ps_range span;
    ps_marked says;
    ps_dose dose;
    ps_load load;
    ps_rule rule;
    int32_t friend;
    inner inside;
    const inner *maybe;
    ps_texts texts, same_texts;
    word_list words;
    ps_refs weeks, friends;
    inners list, more;
} thing;

static const char *const word_words[] = {"one", "two"};
static const ps_enum word_names = PS_ENUM_OF(word, word_words);
static const ps_field inner_fields[] = {
    PS_F_INT(inner, low, -9, 9, "A number."),
    PS_F_BOOL(inner, set, "Whether."),
};
static const ps_struct inner_struct = PS_STRUCT_OF(inner, inner_fields, "Inside.");
static const ps_field thing_fields[] = {
    PS_F_TEXT(thing, id, 9, "Id."),
    PS_F_BOOL(thing, flag, "Whether."),
    PS_F_INT(thing, number, -9, 9, "A number."),
    PS_F_LONG(thing, large, 0, INT64_MAX, "A large one."),
    PS_F_LONG(thing, least, INT64_MIN, 0, "The least."),
    PS_F_NUMBER(thing, share, 0, 1, "A share."),
    PS_F_ENUM(thing, chosen, &word_names, "A word."),
    PS_F_RANGE(thing, span, 0, 9, "From and to."),
    PS_F_MARKED(thing, says, &ps_basis_names, 9, "A statement."),
    PS_F_NOTATION(thing, dose, ps_dose, &ps_dose_notation, false, "How much."),
    PS_F_NOTATION(thing, load, ps_load, &ps_load_notation, false, "With what."),
    PS_F_NOTATION(thing, rule, ps_rule, &ps_rule_notation, false, "When."),
    PS_F_REF_OR_NONE(thing, friend, "things", "A friend."),
    PS_F_STRUCT(thing, inside, inner, &inner_struct, "Inside."),
    PS_F_OPTIONAL(thing, maybe, inner, &inner_struct, "Perhaps."),
    PS_F_TEXTS(thing, texts, 0, 9, "Texts."),
    PS_F_TEXTS(thing, same_texts, 0, 9, "The same."),
    PS_F_ENUMS(thing, words, &word_names, 0, 9, "Words."),
    PS_F_INTS(thing, weeks, 0, 9, 0, 99, "Weeks."),
    PS_F_REFS(thing, friends, "things", 0, 9, "Friends."),
    PS_F_STRUCTS(thing, list, inner, &inner_struct, 0, 9, "A list."),
    PS_F_STRUCTS(thing, more, inner, &inner_struct, 0, 9, "Another."),
};
static const ps_struct thing_struct = PS_STRUCT_OF(thing, thing_fields, "A thing.");

static void check_document(const char *row, const thing *value, const char *want)
{
    buffer to = {0};
    emit_document(&to, &thing_struct, value, "it");
    CHECK_TEXT(row, to.text, want);
    buffer_free(&to);
}

// clang-format off
static void absent_values_are_left_out(void)
{
    const inner nobody[1] = {{0, false}};
    check_document("nothing", &(thing){0}, "const thing it = {0};\n");
    check_document("none", &(thing){.friend = PS_NONE}, "const thing it = {.friend = -1};\n");
    // a list that is empty but not NULL, and an item of which nothing is set
    check_document("empty", &(thing){.list = {nobody, 0}}, "const thing it = {.list = {0}};\n");
    check_document("zero", &(thing){.list = {nobody, 1}},
                   "static const inner t0[] = {{0}};\nconst thing it = {.list = {t0, 1}};\n");
}

static void every_type_is_written(void)
{
    const thing scalars = {
        .id = "x", .flag = true, .number = -9, .large = INT64_MAX, .least = INT64_MIN,
        .share = 0.1, .chosen = TWO, .span = {2, 4}, .says = {PS_OURS, "y"},
    };
    check_document("scalars", &scalars,
                   "const thing it = {.id = \"x\", .flag = true, .number = -9, "
                   ".large = INT64_C(9223372036854775807), .least = INT64_MIN, "
                   ".share = 0x1.999999999999ap-4, .chosen = 1, .span = {2, 4}, "
                   ".says = {2, \"y\"}};\n");

    const inner one = {5, true}, two[2] = {{5, true}, {6, false}};
    const word both[2] = {ONE, TWO};
    const char *const texts_one[] = {"a", "b"}, *const texts_two[] = {"a", "b"};
    const int32_t whole[2] = {0, 1};
    const thing lists = {
        .inside = {7, false}, .maybe = &one, .texts = {texts_one, 2}, .same_texts = {texts_two, 2},
        .words = {both, 2}, .weeks = {whole, 2}, .friends = {whole, 2}, .list = {two, 2},
        .more = {&one, 1},
    };
    // equal tables stand once; the words are numbers too, but of another type
    check_document("lists", &lists,
                   "static const inner t0[] = {{.low = 5, .set = true}};\n"
                   "static const char *const t1[] = {\"a\", \"b\"};\n"
                   "static const word t2[] = {0, 1};\n"
                   "static const int32_t t3[] = {0, 1};\n"
                   "static const inner t4[] = {{.low = 5, .set = true},\n    {.low = 6}};\n"
                   "const thing it = {.inside = {.low = 7}, .maybe = t0, .texts = {t1, 2}, "
                   ".same_texts = {t1, 2}, .words = {t2, 2}, .weeks = {t3, 2}, "
                   ".friends = {t3, 2}, .list = {t4, 2}, .more = {t0, 1}};\n");
}

static void notations_are_written(void)
{
    // all members at once, though no dose has a hold, a tempo and phases
    const thing dosed = {.dose = {
        .sets = {1, 2}, .reps = {3, 4}, .hold_s = {PS_NOT_GIVEN, PS_NOT_GIVEN}, .phase_count = 2,
        .phases = {{"glute", {5, 6}}, {"push", {7, 8}}}, .ramp_up_s = 9, .ramp_down_s = 10,
        .lift_s = 11, .lower_s = 12, .pause_s = 13, .sides = PS_EACH_SIDE,
        .order = PS_WEAKER_FIRST, .switch_s = 14, .rest_s = 15, .load = {PS_LOAD_KG, 250},
        .effort = {5, 6}, .pain_max = PS_NOT_GIVEN,
    }};
    check_document("dose", &dosed,
                   "const thing it = {.dose = {.sets = {1, 2}, .reps = {3, 4}, "
                   ".hold_s = {-1, -1}, .phase_count = 2, "
                   ".phases = {{\"glute\", {5, 6}}, {\"push\", {7, 8}}}, .ramp_up_s = 9, "
                   ".ramp_down_s = 10, .lift_s = 11, .lower_s = 12, .pause_s = 13, .sides = 1, "
                   ".order = 3, .switch_s = 14, .rest_s = 15, .load = {.unit = 1, .amount = 250}, "
                   ".effort = {5, 6}, .pain_max = -1}};\n");
    check_document("load", &(thing){.load = {PS_LOAD_BAND, 2}},
                   "const thing it = {.load = {.unit = 3, .amount = 2}};\n");

    const ps_rule_node nodes[] = {
        {.op = PS_RULE_ITEM},
        {.op = PS_RULE_COMPARE, .a = 3, .comparison = PS_LE, .value = -4, .if_missing = true},
        {.op = PS_RULE_EQUALS, .a = 5, .word = "low_back"},
        {.op = PS_RULE_ANY, .a = 3},
    };
    check_document("rule", &(thing){.rule = {nodes, 4}},
                   "static const ps_rule_node t0[] = {{0}, {.op = 1, .a = 3, .comparison = 3, "
                   ".value = -4, .if_missing = true}, {.op = 2, .a = 5, .word = \"low_back\"}, "
                   "{.op = 5, .a = 3}};\nconst thing it = {.rule = {t0, 4}};\n");
    check_document("always", &(thing){.rule = {nodes, 0}}, "const thing it = {.rule = {0}};\n");
}
// clang-format on

TEST_MAIN(TEST_CASE(texts_are_escaped), TEST_CASE(absent_values_are_left_out),
          TEST_CASE(every_type_is_written), TEST_CASE(notations_are_written))
