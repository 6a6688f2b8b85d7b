// What results are read by: the body map, and the days on which somebody looks back.
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "laws_part.h"

// ---- places ----

static bool offers(const ps_intake_field *field, const char *choice)
{
    for (int32_t i = 0; i < field->choices.count; i++) {
        if (strcmp(field->choices.at[i], choice) == 0) return true;
    }
    return false;
}

static bool has_place(const ps_catalogue *all, const char *site)
{
    for (int32_t i = 0; i < all->places.count; i++) {
        const char *of = all->places.at[i].site;
        if (of && strcmp(of, site) == 0) return true;
    }
    return false;
}

void law_places(law_book *book)
{
    const int32_t at = law_find(book->all, "intake_fields", "site");
    if (at == PS_NONE) {
        law_broken(book, book->all, "there is no intake field 'site'");
        return;
    }
    const ps_intake_field *field = &book->all->intake_fields.at[at];
    for (int32_t i = 0; i < book->all->places.count; i++) {
        const ps_body_place *place = &book->all->places.at[i];
        if (!place->site || offers(field, place->site)) continue;
        law_broken(book, place, "%s belongs to '%s', which 'site' does not offer", place->id,
                   place->site);
    }
    for (int32_t i = 0; i < field->choices.count; i++) {
        if (has_place(book->all, field->choices.at[i])) continue;
        law_broken(book, field, "'%s' has no place on the body map", field->choices.at[i]);
    }
}

// ---- checkpoints ----

enum { ID_ROOM = 24, QUESTIONS = 2 };

static bool ends_block(const ps_check_plan *check)
{
    return check->time == PS_CHECK_END || check->time == PS_CHECK_EXTRA;
}

/// What the rules for texts say of the claims that a message rests on.
static void check_claims(law_book *book, const ps_check_plan *check)
{
    for (int32_t i = 0; i < check->claims.count; i++) {
        const ps_claim *claim = &book->all->claims.at[check->claims.at[i]];
        switch (claim->verdict) {
        case PS_SUPPORTED:
        case PS_PARTLY:
        case PS_OPINION:
            break;
        case PS_PLAUSIBLE_UNTESTED:
            if (law_has_word(check->message, "may") && law_has_word(check->message, "untested")) {
                break;
            }
            law_broken(book, check, "%s rests on %s, want the words 'may' and 'untested'",
                       check->id, claim->id);
            break;
        case PS_CONTESTED:
        case PS_CONTRADICTED:
        case PS_UNSUPPORTED:
            law_broken(book, check, "%s rests on %s, which is %s", check->id, claim->id,
                       ps_verdict_names.names[claim->verdict]);
            break;
        }
    }
}

static void check_form(law_book *book, const ps_check_plan *check)
{
    char id[ID_ROOM];
    snprintf(id, sizeof id, "week-%d", (int)check->week);
    if (strcmp(check->id, id) != 0) {
        law_broken(book, check, "'%s' is of week %d, want '%s'", check->id, check->week, id);
    }
    const int32_t wanted = ends_block(check) ? QUESTIONS : 0;
    if (check->questions.count != wanted) {
        law_broken(book, check, "%s has %d questions, want %d", check->id, check->questions.count,
                   wanted);
    }
    for (int32_t i = 0; i < check->looks_at.count; i++) {
        for (int32_t j = 0; j < i; j++) {
            if (check->looks_at.at[j] != check->looks_at.at[i]) continue;
            law_broken(book, check, "%s looks at %s twice", check->id,
                       ps_look_names.names[check->looks_at.at[i]]);
        }
    }
}

/// Weeks rise and times do not fall back; one end, and after it only extra ones.
static void check_order(law_book *book, const ps_check_plans *checks)
{
    int32_t ends = 0;
    for (int32_t i = 0; i < checks->count; i++) {
        const ps_check_plan *check = &checks->at[i];
        ends += check->time == PS_CHECK_END;
        if (i == 0) continue;
        const ps_check_plan *before = &checks->at[i - 1];
        if (check->week > before->week && check->time >= before->time) continue;
        law_broken(book, check, "%s stands behind %s, want weeks and times that rise", check->id,
                   before->id);
    }
    if (ends != 1) law_broken(book, book->all, "%d checkpoints end the block, want one", ends);
}

/// The planner's weeks are those of the block; the extra ones are not for everybody.
static void check_weeks(law_book *book, const ps_check_plans *checks)
{
    const ps_refs weeks = book->all->constants.checkpoint_weeks;
    int32_t regular = 0;
    for (int32_t i = 0; i < checks->count; i++) {
        if (checks->at[i].time == PS_CHECK_EXTRA) continue;
        regular++;
        if (law_has(weeks, checks->at[i].week)) continue;
        law_broken(book, &checks->at[i], "week %d is no checkpoint of the planner",
                   checks->at[i].week);
    }
    if (regular != weeks.count) {
        law_broken(book, book->all, "%d checkpoints, want one for each of the planner's %d weeks",
                   regular, weeks.count);
    }
}

void law_checkpoints(law_book *book)
{
    const ps_check_plans *checks = &book->all->checkpoints;
    for (int32_t i = 0; i < checks->count; i++) {
        check_form(book, &checks->at[i]);
        check_claims(book, &checks->at[i]);
    }
    check_order(book, checks);
    check_weeks(book, checks);
}
