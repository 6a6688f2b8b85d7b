/// search.h — exercises by words: names, muscles, equipment, what it is like, steps and cues.
#ifndef PS_SHELL_SEARCH_H
#define PS_SHELL_SEARCH_H

#include "ps/catalogue.h"

enum { SEARCH_WORDS_MAX = 16 };

typedef struct {
    ps_refs exercises;           ///< best first
    const ps_conflict *conflict; ///< one that the words name ("sit-ups"), or NULL
    bool redirected; ///< `exercises` are what stands in for what was asked, and `conflict` says why
    /// What was searched instead, one for each word ("marhc": "march"); NULL where nothing changed.
    const char *instead[SEARCH_WORDS_MAX];
    bool all_words; ///< every word was found in each of the exercises
} search_result;

/// words   shape [count]; words beyond SEARCH_WORDS_MAX are not looked at
/// Errors  PS_NOMEM.
PS_MUST_USE ps_code search_exercises(const ps_catalogue *catalogue, const char *const *words,
                                     int32_t count, ps_arena *arena, search_result *result);

#endif
