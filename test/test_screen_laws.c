// Laws of the screening over generated people, most of whom nobody would have thought of.
//
// What "never better" means. True flags, open flags, codes, closed tests, hazards and the gentle
// start only grow, irritability only rises, and so does the outcome in the order NONE < MODIFY <
// INCOMPLETE < REFER < URGENT < EMERGENCY < UNDER_18, with one exception that lies in the word:
// INCOMPLETE is not a degree of danger but of doubt. A yes can settle the last doubt for the
// worse, and a MODIFY flag that is up for certain allows the plan that the doubt about it did not.
// So out of INCOMPLETE a riskier answer may lead to a plan only when everything that was in doubt
// is now taken at its worst: each undecided flag is true, uncertain irritability is HIGH.
#include "screen_kit.h"

enum { PEOPLE = 100000, ASKED = 2000 };

// ---- people ----

typedef struct {
    const char *id;
    int32_t low, high;
    int32_t given_pct;
} number_range;

/// Fields that are asked of everyone, and optional ones.
static const number_range asked_numbers[] = {
    {"age_years",         14, 90, 95},
    {"pain_worst_24h",    0,  10, 95},
    {"pain_rest",         0,  6,  95},
    {"pain_ordinary",     0,  7,  95},
    {"settle_hours",      0,  30, 95},
    {"night_wake",        0,  3,  95},
    {"pain_on_rising",    0,  1,  90},
    {"sitting_h_per_day", 0,  12, 90},
    {"front_pull",        0,  1,  90},
    {"short_stride",      0,  1,  90},
    {"stairs_hard",       0,  1,  90},
    {"march_tires",       0,  1,  90},
    {"leg_heavy",         0,  1,  90},
};
static const number_range optional_numbers[] = {
    {"weeks_pregnant",      0,   42, 10},
    {"weeks_since_birth",   0,   40, 10},
    {"weeks_since_surgery", 0,   30, 10},
    {"weeks_since_tha",     0,   40, 10},
    {"length_deg_L",        -20, 10, 50},
    {"length_deg_R",        -20, 10, 90},
    {"back_flat",           0,   1,  60},
    {"hold_s_L",            0,   30, 50},
    {"hold_s_R",            0,   30, 90},
    {"aslr_L",              0,   5,  20},
    {"aslr_R",              0,   5,  20},
};
static const char *const chosen_fields[] = {"onset", "site", "surgery_kind"};

static bool happens(uint64_t *seed, int32_t pct) { return test_between(seed, 1, 100) <= pct; }

/// `all_given`: as if everything was asked and answered.
static void give_numbers(ps_profile *profile, uint64_t *seed, const number_range *ranges,
                         int32_t count, bool all_given)
{
    for (int32_t i = 0; i < count; i++) {
        const double number = test_between(seed, ranges[i].low, ranges[i].high);
        const bool given = happens(seed, ranges[i].given_pct) || all_given;
        profile->values[field_of(ranges[i].id)] = (ps_value){.given = given, .number = number};
    }
}

static void give_clearings(ps_profile *profile, uint64_t *seed)
{
    profile->clearing_count = test_between(seed, 0, 4);
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        const uint64_t codes = test_random(seed) & test_random(seed);
        profile->clearings[i] = (ps_clearing){
            .flag = test_between(seed, 0, all->flags.count - 1),
            .day = TODAY - test_between(seed, -2, 100),
            .medical_review = happens(seed, 60),
            .release_only = happens(seed, 25),
            .released = codes & (((uint64_t)1 << all->codes.count) - 1),
            .ended = happens(seed, 15),
        };
    }
}

/// A person; most are rather well, so that single answers matter.
static ps_profile person(uint64_t *seed, bool all_given)
{
    ps_profile profile = {0};
    const int32_t yes_pct = test_between(seed, 0, 3) * 3, gaps_pct = happens(seed, 50) ? 0 : 3;
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        profile.answers[i] = happens(seed, yes_pct)
                                 ? (happens(seed, 70) ? PS_ANSWERED_YES : PS_ANSWERED_NOT_SURE)
                             : !all_given && happens(seed, gaps_pct) ? PS_NOT_ANSWERED
                                                                     : PS_ANSWERED_NO;
    }
    give_numbers(&profile, seed, asked_numbers, PS_COUNT(asked_numbers),
                 all_given || gaps_pct == 0);
    give_numbers(&profile, seed, optional_numbers, PS_COUNT(optional_numbers), false);
    for (int32_t i = 0; i < PS_COUNT(chosen_fields); i++) {
        const int32_t field = field_of(chosen_fields[i]);
        const int32_t choices = all->intake_fields.at[field].choices.count;
        profile.values[field] =
            (ps_value){.given = happens(seed, 90) || all_given,
                       .chosen = (uint64_t)1 << test_between(seed, 0, choices - 1)};
    }
    give_clearings(&profile, seed);
    if (happens(seed, 10))
        profile.stood = test_random(seed) & test_random(seed) & test_random(seed);
    return profile;
}

// ---- riskier answers ----

static const char *const rising[] = {"pain_worst_24h", "pain_rest",  "pain_ordinary",
                                     "settle_hours",   "night_wake", "age_years",
                                     "weeks_pregnant", "aslr_L"};

/// Makes one thing worse; false when there was nothing to change. `ends`: a clearing ended.
static bool worsen(ps_profile *profile, uint64_t *seed, bool *ends)
{
    *ends = false;
    const int32_t kind = test_between(seed, 0, 9);
    if (kind < 6) {
        ps_item_answer *answer =
            &profile->answers[test_between(seed, 0, all->screening_items.count - 1)];
        if (*answer == PS_ANSWERED_YES || *answer == PS_ANSWERED_NOT_SURE) return false;
        *answer = happens(seed, 50) ? PS_ANSWERED_YES : PS_ANSWERED_NOT_SURE;
        return true;
    }
    if (kind < 8) {
        const char *id = rising[test_between(seed, 0, PS_COUNT(rising) - 1)];
        ps_value *value = &profile->values[field_of(id)];
        // a child who grows up does get better
        const bool child = strcmp(id, "age_years") == 0 && value->number < PS_ADULT_AGE;
        // telling the week is no risk
        const bool no_week = strcmp(id, "weeks_pregnant") == 0 && value->number < 1;
        if (!value->given || child || no_week) return false;
        value->number += test_between(seed, 1, 6);
        return true;
    }
    if (kind == 8) {
        profile->stood |= (ps_flag_set)1 << test_between(seed, 0, all->flags.count - 1);
        return true;
    }
    if (profile->clearing_count == 0) return false;
    profile->clearings[test_between(seed, 0, profile->clearing_count - 1)].ended = true;
    *ends = true;
    return true;
}

static bool within(uint64_t part, uint64_t whole) { return (part & ~whole) == 0; }

/// Whether everything that was in doubt is now taken at its worst.
static bool settled_for_the_worse(const ps_screen_result *before, const ps_screen_result *after)
{
    return within(flags_that_are(before, PS_UNDECIDED), flags_that_are(after, PS_YES)) &&
           (before->irritability.certain || after->irritability.level == PS_IRRITABILITY_HIGH);
}

static void never_better(const char *row, const ps_screen_result *before,
                         const ps_screen_result *after, bool ends)
{
    CHECK(row, within(flags_that_are(before, PS_YES), flags_that_are(after, PS_YES)));
    CHECK(row, within(flags_that_are(after, PS_NO), flags_that_are(before, PS_NO)));
    CHECK(row, within(before->open, after->open));
    CHECK(row, within(before->codes, after->codes));
    CHECK(row, within(before->hazards, after->hazards));
    CHECK(row, before->irritability.level <= after->irritability.level);
    CHECK(row, ends || !before->gentle_start || after->gentle_start);
    if (before->outcome == PS_SCREEN_INCOMPLETE && ps_screen_allows_plan(after->outcome)) {
        CHECK(row, settled_for_the_worse(before, after));
    } else {
        CHECK(row, before->outcome <= after->outcome);
        CHECK(row, within(before->closed_tests, after->closed_tests));
    }
}

static void riskier_is_never_better(void)
{
    uint64_t seed = 1;
    int32_t changed = 0, outcomes[7] = {0}, settled = 0;
    for (int32_t i = 0; i < PEOPLE; i++) {
        ps_profile profile = person(&seed, false);
        bool ends;
        const ps_screen_result before = screen(&profile);
        outcomes[before.outcome]++;
        if (i % 100 == 0) record_result(&before);
        if (!worsen(&profile, &seed, &ends)) continue;
        const ps_screen_result after = screen(&profile);
        never_better("riskier", &before, &after, ends);
        changed += before.outcome != after.outcome;
        settled += before.outcome == PS_SCREEN_INCOMPLETE && ps_screen_allows_plan(after.outcome);
    }
    // the people are of all kinds, and the changes do something
    for (int32_t i = 0; i < 7; i++) CHECK(outcome_word((ps_screen_outcome)i), outcomes[i] > 500);
    CHECK("changes", changed > 3000 && settled > 0);
    RECORD("%d %d\n", (int)changed, (int)settled);
}

// ---- what a plan needs, what is missing, who is not sure ----

/// No plan while anything is open, undecided, missing, or somebody is under 18.
static void what_a_plan_needs(const ps_profile *profile, const ps_screen_result *result)
{
    const ps_value *age = &profile->values[field_of("age_years")];
    const bool adult = age->given && age->number >= PS_ADULT_AGE;
    if (ps_screen_allows_plan(result->outcome)) {
        CHECK("plan", result->open == 0 && flags_that_are(result, PS_UNDECIDED) == 0 && adult);
        CHECK("plan", result->irritability.certain && !result->next.holds_plan);
        CHECK("plan", (result->outcome == PS_SCREEN_NONE) == (flags_that_are(result, PS_YES) == 0));
    }
    if (result->outcome == PS_SCREEN_INCOMPLETE) CHECK("ask", result->next.holds_plan);
    CHECK("child", (result->outcome == PS_SCREEN_UNDER_18) == (age->given && !adult));
    CHECK("stands", (result->open | result->cleared) == result->stands);
    CHECK("stands", (result->open & result->cleared) == 0);
}

/// Takes one answer or asked number away.
static void take_away(ps_profile *profile, uint64_t *seed)
{
    if (happens(seed, 75)) {
        profile->answers[test_between(seed, 0, all->screening_items.count - 1)] = PS_NOT_ANSWERED;
    } else {
        const char *id = asked_numbers[test_between(seed, 0, PS_COUNT(asked_numbers) - 1)].id;
        profile->values[field_of(id)].given = false;
    }
}

static void missing_is_never_no(void)
{
    uint64_t seed = 2;
    int32_t shut = 0;
    for (int32_t i = 0; i < PEOPLE / 4; i++) {
        ps_profile profile = person(&seed, happens(&seed, 70));
        const ps_screen_result before = screen(&profile);
        what_a_plan_needs(&profile, &before);
        take_away(&profile, &seed);
        const ps_screen_result after = screen(&profile);
        what_a_plan_needs(&profile, &after);
        // no doubt ever becomes a no, and no silence opens a plan
        CHECK("gap",
              within(flags_that_are(&before, PS_UNDECIDED), flags_that_are(&after, PS_UNDECIDED)));
        CHECK("gap",
              !ps_screen_allows_plan(after.outcome) || ps_screen_allows_plan(before.outcome));
        shut += ps_screen_allows_plan(before.outcome) && !ps_screen_allows_plan(after.outcome);
    }
    CHECK("gaps do something", shut > 500);
    RECORD("%d\n", (int)shut);
}

static void not_sure_is_yes(void)
{
    uint64_t seed = 3;
    for (int32_t i = 0; i < PEOPLE / 10; i++) {
        ps_profile profile = person(&seed, false);
        const ps_screen_result mixed = screen(&profile);
        for (int32_t k = 0; k < all->screening_items.count; k++) {
            if (profile.answers[k] == PS_ANSWERED_NOT_SURE) profile.answers[k] = PS_ANSWERED_YES;
        }
        const ps_screen_result yes = screen(&profile), again = screen(&profile);
        CHECK("not sure", same_result(&mixed, &yes));
        CHECK("the same again", same_result(&yes, &again));
    }
}

// ---- numbers ----

static const struct {
    const char *field;
    int32_t low, high;
    const char *choice; ///< instead of a number
    const char *flags;  ///< true whatever was answered
    const char *open;   ///< and, without a clearance, open
} numbers[] = {
    {"age_years",           65, 110, NULL,        "M_AGE",               ""        },
    {"age_years",           80, 110, NULL,        "M_AGE R_AGE70",       "R_AGE70" },
    {"pain_worst_24h",      8,  10,  NULL,        "R_SEVERE",            "R_SEVERE"},
    {"weeks_pregnant",      1,  45,  NULL,        "M_PREG",              ""        },
    {"weeks_since_birth",   0,  5,   NULL,        "R_PREG",              "R_PREG"  },
    {"weeks_since_birth",   6,  24,  NULL,        "M_POSTPART",          ""        },
    {"weeks_since_surgery", 0,  11,  NULL,        "R_SURG",              "R_SURG"  },
    {"weeks_since_tha",     0,  11,  NULL,        "R_THA M_THA_CLEARED", "R_THA"   },
    {"weeks_since_tha",     12, 999, NULL,        "M_THA_CLEARED",       ""        },
    {"onset",               0,  0,   "load_jump", "",                    ""        },
};

static void numbers_cannot_be_answered_away(void)
{
    uint64_t seed = 4;
    for (int32_t i = 0; i < PEOPLE / 4; i++) {
        const int32_t row = i % PS_COUNT(numbers);
        ps_profile profile = person(&seed, true);
        profile.clearing_count = 0;
        ps_value *value = &profile.values[field_of(numbers[row].field)];
        *value = (ps_value){.given = true,
                            .number = test_between(&seed, numbers[row].low, numbers[row].high)};
        if (numbers[row].choice) {
            kit_value(&profile, field_of(numbers[row].field), numbers[row].choice,
                      strlen(numbers[row].choice));
            tell(&profile, "groin_on_load load_jump!"); // the item is a yes, said or not
        }
        const ps_screen_result result = screen(&profile);
        const char *flags = numbers[row].choice ? "U_FNSF" : numbers[row].flags;
        CHECK(numbers[row].field, within(set_of("flags", flags), flags_that_are(&result, PS_YES)));
        CHECK(numbers[row].field, within(set_of("flags", numbers[row].open), result.open));
    }
}

static bool has_code(const ps_screen_result *result, const char *code)
{
    return (result->codes & set_of("codes", code)) != 0;
}

/// A week takes a precaution away only when it is one of a pregnancy, and before its time.
static void weeks_take_away_only_before_their_time(void)
{
    static const struct {
        const char *code;
        double from;
    } codes[] = {
        {"PREG20_SUPINE", 20},
        {"PREG_LATE",     28},
    };
    static const double weeks[] = {-1, 0, 0.5, 1, 19, 20, 27, 28, 45};
    uint64_t seed = 17;
    for (int32_t i = 0; i < 200; i++) {
        ps_profile profile = person(&seed, true);
        ps_value *value = &profile.values[field_of("weeks_pregnant")];
        profile.clearing_count = 0;
        tell(&profile, i % 2 ? "pregnant" : "pregnant?");
        *value = (ps_value){0};
        const ps_screen_result without = screen(&profile);
        for (int32_t k = 0; k < PS_COUNT(weeks) * PS_COUNT(codes); k++) {
            const int32_t code = k % PS_COUNT(codes);
            const double week = weeks[k / PS_COUNT(codes)];
            *value = (ps_value){.given = true, .number = week};
            const ps_screen_result with = screen(&profile);
            const bool early = week >= 1 && week < codes[code].from;
            CHECK(codes[code].code, has_code(&without, codes[code].code));
            CHECK(codes[code].code, has_code(&with, codes[code].code) != early);
        }
    }
}

// ---- asking ----

/// Asks `told` until nothing is left to ask, from a profile that has the optional values, and how
/// it began: a person who says "a jump in load" there and "no" to the item contradicts herself, and
/// only who knows both can take the worse.
static int32_t ask_all(const ps_profile *told, ps_profile *asked, ps_screen_result *result)
{
    bool items[PS_ITEMS_MAX] = {false}, fields[PS_INTAKE_MAX] = {false};
    const int32_t onset = field_of("onset");
    int32_t count = 0;
    *asked = *told;
    memset(asked->answers, 0, sizeof asked->answers);
    for (int32_t i = 0; i < all->intake_fields.count; i++) {
        if (!all->intake_fields.at[i].optional && i != onset) asked->values[i].given = false;
    }
    for (;;) {
        *result = screen(asked);
        const ps_question next = result->next;
        if (next.kind == PS_QUESTION_NONE || count > PS_ITEMS_MAX + PS_INTAKE_MAX) return count;
        bool *before = next.kind == PS_QUESTION_ITEM ? &items[next.index] : &fields[next.index];
        CHECK("asked once", !*before);
        if (next.flag != PS_NONE && next.holds_plan) {
            CHECK("can still change it", result->flags[next.flag] == PS_UNDECIDED);
        }
        *before = true;
        count++;
        if (next.kind == PS_QUESTION_ITEM) {
            asked->answers[next.index] = told->answers[next.index];
        } else {
            asked->values[next.index] = told->values[next.index];
        }
    }
}

static void asking_ends_where_answering_all_ends(void)
{
    uint64_t seed = 5;
    int64_t questions = 0;
    for (int32_t i = 0; i < ASKED; i++) {
        const ps_profile told = person(&seed, true);
        const ps_screen_result want = screen(&told);
        ps_profile asked;
        ps_screen_result got;
        questions += ask_all(&told, &asked, &got);
        CHECK("asked", got.outcome != PS_SCREEN_INCOMPLETE && got.outcome == want.outcome);
        CHECK("asked", memcmp(got.flags, want.flags, sizeof got.flags) == 0);
        CHECK("asked", got.open == want.open && got.codes == want.codes);
        CHECK("asked", got.irritability.level == want.irritability.level);
    }
    // many questions need not be asked
    CHECK("fewer", questions / ASKED < all->screening_items.count);
    RECORD("%" PRId64 "\n", questions);
    printf("# %" PRId64 " questions a person\n", questions / ASKED);
}

TEST_MAIN(TEST_CASE(riskier_is_never_better), TEST_CASE(missing_is_never_no),
          TEST_CASE(not_sure_is_yes), TEST_CASE(numbers_cannot_be_answered_away),
          TEST_CASE(weeks_take_away_only_before_their_time),
          TEST_CASE(asking_ends_where_answering_all_ends))
