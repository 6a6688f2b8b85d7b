/// plan_people.h — people for the laws of a plan, whatever they are like.
#ifndef PS_TEST_PLAN_PEOPLE_H
#define PS_TEST_PLAN_PEOPLE_H

#include "plan_kit.h"

static inline bool chance(uint64_t *seed, int32_t percent)
{
    return test_between(seed, 1, 100) <= percent;
}

/// One of its own, with as many sets or fewer.
static inline ps_rung some_rung(uint64_t *seed, const ps_engine *engine)
{
    if (engine->rungs.count == 0) return (ps_rung){0};
    ps_rung rung = engine->rungs.at[test_between(seed, 0, engine->rungs.count - 1)];
    rung.sets = test_between(seed, 1, rung.sets);
    return rung;
}

static inline ps_training some_training(uint64_t *seed, const ps_engine *engine)
{
    static const ps_stage stages[] = {
        PS_STAGE_LEARN, PS_STAGE_BUILD,     PS_STAGE_BUILD,    PS_STAGE_HOLD,   PS_STAGE_REGRESS,
        PS_STAGE_LOAD,  PS_STAGE_GRADUATED, PS_STAGE_MAINTAIN, PS_STAGE_PAUSED, PS_STAGE_DELOAD,
    };
    return (ps_training){
        .stage = stages[test_between(seed, 0, PS_COUNT(stages) - 1)],
        .rung = test_between(seed, 1, 8),
        .mastered = chance(seed, 40),
        .loaded = engine->loadable != PS_LOADS_NONE && chance(seed, 30),
        .uses = chance(seed, 10) ? test_between(seed, 0, 3) : 0,
        .cap = chance(seed, 15) ? some_rung(seed, engine) : (ps_rung){0},
    };
}

static inline uint64_t some_bits(uint64_t *seed, int32_t count, int32_t percent)
{
    uint64_t set = 0;
    for (int32_t i = 0; i < count; i++) {
        if (chance(seed, percent)) set |= UINT64_C(1) << i;
    }
    return set;
}

/// Every exercise that has a hazard check.
static inline uint64_t all_hazards(void)
{
    uint64_t set = 0;
    for (int32_t i = 0; i < all->hazard_checks.count; i++) {
        set |= UINT64_C(1) << all->hazard_checks.at[i].exercise;
    }
    return set;
}

/// Any week, equipment, wishes, codes, state of training; the screening allows a plan.
static inline ps_plan_input some_person(uint64_t *seed)
{
    static const ps_class classes[] = {PS_CLASS_TIGHT, PS_CLASS_WEAK, PS_CLASS_BOTH,
                                       PS_CLASS_MAINTAIN};
    ps_plan_input in = ps_plan_input_defaults(all);
    in.irritability =
        (ps_irritability)test_between(seed, PS_IRRITABILITY_LOW, PS_IRRITABILITY_HIGH);
    if (chance(seed, 50)) in.irritability = PS_IRRITABILITY_LOW;
    in.person_class = in.irritability == PS_IRRITABILITY_HIGH ? PS_CLASS_IRRITABLE
                                                              : classes[test_between(seed, 0, 3)];
    in.codes = some_bits(seed, all->codes.count, chance(seed, 40) ? 0 : chance(seed, 80) ? 5 : 30);
    if (in.irritability == PS_IRRITABILITY_HIGH) in.codes |= set_of("codes", "IRRITABLE_HIGH");
    in.gentle_start = chance(seed, 15);
    in.sides_differ = chance(seed, 30);
    in.weaker = (ps_side)test_between(seed, PS_SIDE_BOTH, PS_SIDE_RIGHT);
    in.back_sensitive = chance(seed, 25);
    in.informed_pain = chance(seed, 20);
    in.week = test_between(seed, 1, 12);
    in.days_per_week = test_between(seed, 1, PS_PLAN_DAYS_MAX);
    in.minutes = test_between(seed, 5, 45);
    in.skill = test_between(seed, 1, 3);
    if (chance(seed, 25)) in.equipment &= some_bits(seed, all->equipment.count, 60);
    in.equipment |= some_bits(seed, all->equipment.count, chance(seed, 50) ? 70 : 15);
    in.position_limits = some_bits(seed, all->position_limits.count, chance(seed, 70) ? 0 : 25);
    in.optin = some_bits(seed, all->exercises.count, chance(seed, 60) ? 0 : 50);
    in.added = some_bits(seed, all->exercises.count, chance(seed, 60) ? 0 : 40);
    if (chance(seed, 40)) in.hazards = all_hazards();
    in.swapped = some_bits(seed, all->exercises.count, chance(seed, 60) ? 0 : 30);
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        in.resting[d] = some_bits(seed, all->exercises.count, chance(seed, 75) ? 0 : 30);
    }
    if (chance(seed, 30)) return in;
    const int32_t known = test_between(seed, 10, 100);
    for (int32_t e = 0; e < all->exercises.count; e++) {
        if (!chance(seed, known)) continue;
        for (int32_t s = 0; s < 2; s++) {
            in.state[e][s] = some_training(seed, &all->exercises.at[e].engine);
        }
        if (chance(seed, 60)) in.state[e][1] = in.state[e][0];
    }
    return in;
}

#endif
