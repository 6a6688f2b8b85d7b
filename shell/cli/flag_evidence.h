/// flag_evidence.h — what was answered that makes a flag true, word for word: the question that was
/// really answered, and its day where it was another one.
#ifndef PS_SHELL_FLAG_EVIDENCE_H
#define PS_SHELL_FLAG_EVIDENCE_H

#include "shell/cli/coach_run.h"
#include "shell/codec/buffer.h"

/// One answer behind a flag, for the time of the run.
typedef struct {
    const char *ask, *answer;
    const char *note;      ///< behind the answer: " (counts as yes)", a day; "" for none
    const ps_event *event; ///< that told it, so that a slip can be mended; NULL: not known
    bool outlasts;         ///< the highest of some days: something else was told since
} flag_answer;

typedef struct {
    flag_answer at[PS_RULE_NODES_MAX];
    int32_t count; ///< 0: what made it so cannot be told any more
    bool stands;   ///< nothing that is told now makes it true
} flag_answers;

/// What makes a flag true: by what is told now, and for one that only stands, by what was told when
/// it came on.
flag_answers flag_answers_of(cli *c, const coach_run *run, int32_t flag);

/// What was said to a pain question, or to one about nights and hours, on the day that counts now:
/// the highest of the last days, not the last one. NULL when it is another field, or nothing was.
const ps_event *reading_source(const cli *c, const coach_run *run, int32_t field);

/// "psoas log edit 12 value N": how the entry is corrected.
const char *mend_line(cli *c, const coach_run *run, const ps_event *event);

#endif
