/// pages.h — the commands that only read the knowledge: what their run functions are called.
#ifndef PS_SHELL_PAGES_H
#define PS_SHELL_PAGES_H

#include "shell/cli/cli.h"

cli_exit exercise_list(cli *c);
cli_exit exercise_show(cli *c);
cli_exit exercise_search(cli *c);
cli_exit programme_list(cli *c);
cli_exit programme_show(cli *c);
cli_exit why(cli *c);
cli_exit open_list(cli *c);
cli_exit dose_read(cli *c);
cli_exit schema_show(cli *c);

/// The index-th kind that psoas schema knows, NULL behind the last: for completions.
const char *schema_kind(const ps_catalogue *catalogue, int32_t index);

// ---- what several pages show ----

static inline const ps_exercise *exercise_at(const cli *c, int32_t index)
{
    return &c->catalogue->exercises.at[index];
}

/// "band loop, chair"; "nothing" for an exercise that needs nothing.
void put_equipment(buffer *to, const ps_catalogue *catalogue, const ps_refs *equipment);

/// Whether it needs this equipment or can be done with it.
bool uses_equipment(const ps_exercise *exercise, int32_t equipment);

/// The rows of the exercises in a list, a heading above those of each phase when `grouped`.
void put_exercises(cli *c, const ps_refs *which, bool grouped);

/// A reference with its id, citation and, if unverified, a word about it.
/// part  where in it
/// Nullable: part.
void put_reference_row(cli *c, int32_t index, const char *part);
void put_references(cli *c, const ps_refs *references);

/// " [R40, R41]"
void put_reference_ids(cli *c, const ps_refs *references);

/// A claim with its verdict and comment, as two items.
void put_claim(cli *c, const ps_claim *claim);

/// What the marks behind statements mean.
void put_legend(cli *c);

// ---- programmes ----

/// By its id, or by the number of its article: P000 and S000 are the programme of S000. Or NULL.
const ps_programme *programme_named(const cli *c, const char *id);

/// The message for an id that names none. Returns CLI_NOT_FOUND.
cli_exit programme_unknown(cli *c, const char *id);

/// "2–3 days a week, for 4 weeks (ours)"
void programme_put_schedule(buffer *to, const ps_programme *programme);

/// The ink of a verdict; the verdict is always said in words too.
paper_ink verdict_ink(ps_verdict verdict);

// ---- conditions, and topics by a word ----

/// The code with this id, or NULL.
const ps_contraindication *code_find(const ps_catalogue *catalogue, const char *id);
void put_code_page(cli *c, const ps_contraindication *code);

/// The codes whose texts hold all the words; their number. `found` lives as long as the run.
int32_t codes_about(cli *c, const char *const *words, int32_t count, const int32_t **found);
void put_code_rows(cli *c, const char *heading, const int32_t *codes, int32_t count);

/// Prints what a word names among questions, claims and conditions; false when it is nothing. JSON
/// holds the questions, without those the claims, without those the conditions.
bool list_topics(cli *c, const char *word);

// ---- what may be typed, for completions ----

const char *exercise_id_at(const ps_catalogue *catalogue, int32_t index);
const char *programme_id_at(const ps_catalogue *catalogue, int32_t index);
const char *topic_at(const ps_catalogue *catalogue, int32_t index);

#endif
