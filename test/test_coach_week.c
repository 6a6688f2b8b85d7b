// The training week: gaps, missed sessions, which session is when. Laws over random people: never
// two sessions on a day, never strength without a whole day of rest around it, never more than
// was planned, and the dose never rises after pain, a missing morning or a session that was hard.
#include "coach_kit.h"

#define KNEE "standing-slumpy-psoas"

enum { PEOPLE = 10, DAYS = 40, SHOWN_MAX = 20 };

static person ann;
static look by;
static int32_t shown;

static int32_t exercise_of(const char *id) { return index_of("exercises", id); }

static const ps_plan_item *item_of(const ps_plan_day *day, const char *exercise)
{
    for (int32_t i = 0; i < day->count; i++) {
        if (day->items[i].exercise == exercise_of(exercise)) return &day->items[i];
    }
    CHECK(exercise, false && "it is in the session");
    return &day->items[0];
}

// ---- gaps ----

/// Trains green sessions on every due day of the first `days` days.
static void train_well(int32_t days)
{
    for (int32_t d = 0; d < days; d++) {
        const ps_coach *coach = wake(&by, &ann, day_of(d));
        if (coach->morning_wanted) person_morning(&ann, day_of(d), PS_SIDE_BOTH, 1);
        coach = coach_of(&by, &ann, day_of(d));
        if (coach->due != PS_NONE) person_trains(&ann, day_of(d), coach, &fine);
    }
}

static void a_gap_asks_for_less(void)
{
    // 19 days of training: the last session is on day 18, and its knee drive on rung 5
    enum { LAST = 18 };
    static const struct {
        int32_t gap;
        ps_gap_kind kind;
        int32_t rung, sets, reps, effort, week, trained;
    } rows[] = {
        {3,  PS_GAP_NONE,        5, 2, 5, 8, 4, 9},
        {6,  PS_GAP_NONE,        5, 2, 5, 8, 4, 9},
        {7,  PS_GAP_FEWER_SETS,  5, 1, 5, 8, 4, 9},
        {13, PS_GAP_FEWER_SETS,  5, 1, 5, 8, 5, 9},
        {14, PS_GAP_LOWEST_REPS, 5, 2, 4, 6, 5, 9},
        {20, PS_GAP_LOWEST_REPS, 5, 2, 4, 6, 6, 9},
        {21, PS_GAP_STEP_DOWN,   4, 2, 5, 6, 6, 9},
        {27, PS_GAP_STEP_DOWN,   4, 2, 5, 6, 7, 9},
        {28, PS_GAP_STEP_DOWN,   3, 2, 4, 6, 7, 9},
        {42, PS_GAP_STEP_DOWN,   2, 2, 4, 6, 9, 9},
        {43, PS_GAP_RESCREEN,    0, 2, 4, 6, 1, 0},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        char name[32];
        snprintf(name, sizeof name, "%d days", rows[i].gap);
        person_starts(&ann, FIRST_DAY, "");
        train_well(LAST + 1);
        person_morning(&ann, day_of(LAST + 1), PS_SIDE_BOTH, 1);
        const ps_day day = day_of(LAST + rows[i].gap);
        const ps_coach *coach = wake(&by, &ann, day);
        CHECK(name, coach->stage == PS_COACH_READY);
        CHECK(name, coach->gap.kind == rows[i].kind);
        CHECK(name, coach->input.state[exercise_of(KNEE)][0].rung == rows[i].rung);
        CHECK(name, coach->week == rows[i].week && coach->trained == rows[i].trained);
        CHECK(name, coach->block_start == (rows[i].trained > 0 ? FIRST_DAY : day));
        const ps_plan_item *item = item_of(&coach->session, KNEE);
        CHECK(name, item->asked[0].sets == rows[i].sets && item->asked[0].reps == rows[i].reps);
        const bool lower = rows[i].kind == PS_GAP_FEWER_SETS || rows[i].kind == PS_GAP_LOWEST_REPS;
        CHECK(name, item->shortened || !lower);
        CHECK(name, coach->input.skill == (rows[i].trained > 0 ? 3 : 1));
        CHECK(name, coach->effort.high == rows[i].effort);
        CHECK(name, coach->effort.low <= coach->effort.high);
        int32_t seconds = coach->plan.warm_up_s;
        for (int32_t k = 0; k < coach->session.count; k++)
            seconds += coach->session.items[k].seconds;
        CHECK(name, coach->session.seconds == seconds);
        RECORD("%s %" PRIx64 "\n", name, coach_digest(coach));
    }
}

/// A gap steps down once, when the next session begins, and its effort holds for a week.
static void a_gap_steps_down_once(void)
{
    person_starts(&ann, FIRST_DAY, "");
    train_well(19);
    const ps_day back = day_of(18 + 28);
    const ps_coach *coach = wake(&by, &ann, back);
    const int32_t rung = coach->input.state[exercise_of(KNEE)][0].rung;
    if (coach->due == PS_NONE) coach = wake(&by, &ann, coach->next_session);
    const ps_day day = coach->today;
    person_trains(&ann, day, coach, &fine);
    for (int32_t d = 1; d <= 8; d++) {
        coach = wake(&by, &ann, day + d);
        CHECK("once", coach->input.state[exercise_of(KNEE)][0].rung == rung);
        const bool capped = coach->next_session < day + all->constants.gap_days.step_down_days;
        CHECK("a week", (coach->effort.high == all->constants.effort.start.high) == capped);
    }
}

/// A gap that starts everything over does not bring back what pain has paused.
static void a_pause_outlasts_a_long_gap(void)
{
    person_starts(&ann, FIRST_DAY, "");
    person_trains(&ann, FIRST_DAY, coach_of(&by, &ann, FIRST_DAY), &(how){.stop = KNEE});
    person_morning(&ann, day_of(45), PS_SIDE_BOTH, 6);
    const ps_coach *coach = coach_of(&by, &ann, day_of(50));
    CHECK("questions", coach->stage == PS_COACH_QUESTIONS);
    coach = wake(&by, &ann, day_of(50));
    CHECK("a new block", coach->week == 1 && coach->trained == 0);
    CHECK("paused", coach->input.state[exercise_of(KNEE)][0].stage == PS_STAGE_PAUSED);
    CHECK("over", coach->input.state[exercise_of(KNEE)][1].stage == PS_STAGE_LOCKED);
    coach = wake(&by, &ann, day_of(52));
    CHECK("rested", coach->input.state[exercise_of(KNEE)][0].stage != PS_STAGE_PAUSED);
}

// ---- missed sessions ----

/// The slots of a week as text: "S" strength, "e" easy, "l" light, upper case X: done, "." rest.
static const char *week_text(const ps_coach *coach, char *out)
{
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        const ps_week_slot *slot = &coach->slots[d];
        const char kinds[] = "Sel";
        out[d] = slot->done                  ? 'X'
                 : slot->plan_day == PS_NONE ? '.'
                                             : kinds[coach->plan.days[slot->plan_day].kind];
    }
    out[PS_WEEK_DAYS] = '\0';
    return out;
}

static void missed_sessions_are_never_doubled_up(void)
{
    static const struct {
        const char *name, *days_per_week;
        int32_t done[6]; ///< days of the week with a session; ends with -1
        int32_t today;
        const char *week;
        int32_t next; ///< days from the first day of the week
    } rows[] = {
        {"on time",                      "3", {0, -1},       1, "X.S.S..", 2},
        {"one day late",                 "3", {0, -1},       3, "X..S.S.", 3},
        {"two days late",                "3", {0, -1},       4, "X...S.S", 4},
        {"three days late",              "3", {0, -1},       5, "X....S.", 5},
        {"too late for both",            "3", {0, -1},       6, "X.....S", 6},
        {"all done",                     "3", {0, 2, 4, -1}, 5, "X.X.X..", 7},
        {"the last day, all done",       "3", {0, 2, 6, -1}, 6, "X.X...X", 8},
        {"one of them on a day to come", "3", {0, 5, -1},    3, "X....X.", 7},
        {"once a week",                  "1", {0, -1},       6, "X......", 7},
        {"twice a week",                 "2", {0, -1},       5, "X....S.", 5},
        {"four days",                    "4", {0, -1},       1, "X.S.Sl.", 2},
        {"four days, one late",          "4", {0, -1},       3, "X..S.Sl", 3},
        {"five days",                    "5", {0, -1},       1, "XlSlS..", 1},
        {"five days, light ones late",   "5", {0, -1},       4, "X...SlS", 4},
        {"six days",                     "6", {0, 1, -1},    2, "XXSlSl.", 2},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        char words[32], week[16];
        snprintf(words, sizeof words, "days_per_week=%s", rows[i].days_per_week);
        person_starts(&ann, FIRST_DAY, words);
        for (int32_t k = 0; rows[i].done[k] >= 0; k++) {
            const ps_day day = day_of(rows[i].done[k]);
            person_trains(&ann, day, coach_of(&by, &ann, day), &fine);
        }
        const ps_coach *coach = coach_of(&by, &ann, day_of(rows[i].today));
        CHECK_TEXT(rows[i].name, week_text(coach, week), rows[i].week);
        CHECK(rows[i].name, coach->next_session == day_of(rows[i].next));
        CHECK(rows[i].name, (coach->due != PS_NONE) == (rows[i].next == rows[i].today));
    }
}

/// Behind the last session of a week stands the first one of the next, with its effort.
static void the_next_week_is_looked_at(void)
{
    person_starts(&ann, FIRST_DAY, "");
    train_well(5);
    const ps_coach *coach = coach_of(&by, &ann, day_of(4));
    CHECK("week 1", coach->week == 1 && coach->due == PS_NONE);
    CHECK("the next", coach->next_session == day_of(7) && coach->session.day == 1);
    CHECK("its effort", coach->effort.high == all->constants.effort.build.high);
    CHECK("of this week", coach->plan.effort.high == all->constants.effort.start.high);
}

static void an_irritable_week_is_easy_every_day(void)
{
    char week[16];
    person_starts(&ann, FIRST_DAY, "days_per_week=4 settle_hours=30");
    CHECK_TEXT("easy", week_text(coach_of(&by, &ann, FIRST_DAY), week), "e.e.ee.");
    person_trains(&ann, FIRST_DAY, &by.coach, &fine);
    CHECK_TEXT("easy", week_text(coach_of(&by, &ann, day_of(3)), week), "X..eee.");
}

// ---- laws ----

static uint32_t kinds_at(const ps_coach *coach, int32_t d)
{
    if (d < 0 || d >= PS_WEEK_DAYS || coach->slots[d].plan_day == PS_NONE) return 0;
    return UINT32_C(1) << coach->plan.days[coach->slots[d].plan_day].kind;
}

static void check_week(const ps_coach *coach)
{
    int32_t planned = 0, done = 0;
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        const ps_week_slot *slot = &coach->slots[d];
        CHECK("date", slot->date == coach->week_start + d);
        done += slot->done ? 1 : 0;
        if (slot->done || slot->plan_day == PS_NONE) continue;
        planned++;
        CHECK("not in the past", slot->date >= coach->today);
        const bool strength = coach->plan.days[slot->plan_day].kind == PS_DAY_STRENGTH;
        const uint32_t near = kinds_at(coach, d - 1) | kinds_at(coach, d + 1);
        CHECK("a day of rest", !strength || (near & 1u << PS_DAY_STRENGTH) == 0);
    }
    CHECK("not more than planned", planned == 0 || planned + done <= coach->plan.day_count);
    const int32_t at = coach->today - coach->week_start;
    CHECK("today is in the week", at >= 0 && at < PS_WEEK_DAYS);
    const ps_week_slot *today = &coach->slots[at];
    CHECK("due", (coach->due != PS_NONE) == (!today->done && today->plan_day != PS_NONE));
    CHECK("due", coach->due == PS_NONE || coach->next_session == coach->today);
    CHECK("next", coach->next_session >= coach->today || coach->next_session == PS_DAY_NEVER);
}

/// Strength needs a whole day around it, in the history as it was lived.
static void check_lived(const ps_day *days, const ps_day_kind *kinds, int32_t count)
{
    for (int32_t i = 1; i < count; i++) {
        CHECK("one a day", days[i] > days[i - 1]);
        const bool strength = kinds[i] == PS_DAY_STRENGTH && kinds[i - 1] == PS_DAY_STRENGTH;
        CHECK("a day of rest", !strength || days[i] > days[i - 1] + 1);
    }
}

static int32_t work(const ps_training *state, const ps_exercise *exercise)
{
    const ps_rungs rungs = state->loaded ? exercise->engine.rungs_loaded : exercise->engine.rungs;
    return state->rung > 0 && rungs.count > 0 ? state->rung : 0;
}

/// Domain 5.15, 9: never up after pain, a missing morning, a hard or a shortened session.
static void check_entries(const ps_coach *coach)
{
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        const ps_exercise *exercise = &all->exercises.at[entry->exercise];
        const bool first = entry->before.stage == PS_STAGE_LOCKED;
        const bool up = entry->after.loaded == entry->before.loaded
                            ? work(&entry->after, exercise) > work(&entry->before, exercise)
                            : entry->after.loaded;
        const bool bad = entry->verdict != PS_GREEN || entry->hard || entry->shortened;
        const bool fails = bad && up && !first;
        CHECK("never up after that", !fails);
        CHECK("one rung", first || entry->after.loaded != entry->before.loaded ||
                              entry->after.rung <= entry->before.rung + 1);
        CHECK("in order", i == 0 || entry->session >= coach->entries[i - 1].session);
        if (fails && shown++ < SHOWN_MAX) {
            printf("# %s %s rung %d to %d\n", exercise->id, entry->row->name, entry->before.rung,
                   entry->after.rung);
        }
    }
}

static void random_people(void)
{
    ps_day days[DAYS];
    ps_day_kind kinds[DAYS];
    for (uint64_t p = 1; p <= PEOPLE; p++) {
        uint64_t seed = p;
        char words[64];
        int32_t count = 0;
        snprintf(words, sizeof words, "days_per_week=%d informed_pain_mode=1 settle_hours=%d",
                 test_between(&seed, 1, 6), p % 5 == 0 ? 30 : 1);
        person_starts(&ann, FIRST_DAY, words);
        const int32_t diligence = test_between(&seed, 30, 100);
        for (int32_t d = 0; d < DAYS; d++) {
            const ps_coach *coach = wake(&by, &ann, day_of(d));
            if (coach->morning_wanted != 0 && test_between(&seed, 0, 3) > 0) {
                person_morning(&ann, day_of(d), PS_SIDE_BOTH, test_between(&seed, 0, 2));
                coach = coach_of(&by, &ann, day_of(d));
            }
            if (coach->stage == PS_COACH_READY) check_week(coach);
            if (coach->due == PS_NONE || test_between(&seed, 1, 100) > diligence) continue;
            const how goes = {
                .pain = {test_between(&seed, 0, 3), test_between(&seed, 0, 5)},
                .effort = test_between(&seed, 5, 9),
                .form = test_between(&seed, 0, 5) > 0 ? PS_FORM_OK : PS_FORM_UNSURE,
            };
            days[count] = day_of(d);
            kinds[count++] = coach->session.kind;
            person_trains(&ann, day_of(d), coach, &goes);
        }
        check_lived(days, kinds, count);
        const ps_coach *coach = coach_of(&by, &ann, day_of(DAYS));
        check_entries(coach);
        RECORD("%d %d %" PRIx64 "\n", (int)p, count, coach_digest(coach));
    }
}

/// Sessions on days that nobody planned do not make the plan break its own rules.
static void unplanned_sessions_are_reckoned_with(void)
{
    for (uint64_t p = 1; p <= PEOPLE / 2; p++) {
        uint64_t seed = p;
        char words[32];
        snprintf(words, sizeof words, "days_per_week=%d", test_between(&seed, 1, 6));
        person_starts(&ann, FIRST_DAY, words);
        for (int32_t d = 0; d < 28; d++) {
            const ps_coach *coach = wake(&by, &ann, day_of(d));
            if (coach->stage == PS_COACH_READY) check_week(coach);
            const int32_t dice = test_between(&seed, 0, 9);
            if (dice < 4 && coach->session.count > 0) person_trains(&ann, day_of(d), coach, &fine);
            if (dice == 0 && coach->session.count > 0) {
                person_trains(&ann, day_of(d), coach_of(&by, &ann, day_of(d)), &fine);
            }
        }
        RECORD("%" PRIx64 "\n", coach_digest(coach_of(&by, &ann, day_of(28))));
    }
}

int main(void)
{
    static const test_case cases[] = {
        {"a gap asks for less",                  a_gap_asks_for_less                 },
        {"a gap steps down once",                a_gap_steps_down_once               },
        {"a pause outlasts a long gap",          a_pause_outlasts_a_long_gap         },
        {"missed sessions are never doubled up", missed_sessions_are_never_doubled_up},
        {"an irritable week is easy every day",  an_irritable_week_is_easy_every_day },
        {"the next week is looked at",           the_next_week_is_looked_at          },
        {"random people",                        random_people                       },
        {"unplanned sessions are reckoned with", unplanned_sessions_are_reckoned_with},
    };
    return test_main(cases, PS_COUNT(cases));
}
