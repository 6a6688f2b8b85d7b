// psoas progress: looking back after some weeks, in honest words, and what to do next.
#include "shell/cli/coach_words.h"
#include "shell/cli/progress_pages.h"
#include "shell/cli/setup.h"

#include <stdio.h>

enum { INDENT = 2, LABEL = 10 };

// ---- words ----

// clang-format off
static const struct {
    const char *says;
    paper_ink ink;
} verdicts[] = {
    [PS_CHECK_WAITS] = {"", INK_PLAIN},
    [PS_CHECK_NO_DATA] = {"There is too little to compare yet.", INK_PLAIN},
    [PS_CHECK_BETTER] = {"Better, by more than chance.", INK_GOOD},
    [PS_CHECK_PARTLY] = {"Something has begun to move, but less than what would count.", INK_PLAIN},
    [PS_CHECK_SAME] = {"No change that is larger than chance.", INK_PLAIN},
    [PS_CHECK_TOO_LITTLE] = {"There were too few sessions to tell whether it helps.", INK_PLAIN},
    [PS_CHECK_WORSE] = {"It is worse than at the start.", INK_CARE},
};

static const struct {
    const char *says, *command;
} advices[] = {
    [PS_CHECK_GO_ON] = {"Go on as you are.", NULL},
    [PS_CHECK_KEEP_DOSE] = {"Go on, and keep the dose where it is while the pain is a little up.", NULL},
    [PS_CHECK_CLASS_OR_REFER] =
        {"Measure the self-tests again, so that the plan can look anew at what is tight or weak. Or "
         "let somebody examine you. ", "psoas test"},
    [PS_CHECK_FEWER_DAYS] =
        {"Fewer days a week may fit your life better; the doses of a day stay. ",
         "psoas setup days_per_week 2"},
    [PS_CHECK_REFER] =
        {"Please let somebody who can examine you have a look. A page for them: ",
         "psoas progress --clinician"},
    [PS_CHECK_MAINTAIN] = {"Once or twice a week is enough to keep it.", NULL},
    [PS_CHECK_FOUR_MORE] = {"Four more weeks may show where it goes.", NULL},
    [PS_CHECK_MEASURE] = {"Measure and rate, so that there is something to compare: ",
                          "psoas pain --week, psoas goal rate, psoas test"},
};

static const struct {
    const char *says, *command;
} proposals[] = {
    [PS_PROPOSE_NOTHING] = {NULL, NULL},
    [PS_PROPOSE_FEWER_DAYS] =
        {"The last weeks had room for less than half of the sessions. Fewer days may fit better: ",
         "psoas setup days_per_week 2"},
    [PS_PROPOSE_MINIMUM] =
        {"Two exercises are a session too, when there is little time. The shortest one of today "
         "stands in: ", "psoas plan"},
    [PS_PROPOSE_ASK] =
        {"What gets in the way: time, pain, or something else? Pain is a reason to change the plan "
         "and not to bear it: ", "psoas pain --week"},
};
// clang-format on

static void put_advice(cli *c, const char *label, const char *says, const char *command)
{
    paper_put(&c->page, INK_PLAIN, says);
    if (command) paper_put(&c->page, INK_NAME, command);
    paper_item(&c->page, INDENT, INK_QUIET, label, LABEL);
}

// ---- one checkpoint ----

/// A change in tenths with its sign: "-2.1".
static void put_tenths(buffer *to, int32_t tenths) { buffer_format(to, "%+.1f", tenths / 10.0); }

static const char *const moved_words[] = {
    [PS_MOVED_NOT_KNOWN] = "not compared",
    [PS_MOVED_NOT] = "no clear change",
    [PS_MOVED_BETTER] = "better",
    [PS_MOVED_WORSE] = "worse",
};

/// "pain -2.1: better; goals not compared; sessions 83 %"
static void put_measures(cli *c, const ps_checkpoint *check, const ps_check_plan *plan)
{
    buffer text = {0};
    for (int32_t i = 0; i < plan->looks_at.count; i++) {
        if (i > 0) buffer_text(&text, "; ");
        switch (plan->looks_at.at[i]) {
        case PS_LOOK_PAIN:
            buffer_text(&text, "pain ");
            if (check->pain != PS_MOVED_NOT_KNOWN) {
                put_tenths(&text, check->pain_change_tenths);
                buffer_text(&text, ", ");
            }
            buffer_text(&text, moved_words[check->pain]);
            break;
        case PS_LOOK_GOALS:
            buffer_text(&text, "goals ");
            if (check->goals != PS_MOVED_NOT_KNOWN) {
                put_tenths(&text, check->goal_change_tenths);
                buffer_text(&text, ", ");
            }
            buffer_text(&text, moved_words[check->goals]);
            break;
        case PS_LOOK_LENGTH:
            buffer_format(&text, "length %s", moved_words[check->length]);
            break;
        case PS_LOOK_HOLD:
            buffer_format(&text, "hold %s", moved_words[check->hold]);
            break;
        case PS_LOOK_SESSIONS:
            if (check->adherence_pct == PS_NOT_GIVEN) {
                buffer_text(&text, "sessions not compared");
            } else {
                buffer_format(&text, "%d %% of the planned sessions", check->adherence_pct);
            }
            break;
        }
    }
    paper_put(&c->page, INK_PLAIN, text.text);
    paper_item(&c->page, INDENT, INK_QUIET, "Compared", LABEL);
    buffer_free(&text);
}

static const ps_check_plan *plan_of(const ps_catalogue *catalogue, int32_t week)
{
    for (int32_t i = 0; i < catalogue->checkpoints.count; i++) {
        if (catalogue->checkpoints.at[i].week == week) return &catalogue->checkpoints.at[i];
    }
    return NULL;
}

const ps_checkpoint *progress_last_checkpoint(const progress_view *view, const ps_check_plan **plan)
{
    const ps_progress *progress = &view->run->coach->progress;
    const ps_checkpoint *last = NULL;
    for (int32_t i = 0; i < progress->checkpoint_count; i++) {
        if (progress->checkpoints[i].verdict != PS_CHECK_WAITS) last = &progress->checkpoints[i];
    }
    if (plan) *plan = last ? plan_of(view->c->catalogue, last->week) : NULL;
    return last;
}

static bool is_answered(const coach_run *run, int32_t week)
{
    const ps_history *history = &run->read.history;
    for (int32_t i = 0; i < history->count; i++) {
        const ps_event *event = history->events[i];
        if (event->kind != PS_EVENT_checkpoint_answered) continue;
        if (event->as.checkpoint_answered.week == week &&
            ps_local_day(event->at) >= run->coach->block_start) {
            return true;
        }
    }
    return false;
}

static void put_questions(cli *c, const coach_run *run, const ps_check_plan *plan)
{
    if (plan->questions.count == 0 || is_answered(run, plan->week)) return;
    for (int32_t i = 0; i < plan->questions.count; i++) {
        paper_format(&c->page, INK_PLAIN, "%s ", plan->questions.at[i]);
    }
    paper_put(&c->page, INK_NAME, "psoas progress --change better --enough yes");
    paper_item(&c->page, INDENT, INK_QUIET, "Tell", LABEL);
}

static void put_checkpoint(const progress_view *view, const ps_checkpoint *check,
                           const ps_check_plan *plan)
{
    cli *c = view->c;
    char title[48];
    snprintf(title, sizeof title, "Looking back after %d weeks", check->week);
    paper_heading(&c->page, title, NULL);
    paper_put(&c->page, INK_QUIET, plan->message);
    paper_flow(&c->page, INDENT);
    paper_put(&c->page, verdicts[check->verdict].ink, verdicts[check->verdict].says);
    paper_item(&c->page, INDENT, INK_QUIET, "Found", LABEL);
    put_measures(c, check, plan);
    put_advice(c, "Next", advices[check->advice].says, advices[check->advice].command);
    put_questions(c, view->run, plan);
}

// ---- all of it ----

/// The next checkpoint to come, or NULL.
static const ps_checkpoint *coming(const ps_progress *progress)
{
    for (int32_t i = 0; i < progress->checkpoint_count; i++) {
        if (progress->checkpoints[i].verdict == PS_CHECK_WAITS) return &progress->checkpoints[i];
    }
    return NULL;
}

void progress_put_checkpoints(const progress_view *view)
{
    cli *c = view->c;
    const ps_progress *progress = &view->run->coach->progress;
    const ps_check_plan *plan = NULL;
    const ps_checkpoint *last = progress_last_checkpoint(view, &plan);
    if (view->run->coach->trained == 0) return;
    if (last && plan) put_checkpoint(view, last, plan);
    const int32_t proposal = (int32_t)progress->proposal;
    if (proposals[proposal].says) {
        paper_gap(&c->page);
        put_advice(c, "Perhaps", proposals[proposal].says, proposals[proposal].command);
    }
    const ps_checkpoint *next = coming(progress);
    if (!next) return;
    buffer day = {0};
    words_day(&day, next->day);
    paper_gap(&c->page);
    paper_format(&c->page, INK_QUIET, "The next look back: after %d weeks, from %s on.", next->week,
                 day.text);
    paper_flow(&c->page, 0);
    buffer_free(&day);
}
