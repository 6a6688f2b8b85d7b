/// memory.c — the engine that forgets: for tests, and to look at a file without keeping it.
///
/// Running out of memory ends the program, as everywhere in the shells (buffer.h).
#include "shell/store/driver.h"

#include "shell/codec/buffer.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// A row and, behind it, the texts that it points to.
typedef struct {
    driver_row row;
    int64_t serial; ///< rows added later have higher ones
} kept_row;

typedef struct {
    driver base;
    pthread_rwlock_t lock; ///< held for writing from begin to the end of a transaction
    store_person *people;  ///< in the order of their names
    int32_t person_count;
    kept_row **rows; ///< in the order of their keys
    int32_t row_count, row_cap;
    int64_t serial, mark;         ///< of the next row; of the first row since the mark
    store_person *people_at_mark; ///< and how many
    int32_t count_at_mark;
} memory_driver;

static memory_driver *self_of(driver *base) { return (memory_driver *)base; }

/// Never NULL.
static void *take(void *before, size_t size)
{
    void *taken = realloc(before, size);
    if (taken) return taken;
    fprintf(stderr, "psoas: out of memory in a store of the memory kind\n");
    _Exit(EXIT_FAILURE);
}

// ---- orders ----

/// Letters A-Z and a-z are the same; else by bytes.
static int name_order(const char *a, const char *b)
{
    for (;; a++, b++) {
        const int x = *a >= 'A' && *a <= 'Z' ? *a + 'a' - 'A' : (unsigned char)*a;
        const int y = *b >= 'A' && *b <= 'Z' ? *b + 'a' - 'A' : (unsigned char)*b;
        if (x != y || x == 0) return x - y;
    }
}

static int key_order(const driver_row *a, const driver_row *b)
{
    const int order = strcmp(a->person, b->person);
    return order != 0 ? order : ps_key_order(a->device, a->sequence, b->device, b->sequence);
}

/// (person, at, device, sequence)
static int read_order(const void *a, const void *b)
{
    const driver_row *x = &(*(kept_row *const *)a)->row, *y = &(*(kept_row *const *)b)->row;
    const int order = strcmp(x->person, y->person);
    if (order != 0) return order;
    if (x->at.ms != y->at.ms) return x->at.ms < y->at.ms ? -1 : 1;
    return key_order(x, y);
}

/// Index of the first row whose key is not below that of `row`.
static int32_t place_of(const memory_driver *self, const driver_row *row)
{
    int32_t low = 0, high = self->row_count;
    while (low < high) {
        const int32_t middle = low + (high - low) / 2;
        if (key_order(&self->rows[middle]->row, row) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static int32_t person_at(const memory_driver *self, const char *id)
{
    for (int32_t i = 0; i < self->person_count; i++) {
        if (strcmp(self->people[i].id, id) == 0) return i;
    }
    return PS_NONE;
}

// ---- writing ----

static ps_code memory_begin(driver *to, ps_error *err)
{
    (void)err;
    pthread_rwlock_wrlock(&self_of(to)->lock);
    return PS_OK;
}

static ps_code memory_commit(driver *to, ps_error *err)
{
    (void)err;
    pthread_rwlock_unlock(&self_of(to)->lock);
    return PS_OK;
}

/// Nothing here fails that would make the writer give up a transaction.
static void memory_roll_back(driver *to) { pthread_rwlock_unlock(&self_of(to)->lock); }

static ps_code memory_mark(driver *to, ps_error *err)
{
    (void)err;
    memory_driver *self = self_of(to);
    const size_t size = (size_t)self->person_count * sizeof *self->people;
    self->mark = self->serial;
    self->people_at_mark = take(self->people_at_mark, size + 1);
    if (size > 0) memcpy(self->people_at_mark, self->people, size);
    self->count_at_mark = self->person_count;
    return PS_OK;
}

/// Removes the rows that are `of` a person, or with NULL those added since the mark.
static void remove_rows(memory_driver *self, const char *of)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < self->row_count; i++) {
        kept_row *row = self->rows[i];
        const bool gone = of ? strcmp(row->row.person, of) == 0 : row->serial >= self->mark;
        if (gone) {
            free(row);
        } else {
            self->rows[kept++] = row;
        }
    }
    self->row_count = kept;
}

static ps_code memory_unmark(driver *to, bool keep, ps_error *err)
{
    (void)err;
    memory_driver *self = self_of(to);
    if (keep) return PS_OK;
    remove_rows(self, NULL);
    free(self->people);
    self->people = self->people_at_mark;
    self->person_count = self->count_at_mark;
    self->people_at_mark = NULL;
    return PS_OK;
}

static const char *keep_text(char **to, const char *text, size_t len)
{
    char *kept = *to;
    memcpy(kept, text, len);
    kept[len] = '\0';
    *to += len + 1;
    return kept;
}

static kept_row *keep_row(const driver_row *row, int64_t serial)
{
    const size_t person = strlen(row->person), device = strlen(row->device);
    const size_t kind = strlen(row->kind), body = (size_t)row->body.len;
    kept_row *kept = take(NULL, sizeof *kept + person + device + kind + body + 4);
    char *to = (char *)(kept + 1);
    kept->row = *row;
    kept->serial = serial;
    kept->row.person = keep_text(&to, row->person, person);
    kept->row.device = keep_text(&to, row->device, device);
    kept->row.kind = keep_text(&to, row->kind, kind);
    kept->row.body.ptr = keep_text(&to, row->body.ptr, body);
    return kept;
}

static ps_code memory_add_row(driver *to, const driver_row *row, bool *added, ps_error *err)
{
    memory_driver *self = self_of(to);
    if (person_at(self, row->person) == PS_NONE) return driver_person_unknown(row->person, err);
    const int32_t at = place_of(self, row);
    const driver_row *there = at < self->row_count ? &self->rows[at]->row : NULL;
    *added = !there || key_order(there, row) != 0;
    if (!*added) {
        const bool same =
            there->at.ms == row->at.ms && there->at.offset_min == row->at.offset_min &&
            strcmp(there->kind, row->kind) == 0 && ps_str_same(there->body, row->body);
        return same ? PS_OK : driver_row_conflict(row, err);
    }

    if (self->row_count == self->row_cap) {
        self->row_cap = self->row_cap ? 2 * self->row_cap : 64;
        self->rows = take(self->rows, (size_t)self->row_cap * sizeof(kept_row *));
    }
    memmove(self->rows + at + 1, self->rows + at,
            (size_t)(self->row_count - at) * sizeof(kept_row *));
    self->rows[at] = keep_row(row, self->serial++);
    self->row_count++;
    return PS_OK;
}

/// Whether somebody else has the name.
static bool name_taken(const memory_driver *self, const store_person *person)
{
    for (int32_t i = 0; i < self->person_count; i++) {
        if (name_order(self->people[i].name, person->name) == 0 &&
            strcmp(self->people[i].id, person->id) != 0) {
            return true;
        }
    }
    return false;
}

static int person_order(const void *a, const void *b)
{
    const store_person *x = a, *y = b;
    const int order = name_order(x->name, y->name);
    return order != 0 ? order : strcmp(x->id, y->id);
}

static void sort_people(memory_driver *self)
{
    qsort(self->people, (size_t)self->person_count, sizeof *self->people, person_order);
}

static ps_code memory_add_person(driver *to, const store_person *person, ps_error *err)
{
    memory_driver *self = self_of(to);
    const bool by_id = person_at(self, person->id) != PS_NONE;
    if (by_id || name_taken(self, person)) return driver_person_taken(person, by_id, err);
    self->people = take(self->people, ((size_t)self->person_count + 1) * sizeof *self->people);
    self->people[self->person_count++] = *person;
    sort_people(self);
    return PS_OK;
}

static ps_code memory_rename_person(driver *to, const store_person *person, ps_error *err)
{
    memory_driver *self = self_of(to);
    const int32_t at = person_at(self, person->id);
    if (at == PS_NONE) return driver_person_unknown(person->id, err);
    if (name_taken(self, person)) return driver_person_taken(person, false, err);
    memcpy(self->people[at].name, person->name, sizeof person->name);
    sort_people(self);
    return PS_OK;
}

static ps_code memory_delete_person(driver *to, const char *id, ps_error *err)
{
    memory_driver *self = self_of(to);
    pthread_rwlock_wrlock(&self->lock);
    const int32_t at = person_at(self, id);
    if (at != PS_NONE) {
        remove_rows(self, id);
        self->person_count--;
        memmove(self->people + at, self->people + at + 1,
                (size_t)(self->person_count - at) * sizeof *self->people);
    }
    pthread_rwlock_unlock(&self->lock);
    return at == PS_NONE ? driver_person_unknown(id, err) : PS_OK;
}

static void memory_settle(driver *to) { (void)to; }

// ---- reading ----

static ps_code memory_rows(driver *from, const char *person, driver_visit *visit, void *context,
                           ps_error *err)
{
    memory_driver *self = self_of(from);
    ps_code code = PS_OK;
    pthread_rwlock_rdlock(&self->lock);
    kept_row **sorted = take(NULL, ((size_t)self->row_count + 1) * sizeof *sorted);
    int32_t count = 0;
    for (int32_t i = 0; i < self->row_count; i++) {
        const bool wanted = !person || strcmp(self->rows[i]->row.person, person) == 0;
        if (wanted) sorted[count++] = self->rows[i];
    }
    if (person && person_at(self, person) == PS_NONE) code = driver_person_unknown(person, err);
    qsort(sorted, (size_t)count, sizeof *sorted, read_order);
    for (int32_t i = 0; code == PS_OK && i < count; i++) {
        code = visit(context, &sorted[i]->row, i, count, err);
    }
    free(sorted);
    pthread_rwlock_unlock(&self->lock);
    return code;
}

static store_person person_of(const memory_driver *self, int32_t at)
{
    store_person person = self->people[at];
    person.events = 0;
    for (int32_t i = 0; i < self->row_count; i++) {
        if (strcmp(self->rows[i]->row.person, person.id) == 0) person.events++;
    }
    return person;
}

static ps_code memory_people(driver *from, driver_visit_person *visit, void *context, ps_error *err)
{
    memory_driver *self = self_of(from);
    ps_code code = PS_OK;
    pthread_rwlock_rdlock(&self->lock);
    for (int32_t i = 0; code == PS_OK && i < self->person_count; i++) {
        const store_person person = person_of(self, i);
        code = visit(context, &person, err);
    }
    pthread_rwlock_unlock(&self->lock);
    return code;
}

static ps_code memory_find_person(driver *from, const char *name_or_id, store_person *found,
                                  ps_error *err)
{
    memory_driver *self = self_of(from);
    pthread_rwlock_rdlock(&self->lock);
    int32_t at = person_at(self, name_or_id);
    for (int32_t i = 0; at == PS_NONE && i < self->person_count; i++) {
        if (name_order(self->people[i].name, name_or_id) == 0) at = i;
    }
    if (at != PS_NONE) *found = person_of(self, at);
    pthread_rwlock_unlock(&self->lock);
    return at == PS_NONE ? driver_person_unknown(name_or_id, err) : PS_OK;
}

static ps_code memory_last_sequence(driver *from, const char *person, const char *device,
                                    int64_t *last, ps_error *err)
{
    memory_driver *self = self_of(from);
    pthread_rwlock_rdlock(&self->lock);
    const bool known = person_at(self, person) != PS_NONE;
    const int32_t end =
        place_of(self, &(driver_row){.person = person, .device = device, .sequence = INT64_MAX});
    const driver_row *before = end > 0 ? &self->rows[end - 1]->row : NULL;
    const bool any =
        before && strcmp(before->person, person) == 0 && strcmp(before->device, device) == 0;
    *last = any ? before->sequence : 0;
    pthread_rwlock_unlock(&self->lock);
    return known ? PS_OK : driver_person_unknown(person, err);
}

static ps_code memory_facts(driver *from, store_facts *facts, ps_error *err)
{
    (void)err;
    memory_driver *self = self_of(from);
    pthread_rwlock_rdlock(&self->lock);
    facts->schema = facts->newest_schema = 1;
    facts->bytes = 0;
    for (int32_t i = 0; i < self->row_count; i++) facts->bytes += self->rows[i]->row.body.len;
    pthread_rwlock_unlock(&self->lock);
    return PS_OK;
}

static ps_code memory_check(driver *from, ps_error *err)
{
    (void)from;
    (void)err;
    return PS_OK;
}

static ps_code memory_copy(driver *from, const char *path, ps_error *err)
{
    (void)from;
    return ps_fail(err, PS_MISSING, (ps_place){0},
                   "%.100s: a store in memory has no file to copy; export its events instead",
                   path);
}

static void memory_close(driver *of)
{
    memory_driver *self = self_of(of);
    for (int32_t i = 0; i < self->row_count; i++) free(self->rows[i]);
    free(self->rows);
    free(self->people);
    free(self->people_at_mark);
    pthread_rwlock_destroy(&self->lock);
    free(self);
}

static const driver_engine engine = {
    .begin = memory_begin,
    .commit = memory_commit,
    .roll_back = memory_roll_back,
    .mark = memory_mark,
    .unmark = memory_unmark,
    .add_row = memory_add_row,
    .add_person = memory_add_person,
    .rename_person = memory_rename_person,
    .delete_person = memory_delete_person,
    .settle = memory_settle,
    .rows = memory_rows,
    .people = memory_people,
    .find_person = memory_find_person,
    .last_sequence = memory_last_sequence,
    .facts = memory_facts,
    .check = memory_check,
    .copy = memory_copy,
    .close = memory_close,
};

ps_code store_open_memory(store **opened, ps_error *err)
{
    memory_driver *self = take(NULL, sizeof *self);
    *self = (memory_driver){.base.engine = &engine};
    pthread_rwlock_init(&self->lock, NULL);
    const ps_code code = id_make(self->base.device, err);
    if (code == PS_OK) return store_over(&self->base, opened, err);
    memory_close(&self->base);
    return code;
}
