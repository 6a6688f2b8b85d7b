// What mornings say: the baseline of each side, and the morning that a session is judged by.
#include "coach/walk.h"

enum {
    MORNING_DAYS = PS_WEEK_DAYS, ///< a report later than that is not about the session any more
    RUN_REPORTS = 3              ///< its beginning, its middle and its end
};

/// Median of what the side said before the day of its latest morning, or with it.
static int32_t baseline_of(const ps__walk *of, int32_t side, bool without_latest)
{
    const ps__side *from = &of->sides[side];
    const ps_value *now = &of->intake.counts.profile.values[of->pain_now];
    const int32_t pain_now = now->given ? (int32_t)now->number : 0;
    const int32_t count = from->morning_count - (without_latest ? 1 : 0);
    return ps_pain_baseline(&of->catalogue->constants.verdict, from->mornings, count, pain_now);
}

int32_t ps__baseline(const ps__walk *of, int32_t side) { return baseline_of(of, side, false); }

/// One score a day, the worst; returns whether it is another one of the latest day.
static void keep_morning(ps__side *to, ps_day day, int32_t score)
{
    if (to->morning_count > 0 && to->morning_day == day) {
        int32_t *latest = &to->mornings[to->morning_count - 1];
        *latest = ps__worse(*latest, score);
        return;
    }
    if (to->morning_count == PS__MORNINGS_KEPT) {
        for (int32_t i = 1; i < PS__MORNINGS_KEPT; i++) to->mornings[i - 1] = to->mornings[i];
        to->morning_count--;
    }
    to->mornings[to->morning_count++] = score;
    to->morning_day = day;
}

/// The run with the worst score of one more day.
static ps__run extend(const ps_stop_plan *limits, ps__run run, ps_day day, int32_t score,
                      int32_t baseline)
{
    // silence for a week is no proof of anything: it begins anew
    const bool on = run.reports > 0 && ps__days(run.last, day) <= PS_WEEK_DAYS;
    if (!on) run = (ps__run){.first = day, .baseline = baseline};
    if (score - run.baseline < limits->above_baseline) return (ps__run){0};
    run.last = day;
    run.reports++;
    return run;
}

static void take_run(ps__walk *of, int32_t side, ps_day day, int32_t score, int32_t baseline)
{
    const ps_stop_plan *limits = &of->catalogue->constants.stop;
    ps__side *to = &of->sides[side];
    if (to->day == day) {
        to->worst = ps__worse(to->worst, score);
    } else {
        to->before = to->run;
        to->day = day;
        to->worst = score;
    }
    to->run = extend(limits, to->before, day, to->worst, baseline);
    if (to->run.reports >= RUN_REPORTS && ps__days(to->run.first, day) >= limits->rising_days - 1) {
        ps__stop(of, PS_STOP_PAIN_RISING, day);
    }
}

void ps__score_take(ps__walk *of, ps_side side, ps_day day, int32_t score, bool is_morning)
{
    const ps_pain_limits *limits = &of->catalogue->constants.pain;
    for (int32_t s = 0; s < 2; s++) {
        if (side == (s == 0 ? PS_SIDE_RIGHT : PS_SIDE_LEFT)) continue;
        ps__side *to = &of->sides[s];
        if (is_morning) keep_morning(to, day, score);
        // a day is measured against the days before it
        const bool same_day = to->morning_count > 0 && to->morning_day == day;
        const int32_t baseline = baseline_of(of, s, same_day);
        take_run(of, s, day, score, baseline);
        if (is_morning && score - baseline >= limits->next_day_amber) {
            of->last_bad_morning = ps__later(of->last_bad_morning, day);
        }
    }
}

/// The next session with something done that is on a later day, or NULL.
static const ps_session_record *next_day(const ps__walk *of, int32_t index)
{
    for (int32_t i = index + 1; i < of->history->session_count; i++) {
        const ps__past *past = &of->past[i];
        if (past->trained && past->day > of->past[index].day) return &of->history->sessions[i];
    }
    return NULL;
}

ps__morning ps__morning_after(const ps__walk *of, int32_t index)
{
    const ps_day day = of->past[index].day;
    const ps_session_record *next = next_day(of, index);
    const ps_day last = next && next->day < day + MORNING_DAYS ? next->day : day + MORNING_DAYS;
    ps__morning found = {
        .score = {PS_NOT_GIVEN, PS_NOT_GIVEN}
    };
    ps_day on[2] = {PS_DAY_NEVER, PS_DAY_NEVER};
    for (int32_t i = of->morning_at; i < of->morning_count; i++) {
        const ps_event *event = of->mornings[i];
        const ps_day its = ps_local_day(event->at);
        if (its > day + MORNING_DAYS) break;
        if (its <= day || its > last) continue;
        const bool late = next && ps_event_order(event, next->started) > 0;
        const ps_morning_reported *said = &event->as.morning_reported;
        for (int32_t s = 0; s < 2; s++) {
            if (said->side == (s == 0 ? PS_SIDE_RIGHT : PS_SIDE_LEFT)) continue;
            if (on[s] == PS_DAY_NEVER) {
                on[s] = its;
                found.late[s] = late;
            }
            if (on[s] == its) found.score[s] = ps__worse(found.score[s], said->pain);
        }
    }
    return found;
}
