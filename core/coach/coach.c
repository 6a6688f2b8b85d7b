#include "ps/coach.h"

#include "base/sort.h"
#include "coach/walk.h"

#include <string.h>

#define NAMES(T, ...)                                     \
    static const char *const T##_words[] = {__VA_ARGS__}; \
    const ps_enum T##_names = PS_ENUM_OF(T, T##_words)

NAMES(ps_coach_stage, "consent", "questions", "refused", "stopped", "ready");
NAMES(ps_stop_kind, "none", "pain-high", "pain-rising", "signs", "no-success");

#undef NAMES

// ---- memory ----

/// How many events are looked up ahead.
typedef struct {
    int32_t mornings, stops, sets;
} tally;

static tally tally_of(const ps_history *history)
{
    tally of = {0};
    for (int32_t i = 0; i < history->count; i++) {
        of.mornings += history->events[i]->kind == PS_EVENT_morning_reported;
        of.stops += history->events[i]->kind == PS_EVENT_stop_felt;
        of.sets += history->events[i]->kind == PS_EVENT_set_done;
    }
    return of;
}

size_t ps_coach_size(const ps_catalogue *catalogue, const ps_history *history)
{
    enum { ARRAYS = 7, SIDES = 2 };
    const tally of = tally_of(history);
    const size_t events = (size_t)of.mornings + (size_t)of.stops;
    const size_t entries = SIDES * ((size_t)of.sets + (size_t)of.stops);
    return sizeof(ps__walk) + ARRAYS * _Alignof(max_align_t) + events * sizeof(const ps_event *) +
           (size_t)of.stops * (sizeof(const ps_event *) + 2 * sizeof(int32_t)) +
           (size_t)history->session_count * sizeof(ps__past) + entries * sizeof(ps_training_entry) +
           2 * ps_progress_size(catalogue, history); // today's, and that of another day for a while
}

// ---- what is looked up ahead ----

static const ps_event **take_events(ps_arena *arena, int32_t count)
{
    return ps_arena_take(arena, count, sizeof(const ps_event *));
}

static int32_t order_by_session(const void *context, int32_t a, int32_t b)
{
    const ps_event *const *stops = context;
    return strcmp(stops[a]->as.stop_felt.session, stops[b]->as.stop_felt.session);
}

/// The stops by session, for which the scratch of sorting is given back.
static bool take_stops(ps__walk *of, int32_t count, ps_arena *arena)
{
    of->stops = take_events(arena, count);
    const size_t mark = arena->used;
    const ps_event **found = take_events(arena, count);
    int32_t *index = ps_arena_take(arena, count, sizeof *index);
    int32_t *spare = ps_arena_take(arena, count, sizeof *spare);
    if (!of->stops || !found || !index || !spare) return false;
    for (int32_t i = 0; i < of->history->count; i++) {
        const ps_event *event = of->history->events[i];
        if (event->kind == PS_EVENT_stop_felt) found[of->stop_count++] = event;
    }
    for (int32_t i = 0; i < count; i++) index[i] = i;
    ps__sort(index, count, spare, order_by_session, found);
    for (int32_t i = 0; i < count; i++) of->stops[i] = found[index[i]];
    ps_arena_rewind(arena, mark);
    return true;
}

static bool look_ahead(ps__walk *of, ps_arena *arena)
{
    const ps_history *history = of->history;
    const tally count = tally_of(history);
    of->mornings = take_events(arena, count.mornings);
    of->past = ps_arena_take(arena, history->session_count, sizeof *of->past);
    if (!of->mornings || !of->past || !take_stops(of, count.stops, arena)) return false;
    for (int32_t i = 0; i < history->count; i++) {
        const ps_event *event = history->events[i];
        if (event->kind == PS_EVENT_morning_reported) of->mornings[of->morning_count++] = event;
    }
    for (int32_t i = 0; i < history->session_count; i++) {
        of->entry_room += ps__session_count(of, i);
    }
    of->entries = ps_arena_take(arena, of->entry_room, sizeof *of->entries);
    return of->entries != NULL;
}

static int32_t field_of(const ps_catalogue *catalogue, const char *id)
{
    const int32_t field = ps_intake_field_find(catalogue, ps_str_of(id));
    return field == PS_NONE ? 0 : field;
}

static ps__walk *begin(const ps_catalogue *catalogue, const ps_history *history, ps_day today,
                       ps_coach *coach, ps_arena *arena)
{
    memset(coach, 0, sizeof *coach);
    coach->today = coach->block_start = coach->week_start = coach->class_day = today;
    coach->last_session = coach->next_session = PS_DAY_NEVER;
    coach->programme = coach->due = PS_NONE;
    ps__walk *of = ps_arena_take(arena, 1, sizeof *of);
    if (!of) return NULL;
    of->catalogue = catalogue;
    of->history = history;
    of->coach = coach;
    of->pain_now = field_of(catalogue, "pain_now");
    of->onset = field_of(catalogue, "onset");
    of->load_jump = PS_NONE;
    const ps_texts *choices = &catalogue->intake_fields.at[of->onset].choices;
    for (int32_t i = 0; i < choices->count; i++) {
        if (strcmp(choices->at[i], "load_jump") == 0) of->load_jump = i;
    }
    of->last_bad_morning = of->last_bad_item = of->last_red_item = PS_DAY_NEVER;
    of->goals_met_on = PS_DAY_NEVER;
    of->new_round_on = of->seen_on = of->visit = PS_DAY_NEVER;
    of->deload_until = of->effort_until = of->uses_week = PS_DAY_NEVER;
    for (int32_t e = 0; e < PS_EXERCISES_MAX; e++) of->swapped_until[e] = PS_DAY_NEVER;
    of->in = ps_plan_input_defaults(catalogue);
    ps_intake_start(&of->intake, catalogue, today);
    return look_ahead(of, arena) ? of : NULL;
}

// ---- the walk ----

/// Only some of the numbers that are told are pain scores.
static void take_told(ps__walk *of, const ps_event *event)
{
    static const char *const scores[] = {"pain_now", "pain_worst_24h", "pain_rest",
                                         "pain_ordinary"};
    const ps_intake_given *given = &event->as.intake_given;
    for (int32_t i = 0; i < PS_COUNT(scores); i++) {
        if (!given->value || strcmp(given->field, scores[i]) != 0) continue;
        const int32_t field = field_of(of->catalogue, scores[i]);
        ps_value value;
        if (ps_intake_read(of->catalogue, field, ps_str_of(given->value), &value, NULL) == PS_OK) {
            ps__report_take(of, ps_local_day(event->at), PS__SAID_NUMBER, (int32_t)value.number);
        }
    }
}

static void take_pain(ps__walk *of, const ps_event *event)
{
    const ps_pain_reported *said = &event->as.pain_reported;
    const ps_day day = ps_local_day(event->at);
    ps__report_take(of, day, PS__SAID_PAIN, said->pain);
    if (said->context == PS_PAIN_NOW) ps__score_take(of, said->side, day, said->pain, false);
}

static void take_morning(ps__walk *of, const ps_event *event)
{
    const ps_morning_reported *said = &event->as.morning_reported;
    const ps_day day = ps_local_day(event->at);
    of->morning_at++;
    ps__report_take(of, day, PS__SAID_MORNING, said->pain);
    ps__score_take(of, said->side, day, said->pain, true);
}

static void take_swap(ps__walk *of, const ps_event *event)
{
    const ps_exercise_swapped *swap = &event->as.exercise_swapped;
    const int32_t exercise = ps__exercise_find(of->catalogue, swap->exercise);
    if (exercise == PS_NONE) return;
    const uint64_t bit = UINT64_C(1) << exercise;
    of->swapped = swap->back ? of->swapped & ~bit : of->swapped | bit;
    if (swap->back) of->swapped_until[exercise] = PS_DAY_NEVER;
}

static void take_programme(ps__walk *of, const ps_event *event)
{
    const char *id = event->as.programme_chosen.programme;
    of->coach->programme = PS_NONE;
    for (int32_t i = 0; id && i < of->catalogue->programmes.count; i++) {
        if (strcmp(of->catalogue->programmes.at[i].id, id) == 0) of->coach->programme = i;
    }
}

static void take_session(ps__walk *of, const ps_event *event)
{
    if (of->session >= of->history->session_count) return;
    const ps_session_record *record = &of->history->sessions[of->session];
    if (record->started != event) return; // a second start with the same id
    if (of->past[of->session].trained) {
        ps__arrive(of, record->day);
        ps__train(of, of->session);
    } else {
        of->session++;
    }
}

static void take_event(void *context, const ps_event *event, ps_line line)
{
    ps__walk *of = context;
    if (line == PS_LINE_COUNTS) {
        switch (event->kind) {
        case PS_EVENT_session_started:
            take_session(of, event);
            break;
        case PS_EVENT_intake_given:
            take_told(of, event);
            break;
        case PS_EVENT_pain_reported:
            take_pain(of, event);
            break;
        case PS_EVENT_morning_reported:
            take_morning(of, event);
            break;
        case PS_EVENT_screen_started:
            ps__round_take(of, event);
            break;
        case PS_EVENT_flag_cleared:
            ps__clearance_take(of, event);
            break;
        case PS_EVENT_stop_felt:
            ps__felt_take(of, event);
            break;
        case PS_EVENT_day_noted:
            ps__deload(of, ps_local_day(event->at), false, true);
            break;
        case PS_EVENT_exercise_swapped:
            take_swap(of, event);
            break;
        case PS_EVENT_programme_chosen:
            take_programme(of, event);
            break;
        case PS_EVENT_consent_given:
        case PS_EVENT_screen_answered:
        case PS_EVENT_diagnosis_given:
        case PS_EVENT_test_measured:
        case PS_EVENT_set_done:
        case PS_EVENT_session_ended:
        case PS_EVENT_goal_set:
        case PS_EVENT_goal_rated:
        case PS_EVENT_goal_dropped:
        case PS_EVENT_checkpoint_answered:
        case PS_EVENT_corrected:
        case PS_EVENT_voided:
        case PS_EVENT_imported:
            break;
        }
    }
    ps_intake_take(&of->intake, event, line);
}

// ---- today ----

static ps_coach_stage stage_of(const ps__walk *of)
{
    const ps_told *told = &of->coach->told;
    if (!told->consented) return PS_COACH_CONSENT;
    if (told->screened.outcome > PS_SCREEN_INCOMPLETE) return PS_COACH_REFUSED;
    if (told->screened.outcome == PS_SCREEN_INCOMPLETE || told->due != PS_DUE_NOT) {
        return PS_COACH_QUESTIONS;
    }
    return of->coach->stop.kind == PS_STOP_NOT ? PS_COACH_READY : PS_COACH_STOPPED;
}

/// The sides that were trained on the last day with a session and whose morning nobody has told.
static uint32_t morning_wanted(const ps__walk *of)
{
    const ps_coach *coach = of->coach;
    int32_t last = of->history->session_count - 1;
    while (last >= 0 && !of->past[last].trained) last--;
    if (last < 0 || coach->today <= of->past[last].day ||
        coach->today > of->past[last].day + PS_WEEK_DAYS) {
        return 0;
    }
    uint32_t sides = 0;
    for (int32_t i = coach->entry_count - 1; i >= 0; i--) {
        const ps_training_entry *entry = &coach->entries[i];
        if (entry->day != of->past[last].day) break;
        const bool per_side = of->catalogue->exercises.at[entry->exercise].per_side;
        sides |= per_side ? UINT32_C(1) << entry->side : 3;
    }
    for (int32_t i = 0; i < of->morning_count; i++) {
        const ps_event *event = of->mornings[i];
        const ps_day day = ps_local_day(event->at);
        if (day <= of->past[last].day || day > of->past[last].day + PS_WEEK_DAYS) continue;
        const ps_side side = event->as.morning_reported.side;
        if (side != PS_SIDE_RIGHT) sides &= ~UINT32_C(1);
        if (side != PS_SIDE_LEFT) sides &= ~UINT32_C(2);
    }
    return sides;
}

static ps_code make(const ps_catalogue *catalogue, const ps_history *history, ps_day today,
                    ps_day goals_met_on, ps_arena *arena, ps_coach *coach, ps_error *err)
{
    ps__walk *of = begin(catalogue, history, today, coach, arena);
    if (!of) {
        return ps_fail(err, PS_NOMEM, (ps_place){0, 0}, "no room for %d sessions",
                       history->session_count);
    }
    of->goals_met_on = goals_met_on;
    ps_history_walk(history, take_event, of);
    ps__arrive(of, today);
    coach->entries = of->entries;
    const ps_code code = ps__look_back(of, arena, err);
    if (code != PS_OK) return code;
    coach->morning_wanted = morning_wanted(of);
    coach->stage = stage_of(of);
    return coach->stage == PS_COACH_READY ? ps__today(of, err) : PS_OK;
}

ps_code ps_coach_make(const ps_catalogue *catalogue, const ps_history *history, ps_day today,
                      ps_arena *arena, ps_coach *coach, ps_error *err)
{
    const size_t mark = arena->used;
    ps_code code = make(catalogue, history, today, PS_DAY_NEVER, arena, coach, err);
    const ps_checkpoint *last = ps__last_checkpoint(&coach->progress);
    if (code == PS_OK && coach->progress.goals_met && last && last->day <= coach->last_session) {
        // what was reached changes the steps of the sessions after it
        const ps_day met_on = last->day;
        ps_arena_rewind(arena, mark);
        code = make(catalogue, history, today, met_on, arena, coach, err);
    }
    if (code != PS_OK) ps_arena_rewind(arena, mark);
    return code;
}

// ---- the memo ----

const ps_coach *ps_coach_recall(const ps_coach_memo *memo, const ps_memo_key *key)
{
    const bool same = memo->filled && memo->key.mark == key->mark &&
                      memo->key.today == key->today &&
                      strcmp(memo->key.catalogue, key->catalogue) == 0;
    return same ? &memo->coach : NULL;
}
