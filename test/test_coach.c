// From what a person told, trained and reported to today: the worked examples through events, and
// what each report changes. The laws: order of arrival does not matter, nothing is remembered
// that a replay would not say, and pain on one side changes that side alone.
#include "coach_kit.h"
#include "plan_check.h"
#include "screen_examples.h"

#define KNEE "standing-slumpy-psoas"
#define GLUTE "standing-glute-contraction"
#define CURL "supported-90-90-curl" // works the trunk only

static person ann, bob;
static look by, other;

// ---- the worked examples ----

static void person_of(person *of, const char *id)
{
    text wishes = {0};
    for (int32_t i = 0; i < PS_COUNT(examples); i++) {
        const example_row *row = &examples[i];
        if (strcmp(row->id, id) != 0) continue;
        say(&wishes, "days_per_week=%d minutes_per_session=%d equipment=%s", row->days_per_week,
            row->minutes, row->equipment);
        for (char *at = strstr(wishes.at, "equipment="); *at; at++) *at = *at == ' ' ? ',' : *at;
        const size_t from = wishes.len;
        say(&wishes, " position_limits=%s",
            row->position_limits[0] ? row->position_limits : "none");
        for (char *at = wishes.at + from + 1; *at; at++) *at = *at == ' ' ? ',' : *at;
    }
    for (int32_t i = 0; i < PS_COUNT(intakes); i++) {
        if (strcmp(intakes[i].id, id) != 0) continue;
        person_starts(of, FIRST_DAY, intakes[i].said);
        person_says(of, FIRST_DAY, wishes.at);
        if (!intakes[i].cleared) continue;
        ps_flag_cleared *cleared =
            &person_tells(of, PS_EVENT_flag_cleared, FIRST_DAY)->as.flag_cleared;
        *cleared = (ps_flag_cleared){
            intakes[i].cleared, PS_CLEARED, day_of(-7), "surgeon", NULL, {NULL, 0}
        };
    }
}

static void check_plan_is(const char *id, const ps_plan *plan)
{
    for (int32_t i = 0; i < PS_COUNT(examples); i++) {
        if (strcmp(examples[i].id, id) != 0) continue;
        check_days(&examples[i], plan);
        check_refused(&examples[i], plan);
        check_rest(&examples[i], plan);
    }
}

static void first_weeks_are_those_of_the_examples(void)
{
    static const struct {
        const char *id;
        ps_coach_stage stage;
    } rows[] = {
        {"A1", PS_COACH_READY  },
        {"C1", PS_COACH_READY  },
        {"D1", PS_COACH_READY  },
        {"E0", PS_COACH_REFUSED},
        {"F1", PS_COACH_READY  },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_of(&ann, rows[i].id);
        const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
        CHECK(rows[i].id, coach->stage == rows[i].stage);
        CHECK(rows[i].id, coach->plan.made == (rows[i].stage == PS_COACH_READY));
        if (rows[i].stage != PS_COACH_READY) continue;
        check_plan_is(rows[i].id, &coach->plan);
        CHECK(rows[i].id, coach->due == 0 && coach->next_session == FIRST_DAY);
        CHECK(rows[i].id, coach->week == 1 && coach->trained == 0);
        RECORD("%s %" PRIx64, rows[i].id, coach_digest(coach));
    }
}

static void twelve_green_sessions_lead_from_A1_to_A5(void)
{
    person_of(&ann, "A1");
    int32_t sessions = 0;
    for (int32_t d = 0; d < 28; d++) {
        const ps_coach *coach = live(&by, &ann, day_of(d), 1, &fine);
        CHECK("ready", coach->stage == PS_COACH_READY);
        CHECK("week", coach->week == 1 + d / 7);
        if (coach->due == PS_NONE) continue;
        sessions++;
        CHECK("days 1, 3, 5", d % 7 == 0 || d % 7 == 2 || d % 7 == 4);
    }
    CHECK("12 sessions", sessions == 12);
    const ps_coach *coach = live(&by, &ann, day_of(28), 1, NULL);
    CHECK("ready", coach->stage == PS_COACH_READY && coach->week == 5);
    check_plan_is("A5", &coach->plan);
    CHECK("skill", coach->input.skill == 3);
    for (const state_row *want = state_A5; want->exercise; want++) {
        if (strcmp(want->exercise, "psoas-plank") == 0) continue; // never needed in our weeks
        const ps_training *got = state_of(coach, want->exercise, want->side);
        CHECK(want->exercise, got->stage == want->stage && got->rung == want->rung);
        CHECK(want->exercise, got->mastered == want->mastered);
    }
    CHECK("all green", coach->entry_count > 0);
    for (int32_t i = 0; i < coach->entry_count; i++) {
        CHECK("all green", coach->entries[i].verdict == PS_GREEN && !coach->entries[i].hard);
    }
    RECORD("A5 %" PRIx64, coach_digest(coach));
}

// ---- how far somebody has come ----

static void stages_follow_one_another(void)
{
    person_begin(&ann);
    CHECK("nothing", coach_of(&by, &ann, FIRST_DAY)->stage == PS_COACH_CONSENT);
    CHECK("nothing", by.coach.next_session == PS_DAY_NEVER && !by.coach.plan.made);
    person_tells(&ann, PS_EVENT_consent_given, FIRST_DAY)->as.consent_given.version = "old";
    CHECK("old terms", coach_of(&by, &ann, FIRST_DAY)->stage == PS_COACH_CONSENT);
    person_tells(&ann, PS_EVENT_consent_given, FIRST_DAY)->as.consent_given.version =
        all->consent.version;
    CHECK("no answers", coach_of(&by, &ann, FIRST_DAY)->stage == PS_COACH_QUESTIONS);
    person_answers_no(&ann, FIRST_DAY, PS_ROUND_FIRST);
    CHECK("no numbers", coach_of(&by, &ann, FIRST_DAY)->stage == PS_COACH_QUESTIONS);
    person_says(&ann, FIRST_DAY, well_words);
    CHECK("ready", coach_of(&by, &ann, FIRST_DAY)->stage == PS_COACH_READY);
    CHECK("ready", coach_of(&by, &ann, day_of(27))->stage == PS_COACH_READY);
    CHECK("four weeks", coach_of(&by, &ann, day_of(28))->stage == PS_COACH_QUESTIONS);
    person_says(&ann, FIRST_DAY, "fever?");
    person_says(&ann, FIRST_DAY, "deep_pain_new");
    CHECK("not sure", coach_of(&by, &ann, FIRST_DAY)->stage == PS_COACH_REFUSED);
    CHECK("not sure", by.coach.due == PS_NONE && by.coach.session.count == 0);
    person_starts(&ann, FIRST_DAY, "age_years=17");
    CHECK("17", coach_of(&by, &ann, FIRST_DAY)->stage == PS_COACH_REFUSED);
}

// ---- verdicts ----

static void mornings_count_for_the_session_before(void)
{
    static const struct {
        const char *name;
        int32_t after; ///< days behind the session on which a morning is told; -1: none
        int32_t next;  ///< days behind the session on which the next one begins; 0: none
        int32_t score;
        ps_pain_verdict knee, curl;
    } rows[] = {
        {"no report",                -1, 0, 0, PS_NO_MORNING, PS_NO_MORNING},
        {"the same evening",         0,  0, 3, PS_NO_MORNING, PS_NO_MORNING},
        {"next morning, calm",       1,  0, 1, PS_GREEN,      PS_GREEN     },
        {"next morning, one above",  1,  0, 2, PS_AMBER,      PS_GREEN     },
        {"next morning, two above",  1,  0, 3, PS_RED,        PS_GREEN     },
        {"two days later",           2,  0, 3, PS_RED,        PS_GREEN     },
        {"on the day of the next",   2,  2, 3, PS_RED,        PS_GREEN     },
        {"after the next has begun", 3,  2, 3, PS_NO_MORNING, PS_NO_MORNING},
        {"a week later",             7,  0, 3, PS_RED,        PS_GREEN     },
        {"more than a week later",   8,  0, 3, PS_NO_MORNING, PS_NO_MORNING},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        coach_of(&by, &ann, FIRST_DAY);
        by.coach.session = by.coach.plan.days[1]; // with the curl
        person_trains(&ann, FIRST_DAY, &by.coach, &fine);
        for (int32_t d = 0; d <= 8; d++) {
            const bool before = rows[i].after == d;
            if (before) person_morning(&ann, day_of(d), PS_SIDE_BOTH, rows[i].score);
            if (d > 0 && rows[i].next == d) {
                person_trains(&ann, day_of(d), coach_of(&by, &ann, day_of(d)), &fine);
            }
        }
        const ps_coach *coach = coach_of(&by, &ann, day_of(8));
        const ps_training_entry *first = coach->entries;
        for (int32_t k = 0; k < coach->entry_count && first[k].session == 0; k++) {
            const bool knee = first[k].exercise == exercise_of(KNEE);
            const bool curl = first[k].exercise == exercise_of(CURL);
            if (knee) CHECK(rows[i].name, first[k].verdict == rows[i].knee);
            if (curl) CHECK(rows[i].name, first[k].verdict == rows[i].curl);
        }
        RECORD("%s %" PRIx64, rows[i].name, coach_digest(coach));
    }
}

static void the_worst_score_of_a_side_counts(void)
{
    person_starts(&ann, FIRST_DAY, "");
    person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY),
                  &(how){
                      .pain = {1, 6}
    });
    CHECK("wanted", coach_of(&by, &ann, FIRST_DAY)->morning_wanted == 0);
    CHECK("wanted", coach_of(&by, &ann, day_of(1))->morning_wanted == 3);
    person_morning(&ann, day_of(1), PS_SIDE_LEFT, 1);
    person_morning(&ann, day_of(1), PS_SIDE_LEFT, 0);
    const ps_coach *coach = coach_of(&by, &ann, day_of(1));
    CHECK("wanted", coach->morning_wanted == 2);
    const ps_training_entry *left = entry_of(coach, KNEE, 0), *right = entry_of(coach, KNEE, 1);
    CHECK("left", left->verdict == PS_GREEN && left->morning == 1 && left->pain == 1);
    CHECK("right", right->verdict == PS_RED && right->morning == PS_NOT_GIVEN && right->pain == 6);
    CHECK("both together", entry_of(coach, GLUTE, 0)->verdict == PS_RED);
    CHECK("rests", right->after.not_before == day_of(2) && right->after.rung == 1);
}

static void mornings_are_asked_for_a_week(void)
{
    person_starts(&ann, FIRST_DAY, "");
    person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY), &fine);
    CHECK("a week", coach_of(&by, &ann, day_of(7))->morning_wanted == 3);
    CHECK("longer", coach_of(&by, &ann, day_of(8))->morning_wanted == 0);
    person_morning(&ann, day_of(1), PS_SIDE_RIGHT, 3);
    CHECK("the other", coach_of(&by, &ann, day_of(2))->morning_wanted == 1);
    person_morning(&ann, day_of(1), PS_SIDE_LEFT, 0);
    const ps_coach *coach = coach_of(&by, &ann, day_of(2));
    CHECK("none", coach->morning_wanted == 0);
    CHECK("left", entry_of(coach, KNEE, 0)->verdict == PS_GREEN);
    CHECK("right", entry_of(coach, KNEE, 1)->verdict == PS_RED);
    const ps_training_entry *glute = entry_of(coach, GLUTE, 0);
    CHECK("the worse side", glute->verdict == PS_RED && glute->morning == 3);
}

/// What was not done on the right, and what lies on the right, stays as it was.
static void pain_on_one_side_changes_that_side(void)
{
    // so much pain that the whole hip counts as irritable is another matter
    for (int32_t pain = 0; pain < all->constants.irritability.worst_high; pain++) {
        const how hurts = {
            .pain = {0, pain},
              .form = PS_FORM_OK
        };
        person_starts(&ann, FIRST_DAY, "");
        person_starts(&bob, FIRST_DAY, "");
        // far enough apart not to ask for a lighter week, which is one of both sides
        for (int32_t d = 0; d < 8; d += 7) {
            const ps_coach *coach = coach_of(&by, &ann, day_of(d));
            person_trains(&ann, day_of(d), coach, &fine);
            person_trains(&bob, day_of(d), coach, &hurts);
            for (int32_t s = PS_SIDE_LEFT; s <= (int32_t)PS_SIDE_RIGHT; s++) {
                person_morning(&ann, day_of(d + 1), (ps_side)s, 0);
                person_morning(&bob, day_of(d + 1), (ps_side)s, 0);
            }
        }
        const ps_coach *calm = coach_of(&by, &ann, day_of(9));
        const ps_coach *sore = coach_of(&other, &bob, day_of(9));
        int32_t lower = 0;
        for (int32_t e = 0; e < all->exercises.count; e++) {
            if (!all->exercises.at[e].per_side) continue;
            uint64_t a = 0, b = 0;
            mix_training(&a, &calm->input.state[e][0]);
            mix_training(&b, &sore->input.state[e][0]);
            CHECK(exercise_id(e), a == b);
            CHECK(exercise_id(e), sore->input.state[e][1].rung <= calm->input.state[e][1].rung);
            lower += sore->input.state[e][1].rung < calm->input.state[e][1].rung ? 1 : 0;
        }
        CHECK("the right side goes down", (lower > 0) == (pain > all->constants.pain.green_max));
    }
}

// ---- what a session shows ----

static void only_a_whole_session_counts(void)
{
    static const struct {
        const char *name;
        how goes;
        bool hard, shortened;
        int32_t greens;
    } rows[] = {
        {"fine",              {.form = PS_FORM_OK},                 false, false, 1},
        {"hard",              {.form = PS_FORM_OK, .effort = 9},    true,  false, 0},
        {"not quite hard",    {.form = PS_FORM_OK, .effort = 8},    false, false, 1},
        {"a repetition less", {.form = PS_FORM_OK, .reps_less = 1}, true,  false, 0},
        {"form lost",         {.form = PS_FORM_LOST},               true,  false, 0},
        {"form unsure",       {.form = PS_FORM_UNSURE},             true,  false, 0},
        {"form not asked",    {.form = PS_FORM_NOT_ASKED},          false, false, 1},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY), &rows[i].goes);
        person_morning(&ann, day_of(1), PS_SIDE_BOTH, 0);
        const ps_coach *coach = coach_of(&by, &ann, day_of(1));
        const ps_training_entry *knee = entry_of(coach, KNEE, 1);
        CHECK(rows[i].name, knee->hard == rows[i].hard && knee->shortened == rows[i].shortened);
        CHECK(rows[i].name, knee->after.greens == rows[i].greens);
        CHECK(rows[i].name, knee->verdict == PS_GREEN && knee->before.stage == PS_STAGE_LOCKED);
        CHECK(rows[i].name, knee->after.rung == all->constants.start_rung);
    }
}

/// What hurts before one repetition is done was tried.
static void a_set_that_hurt_at_once(void)
{
    for (int32_t pain = 3; pain <= 4; pain++) {
        person_starts(&ann, FIRST_DAY, "");
        const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
        const char *session = person_comes(&ann, FIRST_DAY, &coach->session, PS_NONE);
        person_tells(&ann, PS_EVENT_set_done, FIRST_DAY)->as.set_done =
            (ps_set_done){.session = session,
                          .exercise = KNEE,
                          .set = 1,
                          .side = PS_SIDE_LEFT,
                          .planned_reps = 4,
                          .planned_hold_s = 5,
                          .effort = PS_NOT_GIVEN,
                          .pain = pain,
                          .why_not = "it hurt"};
        coach = coach_of(&by, &ann, FIRST_DAY);
        CHECK("tried", coach->trained == (pain > 3 ? 1 : 0));
        if (pain > 3) CHECK("red", entry_of(coach, KNEE, 0)->verdict == PS_RED);
    }
}

/// Each side is measured by its own dose.
static void sides_with_different_doses(void)
{
    person_starts(&ann, FIRST_DAY, "");
    live(&by, &ann, FIRST_DAY, 0,
         &(how){
             .pain = {5, 0},
               .form = PS_FORM_OK
    });
    const ps_coach *coach = live(&by, &ann, day_of(2), 0, &fine);
    CHECK("lower on the left", state_of(coach, KNEE, 0)->rung < state_of(coach, KNEE, 1)->rung);
    coach = coach_of(&by, &ann, day_of(2));
    for (int32_t s = 0; s < 2; s++) {
        CHECK("its own dose", !entry_of(coach, KNEE, s)->shortened);
        CHECK("its own dose", entry_of(coach, KNEE, s)->sets == 1 + s);
    }
}

/// What was learnt with a load shows nothing without it.
static void a_load_that_is_missing(void)
{
    const int32_t march = exercise_of("psoas-march");
    const ps_rungs rungs = all->exercises.at[march].engine.rungs_loaded;
    const ps_rung top = rungs.at[rungs.count - 1];
    const ps_asked asked = {top.sets, top.reps, top.hold_s, rungs.count};
    const ps_plan_day plan = {
        .items = {{.exercise = march, .sides = 2, .asked = {asked, asked}, .loaded = true}},
        .count = 1,
    };
    person_starts(&ann, FIRST_DAY, "equipment=wall,chair,bed,resistance-band-loop");
    coach_of(&by, &ann, FIRST_DAY);
    for (int32_t d = 0; d < 5; d += 2) {
        if (d == 4) person_says(&ann, day_of(d), "equipment=wall,chair,bed");
        by.coach.session = plan;
        person_trains(&ann, day_of(d), &by.coach, &fine);
        person_morning(&ann, day_of(d + 1), PS_SIDE_BOTH, 0);
        const ps_training_entry *entry =
            entry_of(coach_of(&by, &ann, day_of(d + 1)), "psoas-march", 1);
        CHECK("learnt with a load", entry->after.loaded);
        CHECK("without it", entry->shortened == (d == 4));
    }
}

/// Sets that were not done are no sign of strength, and what was not done at all is no try.
static void what_was_left_out(void)
{
    person_starts(&ann, FIRST_DAY, "");
    const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
    person_comes(&ann, FIRST_DAY, &coach->session, PS_NONE);
    CHECK("only begun", coach_of(&by, &ann, FIRST_DAY)->trained == 0 && by.coach.due == 0);
    CHECK("only begun", by.coach.last_session == PS_DAY_NEVER);

    const ps_plan_day plan = by.coach.session;
    const char *session = person_comes(&ann, FIRST_DAY, &plan, PS_NONE);
    for (int32_t i = 0; i < plan.count; i++) {
        ps_plan_item item = plan.items[i];
        if (item.exercise != exercise_of(KNEE)) continue;
        item.asked[0].sets = 1;
        item.asked[1].sets = 0;
        person_does_item(&ann, FIRST_DAY, session, &item, &fine);
    }
    person_morning(&ann, day_of(1), PS_SIDE_BOTH, 0);
    coach = coach_of(&by, &ann, day_of(1));
    CHECK("one try", coach->entry_count == 1 && coach->trained == 1);
    CHECK("one set of two", coach->entries[0].shortened && !coach->entries[0].hard);
    CHECK("one set of two", coach->entries[0].after.greens == 0);
    CHECK("the other side", state_of(coach, KNEE, 1)->stage == PS_STAGE_LOCKED);
    CHECK("one side is asked", coach->morning_wanted == 0);
}

static void stops_pause_and_rest_brings_back(void)
{
    person_starts(&ann, FIRST_DAY, "");
    person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY),
                  &(how){.form = PS_FORM_OK, .stop = KNEE});
    const ps_coach *coach = coach_of(&by, &ann, day_of(1));
    CHECK("paused", entry_of(coach, KNEE, 0)->verdict == PS_STOP);
    CHECK("paused", state_of(coach, KNEE, 0)->stage == PS_STAGE_PAUSED);
    CHECK("the other side", state_of(coach, KNEE, 1)->stage == PS_STAGE_LEARN);
    CHECK("out of the plan", coach->plan.why_not[exercise_of(KNEE)].block == PS_BLOCK_PAUSED);
    CHECK("goes on", coach->stage == PS_COACH_READY);
    CHECK("six days", state_of(coach_of(&by, &ann, day_of(6)), KNEE, 0)->stage == PS_STAGE_PAUSED);
    coach = coach_of(&by, &ann, day_of(7));
    CHECK("a week", state_of(coach, KNEE, 0)->stage == PS_STAGE_LEARN);
    CHECK("a week", state_of(coach, KNEE, 0)->rung == 1);
    // a bad morning in between, and the week begins anew
    person_morning(&ann, day_of(3), PS_SIDE_RIGHT, 3);
    CHECK("bad morning", coach_of(&by, &ann, day_of(7))->input.state[exercise_of(KNEE)][0].stage ==
                             PS_STAGE_PAUSED);
    CHECK("bad morning", coach_of(&by, &ann, day_of(10))->input.state[exercise_of(KNEE)][0].stage ==
                             PS_STAGE_LEARN);
}

// ---- programmes ----

static void a_programme_is_followed(void)
{
    for (int32_t p = 0; p < all->programmes.count; p++) {
        person_starts(&ann, FIRST_DAY, "");
        person_tells(&ann, PS_EVENT_programme_chosen, FIRST_DAY)->as.programme_chosen.programme =
            all->programmes.at[p].id;
        const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
        CHECK(all->programmes.at[p].id, coach->programme == p && coach->plan.programme == p);
        CHECK(all->programmes.at[p].id, coach->plan.made && coach->session.count > 0);
        person_tells(&ann, PS_EVENT_programme_chosen, FIRST_DAY)->as.programme_chosen.programme =
            NULL;
        CHECK("back", coach_of(&by, &ann, FIRST_DAY)->plan.programme == PS_NONE);
    }
}

// ---- laws ----

/// A month of somebody whose days are drawn at random.
static void live_at_random(person *of, uint64_t seed, int32_t days)
{
    person_starts(of, FIRST_DAY, "informed_pain_mode=1");
    for (int32_t d = 0; d < days; d++) {
        const int32_t dice = test_between(&seed, 0, 99);
        const how goes = {
            .form = dice < 10 ? PS_FORM_LOST : PS_FORM_OK,
            .pain = {test_between(&seed, 0, 3), dice % 7 == 0 ? test_between(&seed, 2, 6) : 1},
            .effort = test_between(&seed, 5, 9),
            .stop = dice == 50 ? KNEE : NULL,
        };
        const int32_t morning = dice % 3 == 0 ? -1 : test_between(&seed, 0, dice % 5 == 0 ? 3 : 1);
        live(&by, of, day_of(d), morning, dice < 80 ? &goes : NULL);
    }
}

static void shuffle(ps_event *events, int32_t count, uint64_t seed)
{
    for (int32_t i = count - 1; i > 0; i--) {
        const int32_t k = test_between(&seed, 0, i);
        const ps_event event = events[i];
        events[i] = events[k];
        events[k] = event;
    }
}

static void the_order_of_arrival_does_not_matter(void)
{
    for (uint64_t seed = 1; seed <= 4; seed++) {
        live_at_random(&ann, seed, 40);
        const uint64_t digest = coach_digest(coach_of(&by, &ann, day_of(40)));
        CHECK("twice", coach_digest(coach_of(&other, &ann, day_of(40))) == digest);
        bob = ann;
        shuffle(bob.events, bob.count, seed);
        CHECK("shuffled", coach_digest(coach_of(&other, &bob, day_of(40))) == digest);
        RECORD("%" PRIx64 "\n", digest);
    }
}

/// A set that is corrected counts as if it had been said like that at once.
static void a_correction_replays(void)
{
    static ps_event with;
    live_at_random(&ann, 9, 20);
    bob = ann;
    int32_t tried = 0;
    const uint64_t before = coach_digest(coach_of(&by, &ann, day_of(20)));
    for (int32_t i = 0; i < ann.count; i++) {
        if (ann.events[i].kind != PS_EVENT_set_done || i % 7 != 0) continue;
        with = bob.events[i];
        with.as.set_done.pain = 5;
        with.as.set_done.effort = 10;
        ps_event *corrected = &bob.events[bob.count];
        *corrected = (ps_event){.person = "ann", .device = "phone", .kind = PS_EVENT_corrected};
        corrected->sequence = bob.count + 1;
        corrected->at = (ps_instant){bob.now_ms + STEP_MS, 0};
        corrected->as.corrected = (ps_corrected){"phone", with.sequence, "a slip", &with};
        const uint64_t late = coach_digest(coach_at(&by, bob.events, bob.count + 1, day_of(20)));
        const ps_event was = ann.events[i];
        ann.events[i] = with;
        const uint64_t at_once = coach_digest(coach_of(&other, &ann, day_of(20)));
        ann.events[i] = was;
        CHECK("as if said at once", late == at_once);
        CHECK("it matters", late != before);
        tried++;
    }
    CHECK("some were corrected", tried > 3);
}

static void the_memo_says_what_a_replay_says(void)
{
    static ps_coach_memo memo;
    const ps_memo_key key = {7, day_of(12), ps_catalogue_version};
    CHECK("empty", ps_coach_recall(&memo, &key) == NULL);
    live_at_random(&ann, 3, 12);
    memo.key = key;
    memo.coach = *coach_of(&by, &ann, day_of(12));
    memo.filled = true;
    const ps_coach *recalled = ps_coach_recall(&memo, &key);
    CHECK("the same key", recalled != NULL);
    if (!recalled) return;
    const uint64_t replayed = coach_digest(coach_of(&other, &ann, day_of(12)));
    CHECK("the same answer", coach_digest(recalled) == replayed);
    const ps_memo_key others[] = {
        {8, day_of(12), ps_catalogue_version},
        {7, day_of(13), ps_catalogue_version},
        {7, day_of(12), "other"             }
    };
    for (int32_t i = 0; i < PS_COUNT(others); i++) {
        CHECK("another key", ps_coach_recall(&memo, &others[i]) == NULL);
    }
}

/// Too little room is said, and nothing is taken; ps_coach_size is enough.
static void memory_is_bounded(void)
{
    live_at_random(&ann, 5, 20);
    coach_of(&by, &ann, day_of(20));
    const size_t size = ps_coach_size(all, &by.history);
    CHECK("room of the test", size <= sizeof other.room);
    ps_error err = {0};
    for (size_t room = 0; room < size; room += size / 50 + 1) {
        ps_arena arena = ps_arena_over(other.room, room);
        const ps_code code =
            ps_coach_make(all, &by.history, day_of(20), &arena, &other.coach, &err);
        CHECK("no room", code == PS_OK || (code == PS_NOMEM && arena.used == 0));
    }
    ps_arena arena = ps_arena_over(other.room, size);
    CHECK("enough",
          ps_coach_make(all, &by.history, day_of(20), &arena, &other.coach, &err) == PS_OK);
}

int main(void)
{
    static const test_case cases[] = {
        {"first weeks are those of the examples",    first_weeks_are_those_of_the_examples   },
        {"twelve green sessions lead from A1 to A5", twelve_green_sessions_lead_from_A1_to_A5},
        {"stages follow one another",                stages_follow_one_another               },
        {"mornings count for the session before",    mornings_count_for_the_session_before   },
        {"the worst score of a side counts",         the_worst_score_of_a_side_counts        },
        {"mornings are asked for a week",            mornings_are_asked_for_a_week           },
        {"a set that hurt at once",                  a_set_that_hurt_at_once                 },
        {"sides with different doses",               sides_with_different_doses              },
        {"a load that is missing",                   a_load_that_is_missing                  },
        {"pain on one side changes that side",       pain_on_one_side_changes_that_side      },
        {"only a whole session counts",              only_a_whole_session_counts             },
        {"what was left out",                        what_was_left_out                       },
        {"stops pause and rest brings back",         stops_pause_and_rest_brings_back        },
        {"a programme is followed",                  a_programme_is_followed                 },
        {"the order of arrival does not matter",     the_order_of_arrival_does_not_matter    },
        {"a correction replays",                     a_correction_replays                    },
        {"the memo says what a replay says",         the_memo_says_what_a_replay_says        },
        {"memory is bounded",                        memory_is_bounded                       },
    };
    return test_main(cases, PS_COUNT(cases));
}
