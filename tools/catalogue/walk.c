#include "walk.h"

#include <assert.h>
#include <string.h>

typedef struct {
    walk_visit *visit;
    void *context;
} walker;

static void walk(const walker *with, const char *list, const ps_struct *of, const void *record,
                 int32_t depth);

static void walk_items(const walker *with, const walk_at *field_at, int32_t depth)
{
    const ps_field *field = field_at->field;
    ps_list items = {NULL, 0};
    memcpy(&items, field_at->value, sizeof items);
    if (!items.at) return;

    const size_t size = ps_field_item_size(field);
    for (int32_t i = 0; i < items.count; i++) {
        const void *item = (const char *)items.at + (size_t)i * size;
        if (field->item == PS_FIELD_STRUCT) {
            walk(with, field_at->list, field->of, item, depth + 1);
            continue;
        }
        walk_at item_at = *field_at;
        item_at.type = field->item;
        item_at.value = item;
        with->visit(with->context, &item_at);
    }
}

static void walk_field(const walker *with, const walk_at *at, int32_t depth)
{
    // a struct inside a struct is visited as a record of its own
    if (at->type != PS_FIELD_STRUCT) with->visit(with->context, at);
    switch (at->type) {
    case PS_FIELD_STRUCT:
        walk(with, at->list, at->field->of, at->value, depth + 1);
        return;
    case PS_FIELD_OPTIONAL: {
        const void *inner = NULL;
        memcpy(&inner, at->value, sizeof inner);
        if (inner) walk(with, at->list, at->field->of, inner, depth + 1);
        return;
    }
    case PS_FIELD_LIST:
        walk_items(with, at, depth);
        return;
    case PS_FIELD_BOOL:
    case PS_FIELD_INT:
    case PS_FIELD_LONG:
    case PS_FIELD_NUMBER:
    case PS_FIELD_TEXT:
    case PS_FIELD_ENUM:
    case PS_FIELD_RANGE:
    case PS_FIELD_NOTATION:
    case PS_FIELD_REF:
    case PS_FIELD_MARKED:
        return;
    }
}

static void walk(const walker *with, const char *list, const ps_struct *of, const void *record,
                 int32_t depth)
{
    assert(depth < WALK_DEPTH_MAX); // the tables are ours, and none of them holds itself
    walk_at at = {.list = list, .of = of, .record = record, .type = PS_FIELD_STRUCT};
    with->visit(with->context, &at);
    for (int32_t i = 0; i < of->count; i++) {
        at.list = depth == 0 && !list ? of->fields[i].name : list;
        at.field = &of->fields[i];
        at.type = of->fields[i].type;
        at.value = (const char *)record + of->fields[i].offset;
        walk_field(with, &at, depth);
    }
}

void walk_document(const ps_struct *root_of, const void *root, walk_visit *visit, void *context)
{
    walk(&(walker){visit, context}, NULL, root_of, root, 0);
}

void walk_record(const char *list, const ps_struct *of, const void *record, walk_visit *visit,
                 void *context)
{
    walk(&(walker){visit, context}, list, of, record, 0);
}
