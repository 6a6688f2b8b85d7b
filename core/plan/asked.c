// What is asked of a side, and the smaller doses for when the time is short.
#include "plan/week.h"

#include <assert.h>

ps_dose ps_asked_dose(const ps_exercise *exercise, ps_asked asked)
{
    return ps_dose_at_rung(&exercise->engine.start,
                           (ps_rung){asked.sets, asked.reps, asked.hold_s});
}

int32_t ps_asked_seconds(const ps_exercise *exercise, const ps_asked *sides, int32_t count)
{
    assert(count == 1 || count == 2);
    ps_dose doses[2];
    for (int32_t i = 0; i < count; i++) doses[i] = ps_asked_dose(exercise, sides[i]);
    return ps_dose_seconds(doses, count, exercise->engine.timing).low;
}

static ps_rungs rungs_of(const ps_engine *engine, bool loaded)
{
    return loaded ? engine->rungs_loaded : engine->rungs;
}

static bool starts_gently(const ps_plan_input *in)
{
    return in->gentle_start || in->irritability >= PS_IRRITABILITY_MOD;
}

/// Whether it takes over from another exercise: a newly loaded item starts low.
static bool takes_over(const ps_catalogue *catalogue, int32_t index)
{
    for (int32_t i = 0; i < catalogue->exercises.count; i++) {
        if (catalogue->exercises.at[i].engine.loaded_exercise == index) return true;
    }
    return false;
}

int32_t ps_plan_start_rung(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise)
{
    const bool low = starts_gently(in) ||
                     catalogue->exercises.at[exercise].engine.family == PS_TIME ||
                     takes_over(catalogue, exercise);
    return low ? catalogue->constants.start_rung_gentle : catalogue->constants.start_rung;
}

// ---- the numbers of an article ----

/// The holds of an article's dose; of a cycle what all its phases have in common.
static ps_range holds_of(const ps_dose *dose)
{
    if (dose->phase_count == 0) return dose->hold_s;
    ps_range holds = dose->phases[0].seconds;
    for (int32_t i = 1; i < dose->phase_count; i++) {
        holds.low = ps__at_least(holds.low, dose->phases[i].seconds.low);
        holds.high = ps__at_most(holds.high, dose->phases[i].seconds.high);
    }
    return holds;
}

static bool reaches(const ps_rung *rung, const ps_dose *dose)
{
    return rung->sets >= dose->sets.low && rung->hold_s >= holds_of(dose).low &&
           (dose->phase_count > 0 || rung->reps >= dose->reps.low);
}

int32_t ps_plan_start_rung_of(const ps_catalogue *catalogue, const ps_plan_input *in,
                              int32_t programme, int32_t exercise)
{
    const int32_t start = ps_plan_start_rung(catalogue, in, exercise);
    const ps_programme_item *item = ps__article_item(catalogue, programme, exercise);
    if (!item || item->dose.sets.low == 0 || starts_gently(in)) return start;
    const bool loaded = ps__is_loaded(catalogue, in, exercise);
    const ps_rungs rungs = rungs_of(&catalogue->exercises.at[exercise].engine, loaded);
    for (int32_t rung = start; rung <= rungs.count; rung++) {
        if (reaches(&rungs.at[rung - 1], &item->dose)) return rung;
    }
    return start;
}

/// A hold that the article does not speak of stays ours.
static ps_rung within_article(ps_rung rung, const ps_dose *dose)
{
    const ps_range holds = holds_of(dose);
    rung.sets = ps__at_most(rung.sets, dose->sets.high);
    if (dose->phase_count == 0) rung.reps = ps__at_most(rung.reps, dose->reps.high);
    if (holds.high > 0) rung.hold_s = ps__at_most(rung.hold_s, holds.high);
    return rung;
}

// ---- a side ----

bool ps__stays_low(const ps_plan_input *in, const ps_engine *engine)
{
    return in->gentle_start || in->irritability >= PS_IRRITABILITY_HIGH ||
           (engine->family == PS_HOLD && in->irritability >= PS_IRRITABILITY_MOD);
}

ps_asked ps__asked(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                   int32_t index, int32_t side, bool loaded, bool *less)
{
    const ps_engine *engine = &catalogue->exercises.at[index].engine;
    const ps_training *state = &in->state[index][side];
    const ps_programme_item *item = ps__article_item(catalogue, programme, index);
    const ps_rungs rungs = rungs_of(engine, loaded);
    int32_t rung =
        state->rung > 0 ? state->rung : ps_plan_start_rung_of(catalogue, in, programme, index);
    if (ps__stays_low(in, engine)) rung = 1;
    rung = ps__at_most(rung, rungs.count);
    const ps_rung full = rungs.at[rung - 1];
    const ps_rung step = item ? within_article(full, &item->dose) : full;
    *less = step.sets < full.sets || step.reps < full.reps || step.hold_s < full.hold_s;
    ps_asked asked = {step.sets, step.reps, step.hold_s, rung};
    if (state->stage == PS_STAGE_DELOAD) {
        asked.sets = ps__at_least(1, asked.sets * catalogue->constants.deload.sets_pct / 100);
    }
    return asked;
}

ps_asked ps__least(const ps_exercise *exercise)
{
    const ps_rung step = exercise->engine.rungs.at[0];
    return (ps_asked){1, step.reps, step.hold_s, 1};
}

// ---- offers ----

static uint32_t roles_of(const ps_engine *engine)
{
    uint32_t roles = 0;
    for (int32_t i = 0; i < engine->roles.count; i++) roles |= UINT32_C(1) << engine->roles.at[i];
    return roles;
}

static void offer_dose(const ps_exercise *exercise, ps__offer *offer, const ps_asked *asked)
{
    ps__choice *dose = &offer->doses[offer->count++];
    dose->sets = asked[0].sets;
    dose->stretch_s = 0;
    for (int32_t s = 0; s < offer->sides; s++) {
        dose->asked[s] = asked[s];
        dose->sets = ps__at_most(dose->sets, asked[s].sets);
        const int32_t stretch = asked[s].sets * asked[s].reps * asked[s].hold_s;
        if (offer->stretch) dose->stretch_s = ps__at_least(dose->stretch_s, stretch);
    }
    dose->seconds = ps_asked_seconds(exercise, dose->asked, offer->sides);
}

void ps__offer_make(ps__week *week, int32_t index)
{
    const ps_exercise *exercise = &week->catalogue->exercises.at[index];
    ps__offer *offer = &week->offers[index];
    offer->roles = roles_of(&exercise->engine);
    offer->sides = exercise->per_side ? 2 : 1;
    offer->loaded = ps__is_loaded(week->catalogue, week->in, index);
    offer->stretch = exercise->engine.family == PS_HOLD;
    offer->count = 0;

    ps_asked asked[2] = {{0}, {0}};
    int32_t most = 0;
    bool less;
    for (int32_t s = 0; s < offer->sides; s++) {
        asked[s] = ps__asked(week->catalogue, week->in, PS_NONE, index, s, offer->loaded, &less);
        most = ps__at_least(most, asked[s].sets);
    }
    offer_dose(exercise, offer, asked);
    // fewer sets on both sides, one by one down to one
    while (most > 1) {
        most--;
        for (int32_t s = 0; s < offer->sides; s++) {
            asked[s].sets = ps__at_most(asked[s].sets, most);
        }
        offer_dose(exercise, offer, asked);
    }
    // then the lowest repetitions, never a shorter hold
    const ps_dose_limits *limits =
        offer->loaded ? exercise->engine.limits_loaded : exercise->engine.limits;
    bool lower = false;
    for (int32_t s = 0; s < offer->sides; s++) {
        lower = lower || asked[s].reps > limits->reps.low;
        asked[s].reps = ps__at_most(asked[s].reps, limits->reps.low);
    }
    if (lower) offer_dose(exercise, offer, asked);
}
