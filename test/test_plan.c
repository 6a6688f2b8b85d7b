// The worked examples of the domain, whole: days, items, doses, seconds, reasons, notes, refusals.
#include "plan_check.h"

static ps_plan_input input_of(const example_row *row)
{
    ps_plan_input in = {
        .may_train = row->may_train,
        .codes = set_of("codes", row->codes),
        .irritability = row->irritability,
        .person_class = row->person_class,
        .gentle_start = row->gentle_start,
        .sides_differ = row->sides_differ,
        .weaker = row->weaker,
        .back_sensitive = row->back_sensitive,
        .week = row->week,
        .days_per_week = row->days_per_week,
        .minutes = row->minutes,
        .skill = row->skill,
        .equipment = set_of("equipment", row->equipment),
        .position_limits = set_of("position_limits", row->position_limits),
    };
    put_state(row, &in);
    return in;
}

static void examples_reproduce(void)
{
    for (int32_t i = 0; i < PS_COUNT(examples); i++) {
        const ps_plan_input in = input_of(&examples[i]);
        check_example(&examples[i], &in);
    }
}

TEST_MAIN(TEST_CASE(examples_reproduce))
