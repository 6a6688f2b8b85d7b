/// screen_report.h — what psoas screen and psoas clear print with --json.
#ifndef PS_SHELL_SCREEN_REPORT_H
#define PS_SHELL_SCREEN_REPORT_H

#include "ps/coach.h"

/// One thing that was told and makes a flag true.
typedef struct {
    const char *ask, *answer;
} screen_answer_report;
PS_LIST_OF(screen_answer_report, screen_answer_reports);

/// How a flag stands: it closes the programme, was cleared, or leaves things out.
typedef enum { FLAG_OPEN, FLAG_CLEARED, FLAG_LIMITS } flag_state;
extern const ps_enum flag_state_names;

/// Of a flag that is true.
flag_state flag_state_of(const ps_screen_result *found, int32_t flag);

typedef struct {
    const char *id;
    ps_level level;
    flag_state state;
    const char *title, *why, *action;
    const char *how_fast; ///< NULL at level MODIFY
    screen_answer_reports answers;
} screen_flag_report;
PS_LIST_OF(screen_flag_report, screen_flag_reports);

typedef struct {
    const char *id, *text;
    ps_texts flags; ///< that set it; none: it follows from other codes or from pain
} screen_code_report;
PS_LIST_OF(screen_code_report, screen_code_reports);

typedef struct {
    ps_coach_stage stage;
    ps_screen_outcome outcome;
    bool plan;     ///< there is one
    ps_texts call; ///< emergency numbers to show; none: the local one, or no emergency
    screen_flag_reports flags;
    screen_code_reports codes;
    ps_class class;
    bool class_certain;
    ps_irritability irritability;
    bool irritability_certain;
    ps_texts reasons;
    ps_texts closed_tests;
    const char *gentle_until; ///< NULL: no gentle start
    const char *next;         ///< id of the next question; NULL: none is open
    const char *next_ask;
    int32_t questions;    ///< about how many are left
    const char *asked_on; ///< NULL: no round yet
    const char *due_on;   ///< NULL: now
    const char *notice;
} screen_report;

/// One flag that is true, for psoas clear.
typedef struct {
    const char *flag, *title;
    ps_level level;
    flag_state state;
    const char *who, *on, *until; ///< of the clearance that counts; NULL: none
    const char *words;            ///< what was released, in words; NULL: nothing
    ps_texts codes;               ///< that it keeps on
} clear_report;

extern const ps_struct screen_report_struct, clear_report_struct;

#endif
