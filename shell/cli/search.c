#include "shell/cli/search.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { WORD_MAX = 48, SQUEEZED_MAX = 400, TYPED_MAX = 1000, PREFIX_MIN = 3, INSIDE_MIN = 5 };

// How much a find is worth: where it was, times how well the word fits.
enum { IN_NAME = 12, IN_MUSCLE = 7, IN_TAG = 5, IN_KIND = 4, IN_STEP = 3, IN_REST = 1 };
enum { FITS_WHOLE = 6, FITS_STEM = 5, FITS_START = 3, FITS_INSIDE = 1 };

/// Something that takes the texts of an exercise, one by one.
typedef struct {
    void (*text)(void *context, const char *text, int32_t weight);
    void *context;
} reader;

// ---- the texts of an exercise ----

static void read_facts(const reader *to, const ps_facts *facts, int32_t weight)
{
    for (int32_t i = 0; i < facts->count; i++) {
        to->text(to->context, facts->at[i].says.text, weight);
    }
}

static void read_muscles(const reader *to, const ps_catalogue *catalogue,
                         const ps_muscle_uses *uses, int32_t weight)
{
    for (int32_t i = 0; i < uses->count; i++) {
        const ps_term *muscle = &catalogue->muscles.at[uses->at[i].muscle];
        to->text(to->context, muscle->id, weight);
        to->text(to->context, muscle->text, weight);
    }
}

static void read_name(const reader *to, const ps_exercise *exercise)
{
    to->text(to->context, exercise->name, IN_NAME);
    to->text(to->context, exercise->id, IN_NAME);
    for (int32_t i = 0; i < exercise->aka.count; i++) {
        to->text(to->context, exercise->aka.at[i], IN_NAME);
    }
}

static void read_kind(const reader *to, const ps_catalogue *catalogue, const ps_exercise *exercise)
{
    to->text(to->context, ps_kind_names.names[exercise->kind], IN_KIND);
    to->text(to->context, ps_phase_names.names[exercise->phase], IN_KIND);
    to->text(to->context, ps_position_names.names[exercise->position], IN_KIND);
    to->text(to->context, ps_surface_names.names[exercise->surface], IN_REST);
    for (int32_t i = 0; i < exercise->equipment.count; i++) {
        const ps_equipment *item = &catalogue->equipment.at[exercise->equipment.at[i]];
        to->text(to->context, item->id, IN_TAG);
        to->text(to->context, item->text, IN_TAG);
    }
    for (int32_t i = 0; i < exercise->tags.count; i++) {
        const ps_term *tag = &catalogue->tags.at[exercise->tags.at[i]];
        to->text(to->context, tag->id, IN_TAG);
        to->text(to->context, tag->text, IN_REST);
    }
}

static void read_exercise(const reader *to, const ps_catalogue *catalogue,
                          const ps_exercise *exercise)
{
    read_name(to, exercise);
    read_kind(to, catalogue, exercise);
    read_muscles(to, catalogue, &exercise->target, IN_MUSCLE);
    read_muscles(to, catalogue, &exercise->synergists, IN_STEP);
    read_muscles(to, catalogue, &exercise->keep_quiet, IN_STEP);
    read_facts(to, &exercise->steps, IN_STEP);
    read_facts(to, &exercise->cues, IN_STEP);
    read_facts(to, &exercise->breathing, IN_REST);
    read_facts(to, &exercise->tempo, IN_REST);
    read_facts(to, &exercise->regressions, IN_REST);
    read_facts(to, &exercise->progressions, IN_REST);
}

// ---- words ----

/// The next word of a text in lower case; its length, 0 at the end. Moves `text` on.
static int32_t next_word(const char **text, char word[WORD_MAX])
{
    int32_t len = 0;
    while (**text && !isalnum((unsigned char)**text)) (*text)++;
    for (; isalnum((unsigned char)**text); (*text)++) {
        if (len + 1 < WORD_MAX) word[len++] = (char)tolower((unsigned char)**text);
    }
    word[len] = '\0';
    return len;
}

/// Cuts the endings off that people use at will: marching, hips.
static int32_t stem(const char *word)
{
    const int32_t len = (int32_t)strlen(word);
    if (len > 5 && strcmp(word + len - 3, "ing") == 0) return len - 3;
    if (len > 3 && word[len - 1] == 's' && word[len - 2] != 's') return len - 1;
    return len;
}

/// What people call things that our texts call otherwise.
static const struct {
    const char *said, *meant;
} synonyms[] = {
    {"tfl",       "tensor"    },
    {"rf",        "rectus"    },
    {"abs",       "abdominals"},
    {"situp",     "curl"      },
    {"situps",    "curl"      },
    {"crunch",    "curl"      },
    {"crunches",  "curl"      },
    {"bum",       "buttock"   },
    {"butt",      "buttock"   },
    {"glute",     "gluteus"   },
    {"glutes",    "gluteus"   },
    {"desk",      "sitting"   },
    {"office",    "sitting"   },
    {"bands",     "band"      },
    {"elastic",   "band"      },
    {"theraband", "band"      },
};

static const char *meant_by(const char *word)
{
    for (int32_t i = 0; i < PS_COUNT(synonyms); i++) {
        if (strcmp(synonyms[i].said, word) == 0) return synonyms[i].meant;
    }
    return word;
}

static bool is_filler(const char *word)
{
    static const char *const fillers[] = {"a",  "an", "and", "at",  "for", "in",  "my",
                                          "of", "on", "or",  "the", "to",  "with"};
    for (int32_t i = 0; i < PS_COUNT(fillers); i++) {
        if (strcmp(fillers[i], word) == 0) return true;
    }
    return false;
}

static int32_t fit(const char *wanted, const char *found)
{
    if (strcmp(wanted, found) == 0) return FITS_WHOLE;
    const int32_t want = stem(wanted), have = stem(found);
    if (want == have && strncmp(wanted, found, (size_t)want) == 0) return FITS_STEM;
    if (want >= PREFIX_MIN && strncmp(wanted, found, (size_t)want) == 0) return FITS_START;
    if (want >= INSIDE_MIN && strstr(found, wanted)) return FITS_INSIDE;
    return 0;
}

// ---- how well an exercise fits ----

typedef struct {
    const char *words[SEARCH_WORDS_MAX]; ///< in lower case, as they are searched
    int32_t best[SEARCH_WORDS_MAX];      ///< worth of the best find of each
    int32_t finds;                       ///< of all of them
    int32_t count;
} query;

static void look_in(void *context, const char *text, int32_t weight)
{
    query *of = context;
    char word[WORD_MAX];
    while (next_word(&text, word) > 0) {
        for (int32_t i = 0; i < of->count; i++) {
            const int32_t worth = weight * fit(of->words[i], word);
            if (worth > of->best[i]) of->best[i] = worth;
            if (worth > 0) of->finds++;
        }
    }
}

typedef struct {
    int32_t exercise;
    int32_t words, worth; ///< words found, and the sum of their best finds
    int32_t finds;
} hit;

static hit hit_of(query *of, const ps_catalogue *catalogue, int32_t exercise)
{
    memset(of->best, 0, sizeof of->best);
    of->finds = 0;
    read_exercise(&(reader){look_in, of}, catalogue, &catalogue->exercises.at[exercise]);
    hit got = {.exercise = exercise};
    for (int32_t i = 0; i < of->count; i++) {
        got.words += of->best[i] > 0 ? 1 : 0;
        got.worth += of->best[i];
    }
    got.finds = of->finds;
    return got;
}

/// More words first, then better finds, then more of them, then the order of the catalogue.
static int order(const void *a, const void *b)
{
    const hit *x = a, *y = b;
    if (x->words != y->words) return y->words - x->words;
    if (x->worth != y->worth) return y->worth - x->worth;
    if (x->finds != y->finds) return y->finds - x->finds;
    return x->exercise - y->exercise;
}

// ---- slips of the finger ----

typedef struct {
    ps_arena *arena;
    const char **words;
    int32_t count, cap;
    bool full;
} vocabulary;

static void learn(void *context, const char *text, int32_t weight)
{
    vocabulary *of = context;
    char word[WORD_MAX];
    (void)weight;
    for (int32_t len = 0; (len = next_word(&text, word)) > 0;) {
        if (len < PREFIX_MIN) continue;
        const char *copy = ps_arena_text(of->arena, (ps_str){word, len});
        of->full = of->full || !copy || of->count == of->cap;
        if (of->full) return;
        of->words[of->count++] = copy;
    }
}

static const char *known_at(const void *context, int32_t index)
{
    const vocabulary *of = context;
    return index < of->count ? of->words[index] : NULL;
}

static bool is_found(const char *word, const vocabulary *known)
{
    for (int32_t i = 0; i < known->count; i++) {
        if (fit(word, known->words[i]) > 0) return true;
    }
    return false;
}

/// Replaces words that stand nowhere by the closest one that does.
static ps_code correct(query *of, const ps_catalogue *catalogue, ps_arena *arena,
                       search_result *result)
{
    vocabulary known = {.arena = arena, .cap = 40000};
    known.words = ps_arena_take(arena, known.cap, sizeof *known.words);
    if (!known.words) return PS_NOMEM;
    for (int32_t i = 0; i < catalogue->exercises.count; i++) {
        read_exercise(&(reader){learn, &known}, catalogue, &catalogue->exercises.at[i]);
    }
    if (known.full) return PS_NOMEM;
    for (int32_t i = 0; i < of->count; i++) {
        if (is_found(of->words[i], &known)) continue;
        const int32_t near = ps_closest(&known, known_at, ps_str_of(of->words[i]));
        if (near == PS_NONE) continue;
        of->words[i] = result->instead[i] = known.words[near];
    }
    return PS_OK;
}

// ---- questions instead of exercises ----

/// The letters and digits of a text in lower case: "Sit-ups" and "sit up" become alike.
static void squeeze(const char *text, char *squeezed, int32_t cap)
{
    int32_t len = (int32_t)strlen(squeezed);
    for (; *text && len + 1 < cap; text++) {
        if (isalnum((unsigned char)*text)) squeezed[len++] = (char)tolower((unsigned char)*text);
    }
    squeezed[len] = '\0';
}

/// The conflict whose slug the words hold.
static const ps_conflict *conflict_named(const ps_catalogue *catalogue, const char *const *words,
                                         int32_t count)
{
    char said[SQUEEZED_MAX] = "";
    for (int32_t i = 0; i < count; i++) squeeze(words[i], said, sizeof said);
    for (int32_t i = 0; i < catalogue->conflicts.count; i++) {
        char slug[SQUEEZED_MAX] = "";
        squeeze(catalogue->conflicts.at[i].slug, slug, sizeof slug);
        slug[stem(slug)] = '\0';
        if (strstr(said, slug)) return &catalogue->conflicts.at[i];
    }
    return NULL;
}

// ---- the search ----

static ps_code read_words(query *of, const char *const *words, int32_t count, ps_arena *arena)
{
    for (int32_t i = 0; i < count; i++) {
        const char *text = words[i];
        char word[WORD_MAX];
        for (int32_t len = 0; (len = next_word(&text, word)) > 0;) {
            if (of->count == SEARCH_WORDS_MAX) return PS_OK;
            if (is_filler(word)) continue;
            const char *copy = ps_arena_text(arena, (ps_str){word, len});
            if (!copy) return PS_NOMEM;
            of->words[of->count++] = meant_by(copy);
        }
    }
    return PS_OK;
}

/// Those that hold the most of the words, whatever that is; all_words: it is all of them.
static ps_code rank(query *of, const ps_catalogue *catalogue, ps_arena *arena, int32_t *found,
                    search_result *result)
{
    const int32_t all = catalogue->exercises.count;
    hit *hits = ps_arena_take(arena, all, sizeof *hits);
    if (!hits) return PS_NOMEM;
    for (int32_t i = 0; i < all; i++) hits[i] = hit_of(of, catalogue, i);
    qsort(hits, (size_t)all, sizeof *hits, order);

    int32_t count = 0;
    for (; count < all && hits[count].words > 0 && hits[count].words == hits[0].words; count++) {
        found[count] = hits[count].exercise;
    }
    result->exercises = (ps_refs){.at = found, .count = count};
    result->all_words = count > 0 && hits[0].words == of->count;
    return PS_OK;
}

ps_code search_exercises(const ps_catalogue *catalogue, const char *const *words, int32_t count,
                         ps_arena *arena, search_result *result)
{
    query of = {.count = 0};
    search_result got = {.conflict = conflict_named(catalogue, words, count)};
    int32_t *found = ps_arena_take(arena, catalogue->exercises.count, sizeof *found);
    if (!found || read_words(&of, words, count, arena) != PS_OK) return PS_NOMEM;

    if (got.conflict && got.conflict->instead.count > 0) {
        got.exercises = got.conflict->instead;
        got.redirected = true;
    } else {
        if (correct(&of, catalogue, arena, &got) != PS_OK) return PS_NOMEM;
        if (rank(&of, catalogue, arena, found, &got) != PS_OK) return PS_NOMEM;
    }
    *result = got;
    return PS_OK;
}
