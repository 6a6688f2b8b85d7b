/// envelope.h — what --json prints, and its schema: {"psoas": kind, "version": 1, "catalogue": "…",
/// "items": […]}. docs/user/json.md tells people.
#ifndef PS_SHELL_ENVELOPE_H
#define PS_SHELL_ENVELOPE_H

#include "shell/cli/cli.h"

enum { ENVELOPE_VERSION = 1 };

/// Writes `items` of a kind ("exercise") to the page.
void envelope_write(cli *c, const char *kind, const void *const *items, int32_t count);

/// The same for records of the catalogue, by their index; all of them when `which` is NULL.
/// why  conflicts that led to just these records; mostly empty
void envelope_write_refs(cli *c, const char *kind, const ps_refs *which, ps_refs why);

/// Writes the JSON Schema of that to the page.
void envelope_schema(cli *c, const char *kind);

/// The index-th kind, or NULL behind the last.
const char *envelope_kind(const ps_catalogue *catalogue, int32_t index);

/// The struct of what envelope_write prints, and of its items, for tests and other readers.
/// Nullable: item.
const ps_struct *envelope_struct(cli *c, const char *kind, const ps_struct **item);

/// An envelope in memory; `why` is empty but for a search.
typedef struct {
    const char *psoas;
    int32_t version;
    const char *catalogue;
    ps_list items;
    ps_refs why;
} envelope;

// ---- items that are not records of the catalogue ----

typedef struct {
    ps_dose dose;
    const char *words;
    ps_range seconds;
    bool asked;
} dose_report;

typedef struct {
    const char *program, *catalogue, *notice;
} version_report;

#endif
