/// yaml_read.h — YAML in by field tables: checks a tree value by value and fills a struct.
///
/// How values stand in YAML, beyond what json.h says of JSON:
///
///     a truth     true or false, bare        a number   bare: 12, -3, 0.5
///     a text      bare, quoted or a block    a struct   a mapping; with `shorthand` also its first
///                                                       value alone: `prone-lying`
#ifndef PS_TOOLS_YAML_READ_H
#define PS_TOOLS_YAML_READ_H

#include "places.h"
#include "ps/field.h"
#include "yaml_tree.h"

typedef struct {
    const yaml_source *source;
    const ps_names *names; ///< resolves references
    ps_arena *arena;
    places *places; ///< where everything stands; NULL: not wanted
    problems *found;
} yaml_reader;

/// Reads `from` into `value`: zeroed memory of of->size bytes. Texts live as long as the tree,
/// lists as long as the arena. Everything that is wrong is reported, not only the first; then
/// `value` is filled as far as possible.
void yaml_read(const yaml_reader *in, const ps_struct *of, const yaml_value *from, void *value);

/// Whether a count of items is what a list field wants; reports it when not.
bool yaml_check_count(const yaml_reader *in, const ps_field *field, ps_place at, int32_t count);

/// "a list", "nothing": what a value is, for messages.
const char *yaml_kind_text(const yaml_value *value);

#endif
