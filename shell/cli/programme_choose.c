// psoas programme start and stop: to follow the programme of an article, as it runs for this
// person, and to go back to a plan of ours.
#include "shell/cli/coach_run.h"
#include "shell/cli/coach_words.h"
#include "shell/cli/pages.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/words.h"

enum { LABEL = 13, MINUTE = 60 };

// ---- as it would run ----

/// The session item of an exercise of the article, or what stands in its place; NULL: neither.
static const ps_plan_item *item_of(const ps_plan *plan, int32_t exercise, bool instead)
{
    for (int32_t d = 0; d < plan->day_count; d++) {
        const ps_plan_day *day = &plan->days[d];
        for (int32_t i = 0; i < day->count; i++) {
            const ps_plan_item *item = &day->items[i];
            const int32_t of = instead ? item->instead : item->exercise;
            if (of == exercise && (instead || item->instead == PS_NONE)) return item;
        }
    }
    return NULL;
}

static const ps_plan_struck *struck_of(const ps_plan *plan, int32_t exercise)
{
    for (int32_t i = 0; i < plan->struck_count; i++) {
        if (plan->struck[i].exercise == exercise) return &plan->struck[i];
    }
    return NULL;
}

static void put_items(cli *c, const ps_coach *coach, const ps_programme *programme,
                      const ps_plan *plan)
{
    for (int32_t i = 0; i < programme->items.count; i++) {
        const int32_t exercise = programme->items.at[i].exercise;
        const ps_plan_struck *struck = struck_of(plan, exercise);
        const ps_plan_item *item = item_of(plan, exercise, struck != NULL);
        if (struck) plan_put_struck(c, struck, i + 1);
        if (item) plan_put_item(c, item, coach->input.weaker, struck ? 0 : i + 1);
    }
}

static void put_time(cli *c, const ps_coach *coach, const ps_programme *programme,
                     const ps_plan *plan)
{
    buffer schedule = {0};
    programme_put_schedule(&schedule, programme);
    paper_put(&c->page, INK_PLAIN, schedule.text);
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, "How often", LABEL);
    buffer_free(&schedule);
    int32_t longest_s = 0;
    for (int32_t d = 0; d < plan->day_count; d++) {
        if (plan->days[d].seconds > longest_s) longest_s = plan->days[d].seconds;
    }
    buffer time = {0};
    words_duration(&time, (ps_range){longest_s, longest_s});
    paper_format(&c->page, INK_PLAIN, "about %s", time.text);
    buffer_free(&time);
    if (longest_s > MINUTE * coach->input.minutes) {
        paper_format(&c->page, INK_CARE, ", more than the %d that you have", coach->input.minutes);
    }
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, "A session", LABEL);
}

static void put_preview(cli *c, const ps_coach *coach, const ps_programme *programme,
                        const ps_plan *plan)
{
    paper_title(&c->page, programme->title, programme->id);
    paper_put(&c->page, INK_QUIET, c->catalogue->references.at[programme->reference].cite);
    paper_flow(&c->page, 0);
    paper_heading(&c->page, "What holds while you follow it", NULL);
    paper_text(&c->page, PLAN_INDENT, c->catalogue->source_rule.text);
    paper_heading(&c->page, "As it runs for you", NULL);
    put_time(c, coach, programme, plan);
    paper_gap(&c->page);
    if (plan_put_little_left(c, plan)) {
        paper_flow(&c->page, PLAN_INDENT);
        paper_gap(&c->page);
    }
    put_items(c, coach, programme, plan);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET,
              "(ours): the article gives no number there. Its publisher has no part in Psoas and "
              "does not endorse it.");
    paper_flow(&c->page, 0);
    cli_put_notice(c);
    paper_gap(&c->page);
}

// ---- start ----

static cli_exit choose(cli *c, coach_run *run, const char *programme)
{
    ps_event chosen = {.kind = PS_EVENT_programme_chosen};
    chosen.as.programme_chosen.programme = programme;
    return coach_run_add(c, run, &chosen, 1);
}

static void put_next(cli *c, const char *text)
{
    paper_format(&c->page, INK_PLAIN, "%s ", text);
    paper_put(&c->page, INK_NAME, "psoas plan");
    paper_flow(&c->page, 0);
}

static cli_exit start(cli *c, coach_run *run, const ps_programme *programme)
{
    const int32_t index = (int32_t)(programme - c->catalogue->programmes.at);
    if (run->coach->programme == index) {
        put_next(c, "You follow it already:");
        return CLI_OK;
    }
    ps_error err = {0};
    ps_plan *plan = cli_take(c, 1, sizeof *plan);
    if (ps_plan_make_of(c->catalogue, &run->coach->input, index, plan, &err) != PS_OK) {
        return cli_fail(c, &err);
    }
    put_preview(c, run->coach, programme, plan);
    if (plan->day_count == 0) {
        return cli_complain(c, CLI_REFUSED,
                            "nothing of this programme is allowed for you just now");
    }
    cli_exit code = CLI_OK;
    if (!data_go_on(c, "Follow it from now on?", &code)) return code;
    code = choose(c, run, programme->id);
    if (code == CLI_OK) put_next(c, "You follow it from now on:");
    return code;
}

cli_exit programme_start(cli *c)
{
    const ps_programme *programme = programme_named(c, c->arguments[0]);
    if (!programme) return programme_unknown(c, c->arguments[0]);
    coach_run run;
    cli_exit code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) code = coach_run_needs_plan(c, &run);
    if (code == CLI_OK) code = start(c, &run, programme);
    coach_run_close(&run);
    return code;
}

// ---- stop ----

static cli_exit stop(cli *c, coach_run *run)
{
    if (run->coach->programme == PS_NONE) {
        return cli_complain(c, CLI_FAILED, "you follow no programme of an article");
    }
    const cli_exit code = choose(c, run, NULL);
    if (code == CLI_OK) put_next(c, "From now on the plan is ours again:");
    return code;
}

cli_exit programme_stop(cli *c)
{
    coach_run run;
    cli_exit code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) code = coach_run_needs_plan(c, &run);
    if (code == CLI_OK) code = stop(c, &run);
    coach_run_close(&run);
    return code;
}
