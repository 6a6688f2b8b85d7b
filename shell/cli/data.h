/// data.h — the commands about people's own data, and what they share: the store, the person.
#ifndef PS_SHELL_DATA_H
#define PS_SHELL_DATA_H

#include "ps/history.h"
#include "shell/cli/cli.h"
#include "shell/store/store.h"

cli_exit person_list(cli *c);
cli_exit person_add(cli *c);
cli_exit person_rename(cli *c);
cli_exit person_delete(cli *c);
cli_exit export_history(cli *c);
cli_exit import_history(cli *c);
cli_exit backup_make(cli *c);
cli_exit backup_restore(cli *c);
cli_exit doctor(cli *c);

// ---- the store ----

typedef enum {
    DATA_READ,  ///< read-only: works beside a process that writes
    DATA_WRITE, ///< there must be a store
    DATA_CREATE ///< makes the folder and the store when they are missing
} data_access;

/// Opens the store of this run.
/// Errors  those of store_open_sqlite, with a message; where there is no store yet the message
///         says how to make one.
PS_MUST_USE cli_exit data_open(cli *c, data_access access, store **opened);

/// The same, but no store yet is no failure: `opened` is NULL then.
PS_MUST_USE cli_exit data_open_if_there(cli *c, data_access access, store **opened);

// ---- people ----

typedef struct {
    store_person *at; ///< in the order of their names
    int32_t count;
} data_people;

/// Everybody, for the time of the run.
PS_MUST_USE cli_exit data_people_of(cli *c, store *from, data_people *people);

/// The person that --person or $PSOAS_PERSON names; without them the only one there is.
/// Errors  CLI_NOT_FOUND, CLI_USAGE when there are several.
PS_MUST_USE cli_exit data_person(cli *c, store *from, store_person *found);

/// The person with this name or id.
PS_MUST_USE cli_exit data_person_named(cli *c, store *from, const char *name, store_person *found);

// ---- their histories ----

/// All events of a person, and what they mean. Zero-initialised is empty.
typedef struct {
    ps_arena room;
    const ps_event *events; ///< fold order
    int32_t count;
    ps_history history;
} data_history;

/// Reads and folds; data_forget gives the memory back.
PS_MUST_USE cli_exit data_read(cli *c, store *from, const store_person *person, data_history *read);
void data_forget(data_history *of);

/// The same without a message.
PS_MUST_USE ps_code data_fetch(store *from, const store_person *person, data_history *read,
                               ps_error *err);

// ---- words ----

/// "1 event", "2 events". `one` and `many` are the nouns.
void data_put_count(buffer *to, int64_t count, const char *one, const char *many);

/// "2026-03-02 to 2026-11-20", one day alone when they are the same.
void data_put_days(buffer *to, ps_day first, ps_day last);

/// "12.4 MB".
void data_put_bytes(buffer *to, int64_t bytes);

/// A line of a preview: "From    anna.jsonl". Takes the text out of the buffer.
enum { DATA_LABEL = 8 };
void data_put_line(cli *c, const char *label, buffer *text);

// ---- questions ----

/// Whether somebody sits at a terminal and can be asked.
bool data_can_ask(const cli *c);

/// Prints the page so far and `question` behind it, and reads a line; "" when there is none.
/// Returns false at the end of the input, or when nobody reads the page any more.
bool data_ask(cli *c, const char *question, char *answer, int32_t cap);

/// Whether to go on: --yes, or a yes to the question. Where nobody can be asked it is a no, with a
/// message that names --yes.
///
/// refused  what to return when it is a no
bool data_go_on(cli *c, const char *question, cli_exit *refused);

#endif
