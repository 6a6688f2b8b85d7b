// Values as text: whatever is written reads back to the same value, whatever does not read says
// where and what was wanted, and a number that contradicts an answer is found.
#include "screen_kit.h"

#include "ps/intake.h"

#include <stdlib.h>

enum { VALUES = 400 };

static int32_t type_of(int32_t field) { return (int32_t)all->intake_fields.at[field].type; }

static bool is_added(int32_t field)
{
    return strcmp(all->intake_fields.at[field].id, "added") == 0;
}

static bool same_value(const ps_value *a, const ps_value *b)
{
    return a->given == b->given && a->number == b->number && a->chosen == b->chosen;
}

// ---- there and back ----

/// Any value that the field can have.
static ps_value random_value(int32_t field, uint64_t *seed)
{
    const ps_intake_field *of = &all->intake_fields.at[field];
    ps_value value = {.given = true};
    switch (of->type) {
    case PS_ASK_INT:
        value.number = test_between(seed, of->low, of->high);
        break;
    case PS_ASK_NUMBER:
        value.number = test_between(seed, 1000 * of->low, 1000 * of->high) / 1000.0;
        break;
    case PS_ASK_YES_NO:
        value.number = test_between(seed, 0, 1);
        break;
    case PS_ASK_ONE_OF:
        value.chosen = UINT64_C(1) << test_between(seed, 0, of->choices.count - 1);
        break;
    case PS_ASK_SOME_OF:
        value.chosen = test_random(seed) & ((UINT64_C(1) << of->choices.count) - 1);
        break;
    case PS_ASK_TEXT:
        // as many as fit into an event
        for (int32_t i = 0; i < 8; i++) {
            value.chosen |= UINT64_C(1) << test_between(seed, 0, all->exercises.count - 1);
        }
        break;
    case PS_ASK_DERIVED:
        break;
    }
    return value;
}

static void what_is_written_reads_back(void)
{
    uint64_t seed = 1;
    int32_t fields = 0;
    for (int32_t field = 0; field < all->intake_fields.count; field++) {
        if (type_of(field) == PS_ASK_DERIVED) continue;
        if (type_of(field) == PS_ASK_TEXT && !is_added(field)) continue;
        fields++;
        for (int32_t i = 0; i < VALUES; i++) {
            const char *id = all->intake_fields.at[field].id;
            const ps_value value = random_value(field, &seed);
            char text[PS_NOTE_MAX + 1], again[PS_NOTE_MAX + 1];
            ps_value back = {0};
            ps_error err = {0};
            const int32_t len = ps_intake_write(all, field, &value, text, sizeof text);
            CHECK(id, len == (int32_t)strlen(text) && len > 0);
            CHECK(id, ps_intake_read(all, field, (ps_str){text, len}, &back, &err) == PS_OK);
            CHECK_TEXT(id, err.text, "");
            CHECK(text, same_value(&value, &back));
            ps_intake_write(all, field, &back, again, sizeof again);
            CHECK_TEXT(id, again, text);
            RECORD("%s=%s\n", id, text);
        }
    }
    CHECK("fields", fields > 35);
}

// ---- what reads, and what does not ----

// aligned, the rows would be wider than the page
// clang-format off
static const struct {
    const char *field, *text;
    double number;
    const char *chosen; ///< as ps_intake_write has it; NULL: a number or a text
} reads[] = {
    {"age_years",    "34",              34,    NULL                  },
    {"age_years",    "0",               0,     NULL                  },
    {"age_years",    "110",             110,   NULL                  },
    {"age_years",    "007",             7,     NULL                  },
    {"length_deg_L", "-9.5",            -9.5,  NULL                  },
    {"length_deg_L", "-45",             -45,   NULL                  },
    {"length_deg_L", "-0",              0,     NULL                  },
    {"length_deg_L", "0.125",           0.125, NULL                  },
    {"hold_s_L",     "30.000",          30,    NULL                  },
    {"front_pull",   "yes",             1,     NULL                  },
    {"front_pull",   "no",              0,     NULL                  },
    {"side",         "none",            0,     "none"                },
    {"side",         "left",            0,     "left"                },
    {"site",         "groin,front_hip", 0,     "front_hip,groin"     },
    {"site",         " groin , thigh,", 0,     "groin,thigh"         },
    {"site",         "groin groin",     0,     "groin"               },
    {"site",         "none",            0,     "none"                },
    {"added",        "hanging-knee-raise", 0,  "hanging-knee-raise"  },
    {"added",        "none",            0,     "none"                },
    {"country",      "DE",              0,     NULL                  },
    {"sport",        "M\303\244rsche",  0,     NULL                  },
};

static const struct {
    const char *row, *field, *text;
    ps_code code;
    int32_t column;
    const char *says;
} refusals[] = {
    {"empty number",    "age_years",    "",      PS_SYNTAX, 1, "want a whole number from 0 to 110"},
    {"a word",          "age_years",    "old",   PS_SYNTAX, 1, "want a whole number from 0 to 110"},
    {"a blank",         "age_years",    " 34",   PS_SYNTAX, 1, "want a whole number from 0 to 110"},
    {"behind it",       "age_years",    "34y",   PS_SYNTAX, 3, "want a whole number from 0 to 110"},
    {"a fraction",      "age_years",    "34.5",  PS_SYNTAX, 3, "want a whole number from 0 to 110"},
    {"a plus",          "age_years",    "+34",   PS_SYNTAX, 1, "want a whole number from 0 to 110"},
    {"only a minus",    "age_years",    "-",     PS_SYNTAX, 2, "want a whole number from 0 to 110"},
    {"too high",        "age_years",    "111",   PS_RANGE,  1, "want a whole number from 0 to 110"},
    {"too low",         "age_years",    "-1",    PS_RANGE,  1, "want a whole number from 0 to 110"},
    {"far too high",    "age_years",    "99999999999999999999", PS_RANGE, 1,
     "want a whole number from 0 to 110"},
    {"too low by 0.001", "length_deg_L", "-45.001", PS_RANGE, 1, "want a number from -45 to 60"},
    {"no digits behind", "length_deg_L", "9.",   PS_SYNTAX, 3,
     "want a number from -45 to 60, written like 9 or -9.5"},
    {"no digits before", "length_deg_L", ".5",   PS_SYNTAX, 1,
     "want a number from -45 to 60, written like 9 or -9.5"},
    {"four digits",     "length_deg_L", "0.1234", PS_SYNTAX, 6,
     "want a number from -45 to 60, written like 9 or -9.5"},
    {"a comma",         "length_deg_L", "9,5",   PS_SYNTAX, 2,
     "want a number from -45 to 60, written like 9 or -9.5"},
    {"an exponent",     "length_deg_L", "1e1",   PS_SYNTAX, 2,
     "want a number from -45 to 60, written like 9 or -9.5"},
    {"not a number",    "length_deg_L", "nan",   PS_SYNTAX, 1,
     "want a number from -45 to 60, written like 9 or -9.5"},
    {"half a yes",      "front_pull",   "y",     PS_UNKNOWN, 1,
     "no such choice 'y'; want no or yes"},
    {"upper case",      "front_pull",   "YES",   PS_UNKNOWN, 1,
     "no such choice 'YES'; did you mean 'yes'?"},
    {"empty yes",       "front_pull",   "",      PS_SYNTAX,  1, "want no or yes"},
    {"empty choice",    "side",         "",      PS_SYNTAX,  1,
     "want left, right, both or none"},
    {"a slip",          "side",         "lefft", PS_UNKNOWN, 1,
     "no such choice 'lefft'; did you mean 'left'?"},
    {"two of one",      "side",         "left,right", PS_UNKNOWN, 1,
     "no such choice 'left,right'; want left, right, both or none"},
    {"empty choices",   "site",         " , ",   PS_SYNTAX,  1,
     "want front_hip, groin, low_back, thigh, side or none"},
    {"the second word", "site",         "groin, tigh", PS_UNKNOWN, 8,
     "no such choice 'tigh'; did you mean 'thigh'?"},
    {"none and some",   "site",         "groin none", PS_SYNTAX, 7,
     "none stands alone: want it or the choices"},
    {"some and none",   "site",         "none,groin", PS_SYNTAX, 1,
     "none stands alone: want it or the choices"},
    {"no such exercise", "added",       "psoas-marsh", PS_UNKNOWN, 1,
     "no such exercise 'psoas-marsh'; did you mean 'psoas-march'?"},
    {"nothing like it", "added",        "x psoas-march", PS_UNKNOWN, 1,
     "no such exercise 'x'; want ids of exercises or none"},
    {"empty text",      "sport",        "",      PS_SYNTAX, 1, "want a text"},
    {"a line end",      "sport",        "run\nswim", PS_SYNTAX, 4,
     "want UTF-8 without control characters"},
    {"half a letter",   "sport",        "M\303", PS_SYNTAX, 2,
     "want UTF-8 without control characters"},
    {"a derived one",   "irritability", "low",   PS_SYNTAX, 1, "it is computed from other answers"},
};
// clang-format on

static void what_reads(void)
{
    for (int32_t i = 0; i < PS_COUNT(reads); i++) {
        const int32_t field = field_of(reads[i].field);
        char text[PS_NOTE_MAX + 1];
        ps_value value = {0};
        ps_error err = {0};
        CHECK(reads[i].text,
              ps_intake_read(all, field, ps_str_of(reads[i].text), &value, &err) == PS_OK);
        CHECK_TEXT(reads[i].text, err.text, "");
        CHECK(reads[i].text, value.given && value.number == reads[i].number);
        CHECK(reads[i].text, !signbit(value.number) || value.number < 0);
        if (!reads[i].chosen) continue;
        ps_intake_write(all, field, &value, text, sizeof text);
        CHECK_TEXT(reads[i].text, text, reads[i].chosen);
    }
}

static void what_does_not(void)
{
    for (int32_t i = 0; i < PS_COUNT(refusals); i++) {
        const int32_t field = field_of(refusals[i].field);
        const ps_value before = {.given = true, .number = 77, .chosen = 5};
        const ps_str text = ps_str_of(refusals[i].text);
        ps_value value = before;
        ps_error err = {0};
        const ps_code code = ps_intake_read(all, field, text, &value, &err);
        CHECK(refusals[i].row, code == refusals[i].code && err.code == code);
        CHECK(refusals[i].row, err.at.line == 1 && err.at.column == refusals[i].column);
        CHECK_TEXT(refusals[i].row, err.text, refusals[i].says);
        CHECK(refusals[i].row, same_value(&value, &before));
        CHECK(refusals[i].row, ps_intake_read(all, field, text, &value, NULL) == code);
    }
}

static void a_text_has_an_end(void)
{
    char text[PS_NOTE_MAX + 2];
    ps_value value = {0};
    ps_error err = {0};
    memset(text, 'a', sizeof text);
    const int32_t field = field_of("sport");
    CHECK("most", ps_intake_read(all, field, (ps_str){text, PS_NOTE_MAX}, &value, &err) == PS_OK);
    CHECK("more",
          ps_intake_read(all, field, (ps_str){text, PS_NOTE_MAX + 1}, &value, &err) == PS_RANGE);
    CHECK("more", err.at.column == PS_NOTE_MAX + 1);
    // a long word that names nothing is cut, not lost
    CHECK("word", ps_intake_read(all, field_of("equipment"), (ps_str){text, PS_NOTE_MAX}, &value,
                                 &err) == PS_UNKNOWN);
    CHECK("word", strstr(err.text, "aaa'; want wall, chair, bed") != NULL);
    CHECK_TEXT("word", strrchr(err.text, '.'), ". or none");
}

// ---- finding ----

static void ids_are_found(void)
{
    for (int32_t i = 0; i < all->intake_fields.count; i++) {
        CHECK("field", ps_intake_field_find(all, ps_str_of(all->intake_fields.at[i].id)) == i);
    }
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        CHECK("item", ps_screening_item_find(all, ps_str_of(all->screening_items.at[i].id)) == i);
    }
    CHECK("an item is no field", ps_intake_field_find(all, PS_STR("fever")) == PS_NONE);
    CHECK("a field is no item", ps_screening_item_find(all, PS_STR("age_years")) == PS_NONE);
    CHECK("nothing", ps_screening_item_find(all, PS_STR("")) == PS_NONE);
}

// ---- contradictions ----

// clang-format off
static const struct {
    const char *row, *said, *item, *field; ///< NULL: none
} contradictions[] = {
    {"nobody contradicts", "", NULL, NULL},
    {"pregnant", "weeks_pregnant=10", "pregnant", "weeks_pregnant"},
    {"not by 0 weeks", "weeks_pregnant=0", NULL, NULL},
    {"a yes does not", "weeks_pregnant=10 pregnant", NULL, NULL},
    {"nor does not sure", "weeks_pregnant=10 pregnant?", NULL, NULL},
    {"nor silence", "weeks_pregnant=10 pregnant-", NULL, NULL},
    {"a hip at any time", "weeks_since_tha=80", "hip_replaced", "weeks_since_tha"},
    {"and lately", "weeks_since_tha=8 hip_replaced", "tha_12w", "weeks_since_tha"},
    {"not any more", "weeks_since_tha=12 hip_replaced", NULL, NULL},
    {"birth", "weeks_since_birth=5", "birth_6w", "weeks_since_birth"},
    {"an operation of a kind", "weeks_since_surgery=3 surgery_kind=spine", "surg_spine_12w",
     "weeks_since_surgery"},
    {"more load", "onset=load_jump", "load_jump", "onset"},
    {"another beginning", "onset=trauma", NULL, NULL},
    // who is pregnant need not say that she could be
    {"could be", "pregnant could_be_pregnant!", NULL, NULL},
};
// clang-format on

static void contradictions_are_found(void)
{
    for (int32_t i = 0; i < PS_COUNT(contradictions); i++) {
        const char *row = contradictions[i].row;
        const ps_profile profile = fine_but(contradictions[i].said);
        int32_t field = PS_NONE;
        const int32_t item = ps_screen_contradiction(all, &profile, &field);
        CHECK_TEXT(row, item == PS_NONE ? "" : all->screening_items.at[item].id,
                   contradictions[i].item ? contradictions[i].item : "");
        CHECK_TEXT(row, field == PS_NONE ? "" : all->intake_fields.at[field].id,
                   contradictions[i].field ? contradictions[i].field : "");
    }
}

TEST_MAIN(TEST_CASE(what_is_written_reads_back), TEST_CASE(what_reads), TEST_CASE(what_does_not),
          TEST_CASE(a_text_has_an_end), TEST_CASE(ids_are_found),
          TEST_CASE(contradictions_are_found))
