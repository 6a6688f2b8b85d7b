/// explain_kit.h — coaches filled by hand: a person who told something, and the plan that follows.
#ifndef PS_TEST_EXPLAIN_KIT_H
#define PS_TEST_EXPLAIN_KIT_H

#include "ps/explain.h"

#include "plan_people.h"
#include "screen_kit.h"

enum { SENTENCES_LEAST = 2, SENTENCES_MOST = 5 };

static inline void put_value(ps_profile *profile, const char *field, double number)
{
    profile->values[field_of(field)] = (ps_value){.given = true, .number = number};
}

/// Pain, tests and signs of any kind, within what the questions allow.
static inline ps_profile some_profile(uint64_t *seed)
{
    static const struct {
        const char *field;
        int32_t low, high, percent; // how often it is told at all
    } numbers[] = {
        {"pain_worst_24h",    0,   8,  100},
        {"pain_rest",         0,   5,  100},
        {"pain_ordinary",     0,   5,  100},
        {"settle_hours",      0,   30, 100},
        {"night_wake",        0,   3,  100},
        {"sitting_h_per_day", 0,   14, 90 },
        {"front_pull",        0,   1,  90 },
        {"short_stride",      0,   1,  90 },
        {"pain_on_rising",    0,   1,  90 },
        {"stairs_hard",       0,   1,  90 },
        {"march_tires",       0,   1,  90 },
        {"leg_heavy",         0,   1,  90 },
        {"length_deg_L",      -25, 15, 70 },
        {"length_deg_R",      -25, 15, 70 },
        {"back_flat",         0,   1,  90 },
        {"hold_s_L",          0,   30, 70 },
        {"hold_s_R",          0,   30, 70 },
        {"aslr_L",            0,   3,  30 },
        {"aslr_R",            0,   3,  30 },
    };
    ps_profile profile = fine_but("");
    const bool calm = chance(seed, 60);
    for (int32_t i = calm ? 5 : 0; i < PS_COUNT(numbers); i++) {
        const double number = test_between(seed, numbers[i].low, numbers[i].high);
        const double half = chance(seed, 20) && numbers[i].high > 5 && i > 4 ? 0.5 : 0;
        if (!chance(seed, numbers[i].percent)) continue;
        put_value(&profile, numbers[i].field, number + half);
    }
    if (chance(seed, 10)) {
        profile.values[field_of("length_deg_R")] = profile.values[field_of("length_deg_L")];
    }
    return profile;
}

/// A plan for somebody who told `profile` and has `wishes`: what screening decides comes from it.
static inline void fill_coach(const ps_profile *profile, const ps_plan_input *wishes,
                              int32_t programme, ps_coach *coach)
{
    memset(coach, 0, sizeof *coach);
    ps_told *told = &coach->told;
    told->profile = *profile;
    ps_screen_at(all, profile, TODAY, &told->screened);
    const ps_training_time time = {.week = wishes->week};
    const ps_plan_input follows = ps_plan_input_of(all, profile, &told->screened, time);
    coach->input = *wishes;
    coach->input.may_train = true;
    coach->input.codes |= follows.codes;
    coach->input.irritability = follows.irritability;
    coach->input.person_class = follows.person_class;
    coach->input.gentle_start = wishes->gentle_start || follows.gentle_start;
    coach->input.sides_differ = follows.sides_differ;
    coach->input.weaker = follows.weaker;
    coach->input.back_sensitive = wishes->back_sensitive || follows.back_sensitive;

    coach->today = TODAY;
    coach->stage = PS_COACH_READY;
    coach->block_start = coach->week_start = TODAY;
    coach->week = wishes->week;
    coach->class_now = coach->input.person_class;
    coach->class_day = TODAY;
    coach->programme = programme;
    const ps_code code = programme == PS_NONE
                             ? ps_plan_make(all, &coach->input, &coach->plan, NULL)
                             : ps_plan_make_of(all, &coach->input, programme, &coach->plan, NULL);
    CHECK("a plan", code == PS_OK);
}

static inline void some_coach(uint64_t *seed, ps_coach *coach)
{
    const ps_profile profile = some_profile(seed);
    ps_plan_input wishes = some_person(seed);
    for (int32_t e = 0; e < all->exercises.count; e++) {
        ps_training *state = wishes.state[e];
        if (state[0].rung > 0 && chance(seed, 40)) state[0].greens = state[1].greens = 1;
    }
    const int32_t last = all->programmes.count - 1;
    fill_coach(&profile, &wishes, chance(seed, 20) ? test_between(seed, 0, last) : PS_NONE, coach);
}

#endif
