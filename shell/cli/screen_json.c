// psoas screen --json.
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/flag_evidence.h"
#include "shell/cli/screen_report.h"
#include "shell/cli/setup.h"

#include <string.h>

static const ps_screen_result *found_by(const coach_run *run) { return &run->coach->told.screened; }

// ---- flags ----

static screen_answer_reports answers_of(cli *c, const coach_run *run, int32_t flag)
{
    const flag_answers answers = flag_answers_of(c, run, flag);
    screen_answer_report *at = cli_take(c, answers.count, sizeof *at);
    for (int32_t i = 0; i < answers.count; i++) {
        at[i] = (screen_answer_report){answers.at[i].ask, answers.at[i].answer};
    }
    return (screen_answer_reports){at, answers.count};
}

static screen_flag_reports flags_of(cli *c, const coach_run *run)
{
    const ps_flags *flags = &c->catalogue->flags;
    screen_flag_report *at = cli_take(c, flags->count, sizeof *at);
    int32_t count = 0;
    for (int32_t i = 0; i < flags->count; i++) {
        const ps_flag *flag = &flags->at[i];
        if (found_by(run)->flags[i] != PS_YES) continue;
        at[count++] = (screen_flag_report){
            .id = flag->id,
            .level = flag->level,
            .state = flag_state_of(found_by(run), i),
            .title = flag->title,
            .why = flag->why,
            .action = flag->action,
            .how_fast = flag->how_fast,
            .answers = answers_of(c, run, i),
        };
    }
    return (screen_flag_reports){at, count};
}

// ---- codes and tests ----

/// The ids of the flags in a set.
static ps_texts flag_ids(cli *c, ps_flag_set set)
{
    const ps_flags *flags = &c->catalogue->flags;
    const char **at = cli_take(c, flags->count, sizeof *at);
    int32_t count = 0;
    for (int32_t i = 0; i < flags->count; i++) {
        if (set >> i & 1) at[count++] = flags->at[i].id;
    }
    return (ps_texts){at, count};
}

static screen_code_reports codes_of(cli *c, const coach_run *run)
{
    const ps_screen_result *found = found_by(run);
    screen_code_report *at = cli_take(c, c->catalogue->codes.count, sizeof *at);
    int32_t count = 0;
    for (int32_t i = 0; i < c->catalogue->codes.count; i++) {
        const ps_contraindication *code = &c->catalogue->codes.at[i];
        if (!(found->codes >> i & 1)) continue;
        at[count++] = (screen_code_report){code->id, code->text, flag_ids(c, found->code_flags[i])};
    }
    return (screen_code_reports){at, count};
}

static ps_texts closed_tests(cli *c, const coach_run *run)
{
    const ps_self_tests *tests = &c->catalogue->self_tests;
    const char **at = cli_take(c, tests->count, sizeof *at);
    int32_t count = 0;
    for (int32_t i = 0; i < tests->count; i++) {
        if (found_by(run)->closed_tests >> i & 1) at[count++] = tests->at[i].id;
    }
    return (ps_texts){at, count};
}

// ---- reasons ----

static ps_texts reasons_of(cli *c, const coach_run *run)
{
    const ps_screen_result *found = found_by(run);
    const struct {
        const ps_reason *at;
        int32_t count;
    } lists[] = {
        {found->irritability.reasons, found->irritability.reason_count},
        {found->class_found.reasons,  found->class_found.reason_count },
    };
    const char **at = cli_take(c, 2 * PS_REASONS_MAX, sizeof *at);
    int32_t count = 0;
    for (int32_t i = 0; i < PS_COUNT(lists); i++) {
        for (int32_t k = 0; k < lists[i].count; k++) {
            buffer text = {0};
            words_reason(&text, c->catalogue, &lists[i].at[k]);
            at[count++] = cli_text(c, text.text ? text.text : "");
            buffer_free(&text);
        }
    }
    return (ps_texts){at, count};
}

// ---- the report ----

static void add_question(cli *c, const coach_run *run, screen_report *report)
{
    const question_view view = setup_view(c, run);
    const question next = question_next(&view);
    report->questions = question_left(&view);
    if (next.kind == PS_QUESTION_ITEM) {
        report->next = c->catalogue->screening_items.at[next.items[0]].id;
        report->next_ask = c->catalogue->screening_items.at[next.items[0]].ask;
    } else if (next.kind == PS_QUESTION_FIELD) {
        report->next = c->catalogue->intake_fields.at[next.field].id;
        report->next_ask = c->catalogue->intake_fields.at[next.field].ask;
    }
}

void screen_put_json(cli *c, const coach_run *run)
{
    const ps_told *told = &run->coach->told;
    const ps_screen_result *found = found_by(run);
    const int32_t country = ps_intake_field_find(c->catalogue, PS_STR("country"));
    const char *where = country != PS_NONE ? told->texts[country] : NULL;
    ps_refusal_page page;
    ps_screen_refusal(c->catalogue, found, ps_str_of(where ? where : ""), &page);
    screen_report report = {
        .stage = run->coach->stage,
        .outcome = found->outcome,
        .plan = run->coach->stage == PS_COACH_READY,
        .call = page.call ? page.number->call : (ps_texts){0},
        .flags = flags_of(c, run),
        .codes = codes_of(c, run),
        .class = found->class_found.id,
        .class_certain = found->class_found.certain,
        .irritability = found->irritability.level,
        .irritability_certain = found->irritability.certain,
        .reasons = reasons_of(c, run),
        .closed_tests = closed_tests(c, run),
        .gentle_until = found->gentle_start ? cli_day(c, found->gentle_until) : NULL,
        .asked_on = cli_day(c, told->round_day),
        .due_on = cli_day(c, told->due_day),
        .notice = c->catalogue->consent.short_form,
    };
    add_question(c, run, &report);
    const void *item = &report;
    envelope_write(c, "screen", &item, 1);
}
