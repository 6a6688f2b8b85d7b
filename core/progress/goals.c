// Goals in the person's own words: which are live, and how they were rated.
#include "progress/parts.h"

#include <string.h>

static int32_t ratings_most(const ps_history *history)
{
    int32_t count = 0;
    for (int32_t i = 0; i < history->count; i++) {
        count += history->events[i]->kind == PS_EVENT_goal_rated;
    }
    return count < PS_GOAL_RATINGS_MAX ? count : PS_GOAL_RATINGS_MAX;
}

/// Goals in the making; those behind `count` only lend their room.
typedef struct {
    ps_goal *goals;
    ps_goal_rating *ratings[PS_GOALS_MAX]; ///< room of each, moves with its goal
    int32_t count, most;                   ///< most: ratings of a goal
} live_goals;

static int32_t find(const live_goals *of, const char *id)
{
    for (int32_t i = 0; i < of->count; i++) {
        if (strcmp(of->goals[i].id, id) == 0) return i;
    }
    return PS_NONE;
}

static void set_goal(live_goals *of, const ps_event *event)
{
    const ps_goal_set *said = &event->as.goal_set;
    const int32_t at = find(of, said->goal);
    if (at != PS_NONE) {
        of->goals[at].text = said->text;
    } else if (of->count < PS_GOALS_MAX) {
        of->goals[of->count++] =
            (ps_goal){.id = said->goal, .text = said->text, .set_on = ps_local_day(event->at)};
    }
}

/// Of one day the last rating counts; of too many days the last ones.
static void rate_goal(live_goals *of, const ps_event *event)
{
    const int32_t at = find(of, event->as.goal_rated.goal);
    if (at == PS_NONE) return;
    ps_goal *goal = &of->goals[at];
    ps_goal_rating *ratings = of->ratings[at];
    // on a flight to the west a later rating can belong to an earlier day: it counts as the last
    ps_day day = ps_local_day(event->at);
    if (goal->rating_count > 0 && ratings[goal->rating_count - 1].day >= day) {
        day = ratings[--goal->rating_count].day;
    }
    if (goal->rating_count == of->most) {
        memmove(ratings, ratings + 1, (size_t)(of->most - 1) * sizeof *ratings);
        goal->rating_count--;
    }
    ratings[goal->rating_count++] = (ps_goal_rating){day, event->as.goal_rated.rating};
}

static void drop_goal(live_goals *of, const ps_event *event)
{
    const int32_t at = find(of, event->as.goal_dropped.goal);
    if (at == PS_NONE) return;
    of->count--;
    ps_goal_rating *freed = of->ratings[at];
    for (int32_t i = at; i < of->count; i++) {
        of->goals[i] = of->goals[i + 1];
        of->ratings[i] = of->ratings[i + 1];
    }
    of->ratings[of->count] = freed;
}

bool ps__goals_make(const ps__source *of, ps_day until, ps_arena *arena, ps_goal *goals,
                    int32_t *count)
{
    live_goals live = {.goals = goals, .most = ratings_most(of->history)};
    for (int32_t i = 0; i < PS_GOALS_MAX; i++) {
        live.ratings[i] = ps_arena_take(arena, live.most, sizeof *live.ratings[i]);
        if (!live.ratings[i]) return false;
    }
    for (int32_t i = 0; i < of->history->count; i++) {
        const ps_event *event = of->history->events[i];
        if (ps_local_day(event->at) > until) continue;
        if (event->kind == PS_EVENT_goal_set) set_goal(&live, event);
        if (event->kind == PS_EVENT_goal_rated) rate_goal(&live, event);
        if (event->kind == PS_EVENT_goal_dropped) drop_goal(&live, event);
    }
    for (int32_t i = 0; i < live.count; i++) goals[i].ratings = live.ratings[i];
    *count = live.count;
    return true;
}

size_t ps__goals_size(const ps__source *of)
{
    const size_t most = (size_t)ratings_most(of->history);
    return PS_GOALS_MAX * (_Alignof(max_align_t) + most * sizeof(ps_goal_rating));
}
