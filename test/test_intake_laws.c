// Laws of the intake over generated histories: nothing riskier ever opens anything, no correction
// opens a lock, the order of arrival means nothing, and a second way gives the same profile.
#include "intake_kit.h"

#include <stdlib.h>

enum { RISKS = 3000, CORRECTIONS = 20000, ARRIVALS = 1800, WELL = 250, EVENTS = 24 };

static diary of;

// ---- histories ----

/// What people speak of here: few things, so that they meet. In a narrow history only the first
/// NARROW of each list.
static const char *const items[] = {
    "leg_cold",    "groin_standing_no_injury",
    "preg_bleed",  "lump_groin",
    "lump_hard",   "pelvic_sudden",
    "pregnant",    "could_be_pregnant",
    "low_weight",  "groin_on_load",
    "hip_locks",   "steroids_long",
    "tha_12w",     "pain_constant",
    "clot_past",   "cannot_walk",
    "kneel_hurts", "hip_replaced",
    "not_active",  "leg_swollen",
};
static const char *const flags[] = {"E_LIMB", "U_INSUFF", "E_PREG", "E_HERNIA",
                                    "U_DVT",  "R_NIGHT",  "R_LOCK", "R_SEVERE",
                                    "R_THA",  "R_AGE70",  "M_CLOT", "M_THA_CLEARED"};
static const struct {
    const char *field;
    int32_t low, high;
} numbers[] = {
    {"age_years",       18, 90},
    {"weeks_pregnant",  0,  42},
    {"weeks_since_tha", 0,  30},
    {"pain_worst_24h",  0,  10},
    {"pain_rest",       0,  10},
    {"settle_hours",    0,  72},
    {"night_wake",      0,  7 },
};

enum { NARROW = 3 };
static bool narrow;

/// An index into a list of `count`.
static int32_t one_of(uint64_t *seed, int32_t count)
{
    return test_between(seed, 0, (narrow ? NARROW : count) - 1);
}

static bool happens(uint64_t *seed, int32_t pct) { return test_between(seed, 1, 100) <= pct; }

static const char *number_text(diary *to, int32_t number)
{
    char text[16];
    const int len = snprintf(text, sizeof text, "%d", (int)number);
    return keep(to, text, (size_t)len);
}

static void tell_number(diary *to, uint64_t *seed)
{
    const int32_t i = one_of(seed, PS_COUNT(numbers));
    const int32_t number = test_between(seed, numbers[i].low, numbers[i].high);
    say_value(to, numbers[i].field, happens(seed, 5) ? NULL : number_text(to, number));
}

static void tell_answer(diary *to, uint64_t *seed)
{
    const ps_answer answer = happens(seed, 55)   ? PS_ANSWER_NO
                             : happens(seed, 80) ? PS_ANSWER_YES
                                                 : PS_ANSWER_NOT_SURE;
    say_answer(to, item_of(items[one_of(seed, PS_COUNT(items))]), answer);
}

static void tell_cleared(diary *to, uint64_t *seed)
{
    const char *flag = flags[one_of(seed, PS_COUNT(flags))];
    const ps_clearing_kind kind = (ps_clearing_kind)test_between(seed, 0, 2);
    const ps_day day = (ps_day)(to->ms / DAY_MS) - test_between(seed, 0, 3);
    const bool codes = kind == PS_CODES_RELEASED || happens(seed, 30);
    say_cleared(to, flag, kind, day, codes ? "DVT_RISK THA_ANT_EARLY" : "");
}

/// Of 100 events so many are of a sort.
static void tell_something(diary *to, uint64_t *seed)
{
    const int32_t sort = test_between(seed, 1, 100);
    if (sort <= 48) {
        tell_answer(to, seed);
    } else if (sort <= 62) {
        tell_number(to, seed);
    } else if (sort <= 76) {
        tell_cleared(to, seed);
    } else if (sort <= 86) {
        const int32_t pain = test_between(seed, 0, 9);
        say_pain(to, pain, (ps_pain_context)test_between(seed, 0, 4));
    } else if (sort <= 92) {
        say_round(to, PS_ROUND_DUE);
    } else if (sort <= 94) {
        say_diagnosis(to);
    } else if (sort <= 97) {
        say_session(to);
    } else {
        const int32_t rating = test_between(seed, 0, 5);
        say_try(to, "T_ASLR", PS_SIDE_LEFT, rating, happens(seed, 80));
    }
}

static void tell_otherwise(diary *to, ps_event *with, uint64_t *seed)
{
    if (with->kind == PS_EVENT_screen_answered) {
        with->as.screen_answered.answer = happens(seed, 70) ? PS_ANSWER_NO : PS_ANSWER_YES;
        // the answer was to another question
        const int32_t item = one_of(seed, PS_COUNT(items));
        if (happens(seed, 15)) with->as.screen_answered.item = items[item];
    } else if (with->kind == PS_EVENT_intake_given) {
        for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
            if (strcmp(with->as.intake_given.field, numbers[i].field) != 0) continue;
            const int32_t number = test_between(seed, numbers[i].low, numbers[i].high);
            with->as.intake_given.value = number_text(to, number);
        }
    }
}

/// Of what was said about the person, or taken back; what a professional said is not touched.
static bool may_be_taken_back(ps_event_kind kind)
{
    return kind != PS_EVENT_flag_cleared && kind != PS_EVENT_consent_given;
}

/// A void or a correction of something that was said or taken back, recorded now.
static void take_back(diary *to, uint64_t *seed)
{
    const ps_event *target = &to->events[test_between(seed, 0, to->count - 1)];
    const int64_t now = to->ms;
    if (!may_be_taken_back(target->kind)) return;
    const bool mends = target->kind == PS_EVENT_corrected || target->kind == PS_EVENT_voided;
    if (mends || happens(seed, 40)) {
        say_void(to, target->sequence);
        return;
    }
    ps_event *with = say_instead(to, target->sequence);
    tell_otherwise(to, with, seed);
    // it happened at another time
    if (happens(seed, 30)) {
        const int64_t first = to->events[0].at.ms;
        with->at.ms = first + (int64_t)(test_random(seed) % (uint64_t)(now - first + 1));
    }
}

/// Over some weeks; now and then something is taken back.
static void tell_more(diary *to, uint64_t *seed, int32_t count, int32_t corrected_pct)
{
    for (int32_t i = 0; i < count; i++) {
        if (happens(seed, 25)) to->ms += test_between(seed, 1, 12) * DAY_MS;
        if (happens(seed, corrected_pct)) {
            take_back(to, seed);
        } else {
            tell_something(to, seed);
        }
    }
}

static void tell_history(diary *to, uint64_t *seed, int32_t corrected_pct)
{
    begin(to);
    say_round(to, PS_ROUND_FIRST);
    tell_more(to, seed, test_between(seed, 4, EVENTS), corrected_pct);
}

/// Somebody who answered everything and is well but for a little.
static void tell_well(diary *to, uint64_t *seed)
{
    begin(to);
    say_fine_but(to, happens(seed, 50) ? "kneel_hurts" : "");
    tell_more(to, seed, test_between(seed, 0, 4), 0);
}

static ps_day last_day(const diary *to) { return (ps_day)(to->ms / DAY_MS); }

// ---- nothing riskier opens anything ----

static bool within(uint64_t part, uint64_t whole) { return (part & ~whole) == 0; }

static bool settled_for_the_worse(const ps_screen_result *before, const ps_screen_result *after)
{
    return within(flags_that_are(before, PS_UNDECIDED), flags_that_are(after, PS_YES)) &&
           (before->irritability.certain || after->irritability.level == PS_IRRITABILITY_HIGH);
}

static void never_better(const char *row, const ps_told *before, const ps_told *after)
{
    const ps_screen_result *a = &before->screened, *b = &after->screened;
    CHECK(row, within(flags_that_are(a, PS_YES), flags_that_are(b, PS_YES)));
    CHECK(row, within(flags_that_are(b, PS_NO), flags_that_are(a, PS_NO)));
    CHECK(row, within(before->profile.stood, after->profile.stood));
    CHECK(row, within(a->open, b->open) && within(a->codes, b->codes));
    CHECK(row, a->irritability.level <= b->irritability.level);
    // doubt that is settled for the worse may end in a plan with cautions: see test_screen_laws.c
    if (a->outcome == PS_SCREEN_INCOMPLETE && ps_screen_allows_plan(b->outcome)) {
        CHECK(row, settled_for_the_worse(a, b));
    } else {
        CHECK(row, a->outcome <= b->outcome);
    }
}

/// Raises a number by a few; false when it is as high as it can be.
static bool raise(diary *to, ps_intake_given *body, uint64_t *seed)
{
    for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
        // fewer weeks since an operation are worse, not more
        if (strcmp(body->field, numbers[i].field) != 0 || strstr(body->field, "since")) continue;
        const int32_t number =
            body->value ? (int32_t)strtol(body->value, NULL, 10) : numbers[i].high;
        if (number >= numbers[i].high) return false;
        body->value = number_text(to, test_between(seed, number + 1, numbers[i].high));
        return true;
    }
    return false;
}

/// Makes one thing worse; false when this one cannot be.
static bool worsen(diary *to, int32_t at, uint64_t *seed)
{
    ps_event *event = &to->events[at];
    switch (event->kind) {
    case PS_EVENT_screen_answered:
        if (event->as.screen_answered.answer != PS_ANSWER_NO) return false;
        event->as.screen_answered.answer = happens(seed, 70) ? PS_ANSWER_YES : PS_ANSWER_NOT_SURE;
        // or silence: an answer that says nothing here
        if (happens(seed, 20)) event->as.screen_answered.item = "nothing";
        return true;
    case PS_EVENT_intake_given:
        return raise(to, &event->as.intake_given, seed);
    case PS_EVENT_pain_reported:
        if (event->as.pain_reported.pain == 10) return false;
        event->as.pain_reported.pain = test_between(seed, event->as.pain_reported.pain + 1, 10);
        return true;
    case PS_EVENT_test_measured:
        if (event->as.test_measured.value >= 5) return false;
        event->as.test_measured.value++;
        return true;
    case PS_EVENT_flag_cleared:
        event->as.flag_cleared.flag = "nothing";
        return true;
    default:
        return false;
    }
}

static void riskier_opens_nothing(void)
{
    uint64_t seed = 1;
    int32_t changed = 0, outcomes[PS_SCREEN_UNDER_18 + 1] = {0}, tried = 0;
    for (int32_t i = 0; i < RISKS; i++) {
        if (i < WELL) {
            tell_well(&of, &seed);
        } else {
            tell_history(&of, &seed, 0);
        }
        const ps_day today = last_day(&of) + test_between(&seed, 0, 10);
        const int32_t at = test_between(&seed, 0, of.count - 1);
        const ps_told before = told_on(&of, today);
        outcomes[before.screened.outcome]++;
        if (i % 50 == 0) record_result(&before.screened);
        if (!worsen(&of, at, &seed)) continue;
        const ps_told after = told_on(&of, today);
        never_better(ps_event_kind_names.names[of.events[at].kind], &before, &after);
        tried++;
        changed += !same_result(&before.screened, &after.screened);
    }
    CHECK("changes", tried > RISKS / 3 && changed > RISKS / 10);
    for (int32_t i = PS_SCREEN_MODIFY; i <= PS_SCREEN_EMERGENCY; i++) {
        CHECK(outcome_word((ps_screen_outcome)i), outcomes[i] > 20);
    }
    RECORD("%d %d\n", (int)tried, (int)changed);
}

// ---- no correction opens a lock ----

static ps_flag_set locks_of(const ps_screen_result *result)
{
    ps_flag_set set = 0;
    for (int32_t i = 0; i < all->flags.count; i++) {
        const ps_level level = all->flags.at[i].level;
        const bool lock = level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT;
        if (lock && (result->open >> i & 1)) set |= (ps_flag_set)1 << i;
    }
    return set;
}

static void no_correction_opens_a_lock(void)
{
    uint64_t seed = 2;
    int32_t locked = 0, opened = 0;
    for (int32_t i = 0; i < CORRECTIONS; i++) {
        narrow = i % 2;
        begin(&of);
        say_round(&of, PS_ROUND_FIRST);
        tell_more(&of, &seed, test_between(&seed, 4, EVENTS / 2), i % 4 * 10);
        const ps_day today = last_day(&of) + (i % 8 < 2 ? 90 : 0);
        const ps_told before = told_on(&of, today);
        take_back(&of, &seed);
        const ps_told after = told_on(&of, today);
        const ps_flag_set a = locks_of(&before.screened), b = locks_of(&after.screened);
        CHECK("locks", within(a, b));
        locked += a != 0;
        // a REFER does open
        opened += !within(before.screened.open, after.screened.open);
    }
    narrow = false;
    CHECK("some are locked, some open", locked > CORRECTIONS / 10 && opened > 50);
    RECORD("%d %d\n", (int)locked, (int)opened);
}

// ---- the order of arrival means nothing ----

static void shuffle(diary *to, uint64_t *seed)
{
    for (int32_t i = to->count - 1; i > 0; i--) {
        const int32_t k = test_between(seed, 0, i);
        const ps_event swap = to->events[i];
        to->events[i] = to->events[k];
        to->events[k] = swap;
    }
    // and some come twice
    const int32_t count = to->count;
    for (int32_t i = 0; i < count && to->count < DIARY_MAX; i += 5) {
        to->events[to->count++] = to->events[i];
    }
}

static bool same_values(const ps_profile *a, const ps_profile *b)
{
    for (int32_t i = 0; i < PS_INTAKE_MAX; i++) {
        const ps_value *x = &a->values[i], *y = &b->values[i];
        if (x->given != y->given || x->number != y->number || x->chosen != y->chosen) return false;
    }
    return true;
}

static bool same_told(const ps_told *a, const ps_told *b)
{
    return same_result(&a->screened, &b->screened) && same_values(&a->profile, &b->profile) &&
           memcmp(a->profile.answers, b->profile.answers, sizeof a->profile.answers) == 0 &&
           a->profile.stood == b->profile.stood && a->due == b->due &&
           a->round_day == b->round_day && a->due_day == b->due_day && a->pain_day == b->pain_day &&
           a->profile.clearing_count == b->profile.clearing_count;
}

static void arrival_means_nothing(void)
{
    uint64_t seed = 3;
    for (int32_t i = 0; i < ARRIVALS; i++) {
        tell_history(&of, &seed, 10);
        const ps_day today = last_day(&of) + test_between(&seed, 0, 40);
        const ps_told before = told_on(&of, today);
        shuffle(&of, &seed);
        const ps_told after = told_on(&of, today);
        CHECK("told", same_told(&before, &after));
        if (i % 20 == 0) record_result(&after.screened);
    }
}

// ---- a second way: each question asked of the whole list ----

static ps_answer plain_answer(const ps_history *history, const char *item, bool *given)
{
    ps_answer found = PS_ANSWER_NO;
    *given = false;
    for (int32_t i = 0; i < history->count; i++) {
        const ps_event *event = history->events[i];
        if (event->kind == PS_EVENT_screen_started) *given = false;
        if (event->kind != PS_EVENT_screen_answered) continue;
        if (strcmp(event->as.screen_answered.item, item) != 0) continue;
        found = event->as.screen_answered.answer;
        *given = true;
    }
    return found;
}

static int32_t plain_score(const ps_event *event)
{
    if (event->kind == PS_EVENT_pain_reported) return event->as.pain_reported.pain;
    if (event->kind != PS_EVENT_intake_given) return -1;
    const ps_intake_given *body = &event->as.intake_given;
    const bool pain = strncmp(body->field, "pain", 4) == 0;
    return pain && body->value ? (int32_t)strtol(body->value, NULL, 10) : -1;
}

/// The highest pain of the seven days up to `today`, or -1.
static int32_t plain_worst(const ps_history *history, ps_day today)
{
    int32_t worst = -1;
    for (int32_t i = 0; i < history->count; i++) {
        const ps_day day = ps_local_day(history->events[i]->at);
        const int32_t score = plain_score(history->events[i]);
        if (day > today - 7 && day <= today && score > worst) worst = score;
    }
    return worst;
}

static void check_answers(const ps_history *history, const ps_told *told)
{
    static const ps_item_answer as[] = {PS_ANSWERED_NO, PS_ANSWERED_YES, PS_ANSWERED_NOT_SURE};
    for (int32_t i = 0; i < PS_COUNT(items); i++) {
        bool given;
        const ps_answer answer = plain_answer(history, items[i], &given);
        const ps_item_answer want = given && told->due == PS_DUE_NOT ? as[answer] : PS_NOT_ANSWERED;
        CHECK(items[i], told->profile.answers[item_of(items[i])] == want);
    }
}

static void a_second_way(void)
{
    uint64_t seed = 4;
    int32_t due = 0, pains = 0;
    for (int32_t i = 0; i < ARRIVALS; i++) {
        tell_history(&of, &seed, 10);
        const ps_day today = last_day(&of) + test_between(&seed, 0, 12);
        const ps_told told = told_on(&of, today);
        const ps_history history = history_of(&of);
        check_answers(&history, &told);
        const int32_t worst = plain_worst(&history, today);
        const ps_value *value = &told.profile.values[field_of("pain_worst_24h")];
        if (worst >= 0) CHECK("worst", value->given && value->number == worst);
        CHECK("nothing is open while questions are due",
              told.due == PS_DUE_NOT || told.screened.outcome >= PS_SCREEN_INCOMPLETE);
        CHECK("the day it falls due", (told.due == PS_DUE_NOT) == (told.due_day > today));
        due += told.due != PS_DUE_NOT;
        pains += worst >= 0;
    }
    CHECK("both", due > 200 && due < ARRIVALS - 200 && pains > 200);
}

// ---- what stands, after every event ----

typedef struct {
    ps_intake intake;
    ps_flag_set stood;
    int32_t events, said, mended;
    const ps_event *last;
} watch;

static void watch_event(void *context, const ps_event *event, ps_line line)
{
    watch *at = context;
    CHECK("in order", !at->last || ps_event_order(at->last, event) <= 0);
    at->last = event;
    at->events += line == PS_LINE_COUNTS;
    at->said += line == PS_LINE_SAID || line == PS_LINE_FIRM;
    at->mended += line == PS_LINE_MENDED;
    const int32_t clearings = at->intake.counts.profile.clearing_count;
    ps_intake_take(&at->intake, event, line);
    if (line != PS_LINE_COUNTS) return;

    ps_told told;
    ps_intake_at(&at->intake, ps_local_day(event->at), &told);
    // whatever is up has been noticed, although most events are not looked at
    CHECK("noticed", within(told.screened.stands, at->intake.stood));
    CHECK("kept", clearings > 0 || within(at->stood, at->intake.stood));
    at->stood = at->intake.stood;
}

static int32_t corrections_in(const ps_history *history)
{
    int32_t count = 0;
    for (int32_t i = 0; i < history->said_count; i++) {
        count += history->said[i]->kind == PS_EVENT_corrected;
    }
    return count;
}

static void whatever_is_up_stands(void)
{
    uint64_t seed = 5;
    for (int32_t i = 0; i < ARRIVALS / 4; i++) {
        static watch at;
        tell_history(&of, &seed, i % 2 ? 15 : 0);
        const ps_history history = history_of(&of);
        at = (watch){0};
        ps_intake_start(&at.intake, all, last_day(&of));
        ps_history_walk(&history, watch_event, &at);
        CHECK("what counts", at.events == history.count);
        CHECK("what was said", at.said == history.said_count);
        CHECK("every correction", at.mended == corrections_in(&history));
        const ps_told told = told_on(&of, last_day(&of));
        CHECK("the same", told.profile.stood == at.intake.stood);
    }
}

TEST_MAIN(TEST_CASE(riskier_opens_nothing), TEST_CASE(no_correction_opens_a_lock),
          TEST_CASE(arrival_means_nothing), TEST_CASE(a_second_way),
          TEST_CASE(whatever_is_up_stands))
