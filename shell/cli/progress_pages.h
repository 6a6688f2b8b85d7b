/// progress_pages.h — the parts of psoas progress: charts, each with a line that says the same in
/// words, and what they mean.
#ifndef PS_SHELL_PROGRESS_PAGES_H
#define PS_SHELL_PROGRESS_PAGES_H

#include "shell/cli/log.h"

/// What every part of the page knows.
typedef struct {
    cli *c;
    const coach_run *run;
    chart_style style;
    int32_t weeks; ///< of the charts, 1..
} progress_view;

void progress_put_pain(const progress_view *view);
void progress_put_weeks(const progress_view *view);
void progress_put_training(const progress_view *view);
void progress_put_tests(const progress_view *view);
void progress_put_goals(const progress_view *view);
void progress_put_checkpoints(const progress_view *view);

/// One page for somebody who examines: what was tried, doses, tests, pain, goals. No name.
void progress_put_clinician(const progress_view *view);

/// The last checkpoint that can be looked at, with its plan; NULL: none yet.
/// Nullable: plan.
const ps_checkpoint *progress_last_checkpoint(const progress_view *view,
                                              const ps_check_plan **plan);

#endif
