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
/// int, number  "34", "-9.5" (up to three digits behind the point), within the bounds of the field
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
/// Needs a value that ps_intake_read gave, of a field that is not of type text (but `added` may
/// be), and cap > PS_NOTE_MAX.
int32_t ps_intake_write(const ps_catalogue *catalogue, int32_t field, const ps_value *value,
                        char *text, int32_t cap);

/// Index of an intake field or screening item, or PS_NONE.
int32_t ps_intake_field_find(const ps_catalogue *catalogue, ps_str id);
int32_t ps_screening_item_find(const ps_catalogue *catalogue, ps_str id);

// ---- the running state ----

enum {
    PS_PAIN_WINDOW_DAYS = 7,
    PS_PAIN_DAYS_KEPT = PS_PAIN_WINDOW_DAYS + 2, ///< a traveller's day can step back
    PS_SCREEN_VALID_DAYS = 28,
    PS_DAYS_AHEAD = 2,    ///< what lies further ahead of today comes from a clock that is wrong
    PS_TESTED_FIELDS = 6, ///< intake fields that hold the result of a self-test, one a side
    PS_DAY_NEVER = INT32_MIN
};

/// Why the whole list of screening questions has to be answered (again).
typedef enum {
    PS_DUE_NOT,
    PS_DUE_FIRST,      ///< nothing was asked yet
    PS_DUE_FOUR_WEEKS, ///< the round began PS_SCREEN_VALID_DAYS ago
    PS_DUE_GAP         ///< no training for longer than gap_days.step_down, and no round since then
} ps_screen_due;

/// What the irritability looks at.
typedef enum {
    PS_READING_WORST,
    PS_READING_REST,
    PS_READING_ORDINARY,
    PS_READING_SETTLE, ///< hours until a flare settles
    PS_READING_NIGHTS
} ps_pain_reading;
enum { PS_PAIN_READINGS = PS_READING_NIGHTS + 1 };

/// What was said about pain on one local day.
typedef struct {
    ps_day day;
    int32_t highest[PS_PAIN_READINGS]; ///< PS_NOT_GIVEN: nothing
    int32_t rest[11];                  ///< how often each score was given for rest
} ps_pain_day;

/// The tries of a self-test on one side, on the latest day that it was measured.
typedef struct {
    ps_day day;                 ///< PS_DAY_NEVER: not measured
    double valid[PS_TRIES_MAX]; ///< the last ones, oldest first
    int32_t count;              ///< of them; 0: no try was valid
} ps_test_tries;

/// Answers and values that count, with the event that each of them comes from.
typedef struct {
    ps_profile profile; ///< without `stood`; pain and numbers that grow are those of the telling
    const ps_event *answered_by[PS_ITEMS_MAX]; ///< NULL: never
    const ps_event *told_by[PS_INTAKE_MAX];    ///< NULL: never
    ps_day round_day; ///< on which the running round began, or PS_DAY_NEVER
} ps_account;

/// The worst of all that was said, whatever became of it. What nobody has ever tried to take back
/// replaces what was said before it; everything else only adds to it.
typedef struct {
    ps_item_answer answers[PS_ITEMS_MAX];
    ps_value least[PS_INTAKE_MAX], most[PS_INTAKE_MAX]; ///< of a choice both hold all of them
    uint64_t told; ///< bit i: field i was told for certain; else it may be empty, too
    const ps_event *answered_by[PS_ITEMS_MAX]; ///< the last word; NULL: none in this round
    const ps_event *told_by[PS_INTAKE_MAX];
    bool asked; ///< a round was begun
} ps_heard;

/// The running state of one person: a plain value, may be copied. Its pointers are to the events.
typedef struct {
    const ps_catalogue *catalogue;
    ps_account counts;     ///< by what counts, corrections and voids applied
    int32_t item_at;       ///< the screening item that was answered last, where to look next
    ps_heard said;         ///< for EMERGENCY and URGENT locks
    ps_day today;          ///< nothing that lies too far ahead of it counts
    uint64_t rounds_since; ///< bit i: a round that nobody took back began after clearing i was told
    ps_flag_set stood;     ///< see ps_profile.stood
    ps_day raised[PS_FLAGS_MAX]; ///< day of the last yes to a lock, or PS_DAY_NEVER
    const char *consent;         ///< version that was agreed to last; NULL
    ps_day last_session;         ///< latest local day on which a set was done, or PS_DAY_NEVER
    ps_pain_day pain[PS_PAIN_DAYS_KEPT]; ///< the last days with a report, latest first
    int32_t pain_days;
    int32_t pain_last[PS_PAIN_READINGS]; ///< by the last report of each, or PS_NOT_GIVEN
    ps_test_tries tries[PS_TESTED_FIELDS];
} ps_intake;

/// today  the last day that will be asked about
void ps_intake_start(ps_intake *of, const ps_catalogue *catalogue, ps_day today);

/// As what an event comes. A correction never opens a lock, so that what does not count any more is
/// heard too.
typedef enum {
    PS_LINE_COUNTS, ///< one of ps_history.events
    PS_LINE_SAID,   ///< one of ps_history.said that something has named to take it back
    PS_LINE_FIRM,   ///< one of ps_history.said that is untouched
    PS_LINE_MENDED  ///< the body of a correction, whether it counts or not
} ps_line;

/// Takes the next event. Kinds that say nothing about the person are passed over; ids that the
/// catalogue does not know and values that do not read any more count as not said. Only what comes
/// as PS_LINE_COUNTS counts; the others matter for EMERGENCY and URGENT locks. What lies more than
/// PS_DAYS_AHEAD ahead of today never counts, but is heard.
void ps_intake_take(ps_intake *of, const ps_event *event, ps_line line);

/// The worst of all that was said as a profile of answers and values: what was, or may have been,
/// so bad. With `most` the greatest of the numbers, else the least.
void ps_intake_heard(const ps_intake *of, bool most, ps_profile *profile);

/// What is known on a local day.
typedef struct {
    ps_profile profile;
    const char *texts[PS_INTAKE_MAX]; ///< of text fields; NULL
    bool consented;                   ///< to the consent text of this catalogue
    ps_screen_due due;                ///< while it is not PS_DUE_NOT, the profile has no answers
    ps_day round_day;                 ///< PS_DAY_NEVER: no round yet
    ps_day due_day;                   ///< when the next one is due; PS_DAY_NEVER while due
    ps_day raised[PS_FLAGS_MAX];      ///< day of the last yes to an EMERGENCY or URGENT flag, or
                                      ///< PS_DAY_NEVER; a review from before it opens nothing
    ps_day pain_day;                  ///< of the latest pain report, or PS_DAY_NEVER
    bool pain_stale;                  ///< there was none in the last PS_PAIN_WINDOW_DAYS days
    ps_screen_result screened;
} ps_told;

void ps_intake_at(const ps_intake *of, ps_day today, ps_told *told);

/// Walks a whole history.
void ps_intake_of(const ps_catalogue *catalogue, const ps_history *history, ps_day today,
                  ps_told *told);

/// Calls `each` with everything that was said and everything that counts, in fold order: every
/// event of ps_history.events once as PS_LINE_COUNTS, of ps_history.said once as PS_LINE_SAID or
/// PS_LINE_FIRM, and every body of a correction once as PS_LINE_MENDED. What comes as two of them
/// comes twice in a row, as PS_LINE_COUNTS last.
void ps_history_walk(const ps_history *history,
                     void (*each)(void *context, const ps_event *event, ps_line line),
                     void *context);

#endif
