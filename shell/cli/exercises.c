// psoas exercise list: what there is, grouped by what it is for.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/words.h"

#include <string.h>

enum { COLUMNS = 5 };

void put_equipment(buffer *to, const ps_catalogue *catalogue, const ps_refs *equipment)
{
    for (int32_t i = 0; i < equipment->count; i++) {
        const ps_equipment *item = &catalogue->equipment.at[equipment->at[i]];
        buffer_format(to, "%s%s", i > 0 ? ", " : "", item->text);
    }
    if (equipment->count == 0) buffer_text(to, "nothing");
}

bool uses_equipment(const ps_exercise *exercise, int32_t equipment)
{
    for (int32_t i = 0; i < exercise->equipment.count; i++) {
        if (exercise->equipment.at[i] == equipment) return true;
    }
    for (int32_t i = 0; i < exercise->alternatives.count; i++) {
        if (exercise->alternatives.at[i].equipment == equipment) return true;
    }
    return false;
}

const char *exercise_id_at(const ps_catalogue *catalogue, int32_t index)
{
    return index < catalogue->exercises.count ? catalogue->exercises.at[index].id : NULL;
}

/// What the options of the list ask for; PS_NONE where they do not.
typedef struct {
    int32_t phase, kind, position, equipment, reference;
    bool no_equipment, ours;
} wish;

static wish wish_of(const cli *c)
{
    const char *equipment = cli_value(c, "equipment"), *source = cli_value(c, "source");
    const int32_t programme = cli_choice(c, "source");
    return (wish){
        .phase = cli_choice(c, "phase"),
        .kind = cli_choice(c, "kind"),
        .position = cli_choice(c, "position"),
        .equipment = cli_choice(c, "equipment"),
        .no_equipment = equipment && strcmp(equipment, "none") == 0,
        .reference =
            programme == PS_NONE ? PS_NONE : c->catalogue->programmes.at[programme].reference,
        .ours = source && strcmp(source, "ours") == 0,
    };
}

static bool has_phase(const ps_exercise *exercise, int32_t phase)
{
    if ((int32_t)exercise->phase == phase) return true;
    for (int32_t i = 0; i < exercise->secondary_phases.count; i++) {
        if ((int32_t)exercise->secondary_phases.at[i] == phase) return true;
    }
    return false;
}

static bool has_source(const ps_exercise *exercise, int32_t reference)
{
    for (int32_t i = 0; i < exercise->sources.count; i++) {
        if (exercise->sources.at[i].reference == reference) return true;
    }
    return false;
}

static bool fits(const ps_exercise *exercise, const wish *want)
{
    if (want->phase != PS_NONE && !has_phase(exercise, want->phase)) return false;
    if (want->kind != PS_NONE && (int32_t)exercise->kind != want->kind) return false;
    if (want->position != PS_NONE && (int32_t)exercise->position != want->position) return false;
    if (want->equipment != PS_NONE && !uses_equipment(exercise, want->equipment)) return false;
    if (want->no_equipment && exercise->equipment.count > 0) return false;
    if (want->reference != PS_NONE && !has_source(exercise, want->reference)) return false;
    return !want->ours || exercise->sources.count == 0;
}

/// Puts the row of an exercise into `cells`.
static void put_row(cli *c, const ps_exercise *exercise, const char **cells)
{
    buffer equipment = {0};
    if (exercise->equipment.count > 0) {
        put_equipment(&equipment, c->catalogue, &exercise->equipment);
    } else {
        buffer_text(&equipment, "no equipment");
    }
    cells[0] = exercise->id;
    cells[1] = exercise->name;
    cells[2] = words_position(exercise->position);
    cells[3] = cli_text(c, equipment.text);
    cells[4] = words_chooser(exercise);
    buffer_free(&equipment);
}

void put_exercises(cli *c, const ps_refs *which, bool grouped)
{
    static const paper_column columns[COLUMNS] = {
        {"id",        INK_NAME },
        {"name",      INK_PLAIN},
        {"position",  INK_QUIET},
        {"equipment", INK_QUIET},
        {"chosen by", INK_QUIET},
    };
    const ps_exercise *all = c->catalogue->exercises.at;
    const int32_t rows_max = which->count + ps_phase_names.count;
    const char **cells = cli_take(c, rows_max * COLUMNS, sizeof *cells), **row = cells;
    for (int32_t i = 0; i < which->count && !grouped; i++, row += COLUMNS) {
        put_row(c, &all[which->at[i]], row);
    }
    for (int32_t phase = 0; phase < ps_phase_names.count && grouped; phase++) {
        bool begun = false;
        for (int32_t i = 0; i < which->count; i++) {
            if ((int32_t)all[which->at[i]].phase != phase) continue;
            if (!begun) {
                *row = words_phase_title((ps_phase)phase);
                row += COLUMNS;
            }
            begun = true;
            put_row(c, &all[which->at[i]], row);
            row += COLUMNS;
        }
    }
    paper_table(&c->page, columns, COLUMNS, cells, (int32_t)((row - cells) / COLUMNS));
}

/// What the words for those who may choose mean, as far as they stand in this list.
static void put_choosers(cli *c, const ps_refs *found)
{
    const ps_exercise *all = c->catalogue->exercises.at;
    for (int32_t i = 0; i < found->count; i++) {
        const char *word = words_chooser(&all[found->at[i]]);
        bool said = false;
        for (int32_t k = 0; k < i && !said; k++) {
            said = strcmp(words_chooser(&all[found->at[k]]), word) == 0;
        }
        if (said || all[found->at[i]].engine.selectable == PS_CHOSEN_FREELY) continue;
        if (c->page.words.len > 0) paper_put(&c->page, INK_QUIET, " · ");
        paper_format(&c->page, INK_PLAIN, "%s: ", word);
        paper_put(&c->page, INK_QUIET, words_chooser_long(&all[found->at[i]]));
    }
    paper_flow(&c->page, 0);
}

static void put_page(cli *c, const ps_refs *found)
{
    if (found->count == 0) {
        paper_put(&c->page, INK_PLAIN, "Nothing fits all of that; leave out one of the options.");
        paper_flow(&c->page, 0);
        return;
    }
    put_exercises(c, found, true);
    paper_gap(&c->page);
    paper_format(&c->page, INK_QUIET, "%d of %d. The last words say who may choose it.",
                 found->count, c->catalogue->exercises.count);
    paper_flow(&c->page, 0);
    put_choosers(c, found);
    paper_put(&c->page, INK_QUIET, "One in full: psoas exercise show ID");
    paper_flow(&c->page, 0);
}

cli_exit exercise_list(cli *c)
{
    const ps_exercises *all = &c->catalogue->exercises;
    const wish want = wish_of(c);
    int32_t *found = cli_take(c, all->count, sizeof *found);
    int32_t count = 0;
    for (int32_t i = 0; i < all->count; i++) {
        if (fits(&all->at[i], &want)) found[count++] = i;
    }
    const ps_refs which = {.at = found, .count = count};
    if (c->json) {
        envelope_write_refs(c, "exercise", &which, (ps_refs){0});
    } else {
        put_page(c, &which);
    }
    return CLI_OK;
}
