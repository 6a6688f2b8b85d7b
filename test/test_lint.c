// Idea: each rule for texts refuses what it should and nothing else, and a run of eight words is
// found whatever stands between them. The article here is invented.
#include "test.h"

#include "tools/catalogue/lint.h"

#include <stdlib.h>
#include <unistd.h>

// ---- what texts may say ----

static const struct {
    const char *text;
    lint_kind kind;
    int32_t broken; ///< which rules
} texts[] = {
    {"the side (TFL and others)",                      LINT_COACH,  LINT_PLAIN},
    {"a trailing_ line",                               LINT_COACH,  0         },
    {"Stand tall and breathe out.",                    LINT_COACH,  0         },
    {"This ISOLATES the psoas!",                       LINT_COACH,  LINT_CLAIM},
    {"It isolates the psoas, they say.",               LINT_REASON, LINT_CLAIM},
    {"It isolates the psoas.",                         LINT_PAGE,   0         },
    {"Guaranteed relief",                              LINT_COACH,  LINT_NEVER},
    {"It cures you.",                                  LINT_PAGE,   LINT_NEVER},
    {"The strap secures the foot.",                    LINT_COACH,  0         },
    {"cures",                                          LINT_COPY,   0         },
    {"See seed 001.",                                  LINT_COACH,  LINT_PLAIN},
    {"Seeds differ.",                                  LINT_CITE,   LINT_PLAIN},
    {"Linseed oil",                                    LINT_COACH,  0         },
    {"Relax the TFL.",                                 LINT_COACH,  LINT_PLAIN},
    {"The TFL was more active (R05).",                 LINT_PAGE,   0         },
    {"The mean was -10.6 degrees (SD 9.6).",           LINT_REASON, 0         },
    {"The SD of a mean.",                              LINT_COACH,  LINT_PLAIN},
    {"end-range expansion (ERE)",                      LINT_COACH,  0         },
    {"side-lying hip ERE",                             LINT_COACH,  LINT_PLAIN},
    {"side-lying hip ERE",                             LINT_CITE,   0         },
    {"HERE and THERE, ROMANS",                         LINT_COACH,  0         },
    {"after the questions of hazard_checks",           LINT_COACH,  LINT_PLAIN},
    {"screening_flags[].why",                          LINT_REASON, LINT_PLAIN},
    {"M_AGE from 65",                                  LINT_NOTE,   0         },
    {"high (5.3)",                                     LINT_NOTE,   LINT_PLAIN},
    {"a rest _ of a blank",                            LINT_COACH,  0         },
    {"seed_001 cures",                                 LINT_NAME,   0         },
    {"One invented sentence of EIGHT words, or more.", LINT_COACH,  LINT_OWN  },
    {"one invented sentence of eight words",           LINT_COACH,  0         },
    {"one invented sentence of eight words or more",   LINT_CITE,   0         },
};

static void texts_are_refused_for_the_right_reason(void)
{
    static const int32_t rules[] = {LINT_CLAIM, LINT_NEVER, LINT_PLAIN, LINT_OWN};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        int32_t broken = 0;
        for (size_t j = 0; j < sizeof rules / sizeof rules[0]; j++) {
            const int32_t faults = lint_text(&ps_catalogue_builtin, texts[i].text, texts[i].kind,
                                             rules[j], NULL, NULL);
            if (faults > 0) broken |= rules[j];
        }
        CHECK(texts[i].text, broken == texts[i].broken);
    }
}

static void long_texts_are_not_cut_in_silence(void)
{
    static char text[20000];
    memset(text, 'a', sizeof text - 1);
    CHECK("20000 letters",
          lint_text(&ps_catalogue_builtin, text, LINT_COACH, LINT_ALL, NULL, NULL) == 1);
}

static void fields_have_kinds(void)
{
    CHECK("cue", lint_kind_of("exercises", "ps_fact", "says") == LINT_COACH);
    CHECK("other name", lint_kind_of("exercises", "ps_exercise", "aka") == LINT_CITE);
    CHECK("id", lint_kind_of("exercises", "ps_exercise", "id") == LINT_NAME);
    CHECK("claim", lint_kind_of("claims", "ps_claim", "claim") == LINT_PAGE);
    CHECK("phrase", lint_kind_of("claims", "ps_claim", "phrases") == LINT_COPY);
    CHECK("norm", lint_kind_of("self_tests", "ps_finding", "text") == LINT_REASON);
    CHECK("step of a test", lint_kind_of("self_tests", "ps_self_test", "steps") == LINT_COACH);
}

// ---- runs of eight words ----

static const char article[] = "The heron's leg, thin as it is, carries the whole bird \xe2\x80\x94 "
                              "even in wind. It\xe2\x80\x99s a matter of balance and of patience.";

static const struct {
    const char *text;
    const char *run; ///< NULL: none
} runs[] = {
#define RUN(text, run) \
    {                  \
        text, run      \
    }
    RUN("the heron's leg thin as it is carries", "the heron's leg thin as it is carries"),
    RUN("the heron's leg thin as it is", NULL),
    RUN("THE HERON\xe2\x80\x99S LEG \xe2\x80\x93 THIN, AS IT IS, CARRIES me",
        "THE HERON\xe2\x80\x99S LEG \xe2\x80\x93 THIN, AS IT IS, CARRIES"),
    RUN("the herons leg thin as it is carries", "the herons leg thin as it is carries"),
    RUN("we say: whole bird even in wind its a matter of balance too",
        "whole bird even in wind its a matter of balance"),
    RUN("the whole bird even in calm wind its a matter of", NULL),
    RUN("", NULL),
    RUN("\xe2\x80", NULL),
#undef RUN
};

static void runs_are_found(void)
{
    uint64_t hashes[64];
    const int32_t all = lint_shingles(ps_str_of(article), hashes, 64);
    CHECK("22 words have 15 runs", all == 15);
    CHECK("those beyond the room are counted", lint_shingles(ps_str_of(article), NULL, 0) == all);
    hashes[15] = hashes[0];
    const lint_runs known = {hashes, lint_sort_shingles(hashes, 16)};
    CHECK("doubles are dropped", known.count == 15);
    for (int32_t i = 1; i < known.count; i++) CHECK("sorted", hashes[i - 1] < hashes[i]);

    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
        ps_str run;
        const bool shared = lint_shares_run(known, ps_str_of(runs[i].text), &run);
        CHECK(runs[i].text, shared == (runs[i].run != NULL));
        if (shared && runs[i].run) CHECK(runs[i].text, ps_str_is(run, runs[i].run));
    }
}

static void the_articles_are_known(void)
{
    CHECK("thousands of runs", lint_articles.count > 5000);
    for (int32_t i = 1; i < lint_articles.count; i++) {
        CHECK("sorted", lint_articles.at[i - 1] < lint_articles.at[i]);
    }
    ps_str run;
    CHECK("canary", lint_shares_run(lint_articles, ps_str_of(lint_canary), &run));
}

/// A file that can be read prints its runs and the canary's; one that cannot says so.
static void shingles_are_printed(void)
{
    char name[] = "/tmp/psoas-article-XXXXXX";
    const int made = mkstemp(name);
    FILE *file = made >= 0 ? fdopen(made, "w") : NULL;
    CHECK("temporary file", file != NULL);
    if (!file) return;
    fputs(article, file);
    fclose(file);

    FILE *out = tmpfile();
    char *names[] = {name};
    CHECK("prints", out && lint_print_shingles(1, names, out) == 0);
    int32_t count = 0;
    rewind(out);
    for (int c = fgetc(out); c != EOF; c = fgetc(out)) count += c == 'x'; // 0x…
    const int32_t canary = lint_shingles(ps_str_of(lint_canary), NULL, 0);
    CHECK("runs of the article and the canary", count == 15 + canary);
    fclose(out);
    remove(name);
    CHECK("no such file", lint_print_shingles(1, names, stdout) == 1);
}

TEST_MAIN(TEST_CASE(texts_are_refused_for_the_right_reason),
          TEST_CASE(long_texts_are_not_cut_in_silence), TEST_CASE(fields_have_kinds),
          TEST_CASE(runs_are_found), TEST_CASE(the_articles_are_known),
          TEST_CASE(shingles_are_printed))
