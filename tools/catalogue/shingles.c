// Law 10 without the articles: hashes of their runs of eight words.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lint.h"

enum {
    ARTICLE_MAX = 1 << 20,  ///< [bytes] of one file
    SHINGLES_MAX = 1 << 16, ///< of all files
    HASH_BITS = 48,         ///< the chance of a false alarm in all our texts is below 10^-5
    HASHES_PER_LINE = 6
};

// Not from an article: it shows that the check is awake.
const char lint_canary[] = "one invented sentence of eight words or more stands among the articles";

// `catalogue shingles FILE...` prints this file
static const uint64_t articles[] = {
#include "articles.shingles"
};
const lint_runs lint_articles = {articles, PS_COUNT(articles)};

// ---- words ----

static bool is_word_byte(const char *at)
{
    const unsigned char c = (unsigned char)*at;
    if (c >= 0x80) return strncmp(at, "\xe2\x80", 2) != 0; // dashes and quotes are no letters
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Length of an apostrophe, straight or curly, or 0.
static int32_t apostrophe(const char *at, int32_t left)
{
    if (left >= 1 && *at == '\'') return 1;
    return left >= 3 && strncmp(at, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/// Length of what continues a word at `at`: a letter, or an apostrophe before a letter; or 0.
static int32_t word_step(const char *at, int32_t left)
{
    if (left < 1) return 0;
    if (is_word_byte(at)) return 1;
    const int32_t skip = apostrophe(at, left);
    return skip > 0 && left > skip && is_word_byte(at + skip) ? skip : 0;
}

/// The next word at or after `*at`; empty at the end of the text.
static ps_str next_word(ps_str text, int32_t *at)
{
    while (*at < text.len && !is_word_byte(text.ptr + *at)) {
        // the last byte of a dash or a quote would pass for a letter
        *at += strncmp(text.ptr + *at, "\xe2\x80", 2) == 0 ? 3 : 1;
    }
    if (*at > text.len) *at = text.len;
    const int32_t from = *at;
    int32_t step = 0;
    while ((step = word_step(text.ptr + *at, text.len - *at)) > 0) *at += step;
    return (ps_str){text.ptr + from, *at - from};
}

// ---- runs ----

/// FNV-1a over the letters of a word, so that "It's" and "its" are the same.
static uint64_t hash_word(uint64_t hash, ps_str word)
{
    for (int32_t i = 0; i < word.len;) {
        const int32_t skip = apostrophe(word.ptr + i, word.len - i);
        if (skip > 0) {
            i += skip;
            continue;
        }
        char c = word.ptr[i++];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        hash = (hash ^ (unsigned char)c) * UINT64_C(0x100000001b3);
    }
    return (hash ^ ' ') * UINT64_C(0x100000001b3);
}

/// The last words of a text that is read left to right.
typedef struct {
    ps_str words[SHINGLE_WORDS]; ///< a ring; the oldest is at count % SHINGLE_WORDS
    int32_t count, at;           ///< words and bytes read
} window;

/// Reads one more word; false at the end.
static bool window_next(window *over, ps_str text)
{
    const ps_str word = next_word(text, &over->at);
    if (word.len == 0) return false;
    over->words[over->count++ % SHINGLE_WORDS] = word;
    return true;
}

static uint64_t window_hash(const window *over)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (int32_t i = 0; i < SHINGLE_WORDS; i++) {
        hash = hash_word(hash, over->words[(over->count + i) % SHINGLE_WORDS]);
    }
    return (hash ^ (hash >> HASH_BITS)) & ((UINT64_C(1) << HASH_BITS) - 1);
}

int32_t lint_shingles(ps_str text, uint64_t *hashes, int32_t cap)
{
    window over = {.count = 0};
    int32_t count = 0;
    while (window_next(&over, text)) {
        if (over.count < SHINGLE_WORDS) continue;
        if (count < cap) hashes[count] = window_hash(&over);
        count++;
    }
    return count;
}

static int compare(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

int32_t lint_sort_shingles(uint64_t *hashes, int32_t count)
{
    qsort(hashes, (size_t)count, sizeof *hashes, compare);
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++) {
        if (kept == 0 || hashes[kept - 1] != hashes[i]) hashes[kept++] = hashes[i];
    }
    return kept;
}

bool lint_shares_run(lint_runs known, ps_str text, ps_str *run)
{
    window over = {.count = 0};
    *run = (ps_str){NULL, 0};
    while (window_next(&over, text)) {
        if (over.count < SHINGLE_WORDS) continue;
        const uint64_t hash = window_hash(&over);
        const bool shared =
            bsearch(&hash, known.at, (size_t)known.count, sizeof hash, compare) != NULL;
        if (!shared && run->ptr) break;
        if (!shared) continue;
        if (!run->ptr) run->ptr = over.words[over.count % SHINGLE_WORDS].ptr;
        run->len = (int32_t)(text.ptr + over.at - run->ptr);
    }
    return run->ptr != NULL;
}

// ---- articles.shingles ----

/// The runs of one file, appended to `hashes`; the new count, or -1 when it cannot be read.
static int32_t add_file(const char *name, char *text, uint64_t *hashes, int32_t count)
{
    FILE *file = fopen(name, "rb");
    if (!file) return -1;
    const size_t len = fread(text, 1, ARTICLE_MAX, file);
    const bool whole = !ferror(file) && len < ARTICLE_MAX;
    fclose(file);
    text[len] = '\0';
    if (!whole) return -1;
    const int32_t more =
        lint_shingles((ps_str){text, (int32_t)len}, hashes + count, SHINGLES_MAX - count);
    return more <= SHINGLES_MAX - count ? count + more : -1;
}

static void print_hashes(const uint64_t *hashes, int32_t count, FILE *out)
{
    fprintf(out,
            "// Hashes of every run of %d words of the four articles, sorted. Made by\n"
            "// `catalogue shingles FILE...`; the articles themselves are not ours to copy.\n",
            SHINGLE_WORDS);
    for (int32_t i = 0; i < count; i++) {
        const bool last = (i + 1) % HASHES_PER_LINE == 0 || i + 1 == count;
        fprintf(out, "0x%012llx,%s", (unsigned long long)hashes[i], last ? "\n" : " ");
    }
}

int32_t lint_print_shingles(int count, char **files, FILE *out)
{
    int32_t code = 1, total = 0;
    char *text = malloc(ARTICLE_MAX + 1);
    uint64_t *hashes = malloc(SHINGLES_MAX * sizeof *hashes);
    if (!text || !hashes) {
        fprintf(stderr, "shingles: %s\n", ps_code_text(PS_NOMEM));
        goto done;
    }
    total = lint_shingles(ps_str_of(lint_canary), hashes, SHINGLES_MAX);
    for (int i = 0; i < count; i++) {
        errno = 0;
        total = add_file(files[i], text, hashes, total);
        if (total >= 0) continue;
        fprintf(stderr, "shingles: %s: %s\n", files[i],
                errno ? strerror(errno) : "longer than an article may be");
        goto done;
    }
    print_hashes(hashes, lint_sort_shingles(hashes, total), out);
    code = ferror(out) ? 1 : 0;
done:
    free(hashes);
    free(text);
    return code;
}
