/// events.h — a valid event of every kind, for tests and fuzz targets.
#ifndef PS_TEST_EVENTS_H
#define PS_TEST_EVENTS_H

#include "ps/history.h"

#define EVENT_MS INT64_C(1795299128123) ///< 2026-11-21T23:12:08.123+01:00
enum { EVENT_DAY = 20778 };             ///< 2026-11-21

static const ps_prescription sample_items[] = {
    [0].exercise = "psoas-march",
    [0].dose = {.sets = {3, 3},  .reps = {10, 12},   .pain_max = 3         },
    [1].exercise = "half-kneel",
    [1].dose = { .sets = {2, 2}, .reps = {1, 1}, .hold_s = {30, 30},  .sides = PS_LEFT_ONLY},
    [1].dose_right = { .sets = {1, 1}, .reps = {1, 1},   .hold_s = {9, 9}, .sides = PS_RIGHT_ONLY},
};

static const char *const sample_codes[] = {"no_impact", "no_deep_flexion"};

static const ps_span sample_spans[] = {
    {"phone", 1, 1}
};

static const ps_event sample_with = {
    .person = "ann",
    .device = "phone",
    .sequence = 1,
    .at.ms = EVENT_MS,
    .at.offset_min = 60,
    .kind = PS_EVENT_morning_reported,
    .as.morning_reported.side = PS_SIDE_LEFT,
    .as.morning_reported.pain = 4,
};

enum { EVENT_KINDS = PS_EVENT_imported + 1 };

// clang-format off
/// A body of each kind.
static const ps_event sample_events[] = {
    [PS_EVENT_consent_given].as.consent_given = {"2026-11"},
    [PS_EVENT_screen_started].as.screen_started = {PS_ROUND_GAP},
    [PS_EVENT_screen_answered].as.screen_answered = {"night_pain", PS_ANSWER_NO},
    [PS_EVENT_intake_given].as.intake_given = {"birth_year", "1984"},
    [PS_EVENT_flag_cleared].as.flag_cleared = {
        .flag = "labral_tear", .kind = PS_CODES_RELEASED, .day = EVENT_DAY - 7,
        .who = "physiotherapist", .words = "all but running",
        .codes = {sample_codes, PS_COUNT(sample_codes)}},
    [PS_EVENT_diagnosis_given].as.diagnosis_given = {"a labral tear"},
    [PS_EVENT_test_measured].as.test_measured = {"T_LEN", PS_SIDE_LEFT, 12.5, true},
    [PS_EVENT_programme_chosen].as.programme_chosen = {"programme-001"},
    [PS_EVENT_exercise_swapped].as.exercise_swapped = {"psoas-march", true},
    [PS_EVENT_session_started].as.session_started = {
        .session = "s1", .catalogue = "2026.11+1", .programme = "programme-001",
        .items = {sample_items, PS_COUNT(sample_items)}},
    [PS_EVENT_set_done].as.set_done = {
        .session = "s1", .exercise = "psoas-march", .set = 1, .side = PS_SIDE_LEFT,
        .planned_reps = 12, .reps = 9, .load = {PS_LOAD_KG, 250}, .effort = 6, .pain = 2,
        .form = PS_FORM_LOST, .form_lost_at = 8, .why_not = "the band slipped"},
    [PS_EVENT_stop_felt].as.stop_felt = {
        "s1", "psoas-march", PS_SIDE_RIGHT, PS_FELT_SPREADING},
    [PS_EVENT_session_ended].as.session_ended = {"s1", PS_SESSION_STOPPED, "the door bell"},
    [PS_EVENT_pain_reported].as.pain_reported = {
        "front_hip", PS_SIDE_RIGHT, 3, PS_PAIN_NOW, "after the stairs"},
    [PS_EVENT_morning_reported].as.morning_reported = {PS_SIDE_LEFT, 1},
    [PS_EVENT_day_noted].as.day_noted = {PS_NOTED_ILL, "a cold"},
    [PS_EVENT_goal_set].as.goal_set = {"g1", "climbing the stairs"},
    [PS_EVENT_goal_rated].as.goal_rated = {"g1", 4},
    [PS_EVENT_goal_dropped].as.goal_dropped = {"g1"},
    [PS_EVENT_checkpoint_answered].as.checkpoint_answered = {12, PS_CHANGE_SAME, true},
    [PS_EVENT_corrected].as.corrected = {"phone", 1, "wrong number", &sample_with},
    [PS_EVENT_voided].as.voided = {{sample_spans, PS_COUNT(sample_spans)}, "not me"},
    [PS_EVENT_imported].as.imported = {
        "batch-1", "old diary.csv", {sample_spans, PS_COUNT(sample_spans)}},
};
// clang-format on

/// An event of a person called "ann" with a body that passes its check. The texts and lists are
/// constants; a correction, a void and an import point to the first event of "phone".
static inline ps_event event_of(ps_event_kind kind, const char *device, int64_t sequence)
{
    ps_event event = sample_events[kind];
    event.person = "ann";
    event.device = device;
    event.sequence = sequence;
    event.at = (ps_instant){EVENT_MS, 60};
    event.kind = kind;
    return event;
}

#endif
