/// people.c — who a store knows: names that are fit to be shown, and close ones for the others.
#include "shell/store/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// What may be asked of a new name and id.
typedef struct {
    const char *name, *id;
} entry;

static const ps_field entry_fields[] = {
    PS_F_TEXT(entry, name, STORE_NAME_MAX, "How the person is called."),
    PS_F_ID(entry, id, STORE_ID - 1, "The person in the keys of events."),
};
static const ps_struct entry_struct = PS_STRUCT_OF(entry, entry_fields, "A person.");

/// The name without the blanks around it; one byte more than allowed shows that it is too long.
static void trim(const char *name, char trimmed[STORE_NAME_MAX + 2])
{
    static const char blanks[] = " \t\r\n";
    name += strspn(name, blanks);
    size_t len = strlen(name);
    while (len > 0 && strchr(blanks, name[len - 1])) len--;
    if (len > STORE_NAME_MAX + 1) len = STORE_NAME_MAX + 1;
    memcpy(trimmed, name, len);
    trimmed[len] = '\0';
}

ps_code store_person_fill(const char *name, const char *id, store_person *person, ps_error *err)
{
    char trimmed[STORE_NAME_MAX + 2];
    trim(name, trimmed);
    const ps_code code = ps_struct_check(&entry_struct, &(entry){trimmed, id}, err);
    if (code != PS_OK) return code;
    memcpy(person->name, trimmed, strlen(trimmed) + 1); // both fit, that was checked
    memcpy(person->id, id, strlen(id) + 1);
    return PS_OK;
}

ps_code store_person_add(store *to, const char *name, const char *id, store_person *added,
                         ps_error *err)
{
    char made[STORE_ID] = "";
    store_person person = {.created_ms = id_now_ms()};
    ps_code code = id ? PS_OK : id_make(made, err);
    if (code == PS_OK) code = store_person_fill(name, id ? id : made, &person, err);
    if (code == PS_OK) code = store_write_person(to, JOB_PERSON_ADD, &person, err);
    if (code == PS_OK && added) *added = person;
    return code;
}

ps_code store_person_rename(store *in, const char *id, const char *name, ps_error *err)
{
    store_person person = {0};
    ps_code code = store_person_fill(name, id, &person, err);
    if (code == PS_OK) code = store_write_person(in, JOB_PERSON_RENAME, &person, err);
    return code;
}

ps_code store_person_delete(store *in, const char *id, ps_error *err)
{
    store_person person = {0};
    const int len = snprintf(person.id, sizeof person.id, "%s", id);
    if (len >= (int)sizeof person.id) return driver_person_unknown(id, err);
    return store_write_person(in, JOB_PERSON_DELETE, &person, err);
}

typedef struct {
    store_person *people;
    int32_t cap, count;
} listing;

static ps_code list_person(void *context, const store_person *person, ps_error *err)
{
    (void)err;
    listing *into = context;
    if (into->count < into->cap) into->people[into->count] = *person;
    into->count++;
    return PS_OK;
}

ps_code store_people(store *from, store_person *people, int32_t cap, int32_t *count, ps_error *err)
{
    listing into = {people, cap, 0};
    driver *rows = store_driver(from);
    const ps_code code = rows->engine->people(rows, list_person, &into, err);
    if (code == PS_OK) *count = into.count;
    return code;
}

static const char *name_at(const void *context, int32_t index)
{
    const listing *in = context;
    return index < in->count && index < in->cap ? in->people[index].name : NULL;
}

/// Says who might have been meant.
static ps_code fail_unknown(store *among, const char *name, ps_error *err)
{
    enum { ASKED_MAX = 200 }; ///< more people than this and a slip could mean too many of them
    listing in = {calloc(ASKED_MAX, sizeof *in.people), ASKED_MAX, 0};
    int32_t closest = PS_NONE;
    ps_error ignored = {0};
    if (in.people && store_people(among, in.people, in.cap, &in.count, &ignored) == PS_OK) {
        closest = ps_closest(&in, name_at, ps_str_of(name));
    }
    const ps_code code = ps_fail_unknown(err, (ps_place){0}, "person", ps_str_of(name),
                                         closest == PS_NONE ? NULL : in.people[closest].name);
    free(in.people);
    return code;
}

ps_code store_person_find(store *from, const char *name_or_id, store_person *found, ps_error *err)
{
    driver *rows = store_driver(from);
    const ps_code code = rows->engine->find_person(rows, name_or_id, found, err);
    return code == PS_UNKNOWN ? fail_unknown(from, name_or_id, err) : code;
}
