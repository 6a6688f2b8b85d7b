#include "screen/parts.h"

/// Levels in the order in which they are asked.
static const ps_level levels[] = {PS_LEVEL_EMERGENCY, PS_LEVEL_URGENT, PS_LEVEL_REFER,
                                  PS_LEVEL_MODIFY};

static ps_question field_question(int32_t field, int32_t flag, bool holds_plan)
{
    if (field == PS_NONE) return (ps_question){.flag = PS_NONE};
    return (ps_question){PS_QUESTION_FIELD, field, flag, holds_plan};
}

/// The first thing that a rule still waits for. The first leaf of a rule is the one that most
/// often settles it: "Is there a lump?" comes before all that is asked about the lump.
static ps_question rule_question(const ps__facts *facts, const ps_rule *rule, int32_t flag,
                                 bool holds_plan)
{
    int32_t leaves[PS_RULE_NODES_MAX];
    const int32_t count = ps_rule_leaves(rule, ps__leaf_truth, facts, PS_UNDECIDED, leaves);
    if (count == 0) return (ps_question){.flag = PS_NONE};
    const ps_rule_node *leaf = &rule->nodes[leaves[0]];
    if (leaf->op == PS_RULE_ITEM) {
        return (ps_question){PS_QUESTION_ITEM, leaf->a, flag, holds_plan};
    }
    const int32_t field =
        leaf->a == facts->irritability_field ? ps__irritability_asks(facts) : leaf->a;
    return field_question(field, flag, holds_plan);
}

static ps_question flag_question(const ps__facts *facts, const ps_screen_result *result,
                                 ps_level level, int32_t unexplained)
{
    const ps_flags *flags = &facts->catalogue->flags;
    for (int32_t i = 0; i < flags->count; i++) {
        if (flags->at[i].level != level || result->flags[i] != PS_UNDECIDED) continue;
        const ps_question question = i == unexplained
                                         ? field_question(ps__unexplained_asks(facts), i, true)
                                         : rule_question(facts, &flags->at[i].logic, i, true);
        if (question.kind != PS_QUESTION_NONE) return question;
    }
    return (ps_question){.flag = PS_NONE};
}

/// What could still take off a code that is on only because something is not known.
static ps_question code_question(const ps__facts *facts, const ps_screen_result *result)
{
    const ps_catalogue *catalogue = facts->catalogue;
    ps_question question = {.flag = PS_NONE};
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        const ps_flag_codes *codes = &catalogue->flags.at[i].codes;
        if (result->flags[i] != PS_YES) continue;
        for (int32_t k = 0; k < codes->count; k++) {
            question = rule_question(facts, &codes->at[k].when, i, false);
            if (question.kind != PS_QUESTION_NONE) return question;
        }
    }
    for (int32_t i = 0; i < catalogue->derived_codes.count; i++) {
        question = rule_question(facts, &catalogue->derived_codes.at[i].when, PS_NONE, false);
        if (question.kind != PS_QUESTION_NONE) return question;
    }
    return question;
}

ps_question ps__question_of(const ps__facts *facts, const ps_screen_result *result)
{
    const int32_t age = ps__field(facts->catalogue, "age_years");
    const int32_t unexplained = ps__unexplained_flag(facts->catalogue);
    double years;
    // the age first: it alone can make every other question needless
    if (age != PS_NONE && !ps__number(facts, age, &years)) {
        return field_question(age, PS_NONE, true);
    }
    for (int32_t i = 0; i < PS_COUNT(levels); i++) {
        const ps_question question = flag_question(facts, result, levels[i], unexplained);
        if (question.kind != PS_QUESTION_NONE) return question;
    }
    const ps_question pain = field_question(ps__irritability_asks(facts), PS_NONE, true);
    if (pain.kind != PS_QUESTION_NONE) return pain;
    return code_question(facts, result);
}
