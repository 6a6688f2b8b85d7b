// Results of self-tests as values of the intake: the class and one code are made from them.
#include <math.h>
#include <string.h>

#include "intake/parts.h"

static const char length_test[] = "T_LEN", flat_field[] = "back_flat";

/// What each test and side fills; the order of ps_intake.tries.
static const struct {
    const char *test;
    ps_side side;
    const char *field;
} rows[PS_TESTED_FIELDS] = {
    {length_test, PS_SIDE_LEFT,  "length_deg_L"},
    {length_test, PS_SIDE_RIGHT, "length_deg_R"},
    {"T_HOLD",    PS_SIDE_LEFT,  "hold_s_L"    },
    {"T_HOLD",    PS_SIDE_RIGHT, "hold_s_R"    },
    {"T_ASLR",    PS_SIDE_LEFT,  "aslr_L"      },
    {"T_ASLR",    PS_SIDE_RIGHT, "aslr_R"      },
};

bool ps__is_tested(const ps_intake_field *field)
{
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        if (strcmp(field->id, rows[i].field) == 0) return true;
    }
    return strcmp(field->id, flat_field) == 0;
}

static const ps_self_test *find_test(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->self_tests.count; i++) {
        if (strcmp(catalogue->self_tests.at[i].id, id) == 0) return &catalogue->self_tests.at[i];
    }
    return NULL;
}

static bool fits(const ps_intake_field *field, double value)
{
    if (!(value >= field->low && value <= field->high)) return false;
    return field->type != PS_ASK_INT || value == floor(value);
}

static void add_try(ps_test_tries *tries, double value)
{
    if (tries->count == PS_TRIES_MAX) {
        tries->count--;
        memmove(tries->valid, tries->valid + 1, sizeof tries->valid - sizeof tries->valid[0]);
    }
    tries->valid[tries->count++] = value;
}

/// The length test is used only with a flat back: one valid try on each side's latest day.
static void find_flat(ps_intake *of)
{
    const int32_t field = ps_intake_field_find(of->catalogue, ps_str_of(flat_field));
    int32_t measured = 0, flat = 0;
    if (field == PS_NONE) return;
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        if (rows[i].test != length_test || of->tries[i].day == PS_DAY_NEVER) continue;
        measured++;
        flat += of->tries[i].count > 0;
    }
    // one side that is not flat decides; else both have to be known
    if (flat < measured || measured == 2) {
        of->counts.profile.values[field] = (ps_value){.given = true, .number = flat == 2};
    }
}

/// Notes a try of one side. A later day without a valid try leaves the result as it was: a test
/// that went wrong takes no caution away.
static bool take_row(ps_intake *of, int32_t row, const ps_test_measured *body, ps_day day)
{
    const ps_self_test *test = find_test(of->catalogue, rows[row].test);
    const int32_t field = ps_intake_field_find(of->catalogue, ps_str_of(rows[row].field));
    ps_test_tries *tries = &of->tries[row];
    if (!test || !test->unit || field == PS_NONE || day < tries->day) return false;
    if (!fits(&of->catalogue->intake_fields.at[field], body->value)) return false;

    if (day > tries->day) *tries = (ps_test_tries){.day = day};
    if (!body->valid) return true;
    add_try(tries, body->value);
    of->counts.profile.values[field] =
        (ps_value){.given = true, .number = ps_test_counting(test, tries->valid, tries->count)};
    return true;
}

bool ps__test_take(ps_intake *of, const ps_test_measured *body, ps_day day)
{
    bool taken = false;
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const bool side = body->side == PS_SIDE_BOTH || body->side == rows[i].side;
        if (!side || strcmp(body->test, rows[i].test) != 0) continue;
        taken = take_row(of, i, body, day) || taken;
    }
    if (taken && strcmp(body->test, length_test) == 0) find_flat(of);
    return taken;
}
