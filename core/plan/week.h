/// week.h — the planner's working state, shared by the files of core/plan.
#ifndef PS_CORE_PLAN_WEEK_H
#define PS_CORE_PLAN_WEEK_H

#include "ps/plan.h"

enum {
    PS__DOSES_MAX = PS_SETS_MAX + 1, ///< full, every smaller number of sets, lowest repetitions
    PS__HALF = 1,                    ///< role-sets are counted in halves
    PS__WHOLE = 2
};

/// A dose that an item can have today.
typedef struct {
    ps_asked asked[2];
    int32_t seconds;
    int32_t sets;      ///< of the side with fewer
    int32_t stretch_s; ///< passive stretch of the busier side
} ps__choice;

/// An allowed item with its doses, the full one first, the cheapest last.
typedef struct {
    uint32_t roles; ///< bit r: role r
    int32_t sides;
    bool loaded, stretch, capped;
    ps__choice doses[PS__DOSES_MAX];
    int32_t count;
} ps__offer;

typedef struct {
    const ps_catalogue *catalogue;
    const ps_plan_input *in;
    const ps_class_plan *plan; ///< of the class
    uint64_t allowed;          ///< domain 5.5
    uint64_t choosable;        ///< those the planner may take: no release without opt-in
    uint64_t waits_for_base;   ///< blocked by nothing but what has to be mastered first
    int32_t warm_up_s, items_max, budget_s; ///< budget: of the items
    int32_t days;
    int32_t target[PS_PLAN_ROLES];
    int32_t got[PS_PLAN_ROLES]; ///< of the days before, in halves
    int32_t uses[PS_EXERCISES_MAX];
    int32_t stretch_s;                   ///< of the days before, per side
    int32_t stretch_day_s[PS_WEEK_DAYS]; ///< by day of the week
    ps__offer offers[PS_EXERCISES_MAX];
} ps__week;

/// An item of a session in the making.
typedef struct {
    int32_t exercise;
    int32_t dose; ///< index into its offer's doses
    ps_plan_reason because;
    bool short_of_time; ///< the full dose did not fit
    bool b5;            ///< the full dose would pass the caps of stretching
    bool b2, b4;        ///< the repair took a set
    int32_t extra_side; ///< 0 left, 1 right: one more set (B7), or PS_NONE
} ps__pick;

typedef struct {
    ps_day_kind kind;
    int32_t day; ///< 1..PS_WEEK_DAYS
    ps_roles must;
    int32_t quota[PS_PLAN_ROLES]; ///< whole role-sets
    int32_t got[PS_PLAN_ROLES];   ///< halves
    ps__pick picks[PS_PLAN_ITEMS_MAX];
    int32_t count;
    int32_t left_s, stretch_s;
} ps__session;

// ---- what is given ----

/// Checks `given`, copies it with its class, and writes what every plan of the week has: warm-up,
/// effort, pain. Errors as ps_plan_make.
ps_code ps__plan_begin(const ps_catalogue *catalogue, const ps_plan_input *given, ps_plan_input *in,
                       ps_plan *plan, ps_error *err);

const ps_week_layout *ps__layout(const ps_constants *constants, int32_t days_per_week);
ps_day_kind ps__day_kind(const ps_plan_input *in, const ps_layout_day *day);

// ---- may it be done ----

void ps__block(ps_why_not *why, ps_block reason, int32_t detail);

/// On both sides.
bool ps__mastered(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t exercise);

/// Exercises that others replace.
typedef struct {
    uint64_t out;
    int32_t instead[PS_EXERCISES_MAX]; ///< of those in `out`: the best of the others
} ps__swap;

void ps__swap_find(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                   ps__swap *swap);

/// ps_plan_why_not_of, with the swaps found before.
ps_why_not ps__why_not(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                       const ps__swap *swap, int32_t exercise);

/// The item of an article's programme with this exercise; NULL: there is none, or no programme.
const ps_programme_item *ps__article_item(const ps_catalogue *catalogue, int32_t programme,
                                          int32_t exercise);

/// Whether a load may be added at all: no forbidding code, no gentle start, not highly irritable.
bool ps__may_load(const ps_catalogue *catalogue, const ps_plan_input *in);

/// Whether what the exercise needs is there, as it is or replaced. unloaded: its load is left out.
/// missing: the first thing that is not there.
bool ps__equipped(const ps_plan_input *in, const ps_exercise *exercise, bool *unloaded,
                  int32_t *missing);

/// Who asks for less than the rung of the state.
typedef struct {
    bool article; ///< its numbers are lower
    bool cap;     ///< the last try did not go well, and less was asked then
} ps__less;

/// What is asked of a side: its rung, of an article's item at most the article's numbers, and never
/// more than the cap of its state. Sets what holds in `less`.
ps_asked ps__asked(const ps_catalogue *catalogue, const ps_plan_input *in, int32_t programme,
                   int32_t index, int32_t side, bool loaded, ps__less *less);

/// One set at rung 1.
ps_asked ps__least(const ps_exercise *exercise);

/// Fills the offer of an allowed exercise.
void ps__offer_make(ps__week *week, int32_t index);

/// What makes one exercise better than another for a role.
typedef struct {
    const ps_catalogue *catalogue;
    const ps_plan_input *in;
    const ps_class_plan *plan;
    uint64_t waits_for_base;
    const int32_t *uses; ///< shape [PS_EXERCISES_MAX], of the running week
} ps__taste;

/// The exercise of `set` with the best score, the lower id in a tie; PS_NONE of an empty set.
int32_t ps__best(const ps__taste *taste, uint64_t set, ps_role role);

/// Fills the session of a day of the week, the index-th in planning order.
void ps__session_fill(const ps__week *week, ps_day_kind kind, int32_t day, int32_t index,
                      ps__session *session);

/// Puts the items in session order and repairs B1, B4 and B2; then B7.
void ps__session_repair(const ps__week *week, ps__session *session);

/// Role-sets of a pick are taken into or out of the session. sign: 1 or -1
void ps__count(const ps__week *week, ps__session *session, const ps__pick *pick, int32_t sign);

/// Whether some allowed item has the role, in any place.
bool ps__any_allowed(const ps__week *week, ps_role role);

void ps__micro(const ps__week *week, const ps_plan *plan, ps_micro_plan *micro);

/// R items and passive stretches want a partner later in the session (B1).
bool ps__wants_partner(const ps_engine *engine);
bool ps__is_partner(const ps_engine *engine);

// ---- what is written down ----

void ps__give_reason(ps_plan_item *item, ps_because why, ps_role role);
void ps__note(ps_plan *plan, ps_note_kind kind, ps_role role, uint32_t days, int32_t minutes);

/// Active codes that modify the exercise.
ps_code_set ps__modifying(const ps_exercise *exercise, ps_code_set codes);

#endif
