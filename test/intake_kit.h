/// intake_kit.h — a person's history told in words, day by day.
#ifndef PS_TEST_INTAKE_KIT_H
#define PS_TEST_INTAKE_KIT_H

#include "ps/intake.h"

#include "screen_kit.h"

enum { DIARY_MAX = 512, DIARY_TEXT = 16384, DIARY_CODES = 128, SECOND_MS = 1000 };
#define DAY_MS INT64_C(86400000)

/// Events of one person and the texts that they point to. Starts on TODAY, each event a second
/// after the one before it.
typedef struct {
    ps_event events[DIARY_MAX], withs[DIARY_MAX];
    ps_span spans[DIARY_MAX];
    const char *codes[DIARY_CODES];
    int32_t count, code_count;
    int64_t ms;
    char text[DIARY_TEXT];
    int32_t used;
} diary;

/// Turns to the noon of a local day.
static inline void turn_to(diary *of, ps_day day) { of->ms = day * DAY_MS + DAY_MS / 2; }

static inline void begin(diary *of)
{
    of->count = of->used = of->code_count = 0;
    turn_to(of, TODAY);
}

static inline ps_event *add(diary *of, ps_event_kind kind)
{
    ps_event *event = &of->events[of->count++];
    *event = (ps_event){.person = "ann", .device = "phone", .sequence = of->count, .kind = kind};
    event->at.ms = of->ms;
    of->ms += SECOND_MS;
    return event;
}

static inline const char *keep(diary *of, const char *text, size_t len)
{
    char *copy = of->text + of->used;
    CHECK("room for texts", (size_t)of->used + len < DIARY_TEXT);
    memcpy(copy, text, len);
    copy[len] = '\0';
    of->used += (int32_t)len + 1;
    return copy;
}

// ---- one thing at a time ----

static inline ps_event *say_answer(diary *of, int32_t item, ps_answer answer)
{
    ps_event *event = add(of, PS_EVENT_screen_answered);
    event->as.screen_answered = (ps_screen_answered){all->screening_items.at[item].id, answer};
    return event;
}

static inline ps_event *say_value(diary *of, const char *field, const char *value)
{
    ps_event *event = add(of, PS_EVENT_intake_given);
    event->as.intake_given = (ps_intake_given){field, value};
    return event;
}

static inline ps_event *say_round(diary *of, ps_round_why why)
{
    ps_event *event = add(of, PS_EVENT_screen_started);
    event->as.screen_started.why = why;
    return event;
}

/// `codes`: ids with blanks between them.
static inline ps_event *say_cleared(diary *of, const char *flag, ps_clearing_kind kind, ps_day day,
                                    const char *codes)
{
    const char *const *first = of->codes + of->code_count;
    int32_t count = 0;
    for (const char *at = codes + strspn(codes, " "); *at; at += strspn(at, " ")) {
        const size_t len = strcspn(at, " ");
        of->codes[of->code_count++] = keep(of, at, len);
        count++;
        at += len;
    }
    ps_event *event = add(of, PS_EVENT_flag_cleared);
    event->as.flag_cleared = (ps_flag_cleared){
        flag, kind, day, "doctor", NULL, {first, count}
    };
    return event;
}

static inline ps_event *say_diagnosis(diary *of)
{
    ps_event *event = add(of, PS_EVENT_diagnosis_given);
    event->as.diagnosis_given.what = "something new";
    return event;
}

static inline ps_event *say_pain(diary *of, int32_t pain, ps_pain_context context)
{
    ps_event *event = add(of, PS_EVENT_pain_reported);
    event->as.pain_reported = (ps_pain_reported){"front_hip", PS_SIDE_LEFT, pain, context, NULL};
    return event;
}

static inline ps_event *say_try(diary *of, const char *test, ps_side side, double value, bool valid)
{
    ps_event *event = add(of, PS_EVENT_test_measured);
    event->as.test_measured = (ps_test_measured){test, side, value, valid};
    return event;
}

/// One set that was done, of no session that somebody has begun.
static inline ps_event *say_set(diary *of, int32_t reps, int32_t pain)
{
    ps_event *event = add(of, PS_EVENT_set_done);
    event->as.set_done = (ps_set_done){.session = "s1",
                                       .exercise = "psoas-march",
                                       .set = 1,
                                       .planned_reps = 5,
                                       .reps = reps,
                                       .effort = PS_NOT_GIVEN,
                                       .pain = pain,
                                       .completed = true};
    return event;
}

static inline ps_event *say_start(diary *of)
{
    static const ps_prescription items[] = {
        {.exercise = "psoas-march", .dose = {.sets = {1, 1}, .reps = {5, 5}, .pain_max = 3}},
    };
    ps_event *event = add(of, PS_EVENT_session_started);
    event->as.session_started = (ps_session_started){
        "s1", "v1", NULL, {items, 1}
    };
    return event;
}

/// A session with a set.
static inline void say_session(diary *of)
{
    say_start(of);
    say_set(of, 5, PS_NOT_GIVEN);
}

/// Takes an event out again, now.
static inline ps_event *say_void(diary *of, int64_t sequence)
{
    ps_event *event = add(of, PS_EVENT_voided);
    ps_span *span = &of->spans[of->count];
    *span = (ps_span){"phone", sequence, sequence};
    event->as.voided = (ps_voided){
        {span, 1},
        "a slip"
    };
    return event;
}

/// Puts another body in the place of an event, now; returns the body for changes.
static inline ps_event *say_instead(diary *of, int64_t sequence)
{
    ps_event *event = add(of, PS_EVENT_corrected);
    ps_event *with = &of->withs[of->count];
    *with = of->events[sequence - 1];
    event->as.corrected = (ps_corrected){"phone", sequence, "a slip", with};
    return with;
}

// ---- in words ----

static inline void say_field(diary *of, int32_t field, const char *said, size_t len)
{
    const ps_intake_field *asked = &all->intake_fields.at[field];
    const char *value = keep(of, said, len);
    // the words of profiles have 1 and 0 for yes and no
    if (asked->type == PS_ASK_YES_NO) value = *value == '1' ? "yes" : "no";
    say_value(of, asked->id, len > 0 ? value : NULL);
}

/// A tested value is measured; the flat back follows from valid tries.
static inline bool say_tested(diary *of, const char *field, const char *said)
{
    const kit_test *tested = kit_test_of(field);
    if (tested) say_try(of, tested->test, tested->side, strtod(said, NULL), true);
    return tested || strcmp(field, "back_flat") == 0;
}

/// The words of `tell` in screen_kit.h as events; "item-" says nothing.
static inline void say(diary *of, const char *words)
{
    for (const char *at = words + strspn(words, " "); *at; at += strspn(at, " ")) {
        const size_t len = strcspn(at, " "), name = strcspn(at, " =?!-");
        if (at[name] == '=') {
            const int32_t field = kit_index("intake_fields", at, name);
            CHECK(at, field != PS_NONE);
            if (field != PS_NONE &&
                !say_tested(of, all->intake_fields.at[field].id, at + name + 1)) {
                say_field(of, field, at + name + 1, len - name - 1);
            }
        } else if (at[name] != '-') {
            const int32_t item = kit_index("screening_items", at, name);
            CHECK(at, item != PS_NONE);
            if (item != PS_NONE) {
                say_answer(of, item,
                           at[name] == '?'   ? PS_ANSWER_NOT_SURE
                           : at[name] == '!' ? PS_ANSWER_NO
                                             : PS_ANSWER_YES);
            }
        }
        at += len;
    }
}

/// Whether `words` name this item, with or without what follows.
static inline bool names_item(const char *words, const char *id)
{
    const size_t len = strlen(id);
    for (const char *at = strstr(words, id); at; at = strstr(at + 1, id)) {
        const bool starts = at == words || at[-1] == ' ';
        if (starts && strchr(" ?!-", at[len])) return true;
    }
    return false;
}

/// A no to everything but what `words` name.
static inline void say_none(diary *of, const char *words)
{
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        if (!names_item(words, all->screening_items.at[i].id)) say_answer(of, i, PS_ANSWER_NO);
    }
}

/// A round in which everything is a no but for `words`, which may hold values too.
static inline void say_all(diary *of, ps_round_why why, const char *words)
{
    say_round(of, why);
    say_none(of, words);
    say(of, words);
}

/// Consent, the values of somebody who is well, and a first round.
static inline void say_fine_but(diary *of, const char *words)
{
    add(of, PS_EVENT_consent_given)->as.consent_given.version = all->consent.version;
    say(of, fine_words);
    say_all(of, PS_ROUND_FIRST, words);
}

// ---- what follows ----

static _Alignas(max_align_t) char diary_memory[1 << 20];

static inline ps_history history_of(const diary *of)
{
    ps_history history = {0};
    ps_error err = {0};
    ps_arena arena = ps_arena_over(diary_memory, sizeof diary_memory);
    for (int32_t i = 0; i < of->count; i++) {
        CHECK(ps_event_kind_names.names[of->events[i].kind],
              ps_event_check(&of->events[i], &err) == PS_OK);
    }
    CHECK("fold", ps_history_fold(of->events, of->count, &arena, &history, &err) == PS_OK);
    if (err.text[0]) printf("# %s\n", err.text);
    return history;
}

static inline ps_told told_on(const diary *of, ps_day today)
{
    ps_told told;
    const ps_history history = history_of(of);
    ps_intake_of(all, &history, today, &told);
    return told;
}

#endif
