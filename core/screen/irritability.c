#include "screen/parts.h"

#include <stddef.h>

/// Domain 5.3; the limits are numbers of the catalogue.
static const struct {
    const char *field;
    size_t limit; ///< offset into ps_irritability_limits
    ps_comparison comparison;
    ps_irritability level;
} rows[] = {
#define LIMIT(name) offsetof(ps_irritability_limits, name)
    {"pain_rest",      LIMIT(rest_high),         PS_GE, PS_IRRITABILITY_HIGH},
    {"pain_worst_24h", LIMIT(worst_high),        PS_GE, PS_IRRITABILITY_HIGH},
    {"settle_hours",   LIMIT(settle_hours_high), PS_GT, PS_IRRITABILITY_HIGH},
    {"night_wake",     LIMIT(night_wake_high),   PS_GE, PS_IRRITABILITY_HIGH},
    {"pain_ordinary",  LIMIT(ordinary_high),     PS_GT, PS_IRRITABILITY_HIGH},
    {"pain_worst_24h", LIMIT(worst_mod),         PS_GE, PS_IRRITABILITY_MOD },
    {"settle_hours",   LIMIT(settle_hours_mod),  PS_GE, PS_IRRITABILITY_MOD },
#undef LIMIT
};

static int32_t limit_of(const ps__facts *facts, int32_t row)
{
    const char *limits = (const char *)&facts->catalogue->constants.irritability;
    return *(const int32_t *)(const void *)(limits + rows[row].limit);
}

ps_irritability_found ps__irritability_of(const ps__facts *facts)
{
    ps_irritability_found found = {.level = PS_IRRITABILITY_LOW, .certain = true};
    bool missing = false;
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        // the rows of a lower level say nothing new
        if (rows[i].level < found.level) break;
        const int32_t field = ps__field(facts->catalogue, rows[i].field);
        const double limit = limit_of(facts, i);
        double value;
        if (!ps__number(facts, field, &value)) {
            missing = true;
        } else if (ps__compare(value, rows[i].comparison, limit)) {
            found.level = rows[i].level;
            found.reasons[found.reason_count++] =
                (ps_reason){PS_MEASURE_FIELD, field, value, rows[i].comparison, limit};
        }
    }
    if (missing && found.level < PS_IRRITABILITY_HIGH) {
        // a missing answer never equals no; what fired below HIGH is not the reason for HIGH
        found = (ps_irritability_found){.level = PS_IRRITABILITY_HIGH};
    }
    return found;
}

int32_t ps__irritability_asks(const ps__facts *facts)
{
    if (facts->irritability.certain) return PS_NONE;
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const int32_t field = ps__field(facts->catalogue, rows[i].field);
        double value;
        if (field != PS_NONE && !ps__number(facts, field, &value)) return field;
    }
    return PS_NONE;
}
