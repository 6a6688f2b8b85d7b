// Which rules chose an exercise, or kept it out.
#include "explain/parts.h"

#include <string.h>

/// Adds a rule once; what is beyond the room is left out, the deciding ones stand first.
static void add_rule(ps_explanation *to, const char *id, const char *role)
{
    if (to->rule_count == PS_EXPLAIN_RULES_MAX) return;
    char *rule = to->rules[to->rule_count];
    ps_text text = ps__text_over(rule, sizeof to->rules[0]);
    ps__put(&text, "%s%s%s", id, role ? ":" : "", role ? role : "");
    for (int32_t i = 0; i < to->rule_count; i++) {
        if (strcmp(to->rules[i], rule) == 0) return;
    }
    to->rule_count++;
}

static void add_reason(ps_explanation *to, const ps_plan_reason *reason)
{
    const bool of_role = reason->why == PS_BECAUSE_MUST || reason->why == PS_BECAUSE_QUOTA;
    add_rule(to, ps_because_names.names[reason->why],
             of_role ? ps_role_names.names[reason->role] : NULL);
}

static void add_item(ps_explanation *to, const ps_plan_item *item)
{
    for (int32_t i = 0; i < item->reason_count; i++) add_reason(to, &item->reasons[i]);
    if (item->loaded) add_rule(to, "B10", NULL);
}

static void add_daily(ps_explanation *to, ps__daily daily)
{
    static const char *const rules[] = {
        [PS__NOT_DAILY] = NULL, [PS__BREATHING] = NULL, [PS__STRETCH] = "B5", [PS__CLOSING] = "B1"};
    if (daily == PS__NOT_DAILY) return;
    add_rule(to, "daily", NULL);
    if (rules[daily]) add_rule(to, rules[daily], NULL);
}

static void add_selected(const ps__case *of, ps_explanation *to)
{
    const ps_plan *plan = &of->coach->plan;
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            const ps_plan_item *item = &plan->days[d].items[i];
            if (item->exercise == of->index) add_item(to, item);
        }
    }
    add_daily(to, of->daily);
}

static void add_blocks(const ps__case *of, ps_explanation *to)
{
    if (of->why.block == PS_BLOCK_NONE) return;
    add_rule(to, ps__block_rule(of, of->why.block), NULL);
    for (int32_t b = 0; b < ps_block_names.count; b++) {
        if (ps_has(ps__blocks_that_count(of), b))
            add_rule(to, ps__block_rule(of, (ps_block)b), NULL);
    }
}

static void add_spared(const ps__case *of, ps_explanation *to)
{
    static const char *const rules[] = {
        [PS__NOT_SPARED] = NULL,    [PS__OTHER_PROGRAMME] = "article",
        [PS__NOT_ASKED_FOR] = "B6", [PS__RESTS] = "rests",
        [PS__TAKEN] = "B14",        [PS__NO_AIM] = "quota",
        [PS__NO_ROOM] = "B14",
    };
    const bool of_role = of->spared == PS__NO_AIM;
    add_rule(to, rules[of->spared],
             of_role ? ps_role_names.names[ps__first_role(of->exercise)] : NULL);
}

void ps__put_rules(const ps__case *of, ps_explanation *to)
{
    switch (of->decision) {
    case PS_DECIDED_SELECT:
        add_selected(of, to);
        return;
    case PS_DECIDED_LEAVE_OUT:
        add_blocks(of, to);
        return;
    case PS_DECIDED_NOT_NEEDED:
        add_spared(of, to);
        return;
    case PS_DECIDED_STRUCK:
        add_rule(to, "article", NULL);
        add_blocks(of, to);
        return;
    }
}
