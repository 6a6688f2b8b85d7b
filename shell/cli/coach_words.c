#include "shell/cli/coach_words.h"

#include "shell/cli/words.h"

#include "ps/explain.h"

#include <assert.h>
#include <string.h>

enum { REASON_TEXT = 128 }; // more than any clause of the core

// ---- days ----

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

const char *words_weekday(ps_day day) { return weekdays[ps_day_of_week(day) - 1]; }

enum { YEAR_LEN = 4, MONTH_AT = 5, DAY_AT = 8 }; // in "2026-11-21"

static int32_t two_digits(const char *at) { return 10 * (at[0] - '0') + at[1] - '0'; }

void words_day(buffer *to, ps_day day)
{
    char text[PS_DAY_TEXT];
    ps_day_format(day, text, sizeof text);
    buffer_format(to, "%.3s %d %s", words_weekday(day), two_digits(text + DAY_AT),
                  months[two_digits(text + MONTH_AT) - 1]);
}

void words_day_year(buffer *to, ps_day day)
{
    char text[PS_DAY_TEXT];
    ps_day_format(day, text, sizeof text);
    words_day(to, day);
    buffer_format(to, " %.*s", YEAR_LEN, text);
}

void words_gentle_until(buffer *to, const ps_screen_result *found)
{
    words_day_year(to, found->gentle_until - 1);
}

// ---- the person ----

const char *words_side(ps_side side)
{
    static const char *const words[] = {
        [PS_SIDE_BOTH] = "both sides", [PS_SIDE_LEFT] = "left", [PS_SIDE_RIGHT] = "right"};
    return words[side];
}

void words_reason(buffer *to, const ps_catalogue *catalogue, const ps_reason *reason)
{
    char text[REASON_TEXT];
    const int32_t len = ps_reason_format(catalogue, reason, text, sizeof text);
    assert(len < REASON_TEXT);
    buffer_add(to, text, (size_t)len);
}

void words_reasons(buffer *to, const ps_catalogue *catalogue, const ps_reason *reasons,
                   int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (i > 0) buffer_text(to, i + 1 == count ? " and " : ", ");
        words_reason(to, catalogue, &reasons[i]);
    }
}

/// Nothing was answered or measured that speaks for tight or for weak.
static bool is_open(const ps_class_found *found)
{
    return found->reason_count == 1 && found->reasons[0].measure == PS_MEASURE_UNTESTED;
}

void words_class(buffer *to, const ps_catalogue *catalogue, const ps_screen_result *screened,
                 ps_class id, ps_day since)
{
    const ps_class_found *found = &screened->class_found;
    const ps_irritability_found *irritability = &screened->irritability;
    const bool irritable = id == PS_CLASS_IRRITABLE, today = found->id == id;
    if (today && !irritable && is_open(found)) {
        buffer_text(to, "not known yet, so both are looked after");
        return;
    }
    buffer_text(to, ps_class_words(id));
    if (since != PS_DAY_NEVER) {
        buffer_text(to, ", since ");
        words_day(to, since);
    }
    const int32_t count = irritable ? irritability->reason_count : found->reason_count;
    if (!today || count == 0) return;
    buffer_text(to, ", because ");
    words_reasons(to, catalogue, irritable ? irritability->reasons : found->reasons, count);
}

const char *words_stop(ps_stop_kind kind)
{
    static const char *const words[] = {
        [PS_STOP_NOT] = "",
        [PS_STOP_PAIN_HIGH] = "You reported a pain of 7 or more twice within a week.",
        [PS_STOP_PAIN_RISING] =
            "For a week now the pain has been 3 points or more above what it was at the start.",
        [PS_STOP_SIGNS] = "What you felt while training was a reason to stop: in two exercises of "
                          "one session, or spreading down the leg.",
        [PS_STOP_NO_SUCCESS] = "The programme has come to its end, and what we look at has not "
                               "become better, or you said that it is worse.",
    };
    return words[kind];
}

// ---- doses ----

/// The work alone: rest, tempo and whatever else holds for both sides stand behind the last side.
static ps_dose only_work(ps_dose dose)
{
    dose.rest_s = dose.switch_s = 0;
    dose.order = PS_ANY_FIRST;
    dose.ramp_up_s = dose.ramp_down_s = 0;
    dose.lift_s = dose.lower_s = dose.pause_s = 0;
    dose.load = (ps_load){0};
    dose.effort = (ps_range){0, 0};
    dose.pain_max = PS_NOT_GIVEN;
    return dose;
}

static bool same_work(const ps_plan_item *item)
{
    const ps_asked *a = &item->asked[0], *b = &item->asked[1];
    return item->sides == 1 || (a->sets == b->sets && a->reps == b->reps && a->hold_s == b->hold_s);
}

/// Bit p of a set of parts as a list of parts.
static ps_parts parts_of(uint32_t set, ps_part room[PS_PART_WEEKS + 1])
{
    int32_t count = 0;
    for (int32_t p = 0; p <= PS_PART_WEEKS; p++) {
        if ((set >> p & 1) != 0) room[count++] = (ps_part)p;
    }
    return (ps_parts){.at = room, .count = count};
}

void words_asked(buffer *to, const ps_catalogue *catalogue, const ps_plan_item *item,
                 ps_side weaker)
{
    const ps_exercise *exercise = &catalogue->exercises.at[item->exercise];
    ps_part room[PS_PART_WEEKS + 1];
    const ps_parts ours = parts_of(item->ours, room);
    if (same_work(item)) {
        ps_dose dose = ps_asked_dose(exercise, item->asked[0]);
        if (dose.sides == PS_EACH_SIDE && weaker != PS_SIDE_BOTH) {
            dose.order = weaker == PS_SIDE_LEFT ? PS_LEFT_FIRST : PS_RIGHT_FIRST;
        }
        words_dose_filled(to, &dose, ours);
        return;
    }
    const int32_t first = weaker == PS_SIDE_RIGHT ? 1 : 0;
    for (int32_t i = 0; i < 2; i++) {
        const int32_t side = i == 0 ? first : 1 - first;
        ps_dose dose = ps_asked_dose(exercise, item->asked[side]);
        if (i == 0) dose = only_work(dose);
        dose.sides = side == 0 ? PS_LEFT_ONLY : PS_RIGHT_ONLY;
        dose.order = PS_ANY_FIRST;
        dose.switch_s = 0;
        if (i > 0) buffer_text(to, ", then ");
        words_dose_filled(to, &dose, ours);
    }
}

void words_rung(buffer *to, const ps_exercise *exercise, ps_rung rung)
{
    ps_dose dose = only_work(ps_dose_at_rung(&exercise->engine.start, rung));
    dose.sides = PS_BOTH_TOGETHER;
    words_dose(to, &dose);
}

// ---- why not ----

const char *words_block(const ps_exercise *exercise, ps_block block)
{
    static const char *const words[] = {
        [PS_BLOCK_NONE] = "Allowed, but others came first",
        [PS_BLOCK_UNDOSED] = "Habits and care, which have no dose",
        [PS_BLOCK_CHOICE] = "Only when you or your clinician choose it",
        [PS_BLOCK_CODE] = "Not with what you have told",
        [PS_BLOCK_HAZARD] = "Only after its safety questions",
        [PS_BLOCK_IRRITABILITY] = "Not while the hip is this irritable",
        [PS_BLOCK_WEEK] = "Later in the programme",
        [PS_BLOCK_SKILL] = "For people who are more used to training",
        [PS_BLOCK_X01] = "Passive stretches, while weakness is the matter",
        [PS_BLOCK_EQUIPMENT] = "Needs something that you do not have",
        [PS_BLOCK_LOAD_WEEK] = "Weights come later",
        [PS_BLOCK_POSITION] = "In a position that you leave out",
        [PS_BLOCK_FIRST] = "After another exercise",
        [PS_BLOCK_BACK] = "Not yet with a sensitive back",
        [PS_BLOCK_PAUSED] = "Paused, because it hurt",
        [PS_BLOCK_GRADUATED] = "Mastered: its harder version took over",
        [PS_BLOCK_SWAPPED] = "Another one stands in for it",
    };
    return words_never_offered(exercise) ? "Never offered" : words[block];
}

void words_code(buffer *to, const ps_contraindication *code)
{
    const size_t len = strcspn(code->text, ":.");
    const char first = code->text[0];
    buffer_format(to, "%c%.*s", first >= 'A' && first <= 'Z' ? first - 'A' + 'a' : first,
                  (int)len - 1, code->text + 1);
}

static void put_codes(buffer *to, const ps_catalogue *catalogue, ps_code_set codes)
{
    const char *between = "";
    for (int32_t i = 0; i < catalogue->codes.count; i++) {
        if ((codes >> i & 1) == 0) continue;
        buffer_text(to, between);
        words_code(to, &catalogue->codes.at[i]);
        between = "; ";
    }
}

/// How somebody comes to do what nobody gets unasked.
static void put_choice(buffer *to, const ps_exercise *exercise)
{
    switch (exercise->engine.selectable) {
    case PS_CHOSEN_BY_OPT_IN:
        buffer_format(to, "when you ask for it: psoas setup optin %s", exercise->id);
        return;
    case PS_CHOSEN_AFTER_SIGNOFF:
        buffer_text(to, "not before a clinician has approved it");
        return;
    case PS_CHOSEN_BY_HAND:
        buffer_format(to, "when you add it: psoas setup added %s", exercise->id);
        return;
    case PS_CHOSEN_ON_PROPOSAL:
        buffer_text(to, "when the plan proposes it to you");
        return;
    case PS_CHOSEN_FREELY:
    case PS_CHOSEN_NEVER:
        buffer_text(to, words_chooser(exercise));
        return;
    }
}

void words_spaced(buffer *to, const char *id)
{
    for (const char *at = id; *at; at++) buffer_add(to, *at == '_' ? " " : at, 1);
}

/// Blocks whose detail is another exercise, and what is said before its id.
static const char *const before_exercise[] = {
    [PS_BLOCK_FIRST] = "after ",
    [PS_BLOCK_GRADUATED] = "now ",
    [PS_BLOCK_SWAPPED] = "now ",
};

void words_why_not(buffer *to, const ps_catalogue *catalogue, int32_t exercise,
                   const ps_why_not *why)
{
    const ps_exercise *of = &catalogue->exercises.at[exercise];
    const bool named = (int32_t)why->block < PS_COUNT(before_exercise) &&
                       before_exercise[why->block] && why->detail != PS_NONE;
    if (why->block == PS_BLOCK_CODE) {
        put_codes(to, catalogue, why->codes);
    } else if (why->block == PS_BLOCK_CHOICE || why->block == PS_BLOCK_UNDOSED) {
        if (!words_never_offered(of)) put_choice(to, of);
    } else if (why->block == PS_BLOCK_WEEK) {
        buffer_format(to, "from week %d on", why->detail);
    } else if (why->block == PS_BLOCK_EQUIPMENT) {
        buffer_format(to, "%s", catalogue->equipment.at[why->detail].text);
    } else if (why->block == PS_BLOCK_POSITION) {
        words_spaced(to, catalogue->position_limits.at[why->detail].id);
    } else if (named) {
        buffer_format(to, "%s%s", before_exercise[why->block],
                      catalogue->exercises.at[why->detail].id);
    }
}

// ---- training ----

const char *words_stage(ps_stage stage)
{
    static const char *const words[] = {
        [PS_STAGE_LOCKED] = "not begun",
        [PS_STAGE_LEARN] = "being learnt",
        [PS_STAGE_BUILD] = "being built up",
        [PS_STAGE_HOLD] = "kept as it is",
        [PS_STAGE_REGRESS] = "one step back",
        [PS_STAGE_LOAD] = "with a load",
        [PS_STAGE_GRADUATED] = "taken over by a harder one",
        [PS_STAGE_MAINTAIN] = "kept up",
        [PS_STAGE_PAUSED] = "paused",
        [PS_STAGE_DELOAD] = "a lighter week",
    };
    return words[stage];
}

static const char *words_act(ps_act act)
{
    static const char *const words[] = {
        [PS_ACT_NOTHING] = "as it was",
        [PS_ACT_START] = "begun",
        [PS_ACT_KEEP] = "the same again",
        [PS_ACT_BUILD] = "going well, the same again",
        [PS_ACT_UP] = "one step up",
        [PS_ACT_MASTERED] = "mastered",
        [PS_ACT_GRADUATE] = "mastered, the harder version takes over",
        [PS_ACT_LOAD] = "from now on with a load",
        [PS_ACT_LOAD_MORE] = "a little more load",
        [PS_ACT_DOWN] = "one step down",
        [PS_ACT_EASIER] = "an easier version, or 20 to 30 % less load",
        [PS_ACT_SWAP] = "one step down, and another exercise for a while",
        [PS_ACT_PAUSE] = "paused",
        [PS_ACT_RESTART] = "from the first step again",
        [PS_ACT_LIGHTEN] = "half the sets for a week",
        [PS_ACT_RESUME] = "back to where it was",
        [PS_ACT_MAINTAIN] = "kept up once or twice a week",
    };
    return words[act];
}

/// Why it did not rise, as far as the session says so.
static void put_cause(buffer *to, const ps_catalogue *catalogue, const ps_training_entry *entry)
{
    const ps_pain_limits *limits = &catalogue->constants.pain;
    const int32_t rise = entry->morning - entry->baseline;
    if (entry->verdict == PS_STOP) {
        buffer_text(to, ", because of a feeling that is a reason to stop");
    } else if (entry->pain > limits->green_max) {
        buffer_format(to, ", because the pain was %d", entry->pain);
    } else if (entry->verdict != PS_GREEN && entry->morning != PS_NOT_GIVEN && rise > 0) {
        buffer_format(to, ", because the morning after was %d, %d more than usual", entry->morning,
                      rise);
    } else if (entry->verdict == PS_NO_MORNING) {
        buffer_text(to, ", as the morning after is not known");
    } else if (entry->hard) {
        buffer_text(to, ", as it was hard");
    } else if (entry->shortened) {
        buffer_text(to, ", as the session was a short one");
    }
}

void words_entry(buffer *to, const ps_catalogue *catalogue, const ps_training_entry *entry,
                 const char *where)
{
    const ps_act act = entry->row->act;
    if (act == PS_ACT_NOTHING) return;
    const bool higher = act == PS_ACT_MASTERED && entry->after.rung > entry->before.rung;
    buffer_format(to, "%s%s%s", words_act(act), higher ? ", one step up" : "", where);
    put_cause(to, catalogue, entry);
}
