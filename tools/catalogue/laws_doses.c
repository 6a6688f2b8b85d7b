// Law 7, the numbers: ladder, limits, start dose and source agree.
#include <string.h>

#include "laws_part.h"

static const ps_part parts[] = {PS_PART_SETS, PS_PART_REPS, PS_PART_HOLD};

// ---- what can be chosen is dosed ----

static bool ladder_fits(const ps_catalogue *all, ps_family family, int32_t ladder)
{
    const char *name = ps_family_names.names[family];
    return strncmp(all->ladders.at[ladder].id, name, strlen(name)) == 0;
}

static void check_dosed(law_book *book, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    const bool dosed = law_is_dosed(&engine->start);
    if ((engine->ladder != PS_NONE) != dosed || (engine->limits != NULL) != dosed ||
        (engine->rungs.count > 0) != dosed) {
        law_broken(book, exercise, "start, ladder, limits and rungs go together");
    }
    if (!law_can_be_chosen(exercise)) return;

    ps_error error = {0};
    if (!dosed) {
        law_broken(book, exercise, "%s can be chosen, want a start dose", exercise->id);
    } else if (ps_dose_check_asked(&engine->start, &error) != PS_OK) {
        law_broken(book, exercise, "nobody can be asked for the start dose: %s", error.text);
    }
    const int32_t ladders[] = {engine->ladder, engine->ladder_loaded};
    for (int32_t i = 0; i < PS_COUNT(ladders); i++) {
        if (ladders[i] == PS_NONE || ladder_fits(book->all, engine->family, ladders[i])) continue;
        law_broken(book, exercise, "family %s on ladder %s", ps_family_names.names[engine->family],
                   book->all->ladders.at[ladders[i]].id);
    }
}

void law_chosen_dosed(law_book *book) { law_each_exercise(book, check_dosed); }

// ---- rungs ----

static bool same_rungs(const ps_rung *a, int32_t a_count, const ps_rungs *b)
{
    if (a_count != b->count) return false;
    for (int32_t i = 0; i < a_count; i++) {
        const bool same = a[i].sets == b->at[i].sets && a[i].reps == b->at[i].reps &&
                          a[i].hold_s == b->at[i].hold_s;
        if (!same) return false;
    }
    return true;
}

static void check_clipped(law_book *book, const ps_exercise *exercise, int32_t ladder,
                          const ps_dose_limits *limits, const ps_rungs *rungs, const char *what)
{
    if (ladder == PS_NONE || !limits) return;
    const ps_rungs *full = &book->all->ladders.at[ladder].rungs;
    const ps_rung_limits clip = {limits->sets, limits->reps, limits->hold_s};
    ps_rung wanted[PS_RUNGS_MAX];
    const int32_t count = ps_ladder_clip(full->at, full->count, clip, wanted);
    if (same_rungs(wanted, count, rungs)) return;
    law_broken(book, exercise, "%s are not ladder %s clipped by the limits", what,
               book->all->ladders.at[ladder].id);
}

static void check_rungs(law_book *book, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    check_clipped(book, exercise, engine->ladder, engine->limits, &engine->rungs, "rungs");
    check_clipped(book, exercise, engine->ladder_loaded, engine->limits_loaded,
                  &engine->rungs_loaded, "rungs_loaded");
}

void law_rungs_clipped(law_book *book) { law_each_exercise(book, check_rungs); }

static void check_rise(law_book *book, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    if (!ps_ladder_rises(engine->rungs.at, engine->rungs.count)) {
        law_broken(book, exercise, "a later rung asks less than the one before");
    }
    const ps_rungs *loaded = &engine->rungs_loaded;
    if (!ps_ladder_rises(loaded->at, loaded->count)) {
        law_broken(book, exercise, "a later loaded rung asks less than the one before");
    }
    const int32_t cap = book->all->constants.strength.rep_cap_loaded;
    for (int32_t i = 0; i < loaded->count; i++) {
        if (loaded->at[i].reps <= cap) continue;
        law_broken(book, exercise, "%d repetitions while loaded, want at most %d",
                   loaded->at[i].reps, cap);
    }
}

void law_rungs_rise(law_book *book)
{
    law_each_exercise(book, check_rise);
    for (int32_t i = 0; i < book->all->ladders.count; i++) {
        const ps_ladder *ladder = &book->all->ladders.at[i];
        if (ps_ladder_rises(ladder->rungs.at, ladder->rungs.count)) continue;
        law_broken(book, ladder, "ladder %s does not rise", ladder->id);
    }
}

// ---- start dose, limits and source ----

static void check_start(law_book *book, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    if (!law_is_dosed(&engine->start) || !engine->limits) return;
    for (int32_t i = 0; i < PS_COUNT(parts); i++) {
        const ps_range start = law_dose_part(&engine->start, parts[i]);
        const ps_range limits = law_limits_part(engine->limits, parts[i]);
        // what is not given is the matter of chosen-dosed
        if (start.low == PS_NOT_GIVEN || law_inside(start, limits)) continue;
        law_broken(book, exercise, "%s of the start dose are %d to %d, want %d to %d",
                   law_part_name(parts[i]), start.low, start.high, limits.low, limits.high);
    }
}

void law_start_in_limits(law_book *book) { law_each_exercise(book, check_start); }

/// A part that the form of the dose brings along, so no source has to say it: one hold is one
/// repetition, a cycle has its phases.
static bool goes_without_saying(const ps_dose *dose, ps_part part)
{
    const bool one_hold = dose->reps.low == 1 && dose->reps.high == 1;
    return part == PS_PART_REPS && (one_hold || dose->phase_count > 0);
}

static void check_part(law_book *book, const ps_exercise *exercise, const ps_dose_limits *limits,
                       ps_part part)
{
    const ps_dose *source = &exercise->given.dose;
    const ps_range range = law_limits_part(limits, part);
    const bool marked = law_has_part(limits->given, part);
    const char *name = law_part_name(part);
    if (!law_is_dosed(source) || !law_given(law_dose_part(source, part))) {
        if (marked) {
            law_broken(book, limits, "%s: %s are marked as given, but the source does not",
                       exercise->id, name);
        }
        return;
    }
    const ps_range given = law_dose_part(source, part);
    // a gentler start than the source is always allowed
    const int32_t low = part == PS_PART_SETS ? 1 : given.low;
    if (range.low < low || range.high > given.high) {
        law_broken(book, limits, "%s: %s are %d to %d, want them within the source's %d to %d",
                   exercise->id, name, range.low, range.high, low, given.high);
    } else if (!marked && !goes_without_saying(source, part)) {
        law_broken(book, limits, "%s: the source gives the %s, want them among given", exercise->id,
                   name);
    }
}

static void check_limits(law_book *book, const ps_exercise *exercise)
{
    const ps_dose_limits *both[] = {exercise->engine.limits, exercise->engine.limits_loaded};
    for (int32_t i = 0; i < PS_COUNT(both); i++) {
        for (int32_t j = 0; both[i] && j < PS_COUNT(parts); j++) {
            check_part(book, exercise, both[i], parts[j]);
        }
    }
    if (exercise->sources.count == 0 && law_is_dosed(&exercise->given.dose)) {
        law_broken(book, exercise, "has no source, so no dose is given");
    }
}

void law_limits_in_source(law_book *book) { law_each_exercise(book, check_limits); }
