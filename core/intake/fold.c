// The running state: events in, answers and values out, along two lines of time. One line is what
// counts, with corrections and voids; the other the worst of that and of what was ever said, so
// that a correction never opens an EMERGENCY or URGENT lock.
#include <string.h>

#include "intake/parts.h"

/// Fields that every round asks anew: weeks since something do not run along, and go stale.
static const char *const asked_anew[] = {"weeks_since_birth", "weeks_since_surgery", "surgery_kind",
                                         "weeks_since_tha", "tha_approach"};

/// An event on its way into an account.
typedef struct {
    ps_intake *of;
    ps_account *account;
    const ps_event *event;
    ps_day day;
} telling;

static const ps__news no_news = {
    .item = PS_NONE,
    .field = PS_NONE,
    .pain = {{PS_NOT_GIVEN, PS_NOT_GIVEN, PS_NOT_GIVEN, PS_NOT_GIVEN, PS_NOT_GIVEN}},
};

void ps_intake_start(ps_intake *of, const ps_catalogue *catalogue)
{
    *of = (ps_intake){.catalogue = catalogue, .last_session = PS_DAY_NEVER};
    of->counts.round_day = of->said.round_day = PS_DAY_NEVER;
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) of->pain_last[i] = PS_NOT_GIVEN;
    for (int32_t i = 0; i < PS_TESTED_FIELDS; i++) of->tries[i].day = PS_DAY_NEVER;
}

/// The same on the line of what was said.
static telling as_said(const telling *told)
{
    return (telling){told->of, &told->of->said, told->event, told->day};
}

// ---- rounds of questions ----

static void begin_round(const telling *told)
{
    told->account->round_day = told->day;
    if (told->account == &told->of->said) told->of->rounds_since = UINT64_MAX;
}

static void start_round(const telling *told)
{
    ps_profile *profile = &told->account->profile;
    begin_round(told);
    memset(profile->answers, 0, sizeof profile->answers);
    for (int32_t i = 0; i < PS_COUNT(asked_anew); i++) {
        const int32_t field = ps_intake_field_find(told->of->catalogue, ps_str_of(asked_anew[i]));
        if (field != PS_NONE) profile->values[field] = (ps_value){0};
    }
}

/// A round that was taken back or moved began nothing for the locks.
static ps__news take_round(const telling *told)
{
    const telling heard = as_said(told);
    start_round(told);
    if (told->of->heard == told->event) start_round(&heard);
    return no_news;
}

// ---- answers and values ----

static ps__news take_answer(const telling *told)
{
    static const ps_item_answer answers[] = {
        [PS_ANSWER_NO] = PS_ANSWERED_NO,
        [PS_ANSWER_YES] = PS_ANSWERED_YES,
        [PS_ANSWER_NOT_SURE] = PS_ANSWERED_NOT_SURE,
    };
    const ps_screen_answered *body = &told->event->as.screen_answered;
    ps_account *account = told->account;
    const int32_t item = ps_screening_item_find(told->of->catalogue, ps_str_of(body->item));
    if (item == PS_NONE) return no_news;
    // who answered without a round has begun one
    if (account->round_day == PS_DAY_NEVER) begin_round(told);

    account->profile.answers[item] = answers[body->answer];
    account->answered_by[item] = told->event;
    ps__news news = no_news;
    news.raises = body->answer != PS_ANSWER_NO;
    if (news.raises) news.item = item;
    return news;
}

/// Whatever was said with a yes once counts for locks, ...
static ps__news hear_answer(const telling *told)
{
    return told->event->as.screen_answered.answer == PS_ANSWER_NO ? no_news : take_answer(told);
}

/// ... and a no only when it stands as it was said. That of a correction waits for its turn.
static ps__news count_answer(const telling *told)
{
    const telling heard = as_said(told);
    const bool no = told->event->as.screen_answered.answer == PS_ANSWER_NO;
    if (no && told->of->heard == told->event) (void)take_answer(&heard);
    return take_answer(told);
}

static ps__news take_value(const telling *told)
{
    const ps_intake_given *body = &told->event->as.intake_given;
    const ps_catalogue *catalogue = told->of->catalogue;
    const int32_t field = ps_intake_field_find(catalogue, ps_str_of(body->field));
    if (field == PS_NONE) return no_news;
    const ps_intake_field *asked = &catalogue->intake_fields.at[field];
    if (ps__is_tested(asked)) return no_news;
    ps_value value = {0};
    if (body->value &&
        ps_intake_read(catalogue, field, ps_str_of(body->value), &value, NULL) != PS_OK) {
        return no_news;
    }
    told->account->profile.values[field] = value;
    told->account->told_by[field] = told->event;
    ps__news news = {true, PS_NONE, field, ps__pain_of_value(asked, &value)};
    // pain of the day decides there, not the value of the day it was told
    if (ps__reading_of(asked) != PS_NONE) news.field = PS_NONE;
    if (told->account == &told->of->said) return news;

    ps__pain_note(told->of, told->day, &news.pain);
    if (!value.given) ps__pain_take_back(told->of, asked);
    return news;
}

static ps__news take_diagnosis(const telling *told)
{
    ps__clearings_end(told->of, told->account == &told->of->said);
    return no_news;
}

// ---- corrections, when they were recorded ----

/// Whether the last word came from the event that is corrected, or nobody has spoken yet.
static bool had_last_word(const ps_event *last, const ps_corrected *body)
{
    return !last || ps_key_order(last->device, last->sequence, body->device, body->sequence) == 0;
}

/// From here on a no takes back the yes that it corrects, if it counts and nothing was said since.
static ps__news mend_answer(const telling *told, const ps_corrected *body)
{
    const ps_screen_answered *answered = &body->with->as.screen_answered;
    const telling with = {told->of, told->account, body->with, told->day};
    const int32_t item = ps_screening_item_find(told->of->catalogue, ps_str_of(answered->item));
    if (item == PS_NONE || answered->answer != PS_ANSWER_NO) return no_news;
    if (told->of->counts.answered_by[item] != body->with) return no_news;
    if (!had_last_word(told->account->answered_by[item], body)) return no_news;
    return take_answer(&with);
}

static ps__news mend_value(const telling *told, const ps_corrected *body)
{
    const ps_str id = ps_str_of(body->with->as.intake_given.field);
    const telling with = {told->of, told->account, body->with, told->day};
    const int32_t field = ps_intake_field_find(told->of->catalogue, id);
    if (field == PS_NONE || !had_last_word(told->account->told_by[field], body)) return no_news;
    return take_value(&with);
}

static ps__news hear_correction(const telling *told)
{
    const ps_corrected *body = &told->event->as.corrected;
    if (body->with->kind == PS_EVENT_screen_answered) return mend_answer(told, body);
    if (body->with->kind == PS_EVENT_intake_given) return mend_value(told, body);
    return no_news;
}

// ---- everything else ----

static ps__news take_clearing(const telling *told)
{
    ps__clearing_take(told->of, &told->event->as.flag_cleared, told->day);
    return no_news;
}

static ps__news take_test(const telling *told)
{
    const ps_test_measured *body = &told->event->as.test_measured;
    ps__news news = no_news;
    news.raises = ps__test_take(told->of, body, told->day);
    return news;
}

static ps__news take_consent(const telling *told)
{
    told->of->consent = told->event->as.consent_given.version;
    return no_news;
}

static ps__news take_session(const telling *told)
{
    told->of->last_session = told->day;
    return no_news;
}

/// Pain raises a flag only when it is more than it was; whoever reports often seldom does.
static ps__news note_pain(const telling *told, int32_t score, ps_pain_context context)
{
    ps__news news = no_news;
    news.pain = ps__pain_of_score(score, context);
    const ps__readings before = ps__pain_on(told->of, told->day);
    ps__pain_note(told->of, told->day, &news.pain);
    const ps__readings after = ps__pain_on(told->of, told->day);
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        news.raises = news.raises || after.at[i] > before.at[i];
    }
    return news;
}

static ps__news take_pain(const telling *told)
{
    const ps_pain_reported *body = &told->event->as.pain_reported;
    return note_pain(told, body->pain, body->context);
}

static ps__news take_morning(const telling *told)
{
    return note_pain(told, told->event->as.morning_reported.pain, PS_PAIN_NOW);
}

static ps__news take_set(const telling *told)
{
    const int32_t pain = told->event->as.set_done.pain;
    return pain == PS_NOT_GIVEN ? no_news : note_pain(told, pain, PS_PAIN_DURING);
}

typedef ps__news taker(const telling *told);

/// What each kind says on each line; NULL: nothing.
// clang-format off
static const struct {
    taker *lines[PS_LINE_MENDED + 1]; ///< counts, said, mended
} kinds[PS_EVENT_imported + 1] = {
    [PS_EVENT_consent_given]    = {{take_consent,   NULL,            NULL       }},
    [PS_EVENT_screen_started]   = {{take_round,     NULL,            NULL       }},
    [PS_EVENT_screen_answered]  = {{count_answer,   hear_answer,     hear_answer}},
    [PS_EVENT_intake_given]     = {{take_value,     take_value,      NULL       }},
    [PS_EVENT_flag_cleared]     = {{take_clearing,  NULL,            NULL       }},
    [PS_EVENT_diagnosis_given]  = {{take_diagnosis, take_diagnosis,  NULL       }},
    [PS_EVENT_test_measured]    = {{take_test,      NULL,            NULL       }},
    [PS_EVENT_session_started]  = {{take_session,   NULL,            NULL       }},
    [PS_EVENT_set_done]         = {{take_set,       NULL,            NULL       }},
    [PS_EVENT_pain_reported]    = {{take_pain,      NULL,            NULL       }},
    [PS_EVENT_morning_reported] = {{take_morning,   NULL,            NULL       }},
    [PS_EVENT_corrected]        = {{NULL,           hear_correction, NULL       }},
};
// clang-format on

void ps_intake_take(ps_intake *of, const ps_event *event, ps_line line)
{
    taker *take = kinds[event->kind].lines[line];
    if (line == PS_LINE_SAID) of->heard = event;
    if (!take) return;
    const bool counts = line == PS_LINE_COUNTS;
    const telling told = {of, counts ? &of->counts : &of->said, event, ps_local_day(event->at)};
    const ps__news news = take(&told);
    const ps__readings pain = ps__pain_on(of, told.day);
    ps__settle(of, told.account, &pain, told.day, &news);
    if (counts) ps__forget(of, &pain, told.day);
}
