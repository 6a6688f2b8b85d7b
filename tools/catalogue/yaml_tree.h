/// yaml_tree.h — a YAML file as a tree of values that know where they stand.
///
/// Only the part of YAML that cannot surprise. Refused, each with its place: bytes that are not
/// UTF-8, tabs and other control characters, anchors, aliases, tags, directives, a second
/// document, keys that are not plain words, a key twice, texts of several lines, and everything
/// beyond the limits. What a scalar means is decided by the table it is read with, not by its
/// look: `no` is a text where a text is wanted.
///
/// The tree is built from libyaml's events: its documents forget anchors and expand aliases.
#ifndef PS_TOOLS_YAML_TREE_H
#define PS_TOOLS_YAML_TREE_H

#include "problems.h"
#include "ps/base.h"

enum {
    YAML_BYTES = 1 << 20, ///< of a file
    YAML_DEPTH = 16,      ///< lists and mappings inside each other
    YAML_KEYS = 100       ///< of a mapping
};

typedef struct {
    const char *name; ///< as it stands in messages
    ps_str text;
} yaml_source;

typedef enum {
    YAML_SCALAR,
    YAML_LIST,
    YAML_MAP,
    YAML_BROKEN ///< refused already: readers pass over it in silence
} yaml_kind;

typedef enum { YAML_PLAIN, YAML_QUOTED, YAML_BLOCK } yaml_style;

typedef struct yaml_value yaml_value;
struct yaml_value {
    yaml_kind kind;
    yaml_style style; ///< of a scalar
    ps_place at;
    int32_t from;            ///< byte of the file where it begins
    ps_str text;             ///< of a scalar: one line, NUL-terminated, without control characters
    const yaml_value *key;   ///< of a member of a mapping
    const yaml_value *first; ///< of a list or mapping
    const yaml_value *next;  ///< its neighbour in the list or mapping
    int32_t count;           ///< items or members
};

/// Reads a whole file; NULL when it is so wrong that there is no tree. The tree lives in `arena`
/// and does not need `source`. Whatever is wrong with it is added to `found`.
const yaml_value *yaml_tree_read(const yaml_source *source, ps_arena *arena, problems *found);

/// The member of a mapping with this key, or NULL; also of what is not a mapping.
const yaml_value *yaml_member(const yaml_value *map, const char *key);

/// Where the byte `column` (from 1) of a scalar's text stands in its file, also in texts that are
/// folded over several lines. A text with escapes is not taken apart: its beginning.
ps_place yaml_place_in(const yaml_source *source, const yaml_value *scalar, int32_t column);

#endif
