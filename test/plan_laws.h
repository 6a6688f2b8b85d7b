/// plan_laws.h — what every plan of the planner keeps (domain 5.15), whoever it is for. The numbers
/// are computed from the catalogue a second way: the laws know nothing of how the planner chooses.
#ifndef PS_TEST_PLAN_LAWS_H
#define PS_TEST_PLAN_LAWS_H

#include "plan_kit.h"

static char law_row[32]; // names whose plan it is

// ---- what the laws look at ----

static inline bool has_role(const ps_plan_item *item, ps_role role)
{
    const ps_roles *roles = &all->exercises.at[item->exercise].engine.roles;
    for (int32_t i = 0; i < roles->count; i++) {
        if (roles->at[i] == role) return true;
    }
    return false;
}

static inline const ps_engine *engine_of(int32_t exercise)
{
    return &all->exercises.at[exercise].engine;
}

static inline bool is_stretch(const ps_plan_item *item)
{
    return engine_of(item->exercise)->family == PS_HOLD;
}

static inline int32_t stretch_of(const ps_plan_day *day)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < day->count; i++) {
        const ps_plan_item *item = &day->items[i];
        int32_t most = 0;
        for (int32_t s = 0; s < item->sides && is_stretch(item); s++) {
            const int32_t side = item->asked[s].sets * item->asked[s].reps * item->asked[s].hold_s;
            if (side > most) most = side;
        }
        sum += most;
    }
    return sum;
}

static inline bool within(int32_t value, ps_range range)
{
    return value >= range.low && value <= range.high;
}

// ---- laws ----

/// 2 and 3: codes, prohibitions, what is never offered, what was not asked for.
static inline void law_forbidden(const ps_plan_input *in, const ps_plan_item *item)
{
    const ps_exercise *exercise = &all->exercises.at[item->exercise];
    const bool opted = (in->optin >> item->exercise & 1) != 0;
    const bool added = (in->added >> item->exercise & 1) != 0;
    for (int32_t c = 0; c < all->codes.count; c++) {
        if ((in->codes >> c & 1) == 0) continue;
        CHECK(law_row, ps_exercise_code(exercise, c, NULL) != PS_CODE_EXCLUDE);
        const bool noted = (item->notes >> c & 1) != 0;
        CHECK(law_row, noted == (ps_exercise_code(exercise, c, NULL) == PS_CODE_MODIFY));
        const ps_describes *never = &all->codes.at[c].prohibits;
        for (int32_t i = 0; i < never->count; i++) {
            CHECK(law_row, !ps_describes_exercise(&never->at[i], all, exercise));
        }
    }
    CHECK(law_row, strcmp(exercise->id, "psoas-foam-roller-release") != 0);
    CHECK(law_row, strcmp(exercise->id, "kneeling-static-hip-flexor-stretch") != 0);
    CHECK(law_row, exercise->engine.selectable != PS_CHOSEN_NEVER);
    CHECK(law_row, exercise->engine.selectable != PS_CHOSEN_AFTER_SIGNOFF);
    if (exercise->engine.selectable == PS_CHOSEN_BY_OPT_IN) CHECK(law_row, opted);
    if (exercise->engine.selectable == PS_CHOSEN_BY_HAND) CHECK(law_row, added);
    if (exercise->engine.selectable == PS_CHOSEN_ON_PROPOSAL) CHECK(law_row, added);
    if (has_role(item, PS_ROLE_R)) CHECK(law_row, opted);
    CHECK(law_row, exercise->engine.irritability_max >= in->irritability);
    CHECK(law_row, in->week >= exercise->engine.min_week);
    CHECK(law_row, (in->hazards >> item->exercise & 1) == 0);
}

/// What rests on a day is in none of its parts; the micro-lane's two come together or not at all.
static inline void law_resting(const ps_plan_input *in, const ps_plan *plan)
{
    for (int32_t d = 0; d < plan->day_count; d++) {
        const ps_plan_day *day = &plan->days[d];
        for (int32_t i = 0; i < day->count; i++) {
            CHECK(law_row, (in->resting[day->day - 1] >> day->items[i].exercise & 1) == 0);
        }
    }
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        if (plan->micro.sets[d] == 0) continue;
        CHECK(law_row, (in->resting[d] >> plan->micro.stretch & 1) == 0);
        CHECK(law_row, (in->resting[d] >> plan->micro.closing & 1) == 0);
    }
}

/// Whether another exercise with the same first role, which nobody wants swapped, may be taken.
static inline bool has_stand_in(const ps_plan_input *in, const ps_plan *plan, int32_t exercise)
{
    const ps_role role = engine_of(exercise)->roles.at[0];
    for (int32_t e = 0; e < all->exercises.count; e++) {
        if (e == exercise || engine_of(e)->roles.at[0] != role) continue;
        if (role == PS_ROLE_R && (in->optin >> e & 1) == 0) continue;
        const bool swapped = (in->swapped >> e & 1) != 0;
        if (!swapped && plan->why_not[e].block == PS_BLOCK_NONE) return true;
    }
    return false;
}

/// 15: after every release and passive stretch something active.
static inline void law_pairs(const ps_plan_day *day)
{
    bool partner = false;
    for (int32_t i = day->count - 1; i >= 0; i--) {
        const ps_plan_item *item = &day->items[i];
        if (is_stretch(item) || has_role(item, PS_ROLE_R)) CHECK(law_row, partner);
        partner = partner || has_role(item, PS_ROLE_A) || has_role(item, PS_ROLE_S) ||
                  (has_role(item, PS_ROLE_L) && engine_of(item->exercise)->family == PS_CYCLE);
    }
}

/// What is left when there is little time: two of the day's items in their order, one of them for
/// the glutes when that can be, and nothing that wants a partner without one.
static inline void law_minimum(const ps_plan *plan, const ps_plan_day *day)
{
    ps_plan_day shorter;
    ps_plan_minimum(all, plan, day, &shorter);
    law_pairs(&shorter);
    CHECK(law_row, shorter.count == (day->count < 2 ? 1 : 2));
    CHECK(law_row, shorter.day == day->day && shorter.kind == day->kind);
    int32_t at = 0, seconds = plan->warm_up_s, glutes = 0, partners = 0;
    bool glute = false;
    for (int32_t i = 0; i < day->count; i++) {
        const ps_plan_item *item = &day->items[i];
        const bool first_glute = engine_of(item->exercise)->roles.at[0] == PS_ROLE_G;
        glutes += first_glute;
        partners += !is_stretch(item) && !has_role(item, PS_ROLE_R);
        if (at == shorter.count || shorter.items[at].exercise != item->exercise) continue;
        seconds += item->seconds;
        glute = glute || first_glute;
        at++;
    }
    CHECK(law_row, at == shorter.count && seconds == shorter.seconds);
    if (glutes > 0 && partners > 1) CHECK(law_row, glute);
}

/// A swapped exercise is left out exactly while there is another, which is named and allowed.
static inline void law_swapped(const ps_plan_input *in, const ps_plan *plan)
{
    for (int32_t e = 0; e < all->exercises.count; e++) {
        const ps_why_not *why = &plan->why_not[e];
        const bool out = (why->all >> PS_BLOCK_SWAPPED & 1) != 0;
        CHECK(law_row, !out || why->all == UINT32_C(1) << PS_BLOCK_SWAPPED);
        if ((in->swapped >> e & 1) == 0) {
            CHECK(law_row, !out);
            continue;
        }
        if (why->block == PS_BLOCK_NONE) CHECK(law_row, !has_stand_in(in, plan, e));
        if (!out) continue;
        CHECK(law_row, plan->why_not[why->detail].block == PS_BLOCK_NONE);
        CHECK(law_row, (in->swapped >> why->detail & 1) == 0);
        CHECK(law_row, engine_of(why->detail)->roles.at[0] == engine_of(e)->roles.at[0]);
    }
}

static inline bool has_reason(const ps_plan_item *item, ps_because why)
{
    for (int32_t i = 0; i < item->reason_count; i++) {
        if (item->reasons[i].why == why) return true;
    }
    return false;
}

/// 7: what is asked stays inside the limits and on the rung, holds are never cut.
static inline void law_dose(const ps_plan_input *in, const ps_plan_item *item)
{
    const ps_engine *engine = engine_of(item->exercise);
    const ps_dose_limits *limits = item->loaded ? engine->limits_loaded : engine->limits;
    const ps_rungs rungs = item->loaded ? engine->rungs_loaded : engine->rungs;
    const bool weight =
        engine->loadable == PS_LOADS_DUMBBELL || engine->loadable == PS_LOADS_ANKLE_WEIGHT;
    CHECK(law_row, !(item->loaded && weight && in->week < 4));
    CHECK(law_row, !(item->loaded && in->gentle_start));
    CHECK(law_row, !(item->loaded && in->irritability == PS_IRRITABILITY_HIGH));
    for (int32_t s = 0; s < item->sides; s++) {
        const ps_asked *asked = &item->asked[s];
        const int32_t known = in->state[item->exercise][s].rung;
        CHECK(law_row, asked->rung >= 1 && asked->rung <= rungs.count);
        CHECK(law_row, asked->rung <= (known > 0 ? known : 2));
        if (in->gentle_start || in->irritability == PS_IRRITABILITY_HIGH) {
            CHECK(law_row, asked->rung == 1);
        }
        const ps_rung rung = rungs.at[asked->rung - 1];
        const bool extra = has_reason(item, PS_BECAUSE_B7) && s == (int32_t)in->weaker - 1;
        CHECK(law_row, within(asked->sets, limits->sets) && within(asked->reps, limits->reps) &&
                           within(asked->hold_s, limits->hold_s));
        CHECK(law_row, asked->sets <= rung.sets + (extra ? 1 : 0));
        CHECK(law_row, asked->reps <= rung.reps);
        CHECK(law_row, asked->hold_s == rung.hold_s);
        if (item->loaded) CHECK(law_row, asked->reps <= 12);
        const bool less = asked->sets < rung.sets || asked->reps < rung.reps;
        const bool lighter = in->state[item->exercise][s].stage == PS_STAGE_DELOAD;
        const ps_rung *cap = &in->state[item->exercise][s].cap;
        CHECK(law_row, !less || item->shortened || lighter || item->capped);
        // what was asked last time, with or without a load; below the limits there is nothing
        if (cap->sets > 0) {
            CHECK(law_row, asked->sets <= cap->sets);
            CHECK(law_row, asked->reps <= cap->reps || asked->reps == limits->reps.low);
            CHECK(law_row, asked->hold_s <= cap->hold_s || asked->rung == 1);
        }
        CHECK(law_row, !lighter || asked->sets == 1 || 2 * asked->sets <= rung.sets);
    }
    CHECK(law_row, item->seconds == ps_asked_seconds(&all->exercises.at[item->exercise],
                                                     item->asked, item->sides));
}

/// Whether B2 stands there because it took a set, not because the item is for the glutes.
static inline bool cut_for_glutes(const ps_plan_item *item)
{
    return has_reason(item, PS_BECAUSE_B2) && engine_of(item->exercise)->roles.at[0] == PS_ROLE_S;
}

/// 11: every reason is a selection rule with a source.
static inline void law_reasons(const ps_plan_item *item)
{
    CHECK(law_row, item->reason_count > 0);
    CHECK(law_row, item->reasons[0].why != PS_BECAUSE_TIME);
    CHECK(law_row, item->shortened ==
                       (has_reason(item, PS_BECAUSE_TIME) || has_reason(item, PS_BECAUSE_B4) ||
                        has_reason(item, PS_BECAUSE_B5) || cut_for_glutes(item)));
    for (int32_t i = 0; i < item->reason_count; i++) {
        if (item->reasons[i].why == PS_BECAUSE_TIME) {
            CHECK(law_row, item->shortened);
            continue;
        }
        const char *id = ps_because_names.names[item->reasons[i].why];
        const ps_selection_rule *rule = all->selection_rules.at;
        while (strcmp(rule->id, id) != 0) rule++;
        CHECK(law_row, rule->references.count > 0);
    }
}

/// B4: passive stretch takes at most half of the training time, 60 % when tight.
static inline void law_stretch_share(const ps_plan_input *in, const ps_plan_day *day)
{
    int32_t stretch = 0, whole = 0;
    for (int32_t i = 0; i < day->count; i++) {
        const ps_plan_item *item = &day->items[i];
        const ps_role first = engine_of(item->exercise)->roles.at[0];
        if (first == PS_ROLE_R || first == PS_ROLE_X) continue;
        whole += item->seconds;
        if (is_stretch(item)) stretch += item->seconds;
    }
    CHECK(law_row, 10 * stretch <= whole * (in->person_class == PS_CLASS_TIGHT ? 6 : 5));
}

/// B7: an extra set only on a strength day, for a calm hip whose side does well.
static inline void law_weaker(const ps_plan_input *in, const ps_plan_day *day)
{
    int32_t extras = 0;
    for (int32_t i = 0; i < day->count; i++) {
        const ps_plan_item *item = &day->items[i];
        if (!has_reason(item, PS_BECAUSE_B7)) continue;
        const ps_stage stage = in->state[item->exercise][(int32_t)in->weaker - 1].stage;
        CHECK(law_row, in->sides_differ && !in->gentle_start && day->kind == PS_DAY_STRENGTH);
        CHECK(law_row, in->irritability == PS_IRRITABILITY_LOW && !item->shortened);
        CHECK(law_row,
              stage != PS_STAGE_HOLD && stage != PS_STAGE_REGRESS && stage != PS_STAGE_DELOAD);
        CHECK(law_row, engine_of(item->exercise)->roles.at[0] == PS_ROLE_S);
        extras++;
    }
    CHECK(law_row, extras <= 1);
}

/// 4: time and number of items.
static inline void law_size(const ps_plan_input *in, const ps_plan *plan, const ps_plan_day *day)
{
    static const struct {
        int32_t minutes, items;
    } sizes[] = {
        {5,  2},
        {10, 3},
        {15, 4},
        {45, 5}
    };
    int32_t row = 0, seconds = in->minutes <= 10 ? 60 : in->minutes <= 20 ? 90 : 120;
    while (in->minutes > sizes[row].minutes) row++;
    CHECK(law_row, plan->warm_up_s == seconds);
    CHECK(law_row, day->count >= 1 && day->count <= sizes[row].items);
    for (int32_t i = 0; i < day->count; i++) {
        seconds += day->items[i].seconds;
        for (int32_t k = 0; k < i; k++) {
            CHECK(law_row, day->items[i].exercise != day->items[k].exercise);
        }
    }
    CHECK(law_row, day->seconds == seconds);
    CHECK(law_row, day->seconds <= 60 * in->minutes);
}

/// 8 and B12: strength days apart, across the week's end too; heavy items on two days at most.
static inline void law_spacing(const ps_plan_input *in, const ps_plan *plan)
{
    int32_t strength = 0, last = 0, first = 0;
    int32_t uses[PS_EXERCISES_MAX] = {0};
    for (int32_t d = 0; d < plan->day_count; d++) {
        const ps_plan_day *day = &plan->days[d];
        if (d > 0) CHECK(law_row, day->day > plan->days[d - 1].day);
        CHECK(law_row, within(day->day, (ps_range){1, PS_WEEK_DAYS}));
        for (int32_t i = 0; i < day->count; i++) {
            const ps_plan_item *item = &day->items[i];
            const ps_training *state = in->state[item->exercise];
            const int32_t before = state[0].uses > state[1].uses ? state[0].uses : state[1].uses;
            int32_t reps = item->asked[0].reps;
            if (item->sides == 2 && item->asked[1].reps < reps) reps = item->asked[1].reps;
            uses[item->exercise]++;
            if (item->loaded && reps <= 8 && !item->shortened) {
                CHECK(law_row, uses[item->exercise] + before <= 2);
            }
            if (day->kind == PS_DAY_LIGHT) CHECK(law_row, !has_role(item, PS_ROLE_S));
            if (state[0].stage == PS_STAGE_MAINTAIN)
                CHECK(law_row, uses[item->exercise] + before <= 2);
        }
        if (day->kind != PS_DAY_STRENGTH) continue;
        if (strength++ > 0) CHECK(law_row, day->day - last >= 2);
        if (first == 0) first = day->day;
        last = day->day;
    }
    CHECK(law_row, strength <= 3);
    if (strength > 0) CHECK(law_row, first + PS_WEEK_DAYS - last >= 2);
}

/// 5: the glutes get at least half of what the hip flexors get.
static inline void law_balance(const ps_plan_input *in, const ps_plan *plan)
{
    int32_t halves[PS_PLAN_ROLES] = {0};
    bool waived = in->person_class == PS_CLASS_IRRITABLE;
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            const ps_plan_item *item = &plan->days[d].items[i];
            const ps_roles *roles = &engine_of(item->exercise)->roles;
            const bool extra = has_reason(item, PS_BECAUSE_B7);
            int32_t sets = item->asked[0].sets;
            if (extra && in->weaker == PS_SIDE_LEFT) sets--;
            if (item->sides == 2) {
                const int32_t right =
                    item->asked[1].sets - (extra && in->weaker == PS_SIDE_RIGHT ? 1 : 0);
                if (right < sets) sets = right;
            }
            for (int32_t r = 0; r < roles->count; r++) {
                halves[roles->at[r]] += sets * (r == 0 ? 2 : 1);
            }
        }
    }
    for (int32_t r = 0; r < PS_PLAN_ROLES; r++) CHECK(law_row, plan->role_halves[r] == halves[r]);
    for (int32_t i = 0; i < plan->note_count; i++) {
        waived = waived || plan->notes[i].kind == PS_NOTE_NO_GLUTE;
    }
    CHECK(law_row, waived || 2 * halves[PS_ROLE_G] >= halves[PS_ROLE_S]);
    for (int32_t e = 0; e < all->exercises.count; e++) {
        const ps_plan_item item = {.exercise = e};
        const bool waiver = waived && in->person_class != PS_CLASS_IRRITABLE;
        if (waiver && has_role(&item, PS_ROLE_G)) {
            CHECK(law_row, plan->why_not[e].block != PS_BLOCK_NONE);
        }
    }
}

/// 6 and 15: passive stretch with the micro-lane.
static inline void law_stretch(const ps_plan_input *in, const ps_plan *plan)
{
    int32_t by_day[PS_WEEK_DAYS] = {0}, week = 0, days = 0;
    for (int32_t d = 0; d < plan->day_count; d++) {
        by_day[plan->days[d].day - 1] += stretch_of(&plan->days[d]);
    }
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) week += by_day[d];
    CHECK(law_row, plan->stretch_s == week);
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        by_day[d] += plan->micro.sets[d] * plan->micro.hold_s;
        week += plan->micro.sets[d] * plan->micro.hold_s;
        days += plan->micro.sets[d] > 0 ? 1 : 0;
        CHECK(law_row, by_day[d] <= 240);
    }
    CHECK(law_row, week <= 600);
    CHECK(law_row, days <= 5);
    CHECK(law_row, (days > 0) == (plan->micro.stretch != PS_NONE));
    CHECK(law_row, (plan->micro.closing != PS_NONE) == (plan->micro.stretch != PS_NONE));
    const int32_t three[] = {plan->micro.breathing, plan->micro.stretch, plan->micro.closing};
    for (int32_t i = 0; i < PS_COUNT(three); i++) {
        if (three[i] != PS_NONE) CHECK(law_row, plan->why_not[three[i]].block == PS_BLOCK_NONE);
    }
    if (in->irritability > PS_IRRITABILITY_LOW) CHECK(law_row, plan->micro.stretch == PS_NONE);
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            const ps_plan_item *item = &plan->days[d].items[i];
            if (!is_stretch(item) || in->irritability == PS_IRRITABILITY_LOW) continue;
            CHECK(law_row, in->irritability == PS_IRRITABILITY_MOD);
            CHECK_TEXT(law_row, exercise_id(item->exercise), "leg-dangle");
            CHECK(law_row, item->asked[0].rung == 1 && item->asked[1].rung == 1);
        }
    }
}

/// All of them, for a plan that follows no article.
static inline void law_plan(const ps_plan_input *in, const ps_plan *plan)
{
    for (int32_t d = 0; d < plan->day_count; d++) {
        const ps_plan_day *day = &plan->days[d];
        law_size(in, plan, day);
        law_pairs(day);
        law_minimum(plan, day);
        law_stretch_share(in, day);
        law_weaker(in, day);
        for (int32_t i = 0; i < day->count; i++) {
            const ps_plan_item *item = &day->items[i];
            CHECK(law_row, plan->why_not[item->exercise].block == PS_BLOCK_NONE);
            law_forbidden(in, item);
            law_dose(in, item);
            law_reasons(item);
        }
    }
    law_spacing(in, plan);
    law_balance(in, plan);
    law_stretch(in, plan);
    law_resting(in, plan);
    law_swapped(in, plan);
}

#endif
