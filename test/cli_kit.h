/// cli_kit.h — command lines in one process: a clock, a folder, and a person at the keyboard.
///
///     talk_begin();                                   a new folder
///     CHECK("age", talk_run("setup age_years 34") == CLI_OK);
///     CHECK("said", talk_says("34"));
///     talk_end();
///
/// The person at the keyboard reads the page: they answer what it asks from a table, so that a
/// conversation can be broken off anywhere and goes on with the right answers.
#ifndef PS_TEST_CLI_KIT_H
#define PS_TEST_CLI_KIT_H

#include "line_kit.h"
#include "shell/cli/cli.h"
#include "store_kit.h"

enum { TALK_WORDS = 40, TALK_BYTES = 1024, TALK_RULES = 48, TALK_LINES = 500 };

/// What is typed when the page, since the last line was typed, holds `seen`.
typedef struct {
    const char *seen, *typed;
    int32_t times; ///< that it is used; PS_NONE: always
} talk_rule;

static struct {
    char folder[KIT_PATH];
    const ps_catalogue *catalogue;
    const char *now;
    bool can_ask;
    buffer out, err;
    size_t read;                 ///< how much of the page was read when the last line was typed
    talk_rule rules[TALK_RULES]; ///< the first that fits counts
    int32_t rule_count;
    const char *yes[TALK_RULES]; ///< questions that are true; all others are not
    int32_t yes_count;
    int32_t lines;     ///< typed so far in this run
    int32_t lines_max; ///< then the input ends
} talk;

static inline const char *talk_variable(const char *name)
{
    if (strcmp(name, "PSOAS_DATA") == 0) return talk.folder;
    return strcmp(name, "PSOAS_NOW") == 0 ? talk.now : NULL;
}

static inline int talk_write(void *context, bool to_errors, const char *bytes, size_t len)
{
    (void)context;
    buffer_add(to_errors ? &talk.err : &talk.out, bytes, len);
    return 0;
}

static inline const char *talk_text(const buffer *of) { return of->text ? of->text : ""; }

/// The number in front of a question in a list, "" when it stands alone; NULL when it is not there.
static inline const char *talk_number(const char *page, const char *ask, char number[8])
{
    char start[41];
    snprintf(start, sizeof start, "%s", ask); // long questions take more than one line
    const char *at = strstr(page, start);
    if (!at) return NULL;
    const char *line = at;
    while (line > page && line[-1] != '\n') line--;
    int32_t len = 0;
    for (; line < at && len < 7; line++) {
        if (*line >= '0' && *line <= '9') number[len++] = *line;
    }
    number[len] = '\0';
    return number;
}

/// The questions of the page that are true: "1 3", "y"; "n" when there is none.
static inline void talk_tick(const char *page, char *line, int32_t cap)
{
    buffer ticks = {0};
    char number[8];
    for (int32_t i = 0; i < talk.yes_count; i++) {
        if (!talk_number(page, talk.yes[i], number)) continue;
        buffer_format(&ticks, "%s%s", ticks.len > 0 ? " " : "", *number ? number : "y");
    }
    snprintf(line, (size_t)cap, "%s", ticks.len > 0 ? ticks.text : "n");
    buffer_free(&ticks);
}

static inline bool talk_read_line(void *context, char *line, int32_t cap)
{
    (void)context;
    if (talk.lines >= talk.lines_max) return false;
    talk.lines++;
    const char *page = talk_text(&talk.out) + talk.read;
    talk.read = talk.out.len;
    for (int32_t i = 0; i < talk.rule_count; i++) {
        if (talk.rules[i].times == 0 || !strstr(page, talk.rules[i].seen)) continue;
        if (talk.rules[i].times > 0) talk.rules[i].times--;
        snprintf(line, (size_t)cap, "%s", talk.rules[i].typed);
        return true;
    }
    talk_tick(page, line, cap);
    return true;
}

/// Somebody at the keyboard types `typed` where the page holds `seen`.
static inline void talk_answer(const char *seen, const char *typed, int32_t times)
{
    if (talk.rule_count == TALK_RULES) abort();
    talk.rules[talk.rule_count++] = (talk_rule){seen, typed, times};
}

/// The question of a screening item is true.
static inline void talk_yes(const char *item)
{
    const ps_screening_items *items = &ps_catalogue_builtin.screening_items;
    for (int32_t i = 0; i < items->count; i++) {
        if (strcmp(items->at[i].id, item) == 0) talk.yes[talk.yes_count++] = items->at[i].ask;
    }
}

static inline void talk_begin(void)
{
    kit_folder(talk.folder);
    kit_remove(talk.folder); // psoas makes it
    talk.catalogue = &ps_catalogue_builtin;
    talk.now = "2026-11-21T12:00:00+01:00";
    talk.lines_max = TALK_LINES;
    talk.rule_count = talk.yes_count = 0;
}

static inline void talk_end(void)
{
    if (access(talk.folder, F_OK) == 0) kit_remove(talk.folder);
    buffer_free(&talk.out);
    buffer_free(&talk.err);
}

/// Runs "setup age_years 34"; words are separated by blanks, '…' keeps them together.
static inline cli_exit talk_run(const char *line)
{
    char room[TALK_BYTES];
    const char *words[TALK_WORDS];
    snprintf(room, sizeof room, "%s", line);
    const int32_t count = line_words(room, words, TALK_WORDS);
    buffer_clear(&talk.out);
    buffer_clear(&talk.err);
    talk.read = 0;
    talk.lines = 0;
    const cli_world world = {
        .catalogue = talk.catalogue,
        .columns = 100,
        .variable = talk_variable,
        .write = talk_write,
        .can_ask = talk.can_ask,
        .read_line = talk_read_line,
    };
    return cli_main(&world, count, words);
}

static inline bool talk_says(const char *part) { return strstr(talk_text(&talk.out), part); }
static inline bool talk_complains(const char *part) { return strstr(talk_text(&talk.err), part); }

/// Writes a file of the folder beside the data; `path` receives its name.
static inline void talk_file(char path[KIT_PATH], const char *text, size_t len)
{
    snprintf(path, KIT_PATH, "%.*s.txt", KIT_PATH - 5, talk.folder);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(text, 1, len, file) != len || fclose(file) != 0) abort();
}

#endif
