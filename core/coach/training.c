// A session: what was done of each exercise on each side, the verdict, and the step that follows.
#include "coach/walk.h"

#include <assert.h>
#include <string.h>

/// What was done of an exercise on one side, over all its sets.
typedef struct {
    int32_t sets, reps, hold_s; ///< done, and the most in one of them
    int32_t last_reps;          ///< of the last set
    int32_t pain, effort;       ///< the worst
    ps_load load;               ///< the heaviest
    bool hard;                  ///< less than planned, or the form was lost
    bool form_ok;               ///< it was in good form at least once
    bool tried;                 ///< something was done, or it hurt before it could be
    bool stopped;
    bool again; ///< a later session of this day had it too: the next morning is about that one
} side_done;

typedef struct {
    int32_t exercise;
    const ps_prescription *asked; ///< NULL: it was not asked for
    side_done sides[2];
} item_done;

typedef struct {
    item_done items[PS_EXERCISES_MAX];
    int32_t count;
} session_done;

// ---- what was done ----

int32_t ps__exercise_find(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->exercises.count; i++) {
        if (strcmp(catalogue->exercises.at[i].id, id) == 0) return i;
    }
    return PS_NONE;
}

/// The item of an exercise, or NULL.
static item_done *find_item(const ps_catalogue *catalogue, session_done *session, const char *id)
{
    for (int32_t i = session->count - 1; i >= 0; i--) {
        item_done *item = &session->items[i];
        if (strcmp(catalogue->exercises.at[item->exercise].id, id) == 0) return item;
    }
    return NULL;
}

/// The same, added when it is new; NULL for one that the catalogue does not know or that has no
/// ladder.
static item_done *item_of(const ps_catalogue *catalogue, session_done *session, const char *id)
{
    item_done *found = find_item(catalogue, session, id);
    if (found) return found;
    const int32_t exercise = ps__exercise_find(catalogue, id);
    if (exercise == PS_NONE || catalogue->exercises.at[exercise].engine.rungs.count == 0) {
        return NULL;
    }
    assert(session->count < PS_EXERCISES_MAX);
    item_done *item = &session->items[session->count++];
    *item = (item_done){.exercise = exercise};
    for (int32_t s = 0; s < 2; s++) {
        item->sides[s].pain = item->sides[s].effort = PS_NOT_GIVEN;
    }
    return item;
}

/// Comparable within one unit, and between kilograms and pounds.
static int64_t heaviness(const ps_load *load)
{
    static const int64_t of_unit[] = {
        [PS_NO_LOAD] = 0, [PS_LOAD_KG] = 100000, [PS_LOAD_LB] = 45359, [PS_LOAD_BAND] = 1};
    return of_unit[load->unit] * load->amount;
}

static bool was_tried(const ps_pain_limits *limits, const ps_set_done *set)
{
    return set->reps > 0 || set->hold_s > 0 || set->pain > limits->green_max;
}

static void add_set(side_done *side, const ps_set_done *set, bool tried)
{
    side->tried = side->tried || tried;
    side->pain = ps__worse(side->pain, set->pain);
    side->effort = ps__worse(side->effort, set->effort);
    side->hard = side->hard || !set->completed || set->reps < set->planned_reps ||
                 set->hold_s < set->planned_hold_s || set->form == PS_FORM_LOST ||
                 set->form == PS_FORM_UNSURE;
    side->form_ok = side->form_ok || set->form == PS_FORM_OK;
    if (set->reps == 0 && set->hold_s == 0) return;
    side->sets++;
    side->reps = ps__worse(side->reps, set->reps);
    side->hold_s = ps__worse(side->hold_s, set->hold_s);
    side->last_reps = set->reps;
    if (heaviness(&set->load) > heaviness(&side->load)) side->load = set->load;
}

/// The sides of an exercise that something was done on: what has no sides is kept as side 0.
static bool is_on(const ps_exercise *exercise, ps_side side, int32_t index)
{
    if (!exercise->per_side) return index == 0;
    return side != (index == 0 ? PS_SIDE_RIGHT : PS_SIDE_LEFT);
}

static void gather(const ps__walk *of, int32_t index, session_done *session)
{
    const ps_catalogue *catalogue = of->catalogue;
    const ps_session_record *record = &of->history->sessions[index];
    const ps_session_started *started = &record->started->as.session_started;
    session->count = 0;
    for (int32_t i = 0; i < started->items.count; i++) {
        item_done *item = item_of(catalogue, session, started->items.at[i].exercise);
        if (item && !item->asked) item->asked = &started->items.at[i];
    }
    for (int32_t i = 0; i < record->set_count; i++) {
        const ps_set_done *set = &record->sets[i]->as.set_done;
        const bool tried = was_tried(&catalogue->constants.pain, set);
        item_done *item = item_of(catalogue, session, set->exercise);
        for (int32_t s = 0; item && s < 2; s++) {
            const ps_exercise *exercise = &catalogue->exercises.at[item->exercise];
            if (is_on(exercise, set->side, s)) add_set(&item->sides[s], set, tried);
        }
    }
    const ps_stop_felt *felt;
    for (int32_t at = ps__stops_from(of, started->session);
         (felt = ps__stop_at(of, at, started->session)) != NULL; at++) {
        item_done *item = item_of(catalogue, session, felt->exercise);
        for (int32_t s = 0; item && s < 2; s++) {
            const ps_exercise *exercise = &catalogue->exercises.at[item->exercise];
            if (is_on(exercise, felt->side, s)) item->sides[s].stopped = true;
        }
    }
}

/// What later sessions of the same day did again.
static void look_for_more(const ps__walk *of, int32_t index, session_done *session)
{
    const ps_catalogue *catalogue = of->catalogue;
    for (int32_t i = index + 1; i < of->history->session_count; i++) {
        const ps_session_record *record = &of->history->sessions[i];
        if (record->day != of->past[index].day) continue;
        for (int32_t k = 0; k < record->set_count; k++) {
            const ps_set_done *set = &record->sets[k]->as.set_done;
            item_done *item = find_item(catalogue, session, set->exercise);
            if (!item || !was_tried(&catalogue->constants.pain, set)) continue;
            for (int32_t s = 0; s < 2; s++) {
                const ps_exercise *exercise = &catalogue->exercises.at[item->exercise];
                if (is_on(exercise, set->side, s)) item->sides[s].again = true;
            }
        }
    }
}

/// A feeling that stopped it counts even when no set was written down.
static bool is_done(const side_done *side) { return side->tried || side->stopped; }

/// Whether something was done, also of exercises that this catalogue does not know.
static bool is_trained(const ps__walk *of, int32_t index)
{
    const ps_session_record *record = &of->history->sessions[index];
    for (int32_t i = 0; i < record->set_count; i++) {
        if (was_tried(&of->catalogue->constants.pain, &record->sets[i]->as.set_done)) return true;
    }
    const char *session = record->started->as.session_started.session;
    return ps__stop_at(of, ps__stops_from(of, session), session) != NULL;
}

int32_t ps__session_count(ps__walk *of, int32_t index)
{
    session_done session;
    of->past[index] =
        (ps__past){.day = of->history->sessions[index].day, .trained = is_trained(of, index)};
    if (!of->past[index].trained) return 0;
    gather(of, index, &session);
    int32_t sum = 0;
    for (int32_t i = 0; i < session.count; i++) {
        const side_done *sides = session.items[i].sides;
        sum += (is_done(&sides[0]) ? 1 : 0) + (is_done(&sides[1]) ? 1 : 0);
    }
    return sum;
}

// ---- the verdict ----

/// A morning counts against what works the hip flexors; elsewhere any report is a calm morning.
static bool is_judged_by_morning(const ps_engine *engine)
{
    for (int32_t i = 0; i < engine->roles.count; i++) {
        const ps_role role = engine->roles.at[i];
        if (role == PS_ROLE_S || role == PS_ROLE_A || role == PS_ROLE_L) return true;
    }
    return false;
}

/// Fills pain, morning, baseline and verdict of an entry by the mornings of one side.
static void judge(const ps__walk *of, const side_done *done, int32_t side,
                  const ps__morning *morning, ps_training_entry *entry)
{
    const ps_pain_limits *limits = &of->catalogue->constants.pain;
    const ps_engine *engine = &of->catalogue->exercises.at[entry->exercise].engine;
    ps_pain_course course = {
        .stop_sign = done->stopped,
        .pain = done->pain,
        .morning = PS_NOT_GIVEN,
        .baseline = ps__baseline(of, side),
        .informed = of->in.informed_pain,
    };
    const ps_pain_verdict silent = ps_pain_judge(limits, &course);
    if (!done->again) course.morning = morning->score[side];
    entry->pain = done->pain;
    entry->morning = course.morning;
    entry->baseline = course.baseline;
    if (course.morning != PS_NOT_GIVEN && !is_judged_by_morning(engine)) {
        course.morning = course.baseline;
    }
    entry->verdict = ps_pain_judge(limits, &course);
    if (!morning->late[side] || entry->verdict > silent) return;
    entry->morning = PS_NOT_GIVEN;
    entry->verdict = silent;
}

/// What has no sides is judged by the worse one.
static void judge_worse(const ps__walk *of, const side_done *done, const ps__morning *morning,
                        ps_training_entry *entry)
{
    ps_training_entry other = *entry;
    judge(of, done, 0, morning, entry);
    judge(of, done, 1, morning, &other);
    const int32_t above = entry->morning - entry->baseline;
    const bool worse = other.verdict > entry->verdict ||
                       (other.verdict == entry->verdict && other.morning - other.baseline > above);
    if (worse) *entry = other;
}

// ---- the try ----

static ps_rung rung_of(const ps_engine *engine, bool loaded, int32_t rung)
{
    const ps_rungs rungs = loaded ? engine->rungs_loaded : engine->rungs;
    const int32_t at = ps_at_least(1, ps_at_most(rung, rungs.count));
    return rungs.at[at - 1];
}

/// What was asked of a side; all zero when it was not, or not in a dose that can be asked.
static ps_rung asked_of(const item_done *item, int32_t side)
{
    if (!item->asked) return (ps_rung){0};
    const bool own = side == 1 && item->asked->dose_right.sets.low > 0;
    const ps_dose *dose = own ? &item->asked->dose_right : &item->asked->dose;
    return ps_dose_check_asked(dose, NULL) == PS_OK ? ps_dose_rung(dose) : (ps_rung){0};
}

/// Whether less was asked or done than the rung of the state wants. Nothing was missed then, but
/// it shows nothing either.
static bool is_shortened(const ps__walk *of, const item_done *item, int32_t side, bool with_load)
{
    const ps_engine *engine = &of->catalogue->exercises.at[item->exercise].engine;
    const ps_training *state = &of->in.state[item->exercise][side];
    const ps_rung asked = asked_of(item, side);
    if (asked.sets == 0 || (state->loaded && !with_load)) return true;
    if (with_load && of->coach->gap.load_less_pct > 0) return true;
    const ps_rung full = rung_of(engine, with_load, state->rung);
    return asked.sets < full.sets || asked.reps < full.reps || asked.hold_s < full.hold_s ||
           item->sides[side].sets < asked.sets;
}

/// Whether the exercise would be done with its load, once it is on its loaded ladder.
static bool owns_load(ps__walk *of, int32_t exercise)
{
    ps_training *state = of->in.state[exercise];
    const bool was[2] = {state[0].loaded, state[1].loaded};
    state[0].loaded = state[1].loaded = true;
    const bool owned = ps_plan_is_loaded(of->catalogue, &of->in, exercise);
    state[0].loaded = was[0];
    state[1].loaded = was[1];
    return owned;
}

static bool went_beyond(const ps_verdict_plan *verdict, const ps_engine *engine,
                        const side_done *done, bool with_load)
{
    if (!with_load || engine->rungs_loaded.count == 0) return false;
    const ps_rung top = engine->rungs_loaded.at[engine->rungs_loaded.count - 1];
    return done->last_reps >= top.reps + verdict->beyond_reps;
}

static ps_try try_of(ps__walk *of, const item_done *item, int32_t side, bool with_load,
                     ps_pain_verdict verdict)
{
    const ps_catalogue *catalogue = of->catalogue;
    const ps_exercise *exercise = &catalogue->exercises.at[item->exercise];
    const ps_engine *engine = &exercise->engine;
    const ps_training *state = of->in.state[item->exercise];
    const side_done *done = &item->sides[side];
    const ps_coach *coach = of->coach;
    const ps_day day = of->past[of->session].day;
    const bool mastered = state[side].mastered;
    return (ps_try){
        .verdict = verdict,
        .done = true,
        .hard = done->hard || done->effort >= catalogue->constants.deload.hard_effort,
        .shortened = is_shortened(of, item, side, with_load),
        .beyond = went_beyond(&catalogue->constants.verdict, engine, done, with_load),
        .day = day,
        .week = coach->week,
        .asked = asked_of(item, side),
        .allowed = true, // it was asked for: the plan of that day had allowed it
        .start_rung = ps_plan_start_rung_of(catalogue, &of->in, coach->programme, item->exercise),
        .with_load = with_load,
        .held_low = ps_plan_stays_low(&of->in, engine),
        .both_mastered = !exercise->per_side || state[1 - side].mastered,
        .loaded_allowed =
            mastered && engine->loaded_exercise != PS_NONE &&
            ps_plan_why_not_of(catalogue, &of->in, coach->programme, engine->loaded_exercise)
                    .block == PS_BLOCK_NONE,
        .load_owned = mastered && owns_load(of, item->exercise),
        .goals_met = of->goals_met_on != PS_DAY_NEVER && day >= of->goals_met_on,
        .weeks_done = ps__days(coach->block_start, day) / PS_WEEK_DAYS,
    };
}

/// The first time it starts, and nothing else happens before this try.
static void start(const ps__walk *of, int32_t exercise, const ps_try *seen, ps_training *state)
{
    ps_try first = *seen;
    first.done = false;
    const ps_training now = *state;
    ps_training_step(&of->catalogue->constants, &of->catalogue->exercises.at[exercise], &now,
                     &first, state);
}

// ---- the step ----

static void take_facts(const ps__walk *of, const item_done *item, int32_t side,
                       ps_training_entry *entry)
{
    const side_done *done = &item->sides[side];
    *entry = (ps_training_entry){
        .session = of->session,
        .day = of->past[of->session].day,
        .week = of->coach->week,
        .exercise = item->exercise,
        .side = side,
        .sets = done->sets,
        .reps = done->reps,
        .hold_s = done->hold_s,
        .load = done->load,
        .effort = done->effort,
        .before = of->in.state[item->exercise][side],
    };
}

static void note_step(ps__walk *of, const ps_training_entry *entry)
{
    const ps_day day = entry->day;
    const int32_t rest = of->catalogue->constants.verdict.swap_rest_days;
    ps__past *past = &of->past[of->session];
    past->bad = past->bad || entry->verdict >= PS_AMBER;
    past->red = past->red || entry->verdict >= PS_RED;
    if (entry->verdict >= PS_AMBER) of->last_bad_item = ps__later(of->last_bad_item, day);
    if (entry->verdict >= PS_RED) of->last_red_item = ps__later(of->last_red_item, day);
    if (entry->row->act == PS_ACT_SWAP) of->swapped_until[entry->exercise] = day + rest;
}

/// The steps of an exercise, one entry for each side that was done.
static void step_item(ps__walk *of, const item_done *item, const ps__morning *morning)
{
    const ps_exercise *exercise = &of->catalogue->exercises.at[item->exercise];
    const bool with_load = ps_plan_is_loaded(of->catalogue, &of->in, item->exercise);
    ps_training *state = of->in.state[item->exercise];
    ps_training_entry *entries[2] = {NULL, NULL};
    ps_try seen[2] = {{.day = of->past[of->session].day}, {.day = of->past[of->session].day}};
    for (int32_t s = 0; s < 2; s++) {
        if (!is_done(&item->sides[s])) continue;
        assert(of->coach->entry_count < of->entry_room);
        ps_training_entry *entry = entries[s] = &of->entries[of->coach->entry_count++];
        take_facts(of, item, s, entry);
        if (exercise->per_side) {
            judge(of, &item->sides[s], s, morning, entry);
        } else {
            judge_worse(of, &item->sides[s], morning, entry);
        }
    }
    for (int32_t s = 0; s < 2; s++) {
        if (!entries[s] || state[s].stage != PS_STAGE_LOCKED) continue;
        const ps_try first = try_of(of, item, s, with_load, entries[s]->verdict);
        start(of, item->exercise, &first, &state[s]);
    }
    for (int32_t s = 0; s < 2; s++) {
        if (!entries[s]) continue;
        seen[s] = try_of(of, item, s, with_load, entries[s]->verdict);
        entries[s]->hard = seen[s].hard;
        entries[s]->shortened = seen[s].shortened;
    }
    const ps_training now[2] = {state[0], state[1]};
    ps_training next[2];
    const ps_transition *rows[2];
    ps_training_step_sides(&of->catalogue->constants, exercise, now, seen, next, rows);
    for (int32_t s = 0; s < 2; s++) {
        if (!entries[s]) continue;
        state[s] = entries[s]->after = next[s];
        entries[s]->row = rows[s];
        note_step(of, entries[s]);
    }
}

// ---- the session ----

static bool has_role(const ps__walk *of, const session_done *session, ps_role role)
{
    for (int32_t i = 0; i < session->count; i++) {
        const int32_t exercise = session->items[i].exercise;
        const ps_roles *roles = &of->catalogue->exercises.at[exercise].engine.roles;
        for (int32_t r = 0; r < roles->count; r++) {
            if (roles->at[r] == role) return true;
        }
    }
    return false;
}

/// Whether the planner's weeks have days that are not strength, for as many days as are wished.
static bool has_light_days(const ps__walk *of)
{
    const ps_week_layouts *layouts = &of->catalogue->constants.week_layouts;
    for (int32_t i = 0; i < layouts->count; i++) {
        const ps_week_layout *layout = &layouts->at[i];
        if (layout->days_per_week != of->in.days_per_week) continue;
        for (int32_t d = 0; d < layout->days.count; d++) {
            if (layout->days.at[d].light) return true;
        }
    }
    return false;
}

/// A session does not say what kind of day it was. What an article asks is strength. The planner's
/// is light when its week has light days, and what was asked and done relaxes and has no strength
/// in it. In doubt it was strength, which only asks for more rest.
static ps_day_kind kind_of(const ps__walk *of, const session_done *session)
{
    const ps_session_record *record = &of->history->sessions[of->session];
    if (record->started->as.session_started.programme) return PS_DAY_STRENGTH;
    if (ps_plan_class(&of->in) == PS_CLASS_IRRITABLE) return PS_DAY_EASY;
    const bool light =
        has_light_days(of) && !has_role(of, session, PS_ROLE_S) && has_role(of, session, PS_ROLE_X);
    return light ? PS_DAY_LIGHT : PS_DAY_STRENGTH;
}

/// Green throughout and in good form: this is how skill grows.
static bool is_green(const ps__walk *of, const session_done *session)
{
    bool form_ok = false;
    for (int32_t i = 0; i < session->count; i++) {
        const side_done *sides = session->items[i].sides;
        form_ok = form_ok || sides[0].form_ok || sides[1].form_ok;
    }
    for (int32_t i = of->coach->last_entries; i < of->coach->entry_count; i++) {
        const ps_training_entry *entry = &of->entries[i];
        if (entry->verdict != PS_GREEN || entry->hard) return false;
    }
    return form_ok && of->coach->entry_count > of->coach->last_entries;
}

static int32_t worst_pain(const ps_session_record *record)
{
    int32_t worst = PS_NOT_GIVEN;
    for (int32_t i = 0; i < record->set_count; i++) {
        worst = ps__worse(worst, record->sets[i]->as.set_done.pain);
    }
    return worst;
}

static void take_uses(ps__walk *of, const item_done *item)
{
    const int32_t most = of->catalogue->constants.strength.heavy_reps_max;
    if (!is_done(&item->sides[0]) && !is_done(&item->sides[1])) return;
    of->uses[item->exercise]++;
    if (!item->asked || !ps_plan_is_loaded(of->catalogue, &of->in, item->exercise)) return;
    const bool right = item->asked->dose_right.sets.low > 0;
    const ps_dose *other = right ? &item->asked->dose_right : &item->asked->dose;
    if (ps_at_most(item->asked->dose.reps.low, other->reps.low) <= most) {
        of->heavy |= UINT64_C(1) << item->exercise;
    }
}

void ps__train(ps__walk *of, int32_t index)
{
    ps_coach *coach = of->coach;
    ps__past *past = &of->past[index];
    session_done session;
    gather(of, index, &session);
    look_for_more(of, index, &session);
    const ps__morning morning = ps__morning_after(of, index);
    past->kind = kind_of(of, &session);
    coach->last_entries = coach->entry_count;
    for (int32_t i = 0; i < session.count; i++) {
        take_uses(of, &session.items[i]);
        step_item(of, &session.items[i], &morning);
    }
    const int32_t worst = worst_pain(&of->history->sessions[index]);
    ps__report_take(of, past->day, PS__SAID_SESSION, worst);
    if (is_green(of, &session)) of->greens++;
    bool lightened = false;
    for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
        lightened = lightened || of->entries[i].row->act == PS_ACT_LIGHTEN;
    }
    coach->trained++;
    coach->last_session = past->day;
    of->trained_week = coach->week;
    of->session = index + 1;
    ps__deload(of, past->day, lightened, false);
}
