#include "law_breaks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COPY_ROOM = 8 << 20 };

static _Alignas(max_align_t) char room[COPY_ROOM];
static ps_arena arena;

// ---- a deep copy, by the field tables ----

static void own_inner(const ps_struct *of, void *record);

static void *take(int32_t count, size_t size)
{
    void *taken = ps_arena_take(&arena, count, size);
    if (!taken) abort();
    return taken;
}

static void *copy_items(const void *from, int32_t count, size_t size)
{
    void *to = take(count, size);
    if (count > 0) memcpy(to, from, (size_t)count * size);
    return to;
}

static void own_list(const ps_field *field, void *value)
{
    ps_list list;
    memcpy(&list, value, sizeof list);
    const size_t size = ps_field_item_size(field);
    char *items = copy_items(list.at, list.count, size);
    for (int32_t i = 0; i < list.count && field->item == PS_FIELD_STRUCT; i++) {
        own_inner(field->of, items + (size_t)i * size);
    }
    list.at = items;
    memcpy(value, &list, sizeof list);
}

static void own_optional(const ps_field *field, void *value)
{
    void *inner = NULL;
    memcpy(&inner, value, sizeof inner);
    if (!inner) return;
    inner = copy_items(inner, 1, field->of->size);
    own_inner(field->of, inner);
    memcpy(value, &inner, sizeof inner);
}

/// Gives `record`, a flat copy, its own lists, optional records and rules.
static void own_inner(const ps_struct *of, void *record)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        void *value = (char *)record + field->offset;
        if (field->type == PS_FIELD_LIST) own_list(field, value);
        if (field->type == PS_FIELD_STRUCT) own_inner(field->of, value);
        if (field->type == PS_FIELD_OPTIONAL) own_optional(field, value);
        if (field->type == PS_FIELD_NOTATION && field->notation == &ps_rule_notation) {
            ps_rule *rule = value;
            rule->nodes = copy_items(rule->nodes, rule->count, sizeof *rule->nodes);
        }
    }
}

ps_catalogue *copy_of(const ps_catalogue *from)
{
    arena = ps_arena_over(room, sizeof room);
    ps_catalogue *to = copy_items(from, 1, sizeof *from);
    own_inner(&ps_catalogue_struct, to);
    return to;
}

bool in_copy(const void *record)
{
    const uintptr_t at = (uintptr_t)record;
    return at >= (uintptr_t)room && at < (uintptr_t)room + arena.used;
}

// ---- what to break ----

int32_t index_of(ps_catalogue *all, const char *list, const char *id)
{
    const int32_t at = ps_document_find(&ps_catalogue_struct, all, list, ps_str_of(id));
    if (at != PS_NONE) return at;
    printf("# there is no %s in %s\n", id, list);
    abort();
}

void *item(ps_catalogue *all, const char *list, const char *id)
{
    const ps_struct *of = NULL;
    const ps_list items = ps_document_list(&ps_catalogue_struct, all, list, &of);
    return OPEN(char, items.at) + (size_t)index_of(all, list, id) * of->size;
}

ps_exercise *exercise(ps_catalogue *all, const char *id) { return item(all, "exercises", id); }
ps_exercise *clam(ps_catalogue *all) { return exercise(all, "add-clam"); }
ps_flag *flag(ps_catalogue *all, const char *id) { return item(all, "flags", id); }

ps_rule_node *node(const ps_rule *rule, ps_rule_op op)
{
    for (int32_t i = 0; i < rule->count; i++) {
        if (rule->nodes[i].op == op) return OPEN(ps_rule_node, &rule->nodes[i]);
    }
    printf("# the rule has no such part\n");
    abort();
}

void *grow(void *list, size_t size)
{
    ps_list all;
    memcpy(&all, list, sizeof all);
    char *items = take(all.count + 1, size);
    if (all.count > 0) memcpy(items, all.at, (size_t)all.count * size);
    char *added = items + (size_t)all.count * size;
    all.at = items;
    all.count++;
    memcpy(list, &all, sizeof all);
    return added;
}

const int32_t *one_index(int32_t index)
{
    int32_t *at = take(1, sizeof *at);
    *at = index;
    return at;
}
