/// screen.h — is it safe to train: from what a person has told to flags, codes, class and outcome.
///
/// A pure function of catalogue, profile and local day. `Not sure` is a yes, a missing answer is
/// never a no, and a riskier answer never opens what a safer one closed.
/// Source  domain 3.11, 5.1 to 5.4; docs/screening.md says what we decided where they are silent.
#ifndef PS_SCREEN_H
#define PS_SCREEN_H

#include "ps/profile.h"

enum {
    PS_TESTS_MAX = 16,
    PS_HAZARDS_MAX = 16,
    PS_REASONS_MAX = 16,
    PS_ADULT_AGE = 18 ///< [years] younger people are refused
};

/// Bit i: flag i of the catalogue.
typedef uint64_t ps_flag_set;

/// What follows from the answers, in order of danger. Only NONE and MODIFY allow a plan.
typedef enum {
    PS_SCREEN_NONE,
    PS_SCREEN_MODIFY,
    PS_SCREEN_INCOMPLETE,
    PS_SCREEN_REFER,
    PS_SCREEN_URGENT,
    PS_SCREEN_EMERGENCY,
    PS_SCREEN_UNDER_18
} ps_screen_outcome;

extern const ps_enum ps_screen_outcome_names;

// ---- why ----

/// What a reason compares: the value of an intake field, or one computed from several.
typedef enum {
    PS_MEASURE_FIELD,
    PS_MEASURE_LENGTH_DEG,      ///< the tighter side of the length test [degrees]
    PS_MEASURE_HOLD_S,          ///< the weaker side of the seated hold [s]
    PS_MEASURE_SIDE_DIFFERENCE, ///< of the holds [% of the longer one]
    PS_MEASURE_UNTESTED         ///< both tests are missing; no numbers
} ps_measure;

/// A comparison that fired: `value` `comparison` `limit`.
typedef struct {
    ps_measure measure;
    int32_t field; ///< index into intake_fields, or PS_NONE
    double value;  ///< of a yes-no field 1
    ps_comparison comparison;
    double limit;
} ps_reason;

/// How easily it flares up.
typedef struct {
    ps_irritability level; ///< LOW, MOD or HIGH; HIGH while `certain` is false
    bool certain;          ///< false: an answer is missing that could make it HIGH
    ps_reason reasons[PS_REASONS_MAX];
    int32_t reason_count;
} ps_irritability_found;

/// What training has to be about. What cannot be told yet (`certain` is false) counts as there.
typedef struct {
    ps_class id;
    bool certain;
    ps_truth tight, weak;
    ps_side weaker_side; ///< of the seated hold; PS_SIDE_BOTH: no clear difference
    bool length_counts;  ///< the length test was used: both sides, and the back flat
    bool hold_counts;    ///< the seated hold was used: both sides
    ps_reason reasons[PS_REASONS_MAX];
    int32_t reason_count;
} ps_class_found;

// ---- what to ask next ----

typedef enum { PS_QUESTION_NONE, PS_QUESTION_ITEM, PS_QUESTION_FIELD } ps_question_kind;

/// One more question that can still change something.
typedef struct {
    ps_question_kind kind;
    int32_t index;   ///< into screening_items or intake_fields
    int32_t flag;    ///< the flag it is asked for, or PS_NONE
    bool holds_plan; ///< no plan before it is answered; else it could only lift a caution
} ps_question;

// ---- the result ----

typedef struct {
    ps_screen_outcome outcome;
    ps_truth flags[PS_FLAGS_MAX];
    ps_flag_set open;    ///< true, blocks, and not cleared
    ps_flag_set cleared; ///< true, would block, and cleared today
    ps_flag_set stands;  ///< true and of a level that blocks, cleared or not: see ps_profile.stood
    ps_code_set codes;
    ps_flag_set code_flags[PS_CODES_MAX]; ///< which flags set a code; none: derived
    bool gentle_start;
    ps_day gentle_until; ///< first day without it; means something while gentle_start
    ps_irritability_found irritability;
    ps_class_found class_found;
    uint32_t closed_tests; ///< bit i: self-test i is not to be done now
    uint32_t hazards;      ///< bit i: hazard check i keeps its page closed
    ps_question next;
} ps_screen_result;

/// The screening on the local day `today`. The indices of `profile` are those of `catalogue`,
/// whose lists fit the limits of profile.h.
void ps_screen_at(const ps_catalogue *catalogue, const ps_profile *profile, ps_day today,
                  ps_screen_result *result);

/// Whether a plan may be made.
bool ps_screen_allows_plan(ps_screen_outcome outcome);

// ---- evidence and the refusal page ----

typedef enum {
    PS_SAID_YES,
    PS_SAID_NOT_SURE,
    PS_SAID_BY_NUMBER, ///< a number, or how it began, answers the item; see `field`
    PS_SAID_VALUE      ///< the value of `field`
} ps_said;

/// One thing a person told that makes a flag true.
typedef struct {
    ps_said said;
    int32_t item;  ///< index into screening_items, or PS_NONE
    int32_t field; ///< index into intake_fields, or PS_NONE; its value is in the profile
} ps_evidence;

/// What makes the flag true, each thing once, in the order of its rule. None when it is not true,
/// or only because it has stood before.
///
/// evidence  shape [PS_RULE_NODES_MAX]; returns how many
int32_t ps_screen_evidence(const ps_catalogue *catalogue, const ps_profile *profile, int32_t flag,
                           ps_evidence *evidence);

/// The first item that was answered no although a number or a choice answers it with yes, or
/// PS_NONE. The number wins; somebody has made a slip.
///
/// field  receives the intake field that says yes; untouched when there is none
int32_t ps_screen_contradiction(const ps_catalogue *catalogue, const ps_profile *profile,
                                int32_t *field);

/// How a flag opens the programme again.
typedef enum {
    PS_BACK_BY_ANSWERS,        ///< INCOMPLETE: answer what is open
    PS_BACK_BY_CLEARANCE,      ///< REFER
    PS_BACK_BY_MEDICAL_REVIEW, ///< EMERGENCY, URGENT
    PS_BACK_WHEN_ADULT
} ps_way_back;

typedef struct {
    int32_t flag; ///< why, action and how fast stand there; the answers: ps_screen_evidence
    ps_way_back back;
} ps_refused_flag;

/// What a person who gets no plan is shown. Records, no layout.
typedef struct {
    const ps_refusal_level *level; ///< heading and lead; NULL: no refusal, or none in the catalogue
    ps_refused_flag flags[PS_FLAGS_MAX]; ///< open ones, the most dangerous level first
    int32_t flag_count;
    bool call;                         ///< show the number: an EMERGENCY or URGENT flag is open
    const ps_emergency_number *number; ///< of the country; its `call` is empty: the local number
    ps_way_back back;                  ///< the hardest one
    bool breathing_open; ///< breathing and general advice stay open: only a clearance is wanted
} ps_refusal_page;

/// The page for a result that allows no plan.
///
/// country  ISO 3166, two letters of either case; empty or unknown: the local emergency number
void ps_screen_refusal(const ps_catalogue *catalogue, const ps_screen_result *result,
                       ps_str country, ps_refusal_page *page);

/// The emergency number of a country; the entry without countries when there is none of its own.
/// NULL only when the catalogue has neither.
const ps_emergency_number *ps_emergency_number_find(const ps_catalogue *catalogue, ps_str country);

// ---- the length test ----

/// The angle of the thigh above the horizontal from three distances in one unit [degrees].
///
/// thigh   bony point at the side of the hip to the outer side of the knee, > 0
/// hip     height of the first above the floor
/// knee    height of the second
/// degrees asin((knee - hip) / thigh); negative below the level of the hip
///
/// Errors  PS_RANGE when the heights differ by more than the thigh is long, or no number is given.
/// Nullable: err.
PS_MUST_USE ps_code ps_length_test(double thigh, double hip, double knee, double *degrees,
                                   ps_error *err);

#endif
