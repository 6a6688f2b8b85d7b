/// import.h — what the parts of psoas import share.
///
/// A file is read whole, compared with what is stored, shown, and added in one go or not at all.
/// What was really added stands in an event `imported`; undoing and redoing are voids of it.
#ifndef PS_SHELL_IMPORT_H
#define PS_SHELL_IMPORT_H

#include "shell/cli/data.h"
#include "shell/cli/import_parse.h"
#include "shell/cli/now.h"

// ---- what an import would do ----

/// One person of a file, and the person here who gets the events.
typedef struct {
    const import_person *from;
    store_person into;
    bool fresh;         ///< not here yet
    data_history there; ///< what is stored; empty when fresh

    const ps_event *added; ///< new events of `into`, by device and sequence
    int32_t added_count;
    int32_t present;
    ps_spans spans; ///< of `added`

    int32_t kinds[PS_EVENT_imported + 1]; ///< of `added`
    int64_t first_ms, last_ms;            ///< instants of `added`
    ps_day first, last;                   ///< local days of all events of the file
    int64_t own_last;                     ///< highest sequence in the file of this machine
} import_target;

typedef struct {
    import_target *targets; ///< one for each person of the file
    int32_t count;
    int64_t added, present;
    int32_t conflicts; ///< events that are here with other content; they have been named
} import_plan;

/// Compares a file with the store, for the time of the run. `plan` is to be given to
/// import_plan_forget either way, before the file is forgotten.
///
/// from    NULL: nothing is stored yet
/// person  who gets the events instead of the person of the file, or NULL
/// Errors  with a message; conflicts are none
PS_MUST_USE cli_exit import_plan_make(cli *c, store *from, import_file *file, const char *person,
                                      import_plan *plan);
void import_plan_forget(import_plan *of);

// ---- batches ----

/// One import for one person.
typedef struct {
    const store_person *person;
    const ps_event *imported;
    const ps_event **voids; ///< those that take it out, fold order
    int32_t void_count;     ///< 0: it counts
    int64_t events;         ///< that it added
} import_batch;

typedef struct {
    import_batch *at;
    int32_t count;
} import_batches;

/// The imports among the events of a person, in fold order, for the time of the run; they point
/// into the events.
import_batches import_batches_of(cli *c, const store_person *person, const data_history *of);

/// The import that brought `batch` and was undone together with it, or NULL.
const import_batch *import_batch_around(const import_batches *in, const import_batch *batch);

/// Whether spans have the event (device, sequence) among them.
bool import_covers(ps_spans spans, const char *device, int64_t sequence);

// ---- what is shown ----

/// What a file is called in messages and in events: the last part of its path.
const char *import_name(const char *path);

/// Who gets what, before it is stored.
void import_put_preview(cli *c, const char *path, const import_file *file, const import_plan *plan,
                        ps_instant now);

/// That it is stored, and how to take it out again.
void import_put_stored(cli *c, const import_plan *plan, const char *batch);

/// The plan for programs. Nullable: batch, at: nothing was stored.
void import_put_json(cli *c, const char *path, const import_plan *plan, const char *batch,
                     const ps_instant *at);

// ---- the other actions ----

/// psoas import --list, --undo and --redo.
cli_exit import_list(cli *c);
cli_exit import_undo(cli *c);
cli_exit import_redo(cli *c);

#endif
