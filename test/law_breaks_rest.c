// Idea: one slip at a time in texts, claims, safety pages and numbers (laws 9 to 11 and on).
#include "law_breaks.h"

#include "tools/catalogue/lint.h"

static void say(ps_catalogue *all, const char *text)
{
    OPEN(ps_fact, clam(all)->cues.at)->says.text = text;
}

// laws 9, 10 and 11
static ps_claim *refuted(ps_catalogue *all) { return item(all, "claims", "C000-17"); }
static void no_phrases(ps_catalogue *all) { refuted(all)->phrases.count = 0; }
static void loud_phrase(ps_catalogue *all)
{
    *OPEN(const char *, refuted(all)->phrases.at) = "Isolates the psoas";
}
static void other_article(ps_catalogue *all)
{
    refuted(all)->source = index_of(all, "references", "S001");
}
static ps_claim *claim(ps_catalogue *all, const char *id) { return item(all, "claims", id); }
static void says_the_refuted(ps_catalogue *all) { refuted(all)->says = "It works."; }
static void says_the_unread(ps_catalogue *all) { claim(all, "C000-25")->says = "It decides."; }
static void says_nothing(ps_catalogue *all) { claim(all, "C003-06")->says = NULL; }
static void says_as_tested(ps_catalogue *all)
{
    claim(all, "C003-06")->says = "The hanging leg may let the hip lengthen.";
}
static void says_without_limit(ps_catalogue *all)
{
    claim(all, "C000-05")->says = "Training makes the hip flexors stronger.";
}
static void says_opinion_as_fact(ps_catalogue *all)
{
    claim(all, "C001-01")->says = "Stretches are not for an achy hip.";
}
static void says_too_much(ps_catalogue *all)
{
    claim(all, "C002-09")->says = "Organs lie there. Nothing presses on them.";
}
static ps_reference *reference(ps_catalogue *all, const char *id)
{
    return item(all, "references", id);
}
static void article_as_trial(ps_catalogue *all) { reference(all, "S001")->grade = PS_GRADE_A; }
static void paper_as_article(ps_catalogue *all) { reference(all, "R16")->grade = PS_GRADE_S; }
static void memory_as_lab(ps_catalogue *all) { reference(all, "M01")->grade = PS_GRADE_B; }
static void verdict_twice(ps_catalogue *all)
{
    OPEN(ps_copy_rule, all->copy.rules.at)->verdict = all->copy.rules.at[1].verdict;
}
static void refuted_cue(ps_catalogue *all) { say(all, "this isolates the psoas"); }
static void promised_cue(ps_catalogue *all) { say(all, "Guaranteed to work"); }
static void promised_page(ps_catalogue *all) { all->refusal.slip = "A slip heals itself."; }
static void promised_point(ps_catalogue *all)
{
    *OPEN(const char *, all->consent.points.at) = "This cures everything.";
}
static void textbook_cue(ps_catalogue *all) { say(all, "watch the TFL"); }
static void file_cue(ps_catalogue *all) { say(all, "only after min_week"); }
static void copied_cue(ps_catalogue *all) { say(all, lint_canary); }
static void loud_slug(ps_catalogue *all)
{
    OPEN(ps_conflict, all->conflicts.at)->slug = "Static Stretching";
}
static void same_slug(ps_catalogue *all)
{
    OPEN(ps_conflict, all->conflicts.at)->slug = all->conflicts.at[1].slug;
}
static void paper_in_conflict(ps_catalogue *all)
{
    OPEN(ps_stance, all->conflicts.at[0].positions.at)->source = index_of(all, "references", "R12");
}
static ps_conflict *pressure(ps_catalogue *all) { return item(all, "conflicts", "X02"); }
static void offers_the_kneeling(ps_catalogue *all)
{
    *OPEN(int32_t, pressure(all)->instead.at) =
        index_of(all, "exercises", "kneeling-static-hip-flexor-stretch");
}
static void offers_the_unsigned(ps_catalogue *all)
{
    *OPEN(int32_t, pressure(all)->instead.at) = index_of(all, "exercises", "bending-leg-lift");
}
static void two_positions(ps_catalogue *all)
{
    ps_stance *at = OPEN(ps_stance, all->conflicts.at[0].positions.at);
    at[1].source = at[0].source;
}

// beyond the list of the domain
static ps_emergency_number *number(ps_catalogue *all, int32_t index)
{
    return OPEN(ps_emergency_number, &all->emergency_numbers.at[index]);
}
static void country_in_words(ps_catalogue *all)
{
    *OPEN(const char *, number(all, 1)->countries.at) = "Britain";
}
static void country_twice(ps_catalogue *all)
{
    *OPEN(const char *, number(all, 1)->countries.at) = number(all, 0)->countries.at[0];
}
static void call_in_words(ps_catalogue *all)
{
    *OPEN(const char *, number(all, 1)->call.at) = "the police";
}
static void nobody_to_call(ps_catalogue *all) { number(all, 1)->call.count = 0; }
static void two_fallbacks(ps_catalogue *all)
{
    number(all, 1)->countries.count = 0;
    number(all, 1)->call.count = 0;
}
static void page_twice(ps_catalogue *all)
{
    OPEN(ps_refusal_level, all->refusal.levels.at)->level = all->refusal.levels.at[1].level;
}
static void asks_again(ps_catalogue *all)
{
    const ps_hazard_questions *questions = &all->hazard_checks.at[0].questions;
    *OPEN(int32_t, questions->at[1].items.at) = questions->at[0].items.at[0];
}
static void guards_a_clam(ps_catalogue *all)
{
    ps_hazard_check *check = GROW(all->hazard_checks);
    *check = all->hazard_checks.at[0];
    check->id = "clam";
    check->exercise = index_of(all, "exercises", "add-clam");
}
static void change_of_what(ps_catalogue *all)
{
    ps_self_test *test = item(all, "self_tests", "T_LEN");
    test->unit = NULL;
}
static void counts_somehow(ps_catalogue *all)
{
    ps_self_test *test = item(all, "self_tests", "T_HOLD");
    test->counts = PS_NONE;
}
static void closed_and_limited(ps_catalogue *all)
{
    ps_self_test *test = item(all, "self_tests", "T_ASLR");
    OPEN(ps_code_use, test->limited_by.at)->code = test->closed_by.at[0];
}
static ps_body_place *groin(ps_catalogue *all) { return item(all, "places", "groin"); }
static void hurts_elsewhere(ps_catalogue *all) { groin(all)->site = "neck"; }
static void site_unmapped(ps_catalogue *all) { groin(all)->site = NULL; }
static void place_out_of_form(ps_catalogue *all) { groin(all)->id = "the groin"; }
static ps_check_plan *check_plan(ps_catalogue *all, int32_t index)
{
    return OPEN(ps_check_plan, &all->checkpoints.at[index]);
}
static void week_of_another(ps_catalogue *all) { check_plan(all, 0)->id = "week-3"; }
static void week_unplanned(ps_catalogue *all)
{
    check_plan(all, 0)->week = 3;
    check_plan(all, 0)->id = "week-3";
}
static void never_ends(ps_catalogue *all)
{
    check_plan(all, 2)->time = PS_CHECK_HALFWAY;
    check_plan(all, 2)->questions.count = 0;
}
static void ends_twice(ps_catalogue *all) { check_plan(all, 3)->time = PS_CHECK_END; }
static void asks_nothing(ps_catalogue *all) { check_plan(all, 2)->questions.count = 1; }
static void looks_twice(ps_catalogue *all)
{
    ps_look *looks = OPEN(ps_look, check_plan(all, 1)->looks_at.at);
    looks[1] = looks[0];
}
static void promises_a_time(ps_catalogue *all)
{
    check_plan(all, 0)->message = "After two weeks you may notice something.";
}
static void rests_on_nothing(ps_catalogue *all)
{
    *OPEN(int32_t, check_plan(all, 0)->claims.at) = index_of(all, "claims", "C000-17");
}
static ps_class_plan *plan(ps_catalogue *all)
{
    return OPEN(ps_class_plan, all->constants.classes.at);
}
static void class_twice(ps_catalogue *all) { plan(all)->id = plan(all)[1].id; }
static void prefers_the_never(ps_catalogue *all)
{
    OPEN(ps_preference, plan(all)->preferences.at)->exercise =
        index_of(all, "exercises", "kneeling-static-hip-flexor-stretch");
}
static void prefers_twice(ps_catalogue *all)
{
    ps_preference *preferences = OPEN(ps_preference, plan(all)->preferences.at);
    preferences[1].exercise = preferences[0].exercise;
}
static void prefers_without_aim(ps_catalogue *all)
{
    // its first role is A, and the tight have no target for that
    OPEN(ps_preference, plan(all)->preferences.at)->exercise =
        index_of(all, "exercises", "seated-march");
}
static void role_twice(ps_catalogue *all)
{
    ps_role_target *target = GROW(plan(all)->targets);
    *target = plan(all)->targets.at[0];
}
static void must_without_target(ps_catalogue *all)
{
    *OPEN(ps_role, plan(all)->must.at) = PS_ROLE_X;
}
static void target_without_items(ps_catalogue *all)
{
    ps_role_target *target = GROW(plan(all)->targets);
    *target = (ps_role_target){PS_ROLE_REF, 1};
}
static void heavy_light_day(ps_catalogue *all)
{
    ps_role_target *target = GROW(all->constants.light_day.quota);
    *target = (ps_role_target){PS_ROLE_S, 1};
}
static ps_layout_day *layout_days(ps_catalogue *all, int32_t days_per_week)
{
    return OPEN(ps_layout_day, all->constants.week_layouts.at[days_per_week - 1].days.at);
}
static void strength_twice_running(ps_catalogue *all) { layout_days(all, 3)[1].day = 1; }
static void strength_over_the_weekend(ps_catalogue *all) { layout_days(all, 3)[2].day = 6; }
static void heavy_week(ps_catalogue *all) { layout_days(all, 4)[3] = (ps_layout_day){6, false}; }
static void day_twice(ps_catalogue *all) { layout_days(all, 5)[1].day = 0; } // a light one
static void day_lost(ps_catalogue *all)
{
    OPEN(ps_week_layout, all->constants.week_layouts.at)[2].days.count = 2;
}
static void layouts_swapped(ps_catalogue *all)
{
    ps_week_layout *layouts = OPEN(ps_week_layout, all->constants.week_layouts.at);
    layouts[5] = layouts[4];
}
static void late_start(ps_catalogue *all) { layout_days(all, 1)[0].day = 1; }
static void green_is_amber(ps_catalogue *all) { all->constants.pain.green_max = 5; }
static void short_is_normal(ps_catalogue *all) { all->constants.class_limits.normal_deg = 0; }
static void stops_at_amber(ps_catalogue *all) { all->constants.stop.pain = 4; }
static void effort_at_once(ps_catalogue *all) { all->constants.effort.build_week = 4; }
static void swap_after_pause(ps_catalogue *all) { all->constants.verdict.pause_reds = 1; }
static void low_is_high(ps_catalogue *all) { all->constants.low_rung = 3; }
static void checkpoints_fall(ps_catalogue *all)
{
    int32_t *weeks = OPEN(int32_t, all->constants.checkpoint_weeks.at), first = weeks[0];
    weeks[0] = weeks[1];
    weeks[1] = first;
}
static void no_open_row(ps_catalogue *all)
{
    const ps_by_minutes_list *list = &all->constants.max_items;
    OPEN(ps_by_minutes, list->at)[list->count - 1].minutes_up_to = 60;
}
static void less_for_longer(ps_catalogue *all)
{
    OPEN(ps_by_minutes, all->constants.max_items.at)[1].value = 1;
}
static void march_to_relax(ps_catalogue *all)
{
    all->constants.micro_lane.breathing = index_of(all, "exercises", "psoas-march");
}
static void stretch_unclosed(ps_catalogue *all)
{
    *OPEN(int32_t, all->constants.micro_lane.closing.at) = index_of(all, "exercises", "half-kneel");
}
static void stretch_all_week(ps_catalogue *all)
{
    all->constants.micro_lane.target_s_week_side = 700;
}
static void stretch_all_day(ps_catalogue *all)
{
    all->constants.micro_lane.set_s = 90;
    all->constants.micro_lane.sets_per_day = 3;
}

const law_break law_breaks_rest[] = {
    LAW_BREAK("claims", no_phrases),
    LAW_BREAK("claims", loud_phrase),
    LAW_BREAK("claims", other_article),
    LAW_BREAK("claims-said", says_the_refuted),
    LAW_BREAK("claims-said", says_the_unread),
    LAW_BREAK("claims-said", says_nothing),
    LAW_BREAK("claims-said", says_as_tested),
    LAW_BREAK("claims-said", says_without_limit),
    LAW_BREAK("claims-said", says_opinion_as_fact),
    LAW_BREAK("claims-said", says_too_much),
    LAW_BREAK("grades", article_as_trial),
    LAW_BREAK("grades", paper_as_article),
    LAW_BREAK("grades", memory_as_lab),
    LAW_BREAK("copy-rules", verdict_twice),
    LAW_BREAK("texts-claims", refuted_cue),
    LAW_BREAK("texts-never", promised_cue),
    LAW_BREAK("texts-never", promised_page),
    LAW_BREAK("texts-never", promised_point),
    LAW_BREAK("texts-plain", textbook_cue),
    LAW_BREAK("texts-plain", file_cue),
    LAW_BREAK("texts-own", copied_cue),
    LAW_BREAK("conflicts", loud_slug),
    LAW_BREAK("conflicts", same_slug),
    LAW_BREAK("conflicts", paper_in_conflict),
    LAW_BREAK("conflicts", two_positions),
    LAW_BREAK("conflicts", offers_the_kneeling),
    LAW_BREAK("conflicts", offers_the_unsigned),
    LAW_BREAK("emergency-numbers", country_in_words),
    LAW_BREAK("emergency-numbers", country_twice),
    LAW_BREAK("emergency-numbers", call_in_words),
    LAW_BREAK("emergency-numbers", nobody_to_call),
    LAW_BREAK("emergency-numbers", two_fallbacks),
    LAW_BREAK("refusal-levels", page_twice),
    LAW_BREAK("hazard-checks", asks_again),
    LAW_BREAK("hazard-checks", guards_a_clam),
    LAW_BREAK("self-tests", change_of_what),
    LAW_BREAK("self-tests", counts_somehow),
    LAW_BREAK("self-tests", closed_and_limited),
    LAW_BREAK("places", hurts_elsewhere),
    LAW_BREAK("places", site_unmapped),
    LAW_BREAK("ids-form", place_out_of_form),
    LAW_BREAK("checkpoints", week_of_another),
    LAW_BREAK("checkpoints", week_unplanned),
    LAW_BREAK("checkpoints", never_ends),
    LAW_BREAK("checkpoints", ends_twice),
    LAW_BREAK("checkpoints", asks_nothing),
    LAW_BREAK("checkpoints", looks_twice),
    LAW_BREAK("checkpoints", promises_a_time),
    LAW_BREAK("checkpoints", rests_on_nothing),
    LAW_BREAK("classes", class_twice),
    LAW_BREAK("classes", prefers_the_never),
    LAW_BREAK("classes", prefers_twice),
    LAW_BREAK("classes", prefers_without_aim),
    LAW_BREAK("classes", role_twice),
    LAW_BREAK("classes", must_without_target),
    LAW_BREAK("classes", target_without_items),
    LAW_BREAK("classes", heavy_light_day),
    LAW_BREAK("week-layouts", strength_twice_running),
    LAW_BREAK("week-layouts", strength_over_the_weekend),
    LAW_BREAK("week-layouts", heavy_week),
    LAW_BREAK("week-layouts", late_start),
    LAW_BREAK("week-layouts", day_twice),
    LAW_BREAK("week-layouts", day_lost),
    LAW_BREAK("week-layouts", layouts_swapped),
    LAW_BREAK("constants", green_is_amber),
    LAW_BREAK("constants", short_is_normal),
    LAW_BREAK("constants", stops_at_amber),
    LAW_BREAK("constants", effort_at_once),
    LAW_BREAK("constants", swap_after_pause),
    LAW_BREAK("constants", low_is_high),
    LAW_BREAK("constants", checkpoints_fall),
    LAW_BREAK("by-minutes", no_open_row),
    LAW_BREAK("by-minutes", less_for_longer),
    LAW_BREAK("micro-lane", march_to_relax),
    LAW_BREAK("micro-lane", stretch_unclosed),
    LAW_BREAK("micro-lane", stretch_all_day),
    LAW_BREAK("micro-lane", stretch_all_week),
};
const int32_t law_breaks_rest_count = PS_COUNT(law_breaks_rest);
