// Idea: one slip at a time in vocabulary, questions, rules, flags and codes (laws 1 to 6).
#include "law_breaks.h"

#include <stdlib.h>

static ps_intake_field *intake(ps_catalogue *all, const char *id)
{
    return item(all, "intake_fields", id);
}

static void ask(ps_catalogue *all, const char *text)
{
    OPEN(ps_screening_item, all->screening_items.at)->ask = text;
}

static int32_t new_code(ps_catalogue *all)
{
    ps_contraindication *code = GROW(all->codes);
    *code = (ps_contraindication){.id = "ONE_MORE", .text = "a code"};
    return all->codes.count - 1;
}

static void drop_code(ps_catalogue *all, ps_code_uses *uses, const char *code)
{
    const int32_t wanted = index_of(all, "codes", code);
    ps_code_use *at = OPEN(ps_code_use, uses->at);
    for (int32_t i = 0; i < uses->count; i++) {
        if (at[i].code != wanted) continue;
        at[i] = at[--uses->count];
        return;
    }
    abort();
}

// law 1
static void no_name(ps_catalogue *all) { clam(all)->name = NULL; }
static void blank_name(ps_catalogue *all) { clam(all)->name = " "; }
static void endless_name(ps_catalogue *all)
{
    clam(all)->name = "one long name that goes on and on and on and on and on and on and on and on "
                      "and on and on and on and on and on and on and on and on";
}
static void far_tag(ps_catalogue *all)
{
    exercise(all, "psoas-march")->tags.at = one_index(all->tags.count);
    exercise(all, "psoas-march")->tags.count = 1;
}
static void tier_nine(ps_catalogue *all) { clam(all)->engine.psoas_tier = 9; }
static void no_steps(ps_catalogue *all) { clam(all)->steps.count = 0; }
static void broken_dose(ps_catalogue *all) { clam(all)->engine.start.reps.high = 0; }
static void falling_range(ps_catalogue *all) { all->constants.effort.start.low = 7; }
static void no_such_kind(ps_catalogue *all) { clam(all)->kind = (ps_kind)99; }
static void no_such_mark(ps_catalogue *all) { OPEN(ps_fact, clam(all)->cues.at)->says.mark = 3; }
static void same_id(ps_catalogue *all)
{
    OPEN(ps_outcome, all->outcomes.at)[1].id = all->outcomes.at[0].id;
}
static void loud_id(ps_catalogue *all) { OPEN(ps_term, all->muscles.at)->id = "Psoas Major"; }
static void unused_muscle(ps_catalogue *all)
{
    ps_term *term = GROW(all->muscles);
    *term = (ps_term){"one-more-muscle", "a muscle that nothing names"};
}
static void describes_nothing(ps_catalogue *all)
{
    ps_position_limit *limit = item(all, "position_limits", "no_side_lying");
    OPEN(ps_describe, limit->any.at)->surface = PS_ON_BAR;
}
static void describes_all(ps_catalogue *all)
{
    ps_position_limit *limit = item(all, "position_limits", "no_side_lying");
    OPEN(ps_describe, limit->any.at)->position = PS_NONE;
}
static void strange_choice(ps_catalogue *all)
{
    *OPEN(const char *, intake(all, "equipment")->choices.at) = "hammock";
}
static void missing_choice(ps_catalogue *all) { intake(all, "optin")->choices.count--; }
static void field_renamed(ps_catalogue *all) { intake(all, "optin")->id = "opted"; }
static void choice_twice(ps_catalogue *all)
{
    const char **goals = OPEN(const char *, intake(all, "goal")->choices.at);
    goals[1] = goals[0];
}

// law 2
static void lonely_and(ps_catalogue *all) { node(&flag(all, "E_CES")->logic, PS_RULE_ANY)->a = 1; }
static void loose_part(ps_catalogue *all) { node(&flag(all, "E_CES")->logic, PS_RULE_ANY)->a = 3; }
static void far_item(ps_catalogue *all)
{
    node(&flag(all, "E_CES")->logic, PS_RULE_ITEM)->a = all->screening_items.count;
}
static void impossible_number(ps_catalogue *all)
{
    node(&flag(all, "R_SEVERE")->logic, PS_RULE_COMPARE)->value = 11;
}
static void weeks_without_end(ps_catalogue *all) { intake(all, "weeks_since_tha")->high = -1; }
static void compares_words(ps_catalogue *all)
{
    node(&flag(all, "R_SEVERE")->logic, PS_RULE_COMPARE)->a =
        index_of(all, "intake_fields", "goal");
}
static void missing_answer(ps_catalogue *all)
{
    node(&flag(all, "R_SEVERE")->logic, PS_RULE_COMPARE)->if_missing = true;
}
static void strange_word(ps_catalogue *all)
{
    const ps_derived_code *code = item(all, "derived_codes", "irritable-high");
    node(&code->when, PS_RULE_EQUALS)->word = "huge";
}
static void flag_reads_code(ps_catalogue *all)
{
    ps_rule_node *at = node(&flag(all, "E_CES")->logic, PS_RULE_ITEM);
    at->op = PS_RULE_CODE;
    at->a = 0;
}
static void code_reads_itself(ps_catalogue *all)
{
    const ps_derived_code *code = item(all, "derived_codes", "abdo-pressure-all");
    node(&code->when, PS_RULE_CODE)->a = code->code;
}
static void two_questions(ps_catalogue *all) { ask(all, "Do you have fever and do you feel ill?"); }
static void question_twice(ps_catalogue *all) { ask(all, "Fever? Chills?"); }
static void no_question(ps_catalogue *all) { ask(all, "You have fever."); }
static void question_goes_on(ps_catalogue *all) { ask(all, "Is it hard? Or not."); }
static void small_question(ps_catalogue *all) { ask(all, "is it hard?"); }
static void two_sentences(ps_catalogue *all) { ask(all, "You fell. Is it hard?"); }
static void and_or(ps_catalogue *all) { ask(all, "Do you have fever and/or chills?"); }
static void either_or(ps_catalogue *all)
{
    ask(all, "Do you have fever, or do you shiver? (Answer no if this is usual for you.)");
}
static void two_hazards(ps_catalogue *all)
{
    OPEN(ps_hazard_question, all->hazard_checks.at[0].questions.at)->ask =
        "Do you bruise and have you had a clot?";
}
static void younger_is_riskier(ps_catalogue *all)
{
    node(&flag(all, "M_AGE")->logic, PS_RULE_COMPARE)->comparison = PS_LE;
}
static void gap_after_birth(ps_catalogue *all)
{
    // weeks 4 and 5 would now be nobody's
    const ps_rule *logic = &flag(all, "R_PREG")->logic;
    for (int32_t i = 0; i < logic->count; i++) {
        ps_rule_node *at = OPEN(ps_rule_node, &logic->nodes[i]);
        if (at->op == PS_RULE_COMPARE && at->comparison == PS_LT) at->value = 4;
    }
}
static void best_word(ps_catalogue *all)
{
    const ps_derived_code *code = item(all, "derived_codes", "irritable-high");
    node(&code->when, PS_RULE_EQUALS)->word = "low";
}
static void child_of_twenty(ps_catalogue *all)
{
    node(&flag(all, "U_CHILD")->logic, PS_RULE_COMPARE)->value = 20;
    flag(all, "U_CHILD")->gentle_start = true; // it could now be cleared
}
static void unused_item(ps_catalogue *all)
{
    ps_screening_item *added = GROW(all->screening_items);
    *added = (ps_screening_item){"one_more", "Do you like tea?"};
}
static void wrong_number_rule(ps_catalogue *all)
{
    ps_number_rule *rule = item(all, "number_rules", "pain_worst_24h");
    rule->id = "pain_rest";
}

// law 3
static void code_from_nowhere(ps_catalogue *all)
{
    const int32_t code = new_code(all);
    ps_code_use *use = GROW(clam(all)->exclude);
    *use = (ps_code_use){code, NULL};
}
static void code_for_nobody(ps_catalogue *all) { (void)new_code(all); }

// law 4
static void logic_and_set_by(ps_catalogue *all) { flag(all, "M_BELLY")->set_by = "a clinician"; }
static void level_of_a_person(ps_catalogue *all) { flag(all, "E_LIMB")->level = PS_LEVEL_UNDER_18; }
static void level_unlike_id(ps_catalogue *all) { flag(all, "E_LIMB")->level = PS_LEVEL_URGENT; }
static void no_hurry(ps_catalogue *all) { flag(all, "E_LIMB")->how_fast = NULL; }
static void code_twice(ps_catalogue *all)
{
    ps_flag *limb = flag(all, "E_LIMB");
    OPEN(ps_flag_code, limb->codes.at)[1].code = limb->codes.at[0].code;
}
static void idle_flag(ps_catalogue *all)
{
    flag(all, "M_BELLY")->codes.count = 0;
    flag(all, "M_BELLY")->action = "Take it easy.";
}
static void leaves_nothing(ps_catalogue *all) { flag(all, "R_NIGHT")->gentle_start = false; }
static void long_gentle_start(ps_catalogue *all)
{
    all->clearance.gentle_start_weeks = all->clearance.weeks = 8;
}
static void nobody_examines(ps_catalogue *all)
{
    for (int32_t i = 0; i < all->professions.count; i++) {
        OPEN(ps_profession, all->professions.at)[i].examines = false;
    }
}
static void strange_group(ps_catalogue *all)
{
    const ps_release_group *group = item(all, "release_groups", "weak-bone");
    *OPEN(int32_t, &group->flags.at[1]) = index_of(all, "flags", "M_WRIST");
}
static void two_groups(ps_catalogue *all)
{
    const ps_release_group *group = item(all, "release_groups", "weak-bone");
    *OPEN(int32_t, &group->flags.at[1]) = group->flags.at[0];
}

// laws 5 and 6
static void renamed_code(ps_catalogue *all)
{
    ps_contraindication *code = item(all, "codes", "HIP_ANT_PINCH");
    code->id = "HIP_PINCH";
}
static void not_excluded(ps_catalogue *all)
{
    drop_code(all, &exercise(all, "half-kneel")->exclude, "IRRITABLE_HIGH");
}
static void not_named(ps_catalogue *all)
{
    drop_code(all, &exercise(all, "psoas-march")->modify, "LBP_EXT_SENS");
}
static void no_note(ps_catalogue *all)
{
    OPEN(ps_code_use, exercise(all, "psoas-march")->modify.at)->note = NULL;
}
static void named_twice(ps_catalogue *all)
{
    ps_exercise *march = exercise(all, "psoas-march");
    ps_code_use *use = GROW(march->modify);
    *use = (ps_code_use){march->exclude.at[0].code, "a note"};
}
static void test_without_note(ps_catalogue *all)
{
    const ps_self_test *test = item(all, "self_tests", "T_ASLR");
    OPEN(ps_code_use, test->limited_by.at)->note = NULL;
}
static void empty_promise(ps_catalogue *all) { flag(all, "M_BELLY")->action = "No hanging."; }
static void empty_limit(ps_catalogue *all) { flag(all, "M_BELLY")->action = "Start upright."; }
static void promise_of_nothing(ps_catalogue *all)
{
    ps_term *tag = item(all, "tags", "head-low");
    tag->id = "low-head";
}
static void three_promises(ps_catalogue *all)
{
    flag(all, "M_WRIST")->action = "No weight on hands or arms, and no hanging until it is calm.";
}
static void strange_prohibition(ps_catalogue *all)
{
    flag(all, "M_BELLY")->action = "No pressure on belly or groin, no trampoline.";
}
static void strange_list(ps_catalogue *all)
{
    flag(all, "M_BELLY")->action = "No pressure on belly or groin, tickling or tea.";
}
static void strange_never(ps_catalogue *all)
{
    flag(all, "M_BELLY")->action = "No pressure on belly or groin; never laugh.";
}

const law_break law_breaks_rules[] = {
    LAW_BREAK("well-formed", no_name),
    LAW_BREAK("well-formed", blank_name),
    LAW_BREAK("well-formed", endless_name),
    LAW_BREAK("well-formed", far_tag),
    LAW_BREAK("well-formed", tier_nine),
    LAW_BREAK("well-formed", no_steps),
    LAW_BREAK("well-formed", broken_dose),
    LAW_BREAK("well-formed", falling_range),
    LAW_BREAK("well-formed", no_such_kind),
    LAW_BREAK("well-formed", no_such_mark),
    LAW_BREAK("ids-unique", same_id),
    LAW_BREAK("ids-form", loud_id),
    LAW_BREAK("everything-used", unused_muscle),
    LAW_BREAK("descriptions", describes_nothing),
    LAW_BREAK("descriptions", describes_all),
    LAW_BREAK("choices", strange_choice),
    LAW_BREAK("choices", missing_choice),
    LAW_BREAK("choices", field_renamed),
    LAW_BREAK("choices", choice_twice),
    LAW_BREAK("rules-sound", lonely_and),
    LAW_BREAK("rules-sound", loose_part),
    LAW_BREAK("rules-sound", far_item),
    LAW_BREAK("rules-sound", impossible_number),
    LAW_BREAK(NULL, weeks_without_end),
    LAW_BREAK("rules-sound", compares_words),
    LAW_BREAK("rules-sound", missing_answer),
    LAW_BREAK("rules-sound", strange_word),
    LAW_BREAK("rules-sound", flag_reads_code),
    LAW_BREAK("rules-sound", code_reads_itself),
    LAW_BREAK("one-question", two_questions),
    LAW_BREAK("one-question", question_twice),
    LAW_BREAK("one-question", no_question),
    LAW_BREAK("one-question", question_goes_on),
    LAW_BREAK("one-question", small_question),
    LAW_BREAK("one-question", two_sentences),
    LAW_BREAK("one-question", and_or),
    LAW_BREAK(NULL, either_or),
    LAW_BREAK("one-question", two_hazards),
    LAW_BREAK("rules-monotone", younger_is_riskier),
    LAW_BREAK("rules-monotone", gap_after_birth),
    LAW_BREAK("rules-monotone", best_word),
    LAW_BREAK("rules-monotone", child_of_twenty),
    LAW_BREAK("items-used", unused_item),
    LAW_BREAK("number-rules", wrong_number_rule),
    LAW_BREAK("codes-settable", code_from_nowhere),
    LAW_BREAK("codes-named", code_for_nobody),
    LAW_BREAK("flags-made", logic_and_set_by),
    LAW_BREAK("flags-made", level_of_a_person),
    LAW_BREAK("flags-made", level_unlike_id),
    LAW_BREAK("flags-made", no_hurry),
    LAW_BREAK("flags-made", code_twice),
    LAW_BREAK("flags-act", idle_flag),
    LAW_BREAK("cleared-leaves", leaves_nothing),
    LAW_BREAK("cleared-leaves", long_gentle_start),
    LAW_BREAK("somebody-examines", nobody_examines),
    LAW_BREAK("release-groups", strange_group),
    LAW_BREAK("release-groups", two_groups),
    LAW_BREAK("hip-range", renamed_code),
    LAW_BREAK("prohibits", not_excluded),
    LAW_BREAK("limits", not_named),
    LAW_BREAK("modify-notes", no_note),
    LAW_BREAK("modify-notes", named_twice),
    LAW_BREAK("modify-notes", test_without_note),
    LAW_BREAK("actions-covered", empty_promise),
    LAW_BREAK("actions-covered", empty_limit),
    LAW_BREAK("actions-covered", promise_of_nothing),
    LAW_BREAK(NULL, three_promises),
    LAW_BREAK("actions-known", strange_prohibition),
    LAW_BREAK("actions-known", strange_list),
    LAW_BREAK("actions-known", strange_never),
};
const int32_t law_breaks_rules_count = PS_COUNT(law_breaks_rules);
