// Idea: one slip at a time in exercises and programmes (laws 7 and 8).
#include "law_breaks.h"

#include <stdlib.h>

static ps_programme *programme(ps_catalogue *all, const char *id)
{
    return item(all, "programmes", id);
}

static ps_programme_item *programme_item(ps_catalogue *all, const char *id, const char *what)
{
    ps_programme *of = programme(all, id);
    const int32_t wanted = index_of(all, "exercises", what);
    for (int32_t i = 0; i < of->items.count; i++) {
        if (of->items.at[i].exercise == wanted) return OPEN(ps_programme_item, &of->items.at[i]);
    }
    abort();
}

// law 7
static void one_step(ps_catalogue *all) { clam(all)->steps.count = 1; }
static void source_unlisted(ps_catalogue *all)
{
    ps_exercise *squeeze = exercise(all, "standing-glute-contraction");
    squeeze->references.at = one_index(index_of(all, "references", "R12"));
    squeeze->references.count = 1;
}
static void paper_as_source(ps_catalogue *all)
{
    ps_exercise *habit = exercise(all, "driving-breaks");
    ps_origin *origin = GROW(habit->sources);
    *origin = (ps_origin){index_of(all, "references", "R12"), "table 1"};
}
static void one_sided(ps_catalogue *all) { clam(all)->per_side = false; }
static void stretching_clam(ps_catalogue *all) { clam(all)->kind = PS_KIND_STRETCH; }
static void habitual_clam(ps_catalogue *all)
{
    *OPEN(ps_role, clam(all)->engine.roles.at) = PS_ROLE_H;
}
static void undosed_release(ps_catalogue *all)
{
    exercise(all, "psoas-foam-roller-release")->engine.family = PS_UNDOSED;
}
static void two_timed_spells(ps_catalogue *all)
{
    ps_engine *engine = &exercise(all, "foam-roll-thighs")->engine;
    engine->start.sets = (ps_range){2, 2};
    OPEN(ps_dose_limits, engine->limits)->sets = (ps_range){1, 2};
}
static void no_limits(ps_catalogue *all) { clam(all)->engine.limits = NULL; }
static void number_of_sets_open(ps_catalogue *all)
{
    clam(all)->engine.start.sets = (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN};
}
static void not_dosed(ps_catalogue *all)
{
    ps_engine *engine = &clam(all)->engine;
    engine->start = (ps_dose){
        .sets = {0, 0}
    };
    engine->ladder = PS_NONE;
    engine->limits = NULL;
    engine->rungs.count = 0;
}
static void ladder_of_no_family(ps_catalogue *all)
{
    ps_ladder *ladder = item(all, "ladders", "REP_UNLOADED");
    ladder->id = "UNLOADED";
}
static void rung_lost(ps_catalogue *all) { clam(all)->engine.rungs.count--; }
static void low_cap(ps_catalogue *all) { all->constants.strength.rep_cap_loaded = 9; }
static void falling_ladder(ps_catalogue *all)
{
    static const ps_rung falling[] = {
        {2, 12, 0},
        {1, 10, 0}
    };
    const ps_rungs rungs = {falling, 2};
    ps_ladder *ladder = GROW(all->ladders);
    *ladder = (ps_ladder){"REP_FALLING", "ever less", rungs};
    clam(all)->engine.ladder = all->ladders.count - 1;
    clam(all)->engine.rungs = rungs;
}
static void falling_loaded_ladder(ps_catalogue *all)
{
    static const ps_rung falling[] = {
        {2, 10, 0},
        {1, 8,  0}
    };
    const ps_rungs rungs = {falling, 2};
    ps_ladder *ladder = GROW(all->ladders);
    *ladder = (ps_ladder){"REP_FALLING", "ever less", rungs};
    ps_engine *engine = &exercise(all, "add-standing-band-hip-flexion")->engine;
    engine->ladder_loaded = all->ladders.count - 1;
    engine->rungs_loaded = rungs;
}
static void start_too_high(ps_catalogue *all) { clam(all)->engine.start.sets = (ps_range){4, 4}; }
static void mark_lost(ps_catalogue *all)
{
    OPEN(ps_dose_limits, exercise(all, "psoas-march")->engine.limits)->given.count = 0;
}
static void mark_invented(ps_catalogue *all)
{
    static const ps_part given[] = {PS_PART_REPS};
    ps_dose_limits *limits = OPEN(ps_dose_limits, clam(all)->engine.limits);
    limits->given.at = given;
    limits->given.count = 1;
}
static void dose_invented(ps_catalogue *all) { clam(all)->given.dose = clam(all)->engine.start; }
static void load_without_ladder(ps_catalogue *all) { clam(all)->engine.loadable = PS_LOADS_BAND; }
static void load_is_no_part(ps_catalogue *all)
{
    exercise(all, "add-standing-band-hip-flexion")->engine.load_is_part = false;
}
static void part_of_nothing(ps_catalogue *all) { clam(all)->engine.load_is_part = true; }
static void early_weight(ps_catalogue *all)
{
    exercise(all, "add-standing-band-hip-flexion")->engine.loadable = PS_LOADS_DUMBBELL;
}
static void circle(ps_catalogue *all)
{
    ps_exercise *plank = exercise(all, "psoas-plank");
    plank->engine.after.at = one_index(index_of(all, "exercises", "front-support-hip-flexion"));
    plank->engine.after.count = 1;
}
static void after_a_habit(ps_catalogue *all)
{
    clam(all)->engine.after.at = one_index(index_of(all, "exercises", "driving-breaks"));
    clam(all)->engine.after.count = 1;
}
static void jumps_in(ps_catalogue *all)
{
    exercise(all, "front-support-hip-flexion")->engine.after.count = 0;
}
static void unloaded_takes_over(ps_catalogue *all)
{
    ps_exercise *bridge = exercise(all, "add-glute-bridge");
    bridge->engine.after.at = one_index(index_of(all, "exercises", "add-clam"));
    bridge->engine.after.count = 1;
    clam(all)->engine.loaded_exercise = index_of(all, "exercises", "add-glute-bridge");
}
static void easy_load(ps_catalogue *all)
{
    exercise(all, "front-support-hip-flexion")->engine.skill = 1;
}
static void loaded_unblocked(ps_catalogue *all)
{
    const int32_t code = index_of(all, "codes", "KNEE_KNEEL");
    ps_code_use *use = GROW(exercise(all, "psoas-plank")->exclude);
    *use = (ps_code_use){code, NULL};
}
static void soon_allowed(ps_catalogue *all)
{
    exercise(all, "kneeling-static-hip-flexor-stretch")->engine.min_week = 1;
}
static void warning_lost(ps_catalogue *all)
{
    exercise(all, "kneeling-static-hip-flexor-stretch")->id = "kneeling-stretch";
}
static void nothing_open(ps_catalogue *all)
{
    exercise(all, "bending-leg-lift")->open_questions.count = 0;
}
static void belly_clam(ps_catalogue *all)
{
    // with every code that forbids it, so that nothing but the pressure is wrong
    const int32_t tag = index_of(all, "tags", "abdominal-pressure");
    for (int32_t i = 0; i < all->codes.count; i++) {
        const ps_describes *prohibits = &all->codes.at[i].prohibits;
        for (int32_t j = 0; j < prohibits->count; j++) {
            if (prohibits->at[j].tag != tag) continue;
            ps_code_use *use = GROW(clam(all)->exclude);
            *use = (ps_code_use){i, NULL};
        }
    }
    clam(all)->tags.at = one_index(tag);
    clam(all)->tags.count = 1;
}
static void unguarded_ball(ps_catalogue *all)
{
    OPEN(ps_hazard_check, all->hazard_checks.at)->exercise =
        index_of(all, "exercises", "foam-roll-low-back");
}
static void stretch_while_irritable(ps_catalogue *all)
{
    exercise(all, "half-kneel")->engine.irritability_max = PS_IRRITABILITY_MOD;
}
static void long_lever_at_once(ps_catalogue *all)
{
    exercise(all, "seated-leg-lift")->engine.min_week = 1;
}
static void replaces_nothing(ps_catalogue *all)
{
    OPEN(ps_alternative, exercise(all, "psoas-march")->alternatives.at)->replaces =
        index_of(all, "equipment", "bed");
}
static ps_alternative *alternatives(ps_catalogue *all)
{
    return OPEN(ps_alternative, exercise(all, "psoas-march")->alternatives.at);
}
static void replaced_by_itself(ps_catalogue *all)
{
    alternatives(all)[0].equipment = alternatives(all)[0].replaces;
}
static void helps_by_another(ps_catalogue *all) { alternatives(all)[1].kind = PS_ALTERNATIVE_ADD; }
static void instead_of_itself(ps_catalogue *all)
{
    alternatives(all)[1].exercise = index_of(all, "exercises", "psoas-march");
}
static void leads_to_itself(ps_catalogue *all)
{
    OPEN(ps_fact, clam(all)->progressions.at)->exercise = index_of(all, "exercises", "add-clam");
}

// law 8
static void programme_lost(ps_catalogue *all) { all->programmes.count--; }
static void off_without_reason(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-foam-roller-release")->reason = NULL;
}
static void roller_runs(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-foam-roller-release")->status = PS_ITEM_RUNS;
}
static void foreign_item(ps_catalogue *all)
{
    ps_programme_item *walk = programme_item(all, "cleveland", "hourly-stand-walk");
    walk->exercise = index_of(all, "exercises", "sit-stand-workstation");
}
static void item_twice(ps_catalogue *all)
{
    ps_programme_item *walk = programme_item(all, "cleveland", "hourly-stand-walk");
    walk->exercise = index_of(all, "exercises", "driving-breaks");
}
static void risky_replacement(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-foam-roller-release")->replacement =
        index_of(all, "exercises", "active-smr-hip-flexor");
}
static void other_dose(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-march")->dose.reps.low = 9;
}
static void claimed_as_ours(ps_catalogue *all)
{
    static const ps_part ours[] = {PS_PART_SETS, PS_PART_REPS};
    ps_programme_item *march = programme_item(all, "asfa", "psoas-march");
    march->ours.at = ours;
    march->ours.count = 2;
}
static void filled_in_silence(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-march")->ours.count = 0;
}
static void more_than_our_limits(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-march")->dose.sets = (ps_range){9, 9};
}
static void one_side_only(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-march")->dose.sides = PS_BOTH_TOGETHER;
}
static void sets_left_open(ps_catalogue *all)
{
    programme_item(all, "asfa", "psoas-march")->dose.sets = (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN};
}
static void days_of_an_item(ps_catalogue *all)
{
    *OPEN(ps_part, programme_item(all, "asfa", "supine-leg-raise")->ours.at) = PS_PART_DAYS;
}
static void hold_of_a_programme(ps_catalogue *all)
{
    *OPEN(ps_part, programme(all, "asfa")->ours.at) = PS_PART_HOLD;
}
static void sets_of_a_programme(ps_catalogue *all)
{
    *OPEN(ps_part, programme(all, "asfa")->ours.at) = PS_PART_SETS;
}
static void every_other_day(ps_catalogue *all) { programme(all, "asfa")->days_per_week.high = 4; }
static void rule_of_ours(ps_catalogue *all)
{
    OPEN(ps_programme_rule, programme(all, "asfa")->rules.at)->says.mark = PS_OURS;
}
static void rule_about_others(ps_catalogue *all)
{
    ps_programme_rule *rule = OPEN(ps_programme_rule, programme(all, "asfa")->rules.at);
    rule->applies_to.at = one_index(index_of(all, "exercises", "add-clam"));
    rule->applies_to.count = 1;
}
static void over_the_cap(ps_catalogue *all)
{
    OPEN(ps_rep_cap, programme(all, "precision")->rep_cap)->reps = 8;
}
static void given_by_nobody(ps_catalogue *all)
{
    OPEN(ps_fact, clam(all)->steps.at)->says.mark = PS_GIVEN;
}
static void range_by_nobody(ps_catalogue *all) { clam(all)->motion.basis = PS_INFERRED; }
static void planned_addition(ps_catalogue *all) { clam(all)->engine.selectable = PS_CHOSEN_FREELY; }

const law_break law_breaks_exercises[] = {
    LAW_BREAK("exercise-complete", one_step),
    LAW_BREAK("exercise-complete", source_unlisted),
    LAW_BREAK("exercise-complete", paper_as_source),
    LAW_BREAK("exercise-kind", one_sided),
    LAW_BREAK("exercise-kind", stretching_clam),
    LAW_BREAK("exercise-kind", habitual_clam),
    LAW_BREAK("exercise-kind", undosed_release),
    LAW_BREAK("exercise-kind", two_timed_spells),
    LAW_BREAK("chosen-dosed", no_limits),
    LAW_BREAK("chosen-dosed", number_of_sets_open),
    LAW_BREAK("chosen-dosed", not_dosed),
    LAW_BREAK("chosen-dosed", ladder_of_no_family),
    LAW_BREAK("rungs-clipped", rung_lost),
    LAW_BREAK("rungs-rise", low_cap),
    LAW_BREAK("rungs-rise", falling_ladder),
    LAW_BREAK("rungs-rise", falling_loaded_ladder),
    LAW_BREAK("start-in-limits", start_too_high),
    LAW_BREAK("limits-in-source", mark_lost),
    LAW_BREAK("limits-in-source", mark_invented),
    LAW_BREAK("limits-in-source", dose_invented),
    LAW_BREAK("loads", load_without_ladder),
    LAW_BREAK("loads", load_is_no_part),
    LAW_BREAK("loads", part_of_nothing),
    LAW_BREAK("loads", early_weight),
    LAW_BREAK("loaded-after", circle),
    LAW_BREAK("loaded-after", after_a_habit),
    LAW_BREAK("loaded-after", jumps_in),
    LAW_BREAK("loaded-after", unloaded_takes_over),
    LAW_BREAK("loaded-harder", easy_load),
    LAW_BREAK("loaded-harder", loaded_unblocked),
    LAW_BREAK("never-chosen", soon_allowed),
    LAW_BREAK("never-chosen", warning_lost),
    LAW_BREAK("signoff", nothing_open),
    LAW_BREAK("pressure", belly_clam),
    LAW_BREAK("pressure", unguarded_ball),
    LAW_BREAK("not-too-soon", stretch_while_irritable),
    LAW_BREAK("not-too-soon", long_lever_at_once),
    LAW_BREAK("alternatives", replaces_nothing),
    LAW_BREAK("alternatives", replaced_by_itself),
    LAW_BREAK("alternatives", helps_by_another),
    LAW_BREAK("alternatives", instead_of_itself),
    LAW_BREAK("alternatives", leads_to_itself),
    LAW_BREAK("programme-articles", programme_lost),
    LAW_BREAK("programme-items", off_without_reason),
    LAW_BREAK("programme-items", roller_runs),
    LAW_BREAK("programme-items", foreign_item),
    LAW_BREAK("programme-items", item_twice),
    LAW_BREAK("programme-items", risky_replacement),
    LAW_BREAK("programme-doses", other_dose),
    LAW_BREAK("programme-doses", claimed_as_ours),
    LAW_BREAK("programme-doses", filled_in_silence),
    LAW_BREAK("programme-doses", more_than_our_limits),
    LAW_BREAK("programme-doses", one_side_only),
    LAW_BREAK("programme-doses", sets_left_open),
    LAW_BREAK("programme-doses", days_of_an_item),
    LAW_BREAK("programme-doses", hold_of_a_programme),
    LAW_BREAK("programme-doses", sets_of_a_programme),
    LAW_BREAK("programme-days", every_other_day),
    LAW_BREAK("programme-rules", rule_of_ours),
    LAW_BREAK("programme-rules", rule_about_others),
    LAW_BREAK("programme-rules", over_the_cap),
    LAW_BREAK("additions-ours", given_by_nobody),
    LAW_BREAK("additions-ours", range_by_nobody),
    LAW_BREAK("additions-ours", planned_addition),
};
const int32_t law_breaks_exercises_count = PS_COUNT(law_breaks_exercises);
