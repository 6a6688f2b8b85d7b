// Doses in words. Facts: every field of a dose, and every number that can be missing, has its
// words; what we filled in is marked at its part. Law: no two doses of the rows have the same
// words.
#include "shell/cli/words.h"

#include <stdlib.h>

#include "test.h"

static ps_dose dose_of(const char *text)
{
    ps_dose dose = {0};
    ps_error err = {0};
    const bool ok = ps_dose_parse(ps_str_of(text), &dose, &err) == PS_OK;
    CHECK(text, ok);
    return dose;
}

// clang-format off
static const struct {
    const char *dose, *words;
} rows[] = {
  // sets, repetitions, holds
    {"10", "1 set of 10 repetitions"},
    {"1", "1 set of 1 repetition"},
    {"3x10-12", "3 sets of 10–12 repetitions"},
    {"1-2x8", "1–2 sets of 8 repetitions"},
    {"2-3x4-6x5-10s/side rest 30s",
     "2–3 sets of 4–6 repetitions, each held 5–10 s, on each side; rest 30 s"},
    {"10x2min", "10 times 2 min"},
    {"3x10x2s", "3 sets of 10 repetitions, each held 2 s"},
    {"3x5x60s", "3 sets of 5 repetitions, each held 60 s"},
 // timed spells
    {"30s", "30 s once"},
    {"90s", "90 s once"},
    {"60-120s/side", "1–2 min once on each side"},
    {"2x30s/side", "2 times 30 s on each side"},
    {"2-3x45-60s", "2–3 times 45–60 s"},
 // cycles
    {"2-4x(glute 10-15s, push 10-15s, glute 10-15s)/side",
     "2–4 cycles on each side; one cycle: glute 10–15 s, push 10–15 s, glute 10–15 s"},
    {"1x(push 10s, rest 5s)", "1 cycle: push 10 s, rest 5 s"},
 // sides and their order
    {"10/side", "1 set of 10 repetitions on each side"},
    {"10/left", "1 set of 10 repetitions on the left side"},
    {"10/right", "1 set of 10 repetitions on the right side"},
    {"10/alternating", "1 set of 10 repetitions on each side, alternating"},
    {"10/side left first", "1 set of 10 repetitions on each side; left side first"},
    {"10/side right first", "1 set of 10 repetitions on each side; right side first"},
    {"10/side weaker first switch 10s",
     "1 set of 10 repetitions on each side; weaker side first; 10 s to change sides"},
 // tempo, ramp, rest
    {"10 lift 2s lower 3s pause 1s",
     "1 set of 10 repetitions; lift over 2 s, pause 1 s, lower over 3 s"},
    {"5x10s ramp 3s/4s", "5 times 10 s; build up over 3 s, let go over 4 s"},
    {"3x10 rest 90s", "3 sets of 10 repetitions; rest 90 s"},
 // load, effort, pain
    {"10 load 2.5kg", "1 set of 10 repetitions; with 2.5 kg"},
    {"10 load 5lb", "1 set of 10 repetitions; with 5 lb"},
    {"10 load band 2", "1 set of 10 repetitions; with band 2 (1 is the lightest)"},
    {"10 effort 5-6", "1 set of 10 repetitions; effort 5–6 of 10"},
    {"10 effort 7", "1 set of 10 repetitions; effort 7 of 10"},
    {"10 effort <=7", "1 set of 10 repetitions; effort at most 7 of 10"},
    {"10 pain <=3", "1 set of 10 repetitions; pain at most 3 of 10"},
    {"10 pain <=0", "1 set of 10 repetitions; without pain"},
 // numbers that the source does not give
    {"?x10-12/side", "10–12 repetitions on each side; number of sets not given"},
    {"2x?", "2 sets of repetitions; number of repetitions not given"},
    {"?x?", "repetitions; number of sets and number of repetitions not given"},
    {"?x?x5-10s/side",
     "repetitions, each held 5–10 s, on each side; number of sets and number of repetitions "
     "not given"},
    {"?x?x?s/side",
     "repetitions, each held, on each side; number of sets, number of repetitions and hold time "
     "not given"},
    {"2x5x?s", "2 sets of 5 repetitions, each held; hold time not given"},
    {"?x15-30s/side", "15–30 s on each side; number of times not given"},
    {"2x?s", "2 holds; duration not given"},
    {"?x?s/side", "a hold on each side; number of times and duration not given"},
    {"?x(push 10s, rest ?s)",
     "cycles; one cycle: push 10 s, rest (time not given); number of cycles not given"},
};
// clang-format on

static void doses(void)
{
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_dose dose = dose_of(rows[i].dose);
        buffer words = {0};
        words_dose(&words, &dose);
        CHECK_TEXT(rows[i].dose, words.text, rows[i].words);
        buffer_free(&words);
    }
}

static void rows_differ(void)
{
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        for (int32_t k = 0; k < i; k++) {
            CHECK(rows[i].dose, strcmp(rows[i].words, rows[k].words) != 0);
        }
    }
}

// clang-format off
static const struct {
    const char *dose;
    ps_part ours[3];
    int32_t count;
    const char *words;
} filled[] = {
    {"10-12/side", {PS_PART_SETS}, 1, "1 set (ours) of 10–12 repetitions on each side"},
    {"2x8-12x3s/side",
     {PS_PART_SETS, PS_PART_REPS, PS_PART_HOLD},
     3, "2 sets of 8–12 repetitions, each held 3 s, on each side (ours)"},
    {"2x30s/side", {PS_PART_SETS, PS_PART_HOLD}, 2, "2 times 30 s on each side (ours)"},
    {"15-30s/side", {PS_PART_SETS}, 1, "15–30 s once (ours) on each side"},
    {"90s", {PS_PART_SETS, PS_PART_HOLD}, 2, "90 s once (ours)"},
    {"90s", {PS_PART_SETS, PS_PART_REPS, PS_PART_HOLD}, 3, "90 s once (ours)"},
    {"2x8-12x3s", {PS_PART_SETS, PS_PART_HOLD}, 2,
     "2 sets of 8–12 repetitions, each held 3 s (ours: sets and hold time)"},
    {"2x(push 10s)", {PS_PART_SETS}, 1, "2 cycles (ours); one cycle: push 10 s"},
 // days and weeks are parts of a programme, not of a dose
    {"3x10", {PS_PART_DAYS, PS_PART_WEEKS}, 2, "3 sets of 10 repetitions"},
};
// clang-format on

static void filled_parts(void)
{
    for (int32_t i = 0; i < PS_COUNT(filled); i++) {
        const ps_dose dose = dose_of(filled[i].dose);
        buffer words = {0};
        words_dose_filled(&words, &dose, (ps_parts){filled[i].ours, filled[i].count});
        CHECK_TEXT(filled[i].dose, words.text, filled[i].words);
        buffer_free(&words);
    }
}

static const struct {
    ps_range seconds;
    const char *words;
} durations[] = {
    {{0, 0},       "5 s"      },
    {{12, 12},     "10 s"     },
    {{43, 61},     "45–60 s"},
    {{60, 90},     "60–90 s"},
    {{91, 91},     "2 min"    },
    {{100, 149},   "2 min"    },
    {{150, 270},   "3–5 min"},
    {{20, 200},    "1–3 min"},
    {{3600, 3600}, "60 min"   },
};

static void durations_in_words(void)
{
    for (int32_t i = 0; i < PS_COUNT(durations); i++) {
        buffer words = {0};
        words_duration(&words, durations[i].seconds);
        CHECK_TEXT(durations[i].words, words.text, durations[i].words);
        buffer_free(&words);
    }
}

/// Every value of an enum has words, and no two have the same.
static void check_words(const char *name, const ps_enum *of, const char *(*words)(int32_t value))
{
    for (int32_t i = 0; i < of->count; i++) {
        CHECK(name, words(i) != NULL);
        for (int32_t k = 0; k < i; k++) CHECK(name, strcmp(words(i), words(k)) != 0);
    }
}

static const char *position(int32_t value) { return words_position((ps_position)value); }
static const char *surface(int32_t value) { return words_surface((ps_surface)value); }
static const char *phase(int32_t value) { return words_phase((ps_phase)value); }
static const char *title(int32_t value) { return words_phase_title((ps_phase)value); }
static const char *verdict(int32_t value) { return words_verdict((ps_verdict)value); }
static const char *meaning(int32_t value) { return words_verdict_meaning((ps_verdict)value); }
static const char *mark(int32_t value) { return words_mark((ps_basis)value); }

static void enums(void)
{
    check_words("position", &ps_position_names, position);
    check_words("surface", &ps_surface_names, surface);
    check_words("phase", &ps_phase_names, phase);
    check_words("phase title", &ps_phase_names, title);
    check_words("verdict", &ps_verdict_names, verdict);
    check_words("verdict meaning", &ps_verdict_names, meaning);
    check_words("mark", &ps_basis_names, mark);
}

static void choosers(void)
{
    for (int32_t i = 0; i < ps_selectable_names.count; i++) {
        ps_exercise exercise = {.kind = PS_KIND_EXERCISE};
        exercise.engine.selectable = (ps_selectable)i;
        const bool never = exercise.engine.selectable == PS_CHOSEN_NEVER;
        CHECK(ps_selectable_names.names[i], *words_chooser(&exercise) != '\0');
        CHECK(ps_selectable_names.names[i], *words_chooser_long(&exercise) != '\0');
        CHECK(ps_selectable_names.names[i], words_never_offered(&exercise) == never);

        exercise.kind = PS_KIND_HABIT; // a habit is advice: the planner just does not dose it
        CHECK(ps_selectable_names.names[i], !words_never_offered(&exercise));
    }
}

TEST_MAIN(TEST_CASE(doses), TEST_CASE(rows_differ), TEST_CASE(filled_parts),
          TEST_CASE(durations_in_words), TEST_CASE(enums), TEST_CASE(choosers))
