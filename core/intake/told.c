// What is known on a day, and the walk over a whole history.
#include <string.h>

#include "intake/parts.h"

enum { WEEK_DAYS = 7 };

// ---- the profile of a day ----

/// A pregnancy goes on from the day it was told. Nobody who said 0 becomes pregnant by waiting.
void ps__let_weeks_pass(const ps_catalogue *catalogue, const ps_event *const *told, ps_day day,
                        ps_profile *profile)
{
    const int32_t field = ps_intake_field_find(catalogue, PS_STR("weeks_pregnant"));
    if (field == PS_NONE) return;
    ps_value *value = &profile->values[field];
    if (!value->given || value->number < 1) return;
    const int32_t days = day - ps_local_day(told[field]->at);
    const double most = catalogue->intake_fields.at[field].high;
    if (days > 0) value->number += days / WEEK_DAYS;
    if (value->number > most) value->number = most;
}

void ps__profile_on(const ps_intake *of, ps_day day, ps_profile *profile)
{
    const ps__readings pain = ps__pain_on(of, day);
    *profile = of->counts.profile;
    ps__let_weeks_pass(of->catalogue, of->counts.told_by, day, profile);
    ps__pain_put(of->catalogue, &pain, profile);
}

// ---- when the questions are due ----

/// The first day on which there has been no training for too long; PS_DAY_NEVER: never trained.
static ps_day gap_day(const ps_intake *of)
{
    if (of->last_session == PS_DAY_NEVER) return PS_DAY_NEVER;
    return of->last_session + of->catalogue->constants.gap_days.step_down + 1;
}

/// Why a round is due today, and else when the next one will be.
static ps_screen_due due_on(const ps_intake *of, ps_day today, ps_day *next)
{
    const ps_day began = of->counts.round_day, gap = gap_day(of);
    const bool gap_waits = gap != PS_DAY_NEVER && began < gap;
    *next = PS_DAY_NEVER;
    if (began == PS_DAY_NEVER) return PS_DUE_FIRST;
    if (gap_waits && today >= gap) return PS_DUE_GAP;
    if (today >= began + PS_SCREEN_VALID_DAYS) return PS_DUE_FOUR_WEEKS;
    *next = began + PS_SCREEN_VALID_DAYS;
    if (gap_waits && gap < *next) *next = gap;
    return PS_DUE_NOT;
}

// ---- all of it ----

static void put_texts(const ps_intake *of, const char **texts)
{
    for (int32_t i = 0; i < of->catalogue->intake_fields.count; i++) {
        const ps_event *by = of->counts.told_by[i];
        const bool text = of->catalogue->intake_fields.at[i].type == PS_ASK_TEXT;
        if (by && text) texts[i] = by->as.intake_given.value;
    }
}

void ps_intake_at(const ps_intake *of, ps_day today, ps_told *told)
{
    const ps_catalogue *catalogue = of->catalogue;
    *told = (ps_told){
        .consented = of->consent && strcmp(of->consent, catalogue->consent.version) == 0,
        .round_day = of->counts.round_day,
        .pain_day = ps__pain_day(of, today),
    };
    told->pain_stale =
        told->pain_day == PS_DAY_NEVER || told->pain_day <= today - PS_PAIN_WINDOW_DAYS;
    put_texts(of, told->texts);
    ps__profile_on(of, today, &told->profile);
    told->profile.stood = of->stood;
    memcpy(told->raised, of->raised, sizeof told->raised);
    told->due = due_on(of, today, &told->due_day);
    // old answers say nothing about today: fails closed
    if (told->due != PS_DUE_NOT) {
        memset(told->profile.answers, 0, sizeof told->profile.answers);
    }
    ps_screen_at(catalogue, &told->profile, today, &told->screened);
}

// ---- the walk ----

/// The next event of a list, or NULL.
static const ps_event *at(const ps_event *const *list, int32_t count, int32_t index)
{
    return index < count ? list[index] : NULL;
}

/// Whether `event` is there and not behind the others.
static bool is_first(const ps_event *event, const ps_event *a, const ps_event *b)
{
    return event && (!a || ps_event_order(event, a) <= 0) && (!b || ps_event_order(event, b) <= 0);
}

void ps_history_walk(const ps_history *history,
                     void (*each)(void *context, const ps_event *event, ps_line line),
                     void *context)
{
    const ps_event *last = NULL; // that came as said
    int32_t i = 0, k = 0, m = 0;
    while (i < history->count || k < history->said_count || m < history->former_count) {
        const ps_event *counts = at(history->events, history->count, i);
        const ps_event *said = at(history->said, history->said_count, k);
        const ps_event *former = at(history->former, history->former_count, m);
        if (is_first(said, counts, former)) {
            each(context, said, history->untouched[k] ? PS_LINE_FIRM : PS_LINE_SAID);
            if (counts == said) each(context, counts, PS_LINE_COUNTS);
            i += counts == said;
            last = said;
            k++;
        } else if (is_first(former, counts, NULL)) {
            if (former != last) each(context, former, PS_LINE_MENDED);
            m++;
        } else {
            each(context, counts, PS_LINE_MENDED);
            each(context, counts, PS_LINE_COUNTS);
            i++;
        }
    }
}

static void take(void *context, const ps_event *event, ps_line line)
{
    ps_intake_take(context, event, line);
}

void ps_intake_of(const ps_catalogue *catalogue, const ps_history *history, ps_day today,
                  ps_told *told)
{
    ps_intake of;
    ps_intake_start(&of, catalogue, today);
    ps_history_walk(history, take, &of);
    ps_intake_at(&of, today, told);
}
