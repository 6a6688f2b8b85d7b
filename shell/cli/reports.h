/// reports.h — what the data commands print with --json: the items of their envelopes.
#ifndef PS_SHELL_REPORTS_H
#define PS_SHELL_REPORTS_H

#include "ps/field.h"

typedef struct {
    const char *id, *name, *created;
    int64_t events;
} person_report;

enum { REPORT_NONE = -1 }; ///< a number that there is not

typedef struct {
    const char *batch; ///< NULL: nothing was stored
    const char *person_id, *person;
    const char *source;
    const char *at; ///< NULL: nothing was stored
    int64_t added;
    int64_t present;          ///< REPORT_NONE in a list
    const char *first, *last; ///< days; NULL without events, or in a list
    bool undone;
} import_report;

/// How a thing stands that `doctor` has looked at.
typedef enum { CHECK_OK, CHECK_WARN, CHECK_FAIL } check_state;
extern const ps_enum check_state_names;

typedef struct {
    const char *name;
    check_state state;
    const char *says;
    const char *advice; ///< NULL: nothing to do
    int64_t value;      ///< the number that it is about, or REPORT_NONE
} check_report;

extern const ps_struct person_report_struct, import_report_struct, check_report_struct;

#endif
