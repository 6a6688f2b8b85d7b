// What somebody who does not exist records: mornings, pain, answers, sessions.
#include "simulate/parts.h"

#include "base/text.h"

#include <inttypes.h>

static const char device[] = "simulation-script", place[] = "front_hip";

enum { HOUR_MS = 60 * 60 * 1000, DAY_MS = 24 * HOUR_MS, MINUTE_MS = 60 * 1000, STEP_MS = 1000 };
enum { WAKES_AT_MS = 8 * HOUR_MS }; ///< of the local time

// ---- events ----

/// A second after the one before, but never on the next local day.
static ps_instant instant_of(const ps__run *of)
{
    const int64_t offset_ms = (int64_t)of->now.offset_min * MINUTE_MS;
    const int64_t midnight = (int64_t)of->today * DAY_MS - offset_ms;
    const int64_t first = of->day == 0 ? of->now.ms : midnight + WAKES_AT_MS;
    const int64_t last = midnight + DAY_MS + (int64_t)PS_DAY_STARTS_MIN * MINUTE_MS - 1;
    const int64_t next = first + (int64_t)of->told * STEP_MS;
    return (ps_instant){next < last ? next : last, of->now.offset_min};
}

static void tell(ps__run *of, ps_event event)
{
    if (of->count == of->room) {
        of->full = true;
        return;
    }
    event.person = of->person;
    event.device = device;
    event.sequence = of->sequence++;
    event.at = instant_of(of);
    of->events[of->count++] = event;
    of->told++;
}

// ---- reports ----

/// Whether what the script says about pain and form is so on a side.
static bool shows_on(const ps_simulate_week *week, ps_side side)
{
    return week->side == PS_SIDE_BOTH || side == PS_SIDE_BOTH || week->side == side;
}

/// A score of the script on a side; next to nothing on the side that the script does not mean.
static int32_t score_on(const ps_simulate_week *week, ps_side side, int32_t score)
{
    enum { NEXT_TO_NOTHING = 1 };
    return shows_on(week, side) || score < NEXT_TO_NOTHING ? score : NEXT_TO_NOTHING;
}

void ps__tell_morning(ps__run *of)
{
    // the morning after belongs to the week of its session
    const ps_simulate_week *week = ps__script_on(of, of->day > 0 ? of->day - 1 : 0);
    if (!week->reports) return;
    for (int32_t s = 0; s < 2; s++) {
        if ((of->coach->morning_wanted >> s & 1) == 0) continue;
        const ps_side side = s == 0 ? PS_SIDE_LEFT : PS_SIDE_RIGHT;
        ps_event event = {.kind = PS_EVENT_morning_reported};
        event.as.morning_reported =
            (ps_morning_reported){side, score_on(week, side, week->morning)};
        tell(of, event);
    }
}

void ps__tell_pain(ps__run *of)
{
    const ps_simulate_week *week = ps__script_on(of, of->day);
    const int32_t worst = week->pain > week->morning ? week->pain : week->morning;
    tell(of, (ps_event){
                 .kind = PS_EVENT_pain_reported,
                 .as.pain_reported = {place, week->side, worst, PS_PAIN_WORST_24H, NULL},
    });
}

// ---- answers ----

static void take(void *context, const ps_event *event, ps_line line)
{
    ps_intake_take(context, event, line);
}

bool ps__tell_answers(ps__run *of)
{
    static const ps_round_why why[] = {
        [PS_DUE_NOT] = PS_ROUND_SOMETHING_NEW,
        [PS_DUE_FIRST] = PS_ROUND_FIRST,
        [PS_DUE_FOUR_WEEKS] = PS_ROUND_DUE,
        [PS_DUE_GAP] = PS_ROUND_GAP,
    };
    ps_intake *intake = ps_arena_take(of->arena, 1, sizeof *intake);
    if (!intake) return false;
    ps_intake_start(intake, of->catalogue, of->today);
    ps_history_walk(&of->history, take, intake);
    tell(of, (ps_event){.kind = PS_EVENT_screen_started,
                        .as.screen_started = {why[of->coach->told.due]}});
    for (int32_t i = 0; i < of->catalogue->screening_items.count; i++) {
        const ps_event *last = intake->counts.answered_by[i];
        if (!last) continue;
        tell(of, (ps_event){.kind = PS_EVENT_screen_answered,
                            .as.screen_answered = last->as.screen_answered});
    }
    return true;
}

// ---- a session ----

/// The lightest that there is: the script is about pain and effort, not about kilograms.
static ps_load load_of(const ps_exercise *exercise)
{
    static const ps_load loads[] = {
        [PS_LOADS_NONE] = {PS_NO_LOAD,   0  },
        [PS_LOADS_BAND] = {PS_LOAD_BAND, 1  },
        [PS_LOADS_DUMBBELL] = {PS_LOAD_KG,   100},
        [PS_LOADS_ANKLE_WEIGHT] = {PS_LOAD_KG,   50 },
    };
    return loads[exercise->engine.loadable];
}

static void tell_sets(ps__run *of, const char *session, const ps_plan_item *item, int32_t index)
{
    const ps_simulate_week *week = ps__script_on(of, of->day);
    const ps_exercise *exercise = &of->catalogue->exercises.at[item->exercise];
    const ps_asked *asked = &item->asked[index];
    const ps_side one = index == 0 ? PS_SIDE_LEFT : PS_SIDE_RIGHT;
    const ps_side side = item->sides == 1 ? PS_SIDE_BOTH : one;
    const ps_set_done done = {
        .session = session,
        .exercise = exercise->id,
        .side = side,
        .planned_reps = asked->reps,
        .reps = asked->reps,
        .planned_hold_s = asked->hold_s,
        .hold_s = asked->hold_s,
        .load = item->loaded ? load_of(exercise) : (ps_load){PS_NO_LOAD, 0},
        .effort = week->effort,
        .pain = score_on(week, side, week->pain),
        .form = shows_on(week, side) ? week->form : PS_FORM_OK,
        .completed = true,
    };
    for (int32_t set = 1; set <= asked->sets; set++) {
        ps_event event = {.kind = PS_EVENT_set_done, .as.set_done = done};
        event.as.set_done.set = set;
        tell(of, event);
    }
}

static ps_prescription prescription_of(const ps_catalogue *catalogue, const ps_plan_item *item)
{
    const ps_exercise *exercise = &catalogue->exercises.at[item->exercise];
    ps_prescription asked = {
        .exercise = exercise->id,
        .dose = ps_asked_dose(exercise, item->asked[0]),
    };
    if (item->sides == 1) return asked;
    const ps_dose right = ps_asked_dose(exercise, item->asked[1]);
    if (!ps_dose_same(&asked.dose, &right)) asked.dose_right = right;
    return asked;
}

void ps__tell_session(ps__run *of)
{
    const ps_plan_day *day = &of->coach->session;
    const int32_t programme = of->coach->programme;
    ps__session *session = &of->sessions[of->session_count++];
    ps_text name = ps__text_over(session->name, PS__SESSION_NAME);
    ps__put(&name, "simulated-%" PRId64, of->sequence);
    for (int32_t i = 0; i < day->count; i++) {
        session->items[i] = prescription_of(of->catalogue, &day->items[i]);
    }
    tell(of,
         (ps_event){
             .kind = PS_EVENT_session_started,
             .as.session_started =
                 {
                                      .session = session->name,
                                      .catalogue = "simulation", // no catalogue asked that
                     .programme =
                         programme == PS_NONE ? NULL : of->catalogue->programmes.at[programme].id,
                                      .items = {session->items, day->count},
                                      },
    });
    for (int32_t i = 0; i < day->count; i++) {
        for (int32_t s = 0; s < day->items[i].sides; s++) {
            tell_sets(of, session->name, &day->items[i], s);
        }
    }
    tell(of, (ps_event){
                 .kind = PS_EVENT_session_ended,
                 .as.session_ended = {session->name, PS_SESSION_FINISHED, NULL},
    });
}
