// Includes go down only: tools/layers.txt is the picture, this is its guard.
#include <stdio.h>
#include <string.h>

#include "tidy.h"

enum { MODULES_MAX = 64 };

static const char *const core_headers[] = {
    "assert.h",  "float.h",  "inttypes.h", "limits.h", "math.h",   "stdarg.h",
    "stdbool.h", "stddef.h", "stdint.h",   "stdio.h",  "string.h",
};

static struct {
    char name[NAME_LEN];
    int layer;
} modules[MODULES_MAX];
static int module_count;

// A public header whose owner has another name: "rule.h = catalogue".
static struct {
    char header[NAME_LEN], module[NAME_LEN];
} owners[MODULES_MAX];
static int owner_count;

bool read_layers(void)
{
    FILE *in = fopen("tools/layers.txt", "r");
    if (!in) return false;
    char line[256];
    for (int layer = 0; fgets(line, sizeof line, in);) {
        if (line[0] == '#' || line[0] == '\n' || owner_count == MODULES_MAX) continue;
        char *header = owners[owner_count].header, *owner = owners[owner_count].module;
        if (sscanf(line, "%63s = %63s", header, owner) == 2) {
            owner_count++;
            continue;
        }
        for (const char *name = strtok(line, " \n"); name; name = strtok(NULL, " \n")) {
            if (module_count == MODULES_MAX) break;
            snprintf(modules[module_count].name, NAME_LEN, "%s", name);
            modules[module_count++].layer = layer;
        }
        layer++;
    }
    fclose(in);
    return module_count > 0;
}

static int layer_of(const char *module)
{
    for (int i = 0; i < module_count; i++) {
        if (strcmp(modules[i].name, module) == 0) return modules[i].layer;
    }
    return -1;
}

// core/body/x.c -> body    include/ps/body.h -> body    shell/cli/x.c -> shell/cli    else ""
static void module_of(const char *path, char module[NAME_LEN])
{
    module[0] = '\0';
    if (starts(path, "include/ps/")) {
        const char *header = path + strlen("include/ps/");
        snprintf(module, NAME_LEN, "%.*s", (int)strcspn(header, "."), header);
        for (int i = 0; i < owner_count; i++) {
            if (strcmp(owners[i].header, header) != 0) continue;
            memcpy(module, owners[i].module, NAME_LEN);
        }
        return;
    }
    const bool shell = starts(path, "shell/");
    if (!shell && !starts(path, "core/")) return;
    const char *folder = strchr(path, '/') + 1;
    const int len = (int)strcspn(folder, "/");
    if (folder[len] != '/') return;
    snprintf(module, NAME_LEN, "%s%.*s", shell ? "shell/" : "", len, folder);
}

// Where #include "name" in `path` leads, from the root: private headers of the core are named from
// core/, everything else from the root, and a bare name is a file in the same folder.
static void target_of(const char *path, const char *name, char target[PATH_LEN])
{
    const char *slash = strrchr(path, '/');
    if (starts(name, "ps/")) {
        snprintf(target, PATH_LEN, "include/%s", name);
    } else if (starts(name, "shell/")) {
        snprintf(target, PATH_LEN, "%s", name);
    } else if (strchr(name, '/')) {
        snprintf(target, PATH_LEN, "core/%s", name);
    } else {
        snprintf(target, PATH_LEN, "%.*s%s", slash ? (int)(slash - path) + 1 : 0, path, name);
    }
}

static void check_own_include(const char *path, int line, const char *name)
{
    char target[PATH_LEN], from[NAME_LEN], to[NAME_LEN];
    if (starts(name, "core/") || strstr(name, "..")) {
        complain(path, line, "include by the short name, not by a path: \"%s\"", name);
        return;
    }
    module_of(path, from);
    if (!from[0]) return; // tests, tools and benchmarks may look at everything
    target_of(path, name, target);
    module_of(target, to);
    if (starts(path, "include/") && !starts(target, "include/")) {
        complain(path, line, "a public header includes a private one: \"%s\"", name);
    } else if (starts(path, "shell/") && starts(target, "core/")) {
        complain(path, line, "a shell includes a private header of the core: \"%s\"", name);
    } else if (layer_of(from) < 0) {
        complain(path, line, "module is not in tools/layers.txt: %s", from);
    } else if (layer_of(to) < 0) {
        complain(path, line, "module is not in tools/layers.txt: %s", to[0] ? to : name);
    } else if (strcmp(from, to) != 0 && layer_of(to) >= layer_of(from)) {
        complain(path, line, "include points up or sideways: %s must not know %s", from, to);
    }
}

static void check_system_include(const char *path, int line, const char *name)
{
    if (!is_core(path)) return;
    for (size_t i = 0; i < COUNT(core_headers); i++) {
        if (strcmp(name, core_headers[i]) == 0) return;
    }
    complain(path, line, "the core may not include <%s>", name);
}

void check_includes(const source *s)
{
    int line = 1;
    for (const char *at = s->text; *at; line++) {
        char name[200], quote;
        const bool in_code = s->code[at - s->text] == '#';
        if (in_code && sscanf(at, "# include %c%199[^\">\n]", &quote, name) == 2) {
            if (quote == '"') check_own_include(s->path, line, name);
            if (quote == '<') check_system_include(s->path, line, name);
        }
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
}
