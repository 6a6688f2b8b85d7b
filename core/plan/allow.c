// Whether an exercise may be done: every reason against it, the first in the order of domain 5.5.
#include "plan/week.h"

#include <string.h>

static bool owned(const ps_plan_input *in, int32_t equipment)
{
    return equipment != PS_NONE && ps_has(in->equipment, equipment);
}

/// Whether something stands in for the equipment; nothing at all will do when `unloaded` is set.
static bool replaced(const ps_plan_input *in, const ps_exercise *exercise, int32_t equipment,
                     bool *unloaded)
{
    bool nothing = false;
    for (int32_t i = 0; i < exercise->alternatives.count; i++) {
        const ps_alternative *other = &exercise->alternatives.at[i];
        if (other->kind != PS_ALTERNATIVE_REPLACE || other->replaces != equipment) continue;
        if (owned(in, other->equipment)) return true;
        nothing = nothing || other->equipment == PS_NONE;
    }
    if (nothing) *unloaded = true;
    return nothing;
}

bool ps__equipped(const ps_plan_input *in, const ps_exercise *exercise, bool *unloaded,
                  int32_t *missing)
{
    *unloaded = false;
    for (int32_t i = 0; i < exercise->equipment.count; i++) {
        const int32_t need = exercise->equipment.at[i];
        if (owned(in, need) || replaced(in, exercise, need, unloaded)) continue;
        *missing = need;
        return false;
    }
    return true;
}

static bool on_owned_bed(const ps_catalogue *catalogue, const ps_plan_input *in,
                         const ps_exercise *exercise)
{
    for (int32_t i = 0; i < exercise->surface_alternatives.count; i++) {
        if (exercise->surface_alternatives.at[i] != PS_ON_BED) continue;
        for (int32_t e = 0; e < catalogue->equipment.count; e++) {
            if (strcmp(catalogue->equipment.at[e].id, "bed") == 0) return owned(in, e);
        }
    }
    return false;
}

/// The first position limit that the exercise does not respect, or PS_NONE.
static int32_t limit_of(const ps_catalogue *catalogue, const ps_plan_input *in,
                        const ps_exercise *exercise)
{
    for (int32_t i = 0; i < catalogue->position_limits.count; i++) {
        if (!ps_has(in->position_limits, i)) continue;
        const ps_position_limit *limit = &catalogue->position_limits.at[i];
        if (limit->unless_bed && on_owned_bed(catalogue, in, exercise)) continue;
        for (int32_t d = 0; d < limit->any.count; d++) {
            if (ps_describes_exercise(&limit->any.at[d], catalogue, exercise)) return i;
        }
    }
    return PS_NONE;
}

bool ps__mastered(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise)
{
    const ps_training *state = in->state[exercise];
    return state[0].mastered && (!catalogue->exercises.at[exercise].per_side || state[1].mastered);
}

/// Whether one of the exercises that come first is mastered; else `wanted` is the first of them.
static bool prepared(const ps_catalogue *catalogue, const ps_plan_input *in, const ps_refs *after,
                     int32_t *wanted)
{
    for (int32_t i = 0; i < after->count; i++) {
        if (ps__mastered(catalogue, in, after->at[i])) return true;
    }
    if (after->count > 0) *wanted = after->at[0];
    return after->count == 0;
}

static bool chosen(const ps_plan_input *in, const ps_exercise *exercise, int32_t index)
{
    switch (exercise->engine.selectable) {
    case PS_CHOSEN_FREELY:
        return true;
    case PS_CHOSEN_NEVER:
    case PS_CHOSEN_AFTER_SIGNOFF:
        return false;
    case PS_CHOSEN_BY_OPT_IN:
        return ps_has(in->optin, index);
    case PS_CHOSEN_BY_HAND:
    case PS_CHOSEN_ON_PROPOSAL:
        return ps_has(in->added, index);
    }
    return false;
}

static bool is_paused(const ps_training *state, bool per_side)
{
    return state[0].stage == PS_STAGE_PAUSED || (per_side && state[1].stage == PS_STAGE_PAUSED);
}

static ps_code_set excluding(const ps_exercise *exercise, ps_code_set codes)
{
    ps_code_set set = 0;
    for (int32_t i = 0; i < exercise->exclude.count; i++) {
        set |= codes & UINT64_C(1) << exercise->exclude.at[i].code;
    }
    return set;
}

static bool is_undosed(const ps_exercise *exercise)
{
    return exercise->engine.start.sets.low == 0 || exercise->kind == PS_KIND_HABIT ||
           exercise->kind == PS_KIND_CARE;
}

/// B13.
static bool is_hard_on_the_back(const ps_exercise *exercise)
{
    return exercise->position == PS_PLANK || exercise->position == PS_HANGING;
}

static bool is_weight(const ps_engine *engine)
{
    return engine->loadable == PS_LOADS_DUMBBELL || engine->loadable == PS_LOADS_ANKLE_WEIGHT;
}

/// The hazard check that keeps an exercise closed, or PS_NONE.
static int32_t hazard_of(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise)
{
    for (int32_t i = 0; i < catalogue->hazard_checks.count; i++) {
        const bool its = catalogue->hazard_checks.at[i].exercise == exercise;
        if (its && ps_has(in->hazards, exercise)) return i;
    }
    return PS_NONE;
}

void ps__block(ps_why_not *why, ps_block reason, int32_t detail)
{
    if (why->block == PS_BLOCK_NONE) {
        why->block = reason;
        why->detail = detail;
    }
    why->all |= UINT32_C(1) << reason;
}

ps_why_not ps_plan_against(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t index,
                           uint32_t ignored)
{
    const ps_exercise *exercise = &catalogue->exercises.at[index];
    const ps_engine *engine = &exercise->engine;
    const ps_skill_plan *skill = &catalogue->constants.skill;
    const ps_strength_plan *strength = &catalogue->constants.strength;
    int32_t missing = PS_NONE, wanted = PS_NONE;
    bool unloaded = false;
    const bool equipped = ps__equipped(in, exercise, &unloaded, &missing);
    const bool ready = prepared(catalogue, in, &engine->after, &wanted);
    const int32_t limit = limit_of(catalogue, in, exercise);
    const int32_t hazard = hazard_of(catalogue, in, index);
    ps_why_not why = {.detail = PS_NONE, .codes = excluding(exercise, in->codes)};
    const bool unskilled = engine->skill >= skill->gate_item && in->skill < skill->gate_person;
    const bool passive_weak = in->person_class == PS_CLASS_WEAK && engine->family == PS_HOLD;
    const bool early = engine->load_is_part && is_weight(engine) && in->week < strength->load_week;
    const bool back =
        is_hard_on_the_back(exercise) && in->back_sensitive && in->week < strength->back_week;
    // clang-format off
    const struct {
        ps_block reason;
        bool holds;
        int32_t detail;
    } reasons[] = {
        {PS_BLOCK_UNDOSED, is_undosed(exercise), PS_NONE},
        {PS_BLOCK_CHOICE, !chosen(in, exercise, index), PS_NONE},
        {PS_BLOCK_CODE, why.codes != 0, PS_NONE},
        {PS_BLOCK_HAZARD, hazard != PS_NONE, hazard},
        {PS_BLOCK_IRRITABILITY, engine->irritability_max < in->irritability, PS_NONE},
        {PS_BLOCK_WEEK, in->week < engine->min_week, engine->min_week},
        {PS_BLOCK_SKILL, unskilled, PS_NONE},
        {PS_BLOCK_X01, passive_weak, PS_NONE},
        {PS_BLOCK_EQUIPMENT, !equipped, missing},
        {PS_BLOCK_LOAD_WEEK, early, strength->load_week},
        {PS_BLOCK_POSITION, limit != PS_NONE, limit},
        {PS_BLOCK_FIRST, !ready, wanted},
        {PS_BLOCK_BACK, back, strength->back_week},
        {PS_BLOCK_PAUSED, is_paused(in->state[index], exercise->per_side), PS_NONE},
    };
    // clang-format on
    for (int32_t i = 0; i < PS_COUNT(reasons); i++) {
        if (!reasons[i].holds || ps_has(ignored, (int32_t)reasons[i].reason)) continue;
        ps__block(&why, reasons[i].reason, reasons[i].detail);
    }
    return why;
}

// ---- load ----

static bool forbids(const ps_contraindication *code, const ps_terms *tags, const char *tag)
{
    for (int32_t i = 0; i < code->prohibits.count; i++) {
        const int32_t named = code->prohibits.at[i].tag;
        if (named != PS_NONE && strcmp(tags->at[named].id, tag) == 0) return true;
    }
    return false;
}

bool ps__may_load(const ps_catalogue *catalogue, const ps_plan_input *in)
{
    if (in->gentle_start || in->irritability >= PS_IRRITABILITY_HIGH) return false;
    for (int32_t i = 0; i < catalogue->codes.count; i++) {
        if (ps_has(in->codes, i) &&
            forbids(&catalogue->codes.at[i], &catalogue->tags, "external-load")) {
            return false;
        }
    }
    return true;
}

/// What serves as a load of each kind.
static const struct {
    ps_loadable loadable;
    const char *equipment;
} loads[] = {
    {PS_LOADS_BAND,         "resistance-band-loop"    },
    {PS_LOADS_BAND,         "resistance-band-anchored"},
    {PS_LOADS_DUMBBELL,     "dumbbell"                },
    {PS_LOADS_DUMBBELL,     "weight"                  },
    {PS_LOADS_ANKLE_WEIGHT, "ankle-weight"            },
};

static bool owns_load(const ps_catalogue *catalogue, const ps_plan_input *in, ps_loadable loadable)
{
    for (int32_t e = 0; e < catalogue->equipment.count; e++) {
        if (!ps_has(in->equipment, e)) continue;
        for (int32_t i = 0; i < PS_COUNT(loads); i++) {
            if (loads[i].loadable == loadable &&
                strcmp(loads[i].equipment, catalogue->equipment.at[e].id) == 0) {
                return true;
            }
        }
    }
    return false;
}

/// Whether the exercise may be done without its load: then it is never loaded unnoticed.
static bool can_do_without(const ps_exercise *exercise)
{
    for (int32_t i = 0; i < exercise->alternatives.count; i++) {
        const ps_alternative *other = &exercise->alternatives.at[i];
        if (other->kind == PS_ALTERNATIVE_REPLACE && other->equipment == PS_NONE) return true;
    }
    return false;
}

/// Also from before a gap that made it start over.
static bool has_history(const ps_training *state)
{
    return state->rung > 0 || state->start_max > 0;
}

bool ps_plan_is_loaded(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t index)
{
    const ps_exercise *exercise = &catalogue->exercises.at[index];
    const ps_engine *engine = &exercise->engine;
    const ps_training *state = in->state[index];
    if (engine->loadable == PS_LOADS_NONE || engine->ladder_loaded == PS_NONE) return false;
    if (is_weight(engine) && in->week < catalogue->constants.strength.load_week) return false;
    if (!ps__may_load(catalogue, in)) return false;

    const bool went_to_load = state[0].loaded && (!exercise->per_side || state[1].loaded);
    if (!engine->load_is_part) return went_to_load && owns_load(catalogue, in, engine->loadable);

    int32_t missing;
    bool unloaded;
    if (!ps__equipped(in, exercise, &unloaded, &missing) || unloaded) return false;
    const bool history = has_history(&state[0]) || (exercise->per_side && has_history(&state[1]));
    return went_to_load || !history || !can_do_without(exercise);
}
