// What an event says, in one line of words.
#include "shell/cli/coach_words.h"
#include "shell/cli/log_entry.h"
#include "shell/cli/self_test.h"

#include <string.h>

/// What the lines know beside the event.
typedef struct {
    const ps_catalogue *catalogue;
    const coach_run *run;
} around;

typedef void put_line(buffer *to, const around *in, const ps_event *event);

static const char *exercise_name(const around *in, const char *id)
{
    const ps_exercise *found = ps_exercise_find(in->catalogue, ps_str_of(id));
    return found ? found->name : id;
}

static void put_note(buffer *to, const char *note)
{
    if (note) buffer_format(to, ": %s", note);
}

// ---- answers ----

static void put_consent(buffer *to, const around *in, const ps_event *event)
{
    (void)in;
    buffer_format(to, "agreed to the terms, version %s", event->as.consent_given.version);
}

static void put_round(buffer *to, const around *in, const ps_event *event)
{
    static const char *const why[] = {
        [PS_ROUND_FIRST] = "for the first time",
        [PS_ROUND_DUE] = "as four weeks had passed",
        [PS_ROUND_GAP] = "after a long time without training",
        [PS_ROUND_SOMETHING_NEW] = "as something was new",
    };
    (void)in;
    buffer_format(to, "safety questions begun %s", why[event->as.screen_started.why]);
}

static void put_answer(buffer *to, const around *in, const ps_event *event)
{
    static const char *const answers[] = {
        [PS_ANSWER_NO] = "no", [PS_ANSWER_YES] = "yes", [PS_ANSWER_NOT_SURE] = "not sure"};
    const ps_screen_answered *body = &event->as.screen_answered;
    const int32_t item = ps_screening_item_find(in->catalogue, ps_str_of(body->item));
    buffer_format(to, "%s %s",
                  item == PS_NONE ? body->item : in->catalogue->screening_items.at[item].ask,
                  answers[body->answer]);
}

static void put_intake(buffer *to, const around *in, const ps_event *event)
{
    const ps_intake_given *body = &event->as.intake_given;
    const int32_t field = ps_intake_field_find(in->catalogue, ps_str_of(body->field));
    const char *ask = field == PS_NONE ? NULL : in->catalogue->intake_fields.at[field].ask;
    buffer_format(to, "%s %s", ask ? ask : body->field, body->value ? body->value : "(not told)");
}

// ---- care ----

static void put_cleared(buffer *to, const around *in, const ps_event *event)
{
    static const char *const kinds[] = {
        [PS_CLEARED] = "clearance",
        [PS_MEDICALLY_REVIEWED] = "medical review",
        [PS_CODES_RELEASED] = "release",
    };
    const ps_flag_cleared *body = &event->as.flag_cleared;
    (void)in;
    buffer_format(to, "%s for %s by %s", kinds[body->kind], body->flag, body->who);
    put_note(to, body->words);
}

static void put_diagnosis(buffer *to, const around *in, const ps_event *event)
{
    (void)in;
    buffer_format(to, "new diagnosis: %s", event->as.diagnosis_given.what);
}

// ---- tests, plan ----

static void put_test(buffer *to, const around *in, const ps_event *event)
{
    const ps_test_measured *body = &event->as.test_measured;
    const ps_self_tests *tests = &in->catalogue->self_tests;
    const ps_self_test *test = NULL;
    for (int32_t i = 0; i < tests->count; i++) {
        if (strcmp(tests->at[i].id, body->test) == 0) test = &tests->at[i];
    }
    buffer_format(to, "%s, %s: ", test ? test->name : body->test, words_side(body->side));
    if (test && self_test_measure_of(test)) {
        self_test_put_value(to, test, body->value);
    } else {
        buffer_format(to, "%g", body->value);
    }
    if (!body->valid) buffer_text(to, ", does not count");
}

static void put_programme(buffer *to, const around *in, const ps_event *event)
{
    const char *id = event->as.programme_chosen.programme;
    const ps_programme *found = id ? ps_programme_find(in->catalogue, ps_str_of(id)) : NULL;
    buffer_format(to, id ? "follows the programme %s" : "back to the plan of psoas",
                  found ? found->title : id);
}

static void put_swap(buffer *to, const around *in, const ps_event *event)
{
    const ps_exercise_swapped *body = &event->as.exercise_swapped;
    buffer_format(to, body->back ? "took %s back" : "wanted another one for %s",
                  exercise_name(in, body->exercise));
}

// ---- sessions ----

static void put_start(buffer *to, const around *in, const ps_event *event)
{
    (void)in;
    buffer_text(to, "session begun: ");
    data_put_count(to, event->as.session_started.items.count, "exercise", "exercises");
}

static void put_set(buffer *to, const around *in, const ps_event *event)
{
    const ps_set_done *body = &event->as.set_done;
    buffer_format(to, "%s, %s, set %d: ", exercise_name(in, body->exercise), words_side(body->side),
                  body->set);
    // one repetition that is held is just a hold
    const bool counted = body->reps > (body->hold_s > 0 ? 1 : 0);
    if (counted) data_put_count(to, body->reps, "repetition", "repetitions");
    if (body->hold_s > 0) buffer_format(to, "%sheld %d s", counted ? ", " : "", body->hold_s);
    if (body->reps == 0 && body->hold_s == 0) buffer_text(to, "not done");
    if (body->load.unit != PS_NO_LOAD) {
        char load[PS_LOAD_TEXT];
        ps_load_format(&body->load, load, sizeof load);
        buffer_format(to, ", %s", load);
    }
    if (body->pain != PS_NOT_GIVEN) buffer_format(to, ", pain %d", body->pain);
    if (body->effort != PS_NOT_GIVEN) buffer_format(to, ", effort %d", body->effort);
    if (body->form == PS_FORM_LOST) buffer_text(to, ", form lost");
    if (body->form == PS_FORM_UNSURE) buffer_text(to, ", form not sure");
    put_note(to, body->why_not);
}

static void put_stop(buffer *to, const around *in, const ps_event *event)
{
    const ps_stop_felt *body = &event->as.stop_felt;
    buffer_format(to, "stopped %s, %s: %s", exercise_name(in, body->exercise),
                  words_side(body->side), ps_stop_sign_names.names[body->sign]);
}

static void put_end(buffer *to, const around *in, const ps_event *event)
{
    const ps_session_ended *body = &event->as.session_ended;
    (void)in;
    buffer_text(to, body->outcome == PS_SESSION_FINISHED ? "session finished" : "session stopped");
    put_note(to, body->why);
}

// ---- how it goes ----

static void put_pain(buffer *to, const around *in, const ps_event *event)
{
    const ps_pain_reported *body = &event->as.pain_reported;
    buffer_format(to, "pain %d of 10, ", body->pain);
    log_put_where(to, in->catalogue, body->place, body->side);
    buffer_format(to, ", %s", log_context(body->context));
    put_note(to, body->note);
}

static void put_morning(buffer *to, const around *in, const ps_event *event)
{
    const ps_morning_reported *body = &event->as.morning_reported;
    (void)in;
    buffer_format(to, "morning, %s: %d of 10", words_side(body->side), body->pain);
}

static void put_day_note(buffer *to, const around *in, const ps_event *event)
{
    const ps_day_noted *body = &event->as.day_noted;
    (void)in;
    buffer_text(to, body->what == PS_NOTED_ILL ? "felt ill" : "slept badly");
    put_note(to, body->note);
}

/// The last words of a goal, also of one that does not count any more.
static const char *goal_text(const around *in, const char *goal)
{
    const char *text = goal;
    for (int32_t i = 0; i < in->run->read.count; i++) {
        const ps_event *event = &in->run->read.events[i];
        if (event->kind == PS_EVENT_corrected) event = event->as.corrected.with;
        if (event->kind != PS_EVENT_goal_set) continue;
        if (strcmp(event->as.goal_set.goal, goal) == 0) text = event->as.goal_set.text;
    }
    return text;
}

static void put_goal(buffer *to, const around *in, const ps_event *event)
{
    (void)in;
    buffer_format(to, "goal: %s", event->as.goal_set.text);
}

static void put_rating(buffer *to, const around *in, const ps_event *event)
{
    const ps_goal_rated *body = &event->as.goal_rated;
    buffer_format(to, "goal rated %d of 10: %s", body->rating, goal_text(in, body->goal));
}

static void put_drop(buffer *to, const around *in, const ps_event *event)
{
    buffer_format(to, "goal dropped: %s", goal_text(in, event->as.goal_dropped.goal));
}

static void put_checkpoint(buffer *to, const around *in, const ps_event *event)
{
    const ps_checkpoint_answered *body = &event->as.checkpoint_answered;
    (void)in;
    buffer_format(to, "after %d weeks all in all %s, %s", body->week,
                  ps_overall_change_names.names[body->change],
                  body->enough ? "good enough" : "not good enough");
}

// ---- all kinds ----

static put_line *const lines[] = {
    [PS_EVENT_consent_given] = put_consent,
    [PS_EVENT_screen_started] = put_round,
    [PS_EVENT_screen_answered] = put_answer,
    [PS_EVENT_intake_given] = put_intake,
    [PS_EVENT_flag_cleared] = put_cleared,
    [PS_EVENT_diagnosis_given] = put_diagnosis,
    [PS_EVENT_test_measured] = put_test,
    [PS_EVENT_programme_chosen] = put_programme,
    [PS_EVENT_exercise_swapped] = put_swap,
    [PS_EVENT_session_started] = put_start,
    [PS_EVENT_set_done] = put_set,
    [PS_EVENT_stop_felt] = put_stop,
    [PS_EVENT_session_ended] = put_end,
    [PS_EVENT_pain_reported] = put_pain,
    [PS_EVENT_morning_reported] = put_morning,
    [PS_EVENT_day_noted] = put_day_note,
    [PS_EVENT_goal_set] = put_goal,
    [PS_EVENT_goal_rated] = put_rating,
    [PS_EVENT_goal_dropped] = put_drop,
    [PS_EVENT_checkpoint_answered] = put_checkpoint,
};

void log_put_line(buffer *to, const cli *c, const coach_run *run, const ps_event *event)
{
    const around in = {c->catalogue, run};
    lines[event->kind](to, &in, event);
}
