/// text.h — writes a bounded text piece by piece; what does not fit is counted, not written.
#ifndef PS_CORE_TEXT_H
#define PS_CORE_TEXT_H

#include "ps/base.h"

typedef struct {
    char *at;
    int32_t cap; ///< [bytes] with the NUL
    int32_t len; ///< [bytes] that the whole text needs, without the NUL; it is cut when len >= cap
} ps_text;

/// An empty, NUL-terminated text over `cap` > 0 bytes.
ps_text ps__text_over(char *at, int32_t cap);

void ps__put(ps_text *text, const char *format, ...) PS_PRINTF(2, 3);

#endif
