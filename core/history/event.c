#include "history/event.h"

#include <string.h>

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

static ps_code check_flag_cleared(const ps_event *event, ps_error *err)
{
    const ps_flag_cleared *body = &event->as.flag_cleared;
    if (body->day < 1 || body->day > ps_local_day(event->at)) {
        return fail(err, PS_RANGE, "day: want a day from 1970-01-02 to that of the event");
    }
    if (body->kind == PS_CODES_RELEASED && body->codes.count == 0) {
        return fail(err, PS_MISSING, "codes: want at least one when kind is 'release'");
    }
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
    case PS_EVENT_flag_cleared:
        return check_flag_cleared(event, err);
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
    case PS_EVENT_screen_started:
    case PS_EVENT_screen_answered:
    case PS_EVENT_intake_given:
    case PS_EVENT_diagnosis_given:
    case PS_EVENT_test_measured:
    case PS_EVENT_programme_chosen:
    case PS_EVENT_exercise_swapped:
    case PS_EVENT_stop_felt:
    case PS_EVENT_pain_reported:
    case PS_EVENT_morning_reported:
    case PS_EVENT_day_noted:
    case PS_EVENT_goal_set:
    case PS_EVENT_goal_rated:
    case PS_EVENT_goal_dropped:
    case PS_EVENT_checkpoint_answered:
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
