// psoas schema: the JSON Schema of what psoas prints, from the same tables that write it.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/schema_event.h"

#include <string.h>

/// What is printed without an envelope: the lines of an export.
static const struct {
    const char *kind;
    void (*put)(cli *c);
} lines[] = {
    {"export", schema_export},
    {"event",  schema_event },
};

const char *schema_kind(const ps_catalogue *catalogue, int32_t index)
{
    int32_t envelopes = 0;
    while (envelope_kind(catalogue, envelopes)) envelopes++;
    if (index < envelopes) return envelope_kind(catalogue, index);
    index -= envelopes;
    return index < PS_COUNT(lines) ? lines[index].kind : NULL;
}

static const char *kind_at(const void *context, int32_t index)
{
    return schema_kind(context, index);
}

cli_exit schema_show(cli *c)
{
    const char *kind = c->arguments[0];
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        if (strcmp(lines[i].kind, kind) != 0) continue;
        lines[i].put(c);
        return CLI_OK;
    }
    for (int32_t i = 0; envelope_kind(c->catalogue, i); i++) {
        if (strcmp(envelope_kind(c->catalogue, i), kind) != 0) continue;
        envelope_schema(c, kind);
        return CLI_OK;
    }
    const int32_t near = ps_closest(c->catalogue, kind_at, ps_str_of(kind));
    cli_unknown(c, CLI_NOT_FOUND, "kind of JSON", kind,
                near == PS_NONE ? NULL : schema_kind(c->catalogue, near));
    buffer_text(&c->messages, "Want one of:");
    for (int32_t i = 0; schema_kind(c->catalogue, i); i++) {
        buffer_format(&c->messages, " %s", schema_kind(c->catalogue, i));
    }
    buffer_text(&c->messages, "\n");
    return CLI_NOT_FOUND;
}
