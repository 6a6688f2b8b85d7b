// psoas progress: self-tests as intervals, so that noise is seen as noise; and the goals.
#include "shell/cli/coach_words.h"
#include "shell/cli/progress_pages.h"
#include "shell/cli/self_test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { INDENT = 2, DAY_LABEL = 8, VALUE = 7, DAYS_SHOWN = 6, COLUMNS_MOST = 60, SIDES = 2 };

/// The scale of a test: the whole of it where it has ends, else what the results need.
static const struct {
    const char *test;
    double step, low, high; ///< low == high: no ends
} scales[] = {
    {"T_LEN",  5, 0, 0 },
    {"T_HOLD", 5, 0, 30},
    {"T_ASLR", 1, 0, 5 },
};

/// The last days of a course that are shown.
static int32_t first_shown(const ps_test_course *course)
{
    return course->day_count > DAYS_SHOWN ? course->day_count - DAYS_SHOWN : 0;
}

/// The ends of the results with their noise, on whole steps.
static void fit(chart_scale *scale, const ps_test_course *course)
{
    const double noise = course->repeatability.smallest;
    for (int32_t i = first_shown(course); i < course->day_count; i++) {
        const double value = course->days[i].value;
        scale->low = fmin(scale->low, floor((value - noise) / scale->step) * scale->step);
        scale->high = fmax(scale->high, ceil((value + noise) / scale->step) * scale->step);
    }
}

/// A scale with room for both sides and their noise.
static chart_scale scale_of(const progress_view *view, const ps_self_test *test,
                            const ps_test_course *const courses[SIDES])
{
    const int32_t room = view->c->page.width - 2 * INDENT - DAY_LABEL - VALUE;
    chart_scale scale = {.low = HUGE_VAL,
                         .high = -HUGE_VAL,
                         .step = 1,
                         .columns = room < COLUMNS_MOST ? room : COLUMNS_MOST};
    for (int32_t i = 0; i < PS_COUNT(scales); i++) {
        if (strcmp(scales[i].test, test->id) != 0) continue;
        scale.step = scales[i].step;
        if (scales[i].low == scales[i].high) continue;
        scale.low = scales[i].low;
        scale.high = scales[i].high;
        return scale;
    }
    for (int32_t i = 0; i < SIDES; i++) {
        if (courses[i]) fit(&scale, courses[i]);
    }
    if (scale.high <= scale.low) scale.high = scale.low + scale.step;
    return scale;
}

static void put_days(const progress_view *view, const ps_test_course *course,
                     const chart_scale *scale)
{
    paper *page = &view->c->page;
    buffer text = {0};
    for (int32_t i = first_shown(course); i < course->day_count; i++) {
        const ps_test_day *day = &course->days[i];
        char label[CHART_DAY];
        paper_format(page, INK_QUIET, "%-*s", DAY_LABEL, chart_day(day->day, label));
        buffer_clear(&text);
        chart_interval(&text, view->style, scale, day->value, course->repeatability.smallest);
        paper_put(page, INK_NAME, text.text);
        const double tenths = floor(day->value * 10 + 0.5) / 10;
        paper_format(page, INK_PLAIN, " %5g", tenths == 0 ? 0 : tenths);
        paper_row(page, 2 * INDENT);
    }
    buffer_free(&text);
}

static const char *const moved_words[] = {
    [PS_MOVED_NOT_KNOWN] = "",
    [PS_MOVED_NOT] = ", within noise",
    [PS_MOVED_BETTER] = ", more than noise: better",
    [PS_MOVED_WORSE] = ", more than noise: worse",
};

/// The same in words: "left: 3 degrees lower since the start, within noise".
static void put_words(const progress_view *view, const ps_self_test *test,
                      const ps_test_course *course)
{
    const self_test_measure *measure = self_test_measure_of(test);
    const double change = course->change;
    buffer text = {0};
    buffer_format(&text, "%s: now ", words_side(course->side));
    self_test_put_value(&text, test, course->days[course->day_count - 1].value);
    if (course->day_count > 1) {
        buffer_text(&text, ", ");
        self_test_put_value(&text, test, fabs(change));
        buffer_format(&text, " %s since the start%s", change > 0 ? measure->more : measure->less,
                      moved_words[course->moved]);
    }
    paper_put(&view->c->page, INK_PLAIN, text.text);
    paper_flow(&view->c->page, 2 * INDENT);
    buffer_free(&text);
}

static void put_test(const progress_view *view, int32_t index)
{
    cli *c = view->c;
    const ps_self_test *test = &c->catalogue->self_tests.at[index];
    const ps_progress *progress = &view->run->coach->progress;
    const ps_test_course *const courses[SIDES] = {
        self_test_course(progress, index, PS_SIDE_LEFT),
        self_test_course(progress, index, PS_SIDE_RIGHT),
    };
    const ps_test_course *any = courses[0] ? courses[0] : courses[1];
    if (!any || !self_test_measure_of(test)) return;
    paper_heading(&c->page, test->name, NULL);
    paper_format(&c->page, INK_QUIET, "%s; %s is better", test->unit,
                 test->better == PS_BETTER_LOWER ? "lower" : "higher");
    paper_flow(&c->page, INDENT);

    const chart_scale scale = scale_of(view, test, courses);
    buffer numbers = {0};
    chart_numbers(&numbers, &scale);
    paper_format(&c->page, INK_QUIET, "%*s%s", DAY_LABEL, "", numbers.text);
    paper_row(&c->page, 2 * INDENT);
    for (int32_t i = 0; i < SIDES; i++) {
        if (!courses[i]) continue;
        paper_put(&c->page, INK_PLAIN, words_side(courses[i]->side));
        paper_row(&c->page, INDENT);
        put_days(view, courses[i], &scale);
        put_words(view, test, courses[i]);
    }
    if (any->repeatability.smallest > 0) {
        buffer_clear(&numbers);
        self_test_put_error(&numbers, test, &any->repeatability);
        paper_format(&c->page, INK_QUIET,
                     "The bars show the noise of the test: %s. A later value inside one may be "
                     "the same.",
                     numbers.text);
        paper_flow(&c->page, INDENT);
    }
    buffer_free(&numbers);
}

void progress_put_tests(const progress_view *view)
{
    if (view->run->coach->progress.test_count == 0) {
        paper_heading(&view->c->page, "Self-tests", NULL);
        paper_put(&view->c->page, INK_PLAIN, "Not measured yet: ");
        paper_put(&view->c->page, INK_NAME, "psoas test");
        paper_flow(&view->c->page, INDENT);
        return;
    }
    for (int32_t i = 0; i < view->c->catalogue->self_tests.count; i++) put_test(view, i);
}

void progress_put_goals(const progress_view *view)
{
    cli *c = view->c;
    const ps_progress *progress = &view->run->coach->progress;
    paper_heading(&c->page, "What matters to you, 0 cannot to 10 as before", NULL);
    if (progress->goal_count > 0) {
        goal_put_all(c, progress);
        return;
    }
    paper_put(&c->page, INK_PLAIN, "Nothing named yet: ");
    paper_put(&c->page, INK_NAME, "psoas goal add TEXT");
    paper_flow(&c->page, INDENT);
}
