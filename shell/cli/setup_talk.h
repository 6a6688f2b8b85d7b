/// setup_talk.h — what the parts of the conversation share: where it stands, how a question
/// looks, and whether a grave answer is meant.
#ifndef PS_SHELL_SETUP_TALK_H
#define PS_SHELL_SETUP_TALK_H

#include "shell/cli/setup.h"

enum { TALK_ASKED_MAX = PS_ITEMS_MAX + PS_INTAKE_MAX };

typedef struct {
    cli *c;
    coach_run *run;
    question asked[TALK_ASKED_MAX]; ///< answered in this sitting, for going back
    int32_t asked_count;
    question again;    ///< to be asked once more; of kind PS_QUESTION_NONE: nothing is
    uint64_t skipped;  ///< fields that were left empty
    ps_flag_set shown; ///< flags of the refusal pages so far
    bool over;         ///< stopped, by the person or by an answer
} talk;

/// What the next question depends on, what was skipped left out.
question_view talk_view(const talk *of);

const ps_intake_field *talk_field(const talk *of, const question *asked);

/// The question, its number, and what may be typed. Nullable: preset.
void talk_put_question(talk *of, const question *asked, const ps_value *preset);
void talk_put_why(talk *of, const question *asked);

/// A yes that would open an emergency or urgent flag is shown once more before it is stored; false
/// when it was a slip. Where nobody answers the talk is over.
bool talk_is_sure(talk *of, const question *asked, const reply *said);

#endif
