// Laws: any text is read by the table of sample.h or refused; what is read writes to bytes
// that read to the same value.
#include "shell/codec/json.h"

#include "test/sample.h"

#include <stdlib.h>
#include <string.h>

static char memory[1 << 20], more[1 << 20];

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ps_str text = {(const char *)data, (int32_t)size};
    ps_arena arena = ps_arena_over(memory, sizeof memory);
    ps_error err = {0};
    sample value, again;
    const ps_code code = json_read(text, &sample_of, &names, &arena, &value, &err);
    if ((code == PS_OK) != (err.text[0] == '\0')) abort();
    if (code != PS_OK) return 0;

    buffer line = {0};
    json_write(&line, &given_of, &value, &names, size % 3 == 0 ? 2 : 0);
    const ps_str written = {line.text, (int32_t)line.len};
    arena = ps_arena_over(more, sizeof more);
    if (json_read(written, &sample_of, &names, &arena, &again, &err) != PS_OK) abort();
    if (!ps_struct_same(&sample_of, &value, &again)) abort();
    buffer_free(&line);
    return 0;
}
