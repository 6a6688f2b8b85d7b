#include "shell/cli/paper.h"

#include "shell/cli/wrap.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { BESIDE_MIN = 22, PIECE_MAX = 4096 };

/// How ink looks; the terminal's own colours, so that they fit its background.
static const char *const looks[] = {
    [INK_PLAIN] = "",        [INK_TITLE] = "\033[1m",   [INK_HEADING] = "\033[1m",
    [INK_NAME] = "\033[36m", [INK_QUIET] = "\033[2m",   [INK_GOOD] = "\033[32m",
    [INK_CARE] = "\033[33m", [INK_STOP] = "\033[1;31m", [INK_OFF] = "\033[9m",
};

paper paper_of(int32_t width, bool inked)
{
    assert(width >= PAPER_WIDTH_MIN && width <= PAPER_WIDTH_MAX);
    return (paper){.width = width, .inked = inked};
}

void paper_free(paper *of)
{
    buffer_free(&of->text);
    buffer_free(&of->words);
    buffer_free(&of->inks);
}

// ---- pieces ----

static void put_clean(paper *to, paper_ink ink, const char *bytes, int32_t len)
{
    const char colour = (char)ink;
    buffer_add(&to->words, bytes, (size_t)len);
    for (int32_t i = 0; i < len; i++) buffer_add(&to->inks, &colour, 1);
}

void paper_put_str(paper *to, paper_ink ink, ps_str text)
{
    for (int32_t at = 0; at < text.len;) {
        const glyph next = text_glyph((ps_str){text.ptr + at, text.len - at});
        if (next.clean) {
            put_clean(to, ink, text.ptr + at, next.bytes);
        } else {
            put_clean(to, ink, "\xef\xbf\xbd", 3);
        }
        at += next.bytes;
    }
}

void paper_put(paper *to, paper_ink ink, const char *text)
{
    paper_put_str(to, ink, ps_str_of(text));
}

void paper_format(paper *to, paper_ink ink, const char *format, ...)
{
    char piece[PIECE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(piece, sizeof piece, format, args);
    va_end(args);
    paper_put(to, ink, piece);
}

// ---- lines ----

static void put_spaces(paper *to, int32_t count)
{
    for (int32_t i = 0; i < count; i++) buffer_add(&to->text, " ", 1);
}

/// Finished text in its ink.
static void put_inked(paper *to, paper_ink ink, const char *bytes, size_t len)
{
    const bool plain = !to->inked || ink == INK_PLAIN || len == 0;
    if (!plain) buffer_text(&to->text, looks[ink]);
    buffer_add(&to->text, bytes, len);
    if (!plain) buffer_text(&to->text, "\033[0m");
}

/// Bytes start..end of the paragraph, in pieces of one ink.
static void put_pieces(paper *to, int32_t start, int32_t end)
{
    for (int32_t at = start; at < end;) {
        const char colour = to->inks.text[at];
        int32_t stop = at + 1;
        while (stop < end && to->inks.text[stop] == colour) stop++;
        put_inked(to, (paper_ink)colour, to->words.text + at, (size_t)(stop - at));
        at = stop;
    }
}

static int32_t measure(const paper *of)
{
    return of->width < PAPER_MEASURE ? of->width : PAPER_MEASURE;
}

static void end_paragraph(paper *to)
{
    buffer_clear(&to->words);
    buffer_clear(&to->inks);
}

/// Lays out the paragraph. The first line has `taken` columns already, the others get them blank.
static void flow(paper *to, int32_t taken)
{
    const ps_str words = {to->words.text, (int32_t)to->words.len};
    const int32_t room = measure(to) - taken;
    assert(room > 0);
    for (int32_t at = 0, next = 0; at < words.len; at = next) {
        const ps_str rest = {words.ptr + at, words.len - at};
        const int32_t len = text_line(rest, room, &next);
        if (at > 0) put_spaces(to, taken);
        put_pieces(to, at, at + len);
        buffer_text(&to->text, "\n");
        next += at;
    }
    end_paragraph(to);
}

void paper_flow(paper *to, int32_t indent)
{
    if (to->words.len == 0) return;
    put_spaces(to, indent);
    flow(to, indent);
}

void paper_row(paper *to, int32_t indent)
{
    put_spaces(to, indent);
    put_pieces(to, 0, (int32_t)to->words.len);
    buffer_text(&to->text, "\n");
    end_paragraph(to);
}

/// Columns of the longest word of the paragraph.
static int32_t longest_word(const paper *of)
{
    int32_t longest = 0;
    for (const char *at = of->words.text; at && *at;) {
        const size_t len = strcspn(at, " ");
        const int32_t columns = text_columns((ps_str){at, (int32_t)len});
        longest = columns > longest ? columns : longest;
        at += len + strspn(at + len, " ");
    }
    return longest;
}

void paper_item(paper *to, int32_t indent, paper_ink ink, const char *label, int32_t columns)
{
    const int32_t taken = text_columns(ps_str_of(label));
    const int32_t room = measure(to) - indent - columns;
    const bool beside = taken < columns && room >= BESIDE_MIN && room >= longest_word(to);
    if (taken > 0) {
        put_spaces(to, indent);
        put_inked(to, ink, label, strlen(label));
    }
    if (beside && to->words.len > 0) {
        put_spaces(to, taken > 0 ? columns - taken : indent + columns);
        flow(to, indent + columns);
        return;
    }
    if (taken > 0) buffer_text(&to->text, "\n");
    paper_flow(to, indent + 2);
}

// ---- the usual pieces ----

void paper_gap(paper *to)
{
    const buffer *text = &to->text;
    const bool open =
        text->len > 0 && !(text->len > 1 && strcmp(text->text + text->len - 2, "\n\n") == 0);
    if (open) buffer_text(&to->text, "\n");
}

void paper_title(paper *to, const char *name, const char *id)
{
    const int32_t taken = text_columns(ps_str_of(name)) + text_columns(ps_str_of(id));
    paper_gap(to);
    if (taken + 2 <= measure(to)) {
        put_inked(to, INK_TITLE, name, strlen(name));
        put_spaces(to, measure(to) - taken);
        put_inked(to, INK_NAME, id, strlen(id));
        buffer_text(&to->text, "\n");
        return;
    }
    paper_put(to, INK_TITLE, name);
    paper_flow(to, 0);
    paper_put(to, INK_NAME, id);
    paper_flow(to, 0);
}

void paper_heading(paper *to, const char *text, const char *note)
{
    paper_gap(to);
    paper_put(to, INK_HEADING, text);
    if (note) paper_format(to, INK_QUIET, " [%s]", note);
    paper_flow(to, 0);
}

void paper_text(paper *to, int32_t indent, const char *text)
{
    while (*text) {
        const char *end = strstr(text, "\n\n");
        const size_t len = end ? (size_t)(end - text) : strlen(text);
        paper_put_str(to, INK_PLAIN, (ps_str){text, (int32_t)len});
        paper_flow(to, indent);
        if (end) paper_gap(to);
        text += len + (end ? 2 : 0);
    }
}
