// When the whole programme stops although no flag is open, and what opens it again (domain 5.12).
#include "coach/walk.h"

#include <assert.h>
#include <string.h>

// ---- pain ----

void ps__stop(ps__walk *of, ps_stop_kind kind, ps_day day)
{
    ps_programme_stop *stop = &of->coach->stop;
    const ps_day before = stop->kind == PS_STOP_NOT ? day : stop->day;
    *stop = (ps_programme_stop){kind, ps__later(before, day)};
    of->asked_since = false;
}

void ps__report_take(ps__walk *of, ps_day day, ps__said said, int32_t score)
{
    const ps_stop_plan *limits = &of->catalogue->constants.stop;
    if (score < limits->pain) return;
    for (int32_t i = 0; i < of->report_count; i++) {
        if (of->reports[i].day == day && of->reports[i].said == said) return;
    }
    if (of->report_count < PS__REPORTS_KEPT) of->report_count++;
    for (int32_t i = of->report_count - 1; i > 0; i--) of->reports[i] = of->reports[i - 1];
    of->reports[0] = (ps__report){day, said};

    assert(limits->times <= PS__REPORTS_KEPT);
    if (of->report_count >= limits->times &&
        ps__days(of->reports[limits->times - 1].day, day) < limits->window_days) {
        ps__stop(of, PS_STOP_PAIN_HIGH, day);
    }
}

// ---- feelings ----

int32_t ps__stops_from(const ps__walk *of, const char *session)
{
    int32_t low = 0, high = of->stop_count;
    while (low < high) {
        const int32_t mid = low + (high - low) / 2;
        if (strcmp(of->stops[mid]->as.stop_felt.session, session) < 0) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low;
}

const ps_stop_felt *ps__stop_at(const ps__walk *of, int32_t at, const char *session)
{
    if (at >= of->stop_count) return NULL;
    const ps_stop_felt *felt = &of->stops[at]->as.stop_felt;
    return strcmp(felt->session, session) == 0 ? felt : NULL;
}

/// One that spreads down the leg, or the second exercise of a session that was stopped.
void ps__felt_take(ps__walk *of, const ps_event *event)
{
    const ps_stop_felt *felt = &event->as.stop_felt, *other;
    bool stops = felt->sign == PS_FELT_SPREADING;
    for (int32_t at = ps__stops_from(of, felt->session);
         (other = ps__stop_at(of, at, felt->session)) != NULL && other != felt; at++) {
        stops = stops || strcmp(other->exercise, felt->exercise) != 0;
    }
    if (stops) ps__stop(of, PS_STOP_SIGNS, ps_local_day(event->at));
}

// ---- what opens it again ----

void ps__round_take(ps__walk *of, const ps_event *event)
{
    const ps_day day = ps_local_day(event->at);
    if (day > of->coach->stop.day) of->asked_since = true;
    if (event->as.screen_started.why == PS_ROUND_SOMETHING_NEW) {
        of->new_round_on = ps__later(of->new_round_on, day);
    }
}

void ps__clearance_take(ps__walk *of, const ps_event *event)
{
    const ps_flag_cleared *said = &event->as.flag_cleared;
    if (said->kind == PS_CODES_RELEASED) return; // says nothing about going on
    of->seen_on = ps__later(of->seen_on, ps_local_day(event->at));
    of->visit = ps__later(of->visit, said->day);
}

static bool has_answered(const ps__walk *of)
{
    const ps_told *told = &of->coach->told;
    return told->due == PS_DUE_NOT && ps_screen_allows_plan(told->screened.outcome);
}

/// For want of success only who says that something is new, or was seen by somebody, goes on: the
/// questions that fall due in the same week anyway do not count.
static bool goes_on(const ps__walk *of, ps_day since)
{
    const bool seen = of->seen_on > since && of->visit >= since;
    return has_answered(of) && (of->new_round_on > since || seen);
}

// ---- no success ----

/// A look at the last checkpoint on some day.
typedef struct {
    ps__walk *of;
    ps_arena *arena;
    ps_error *err;
} looking;

static int32_t red_sessions(const ps__walk *of, ps_day day)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < of->session; i++) {
        const ps__past *past = &of->past[i];
        const bool lately = past->day <= day && ps__days(past->day, day) < PS_WEEK_DAYS;
        sum += past->red && lately ? 1 : 0;
    }
    return sum;
}

/// How it went up to a day.
static ps_code progress_on(const looking *by, ps_day day, ps_progress *progress)
{
    const ps_coach *coach = by->of->coach;
    const ps_plan_input in = ps_plan_input_of(by->of->catalogue, &coach->told.profile,
                                              &coach->told.screened, (ps_training_time){.week = 1});
    const ps_progress_frame frame = {
        .block_start = coach->block_start,
        .today = day,
        .days_per_week = in.days_per_week,
        .red_sessions_last_week = red_sessions(by->of, day),
    };
    return ps_progress_of(by->of->catalogue, by->of->history, &frame, by->arena, progress, by->err);
}

const ps_checkpoint *ps__last_checkpoint(const ps_progress *progress)
{
    const ps_checkpoint *last = NULL;
    for (int32_t i = 0; i < progress->checkpoint_count; i++) {
        if (progress->checkpoints[i].verdict != PS_CHECK_WAITS) last = &progress->checkpoints[i];
    }
    return last;
}

/// Whether the last checkpoint is the end of the block, or of the extra weeks.
static bool is_at_end(const ps__walk *of, const ps_checkpoint *last)
{
    const ps_check_plans *plans = &of->catalogue->checkpoints;
    for (int32_t i = 0; last && i < plans->count; i++) {
        if (plans->at[i].week == last->week) return plans->at[i].time >= PS_CHECK_END;
    }
    return false;
}

/// Whether the checkpoint said to see somebody by the end of a day.
static ps_code refers_on(const looking *by, ps_day day, bool *refers)
{
    ps_progress progress;
    const size_t mark = by->arena->used;
    const ps_code code = progress_on(by, day, &progress);
    if (code != PS_OK) return code;
    const ps_checkpoint *last = ps__last_checkpoint(&progress);
    *refers = is_at_end(by->of, last) && last->advice == PS_CHECK_REFER;
    ps_arena_rewind(by->arena, mark);
    return PS_OK;
}

/// The first day of the checkpoint's week from which on it says so, or PS_DAY_NEVER when in the end
/// it does not. What is measured in that week still counts, and nothing that is measured later.
static ps_code known_in_week(const looking *by, const ps_checkpoint *last, ps_day *known)
{
    const ps_day today = by->of->coach->today;
    ps_day end = last->day + PS_WEEK_DAYS - 1;
    if (end > today) end = today;
    bool refers = false;
    *known = PS_DAY_NEVER;
    ps_code code = refers_on(by, end, &refers);
    if (code != PS_OK || !refers) return code;
    for (ps_day day = last->day; day <= end; day++) {
        code = refers_on(by, day, &refers);
        if (code != PS_OK) return code;
        *known = !refers ? PS_DAY_NEVER : *known == PS_DAY_NEVER ? day : *known;
        // mostly it is plain from the first day on
        if (day == last->day && refers) break;
    }
    return PS_OK;
}

/// The last answer to the two questions of a checkpoint in this block, or NULL.
static const ps_event *answer_to(const ps__walk *of, const ps_checkpoint *last)
{
    for (int32_t i = of->history->count - 1; i >= 0; i--) {
        const ps_event *event = of->history->events[i];
        const ps_day day = ps_local_day(event->at);
        if (event->kind == PS_EVENT_checkpoint_answered && day <= of->coach->today &&
            day >= of->coach->block_start && event->as.checkpoint_answered.week == last->week) {
            return event;
        }
    }
    return NULL;
}

/// The day since which the last checkpoint says to see somebody, or PS_DAY_NEVER. Who answers that
/// it is worse is stopped anew; who is better, and content with it, is not, unless it hurts more.
static ps_code no_success_since(const looking *by, const ps_checkpoint *last, ps_day *since)
{
    const bool refers = last->advice == PS_CHECK_REFER;
    const ps_event *event = answer_to(by->of, last);
    const ps_checkpoint_answered *said = event ? &event->as.checkpoint_answered : NULL;
    *since = PS_DAY_NEVER;
    if (said && said->change == PS_CHANGE_BETTER && said->enough && !refers) return PS_OK;
    const ps_code code = known_in_week(by, last, since);
    if (code != PS_OK) return code;
    const bool anew = said && (said->change == PS_CHANGE_WORSE || *since == PS_DAY_NEVER);
    if (refers && anew) *since = ps__later(*since, ps_local_day(event->at));
    return PS_OK;
}

// ---- all of it ----

ps_code ps__look_back(ps__walk *of, ps_arena *arena, ps_error *err)
{
    ps_coach *coach = of->coach;
    const looking by = {of, arena, err};
    const ps_code code = progress_on(&by, coach->today, &coach->progress);
    if (code != PS_OK) return code;
    if (of->asked_since && has_answered(of)) coach->stop = (ps_programme_stop){PS_STOP_NOT, 0};
    const ps_checkpoint *last = ps__last_checkpoint(&coach->progress);
    if (coach->stop.kind != PS_STOP_NOT || !is_at_end(of, last)) return PS_OK;
    ps_day since = PS_DAY_NEVER;
    const ps_code looked = no_success_since(&by, last, &since);
    if (looked != PS_OK || since == PS_DAY_NEVER || goes_on(of, since)) return looked;
    coach->stop = (ps_programme_stop){PS_STOP_NO_SUCCESS, since};
    return PS_OK;
}
