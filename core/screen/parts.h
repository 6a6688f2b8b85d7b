/// parts.h — what the files of the screening share.
#ifndef PS_SCREEN_PARTS_H
#define PS_SCREEN_PARTS_H

#include "ps/screen.h"

/// A profile with what follows from its numbers; what rules are asked about.
typedef struct {
    const ps_catalogue *catalogue;
    const ps_profile *profile;
    ps_irritability_found irritability;
    int32_t irritability_field;
    int32_t by_field[PS_ITEMS_MAX]; ///< the field whose value answers the item with yes; PS_NONE
    int32_t by_item[PS_ITEMS_MAX];  ///< the item whose yes answers this one with yes; PS_NONE
    ps_code_set codes;              ///< on so far
    int32_t unsaid; ///< the field whose number a yes contradicts, so that it says nothing; PS_NONE
} ps__facts;

void ps__facts_of(const ps_catalogue *catalogue, const ps_profile *profile, ps__facts *facts);

/// Index of an intake field; PS_NONE when the catalogue has none.
int32_t ps__field(const ps_catalogue *catalogue, const char *id);

/// The number in a field; false while none is given.
bool ps__number(const ps__facts *facts, int32_t field, double *number);

/// Whether a yes-no question was answered with yes.
ps_truth ps__answered(const ps__facts *facts, int32_t field);

bool ps__compare(double value, ps_comparison comparison, double limit);
ps_truth ps__item_truth(const ps__facts *facts, int32_t item);

/// What is known of a leaf; `context` is a ps__facts.
ps_truth ps__leaf_truth(const void *context, const ps_rule_node *leaf);

static inline ps_truth ps__not(ps_truth truth) { return (ps_truth)(PS_YES - truth); }
static inline ps_truth ps__and(ps_truth a, ps_truth b) { return a < b ? a : b; }
static inline ps_truth ps__or(ps_truth a, ps_truth b) { return a > b ? a : b; }

ps_irritability_found ps__irritability_of(const ps__facts *facts);

/// The first answer that the irritability still waits for, or PS_NONE.
int32_t ps__irritability_asks(const ps__facts *facts);

/// From the two tests, and from the questions that stand in for them.
ps_class_found ps__class_of(const ps__facts *facts);

/// Whether the tests show nothing that explains the pain.
ps_truth ps__unexplained(const ps__facts *facts);

/// The first answer that ps__unexplained still waits for, or PS_NONE.
int32_t ps__unexplained_asks(const ps__facts *facts);

/// Index of the flag that the tests set instead of a rule, or PS_NONE.
int32_t ps__unexplained_flag(const ps_catalogue *catalogue);

/// Fills flags, open, cleared, stands and the gentle start.
void ps__flags_of(const ps__facts *facts, ps_day today, ps_screen_result *result);

/// Fills codes and code_flags; facts->codes follows.
void ps__codes_of(ps__facts *facts, ps_day today, ps_screen_result *result);

/// The flags for which a release of `flag` counts: itself and its groups.
ps_flag_set ps__release_group(const ps_catalogue *catalogue, int32_t flag);

bool ps__blocks(ps_level level);
ps_question ps__question_of(const ps__facts *facts, const ps_screen_result *result);

#endif
