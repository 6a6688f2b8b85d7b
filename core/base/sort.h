/// sort.h — a stable merge sort over indexes: no malloc, no recursion, the order gets a context.
#ifndef PS_CORE_SORT_H
#define PS_CORE_SORT_H

#include "ps/base.h"

/// Order of the items with the indexes a and b: negative, zero or positive.
typedef int32_t ps__order(const void *context, int32_t a, int32_t b);

/// Sorts `index`; items that compare as zero keep the order they came in.
///
/// index, spare  shape [count]; what is in `spare` afterwards means nothing
/// Items that come in order already take count - 1 comparisons.
void ps__sort(int32_t *index, int32_t count, int32_t *spare, ps__order *order, const void *context);

#endif
