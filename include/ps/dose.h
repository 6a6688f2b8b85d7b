/// dose.h — how much: sets, repetitions, holds, cycles, tempo, sides, rest, load, effort.
///
/// Plain values: no memory, no state. A dose says what a source says ("hold 15-30 s, the rest not
/// given") and what a physiotherapist would. Its text form, blanks between the parts, each clause
/// at most once and in any order:
///
///     work [sides] {clause}
///
///     work    10            repetitions, one set          3x10-12      sets x repetitions
///             30s           one timed hold                2x30s        sets x one hold
///             2x4-6x5-10s   sets x repetitions x hold     2min         minutes are read too
///             2-4x(glute 10-15s, push 10-15s, glute 10-15s)            sets of phases: cycles
///     sides   /side  /left  /right  /alternating          (glued to the work or after a blank)
///     clause  left first | right first | weaker first     which side begins (with /side)
///             switch 10s                                  time to change sides (with /side)
///             lift 2s  lower 3s  pause 1s                 tempo of a repetition, hold at the top
///             tempo 3-2-3-2      read as lift-hold-lower-pause, written as the clauses above
///             ramp 3s/3s         building up to and letting go of each repetition or phase
///             rest 30s           between sets
///             load 2.5kg | load 5lb | load band 2         band 1 is the lightest
///             effort 5-6 | effort <=7                     0..10, 10 = nothing left
///             pain <=3                                    0..10, the ceiling while doing it
///
/// Any number of the work may be `?`: the source does not give it ("?x10-12/side", "?x?x5-10s").
/// The numbers are those of each side: 10/side and 10/alternating are ten left and ten right.
/// The canonical text has the parts in the order above, sides glued, seconds, and leaves out what
/// says nothing (one set, no rest).
#ifndef PS_DOSE_H
#define PS_DOSE_H

#include "ps/base.h"
#include "ps/field.h"

enum {
    PS_SETS_MAX = 20,
    PS_REPS_MAX = 100,
    PS_SECONDS_MAX = 3600,
    PS_BAND_MAX = 9,
    PS_LOAD_MAX = 50000, ///< [hundredths of kg or lb]
    PS_PHASES_MAX = 6,
    PS_PHASE_NAME = 16, ///< [bytes] with its NUL
    PS_NOT_GIVEN = -1,  ///< low and high of a range that the source does not give
    PS_DOSE_TEXT = 384, ///< [bytes] enough for the text form of every dose
    PS_LOAD_TEXT = 16   ///< [bytes] enough for the text form of every load
};

typedef enum {
    PS_BOTH_TOGETHER,
    PS_EACH_SIDE,
    PS_LEFT_ONLY,
    PS_RIGHT_ONLY,
    PS_ALTERNATING
} ps_sides;
typedef enum { PS_ANY_FIRST, PS_LEFT_FIRST, PS_RIGHT_FIRST, PS_WEAKER_FIRST } ps_side_order;
typedef enum { PS_NO_LOAD, PS_LOAD_KG, PS_LOAD_LB, PS_LOAD_BAND } ps_load_unit;

/// One named part of a cycle: "push 10-15s".
typedef struct {
    char name[PS_PHASE_NAME]; ///< a-z, then a-z, digits and '-'; NUL-terminated and NUL-padded
    ps_range seconds;         ///< 1..PS_SECONDS_MAX, or PS_NOT_GIVEN
} ps_dose_phase;

typedef struct {
    ps_load_unit unit;
    int32_t amount; ///< hundredths of kg or lb, 1..PS_LOAD_MAX; or the band's level 1..PS_BAND_MAX
} ps_load;

typedef struct {
    ps_range sets;       ///< 1..PS_SETS_MAX or PS_NOT_GIVEN; of cycles when phase_count > 0
    ps_range reps;       ///< 1..PS_REPS_MAX or PS_NOT_GIVEN; {1, 1} for timed holds and cycles
    ps_range hold_s;     ///< of each repetition, 1..PS_SECONDS_MAX or PS_NOT_GIVEN; {0, 0}: none
    int32_t phase_count; ///< 0, or 1..PS_PHASES_MAX phases of a cycle, which has no hold or tempo
    ps_dose_phase phases[PS_PHASES_MAX]; ///< those from phase_count on are all zero
    int32_t ramp_up_s, ramp_down_s;      ///< of each repetition or phase, 0..60
    int32_t lift_s, lower_s, pause_s;    ///< tempo of a repetition, 0..60; all 0 when lift_s is 0
    ps_sides sides;
    ps_side_order order; ///< PS_ANY_FIRST unless sides is PS_EACH_SIDE
    int32_t switch_s;    ///< 0..300; 0 unless sides is PS_EACH_SIDE
    int32_t rest_s;      ///< between sets, 0..900
    ps_load load;
    ps_range effort;  ///< perceived exertion 0..10, high at least 1; {0, 0}: not prescribed
    int32_t pain_max; ///< 0..10, or PS_NOT_GIVEN
} ps_dose;

/// One set of ten repetitions with nothing else prescribed.
ps_dose ps_dose_defaults(void);

/// Reads a dose from the whole of `text`; `dose` is untouched on failure.
///
/// Errors  PS_SYNTAX when the text does not follow the form,
///         PS_RANGE  when a number is outside the limits or two parts contradict each other;
///         the column is that of the part at fault.
/// Nullable: err.
PS_MUST_USE ps_code ps_dose_parse(ps_str text, ps_dose *dose, ps_error *err);

/// Writes the canonical text, which parses back to `dose`, NUL-terminated.
/// Returns its length. Needs cap >= PS_DOSE_TEXT and a dose that passes ps_dose_check.
int32_t ps_dose_format(const ps_dose *dose, char *text, int32_t cap);

/// Whether every field is inside its limits and agrees with the others.
///
/// Errors  PS_RANGE, naming the field.
/// Nullable: err.
PS_MUST_USE ps_code ps_dose_check(const ps_dose *dose, ps_error *err);

/// Whether the dose can be asked of a person: ps_dose_check, and every number of the work is given.
///
/// Errors  PS_MISSING, naming the number that is not given.
/// Nullable: err.
PS_MUST_USE ps_code ps_dose_check_asked(const ps_dose *dose, ps_error *err);

bool ps_dose_same(const ps_dose *a, const ps_dose *b);

/// Seconds that belong to the exercise, not to the dose.
typedef struct {
    int32_t setup_s;      ///< getting into position, once for both sides, 0..300
    int32_t transition_s; ///< of a repetition or phase that has no ramp and no tempo, 0..60
} ps_timing;

/// Shortest and longest duration of one exercise [s].
///
/// sides   what each side does: one dose when both work together or the dose names its sides,
///         or two (left, right) when the sides do different doses, each then counted for one side
/// count   1 or 2
///
/// The sides take turns set by set and rest when both have done theirs: left, switch, right, rest,
/// left, ... So a rest counts once for both sides, and the way back to the first side happens in
/// the rest, which lasts at least as long as the switch.
///
///     seconds = setup
///             + sum over sides (sets x reps x (hold + move))
///             + (most - 1) x rest                          most: sets of the busier side
///             + both x switch                              both: sets that both sides do
///             + (both - 1) x what the switch takes longer than the rest
///     move    = ramp up + ramp down + lift + lower + pause; the transition when all these are 0
///
/// The last repetition of a set has its move too. A phase of a cycle counts like a repetition,
/// with its own seconds as the hold. /side and /alternating count two sides, all others one;
/// without /side there is no switch. Of two doses the longer rest and the longer switch count.
/// Low numbers make the shortest, high numbers the longest; numbers that are not given count as
/// 1 set, 1 repetition, 0 s.
///
/// Source  domain 5.7; ramp, tempo and switch are our reading, its examples have none of them.
ps_range ps_dose_seconds(const ps_dose *sides, int32_t count, ps_timing timing);

/// A step of a ladder. For cycles `reps` is the number of phases and `hold_s` that of each phase.
typedef struct {
    int32_t sets, reps, hold_s; ///< 1..PS_SETS_MAX, 1..PS_REPS_MAX, 0..PS_SECONDS_MAX
} ps_rung;

/// What a rung may ask: the source's numbers where it gives them, else ours.
typedef struct {
    ps_range sets, reps, hold_s;
} ps_rung_limits;

enum { PS_RUNGS_MAX = 12 };

/// Moves every field of every rung into `limits` and joins equal neighbours.
///
/// ladder  shape [count], count <= PS_RUNGS_MAX
/// rungs   shape [PS_RUNGS_MAX]; may be the ladder itself
/// Returns how many rungs are left.
/// Source  domain 5.8, "Ladders".
int32_t ps_ladder_clip(const ps_rung *ladder, int32_t count, ps_rung_limits limits, ps_rung *rungs);

/// Whether every step asks at least as much as the one before in everything, and more in something.
bool ps_ladder_rises(const ps_rung *rungs, int32_t count);

/// `base` with the sets, repetitions and hold of `rung`; everything else stays.
/// Asserts that a cycle's rung has a hold, and as many repetitions as the cycle has phases.
ps_dose ps_dose_at_rung(const ps_dose *base, ps_rung rung);

/// The rung that a fully given dose stands on: its low numbers; of a cycle, its shortest phase.
ps_rung ps_dose_rung(const ps_dose *dose);

/// "2.5kg", "5lb", "band 2", "none": the load alone, as it stands in a dose after `load`.
/// At most two decimals. Errors as for the dose; format needs cap >= PS_LOAD_TEXT.
PS_MUST_USE ps_code ps_load_parse(ps_str text, ps_load *load, ps_error *err);
int32_t ps_load_format(const ps_load *load, char *text, int32_t cap);

/// The dose and the load as values in field tables.
extern const ps_notation ps_dose_notation, ps_load_notation;

/// For tables and words: "each side", "left first", "kg" and so on, in the order of the enums.
extern const ps_enum ps_sides_names, ps_side_order_names, ps_load_unit_names;

#endif
