// The conversation: one question after the other, each answer stored at once.
#include "shell/cli/setup.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, NUMBER_COLUMNS = 4, LABEL = 16, ASKED_MAX = PS_ITEMS_MAX + PS_INTAKE_MAX };

typedef struct {
    cli *c;
    coach_run *run;
    question asked[ASKED_MAX]; ///< answered in this sitting, for going back
    int32_t asked_count;
    question again;    ///< to be asked once more; of kind PS_QUESTION_NONE: nothing is
    uint64_t skipped;  ///< fields that were left empty
    ps_flag_set shown; ///< flags of the refusal pages so far
    bool over;         ///< stopped, by the person or by an answer
} talk;

static const ps_told *told_of(const talk *of) { return &of->run->coach->told; }

static const ps_intake_field *field_of(const talk *of, const question *asked)
{
    return &of->c->catalogue->intake_fields.at[asked->field];
}

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

static question_view view_of(const talk *of)
{
    question_view view = setup_view(of->c, of->run);
    view.skipped = of->skipped;
    return view;
}

// ---- showing ----

static void put_heading(talk *of, const question *asked)
{
    const question_view view = view_of(of);
    buffer note = {0};
    buffer_format(&note, "question %d, about %d left", of->asked_count + 1, question_left(&view));
    buffer_text(&of->c->page.text, "\n"); // apart from the line that was typed last
    paper_put(&of->c->page, INK_HEADING, asked->section);
    paper_format(&of->c->page, INK_QUIET, " [%s]", note.text);
    paper_flow(&of->c->page, 0);
    buffer_free(&note);
    paper_gap(&of->c->page);
}

/// What was answered before, when the question is asked once more.
static const char *said_before(const talk *of, int32_t item)
{
    static const char *const words[] = {
        [PS_NOT_ANSWERED] = "",
        [PS_ANSWERED_NO] = " (before: no)",
        [PS_ANSWERED_YES] = " (before: yes)",
        [PS_ANSWERED_NOT_SURE] = " (before: not sure)",
    };
    return words[told_of(of)->profile.answers[item]];
}

static void put_items(talk *of, const question *asked)
{
    paper *page = &of->c->page;
    const bool one = asked->count == 1;
    for (int32_t i = 0; i < asked->count; i++) {
        const int32_t item = asked->items[i];
        paper_put(page, one ? INK_TITLE : INK_PLAIN,
                  of->c->catalogue->screening_items.at[item].ask);
        paper_put(page, INK_QUIET, said_before(of, item));
        if (one) {
            paper_flow(page, 0);
            continue;
        }
        char label[LABEL];
        snprintf(label, sizeof label, "%d", i + 1);
        paper_item(page, INDENT, INK_NAME, label, NUMBER_COLUMNS);
    }
}

static void put_choices(talk *of, const ps_intake_field *field, const ps_value *preset)
{
    paper *page = &of->c->page;
    paper_gap(page);
    for (int32_t i = 0; i < field->choices.count; i++) {
        const bool ticked = preset && (preset->chosen >> i & 1);
        char label[LABEL];
        snprintf(label, sizeof label, "%d", i + 1);
        if (preset && field->type == PS_ASK_SOME_OF) {
            paper_put(page, INK_PLAIN, ticked ? "[x] " : "[ ] ");
        }
        paper_put(page, INK_PLAIN, question_choice(of->c->catalogue, field->choices.at[i]));
        paper_item(page, INDENT, INK_NAME, label, NUMBER_COLUMNS);
    }
}

/// What may be typed: "a number from 0 to 10", "numbers: each ticks or unticks a line".
static void put_wanted(talk *of, const question *asked, const ps_value *preset)
{
    paper *page = &of->c->page;
    const ps_intake_field *field = field_of(of, asked);
    switch (field->type) {
    case PS_ASK_INT:
    case PS_ASK_NUMBER:
        paper_format(page, INK_QUIET, "a number from %d to %d", field->low, field->high);
        break;
    case PS_ASK_YES_NO:
        paper_put(page, INK_QUIET, "y yes · n no");
        break;
    case PS_ASK_ONE_OF:
        paper_put(page, INK_QUIET, "the number of a line");
        break;
    case PS_ASK_SOME_OF:
        paper_put(page, INK_QUIET,
                  preset ? "numbers tick or untick" : "one or more numbers · 0 none");
        break;
    case PS_ASK_TEXT:
    case PS_ASK_DERIVED:
        paper_put(page, INK_QUIET, "in your own words");
        break;
    }
    if (preset && field->type == PS_ASK_SOME_OF) {
        paper_put(page, INK_QUIET, " · Enter as it stands");
    } else if (preset) {
        char text[QUESTION_TEXT_MAX];
        ps_intake_write(of->c->catalogue, asked->field, preset, text, sizeof text);
        paper_format(page, INK_QUIET, " · Enter %s", text);
    } else if (asked->optional) {
        paper_put(page, INK_QUIET, " · Enter leave it out");
    }
}

static void put_field(talk *of, const question *asked, const ps_value *preset)
{
    paper *page = &of->c->page;
    const ps_intake_field *field = field_of(of, asked);
    paper_put(page, INK_TITLE, field->ask ? field->ask : field->id);
    paper_flow(page, 0);
    if (field->hint) {
        paper_put(page, INK_PLAIN, field->hint);
        paper_flow(page, 0);
    }
    if (field->type == PS_ASK_ONE_OF || field->type == PS_ASK_SOME_OF) {
        put_choices(of, field, preset);
    }
}

static void put_keys(talk *of, const question *asked, const ps_value *preset)
{
    paper *page = &of->c->page;
    paper_gap(page);
    if (asked->kind == PS_QUESTION_FIELD) {
        put_wanted(of, asked, preset);
    } else if (asked->count == 1) {
        paper_put(page, INK_QUIET, "y yes · n no · ? not sure");
    } else {
        paper_format(page, INK_QUIET, "n none of these · 1 %d both true · 2? not sure",
                     asked->count);
    }
    paper_put(page, INK_QUIET, " · b back · h why · q stop");
    paper_flow(page, 0);
}

static void put_why(talk *of, const question *asked)
{
    paper *page = &of->c->page;
    const ps_flags *flags = &of->c->catalogue->flags;
    if (asked->kind == PS_QUESTION_FIELD) {
        paper_put(page, INK_PLAIN, question_why(field_of(of, asked)->id));
        paper_flow(page, 0);
        return;
    }
    for (int32_t i = 0; i < asked->count; i++) {
        const int32_t flag = asked->flags[i];
        // neighbours are often asked for one and the same thing
        if (flag == PS_NONE || (i > 0 && flag == asked->flags[i - 1])) continue;
        int32_t last = i;
        while (last + 1 < asked->count && asked->flags[last + 1] == flag) last++;
        char label[LABEL + LABEL];
        snprintf(label, sizeof label, last > i ? "%d-%d" : "%d", i + 1, last + 1);
        paper_put(page, INK_PLAIN, flags->at[flag].why);
        paper_item(page, INDENT, INK_NAME, asked->count > 1 ? label : "", NUMBER_COLUMNS + 2);
    }
}

// ---- slips of the finger ----

static ps_item_answer answered(ps_answer answer)
{
    static const ps_item_answer same[] = {[PS_ANSWER_NO] = PS_ANSWERED_NO,
                                          [PS_ANSWER_YES] = PS_ANSWERED_YES,
                                          [PS_ANSWER_NOT_SURE] = PS_ANSWERED_NOT_SURE};
    return same[answer];
}

/// The EMERGENCY and URGENT flags that this reply would open.
static ps_flag_set would_open(const talk *of, const question *asked, const reply *said,
                              ps_profile *profile)
{
    const ps_catalogue *catalogue = of->c->catalogue;
    ps_screen_result result;
    ps_flag_set opened = 0;
    *profile = told_of(of)->profile;
    if (asked->kind == PS_QUESTION_FIELD) profile->values[asked->field] = said->value;
    for (int32_t i = 0; i < asked->count; i++) {
        profile->answers[asked->items[i]] = answered(said->answers[i]);
    }
    ps_screen_at(catalogue, profile, of->run->today, &result);
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        const ps_level level = catalogue->flags.at[i].level;
        const bool grave = level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT;
        if (grave) opened |= result.open & ~told_of(of)->screened.open & ((ps_flag_set)1 << i);
    }
    return opened;
}

/// Whether the sentence is one of those that open a flag of the set.
static bool opens(const talk *of, const ps_profile *profile, ps_flag_set opened, int32_t item,
                  int32_t field)
{
    ps_evidence evidence[PS_RULE_NODES_MAX];
    for (int32_t flag = 0; flag < of->c->catalogue->flags.count; flag++) {
        if (!(opened >> flag & 1)) continue;
        const int32_t count = ps_screen_evidence(of->c->catalogue, profile, flag, evidence);
        for (int32_t i = 0; i < count; i++) {
            if (item != PS_NONE ? evidence[i].item == item : evidence[i].field == field)
                return true;
        }
    }
    return false;
}

/// Shows a sentence once more; false when it was a slip, or nobody answers.
static bool is_meant(talk *of, const char *sentence, const char *said)
{
    enum { ANSWER = 16 };
    paper *page = &of->c->page;
    char line[ANSWER];
    buffer_text(&page->text, "\n");
    paper_format(page, INK_CARE, "Please look once more. To this you answered %s:", said);
    paper_flow(page, 0);
    paper_gap(page);
    paper_put(page, INK_TITLE, sentence);
    paper_flow(page, INDENT);
    paper_gap(page);
    paper_put(page, INK_PLAIN, "Yes, this is so");
    paper_item(page, INDENT, INK_NAME, "1", NUMBER_COLUMNS);
    paper_put(page, INK_PLAIN, "No, I pressed the wrong one");
    paper_item(page, INDENT, INK_NAME, "2", NUMBER_COLUMNS);
    while (data_ask(of->c, "> ", line, sizeof line)) {
        if (strcmp(line, "1") == 0 || strcmp(line, "y") == 0) return true;
        if (strcmp(line, "2") == 0 || strcmp(line, "n") == 0) return false;
        paper_put(page, INK_PLAIN, "Type 1 or 2.");
        paper_flow(page, 0);
    }
    of->over = true;
    return false;
}

/// A yes to an emergency or urgent question is shown once more before it is stored.
static bool is_sure(talk *of, const question *asked, const reply *said)
{
    ps_profile profile;
    const ps_flag_set opened = would_open(of, asked, said, &profile);
    if (!opened) return true;
    if (asked->kind == PS_QUESTION_FIELD) {
        return !opens(of, &profile, opened, PS_NONE, asked->field) ||
               is_meant(of, field_of(of, asked)->ask, said->text);
    }
    for (int32_t i = 0; i < asked->count; i++) {
        if (said->answers[i] == PS_ANSWER_NO) continue;
        if (!opens(of, &profile, opened, asked->items[i], PS_NONE)) continue;
        const char *sentence = of->c->catalogue->screening_items.at[asked->items[i]].ask;
        if (!is_meant(of, sentence,
                      said->answers[i] == PS_ANSWER_YES ? "yes"
                                                        : "not sure, which counts as yes")) {
            return false;
        }
    }
    return true;
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
            .as.intake_given = {.field = field_of(of, asked)->id, .value = said->text},
        };
    }
    return add_answers(of, events, count);
}

// ---- a page that stops ----

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
    const question_view view = view_of(of);
    if (found->outcome <= PS_SCREEN_INCOMPLETE) return CLI_OK;
    const bool child = found->outcome == PS_SCREEN_UNDER_18;
    if (!child && (found->open & ~of->shown) == 0) return CLI_OK;
    of->shown |= found->open;
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

static cli_exit take_reply(talk *of, const question *asked, const reply *said)
{
    if (!is_sure(of, asked, said)) {
        of->again = *asked;
        return of->over ? stop_here(of) : CLI_OK;
    }
    if (of->asked_count < ASKED_MAX) of->asked[of->asked_count++] = *asked;
    const cli_exit code = store_reply(of, asked, said);
    return code == CLI_OK ? mind_outcome(of, false) : code;
}

/// Shows a question and takes lines until one of them says something.
static cli_exit ask(talk *of, const question *asked)
{
    const question_view view = view_of(of);
    ps_value value;
    const ps_value *preset = question_preset(&view, asked, &value) ? &value : NULL;
    char line[QUESTION_TEXT_MAX];
    put_heading(of, asked);
    if (asked->kind == PS_QUESTION_ITEM) put_items(of, asked);
    if (asked->kind == PS_QUESTION_FIELD) put_field(of, asked, preset);
    put_keys(of, asked, preset);
    while (data_ask(of->c, "> ", line, sizeof line)) {
        const reply said = question_read(of->c->catalogue, asked, preset, ps_str_of(line));
        switch (said.kind) {
        case REPLY_ANSWER:
            return take_reply(of, asked, &said);
        case REPLY_EMPTY:
            of->skipped |= UINT64_C(1) << asked->field;
            if (of->asked_count < ASKED_MAX) of->asked[of->asked_count++] = *asked;
            return CLI_OK;
        case REPLY_BACK:
            go_back(of);
            if (of->again.kind != PS_QUESTION_NONE) return CLI_OK;
            break;
        case REPLY_WHY:
            put_why(of, asked);
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

cli_exit setup_begin_round(cli *c, coach_run *run)
{
    static const ps_round_why whys[] = {[PS_DUE_FIRST] = PS_ROUND_FIRST,
                                        [PS_DUE_FOUR_WEEKS] = PS_ROUND_DUE,
                                        [PS_DUE_GAP] = PS_ROUND_GAP};
    const ps_screen_due due = run->coach->told.due;
    if (due == PS_DUE_NOT) return CLI_OK;
    ps_event event = {.kind = PS_EVENT_screen_started, .as.screen_started = {.why = whys[due]}};
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
    if (stage == PS_COACH_REFUSED) { // its page was shown
        paper_gap(&of->c->page);
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
        const question_view view = view_of(&of);
        if (!question_needed(&view)) return finish(&of);
        put_welcome(&of, question_left(&view));
    }
    while (code == CLI_OK && !of.over) {
        const question_view view = view_of(&of);
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
