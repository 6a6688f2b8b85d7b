// What was compiled in is what data/ says: the C tables against the reader, the JSON file against
// the C tables, and the field tables against the structs, so that no member is forgotten.
//
// usage: test_catalogue_data DATA_DIR CATALOGUE.json
#include "ps/catalogue.h"
#include "shell/codec/json.h"
#include "tools/catalogue/derive.h"
#include "tools/catalogue/load.h"

#include "test.h"

#include <stdlib.h>

static const char *data_folder, *json_file;

// ---- the field tables ----

enum { STRUCTS_MAX = 128, ROW_TEXT = 128 };

/// Bytes and alignment of a type in C.
typedef struct {
    size_t size, align;
} layout;

#define LAYOUT(T) ((layout){sizeof(T), _Alignof(T)})

static layout layout_of_notation(const ps_notation *notation)
{
    if (notation == &ps_dose_notation) return LAYOUT(ps_dose);
    if (notation == &ps_load_notation) return LAYOUT(ps_load);
    return LAYOUT(ps_rule);
}

static layout layout_of(const ps_field *field)
{
    layout inner = {0, 1};
    switch (field->type) {
    case PS_FIELD_BOOL:
        return LAYOUT(bool);
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
    case PS_FIELD_REF:
        return LAYOUT(int32_t);
    case PS_FIELD_LONG:
        return LAYOUT(int64_t);
    case PS_FIELD_NUMBER:
        return LAYOUT(double);
    case PS_FIELD_TEXT:
    case PS_FIELD_OPTIONAL:
        return LAYOUT(void *);
    case PS_FIELD_RANGE:
        return LAYOUT(ps_range);
    case PS_FIELD_MARKED:
        return LAYOUT(ps_marked);
    case PS_FIELD_LIST:
        return LAYOUT(ps_list);
    case PS_FIELD_NOTATION:
        return layout_of_notation(field->notation);
    case PS_FIELD_STRUCT:
        inner.size = field->of->size;
        for (int32_t i = 0; i < field->of->count; i++) {
            const layout member = layout_of(&field->of->fields[i]);
            if (inner.align < member.align) inner.align = member.align;
        }
        return inner;
    }
    return inner;
}

static size_t padded(size_t end, size_t align) { return (end + align - 1) / align * align; }

/// The field that begins first at or behind `from`, or NULL.
static const ps_field *next_field(const ps_struct *of, size_t from)
{
    const ps_field *next = NULL;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        if (field->offset >= from && (!next || field->offset < next->offset)) next = field;
    }
    return next;
}

/// Fields lie one behind the other with nothing but the compiler's padding between them.
static void check_covered(const ps_struct *of)
{
    size_t end = 0, align = 1;
    int32_t count = 0;
    for (const ps_field *field = NULL; (field = next_field(of, end)) != NULL; count++) {
        char row[ROW_TEXT];
        snprintf(row, sizeof row, "%s.%s", of->c_name, field->name);
        const layout in_c = layout_of(field);
        CHECK(row, field->offset == padded(end, in_c.align));
        end = field->offset + in_c.size;
        if (align < in_c.align) align = in_c.align;
    }
    CHECK(of->c_name, count == of->count); // none inside another
    CHECK(of->c_name, of->size == padded(end, align));
}

static void no_member_is_forgotten(void)
{
    const ps_struct *all[STRUCTS_MAX] = {&ps_catalogue_struct};
    int32_t count = 1;
    for (int32_t at = 0; at < count; at++) {
        check_covered(all[at]);
        for (int32_t i = 0; i < all[at]->count; i++) {
            const ps_struct *of = all[at]->fields[i].of;
            bool known = !of;
            for (int32_t k = 0; k < count; k++) known = known || all[k] == of;
            if (!known && count < STRUCTS_MAX) all[count++] = of;
        }
    }
    CHECK("structs", count > 50 && count < STRUCTS_MAX);
}

// ---- the C tables ----

static int32_t compared; ///< values, to know that the walk went everywhere

static bool same_struct(const ps_struct *of, const char *a, const char *b);

static const char *pointer_at(const char *at)
{
    const char *value = NULL;
    memcpy(&value, at, sizeof value);
    return value;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_notation(const ps_notation *notation, const char *a, const char *b)
{
    if (notation == &ps_rule_notation) {
        return ps_rule_same((const ps_rule *)(const void *)a, (const ps_rule *)(const void *)b);
    }
    return memcmp(a, b, notation->size) == 0; // nothing but whole numbers and padded names
}

/// One value; `type` is that of the field or of the items of its list.
static bool same_value(const ps_field *field, ps_field_type type, const char *a, const char *b)
{
    ps_list x, y;
    compared++;
    switch (type) {
    case PS_FIELD_BOOL:
        return *(const bool *)a == *(const bool *)b;
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
    case PS_FIELD_REF:
        return memcmp(a, b, sizeof(int32_t)) == 0;
    case PS_FIELD_LONG:
        return memcmp(a, b, sizeof(int64_t)) == 0;
    case PS_FIELD_NUMBER:
        return memcmp(a, b, sizeof(double)) == 0;
    case PS_FIELD_RANGE:
        return memcmp(a, b, sizeof(ps_range)) == 0;
    case PS_FIELD_TEXT:
        return same_text(pointer_at(a), pointer_at(b));
    case PS_FIELD_NOTATION:
        return same_notation(field->notation, a, b);
    case PS_FIELD_MARKED:
        return memcmp(a, b, sizeof(int32_t)) == 0 &&
               same_text(pointer_at(a + offsetof(ps_marked, text)),
                         pointer_at(b + offsetof(ps_marked, text)));
    case PS_FIELD_STRUCT:
        return same_struct(field->of, a, b);
    case PS_FIELD_OPTIONAL:
        if (!pointer_at(a) || !pointer_at(b)) return pointer_at(a) == pointer_at(b);
        return same_struct(field->of, pointer_at(a), pointer_at(b));
    case PS_FIELD_LIST:
        memcpy(&x, a, sizeof x);
        memcpy(&y, b, sizeof y);
        if (x.count != y.count) return false;
        for (int32_t i = 0; i < x.count; i++) {
            const size_t at = (size_t)i * ps_field_item_size(field);
            if (!same_value(field, field->item, (const char *)x.at + at, (const char *)y.at + at)) {
                return false;
            }
        }
        return true;
    }
    return false;
}

static bool same_struct(const ps_struct *of, const char *a, const char *b)
{
    bool same = true;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        char row[ROW_TEXT];
        snprintf(row, sizeof row, "%s.%s", of->c_name, field->name);
        const bool equal = same_value(field, field->type, a + field->offset, b + field->offset);
        CHECK(row, equal);
        same = same && equal;
    }
    return same;
}

static void tables_are_what_was_read(void)
{
    static loading from;
    ps_catalogue read;
    load_open(&from, data_folder, &ps_catalogue_struct, &read);
    CHECK("data", from.found.count == 0);
    if (from.found.count == 0) {
        derive(&read, &from);
        CHECK("all", same_struct(&ps_catalogue_struct, (const char *)&read,
                                 (const char *)&ps_catalogue_builtin));
        CHECK("everywhere", compared > 10000);
    }
    load_close(&from);
}

// ---- the JSON file ----

static void json_is_what_was_compiled_in(void)
{
    const ps_names names = ps_catalogue_names(&ps_catalogue_builtin);
    buffer want = {0}, got = {0};
    json_write(&want, &ps_catalogue_struct, &ps_catalogue_builtin, &names, 0);

    FILE *in = fopen(json_file, "rb");
    CHECK("open", in != NULL);
    if (!in) return;
    char chunk[1 << 14];
    size_t len = 0;
    while ((len = fread(chunk, 1, sizeof chunk, in)) > 0) buffer_add(&got, chunk, len);
    fclose(in);
    CHECK("bytes", got.text && got.len == want.len && memcmp(got.text, want.text, want.len) == 0);

    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < got.len; i++) {
        hash = (hash ^ (unsigned char)got.text[i]) * UINT64_C(0x100000001b3);
    }
    char version[17];
    snprintf(version, sizeof version, "%016" PRIx64, hash);
    CHECK_TEXT("version", ps_catalogue_version, version);

    // it goes to every browser: a jump in size should be noticed
    CHECK("size", got.len > 150000 && got.len < 400000);
    printf("# %zu bytes of JSON\n", got.len);
    buffer_free(&want);
    buffer_free(&got);
}

static void look_ups_find(void)
{
    const ps_catalogue *all = &ps_catalogue_builtin;
    const ps_exercise *march = ps_exercise_find(all, PS_STR("psoas-march"));
    CHECK("exercise", march && strcmp(march->id, "psoas-march") == 0);
    CHECK("rungs", march && march->engine.rungs.count > 0);
    CHECK("unknown", ps_exercise_find(all, PS_STR("psoas-marsh")) == NULL);
    CHECK("conflict", ps_conflict_find(all, PS_STR("X01")) != NULL);
    CHECK("slug", ps_conflict_find(all, PS_STR("static-stretching")) != NULL);
}

int main(int argc, char **argv)
{
    static const test_case cases[] = {
        TEST_CASE(no_member_is_forgotten),
        TEST_CASE(tables_are_what_was_read),
        TEST_CASE(json_is_what_was_compiled_in),
        TEST_CASE(look_ups_find),
    };
    if (argc != 3) {
        fprintf(stderr, "usage: %s DATA_DIR CATALOGUE.json\n", argv[0]);
        return 2;
    }
    data_folder = argv[1];
    json_file = argv[2];
    return test_main(cases, PS_COUNT(cases));
}
