#include "progress/parts.h"

#include <assert.h>

#define NAMES(T, ...)                                     \
    static const char *const T##_words[] = {__VA_ARGS__}; \
    const ps_enum T##_names = PS_ENUM_OF(T, T##_words)

NAMES(ps_moved, "not-known", "not", "better", "worse");
NAMES(ps_check_verdict, "waits", "no-data", "better", "partly", "same", "too-little", "worse");
NAMES(ps_check_advice, "go-on", "keep-dose", "class-or-refer", "fewer-days", "refer", "maintain",
      "four-more", "measure");
NAMES(ps_proposal, "nothing", "fewer-days", "minimum", "ask");

#undef NAMES

/// Fills `to` part by part; false when there is no room.
static bool make(const ps__source *of, ps_arena *arena, ps_progress *to)
{
    if (!ps__tests_make(of, arena, to) || !ps__pain_make(of, arena, to) ||
        !ps__goals_make(of, of->frame->today, arena, to->goals, &to->goal_count) ||
        !ps__weeks_make(of, arena, to) || !ps__checkpoints_make(of, arena, to)) {
        return false;
    }
    to->proposal = ps__proposal_of(of, to);
    return true;
}

ps_code ps_progress_of(const ps_catalogue *catalogue, const ps_history *history,
                       const ps_progress_frame *frame, ps_arena *arena, ps_progress *progress,
                       ps_error *err)
{
    assert(frame->days_per_week > 0);
    const ps__source of = {catalogue, history, frame};
    const size_t used = arena->used;
    ps_progress made = {0};
    if (!make(&of, arena, &made)) {
        ps_arena_rewind(arena, used);
        return ps_fail(err, PS_NOMEM, (ps_place){0, 0}, "no room for the progress of %d events",
                       (int)history->count);
    }
    *progress = made;
    return PS_OK;
}

// No sum here passes SIZE_MAX: an event in memory takes more than what is made of it.
size_t ps_progress_size(const ps_catalogue *catalogue, const ps_history *history)
{
    const ps__source of = {catalogue, history, NULL};
    // goals twice: checkpoints look at those of their own day
    return ps__tests_size(&of) + ps__pain_size(&of) + 2 * ps__goals_size(&of) + ps__weeks_size();
}
