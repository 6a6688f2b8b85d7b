/// plan_check.h — a plan against a row of the worked examples, whole.
#ifndef PS_TEST_PLAN_CHECK_H
#define PS_TEST_PLAN_CHECK_H

#include "plan_examples.h"
#include "plan_kit.h"

static inline void put_state(const example_row *row, ps_plan_input *in)
{
    for (const state_row *state = row->state; state && state->exercise; state++) {
        in->state[exercise_of(state->exercise)][state->side] = (ps_training){
            .stage = state->stage,
            .rung = state->rung,
            .greens = state->greens,
            .mastered = state->mastered,
        };
    }
}

static inline bool same_asked(ps_asked a, ps_asked b)
{
    return a.sets == b.sets && a.reps == b.reps && a.hold_s == b.hold_s && a.rung == b.rung;
}

static inline void check_item(const char *name, const ps_plan_item *got, const item_row *want)
{
    text words = {0}, notes = {0}, label = {0};
    say(&label, "%s %s", name, want->exercise);
    CHECK_TEXT(label.at, exercise_id(got->exercise), want->exercise);
    CHECK(label.at, got->sides == (want->asked[1].sets > 0 ? 2 : 1));
    CHECK(label.at, same_asked(got->asked[0], want->asked[0]));
    CHECK(label.at, got->sides < 2 || same_asked(got->asked[1], want->asked[1]));
    CHECK(label.at, got->shortened == want->shortened);
    CHECK(label.at, got->seconds == want->seconds);
    say_reasons(&words, got);
    CHECK_TEXT(label.at, words.at, want->rules);
    say_set(&notes, "codes", got->notes, " ");
    CHECK_TEXT(label.at, notes.at, want->notes);
    RECORD("%s %s %d %s", label.at, exercise_id(got->exercise), got->seconds, words.at);
}

static inline void check_days(const example_row *row, const ps_plan *plan)
{
    int32_t d = 0;
    for (const day_row *want = row->days; want->day > 0; want++, d++) {
        text label = {0};
        say(&label, "%s day %d", row->id, want->day);
        CHECK(label.at, d < plan->day_count);
        const ps_plan_day *got = &plan->days[d];
        CHECK(label.at, got->day == want->day);
        CHECK(label.at, got->kind == want->kind);
        CHECK(label.at, got->seconds == want->seconds);
        int32_t i = 0;
        for (; want->items[i].exercise; i++) {
            CHECK(label.at, i < got->count);
            if (i < got->count) check_item(label.at, &got->items[i], &want->items[i]);
        }
        CHECK(label.at, got->count == i);
    }
    CHECK(row->id, plan->day_count == d);
}

static inline void check_refused(const example_row *row, const ps_plan *plan)
{
    const refused_row *want = row->refused;
    for (int32_t e = 0; e < all->exercises.count; e++) {
        const ps_why_not *got = &plan->why_not[e];
        if (got->block == PS_BLOCK_NONE || got->block == PS_BLOCK_UNDOSED) continue;
        // the catalogue has the exercises in the order of the sources, the rows by id
        want = row->refused;
        while (want->exercise && strcmp(want->exercise, exercise_id(e)) != 0) want++;
        text words = {0};
        say_why_not(&words, e, got);
        CHECK_TEXT(exercise_id(e), words.at, want->why);
    }
    for (want = row->refused; want->exercise; want++) {
        const ps_block block = plan->why_not[exercise_of(want->exercise)].block;
        CHECK(want->exercise, block != PS_BLOCK_NONE && block != PS_BLOCK_UNDOSED);
    }
}

static inline void check_rest(const example_row *row, const ps_plan *plan)
{
    for (int32_t r = 0; r < PS_PLAN_ROLES; r++) {
        CHECK(row->id, plan->role_halves[r] == row->halves[r]);
    }
    CHECK(row->id, plan->warm_up_s == row->warm_up_s);
    CHECK(row->id, plan->items_max == row->items_max);
    CHECK(row->id, plan->stretch_s == row->stretch_s);
    CHECK_TEXT(row->id, exercise_id(plan->micro.breathing), row->breathing);
    CHECK_TEXT(row->id, exercise_id(plan->micro.stretch), row->stretch ? row->stretch : "none");
    CHECK_TEXT(row->id, exercise_id(plan->micro.closing), row->closing ? row->closing : "none");
    CHECK(row->id, plan->micro.hold_s == row->hold_s);
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        CHECK(row->id, plan->micro.sets[d] == row->sets[d]);
    }
    text proposals = {0}, notes = {0};
    say_set(&proposals, "exercises", plan->proposals, " ");
    CHECK_TEXT(row->id, proposals.at, row->proposals);
    for (int32_t i = 0; i < plan->note_count; i++) {
        say(&notes, "%s", i ? "; " : "");
        say_note(&notes, &plan->notes[i]);
    }
    CHECK_TEXT(row->id, notes.at, row->notes);
    RECORD("%s %s %s", row->id, proposals.at, notes.at);
}

/// The plan that `in` gives is that of the row.
static inline void check_example(const example_row *row, const ps_plan_input *in)
{
    ps_plan plan;
    const ps_code code = ps_plan_make(all, in, &plan, NULL);
    CHECK(row->id, code == (row->may_train ? PS_OK : PS_DENIED));
    CHECK(row->id, plan.made == row->may_train);
    if (!row->may_train || !plan.made) return;
    check_days(row, &plan);
    check_refused(row, &plan);
    check_rest(row, &plan);
}

#endif
