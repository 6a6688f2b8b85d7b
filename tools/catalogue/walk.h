/// walk.h — visits every value of a document by its field tables.
#ifndef PS_TOOLS_WALK_H
#define PS_TOOLS_WALK_H

#include "ps/field.h"

enum { WALK_DEPTH_MAX = 8 }; ///< structs inside structs

/// Where a value stands. Valid during the visit only.
typedef struct {
    const char *list;      ///< member of the root that holds it: "exercises", "copy"
    const ps_struct *of;   ///< the struct that holds it
    const void *record;    ///< the same, in memory
    const ps_field *field; ///< NULL for a record as a whole
    ps_field_type type;    ///< of the value: that of the field, or of one item of a list
    const void *value;     ///< NULL for a record as a whole
} walk_at;

typedef void walk_visit(void *context, const walk_at *at);

/// Visits the whole of `root`: each record, then its fields in order, each list before its items.
void walk_document(const ps_struct *root_of, const void *root, walk_visit *visit, void *context);

/// The same for one record of the list called `list`.
void walk_record(const char *list, const ps_struct *of, const void *record, walk_visit *visit,
                 void *context);

#endif
