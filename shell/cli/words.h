/// words.h — what the data say in codes and numbers, in plain English words for people.
#ifndef PS_SHELL_WORDS_H
#define PS_SHELL_WORDS_H

#include "ps/catalogue.h"
#include "shell/codec/buffer.h"

/// "2–3 sets of 4–6 repetitions, each held 5–10 s, on each side; rest 30 s between sets".
///
/// What the source does not give is named: "10–12 repetitions on each side; number of sets not
/// given". The dose passes ps_dose_check.
void words_dose(buffer *to, const ps_dose *dose);

/// The same with "(ours)" behind each part of the work that we filled in.
void words_dose_filled(buffer *to, const ps_dose *dose, ps_parts ours);

/// "4–6", "4".
void words_range(buffer *to, ps_range range);

/// "30–60 s", "1–2 min": minutes where both ends are whole ones and the longer is at least two.
void words_seconds(buffer *to, ps_range seconds);

/// A duration that was computed, not more exact than it is: "45–60 s", "3–4 min".
void words_duration(buffer *to, ps_range seconds);

/// The name of a source in a margin: the id of the programme made from it ("asfa"), which can be
/// typed; the id of the reference ("R43") when there is none.
const char *words_source(const ps_catalogue *catalogue, int32_t reference);

/// " [ours]", " [inferred]" or "": the mark of a statement.
const char *words_mark(ps_basis basis);

/// Enums in words, never NULL.
const char *words_position(ps_position position);
const char *words_surface(ps_surface surface);
const char *words_phase(ps_phase phase);
const char *words_phase_title(ps_phase phase);                    ///< a heading: "Strengthen"
const char *words_irritability_max(ps_irritability irritability); ///< "only with a calm hip"
const char *words_severity(ps_severity severity);                 ///< "Of great importance"
const char *words_verdict(ps_verdict verdict);
const char *words_verdict_meaning(ps_verdict verdict);

/// Who may choose an item, short for tables and long for pages. A habit is nobody's choice but
/// the person's: the planner does not dose it, and never means something else there.
const char *words_chooser(const ps_exercise *exercise);
const char *words_chooser_long(const ps_exercise *exercise);

/// Whether the item is shown only to explain why nobody is asked to do it.
bool words_never_offered(const ps_exercise *exercise);

#endif
