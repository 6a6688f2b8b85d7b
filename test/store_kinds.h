/// store_kinds.h — every kind of store, for the cases of the contract. A new kind is one more row.
#ifndef PS_TEST_STORE_KINDS_H
#define PS_TEST_STORE_KINDS_H

#include "store_kit.h"

static char kinds_folder[KIT_PATH];

static inline ps_code kinds_open_sqlite(store **opened, ps_error *err)
{
    kit_folder(kinds_folder);
    return store_open_sqlite(kinds_folder, (store_options){.create = true}, opened, err);
}

static inline void kinds_remove(void) { kit_remove(kinds_folder); }
static inline void kinds_nothing(void) {}

static const struct {
    const char *name;
    ps_code (*open)(store **opened, ps_error *err);
    void (*clean)(void);
} store_kinds[] = {
    {"memory", store_open_memory, kinds_nothing},
    {"sqlite", kinds_open_sqlite, kinds_remove },
};

static inline void on_every_kind(void (*law)(store *in, const char *row))
{
    for (int32_t i = 0; i < PS_COUNT(store_kinds); i++) {
        store *in = NULL;
        ps_error err = {0};
        const ps_code code = store_kinds[i].open(&in, &err);
        if (code != PS_OK) printf("# %s\n", err.text);
        CHECK(store_kinds[i].name, code == PS_OK);
        if (code != PS_OK) continue;
        kit_person(in, "Ann", "ann");
        law(in, store_kinds[i].name);
        store_close(in);
        store_kinds[i].clean();
    }
}

/// A case that is run with an open store of every kind, which knows Ann.
#define CONTRACT(name)                                   \
    static void name##_of(store *in, const char *row);   \
    static void name(void) { on_every_kind(name##_of); } \
    static void name##_of(store *in, const char *row)

#endif
