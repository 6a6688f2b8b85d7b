// The conversation: one question after the other, each answer stored at once.
#include "shell/cli/setup_talk.h"

#include <string.h>

static const ps_told *told_of(const talk *of) { return &of->run->coach->told; }

// ---- what is known ----

/// Where the running round begins among the events.
static int32_t round_start(const ps_history *history)
{
    int32_t at = history->count;
    while (at > 0 && history->events[at - 1]->kind != PS_EVENT_screen_started) at--;
    return at;
}

uint64_t setup_fresh_fields(const ps_catalogue *catalogue, const ps_history *history)
{
    uint64_t fresh = 0;
    for (int32_t i = round_start(history); i < history->count; i++) {
        const ps_event *event = history->events[i];
        if (event->kind != PS_EVENT_intake_given) continue;
        const int32_t field =
            ps_intake_field_find(catalogue, ps_str_of(event->as.intake_given.field));
        if (field != PS_NONE) fresh |= UINT64_C(1) << field;
    }
    return fresh;
}

question_view setup_view(const cli *c, const coach_run *run)
{
    const ps_told *told = &run->coach->told;
    return (question_view){
        .catalogue = c->catalogue,
        .profile = &told->profile,
        .next = told->screened.next,
        .today = run->today,
        .fresh = setup_fresh_fields(c->catalogue, &run->read.history),
    };
}

question_view talk_view(const talk *of)
{
    question_view view = setup_view(of->c, of->run);
    view.skipped = of->skipped;
    return view;
}

const ps_intake_field *talk_field(const talk *of, const question *asked)
{
    return &of->c->catalogue->intake_fields.at[asked->field];
}

ps_item_answer setup_answered(ps_answer answer)
{
    static const ps_item_answer same[] = {[PS_ANSWER_NO] = PS_ANSWERED_NO,
                                          [PS_ANSWER_YES] = PS_ANSWERED_YES,
                                          [PS_ANSWER_NOT_SURE] = PS_ANSWERED_NOT_SURE};
    return same[answer];
}

// ---- storing ----

/// The answer of the running round to the same question, or NULL.
static const ps_event *answer_before(const ps_history *history, const ps_event *event)
{
    for (int32_t i = history->count - 1; i >= round_start(history); i--) {
        const ps_event *before = history->events[i];
        if (before->kind != event->kind) continue;
        const bool item = event->kind == PS_EVENT_screen_answered;
        const char *a = item ? event->as.screen_answered.item : event->as.intake_given.field;
        const char *b = item ? before->as.screen_answered.item : before->as.intake_given.field;
        if (strcmp(a, b) == 0) return before;
    }
    return NULL;
}

static bool says_the_same(const ps_event *a, const ps_event *b)
{
    return ps_struct_same(ps_event_body(a->kind), &a->as, &b->as);
}

/// Going back mends what was answered before: a later answer would not take back a yes.
static cli_exit add_answers(talk *of, ps_event *events, int32_t count)
{
    const ps_history *history = &of->run->read.history;
    ps_event *added = cli_take(of->c, count, sizeof *added);
    int32_t added_count = 0;
    for (int32_t i = 0; i < count; i++) {
        const ps_event *before = answer_before(history, &events[i]);
        if (before && says_the_same(before, &events[i])) continue;
        added[added_count] = events[i];
        if (before) {
            events[i].person = before->person;
            events[i].device = before->device;
            events[i].sequence = before->sequence;
            events[i].at = before->at;
            added[added_count] = (ps_event){
                .kind = PS_EVENT_corrected,
                .as.corrected = {.device = before->device,
                                 .sequence = before->sequence,
                                 .why = "answered anew while setting up",
                                 .with = &events[i]},
            };
        }
        added_count++;
    }
    return added_count > 0 ? coach_run_add(of->c, of->run, added, added_count) : CLI_OK;
}

static cli_exit store_reply(talk *of, const question *asked, const reply *said)
{
    const ps_catalogue *catalogue = of->c->catalogue;
    ps_event events[QUESTION_LINES_MAX] = {0};
    int32_t count = asked->count;
    for (int32_t i = 0; i < count; i++) {
        events[i] = (ps_event){
            .kind = PS_EVENT_screen_answered,
            .as.screen_answered = {.item = catalogue->screening_items.at[asked->items[i]].id,
                                   .answer = said->answers[i]},
        };
    }
    if (asked->kind == PS_QUESTION_FIELD) {
        events[count++] = (ps_event){
            .kind = PS_EVENT_intake_given,
            .as.intake_given = {.field = talk_field(of, asked)->id,
                                .value = said->kind == REPLY_NONE ? NULL : said->text},
        };
    }
    return add_answers(of, events, count);
}

// ---- a page that stops ----

/// Keeps what follows apart from the line that was typed last.
static void put_line_end(talk *of)
{
    if (of->asked_count > 0) buffer_text(&of->c->page.text, "\n");
}

static bool wants_to_go_on(talk *of)
{
    enum { ANSWER = 16 };
    char line[ANSWER];
    ps_answer answer = PS_ANSWER_NO;
    paper_gap(&of->c->page);
    paper_put(
        &of->c->page, INK_PLAIN,
        "You can answer the other questions now: the page for the clinician is complete then, "
        "and nothing has to be asked again when you come back.");
    paper_flow(&of->c->page, 0);
    data_ask(of->c, "Go on with the questions? [y/N] ", line, sizeof line);
    return question_read_answer(ps_str_of(line), &answer) && answer == PS_ANSWER_YES;
}

/// Shows the refusal page as soon as the answers ask for it. An emergency, an urgent sign and a
/// child end the conversation there; for a clearance it may go on, and when somebody comes back.
static cli_exit mind_outcome(talk *of, bool coming_back)
{
    const ps_screen_result *found = &told_of(of)->screened;
    const question_view view = talk_view(of);
    if (found->outcome <= PS_SCREEN_INCOMPLETE) return CLI_OK;
    const bool child = found->outcome == PS_SCREEN_UNDER_18;
    if (!child && (found->open & ~of->shown) == 0) return CLI_OK;
    of->shown |= found->open;
    put_line_end(of);
    refusal_put(of->c, of->run);

    const bool may_go_on = !child && (coming_back || found->outcome == PS_SCREEN_REFER);
    const bool left = question_needed(&view);
    if (may_go_on && left && wants_to_go_on(of)) return CLI_OK;
    of->over = true;
    return CLI_REFUSED;
}

// ---- one question ----

static cli_exit stop_here(talk *of)
{
    of->over = true;
    paper_gap(&of->c->page);
    put_command_line(of->c, "Stopped. Every answer so far is kept. To go on: ", "psoas setup");
    return CLI_OK;
}

static void go_back(talk *of)
{
    paper *page = &of->c->page;
    if (of->asked_count == 0) {
        paper_put(page, INK_PLAIN, "This is the first question of this sitting.");
        paper_flow(page, 0);
        return;
    }
    of->again = of->asked[--of->asked_count];
    if (of->again.kind == PS_QUESTION_FIELD) of->skipped &= ~(UINT64_C(1) << of->again.field);
}

static bool is_same(const question *a, const question *b)
{
    if (a->kind != b->kind || a->count != b->count) return false;
    if (a->kind == PS_QUESTION_FIELD) return a->field == b->field;
    return memcmp(a->items, b->items, (size_t)a->count * sizeof *a->items) == 0;
}

/// An answer that an entry with a later date takes back would be asked for without end.
static cli_exit check_counted(talk *of, const question *asked)
{
    const question_view view = talk_view(of);
    const question next = question_next(&view);
    if (!is_same(&next, asked)) return CLI_OK;
    of->over = true;
    cli_complain(of->c, CLI_CONFLICT,
                 "this answer does not count: there are entries with a later "
                 "date, and what was told last counts");
    buffer_text(&of->c->messages, "'psoas log' shows them, 'psoas log void' takes them back.\n");
    return CLI_CONFLICT;
}

/// A pain above the worst one of 24 hours that was told in this round: one of them is a slip.
static bool fits(talk *of, const question *asked, const reply *said)
{
    const ps_intake_fields *fields = &of->c->catalogue->intake_fields;
    ps_profile profile = told_of(of)->profile;
    if (asked->kind != PS_QUESTION_FIELD || said->kind != REPLY_ANSWER) return true;
    profile.values[asked->field] = said->value;
    const uint64_t own = UINT64_C(1) << asked->field;
    const int32_t worst = ps_intake_field_find(of->c->catalogue, PS_STR("pain_worst_24h"));
    const int32_t above =
        question_above_worst(of->c->catalogue, &profile, talk_view(of).fresh | own);
    if (above == PS_NONE || (asked->field != above && asked->field != worst)) return true;
    paper_format(&of->c->page, INK_CARE,
                 "The worst pain cannot be less: \"%s\" %d, but \"%s\" %d. Please answer again; b "
                 "goes back to the question before.",
                 fields->at[worst].ask, (int)profile.values[worst].number, fields->at[above].ask,
                 (int)profile.values[above].number);
    paper_flow(&of->c->page, 0);
    return false;
}

static cli_exit take_reply(talk *of, const question *asked, const reply *said)
{
    if (!fits(of, asked, said)) {
        of->again = *asked;
        return CLI_OK;
    }
    if (!talk_is_sure(of, asked, said)) {
        of->again = *asked;
        return of->over ? stop_here(of) : CLI_OK;
    }
    if (of->asked_count < TALK_ASKED_MAX) of->asked[of->asked_count++] = *asked;
    if (said->kind == REPLY_NONE) of->skipped |= UINT64_C(1) << asked->field;
    cli_exit code = store_reply(of, asked, said);
    if (code == CLI_OK) code = check_counted(of, asked);
    return code == CLI_OK ? mind_outcome(of, false) : code;
}

/// Shows a question and takes lines until one of them says something.
static cli_exit ask(talk *of, const question *asked)
{
    const question_view view = talk_view(of);
    ps_value value;
    const ps_value *preset = question_preset(&view, asked, &value) ? &value : NULL;
    char line[QUESTION_TEXT_MAX];
    talk_put_question(of, asked, preset);
    while (data_ask(of->c, "> ", line, sizeof line)) {
        const reply said = question_read(of->c->catalogue, asked, preset, ps_str_of(line));
        switch (said.kind) {
        case REPLY_ANSWER:
        case REPLY_NONE:
            return take_reply(of, asked, &said);
        case REPLY_EMPTY:
            of->skipped |= UINT64_C(1) << asked->field;
            if (of->asked_count < TALK_ASKED_MAX) of->asked[of->asked_count++] = *asked;
            return CLI_OK;
        case REPLY_BACK:
            go_back(of);
            if (of->again.kind != PS_QUESTION_NONE) return CLI_OK;
            break;
        case REPLY_WHY:
            talk_put_why(of, asked);
            break;
        case REPLY_STOP:
            return stop_here(of);
        case REPLY_UNCLEAR:
            paper_put(&of->c->page, INK_CARE, said.text);
            paper_flow(&of->c->page, 0);
            break;
        }
    }
    return stop_here(of);
}

// ---- the conversation ----

ps_round_why setup_round_why(ps_screen_due due)
{
    static const ps_round_why whys[] = {[PS_DUE_NOT] = PS_ROUND_SOMETHING_NEW,
                                        [PS_DUE_FIRST] = PS_ROUND_FIRST,
                                        [PS_DUE_FOUR_WEEKS] = PS_ROUND_DUE,
                                        [PS_DUE_GAP] = PS_ROUND_GAP};
    return whys[due];
}

cli_exit setup_begin_round(cli *c, coach_run *run)
{
    const ps_screen_due due = run->coach->told.due;
    if (due == PS_DUE_NOT) return CLI_OK;
    ps_event event = {.kind = PS_EVENT_screen_started,
                      .as.screen_started = {.why = setup_round_why(due)}};
    return coach_run_add(c, run, &event, 1);
}

static void put_welcome(talk *of, int32_t left)
{
    paper *page = &of->c->page;
    paper_gap(page);
    paper_format(
        page, INK_PLAIN,
        "About %d short questions. Every answer is kept at once: you can stop with q at any "
        "time and go on later.",
        left);
    paper_flow(page, 0);
}

static cli_exit finish(talk *of)
{
    const ps_coach_stage stage = of->run->coach->stage;
    put_line_end(of);
    if (stage == PS_COACH_REFUSED) { // its page was shown
        put_command_line(of->c, "These were all questions. For the clinician, on one page: ",
                         "psoas screen --summary");
        return CLI_REFUSED;
    }
    if (stage == PS_COACH_READY) setup_put_result(of->c, of->run);
    return coach_run_needs_plan(of->c, of->run);
}

cli_exit setup_talk(cli *c, coach_run *run)
{
    talk of = {.c = c, .run = run};
    cli_exit code = setup_begin_round(c, run);
    if (code == CLI_OK) code = mind_outcome(&of, true);
    if (code == CLI_OK && !of.over) {
        const question_view view = talk_view(&of);
        if (!question_needed(&view)) return finish(&of);
        put_welcome(&of, question_left(&view));
    }
    while (code == CLI_OK && !of.over) {
        const question_view view = talk_view(&of);
        const question next = of.again.kind != PS_QUESTION_NONE ? of.again : question_next(&view);
        of.again = (question){0};
        if (next.kind == PS_QUESTION_NONE) return finish(&of);
        code = ask(&of, &next);
    }
    return code;
}

cli_exit setup_ask_items(cli *c, coach_run *run, const question *asked, bool *stopped)
{
    talk of = {.c = c, .run = run, .again = *asked};
    // a page that was shown before is not shown again for these answers
    of.shown = run->coach->told.screened.open;
    cli_exit code = CLI_OK;
    while (code == CLI_OK && !of.over && of.again.kind != PS_QUESTION_NONE) {
        const question next = of.again;
        of.again = (question){0};
        code = ask(&of, &next);
    }
    *stopped = of.over && code == CLI_OK;
    return code;
}
