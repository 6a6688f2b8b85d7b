/// parts.h — what the files of core/progress share.
#ifndef PS_CORE_PROGRESS_PARTS_H
#define PS_CORE_PROGRESS_PARTS_H

#include "ps/progress.h"

enum {
    PS__WEEK = 7,
    PS__START_DAYS = 28, ///< a value counts as that of the start when it is not older than this
    PS__TENTHS = 10,
    PS__SCORE_MAX = 10 ///< pain and goals are rated from 0 to this
};

/// What everything is made from.
typedef struct {
    const ps_catalogue *catalogue;
    const ps_history *history;
    const ps_progress_frame *frame;
} ps__source;

/// Whether an event had happened by the end of `today`.
static inline bool ps__by_today(const ps__source *of, const ps_event *event)
{
    return ps_local_day(event->at) <= of->frame->today;
}

/// The week of the block that a day lies in, from 0; below 0 for days before the block.
static inline int32_t ps__week_of(const ps__source *of, ps_day day)
{
    const int32_t since = day - of->frame->block_start;
    return since >= 0 ? since / PS__WEEK : -1 - (-1 - since) / PS__WEEK;
}

/// sum / count in tenths, rounded half away from zero. count > 0
static inline int32_t ps__mean_tenths(int32_t sum, int32_t count)
{
    const int32_t twice = 2 * PS__TENTHS * sum;
    return (twice + (twice < 0 ? -count : count)) / (2 * count);
}

/// The whole number 0..most that a text is, or PS_NOT_GIVEN.
int32_t ps__number_of(const char *text, int32_t most);

// ---- start and end of a series ----

/// Where a series stood at the start and where it stands now: indices of its items, or PS_NONE.
///
/// The start is the last value of the PS__START_DAYS days that end with the first day of the block;
/// without one the first value of the block.
typedef struct {
    int32_t first, last;
} ps__ends;

#define PS__ENDS_NONE ((ps__ends){PS_NONE, PS_NONE})

/// Takes the next item of the series, oldest first; those after `until` are passed over.
static inline void ps__ends_take(ps__ends *ends, ps_day block_start, ps_day until, ps_day day,
                                 int32_t index)
{
    if (day > until || day <= block_start - PS__START_DAYS) return;
    if (ends->first == PS_NONE || day <= block_start) ends->first = index;
    ends->last = index;
}

/// Whether there is something to compare.
static inline bool ps__ends_differ(const ps__ends *ends) { return ends->first != ends->last; }

// ---- the parts ----
//
// Each takes what it returns from `arena` and gives its scratch back. false: no room.

/// All tests with a result.
bool ps__tests_make(const ps__source *of, ps_arena *arena, ps_progress *progress);
size_t ps__tests_size(const ps__source *of);

/// Change of a course up to a day. Returns false when there is nothing to compare.
bool ps__course_change(const ps_test_course *course, ps_day block_start, ps_day until,
                       double *change);

/// Which way a change goes that is at least `smallest`. smallest > 0
ps_moved ps__moved_by(const ps_self_test *test, double change, double smallest);

bool ps__pain_make(const ps__source *of, ps_arena *arena, ps_progress *progress);
size_t ps__pain_size(const ps__source *of);

/// The goals that are live at the end of the day `until`, with their ratings.
bool ps__goals_make(const ps__source *of, ps_day until, ps_arena *arena, ps_goal *goals,
                    int32_t *count);
size_t ps__goals_size(const ps__source *of);

/// Needs pain and goals.
bool ps__weeks_make(const ps__source *of, ps_arena *arena, ps_progress *progress);
size_t ps__weeks_size(void);

/// Sessions done of those planned in the weeks from..to - 1 [per cent, rounded down]; PS_NOT_GIVEN
/// when none was planned.
int32_t ps__adherence_pct(const ps_progress *progress, int32_t from, int32_t to);

/// Needs weeks.
ps_proposal ps__proposal_of(const ps__source *of, const ps_progress *progress);

/// Needs everything else. Arena: for scratch only.
bool ps__checkpoints_make(const ps__source *of, ps_arena *arena, ps_progress *progress);

#endif
