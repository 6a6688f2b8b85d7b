/// plan_simulate.h — a simulation and its page.
#ifndef PS_SHELL_PLAN_SIMULATE_H
#define PS_SHELL_PLAN_SIMULATE_H

#include "ps/simulate.h"
#include "shell/cli/cli.h"

typedef struct {
    const ps_simulated *simulated;
    const ps_simulate_story *story;
    ps_day first_day;
    bool changed; ///< by numbers from the command line
    bool fresh;   ///< a beginner who does not exist, not this person
} simulation;

/// Names of ps_simulate_stories, for the command line.
extern const ps_enum plan_story_names;

/// The events of a beginner who has told everything at `now`; they live as long as the run.
int32_t plan_fresh(cli *c, ps_instant now, const ps_event **events);

void plan_put_simulation(cli *c, const simulation *of);
void plan_write_simulation(cli *c, const simulation *of);

/// Minutes of the sessions that began in a week of the simulation, 0 the first; without warming up.
int32_t plan_simulated_minutes(const cli *c, const simulation *of, int32_t week);

#endif
