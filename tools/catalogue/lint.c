#include "lint.h"

#include <ctype.h>
#include <string.h>

#include "laws_part.h"
#include "walk.h"

enum { LINT_TEXT_MAX = 16384, LINT_REPORT_MAX = 400, WHY_MAX = 80 };

// ---- what a text is for ----

// The first row that fits; NULL: any. What no row names tells people what to do.
static const struct {
    const char *list, *of, *field;
    lint_kind kind;
} kinds[] = {
    {NULL,                NULL,         "id",        LINT_NAME  },
    {NULL,                NULL,         "slug",      LINT_NAME  },
    {"references",        NULL,         NULL,        LINT_CITE  },
    {"exercises",         NULL,         "aka",       LINT_CITE  },
    {"claims",            NULL,         "phrases",   LINT_COPY  },
    {"claims",            NULL,         "says",      LINT_COACH },
    {"claims",            NULL,         NULL,        LINT_PAGE  },
    {"conflicts",         NULL,         NULL,        LINT_PAGE  },
    {"copy",              NULL,         NULL,        LINT_COPY  },
    {"self_tests",        "ps_finding", NULL,        LINT_REASON},
    {"self_tests",        NULL,         "note",      LINT_REASON},
    {"outcomes",          NULL,         NULL,        LINT_REASON},
    {"selection_rules",   NULL,         NULL,        LINT_REASON},
    {"open_points",       NULL,         NULL,        LINT_REASON},
    {"derived_codes",     NULL,         NULL,        LINT_NOTE  },
    {"number_rules",      NULL,         NULL,        LINT_NOTE  },
    {"intake_fields",     NULL,         "used_by",   LINT_NOTE  },
    {"intake_fields",     NULL,         "choices",   LINT_NAME  },
    {"emergency_numbers", NULL,         "countries", LINT_NAME  },
    {"emergency_numbers", NULL,         "call",      LINT_NAME  },
    {"consent",           NULL,         "version",   LINT_NAME  },
    {"places",            NULL,         "site",      LINT_NAME  },
};

static bool fits(const char *wanted, const char *got)
{
    return !wanted || (got && strcmp(wanted, got) == 0);
}

lint_kind lint_kind_of(const char *list, const char *of, const char *field)
{
    for (int32_t i = 0; i < PS_COUNT(kinds); i++) {
        const bool row =
            fits(kinds[i].list, list) && fits(kinds[i].of, of) && fits(kinds[i].field, field);
        if (row) return kinds[i].kind;
    }
    return LINT_COACH;
}

// ---- words that only we or a textbook know ----

#define IN(kind) (1u << (kind))
#define PEOPLE (IN(LINT_COACH) | IN(LINT_REASON) | IN(LINT_PAGE))
#define ALL_TEXTS (PEOPLE | IN(LINT_CITE) | IN(LINT_NOTE) | IN(LINT_COPY))

typedef enum {
    ANY_CASE, ///< a whole word
    EXACT,    ///< a whole word in capitals, unless it stands in brackets behind its long form
    PART      ///< anywhere
} match;

static const struct {
    const char *word;
    match how;
    unsigned where;
    const char *instead;
} jargon[] = {
#define SAYS(word, how, where, instead) \
    {                                   \
        word, how, where, instead       \
    }
#define SHORT_FOR(word, instead) SAYS(word, EXACT, IN(LINT_COACH), instead)
    SAYS("seed", ANY_CASE, ALL_TEXTS, "our word for the articles; say 'article' or its name"),
    SAYS("seeds", ANY_CASE, ALL_TEXTS, "our word for the articles; say 'articles'"),
    SAYS("[]", PART, PEOPLE, "a name in our files; say it in words"),
    SAYS("(5.", PART, PEOPLE | IN(LINT_NOTE), "a section of our design; say what it says"),
    SAYS("section 1.", PART, PEOPLE | IN(LINT_NOTE), "a section of our design; say what it says"),
    SAYS("section 5.", PART, PEOPLE | IN(LINT_NOTE), "a section of our design; say what it says"),
    SHORT_FOR("ERE", "say 'end-range hold' or 'side-lying hip extension'"),
    SHORT_FOR("ROM", "say 'range'"),
    SHORT_FOR("TFL", "say 'the muscle at the side of the hip'"),
    SHORT_FOR("ITB", "say 'the band at the side of the thigh'"),
    SHORT_FOR("RF", "say 'the front of the thigh'"),
    SHORT_FOR("SLR", "say 'straight-leg raise'"),
    SHORT_FOR("ASLR", "say 'straight-leg raise'"),
    SHORT_FOR("SMR", "say 'release'"),
    SHORT_FOR("MVC", "say 'of the strongest effort'"),
    SHORT_FOR("MVIC", "say 'of the strongest effort'"),
    SHORT_FOR("EMG", "say 'measured muscle activity'"),
    SHORT_FOR("RM", "say how many repetitions"),
    SHORT_FOR("RPE", "say 'effort'"),
    SHORT_FOR("NRS", "say 'pain from 0 to 10'"),
    SHORT_FOR("RCT", "say 'trial'"),
    SHORT_FOR("SD", "say 'spread'"),
    SHORT_FOR("SEM", "say 'measurement error'"),
    SHORT_FOR("ICC", "say 'agreement'"),
    SHORT_FOR("LBP", "say 'low-back pain'"),
    SHORT_FOR("NSLBP", "say 'low-back pain'"),
    SHORT_FOR("THA", "say 'hip replacement'"),
    SHORT_FOR("DVT", "say 'blood clot in a leg'"),
    SHORT_FOR("AAA", "say 'aneurysm'"),
    SHORT_FOR("IR", "say 'turned in'"),
    SHORT_FOR("ER", "say 'turned out'"),
    SHORT_FOR("ASIS", "say 'the bone at the front of the hip'"),
#undef SAYS
#undef SHORT_FOR
};

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

/// The next place of `word` in `text`, whole words unless `part`; NULL when there is none.
static const char *find_word(const char *text, const char *word, bool part)
{
    const size_t len = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at++) {
        const bool starts = at == text || !is_word(at[-1]);
        if (part || (starts && !is_word(at[len]))) return at;
    }
    return NULL;
}

/// "end-range expansion (ERE)" says what the letters mean.
static bool is_explained(const char *text, const char *at, size_t len)
{
    return at >= text + 2 && at[-1] == '(' && at[len] == ')';
}

static bool has_jargon(const char *text, const char *lower, int32_t row)
{
    const char *word = jargon[row].word;
    switch (jargon[row].how) {
    case ANY_CASE:
        return find_word(lower, word, false) != NULL;
    case EXACT: {
        const char *at = find_word(text, word, false);
        return at && !is_explained(text, at, strlen(word));
    }
    case PART:
        return find_word(lower, word, true) != NULL;
    }
    return false;
}

/// The first name of our files: letters joined by an underscore.
static const char *internal_name(const char *text)
{
    for (const char *at = text; (at = strchr(at, '_')); at++) {
        if (at > text && isalnum((unsigned char)at[-1]) && isalnum((unsigned char)at[1])) {
            while (at > text && is_word(at[-1])) at--;
            return at;
        }
    }
    return NULL;
}

// ---- the rules ----

typedef struct {
    const ps_catalogue *all;
    const char *text;
    char lower[LINT_TEXT_MAX];
    lint_kind kind;
    lint_report *report;
    void *context;
    int32_t count;
} linted;

static void found(linted *one, const char *what, ps_str where, const char *why)
{
    char text[LINT_REPORT_MAX];
    snprintf(text, sizeof text, "%s \"%.*s\": %s", what, (int)where.len, where.ptr, why);
    one->count++;
    if (one->report) one->report(one->context, text);
}

static void check_claims(linted *one)
{
    if (one->kind != LINT_COACH && one->kind != LINT_REASON) return;
    for (int32_t i = 0; i < one->all->claims.count; i++) {
        const ps_claim *claim = &one->all->claims.at[i];
        if (claim->verdict != PS_CONTRADICTED && claim->verdict != PS_UNSUPPORTED) continue;
        for (int32_t j = 0; j < claim->phrases.count; j++) {
            if (!strstr(one->lower, claim->phrases.at[j])) continue;
            char why[WHY_MAX];
            snprintf(why, sizeof why, "claim %s is %s", claim->id,
                     ps_verdict_names.names[claim->verdict]);
            found(one, "says", ps_str_of(claim->phrases.at[j]), why);
        }
    }
}

static void check_never(linted *one)
{
    if (one->kind == LINT_COPY || one->kind == LINT_NAME) return;
    for (int32_t i = 0; i < one->all->copy.never.count; i++) {
        const char *phrase = one->all->copy.never.at[i];
        // "secures" does not promise that anything cures
        for (const char *at = one->lower; (at = strstr(at, phrase)); at++) {
            if (at > one->lower && is_word(at[-1])) continue;
            found(one, "promises", ps_str_of(phrase), "nobody may promise that");
            break;
        }
    }
}

static void check_plain(linted *one)
{
    for (int32_t i = 0; i < PS_COUNT(jargon); i++) {
        if (!(jargon[i].where & IN(one->kind)) || !has_jargon(one->text, one->lower, i)) continue;
        found(one, "says", ps_str_of(jargon[i].word), jargon[i].instead);
    }
    const char *name = PEOPLE & IN(one->kind) ? internal_name(one->text) : NULL;
    if (!name) return;
    int32_t len = 0;
    while (is_word(name[len])) len++;
    found(one, "says", (ps_str){name, len}, "a name in our files; say it in words");
}

static void check_own(linted *one)
{
    if (one->kind == LINT_CITE || one->kind == LINT_NAME) return;
    ps_str run;
    if (!lint_shares_run(lint_articles, ps_str_of(one->text), &run)) return;
    found(one, "copies", run, "eight words in a row stand in an article; say it in our words");
}

int32_t lint_text(const ps_catalogue *catalogue, const char *text, lint_kind kind, int32_t rules,
                  lint_report *report, void *context)
{
    linted one = {
        .all = catalogue, .text = text, .kind = kind, .report = report, .context = context};
    for (size_t i = 0; text[i] && i + 1 < sizeof one.lower; i++) {
        one.lower[i] = (char)tolower((unsigned char)text[i]);
    }
    if (strlen(text) >= sizeof one.lower) {
        found(&one, "goes on behind", (ps_str){text, 40}, "too long to be checked, split it");
        return one.count;
    }
    if (rules & LINT_CLAIM) check_claims(&one);
    if (rules & LINT_NEVER) check_never(&one);
    if (rules & LINT_PLAIN) check_plain(&one);
    if (rules & LINT_OWN) check_own(&one);
    return one.count;
}

// ---- the laws ----

typedef struct {
    law_book *book;
    int32_t rules;
    const void *value; ///< the text as it stands in the catalogue
} text_check;

static void report_text(void *context, const char *text)
{
    const text_check *check = context;
    law_broken(check->book, check->value, "%s", text);
}

static void check_text(void *context, const walk_at *at)
{
    text_check *check = context;
    const char *text = NULL;
    if (at->type == PS_FIELD_TEXT) text = *(const char *const *)at->value;
    if (at->type == PS_FIELD_MARKED) text = ((const ps_marked *)at->value)->text;
    if (!text) return;
    const lint_kind kind = lint_kind_of(at->list, at->of->c_name, at->field->name);
    check->value = at->value;
    lint_text(check->book->all, text, kind, check->rules, report_text, check);
}

static void check_texts(law_book *book, int32_t rules)
{
    text_check check = {.book = book, .rules = rules};
    walk_document(&ps_catalogue_struct, book->all, check_text, &check);
}

void law_texts_claims(law_book *book) { check_texts(book, LINT_CLAIM); }
void law_texts_never(law_book *book) { check_texts(book, LINT_NEVER); }
void law_texts_plain(law_book *book) { check_texts(book, LINT_PLAIN); }
void law_texts_own(law_book *book) { check_texts(book, LINT_OWN); }
