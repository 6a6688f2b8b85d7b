// What domain 5.16 does not list but a refused person rests on: numbers to call, pages, checks.
#include <string.h>

#include "laws_part.h"

// ---- emergency numbers ----

static bool is_country(const char *code)
{
    const char *letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return strlen(code) == 2 && strspn(code, letters) == 2;
}

static bool is_number(const char *call)
{
    const size_t len = strlen(call);
    return len >= 3 && len <= 6 && strspn(call, "0123456789") == len;
}

static void check_number(law_book *book, const ps_emergency_number *number)
{
    for (int32_t i = 0; i < number->countries.count; i++) {
        if (is_country(number->countries.at[i])) continue;
        law_broken(book, number, "'%s' is no country, want two capitals (ISO 3166)",
                   number->countries.at[i]);
    }
    for (int32_t i = 0; i < number->call.count; i++) {
        if (is_number(number->call.at[i])) continue;
        law_broken(book, number, "'%s' is no emergency number, want 3 to 6 digits",
                   number->call.at[i]);
    }
    // without a country only the local number is right, and with one a number has to be there
    if ((number->countries.count > 0) == (number->call.count > 0)) return;
    law_broken(book, number, "'%s' wants countries and numbers, or neither", number->id);
}

/// Whether `code` stands before the place [number][country].
static bool stood_before(const ps_emergency_numbers *numbers, int32_t number, int32_t country)
{
    const char *code = numbers->at[number].countries.at[country];
    for (int32_t i = 0; i <= number; i++) {
        const ps_texts *countries = &numbers->at[i].countries;
        const int32_t end = i < number ? countries->count : country;
        for (int32_t j = 0; j < end; j++) {
            if (strcmp(countries->at[j], code) == 0) return true;
        }
    }
    return false;
}

void law_emergency_numbers(law_book *book)
{
    const ps_emergency_numbers *numbers = &book->all->emergency_numbers;
    int32_t open = 0;
    for (int32_t i = 0; i < numbers->count; i++) {
        const ps_emergency_number *number = &numbers->at[i];
        check_number(book, number);
        open += number->countries.count == 0;
        for (int32_t j = 0; j < number->countries.count; j++) {
            if (!stood_before(numbers, i, j)) continue;
            law_broken(book, number, "country %s stands twice", number->countries.at[j]);
        }
    }
    if (open == 1) return;
    law_broken(book, book->all, "%d emergency numbers for everywhere else, want one", open);
}

// ---- refusal ----

static bool refuses(ps_level level)
{
    switch (level) {
    case PS_LEVEL_EMERGENCY:
    case PS_LEVEL_URGENT:
    case PS_LEVEL_REFER:
    case PS_LEVEL_UNDER_18:
    case PS_LEVEL_INCOMPLETE:
        return true;
    case PS_LEVEL_MODIFY:
        return false;
    }
    return false;
}

void law_refusal_levels(law_book *book)
{
    const ps_refusal *refusal = &book->all->refusal;
    for (int32_t level = 0; level < ps_level_names.count; level++) {
        int32_t times = 0;
        for (int32_t i = 0; i < refusal->levels.count; i++) {
            times += (int32_t)refusal->levels.at[i].level == level;
        }
        const int32_t wanted = refuses((ps_level)level) ? 1 : 0;
        if (times == wanted) continue;
        law_broken(book, refusal, "level %s has %d pages, want %d", ps_level_names.names[level],
                   times, wanted);
    }
}

// ---- hazard checks ----

void law_hazard_checks(law_book *book)
{
    for (int32_t i = 0; i < book->all->hazard_checks.count; i++) {
        const ps_hazard_check *check = &book->all->hazard_checks.at[i];
        const ps_exercise *exercise = &book->all->exercises.at[check->exercise];
        if (exercise->engine.selectable != PS_CHOSEN_BY_OPT_IN) {
            law_broken(book, check, "%s guards %s, want it to be opt-in", check->id, exercise->id);
        }
        bool asked[LAW_ITEMS_MAX] = {false};
        for (int32_t j = 0; j < check->questions.count; j++) {
            const ps_refs items = check->questions.at[j].items;
            for (int32_t k = 0; k < items.count; k++) {
                if (asked[items.at[k]]) {
                    law_broken(book, &check->questions.at[j], "asks for '%s' again",
                               book->all->screening_items.at[items.at[k]].id);
                }
                asked[items.at[k]] = true;
            }
        }
    }
}

// ---- self-tests ----

void law_self_tests(law_book *book)
{
    for (int32_t i = 0; i < book->all->self_tests.count; i++) {
        const ps_self_test *test = &book->all->self_tests.at[i];
        for (int32_t j = 0; j < test->limited_by.count; j++) {
            if (!law_has(test->closed_by, test->limited_by.at[j].code)) continue;
            law_broken(book, &test->limited_by.at[j], "%s both closes and limits %s",
                       book->all->codes.at[test->limited_by.at[j].code].id, test->id);
        }
        // a change that is only noise must not be shown as progress
        if (test->change_needed > 0 && !test->unit) {
            law_broken(book, test, "%s needs a change of %d, want its unit", test->id,
                       test->change_needed);
        }
        if ((test->unit != NULL) != (test->counts != PS_NONE && test->better != PS_NONE)) {
            law_broken(book, test, "%s wants all or none of unit, counts and better", test->id);
        }
    }
}
