/// laws_part.h — what the parts of the laws share: the book of violations and small questions.
#ifndef PS_TOOLS_LAWS_PART_H
#define PS_TOOLS_LAWS_PART_H

#include "laws.h"

enum {
    LAW_TEXT_MAX = 512,   ///< [bytes] of one report
    LAW_ITEMS_MAX = 400,  ///< in a list of the root, as its field table says
    LAW_ADULT_YEARS = 18, ///< younger people are refused whatever they answer
    LAW_NEVER_WEEK = 99   ///< min_week of what is never done
};

struct law_book {
    const ps_catalogue *all;
    law_report *report;
    void *context;
    const char *law; ///< name of the one being checked
    int32_t count;   ///< violations so far
};

/// Reports one violation: what was found and what was wanted.
void law_broken(law_book *book, const void *record, const char *format, ...) PS_PRINTF(3, 4);

/// Calls `each` with every exercise.
void law_each_exercise(law_book *book, void (*each)(law_book *book, const ps_exercise *exercise));

/// Whether the word, or words, stand in the text as they are.
bool law_has_word(const char *text, const char *word);

/// Reports a name that stands twice among `count` names; `what` says what kind of name.
void law_names_once(law_book *book, const void *record, const char *const *names, int32_t count,
                    const char *what);

bool law_has(ps_refs refs, int32_t index);
bool law_has_role(const ps_exercise *exercise, ps_role role); ///< as a first or later role
bool law_has_part(ps_parts parts, ps_part part);
bool law_has_tag(const ps_catalogue *all, const ps_exercise *exercise, const char *tag);
int32_t law_find(const ps_catalogue *all, const char *list, const char *id);

/// Whether people or the planner can ever do it.
bool law_can_be_chosen(const ps_exercise *exercise);
bool law_is_dosed(const ps_dose *dose);
bool law_inside(ps_range inner, ps_range outer);
bool law_given(ps_range range); ///< the source gives a number
bool law_blocks(const ps_flag *flag);
bool law_is_article(const ps_catalogue *all, int32_t reference); ///< S000..S003

/// What a dose asks as a rung would: of a cycle the phases and the seconds of each.
ps_range law_dose_part(const ps_dose *dose, ps_part part);
ps_range law_limits_part(const ps_dose_limits *limits, ps_part part);
const char *law_part_name(ps_part part);

/// The nodes below the root of a rule that joins them with `op`; the root alone for other rules.
/// Returns how many; needs a rule that passes rules-sound.
int32_t law_rule_parts(const ps_rule *rule, ps_rule_op op,
                       const ps_rule_node *parts[PS_RULE_NODES_MAX]);

// The parts. Each proves one row of the table in laws.c.
void law_well_formed(law_book *book);
void law_rules_sound(law_book *book);
void law_ids_unique(law_book *book);
void law_ids_form(law_book *book);
void law_everything_used(law_book *book);
void law_descriptions(law_book *book);
void law_choices(law_book *book);

void law_one_question(law_book *book);
void law_rules_monotone(law_book *book);
void law_items_used(law_book *book);

void law_codes_settable(law_book *book);
void law_codes_named(law_book *book);
void law_flags_made(law_book *book);
void law_flags_act(law_book *book);
void law_cleared_leaves(law_book *book);
void law_somebody_examines(law_book *book);
void law_release_groups(law_book *book);
void law_number_rules(law_book *book);

void law_hip_range(law_book *book);
void law_prohibits(law_book *book);
void law_limits(law_book *book);
void law_modify_notes(law_book *book);
void law_actions_covered(law_book *book);
void law_actions_known(law_book *book);

void law_exercise_complete(law_book *book);
void law_exercise_kind(law_book *book);
void law_chosen_dosed(law_book *book);
void law_rungs_clipped(law_book *book);
void law_rungs_rise(law_book *book);
void law_start_in_limits(law_book *book);
void law_limits_in_source(law_book *book);
void law_loads(law_book *book);
void law_loaded_after(law_book *book);
void law_loaded_harder(law_book *book);
void law_never_chosen(law_book *book);
void law_signoff(law_book *book);
void law_pressure(law_book *book);
void law_not_too_soon(law_book *book);
void law_alternatives(law_book *book);

void law_programme_articles(law_book *book);
void law_programme_items(law_book *book);
void law_programme_doses(law_book *book);
void law_programme_days(law_book *book);
void law_programme_rules(law_book *book);
void law_additions_ours(law_book *book);

void law_claims(law_book *book);
void law_claims_said(law_book *book);
void law_grades(law_book *book);
void law_copy_rules(law_book *book);
void law_conflicts(law_book *book);
void law_texts_claims(law_book *book);
void law_texts_never(law_book *book);
void law_texts_plain(law_book *book);
void law_texts_own(law_book *book);

void law_emergency_numbers(law_book *book);
void law_refusal_levels(law_book *book);
void law_hazard_checks(law_book *book);
void law_self_tests(law_book *book);
void law_places(law_book *book);
void law_checkpoints(law_book *book);
void law_classes(law_book *book);
void law_week_layouts(law_book *book);
void law_constants(law_book *book);
void law_by_minutes(law_book *book);
void law_micro_lane(law_book *book);

#endif
