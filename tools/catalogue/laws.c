#include "laws.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "laws_part.h"

// The number is that of domain 5.16; 0 stands for what no law there says, but the product rests on.
// Law 12 compares the design documents with the data and has no place in the product.
#define LAW(number, name, check, sentence) \
    {                                      \
        number, name, sentence, check      \
    }
const law laws[] = {
    // these two first: the others read lists by the numbers that they prove to be in range
    LAW(1, "well-formed", law_well_formed,
        "every value obeys its field table: texts, counts, numbers, references"),
    LAW(2, "rules-sound", law_rules_sound,
        "rules are well formed, name what exists and can be true"),

    LAW(1, "ids-unique", law_ids_unique, "every id is unique in its list"),
    LAW(1, "ids-form", law_ids_form, "an id is written as the ids of its list are"),
    LAW(1, "everything-used", law_everything_used,
        "every source, tag, muscle, equipment and ladder is used"),
    LAW(1, "descriptions", law_descriptions,
        "every description of exercises describes at least one"),
    LAW(1, "choices", law_choices,
        "answers that name equipment, positions or exercises name all of them"),

    LAW(2, "one-question", law_one_question, "every question asks one thing"),
    LAW(2, "rules-monotone", law_rules_monotone, "a riskier answer or number can only add flags"),
    LAW(2, "items-used", law_items_used, "every screening item is asked for by a rule"),
    LAW(2, "number-rules", law_number_rules,
        "every number that a flag compares says in words what it does"),

    LAW(3, "codes-settable", law_codes_settable, "every code that is named can be set"),
    LAW(3, "codes-named", law_codes_named, "every code is named by an exercise"),

    LAW(4, "flags-made", law_flags_made,
        "a flag has a logic or says who sets it; one that blocks says how fast to act"),
    LAW(4, "flags-act", law_flags_act,
        "every flag blocks, or one of its codes acts on an exercise"),
    LAW(4, "cleared-leaves", law_cleared_leaves, "a cleared flag leaves codes or a gentle start"),
    LAW(4, "somebody-examines", law_somebody_examines,
        "somebody may examine after an emergency or urgent sign"),
    LAW(4, "release-groups", law_release_groups, "flags that share releases share codes"),

    LAW(5, "hip-range", law_hip_range,
        "past 90 or below 0 degrees an exercise names the codes of that range"),

    LAW(6, "prohibits", law_prohibits,
        "what a code prohibits is excluded on every exercise described"),
    LAW(6, "limits", law_limits, "what a code limits is named on every exercise described"),
    LAW(6, "modify-notes", law_modify_notes,
        "a code is named once, and a modify says what to change"),
    LAW(6, "actions-covered", law_actions_covered,
        "every prohibition of an action is kept by the codes of its flag"),
    LAW(6, "actions-known", law_actions_known,
        "every prohibition of an action is one that the table knows"),

    LAW(7, "exercise-complete", law_exercise_complete,
        "an exercise has steps, a cue, a stop rule, a role and a source"),
    LAW(7, "exercise-kind", law_exercise_kind, "kind, role, family and dose agree"),
    LAW(7, "chosen-dosed", law_chosen_dosed,
        "what can be chosen has a full start dose, limits, a ladder and rungs"),
    LAW(7, "rungs-clipped", law_rungs_clipped, "rungs are the ladder clipped by the limits"),
    LAW(7, "rungs-rise", law_rungs_rise,
        "rungs and ladders rise, with few repetitions while loaded"),
    LAW(7, "start-in-limits", law_start_in_limits, "the start dose lies within the limits"),
    LAW(7, "limits-in-source", law_limits_in_source,
        "limits lie within the numbers of the source and say so"),
    LAW(7, "loads", law_loads, "what can be loaded has a loaded ladder, and the other way round"),
    LAW(7, "loaded-after", law_loaded_after, "an exercise comes after others without a circle"),
    LAW(7, "loaded-harder", law_loaded_harder, "a loaded exercise is not easier than its base"),
    LAW(7, "never-chosen", law_never_chosen,
        "two exercises of the articles are shown and never chosen"),
    LAW(7, "signoff", law_signoff, "an exercise that waits for a clinician says what is open"),
    LAW(7, "pressure", law_pressure,
        "nothing that can be chosen presses on the belly; on the groin: by opt-in"),
    LAW(7, "not-too-soon", law_not_too_soon,
        "stretches wait for a calm hip, straight legs for the second week"),
    LAW(7, "alternatives", law_alternatives,
        "an alternative replaces what is there and leads somewhere else"),

    LAW(8, "programme-articles", law_programme_articles, "each article has one programme"),
    LAW(8, "programme-items", law_programme_items,
        "items are those of the article, and what does not run says why"),
    LAW(8, "programme-doses", law_programme_doses,
        "doses are those of the article, the rest is marked as ours"),
    LAW(8, "programme-days", law_programme_days,
        "each day of an article can be a strength day with rest before the next"),
    LAW(8, "programme-rules", law_programme_rules,
        "rules of a programme are the article's and about its items"),
    LAW(8, "additions-ours", law_additions_ours,
        "an exercise without a source carries only our marks and is not planned"),

    LAW(9, "claims", law_claims,
        "a claim belongs to an article; a refuted one lists lower-case phrases"),
    LAW(9, "claims-said", law_claims_said,
        "what explanations say of a claim keeps to its verdict, in one sentence"),
    LAW(9, "grades", law_grades, "grade S is for the articles, C for memory, D for no source"),
    LAW(9, "copy-rules", law_copy_rules, "each verdict has one rule for texts"),
    LAW(9, "texts-claims", law_texts_claims, "no text repeats a contradicted or unsupported claim"),
    LAW(9, "texts-never", law_texts_never, "no text promises what nobody may promise"),
    LAW(9, "texts-plain", law_texts_plain, "no text for everybody needs our files or a textbook"),
    LAW(10, "texts-own", law_texts_own, "no text shares eight words in a row with an article"),
    LAW(11, "conflicts", law_conflicts,
        "a conflict has a readable slug, the articles' positions, and offers what can be done"),

    LAW(0, "emergency-numbers", law_emergency_numbers, "each country once, one fallback"),
    LAW(0, "refusal-levels", law_refusal_levels, "each level that refuses has its page"),
    LAW(0, "hazard-checks", law_hazard_checks,
        "a hazard check guards an item that has to be asked for"),
    LAW(0, "self-tests", law_self_tests,
        "a test says which tries count, and closes or limits by a code"),
    LAW(0, "places", law_places, "the body map and the question where it hurts agree"),
    LAW(0, "checkpoints", law_checkpoints,
        "checkpoints rise to one end, are those of the planner, and claim no more than they may"),
    LAW(0, "classes", law_classes, "each class has a plan that its items can fill"),
    LAW(0, "week-layouts", law_week_layouts,
        "strength days have a whole day between them, across the week's end too"),
    LAW(0, "constants", law_constants, "the planner's numbers agree with each other"),
    LAW(0, "by-minutes", law_by_minutes, "values by minutes rise and end with an open row"),
    LAW(0, "micro-lane", law_micro_lane,
        "small things for every day are dosed, and a stretch is closed actively"),
};
#undef LAW
const int32_t laws_count = PS_COUNT(laws);

enum { FOUNDATION = 2 }; // rows that the others stand on

int32_t laws_check(const ps_catalogue *catalogue, law_report *report, void *context)
{
    law_book book = {.all = catalogue, .report = report, .context = context};
    for (int32_t i = 0; i < laws_count; i++) {
        if (i == FOUNDATION && book.count > 0) break;
        book.law = laws[i].name;
        laws[i].check(&book);
    }
    return book.count;
}

void law_broken(law_book *book, const void *record, const char *format, ...)
{
    char text[LAW_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    book->count++;
    book->report(book->context, record, book->law, text);
}

void law_each_exercise(law_book *book, void (*each)(law_book *book, const ps_exercise *exercise))
{
    for (int32_t i = 0; i < book->all->exercises.count; i++) {
        each(book, &book->all->exercises.at[i]);
    }
}

bool law_has_word(const char *text, const char *word)
{
    const size_t len = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at++) {
        const bool starts = at == text || !isalpha((unsigned char)at[-1]);
        if (starts && !isalpha((unsigned char)at[len])) return true;
    }
    return false;
}

void law_names_once(law_book *book, const void *record, const char *const *names, int32_t count,
                    const char *what)
{
    for (int32_t i = 0; i < count; i++) {
        for (int32_t j = 0; j < i; j++) {
            if (strcmp(names[i], names[j]) != 0) continue;
            law_broken(book, record, "%s '%s' stands twice, want it once", what, names[i]);
            break;
        }
    }
}

bool law_has(ps_refs refs, int32_t index)
{
    for (int32_t i = 0; i < refs.count; i++) {
        if (refs.at[i] == index) return true;
    }
    return false;
}

bool law_has_role(const ps_exercise *exercise, ps_role role)
{
    for (int32_t i = 0; i < exercise->engine.roles.count; i++) {
        if (exercise->engine.roles.at[i] == role) return true;
    }
    return false;
}

bool law_has_part(ps_parts parts, ps_part part)
{
    for (int32_t i = 0; i < parts.count; i++) {
        if (parts.at[i] == part) return true;
    }
    return false;
}

int32_t law_find(const ps_catalogue *all, const char *list, const char *id)
{
    return ps_document_find(&ps_catalogue_struct, all, list, ps_str_of(id));
}

bool law_has_tag(const ps_catalogue *all, const ps_exercise *exercise, const char *tag)
{
    const int32_t index = law_find(all, "tags", tag);
    return index != PS_NONE && law_has(exercise->tags, index);
}

bool law_can_be_chosen(const ps_exercise *exercise)
{
    return exercise->engine.selectable != PS_CHOSEN_NEVER;
}

bool law_is_dosed(const ps_dose *dose) { return dose->sets.low != 0; }

bool law_inside(ps_range inner, ps_range outer)
{
    return inner.low >= outer.low && inner.high <= outer.high;
}

bool law_given(ps_range range) { return range.low != PS_NOT_GIVEN && range.low != 0; }

bool law_blocks(const ps_flag *flag)
{
    return flag->level == PS_LEVEL_EMERGENCY || flag->level == PS_LEVEL_URGENT ||
           flag->level == PS_LEVEL_REFER;
}

bool law_is_article(const ps_catalogue *all, int32_t reference)
{
    const char *id = all->references.at[reference].id;
    return strlen(id) == 4 && strncmp(id, "S00", 3) == 0 && id[3] >= '0' && id[3] <= '3';
}

/// From the shortest to the longest phase; not given when one of them is not.
static ps_range phase_seconds(const ps_dose *dose)
{
    ps_range all = dose->phases[0].seconds;
    for (int32_t i = 1; i < dose->phase_count; i++) {
        const ps_range one = dose->phases[i].seconds;
        if (one.low < all.low) all.low = one.low;
        if (one.high > all.high) all.high = one.high;
    }
    return all.low == PS_NOT_GIVEN ? (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN} : all;
}

ps_range law_dose_part(const ps_dose *dose, ps_part part)
{
    const bool cycle = dose->phase_count > 0;
    if (part == PS_PART_SETS) return dose->sets;
    if (part == PS_PART_REPS) {
        return cycle ? (ps_range){dose->phase_count, dose->phase_count} : dose->reps;
    }
    return cycle ? phase_seconds(dose) : dose->hold_s;
}

ps_range law_limits_part(const ps_dose_limits *limits, ps_part part)
{
    if (part == PS_PART_SETS) return limits->sets;
    return part == PS_PART_REPS ? limits->reps : limits->hold_s;
}

const char *law_part_name(ps_part part) { return ps_part_names.names[part]; }
