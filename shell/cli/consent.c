// The text that everybody agrees to before the first question.
#include "shell/cli/setup.h"

#include <string.h>

const ps_event *consent_last(const ps_history *history)
{
    for (int32_t i = history->count - 1; i >= 0; i--) {
        if (history->events[i]->kind == PS_EVENT_consent_given) return history->events[i];
    }
    return NULL;
}

ps_event consent_event(const cli *c)
{
    return (ps_event){.kind = PS_EVENT_consent_given,
                      .as.consent_given = {.version = c->catalogue->consent.version}};
}

void consent_put(cli *c)
{
    const ps_consent *consent = &c->catalogue->consent;
    paper_heading(&c->page, consent->heading, NULL);
    for (int32_t i = 0; i < consent->points.count; i++) {
        paper_put(&c->page, INK_PLAIN, consent->points.at[i]);
        paper_item(&c->page, 2, INK_QUIET, "-", 2);
    }
}

bool consent_ask(cli *c)
{
    enum { ANSWER = 16 };
    char line[ANSWER];
    ps_answer answer = PS_ANSWER_NO;
    consent_put(c);
    paper_gap(&c->page);
    data_ask(c, "Do you agree? [y/N] ", line, sizeof line);
    return question_read_answer(ps_str_of(line), &answer) && answer == PS_ANSWER_YES;
}

// ---- psoas consent ----

/// Whether and when the person of this run has agreed.
static void put_state(cli *c, const ps_event *last)
{
    const char *version = c->catalogue->consent.version;
    paper_gap(&c->page);
    if (!last) {
        paper_put(&c->page, INK_PLAIN, "Not agreed to yet. 'psoas setup' asks.");
        paper_flow(&c->page, 0);
        return;
    }
    char when[NOW_TEXT];
    const char *given = last->as.consent_given.version;
    paper_format(&c->page, INK_PLAIN, "Agreed to version %s on %s.", given,
                 now_text(last->at, when));
    if (strcmp(given, version) != 0) {
        paper_format(&c->page, INK_CARE, " This is version %s: 'psoas setup' asks again.", version);
    }
    paper_flow(&c->page, 0);
}

cli_exit consent_show(cli *c)
{
    store *from = NULL;
    store_person person = {0};
    data_history read = {0};
    const ps_event *last = NULL;
    cli_exit code = data_open_if_there(c, DATA_READ, &from);
    if (code == CLI_OK && from) code = data_person(c, from, &person);
    if (code == CLI_OK && from) code = data_read(c, from, &person, &read);
    if (code != CLI_OK) goto done;
    if (from) last = consent_last(&read.history);
    consent_put(c);
    put_state(c, last);

done:
    data_forget(&read);
    store_close(from);
    return code;
}
