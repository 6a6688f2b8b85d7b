// psoas progress: sessions and stretch minutes by week, and what was trained step by step.
#include "shell/cli/coach_words.h"
#include "shell/cli/progress_pages.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, WIDE = 72, SIDES = 2, MINUTE = 60 };

// ---- weeks ----

enum { WEEK_LABEL = 11, SESSIONS_MOST = 7, BAR_WIDE = 12, BAR_NARROW = 9 };

static bool has_stretch(const ps_progress_week *week)
{
    return week->stretch_s[0] > 0 || week->stretch_s[1] > 0;
}

/// "●●○  2 of 3": what was done and what may still come, filled up to one width.
static void put_sessions(buffer *to, chart_style style, const ps_progress_week *week)
{
    const int32_t planned = week->planned > week->sessions ? week->planned : week->sessions;
    const int32_t shown = planned < SESSIONS_MOST ? planned : SESSIONS_MOST;
    for (int32_t i = 0; i < shown; i++) {
        const bool done = i < week->sessions;
        buffer_text(to, style == CHART_RICH ? (done ? "●" : "○") : (done ? "x" : "."));
    }
    buffer_format(to, "%*s", SESSIONS_MOST - shown + 1, "");
    if (week->planned > 0) {
        buffer_format(to, "%d of %d", week->sessions, week->planned);
    } else {
        buffer_format(to, "%d     ", week->sessions);
    }
}

static void put_minutes(buffer *to, const progress_view *view, int32_t seconds, int32_t columns)
{
    const ps_stretch_plan *plan = &view->c->catalogue->constants.stretch;
    const int32_t target = plan->target_min_week_side * MINUTE;
    // a fifth more than the target, so that reaching it can be seen
    chart_bar(to, view->style, seconds, target * 6 / 5, target, columns);
    buffer_format(to, " %4.1f", (double)seconds / MINUTE);
}

static void put_week(const progress_view *view, const ps_progress_week *week, bool runs,
                     bool stretched)
{
    paper *page = &view->c->page;
    const bool wide = page->width >= WIDE;
    buffer text = {0};
    char label[24];
    snprintf(label, sizeof label, "week %d", week->week);
    paper_format(page, INK_QUIET, "%-*s", WEEK_LABEL, runs ? "this week" : label);
    put_sessions(&text, view->style, week);
    paper_put(page, INK_PLAIN, text.text);
    if (stretched && !wide) paper_row(page, INDENT);
    for (int32_t i = 0; i < SIDES && stretched; i++) {
        buffer_clear(&text);
        put_minutes(&text, view, week->stretch_s[i], wide ? BAR_WIDE : BAR_NARROW);
        paper_format(page, INK_QUIET, "   %s ", i == 0 ? "L" : "R");
        paper_put(page, INK_PLAIN, text.text);
    }
    paper_row(page, stretched && !wide ? 0 : INDENT);
    buffer_free(&text);
}

/// The same in words. The running week is not over, so it has no part in a mean.
static void put_sum(const progress_view *view, const ps_progress_week *weeks, int32_t count,
                    bool stretched)
{
    int32_t sessions = 0, seconds[SIDES] = {0};
    const int32_t full = count - 1;
    for (int32_t i = 0; i < count; i++) {
        sessions += weeks[i].sessions;
        for (int32_t k = 0; k < SIDES && i < full; k++) seconds[k] += weeks[i].stretch_s[k];
    }
    buffer text = {0};
    data_put_count(&text, sessions, "session", "sessions");
    buffer_text(&text, " in ");
    data_put_count(&text, count, "week", "weeks");
    if (stretched && full > 0) {
        buffer_format(&text, "; in a full week %.1f min of stretch on the left, %.1f on the right",
                      (double)seconds[0] / MINUTE / full, (double)seconds[1] / MINUTE / full);
    }
    paper_format(&view->c->page, INK_PLAIN, "%s.", text.text);
    paper_flow(&view->c->page, INDENT);
    buffer_free(&text);
}

void progress_put_weeks(const progress_view *view)
{
    const ps_progress *progress = &view->run->coach->progress;
    if (view->run->coach->trained == 0) return;
    const int32_t count = progress->week_count < view->weeks ? progress->week_count : view->weeks;
    const ps_progress_week *weeks = progress->weeks + progress->week_count - count;
    bool stretched = false;
    for (int32_t i = 0; i < count; i++) stretched = stretched || has_stretch(&weeks[i]);
    paper_heading(&view->c->page, stretched ? "Sessions, and minutes of stretch" : "Sessions",
                  NULL);
    for (int32_t i = 0; i < count; i++) put_week(view, &weeks[i], i + 1 == count, stretched);
    if (stretched) {
        paper_format(&view->c->page, INK_QUIET, "%s %d minutes a week and side, the target",
                     view->style == CHART_RICH ? "│" : "|",
                     view->c->catalogue->constants.stretch.target_min_week_side);
        paper_flow(&view->c->page, INDENT);
    }
    put_sum(view, weeks, count, stretched);
}

// ---- steps of the exercises ----

enum { SPARK_WIDE = 24, SPARK_NARROW = 12, SIDE_LABEL = 7, WEEK_DAYS = 7 };

/// What was done of one exercise on one side, oldest first.
typedef struct {
    int32_t steps[SPARK_WIDE]; ///< of the ladder that counted in that session
    int32_t all[SPARK_WIDE];   ///< the steps that that ladder has
    int32_t count;
    const ps_training_entry *last;
} course;

static int32_t steps_of(const ps_exercise *exercise, const ps_training *at)
{
    return at->loaded ? exercise->engine.rungs_loaded.count : exercise->engine.rungs.count;
}

static course course_of(const progress_view *view, const ps_exercise *exercise, int32_t index,
                        int32_t side, int32_t most)
{
    const ps_coach *coach = view->run->coach;
    const ps_day since = coach->today - view->weeks * WEEK_DAYS;
    course found = {.count = 0};
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        if (entry->exercise != index || entry->side != side || entry->sets == 0) continue;
        if (entry->day <= since) continue;
        if (found.count == most) {
            memmove(found.steps, found.steps + 1, (size_t)(most - 1) * sizeof found.steps[0]);
            memmove(found.all, found.all + 1, (size_t)(most - 1) * sizeof found.all[0]);
            found.count--;
        }
        // the first time there is no step before it
        const ps_training *at = entry->before.rung > 0 ? &entry->before : &entry->after;
        found.all[found.count] = steps_of(exercise, at);
        found.steps[found.count++] = at->rung;
        found.last = entry;
    }
    return found;
}

/// "step 3 of 6: 2 sets of 6 repetitions, each held 10 s, with band 2"
static void put_state(buffer *to, const ps_exercise *exercise, const course *of)
{
    const ps_training *now = &of->last->after;
    const ps_rungs rungs = ps_rungs_in_use(exercise, now->loaded);
    if (now->rung < 1 || now->rung > rungs.count) return;
    buffer_format(to, "now step %d of %d", now->rung, rungs.count);
    if (now->loaded) buffer_text(to, " with a load");
    buffer_text(to, ": ");
    words_rung(to, exercise, rungs.at[now->rung - 1]);
    if (of->last->load.unit != PS_NO_LOAD) {
        char load[PS_LOAD_TEXT];
        ps_load_format(&of->last->load, load, sizeof load);
        buffer_format(to, ", last with %s", load);
    }
    const ps_stage stage = now->stage;
    if (stage == PS_STAGE_PAUSED || stage == PS_STAGE_GRADUATED || stage == PS_STAGE_DELOAD) {
        buffer_format(to, "; %s", words_stage(stage));
    }
}

static void put_course(const progress_view *view, const ps_exercise *exercise, const course *of,
                       const char *label)
{
    paper *page = &view->c->page;
    buffer text = {0};
    for (int32_t i = 0; i < of->count; i++) {
        chart_spark(&text, view->style, &of->steps[i], 1, (ps_range){0, of->all[i]});
    }
    paper_put(page, INK_NAME, text.text);
    paper_put(page, INK_PLAIN, "  ");
    buffer_clear(&text);
    put_state(&text, exercise, of);
    paper_put(page, INK_PLAIN, text.len > 0 ? text.text : "done");
    paper_item(page, INDENT + 2, INK_QUIET, label, SIDE_LABEL);
    buffer_free(&text);
}

/// Whether both sides went the same way and stand at the same place.
static bool same_course(const course *a, const course *b)
{
    return a->count == b->count && a->last && b->last &&
           memcmp(a->steps, b->steps, (size_t)a->count * sizeof a->steps[0]) == 0 &&
           memcmp(a->all, b->all, (size_t)a->count * sizeof a->all[0]) == 0 &&
           a->last->after.rung == b->last->after.rung &&
           a->last->after.loaded == b->last->after.loaded &&
           a->last->after.stage == b->last->after.stage;
}

static void put_exercise(const progress_view *view, int32_t index, bool *begun)
{
    static const char *const labels[SIDES] = {"left", "right"};
    paper *page = &view->c->page;
    const ps_exercise *exercise = &view->c->catalogue->exercises.at[index];
    const int32_t most = page->width >= WIDE ? SPARK_WIDE : SPARK_NARROW;
    const course of[SIDES] = {course_of(view, exercise, index, 0, most),
                              course_of(view, exercise, index, 1, most)};
    if (of[0].count + of[1].count == 0) return;
    if (!*begun) paper_heading(page, "Exercises, session by session", NULL);
    *begun = true;
    paper_put(page, INK_PLAIN, exercise->name);
    paper_flow(page, INDENT);
    const bool together = !exercise->per_side || same_course(&of[0], &of[1]);
    for (int32_t side = 0; side < (together ? 1 : SIDES); side++) {
        if (of[side].count == 0) continue;
        put_course(view, exercise, &of[side], together ? "both" : labels[side]);
    }
}

void progress_put_training(const progress_view *view)
{
    bool begun = false;
    for (int32_t i = 0; i < view->c->catalogue->exercises.count; i++) {
        put_exercise(view, i, &begun);
    }
    if (!begun) return;
    paper_put(&view->c->page, INK_QUIET,
              "One mark for each session: how high on the steps of the exercise. With a load the "
              "steps begin anew.");
    paper_flow(&view->c->page, INDENT);
}
