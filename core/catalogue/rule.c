#include "ps/rule.h"

#include <assert.h>
#include <string.h>

#include "base/scan.h"
#include "base/text.h"

static const char items[] = "screening_items", fields[] = "intake_fields", codes[] = "codes";

/// How comparisons are written; longer signs before their beginnings.
static const struct {
    const char *sign;
    ps_comparison comparison;
} signs[] = {
    {">=", PS_GE},
    {"<=", PS_LE},
    {">",  PS_GT},
    {"<",  PS_LT},
};

// ---- parse ----

typedef struct {
    ps_scan scan;
    const ps_names *names;
    ps_arena *arena;
    ps_rule_node nodes[PS_RULE_NODES_MAX];
    int32_t count;
    int32_t brackets; ///< open ones
    ps_error *err;
} reader;

static ps_code push(reader *in, ps_rule_node node, ps_place at)
{
    if (in->count == PS_RULE_NODES_MAX) {
        return ps_fail(in->err, PS_RANGE, at, "want at most %d items and operators",
                       PS_RULE_NODES_MAX);
    }
    in->nodes[in->count++] = node;
    return PS_OK;
}

/// The word `word` after any blanks; takes nothing when something else stands there.
static bool take_keyword(ps_scan *scan, const char *word)
{
    ps_scan ahead = *scan;
    ps__take_blanks(&ahead);
    if (ps__at_end(&ahead) || !ps_str_is(ps__take_word(&ahead), word)) return false;
    *scan = ahead;
    return true;
}

static ps_code find(reader *in, const char *list, const char *what, ps_str id, ps_place at,
                    int32_t *index)
{
    *index = in->names->find(in->names->context, list, id);
    if (*index != PS_NONE) return PS_OK;
    return ps_fail_unknown(in->err, at, what, id, ps_names_closest(in->names, list, id));
}

static bool has(const reader *in, const char *list, ps_str id)
{
    return in->names->find(in->names->context, list, id) != PS_NONE;
}

static bool take_orders(ps_scan *scan, ps_comparison *comparison)
{
    for (int32_t i = 0; i < PS_COUNT(signs); i++) {
        *comparison = signs[i].comparison;
        if (ps__take(scan, signs[i].sign)) return true;
    }
    return false;
}

/// The number of a comparison, and whether an absent one counts.
static ps_code take_number(reader *in, ps_rule_node *node)
{
    ps__take_blanks(&in->scan);
    const ps_place at = ps__place(&in->scan);
    const bool negative = ps__take(&in->scan, "-");
    if (!ps__take_int(&in->scan, PS_RULE_NUMBER_MAX, &node->value)) {
        return ps_fail(in->err, PS_SYNTAX, at, "want a whole number up to %d", PS_RULE_NUMBER_MAX);
    }
    if (negative) node->value = -node->value;

    ps_scan ahead = in->scan;
    node->if_missing =
        take_keyword(&ahead, "or") && take_keyword(&ahead, "not") && take_keyword(&ahead, "given");
    if (node->if_missing) in->scan = ahead;
    return PS_OK;
}

static ps_code take_value(reader *in, ps_rule_node *node)
{
    ps__take_blanks(&in->scan);
    const ps_place at = ps__place(&in->scan);
    const ps_str word = ps__at_end(&in->scan) ? PS_STR("") : ps__take_word(&in->scan);
    if (word.len == 0) return ps_fail(in->err, PS_SYNTAX, at, "want a word after '='");
    node->word = ps_arena_text(in->arena, word);
    return node->word ? PS_OK : ps_fail(in->err, PS_NOMEM, at, "want more memory for the rule");
}

/// An item, or an intake field and its comparison, whose name `id` is already taken.
static ps_code take_named(reader *in, ps_str id, ps_place at)
{
    ps_rule_node node = {.op = PS_RULE_ITEM};
    const ps_scan after = in->scan;
    ps__take_blanks(&in->scan);
    const ps_place sign = ps__place(&in->scan);
    if (take_orders(&in->scan, &node.comparison)) {
        node.op = PS_RULE_COMPARE;
    } else if (ps__take(&in->scan, "=")) {
        node.op = PS_RULE_EQUALS;
    } else {
        in->scan = after;
    }
    const bool item = node.op == PS_RULE_ITEM;
    const char *list = item ? items : fields;
    if (!has(in, list, id) && has(in, item ? fields : items, id)) {
        return ps_fail(in->err, PS_SYNTAX, item ? ps__place(&after) : sign,
                       item ? "want a comparison after an intake field"
                            : "want no comparison after a screening item");
    }
    ps_code code = find(in, list, item ? "screening item" : "intake field", id, at, &node.a);
    if (code == PS_OK && node.op == PS_RULE_COMPARE) code = take_number(in, &node);
    if (code == PS_OK && node.op == PS_RULE_EQUALS) code = take_value(in, &node);
    return code == PS_OK ? push(in, node, at) : code;
}

static ps_code take_code(reader *in)
{
    ps_rule_node node = {.op = PS_RULE_CODE};
    ps__take_blanks(&in->scan);
    const ps_place at = ps__place(&in->scan);
    const ps_str id = ps__at_end(&in->scan) ? PS_STR("") : ps__take_word(&in->scan);
    if (id.len == 0) return ps_fail(in->err, PS_SYNTAX, at, "want a code after 'code'");
    const ps_code code = find(in, codes, "code", id, at, &node.a);
    return code == PS_OK ? push(in, node, at) : code;
}

static ps_code take_chain(reader *in, ps_rule_op op, int32_t *depth);

static ps_code take_brackets(reader *in, ps_place at, int32_t *depth)
{
    if (in->brackets == PS_RULE_DEPTH_MAX) {
        return ps_fail(in->err, PS_RANGE, at, "want at most %d brackets in each other",
                       PS_RULE_DEPTH_MAX);
    }
    in->brackets++;
    const ps_code code = take_chain(in, PS_RULE_ANY, depth);
    in->brackets--;
    if (code != PS_OK) return code;
    ps__take_blanks(&in->scan);
    if (ps__take(&in->scan, ")")) return PS_OK;
    return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan), "want 'and', 'or' or ')'");
}

static ps_code take_term(reader *in, int32_t *depth)
{
    static const char *const misplaced[] = {"and", "or", "always"};
    ps__take_blanks(&in->scan);
    const ps_place at = ps__place(&in->scan);
    *depth = 0;
    if (ps__take(&in->scan, "(")) return take_brackets(in, at, depth);

    const ps_str word = ps__at_end(&in->scan) ? PS_STR("") : ps__take_word(&in->scan);
    bool wrong = word.len == 0;
    for (int32_t i = 0; i < PS_COUNT(misplaced); i++) wrong |= ps_str_is(word, misplaced[i]);
    if (wrong) {
        return ps_fail(in->err, PS_SYNTAX, at,
                       "want a screening item, a comparison, 'code' or '(' here");
    }
    if (ps_str_is(word, "not")) {
        return ps_fail(in->err, PS_SYNTAX, at,
                       "want a rule without 'not': a riskier answer may only add flags");
    }
    return ps_str_is(word, "code") ? take_code(in) : take_named(in, word, at);
}

/// `op` is PS_RULE_ANY for terms joined by "or", each of them a chain of PS_RULE_ALL.
///
/// depth  receives how many operators lie in each other
static ps_code take_chain(reader *in, ps_rule_op op, int32_t *depth)
{
    const bool any = op == PS_RULE_ANY;
    ps__take_blanks(&in->scan);
    const ps_place at = ps__place(&in->scan);
    ps_rule_node node = {.op = op};
    *depth = 0;
    do {
        int32_t below = 0;
        const ps_code code = any ? take_chain(in, PS_RULE_ALL, &below) : take_term(in, &below);
        if (code != PS_OK) return code;

        // a bracketed chain of the same operator, which is complete now, joins this one
        const ps_rule_node last = in->nodes[in->count - 1];
        const bool joins = last.op == op;
        if (joins) in->count--;
        node.a += joins ? last.a : 1;
        if (joins) below--;
        if (*depth < below) *depth = below;
    } while (take_keyword(&in->scan, any ? "or" : "and"));
    if (node.a == 1) return PS_OK;
    if (++*depth > PS_RULE_DEPTH_MAX) {
        return ps_fail(in->err, PS_RANGE, at, "want at most %d operators in each other",
                       PS_RULE_DEPTH_MAX);
    }
    return push(in, node, at);
}

static int32_t put_rule(const ps_rule *rule, const ps_names *names, char *text, int32_t cap);

/// The rule as a whole, once its text is read.
static ps_code finish(reader *in, ps_rule *rule)
{
    char text[PS_NOTATION_TEXT];
    const ps_rule found = {.nodes = in->nodes, .count = in->count};
    if (put_rule(&found, in->names, text, sizeof text) >= PS_NOTATION_TEXT) {
        return ps_fail(in->err, PS_RANGE, (ps_place){1, 1}, "want a rule of fewer than %d letters",
                       PS_NOTATION_TEXT);
    }
    ps_rule_node *nodes = NULL;
    if (in->count > 0) {
        nodes = ps_arena_take(in->arena, in->count, sizeof *nodes);
        if (!nodes) {
            return ps_fail(in->err, PS_NOMEM, (ps_place){1, 1}, "want more memory for the rule");
        }
        memcpy(nodes, in->nodes, (size_t)in->count * sizeof *nodes);
    }
    *rule = (ps_rule){.nodes = nodes, .count = in->count};
    return PS_OK;
}

ps_code ps_rule_parse(ps_str text, const ps_names *names, ps_arena *arena, ps_rule *rule,
                      ps_error *err)
{
    reader in = {.scan = {.text = text}, .names = names, .arena = arena, .err = err};
    const size_t used = arena->used;
    int32_t depth = 0;
    ps_code code = PS_OK;
    if (!take_keyword(&in.scan, "always")) code = take_chain(&in, PS_RULE_ANY, &depth);
    ps__take_blanks(&in.scan);
    if (code == PS_OK && !ps__at_end(&in.scan)) {
        code = ps_fail(err, PS_SYNTAX, ps__place(&in.scan), "want 'and', 'or' or the end here");
    }
    if (code == PS_OK) code = finish(&in, rule);
    if (code != PS_OK) ps_arena_rewind(arena, used);
    return code;
}

// ---- format ----

static bool is_chain(const ps_rule_node *node)
{
    return node->op == PS_RULE_ALL || node->op == PS_RULE_ANY;
}

/// Index of the first node of the subtree that ends at `index`.
static int32_t start_of(const ps_rule *rule, int32_t index)
{
    for (int32_t wanted = 1; wanted > 0; index--) {
        assert(index >= 0);
        wanted += is_chain(&rule->nodes[index]) ? rule->nodes[index].a - 1 : -1;
    }
    return index + 1;
}

static void put_leaf(ps_text *text, const ps_rule_node *node, const ps_names *names)
{
    const char *list = node->op == PS_RULE_ITEM ? items : node->op == PS_RULE_CODE ? codes : fields;
    const char *id = names->id(names->context, list, node->a);
    assert(id);
    ps__put(text, "%s%s", node->op == PS_RULE_CODE ? "code " : "", id);
    if (node->op == PS_RULE_EQUALS) ps__put(text, " = %s", node->word);
    if (node->op != PS_RULE_COMPARE) return;

    for (int32_t i = 0; i < PS_COUNT(signs); i++) {
        if (signs[i].comparison != node->comparison) continue;
        ps__put(text, " %s %d%s", signs[i].sign, node->value,
                node->if_missing ? " or not given" : "");
    }
}

/// The subtree that ends at `index`. Inside another operator it stands in brackets if it has an
/// "or" or "and" of its own: nobody has to remember which of them binds tighter.
static void put_node(ps_text *text, const ps_rule *rule, const ps_names *names, int32_t index,
                     int32_t depth)
{
    const ps_rule_node *node = &rule->nodes[index];
    const bool chain = is_chain(node), brackets = depth > 0 && (chain || node->if_missing);
    assert(depth <= PS_RULE_DEPTH_MAX);
    if (brackets) ps__put(text, "(");
    if (!chain) put_leaf(text, node, names);

    int32_t ends[PS_RULE_NODES_MAX], end = index - 1;
    for (int32_t i = chain ? node->a - 1 : -1; i >= 0; i--) {
        ends[i] = end;
        end = start_of(rule, end) - 1;
    }
    for (int32_t i = 0; chain && i < node->a; i++) {
        if (i > 0) ps__put(text, node->op == PS_RULE_ANY ? " or " : " and ");
        put_node(text, rule, names, ends[i], depth + 1);
    }
    if (brackets) ps__put(text, ")");
}

static int32_t put_rule(const ps_rule *rule, const ps_names *names, char *text, int32_t cap)
{
    ps_text out = ps__text_over(text, cap);
    if (rule->count == 0) {
        ps__put(&out, "always");
    } else {
        put_node(&out, rule, names, rule->count - 1, 0);
    }
    return out.len;
}

int32_t ps_rule_format(const ps_rule *rule, const ps_names *names, char *text, int32_t cap)
{
    assert(cap >= PS_NOTATION_TEXT && rule->count <= PS_RULE_NODES_MAX);
    const int32_t len = put_rule(rule, names, text, cap);
    assert(len < PS_NOTATION_TEXT);
    return len;
}

// ---- same ----

static bool same_node(const ps_rule_node *a, const ps_rule_node *b)
{
    if (a->op != b->op || a->a != b->a) return false;
    switch (a->op) {
    case PS_RULE_COMPARE:
        return a->comparison == b->comparison && a->value == b->value &&
               a->if_missing == b->if_missing;
    case PS_RULE_EQUALS:
        return strcmp(a->word, b->word) == 0;
    case PS_RULE_ITEM:
    case PS_RULE_CODE:
    case PS_RULE_ALL:
    case PS_RULE_ANY:
        break;
    }
    return true;
}

bool ps_rule_same(const ps_rule *a, const ps_rule *b)
{
    if (a->count != b->count) return false;
    for (int32_t i = 0; i < a->count; i++) {
        if (!same_node(&a->nodes[i], &b->nodes[i])) return false;
    }
    return true;
}

// ---- notation ----

static ps_code parse_rule(ps_str text, const ps_names *names, ps_arena *arena, void *value,
                          ps_error *err)
{
    return ps_rule_parse(text, names, arena, value, err);
}

static int32_t format_rule(const void *value, const ps_names *names, char *text, int32_t cap)
{
    return ps_rule_format(value, names, text, cap);
}

const ps_notation ps_rule_notation = {
    .name = "rule",
    .c_name = "ps_rule",
    .size = sizeof(ps_rule),
    .example = "lump_groin and (lump_hard or age_years >= 65)",
    .parse = parse_rule,
    .format = format_rule,
};
