#include "ps/rule.h"

#include <assert.h>

/// What is known of each node, and the operator each stands in.
typedef struct {
    ps_truth truth[PS_RULE_NODES_MAX];
    int32_t parent[PS_RULE_NODES_MAX];
} known;

static bool is_chain(const ps_rule_node *node)
{
    return node->op == PS_RULE_ALL || node->op == PS_RULE_ANY;
}

static void look(const ps_rule *rule, ps_rule_leaf *leaf, const void *context, known *found)
{
    int32_t open[PS_RULE_NODES_MAX], open_count = 0; // nodes that wait for their operator
    assert(rule->count <= PS_RULE_NODES_MAX);
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        found->parent[i] = PS_NONE;
        if (!is_chain(node)) {
            found->truth[i] = leaf(context, node);
        } else {
            ps_truth truth = node->op == PS_RULE_ALL ? PS_YES : PS_NO;
            assert(node->a <= open_count);
            for (int32_t k = 0; k < node->a; k++) {
                const int32_t child = open[--open_count];
                const ps_truth part = found->truth[child];
                found->parent[child] = i;
                if (node->op == PS_RULE_ALL ? part < truth : part > truth) truth = part;
            }
            found->truth[i] = truth;
        }
        open[open_count++] = i;
    }
}

ps_truth ps_rule_at(const ps_rule *rule, ps_rule_leaf *leaf, const void *context)
{
    known found;
    if (rule->count == 0) return PS_YES;
    look(rule, leaf, context, &found);
    return found.truth[rule->count - 1];
}

int32_t ps_rule_leaves(const ps_rule *rule, ps_rule_leaf *leaf, const void *context, ps_truth truth,
                       int32_t *leaves)
{
    known found;
    int32_t count = 0;
    look(rule, leaf, context, &found);
    for (int32_t i = 0; i < rule->count; i++) {
        if (is_chain(&rule->nodes[i])) continue;
        bool all = true;
        for (int32_t at = i; at != PS_NONE && all; at = found.parent[at]) {
            all = found.truth[at] == truth;
        }
        if (all) leaves[count++] = i;
    }
    return count;
}
