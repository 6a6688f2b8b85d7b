// psoas person: who shares this machine's data.
#include "shell/cli/data.h"
#include "shell/cli/envelope.h"
#include "shell/cli/now.h"
#include "shell/cli/reports.h"

#include <string.h>

enum { COLUMNS = 4, DAY_COLUMNS = 10, INDENT = 2 };

// ---- list ----

/// "2026-11-21": the day of an instant on this machine's calendar. Lives as long as the run.
static const char *day_text(cli *c, int64_t ms, ps_instant now)
{
    char text[NOW_TEXT];
    now_text((ps_instant){ms, now.offset_min}, text);
    text[DAY_COLUMNS] = '\0';
    return cli_text(c, text);
}

static void put_json(cli *c, const data_people *people)
{
    person_report *reports = cli_take(c, people->count, sizeof *reports);
    const void **items = cli_take(c, people->count, sizeof *items);
    for (int32_t i = 0; i < people->count; i++) {
        char created[PS_INSTANT_TEXT];
        ps_instant_format((ps_instant){people->at[i].created_ms, 0}, created, sizeof created);
        reports[i] = (person_report){
            .id = people->at[i].id,
            .name = people->at[i].name,
            .created = cli_text(c, created),
            .events = people->at[i].events,
        };
        items[i] = &reports[i];
    }
    envelope_write(c, "person", items, people->count);
}

static void put_table(cli *c, const data_people *people, ps_instant now)
{
    static const paper_column columns[COLUMNS] = {
        {"name",    INK_NAME },
        {"history", INK_PLAIN},
        {"since",   INK_QUIET},
        {"id",      INK_QUIET},
    };
    const char **cells = cli_take(c, people->count * COLUMNS, sizeof *cells);
    for (int32_t i = 0; i < people->count; i++) {
        const store_person *person = &people->at[i];
        buffer events = {0};
        data_put_count(&events, person->events, "event", "events");
        cells[i * COLUMNS] = person->name;
        cells[i * COLUMNS + 1] = cli_text(c, events.text);
        cells[i * COLUMNS + 2] = day_text(c, person->created_ms, now);
        cells[i * COLUMNS + 3] = person->id;
        buffer_free(&events);
    }
    paper_table(&c->page, columns, COLUMNS, cells, people->count);
}

cli_exit person_list(cli *c)
{
    store *from = NULL;
    ps_instant now = {0};
    data_people people = {0};
    cli_exit code = now_read(c, &now);
    if (code == CLI_OK) code = data_open_if_there(c, DATA_READ, &from);
    if (code == CLI_OK && from) code = data_people_of(c, from, &people);
    if (code != CLI_OK) goto done;

    if (c->json) {
        put_json(c, &people);
    } else if (people.count > 0) {
        put_table(c, &people, now);
    } else {
        paper_format(&c->page, INK_PLAIN, "Nobody yet in %s.", cli_data(c));
        paper_flow(&c->page, 0);
        paper_put(&c->page, INK_PLAIN, "Add somebody: ");
        paper_put(&c->page, INK_NAME, "psoas person add NAME");
        paper_flow(&c->page, 0);
    }

done:
    store_close(from);
    return code;
}

// ---- add, rename ----

/// A path in one piece, so that it can be copied.
static void put_path(cli *c, const char *path)
{
    paper_put(&c->page, INK_NAME, path);
    paper_row(&c->page, INDENT);
}

cli_exit person_add(cli *c)
{
    store *to = NULL;
    ps_error err = {0};
    store_person added = {0};
    data_people people = {0};
    cli_exit code = data_open(c, DATA_CREATE, &to);
    if (code != CLI_OK) return code;
    if (store_person_add(to, c->arguments[0], NULL, &added, &err) != PS_OK) {
        code = cli_fail(c, &err);
        goto done;
    }
    code = data_people_of(c, to, &people);
    if (code != CLI_OK) goto done;
    paper_format(&c->page, INK_PLAIN, "%s is added.", added.name);
    if (people.count == 1) paper_put(&c->page, INK_PLAIN, " The data are in this folder:");
    paper_flow(&c->page, 0);
    if (people.count == 1) put_path(c, cli_data(c));

done:
    store_close(to);
    return code;
}

cli_exit person_rename(cli *c)
{
    store *in = NULL;
    ps_error err = {0};
    store_person person = {0}, now = {0};
    cli_exit code = data_open(c, DATA_WRITE, &in);
    if (code == CLI_OK) code = data_person_named(c, in, c->arguments[0], &person);
    if (code != CLI_OK) goto done;
    if (store_person_rename(in, person.id, c->arguments[1], &err) != PS_OK) {
        code = cli_fail(c, &err);
        goto done;
    }
    code = data_person_named(c, in, person.id, &now);
    if (code != CLI_OK) goto done;
    paper_format(&c->page, INK_PLAIN, "%s is now called %s.", person.name, now.name);
    paper_flow(&c->page, 0);

done:
    store_close(in);
    return code;
}

// ---- delete ----

/// What will go. A history that cannot be read can be deleted like any other.
static void put_losses(cli *c, store *from, const store_person *person)
{
    ps_error err = {0};
    buffer text = {0};
    data_history read = {0};
    const data_history *of = &read;
    const ps_code code = data_fetch(from, person, &read, &err);
    data_put_count(&text, person->events, "event", "events");
    if (code != PS_OK) {
        buffer_text(&text, ", not all of which can be read");
    } else if (of->count > 0) {
        buffer_text(&text, " from ");
        data_put_days(&text, ps_local_day(of->events[0].at),
                      ps_local_day(of->events[of->count - 1].at));
    }
    paper_format(&c->page, INK_PLAIN, "%s has %s.", person->name, text.text);
    paper_flow(&c->page, 0);
    paper_put(&c->page, INK_CARE,
              "Deleting cannot be undone. Backups, exports and files that restores have put aside "
              "are not touched; delete them yourself.");
    paper_flow(&c->page, 0);
    buffer_free(&text);
    data_forget(&read);
}

/// Asks for the name, because this cannot be undone.
static bool is_wanted(cli *c, const store_person *person, cli_exit *refused)
{
    if (cli_value(c, "yes")) return true;
    if (!data_can_ask(c)) {
        *refused = cli_usage(c, "nobody can be asked here; add --yes to delete %s", person->name);
        return false;
    }
    char answer[STORE_NAME_MAX + 2];
    paper_gap(&c->page);
    data_ask(c, "Type the name to delete, or press Enter to keep everything: ", answer,
             sizeof answer);
    if (strcmp(answer, person->name) == 0) return true;
    *refused = cli_complain(c, CLI_FAILED, "nothing was deleted");
    return false;
}

cli_exit person_delete(cli *c)
{
    store *in = NULL;
    ps_error err = {0};
    store_person person = {0};
    cli_exit code = data_open(c, DATA_WRITE, &in);
    if (code == CLI_OK) code = data_person_named(c, in, c->arguments[0], &person);
    if (code != CLI_OK) goto done;

    put_losses(c, in, &person);
    if (!is_wanted(c, &person, &code)) goto done;
    if (store_person_delete(in, person.id, &err) != PS_OK) {
        code = cli_fail(c, &err);
        goto done;
    }
    paper_format(&c->page, INK_PLAIN, "%s is deleted.", person.name);
    paper_flow(&c->page, 0);

done:
    store_close(in);
    return code;
}
