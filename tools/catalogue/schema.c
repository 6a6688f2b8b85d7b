#include "schema.h"

#include "shell/codec/json.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { NAME_TEXT = 128 };

/// The same schema for a list of what it describes.
static void make_list(json_t *schema, const ps_field *field)
{
    json_t *items = json_object();
    json_object_set(items, "$ref", json_object_get(schema, "$ref"));
    json_object_del(schema, "$ref");
    json_object_set_new(schema, "description", json_string(field->doc));
    json_object_set_new(schema, "type", json_string("array"));
    json_object_set_new(schema, "minItems", json_integer(field->min));
    json_object_set_new(schema, "maxItems", json_integer(field->max));
    json_object_set_new(schema, "items", items);
}

void schema_write(buffer *to, const ps_field *field, bool record_files)
{
    char name[NAME_TEXT];
    buffer text = {0};
    snprintf(name, sizeof name, "%s.json", field->name);
    json_schema(&text, field->of, name);
    json_t *schema = json_loadb(text.text, text.len, 0, NULL);
    buffer_free(&text);
    if (field->type == PS_FIELD_LIST && !record_files) make_list(schema, field);

    char *shown = json_dumps(schema, JSON_INDENT(2));
    json_decref(schema);
    if (!shown) {
        fprintf(stderr, "catalogue: no schema for %s\n", field->name);
        exit(EXIT_FAILURE);
    }
    buffer_text(to, shown);
    buffer_text(to, "\n");
    free(shown);
}
