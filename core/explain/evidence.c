// What is known: the claims that may be said, the references, the lowest grade, the confidence.
#include "explain/parts.h"

#include <string.h>

enum { NEVER_SAID = 99 };

/// The order in which claims are said: what the exercise does before what surrounds it.
static const int32_t kind_order[] = {
    [PS_CLAIM_EFFECT] = 0,   [PS_CLAIM_SAFETY] = 1,   [PS_CLAIM_RULE] = 2,    [PS_CLAIM_CUE] = 3,
    [PS_CLAIM_TIMELINE] = 4, [PS_CLAIM_QUANTITY] = 5, [PS_CLAIM_ANATOMY] = 6, [PS_CLAIM_CAUSAL] = 7,
};

/// Among those of a kind the better founded one first.
static const int32_t verdict_order[] = {
    [PS_SUPPORTED] = 0,
    [PS_PARTLY] = 1,
    [PS_OPINION] = 2,
    [PS_PLAUSIBLE_UNTESTED] = 3,
    [PS_CONTESTED] = NEVER_SAID,
    [PS_CONTRADICTED] = NEVER_SAID,
    [PS_UNSUPPORTED] = NEVER_SAID,
};

/// How many claims a text speaks of, so that it stays short.
static const int32_t most_claims[] = {
    [PS_DECIDED_SELECT] = 2,
    [PS_DECIDED_LEAVE_OUT] = 1,
    [PS_DECIDED_NOT_NEEDED] = 1,
    [PS_DECIDED_STRUCK] = 0,
};

static bool may_be_said(const ps_claim *claim)
{
    return claim->says && verdict_order[claim->verdict] != NEVER_SAID;
}

static int32_t rank(const ps_claim *claim)
{
    return kind_order[claim->kind] * NEVER_SAID + verdict_order[claim->verdict];
}

/// The best claim that is not chosen yet, or PS_NONE; of equal ones the first.
static int32_t best_claim(const ps__case *of, const ps_explanation *to)
{
    const ps_refs *claims = &of->exercise->claims;
    int32_t best = PS_NONE;
    for (int32_t i = 0; i < claims->count; i++) {
        const ps_claim *claim = &of->catalogue->claims.at[claims->at[i]];
        bool taken = !may_be_said(claim);
        for (int32_t k = 0; k < to->claim_count; k++) {
            taken = taken || to->claims[k] == claims->at[i];
        }
        if (taken) continue;
        if (best == PS_NONE || rank(claim) < rank(&of->catalogue->claims.at[best])) {
            best = claims->at[i];
        }
    }
    return best;
}

static void choose_claims(const ps__case *of, ps_explanation *to)
{
    while (to->claim_count < most_claims[of->decision]) {
        const int32_t claim = best_claim(of, to);
        if (claim == PS_NONE) return;
        to->claims[to->claim_count++] = claim;
    }
}

// ---- references ----

static void add_reference(ps_explanation *to, int32_t reference)
{
    for (int32_t i = 0; i < to->reference_count; i++) {
        if (to->references[i] == reference) return;
    }
    if (to->reference_count == PS_EXPLAIN_REFERENCES_MAX) return;
    to->references[to->reference_count++] = reference;
}

static void add_references(ps_explanation *to, const ps_refs *references)
{
    for (int32_t i = 0; i < references->count; i++) add_reference(to, references->at[i]);
}

/// The selection rule of "must:L" is must; NULL for the name of a block.
static const ps_selection_rule *rule_called(const ps_catalogue *catalogue, const char *rule)
{
    const ps_str id = {rule, (int32_t)strcspn(rule, ":")};
    for (int32_t i = 0; i < catalogue->selection_rules.count; i++) {
        const ps_selection_rule *at = &catalogue->selection_rules.at[i];
        if (ps_str_is(id, at->id)) return at;
    }
    return NULL;
}

static bool has_rule(const ps_explanation *to, const char *rule)
{
    for (int32_t i = 0; i < to->rule_count; i++) {
        if (strcmp(to->rules[i], rule) == 0) return true;
    }
    return false;
}

static void collect_references(const ps__case *of, ps_explanation *to)
{
    const ps_catalogue *catalogue = of->catalogue;
    for (int32_t i = 0; i < of->exercise->sources.count; i++) {
        add_reference(to, of->exercise->sources.at[i].reference);
    }
    for (int32_t i = 0; i < to->claim_count; i++) {
        add_references(to, &catalogue->claims.at[to->claims[i]].references);
    }
    for (int32_t i = 0; i < to->rule_count; i++) {
        const ps_selection_rule *rule = rule_called(catalogue, to->rules[i]);
        if (rule) add_references(to, &rule->references);
    }
    add_references(to, &of->exercise->references);
    const ps_conflict *conflict = ps__never_because(of);
    if (conflict) add_references(to, &conflict->references);
    if (has_rule(to, ps_because_names.names[PS_BECAUSE_ARTICLE])) {
        add_reference(to, catalogue->programmes.at[of->coach->plan.programme].reference);
    }
}

// ---- judgements ----

/// Whether the choice rests on an exercise or a number of ours.
static bool rests_on_us(const ps__case *of)
{
    if (of->exercise->sources.count == 0) return true;
    for (int32_t b = 1; b < ps_block_names.count; b++) {
        if (ps_has(ps__blocks_that_count(of), b) && ps__block_is_ours(of, (ps_block)b)) return true;
    }
    return false;
}

static ps_grade lowest_grade(const ps__case *of, const ps_explanation *to)
{
    if (rests_on_us(of)) return PS_GRADE_D;
    ps_grade lowest = PS_GRADE_A;
    for (int32_t i = 0; i < to->reference_count; i++) {
        const ps_grade grade = of->catalogue->references.at[to->references[i]].grade;
        if (grade > lowest) lowest = grade;
    }
    return lowest;
}

static ps_grade best_grade(const ps_catalogue *catalogue, const ps_refs *references)
{
    ps_grade best = PS_GRADE_D;
    for (int32_t i = 0; i < references->count; i++) {
        const ps_grade grade = catalogue->references.at[references->at[i]].grade;
        if (grade < best) best = grade;
    }
    return best;
}

/// By the claim that is said first: an effect that is shown, by trials or reviews of the same act;
/// something shown in another way, or an effect that related studies make plausible; the rest.
static ps_confidence confidence_of(const ps__case *of, const ps_explanation *to)
{
    if (to->claim_count == 0) return PS_CONFIDENCE_LOW;
    const ps_claim *claim = &of->catalogue->claims.at[to->claims[0]];
    const ps_grade grade = best_grade(of->catalogue, &claim->references);
    const bool effect = claim->kind == PS_CLAIM_EFFECT, shown = claim->verdict == PS_SUPPORTED;
    if (effect && shown && grade == PS_GRADE_A) return PS_CONFIDENCE_HIGH;
    return grade <= PS_GRADE_B && (effect || shown) ? PS_CONFIDENCE_MODERATE : PS_CONFIDENCE_LOW;
}

void ps__put_evidence(const ps__case *of, ps_explanation *to)
{
    choose_claims(of, to);
    collect_references(of, to);
    to->source = of->exercise->sources.count > 0 ? of->exercise->sources.at[0].reference : PS_NONE;
    to->grade = lowest_grade(of, to);
    to->confidence = confidence_of(of, to);
}
