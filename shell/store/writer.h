/// writer.h — the one thread that writes: everything that waits becomes one transaction.
///
/// A durable commit costs an fsync, so the thread takes all jobs that have piled up during the
/// last one and commits them together. A job that is at fault fails alone.
#ifndef PS_SHELL_STORE_WRITER_H
#define PS_SHELL_STORE_WRITER_H

#include "shell/store/driver.h"

typedef enum { JOB_APPEND, JOB_PERSON_ADD, JOB_PERSON_RENAME, JOB_PERSON_DELETE } job_kind;

/// Something to write. Made by job_make; owned by the writer once it was submitted.
typedef struct job {
    struct job *next;
    job_kind kind;
    store_person *people; ///< of JOB_APPEND, added first, shape [people_count]
    int32_t people_count;
    driver_row *rows; ///< of JOB_APPEND, shape [count]
    int32_t count;
    char *text;          ///< the bytes that the rows point into
    size_t bytes;        ///< of text
    store_person person; ///< of the others
    store_done *done;
    void *context;
    // what became of it
    ps_code code;
    store_appended appended;
    ps_error err;
} job;

/// A job with room for so many people and rows. Errors: NULL when there is no memory.
job *job_make(job_kind kind, int32_t people_count, int32_t count);
void job_free(job *of); ///< Nullable.

typedef struct writer writer;

PS_MUST_USE ps_code writer_start(driver *to, writer **started, ps_error *err);

/// Queues the job. `done` is called once from the writer's thread, unless this fails; the job is
/// the writer's in both cases.
/// Errors: PS_BUSY when too much waits already.
PS_MUST_USE ps_code writer_submit(writer *to, job *made, ps_error *err);

/// Queues the job and waits for what becomes of it. Not from the writer's thread.
PS_MUST_USE ps_code writer_wait(writer *to, job *made, store_appended *appended, ps_error *err);

/// A person as it may be stored: the name is trimmed and checked. Errors: PS_RANGE.
PS_MUST_USE ps_code store_person_fill(const char *name, const char *id, store_person *person,
                                      ps_error *err);

/// Queues a change of a person and waits for it. Errors: PS_DENIED when `to` is read-only.
PS_MUST_USE ps_code store_write_person(store *to, job_kind kind, const store_person *person,
                                       ps_error *err);

/// Writes what waits, then ends the thread. Nullable.
void writer_stop(writer *of);

#endif
