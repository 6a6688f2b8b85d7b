#include "derive.h"

#include <string.h>

/// The rungs of `ladder` inside `limits`; none without a ladder.
static ps_rungs rungs_within(const ps_catalogue *catalogue, int32_t ladder,
                             const ps_dose_limits *limits, const ps_engine *engine, loading *with)
{
    if (ladder == PS_NONE) return (ps_rungs){0};
    const ps_ladder *whole = &catalogue->ladders.at[ladder];
    if (!limits) {
        load_report(with, engine, "the ladder %s needs limits, too", whole->id);
        return (ps_rungs){0};
    }
    const ps_rung_limits clip = {limits->sets, limits->reps, limits->hold_s};
    ps_rung rungs[PS_RUNGS_MAX];
    const int32_t count = ps_ladder_clip(whole->rungs.at, whole->rungs.count, clip, rungs);
    ps_rung *kept = ps_arena_take(&with->arena, count, sizeof *kept);
    if (!kept) {
        load_report(with, engine, "no room left for its rungs");
        return (ps_rungs){0};
    }
    memcpy(kept, rungs, (size_t)count * sizeof *kept);

    // a law that complains about a rung complains about the numbers it came from
    const char *file = NULL;
    ps_place at = {0};
    if (places_find(&with->places, limits, &file, &at)) {
        places_add(&with->places, kept, (size_t)count * sizeof *kept, file, at);
    }
    return (ps_rungs){kept, count};
}

void derive(ps_catalogue *catalogue, loading *with)
{
    for (int32_t i = 0; i < catalogue->exercises.count; i++) {
        // loaded just now into memory that is ours
        ps_engine *engine = (ps_engine *)&catalogue->exercises.at[i].engine;
        engine->rungs = rungs_within(catalogue, engine->ladder, engine->limits, engine, with);
        engine->rungs_loaded =
            rungs_within(catalogue, engine->ladder_loaded, engine->limits_loaded, engine, with);
    }
}
