/// intake.h — what a person has told, folded from events: the profile of any local day, the
/// screening of that day, and when the questions have to be asked again.
///
/// A running state that takes events one by one in fold order and can be asked at any point, so
/// that a history is walked once and every session sees what was known when it began.
/// Source  domain 5.1 to 5.3; docs/screening.md.
#ifndef PS_INTAKE_H
#define PS_INTAKE_H

#include "ps/screen.h"

// ---- values as text ----

/// Reads what was said to an intake field: in events, in files, on the command line.
///
/// int, number  "34", "-9.5", within the bounds of the field
/// yes-no       "yes", "no"
/// one-of       a choice
/// some-of      choices separated by commas or blanks; "none" for none of them
/// text         anything of 1 to PS_NOTE_MAX bytes; `value` is only marked as given. For `added`
///              ids of exercises like some-of.
/// Errors  PS_SYNTAX, PS_RANGE, PS_UNKNOWN with what was wanted and, for a word, the closest one;
///         the column is that in `text`. `value` is untouched then. A derived field takes nothing.
/// Nullable: err.
PS_MUST_USE ps_code ps_intake_read(const ps_catalogue *catalogue, int32_t field, ps_str text,
                                   ps_value *value, ps_error *err);

/// The text that reads back to the same value; returns its length.
/// Needs a value of a field that is not of type text, and cap > PS_NOTE_MAX.
int32_t ps_intake_write(const ps_catalogue *catalogue, int32_t field, const ps_value *value,
                        char *text, int32_t cap);

/// Index of an intake field or screening item, or PS_NONE.
int32_t ps_intake_field_find(const ps_catalogue *catalogue, ps_str id);
int32_t ps_screening_item_find(const ps_catalogue *catalogue, ps_str id);

// ---- the running state ----

enum { PS_PAIN_WINDOW_DAYS = 7, PS_SCREEN_VALID_DAYS = 28, PS_DAY_NEVER = INT32_MIN };

/// Why the whole list of screening questions has to be answered (again).
typedef enum {
    PS_DUE_NOT,
    PS_DUE_FIRST,      ///< nothing was asked yet
    PS_DUE_FOUR_WEEKS, ///< the round began PS_SCREEN_VALID_DAYS ago
    PS_DUE_GAP         ///< no training for longer than gap_days.step_down, and no round since then
} ps_screen_due;

/// What was said about pain on one local day. Zero-initialised: nothing.
typedef struct {
    ps_day day;
    int32_t rest[11];                        ///< how often each score was given for rest
    int32_t worst, ordinary, settle, nights; ///< the highest, or PS_NOT_GIVEN
} ps_pain_day;

/// The running state of one person: a plain value, may be copied. Its texts point into the events.
typedef struct {
    const ps_catalogue *catalogue;
    ps_profile counts; ///< by what counts
    ps_profile said;   ///< as if nothing had been corrected: for EMERGENCY and URGENT locks
    const char *texts[PS_INTAKE_MAX]; ///< of text fields; NULL
    ps_day told_on[PS_INTAKE_MAX];    ///< PS_DAY_NEVER: not told
    ps_instant answered_at[PS_ITEMS_MAX];
    const char *consent;                   ///< version that was agreed to last; NULL
    ps_day round_day;                      ///< on which the running round began, or PS_DAY_NEVER
    ps_day last_session;                   ///< local day of the latest start, or PS_DAY_NEVER
    ps_pain_day pain[PS_PAIN_WINDOW_DAYS]; ///< the last days with a report, latest first
    int32_t pain_days;
} ps_intake;

void ps_intake_start(ps_intake *of, const ps_catalogue *catalogue);

/// Takes the next event. Kinds that say nothing about the person are passed over; ids that the
/// catalogue does not know and values that do not read any more count as not said.
///
/// former  the event is one of ps_history.former: it counts only for locks
void ps_intake_take(ps_intake *of, const ps_event *event, bool former);

/// What is known on a local day.
typedef struct {
    ps_profile profile;
    const char *texts[PS_INTAKE_MAX];
    bool consented;    ///< to the consent text of this catalogue
    ps_screen_due due; ///< while it is not PS_DUE_NOT, the profile has no answers
    ps_day round_day;  ///< PS_DAY_NEVER: no round yet
    ps_day due_day;    ///< when the next one is due; PS_DAY_NEVER while due
    ps_day pain_day;   ///< of the latest pain report, or PS_DAY_NEVER
    bool pain_stale;   ///< it is older than PS_PAIN_WINDOW_DAYS
    ps_screen_result screened;
} ps_told;

void ps_intake_at(const ps_intake *of, ps_day today, ps_told *told);

/// Walks a whole history.
void ps_intake_of(const ps_catalogue *catalogue, const ps_history *history, ps_day today,
                  ps_told *told);

/// Calls `each` with every event of `events` and `former`, merged in fold order.
void ps_history_walk(const ps_history *history,
                     void (*each)(void *context, const ps_event *event, bool former),
                     void *context);

#endif
