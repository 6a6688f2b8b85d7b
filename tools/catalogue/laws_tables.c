// Law 1: the tables are what their field tables say, ids name one thing, and nothing is left over.
#include <string.h>

#include "laws_part.h"
#include "walk.h"

// ---- well-formed ----

static const void *item_at(ps_list list, const ps_struct *of, int32_t index)
{
    return (const char *)list.at + (size_t)index * of->size;
}

static void check_record(law_book *book, const ps_struct *of, const void *record)
{
    ps_error error = {0};
    if (ps_struct_check(of, record, &error) != PS_OK) law_broken(book, record, "%s", error.text);
}

/// Every record against its field table, so that one fault does not hide those of the others.
static void check_records(law_book *book)
{
    for (int32_t i = 0; i < ps_catalogue_struct.count; i++) {
        const ps_field *field = &ps_catalogue_struct.fields[i];
        if (field->type == PS_FIELD_STRUCT) {
            check_record(book, field->of, (const char *)book->all + field->offset);
            continue;
        }
        const ps_struct *of = NULL;
        const ps_list list = ps_document_list(&ps_catalogue_struct, book->all, field->name, &of);
        if (list.count < field->min || list.count > field->max) {
            law_broken(book, book->all, "%s has %d items, want %d to %d", field->name, list.count,
                       (int)field->min, (int)field->max);
        }
        for (int32_t j = 0; j < list.count; j++) check_record(book, of, item_at(list, of, j));
    }
}

static bool is_blank(const char *text) { return text[strspn(text, " ")] == '\0'; }

static void check_reference(law_book *book, const walk_at *at)
{
    const ps_struct *of = NULL;
    const ps_list list = ps_document_list(&ps_catalogue_struct, book->all, at->field->list, &of);
    const int32_t index = ps_field_int(at->value);
    if (index < list.count) return;
    law_broken(book, at->record, "%s points at %d of %s, which has %d", at->field->name, index,
               at->field->list, list.count);
}

static void check_dose(law_book *book, const walk_at *at)
{
    const ps_dose *dose = at->value;
    ps_error error = {0};
    if (!law_is_dosed(dose) || ps_dose_check(dose, &error) == PS_OK) return;
    law_broken(book, at->record, "%s is no dose: %s", at->field->name, error.text);
}

/// What a field table cannot say: that an index is in its list, a dose makes sense, a text says
/// something.
static void check_value(void *context, const walk_at *at)
{
    law_book *book = context;
    if (at->type == PS_FIELD_REF) check_reference(book, at);
    if (at->type == PS_FIELD_NOTATION && at->field->notation == &ps_dose_notation) {
        check_dose(book, at);
    }
    const char *text = NULL;
    if (at->type == PS_FIELD_TEXT) text = *(const char *const *)at->value;
    if (at->type == PS_FIELD_MARKED) text = ((const ps_marked *)at->value)->text;
    if (text && is_blank(text)) law_broken(book, at->record, "%s is blank", at->field->name);
}

void law_well_formed(law_book *book)
{
    check_records(book);
    walk_document(&ps_catalogue_struct, book->all, check_value, book);
}

// ---- ids ----

/// Calls `each` with every list of the root whose items have ids.
static void each_list(law_book *book, void (*each)(law_book *book, const char *name, ps_list list,
                                                   const ps_struct *of))
{
    for (int32_t i = 0; i < ps_catalogue_struct.count; i++) {
        const char *name = ps_catalogue_struct.fields[i].name;
        const ps_struct *of = NULL;
        const ps_list list = ps_document_list(&ps_catalogue_struct, book->all, name, &of);
        if (of && of->fields[0].type == PS_FIELD_TEXT) each(book, name, list, of);
    }
}

static void check_unique(law_book *book, const char *name, ps_list list, const ps_struct *of)
{
    for (int32_t i = 0; i < list.count; i++) {
        const char *id = ps_document_id(&ps_catalogue_struct, book->all, name, i);
        const int32_t first = law_find(book->all, name, id);
        if (first == i) continue;
        law_broken(book, item_at(list, of, i), "id '%s' stands twice in %s, want it once", id,
                   name);
    }
}

void law_ids_unique(law_book *book) { each_list(book, check_unique); }

#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define LARGE "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGIT "0123456789"

// People type ids on the command line and see them in addresses, so each list has one manner.
static const struct {
    const char *list, *first, *rest;
} manners[] = {
    {"references",      "SRM",  DIGIT                },
    {"tags",            SMALL,  SMALL DIGIT "-"      },
    {"muscles",         SMALL,  SMALL DIGIT "-"      },
    {"equipment",       SMALL,  SMALL DIGIT "-"      },
    {"codes",           LARGE,  LARGE DIGIT "_"      },
    {"position_limits", SMALL,  SMALL "_"            },
    {"ladders",         LARGE,  LARGE "_"            },
    {"exercises",       SMALL,  SMALL DIGIT "-"      },
    {"programmes",      SMALL,  SMALL DIGIT "-"      },
    {"claims",          "C",    DIGIT "-"            },
    {"conflicts",       "X",    DIGIT                },
    {"screening_items", SMALL,  SMALL DIGIT "_"      },
    {"intake_fields",   SMALL,  SMALL LARGE DIGIT "_"},
    {"flags",           "EURM", LARGE DIGIT "_"      },
    {"derived_codes",   SMALL,  SMALL DIGIT "-"      },
    {"number_rules",    SMALL,  SMALL DIGIT "_"      },
    {"release_groups",  SMALL,  SMALL DIGIT "-"      },
    {"professions",     SMALL,  SMALL "-"            },
    {"hazard_checks",   SMALL,  SMALL DIGIT "-"      },
    {"open_points",     SMALL,  SMALL DIGIT "-"      },
    {"self_tests",      "T",    LARGE "_"            },
    {"places",          SMALL,  SMALL "_"            },
    {"checkpoints",     SMALL,  SMALL DIGIT "-"      },
};

static void check_manner(law_book *book, const char *name, ps_list list, const ps_struct *of)
{
    for (int32_t m = 0; m < PS_COUNT(manners); m++) {
        if (strcmp(manners[m].list, name) != 0) continue;
        for (int32_t i = 0; i < list.count; i++) {
            const char *id = ps_document_id(&ps_catalogue_struct, book->all, name, i);
            if (strchr(manners[m].first, id[0]) &&
                strspn(id + 1, manners[m].rest) == strlen(id + 1)) {
                continue;
            }
            law_broken(book, item_at(list, of, i),
                       "id '%s' in %s, want one of [%s] and then only [%s]", id, name,
                       manners[m].first, manners[m].rest);
        }
    }
}

void law_ids_form(law_book *book) { each_list(book, check_manner); }

// ---- use ----

// Lists whose items stand only for the sake of others. Claims, conflicts, exercises and outcomes
// are read for themselves; items, codes and flags have laws of their own.
static const char *const must_be_used[] = {"references", "tags", "muscles", "equipment", "ladders"};

typedef struct {
    const char *list;
    bool used[LAW_ITEMS_MAX];
} uses;

static void note_use(void *context, const walk_at *at)
{
    uses *found = context;
    if (at->type != PS_FIELD_REF || strcmp(at->field->list, found->list) != 0) return;
    const int32_t index = ps_field_int(at->value);
    if (index != PS_NONE) found->used[index] = true;
}

void law_everything_used(law_book *book)
{
    for (int32_t i = 0; i < PS_COUNT(must_be_used); i++) {
        uses found = {.list = must_be_used[i]};
        walk_document(&ps_catalogue_struct, book->all, note_use, &found);
        const ps_struct *of = NULL;
        const ps_list list = ps_document_list(&ps_catalogue_struct, book->all, found.list, &of);
        for (int32_t j = 0; j < list.count; j++) {
            if (found.used[j]) continue;
            law_broken(book, item_at(list, of, j), "'%s' in %s is used nowhere",
                       ps_document_id(&ps_catalogue_struct, book->all, found.list, j), found.list);
        }
    }
}

static bool describes_something(const law_book *book, const ps_describe *describe)
{
    for (int32_t i = 0; i < book->all->exercises.count; i++) {
        if (ps_describes_exercise(describe, book->all, &book->all->exercises.at[i])) return true;
    }
    return false;
}

static void check_describes(law_book *book, const char *of, ps_describes list)
{
    for (int32_t i = 0; i < list.count; i++) {
        const ps_describe *one = &list.at[i];
        const bool has_part = one->tag != PS_NONE || one->position != PS_NONE ||
                              one->surface != PS_NONE || one->kinds.count > 0 ||
                              one->exercises.count > 0 || one->hip_above_deg != PS_ANGLE_NONE ||
                              one->hip_below_deg != PS_ANGLE_NONE;
        if (!has_part) {
            law_broken(book, one, "an entry of %s says nothing, so it means every exercise", of);
        } else if (!describes_something(book, one)) {
            law_broken(book, one, "an entry of %s describes no exercise: a slip, or not needed",
                       of);
        }
    }
}

void law_descriptions(law_book *book)
{
    for (int32_t i = 0; i < book->all->codes.count; i++) {
        check_describes(book, book->all->codes.at[i].id, book->all->codes.at[i].prohibits);
        check_describes(book, book->all->codes.at[i].id, book->all->codes.at[i].limits);
    }
    for (int32_t i = 0; i < book->all->position_limits.count; i++) {
        check_describes(book, book->all->position_limits.at[i].id,
                        book->all->position_limits.at[i].any);
    }
}

// ---- choices of the intake that are ids ----

static bool always(const ps_catalogue *all, int32_t index)
{
    (void)all, (void)index;
    return true;
}

/// Releases and what has to be asked for: nobody gets them without having chosen them.
static bool is_opt_in(const ps_catalogue *all, int32_t index)
{
    const ps_exercise *exercise = &all->exercises.at[index];
    return exercise->engine.selectable == PS_CHOSEN_BY_OPT_IN ||
           (law_can_be_chosen(exercise) && exercise->engine.roles.at[0] == PS_ROLE_R);
}

static const struct {
    const char *field, *list;
    bool (*offered)(const ps_catalogue *all, int32_t index);
} choices[] = {
    {"equipment",       "equipment",       always   },
    {"position_limits", "position_limits", always   },
    {"optin",           "exercises",       is_opt_in},
};

static bool offers(const ps_intake_field *field, const char *id)
{
    for (int32_t i = 0; i < field->choices.count; i++) {
        if (strcmp(field->choices.at[i], id) == 0) return true;
    }
    return false;
}

static void check_choices(law_book *book, const ps_intake_field *field, const char *list,
                          bool (*offered)(const ps_catalogue *all, int32_t index))
{
    for (int32_t i = 0; i < field->choices.count; i++) {
        const int32_t at = law_find(book->all, list, field->choices.at[i]);
        if (at != PS_NONE && offered(book->all, at)) continue;
        law_broken(book, field, "'%s' offers '%s', which is not one of %s", field->id,
                   field->choices.at[i], list);
    }
    const char *id = NULL;
    for (int32_t i = 0; (id = ps_document_id(&ps_catalogue_struct, book->all, list, i)); i++) {
        if (!offered(book->all, i) || offers(field, id)) continue;
        law_broken(book, field, "'%s' does not offer '%s' of %s", field->id, id, list);
    }
}

void law_choices(law_book *book)
{
    for (int32_t i = 0; i < PS_COUNT(choices); i++) {
        const int32_t at = law_find(book->all, "intake_fields", choices[i].field);
        if (at == PS_NONE) {
            law_broken(book, book->all, "there is no intake field '%s'", choices[i].field);
            continue;
        }
        check_choices(book, &book->all->intake_fields.at[at], choices[i].list, choices[i].offered);
    }
    const ps_intake_fields *fields = &book->all->intake_fields;
    for (int32_t i = 0; i < fields->count; i++) {
        law_names_once(book, &fields->at[i], fields->at[i].choices.at, fields->at[i].choices.count,
                       "choice");
    }
}
