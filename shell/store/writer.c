#include "shell/store/writer.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/// More than this waits only when the disk has stopped [bytes]; an append alone may be larger.
static const size_t WAITING_MAX = (size_t)64 << 20;

struct writer {
    driver *to;
    pthread_t thread;
    pthread_mutex_t mutex; ///< of what follows
    pthread_cond_t came;
    job *first, **last;
    size_t waiting; ///< bytes of the jobs in the queue
    bool stopping;
};

// ---- jobs ----

job *job_make(job_kind kind, int32_t people_count, int32_t count)
{
    job *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    made->kind = kind;
    made->people_count = people_count;
    made->people = calloc((size_t)people_count + 1, sizeof *made->people);
    made->count = count;
    made->rows = calloc((size_t)count + 1, sizeof *made->rows);
    if (made->people && made->rows) return made;
    job_free(made);
    return NULL;
}

void job_free(job *of)
{
    if (!of) return;
    free(of->text);
    free(of->rows);
    free(of->people);
    free(of);
}

static void jobs_free(job *first)
{
    for (job *next = NULL; first; first = next) {
        next = first->next;
        job_free(first);
    }
}

// ---- writing a group ----

static ps_code add_rows(driver *to, job *of)
{
    of->appended = (store_appended){0};
    for (int32_t i = 0; i < of->people_count; i++) {
        const ps_code code = to->engine->add_person(to, &of->people[i], &of->err);
        if (code != PS_OK) return code;
    }
    for (int32_t i = 0; i < of->count; i++) {
        bool added = false;
        const ps_code code = to->engine->add_row(to, &of->rows[i], &added, &of->err);
        if (code != PS_OK) return code;
        if (added) {
            of->appended.added++;
        } else {
            of->appended.present++;
        }
    }
    return PS_OK;
}

static ps_code carry_out(driver *to, job *of)
{
    switch (of->kind) {
    case JOB_APPEND:
        return add_rows(to, of);
    case JOB_PERSON_ADD:
        return to->engine->add_person(to, &of->person, &of->err);
    case JOB_PERSON_RENAME:
        return to->engine->rename_person(to, &of->person, &of->err);
    case JOB_PERSON_DELETE:
        break; // never inside a transaction
    }
    assert(false && "a deletion has no place in a group");
    return PS_IO;
}

/// Whether the job itself is at fault. Else the engine has failed, and with it, perhaps, all that
/// the transaction did so far.
static bool fault_of_job(ps_code code)
{
    return code == PS_CONFLICT || code == PS_UNKNOWN || code == PS_RANGE || code == PS_MISSING;
}

/// One job of a transaction, all or nothing. A single call is so by itself; marks are for more.
/// Errors: those of the engine.
static ps_code write_job(driver *to, job *of)
{
    const bool marked = of->people_count + of->count > 1;
    ps_code code = marked ? to->engine->mark(to, &of->err) : PS_OK;
    if (code != PS_OK) return code;
    of->code = carry_out(to, of);
    if (of->code != PS_OK && !fault_of_job(of->code)) return of->code;

    ps_error err = {0};
    code = marked ? to->engine->unmark(to, of->code == PS_OK, &err) : PS_OK;
    if (code != PS_OK) of->err = err;
    return code;
}

/// The jobs from `first` up to `end` in one transaction.
/// Errors: those of the engine; then nothing of any of them was stored.
static ps_code write_together(driver *to, job *first, const job *end, ps_error *err)
{
    ps_code code = to->engine->begin(to, err);
    if (code != PS_OK) return code;
    for (job *at = first; at != end; at = at->next) {
        code = write_job(to, at);
        if (code == PS_OK) continue;
        *err = at->err;
        to->engine->roll_back(to);
        return code;
    }
    code = to->engine->commit(to, err);
    if (code != PS_OK) to->engine->roll_back(to);
    return code;
}

/// Writes a group, and when the engine fails each of its jobs alone: on a full disk a small job
/// may still fit, and a job that the engine cannot bear does not take the others with it.
static void write_group(driver *to, job *first, const job *end)
{
    ps_error err = {0};
    const ps_code code = write_together(to, first, end, &err);
    if (code == PS_OK) return;

    // who waited for another program once does not wait for it again with every job
    const bool one_by_one = first->next != end && code != PS_BUSY;
    for (job *at = first; at != end; at = at->next) {
        const ps_code alone = one_by_one ? write_together(to, at, at->next, &err) : code;
        if (alone == PS_OK) continue;
        at->code = alone;
        at->err = err;
    }
}

static void report(const job *first, const job *end)
{
    for (const job *at = first; at != end; at = at->next) {
        const bool ok = at->code == PS_OK;
        at->done(at->context, at->code, ok ? at->appended : (store_appended){0},
                 ok ? NULL : &at->err);
    }
}

/// In the order they came. Deletions stand alone, because they only count once the bytes are
/// gone; what is between them is a group.
static void write_jobs(driver *to, job *first)
{
    while (first) {
        job *end = first;
        while (end && end->kind != JOB_PERSON_DELETE) end = end->next;
        if (end != first) {
            write_group(to, first, end);
        } else {
            first->code = to->engine->delete_person(to, first->person.id, &first->err);
            end = first->next;
        }
        report(first, end);
        first = end;
    }
}

/// Waits for jobs and takes them all; NULL when the writer stops and nothing is left.
static job *take_jobs(writer *from)
{
    pthread_mutex_lock(&from->mutex);
    while (!from->first && !from->stopping) pthread_cond_wait(&from->came, &from->mutex);
    job *taken = from->first;
    from->first = NULL;
    from->last = &from->first;
    from->waiting = 0;
    pthread_mutex_unlock(&from->mutex);
    return taken;
}

static void *run(void *context)
{
    writer *self = context;
    for (job *first = NULL; (first = take_jobs(self));) {
        write_jobs(self->to, first);
        jobs_free(first);
        self->to->engine->settle(self->to);
    }
    return NULL;
}

// ---- the queue ----

ps_code writer_start(driver *to, writer **started, ps_error *err)
{
    writer *made = calloc(1, sizeof *made);
    if (!made) return ps_fail(err, PS_NOMEM, (ps_place){0}, "no memory for the writer");
    made->to = to;
    made->last = &made->first;
    pthread_mutex_init(&made->mutex, NULL);
    pthread_cond_init(&made->came, NULL);

    // signals are for the program's own threads
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    const int failed = pthread_create(&made->thread, NULL, run, made);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (failed) {
        pthread_cond_destroy(&made->came);
        pthread_mutex_destroy(&made->mutex);
        free(made);
        return ps_fail(err, PS_NOMEM, (ps_place){0}, "no thread for the writer: %s",
                       strerror(failed));
    }
    *started = made;
    return PS_OK;
}

ps_code writer_submit(writer *to, job *made, ps_error *err)
{
    pthread_mutex_lock(&to->mutex);
    const bool room = to->waiting == 0 || to->waiting + made->bytes <= WAITING_MAX;
    if (room) {
        *to->last = made;
        to->last = &made->next;
        to->waiting += made->bytes + sizeof *made;
        pthread_cond_signal(&to->came);
    }
    pthread_mutex_unlock(&to->mutex);
    if (room) return PS_OK;
    job_free(made);
    return ps_fail(err, PS_BUSY, (ps_place){0},
                   "too much waits for the disk; nothing was added, try again later");
}

typedef struct {
    pthread_mutex_t mutex;
    pthread_cond_t came;
    bool there;
    ps_code code;
    store_appended appended;
    ps_error *err;
} answer;

static void wake(void *context, ps_code code, store_appended appended, const ps_error *err)
{
    answer *to = context;
    pthread_mutex_lock(&to->mutex);
    to->code = code;
    to->appended = appended;
    if (err && to->err) *to->err = *err;
    to->there = true;
    pthread_cond_signal(&to->came);
    pthread_mutex_unlock(&to->mutex);
}

ps_code writer_wait(writer *to, job *made, store_appended *appended, ps_error *err)
{
    assert(!pthread_equal(pthread_self(), to->thread) && "store_done would wait for itself");
    answer got = {.err = err};
    pthread_mutex_init(&got.mutex, NULL);
    pthread_cond_init(&got.came, NULL);
    made->done = wake;
    made->context = &got;

    ps_code code = writer_submit(to, made, err);
    if (code == PS_OK) {
        pthread_mutex_lock(&got.mutex);
        while (!got.there) pthread_cond_wait(&got.came, &got.mutex);
        pthread_mutex_unlock(&got.mutex);
        code = got.code;
        if (code == PS_OK && appended) *appended = got.appended;
    }
    pthread_cond_destroy(&got.came);
    pthread_mutex_destroy(&got.mutex);
    return code;
}

void writer_stop(writer *of)
{
    if (!of) return;
    pthread_mutex_lock(&of->mutex);
    of->stopping = true;
    pthread_cond_signal(&of->came);
    pthread_mutex_unlock(&of->mutex);
    pthread_join(of->thread, NULL);
    pthread_cond_destroy(&of->came);
    pthread_mutex_destroy(&of->mutex);
    free(of);
}
