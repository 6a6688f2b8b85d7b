/// some_events.h — random events that pass their check, one seed one event. For laws; constants for
/// facts are in events.h.
///
///     uint64_t seed = 1;
///     ps_event event = some_event(&seed, PS_EVENT_set_done, "ann", "phone", 7, &arena);
///
/// Lengths, counts and numbers stand at their limits more often than chance would have it. Every
/// draw is a statement of its own, so that all compilers make the same events.
#ifndef PS_TEST_SOME_EVENTS_H
#define PS_TEST_SOME_EVENTS_H

#include "ps/history.h"
#include "test.h"

enum {
    SOME_EVENT_ROOM = 1 << 18, ///< [bytes] of arena that one event needs at most
    SOME_EVENT_KINDS = PS_EVENT_imported + 1
};

static inline bool some_bool(uint64_t *seed) { return test_between(seed, 0, 1) == 1; }

/// low..high, each end one time in eight.
static inline int32_t some_number(uint64_t *seed, int32_t low, int32_t high)
{
    const int32_t luck = test_between(seed, 0, 7);
    return luck == 0 ? low : luck == 1 ? high : test_between(seed, low, high);
}

/// low <= high inside min..max; one number half of the time.
static inline ps_range some_range(uint64_t *seed, int32_t min, int32_t max)
{
    const int32_t low = some_number(seed, min, max);
    return (ps_range){low, some_bool(seed) ? low : some_number(seed, low, max)};
}

/// An id of 1..PS_ID_MAX letters, digits and marks.
static inline const char *some_id(uint64_t *seed, ps_arena *arena)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789._-";
    const int32_t len = some_number(seed, 1, PS_ID_MAX);
    char *text = ps_arena_take(arena, len + 1, 1);
    for (int32_t i = 0; i < len; i++) {
        text[i] = letters[test_between(seed, 0, (int32_t)sizeof letters - 2)];
    }
    return text;
}

/// Text of 1..max bytes of UTF-8, with what is special in JSON, CSV, SQL and HTML.
static inline const char *some_text(uint64_t *seed, int32_t max, ps_arena *arena)
{
    static const char *const pieces[] = {"a",  "e",  " ",   "\"", "\\", "/",      "'",      "<",
                                         ",",  ";",  "%",   "{",  "é",  "ß",      "→",      "😀",
                                         "no", "up", "\\u", "--", "`",  "\u00a0", "\u2028", "N"};
    const int32_t room = some_number(seed, 1, max);
    char *text = ps_arena_take(arena, room + 1, 1);
    for (int32_t len = 0; len < room;) {
        const char *piece = pieces[test_between(seed, 0, PS_COUNT(pieces) - 1)];
        if (len + (int32_t)strlen(piece) > room) piece = ".";
        for (; *piece; piece++) text[len++] = *piece;
    }
    return text;
}

static inline ps_load some_load(uint64_t *seed)
{
    ps_load load = {.unit = (ps_load_unit)test_between(seed, PS_NO_LOAD, PS_LOAD_BAND)};
    const int32_t max = load.unit == PS_LOAD_BAND ? PS_BAND_MAX : PS_LOAD_MAX;
    if (load.unit != PS_NO_LOAD) load.amount = some_number(seed, 1, max);
    return load;
}

/// A dose that can be asked of a person.
static inline ps_dose some_dose(uint64_t *seed)
{
    static const char *const phases[] = {"push", "glute", "a", "hold-2-more-ab"};
    ps_dose dose = ps_dose_defaults();
    dose.sets = some_range(seed, 1, PS_SETS_MAX);
    if (test_between(seed, 0, 3) == 0) { // a cycle
        dose.reps = (ps_range){1, 1};
        dose.phase_count = some_number(seed, 1, PS_PHASES_MAX);
        for (int32_t i = 0; i < dose.phase_count; i++) {
            const char *name = phases[test_between(seed, 0, PS_COUNT(phases) - 1)];
            memcpy(dose.phases[i].name, name, strlen(name));
            dose.phases[i].seconds = some_range(seed, 1, PS_SECONDS_MAX);
        }
    } else {
        dose.reps = some_range(seed, 1, PS_REPS_MAX);
        if (some_bool(seed)) dose.hold_s = some_range(seed, 1, PS_SECONDS_MAX);
        if (some_bool(seed)) dose.lift_s = some_number(seed, 1, 60);
        if (dose.lift_s > 0) dose.lower_s = some_number(seed, 0, 60);
        if (dose.lift_s > 0) dose.pause_s = some_number(seed, 0, 60);
    }
    dose.ramp_up_s = some_number(seed, 0, 60);
    dose.ramp_down_s = some_number(seed, 0, 60);
    dose.sides = (ps_sides)test_between(seed, PS_BOTH_TOGETHER, PS_ALTERNATING);
    if (dose.sides == PS_EACH_SIDE) {
        dose.order = (ps_side_order)test_between(seed, PS_ANY_FIRST, PS_WEAKER_FIRST);
        dose.switch_s = some_number(seed, 0, 300);
    }
    dose.rest_s = some_number(seed, 0, 900);
    dose.load = some_load(seed);
    if (some_bool(seed)) dose.effort = some_range(seed, 1, 10);
    dose.pain_max = some_number(seed, PS_NOT_GIVEN, 10);
    return dose;
}

static inline ps_instant some_instant(uint64_t *seed)
{
    ps_instant at = {.ms = (int64_t)(test_random(seed) % (uint64_t)(PS_MS_MAX + 1))};
    const int32_t luck = test_between(seed, 0, 15);
    if (luck < 2) at.ms = luck == 0 ? 0 : PS_MS_MAX;
    at.offset_min = some_number(seed, -PS_OFFSET_MAX, PS_OFFSET_MAX);
    return at;
}

static inline int64_t some_sequence(uint64_t *seed)
{
    if (test_between(seed, 0, 7) == 0) return PS_SEQUENCE_MAX;
    return 1 + (int64_t)(test_random(seed) % 100000);
}

/// Spans of devices that record nothing else, so that no event holds itself.
static inline ps_spans some_spans(uint64_t *seed, int32_t min, ps_arena *arena)
{
    // long lists only sometimes, they are slow
    const int32_t max = test_between(seed, 0, 63) == 0 ? 500 : 5;
    const int32_t count = some_number(seed, min, max);
    ps_span *spans = ps_arena_take(arena, count, sizeof *spans);
    for (int32_t i = 0; i < count; i++) {
        spans[i].device = some_id(seed, arena);
        spans[i].first = some_sequence(seed);
        spans[i].last = some_sequence(seed);
        if (spans[i].last < spans[i].first) spans[i].last = spans[i].first;
    }
    return (ps_spans){count > 0 ? spans : NULL, count};
}

static inline ps_prescriptions some_prescriptions(uint64_t *seed, ps_arena *arena)
{
    const int32_t count = some_number(seed, 1, PS_SESSION_ITEMS_MAX);
    ps_prescription *items = ps_arena_take(arena, count, sizeof *items);
    for (int32_t i = 0; i < count; i++) {
        items[i].exercise = some_id(seed, arena);
        items[i].dose = some_dose(seed);
        if (some_bool(seed)) items[i].dose_right = some_dose(seed);
    }
    return (ps_prescriptions){items, count};
}

static inline ps_set_done some_set_done(uint64_t *seed, ps_side side, ps_arena *arena)
{
    ps_set_done set = {.side = side};
    set.session = some_id(seed, arena);
    set.exercise = some_id(seed, arena);
    set.set = some_number(seed, 1, PS_SETS_MAX);
    set.planned_reps = some_number(seed, 0, PS_REPS_MAX);
    set.reps = some_number(seed, 0, PS_REPS_MAX);
    set.planned_hold_s = some_number(seed, 0, PS_SECONDS_MAX);
    set.hold_s = some_number(seed, 0, PS_SECONDS_MAX);
    set.load = some_load(seed);
    set.effort = some_number(seed, PS_NOT_GIVEN, 10);
    set.pain = some_number(seed, PS_NOT_GIVEN, 10);
    set.form = (ps_form)test_between(seed, PS_FORM_NOT_ASKED, PS_FORM_UNSURE);
    if (set.form == PS_FORM_LOST) set.form_lost_at = some_number(seed, 0, PS_REPS_MAX);
    set.completed = some_bool(seed);
    if (!set.completed) set.why_not = some_text(seed, PS_NOTE_MAX, arena);
    return set;
}

/// What was said before the day of an event at `at`.
static inline ps_flag_cleared some_clearing(uint64_t *seed, ps_instant at, ps_arena *arena)
{
    ps_flag_cleared body = {.flag = some_id(seed, arena)};
    body.kind = (ps_clearing_kind)test_between(seed, PS_CLEARED, PS_CODES_RELEASED);
    body.day = some_number(seed, 1, ps_local_day(at));
    body.who = some_text(seed, PS_NOTE_MAX, arena);
    if (some_bool(seed)) body.words = some_text(seed, PS_NOTE_MAX, arena);
    body.codes.count = some_number(seed, body.kind == PS_CODES_RELEASED, PS_RELEASED_MAX);
    if (body.codes.count == 0) return body;
    const char **codes = ps_arena_take(arena, body.codes.count, sizeof *codes);
    for (int32_t i = 0; i < body.codes.count; i++) codes[i] = some_id(seed, arena);
    body.codes.at = codes;
    return body;
}

static inline ps_pain_reported some_pain(uint64_t *seed, ps_side side, ps_arena *arena)
{
    ps_pain_reported report = {.side = side};
    report.place = some_id(seed, arena);
    report.pain = some_number(seed, 0, 10);
    report.context = (ps_pain_context)test_between(seed, PS_PAIN_NOW, PS_PAIN_DURING);
    if (some_bool(seed)) report.note = some_text(seed, PS_NOTE_MAX, arena);
    return report;
}

static inline ps_event some_event(uint64_t *seed, ps_event_kind kind, const char *person,
                                  const char *device, int64_t sequence, ps_arena *arena);

/// Corrects an event about the person (those kinds stand before `corrected`) of another device.
static inline ps_corrected some_corrected(uint64_t *seed, const char *person, ps_arena *arena)
{
    const ps_event_kind kind = (ps_event_kind)test_between(seed, 0, PS_EVENT_corrected - 1);
    ps_corrected body = {.device = some_id(seed, arena)};
    body.sequence = some_sequence(seed);
    body.why = some_text(seed, PS_NOTE_MAX, arena);
    ps_event *with = ps_arena_take(arena, 1, sizeof *with);
    *with = some_event(seed, kind, person, body.device, body.sequence, arena);
    body.with = with;
    return body;
}

/// Fills the body of what a person says beside training.
static inline void fill_told(uint64_t *seed, ps_event *event, const char *id, ps_arena *arena)
{
    const bool well = some_bool(seed);
    switch (event->kind) {
    case PS_EVENT_screen_started:
        event->as.screen_started.why =
            (ps_round_why)test_between(seed, PS_ROUND_FIRST, PS_ROUND_SOMETHING_NEW);
        break;
    case PS_EVENT_screen_answered:
        event->as.screen_answered.item = id;
        event->as.screen_answered.answer =
            (ps_answer)test_between(seed, PS_ANSWER_NO, PS_ANSWER_NOT_SURE);
        break;
    case PS_EVENT_intake_given:
        event->as.intake_given.field = id;
        if (well) event->as.intake_given.value = some_text(seed, PS_NOTE_MAX, arena);
        break;
    case PS_EVENT_flag_cleared:
        if (ps_local_day(event->at) < 1) event->at.ms += INT64_C(3) * 24 * 3600 * 1000;
        event->as.flag_cleared = some_clearing(seed, event->at, arena);
        break;
    case PS_EVENT_diagnosis_given:
        event->as.diagnosis_given.what = some_text(seed, PS_NOTE_MAX, arena);
        break;
    case PS_EVENT_programme_chosen:
        if (well) event->as.programme_chosen.programme = id;
        break;
    case PS_EVENT_exercise_swapped:
        event->as.exercise_swapped = (ps_exercise_swapped){id, well};
        break;
    case PS_EVENT_day_noted:
        event->as.day_noted.what = well ? PS_NOTED_SLEPT_BADLY : PS_NOTED_ILL;
        if (some_bool(seed)) event->as.day_noted.note = some_text(seed, PS_NOTE_MAX, arena);
        break;
    case PS_EVENT_goal_set:
        event->as.goal_set = (ps_goal_set){id, some_text(seed, PS_NOTE_MAX, arena)};
        break;
    case PS_EVENT_goal_rated:
        event->as.goal_rated = (ps_goal_rated){id, some_number(seed, 0, 10)};
        break;
    case PS_EVENT_goal_dropped:
        event->as.goal_dropped.goal = id;
        break;
    case PS_EVENT_checkpoint_answered:
        event->as.checkpoint_answered.week = some_number(seed, 1, PS_WEEK_MAX);
        event->as.checkpoint_answered.change =
            (ps_overall_change)test_between(seed, PS_CHANGE_BETTER, PS_CHANGE_WORSE);
        event->as.checkpoint_answered.enough = well;
        break;
    default:
        break; // some_event has the rest
    }
}

/// An event of this kind and key, at any time. Texts and lists live in `arena`, which has
/// SOME_EVENT_ROOM left. Passes ps_event_check when `device` has five letters or more, so that no
/// span or correction meets it by chance.
static inline ps_event some_event(uint64_t *seed, ps_event_kind kind, const char *person,
                                  const char *device, int64_t sequence, ps_arena *arena)
{
    ps_event event = {.person = person, .device = device, .sequence = sequence, .kind = kind};
    event.at = some_instant(seed);
    const ps_side side = (ps_side)test_between(seed, PS_SIDE_BOTH, PS_SIDE_RIGHT);
    const bool well = some_bool(seed);
    const char *id = some_id(seed, arena), *text = some_text(seed, PS_VERSION_MAX, arena);
    switch (kind) {
    case PS_EVENT_consent_given:
        event.as.consent_given.version = text;
        break;
    case PS_EVENT_test_measured:
        event.as.test_measured = (ps_test_measured){id, side, 0, well};
        event.as.test_measured.value = some_number(seed, -10000000, 10000000) / 1000.0;
        break;
    case PS_EVENT_session_started:
        event.as.session_started = (ps_session_started){id, text, well ? "programme-001" : NULL,
                                                        some_prescriptions(seed, arena)};
        break;
    case PS_EVENT_set_done:
        event.as.set_done = some_set_done(seed, side, arena);
        break;
    case PS_EVENT_stop_felt:
        event.as.stop_felt = (ps_stop_felt){.session = id, .side = side};
        event.as.stop_felt.exercise = some_id(seed, arena);
        event.as.stop_felt.sign =
            (ps_stop_sign)test_between(seed, PS_FELT_SHARP, PS_FELT_THROBBING);
        break;
    case PS_EVENT_session_ended:
        event.as.session_ended = (ps_session_ended){
            id, well ? PS_SESSION_FINISHED : PS_SESSION_STOPPED, well ? NULL : text};
        break;
    case PS_EVENT_pain_reported:
        event.as.pain_reported = some_pain(seed, side, arena);
        break;
    case PS_EVENT_morning_reported:
        event.as.morning_reported = (ps_morning_reported){side, some_number(seed, 0, 10)};
        break;
    case PS_EVENT_corrected:
        event.as.corrected = some_corrected(seed, person, arena);
        break;
    case PS_EVENT_voided:
        event.as.voided = (ps_voided){some_spans(seed, 1, arena), text};
        break;
    case PS_EVENT_imported:
        event.as.imported = (ps_imported){id, text, some_spans(seed, 0, arena)};
        break;
    case PS_EVENT_screen_started:
    case PS_EVENT_screen_answered:
    case PS_EVENT_intake_given:
    case PS_EVENT_flag_cleared:
    case PS_EVENT_diagnosis_given:
    case PS_EVENT_programme_chosen:
    case PS_EVENT_exercise_swapped:
    case PS_EVENT_day_noted:
    case PS_EVENT_goal_set:
    case PS_EVENT_goal_rated:
    case PS_EVENT_goal_dropped:
    case PS_EVENT_checkpoint_answered:
        fill_told(seed, &event, id, arena);
        break;
    }
    return event;
}

#endif
