#include "shell/cli/log_reports.h"

#include "shell/cli/self_test.h"

enum { TEXT = 2000, MANY = 100000, TENTHS_MOST = 100, NO_TENTHS = -1000 };

#define SCORE_OR_NONE(T, m, text) PS_F_INT_OR(T, m, 0, SCORE_MOST, PS_NOT_GIVEN, text)
#define TENTHS_OR_NONE(T, m, text) PS_F_INT_OR(T, m, -TENTHS_MOST, TENTHS_MOST, NO_TENTHS, text)

// ---- goals ----

static const ps_field rating_fields[] = {
    PS_F_TEXT(rating_report, day, TEXT, "Local day."),
    PS_F_INT(rating_report, rating, 0, SCORE_MOST, "0 cannot, 10 as before."),
};
static const ps_struct rating_struct =
    PS_STRUCT_OF(rating_report, rating_fields, "A rating of a goal.");

static const ps_field goal_fields[] = {
    PS_F_INT(goal_report, number, 1, PS_GOALS_MAX, "What psoas goal rate and drop want."),
    PS_F_TEXT(goal_report, id, TEXT, "Id of the goal in the history."),
    PS_F_TEXT(goal_report, text, TEXT, "The person's own words."),
    PS_F_TEXT(goal_report, since, TEXT, "Local day on which it was set."),
    PS_F_STRUCTS(goal_report, ratings, rating_report, &rating_struct, 0, MANY, "Oldest first."),
};
const ps_struct goal_report_struct =
    PS_STRUCT_OF(goal_report, goal_fields, "Something that matters to the person.");

// ---- tests ----

static const ps_field test_day_fields[] = {
    PS_F_TEXT(test_day_report, day, TEXT, "Local day."),
    PS_F_NUMBER(test_day_report, value, -MANY, MANY, "The try that counts."),
    PS_F_NUMBER(test_day_report, low, -MANY, MANY, "Lowest of the tries."),
    PS_F_NUMBER(test_day_report, high, -MANY, MANY, "Highest of the tries."),
    PS_F_INT(test_day_report, tries, 1, MANY, "Tries that count."),
    PS_F_INT(test_day_report, invalid, 0, MANY, "Tries that do not."),
};
static const ps_struct test_day_struct =
    PS_STRUCT_OF(test_day_report, test_day_fields, "A test on one side on one day.");

static const ps_field test_fields[] = {
    PS_F_TEXT(test_report, test, TEXT, "Id of the self-test."),
    PS_F_ENUM(test_report, side, &ps_side_names, "The side."),
    PS_F_TEXT(test_report, unit, TEXT, "Unit of the values."),
    PS_F_STRUCTS(test_report, days, test_day_report, &test_day_struct, 1, MANY, "Oldest first."),
    PS_F_NUMBER(test_report, smallest, 0, MANY, "Smaller changes are noise; 0: not known."),
    PS_F_BOOL(test_report, own, "That number is from the person's own repeats."),
    PS_F_ENUM(test_report, moved, &ps_moved_names, "The change since the start."),
};
const ps_struct test_report_struct =
    PS_STRUCT_OF(test_report, test_fields, "A self-test on one side.");

// ---- progress ----

static const ps_field pain_fields[] = {
    PS_F_TEXT(pain_report_item, day, TEXT, "Local day."),
    PS_F_INT(pain_report_item, pain, 0, SCORE_MOST, "0 none, 10 the worst."),
    PS_F_TEXT(
        pain_report_item, context, TEXT,
        "now, at_rest, ordinary, worst_24h, during; morning; session: the worst of its sets."),
    PS_F_ENUM(pain_report_item, side, &ps_side_names, "The side."),
    PS_F_TEXT_OR_NONE(pain_report_item, place, TEXT, "Id of the place."),
};
static const ps_struct pain_struct = PS_STRUCT_OF(pain_report_item, pain_fields, "A pain score.");

static const ps_field week_fields[] = {
    PS_F_INT(week_report, week, 1, MANY, "Training week, from 1."),
    PS_F_INT(week_report, sessions, 0, MANY, "Sessions finished."),
    PS_F_INT(week_report, planned, 0, MANY, "Sessions planned."),
    PS_F_INT(week_report, stretch_left_s, 0, MANY, "Passive stretch on the left, seconds."),
    PS_F_INT(week_report, stretch_right_s, 0, MANY, "Passive stretch on the right, seconds."),
    TENTHS_OR_NONE(week_report, pain_tenths, "Mean of the worst scores of its days, tenths."),
    TENTHS_OR_NONE(week_report, goal_tenths, "Mean of the goals' last ratings, tenths."),
};
static const ps_struct week_struct = PS_STRUCT_OF(week_report, week_fields, "A training week.");

static const ps_field training_fields[] = {
    PS_F_TEXT(training_report, day, TEXT, "Local day of the session."),
    PS_F_TEXT(training_report, exercise, TEXT, "Id of the exercise."),
    PS_F_ENUM(training_report, side, &ps_side_names, "The side; both: it has no sides."),
    PS_F_INT(training_report, rung, 0, MANY, "Step of its ladder."),
    PS_F_INT(training_report, sets, 0, MANY, "Sets done."),
    PS_F_INT(training_report, reps, 0, MANY, "Most repetitions of a set."),
    PS_F_INT(training_report, hold_s, 0, MANY, "Longest hold, seconds."),
    PS_F_NOTATION(training_report, load, ps_load, &ps_load_notation, false, "Heaviest load."),
    SCORE_OR_NONE(training_report, pain, "Worst pain of its sets."),
    SCORE_OR_NONE(training_report, morning, "Pain on the morning after."),
    SCORE_OR_NONE(training_report, effort, "Highest effort."),
    PS_F_ENUM(training_report, verdict, &ps_pain_verdict_names, "How it went."),
};
static const ps_struct training_struct =
    PS_STRUCT_OF(training_report, training_fields, "An exercise in a session on one side.");

static const ps_field checkpoint_fields[] = {
    PS_F_INT(checkpoint_report, week, 1, MANY, "After so many weeks."),
    PS_F_TEXT(checkpoint_report, day, TEXT, "First day on which it can be looked at."),
    PS_F_ENUM(checkpoint_report, verdict, &ps_check_verdict_names, "What was found."),
    PS_F_ENUM(checkpoint_report, advice, &ps_check_advice_names, "What to do."),
    TENTHS_OR_NONE(checkpoint_report, pain_change_tenths, "Change of the pain, tenths."),
    TENTHS_OR_NONE(checkpoint_report, goal_change_tenths, "Change of the goals, tenths."),
    PS_F_INT_OR(checkpoint_report, adherence_pct, 0, MANY, PS_NOT_GIVEN,
                "Sessions done of those planned, per cent."),
};
static const ps_struct checkpoint_struct =
    PS_STRUCT_OF(checkpoint_report, checkpoint_fields, "A checkpoint.");

static const ps_field progress_fields[] = {
    PS_F_TEXT(progress_report, today, TEXT, "Local day of this report."),
    PS_F_INT(progress_report, week, 1, MANY, "Training week, from 1."),
    PS_F_STRUCTS(progress_report, pain, pain_report_item, &pain_struct, 0, MANY, "Oldest first."),
    PS_F_STRUCTS(progress_report, weeks, week_report, &week_struct, 0, MANY,
                 "Weeks of the running block."),
    PS_F_STRUCTS(progress_report, training, training_report, &training_struct, 0, MANY,
                 "What was trained, oldest first."),
    PS_F_STRUCTS(progress_report, tests, test_report, &test_report_struct, 0, MANY,
                 "Self-tests with a result."),
    PS_F_STRUCTS(progress_report, goals, goal_report, &goal_report_struct, 0, MANY,
                 "In the order they were set."),
    PS_F_STRUCTS(progress_report, checkpoints, checkpoint_report, &checkpoint_struct, 0, MANY,
                 "In the order of their weeks."),
    PS_F_ENUM(progress_report, proposal, &ps_proposal_names, "What would make it easier to go on."),
};
const ps_struct progress_report_struct =
    PS_STRUCT_OF(progress_report, progress_fields, "How it goes.");

// ---- log ----

static const ps_field log_fields[] = {
    PS_F_TEXT(log_report, id, TEXT, "What psoas log edit, void and restore want."),
    PS_F_TEXT(log_report, at, TEXT, "Instant, RFC 3339."),
    PS_F_TEXT(log_report, day, TEXT, "Local day."),
    PS_F_TEXT(log_report, kind, TEXT, "Kind of the event, see psoas schema event."),
    PS_F_TEXT(log_report, says, TEXT, "What it says, in words."),
    PS_F_BOOL(log_report, corrected, "It was corrected."),
    PS_F_BOOL(log_report, taken_back, "It was taken back and does not count."),
};
const ps_struct log_report_struct =
    PS_STRUCT_OF(log_report, log_fields, "Something that was recorded.");

// ---- from progress to reports ----

static rating_reports ratings_of(cli *c, const ps_goal *goal)
{
    rating_report *ratings = cli_take(c, goal->rating_count, sizeof *ratings);
    for (int32_t i = 0; i < goal->rating_count; i++) {
        const ps_goal_rating *from = &goal->ratings[i];
        ratings[i] = (rating_report){cli_day(c, from->day), from->rating};
    }
    return (rating_reports){ratings, goal->rating_count};
}

int32_t goal_reports_of(cli *c, const ps_progress *progress, goal_report **goals)
{
    *goals = cli_take(c, progress->goal_count, sizeof **goals);
    for (int32_t i = 0; i < progress->goal_count; i++) {
        const ps_goal *from = &progress->goals[i];
        (*goals)[i] = (goal_report){
            .number = i + 1,
            .id = from->id,
            .text = from->text,
            .since = cli_day(c, from->set_on),
            .ratings = ratings_of(c, from),
        };
    }
    return progress->goal_count;
}

static test_day_reports test_days_of(cli *c, const ps_test_course *course)
{
    test_day_report *days = cli_take(c, course->day_count, sizeof *days);
    for (int32_t i = 0; i < course->day_count; i++) {
        const ps_test_day *from = &course->days[i];
        days[i] = (test_day_report){
            .day = cli_day(c, from->day),
            .value = from->value,
            .low = from->low,
            .high = from->high,
            .tries = from->tries,
            .invalid = from->invalid,
        };
    }
    return (test_day_reports){days, course->day_count};
}

int32_t test_reports_of(cli *c, const ps_progress *progress, test_report **tests)
{
    *tests = cli_take(c, progress->test_count, sizeof **tests);
    for (int32_t i = 0; i < progress->test_count; i++) {
        const ps_test_course *from = &progress->tests[i];
        const ps_self_test *test = &c->catalogue->self_tests.at[from->test];
        (*tests)[i] = (test_report){
            .test = test->id,
            .side = from->side,
            .unit = test->unit,
            .days = test_days_of(c, from),
            .smallest = from->repeatability.smallest,
            .own = from->repeatability.own,
            .moved = from->moved,
        };
    }
    return progress->test_count;
}

static pain_report_items pain_of(cli *c, const ps_progress *progress)
{
    pain_report_item *items = cli_take(c, progress->pain_count, sizeof *items);
    for (int32_t i = 0; i < progress->pain_count; i++) {
        const ps_pain_point *from = &progress->pain[i];
        items[i] = (pain_report_item){
            .day = cli_day(c, from->day),
            .pain = from->pain,
            .context = from->morning ? "morning"
                       : from->set   ? "session"
                                     : ps_pain_context_names.names[from->context],
            .side = from->side,
            .place = from->place,
        };
    }
    return (pain_report_items){items, progress->pain_count};
}

static int32_t tenths_or_none(int32_t tenths)
{
    return tenths == PS_NOT_GIVEN ? NO_TENTHS : tenths;
}

static week_reports weeks_of(cli *c, const ps_progress *progress)
{
    week_report *weeks = cli_take(c, progress->week_count, sizeof *weeks);
    for (int32_t i = 0; i < progress->week_count; i++) {
        const ps_progress_week *from = &progress->weeks[i];
        weeks[i] = (week_report){
            .week = from->week,
            .sessions = from->sessions,
            .planned = from->planned,
            .stretch_left_s = from->stretch_s[0],
            .stretch_right_s = from->stretch_s[1],
            .pain_tenths = tenths_or_none(from->pain_tenths),
            .goal_tenths = tenths_or_none(from->goal_tenths),
        };
    }
    return (week_reports){weeks, progress->week_count};
}

static ps_side side_of(const cli *c, const ps_training_entry *entry)
{
    if (!c->catalogue->exercises.at[entry->exercise].per_side) return PS_SIDE_BOTH;
    return entry->side == 0 ? PS_SIDE_LEFT : PS_SIDE_RIGHT;
}

static training_reports training_of(cli *c, const ps_coach *coach)
{
    training_report *items = cli_take(c, coach->entry_count, sizeof *items);
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *from = &coach->entries[i];
        items[i] = (training_report){
            .day = cli_day(c, from->day),
            .exercise = c->catalogue->exercises.at[from->exercise].id,
            .side = side_of(c, from),
            .rung = from->before.rung,
            .sets = from->sets,
            .reps = from->reps,
            .hold_s = from->hold_s,
            .load = from->load,
            .pain = from->pain,
            .morning = from->morning,
            .effort = from->effort,
            .verdict = from->verdict,
        };
    }
    return (training_reports){items, coach->entry_count};
}

static checkpoint_reports checkpoints_of(cli *c, const ps_progress *progress)
{
    checkpoint_report *items = cli_take(c, progress->checkpoint_count, sizeof *items);
    for (int32_t i = 0; i < progress->checkpoint_count; i++) {
        const ps_checkpoint *from = &progress->checkpoints[i];
        items[i] = (checkpoint_report){
            .week = from->week,
            .day = cli_day(c, from->day),
            .verdict = from->verdict,
            .advice = from->advice,
            .pain_change_tenths =
                from->pain == PS_MOVED_NOT_KNOWN ? NO_TENTHS : from->pain_change_tenths,
            .goal_change_tenths =
                from->goals == PS_MOVED_NOT_KNOWN ? NO_TENTHS : from->goal_change_tenths,
            .adherence_pct = from->adherence_pct,
        };
    }
    return (checkpoint_reports){items, progress->checkpoint_count};
}

const progress_report *progress_report_of(cli *c, const ps_coach *coach)
{
    progress_report *of = cli_take(c, 1, sizeof *of);
    test_report *tests = NULL;
    goal_report *goals = NULL;
    *of = (progress_report){
        .today = cli_day(c, coach->today),
        .week = coach->week,
        .pain = pain_of(c, &coach->progress),
        .weeks = weeks_of(c, &coach->progress),
        .training = training_of(c, coach),
        .checkpoints = checkpoints_of(c, &coach->progress),
        .proposal = coach->progress.proposal,
    };
    of->tests.count = test_reports_of(c, &coach->progress, &tests);
    of->goals.count = goal_reports_of(c, &coach->progress, &goals);
    of->tests.at = tests;
    of->goals.at = goals;
    return of;
}
