// Laws: whatever somebody answers, is cleared of, wishes, trains and reports, the coach keeps to
// the laws of test/coach_people.h; the same events in any order mean the same; one answer that is
// riskier never makes a plan where there was none.
#include "test/coach_people.h"

static person ann;
static look by, other;

/// Fails with what test.h has printed.
static void must_hold(void)
{
    if (test_failed_checks > 0) abort();
}

/// The events from the last to the first.
static void turn_round(person *of)
{
    for (int32_t i = 0, k = of->count - 1; i < k; i++, k--) {
        const ps_event event = of->events[i];
        of->events[i] = of->events[k];
        of->events[k] = event;
    }
}

/// Turns the no that `at` points to into a yes; false when there is none.
static bool make_riskier(person *of, int32_t at)
{
    for (int32_t i = 0; i < of->count; i++) {
        ps_event *event = &of->events[(at + i) % of->count];
        if (event->kind != PS_EVENT_screen_answered) continue;
        if (event->as.screen_answered.answer != PS_ANSWER_NO) return false;
        event->as.screen_answered.answer = PS_ANSWER_YES;
        return true;
    }
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fate bytes = {.bytes = data, .left = size};
    if (size == 0) return 0;
    const int32_t at = draw(&bytes, 0, UINT8_MAX);
    const bool careful = draw(&bytes, 0, 1) == 0;
    const ps_day today = some_life(&ann, &bytes, careful);
    const ps_coach *coach = coach_of(&by, &ann, today);
    law_coach(coach);
    must_hold();

    turn_round(&ann);
    if (coach_digest(coach_of(&other, &ann, today)) != coach_digest(coach)) abort();

    // with other doubts left a yes can settle what a no did not, see docs/screening.md
    const bool doubt = coach->told.screened.outcome == PS_SCREEN_INCOMPLETE;
    if (doubt || !make_riskier(&ann, at)) return 0;
    const ps_coach *after = coach_of(&other, &ann, today);
    if (after->plan.made && !coach->plan.made) abort();
    law_coach(after);
    must_hold();
    return 0;
}
