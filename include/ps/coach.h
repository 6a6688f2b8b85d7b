/// coach.h — from a person's history to today: the screening, the state of training for every
/// exercise and side, the plan of this training week, and the session that is due.
///
/// A pure function of (catalogue, history, local day). Walks the history once, and once more when
/// goals that were met change the steps after the checkpoint. Everything in the history counts,
/// also what a traveller said on a local day that has not come yet.
/// Source  domain 5.3 to 5.12, 5.17; docs/planner.md.
#ifndef PS_COACH_H
#define PS_COACH_H

#include "ps/intake.h"
#include "ps/plan.h"
#include "ps/progress.h"

/// How far the person has come; only READY has a plan.
typedef enum {
    PS_COACH_CONSENT,   ///< has not agreed to the terms of this version
    PS_COACH_QUESTIONS, ///< outcome INCOMPLETE, or the questions are due again
    PS_COACH_REFUSED,   ///< outcome UNDER_18, EMERGENCY, URGENT or REFER
    PS_COACH_STOPPED,   ///< `stop` says why, and what opens it again
    PS_COACH_READY
} ps_coach_stage;

/// Why the programme stops although no flag is open (domain 5.12). What opens it again has to be
/// done after the day of the stop: a round of questions, begun behind it and answered. For want of
/// success that has to be one because something is new; or somebody has seen the person since
/// (flag_cleared), or the last checkpoint was answered anew: better, and enough.
typedef enum {
    PS_STOP_NOT,
    PS_STOP_PAIN_HIGH,   ///< a pain of 7 or more twice in 7 days
    PS_STOP_PAIN_RISING, ///< 3 or more above the baseline for 7 days
    PS_STOP_SIGNS,       ///< stopping feelings in two exercises of a session, or one that spreads
    PS_STOP_NO_SUCCESS   ///< nothing better at the last checkpoint
} ps_stop_kind;

typedef struct {
    ps_stop_kind kind;
    ps_day day; ///< on which it became known
} ps_programme_stop;

/// One exercise of one session on one side: what was seen and what followed.
typedef struct {
    int32_t session; ///< index into ps_history.sessions
    ps_day day;
    int32_t week;
    int32_t exercise;
    int32_t side;                  ///< 0 left or both together, 1 right
    int32_t sets, reps, hold_s;    ///< done: sets, most repetitions and longest hold of one of them
    ps_load load;                  ///< the heaviest; all zero without
    int32_t pain, morning, effort; ///< the worst of the sets; PS_NOT_GIVEN
    int32_t baseline;
    ps_pain_verdict verdict;
    bool hard, shortened;
    ps_training before, after;
    const ps_transition *row;
} ps_training_entry;

/// A day of the running training week.
typedef struct {
    ps_day date;
    int32_t plan_day; ///< index into plan.days, or PS_NONE: rest
    bool done;        ///< a session took place on it
} ps_week_slot;

typedef struct {
    ps_day today;
    ps_coach_stage stage;
    ps_told told; ///< with the screening
    ps_programme_stop stop;

    // the block: weeks count from its start; a gap that wants a new screening starts a new one
    ps_day block_start; ///< of the first session of the block; `today` before there is one, and
                        ///< while the first one is of a day to come
    ps_day week_start;
    int32_t week;        ///< 1..
    int32_t trained;     ///< sessions of the block in which something was done
    ps_day last_session; ///< or PS_DAY_NEVER
    int32_t calm_days;   ///< since the last amber or red morning; silence is not calm
    ps_class class_now;  ///< as it was last looked at: start, checkpoints, in and out of HIGH
    ps_day class_day;    ///< since when it is that one, from the day of the first session on

    // while READY
    int32_t programme; ///< of an article that is followed, or PS_NONE
    ps_plan_input input;
    ps_plan plan; ///< of the running training week, from what is known today
    ps_week_slot slots[PS_WEEK_DAYS];
    int32_t due;         ///< index into plan.days of the session that is due today, or PS_NONE
    ps_day next_session; ///< the next day with one, today included; PS_DAY_NEVER
    ps_plan_day session; ///< of today (or of next_session), after the gap; count 0: none
    ps_gap gap;
    ps_range effort; ///< what `session` asks
    /// Bit s: side s (0 left, 1 right) of the last day with a session has no report.
    uint32_t morning_wanted;

    const ps_training_entry *entries; ///< of all sessions, in their order
    int32_t entry_count;
    int32_t last_entries; ///< index of the first entry of the last session
    ps_progress progress;
} ps_coach;

/// Errors  PS_NOMEM; `arena` is as it was before.
/// Nullable: err.
PS_MUST_USE ps_code ps_coach_make(const ps_catalogue *catalogue, const ps_history *history,
                                  ps_day today, ps_arena *arena, ps_coach *coach, ps_error *err);

/// Bytes of arena that ps_coach_make needs at most.
size_t ps_coach_size(const ps_catalogue *catalogue, const ps_history *history);

extern const ps_enum ps_coach_stage_names, ps_stop_kind_names;

// ---- the memo ----

/// What the last answer was for. A coach is the same as long as the key is.
typedef struct {
    int64_t mark; ///< of the history: changes with every event that is stored
    ps_day today;
    const char *catalogue; ///< ps_catalogue_version
} ps_memo_key;

/// One remembered answer. Zero-initialised is empty; `room` is the caller's memory.
typedef struct {
    bool filled;
    ps_memo_key key;
    ps_arena room;
    ps_coach coach;
} ps_coach_memo;

/// The remembered answer, or NULL when the key is another one.
const ps_coach *ps_coach_recall(const ps_coach_memo *memo, const ps_memo_key *key);

#endif
