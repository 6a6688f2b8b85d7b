// The order of a session, and what is taken out of it again so that the balances hold.
#include "plan/week.h"

#include <string.h>

enum { PLACE_STRETCH = 2, PLACES_OTHER = 7 };

static const ps_engine *engine_of(const ps__week *week, const ps__pick *pick)
{
    return &week->catalogue->exercises.at[pick->exercise].engine;
}

// ---- order ----

/// Place in a session by first role; a passive stretch comes before the glutes, X last.
static int32_t place(const ps__week *week, const ps__pick *pick)
{
    static const int32_t places[PS_PLAN_ROLES] = {
        [PS_ROLE_R] = 1,
        [PS_ROLE_G] = 3,
        [PS_ROLE_A] = 4,
        [PS_ROLE_S] = 5,
        [PS_ROLE_L] = 6,
        [PS_ROLE_C] = 7,
        [PS_ROLE_X] = PLACES_OTHER + 1,
    };
    const ps_role first = engine_of(week, pick)->roles.at[0];
    if (first == PS_ROLE_X && week->in->person_class == PS_CLASS_IRRITABLE) return 0;
    if (week->offers[pick->exercise].stretch) return PLACE_STRETCH;
    return (int32_t)first < PS_PLAN_ROLES ? places[first] : PLACES_OTHER;
}

static bool comes_before(const ps__week *week, const ps__pick *a, const ps__pick *b)
{
    const int32_t place_a = place(week, a), place_b = place(week, b);
    if (place_a != place_b) return place_a < place_b;
    const ps_exercise *list = week->catalogue->exercises.at;
    return strcmp(list[a->exercise].id, list[b->exercise].id) < 0;
}

static void put_in_order(const ps__week *week, ps__session *session)
{
    for (int32_t i = 1; i < session->count; i++) {
        const ps__pick pick = session->picks[i];
        int32_t at = i;
        for (; at > 0 && comes_before(week, &pick, &session->picks[at - 1]); at--) {
            session->picks[at] = session->picks[at - 1];
        }
        session->picks[at] = pick;
    }
}

// ---- taking away ----

static void take_out(const ps__week *week, ps__session *session, int32_t at)
{
    ps__count(week, session, &session->picks[at], -1);
    session->count--;
    for (int32_t i = at; i < session->count; i++) session->picks[i] = session->picks[i + 1];
}

static int32_t sets_of(const ps__week *week, const ps__pick *pick)
{
    return week->offers[pick->exercise].doses[pick->dose].sets;
}

/// The next dose with fewer sets, or PS_NONE.
static int32_t one_set_less(const ps__week *week, const ps__pick *pick)
{
    const ps__offer *offer = &week->offers[pick->exercise];
    for (int32_t i = pick->dose + 1; i < offer->count; i++) {
        if (offer->doses[i].sets < sets_of(week, pick)) return i;
    }
    return PS_NONE;
}

static void change_dose(const ps__week *week, ps__session *session, int32_t at, int32_t dose)
{
    ps__pick *pick = &session->picks[at];
    ps__count(week, session, pick, -1);
    pick->dose = dose;
    ps__count(week, session, pick, 1);
}

bool ps__wants_partner(const ps_engine *engine)
{
    return engine->family == PS_HOLD || engine->roles.at[0] == PS_ROLE_R;
}

bool ps__is_partner(const ps_engine *engine)
{
    for (int32_t i = 0; i < engine->roles.count; i++) {
        const ps_role role = engine->roles.at[i];
        if (role == PS_ROLE_A || role == PS_ROLE_S) return true;
        if (role == PS_ROLE_L && engine->family == PS_CYCLE) return true;
    }
    return false;
}

static bool repair_pairs(const ps__week *week, ps__session *session)
{
    bool partner = false;
    for (int32_t i = session->count - 1; i >= 0; i--) {
        const ps_engine *engine = engine_of(week, &session->picks[i]);
        if (ps__wants_partner(engine) && !partner) {
            take_out(week, session, i);
            return true;
        }
        partner = partner || ps__is_partner(engine);
    }
    return false;
}

/// Passive stretch may take only a part of the training time (B4).
static bool repair_stretch(const ps__week *week, ps__session *session)
{
    const ps_balance_plan *balance = &week->catalogue->constants.balance;
    const int32_t most = week->in->person_class == PS_CLASS_TIGHT ? balance->stretch_max_tight_pct
                                                                  : balance->stretch_max_pct;
    int32_t stretch = 0, whole = 0, last = PS_NONE;
    for (int32_t i = 0; i < session->count; i++) {
        const ps__pick *pick = &session->picks[i];
        const int32_t seconds = week->offers[pick->exercise].doses[pick->dose].seconds;
        const ps_role first = engine_of(week, pick)->roles.at[0];
        if (first != PS_ROLE_R && first != PS_ROLE_X) whole += seconds;
        if (week->offers[pick->exercise].stretch) {
            stretch += seconds;
            last = i;
        }
    }
    if (last == PS_NONE || stretch * 100 <= most * whole) return false;
    const int32_t less = one_set_less(week, &session->picks[last]);
    if (less == PS_NONE) {
        take_out(week, session, last);
    } else {
        change_dose(week, session, last, less);
        session->picks[last].b4 = true;
    }
    return true;
}

/// Glutes at least half of the hip flexors, over the week so far (B2).
static bool repair_glutes(const ps__week *week, ps__session *session)
{
    const int32_t glute = week->got[PS_ROLE_G] + session->got[PS_ROLE_G];
    const int32_t flexor = week->got[PS_ROLE_S] + session->got[PS_ROLE_S];
    if (week->in->person_class == PS_CLASS_IRRITABLE || !ps__any_allowed(week, PS_ROLE_G) ||
        glute * 100 >= week->catalogue->constants.balance.glute_min_pct * flexor) {
        return false;
    }
    for (int32_t i = session->count - 1; i >= 0; i--) {
        ps__pick *pick = &session->picks[i];
        const int32_t less = one_set_less(week, pick);
        if (engine_of(week, pick)->roles.at[0] != PS_ROLE_S || less == PS_NONE) continue;
        change_dose(week, session, i, less);
        pick->b2 = true;
        return true;
    }
    for (int32_t i = session->count - 1; i >= 0; i--) {
        const ps__pick *pick = &session->picks[i];
        if (!ps_has(week->offers[pick->exercise].roles, PS_ROLE_S)) continue;
        if (engine_of(week, pick)->roles.at[0] == PS_ROLE_G) continue;
        take_out(week, session, i);
        return true;
    }
    return false;
}

// ---- one more set on the weaker side ----

static bool goes_well(const ps_training *state)
{
    if (state->cap.sets > 0) return false;
    switch (state->stage) {
    case PS_STAGE_LOCKED:
    case PS_STAGE_LEARN:
    case PS_STAGE_BUILD:
    case PS_STAGE_LOAD:
    case PS_STAGE_GRADUATED:
    case PS_STAGE_MAINTAIN:
        return true;
    case PS_STAGE_HOLD:
    case PS_STAGE_REGRESS:
    case PS_STAGE_PAUSED:
    case PS_STAGE_DELOAD:
        return false;
    }
    return false;
}

static void add_weaker_set(const ps__week *week, ps__session *session)
{
    const ps_plan_input *in = week->in;
    if (!in->sides_differ || in->weaker == PS_SIDE_BOTH || in->gentle_start ||
        in->irritability > PS_IRRITABILITY_LOW || session->kind != PS_DAY_STRENGTH) {
        return;
    }
    const int32_t side = in->weaker == PS_SIDE_LEFT ? 0 : 1;
    for (int32_t i = 0; i < session->count; i++) {
        ps__pick *pick = &session->picks[i];
        if (engine_of(week, pick)->roles.at[0] != PS_ROLE_S) continue;

        const ps_exercise *exercise = &week->catalogue->exercises.at[pick->exercise];
        const ps__offer *offer = &week->offers[pick->exercise];
        const ps_dose_limits *limits =
            offer->loaded ? exercise->engine.limits_loaded : exercise->engine.limits;
        if (offer->sides < 2 || pick->dose > 0 || !goes_well(&in->state[pick->exercise][side])) {
            return;
        }
        ps_asked asked[2] = {offer->doses[0].asked[0], offer->doses[0].asked[1]};
        asked[side].sets++;
        const int32_t more = ps_asked_seconds(exercise, asked, 2) - offer->doses[0].seconds;
        if (asked[side].sets > limits->sets.high || more > session->left_s) return;
        pick->extra_side = side;
        session->left_s -= more;
        return;
    }
}

void ps__session_repair(const ps__week *week, ps__session *session)
{
    put_in_order(week, session);
    while (repair_pairs(week, session) || repair_stretch(week, session) ||
           repair_glutes(week, session)) {
    }
    add_weaker_set(week, session);
}
