/// rule.h — when a safety flag is up: "lump_groin and (lump_hard or age_years >= 65)".
///
/// A rule is monotone by construction: it has `and`, `or` and number comparisons, never a `not`,
/// so a riskier answer can only add flags. Its text form:
///
///     rule  = "always" | any
///     any   = all { "or" all }                all = term { "and" term }
///     term  = "(" any ")"
///           | item                            a screening item answered yes or not sure
///           | field (">=" | "<" | ">" | "<=") number [ "or not given" ]
///           | field "=" value                 site = low_back, irritability = high
///           | "code" CODE                     that code is on
///
/// `and` binds tighter than `or`. A chain of one operator is one node with many children, however
/// it was bracketed: a or (b or c). The canonical text brackets every operator inside another one:
/// (pregnant or weeks_pregnant >= 1) and (weeks_pregnant >= 20 or not given).
/// The words and, or, not, code and always name nothing.
#ifndef PS_RULE_H
#define PS_RULE_H

#include "ps/base.h"
#include "ps/field.h"

typedef enum {
    PS_RULE_ITEM,    ///< a: index into screening_items
    PS_RULE_COMPARE, ///< a: index into intake_fields; comparison, value, if_missing
    PS_RULE_EQUALS,  ///< a: index into intake_fields; word
    PS_RULE_CODE,    ///< a: index into codes
    PS_RULE_ALL,     ///< a: how many children
    PS_RULE_ANY      ///< a: how many children
} ps_rule_op;

typedef enum { PS_GE, PS_LT, PS_GT, PS_LE } ps_comparison;

enum {
    PS_RULE_NODES_MAX = 64,
    PS_RULE_DEPTH_MAX = 8, ///< operators, or brackets, in each other
    PS_RULE_NUMBER_MAX = 100000
};

typedef struct {
    ps_rule_op op;
    int32_t a;
    ps_comparison comparison;
    int32_t value;    ///< within PS_RULE_NUMBER_MAX either way
    bool if_missing;  ///< "or not given": an absent number counts as yes
    const char *word; ///< NULL but for PS_RULE_EQUALS
} ps_rule_node;

/// Nodes in postfix order: children before their PS_RULE_ALL or PS_RULE_ANY, which has at least
/// two and none of its own kind. Empty: always.
typedef struct {
    const ps_rule_node *nodes;
    int32_t count;
} ps_rule;

/// Reads a rule; ids are looked up in the lists screening_items, intake_fields and codes. The word
/// after `=` may be any: the laws of the data know which values a field has. On failure `rule` is
/// untouched and the arena as before.
///
/// Errors  PS_SYNTAX; PS_UNKNOWN, no such id, with a suggestion when one is close; PS_RANGE, too
///         many nodes, too deep, or a canonical text of PS_NOTATION_TEXT bytes or more; PS_NOMEM.
///         The column is that of the part at fault.
/// Nullable: err.
PS_MUST_USE ps_code ps_rule_parse(ps_str text, const ps_names *names, ps_arena *arena,
                                  ps_rule *rule, ps_error *err);

/// Writes the canonical text of a rule that ps_rule_parse made, which parses back to the same
/// nodes, NUL-terminated. Returns its length. Needs cap >= PS_NOTATION_TEXT.
int32_t ps_rule_format(const ps_rule *rule, const ps_names *names, char *text, int32_t cap);

bool ps_rule_same(const ps_rule *a, const ps_rule *b);

// ---- what a rule says ----

/// What is known of a statement, in order of danger, so that `and` is the least of its parts and
/// `or` the greatest.
typedef enum { PS_NO, PS_UNDECIDED, PS_YES } ps_truth;

/// What is known of a leaf, which is no PS_RULE_ALL or PS_RULE_ANY.
typedef ps_truth ps_rule_leaf(const void *context, const ps_rule_node *leaf);

/// What is known of the rule; of the empty one PS_YES. Undecided leaves leave it undecided only
/// while they can still decide it.
ps_truth ps_rule_at(const ps_rule *rule, ps_rule_leaf *leaf, const void *context);

/// The leaves that are `truth`, they and all that they stand in: of a rule that is PS_YES those
/// that make it so, of one that is PS_UNDECIDED those that can still decide it. In the order of the
/// rule.
///
/// leaves  indices into the nodes, shape [PS_RULE_NODES_MAX]; returns how many
int32_t ps_rule_leaves(const ps_rule *rule, ps_rule_leaf *leaf, const void *context, ps_truth truth,
                       int32_t *leaves);

/// The rule as a value in field tables.
extern const ps_notation ps_rule_notation;

#endif
