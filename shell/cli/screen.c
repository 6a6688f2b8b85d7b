// psoas screen: what the answers mean, and the rounds of safety questions.
#include "shell/cli/coach_words.h"
#include "shell/cli/setup.h"

#include <string.h>

enum { INDENT = 2, ANSWER_COLUMNS = 10 };

static bool is_given(const cli *c, const char *option) { return cli_value(c, option) != NULL; }

// ---- what is open ----

/// Why the questions are open.
static const char *why_open(const coach_run *run)
{
    static const char *const whys[] = {
        [PS_DUE_NOT] = NULL, // some are answered, some are not
        [PS_DUE_FIRST] = "They were not asked yet.",
        [PS_DUE_FOUR_WEEKS] = "It is four weeks since you answered them; something may have "
                              "changed. It takes a few minutes.",
        [PS_DUE_GAP] = "You have not trained for some time. Before you begin again, please go "
                       "through them once more; it takes a few minutes.",
    };
    return whys[run->coach->told.due];
}

void screen_put_open(cli *c, const coach_run *run)
{
    const question_view view = setup_view(c, run);
    const char *why = why_open(run);
    ps_refusal_page page;
    ps_screen_refusal(c->catalogue, &run->coach->told.screened, PS_STR(""), &page);
    paper_gap(&c->page);
    if (page.level) {
        paper_put(&c->page, INK_CARE, page.level->heading);
        paper_flow(&c->page, 0);
        paper_put(&c->page, INK_PLAIN, page.level->lead);
        paper_flow(&c->page, 0);
    }
    paper_format(&c->page, INK_PLAIN, "%s%sAbout %d are left.", why ? why : "", why ? " " : "",
                 question_left(&view));
    paper_flow(&c->page, 0);
    paper_gap(&c->page);
    put_command_line(
        c, "Next: ", why && run->coach->told.due != PS_DUE_FIRST ? "psoas screen" : "psoas setup");
}

// ---- psoas screen --list ----

/// A list of answers; the day of the first one stands in its heading.
typedef struct {
    cli *c;
    const char *heading;
    bool begun;
    ps_day day;
} answer_list;

static void put_row(answer_list *to, const char *ask, const char *id, const char *answer,
                    const ps_event *event)
{
    paper *page = &to->c->page;
    const ps_day own = ps_local_day(event->at);
    buffer day = {0};
    words_day_year(&day, own);
    if (!to->begun) {
        paper_heading(page, to->heading, day.text);
        to->begun = true;
        to->day = own;
    }
    paper_put(page, INK_PLAIN, ask ? ask : id);
    paper_format(page, INK_QUIET, " [%s]", id);
    if (own != to->day) paper_format(page, INK_CARE, " %s", day.text);
    paper_item(page, INDENT, INK_NAME, answer, ANSWER_COLUMNS);
    buffer_free(&day);
}

static void put_fields(cli *c, const coach_run *run)
{
    const ps_intake_fields *fields = &c->catalogue->intake_fields;
    answer_list list = {.c = c, .heading = "About you and your hip"};
    for (int32_t i = 0; i < fields->count; i++) {
        const ps_event *told = setup_told(&run->read.history, fields->at[i].id);
        if (!told || !told->as.intake_given.value) continue;
        put_row(&list, fields->at[i].ask, fields->at[i].id, told->as.intake_given.value, told);
    }
}

/// The last answer of the running round to an item, or NULL.
static const ps_event *item_told(const ps_history *history, const char *item)
{
    for (int32_t i = history->count - 1; i >= 0; i--) {
        const ps_event *event = history->events[i];
        if (event->kind == PS_EVENT_screen_started) return NULL;
        const bool answered = event->kind == PS_EVENT_screen_answered;
        if (answered && strcmp(event->as.screen_answered.item, item) == 0) return event;
    }
    return NULL;
}

static void put_items(cli *c, const coach_run *run)
{
    static const char *const words[] = {
        [PS_ANSWER_NO] = "no", [PS_ANSWER_YES] = "yes", [PS_ANSWER_NOT_SURE] = "not sure"};
    const ps_screening_items *items = &c->catalogue->screening_items;
    answer_list list = {.c = c, .heading = "Safety questions"};
    for (int32_t i = 0; i < items->count; i++) {
        const ps_event *told = item_told(&run->read.history, items->at[i].id);
        if (!told) continue;
        put_row(&list, items->at[i].ask, items->at[i].id, words[told->as.screen_answered.answer],
                told);
    }
    if (run->coach->told.due == PS_DUE_NOT) return;
    paper_put(&c->page, INK_CARE, "They are due again; until then these answers do not count.");
    paper_flow(&c->page, INDENT);
}

void screen_put_list(cli *c, const coach_run *run)
{
    put_fields(c, run);
    put_items(c, run);
}

// ---- psoas screen --new ----

static cli_exit begin_anew(cli *c, coach_run *run)
{
    enum { ANSWER = 16 };
    char line[ANSWER];
    ps_answer answer = PS_ANSWER_NO;
    if (data_can_ask(c)) {
        paper_put(
            &c->page, INK_PLAIN,
            "All safety questions are asked again. Until they are answered there is no plan.");
        paper_flow(&c->page, 0);
        data_ask(c, "Begin? [y/N] ", line, sizeof line);
        if (!question_read_answer(ps_str_of(line), &answer) || answer != PS_ANSWER_YES) {
            return cli_complain(c, CLI_FAILED, "nothing was changed");
        }
    }
    ps_event event = {.kind = PS_EVENT_screen_started,
                      .as.screen_started = {.why = PS_ROUND_SOMETHING_NEW}};
    return coach_run_add(c, run, &event, 1);
}

// ---- the command ----

static cli_exit put_state(cli *c, coach_run *run)
{
    const ps_coach_stage stage = run->coach->stage;
    if (c->json) {
        screen_put_json(c, run);
        return stage == PS_COACH_READY ? CLI_OK : CLI_REFUSED;
    }
    if (stage == PS_COACH_READY) {
        setup_put_result(c, run);
        return CLI_OK;
    }
    if (stage == PS_COACH_QUESTIONS && data_can_ask(c)) return setup_talk(c, run);
    return stage == PS_COACH_QUESTIONS ? setup_put_open(c, run) : coach_run_needs_plan(c, run);
}

cli_exit screen(cli *c)
{
    coach_run run = {0};
    const bool list = is_given(c, "list"), summary = is_given(c, "summary"),
               anew = is_given(c, "new");
    if (list + summary + anew > 1) return cli_usage(c, "choose one: --new, --list or --summary");
    if ((list || summary) && c->json) return cli_usage(c, "--json goes without --list, --summary");

    const bool reads = list || summary || (!anew && !data_can_ask(c));
    cli_exit code = coach_run_open(c, reads ? DATA_READ : DATA_WRITE, &run);
    if (code != CLI_OK) goto done;
    if (list) {
        screen_put_list(c, &run);
    } else if (summary) {
        refusal_put_summary(c, &run);
    } else if (run.coach->stage == PS_COACH_CONSENT) {
        code = coach_run_needs_plan(c, &run);
    } else {
        if (anew) code = begin_anew(c, &run);
        if (code == CLI_OK && anew && data_can_ask(c)) {
            code = setup_talk(c, &run);
        } else if (code == CLI_OK) {
            code = put_state(c, &run);
        }
    }

done:
    coach_run_close(&run);
    return code;
}
