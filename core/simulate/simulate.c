#include "ps/simulate.h"

#include "simulate/parts.h"

#include <string.h>

enum {
    EVENTS_A_DAY = 128, ///< on average; a session every day and a round every four weeks are less
    PER_CENT = 100
};

static const ps_place nowhere = {0, 0};

const ps_simulate_week *ps__script_on(const ps__run *of, int32_t day)
{
    const int32_t week = day / PS_WEEK_DAYS, last = of->script->week_count - 1;
    return &of->script->weeks[week < last ? week : last];
}

// ---- what is asked for ----

static ps_code check_script(const ps_simulate_script *script, ps_error *err)
{
    enum { SCORE_MAX = 10 };
    if (script->week_count < 1 || script->week_count > PS_SIMULATE_WEEKS_MAX) {
        return ps_fail(err, PS_RANGE, nowhere, "%d weeks in the script: want 1 to %d",
                       script->week_count, PS_SIMULATE_WEEKS_MAX);
    }
    for (int32_t w = 0; w < script->week_count; w++) {
        const ps_simulate_week *week = &script->weeks[w];
        const struct {
            const char *name;
            int32_t value, most;
        } numbers[] = {
            {"adherence", week->adherence_pct, PER_CENT },
            {"pain",      week->pain,          SCORE_MAX},
            {"morning",   week->morning,       SCORE_MAX},
            {"effort",    week->effort,        SCORE_MAX},
        };
        for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
            if (numbers[i].value >= 0 && numbers[i].value <= numbers[i].most) continue;
            return ps_fail(err, PS_RANGE, nowhere, "%s %d in week %d: want 0 to %d",
                           numbers[i].name, numbers[i].value, w + 1, numbers[i].most);
        }
    }
    return PS_OK;
}

static ps_code check_time(ps_instant now, int32_t weeks, ps_error *err)
{
    if (weeks < 1 || weeks > PS_SIMULATE_WEEKS_MAX) {
        return ps_fail(err, PS_RANGE, nowhere, "%d weeks: want 1 to %d", weeks,
                       PS_SIMULATE_WEEKS_MAX);
    }
    if (now.ms < 0 || now.ms > PS_MS_MAX || now.offset_min < -PS_OFFSET_MAX ||
        now.offset_min > PS_OFFSET_MAX ||
        ps_local_day(now) > PS_DAY_MAX - PS_WEEK_DAYS * (weeks + 1)) {
        return ps_fail(err, PS_RANGE, nowhere, "%d weeks from there end after 2099", weeks);
    }
    return PS_OK;
}

// ---- memory ----

/// The first sequence that no event from before has; the same device may have been here.
static int64_t next_sequence(const ps_event *events, int32_t count)
{
    int64_t last = 0;
    for (int32_t i = 0; i < count; i++) {
        if (events[i].sequence > last) last = events[i].sequence;
    }
    return last + 1;
}

static ps_code no_room(const ps__run *of)
{
    return ps_fail(of->err, PS_NOMEM, nowhere, "no room for the events of day %d of a simulation",
                   of->day + 1);
}

static ps_code begin(ps__run *of, const ps_event *events, int32_t count, int32_t weeks)
{
    const int32_t days = weeks * PS_WEEK_DAYS;
    of->room = count + days * EVENTS_A_DAY;
    of->events = ps_arena_take(of->arena, of->room, sizeof *of->events);
    of->sessions = ps_arena_take(of->arena, days, sizeof *of->sessions);
    of->mark = of->arena->used;
    if (!of->events || !of->sessions) return no_room(of);
    if (count > 0) memcpy(of->events, events, (size_t)count * sizeof *events);
    of->before = of->count = count;
    of->person = count > 0 ? events[0].person : "nobody";
    of->sequence = next_sequence(events, count);
    of->credit = PER_CENT / 2; // so that what is left out lies in the middle
    return PS_OK;
}

// ---- a day ----

/// Asks the coach what is known by now.
static ps_code look(ps__run *of)
{
    if (of->full) return no_room(of);
    ps_arena_rewind(of->arena, of->mark);
    of->coach = ps_arena_take(of->arena, 1, sizeof *of->coach);
    if (!of->coach) return no_room(of);
    const ps_code code = ps_history_fold(of->events, of->count, of->arena, &of->history, of->err);
    if (code != PS_OK) return code;
    return ps_coach_make(of->catalogue, &of->history, of->today, of->arena, of->coach, of->err);
}

/// The morning report, and the questions when they are due; not on the first day, which somebody
/// begins who has answered them.
static ps_code wake(ps__run *of)
{
    const ps_code code = look(of);
    if (code != PS_OK) return code;
    if (of->day == 0 && of->coach->stage != PS_COACH_READY) {
        return ps_fail(of->err, PS_DENIED, nowhere, "there is no plan to begin with: %s",
                       ps_coach_stage_names.names[of->coach->stage]);
    }
    ps__tell_morning(of);
    const bool due = of->coach->told.due != PS_DUE_NOT;
    if (of->coach->stage == PS_COACH_QUESTIONS && due && !ps__tell_answers(of)) return no_room(of);
    return of->told > 0 ? look(of) : PS_OK;
}

/// Whether the person comes to the session that is due. Of `adherence_pct` so many are left out,
/// spread evenly; who stays away does so until the next one would have been, and makes up for
/// nothing.
static bool comes(ps__run *of, ps_simulated_week *week)
{
    const int32_t days = of->coach->plan.day_count;
    if (of->coach->stage != PS_COACH_READY || of->coach->due == PS_NONE) return false;
    if (of->day < of->back_on || (of->back_on > 0 && week->planned >= days)) return false;
    week->planned++;
    of->credit += ps__script_on(of, of->day)->adherence_pct;
    if (of->credit < PER_CENT) {
        of->back_on = of->day + PS_WEEK_DAYS / days;
        return false;
    }
    of->credit -= PER_CENT;
    week->sessions++;
    return true;
}

static ps_code spend_day(ps__run *of)
{
    if (of->day % PS_WEEK_DAYS == 0) {
        ps__tell_pain(of);
        const ps_code code = look(of);
        if (code != PS_OK) return code;
    }
    if (comes(of, &of->simulated->weeks[of->day / PS_WEEK_DAYS])) ps__tell_session(of);
    return PS_OK;
}

// ---- a week ----

/// What has come of the week that ended last night. Without a plan nothing changes any more but by
/// what was done before it was taken away.
static void note_week(ps__run *of)
{
    const int32_t index = of->day / PS_WEEK_DAYS - 1;
    const ps_coach *coach = of->coach;
    ps_simulated_week *week = &of->simulated->weeks[index];
    if (index > 0) memcpy(week->state, of->simulated->weeks[index - 1].state, sizeof week->state);
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        if (entry->day < of->today - PS_WEEK_DAYS || entry->day >= of->today) continue;
        week->verdicts[entry->verdict]++;
        week->state[entry->exercise][entry->side] = entry->after;
    }
    week->week = index + 1;
    week->stage = coach->stage;
    if (coach->stage == PS_COACH_STOPPED) week->stop = coach->stop.kind;
    if (coach->stage == PS_COACH_READY) {
        memcpy(week->state, coach->input.state, sizeof week->state);
    }
    of->simulated->week_count = week->week;
}

// ---- all weeks ----

/// Ends on the morning after the last day: only then it is known how that day went.
static ps_code live(ps__run *of, int32_t weeks)
{
    const ps_day first = ps_local_day(of->now);
    for (of->day = 0; of->day <= weeks * PS_WEEK_DAYS; of->day++) {
        of->today = first + of->day;
        of->told = 0;
        ps_code code = wake(of);
        if (code != PS_OK) return code;
        if (of->day > 0 && of->day % PS_WEEK_DAYS == 0) note_week(of);
        if (of->day < weeks * PS_WEEK_DAYS) code = spend_day(of);
        if (code != PS_OK) return code;
    }
    return PS_OK;
}

ps_code ps_simulate(const ps_catalogue *catalogue, const ps_event *events, int32_t count,
                    ps_instant now, int32_t weeks, const ps_simulate_script *script,
                    ps_arena *arena, ps_simulated *simulated, ps_error *err)
{
    const size_t mark = arena->used;
    ps__run of = {
        .catalogue = catalogue,
        .script = script,
        .simulated = simulated,
        .err = err,
        .now = now,
        .arena = arena,
    };
    memset(simulated, 0, sizeof *simulated);
    ps_code code = check_script(script, err);
    if (code == PS_OK) code = check_time(now, weeks, err);
    if (code == PS_OK) code = begin(&of, events, count, weeks);
    if (code == PS_OK) code = live(&of, weeks);
    ps_arena_rewind(arena, code == PS_OK ? of.mark : mark);
    if (code != PS_OK) {
        memset(simulated, 0, sizeof *simulated);
        return code;
    }
    simulated->events = of.events + of.before;
    simulated->event_count = of.count - of.before;
    return PS_OK;
}
