/// coach_kit.h — people for tests: what they tell, train and report, as events; and their coach.
///
/// A person is told about day by day, always forward. Everything lies in static memory, natively
/// and in wasm.
#ifndef PS_TEST_COACH_KIT_H
#define PS_TEST_COACH_KIT_H

#include "ps/coach.h"

#include "id_kit.h"

#include <stdlib.h>

enum {
    PERSON_EVENTS = 6000,
    PERSON_ROOM = 1 << 20, ///< [bytes] of texts and prescriptions
    COACH_ROOM = 12 << 20,
    FIRST_DAY = 20000,
    DAY_MS = 24 * 60 * 60 * 1000,
    MORNING_MS = 8 * 60 * 60 * 1000, ///< the first thing that is told on a day
    STEP_MS = 1000                   ///< between two things
};

typedef struct {
    ps_event events[PERSON_EVENTS];
    int32_t count;
    int64_t now_ms;
    int32_t sessions;
    char room[PERSON_ROOM];
    ps_arena arena;
} person;

static inline ps_day day_of(int32_t after) { return FIRST_DAY + after; }

static inline const char *exercise_name(int32_t index) { return all->exercises.at[index].id; }

// ---- telling ----

static inline void person_begin(person *of)
{
    of->count = of->sessions = 0;
    of->now_ms = 0;
    of->arena = ps_arena_over(of->room, sizeof of->room);
}

/// The next event, on `day`, later than everything before.
static inline ps_event *person_tells(person *of, ps_event_kind kind, ps_day day)
{
    const int64_t morning = (int64_t)day * DAY_MS + MORNING_MS;
    of->now_ms = of->now_ms < morning ? morning : of->now_ms + STEP_MS;
    CHECK("room for events", of->count < PERSON_EVENTS);
    if (of->count == PERSON_EVENTS) of->count--;
    ps_event *event = &of->events[of->count++];
    *event = (ps_event){.person = "ann", .device = "phone", .kind = kind};
    event->sequence = of->count;
    event->at = (ps_instant){of->now_ms, 0};
    return event;
}

static inline const char *person_text(person *of, const char *text, size_t len)
{
    const char *copy = ps_arena_text(&of->arena, (ps_str){text, (int32_t)len});
    CHECK("room for texts", copy != NULL);
    return copy ? copy : "";
}

static inline void person_gives(person *of, ps_day day, const char *field, const char *value)
{
    if (strcmp(field, "back_flat") == 0) return; // the kit's tests are valid
    const kit_test *tested = kit_test_of(field);
    if (tested) {
        person_tells(of, PS_EVENT_test_measured, day)->as.test_measured =
            (ps_test_measured){tested->test, tested->side, strtod(value, NULL), true};
        return;
    }
    const int32_t index = index_of("intake_fields", field);
    const bool yes_no = all->intake_fields.at[index].type == PS_ASK_YES_NO;
    const char *text = !yes_no ? value : strcmp(value, "1") == 0 ? "yes" : "no";
    person_tells(of, PS_EVENT_intake_given, day)->as.intake_given = (ps_intake_given){field, text};
}

/// "fever lump_groin? osteoporosis! pain_now=3": yes, not sure, no, a value.
static inline void person_says(person *of, ps_day day, const char *words)
{
    for (const char *at = words + strspn(words, " "); *at; at += strspn(at, " ")) {
        const size_t len = strcspn(at, " "), name = strcspn(at, " =?!");
        const char *id = person_text(of, at, name);
        if (at[name] == '=') {
            person_gives(of, day, id, person_text(of, at + name + 1, len - name - 1));
        } else {
            person_tells(of, PS_EVENT_screen_answered, day)->as.screen_answered =
                (ps_screen_answered){id, at[name] == '?'   ? PS_ANSWER_NOT_SURE
                                         : at[name] == '!' ? PS_ANSWER_NO
                                                           : PS_ANSWER_YES};
        }
        at += len;
    }
}

/// A round of questions, all answered with no.
static inline void person_answers_no(person *of, ps_day day, ps_round_why why)
{
    person_tells(of, PS_EVENT_screen_started, day)->as.screen_started.why = why;
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        person_tells(of, PS_EVENT_screen_answered, day)->as.screen_answered =
            (ps_screen_answered){all->screening_items.at[i].id, PS_ANSWER_NO};
    }
}

static const char well_words[] =
    "age_years=38 pain_now=1 pain_worst_24h=2 pain_rest=0 pain_ordinary=1 settle_hours=1 "
    "night_wake=0 pain_on_rising=0 site=front_hip side=both onset=gradual sitting_h_per_day=5 "
    "front_pull=0 short_stride=0 stairs_hard=0 march_tires=0 leg_heavy=0 "
    "equipment=wall,chair,bed days_per_week=3 minutes_per_session=15 skill=1";

/// Consent, an adult who is well and answers no to everything, and then `words`.
static inline void person_starts(person *of, ps_day day, const char *words)
{
    person_begin(of);
    person_tells(of, PS_EVENT_consent_given, day)->as.consent_given.version = all->consent.version;
    person_answers_no(of, day, PS_ROUND_FIRST);
    person_says(of, day, well_words);
    person_says(of, day, words);
}

static inline void person_morning(person *of, ps_day day, ps_side side, int32_t pain)
{
    person_tells(of, PS_EVENT_morning_reported, day)->as.morning_reported =
        (ps_morning_reported){side, pain};
}

static inline void person_pain(person *of, ps_day day, ps_side side, int32_t pain,
                               ps_pain_context context)
{
    person_tells(of, PS_EVENT_pain_reported, day)->as.pain_reported =
        (ps_pain_reported){"front_hip", side, pain, context, NULL};
}

// ---- training ----

/// How a session goes. Zero-initialised it goes badly nowhere, but nobody asks about the form.
typedef struct {
    int32_t pain[2];   ///< left, right; of both together the worse one
    int32_t effort;    ///< 0: 6
    int32_t reps_less; ///< than planned
    int32_t reps_more; ///< in the last set
    ps_form form;
    const char *stop; ///< exercise that is stopped by a sharp feeling on the left; NULL
    const char *only; ///< the only exercise that is done; NULL: all
} how;

static const how fine = {.form = PS_FORM_OK};

static inline ps_dose dose_of(const ps_plan_item *item, int32_t side)
{
    return ps_asked_dose(&all->exercises.at[item->exercise], item->asked[side]);
}

static inline void person_does_set(person *of, ps_day day, const char *session,
                                   const ps_plan_item *item, int32_t set, int32_t side,
                                   const how *goes)
{
    const ps_asked *asked = &item->asked[side];
    const bool last = set == asked->sets;
    const int32_t both = goes->pain[0] > goes->pain[1] ? goes->pain[0] : goes->pain[1];
    const int32_t less = goes->reps_less < asked->reps ? goes->reps_less : asked->reps;
    ps_set_done done = {
        .session = session,
        .exercise = exercise_name(item->exercise),
        .set = set,
        .side = item->sides == 1 ? PS_SIDE_BOTH
                : side == 0      ? PS_SIDE_LEFT
                                 : PS_SIDE_RIGHT,
        .planned_reps = asked->reps,
        .reps = asked->reps - less + (last ? goes->reps_more : 0),
        .planned_hold_s = asked->hold_s,
        .hold_s = asked->hold_s,
        .effort = goes->effort > 0 ? goes->effort : 6,
        .pain = item->sides == 1 ? both : goes->pain[side],
        .form = goes->form,
        .completed = true,
    };
    if (item->loaded) done.load = (ps_load){PS_LOAD_KG, 250};
    person_tells(of, PS_EVENT_set_done, day)->as.set_done = done;
}

static inline void person_does_item(person *of, ps_day day, const char *session,
                                    const ps_plan_item *item, const how *goes)
{
    const char *id = exercise_name(item->exercise);
    if (goes->only && strcmp(goes->only, id) != 0) return;
    for (int32_t s = 0; s < item->sides; s++) {
        for (int32_t set = 1; set <= item->asked[s].sets; set++) {
            person_does_set(of, day, session, item, set, s, goes);
        }
    }
    if (!goes->stop || strcmp(goes->stop, id) != 0) return;
    person_tells(of, PS_EVENT_stop_felt, day)->as.stop_felt =
        (ps_stop_felt){session, id, PS_SIDE_LEFT, PS_FELT_SHARP};
}

/// Starts a session of `plan` without doing anything; returns its id.
static inline const char *person_comes(person *of, ps_day day, const ps_plan_day *plan,
                                       int32_t programme)
{
    char id[16];
    const int len = snprintf(id, sizeof id, "s%d", ++of->sessions);
    const char *session = person_text(of, id, (size_t)len);
    ps_prescription *items =
        ps_arena_take(&of->arena, plan->count > 0 ? plan->count : 1, sizeof *items);
    CHECK("room for a session", items != NULL);
    for (int32_t i = 0; items && i < plan->count; i++) {
        const ps_plan_item *item = &plan->items[i];
        items[i].exercise = exercise_name(item->exercise);
        items[i].dose = dose_of(item, 0);
        const bool differ = item->sides == 2 &&
                            memcmp(&item->asked[0], &item->asked[1], sizeof item->asked[0]) != 0;
        if (differ) items[i].dose_right = dose_of(item, 1);
    }
    person_tells(of, PS_EVENT_session_started, day)->as.session_started = (ps_session_started){
        .session = session,
        .catalogue = ps_catalogue_version,
        .programme = programme == PS_NONE ? NULL : all->programmes.at[programme].id,
        .items = {items, items ? plan->count : 0},
    };
    return session;
}

/// A whole session as it is planned.
static inline const char *person_trains(person *of, ps_day day, const ps_coach *coach,
                                        const how *goes)
{
    const char *session = person_comes(of, day, &coach->session, coach->programme);
    for (int32_t i = 0; i < coach->session.count; i++) {
        person_does_item(of, day, session, &coach->session.items[i], goes);
    }
    person_tells(of, PS_EVENT_session_ended, day)->as.session_ended =
        (ps_session_ended){session, PS_SESSION_FINISHED, NULL};
    return session;
}

// ---- the coach ----

/// The coach of some events. The latest answer of each `look` is valid until it is asked again.
typedef struct {
    char room[COACH_ROOM];
    ps_history history;
    ps_coach coach;
} look;

static inline const ps_coach *coach_at(look *by, const ps_event *events, int32_t count,
                                       ps_day today)
{
    ps_arena arena = ps_arena_over(by->room, sizeof by->room);
    ps_error err = {0};
    ps_code code = ps_history_fold(events, count, &arena, &by->history, &err);
    CHECK(err.text, code == PS_OK);
    if (code == PS_OK) {
        code = ps_coach_make(all, &by->history, today, &arena, &by->coach, &err);
    }
    CHECK(err.text, code == PS_OK);
    return &by->coach;
}

static inline const ps_coach *coach_of(look *by, const person *of, ps_day today)
{
    return coach_at(by, of->events, of->count, today);
}

/// The same after the questions were answered, if they are due.
static inline const ps_coach *wake(look *by, person *of, ps_day day)
{
    const ps_coach *coach = coach_of(by, of, day);
    if (coach->stage != PS_COACH_QUESTIONS) return coach;
    person_answers_no(of, day, PS_ROUND_DUE);
    return coach_of(by, of, day);
}

/// A day of somebody who answers the questions when they fall due, tells the morning when it is
/// wanted, and trains when a session is due. Returns the coach before the session.
///
/// morning  -1: not told; goes  NULL: does not train
static inline const ps_coach *live(look *by, person *of, ps_day day, int32_t morning,
                                   const how *goes)
{
    const ps_coach *coach = wake(by, of, day);
    if (coach->morning_wanted != 0 && morning >= 0) {
        person_morning(of, day, PS_SIDE_BOTH, morning);
        coach = coach_of(by, of, day);
    }
    if (coach->due != PS_NONE && goes) person_trains(of, day, coach, goes);
    return coach;
}

static inline const ps_training *state_of(const ps_coach *coach, const char *exercise, int32_t side)
{
    return &coach->input.state[index_of("exercises", exercise)][side];
}

/// The entry of an exercise and side in the last session.
static inline const ps_training_entry *entry_of(const ps_coach *coach, const char *exercise,
                                                int32_t side)
{
    for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i];
        const bool same = entry->exercise == index_of("exercises", exercise);
        if (same && entry->side == side) return entry;
    }
    CHECK(exercise, false && "there is an entry");
    static const ps_training_entry none = {.row = ps_transitions};
    return &none;
}

// ---- the same or not ----

static inline void mix(uint64_t *digest, int64_t value)
{
    for (int32_t i = 0; i < 8; i++) {
        *digest = (*digest ^ ((uint64_t)value >> (8 * i) & 0xff)) * UINT64_C(0x100000001b3);
    }
}

static inline void mix_training(uint64_t *digest, const ps_training *of)
{
    const int64_t values[] = {of->stage,       of->before,      of->rung,        of->mastered,
                              of->loaded,      of->uses,        of->greens,      of->hard,
                              of->beyond,      of->tries,       of->red,         of->red_count,
                              of->red_days[0], of->red_days[1], of->red_days[2], of->deload_until,
                              of->not_before,  of->unsure,      of->start_max,   of->cap.sets,
                              of->cap.reps,    of->cap.hold_s};
    for (int32_t i = 0; i < PS_COUNT(values); i++) mix(digest, values[i]);
}

static inline void mix_day(uint64_t *digest, const ps_plan_day *of)
{
    mix(digest, of->day);
    mix(digest, of->kind);
    mix(digest, of->seconds);
    for (int32_t i = 0; i < of->count; i++) {
        const ps_plan_item *item = &of->items[i];
        mix(digest, item->exercise);
        for (int32_t s = 0; s < item->sides; s++) {
            mix(digest, item->asked[s].sets);
            mix(digest, item->asked[s].reps);
            mix(digest, item->asked[s].hold_s);
            mix(digest, item->asked[s].rung);
        }
        mix(digest, item->loaded);
        mix(digest, item->shortened);
        mix(digest, item->seconds);
        mix(digest, (int64_t)item->notes);
        mix(digest, item->instead);
    }
}

static inline void mix_entry(uint64_t *digest, const ps_training_entry *of)
{
    const int64_t values[] = {
        of->session, of->day,      of->week,      of->exercise,    of->side,      of->sets,
        of->reps,    of->hold_s,   of->load.unit, of->load.amount, of->pain,      of->morning,
        of->effort,  of->baseline, of->verdict,   of->hard,        of->shortened, of->row->act};
    for (int32_t i = 0; i < PS_COUNT(values); i++) mix(digest, values[i]);
    mix_training(digest, &of->before);
    mix_training(digest, &of->after);
}

static inline void mix_plan(uint64_t *digest, const ps_plan *of)
{
    mix(digest, of->made);
    for (int32_t i = 0; i < of->day_count; i++) mix_day(digest, &of->days[i]);
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) mix(digest, of->micro.sets[d]);
    for (int32_t e = 0; e < PS_EXERCISES_MAX; e++) mix(digest, of->why_not[e].block);
}

/// Everything that a coach says, field by field.
static inline uint64_t coach_digest(const ps_coach *of)
{
    const int64_t values[] = {of->today,
                              of->stage,
                              of->stop.kind,
                              of->stop.day,
                              of->block_start,
                              of->week_start,
                              of->week,
                              of->trained,
                              of->last_session,
                              of->calm_days,
                              of->class_now,
                              of->class_day,
                              of->programme,
                              of->due,
                              of->next_session,
                              of->gap.kind,
                              of->effort.low,
                              of->effort.high,
                              of->morning_wanted,
                              of->entry_count,
                              of->last_entries,
                              of->told.due,
                              of->told.round_day,
                              of->told.screened.outcome,
                              (int64_t)of->told.screened.codes,
                              (int64_t)of->told.screened.open,
                              of->told.screened.irritability.level,
                              of->progress.goals_met,
                              of->progress.proposal};
    uint64_t digest = UINT64_C(0xcbf29ce484222325);
    for (int32_t i = 0; i < PS_COUNT(values); i++) mix(&digest, values[i]);
    for (int32_t e = 0; e < PS_EXERCISES_MAX; e++) {
        for (int32_t s = 0; s < 2; s++) mix_training(&digest, &of->input.state[e][s]);
    }
    mix(&digest, of->input.skill);
    mix(&digest, of->input.informed_pain);
    mix(&digest, (int64_t)of->input.swapped);
    mix_plan(&digest, &of->plan);
    mix_day(&digest, &of->session);
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        mix(&digest, of->slots[d].date);
        mix(&digest, of->slots[d].plan_day);
        mix(&digest, of->slots[d].done);
    }
    for (int32_t i = 0; i < of->entry_count; i++) mix_entry(&digest, &of->entries[i]);
    return digest;
}

#endif
