// psoas progress: charts of how it goes, what they mean, and the page for a clinician.
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/log_reports.h"
#include "shell/cli/progress_pages.h"

#include <stdio.h>
#include <string.h>

enum { WEEKS = 12, WEEKS_MOST = 104 };

// ---- the page ----

static void put_page(const progress_view *view)
{
    cli *c = view->c;
    const ps_coach *coach = view->run->coach;
    if (coach->trained > 0) {
        char week[24];
        snprintf(week, sizeof week, "week %d", coach->week);
        paper_title(&c->page, "How it goes", week);
    } else {
        paper_put(&c->page, INK_TITLE, "How it goes");
        paper_flow(&c->page, 0);
    }
    if (coach->stage != PS_COACH_READY) {
        paper_put(&c->page, INK_CARE, "There is no plan now; why: ");
        paper_put(&c->page, INK_NAME, "psoas plan");
        paper_flow(&c->page, 0);
    }
    progress_put_pain(view);
    progress_put_weeks(view);
    progress_put_training(view);
    progress_put_tests(view);
    progress_put_goals(view);
    progress_put_checkpoints(view);
    cli_put_notice(c);
}

// ---- the answer to the last checkpoint ----

static cli_exit answer(const progress_view *view, coach_run *run)
{
    cli *c = view->c;
    const int32_t change = cli_choice(c, "change");
    const char *enough = cli_value(c, "enough");
    const ps_check_plan *plan = NULL;
    const ps_checkpoint *last = progress_last_checkpoint(view, &plan);
    if (change == PS_NONE || !enough) {
        return cli_usage(c, "--change and --enough belong together");
    }
    if (!last || !plan || plan->questions.count == 0) {
        return cli_complain(c, CLI_CONFLICT,
                            "nothing asks for that yet: the two questions come at the end of the "
                            "programme's weeks");
    }
    ps_event event = {
        .kind = PS_EVENT_checkpoint_answered,
        .as.checkpoint_answered = {.week = plan->week,
                                   .change = (ps_overall_change)change,
                                   .enough = strcmp(enough, "yes") == 0},
    };
    return coach_run_add(c, run, &event, 1);
}

// ---- the command ----

static cli_exit check_line(cli *c, int32_t *weeks)
{
    const char *text = cli_value(c, "weeks");
    const bool answers = cli_value(c, "change") || cli_value(c, "enough");
    *weeks = WEEKS;
    if (cli_value(c, "clinician") && c->json) {
        return cli_usage(c, "--clinician is a page for people: leave --json out");
    }
    if (answers && (c->json || cli_value(c, "clinician"))) {
        return cli_usage(c, "--change and --enough keep an answer: leave the rest out");
    }
    return text ? log_read_number(c, "--weeks", text, (ps_range){1, WEEKS_MOST}, weeks) : CLI_OK;
}

cli_exit progress_show(cli *c)
{
    coach_run run = {0};
    progress_view view = {.c = c, .run = &run};
    const bool answers = cli_value(c, "change") || cli_value(c, "enough");
    view.style = cli_value(c, "plain") ? CHART_ASCII : chart_style_of(c);
    cli_exit code = check_line(c, &view.weeks);
    if (code == CLI_OK) code = coach_run_open(c, answers ? DATA_WRITE : DATA_READ, &run);
    if (code == CLI_OK && answers) code = answer(&view, &run);
    if (code != CLI_OK) goto done;
    if (c->json) {
        const void *item = progress_report_of(c, run.coach);
        envelope_write(c, "progress", &item, 1);
    } else if (cli_value(c, "clinician")) {
        progress_put_clinician(&view);
    } else {
        put_page(&view);
    }

done:
    coach_run_close(&run);
    return code;
}
