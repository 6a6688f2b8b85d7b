// What the data commands share: the store, the person, their history, questions.
#include "shell/cli/data.h"

#include "shell/cli/wrap.h"

#include <string.h>

enum { SPARE_ROOM = 1 << 20, TRIES = 5 };

// ---- the store ----

static ps_code open_store(cli *c, data_access access, store **opened, ps_error *err)
{
    const store_options options = {.read_only = access == DATA_READ,
                                   .create = access == DATA_CREATE};
    return store_open_sqlite(cli_data(c), options, opened, err);
}

static cli_exit no_data_yet(cli *c)
{
    cli_complain(c, CLI_NOT_FOUND, "there are no data in %s yet", cli_data(c));
    buffer_text(&c->messages,
                "'psoas person add NAME' makes them. Are they elsewhere? Say so with --data.\n");
    return CLI_NOT_FOUND;
}

cli_exit data_open(cli *c, data_access access, store **opened)
{
    const cli_exit code = data_open_if_there(c, access, opened);
    return code == CLI_OK && !*opened ? no_data_yet(c) : code;
}

cli_exit data_open_if_there(cli *c, data_access access, store **opened)
{
    ps_error err = {0};
    *opened = NULL;
    const ps_code code = open_store(c, access, opened, &err);
    if (code == PS_OK || (code == PS_MISSING && access != DATA_CREATE)) return CLI_OK;
    return cli_fail(c, &err);
}

// ---- people ----

cli_exit data_people_of(cli *c, store *from, data_people *people)
{
    ps_error err = {0};
    int32_t count = 0;
    ps_code code = store_people(from, NULL, 0, &count, &err);
    if (code != PS_OK) return cli_fail(c, &err);

    const int32_t cap = count;
    people->at = cli_take(c, cap, sizeof *people->at);
    code = store_people(from, people->at, cap, &count, &err);
    if (code != PS_OK) return cli_fail(c, &err);
    people->count = count < cap ? count : cap; // somebody may have come or gone
    return CLI_OK;
}

cli_exit data_person_named(cli *c, store *from, const char *name, store_person *found)
{
    ps_error err = {0};
    if (store_person_find(from, name, found, &err) == PS_OK) return CLI_OK;
    return cli_fail(c, &err);
}

cli_exit data_person(cli *c, store *from, store_person *found)
{
    const char *name = c->person ? c->person : c->world->variable("PSOAS_PERSON");
    if (name && *name) return data_person_named(c, from, name, found);

    data_people people = {0};
    const cli_exit code = data_people_of(c, from, &people);
    if (code != CLI_OK) return code;
    if (people.count == 1) {
        *found = people.at[0];
        return CLI_OK;
    }
    if (people.count == 0) {
        cli_complain(c, CLI_NOT_FOUND, "there is nobody here yet");
        buffer_text(&c->messages, "'psoas person add NAME' adds somebody.\n");
        return CLI_NOT_FOUND;
    }
    buffer names = {0};
    for (int32_t i = 0; i < people.count; i++) {
        buffer_format(&names, "%s%s", i > 0 ? ", " : "", people.at[i].name);
    }
    cli_usage(c, "whose data? Add --person NAME; there are: %s", names.text);
    buffer_free(&names);
    return CLI_USAGE;
}

// ---- their histories ----

static ps_code fetch_once(store *from, const store_person *person, data_history *read,
                          ps_error *err)
{
    size_t bytes = 0;
    ps_code code = store_read_size(from, person->id, &bytes, err);
    if (code != PS_OK) return code;

    // events may come in while we read
    const int32_t events = (int32_t)person->events + SPARE_ROOM / (int32_t)sizeof(ps_event);
    code = room_open(bytes + SPARE_ROOM + ps_history_size(events), &read->room, err);
    if (code == PS_OK) {
        code = store_read(from, person->id, &read->room, &read->events, &read->count, err);
    }
    if (code == PS_OK) {
        code = ps_history_fold(read->events, read->count, &read->room, &read->history, err);
    }
    if (code != PS_OK) data_forget(read);
    return code;
}

ps_code data_fetch(store *from, const store_person *person, data_history *read, ps_error *err)
{
    ps_code code = PS_NOMEM;
    for (int32_t i = 0; i < TRIES && code == PS_NOMEM; i++) {
        code = fetch_once(from, person, read, err);
    }
    return code;
}

cli_exit data_read(cli *c, store *from, const store_person *person, data_history *read)
{
    ps_error err = {0};
    return data_fetch(from, person, read, &err) == PS_OK ? CLI_OK : cli_fail(c, &err);
}

void data_forget(data_history *of)
{
    room_close(&of->room);
    *of = (data_history){0};
}

// ---- words ----

void data_put_count(buffer *to, int64_t count, const char *one, const char *many)
{
    buffer_format(to, "%lld %s", (long long)count, count == 1 ? one : many);
}

void data_put_days(buffer *to, ps_day first, ps_day last)
{
    char text[PS_DAY_TEXT];
    ps_day_format(first, text, sizeof text);
    buffer_text(to, text);
    if (first == last) return;
    ps_day_format(last, text, sizeof text);
    buffer_format(to, " to %s", text);
}

void data_put_bytes(buffer *to, int64_t bytes)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB"};
    int64_t tenths = (bytes + 50) / 100; // of a kB
    int32_t unit = 0;
    while (tenths >= 10000 && unit + 1 < PS_COUNT(units)) {
        tenths = (tenths + 500) / 1000;
        unit++;
    }
    const long long whole = tenths / 10;
    if (whole >= 10) {
        buffer_format(to, "%lld %s", (long long)((tenths + 5) / 10), units[unit]);
    } else {
        buffer_format(to, "%lld.%lld %s", whole, (long long)(tenths % 10), units[unit]);
    }
}

void data_put_line(cli *c, const char *label, buffer *text)
{
    paper_put(&c->page, INK_PLAIN, text->text);
    paper_item(&c->page, 0, INK_QUIET, label, DATA_LABEL);
    buffer_clear(text);
}

// ---- questions ----

bool data_can_ask(const cli *c) { return c->world->can_ask && !c->json; }

/// A question too long for the page is broken between words; the answer stands behind it.
static void put_question(cli *c, const char *question)
{
    enum { ANSWER_COLUMNS = 4 };
    buffer *text = &c->page.text;
    if (text_columns(ps_str_of(question)) + ANSWER_COLUMNS <= c->page.width) {
        buffer_text(text, question);
        return;
    }
    paper_put(&c->page, INK_PLAIN, question);
    paper_flow(&c->page, (int32_t)strspn(question, " "));
    text->text[--text->len] = '\0';
    buffer_text(text, " ");
}

bool data_ask(cli *c, const char *question, char *answer, int32_t cap)
{
    put_question(c, question);
    answer[0] = '\0';
    if (cli_flush(c) != CLI_OK) return false;
    if (c->world->read_line(c->world->context, answer, cap)) return true;
    answer[0] = '\0';
    buffer_text(&c->page.text, "\n"); // the end of input has moved no cursor
    return false;
}

bool data_go_on(cli *c, const char *question, cli_exit *refused)
{
    if (cli_value(c, "yes")) return true;
    if (!data_can_ask(c)) {
        *refused = cli_usage(c, "nobody can be asked here; add --yes");
        return false;
    }
    char answer[8];
    buffer text = {0};
    buffer_format(&text, "%s [y/N] ", question);
    data_ask(c, text.text, answer, sizeof answer);
    buffer_free(&text);
    if (strcmp(answer, "y") == 0 || strcmp(answer, "Y") == 0 || strcmp(answer, "yes") == 0) {
        return true;
    }
    *refused = cli_complain(c, CLI_FAILED, "nothing was changed");
    return false;
}
