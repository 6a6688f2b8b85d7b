// Checkpoints: what has changed since the start of the block, what that means, what to do.
#include "progress/parts.h"

#include <stddef.h>
#include <string.h>

/// Domain 5.10 and 5.11 [decision]; docs/progress.md says why.
enum {
    RED_A_WEEK = 2, ///< so many sessions with a red item in a week are a turn for the worse
    EARLY_SESSIONS_PCT = 50, ///< before a change is expected only fewer than half are too few
    PCT = 100
};

/// One checkpoint being looked at.
typedef struct {
    const ps__source *of;
    const ps_progress *progress;
    const ps_check_plan *plan;
    const ps_success *needed;
    ps_day until;                       ///< the last day whose values count
    const ps_checkpoint_answered *said; ///< NULL: not answered
} look;

static bool looks_at(const look *at, ps_look what)
{
    for (int32_t i = 0; i < at->plan->looks_at.count; i++) {
        if (at->plan->looks_at.at[i] == what) return true;
    }
    return false;
}

// ---- pain ----

/// Finds a question about pain that was answered on enough days of both weeks: the same one, so
/// that nothing changes only because something else was asked.
static bool comparable(const ps_progress_week *first, const ps_progress_week *last,
                       ps_pain_measure *measure)
{
    for (int32_t m = 0; m < PS_PAIN_MEASURES; m++) {
        *measure = (ps_pain_measure)m;
        const int32_t days = ps_at_most(first->pain_by[m].days, last->pain_by[m].days);
        if (days >= PS_PAIN_DAYS_LEAST) return true;
    }
    return false;
}

/// The week before the checkpoint, else the one after; PS_NONE: neither can be compared.
static int32_t latest_pain(const look *at, ps_pain_measure *measure)
{
    const ps_progress_week *weeks = at->progress->weeks;
    for (int32_t week = at->plan->week - 1; week <= at->plan->week; week++) {
        if (week == 0 || week >= at->progress->week_count) continue;
        if (comparable(&weeks[0], &weeks[week], measure)) return week;
    }
    return PS_NONE;
}

static void look_at_pain(const look *at, ps_checkpoint *found)
{
    ps_pain_measure by;
    const int32_t week = latest_pain(at, &by);
    if (!looks_at(at, PS_LOOK_PAIN) || week == PS_NONE) return;
    const ps_success *needed = at->needed;
    const int32_t first = at->progress->weeks[0].pain_by[by].tenths;
    const int32_t less = first - at->progress->weeks[week].pain_by[by].tenths;
    const bool much = less >= PS__TENTHS * needed->nrs;
    const bool share =
        less >= PS__TENTHS * needed->nrs_least && PCT * less >= needed->nrs_pct * first;
    found->pain_by = by;
    found->pain_change_tenths = -less;
    found->pain = much || share                       ? PS_MOVED_BETTER
                  : -less >= PS__TENTHS * needed->nrs ? PS_MOVED_WORSE
                                                      : PS_MOVED_NOT;
}

// ---- goals ----

/// Rates the goals that were live then, each against its own start. false: no room.
static bool look_at_goals(const look *at, ps_arena *arena, ps_checkpoint *found)
{
    if (!looks_at(at, PS_LOOK_GOALS)) return true;
    ps_goal goals[PS_GOALS_MAX];
    int32_t count = 0, sum = 0, compared = 0;
    const size_t used = arena->used;
    if (!ps__goals_make(at->of, at->until, arena, goals, &count)) return false;
    for (int32_t i = 0; i < count; i++) {
        ps__ends ends = PS__ENDS_NONE;
        for (int32_t j = 0; j < goals[i].rating_count; j++) {
            ps__ends_take(&ends, at->of->frame->block_start, at->until, goals[i].ratings[j].day, j);
        }
        if (!ps__ends_differ(&ends)) continue;
        sum += goals[i].ratings[ends.last].rating - goals[i].ratings[ends.first].rating;
        compared++;
    }
    ps_arena_rewind(arena, used);
    if (compared == 0) return true;
    const int32_t change = ps__mean_tenths(sum, compared);
    const int32_t needed = PS__TENTHS * at->needed->psfs;
    found->goal_change_tenths = change;
    found->goals = change >= needed    ? PS_MOVED_BETTER
                   : -change >= needed ? PS_MOVED_WORSE
                                       : PS_MOVED_NOT;
    return true;
}

// ---- tests ----

static const struct {
    ps_look look;
    const char *test;
    size_t needed; ///< where ps_success says it
    size_t to;     ///< where the result goes
} tests[] = {
    {PS_LOOK_LENGTH, "T_LEN",  offsetof(ps_success, length_deg), offsetof(ps_checkpoint, length)},
    {PS_LOOK_HOLD,   "T_HOLD", offsetof(ps_success, hold_s),     offsetof(ps_checkpoint, hold)  },
};

/// Both sides of a test in one word. When one side got better and the other worse it is neither.
static ps_moved moved_of(const look *at, const char *id, int32_t needed)
{
    int32_t known = 0, better = 0, worse = 0;
    for (int32_t i = 0; i < at->progress->test_count; i++) {
        const ps_test_course *course = &at->progress->tests[i];
        const ps_self_test *test = &at->of->catalogue->self_tests.at[course->test];
        double change = 0;
        if (strcmp(test->id, id) != 0 ||
            !ps__course_change(course, at->of->frame->block_start, at->until, &change)) {
            continue;
        }
        const double noise = course->repeatability.smallest;
        const ps_moved moved = ps__moved_by(test, change, noise > needed ? noise : needed);
        known++;
        better += moved == PS_MOVED_BETTER;
        worse += moved == PS_MOVED_WORSE;
    }
    if (known == 0) return PS_MOVED_NOT_KNOWN;
    if ((better > 0) == (worse > 0)) return PS_MOVED_NOT;
    return better > 0 ? PS_MOVED_BETTER : PS_MOVED_WORSE;
}

static void look_at_tests(const look *at, ps_checkpoint *found)
{
    for (int32_t i = 0; i < PS_COUNT(tests); i++) {
        if (!looks_at(at, tests[i].look)) continue;
        int32_t needed = 0;
        memcpy(&needed, (const char *)at->needed + tests[i].needed, sizeof needed);
        const ps_moved moved = moved_of(at, tests[i].test, needed);
        memcpy((char *)found + tests[i].to, &moved, sizeof moved);
    }
}

// ---- the questions ----

/// The last answer to the questions of this checkpoint in this block.
static const ps_checkpoint_answered *answer_to(const ps__source *of, const ps_check_plan *plan)
{
    if (plan->questions.count == 0) return NULL;
    for (int32_t i = of->history->count - 1; i >= 0; i--) {
        const ps_event *event = of->history->events[i];
        if (event->kind != PS_EVENT_checkpoint_answered || !ps__by_today(of, event)) continue;
        if (ps_local_day(event->at) < of->frame->block_start) continue;
        if (event->as.checkpoint_answered.week == plan->week) return &event->as.checkpoint_answered;
    }
    return NULL;
}

static bool said(const look *at, ps_overall_change change)
{
    return at->said && at->said->change == change;
}

// ---- the verdict ----

enum { MEASURES = 4 };

static int32_t count_moved(const ps_checkpoint *found, ps_moved moved)
{
    return (found->pain == moved) + (found->goals == moved) + (found->length == moved) +
           (found->hold == moved);
}

/// Whether enough sessions were done to expect something.
static bool enough_sessions(const look *at, const ps_checkpoint *found)
{
    const int32_t least =
        at->plan->time == PS_CHECK_EARLY ? EARLY_SESSIONS_PCT : at->needed->adherence_pct;
    return !looks_at(at, PS_LOOK_SESSIONS) || found->adherence_pct == PS_NOT_GIVEN ||
           found->adherence_pct >= least;
}

/// A part of the change that was hoped for: what people notice in pain, half of it in goals.
static bool is_partly(const look *at, const ps_checkpoint *found)
{
    const int32_t pain = PS__TENTHS * at->needed->nrs_least;
    const int32_t goals = PS__TENTHS * at->needed->psfs;
    return -found->pain_change_tenths >= pain || 2 * found->goal_change_tenths >= goals ||
           said(at, PS_CHANGE_BETTER);
}

static bool is_worse(const look *at, const ps_checkpoint *found)
{
    // red sessions are counted up to today, so they speak for the checkpoint of this week only
    const ps_progress_frame *frame = at->of->frame;
    const bool red =
        frame->red_sessions_last_week >= RED_A_WEEK && frame->today < found->day + PS__WEEK;
    return found->pain == PS_MOVED_WORSE || red || said(at, PS_CHANGE_WORSE);
}

static ps_check_verdict verdict_of(const look *at, const ps_checkpoint *found)
{
    const bool ends = at->plan->time >= PS_CHECK_END;
    const bool none_worse = count_moved(found, PS_MOVED_WORSE) == 0;
    const bool content = said(at, PS_CHANGE_BETTER) && at->said->enough;
    const bool met = none_worse && (count_moved(found, PS_MOVED_BETTER) > 0 || content);
    if (is_worse(at, found)) return PS_CHECK_WORSE;
    // at the end what has been reached counts, with however few sessions
    if (met && ends) return PS_CHECK_BETTER;
    if (!enough_sessions(at, found)) return PS_CHECK_TOO_LITTLE;
    if (met) return PS_CHECK_BETTER;
    if (ends && none_worse && is_partly(at, found)) return PS_CHECK_PARTLY;
    return count_moved(found, PS_MOVED_NOT_KNOWN) < MEASURES ? PS_CHECK_SAME : PS_CHECK_NO_DATA;
}

// ---- what to do ----

enum { TIMES = PS_CHECK_EXTRA + 1, VERDICTS = PS_CHECK_WORSE + 1 };

// clang-format off
#define ALL_TIMES(of) {of, of, of, of}
static const ps_check_advice advice[VERDICTS][TIMES] = {
    [PS_CHECK_WAITS]      = ALL_TIMES(PS_CHECK_GO_ON),
    [PS_CHECK_NO_DATA]    = ALL_TIMES(PS_CHECK_MEASURE),
    [PS_CHECK_BETTER]     = {PS_CHECK_GO_ON, PS_CHECK_GO_ON, PS_CHECK_MAINTAIN, PS_CHECK_MAINTAIN},
    [PS_CHECK_PARTLY]     = {PS_CHECK_GO_ON, PS_CHECK_GO_ON, PS_CHECK_FOUR_MORE, PS_CHECK_REFER},
    [PS_CHECK_SAME]       = {PS_CHECK_GO_ON, PS_CHECK_CLASS_OR_REFER, PS_CHECK_REFER,
                             PS_CHECK_REFER},
    [PS_CHECK_TOO_LITTLE] = ALL_TIMES(PS_CHECK_FEWER_DAYS),
    [PS_CHECK_WORSE]      = ALL_TIMES(PS_CHECK_REFER),
};
#undef ALL_TIMES
// clang-format on

static ps_check_advice advice_of(const look *at, const ps_checkpoint *found)
{
    const ps_check_advice usual = advice[found->verdict][at->plan->time];
    const bool rising = found->pain_change_tenths >= PS__TENTHS * at->needed->nrs_least;
    return usual == PS_CHECK_GO_ON && rising ? PS_CHECK_KEEP_DOSE : usual;
}

// ---- all of it ----

static bool check(const ps__source *of, const ps_check_plan *plan, ps_arena *arena,
                  const ps_progress *progress, ps_checkpoint *found)
{
    const ps_day today = of->frame->today;
    *found = (ps_checkpoint){.week = plan->week,
                             .day = of->frame->block_start + PS__WEEK * plan->week,
                             .adherence_pct = PS_NOT_GIVEN};
    if (today < found->day) return true;
    // a test that is done some days late still belongs to it
    const ps_day last = found->day + PS__WEEK - 1;
    const look at = {
        .of = of,
        .progress = progress,
        .plan = plan,
        .needed = &of->catalogue->constants.success,
        .until = today < last ? today : last,
        .said = answer_to(of, plan),
    };
    look_at_pain(&at, found);
    if (!look_at_goals(&at, arena, found)) return false;
    look_at_tests(&at, found);
    found->adherence_pct = ps__adherence_pct(progress, 0, plan->week);
    found->verdict = verdict_of(&at, found);
    found->advice = advice_of(&at, found);
    return true;
}

/// An extra checkpoint follows only on one that gave four more weeks.
static bool is_due(const ps_progress *progress, const ps_check_plan *plan)
{
    if (plan->time != PS_CHECK_EXTRA) return true;
    const int32_t count = progress->checkpoint_count;
    return count > 0 && progress->checkpoints[count - 1].verdict == PS_CHECK_PARTLY;
}

bool ps__checkpoints_make(const ps__source *of, ps_arena *arena, ps_progress *progress)
{
    const ps_check_plans *plans = &of->catalogue->checkpoints;
    for (int32_t i = 0; i < plans->count && i < PS_CHECKPOINTS_MAX; i++) {
        const ps_check_plan *plan = &plans->at[i];
        if (!is_due(progress, plan)) break;
        ps_checkpoint *found = &progress->checkpoints[progress->checkpoint_count];
        if (!check(of, plan, arena, progress, found)) return false;
        progress->checkpoint_count++;
        // the last one in the list ends the block
        progress->goals_met = found->verdict == PS_CHECK_BETTER;
    }
    return true;
}
