/// coach_words.h — what screening, planner and coach say in codes and numbers, in plain words.
///
/// Short pieces without a capital or a full stop, so that every page can put them together.
#ifndef PS_SHELL_COACH_WORDS_H
#define PS_SHELL_COACH_WORDS_H

#include "ps/coach.h"
#include "shell/codec/buffer.h"

// ---- days ----

const char *words_weekday(ps_day day); ///< "Monday"

/// "Mon 23 Nov", and with its year "Mon 23 Nov 2026".
void words_day(buffer *to, ps_day day);
void words_day_year(buffer *to, ps_day day);

/// The last day of the gentle start: "Fri 4 Dec 2026".
void words_gentle_until(buffer *to, const ps_screen_result *found);

// ---- the person ----

const char *words_side(ps_side side); ///< "left", "both sides"

/// "you sit 9 hours a day": a comparison that fired.
void words_reason(buffer *to, const ps_catalogue *catalogue, const ps_reason *reason);

/// All of them, joined by commas and "and".
void words_reasons(buffer *to, const ps_catalogue *catalogue, const ps_reason *reasons,
                   int32_t count);

/// What the hip looks like, since when and why: "more likely tight than weak, since Mon 23 Nov,
/// because you sit 9 hours a day". Today's reasons are given only while they lead to that class.
///
/// since  PS_DAY_NEVER: nothing is said of it
void words_class(buffer *to, const ps_catalogue *catalogue, const ps_screen_result *screened,
                 ps_class id, ps_day since);

/// Why the programme has stopped although nothing was answered that closes it: a sentence.
const char *words_stop(ps_stop_kind kind);

// ---- doses ----

/// The dose of an item; the sides apart where they differ, the weaker side first.
void words_asked(buffer *to, const ps_catalogue *catalogue, const ps_plan_item *item,
                 ps_side weaker);

/// The dose of one rung, without a word about sides.
void words_rung(buffer *to, const ps_exercise *exercise, ps_rung rung);

// ---- why not ----

/// The condition that a code stands for, without what it forbids: "from week 20 of a pregnancy".
void words_code(buffer *to, const ps_contraindication *code);

/// "no_kneeling" is an id, "no kneeling" are words.
void words_spaced(buffer *to, const char *id);

/// A heading: "Needs something that you do not have"; "Never offered", whatever the block.
const char *words_block(const ps_exercise *exercise, ps_block block);

/// What stands against it, for this exercise: "needs a dumbbell", "from week 3 on"; nothing where
/// the heading says all.
void words_why_not(buffer *to, const ps_catalogue *catalogue, int32_t exercise,
                   const ps_why_not *why);

// ---- training ----

const char *words_stage(ps_stage stage); ///< "being built up"

/// What followed from a try and why: "one step down on the left, because the pain was 5"; nothing
/// where nothing changes.
///
/// where  " on the left", or ""
void words_entry(buffer *to, const ps_catalogue *catalogue, const ps_training_entry *entry,
                 const char *where);

#endif
