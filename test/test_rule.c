// Every row is one fact about the text form. The laws build expressions at random and compare what
// a rule means, in 64 imagined worlds at once, with what the expression meant.
#include "ps/rule.h"

#include "test.h"

// ---- names ----

static const char *const item_ids[] = {"lump_groin", "lump_hard", "fever",
                                       "pregnant",   "code_red",  "not_active"};
static const char *const field_ids[] = {"age_years", "weeks_pregnant", "site", "aslr_L"};
static const char *const code_ids[] = {"PREG_ANY", "BALANCE", "ANTICOAG"};

typedef struct {
    const char *list;
    const char *const *ids;
    int32_t count;
} id_list;

static const id_list lists[] = {
    {"screening_items", item_ids,  PS_COUNT(item_ids) },
    {"intake_fields",   field_ids, PS_COUNT(field_ids)},
    {"codes",           code_ids,  PS_COUNT(code_ids) },
};

static const char *id_of(const void *context, const char *list, int32_t index)
{
    const id_list *at = context;
    for (int32_t i = 0; i < PS_COUNT(lists); i++) {
        const bool here = strcmp(at[i].list, list) == 0;
        if (here) return index >= 0 && index < at[i].count ? at[i].ids[index] : NULL;
    }
    return NULL;
}

static int32_t find_id(const void *context, const char *list, ps_str id)
{
    const char *name = NULL;
    for (int32_t i = 0; (name = id_of(context, list, i)) != NULL; i++) {
        if (ps_str_is(id, name)) return i;
    }
    return PS_NONE;
}

static const ps_names names = {lists, find_id, id_of};

static _Alignas(max_align_t) char memory[16 * 1024];

// ---- rows ----

static const struct {
    const char *text, *canonical;
} good[] = {
    {"lump_groin",                                        "lump_groin"                                  },
    {"(lump_groin)",                                      "lump_groin"                                  },
    {"code_red",                                          "code_red"                                    },
    {"not_active",                                        "not_active"                                  },
    {"fever or lump_hard",                                "fever or lump_hard"                          },
    {"fever and lump_hard",                               "fever and lump_hard"                         },
    {"fever or lump_hard or pregnant",                    "fever or lump_hard or pregnant"              },
    {"lump_groin and (lump_hard or age_years >= 65)",
     "lump_groin and (lump_hard or age_years >= 65)"                                                    },
 // `and` binds tighter, and the canonical text says so
    {"fever or lump_groin and lump_hard",                 "fever or (lump_groin and lump_hard)"         },
    {"fever and lump_groin or lump_hard",                 "(fever and lump_groin) or lump_hard"         },
    {"fever and lump_groin or lump_hard and pregnant",
     "(fever and lump_groin) or (lump_hard and pregnant)"                                               },
 // brackets of the same operator say nothing
    {"fever or (lump_groin or lump_hard)",                "fever or lump_groin or lump_hard"            },
    {"((fever and lump_groin)) and (lump_hard)",          "fever and lump_groin and lump_hard"          },
    {"(fever or lump_groin) and (lump_hard or pregnant)",
     "(fever or lump_groin) and (lump_hard or pregnant)"                                                },
 // comparisons
    {"age_years >= 65",                                   "age_years >= 65"                             },
    {"age_years<18",                                      "age_years < 18"                              },
    {"age_years>18",                                      "age_years > 18"                              },
    {"age_years <=18",                                    "age_years <= 18"                             },
    {"aslr_L >= -100000",                                 "aslr_L >= -100000"                           },
    {"aslr_L >= -0",                                      "aslr_L >= 0"                                 },
    {"weeks_pregnant >= 20 or not given",                 "weeks_pregnant >= 20 or not given"           },
    {"weeks_pregnant >= 20 or not given and pregnant",
     "(weeks_pregnant >= 20 or not given) and pregnant"                                                 },
    {"pregnant and weeks_pregnant >= 20 or not given",
     "pregnant and (weeks_pregnant >= 20 or not given)"                                                 },
    {"weeks_pregnant >= 20 or not given or fever",        "(weeks_pregnant >= 20 or not given) or fever"},
    {"weeks_pregnant >= 20 or not_active",                "weeks_pregnant >= 20 or not_active"          },
    {"site = low_back",                                   "site = low_back"                             },
    {"site=front-hip and fever",                          "site = front-hip and fever"                  },
 // codes
    {"code PREG_ANY",                                     "code PREG_ANY"                               },
    {"code PREG_ANY or code BALANCE or code ANTICOAG",
     "code PREG_ANY or code BALANCE or code ANTICOAG"                                                   },
 // blanks
    {"  ( fever   and(lump_hard or pregnant)  )  ",       "fever and (lump_hard or pregnant)"           },
    {"always",                                            "always"                                      },
    {" always ",                                          "always"                                      },
};

static void rows_read_and_write(void)
{
    for (int32_t i = 0; i < PS_COUNT(good); i++) {
        const char *row = good[i].text;
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        ps_rule rule, again;
        ps_error err = {0};
        char text[PS_NOTATION_TEXT];
        const ps_code code = ps_rule_parse(ps_str_of(row), &names, &arena, &rule, &err);
        CHECK_TEXT(row, code == PS_OK ? "" : err.text, "");
        if (code != PS_OK) continue;
        CHECK(row, ps_rule_format(&rule, &names, text, sizeof text) == (int32_t)strlen(text));
        CHECK_TEXT(row, text, good[i].canonical);
        CHECK(row, ps_rule_parse(ps_str_of(text), &names, &arena, &again, NULL) == PS_OK);
        CHECK(row, ps_rule_same(&rule, &again));
        RECORD("%s\n", text);
    }
}

static void nodes_are_in_postfix_order(void)
{
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_rule rule;
    const ps_str text =
        PS_STR("fever and (weeks_pregnant >= 20 or not given or site = groin) and code BALANCE");
    CHECK("parse", ps_rule_parse(text, &names, &arena, &rule, NULL) == PS_OK);
    const ps_rule_node *node = rule.nodes;
    CHECK("count", rule.count == 6);
    CHECK("fever", node[0].op == PS_RULE_ITEM && node[0].a == 2 && !node[0].word);
    CHECK("weeks", node[1].op == PS_RULE_COMPARE && node[1].a == 1 && node[1].comparison == PS_GE);
    CHECK("weeks", node[1].value == 20 && node[1].if_missing && !node[1].word);
    CHECK("site", node[2].op == PS_RULE_EQUALS && node[2].a == 2);
    CHECK_TEXT("site", node[2].word, "groin");
    CHECK("any", node[3].op == PS_RULE_ANY && node[3].a == 2);
    CHECK("code", node[4].op == PS_RULE_CODE && node[4].a == 1);
    CHECK("all", node[5].op == PS_RULE_ALL && node[5].a == 3);
}

static const struct {
    const char *text;
    ps_code code;
    int32_t column;
    const char *want; ///< beginning of the error's text
} bad[] = {
    {"",                        PS_SYNTAX,  1,  "want a screening item, a comparison, 'code' or '(' here"},
    {"  ",                      PS_SYNTAX,  3,  "want a screening item"                                  },
    {"()",                      PS_SYNTAX,  2,  "want a screening item"                                  },
    {"fever or",                PS_SYNTAX,  9,  "want a screening item"                                  },
    {"fever or or lump_hard",   PS_SYNTAX,  10, "want a screening item"                                  },
    {"and fever",               PS_SYNTAX,  1,  "want a screening item"                                  },
    {"fever and always",        PS_SYNTAX,  11, "want a screening item"                                  },
    {"always or fever",         PS_SYNTAX,  8,  "want 'and', 'or' or the end here"                       },
    {"65 <= age_years",         PS_SYNTAX,  1,  "want a screening item"                                  },
    {"fever lump_hard",         PS_SYNTAX,  7,  "want 'and', 'or' or the end here"                       },
    {"fever)",                  PS_SYNTAX,  6,  "want 'and', 'or' or the end here"                       },
    {"(fever",                  PS_SYNTAX,  7,  "want 'and', 'or' or ')'"                                },
    {"(fever lump_hard)",       PS_SYNTAX,  8,  "want 'and', 'or' or ')'"                                },
    {"not fever",               PS_SYNTAX,  1,  "want a rule without 'not'"                              },
    {"fever or not given",      PS_SYNTAX,  10, "want a rule without 'not'"                              },
    {"fever and not lump_hard", PS_SYNTAX,  11, "want a rule without 'not'"                              },
    {"age_years",               PS_SYNTAX,  10, "want a comparison after an intake field"                },
    {"age_years or fever",      PS_SYNTAX,  10, "want a comparison after an intake field"                },
    {"fever >= 38",             PS_SYNTAX,  7,  "want no comparison after a screening item"              },
    {"fever = yes",             PS_SYNTAX,  7,  "want no comparison after a screening item"              },
    {"age_years >= old",        PS_SYNTAX,  14, "want a whole number up to 100000"                       },
    {"age_years >=",            PS_SYNTAX,  13, "want a whole number up to 100000"                       },
    {"age_years >= 100001",     PS_SYNTAX,  14, "want a whole number up to 100000"                       },
    {"age_years >= 1.5",        PS_SYNTAX,  15, "want 'and', 'or' or the end here"                       },
    {"age_years == 65",         PS_SYNTAX,  12, "want a word after '='"                                  },
    {"age_years => 65",         PS_SYNTAX,  12, "want a word after '='"                                  },
    {"site =",                  PS_SYNTAX,  7,  "want a word after '='"                                  },
    {"site = 3",                PS_SYNTAX,  8,  "want a word after '='"                                  },
    {"code",                    PS_SYNTAX,  5,  "want a code after 'code'"                               },
    {"code (BALANCE)",          PS_SYNTAX,  6,  "want a code after 'code'"                               },

    {"lump_groim",              PS_UNKNOWN, 1,
     "no such screening item 'lump_groim'; did you mean 'lump_groin'?"                                   },
    {"fever and LUMP-HARD",     PS_UNKNOWN, 11,
     "no such screening item 'LUMP-HARD'; did you mean 'lump_hard'?"                                     },
    {"fever and zzz",           PS_UNKNOWN, 11, "no such screening item 'zzz'"                           },
    {"age_yaers >= 65",         PS_UNKNOWN, 1,
     "no such intake field 'age_yaers'; did you mean 'age_years'?"                                       },
    {"sitte = groin",           PS_UNKNOWN, 1,  "no such intake field 'sitte'; did you mean 'site'?"     },
    {"code balanse",            PS_UNKNOWN, 6,  "no such code 'balanse'; did you mean 'BALANCE'?"        },
};

static void rows_fail_where_they_should(void)
{
    for (int32_t i = 0; i < PS_COUNT(bad); i++) {
        const char *row = bad[i].text;
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        ps_rule rule = {.count = 77};
        ps_error err = {0};
        CHECK(row, ps_rule_parse(ps_str_of(row), &names, &arena, &rule, &err) == bad[i].code);
        CHECK(row, err.code == bad[i].code && err.at.line == 1);
        CHECK(row, err.at.column == bad[i].column);
        CHECK(row, rule.count == 77 && arena.used == 0);
        CHECK(row, ps_rule_parse(ps_str_of(row), &names, &arena, &rule, NULL) == bad[i].code);
        if (strncmp(err.text, bad[i].want, strlen(bad[i].want)) != 0) {
            CHECK_TEXT(row, err.text, bad[i].want);
        }
        RECORD("%s: %d %d %s\n", row, (int)err.code, err.at.column, err.text);
    }
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_rule rule;
    CHECK("NULL", ps_rule_parse((ps_str){NULL, 0}, &names, &arena, &rule, NULL) == PS_SYNTAX);
}

// ---- limits ----

/// `count` times `piece`, joined by " or ".
static ps_str chain_of(const char *piece, int32_t count, char *text)
{
    const size_t len = strlen(piece);
    size_t at = 0;
    for (int32_t i = 0; i < count; i++, at += len) {
        if (i > 0) {
            memcpy(text + at, " or ", 4);
            at += 4;
        }
        memcpy(text + at, piece, len);
    }
    return (ps_str){text, (int32_t)at};
}

/// `depth` operators in each other: fever or (fever and (fever or fever)). With one operator only
/// the brackets say nothing.
static ps_str nest_of(int32_t depth, bool one, char *text)
{
    char *at = text;
    for (int32_t i = 0; i < depth; i++) {
        at += sprintf(at, "%sfever %s ", i == 0 ? "" : "(", i % 2 == 0 || one ? "or" : "and");
    }
    at += sprintf(at, "fever");
    for (int32_t i = 1; i < depth; i++) at += sprintf(at, ")");
    return ps_str_of(text);
}

static void nesting_is_limited(void)
{
    char text[512], canonical[PS_NOTATION_TEXT];
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_rule rule;
    ps_error err = {0};
    const ps_str deepest = nest_of(PS_RULE_DEPTH_MAX, false, text);
    CHECK(text, ps_rule_parse(deepest, &names, &arena, &rule, NULL) == PS_OK);
    ps_rule_format(&rule, &names, canonical, sizeof canonical);
    CHECK_TEXT("deepest", canonical, text);
    const ps_str flat = nest_of(PS_RULE_DEPTH_MAX + 1, true, text);
    CHECK(text, ps_rule_parse(flat, &names, &arena, &rule, NULL) == PS_OK && rule.count == 11);

    const ps_str deeper = nest_of(PS_RULE_DEPTH_MAX + 1, false, text);
    CHECK(text, ps_rule_parse(deeper, &names, &arena, &rule, &err) == PS_RANGE);
    CHECK(text, err.at.column == 1);
    CHECK_TEXT("deeper", err.text, "want at most 8 operators in each other");
    const ps_str brackets = nest_of(PS_RULE_DEPTH_MAX + 2, true, text);
    CHECK(text, ps_rule_parse(brackets, &names, &arena, &rule, &err) == PS_RANGE);
    CHECK(text,
          err.at.column == (int32_t)strlen("fever or ") + 8 * (int32_t)strlen("(fever or ") + 1);
    CHECK_TEXT("brackets", err.text, "want at most 8 brackets in each other");
}

static void limits_hold(void)
{
    char text[2048];
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_rule rule;
    ps_error err = {0};

    // 5 bytes each and 4 between: 57 of them are 509 bytes long, 58 are 518
    ps_str chain = chain_of("fever", 57, text);
    CHECK("57 words", ps_rule_parse(chain, &names, &arena, &rule, NULL) == PS_OK);
    chain = chain_of("fever", 58, text);
    CHECK("58 words", ps_rule_parse(chain, &names, &arena, &rule, &err) == PS_RANGE);
    CHECK_TEXT("58 words", err.text, "want a rule of fewer than 512 letters");
    chain = chain_of("fever", 64, text);
    CHECK("64 words", ps_rule_parse(chain, &names, &arena, &rule, &err) == PS_RANGE);
    CHECK_TEXT("64 words", err.text, "want at most 64 items and operators");
    chain = chain_of("fever", 65, text);
    CHECK("65 words", ps_rule_parse(chain, &names, &arena, &rule, &err) == PS_RANGE);
    CHECK("65 words", err.at.column == 64 * 9 + 1);

    ps_arena none = {0};
    CHECK("no memory", ps_rule_parse(PS_STR("fever"), &names, &none, &rule, &err) == PS_NOMEM);
    CHECK("no memory", ps_rule_parse(PS_STR("site = a"), &names, &none, &rule, &err) == PS_NOMEM);
    CHECK("no memory", err.at.column == 8);
    CHECK("always", ps_rule_parse(PS_STR("always"), &names, &none, &rule, NULL) == PS_OK);
    CHECK("always", rule.count == 0 && !rule.nodes);
}

static void the_notation_is_the_functions(void)
{
    const ps_notation *of = &ps_rule_notation;
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_rule rule;
    char text[PS_NOTATION_TEXT];
    CHECK("size", of->size == sizeof rule);
    CHECK("parse", of->parse(ps_str_of(of->example), &names, &arena, &rule, NULL) == PS_OK);
    of->format(&rule, &names, text, sizeof text);
    CHECK_TEXT("format", text, of->example);
}

static const struct {
    const char *a, *b;
} different[] = {
    {"fever",              "pregnant"                  },
    {"fever",              "always"                    },
    {"age_years > 1",      "age_years >= 1"            },
    {"age_years > 1",      "age_years > 2"             },
    {"age_years > 1",      "weeks_pregnant > 1"        },
    {"age_years > 1",      "age_years > 1 or not given"},
    {"site = groin",       "site = thigh"              },
    {"fever and pregnant", "fever or pregnant"         },
    {"fever and pregnant", "pregnant and fever"        },
    {"fever or pregnant",  "fever or pregnant or fever"},
    {"code BALANCE",       "lump_hard"                 },
};

static void different_rules_are_not_the_same(void)
{
    for (int32_t i = 0; i < PS_COUNT(different); i++) {
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        ps_rule a, b;
        CHECK(different[i].a,
              ps_rule_parse(ps_str_of(different[i].a), &names, &arena, &a, NULL) == PS_OK &&
                  ps_rule_parse(ps_str_of(different[i].b), &names, &arena, &b, NULL) == PS_OK);
        CHECK(different[i].a, ps_rule_same(&a, &a) && ps_rule_same(&b, &b));
        CHECK(different[i].a, !ps_rule_same(&a, &b) && !ps_rule_same(&b, &a));
    }
}

// ---- laws ----

enum { EXPRESSIONS = 30000, SOUPS = 30000 };

/// Terms whose truth in each of 64 worlds is a hash of their text.
static const char *const terms[] = {
    "fever",           "lump_groin",      "lump_hard",    "pregnant",
    "age_years >= 65", "age_years < 18",  "aslr_L > -3",  "weeks_pregnant <= 20 or not given",
    "site = groin",    "site = low_back", "code BALANCE", "code PREG_ANY",
};

static uint64_t truth_of(const char *term)
{
    uint64_t seed = UINT64_C(0xcbf29ce484222325);
    for (; *term; term++) seed = (seed ^ (unsigned char)*term) * UINT64_C(0x100000001b3);
    return test_random(&seed);
}

typedef struct {
    char text[8192];
    int32_t len;
    int32_t terms; ///< how many it may still have
    uint64_t *seed;
} expression;

static void add(expression *to, const char *text)
{
    const size_t len = strlen(text);
    memcpy(to->text + to->len, text, len + 1);
    to->len += (int32_t)len;
}

/// Writes a random expression and returns where it is true.
static uint64_t write_any(expression *to, int32_t depth);

static uint64_t write_term(expression *to, int32_t depth)
{
    if (depth > 0 && to->terms > 1 && test_between(to->seed, 0, 2) == 0) {
        add(to, test_between(to->seed, 0, 1) ? "(" : " ( ");
        const uint64_t truth = write_any(to, depth - 1);
        add(to, ")");
        return truth;
    }
    const char *term = terms[test_between(to->seed, 0, PS_COUNT(terms) - 1)];
    add(to, term);
    to->terms--;
    return truth_of(term);
}

static uint64_t write_all(expression *to, int32_t depth)
{
    uint64_t truth = write_term(to, depth);
    while (to->terms > 0 && test_between(to->seed, 0, 2) == 0) {
        add(to, " and ");
        truth &= write_term(to, depth);
    }
    return truth;
}

static uint64_t write_any(expression *to, int32_t depth)
{
    uint64_t truth = write_all(to, depth);
    while (to->terms > 0 && test_between(to->seed, 0, 2) == 0) {
        add(to, " or ");
        truth |= write_all(to, depth);
    }
    return truth;
}

/// Where a rule is true: its nodes on a stack, as the plan will walk them.
static uint64_t truth_of_rule(const ps_rule *rule)
{
    uint64_t stack[PS_RULE_NODES_MAX] = {0};
    int32_t top = 0;
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        const bool all = node->op == PS_RULE_ALL;
        if (all || node->op == PS_RULE_ANY) {
            uint64_t truth = all ? UINT64_MAX : 0;
            for (int32_t j = 0; j < node->a; j++) {
                top--;
                truth = all ? truth & stack[top] : truth | stack[top];
            }
            stack[top++] = truth;
            continue;
        }
        char text[PS_NOTATION_TEXT];
        const ps_rule leaf = {node, 1};
        ps_rule_format(&leaf, &names, text, sizeof text);
        stack[top++] = truth_of(text);
    }
    return top == 1 ? stack[0] : 0;
}

static void rules_mean_what_their_text_means(void)
{
    uint64_t seed = 9;
    int32_t parsed = 0;
    for (int32_t i = 0; i < EXPRESSIONS; i++) {
        static expression source;
        source.len = 0;
        source.terms = test_between(&seed, 1, 18);
        source.seed = &seed;
        const uint64_t truth = write_any(&source, 3);
        const char *row = source.text;

        ps_arena arena = ps_arena_over(memory, sizeof memory);
        ps_rule rule, again;
        char text[PS_NOTATION_TEXT], twice[PS_NOTATION_TEXT];
        ps_error err = {0};
        const ps_code code = ps_rule_parse(ps_str_of(row), &names, &arena, &rule, &err);
        CHECK(row, code == PS_OK || code == PS_RANGE);
        if (code != PS_OK) continue;
        parsed++;
        CHECK(row, truth_of_rule(&rule) == truth);
        ps_rule_format(&rule, &names, text, sizeof text);
        CHECK(row, ps_rule_parse(ps_str_of(text), &names, &arena, &again, NULL) == PS_OK);
        CHECK(row, ps_rule_same(&rule, &again));
        ps_rule_format(&again, &names, twice, sizeof twice);
        CHECK_TEXT(row, twice, text);
        RECORD("%s\n", text);
    }
    CHECK("most are short enough", parsed > EXPRESSIONS * 9 / 10);
}

static void soups_never_break_the_laws(void)
{
    static const char *const pieces[] = {
        "fever", "age_years", "site", "code ",    "BALANCE", " and ", " or ", " or not given",
        "(",     ")",         " ",    ">=",       "<",       "=",     "65",   "-1",
        "groin", "always",    "not",  "nonsense",
    };
    uint64_t seed = 13;
    int32_t parsed = 0;
    for (int32_t i = 0; i < SOUPS; i++) {
        char text[256] = "", canonical[PS_NOTATION_TEXT];
        size_t len = 0;
        const int32_t count = test_between(&seed, 1, 8);
        for (int32_t j = 0; j < count; j++) {
            const char *piece = pieces[test_between(&seed, 0, PS_COUNT(pieces) - 1)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        ps_rule rule, again;
        ps_error err = {0};
        const ps_code code =
            ps_rule_parse((ps_str){text, (int32_t)len}, &names, &arena, &rule, &err);
        CHECK(text, code == PS_OK || (err.at.column >= 1 && err.at.column <= (int32_t)len + 1));
        CHECK(text, code == PS_OK || arena.used == 0);
        if (code != PS_OK) continue;
        parsed++;
        ps_rule_format(&rule, &names, canonical, sizeof canonical);
        CHECK(text, ps_rule_parse(ps_str_of(canonical), &names, &arena, &again, NULL) == PS_OK);
        CHECK(text, ps_rule_same(&rule, &again));
        RECORD("%s\n", canonical);
    }
    CHECK("enough soups are rules", parsed > SOUPS / 100);
}

TEST_MAIN(TEST_CASE(rows_read_and_write), TEST_CASE(nodes_are_in_postfix_order),
          TEST_CASE(rows_fail_where_they_should), TEST_CASE(nesting_is_limited),
          TEST_CASE(limits_hold), TEST_CASE(the_notation_is_the_functions),
          TEST_CASE(different_rules_are_not_the_same), TEST_CASE(rules_mean_what_their_text_means),
          TEST_CASE(soups_never_break_the_laws))
