// catalogue — turns the knowledge in data/ into constant C tables and one JSON file.
#include "ps/catalogue.h"

#include "shell/codec/json.h"

#include "derive.h"
#include "emit.h"
#include "laws.h"
#include "lint.h"
#include "load.h"
#include "output.h"
#include "schema.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { EXIT_USAGE = 2 };

// ---- reading and proving ----

static void report_law(void *context, const void *record, const char *law_name, const char *text)
{
    load_report(context, record, "%s (law %s)", text, law_name);
}

/// Loads the catalogue and proves it; prints what is wrong. `to` is to be closed either way.
static bool read_catalogue(const char *folder, loading *to, ps_catalogue *catalogue)
{
    load_open(to, folder, &ps_catalogue_struct, catalogue);
    if (to->found.count == 0) derive(catalogue, to);
    // laws assume that every value is there
    if (to->found.count == 0) laws_check(catalogue, report_law, to);
    problems_print(&to->found, stderr);
    return to->found.count == 0;
}

// ---- writing ----

static uint64_t fnv_1a(const char *text, size_t len)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < len; i++) {
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

static void write_c(buffer *to, const ps_catalogue *catalogue, uint64_t version)
{
    buffer_text(to, "// Made from data/ by tools/catalogue: edit that and build again.\n"
                    "#include \"ps/catalogue.h\"\n\n");
    emit_document(to, &ps_catalogue_struct, catalogue, "ps_catalogue_builtin");
    buffer_format(to, "const char ps_catalogue_version[] = \"%016" PRIx64 "\";\n", version);
}

/// A name as make and ninja read it.
static void add_name(buffer *to, const char *name)
{
    for (; *name; name++) {
        if (*name == ' ') buffer_text(to, "\\");
        buffer_add(to, name, 1);
    }
}

/// The inputs of the file that is `made`: it is made again when a file or folder of them changes.
static void write_depfile(buffer *to, const char *made, const loading *from)
{
    add_name(to, made);
    buffer_text(to, ":");
    for (int32_t i = 0; i < from->input_count; i++) {
        buffer_text(to, " \\\n ");
        add_name(to, from->inputs[i]);
    }
    buffer_text(to, "\n");
}

// ---- schemas ----

/// Lists whose records have a file each; test/test_catalogue.sh holds it against data/.
static bool has_record_files(const ps_field *field)
{
    return strcmp(field->name, "exercises") == 0 || strcmp(field->name, "programmes") == 0;
}

static bool add_schemas(outputs *to, const char *folder)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "catalogue: cannot make %s: %s\n", folder, strerror(errno));
        return false;
    }
    for (int32_t i = 0; i < ps_catalogue_struct.count; i++) {
        const ps_field *field = &ps_catalogue_struct.fields[i];
        char name[OUTPUT_PATH];
        snprintf(name, sizeof name, "%s.json", field->name);
        buffer *text = outputs_add(to, folder, name);
        if (!text) return false;
        schema_write(text, field, has_record_files(field));
    }
    return true;
}

// ---- commands ----

typedef struct {
    const char *folder;
    const char *c, *json, *depfile, *schemas;
} options;

/// Reads "DATA_DIR --c OUT.c …"; false when it is not understood.
static bool read_options(int count, char **words, options *chosen)
{
    const struct {
        const char *name;
        const char **value;
    } known[] = {
        {"--c",       &chosen->c      },
        {"--json",    &chosen->json   },
        {"--depfile", &chosen->depfile},
        {"--schemas", &chosen->schemas},
    };
    for (int i = 0; i < count; i++) {
        const char **value = words[i][0] == '-' ? NULL : &chosen->folder;
        for (int32_t k = 0; k < PS_COUNT(known); k++) {
            if (strcmp(words[i], known[k].name) == 0) value = known[k].value;
        }
        if (value && value != &chosen->folder) i++; // the value is the next word
        if (!value || *value || i >= count || words[i][0] == '\0') return false;
        *value = words[i];
    }
    return chosen->folder && chosen->c && chosen->json;
}

static bool add_outputs(outputs *to, const options *chosen, const ps_catalogue *catalogue,
                        const loading *from)
{
    buffer *c = outputs_add(to, NULL, chosen->c), *json = outputs_add(to, NULL, chosen->json);
    if (!c || !json) return false;
    json_write(json, &ps_catalogue_struct, catalogue, &from->names, 0);
    write_c(c, catalogue, fnv_1a(json->text, json->len));
    if (chosen->depfile) {
        buffer *depfile = outputs_add(to, NULL, chosen->depfile);
        if (!depfile) return false;
        write_depfile(depfile, chosen->c, from);
    }
    return !chosen->schemas || add_schemas(to, chosen->schemas);
}

static int run_compile(int count, char **words)
{
    static loading from;
    static outputs to;
    options chosen = {0};
    ps_catalogue catalogue;
    if (!read_options(count, words, &chosen)) return EXIT_USAGE;
    const bool ok = read_catalogue(chosen.folder, &from, &catalogue) &&
                    add_outputs(&to, &chosen, &catalogue, &from) && outputs_write(&to);
    outputs_free(&to);
    load_close(&from);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int run_check(int count, char **words)
{
    static loading from;
    ps_catalogue catalogue;
    if (count != 1) return EXIT_USAGE;
    const bool ok = read_catalogue(words[0], &from, &catalogue);
    for (int32_t i = 0; i < ps_catalogue_struct.count && ok; i++) {
        const char *name = ps_catalogue_struct.fields[i].name;
        const ps_struct *of = NULL;
        const ps_list list = ps_document_list(&ps_catalogue_struct, &catalogue, name, &of);
        if (of) printf("%5d %s\n", list.count, name);
    }
    if (ok) printf("%5d laws hold\n", laws_count);
    load_close(&from);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int run_schema(int count, char **words)
{
    if (count != 1) return EXIT_USAGE;
    const ps_str name = ps_str_of(words[0]);
    const ps_field *field = ps_field_find(&ps_catalogue_struct, name);
    if (!field) {
        ps_error err = {0};
        ps_fail_unknown(&err, (ps_place){0}, "part of the catalogue", name,
                        ps_field_closest(&ps_catalogue_struct, name));
        fprintf(stderr, "catalogue schema: %s\n", err.text);
        return EXIT_FAILURE;
    }
    buffer text = {0};
    schema_write(&text, field, has_record_files(field));
    fputs(text.text, stdout);
    buffer_free(&text);
    return EXIT_SUCCESS;
}

static int run_shingles(int count, char **words)
{
    if (count == 0) return EXIT_USAGE;
    return lint_print_shingles(count, words, stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static const struct {
    int (*run)(int count, char **words);
    const char *name, *usage;
} commands[] = {
    {run_compile,  "compile",  "DATA_DIR --c OUT.c --json OUT.json [--depfile FILE] [--schemas DIR]"},
    {run_check,    "check",    "DATA_DIR"                                                           },
    {run_schema,   "schema",   "NAME"                                                               },
    {run_shingles, "shingles", "ARTICLE..."                                                         },
};

int main(int argc, char **argv)
{
    int status = EXIT_USAGE;
    for (int32_t i = 0; argc > 1 && i < PS_COUNT(commands); i++) {
        if (strcmp(argv[1], commands[i].name) == 0) status = commands[i].run(argc - 2, argv + 2);
    }
    for (int32_t i = 0; status == EXIT_USAGE && i < PS_COUNT(commands); i++) {
        fprintf(stderr, "%s catalogue %s %s\n", i == 0 ? "usage:" : "      ", commands[i].name,
                commands[i].usage);
    }
    return status;
}
