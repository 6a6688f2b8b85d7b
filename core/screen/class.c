#include "screen/parts.h"

#include <math.h>
#include <string.h>

#include "ps/math.h"

/// A sign that stands in for a test: a yes, or more hours of sitting than the limit.
typedef struct {
    const char *field;
    bool hours;
} sign;

static const sign tight_signs[] = {
    {"sitting_h_per_day", true },
    {"front_pull",        false},
    {"short_stride",      false},
    {"pain_on_rising",    false},
};
static const sign weak_signs[] = {
    {"stairs_hard", false},
    {"march_tires", false},
    {"leg_heavy",   false},
};

static const ps_class_limits *limits_of(const ps__facts *facts)
{
    return &facts->catalogue->constants.class_limits;
}

/// The number that the value of the field has to pass; a yes is 1.
static int32_t above(const ps__facts *facts, const sign *one)
{
    return one->hours ? limits_of(facts)->sitting_hours : 0;
}

static void give(ps_class_found *found, ps_reason reason)
{
    if (found->reason_count < PS_REASONS_MAX) found->reasons[found->reason_count++] = reason;
}

/// Whether enough of the signs are there.
static ps_truth signs_truth(const ps__facts *facts, const sign *signs, int32_t count)
{
    int32_t there = 0, unknown = 0;
    for (int32_t i = 0; i < count; i++) {
        const int32_t field = ps__field(facts->catalogue, signs[i].field);
        double value;
        if (!ps__number(facts, field, &value)) {
            unknown++;
        } else if (value > above(facts, &signs[i])) {
            there++;
        }
    }
    const int32_t least = limits_of(facts)->signs;
    return there >= least ? PS_YES : there + unknown >= least ? PS_UNDECIDED : PS_NO;
}

static void give_signs(const ps__facts *facts, const sign *signs, int32_t count,
                       ps_class_found *found)
{
    for (int32_t i = 0; i < count; i++) {
        const int32_t field = ps__field(facts->catalogue, signs[i].field);
        double value;
        const int32_t limit = above(facts, &signs[i]);
        if (!ps__number(facts, field, &value) || !(value > limit)) continue;
        give(found, (ps_reason){PS_MEASURE_FIELD, field, value, PS_GT, limit});
    }
}

/// Both sides of a test; false when one is missing: one side alone cannot be compared.
static bool both_sides(const ps__facts *facts, const char *left_id, const char *right_id,
                       double *left, double *right)
{
    return ps__number(facts, ps__field(facts->catalogue, left_id), left) &&
           ps__number(facts, ps__field(facts->catalogue, right_id), right);
}

static void find_tight(const ps__facts *facts, ps_class_found *found)
{
    const ps_class_limits *limits = limits_of(facts);
    const ps_truth proxy = signs_truth(facts, tight_signs, PS_COUNT(tight_signs));
    double left, right;
    const bool flat = ps__answered(facts, ps__field(facts->catalogue, "back_flat")) == PS_YES;
    found->length_counts = both_sides(facts, "length_deg_L", "length_deg_R", &left, &right) && flat;
    found->tight = proxy;
    if (found->length_counts) {
        const double tighter = left > right ? left : right;
        if (tighter >= limits->restricted_deg) {
            found->tight = PS_YES;
            give(found, (ps_reason){PS_MEASURE_LENGTH_DEG, PS_NONE, tighter, PS_GE,
                                    limits->restricted_deg});
            return;
        }
        if (tighter <= limits->normal_deg) {
            found->tight = PS_NO;
            return;
        }
        if (proxy == PS_YES) {
            give(found,
                 (ps_reason){PS_MEASURE_LENGTH_DEG, PS_NONE, tighter, PS_GT, limits->normal_deg});
        }
    }
    if (proxy == PS_YES) give_signs(facts, tight_signs, PS_COUNT(tight_signs), found);
}

static void find_weak(const ps__facts *facts, ps_class_found *found)
{
    const ps_class_limits *limits = limits_of(facts);
    double left, right;
    found->hold_counts = both_sides(facts, "hold_s_L", "hold_s_R", &left, &right);
    if (!found->hold_counts) {
        found->weak = signs_truth(facts, weak_signs, PS_COUNT(weak_signs));
        if (found->weak == PS_YES) give_signs(facts, weak_signs, PS_COUNT(weak_signs), found);
        return;
    }
    const double least = left < right ? left : right, most = left < right ? right : left;
    // two holds of nothing are equally weak
    const bool differ = most > least && 100 * (most - least) >= limits->difference_pct * most;
    if (least < limits->weak_s) {
        give(found, (ps_reason){PS_MEASURE_HOLD_S, PS_NONE, least, PS_LT, limits->weak_s});
    }
    if (differ) {
        give(found, (ps_reason){PS_MEASURE_SIDE_DIFFERENCE, PS_NONE, 100 * (most - least) / most,
                                PS_GE, limits->difference_pct});
        found->weaker_side = left < right ? PS_SIDE_LEFT : PS_SIDE_RIGHT;
    }
    found->weak = least < limits->weak_s || differ ? PS_YES : PS_NO;
}

// From the tests as they were recorded, whatever codes close them today: a closed test is not done
// again, but what it showed is not forgotten.
ps_class_found ps__class_of(const ps__facts *facts)
{
    ps_class_found found = {0};
    find_tight(facts, &found);
    find_weak(facts, &found);
    const bool untested = !found.length_counts && !found.hold_counts;
    // what is not known yet counts as there
    const bool tight = found.tight != PS_NO, weak = found.weak != PS_NO;
    found.certain = untested || (found.tight != PS_UNDECIDED && found.weak != PS_UNDECIDED);
    found.id = tight && weak ? PS_CLASS_BOTH
               : tight       ? PS_CLASS_TIGHT
               : weak        ? PS_CLASS_WEAK
                             : PS_CLASS_MAINTAIN;
    if (untested) {
        found.id = PS_CLASS_BOTH;
        give(&found, (ps_reason){.measure = PS_MEASURE_UNTESTED, .field = PS_NONE});
    }
    if (facts->irritability.level == PS_IRRITABILITY_HIGH) {
        found.id = PS_CLASS_IRRITABLE;
        found.certain = facts->irritability.certain;
    }
    return found;
}

// ---- the flag that the tests set ----

static ps_truth hurts(const ps__facts *facts)
{
    double worst;
    if (!ps__number(facts, ps__field(facts->catalogue, "pain_worst_24h"), &worst)) {
        return PS_UNDECIDED;
    }
    return worst > limits_of(facts)->explained_pain ? PS_YES : PS_NO;
}

// At any irritability: else more pain would take the flag away.
ps_truth ps__unexplained(const ps__facts *facts)
{
    const ps_class_found found = ps__class_of(facts);
    if (!found.length_counts && !found.hold_counts) return PS_NO;
    return ps__and(ps__and(ps__not(found.tight), ps__not(found.weak)), hurts(facts));
}

static int32_t unanswered(const ps__facts *facts, const sign *signs, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        const int32_t field = ps__field(facts->catalogue, signs[i].field);
        double value;
        if (field != PS_NONE && !ps__number(facts, field, &value)) return field;
    }
    return PS_NONE;
}

int32_t ps__unexplained_asks(const ps__facts *facts)
{
    if (ps__unexplained(facts) != PS_UNDECIDED) return PS_NONE;
    const ps_class_found found = ps__class_of(facts);
    if (hurts(facts) == PS_UNDECIDED) return ps__field(facts->catalogue, "pain_worst_24h");
    return found.tight == PS_UNDECIDED ? unanswered(facts, tight_signs, PS_COUNT(tight_signs))
                                       : unanswered(facts, weak_signs, PS_COUNT(weak_signs));
}

int32_t ps__unexplained_flag(const ps_catalogue *catalogue)
{
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        if (strcmp(catalogue->flags.at[i].id, "R_UNEXPLAINED") == 0) return i;
    }
    return PS_NONE;
}

// ---- the length test ----

ps_code ps_length_test(double thigh, double hip, double knee, double *degrees, ps_error *err)
{
    const double angle = thigh > 0 ? ps_asin((knee - hip) / thigh) : (double)NAN;
    if (isnan(angle)) {
        return ps_fail(err, PS_RANGE, (ps_place){0},
                       "want a thigh longer than the difference of the two heights");
    }
    *degrees = PS_DEGREES(angle);
    return PS_OK;
}
