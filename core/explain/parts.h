/// parts.h — what the files of core/explain share: one exercise in one plan, and how to say it.
#ifndef PS_CORE_EXPLAIN_PARTS_H
#define PS_CORE_EXPLAIN_PARTS_H

#include "ps/explain.h"

#include "base/text.h"

/// What it is among the small things of every day.
typedef enum { PS__NOT_DAILY, PS__BREATHING, PS__STRETCH, PS__CLOSING } ps__daily;

/// Why something that is allowed is not in the plan; the first that holds.
typedef enum {
    PS__NOT_SPARED,
    PS__OTHER_PROGRAMME, ///< an article is followed, which does not have it
    PS__NOT_ASKED_FOR,   ///< releases are for those who ask for them
    PS__RESTS,           ///< on all days of the week
    PS__TAKEN,           ///< others with its first role came first
    PS__NO_AIM,          ///< the class has no aim for its first role
    PS__NO_ROOM
} ps__spared;

/// One exercise in the plan of one person.
typedef struct {
    const ps_catalogue *catalogue;
    const ps_coach *coach;
    int32_t index;
    const ps_exercise *exercise;
    const ps_plan_item *item; ///< the first of the week; NULL: in no session
    ps_day_kind kind;         ///< of its session
    ps__daily daily;
    const ps_plan_struck *struck; ///< of the article that is followed; NULL
    ps_decision decision;
    ps__spared spared; ///< while NOT_NEEDED
    ps_why_not why;    ///< what stands against it
} ps__case;

static inline ps_role ps__first_role(const ps_exercise *exercise)
{
    return exercise->engine.roles.at[0];
}

bool ps__has_reason(const ps_plan_item *item, ps_because why);

/// Why nobody is asked to do it, or NULL: then it is offered.
const ps_conflict *ps__never_because(const ps__case *of);

// ---- the parts of a record ----

void ps__put_rules(const ps__case *of, ps_explanation *to);
void ps__put_inputs(const ps__case *of, ps_explanation *to);

/// Chooses the claims that the text will speak of, collects the references and judges them. Needs
/// the rules.
void ps__put_evidence(const ps__case *of, ps_explanation *to);

/// Needs everything else.
void ps__put_text(const ps__case *of, ps_explanation *to);

// ---- what stands against it ----

/// The rule behind a block, or the name of the block.
const char *ps__block_rule(const ps__case *of, ps_block block);

/// Bit b: block b counts. What has no dose is out, whatever else stands against it.
uint32_t ps__blocks_that_count(const ps__case *of);

/// Whether the block follows from a number that is ours.
bool ps__block_is_ours(const ps__case *of, ps_block block);

/// The block by itself, with the detail that it has when it is the first.
ps_why_not ps__block_alone(const ps__case *of, ps_block block);

/// All details of EQUIPMENT or POSITION: what is missing, which limits it does not respect.
uint64_t ps__block_details(const ps__case *of, ps_block block);

/// "It comes later in the plan." and "It opens from week 3 on and when you have a dumbbell."
void ps__say_block(const ps__case *of, ps_text *text);

// ---- what led to it ----

/// A comparison of the screening that speaks for a role, at most so many of them.
enum { PS__LED_MAX = 2 };

/// The role that a selected exercise is there for.
ps_role ps__led_role(const ps__case *of);

/// Returns how many.
int32_t ps__led_by(const ps__case *of, ps_role role, const ps_reason **led);

/// "you sit 9 hours a day"
void ps__say_reason(const ps__case *of, const ps_reason *reason, ps_text *text);

/// A number told for a side: 0 left, 1 right. False when there is none.
bool ps__told_side(const ps__case *of, const char *field, int32_t side, double *value);

// ---- words ----

/// Puts a and b where the template has "{}", in this order. Nullable: a, b.
void ps__fill(ps_text *text, const char *template, const char *a, const char *b);

/// Begins a sentence behind a blank and returns where; ends it: with a capital and a full stop.
int32_t ps__begin(ps_text *text);
void ps__end(ps_text *text, int32_t start);

/// "", ", " or " and " in front of the index-th of `count`.
const char *ps__between(int32_t index, int32_t count);

/// "2.5", "-9": to a tenth, which is all that any test of ours can tell.
void ps__say_number(ps_text *text, double number);

/// "a dumbbell", "an ankle weight"
void ps__say_thing(ps_text *text, const char *thing);

/// "2 sets of 5 holds of 10 s"
void ps__say_dose(ps_text *text, ps_family family, ps_rung dose);

/// "It is at step 2 of 6; 2 good sessions in a row lead to ..."
void ps__say_next(const ps__case *of, ps_text *text);

#endif
