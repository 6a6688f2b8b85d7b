// The page for a person who gets no plan, and the page for the clinician.
#include "shell/cli/coach_words.h"
#include "shell/cli/flag_evidence.h"
#include "shell/cli/setup.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, LABEL = 12 };

static const ps_told *told_of(const coach_run *run) { return &run->coach->told; }

/// The text of a field: "DE". NULL while nothing was told.
static const char *text_of(const cli *c, const coach_run *run, const char *id)
{
    const int32_t field = ps_intake_field_find(c->catalogue, ps_str_of(id));
    return field == PS_NONE ? NULL : told_of(run)->texts[field];
}

static ps_refusal_page page_of(const cli *c, const coach_run *run)
{
    const char *country = text_of(c, run, "country");
    ps_refusal_page page;
    ps_screen_refusal(c->catalogue, &told_of(run)->screened, ps_str_of(country ? country : ""),
                      &page);
    return page;
}

// ---- what was answered ----

/// "Is there a lump in your groin?  yes", word for word.
static void put_answers(cli *c, const coach_run *run, int32_t flag)
{
    const flag_answers answers = flag_answers_of(c, run, flag);
    for (int32_t i = 0; i < answers.count; i++) {
        paper_format(&c->page, INK_PLAIN, "%s ", answers.at[i].ask);
        paper_format(&c->page, INK_TITLE, "%s%s", answers.at[i].answer, answers.at[i].note);
        if (answers.at[i].outlasts) {
            paper_format(&c->page, INK_PLAIN,
                         ". It counts for %d days from its day, whatever was told later",
                         PS_PAIN_WINDOW_DAYS);
        }
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    }
    if (!answers.stands) return;
    paper_put(&c->page, INK_PLAIN,
              "Answered before. It stays until somebody has looked at it, whatever was answered "
              "later.");
    paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
}

// ---- the page ----

static void put_part(cli *c, const char *label, const char *text, paper_ink ink)
{
    if (!text) return;
    paper_put(&c->page, ink, text);
    paper_item(&c->page, INDENT, INK_QUIET, label, LABEL);
}

/// "Call 112 now, or your local emergency number."
static void put_call(cli *c, const ps_refusal_page *page)
{
    if (!page->call) return;
    const ps_texts *numbers = &page->number->call;
    // of a child the page has a level of its own, but the gravest sign comes first
    const bool now = c->catalogue->flags.at[page->flags[0].flag].level == PS_LEVEL_EMERGENCY;
    paper_gap(&c->page);
    paper_put(&c->page, INK_STOP, now ? "Call now: " : "If it gets worse, call ");
    for (int32_t i = 0; i < numbers->count; i++) {
        paper_format(&c->page, INK_STOP, "%s%s", i > 0 ? " or " : "", numbers->at[i]);
    }
    // never without these words; alone they lose their "or"
    const char *local = c->catalogue->refusal.local_number;
    paper_format(&c->page, INK_STOP, "%s%s.", numbers->count > 0 ? ", " : "",
                 numbers->count > 0 ? local : local + strlen("or "));
    paper_flow(&c->page, 0);
}

static void put_flag(cli *c, const coach_run *run, const ps_refused_flag *refused)
{
    const ps_flag *flag = &c->catalogue->flags.at[refused->flag];
    paper_heading(&c->page, flag->title, flag->id);
    paper_put(&c->page, INK_QUIET, "What you answered, word for word");
    paper_flow(&c->page, INDENT);
    put_answers(c, run, refused->flag);
    put_part(c, "Why", flag->why, INK_PLAIN);
    put_part(c, "What to do", flag->action, INK_CARE);
    put_part(c, "How fast", flag->how_fast, INK_PLAIN);
}

/// How an entry that was a slip is mended; after an emergency or urgent sign it opens nothing.
static void put_slip(cli *c, const coach_run *run, const ps_refusal_page *page)
{
    static const char ask[] = "A slip of the finger? Mend it: ";
    bool begun = false;
    if (page->back == PS_BACK_WHEN_ADULT) {
        paper_format(&c->page, INK_QUIET, "%spsoas setup age_years N", ask);
        paper_flow(&c->page, INDENT);
    }
    for (int32_t i = 0; i < page->flag_count && page->back == PS_BACK_BY_CLEARANCE; i++) {
        const flag_answers answers = flag_answers_of(c, run, page->flags[i].flag);
        for (int32_t k = 0; k < answers.count; k++) {
            if (!answers.at[k].event) continue;
            paper_format(&c->page, INK_QUIET, "%s%s", begun ? "or " : ask,
                         mend_line(c, run, answers.at[k].event));
            paper_flow(&c->page, INDENT);
            begun = true;
        }
    }
}

/// What is typed when somebody has looked at it.
static void put_way_back(cli *c, const coach_run *run, const ps_refusal_page *page)
{
    static const char *const texts[] = {
        [PS_BACK_BY_ANSWERS] = "Answer the questions that are open.",
        [PS_BACK_BY_CLEARANCE] = "When a doctor or physiotherapist has cleared it, write that down "
                                 "here; then it goes on.",
        [PS_BACK_BY_MEDICAL_REVIEW] =
            ("When a doctor has examined it, write that down here as a medical review. A second "
             "answer does not open it again."),
        [PS_BACK_WHEN_ADULT] = "Psoas is here for you when you are 18.",
    };
    paper_heading(&c->page, "How to come back", NULL);
    paper_put(&c->page, INK_PLAIN, texts[page->back]);
    paper_flow(&c->page, INDENT);
    for (int32_t i = 0; i < page->flag_count && page->back != PS_BACK_WHEN_ADULT; i++) {
        const bool review = page->flags[i].back == PS_BACK_BY_MEDICAL_REVIEW;
        paper_format(&c->page, INK_NAME, "psoas clear %s --who doctor%s",
                     c->catalogue->flags.at[page->flags[i].flag].id,
                     review ? " --kind medical_review" : "");
        paper_row(&c->page, INDENT);
    }
    put_slip(c, run, page);
}

static void put_words(cli *c, const ps_texts *texts, bool begun)
{
    for (int32_t i = 0; i < texts->count; i++) {
        paper_format(&c->page, INK_PLAIN, "%s%s", begun || i > 0 ? ", " : "", texts->at[i]);
    }
}

static void put_open_and_closed(cli *c, const ps_refusal_page *page)
{
    const ps_refusal *refusal = &c->catalogue->refusal;
    paper_heading(&c->page, "Closed until then", NULL);
    put_words(c, &refusal->closed, false);
    paper_flow(&c->page, INDENT);
    paper_heading(&c->page, "Still open", NULL);
    put_words(c, &refusal->stays_open, false);
    if (page->breathing_open) put_words(c, &refusal->stays_open_referred, true);
    paper_flow(&c->page, INDENT);
}

void refusal_put(cli *c, const coach_run *run)
{
    const ps_refusal_page page = page_of(c, run);
    if (!page.level) return;
    paper_gap(&c->page);
    paper_put(&c->page, INK_STOP, page.level->heading);
    paper_flow(&c->page, 0);
    paper_put(&c->page, INK_PLAIN, page.level->lead);
    paper_flow(&c->page, 0);
    put_call(c, &page);
    for (int32_t i = 0; i < page.flag_count; i++) put_flag(c, run, &page.flags[i]);
    put_way_back(c, run, &page);
    if (page.back != PS_BACK_WHEN_ADULT) {
        paper_heading(&c->page, "For the doctor or physiotherapist, on one page", NULL);
        paper_put(&c->page, INK_NAME, "psoas screen --summary");
        paper_row(&c->page, INDENT);
    }
    put_open_and_closed(c, &page);
    cli_put_notice(c);
    put_call(c, &page); // the first lines may have left the screen
}
