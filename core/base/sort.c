#include "base/sort.h"

#include <string.h>

/// Merges the sorted runs low..mid-1 and mid..high-1 of `index`.
static void merge(int32_t *index, int32_t low, int32_t mid, int32_t high, int32_t *spare,
                  ps__order *order, const void *context)
{
    // runs that follow one another are the common case: events arrive almost sorted
    if (order(context, index[mid - 1], index[mid]) <= 0) return;

    const int32_t left_count = mid - low;
    memcpy(spare, index + low, (size_t)left_count * sizeof *spare);
    int32_t left = 0, right = mid, to = low;
    while (left < left_count && right < high) {
        const bool take_left = order(context, spare[left], index[right]) <= 0;
        index[to++] = take_left ? spare[left++] : index[right++];
    }
    // what is left of the right run stands in its place already
    memcpy(index + to, spare + left, (size_t)(left_count - left) * sizeof *spare);
}

void ps__sort(int32_t *index, int32_t count, int32_t *spare, ps__order *order, const void *context)
{
    for (int64_t width = 1; width < count; width *= 2) {
        for (int64_t low = 0; low + width < count; low += 2 * width) {
            const int64_t high = low + 2 * width < count ? low + 2 * width : count;
            merge(index, (int32_t)low, (int32_t)(low + width), (int32_t)high, spare, order,
                  context);
        }
    }
}
