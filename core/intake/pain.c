// Pain of the last days: what the irritability of a day is made from (domain 5.3).
#include <assert.h>
#include <string.h>

#include "intake/parts.h"

enum { SCORES = 11 };

/// The intake fields that are readings.
static const char *const reading_fields[PS_PAIN_READINGS] = {
    [PS_READING_WORST] = "pain_worst_24h",   [PS_READING_REST] = "pain_rest",
    [PS_READING_ORDINARY] = "pain_ordinary", [PS_READING_SETTLE] = "settle_hours",
    [PS_READING_NIGHTS] = "night_wake",
};

int32_t ps__reading_of(const ps_intake_field *field)
{
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        if (strcmp(field->id, reading_fields[i]) == 0) return i;
    }
    return PS_NONE;
}

static int32_t greater(int32_t a, int32_t b) { return a > b ? a : b; }

static ps__readings nothing_said(void)
{
    ps__readings said;
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) said.at[i] = PS_NOT_GIVEN;
    return said;
}

static ps_pain_day nothing_on(ps_day day)
{
    ps_pain_day made = {.day = day};
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) made.highest[i] = PS_NOT_GIVEN;
    return made;
}

/// The entry of a day, which is made when there is none; NULL for a day too long ago to matter.
static ps_pain_day *entry_of(ps_intake *of, ps_day day)
{
    int32_t at = 0;
    while (at < of->pain_days && of->pain[at].day > day) at++;
    if (at < of->pain_days && of->pain[at].day == day) return &of->pain[at];
    if (at == PS_PAIN_DAYS_KEPT) return NULL;

    if (of->pain_days < PS_PAIN_DAYS_KEPT) of->pain_days++;
    for (int32_t i = of->pain_days - 1; i > at; i--) of->pain[i] = of->pain[i - 1];
    of->pain[at] = nothing_on(day);
    return &of->pain[at];
}

/// The middle one of the scores at rest, of an even number the higher; PS_NOT_GIVEN without any.
static int32_t rest_median(const int32_t *rest)
{
    int32_t count = 0, seen = 0;
    for (int32_t i = 0; i < SCORES; i++) count += rest[i];
    for (int32_t i = 0; i < SCORES; i++) {
        seen += rest[i];
        if (seen > count / 2) return i;
    }
    return PS_NOT_GIVEN;
}

static ps__readings readings_of(const ps_pain_day *days)
{
    ps__readings found;
    memcpy(found.at, days->highest, sizeof found.at);
    found.at[PS_READING_REST] = rest_median(days->rest);
    return found;
}

/// What was said last is what the day says by now.
static void keep_last(ps_intake *of, const ps_pain_day *day)
{
    const ps__readings found = readings_of(day);
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        if (found.at[i] != PS_NOT_GIVEN) of->pain_last[i] = found.at[i];
    }
}

ps__readings ps__pain_of_score(int32_t score, ps_pain_context context)
{
    // whatever it was asked for, it was a pain
    ps__readings said = nothing_said();
    said.at[PS_READING_WORST] = score;
    if (context == PS_PAIN_AT_REST) said.at[PS_READING_REST] = score;
    if (context == PS_PAIN_ORDINARY) said.at[PS_READING_ORDINARY] = score;
    return said;
}

ps__readings ps__pain_of_value(const ps_intake_field *field, const ps_value *value)
{
    const int32_t reading = ps__reading_of(field);
    const int32_t number = (int32_t)value->number;
    if (!value->given) return nothing_said();
    if (strcmp(field->id, "pain_now") == 0) return ps__pain_of_score(number, PS_PAIN_NOW);
    if (reading == PS_READING_REST) return ps__pain_of_score(number, PS_PAIN_AT_REST);
    if (reading == PS_READING_ORDINARY) return ps__pain_of_score(number, PS_PAIN_ORDINARY);
    ps__readings said = nothing_said();
    if (reading != PS_NONE) said.at[reading] = number;
    return said;
}

bool ps__says_nothing(const ps__readings *said)
{
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        if (said->at[i] != PS_NOT_GIVEN) return false;
    }
    return true;
}

bool ps__pain_is_known(const ps_intake *of, ps_day day, const ps__readings *said)
{
    // each score at rest moves the middle one
    if (of->pain_days == 0 || of->pain[0].day != day || said->at[PS_READING_REST] != PS_NOT_GIVEN) {
        return false;
    }
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        if (said->at[i] > of->pain[0].highest[i]) return false;
    }
    return true;
}

void ps__pain_note(ps_intake *of, ps_day day, const ps__readings *said)
{
    const int32_t rest = said->at[PS_READING_REST];
    ps_pain_day *entry = ps__says_nothing(said) ? NULL : entry_of(of, day);
    if (!entry) return;
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        entry->highest[i] = greater(entry->highest[i], said->at[i]);
    }
    assert(rest == PS_NOT_GIVEN || (rest >= 0 && rest < SCORES));
    if (rest != PS_NOT_GIVEN) entry->rest[rest]++;
    keep_last(of, entry);
}

void ps__pain_take_back(ps_intake *of, const ps_intake_field *field)
{
    const int32_t reading = ps__reading_of(field);
    if (reading != PS_NONE) of->pain_last[reading] = PS_NOT_GIVEN;
}

ps__readings ps__pain_on(const ps_intake *of, ps_day today)
{
    ps_pain_day window = nothing_on(today);
    for (int32_t i = 0; i < of->pain_days; i++) {
        const ps_pain_day *day = &of->pain[i];
        if (day->day > today || day->day <= today - PS_PAIN_WINDOW_DAYS) continue;
        for (int32_t k = 0; k < PS_PAIN_READINGS; k++) {
            window.highest[k] = greater(window.highest[k], day->highest[k]);
        }
        for (int32_t k = 0; k < SCORES; k++) window.rest[k] += day->rest[k];
    }
    ps__readings found = readings_of(&window);
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        if (found.at[i] == PS_NOT_GIVEN) found.at[i] = of->pain_last[i];
    }
    return found;
}

ps_day ps__pain_day(const ps_intake *of, ps_day today)
{
    for (int32_t i = 0; i < of->pain_days; i++) {
        if (of->pain[i].day <= today) return of->pain[i].day;
    }
    return PS_DAY_NEVER;
}

void ps__pain_put(const ps_catalogue *catalogue, const ps__readings *pain, ps_profile *profile)
{
    for (int32_t i = 0; i < PS_PAIN_READINGS; i++) {
        const int32_t field = ps_intake_field_find(catalogue, ps_str_of(reading_fields[i]));
        const bool given = pain->at[i] != PS_NOT_GIVEN;
        if (field == PS_NONE) continue;
        profile->values[field] = (ps_value){.given = given, .number = given ? pain->at[i] : 0};
    }
}
