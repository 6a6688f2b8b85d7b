// psoas exercise search: exercises by words, and the reason when something else stands in.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/search.h"

#include <assert.h>

enum { SHOWN = 10, INDENT = 2 };

static void put_conflict_note(cli *c, const ps_conflict *conflict, bool redirected)
{
    assert(conflict);
    paper_gap(&c->page);
    paper_put(&c->page, INK_CARE, conflict->topic);
    paper_put(&c->page, INK_QUIET, ": the sources disagree, see ");
    paper_format(&c->page, INK_NAME, "psoas why %s", conflict->slug);
    paper_flow(&c->page, 0);
    if (!redirected) return;
    paper_put(&c->page, INK_PLAIN, conflict->clinician);
    paper_put(&c->page, INK_QUIET, " [ours]");
    paper_flow(&c->page, INDENT);
    paper_put(&c->page, INK_PLAIN, conflict->our_default);
    paper_put(&c->page, INK_QUIET, " [ours]");
    paper_flow(&c->page, INDENT);
    paper_put(&c->page, INK_PLAIN, conflict->evidence);
    paper_flow(&c->page, INDENT);
}

static void put_corrections(cli *c, const search_result *result)
{
    bool begun = false;
    for (int32_t i = 0; i < SEARCH_WORDS_MAX; i++) {
        if (!result->instead[i]) continue;
        paper_put(&c->page, INK_QUIET, begun ? ", " : "Searched instead for ");
        paper_put(&c->page, INK_NAME, result->instead[i]);
        begun = true;
    }
    paper_flow(&c->page, 0);
    if (!result->all_words) {
        paper_put(&c->page, INK_QUIET, "No exercise holds all of these words; some of them do:");
        paper_flow(&c->page, 0);
    }
}

static void put_page(cli *c, const search_result *result)
{
    ps_refs shown = result->exercises;
    const int32_t count = shown.count;
    if (count > SHOWN && !cli_value(c, "all")) shown.count = SHOWN;
    if (result->redirected) {
        put_conflict_note(c, result->conflict, true);
        paper_heading(&c->page, "Offered instead", NULL);
    } else {
        put_corrections(c, result);
    }
    put_exercises(c, &shown, false);
    if (shown.count < count) {
        paper_gap(&c->page);
        paper_format(&c->page, INK_QUIET, "… and %d more; all of them with --all",
                     count - shown.count);
        paper_flow(&c->page, 0);
    }
    if (result->conflict && !result->redirected) put_conflict_note(c, result->conflict, false);
}

static bool is_corrected(const search_result *result)
{
    for (int32_t i = 0; i < SEARCH_WORDS_MAX; i++) {
        if (result->instead[i]) return true;
    }
    return false;
}

/// Conditions are never a list of exercises to do, so they are named as what they are.
static void put_code_notes(cli *c, const int32_t *codes, int32_t count)
{
    if (count == 0) return;
    put_code_rows(c, "Conditions with these words, which rule exercises out or change them", codes,
                  count);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, "Which exercises: psoas why ID");
    paper_flow(&c->page, 0);
}

static cli_exit find_nothing(cli *c)
{
    buffer said = {0};
    for (int32_t i = 0; i < c->argument_count; i++) {
        buffer_format(&said, "%s%s", i > 0 ? " " : "", c->arguments[i]);
    }
    cli_complain(c, CLI_NOT_FOUND, "nothing found for '%s'", said.text);
    buffer_text(&c->messages,
                "Try a muscle (psoas, glutes), a thing (band, chair), a position (standing) or a\n"
                "movement (march, stretch, breathing); or 'psoas exercise list' for everything.\n");
    buffer_free(&said);
    return CLI_NOT_FOUND;
}

cli_exit exercise_search(cli *c)
{
    search_result result;
    if (search_exercises(c->catalogue, c->arguments, c->argument_count, &c->room, &result) !=
        PS_OK) {
        return cli_complain(c, CLI_FAILED, "%s", ps_code_text(PS_NOMEM));
    }
    if (c->json) {
        const int32_t why =
            result.conflict ? (int32_t)(result.conflict - c->catalogue->conflicts.at) : 0;
        envelope_write_refs(c, "exercise", &result.exercises,
                            (ps_refs){.at = &why, .count = result.conflict ? 1 : 0});
    }
    if (c->json) return result.exercises.count > 0 ? CLI_OK : find_nothing(c);
    const int32_t *codes = NULL;
    const int32_t codes_count = codes_about(c, c->arguments, c->argument_count, &codes);
    const bool exact = result.redirected || (result.all_words && !is_corrected(&result));
    if (result.exercises.count == 0 && codes_count == 0) return find_nothing(c);
    if (codes_count == 0 || exact) put_page(c, &result);
    put_code_notes(c, codes, codes_count);
    return CLI_OK;
}
