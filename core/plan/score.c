// Which of several exercises serves a role best.
#include "plan/week.h"

#include <string.h>

static int32_t points(const ps_class_plan *plan, int32_t exercise)
{
    for (int32_t i = 0; i < plan->preferences.count; i++) {
        if (plan->preferences.at[i].exercise == exercise) return plan->preferences.at[i].points;
    }
    return 0;
}

/// An item whose loaded exercise is blocked by its prerequisite only leads up to it.
static int32_t preference(const ps__taste *taste, int32_t exercise)
{
    const int32_t own = points(taste->plan, exercise);
    const int32_t loaded = taste->catalogue->exercises.at[exercise].engine.loaded_exercise;
    if (loaded == PS_NONE || !ps_has(taste->waits_for_base, loaded)) return own;
    const int32_t stone = taste->catalogue->constants.score.stepping_stone;
    return ps_at_least(own, points(taste->plan, loaded) + stone);
}

static int32_t score(const ps__taste *taste, int32_t exercise, ps_role role)
{
    const ps_score_weights *weights = &taste->catalogue->constants.score;
    const ps_engine *engine = &taste->catalogue->exercises.at[exercise].engine;
    int32_t sum = 0;
    if (engine->roles.at[0] == role) {
        sum += weights->primary + weights->preference * preference(taste, exercise);
    }
    if (role == PS_ROLE_S && engine->loadable != PS_LOADS_NONE) sum += weights->loadable_strength;
    sum += weights->skill * engine->skill;
    sum += weights->skill_above * ps_at_least(0, engine->skill - taste->in->skill);
    sum += engine->spine_load *
           (taste->in->back_sensitive ? weights->spine_load_back : weights->spine_load);
    if (engine->family == PS_HOLD || engine->family == PS_REP) {
        sum += weights->used_this_week * taste->uses[exercise];
    }
    return sum;
}

int32_t ps__best(const ps__taste *taste, uint64_t set, ps_role role)
{
    const ps_exercise *list = taste->catalogue->exercises.at;
    int32_t found = PS_NONE, found_score = 0;
    for (int32_t e = 0; e < taste->catalogue->exercises.count; e++) {
        if (!ps_has(set, e)) continue;
        const int32_t points_of = score(taste, e, role);
        if (found == PS_NONE || points_of > found_score ||
            (points_of == found_score && strcmp(list[e].id, list[found].id) < 0)) {
            found = e;
            found_score = points_of;
        }
    }
    return found;
}
