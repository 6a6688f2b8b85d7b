// psoas plan simulate: weeks that have not happened, by a story or by numbers of one's own.
#include "shell/cli/plan_simulate.h"
#include "shell/cli/coach_run.h"
#include "shell/cli/plan_pages.h"

#include <stddef.h>
#include <string.h>

enum { WEEKS_USUAL = 8, ROOM = 512 << 20 };

// ---- the script ----

/// Options with a number for every week; the last one goes on.
static const struct {
    const char *option;
    ps_range limits;
    size_t offset; ///< in ps_simulate_week
} lists[] = {
    {"adherence", {0, 100}, offsetof(ps_simulate_week, adherence_pct)},
    {"pain",      {0, 10},  offsetof(ps_simulate_week, pain)         },
    {"morning",   {0, 10},  offsetof(ps_simulate_week, morning)      },
    {"effort",    {0, 10},  offsetof(ps_simulate_week, effort)       },
};

/// The part of a list that belongs to a week.
static ps_str part_of(const char *list, int32_t week)
{
    for (int32_t i = 0; i < week && strchr(list, ','); i++) list = strchr(list, ',') + 1;
    return (ps_str){list, (int32_t)strcspn(list, ",")};
}

static bool read_number(ps_str text, ps_range limits, int32_t *number)
{
    enum { DIGITS_MAX = 3 };
    if (text.len < 1 || text.len > DIGITS_MAX) return false;
    int32_t value = 0;
    for (int32_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
        value = 10 * value + (text.ptr[i] - '0');
    }
    if (value < limits.low || value > limits.high) return false;
    *number = value;
    return true;
}

static cli_exit read_lists(cli *c, ps_simulate_script *script)
{
    for (int32_t i = 0; i < PS_COUNT(lists); i++) {
        const char *list = cli_value(c, lists[i].option);
        for (int32_t w = 0; list && w < script->week_count; w++) {
            const ps_str part = part_of(list, w);
            int32_t number = 0;
            if (!read_number(part, lists[i].limits, &number)) {
                return cli_usage(c, "--%s '%s', number %d: want %d to %d, for example %s",
                                 lists[i].option, list, w + 1, lists[i].limits.low,
                                 lists[i].limits.high, i == 0 ? "100,80,50" : "2,2,1");
            }
            memcpy((char *)&script->weeks[w] + lists[i].offset, &number, sizeof number);
        }
    }
    return CLI_OK;
}

static cli_exit read_forms(cli *c, ps_simulate_script *script)
{
    const char *list = cli_value(c, "form");
    for (int32_t w = 0; list && w < script->week_count; w++) {
        const ps_str part = part_of(list, w);
        const int32_t form = ps_enum_find(&ps_form_names, part);
        if (form == PS_NONE || form == (int32_t)PS_FORM_NOT_ASKED) {
            return cli_usage(c,
                             "--form '%s', word %d: want ok, lost or unsure, for example ok,lost",
                             list, w + 1);
        }
        script->weeks[w].form = (ps_form)form;
    }
    return CLI_OK;
}

static const char *const story_ids[] = {"improves", "flares", "misses", "steady"};
const ps_enum plan_story_names = {
    .c_name = "story", .names = story_ids, .count = PS_COUNT(story_ids)};

static const ps_simulate_story *story_called(const char *id)
{
    for (int32_t i = 0; i < ps_simulate_story_count; i++) {
        if (strcmp(ps_simulate_stories[i].id, id) == 0) return &ps_simulate_stories[i];
    }
    return &ps_simulate_stories[0];
}

static bool is_changed(const cli *c)
{
    bool changed = cli_value(c, "form") || cli_value(c, "side");
    for (int32_t i = 0; i < PS_COUNT(lists); i++) {
        changed = changed || cli_value(c, lists[i].option);
    }
    return changed;
}

/// A story, with the weeks that were given in its place.
static cli_exit read_script(cli *c, simulation *of, ps_simulate_script *script)
{
    const char *weeks = cli_value(c, "weeks"), *named = cli_value(c, "story");
    int32_t count = WEEKS_USUAL;
    const ps_range limits = {1, PS_SIMULATE_WEEKS_MAX};
    if (weeks && !read_number(ps_str_of(weeks), limits, &count)) {
        return cli_usage(c, "--weeks '%s': want %d to %d", weeks, limits.low, limits.high);
    }
    of->story = story_called(named ? named : "steady");
    of->changed = is_changed(c);
    const ps_simulate_script *from = &of->story->script;
    script->week_count = count;
    for (int32_t w = 0; w < count; w++) {
        const int32_t last = from->week_count - 1;
        script->weeks[w] = from->weeks[w < last ? w : last];
        if (cli_choice(c, "side") != PS_NONE) {
            script->weeks[w].side = (ps_side)cli_choice(c, "side");
        }
    }
    const cli_exit code = read_lists(c, script);
    return code == CLI_OK ? read_forms(c, script) : code;
}

// ---- the run ----

/// Plays the script from these events on.
static cli_exit play(cli *c, const ps_event *events, int32_t count, ps_instant now,
                     const ps_simulate_script *script, simulation *of)
{
    ps_simulated *simulated = cli_take(c, 1, sizeof *simulated);
    ps_error err = {0};
    ps_arena room = {0};
    cli_exit code = CLI_OK;
    if (room_open(ROOM, &room, &err) != PS_OK) return cli_fail(c, &err);
    if (ps_simulate(c->catalogue, events, count, now, script->week_count, script, &room, simulated,
                    &err) != PS_OK) {
        code = cli_fail(c, &err);
    } else {
        of->simulated = simulated;
        of->first_day = ps_local_day(now);
        if (c->json) {
            plan_write_simulation(c, of);
        } else {
            plan_put_simulation(c, of);
        }
    }
    room_close(&room);
    return code;
}

static cli_exit play_fresh(cli *c, const ps_simulate_script *script, simulation *of)
{
    ps_instant now = {0};
    const cli_exit code = now_read(c, &now);
    if (code != CLI_OK) return code;
    const ps_event *events = NULL;
    const int32_t count = plan_fresh(c, now, &events);
    of->fresh = true;
    return play(c, events, count, now, script, of);
}

static cli_exit play_person(cli *c, const ps_simulate_script *script, simulation *of)
{
    coach_run run;
    cli_exit code = coach_run_open(c, DATA_READ, &run);
    if (code == CLI_OK) code = coach_run_needs_plan(c, &run);
    if (code == CLI_OK) code = play(c, run.read.events, run.read.count, run.now, script, of);
    coach_run_close(&run);
    return code;
}

cli_exit plan_simulate(cli *c)
{
    simulation of = {0};
    ps_simulate_script *script = cli_take(c, 1, sizeof *script);
    const cli_exit code = read_script(c, &of, script);
    if (code != CLI_OK) return code;
    return cli_value(c, "fresh") ? play_fresh(c, script, &of) : play_person(c, script, &of);
}
