/// log_reports.h — what psoas goal, test, log and progress print with --json.
#ifndef PS_SHELL_LOG_REPORTS_H
#define PS_SHELL_LOG_REPORTS_H

#include "ps/coach.h"
#include "shell/cli/cli.h"

// Days are texts like "2026-11-21". A number that there is not is left out of the JSON.

typedef struct {
    const char *day;
    int32_t rating;
} rating_report;
PS_LIST_OF(rating_report, rating_reports);

typedef struct {
    int32_t number; ///< what goal rate and goal drop want
    const char *id, *text, *since;
    rating_reports ratings;
} goal_report;
PS_LIST_OF(goal_report, goal_reports);

typedef struct {
    const char *day;
    double value, low, high;
    int32_t tries, invalid;
} test_day_report;
PS_LIST_OF(test_day_report, test_day_reports);

typedef struct {
    const char *test;
    ps_side side;
    const char *unit;
    test_day_reports days;
    double smallest;
    bool own;
    ps_moved moved;
} test_report;
PS_LIST_OF(test_report, test_reports);

typedef struct {
    const char *day;
    int32_t pain;
    const char *context; ///< one of ps_pain_context_names, "morning" or "session"
    ps_side side;
    const char *place;
} pain_report_item;
PS_LIST_OF(pain_report_item, pain_report_items);

typedef struct {
    int32_t week, sessions, planned;
    int32_t stretch_left_s, stretch_right_s;
    int32_t pain_tenths, goal_tenths;
} week_report;
PS_LIST_OF(week_report, week_reports);

typedef struct {
    const char *day, *exercise;
    ps_side side;
    int32_t rung, sets, reps, hold_s;
    ps_load load;
    int32_t pain, morning, effort;
    ps_pain_verdict verdict;
} training_report;
PS_LIST_OF(training_report, training_reports);

typedef struct {
    int32_t week;
    const char *day;
    ps_check_verdict verdict;
    ps_check_advice advice;
    int32_t pain_change_tenths, goal_change_tenths, adherence_pct;
} checkpoint_report;
PS_LIST_OF(checkpoint_report, checkpoint_reports);

typedef struct {
    const char *today;
    int32_t week;
    pain_report_items pain;
    week_reports weeks;
    training_reports training;
    test_reports tests;
    goal_reports goals;
    checkpoint_reports checkpoints;
    ps_proposal proposal;
} progress_report;

typedef struct {
    const char *id, *at, *day;
    const char *kind, *says;
    bool corrected, taken_back;
} log_report;

extern const ps_struct goal_report_struct, test_report_struct, progress_report_struct,
    log_report_struct;

/// The goals in their order; returns how many.
int32_t goal_reports_of(cli *c, const ps_progress *progress, goal_report **goals);

/// Every test and side with a result.
int32_t test_reports_of(cli *c, const ps_progress *progress, test_report **tests);

const progress_report *progress_report_of(cli *c, const ps_coach *coach);

#endif
