/// history.h — what happened: events, local days, and the fold from a list of events to a state.
///
/// Events are the truth and are never edited. Everything else (plan, progress, charts) is a pure
/// function of the list. Key of an event: (person, device, sequence). Fold order: (at, device,
/// sequence), so the order in which devices sync does not matter.
/// Source  domain 5.17.
#ifndef PS_HISTORY_H
#define PS_HISTORY_H

#include "ps/base.h"
#include "ps/dose.h"
#include "ps/field.h"

// ---- time ----

enum {
    PS_DAY_STARTS_MIN = 4 * 60, ///< a local day starts at 04:00 [minutes]
    PS_OFFSET_MAX = 23 * 60 + 59
};

/// An instant with the zone offset of the place where it was recorded.
typedef struct {
    int64_t ms;         ///< UTC milliseconds since 1970-01-01, 0..PS_MS_MAX
    int32_t offset_min; ///< local time minus UTC, -PS_OFFSET_MAX..PS_OFFSET_MAX
} ps_instant;

#define PS_MS_MAX INT64_C(4102444800000) ///< 2100-01-01: nothing of ours is later

/// A local calendar date as days since 1970-01-01.
typedef int32_t ps_day;

/// 1969-12-30 and 2100-01-01: the local days that an instant can belong to.
enum { PS_DAY_MIN = -2, PS_DAY_MAX = 47482 };

/// The local day an instant belongs to; before 04:00 it is still the day before.
///
/// Its own offset decides. Flying from Auckland to Los Angeles a later instant can belong to an
/// earlier day, and on the way back a day can be missing. A change of the clock only makes a day
/// of 23 or 25 hours.
ps_day ps_local_day(ps_instant at);

/// 1 = Monday .. 7 = Sunday.
int32_t ps_day_of_week(ps_day day);

enum { PS_INSTANT_TEXT = 32, PS_DAY_TEXT = 16 };

/// "2026-11-21T23:12:08.123+01:00" (RFC 3339, always with milliseconds and an offset).
/// Returns the length. Needs an instant inside its limits and cap >= PS_INSTANT_TEXT.
int32_t ps_instant_format(ps_instant at, char *text, int32_t cap);

/// Reads RFC 3339 with or without a fraction of 1 to 9 digits (cut to milliseconds), with an offset
/// or Z; -00:00 is read as +00:00. `at` is untouched on failure.
///
/// Errors  PS_SYNTAX; PS_RANGE for a date that does not exist (30 February), a second above 59
///         (a leap second has no instant of its own), an instant outside 0..PS_MS_MAX. The column
///         is that of the part at fault.
/// Nullable: err.
PS_MUST_USE ps_code ps_instant_parse(ps_str text, ps_instant *at, ps_error *err);

/// "2026-11-21", for the years 1 to 9999. Returns the length. Needs cap >= PS_DAY_TEXT.
int32_t ps_day_format(ps_day day, char *text, int32_t cap);

/// Errors  as ps_instant_parse; PS_RANGE outside PS_DAY_MIN..PS_DAY_MAX.
/// Nullable: err.
PS_MUST_USE ps_code ps_day_parse(ps_str text, ps_day *day, ps_error *err);

// ---- events ----

/// The only list of event kinds: name, body struct.
#define PS_EVENT_KINDS(X)  \
    X(consent_given)       \
    X(screen_started)      \
    X(screen_answered)     \
    X(intake_given)        \
    X(flag_cleared)        \
    X(diagnosis_given)     \
    X(test_measured)       \
    X(programme_chosen)    \
    X(exercise_swapped)    \
    X(session_started)     \
    X(set_done)            \
    X(stop_felt)           \
    X(session_ended)       \
    X(pain_reported)       \
    X(morning_reported)    \
    X(day_noted)           \
    X(goal_set)            \
    X(goal_rated)          \
    X(goal_dropped)        \
    X(checkpoint_answered) \
    X(corrected)           \
    X(voided)              \
    X(imported)

typedef enum {
#define X(name) PS_EVENT_##name,
    PS_EVENT_KINDS(X)
#undef X
} ps_event_kind;

typedef enum { PS_SIDE_BOTH, PS_SIDE_LEFT, PS_SIDE_RIGHT } ps_side;
typedef enum { PS_ANSWER_NO, PS_ANSWER_YES, PS_ANSWER_NOT_SURE } ps_answer;
typedef enum { PS_FORM_NOT_ASKED, PS_FORM_OK, PS_FORM_LOST, PS_FORM_UNSURE } ps_form;
typedef enum {
    PS_PAIN_NOW,
    PS_PAIN_AT_REST,
    PS_PAIN_ORDINARY,
    PS_PAIN_WORST_24H,
    PS_PAIN_DURING
} ps_pain_context;
typedef enum { PS_SESSION_FINISHED, PS_SESSION_STOPPED } ps_session_outcome;

/// Why the whole list of screening questions is asked.
typedef enum {
    PS_ROUND_FIRST,
    PS_ROUND_DUE,          ///< the answers are four weeks old
    PS_ROUND_GAP,          ///< a long time without training
    PS_ROUND_SOMETHING_NEW ///< the person says that something has changed
} ps_round_why;

/// What opens a flag again, or releases codes of it without opening it.
typedef enum { PS_CLEARED, PS_MEDICALLY_REVIEWED, PS_CODES_RELEASED } ps_clearing_kind;

/// Feelings that stop an exercise at once (verdict S).
typedef enum {
    PS_FELT_SHARP,
    PS_FELT_NEW,
    PS_FELT_SPREADING,
    PS_FELT_NUMB,
    PS_FELT_THROBBING
} ps_stop_sign;

typedef enum { PS_NOTED_SLEPT_BADLY, PS_NOTED_ILL } ps_day_note;
typedef enum { PS_CHANGE_BETTER, PS_CHANGE_SAME, PS_CHANGE_WORSE } ps_overall_change;

enum {
    PS_ID_MAX = 64,         ///< [bytes] of an id: A-Z, a-z, 0-9, '.', '_' and '-'
    PS_VERSION_MAX = 100,   ///< [bytes]
    PS_FILE_NAME_MAX = 255, ///< [bytes]
    PS_NOTE_MAX = 500,      ///< [bytes] of a text that a person wrote
    PS_SESSION_ITEMS_MAX = 20,
    PS_SPANS_MAX = 4096,
    PS_TEST_VALUE_MAX = 10000,
    PS_RELEASED_MAX = 64, ///< codes of one clearance
    PS_WEEK_MAX = 520
};

#define PS_SEQUENCE_MAX INT64_C(9007199254740991) ///< 2^53 - 1: exact as a number in JavaScript

typedef struct {
    const char *version;
} ps_consent_given;

typedef struct {
    const char *item; ///< id of a screening item
    ps_answer answer;
} ps_screen_answered;

/// A new round: answers to screening items from before do not count any more.
typedef struct {
    ps_round_why why;
} ps_screen_started;

/// A value of an intake field as text, see intake.h.
typedef struct {
    const char *field; ///< id of an intake field
    const char *value; ///< NULL: what was told before is taken back
} ps_intake_given;

typedef struct {
    const char *const *at; ///< ids of codes
    int32_t count;
} ps_released;

/// What a professional said about a flag.
typedef struct {
    const char *flag; ///< id of a flag
    ps_clearing_kind kind;
    ps_day day;        ///< on which it was said, 1 to that of the event
    const char *who;   ///< profession, no name
    const char *words; ///< what was released, in words; NULL: nothing
    ps_released codes; ///< 0..PS_RELEASED_MAX; with PS_CODES_RELEASED at least one
} ps_flag_cleared;

/// A new diagnosis: every clearance from before ends.
typedef struct {
    const char *what; ///< own words
} ps_diagnosis_given;

/// Follows a programme of an article from now on, or goes back to the planner's.
typedef struct {
    const char *programme; ///< id; NULL: the planner's
} ps_programme_chosen;

/// The person wants another exercise in its place, or this one back.
typedef struct {
    const char *exercise;
    bool back;
} ps_exercise_swapped;

typedef struct {
    const char *test; ///< id of a self-test
    ps_side side;
    double value; ///< in the unit of the test, within +-PS_TEST_VALUE_MAX: degrees, seconds, rating
    bool valid;   ///< the test's own validity gate was passed
} ps_test_measured;

/// What one exercise of a session asked for.
typedef struct {
    const char *exercise;
    ps_dose dose;       ///< of both sides, or of the left one when dose_right is there
    ps_dose dose_right; ///< all zero (sets.low == 0) when the right side has the same dose
} ps_prescription;

typedef struct {
    const ps_prescription *at;
    int32_t count;
} ps_prescriptions;

/// Carries everything that was asked, so that nothing later rewrites it.
typedef struct {
    const char *session;   ///< id that set_done and session_ended refer to
    const char *catalogue; ///< version of the catalogue that asked
    const char *programme; ///< id of a source programme; NULL: the planner's
    ps_prescriptions items;
} ps_session_started;

typedef struct {
    const char *session;
    const char *exercise;
    int32_t set; ///< 1..PS_SETS_MAX
    ps_side side;
    int32_t planned_reps, reps; ///< 0..PS_REPS_MAX
    /// Of each repetition, or of the whole spell, 0..PS_SECONDS_MAX.
    int32_t planned_hold_s, hold_s;
    ps_load load;
    int32_t effort; ///< 0..10 or PS_NOT_GIVEN
    int32_t pain;   ///< 0..10 or PS_NOT_GIVEN
    ps_form form;
    int32_t form_lost_at; ///< repetition 1..PS_REPS_MAX; 0: not lost, or not known where
    bool completed;
    const char *why_not; ///< NULL exactly when completed
} ps_set_done;

/// A feeling that stops an exercise on this side.
typedef struct {
    const char *session;
    const char *exercise;
    ps_side side;
    ps_stop_sign sign;
} ps_stop_felt;

typedef struct {
    const char *session;
    ps_session_outcome outcome;
    const char *why; ///< NULL exactly when finished
} ps_session_ended;

typedef struct {
    const char *place; ///< id on the body map
    ps_side side;
    int32_t pain; ///< 0..10
    ps_pain_context context;
    const char *note; ///< NULL when there is none
} ps_pain_reported;

typedef struct {
    ps_side side;
    int32_t pain; ///< 0..10
} ps_morning_reported;

/// Of this local day; a lighter week can follow from it.
typedef struct {
    ps_day_note what;
    const char *note; ///< NULL when there is none
} ps_day_noted;

/// An activity that matters to the person and is hard because of the hip, in own words. A second
/// one with the same id changes the words. Idea: patient-specific functional scale [R70].
typedef struct {
    const char *goal; ///< id
    const char *text;
} ps_goal_set;

typedef struct {
    const char *goal;
    int32_t rating; ///< 0 (cannot) .. 10 (as before)
} ps_goal_rated;

typedef struct {
    const char *goal;
} ps_goal_dropped;

/// The two questions of the last checkpoint.
typedef struct {
    int32_t week;             ///< 1..PS_WEEK_MAX
    ps_overall_change change; ///< since the start, all in all
    bool enough;              ///< good enough for what the person wants to do
} ps_checkpoint_answered;

/// Sequences first..last of one device.
typedef struct {
    const char *device;
    int64_t first, last;
} ps_span;

typedef struct {
    const ps_span *at;
    int32_t count;
} ps_spans;

typedef struct ps_event ps_event;

/// Replaces the instant and the body of the event (device, sequence) of the same person and kind.
/// The target is always the first event, never another correction; the last correction counts.
typedef struct {
    const char *device;
    int64_t sequence;
    const char *why;
    const ps_event *with; ///< same person, kind of the target; its own key is that of the target
} ps_corrected;

/// Takes events out of the state. Voiding a `voided` event puts them back.
typedef struct {
    ps_spans targets; ///< of the same person, 1..PS_SPANS_MAX; not the event itself
    const char *why;
} ps_voided;

/// One import. It is undone by one `voided` that targets what it added and the import itself, and
/// brought back by voiding that.
typedef struct {
    const char *batch;
    const char *source; ///< name of the file
    ps_spans added;     ///< 0..PS_SPANS_MAX
} ps_imported;

struct ps_event {
    const char *person, *device;
    int64_t sequence; ///< 1..PS_SEQUENCE_MAX within (person, device)
    ps_instant at;
    ps_event_kind kind;
    union {
#define X(name) ps_##name name;
        PS_EVENT_KINDS(X)
#undef X
    } as;
};

/// Name of the kind as it stands in files: "set_done".
extern const ps_enum ps_event_kind_names;
extern const ps_enum ps_side_names, ps_answer_names, ps_form_names, ps_pain_context_names,
    ps_session_outcome_names, ps_round_why_names, ps_clearing_kind_names, ps_stop_sign_names,
    ps_day_note_names, ps_overall_change_names;

/// A local day as text in files: "2026-11-21". It starts with 1970-01-02, as day 0 means absent.
extern const ps_notation ps_day_notation;

/// The fields of the body of a kind. `with` of a correction is not among them: it is an event.
const ps_struct *ps_event_body(ps_event_kind kind);

/// Whether key, instant and body are inside their limits and agree with one another. Ids have
/// their form, texts are UTF-8 without control characters. Whether an id is one of the catalogue
/// is not asked: catalogues change, events do not.
///
/// Errors  PS_RANGE or PS_MISSING, naming the field and what was wanted.
/// Nullable: err.
PS_MUST_USE ps_code ps_event_check(const ps_event *event, ps_error *err);

/// Same key, instant (with its offset), kind and body. Both pass ps_event_check.
bool ps_event_same(const ps_event *a, const ps_event *b);

/// Order of the keys of one person: (device, sequence). Negative, zero or positive.
int32_t ps_key_order(const char *device_a, int64_t sequence_a, const char *device_b,
                     int64_t sequence_b);
int32_t ps_event_key_order(const ps_event *a, const ps_event *b);

/// Fold order: (at, device, sequence).
int32_t ps_event_order(const ps_event *a, const ps_event *b);

// ---- the fold ----

/// One guided session: what was asked, what was done.
typedef struct {
    const ps_event *started;
    const ps_event *const *sets; ///< set_done in fold order
    int32_t set_count;
    const ps_event *ended; ///< the last one; NULL while it has no end
    ps_day day;            ///< local day it started on
} ps_session_record;

/// The state that a list of events means. Points into the events it was made from.
typedef struct {
    /// What counts: fold order, each key once, corrected, not voided. A corrected event is the
    /// event `with` of its correction, and stands where its new instant says. Kinds `corrected`,
    /// `voided` and `imported` are not among them.
    const ps_event *const *events;
    int32_t count;

    /// What was said and does not count: voided events, the first form of corrected ones, and the
    /// `with` of corrections that do not apply. Fold order, the same kinds as in `events`.
    /// For whoever must not forget: a correction never opens an EMERGENCY or URGENT lock.
    /// Of events with one key those behind the first were never said: they stand nowhere.
    const ps_event *const *former;
    int32_t former_count;

    /// What was known at the time: every event as it was first said, and every `corrected` at the
    /// instant it was recorded. Fold order; no `voided`, no `imported`.
    const ps_event *const *said;
    /// Of each of `said`: whether no void and no correction has ever named it, in force or not. Of
    /// a correction also that no other one, and no void, has ever named its target. More events
    /// that take something back only ever make it false.
    const bool *untouched;
    int32_t said_count;

    const ps_event *const *imports; ///< `imported` that is not voided, fold order
    int32_t import_count;

    /// The `voided` that act, fold order: what one of them names is out, except for a void that
    /// is later than it.
    const ps_event *const *voids;
    int32_t void_count;

    /// In the order they started. Of two starts with one session id the first counts.
    const ps_session_record *sessions;
    int32_t session_count;

    int32_t duplicates; ///< events whose key was there already
    int32_t corrected;  ///< how many of `events` come from a correction
    int32_t voided;     ///< how many would be in `events` without `voided`
    int64_t last_ms;    ///< latest instant of any event, of any kind; 0 without events
} ps_history;

/// Folds the events of one person, in any order, with repetitions.
///
/// events   shape [count], each passes ps_event_check; they must outlive the history
/// history  filled only on success
///
/// Of two events with one key the first in fold order counts (a store never holds two).
/// A void acts unless a later acting void takes it out; which one is later is the fold order's
/// question, so an earlier void never takes out a later one.
/// A correction counts unless it is voided or its target is not there or of another kind.
/// A session whose start has not arrived yet is not in `sessions`; its sets are in `events`.
/// Errors   PS_NOMEM; `arena` is as it was before.
/// Nullable: err.
PS_MUST_USE ps_code ps_history_fold(const ps_event *events, int32_t count, ps_arena *arena,
                                    ps_history *history, ps_error *err);

/// Bytes of arena that folding `count` events needs at most; SIZE_MAX when that is no size.
size_t ps_history_size(int32_t count);

/// A hash of what counts, `events` and `sessions`: equal states have equal digests, on every
/// machine. The counters, `former`, `said`, `imports`, `voids` and last_ms, which tell how it came
/// about, are not in it.
uint64_t ps_history_digest(const ps_history *history);

#endif
