/// lint.h — what no text for people may say: refuted claims, promises, our jargon, copied runs.
///
/// Source  domain 1.4 (copy rules and phrases), 5.16 laws 9 and 10.
#ifndef PS_TOOLS_LINT_H
#define PS_TOOLS_LINT_H

#include <stdio.h>

#include "ps/catalogue.h"

/// What a text is for decides what it may say.
typedef enum {
    LINT_COACH,  ///< tells people what to do: exercises, questions, pages of the app, --help
    LINT_REASON, ///< says why or how much: rules, measures; may name studies and statistics
    LINT_PAGE,   ///< a claim or conflict, shown with its verdict
    LINT_CITE,   ///< words of others: titles, other names
    LINT_NOTE,   ///< for maintainers and clinicians
    LINT_COPY,   ///< the list of what may not be said
    LINT_NAME    ///< an id or a word for machines
} lint_kind;

enum {
    LINT_CLAIM = 1, ///< a phrase of a contradicted or unsupported claim
    LINT_NEVER = 2, ///< a promise that nobody may make
    LINT_PLAIN = 4, ///< a word that only we or a textbook know
    LINT_OWN = 8,   ///< eight words in a row that stand in an article
    LINT_ALL = 15
};

typedef void lint_report(void *context, const char *text);

/// Checks one text against the rules in `rules` (LINT_CLAIM | …); returns how many it breaks.
///
/// Nullable  report: then the faults are only counted.
int32_t lint_text(const ps_catalogue *catalogue, const char *text, lint_kind kind, int32_t rules,
                  lint_report *report, void *context);

/// What a text of the catalogue is for.
///
/// list, of, field  the names of the root's list, of the struct and of the field
lint_kind lint_kind_of(const char *list, const char *of, const char *field);

// ---- runs of words ----

enum { SHINGLE_WORDS = 8 };

/// Hashes of all runs of SHINGLE_WORDS words of a text, sorted. Only hashes: the articles are not
/// ours, so their text is not in the repository.
typedef struct {
    const uint64_t *at;
    int32_t count;
} lint_runs;

/// The runs of the four articles, from articles.shingles.
extern const lint_runs lint_articles;

/// A sentence whose runs are among lint_articles although no article holds it.
extern const char lint_canary[];

/// Writes the hash of every run of `text`, in the order of the text, and returns how many there
/// are; those beyond `cap` are counted, not written. Words are lower-cased letters and digits.
int32_t lint_shingles(ps_str text, uint64_t *hashes, int32_t cap);

/// Sorts hashes so that they can be looked up, and drops doubles; returns how many are left.
int32_t lint_sort_shingles(uint64_t *hashes, int32_t count);

/// Whether `text` shares a run with `known`; `run` is the first, as long as it goes on.
bool lint_shares_run(lint_runs known, ps_str text, ps_str *run);

/// Prints articles.shingles from the texts of the articles. Returns 0, or 1 after saying on stderr
/// which file could not be read.
int32_t lint_print_shingles(int count, char **files, FILE *out);

#endif
