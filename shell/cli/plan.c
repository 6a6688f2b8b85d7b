// psoas plan: which page it is.
#include "shell/cli/coach_run.h"
#include "shell/cli/plan_pages.h"

cli_exit plan_exercise(cli *c, const char *id, int32_t *exercise)
{
    *exercise = c->names.find(c->names.context, "exercises", ps_str_of(id));
    if (*exercise != PS_NONE) return CLI_OK;
    cli_unknown(c, CLI_NOT_FOUND, "exercise", id,
                ps_names_closest(&c->names, "exercises", ps_str_of(id)));
    buffer_text(&c->messages, "Try 'psoas exercise search WORDS', or 'psoas exercise list'.\n");
    return CLI_NOT_FOUND;
}

static void show(cli *c, const ps_coach *coach, int32_t exercise)
{
    const bool why = cli_value(c, "why") != NULL;
    if (c->json && !why) {
        plan_write_json(c, coach);
    } else if (c->json) {
        plan_write_why_json(c, coach, exercise);
    } else if (!why) {
        plan_put_week(c, coach);
    } else if (exercise == PS_NONE) {
        plan_put_why_all(c, coach);
    } else {
        plan_put_why(c, coach, exercise);
    }
}

/// The exercise that the command line names, or PS_NONE.
static cli_exit read_exercise(cli *c, int32_t *exercise)
{
    *exercise = PS_NONE;
    if (c->argument_count == 0) return CLI_OK;
    const char *word = c->arguments[0];
    if (cli_value(c, "why")) return plan_exercise(c, word, exercise);
    const char *closest = cli_closest_word("plan", word);
    if (!closest) return cli_usage(c, "an exercise goes with --why: psoas plan --why %s", word);
    return cli_usage(c, "no such command 'plan %s'; did you mean 'psoas plan %s'?", word, closest);
}

cli_exit plan_show(cli *c)
{
    int32_t exercise = PS_NONE;
    const cli_exit known = read_exercise(c, &exercise);
    if (known != CLI_OK) return known;
    coach_run run;
    cli_exit code = coach_run_open(c, DATA_READ, &run);
    if (code == CLI_OK) code = coach_run_needs_plan(c, &run);
    if (code == CLI_OK) show(c, run.coach, exercise);
    coach_run_close(&run);
    return code;
}
