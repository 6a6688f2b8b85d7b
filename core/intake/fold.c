// The running state: events in, answers and values out. One line is what counts, with corrections
// and voids; the other the worst of all that was ever said (heard.c), so that a correction never
// opens an EMERGENCY or URGENT lock.
#include <string.h>

#include "intake/parts.h"

/// An event on its way into the state.
typedef struct {
    ps_intake *of;
    const ps_event *event;
    ps_day day;
    bool firm; ///< nobody has ever tried to take it back
} telling;

#define NOTHING_SAID                                                         \
    {                                                                        \
        PS_NOT_GIVEN, PS_NOT_GIVEN, PS_NOT_GIVEN, PS_NOT_GIVEN, PS_NOT_GIVEN \
    }
static const ps__news no_news = {false, PS_NONE, PS_NONE, {NOTHING_SAID}};

void ps_intake_start(ps_intake *of, const ps_catalogue *catalogue, ps_day today)
{
    *of = (ps_intake){.catalogue = catalogue, .today = today, .last_session = PS_DAY_NEVER};
    of->counts.round_day = PS_DAY_NEVER;
    for (int32_t i = 0; i < PS_FLAGS_MAX; i++) of->raised[i] = PS_DAY_NEVER;
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) of->pain_last[i] = PS_NOT_GIVEN;
    for (int32_t i = 0; i < PS_TESTED_FIELDS; i++) of->tries[i].day = PS_DAY_NEVER;
}

// ---- rounds of questions ----

static ps__news take_round(const telling *told)
{
    ps_account *account = &told->of->counts;
    account->round_day = told->day;
    memset(account->profile.answers, 0, sizeof account->profile.answers);
    for (int32_t i = 0; i < PS__ASKED_ANEW; i++) {
        const int32_t field = ps__asked_anew(told->of->catalogue, i);
        if (field != PS_NONE) account->profile.values[field] = (ps_value){0};
    }
    return no_news;
}

/// A round that was taken back or moved lets no lock be forgotten.
static void begin_heard(const telling *told)
{
    told->of->said.asked = true;
    if (told->firm) told->of->rounds_since = UINT64_MAX;
}

static ps__news hear_round(const telling *told)
{
    begin_heard(told);
    ps__hear_round(&told->of->said, told->of->catalogue, told->firm);
    return no_news;
}

// ---- answers ----

static ps_item_answer answer_of(const ps_screen_answered *body)
{
    static const ps_item_answer answers[] = {
        [PS_ANSWER_NO] = PS_ANSWERED_NO,
        [PS_ANSWER_YES] = PS_ANSWERED_YES,
        [PS_ANSWER_NOT_SURE] = PS_ANSWERED_NOT_SURE,
    };
    return answers[body->answer];
}

/// Answers come mostly in the order of the list, and each of them twice.
static int32_t find_item(ps_intake *of, const char *id)
{
    const ps_screening_items *items = &of->catalogue->screening_items;
    for (int32_t i = 0; i < items->count; i++) {
        const int32_t at = (of->item_at + i) % items->count;
        if (strcmp(items->at[at].id, id) != 0) continue;
        of->item_at = at;
        return at;
    }
    return PS_NONE;
}

static ps__news news_of_answer(int32_t item, ps_item_answer answer)
{
    ps__news news = no_news;
    news.raises = answer != PS_ANSWERED_NO;
    if (news.raises) news.item = item;
    return news;
}

static ps__news take_answer(const telling *told)
{
    const ps_screen_answered *body = &told->event->as.screen_answered;
    const ps_item_answer answer = answer_of(body);
    ps_account *account = &told->of->counts;
    const int32_t item = find_item(told->of, body->item);
    if (item == PS_NONE) return no_news;
    // who answered without a round has begun one
    if (account->round_day == PS_DAY_NEVER) account->round_day = told->day;
    account->profile.answers[item] = answer;
    account->answered_by[item] = told->event;
    return news_of_answer(item, answer);
}

static ps__news hear_answer(const telling *told)
{
    const ps_screen_answered *body = &told->event->as.screen_answered;
    const ps_item_answer answer = answer_of(body);
    ps_heard *said = &told->of->said;
    const int32_t item = find_item(told->of, body->item);
    if (item == PS_NONE) return no_news;
    if (!said->asked) begin_heard(told);
    ps__hear_answer(said, item, answer, told->firm);
    said->answered_by[item] = told->event;
    return news_of_answer(item, answer);
}

// ---- values ----

/// Reads what was said to a field; false when it says nothing here.
static bool read_value(const ps_catalogue *catalogue, const ps_intake_given *body, int32_t *field,
                       ps_value *value)
{
    *field = ps_intake_field_find(catalogue, ps_str_of(body->field));
    *value = (ps_value){0};
    if (*field == PS_NONE || ps__is_tested(&catalogue->intake_fields.at[*field])) return false;
    return !body->value ||
           ps_intake_read(catalogue, *field, ps_str_of(body->value), value, NULL) == PS_OK;
}

static ps__news news_of_value(const ps_catalogue *catalogue, int32_t field)
{
    const ps_intake_field *asked = &catalogue->intake_fields.at[field];
    ps__news news = no_news;
    news.raises = true;
    news.field = field;
    // what kind it was is said of the operation
    if (strcmp(asked->id, "surgery_kind") == 0) {
        news.field = ps_intake_field_find(catalogue, PS_STR("weeks_since_surgery"));
    }
    // pain of the day decides there, not the value of the day it was told
    if (ps__reading_of(asked) != PS_NONE) news.field = PS_NONE;
    return news;
}

static ps__news take_value(const telling *told)
{
    const ps_catalogue *catalogue = told->of->catalogue;
    ps_account *account = &told->of->counts;
    int32_t field;
    ps_value value;
    if (!read_value(catalogue, &told->event->as.intake_given, &field, &value)) return no_news;
    const ps_intake_field *asked = &catalogue->intake_fields.at[field];
    account->profile.values[field] = value;
    account->told_by[field] = told->event;
    ps__news news = news_of_value(catalogue, field);
    news.pain = ps__pain_of_value(asked, &value);
    ps__pain_note(told->of, told->day, &news.pain);
    if (!value.given) ps__pain_take_back(told->of, asked);
    return news;
}

static ps__news hear_value(const telling *told)
{
    const ps_catalogue *catalogue = told->of->catalogue;
    ps_heard *said = &told->of->said;
    int32_t field;
    ps_value value;
    if (!read_value(catalogue, &told->event->as.intake_given, &field, &value)) return no_news;
    ps__hear_value(said, field, &value, told->firm);
    said->told_by[field] = told->event;
    return news_of_value(catalogue, field);
}

// ---- corrections, when they were recorded ----

/// From here on the answer takes the place of the one that it corrects, if it is firm and nothing
/// was said since.
static ps__news mend_answer(const telling *told, const ps_event *with)
{
    const ps_screen_answered *body = &with->as.screen_answered;
    ps_heard *said = &told->of->said;
    const int32_t item = find_item(told->of, body->item);
    if (item == PS_NONE) return no_news;
    if (told->firm && said->answered_by[item] == with) {
        ps__hear_answer(said, item, answer_of(body), true);
    }
    return news_of_answer(item, answer_of(body));
}

static ps__news mend_value(const telling *told, const ps_event *with)
{
    const ps_catalogue *catalogue = told->of->catalogue;
    ps_heard *said = &told->of->said;
    int32_t field;
    ps_value value;
    if (!read_value(catalogue, &with->as.intake_given, &field, &value)) return no_news;
    if (told->firm && said->told_by[field] == with) ps__hear_value(said, field, &value, true);
    return news_of_value(catalogue, field);
}

static ps__news hear_correction(const telling *told)
{
    const ps_event *with = told->event->as.corrected.with;
    if (with->kind == PS_EVENT_screen_answered) return mend_answer(told, with);
    if (with->kind == PS_EVENT_intake_given) return mend_value(told, with);
    return no_news;
}

// ---- everything else ----

static ps__news take_diagnosis(const telling *told)
{
    ps__clearings_end(told->of, false);
    return no_news;
}

static ps__news hear_diagnosis(const telling *told)
{
    ps__clearings_end(told->of, true);
    return no_news;
}

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

/// Pain raises a flag only when it is more than it was; whoever reports often seldom does.
static ps__news note_pain(const telling *told, int32_t score, ps_pain_context context)
{
    ps__news news = no_news;
    news.pain = ps__pain_of_score(score, context);
    if (ps__pain_is_known(told->of, told->day, &news.pain)) return news;
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

/// A session in which nothing was done ends no gap.
static ps__news take_set(const telling *told)
{
    const ps_set_done *set = &told->event->as.set_done;
    const bool done = set->reps > 0 || set->hold_s > 0;
    if (done && told->day > told->of->last_session) told->of->last_session = told->day;
    return set->pain == PS_NOT_GIVEN ? no_news : note_pain(told, set->pain, PS_PAIN_DURING);
}

typedef ps__news taker(const telling *told);

/// What each kind says where it counts and where it is only heard; NULL: nothing.
// clang-format off
static const struct {
    taker *counts, *heard;
    taker *mended; ///< as the body of a correction
} kinds[PS_EVENT_imported + 1] = {
    [PS_EVENT_consent_given]    = {take_consent,   NULL,            NULL          },
    [PS_EVENT_screen_started]   = {take_round,     hear_round,      hear_round    },
    [PS_EVENT_screen_answered]  = {take_answer,    hear_answer,     hear_answer   },
    [PS_EVENT_intake_given]     = {take_value,     hear_value,      hear_value    },
    [PS_EVENT_flag_cleared]     = {take_clearing,  NULL,            NULL          },
    [PS_EVENT_diagnosis_given]  = {take_diagnosis, hear_diagnosis,  hear_diagnosis},
    [PS_EVENT_test_measured]    = {take_test,      NULL,            NULL          },
    [PS_EVENT_set_done]         = {take_set,       NULL,            NULL          },
    [PS_EVENT_pain_reported]    = {take_pain,      NULL,            NULL          },
    [PS_EVENT_morning_reported] = {take_morning,   NULL,            NULL          },
    [PS_EVENT_corrected]        = {NULL,           hear_correction, NULL          },
};
// clang-format on

static taker *taker_of(ps_event_kind kind, ps_line line)
{
    switch (line) {
    case PS_LINE_COUNTS:
        return kinds[kind].counts;
    case PS_LINE_SAID:
    case PS_LINE_FIRM:
        return kinds[kind].heard;
    case PS_LINE_MENDED:
        break;
    }
    return kinds[kind].mended;
}

void ps_intake_take(ps_intake *of, const ps_event *event, ps_line line)
{
    taker *take = taker_of(event->kind, line);
    const bool counts = line == PS_LINE_COUNTS;
    if (!take) return;
    const telling told = {of, event, ps_local_day(event->at), line == PS_LINE_FIRM};
    if (counts && told.day - PS_DAYS_AHEAD > of->today) return;
    const ps__news news = take(&told);
    ps__settle(of, !counts, told.day, &news);
    if (counts) ps__forget(of, false, told.day);
    ps__forget(of, true, told.day);
}
