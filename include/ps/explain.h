/// explain.h — why: a record for every choice of the planner, and for what was not chosen.
///
/// Records carry ids and numbers, and one text of ours that keeps to the copy rules: what is
/// supported is stated, what is partly so together with its limit, an opinion as advice, and what
/// is plausible but untested with "may" and "untested". Nothing contested, contradicted or
/// unsupported is ever used.
/// Source  domain 5.13; data/copy.yaml; docs/planner.md, "Explanations".
#ifndef PS_EXPLAIN_H
#define PS_EXPLAIN_H

#include "ps/coach.h"

enum {
    PS_EXPLAIN_RULES_MAX = 12,
    PS_EXPLAIN_INPUTS_MAX = 14,
    PS_EXPLAIN_CLAIMS_MAX = 8,
    PS_EXPLAIN_REFERENCES_MAX = 24,
    PS_EXPLAIN_TEXT_MAX = 2000
};

typedef enum {
    PS_DECIDED_SELECT,     ///< it is in the plan of the week, in a session or every day
    PS_DECIDED_LEAVE_OUT,  ///< `why_not` says what stands against it
    PS_DECIDED_NOT_NEEDED, ///< allowed, but others came first
    PS_DECIDED_STRUCK      ///< the article that is followed has it, but not for this person
} ps_decision;

/// How well it is known that the exercise does what it is meant for; not how sure the choice is.
typedef enum { PS_CONFIDENCE_LOW, PS_CONFIDENCE_MODERATE, PS_CONFIDENCE_HIGH } ps_confidence;

typedef struct {
    const char *name; ///< "class", "irritability", "length_L", "rung_right"
    char value[48];
} ps_explain_input;

typedef struct {
    ps_decision decision;
    int32_t exercise;
    uint32_t days; ///< bit d: day d of the training week; none but with SELECT
    /// Ids of selection rules, with the role behind "must" and "quota": "must:L"; for what no rule
    /// speaks of the name of a ps_block: "equipment". The first is the one that decided.
    char rules[PS_EXPLAIN_RULES_MAX][16];
    int32_t rule_count;
    ps_explain_input inputs[PS_EXPLAIN_INPUTS_MAX];
    int32_t input_count;
    int32_t claims[PS_EXPLAIN_CLAIMS_MAX]; ///< those that the text speaks of
    int32_t claim_count;
    int32_t references[PS_EXPLAIN_REFERENCES_MAX]; ///< of the exercise, its claims, the rules
    int32_t reference_count;
    int32_t source; ///< the article, index into references, or PS_NONE: ours
    ps_grade grade; ///< the lowest one used
    ps_confidence confidence;
    ps_why_not why_not;
    char text[PS_EXPLAIN_TEXT_MAX]; ///< two to five sentences in plain words
} ps_explanation;

/// Why an exercise is, or is not, in the plan of `coach`, which is READY.
void ps_explain(const ps_catalogue *catalogue, const ps_coach *coach, int32_t exercise,
                ps_explanation *explanation);

// ---- the same words on every page ----

const char *ps_role_words(ps_role role);                         ///< "hip-flexor strength"
const char *ps_class_words(ps_class id);                         ///< "more likely tight than weak"
const char *ps_irritability_words(ps_irritability irritability); ///< "calm"

/// A comparison of the screening as a clause: "you sit 9 hours a day".
/// Writes NUL-terminated text, cut at `cap`; returns the length that the whole text needs.
int32_t ps_reason_format(const ps_catalogue *catalogue, const ps_reason *reason, char *text,
                         int32_t cap);

extern const ps_enum ps_decision_names, ps_confidence_names;

#endif
