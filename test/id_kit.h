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

/// Fields that only a self-test fills.
typedef struct {
    const char *field, *test;
    ps_side side;
} kit_test;

/// The test behind a field, or NULL.
static inline const kit_test *kit_test_of(const char *field)
{
    static const kit_test tests[] = {
        {"length_deg_L", "T_LEN",  PS_SIDE_LEFT },
        {"length_deg_R", "T_LEN",  PS_SIDE_RIGHT},
        {"hold_s_L",     "T_HOLD", PS_SIDE_LEFT },
        {"hold_s_R",     "T_HOLD", PS_SIDE_RIGHT},
        {"aslr_L",       "T_ASLR", PS_SIDE_LEFT },
        {"aslr_R",       "T_ASLR", PS_SIDE_RIGHT},
    };
    for (int32_t i = 0; i < PS_COUNT(tests); i++) {
        if (strcmp(field, tests[i].field) == 0) return &tests[i];
    }
    return NULL;
}

#endif
