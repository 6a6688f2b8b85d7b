/// coach_run.h — what the commands of the coach share: the store, the person, today's state.
#ifndef PS_SHELL_COACH_RUN_H
#define PS_SHELL_COACH_RUN_H

#include "ps/coach.h"
#include "shell/cli/data.h"
#include "shell/cli/now.h"

typedef struct {
    store *in;
    store_person person;
    ps_instant now;
    ps_day today;
    data_history read;
    ps_arena room;   ///< of the coach
    ps_coach *coach; ///< never NULL after coach_run_open; valid until the next coach_run_add
} coach_run;

/// An option for every command that adds events.
#define COACH_CLOCK_OPTION                                                             \
    {                                                                                  \
        .name = "clock-is-right", .help = "go on although the clock seems to be wrong" \
    }

/// Opens the store, finds the person, reads the history and looks at today. With DATA_CREATE the
/// first person is made when there is nobody yet (--person gives the name, else "me").
/// The run must be closed, also after a failure.
PS_MUST_USE cli_exit coach_run_open(cli *c, data_access access, coach_run *run);
void coach_run_close(coach_run *run);

/// The same to read, for pages that everybody may see: without a store, or when it does not say
/// whose page it is, there is no coach (NULL) and that is no failure.
PS_MUST_USE cli_exit coach_run_open_if_here(cli *c, coach_run *run);

/// Adds events, all or none: the kind and the body are given, person, device, sequence and instant
/// are filled in here (an instant that is not zero stays). Then reads and looks again.
/// Errors  those of store_append and of a wrong clock, with a message; nothing is stored then.
PS_MUST_USE cli_exit coach_run_add(cli *c, coach_run *run, ps_event *events, int32_t count);

/// CLI_OK when there is a plan. Else prints what stands in its way, the refusal page when the
/// screening refuses, and what to type next, and returns CLI_REFUSED. With --json it prints what
/// psoas screen --json does.
PS_MUST_USE cli_exit coach_run_needs_plan(cli *c, const coach_run *run);

/// The page for a person who gets no plan (docs/screening.md), and the same on one page for a
/// clinician, without a name.
void refusal_put(cli *c, const coach_run *run);
void refusal_put_summary(cli *c, const coach_run *run);

#endif
