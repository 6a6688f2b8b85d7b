// The week of an article's programme: its order, doses, days and weeks; what this person may not
// do is struck, with what stands in its place.
#include "plan/week.h"

#include <assert.h>
#include <string.h>

enum { CANDIDATES_MAX = 16 }; ///< the limits of the lists that name them

#define PART(part) (UINT32_C(1) << PS_PART_##part)

/// The session that every day of the programme has.
typedef struct {
    const ps_catalogue *catalogue;
    const ps_plan_input *in;
    int32_t programme;
    ps_plan *plan; ///< its why_not is filled
    ps_plan_item items[PS_PLAN_ITEMS_MAX];
    int32_t count;
    uint64_t inside; ///< exercises of the session, also those that come later in it
} session_of;

static const ps_exercise *exercise_at(const session_of *of, int32_t index)
{
    return &of->catalogue->exercises.at[index];
}

static bool is_open(const session_of *of, int32_t exercise)
{
    return of->plan->why_not[exercise].block == PS_BLOCK_NONE;
}

static bool runs(const session_of *of, const ps_programme_item *item)
{
    const bool wanted = item->status == PS_ITEM_RUNS ||
                        (item->status == PS_ITEM_OPT_IN && ps_has(of->in->optin, item->exercise));
    return wanted && is_open(of, item->exercise);
}

// ---- an item ----

/// The parts of what is asked that the article does not give.
static uint32_t ours_of(const ps_programme_item *item, const ps_asked *asked)
{
    const uint32_t hold = asked->hold_s > 0 ? PART(HOLD) : 0;
    if (!item) return PART(SETS) | PART(REPS) | hold;
    const bool speaks_of_holds = item->dose.phase_count > 0 || item->dose.hold_s.high > 0;
    uint32_t ours = speaks_of_holds ? 0 : hold;
    for (int32_t i = 0; i < item->ours.count; i++) ours |= UINT32_C(1) << item->ours.at[i];
    return ours;
}

/// item: NULL for a replacement, whose dose is ours
static void add(session_of *of, int32_t index, const ps_programme_item *item, int32_t instead)
{
    const ps_exercise *exercise = exercise_at(of, index);
    ps_plan_item *out = &of->items[of->count++];
    *out = (ps_plan_item){
        .exercise = index,
        .sides = exercise->per_side ? 2 : 1,
        .loaded = ps_plan_is_loaded(of->catalogue, of->in, index),
        .notes = ps__modifying(exercise, of->in->codes),
        .instead = instead,
    };
    ps__less less = {false, false};
    for (int32_t s = 0; s < out->sides; s++) {
        out->asked[s] =
            ps__asked(of->catalogue, of->in, of->programme, index, s, out->loaded, &less);
    }
    out->shortened = less.article;
    out->capped = less.cap;
    out->ours = ours_of(item, &out->asked[0]);
    out->seconds = ps_asked_seconds(exercise, out->asked, out->sides);
    const ps_role role = exercise->engine.roles.at[0];
    ps__give_reason(out, PS_BECAUSE_ARTICLE, role);
    if (out->notes != 0) ps__give_reason(out, PS_BECAUSE_B15, role);
}

// ---- what stands in the place of a struck item ----

typedef struct {
    int32_t at[CANDIDATES_MAX];
    int32_t count;
} candidates;

/// wanted: exercise or PS_NONE, which is passed over
static void name_one(candidates *list, int32_t wanted)
{
    if (wanted == PS_NONE) return;
    assert(list->count < CANDIDATES_MAX);
    list->at[list->count++] = wanted;
}

/// Easier and other exercises count when they serve the same first role.
static candidates candidates_for(const session_of *of, const ps_programme_item *item)
{
    const ps_exercise *exercise = exercise_at(of, item->exercise);
    const ps_role role = exercise->engine.roles.at[0];
    candidates close = {.count = 0}, list = {.count = 0};
    for (int32_t i = 0; i < exercise->regressions.count; i++) {
        name_one(&close, exercise->regressions.at[i].exercise);
    }
    for (int32_t i = 0; i < exercise->alternatives.count; i++) {
        const ps_alternative *other = &exercise->alternatives.at[i];
        if (other->kind == PS_ALTERNATIVE_EXERCISE) name_one(&close, other->exercise);
    }
    name_one(&list, item->replacement);
    for (int32_t i = 0; i < close.count; i++) {
        if (exercise_at(of, close.at[i])->engine.roles.at[0] == role) name_one(&list, close.at[i]);
    }
    const ps_why_not *why = &of->plan->why_not[item->exercise];
    name_one(&list, why->block == PS_BLOCK_SWAPPED ? why->detail : PS_NONE);
    return list;
}

/// The first that is allowed and new to the session, else the first that is in it already.
static int32_t replacement_of(const session_of *of, const candidates *list)
{
    int32_t inside = PS_NONE;
    for (int32_t i = 0; i < list->count; i++) {
        const int32_t e = list->at[i];
        if (ps_has(of->inside, e)) {
            if (inside == PS_NONE) inside = e;
        } else if (is_open(of, e) && ps_plan_may_take(of->catalogue, of->in, e)) {
            return e;
        }
    }
    return inside;
}

static void strike(session_of *of, const ps_programme_item *item)
{
    const ps_why_not *why = &of->plan->why_not[item->exercise];
    ps_plan_struck *out = &of->plan->struck[of->plan->struck_count++];
    *out = (ps_plan_struck){
        .exercise = item->exercise,
        .status = item->status,
        .reason = why->block <= PS_BLOCK_CHOICE ? item->reason : NULL,
        .why = *why,
        .replacement = PS_NONE,
    };
    if (item->status == PS_ITEM_ADVICE) return;
    const candidates list = candidates_for(of, item);
    out->replacement = replacement_of(of, &list);
    if (out->replacement == PS_NONE || ps_has(of->inside, out->replacement)) return;
    of->inside |= UINT64_C(1) << out->replacement;
    add(of, out->replacement, NULL, item->exercise);
}

static void fill(session_of *of)
{
    const ps_programme_items *items = &of->catalogue->programmes.at[of->programme].items;
    for (int32_t i = 0; i < items->count; i++) {
        if (runs(of, &items->at[i])) of->inside |= UINT64_C(1) << items->at[i].exercise;
    }
    for (int32_t i = 0; i < items->count; i++) {
        if (runs(of, &items->at[i])) {
            add(of, items->at[i].exercise, &items->at[i], PS_NONE);
        } else {
            strike(of, &items->at[i]);
        }
    }
}

// ---- the week ----

static void count_roles(const session_of *of, const ps_plan_item *item)
{
    const ps_engine *engine = &exercise_at(of, item->exercise)->engine;
    const ps_asked *left = &item->asked[0], *right = &item->asked[item->sides - 1];
    const int32_t sets = ps_at_most(left->sets, right->sets);
    for (int32_t i = 0; i < engine->roles.count; i++) {
        if ((int32_t)engine->roles.at[i] >= PS_PLAN_ROLES) continue;
        of->plan->role_halves[engine->roles.at[i]] += sets * (i == 0 ? PS__WHOLE : PS__HALF);
    }
    if (engine->family != PS_HOLD) return;
    of->plan->stretch_s += ps_at_least(left->sets * left->reps * left->hold_s,
                                       right->sets * right->reps * right->hold_s);
}

/// Leaves out what rests that day. Returns the roles of what was left out.
static uint32_t write_day(const session_of *of, ps_plan_day *day)
{
    uint32_t resting = 0;
    day->seconds = of->plan->warm_up_s;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_plan_item *item = &of->items[i];
        if (ps_has(of->in->resting[day->day - 1], item->exercise)) {
            resting |= UINT32_C(1) << exercise_at(of, item->exercise)->engine.roles.at[0];
            continue;
        }
        day->items[day->count++] = *item;
        day->seconds += item->seconds;
        count_roles(of, item);
    }
    return resting;
}

static void write_week(const session_of *of, const ps_week_layout *layout)
{
    ps_plan *plan = of->plan;
    uint32_t resting[PS_PLAN_ROLES] = {0}, empty = 0;
    int32_t longest = 0;
    for (int32_t i = 0; i < layout->days.count; i++) {
        const ps_layout_day *at = &layout->days.at[i];
        ps_plan_day *day = &plan->days[plan->day_count];
        *day = (ps_plan_day){.day = at->day + 1, .kind = ps__day_kind(of->in, at)};
        const uint32_t bit = UINT32_C(1) << day->day, roles = write_day(of, day);
        for (int32_t r = 0; r < PS_PLAN_ROLES; r++) resting[r] |= ps_has(roles, r) ? bit : 0;
        longest = ps_at_least(longest, day->seconds);
        if (day->count > 0) {
            plan->day_count++;
        } else {
            empty |= bit;
            *day = (ps_plan_day){0};
        }
    }
    if (longest > 60 * of->in->minutes) {
        ps__note(plan, PS_NOTE_FULL_DOSES, PS_ROLE_S, 0, (longest + 59) / 60);
    }
    for (int32_t r = 0; r < PS_PLAN_ROLES; r++) {
        if (resting[r] != 0) ps__note(plan, PS_NOTE_ROLE_RESTS, (ps_role)r, resting[r], 0);
    }
    if (empty != 0) ps__note(plan, PS_NOTE_DAY_EMPTY, PS_ROLE_S, empty, 0);
}

ps_code ps_plan_make_of(const ps_catalogue *catalogue, const ps_plan_input *given,
                        int32_t programme, ps_plan *plan, ps_error *err)
{
    if (programme < 0 || programme >= catalogue->programmes.count) {
        memset(plan, 0, sizeof *plan);
        return ps_fail(err, PS_RANGE, (ps_place){0, 0}, "there is no such programme");
    }
    ps_plan_input in;
    const ps_code code = ps__plan_begin(catalogue, given, &in, plan, err);
    if (code != PS_OK) return code;

    const ps_programme *article = &catalogue->programmes.at[programme];
    assert(article->items.count <= PS_PLAN_ITEMS_MAX && article->items.count <= PS_PLAN_STRUCK_MAX);
    plan->programme = programme;
    plan->past_end = in.week > article->weeks.high;
    ps__swap swap;
    ps__swap_find(catalogue, &in, programme, &swap);
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        plan->why_not[e] = ps__why_not(catalogue, &in, programme, &swap, e);
    }
    session_of of = {.catalogue = catalogue, .in = &in, .programme = programme, .plan = plan};
    fill(&of);
    plan->items_max = of.count;
    const int32_t days = ps_at_least(article->days_per_week.low,
                                     ps_at_most(in.days_per_week, article->days_per_week.high));
    write_week(&of, ps__layout(&catalogue->constants, days));

    // breathing only: the article's own stretches are its measure
    const int32_t breathing = catalogue->constants.micro_lane.breathing;
    plan->micro = (ps_micro_plan){.breathing = is_open(&of, breathing) ? breathing : PS_NONE,
                                  .stretch = PS_NONE,
                                  .closing = PS_NONE};
    return PS_OK;
}
