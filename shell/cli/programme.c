// psoas programme: the programmes of the four sources, as they stand there.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/words.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, NUMBER = 4, LABEL = 16, LIST_COLUMNS = 4 };

const char *programme_id_at(const ps_catalogue *catalogue, int32_t index)
{
    return index < catalogue->programmes.count ? catalogue->programmes.at[index].id : NULL;
}

static bool is_ours(const ps_parts *ours, ps_part part)
{
    for (int32_t i = 0; i < ours->count; i++) {
        if (ours->at[i] == part) return true;
    }
    return false;
}

/// "2–3 days a week (ours)"
static void put_span(buffer *to, ps_range range, const char *unit, const char *after, bool ours)
{
    const bool one = range.low == 1 && range.high == 1;
    words_range(to, range);
    buffer_format(to, " %s%s%s%s", unit, one ? "" : "s", after, ours ? " (ours)" : "");
}

void programme_put_schedule(buffer *to, const ps_programme *programme)
{
    const bool days = is_ours(&programme->ours, PS_PART_DAYS);
    const bool weeks = is_ours(&programme->ours, PS_PART_WEEKS);
    put_span(to, programme->days_per_week, "day", " a week", days && !weeks);
    buffer_text(to, ", for ");
    put_span(to, programme->weeks, "week", "", weeks && !days);
    if (days && weeks) buffer_text(to, " (both ours)");
}

// ---- the items ----

/// The word and the ink of an item that does not simply run.
static const struct {
    const char *word;
    paper_ink name, mark;
} statuses[] = {
    [PS_ITEM_RUNS] = {NULL,     INK_PLAIN, INK_PLAIN},
    [PS_ITEM_OFF] = {"off",    INK_OFF,   INK_STOP },
    [PS_ITEM_OPT_IN] = {"opt-in", INK_PLAIN, INK_CARE },
    [PS_ITEM_ADVICE] = {"advice", INK_PLAIN, INK_QUIET},
};

static void put_replacement(cli *c, const ps_programme_item *item)
{
    if (item->reason) {
        paper_put(&c->page, INK_PLAIN, item->reason);
        paper_item(&c->page, INDENT + NUMBER, INK_CARE, "why", 9);
    }
    if (item->replacement != PS_NONE) {
        paper_put(&c->page, INK_NAME, exercise_at(c, item->replacement)->id);
        paper_item(&c->page, INDENT + NUMBER, INK_CARE, "instead", 9);
    }
}

static void put_item(cli *c, const ps_programme_item *item, int32_t number)
{
    const ps_exercise *exercise = exercise_at(c, item->exercise);
    char label[16];
    snprintf(label, sizeof label, "%d.", number);
    const char *word = statuses[item->status].word;
    if (word) {
        paper_format(&c->page, statuses[item->status].mark, "%s", word);
        paper_put(&c->page, INK_PLAIN, ": ");
    }
    paper_put(&c->page, statuses[item->status].name, exercise->name);
    paper_put(&c->page, INK_PLAIN, "  ");
    paper_put(&c->page, INK_NAME, exercise->id);
    paper_item(&c->page, INDENT, INK_QUIET, label, NUMBER);

    if (item->dose.sets.low != 0) {
        buffer words = {0};
        words_dose_filled(&words, &item->dose, item->ours);
        paper_put(&c->page, INK_PLAIN, words.text);
        paper_flow(&c->page, INDENT + NUMBER);
        buffer_free(&words);
    }
    put_replacement(c, item);
}

// ---- what else the article says ----

static void put_row(cli *c, const char *label, const char *text)
{
    if (!text) return;
    paper_put(&c->page, INK_PLAIN, text);
    paper_item(&c->page, INDENT, INK_QUIET, label, LABEL);
}

static void put_names(cli *c, const ps_refs *exercises)
{
    for (int32_t i = 0; i < exercises->count; i++) {
        paper_put(&c->page, INK_PLAIN, i == 0 ? " (" : ", ");
        paper_put(&c->page, INK_NAME, exercise_at(c, exercises->at[i])->id);
    }
    if (exercises->count > 0) paper_put(&c->page, INK_PLAIN, ")");
}

/// The claims that a rule rests on, each with its verdict, so that a rule is no advice of ours.
static void put_claims(cli *c, const ps_refs *claims)
{
    for (int32_t i = 0; i < claims->count; i++) {
        const ps_claim *claim = &c->catalogue->claims.at[claims->at[i]];
        paper_format(&c->page, verdict_ink(claim->verdict), " (%s: %s)", claim->id,
                     words_verdict(claim->verdict));
    }
}

static void put_rules(cli *c, const ps_programme *programme)
{
    if (programme->rules.count == 0 && !programme->rep_cap) return;
    paper_heading(&c->page, "Its rules", NULL);
    for (int32_t i = 0; i < programme->rules.count; i++) {
        const ps_programme_rule *rule = &programme->rules.at[i];
        paper_put(&c->page, INK_PLAIN, rule->says.text);
        put_names(c, &rule->applies_to);
        put_claims(c, &rule->claims);
        paper_put(&c->page, INK_QUIET, words_mark((ps_basis)rule->says.mark));
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    }
    if (programme->rep_cap) {
        paper_format(&c->page, INK_PLAIN, "Never more than %d repetitions.",
                     programme->rep_cap->reps);
        put_names(c, &programme->rep_cap->applies_to);
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    }
}

static void put_timeline(cli *c, const ps_programme *programme)
{
    if (programme->timeline.count == 0) return;
    paper_heading(&c->page, "What it expects, which is no promise of ours", NULL);
    for (int32_t i = 0; i < programme->timeline.count; i++) {
        put_row(c, programme->timeline.at[i].when, programme->timeline.at[i].text);
    }
}

// ---- the page ----

static void put_page(cli *c, const ps_programme *programme)
{
    paper_title(&c->page, programme->title, programme->id);
    paper_put(&c->page, INK_QUIET, c->catalogue->references.at[programme->reference].cite);
    paper_flow(&c->page, 0);

    paper_gap(&c->page);
    buffer schedule = {0};
    programme_put_schedule(&schedule, programme);
    put_row(c, "How often", schedule.text);
    buffer_free(&schedule);
    put_row(c, "Order",
            programme->order_prescribed
                ? "as the article prescribes it"
                : "the article only lists them; this is the order of its list");
    put_row(c, "Warm-up", programme->warm_up);
    put_row(c, "Intensity", programme->intensity);
    put_row(c, "Breaks", programme->sitting_break);

    if (programme->stop || programme->professional) {
        paper_gap(&c->page);
        paper_put(&c->page, INK_STOP, "When to stop, and who to see");
        paper_flow(&c->page, 0);
        put_row(c, "Stop", programme->stop);
        put_row(c, "Professional", programme->professional);
    }
    paper_heading(&c->page, "Exercises", NULL);
    for (int32_t i = 0; i < programme->items.count; i++) {
        put_item(c, &programme->items.at[i], i + 1);
    }
    put_timeline(c, programme);
    put_rules(c, programme);

    paper_heading(&c->page, "What holds for every programme of an article", NULL);
    paper_text(&c->page, INDENT, c->catalogue->source_rule.text);
    paper_put(&c->page, INK_QUIET, "How it would run for you: ");
    paper_format(&c->page, INK_NAME, "psoas programme start %s", programme->id);
    paper_flow(&c->page, INDENT);

    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET,
              "(ours): the article gives no number there, so we filled one in. The publisher of "
              "the article has no part in Psoas and does not endorse it.");
    paper_flow(&c->page, 0);
    cli_put_notice(c);
}

const ps_programme *programme_named(const cli *c, const char *id)
{
    const ps_programme *found = ps_programme_find(c->catalogue, ps_str_of(id));
    for (int32_t i = 0; i < c->catalogue->programmes.count && !found; i++) {
        const ps_programme *programme = &c->catalogue->programmes.at[i];
        const char *article = c->catalogue->references.at[programme->reference].id;
        const bool numbered = *id && strchr("PpSs", *id);
        if (numbered && strcmp(article + 1, id + 1) == 0) found = programme;
    }
    return found;
}

cli_exit programme_unknown(cli *c, const char *id)
{
    cli_unknown(c, CLI_NOT_FOUND, "programme", id,
                ps_names_closest(&c->names, "programmes", ps_str_of(id)));
    buffer_text(&c->messages, "Try 'psoas programme list'.\n");
    return CLI_NOT_FOUND;
}

cli_exit programme_show(cli *c)
{
    const ps_programme *programme = programme_named(c, c->arguments[0]);
    if (!programme) return programme_unknown(c, c->arguments[0]);
    if (c->json) {
        const void *item = programme;
        envelope_write(c, "programme", &item, 1);
    } else {
        put_page(c, programme);
    }
    return CLI_OK;
}

static void put_list(cli *c, const ps_programmes *all)
{
    static const paper_column columns[LIST_COLUMNS] = {
        {"id",        INK_NAME },
        {"title",     INK_PLAIN},
        {"how often", INK_QUIET},
        {"items",     INK_QUIET}
    };
    const char **cells = cli_take(c, all->count * LIST_COLUMNS, sizeof *cells);
    const char **row = cells;
    for (int32_t i = 0; i < all->count; i++, row += LIST_COLUMNS) {
        buffer schedule = {0}, items = {0};
        programme_put_schedule(&schedule, &all->at[i]);
        buffer_format(&items, "%d items", all->at[i].items.count);
        row[0] = all->at[i].id;
        row[1] = all->at[i].title;
        row[2] = cli_text(c, schedule.text);
        row[3] = cli_text(c, items.text);
        buffer_free(&schedule);
        buffer_free(&items);
    }
    paper_heading(&c->page, "Programmes of the four sources, as they stand there", NULL);
    paper_table(&c->page, columns, LIST_COLUMNS, cells, all->count);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET,
              "One in full: psoas programme show ID. Their publishers have no part in Psoas and do "
              "not endorse it.");
    paper_flow(&c->page, 0);
}

cli_exit programme_list(cli *c)
{
    if (c->json) {
        envelope_write_refs(c, "programme", NULL, (ps_refs){0});
    } else {
        put_list(c, &c->catalogue->programmes);
    }
    return CLI_OK;
}
