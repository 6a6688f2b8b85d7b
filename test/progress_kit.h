/// progress_kit.h — histories told day by day, for the tests of core/progress.
#ifndef PS_TEST_PROGRESS_KIT_H
#define PS_TEST_PROGRESS_KIT_H

#include "ps/progress.h"
#include "test.h"

enum {
    DIARY_MAX = 4096,
    DIARY_START = 20000, ///< the day on which blocks begin
    DIARY_NAMES = 16
};

/// What happened, in any order.
typedef struct {
    ps_event events[DIARY_MAX];
    char names[DIARY_MAX][DIARY_NAMES]; ///< ids of sessions
    int32_t count;
} diary;

static _Alignas(16) char diary_memory[4 * 1024 * 1024];

/// An event at noon of a day, a second after the one that was told before.
static inline ps_event *tell(diary *of, ps_event_kind kind, ps_day day)
{
    const int64_t second = 1000, day_ms = 86400 * second;
    ps_event *event = &of->events[of->count++];
    memset(event, 0, sizeof *event);
    event->person = "ann";
    event->device = "phone";
    event->sequence = of->count;
    event->at.ms = day * day_ms + day_ms / 2 + of->count * second;
    event->kind = kind;
    return event;
}

static inline void tell_test(diary *of, ps_day day, const char *test, ps_side side, double value)
{
    tell(of, PS_EVENT_test_measured, day)->as.test_measured =
        (ps_test_measured){test, side, value, true};
}

static inline void tell_pain(diary *of, ps_day day, int32_t pain)
{
    tell(of, PS_EVENT_pain_reported, day)->as.pain_reported =
        (ps_pain_reported){"front_hip", PS_SIDE_LEFT, pain, PS_PAIN_NOW, NULL};
}

static inline void tell_intake(diary *of, ps_day day, const char *field, const char *value)
{
    tell(of, PS_EVENT_intake_given, day)->as.intake_given = (ps_intake_given){field, value};
}

static inline void tell_goal(diary *of, ps_day day, const char *goal, const char *text)
{
    tell(of, PS_EVENT_goal_set, day)->as.goal_set = (ps_goal_set){goal, text};
}

static inline void tell_rating(diary *of, ps_day day, const char *goal, int32_t rating)
{
    tell(of, PS_EVENT_goal_rated, day)->as.goal_rated = (ps_goal_rated){goal, rating};
}

/// The start of a session that asks for two holds of half-kneel; its id.
static inline const char *tell_start(diary *of, ps_day day)
{
    static const ps_prescription items[] = {
        {.exercise = "half-kneel",
         .dose = {.sets = {2, 2}, .reps = {1, 1}, .hold_s = {30, 30}, .pain_max = PS_NOT_GIVEN}},
    };
    char *name = of->names[of->count];
    snprintf(name, DIARY_NAMES, "s%d", (int)of->count);
    tell(of, PS_EVENT_session_started, day)->as.session_started = (ps_session_started){
        name, "catalogue", NULL, {items, PS_COUNT(items)}
    };
    return name;
}

static inline ps_set_done *tell_set(diary *of, ps_day day, const char *session,
                                    const char *exercise, ps_side side, int32_t hold_s)
{
    ps_set_done *set = &tell(of, PS_EVENT_set_done, day)->as.set_done;
    *set = (ps_set_done){.session = session,
                         .exercise = exercise,
                         .set = 1,
                         .side = side,
                         .planned_reps = 1,
                         .reps = 1,
                         .planned_hold_s = hold_s,
                         .hold_s = hold_s,
                         .effort = PS_NOT_GIVEN,
                         .pain = PS_NOT_GIVEN,
                         .completed = true};
    return set;
}

static inline void tell_end(diary *of, ps_day day, const char *session, bool finished)
{
    tell(of, PS_EVENT_session_ended, day)->as.session_ended = (ps_session_ended){
        session, finished ? PS_SESSION_FINISHED : PS_SESSION_STOPPED, finished ? NULL : "tired"};
}

/// A finished session without sets.
static inline void tell_session(diary *of, ps_day day)
{
    const char *session = tell_start(of, day);
    tell_end(of, day, session, true);
}

static inline void tell_answer(diary *of, ps_day day, int32_t week, ps_overall_change change,
                               bool enough)
{
    tell(of, PS_EVENT_checkpoint_answered, day)->as.checkpoint_answered =
        (ps_checkpoint_answered){week, change, enough};
}

// ---- looking ----

/// A block that began on DIARY_START, of three days a week, on its day `day` (0: the first).
static inline ps_progress_frame frame_at(int32_t day)
{
    return (ps_progress_frame){
        .block_start = DIARY_START, .today = DIARY_START + day, .days_per_week = 3};
}

/// The progress that a diary means to a catalogue; good until the next call.
static inline ps_progress look_with(const ps_catalogue *catalogue, const diary *of,
                                    ps_progress_frame frame)
{
    ps_arena arena = ps_arena_over(diary_memory, sizeof diary_memory);
    ps_history history = {0};
    ps_progress progress = {0};
    ps_error err = {0};
    for (int32_t i = 0; i < of->count; i++) {
        const bool fine = ps_event_check(&of->events[i], &err) == PS_OK;
        CHECK("event", fine);
        if (!fine) printf("# event %d: %s\n", (int)i, err.text);
    }
    CHECK("fold", ps_history_fold(of->events, of->count, &arena, &history, &err) == PS_OK);
    CHECK("progress",
          ps_progress_of(catalogue, &history, &frame, &arena, &progress, &err) == PS_OK);
    return progress;
}

static inline ps_progress look(const diary *of, ps_progress_frame frame)
{
    return look_with(&ps_catalogue_builtin, of, frame);
}

/// The course of a test on a side, or NULL.
static inline const ps_test_course *course_of(const ps_progress *of, const char *test, ps_side side)
{
    for (int32_t i = 0; i < of->test_count; i++) {
        const ps_test_course *course = &of->tests[i];
        const char *id = ps_catalogue_builtin.self_tests.at[course->test].id;
        if (course->side == side && strcmp(id, test) == 0) return course;
    }
    return NULL;
}

/// The checkpoint of a week; all zero when there is none.
static inline ps_checkpoint check_of(const ps_progress *of, int32_t week)
{
    for (int32_t i = 0; i < of->checkpoint_count; i++) {
        if (of->checkpoints[i].week == week) return of->checkpoints[i];
    }
    return (ps_checkpoint){0};
}

#endif
