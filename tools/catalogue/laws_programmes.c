// Law 8: the programmes are the articles' and nothing else; what is ours says so.
#include <string.h>

#include "laws_part.h"
#include "walk.h"

static bool comes_from(const ps_exercise *exercise, int32_t reference)
{
    for (int32_t i = 0; i < exercise->sources.count; i++) {
        if (exercise->sources.at[i].reference == reference) return true;
    }
    return false;
}

void law_programme_articles(law_book *book)
{
    const ps_catalogue *all = book->all;
    for (int32_t i = 0; i < all->references.count; i++) {
        int32_t times = 0;
        for (int32_t j = 0; j < all->programmes.count; j++) {
            times += all->programmes.at[j].reference == i;
        }
        const int32_t wanted = law_is_article(all, i) ? 1 : 0;
        if (times == wanted) continue;
        law_broken(book, &all->references.at[i], "%s has %d programmes, want %d",
                   all->references.at[i].id, times, wanted);
    }
}

// ---- items ----

static const char *status_fault(const ps_programme_item *item, const ps_exercise *exercise)
{
    const ps_selectable selectable = exercise->engine.selectable;
    const bool dosed = law_is_dosed(&item->dose);
    const bool explained = item->reason && item->replacement != PS_NONE;
    switch (item->status) {
    case PS_ITEM_RUNS:
        if (!dosed) return "runs, want a dose";
        return selectable == PS_CHOSEN_FREELY ? NULL : "runs although nobody may choose it freely";
    case PS_ITEM_OPT_IN:
        if (!dosed || !explained) return "is opt-in, want a dose, a reason and a replacement";
        return selectable == PS_CHOSEN_NEVER ? "is opt-in although it is never chosen" : NULL;
    case PS_ITEM_OFF:
        if (!explained) return "is off, want a reason and a replacement";
        return dosed ? "is off, want no dose" : NULL;
    case PS_ITEM_ADVICE:
        if (dosed) return "is advice, want no dose";
        return exercise->engine.family == PS_UNDOSED ? NULL : "is advice, want a habit or care";
    }
    return NULL;
}

static void check_item(law_book *book, const ps_programme *programme, const ps_programme_item *item)
{
    const ps_exercise *exercise = &book->all->exercises.at[item->exercise];
    const char *fault = status_fault(item, exercise);
    if (fault) law_broken(book, item, "%s in %s %s", exercise->id, programme->id, fault);
    if (!comes_from(exercise, programme->reference)) {
        law_broken(book, item, "%s does not come from %s", exercise->id,
                   book->all->references.at[programme->reference].id);
    }
    const int32_t other = item->replacement;
    if (other == PS_NONE) return;
    if (other == item->exercise ||
        book->all->exercises.at[other].engine.selectable != PS_CHOSEN_FREELY) {
        law_broken(book, item, "%s is replaced by %s, want another one that anybody may do",
                   exercise->id, book->all->exercises.at[other].id);
    }
}

void law_programme_items(law_book *book)
{
    for (int32_t i = 0; i < book->all->programmes.count; i++) {
        const ps_programme *programme = &book->all->programmes.at[i];
        for (int32_t j = 0; j < programme->items.count; j++) {
            check_item(book, programme, &programme->items.at[j]);
            for (int32_t k = 0; k < j; k++) {
                if (programme->items.at[j].exercise != programme->items.at[k].exercise) continue;
                law_broken(book, &programme->items.at[j], "%s stands twice in %s",
                           book->all->exercises.at[programme->items.at[j].exercise].id,
                           programme->id);
            }
        }
    }
}

// ---- doses ----

static bool same_range(ps_range a, ps_range b) { return a.low == b.low && a.high == b.high; }

static void check_part(law_book *book, const ps_programme_item *item, ps_part part)
{
    const ps_exercise *exercise = &book->all->exercises.at[item->exercise];
    const ps_dose *source = &exercise->given.dose;
    const ps_range got = law_dose_part(&item->dose, part);
    const ps_range given =
        law_is_dosed(source) ? law_dose_part(source, part) : (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN};
    const bool ours = law_has_part(item->ours, part);
    const char *name = law_part_name(part);
    if (law_given(given)) {
        if (ours) {
            law_broken(book, item, "the article gives the %s of %s, so they are not ours", name,
                       exercise->id);
        } else if (!same_range(got, given)) {
            law_broken(book, item, "%s of %s are %d to %d, want the article's %d to %d", name,
                       exercise->id, got.low, got.high, given.low, given.high);
        }
        return;
    }
    // one hold is one repetition, and a repetition without a hold has none: nobody has to say it
    const bool trivial = got.high == 0 || (part == PS_PART_REPS && got.low == 1 && got.high == 1);
    if (trivial) return;
    if (!ours) {
        law_broken(book, item, "the article does not give the %s of %s, want them among ours", name,
                   exercise->id);
    } else if (exercise->engine.limits &&
               !law_inside(got, law_limits_part(exercise->engine.limits, part))) {
        law_broken(book, item, "%s of %s are ours, want them within our limits", name,
                   exercise->id);
    }
}

static void check_dose(law_book *book, const ps_programme_item *item)
{
    const ps_exercise *exercise = &book->all->exercises.at[item->exercise];
    ps_error error = {0};
    if (ps_dose_check_asked(&item->dose, &error) != PS_OK) {
        law_broken(book, item, "nobody can be asked for this dose: %s", error.text);
    }
    check_part(book, item, PS_PART_SETS);
    check_part(book, item, PS_PART_REPS);
    check_part(book, item, PS_PART_HOLD);
    const bool sides = item->dose.sides == PS_EACH_SIDE || item->dose.sides == PS_ALTERNATING;
    if (sides != exercise->per_side) {
        law_broken(book, item, "the sides of the dose and per_side of %s disagree", exercise->id);
    }
}

void law_programme_doses(law_book *book)
{
    for (int32_t i = 0; i < book->all->programmes.count; i++) {
        const ps_programme *programme = &book->all->programmes.at[i];
        for (int32_t j = 0; j < programme->items.count; j++) {
            const ps_programme_item *item = &programme->items.at[j];
            if (law_is_dosed(&item->dose)) check_dose(book, item);
            for (int32_t k = 0; k < item->ours.count; k++) {
                if (law_is_dosed(&item->dose) && item->ours.at[k] <= PS_PART_HOLD) continue;
                law_broken(book, item, "'%s' is no part of the dose of %s",
                           law_part_name(item->ours.at[k]),
                           book->all->exercises.at[item->exercise].id);
            }
        }
        for (int32_t k = 0; k < programme->ours.count; k++) {
            if (programme->ours.at[k] > PS_PART_HOLD) continue;
            law_broken(book, programme, "'%s' is no part of a programme, want days or weeks",
                       law_part_name(programme->ours.at[k]));
        }
    }
}

// ---- days ----

void law_programme_days(law_book *book)
{
    const int32_t most = book->all->constants.strength.max_days;
    for (int32_t i = 0; i < book->all->programmes.count; i++) {
        const ps_programme *programme = &book->all->programmes.at[i];
        if (programme->days_per_week.high <= most) continue;
        law_broken(book, programme, "%s takes %d days a week, want at most %d", programme->id,
                   programme->days_per_week.high, most);
    }
}

// ---- rules ----

static bool has_item(const ps_programme *programme, int32_t exercise)
{
    for (int32_t i = 0; i < programme->items.count; i++) {
        if (programme->items.at[i].exercise == exercise) return true;
    }
    return false;
}

static void check_applies(law_book *book, const ps_programme *programme, const void *record,
                          ps_refs applies_to)
{
    for (int32_t i = 0; i < applies_to.count; i++) {
        if (has_item(programme, applies_to.at[i])) continue;
        law_broken(book, record, "speaks of %s, which is not in %s",
                   book->all->exercises.at[applies_to.at[i]].id, programme->id);
    }
}

void law_programme_rules(law_book *book)
{
    for (int32_t i = 0; i < book->all->programmes.count; i++) {
        const ps_programme *programme = &book->all->programmes.at[i];
        for (int32_t j = 0; j < programme->rules.count; j++) {
            const ps_programme_rule *rule = &programme->rules.at[j];
            check_applies(book, programme, rule, rule->applies_to);
            if (rule->says.mark != (int32_t)PS_OURS) continue;
            law_broken(book, rule, "a rule of ours in %s, want only the article's", programme->id);
        }
        const ps_rep_cap *cap = programme->rep_cap;
        if (!cap) continue;
        check_applies(book, programme, cap, cap->applies_to);
        for (int32_t j = 0; j < programme->items.count; j++) {
            const ps_programme_item *item = &programme->items.at[j];
            if (!law_has(cap->applies_to, item->exercise) || item->dose.reps.high <= cap->reps) {
                continue;
            }
            law_broken(book, item, "asks for more than the %d repetitions of %s", cap->reps,
                       programme->id);
        }
    }
}

// ---- additions of ours ----

typedef struct {
    law_book *book;
    const ps_exercise *exercise;
} mark_check;

static void check_mark(void *context, const walk_at *at)
{
    const mark_check *check = context;
    if (!at->field || at->field->names != &ps_basis_names) return;
    int32_t mark = PS_OURS;
    if (at->type == PS_FIELD_MARKED) mark = ((const ps_marked *)at->value)->mark;
    if (at->type == PS_FIELD_ENUM) memcpy(&mark, at->value, sizeof mark);
    if (mark == (int32_t)PS_OURS) return;
    law_broken(check->book, at->record, "%s has no source, so its %s is ours and not %s",
               check->exercise->id, at->field->name, ps_basis_names.names[mark]);
}

static void check_addition(law_book *book, const ps_exercise *exercise)
{
    if (exercise->sources.count > 0) return;
    const ps_struct *of = NULL;
    (void)ps_document_list(&ps_catalogue_struct, book->all, "exercises", &of);
    walk_record("exercises", of, exercise, check_mark, &(mark_check){book, exercise});
    const ps_selectable how = exercise->engine.selectable;
    if (how == PS_CHOSEN_BY_HAND || how == PS_CHOSEN_ON_PROPOSAL) return;
    law_broken(book, exercise, "%s is ours, want selectable library or proposal", exercise->id);
}

void law_additions_ours(law_book *book) { law_each_exercise(book, check_addition); }
