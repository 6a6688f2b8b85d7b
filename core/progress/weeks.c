// The weeks of the block: pain, sessions, passive stretch, goals.
#include "progress/parts.h"

#include <string.h>

/// The weeks in the making, with what their means are made of.
typedef struct {
    ps_progress_week *weeks;
    int32_t count;
} block;

/// The week of a day of the block, NULL for other days.
static ps_progress_week *week_at(const ps__source *of, const block *to, ps_day day)
{
    const int32_t week = ps__week_of(of, day);
    const bool inside = week >= 0 && week < to->count && day <= of->frame->today;
    return inside ? &to->weeks[week] : NULL;
}

// ---- pain ----

/// The week that a pain counts in: what was told in the seven days before the first session tells
/// how it began, so it belongs to the first week.
static ps_progress_week *pain_week(const ps__source *of, const block *to, ps_day day)
{
    const ps_day start = of->frame->block_start;
    return week_at(of, to, day < start && day >= start - PS__WEEK ? start : day);
}

static ps_pain_measure measure_of(const ps_pain_point *point)
{
    static const ps_pain_measure of_context[] = {
        [PS_PAIN_NOW] = PS_PAIN_BY_NOW,           [PS_PAIN_AT_REST] = PS_PAIN_BY_REST,
        [PS_PAIN_ORDINARY] = PS_PAIN_BY_ORDINARY, [PS_PAIN_WORST_24H] = PS_PAIN_BY_WORST,
        [PS_PAIN_DURING] = PS_PAIN_BY_SESSION,
    };
    return point->morning ? PS_PAIN_BY_MORNING : of_context[point->context];
}

static void add_score(int32_t score, int32_t *days, int32_t *sum)
{
    if (score == PS_NOT_GIVEN) return;
    *sum += score;
    (*days)++;
}

/// Adds the worst scores of the day that begins at the point `at`; returns where the next begins.
static int32_t add_day(const ps_progress *progress, int32_t at, ps_progress_week *week)
{
    const ps_day day = progress->pain[at].day;
    int32_t worst[PS_PAIN_MEASURES], any = PS_NOT_GIVEN;
    for (int32_t m = 0; m < PS_PAIN_MEASURES; m++) worst[m] = PS_NOT_GIVEN;
    for (; at < progress->pain_count && progress->pain[at].day == day; at++) {
        const ps_pain_point *point = &progress->pain[at];
        const ps_pain_measure measure = measure_of(point);
        worst[measure] = ps_at_least(worst[measure], point->pain);
        any = ps_at_least(any, point->pain);
        week->pain_reports++;
    }
    for (int32_t m = 0; m < PS_PAIN_MEASURES; m++) {
        add_score(worst[m], &week->pain_by[m].days, &week->pain_by[m].tenths);
    }
    add_score(any, &week->pain_days, &week->pain_tenths);
    return at;
}

static int32_t mean_or_none(int32_t sum, int32_t days)
{
    return days > 0 ? ps__mean_tenths(sum, days) : PS_NOT_GIVEN;
}

/// First the sums of the days, then their means.
static void add_pain(const ps__source *of, const ps_progress *progress, const block *to)
{
    for (int32_t i = 0; i < progress->pain_count;) {
        ps_progress_week *week = pain_week(of, to, progress->pain[i].day);
        i = week ? add_day(progress, i, week) : i + 1;
    }
    for (int32_t i = 0; i < to->count; i++) {
        ps_progress_week *week = &to->weeks[i];
        week->pain_tenths = mean_or_none(week->pain_tenths, week->pain_days);
        for (int32_t m = 0; m < PS_PAIN_MEASURES; m++) {
            ps_pain_mean *mean = &week->pain_by[m];
            mean->tenths = mean_or_none(mean->tenths, mean->days);
        }
    }
}

// ---- sessions ----

static void add_sessions(const ps__source *of, const block *to)
{
    for (int32_t i = 0; i < of->history->session_count; i++) {
        const ps_session_record *session = &of->history->sessions[i];
        const ps_event *ended = session->ended;
        if (!ended || !ps__by_today(of, ended)) continue;
        ps_progress_week *week = week_at(of, to, session->day);
        if (week) week->sessions += ended->as.session_ended.outcome == PS_SESSION_FINISHED;
    }
}

/// What says how many sessions a week has: the wish of the person, or a programme of an article.
typedef struct {
    int32_t wish, programme; ///< days a week; PS_NOT_GIVEN
} asked_days;

/// Whether the event changes it.
static bool changes_days(const ps_catalogue *catalogue, const ps_event *event, asked_days *days)
{
    if (event->kind == PS_EVENT_intake_given) {
        const ps_intake_given *said = &event->as.intake_given;
        if (!said->value || strcmp(said->field, "days_per_week") != 0) return false;
        const int32_t told = ps__number_of(said->value, PS__WEEK);
        if (told > 0) days->wish = told;
        return told > 0;
    }
    if (event->kind != PS_EVENT_programme_chosen) return false;
    const char *id = event->as.programme_chosen.programme;
    const ps_programme *chosen = id ? ps_programme_find(catalogue, ps_str_of(id)) : NULL;
    days->programme =
        chosen && chosen->days_per_week.low > 0 ? chosen->days_per_week.low : PS_NOT_GIVEN;
    return true;
}

static int32_t in_force(const ps__source *of, const asked_days *days)
{
    if (days->programme != PS_NOT_GIVEN) return days->programme;
    return days->wish != PS_NOT_GIVEN ? days->wish : of->frame->days_per_week;
}

/// A week keeps the number that it began with; a smaller one told during the week counts at once.
static void add_planned(const ps__source *of, const block *to)
{
    asked_days days = {PS_NOT_GIVEN, PS_NOT_GIVEN};
    int32_t settled = 0;
    bool told = false;
    for (int32_t i = 0; i < of->history->count; i++) {
        const ps_event *event = of->history->events[i];
        const asked_days before = days;
        if (!ps__by_today(of, event) || !changes_days(of->catalogue, event, &days)) continue;
        const int32_t week = ps__week_of(of, ps_local_day(event->at));
        const int32_t now = in_force(of, &days);
        // the first number that was ever told was meant from the start
        const int32_t until_now = told ? in_force(of, &before) : now;
        for (; settled <= week && settled < to->count; settled++) {
            to->weeks[settled].planned = until_now;
        }
        if (week >= 0 && week < to->count && now < to->weeks[week].planned) {
            to->weeks[week].planned = now;
        }
        told = true;
    }
    for (; settled < to->count; settled++) to->weeks[settled].planned = in_force(of, &days);
}

// ---- stretching ----

/// By family first: most sets are of other exercises.
static bool is_passive_stretch(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->exercises.count; i++) {
        const ps_exercise *exercise = &catalogue->exercises.at[i];
        if (exercise->engine.family == PS_HOLD && strcmp(exercise->id, id) == 0) return true;
    }
    return false;
}

static void add_stretch(const ps__source *of, const block *to)
{
    for (int32_t i = 0; i < of->history->count; i++) {
        const ps_event *event = of->history->events[i];
        if (event->kind != PS_EVENT_set_done) continue;
        const ps_set_done *set = &event->as.set_done;
        ps_progress_week *week = week_at(of, to, ps_local_day(event->at));
        if (!week || set->hold_s == 0 || !is_passive_stretch(of->catalogue, set->exercise)) {
            continue;
        }
        // without repetitions the hold is the whole spell
        const int32_t seconds = set->hold_s * (set->reps > 1 ? set->reps : 1);
        if (set->side != PS_SIDE_RIGHT) week->stretch_s[0] += seconds;
        if (set->side != PS_SIDE_LEFT) week->stretch_s[1] += seconds;
    }
}

// ---- goals ----

/// The last rating up to the end of a week, or PS_NOT_GIVEN; `fresh` when it is of that week.
static int32_t rating_by(const ps__source *of, const ps_goal *goal, int32_t week, bool *fresh)
{
    int32_t rating = PS_NOT_GIVEN;
    for (int32_t i = 0; i < goal->rating_count; i++) {
        const int32_t at = ps__week_of(of, goal->ratings[i].day);
        if (at > week) break;
        rating = goal->ratings[i].rating;
        *fresh = *fresh || at == week || (week == 0 && at < 0);
    }
    return rating;
}

/// A week in which nothing was rated has no mean: nothing is known about it.
static void add_goals(const ps__source *of, const ps_progress *progress, const block *to)
{
    for (int32_t week = 0; week < to->count; week++) {
        int32_t sum = 0, count = 0;
        bool fresh = false;
        for (int32_t i = 0; i < progress->goal_count; i++) {
            const int32_t rating = rating_by(of, &progress->goals[i], week, &fresh);
            if (rating == PS_NOT_GIVEN) continue;
            sum += rating;
            count++;
        }
        if (fresh) to->weeks[week].goal_tenths = ps__mean_tenths(sum, count);
    }
}

// ---- all of it ----

bool ps__weeks_make(const ps__source *of, ps_arena *arena, ps_progress *progress)
{
    const int32_t begun = ps_at_least(0, 1 + ps__week_of(of, of->frame->today));
    block to = {.count = ps_at_most(begun, PS_PROGRESS_WEEKS_MAX)};
    to.weeks = ps_arena_take(arena, to.count, sizeof *to.weeks);
    if (!to.weeks) return false;
    for (int32_t i = 0; i < to.count; i++) {
        to.weeks[i] = (ps_progress_week){.week = i + 1, .goal_tenths = PS_NOT_GIVEN};
    }
    add_pain(of, progress, &to);
    add_sessions(of, &to);
    add_planned(of, &to);
    add_stretch(of, &to);
    add_goals(of, progress, &to);
    progress->weeks = to.weeks;
    progress->week_count = to.count;
    return true;
}

size_t ps__weeks_size(void)
{
    return _Alignof(max_align_t) + PS_PROGRESS_WEEKS_MAX * sizeof(ps_progress_week);
}
