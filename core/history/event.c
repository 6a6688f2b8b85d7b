#include "history/event.h"

#include <assert.h>
#include <string.h>

// ---- names ----

static const char *const kind_names[] = {
#define X(name) #name,
    PS_EVENT_KINDS(X)
#undef X
};
static const char *const side_names[] = {"both", "left", "right"};
static const char *const answer_names[] = {"no", "yes", "not_sure"};
static const char *const form_names[] = {"not_asked", "ok", "lost", "unsure"};
static const char *const pain_context_names[] = {"now", "at_rest", "ordinary", "worst_24h",
                                                 "during"};
static const char *const session_outcome_names[] = {"finished", "stopped"};

const ps_enum ps_event_kind_names = PS_ENUM_OF(ps_event_kind, kind_names);
const ps_enum ps_side_names = PS_ENUM_OF(ps_side, side_names);
const ps_enum ps_answer_names = PS_ENUM_OF(ps_answer, answer_names);
const ps_enum ps_form_names = PS_ENUM_OF(ps_form, form_names);
const ps_enum ps_pain_context_names = PS_ENUM_OF(ps_pain_context, pain_context_names);
const ps_enum ps_session_outcome_names = PS_ENUM_OF(ps_session_outcome, session_outcome_names);

// ---- fields ----

static const ps_field consent_given_fields[] = {
    PS_F_TEXT(ps_consent_given, version, PS_VERSION_MAX,
              "Version of the consent text that the person agreed to."),
};

static const ps_field screen_answered_fields[] = {
    PS_F_ID(ps_screen_answered, item, PS_ID_MAX, "Id of the screening item that was answered."),
    PS_F_ENUM(ps_screen_answered, answer, &ps_answer_names,
              "The answer; not_sure is treated like yes."),
};

static const ps_field test_measured_fields[] = {
    PS_F_ID(ps_test_measured, test, PS_ID_MAX, "Id of the self-test."),
    PS_F_ENUM(ps_test_measured, side, &ps_side_names, "The side that was measured."),
    PS_F_NUMBER(ps_test_measured, value, -PS_TEST_VALUE_MAX, PS_TEST_VALUE_MAX,
                "The result in the unit of the test: degrees, seconds, rating."),
    PS_F_BOOL(ps_test_measured, valid,
              "Whether the measurement passed the test's own validity gate."),
};

static const ps_field prescription_fields[] = {
    PS_F_ID(ps_prescription, exercise, PS_ID_MAX, "Id of the exercise."),
    PS_F_NOTATION(ps_prescription, dose, ps_dose, &ps_dose_notation, true,
                  "What was asked of both sides, or of the left one when dose_right is there."),
    PS_F_NOTATION(ps_prescription, dose_right, ps_dose, &ps_dose_notation, false,
                  "What was asked of the right side when it differs from the left."),
};
static const ps_struct prescription_struct =
    PS_STRUCT_OF(ps_prescription, prescription_fields, "What one exercise of a session asked for.");

static const ps_field session_started_fields[] = {
    PS_F_ID(ps_session_started, session, PS_ID_MAX,
            "Id of the session; set_done and session_ended refer to it."),
    PS_F_TEXT(ps_session_started, catalogue, PS_VERSION_MAX,
              "Version of the catalogue that the doses come from."),
    PS_F_ID_OR_NONE(ps_session_started, programme, PS_ID_MAX,
                    "Id of the source programme that is followed; absent for a plan of ours."),
    PS_F_STRUCTS(ps_session_started, items, ps_prescription, &prescription_struct, 1,
                 PS_SESSION_ITEMS_MAX, "The exercises in their order, with what was asked."),
};

static const ps_field set_done_fields[] = {
    PS_F_ID(ps_set_done, session, PS_ID_MAX, "Id of the session that the set belongs to."),
    PS_F_ID(ps_set_done, exercise, PS_ID_MAX, "Id of the exercise."),
    PS_F_INT(ps_set_done, set, 1, PS_SETS_MAX, "Number of the set, counted from 1 on each side."),
    PS_F_ENUM(ps_set_done, side, &ps_side_names, "The side that worked."),
    PS_F_INT(ps_set_done, planned_reps, 0, PS_REPS_MAX, "Repetitions that were asked for."),
    PS_F_INT(ps_set_done, reps, 0, PS_REPS_MAX, "Repetitions that were done."),
    PS_F_INT(ps_set_done, planned_hold_s, 0, PS_SECONDS_MAX,
             "Seconds that each repetition or the whole spell should have lasted."),
    PS_F_INT(ps_set_done, hold_s, 0, PS_SECONDS_MAX,
             "Seconds that each repetition or the whole spell lasted."),
    PS_F_NOTATION(ps_set_done, load, ps_load, &ps_load_notation, false,
                  "The load that was used; absent without one."),
    PS_F_INT_OR(ps_set_done, effort, 0, 10, PS_NOT_GIVEN,
                "Perceived exertion 0 to 10; absent when it was not asked."),
    PS_F_INT_OR(ps_set_done, pain, 0, 10, PS_NOT_GIVEN,
                "Pain during the set 0 to 10; absent when it was not asked."),
    PS_F_ENUM_OR(ps_set_done, form, &ps_form_names, PS_FORM_NOT_ASKED,
                 "Whether the form held; absent when it was not asked."),
    PS_F_INT_OR(ps_set_done, form_lost_at, 1, PS_REPS_MAX, 0,
                "The repetition at which the form was lost; absent when it held or nobody knows."),
    PS_F_BOOL(ps_set_done, completed, "Whether the set was done as it was asked."),
    PS_F_TEXT_OR_NONE(ps_set_done, why_not, PS_NOTE_MAX,
                      "Why the set was not completed; absent exactly when it was."),
};

static const ps_field session_ended_fields[] = {
    PS_F_ID(ps_session_ended, session, PS_ID_MAX, "Id of the session."),
    PS_F_ENUM(ps_session_ended, outcome, &ps_session_outcome_names,
              "Whether the session reached its end."),
    PS_F_TEXT_OR_NONE(ps_session_ended, why, PS_NOTE_MAX,
                      "Why the session was stopped; absent exactly when it was finished."),
};

static const ps_field pain_reported_fields[] = {
    PS_F_ID(ps_pain_reported, place, PS_ID_MAX, "Id of the place on the body map."),
    PS_F_ENUM(ps_pain_reported, side, &ps_side_names, "The side that hurts."),
    PS_F_INT(ps_pain_reported, pain, 0, 10, "Pain from 0, none, to 10, the worst imaginable."),
    PS_F_ENUM(ps_pain_reported, context, &ps_pain_context_names, "When it hurts that much."),
    PS_F_TEXT_OR_NONE(ps_pain_reported, note, PS_NOTE_MAX, "The person's own words."),
};

static const ps_field morning_reported_fields[] = {
    PS_F_ENUM(ps_morning_reported, side, &ps_side_names, "The side that was asked about."),
    PS_F_INT(ps_morning_reported, pain, 0, 10,
             "Pain on the morning after a session, from 0 to 10."),
};

static const ps_field span_fields[] = {
    PS_F_ID(ps_span, device, PS_ID_MAX, "Id of the device that recorded the events."),
    PS_F_LONG(ps_span, first, 1, PS_SEQUENCE_MAX, "Sequence of the first event."),
    PS_F_LONG(ps_span, last, 1, PS_SEQUENCE_MAX, "Sequence of the last event, itself included."),
};
static const ps_struct span_struct =
    PS_STRUCT_OF(ps_span, span_fields, "Events of one device that follow one another.");

static const ps_field corrected_fields[] = {
    PS_F_ID(ps_corrected, device, PS_ID_MAX, "Device of the event that is corrected."),
    PS_F_LONG(ps_corrected, sequence, 1, PS_SEQUENCE_MAX,
              "Sequence of the event that is corrected; always the first one, not a correction."),
    PS_F_TEXT(ps_corrected, why, PS_NOTE_MAX, "Why it is corrected."),
};

static const ps_field voided_fields[] = {
    PS_F_STRUCTS(ps_voided, targets, ps_span, &span_struct, 1, PS_SPANS_MAX,
                 "The events that are taken out; a void among them is undone."),
    PS_F_TEXT(ps_voided, why, PS_NOTE_MAX, "Why they are taken out."),
};

static const ps_field imported_fields[] = {
    PS_F_ID(ps_imported, batch, PS_ID_MAX, "Id of the import, to undo it by."),
    PS_F_TEXT(ps_imported, source, PS_FILE_NAME_MAX, "Name of the file that was read."),
    PS_F_STRUCTS(ps_imported, added, ps_span, &span_struct, 0, PS_SPANS_MAX,
                 "The events that the import added."),
};

static const ps_struct bodies[] = {
    [PS_EVENT_consent_given] =
        PS_STRUCT_OF(ps_consent_given, consent_given_fields, "The person agreed to the terms."),
    [PS_EVENT_screen_answered] = PS_STRUCT_OF(ps_screen_answered, screen_answered_fields,
                                              "One screening question was answered."),
    [PS_EVENT_test_measured] =
        PS_STRUCT_OF(ps_test_measured, test_measured_fields, "A self-test was done."),
    [PS_EVENT_session_started] =
        PS_STRUCT_OF(ps_session_started, session_started_fields,
                     "A guided session began; it carries everything that was asked."),
    [PS_EVENT_set_done] =
        PS_STRUCT_OF(ps_set_done, set_done_fields, "One set was done or given up."),
    [PS_EVENT_session_ended] =
        PS_STRUCT_OF(ps_session_ended, session_ended_fields, "A guided session ended."),
    [PS_EVENT_pain_reported] =
        PS_STRUCT_OF(ps_pain_reported, pain_reported_fields, "The person reported pain."),
    [PS_EVENT_morning_reported] = PS_STRUCT_OF(ps_morning_reported, morning_reported_fields,
                                               "The person answered the morning question."),
    [PS_EVENT_corrected] = PS_STRUCT_OF(ps_corrected, corrected_fields,
                                        "An earlier event was wrong; this says what is right."),
    [PS_EVENT_voided] =
        PS_STRUCT_OF(ps_voided, voided_fields, "Earlier events do not count any more."),
    [PS_EVENT_imported] = PS_STRUCT_OF(ps_imported, imported_fields, "A file was imported."),
};

const ps_struct *ps_event_body(ps_event_kind kind)
{
    assert((int32_t)kind >= 0 && (int32_t)kind < PS_COUNT(bodies));
    return &bodies[kind];
}

static const ps_field instant_fields[] = {
    PS_F_LONG(ps_instant, ms, 0, PS_MS_MAX, "Milliseconds since 1970-01-01 in UTC."),
    PS_F_INT(ps_instant, offset_min, -PS_OFFSET_MAX, PS_OFFSET_MAX, "Local time minus UTC."),
};
static const ps_struct instant_struct =
    PS_STRUCT_OF(ps_instant, instant_fields, "An instant and the local time of its place.");

static const ps_field head_fields[] = {
    PS_F_ID(ps_event, person, PS_ID_MAX, "Id of the person it is about."),
    PS_F_ID(ps_event, device, PS_ID_MAX, "Id of the device that recorded it."),
    PS_F_LONG(ps_event, sequence, 1, PS_SEQUENCE_MAX, "Number within person and device."),
    PS_F_STRUCT(ps_event, at, ps_instant, &instant_struct, "When it happened."),
    PS_F_ENUM(ps_event, kind, &ps_event_kind_names, "What happened."),
};
const ps_struct ps__event_head = PS_STRUCT_OF(ps_event, head_fields, "What every event has.");

// ---- order and digest ----

int32_t ps_key_order(const char *device_a, int64_t sequence_a, const char *device_b,
                     int64_t sequence_b)
{
    const int32_t device = strcmp(device_a, device_b);
    return device != 0 ? device : (sequence_a > sequence_b) - (sequence_a < sequence_b);
}

int32_t ps_event_key_order(const ps_event *a, const ps_event *b)
{
    return ps_key_order(a->device, a->sequence, b->device, b->sequence);
}

int32_t ps_event_order(const ps_event *a, const ps_event *b)
{
    if (a->at.ms != b->at.ms) return a->at.ms < b->at.ms ? -1 : 1;
    return ps_event_key_order(a, b);
}

/// All that is not a correction: head and body by their tables.
static int32_t content_order(const ps_event *a, const ps_event *b)
{
    const int32_t head = ps_struct_order(&ps__event_head, a, b);
    return head != 0 ? head : ps_struct_order(ps_event_body(a->kind), &a->as, &b->as);
}

int32_t ps__event_compare(const ps_event *a, const ps_event *b)
{
    const int32_t order = ps_event_order(a, b);
    if (order != 0 || a == b) return order;
    const int32_t content = content_order(a, b);
    if (content != 0 || a->kind != PS_EVENT_corrected) return content;
    return content_order(a->as.corrected.with, b->as.corrected.with);
}

bool ps_event_same(const ps_event *a, const ps_event *b) { return ps__event_compare(a, b) == 0; }

static uint64_t content_digest(const ps_event *event, uint64_t digest)
{
    digest = ps_struct_digest(&ps__event_head, event, digest);
    return ps_struct_digest(ps_event_body(event->kind), &event->as, digest);
}

uint64_t ps__event_digest(const ps_event *event, uint64_t digest)
{
    digest = content_digest(event, digest);
    if (event->kind != PS_EVENT_corrected) return digest;
    return content_digest(event->as.corrected.with, digest);
}

bool ps__event_is_plain(const ps_event *event)
{
    return event->kind != PS_EVENT_corrected && event->kind != PS_EVENT_voided &&
           event->kind != PS_EVENT_imported;
}

// ---- checks ----

static ps_code fail(ps_error *err, ps_code code, const char *text)
{
    return ps_fail(err, code, (ps_place){0, 0}, "%s", text);
}

/// A reason is there exactly when it is wanted.
static ps_code check_reason(bool wanted, const char *reason, const char *missing,
                            const char *needless, ps_error *err)
{
    if (wanted && !reason) return fail(err, PS_MISSING, missing);
    if (!wanted && reason) return fail(err, PS_RANGE, needless);
    return PS_OK;
}

/// Puts `items[index].member: ` in front of what is wrong with a dose.
static ps_code fail_dose(ps_error *err, const ps_error *inner, int32_t index, const char *member)
{
    return ps_fail(err, inner->code, (ps_place){0, 0}, "items[%d].%s: %.160s", index, member,
                   inner->text);
}

static ps_code check_session_started(const ps_session_started *body, ps_error *err)
{
    static const ps_dose none;
    ps_error inner = {0};
    for (int32_t i = 0; i < body->items.count; i++) {
        const ps_prescription *item = &body->items.at[i];
        if (ps_dose_check_asked(&item->dose, &inner) != PS_OK) {
            return fail_dose(err, &inner, i, "dose");
        }
        // absent is all zero and nothing else, so that equal events have equal bytes
        if (memcmp(&item->dose_right, &none, sizeof none) == 0) continue;
        if (ps_dose_check_asked(&item->dose_right, &inner) != PS_OK) {
            return fail_dose(err, &inner, i, "dose_right");
        }
    }
    return PS_OK;
}

static ps_code check_set_done(const ps_set_done *body, ps_error *err)
{
    // the limits of a load are those of a dose that carries it
    ps_dose carrier = ps_dose_defaults();
    carrier.load = body->load;
    const ps_code code = ps_dose_check(&carrier, err);
    if (code != PS_OK) return code;

    if (body->form_lost_at != 0 && body->form != PS_FORM_LOST) {
        return fail(err, PS_RANGE, "form_lost_at: want it only when form is 'lost'");
    }
    return check_reason(!body->completed, body->why_not,
                        "why_not: want a reason when the set was not completed",
                        "why_not: want none when the set was completed", err);
}

static ps_code check_session_ended(const ps_session_ended *body, ps_error *err)
{
    return check_reason(body->outcome == PS_SESSION_STOPPED, body->why,
                        "why: want a reason when the session was stopped",
                        "why: want none when the session was finished", err);
}

static ps_code check_spans(const char *name, ps_spans spans, ps_error *err)
{
    for (int32_t i = 0; i < spans.count; i++) {
        if (spans.at[i].first > spans.at[i].last) {
            return ps_fail(err, PS_RANGE, (ps_place){0, 0}, "%s[%d]: want first <= last", name, i);
        }
    }
    return PS_OK;
}

static ps_code check_voided(const ps_event *event, ps_error *err)
{
    const ps_spans targets = event->as.voided.targets;
    for (int32_t i = 0; i < targets.count; i++) {
        const ps_span *span = &targets.at[i];
        if (span->first <= event->sequence && event->sequence <= span->last &&
            strcmp(span->device, event->device) == 0) {
            return ps_fail(err, PS_RANGE, (ps_place){0, 0},
                           "targets[%d]: want other events than the void itself", i);
        }
    }
    return check_spans("targets", targets, err);
}

/// Head and body of everything that does not hold another event.
static ps_code check_content(const ps_event *event, ps_error *err)
{
    ps_code code = ps_struct_check(&ps__event_head, event, err);
    if (code == PS_OK) code = ps_struct_check(ps_event_body(event->kind), &event->as, err);
    if (code != PS_OK) return code;

    switch (event->kind) {
    case PS_EVENT_session_started:
        return check_session_started(&event->as.session_started, err);
    case PS_EVENT_set_done:
        return check_set_done(&event->as.set_done, err);
    case PS_EVENT_session_ended:
        return check_session_ended(&event->as.session_ended, err);
    case PS_EVENT_voided:
        return check_voided(event, err);
    case PS_EVENT_imported:
        return check_spans("added", event->as.imported.added, err);
    case PS_EVENT_consent_given:
    case PS_EVENT_screen_answered:
    case PS_EVENT_test_measured:
    case PS_EVENT_pain_reported:
    case PS_EVENT_morning_reported:
    case PS_EVENT_corrected:
        return PS_OK;
    }
    return PS_OK;
}

/// What a correction puts in the place of its target.
static ps_code check_with(const ps_event *event, ps_error *err)
{
    const ps_corrected *body = &event->as.corrected;
    if (!body->with) return fail(err, PS_MISSING, "with: want the event as it should have been");

    ps_error inner = {0};
    if (check_content(body->with, &inner) != PS_OK) {
        return ps_fail(err, inner.code, (ps_place){0, 0}, "with.%.200s", inner.text);
    }
    if (!ps__event_is_plain(body->with)) {
        return fail(err, PS_RANGE, "with.kind: want none of 'corrected', 'voided', 'imported'");
    }
    if (strcmp(body->with->person, event->person) != 0) {
        return fail(err, PS_RANGE, "with.person: want the person of the correction");
    }
    if (strcmp(body->with->device, body->device) != 0 || body->with->sequence != body->sequence) {
        return fail(err, PS_RANGE, "with: want device and sequence of the event that is corrected");
    }
    if (strcmp(event->device, body->device) == 0 && event->sequence == body->sequence) {
        return fail(err, PS_RANGE, "sequence: want another event than the correction itself");
    }
    return PS_OK;
}

ps_code ps_event_check(const ps_event *event, ps_error *err)
{
    const ps_code code = check_content(event, err);
    if (code != PS_OK || event->kind != PS_EVENT_corrected) return code;
    return check_with(event, err);
}
