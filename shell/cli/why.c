// psoas why: where the sources disagree, how good their claims are, and what we do about it.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/words.h"

#include <ctype.h>
#include <string.h>

enum { INDENT = 2, LABEL = 15, SLUG_COLUMNS = 22, ID_MAX = 64 };

// ---- a conflict ----

static void put_part(cli *c, const char *heading, const char *note, const char *text)
{
    paper_heading(&c->page, heading, note);
    paper_put(&c->page, INK_PLAIN, text);
    paper_flow(&c->page, INDENT);
}

static paper_ink severity_ink(ps_severity severity)
{
    static const paper_ink inks[] = {INK_QUIET, INK_CARE, INK_STOP};
    return inks[severity];
}

static void put_conflict(cli *c, const ps_conflict *conflict)
{
    paper_title(&c->page, conflict->topic, conflict->slug);
    paper_put(&c->page, severity_ink(conflict->severity), words_severity(conflict->severity));
    paper_format(&c->page, INK_QUIET, ", %s", conflict->id);
    paper_flow(&c->page, 0);

    paper_heading(&c->page, "What the sources say", NULL);
    for (int32_t i = 0; i < conflict->positions.count; i++) {
        const ps_stance *stance = &conflict->positions.at[i];
        paper_put(&c->page, INK_PLAIN, stance->text);
        paper_item(&c->page, INDENT, INK_NAME, words_source(c->catalogue, stance->source), LABEL);
    }
    put_part(c, "What the evidence says", NULL, conflict->evidence);
    put_part(c, "What a careful clinician would do", NULL, conflict->clinician);
    put_part(c, "What we do unless you choose", "ours", conflict->our_default);
    put_part(c, "Where you can choose", "ours", conflict->choice);
    paper_heading(&c->page, "References", NULL);
    put_references(c, &conflict->references);
    cli_put_notice(c);
}

static void put_conflicts(cli *c)
{
    const ps_conflicts *all = &c->catalogue->conflicts;
    paper_title(&c->page, "Where the four sources disagree", "psoas why TOPIC");
    for (int32_t severity = PS_SEVERITY_HIGH; severity >= PS_SEVERITY_LOW; severity--) {
        bool begun = false;
        for (int32_t i = 0; i < all->count; i++) {
            if ((int32_t)all->at[i].severity != severity) continue;
            if (!begun) paper_heading(&c->page, words_severity((ps_severity)severity), NULL);
            begun = true;
            paper_put(&c->page, INK_PLAIN, all->at[i].topic);
            paper_item(&c->page, INDENT, INK_NAME, all->at[i].slug, SLUG_COLUMNS);
        }
    }
    paper_gap(&c->page);
    paper_format(&c->page, INK_QUIET,
                 "Their %d claims, and how good the evidence for them is: psoas why --claims",
                 c->catalogue->claims.count);
    paper_flow(&c->page, 0);
}

// ---- claims ----

static void put_verdict(cli *c, ps_verdict verdict, int32_t indent)
{
    paper_put(&c->page, verdict_ink(verdict), words_verdict(verdict));
    paper_format(&c->page, INK_PLAIN, ": %s.", words_verdict_meaning(verdict));
    paper_flow(&c->page, indent);
}

static bool uses_claim(const ps_exercise *exercise, int32_t claim)
{
    for (int32_t i = 0; i < exercise->claims.count; i++) {
        if (exercise->claims.at[i] == claim) return true;
    }
    return false;
}

static void put_users(cli *c, const ps_claim *claim)
{
    const int32_t index = (int32_t)(claim - c->catalogue->claims.at);
    bool found = false;
    for (int32_t i = 0; i < c->catalogue->exercises.count; i++) {
        const ps_exercise *exercise = &c->catalogue->exercises.at[i];
        if (!uses_claim(exercise, index)) continue;
        if (!found) paper_heading(&c->page, "Made about", NULL);
        paper_put(&c->page, INK_PLAIN, found ? ", " : "");
        paper_put(&c->page, INK_NAME, exercise->id);
        found = true;
    }
    paper_flow(&c->page, INDENT);
}

static void put_claim_page(cli *c, const ps_claim *claim)
{
    const char *cite = c->catalogue->references.at[claim->source].cite;
    buffer kind = {0};
    buffer_format(&kind, "Claimed by: %.*s", (int)strcspn(cite, ","), cite);
    paper_title(&c->page, kind.text, claim->id);
    buffer_free(&kind);
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, claim->claim);
    paper_flow(&c->page, INDENT);

    paper_heading(&c->page, "Verdict", NULL);
    put_verdict(c, claim->verdict, INDENT);
    if (claim->comment) put_part(c, "Why", NULL, claim->comment);
    put_users(c, claim);
    paper_heading(&c->page, "References", NULL);
    put_references(c, &(ps_refs){.at = &claim->source, .count = 1});
    put_references(c, &claim->references);
    cli_put_notice(c);
}

/// The claims of one verdict, or of all when `only` is PS_NONE.
static void put_claims_list(cli *c, int32_t only)
{
    const ps_claims *all = &c->catalogue->claims;
    for (int32_t verdict = 0; verdict < ps_verdict_names.count; verdict++) {
        if (only != PS_NONE && only != verdict) continue;
        bool begun = false;
        for (int32_t i = 0; i < all->count; i++) {
            if ((int32_t)all->at[i].verdict != verdict) continue;
            if (!begun) {
                paper_gap(&c->page);
                put_verdict(c, (ps_verdict)verdict, 0);
                paper_gap(&c->page);
            }
            paper_put(&c->page, INK_PLAIN, all->at[i].claim);
            paper_item(&c->page, INDENT, INK_NAME, all->at[i].id, 9);
            begun = true;
        }
    }
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, "One in full: psoas why ID");
    paper_flow(&c->page, 0);
}

static cli_exit list_claims(cli *c)
{
    const ps_claims *all = &c->catalogue->claims;
    const int32_t only = cli_choice(c, "verdict");
    if (!c->json) {
        put_claims_list(c, only);
        return CLI_OK;
    }
    int32_t *found = cli_take(c, all->count, sizeof *found);
    int32_t count = 0;
    for (int32_t i = 0; i < all->count; i++) {
        if (only == PS_NONE || (int32_t)all->at[i].verdict == only) found[count++] = i;
    }
    envelope_write_refs(c, "claim", &(ps_refs){.at = found, .count = count}, (ps_refs){0});
    return CLI_OK;
}

// ---- a reference ----

static void put_reference(cli *c, const ps_reference *reference)
{
    paper_title(&c->page, "A source", reference->id);
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, reference->cite);
    paper_flow(&c->page, INDENT);
    if (reference->seen_in) {
        paper_heading(&c->page, "Read in", NULL);
        paper_put(&c->page, INK_PLAIN, reference->seen_in);
        if (strchr(reference->seen_in, ' ')) {
            paper_flow(&c->page, INDENT);
        } else {
            paper_row(&c->page, INDENT); // an address stays whole, so that it can be opened
        }
    } else {
        put_part(c, "Unverified", NULL, "From memory; nobody has looked it up for this product.");
    }
}

// ---- what is open ----

static void put_open_point(cli *c, const ps_open_point *point)
{
    paper_put(&c->page, INK_PLAIN, point->text);
    if (point->references.count > 0) put_reference_ids(c, &point->references);
    paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
}

/// The first of the points that the same people decide.
static bool is_first(const ps_open_points *all, int32_t index)
{
    for (int32_t i = 0; i < index; i++) {
        if (strcmp(all->at[i].who, all->at[index].who) == 0) return false;
    }
    return true;
}

static void put_open_points(cli *c, const ps_open_points *all)
{
    paper_title(&c->page, "Not decided or not checked yet", "psoas open");
    for (int32_t first = 0; first < all->count; first++) {
        if (!is_first(all, first)) continue;
        buffer heading = {0};
        buffer_format(&heading, "For: %s", all->at[first].who);
        paper_heading(&c->page, heading.text, NULL);
        buffer_free(&heading);
        for (int32_t i = first; i < all->count; i++) {
            if (strcmp(all->at[i].who, all->at[first].who) == 0) put_open_point(c, &all->at[i]);
        }
    }
    cli_put_notice(c);
}

cli_exit open_list(cli *c)
{
    if (c->json) {
        envelope_write_refs(c, "open-point", NULL, (ps_refs){0});
    } else {
        put_open_points(c, &c->catalogue->open_points);
    }
    return CLI_OK;
}

// ---- the command ----

const char *topic_at(const ps_catalogue *catalogue, int32_t index)
{
    const int32_t conflicts = catalogue->conflicts.count, claims = catalogue->claims.count;
    const int32_t references = catalogue->references.count, codes = catalogue->codes.count;
    if (index < conflicts) return catalogue->conflicts.at[index].slug;
    if ((index -= conflicts) < claims) return catalogue->claims.at[index].id;
    if ((index -= claims) < conflicts) return catalogue->conflicts.at[index].id;
    if ((index -= conflicts) < references) return catalogue->references.at[index].id;
    if ((index -= references) < codes) return catalogue->codes.at[index].id;
    return NULL;
}

static const char *topic_name_at(const void *context, int32_t index)
{
    return topic_at(context, index);
}

static cli_exit show_topic(cli *c, const char *topic)
{
    char id[ID_MAX] = ""; // ids have capitals, slugs have not
    for (size_t i = 0; topic[i] && i + 1 < sizeof id; i++) {
        id[i] = (char)toupper((unsigned char)topic[i]);
    }
    const ps_conflict *conflict = ps_conflict_find(c->catalogue, ps_str_of(topic));
    if (!conflict) conflict = ps_conflict_find(c->catalogue, ps_str_of(id));
    const ps_claim *claim = ps_claim_find(c->catalogue, ps_str_of(id));
    const int32_t reference = c->names.find(c->names.context, "references", ps_str_of(id));
    const ps_contraindication *code = code_find(c->catalogue, id);
    const void *item = conflict         ? (const void *)conflict
                       : claim          ? (const void *)claim
                       : code           ? (const void *)code
                       : reference >= 0 ? (const void *)&c->catalogue->references.at[reference]
                                        : NULL;
    if (!item && list_topics(c, topic)) return CLI_OK;
    if (!item) {
        const int32_t near = ps_closest(c->catalogue, topic_name_at, ps_str_of(topic));
        cli_unknown(c, CLI_NOT_FOUND, "topic", topic,
                    near == PS_NONE ? NULL : topic_at(c->catalogue, near));
        buffer_text(&c->messages, "Try 'psoas why' for all topics.\n");
        return CLI_NOT_FOUND;
    }
    if (c->json) {
        envelope_write(c,
                       conflict ? "conflict"
                       : claim  ? "claim"
                       : code   ? "code"
                                : "reference",
                       &item, 1);
    } else if (conflict) {
        put_conflict(c, conflict);
    } else if (claim) {
        put_claim_page(c, claim);
    } else if (code) {
        put_code_page(c, code);
    } else {
        put_reference(c, item);
    }
    return CLI_OK;
}

cli_exit why(cli *c)
{
    if (cli_value(c, "verdict") && !cli_value(c, "claims")) {
        return cli_usage(c, "--verdict chooses among claims: add --claims");
    }
    if (cli_value(c, "claims")) {
        if (c->argument_count > 0) return cli_usage(c, "--claims lists them all: leave TOPIC out");
        return list_claims(c);
    }
    if (c->argument_count > 0) return show_topic(c, c->arguments[0]);
    if (c->json) {
        envelope_write_refs(c, "conflict", NULL, (ps_refs){0});
    } else {
        put_conflicts(c);
    }
    return CLI_OK;
}
