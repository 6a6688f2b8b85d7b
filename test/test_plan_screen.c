// The worked examples from the intake on: what each person told is screened, what the screening
// finds is planned, and the week is the one of the examples.
#include "plan_check.h"
#include "screen_examples.h"

static const intake_row *intake_of(const char *id)
{
    for (int32_t i = 0; i < PS_COUNT(intakes); i++) {
        if (strcmp(intakes[i].id, id) == 0) return &intakes[i];
    }
    CHECK(id, false && "every example has an intake");
    return &intakes[0];
}

static void tell_choices(ps_profile *profile, const char *field, const char *words)
{
    text line = {0};
    say(&line, "%s=%s", field, words);
    for (char *at = strchr(line.at, ' '); at; at = strchr(at, ' ')) *at = ',';
    tell(profile, line.at);
}

/// The screening's questions, and the wishes of the example.
static ps_profile whole_profile(const example_row *row)
{
    ps_profile profile = profile_of(intake_of(row->id));
    text wishes = {0};
    say(&wishes, "days_per_week=%d minutes_per_session=%d skill=%d", row->days_per_week,
        row->minutes, row->skill);
    tell(&profile, wishes.at);
    tell_choices(&profile, "equipment", row->equipment);
    tell_choices(&profile, "position_limits", row->position_limits);
    return profile;
}

static ps_plan_input joined(const ps_profile *profile, ps_training_time time)
{
    const ps_screen_result result = screen(profile);
    return ps_plan_input_of(all, profile, &result, time);
}

static void examples_from_the_intake(void)
{
    CHECK("as many intakes as plans", PS_COUNT(examples) == PS_COUNT(intakes));
    for (int32_t i = 0; i < PS_COUNT(examples); i++) {
        const example_row *row = &examples[i];
        const ps_profile profile = whole_profile(row);
        ps_plan_input in = joined(&profile, (ps_training_time){.week = row->week});
        CHECK(row->id, in.may_train == row->may_train);
        CHECK_SET(row->id, "codes", in.codes, row->codes);
        CHECK(row->id, in.irritability == row->irritability);
        CHECK(row->id, in.person_class == row->person_class);
        CHECK(row->id, in.gentle_start == row->gentle_start);
        CHECK(row->id, in.sides_differ == row->sides_differ && in.weaker == row->weaker);
        CHECK(row->id, in.back_sensitive == row->back_sensitive);
        CHECK(row->id, in.days_per_week == row->days_per_week && in.minutes == row->minutes);
        CHECK(row->id, in.skill == row->skill && !in.informed_pain);
        CHECK_SET(row->id, "equipment", in.equipment, row->equipment);
        CHECK_SET(row->id, "position_limits", in.position_limits, row->position_limits);
        put_state(row, &in);
        check_example(row, &in);
    }
}

static void what_is_not_told_is_as_in_the_defaults(void)
{
    const ps_plan_input usual = ps_plan_input_defaults(all);
    const ps_profile fine = fine_but("days_per_week=9 minutes_per_session=1000 skill=0");
    const ps_plan_input in = joined(&fine, (ps_training_time){.week = 1});
    CHECK("equipment", in.equipment == usual.equipment && in.equipment != 0);
    CHECK("out of bounds", in.days_per_week == usual.days_per_week);
    CHECK("out of bounds", in.minutes == usual.minutes && in.skill == usual.skill);
    CHECK("no wishes", in.position_limits == 0 && in.optin == 0 && in.added == 0);
    const ps_profile nothing = {0};
    CHECK("nothing told", !joined(&nothing, (ps_training_time){.week = 1}).may_train);
}

static void wishes_and_backs(void)
{
    enum { LOW_BACK = 2 }; // of the choices of `site`
    static const struct {
        const char *said;
        bool sensitive;
    } backs[] = {
        {"arch_hurts",                     true },
        {"bend_hurts",                     true },
        {"site=low_back pain_worst_24h=5", true },
        {"site=low_back",                  true },
        {"site=front_hip,low_back",        true },
        {"site=front_hip,groin",           false},
        {"kneel_hurts",                    false},
    };
    for (int32_t i = 0; i < PS_COUNT(backs); i++) {
        const ps_profile profile = fine_but(backs[i].said);
        const ps_plan_input in = joined(&profile, (ps_training_time){.week = 1});
        CHECK(backs[i].said, in.back_sensitive == backs[i].sensitive);
    }
    // law: with the low back among them, whatever else hurts, nothing hangs or planks before its
    // week
    const int32_t site = field_of("site");
    for (uint64_t chosen = 0; chosen < UINT64_C(1) << all->intake_fields.at[site].choices.count;
         chosen++) {
        ps_profile profile = fine_but("skill=3");
        profile.values[site] = (ps_value){.given = true, .chosen = chosen};
        const bool back = ps_has(chosen, LOW_BACK);
        const int32_t week = all->constants.strength.back_week - 1;
        const ps_plan_input in = joined(&profile, (ps_training_time){.week = week});
        for (int32_t e = 0; e < all->exercises.count; e++) {
            const ps_position position = all->exercises.at[e].position;
            const bool hard = position == PS_PLANK || position == PS_HANGING;
            CHECK(exercise_id(e),
                  ps_has(ps_plan_why_not(all, &in, e).all, PS_BLOCK_BACK) == (hard && back));
        }
    }
    ps_profile profile = fine_but("optin=foam-roll-thighs");
    profile.values[field_of("added")] =
        (ps_value){.given = true, .chosen = set_of("exercises", "add-clam")};
    const ps_plan_input in = joined(&profile, (ps_training_time){.week = 1});
    CHECK_SET("opt-in", "exercises", in.optin, "foam-roll-thighs");
    CHECK_SET("added", "exercises", in.added, "add-clam");
}

/// The ball stays closed to somebody who wants it until its questions are answered with no.
static void hazards_close_what_was_asked_for(void)
{
    static const struct {
        const char *said;
        ps_block block;
    } rows[] = {
        {"optin=active-smr-hip-flexor",               PS_BLOCK_EQUIPMENT},
        {"optin=active-smr-hip-flexor groin_artery",  PS_BLOCK_CODE     },
        {"optin=active-smr-hip-flexor groin_artery-", PS_BLOCK_HAZARD   },
    };
    const int32_t ball = exercise_of("active-smr-hip-flexor");
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_profile profile = fine_but(rows[i].said);
        const ps_plan_input in = joined(&profile, (ps_training_time){.week = 1});
        const ps_why_not why = ps_plan_why_not(all, &in, ball);
        const bool closed = rows[i].block != PS_BLOCK_EQUIPMENT;
        CHECK(rows[i].said, why.block == rows[i].block);
        CHECK(rows[i].said, (in.hazards >> ball & 1) == closed);
        CHECK(rows[i].said, (why.all >> PS_BLOCK_HAZARD & 1) == closed);
    }
}

static void the_graded_pain_rule_waits(void)
{
    const ps_verdict_plan *from = &all->constants.verdict;
    const int32_t week = from->informed_from_week, days = from->informed_calm_days;
    const ps_profile yes = fine_but("informed_pain_mode=1"), no = fine_but("informed_pain_mode=0");
    CHECK("calm and late", joined(&yes, (ps_training_time){week, days}).informed_pain);
    CHECK("too early", !joined(&yes, (ps_training_time){week - 1, days}).informed_pain);
    CHECK("not calm", !joined(&yes, (ps_training_time){week, days - 1}).informed_pain);
    CHECK("not wished", !joined(&no, (ps_training_time){week, days}).informed_pain);
}

TEST_MAIN(TEST_CASE(examples_from_the_intake), TEST_CASE(what_is_not_told_is_as_in_the_defaults),
          TEST_CASE(wishes_and_backs), TEST_CASE(hazards_close_what_was_asked_for),
          TEST_CASE(the_graded_pain_rule_waits))
