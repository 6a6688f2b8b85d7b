// The fold, row by row: small histories whose meaning a person can say.
#include "base/sort.h"
#include "story.h"
#include "test.h"

static _Alignas(16) char memory[64 * 1024];

/// "a1 a2=7 b1": keys in order, with the pain of morning reports.
static void list_text(const ps_event *const *events, int32_t count, char text[1024])
{
    int32_t at = 0;
    text[0] = '\0';
    for (int32_t i = 0; i < count; i++) {
        at += snprintf(text + at, (size_t)(1024 - at), "%s%s%d", i ? " " : "", events[i]->device,
                       (int)events[i]->sequence);
        if (events[i]->kind != PS_EVENT_morning_reported) continue;
        at += snprintf(text + at, (size_t)(1024 - at), "=%d", events[i]->as.morning_reported.pain);
    }
}

typedef struct {
    const char *row;
    void (*tell)(story *of);
    const char *events, *former;
    int32_t duplicates, corrected, voided, imports;
} story_row;

static void three_reports(story *of)
{
    of->events[of->count++] = morning("a", 1, 10, 1);
    of->events[of->count++] = morning("a", 2, 20, 2);
    of->events[of->count++] = morning("b", 1, 15, 3);
}

static void nothing(story *of) { (void)of; }

static void sent_twice(story *of)
{
    three_reports(of);
    three_reports(of);
}

static void one_key_two_events(story *of)
{
    three_reports(of);
    of->events[of->count++] = morning("a", 2, 5, 9); // an earlier one with the key of a2
}

static void same_instant(story *of)
{
    of->events[of->count++] = morning("b", 1, 10, 1);
    of->events[of->count++] = morning("a", 2, 10, 2);
    of->events[of->count++] = morning("a", 1, 10, 3);
}

static void void_one(story *of)
{
    three_reports(of);
    tell_void(of, "b", 2, 30, "a", 2, 2);
}

static void void_all(story *of)
{
    three_reports(of);
    tell_void(of, "b", 2, 30, "a", 1, PS_SEQUENCE_MAX);
    tell_void(of, "b", 3, 31, "b", 1, 1);
}

static void void_of_nobody(story *of)
{
    three_reports(of);
    tell_void(of, "b", 2, 30, "aa", 1, 100);
}

static void void_before_its_target(story *of)
{
    // clocks differ: the void bears an earlier instant than what it takes out
    three_reports(of);
    tell_void(of, "b", 2, 1, "a", 2, 2);
}

static void void_undone(story *of)
{
    void_one(of);
    tell_void(of, "b", 3, 40, "b", 2, 2);
}

static void void_redone(story *of)
{
    void_undone(of);
    tell_void(of, "b", 4, 50, "b", 3, 3);
}

static void void_undone_too_early(story *of)
{
    void_one(of); // minute 30
    tell_void(of, "b", 3, 29, "b", 2, 2);
}

static void void_of_voids(story *of)
{
    // the last void takes out two voids and a report at once; a2 comes back, b1 goes
    void_one(of);
    tell_void(of, "b", 3, 31, "a", 1, 1);
    tell_void(of, "c", 1, 60, "b", 1, 9);
}

static void corrected_once(story *of)
{
    three_reports(of);
    const ps_event with = morning("a", 2, 20, 7);
    tell_correction(of, "b", 2, 30, &with);
}

static void corrected_twice(story *of)
{
    corrected_once(of);
    const ps_event with = morning("a", 2, 20, 8);
    tell_correction(of, "b", 3, 40, &with);
}

static void corrections_out_of_order(story *of)
{
    corrected_once(of);
    const ps_event with = morning("a", 2, 20, 8);
    tell_correction(of, "b", 3, 25, &with); // an earlier instant: the one of minute 30 stays
}

static void moved_by_a_correction(story *of)
{
    three_reports(of);
    const ps_event with = morning("a", 2, 0, 2);
    tell_correction(of, "b", 2, 30, &with);
}

static void correction_voided(story *of)
{
    corrected_twice(of);
    tell_void(of, "b", 4, 50, "b", 3, 3);
}

static void corrected_and_voided(story *of)
{
    corrected_once(of);
    tell_void(of, "b", 4, 50, "a", 2, 2);
}

static void correction_of_a_kind(story *of)
{
    three_reports(of);
    ps_event with = event_of(PS_EVENT_pain_reported, "a", 2);
    tell_correction(of, "b", 2, 30, &with);
}

static void correction_alone(story *of)
{
    of->events[of->count++] = morning("a", 1, 10, 1);
    const ps_event with = morning("a", 2, 20, 7);
    tell_correction(of, "b", 2, 30, &with);
}

static void import_of_two(story *of)
{
    three_reports(of);
    ps_event *import = tell(of, PS_EVENT_imported, "a", 3, 25);
    ps_span *span = &of->spans[of->span_count++];
    *span = (ps_span){"a", 1, 2};
    import->as.imported.added = (ps_spans){span, 1};
}

static void import_undone(story *of)
{
    import_of_two(of);
    ps_event *undo = tell_void(of, "b", 2, 30, "a", 1, 2);
    of->spans[of->span_count++] = (ps_span){"a", 3, 3};
    undo->as.voided.targets.count = 2;
}

static void import_undo_undone(story *of)
{
    import_undone(of);
    tell_void(of, "b", 3, 40, "b", 2, 2);
}

static void test_acting_voids(void)
{
    static const struct {
        const char *row;
        void (*tell)(story *of);
        const char *voids;
    } rows[] = {
        {"none",                          three_reports,         ""     },
        {"one",                           void_one,              "b2"   },
        {"undone by the next",            void_undone,           "b3"   },
        {"that one undone too",           void_redone,           "b2 b4"},
        {"an earlier one takes out none", void_undone_too_early, "b3 b2"},
        {"two at once",                   void_of_voids,         "c1"   },
        {"an import brought back by one", import_undo_undone,    "b3"   },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        story of = {0};
        rows[i].tell(&of);
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        const ps_history got = fold(of.events, of.count, &arena);
        char text[1024];
        list_text(got.voids, got.void_count, text);
        CHECK_TEXT(rows[i].row, text, rows[i].voids);
    }
}

static const story_row story_rows[] = {
    {"nothing",                             nothing,                  "",               "",               0, 0, 0, 0},
    {"by instant, whatever the order",      three_reports,            "a1=1 b1=3 a2=2", "",               0, 0, 0, 0},
    {"sent twice",                          sent_twice,               "a1=1 b1=3 a2=2", "",               3, 0, 0, 0},
    {"one key, two events: the earlier",    one_key_two_events,       "a2=9 a1=1 b1=3", "",               1, 0, 0, 0},
    {"same instant: device, then sequence", same_instant,             "a1=3 a2=2 b1=1", "",               0, 0, 0, 0},
    {"one voided",                          void_one,                 "a1=1 b1=3",      "a2=2",           0, 0, 1, 0},
    {"all voided",                          void_all,                 "",               "a1=1 b1=3 a2=2", 0, 0, 3, 0},
    {"a void of nobody",                    void_of_nobody,           "a1=1 b1=3 a2=2", "",               0, 0, 0, 0},
    {"a void before its target",            void_before_its_target,   "a1=1 b1=3",      "a2=2",           0, 0, 1, 0},
    {"a void undone",                       void_undone,              "a1=1 b1=3 a2=2", "",               0, 0, 0, 0},
    {"a void redone",                       void_redone,              "a1=1 b1=3",      "a2=2",           0, 0, 1, 0},
    {"an earlier void undoes nothing",      void_undone_too_early,    "a1=1 b1=3",      "a2=2",           0, 0, 1, 0},
    {"a void of voids and reports",         void_of_voids,            "a1=1 a2=2",      "b1=3",           0, 0, 1, 0},
    {"corrected",                           corrected_once,           "a1=1 b1=3 a2=7", "a2=2",           0, 1, 0, 0},
    {"corrected twice",                     corrected_twice,          "a1=1 b1=3 a2=8", "a2=2 a2=7",      0, 1, 0, 0},
    {"the last in fold order",              corrections_out_of_order, "a1=1 b1=3 a2=7", "a2=2 a2=8",      0, 1, 0, 0},
    {"a correction moves its event",        moved_by_a_correction,    "a2=2 a1=1 b1=3", "a2=2",           0, 1, 0, 0},
    {"a correction voided",                 correction_voided,        "a1=1 b1=3 a2=7", "a2=2 a2=8",      0, 1, 0, 0},
    {"corrected and voided",                corrected_and_voided,     "a1=1 b1=3",      "a2=2 a2=7",      0, 0, 1, 0},
    {"a correction of another kind",        correction_of_a_kind,     "a1=1 b1=3 a2=2", "a2",             0, 0, 0, 0},
    {"a correction without its target",     correction_alone,         "a1=1",           "a2=7",           0, 0, 0, 0},
    {"an import",                           import_of_two,            "a1=1 b1=3 a2=2", "",               0, 0, 0, 1},
    {"an import undone",                    import_undone,            "b1=3",           "a1=1 a2=2",      0, 0, 2, 0},
    {"the undo undone",                     import_undo_undone,       "a1=1 b1=3 a2=2", "",               0, 0, 0, 1},
};

static void test_stories(void)
{
    for (int32_t i = 0; i < PS_COUNT(story_rows); i++) {
        const story_row *row = &story_rows[i];
        story of = {0};
        row->tell(&of);
        check_all_pass(row->row, &of);

        ps_arena arena = ps_arena_over(memory, sizeof memory);
        const ps_history got = fold(of.events, of.count, &arena);
        char text[1024];
        list_text(got.events, got.count, text);
        CHECK_TEXT(row->row, text, row->events);
        list_text(got.former, got.former_count, text);
        CHECK_TEXT(row->row, text, row->former);
        CHECK(row->row, got.duplicates == row->duplicates && got.corrected == row->corrected);
        CHECK(row->row, got.voided == row->voided && got.import_count == row->imports);
        RECORD("%s %016" PRIx64 "\n", row->row, ps_history_digest(&got));
    }
}

// ---- sessions ----

static ps_event *tell_set(story *of, const char *session, int64_t sequence, int32_t minute)
{
    ps_event *event = tell(of, PS_EVENT_set_done, "a", sequence, minute);
    event->as.set_done.session = session;
    return event;
}

static void test_sessions(void)
{
    story of = {0};
    tell_set(&of, "s2", 8, 61);
    tell_set(&of, "s1", 2, 2);
    tell(&of, PS_EVENT_session_started, "a", 7, 60)->as.session_started.session = "s2";
    tell(&of, PS_EVENT_session_started, "a", 1, 1)->as.session_started.session = "s1";
    tell_set(&of, "s1", 3, 3);
    tell_set(&of, "s3", 9, 70); // its start has not arrived yet
    tell(&of, PS_EVENT_session_ended, "a", 4, 4)->as.session_ended.session = "s1";
    tell(&of, PS_EVENT_session_ended, "a", 5, 5)->as.session_ended.session = "s1";
    tell(&of, PS_EVENT_session_started, "b", 1, 50)->as.session_started.session = "s1";
    check_all_pass("sessions", &of);

    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_history got = fold(of.events, of.count, &arena);
    CHECK("three starts, two ids", got.session_count == 2 && got.count == of.count);
    CHECK_TEXT("first", got.sessions[0].started->as.session_started.session, "s1");
    CHECK("of two starts the first", got.sessions[0].started->sequence == 1);
    CHECK("sets in order", got.sessions[0].set_count == 2);
    CHECK("sets in order", got.sessions[0].sets[0]->sequence == 2);
    CHECK("sets in order", got.sessions[0].sets[1]->sequence == 3);
    CHECK("of two ends the last", got.sessions[0].ended->sequence == 5);
    CHECK("the local day of the start", got.sessions[0].day == ps_local_day(of.events[3].at));
    CHECK_TEXT("second", got.sessions[1].started->as.session_started.session, "s2");
    CHECK("it goes on", got.sessions[1].set_count == 1 && !got.sessions[1].ended);
    RECORD("%016" PRIx64 "\n", ps_history_digest(&got));

    // the start of s1 moves behind that of s2, across 04:00
    ps_event with = of.events[3];
    with.at.ms += INT64_C(6) * 3600 * 1000;
    tell_correction(&of, "c", 1, 500, &with);
    tell_void(&of, "c", 2, 501, "b", 1, 1);
    tell(&of, PS_EVENT_session_started, "a", 6, 69)->as.session_started.session = "s3";
    got = fold(of.events, of.count, &arena);
    CHECK("the late start arrived", got.session_count == 3);
    CHECK_TEXT("now first", got.sessions[0].started->as.session_started.session, "s2");
    CHECK_TEXT("now second", got.sessions[1].started->as.session_started.session, "s3");
    CHECK("its set was waiting", got.sessions[1].set_count == 1);
    CHECK_TEXT("now last", got.sessions[2].started->as.session_started.session, "s1");
    CHECK("another day", got.sessions[2].day == ps_local_day(of.events[3].at) + 1);
    CHECK("its sets stay with it", got.sessions[2].set_count == 2 && got.sessions[2].ended);

    tell_void(&of, "c", 3, 502, "a", 7, 7);
    got = fold(of.events, of.count, &arena);
    CHECK("a session without its start", got.session_count == 2);
}

// ---- memory ----

static void test_memory(void)
{
    // the promised size is enough, and whatever is too small fails without a trace
    uint64_t seed = 3;
    for (int32_t i = 0; i < 20; i++) {
        story of = {0};
        const int32_t count = test_between(&seed, 0, 30);
        for (int32_t k = 0; k < count; k++) {
            tell(&of, (ps_event_kind)test_between(&seed, 0, EVENT_KINDS - 1), "desk", k + 2, k);
        }
        bool fitted = false;
        for (size_t size = 0; size <= ps_history_size(count); size++) {
            ps_arena arena = ps_arena_over(memory + 1, size);
            ps_history history = {.count = -5};
            ps_error err = {0};
            const ps_code code = ps_history_fold(of.events, count, &arena, &history, &err);
            CHECK("once it fits, more is no harm", !fitted || code == PS_OK);
            CHECK("a failure leaves no trace",
                  code == PS_OK || (code == PS_NOMEM && arena.used == 0 && history.count == -5));
            fitted = code == PS_OK;
        }
        CHECK("the promised size", fitted);
    }
}

// ---- the sort ----

static int32_t order_tens(const void *context, int32_t a, int32_t b)
{
    const int32_t *values = context;
    return values[a] / 10 - values[b] / 10;
}

static void test_sort(void)
{
    // law: sorted, stable, nothing lost; the second way is insertion
    enum { ITEMS_MAX = 70 };
    uint64_t seed = 4;
    for (int32_t i = 0; i < 2000; i++) {
        int32_t values[ITEMS_MAX], index[ITEMS_MAX], spare[ITEMS_MAX], want[ITEMS_MAX];
        const int32_t count = test_between(&seed, 0, ITEMS_MAX);
        for (int32_t k = 0; k < count; k++) {
            values[k] = test_between(&seed, 0, 90);
            index[k] = k;
            int32_t at = k;
            for (; at > 0 && order_tens(values, want[at - 1], k) > 0; at--) want[at] = want[at - 1];
            want[at] = k;
        }
        ps__sort(index, count, spare, order_tens, values);
        for (int32_t k = 0; k < count; k++) CHECK("sorted and stable", index[k] == want[k]);
    }
}

TEST_MAIN(TEST_CASE(test_stories), TEST_CASE(test_acting_voids), TEST_CASE(test_sessions),
          TEST_CASE(test_memory), TEST_CASE(test_sort))
