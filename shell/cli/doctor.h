/// doctor.h — an examination: the checks so far, and how they are added.
#ifndef PS_SHELL_DOCTOR_H
#define PS_SHELL_DOCTOR_H

#include "shell/cli/data.h"
#include "shell/cli/now.h"
#include "shell/cli/reports.h"

enum { CHECKS_MAX = 24, SAYS_MAX = 1500 };

typedef struct {
    cli *c;
    ps_instant now;
    check_report checks[CHECKS_MAX];
    int32_t count;
    cli_exit worst; ///< how the program ends
} examination;

/// Looks at everything.
void doctor_examine(examination *of);

/// Adds a check. name: what was looked at, lasting.
void doctor_says(examination *to, check_state state, const char *name, const char *format, ...)
    PS_PRINTF(4, 5);

/// What to do about the last check, and the number that it is about.
void doctor_advises(examination *to, const char *format, ...) PS_PRINTF(2, 3);
void doctor_counts(examination *to, int64_t value);

#endif
