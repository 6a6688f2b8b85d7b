// Laws: any file is read by the tables of the catalogue or refused, and every complaint has a place
// inside the file and a text that can be shown; what is read without one obeys its table, survives
// JSON and can be written as C. The first byte chooses the table.
#include "ps/catalogue.h"
#include "shell/codec/json.h"
#include "tools/catalogue/emit.h"
#include "tools/catalogue/yaml_read.h"

#include <stdlib.h>
#include <string.h>

static void obey(bool law)
{
    if (!law) abort();
}

// the same few ids in every list
static const char *const ids[] = {"S000", "psoas-march", "half-kneel", "lump_groin", "BALANCE"};

static const char *id_at(const void *context, const char *list, int32_t index)
{
    (void)context;
    (void)list;
    return index >= 0 && index < PS_COUNT(ids) ? ids[index] : NULL;
}

static int32_t find_id(const void *context, const char *list, ps_str id)
{
    const char *known = NULL;
    for (int32_t i = 0; (known = id_at(context, list, i)) != NULL; i++) {
        if (ps_str_is(id, known)) return i;
    }
    return PS_NONE;
}

static const ps_names names = {NULL, find_id, id_at};

/// Bytes of the line, or -1 when there is no such line.
static int32_t line_length(ps_str text, int32_t line)
{
    int32_t at = 0;
    for (; line > 1 && at < text.len; at++) line -= text.ptr[at] == '\n';
    if (line > 1) return -1;
    int32_t len = 0;
    while (at + len < text.len && text.ptr[at + len] != '\n') len++;
    return len;
}

static void check_problems(const problems *found, const yaml_source *source)
{
    for (int32_t i = 0; i < found->count && i < PROBLEMS_MAX; i++) {
        const problem *one = &found->found[i];
        obey(one->file == source->name && one->text[0] != '\0');
        obey(one->at.line >= 1 && one->at.column >= 1);
        obey(one->at.column <= line_length(source->text, one->at.line) + 1);
        for (const char *at = one->text; *at; at++) obey((unsigned char)*at >= 0x20);
    }
}

static void check_value(const ps_struct *of, const void *value)
{
    static char memory[8 << 20], again[1 << 16];
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    obey(ps_struct_check(of, value, NULL) == PS_OK);

    buffer first = {0}, second = {0}, c = {0};
    json_write(&first, of, value, &names, 0);
    obey(of->size <= sizeof again);
    const ps_str text = {first.text, (int32_t)first.len};
    if (!strstr(first.text, "\"rungs")) { // computed fields are written but not read
        obey(json_read(text, of, &names, &arena, again, NULL) == PS_OK);
        json_write(&second, of, again, &names, 0);
        obey(first.len == second.len && memcmp(first.text, second.text, first.len) == 0);
    }
    emit_document(&c, of, value, "value");
    obey(c.len > 0);
    buffer_free(&first);
    buffer_free(&second);
    buffer_free(&c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ps_arena arena;
    static _Alignas(max_align_t) char value[1 << 16];
    static problems found;
    if (size == 0) return 0;
    if (!arena.base && room_open(256 << 20, &arena, NULL) != PS_OK) abort();
    ps_arena_rewind(&arena, 0);

    const ps_struct *of = ps_catalogue_struct.fields[data[0] % ps_catalogue_struct.count].of;
    const yaml_source source = {
        "x.yaml", {(const char *)data + 1, (int32_t)size - 1}
    };
    places places = {0};
    found.count = 0;
    obey(of->size <= sizeof value);
    memset(value, 0, of->size);
    const yaml_value *root = yaml_tree_read(&source, &arena, &found);
    obey(root || found.count > 0);
    if (root) yaml_read(&(yaml_reader){&source, &names, &arena, &places, &found}, of, root, value);

    check_problems(&found, &source);
    if (found.count == 0) check_value(of, value);
    places_free(&places);
    return 0;
}
