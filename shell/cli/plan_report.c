#include "shell/cli/plan_report.h"

enum { TEXT = PS_EXPLAIN_TEXT_MAX, MANY = 1000, SECONDS = 1000000 };

// ---- sessions ----

static const ps_field change_note_fields[] = {
    PS_F_REF(plan_change_note_report, exercise, "exercises", "The exercise."),
    PS_F_REF(plan_change_note_report, code, "codes", "The condition that changes it."),
    PS_F_TEXT(plan_change_note_report, text, TEXT, "How it is done with that condition."),
};
static const ps_struct change_note_struct = PS_STRUCT_OF(
    plan_change_note_report, change_note_fields, "How a condition changes an exercise.");

static const ps_field side_fields[] = {
    PS_F_ENUM(plan_side_report, side, &ps_side_names, "The side, or both together."),
    PS_F_INT(plan_side_report, rung, 0, PS_RUNGS_MAX, "Step of the ladder, from 1."),
    PS_F_NOTATION(plan_side_report, dose, ps_dose, &ps_dose_notation, true, "What is asked."),
};
static const ps_struct side_struct =
    PS_STRUCT_OF(plan_side_report, side_fields, "What is asked of a side.");

static const ps_field item_fields[] = {
    PS_F_REF(plan_item_report, exercise, "exercises", "The exercise."),
    PS_F_TEXT(plan_item_report, words, TEXT, "The dose in words."),
    PS_F_STRUCTS(plan_item_report, sides, plan_side_report, &side_struct, 1, 2,
                 "Both sides together, or left and right."),
    PS_F_BOOL(plan_item_report, loaded, "It is done with its load."),
    PS_F_BOOL(plan_item_report, shortened, "Less than the step asks; it does not count for more."),
    PS_F_INT(plan_item_report, seconds, 0, SECONDS, "How long it takes."),
    PS_F_REFS(plan_item_report, codes, "codes", 0, PS_CODES_MAX, "Conditions that change it."),
    PS_F_STRUCTS(plan_item_report, notes, plan_change_note_report, &change_note_struct, 0,
                 PS_CODES_MAX, "How each of them changes it."),
    PS_F_ENUMS(plan_item_report, ours, &ps_part_names, 0, PS_PART_WEEKS + 1,
               "Parts of the dose that the article does not give."),
    PS_F_REF_OR_NONE(plan_item_report, instead, "exercises", "What it replaces."),
    PS_F_TEXTS(plan_item_report, rules, 0, PS_PLAN_REASONS_MAX,
               "Why it is there: selection rules, must and quota with their role, time."),
};
static const ps_struct item_struct =
    PS_STRUCT_OF(plan_item_report, item_fields, "One exercise of a session.");

static const ps_field day_fields[] = {
    PS_F_TEXT(plan_day_report, date, TEXT, "The local day."),
    PS_F_INT(plan_day_report, day, 1, PS_WEEK_DAYS, "Day of the training week, as planned."),
    PS_F_ENUM(plan_day_report, kind, &ps_day_kind_names, "What kind of day it is."),
    PS_F_INT(plan_day_report, seconds, 0, SECONDS, "How long it takes, warm-up included."),
    PS_F_STRUCTS(plan_day_report, items, plan_item_report, &item_struct, 0, PS_PLAN_ITEMS_MAX,
                 "The exercises in their order."),
};
static const ps_struct day_struct = PS_STRUCT_OF(plan_day_report, day_fields, "One session.");

static const ps_field slot_fields[] = {
    PS_F_TEXT(plan_slot_report, date, TEXT, "The local day."),
    PS_F_INT_OR(plan_slot_report, day, 1, PS_WEEK_DAYS, PS_NONE,
                "Which of the days it is, by its number; absent: rest."),
    PS_F_BOOL(plan_slot_report, done, "A session took place."),
};
static const ps_struct slot_struct =
    PS_STRUCT_OF(plan_slot_report, slot_fields, "One day of the training week.");

static const ps_field daily_fields[] = {
    PS_F_REF_OR_NONE(plan_daily_report, breathing, "exercises", "Breathing of every day."),
    PS_F_REF_OR_NONE(plan_daily_report, stretch, "exercises", "The stretch."),
    PS_F_INT_OR(plan_daily_report, hold_s, 1, PS_SECONDS_MAX, 0, "How long each is held."),
    PS_F_INTS(plan_daily_report, sets, 0, PS_WEEK_DAYS, 0, PS_SETS_MAX,
              "How often on each side, by day of the training week."),
    PS_F_REF_OR_NONE(plan_daily_report, closing, "exercises", "What follows a stretch."),
    PS_F_INT_OR(plan_daily_report, closing_sets, 1, PS_SETS_MAX, 0, "Sets of that."),
    PS_F_STRUCTS(plan_daily_report, notes, plan_change_note_report, &change_note_struct, 0, MANY,
                 "How conditions of the person change any of these."),
};
static const ps_struct daily_struct =
    PS_STRUCT_OF(plan_daily_report, daily_fields, "What runs beside the sessions.");

// ---- what is not in it, and what to know ----

static const ps_field struck_fields[] = {
    PS_F_REF(plan_struck_report, exercise, "exercises", "The article's exercise."),
    PS_F_ENUM(plan_struck_report, status, &ps_item_status_names, "How it stands in our data."),
    PS_F_TEXT_OR_NONE(plan_struck_report, reason, TEXT, "Why it is held back for everybody."),
    PS_F_ENUM(plan_struck_report, block, &ps_block_names, "Why it is left out for this person."),
    PS_F_REF_OR_NONE(plan_struck_report, replacement, "exercises", "What stands in its place."),
};
static const ps_struct struck_struct = PS_STRUCT_OF(
    plan_struck_report, struck_fields, "An item of an article that is not in its sessions.");

static const ps_field note_fields[] = {
    PS_F_ENUM(plan_note_report, kind, &ps_note_kind_names, "What the week could not do."),
    PS_F_ENUM_OR(plan_note_report, role, &ps_role_names, PS_NONE, "The role that is missing."),
    PS_F_INTS(plan_note_report, days, 0, PS_WEEK_DAYS, 1, PS_WEEK_DAYS, "On which days."),
    PS_F_INT_OR(plan_note_report, minutes, 1, MANY, 0, "What full doses would need."),
};
static const ps_struct note_struct =
    PS_STRUCT_OF(plan_note_report, note_fields, "Something to know about the week.");

static const ps_field why_not_fields[] = {
    PS_F_REF(plan_why_not_report, exercise, "exercises", "The exercise."),
    PS_F_ENUM(plan_why_not_report, block, &ps_block_names, "The first reason; allowed: none."),
    PS_F_ENUMS(plan_why_not_report, all, &ps_block_names, 0, MANY, "All reasons."),
    PS_F_REFS(plan_why_not_report, codes, "codes", 0, PS_CODES_MAX, "Conditions that exclude it."),
    PS_F_TEXT_OR_NONE(plan_why_not_report, detail, TEXT, "The first reason in words."),
};
static const ps_struct why_not_struct =
    PS_STRUCT_OF(plan_why_not_report, why_not_fields, "Whether an exercise may be done.");

// ---- training ----

static const ps_field state_fields[] = {
    PS_F_REF(plan_state_report, exercise, "exercises", "The exercise."),
    PS_F_ENUM(plan_state_report, side, &ps_side_names, "The side, or both together."),
    PS_F_ENUM(plan_state_report, stage, &ps_stage_names, "How training stands."),
    PS_F_INT(plan_state_report, rung, 0, PS_RUNGS_MAX, "Step of the ladder; 0: not begun."),
    PS_F_INT(plan_state_report, rungs, 0, PS_RUNGS_MAX, "Steps that the ladder has."),
    PS_F_BOOL(plan_state_report, mastered, "Done well at the top hold and repetitions."),
    PS_F_BOOL(plan_state_report, loaded, "The ladder with a load counts."),
    PS_F_INT(plan_state_report, greens, 0, MANY, "Good sessions in a row that count."),
    PS_F_TEXT_OR_NONE(plan_state_report, not_before, TEXT, "First day of the next try."),
};
static const ps_struct state_struct =
    PS_STRUCT_OF(plan_state_report, state_fields, "How training stands for an exercise and side.");

static const ps_field change_fields[] = {
    PS_F_TEXT(plan_change_report, date, TEXT, "Local day of the session."),
    PS_F_REF(plan_change_report, exercise, "exercises", "The exercise."),
    PS_F_ENUM(plan_change_report, side, &ps_side_names, "The side, or both together."),
    PS_F_ENUM(plan_change_report, verdict, &ps_pain_verdict_names, "What pain says."),
    PS_F_INT_OR(plan_change_report, pain, 0, 10, PS_NOT_GIVEN, "Worst pain of the sets."),
    PS_F_INT_OR(plan_change_report, morning, 0, 10, PS_NOT_GIVEN, "Pain of the morning after."),
    PS_F_INT_OR(plan_change_report, baseline, 0, 10, PS_NOT_GIVEN, "What is usual."),
    PS_F_INT_OR(plan_change_report, effort, 0, 10, PS_NOT_GIVEN, "Highest effort of the sets."),
    PS_F_BOOL(plan_change_report, hard, "Too hard to count."),
    PS_F_BOOL(plan_change_report, shortened, "Too short to count."),
    PS_F_ENUM(plan_change_report, act, &ps_act_names, "What follows."),
    PS_F_TEXT_OR_NONE(plan_change_report, reason, TEXT, "Where that rule comes from."),
};
static const ps_struct change_struct =
    PS_STRUCT_OF(plan_change_report, change_fields, "What followed from the last session.");

// ---- why ----

static const ps_field input_fields[] = {
    PS_F_TEXT(plan_input_report, name, TEXT, "What it is."),
    PS_F_TEXT(plan_input_report, value, TEXT, "Its value."),
};
static const ps_struct input_struct =
    PS_STRUCT_OF(plan_input_report, input_fields, "Something that a choice was made from.");

static const ps_field explanation_fields[] = {
    PS_F_REF(explanation_report, exercise, "exercises", "The exercise."),
    PS_F_ENUM(explanation_report, decision, &ps_decision_names, "What was decided."),
    PS_F_INTS(explanation_report, days, 0, PS_WEEK_DAYS, 1, PS_WEEK_DAYS,
              "Days of the training week on which it stands."),
    PS_F_TEXTS(explanation_report, rules, 0, PS_EXPLAIN_RULES_MAX,
               "Selection rules, must and quota with their role, time, or what stands against."),
    PS_F_STRUCTS(explanation_report, inputs, plan_input_report, &input_struct, 0,
                 PS_EXPLAIN_INPUTS_MAX, "What it was decided from."),
    PS_F_REFS(explanation_report, claims, "claims", 0, PS_EXPLAIN_CLAIMS_MAX,
              "Claims that the text uses."),
    PS_F_REFS(explanation_report, references, "references", 0, PS_EXPLAIN_REFERENCES_MAX,
              "What it rests on."),
    PS_F_REF_OR_NONE(explanation_report, source, "references", "The article; absent: ours."),
    PS_F_ENUM(explanation_report, grade, &ps_grade_names, "The lowest grade of what was used."),
    PS_F_ENUM(explanation_report, confidence, &ps_confidence_names, "How sure it is."),
    PS_F_TEXT(explanation_report, text, TEXT, "The reason in a few sentences."),
};
const ps_struct explanation_report_struct =
    PS_STRUCT_OF(explanation_report, explanation_fields, "Why an exercise is in the plan or not.");

// ---- the whole ----

static const ps_field plan_fields[] = {
    PS_F_TEXT(plan_report, notice, TEXT, "What psoas is not."),
    PS_F_TEXT(plan_report, date, TEXT, "The local day for which it was made."),
    PS_F_INT(plan_report, week, 1, PS_PLAN_WEEK_MAX, "Week of training."),
    PS_F_TEXT(plan_report, week_start, TEXT, "First day of the training week."),
    PS_F_ENUM(plan_report, person_class, &ps_class_names, "What training is about."),
    PS_F_TEXT_OR_NONE(plan_report, class_since, TEXT,
                      "Day of its first session; absent: there is none yet."),
    PS_F_ENUM(plan_report, irritability, &ps_irritability_names, "How easily the hip flares up."),
    PS_F_BOOL(plan_report, gentle_start, "The first steps only, after a clearance."),
    PS_F_ENUM_OR(plan_report, weaker, &ps_side_names, PS_NONE, "The weaker side."),
    PS_F_INT(plan_report, days_per_week, 1, PS_PLAN_DAYS_MAX, "Days that the person wants."),
    PS_F_INT(plan_report, minutes, 1, MANY, "Minutes that a session may take."),
    PS_F_RANGE(plan_report, effort, 0, 10, "Effort that is asked, 0 to 10."),
    PS_F_INT(plan_report, pain_max, 0, 10, "Most pain while doing it."),
    PS_F_REF_OR_NONE(plan_report, programme, "programmes", "Of an article, when one is followed."),
    PS_F_BOOL(plan_report, past_end, "The weeks of the article are over."),
    PS_F_BOOL(plan_report, due, "The session is due today."),
    PS_F_TEXT_OR_NONE(plan_report, next_session, TEXT, "Day of the next one, today included."),
    PS_F_OPTIONAL(plan_report, session, plan_day_report, &day_struct, "The session of that day."),
    PS_F_OPTIONAL(plan_report, shorter, plan_day_report, &day_struct,
                  "What is enough of it when there is little time."),
    PS_F_ENUM(plan_report, gap, &ps_gap_kind_names, "What time without training asks for."),
    PS_F_ENUMS(plan_report, morning_wanted, &ps_side_names, 0, 2,
               "Sides of which the morning after is not known."),
    PS_F_STRUCTS(plan_report, slots, plan_slot_report, &slot_struct, 0, PS_WEEK_DAYS,
                 "The days of this week."),
    PS_F_STRUCTS(plan_report, days, plan_day_report, &day_struct, 0, PS_PLAN_DAYS_MAX,
                 "The sessions of this week, as planned from what is known today."),
    PS_F_STRUCT(plan_report, daily, plan_daily_report, &daily_struct, "Beside the sessions."),
    PS_F_STRUCTS(plan_report, struck, plan_struck_report, &struck_struct, 0, PS_PLAN_STRUCK_MAX,
                 "Of an article, what is left out."),
    PS_F_STRUCTS(plan_report, notes, plan_note_report, &note_struct, 0, PS_PLAN_NOTES_MAX,
                 "What to know about the week."),
    PS_F_REFS(plan_report, proposals, "exercises", 0, PS_EXERCISES_MAX, "What may be added."),
    PS_F_STRUCTS(plan_report, states, plan_state_report, &state_struct, 0, 2 * PS_EXERCISES_MAX,
                 "How training stands for what has been begun."),
    PS_F_STRUCTS(plan_report, changes, plan_change_report, &change_struct, 0, MANY,
                 "What followed from the last session."),
    PS_F_STRUCTS(plan_report, why_not, plan_why_not_report, &why_not_struct, 0, PS_EXERCISES_MAX,
                 "For every exercise whether it may be done."),
    PS_F_STRUCTS(plan_report, explanations, explanation_report, &explanation_report_struct, 0,
                 PS_EXERCISES_MAX, "For every exercise why it is there or not."),
};
const ps_struct plan_report_struct =
    PS_STRUCT_OF(plan_report, plan_fields, "The plan of a training week.");

// ---- simulations ----

static const ps_field week_fields[] = {
    PS_F_INT(simulated_week_report, week, 1, PS_PLAN_WEEK_MAX, "Week of the simulation."),
    PS_F_INT(simulated_week_report, sessions, 0, MANY, "Sessions done."),
    PS_F_INT(simulated_week_report, planned, 0, MANY, "Sessions planned."),
    PS_F_INT(simulated_week_report, minutes, 0, SECONDS, "Minutes of those done."),
    PS_F_ENUM(simulated_week_report, stage, &ps_coach_stage_names, "At the end of the week."),
    PS_F_ENUM(simulated_week_report, why_stopped, &ps_stop_kind_names, "Why it is stopped then."),
    PS_F_INT(simulated_week_report, green, 0, SECONDS, "Tries that went well."),
    PS_F_INT(simulated_week_report, no_morning, 0, SECONDS, "Tries without a morning report."),
    PS_F_INT(simulated_week_report, amber, 0, SECONDS, "Tries with some pain."),
    PS_F_INT(simulated_week_report, red, 0, SECONDS, "Tries with too much pain."),
    PS_F_INT(simulated_week_report, stop, 0, SECONDS, "Tries stopped because of a feeling."),
    PS_F_STRUCTS(simulated_week_report, states, plan_state_report, &state_struct, 0,
                 2 * PS_EXERCISES_MAX, "How training stands at the end of the week."),
};
static const ps_struct week_struct =
    PS_STRUCT_OF(simulated_week_report, week_fields, "One week of a simulation.");

static const ps_field simulation_fields[] = {
    PS_F_TEXT(simulation_report, notice, TEXT, "What psoas is not."),
    PS_F_TEXT(simulation_report, first_day, TEXT, "The first local day."),
    PS_F_STRUCTS(simulation_report, weeks, simulated_week_report, &week_struct, 0, PS_PLAN_WEEK_MAX,
                 "The weeks; nothing of them is stored."),
};
const ps_struct simulation_report_struct = PS_STRUCT_OF(
    simulation_report, simulation_fields, "What would happen if; nothing of it is stored.");
