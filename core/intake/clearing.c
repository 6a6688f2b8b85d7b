// Clearings: what ends them, and when a flag that has stood is forgotten.
#include <string.h>

#include "intake/parts.h"

static ps_flag_set bit(int32_t index) { return (ps_flag_set)1 << index; }

/// A lock opens by a medical review only, and no correction opens it.
static bool is_lock(const ps_catalogue *catalogue, int32_t flag)
{
    const ps_level level = catalogue->flags.at[flag].level;
    return level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT;
}

// ---- what the flags say ----

/// Those of `flags` by what was told, without what stood before.
static ps_flag_set flags_that_are(const ps__views *views, ps_flag_set flags, ps_truth truth)
{
    const ps_catalogue *catalogue = views->facts[0].catalogue;
    const int32_t unexplained = ps__unexplained_flag(catalogue);
    ps_flag_set set = 0;
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        const ps_rule *logic = &catalogue->flags.at[i].logic;
        ps_truth found = PS_UNDECIDED;
        if (!(flags & bit(i))) continue;
        if (logic->count > 0) found = ps_rule_at(logic, ps__worst_truth, views);
        if (i == unexplained) found = ps__unexplained(&views->facts[0]);
        if (found == truth) set |= bit(i);
    }
    return set;
}

static ps_flag_set locks_of(const ps_catalogue *catalogue)
{
    ps_flag_set set = 0;
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        if (is_lock(catalogue, i)) set |= bit(i);
    }
    return set;
}

/// A profile that holds nothing but what the news is about.
static ps_profile alone(const ps_intake *of, const ps_profile *profile, const ps__news *news)
{
    ps_profile only = {0};
    ps__pain_put(of->catalogue, &news->pain, &only);
    if (news->item != PS_NONE) only.answers[news->item] = PS_ANSWERED_YES;
    if (news->field != PS_NONE) only.values[news->field] = profile->values[news->field];
    return only;
}

/// Those of `flags`, which are up, that this event speaks for: alone, whatever was said before it,
/// it makes one of the leaves true that make the rule true.
static ps_flag_set spoken_for(const ps_intake *of, const ps__views *views, ps_flag_set flags,
                              const ps__news *news)
{
    ps_flag_set set = 0;
    for (int32_t v = 0; v < views->count; v++) {
        const ps_profile only = alone(of, &views->profiles[v], news);
        ps__facts facts;
        ps__facts_of(of->catalogue, &only, &facts);
        for (int32_t i = 0; i < of->catalogue->flags.count; i++) {
            const ps_rule *logic = &of->catalogue->flags.at[i].logic;
            int32_t leaves[PS_RULE_NODES_MAX];
            if (!(flags & bit(i)) || logic->count == 0) continue;
            const int32_t count = ps_rule_leaves(logic, ps__worst_truth, views, PS_YES, leaves);
            for (int32_t k = 0; k < count; k++) {
                if (ps__leaf_truth(&facts, &logic->nodes[leaves[k]]) == PS_YES) set |= bit(i);
            }
        }
    }
    return set;
}

// ---- what ends a clearing ----

/// Ends what was cleared before a new yes to these flags: of the flag itself the whole clearing, of
/// its group what was released.
static void end_by_yes(ps_intake *of, ps_flag_set flags, bool locks_only)
{
    ps_profile *profile = &of->counts.profile;
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        ps_clearing *clearing = &profile->clearings[i];
        if (locks_only && !is_lock(of->catalogue, clearing->flag)) continue;
        if (flags & ps__release_group(of->catalogue, clearing->flag)) {
            clearing->released = 0;
            clearing->ended = clearing->ended || clearing->release_only;
        }
        if (flags & bit(clearing->flag)) clearing->ended = true;
    }
}

void ps__clearings_end(ps_intake *of, bool locks_only)
{
    ps_profile *profile = &of->counts.profile;
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        if (locks_only && !is_lock(of->catalogue, profile->clearings[i].flag)) continue;
        profile->clearings[i].ended = true;
    }
}

// ---- which flags may be forgotten ----

/// Flags that stood and were cleared by somebody who may, with all questions begun anew after it.
static ps_flag_set asked_again(const ps_intake *of)
{
    const ps_profile *profile = &of->counts.profile;
    ps_flag_set set = 0;
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        const ps_clearing *clearing = &profile->clearings[i];
        const bool may = clearing->medical_review || !is_lock(of->catalogue, clearing->flag);
        const bool again = of->rounds_since & bit(i);
        if (clearing->ended || clearing->release_only || !may || !again) continue;
        set |= bit(clearing->flag);
    }
    return set & of->stood;
}

void ps__forget(ps_intake *of, bool heard, ps_day day)
{
    const ps_flag_set again = asked_again(of);
    if (again == 0) return;
    const ps_flag_set locks = locks_of(of->catalogue);
    const ps_flag_set leaving = again & (heard ? locks : ~locks);
    if (leaving == 0) return;
    // nobody has said a yes since: it would have ended the clearing, also when it was corrected
    ps__views views;
    ps__views_of(of, heard, day, &views);
    of->stood &= ~flags_that_are(&views, leaving, PS_NO);
}

// ---- after an event ----

/// Whether some clearing still counts, so that a pain that is no news can end it.
static bool some_clearing_runs(const ps_intake *of)
{
    const ps_profile *profile = &of->counts.profile;
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        if (!profile->clearings[i].ended) return true;
    }
    return false;
}

void ps__settle(ps_intake *of, bool heard, ps_day day, const ps__news *news)
{
    const ps_catalogue *catalogue = of->catalogue;
    if (!news->raises && (ps__says_nothing(&news->pain) || !some_clearing_runs(of))) return;
    ps__views views;
    ps__views_of(of, heard, day, &views);
    const ps_flag_set matter = heard ? locks_of(catalogue) : ~(ps_flag_set)0;
    const ps_flag_set up = flags_that_are(&views, matter, PS_YES);
    if (up == 0) return;
    const ps_flag_set turned = spoken_for(of, &views, up, news);
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        if ((up & bit(i)) && ps__blocks(catalogue->flags.at[i].level)) of->stood |= bit(i);
        if (heard && (turned & bit(i)) && of->raised[i] < day) of->raised[i] = day;
    }
    end_by_yes(of, turned, heard);
}

// ---- recording one ----

/// Where the next clearing goes: at the end, or, when all places are taken, in place of one whose
/// loss closes least: one that says nothing any more, then a release, each the oldest. To lose one
/// can close a way, never open one.
static int32_t place_for(const ps_intake *of, ps_day today)
{
    const ps_profile *profile = &of->counts.profile;
    int32_t best = 0, best_rank = INT32_MAX;
    if (profile->clearing_count < PS_CLEARANCES_MAX) return profile->clearing_count;
    for (int32_t i = 0; i < PS_CLEARANCES_MAX; i++) {
        const ps_clearing *clearing = &profile->clearings[i];
        const bool over = today - clearing->day >= 7 * of->catalogue->clearance.weeks;
        const int32_t rank = clearing->ended || (over && !clearing->release_only) ? 0
                             : clearing->release_only                             ? 1
                                                                                  : 2;
        const bool older = clearing->day < profile->clearings[best].day;
        if (rank < best_rank || (rank == best_rank && older)) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}

static ps_code_set codes_of(const ps_catalogue *catalogue, const ps_released *codes)
{
    const ps_names names = ps_catalogue_names(catalogue);
    ps_code_set set = 0;
    for (int32_t i = 0; i < codes->count; i++) {
        const int32_t code = names.find(catalogue, "codes", ps_str_of(codes->at[i]));
        if (code != PS_NONE) set |= (ps_code_set)1 << code;
    }
    return set;
}

void ps__clearing_take(ps_intake *of, const ps_flag_cleared *body, ps_day day)
{
    const ps_names names = ps_catalogue_names(of->catalogue);
    const int32_t flag = names.find(of->catalogue, "flags", ps_str_of(body->flag));
    if (flag == PS_NONE) return;

    ps_profile *profile = &of->counts.profile;
    const int32_t place = place_for(of, day);
    if (place == profile->clearing_count) profile->clearing_count++;
    profile->clearings[place] = (ps_clearing){
        .flag = flag,
        .day = body->day,
        .medical_review = body->kind == PS_MEDICALLY_REVIEWED,
        .release_only = body->kind == PS_CODES_RELEASED,
        .released = codes_of(of->catalogue, &body->codes),
        // who examined somebody before it happened has not seen it
        .ended = is_lock(of->catalogue, flag) && body->day < of->raised[flag],
    };
    of->rounds_since &= ~bit(place);
}
