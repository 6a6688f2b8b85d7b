// Laws 9 and 11: claims, conflicts and what texts may do with them.
#include <ctype.h>
#include <string.h>

#include "laws_part.h"

static bool is_refuted(const ps_claim *claim)
{
    return claim->verdict == PS_CONTRADICTED || claim->verdict == PS_UNSUPPORTED;
}

static bool is_lower(const char *text)
{
    for (; *text; text++) {
        if (isupper((unsigned char)*text)) return false;
    }
    return true;
}

static void check_phrases(law_book *book, const void *record, ps_texts phrases)
{
    for (int32_t i = 0; i < phrases.count; i++) {
        if (is_lower(phrases.at[i])) continue;
        law_broken(book, record, "\"%s\" is compared with lower-case text, want no capitals",
                   phrases.at[i]);
    }
    law_names_once(book, record, phrases.at, phrases.count, "phrase");
}

void law_claims(law_book *book)
{
    for (int32_t i = 0; i < book->all->claims.count; i++) {
        const ps_claim *claim = &book->all->claims.at[i];
        const char *source = book->all->references.at[claim->source].id;
        // C001-07 is the seventh of S001
        const bool own = law_is_article(book->all, claim->source) && strlen(claim->id) == 7 &&
                         strncmp(claim->id + 1, source + 1, 3) == 0 && claim->id[4] == '-';
        if (!own) {
            law_broken(book, claim, "%s is said by %s, want an article and its number in the id",
                       claim->id, source);
        }
        if (is_refuted(claim) && claim->phrases.count == 0) {
            law_broken(book, claim, "%s is %s, want phrases that texts may not hold", claim->id,
                       ps_verdict_names.names[claim->verdict]);
        }
        check_phrases(book, claim, claim->phrases);
    }
}

// ---- what explanations say ----

enum { WORDS = 5 };

// clang-format off
/// What copy.yaml asks of a sentence about a claim: all of the first words, one of the others.
static const struct {
    bool may_be_said;
    const char *all[WORDS], *one_of[WORDS];
} manners[] = {
    [PS_SUPPORTED]          = {.may_be_said = true},
    [PS_PARTLY]             = {.may_be_said = true, .one_of = {"but", "only", "not", "nor", "no"}},
    [PS_PLAUSIBLE_UNTESTED] = {.may_be_said = true, .all = {"may", "untested"}},
    [PS_CONTESTED]          = {.may_be_said = false},
    [PS_CONTRADICTED]       = {.may_be_said = false},
    [PS_UNSUPPORTED]        = {.may_be_said = false},
    [PS_OPINION]            = {.may_be_said = true, .all = {"we suggest"}},
};
// clang-format on

static bool is_said_well(const char *says, ps_verdict verdict)
{
    bool limited = manners[verdict].one_of[0] == NULL;
    for (int32_t i = 0; i < WORDS && manners[verdict].all[i]; i++) {
        if (!law_has_word(says, manners[verdict].all[i])) return false;
    }
    for (int32_t i = 0; i < WORDS && manners[verdict].one_of[i]; i++) {
        limited = limited || law_has_word(says, manners[verdict].one_of[i]);
    }
    return limited;
}

static bool is_sentence(const char *text)
{
    const char *end = strpbrk(text, ".?!");
    return isupper((unsigned char)text[0]) && end && end[0] == '.' && end[1] == '\0';
}

static bool is_named(const ps_catalogue *all, int32_t claim)
{
    for (int32_t e = 0; e < all->exercises.count; e++) {
        if (law_has(all->exercises.at[e].claims, claim)) return true;
    }
    return false;
}

void law_claims_said(law_book *book)
{
    for (int32_t i = 0; i < book->all->claims.count; i++) {
        const ps_claim *claim = &book->all->claims.at[i];
        const char *verdict = ps_verdict_names.names[claim->verdict];
        const bool wanted = manners[claim->verdict].may_be_said && is_named(book->all, i);
        if ((claim->says != NULL) != wanted) {
            law_broken(book, claim, "%s is %s, want %s", claim->id, verdict,
                       wanted ? "a sentence for explanations" : "nothing said of it");
        } else if (wanted && !is_sentence(claim->says)) {
            law_broken(book, claim, "want one sentence, not \"%s\"", claim->says);
        } else if (wanted && !is_said_well(claim->says, claim->verdict)) {
            law_broken(book, claim, "%s is %s, which \"%s\" does not say", claim->id, verdict,
                       claim->says);
        }
    }
}

void law_grades(law_book *book)
{
    for (int32_t i = 0; i < book->all->references.count; i++) {
        const ps_reference *reference = &book->all->references.at[i];
        const bool memory = reference->mark == PS_FROM_MEMORY;
        const bool article = law_is_article(book->all, i);
        const bool right = article  ? reference->grade == PS_GRADE_S
                           : memory ? reference->grade == PS_GRADE_C
                                    : reference->grade <= PS_GRADE_C;
        if (right) continue;
        law_broken(book, reference, "%s has grade %s, want %s", reference->id,
                   ps_grade_names.names[reference->grade],
                   article  ? "S"
                   : memory ? "C"
                            : "A, B or C");
    }
}

// ---- rules for texts ----

void law_copy_rules(law_book *book)
{
    const ps_copy *copy = &book->all->copy;
    for (int32_t verdict = 0; verdict < ps_verdict_names.count; verdict++) {
        int32_t times = 0;
        for (int32_t i = 0; i < copy->rules.count; i++) {
            times += (int32_t)copy->rules.at[i].verdict == verdict;
        }
        if (times == 1) continue;
        law_broken(book, copy, "verdict %s has %d rules, want one", ps_verdict_names.names[verdict],
                   times);
    }
    check_phrases(book, copy, copy->never);
}

// ---- conflicts ----

static bool is_slug(const char *slug)
{
    const size_t len = strlen(slug);
    return strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == len && slug[0] != '-' &&
           slug[len - 1] != '-' && isalpha((unsigned char)slug[0]);
}

static void check_positions(law_book *book, const ps_conflict *conflict)
{
    for (int32_t i = 0; i < conflict->positions.count; i++) {
        const ps_stance *stance = &conflict->positions.at[i];
        const char *source = book->all->references.at[stance->source].id;
        if (!law_is_article(book->all, stance->source)) {
            law_broken(book, stance, "%s is not an article", source);
        }
        for (int32_t j = 0; j < i; j++) {
            if (conflict->positions.at[j].source != stance->source) continue;
            law_broken(book, stance, "%s has two positions in %s", source, conflict->id);
        }
    }
}

/// What is offered can be done: by the planner, on request or by hand, and not only after a
/// sign-off.
static void check_instead(law_book *book, const ps_conflict *conflict)
{
    for (int32_t i = 0; i < conflict->instead.count; i++) {
        const ps_exercise *exercise = &book->all->exercises.at[conflict->instead.at[i]];
        const ps_selectable by = exercise->engine.selectable;
        if (by != PS_CHOSEN_NEVER && by != PS_CHOSEN_AFTER_SIGNOFF) continue;
        law_broken(book, conflict, "%s offers %s instead, which nobody may choose", conflict->id,
                   exercise->id);
    }
}

void law_conflicts(law_book *book)
{
    const ps_conflicts *conflicts = &book->all->conflicts;
    for (int32_t i = 0; i < conflicts->count; i++) {
        const ps_conflict *conflict = &conflicts->at[i];
        if (!is_slug(conflict->slug)) {
            law_broken(book, conflict, "'%s' is no slug, want words of a-z and 0-9 joined by '-'",
                       conflict->slug);
        }
        for (int32_t j = 0; j < i; j++) {
            if (strcmp(conflicts->at[j].slug, conflict->slug) != 0) continue;
            law_broken(book, conflict, "slug '%s' stands twice", conflict->slug);
        }
        check_positions(book, conflict);
        check_instead(book, conflict);
    }
}
