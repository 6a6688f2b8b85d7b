// From a command line to today: the store, the person, the history, the coach; and back: events.
#include "shell/cli/coach_run.h"

#include "shell/cli/coach_words.h"
#include "shell/cli/setup.h"

#include <assert.h>
#include <string.h>

// ---- opening ----

/// How the first person is called when nobody says it.
static const char first_name[] = "me";

static cli_exit nothing_yet(cli *c)
{
    cli_complain(c, CLI_NOT_FOUND, "there are no data in %s yet", cli_data(c));
    buffer_text(&c->messages, "'psoas setup' begins. Are they elsewhere? Say so with --data.\n");
    return CLI_NOT_FOUND;
}

/// The person of this run; the first one is made when there is nobody and `make` is on.
static cli_exit find_person(cli *c, bool make, coach_run *run)
{
    data_people people = {0};
    const cli_exit code = data_people_of(c, run->in, &people);
    if (code != CLI_OK) return code;
    if (people.count > 0 || !make) return data_person(c, run->in, &run->person);

    const char *name = c->person ? c->person : c->world->variable("PSOAS_PERSON");
    ps_error err = {0};
    if (!name || !*name) name = first_name;
    if (store_person_add(run->in, name, NULL, &run->person, &err) == PS_OK) return CLI_OK;
    return cli_fail(c, &err);
}

/// Reads the history and makes the coach of it.
static cli_exit look(cli *c, coach_run *run)
{
    ps_error err = {0};
    data_forget(&run->read);
    room_close(&run->room);
    run->coach = NULL;
    const cli_exit code = data_read(c, run->in, &run->person, &run->read);
    if (code != CLI_OK) return code;

    const ps_history *history = &run->read.history;
    const size_t size = sizeof *run->coach + ps_coach_size(c->catalogue, history);
    enum { ALIGNMENT = 64 };
    ps_coach *coach = NULL;
    if (room_open(size + ALIGNMENT, &run->room, &err) != PS_OK) return cli_fail(c, &err);
    coach = ps_arena_take(&run->room, 1, sizeof *coach);
    assert(coach);
    if (ps_coach_make(c->catalogue, history, run->today, &run->room, coach, &err) != PS_OK) {
        return cli_fail(c, &err);
    }
    run->coach = coach;
    return CLI_OK;
}

static cli_exit set_clock(cli *c, coach_run *run)
{
    const cli_exit code = now_read(c, &run->now);
    if (code == CLI_OK) run->today = ps_local_day(run->now);
    return code;
}

cli_exit coach_run_open(cli *c, data_access access, coach_run *run)
{
    *run = (coach_run){0};
    cli_exit code = set_clock(c, run);
    if (code == CLI_OK) code = data_open_if_there(c, access, &run->in);
    if (code == CLI_OK && !run->in) code = nothing_yet(c);
    if (code == CLI_OK) code = find_person(c, access == DATA_CREATE, run);
    if (code == CLI_OK) code = look(c, run);
    return code;
}

/// Whether somebody is named, or there is only one person.
static cli_exit is_somebody(cli *c, const coach_run *run, bool *somebody)
{
    const char *name = c->person ? c->person : c->world->variable("PSOAS_PERSON");
    data_people people = {0};
    const cli_exit code = data_people_of(c, run->in, &people);
    *somebody = people.count == 1 || (name && *name);
    return code;
}

cli_exit coach_run_open_if_here(cli *c, coach_run *run)
{
    *run = (coach_run){0};
    bool somebody = false;
    cli_exit code = data_open_if_there(c, DATA_READ, &run->in);
    if (code == CLI_OK && run->in) code = is_somebody(c, run, &somebody);
    if (code != CLI_OK || !somebody) return code;
    code = set_clock(c, run);
    if (code == CLI_OK) code = find_person(c, false, run);
    if (code == CLI_OK) code = look(c, run);
    return code;
}

void coach_run_close(coach_run *run)
{
    data_forget(&run->read);
    room_close(&run->room);
    store_close(run->in);
    *run = (coach_run){0};
}

// ---- adding ----

/// Now, and not before the latest entry when clocks differ a little: what is told later counts.
static ps_instant instant_for(const coach_run *run)
{
    const int64_t last = run->read.history.last_ms;
    const bool close = run->now.ms < last && last - run->now.ms <= NOW_SLACK_MS;
    return (ps_instant){close ? last : run->now.ms, run->now.offset_min};
}

static cli_exit fill_in(cli *c, const coach_run *run, ps_event *events, int32_t count)
{
    ps_error err = {0};
    int64_t sequence = 0;
    const ps_instant at = instant_for(run);
    if (store_next_sequence(run->in, run->person.id, &sequence, &err) != PS_OK) {
        return cli_fail(c, &err);
    }
    for (int32_t i = 0; i < count; i++) {
        events[i].person = run->person.id;
        events[i].device = store_device(run->in);
        events[i].sequence = sequence + i;
        if (events[i].at.ms == 0) events[i].at = at;
    }
    return CLI_OK;
}

cli_exit coach_run_add(cli *c, coach_run *run, ps_event *events, int32_t count)
{
    ps_error err = {0};
    // somebody may have thought about a question for an hour
    cli_exit code = set_clock(c, run);
    if (code == CLI_OK) {
        const int64_t newest = now_newest(run->read.events, run->read.count, store_device(run->in));
        code = now_check(c, run->now, newest);
    }
    if (code == CLI_OK) code = fill_in(c, run, events, count);
    if (code != CLI_OK) return code;
    if (store_append(run->in, events, count, NULL, &err) != PS_OK) return cli_fail(c, &err);
    return look(c, run);
}

// ---- no plan ----

static void put_next(cli *c, const char *before, const char *command, const char *behind)
{
    paper_put(&c->page, INK_PLAIN, before);
    paper_put(&c->page, INK_NAME, command);
    paper_put(&c->page, INK_PLAIN, behind);
    paper_flow(&c->page, 0);
}

/// What opens it again; the coach counts nothing that was begun on the day of the stop.
static void put_way_back(cli *c, const ps_programme_stop *stop)
{
    const bool no_success = stop->kind == PS_STOP_NO_SUCCESS;
    buffer text = {0};
    buffer_text(&text, no_success ? "After somebody has seen you, or when something has changed: "
                                  : "When you want to go on: ");
    buffer_text(&text, "answer all safety questions anew, on a day after ");
    words_day(&text, stop->day);
    buffer_text(&text, ": ");
    put_next(c, text.text, "psoas screen --new", "");
    buffer_free(&text);
    if (!no_success) return;
    put_next(c, "When it is better after all, and good enough for you: ",
             "psoas progress --change better --enough yes", "");
}

static void put_stopped(cli *c, const coach_run *run)
{
    paper_put(&c->page, INK_CARE, "The programme is paused.");
    paper_flow(&c->page, 0);
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, words_stop(run->coach->stop.kind));
    paper_put(&c->page, INK_PLAIN,
              " Pausing now is the sensible thing to do. Please have it looked at by a doctor or a "
              "physiotherapist before you go on.");
    paper_flow(&c->page, 0);
    paper_gap(&c->page);
    put_next(c, "For them, on one page: ", "psoas screen --summary", "");
    put_way_back(c, &run->coach->stop);
}

static void put_consent_missing(cli *c, const coach_run *run)
{
    const bool agreed_before = consent_last(&run->read.history) != NULL;
    paper_put(&c->page, INK_PLAIN,
              agreed_before ? "The text that you agreed to has changed. Please read it again."
                            : "There is no plan yet. It begins with a few questions about you and "
                              "your hip.");
    paper_flow(&c->page, 0);
    paper_gap(&c->page);
    put_next(c, "Next: ", "psoas setup", "");
}

cli_exit coach_run_needs_plan(cli *c, const coach_run *run)
{
    const ps_coach_stage stage = run->coach->stage;
    if (stage == PS_COACH_READY) return CLI_OK;
    if (c->json) {
        screen_put_json(c, run);
        return CLI_REFUSED;
    }
    switch (stage) {
    case PS_COACH_CONSENT:
        put_consent_missing(c, run);
        break;
    case PS_COACH_QUESTIONS:
        screen_put_open(c, run);
        break;
    case PS_COACH_REFUSED:
        refusal_put(c, run);
        break;
    case PS_COACH_STOPPED:
        put_stopped(c, run);
        break;
    case PS_COACH_READY:
        break;
    }
    return CLI_REFUSED;
}
