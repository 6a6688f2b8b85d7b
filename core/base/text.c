#include "base/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

ps_text ps__text_over(char *at, int32_t cap)
{
    assert(cap > 0);
    at[0] = '\0';
    return (ps_text){.at = at, .cap = cap};
}

void ps__put(ps_text *text, const char *format, ...)
{
    const int32_t used = text->len < text->cap ? text->len : text->cap - 1;
    va_list args;
    va_start(args, format);
    const int more = vsnprintf(text->at + used, (size_t)(text->cap - used), format, args);
    va_end(args);
    assert(more >= 0);
    text->len += more;
}
