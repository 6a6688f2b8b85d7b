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
static void test_with_own_rule(ps_catalogue *all)
{
    const ps_self_test *test = item(all, "self_tests", "T_ASLR");
    node(&test->sets->when, PS_RULE_COMPARE)->value = 3;
}
static void change_of_what(ps_catalogue *all)
{
    ps_self_test *test = item(all, "self_tests", "T_LEN");
    test->unit = NULL;
}
static void closed_and_limited(ps_catalogue *all)
{
    ps_self_test *test = item(all, "self_tests", "T_ASLR");
    OPEN(ps_code_use, test->limited_by.at)->code = test->closed_by.at[0];
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
static void checkpoints_fall(ps_catalogue *all)
{
    *OPEN(int32_t, all->constants.checkpoint_weeks.at) = 5;
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
    LAW_BREAK("emergency-numbers", country_in_words),
    LAW_BREAK("emergency-numbers", country_twice),
    LAW_BREAK("emergency-numbers", call_in_words),
    LAW_BREAK("emergency-numbers", nobody_to_call),
    LAW_BREAK("emergency-numbers", two_fallbacks),
    LAW_BREAK("refusal-levels", page_twice),
    LAW_BREAK("hazard-checks", asks_again),
    LAW_BREAK("hazard-checks", guards_a_clam),
    LAW_BREAK("self-tests", test_with_own_rule),
    LAW_BREAK("self-tests", change_of_what),
    LAW_BREAK("self-tests", closed_and_limited),
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
    LAW_BREAK("constants", checkpoints_fall),
    LAW_BREAK("by-minutes", no_open_row),
    LAW_BREAK("by-minutes", less_for_longer),
    LAW_BREAK("micro-lane", march_to_relax),
    LAW_BREAK("micro-lane", stretch_unclosed),
    LAW_BREAK("micro-lane", stretch_all_day),
    LAW_BREAK("micro-lane", stretch_all_week),
};
const int32_t law_breaks_rest_count = PS_COUNT(law_breaks_rest);
