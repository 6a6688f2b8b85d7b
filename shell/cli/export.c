// psoas export: everything that is known about a person, as JSON Lines or as a table.
#include "shell/cli/data.h"
#include "shell/cli/export_csv.h"
#include "shell/cli/export_header.h"
#include "shell/cli/now.h"
#include "shell/cli/sink.h"
#include "shell/codec/event_json.h"

#include <string.h>

// ---- one person in each format ----

static cli_exit put_jsonl(sink *to, ps_instant made, const store_person *person,
                          const data_history *of)
{
    const cli *c = to->c;
    char made_text[PS_INSTANT_TEXT], created_text[PS_INSTANT_TEXT];
    ps_instant_format(made, made_text, sizeof made_text);
    ps_instant_format((ps_instant){person->created_ms, 0}, created_text, sizeof created_text);
    const export_header header = {
        .psoas = "export",
        .version = EXPORT_VERSION,
        .made = made_text,
        .program = PSOAS_VERSION,
        .catalogue = ps_catalogue_version,
        .notice = c->catalogue->consent.short_form,
        .person = {person->id, person->name, created_text},
        .events = of->count,
    };
    export_header_write(to->text, &header);
    buffer_text(to->text, "\n");
    for (int32_t i = 0; i < of->count; i++) {
        event_json_write(to->text, &of->events[i]);
        buffer_text(to->text, "\n");
        const cli_exit code = sink_pass(to);
        if (code != CLI_OK) return code;
    }
    return CLI_OK;
}

static cli_exit put_csv(sink *to, ps_instant made, const store_person *person,
                        const data_history *of)
{
    (void)made;
    for (int32_t i = 0; i < of->history.count; i++) {
        export_csv_rows(to->text, person->name, of->history.events[i]);
        const cli_exit code = sink_pass(to);
        if (code != CLI_OK) return code;
    }
    return CLI_OK;
}

static cli_exit put_digest(sink *to, ps_instant made, const store_person *person,
                           const data_history *of)
{
    (void)made;
    const uint64_t digest = ps_history_digest(&of->history);
    for (int32_t shift = 48; shift >= 0; shift -= 16) { // in groups, to be compared by eye
        buffer_format(to->text, "%04x%s", (unsigned)(digest >> shift & 0xffff), shift ? "-" : "  ");
    }
    buffer_format(to->text, "%s\n", person->name);
    return CLI_OK;
}

/// What can be printed about a person. The formats of --format come first, in its order.
static const struct {
    void (*begin)(buffer *to); ///< NULL: nothing
    cli_exit (*put)(sink *to, ps_instant made, const store_person *person, const data_history *of);
} formats[] = {
    {NULL,               put_jsonl },
    {export_csv_heading, put_csv   },
    {NULL,               put_digest},
};
enum { FORMAT_JSONL, FORMAT_DIGEST = PS_COUNT(formats) - 1 };

// ---- the command ----

static cli_exit put_people(sink *to, int32_t format, ps_instant made, store *from,
                           const data_people *people)
{
    if (formats[format].begin) formats[format].begin(to->text);
    for (int32_t i = 0; i < people->count; i++) {
        data_history of = {0};
        cli_exit code = data_read(to->c, from, &people->at[i], &of);
        if (code == CLI_OK) code = formats[format].put(to, made, &people->at[i], &of);
        data_forget(&of);
        if (code != CLI_OK) return code;
    }
    return CLI_OK;
}

static cli_exit choose_people(cli *c, store *from, data_people *people)
{
    if (cli_value(c, "all")) return data_people_of(c, from, people);
    people->at = cli_take(c, 1, sizeof *people->at);
    people->count = 1;
    return data_person(c, from, people->at);
}

static void put_done(cli *c, const data_people *people)
{
    buffer text = {0};
    int64_t events = 0;
    for (int32_t i = 0; i < people->count; i++) events += people->at[i].events;
    data_put_count(&text, events, "event", "events");
    buffer_text(&text, " of ");
    if (people->count == 1) {
        buffer_text(&text, people->at[0].name);
    } else {
        data_put_count(&text, people->count, "person", "people");
    }
    paper_format(&c->page, INK_PLAIN, "%s: %s. Only you can read it; it holds health data.",
                 cli_value(c, "output"), text.text);
    paper_flow(&c->page, 0);
    buffer_free(&text);
}

cli_exit export_history(cli *c)
{
    const char *path = cli_value(c, "output");
    const int32_t chosen = cli_choice(c, "format");
    const bool digest = cli_value(c, "digest") != NULL;
    if (cli_value(c, "all") && c->person) {
        return cli_usage(c, "--all and --person contradict each other");
    }
    if (digest && (chosen != PS_NONE || path)) {
        return cli_usage(c, "--digest stands alone: it prints no events");
    }
    if (cli_value(c, "force") && !path) return cli_usage(c, "--force is for --output");

    store *from = NULL;
    sink to = {.file = -1};
    ps_instant made = {0};
    data_people people = {0};
    cli_exit code = now_read(c, &made);
    if (code == CLI_OK) code = data_open(c, DATA_READ, &from);
    if (code == CLI_OK) code = choose_people(c, from, &people);
    if (code == CLI_OK) code = sink_open(&to, c, path, cli_value(c, "force") != NULL);
    if (code != CLI_OK) goto done;

    const int32_t format = digest ? FORMAT_DIGEST : chosen == PS_NONE ? FORMAT_JSONL : chosen;
    code = sink_close(&to, put_people(&to, format, made, from, &people));
    if (code == CLI_OK && path) put_done(c, &people);

done:
    store_close(from);
    return code;
}
