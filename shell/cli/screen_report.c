#include "shell/cli/screen_report.h"

enum { TEXT = 2000, ITEMS = 200 };

static const char *const flag_words[] = {"open", "cleared", "limits"};
const ps_enum flag_state_names = PS_ENUM_OF(flag_state, flag_words);

flag_state flag_state_of(const ps_screen_result *found, int32_t flag)
{
    if (found->open >> flag & 1) return FLAG_OPEN;
    return found->cleared >> flag & 1 ? FLAG_CLEARED : FLAG_LIMITS;
}

static const ps_field answer_fields[] = {
    PS_F_TEXT(screen_answer_report, ask, TEXT, "The question."),
    PS_F_TEXT(screen_answer_report, answer, TEXT, "The answer."),
};
static const ps_struct answer_struct =
    PS_STRUCT_OF(screen_answer_report, answer_fields, "One thing that was told.");

static const ps_field flag_fields[] = {
    PS_F_TEXT(screen_flag_report, id, TEXT, "Id of the flag."),
    PS_F_ENUM(screen_flag_report, level, &ps_level_names, "How serious it is."),
    PS_F_ENUM(screen_flag_report, state, &flag_state_names,
              "Closes the programme, was cleared, or leaves things out."),
    PS_F_TEXT(screen_flag_report, title, TEXT, "What it is about."),
    PS_F_TEXT(screen_flag_report, why, TEXT, "Why it matters."),
    PS_F_TEXT(screen_flag_report, action, TEXT, "What to do."),
    PS_F_TEXT_OR_NONE(screen_flag_report, how_fast, TEXT, "How fast."),
    PS_F_STRUCTS(screen_flag_report, answers, screen_answer_report, &answer_struct, 0, ITEMS,
                 "What was told; none: it stands from before."),
};
static const ps_struct flag_struct =
    PS_STRUCT_OF(screen_flag_report, flag_fields, "Something that the answers point to.");

static const ps_field code_fields[] = {
    PS_F_TEXT(screen_code_report, id, TEXT, "Id of the code, see psoas why."),
    PS_F_TEXT(screen_code_report, text, TEXT, "What it is about."),
    PS_F_TEXTS(screen_code_report, flags, 0, ITEMS, "Flags that set it; none: it is derived."),
};
static const ps_struct code_struct =
    PS_STRUCT_OF(screen_code_report, code_fields, "Something that is left out.");

static const ps_field screen_fields[] = {
    PS_F_ENUM(screen_report, stage, &ps_coach_stage_names, "How far the person has come."),
    PS_F_ENUM(screen_report, outcome, &ps_screen_outcome_names, "What follows from the answers."),
    PS_F_BOOL(screen_report, plan, "There is a plan."),
    PS_F_TEXTS(screen_report, call, 0, ITEMS,
               "Numbers to call, or the local emergency number; only in an emergency."),
    PS_F_STRUCTS(screen_report, flags, screen_flag_report, &flag_struct, 0, PS_FLAGS_MAX,
                 "Flags that are true."),
    PS_F_STRUCTS(screen_report, codes, screen_code_report, &code_struct, 0, PS_CODES_MAX,
                 "Codes that are on."),
    PS_F_ENUM(screen_report, class, &ps_class_names, "What training has to be about."),
    PS_F_BOOL(screen_report, class_certain, "False: an answer is missing, counted as there."),
    PS_F_ENUM(screen_report, irritability, &ps_irritability_names, "How easily it flares up."),
    PS_F_BOOL(screen_report, irritability_certain, "False: an answer is missing, so it is high."),
    PS_F_TEXTS(screen_report, reasons, 0, ITEMS, "Of irritability, then of the class, in words."),
    PS_F_TEXTS(screen_report, closed_tests, 0, ITEMS, "Self-tests that are not to be done now."),
    PS_F_TEXT_OR_NONE(screen_report, gentle_until, TEXT, "First day without the gentle start."),
    PS_F_TEXT_OR_NONE(screen_report, next, TEXT, "Id of the next open question."),
    PS_F_TEXT_OR_NONE(screen_report, next_ask, TEXT, "Its words."),
    PS_F_INT(screen_report, questions, 0, INT32_MAX, "About how many questions are left."),
    PS_F_TEXT_OR_NONE(screen_report, asked_on, TEXT, "Day on which the running round began."),
    PS_F_TEXT_OR_NONE(screen_report, due_on, TEXT, "Day of the next round; absent: due now."),
    PS_F_TEXT(screen_report, notice, TEXT, "What psoas is not."),
};
const ps_struct screen_report_struct =
    PS_STRUCT_OF(screen_report, screen_fields, "What the safety questions have led to.");

static const ps_field clear_fields[] = {
    PS_F_TEXT(clear_report, flag, TEXT, "Id of the flag."),
    PS_F_TEXT(clear_report, title, TEXT, "What it is about."),
    PS_F_ENUM(clear_report, level, &ps_level_names, "How serious it is."),
    PS_F_ENUM(clear_report, state, &flag_state_names,
              "Closes the programme, was cleared, or leaves things out."),
    PS_F_TEXT_OR_NONE(clear_report, who, TEXT, "Profession of whoever cleared it."),
    PS_F_TEXT_OR_NONE(clear_report, on, TEXT, "Day on which it was cleared."),
    PS_F_TEXT_OR_NONE(clear_report, until, TEXT, "Last day on which that counts."),
    PS_F_TEXT_OR_NONE(clear_report, words, TEXT, "What was released, in words."),
    PS_F_TEXTS(clear_report, codes, 0, PS_CODES_MAX, "Codes that it keeps on."),
};
const ps_struct clear_report_struct =
    PS_STRUCT_OF(clear_report, clear_fields, "A flag that is true, and its clearance.");
