#include "yaml_tree.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

// ---- characters ----

/// The length of the UTF-8 character at `at` and the character itself; 0 when it is not one.
static int32_t take_character(ps_str text, int32_t at, uint32_t *character)
{
    const int32_t len = ps_utf8_len((ps_str){text.ptr + at, text.len - at});
    if (len == 0) return 0;
    const unsigned char lead = (unsigned char)text.ptr[at];
    uint32_t sum = len == 1 ? lead : lead & (0x7fu >> len);
    for (int32_t i = 1; i < len; i++) sum = sum << 6 | ((unsigned char)text.ptr[at + i] & 0x3f);
    *character = sum;
    return len;
}

/// Characters that nobody sees but that change what is read: controls, other line ends, marks of
/// byte order and of writing direction, and what is not a character at all. More than
/// ps_str_text_len refuses, as our own data has no need of them.
static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
           (c & 0xfffe) == 0xfffe;
}

/// Whether every byte of the file may be there; the first that may not is reported.
static bool check_bytes(const yaml_source *source, problems *found)
{
    const ps_str text = source->text;
    if (text.len > YAML_BYTES) {
        problems_add(found, source->name, (ps_place){1, 1},
                     "too long; want a file of at most %d bytes", YAML_BYTES);
        return false;
    }
    int32_t len = 0;
    for (int32_t at = 0; at < text.len; at += len) {
        uint32_t c = 0;
        len = take_character(text, at, &c);
        if (len > 0 && (c == '\n' || !is_control(c))) continue;

        const ps_place place = ps_str_place(text, at);
        if (len == 0) {
            problems_add(found, source->name, place, "not UTF-8");
        } else if (c == '\t') {
            problems_add(found, source->name, place, "a tab; want blanks");
        } else if (c == '\r') {
            problems_add(found, source->name, place,
                         "a carriage return; want lines that end in "
                         "a line feed alone");
        } else {
            problems_add(found, source->name, place, "control character U+%04X", (unsigned)c);
        }
        return false;
    }
    return true;
}

// ---- building the tree ----

/// libyaml counts characters, we count bytes: how far both have come.
typedef struct {
    size_t index;
    int32_t byte;
    ps_place at;
} cursor;

typedef struct {
    const yaml_source *source;
    ps_arena *arena;
    problems *found;
    cursor cursor;
    struct {
        yaml_value *value, *last;
        const yaml_value *key; ///< read, its value comes next
    } open[YAML_DEPTH];        ///< the lists and mappings that are not closed yet
    int32_t depth;
    const yaml_value *root;
    bool stopped; ///< what follows makes no sense any more
} builder;

static void move_to(builder *build, size_t index)
{
    const ps_str text = build->source->text;
    cursor at = build->cursor;
    if (index < at.index)
        at = (cursor){
            0, 0, {1, 1}
        };
    while (at.index < index && at.byte < text.len) {
        uint32_t c = 0;
        const int32_t len = take_character(text, at.byte, &c);
        at.index++;
        at.byte += len;
        at.at.column += len;
        if (c == '\n') at.at = (ps_place){at.at.line + 1, 1};
    }
    build->cursor = at;
}

static void stop(builder *build, ps_place at, const char *why)
{
    problems_add(build->found, build->source->name, at, "%s", why);
    build->stopped = true;
}

/// A new value where an event begins, or NULL when there is no room for it.
static yaml_value *new_value(builder *build, const yaml_event_t *event, yaml_kind kind)
{
    move_to(build, event->start_mark.index);
    yaml_value *value = ps_arena_take(build->arena, 1, sizeof *value);
    if (!value) {
        stop(build, build->cursor.at, "no room left for this file");
        return NULL;
    }
    value->kind = kind;
    value->from = build->cursor.byte;
    value->at = build->cursor.at;
    return value;
}

const yaml_value *yaml_member(const yaml_value *map, const char *key)
{
    const yaml_value *member = map->kind == YAML_MAP ? map->first : NULL;
    for (; member; member = member->next) {
        if (ps_str_is(member->key->text, key)) return member;
    }
    return NULL;
}

/// Whether the value can stand under `key` in the mapping; says why when it cannot.
static bool check_key(builder *build, const yaml_value *map, const yaml_value *key)
{
    if (key->kind == YAML_BROKEN) return false;
    const yaml_value *same = yaml_member(map, key->text.ptr);
    if (same) {
        const ps_str word = problems_shown(key->text);
        problems_add(build->found, build->source->name, key->at,
                     "'%.*s' again; it stands in line %d already", word.len, word.ptr,
                     same->key->at.line);
        return false;
    }
    if (map->count == YAML_KEYS) stop(build, key->at, "too many keys in one mapping");
    return !build->stopped;
}

/// Puts a value where it belongs: the root, the next item, the next key or the value of the key.
static void attach(builder *build, yaml_value *value)
{
    if (build->depth == 0) {
        build->root = value;
        return;
    }
    yaml_value *into = build->open[build->depth - 1].value;
    if (into->kind == YAML_MAP) {
        const yaml_value *key = build->open[build->depth - 1].key;
        build->open[build->depth - 1].key = key ? NULL : value;
        if (!key && (value->kind == YAML_LIST || value->kind == YAML_MAP)) {
            stop(build, value->at, "want a word as key");
        }
        if (!key || !check_key(build, into, key)) return;
        value->key = key;
    }
    yaml_value *last = build->open[build->depth - 1].last;
    if (last) {
        last->next = value;
    } else {
        into->first = value;
    }
    build->open[build->depth - 1].last = value;
    into->count++;
}

/// Whether the value has nothing in front of it that would change what it means.
static bool is_bare(builder *build, const yaml_value *value, bool anchor, bool tag)
{
    if (anchor) problems_add(build->found, build->source->name, value->at, "want no anchor");
    if (tag) problems_add(build->found, build->source->name, value->at, "want no tag");
    return !anchor && !tag;
}

static void open_value(builder *build, const yaml_event_t *event, yaml_kind kind, bool anchor,
                       bool tag)
{
    yaml_value *value = new_value(build, event, kind);
    if (!value) return;
    is_bare(build, value, anchor, tag);
    attach(build, value);
    if (build->stopped) return;
    if (build->depth == YAML_DEPTH) {
        stop(build, value->at, "too many lists and mappings inside each other");
        return;
    }
    build->open[build->depth].value = value;
    build->open[build->depth].last = NULL;
    build->open[build->depth].key = NULL;
    build->depth++;
}

/// Escapes can bring back what check_bytes keeps out.
static bool check_text(builder *build, const yaml_value *value)
{
    int32_t len = 1;
    for (int32_t at = 0; at < value->text.len; at += len) {
        uint32_t c = 0;
        len = take_character(value->text, at, &c);
        if (len > 0 && !is_control(c)) continue;
        if (c == '\n') {
            problems_add(build->found, build->source->name, value->at,
                         "a text of several lines; want one, which '>-' folds from many");
        } else {
            problems_add(build->found, build->source->name, value->at, "control character U+%04X",
                         (unsigned)c);
        }
        return false;
    }
    return true;
}

static void add_scalar(builder *build, const yaml_event_t *event)
{
    yaml_value *value = new_value(build, event, YAML_SCALAR);
    if (!value) return;
    const yaml_scalar_style_t style = event->data.scalar.style;
    const bool block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    value->style = block ? YAML_BLOCK : style == YAML_PLAIN_SCALAR_STYLE ? YAML_PLAIN : YAML_QUOTED;

    ps_str text = {(const char *)event->data.scalar.value, (int32_t)event->data.scalar.length};
    // the end of a block's last line belongs to the file, not to the text
    while (block && text.len > 0 && text.ptr[text.len - 1] == '\n') text.len--;
    const char *copy = ps_arena_text(build->arena, text);
    if (!copy) {
        stop(build, value->at, "no room left for this file");
        return;
    }
    value->text = (ps_str){copy, text.len};

    const bool bare =
        is_bare(build, value, event->data.scalar.anchor != NULL, event->data.scalar.tag != NULL);
    if (!bare || !check_text(build, value)) value->kind = YAML_BROKEN;
    attach(build, value);
}

static void add_alias(builder *build, const yaml_event_t *event)
{
    yaml_value *value = new_value(build, event, YAML_BROKEN);
    if (!value) return;
    value->text = PS_STR("");
    problems_add(build->found, build->source->name, value->at, "want no alias");
    attach(build, value);
}

static void begin_document(builder *build, const yaml_event_t *event)
{
    move_to(build, event->start_mark.index);
    const bool directives = event->data.document_start.version_directive != NULL ||
                            event->data.document_start.tag_directives.start !=
                                event->data.document_start.tag_directives.end;
    if (build->root) {
        stop(build, build->cursor.at, "want one document in a file");
    } else if (directives) {
        stop(build, build->cursor.at, "want no directive");
    }
}

static void take_event(builder *build, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        begin_document(build, event);
        break;
    case YAML_ALIAS_EVENT:
        add_alias(build, event);
        break;
    case YAML_SCALAR_EVENT:
        add_scalar(build, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_value(build, event, YAML_LIST, event->data.sequence_start.anchor != NULL,
                   event->data.sequence_start.tag != NULL);
        break;
    case YAML_MAPPING_START_EVENT:
        open_value(build, event, YAML_MAP, event->data.mapping_start.anchor != NULL,
                   event->data.mapping_start.tag != NULL);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        build->depth--;
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
}

static void report_syntax(builder *build, const yaml_parser_t *parser)
{
    ps_place at = ps_str_place(build->source->text, (int32_t)parser->problem_offset);
    if (parser->error != YAML_READER_ERROR) {
        move_to(build, parser->problem_mark.index);
        at = build->cursor.at;
    }
    const char *said = parser->problem ? parser->problem : "out of memory";
    const bool colon = strncmp(said, "mapping values", 14) == 0;
    problems_add(build->found, build->source->name, at, "not YAML: %s%s%s%s",
                 parser->context ? parser->context : "", parser->context ? ", " : "", said,
                 colon ? "; a text with ': ' in it wants quotes" : "");
    build->stopped = true;
}

const yaml_value *yaml_tree_read(const yaml_source *source, ps_arena *arena, problems *found)
{
    if (!check_bytes(source, found)) return NULL;
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        problems_add(found, source->name, (ps_place){1, 1}, "no memory left to read this file");
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)source->text.ptr,
                                 (size_t)source->text.len);

    builder build = {
        .source = source, .arena = arena, .found = found, .cursor.at = {1, 1}
    };
    bool ended = false;
    while (!ended && !build.stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            report_syntax(&build, &parser);
            break;
        }
        take_event(&build, &event);
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);

    if (build.stopped) return NULL;
    if (!build.root) problems_add(found, source->name, (ps_place){1, 1}, "empty");
    return build.root;
}

// ---- places inside a text ----

static bool is_blank(char c) { return c == ' ' || c == '\n'; }

ps_place yaml_place_in(const yaml_source *source, const yaml_value *scalar, int32_t column)
{
    const ps_str file = source->text, text = scalar->text;
    int32_t at = scalar->from;
    if (scalar->style == YAML_QUOTED) at++;
    if (scalar->style == YAML_BLOCK) {
        while (at < file.len && file.ptr[at] != '\n') at++;
    }

    // folding changes blanks and line ends; everything else stands in the file in the same order
    for (int32_t i = 0; i < text.len; i++) {
        if (is_blank(text.ptr[i])) continue;
        while (at < file.len && is_blank(file.ptr[at])) at++;
        if (at == file.len || file.ptr[at] != text.ptr[i]) return scalar->at;
        if (i >= column - 1) break;
        at++;
    }
    return ps_str_place(file, at);
}
