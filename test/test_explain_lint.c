// Idea: the lint of every text for people reads the explanations of people of any kind, too.
#include "explain_kit.h"

#include "tools/catalogue/lint.h"

enum { PEOPLE = 2000, SHOWN_MAX = 20 };

static char row[64];

static void show(void *context, const char *fault)
{
    (void)context;
    printf("# [%s] %s\n", row, fault);
}

static void every_text_is_clean(void)
{
    static ps_coach coach;
    static ps_explanation got;
    for (int32_t p = 0; p < PEOPLE && test_failed_checks < SHOWN_MAX; p++) {
        uint64_t seed = (uint64_t)p;
        some_coach(&seed, &coach);
        for (int32_t e = 0; e < all->exercises.count; e++) {
            snprintf(row, sizeof row, "person %d: %s", p, all->exercises.at[e].id);
            ps_explain(all, &coach, e, &got);
            CHECK(row, lint_text(all, got.text, LINT_COACH, LINT_ALL, show, NULL) == 0);
        }
    }
}

/// The lint would see it.
static void a_bad_text_is_found(void)
{
    CHECK("claim", lint_text(all, "It isolates the psoas.", LINT_COACH, LINT_ALL, NULL, NULL) > 0);
    CHECK("never", lint_text(all, "It heals the hip.", LINT_COACH, LINT_ALL, NULL, NULL) > 0);
    CHECK("article", lint_text(all, lint_canary, LINT_COACH, LINT_ALL, NULL, NULL) > 0);
}

TEST_MAIN(TEST_CASE(every_text_is_clean), TEST_CASE(a_bad_text_is_found))
