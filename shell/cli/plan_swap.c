// psoas plan swap: another exercise in the place of one, and the way back.
#include "shell/cli/coach_run.h"
#include "shell/cli/coach_words.h"
#include "shell/cli/plan_pages.h"

enum { BULLET = 2 };

// ---- what would follow ----

/// The week that would be planned with other wishes; lives as long as the run.
static const ps_plan *plan_with(cli *c, const ps_coach *coach, uint64_t swapped)
{
    ps_plan_input *in = cli_take(c, 1, sizeof *in);
    ps_plan *plan = cli_take(c, 1, sizeof *plan);
    *in = coach->input;
    in->swapped = swapped;
    const ps_code made = coach->programme == PS_NONE
                             ? ps_plan_make(c->catalogue, in, plan, NULL)
                             : ps_plan_make_of(c->catalogue, in, coach->programme, plan, NULL);
    return made == PS_OK ? plan : &coach->plan;
}

static uint64_t exercises_of(const ps_plan *plan)
{
    uint64_t set = 0;
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            set |= UINT64_C(1) << plan->days[d].items[i].exercise;
        }
    }
    return set;
}

static void put_exercises(cli *c, const char *before, uint64_t set, ps_code_set codes)
{
    for (int32_t e = 0; e < c->catalogue->exercises.count; e++) {
        if ((set >> e & 1) == 0) continue;
        const ps_exercise *exercise = &c->catalogue->exercises.at[e];
        paper_format(&c->page, INK_PLAIN, "%s%s  ", before, exercise->name);
        paper_put(&c->page, INK_NAME, exercise->id);
        paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
        plan_put_code_notes(c, e, codes, PLAN_INDENT + BULLET);
    }
}

/// What the week has now and had not before, and the other way round.
static void put_difference(cli *c, const ps_coach *now, uint64_t before)
{
    const uint64_t after = exercises_of(&now->plan);
    put_exercises(c, "new: ", after & ~before, now->input.codes);
    put_exercises(c, "out: ", before & ~after, 0);
    if (before != after) return;
    paper_put(&c->page, INK_PLAIN, "This week stays as it is.");
    paper_flow(&c->page, PLAN_INDENT);
}

// ---- the two directions ----

static cli_exit store_wish(cli *c, coach_run *run, int32_t exercise, bool back)
{
    ps_event wish = {.kind = PS_EVENT_exercise_swapped};
    wish.as.exercise_swapped.exercise = c->catalogue->exercises.at[exercise].id;
    wish.as.exercise_swapped.back = back;
    return coach_run_add(c, run, &wish, 1);
}

static void put_hint(cli *c, const char *before, const char *command)
{
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, before);
    paper_put(&c->page, INK_NAME, command);
    paper_flow(&c->page, 0);
}

/// Why swapping it would change nothing; false when it would.
static bool is_pointless(cli *c, const ps_coach *coach, int32_t exercise)
{
    const uint64_t bit = UINT64_C(1) << exercise;
    const ps_why_not *why = &coach->plan.why_not[exercise];
    const ps_exercise *of = &c->catalogue->exercises.at[exercise];
    const char *id = of->id;
    buffer detail = {0};
    words_why_not(&detail, c->catalogue, exercise, why);
    if ((coach->input.swapped & bit) != 0) {
        cli_complain(c, CLI_FAILED, "%s is swapped already", id);
    } else if (why->block != PS_BLOCK_NONE) {
        cli_complain(c, CLI_FAILED, "%s is not in your plan anyhow: %s%s%s", id,
                     words_block(of, why->block), detail.len > 0 ? ": " : "",
                     detail.len > 0 ? detail.text : "");
    } else if (plan_with(c, coach, coach->input.swapped | bit)->why_not[exercise].block !=
               PS_BLOCK_SWAPPED) {
        cli_complain(c, CLI_FAILED,
                     "nothing else that you may do serves the same purpose as %s, so it stays", id);
    } else {
        buffer_free(&detail);
        return false;
    }
    buffer_free(&detail);
    buffer_text(&c->messages, "Nothing was changed.\n");
    return true;
}

static cli_exit swap(cli *c, coach_run *run, int32_t exercise)
{
    const ps_exercise *all = c->catalogue->exercises.at;
    if (is_pointless(c, run->coach, exercise)) return CLI_FAILED;
    const uint64_t before = exercises_of(&run->coach->plan);
    const cli_exit code = store_wish(c, run, exercise, false);
    if (code != CLI_OK) return code;

    const int32_t instead = run->coach->plan.why_not[exercise].detail;
    paper_format(&c->page, INK_PLAIN, "%s will not be chosen from now on", all[exercise].name);
    if (instead != PS_NONE) {
        paper_format(&c->page, INK_PLAIN, "; %s serves the same purpose", all[instead].name);
    }
    paper_put(&c->page, INK_PLAIN, ".");
    paper_flow(&c->page, 0);
    put_difference(c, run->coach, before);
    buffer command = {0};
    buffer_format(&command, "psoas plan swap %s --back", all[exercise].id);
    put_hint(c, "To have it back: ", command.text);
    buffer_free(&command);
    return CLI_OK;
}

static cli_exit swap_back(cli *c, coach_run *run, int32_t exercise)
{
    const uint64_t bit = UINT64_C(1) << exercise;
    const ps_exercise *of = &c->catalogue->exercises.at[exercise];
    if ((run->coach->input.swapped & bit) == 0) {
        return cli_complain(c, CLI_FAILED, "%s is not swapped; nothing was changed", of->id);
    }
    const uint64_t before = exercises_of(&run->coach->plan);
    const cli_exit code = store_wish(c, run, exercise, true);
    if (code != CLI_OK) return code;
    if ((run->coach->input.swapped & bit) != 0) {
        paper_format(&c->page, INK_CARE,
                     "%s may come back, but it hurt more than once lately, so it rests some days "
                     "more.",
                     of->name);
        paper_flow(&c->page, 0);
        return CLI_OK;
    }
    paper_format(&c->page, INK_PLAIN, "%s may be chosen again.", of->name);
    paper_flow(&c->page, 0);
    put_difference(c, run->coach, before);
    put_hint(c, "The week: ", "psoas plan");
    return CLI_OK;
}

cli_exit plan_swap(cli *c)
{
    int32_t exercise = PS_NONE;
    const cli_exit known = plan_exercise(c, c->arguments[0], &exercise);
    if (known != CLI_OK) return known;
    coach_run run;
    cli_exit code = coach_run_open(c, DATA_WRITE, &run);
    if (code == CLI_OK) code = coach_run_needs_plan(c, &run);
    if (code == CLI_OK) {
        code = cli_value(c, "back") ? swap_back(c, &run, exercise) : swap(c, &run, exercise);
    }
    coach_run_close(&run);
    return code;
}
