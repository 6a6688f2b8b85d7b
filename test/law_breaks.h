/// law_breaks.h — copies of the built-in catalogue that may be broken, and the breaks, one a row.
#ifndef PS_TEST_LAW_BREAKS_H
#define PS_TEST_LAW_BREAKS_H

#include "ps/catalogue.h"

/// One slip, and the only law that it breaks; or a change that is no slip.
typedef struct {
    const char *law; ///< NULL: none
    void (*damage)(ps_catalogue *all);
    const char *what;
} law_break;

#define LAW_BREAK(law, damage) \
    {                          \
        law, damage, #damage   \
    }

extern const law_break law_breaks_rules[], law_breaks_exercises[], law_breaks_rest[];
extern const int32_t law_breaks_rules_count, law_breaks_exercises_count, law_breaks_rest_count;

/// A deep copy that lives until the next one is made. Texts stay shared.
ps_catalogue *copy_of(const ps_catalogue *from);

/// Whether a record lies in the copy.
bool in_copy(const void *record);

/// Everything in a copy may be written, so its const is only a promise to the core.
#define OPEN(T, pointer) ((T *)(uintptr_t)(pointer))

// What a copy holds. A missing one ends the test: the data were renamed, so the row has to be.
void *item(ps_catalogue *all, const char *list, const char *id);
int32_t index_of(ps_catalogue *all, const char *list, const char *id);
ps_exercise *exercise(ps_catalogue *all, const char *id);
ps_flag *flag(ps_catalogue *all, const char *id);
ps_rule_node *node(const ps_rule *rule, ps_rule_op op);

/// An exercise of ours that no programme, class or other exercise rests on.
ps_exercise *clam(ps_catalogue *all);

/// Makes room for one more item at the end of a list and returns it, zeroed.
#define GROW(list) grow(&(list), sizeof *(list).at)
void *grow(void *list, size_t size);

/// The only index of a list of references.
const int32_t *one_index(int32_t index);

#endif
