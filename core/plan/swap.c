// May an exercise be done, seen among the others: what its loaded form takes over, and what
// another of the same first role replaces.
#include "plan/week.h"

#include <assert.h>

/// What an article's own choice of an exercise sets aside. A sensitive back, weights before their
/// week, and all that screening, pain, room and equipment say stay.
static const uint32_t article_ignores =
    UINT32_C(1) << PS_BLOCK_WEEK | UINT32_C(1) << PS_BLOCK_SKILL | UINT32_C(1) << PS_BLOCK_X01 |
    UINT32_C(1) << PS_BLOCK_FIRST | UINT32_C(1) << PS_BLOCK_GRADUATED;

const ps_programme_item *ps__article_item(const ps_catalogue *catalogue, int32_t programme,
                                          int32_t exercise)
{
    if (programme == PS_NONE) return NULL;
    const ps_programme_items *items = &catalogue->programmes.at[programme].items;
    for (int32_t i = 0; i < items->count; i++) {
        if (items->at[i].exercise == exercise) return &items->at[i];
    }
    return NULL;
}

static uint32_t ignored_of(const ps_catalogue *catalogue, int32_t programme, int32_t exercise)
{
    return ps__article_item(catalogue, programme, exercise) ? article_ignores : 0;
}

// ---- swaps ----

/// Mastered exercises whose loaded one is in `open`: it took over.
static uint64_t taken_over(const ps_catalogue *catalogue, const ps_plan_input *in,
                           int32_t programme, uint64_t open)
{
    uint64_t set = 0;
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        const int32_t loaded = catalogue->exercises.at[e].engine.loaded_exercise;
        if (loaded == PS_NONE || !ps_has(open, loaded) || !ps__mastered(catalogue, in, e)) continue;
        if (!ps_has(ignored_of(catalogue, programme, e), PS_BLOCK_GRADUATED)) {
            set |= UINT64_C(1) << e;
        }
    }
    return set;
}

static ps_role first_role(const ps_catalogue *catalogue, int32_t exercise)
{
    return catalogue->exercises.at[exercise].engine.roles.at[0];
}

/// Those of `set` whose first role is that of the exercise.
static uint64_t like(const ps_catalogue *catalogue, uint64_t set, int32_t exercise)
{
    const ps_role role = first_role(catalogue, exercise);
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        if (first_role(catalogue, e) != role) set &= ~(UINT64_C(1) << e);
    }
    return set;
}

bool ps_plan_may_take(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise)
{
    return first_role(catalogue, exercise) != PS_ROLE_R || ps_has(in->optin, exercise);
}

/// Those of `open` that may stand in for another.
static uint64_t able(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                     uint64_t open)
{
    uint64_t set = open & ~taken_over(catalogue, in, programme, open);
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        if (!ps_plan_may_take(catalogue, in, e)) set &= ~(UINT64_C(1) << e);
    }
    return set;
}

/// Those that stay although somebody wants them swapped: there is nothing in their place. One that
/// stays may have taken over from another's replacement, so it is asked until nothing changes.
static uint64_t kept_of(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                        uint64_t open)
{
    uint64_t kept = 0, before = 0;
    do {
        before = kept;
        const uint64_t stay = (open & ~in->swapped) | kept;
        const uint64_t others = able(catalogue, in, programme, stay) & ~in->swapped;
        for (int32_t e = 0; e < catalogue->exercises.count; e++) {
            if (ps_has(open & in->swapped, e) && like(catalogue, others, e) == 0) {
                kept |= UINT64_C(1) << e;
            }
        }
    } while (kept != before);
    return kept;
}

void ps__swap_find(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                   ps__swap *swap)
{
    swap->out = 0;
    if (in->swapped == 0) return;
    uint64_t open = 0, waits = 0;
    int32_t uses[PS_EXERCISES_MAX];
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        const uint32_t all =
            ps_plan_against(catalogue, in, e, ignored_of(catalogue, programme, e)).all;
        if (all == 0) open |= UINT64_C(1) << e;
        if (all == UINT32_C(1) << PS_BLOCK_FIRST) waits |= UINT64_C(1) << e;
        uses[e] = ps_at_least(in->state[e][0].uses, in->state[e][1].uses);
    }
    swap->out = open & in->swapped & ~kept_of(catalogue, in, programme, open);
    const uint64_t others = able(catalogue, in, programme, open & ~swap->out) & ~in->swapped;
    const ps_class_plan *plan = ps_class_plan_of(catalogue, ps_plan_class(in));
    const ps__taste taste = {catalogue, in, plan, waits, uses};
    for (int32_t e = 0; e < catalogue->exercises.count; e++) {
        if (!ps_has(swap->out, e)) continue;
        swap->instead[e] = ps__best(&taste, like(catalogue, others, e), first_role(catalogue, e));
    }
}

// ---- all reasons ----

ps_why_not ps__why_not(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                       const ps__swap *swap, int32_t exercise)
{
    const uint32_t ignored = ignored_of(catalogue, programme, exercise);
    ps_why_not why = ps_plan_against(catalogue, in, exercise, ignored);
    const int32_t loaded = catalogue->exercises.at[exercise].engine.loaded_exercise;
    const bool graduated =
        !ps_has(ignored, PS_BLOCK_GRADUATED) && loaded != PS_NONE &&
        ps__mastered(catalogue, in, exercise) && !ps_has(swap->out, loaded) &&
        ps_plan_against(catalogue, in, loaded, ignored_of(catalogue, programme, loaded)).all == 0;
    if (graduated) ps__block(&why, PS_BLOCK_GRADUATED, loaded);
    if (why.all == 0 && ps_has(swap->out, exercise)) {
        ps__block(&why, PS_BLOCK_SWAPPED, swap->instead[exercise]);
    }
    return why;
}

ps_why_not ps_plan_why_not_of(const ps_catalogue *catalogue, const ps_plan_input *in,
                              int32_t programme, int32_t exercise)
{
    assert(programme == PS_NONE || programme < catalogue->programmes.count);
    const int32_t loaded = catalogue->exercises.at[exercise].engine.loaded_exercise;
    const bool asks =
        ps_has(in->swapped, exercise) || (loaded != PS_NONE && ps_has(in->swapped, loaded));
    ps__swap swap = {0};
    if (asks) ps__swap_find(catalogue, in, programme, &swap);
    return ps__why_not(catalogue, in, programme, &swap, exercise);
}

ps_why_not ps_plan_why_not(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise)
{
    return ps_plan_why_not_of(catalogue, in, PS_NONE, exercise);
}
