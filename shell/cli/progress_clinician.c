// psoas progress --clinician: one page for somebody who examines. Facts, doses, numbers; no name.
#include "shell/cli/coach_words.h"
#include "shell/cli/progress_pages.h"
#include "shell/cli/question.h"
#include "shell/cli/self_test.h"

#include "ps/explain.h"

#include <string.h>

enum { INDENT = 2, LABEL = 16, SIDES = 2 };

static void put_row(cli *c, const char *label, buffer *text)
{
    if (text->len > 0) {
        paper_put(&c->page, INK_PLAIN, text->text);
        paper_item(&c->page, INDENT, INK_QUIET, label, LABEL);
    }
    buffer_clear(text);
}

// ---- what was told ----

/// Why the programme is paused although no flag is open.
static const char *const stops[] = {
    [PS_STOP_NOT] = "",
    [PS_STOP_PAIN_HIGH] = "pain of 7 or more twice in 7 days",
    [PS_STOP_PAIN_RISING] = "pain 3 or more above the start on 7 days in a row",
    [PS_STOP_SIGNS] = "stopped by what was felt: two exercises of one session, or down the leg",
    [PS_STOP_NO_SUCCESS] = "nothing better after eight weeks",
};

/// The choices that were made of a field, in words.
static void put_choices(const progress_view *view, const char *id, buffer *to)
{
    const ps_catalogue *catalogue = view->c->catalogue;
    const int32_t index = ps_intake_field_find(catalogue, ps_str_of(id));
    if (index == PS_NONE) return;
    const ps_value *value = &view->run->coach->told.profile.values[index];
    const ps_texts *choices = &catalogue->intake_fields.at[index].choices;
    for (int32_t i = 0; i < choices->count && value->given; i++) {
        if ((value->chosen >> i & 1) == 0) continue;
        buffer_format(to, "%s%s", to->len > 0 ? ", " : "",
                      question_choice(catalogue, choices->at[i]));
    }
}

/// "Place, as told: low back, groin (left). "
static void put_places(const progress_view *view)
{
    buffer site = {0}, side = {0};
    put_choices(view, "site", &site);
    put_choices(view, "side", &side);
    if (site.len > 0) paper_format(&view->c->page, INK_PLAIN, "Place, as told: %s", site.text);
    if (site.len > 0 && side.len > 0) {
        paper_format(&view->c->page, INK_PLAIN, " (side: %s)", side.text);
    }
    if (site.len > 0) paper_put(&view->c->page, INK_PLAIN, ". ");
    buffer_free(&site);
    buffer_free(&side);
}

static void put_told(const progress_view *view)
{
    cli *c = view->c;
    const ps_coach *coach = view->run->coach;
    const ps_screen_result *screened = &coach->told.screened;
    buffer text = {0};
    paper_heading(&c->page, "What was told", NULL);
    words_reasons(&text, c->catalogue, screened->irritability.reasons,
                  screened->irritability.reason_count);
    paper_format(&c->page, INK_PLAIN, "%s%s%s", ps_irritability_words(screened->irritability.level),
                 text.len > 0 ? ": " : "", text.len > 0 ? text.text : "");
    paper_item(&c->page, INDENT, INK_QUIET, "Irritability", LABEL);
    buffer_clear(&text);
    words_class(&text, c->catalogue, screened, coach->class_now, PS_DAY_NEVER);
    put_row(c, "Taken as", &text);
    for (int32_t i = 0; i < c->catalogue->flags.count; i++) {
        const bool open = (screened->open >> i & 1) != 0;
        if (!open && (screened->cleared >> i & 1) == 0) continue;
        const ps_flag *flag = &c->catalogue->flags.at[i];
        buffer_format(&text, "%s%s (%s%s)", text.len > 0 ? "; " : "", flag->title, flag->id,
                      open ? ", open" : ", cleared");
    }
    put_row(c, "Flags", &text);
    for (int32_t i = 0; i < c->catalogue->codes.count; i++) {
        if ((screened->codes >> i & 1) == 0) continue;
        buffer_format(&text, "%s%s", text.len > 0 ? "; " : "", c->catalogue->codes.at[i].text);
    }
    put_row(c, "Kept in mind", &text);
    if (coach->stage == PS_COACH_STOPPED) {
        buffer_format(&text, "%s, since ", stops[coach->stop.kind]);
        words_day(&text, coach->stop.day);
        put_row(c, "Paused", &text);
    }
    buffer_free(&text);
}

// ---- what was tried ----

/// The largest dose of one side that was done, and how it went.
typedef struct {
    int32_t sessions, sets, reps, hold_s, worst;
    ps_load load;
} tried;

static tried tried_of(const ps_coach *coach, int32_t exercise, int32_t side)
{
    tried sum = {.worst = PS_NOT_GIVEN};
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        if (entry->exercise != exercise || entry->side != side || entry->sets == 0) continue;
        sum.sessions++;
        sum.sets = entry->sets;
        sum.reps = entry->reps;
        sum.hold_s = entry->hold_s;
        sum.load = entry->load;
        if (entry->pain > sum.worst) sum.worst = entry->pain;
    }
    return sum;
}

static void put_tried(buffer *to, const tried *of)
{
    data_put_count(to, of->sessions, "session", "sessions");
    buffer_format(to, ", last %d x %d", of->sets, of->reps);
    if (of->hold_s > 0) buffer_format(to, " x %d s", of->hold_s);
    if (of->load.unit != PS_NO_LOAD) {
        char load[PS_LOAD_TEXT];
        ps_load_format(&of->load, load, sizeof load);
        buffer_format(to, " with %s", load);
    }
    if (of->worst != PS_NOT_GIVEN) buffer_format(to, ", pain up to %d", of->worst);
}

static void put_exercise(cli *c, const ps_coach *coach, int32_t index, buffer *text)
{
    static const char *const labels[SIDES] = {"left", "right"};
    const ps_exercise *exercise = &c->catalogue->exercises.at[index];
    for (int32_t side = 0; side < SIDES; side++) {
        const tried of = tried_of(coach, index, side);
        if (of.sessions == 0) continue;
        buffer_text(text, text->len > 0 ? "; " : "");
        if (exercise->per_side) buffer_format(text, "%s ", labels[side]);
        put_tried(text, &of);
    }
    if (text->len == 0) return;
    paper_format(&c->page, INK_PLAIN, "%s: %s", exercise->name, text->text);
    paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    buffer_clear(text);
}

static void put_training(const progress_view *view)
{
    cli *c = view->c;
    const ps_coach *coach = view->run->coach;
    buffer text = {0};
    paper_heading(&c->page, "What was tried", "sets x repetitions x hold");
    if (coach->entry_count == 0) {
        paper_put(&c->page, INK_PLAIN, "No session yet.");
        paper_flow(&c->page, INDENT);
    }
    for (int32_t i = 0; i < c->catalogue->exercises.count; i++) put_exercise(c, coach, i, &text);
    buffer_free(&text);
}

// ---- tests, in words ----

static void put_tests(const progress_view *view)
{
    cli *c = view->c;
    const ps_progress *progress = &view->run->coach->progress;
    buffer text = {0};
    paper_heading(&c->page, "Self-tests", "measured at home");
    if (progress->test_count == 0) {
        paper_put(&c->page, INK_PLAIN, "None measured.");
        paper_flow(&c->page, INDENT);
    }
    for (int32_t i = 0; i < progress->test_count; i++) {
        const ps_test_course *course = &progress->tests[i];
        const ps_self_test *test = &c->catalogue->self_tests.at[course->test];
        if (!self_test_measure_of(test)) continue;
        buffer_format(&text, "%s, %s: ", test->name, words_side(course->side));
        const int32_t last = course->day_count - 1;
        if (last > 0) {
            self_test_put_value(&text, test, course->days[0].value);
            buffer_text(&text, " at first, ");
        }
        self_test_put_value(&text, test, course->days[last].value);
        buffer_text(&text, " on ");
        words_day(&text, course->days[last].day);
        if (course->repeatability.smallest > 0) {
            buffer_text(&text, "; noise up to ");
            self_test_put_error(&text, test, &course->repeatability);
        }
        paper_put(&c->page, INK_PLAIN, text.text);
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
        buffer_clear(&text);
    }
    buffer_free(&text);
}

// ---- the page ----

void progress_put_clinician(const progress_view *view)
{
    cli *c = view->c;
    const ps_coach *coach = view->run->coach;
    buffer text = {0};
    words_day_year(&text, coach->today);
    paper_title(&c->page, "For a clinician", text.text);
    buffer_clear(&text);
    data_put_count(&text, view->run->read.history.session_count, "session", "sessions");
    if (coach->trained > 0) {
        buffer_text(&text, "; this programme since ");
        words_day(&text, coach->block_start);
        buffer_format(&text, ", week %d", coach->week);
    }
    put_places(view);
    paper_format(&c->page, INK_PLAIN, "Self-guided exercise: %s.", text.text);
    paper_flow(&c->page, 0);
    put_told(view);
    put_training(view);
    progress_put_pain(view);
    put_tests(view);
    paper_heading(&c->page, "What matters to the person, 0 cannot to 10 as before", NULL);
    goal_put_all(c, &coach->progress);
    if (coach->progress.goal_count == 0) {
        paper_put(&c->page, INK_PLAIN, "Nothing named.");
        paper_flow(&c->page, INDENT);
    }
    buffer_free(&text);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET,
              "Made by psoas from what the person recorded at home. The pain line is a 0 to 10 "
              "rating; goals are rated 0 to 10 in the person's own words.");
    paper_flow(&c->page, 0);
    cli_put_notice(c);
}
