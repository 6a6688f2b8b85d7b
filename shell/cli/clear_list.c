// psoas clear without a flag: what is open, what is cleared and until when, what stays on.
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/screen_report.h"
#include "shell/cli/setup.h"

#include <string.h>

enum { INDENT = 2, LABEL = 10 };

/// A flag that is true.
typedef struct {
    int32_t flag;
    flag_state state;
    const ps_flag_cleared *said; ///< the last word of a professional; NULL: none yet
} standing;

static const ps_screen_result *found_by(const coach_run *run) { return &run->coach->told.screened; }

static const ps_flag_cleared *last_said(const coach_run *run, const char *flag)
{
    const ps_history *history = &run->read.history;
    for (int32_t i = history->count - 1; i >= 0; i--) {
        const ps_event *event = history->events[i];
        if (event->kind != PS_EVENT_flag_cleared) continue;
        if (strcmp(event->as.flag_cleared.flag, flag) == 0) return &event->as.flag_cleared;
    }
    return NULL;
}

/// The flags that are true: open ones first, then cleared ones, then those that only limit.
static int32_t find_standing(const cli *c, const coach_run *run, standing *found)
{
    const ps_flags *flags = &c->catalogue->flags;
    int32_t count = 0;
    for (int32_t state = FLAG_OPEN; state <= FLAG_LIMITS; state++) {
        for (int32_t i = 0; i < flags->count; i++) {
            if (found_by(run)->flags[i] != PS_YES) continue;
            const flag_state own = flag_state_of(found_by(run), i);
            if ((int32_t)own != state) continue;
            found[count++] = (standing){i, own, last_said(run, flags->at[i].id)};
        }
    }
    return count;
}

static ps_texts codes_kept(cli *c, const coach_run *run, int32_t flag)
{
    const char **at = cli_take(c, c->catalogue->codes.count, sizeof *at);
    int32_t count = 0;
    for (int32_t i = 0; i < c->catalogue->codes.count; i++) {
        if (found_by(run)->code_flags[i] >> flag & 1) at[count++] = c->catalogue->codes.at[i].id;
    }
    return (ps_texts){at, count};
}

// ---- for programs ----

static void put_json(cli *c, const coach_run *run, const standing *found, int32_t count)
{
    clear_report *reports = cli_take(c, count, sizeof *reports);
    const void **items = cli_take(c, count, sizeof *items);
    for (int32_t i = 0; i < count; i++) {
        const ps_flag *flag = &c->catalogue->flags.at[found[i].flag];
        const ps_flag_cleared *said = found[i].said;
        const int32_t weeks = c->catalogue->clearance.weeks;
        const bool counts = said && found[i].state == FLAG_CLEARED;
        reports[i] = (clear_report){
            .flag = flag->id,
            .title = flag->title,
            .level = flag->level,
            .state = found[i].state,
            .who = said ? said->who : NULL,
            .on = said ? cli_day(c, said->day) : NULL,
            .until = counts ? cli_day(c, said->day + 7 * weeks - 1) : NULL,
            .words = said ? said->words : NULL,
            .codes = codes_kept(c, run, found[i].flag),
        };
        items[i] = &reports[i];
    }
    envelope_write(c, "clearance", items, count);
}

// ---- for people ----

static void put_said(cli *c, const standing *of)
{
    buffer day = {0};
    if (!of->said) return;
    words_day_year(&day, of->said->day);
    paper_format(&c->page, INK_QUIET, " %s, %s", of->said->who, day.text);
    buffer_clear(&day);
    if (of->state == FLAG_CLEARED) {
        words_day_year(&day, of->said->day + 7 * c->catalogue->clearance.weeks - 1);
        paper_format(&c->page, INK_QUIET, ", counts until %s", day.text);
    } else if (of->state == FLAG_OPEN) {
        paper_put(&c->page, INK_QUIET, ", no longer counts");
    }
    if (of->said->words) paper_format(&c->page, INK_QUIET, "; released: %s", of->said->words);
    buffer_free(&day);
}

static void put_standing(cli *c, const coach_run *run, const standing *of)
{
    static const char *const words[] = {
        [FLAG_OPEN] = "open", [FLAG_CLEARED] = "cleared", [FLAG_LIMITS] = "limits"};
    static const paper_ink inks[] = {
        [FLAG_OPEN] = INK_STOP, [FLAG_CLEARED] = INK_GOOD, [FLAG_LIMITS] = INK_CARE};
    const ps_flag *flag = &c->catalogue->flags.at[of->flag];
    const ps_texts codes = codes_kept(c, run, of->flag);
    paper_format(&c->page, INK_PLAIN, "%s [%s]", flag->title, flag->id);
    put_said(c, of);
    for (int32_t i = 0; i < codes.count; i++) {
        paper_put(&c->page, INK_QUIET, i == 0 ? "; keeps on " : ", ");
        paper_put(&c->page, INK_NAME, codes.at[i]);
    }
    paper_item(&c->page, INDENT, inks[of->state], words[of->state], LABEL);
}

/// No flag is true; that does not always mean that everything is open.
static void put_nothing(cli *c, const coach_run *run)
{
    const ps_coach_stage stage = run->coach->stage;
    if (found_by(run)->outcome == PS_SCREEN_UNDER_18) {
        paper_put(&c->page, INK_CARE,
                  "The programme is closed because of the age that was told: it is for people of "
                  "18 and older, and nobody can clear that. Mistyped? ");
        paper_put(&c->page, INK_NAME, "psoas setup age_years N");
        paper_flow(&c->page, 0);
        return;
    }
    paper_put(&c->page, INK_PLAIN, "There is nothing to clear.");
    if (stage == PS_COACH_QUESTIONS) {
        paper_put(&c->page, INK_PLAIN, " Some safety questions are still open: ");
        paper_put(&c->page, INK_NAME, "psoas setup");
    } else if (stage == PS_COACH_STOPPED) {
        paper_put(&c->page, INK_PLAIN, " But the programme is paused: ");
        paper_put(&c->page, INK_NAME, "psoas plan");
        paper_put(&c->page, INK_PLAIN, " says why.");
    }
    paper_flow(&c->page, 0);
    screen_put_codes(c, run);
}

void clear_put_list(cli *c, const coach_run *run)
{
    standing found[PS_FLAGS_MAX];
    const int32_t count = find_standing(c, run, found);
    if (c->json) {
        put_json(c, run, found, count);
        return;
    }
    if (count == 0) {
        put_nothing(c, run);
        return;
    }
    for (int32_t i = 0; i < count; i++) put_standing(c, run, &found[i]);
    if (found_by(run)->open == 0) return;
    paper_gap(&c->page);
    for (int32_t i = 0; i < c->catalogue->clearance.rules.count; i++) {
        paper_put(&c->page, INK_QUIET, c->catalogue->clearance.rules.at[i]);
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    }
}
