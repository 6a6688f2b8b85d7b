// Self-tests: the result of each day and side, how well repeats agree, and whether it has changed.
#include "progress/parts.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/sort.h"

enum { SIDES = PS_SIDE_RIGHT + 1 };

/// Two measurements that differ by less than this many errors may be the same: 95 % of the
/// differences of two equally wrong results lie inside.
static const double smallest_errors = 1.96 * 1.4142135623730951;

/// A try that was measured, of a test that has a unit.
typedef struct {
    int32_t test;
    ps_side side;
    ps_day day;
    double value;
    bool valid;
} try;

typedef struct {
    try *tries;
    int32_t *order, *spare; ///< order: by test, side and day, then as they were measured
    int32_t count;
} gathered;

/// How far tries of one day lie from each other, summed over days and sides.
typedef struct {
    double squares; ///< of the distances from the mean of the day
    int32_t pairs;
} spread;

// ---- gathering ----

/// Index of the test that has a number as its result, or PS_NONE.
static int32_t test_called(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->self_tests.count; i++) {
        const ps_self_test *test = &catalogue->self_tests.at[i];
        if (strcmp(test->id, id) == 0) return test->unit ? i : PS_NONE;
    }
    return PS_NONE;
}

static int32_t measured(const ps_history *history)
{
    int32_t count = 0;
    for (int32_t i = 0; i < history->count; i++) {
        count += history->events[i]->kind == PS_EVENT_test_measured;
    }
    return count;
}

static void gather(const ps__source *of, gathered *to)
{
    for (int32_t i = 0; i < of->history->count; i++) {
        const ps_event *event = of->history->events[i];
        if (event->kind != PS_EVENT_test_measured || !ps__by_today(of, event)) continue;
        const ps_test_measured *said = &event->as.test_measured;
        const int32_t test = test_called(of->catalogue, said->test);
        if (test == PS_NONE) continue;
        to->order[to->count] = to->count;
        to->tries[to->count++] =
            (try){test, said->side, ps_local_day(event->at), said->value, said->valid};
    }
}

static int32_t order_of(const void *context, int32_t a, int32_t b)
{
    const try *x = (const try *)context + a, *y = (const try *)context + b;
    if (x->test != y->test) return x->test < y->test ? -1 : 1;
    if (x->side != y->side) return x->side < y->side ? -1 : 1;
    return x->day < y->day ? -1 : x->day > y->day;
}

// ---- a day ----

/// The values of one day and side that count; of many the last.
typedef struct {
    double at[PS_TRIES_MAX];
    int32_t count, invalid;
} valid_tries;

static void keep_try(valid_tries *of, const try *one)
{
    if (!one->valid) {
        of->invalid++;
        return;
    }
    if (of->count == PS_TRIES_MAX) {
        memmove(of->at, of->at + 1, (PS_TRIES_MAX - 1) * sizeof of->at[0]);
        of->count--;
    }
    of->at[of->count++] = one->value;
}

static void add_spread(spread *to, const valid_tries *of)
{
    double sum = 0;
    for (int32_t i = 0; i < of->count; i++) sum += of->at[i];
    for (int32_t i = 0; i < of->count; i++) {
        const double off = of->at[i] - sum / of->count;
        to->squares += off * off;
    }
    to->pairs += of->count - 1;
}

static ps_test_day day_of(const ps_self_test *test, ps_day day, const valid_tries *of)
{
    ps_test_day result = {.day = day,
                          .value = ps_test_counting(test, of->at, of->count),
                          .tries = of->count,
                          .invalid = of->invalid,
                          .low = of->at[0],
                          .high = of->at[0]};
    for (int32_t i = 1; i < of->count; i++) {
        if (of->at[i] < result.low) result.low = of->at[i];
        if (of->at[i] > result.high) result.high = of->at[i];
    }
    return result;
}

// ---- a course ----

/// Adds the days of one test and side, the places from..to - 1 of the order. Returns how many.
static int32_t take_days(const ps_catalogue *catalogue, const gathered *from_tries, int32_t from,
                         int32_t to, ps_test_day *days, spread *spreads)
{
    int32_t count = 0;
    for (int32_t i = from; i < to;) {
        const try *first = &from_tries->tries[from_tries->order[i]];
        valid_tries kept = {.count = 0};
        for (; i < to && from_tries->tries[from_tries->order[i]].day == first->day; i++) {
            keep_try(&kept, &from_tries->tries[from_tries->order[i]]);
        }
        if (kept.count == 0) continue;
        days[count++] = day_of(&catalogue->self_tests.at[first->test], first->day, &kept);
        add_spread(&spreads[first->test], &kept);
    }
    return count;
}

/// Every test and side with a day; returns how many courses. `days` is the room of all of them.
static int32_t take_courses(const ps__source *of, const gathered *from, ps_test_day *days,
                            ps_test_course *courses, spread *spreads)
{
    int32_t count = 0;
    for (int32_t i = 0; i < from->count;) {
        const try *first = &from->tries[from->order[i]];
        int32_t end = i;
        for (; end < from->count; end++) {
            const try *one = &from->tries[from->order[end]];
            if (one->test != first->test || one->side != first->side) break;
        }
        const int32_t found = take_days(of->catalogue, from, i, end, days, spreads);
        i = end;
        if (found == 0) continue;
        const int32_t kept = found < PS_TEST_DAYS_MAX ? found : PS_TEST_DAYS_MAX;
        courses[count++] = (ps_test_course){.test = first->test,
                                            .side = first->side,
                                            .days = days + found - kept,
                                            .day_count = kept};
        days += found;
    }
    return count;
}

static ps_repeatability repeatability_of(const ps_self_test *test, const spread *of)
{
    ps_repeatability result = {.pairs = of->pairs, .smallest = test->change_needed};
    if (of->pairs > 0) result.error = sqrt(of->squares / of->pairs);
    const double own = smallest_errors * result.error;
    if (of->pairs < PS_REPEATS_LEAST || own <= result.smallest) return result;
    result.smallest = own;
    result.own = true;
    return result;
}

bool ps__course_change(const ps_test_course *course, ps_day block_start, ps_day until,
                       double *change)
{
    ps__ends ends = PS__ENDS_NONE;
    for (int32_t i = 0; i < course->day_count; i++) {
        ps__ends_take(&ends, block_start, until, course->days[i].day, i);
    }
    if (!ps__ends_differ(&ends)) return false;
    *change = course->days[ends.last].value - course->days[ends.first].value;
    return true;
}

ps_moved ps__moved_by(const ps_self_test *test, double change, double smallest)
{
    assert(smallest > 0);
    if (fabs(change) < smallest) return PS_MOVED_NOT;
    return (change > 0) == (test->better == PS_BETTER_HIGHER) ? PS_MOVED_BETTER : PS_MOVED_WORSE;
}

/// Without a smallest change nobody can tell a change from noise.
static void judge(const ps__source *of, const spread *spreads, ps_test_course *course)
{
    const ps_self_test *test = &of->catalogue->self_tests.at[course->test];
    course->repeatability = repeatability_of(test, &spreads[course->test]);
    const double smallest = course->repeatability.smallest;
    const bool compared =
        ps__course_change(course, of->frame->block_start, of->frame->today, &course->change);
    if (compared && smallest > 0) course->moved = ps__moved_by(test, course->change, smallest);
}

// ---- all of it ----

static int32_t courses_most(const ps__source *of, int32_t tries)
{
    const int32_t most = SIDES * of->catalogue->self_tests.count;
    return most < tries ? most : tries;
}

bool ps__tests_make(const ps__source *of, ps_arena *arena, ps_progress *progress)
{
    const int32_t count = measured(of->history);
    ps_test_day *days = ps_arena_take(arena, count, sizeof *days);
    ps_test_course *courses = ps_arena_take(arena, courses_most(of, count), sizeof *courses);
    const size_t results = arena->used;

    gathered from = {
        .tries = ps_arena_take(arena, count, sizeof *from.tries),
        .order = ps_arena_take(arena, count, sizeof *from.order),
        .spare = ps_arena_take(arena, count, sizeof *from.spare),
    };
    spread *spreads = ps_arena_take(arena, of->catalogue->self_tests.count, sizeof *spreads);
    if (!days || !courses || !from.tries || !from.order || !from.spare || !spreads) return false;

    gather(of, &from);
    ps__sort(from.order, from.count, from.spare, order_of, from.tries);
    progress->test_count = take_courses(of, &from, days, courses, spreads);
    for (int32_t i = 0; i < progress->test_count; i++) judge(of, spreads, &courses[i]);
    progress->tests = courses;
    ps_arena_rewind(arena, results);
    return true;
}

size_t ps__tests_size(const ps__source *of)
{
    enum { ARRAYS = 6 };
    const size_t count = (size_t)measured(of->history);
    const size_t of_one = sizeof(ps_test_day) + sizeof(try) + 2 * sizeof(int32_t);
    const size_t tests = (size_t)of->catalogue->self_tests.count;
    return ARRAYS * _Alignof(max_align_t) + count * of_one +
           tests * (SIDES * sizeof(ps_test_course) + sizeof(spread));
}
