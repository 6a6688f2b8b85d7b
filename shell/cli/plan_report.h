/// plan_report.h — what psoas plan prints with --json: the items of its envelopes.
///
/// Days are texts, "2026-11-21". What there is not is absent.
#ifndef PS_SHELL_PLAN_REPORT_H
#define PS_SHELL_PLAN_REPORT_H

#include "ps/explain.h"

PS_LIST_OF(ps_block, plan_blocks);
PS_LIST_OF(ps_side, plan_sides);

// ---- sessions ----

/// How a condition of the person changes an exercise.
typedef struct {
    int32_t exercise, code;
    const char *text;
} plan_change_note_report;
PS_LIST_OF(plan_change_note_report, plan_change_note_reports);

/// What is asked of a side, or of both together.
typedef struct {
    ps_side side;
    int32_t rung;
    ps_dose dose;
} plan_side_report;
PS_LIST_OF(plan_side_report, plan_side_reports);

typedef struct {
    int32_t exercise;
    const char *words;
    plan_side_reports sides;
    bool loaded, shortened;
    int32_t seconds;
    ps_refs codes;
    plan_change_note_reports notes;
    ps_parts ours;
    int32_t instead;
    ps_texts rules;
} plan_item_report;
PS_LIST_OF(plan_item_report, plan_item_reports);

typedef struct {
    const char *date;
    int32_t day;
    ps_day_kind kind;
    int32_t seconds;
    plan_item_reports items;
} plan_day_report;
PS_LIST_OF(plan_day_report, plan_day_reports);

typedef struct {
    const char *date;
    int32_t day; ///< of the plan, or PS_NONE: rest
    bool done;
} plan_slot_report;
PS_LIST_OF(plan_slot_report, plan_slot_reports);

typedef struct {
    int32_t breathing, stretch, hold_s;
    ps_refs sets; ///< whole numbers, by day of the week
    int32_t closing, closing_sets;
    plan_change_note_reports notes;
} plan_daily_report;

// ---- what is not in it, and what to know ----

typedef struct {
    int32_t exercise;
    ps_item_status status;
    const char *reason;
    ps_block block;
    int32_t replacement;
} plan_struck_report;
PS_LIST_OF(plan_struck_report, plan_struck_reports);

typedef struct {
    ps_note_kind kind;
    int32_t role; ///< a ps_role, or PS_NONE
    ps_refs days; ///< whole numbers
    int32_t minutes;
} plan_note_report;
PS_LIST_OF(plan_note_report, plan_note_reports);

typedef struct {
    int32_t exercise;
    ps_block block;
    plan_blocks all;
    ps_refs codes;
    const char *detail;
} plan_why_not_report;
PS_LIST_OF(plan_why_not_report, plan_why_not_reports);

// ---- training ----

typedef struct {
    int32_t exercise;
    ps_side side;
    ps_stage stage;
    int32_t rung, rungs;
    bool mastered, loaded;
    int32_t greens;
    const char *not_before;
} plan_state_report;
PS_LIST_OF(plan_state_report, plan_state_reports);

typedef struct {
    const char *date;
    int32_t exercise;
    ps_side side;
    ps_pain_verdict verdict;
    int32_t pain, morning, baseline, effort;
    bool hard, shortened;
    ps_act act;
    const char *reason;
} plan_change_report;
PS_LIST_OF(plan_change_report, plan_change_reports);

// ---- why ----

typedef struct {
    const char *name, *value;
} plan_input_report;
PS_LIST_OF(plan_input_report, plan_input_reports);

typedef struct {
    int32_t exercise;
    ps_decision decision;
    ps_refs days; ///< whole numbers
    ps_texts rules;
    plan_input_reports inputs;
    ps_refs claims, references;
    int32_t source;
    ps_grade grade;
    ps_confidence confidence;
    const char *text;
} explanation_report;
PS_LIST_OF(explanation_report, explanation_reports);

// ---- the whole ----

typedef struct {
    const char *notice, *date;
    int32_t week;
    const char *week_start;
    ps_class person_class;
    const char *class_since;
    ps_irritability irritability;
    bool gentle_start;
    int32_t weaker; ///< a ps_side, or PS_NONE
    int32_t days_per_week, minutes;
    ps_range effort;
    int32_t pain_max;
    int32_t programme;
    bool past_end, due;
    const char *next_session;
    const plan_day_report *session, *shorter;
    ps_gap_kind gap;
    plan_sides morning_wanted;
    plan_slot_reports slots;
    plan_day_reports days;
    plan_daily_report daily;
    plan_struck_reports struck;
    plan_note_reports notes;
    ps_refs proposals;
    plan_state_reports states;
    plan_change_reports changes;
    plan_why_not_reports why_not;
    explanation_reports explanations;
} plan_report;

// ---- simulations ----

typedef struct {
    int32_t week, sessions, planned, minutes;
    ps_coach_stage stage;
    ps_stop_kind why_stopped;
    int32_t green, no_morning, amber, red, stop;
    plan_state_reports states;
} simulated_week_report;
PS_LIST_OF(simulated_week_report, simulated_week_reports);

typedef struct {
    const char *notice, *first_day;
    simulated_week_reports weeks;
} simulation_report;

extern const ps_struct plan_report_struct, explanation_report_struct, simulation_report_struct;

#endif
