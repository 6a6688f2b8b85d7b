#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEMPORARY_PATH = OUTPUT_PATH + 32 };

buffer *outputs_add(outputs *to, const char *folder, const char *name)
{
    if (to->count == OUTPUTS_MAX) {
        fprintf(stderr, "catalogue: too many outputs\n");
        return NULL;
    }
    output *added = &to->at[to->count];
    const int len = snprintf(added->path, sizeof added->path, "%s%s%s", folder ? folder : "",
                             folder ? "/" : "", name);
    if (len < 0 || len >= (int)sizeof added->path) {
        fprintf(stderr, "catalogue: %s: the path is too long\n", name);
        return NULL;
    }
    to->count++;
    return &added->text;
}

/// Beside the file, so that moving it there cannot fail half-way.
static void temporary_path(const output *of, char path[TEMPORARY_PATH])
{
    snprintf(path, TEMPORARY_PATH, "%s.%ld.part", of->path, (long)getpid());
}

static bool is_same(const output *of)
{
    FILE *in = fopen(of->path, "rb");
    if (!in) return false;
    char chunk[1 << 14];
    size_t at = 0, got = 0;
    bool same = true;
    while (same && (got = fread(chunk, 1, sizeof chunk, in)) > 0) {
        same = got <= of->text.len - at && memcmp(chunk, of->text.text + at, got) == 0;
        at += got;
    }
    same = same && !ferror(in) && at == of->text.len;
    fclose(in);
    return same;
}

static bool write_temporary(const output *of)
{
    char path[TEMPORARY_PATH];
    temporary_path(of, path);
    FILE *out = fopen(path, "wb");
    bool ok = out && (of->text.len == 0 || fwrite(of->text.text, of->text.len, 1, out) == 1);
    if (out && fclose(out) != 0) ok = false;
    if (!ok) fprintf(stderr, "catalogue: cannot write %s: %s\n", path, strerror(errno));
    return ok;
}

bool outputs_write(const outputs *of)
{
    char path[TEMPORARY_PATH];
    bool changed[OUTPUTS_MAX] = {false}, ok = true;
    for (int32_t i = 0; i < of->count && ok; i++) {
        changed[i] = !is_same(&of->at[i]);
        if (changed[i]) ok = write_temporary(&of->at[i]);
    }
    for (int32_t i = 0; i < of->count; i++) {
        if (!changed[i]) continue;
        temporary_path(&of->at[i], path);
        if (ok && rename(path, of->at[i].path) != 0) {
            fprintf(stderr, "catalogue: cannot write %s: %s\n", of->at[i].path, strerror(errno));
            ok = false;
        }
        if (!ok) unlink(path);
    }
    return ok;
}

void outputs_free(outputs *of)
{
    for (int32_t i = 0; i < of->count; i++) buffer_free(&of->at[i].text);
    of->count = 0;
}
