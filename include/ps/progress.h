/// progress.h — how it goes: pain, tests against their error, goals, adherence, checkpoints.
///
/// Pure results from a history. Every change is shown against its measurement error; nothing is
/// praised that is within noise. Nothing here counts missed days against anybody.
/// Source  domain 3.4, 3.7, 3.8, 5.10, 5.11.
#ifndef PS_PROGRESS_H
#define PS_PROGRESS_H

#include "ps/catalogue.h"
#include "ps/history.h"

enum {
    PS_GOALS_MAX = 5,
    PS_GOAL_RATINGS_MAX = 512,
    PS_TEST_DAYS_MAX = 128,
    PS_PROGRESS_WEEKS_MAX = 520,
    PS_CHECKPOINTS_MAX = 8
};

// ---- tests ----

/// One test on one side on one day, with at least one valid try.
typedef struct {
    ps_day day;
    double value;     ///< what counts of the tries, see ps_test_counting
    int32_t tries;    ///< valid ones, the last PS_TRIES_MAX
    int32_t invalid;  ///< tries that did not pass the test's own gate
    double low, high; ///< of the valid tries
} ps_test_day;

/// How well the person's own repeats agree.
typedef struct {
    int32_t pairs;   ///< degrees of freedom: tries beyond the first, over all days and both sides
    double error;    ///< within-day standard deviation, pooled; 0 with no pairs
    double smallest; ///< smallest change that means something: the larger of the data's and, from
                     ///< PS_REPEATS_LEAST pairs on, 1.96 * sqrt(2) * error; 0: nobody knows
    bool own;        ///< `smallest` is the person's own
} ps_repeatability;
enum { PS_REPEATS_LEAST = 4 };

typedef enum { PS_MOVED_NOT_KNOWN, PS_MOVED_NOT, PS_MOVED_BETTER, PS_MOVED_WORSE } ps_moved;

typedef struct {
    int32_t test; ///< index into self_tests; one that has a unit
    ps_side side;
    const ps_test_day *days; ///< oldest first, the last PS_TEST_DAYS_MAX
    int32_t day_count;
    ps_repeatability repeatability; ///< of the test, all sides
    double change;                  ///< latest minus the start of the block; 0 with one of them
    ps_moved moved;                 ///< PS_MOVED_NOT: within noise
} ps_test_course;

// ---- pain ----

typedef struct {
    ps_day day;
    int32_t pain;
    ps_pain_context context;
    bool morning; ///< a morning report; `context` means nothing then
    bool set;     ///< the worst of the sets of a session on that side
    ps_side side;
    const char *place; ///< NULL: not given
} ps_pain_point;

/// What was asked about pain. Only scores of one kind can be compared with each other; the first
/// kind that two weeks have enough of is the one that counts.
typedef enum {
    PS_PAIN_BY_WORST,   ///< the worst of a day, as the person told it
    PS_PAIN_BY_MORNING, ///< morning reports
    PS_PAIN_BY_SESSION, ///< while training: the worst set, or told so
    PS_PAIN_BY_ORDINARY,
    PS_PAIN_BY_NOW,
    PS_PAIN_BY_REST
} ps_pain_measure;
enum { PS_PAIN_MEASURES = 6, PS_PAIN_DAYS_LEAST = 2 };

/// Mean of the worst score of each day that has one.
typedef struct {
    int32_t days;
    int32_t tenths; ///< [tenths]; PS_NOT_GIVEN with no days
} ps_pain_mean;

/// A training week: seven days, counted from the start of the block. The last one has just begun
/// or runs. What was said about pain in the seven days before the block counts in the first.
typedef struct {
    int32_t week; ///< 1..
    int32_t pain_reports;
    int32_t pain_days;   ///< with a report of any kind
    int32_t pain_tenths; ///< mean of the daily worst scores of any kind [tenths], to be shown and
                         ///< never compared; PS_NOT_GIVEN
    ps_pain_mean pain_by[PS_PAIN_MEASURES]; ///< by ps_pain_measure
    int32_t sessions;                       ///< finished ones
    int32_t planned;      ///< days a week that were wished, or asked by the programme followed
    int32_t stretch_s[2]; ///< passive stretch done, left and right [s]
    int32_t goal_tenths;  ///< mean of the goals' last ratings [tenths]; PS_NOT_GIVEN when none of
                          ///< them was rated in this week
} ps_progress_week;

// ---- goals ----

typedef struct {
    ps_day day;
    int32_t rating;
} ps_goal_rating;

typedef struct {
    const char *id, *text;
    ps_day set_on;
    const ps_goal_rating *ratings; ///< oldest first, one a day (the last)
    int32_t rating_count;
} ps_goal;

// ---- checkpoints ----

typedef enum {
    PS_CHECK_WAITS,      ///< its day has not come
    PS_CHECK_NO_DATA,    ///< what it compares was not measured
    PS_CHECK_BETTER,     ///< at least one measure met
    PS_CHECK_PARTLY,     ///< at the end: something better, none met
    PS_CHECK_SAME,       ///< no change although enough was done
    PS_CHECK_TOO_LITTLE, ///< fewer sessions than it takes to tell: first 5.11
    PS_CHECK_WORSE       ///< pain up by success.nrs or more, red twice in the week, or said so
} ps_check_verdict;

/// What to do; the shell has the words.
typedef enum {
    PS_CHECK_GO_ON,
    PS_CHECK_KEEP_DOSE,      ///< go on without a step up: pain has risen a little
    PS_CHECK_CLASS_OR_REFER, ///< a new look at the class, or a professional
    PS_CHECK_FEWER_DAYS,     ///< propose fewer days, then the minimum session
    PS_CHECK_REFER,
    PS_CHECK_MAINTAIN,
    PS_CHECK_FOUR_MORE,
    PS_CHECK_MEASURE ///< rate, test and report first
} ps_check_advice;

/// A checkpoint is looked at from its day on; what is measured in the week after still counts.
typedef struct {
    int32_t week;
    ps_day day; ///< the day after so many full weeks
    ps_check_verdict verdict;
    ps_check_advice advice;
    ps_moved pain, goals, length, hold; ///< NOT_KNOWN: not measured, or not looked at
    ps_pain_measure pain_by;            ///< what was compared, while pain is known
    int32_t pain_change_tenths;         ///< negative: less pain; 0 while not known
    int32_t goal_change_tenths;         ///< positive: can do more; 0 while not known
    int32_t adherence_pct; ///< sessions done of those planned up to there; PS_NOT_GIVEN
} ps_checkpoint;

// ---- all of it ----

/// What 5.11 proposes when fewer than half of two weeks were done, one step after the other.
typedef enum {
    PS_PROPOSE_NOTHING,
    PS_PROPOSE_FEWER_DAYS,
    PS_PROPOSE_MINIMUM, ///< the shortest session
    PS_PROPOSE_ASK      ///< what is in the way
} ps_proposal;

typedef struct {
    const ps_test_course *tests; ///< every test with a result, left before right
    int32_t test_count;
    const ps_pain_point *pain; ///< oldest first
    int32_t pain_count;
    const ps_progress_week *weeks; ///< of the running block; none while it has not begun
    int32_t week_count;
    ps_goal goals[PS_GOALS_MAX]; ///< live ones in the order they were set; no sixth is taken
    int32_t goal_count;
    ps_checkpoint checkpoints[PS_CHECKPOINTS_MAX]; ///< those to come, too
    int32_t checkpoint_count;
    bool goals_met; ///< the block has come to its end, and the last checkpoint was BETTER
    ps_proposal proposal;
} ps_progress;

/// What the frame of a block looks like; the coach knows it.
typedef struct {
    ps_day block_start;             ///< first day of week 1; after today: nothing has begun
    ps_day today;                   ///< what was recorded for later days is left out
    int32_t days_per_week;          ///< of the plan, 1..7: for weeks for which no event says it
    int32_t red_sessions_last_week; ///< sessions with a red item in the last 7 days
} ps_progress_frame;

/// Points into the history. docs/progress.md explains every rule.
///
/// Errors  PS_NOMEM; `arena` is as it was before.
/// Nullable: err.
PS_MUST_USE ps_code ps_progress_of(const ps_catalogue *catalogue, const ps_history *history,
                                   const ps_progress_frame *frame, ps_arena *arena,
                                   ps_progress *progress, ps_error *err);

/// Bytes of arena that ps_progress_of needs at most.
size_t ps_progress_size(const ps_catalogue *catalogue, const ps_history *history);

extern const ps_enum ps_moved_names, ps_check_verdict_names, ps_check_advice_names,
    ps_proposal_names;

#endif
