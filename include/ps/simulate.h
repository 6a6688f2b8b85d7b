/// simulate.h — a person who does not exist: weeks of training by a script, played against the
/// coach day by day.
///
/// The simulator makes events like those of a real person, and nothing else: every day it asks
/// the coach what is due and reports what the script says. `psoas plan simulate` and the tests of
/// the planner use the same one. Deterministic: the same script gives the same events.
#ifndef PS_SIMULATE_H
#define PS_SIMULATE_H

#include "ps/coach.h"

enum { PS_SIMULATE_WEEKS_MAX = 52 };

/// What happens in one week.
typedef struct {
    int32_t adherence_pct; ///< of the sessions that are due, spread evenly; 0..100
    int32_t pain;          ///< while exercising, 0..10
    int32_t morning;       ///< the morning after, 0..10
    int32_t effort;        ///< 0..10
    ps_form form;
    ps_side side; ///< where pain and lost form show; PS_SIDE_BOTH
    bool reports; ///< answers the morning question
} ps_simulate_week;

typedef struct {
    ps_simulate_week weeks[PS_SIMULATE_WEEKS_MAX];
    int32_t week_count; ///< the last one goes on for as long as is asked
} ps_simulate_script;

/// Scripts by name, for the command line and the tests: improves, flares, misses, steady.
typedef struct {
    const char *id, *text;
    ps_simulate_script script;
} ps_simulate_story;
extern const ps_simulate_story ps_simulate_stories[];
extern const int32_t ps_simulate_story_count;

/// One line of the result. The end of a week is the morning after its last day, when it is known
/// how that day went.
typedef struct {
    int32_t week;                           ///< 1..
    int32_t sessions, planned;              ///< done, and that were due
    int32_t verdicts[PS_STOP + 1];          ///< how many entries of each verdict
    ps_coach_stage stage;                   ///< at the end of the week
    ps_stop_kind stop;                      ///< while STOPPED: why
    ps_training state[PS_EXERCISES_MAX][2]; ///< at the end of the week, or of the plan
} ps_simulated_week;

typedef struct {
    ps_simulated_week weeks[PS_SIMULATE_WEEKS_MAX];
    int32_t week_count;
    const ps_event *events; ///< what would be recorded, fold order; `history` is not in it
    int32_t event_count;
} ps_simulated;

/// Goes on from `events`, which may be anybody's history, for so many weeks from `now` on.
///
/// Every day the person reports the morning after a session, answers the questions when they are
/// due, each as it was answered last, and does the session that is due, or does not. Every week
/// begins with a report of the worst pain. Nobody who is refused or stopped asks for help.
///
/// events     shape [count], of one person, each passes ps_event_check
/// weeks      1..PS_SIMULATE_WEEKS_MAX
/// simulated  its events live as long as `arena`, and as `events`
/// Errors  PS_DENIED when the coach is not READY on the first day; PS_RANGE for what is out of
///         bounds, and when it would end after 2099; PS_NOMEM. Then `arena` is as it was before.
/// Nullable: err.
PS_MUST_USE ps_code ps_simulate(const ps_catalogue *catalogue, const ps_event *events,
                                int32_t count, ps_instant now, int32_t weeks,
                                const ps_simulate_script *script, ps_arena *arena,
                                ps_simulated *simulated, ps_error *err);

#endif
