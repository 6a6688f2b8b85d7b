/// id_kit.h — ids of the catalogue to indices and sets.
#ifndef PS_TEST_ID_KIT_H
#define PS_TEST_ID_KIT_H

#include "ps/catalogue.h"

#include "test.h"

static const ps_catalogue *const all = &ps_catalogue_builtin;

static inline int32_t kit_index(const char *list, const char *id, size_t len)
{
    const ps_names names = ps_catalogue_names(all);
    return names.find(all, list, (ps_str){id, (int32_t)len});
}

static inline int32_t index_of(const char *list, const char *id)
{
    const int32_t index = kit_index(list, id, strlen(id));
    CHECK(id, index != PS_NONE);
    return index == PS_NONE ? 0 : index;
}

/// The bits of the ids in `words`, which stand in the list `list`.
static inline uint64_t set_of(const char *list, const char *words)
{
    uint64_t set = 0;
    for (const char *at = words + strspn(words, " "); *at; at += strspn(at, " ")) {
        const size_t len = strcspn(at, " ");
        const int32_t index = kit_index(list, at, len);
        CHECK(at, index != PS_NONE);
        if (index != PS_NONE) set |= (uint64_t)1 << index;
        at += len;
    }
    return set;
}

#endif
