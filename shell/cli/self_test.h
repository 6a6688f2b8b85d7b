/// self_test.h — psoas test: the self-tests that are measured, and their pages.
#ifndef PS_SHELL_SELF_TEST_H
#define PS_SHELL_SELF_TEST_H

#include "shell/cli/log.h"

/// A self-test with a number as its result.
typedef struct {
    const char *id;          ///< of the test
    const char *option;      ///< that gives the number
    const char *example;     ///< of the options of a try
    const char *left_field;  ///< intake field that has its limits
    bool whole;              ///< whole numbers only
    int32_t tries;           ///< of a side
    const char *one, *many;  ///< behind the number: " degree", " degrees"
    const char *more, *less; ///< of two results: "longer", "shorter"
} self_test_measure;

/// NULL for questions, which have no number.
const self_test_measure *self_test_measure_of(const ps_self_test *test);

/// What may be typed, in the units of the test.
typedef struct {
    double low, high;
} self_test_limits;
self_test_limits self_test_limits_of(const cli *c, const self_test_measure *measure);

/// The bit of ps_screen_result.closed_tests.
bool self_test_is_closed(const ps_coach *coach, int32_t test);

/// Why it is closed: the code's own text; a sentence about the screening when no code says it.
void self_test_put_closed(cli *c, const coach_run *run, int32_t test);

/// The course of one side, or NULL.
const ps_test_course *self_test_course(const ps_progress *progress, int32_t test, ps_side side);

/// "-9.5 degrees", "12 s", "2 of 5".
void self_test_put_value(buffer *to, const ps_self_test *test, double value);

/// What this value means, in the words of the test; NULL when it has none for it.
/// weaker  the other side is clearly better
const char *self_test_reading(const ps_self_test *test, double value, bool weaker);

/// How far a result may be off, and where that number is from: "6 degrees, from studies".
void self_test_put_error(buffer *to, const ps_self_test *test, const ps_repeatability *of);

// ---- pages ----

void self_test_put_overview(cli *c, const coach_run *run);

/// index  of the test, here and below
void self_test_put_instructions(cli *c, const coach_run *run, int32_t index);

/// The latest results of a side: value, reading, change against its error, the other side.
void self_test_put_result(cli *c, const coach_run *run, int32_t index, ps_side side);

// ---- asking ----

/// One try.
typedef struct {
    double value;
    bool valid;
} self_test_try;

/// Asks for the number-th try at the terminal; false when it was stopped.
bool self_test_ask(cli *c, const self_test_measure *measure, int32_t number, self_test_try *got);

/// Questions without a number: asks them, and says what the answers fit. Nothing is kept.
void self_test_ask_questions(cli *c, const ps_self_test *test);

#endif
