// What protects: lighter weeks, swaps, the class that is looked at in time, and the reasons for
// which the whole programme stops. Each rule has rows on both sides of its limit.
#include "coach_kit.h"

#define KNEE "standing-slumpy-psoas"
#define GLUTE "standing-glute-contraction"

static person ann;
static look by;

static int32_t exercise_of(const char *id) { return index_of("exercises", id); }

// ---- lighter weeks, swaps, skill ----

static const how sore = {
    .form = PS_FORM_OK, .pain = {4, 0}
};
static const how heavy = {.form = PS_FORM_OK, .effort = 9};

static void lighter_weeks_come_for_a_reason(void)
{
    static const struct {
        const char *name;
        const how *first, *second;
        bool note; ///< after the second
        bool lighter;
    } rows[] = {
        {"none",             &fine,  &fine,  false, false},
        {"slept badly",      &fine,  &fine,  true,  true },
        {"one bad session",  &sore,  &fine,  false, false},
        {"two bad sessions", &sore,  &sore,  false, true },
        {"hard once",        &heavy, &fine,  false, false},
        {"hard twice",       &heavy, &heavy, false, true },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        live(&by, &ann, FIRST_DAY, 0, rows[i].first);
        live(&by, &ann, day_of(1), 0, NULL);
        live(&by, &ann, day_of(2), 0, rows[i].second);
        if (rows[i].note) {
            person_tells(&ann, PS_EVENT_day_noted, day_of(2))->as.day_noted.what =
                PS_NOTED_SLEPT_BADLY;
        }
        live(&by, &ann, day_of(3), 0, NULL);
        const ps_training *glute = state_of(coach_of(&by, &ann, day_of(4)), GLUTE, 0);
        const ps_training *knee = state_of(&by.coach, KNEE, 1);
        CHECK(rows[i].name, (knee->stage == PS_STAGE_DELOAD) == rows[i].lighter);
        CHECK(rows[i].name, (glute->stage == PS_STAGE_DELOAD) == rows[i].lighter);
        for (int32_t k = 0; k < by.coach.session.count; k++) {
            const ps_plan_item *item = &by.coach.session.items[k];
            if (item->exercise != exercise_of(KNEE)) continue;
            CHECK(rows[i].name, item->asked[1].sets == (rows[i].lighter ? 1 : 2));
        }
        RECORD("%s %" PRIx64 "\n", rows[i].name, coach_digest(&by.coach));
        if (!rows[i].lighter) continue;
        CHECK(rows[i].name, knee->deload_until == day_of(9));
        CHECK("its last day",
              state_of(coach_of(&by, &ann, day_of(9)), KNEE, 1)->stage == PS_STAGE_DELOAD);
        CHECK("over", state_of(coach_of(&by, &ann, day_of(10)), KNEE, 1)->stage != PS_STAGE_DELOAD);
    }
}

/// Another sign in a lighter week does not make it longer.
static void a_lighter_week_is_one_week(void)
{
    person_starts(&ann, FIRST_DAY, "");
    live(&by, &ann, FIRST_DAY, 0, &fine);
    for (int32_t d = 0; d <= 3; d += 3) {
        if (d == 3) live(&by, &ann, day_of(2), 0, &fine); // starts the curl
        person_tells(&ann, PS_EVENT_day_noted, day_of(d))->as.day_noted.what = PS_NOTED_ILL;
        live(&by, &ann, day_of(d + 1), 0, NULL);
        const ps_training *knee = state_of(&by.coach, KNEE, 0);
        CHECK("until", knee->stage == PS_STAGE_DELOAD && knee->deload_until == day_of(7));
    }
    CHECK("nothing new", state_of(&by.coach, "supported-90-90-curl", 0)->stage == PS_STAGE_LEARN);
    live(&by, &ann, day_of(5), 0, &sore);
    live(&by, &ann, day_of(6), 0, NULL); // the right side was well
    CHECK("its last day",
          state_of(coach_of(&by, &ann, day_of(7)), KNEE, 1)->stage == PS_STAGE_DELOAD);
    CHECK("over", state_of(coach_of(&by, &ann, day_of(8)), KNEE, 1)->stage != PS_STAGE_DELOAD);
}

/// After a red session its exercises rest for a whole day.
static void red_exercises_rest(void)
{
    const uint64_t knee = UINT64_C(1) << exercise_of(KNEE);
    person_starts(&ann, FIRST_DAY, "");
    live(&by, &ann, FIRST_DAY, 0, &sore);
    const ps_plan_input *in = &coach_of(&by, &ann, FIRST_DAY)->input;
    CHECK("rests", (in->resting[0] & knee) != 0 && (in->resting[1] & knee) != 0);
    CHECK("again", (in->resting[2] & knee) == 0);
}

/// What is heavy is done on two days of a week, also when a red session has moved its days.
static void heavy_work_stays_on_two_days(void)
{
    const int32_t loaded = exercise_of(KNEE "-loaded");
    person_starts(&ann, FIRST_DAY, "minutes_per_session=30 equipment=wall,chair,bed,dumbbell");
    int32_t days = 0;
    const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
    while (days < 70 && (coach->plan.why_not[loaded].block != PS_BLOCK_NONE || days % 7 != 0)) {
        coach = live(&by, &ann, day_of(days++), 0, &fine);
    }
    CHECK("it is allowed", days < 70);
    live(&by, &ann, day_of(days), 0, &fine);
    live(&by, &ann, day_of(days + 1), 3, NULL); // red, but not so painful as to be irritable
    coach = coach_of(&by, &ann, day_of(days + 1));
    CHECK("red", entry_of(coach, KNEE "-loaded", 0)->verdict == PS_RED);
    int32_t uses = 0;
    for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
        uses += coach->entries[i].exercise == loaded && coach->entries[i].side == 0;
    }
    CHECK("done", uses == 1);
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        const ps_week_slot *slot = &coach->slots[d];
        if (slot->done || slot->plan_day == PS_NONE) continue;
        const ps_plan_day *day = &coach->plan.days[slot->plan_day];
        for (int32_t i = 0; i < day->count; i++) uses += day->items[i].exercise == loaded;
    }
    CHECK("two days", uses <= all->constants.strength.heavy_days);
}

static void swaps_end(void)
{
    const int32_t knee = exercise_of(KNEE);
    person_starts(&ann, FIRST_DAY, "");
    ps_exercise_swapped *swap =
        &person_tells(&ann, PS_EVENT_exercise_swapped, FIRST_DAY)->as.exercise_swapped;
    *swap = (ps_exercise_swapped){KNEE, false};
    CHECK("by wish", coach_of(&by, &ann, day_of(20))->input.swapped == UINT64_C(1) << knee);
    swap = &person_tells(&ann, PS_EVENT_exercise_swapped, FIRST_DAY)->as.exercise_swapped;
    *swap = (ps_exercise_swapped){KNEE, true};
    CHECK("back", coach_of(&by, &ann, day_of(20))->input.swapped == 0);

    // red twice in three tries
    person_starts(&ann, FIRST_DAY, "");
    const how hurts = {
        .form = PS_FORM_OK, .pain = {0, 5}
    };
    for (int32_t d = 0; d < 5; d++) live(&by, &ann, day_of(d), 0, d == 4 ? NULL : &hurts);
    const ps_coach *coach = coach_of(&by, &ann, day_of(4));
    CHECK("red twice", entry_of(coach, KNEE, 1)->row->act == PS_ACT_SWAP);
    CHECK("red twice", coach->input.swapped >> knee & 1);
    CHECK("its last day", coach_of(&by, &ann, day_of(15))->input.swapped >> knee & 1);
    CHECK("over", (coach_of(&by, &ann, day_of(16))->input.swapped >> knee & 1) == 0);
    swap = &person_tells(&ann, PS_EVENT_exercise_swapped, day_of(5))->as.exercise_swapped;
    *swap = (ps_exercise_swapped){KNEE, true};
    CHECK("wished back", (coach_of(&by, &ann, day_of(6))->input.swapped >> knee & 1) == 0);
}

static void skill_grows_with_green_sessions(void)
{
    person_starts(&ann, FIRST_DAY, "");
    for (int32_t d = 0, sessions = 0; d < 40; d++) {
        const bool due = live(&by, &ann, day_of(d), 0, &fine)->due != PS_NONE;
        const int32_t wanted = 1 + sessions / all->constants.skill.green_sessions;
        const int32_t most = all->constants.skill.most;
        CHECK("skill", by.coach.input.skill == (wanted < most ? wanted : most));
        sessions += due ? 1 : 0;
    }
}

static void skill_stays_without_them(void)
{
    person_starts(&ann, FIRST_DAY, "");
    for (int32_t d = 0; d < 20; d++) live(&by, &ann, day_of(d), d % 3 ? -1 : 0, &heavy);
    CHECK("hard", by.coach.trained > 4 && by.coach.input.skill == 1);
    person_starts(&ann, FIRST_DAY, "");
    const how silent = {.form = PS_FORM_NOT_ASKED};
    for (int32_t d = 0; d < 20; d++) live(&by, &ann, day_of(d), 0, &silent);
    CHECK("form not asked", by.coach.trained > 4 && by.coach.input.skill == 1);
}

// ---- the class ----

static void the_class_stays_until_it_is_looked_at(void)
{
    person_starts(&ann, FIRST_DAY,
                  "sitting_h_per_day=9 front_pull=1 pain_on_rising=1 length_deg_L=2 "
                  "length_deg_R=-1 hold_s_L=8 hold_s_R=9");
    CHECK("at the start", coach_of(&by, &ann, FIRST_DAY)->class_now == PS_CLASS_BOTH);
    person_says(&ann, FIRST_DAY, "hold_s_L=30 hold_s_R=30");
    CHECK("fresh", coach_of(&by, &ann, FIRST_DAY)->class_now == PS_CLASS_TIGHT);
    live(&by, &ann, FIRST_DAY, 1, &fine);
    live(&by, &ann, day_of(1), 1, NULL);
    person_says(&ann, day_of(1), "hold_s_L=5 hold_s_R=5");
    CHECK("stays", coach_of(&by, &ann, day_of(13))->class_now == PS_CLASS_TIGHT);
    CHECK("stays", by.coach.class_day == FIRST_DAY);
    CHECK("checkpoint", coach_of(&by, &ann, day_of(14))->class_now == PS_CLASS_BOTH);
    CHECK("changed", by.coach.class_day == day_of(14));
    live(&by, &ann, day_of(14), 1, &fine);
    CHECK("the same as before", coach_of(&by, &ann, day_of(15))->class_day == day_of(14));
    live(&by, &ann, day_of(15), 1, NULL);
    person_says(&ann, day_of(15), "hold_s_L=30 hold_s_R=30");
    CHECK("stays", coach_of(&by, &ann, day_of(16))->class_now == PS_CLASS_BOTH);

    // in and out of a highly irritable hip
    person_says(&ann, day_of(16), "settle_hours=30");
    CHECK("high", coach_of(&by, &ann, day_of(16))->class_now == PS_CLASS_IRRITABLE);
    CHECK("high", by.coach.plan.days[0].kind == PS_DAY_EASY);
    live(&by, &ann, day_of(16), 1, &fine);
    person_says(&ann, day_of(17), "settle_hours=1 pain_rest=0 pain_worst_24h=1 night_wake=0");
    CHECK("still high", coach_of(&by, &ann, day_of(22))->class_now == PS_CLASS_IRRITABLE);
    CHECK("calm again", coach_of(&by, &ann, day_of(23))->class_now == PS_CLASS_TIGHT);
    CHECK("calm again", by.coach.class_day == day_of(23));
}

static void a_look_without_a_change_keeps_the_day(void)
{
    person_starts(&ann, FIRST_DAY, "length_deg_L=2 length_deg_R=2 hold_s_L=8 hold_s_R=9");
    live(&by, &ann, FIRST_DAY, 1, &fine);
    live(&by, &ann, day_of(1), 1, NULL);
    for (int32_t d = 13; d <= 16; d++) { // before and after the checkpoint of week 2
        CHECK("the same class", coach_of(&by, &ann, day_of(d))->class_now == PS_CLASS_BOTH);
        CHECK("since the same day", by.coach.class_day == FIRST_DAY);
    }
}

static void a_missing_test_is_looked_at_when_it_comes(void)
{
    person_starts(&ann, FIRST_DAY, "");
    live(&by, &ann, FIRST_DAY, 1, &fine);
    CHECK("no tests", coach_of(&by, &ann, day_of(1))->class_now == PS_CLASS_BOTH);
    person_says(&ann, day_of(1), "length_deg_L=-15 length_deg_R=-15 hold_s_L=30 hold_s_R=30");
    CHECK("new", coach_of(&by, &ann, day_of(1))->class_now == PS_CLASS_MAINTAIN);
    live(&by, &ann, day_of(2), 1, &fine);
    person_says(&ann, day_of(3), "hold_s_L=5 hold_s_R=5");
    CHECK("not new", coach_of(&by, &ann, day_of(4))->class_now == PS_CLASS_MAINTAIN);
}

static void a_jump_in_load_starts_gently(void)
{
    person_starts(&ann, FIRST_DAY, "onset=load_jump");
    CHECK("gentle", coach_of(&by, &ann, FIRST_DAY)->input.gentle_start);
    live(&by, &ann, FIRST_DAY, 1, &fine);
    CHECK("gentle", coach_of(&by, &ann, day_of(13))->input.gentle_start);
    const ps_training_entry *knee = entry_of(coach_of(&by, &ann, day_of(1)), KNEE, 0);
    CHECK("does not count", knee->sets == 1 && !knee->shortened);
    live(&by, &ann, day_of(2), 1, &fine);
    live(&by, &ann, day_of(4), 1, &fine);
    live(&by, &ann, day_of(5), 1, NULL);
    CHECK("does not count", state_of(&by.coach, KNEE, 0)->greens == 0);
    CHECK("does not count", state_of(&by.coach, KNEE, 0)->stage == PS_STAGE_LEARN);
    CHECK("week 1", by.coach.effort.high == all->constants.effort.start.high ||
                        by.coach.next_session >= day_of(14));
    CHECK("over", !coach_of(&by, &ann, day_of(14))->input.gentle_start);
}

// ---- mornings over the weeks ----

static void calm_days_need_mornings(void)
{
    static const struct {
        const char *name;
        int32_t mornings[6]; ///< of the days 1, 2, ...; -1: none
        int32_t today, calm;
    } rows[] = {
        {"none were told",                {-1, -1, -1, -1, -1, -1}, 6, 0},
        {"calm from the start",           {1, 1, 1, 1, 1, 1},       6, 6},
        {"one is enough",                 {1, -1, -1, -1, -1, -1},  6, 6},
        {"but not for long",              {1, -1, -1, -1, -1, -1},  9, 0},
        {"one above",                     {1, 1, 2, 1, 1, 1},       6, 3},
        {"the last one above",            {1, 1, 1, 1, 1, 2},       6, 0},
 // with two mornings before it, pain_now of the intake is the baseline
        {"a day is not its own baseline", {0, 0, 1, -1, -1, -1},    3, 3},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        live(&by, &ann, FIRST_DAY, 0, &fine);
        for (int32_t d = 0; d < PS_COUNT(rows[i].mornings); d++) {
            const int32_t score = rows[i].mornings[d];
            if (score >= 0) person_morning(&ann, day_of(d + 1), PS_SIDE_BOTH, score);
        }
        const ps_coach *coach = coach_of(&by, &ann, day_of(rows[i].today));
        CHECK(rows[i].name, coach->calm_days == rows[i].calm);
    }
}

/// Pain of now is no morning: the baseline stays that of the intake.
static void the_baseline_is_that_of_mornings(void)
{
    person_starts(&ann, FIRST_DAY, "");
    for (int32_t d = 0; d < 4; d++) person_pain(&ann, day_of(d), PS_SIDE_LEFT, 3, PS_PAIN_NOW);
    live(&by, &ann, day_of(4), 0, &fine);
    const ps_coach *coach = coach_of(&by, &ann, day_of(4));
    CHECK("of the intake", entry_of(coach, KNEE, 0)->baseline == 1);
    person_starts(&ann, FIRST_DAY, "");
    for (int32_t d = 0; d < 4; d++) person_morning(&ann, day_of(d), PS_SIDE_LEFT, 3);
    live(&by, &ann, day_of(4), 0, &fine);
    coach = coach_of(&by, &ann, day_of(4));
    CHECK("of the side", entry_of(coach, KNEE, 0)->baseline == 3);
    CHECK("of the other", entry_of(coach, KNEE, 1)->baseline == 1);
}

// ---- the programme stops ----

static void pain_stops_the_programme(void)
{
    static const struct {
        const char *name;
        int32_t days[8]; ///< with a score; ends with -1
        int32_t score;
        ps_pain_context context;
        ps_stop_kind kind;
    } rows[] = {
        {"once",               {1, -1},                   7, PS_PAIN_WORST_24H, PS_STOP_NOT        },
        {"twice in 7 days",    {1, 7, -1},                7, PS_PAIN_WORST_24H, PS_STOP_PAIN_HIGH  },
        {"twice in 8 days",    {1, 8, -1},                7, PS_PAIN_WORST_24H, PS_STOP_NOT        },
        {"twice on one day",   {1, 1, -1},                7, PS_PAIN_WORST_24H, PS_STOP_NOT        },
        {"twice 6",            {1, 3, -1},                6, PS_PAIN_WORST_24H, PS_STOP_NOT        },
        {"six days above",     {1, 2, 3, 4, 5, 6, -1},    4, PS_PAIN_NOW,       PS_STOP_NOT        },
        {"seven days above",   {1, 2, 3, 4, 5, 6, 7, -1}, 4, PS_PAIN_NOW,       PS_STOP_PAIN_RISING},
        {"begin, middle, end", {1, 4, 7, -1},             4, PS_PAIN_NOW,       PS_STOP_PAIN_RISING},
        {"begin and end",      {1, 7, -1},                4, PS_PAIN_NOW,       PS_STOP_NOT        },
        {"not far above",      {1, 2, 3, 4, 5, 6, 7, -1}, 3, PS_PAIN_NOW,       PS_STOP_NOT        },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        int32_t last = 0;
        for (int32_t k = 0; rows[i].days[k] >= 0; k++) {
            last = rows[i].days[k];
            person_pain(&ann, day_of(last), PS_SIDE_LEFT, rows[i].score, rows[i].context);
        }
        const ps_coach *coach = coach_of(&by, &ann, day_of(last));
        CHECK(rows[i].name, coach->stop.kind == rows[i].kind);
        const bool stopped = rows[i].kind != PS_STOP_NOT;
        CHECK(rows[i].name, coach->stage == (stopped ? PS_COACH_STOPPED : PS_COACH_READY));
        CHECK(rows[i].name, coach->plan.made == !stopped);
        if (!stopped) continue;
        CHECK(rows[i].name, coach->stop.day == day_of(last));
        person_answers_no(&ann, day_of(last), PS_ROUND_SOMETHING_NEW);
        CHECK("the same day", coach_of(&by, &ann, day_of(last))->stage == PS_COACH_STOPPED);
        person_answers_no(&ann, day_of(last + 1), PS_ROUND_SOMETHING_NEW);
        CHECK("a new round", coach_of(&by, &ann, day_of(last + 1))->stage == PS_COACH_READY);
        person_pain(&ann, day_of(last + 2), PS_SIDE_LEFT, 7, rows[i].context);
        coach = coach_of(&by, &ann, day_of(last + 2));
        CHECK("it still holds", coach->stop.kind == rows[i].kind);
    }
}

/// A session and a report of another day are two.
static void pain_of_a_session_is_a_report(void)
{
    for (int32_t pain = 6; pain <= 7; pain++) {
        person_starts(&ann, FIRST_DAY, "");
        live(&by, &ann, FIRST_DAY, 0,
             &(how){
                 .pain = {pain, 0}
        });
        person_pain(&ann, day_of(3), PS_SIDE_LEFT, 7, PS_PAIN_ORDINARY);
        const bool stopped = coach_of(&by, &ann, day_of(3))->stop.kind == PS_STOP_PAIN_HIGH;
        CHECK("7 twice", stopped == (pain == 7));
    }
}

/// A lower score on one of the days is the end of the run.
static void a_better_day_breaks_the_run(void)
{
    for (int32_t better = 1; better <= 9; better++) {
        person_starts(&ann, FIRST_DAY, "");
        for (int32_t d = 1; d <= 8; d++) {
            person_pain(&ann, day_of(d), PS_SIDE_LEFT, d == better ? 2 : 5, PS_PAIN_NOW);
        }
        const ps_coach *coach = coach_of(&by, &ann, day_of(8));
        const bool broken = better > 1 && better < 8;
        CHECK("broken", (coach->stop.kind == PS_STOP_NOT) == broken);
    }
    // the worst of a day counts, in whatever order it was said
    person_starts(&ann, FIRST_DAY, "");
    for (int32_t d = 1; d <= 7; d++) {
        person_pain(&ann, day_of(d), PS_SIDE_LEFT, d % 2 ? 1 : 5, PS_PAIN_NOW);
        person_pain(&ann, day_of(d), PS_SIDE_LEFT, d % 2 ? 5 : 1, PS_PAIN_NOW);
    }
    CHECK("worst", coach_of(&by, &ann, day_of(7))->stop.kind == PS_STOP_PAIN_RISING);
}

static void stop_signs_of_two_exercises(void)
{
    static const struct {
        const char *name;
        const char *second; ///< exercise
        ps_stop_sign sign;
        ps_stop_kind kind;
    } rows[] = {
        {"the same exercise", KNEE,  PS_FELT_NUMB,      PS_STOP_NOT  },
        {"another",           GLUTE, PS_FELT_NUMB,      PS_STOP_SIGNS},
        {"down the leg",      KNEE,  PS_FELT_SPREADING, PS_STOP_SIGNS},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        const char *session =
            person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY), &(how){.stop = KNEE});
        person_tells(&ann, PS_EVENT_stop_felt, FIRST_DAY)->as.stop_felt =
            (ps_stop_felt){session, rows[i].second, PS_SIDE_LEFT, rows[i].sign};
        CHECK(rows[i].name, coach_of(&by, &ann, FIRST_DAY)->stop.kind == rows[i].kind);
    }
}

// ---- success, and none ----

/// Ten weeks of somebody with time enough for whole doses, which alone count. The pain is `first`
/// for a week and `then` from then on. better: says so at the end of the block, though not enough.
static ps_day ten_weeks(int32_t first, int32_t then, bool better)
{
    const ps_day end = day_of(7 * 8);
    person_starts(&ann, FIRST_DAY, "pain_now=3 minutes_per_session=30");
    for (ps_day day = FIRST_DAY; day < day_of(70); day++) {
        if (day == end && better) {
            person_tells(&ann, PS_EVENT_checkpoint_answered, day)->as.checkpoint_answered =
                (ps_checkpoint_answered){8, PS_CHANGE_BETTER, false};
        }
        live(&by, &ann, day, day < day_of(7) ? first : then, &fine);
    }
    return day_of(70);
}

static void no_success_is_a_reason_to_see_somebody(void)
{
    const ps_day end = day_of(7 * 8);
    const ps_coach *coach = coach_of(&by, &ann, ten_weeks(3, 3, false));
    CHECK("the same", coach->stop.kind == PS_STOP_NO_SUCCESS && coach->stop.day == end);
    CHECK("the same", coach->stage == PS_COACH_STOPPED);
    RECORD("%" PRIx64, coach_digest(coach));
    for (int32_t i = 0; i < coach->entry_count; i++) {
        CHECK("goes on", coach->entries[i].after.stage != PS_STAGE_MAINTAIN);
    }
    person_answers_no(&ann, day_of(70), PS_ROUND_SOMETHING_NEW);
    CHECK("advice", coach_of(&by, &ann, day_of(70))->stage == PS_COACH_READY);
}

static void what_was_reached_is_kept(void)
{
    const ps_coach *coach = coach_of(&by, &ann, ten_weeks(3, 0, false));
    int32_t kept = 0;
    CHECK("better", coach->stop.kind == PS_STOP_NOT && coach->progress.goals_met);
    for (int32_t i = 0; i < coach->entry_count; i++) {
        if (coach->entries[i].after.stage != PS_STAGE_MAINTAIN) continue;
        CHECK("not before", coach->entries[i].day >= day_of(7 * 8));
        kept++;
    }
    CHECK("kept", kept > 0);
    RECORD("%d %" PRIx64, kept, coach_digest(coach));
}

/// A part of it is not all of it: four more weeks, and nothing is only kept up.
static void a_part_is_not_all_of_it(void)
{
    const ps_coach *coach = coach_of(&by, &ann, ten_weeks(3, 3, true));
    CHECK("a part", coach->stop.kind == PS_STOP_NOT && !coach->progress.goals_met);
    int32_t counted = 0;
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        CHECK("goes on", entry->after.stage != PS_STAGE_MAINTAIN);
        counted += entry->day >= day_of(7 * 8) && entry->verdict == PS_GREEN && !entry->shortened;
    }
    CHECK("it goes on", counted > 0);
}

int main(void)
{
    static const test_case cases[] = {
        {"lighter weeks come for a reason",        lighter_weeks_come_for_a_reason          },
        {"a lighter week is one week",             a_lighter_week_is_one_week               },
        {"red exercises rest",                     red_exercises_rest                       },
        {"heavy work stays on two days",           heavy_work_stays_on_two_days             },
        {"skill stays without them",               skill_stays_without_them                 },
        {"pain of a session is a report",          pain_of_a_session_is_a_report            },
        {"swaps end",                              swaps_end                                },
        {"skill grows with green sessions",        skill_grows_with_green_sessions          },
        {"the class stays until it is looked at",  the_class_stays_until_it_is_looked_at    },
        {"a look without a change",                a_look_without_a_change_keeps_the_day    },
        {"a missing test is looked at",            a_missing_test_is_looked_at_when_it_comes},
        {"a jump in load starts gently",           a_jump_in_load_starts_gently             },
        {"calm days need mornings",                calm_days_need_mornings                  },
        {"the baseline is that of mornings",       the_baseline_is_that_of_mornings         },
        {"pain stops the programme",               pain_stops_the_programme                 },
        {"a better day breaks the run",            a_better_day_breaks_the_run              },
        {"stop signs of two exercises",            stop_signs_of_two_exercises              },
        {"no success is a reason to see somebody", no_success_is_a_reason_to_see_somebody   },
        {"a part is not all of it",                a_part_is_not_all_of_it                  },
        {"what was reached is kept",               what_was_reached_is_kept                 },
    };
    return test_main(cases, PS_COUNT(cases));
}
