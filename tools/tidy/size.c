// Long functions and files are exceptions that are written down, and that only shrink.
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tidy.h"

enum { FILE_LINES = 600, FUNCTION_LINES = 70, LIMITS_MAX = 64 };

static struct {
    char key[PATH_LEN]; // "core/plan/plan.c" or "core/plan/plan.c:ps_plan_make"
    int max, line;
    bool used;
} limits[LIMITS_MAX];
static int limit_count;

// "key lines reason" into the next free limit.
static bool read_limit(char *line)
{
    const size_t key = strcspn(line, " \n");
    char *end = line + key;
    const long max = strtol(end, &end, 10);
    if (key == 0 || key >= PATH_LEN || max <= 0 || max > INT_MAX) return false;
    if (end[strspn(end, " \n")] == '\0') return false; // no reason
    memcpy(limits[limit_count].key, line, key);
    limits[limit_count].max = (int)max;
    return true;
}

void read_limits(void)
{
    FILE *in = fopen("tools/limits.txt", "r");
    if (!in) return; // no exceptions
    char line[1024];
    for (int number = 1; fgets(line, sizeof line, in); number++) {
        if (line[0] == '#' || line[0] == '\n') continue;
        if (limit_count == LIMITS_MAX || !read_limit(line)) {
            complain("tools/limits.txt", number, "want: path[:function] lines reason");
            continue;
        }
        limits[limit_count++].line = number;
    }
    fclose(in);
}

static void check_size(const char *path, int line, const char *key, int lines, int allowed)
{
    if (lines <= allowed) return;
    for (int i = 0; i < limit_count; i++) {
        if (strcmp(limits[i].key, key) != 0) continue;
        limits[i].used = true;
        if (lines > limits[i].max) {
            complain(path, line, "%s grew to %d lines, tools/limits.txt allows %d", key, lines,
                     limits[i].max);
        }
        return;
    }
    complain(path, line, "%s has %d lines, want at most %d", key, lines, allowed);
}

void check_limits_used(void)
{
    for (int i = 0; i < limit_count; i++) {
        if (limits[i].used) continue;
        complain("tools/limits.txt", limits[i].line, "no longer needed: %s", limits[i].key);
    }
}

// "path:name" for a signature line such as "static int columns_of(const char *line, size_t len)".
static void function_key(const source *s, const char *signature, char key[PATH_LEN])
{
    const size_t head = strcspn(signature, "(\n");
    size_t from = head;
    while (from > 0 && is_word_byte(signature[from - 1])) from--;
    snprintf(key, PATH_LEN, "%s:%.*s", s->path, (int)(head - from), signature + from);
}

// Rows of tables do not count: they are data, and better whole.
void check_sizes(const source *s)
{
    int line = 1, lines = 0, body = 0, before_body = 0;
    const char *signature = "";
    for (const char *at = s->code; *at; line++) {
        if (!is_row(at)) lines++;
        if (is_word_byte(*at)) signature = at;
        if (*at == '{') {
            body = line;
            before_body = lines - 1;
        }
        if (*at == '}' && body > 0) {
            char key[PATH_LEN];
            function_key(s, signature, key);
            check_size(s->path, body, key, lines - before_body, FUNCTION_LINES);
            body = 0;
        }
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    check_size(s->path, line - 1, s->path, lines, FILE_LINES);
}
