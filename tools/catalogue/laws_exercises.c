// Law 7: exercises are complete, of one piece, and the dangerous ones are kept apart.
#include <string.h>

#include "laws_part.h"

enum { STEPS_MIN = 2 };

// ---- complete ----

static void check_complete(law_book *book, const ps_exercise *exercise)
{
    const struct {
        const char *what;
        int32_t count, min;
    } parts[] = {
        {"roles",      exercise->engine.roles.count, 1        },
        {"steps",      exercise->steps.count,        STEPS_MIN},
        {"cues",       exercise->cues.count,         1        },
        {"stop_rules", exercise->stop_rules.count,   1        },
        {"references", exercise->references.count,   1        },
    };
    for (int32_t i = 0; i < PS_COUNT(parts); i++) {
        if (parts[i].count >= parts[i].min) continue;
        law_broken(book, exercise, "%s has %d %s, want at least %d", exercise->id, parts[i].count,
                   parts[i].what, parts[i].min);
    }
    for (int32_t i = 0; i < exercise->sources.count; i++) {
        const int32_t source = exercise->sources.at[i].reference;
        if (!law_is_article(book->all, source)) {
            law_broken(book, &exercise->sources.at[i], "%s is not an article",
                       book->all->references.at[source].id);
        } else if (!law_has(exercise->references, source)) {
            law_broken(book, exercise, "%s comes from %s, want it among references", exercise->id,
                       book->all->references.at[source].id);
        }
    }
}

void law_exercise_complete(law_book *book) { law_each_exercise(book, check_complete); }

// ---- kind, role, family, dose ----

typedef struct {
    ps_kind kind;
    ps_role role;
} pair;

// Kinds that do one thing. Exercises do anything but these, and no other kind does.
static const pair kind_roles[] = {
    {PS_KIND_STRETCH,    PS_ROLE_L  },
    {PS_KIND_RELEASE,    PS_ROLE_R  },
    {PS_KIND_RELAXATION, PS_ROLE_X  },
    {PS_KIND_CARE,       PS_ROLE_REF},
    {PS_KIND_HABIT,      PS_ROLE_H  },
};

static bool role_fits(ps_kind kind, ps_role role)
{
    for (int32_t i = 0; i < PS_COUNT(kind_roles); i++) {
        if (kind_roles[i].kind == kind) return kind_roles[i].role == role;
        // an active end-range exercise lengthens, so L is not the stretches' own
        if (kind_roles[i].role == role && role != PS_ROLE_L) return false;
    }
    return true;
}

/// What a family asks for, in the parts of a dose.
static const char *shape_fault(ps_family family, const ps_dose *dose)
{
    const bool one = dose->reps.low == 1 && dose->reps.high == 1;
    const bool cycle = dose->phase_count > 0;
    switch (family) {
    case PS_ISO:
        return cycle || !law_given(dose->hold_s) ? "holds with repetitions" : NULL;
    case PS_CYCLE:
        return !cycle ? "cycles of named phases" : NULL;
    case PS_HOLD:
        return cycle || !one || !law_given(dose->hold_s) ? "sets of one hold" : NULL;
    case PS_REP:
        return cycle || one ? "repetitions" : NULL;
    case PS_TIME: {
        const bool once = dose->sets.low == 1 && dose->sets.high == 1;
        return cycle || !one || !once || !law_given(dose->hold_s) ? "one timed spell" : NULL;
    }
    case PS_UNDOSED:
        return "no dose";
    }
    return NULL;
}

static bool names_its_sides(const ps_dose *dose)
{
    return dose->sides == PS_EACH_SIDE || dose->sides == PS_ALTERNATING;
}

static void check_kind(law_book *book, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    const ps_role first = engine->roles.at[0];
    if (!role_fits(exercise->kind, first)) {
        law_broken(book, exercise, "a %s with first role %s", ps_kind_names.names[exercise->kind],
                   ps_role_names.names[first]);
    }
    const bool advice = exercise->kind == PS_KIND_HABIT || exercise->kind == PS_KIND_CARE;
    if (advice != (engine->family == PS_UNDOSED)) {
        law_broken(book, exercise, "a %s of family %s; habits and care, and only they, have none",
                   ps_kind_names.names[exercise->kind], ps_family_names.names[engine->family]);
    }
    if (!law_is_dosed(&engine->start)) return;

    const char *fault = shape_fault(engine->family, &engine->start);
    if (fault) {
        law_broken(book, exercise, "family %s wants a start dose of %s",
                   ps_family_names.names[engine->family], fault);
    }
    if (exercise->per_side != names_its_sides(&engine->start)) {
        law_broken(book, exercise, "per_side and the sides of the start dose disagree");
    }
}

void law_exercise_kind(law_book *book) { law_each_exercise(book, check_kind); }

// ---- loads ----

/// From the week in which weights begin; bands may begin with the item (domain 5.5, B10).
enum { WEIGHT_MIN_WEEK = 4 };

static bool needs_equipment_besides_assumed(const ps_catalogue *all, const ps_exercise *exercise)
{
    for (int32_t i = 0; i < exercise->equipment.count; i++) {
        if (!all->equipment.at[exercise->equipment.at[i]].assumed_present) return true;
    }
    return false;
}

static void check_loads(law_book *book, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    const bool loadable = engine->loadable != PS_LOADS_NONE;
    const bool weight = loadable && engine->loadable != PS_LOADS_BAND;
    if (loadable != (engine->ladder_loaded != PS_NONE) ||
        loadable != (engine->limits_loaded != NULL) ||
        loadable != (engine->rungs_loaded.count > 0)) {
        law_broken(book, exercise,
                   "loadable, ladder_loaded, limits_loaded and rungs_loaded go together");
    }
    if (law_has_tag(book->all, exercise, "external-load") && !engine->load_is_part) {
        law_broken(book, exercise, "external-load means load_is_part");
    }
    if (!engine->load_is_part) return;

    if (!loadable || !needs_equipment_besides_assumed(book->all, exercise)) {
        law_broken(book, exercise, "load_is_part wants loadable and the load among equipment");
    }
    if (weight && engine->min_week < WEIGHT_MIN_WEEK) {
        law_broken(book, exercise, "a weight from week %d, want week %d or later", engine->min_week,
                   WEIGHT_MIN_WEEK);
    }
}

void law_loads(law_book *book) { law_each_exercise(book, check_loads); }

// ---- after ----

/// Whether `wanted` has to be mastered, directly or not, before `from` starts.
static bool comes_after(const ps_catalogue *all, int32_t from, int32_t wanted)
{
    bool before[LAW_ITEMS_MAX] = {false};
    before[from] = true;
    bool grows = true;
    for (int32_t round = 0; grows && round < all->exercises.count; round++) {
        grows = false;
        for (int32_t i = 0; i < all->exercises.count; i++) {
            const ps_refs after = all->exercises.at[i].engine.after;
            for (int32_t j = 0; before[i] && j < after.count; j++) {
                if (after.at[j] == wanted) return true;
                grows = grows || !before[after.at[j]];
                before[after.at[j]] = true;
            }
        }
    }
    return false;
}

static void check_after(law_book *book, const ps_exercise *exercise)
{
    const ps_catalogue *all = book->all;
    const int32_t own = (int32_t)(exercise - all->exercises.at);
    const ps_engine *engine = &exercise->engine;
    for (int32_t i = 0; i < engine->after.count; i++) {
        const ps_exercise *before = &all->exercises.at[engine->after.at[i]];
        if (!law_can_be_chosen(before)) {
            law_broken(book, exercise, "comes after %s, which nobody can choose", before->id);
        }
    }
    if (comes_after(all, own, own)) law_broken(book, exercise, "comes after itself");

    if (engine->loaded_exercise == PS_NONE) return;
    const ps_exercise *loaded = &all->exercises.at[engine->loaded_exercise];
    if (!law_has(loaded->engine.after, own)) {
        law_broken(book, loaded, "takes over from %s, want that under after", exercise->id);
    }
    if (!loaded->engine.load_is_part) {
        law_broken(book, loaded, "takes over from %s, want load_is_part", exercise->id);
    }
}

void law_loaded_after(law_book *book) { law_each_exercise(book, check_after); }

static void check_harder(law_book *book, const ps_exercise *exercise)
{
    if (exercise->engine.loaded_exercise == PS_NONE) return;
    const ps_engine *base = &exercise->engine;
    const ps_exercise *loaded = &book->all->exercises.at[base->loaded_exercise];
    const struct {
        const char *what;
        bool easier;
    } parts[] = {
        {"irritability_max", loaded->engine.irritability_max > base->irritability_max},
        {"skill",            loaded->engine.skill < base->skill                      },
        {"min_week",         loaded->engine.min_week < base->min_week                },
        {"psoas_tier",       loaded->engine.psoas_tier < base->psoas_tier            },
        {"spine_load",       loaded->engine.spine_load < base->spine_load            },
    };
    for (int32_t i = 0; i < PS_COUNT(parts); i++) {
        if (!parts[i].easier) continue;
        law_broken(book, loaded, "%s is easier than that of %s, from which it takes over",
                   parts[i].what, exercise->id);
    }
    // what stops the base must stop the loaded form too, or a risk would unblock the harder one
    for (int32_t i = 0; i < exercise->exclude.count; i++) {
        const int32_t code = exercise->exclude.at[i].code;
        if (ps_exercise_code(loaded, code, NULL) == PS_CODE_EXCLUDE) continue;
        law_broken(book, loaded, "%s excludes %s, want the same here", book->all->codes.at[code].id,
                   exercise->id);
    }
}

void law_loaded_harder(law_book *book) { law_each_exercise(book, check_harder); }

// ---- never, by sign-off, by opt-in ----

static const struct {
    const char *id, *why;
} never[] = {
    {"psoas-foam-roller-release",          "bowel, vessels and nerves lie under the roller (X02)"},
    {"kneeling-static-hip-flexor-stretch", "its own source advises against it (X01)"             },
};

void law_never_chosen(law_book *book)
{
    for (int32_t i = 0; i < PS_COUNT(never); i++) {
        const ps_exercise *exercise = ps_exercise_find(book->all, ps_str_of(never[i].id));
        if (!exercise) {
            law_broken(book, book->all, "there is no '%s'; it is kept as a warning: %s",
                       never[i].id, never[i].why);
        } else if (law_can_be_chosen(exercise) || exercise->engine.min_week != LAW_NEVER_WEEK) {
            law_broken(book, exercise, "want selectable never and min_week %d: %s", LAW_NEVER_WEEK,
                       never[i].why);
        }
    }
}

static void check_signoff(law_book *book, const ps_exercise *exercise)
{
    if (exercise->engine.selectable != PS_CHOSEN_AFTER_SIGNOFF) return;
    if (exercise->open_questions.count > 0) return;
    law_broken(book, exercise, "waits for a clinician, want the open question");
}

void law_signoff(law_book *book) { law_each_exercise(book, check_signoff); }

static bool has_hazard_check(const ps_catalogue *all, int32_t exercise)
{
    for (int32_t i = 0; i < all->hazard_checks.count; i++) {
        if (all->hazard_checks.at[i].exercise == exercise) return true;
    }
    return false;
}

static void check_pressure(law_book *book, const ps_exercise *exercise)
{
    if (!law_can_be_chosen(exercise)) return;
    if (law_has_tag(book->all, exercise, "abdominal-pressure")) {
        law_broken(book, exercise, "presses on the belly, want selectable never (X02)");
    }
    if (!law_has_tag(book->all, exercise, "groin-pressure")) return;
    const int32_t own = (int32_t)(exercise - book->all->exercises.at);
    if (exercise->engine.selectable != PS_CHOSEN_BY_OPT_IN || !has_hazard_check(book->all, own)) {
        law_broken(book, exercise, "presses on the groin, want opt-in and a hazard check (X02)");
    }
}

void law_pressure(law_book *book) { law_each_exercise(book, check_pressure); }

// ---- a calm hip, a trained one ----

enum { STRAIGHT_LEG_MIN_WEEK = 2 };

// Passive stretches are for a calm hip; one is a rest position as well (domain 5.5, B5).
static const char *const rest_stretch = "leg-dangle";

static void check_stretch(law_book *book, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    const bool rest = strcmp(exercise->id, rest_stretch) == 0;
    const ps_irritability most = rest ? PS_IRRITABILITY_MOD : PS_IRRITABILITY_LOW;
    if (engine->family == PS_HOLD && engine->irritability_max > most) {
        law_broken(book, exercise, "a passive stretch at irritability %s, want at most %s",
                   ps_irritability_names.names[engine->irritability_max],
                   ps_irritability_names.names[most]);
    }
    if (law_has_tag(book->all, exercise, "straight-leg-lever") &&
        engine->min_week < STRAIGHT_LEG_MIN_WEEK) {
        law_broken(book, exercise, "a straight leg is a long lever, want min_week %d or later",
                   STRAIGHT_LEG_MIN_WEEK);
    }
}

void law_not_too_soon(law_book *book) { law_each_exercise(book, check_stretch); }

// ---- alternatives ----

static void check_alternative(law_book *book, const ps_exercise *exercise,
                              const ps_alternative *other)
{
    const int32_t own = (int32_t)(exercise - book->all->exercises.at);
    switch (other->kind) {
    case PS_ALTERNATIVE_REPLACE:
        if (other->replaces == PS_NONE || !law_has(exercise->equipment, other->replaces)) {
            law_broken(book, other, "replaces what %s does not need", exercise->id);
        } else if (other->equipment == other->replaces) {
            law_broken(book, other, "replaces a thing with itself");
        }
        return;
    case PS_ALTERNATIVE_ADD:
        if (other->replaces != PS_NONE || other->exercise != PS_NONE) {
            law_broken(book, other, "an optional help replaces nothing");
        }
        return;
    case PS_ALTERNATIVE_EXERCISE:
        if (other->exercise == PS_NONE || other->exercise == own) {
            law_broken(book, other, "want another exercise than %s", exercise->id);
        }
        return;
    }
}

static void check_facts(law_book *book, const ps_exercise *exercise, const ps_facts *facts)
{
    const int32_t own = (int32_t)(exercise - book->all->exercises.at);
    for (int32_t i = 0; i < facts->count; i++) {
        if (facts->at[i].exercise != own) continue;
        law_broken(book, &facts->at[i], "%s leads to itself", exercise->id);
    }
}

static void check_alternatives(law_book *book, const ps_exercise *exercise)
{
    for (int32_t i = 0; i < exercise->alternatives.count; i++) {
        check_alternative(book, exercise, &exercise->alternatives.at[i]);
    }
    check_facts(book, exercise, &exercise->progressions);
    check_facts(book, exercise, &exercise->regressions);
}

void law_alternatives(law_book *book) { law_each_exercise(book, check_alternatives); }
