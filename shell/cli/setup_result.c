// What the answers mean: the page at the end of psoas setup, and of psoas screen.
#include "shell/cli/coach_words.h"
#include "shell/cli/setup.h"

#include "ps/explain.h"

#include <string.h>

enum { INDENT = 2, LABEL = 14, COMMAND = 26 };

static const ps_screen_result *found_by(const coach_run *run) { return &run->coach->told.screened; }

// ---- class and irritability ----

/// "Tight or weak   more likely tight than weak, because …"
static void put_finding(cli *c, const char *label, const char *finding, const ps_reason *reasons,
                        int32_t count)
{
    buffer because = {0};
    words_reasons(&because, c->catalogue, reasons, count);
    paper_put(&c->page, INK_NAME, finding);
    if (because.len > 0) paper_format(&c->page, INK_PLAIN, ", because %s", because.text);
    paper_put(&c->page, INK_PLAIN, ".");
    paper_item(&c->page, INDENT, INK_QUIET, label, LABEL);
    buffer_free(&because);
}

static void put_class(cli *c, const ps_screen_result *found)
{
    buffer words = {0};
    words_class(&words, c->catalogue, found, found->class_found.id, PS_DAY_NEVER);
    paper_format(&c->page, INK_PLAIN, "%s.", words.text);
    paper_item(&c->page, INDENT, INK_QUIET, "It looks", LABEL);
    buffer_free(&words);
}

/// Whether the weaker side really does more in some session of the week.
static bool has_extra_set(const ps_plan *plan)
{
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            const ps_plan_item *item = &plan->days[d].items[i];
            for (int32_t r = 0; r < item->reason_count; r++) {
                if (item->reasons[r].why == PS_BECAUSE_B7) return true;
            }
        }
    }
    return false;
}

static void put_findings(cli *c, const coach_run *run)
{
    const ps_screen_result *found = found_by(run);
    const ps_class_found *class_found = &found->class_found;
    paper_heading(&c->page, "What your answers point to", NULL);
    put_finding(c, "Your hip is", ps_irritability_words(found->irritability.level),
                found->irritability.reasons, found->irritability.reason_count);
    put_class(c, found);
    if (class_found->weaker_side != PS_SIDE_BOTH) {
        paper_format(&c->page, INK_PLAIN, "The %s side held shorter%s.",
                     words_side(class_found->weaker_side),
                     has_extra_set(&run->coach->plan) ? "; it gets the extra set" : "");
        paper_item(&c->page, INDENT, INK_QUIET, "Sides", LABEL);
    }
}

// ---- codes ----

void screen_put_codes(cli *c, const coach_run *run)
{
    const ps_screen_result *found = found_by(run);
    if (found->codes == 0) return;
    paper_heading(&c->page, "Kept in mind for your safety", NULL);
    for (int32_t i = 0; i < c->catalogue->codes.count; i++) {
        if (!(found->codes >> i & 1)) continue;
        const ps_contraindication *code = &c->catalogue->codes.at[i];
        paper_put(&c->page, INK_PLAIN, code->text);
        paper_format(&c->page, INK_QUIET, " [%s]", code->id);
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    }
    paper_put(&c->page, INK_QUIET, "What each of them forbids: psoas why CODE");
    paper_flow(&c->page, INDENT);
}

static void put_gentle_start(cli *c, const coach_run *run)
{
    const ps_screen_result *found = found_by(run);
    if (!found->gentle_start) return;
    buffer day = {0};
    words_gentle_until(&day, found);
    paper_gap(&c->page);
    paper_format(&c->page, INK_CARE,
                 "After a clearance it starts gently: up to and including %s every exercise stays "
                 "on its lowest step.",
                 day.text);
    paper_flow(&c->page, 0);
    buffer_free(&day);
}

// ---- tests ----

/// Whether the class waits for this test, and it is not closed.
static bool test_is_wanted(const cli *c, const coach_run *run, int32_t test)
{
    const char *id = c->catalogue->self_tests.at[test].id;
    const ps_class_found *class_found = &found_by(run)->class_found;
    const bool length = strcmp(id, "T_LEN") == 0 && !class_found->length_counts;
    const bool hold = strcmp(id, "T_HOLD") == 0 && !class_found->hold_counts;
    return (length || hold) && !(found_by(run)->closed_tests >> test & 1);
}

static void put_tests(cli *c, const coach_run *run)
{
    const ps_self_tests *tests = &c->catalogue->self_tests;
    bool begun = false;
    for (int32_t i = 0; i < tests->count; i++) {
        if (!test_is_wanted(c, run, i)) continue;
        if (!begun) {
            paper_heading(&c->page, "A self-test makes this more exact", NULL);
            begun = true;
        }
        paper_put(&c->page, INK_PLAIN, tests->at[i].name);
        paper_format(&c->page, INK_NAME, "  psoas test %s", tests->at[i].id);
        paper_item(&c->page, INDENT, INK_QUIET, "-", 2);
    }
}

// ---- the page ----

static void put_next(cli *c, const coach_run *run)
{
    static const cli_example lines[] = {
        {"psoas plan",              "your plan"                          },
        {"psoas screen --new",      "when something has changed"         },
        {"psoas setup FIELD VALUE", "other days, minutes, things at hand"},
    };
    const question_view view = setup_view(c, run);
    paper_heading(&c->page, "What now", NULL);
    if (question_needed(&view)) {
        paper_put(&c->page, INK_PLAIN, "a few questions are still open");
        paper_item(&c->page, INDENT, INK_NAME, "psoas setup", COMMAND);
    }
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        paper_put(&c->page, INK_PLAIN, lines[i].does);
        paper_item(&c->page, INDENT, INK_NAME, lines[i].line, COMMAND);
    }
    if (run->coach->told.due_day == PS_DAY_NEVER) return;
    buffer day = {0};
    words_day_year(&day, run->coach->told.due_day);
    paper_gap(&c->page);
    paper_format(&c->page, INK_QUIET, "The safety questions come again on %s.", day.text);
    paper_flow(&c->page, 0);
    buffer_free(&day);
}

static const char *good_news(const ps_screen_result *found)
{
    if (found->outcome == PS_SCREEN_NONE && found->codes == 0) {
        return "Your plan can begin: nothing that you told stands against it.";
    }
    return found->codes != 0 ? "Your plan can begin; what is not good for you is left out."
                             : "Your plan can begin.";
}

void setup_put_result(cli *c, const coach_run *run)
{
    paper_gap(&c->page);
    paper_put(&c->page, INK_GOOD, good_news(found_by(run)));
    paper_flow(&c->page, 0);
    put_findings(c, run);
    screen_put_codes(c, run);
    put_gentle_start(c, run);
    put_tests(c, run);
    put_next(c, run);
    cli_put_notice(c);
}
