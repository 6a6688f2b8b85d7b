// What a rule says while some of its leaves are unknown. The law imagines every answer that the
// unknown leaves can still get: the rule is unknown when, and only when, they disagree.
#include "ps/rule.h"

#include "test.h"

enum { LEAVES = 6 };

static ps_truth told(const void *context, const ps_rule_node *leaf)
{
    return ((const ps_truth *)context)[leaf->a];
}

#define ITEM(i)                      \
    {                                \
        .op = PS_RULE_ITEM, .a = (i) \
    }
#define ALL(n)                      \
    {                               \
        .op = PS_RULE_ALL, .a = (n) \
    }
#define ANY(n)                      \
    {                               \
        .op = PS_RULE_ANY, .a = (n) \
    }

static const ps_rule_node lump[] = {ITEM(0), ITEM(1), ITEM(2), ANY(2), ALL(2)}; // 0 and (1 or 2)

static const struct {
    const char *row;
    ps_truth leaves[3];
    ps_truth rule;
    ps_truth of;  ///< which leaves are looked for
    int32_t mask; ///< and found
} rows[] = {
    {"nothing answered",      {PS_UNDECIDED, PS_UNDECIDED, PS_UNDECIDED}, PS_UNDECIDED, PS_UNDECIDED, 7},
    {"the gate is shut",      {PS_NO, PS_UNDECIDED, PS_UNDECIDED},        PS_NO,        PS_UNDECIDED, 0},
    {"the gate is open",      {PS_YES, PS_UNDECIDED, PS_NO},              PS_UNDECIDED, PS_UNDECIDED, 2},
    {"the gate is not asked", {PS_UNDECIDED, PS_YES, PS_UNDECIDED},       PS_UNDECIDED, PS_UNDECIDED, 1},
    {"true already",          {PS_YES, PS_YES, PS_UNDECIDED},             PS_YES,       PS_UNDECIDED, 0},
    {"why it is true",        {PS_YES, PS_NO, PS_YES},                    PS_YES,       PS_YES,       5},
    {"nothing is left",       {PS_UNDECIDED, PS_NO, PS_NO},               PS_NO,        PS_UNDECIDED, 0},
    {"no reason in a no",     {PS_NO, PS_YES, PS_YES},                    PS_NO,        PS_YES,       0},
};

static void rows_of_a_rule(void)
{
    const ps_rule rule = {lump, PS_COUNT(lump)};
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        int32_t leaves[PS_RULE_NODES_MAX], mask = 0;
        const int32_t count = ps_rule_leaves(&rule, told, rows[i].leaves, rows[i].of, leaves);
        for (int32_t k = 0; k < count; k++) mask |= 1 << lump[leaves[k]].a;
        CHECK(rows[i].row, ps_rule_at(&rule, told, rows[i].leaves) == rows[i].rule);
        CHECK(rows[i].row, mask == rows[i].mask);
    }
    int32_t leaves[PS_RULE_NODES_MAX];
    const ps_rule always = {0};
    CHECK("always", ps_rule_at(&always, told, NULL) == PS_YES);
    CHECK("always", ps_rule_leaves(&always, told, NULL, PS_YES, leaves) == 0);
}

/// A rule over LEAVES leaves, each once: three pairs below an operator, by the bits of `shape`.
static int32_t make(ps_rule_node *nodes, uint64_t shape)
{
    int32_t count = 0;
    for (int32_t pair = 0; pair < LEAVES / 2; pair++) {
        nodes[count++] = (ps_rule_node)ITEM(2 * pair);
        nodes[count++] = (ps_rule_node)ITEM(2 * pair + 1);
        nodes[count++] = (shape >> pair & 1) ? (ps_rule_node)ALL(2) : (ps_rule_node)ANY(2);
    }
    nodes[count++] =
        (shape >> 3 & 1) ? (ps_rule_node)ALL(LEAVES / 2) : (ps_rule_node)ANY(LEAVES / 2);
    return count;
}

/// Whether some, and whether all, completions of `leaves` make the rule true.
static void imagine(const ps_rule *rule, const ps_truth *leaves, bool *some, bool *all)
{
    *some = false;
    *all = true;
    for (int32_t world = 0; world < 1 << LEAVES; world++) {
        ps_truth full[LEAVES];
        for (int32_t i = 0; i < LEAVES; i++) {
            const ps_truth guess = (world >> i & 1) ? PS_YES : PS_NO;
            full[i] = leaves[i] == PS_UNDECIDED ? guess : leaves[i];
        }
        const bool yes = ps_rule_at(rule, told, full) == PS_YES;
        *some = *some || yes;
        *all = *all && yes;
    }
}

/// Whether in some completion of `leaves` the rule turns on this one.
static bool turns(const ps_rule *rule, const ps_truth *leaves, int32_t leaf)
{
    bool found = false;
    for (int32_t world = 0; world < 1 << LEAVES && !found; world++) {
        ps_truth full[LEAVES];
        for (int32_t i = 0; i < LEAVES; i++) {
            const ps_truth guess = (world >> i & 1) ? PS_YES : PS_NO;
            full[i] = leaves[i] == PS_UNDECIDED ? guess : leaves[i];
        }
        full[leaf] = PS_NO;
        const ps_truth without = ps_rule_at(rule, told, full);
        full[leaf] = PS_YES;
        found = without != ps_rule_at(rule, told, full);
    }
    return found;
}

static void unknown_is_undecided(void)
{
    uint64_t seed = 7;
    for (int32_t round = 0; round < 5000; round++) {
        ps_rule_node nodes[PS_RULE_NODES_MAX];
        const ps_rule rule = {nodes, make(nodes, test_random(&seed))};
        ps_truth leaves[LEAVES];
        for (int32_t i = 0; i < LEAVES; i++) leaves[i] = (ps_truth)test_between(&seed, 0, 2);
        bool some, all;
        imagine(&rule, leaves, &some, &all);
        const ps_truth got = ps_rule_at(&rule, told, leaves);
        CHECK("law", got == (all ? PS_YES : some ? PS_UNDECIDED : PS_NO));

        int32_t undecided[PS_RULE_NODES_MAX];
        const int32_t count = ps_rule_leaves(&rule, told, leaves, PS_UNDECIDED, undecided);
        CHECK("undecided", (count > 0) == (got == PS_UNDECIDED));
        for (int32_t k = 0; k < count; k++) {
            CHECK("matters", turns(&rule, leaves, nodes[undecided[k]].a));
        }
        RECORD("%d %d\n", (int)got, (int)count);
    }
}

TEST_MAIN(TEST_CASE(rows_of_a_rule), TEST_CASE(unknown_is_undecided))
