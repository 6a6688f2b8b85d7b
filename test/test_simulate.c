// People who do not exist, week after week. Who improves comes to loaded work, who flares is
// stepped back on the side that hurts, who stays away comes back to less, who is refused stays
// refused. The laws: one script gives one story, a longer one begins with the shorter one, and
// what is recorded is what a real person could record.
#include "coach_kit.h"
#include "ps/simulate.h"

enum { ROOM = 24 << 20, WHOLE = PERSON_EVENTS + 4000, WEEKS = 12, HOUR_MS = 60 * 60 * 1000 };

#define SLUMPY "standing-slumpy-psoas"
#define MARCH "psoas-march"

static person ann;
static look by;
static char room[ROOM];
static ps_simulated told, again;
static ps_event whole[WHOLE];

// ---- playing ----

static const ps_simulate_script *script_of(const char *story)
{
    for (int32_t i = 0; i < ps_simulate_story_count; i++) {
        if (strcmp(ps_simulate_stories[i].id, story) == 0) return &ps_simulate_stories[i].script;
    }
    CHECK(story, false);
    return &ps_simulate_stories[0].script;
}

static ps_instant noon_of(ps_day day)
{
    return (ps_instant){(int64_t)day * DAY_MS + 12 * (int64_t)HOUR_MS, 0};
}

/// Goes on with ann from noon of `day`; the events live until the next call.
static ps_code play(const ps_simulate_script *script, ps_day day, int32_t weeks,
                    ps_simulated *simulated)
{
    ps_arena arena = ps_arena_over(room, sizeof room);
    return ps_simulate(all, ann.events, ann.count, noon_of(day), weeks, script, &arena, simulated,
                       NULL);
}

static void play_story(const char *words, const char *story, int32_t weeks)
{
    person_starts(&ann, FIRST_DAY, words);
    CHECK(story, play(script_of(story), FIRST_DAY, weeks, &told) == PS_OK);
    CHECK(story, told.week_count == weeks);
}

/// Ann and what was simulated.
static const ps_coach *coach_then(ps_day today)
{
    const int32_t count = ann.count + told.event_count;
    CHECK("room", count <= WHOLE);
    if (count > WHOLE) return coach_of(&by, &ann, today);
    memcpy(whole, ann.events, (size_t)ann.count * sizeof *whole);
    memcpy(whole + ann.count, told.events, (size_t)told.event_count * sizeof *whole);
    return coach_at(&by, whole, count, today);
}

static const ps_training *state_in(int32_t week, const char *exercise, int32_t side)
{
    return &told.weeks[week - 1].state[index_of("exercises", exercise)][side];
}

static int32_t verdicts_of(ps_pain_verdict verdict)
{
    int32_t sum = 0;
    for (int32_t w = 0; w < told.week_count; w++) sum += told.weeks[w].verdicts[verdict];
    return sum;
}

// ---- who improves ----

/// No rung that is lower than in the week before.
static void check_never_lower(const char *row)
{
    for (int32_t w = 1; w < told.week_count; w++) {
        for (int32_t e = 0; e < all->exercises.count; e++) {
            for (int32_t s = 0; s < 2; s++) {
                const ps_training *before = &told.weeks[w - 1].state[e][s];
                const ps_training *now = &told.weeks[w].state[e][s];
                CHECK(row, now->loaded != before->loaded || now->rung >= before->rung);
                CHECK(row, now->mastered || !before->mastered);
            }
        }
    }
}

static void who_improves_comes_to_loads(void)
{
    play_story("equipment=wall,chair,bed,dumbbell", "improves", WEEKS);
    check_never_lower("improves");
    CHECK("improves", verdicts_of(PS_GREEN) > 0 && verdicts_of(PS_AMBER) == 0);
    CHECK("improves", verdicts_of(PS_RED) == 0 && verdicts_of(PS_STOP) == 0);
    for (int32_t s = 0; s < 2; s++) {
        CHECK("no weight before week 4", state_in(3, SLUMPY "-loaded", s)->rung == 0);
        CHECK("mastered", state_in(WEEKS, SLUMPY, s)->mastered);
        CHECK("loaded", state_in(WEEKS, SLUMPY "-loaded", s)->loaded);
        CHECK("loaded", state_in(WEEKS, SLUMPY "-loaded", s)->rung >= 3);
    }
    const ps_coach *coach = coach_then(FIRST_DAY + WEEKS * PS_WEEK_DAYS);
    const ps_why_not *why = &coach->plan.why_not[index_of("exercises", SLUMPY)];
    CHECK("the loaded one took over", why->block == PS_BLOCK_GRADUATED);
    CHECK("improves", coach->progress.goals_met);
    for (int32_t w = 0; w < WEEKS; w++) {
        const ps_simulated_week *week = &told.weeks[w];
        CHECK("every session", week->sessions == 3 && week->planned == 3 && week->week == w + 1);
        CHECK("every session", week->stage == PS_COACH_READY);
        RECORD("%d %d", week->verdicts[PS_GREEN],
               week->state[index_of("exercises", SLUMPY)][0].rung);
    }
}

/// Prefers what uses the march.
static void wish_for_march(void)
{
    static const char *const others[] = {SLUMPY, SLUMPY "-loaded", "alternating-knee-to-chest"};
    for (int32_t i = 0; i < PS_COUNT(others); i++) {
        person_tells(&ann, PS_EVENT_exercise_swapped, FIRST_DAY)->as.exercise_swapped =
            (ps_exercise_swapped){others[i], false};
    }
}

/// What was simulated has happened.
static void live_it(void)
{
    CHECK("room", ann.count + told.event_count < PERSON_EVENTS);
    if (ann.count + told.event_count >= PERSON_EVENTS) return;
    memcpy(&ann.events[ann.count], told.events, (size_t)told.event_count * sizeof *told.events);
    ann.count += told.event_count;
    ann.now_ms = ann.events[ann.count - 1].at.ms;
}

/// The next event of ann, behind those of a simulation.
static void keep_sequence(void)
{
    enum { BEHIND = 1 << 20 };
    ann.events[ann.count - 1].sequence += BEHIND;
}

static void the_march_gets_its_band(void)
{
    enum { LEARNT = 7 };
    const ps_day then = FIRST_DAY + LEARNT * PS_WEEK_DAYS;
    ps_arena arena = ps_arena_over(room, sizeof room);
    person_starts(&ann, FIRST_DAY, "skill=2");
    wish_for_march();
    CHECK("without", ps_simulate(all, ann.events, ann.count, noon_of(FIRST_DAY), LEARNT,
                                 script_of("steady"), &arena, &told, NULL) == PS_OK);
    const ps_training *march = state_in(LEARNT, MARCH, 0);
    CHECK("without", march->mastered && !march->loaded);

    // learnt without the band: it comes with the next good session, and begins low
    live_it();
    person_says(&ann, then, "equipment=wall,chair,bed,resistance-band-loop");
    keep_sequence();
    CHECK("with", ps_simulate(all, ann.events, ann.count, noon_of(then), 1, script_of("steady"),
                              &arena, &told, NULL) == PS_OK);
    for (int32_t s = 0; s < 2; s++) {
        CHECK("with", state_in(1, MARCH, s)->loaded && state_in(1, MARCH, s)->rung <= 2);
    }

    // there from the first try on
    person_starts(&ann, FIRST_DAY, "skill=2 equipment=wall,chair,bed,resistance-band-loop");
    wish_for_march();
    CHECK("at first", play(script_of("improves"), FIRST_DAY, 3, &told) == PS_OK);
    CHECK("not in week 1", state_in(1, MARCH, 0)->rung == 0);
    CHECK("at first", state_in(2, MARCH, 0)->loaded && state_in(2, MARCH, 1)->loaded);
}

// ---- who flares ----

/// While it hurts no dose of that side rises, and no side that does well is stepped back.
static void check_flare(const ps_coach *coach, ps_day first, ps_day last)
{
    int32_t reds = 0, lower = 0;
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        const char *row = exercise_name(entry->exercise);
        if (entry->day < first || entry->day > last) continue;
        const bool per_side = all->exercises.at[entry->exercise].per_side;
        if (entry->side == 0 || !per_side) {
            CHECK(row, entry->verdict == PS_RED);
            const int32_t most = entry->before.rung > 0 ? entry->before.rung : 1;
            CHECK(row, entry->after.rung <= most);
            reds++;
            lower += entry->after.rung < entry->before.rung;
        } else {
            CHECK(row, entry->verdict == PS_GREEN);
            CHECK(row, entry->after.rung >= entry->before.rung);
        }
        RECORD("%s %d %d %d", row, entry->side, entry->verdict, entry->after.rung);
    }
    CHECK("it hurt", reds > 5 && lower > 0);
}

static void who_flares_is_stepped_back(void)
{
    enum { CALM = 3, FLARED = 5, LATER = 7 };
    play_story("", "flares", LATER);
    const ps_coach *coach = coach_then(FIRST_DAY + LATER * PS_WEEK_DAYS);
    check_flare(coach, FIRST_DAY + CALM * PS_WEEK_DAYS, FIRST_DAY + FLARED * PS_WEEK_DAYS - 1);
    CHECK("left falls", state_in(FLARED, SLUMPY, 0)->rung < state_in(CALM, SLUMPY, 0)->rung);
    CHECK("right stays", state_in(FLARED, SLUMPY, 1)->rung >= state_in(CALM, SLUMPY, 1)->rung);
    CHECK("after all that it rests", state_in(FLARED, SLUMPY, 0)->stage == PS_STAGE_PAUSED);
    CHECK("the other side does not", state_in(FLARED, SLUMPY, 1)->stage != PS_STAGE_PAUSED);
    CHECK("then it is calm", told.weeks[LATER - 1].verdicts[PS_RED] == 0);
    for (int32_t w = 0; w < LATER; w++) {
        RECORD("%d %d", told.weeks[w].verdicts[PS_RED], told.weeks[w].stage);
    }

    // in the middle of it something else stands in, and there is no stretch
    play_story("", "flares", CALM + 1);
    coach = coach_then(FIRST_DAY + (CALM + 1) * PS_WEEK_DAYS);
    CHECK("swapped", coach->input.swapped != 0);
    CHECK("swapped", coach->plan.why_not[index_of("exercises", SLUMPY)].block != PS_BLOCK_NONE);
    CHECK("irritable", coach->input.irritability >= PS_IRRITABILITY_MOD);
    for (int32_t d = 0; d < coach->plan.day_count; d++) {
        for (int32_t i = 0; i < coach->plan.days[d].count; i++) {
            const int32_t e = coach->plan.days[d].items[i].exercise;
            const bool stretch = all->exercises.at[e].engine.family == PS_HOLD;
            CHECK(exercise_name(e), !stretch || strcmp(exercise_name(e), "leg-dangle") == 0);
        }
    }
}

static void without_mornings_nothing_rises(void)
{
    ps_simulate_script quiet = *script_of("steady");
    quiet.weeks[0].reports = false;
    person_starts(&ann, FIRST_DAY, "");
    CHECK("quiet", play(&quiet, FIRST_DAY, 4, &told) == PS_OK);
    CHECK("quiet", verdicts_of(PS_NO_MORNING) > 0 && verdicts_of(PS_GREEN) == 0);
    for (int32_t e = 0; e < all->exercises.count; e++) {
        for (int32_t s = 0; s < 2; s++) CHECK("quiet", told.weeks[3].state[e][s].rung <= 2);
    }
}

// ---- who stays away ----

static void who_comes_back_starts_gently(void)
{
    enum { BEFORE = 2, AWAY = 3 };
    const ps_day back = FIRST_DAY + (BEFORE + AWAY) * PS_WEEK_DAYS;
    play_story("", "misses", BEFORE + AWAY);
    for (int32_t w = BEFORE; w < BEFORE + AWAY; w++) {
        CHECK("away", told.weeks[w].sessions == 0 && told.weeks[w].planned == 3);
    }
    const ps_coach *coach = coach_then(back);
    CHECK("ready", coach->stage == PS_COACH_READY && coach->due != PS_NONE);
    CHECK("a step down", coach->gap.kind == PS_GAP_STEP_DOWN && coach->gap.rungs_down >= 1);
    const int32_t at = index_of("exercises", SLUMPY);
    for (int32_t s = 0; s < 2; s++) {
        CHECK("a step down", coach->input.state[at][s].rung < state_in(BEFORE, SLUMPY, s)->rung);
        CHECK("not to the start", coach->input.state[at][s].rung >= 1);
    }
    CHECK("one session a day", coach->session.seconds <= 15 * 60);

    play_story("", "misses", BEFORE + AWAY + 4);
    CHECK("one week's sessions", told.weeks[BEFORE + AWAY].sessions == 3);
    CHECK("it grows again", state_in(BEFORE + AWAY + 4, SLUMPY, 0)->rung >
                                state_in(BEFORE + AWAY + 1, SLUMPY, 0)->rung);
    for (int32_t w = 0; w < told.week_count; w++) {
        RECORD("%d/%d %d", told.weeks[w].sessions, told.weeks[w].planned,
               told.weeks[w].state[at][0].rung);
    }
}

static void who_stays_away_for_long_is_asked_again(void)
{
    enum { AWAY = 7 };
    ps_simulate_script long_away = *script_of("steady");
    long_away.week_count = 2 + AWAY;
    for (int32_t w = 1; w < long_away.week_count; w++) {
        long_away.weeks[w] = long_away.weeks[0];
        long_away.weeks[w].adherence_pct = w <= AWAY ? 0 : 100;
    }
    person_starts(&ann, FIRST_DAY, "");
    CHECK("away", play(&long_away, FIRST_DAY, AWAY + 3, &told) == PS_OK);
    int32_t rounds = 0;
    for (int32_t i = 0; i < told.event_count; i++) {
        rounds += told.events[i].kind == PS_EVENT_screen_started;
    }
    CHECK("asked again", rounds >= 2);
    CHECK("ready", told.weeks[AWAY + 2].stage == PS_COACH_READY);
    const ps_coach *coach = coach_then(FIRST_DAY + (AWAY + 3) * PS_WEEK_DAYS);
    CHECK("a new block", coach->block_start >= FIRST_DAY + (1 + AWAY) * PS_WEEK_DAYS - 1);
    CHECK("week 1 again", coach->week <= 3);
}

// ---- who is refused ----

static void pain_of_8_closes_until_cleared(void)
{
    enum { CALM = 3, WEEKS_OF_IT = 9 };
    ps_simulate_script script = {.week_count = CALM + 2};
    for (int32_t w = 0; w < script.week_count; w++) {
        script.weeks[w] = script_of("steady")->weeks[0];
        if (w == CALM) script.weeks[w].pain = 8;
    }
    person_starts(&ann, FIRST_DAY, "");
    CHECK("severe", play(&script, FIRST_DAY, WEEKS_OF_IT, &told) == PS_OK);
    const ps_day day = FIRST_DAY + WEEKS_OF_IT * PS_WEEK_DAYS;
    CHECK("severe", told.weeks[CALM - 1].stage == PS_COACH_READY);
    for (int32_t w = CALM; w < WEEKS_OF_IT; w++) {
        CHECK("severe", told.weeks[w].stage == PS_COACH_REFUSED && told.weeks[w].sessions == 0);
        CHECK("severe", told.weeks[w].planned == 0);
    }
    CHECK("no plan", !coach_then(day)->plan.made);
    CHECK("denied", ps_simulate(all, whole, ann.count + told.event_count, noon_of(day), 1, &script,
                                &(ps_arena){0}, &again, NULL) != PS_OK);

    ps_arena arena = ps_arena_over(room, sizeof room);
    CHECK("severe", ps_simulate(all, ann.events, ann.count, noon_of(FIRST_DAY), WEEKS_OF_IT,
                                &script, &arena, &told, NULL) == PS_OK);
    live_it();
    person_tells(&ann, PS_EVENT_flag_cleared, day)->as.flag_cleared = (ps_flag_cleared){
        "R_SEVERE", PS_CLEARED, day, "doctor", NULL, {NULL, 0}
    };
    keep_sequence();
    // answers that are older than the clearance do not open anything
    CHECK("not yet", ps_simulate(all, ann.events, ann.count, noon_of(day), 1, &script, &arena,
                                 &again, NULL) == PS_DENIED);
    const int32_t from = ann.count;
    person_answers_no(&ann, day, PS_ROUND_SOMETHING_NEW);
    for (int32_t i = from; i < ann.count; i++) ann.events[i].sequence += 1 << 20;
    ps_error err = {0};
    CHECK("again", ps_simulate(all, ann.events, ann.count, noon_of(day), 1, script_of("steady"),
                               &arena, &told, &err) == PS_OK);
    CHECK_TEXT("again", err.text, "");
    CHECK("again", told.weeks[0].sessions > 0);
    for (int32_t e = 0; e < all->exercises.count; e++) {
        for (int32_t s = 0; s < 2; s++) CHECK("gentle", !told.weeks[0].state[e][s].loaded);
    }
}

// ---- checkpoints ----

static void checkpoints_say_what_is_to_be_seen(void)
{
    static const struct {
        const char *story;
        int32_t adherence_pct, week;
        ps_check_verdict verdict;
        ps_check_advice advice;
    } rows[] = {
        {"improves", 100, 4, PS_CHECK_BETTER,     PS_CHECK_GO_ON         },
        {"improves", 100, 8, PS_CHECK_BETTER,     PS_CHECK_MAINTAIN      },
        {"steady",   100, 4, PS_CHECK_SAME,       PS_CHECK_CLASS_OR_REFER},
        {"steady",   100, 8, PS_CHECK_SAME,       PS_CHECK_REFER         },
        {"steady",   50,  4, PS_CHECK_TOO_LITTLE, PS_CHECK_FEWER_DAYS    },
        {"misses",   100, 8, PS_CHECK_TOO_LITTLE, PS_CHECK_FEWER_DAYS    },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_simulate_script script = *script_of(rows[i].story);
        if (rows[i].adherence_pct < 100) script.weeks[0].adherence_pct = rows[i].adherence_pct;
        person_starts(&ann, FIRST_DAY, "");
        CHECK(rows[i].story, play(&script, FIRST_DAY, rows[i].week, &told) == PS_OK);
        const ps_progress *progress =
            &coach_then(FIRST_DAY + rows[i].week * PS_WEEK_DAYS)->progress;
        for (int32_t k = 0; k < progress->checkpoint_count; k++) {
            const ps_checkpoint *check = &progress->checkpoints[k];
            if (check->week != rows[i].week) continue;
            CHECK_TEXT(rows[i].story, ps_check_verdict_names.names[check->verdict],
                       ps_check_verdict_names.names[rows[i].verdict]);
            CHECK_TEXT(rows[i].story, ps_check_advice_names.names[check->advice],
                       ps_check_advice_names.names[rows[i].advice]);
        }
    }
}

// ---- laws ----

static void check_same_week(const ps_simulated_week *a, const ps_simulated_week *b)
{
    CHECK("week", a->week == b->week && a->stage == b->stage);
    CHECK("week", a->sessions == b->sessions && a->planned == b->planned);
    CHECK("week", memcmp(a->verdicts, b->verdicts, sizeof a->verdicts) == 0);
    for (int32_t e = 0; e < all->exercises.count; e++) {
        for (int32_t s = 0; s < 2; s++) {
            uint64_t digests[2] = {0, 0};
            mix_training(&digests[0], &a->state[e][s]);
            mix_training(&digests[1], &b->state[e][s]);
            CHECK(exercise_name(e), digests[0] == digests[1]);
        }
    }
}

/// Of two runs the shorter one stands at the front of the longer one; two of one length are one.
static void a_longer_story_begins_with_the_shorter(void)
{
    enum { SHORT = 4, LONG = 6 };
    static char other_room[ROOM];
    for (int32_t i = 0; i < ps_simulate_story_count; i++) {
        const ps_simulate_script *script = &ps_simulate_stories[i].script;
        person_starts(&ann, FIRST_DAY, "equipment=wall,chair,bed,dumbbell");
        CHECK("long", play(script, FIRST_DAY, LONG, &told) == PS_OK);
        const int32_t weeks = i == 0 ? LONG : SHORT;
        ps_arena arena = ps_arena_over(other_room, sizeof other_room);
        CHECK("short", ps_simulate(all, ann.events, ann.count, noon_of(FIRST_DAY), weeks, script,
                                   &arena, &again, NULL) == PS_OK);
        CHECK("events", weeks == LONG ? again.event_count == told.event_count
                                      : again.event_count < told.event_count);
        for (int32_t k = 0; k < again.event_count && k < told.event_count; k++) {
            CHECK("events", ps_event_same(&again.events[k], &told.events[k]));
        }
        for (int32_t w = 0; w < weeks; w++) check_same_week(&again.weeks[w], &told.weeks[w]);
    }
}

static void what_is_recorded_could_be_real(void)
{
    static const ps_instant times[] = {
        {(int64_t)FIRST_DAY * DAY_MS + 12 * (int64_t)HOUR_MS,                      0   },
        {(int64_t)FIRST_DAY * DAY_MS + DAY_MS + (int64_t)4 * HOUR_MS - 1000,       0   },
        {(int64_t)FIRST_DAY * DAY_MS + DAY_MS - (int64_t)8 * HOUR_MS - 60000,      720 },
        {(int64_t)FIRST_DAY * DAY_MS + 2 * (int64_t)DAY_MS - (int64_t)9 * HOUR_MS, -600},
    };
    for (int32_t i = 0; i < PS_COUNT(times); i++) {
        ps_arena arena = ps_arena_over(room, sizeof room);
        person_starts(&ann, FIRST_DAY, "");
        const ps_day first = ps_local_day(times[i]);
        CHECK("a time", ps_simulate(all, ann.events, ann.count, times[i], 5, script_of("steady"),
                                    &arena, &told, NULL) == PS_OK);
        for (int32_t k = 0; k < told.event_count; k++) {
            const ps_event *event = &told.events[k];
            ps_error err = {0};
            CHECK("check", ps_event_check(event, &err) == PS_OK);
            CHECK_TEXT("check", err.text, "");
            CHECK("order", k == 0 || ps_event_order(&told.events[k - 1], event) < 0);
            CHECK("in time", event->at.ms >= times[i].ms);
            CHECK("in time", ps_local_day(event->at) >= first);
            CHECK("in time", ps_local_day(event->at) <= first + 5 * PS_WEEK_DAYS);
        }
        const ps_coach *coach = coach_then(first + 5 * PS_WEEK_DAYS);
        CHECK("keys", by.history.duplicates == 0);
        CHECK("all of them", coach->trained == 15 && by.history.session_count == 15);
        RECORD("%d %" PRIx64, told.event_count, ps_history_digest(&by.history));
    }
}

static void adherence_is_what_it_says(void)
{
    static const int32_t shares[] = {0, 33, 50, 100};
    for (int32_t days = 2; days <= 6; days += 2) {
        for (int32_t i = 0; i < PS_COUNT(shares); i++) {
            enum { SOME_WEEKS = 2 };
            char words[32];
            int32_t done = 0, planned = 0;
            ps_simulate_script script = *script_of("improves");
            for (int32_t w = 0; w < script.week_count; w++) {
                script.weeks[w].adherence_pct = shares[i];
            }
            snprintf(words, sizeof words, "days_per_week=%d", days);
            person_starts(&ann, FIRST_DAY, words);
            CHECK(words, play(&script, FIRST_DAY, SOME_WEEKS, &told) == PS_OK);
            for (int32_t w = 0; w < SOME_WEEKS; w++) {
                done += told.weeks[w].sessions;
                planned += told.weeks[w].planned;
                CHECK(words, told.weeks[w].planned <= days);
            }
            CHECK(words, 100 * done >= shares[i] * planned - 50);
            CHECK(words, 100 * done <= shares[i] * planned + 50);
            CHECK(words, planned >= days);
            RECORD("%s %d: %d of %d", words, shares[i], done, planned);
        }
    }
}

static void what_cannot_be_played(void)
{
    static ps_simulate_script script;
    const ps_instant now = noon_of(FIRST_DAY), later = noon_of(2 * FIRST_DAY);
    const struct {
        const char *row;
        int32_t weeks, week_count, adherence_pct, pain, morning, effort;
        ps_instant now;
        ps_code code;
    } rows[] = {
        {"fine",        1,  1,  100, 2,  1,  6,  now,            PS_OK    },
        {"no week",     0,  1,  100, 2,  1,  6,  now,            PS_RANGE },
        {"many weeks",  53, 1,  100, 2,  1,  6,  now,            PS_RANGE },
        {"no script",   1,  0,  100, 2,  1,  6,  now,            PS_RANGE },
        {"long script", 1,  53, 100, 2,  1,  6,  now,            PS_RANGE },
        {"adherence",   1,  1,  101, 2,  1,  6,  now,            PS_RANGE },
        {"pain",        1,  1,  100, 11, 1,  6,  now,            PS_RANGE },
        {"morning",     1,  1,  100, 2,  -1, 6,  now,            PS_RANGE },
        {"effort",      1,  1,  100, 2,  1,  11, now,            PS_RANGE },
        {"2099",        2,  1,  100, 2,  1,  6,  {PS_MS_MAX, 0}, PS_RANGE },
        {"years later", 1,  1,  100, 2,  1,  6,  later,          PS_DENIED},
    };
    person_starts(&ann, FIRST_DAY, "");
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        script.weeks[0] = (ps_simulate_week){
            .adherence_pct = rows[i].adherence_pct,
            .pain = rows[i].pain,
            .morning = rows[i].morning,
            .effort = rows[i].effort,
            .form = PS_FORM_OK,
            .reports = true,
        };
        script.week_count = rows[i].week_count;
        ps_arena arena = ps_arena_over(room, sizeof room);
        ps_error err = {0};
        const ps_code code = ps_simulate(all, ann.events, ann.count, rows[i].now, rows[i].weeks,
                                         &script, &arena, &told, &err);
        CHECK(rows[i].row, code == rows[i].code);
        CHECK(rows[i].row, (err.text[0] == '\0') == (code == PS_OK));
        CHECK(rows[i].row, code == PS_OK || (arena.used == 0 && told.week_count == 0));
    }
    CHECK("nobody", ps_simulate(all, NULL, 0, noon_of(FIRST_DAY), 1, script_of("steady"),
                                &(ps_arena){room, sizeof room, 0, 0}, &told, NULL) == PS_DENIED);
}

static void memory_is_given_back(void)
{
    person_starts(&ann, FIRST_DAY, "");
    ps_arena whole_room = ps_arena_over(room, sizeof room);
    CHECK("room", ps_simulate(all, ann.events, ann.count, noon_of(FIRST_DAY), 2,
                              script_of("steady"), &whole_room, &told, NULL) == PS_OK);
    CHECK("scratch is given back", whole_room.used < whole_room.peak);
    for (int32_t part = 0; part < 16; part++) {
        ps_arena arena = ps_arena_over(room, whole_room.peak / 16 * (size_t)part);
        CHECK("too small", ps_simulate(all, ann.events, ann.count, noon_of(FIRST_DAY), 2,
                                       script_of("steady"), &arena, &told, NULL) == PS_NOMEM);
        CHECK("too small", arena.used == 0);
    }
    ps_arena enough = ps_arena_over(room, whole_room.peak);
    CHECK("enough", ps_simulate(all, ann.events, ann.count, noon_of(FIRST_DAY), 2,
                                script_of("steady"), &enough, &told, NULL) == PS_OK);
}

TEST_MAIN(TEST_CASE(who_improves_comes_to_loads), TEST_CASE(the_march_gets_its_band),
          TEST_CASE(who_flares_is_stepped_back), TEST_CASE(without_mornings_nothing_rises),
          TEST_CASE(who_comes_back_starts_gently),
          TEST_CASE(who_stays_away_for_long_is_asked_again),
          TEST_CASE(pain_of_8_closes_until_cleared), TEST_CASE(checkpoints_say_what_is_to_be_seen),
          TEST_CASE(a_longer_story_begins_with_the_shorter),
          TEST_CASE(what_is_recorded_could_be_real), TEST_CASE(adherence_is_what_it_says),
          TEST_CASE(what_cannot_be_played), TEST_CASE(memory_is_given_back))
