// psoas setup: from nothing to a plan, by questions or by a file; later one thing at a time.
#include "shell/cli/setup.h"

#include <string.h>

const char *setup_field_at(const ps_catalogue *catalogue, int32_t index)
{
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        const ps_intake_field *field = &catalogue->intake_fields.at[i];
        if (field->type == PS_ASK_DERIVED || !field->ask) continue;
        if (index-- == 0) return field->id;
    }
    return NULL;
}

const ps_event *setup_told(const ps_history *history, const char *field)
{
    for (int32_t i = history->count - 1; i >= 0; i--) {
        const ps_event *event = history->events[i];
        const bool told = event->kind == PS_EVENT_intake_given;
        if (told && strcmp(event->as.intake_given.field, field) == 0) return event;
    }
    return NULL;
}

void put_command_line(cli *c, const char *before, const char *command)
{
    paper_put(&c->page, INK_PLAIN, before);
    paper_put(&c->page, INK_NAME, command);
    paper_flow(&c->page, 0);
}

// ---- where nobody can be asked ----

cli_exit setup_put_open(cli *c, const coach_run *run)
{
    const cli_exit code = coach_run_needs_plan(c, run);
    if (code == CLI_OK || c->json) return code;
    paper_gap(&c->page);
    put_command_line(c, "To answer by a file: ", "psoas setup --template > me.txt");
    put_command_line(c, "and, when it is filled in: ", "psoas setup --from me.txt");
    return code;
}

static cli_exit nobody_to_ask(cli *c)
{
    cli_usage(c, "nobody can be asked here");
    buffer_text(&c->messages, "'psoas setup --template > me.txt' prints a file to fill in, "
                              "'psoas setup --from me.txt' reads it.\n");
    return CLI_USAGE;
}

// ---- asking ----

cli_exit setup_has_data(cli *c, bool *there)
{
    store *opened = NULL;
    const cli_exit code = data_open_if_there(c, DATA_READ, &opened);
    *there = opened != NULL;
    store_close(opened);
    return code;
}

static cli_exit not_agreed(cli *c)
{
    cli_complain(c, CLI_FAILED, "without your consent nothing is asked; nothing was stored");
    buffer_text(&c->messages,
                "All exercises, programmes and sources stay open to read: 'psoas exercise list', "
                "'psoas why'.\nWhen you change your mind: 'psoas setup'.\n");
    return CLI_FAILED;
}

/// Consent comes before anything is stored, even before there is a place to store it.
static cli_exit open_with_consent(cli *c, coach_run *run)
{
    bool there = false;
    cli_exit code = setup_has_data(c, &there);
    if (code != CLI_OK) return code;
    if (!there && !consent_ask(c)) return not_agreed(c);

    code = coach_run_open(c, DATA_CREATE, run);
    if (code != CLI_OK || run->coach->told.consented) return code;
    if (there && !consent_ask(c)) return not_agreed(c);
    ps_event event = consent_event(c);
    return coach_run_add(c, run, &event, 1);
}

// ---- the command ----

static bool is_given(const cli *c, const char *option) { return cli_value(c, option) != NULL; }

cli_exit setup(cli *c)
{
    coach_run run = {0};
    const char *path = cli_value(c, "from");
    const int32_t forms = is_given(c, "template") + (path != NULL) + (c->argument_count > 0);
    if (forms > 1) return cli_usage(c, "choose one: --template, --from FILE, or FIELD VALUE");
    if (is_given(c, "template")) return setup_template(c);
    if (path) return setup_from(c, path);
    if (c->argument_count > 0) return setup_change(c);
    if (!data_can_ask(c)) return nobody_to_ask(c);

    cli_exit code = open_with_consent(c, &run);
    if (code == CLI_OK) code = setup_talk(c, &run);
    coach_run_close(&run);
    return code;
}
