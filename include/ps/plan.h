/// plan.h — from what the screening says and how training went to a week, and the reason for it.
///
/// Pure and in whole numbers: the same input gives the same plan. All values are the caller's; no
/// memory is taken. Exercises, codes, equipment and position limits are indices into the catalogue.
/// Source  domain 5.5 to 5.11; what it leaves open is decided in docs/planner.md.
#ifndef PS_PLAN_H
#define PS_PLAN_H

#include "ps/screen.h"

enum {
    PS_EXERCISES_MAX = 64, ///< a set of exercises is a uint64_t
    PS_PLAN_DAYS_MAX = 6,
    PS_PLAN_ITEMS_MAX = 20, ///< of a session of an article; the planner's are shorter
    PS_PLAN_STRUCK_MAX = 20,
    PS_PLAN_NOTES_MAX = 24,
    PS_PLAN_WEEK_MAX = PS_WEEK_MAX,
    PS_PLAN_ROLES = 7, ///< R, X, A, S, L, G, C: the roles that are counted
    PS_WEEK_DAYS = 7
};

// ---- how training stands, for an exercise and a side ----

/// LOCKED: no history. LOAD: with an external load added. GRADUATED: its loaded exercise took over.
typedef enum {
    PS_STAGE_LOCKED,
    PS_STAGE_LEARN,
    PS_STAGE_BUILD,
    PS_STAGE_HOLD,
    PS_STAGE_REGRESS,
    PS_STAGE_LOAD,
    PS_STAGE_GRADUATED,
    PS_STAGE_MAINTAIN,
    PS_STAGE_PAUSED,
    PS_STAGE_DELOAD
} ps_stage;

enum { PS_REDS_KEPT = 3, PS_TRIES_KEPT = 3 };

/// All zero: nothing done yet.
typedef struct {
    ps_stage stage;
    ps_stage before;   ///< stage to go back to after DELOAD
    int32_t rung;      ///< 1..; 0 while there is no history
    bool mastered;     ///< enough counting green sessions at the top hold and repetitions
    bool loaded;       ///< the loaded ladder counts
    int32_t uses;      ///< sessions of the running week that already had it
    int32_t greens;    ///< counting green sessions in a row at this dose
    int32_t hard;      ///< hard sessions in a row at this dose
    int32_t beyond;    ///< sessions in a row whose last set had two repetitions to spare
    int32_t tries;     ///< how many of `red` mean something, 0..PS_TRIES_KEPT
    uint32_t red;      ///< bit i: the try i sessions ago was red
    int32_t red_count; ///< 0..PS_REDS_KEPT
    ps_day red_days[PS_REDS_KEPT]; ///< latest first
    ps_day deload_until;           ///< last day of DELOAD
    ps_day not_before;             ///< first day of the next try after a red session; else 0
    bool unsure;                   ///< the last try since DELOAD began was not green, or hard
    int32_t start_max;             ///< LOCKED: no start is above this rung; 0: no such limit
    ps_rung cap; ///< what was asked last time, when that was not green, or hard: nothing above it
                 ///< is asked until a try goes well; all zero: none
} ps_training;

// ---- what the planner needs to know ----

/// The screening's results and the person's wishes as plain values.
typedef struct {
    bool may_train; ///< the outcome allows a plan
    ps_code_set codes;
    ps_irritability irritability; ///< LOW, MOD or HIGH
    ps_class person_class;
    bool gentle_start;
    bool sides_differ; ///< the hold test differs by 25 % or more
    ps_side weaker;    ///< PS_SIDE_BOTH: neither
    bool back_sensitive;
    bool informed_pain;    ///< the informed pain mode is on
    int32_t week;          ///< 1..PS_PLAN_WEEK_MAX
    int32_t days_per_week; ///< 1..PS_PLAN_DAYS_MAX
    int32_t minutes;       ///< of a session, 5..45
    int32_t skill;         ///< 1 new, 2 some, 3 trained
    uint64_t equipment;    ///< bit i: equipment i is at hand; what is assumed present included
    uint64_t position_limits;
    uint64_t optin, added;          ///< exercises
    uint64_t hazards;               ///< exercises whose hazard check is not passed
    uint64_t swapped;               ///< exercises that another of the same first role replaces
    uint64_t resting[PS_WEEK_DAYS]; ///< exercises that are not to be done on day 1, 2 ..
    ps_training state[PS_EXERCISES_MAX][2]; ///< [0] left or both together, [1] right
} ps_plan_input;

/// A beginner without codes: week 1, three days of 15 minutes, what is assumed present.
ps_plan_input ps_plan_input_defaults(const ps_catalogue *catalogue);

/// How long somebody has trained.
typedef struct {
    int32_t week;      ///< 1..PS_PLAN_WEEK_MAX
    int32_t calm_days; ///< since the last amber or red morning
} ps_training_time;

/// What intake and screening give the planner; what was not told is as in the defaults. `state`
/// stays empty: whoever folds the sessions fills it.
ps_plan_input ps_plan_input_of(const ps_catalogue *catalogue, const ps_profile *profile,
                               const ps_screen_result *screened, ps_training_time time);

// ---- why not ----

/// In the order in which they are shown; the first that holds is the reason.
typedef enum {
    PS_BLOCK_NONE,
    PS_BLOCK_UNDOSED,      ///< no dose, a habit or care
    PS_BLOCK_CHOICE,       ///< selectable: never, needs-signoff, opt-in, library, proposal
    PS_BLOCK_CODE,         ///< `codes`
    PS_BLOCK_HAZARD,       ///< hazard check `detail` is not passed
    PS_BLOCK_IRRITABILITY, ///< too irritable
    PS_BLOCK_WEEK,         ///< before week `detail`
    PS_BLOCK_SKILL,
    PS_BLOCK_X01,       ///< class WEAK lengthens actively only
    PS_BLOCK_EQUIPMENT, ///< needs equipment `detail`
    PS_BLOCK_LOAD_WEEK, ///< a weight before week 4
    PS_BLOCK_POSITION,  ///< position limit `detail`
    PS_BLOCK_FIRST,     ///< exercise `detail` has to be mastered first
    PS_BLOCK_BACK,      ///< plank or hanging with a sensitive back before week 5
    PS_BLOCK_PAUSED,    ///< stopped by pain
    PS_BLOCK_GRADUATED, ///< exercise `detail` takes over
    PS_BLOCK_SWAPPED    ///< exercise `detail`, of the same first role, is offered instead
} ps_block;

typedef struct {
    ps_block block;
    uint32_t all;      ///< bit b: the reason b holds too
    ps_code_set codes; ///< the active codes that exclude it
    int32_t detail;    ///< week or index, see ps_block; PS_NONE where there is none
} ps_why_not;

/// Whether an exercise may be done, and the first reason why not.
///
/// A swapped one is left out only while another that may be done has its first role.
/// Source  domain 5.5, "Is an item allowed?".
ps_why_not ps_plan_why_not(const ps_catalogue *catalogue, const ps_plan_input *in,
                           int32_t exercise);

/// The same while a programme of an article is followed, which ignores some of our reasons for
/// its own items. programme: PS_NONE: none is followed
ps_why_not ps_plan_why_not_of(const ps_catalogue *catalogue, const ps_plan_input *in,
                              int32_t programme, int32_t exercise);

/// Reasons against an exercise by itself, whatever the others are. ignored: bit b: reason b does
/// not count
ps_why_not ps_plan_against(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise,
                           uint32_t ignored);

/// Release items take part only when the person asked for them (B6).
bool ps_plan_may_take(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise);

/// A highly irritable hip is planned as such, whatever class it had.
ps_class ps_plan_class(const ps_plan_input *in);

/// What the planner does for a class; asserts that the catalogue has it.
const ps_class_plan *ps_class_plan_of(const ps_catalogue *catalogue, ps_class id);

// ---- what is asked ----

/// Where an exercise without history starts, from 1; the planner caps it at the ladder.
int32_t ps_plan_start_rung(const ps_catalogue *catalogue, const ps_plan_input *in,
                           int32_t exercise);

/// The same while a programme of an article is followed: not below the article's own numbers,
/// unless the hip is irritable or starts gently. programme: PS_NONE: none is followed
int32_t ps_plan_start_rung_of(const ps_catalogue *catalogue, const ps_plan_input *in,
                              int32_t programme, int32_t exercise);

/// Whether the exercise is done on its loaded ladder.
bool ps_plan_is_loaded(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise);

/// Rung 1 whatever the history: very irritable, gently starting, a stretch while irritable.
bool ps_plan_stays_low(const ps_plan_input *in, const ps_engine *engine);

/// Of one side, or of both together.
typedef struct {
    int32_t sets, reps, hold_s; ///< of a cycle, reps is its number of phases
    int32_t rung;               ///< 1..
} ps_asked;

/// The dose that is asked of one side, as text and seconds want it.
ps_dose ps_asked_dose(const ps_exercise *exercise, ps_asked asked);

/// [s], after domain 5.7. sides: shape [count], 1 both together or 2.
int32_t ps_asked_seconds(const ps_exercise *exercise, const ps_asked *sides, int32_t count);

// ---- the week ----

/// Why an item stands in a session. MUST and QUOTA with a role; the others are selection rules,
/// but for TIME: the dose is shortened, and ARTICLE: the programme of an article has it.
typedef enum {
    PS_BECAUSE_MUST,
    PS_BECAUSE_QUOTA,
    PS_BECAUSE_B2,
    PS_BECAUSE_B4,
    PS_BECAUSE_B5,
    PS_BECAUSE_B7,
    PS_BECAUSE_B15,
    PS_BECAUSE_TIME,
    PS_BECAUSE_ARTICLE
} ps_because;

typedef struct {
    ps_because why;
    ps_role role; ///< of MUST and QUOTA
} ps_plan_reason;

enum { PS_PLAN_REASONS_MAX = 8 };

typedef struct {
    int32_t exercise;
    int32_t sides; ///< 1: asked[0] of both together; 2: left, right
    ps_asked asked[2];
    bool loaded;
    bool shortened; ///< does not count towards progress
    bool capped;    ///< less than the rung, because the last time did not go well; does not count
    int32_t seconds;
    ps_code_set notes; ///< active codes that modify it: show their notes
    uint32_t ours;     ///< bit p: the ps_part p of an article's dose that it does not give
    int32_t instead;   ///< the article's exercise that it replaces, or PS_NONE
    ps_plan_reason reasons[PS_PLAN_REASONS_MAX];
    int32_t reason_count;
} ps_plan_item;

typedef enum { PS_DAY_STRENGTH, PS_DAY_EASY, PS_DAY_LIGHT } ps_day_kind;

/// An item of an article's programme that is not in its sessions.
typedef struct {
    int32_t exercise;
    ps_item_status status; ///< of the article: off, opt-in, advice (a habit, shown and not dosed)
    const char *reason;    ///< of the data; NULL: `why` says it
    ps_why_not why;
    int32_t replacement; ///< exercise that stands in its place, or PS_NONE
} ps_plan_struck;

typedef struct {
    int32_t day; ///< 1..PS_WEEK_DAYS, 1 = first day of the training week
    ps_day_kind kind;
    int32_t seconds; ///< warm-up included
    ps_plan_item items[PS_PLAN_ITEMS_MAX];
    int32_t count;
} ps_plan_day;

/// What runs every day beside the sessions.
typedef struct {
    int32_t breathing; ///< exercise or PS_NONE
    int32_t stretch;   ///< exercise or PS_NONE
    int32_t hold_s;
    int32_t sets[PS_WEEK_DAYS]; ///< per side, by day of the training week
    int32_t closing;            ///< exercise done after the stretch, at rung 1
    int32_t closing_sets;
} ps_micro_plan;

typedef enum {
    PS_NOTE_FULL_DOSES, ///< they would need `minutes`
    PS_NOTE_CORE_NONE,  ///< core aim not reached: no core item is allowed
    PS_NOTE_CORE_ROOM,  ///< core aim not reached: no room
    PS_NOTE_ROLE_NONE,  ///< no `role` on `days`: no item is allowed
    PS_NOTE_ROLE_ROOM,  ///< no `role` on `days`: no room
    PS_NOTE_ROLE_RESTS, ///< no `role` on `days`: what has it rests after a painful session
    PS_NOTE_DAY_EMPTY,  ///< nothing is allowed on `days`
    PS_NOTE_NO_GLUTE    ///< no glute item is allowed, so the balance of B2 cannot be kept
} ps_note_kind;

typedef struct {
    ps_note_kind kind;
    ps_role role;
    uint32_t days; ///< bit d: day d of the training week
    int32_t minutes;
} ps_plan_note;

typedef struct {
    bool made;             ///< false: there is no plan, and everything else is zero
    ps_class person_class; ///< IRRITABLE while the hip is highly irritable
    int32_t warm_up_s, items_max;
    ps_range effort;  ///< rating of perceived exertion
    int32_t pain_max; ///< while doing it
    ps_plan_day days[PS_PLAN_DAYS_MAX];
    int32_t day_count;
    int32_t role_halves[PS_PLAN_ROLES]; ///< weekly role-sets by ps_role, in halves
    int32_t stretch_s;                  ///< passive stretch of the week's sessions, per side
    ps_micro_plan micro;
    int32_t programme; ///< the article whose programme it follows, or PS_NONE: the planner's
    ps_plan_struck struck[PS_PLAN_STRUCK_MAX]; ///< of an article, in its order
    int32_t struck_count;
    bool past_end;      ///< the article's weeks are over
    uint64_t proposals; ///< exercises that the person may add
    ps_plan_note notes[PS_PLAN_NOTES_MAX];
    int32_t note_count;
    ps_why_not why_not[PS_EXERCISES_MAX]; ///< by exercise
} ps_plan;

/// The next week.
///
/// Errors  PS_DENIED when the screening does not allow a plan,
///         PS_RANGE when a number of `in` is outside its limits or the catalogue is too large;
///         then plan->made is false and nothing is planned.
/// Nullable: err.
PS_MUST_USE ps_code ps_plan_make(const ps_catalogue *catalogue, const ps_plan_input *in,
                                 ps_plan *plan, ps_error *err);

/// The two items of a session when there is little time: the first must item and a glute one.
///
/// day   a day of a plan; short  what is left of it, its seconds too
/// Source  domain 5.7
void ps_plan_minimum(const ps_catalogue *catalogue, const ps_plan *plan, const ps_plan_day *day,
                     ps_plan_day *shorter);

// ---- a programme of an article ----

/// The next week of a programme of an article: its order, doses, days and weeks.
///
/// It ignores our minimum weeks, prerequisites, skill, cap on repetitions, preferences and weekly
/// targets. It never ignores screening, exclusion codes, irritability, pressure on the belly, the
/// pain rules, position limits and equipment: such an item is struck, with the reason and what
/// stands in its place. The dose asked is the rung of the side, at most the article's numbers; it
/// starts inside them, and only pain, a gap, a gentle start or irritability brings it below.
///
/// Errors  as ps_plan_make; PS_RANGE when there is no such programme.
/// Nullable: err.
/// Source  data/source_rule.yaml; domain 5.5
PS_MUST_USE ps_code ps_plan_make_of(const ps_catalogue *catalogue, const ps_plan_input *in,
                                    int32_t programme, ps_plan *plan, ps_error *err);

// ---- after a session ----

/// Stop, red, amber, none (no morning report), green.
typedef enum { PS_GREEN, PS_NO_MORNING, PS_AMBER, PS_RED, PS_STOP } ps_pain_verdict;

/// What an item did to one side.
typedef struct {
    bool stop_sign;  ///< sharp, new, radiating, numb or pulsating, or a red flag
    int32_t pain;    ///< worst of its sets, 0..10 or PS_NOT_GIVEN
    int32_t morning; ///< next morning, 0..10 or PS_NOT_GIVEN
    int32_t baseline;
    bool informed; ///< informed pain mode
} ps_pain_course;

/// Without any pain score the verdict is at best PS_NO_MORNING.
ps_pain_verdict ps_pain_judge(const ps_pain_limits *limits, const ps_pain_course *course);

/// Median of the last morning scores of a side, the lower of two middle ones; with too few of them
/// pain_now of the intake.
///
/// mornings  shape [count], latest last
int32_t ps_pain_baseline(const ps_verdict_plan *numbers, const int32_t *mornings, int32_t count,
                         int32_t pain_now);

/// What the table of transitions needs to know about a try of an item on one side.
typedef struct {
    ps_pain_verdict verdict;
    bool done;      ///< a session with it took place; else only the other facts changed
    bool hard;      ///< effort of deload.hard_effort or more, missed repetitions or form not ok
    bool shortened; ///< by the planner, B4, B2, a gap or a deload
    bool beyond;    ///< the last set had two repetitions to spare at the top
    ps_day day;
    int32_t week;
    ps_rung asked;       ///< of that side in that session; all zero: it was not asked for
    bool allowed;        ///< domain 5.5
    int32_t start_rung;  ///< ps_plan_start_rung
    bool with_load;      ///< it was, or would be, asked with its load
    bool held_low;       ///< rung 1 was asked whatever the state: irritable, or a gentle start
    bool both_mastered;  ///< the other side too
    bool loaded_allowed; ///< its loaded exercise is allowed
    bool load_owned;     ///< and no code forbids it
    bool deload;         ///< ps_deload_due, or wished for
    bool rest_ok;        ///< paused: seven green days and the screening is in order
    bool goals_met;
    int32_t weeks_done;
} ps_try;

/// What the person is told to do; the dose follows from the new ps_training.
typedef enum {
    PS_ACT_NOTHING, ///< the same again
    PS_ACT_START,
    PS_ACT_KEEP,
    PS_ACT_BUILD,
    PS_ACT_UP,        ///< one rung up
    PS_ACT_MASTERED,  ///< mastered, and one rung up if there is one
    PS_ACT_GRADUATE,  ///< the loaded exercise starts
    PS_ACT_LOAD,      ///< the same exercise with a load, rung 1
    PS_ACT_LOAD_MORE, ///< 2 to 10 % or the next band, repetitions back to low
    PS_ACT_DOWN,      ///< one rung down
    PS_ACT_EASIER,    ///< on the lowest rung: an easier variation, or 20 to 30 % less load
    PS_ACT_SWAP,      ///< down, and another item with the same first role
    PS_ACT_PAUSE,
    PS_ACT_RESTART, ///< rung 1
    PS_ACT_LIGHTEN, ///< a share of the sets for a time
    PS_ACT_RESUME,  ///< where it was
    PS_ACT_MAINTAIN
} ps_act;

/// What a guard looks at. now: with this session counted in.
typedef struct {
    const ps_constants *constants;
    const ps_exercise *exercise;
    const ps_training *now;
    const ps_try *seen;
} ps_step;

/// One row of the table of transitions.
typedef struct {
    uint32_t from; ///< bit s: stage s
    bool (*guard)(const ps_step *step);
    int32_t to; ///< a ps_stage, or PS_NONE: stays
    ps_act act;
    const char *name, *reason; ///< ids of references, or of ours
} ps_transition;

/// Source  domain 5.8. The first row that fits counts; the last one always does.
extern const ps_transition ps_transitions[];
extern const int32_t ps_transition_count;

/// One step of one side. Returns the row that was taken.
const ps_transition *ps_training_step(const ps_constants *constants, const ps_exercise *exercise,
                                      const ps_training *now, const ps_try *seen,
                                      ps_training *next);

/// Both sides of a one-sided exercise: LOAD and GRADUATED are taken together or not at all.
///
/// now, seen, next, rows  shape [2]: left, right
void ps_training_step_sides(const ps_constants *constants, const ps_exercise *exercise,
                            const ps_training *now, const ps_try *seen, ps_training *next,
                            const ps_transition **rows);

/// The ladder in use.
static inline ps_rungs ps_rungs_in_use(const ps_exercise *exercise, bool loaded)
{
    return loaded ? exercise->engine.rungs_loaded : exercise->engine.rungs;
}

/// First rung that has the top hold and the top repetitions of the ladder in use, from 1.
int32_t ps_mastery_rung(const ps_exercise *exercise, bool loaded);

/// Signs of the last days, over all items.
typedef struct {
    int32_t bad_sessions;   ///< amber and red sessions of the last deload.window_days
    int32_t hard_same_dose; ///< most hard sessions in a row at one dose
    bool tired_note;        ///< a note about sleep or illness
} ps_deload_signs;
bool ps_deload_due(const ps_deload_plan *numbers, const ps_deload_signs *signs);

/// What a gap in training asks for.
typedef enum {
    PS_GAP_NONE,
    PS_GAP_FEWER_SETS,
    PS_GAP_LOWEST_REPS,
    PS_GAP_STEP_DOWN,
    PS_GAP_RESCREEN
} ps_gap_kind;

typedef struct {
    ps_gap_kind kind;
    int32_t rungs_down;    ///< of STEP_DOWN: one for every two weeks missed
    int32_t load_less_pct; ///< of LOWEST_REPS
    int32_t effort_max;    ///< 0: that of the week
    int32_t effort_days;   ///< how long effort_max holds; 0: one session
} ps_gap;

/// days  local days since the last training
ps_gap ps_gap_judge(const ps_constants *constants, int32_t days);

/// The dose of the first session after the gap; never more than `asked`.
ps_asked ps_gap_dose(const ps_gap *gap, const ps_exercise *exercise, bool loaded, ps_asked asked);

/// The state after the gap: rungs down, or LOCKED for a new screening, from which nothing starts
/// above the rung it had before.
ps_training ps_gap_training(const ps_gap *gap, const ps_training *now);

extern const ps_enum ps_stage_names, ps_block_names, ps_because_names, ps_day_kind_names,
    ps_note_kind_names, ps_pain_verdict_names, ps_act_names, ps_gap_kind_names;

#endif
