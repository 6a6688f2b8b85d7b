// Laws 2, 3 and 4: questions, flags and the codes that they set.
#include <string.h>

#include "laws_part.h"

// ---- one question, one thing ----
//
// An "or" is harmless: yes to either part is yes. An "and" between two questions is not: a person
// to whom only one applies would answer no.

static const char *const verbs[] = {"do",   "does",  "did",    "is",   "are", "was",
                                    "were", "have",  "has",    "had",  "can", "could",
                                    "will", "would", "should", "must", "may"};

static bool joins_questions(const char *text)
{
    if (strstr(text, "and/or")) return true;
    for (const char *at = text; (at = strstr(at, " and ")); at++) {
        const char *next = at + strlen(" and ");
        for (int32_t i = 0; i < PS_COUNT(verbs); i++) {
            const size_t len = strlen(verbs[i]);
            if (strncmp(next, verbs[i], len) == 0 && next[len] == ' ') return true;
        }
    }
    return false;
}

static const char *question_fault(const char *ask)
{
    const char *mark = strchr(ask, '?');
    if (!mark) return "want one question that ends with '?'";
    if (strchr(mark + 1, '?')) return "asks twice, want one question";
    const bool remark = strncmp(mark + 1, " (", 2) == 0 && mark[strlen(mark) - 1] == ')';
    if (mark[1] != '\0' && !remark) return "goes on after '?', want the end or a remark in ()";
    if (ask[0] < 'A' || ask[0] > 'Z') return "want a capital at the start";
    const char *stop = strstr(ask, ". ");
    if ((stop && stop < mark) || strchr(ask, ';')) return "want one sentence";
    return joins_questions(ask) ? "asks two things joined by 'and', want one" : NULL;
}

static void check_question(law_book *book, const void *record, const char *ask)
{
    const char *fault = ask ? question_fault(ask) : NULL;
    if (fault) law_broken(book, record, "\"%s\" %s", ask, fault);
}

void law_one_question(law_book *book)
{
    const ps_catalogue *all = book->all;
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        check_question(book, &all->screening_items.at[i], all->screening_items.at[i].ask);
    }
    for (int32_t i = 0; i < all->intake_fields.count; i++) {
        check_question(book, &all->intake_fields.at[i], all->intake_fields.at[i].ask);
    }
    for (int32_t i = 0; i < all->hazard_checks.count; i++) {
        const ps_hazard_questions *questions = &all->hazard_checks.at[i].questions;
        for (int32_t j = 0; j < questions->count; j++) {
            check_question(book, &questions->at[j], questions->at[j].ask);
        }
    }
}

// ---- numbers that override answers ----

void law_number_rules(law_book *book)
{
    const ps_catalogue *all = book->all;
    bool compared[LAW_ITEMS_MAX] = {false};
    for (int32_t i = 0; i < all->flags.count; i++) {
        const ps_rule *logic = &all->flags.at[i].logic;
        for (int32_t j = 0; j < logic->count; j++) {
            if (logic->nodes[j].op == PS_RULE_COMPARE) compared[logic->nodes[j].a] = true;
        }
    }
    for (int32_t i = 0; i < all->intake_fields.count; i++) {
        const char *id = all->intake_fields.at[i].id;
        if (compared[i] && law_find(all, "number_rules", id) == PS_NONE) {
            law_broken(book, &all->intake_fields.at[i],
                       "a flag compares '%s', want a number rule that says so", id);
        }
    }
    for (int32_t i = 0; i < all->number_rules.count; i++) {
        const int32_t field = law_find(all, "intake_fields", all->number_rules.at[i].id);
        if (field != PS_NONE && compared[field]) continue;
        law_broken(book, &all->number_rules.at[i], "no flag compares '%s'",
                   all->number_rules.at[i].id);
    }
}

// ---- codes ----

static bool flag_sets(const ps_flag *flag, int32_t code)
{
    for (int32_t i = 0; i < flag->codes.count; i++) {
        if (flag->codes.at[i].code == code) return true;
    }
    return false;
}

static bool can_be_set(const ps_catalogue *all, int32_t code)
{
    for (int32_t i = 0; i < all->flags.count; i++) {
        if (flag_sets(&all->flags.at[i], code)) return true;
    }
    for (int32_t i = 0; i < all->derived_codes.count; i++) {
        if (all->derived_codes.at[i].code == code) return true;
    }
    return false;
}

static bool is_named(const ps_catalogue *all, int32_t code)
{
    for (int32_t i = 0; i < all->exercises.count; i++) {
        if (ps_exercise_code(&all->exercises.at[i], code, NULL) != PS_CODE_UNNAMED) return true;
    }
    return false;
}

static bool closes_a_test(const ps_catalogue *all, int32_t code)
{
    for (int32_t i = 0; i < all->self_tests.count; i++) {
        if (law_has(all->self_tests.at[i].closed_by, code)) return true;
    }
    return false;
}

void law_codes_settable(law_book *book)
{
    for (int32_t i = 0; i < book->all->codes.count; i++) {
        const bool speaks = is_named(book->all, i) || closes_a_test(book->all, i);
        if (!speaks || can_be_set(book->all, i)) continue;
        law_broken(book, &book->all->codes.at[i],
                   "%s is named, but no flag and no derived rule sets it",
                   book->all->codes.at[i].id);
    }
}

void law_codes_named(law_book *book)
{
    for (int32_t i = 0; i < book->all->codes.count; i++) {
        if (is_named(book->all, i)) continue;
        law_broken(book, &book->all->codes.at[i], "no exercise names %s",
                   book->all->codes.at[i].id);
    }
}

// ---- flags ----

static void check_level(law_book *book, const ps_flag *flag)
{
    static const char initials[] = {'E', 'U', 'R', 'M'};
    if (flag->level > PS_LEVEL_MODIFY) {
        law_broken(book, flag, "%s has level %s, which is a state of a person, not of a flag",
                   flag->id, ps_level_names.names[flag->level]);
    } else if (flag->id[0] != initials[flag->level] || flag->id[1] != '_') {
        law_broken(book, flag, "%s has level %s, want an id that starts with %c_", flag->id,
                   ps_level_names.names[flag->level], initials[flag->level]);
    }
}

void law_flags_made(law_book *book)
{
    for (int32_t i = 0; i < book->all->flags.count; i++) {
        const ps_flag *flag = &book->all->flags.at[i];
        check_level(book, flag);
        if ((flag->logic.count > 0) == (flag->set_by != NULL)) {
            law_broken(book, flag, "%s needs either a logic or set_by", flag->id);
        }
        if (law_blocks(flag) && !flag->how_fast) {
            law_broken(book, flag, "%s blocks, want how_fast to act", flag->id);
        }
        for (int32_t j = 0; j < flag->codes.count; j++) {
            for (int32_t k = 0; k < j; k++) {
                if (flag->codes.at[j].code != flag->codes.at[k].code) continue;
                law_broken(book, flag, "%s sets %s twice", flag->id,
                           book->all->codes.at[flag->codes.at[j].code].id);
            }
        }
    }
}

void law_flags_act(law_book *book)
{
    for (int32_t i = 0; i < book->all->flags.count; i++) {
        const ps_flag *flag = &book->all->flags.at[i];
        bool acts = law_blocks(flag);
        for (int32_t j = 0; j < flag->codes.count && !acts; j++) {
            acts = is_named(book->all, flag->codes.at[j].code);
        }
        if (!acts) law_broken(book, flag, "%s neither blocks nor changes an exercise", flag->id);
    }
}

/// Up only under 18: nobody whom the programme takes can have it, so it is never cleared.
static bool only_under_age(const ps_catalogue *all, const ps_flag *flag)
{
    const ps_rule_node *parts[PS_RULE_NODES_MAX];
    const int32_t count = law_rule_parts(&flag->logic, PS_RULE_ALL, parts);
    for (int32_t i = 0; i < count; i++) {
        const bool under = parts[i]->op == PS_RULE_COMPARE && parts[i]->comparison == PS_LT &&
                           parts[i]->value <= LAW_ADULT_YEARS &&
                           strcmp(all->intake_fields.at[parts[i]->a].id, "age_years") == 0;
        if (under) return true;
    }
    return false;
}

void law_cleared_leaves(law_book *book)
{
    for (int32_t i = 0; i < book->all->flags.count; i++) {
        const ps_flag *flag = &book->all->flags.at[i];
        const bool leaves = flag->codes.count > 0 || flag->gentle_start;
        if (!law_blocks(flag) || leaves || only_under_age(book->all, flag)) continue;
        law_broken(book, flag, "%s leaves nothing after a clearance, want codes or gentle_start",
                   flag->id);
    }
    const ps_clearance *clearance = &book->all->clearance;
    if (clearance->gentle_start_weeks >= clearance->weeks) {
        law_broken(book, clearance, "a gentle start of %d weeks outlasts a clearance of %d",
                   clearance->gentle_start_weeks, clearance->weeks);
    }
}

void law_somebody_examines(law_book *book)
{
    const ps_professions *list = &book->all->professions;
    bool examines = false;
    for (int32_t i = 0; i < list->count; i++) examines = examines || list->at[i].examines;
    if (examines) return;
    law_broken(book, list->at, "no profession examines, so an urgent sign is never cleared");
}

// ---- release groups ----

/// A release of one flag counts for the others, which means nothing when they share no code.
static bool shares_a_code(const ps_catalogue *all, ps_refs group, int32_t flag)
{
    const ps_flag *own = &all->flags.at[flag];
    for (int32_t i = 0; i < group.count; i++) {
        if (group.at[i] == flag) continue;
        for (int32_t j = 0; j < own->codes.count; j++) {
            if (flag_sets(&all->flags.at[group.at[i]], own->codes.at[j].code)) return true;
        }
    }
    return false;
}

void law_release_groups(law_book *book)
{
    const ps_release_groups *groups = &book->all->release_groups;
    bool grouped[LAW_ITEMS_MAX] = {false};
    for (int32_t i = 0; i < groups->count; i++) {
        const ps_refs flags = groups->at[i].flags;
        for (int32_t j = 0; j < flags.count; j++) {
            const char *id = book->all->flags.at[flags.at[j]].id;
            if (grouped[flags.at[j]]) {
                law_broken(book, &groups->at[i], "%s is in a release group already", id);
            } else if (!shares_a_code(book->all, flags, flags.at[j])) {
                law_broken(book, &groups->at[i], "%s shares no code with the others of '%s'", id,
                           groups->at[i].id);
            }
            grouped[flags.at[j]] = true;
        }
    }
}
