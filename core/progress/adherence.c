// How much of what was planned was done, and what 5.11 proposes when that is little.
#include "progress/parts.h"

enum { LOOKED_AT = 2, PCT = 100 }; // weeks that are judged together

/// What was done beyond the plan of a week does not make up for another one.
static int32_t done_of(const ps_progress_week *week)
{
    return week->sessions < week->planned ? week->sessions : week->planned;
}

int32_t ps__adherence_pct(const ps_progress *progress, int32_t from, int32_t to)
{
    int32_t done = 0, planned = 0;
    for (int32_t i = from; i < to && i < progress->week_count; i++) {
        done += done_of(&progress->weeks[i]);
        planned += progress->weeks[i].planned;
    }
    return planned > 0 ? PCT * done / planned : PS_NOT_GIVEN;
}

/// Fewer than half of what the two weeks that end with `last` planned.
static bool too_few(const ps_progress *progress, int32_t last)
{
    const int32_t pct = ps__adherence_pct(progress, last + 1 - LOOKED_AT, last + 1);
    return pct != PS_NOT_GIVEN && 2 * pct < PCT;
}

/// A proposal gets its own two weeks before the next one follows, and one better pair of weeks
/// takes all of them back.
ps_proposal ps__proposal_of(const ps__source *of, const ps_progress *progress)
{
    const int32_t full = (of->frame->today - of->frame->block_start) / PS__WEEK;
    ps_proposal proposal = PS_PROPOSE_NOTHING;
    int32_t since = 0; // week after which it was made
    for (int32_t last = LOOKED_AT - 1; last < full && last < progress->week_count; last++) {
        if (!too_few(progress, last)) {
            proposal = PS_PROPOSE_NOTHING;
        } else if (proposal == PS_PROPOSE_NOTHING ||
                   (proposal < PS_PROPOSE_ASK && last >= since + LOOKED_AT)) {
            proposal = (ps_proposal)(proposal + 1);
            since = last;
        }
    }
    return proposal;
}
