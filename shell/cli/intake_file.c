#include "shell/cli/intake_file.h"

#include "shell/cli/question.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/// One walk over the lines of a file.
typedef struct {
    const ps_catalogue *catalogue;
    ps_arena *room;
    intake_complain *complain;
    void *context;
    intake_file *to;
    int32_t line;
    ps_code code; ///< of the first problem
} walk;

// ---- problems ----

void intake_complain_at(intake_complain *complain, void *context, ps_code code, ps_place at,
                        const char *format, ...)
{
    char text[PS_ERROR_TEXT];
    ps_error err = {0};
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    (void)ps_fail(&err, code, at, "%s", text);
    complain(context, &err);
}

static void say(void *context, const ps_error *err)
{
    walk *of = context;
    if (of->code == PS_OK) of->code = err->code;
    of->to->problems++;
    if (of->to->problems <= INTAKE_PROBLEMS_MAX) of->complain(of->context, err);
}

static ps_place here(const walk *of, int32_t column) { return (ps_place){of->line, column}; }

// ---- pieces of a line ----

static bool is_blank(char letter) { return letter == ' ' || letter == '\t'; }

static ps_str without_blanks(ps_str text)
{
    while (text.len > 0 && is_blank(text.ptr[0])) {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && is_blank(text.ptr[text.len - 1])) text.len--;
    return text;
}

/// The line in front of its comment: a '#' at the start or behind a blank.
static ps_str without_comment(ps_str line)
{
    for (int32_t i = 0; i < line.len; i++) {
        const bool starts = i == 0 || is_blank(line.ptr[i - 1]);
        if (line.ptr[i] == '#' && starts) return (ps_str){line.ptr, i};
    }
    return line;
}

static int32_t column_of(ps_str line, ps_str part) { return (int32_t)(part.ptr - line.ptr) + 1; }

// ---- ids ----

typedef struct {
    enum { IS_NOTHING, IS_CONSENT, IS_FIELD, IS_ITEM } what;
    int32_t index;
} meaning;

static const char consent_id[] = "consent";

/// Every id that a line may begin with, NULL behind the last.
static const char *id_at(const void *context, int32_t index)
{
    const ps_catalogue *catalogue = context;
    const int32_t fields = catalogue->intake_fields.count, items = catalogue->screening_items.count;
    if (index == 0) return consent_id;
    if (index - 1 < fields) return catalogue->intake_fields.at[index - 1].id;
    if (index - 1 - fields < items) return catalogue->screening_items.at[index - 1 - fields].id;
    return NULL;
}

static meaning meaning_of(const ps_catalogue *catalogue, ps_str id)
{
    const int32_t field = ps_intake_field_find(catalogue, id);
    const int32_t item = ps_screening_item_find(catalogue, id);
    if (ps_str_is(id, consent_id)) return (meaning){IS_CONSENT, 0};
    if (field != PS_NONE) return (meaning){IS_FIELD, field};
    if (item != PS_NONE) return (meaning){IS_ITEM, item};
    return (meaning){IS_NOTHING, PS_NONE};
}

static intake_line *place_for(intake_file *file, meaning of)
{
    if (of.what == IS_CONSENT) return &file->consent;
    return of.what == IS_FIELD ? &file->fields[of.index] : &file->items[of.index];
}

// ---- values ----

static ps_code read_consent(walk *of, ps_str value, ps_error *err)
{
    const char *version = of->catalogue->consent.version;
    if (ps_str_is(value, version)) return PS_OK;
    return ps_fail(err, PS_RANGE, (ps_place){1, 1},
                   "want %s, the version of the text; 'psoas consent' shows it", version);
}

static ps_code read_item(ps_str value, intake_line *line, ps_error *err)
{
    if (question_read_answer(value, &line->answer)) return PS_OK;
    return ps_fail(err, PS_UNKNOWN, (ps_place){1, 1}, "want yes, no or not_sure");
}

static ps_code read_field(walk *of, int32_t field, ps_str value, intake_line *line, ps_error *err)
{
    const ps_intake_field *at = &of->catalogue->intake_fields.at[field];
    char text[QUESTION_TEXT_MAX];
    if (question_takes_none(at) && ps_str_is(value, "none")) return PS_OK;
    const ps_code code = question_read_field(of->catalogue, field, value, &line->value, text, err);
    if (code != PS_OK) return code;
    line->text = ps_arena_text(of->room, ps_str_of(text));
    return line->text ? PS_OK : ps_fail(err, PS_NOMEM, (ps_place){1, 1}, "out of memory");
}

static ps_code read_value(walk *of, meaning what, ps_str value, intake_line *line, ps_error *err)
{
    if (what.what == IS_CONSENT) return read_consent(of, value, err);
    if (what.what == IS_ITEM) return read_item(value, line, err);
    return read_field(of, what.index, value, line, err);
}

// ---- lines ----

static void take_value(walk *of, ps_str line, ps_str id, meaning what, ps_str value)
{
    intake_line *to = place_for(of->to, what);
    ps_error err = {0};
    if (intake_line_is(to)) {
        intake_complain_at(say, of, PS_CONFLICT, here(of, column_of(line, id)),
                           "%.*s stands in line %" PRId32 " already; keep one of them", (int)id.len,
                           id.ptr, to->at.line);
        return;
    }
    intake_line read = {
        .at = {of->line, column_of(line, value)}
    };
    if (read_value(of, what, value, &read, &err) == PS_OK) {
        *to = read;
        of->to->field_count += what.what == IS_FIELD;
        of->to->item_count += what.what == IS_ITEM;
        return;
    }
    char said[PS_ERROR_TEXT];
    memcpy(said, err.text, sizeof said);
    const int32_t inside = err.at.column > 0 ? err.at.column - 1 : 0;
    (void)ps_fail(&err, err.code, here(of, read.at.column + inside), "%.*s: %s", (int)id.len,
                  id.ptr, said);
    say(of, &err);
}

static void take_line(walk *of, ps_str line)
{
    const ps_str said = without_blanks(without_comment(line));
    if (said.len == 0) return;
    const char *colon = memchr(said.ptr, ':', (size_t)said.len);
    if (!colon) {
        intake_complain_at(say, of, PS_SYNTAX, here(of, column_of(line, said)),
                           "want \"id: value\"");
        return;
    }
    const ps_str id = without_blanks((ps_str){said.ptr, (int32_t)(colon - said.ptr)});
    const ps_str value =
        without_blanks((ps_str){colon + 1, (int32_t)(said.ptr + said.len - colon - 1)});
    const meaning what = meaning_of(of->catalogue, id);
    if (what.what == IS_NOTHING) {
        ps_error err = {0};
        const int32_t near = ps_closest(of->catalogue, id_at, id);
        (void)ps_fail_unknown(&err, here(of, column_of(line, said)), "id", id,
                              near == PS_NONE ? NULL : id_at(of->catalogue, near));
        say(of, &err);
        return;
    }
    if (value.len > 0) take_value(of, line, id, what, value);
}

/// Whether the line is one that people wrote; says what it is instead.
static bool is_text(walk *of, ps_str line)
{
    if (line.len > INTAKE_LINE_MAX) {
        intake_complain_at(say, of, PS_RANGE, here(of, INTAKE_LINE_MAX + 1),
                           "want at most %d bytes in a line", (int)INTAKE_LINE_MAX);
        return false;
    }
    char plain[INTAKE_LINE_MAX];
    for (int32_t i = 0; i < line.len; i++) plain[i] = line.ptr[i] == '\t' ? ' ' : line.ptr[i];
    const int32_t good = ps_str_text_len((ps_str){plain, line.len});
    if (good == line.len) return true;
    intake_complain_at(say, of, PS_SYNTAX, here(of, good + 1),
                       "this is no text (byte 0x%02x); want UTF-8 without control "
                       "characters",
                       (unsigned)(unsigned char)line.ptr[good]);
    return false;
}

ps_code intake_file_read(const ps_catalogue *catalogue, ps_str text, ps_arena *room,
                         intake_complain *complain, void *context, intake_file *file)
{
    static const char mark[] = "\xef\xbb\xbf"; // that some editors put in front of UTF-8
    *file = (intake_file){0};
    walk of = {catalogue, room, complain, context, file, 1, PS_OK};
    if (text.len > INTAKE_FILE_BYTES_MAX) {
        intake_complain_at(say, &of, PS_RANGE, here(&of, 1), "want a file of at most %d kB",
                           INTAKE_FILE_BYTES_MAX / 1024);
        return of.code;
    }
    if (text.len >= 3 && memcmp(text.ptr, mark, 3) == 0) {
        text = (ps_str){text.ptr + 3, text.len - 3};
    }
    for (; text.len > 0; of.line++) {
        const char *end = memchr(text.ptr, '\n', (size_t)text.len);
        const int32_t len = end ? (int32_t)(end - text.ptr) : text.len;
        const bool returns = len > 0 && text.ptr[len - 1] == '\r';
        const ps_str line = {text.ptr, len - returns};
        if (is_text(&of, line)) take_line(&of, line);
        if (of.to->problems > INTAKE_PROBLEMS_MAX) break;
        text = (ps_str){text.ptr + len + (end ? 1 : 0), text.len - len - (end ? 1 : 0)};
    }
    return of.code;
}
