/// log.h — the commands that record how it goes and show it, and what they share: reading scores,
/// notes and times, asking for them, and saying what follows from what was told.
#ifndef PS_SHELL_LOG_H
#define PS_SHELL_LOG_H

#include "shell/cli/chart.h"
#include "shell/cli/coach_run.h"

cli_exit pain_report(cli *c);
cli_exit morning_report(cli *c);
cli_exit goal_list(cli *c);
cli_exit goal_add(cli *c);
cli_exit goal_rate(cli *c);
cli_exit goal_drop(cli *c);
cli_exit self_test(cli *c);
cli_exit progress_show(cli *c);
cli_exit log_list(cli *c);
cli_exit log_edit(cli *c);
cli_exit log_void(cli *c);
cli_exit log_restore(cli *c);

/// The words for log --kind.
extern const ps_enum log_sort_names;

/// The id of the index-th self-test, NULL behind the last: for completions.
const char *self_test_id_at(const ps_catalogue *catalogue, int32_t index);

/// psoas pain --week, once the run is open: the five questions of irritability.
cli_exit pain_week(cli *c, coach_run *run);

// ---- what was typed ----

enum { SCORE_MOST = 10 };

/// A whole number within `limits`.
///
/// name  what it is called on the command line: "SCORE", "--left"
/// Errors  CLI_USAGE with a message that says what was wanted.
PS_MUST_USE cli_exit log_read_number(cli *c, const char *name, const char *text, ps_range limits,
                                     int32_t *number);

/// A number that may have a fraction, within low..high.
PS_MUST_USE cli_exit log_read_decimal(cli *c, const char *name, const char *text, double low,
                                      double high, double *number);

/// A text of a person, as an event may hold it.
/// Nullable: text.
PS_MUST_USE cli_exit log_check_text(cli *c, const char *name, const char *text);

/// When it was: the --at of the command, or an instant of zero for now. The forms are 21:30 of
/// today, 2026-11-20, "2026-11-20 21:30" in the time of this machine, and RFC 3339. A day alone is
/// its noon, so that it is that local day.
/// Errors  CLI_USAGE, also for what is still to come.
PS_MUST_USE cli_exit log_read_at(cli *c, ps_instant now, ps_instant *at);
PS_MUST_USE cli_exit log_read_instant(cli *c, const char *name, const char *text, ps_instant now,
                                      ps_instant *at);

// ---- asking ----

/// Asks until it is a whole number within `limits`; false when only Enter is pressed.
bool log_ask_number(cli *c, const char *question, ps_range limits, int32_t *number);
bool log_ask_decimal(cli *c, const char *question, double low, double high, double *number);
bool log_ask_yes_no(cli *c, const char *question, bool *yes);

/// The answer is one of these words, or its beginning when no other begins so; PS_NONE for Enter.
int32_t log_ask_word(cli *c, const char *question, const char *const *words, int32_t count);

// ---- what follows ----

/// What somebody could expect before something new was told.
typedef struct {
    ps_coach_stage stage;
    ps_irritability irritability;
    ps_flag_set open;
    ps_code_set codes;
    const ps_plan *plan; ///< a copy, for the time of the run
} log_outlook;

log_outlook log_outlook_of(cli *c, const coach_run *run);

/// Says in a sentence or two what is different now. When the screening has closed the programme by
/// what was told, its page is printed and the result is CLI_REFUSED.
cli_exit log_put_follow(cli *c, const coach_run *run, const log_outlook *before);

// ---- what several pages show ----

/// Ends a sentence about what was kept: ", Tue 13 Oct 08:30." when it was not just now.
void log_put_when(cli *c, ps_instant at);

/// The goals with their numbers, ratings and change.
void goal_put_all(cli *c, const ps_progress *progress);

// ---- places ----

/// "front of the hip, left"; "" without a place and a side.
/// Nullable: place.
void log_put_where(buffer *to, const ps_catalogue *catalogue, const char *place, ps_side side);

/// Index of the place with this id, or PS_NONE.
int32_t log_place_find(const ps_catalogue *catalogue, const char *id);
const char *log_place_at(const ps_catalogue *catalogue, int32_t index);

/// "in ordinary activity"
const char *log_context(ps_pain_context context);

#endif
