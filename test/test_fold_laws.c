// The fold, law by law: the order and the number of arrivals mean nothing, what is undone was never
// done, and a slow and plain second fold gives the same answer.
#include "history/event.h"
#include "story.h"
#include "test.h"

static _Alignas(16) char memory[16 * 1024 * 1024], second_memory[64 * 1024];

static uint64_t digest_of(const ps_event *events, int32_t count)
{
    ps_arena arena = ps_arena_over(second_memory, sizeof second_memory);
    const ps_history history = fold(events, count, &arena);
    return ps_history_digest(&history);
}

// ---- generated histories ----

enum { PAINS = 4, SESSIONS = 3 };

static const char *const devices[] = {"desk", "phone", "phone-2", "watch"};
static const char *const session_ids[SESSIONS] = {"s1", "s2", "s3"};

static ps_event random_plain(uint64_t *seed)
{
    static const ps_event_kind kinds[] = {PS_EVENT_screen_answered, PS_EVENT_session_started,
                                          PS_EVENT_set_done,        PS_EVENT_set_done,
                                          PS_EVENT_session_ended,   PS_EVENT_morning_reported};
    const ps_event_kind kind = kinds[test_between(seed, 0, PS_COUNT(kinds) - 1)];
    ps_event event = event_of(kind, "", 0);
    const char *session = session_ids[test_between(seed, 0, SESSIONS - 1)];
    if (kind == PS_EVENT_screen_answered) {
        event.as.screen_answered.answer = (ps_answer)test_between(seed, 0, 2);
    }
    if (kind == PS_EVENT_session_started) event.as.session_started.session = session;
    if (kind == PS_EVENT_set_done) event.as.set_done.session = session;
    if (kind == PS_EVENT_session_ended) event.as.session_ended.session = session;
    if (kind == PS_EVENT_morning_reported) {
        event.as.morning_reported.pain = test_between(seed, 0, PAINS);
    }
    return event;
}

static void add_correction(story *of, uint64_t *seed, ps_event *event)
{
    // mostly of an event that is there, with its kind; sometimes of nobody or of another kind
    const ps_event *target = &of->events[test_between(seed, 0, of->count - 1)];
    ps_event *with = &of->withs[of->with_count++];
    *with = random_plain(seed);
    if (ps__event_is_plain(target) && test_between(seed, 0, 3) > 0) *with = *target;
    with->device = target->device;
    with->sequence = target->sequence + (test_between(seed, 0, 9) == 0);
    const bool itself = with->sequence == event->sequence && target->device == event->device;
    if (itself) with->device = "nobody"; // a correction of itself does not pass its check
    with->at = (ps_instant){EVENT_MS + test_between(seed, 0, 40) * INT64_C(600000), 60};
    if (with->kind == PS_EVENT_morning_reported) {
        with->as.morning_reported.pain = test_between(seed, 0, PAINS);
    }
    event->as.corrected = (ps_corrected){with->device, with->sequence, "a slip", with};
}

static void add_void(story *of, uint64_t *seed, ps_event *event)
{
    // voids like to hit what is there, other voids included
    const int32_t count = test_between(seed, 1, 3);
    ps_span *spans = &of->spans[of->span_count];
    for (int32_t i = 0; i < count; i++) {
        const ps_event *target = &of->events[test_between(seed, 0, of->count - 1)];
        const int64_t first = target->sequence;
        spans[i] = (ps_span){target->device, first, first + test_between(seed, 0, 2)};
        // never itself
        if (strcmp(target->device, event->device) == 0 && spans[i].last >= event->sequence) {
            spans[i] = (ps_span){"nobody", 1, 1};
        }
    }
    of->span_count += count;
    event->as.voided.targets = (ps_spans){spans, count};
}

/// A history of up to `count` events on three devices with clashing instants, valid in every event.
static void tell_random(story *of, uint64_t *seed, int32_t count)
{
    memset(of, 0, sizeof *of);
    int64_t sequences[PS_COUNT(devices)] = {0};
    for (int32_t i = 0; i < count; i++) {
        const int32_t device = test_between(seed, 0, PS_COUNT(devices) - 1);
        const int32_t what = i == 0 ? 0 : test_between(seed, 0, 9);
        ps_event event = what < 6    ? random_plain(seed)
                         : what == 6 ? event_of(PS_EVENT_imported, "", 0)
                         : what == 7 ? event_of(PS_EVENT_corrected, "", 0)
                                     : event_of(PS_EVENT_voided, "", 0);
        event.device = devices[device];
        event.sequence = ++sequences[device];
        // few instants, so that many are the same; offsets that change the local day
        event.at.ms = EVENT_MS + test_between(seed, 0, 40) * INT64_C(600000);
        event.at.offset_min = test_between(seed, 0, 9) == 0 ? -480 : 60;
        if (what == 7) add_correction(of, seed, &event);
        if (what > 7) add_void(of, seed, &event);
        of->events[of->count++] = event;
    }
    check_all_pass("random", of);
}

/// Copies every event at least once, some twice, in any order. Returns how many.
static int32_t shuffle(const ps_event *events, int32_t count, uint64_t *seed,
                       ps_event shuffled[2 * EVENTS_MAX])
{
    int32_t to = 0;
    for (int32_t i = 0; i < count; i++) {
        const int32_t times = test_between(seed, 1, 2);
        for (int32_t k = 0; k < times; k++) shuffled[to++] = events[i];
    }
    for (int32_t i = to - 1; i > 0; i--) {
        const int32_t k = test_between(seed, 0, i);
        const ps_event swap = shuffled[i];
        shuffled[i] = shuffled[k];
        shuffled[k] = swap;
    }
    return to;
}

static void check_same_lists(const char *row, const ps_event *const *a, int32_t a_count,
                             const ps_event *const *b, int32_t b_count)
{
    CHECK(row, a_count == b_count);
    for (int32_t i = 0; i < a_count && i < b_count; i++) CHECK(row, ps_event_same(a[i], b[i]));
}

/// Everything but how often an event came.
static void check_same_states(const char *row, const ps_history *a, const ps_history *b)
{
    CHECK(row, ps_history_digest(a) == ps_history_digest(b));
    check_same_lists(row, a->events, a->count, b->events, b->count);
    check_same_lists(row, a->former, a->former_count, b->former, b->former_count);
    check_same_lists(row, a->said, a->said_count, b->said, b->said_count);
    check_same_lists(row, a->imports, a->import_count, b->imports, b->import_count);
    check_same_lists(row, a->voids, a->void_count, b->voids, b->void_count);
    CHECK(row, a->corrected == b->corrected && a->voided == b->voided);
    CHECK(row, a->last_ms == b->last_ms && a->session_count == b->session_count);
    for (int32_t i = 0; i < a->session_count && i < b->session_count; i++) {
        const ps_session_record *x = &a->sessions[i], *y = &b->sessions[i];
        CHECK(row, ps_event_same(x->started, y->started) && x->day == y->day);
        CHECK(row, (x->ended != NULL) == (y->ended != NULL));
        CHECK(row, !x->ended || !y->ended || ps_event_same(x->ended, y->ended));
        check_same_lists(row, x->sets, x->set_count, y->sets, y->set_count);
    }
}

static void test_arrival_means_nothing(void)
{
    uint64_t seed = 1;
    for (int32_t i = 0; i < 400; i++) {
        story of;
        tell_random(&of, &seed, test_between(&seed, 1, 40));
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        const ps_history want = fold(of.events, of.count, &arena);
        RECORD("%d %016" PRIx64 "\n", i, ps_history_digest(&want));
        for (int32_t k = 0; k < 15; k++) {
            const size_t used = arena.used;
            ps_event shuffled[2 * EVENTS_MAX];
            const int32_t count = shuffle(of.events, of.count, &seed, shuffled);
            const ps_history got = fold(shuffled, count, &arena);
            check_same_states("shuffled", &want, &got);
            CHECK("duplicates", got.duplicates == count - of.count);
            ps_arena_rewind(&arena, used);
        }
    }
}

static void test_clashing_keys(void)
{
    // a store never holds two events with one key; if it did, arrival would still mean nothing
    uint64_t seed = 2;
    for (int32_t i = 0; i < 300; i++) {
        story of;
        tell_random(&of, &seed, 20);
        for (int32_t k = 0; k < 10; k++) {
            ps_event clash = random_plain(&seed);
            const ps_event *with = &of.events[test_between(&seed, 0, 19)];
            clash.device = with->device;
            clash.sequence = with->sequence;
            clash.at.ms = with->at.ms + test_between(&seed, -1, 1) * INT64_C(600000);
            of.events[of.count++] = clash;
        }
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        const ps_history want = fold(of.events, of.count, &arena);
        for (int32_t k = 0; k < 10; k++) {
            const size_t used = arena.used;
            ps_event shuffled[2 * EVENTS_MAX];
            const int32_t count = shuffle(of.events, of.count, &seed, shuffled);
            const ps_history got = fold(shuffled, count, &arena);
            check_same_states("clash", &want, &got);
            ps_arena_rewind(&arena, used);
        }
    }
}

// ---- the second way ----

/// The same state by the words of the header, each of them taken literally.
typedef struct {
    const ps_event *all[EVENTS_MAX]; ///< one a key
    bool acts[EVENTS_MAX];           ///< of voids
    int32_t count;
    const ps_event *events[EVENTS_MAX];
    int32_t event_count, corrected, voided;
    const ps_event *imports[EVENTS_MAX], *voids[EVENTS_MAX];
    int32_t import_count, void_count;
} plain_fold;

static bool same_key(const ps_event *a, const ps_event *b)
{
    return a->sequence == b->sequence && strcmp(a->device, b->device) == 0;
}

static bool aims_at(const ps_event *voided, const ps_event *target)
{
    const ps_spans spans = voided->as.voided.targets;
    for (int32_t i = 0; i < spans.count; i++) {
        const ps_span *span = &spans.at[i];
        if (strcmp(span->device, target->device) == 0 && span->first <= target->sequence &&
            target->sequence <= span->last) {
            return true;
        }
    }
    return false;
}

static void insert(const ps_event **list, int32_t *count, const ps_event *event)
{
    int32_t at = (*count)++;
    for (; at > 0 && ps__event_compare(list[at - 1], event) > 0; at--) list[at] = list[at - 1];
    list[at] = event;
}

static bool is_voided(const plain_fold *of, const ps_event *event)
{
    for (int32_t i = 0; i < of->count; i++) {
        if (!of->acts[i] || !aims_at(of->all[i], event)) continue;
        if (event->kind != PS_EVENT_voided || ps_event_order(of->all[i], event) > 0) return true;
    }
    return false;
}

static const ps_event *what_counts(const plain_fold *of, const ps_event *event)
{
    const ps_event *counts = event;
    for (int32_t i = 0; i < of->count; i++) {
        if (of->all[i]->kind != PS_EVENT_corrected || is_voided(of, of->all[i])) continue;
        const ps_event *with = of->all[i]->as.corrected.with;
        if (same_key(with, event) && with->kind == event->kind) counts = with;
    }
    return counts;
}

static void fold_plainly(const story *told, plain_fold *of)
{
    memset(of, 0, sizeof *of);
    // in fold order, then the first of each key
    const ps_event *sorted[EVENTS_MAX];
    int32_t count = 0;
    for (int32_t i = 0; i < told->count; i++) insert(sorted, &count, &told->events[i]);
    for (int32_t i = 0; i < count; i++) {
        bool known = false;
        for (int32_t k = 0; k < of->count; k++) known |= same_key(of->all[k], sorted[i]);
        if (!known) of->all[of->count++] = sorted[i];
    }
    for (int32_t i = of->count - 1; i >= 0; i--) {
        of->acts[i] = of->all[i]->kind == PS_EVENT_voided && !is_voided(of, of->all[i]);
    }
    for (int32_t i = 0; i < of->count; i++) {
        const bool import = of->all[i]->kind == PS_EVENT_imported;
        if (of->acts[i]) of->voids[of->void_count++] = of->all[i];
        if (import && !is_voided(of, of->all[i])) of->imports[of->import_count++] = of->all[i];
        if (!ps__event_is_plain(of->all[i])) continue;
        const ps_event *counts = what_counts(of, of->all[i]);
        if (is_voided(of, of->all[i])) {
            of->voided++;
        } else {
            insert(of->events, &of->event_count, counts);
            of->corrected += counts != of->all[i];
        }
    }
}

static const char *session_of(const ps_event *event)
{
    if (event->kind == PS_EVENT_session_started) return event->as.session_started.session;
    if (event->kind == PS_EVENT_set_done) return event->as.set_done.session;
    return event->kind == PS_EVENT_session_ended ? event->as.session_ended.session : NULL;
}

/// The sessions of `want` one by one: what they should hold is read off the list of events.
static void check_sessions(const plain_fold *want, const ps_history *got)
{
    int32_t session = 0;
    for (int32_t i = 0; i < want->event_count; i++) {
        const ps_event *start = want->events[i];
        if (start->kind != PS_EVENT_session_started) continue;
        bool again = false;
        for (int32_t k = 0; k < i; k++) {
            again |= want->events[k]->kind == PS_EVENT_session_started &&
                     strcmp(session_of(want->events[k]), session_of(start)) == 0;
        }
        if (again) continue;
        CHECK("session", session < got->session_count);
        if (session >= got->session_count) return;
        const ps_session_record *record = &got->sessions[session++];
        CHECK("start", record->started == start && record->day == ps_local_day(start->at));

        int32_t sets = 0;
        const ps_event *ended = NULL;
        for (int32_t k = 0; k < want->event_count; k++) {
            const ps_event *event = want->events[k];
            if (!session_of(event) || strcmp(session_of(event), session_of(start)) != 0) continue;
            if (event->kind == PS_EVENT_session_ended) ended = event;
            if (event->kind != PS_EVENT_set_done) continue;
            CHECK("set", sets < record->set_count && record->sets[sets] == event);
            sets++;
        }
        CHECK("sets", record->set_count == sets && record->ended == ended);
    }
    CHECK("sessions", got->session_count == session);
}

/// Every body that was ever told stands either in `events` or in `former`.
static void check_former(const plain_fold *want, const ps_history *got)
{
    const ps_event *former[EVENTS_MAX];
    int32_t count = 0;
    for (int32_t i = 0; i < want->count; i++) {
        const ps_event *event = want->all[i];
        const ps_event *body = event->kind == PS_EVENT_corrected ? event->as.corrected.with : event;
        bool counts = !ps__event_is_plain(body);
        for (int32_t k = 0; k < want->event_count; k++) counts |= want->events[k] == body;
        if (!counts) insert(former, &count, body);
    }
    check_same_lists("former", got->former, got->former_count, former, count);
}

/// How many events of the list name this one to take it back.
static int32_t plain_touches(const plain_fold *want, const ps_event *event)
{
    int32_t count = 0;
    for (int32_t i = 0; i < want->count; i++) {
        const ps_event *by = want->all[i];
        if (by->kind == PS_EVENT_corrected) {
            count += ps_key_order(by->as.corrected.device, by->as.corrected.sequence, event->device,
                                  event->sequence) == 0;
        }
        for (int32_t k = 0; by->kind == PS_EVENT_voided && k < by->as.voided.targets.count; k++) {
            const ps_span *span = &by->as.voided.targets.at[k];
            count += strcmp(span->device, event->device) == 0 && span->first <= event->sequence &&
                     event->sequence <= span->last;
        }
    }
    return count;
}

static bool plain_untouched(const plain_fold *want, const ps_event *event)
{
    if (plain_touches(want, event) > 0) return false;
    if (event->kind != PS_EVENT_corrected) return true;
    const ps_corrected *body = &event->as.corrected;
    for (int32_t i = 0; i < want->count; i++) {
        const ps_event *target = want->all[i];
        if (ps_key_order(target->device, target->sequence, body->device, body->sequence) != 0) {
            continue;
        }
        return target->kind == body->with->kind && plain_touches(want, target) == 1;
    }
    return false;
}

/// Whatever came to pass, what was said stays said.
static void check_said(const plain_fold *want, const ps_history *got)
{
    int32_t count = 0;
    for (int32_t i = 0; i < want->count; i++) {
        const ps_event *event = want->all[i];
        if (event->kind == PS_EVENT_voided || event->kind == PS_EVENT_imported) continue;
        CHECK("said", count < got->said_count && got->said[count] == event);
        CHECK("untouched", got->untouched[count] == plain_untouched(want, event));
        count++;
    }
    CHECK("said", count == got->said_count);
}

static void test_second_way(void)
{
    uint64_t seed = 3;
    for (int32_t i = 0; i < 3000; i++) {
        story of;
        tell_random(&of, &seed, test_between(&seed, 0, 60));
        plain_fold want;
        fold_plainly(&of, &want);
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        const ps_history got = fold(of.events, of.count, &arena);
        CHECK("events", got.count == want.event_count);
        for (int32_t k = 0; k < got.count && k < want.event_count; k++) {
            CHECK("events", got.events[k] == want.events[k]);
        }
        CHECK("counters", got.corrected == want.corrected && got.voided == want.voided);
        check_same_lists("imports", got.imports, got.import_count, want.imports, want.import_count);
        check_same_lists("voids", got.voids, got.void_count, want.voids, want.void_count);
        check_sessions(&want, &got);
        check_former(&want, &got);
        check_said(&want, &got);
    }
}

// ---- undoing, mending, growing ----

static void test_what_is_undone_was_never_done(void)
{
    uint64_t seed = 4;
    for (int32_t i = 0; i < 1000; i++) {
        story of;
        tell_random(&of, &seed, test_between(&seed, 1, 40));
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        const ps_history want = fold(of.events, of.count, &arena);

        // take out anything, other voids too
        const ps_event *target = &of.events[test_between(&seed, 0, of.count - 1)];
        const ps_event *undo = tell_void(&of, "mend", 1, 1000, target->device, 1, target->sequence);
        const uint64_t without = digest_of(of.events, of.count);
        CHECK("the void itself is no news", ps_event_check(undo, NULL) == PS_OK);

        // a void of the void that is earlier changes nothing
        ps_event *late = tell_void(&of, "mend", 2, 999, "mend", 1, 1);
        CHECK("too early", digest_of(of.events, of.count) == without);
        late->at.ms += INT64_C(2) * MINUTE_MS;
        ps_arena second = ps_arena_over(second_memory, sizeof second_memory);
        const ps_history got = fold(of.events, of.count, &second);
        CHECK("digest", ps_history_digest(&got) == ps_history_digest(&want));
        CHECK("counters", got.voided == want.voided && got.corrected == want.corrected);
        CHECK("imports", got.import_count == want.import_count);
        check_same_lists("former", got.former, got.former_count, want.former, want.former_count);
    }
}

static void test_correction_by_the_same_body(void)
{
    uint64_t seed = 5;
    for (int32_t i = 0; i < 1000; i++) {
        story of;
        tell_random(&of, &seed, test_between(&seed, 1, 40));
        ps_arena arena = ps_arena_over(memory, sizeof memory);
        const ps_history want = fold(of.events, of.count, &arena);
        if (want.count == 0) continue;
        const ps_event *same = want.events[test_between(&seed, 0, want.count - 1)];
        tell_correction(&of, "mend", 1, 1000, same);
        check_all_pass("same", &of);
        CHECK("same", digest_of(of.events, of.count) == ps_history_digest(&want));
    }
}

static void test_correction_is_as_if_it_had_been_so(void)
{
    uint64_t seed = 6;
    for (int32_t i = 0; i < 1000; i++) {
        story of;
        tell_random(&of, &seed, test_between(&seed, 1, 40));
        const int32_t at = test_between(&seed, 0, of.count - 1);
        if (!ps__event_is_plain(&of.events[at])) continue;
        ps_event with = of.events[at];
        with.at.ms = EVENT_MS + test_between(&seed, 0, 40) * INT64_C(600000);
        if (with.kind == PS_EVENT_set_done) with.as.set_done.session = session_ids[0];

        // the story as it should have been: that event, and no other correction of it
        story right = of;
        right.events[at] = with;
        for (int32_t k = 0; k < right.count; k++) {
            const ps_event *event = &right.events[k];
            if (event->kind == PS_EVENT_corrected && same_key(event->as.corrected.with, &with)) {
                right.withs[event->as.corrected.with - of.withs].kind = PS_EVENT_consent_given;
                right.events[k].as.corrected.with =
                    &right.withs[event->as.corrected.with - of.withs];
            }
        }
        tell_correction(&of, "mend", 1, 1000, &with);
        CHECK("as if", digest_of(of.events, of.count) == digest_of(right.events, right.count));
    }
}

static void test_union(void)
{
    // two devices sync: whoever gives first, and whatever both had already, the state is the same
    uint64_t seed = 7;
    for (int32_t i = 0; i < 1000; i++) {
        story of;
        tell_random(&of, &seed, test_between(&seed, 1, 40));
        ps_event joined[2 * EVENTS_MAX], swapped[2 * EVENTS_MAX], a[EVENTS_MAX], b[EVENTS_MAX];
        int32_t a_count = 0, b_count = 0;
        for (int32_t k = 0; k < of.count; k++) {
            const int32_t where = test_between(&seed, 0, 2);
            if (where != 1) a[a_count++] = of.events[k];
            if (where != 0) b[b_count++] = of.events[k];
        }
        memcpy(joined, a, (size_t)a_count * sizeof *a);
        memcpy(joined + a_count, b, (size_t)b_count * sizeof *b);
        memcpy(swapped, b, (size_t)b_count * sizeof *b);
        memcpy(swapped + b_count, a, (size_t)a_count * sizeof *a);
        const uint64_t want = digest_of(of.events, of.count);
        CHECK("a, b", digest_of(joined, a_count + b_count) == want);
        CHECK("b, a", digest_of(swapped, a_count + b_count) == want);
    }
}

static void test_growing(void)
{
    // each prefix of what arrives is a history too, and the last one is the whole
    uint64_t seed = 8;
    for (int32_t i = 0; i < 150; i++) {
        story of;
        tell_random(&of, &seed, test_between(&seed, 1, 30));
        ps_event arrived[2 * EVENTS_MAX];
        const int32_t count = shuffle(of.events, of.count, &seed, arrived);
        uint64_t last = 0;
        int64_t last_ms = 0;
        for (int32_t k = 0; k <= count; k++) {
            ps_arena arena = ps_arena_over(memory, sizeof memory);
            const ps_history got = fold(arrived, k, &arena);
            CHECK("time does not run back", got.last_ms >= last_ms);
            last_ms = got.last_ms;
            last = ps_history_digest(&got);
        }
        CHECK("at once", last == digest_of(of.events, of.count));
    }
}

// ---- many events ----

enum { MANY = 50000 };

static ps_event many[MANY];
static ps_span many_spans[MANY];

static void test_many_voids(void)
{
    // half of the events are voids of everything before them: only the last one acts, and nobody
    // walks over the same targets twice
    for (int32_t i = 0; i < MANY; i++) {
        const bool report = i < MANY / 2;
        many[i] = event_of(report ? PS_EVENT_morning_reported : PS_EVENT_voided, "desk", i + 1);
        many[i].at.ms += i;
        many_spans[i] = (ps_span){"desk", 1, i};
        if (!report) many[i].as.voided.targets = (ps_spans){&many_spans[i], 1};
    }
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_history got = fold(many, MANY, &arena);
    CHECK("all gone", got.count == 0 && got.voided == MANY / 2);

    // each void alone, so that all of them act on the same targets
    for (int32_t i = MANY / 2; i < MANY; i++) many_spans[i] = (ps_span){"desk", 1, MANY / 2};
    got = fold(many, MANY, &arena);
    CHECK("all gone", got.count == 0 && got.voided == MANY / 2);
}

static void test_many_sets(void)
{
    // a real history: sessions of 25 sets from three devices, told backwards
    static char ids[MANY / 25][16];
    for (int32_t i = 0; i < MANY; i++) {
        const int32_t session = i / 25, place = i % 25;
        if (place == 0) snprintf(ids[session], sizeof ids[session], "session-%d", session % 100000);
        const ps_event_kind kind = place == 0    ? PS_EVENT_session_started
                                   : place == 24 ? PS_EVENT_session_ended
                                                 : PS_EVENT_set_done;
        ps_event event = event_of(kind, devices[session % 3], i + 1);
        event.at.ms = EVENT_MS + i * INT64_C(60000);
        if (place == 0) event.as.session_started.session = ids[session];
        if (place == 24) event.as.session_ended.session = ids[session];
        if (kind == PS_EVENT_set_done) event.as.set_done.session = ids[session];
        many[MANY - 1 - i] = event;
    }
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    const ps_history got = fold(many, MANY, &arena);
    CHECK("events", got.count == MANY && got.session_count == MANY / 25);
    for (int32_t i = 0; i < got.session_count; i++) {
        CHECK("session", got.sessions[i].set_count == 23 && got.sessions[i].ended);
    }
    CHECK("room", arena.peak <= ps_history_size(MANY));
    RECORD("%016" PRIx64 "\n", ps_history_digest(&got));
}

TEST_MAIN(TEST_CASE(test_arrival_means_nothing), TEST_CASE(test_clashing_keys),
          TEST_CASE(test_second_way), TEST_CASE(test_what_is_undone_was_never_done),
          TEST_CASE(test_correction_by_the_same_body),
          TEST_CASE(test_correction_is_as_if_it_had_been_so), TEST_CASE(test_union),
          TEST_CASE(test_growing), TEST_CASE(test_many_voids), TEST_CASE(test_many_sets))
