#include "ps/plan.h"

#include "plan/week.h"

#include <assert.h>
#include <string.h>

#define NAMES(T, ...)                                     \
    static const char *const T##_words[] = {__VA_ARGS__}; \
    const ps_enum T##_names = PS_ENUM_OF(T, T##_words)

NAMES(ps_stage, "LOCKED", "LEARN", "BUILD", "HOLD", "REGRESS", "LOAD", "GRADUATED", "MAINTAIN",
      "PAUSED", "DELOAD");
NAMES(ps_block, "allowed", "undosed", "choice", "code", "hazard", "irritability", "week", "skill",
      "X01", "equipment", "load-week", "position", "first", "back", "paused", "graduated",
      "swapped");
NAMES(ps_because, "must", "quota", "B2", "B4", "B5", "B7", "B15", "time", "article");
NAMES(ps_day_kind, "strength", "easy", "light");
NAMES(ps_note_kind, "full-doses", "core-none", "core-room", "role-none", "role-room", "role-rests",
      "day-empty", "no-glute");

#undef NAMES

static const ps_role by_letter[] = {PS_ROLE_A, PS_ROLE_C, PS_ROLE_G, PS_ROLE_L,
                                    PS_ROLE_R, PS_ROLE_S, PS_ROLE_X};

ps_plan_input ps_plan_input_defaults(const ps_catalogue *catalogue)
{
    ps_plan_input in = {
        .may_train = true,
        .irritability = PS_IRRITABILITY_LOW,
        .person_class = PS_CLASS_BOTH,
        .weaker = PS_SIDE_BOTH,
        .week = 1,
        .days_per_week = 3,
        .minutes = 15,
        .skill = 1,
    };
    for (int32_t i = 0; i < catalogue->equipment.count; i++) {
        if (catalogue->equipment.at[i].assumed_present) in.equipment |= UINT64_C(1) << i;
    }
    return in;
}

// ---- what is given ----

static bool within(int32_t value, int32_t low, int32_t high)
{
    return value >= low && value <= high;
}

/// What may be told of an intake field.
static ps_range bounds_of(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        const ps_intake_field *field = &catalogue->intake_fields.at[i];
        if (strcmp(field->id, id) == 0) return (ps_range){field->low, field->high};
    }
    return (ps_range){0, 0};
}

static ps_code check(const ps_catalogue *catalogue, const ps_plan_input *in, ps_error *err)
{
    const ps_place nowhere = {0, 0};
    const int32_t skill_most = catalogue->constants.skill.most;
    const ps_range minutes = bounds_of(catalogue, "minutes_per_session");
    if (!in->may_train) {
        return ps_fail(err, PS_DENIED, nowhere, "the screening does not allow a plan");
    }
    if (catalogue->exercises.count > PS_EXERCISES_MAX || catalogue->codes.count > PS_CODES_MAX) {
        return ps_fail(err, PS_RANGE, nowhere, "want at most %d exercises and %d codes",
                       PS_EXERCISES_MAX, PS_CODES_MAX);
    }
    if (catalogue->constants.session_items.most > PS_PLAN_ITEMS_MAX) {
        return ps_fail(err, PS_RANGE, nowhere, "want sessions of at most %d items",
                       PS_PLAN_ITEMS_MAX);
    }
    if (!within(in->week, 1, PS_PLAN_WEEK_MAX) || !within(in->days_per_week, 1, PS_PLAN_DAYS_MAX) ||
        !within(in->minutes, minutes.low, minutes.high) || !within(in->skill, 1, skill_most) ||
        !within((int32_t)in->irritability, PS_IRRITABILITY_LOW, PS_IRRITABILITY_HIGH)) {
        return ps_fail(err, PS_RANGE, nowhere,
                       "want week 1-%d, 1-%d days, %d-%d minutes, skill 1-%d and an irritability",
                       PS_PLAN_WEEK_MAX, PS_PLAN_DAYS_MAX, minutes.low, minutes.high, skill_most);
    }
    return PS_OK;
}

static int32_t by_minutes(const ps_by_minutes_list *list, int32_t minutes)
{
    for (int32_t i = 0; i < list->count; i++) {
        const int32_t up_to = list->at[i].minutes_up_to;
        if (up_to == 0 || minutes <= up_to) return list->at[i].value;
    }
    return list->at[list->count - 1].value;
}

ps_class ps_plan_class(const ps_plan_input *in)
{
    return in->irritability >= PS_IRRITABILITY_HIGH ? PS_CLASS_IRRITABLE : in->person_class;
}

const ps_class_plan *ps_class_plan_of(const ps_catalogue *catalogue, ps_class id)
{
    const ps_constants *constants = &catalogue->constants;
    for (int32_t i = 0; i < constants->classes.count; i++) {
        if (constants->classes.at[i].id == id) return &constants->classes.at[i];
    }
    assert(false && "every class has a plan");
    return &constants->classes.at[0];
}

const ps_week_layout *ps__layout(const ps_constants *constants, int32_t days)
{
    for (int32_t i = 0; i < constants->week_layouts.count; i++) {
        if (constants->week_layouts.at[i].days_per_week == days) {
            return &constants->week_layouts.at[i];
        }
    }
    assert(false && "every number of days has a layout");
    return &constants->week_layouts.at[0];
}

static void set_targets(ps__week *week)
{
    const ps_week_scale *scale = &week->catalogue->constants.week_scale;
    const int32_t minutes = 2 * week->in->days_per_week * week->in->minutes;
    const int32_t n = ps_at_least(scale->least, ps_at_most(minutes, scale->most));
    for (int32_t i = 0; i < week->plan->targets.count; i++) {
        const ps_role_target *base = &week->plan->targets.at[i];
        week->target[base->role] = ps_at_least(1, (base->sets * n + scale->base / 2) / scale->base);
    }
}

static void set_offers(ps__week *week, ps_plan *plan)
{
    ps__swap swap;
    ps__swap_find(week->catalogue, week->in, PS_NONE, &swap);
    for (int32_t e = 0; e < week->catalogue->exercises.count; e++) {
        const uint64_t bit = UINT64_C(1) << e;
        plan->why_not[e] = ps__why_not(week->catalogue, week->in, PS_NONE, &swap, e);
        week->uses[e] = ps_at_least(week->in->state[e][0].uses, week->in->state[e][1].uses);
        if (plan->why_not[e].all == UINT32_C(1) << PS_BLOCK_FIRST) week->waits_for_base |= bit;
        if (plan->why_not[e].block != PS_BLOCK_NONE) continue;
        week->allowed |= bit;
        ps__offer_make(week, e);
        if (ps_plan_may_take(week->catalogue, week->in, e)) week->choosable |= bit;
    }
}

// ---- what is written down ----

void ps__give_reason(ps_plan_item *item, ps_because why, ps_role role)
{
    assert(item->reason_count < PS_PLAN_REASONS_MAX);
    item->reasons[item->reason_count++] = (ps_plan_reason){why, role};
}

ps_code_set ps__modifying(const ps_exercise *exercise, ps_code_set codes)
{
    ps_code_set set = 0;
    for (int32_t i = 0; i < exercise->modify.count; i++) {
        set |= codes & UINT64_C(1) << exercise->modify.at[i].code;
    }
    return set;
}

static void write_item(const ps__week *week, const ps__pick *pick, ps_plan_item *item)
{
    const ps_exercise *exercise = &week->catalogue->exercises.at[pick->exercise];
    const ps__offer *offer = &week->offers[pick->exercise];
    const ps__choice *dose = &offer->doses[pick->dose];
    *item = (ps_plan_item){
        .exercise = pick->exercise,
        .sides = offer->sides,
        .loaded = offer->loaded,
        .shortened = pick->dose > 0,
        .capped = offer->capped,
        .instead = PS_NONE,
        .notes = ps__modifying(exercise, week->in->codes),
    };
    for (int32_t s = 0; s < offer->sides; s++) item->asked[s] = dose->asked[s];
    if (pick->extra_side != PS_NONE) item->asked[pick->extra_side].sets++;
    item->seconds = ps_asked_seconds(exercise, item->asked, item->sides);

    if (pick->because.why != PS_BECAUSE_B2) {
        ps__give_reason(item, pick->because.why, pick->because.role);
    }
    if (exercise->engine.roles.at[0] == PS_ROLE_G || pick->because.why == PS_BECAUSE_B2 ||
        pick->b2) {
        ps__give_reason(item, PS_BECAUSE_B2, PS_ROLE_G);
    }
    if (pick->b4) ps__give_reason(item, PS_BECAUSE_B4, PS_ROLE_L);
    if (pick->b5) ps__give_reason(item, PS_BECAUSE_B5, PS_ROLE_L);
    if (pick->extra_side != PS_NONE) ps__give_reason(item, PS_BECAUSE_B7, PS_ROLE_S);
    if (item->notes != 0) ps__give_reason(item, PS_BECAUSE_B15, pick->because.role);
    if (pick->short_of_time) ps__give_reason(item, PS_BECAUSE_TIME, pick->because.role);
}

void ps__note(ps_plan *plan, ps_note_kind kind, ps_role role, uint32_t days, int32_t minutes)
{
    assert(plan->note_count < PS_PLAN_NOTES_MAX);
    plan->notes[plan->note_count++] = (ps_plan_note){kind, role, days, minutes};
}

/// What the week could not do, collected day by day.
typedef struct {
    int32_t full_s; ///< longest session if no dose were shortened by time; 0: none was
    int32_t core_days;
    uint32_t without[PS_PLAN_ROLES]; ///< days without a must role
    uint32_t resting[PS_PLAN_ROLES]; ///< days on which what has it rests
    uint32_t empty;
} lacks;

static bool session_has(const ps__week *week, const ps__session *session, ps_role role)
{
    for (int32_t i = 0; i < session->count; i++) {
        if (ps_has(week->offers[session->picks[i].exercise].roles, (int32_t)role)) return true;
    }
    return false;
}

static bool some_rest(const ps__week *week, int32_t day, ps_role role)
{
    const uint64_t resting = week->choosable & week->in->resting[day - 1];
    for (int32_t e = 0; e < week->catalogue->exercises.count; e++) {
        if (ps_has(resting, e) && ps_has(week->offers[e].roles, (int32_t)role)) return true;
    }
    return false;
}

static void collect_lacks(const ps__week *week, const ps__session *session, int32_t day, lacks *sum)
{
    if (session->count == 0) {
        sum->empty |= UINT32_C(1) << day;
        return;
    }
    int32_t full = week->warm_up_s;
    bool short_of_time = false;
    for (int32_t i = 0; i < session->count; i++) {
        const ps__pick *pick = &session->picks[i];
        const ps__offer *offer = &week->offers[pick->exercise];
        full += offer->doses[pick->short_of_time ? 0 : pick->dose].seconds;
        short_of_time = short_of_time || pick->short_of_time;
        if (ps_has(offer->roles, PS_ROLE_C)) sum->core_days++;
    }
    if (short_of_time) sum->full_s = ps_at_least(sum->full_s, full);
    for (int32_t i = 0; i < session->must.count; i++) {
        const ps_role r = session->must.at[i];
        if (session_has(week, session, r)) continue;
        uint32_t *days = some_rest(week, day, r) ? sum->resting : sum->without;
        days[r] |= UINT32_C(1) << day;
    }
}

static void write_notes(const ps__week *week, const lacks *sum, ps_plan *plan)
{
    if (sum->full_s > 0) ps__note(plan, PS_NOTE_FULL_DOSES, PS_ROLE_S, 0, (sum->full_s + 59) / 60);
    if (week->target[PS_ROLE_C] > 0 &&
        sum->core_days < week->catalogue->constants.balance.core_aim_week) {
        ps__note(plan, ps__any_allowed(week, PS_ROLE_C) ? PS_NOTE_CORE_ROOM : PS_NOTE_CORE_NONE,
                 PS_ROLE_C, 0, 0);
    }
    for (int32_t i = 0; i < PS_COUNT(by_letter); i++) {
        const ps_role r = by_letter[i];
        if (sum->resting[r] != 0) {
            ps__note(plan, PS_NOTE_ROLE_RESTS, r, sum->resting[r], 0);
        }
        if (sum->without[r] == 0) continue;
        ps__note(plan, ps__any_allowed(week, r) ? PS_NOTE_ROLE_ROOM : PS_NOTE_ROLE_NONE, r,
                 sum->without[r], 0);
    }
    if (sum->empty != 0) ps__note(plan, PS_NOTE_DAY_EMPTY, PS_ROLE_S, sum->empty, 0);
    if (week->in->person_class != PS_CLASS_IRRITABLE && !ps__any_allowed(week, PS_ROLE_G)) {
        ps__note(plan, PS_NOTE_NO_GLUTE, PS_ROLE_G, 0, 0);
    }
}

/// Glute items that the person might add, when the glutes get less than the hip flexors (B2).
static void propose(const ps__week *week, ps_plan *plan)
{
    const int32_t aim = week->catalogue->constants.balance.glute_target_pct;
    if (week->got[PS_ROLE_G] * 100 >= aim * week->got[PS_ROLE_S]) return;
    for (int32_t e = 0; e < week->catalogue->exercises.count; e++) {
        const ps_engine *engine = &week->catalogue->exercises.at[e].engine;
        if (engine->selectable == PS_CHOSEN_ON_PROPOSAL && engine->roles.at[0] == PS_ROLE_G &&
            plan->why_not[e].all == UINT32_C(1) << PS_BLOCK_CHOICE) {
            plan->proposals |= UINT64_C(1) << e;
        }
    }
}

// ---- the week ----

static void write_day(ps__week *week, const ps__session *session, int32_t day, ps_plan *plan)
{
    ps_plan_day *out = &plan->days[plan->day_count++];
    *out = (ps_plan_day){.day = day, .kind = session->kind, .seconds = week->warm_up_s};
    for (int32_t i = 0; i < session->count; i++) {
        write_item(week, &session->picks[i], &out->items[out->count]);
        out->seconds += out->items[out->count++].seconds;
        week->uses[session->picks[i].exercise]++;
    }
    for (int32_t r = 0; r < PS_PLAN_ROLES; r++) week->got[r] += session->got[r];
    week->stretch_s += session->stretch_s;
    week->stretch_day_s[day - 1] += session->stretch_s;
}

ps_day_kind ps__day_kind(const ps_plan_input *in, const ps_layout_day *day)
{
    if (in->person_class == PS_CLASS_IRRITABLE) return PS_DAY_EASY;
    return day->light ? PS_DAY_LIGHT : PS_DAY_STRENGTH;
}

/// Strength (or easy) days first, then light ones.
static void plan_days(ps__week *week, ps_plan *plan, lacks *sum)
{
    const ps_week_layout *layout = ps__layout(&week->catalogue->constants, week->in->days_per_week);
    week->days = layout->days.count;
    int32_t index = 0;
    for (int32_t light = 0; light < 2; light++) {
        for (int32_t i = 0; i < layout->days.count; i++) {
            const ps_day_kind kind = ps__day_kind(week->in, &layout->days.at[i]);
            if ((kind == PS_DAY_LIGHT) != (light == 1)) continue;
            const int32_t day = layout->days.at[i].day + 1;
            ps__session session;
            ps__session_fill(week, kind, day, index++, &session);
            ps__session_repair(week, &session);
            collect_lacks(week, &session, day, sum);
            if (session.count > 0) write_day(week, &session, day, plan);
        }
    }
    for (int32_t i = 1; i < plan->day_count; i++) {
        const ps_plan_day day = plan->days[i];
        int32_t at = i;
        for (; at > 0 && plan->days[at - 1].day > day.day; at--)
            plan->days[at] = plan->days[at - 1];
        plan->days[at] = day;
    }
}

static ps_range effort_of(const ps_effort_plan *effort, const ps_plan_input *in)
{
    if (in->gentle_start || in->week < effort->build_week) return effort->start;
    return in->week < effort->full_week ? effort->build : effort->full;
}

ps_code ps__plan_begin(const ps_catalogue *catalogue, const ps_plan_input *given, ps_plan_input *in,
                       ps_plan *plan, ps_error *err)
{
    memset(plan, 0, sizeof *plan);
    const ps_code code = check(catalogue, given, err);
    if (code != PS_OK) return code;
    const ps_constants *constants = &catalogue->constants;
    *in = *given;
    in->person_class = ps_plan_class(given);
    plan->made = true;
    plan->person_class = in->person_class;
    plan->warm_up_s = by_minutes(&constants->warm_up_s, in->minutes);
    plan->effort = effort_of(&constants->effort, in);
    plan->pain_max = in->informed_pain ? constants->pain.amber_max : constants->pain.green_max;
    plan->programme = PS_NONE;
    return PS_OK;
}

ps_code ps_plan_make(const ps_catalogue *catalogue, const ps_plan_input *given, ps_plan *plan,
                     ps_error *err)
{
    ps_plan_input in;
    const ps_code code = ps__plan_begin(catalogue, given, &in, plan, err);
    if (code != PS_OK) return code;

    const ps_constants *constants = &catalogue->constants;
    plan->items_max =
        ps_at_most(constants->session_items.most, by_minutes(&constants->max_items, in.minutes));
    ps__week week;
    memset(&week, 0, sizeof week);
    week.catalogue = catalogue;
    week.in = &in;
    week.plan = ps_class_plan_of(catalogue, in.person_class);
    week.warm_up_s = plan->warm_up_s;
    week.items_max = plan->items_max;
    week.budget_s = 60 * in.minutes - week.warm_up_s;
    set_targets(&week);
    set_offers(&week, plan);

    lacks sum = {0};
    plan_days(&week, plan, &sum);
    memcpy(plan->role_halves, week.got, sizeof plan->role_halves);
    plan->stretch_s = week.stretch_s;
    ps__micro(&week, plan, &plan->micro);
    propose(&week, plan);
    write_notes(&week, &sum, plan);
    return PS_OK;
}
