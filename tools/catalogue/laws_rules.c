// Law 2: rules are well formed, name what exists, and can only add flags when an answer gets
// riskier.
#include <string.h>

#include "laws_part.h"
#include "walk.h"

static bool joins(ps_rule_op op) { return op == PS_RULE_ALL || op == PS_RULE_ANY; }

// ---- the shape: postfix, every ALL and ANY with at least two children ----

static const char *shape_fault(const ps_rule *rule)
{
    if (rule->count > PS_RULE_NODES_MAX) return "too many parts";
    int32_t depth = 0;
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        if (!joins(node->op)) {
            depth++;
            continue;
        }
        if (node->a < 2) return "an 'and' or 'or' of fewer than two parts";
        if (node->a > depth) return "an 'and' or 'or' of parts that are not there";
        depth -= node->a - 1;
    }
    return rule->count > 0 && depth != 1 ? "parts that nothing joins" : NULL;
}

/// Where the subtree of each node starts: a leaf at itself.
static void subtree_starts(const ps_rule *rule, int32_t starts[PS_RULE_NODES_MAX])
{
    for (int32_t i = 0; i < rule->count; i++) {
        starts[i] = i;
        if (!joins(rule->nodes[i].op)) continue;
        for (int32_t part = 0; part < rule->nodes[i].a; part++) {
            starts[i] = starts[starts[i] - 1];
        }
    }
}

int32_t law_rule_parts(const ps_rule *rule, ps_rule_op op,
                       const ps_rule_node *parts[PS_RULE_NODES_MAX])
{
    if (rule->count == 0) return 0;
    const int32_t root = rule->count - 1;
    parts[0] = &rule->nodes[root];
    if (rule->nodes[root].op != op) return 1;

    int32_t starts[PS_RULE_NODES_MAX] = {0};
    subtree_starts(rule, starts);
    int32_t at = root - 1;
    for (int32_t i = 0; i < rule->nodes[root].a; i++) {
        parts[i] = &rule->nodes[at];
        at = starts[at] - 1;
    }
    return rule->nodes[root].a;
}

// ---- every rule with the record that holds it ----

typedef void rule_visit(law_book *book, const walk_at *at, const ps_rule *rule);

typedef struct {
    law_book *book;
    rule_visit *visit;
} rule_walk;

static void visit_rule(void *context, const walk_at *at)
{
    const rule_walk *with = context;
    const bool is_rule = at->type == PS_FIELD_NOTATION && at->field->notation == &ps_rule_notation;
    if (is_rule) with->visit(with->book, at, at->value);
}

static void each_rule(law_book *book, rule_visit *visit)
{
    rule_walk with = {book, visit};
    walk_document(&ps_catalogue_struct, book->all, visit_rule, &with);
}

// ---- nodes name what exists and can be true ----

static bool is_number(const ps_intake_field *field)
{
    return field->type == PS_ASK_INT || field->type == PS_ASK_NUMBER;
}

static bool has_bounds(const ps_intake_field *field) { return field->high >= field->low; }

/// Whether some number that may be answered makes the comparison true.
static bool can_hold(const ps_rule_node *node, const ps_intake_field *field)
{
    if (!has_bounds(field)) return true;
    switch (node->comparison) {
    case PS_GE:
        return node->value <= field->high;
    case PS_GT:
        return node->value < field->high;
    case PS_LE:
        return node->value >= field->low;
    case PS_LT:
        return node->value > field->low;
    }
    return false;
}

static void check_compare(law_book *book, const void *record, const ps_rule_node *node)
{
    const ps_intake_field *field = &book->all->intake_fields.at[node->a];
    if (!is_number(field)) {
        law_broken(book, record, "compares '%s' with a number, but it is none", field->id);
    } else if (!can_hold(node, field)) {
        law_broken(book, record, "compares '%s' with %d, which no answer of %d to %d reaches",
                   field->id, node->value, field->low, field->high);
    } else if (node->if_missing && !field->optional) {
        law_broken(book, record, "says '%s ... or not given', but '%s' must be given", field->id,
                   field->id);
    }
}

static void check_equals(law_book *book, const void *record, const ps_rule_node *node)
{
    const ps_intake_field *field = &book->all->intake_fields.at[node->a];
    for (int32_t i = 0; node->word && i < field->choices.count; i++) {
        if (strcmp(field->choices.at[i], node->word) == 0) return;
    }
    law_broken(book, record, "wants '%s' to be '%s', which is not one of its answers", field->id,
               node->word ? node->word : "");
}

/// Only derived rules look at codes, and only at codes that stand before any later rule sets them:
/// then one pass over the flags and one over the derived rules knows every code.
static void check_code(law_book *book, const walk_at *at, const ps_rule_node *node)
{
    const char *id = book->all->codes.at[node->a].id;
    if (strcmp(at->list, "derived_codes") != 0) {
        law_broken(book, at->record, "looks at code %s; only derived codes may", id);
        return;
    }
    const ps_derived_codes *rules = &book->all->derived_codes;
    for (const ps_derived_code *later = at->record; later < rules->at + rules->count; later++) {
        if (later->code != node->a) continue;
        law_broken(book, at->record, "looks at code %s, which '%s' sets only here or later", id,
                   later->id);
    }
}

static bool in_range(const law_book *book, const ps_rule_node *node)
{
    switch (node->op) {
    case PS_RULE_ITEM:
        return node->a >= 0 && node->a < book->all->screening_items.count;
    case PS_RULE_COMPARE:
    case PS_RULE_EQUALS:
        return node->a >= 0 && node->a < book->all->intake_fields.count;
    case PS_RULE_CODE:
        return node->a >= 0 && node->a < book->all->codes.count;
    case PS_RULE_ALL:
    case PS_RULE_ANY:
        return true;
    }
    return false;
}

static void check_rule(law_book *book, const walk_at *at, const ps_rule *rule)
{
    const char *fault = shape_fault(rule);
    if (fault) law_broken(book, at->record, "the rule has %s", fault);
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        if (!in_range(book, node)) {
            law_broken(book, at->record, "part %d of the rule names nothing that exists", i + 1);
        } else if (node->op == PS_RULE_COMPARE) {
            check_compare(book, at->record, node);
        } else if (node->op == PS_RULE_EQUALS) {
            check_equals(book, at->record, node);
        } else if (node->op == PS_RULE_CODE) {
            check_code(book, at, node);
        }
    }
}

void law_rules_sound(law_book *book) { each_rule(book, check_rule); }

// ---- monotone ----
//
// The language has no "not", so only the direction of a comparison can break the law. For most
// numbers more is riskier, and `>=` and `>` are right. For the weeks since an event fewer are
// riskier: `<` and `<=` are right, and "from week 6 on" is allowed only when a blocking flag holds
// the weeks before it, because then the answer that loses one flag meets a stronger one. An age
// below 18 may be asked for: it is refused whatever else is answered.

static bool counts_weeks_since(const ps_intake_field *field)
{
    return strncmp(field->id, "weeks_since_", strlen("weeks_since_")) == 0;
}

/// Whether some blocking flag is up for every number of this field below `value`.
static bool blocked_below(const ps_catalogue *all, int32_t field, int32_t value)
{
    for (int32_t i = 0; i < all->flags.count; i++) {
        const ps_flag *flag = &all->flags.at[i];
        if (!law_blocks(flag)) continue;
        const ps_rule_node *parts[PS_RULE_NODES_MAX];
        const int32_t count = law_rule_parts(&flag->logic, PS_RULE_ANY, parts);
        for (int32_t j = 0; j < count; j++) {
            const bool below = parts[j]->op == PS_RULE_COMPARE && parts[j]->a == field &&
                               parts[j]->comparison == PS_LT && parts[j]->value >= value;
            if (below) return true;
        }
    }
    return false;
}

static bool adds_only(const ps_catalogue *all, const ps_rule_node *node)
{
    const ps_intake_field *field = &all->intake_fields.at[node->a];
    const bool upward = node->comparison == PS_GE || node->comparison == PS_GT;
    if (counts_weeks_since(field)) {
        // from 0 on means: given at all
        return !upward || node->value <= 0 || blocked_below(all, node->a, node->value);
    }
    if (strcmp(field->id, "age_years") == 0 && node->comparison == PS_LT) {
        return node->value <= LAW_ADULT_YEARS;
    }
    return upward;
}

/// A word is a place among others (site = low_back), or the worst of an ordered list.
static bool is_worst(const ps_intake_field *field, const char *word)
{
    if (field->type == PS_ASK_SOME_OF) return true;
    return field->type == PS_ASK_DERIVED &&
           strcmp(field->choices.at[field->choices.count - 1], word) == 0;
}

static void check_monotone(law_book *book, const walk_at *at, const ps_rule *rule)
{
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        if (node->op == PS_RULE_COMPARE && !adds_only(book->all, node)) {
            law_broken(book, at->record,
                       "compares '%s' in the direction in which a riskier number clears it",
                       book->all->intake_fields.at[node->a].id);
        }
        const bool other_word = node->op == PS_RULE_EQUALS &&
                                !is_worst(&book->all->intake_fields.at[node->a], node->word);
        if (other_word) {
            law_broken(book, at->record, "'%s = %s' ends when the answer gets worse",
                       book->all->intake_fields.at[node->a].id, node->word);
        }
    }
}

void law_rules_monotone(law_book *book) { each_rule(book, check_monotone); }

// ---- every item is asked for ----

typedef struct {
    bool items[LAW_ITEMS_MAX];
} asked;

static void note_items(void *context, const walk_at *at)
{
    asked *all = context;
    if (at->type != PS_FIELD_NOTATION || at->field->notation != &ps_rule_notation) return;
    const ps_rule *rule = at->value;
    for (int32_t i = 0; i < rule->count; i++) {
        if (rule->nodes[i].op == PS_RULE_ITEM) all->items[rule->nodes[i].a] = true;
    }
}

void law_items_used(law_book *book)
{
    asked all = {{0}};
    walk_document(&ps_catalogue_struct, book->all, note_items, &all);
    for (int32_t i = 0; i < book->all->screening_items.count; i++) {
        if (all.items[i]) continue;
        law_broken(book, &book->all->screening_items.at[i], "no rule needs '%s'",
                   book->all->screening_items.at[i].id);
    }
}
