/// coach_people.h — anybody's history, made of chance or of bytes: answers, numbers, clearances,
/// wishes, reports and training; and what the coach must keep to, whatever they told.
#ifndef PS_TEST_COACH_PEOPLE_H
#define PS_TEST_COACH_PEOPLE_H

#include "coach_kit.h"
#include "plan_laws.h"

enum { LIFE_DAYS = 60 };

/// Where choices come from: a series of numbers, or the bytes of a fuzzer until they end.
typedef struct {
    uint64_t seed;
    const uint8_t *bytes;
    size_t left;
} fate;

static inline int32_t draw(fate *of, int32_t low, int32_t high)
{
    if (!of->bytes) return test_between(&of->seed, low, high);
    if (of->left == 0) return low;
    of->left--;
    return low + *of->bytes++ % (high - low + 1);
}

static inline bool happens(fate *of, int32_t percent) { return draw(of, 0, 99) >= 100 - percent; }

// ---- what is told ----

/// Numbers that everybody is asked for, and others; `rises` is worse the higher it is.
static const struct {
    const char *field;
    int32_t low, high, given_pct;
    bool rises;
} numbers[] = {
    {"age_years",           17,  85, 100, false},
    {"pain_now",            0,   4,  100, true },
    {"pain_worst_24h",      0,   8,  100, true },
    {"pain_rest",           0,   5,  100, true },
    {"pain_ordinary",       0,   6,  100, true },
    {"settle_hours",        0,   26, 100, true },
    {"night_wake",          0,   2,  100, true },
    {"sitting_h_per_day",   0,   12, 100, false},
    {"days_per_week",       1,   6,  80,  false},
    {"minutes_per_session", 5,   45, 80,  false},
    {"skill",               1,   3,  70,  false},
    {"weeks_pregnant",      0,   42, 3,   false},
    {"weeks_since_birth",   0,   40, 3,   false},
    {"weeks_since_surgery", 0,   30, 3,   false},
    {"weeks_since_tha",     0,   40, 3,   false},
    {"length_deg_L",        -20, 10, 40,  false},
    {"length_deg_R",        -20, 10, 40,  false},
    {"hold_s_L",            0,   30, 40,  false},
    {"hold_s_R",            0,   30, 40,  false},
    {"aslr_L",              0,   3,  10,  false},
    {"informed_pain_mode",  0,   1,  30,  false},
    {"pain_on_rising",      0,   1,  100, false},
    {"front_pull",          0,   1,  100, false},
    {"short_stride",        0,   1,  100, false},
    {"stairs_hard",         0,   1,  100, false},
    {"march_tires",         0,   1,  100, false},
    {"leg_heavy",           0,   1,  100, false},
};

static const struct {
    const char *field;
    int32_t chosen_pct; ///< of each choice
} choices[] = {
    {"onset",           40},
    {"site",            30},
    {"equipment",       60},
    {"position_limits", 6 },
    {"optin",           20},
};

static inline void tell_numbers(person *of, ps_day day, fate *by)
{
    for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
        char words[8];
        int32_t value = draw(by, numbers[i].low, numbers[i].high);
        // most hips are rather calm, else there would be few plans
        if (numbers[i].rises && happens(by, 70)) value = draw(by, 0, 1);
        if (strcmp(numbers[i].field, "age_years") == 0 && happens(by, 80)) value = 40;
        if (!happens(by, numbers[i].given_pct)) continue;
        const int len = snprintf(words, sizeof words, "%d", value);
        person_gives(of, day, numbers[i].field, person_text(of, words, (size_t)len));
    }
}

static inline void tell_choices(person *of, ps_day day, fate *by)
{
    for (int32_t i = 0; i < PS_COUNT(choices); i++) {
        const ps_intake_field *field =
            &all->intake_fields.at[index_of("intake_fields", choices[i].field)];
        text words = {0};
        for (int32_t k = 0; k < field->choices.count; k++) {
            const bool first = words.len == 0;
            if (field->type == PS_ASK_ONE_OF && !first) break;
            if (!happens(by, choices[i].chosen_pct)) continue;
            say(&words, "%s%s", first ? "" : ",", field->choices.at[k]);
        }
        if (field->type == PS_ASK_ONE_OF && words.len == 0) say(&words, "gradual");
        if (words.len == 0) say(&words, "none");
        person_gives(of, day, choices[i].field, person_text(of, words.at, words.len));
    }
}

static inline void tell_wishes(person *of, ps_day day, fate *by)
{
    text words = {0};
    for (int32_t e = 0; e < all->exercises.count; e++) {
        const ps_selectable how_chosen = all->exercises.at[e].engine.selectable;
        const bool ours = how_chosen == PS_CHOSEN_BY_HAND || how_chosen == PS_CHOSEN_ON_PROPOSAL;
        if (ours && happens(by, 25)) {
            say(&words, "%s%s", words.len > 0 ? "," : "", exercise_name(e));
        }
        if (happens(by, 3)) {
            person_tells(of, PS_EVENT_exercise_swapped, day)->as.exercise_swapped =
                (ps_exercise_swapped){exercise_name(e), happens(by, 20)};
        }
    }
    if (words.len > 0) person_gives(of, day, "added", person_text(of, words.at, words.len));
    if (happens(by, 6)) {
        const int32_t programme = draw(by, 0, all->programmes.count - 1);
        person_tells(of, PS_EVENT_programme_chosen, day)->as.programme_chosen.programme =
            all->programmes.at[programme].id;
    }
}

/// A round: mostly no, a few with yes, not sure or nothing at all.
static inline void tell_answers(person *of, ps_day day, fate *by, bool careful)
{
    const int32_t yes = careful ? 0 : draw(by, 0, 2), silent = careful ? 0 : draw(by, 0, 6);
    person_tells(of, PS_EVENT_screen_started, day)->as.screen_started.why = PS_ROUND_FIRST;
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        if (silent == 6 && happens(by, 1)) continue;
        const ps_answer answer = !happens(by, yes) ? PS_ANSWER_NO
                                 : happens(by, 70) ? PS_ANSWER_YES
                                                   : PS_ANSWER_NOT_SURE;
        person_tells(of, PS_EVENT_screen_answered, day)->as.screen_answered =
            (ps_screen_answered){all->screening_items.at[i].id, answer};
    }
}

static inline void tell_clearing(person *of, ps_day day, fate *by)
{
    static const char *codes[PERSON_EVENTS];
    const char **at = &codes[of->count];
    *at = all->codes.at[draw(by, 0, all->codes.count - 1)].id;
    const bool release = happens(by, 20), with = release || happens(by, 50);
    person_tells(of, PS_EVENT_flag_cleared, day)->as.flag_cleared = (ps_flag_cleared){
        .flag = all->flags.at[draw(by, 0, all->flags.count - 1)].id,
        .kind =
            release ? PS_CODES_RELEASED : (happens(by, 70) ? PS_MEDICALLY_REVIEWED : PS_CLEARED),
        .day = day - draw(by, 0, 100),
        .who = "doctor",
        .codes = {at, with ? 1 : 0},
    };
}

// ---- what is done ----

/// One of a few exercises at some rung, as if it had been planned.
static inline ps_plan_item some_item(int32_t favourite, fate *by)
{
    enum { FEW = 3 };
    int32_t e = (favourite + draw(by, 0, FEW - 1)) % all->exercises.count;
    while (all->exercises.at[e].engine.rungs.count == 0) e = (e + 1) % all->exercises.count;
    const ps_engine *engine = &all->exercises.at[e].engine;
    const bool loaded = engine->rungs_loaded.count > 0 && happens(by, 20);
    const ps_rungs rungs = loaded ? engine->rungs_loaded : engine->rungs;
    ps_plan_item item = {.exercise = e, .loaded = loaded};
    item.sides = all->exercises.at[e].per_side ? 2 : 1;
    for (int32_t s = 0; s < item.sides; s++) {
        const int32_t rung = happens(by, 70) ? rungs.count : draw(by, 1, rungs.count);
        const ps_rung at = rungs.at[rung - 1];
        item.asked[s] = (ps_asked){at.sets, at.reps, at.hold_s, rung};
    }
    return item;
}

static inline how some_course(fate *by)
{
    if (happens(by, 60)) return fine;
    return (how){
        .pain = {happens(by, 80) ? draw(by, 0, 3) : draw(by, 0, 8), draw(by, 0, 3)},
        .effort = draw(by, 4, 9),
        .reps_less = happens(by, 10) ? 2 : 0,
        .reps_more = happens(by, 20) ? 2 : 0,
        .form = happens(by, 90) ? PS_FORM_OK : PS_FORM_LOST,
    };
}

static inline void some_session(person *of, ps_day day, int32_t favourite, fate *by)
{
    ps_plan_day plan = {.count = draw(by, 1, 3)};
    for (int32_t i = 0; i < plan.count; i++) plan.items[i] = some_item(favourite, by);
    how goes = some_course(by);
    if (happens(by, 2)) goes.stop = exercise_name(plan.items[0].exercise);
    const char *session = person_comes(of, day, &plan, PS_NONE);
    for (int32_t i = 0; i < plan.count; i++) {
        person_does_item(of, day, session, &plan.items[i], &goes);
    }
}

static inline void some_report(person *of, ps_day day, fate *by)
{
    const ps_side side = (ps_side)draw(by, PS_SIDE_BOTH, PS_SIDE_RIGHT);
    const int32_t score = happens(by, 85) ? draw(by, 0, 2) : draw(by, 0, 9);
    switch (draw(by, 0, 5)) {
    case 0:
        person_pain(of, day, side, score, (ps_pain_context)draw(by, PS_PAIN_NOW, PS_PAIN_DURING));
        break;
    case 1:
        if (happens(by, 10)) tell_clearing(of, day, by);
        break;
    case 2:
        if (!happens(by, 5)) break;
        person_tells(of, PS_EVENT_day_noted, day)->as.day_noted =
            (ps_day_noted){(ps_day_note)draw(by, PS_NOTED_SLEPT_BADLY, PS_NOTED_ILL), NULL};
        break;
    default:
        person_morning(of, day, side, score);
        break;
    }
}

/// Somebody's life up to a day, which is returned. careful: everything is answered with no.
static inline ps_day some_life(person *of, fate *by, bool careful)
{
    ps_day day = FIRST_DAY;
    person_begin(of);
    if (!happens(by, 1)) {
        person_tells(of, PS_EVENT_consent_given, day)->as.consent_given.version =
            all->consent.version;
    }
    tell_answers(of, day, by, careful);
    tell_numbers(of, day, by);
    tell_choices(of, day, by);
    tell_wishes(of, day, by);
    if (!careful && happens(by, 20)) tell_clearing(of, day, by);
    const int32_t favourite = draw(by, 0, all->exercises.count - 1);
    const int32_t days = happens(by, 60) ? draw(by, 0, 6) : draw(by, 0, LIFE_DAYS - 30);
    const ps_day end = FIRST_DAY + days + (happens(by, 5) ? 30 : 0);
    for (int32_t d = 0; d < days; d++) {
        const bool trains = happens(by, 45);
        if (trains) some_session(of, FIRST_DAY + d, favourite, by);
        if (trains && happens(by, 70)) {
            person_morning(of, FIRST_DAY + d + 1, PS_SIDE_BOTH, draw(by, 0, 1));
        }
        if (happens(by, 30)) some_report(of, FIRST_DAY + d + 1, by);
    }
    if (days > 27 || happens(by, 3)) tell_answers(of, end, by, careful || happens(by, 80));
    return end;
}

// ---- what the coach keeps to ----

static inline bool is_open(const ps_coach *coach)
{
    for (int32_t i = 0; i < all->flags.count; i++) {
        if ((coach->told.screened.open >> i & 1) != 0) return true;
    }
    return false;
}

/// 1: a plan only for an adult who agreed, whose answers are complete and fresh and open nothing.
static inline void law_closed(const ps_coach *coach)
{
    const ps_told *told = &coach->told;
    CHECK(law_row, coach->plan.made == (coach->stage == PS_COACH_READY));
    if (coach->stage != PS_COACH_READY) {
        CHECK(law_row, coach->due == PS_NONE && coach->session.count == 0);
        return;
    }
    const ps_value *age = &told->profile.values[index_of("intake_fields", "age_years")];
    CHECK(law_row, told->consented && told->due == PS_DUE_NOT && coach->stop.kind == PS_STOP_NOT);
    CHECK(law_row, ps_screen_allows_plan(told->screened.outcome) && !is_open(coach));
    CHECK(law_row, age->given && age->number >= 18);
    for (int32_t i = 0; i < all->flags.count; i++) {
        CHECK(law_row, told->screened.flags[i] != PS_UNDECIDED);
    }
}

/// Whether less was done than the rung wants that it was on, counted a second way.
static inline bool did_less(const ps_training_entry *entry)
{
    const ps_engine *engine = engine_of(entry->exercise);
    const ps_rungs rungs = entry->before.loaded ? engine->rungs_loaded : engine->rungs;
    const int32_t at = entry->before.rung < rungs.count ? entry->before.rung : rungs.count;
    if (at < 1) return true;
    const ps_rung full = rungs.at[at - 1];
    return entry->sets < full.sets || entry->reps < full.reps || entry->hold_s < full.hold_s;
}

/// 9: the dose rises only after a whole green session that was not hard.
static inline void law_rises(const ps_coach *coach)
{
    for (int32_t i = 0; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        const bool good = entry->verdict == PS_GREEN && !entry->hard && !entry->shortened;
        if ((good && !did_less(entry)) || entry->before.rung == 0) continue;
        CHECK(law_row, entry->after.rung <= entry->before.rung);
        CHECK(law_row, entry->after.loaded <= entry->before.loaded);
    }
}

/// 4 and 7: after a gap, too, what is asked today is within time, number and rung.
static inline void law_session(const ps_coach *coach)
{
    const ps_plan_day *session = &coach->session;
    CHECK(law_row, session->seconds <= 60 * coach->input.minutes);
    CHECK(law_row, session->count <= coach->plan.items_max);
    for (int32_t i = 0; i < session->count; i++) {
        const ps_plan_item *item = &session->items[i];
        const ps_engine *engine = engine_of(item->exercise);
        const ps_dose_limits *limits = item->loaded ? engine->limits_loaded : engine->limits;
        for (int32_t s = 0; s < item->sides; s++) {
            const ps_asked *asked = &item->asked[s];
            CHECK(law_row, within(asked->sets, limits->sets));
            CHECK(law_row, within(asked->reps, limits->reps));
            CHECK(law_row, within(asked->hold_s, limits->hold_s));
        }
    }
    law_pairs(session);
}

/// What went badly rests on the days after it, wherever the session comes to stand.
static inline void law_rest(const ps_coach *coach, const ps_week_slot *slot)
{
    const ps_plan_day *day = &coach->plan.days[slot->plan_day];
    for (int32_t i = 0; i < day->count; i++) {
        const ps_training *state = coach->input.state[day->items[i].exercise];
        CHECK(law_row, state[0].not_before <= slot->date && state[1].not_before <= slot->date);
    }
}

/// 8: the strength sessions of the running week, done and to come, have a day between them.
static inline void law_slots(const ps_coach *coach)
{
    int32_t last = -PS_WEEK_DAYS;
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        const ps_week_slot *slot = &coach->slots[d];
        CHECK(law_row, slot->date == coach->week_start + d);
        if (slot->done || slot->plan_day == PS_NONE) continue;
        CHECK(law_row, slot->date >= coach->today);
        law_rest(coach, slot);
        if (coach->plan.days[slot->plan_day].kind != PS_DAY_STRENGTH) continue;
        CHECK(law_row, d - last >= 2);
        last = d;
    }
}

/// 2: an article is followed in its own order, but not in what a code or an irritable hip forbids.
static inline void law_article(const ps_coach *coach)
{
    for (int32_t d = 0; d < coach->plan.day_count; d++) {
        for (int32_t i = 0; i < coach->plan.days[d].count; i++) {
            const int32_t e = coach->plan.days[d].items[i].exercise;
            for (int32_t c = 0; c < all->codes.count; c++) {
                const bool excludes =
                    ps_exercise_code(&all->exercises.at[e], c, NULL) == PS_CODE_EXCLUDE;
                CHECK(law_row, !excludes || (coach->input.codes >> c & 1) == 0);
            }
            CHECK(law_row, engine_of(e)->irritability_max >= coach->input.irritability);
            CHECK(law_row, (coach->input.hazards >> e & 1) == 0);
        }
    }
}

static inline void law_coach(const ps_coach *coach)
{
    law_closed(coach);
    law_rises(coach);
    if (coach->stage != PS_COACH_READY) return;
    if (coach->programme != PS_NONE) {
        law_article(coach);
        return;
    }
    law_plan(&coach->input, &coach->plan);
    law_session(coach);
    law_slots(coach);
}

#endif
