#include "load.h"

#include "yaml_read.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/// A record of a list before it is read: its tree, and the file it is from.
typedef struct {
    const yaml_source *source;
    const yaml_value *value;
} record;

/// The records of a field of the root; one for a struct.
typedef struct {
    record *at;
    int32_t count;
} records;

typedef struct {
    const char *name, *path;
    mode_t mode;
    bool read;
} entry;

typedef struct {
    entry at[LOAD_INPUTS_MAX];
    int32_t count;
} listing;

// ---- files and folders ----

static bool has_room(loading *to, const char *path)
{
    if (to->input_count < LOAD_INPUTS_MAX) return true;
    problems_add(&to->found, path, (ps_place){0}, "too many files; want at most %d",
                 LOAD_INPUTS_MAX);
    return false;
}

static void *take(loading *to, const char *path, int32_t count, size_t size)
{
    void *taken = ps_arena_take(&to->arena, count, size);
    if (!taken) problems_add(&to->found, path, (ps_place){0}, "no room left for this file");
    return taken;
}

/// "folder/name" in the arena, or NULL.
static const char *join(loading *to, const char *folder, const char *name)
{
    const size_t len = strlen(folder) + strlen(name) + 2;
    if (len > INT32_MAX) return NULL;
    char *path = take(to, folder, (int32_t)len, 1);
    if (path) snprintf(path, len, "%s/%s", folder, name);
    return path;
}

/// The name of a file without its ".yaml"; an empty text when it has none.
static ps_str stem_of(const char *name)
{
    const ps_str whole = ps_str_of(name), ending = PS_STR(".yaml");
    const int32_t len = whole.len - ending.len;
    if (len < 1 || !ps_str_is(ending, name + len)) return (ps_str){name, 0};
    return (ps_str){name, len};
}

/// By the stems, so that "march" comes before "march-travel" as the ids do.
static int by_stem(const void *a, const void *b)
{
    const entry *left = a, *right = b;
    const ps_str x = stem_of(left->name), y = stem_of(right->name);
    const int order = memcmp(x.ptr, y.ptr, (size_t)(x.len < y.len ? x.len : y.len));
    return order != 0 ? order : x.len != y.len ? x.len - y.len : strcmp(left->name, right->name);
}

static void add_entry(loading *to, const char *folder, const char *name, listing *in)
{
    struct stat status;
    const char *path = join(to, folder, name);
    const char *copy = path ? path + strlen(folder) + 1 : NULL;
    if (!path || in->count == LOAD_INPUTS_MAX) return;
    if (lstat(path, &status) != 0) {
        problems_add(&to->found, path, (ps_place){0}, "cannot look at it: %s", strerror(errno));
    } else if (S_ISLNK(status.st_mode)) {
        problems_add(&to->found, path, (ps_place){0}, "a symbolic link; want the file itself");
    } else if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
        problems_add(&to->found, path, (ps_place){0}, "neither a file nor a folder");
    } else {
        in->at[in->count++] = (entry){copy, path, status.st_mode, false};
    }
}

/// What is in a folder, sorted. Symbolic links are refused: data is what the repository holds.
static bool list_folder(loading *to, const char *folder, listing *in)
{
    in->count = 0;
    DIR *open = opendir(folder);
    if (!open) {
        problems_add(&to->found, folder, (ps_place){0}, "cannot open it: %s", strerror(errno));
        return false;
    }
    if (has_room(to, folder)) to->inputs[to->input_count++] = folder;
    const struct dirent *next = NULL;
    while ((next = readdir(open)) != NULL) {
        if (next->d_name[0] != '.') add_entry(to, folder, next->d_name, in);
    }
    closedir(open);
    qsort(in->at, (size_t)in->count, sizeof in->at[0], by_stem);
    return true;
}

static bool read_bytes(loading *to, const char *path, ps_str *text)
{
    FILE *in = fopen(path, "rb");
    buffer bytes = {0};
    char chunk[1 << 14];
    size_t got = in ? 1 : 0;
    while (got > 0 && bytes.len <= YAML_BYTES) { // the tree refuses what is longer
        got = fread(chunk, 1, sizeof chunk, in);
        buffer_add(&bytes, chunk, got);
    }
    const bool failed = !in || ferror(in);
    if (failed) {
        problems_add(&to->found, path, (ps_place){0}, "cannot read it: %s", strerror(errno));
    }
    if (in) fclose(in);

    const ps_str all = {bytes.text, (int32_t)bytes.len};
    const char *copy = failed ? NULL : ps_arena_text(&to->arena, all);
    *text = (ps_str){copy, all.len};
    buffer_free(&bytes);
    return copy != NULL;
}

/// The tree of a file and its source, or NULL.
static const yaml_value *read_file(loading *to, const char *path, const yaml_source **source)
{
    yaml_source *made = take(to, path, 1, sizeof *made);
    if (!made || !has_room(to, path)) return NULL;
    to->inputs[to->input_count++] = path;
    made->name = path;
    *source = made;
    const yaml_value *tree =
        read_bytes(to, path, &made->text) ? yaml_tree_read(made, &to->arena, &to->found) : NULL;
    if (!tree) to->found.unread = true;
    return tree;
}

// ---- first pass: the trees, and the ids in order ----

static yaml_reader reader_of(loading *to, const yaml_source *source)
{
    return (yaml_reader){source, &to->names, &to->arena, &to->places, &to->found};
}

static entry *entry_called(listing *in, ps_str stem, bool folder)
{
    for (int32_t i = 0; i < in->count; i++) {
        entry *here = &in->at[i];
        const ps_str name = folder ? ps_str_of(here->name) : stem_of(here->name);
        if (S_ISDIR(here->mode) == folder && ps_str_same(name, stem)) return here;
    }
    return NULL;
}

/// The value that holds the id of a record: its first field; NULL when it has none.
static const yaml_value *id_of(const ps_struct *of, const yaml_value *value)
{
    if (value->kind == YAML_SCALAR) return of->shorthand ? value : NULL;
    const yaml_value *id = yaml_member(value, of->fields[0].name);
    return id && id->kind == YAML_SCALAR ? id : NULL;
}

static void add_file_record(loading *to, const ps_field *field, entry *from, record *made)
{
    const ps_str stem = stem_of(from->name);
    if (!S_ISREG(from->mode) || stem.len == 0) {
        problems_add(&to->found, from->path, (ps_place){0}, "nothing reads this; want %s/ID.yaml",
                     field->name);
        return;
    }
    made->value = read_file(to, from->path, &made->source);
    if (!made->value) return;
    const yaml_value *id = id_of(field->of, made->value);
    if (id && !ps_str_same(id->text, stem)) {
        const ps_str shown = problems_shown(id->text);
        problems_add(&to->found, from->path, id->at, "%s: '%.*s' is not the name of the file",
                     id->key ? id->key->text.ptr : "id", shown.len, shown.ptr);
    }
}

/// A record for every file in a folder.
static records open_folder(loading *to, const ps_field *field, const entry *folder)
{
    records made = {0};
    listing *in = take(to, folder->path, 1, sizeof *in);
    if (!in || !list_folder(to, folder->path, in)) return made;
    made.at = take(to, folder->path, in->count, sizeof *made.at);
    for (int32_t i = 0; made.at && i < in->count; i++) {
        add_file_record(to, field, &in->at[i], &made.at[made.count]);
        if (made.at[made.count].value) made.count++;
    }
    const yaml_source source = {folder->path, PS_STR("")};
    const yaml_reader reader = reader_of(to, &source);
    yaml_check_count(&reader, field, (ps_place){1, 1}, in->count);
    return made;
}

/// A record for every item of a file, or one for all of it when the field is a struct.
static records open_file(loading *to, const ps_field *field, const entry *file)
{
    records made = {0};
    const yaml_source *source = NULL;
    const yaml_value *value = read_file(to, file->path, &source);
    if (!value) return made;
    const bool list = field->type == PS_FIELD_LIST;
    if (list && value->kind != YAML_LIST) {
        problems_add(&to->found, file->path, value->at, "%s: want a list, not %s", field->name,
                     yaml_kind_text(value));
        return made;
    }
    const yaml_reader reader = reader_of(to, source);
    if (list) yaml_check_count(&reader, field, value->at, value->count);

    made.at = take(to, file->path, list ? value->count : 1, sizeof *made.at);
    if (made.at && !list) made.at[made.count++] = (record){source, value};
    for (const yaml_value *item = list && made.at ? value->first : NULL; item; item = item->next) {
        made.at[made.count++] = (record){source, item};
    }
    return made;
}

static records open_field(loading *to, const char *folder, const ps_field *field, listing *in)
{
    const ps_str name = ps_str_of(field->name);
    entry *file = entry_called(in, name, false);
    entry *files = field->type == PS_FIELD_LIST ? entry_called(in, name, true) : NULL;
    if (file) file->read = true;
    if (files) files->read = true;
    if (file && files) {
        problems_add(&to->found, file->path, (ps_place){0},
                     "stands beside the folder %s/; want one "
                     "of them",
                     field->name);
        return (records){0};
    }
    if (files) return open_folder(to, field, files);
    if (file) return open_file(to, field, file);
    if (field->required) {
        problems_add(&to->found, folder, (ps_place){0}, "%s.yaml: missing. %s", field->name,
                     field->doc ? field->doc : "");
    }
    return (records){0};
}

static void check_unique(loading *to, const ps_struct *of, const records *all, int32_t index)
{
    const record *here = &all->at[index];
    const yaml_value *id = id_of(of, here->value);
    for (int32_t i = 0; id && i < index; i++) {
        const yaml_value *other = id_of(of, all->at[i].value);
        if (!other || !ps_str_same(id->text, other->text)) continue;
        const ps_str shown = problems_shown(id->text);
        problems_add(&to->found, here->source->name, id->at,
                     "%s: '%.*s' is taken already, %s:%d:%d", of->fields[0].name, shown.len,
                     shown.ptr, all->at[i].source->name, other->at.line, other->at.column);
        return;
    }
}

/// Makes the list with nothing but its ids, so that references find them before they are read.
static void put_ids(loading *to, const ps_field *field, const records *all, char *root)
{
    if (all->count == 0) return;
    assert(field->of->fields[0].type == PS_FIELD_TEXT);
    char *items = take(to, all->at[0].source->name, all->count, field->of->size);
    if (!items) return;
    for (int32_t i = 0; i < all->count; i++) {
        const yaml_value *id = id_of(field->of, all->at[i].value);
        const char *text = id ? id->text.ptr : "";
        memcpy(items + (size_t)i * field->of->size + field->of->fields[0].offset, &text,
               sizeof text);
        check_unique(to, field->of, all, i);
    }
    const ps_list list = {items, all->count};
    memcpy(root + field->offset, &list, sizeof list);
}

// ---- second pass: the values ----

static void read_field(loading *to, const ps_field *field, const records *all, char *root)
{
    char *items = root + field->offset;
    if (field->type == PS_FIELD_LIST) {
        ps_list list;
        memcpy(&list, root + field->offset, sizeof list);
        items = (char *)list.at; // made by put_ids and still to be filled
    }
    for (int32_t i = 0; items && i < all->count; i++) {
        const yaml_reader reader = reader_of(to, all->at[i].source);
        yaml_read(&reader, field->of, all->at[i].value, items + (size_t)i * field->of->size);
    }
}

static int32_t find_id(const void *context, const char *list, ps_str id)
{
    const loading *in = context;
    return ps_document_find(in->root_of, in->root, list, id);
}

static const char *id_at(const void *context, const char *list, int32_t index)
{
    const loading *in = context;
    return ps_document_id(in->root_of, in->root, list, index);
}

static bool is_read(const ps_field *field)
{
    if (field->derived) return false;
    assert(field->type == PS_FIELD_STRUCT ||
           (field->type == PS_FIELD_LIST && field->item == PS_FIELD_STRUCT));
    return true;
}

static void load_fields(loading *to, const char *folder, listing *in, char *root)
{
    records all[LOAD_FIELDS_MAX] = {{0}};
    const ps_struct *of = to->root_of;
    assert(of->count <= LOAD_FIELDS_MAX);
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (!is_read(field)) continue;
        all[i] = open_field(to, folder, field, in);
        if (field->type == PS_FIELD_LIST) put_ids(to, field, &all[i], root);
    }
    for (int32_t i = 0; i < of->count; i++) read_field(to, &of->fields[i], &all[i], root);

    for (int32_t i = 0; i < in->count; i++) {
        if (in->at[i].read) continue;
        problems_add(&to->found, in->at[i].path, (ps_place){0}, "nothing reads this");
    }
}

void load_open(loading *to, const char *folder, const ps_struct *root_of, void *root)
{
    *to = (loading){.root_of = root_of, .root = root};
    to->names = (ps_names){.context = to, .find = find_id, .id = id_at};
    memset(root, 0, root_of->size);
    ps_error err = {0};
    if (room_open(LOAD_ROOM, &to->arena, &err) != PS_OK) {
        problems_add(&to->found, folder, (ps_place){0}, "%s", err.text);
        return;
    }
    listing *in = take(to, folder, 1, sizeof *in);
    if (in && list_folder(to, folder, in)) load_fields(to, folder, in, root);
}

void load_close(loading *of)
{
    places_free(&of->places);
    room_close(&of->arena);
}

void load_report(loading *to, const void *value, const char *format, ...)
{
    char text[PROBLEM_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);

    ps_place at = {0};
    const char *file = to->input_count > 0 ? to->inputs[0] : "data";
    places_find(&to->places, value, &file, &at);
    problems_add(&to->found, file, at, "%s", text);
}
