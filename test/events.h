/// events.h — a valid event of every kind, for tests and fuzz targets.
#ifndef PS_TEST_EVENTS_H
#define PS_TEST_EVENTS_H

#include "ps/history.h"

#define EVENT_MS INT64_C(1795299128123) ///< 2026-11-21T23:12:08.123+01:00

static const ps_prescription sample_items[] = {
    [0].exercise = "psoas-march",
    [0].dose = {.sets = {3, 3},  .reps = {10, 12},   .pain_max = 3         },
    [1].exercise = "half-kneel",
    [1].dose = { .sets = {2, 2}, .reps = {1, 1}, .hold_s = {30, 30},  .sides = PS_LEFT_ONLY},
    [1].dose_right = { .sets = {1, 1}, .reps = {1, 1},   .hold_s = {9, 9}, .sides = PS_RIGHT_ONLY},
};

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

static const ps_set_done sample_set = {
    .session = "s1",
    .exercise = "psoas-march",
    .set = 1,
    .side = PS_SIDE_LEFT,
    .planned_reps = 12,
    .reps = 9,
    .load.unit = PS_LOAD_KG,
    .load.amount = 250,
    .effort = 6,
    .pain = 2,
    .form = PS_FORM_LOST,
    .form_lost_at = 8,
    .why_not = "the band slipped",
};

enum { EVENT_KINDS = PS_EVENT_imported + 1 };

/// An event of a person called "ann" with a body that passes its check. The texts and lists are
/// constants; a correction, a void and an import point to the first event of "phone".
static inline ps_event event_of(ps_event_kind kind, const char *device, int64_t sequence)
{
    ps_event event = {.person = "ann", .device = device, .sequence = sequence, .kind = kind};
    event.at = (ps_instant){EVENT_MS, 60};
    switch (kind) {
    case PS_EVENT_consent_given:
        event.as.consent_given = (ps_consent_given){"2026-11"};
        break;
    case PS_EVENT_screen_answered:
        event.as.screen_answered = (ps_screen_answered){"night_pain", PS_ANSWER_NO};
        break;
    case PS_EVENT_test_measured:
        event.as.test_measured = (ps_test_measured){"T_LEN", PS_SIDE_LEFT, 12.5, true};
        break;
    case PS_EVENT_session_started:
        event.as.session_started.session = "s1";
        event.as.session_started.catalogue = "2026.11+1";
        event.as.session_started.programme = "programme-001";
        event.as.session_started.items = (ps_prescriptions){sample_items, PS_COUNT(sample_items)};
        break;
    case PS_EVENT_set_done:
        event.as.set_done = sample_set;
        break;
    case PS_EVENT_session_ended:
        event.as.session_ended = (ps_session_ended){"s1", PS_SESSION_STOPPED, "the door bell"};
        break;
    case PS_EVENT_pain_reported:
        event.as.pain_reported =
            (ps_pain_reported){"front_hip", PS_SIDE_RIGHT, 3, PS_PAIN_NOW, "after the stairs"};
        break;
    case PS_EVENT_morning_reported:
        event.as.morning_reported = (ps_morning_reported){PS_SIDE_LEFT, 1};
        break;
    case PS_EVENT_corrected:
        event.as.corrected = (ps_corrected){"phone", 1, "wrong number", &sample_with};
        break;
    case PS_EVENT_voided:
        event.as.voided.targets = (ps_spans){sample_spans, PS_COUNT(sample_spans)};
        event.as.voided.why = "not me";
        break;
    case PS_EVENT_imported:
        event.as.imported.batch = "batch-1";
        event.as.imported.source = "old diary.csv";
        event.as.imported.added = (ps_spans){sample_spans, PS_COUNT(sample_spans)};
        break;
    }
    return event;
}

#endif
