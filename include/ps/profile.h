/// profile.h — what a person has told so far: a value per intake field, an answer per screening
/// item, clearances and releases. The input of the screening and of the planner.
///
/// A plain value that is folded from events; indices are those of the catalogue at hand.
#ifndef PS_PROFILE_H
#define PS_PROFILE_H

#include "ps/catalogue.h"
#include "ps/history.h"

enum {
    PS_INTAKE_MAX = 64,
    PS_ITEMS_MAX = 192,
    PS_FLAGS_MAX = 64,
    PS_CODES_MAX = 64,
    PS_CLEARANCES_MAX = 64
};

/// Bit i: code i of the catalogue is on.
typedef uint64_t ps_code_set;

/// A value of an intake field. `given` is false while it is empty.
typedef struct {
    bool given;
    double number;   ///< of int, number and yes-no (0 or 1) fields
    uint64_t chosen; ///< bit i: choice i of a one-of, some-of or derived field; for `added`: bit i
                     ///< = exercise i
} ps_value;

/// Nothing was answered yet; else as in history.h.
typedef enum {
    PS_NOT_ANSWERED,
    PS_ANSWERED_NO,
    PS_ANSWERED_YES,
    PS_ANSWERED_NOT_SURE
} ps_item_answer;

/// A clearance or medical review of a flag, or (release_only) a release of single codes.
typedef struct {
    int32_t flag; ///< index into flags
    ps_day day;
    bool medical_review; ///< else a clearance
    bool release_only;   ///< releases codes without lifting a block
    ps_code_set released;
    bool ended; ///< by a later yes to the flag (or its group) or by a new diagnosis
} ps_clearing;

typedef struct {
    ps_value values[PS_INTAKE_MAX];       ///< by index into intake_fields
    ps_item_answer answers[PS_ITEMS_MAX]; ///< by index into screening_items
    ps_clearing clearings[PS_CLEARANCES_MAX];
    int32_t clearing_count;
    /// Bit i: flag i blocks and has been true before; no later answer undoes that, only a
    /// clearing lifts it. Whoever folds the events adds the `stands` of ps_screen_result.
    uint64_t stood;
} ps_profile;

#endif
