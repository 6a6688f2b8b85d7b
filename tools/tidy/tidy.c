/// tidy.c — the rules of this repository that no compiler checks; one complaint a line.
///
/// usage: tidy ROOT      exit 0: clean, 1: complaints on stderr, 2: it could not look
///
///     layers   includes go down only, by tools/layers.txt; shells see public headers of the core
///     core     no calls for memory, files, clocks, locale, libm's transcendentals; no %f
///     text     no tabs, no trailing blanks, 100 columns, a final newline, no open to-dos
///     size     functions of 70 lines, files of 600, rows of tables apart; tools/limits.txt
///     errors   a ps_error in a function starts from zero
///     dead     every .c and every test/test_* is named by a meson.build
///
/// Generated files lie in build folders, which are not looked at.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tidy.h"

enum { COLUMNS = 100, DEPTH_MAX = 16 };

static const char *const skipped_folders[] = {
    "node_modules", "web/dist", "test/golden", "fuzz/corpus", "bench/results",
};

static bool is_c(const char *path) { return ends(path, ".c") || ends(path, ".h"); }

static bool is_code(const char *path)
{
    static const char *const endings[] = {".mjs", ".js", ".ts", ".tsx", ".sh", "meson.build"};
    if (is_c(path) || strcmp(path, "dev") == 0 || strcmp(path, ".ci/run") == 0) return true;
    for (size_t i = 0; i < COUNT(endings); i++) {
        if (ends(path, endings[i])) return true;
    }
    return false;
}

// ---- text ----

static int columns_of(const char *line, size_t len)
{
    int columns = 0;
    for (size_t i = 0; i < len; i++) columns += ((unsigned char)line[i] & 0xC0) != 0x80;
    return columns;
}

// A long text, or a row of a table that clang-format has aligned: it breaks everything else itself.
static bool may_be_long(const char *path, const char *line, size_t len)
{
    return is_c(path) && (is_row(line) || memchr(line, '"', len));
}

static bool has_open_todo(const char *line, size_t len)
{
    // in hexadecimal, so that this file passes its own check
    static const char marks[] = "\x54ODO \x46IXME \x58XX";
    for (size_t i = 0; i < len;) {
        size_t word = 0;
        while (i + word < len && is_word_byte(line[i + word])) word++;
        if (word > 0 && listed(marks, line + i, word)) return true;
        i += word > 0 ? word : 1;
    }
    return false;
}

static void check_text(const source *s)
{
    int line = 1;
    for (const char *at = s->text; *at; line++) {
        const size_t len = strcspn(at, "\n");
        const char last = len > 0 ? at[len - 1] : 'x';
        if (memchr(at, '\t', len)) complain(s->path, line, "tab");
        if (last == ' ' || last == '\t' || last == '\r') complain(s->path, line, "trailing blank");
        if (columns_of(at, len) > COLUMNS && !may_be_long(s->path, at, len)) {
            complain(s->path, line, "over %d columns", COLUMNS);
        }
        if (has_open_todo(at, len)) complain(s->path, line, "open to-do: do it or file an issue");
        if (!at[len]) complain(s->path, line, "no newline at the end of the file");
        at += len + (at[len] == '\n');
    }
}

// ---- errors ----

// Whether `at` stands in a function: its brace opens a line of its own, that of a struct does not.
static bool in_function(const char *code, const char *at)
{
    for (; at > code; at--) {
        if (at[-1] != '\n') continue;
        if (*at == '{') return true;
        if (*at == '}') return false;
    }
    return false;
}

// ps_fail does not set all of it, so what is left out would be what the stack held.
static void check_errors(const source *s)
{
    static const char type[] = "ps_error";
    for (const char *at = s->code; (at = strstr(at, type)); at++) {
        const char *name = at + sizeof type - 1;
        if ((at > s->code && is_word_byte(at[-1])) || *name != ' ') continue;
        name += strspn(name, " ");
        const char *behind = name;
        while (is_word_byte(*behind)) behind++;
        behind += strspn(behind, " ");
        if (behind == name || !*behind || !strchr(";,[", *behind)) continue;
        if (!in_function(s->code, at)) continue;
        complain(s->path, line_of(s->code, at), "a ps_error starts from zero: want = {0}");
    }
}

// ---- dead files ----

// Whether the meson.build of a folder above (or of) `path` names it in quotes.
static bool named_by_meson(const char *path)
{
    static char build[BYTES_MAX];
    for (const char *slash = strrchr(path, '/'); slash; slash--) {
        if (slash > path && *slash != '/') continue;
        const bool top = slash == path;
        const char *rest = top ? path : slash + 1;
        char beside[PATH_LEN], quoted[PATH_LEN + 2];
        snprintf(beside, sizeof beside, "%.*smeson.build", (int)(rest - path), path);
        snprintf(quoted, sizeof quoted, "'%s'", rest);
        if (read_whole(beside, build) >= 0 && strstr(build, quoted)) return true;
        if (top) break;
    }
    return false;
}

static void check_alive(const char *path)
{
    const bool test = starts(path, "test/test_");
    if (!ends(path, ".c") && !test) return;
    if (!named_by_meson(path)) complain(path, 1, "dead file: no meson.build names it");
}

// ---- the tree ----

static char text_bytes[BYTES_MAX], code_bytes[BYTES_MAX];

static void check_file(const char *path)
{
    if (!is_code(path)) return;
    const long len = read_whole(path, text_bytes);
    if (len < 0) {
        complain(path, 1, "cannot be read");
        return;
    }
    const source s = {path, text_bytes, code_bytes, (size_t)len};
    check_text(&s);
    check_alive(path);
    if (!is_c(path)) return;
    blank_out(text_bytes, (size_t)len, code_bytes);
    check_includes(&s);
    check_sizes(&s);
    check_errors(&s);
    if (is_core(path)) check_core(&s);
}

static bool is_skipped(const char *path, const char *name)
{
    if (name[0] == '.') return strcmp(name, ".ci") != 0;
    if (starts(path, "build")) return true;
    for (size_t i = 0; i < COUNT(skipped_folders); i++) {
        if (strcmp(path, skipped_folders[i]) == 0 || strcmp(name, skipped_folders[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void walk(const char *folder, int depth)
{
    struct dirent **entries = NULL;
    const int count = depth < DEPTH_MAX ? scandir(folder, &entries, NULL, alphasort) : -1;
    if (count < 0) complain(folder, 1, "this folder cannot be read");
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        const bool top = strcmp(folder, ".") == 0;
        char path[PATH_LEN];
        struct stat info;
        const int len =
            snprintf(path, sizeof path, "%s%s%s", top ? "" : folder, top ? "" : "/", name);
        if (len >= PATH_LEN) {
            complain(folder, 1, "a path is too long: %s", name);
        } else if (!is_skipped(path, name) && lstat(path, &info) == 0) {
            if (S_ISDIR(info.st_mode)) walk(path, depth + 1);
            if (S_ISREG(info.st_mode)) check_file(path);
        }
        free(entries[i]);
    }
    free(entries);
}

int main(int argc, char **argv)
{
    if (argc != 2 || chdir(argv[1]) != 0) {
        fprintf(stderr, "usage: tidy ROOT\n");
        return 2;
    }
    if (!read_layers()) {
        fprintf(stderr, "tidy: %s/tools/layers.txt: no layers to read\n", argv[1]);
        return 2;
    }
    read_limits();
    walk(".", 0);
    check_limits_used();
    return complaint_count() > 0 ? 1 : 0;
}
