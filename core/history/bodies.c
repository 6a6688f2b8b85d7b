#include "history/event.h"

#include <assert.h>

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
static const char *const round_why_names[] = {"first", "due", "gap", "something_new"};
static const char *const clearing_kind_names[] = {"clearance", "medical_review", "release"};
static const char *const stop_sign_names[] = {"sharp", "new", "spreading", "numb", "throbbing"};
static const char *const day_note_names[] = {"slept_badly", "ill"};
static const char *const overall_change_names[] = {"better", "same", "worse"};

const ps_enum ps_event_kind_names = PS_ENUM_OF(ps_event_kind, kind_names);
const ps_enum ps_side_names = PS_ENUM_OF(ps_side, side_names);
const ps_enum ps_answer_names = PS_ENUM_OF(ps_answer, answer_names);
const ps_enum ps_form_names = PS_ENUM_OF(ps_form, form_names);
const ps_enum ps_pain_context_names = PS_ENUM_OF(ps_pain_context, pain_context_names);
const ps_enum ps_session_outcome_names = PS_ENUM_OF(ps_session_outcome, session_outcome_names);
const ps_enum ps_round_why_names = PS_ENUM_OF(ps_round_why, round_why_names);
const ps_enum ps_clearing_kind_names = PS_ENUM_OF(ps_clearing_kind, clearing_kind_names);
const ps_enum ps_stop_sign_names = PS_ENUM_OF(ps_stop_sign, stop_sign_names);
const ps_enum ps_day_note_names = PS_ENUM_OF(ps_day_note, day_note_names);
const ps_enum ps_overall_change_names = PS_ENUM_OF(ps_overall_change, overall_change_names);

// ---- fields ----

static const ps_field consent_given_fields[] = {
    PS_F_TEXT(ps_consent_given, version, PS_VERSION_MAX,
              "Version of the consent text that the person agreed to."),
};

static const ps_field screen_started_fields[] = {
    PS_F_ENUM(ps_screen_started, why, &ps_round_why_names, "Why all questions are asked."),
};

static const ps_field screen_answered_fields[] = {
    PS_F_ID(ps_screen_answered, item, PS_ID_MAX, "Id of the screening item that was answered."),
    PS_F_ENUM(ps_screen_answered, answer, &ps_answer_names,
              "The answer; not_sure is treated like yes."),
};

static const ps_field intake_given_fields[] = {
    PS_F_ID(ps_intake_given, field, PS_ID_MAX, "Id of the intake field."),
    PS_F_TEXT_OR_NONE(ps_intake_given, value, PS_NOTE_MAX,
                      "Its value; absent when what was told before is taken back."),
};

static const ps_field flag_cleared_fields[] = {
    PS_F_ID(ps_flag_cleared, flag, PS_ID_MAX, "Id of the flag it is about."),
    PS_F_ENUM(ps_flag_cleared, kind, &ps_clearing_kind_names,
              "Whether the flag is opened again, or codes of it are released."),
    PS_F_NOTATION(ps_flag_cleared, day, ps_day, &ps_day_notation, true,
                  "The day on which it was said, not after that of the event."),
    PS_F_TEXT(ps_flag_cleared, who, PS_NOTE_MAX, "Profession of who said it, without a name."),
    PS_F_TEXT_OR_NONE(ps_flag_cleared, words, PS_NOTE_MAX,
                      "What was released, in words; absent when nothing was."),
    PS_F_IDS(ps_flag_cleared, codes, 0, PS_RELEASED_MAX, PS_ID_MAX,
             "Ids of the codes that are released; a release names at least one."),
};

static const ps_field diagnosis_given_fields[] = {
    PS_F_TEXT(ps_diagnosis_given, what, PS_NOTE_MAX, "The diagnosis in the person's own words."),
};

static const ps_field test_measured_fields[] = {
    PS_F_ID(ps_test_measured, test, PS_ID_MAX, "Id of the self-test."),
    PS_F_ENUM(ps_test_measured, side, &ps_side_names, "The side that was measured."),
    PS_F_NUMBER(ps_test_measured, value, -PS_TEST_VALUE_MAX, PS_TEST_VALUE_MAX,
                "The result in the unit of the test: degrees, seconds, rating."),
    PS_F_BOOL(ps_test_measured, valid,
              "Whether the measurement passed the test's own validity gate."),
};

static const ps_field programme_chosen_fields[] = {
    PS_F_ID_OR_NONE(ps_programme_chosen, programme, PS_ID_MAX,
                    "Id of the source programme to follow; absent for a plan of ours."),
};

static const ps_field exercise_swapped_fields[] = {
    PS_F_ID(ps_exercise_swapped, exercise, PS_ID_MAX, "Id of the exercise."),
    PS_F_BOOL(ps_exercise_swapped, back, "Whether it is wanted back; if not, another one is."),
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

static const ps_field stop_felt_fields[] = {
    PS_F_ID(ps_stop_felt, session, PS_ID_MAX, "Id of the session."),
    PS_F_ID(ps_stop_felt, exercise, PS_ID_MAX, "Id of the exercise that it stops."),
    PS_F_ENUM(ps_stop_felt, side, &ps_side_names, "The side that felt it."),
    PS_F_ENUM(ps_stop_felt, sign, &ps_stop_sign_names, "What was felt."),
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

static const ps_field day_noted_fields[] = {
    PS_F_ENUM(ps_day_noted, what, &ps_day_note_names, "What makes this local day harder."),
    PS_F_TEXT_OR_NONE(ps_day_noted, note, PS_NOTE_MAX, "The person's own words."),
};

static const ps_field goal_set_fields[] = {
    PS_F_ID(ps_goal_set, goal, PS_ID_MAX, "Id of the goal; an id that is there gets new words."),
    PS_F_TEXT(ps_goal_set, text, PS_NOTE_MAX,
              "An activity that matters and is hard because of the hip, in own words."),
};

static const ps_field goal_rated_fields[] = {
    PS_F_ID(ps_goal_rated, goal, PS_ID_MAX, "Id of the goal."),
    PS_F_INT(ps_goal_rated, rating, 0, 10, "From 0, cannot do it, to 10, as well as before."),
};

static const ps_field goal_dropped_fields[] = {
    PS_F_ID(ps_goal_dropped, goal, PS_ID_MAX, "Id of the goal."),
};

static const ps_field checkpoint_answered_fields[] = {
    PS_F_INT(ps_checkpoint_answered, week, 1, PS_WEEK_MAX, "Week of training, counted from 1."),
    PS_F_ENUM(ps_checkpoint_answered, change, &ps_overall_change_names,
              "How it is since the start, all in all."),
    PS_F_BOOL(ps_checkpoint_answered, enough,
              "Whether it is good enough for what the person wants to do."),
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

#define BODY(name, text) [PS_EVENT_##name] = PS_STRUCT_OF(ps_##name, name##_fields, text)

static const ps_struct bodies[] = {
    BODY(consent_given, "The person agreed to the terms."),
    BODY(screen_started,
         "A new round of screening began; answers from before do not count any more."),
    BODY(screen_answered, "One screening question was answered."),
    BODY(intake_given, "The person told something about themselves, or took it back."),
    BODY(flag_cleared, "A professional cleared or reviewed a flag, or released codes of it."),
    BODY(diagnosis_given, "There is a new diagnosis; every clearance from before ends."),
    BODY(test_measured, "A self-test was done."),
    BODY(programme_chosen, "The person chose what to follow from now on."),
    BODY(exercise_swapped, "The person wants another exercise in its place, or this one back."),
    BODY(session_started, "A guided session began; it carries everything that was asked."),
    BODY(set_done, "One set was done or given up."),
    BODY(stop_felt, "Something was felt that stops an exercise on this side."),
    BODY(session_ended, "A guided session ended."),
    BODY(pain_reported, "The person reported pain."),
    BODY(morning_reported, "The person answered the morning question."),
    BODY(day_noted, "Something made this local day harder."),
    BODY(goal_set, "The person set a goal or changed its words."),
    BODY(goal_rated, "The person rated a goal."),
    BODY(goal_dropped, "The person dropped a goal."),
    BODY(checkpoint_answered, "The two questions of the last checkpoint were answered."),
    BODY(corrected, "An earlier event was wrong; this says what is right."),
    BODY(voided, "Earlier events do not count any more."),
    BODY(imported, "A file was imported."),
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
