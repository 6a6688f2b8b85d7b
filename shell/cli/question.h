/// question.h — one question of the conversation: which one comes next, and what a line that was
/// typed says to it.
///
/// Pure: what comes next follows from what was told, so a conversation that was broken off goes on
/// at the right place. Safety questions that belong together are asked as one list whose lines can
/// be ticked; every line without a tick is a no.
#ifndef PS_SHELL_QUESTION_H
#define PS_SHELL_QUESTION_H

#include "ps/intake.h"

enum { QUESTION_LINES_MAX = 5, QUESTION_TEXT_MAX = PS_NOTE_MAX + 1 };

/// A field, or a list of screening items of one level.
typedef struct {
    ps_question_kind kind;
    const char *section; ///< a heading: "About you"
    int32_t field;
    bool optional; ///< may be left empty
    int32_t items[QUESTION_LINES_MAX];
    int32_t flags[QUESTION_LINES_MAX]; ///< the flag that each item is asked for
    int32_t count;
} question;

/// What the next question depends on. A set of fields: bit f is field f.
typedef struct {
    const ps_catalogue *catalogue;
    const ps_profile *profile;
    ps_question next; ///< of the screening of the profile
    ps_day today;
    uint64_t fresh;   ///< fields that were told since the running round began
    uint64_t skipped; ///< fields that were left empty in this sitting
} question_view;

/// The next question; of kind PS_QUESTION_NONE when all have an answer.
question question_next(const question_view *view);

/// Whether a question is left that has to be answered.
bool question_needed(const question_view *view);

/// How many questions are left when there is nothing to report.
int32_t question_left(const question_view *view);

/// Whether every round of safety questions asks for this field again.
bool question_each_round(const char *field);

/// What an empty line stands for; false: nothing.
bool question_preset(const question_view *view, const question *of, ps_value *value);

/// The field of a pain that is greater than the worst one of 24 hours, which cannot be.
/// PS_NONE when there is none, or the worst is not told.
///
/// among  bit f: field f is looked at
int32_t question_above_worst(const ps_catalogue *catalogue, const ps_profile *profile,
                             uint64_t among);

// ---- answers ----

typedef enum {
    REPLY_ANSWER,
    REPLY_EMPTY, ///< an optional field was left empty
    REPLY_NONE,  ///< what was told to an optional field is taken back
    REPLY_BACK,
    REPLY_WHY,
    REPLY_STOP,
    REPLY_UNCLEAR ///< `text` says what was wanted
} reply_kind;

typedef struct {
    reply_kind kind;
    ps_answer answers[QUESTION_LINES_MAX]; ///< of the items
    ps_value value;                        ///< of the field
    char text[QUESTION_TEXT_MAX];          ///< of the field, as it is stored
} reply;

/// Reads a line to a question.
///
/// preset  what an empty line stands for, and what numbers tick and untick; NULL: nothing
reply question_read(const ps_catalogue *catalogue, const question *of, const ps_value *preset,
                    ps_str line);

/// ps_intake_read, and for `country` two letters or "unknown". `text` receives what is stored.
PS_MUST_USE ps_code question_read_field(const ps_catalogue *catalogue, int32_t field, ps_str said,
                                        ps_value *value, char text[QUESTION_TEXT_MAX],
                                        ps_error *err);

/// Whether "none" takes back what was told to the field; of a list it is an answer.
bool question_takes_none(const ps_intake_field *field);

/// "yes", "no", "not sure" and their short forms; false when it is none.
bool question_read_answer(ps_str said, ps_answer *answer);

// ---- words ----

/// What the ends of a scale mean: "0 none … 10 the worst"; NULL where the numbers count something.
const char *question_scale(const ps_intake_field *field);

/// Why a field is asked; "" for one that is not.
const char *question_why(const char *field);

/// A choice in plain words: "front of the hip". Lives as long as the program.
const char *question_choice(const ps_catalogue *catalogue, const char *choice);

#endif
