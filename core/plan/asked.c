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
        holds.low = ps_at_least(holds.low, dose->phases[i].seconds.low);
        holds.high = ps_at_most(holds.high, dose->phases[i].seconds.high);
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
    const bool loaded = ps_plan_is_loaded(catalogue, in, exercise);
    const ps_rungs rungs = rungs_of(&catalogue->exercises.at[exercise].engine, loaded);
    for (int32_t rung = start; rung <= rungs.count; rung++) {
        if (reaches(&rungs.at[rung - 1], &item->dose)) return rung;
    }
    return start;
}

/// Whether the part climbs by our ladder although the article's programme is followed. A passive
/// stretch does not: its weekly cap (B5) has no say over an article's days.
static bool climbs(const ps_programme_item *item, ps_family family, ps_part part)
{
    if (family == PS_HOLD) return false;
    for (int32_t i = 0; i < item->ours.count; i++) {
        if (item->ours.at[i] == part) return true;
    }
    return false;
}

static ps_rung within_article(ps_rung rung, const ps_programme_item *item, ps_family family)
{
    const ps_dose *dose = &item->dose;
    const ps_range holds = holds_of(dose);
    if (!climbs(item, family, PS_PART_SETS)) rung.sets = ps_at_most(rung.sets, dose->sets.high);
    if (!climbs(item, family, PS_PART_REPS) && dose->phase_count == 0) {
        rung.reps = ps_at_most(rung.reps, dose->reps.high);
    }
    if (!climbs(item, family, PS_PART_HOLD) && holds.high > 0) {
        rung.hold_s = ps_at_most(rung.hold_s, holds.high);
    }
    return rung;
}

// ---- a side ----

bool ps_plan_stays_low(const ps_plan_input *in, const ps_engine *engine)
{
    return in->gentle_start || in->irritability >= PS_IRRITABILITY_HIGH ||
           (engine->family == PS_HOLD && in->irritability >= PS_IRRITABILITY_MOD);
}

/// The rung of the state, or the one that it starts with.
static int32_t rung_of(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                       int32_t index, int32_t side)
{
    const ps_training *state = &in->state[index][side];
    if (ps_plan_stays_low(in, &catalogue->exercises.at[index].engine)) return 1;
    if (state->rung > 0) return state->rung;
    const int32_t start = ps_plan_start_rung_of(catalogue, in, programme, index);
    return state->start_max > 0 ? ps_at_most(start, state->start_max) : start;
}

static bool is_less(const ps_rung *a, const ps_rung *b)
{
    return a->sets < b->sets || a->reps < b->reps || a->hold_s < b->hold_s;
}

/// Of a cap, what the limits of the exercise let be asked: an article, or an old prescription, may
/// have asked for something of another shape.
static int32_t capped(int32_t asked, int32_t cap, int32_t least)
{
    return ps_at_most(asked, ps_at_least(cap, least));
}

/// Never above the cap. less: set when the cap is what decides
static ps_asked within_cap(const ps_dose_limits *limits, const ps_rung *cap, ps_asked asked,
                           bool *less)
{
    if (cap->sets == 0) return asked;
    const ps_rung full = {asked.sets, asked.reps, asked.hold_s};
    const ps_rung kept = {capped(full.sets, cap->sets, 1),
                          capped(full.reps, cap->reps, limits->reps.low),
                          capped(full.hold_s, cap->hold_s, limits->hold_s.low)};
    *less = *less || is_less(&kept, &full);
    return (ps_asked){kept.sets, kept.reps, kept.hold_s, asked.rung};
}

ps_asked ps__asked(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                   int32_t index, int32_t side, bool loaded, ps__less *less)
{
    const ps_engine *engine = &catalogue->exercises.at[index].engine;
    const ps_training *state = &in->state[index][side];
    const ps_programme_item *item = ps__article_item(catalogue, programme, index);
    const ps_rungs rungs = rungs_of(engine, loaded);
    int32_t rung = ps_at_most(rung_of(catalogue, in, programme, index, side), rungs.count);
    ps_rung full = rungs.at[rung - 1];
    ps_rung step = item ? within_article(full, item, engine->family) : full;
    // a hold is shortened by going down the ladder: those above may have more in everything else
    while (state->cap.sets > 0 && step.hold_s > state->cap.hold_s && rung > 1) {
        rung--;
        full = rungs.at[rung - 1];
        step = item ? within_article(full, item, engine->family) : full;
        less->cap = true;
    }
    less->article = less->article || is_less(&step, &full);
    ps_asked asked = {step.sets, step.reps, step.hold_s, rung};
    if (state->stage == PS_STAGE_DELOAD) {
        asked.sets = ps_at_least(1, asked.sets * catalogue->constants.deload.sets_pct / 100);
    }
    return within_cap(loaded ? engine->limits_loaded : engine->limits, &state->cap, asked,
                      &less->cap);
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
        dose->sets = ps_at_most(dose->sets, asked[s].sets);
        const int32_t stretch = asked[s].sets * asked[s].reps * asked[s].hold_s;
        if (offer->stretch) dose->stretch_s = ps_at_least(dose->stretch_s, stretch);
    }
    dose->seconds = ps_asked_seconds(exercise, dose->asked, offer->sides);
}

void ps__offer_make(ps__week *week, int32_t index)
{
    const ps_exercise *exercise = &week->catalogue->exercises.at[index];
    ps__offer *offer = &week->offers[index];
    offer->roles = roles_of(&exercise->engine);
    offer->sides = exercise->per_side ? 2 : 1;
    offer->loaded = ps_plan_is_loaded(week->catalogue, week->in, index);
    offer->stretch = exercise->engine.family == PS_HOLD;
    offer->count = 0;

    ps_asked asked[2] = {{0}, {0}};
    int32_t most = 0;
    ps__less less = {false, false};
    for (int32_t s = 0; s < offer->sides; s++) {
        asked[s] = ps__asked(week->catalogue, week->in, PS_NONE, index, s, offer->loaded, &less);
        most = ps_at_least(most, asked[s].sets);
    }
    offer->capped = less.cap;
    offer_dose(exercise, offer, asked);
    // fewer sets on both sides, one by one down to one
    while (most > 1) {
        most--;
        for (int32_t s = 0; s < offer->sides; s++) {
            asked[s].sets = ps_at_most(asked[s].sets, most);
        }
        offer_dose(exercise, offer, asked);
    }
    // then the lowest repetitions, never a shorter hold
    const ps_dose_limits *limits =
        offer->loaded ? exercise->engine.limits_loaded : exercise->engine.limits;
    bool lower = false;
    for (int32_t s = 0; s < offer->sides; s++) {
        lower = lower || asked[s].reps > limits->reps.low;
        asked[s].reps = ps_at_most(asked[s].reps, limits->reps.low);
    }
    if (lower) offer_dose(exercise, offer, asked);
}
