/// plan_pages.h — the plan on the command line: pages and JSON of a coach, whatever made it.
#ifndef PS_SHELL_PLAN_PAGES_H
#define PS_SHELL_PLAN_PAGES_H

#include "shell/cli/cli.h"
#include "shell/cli/plan_report.h"

// ---- the commands ----

cli_exit plan_show(cli *c);
cli_exit plan_simulate(cli *c);
cli_exit plan_swap(cli *c);
cli_exit programme_start(cli *c);
cli_exit programme_stop(cli *c);

// ---- pages of a coach that is READY ----

void plan_put_week(cli *c, const ps_coach *coach);
void plan_put_why_all(cli *c, const ps_coach *coach);
void plan_put_why(cli *c, const ps_coach *coach, int32_t exercise);

void plan_write_json(cli *c, const ps_coach *coach);

/// The explanations alone; of all exercises with PS_NONE.
void plan_write_why_json(cli *c, const ps_coach *coach, int32_t exercise);

/// How training stands for what has been begun; lives as long as the run.
plan_state_reports plan_states(cli *c, const ps_training state[][2]);

// ---- pieces that several of them show ----

enum { PLAN_INDENT = 2, PLAN_NUMBER = 4 };

/// "1.  Marching on the spot  march-in-place", the dose, and what is special about it.
/// number  0: a dash
void plan_put_item(cli *c, const ps_plan_item *item, ps_side weaker, int32_t number);

/// How one condition changes the exercise; NULL: it is not one of `codes`, or changes nothing.
const char *plan_code_note(const cli *c, int32_t exercise, ps_code_set codes, int32_t code);

/// How the conditions of a person change the exercise: one row for each. Whatever offers an
/// exercise shows them.
void plan_put_code_notes(cli *c, int32_t exercise, ps_code_set codes, int32_t indent);

/// What a programme of an article leaves out for this person, and why.
void plan_put_struck(cli *c, const ps_plan_struck *struck, int32_t number);

/// "Breathing", the stretch and its days, sitting breaks.
void plan_put_daily(cli *c, const ps_coach *coach);

/// Acts of the last session; nothing when there was none, or nothing has changed.
void plan_put_changes(cli *c, const ps_coach *coach);

/// How it goes on after days away; nothing without a gap.
void plan_put_gap(cli *c, const ps_coach *coach);

/// Says, as a part of a paragraph, that less than half of an article's exercises is left in its
/// plan; false when it is more.
bool plan_put_little_left(cli *c, const ps_plan *plan);

/// Notes, proposals, and the checkpoint of the week.
void plan_put_notes(cli *c, const ps_coach *coach);

/// Since when somebody trains for the class; PS_DAY_NEVER while no session has followed it, because
/// until then it is looked at anew every day.
ps_day plan_class_since(const ps_coach *coach);

/// Local day of a day of the training week, 1..PS_WEEK_DAYS.
ps_day plan_date(const ps_coach *coach, int32_t day);

/// The exercise with this id; CLI_NOT_FOUND with a message when there is none.
PS_MUST_USE cli_exit plan_exercise(cli *c, const char *id, int32_t *exercise);

#endif
