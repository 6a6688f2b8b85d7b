#include "screen/parts.h"

#include <string.h>

// ---- evidence ----

static ps_evidence item_evidence(const ps__facts *facts, int32_t item)
{
    const ps_item_answer own = facts->profile->answers[item];
    if (own == PS_ANSWERED_YES) return (ps_evidence){PS_SAID_YES, item, PS_NONE};
    if (own == PS_ANSWERED_NOT_SURE) return (ps_evidence){PS_SAID_NOT_SURE, item, PS_NONE};
    if (facts->by_field[item] != PS_NONE) {
        return (ps_evidence){PS_SAID_BY_NUMBER, item, facts->by_field[item]};
    }
    // only one step: an item that answers another is answered itself, or by a number
    const int32_t by = facts->by_item[item];
    if (facts->by_field[by] != PS_NONE) {
        return (ps_evidence){PS_SAID_BY_NUMBER, by, facts->by_field[by]};
    }
    return (ps_evidence){facts->profile->answers[by] == PS_ANSWERED_YES ? PS_SAID_YES
                                                                        : PS_SAID_NOT_SURE,
                         by, PS_NONE};
}

/// A rule can name one item twice, and one answer can stand behind two items.
static void add_evidence(ps_evidence added, ps_evidence *evidence, int32_t *count)
{
    for (int32_t i = 0; i < *count; i++) {
        if (evidence[i].item == added.item && evidence[i].field == added.field) return;
    }
    evidence[(*count)++] = added;
}

int32_t ps_screen_evidence(const ps_catalogue *catalogue, const ps_profile *profile, int32_t flag,
                           ps_evidence *evidence)
{
    const ps_rule *logic = &catalogue->flags.at[flag].logic;
    int32_t leaves[PS_RULE_NODES_MAX], count = 0;
    ps__facts facts;
    ps__facts_of(catalogue, profile, &facts);
    if (flag == ps__unexplained_flag(catalogue)) {
        if (ps__unexplained(&facts) != PS_YES) return 0;
        evidence[0] = (ps_evidence){PS_SAID_VALUE, PS_NONE, ps__field(catalogue, "pain_worst_24h")};
        return 1;
    }
    const int32_t found = ps_rule_leaves(logic, ps__leaf_truth, &facts, PS_YES, leaves);
    for (int32_t i = 0; i < found; i++) {
        const ps_rule_node *leaf = &logic->nodes[leaves[i]];
        add_evidence(leaf->op == PS_RULE_ITEM ? item_evidence(&facts, leaf->a)
                                              : (ps_evidence){PS_SAID_VALUE, PS_NONE, leaf->a},
                     evidence, &count);
    }
    return count;
}

// ---- the page ----

/// Whose heading stands on the page, and how the person comes back, by the outcome.
static const struct {
    ps_screen_outcome outcome;
    ps_level level;
    ps_way_back back;
} pages[] = {
    {PS_SCREEN_INCOMPLETE, PS_LEVEL_INCOMPLETE, PS_BACK_BY_ANSWERS       },
    {PS_SCREEN_REFER,      PS_LEVEL_REFER,      PS_BACK_BY_CLEARANCE     },
    {PS_SCREEN_URGENT,     PS_LEVEL_URGENT,     PS_BACK_BY_MEDICAL_REVIEW},
    {PS_SCREEN_EMERGENCY,  PS_LEVEL_EMERGENCY,  PS_BACK_BY_MEDICAL_REVIEW},
    {PS_SCREEN_UNDER_18,   PS_LEVEL_UNDER_18,   PS_BACK_WHEN_ADULT       },
};

/// Levels that stand on the page, the most dangerous first.
static const struct {
    ps_level level;
    ps_way_back back;
} rows[] = {
    {PS_LEVEL_EMERGENCY, PS_BACK_BY_MEDICAL_REVIEW},
    {PS_LEVEL_URGENT,    PS_BACK_BY_MEDICAL_REVIEW},
    {PS_LEVEL_REFER,     PS_BACK_BY_CLEARANCE     },
};

static void add_flags(const ps_catalogue *catalogue, ps_flag_set open, ps_refusal_page *page)
{
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        for (int32_t flag = 0; flag < catalogue->flags.count; flag++) {
            if (!(open >> flag & 1) || catalogue->flags.at[flag].level != rows[i].level) continue;
            page->flags[page->flag_count++] = (ps_refused_flag){flag, rows[i].back};
            page->call = page->call || rows[i].level != PS_LEVEL_REFER;
        }
    }
}

void ps_screen_refusal(const ps_catalogue *catalogue, const ps_screen_result *result,
                       ps_str country, ps_refusal_page *page)
{
    const ps_refusal_levels *levels = &catalogue->refusal.levels;
    *page = (ps_refusal_page){.number = ps_emergency_number_find(catalogue, country)};
    for (int32_t i = 0; i < PS_COUNT(pages); i++) {
        if (pages[i].outcome != result->outcome) continue;
        page->back = pages[i].back;
        for (int32_t k = 0; k < levels->count; k++) {
            if (levels->at[k].level == pages[i].level) page->level = &levels->at[k];
        }
    }
    page->breathing_open = result->outcome == PS_SCREEN_REFER;
    add_flags(catalogue, result->open, page);
}

static char upper(char letter)
{
    return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

static bool is_country(ps_str country, const char *code)
{
    return country.len == 2 && strlen(code) == 2 && upper(country.ptr[0]) == code[0] &&
           upper(country.ptr[1]) == code[1];
}

const ps_emergency_number *ps_emergency_number_find(const ps_catalogue *catalogue, ps_str country)
{
    const ps_emergency_number *any = NULL;
    for (int32_t i = 0; i < catalogue->emergency_numbers.count; i++) {
        const ps_emergency_number *number = &catalogue->emergency_numbers.at[i];
        if (number->countries.count == 0) any = number;
        for (int32_t k = 0; k < number->countries.count; k++) {
            if (is_country(country, number->countries.at[k])) return number;
        }
    }
    return any;
}
