// Laws 5 and 6: what a code forbids stands on every exercise that it means.
#include "laws_part.h"

// ---- joint range ----

static const struct {
    bool above; ///< past 90 degrees of flexion, else behind the body
    const char *code;
    const char *why;
} range_codes[] = {
    {true,  "THA_POST_EARLY", "a hip replaced from behind can slip out past 90 degrees"   },
    {true,  "HIP_ANT_PINCH",  "a deep bend can pinch the front of the hip"                },
    {false, "THA_ANT_EARLY",  "a hip replaced from the front can slip out behind the body"},
    {false, "HIP_ANT_PINCH",  "a leg far behind the body can pinch the front of the hip"  },
};

static void check_range(law_book *book, const ps_exercise *exercise)
{
    const ps_motion_range *motion = &exercise->motion;
    if (!motion->hip_moves) return;
    for (int32_t i = 0; i < PS_COUNT(range_codes); i++) {
        const bool reaches =
            range_codes[i].above ? motion->hip_deg.high > 90 : motion->hip_deg.low < 0;
        if (!reaches) continue;
        const int32_t code = law_find(book->all, "codes", range_codes[i].code);
        if (code != PS_NONE && ps_exercise_code(exercise, code, NULL) != PS_CODE_UNNAMED) continue;
        law_broken(book, exercise, "the hip moves from %d to %d degrees, want %s named: %s",
                   motion->hip_deg.low, motion->hip_deg.high, range_codes[i].code,
                   range_codes[i].why);
    }
}

void law_hip_range(law_book *book) { law_each_exercise(book, check_range); }

// ---- prohibits and limits ----

static void check_described(law_book *book, int32_t code, const ps_describe *describe,
                            ps_code_mode wanted)
{
    const char *id = book->all->codes.at[code].id;
    for (int32_t i = 0; i < book->all->exercises.count; i++) {
        const ps_exercise *exercise = &book->all->exercises.at[i];
        if (!ps_describes_exercise(describe, book->all, exercise)) continue;
        if (ps_exercise_code(exercise, code, NULL) >= wanted) continue;
        law_broken(book, exercise,
                   wanted == PS_CODE_EXCLUDE ? "%s prohibits %s, want it among exclude"
                                             : "%s limits %s, want it among exclude or modify",
                   id, exercise->id);
    }
}

void law_prohibits(law_book *book)
{
    for (int32_t i = 0; i < book->all->codes.count; i++) {
        const ps_describes prohibits = book->all->codes.at[i].prohibits;
        for (int32_t j = 0; j < prohibits.count; j++) {
            check_described(book, i, &prohibits.at[j], PS_CODE_EXCLUDE);
        }
    }
}

void law_limits(law_book *book)
{
    for (int32_t i = 0; i < book->all->codes.count; i++) {
        const ps_describes limits = book->all->codes.at[i].limits;
        for (int32_t j = 0; j < limits.count; j++) {
            check_described(book, i, &limits.at[j], PS_CODE_MODIFY);
        }
    }
}

// ---- notes ----

static int32_t times_named(ps_code_uses uses, int32_t code)
{
    int32_t times = 0;
    for (int32_t i = 0; i < uses.count; i++) times += uses.at[i].code == code;
    return times;
}

static void check_modify(law_book *book, const ps_exercise *exercise)
{
    for (int32_t i = 0; i < exercise->modify.count; i++) {
        const ps_code_use *use = &exercise->modify.at[i];
        if (use->note) continue;
        law_broken(book, use, "modify of %s has no note, want what to change",
                   book->all->codes.at[use->code].id);
    }
    for (int32_t code = 0; code < book->all->codes.count; code++) {
        const int32_t times =
            times_named(exercise->exclude, code) + times_named(exercise->modify, code);
        if (times <= 1) continue;
        law_broken(book, exercise, "%s is named %d times, want it once",
                   book->all->codes.at[code].id, times);
    }
}

void law_modify_notes(law_book *book)
{
    law_each_exercise(book, check_modify);
    for (int32_t i = 0; i < book->all->self_tests.count; i++) {
        const ps_self_test *test = &book->all->self_tests.at[i];
        for (int32_t j = 0; j < test->limited_by.count; j++) {
            if (test->limited_by.at[j].note) continue;
            law_broken(book, &test->limited_by.at[j], "%s is limited without a note", test->id);
        }
    }
}
