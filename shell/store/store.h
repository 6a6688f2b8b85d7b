/// store.h — where a person's events live: append, read, people, backup.
///
/// One interface, several implementations: memory and SQLite now, PostgreSQL later. One contract
/// test runs the same rows against all of them. All calls may come from any thread.
///
/// An append that returned PS_OK is on the disk and survives kill -9 and a power cut. One that
/// failed has added nothing that this process can see; only after PS_IO may a power cut right
/// then bring it back whole, which a re-send settles.
#ifndef PS_SHELL_STORE_H
#define PS_SHELL_STORE_H

#include "ps/history.h"

typedef struct store store;

enum { STORE_NAME_MAX = 60, STORE_ID = 40 };

typedef struct {
    char id[STORE_ID]; ///< UUIDv7, or that of an export
    char name[STORE_NAME_MAX + 1];
    int64_t created_ms;
    int64_t events;
} store_person;

typedef struct {
    bool read_only; ///< no lock, no writer: may be opened beside a running writer
    bool create;    ///< make the folder (0700) and the file (0600) when they are missing
} store_options;

/// Opens `folder`/psoas.db. A writer holds an exclusive lock on the folder until it is closed, and
/// brings a store of an earlier version up to date.
///
/// Errors  PS_BUSY    another process writes here (names its pid)
///         PS_MISSING there is no store and `create` is off
///         PS_FOREIGN the folder or the file is something else
///         PS_NEWER   made by a later version
///         PS_CORRUPT damaged, as far as opening it shows; store_verify reads everything
///         PS_DENIED  read-only folder or file
///         PS_FULL, PS_IO, PS_NOMEM, PS_RANGE (a path of more than 450 bytes)
/// Every text names the file and what can be done. No data is changed on failure.
PS_MUST_USE ps_code store_open_sqlite(const char *folder, store_options options, store **opened,
                                      ps_error *err);

/// A store that forgets everything when it is closed.
PS_MUST_USE ps_code store_open_memory(store **opened, ps_error *err);

/// Waits for what was submitted, then closes. Nullable.
void store_close(store *of);

/// Id of this machine in the keys of the events it makes: UUIDv7, made once, kept in the store.
/// Valid until the store is closed.
const char *store_device(store *of);

typedef struct {
    int32_t added;   ///< new rows
    int32_t present; ///< rows that were there already, byte for byte
} store_appended;

/// Adds events of any persons known here, all or none; durable before it returns PS_OK.
/// A re-sent event is harmless. Not from a store_done: it would wait for itself.
///
/// Errors  PS_CONFLICT an event with this key and other content is there (names the key)
///         PS_UNKNOWN  no such person      PS_RANGE / PS_MISSING the event does not pass its check
///         PS_BUSY     too much waits for the disk, or another program holds the file
///         PS_DENIED   opened read-only    PS_FULL, PS_IO, PS_NOMEM
/// Nullable: appended, err.
PS_MUST_USE ps_code store_append(store *to, const ps_event *events, int32_t count,
                                 store_appended *appended, ps_error *err);

/// store_append that adds people first, all or none together: also under kill -9 there is nobody
/// without the events they came with.
///
/// people  name, id and created_ms are used (0: now); may be NULL when people_count is 0
/// Errors  also PS_CONFLICT a name or id is taken, by those of an earlier try, too; PS_RANGE a
///         name or id that store_person_add would refuse
/// Nullable: appended, err.
PS_MUST_USE ps_code store_append_with_people(store *to, const store_person *people,
                                             int32_t people_count, const ps_event *events,
                                             int32_t count, store_appended *appended,
                                             ps_error *err);

/// Called once, from the writer's thread, when the events are durable or have failed. It may
/// submit more, and must not wait.
/// err  NULL with PS_OK; valid until it returns
typedef void store_done(void *context, ps_code code, store_appended appended, const ps_error *err);

/// store_append without waiting, for event loops; the events are copied before it returns.
/// Errors  those that need no disk; then `done` is not called.
PS_MUST_USE ps_code store_submit(store *to, const ps_event *events, int32_t count, store_done *done,
                                 void *context, ps_error *err);

/// The sequence that the next event of this machine for `person` should have.
/// Counts what is durable: safe only while one thread makes events for that person on this
/// machine, and has none submitted that is not done.
/// Errors  PS_UNKNOWN no such person; PS_RANGE all up to PS_SEQUENCE_MAX are used up.
PS_MUST_USE ps_code store_next_sequence(store *from, const char *person, int64_t *sequence,
                                        ps_error *err);

/// All events of a person in fold order, of one moment; texts and events live in `arena`.
///
/// events  NULL when count is 0
/// Errors  PS_UNKNOWN  no such person      PS_NOMEM the arena is too small; it is as before
///         PS_CORRUPT  an event cannot be read (names it)
PS_MUST_USE ps_code store_read(store *from, const char *person, ps_arena *arena,
                               const ps_event **events, int32_t *count, ps_error *err);

/// Bytes of arena that store_read needs at most for `person` now. Generous: for room_open, which
/// takes only the pages that are used.
PS_MUST_USE ps_code store_read_size(store *from, const char *person, size_t *bytes, ps_error *err);

// ---- people ----

/// People in the order of their names; at most `cap` are written, the whole count is returned.
/// Letters A-Z and a-z are the same in the order and in what is taken; others go by their bytes.
PS_MUST_USE ps_code store_people(store *from, store_person *people, int32_t cap, int32_t *count,
                                 ps_error *err);

/// Adds a person; blanks around the name are cut off.
///
/// id      NULL: a new UUIDv7
/// Errors  PS_CONFLICT the name or id is taken; PS_RANGE empty, too long, control characters.
/// Nullable: id, added, err.
PS_MUST_USE ps_code store_person_add(store *to, const char *name, const char *id,
                                     store_person *added, ps_error *err);

/// By id, else by name (the case of A-Z does not matter).
/// Errors  PS_UNKNOWN, with a close name when there is one.
PS_MUST_USE ps_code store_person_find(store *from, const char *name_or_id, store_person *found,
                                      ps_error *err);
PS_MUST_USE ps_code store_person_rename(store *in, const char *id, const char *name, ps_error *err);

/// Removes the person and every event for good: afterwards no byte of them is in psoas.db or its
/// -wal and -shm. Backups, and psoas.db.before-restore-N, are files of their own.
///
/// Errors  PS_UNKNOWN no such person
///         PS_BUSY, PS_FULL, PS_IO: when the text begins with "deleted", the rows are gone, but
///         old bytes are left; they go with the next call, at the latest at the next start.
PS_MUST_USE ps_code store_person_delete(store *in, const char *id, ps_error *err);

// ---- care ----

/// A consistent copy into the new file `path`, while the store is in use; verified and on the disk
/// before it returns. Errors  PS_CONFLICT when `path` exists; PS_MISSING for a store in memory.
PS_MUST_USE ps_code store_backup(store *of, const char *path, ps_error *err);

typedef struct {
    int32_t schema, newest_schema;
    int32_t people;
    int64_t events;
    int64_t bytes;           ///< of the file and its log
    int64_t newest_event_ms; ///< 0 without events
    int32_t unreadable;      ///< events whose body does not pass its check
} store_facts;

/// Reads every row of a database file and checks it; changes nothing.
/// Errors  as store_open_sqlite. Nullable: facts.
PS_MUST_USE ps_code store_verify(const char *path, store_facts *facts, ps_error *err);

/// Replaces `folder`/psoas.db by the verified copy of `path`; what was there is kept beside it as
/// psoas.db.before-restore-N. Makes the folder when it is missing.
///
/// The restored store has a new device id: the old store may live on, here as the kept file or on
/// another machine, and two that count under one id would give one key to different events.
/// Errors  as store_open_sqlite; PS_BUSY also when somebody reads. Nothing changes on failure,
/// except that the log of the old file may have been brought into it.
PS_MUST_USE ps_code store_restore(const char *folder, const char *path, ps_error *err);

/// Counts and checks every row, for `doctor`.
PS_MUST_USE ps_code store_facts_of(store *of, store_facts *facts, ps_error *err);

#endif
