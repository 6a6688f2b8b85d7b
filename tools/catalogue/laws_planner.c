// What domain 5.16 does not list but the planner rests on: classes, weeks, numbers, small things.
#include <stddef.h>
#include <string.h>

#include "laws_part.h"

enum { WEEK = 7 };

static bool planner_may_choose(const ps_exercise *exercise)
{
    return exercise->engine.selectable == PS_CHOSEN_FREELY && law_is_dosed(&exercise->engine.start);
}

// ---- classes ----

static bool has_target(ps_role_targets targets, ps_role role)
{
    for (int32_t i = 0; i < targets.count; i++) {
        if (targets.at[i].role == role) return true;
    }
    return false;
}

/// Roles once each, every must role with a target, and items of that role to fill it.
static void check_roles(law_book *book, const void *record, const char *name, ps_roles must,
                        ps_role_targets targets)
{
    for (int32_t i = 0; i < must.count; i++) {
        if (has_target(targets, must.at[i])) continue;
        law_broken(book, record, "%s must serve %s, want a target for it", name,
                   ps_role_names.names[must.at[i]]);
    }
    for (int32_t i = 0; i < targets.count; i++) {
        const ps_role role = targets.at[i].role;
        bool filled = false;
        for (int32_t j = 0; j < book->all->exercises.count && !filled; j++) {
            const ps_exercise *exercise = &book->all->exercises.at[j];
            filled = planner_may_choose(exercise) && law_has_role(exercise, role);
        }
        if (!filled) {
            law_broken(book, record, "%s aims at %s, but the planner has no item for it", name,
                       ps_role_names.names[role]);
        }
        for (int32_t j = 0; j < i; j++) {
            if (targets.at[j].role != role) continue;
            law_broken(book, record, "%s has two targets for %s", name, ps_role_names.names[role]);
        }
    }
}

static void check_class(law_book *book, const ps_class_plan *plan)
{
    const char *name = ps_class_names.names[plan->id];
    check_roles(book, plan, name, plan->must, plan->targets);
    for (int32_t i = 0; i < plan->preferences.count; i++) {
        const int32_t index = plan->preferences.at[i].exercise;
        const ps_exercise *exercise = &book->all->exercises.at[index];
        if (!planner_may_choose(exercise)) {
            law_broken(book, plan, "%s prefers %s, which the planner may not choose", name,
                       exercise->id);
        } else if (!has_target(plan->targets, exercise->engine.roles.at[0])) {
            law_broken(book, plan, "%s prefers %s, but has no target for its first role", name,
                       exercise->id);
        }
        for (int32_t j = 0; j < i; j++) {
            if (plan->preferences.at[j].exercise != index) continue;
            law_broken(book, plan, "%s prefers %s twice", name, exercise->id);
        }
    }
}

void law_classes(law_book *book)
{
    const ps_constants *constants = &book->all->constants;
    for (int32_t id = 0; id < ps_class_names.count; id++) {
        int32_t times = 0;
        for (int32_t i = 0; i < constants->classes.count; i++) {
            times += (int32_t)constants->classes.at[i].id == id;
        }
        if (times == 1) continue;
        law_broken(book, constants, "class %s has %d plans, want one", ps_class_names.names[id],
                   times);
    }
    for (int32_t i = 0; i < constants->classes.count; i++) {
        check_class(book, &constants->classes.at[i]);
    }
    const ps_light_day *light = &constants->light_day;
    check_roles(book, light, "a light day", light->must, light->quota);
    if (has_target(light->quota, PS_ROLE_S)) {
        law_broken(book, light, "a light day trains the hip flexors, want no role S");
    }
}

// ---- weeks ----

static void check_spacing(law_book *book, const ps_week_layout *layout)
{
    int32_t strength[WEEK];
    int32_t count = 0;
    for (int32_t i = 0; i < layout->days.count; i++) {
        if (!layout->days.at[i].light && count < WEEK) strength[count++] = layout->days.at[i].day;
    }
    const int32_t most = book->all->constants.strength.max_days;
    if (count < 1 || count > most) {
        law_broken(book, layout, "%d days a week hold %d strength days, want 1 to %d",
                   layout->days_per_week, count, most);
    }
    for (int32_t i = 0; i < count && count > 1; i++) {
        // the last is followed by the first of the next week
        const int32_t next = i + 1 < count ? strength[i + 1] : strength[0] + WEEK;
        if (next - strength[i] >= 2) continue;
        law_broken(book, layout, "strength on days %d and %d, want a whole day between them",
                   strength[i] + 1, next + 1);
    }
}

static void check_layout(law_book *book, const ps_week_layout *layout)
{
    if (layout->days.count != layout->days_per_week) {
        law_broken(book, layout, "%d days a week list %d days", layout->days_per_week,
                   layout->days.count);
    }
    for (int32_t i = 0; i < layout->days.count; i++) {
        const int32_t day = layout->days.at[i].day;
        const bool rises = i == 0 ? day == 0 : day > layout->days.at[i - 1].day;
        if (rises) continue;
        law_broken(book, layout, "day %d stands at place %d, want days that rise from 0", day,
                   i + 1);
    }
    check_spacing(book, layout);
}

void law_week_layouts(law_book *book)
{
    const ps_week_layouts *layouts = &book->all->constants.week_layouts;
    for (int32_t i = 0; i < layouts->count; i++) {
        if (layouts->at[i].days_per_week != i + 1) {
            law_broken(book, &layouts->at[i], "layout %d is for %d days, want %d", i + 1,
                       layouts->at[i].days_per_week, i + 1);
        }
        check_layout(book, &layouts->at[i]);
    }
}

// ---- numbers ----

// Each pair in order.
static const struct {
    size_t low, high;
    bool equal_is_fine;
    const char *what;
} orders[] = {
#define AT(member) offsetof(ps_constants, member)
#define BELOW(low, high, what)         \
    {                                  \
        AT(low), AT(high), false, what \
    }
#define UP_TO(low, high, what)        \
    {                                 \
        AT(low), AT(high), true, what \
    }
    BELOW(pain.green_max, pain.amber_max, "pain: green ends below amber"),
    BELOW(pain.next_day_amber, pain.next_day_red, "next morning: amber before red"),
    UP_TO(effort.start.low, effort.build.low, "effort rises"),
    UP_TO(effort.start.high, effort.build.high, "effort rises"),
    UP_TO(effort.build.low, effort.full.low, "effort rises"),
    UP_TO(effort.build.high, effort.full.high, "effort rises"),
    BELOW(effort.build_week, effort.full_week, "effort rises in weeks that follow"),
    UP_TO(stretch.target_min_week_side, stretch.cap_min_week_side, "stretching: aim below cap"),
    UP_TO(stretch.cap_min_day_side, stretch.cap_min_week_side, "stretching: day below week"),
    UP_TO(strength.heavy_days, strength.load_days.high, "heavy days are loaded days"),
    UP_TO(strength.load_days.high, strength.max_days, "loaded days are strength days"),
    UP_TO(strength.bodyweight_days, strength.max_days, "days without load are strength days"),
    UP_TO(strength.heavy_reps_max, strength.rep_cap_loaded, "heavy repetitions below the cap"),
    UP_TO(sitting.range_min.low, sitting.default_min, "sitting: default in its range"),
    UP_TO(sitting.default_min, sitting.range_min.high, "sitting: default in its range"),
    UP_TO(balance.glute_min_pct, balance.glute_target_pct, "glute work: least below aim"),
    UP_TO(balance.stretch_max_pct, balance.stretch_max_tight_pct, "the tight stretch more"),
    BELOW(gap_days.same, gap_days.minus_one_set, "gaps rise"),
    BELOW(gap_days.minus_one_set, gap_days.minus_load, "gaps rise"),
    BELOW(gap_days.minus_load, gap_days.step_down, "gaps rise"),
    UP_TO(gap_days.load_effort, effort.full.high, "a gap does not raise the effort"),
    UP_TO(gap_days.days_per_rung, gap_days.minus_load, "a gap that steps down takes a rung"),
    BELOW(class_limits.normal_deg, class_limits.restricted_deg,
          "a normal length below a short one"),
    UP_TO(verdict.baseline_least, verdict.baseline_mornings, "the usual pain from what is kept"),
    UP_TO(verdict.swap_reds, verdict.pause_reds, "another exercise before a pause"),
    UP_TO(pain.amber_max, stop.pain, "no stop below red"),
    UP_TO(pain.next_day_red, stop.above_baseline, "no stop below red"),
    UP_TO(strength.maintain_days, strength.max_days, "keeping up takes no more days"),
    UP_TO(start_rung_gentle, low_rung, "the lowest rungs in order"),
    UP_TO(low_rung, start_rung, "nobody starts below what a gentle session leaves"),
    BELOW(irritability.worst_mod, irritability.worst_high, "moderate before high"),
    BELOW(irritability.settle_hours_mod, irritability.settle_hours_high, "moderate before high"),
    UP_TO(score.spine_load_back, score.spine_load, "a sensitive back weighs spine load more"),
    UP_TO(score.skill_above, score.skill, "skill above the person's weighs more"),
    UP_TO(success.nrs_least, success.nrs, "what people notice is less than success"),
    UP_TO(start_rung_gentle, start_rung, "a gentle start is not harder"),
#undef AT
#undef BELOW
#undef UP_TO
};

static int32_t constant_at(const ps_constants *constants, size_t offset)
{
    int32_t value = 0;
    memcpy(&value, (const char *)constants + offset, sizeof value);
    return value;
}

void law_constants(law_book *book)
{
    const ps_constants *constants = &book->all->constants;
    for (int32_t i = 0; i < PS_COUNT(orders); i++) {
        const int32_t low = constant_at(constants, orders[i].low);
        const int32_t high = constant_at(constants, orders[i].high);
        if (low < high || (orders[i].equal_is_fine && low == high)) continue;
        law_broken(book, constants, "want %s, not %d and %d", orders[i].what, low, high);
    }
    for (int32_t i = 1; i < constants->checkpoint_weeks.count; i++) {
        if (constants->checkpoint_weeks.at[i] > constants->checkpoint_weeks.at[i - 1]) continue;
        law_broken(book, constants, "checkpoint weeks do not rise");
    }
}

// ---- by minutes ----

static void check_by_minutes(law_book *book, const char *name, ps_by_minutes_list list)
{
    for (int32_t i = 0; i < list.count; i++) {
        const bool last = i + 1 == list.count;
        if ((list.at[i].minutes_up_to == 0) != last) {
            law_broken(book, &list.at[i], "%s: want the last row, and only it, for all minutes",
                       name);
        }
        if (i == 0) continue;
        const ps_by_minutes *before = &list.at[i - 1];
        if ((!last && list.at[i].minutes_up_to <= before->minutes_up_to) ||
            list.at[i].value < before->value) {
            law_broken(book, &list.at[i], "%s: want rows that rise", name);
        }
    }
}

void law_by_minutes(law_book *book)
{
    check_by_minutes(book, "warm_up_s", book->all->constants.warm_up_s);
    check_by_minutes(book, "max_items", book->all->constants.max_items);
}

// ---- every day ----

typedef bool fits(const ps_exercise *exercise);

static bool relaxes(const ps_exercise *exercise) { return law_has_role(exercise, PS_ROLE_X); }

static bool is_stretch(const ps_exercise *exercise)
{
    return exercise->engine.family == PS_HOLD && law_has_role(exercise, PS_ROLE_L);
}

/// What may follow a passive stretch (domain 5.5, B1).
static bool closes(const ps_exercise *exercise)
{
    return law_has_role(exercise, PS_ROLE_A) || law_has_role(exercise, PS_ROLE_S);
}

static void check_small(law_book *book, int32_t index, fits *fit, const char *wanted)
{
    const ps_exercise *exercise = &book->all->exercises.at[index];
    if (planner_may_choose(exercise) && fit(exercise)) return;
    law_broken(book, &book->all->constants.micro_lane, "%s: want %s that the planner may choose",
               exercise->id, wanted);
}

void law_micro_lane(law_book *book)
{
    const ps_micro_lane *lane = &book->all->constants.micro_lane;
    const ps_stretch_plan *stretch = &book->all->constants.stretch;
    check_small(book, lane->breathing, relaxes, "a dosed relaxation");
    for (int32_t i = 0; i < lane->stretches.count; i++) {
        check_small(book, lane->stretches.at[i], is_stretch, "a dosed passive stretch");
    }
    for (int32_t i = 0; i < lane->closing.count; i++) {
        check_small(book, lane->closing.at[i], closes, "a dosed item with role A or S");
    }
    if (lane->set_s * lane->sets_per_day > 60 * stretch->cap_min_day_side) {
        law_broken(book, lane, "%d x %d s a day pass the cap of %d minutes", lane->sets_per_day,
                   lane->set_s, stretch->cap_min_day_side);
    }
    if (lane->target_s_week_side > 60 * stretch->cap_min_week_side) {
        law_broken(book, lane, "%d s a week pass the cap of %d minutes", lane->target_s_week_side,
                   stretch->cap_min_week_side);
    }
}
