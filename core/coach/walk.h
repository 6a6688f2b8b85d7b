/// walk.h — one walk through a history, shared by the files of core/coach.
///
/// Sessions are met in the order they began. What came of one (its mornings, its stops) is looked
/// up ahead, so that every step is made once and in order; what is known when a session begins is
/// what the walk has passed.
#ifndef PS_CORE_COACH_WALK_H
#define PS_CORE_COACH_WALK_H

#include "ps/coach.h"

enum {
    PS__MORNINGS_KEPT = 32, ///< scores of a side; the baseline needs the last few
    PS__REPORTS_KEPT = 8    ///< high pain scores
};

/// How somebody came to say a score; on one day one way counts once.
typedef enum { PS__SAID_NUMBER, PS__SAID_PAIN, PS__SAID_MORNING, PS__SAID_SESSION } ps__said;

/// What is kept of a session.
typedef struct {
    ps_day day;
    ps_day_kind kind;
    bool trained; ///< something was done; else it counts as if it had never begun
    bool bad;     ///< an amber, red or stopped item
    bool red;     ///< a red or stopped one
} ps__past;

/// Days in a row with a score well above the baseline.
typedef struct {
    ps_day first, last;
    int32_t reports;  ///< days of it that have one; 0: none
    int32_t baseline; ///< from before it began, so that it does not rise along
} ps__run;

/// What mornings and reports said of one side.
typedef struct {
    int32_t mornings[PS__MORNINGS_KEPT]; ///< the worst of each day, latest last
    int32_t morning_count;
    ps_day morning_day;  ///< of the latest
    ps__run run, before; ///< with and without the day of the latest report
    ps_day day;          ///< of the latest report
    int32_t worst;       ///< on that day
} ps__side;

/// A high score.
typedef struct {
    ps_day day;
    ps__said said;
} ps__report;

/// The morning after a session; PS_NOT_GIVEN: no report.
typedef struct {
    int32_t score[2];
    bool late[2]; ///< told after the next session had begun: it counts only against the session
} ps__morning;

typedef struct {
    const ps_catalogue *catalogue;
    const ps_history *history;
    ps_coach *coach;
    int32_t pain_now, onset; ///< intake fields
    int32_t load_jump;       ///< choice of `onset`

    // looked up ahead
    const ps_event **mornings; ///< fold order
    int32_t morning_count, morning_at;
    const ps_event **stops; ///< stop_felt, by session, those of one in fold order
    int32_t stop_count;
    ps__past *past; ///< by session
    ps_training_entry *entries;
    int32_t entry_room;

    // where the walk is
    int32_t session; ///< the next one
    ps_intake intake;
    ps_plan_input in; ///< with the state of training
    ps__side sides[2];
    ps_day last_bad_morning, last_bad_item, last_red_item; ///< bad: amber or worse
    ps__report reports[PS__REPORTS_KEPT];                  ///< latest first
    int32_t report_count;
    bool asked_since;    ///< a round of questions was begun after the latest stop, on a later day
    ps_day new_round_on; ///< the last round because something is new, or PS_DAY_NEVER
    ps_day seen_on;      ///< the last clearance was told, of a visit on `visit`; or PS_DAY_NEVER
    ps_day visit;

    ps_day swapped_until[PS_EXERCISES_MAX]; ///< first day without the swap; PS_DAY_NEVER
    uint64_t swapped;                       ///< by the person's wish
    int32_t greens;                         ///< sessions of the block that were green throughout
    ps_day deload_until;
    ps_day effort_until; ///< last day of an effort that a gap has capped
    int32_t effort_max;
    ps_day goals_met_on; ///< PS_DAY_NEVER: not

    // of the training week
    ps_day uses_week; ///< its first day
    int32_t uses[PS_EXERCISES_MAX];
    uint64_t heavy; ///< exercises that were done with few repetitions and a load

    // when the class was looked at
    int32_t trained_week; ///< week of the block's latest session
    bool had_length, had_hold, was_high;

    ps_plan later; ///< of the next week
    ps_plan_input later_in;
} ps__walk;

static inline ps_day ps__later(ps_day a, ps_day b) { return a > b ? a : b; }
static inline int32_t ps__worse(int32_t a, int32_t b) { return a > b ? a : b; }

/// Days from `from` to `to`; 0 when there is none, or when somebody flew over the date line.
static inline int32_t ps__days(ps_day from, ps_day to)
{
    return from == PS_DAY_NEVER || to < from ? 0 : to - from;
}

/// Index of an exercise, or PS_NONE.
int32_t ps__exercise_find(const ps_catalogue *catalogue, const char *id);

// ---- mornings.c ----

/// Takes a score of a side into mornings and runs. is_morning: else a score of now
void ps__score_take(ps__walk *of, ps_side side, ps_day day, int32_t score, bool is_morning);

/// What the mornings that the walk has passed make the baseline of side 0 or 1.
int32_t ps__baseline(const ps__walk *of, int32_t side);

/// The reports of the first day behind session `index` that has one, by side: not later than a
/// week, and not behind the day of the next session that is on a later day.
ps__morning ps__morning_after(const ps__walk *of, int32_t index);

// ---- stop.c ----

/// A reason to stop the programme.
void ps__stop(ps__walk *of, ps_stop_kind kind, ps_day day);

void ps__report_take(ps__walk *of, ps_day day, ps__said said, int32_t score);

/// A feeling that stops an exercise, whatever is known of its session.
void ps__felt_take(ps__walk *of, const ps_event *event);

/// A round of questions, and what a professional has said: they can open the programme again.
void ps__round_take(ps__walk *of, const ps_event *event);
void ps__clearance_take(ps__walk *of, const ps_event *event);

/// How it goes, and whether the programme is stopped today, with everything known. Leaves what the
/// coach keeps of progress in `arena`.
ps_code ps__look_back(ps__walk *of, ps_arena *arena, ps_error *err);

/// The last checkpoint that does not wait any more, or NULL.
const ps_checkpoint *ps__last_checkpoint(const ps_progress *progress);

/// The first stop_felt of a session, as an index into `stops`; and the one at an index, or NULL
/// when it is of another session.
int32_t ps__stops_from(const ps__walk *of, const char *session);
const ps_stop_felt *ps__stop_at(const ps__walk *of, int32_t at, const char *session);

// ---- weeks.c ----

/// Somebody comes on `day`: what is known, what time and a gap have changed, block, week, class,
/// and the input of the planner.
void ps__arrive(ps__walk *of, ps_day day);

/// A lighter week for everything that is trained, when the signs ask for one.
void ps__deload(ps__walk *of, ps_day day, bool hard, bool tired);

/// Exercises that rest on the days of the week that begins on `from`.
void ps__rest(const ps__walk *of, ps_day from, uint64_t *resting);

// ---- training.c ----

/// How many entries session `index` makes at most; notes whether something was done in it.
int32_t ps__session_count(ps__walk *of, int32_t index);

/// Session `index`, on whose day somebody has arrived.
void ps__train(ps__walk *of, int32_t index);

// ---- today.c ----

/// The plan, the week and the session; for somebody who may train.
ps_code ps__today(ps__walk *of, ps_error *err);

#endif
