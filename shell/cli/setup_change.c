// psoas setup FIELD VALUE: one thing that was told, changed.
#include "shell/cli/coach_words.h"
#include "shell/cli/flag_evidence.h"
#include "shell/cli/setup.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2 };

/// What is to be told.
typedef struct {
    int32_t field;
    const char *text; ///< as it is stored; NULL: taken back
    ps_value value;
} change;

static const ps_intake_field *field_of(const cli *c, const change *of)
{
    return &c->catalogue->intake_fields.at[of->field];
}

// ---- what was said ----

static const char *field_name_at(const void *catalogue, int32_t index)
{
    return setup_field_at(catalogue, index);
}

static cli_exit find_field(cli *c, const char *word, int32_t *field)
{
    const ps_catalogue *catalogue = c->catalogue;
    *field = ps_intake_field_find(catalogue, ps_str_of(word));
    if (*field != PS_NONE) {
        const ps_intake_field *found = &catalogue->intake_fields.at[*field];
        if (found->type == PS_ASK_DERIVED) {
            return cli_complain(c, CLI_USAGE, "%s follows from what you told; nobody sets it",
                                word);
        }
        if (!found->ask && found->type == PS_ASK_NUMBER) {
            return cli_complain(c, CLI_USAGE, "%s is the result of a test: see 'psoas test'", word);
        }
        return CLI_OK;
    }
    if (ps_screening_item_find(catalogue, ps_str_of(word)) != PS_NONE) {
        return cli_complain(c, CLI_USAGE,
                            "%s is a safety question; 'psoas screen --new' asks them all", word);
    }
    const int32_t near = ps_closest(catalogue, field_name_at, ps_str_of(word));
    return cli_unknown(c, CLI_NOT_FOUND, "field", word,
                       near == PS_NONE ? NULL : setup_field_at(catalogue, near));
}

static cli_exit read_value(cli *c, change *of)
{
    const ps_intake_field *field = field_of(c, of);
    char text[QUESTION_TEXT_MAX];
    buffer said = {0};
    ps_error err = {0};
    for (int32_t i = 1; i < c->argument_count; i++) {
        buffer_format(&said, "%s%s", i > 1 ? " " : "", c->arguments[i]);
    }
    cli_exit code = CLI_OK;
    const bool none = strcmp(said.text, "none") == 0;
    if (question_takes_none(field) && none) {
        of->text = NULL;
    } else if (question_read_field(c->catalogue, of->field, ps_str_of(said.text), &of->value, text,
                                   &err) == PS_OK) {
        of->text = cli_text(c, text);
    } else {
        code = cli_complain(c, CLI_USAGE, "%s '%s': %s", field->id, said.text, err.text);
    }
    buffer_free(&said);
    return code;
}

// ---- what it is now ----

static const char *now_told(const coach_run *run, const ps_intake_field *field, int32_t index)
{
    const ps_event *event = setup_told(&run->read.history, field->id);
    if (!run->coach->told.profile.values[index].given || !event) return NULL;
    return event->as.intake_given.value;
}

static void put_bounds(cli *c, const ps_intake_field *field)
{
    if (question_scale(field)) {
        paper_format(&c->page, INK_QUIET, "A number, %s.", question_scale(field));
    } else if (field->type == PS_ASK_INT || field->type == PS_ASK_NUMBER) {
        paper_format(&c->page, INK_QUIET, "A number from %d to %d.", field->low, field->high);
    } else if (field->type == PS_ASK_YES_NO) {
        paper_put(&c->page, INK_QUIET, "yes or no.");
    } else if (field->choices.count > 0) {
        paper_put(&c->page, INK_QUIET,
                  field->type == PS_ASK_ONE_OF ? "One of: " : "Some of, or none: ");
        for (int32_t i = 0; i < field->choices.count; i++) {
            paper_put(&c->page, INK_QUIET, i > 0 ? ", " : "");
            paper_put(&c->page, INK_NAME, field->choices.at[i]);
        }
    }
    paper_flow(&c->page, INDENT);
}

/// psoas setup FIELD: what it asks, what was told, what can be.
static void put_field(cli *c, const coach_run *run, const change *of)
{
    const ps_intake_field *field = field_of(c, of);
    const char *told = now_told(run, field, of->field);
    paper_put(&c->page, INK_TITLE, field->ask ? field->ask : field->hint);
    paper_flow(&c->page, 0);
    if (field->ask && field->hint) {
        paper_put(&c->page, INK_PLAIN, field->hint);
        paper_flow(&c->page, INDENT);
    }
    paper_format(&c->page, INK_PLAIN, "Told: %s", told ? told : "nothing yet");
    paper_flow(&c->page, INDENT);
    put_bounds(c, field);
}

// ---- what a wish needs ----

/// The exercise of a hazard check stands among the choices of the field.
static bool wants(const cli *c, const ps_intake_field *field, const ps_value *value,
                  const ps_hazard_check *check)
{
    const char *exercise = c->catalogue->exercises.at[check->exercise].id;
    for (int32_t i = 0; i < field->choices.count; i++) {
        const bool chosen = value->given && (value->chosen >> i & 1);
        if (chosen && strcmp(field->choices.at[i], exercise) == 0) return true;
    }
    return false;
}

static cli_exit stays_closed(cli *c, const ps_hazard_check *check)
{
    paper_gap(&c->page);
    paper_format(&c->page, INK_CARE,
                 "%s stays closed: it needs a no to all of these questions. Nothing was changed.",
                 c->catalogue->exercises.at[check->exercise].name);
    paper_flow(&c->page, 0);
    for (int32_t i = 0; i < check->questions.count; i++) {
        paper_put(&c->page, INK_PLAIN, check->questions.at[i].ask);
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    }
    return CLI_REFUSED;
}

/// Which of the things that a question names it is, so that the screening knows.
static cli_exit ask_which(cli *c, coach_run *run, const ps_hazard_question *of)
{
    question asked = {.kind = PS_QUESTION_ITEM, .section = "Which of them?"};
    bool stopped = false;
    for (int32_t i = 0; i < of->items.count && i < QUESTION_LINES_MAX; i++) {
        const int32_t item = of->items.at[i];
        asked.items[asked.count] = item;
        asked.flags[asked.count++] = PS_NONE;
    }
    return setup_ask_items(c, run, &asked, &stopped);
}

/// Asks one question of a check; only a no lets it go on.
static cli_exit ask_hazard(cli *c, coach_run *run, const ps_hazard_check *check, int32_t number)
{
    enum { ANSWER = 16 };
    const ps_hazard_question *of = &check->questions.at[number];
    char line[ANSWER];
    ps_answer answer;
    paper_gap(&c->page);
    paper_format(&c->page, INK_QUIET, "%d of %d  ", number + 1, check->questions.count);
    paper_put(&c->page, INK_TITLE, of->ask);
    paper_flow(&c->page, 0);
    paper_put(&c->page, INK_QUIET, "y yes · n no · ? not sure");
    paper_flow(&c->page, 0);
    while (data_ask(c, "> ", line, sizeof line)) {
        if (!question_read_answer(ps_str_of(line), &answer)) continue;
        if (answer == PS_ANSWER_NO) return CLI_OK;
        const cli_exit code = ask_which(c, run, of);
        return code == CLI_OK ? stays_closed(c, check) : code;
    }
    return stays_closed(c, check);
}

/// A check is made when its exercise is wished for anew; where nobody can be asked the answers of
/// the running round count.
static cli_exit check_hazards(cli *c, coach_run *run, const change *of)
{
    const ps_hazard_checks *checks = &c->catalogue->hazard_checks;
    const ps_intake_field *field = field_of(c, of);
    const ps_value before = run->coach->told.profile.values[of->field];
    cli_exit code = CLI_OK;
    if (strcmp(field->id, "optin") != 0) return CLI_OK;
    for (int32_t i = 0; i < checks->count && code == CLI_OK; i++) {
        const ps_hazard_check *check = &checks->at[i];
        if (!wants(c, field, &of->value, check) || wants(c, field, &before, check)) continue;
        for (int32_t k = 0; k < check->questions.count && code == CLI_OK && data_can_ask(c); k++) {
            code = ask_hazard(c, run, check, k);
        }
        const bool closed = run->coach->told.screened.hazards >> i & 1;
        if (code == CLI_OK && closed) code = stays_closed(c, check);
    }
    return code;
}

// ---- the change ----

/// A no that the number contradicts: said, because the number counts.
static void put_contradiction(cli *c, const coach_run *run, int32_t field)
{
    int32_t by = PS_NONE;
    const int32_t item = ps_screen_contradiction(c->catalogue, &run->coach->told.profile, &by);
    if (item == PS_NONE || by != field) return;
    paper_format(&c->page, INK_CARE, "You answered no to \"%s\" What you told now counts.",
                 c->catalogue->screening_items.at[item].ask);
    paper_flow(&c->page, 0);
}

/// Of pain, nights and hours the highest of some days counts: a smaller number does not undo it.
static void put_outlasting(cli *c, const coach_run *run, int32_t field)
{
    const ps_value *counts = &run->coach->told.profile.values[field];
    const ps_event *event = reading_source(c, run, field);
    const ps_event *told = setup_told(&run->read.history, c->catalogue->intake_fields.at[field].id);
    if (!event || event == told) return;
    buffer day = {0};
    words_day(&day, ps_local_day(event->at) + PS_PAIN_WINDOW_DAYS - 1);
    paper_format(
        &c->page, INK_CARE,
        "Kept. But %g was told before, and the highest of the last %d days counts: it does "
        "so up to and including %s. If that was a slip, mend it: ",
        counts->number, PS_PAIN_WINDOW_DAYS, day.text);
    paper_put(&c->page, INK_NAME, mend_line(c, run, event));
    paper_flow(&c->page, 0);
    buffer_free(&day);
}

static cli_exit store_change(cli *c, coach_run *run, const change *of)
{
    const ps_intake_field *field = field_of(c, of);
    const char *told = now_told(run, field, of->field);
    const char *before = told ? cli_text(c, told) : NULL;
    const bool same = before && of->text ? strcmp(before, of->text) == 0 : before == of->text;
    if (same) {
        paper_format(&c->page, INK_PLAIN, "%s is %s already.", field->id,
                     before ? before : "not told");
        paper_flow(&c->page, 0);
        return CLI_OK;
    }
    ps_event event = {
        .kind = PS_EVENT_intake_given, .as.intake_given = {.field = field->id, .value = of->text}
    };
    const cli_exit code = coach_run_add(c, run, &event, 1);
    if (code != CLI_OK) return code;
    paper_format(&c->page, INK_PLAIN, "%s: %s, before: %s", field->id,
                 of->text ? of->text : "not told", before ? before : "not told");
    paper_flow(&c->page, 0);
    put_contradiction(c, run, of->field);
    if (of->text) put_outlasting(c, run, of->field);
    if (run->coach->stage == PS_COACH_REFUSED) return coach_run_needs_plan(c, run);
    if (run->coach->stage == PS_COACH_READY) {
        put_command_line(c, "What follows from it: ", "psoas plan");
    }
    return CLI_OK;
}

cli_exit setup_change(cli *c)
{
    coach_run run = {0};
    change of = {0};
    cli_exit code = find_field(c, c->arguments[0], &of.field);
    if (code == CLI_OK && c->argument_count > 1) code = read_value(c, &of);
    if (code != CLI_OK) return code;

    const bool shows = c->argument_count == 1;
    code = coach_run_open(c, shows ? DATA_READ : DATA_WRITE, &run);
    if (code != CLI_OK) goto done;
    if (shows) {
        put_field(c, &run, &of);
        goto done;
    }
    if (!run.coach->told.consented) code = coach_run_needs_plan(c, &run);
    if (code == CLI_OK) code = check_hazards(c, &run, &of);
    if (code == CLI_OK) code = store_change(c, &run, &of);

done:
    coach_run_close(&run);
    return code;
}
