/// scan.h — read one line of text left to right; each take moves on only if it matches.
#ifndef PS_CORE_SCAN_H
#define PS_CORE_SCAN_H

#include "ps/base.h"

typedef struct {
    ps_str text;
    int32_t at; ///< next byte, 0..text.len
} ps_scan;

bool ps__take(ps_scan *scan, const char *word);

/// A decimal number 0..max without sign. Nothing is taken when it is larger.
bool ps__take_int(ps_scan *scan, int32_t max, int32_t *value);

/// Any run of blanks, possibly none; true when there was one.
bool ps__take_blanks(ps_scan *scan);

/// A word of a-z, A-Z, 0-9, '_' and '-' that starts with a letter; empty when there is none.
ps_str ps__take_word(ps_scan *scan);

static inline bool ps__at_end(const ps_scan *scan) { return scan->at == scan->text.len; }
static inline ps_place ps__place(const ps_scan *scan) { return (ps_place){1, scan->at + 1}; }

#endif
