#include "places.h"

#include <string.h>

typedef struct {
    uintptr_t at;
    size_t size;
    const char *file;
    ps_place place;
} entry;

void places_add(places *to, const void *at, size_t size, const char *file, ps_place place)
{
    const entry added = {(uintptr_t)at, size, file, place};
    buffer_add(&to->entries, (const char *)&added, sizeof added);
}

/// Whether `a` tells more about `at` than `b`; both hold it.
static bool is_nearer(const entry *a, const entry *b, uintptr_t at)
{
    if ((a->at == at) != (b->at == at)) return a->at == at;
    return a->at == at ? a->size > b->size : a->size < b->size;
}

bool places_find(const places *in, const void *at, const char **file, ps_place *place)
{
    // few are looked up, so they are searched and not sorted
    const uintptr_t wanted = (uintptr_t)at;
    entry best = {0};
    bool found = false;
    for (size_t i = 0; i + sizeof(entry) <= in->entries.len; i += sizeof(entry)) {
        entry here;
        memcpy(&here, in->entries.text + i, sizeof here);
        if (wanted < here.at || wanted - here.at >= here.size) continue;
        if (!found || is_nearer(&here, &best, wanted)) best = here;
        found = true;
    }
    if (!found) return false;
    *file = best.file;
    *place = best.place;
    return true;
}

void places_free(places *of) { buffer_free(&of->entries); }
