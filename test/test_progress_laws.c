// Idea: what holds of every progress: the order of arrival and the days to come mean nothing, left
// and right are alike, a repeated value is no news, noise is no change, seconds are not lost.
#include "progress_kit.h"

enum { START = DIARY_START, FIRST = -40, LAST = 100, ROUNDS = 150 };

static diary book, other;

// ---- a digest of everything ----

typedef struct {
    uint64_t value;
} hash;

static void add(hash *of, const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        of->value = (of->value ^ ((const unsigned char *)bytes)[i]) * UINT64_C(0x100000001b3);
    }
}

static void add_int(hash *of, int32_t value) { add(of, &value, sizeof value); }

static void add_number(hash *of, double value)
{
    value += 0.0; // -0 and 0 are the same
    add(of, &value, sizeof value);
}

static void add_text(hash *of, const char *text)
{
    if (text) add(of, text, strlen(text));
    add_int(of, text != NULL);
}

static void add_days(hash *of, const ps_test_course *course)
{
    for (int32_t i = 0; i < course->day_count; i++) {
        const ps_test_day *day = &course->days[i];
        add_int(of, day->day);
        add_int(of, day->tries);
        add_int(of, day->invalid);
        add_number(of, day->value);
        add_number(of, day->low);
        add_number(of, day->high);
    }
}

static uint64_t hash_of_days(const ps_test_course *course)
{
    hash sum = {0};
    add_days(&sum, course);
    return sum.value;
}

static void add_test(hash *of, const ps_test_course *course)
{
    add_int(of, course->test);
    add_int(of, (int32_t)course->side);
    add_days(of, course);
    add_int(of, course->repeatability.pairs);
    add_number(of, course->repeatability.error);
    add_number(of, course->repeatability.smallest);
    add_int(of, course->repeatability.own);
    add_number(of, course->change);
    add_int(of, (int32_t)course->moved);
}

static void add_pain(hash *of, const ps_pain_point *point)
{
    add_int(of, point->day);
    add_int(of, point->pain);
    add_int(of, (int32_t)point->context);
    add_int(of, point->morning);
    add_int(of, point->set);
    add_int(of, (int32_t)point->side);
    add_text(of, point->place);
}

static void add_week(hash *of, const ps_progress_week *week)
{
    const int32_t all[] = {week->week,         week->pain_reports, week->pain_tenths,
                           week->sessions,     week->planned,      week->stretch_s[0],
                           week->stretch_s[1], week->goal_tenths};
    add(of, all, sizeof all);
    add_int(of, week->pain_days);
    for (int32_t m = 0; m < PS_PAIN_MEASURES; m++) {
        add_int(of, week->pain_by[m].days);
        add_int(of, week->pain_by[m].tenths);
    }
}

static void add_goal(hash *of, const ps_goal *goal)
{
    add_text(of, goal->id);
    add_text(of, goal->text);
    add_int(of, goal->set_on);
    for (int32_t i = 0; i < goal->rating_count; i++) {
        add_int(of, goal->ratings[i].day);
        add_int(of, goal->ratings[i].rating);
    }
}

static void add_check(hash *of, const ps_checkpoint *check)
{
    const int32_t all[] = {check->week,
                           check->day,
                           (int32_t)check->verdict,
                           (int32_t)check->advice,
                           (int32_t)check->pain,
                           (int32_t)check->pain_by,
                           (int32_t)check->goals,
                           (int32_t)check->length,
                           (int32_t)check->hold,
                           check->pain_change_tenths,
                           check->goal_change_tenths,
                           check->adherence_pct};
    add(of, all, sizeof all);
}

static uint64_t hash_of(const ps_progress *of)
{
    hash sum = {UINT64_C(0xcbf29ce484222325)};
    for (int32_t i = 0; i < of->test_count; i++) add_test(&sum, &of->tests[i]);
    for (int32_t i = 0; i < of->pain_count; i++) add_pain(&sum, &of->pain[i]);
    for (int32_t i = 0; i < of->week_count; i++) add_week(&sum, &of->weeks[i]);
    for (int32_t i = 0; i < of->goal_count; i++) add_goal(&sum, &of->goals[i]);
    for (int32_t i = 0; i < of->checkpoint_count; i++) add_check(&sum, &of->checkpoints[i]);
    add_int(&sum, of->goals_met);
    add_int(&sum, (int32_t)of->proposal);
    return sum.value;
}

// ---- diaries of anybody ----

static ps_side any_side(uint64_t *seed) { return (ps_side)test_between(seed, 0, 2); }

static void tell_some_session(diary *of, uint64_t *seed, ps_day day)
{
    static const char *const exercises[] = {"half-kneel", "leg-dangle", "psoas-march", "unknown"};
    const char *session = tell_start(of, day);
    const int32_t sets = test_between(seed, 0, 3);
    for (int32_t i = 0; i < sets; i++) {
        const char *exercise = exercises[test_between(seed, 0, PS_COUNT(exercises) - 1)];
        const ps_side side = any_side(seed);
        ps_set_done *set = tell_set(of, day, session, exercise, side, test_between(seed, 0, 40));
        set->reps = test_between(seed, 0, 3);
        set->pain = test_between(seed, PS_NOT_GIVEN, 6);
    }
    if (test_between(seed, 0, 4) > 0) tell_end(of, day, session, test_between(seed, 0, 5) > 0);
}

static void tell_some_goal(diary *of, uint64_t *seed, ps_day day)
{
    static const char *const ids[] = {"g1", "g2", "g3", "g4", "g5", "g6"};
    const char *id = ids[test_between(seed, 0, PS_COUNT(ids) - 1)];
    const int32_t what = test_between(seed, 0, 9);
    if (what == 0) {
        tell(of, PS_EVENT_goal_dropped, day)->as.goal_dropped.goal = id;
    } else if (what < 4) {
        tell_goal(of, day, id, "walk");
    } else {
        tell_rating(of, day, id, test_between(seed, 0, 10));
    }
}

static void tell_some_intake(diary *of, uint64_t *seed, ps_day day)
{
    static const char *const fields[] = {"pain_now", "pain_rest", "pain_worst_24h", "days_per_week",
                                         "age_years"};
    static const char *const values[] = {"0", "2", "3", "5", "6", "10", "11", "x"};
    const char *field = fields[test_between(seed, 0, PS_COUNT(fields) - 1)];
    tell_intake(of, day, field, values[test_between(seed, 0, PS_COUNT(values) - 1)]);
}

static void tell_some_test(diary *of, uint64_t *seed, ps_day day)
{
    static const char *const tests[] = {"T_LEN", "T_HOLD", "T_ASLR", "T_PROVOKE", "T_OTHER"};
    const char *test = tests[test_between(seed, 0, PS_COUNT(tests) - 1)];
    const int32_t tries = test_between(seed, 1, 3);
    for (int32_t i = 0; i < tries; i++) {
        const ps_side side = any_side(seed);
        tell_test(of, day, test, side, test_between(seed, 0, 200) / 10.0);
        of->events[of->count - 1].as.test_measured.valid = test_between(seed, 0, 5) > 0;
    }
}

static void tell_some_day(diary *of, uint64_t *seed, ps_day day)
{
    if (test_between(seed, 0, 2) == 0) tell_some_session(of, seed, day);
    if (test_between(seed, 0, 2) == 0) tell_pain(of, day, test_between(seed, 0, 10));
    if (test_between(seed, 0, 2) == 0) {
        const ps_side side = any_side(seed);
        tell(of, PS_EVENT_morning_reported, day)->as.morning_reported =
            (ps_morning_reported){side, test_between(seed, 0, 10)};
    }
    if (test_between(seed, 0, 5) == 0) tell_some_test(of, seed, day);
    if (test_between(seed, 0, 5) == 0) tell_some_goal(of, seed, day);
    if (test_between(seed, 0, 9) == 0) tell_some_intake(of, seed, day);
    if (test_between(seed, 0, 40) == 0) {
        tell_answer(of, day, 8, (ps_overall_change)test_between(seed, 0, 2), day % 2 == 0);
    }
}

static void tell_anybody(diary *of, uint64_t *seed)
{
    of->count = 0;
    for (ps_day day = START + FIRST; day <= START + LAST; day++) tell_some_day(of, seed, day);
}

static ps_progress_frame any_frame(uint64_t *seed)
{
    ps_progress_frame frame = frame_at(test_between(seed, 0, LAST));
    frame.red_sessions_last_week = test_between(seed, 0, 5) == 0 ? 2 : 0;
    return frame;
}

static uint64_t hash_at(const diary *of, ps_progress_frame frame)
{
    const ps_progress progress = look(of, frame);
    return hash_of(&progress);
}

// ---- laws ----

static void arrival_means_nothing(void)
{
    uint64_t seed = 1;
    for (int32_t i = 0; i < ROUNDS; i++) {
        tell_anybody(&book, &seed);
        const ps_progress_frame frame = any_frame(&seed);
        const uint64_t before = hash_at(&book, frame);
        for (int32_t k = book.count - 1; k > 0; k--) {
            const int32_t with = test_between(&seed, 0, k);
            const ps_event event = book.events[k];
            book.events[k] = book.events[with];
            book.events[with] = event;
        }
        CHECK("shuffled", hash_at(&book, frame) == before);
        RECORD("%" PRIx64 "\n", before);
    }
}

static void days_to_come_mean_nothing(void)
{
    uint64_t seed = 2;
    for (int32_t i = 0; i < ROUNDS; i++) {
        tell_anybody(&book, &seed);
        const ps_progress_frame frame = any_frame(&seed);
        other.count = 0;
        for (int32_t k = 0; k < book.count; k++) {
            const ps_event *event = &book.events[k];
            if (ps_local_day(event->at) <= frame.today) other.events[other.count++] = *event;
        }
        CHECK("cut", hash_at(&other, frame) == hash_at(&book, frame));
    }
}

static ps_side mirrored(ps_side side)
{
    return side == PS_SIDE_BOTH   ? PS_SIDE_BOTH
           : side == PS_SIDE_LEFT ? PS_SIDE_RIGHT
                                  : PS_SIDE_LEFT;
}

static void mirror(diary *of)
{
    for (int32_t i = 0; i < of->count; i++) {
        ps_event *event = &of->events[i];
        ps_side *side = event->kind == PS_EVENT_test_measured   ? &event->as.test_measured.side
                        : event->kind == PS_EVENT_set_done      ? &event->as.set_done.side
                        : event->kind == PS_EVENT_pain_reported ? &event->as.pain_reported.side
                        : event->kind == PS_EVENT_morning_reported
                            ? &event->as.morning_reported.side
                            : NULL;
        if (side) *side = mirrored(*side);
    }
}

/// What a mirror leaves as it is, and the stretch of one side.
static uint64_t hash_of_side(const ps_progress *of, bool swapped)
{
    hash sum = {UINT64_C(0xcbf29ce484222325)};
    for (int32_t i = 0; i < of->week_count; i++) {
        ps_progress_week week = of->weeks[i];
        if (swapped) {
            week.stretch_s[0] = of->weeks[i].stretch_s[1];
            week.stretch_s[1] = of->weeks[i].stretch_s[0];
        }
        add_week(&sum, &week);
    }
    for (int32_t i = 0; i < of->checkpoint_count; i++) add_check(&sum, &of->checkpoints[i]);
    add_int(&sum, of->pain_count);
    add_int(&sum, of->test_count);
    return sum.value;
}

static void left_and_right_are_alike(void)
{
    static const char *const tests[] = {"T_LEN", "T_HOLD", "T_ASLR"};
    static ps_test_day days[PS_TEST_DAYS_MAX];
    uint64_t seed = 3;
    for (int32_t i = 0; i < ROUNDS; i++) {
        tell_anybody(&book, &seed);
        const ps_progress_frame frame = any_frame(&seed);
        const char *test = tests[i % PS_COUNT(tests)];
        const ps_progress plain = look(&book, frame);
        const uint64_t want = hash_of_side(&plain, true);
        const ps_test_course *course = course_of(&plain, test, PS_SIDE_LEFT);
        ps_test_course left = {.days = days};
        if (course) {
            left = *course;
            left.days = days;
            memcpy(days, course->days, (size_t)course->day_count * sizeof *days);
        }
        mirror(&book);
        const ps_progress turned = look(&book, frame);
        CHECK("weeks and checkpoints", hash_of_side(&turned, false) == want);
        const ps_test_course *right = course_of(&turned, test, PS_SIDE_RIGHT);
        CHECK("there as here", (right != NULL) == (course != NULL));
        if (!right || !course) continue;
        CHECK("the days", hash_of_days(right) == hash_of_days(&left));
        CHECK("moved", right->moved == left.moved);
        CHECK_NEAR("change", right->change, left.change, 1e-9);
        CHECK_NEAR("error", right->repeatability.error, left.repeatability.error, 1e-9);
    }
}

/// Every value of a test times `scale` plus `shift`.
static void stretch_values(diary *of, const char *test, double scale, double shift)
{
    for (int32_t i = 0; i < of->count; i++) {
        ps_event *event = &of->events[i];
        if (event->kind != PS_EVENT_test_measured) continue;
        ps_test_measured *said = &event->as.test_measured;
        if (strcmp(said->test, test) == 0) said->value = scale * said->value + shift;
    }
}

static void errors_scale_and_do_not_shift(void)
{
    uint64_t seed = 4;
    for (int32_t i = 0; i < ROUNDS; i++) {
        tell_anybody(&book, &seed);
        const ps_progress_frame frame = frame_at(LAST);
        ps_progress got = look(&book, frame);
        const ps_test_course *course = course_of(&got, "T_LEN", PS_SIDE_LEFT);
        if (!course) continue;
        const double error = course->repeatability.error, change = course->change;
        const int32_t scale = test_between(&seed, 2, 5);
        stretch_values(&book, "T_LEN", scale, test_between(&seed, -30, 30));
        got = look(&book, frame);
        course = course_of(&got, "T_LEN", PS_SIDE_LEFT);
        CHECK_NEAR("error", course->repeatability.error, scale * error, 1e-9);
        CHECK_NEAR("change", course->change, scale * change, 1e-9);
    }
}

static void a_repeated_value_is_no_news(void)
{
    uint64_t seed = 5;
    int32_t seen = 0;
    for (int32_t i = 0; i < ROUNDS; i++) {
        tell_anybody(&book, &seed);
        ps_progress_frame frame = frame_at(LAST + 1);
        ps_progress got = look(&book, frame);
        const ps_test_course *course = course_of(&got, "T_HOLD", PS_SIDE_RIGHT);
        if (!course || course->moved == PS_MOVED_NOT_KNOWN) continue;
        const ps_test_course before = *course;
        const double latest = course->days[course->day_count - 1].value;
        tell_test(&book, START + LAST + 1, "T_HOLD", PS_SIDE_RIGHT, latest);
        got = look(&book, frame);
        course = course_of(&got, "T_HOLD", PS_SIDE_RIGHT);
        CHECK("a day more", course->day_count == before.day_count + 1);
        CHECK("as it was", course->moved == before.moved && course->change == before.change);
        CHECK("pairs", course->repeatability.pairs == before.repeatability.pairs);
        CHECK("error", course->repeatability.error == before.repeatability.error);
        seen++;
    }
    CHECK("was there", seen > ROUNDS / 2);
}

static void stretched_seconds_are_not_lost(void)
{
    uint64_t seed = 6;
    for (int32_t i = 0; i < ROUNDS; i++) {
        tell_anybody(&book, &seed);
        const ps_progress_frame frame = any_frame(&seed);
        int64_t told = 0, shown = 0;
        for (int32_t k = 0; k < book.count; k++) {
            const ps_set_done *set = &book.events[k].as.set_done;
            const ps_day day = ps_local_day(book.events[k].at);
            if (book.events[k].kind != PS_EVENT_set_done || day < START || day > frame.today) {
                continue;
            }
            const bool passive = strcmp(set->exercise, "half-kneel") == 0 ||
                                 strcmp(set->exercise, "leg-dangle") == 0;
            const int32_t spells = set->reps == 0 ? 1 : set->reps;
            if (passive) told += (set->side == PS_SIDE_BOTH ? 2 : 1) * set->hold_s * spells;
        }
        const ps_progress got = look(&book, frame);
        for (int32_t k = 0; k < got.week_count; k++) {
            shown += got.weeks[k].stretch_s[0] + got.weeks[k].stretch_s[1];
        }
        CHECK("sum", shown == told);
    }
}

static void noise_is_no_change(void)
{
    uint64_t seed = 7;
    for (int32_t i = 0; i < ROUNDS; i++) {
        book.count = 0;
        // a hip that stays as it is, measured with an error of at most 2.9 degrees and 2.4 s
        for (ps_day day = START; day <= START + 60; day += test_between(&seed, 1, 9)) {
            for (int32_t try = 0; try < 3; try++) {
                const double noise = test_between(&seed, -1000, 1000) / 1000.0;
                tell_test(&book, day, "T_LEN", PS_SIDE_LEFT, -8 + 2.9 * noise);
                tell_test(&book, day, "T_HOLD", PS_SIDE_LEFT, 14 + 2.4 * noise);
            }
        }
        const ps_progress got = look(&book, frame_at(60));
        for (int32_t k = 0; k < got.test_count; k++) {
            const ps_test_course *course = &got.tests[k];
            CHECK("within noise", course->moved == PS_MOVED_NOT);
            CHECK("smaller", fabs(course->change) < course->repeatability.smallest);
        }
        for (int32_t k = 0; k < got.checkpoint_count; k++) {
            CHECK("no success", got.checkpoints[k].length != PS_MOVED_BETTER);
            CHECK("no success", got.checkpoints[k].hold != PS_MOVED_BETTER);
            CHECK("not met", got.checkpoints[k].verdict != PS_CHECK_BETTER);
        }
    }
}

/// From better to worse.
static int32_t badness(ps_moved moved)
{
    return moved == PS_MOVED_BETTER ? 0 : moved == PS_MOVED_WORSE ? 2 : 1;
}

static void more_pain_never_looks_better(void)
{
    uint64_t seed = 8;
    int32_t turned = 0;
    for (int32_t i = 0; i < ROUNDS; i++) {
        tell_anybody(&book, &seed);
        const ps_progress_frame frame = frame_at(LAST);
        const ps_progress before = look(&book, frame);
        for (int32_t k = 0; k < book.count; k++) {
            ps_pain_reported *said = &book.events[k].as.pain_reported;
            if (book.events[k].kind != PS_EVENT_pain_reported) continue;
            if (ps_local_day(book.events[k].at) < START + 7) continue;
            said->pain = said->pain + 2 > 10 ? 10 : said->pain + 2;
        }
        ps_checkpoint old[PS_CHECKPOINTS_MAX];
        memcpy(old, before.checkpoints, sizeof old);
        const ps_progress after = look(&book, frame);
        for (int32_t k = 0; k < 3; k++) {
            const ps_checkpoint *now = &after.checkpoints[k];
            CHECK("pain", badness(now->pain) >= badness(old[k].pain));
            CHECK("tenths", now->pain_change_tenths >= old[k].pain_change_tenths);
            if (now->verdict == PS_CHECK_BETTER) CHECK("met", old[k].verdict == PS_CHECK_BETTER);
            turned += now->verdict != old[k].verdict;
        }
    }
    CHECK("some turned", turned > 10);
}

static void more_sessions_never_look_worse(void)
{
    uint64_t seed = 9;
    int32_t eased = 0;
    for (int32_t i = 0; i < 2 * ROUNDS; i++) {
        book.count = 0;
        for (ps_day day = START; day < START + 70; day++) {
            if (test_between(&seed, 0, 6) == 0) tell_session(&book, day);
        }
        const ps_progress_frame frame = frame_at(70);
        const ps_progress before = look(&book, frame);
        tell_session(&book, START + test_between(&seed, 0, 69));
        const ps_progress after = look(&book, frame);
        CHECK("proposal", after.proposal <= before.proposal);
        eased += after.proposal < before.proposal;
        for (int32_t k = 0; k < 3; k++) {
            CHECK("share",
                  after.checkpoints[k].adherence_pct >= before.checkpoints[k].adherence_pct);
            CHECK("at most all", after.checkpoints[k].adherence_pct <= 100);
        }
    }
    CHECK("some eased", eased > 10);
}

static void room_is_asked_for_and_enough(void)
{
    static _Alignas(16) char memory[256 * 1024];
    uint64_t seed = 10;
    for (int32_t i = 0; i < ROUNDS / 3; i++) {
        tell_anybody(&book, &seed);
        const ps_progress_frame frame = any_frame(&seed);
        ps_arena arena = ps_arena_over(diary_memory, sizeof diary_memory);
        ps_history history = {0};
        CHECK("fold", ps_history_fold(book.events, book.count, &arena, &history, NULL) == PS_OK);
        const size_t size = ps_progress_size(&ps_catalogue_builtin, &history);
        CHECK("it fits in the test", size <= sizeof memory);
        ps_progress progress = {.pain_count = -7};
        for (size_t room = 0; room < size; room += 1 + size / 40) {
            ps_arena small = ps_arena_over(memory, room);
            ps_error err = {0};
            const ps_code code =
                ps_progress_of(&ps_catalogue_builtin, &history, &frame, &small, &progress, &err);
            if (code == PS_OK) break; // what is asked for is an upper bound
            CHECK("no room", code == PS_NOMEM && err.code == PS_NOMEM && err.text[0] != '\0');
            CHECK("as before", small.used == 0 && progress.pain_count == -7);
        }
        ps_arena whole = ps_arena_over(memory, size);
        CHECK("enough", ps_progress_of(&ps_catalogue_builtin, &history, &frame, &whole, &progress,
                                       NULL) == PS_OK);
    }
}

TEST_MAIN(TEST_CASE(arrival_means_nothing), TEST_CASE(days_to_come_mean_nothing),
          TEST_CASE(left_and_right_are_alike), TEST_CASE(errors_scale_and_do_not_shift),
          TEST_CASE(a_repeated_value_is_no_news), TEST_CASE(stretched_seconds_are_not_lost),
          TEST_CASE(noise_is_no_change), TEST_CASE(more_pain_never_looks_better),
          TEST_CASE(more_sessions_never_look_worse), TEST_CASE(room_is_asked_for_and_enough))
