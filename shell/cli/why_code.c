// psoas why CODE: a condition, what it forbids and limits, what sets it and whom it touches; and
// psoas why WORD: the topics that a word names.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { INDENT = 2, BULLET = 2, WORD_MIN = 3, SLUG_COLUMNS = 22, ID_COLUMNS = 9 };

// ---- a condition ----

static void put_comma(cli *c)
{
    if (c->page.words.len > 0) paper_put(&c->page, INK_PLAIN, ", ");
}

/// One set of exercises in words: all the parts that are given.
static void put_describe(cli *c, const ps_describe *of)
{
    const ps_catalogue *in = c->catalogue;
    for (int32_t i = 0; i < of->kinds.count; i++) {
        put_comma(c);
        paper_put(&c->page, INK_PLAIN, ps_kind_names.names[of->kinds.at[i]]);
    }
    if (of->tag != PS_NONE) {
        put_comma(c);
        paper_put(&c->page, INK_PLAIN, in->tags.at[of->tag].text);
        paper_format(&c->page, INK_QUIET, " [%s]", in->tags.at[of->tag].id);
    }
    if (of->position != PS_NONE) {
        put_comma(c);
        paper_put(&c->page, INK_PLAIN, words_position((ps_position)of->position));
    }
    if (of->surface != PS_NONE) {
        put_comma(c);
        paper_put(&c->page, INK_PLAIN, words_surface((ps_surface)of->surface));
    }
    if (of->hip_above_deg != PS_ANGLE_NONE) {
        put_comma(c);
        paper_format(&c->page, INK_PLAIN, "hip bent more than %d degrees", of->hip_above_deg);
    }
    if (of->hip_below_deg != PS_ANGLE_NONE) {
        put_comma(c);
        if (of->hip_below_deg == 0) {
            paper_put(&c->page, INK_PLAIN, "hip straightened beyond the line of the trunk");
        } else {
            paper_format(&c->page, INK_PLAIN, "hip below %d degrees of bending", of->hip_below_deg);
        }
    }
    for (int32_t i = 0; i < of->exercises.count; i++) {
        put_comma(c);
        paper_put(&c->page, INK_NAME, in->exercises.at[of->exercises.at[i]].id);
    }
    paper_item(&c->page, INDENT, INK_QUIET, "-", BULLET);
}

static void put_describes(cli *c, const char *heading, const ps_describes *all)
{
    if (all->count == 0) return;
    paper_heading(&c->page, heading, "ours");
    for (int32_t i = 0; i < all->count; i++) put_describe(c, &all->at[i]);
}

/// Begins a list with its heading, once.
static void begin(cli *c, const char *heading, bool *begun)
{
    if (!*begun) paper_heading(&c->page, heading, "ours");
    *begun = true;
}

static bool sets_code(const ps_flag *flag, int32_t code)
{
    for (int32_t i = 0; i < flag->codes.count; i++) {
        if (flag->codes.at[i].code == code) return true;
    }
    return false;
}

/// The self-test whose result decides a derived code, or NULL.
static const ps_self_test *deciding_test(const ps_catalogue *in, int32_t derived)
{
    for (int32_t i = 0; i < in->self_tests.count; i++) {
        if (in->self_tests.at[i].sets == derived) return &in->self_tests.at[i];
    }
    return NULL;
}

static void put_setters(cli *c, int32_t code)
{
    static const char heading[] = "What sets it";
    const ps_catalogue *in = c->catalogue;
    bool begun = false;
    for (int32_t i = 0; i < in->flags.count; i++) {
        if (!sets_code(&in->flags.at[i], code)) continue;
        begin(c, heading, &begun);
        paper_put(&c->page, INK_PLAIN, in->flags.at[i].title);
        paper_format(&c->page, INK_QUIET, " [%s]", in->flags.at[i].id);
        paper_item(&c->page, INDENT, INK_QUIET, "-", BULLET);
    }
    for (int32_t i = 0; i < in->derived_codes.count; i++) {
        if (in->derived_codes.at[i].code != code) continue;
        begin(c, heading, &begun);
        const ps_self_test *test = deciding_test(in, i);
        if (test) paper_format(&c->page, INK_PLAIN, "%s: ", test->name);
        paper_put(&c->page, INK_PLAIN, in->derived_codes.at[i].text);
        paper_item(&c->page, INDENT, INK_QUIET, "-", BULLET);
    }
}

static void put_touched(cli *c, const char *heading, int32_t code, ps_code_mode mode)
{
    const ps_exercises *all = &c->catalogue->exercises;
    bool begun = false;
    for (int32_t i = 0; i < all->count; i++) {
        const char *note = NULL;
        if (ps_exercise_code(&all->at[i], code, &note) != mode) continue;
        begin(c, heading, &begun);
        paper_put(&c->page, INK_NAME, all->at[i].id);
        if (note) paper_format(&c->page, INK_PLAIN, ": %s", note);
        paper_item(&c->page, INDENT, INK_QUIET, "-", BULLET);
    }
}

void put_code_page(cli *c, const ps_contraindication *code)
{
    const int32_t index = (int32_t)(code - c->catalogue->codes.at);
    paper_title(&c->page, "A condition", code->id);
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, code->text);
    paper_flow(&c->page, INDENT);
    put_setters(c, index);
    put_describes(c, "What it forbids", &code->prohibits);
    put_describes(c, "What it forbids or changes", &code->limits);
    put_touched(c, "Not with it", index, PS_CODE_EXCLUDE);
    put_touched(c, "Only with changes", index, PS_CODE_MODIFY);
    cli_put_notice(c);
}

const ps_contraindication *code_find(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->codes.count; i++) {
        if (strcmp(catalogue->codes.at[i].id, id) == 0) return &catalogue->codes.at[i];
    }
    return NULL;
}

// ---- topics by a word ----

/// Whether a word of the text begins with `word`, in any case.
static bool begins_a_word(const char *text, const char *word)
{
    const size_t len = strlen(word);
    for (const char *at = text; *at; at++) {
        const bool start = at == text || !isalnum((unsigned char)at[-1]);
        if (start && strncasecmp(at, word, len) == 0) return true;
    }
    return false;
}

int32_t codes_about(cli *c, const char *const *words, int32_t count, const int32_t **found)
{
    const ps_contraindications *all = &c->catalogue->codes;
    int32_t *codes = cli_take(c, all->count, sizeof *codes), codes_count = 0;
    for (int32_t i = 0; i < all->count && count > 0; i++) {
        bool fits = true;
        for (int32_t k = 0; k < count && fits; k++) {
            fits = strlen(words[k]) >= WORD_MIN && begins_a_word(all->at[i].text, words[k]);
        }
        if (fits) codes[codes_count++] = i;
    }
    *found = codes;
    return codes_count;
}

void put_code_rows(cli *c, const char *heading, const int32_t *codes, int32_t count)
{
    if (count == 0) return;
    paper_heading(&c->page, heading, NULL);
    for (int32_t i = 0; i < count; i++) {
        const ps_contraindication *code = &c->catalogue->codes.at[codes[i]];
        paper_put(&c->page, INK_PLAIN, code->text);
        paper_item(&c->page, INDENT, INK_NAME, code->id, SLUG_COLUMNS);
    }
}

typedef struct {
    const int32_t *conflicts, *claims, *codes;
    int32_t conflict_count, claim_count, code_count;
} matches;

static matches matches_of(cli *c, const char *word)
{
    const ps_conflicts *conflicts = &c->catalogue->conflicts;
    const ps_claims *claims = &c->catalogue->claims;
    int32_t *questions = cli_take(c, conflicts->count, sizeof *questions);
    int32_t *said = cli_take(c, claims->count, sizeof *said);
    matches got = {.conflicts = questions, .claims = said};
    if (strlen(word) < WORD_MIN) return got;
    for (int32_t i = 0; i < conflicts->count; i++) {
        const ps_conflict *of = &conflicts->at[i];
        if (!begins_a_word(of->slug, word) && !begins_a_word(of->topic, word)) continue;
        questions[got.conflict_count++] = i;
    }
    for (int32_t i = 0; i < claims->count; i++) {
        if (begins_a_word(claims->at[i].claim, word)) said[got.claim_count++] = i;
    }
    got.code_count = codes_about(c, &word, 1, &got.codes);
    return got;
}

static void put_matches(cli *c, const matches *of)
{
    if (of->conflict_count > 0) paper_heading(&c->page, "Where the sources disagree", NULL);
    for (int32_t i = 0; i < of->conflict_count; i++) {
        const ps_conflict *conflict = &c->catalogue->conflicts.at[of->conflicts[i]];
        paper_put(&c->page, INK_PLAIN, conflict->topic);
        paper_item(&c->page, INDENT, INK_NAME, conflict->slug, SLUG_COLUMNS);
    }
    if (of->claim_count > 0) paper_heading(&c->page, "What the sources claim", NULL);
    for (int32_t i = 0; i < of->claim_count; i++) {
        const ps_claim *claim = &c->catalogue->claims.at[of->claims[i]];
        paper_put(&c->page, verdict_ink(claim->verdict), words_verdict(claim->verdict));
        paper_format(&c->page, INK_PLAIN, ": %s", claim->claim);
        paper_item(&c->page, INDENT, INK_NAME, claim->id, ID_COLUMNS);
    }
    put_code_rows(c, "Conditions", of->codes, of->code_count);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, "One in full: psoas why ID");
    paper_flow(&c->page, 0);
}

bool list_topics(cli *c, const char *word)
{
    const matches found = matches_of(c, word);
    if (found.conflict_count + found.claim_count + found.code_count == 0) return false;
    if (!c->json) {
        put_matches(c, &found);
    } else if (found.conflict_count > 0) {
        envelope_write_refs(c, "conflict",
                            &(ps_refs){.at = found.conflicts, .count = found.conflict_count},
                            (ps_refs){0});
    } else if (found.claim_count > 0) {
        envelope_write_refs(c, "claim", &(ps_refs){.at = found.claims, .count = found.claim_count},
                            (ps_refs){0});
    } else {
        envelope_write_refs(c, "code", &(ps_refs){.at = found.codes, .count = found.code_count},
                            (ps_refs){0});
    }
    return true;
}
