// Clearings: what ends them, and when a flag that has stood is forgotten.
#include <string.h>

#include "intake/parts.h"
#include "screen/parts.h"

static ps_flag_set bit(int32_t index) { return (ps_flag_set)1 << index; }

/// A lock opens by a medical review only, and no correction opens it.
static bool is_lock(const ps_catalogue *catalogue, int32_t flag)
{
    const ps_level level = catalogue->flags.at[flag].level;
    return level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT;
}

// ---- what the flags say ----

/// The flags by what was told, without what stood before.
static ps_flag_set flags_that_are(const ps_intake *of, const ps_account *account,
                                  const ps__readings *pain, ps_day day, ps_truth truth,
                                  ps_profile *profile)
{
    const ps_catalogue *catalogue = of->catalogue;
    ps_screen_result result = {0};
    ps__facts facts;
    ps_flag_set set = 0;
    ps__profile_on(of, account, pain, day, profile);
    ps__facts_of(catalogue, profile, &facts);
    ps__flags_of(&facts, day, &result);
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        if (result.flags[i] == truth) set |= bit(i);
    }
    return set;
}

/// On the line of what was said at the time only locks matter.
static ps_flag_set flags_that_matter(const ps_intake *of, const ps_account *account)
{
    ps_flag_set set = 0;
    for (int32_t i = 0; i < of->catalogue->flags.count; i++) {
        if (account == &of->counts || is_lock(of->catalogue, i)) set |= bit(i);
    }
    return set;
}

static bool names(const ps_evidence *evidence, const ps__news *news)
{
    return (news->item != PS_NONE && evidence->item == news->item) ||
           (news->field != PS_NONE && evidence->field == news->field);
}

/// Whether this answer or value makes the flag true.
static bool turned_by_answer(const ps_intake *of, const ps_profile *profile, int32_t flag,
                             const ps__news *news)
{
    ps_evidence evidence[PS_RULE_NODES_MAX];
    const int32_t count = ps_screen_evidence(of->catalogue, profile, flag, evidence);
    for (int32_t i = 0; i < count; i++) {
        if (names(&evidence[i], news)) return true;
    }
    return false;
}

/// Whether this pain alone, whatever was felt before it, is one that the flag's rule speaks of.
static bool speaks_of_pain(const ps_intake *of, int32_t flag, const ps__readings *pain)
{
    const ps_rule *logic = &of->catalogue->flags.at[flag].logic;
    for (int32_t i = 0; i < logic->count; i++) {
        const ps_rule_node *node = &logic->nodes[i];
        if (node->op != PS_RULE_COMPARE) continue;
        const int32_t reading = ps__reading_of(&of->catalogue->intake_fields.at[node->a]);
        if (reading == PS_NONE || pain->at[reading] == PS_NOT_GIVEN) continue;
        if (ps__compare(pain->at[reading], node->comparison, node->value)) return true;
    }
    return false;
}

static ps_flag_set flags_by_pain(const ps_intake *of, ps_flag_set flags, const ps__readings *pain)
{
    ps_flag_set set = 0;
    for (int32_t i = 0; i < of->catalogue->flags.count; i++) {
        if ((flags & bit(i)) && speaks_of_pain(of, i, pain)) set |= bit(i);
    }
    return set;
}

// ---- what ends a clearing ----

/// The flags whose next yes ends something.
static ps_flag_set flags_to_watch(const ps_intake *of)
{
    const ps_profile *profile = &of->counts.profile;
    ps_flag_set set = 0;
    for (int32_t i = 0; i < profile->clearing_count; i++) {
        if (profile->clearings[i].ended) continue;
        set |= ps__release_group(of->catalogue, profile->clearings[i].flag);
    }
    return set;
}

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

void ps__forget(ps_intake *of, const ps__readings *pain, ps_day day)
{
    const ps_flag_set leaving = asked_again(of);
    ps_profile profile;
    // nobody has said a yes since: it would have ended the clearing, also when it was corrected
    if (leaving == 0) return;
    of->stood &= ~(leaving & flags_that_are(of, &of->counts, pain, day, PS_NO, &profile));
}

// ---- after an event ----

void ps__settle(ps_intake *of, const ps_account *account, const ps__readings *pain, ps_day day,
                const ps__news *news)
{
    if (!news->raises && ps__says_nothing(&news->pain)) return;
    const ps_flag_set matter = flags_that_matter(of, account);
    const ps_flag_set watched = flags_to_watch(of) & matter;
    ps_flag_set turned = flags_by_pain(of, watched, &news->pain);
    if (!news->raises && turned == 0) return;

    ps_profile profile;
    const ps_flag_set up = matter & flags_that_are(of, account, pain, day, PS_YES, &profile);
    for (int32_t i = 0; i < of->catalogue->flags.count; i++) {
        if (!(up & bit(i))) continue;
        if (ps__blocks(of->catalogue->flags.at[i].level)) of->stood |= bit(i);
        if ((watched & bit(i)) && turned_by_answer(of, &profile, i, news)) turned |= bit(i);
    }
    end_by_yes(of, up & turned, account == &of->said);
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
    };
    of->rounds_since &= ~bit(place);
}
