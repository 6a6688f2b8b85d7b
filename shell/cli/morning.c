// psoas morning: how the hip is on the morning after a session, and what follows for each side.
#include "shell/cli/coach_words.h"
#include "shell/cli/log.h"

#include <string.h>

enum { SIDES = 2, NOTES = 2, EVENTS_MAX = SIDES + NOTES, LABEL = 7, INDENT = 2 };

/// What was said: a score for each side, and about the night.
typedef struct {
    int32_t score[SIDES]; ///< left, right; PS_NOT_GIVEN
    bool noted[NOTES];    ///< by ps_day_note
    const char *note;
    ps_instant at;
} morning;

static const ps_side sides[SIDES] = {PS_SIDE_LEFT, PS_SIDE_RIGHT};
static const char *const note_options[NOTES] = {
    [PS_NOTED_SLEPT_BADLY] = "slept-badly", [PS_NOTED_ILL] = "ill"};

// ---- reading ----

/// SCORE is for --side, both without it.
static cli_exit read_score(cli *c, morning *to)
{
    if (c->argument_count == 0) {
        return cli_value(c, "side")
                   ? cli_usage(c, "--side wants a SCORE: psoas morning 2 --side left")
                   : CLI_OK;
    }
    int32_t score = 0;
    const int32_t side = cli_choice(c, "side");
    const cli_exit code =
        log_read_number(c, "SCORE", c->arguments[0], (ps_range){0, SCORE_MOST}, &score);
    for (int32_t i = 0; i < SIDES && code == CLI_OK; i++) {
        if (side == PS_NONE || side == PS_SIDE_BOTH || side == (int32_t)sides[i]) {
            to->score[i] = score;
        }
    }
    return code;
}

/// --left and --right, each for its own side.
static cli_exit read_sides(cli *c, morning *to)
{
    static const char *const options[SIDES] = {"left", "right"};
    static const char *const names[SIDES] = {"--left", "--right"};
    cli_exit code = CLI_OK;
    for (int32_t i = 0; i < SIDES && code == CLI_OK; i++) {
        const char *text = cli_value(c, options[i]);
        if (!text) continue;
        if (to->score[i] != PS_NOT_GIVEN) {
            return cli_usage(c, "the %s side has two scores: leave SCORE or %s out", options[i],
                             names[i]);
        }
        code = log_read_number(c, names[i], text, (ps_range){0, SCORE_MOST}, &to->score[i]);
    }
    return code;
}

static bool has_score(const morning *of)
{
    return of->score[0] != PS_NOT_GIVEN || of->score[1] != PS_NOT_GIVEN;
}

static cli_exit read_morning(cli *c, morning *to)
{
    *to = (morning){
        .score = {PS_NOT_GIVEN, PS_NOT_GIVEN},
          .note = cli_value(c, "note")
    };
    cli_exit code = read_score(c, to);
    if (code == CLI_OK) code = read_sides(c, to);
    if (code == CLI_OK) code = log_check_text(c, "--note", to->note);
    for (int32_t i = 0; i < NOTES; i++) to->noted[i] = cli_value(c, note_options[i]) != NULL;
    const bool noted = to->noted[PS_NOTED_SLEPT_BADLY] || to->noted[PS_NOTED_ILL];
    if (code == CLI_OK && to->note && !noted) {
        return cli_usage(c, "--note says more about --slept-badly or --ill: add one of them");
    }
    if (code == CLI_OK && !has_score(to) && !noted && !data_can_ask(c)) {
        return cli_usage(c, "a score is missing: psoas morning SCORE, from 0 (no pain) to 10");
    }
    return code;
}

/// Asks for each side when nothing was said on the command line; false when it was stopped.
static bool ask_morning(cli *c, morning *to)
{
    static const char *const questions[SIDES] = {
        "Left hip this morning, 0 (no pain) to 10 (the worst): ",
        "Right hip this morning, 0 to 10: ",
    };
    if (has_score(to) || to->noted[PS_NOTED_SLEPT_BADLY] || to->noted[PS_NOTED_ILL]) return true;
    for (int32_t i = 0; i < SIDES; i++) {
        if (!log_ask_number(c, questions[i], (ps_range){0, SCORE_MOST}, &to->score[i])) {
            return false;
        }
    }
    return log_ask_yes_no(c, "Did you sleep badly? (yes or no) ",
                          &to->noted[PS_NOTED_SLEPT_BADLY]) &&
           log_ask_yes_no(c, "Do you feel ill? (yes or no) ", &to->noted[PS_NOTED_ILL]);
}

// ---- storing ----

static ps_event report_of(const morning *of, ps_side side, int32_t score)
{
    return (ps_event){
        .at = of->at,
        .kind = PS_EVENT_morning_reported,
        .as.morning_reported = {.side = side, .pain = score},
    };
}

/// The events of a morning: one for both sides when they have the same score.
static int32_t events_of(const morning *of, ps_event events[EVENTS_MAX])
{
    int32_t count = 0;
    if (has_score(of) && of->score[0] == of->score[1]) {
        events[count++] = report_of(of, PS_SIDE_BOTH, of->score[0]);
    } else {
        for (int32_t i = 0; i < SIDES; i++) {
            if (of->score[i] == PS_NOT_GIVEN) continue;
            events[count++] = report_of(of, sides[i], of->score[i]);
        }
    }
    for (int32_t i = 0; i < NOTES; i++) {
        if (!of->noted[i]) continue;
        events[count++] = (ps_event){
            .at = of->at,
            .kind = PS_EVENT_day_noted,
            .as.day_noted = {.what = (ps_day_note)i, .note = of->note},
        };
    }
    return count;
}

// ---- what follows ----

static const char *const verdicts[] = {
    [PS_GREEN] = "all calm",
    [PS_NO_MORNING] = "no answer for the morning after yet, so nothing rises",
    [PS_AMBER] = "a little more than usual, so the dose holds",
    [PS_RED] = "clearly more, so it gets easier",
    [PS_STOP] = "a feeling that is a reason to stop",
};

/// Where a session is judged: items that work one side stand for it, all others for both.
enum { GROUPS = SIDES + 1 };
static const char *const groups[GROUPS] = {"left", "right", "both"};

static bool is_in(const cli *c, const ps_training_entry *entry, int32_t group)
{
    const bool per_side = c->catalogue->exercises.at[entry->exercise].per_side;
    return group == (per_side ? entry->side : SIDES);
}

static void put_changes(cli *c, const ps_coach *coach, int32_t group)
{
    buffer text = {0};
    for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        if (!is_in(c, entry, group)) continue;
        buffer_clear(&text);
        words_entry(&text, c->catalogue, entry, "");
        if (text.len == 0) continue;
        paper_format(&c->page, INK_PLAIN, "%s: %s",
                     c->catalogue->exercises.at[entry->exercise].name, text.text);
        paper_item(&c->page, INDENT + LABEL, INK_QUIET, "-", 2);
    }
    buffer_free(&text);
}

/// The verdict of the last session for a side, and what changes by it.
static void put_group(cli *c, const ps_coach *coach, int32_t group)
{
    static const paper_ink inks[] = {[PS_GREEN] = INK_GOOD,
                                     [PS_NO_MORNING] = INK_QUIET,
                                     [PS_AMBER] = INK_CARE,
                                     [PS_RED] = INK_CARE,
                                     [PS_STOP] = INK_STOP};
    int32_t worst = PS_NONE;
    for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
        const int32_t verdict = (int32_t)coach->entries[i].verdict;
        if (is_in(c, &coach->entries[i], group) && verdict > worst) worst = verdict;
    }
    if (worst == PS_NONE) return;
    paper_put(&c->page, inks[worst], verdicts[worst]);
    paper_item(&c->page, INDENT, INK_QUIET, groups[group], LABEL);
    put_changes(c, coach, group);
}

/// What was known of the last session, to see whether the report is about it.
typedef struct {
    int32_t count;
    const ps_training_entry *at; ///< copies, for the time of the run
} last_session;

static last_session last_session_of(cli *c, const ps_coach *coach)
{
    last_session of = {.count = coach->entry_count - coach->last_entries};
    ps_training_entry *copies = cli_take(c, of.count, sizeof *copies);
    for (int32_t i = 0; i < of.count; i++) copies[i] = coach->entries[coach->last_entries + i];
    of.at = copies;
    return of;
}

static bool has_changed(const last_session *before, const ps_coach *coach)
{
    const ps_training_entry *now = coach->entries + coach->last_entries;
    bool same = before->count == coach->entry_count - coach->last_entries;
    for (int32_t i = 0; i < before->count && same; i++) {
        same = before->at[i].morning == now[i].morning && before->at[i].verdict == now[i].verdict &&
               before->at[i].row == now[i].row;
    }
    return !same;
}

static void put_session(cli *c, const coach_run *run, const last_session *before)
{
    const ps_coach *coach = run->coach;
    if (coach->entry_count == coach->last_entries) return;
    buffer day = {0};
    words_day(&day, coach->entries[coach->last_entries].day);
    if (has_changed(before, coach)) {
        paper_gap(&c->page);
        paper_format(&c->page, INK_HEADING, "The session of %s", day.text);
        paper_flow(&c->page, 0);
        for (int32_t i = 0; i < GROUPS; i++) put_group(c, coach, i);
        paper_gap(&c->page);
    } else {
        paper_format(&c->page, INK_QUIET,
                     "For the session of %s nothing changes: only the morning after it counts.",
                     day.text);
        paper_flow(&c->page, 0);
    }
    buffer_free(&day);
}

static void put_stored(cli *c, const morning *of)
{
    paper_put(&c->page, INK_GOOD, "Kept:");
    if (has_score(of) && of->score[0] == of->score[1]) {
        paper_format(&c->page, INK_PLAIN, " morning %d of 10 on both sides", of->score[0]);
    } else {
        for (int32_t i = 0; i < SIDES; i++) {
            if (of->score[i] == PS_NOT_GIVEN) continue;
            const bool second = i > 0 && of->score[0] != PS_NOT_GIVEN;
            paper_format(&c->page, INK_PLAIN, "%s%s %d of 10", second ? ", " : " morning ",
                         words_side(sides[i]), of->score[i]);
        }
    }
    static const char *const words[NOTES] = {
        [PS_NOTED_SLEPT_BADLY] = "slept badly", [PS_NOTED_ILL] = "feeling ill"};
    bool begun = has_score(of);
    for (int32_t i = 0; i < NOTES; i++) {
        if (!of->noted[i]) continue;
        paper_format(&c->page, INK_PLAIN, "%s%s", begun ? ", " : " ", words[i]);
        begun = true;
    }
    log_put_when(c, of->at);
    paper_flow(&c->page, 0);
}

cli_exit morning_report(cli *c)
{
    morning said = {0};
    coach_run run = {0};
    ps_event events[EVENTS_MAX] = {0};
    cli_exit code = read_morning(c, &said);
    if (code == CLI_OK) code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) code = log_read_at(c, run.now, &said.at);
    if (code != CLI_OK) goto done;
    if (!ask_morning(c, &said)) {
        code = cli_complain(c, CLI_FAILED, "stopped; nothing was kept");
        goto done;
    }
    const log_outlook before = log_outlook_of(c, &run);
    const last_session session = last_session_of(c, run.coach);
    code = coach_run_add(c, &run, events, events_of(&said, events));
    if (code != CLI_OK) goto done;
    put_stored(c, &said);
    if (run.coach->stage == PS_COACH_READY) put_session(c, &run, &session);
    code = log_put_follow(c, &run, &before);

done:
    coach_run_close(&run);
    return code;
}
