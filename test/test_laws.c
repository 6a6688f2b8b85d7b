// Idea: the built-in catalogue obeys every law, and every law can fail: a deep copy of it is broken
// in one place at a time, and exactly the law of that row has to say so.
#include "test.h"

#include "law_breaks.h"
#include "tools/catalogue/laws.h"

enum { ROW_ROOM = 64 };

static void print_violation(void *context, const void *record, const char *name, const char *text)
{
    (void)context, (void)record;
    printf("# %s: %s\n", name, text);
}

static void the_builtin_catalogue_obeys(void)
{
    CHECK("builtin", laws_check(&ps_catalogue_builtin, print_violation, NULL) == 0);
}

static void a_copy_obeys(void)
{
    CHECK("copy", laws_check(copy_of(&ps_catalogue_builtin), print_violation, NULL) == 0);
}

/// What a broken copy reports.
typedef struct {
    const char *wanted, *row;
    int32_t right;
} seen;

static void compare_violation(void *context, const void *record, const char *name, const char *text)
{
    seen *of = context;
    CHECK(of->row, in_copy(record));
    CHECK(of->row, text[0] != '\0');
    if (of->wanted && strcmp(name, of->wanted) == 0) {
        of->right++;
        return;
    }
    CHECK_TEXT(of->row, name, of->wanted ? of->wanted : "no law");
    printf("# %s: %s\n", name, text);
}

static const struct {
    const law_break *at;
    const int32_t *count;
} parts[] = {
    {law_breaks_rules,     &law_breaks_rules_count    },
    {law_breaks_exercises, &law_breaks_exercises_count},
    {law_breaks_rest,      &law_breaks_rest_count     },
};

static void check_break(const law_break *row)
{
    ps_catalogue *copy = copy_of(&ps_catalogue_builtin);
    row->damage(copy);
    seen of = {.wanted = row->law, .row = row->what};
    const int32_t count = laws_check(copy, compare_violation, &of);
    CHECK(row->what, (of.right > 0) == (row->law != NULL));
    CHECK(row->what, count == of.right);
}

static void every_break_is_reported_by_its_law(void)
{
    for (int32_t part = 0; part < PS_COUNT(parts); part++) {
        for (int32_t i = 0; i < *parts[part].count; i++) check_break(&parts[part].at[i]);
    }
}

static bool is_broken_by_a_row(const char *name)
{
    for (int32_t part = 0; part < PS_COUNT(parts); part++) {
        for (int32_t i = 0; i < *parts[part].count; i++) {
            const char *broken = parts[part].at[i].law;
            if (broken && strcmp(broken, name) == 0) return true;
        }
    }
    return false;
}

static void every_law_can_fail(void)
{
    for (int32_t i = 0; i < laws_count; i++) CHECK(laws[i].name, is_broken_by_a_row(laws[i].name));
}

static void laws_have_numbers_and_sentences(void)
{
    bool named[12] = {false};
    for (int32_t i = 0; i < laws_count; i++) {
        CHECK(laws[i].name, laws[i].number >= 0 && laws[i].number < 12);
        CHECK(laws[i].name, strlen(laws[i].sentence) > 10);
        named[laws[i].number] = true;
    }
    // 12 compares the design documents with the data
    for (int32_t n = 1; n < 12; n++) {
        char row[ROW_ROOM];
        snprintf(row, sizeof row, "law %d of the domain", n);
        CHECK(row, named[n]);
    }
}

TEST_MAIN(TEST_CASE(the_builtin_catalogue_obeys), TEST_CASE(a_copy_obeys),
          TEST_CASE(every_break_is_reported_by_its_law), TEST_CASE(every_law_can_fail),
          TEST_CASE(laws_have_numbers_and_sentences))
