// Laws: whatever parses has a canonical text that is a fixpoint and parses to the same nodes, which
// are well-formed postfix; whatever does not parse leaves the arena as it was and names a column.
#include <stdlib.h>
#include <string.h>

#include "ps/rule.h"

static void obey(bool law)
{
    if (!law) abort();
}

// a few short ids, and two that differ in case only
static const char *const ids[3][6] = {
    {"fever", "lump_groin", "lump_hard", "a", "A", "code_red"},
    {"age_years",    "site",      "n"                },
    {"PREG_ANY","BALANCE",  "x"},
};

static const char *id_of(const void *context, const char *list, int32_t index)
{
    (void)context;
    const int32_t of = list[0] == 's' ? 0 : list[0] == 'i' ? 1 : 2;
    return index >= 0 && index < PS_COUNT(ids[0]) ? ids[of][index] : NULL;
}

static int32_t find_id(const void *context, const char *list, ps_str id)
{
    const char *name = NULL;
    for (int32_t i = 0; (name = id_of(context, list, i)) != NULL; i++) {
        if (ps_str_is(id, name)) return i;
    }
    return PS_NONE;
}

/// Every operator finds its children, at least two and none of its own kind.
static void check_postfix(const ps_rule *rule)
{
    ps_rule_op stack[PS_RULE_NODES_MAX];
    int32_t top = 0;
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        const bool chain = node->op == PS_RULE_ALL || node->op == PS_RULE_ANY;
        obey(!chain || (node->a >= 2 && node->a <= top));
        for (int32_t j = 0; chain && j < node->a; j++) obey(stack[--top] != node->op);
        obey((node->word != NULL) == (node->op == PS_RULE_EQUALS));
        stack[top++] = node->op;
    }
    obey(top == (rule->count > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static _Alignas(max_align_t) char memory[8192];
    static const ps_names names = {NULL, find_id, id_of};
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_rule rule, again;
    ps_error err = {0};
    char text[PS_NOTATION_TEXT], twice[PS_NOTATION_TEXT];
    if (ps_rule_parse((ps_str){(const char *)data, (int32_t)size}, &names, &arena, &rule, &err)) {
        obey(arena.used == 0 && err.at.line == 1);
        obey(err.at.column >= 1 && (size_t)err.at.column <= size + 1 && err.text[0] != '\0');
        return 0;
    }
    check_postfix(&rule);
    const int32_t len = ps_rule_format(&rule, &names, text, sizeof text);
    obey(ps_rule_parse((ps_str){text, len}, &names, &arena, &again, NULL) == PS_OK);
    obey(ps_rule_same(&rule, &again));
    ps_rule_format(&again, &names, twice, sizeof twice);
    obey(strcmp(text, twice) == 0);
    return 0;
}
