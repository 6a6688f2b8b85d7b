// The dose never rises for a bad reason: after a lighter week that went badly, after a shortened
// session that did, by a second session on a day, or by a morning that was told too late.
#include "coach_kit.h"

#define KNEE "standing-slumpy-psoas"
#define GLUTE "standing-glute-contraction"

static person ann;
static look by;

static int32_t exercise_of(const char *id) { return index_of("exercises", id); }

static const ps_plan_item *knee_of(const ps_coach *coach)
{
    for (int32_t i = 0; i < coach->session.count; i++) {
        if (coach->session.items[i].exercise == exercise_of(KNEE)) return &coach->session.items[i];
    }
    return NULL;
}

// ---- lighter weeks ----

/// A lighter week ends by the calendar when what was done in it went well, or nothing was.
static void a_lighter_week_ends_well(void)
{
    static const struct {
        const char *name;
        int32_t morning, effort;
        bool trains, over;
    } rows[] = {
        {"green",         1,  6, true,  true },
        {"amber",         2,  6, true,  false},
        {"red",           3,  6, true,  false},
        {"hard",          1,  9, true,  false},
        {"no report",     -1, 6, true,  false},
        {"did not train", 1,  6, false, true },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        for (int32_t d = 0; d <= 10; d++) {
            const how goes = {.form = PS_FORM_OK, .effort = d > 3 ? rows[i].effort : 6};
            if (d == 3) {
                person_tells(&ann, PS_EVENT_day_noted, day_of(d))->as.day_noted.what = PS_NOTED_ILL;
            }
            const bool trains = d < 3 || rows[i].trains;
            live(&by, &ann, day_of(d), d > 4 ? rows[i].morning : 1, trains ? &goes : NULL);
        }
        const ps_coach *coach = coach_of(&by, &ann, day_of(11));
        const ps_training *knee = state_of(coach, KNEE, 0);
        CHECK(rows[i].name, knee->deload_until == day_of(10));
        CHECK(rows[i].name, (knee->stage != PS_STAGE_DELOAD) == rows[i].over);
        const ps_plan_item *item = knee_of(coach);
        if (item && rows[i].trains) CHECK(rows[i].name, (item->asked[0].sets == 2) == rows[i].over);
        RECORD("%s %" PRIx64, rows[i].name, coach_digest(coach));
        if (rows[i].over) continue;
        // a good session ends it
        int32_t d = 11;
        while (d < 30 && state_of(&by.coach, KNEE, 0)->stage == PS_STAGE_DELOAD) {
            live(&by, &ann, day_of(d++), 1, &fine);
        }
        CHECK(rows[i].name, d < 30);
    }
}

// ---- shortened sessions ----

/// After a gap less is asked. When that does not go well, the next session asks no more.
static void after_a_short_session_that_went_badly(void)
{
    static const struct {
        const char *name;
        int32_t morning, effort, pain;
        bool more;
    } rows[] = {
        {"green",     1,  6, 0, true },
        {"amber",     2,  6, 0, false},
        {"red",       3,  6, 0, false},
        {"in a set",  1,  6, 4, false},
        {"hard",      1,  9, 0, false},
        {"no report", -1, 6, 0, false},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        person_starts(&ann, FIRST_DAY, "");
        for (int32_t d = 0; d <= 2; d++) live(&by, &ann, day_of(d), 1, &fine);
        const how goes = {
            .form = PS_FORM_OK, .effort = rows[i].effort, .pain = {rows[i].pain, rows[i].pain}
        };
        const ps_coach *coach = live(&by, &ann, day_of(12), -1, &goes);
        CHECK(rows[i].name, coach->gap.kind == PS_GAP_FEWER_SETS && coach->due != PS_NONE);
        CHECK(rows[i].name, knee_of(coach) && knee_of(coach)->asked[0].sets == 1);
        live(&by, &ann, day_of(13), rows[i].morning, NULL);
        coach = coach_of(&by, &ann, day_of(15));
        const ps_training_entry *entry = entry_of(coach, KNEE, 0);
        CHECK(rows[i].name, entry->shortened && entry->day == day_of(12));
        CHECK(rows[i].name, (entry->after.cap.sets == 0) == rows[i].more);
        const ps_plan_item *item = knee_of(coach);
        CHECK(rows[i].name, item && (item->asked[0].sets > 1) == rows[i].more);
        RECORD("%s %" PRIx64, rows[i].name, coach_digest(coach));
    }
}

// ---- two sessions on a day ----

/// Trains `only` once more on a day.
static void once_more(ps_day day, const char *only)
{
    const ps_coach *coach = coach_of(&by, &ann, day);
    const ps_plan_day plan = coach->plan.days[0];
    const how goes = {.form = PS_FORM_OK, .only = only};
    const char *session = person_comes(&ann, day, &plan, PS_NONE);
    for (int32_t i = 0; i < plan.count; i++) {
        person_does_item(&ann, day, session, &plan.items[i], &goes);
    }
}

/// The next morning is about all sessions of the day, and about an exercise once.
static void a_second_session_does_not_swallow_the_morning(void)
{
    for (int32_t score = 0; score <= 4; score++) {
        person_starts(&ann, FIRST_DAY, "");
        person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY), &fine);
        once_more(FIRST_DAY, GLUTE);
        const ps_coach *coach = coach_of(&by, &ann, day_of(1));
        CHECK("both sides are asked", coach->morning_wanted == 3);
        person_morning(&ann, day_of(1), PS_SIDE_BOTH, score);
        coach = coach_of(&by, &ann, day_of(1));
        CHECK("answered", coach->morning_wanted == 0);
        const ps_pain_verdict wanted = score <= 1 ? PS_GREEN : score == 2 ? PS_AMBER : PS_RED;
        int32_t knees = 0, glutes = 0;
        for (int32_t i = 0; i < coach->entry_count; i++) {
            const ps_training_entry *entry = &coach->entries[i];
            const bool glute = entry->exercise == exercise_of(GLUTE);
            const bool again = glute && entry->session == 0;
            knees += entry->exercise == exercise_of(KNEE);
            glutes += glute;
            CHECK("judged once", entry->verdict == (again ? PS_NO_MORNING : wanted));
        }
        CHECK("both", knees == 2 && glutes == 2);
        CHECK("one step", state_of(coach, GLUTE, 0)->greens == (score <= 1 ? 1 : 0));
        CHECK("one step", state_of(coach, GLUTE, 0)->red_count == (score > 2 ? 1 : 0));
        RECORD("%d %" PRIx64, score, coach_digest(coach));
    }
}

/// A morning that is told after the next session began speaks only against the one before it.
static void a_late_morning_is_no_good_news(void)
{
    for (int32_t score = 0; score <= 4; score++) {
        for (int32_t early = 0; early < 2; early++) {
            person_starts(&ann, FIRST_DAY, "");
            person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY), &fine);
            if (early == 1) person_morning(&ann, day_of(2), PS_SIDE_BOTH, 0);
            person_trains(&ann, day_of(2), coach_of(&by, &ann, day_of(2)), &fine);
            person_morning(&ann, day_of(2), PS_SIDE_BOTH, score);
            const ps_coach *coach = coach_of(&by, &ann, day_of(2));
            const ps_pain_verdict good = early == 1 ? PS_GREEN : PS_NO_MORNING;
            const ps_pain_verdict wanted = score <= 1 ? good : score == 2 ? PS_AMBER : PS_RED;
            for (int32_t i = 0; i < coach->last_entries; i++) {
                CHECK("the first", coach->entries[i].verdict == wanted);
            }
            for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
                CHECK("the second waits", coach->entries[i].verdict == PS_NO_MORNING);
            }
        }
    }
}

/// The morning behind the next session is about that one.
static void a_morning_is_about_one_day(void)
{
    person_starts(&ann, FIRST_DAY, "");
    person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY), &fine);
    person_trains(&ann, day_of(2), coach_of(&by, &ann, day_of(2)), &fine);
    person_morning(&ann, day_of(3), PS_SIDE_BOTH, 4);
    const ps_coach *coach = coach_of(&by, &ann, day_of(3));
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        const bool hip = entry->exercise == exercise_of(KNEE);
        if (hip) CHECK("one day", entry->verdict == (entry->session == 0 ? PS_NO_MORNING : PS_RED));
    }
}

// ---- rest between sessions ----

/// Whatever an article asks is strength: never on neighbouring days, on whatever days one trains.
static void articles_leave_days_of_rest(void)
{
    for (int32_t p = 0; p < all->programmes.count; p++) {
        for (int32_t skip = 0; skip < 7; skip++) {
            person_starts(&ann, FIRST_DAY, "days_per_week=6");
            person_tells(&ann, PS_EVENT_programme_chosen, FIRST_DAY)
                ->as.programme_chosen.programme = all->programmes.at[p].id;
            ps_day last = PS_DAY_NEVER;
            for (int32_t d = 0; d < 14; d++) {
                const ps_coach *coach = wake(&by, &ann, day_of(d));
                if (coach->due == PS_NONE || d % 7 == skip) continue;
                CHECK("strength", coach->session.kind == PS_DAY_STRENGTH);
                CHECK("a day of rest", last == PS_DAY_NEVER || last + 1 < day_of(d));
                last = day_of(d);
                person_trains(&ann, last, coach, &fine);
            }
            CHECK("trained", last != PS_DAY_NEVER);
        }
    }
}

// ---- something new after pain ----

/// For a week after a red session nothing begins that nobody has done yet and that has a load.
static void after_red_nothing_new_begins_with_a_load(void)
{
    for (int32_t pain = 0; pain <= 6; pain += 6) {
        person_starts(&ann, FIRST_DAY, "");
        person_gives(&ann, FIRST_DAY, "equipment", "wall,chair,bed,resistance-band-loop,dumbbell");
        for (int32_t d = 0; d < 7; d++) live(&by, &ann, day_of(d), 1, &fine);
        const how goes = {
            .form = PS_FORM_OK, .pain = {pain, 0}
        };
        live(&by, &ann, day_of(7), 1, &goes);
        int32_t fresh = 0;
        for (int32_t d = 8; d < 20; d++) {
            const ps_coach *coach = coach_of(&by, &ann, day_of(d));
            const uint64_t resting = coach->input.resting[day_of(d) - coach->week_start];
            for (int32_t e = 0; e < all->exercises.count; e++) {
                const ps_training *state = coach->input.state[e];
                if (state[0].rung > 0 || state[1].rung > 0) continue;
                if (!ps_plan_is_loaded(all, &coach->input, e)) continue;
                CHECK(exercise_name(e), ps_has(resting, e) == (pain > 0 && d < 14));
                fresh++;
            }
        }
        CHECK("some are new", fresh > 0);
    }
}

int main(void)
{
    static const test_case cases[] = {
        {"after red nothing new begins with a load",      after_red_nothing_new_begins_with_a_load},
        {"a lighter week ends well",                      a_lighter_week_ends_well                },
        {"after a short session that went badly",         after_a_short_session_that_went_badly   },
        {"a second session does not swallow the morning",
         a_second_session_does_not_swallow_the_morning                                            },
        {"a late morning is no good news",                a_late_morning_is_no_good_news          },
        {"a morning is about one day",                    a_morning_is_about_one_day              },
        {"articles leave days of rest",                   articles_leave_days_of_rest             },
    };
    return test_main(cases, PS_COUNT(cases));
}
