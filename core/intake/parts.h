/// parts.h — what the files of the intake share.
#ifndef PS_INTAKE_PARTS_H
#define PS_INTAKE_PARTS_H

#include "ps/intake.h"
#include "screen/parts.h"

// ---- pain ----

/// By ps_pain_reading; PS_NOT_GIVEN where nothing was said.
typedef struct {
    int32_t at[PS_PAIN_READINGS];
} ps__readings;

/// What a pain score says, and what a value of the intake says when it is one about pain.
ps__readings ps__pain_of_score(int32_t score, ps_pain_context context);
ps__readings ps__pain_of_value(const ps_intake_field *field, const ps_value *value);

bool ps__says_nothing(const ps__readings *said);

/// Whether a day has heard all of this already, so that to note it once more changes nothing.
bool ps__pain_is_known(const ps_intake *of, ps_day day, const ps__readings *said);

/// Notes what was said about pain on a day.
void ps__pain_note(ps_intake *of, ps_day day, const ps__readings *said);

/// Forgets what was said last; what the days of the window heard stays.
void ps__pain_take_back(ps_intake *of, const ps_intake_field *field);

/// The window that ends with `today`; what nobody spoke of in it, as it was said last.
ps__readings ps__pain_on(const ps_intake *of, ps_day today);

/// The index of the reading that a field holds, or PS_NONE.
int32_t ps__reading_of(const ps_intake_field *field);

/// Puts the readings into their fields.
void ps__pain_put(const ps_catalogue *catalogue, const ps__readings *pain, ps_profile *profile);

/// The latest day up to `today` with a report, or PS_DAY_NEVER.
ps_day ps__pain_day(const ps_intake *of, ps_day today);

// ---- self-tests ----

/// Notes a try; false when it says nothing here.
bool ps__test_take(ps_intake *of, const ps_test_measured *body, ps_day day);

/// Whether only self-tests fill the field.
bool ps__is_tested(const ps_intake_field *field);

// ---- the worst of all that was said ----

/// Fields that every round asks anew: weeks since something do not run along, and go stale.
enum { PS__ASKED_ANEW = 5 };
int32_t ps__asked_anew(const ps_catalogue *catalogue, int32_t index);

/// Hears an answer, a value, the start of a round. With `firm` it takes the place of what was
/// heard before; else both stand, as one of them may be a slip.
void ps__hear_answer(ps_heard *heard, int32_t item, ps_item_answer answer, bool firm);
void ps__hear_value(ps_heard *heard, int32_t field, const ps_value *value, bool firm);
void ps__hear_round(ps_heard *heard, const ps_catalogue *catalogue, bool firm);

// ---- the profile of a day ----

/// What counts, as it is on a day: pain of the last days, weeks that have gone by. Without `stood`.
void ps__profile_on(const ps_intake *of, ps_day day, ps_profile *profile);

/// Weeks that have gone by since `told`.
void ps__let_weeks_pass(const ps_catalogue *catalogue, const ps_event *const *told, ps_day day,
                        ps_profile *profile);

/// What rules are asked about: what counts, or the two ends of all that was ever said. A leaf is
/// what it is at its worst.
typedef struct {
    ps_profile profiles[2];
    ps__facts facts[2];
    int32_t count;
} ps__views;

void ps__views_of(const ps_intake *of, bool heard, ps_day day, ps__views *views);
ps_truth ps__worst_truth(const void *views, const ps_rule_node *leaf);

// ---- clearings and locks ----

/// What an event said that a flag can hang on.
typedef struct {
    bool raises;       ///< a flag can be up that was not
    int32_t item;      ///< that was answered with a yes, or PS_NONE
    int32_t field;     ///< that got a value, or PS_NONE
    ps__readings pain; ///< that it spoke of
} ps__news;

/// Draws the conclusions of an event: flags that stand from now on, clearings that a new yes ended.
///
/// heard  it was only heard, which matters for locks; else it counts
void ps__settle(ps_intake *of, bool heard, ps_day day, const ps__news *news);

/// Flags that stood leave when they were cleared and then, in a round begun after that, answered
/// with no. Locks leave by what was heard, the others by what counts.
void ps__forget(ps_intake *of, bool heard, ps_day day);

void ps__clearing_take(ps_intake *of, const ps_flag_cleared *body, ps_day day);

/// Ends all clearings; with `locks_only` those of EMERGENCY and URGENT flags.
void ps__clearings_end(ps_intake *of, bool locks_only);

#endif
