/// setup.h — from nobody to somebody with a plan: consent, what a person tells, safety questions,
/// what follows, and how a professional opens it again.
#ifndef PS_SHELL_SETUP_H
#define PS_SHELL_SETUP_H

#include "shell/cli/coach_run.h"
#include "shell/cli/question.h"

cli_exit consent_show(cli *c);
cli_exit setup(cli *c);
cli_exit screen(cli *c);
cli_exit clear(cli *c);

/// The index-th id that may be told or cleared, NULL behind the last: for completions.
const char *setup_field_at(const ps_catalogue *catalogue, int32_t index);
const char *clear_flag_at(const ps_catalogue *catalogue, int32_t index);

// ---- consent ----

/// When the text was agreed to last, in any version; NULL: never.
const ps_event *consent_last(const ps_history *history);

/// The event of agreeing to the text of this catalogue.
ps_event consent_event(const cli *c);

/// The whole text.
void consent_put(cli *c);

/// Shows the text and asks; false when it was not agreed to.
bool consent_ask(cli *c);

// ---- the conversation ----

/// What the next question depends on.
question_view setup_view(const cli *c, const coach_run *run);

/// An answer of an event as an answer of a profile.
ps_item_answer setup_answered(ps_answer answer);

/// Why a round begins that is due.
ps_round_why setup_round_why(ps_screen_due due);

/// Begins a round of safety questions when one is due.
PS_MUST_USE cli_exit setup_begin_round(cli *c, coach_run *run);

/// Asks what is open, stores each answer at once, ends with the result. Needs somebody to ask.
PS_MUST_USE cli_exit setup_talk(cli *c, coach_run *run);

/// Asks about these items alone, and stores the answers; CLI_REFUSED when they close the programme.
/// stopped  the person stopped before there was an answer
PS_MUST_USE cli_exit setup_ask_items(cli *c, coach_run *run, const question *asked, bool *stopped);

/// What stands for asking where nobody can be asked: what is open, and how to answer by a file.
PS_MUST_USE cli_exit setup_put_open(cli *c, const coach_run *run);

// ---- the other forms of psoas setup ----

/// Whether there is a store already.
PS_MUST_USE cli_exit setup_has_data(cli *c, bool *there);

/// psoas setup --from, --template and FIELD VALUE.
PS_MUST_USE cli_exit setup_from(cli *c, const char *path);
cli_exit setup_template(cli *c);
PS_MUST_USE cli_exit setup_change(cli *c);

/// Bit f: field f was told since the running round of safety questions began.
uint64_t setup_fresh_fields(const ps_catalogue *catalogue, const ps_history *history);

/// What was told last to a field in its own words: an event, or NULL.
const ps_event *setup_told(const ps_history *history, const char *field);

// ---- pages ----

/// A line that names a command: "Next: psoas plan".
void put_command_line(cli *c, const char *before, const char *command);

/// What the answers mean: class, irritability, codes, tests, and what to do next.
void setup_put_result(cli *c, const coach_run *run);

/// The codes that are on with what they are about; nothing without any.
void screen_put_codes(cli *c, const coach_run *run);

/// What is open before there can be a plan, and how to go on.
void screen_put_open(cli *c, const coach_run *run);

/// psoas screen --list and --json.
void screen_put_list(cli *c, const coach_run *run);
void screen_put_json(cli *c, const coach_run *run);

/// psoas clear without a flag.
void clear_put_list(cli *c, const coach_run *run);

#endif
