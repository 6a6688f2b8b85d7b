#include "screen/parts.h"

#include <assert.h>

static ps_flag_set bit(int32_t flag) { return (ps_flag_set)1 << flag; }

bool ps__blocks(ps_level level)
{
    return level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT || level == PS_LEVEL_REFER;
}

/// Days since the clearing; negative when it lies ahead.
static int32_t age_of(const ps_clearing *clearing, ps_day today) { return today - clearing->day; }

/// Whether somebody who may say so said it, it was not ended, and its day has come. EMERGENCY and
/// URGENT flags want a medical review.
static bool counts(const ps_catalogue *catalogue, const ps_clearing *clearing, ps_day today)
{
    const ps_level level = catalogue->flags.at[clearing->flag].level;
    const bool review_wanted = level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT;
    return !clearing->ended && age_of(clearing, today) >= 0 &&
           (clearing->medical_review || !review_wanted);
}

/// A clearance, and what it releases, lasts so many weeks; the last day is the one before.
static bool lasts(const ps_catalogue *catalogue, const ps_clearing *clearing, ps_day today)
{
    return age_of(clearing, today) < 7 * catalogue->clearance.weeks;
}

static bool is_cleared(const ps__facts *facts, int32_t flag, ps_day today)
{
    const ps_profile *profile = facts->profile;
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        const ps_clearing *clearing = &profile->clearings[i];
        if (clearing->flag == flag && !clearing->release_only &&
            counts(facts->catalogue, clearing, today) && lasts(facts->catalogue, clearing, today)) {
            return true;
        }
    }
    return false;
}

/// The first weeks after every clearance of a flag that blocks, whether or not it is still true:
/// the body does not know that a number passed a limit.
static void find_gentle_start(const ps__facts *facts, ps_day today, ps_screen_result *result)
{
    const ps_catalogue *catalogue = facts->catalogue;
    const ps_profile *profile = facts->profile;
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        const ps_clearing *clearing = &profile->clearings[i];
        const ps_flag *flag = &catalogue->flags.at[clearing->flag];
        const ps_day until = clearing->day + 7 * catalogue->clearance.gentle_start_weeks;
        if (clearing->release_only || !flag->gentle_start || !ps__blocks(flag->level)) continue;
        if (!counts(catalogue, clearing, today) || today >= until) continue;
        if (!result->gentle_start || until > result->gentle_until) result->gentle_until = until;
        result->gentle_start = true;
    }
}

static ps_truth flag_truth(const ps__facts *facts, int32_t flag, int32_t unexplained)
{
    const ps_flag *at = &facts->catalogue->flags.at[flag];
    if (ps__blocks(at->level) && (facts->profile->stood & bit(flag))) return PS_YES;
    if (flag == unexplained) return ps__unexplained(facts);
    // a flag that nothing here can set stays open to doubt: no plan, rather than no flag
    if (at->logic.count == 0) return PS_UNDECIDED;
    return ps_rule_at(&at->logic, ps__leaf_truth, facts);
}

void ps__flags_of(const ps__facts *facts, ps_day today, ps_screen_result *result)
{
    const ps_catalogue *catalogue = facts->catalogue;
    const int32_t unexplained = ps__unexplained_flag(catalogue);
    assert(catalogue->flags.count <= PS_FLAGS_MAX);
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        result->flags[i] = flag_truth(facts, i, unexplained);
        if (result->flags[i] != PS_YES || !ps__blocks(catalogue->flags.at[i].level)) continue;
        result->stands |= bit(i);
        if (is_cleared(facts, i, today)) {
            result->cleared |= bit(i);
        } else {
            result->open |= bit(i);
        }
    }
    find_gentle_start(facts, today, result);
}

// ---- codes ----

ps_flag_set ps__release_group(const ps_catalogue *catalogue, int32_t flag)
{
    ps_flag_set all = bit(flag);
    for (int32_t i = 0; i < catalogue->release_groups.count; i++) {
        const ps_refs *flags = &catalogue->release_groups.at[i].flags;
        ps_flag_set group = 0;
        for (int32_t k = 0; k < flags->count; k++) group |= bit(flags->at[k]);
        if (group & bit(flag)) all |= group;
    }
    return all;
}

/// The codes that are released by name, for each flag. What a clearance released ends with the
/// clearance; a release of its own lasts until it is ended.
static void find_releases(const ps__facts *facts, ps_day today, ps_code_set *released)
{
    const ps_catalogue *catalogue = facts->catalogue;
    for (int32_t i = 0; i < facts->profile->clearing_count; i++) {
        const ps_clearing *clearing = &facts->profile->clearings[i];
        if (clearing->released == 0 || !counts(catalogue, clearing, today)) continue;
        if (!clearing->release_only && !lasts(catalogue, clearing, today)) continue;
        const ps_flag_set group = ps__release_group(catalogue, clearing->flag);
        for (int32_t flag = 0; flag < catalogue->flags.count; flag++) {
            if (group & bit(flag)) released[flag] |= clearing->released;
        }
    }
}

static void add_flag_codes(const ps__facts *facts, int32_t flag, ps_code_set released,
                           ps_screen_result *result)
{
    const ps_flag_codes *codes = &facts->catalogue->flags.at[flag].codes;
    for (int32_t i = 0; i < codes->count; i++) {
        const int32_t code = codes->at[i].code;
        if (released >> code & 1) continue;
        // a condition that is not known counts as yes
        if (ps_rule_at(&codes->at[i].when, ps__leaf_truth, facts) == PS_NO) continue;
        result->codes |= (ps_code_set)1 << code;
        result->code_flags[code] |= bit(flag);
    }
}

/// To a fixpoint: rules have no "not", so codes only ever come on, each pass at least one.
static void add_derived_codes(ps__facts *facts)
{
    const ps_derived_codes *derived = &facts->catalogue->derived_codes;
    for (int32_t pass = 0; pass <= derived->count; pass++) {
        const ps_code_set before = facts->codes;
        for (int32_t i = 0; i < derived->count; i++) {
            if (ps_rule_at(&derived->at[i].when, ps__leaf_truth, facts) == PS_NO) continue;
            facts->codes |= (ps_code_set)1 << derived->at[i].code;
        }
        if (facts->codes == before) return;
    }
}

void ps__codes_of(ps__facts *facts, ps_day today, ps_screen_result *result)
{
    ps_code_set released[PS_FLAGS_MAX] = {0};
    assert(facts->catalogue->codes.count <= PS_CODES_MAX);
    find_releases(facts, today, released);
    for (int32_t i = 0; i < facts->catalogue->flags.count; i++) {
        if (result->flags[i] == PS_YES) add_flag_codes(facts, i, released[i], result);
    }
    facts->codes = result->codes;
    add_derived_codes(facts);
    result->codes = facts->codes;
}
