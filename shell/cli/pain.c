// psoas pain: a score with its place, side and context; and the weekly look at what makes a hip
// irritable.
#include "shell/cli/coach_words.h"
#include "shell/cli/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---- places ----

const char *log_place_at(const ps_catalogue *catalogue, int32_t index)
{
    return index < catalogue->places.count ? catalogue->places.at[index].id : NULL;
}

int32_t log_place_find(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->places.count; i++) {
        if (strcmp(catalogue->places.at[i].id, id) == 0) return i;
    }
    return PS_NONE;
}

void log_put_where(buffer *to, const ps_catalogue *catalogue, const char *place, ps_side side)
{
    const int32_t index = place ? log_place_find(catalogue, place) : PS_NONE;
    const bool sided = index == PS_NONE || catalogue->places.at[index].sided;
    if (place) buffer_text(to, index == PS_NONE ? place : catalogue->places.at[index].text);
    if (!sided) return;
    buffer_format(to, "%s%s", place ? ", " : "", words_side(side));
}

// ---- one report ----

typedef struct {
    int32_t score, place;
    ps_side side;
    ps_pain_context context;
    const char *note;
    ps_instant at;
} report;

/// What an intake field of choices says, as its index when it is just one; else PS_NONE.
static int32_t told_choice(const cli *c, const ps_coach *coach, const char *field)
{
    const int32_t index = ps_intake_field_find(c->catalogue, ps_str_of(field));
    if (index == PS_NONE) return PS_NONE;
    const ps_value *value = &coach->told.profile.values[index];
    const bool one = value->given && value->chosen && (value->chosen & (value->chosen - 1)) == 0;
    int32_t bit = 0;
    while (one && (value->chosen >> bit & 1) == 0) bit++;
    return one ? bit : PS_NONE;
}

/// The place that the person told, when it was only one; else the front of the hip, which comes
/// first on the body map.
static int32_t usual_place(const cli *c, const ps_coach *coach)
{
    const int32_t choice = told_choice(c, coach, "site");
    const int32_t field = ps_intake_field_find(c->catalogue, PS_STR("site"));
    for (int32_t i = 0; i < c->catalogue->places.count && choice != PS_NONE; i++) {
        const char *site = c->catalogue->places.at[i].site;
        if (site && strcmp(site, c->catalogue->intake_fields.at[field].choices.at[choice]) == 0) {
            return i;
        }
    }
    return 0;
}

/// The side that the person told, by its word; both when it was none.
static ps_side usual_side(const cli *c, const ps_coach *coach)
{
    const int32_t choice = told_choice(c, coach, "side");
    const int32_t field = ps_intake_field_find(c->catalogue, PS_STR("side"));
    if (choice == PS_NONE) return PS_SIDE_BOTH;
    const char *word = c->catalogue->intake_fields.at[field].choices.at[choice];
    const int32_t side = ps_enum_find(&ps_side_names, ps_str_of(word));
    return side == PS_NONE ? PS_SIDE_BOTH : (ps_side)side;
}

static cli_exit read_report(cli *c, const coach_run *run, report *to)
{
    const int32_t place = cli_choice(c, "place"), side = cli_choice(c, "side");
    const int32_t context = cli_choice(c, "context");
    *to = (report){
        .place = place == PS_NONE ? usual_place(c, run->coach) : place,
        .side = side == PS_NONE ? usual_side(c, run->coach) : (ps_side)side,
        .context = context == PS_NONE ? PS_PAIN_NOW : (ps_pain_context)context,
        .note = cli_value(c, "note"),
    };
    const ps_body_place *where = &c->catalogue->places.at[to->place];
    if (!where->sided && side != PS_NONE && side != PS_SIDE_BOTH) {
        return cli_usage(c, "--side %s: the %s has no left and right here",
                         ps_side_names.names[side], where->text);
    }
    if (!where->sided) to->side = PS_SIDE_BOTH;
    cli_exit code = log_check_text(c, "--note", to->note);
    if (code == CLI_OK) code = log_read_at(c, run->now, &to->at);
    if (code == CLI_OK && c->argument_count > 0) {
        code = log_read_number(c, "SCORE", c->arguments[0], (ps_range){0, SCORE_MOST}, &to->score);
    }
    return code;
}

/// Asks where, on which side and how much; false when it was stopped.
static bool ask_report(cli *c, report *to)
{
    static const char *const sides[] = {"both", "left", "right"};
    const ps_body_places *places = &c->catalogue->places;
    if (!cli_value(c, "place")) {
        int32_t number = 0;
        paper_put(&c->page, INK_HEADING, "Where does it hurt?");
        paper_flow(&c->page, 0);
        for (int32_t i = 0; i < places->count; i++) {
            char label[16];
            snprintf(label, sizeof label, "%2d", i + 1);
            paper_put(&c->page, INK_PLAIN, places->at[i].text);
            paper_item(&c->page, 2, INK_NAME, label, 4);
        }
        if (!log_ask_number(c, "Its number: ", (ps_range){1, places->count}, &number)) return false;
        to->place = number - 1;
    }
    const bool sided = places->at[to->place].sided;
    if (!sided) to->side = PS_SIDE_BOTH;
    if (sided && !cli_value(c, "side")) {
        const int32_t side =
            log_ask_word(c, "Which side: left, right or both? ", sides, PS_COUNT(sides));
        if (side == PS_NONE) return false;
        to->side = (ps_side)side;
    }
    return log_ask_number(c, "How much, from 0 (no pain) to 10 (the worst you can imagine)? ",
                          (ps_range){0, SCORE_MOST}, &to->score);
}

static const char *const contexts[] = {
    [PS_PAIN_NOW] = "now",
    [PS_PAIN_AT_REST] = "at rest",
    [PS_PAIN_ORDINARY] = "in ordinary activity",
    [PS_PAIN_WORST_24H] = "the worst of 24 hours",
    [PS_PAIN_DURING] = "during exercise",
};

const char *log_context(ps_pain_context context) { return contexts[context]; }

/// Domain 5.12: what spreads down the leg is a reason to stop, and to ask.
static void put_spreading(cli *c, const char *place)
{
    if (strcmp(place, "lower_leg") != 0) return;
    paper_put(&c->page, INK_CARE,
              "Pain or tingling that runs down the leg should be seen by a doctor or "
              "physiotherapist before you train on. If it is new, say so: ");
    paper_put(&c->page, INK_NAME, "psoas screen --new");
    paper_flow(&c->page, 0);
}

static cli_exit store_report(cli *c, coach_run *run, const report *of)
{
    const log_outlook before = log_outlook_of(c, run);
    const char *place = c->catalogue->places.at[of->place].id;
    ps_event event = {
        .at = of->at,
        .kind = PS_EVENT_pain_reported,
        .as.pain_reported = {.place = place,
                             .side = of->side,
                             .pain = of->score,
                             .context = of->context,
                             .note = of->note},
    };
    const cli_exit code = coach_run_add(c, run, &event, 1);
    if (code != CLI_OK) return code;
    buffer where = {0};
    log_put_where(&where, c->catalogue, place, of->side);
    paper_put(&c->page, INK_GOOD, "Kept:");
    paper_format(&c->page, INK_PLAIN, " pain %d of 10, %s, %s", of->score, where.text,
                 contexts[of->context]);
    log_put_when(c, of->at);
    paper_flow(&c->page, 0);
    buffer_free(&where);
    if (of->score > 0) put_spreading(c, place);
    return log_put_follow(c, run, &before);
}

// ---- the command ----

static cli_exit check_line(cli *c)
{
    const bool week = cli_value(c, "week") != NULL;
    static const char *const single[] = {"place", "side", "context", "note", "at"};
    static const char *const weekly[] = {"worst", "rest", "ordinary", "settle", "nights"};
    for (int32_t i = 0; i < PS_COUNT(single) && week; i++) {
        if (!cli_value(c, single[i])) continue;
        return cli_usage(c, "--%s belongs to a single score, not to --week", single[i]);
    }
    for (int32_t i = 0; i < PS_COUNT(weekly) && !week; i++) {
        if (!cli_value(c, weekly[i])) continue;
        return cli_usage(c, "--%s belongs to the weekly look: add --week", weekly[i]);
    }
    if (week && c->argument_count > 0) return cli_usage(c, "--week takes no SCORE");
    if (!week && c->argument_count == 0 && !data_can_ask(c)) {
        return cli_usage(c, "a score is missing: psoas pain SCORE, from 0 (no pain) to 10");
    }
    return CLI_OK;
}

cli_exit pain_report(cli *c)
{
    coach_run run = {0};
    report said = {0};
    cli_exit code = check_line(c);
    if (code == CLI_OK) code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK && cli_value(c, "week")) {
        code = pain_week(c, &run);
        goto done;
    }
    if (code == CLI_OK) code = read_report(c, &run, &said);
    if (code != CLI_OK) goto done;
    if (c->argument_count == 0 && !ask_report(c, &said)) {
        code = cli_complain(c, CLI_FAILED, "stopped; nothing was kept");
        goto done;
    }
    code = store_report(c, &run, &said);

done:
    coach_run_close(&run);
    return code;
}

// ---- the weekly look ----

/// The answers that irritability is computed from, and the options that give them.
static const struct {
    const char *option, *field;
} looks[] = {
    {"worst",    "pain_worst_24h"},
    {"rest",     "pain_rest"     },
    {"ordinary", "pain_ordinary" },
    {"settle",   "settle_hours"  },
    {"nights",   "night_wake"    },
};
enum { LOOKS = PS_COUNT(looks), NUMBER_TEXT = 16 };

/// Reads or asks the i-th answer; CLI_FAILED when it was stopped.
static cli_exit look_at(cli *c, int32_t i, int32_t *answer)
{
    const int32_t index = ps_intake_field_find(c->catalogue, ps_str_of(looks[i].field));
    const ps_intake_field *field = &c->catalogue->intake_fields.at[index];
    const ps_range limits = {field->low, field->high};
    const char *text = cli_value(c, looks[i].option);
    char name[CLI_WORDS];
    snprintf(name, sizeof name, "--%s", looks[i].option);
    if (text) return log_read_number(c, name, text, limits, answer);
    if (!data_can_ask(c)) {
        return cli_usage(c, "%s is missing: %s (%d to %d)", name, field->ask, limits.low,
                         limits.high);
    }
    char question[PS_NOTE_MAX];
    snprintf(question, sizeof question, "%s (%d to %d) ", field->ask, limits.low, limits.high);
    if (log_ask_number(c, question, limits, answer)) return CLI_OK;
    return cli_complain(c, CLI_FAILED, "stopped; nothing was kept");
}

/// The worst pain is the first look; those from there on that are pains, too.
enum { LOOK_WORST = 0, LOOK_REST = 1, LOOK_ORDINARY = 2 };

static bool is_above_worst(const int32_t *answers, int32_t i)
{
    return (i == LOOK_REST || i == LOOK_ORDINARY) && answers[i] > answers[LOOK_WORST];
}

/// At the terminal a pain above the worst one is asked for again.
static cli_exit look_until_it_fits(cli *c, int32_t i, int32_t *answers)
{
    cli_exit code = look_at(c, i, &answers[i]);
    while (code == CLI_OK && is_above_worst(answers, i) && !cli_value(c, looks[i].option) &&
           !cli_value(c, looks[LOOK_WORST].option)) {
        paper_format(&c->page, INK_CARE,
                     "The worst pain of 24 hours was %d, so this cannot be more. If the worst was "
                     "more, stop with Ctrl-D and begin again.",
                     answers[LOOK_WORST]);
        paper_flow(&c->page, 0);
        code = look_at(c, i, &answers[i]);
    }
    return code;
}

static cli_exit check_looks(cli *c, const int32_t *answers)
{
    for (int32_t i = 0; i < LOOKS; i++) {
        if (!is_above_worst(answers, i)) continue;
        return cli_usage(c,
                         "the worst pain of 24 hours is %d, but pain %s is %d: the worst cannot be "
                         "less",
                         answers[LOOK_WORST], i == LOOK_REST ? "at rest" : "in ordinary activity",
                         answers[i]);
    }
    return CLI_OK;
}

cli_exit pain_week(cli *c, coach_run *run)
{
    ps_event events[LOOKS] = {0};
    char texts[LOOKS][NUMBER_TEXT];
    int32_t answers[LOOKS] = {0};
    cli_exit code = CLI_OK;
    for (int32_t i = 0; i < LOOKS && code == CLI_OK; i++) {
        code = look_until_it_fits(c, i, answers);
        snprintf(texts[i], sizeof texts[i], "%d", answers[i]);
        events[i] = (ps_event){
            .kind = PS_EVENT_intake_given,
            .as.intake_given = {.field = looks[i].field, .value = texts[i]},
        };
    }
    if (code == CLI_OK) code = check_looks(c, answers);
    if (code != CLI_OK) return code;
    const log_outlook before = log_outlook_of(c, run);
    code = coach_run_add(c, run, events, LOOKS);
    if (code != CLI_OK) return code;
    paper_put(&c->page, INK_GOOD, "Kept.");
    paper_flow(&c->page, 0);
    return log_put_follow(c, run, &before);
}
