/// parts.h — the parts of a dose's text, so that a fault in a dose is also a column.
#ifndef PS_CORE_DOSE_PARTS_H
#define PS_CORE_DOSE_PARTS_H

#include "base/scan.h"
#include "ps/dose.h"

enum {
    PS__SETS,
    PS__REPS,
    PS__HOLD,
    PS__SIDES,
    PS__ORDER,
    PS__SWITCH,
    PS__LIFT,
    PS__LOWER,
    PS__PAUSE,
    PS__RAMP_UP,
    PS__RAMP_DOWN,
    PS__REST,
    PS__LOAD,
    PS__EFFORT,
    PS__PAIN,
    PS__PHASE, ///< the first phase; the others follow
    PS__PARTS = PS__PHASE + PS_PHASES_MAX
};

/// Where each part stands in the text, counted from 1; 0 when it is not there.
typedef struct {
    int32_t column[PS__PARTS];
} ps__places;

/// ps_dose_check with the place of the faulty part.
ps_code ps__dose_check(const ps_dose *dose, const ps__places *places, ps_error *err);

/// Whether the amount fits the unit. Errors: PS_RANGE at `at`.
ps_code ps__load_check(const ps_load *load, ps_place at, ps_error *err);

/// A decimal number; takes nothing when there is no digit. One too large to be right comes out as
/// PS__TOO_MUCH, which every limit refuses, so that one place decides about limits.
enum { PS__TOO_MUCH = 100000 };
bool ps__take_number(ps_scan *scan, int32_t *value);

/// "2.5kg", "band 2", "none".
ps_code ps__take_load(ps_scan *scan, ps_load *load, ps_error *err);

#endif
