// The tables in docs/user/data.md are those of the program: made from the field tables that read
// and write exports, and from the columns of the spreadsheet. They stand between marks:
//
//     <!-- table: NAME -->
//     <!-- end -->
//
// usage: test_data_doc FILE             compares
//        test_data_doc FILE --update    writes the tables into the file
#include "shell/cli/export_csv.h"
#include "shell/cli/export_header.h"
#include "shell/codec/event_json.h"

#include "test.h"

#include <stdlib.h>

enum { WHAT_TEXT = 256 };

// ---- what a field holds, in words ----

static void put_names(buffer *to, const ps_enum *names)
{
    for (int32_t i = 0; i < names->count; i++) {
        buffer_format(to, "%s`%s`", i > 0 ? ", " : "", names->names[i]);
    }
}

static void put_type(buffer *to, const ps_field *field, ps_field_type type)
{
    const ps_limits limits = ps_field_limits(field);
    switch (type) {
    case PS_FIELD_BOOL:
        buffer_text(to, "true or false");
        break;
    case PS_FIELD_INT:
    case PS_FIELD_LONG:
        buffer_text(to, "whole number");
        if (limits.max < INT32_MAX) {
            buffer_format(to, " %lld to %lld", (long long)limits.min, (long long)limits.max);
        }
        break;
    case PS_FIELD_NUMBER:
        buffer_format(to, "number %lld to %lld", (long long)limits.min, (long long)limits.max);
        break;
    case PS_FIELD_TEXT:
        buffer_format(to, "%s of at most %lld bytes", field->id ? "id" : "text",
                      (long long)limits.max);
        break;
    case PS_FIELD_ENUM:
        put_names(to, field->names);
        break;
    case PS_FIELD_NOTATION:
        buffer_format(to, "%s: `%s`", field->notation->name, field->notation->example);
        break;
    case PS_FIELD_STRUCT:
    case PS_FIELD_OPTIONAL:
        buffer_text(to, "object");
        break;
    case PS_FIELD_LIST:
        buffer_format(to, "list of %lld to %lld ", (long long)field->min, (long long)field->max);
        if (field->item == PS_FIELD_STRUCT) {
            buffer_text(to, "objects");
        } else {
            buffer_text(to, "items, each ");
            put_type(to, field, field->item);
        }
        break;
    case PS_FIELD_RANGE:
    case PS_FIELD_REF:
    case PS_FIELD_MARKED: // no event has these
        abort();
    }
}

/// The rows of a struct; those of structs inside it have their path in front.
static void put_rows(buffer *to, const ps_struct *of, const char *path)
{
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        buffer_format(to, "| `%s%s` | ", path, field->name);
        put_type(to, field, field->type);
        const bool optional = !field->required && field->type != PS_FIELD_BOOL;
        buffer_format(to, "%s | %s |\n", optional ? "; optional" : "", field->doc);
        if (!field->of) continue;
        buffer inner = {0};
        buffer_format(&inner, "%s%s%s", path, field->name,
                      field->type == PS_FIELD_LIST ? "[]." : ".");
        put_rows(to, field->of, inner.text);
        buffer_free(&inner);
    }
}

static void put_heading(buffer *to)
{
    buffer_text(to, "| key | holds | which is |\n|---|---|---|\n");
}

// ---- the tables ----

static void put_header(buffer *to)
{
    put_heading(to);
    put_rows(to, &export_header_struct, "");
}

static void put_event(buffer *to)
{
    put_heading(to);
    put_rows(to, &event_json_struct, "");
    buffer_text(to, "| `body` | object | What else is to be said; see below. |\n");
}

static void put_bodies(buffer *to)
{
    for (int32_t i = 0; i < ps_event_kind_names.count; i++) {
        const ps_struct *body = ps_event_body((ps_event_kind)i);
        buffer_format(to, "%s**%s** – %s\n\n", i > 0 ? "\n" : "", ps_event_kind_names.names[i],
                      body->doc);
        put_heading(to);
        put_rows(to, body, "");
        if (i != PS_EVENT_corrected) continue;
        buffer_text(to, "| `with` | object | What is right: `at`, `kind` and `body` of the event, "
                        "of the same kind. |\n");
    }
}

static void put_columns(buffer *to)
{
    const char *name = NULL, *doc = NULL;
    buffer_text(to, "| column | holds |\n|---|---|\n");
    for (int32_t i = 0; (name = export_csv_column(i, &doc)) != NULL; i++) {
        buffer_format(to, "| `%s` | %s |\n", name, doc);
    }
}

static const struct {
    const char *name;
    void (*put)(buffer *to);
} tables[] = {
    {"header",  put_header },
    {"event",   put_event  },
    {"bodies",  put_bodies },
    {"columns", put_columns},
};

// ---- the file ----

static bool read_all(const char *path, buffer *text)
{
    char bytes[4096];
    FILE *file = fopen(path, "rb");
    buffer_text(text, "");
    if (!file) return false;
    for (size_t got = 0; (got = fread(bytes, 1, sizeof bytes, file)) > 0;) {
        buffer_add(text, bytes, got);
    }
    return fclose(file) == 0;
}

/// The text with its table `name` replaced; false when it has no such place.
static bool replaced(const char *text, const char *name, const char *table, buffer *to)
{
    char mark[WHAT_TEXT];
    snprintf(mark, sizeof mark, "<!-- table: %s -->\n", name);
    const char *begin = strstr(text, mark);
    const char *end = begin ? strstr(begin, "<!-- end -->\n") : NULL;
    if (!end) return false;
    begin += strlen(mark);
    buffer_add(to, text, (size_t)(begin - text));
    buffer_format(to, "\n%s\n%s", table, end);
    return true;
}

static bool write_all(const char *path, const buffer *text)
{
    FILE *file = fopen(path, "wb");
    const bool wrote = file && fwrite(text->text, 1, text->len, file) == text->len;
    return file && fclose(file) == 0 && wrote;
}

int main(int count, char **words)
{
    buffer text = {0};
    int failed = 0;
    const bool update = count == 3 && strcmp(words[2], "--update") == 0;
    if (count < 2 || !read_all(words[1], &text)) return 2;
    printf("TAP version 13\n1..%d\n", (int)PS_COUNT(tables));
    for (int32_t i = 0; i < PS_COUNT(tables); i++) {
        buffer table = {0}, next = {0};
        tables[i].put(&table);
        const bool there = replaced(text.text, tables[i].name, table.text, &next);
        const bool same = there && strcmp(next.text, text.text) == 0;
        printf("%s %d - %s\n", same || update ? "ok" : "not ok", (int)i + 1, tables[i].name);
        if (!same && !update) {
            printf("# run: test_data_doc %s --update\n", words[1]);
            failed = 1;
        }
        if (update && there) {
            buffer_clear(&text);
            buffer_text(&text, next.text);
        }
        buffer_free(&table);
        buffer_free(&next);
    }
    if (update && !write_all(words[1], &text)) failed = 2;
    buffer_free(&text);
    return failed;
}
