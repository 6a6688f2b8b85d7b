// Laws: any file of answers is read or refused, with problems exactly when it is refused, each with
// a place in the file; what was read and is written line by line reads to the same answers. Any
// line that is typed to a question is an answer within its limits, or says what was wanted.
#include "shell/cli/intake_file.h"
#include "shell/cli/question.h"
#include "shell/codec/buffer.h"

#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 64, ROOM_SPARE = 1 << 16 };

typedef struct {
    int32_t lines, problems;
} seen;

static void complain(void *context, const ps_error *err)
{
    seen *of = context;
    of->problems++;
    if (err->code == PS_OK || err->code == PS_NOMEM || err->text[0] == '\0') abort();
    if (err->at.line < 1 || err->at.line > of->lines || err->at.column < 1) abort();
}

static ps_code read_text(ps_str text, ps_arena *room, intake_file *file)
{
    seen of = {.lines = 1};
    ps_error err = {0};
    for (int32_t i = 0; i < text.len; i++) of.lines += text.ptr[i] == '\n';
    const size_t size = (size_t)text.len + (size_t)of.lines * LINE_BYTES + ROOM_SPARE;
    if (room_open(size, room, &err) != PS_OK) abort();
    const ps_code code = intake_file_read(&ps_catalogue_builtin, text, room, complain, &of, file);
    if ((code == PS_OK) != (of.problems == 0) || of.problems > file->problems) abort();
    return code;
}

static void write_line(buffer *to, const char *id, const intake_line *line, const char *value)
{
    if (intake_line_is(line)) buffer_format(to, "%s: %s\n", id, value ? value : "none");
}

static void write_text(buffer *to, const intake_file *file)
{
    static const char *const answers[] = {"no", "yes", "not_sure"};
    const ps_catalogue *catalogue = &ps_catalogue_builtin;
    buffer_text(to, "\n");
    write_line(to, "consent", &file->consent, catalogue->consent.version);
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        write_line(to, catalogue->intake_fields.at[i].id, &file->fields[i], file->fields[i].text);
    }
    for (int32_t i = 0; i < catalogue->screening_items.count; i++) {
        write_line(to, catalogue->screening_items.at[i].id, &file->items[i],
                   answers[file->items[i].answer]);
    }
}

static void check_same(const intake_file *a, const intake_file *b)
{
    if (a->field_count != b->field_count || a->item_count != b->item_count) abort();
    for (int32_t i = 0; i < PS_INTAKE_MAX; i++) {
        const char *one = a->fields[i].text, *other = b->fields[i].text;
        if (intake_line_is(&a->fields[i]) != intake_line_is(&b->fields[i])) abort();
        if ((one == NULL) != (other == NULL) || (one && strcmp(one, other) != 0)) abort();
    }
    for (int32_t i = 0; i < PS_ITEMS_MAX; i++) {
        if (intake_line_is(&a->items[i]) != intake_line_is(&b->items[i])) abort();
        if (a->items[i].answer != b->items[i].answer) abort();
    }
}

/// The first byte chooses the question, the rest is what is typed.
static void type_line(const uint8_t *data, size_t size)
{
    const int32_t fields = ps_catalogue_builtin.intake_fields.count;
    const int32_t chosen = data[0] % (fields + QUESTION_LINES_MAX);
    const bool items = chosen >= fields;
    // nobody is asked what is computed
    if (!items && ps_catalogue_builtin.intake_fields.at[chosen].type == PS_ASK_DERIVED) return;
    const question asked = {.kind = items ? PS_QUESTION_ITEM : PS_QUESTION_FIELD,
                            .field = items ? 0 : chosen,
                            .count = items ? chosen - fields + 1 : 0};
    const reply said = question_read(&ps_catalogue_builtin, &asked, NULL,
                                     (ps_str){(const char *)data + 1, (int32_t)size - 1});
    if (said.kind == REPLY_UNCLEAR && said.text[0] == '\0') abort();
    if (said.kind != REPLY_ANSWER || items) return;
    ps_value value;
    char text[QUESTION_TEXT_MAX];
    // what is stored reads back to itself
    if (question_read_field(&ps_catalogue_builtin, chosen, ps_str_of(said.text), &value, text,
                            NULL) != PS_OK) {
        abort();
    }
    if (strcmp(text, said.text) != 0) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    intake_file file, again;
    ps_arena room = {0}, room_again = {0};
    buffer text = {0};
    if (read_text((ps_str){(const char *)data, (int32_t)size}, &room, &file) == PS_OK) {
        write_text(&text, &file);
        const ps_str written = {text.text, (int32_t)text.len};
        if (read_text(written, &room_again, &again) != PS_OK) abort();
        check_same(&file, &again);
    }
    if (size > 0) type_line(data, size);
    buffer_free(&text);
    room_close(&room_again);
    room_close(&room);
    return 0;
}
