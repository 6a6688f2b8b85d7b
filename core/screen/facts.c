#include "screen/parts.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/// Numbers that answer an item with yes where no rule compares them itself. "A yes or no given
/// elsewhere cannot undo what a number says": weeks of pregnancy make somebody pregnant in every
/// rule, an operation date makes a recent operation.
static const struct {
    const char *item, *field;
    ps_comparison comparison;
    int32_t value;
    const char *choice_field, *choice; ///< and this choice was made, or none at all; NULL: any
} numbers[] = {
    {"pregnant",       "weeks_pregnant",      PS_GE, 1,  NULL,           NULL       },
    {"hip_replaced",   "weeks_since_tha",     PS_GE, 0,  NULL,           NULL       },
    {"tha_12w",        "weeks_since_tha",     PS_LT, 12, NULL,           NULL       },
    {"birth_6w",       "weeks_since_birth",   PS_LT, 6,  NULL,           NULL       },
    {"surg_hip_12w",   "weeks_since_surgery", PS_LT, 12, "surgery_kind", "hip"      },
    {"surg_spine_12w", "weeks_since_surgery", PS_LT, 12, "surgery_kind", "spine"    },
    {"surg_abdo_12w",  "weeks_since_surgery", PS_LT, 12, "surgery_kind", "belly"    },
    {"csection_12w",   "weeks_since_surgery", PS_LT, 12, "surgery_kind", "caesarean"},
};

int32_t ps__field(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        if (strcmp(catalogue->intake_fields.at[i].id, id) == 0) return i;
    }
    return PS_NONE;
}

static int32_t item_index(const ps_catalogue *catalogue, const char *id)
{
    for (int32_t i = 0; i < catalogue->screening_items.count; i++) {
        if (strcmp(catalogue->screening_items.at[i].id, id) == 0) return i;
    }
    return PS_NONE;
}

bool ps__number(const ps__facts *facts, int32_t field, double *number)
{
    if (field == PS_NONE) return false;
    const ps_value *value = &facts->profile->values[field];
    // what is no number was not given
    if (field == facts->unsaid || !value->given || isnan(value->number)) return false;
    *number = value->number;
    return true;
}

ps_truth ps__answered(const ps__facts *facts, int32_t field)
{
    double number;
    if (!ps__number(facts, field, &number)) return PS_UNDECIDED;
    return number != 0 ? PS_YES : PS_NO;
}

bool ps__compare(double value, ps_comparison comparison, double limit)
{
    switch (comparison) {
    case PS_GE:
        return value >= limit;
    case PS_LT:
        return value < limit;
    case PS_GT:
        return value > limit;
    case PS_LE:
        return value <= limit;
    }
    return false;
}

/// What an absent value means: an optional field has a screening item that asks for the same
/// thing, so its absence says nothing; any other one is a missing answer.
static ps_truth absent(const ps__facts *facts, int32_t field)
{
    return facts->catalogue->intake_fields.at[field].optional ? PS_NO : PS_UNDECIDED;
}

static ps_truth chosen(const ps__facts *facts, int32_t field, const char *word)
{
    const ps_texts *choices = &facts->catalogue->intake_fields.at[field].choices;
    const ps_value *value = &facts->profile->values[field];
    if (!value->given) return absent(facts, field);
    for (int32_t i = 0; i < choices->count; i++) {
        if (strcmp(choices->at[i], word) == 0) return (value->chosen >> i & 1) ? PS_YES : PS_NO;
    }
    return PS_UNDECIDED; // the laws of the data know no such word
}

static ps_truth irritable(const ps__facts *facts, const char *word)
{
    static const char *const words[] = {"", "low", "mod", "high"};
    if (!facts->irritability.certain) return PS_UNDECIDED;
    return strcmp(words[facts->irritability.level], word) == 0 ? PS_YES : PS_NO;
}

ps_truth ps__item_truth(const ps__facts *facts, int32_t item)
{
    if (facts->by_field[item] != PS_NONE || facts->by_item[item] != PS_NONE) return PS_YES;
    switch (facts->profile->answers[item]) {
    case PS_NOT_ANSWERED:
        return PS_UNDECIDED;
    case PS_ANSWERED_NO:
        return PS_NO;
    case PS_ANSWERED_YES:
    case PS_ANSWERED_NOT_SURE:
        break;
    }
    return PS_YES;
}

ps_truth ps__leaf_truth(const void *context, const ps_rule_node *leaf)
{
    const ps__facts *facts = context;
    double number;
    switch (leaf->op) {
    case PS_RULE_ITEM:
        return ps__item_truth(facts, leaf->a);
    case PS_RULE_COMPARE:
        if (ps__number(facts, leaf->a, &number)) {
            return ps__compare(number, leaf->comparison, leaf->value) ? PS_YES : PS_NO;
        }
        return leaf->if_missing ? PS_YES : absent(facts, leaf->a);
    case PS_RULE_EQUALS:
        return leaf->a == facts->irritability_field ? irritable(facts, leaf->word)
                                                    : chosen(facts, leaf->a, leaf->word);
    case PS_RULE_CODE:
        return (facts->codes >> leaf->a & 1) ? PS_YES : PS_NO;
    case PS_RULE_ALL:
    case PS_RULE_ANY:
        break;
    }
    assert(false); // the operators are not asked
    return PS_UNDECIDED;
}

/// Marks `item` as answered by `field`.
static void mark(ps__facts *facts, const char *item, int32_t field)
{
    const int32_t index = item_index(facts->catalogue, item);
    if (index != PS_NONE) facts->by_field[index] = field;
}

static void mark_numbers(ps__facts *facts)
{
    for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
        const int32_t field = ps__field(facts->catalogue, numbers[i].field);
        double number;
        if (!ps__number(facts, field, &number)) continue;
        if (!ps__compare(number, numbers[i].comparison, numbers[i].value)) continue;
        const int32_t kind =
            numbers[i].choice ? ps__field(facts->catalogue, numbers[i].choice_field) : PS_NONE;
        // an operation of a kind that nobody told can be any
        if (kind != PS_NONE && facts->profile->values[kind].given &&
            chosen(facts, kind, numbers[i].choice) == PS_NO) {
            continue;
        }
        mark(facts, numbers[i].item, field);
    }
}

/// Who is pregnant is so for a week at least: a smaller number beside a yes tells no week, and must
/// not take away what an unknown one keeps on.
static int32_t no_weeks(const ps__facts *facts, int32_t pregnant)
{
    const int32_t field = ps__field(facts->catalogue, "weeks_pregnant");
    double weeks;
    if (pregnant == PS_NONE || ps__item_truth(facts, pregnant) != PS_YES) return PS_NONE;
    return ps__number(facts, field, &weeks) && weeks < 1 ? field : PS_NONE;
}

void ps__facts_of(const ps_catalogue *catalogue, const ps_profile *profile, ps__facts *facts)
{
    assert(catalogue->screening_items.count <= PS_ITEMS_MAX);
    assert(catalogue->intake_fields.count <= PS_INTAKE_MAX);
    *facts = (ps__facts){.catalogue = catalogue, .profile = profile, .unsaid = PS_NONE};
    for (int32_t i = 0; i < PS_ITEMS_MAX; i++) facts->by_field[i] = facts->by_item[i] = PS_NONE;
    mark_numbers(facts);

    const int32_t onset = ps__field(catalogue, "onset");
    if (onset != PS_NONE && profile->values[onset].given &&
        chosen(facts, onset, "load_jump") == PS_YES) {
        mark(facts, "load_jump", onset);
    }
    // who is pregnant could be pregnant, whatever was answered there
    const int32_t pregnant = item_index(catalogue, "pregnant");
    const int32_t could_be = item_index(catalogue, "could_be_pregnant");
    if (pregnant != PS_NONE && could_be != PS_NONE && ps__item_truth(facts, pregnant) == PS_YES) {
        facts->by_item[could_be] = pregnant;
    }
    facts->unsaid = no_weeks(facts, pregnant);
    facts->irritability_field = ps__field(catalogue, "irritability");
    facts->irritability = ps__irritability_of(facts);
}

int32_t ps_screen_contradiction(const ps_catalogue *catalogue, const ps_profile *profile,
                                int32_t *field)
{
    ps__facts facts;
    ps__facts_of(catalogue, profile, &facts);
    for (int32_t i = 0; i < catalogue->screening_items.count; i++) {
        if (profile->answers[i] != PS_ANSWERED_NO || facts.by_field[i] == PS_NONE) continue;
        *field = facts.by_field[i];
        return i;
    }
    return PS_NONE;
}
