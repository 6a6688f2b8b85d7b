// Laws: any line is read or refused, within the memory that event_body_size promises; what is read
// passes its check and writes to bytes that read to the same event and are written again the same.
#include "shell/codec/event_json.h"

#include <stdlib.h>
#include <string.h>

static ps_str str_of(const buffer *text) { return (ps_str){text->text, (int32_t)text->len}; }

/// Reads with memory of exactly the promised size, which is `memory` and freed by the caller.
static bool read_line(ps_str line, void **memory, ps_event *event)
{
    const size_t size = event_body_size((size_t)line.len);
    *memory = malloc(size);
    if (!*memory) abort();
    ps_arena arena = ps_arena_over(*memory, size);
    ps_error err = {0};
    const ps_code code = event_json_read(line, &arena, event, &err);
    if (code == PS_NOMEM || (code == PS_OK) != (err.text[0] == '\0')) abort();
    if (code != PS_OK && arena.used != 0) abort();
    return code == PS_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > EVENT_JSON_MAX) return 0;
    void *memory = NULL, *more = NULL;
    buffer line = {0}, again = {0};
    ps_event event, reread;
    if (!read_line((ps_str){(const char *)data, (int32_t)size}, &memory, &event)) goto done;

    if (ps_event_check(&event, NULL) != PS_OK) abort();
    event_json_write(&line, &event);
    if (!read_line(str_of(&line), &more, &reread)) abort();
    if (!ps_event_same(&event, &reread)) abort();
    event_json_write(&again, &reread);
    if (line.len != again.len || memcmp(line.text, again.text, line.len) != 0) abort();
done:
    buffer_free(&line);
    buffer_free(&again);
    free(memory);
    free(more);
    return 0;
}
