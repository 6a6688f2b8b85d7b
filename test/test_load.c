// A folder of YAML files as one document: which file belongs to what, ids before references, and
// a place for everything that does not fit.
#include "tools/catalogue/load.h"

#include "test.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// ---- a small document ----

typedef struct {
    const char *id;
    int32_t friend, tag;
} person;

typedef struct {
    const char *id;
} tag;

typedef struct {
    int32_t most;
    int32_t first;
} limits;

typedef struct {
    const person *at;
    int32_t count;
} persons;

typedef struct {
    const tag *at;
    int32_t count;
} tags;

typedef struct {
    persons people;
    tags tags;
    limits limits;
} document;

static const ps_field person_fields[] = {
    PS_F_TEXT(person, id, 20, "Who."),
    PS_F_REF_OR_NONE(person, friend, "people", "A friend."),
    PS_F_REF_OR_NONE(person, tag, "tags", "A tag."),
};
static const ps_struct person_struct = PS_STRUCT_OF(person, person_fields, "Somebody.");
static const ps_field tag_fields[] = {PS_F_TEXT(tag, id, 20, "What.")};
static const ps_struct tag_struct = PS_STRUCT_SHORT(tag, tag_fields, "A tag.");
static const ps_field limits_fields[] = {
    PS_F_INT(limits, most, 1, 9, "How many."),
    PS_F_REF_OR_NONE(limits, first, "people", "Who comes first."),
};
static const ps_struct limits_struct = PS_STRUCT_OF(limits, limits_fields, "Limits.");
static const ps_field document_fields[] = {
    PS_F_STRUCTS(document, people, person, &person_struct, 1, 4, "Everybody."),
    PS_F_STRUCTS(document, tags, tag, &tag_struct, 0, 4, "Tags."),
    PS_F_STRUCT(document, limits, limits, &limits_struct, "Limits."),
};
static const ps_struct document_struct = PS_STRUCT_OF(document, document_fields, "All.");

// ---- folders ----

enum { FILES_MAX = 8, PATH_TEXT = 256, SAID_TEXT = 4 * PROBLEM_TEXT };

static char base[PATH_TEXT] = "";

/// A file of a row: "people/anna.yaml" and what is in it; a name that ends in '/' is a folder, a
/// text that begins with "->" a link.
typedef struct {
    const char *name, *text;
} file;

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    (void)kind;
    (void)at;
    return remove(path);
}

static void remove_all(const char *what)
{
    if (access(what, F_OK) == 0 && nftw(what, remove_one, 8, FTW_DEPTH | FTW_PHYS) != 0) abort();
}

static void make_file(const file *from)
{
    char path[2 * PATH_TEXT];
    snprintf(path, sizeof path, "%s/%s", base, from->name);
    char *slash = strrchr(path, '/');
    for (char *at = path + strlen(base) + 1; at <= slash; at++) {
        if (*at != '/') continue;
        *at = '\0';
        mkdir(path, 0777);
        *at = '/';
    }
    if (slash[1] == '\0') return;
    if (strncmp(from->text, "->", 2) == 0) {
        if (symlink(from->text + 2, path) != 0) abort();
        return;
    }
    FILE *out = fopen(path, "wb");
    if (!out || fputs(from->text, out) < 0 || fclose(out) != 0) abort();
}

static void make_folder(const file *files)
{
    if (base[0] == '\0') {
        snprintf(base, sizeof base, "/tmp/psoas-load-XXXXXX");
        if (!mkdtemp(base)) abort();
    }
    remove_all(base);
    if (mkdir(base, 0777) != 0) abort();
    for (int32_t i = 0; i < FILES_MAX && files[i].name; i++) make_file(&files[i]);
}

/// "people.yaml:2:5: why | …", without the folder, in the order of places.
static const char *said_of(loading *in)
{
    static char said[SAID_TEXT];
    size_t used = 0;
    said[0] = '\0';
    problems_sort(&in->found);
    for (int32_t i = 0; i < in->found.count && used < sizeof said; i++) {
        const problem *one = &in->found.found[i];
        const char *name = one->file + strlen(base);
        used += (size_t)snprintf(said + used, sizeof said - used, "%s%s:%d:%d: %s",
                                 i > 0 ? " | " : "", name[0] == '/' ? name + 1 : name, one->at.line,
                                 one->at.column, one->text);
    }
    return said;
}

#define LIMITS                     \
    {                              \
        "limits.yaml", "most: 3\n" \
    }

// clang-format off
static const struct {
    const char *name;
    file files[FILES_MAX];
    const char *want;
} rows[] = {
    {"a list in a file", {LIMITS, {"people.yaml", "- id: anna\n"}}, ""},
    {"a list in a folder", {LIMITS, {"people/anna.yaml", "id: anna\n"}}, ""},
    {"a shorthand list", {LIMITS, {"people.yaml", "- id: anna\n"}, {"tags.yaml", "[x, y]\n"}}, ""},
    {"a hidden file",
     {LIMITS, {"people.yaml", "- id: anna\n"}, {".people.yaml.swp", "\x01"}, {".git/x", ""}},
     ""},
    {"references forwards, backwards and in a ring",
     {LIMITS,
     {"people.yaml", "- {id: anna, friend: ben, tag: x}\n- {id: ben, friend: anna}\n"},
     {"tags.yaml", "- id: x\n"}},
     ""},
    {"a reference to nobody",
     {LIMITS, {"people.yaml", "- {id: anna, friend: bem}\n- id: ben\n"}},
     "people.yaml:1:22: friend: no such people 'bem'; did you mean 'ben'?"},
    {"a reference into another list",
     {LIMITS, {"people.yaml", "- {id: anna, tag: anna}\n"}, {"tags.yaml", "[x]\n"}},
     "people.yaml:1:19: tag: no such tag 'anna'"},
    {"a reference in a struct",
     {{"limits.yaml", "most: 1\nfirst: anne\n"}, {"people.yaml", "- id: anna\n"}},
     "limits.yaml:2:8: first: no such people 'anne'; did you mean 'anna'?"},
    {"an id twice in a file",
     {LIMITS, {"people.yaml", "- id: anna\n- id: ben\n- id: anna\n"}},
     "people.yaml:3:7: id: 'anna' is taken already, BASE/people.yaml:1:7"},
    {"an id that is not the name of its file",
     {LIMITS, {"people/anna.yaml", "id: ann\n"}},
     "people/anna.yaml:1:5: id: 'ann' is not the name of the file"},
    {"no id",
     {LIMITS, {"people.yaml", "- friend: anna\n"}},
     "people.yaml:1:3: id: missing. Who. | "
     "people.yaml:1:11: friend: no such people 'anna'"},
    {"a file missing", {LIMITS}, ":1:1: people.yaml: missing. Everybody."},
    {"a struct missing", {{"people.yaml", "- id: anna\n"}}, ":1:1: limits.yaml: missing. Limits."},
    {"an empty folder of records",
     {LIMITS, {"people/", ""}},
     "people:1:1: people: 0 items; want 1..4"},
    {"too many records",
     {LIMITS, {"people.yaml", "[{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]\n"}},
     "people.yaml:1:1: people: 5 items; want 1..4"},
    {"a file beside its folder",
     {LIMITS, {"people.yaml", "- id: anna\n"}, {"people/ben.yaml", "id: ben\n"}},
     "people.yaml:1:1: stands beside the folder people/; want one of them"},
    {"a list where a mapping is wanted",
     {{"limits.yaml", "- most: 3\n"}, {"people.yaml", "- id: a\n"}},
     "limits.yaml:1:1: limits: want a mapping, not a list"},
    {"a mapping where a list is wanted",
     {LIMITS, {"people.yaml", "id: anna\n"}},
     "people.yaml:1:1: people: want a list, not a mapping"},
    {"a list in a record's file",
     {LIMITS, {"people/anna.yaml", "- id: anna\n"}},
     "people/anna.yaml:1:1: person: want a mapping, not a list"},
    {"a text among records",
     {LIMITS, {"people.yaml", "- anna\n"}},
     "people.yaml:1:3: person: want a mapping, not 'anna'"},
    {"a file that nothing reads",
     {LIMITS, {"people.yaml", "- id: anna\n"}, {"peeple.yaml", ""}},
     "peeple.yaml:1:1: nothing reads this"},
    {"another ending",
     {LIMITS, {"people.yaml", "- id: anna\n"}, {"tags.yml", "[x]\n"}},
     "tags.yml:1:1: nothing reads this"},
    {"a folder for a struct",
     {LIMITS, {"people.yaml", "- id: anna\n"}, {"limits/a.yaml", ""}},
     "limits:1:1: nothing reads this"},
    {"a folder among records",
     {LIMITS, {"people/anna.yaml", "id: anna\n"}, {"people/more/", ""}},
     "people/more:1:1: nothing reads this; want people/ID.yaml"},
    {"another ending among records",
     {LIMITS, {"people/anna.yaml", "id: anna\n"}, {"people/ben.txt", "id: ben\n"}},
     "people/ben.txt:1:1: nothing reads this; want people/ID.yaml"},
    {"a link to a file",
     {LIMITS, {"people.yaml", "- id: anna\n"}, {"tags.yaml", "->people.yaml"}},
     "tags.yaml:1:1: a symbolic link; want the file itself"},
    {"a link to a folder",
     {LIMITS, {"people/anna.yaml", "id: anna\n"}, {"people/ben.yaml", "->anna.yaml"}},
     "people/ben.yaml:1:1: a symbolic link; want the file itself"},
    {"mistakes in several files",
     {{"limits.yaml", "most: 0\n"}, {"people.yaml", "- id: [anna\n"}, {"tags.yaml", "- &x y\n"}},
     "limits.yaml:1:7: most: 0 is outside 1..9 | people.yaml:2:1: not YAML: while parsing a flow "
     "sequence, did not find expected ',' or ']' | tags.yaml:1:3: want no anchor"},
};
// clang-format on

static void folders_are_read(void)
{
    static loading in;
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        document all;
        make_folder(rows[i].files);
        load_open(&in, base, &document_struct, &all);
        const char *said = said_of(&in), *here = strstr(rows[i].want, "BASE");
        if (here) { // the rest of the complaint names the folder
            CHECK(rows[i].name, strncmp(said, rows[i].want, (size_t)(here - rows[i].want)) == 0);
            CHECK(rows[i].name, strstr(said, here + 4) != NULL);
        } else {
            CHECK_TEXT(rows[i].name, said, rows[i].want);
        }
        load_close(&in);
    }
    remove_all(base);
}

static void records_are_in_order(void)
{
    static loading in;
    document all;
    make_folder((const file[FILES_MAX]){
        LIMITS,
        {"people/march-travel.yaml", "{id: march-travel}\n"      },
        {"people/march.yaml",        "{id: march, friend: zed}\n"},
        {"people/zed.yaml",          "{id: zed, friend: march}\n"},
        {"people/Anna.yaml",         "{id: Anna, tag: y}\n"      },
        {"tags.yaml",                "[z, y]\n"                  }
    });
    load_open(&in, base, &document_struct, &all);
    CHECK_TEXT("order", said_of(&in), "");
    CHECK("count", all.people.count == 4 && all.tags.count == 2 && all.limits.most == 3);
    // by their ids, so that "march" stands before "march-travel"; lists in files as they are
    CHECK_TEXT("first", all.people.at[0].id, "Anna");
    CHECK_TEXT("second", all.people.at[1].id, "march");
    CHECK_TEXT("third", all.people.at[2].id, "march-travel");
    CHECK("forwards", all.people.at[1].friend == 3);
    CHECK("backwards", all.people.at[3].friend == 1);
    CHECK("tag", all.people.at[0].tag == 1 && all.people.at[1].tag == PS_NONE);

    // the folder itself, its folder of records, and every file
    CHECK("inputs", in.input_count == 8);
    CHECK_TEXT("folder", in.inputs[0], base);

    load_report(&in, &all.people.at[3], "law %d", 7);
    load_report(&in, rows, "somewhere");
    CHECK_TEXT("reports", said_of(&in), ":1:1: somewhere | people/zed.yaml:1:1: law 7");
    load_close(&in);
    remove_all(base);

    load_open(&in, base, &document_struct, &all);
    CHECK("no folder", in.found.count == 1);
    CHECK("no folder", strstr(said_of(&in), ":1:1: cannot open it: ") != NULL);
    load_close(&in);
}

TEST_MAIN(TEST_CASE(folders_are_read), TEST_CASE(records_are_in_order))
