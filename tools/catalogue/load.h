/// load.h — a folder of YAML files as one document.
///
/// A field `x` of the root that is a list comes from x.yaml, a YAML list, or where there is a
/// folder x/ from its files, one record each, in the order of their names, which are the ids. A
/// field that is a struct comes from x.yaml, a YAML mapping. Every file has to be one of these;
/// names that begin with a dot are left alone (editors keep their locks and backups there).
#ifndef PS_TOOLS_LOAD_H
#define PS_TOOLS_LOAD_H

#include "places.h"
#include "problems.h"
#include "ps/field.h"

enum { LOAD_INPUTS_MAX = 1000, LOAD_FIELDS_MAX = 64, LOAD_ROOM = 128 << 20 };

/// What was read and what was found on the way. Lives until load_close, and must not move.
typedef struct {
    ps_arena arena; ///< the document and its texts
    problems found;
    places places;
    const ps_struct *root_of;
    const void *root;
    ps_names names;                      ///< looks up ids in the document
    const char *inputs[LOAD_INPUTS_MAX]; ///< every file and folder that was looked at
    int32_t input_count;
} loading;

/// Reads the document in `folder` into `root`, root_of->size bytes. It is whole only when
/// found.count is 0 afterwards.
void load_open(loading *to, const char *folder, const ps_struct *root_of, void *root);
void load_close(loading *of);

/// Adds a problem with the place that `value` was read from, or with the whole folder.
void load_report(loading *to, const void *value, const char *format, ...) PS_PRINTF(3, 4);

#endif
