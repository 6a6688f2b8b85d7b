// One session: the roles that must be served, the weekly quotas, candidates by score.
#include "plan/week.h"

/// The order in which a tie between roles is broken: by letter.
static const ps_role by_letter[] = {PS_ROLE_A, PS_ROLE_C, PS_ROLE_G, PS_ROLE_L,
                                    PS_ROLE_R, PS_ROLE_S, PS_ROLE_X};

static const ps_engine *engine_of(const ps__week *week, int32_t exercise)
{
    return &week->catalogue->exercises.at[exercise].engine;
}

static bool has_role(const ps__week *week, int32_t exercise, ps_role role)
{
    return ps_has(week->offers[exercise].roles, (int32_t)role);
}

static ps__taste taste_of(const ps__week *week)
{
    return (ps__taste){week->catalogue, week->in, week->plan, week->waits_for_base, week->uses};
}

static bool is_first_role(const ps__week *week, int32_t exercise, ps_role role)
{
    return engine_of(week, exercise)->roles.at[0] == role;
}

bool ps__any_allowed(const ps__week *week, ps_role role)
{
    for (int32_t e = 0; e < week->catalogue->exercises.count; e++) {
        if (ps_has(week->choosable, e) && has_role(week, e, role)) return true;
    }
    return false;
}

void ps__count(const ps__week *week, ps__session *session, const ps__pick *pick, int32_t sign)
{
    const ps__choice *dose = &week->offers[pick->exercise].doses[pick->dose];
    const ps_roles *roles = &engine_of(week, pick->exercise)->roles;
    for (int32_t i = 0; i < roles->count; i++) {
        if ((int32_t)roles->at[i] >= PS_PLAN_ROLES) continue;
        session->got[roles->at[i]] += sign * dose->sets * (i == 0 ? PS__WHOLE : PS__HALF);
    }
    session->left_s -= sign * dose->seconds;
    session->stretch_s += sign * dose->stretch_s;
}

// ---- candidates ----

static bool is_heavy(const ps__week *week, int32_t exercise)
{
    const ps__offer *offer = &week->offers[exercise];
    const int32_t reps =
        ps_at_most(offer->doses[0].asked[0].reps, offer->doses[0].asked[offer->sides - 1].reps);
    return offer->loaded && reps <= week->catalogue->constants.strength.heavy_reps_max;
}

static bool is_kept_up(const ps__week *week, int32_t exercise)
{
    const ps_training *state = week->in->state[exercise];
    return state[0].stage == PS_STAGE_MAINTAIN || state[1].stage == PS_STAGE_MAINTAIN;
}

/// Items that may be taken today at all, as a set.
static uint64_t takeable(const ps__week *week, const ps__session *session)
{
    const ps_strength_plan *strength = &week->catalogue->constants.strength;
    uint64_t set = week->choosable & ~week->in->resting[session->day - 1];
    for (int32_t i = 0; i < session->count; i++) {
        set &= ~(UINT64_C(1) << session->picks[i].exercise);
    }
    for (int32_t e = 0; e < week->catalogue->exercises.count; e++) {
        if (!ps_has(set, e)) continue;
        const bool too_hard = session->kind == PS_DAY_LIGHT && has_role(week, e, PS_ROLE_S);
        const bool heavy = is_heavy(week, e) && week->uses[e] >= strength->heavy_days;
        const bool kept = is_kept_up(week, e) && week->uses[e] >= strength->maintain_days;
        if (too_hard || heavy || kept) set &= ~(UINT64_C(1) << e);
    }
    return set;
}

/// Of `set` those with the role first; if there is none, those with it later.
static uint64_t candidates(const ps__week *week, uint64_t set, ps_role role)
{
    uint64_t first = 0, later = 0;
    for (int32_t e = 0; e < week->catalogue->exercises.count; e++) {
        if (!ps_has(set, e) || !has_role(week, e, role)) continue;
        if (is_first_role(week, e, role)) first |= UINT64_C(1) << e;
        later |= UINT64_C(1) << e;
    }
    return first != 0 ? first : later;
}

// ---- adding ----

static bool has_first_role(const ps__week *week, const ps__session *session, ps_role role)
{
    for (int32_t i = 0; i < session->count; i++) {
        if (is_first_role(week, session->picks[i].exercise, role)) return true;
    }
    return false;
}

static bool is_served(const ps__week *week, const ps__session *session, ps_role role)
{
    if (role == PS_ROLE_G) return has_first_role(week, session, PS_ROLE_G);
    return session->got[role] >= PS__WHOLE;
}

/// Seconds of the cheapest dose of a role, or PS_NONE when nothing can serve it.
static int32_t cheapest(const ps__week *week, uint64_t set, ps_role role)
{
    const uint64_t may = candidates(week, set, role);
    int32_t least = PS_NONE;
    for (int32_t e = 0; e < week->catalogue->exercises.count; e++) {
        if (!ps_has(may, e)) continue;
        const ps__offer *offer = &week->offers[e];
        const int32_t seconds = offer->doses[offer->count - 1].seconds;
        if (least == PS_NONE || seconds < least) least = seconds;
    }
    return least;
}

/// Time and places kept free for must roles that wait.
typedef struct {
    int32_t seconds, places;
} reserve;

static reserve keep_for(const ps__week *week, uint64_t set, uint32_t waiting)
{
    reserve kept = {0, 0};
    for (int32_t r = 0; r < PS_PLAN_ROLES; r++) {
        if (!ps_has(waiting, r)) continue;
        const int32_t seconds = cheapest(week, set, (ps_role)r);
        if (seconds == PS_NONE) continue;
        kept.seconds += seconds;
        kept.places++;
    }
    return kept;
}

static uint32_t waiting_roles(const ps__week *week, const ps__session *session, ps_role but)
{
    uint32_t waiting = 0;
    for (int32_t i = 0; i < session->must.count; i++) {
        const ps_role r = session->must.at[i];
        if (r != but && !is_served(week, session, r)) waiting |= UINT32_C(1) << r;
    }
    return waiting;
}

static bool fits_stretch(const ps__week *week, const ps__session *session, const ps__choice *dose)
{
    const ps_stretch_plan *caps = &week->catalogue->constants.stretch;
    if (dose->stretch_s == 0) return true;
    const int32_t today = session->stretch_s + dose->stretch_s;
    return today <= 60 * caps->cap_min_day_side &&
           week->stretch_s + today <= 60 * caps->cap_min_week_side;
}

/// The largest dose of the item that fits beside what is kept, or PS_NONE.
static int32_t fitting(const ps__week *week, const ps__session *session, int32_t exercise,
                       reserve kept, bool others_wait)
{
    const ps__offer *offer = &week->offers[exercise];
    const int32_t most = others_wait
                             ? week->budget_s * week->catalogue->constants.waiting_share_pct / 100
                             : week->budget_s;
    if (session->count + 1 + kept.places > week->items_max) return PS_NONE;
    for (int32_t i = 0; i < offer->count; i++) {
        const ps__choice *dose = &offer->doses[i];
        if (dose->seconds <= session->left_s - kept.seconds && dose->seconds <= most &&
            fits_stretch(week, session, dose)) {
            return i;
        }
    }
    return PS_NONE;
}

static bool try_candidates(const ps__week *week, ps__session *session, ps_role role,
                           uint32_t waiting, bool others_wait, ps_plan_reason because)
{
    const ps__taste taste = taste_of(week);
    const uint64_t may = takeable(week, session);
    uint64_t rest = candidates(week, may, role);
    for (int32_t e = ps__best(&taste, rest, role); e != PS_NONE; e = ps__best(&taste, rest, role)) {
        rest &= ~(UINT64_C(1) << e);
        const reserve kept = keep_for(week, may & ~(UINT64_C(1) << e), waiting);
        const int32_t dose = fitting(week, session, e, kept, others_wait);
        if (dose == PS_NONE) continue;
        const bool capped = !fits_stretch(week, session, &week->offers[e].doses[0]);
        ps__pick *pick = &session->picks[session->count++];
        *pick = (ps__pick){.exercise = e,
                           .dose = dose,
                           .because = because,
                           .short_of_time = dose > 0 && !capped,
                           .b5 = capped,
                           .extra_side = PS_NONE};
        ps__count(week, session, pick, 1);
        return true;
    }
    return false;
}

/// Adds an item for the role: with room for every must role that waits, else for G only.
static bool add(const ps__week *week, ps__session *session, ps_role role, ps_plan_reason because)
{
    const uint32_t waiting = waiting_roles(week, session, role);
    const bool wait = keep_for(week, takeable(week, session), waiting).places > 0;
    if (try_candidates(week, session, role, waiting, wait, because)) return true;
    return try_candidates(week, session, role, waiting & UINT32_C(1) << PS_ROLE_G, wait, because);
}

// ---- the passes ----

static int32_t quota_gap(const ps__session *session, ps_role role)
{
    return session->quota[role] * PS__WHOLE - session->got[role];
}

/// The role with the largest gap among those not dropped; PS_NONE when there is none.
static int32_t most_behind(const ps__session *session, uint32_t dropped)
{
    int32_t found = PS_NONE;
    for (int32_t i = 0; i < PS_COUNT(by_letter); i++) {
        const ps_role r = by_letter[i];
        if (ps_has(dropped, (int32_t)r) || quota_gap(session, r) <= 0) continue;
        if (found == PS_NONE || quota_gap(session, r) > quota_gap(session, (ps_role)found)) {
            found = (int32_t)r;
        }
    }
    return found;
}

static int32_t ceil_div(int32_t a, int32_t b) { return a <= 0 ? 0 : (a + b - 1) / b; }

/// What of the weekly target falls on this day: what is left over the days left, and not less than
/// an even share, rounded so that a quarter of a role-set is forgiven.
static int32_t share(const ps__week *week, ps_role role, int32_t index)
{
    const int32_t target = week->target[role];
    const int32_t left =
        ceil_div(target * PS__WHOLE - week->got[role], PS__WHOLE * (week->days - index));
    return ps_at_least(left, ceil_div(4 * target - week->days, 4 * week->days));
}

static void set_quotas(const ps__week *week, int32_t index, ps__session *session)
{
    const ps_light_day *light = &week->catalogue->constants.light_day;
    session->must = week->plan->must;
    if (session->kind == PS_DAY_LIGHT) {
        session->must = light->must;
        for (int32_t i = 0; i < light->quota.count; i++) {
            session->quota[light->quota.at[i].role] = light->quota.at[i].sets;
        }
    } else {
        for (int32_t r = 0; r < PS_PLAN_ROLES; r++) {
            if (week->target[r] > 0) session->quota[r] = share(week, (ps_role)r, index);
        }
    }
    session->quota[PS_ROLE_R] = ps__any_allowed(week, PS_ROLE_R) ? 1 : 0;
}

void ps__session_fill(const ps__week *week, ps_day_kind kind, int32_t day, int32_t index,
                      ps__session *session)
{
    *session = (ps__session){.kind = kind, .day = day, .left_s = week->budget_s};
    set_quotas(week, index, session);
    for (int32_t i = 0; i < session->must.count; i++) {
        const ps_role r = session->must.at[i];
        if (is_served(week, session, r)) continue;
        (void)add(week, session, r, (ps_plan_reason){PS_BECAUSE_MUST, r});
    }
    uint32_t dropped = 0;
    while (session->count < week->items_max) {
        const int32_t r = most_behind(session, dropped);
        if (r == PS_NONE) break;
        const ps_plan_reason because = {PS_BECAUSE_QUOTA, (ps_role)r};
        if (!add(week, session, (ps_role)r, because)) dropped |= UINT32_C(1) << r;
    }
    if (week->in->person_class != PS_CLASS_IRRITABLE && !has_first_role(week, session, PS_ROLE_G)) {
        (void)add(week, session, PS_ROLE_G, (ps_plan_reason){PS_BECAUSE_B2, PS_ROLE_G});
    }
}
