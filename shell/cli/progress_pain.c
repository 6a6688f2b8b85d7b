// psoas progress: pain over the weeks. The line is the worst of a week, the marks are mornings.
#include "shell/cli/coach_words.h"
#include "shell/cli/progress_pages.h"

#include <string.h>

enum { WEEK = 7, INDENT = 2, TOP_LEAST = 4, DAYS_LEAST = 14, SIDES = 2 };

/// The days of the chart; whole weeks of training.
typedef struct {
    ps_day first, last;
} span;

static ps_day week_start(const ps_coach *coach, ps_day day)
{
    const int32_t since = day - coach->block_start;
    const int32_t into = since >= 0 ? since % WEEK : (WEEK - 1) - (-1 - since) % WEEK;
    return day - into;
}

static span span_of(const progress_view *view)
{
    const ps_coach *coach = view->run->coach;
    const ps_progress *progress = &coach->progress;
    const ps_day oldest = week_start(coach, coach->today) - (view->weeks - 1) * WEEK;
    ps_day first = week_start(coach, progress->pain[0].day);
    if (first < oldest) first = oldest;
    const ps_day least = first + DAYS_LEAST - 1;
    return (span){first, coach->today > least ? coach->today : least};
}

/// The worst score of each week that has one; returns how many.
static int32_t steps_of(cli *c, const ps_progress *progress, span days, chart_step **steps)
{
    const int32_t most = (days.last - days.first) / WEEK + 1;
    int32_t *worst = cli_take(c, most, sizeof *worst);
    for (int32_t i = 0; i < most; i++) worst[i] = PS_NOT_GIVEN;
    for (int32_t i = 0; i < progress->pain_count; i++) {
        const ps_pain_point *point = &progress->pain[i];
        if (point->day < days.first || point->day > days.last) continue;
        int32_t *of = &worst[(point->day - days.first) / WEEK];
        if (point->pain > *of) *of = point->pain;
    }
    int32_t count = 0;
    *steps = cli_take(c, most, sizeof **steps);
    for (int32_t i = 0; i < most; i++) {
        if (worst[i] == PS_NOT_GIVEN) continue;
        const ps_day from = days.first + i * WEEK, end = from + WEEK - 1;
        (*steps)[count++] = (chart_step){from, end < days.last ? end : days.last, worst[i]};
    }
    return count;
}

/// The mornings of a day, by side; a later report of the day counts.
typedef struct {
    ps_day day;
    int32_t score[SIDES];
} morning;

static int32_t mornings_of(cli *c, const ps_progress *progress, span days, morning **mornings)
{
    int32_t count = 0;
    *mornings = cli_take(c, progress->pain_count, sizeof **mornings);
    for (int32_t i = 0; i < progress->pain_count; i++) {
        const ps_pain_point *point = &progress->pain[i];
        if (!point->morning || point->day < days.first || point->day > days.last) continue;
        morning *last = count > 0 ? &(*mornings)[count - 1] : NULL;
        if (!last || last->day != point->day) {
            last = &(*mornings)[count++];
            *last = (morning){
                point->day, {PS_NOT_GIVEN, PS_NOT_GIVEN}
            };
        }
        if (point->side != PS_SIDE_RIGHT) last->score[0] = point->pain;
        if (point->side != PS_SIDE_LEFT) last->score[1] = point->pain;
    }
    return count;
}

static int32_t marks_of(cli *c, const morning *mornings, int32_t count, chart_mark **marks)
{
    static const ps_side sides[SIDES] = {PS_SIDE_LEFT, PS_SIDE_RIGHT};
    int32_t made = 0;
    *marks = cli_take(c, count * SIDES, sizeof **marks);
    for (int32_t i = 0; i < count; i++) {
        const morning *of = &mornings[i];
        if (of->score[0] == of->score[1]) {
            (*marks)[made++] = (chart_mark){of->day, of->score[0], PS_SIDE_BOTH};
            continue;
        }
        for (int32_t k = 0; k < SIDES; k++) {
            if (of->score[k] == PS_NOT_GIVEN) continue;
            (*marks)[made++] = (chart_mark){of->day, of->score[k], sides[k]};
        }
    }
    return made;
}

static void put_legend(const progress_view *view, int32_t guide)
{
    paper *page = &view->c->page;
    paper_format(page, INK_QUIET, "%s worst of a week   ", chart_line_sign(view->style));
    paper_format(page, INK_QUIET, "%s morning, both sides   ",
                 chart_mark_sign(view->style, PS_SIDE_BOTH));
    paper_format(page, INK_QUIET, "L R one side   %s up to %d training goes on as usual",
                 view->style == CHART_RICH ? "┈" : "..", guide);
    paper_flow(page, INDENT);
}

/// The same in words.
static void put_numbers(const progress_view *view, const chart_step *steps, int32_t step_count,
                        const morning *mornings, int32_t count)
{
    buffer text = {0};
    buffer_text(&text, "Worst of a week:");
    for (int32_t i = 0; i < step_count; i++) {
        buffer_format(&text, "%s %d", i > 0 ? "," : "", steps[i].value);
    }
    buffer_text(&text, ".");
    int32_t latest[SIDES] = {PS_NOT_GIVEN, PS_NOT_GIVEN};
    for (int32_t i = 0; i < count; i++) {
        for (int32_t k = 0; k < SIDES; k++) {
            if (mornings[i].score[k] != PS_NOT_GIVEN) latest[k] = mornings[i].score[k];
        }
    }
    if (count > 0) buffer_text(&text, " Latest morning:");
    if (latest[0] != PS_NOT_GIVEN) buffer_format(&text, " left %d", latest[0]);
    if (latest[0] != PS_NOT_GIVEN && latest[1] != PS_NOT_GIVEN) buffer_text(&text, ",");
    if (latest[1] != PS_NOT_GIVEN) buffer_format(&text, " right %d", latest[1]);
    if (count > 0) buffer_text(&text, ".");
    paper_put(&view->c->page, INK_PLAIN, text.text);
    paper_flow(&view->c->page, INDENT);
    buffer_free(&text);
}

void progress_put_pain(const progress_view *view)
{
    cli *c = view->c;
    const ps_progress *progress = &view->run->coach->progress;
    paper_heading(&c->page, "Pain, 0 none to 10 the worst", NULL);
    if (progress->pain_count == 0) {
        paper_put(&c->page, INK_PLAIN, "No score yet. ");
        paper_put(&c->page, INK_NAME, "psoas pain 3");
        paper_put(&c->page, INK_PLAIN, " keeps one, ");
        paper_put(&c->page, INK_NAME, "psoas morning 1");
        paper_put(&c->page, INK_PLAIN, " that of the morning after.");
        paper_flow(&c->page, INDENT);
        return;
    }
    chart_step *steps = NULL;
    chart_mark *marks = NULL;
    morning *mornings = NULL;
    const span days = span_of(view);
    const int32_t step_count = steps_of(c, progress, days, &steps);
    const int32_t count = mornings_of(c, progress, days, &mornings);
    const int32_t mark_count = marks_of(c, mornings, count, &marks);
    int32_t top = TOP_LEAST;
    for (int32_t i = 0; i < step_count; i++) top = steps[i].value > top ? steps[i].value : top;
    const int32_t guide = c->catalogue->constants.pain.green_max;
    chart_put_days(&c->page, view->style,
                   &(chart_days){.first = days.first,
                                 .last = days.last,
                                 .top = top,
                                 .guide = guide,
                                 .steps = steps,
                                 .step_count = step_count,
                                 .marks = marks,
                                 .mark_count = mark_count},
                   INDENT);
    put_legend(view, guide);
    put_numbers(view, steps, step_count, mornings, count);
}
