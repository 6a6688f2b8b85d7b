// What psoas plan simulate prints: a table of the weeks, and a small chart per exercise and side.
#include "shell/cli/chart.h"
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/plan_simulate.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 5, LABEL = 7, WEEKS = PS_SIMULATE_WEEKS_MAX };

static const char notice[] = "Nothing of this is stored. No promise: it shows what the rules would "
                             "do, not what your hip will.";

// ---- minutes ----

static int32_t seconds_of(const cli *c, const ps_prescription *asked)
{
    const ps_exercise *exercise = ps_exercise_find(c->catalogue, ps_str_of(asked->exercise));
    if (!exercise) return 0;
    const bool differ = asked->dose_right.sets.low != 0;
    const ps_dose sides[2] = {asked->dose, asked->dose_right};
    return ps_dose_seconds(sides, differ ? 2 : 1, exercise->engine.timing).low;
}

int32_t plan_simulated_minutes(const cli *c, const simulation *of, int32_t week)
{
    int32_t seconds = 0;
    for (int32_t i = 0; i < of->simulated->event_count; i++) {
        const ps_event *event = &of->simulated->events[i];
        if (event->kind != PS_EVENT_session_started) continue;
        const ps_day day = ps_local_day(event->at);
        if (day < of->first_day + week * PS_WEEK_DAYS) continue;
        if (day >= of->first_day + (week + 1) * PS_WEEK_DAYS) break;
        const ps_prescriptions *items = &event->as.session_started.items;
        for (int32_t k = 0; k < items->count; k++) seconds += seconds_of(c, &items->at[k]);
    }
    return (seconds + 30) / 60;
}

// ---- the weeks ----

static const char *stage_words(ps_coach_stage stage)
{
    static const char *const words[] = {
        [PS_COACH_CONSENT] = "consent is missing",
        [PS_COACH_QUESTIONS] = "questions are due",
        [PS_COACH_REFUSED] = "refused: be seen first",
        [PS_COACH_STOPPED] = "paused: be seen first",
        [PS_COACH_READY] = "goes on",
    };
    return words[stage];
}

/// "22 good, 2 with some pain": how often each verdict came, for an exercise and a side.
static void put_verdicts(buffer *to, const ps_simulated_week *week)
{
    // clang-format off
    static const char *const words[] = {
        [PS_GREEN] = "good",
        [PS_NO_MORNING] = "open",
        [PS_AMBER] = "some pain",
        [PS_RED] = "too much pain",
        [PS_STOP] = "stopped",
    };
    // clang-format on
    for (int32_t v = 0; v <= (int32_t)PS_STOP; v++) {
        if (week->verdicts[v] == 0) continue;
        buffer_format(to, "%s%d %s", to->len > 0 ? ", " : "", week->verdicts[v], words[v]);
    }
    if (to->len == 0) buffer_text(to, "none");
}

/// "Paused in week 5. For a week now the pain has been ..."
static void put_stops(cli *c, const simulation *of)
{
    for (int32_t w = 0; w < of->simulated->week_count; w++) {
        const ps_simulated_week *week = &of->simulated->weeks[w];
        const bool went_on = w == 0 || of->simulated->weeks[w - 1].stage == PS_COACH_READY;
        if (week->stage != PS_COACH_STOPPED || !went_on) continue;
        paper_format(&c->page, INK_CARE, "Paused in week %d. %s", w + 1, words_stop(week->stop));
        paper_flow(&c->page, 0);
    }
}

static void put_weeks(cli *c, const simulation *of)
{
    static const paper_column columns[COLUMNS] = {
        {"week",        INK_NAME },
        {"sessions",    INK_PLAIN},
        {"exercising",  INK_QUIET},
        {"how it went", INK_PLAIN},
        {"the plan",    INK_QUIET},
    };
    const int32_t count = of->simulated->week_count;
    const char **cells = cli_take(c, count * COLUMNS, sizeof *cells), **row = cells;
    for (int32_t w = 0; w < count; w++, row += COLUMNS) {
        const ps_simulated_week *week = &of->simulated->weeks[w];
        buffer text = {0};
        buffer_format(&text, "%d", w + 1);
        row[0] = cli_text(c, text.text);
        buffer_clear(&text);
        buffer_format(&text, "%d of %d", week->sessions, week->planned);
        row[1] = cli_text(c, text.text);
        buffer_clear(&text);
        buffer_format(&text, "%d min", plan_simulated_minutes(c, of, w));
        row[2] = cli_text(c, text.text);
        buffer_clear(&text);
        put_verdicts(&text, week);
        row[3] = cli_text(c, text.text);
        row[4] = stage_words(week->stage);
        buffer_free(&text);
    }
    paper_gap(&c->page);
    paper_table(&c->page, columns, COLUMNS, cells, count);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET,
              "How it went counts each exercise and side once a session. Exercising: without "
              "warming up.");
    paper_flow(&c->page, 0);
    put_stops(c, of);
}

// ---- the exercises ----

/// One side of one exercise over the weeks.
typedef struct {
    const ps_training *at[WEEKS];
    int32_t count;
} course;

/// At the end of a week without a plan nothing is trained, whatever was done before in that week.
static course course_of(const simulation *of, int32_t exercise, int32_t side)
{
    static const ps_training no_plan = {.stage = PS_STAGE_PAUSED};
    course found = {.count = of->simulated->week_count};
    for (int32_t w = 0; w < found.count; w++) {
        const ps_simulated_week *week = &of->simulated->weeks[w];
        const bool goes_on = week->stage == PS_COACH_READY;
        found.at[w] = goes_on ? &week->state[exercise][side] : &no_plan;
    }
    return found;
}

static bool is_begun(const ps_training *state) { return state->rung > 0; }

/// How it stood when it was begun, or NULL.
static const ps_training *first_begun(const course *of)
{
    for (int32_t w = 0; w < of->count; w++) {
        if (is_begun(of->at[w])) return of->at[w];
    }
    return NULL;
}

/// How it stood at the last end of a week at which it was trained.
static const ps_training *last_begun(const course *of)
{
    for (int32_t w = of->count - 1; w >= 0; w--) {
        if (is_begun(of->at[w])) return of->at[w];
    }
    return NULL;
}

static char mark_of(const ps_training *state)
{
    if (state->stage == PS_STAGE_PAUSED) return 'x';
    if (state->stage == PS_STAGE_GRADUATED) return '>';
    return state->loaded && is_begun(state) ? '+' : ' ';
}

static bool same_course(const course *a, const course *b)
{
    for (int32_t w = 0; w < a->count; w++) {
        if (a->at[w]->rung != b->at[w]->rung || mark_of(a->at[w]) != mark_of(b->at[w]))
            return false;
    }
    return true;
}

/// "; paused in weeks 3 to 4": what is said of the weeks first..last that have this mark.
static void put_mark_words(cli *c, char mark, int32_t first, int32_t last)
{
    if (mark == 'x' && first == last) {
        paper_format(&c->page, INK_CARE, "; paused in week %d", first);
    } else if (mark == 'x') {
        paper_format(&c->page, INK_CARE, "; paused in weeks %d to %d", first, last);
    } else if (mark == '+') {
        paper_format(&c->page, INK_CARE, "; with a load from week %d on", first);
    } else if (mark == '>') {
        paper_format(&c->page, INK_CARE, "; its harder version took over in week %d", first);
    }
}

/// "step 2 to 6 of 7; with a load from week 5 on"
static void put_course_words(cli *c, const ps_exercise *exercise, const course *of)
{
    const ps_training *first = first_begun(of), *end = last_begun(of);
    if (!first) return;
    paper_format(&c->page, INK_PLAIN, "step %d", first->rung);
    if (end->rung != first->rung || end->loaded != first->loaded) {
        paper_format(&c->page, INK_PLAIN, " to %d", end->rung);
    }
    paper_format(&c->page, INK_PLAIN, " of %d", ps_rungs_in_use(exercise, end->loaded).count);
    for (int32_t w = 0, begun = 0; w < of->count; w++) {
        const char mark = mark_of(of->at[w]);
        if (w + 1 < of->count && mark_of(of->at[w + 1]) == mark) continue;
        put_mark_words(c, mark, begun + 1, w + 1);
        begun = w + 1;
    }
}

/// Weeks that share a column of a chart.
static int32_t weeks_a_column(const cli *c, int32_t weeks)
{
    const int32_t room = c->page.width - PLAN_INDENT - LABEL;
    return (weeks + room - 1) / room;
}

/// How it stood at the end of the weeks of a column.
static const ps_training *last_of(const course *of, int32_t first, int32_t step)
{
    return of->at[first + step < of->count ? first + step - 1 : of->count - 1];
}

/// The steps week by week: blocks, or digits where there are none.
static void put_spark(cli *c, const ps_exercise *exercise, const course *of)
{
    const chart_style style = chart_style_of(c);
    const int32_t step = weeks_a_column(c, of->count);
    buffer text = {0};
    for (int32_t first = 0; first < of->count; first += step) {
        const ps_training *state = last_of(of, first, step);
        const bool shown = is_begun(state) && state->stage != PS_STAGE_PAUSED &&
                           state->stage != PS_STAGE_GRADUATED;
        const int32_t value = shown ? state->rung : PS_NOT_GIVEN;
        if (style == CHART_RICH) {
            const int32_t steps = ps_rungs_in_use(exercise, state->loaded).count;
            chart_spark(&text, style, &value, 1, (ps_range){0, steps});
        } else {
            buffer_format(&text, shown ? "%d" : ".", value % 10);
        }
    }
    paper_put(&c->page, INK_GOOD, text.text);
    buffer_free(&text);
}

/// The signs of what is special, by the columns of the chart; false when nothing is.
static bool find_marks(const course *of, int32_t step, char marks[WEEKS + 1])
{
    int32_t count = 0, end = 0;
    for (int32_t first = 0; first < of->count; first += step) {
        marks[count] = mark_of(last_of(of, first, step));
        if (marks[count++] != ' ') end = count;
    }
    marks[end] = '\0';
    return end > 0;
}

static void put_course(cli *c, const ps_exercise *exercise, const course *of, const char *label)
{
    char marks[WEEKS + 1];
    put_spark(c, exercise, of);
    if (!find_marks(of, weeks_a_column(c, of->count), marks)) {
        paper_put(&c->page, INK_PLAIN, "  ");
        put_course_words(c, exercise, of);
        paper_item(&c->page, PLAN_INDENT, INK_QUIET, label, LABEL);
        return;
    }
    // the signs stand right below their weeks
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, label, LABEL);
    paper_put(&c->page, INK_CARE, marks);
    paper_row(&c->page, PLAN_INDENT + LABEL);
    put_course_words(c, exercise, of);
    paper_flow(&c->page, PLAN_INDENT + LABEL);
}

static void put_exercise(cli *c, const simulation *of, int32_t index)
{
    const ps_exercise *exercise = &c->catalogue->exercises.at[index];
    const course left = course_of(of, index, 0), right = course_of(of, index, 1);
    if (!first_begun(&left) && !(exercise->per_side && first_begun(&right))) return;
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, exercise->name);
    paper_put(&c->page, INK_PLAIN, "  ");
    paper_put(&c->page, INK_NAME, exercise->id);
    paper_flow(&c->page, PLAN_INDENT);
    const bool one = !exercise->per_side || same_course(&left, &right);
    if (first_begun(&left)) put_course(c, exercise, &left, one ? "both" : "left");
    if (!one && first_begun(&right)) put_course(c, exercise, &right, "right");
}

// ---- the page ----

void plan_put_simulation(cli *c, const simulation *of)
{
    buffer text = {0};
    buffer_format(&text, "If the next %d weeks went like this", of->simulated->week_count);
    paper_title(&c->page, text.text, "psoas plan simulate");
    buffer_clear(&text);
    words_day_year(&text, of->first_day);
    paper_format(&c->page, INK_QUIET, "%s, from %s on. %s%s",
                 of->fresh ? "A beginner who does not exist" : "You, as you are today", text.text,
                 of->story->text, of->changed ? " But with the numbers that you gave." : "");
    paper_flow(&c->page, 0);
    buffer_free(&text);
    put_weeks(c, of);

    paper_heading(&c->page, "Steps of the exercises, week by week", NULL);
    for (int32_t e = 0; e < c->catalogue->exercises.count; e++) put_exercise(c, of, e);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, "+ with a load, x paused, > its harder version took over.");
    const int32_t step = weeks_a_column(c, of->simulated->week_count);
    if (step > 1) paper_format(&c->page, INK_QUIET, " A column is %d weeks.", step);
    paper_flow(&c->page, 0);
    paper_put(&c->page, INK_CARE, notice);
    paper_flow(&c->page, 0);
    cli_put_notice(c);
}

void plan_write_simulation(cli *c, const simulation *of)
{
    char day[PS_DAY_TEXT];
    ps_day_format(of->first_day, day, sizeof day);
    const int32_t count = of->simulated->week_count;
    simulated_week_report *weeks = cli_take(c, count, sizeof *weeks);
    for (int32_t w = 0; w < count; w++) {
        const ps_simulated_week *week = &of->simulated->weeks[w];
        weeks[w] = (simulated_week_report){
            .week = w + 1,
            .sessions = week->sessions,
            .planned = week->planned,
            .minutes = plan_simulated_minutes(c, of, w),
            .stage = week->stage,
            .why_stopped = week->stop,
            .green = week->verdicts[PS_GREEN],
            .no_morning = week->verdicts[PS_NO_MORNING],
            .amber = week->verdicts[PS_AMBER],
            .red = week->verdicts[PS_RED],
            .stop = week->verdicts[PS_STOP],
            .states = plan_states(c, week->state),
        };
    }
    const simulation_report report = {
        .notice = c->catalogue->consent.short_form,
        .first_day = day,
        .weeks = {.at = weeks, .count = count},
    };
    const void *item = &report;
    envelope_write(c, "simulation", &item, 1);
}
