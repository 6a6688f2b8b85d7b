/// screen_kit.h — tells a profile in words: "lump_groin fever? age_years=70 site=groin,low_back".
#ifndef PS_TEST_SCREEN_KIT_H
#define PS_TEST_SCREEN_KIT_H

#include "ps/screen.h"

#include "id_kit.h"

#include <stdlib.h>

enum { TODAY = 20000 };

static inline int32_t flag_of(const char *id) { return index_of("flags", id); }
static inline int32_t item_of(const char *id) { return index_of("screening_items", id); }
static inline int32_t field_of(const char *id) { return index_of("intake_fields", id); }

/// The ids of a set, in the order of the catalogue.
static inline const char *words_of(const char *list, uint64_t set, char *out, size_t cap)
{
    const ps_names names = ps_catalogue_names(all);
    size_t len = 0;
    out[0] = '\0';
    for (int32_t i = 0; i < 64; i++) {
        if (!(set >> i & 1)) continue;
        const char *id = names.id(all, list, i);
        len += (size_t)snprintf(out + len, cap - len, "%s%s", len ? " " : "", id ? id : "?");
    }
    return out;
}

#define CHECK_SET(row, list, got, words)                                        \
    do {                                                                        \
        char left_[1024], right_[1024];                                         \
        CHECK_TEXT(row, words_of(list, got, left_, sizeof left_),               \
                   words_of(list, set_of(list, words), right_, sizeof right_)); \
    } while (0)

static inline ps_flag_set flags_that_are(const ps_screen_result *result, ps_truth truth)
{
    ps_flag_set set = 0;
    for (int32_t i = 0; i < all->flags.count; i++) {
        if (result->flags[i] == truth) set |= (ps_flag_set)1 << i;
    }
    return set;
}

static inline void kit_value(ps_profile *profile, int32_t field, const char *said, size_t len)
{
    const ps_texts *choices = &all->intake_fields.at[field].choices;
    ps_value *value = &profile->values[field];
    *value = (ps_value){.given = len > 0};
    if (choices->count == 0) value->number = strtod(said, NULL);
    for (int32_t i = 0; i < choices->count; i++) {
        for (const char *at = said; at < said + len; at += strcspn(at, ", ") + 1) {
            const size_t word = strcspn(at, ", ");
            const bool same = strlen(choices->at[i]) == word && !strncmp(choices->at[i], at, word);
            if (same) value->chosen |= (uint64_t)1 << i;
        }
    }
}

/// item: yes; item? not sure; item! no; item- not answered; field=value; field= not given.
static inline void tell(ps_profile *profile, const char *words)
{
    for (const char *at = words + strspn(words, " "); *at; at += strspn(at, " ")) {
        const size_t len = strcspn(at, " "), name = strcspn(at, " =?!-");
        if (at[name] == '=') {
            const int32_t field = kit_index("intake_fields", at, name);
            CHECK(at, field != PS_NONE);
            if (field != PS_NONE) kit_value(profile, field, at + name + 1, len - name - 1);
        } else {
            const int32_t item = kit_index("screening_items", at, name);
            CHECK(at, item != PS_NONE);
            const ps_item_answer answer = at[name] == '?'   ? PS_ANSWERED_NOT_SURE
                                          : at[name] == '!' ? PS_ANSWERED_NO
                                          : at[name] == '-' ? PS_NOT_ANSWERED
                                                            : PS_ANSWERED_YES;
            if (item != PS_NONE) profile->answers[item] = answer;
        }
        at += len;
    }
}

static const char fine_words[] =
    "age_years=38 pain_now=1 pain_worst_24h=2 pain_rest=0 pain_ordinary=1 settle_hours=1 "
    "night_wake=0 pain_on_rising=0 site=front_hip side=both onset=gradual sitting_h_per_day=5 "
    "front_pull=0 short_stride=0 stairs_hard=0 march_tires=0 leg_heavy=0";

/// An adult who is well and answered no to everything, and then `words`.
static inline ps_profile fine_but(const char *words)
{
    ps_profile profile = {0};
    for (int32_t i = 0; i < all->screening_items.count; i++) profile.answers[i] = PS_ANSWERED_NO;
    tell(&profile, fine_words);
    tell(&profile, words);
    return profile;
}

static inline ps_screen_result screen(const ps_profile *profile)
{
    ps_screen_result result;
    ps_screen_at(all, profile, TODAY, &result);
    return result;
}

static inline ps_screen_result screen_of(const char *words)
{
    const ps_profile profile = fine_but(words);
    return screen(&profile);
}

static inline const char *outcome_word(ps_screen_outcome outcome)
{
    return ps_screen_outcome_names.names[outcome];
}

/// Whether two results mean the same; padding bytes mean nothing.
static inline bool same_result(const ps_screen_result *a, const ps_screen_result *b)
{
    return a->outcome == b->outcome && memcmp(a->flags, b->flags, sizeof a->flags) == 0 &&
           a->open == b->open && a->cleared == b->cleared && a->codes == b->codes &&
           memcmp(a->code_flags, b->code_flags, sizeof a->code_flags) == 0 &&
           a->gentle_start == b->gentle_start && a->gentle_until == b->gentle_until &&
           a->irritability.level == b->irritability.level &&
           a->irritability.certain == b->irritability.certain &&
           a->class_found.id == b->class_found.id &&
           a->class_found.weaker_side == b->class_found.weaker_side &&
           a->closed_tests == b->closed_tests && a->hazards == b->hazards &&
           a->next.kind == b->next.kind && a->next.index == b->next.index;
}

/// Everything that was found, for the digest.
static inline void record_result(const ps_screen_result *result)
{
    RECORD("%s %" PRIx64 " %" PRIx64 " %" PRIx64 " %" PRIx64 " %" PRIx64 "\n",
           outcome_word(result->outcome), flags_that_are(result, PS_YES),
           flags_that_are(result, PS_UNDECIDED), result->open, result->cleared, result->codes);
    RECORD("%d %d %d %d %d %x %x %d %d\n", (int)result->irritability.level,
           (int)result->irritability.certain, (int)result->class_found.id,
           (int)result->class_found.weaker_side, (int)result->gentle_start,
           (unsigned)result->closed_tests, (unsigned)result->hazards, (int)result->next.kind,
           (int)result->next.index);
    for (int32_t i = 0; i < result->class_found.reason_count; i++) {
        const ps_reason *reason = &result->class_found.reasons[i];
        RECORD("%d %d %.17g %d\n", (int)reason->measure, (int)reason->field, reason->value,
               (int)reason->comparison);
    }
}

#endif
