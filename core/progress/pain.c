// Everything that was said about pain, as points on a time line.
#include "progress/parts.h"

#include <string.h>

#include "base/scan.h"
#include "base/sort.h"

int32_t ps__number_of(const char *text, int32_t most)
{
    ps_scan scan = {.text = ps_str_of(text)};
    int32_t value = PS_NOT_GIVEN;
    if (!ps__take_int(&scan, most, &value) || !ps__at_end(&scan)) return PS_NOT_GIVEN;
    return value;
}

/// The pain questions of the intake.
static const struct {
    const char *field;
    ps_pain_context context;
} questions[] = {
    {"pain_now",       PS_PAIN_NOW      },
    {"pain_rest",      PS_PAIN_AT_REST  },
    {"pain_ordinary",  PS_PAIN_ORDINARY },
    {"pain_worst_24h", PS_PAIN_WORST_24H},
};

static bool from_answer(const ps_intake_given *said, ps_pain_point *point)
{
    for (int32_t i = 0; i < PS_COUNT(questions); i++) {
        if (!said->value || strcmp(questions[i].field, said->field) != 0) continue;
        point->pain = ps__number_of(said->value, PS__SCORE_MAX);
        point->context = questions[i].context;
        point->side = PS_SIDE_BOTH; // it is asked for the person, not for a side
        return point->pain != PS_NOT_GIVEN;
    }
    return false;
}

/// Whether the event tells a pain by itself; those of sets are told by their session.
static bool point_of(const ps_event *event, ps_pain_point *point)
{
    *point = (ps_pain_point){.day = ps_local_day(event->at)};
    if (event->kind == PS_EVENT_pain_reported) {
        const ps_pain_reported *said = &event->as.pain_reported;
        point->pain = said->pain;
        point->context = said->context;
        point->side = said->side;
        point->place = said->place;
        return true;
    }
    if (event->kind == PS_EVENT_morning_reported) {
        point->pain = event->as.morning_reported.pain;
        point->side = event->as.morning_reported.side;
        point->morning = true;
        return true;
    }
    return event->kind == PS_EVENT_intake_given && from_answer(&event->as.intake_given, point);
}

// ---- sessions ----

enum { SIDES = PS_SIDE_RIGHT + 1 };

/// The worst pain of each side in a session; returns how many points.
static int32_t points_of_session(const ps_session_record *session, ps_pain_point points[SIDES])
{
    int32_t worst[SIDES] = {PS_NOT_GIVEN, PS_NOT_GIVEN, PS_NOT_GIVEN};
    for (int32_t i = 0; i < session->set_count; i++) {
        const ps_set_done *set = &session->sets[i]->as.set_done;
        if (set->pain > worst[set->side]) worst[set->side] = set->pain;
    }
    int32_t count = 0;
    for (int32_t side = 0; side < SIDES; side++) {
        if (worst[side] == PS_NOT_GIVEN) continue;
        points[count++] = (ps_pain_point){.day = session->day,
                                          .pain = worst[side],
                                          .context = PS_PAIN_DURING,
                                          .set = true,
                                          .side = (ps_side)side};
    }
    return count;
}

// ---- all of it ----

static int32_t points_most(const ps_history *history)
{
    int32_t count = 0;
    for (int32_t i = 0; i < history->session_count; i++) {
        const int32_t sets = history->sessions[i].set_count;
        count += sets < SIDES ? sets : SIDES;
    }
    for (int32_t i = 0; i < history->count; i++) {
        ps_pain_point point;
        count += point_of(history->events[i], &point);
    }
    return count;
}

static int32_t order_of(const void *context, int32_t a, int32_t b)
{
    const ps_pain_point *points = context;
    return points[a].day < points[b].day ? -1 : points[a].day > points[b].day;
}

static int32_t gather(const ps__source *of, ps_pain_point *points)
{
    const ps_history *history = of->history;
    int32_t count = 0;
    for (int32_t i = 0; i < history->count; i++) {
        ps_pain_point point;
        if (!ps__by_today(of, history->events[i])) continue;
        if (point_of(history->events[i], &point)) points[count++] = point;
    }
    for (int32_t i = 0; i < history->session_count; i++) {
        if (history->sessions[i].day <= of->frame->today) {
            count += points_of_session(&history->sessions[i], &points[count]);
        }
    }
    return count;
}

bool ps__pain_make(const ps__source *of, ps_arena *arena, ps_progress *progress)
{
    const int32_t most = points_most(of->history);
    ps_pain_point *points = ps_arena_take(arena, most, sizeof *points);
    const size_t results = arena->used;
    ps_pain_point *found = ps_arena_take(arena, most, sizeof *found);
    int32_t *order = ps_arena_take(arena, most, sizeof *order);
    int32_t *spare = ps_arena_take(arena, most, sizeof *spare);
    if (!points || !found || !order || !spare) return false;

    progress->pain_count = gather(of, found);
    for (int32_t i = 0; i < progress->pain_count; i++) order[i] = i;
    ps__sort(order, progress->pain_count, spare, order_of, found);
    for (int32_t i = 0; i < progress->pain_count; i++) points[i] = found[order[i]];
    progress->pain = points;
    ps_arena_rewind(arena, results);
    return true;
}

size_t ps__pain_size(const ps__source *of)
{
    enum { ARRAYS = 4 };
    const size_t of_one = 2 * sizeof(ps_pain_point) + 2 * sizeof(int32_t);
    return ARRAYS * _Alignof(max_align_t) + (size_t)points_most(of->history) * of_one;
}
