/// driver.h — the seam below the store: rows in, rows out. One table of functions an engine.
///
/// An engine keeps rows and knows nothing of events: it never looks into a body. Memory and SQLite
/// are here; PostgreSQL joins by filling one more table.
#ifndef PS_SHELL_STORE_DRIVER_H
#define PS_SHELL_STORE_DRIVER_H

#include "shell/store/store.h"

/// An event as engines keep it. Texts are borrowed.
typedef struct {
    const char *person, *device;
    int64_t sequence;
    ps_instant at;
    const char *kind; ///< name of the kind
    ps_str body;      ///< canonical JSON: equal events have equal bytes
} driver_row;

/// Called for row `index` of `count`. Anything but PS_OK ends the walk and becomes its result.
typedef ps_code driver_visit(void *context, const driver_row *row, int32_t index, int32_t count,
                             ps_error *err);
typedef ps_code driver_visit_person(void *context, const store_person *person, ps_error *err);

typedef struct driver driver;

typedef struct {
    // ---- for the writer's thread alone ----

    /// One transaction at a time. After a commit that failed, nothing of it can be read.
    ps_code (*begin)(driver *to, ps_error *err);
    ps_code (*commit)(driver *to, ps_error *err);
    void (*roll_back)(driver *to);
    /// Marks a place inside a transaction, then keeps or takes back what was done since.
    ps_code (*mark)(driver *to, ps_error *err);
    ps_code (*unmark)(driver *to, bool keep, ps_error *err);

    // The next three belong into a transaction, which goes on when one of them refuses: that call
    // alone has then changed nothing. Any other error is the end of the transaction.

    /// Errors: PS_CONFLICT another row has this key; PS_UNKNOWN no such person.
    ps_code (*add_row)(driver *to, const driver_row *row, bool *added, ps_error *err);
    /// Errors: PS_CONFLICT the name or id is taken; PS_UNKNOWN no such person.
    ps_code (*add_person)(driver *to, const store_person *person, ps_error *err);
    ps_code (*rename_person)(driver *to, const store_person *person, ps_error *err);
    /// Outside of transactions, because no byte may be left behind.
    ps_code (*delete_person)(driver *to, const char *id, ps_error *err);
    /// Housekeeping between transactions, when everything was acknowledged.
    void (*settle)(driver *to);

    // ---- for any thread ----

    /// Rows in the order (person, at, device, sequence), all of one moment.
    /// person  NULL: of everybody. Errors: PS_UNKNOWN no such person.
    ps_code (*rows)(driver *from, const char *person, driver_visit *visit, void *context,
                    ps_error *err);
    /// People in the order of their names, ASCII letters without case, then bytes.
    ps_code (*people)(driver *from, driver_visit_person *visit, void *context, ps_error *err);
    /// By id, else by name, ASCII letters without case. Errors: PS_UNKNOWN.
    ps_code (*find_person)(driver *from, const char *name_or_id, store_person *found,
                           ps_error *err);
    /// Highest sequence of a device for a person; 0 without rows. Errors: PS_UNKNOWN no such
    /// person.
    ps_code (*last_sequence)(driver *from, const char *person, const char *device, int64_t *last,
                             ps_error *err);
    /// Schema versions and bytes; the rest of the facts comes from the rows.
    ps_code (*facts)(driver *from, store_facts *facts, ps_error *err);
    /// The engine's own check of everything it keeps. Errors: PS_CORRUPT.
    ps_code (*check)(driver *from, ps_error *err);
    /// Copies all of one moment into the empty file `path`.
    ps_code (*copy)(driver *from, const char *path, ps_error *err);

    void (*close)(driver *of);
} driver_engine;

/// Engines put this first in their own struct.
struct driver {
    const driver_engine *engine;
    bool read_only;
    char device[STORE_ID];
};

/// Wraps an open engine into a store; closes it on failure.
PS_MUST_USE ps_code store_over(driver *rows, store **opened, ps_error *err);

/// The engine of a store.
driver *store_driver(store *of);

/// The failures that all engines word alike.
ps_code driver_row_conflict(const driver_row *row, ps_error *err);
ps_code driver_person_unknown(const char *name_or_id, ps_error *err);
/// by_id  somebody has the id; else the name
ps_code driver_person_taken(const store_person *person, bool by_id, ps_error *err);

/// Reads the event of a row; its key points to that of the row.
/// Errors: PS_CORRUPT, PS_NEWER, PS_NOMEM.
PS_MUST_USE ps_code driver_decode(const driver_row *row, ps_arena *arena, ps_event *event,
                                  ps_error *err);

/// Fills people, events, newest_event_ms and unreadable by reading every row.
PS_MUST_USE ps_code driver_count(driver *from, store_facts *facts, ps_error *err);

/// A new UUIDv7. Errors: PS_IO when the system has no random numbers.
PS_MUST_USE ps_code id_make(char id[STORE_ID], ps_error *err);

/// Now [ms] UTC.
int64_t id_now_ms(void);

#endif
