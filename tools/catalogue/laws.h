/// laws.h — the data laws: what must hold of every catalogue, proved by enumeration.
///
/// Source  domain 5.16; each law is a row of the table in laws.c with its number and sentence.
#ifndef PS_TOOLS_LAWS_H
#define PS_TOOLS_LAWS_H

#include "ps/catalogue.h"

/// One violation. `record` points into the catalogue (an exercise, a flag, a fact …), so that the
/// caller can find the line it was written on. `law` is the name of the law.
typedef void law_report(void *context, const void *record, const char *law, const char *text);

/// Checks every law; returns the number of violations.
///
/// The first laws say that the tables are well formed. When one of them is broken the others are
/// not looked at, because they would read past the end of a list.
int32_t laws_check(const ps_catalogue *catalogue, law_report *report, void *context);

typedef struct law_book law_book;

typedef struct {
    int32_t number;       ///< in domain 5.16; 0: not listed there
    const char *name;     ///< what a report carries: "limits-in-source"
    const char *sentence; ///< what holds
    void (*check)(law_book *book);
} law;

extern const law laws[];
extern const int32_t laws_count;

#endif
