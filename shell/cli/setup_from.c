// psoas setup --from FILE: answers from a file, all of them or none.
#include "shell/cli/intake_file.h"
#include "shell/cli/setup.h"
#include "shell/cli/source.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { INDENT = 2, EVENTS_MAX = PS_INTAKE_MAX + PS_ITEMS_MAX + 4 };

/// A file on its way into the history.
typedef struct {
    cli *c;
    coach_run run;
    const ps_told *told; ///< what is known before
    ps_told nothing;     ///< of somebody who is not here yet
    ps_day today;
    const char *name; ///< of the file, for messages
    intake_file file;
    bool begins;                 ///< a round of safety questions begins with it
    ps_event events[EVENTS_MAX]; ///< what it adds
    int32_t count;
    buffer changes; ///< lines "id: new, before: old"
    int32_t changed;
} reading;

/// Fields that are results of tests.
static const struct {
    const char *field, *test;
    ps_side side;
    bool gated; ///< counts only when the back stayed flat
} tests[] = {
    {"length_deg_L", "T_LEN",  PS_SIDE_LEFT,  true },
    {"length_deg_R", "T_LEN",  PS_SIDE_RIGHT, true },
    {"hold_s_L",     "T_HOLD", PS_SIDE_LEFT,  false},
    {"hold_s_R",     "T_HOLD", PS_SIDE_RIGHT, false},
    {"aslr_L",       "T_ASLR", PS_SIDE_LEFT,  false},
    {"aslr_R",       "T_ASLR", PS_SIDE_RIGHT, false},
};

static const char gate[] = "back_flat";

// ---- problems ----

static void complain(void *context, const ps_error *err)
{
    const reading *of = context;
    ps_error named = *err;
    named.file = of->name;
    (void)cli_fail(of->c, &named);
}

/// A problem that only shows when the whole file is read.
static void object(void *context, const ps_error *err)
{
    reading *of = context;
    complain(of, err);
    of->file.problems++;
}

static cli_exit not_stored(reading *of)
{
    if (of->file.problems > INTAKE_PROBLEMS_MAX) {
        buffer_format(&of->c->messages,
                      "There may be more; only the first %d problems are shown.\n",
                      (int)INTAKE_PROBLEMS_MAX);
    }
    buffer_text(&of->c->messages, "Nothing was stored.\n");
    return CLI_USAGE;
}

static int32_t field_called(const reading *of, const char *id)
{
    return ps_intake_field_find(of->c->catalogue, ps_str_of(id));
}

static const intake_line *line_of(const reading *of, const char *id)
{
    return &of->file.fields[field_called(of, id)];
}

// ---- what the file says together with what is known ----

static ps_profile merged(const reading *of)
{
    ps_profile profile = of->told->profile;
    for (int32_t i = 0; i < of->c->catalogue->intake_fields.count; i++) {
        if (intake_line_is(&of->file.fields[i])) profile.values[i] = of->file.fields[i].value;
    }
    for (int32_t i = 0; i < of->c->catalogue->screening_items.count; i++) {
        const intake_line *line = &of->file.items[i];
        if (intake_line_is(line)) profile.answers[i] = setup_answered(line->answer);
    }
    return profile;
}

/// A no beside a number that says yes: one of the two is a slip.
static void find_contradictions(reading *of)
{
    const ps_catalogue *catalogue = of->c->catalogue;
    ps_profile profile = merged(of);
    for (int32_t left = PS_ITEMS_MAX; left > 0; left--) {
        int32_t field = PS_NONE;
        const int32_t item = ps_screen_contradiction(catalogue, &profile, &field);
        if (item == PS_NONE) return;
        profile.answers[item] = PS_ANSWERED_YES; // to find the next one

        const intake_line *no = &of->file.items[item], *number = &of->file.fields[field];
        const char *id = catalogue->screening_items.at[item].id;
        const char *by = catalogue->intake_fields.at[field].id;
        const ps_event *told = setup_told(&of->run.read.history, by);
        const char *told_text = told ? told->as.intake_given.value : "";
        if (intake_line_is(no) && intake_line_is(number)) {
            intake_complain_at(object, of, PS_CONFLICT, no->at,
                               "%s: no, but line %d says %s: %s; that counts: correct one of them",
                               id, number->at.line, by, number->text);
        } else if (intake_line_is(no)) {
            intake_complain_at(
                object, of, PS_CONFLICT, no->at,
                "%s: no, but you told %s: %s before; that counts: correct one of them", id, by,
                told_text);
        } else if (intake_line_is(number)) {
            intake_complain_at(
                object, of, PS_CONFLICT, number->at,
                "%s: %s, but you answered no to %s before; the number counts: correct one of them",
                by, number->text, id);
        }
    }
}

/// A pain above the worst one: one of the two is a slip.
static void find_pains(reading *of)
{
    const ps_profile profile = merged(of);
    uint64_t among = 0;
    for (int32_t i = 0; i < of->c->catalogue->intake_fields.count; i++) {
        if (intake_line_is(&of->file.fields[i])) among |= UINT64_C(1) << i;
    }
    const int32_t above = question_above_worst(of->c->catalogue, &profile, among);
    if (above == PS_NONE) return;
    const intake_line *worst = line_of(of, "pain_worst_24h"), *more = &of->file.fields[above];
    intake_complain_at(object, of, PS_CONFLICT, worst->at,
                       "pain_worst_24h: %s, but line %d says %s: %s; the worst cannot be less",
                       worst->text, more->at.line, of->c->catalogue->intake_fields.at[above].id,
                       more->text);
}

/// Pregnant for no week at all: nobody knows which of the two is meant.
static void find_weeks(reading *of)
{
    const ps_catalogue *catalogue = of->c->catalogue;
    const int32_t item = ps_screening_item_find(catalogue, PS_STR("pregnant"));
    const intake_line *weeks = line_of(of, "weeks_pregnant"), *yes = &of->file.items[item];
    const ps_item_answer answer = merged(of).answers[item];
    const bool pregnant = answer == PS_ANSWERED_YES || answer == PS_ANSWERED_NOT_SURE;
    if (!intake_line_is(weeks) || !weeks->text || weeks->value.number >= 1 || !pregnant) return;
    if (intake_line_is(yes)) {
        intake_complain_at(object, of, PS_CONFLICT, weeks->at,
                           "weeks_pregnant: %s, but line %d says pregnant: yes or not sure; "
                           "correct one of them, or leave the weeks out",
                           weeks->text, yes->at.line);
    } else {
        intake_complain_at(object, of, PS_CONFLICT, weeks->at,
                           "weeks_pregnant: %s, but you answered yes or not sure to pregnant "
                           "before; leave the weeks out when you do not know them",
                           weeks->text);
    }
}

/// What is wished for although its questions do not all have a no.
static void find_hazards(reading *of)
{
    const ps_catalogue *catalogue = of->c->catalogue;
    const int32_t field = field_called(of, "optin");
    const intake_line *line = &of->file.fields[field];
    const ps_texts *choices = &catalogue->intake_fields.at[field].choices;
    const ps_profile profile = merged(of);
    ps_screen_result result;
    if (!intake_line_is(line)) return;
    ps_screen_at(catalogue, &profile, of->today, &result);
    for (int32_t i = 0; i < catalogue->hazard_checks.count; i++) {
        const char *id = catalogue->exercises.at[catalogue->hazard_checks.at[i].exercise].id;
        for (int32_t k = 0; k < choices->count; k++) {
            const bool wanted = (line->value.chosen >> k & 1) && strcmp(choices->at[k], id) == 0;
            if (!wanted || !(result.hazards >> i & 1)) continue;
            intake_complain_at(
                object, of, PS_CONFLICT, line->at,
                "optin: %s needs a no to its questions; see 'psoas exercise show %s'", id, id);
        }
    }
}

static void find_gate(reading *of)
{
    const intake_line *flat = line_of(of, gate);
    if (!intake_line_is(flat)) return;
    for (int32_t i = 0; i < PS_COUNT(tests); i++) {
        if (tests[i].gated && intake_line_is(line_of(of, tests[i].field))) return;
    }
    intake_complain_at(object, of, PS_CONFLICT, flat->at,
                       "back_flat goes with length_deg_L and length_deg_R, which are not here");
}

/// Before anything is stored somebody has agreed: in the file, or earlier.
static void find_consent(reading *of)
{
    if (intake_line_is(&of->file.consent) || of->told->consented) return;
    intake_complain_at(object, of, PS_CONFLICT, (ps_place){0},
                       "consent is missing: 'psoas consent' shows the text; when you agree, add "
                       "a line \"consent: %s\"",
                       of->c->catalogue->consent.version);
}

// ---- events ----

static void add_event(reading *of, ps_event event) { of->events[of->count++] = event; }

static void note_change(reading *of, const char *id, const char *before, const char *now)
{
    of->changed++;
    if (!before) return; // new is no change
    buffer_format(&of->changes, "%s: %s, before: %s\n", id, now, before);
}

static bool is_test(const char *field)
{
    if (strcmp(field, gate) == 0) return true;
    for (int32_t i = 0; i < PS_COUNT(tests); i++) {
        if (strcmp(tests[i].field, field) == 0) return true;
    }
    return false;
}

static void add_fields(reading *of)
{
    const ps_intake_fields *fields = &of->c->catalogue->intake_fields;
    const uint64_t fresh = setup_fresh_fields(of->c->catalogue, &of->run.read.history);
    for (int32_t i = 0; i < fields->count; i++) {
        const intake_line *line = &of->file.fields[i];
        const char *id = fields->at[i].id;
        if (!intake_line_is(line) || is_test(id)) continue;
        const ps_event *told = setup_told(&of->run.read.history, id);
        const bool given = of->told->profile.values[i].given;
        const char *before = told && given ? told->as.intake_given.value : NULL;
        const bool same =
            before && line->text ? strcmp(before, line->text) == 0 : before == line->text;
        // a new round asks anew, also for what stays as it was
        const bool stale = question_each_round(id) && !(fresh >> i & 1);
        if (same && !((of->begins || stale) && line->text)) continue;
        if (!same) note_change(of, id, before, line->text ? line->text : "not told");
        add_event(of, (ps_event){
                          .kind = PS_EVENT_intake_given,
                          .as.intake_given = {.field = id, .value = line->text}
        });
    }
}

/// The last result of a test on a side, or NULL.
static const ps_test_measured *measured_last(const reading *of, const char *test, ps_side side)
{
    const ps_history *history = &of->run.read.history;
    for (int32_t i = history->count - 1; i >= 0; i--) {
        const ps_event *event = history->events[i];
        if (event->kind != PS_EVENT_test_measured) continue;
        const ps_test_measured *found = &event->as.test_measured;
        if (found->side == side && strcmp(found->test, test) == 0) return found;
    }
    return NULL;
}

static void add_tests(reading *of)
{
    const intake_line *flat = line_of(of, gate);
    for (int32_t i = 0; i < PS_COUNT(tests); i++) {
        const intake_line *line = line_of(of, tests[i].field);
        if (!intake_line_is(line) || !line->text) continue;
        const ps_test_measured *last = measured_last(of, tests[i].test, tests[i].side);
        // without a word about the back a length does not count
        const bool said = intake_line_is(flat), flat_back = said && flat->value.number != 0;
        const bool valid = !tests[i].gated || flat_back;
        const bool same_value =
            last && last->value >= line->value.number && last->value <= line->value.number;
        if (same_value && (last->valid == valid || (tests[i].gated && !said))) continue;
        char before[32];
        if (last) snprintf(before, sizeof before, "%g", last->value);
        note_change(of, tests[i].field, last ? before : NULL, line->text);
        add_event(of, (ps_event){
                          .kind = PS_EVENT_test_measured,
                          .as.test_measured = {.test = tests[i].test,
                                               .side = tests[i].side,
                                               .value = line->value.number,
                                               .valid = valid}
        });
    }
}

static void add_items(reading *of)
{
    static const char *const words[] = {
        [PS_ANSWERED_NO] = "no", [PS_ANSWERED_YES] = "yes", [PS_ANSWERED_NOT_SURE] = "not sure"};
    const ps_screening_items *items = &of->c->catalogue->screening_items;
    for (int32_t i = 0; i < items->count; i++) {
        const intake_line *line = &of->file.items[i];
        if (!intake_line_is(line)) continue;
        const ps_item_answer before = of->told->profile.answers[i];
        const ps_item_answer now = setup_answered(line->answer);
        if (before == now) continue;
        note_change(of, items->at[i].id, before != PS_NOT_ANSWERED ? words[before] : NULL,
                    words[now]);
        add_event(of, (ps_event){
                          .kind = PS_EVENT_screen_answered,
                          .as.screen_answered = {items->at[i].id, line->answer}
        });
    }
}

static void add_begin(reading *of)
{
    const ps_screen_due due = of->told->due;
    if (!of->told->consented) add_event(of, consent_event(of->c));
    of->begins = due == PS_DUE_FIRST || (due != PS_DUE_NOT && of->file.item_count > 0);
    if (!of->begins) return;
    add_event(of, (ps_event){.kind = PS_EVENT_screen_started,
                             .as.screen_started = {.why = setup_round_why(due)}});
}

// ---- what follows ----

static void put_stored(reading *of)
{
    paper *page = &of->c->page;
    if (of->count == 0) {
        paper_put(page, INK_PLAIN, "All of it is known already; nothing has changed.");
    } else if (of->changed == 0) {
        paper_put(page, INK_PLAIN,
                  of->begins ? "Stored; a round of safety questions has begun."
                             : "Stored; nothing is different.");
    } else {
        buffer text = {0};
        data_put_count(&text, of->changed, "answer", "answers");
        paper_format(page, INK_PLAIN, "Stored: %s from %s.", text.text, of->name);
        buffer_free(&text);
    }
    paper_flow(page, 0);
    const char *line = of->changes.text ? of->changes.text : "";
    if (*line) paper_heading(page, "Changed", NULL);
    for (; *line; line += strcspn(line, "\n") + 1) {
        paper_put_str(page, INK_PLAIN, (ps_str){line, (int32_t)strcspn(line, "\n")});
        paper_flow(page, INDENT);
    }
    paper_gap(page);
}

static cli_exit put_outcome(reading *of)
{
    const ps_coach_stage stage = of->run.coach->stage;
    if (stage == PS_COACH_READY) {
        setup_put_result(of->c, &of->run);
        return CLI_OK;
    }
    const cli_exit code = coach_run_needs_plan(of->c, &of->run);
    return stage == PS_COACH_QUESTIONS ? CLI_OK : code; // the file was only a part
}

/// Whether the file can be stored as it stands; every problem is named.
static cli_exit check(reading *of)
{
    if (of->file.problems == 0) find_consent(of);
    find_contradictions(of);
    find_weeks(of);
    find_pains(of);
    find_hazards(of);
    find_gate(of);
    return of->file.problems > 0 ? not_stored(of) : CLI_OK;
}

static cli_exit store_file(reading *of)
{
    add_begin(of);
    add_fields(of);
    add_tests(of);
    add_items(of);
    return of->count > 0 ? coach_run_add(of->c, &of->run, of->events, of->count) : CLI_OK;
}

static cli_exit read_file(reading *of, const char *path)
{
    const source_file from = {path, "answers for psoas", INTAKE_FILE_BYTES_MAX};
    buffer text = {0};
    of->name = source_name(&from);
    cli_exit code = source_read(of->c, &from, &text);
    const ps_str all = {text.text ? text.text : "", (int32_t)text.len};
    // what is wrong in a line counts among the problems; the check names what else is
    if (code == CLI_OK &&
        intake_file_read(of->c->catalogue, all, &of->c->room, complain, of, &of->file) != PS_OK) {
        assert(of->file.problems > 0);
    }
    buffer_free(&text);
    return code;
}

static bool is_empty(const intake_file *file)
{
    return !intake_line_is(&file->consent) && file->field_count + file->item_count == 0;
}

/// What is known before the file: of somebody who is not here yet, nothing.
static cli_exit look(reading *of)
{
    bool there = false;
    ps_instant now = {0};
    cli_exit code = setup_has_data(of->c, &there);
    if (code == CLI_OK) code = now_read(of->c, &now);
    if (code == CLI_OK && there) code = coach_run_open(of->c, DATA_CREATE, &of->run);
    if (code != CLI_OK) return code;
    of->today = ps_local_day(now);
    of->told = &of->nothing;
    if (there) {
        of->told = &of->run.coach->told;
        return CLI_OK;
    }
    ps_intake nobody;
    ps_intake_start(&nobody, of->c->catalogue, of->today);
    ps_intake_at(&nobody, of->today, &of->nothing);
    return CLI_OK;
}

/// No folder is made before the file has passed every check.
static cli_exit open_checked(reading *of)
{
    if (of->run.in) return CLI_OK;
    const cli_exit code = coach_run_open(of->c, DATA_CREATE, &of->run);
    if (code == CLI_OK) of->told = &of->run.coach->told;
    return code;
}

cli_exit setup_from(cli *c, const char *path)
{
    reading *of = cli_take(c, 1, sizeof *of);
    of->c = c;
    cli_exit code = read_file(of, path);
    if (code == CLI_OK && is_empty(&of->file) && of->file.problems == 0) {
        intake_complain_at(object, of, PS_CONFLICT, (ps_place){1, 1},
                           "says nothing; want lines \"id: value\"");
    }
    if (code == CLI_OK) code = look(of);
    if (code == CLI_OK) code = check(of);
    if (code == CLI_OK) code = open_checked(of);
    if (code == CLI_OK) code = store_file(of);
    if (code != CLI_OK) goto done;
    put_stored(of);
    code = put_outcome(of);

done:
    buffer_free(&of->changes);
    coach_run_close(&of->run);
    return code;
}
