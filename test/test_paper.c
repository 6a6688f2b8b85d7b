// Text on paper. Laws, over random texts and widths: no line is wider than asked when no word is;
// the lines joined by blanks are the text again; no character is cut in two; without ink there is
// no escape sequence, with it the same text. Facts: widths of characters, where lines may end.
#include "shell/cli/paper.h"
#include "shell/cli/wrap.h"

#include "test.h"

// ---- characters ----

static const struct {
    const char *row, *text;
    int32_t bytes, columns;
    bool clean;
} glyphs[] = {
    {"letter",          "ab",                1, 1, true },
    {"umlaut",          "ü",                2, 1, true },
    {"dash",            "–",               3, 1, true },
    {"combining",       "e\xcc\x81x",        3, 1, true },
    {"two marks",       "a\xcc\x81\xcc\xa3", 5, 1, true },
    {"wide",            "日本",            3, 2, true },
    {"emoji",           "\xf0\x9f\x98\x80",  4, 2, true },
    {"control",         "\033[1m",           1, 1, false},
    {"delete",          "\x7f",              1, 1, false},
    {"c1 control",      "\xc2\x9b",          2, 2, false},
    {"lone tail",       "\x80",              1, 1, false},
    {"cut short",       "\xe2\x80",          1, 1, false},
    {"too long a form", "\xc0\xaf",          1, 1, false},
    {"surrogate",       "\xed\xa0\x80",      1, 1, false},
    {"beyond",          "\xf4\x90\x80\x80",  1, 1, false},
};

static void characters(void)
{
    for (int32_t i = 0; i < PS_COUNT(glyphs); i++) {
        const glyph got = text_glyph(ps_str_of(glyphs[i].text));
        CHECK(glyphs[i].row, got.bytes == glyphs[i].bytes);
        CHECK(glyphs[i].row, got.columns == glyphs[i].columns);
        CHECK(glyphs[i].row, got.clean == glyphs[i].clean);
    }
}

// ---- lines ----

static const struct {
    const char *row, *text;
    int32_t columns;
    const char *lines; ///< joined by '|'
} wraps[] = {
    {"fits",                         "one two",                7,  "one two"               },
    {"breaks",                       "one two",                6,  "one|two"               },
    {"exact line",                   "abc def ghi",            3,  "abc|def|ghi"           },
    {"blanks at the break",          "one   two",              5,  "one|two"               },
    {"blanks at the end",            "one  ",                  10, "one"                   },
    {"word too long",                "abcdefgh",               3,  "abc|def|gh"            },
    {"long word behind a short one", "ab cdefgh",              4,  "ab|cdef|gh"            },
    {"number and unit",              "hold it 30 s now",       10, "hold it|30 s now"      },
    {"range and unit",               "rest 10–15 s",         11, "rest|10–15 s"        },
    {"unit, no other place",         "30 s",                   3,  "30|s"                  },
    {"mark",                         "lower slowly [ours]",    12, "lower|slowly|[ours]"   },
    {"mark stays",                   "lower it slowly [ours]", 16, "lower it|slowly [ours]"},
    {"not a unit",                   "of 30 sets",             6,  "of 30|sets"            },
    {"wide",                         "日本 日本",          4,  "日本|日本"         },
    {"wide word cut",                "日本日本",           5,  "日本|日本"         },
    {"marks count nothing",          "é\xcc\xa3 x",           4,  "é\xcc\xa3 x"          },
};

static void join_lines(const char *text, int32_t columns, const char *between, buffer *to)
{
    const ps_str all = ps_str_of(text);
    for (int32_t at = 0, next = 0; at < all.len; at += next) {
        const int32_t len = text_line((ps_str){all.ptr + at, all.len - at}, columns, &next);
        if (at > 0) buffer_text(to, between);
        buffer_add(to, all.ptr + at, (size_t)len);
    }
}

static void line_ends(void)
{
    for (int32_t i = 0; i < PS_COUNT(wraps); i++) {
        buffer lines = {0};
        join_lines(wraps[i].text, wraps[i].columns, "|", &lines);
        CHECK_TEXT(wraps[i].row, lines.text, wraps[i].lines);
        buffer_free(&lines);
    }
}

/// Words of characters of all kinds, of at most `widest` columns, one blank between them.
static void make_text(uint64_t *seed, int32_t widest, buffer *to)
{
    static const char *const pieces[] = {"a", "b", "9", "s",  "[",        "]",
                                         "-", "ü", "–", "日", "e\xcc\x81"};
    const int32_t words = test_between(seed, 1, 40);
    for (int32_t i = 0; i < words; i++) {
        if (i > 0) buffer_text(to, " ");
        int32_t columns = 0;
        const int32_t wanted = test_between(seed, 1, widest);
        while (columns < wanted) {
            const char *piece = pieces[test_between(seed, 0, PS_COUNT(pieces) - 1)];
            const int32_t more = text_columns(ps_str_of(piece));
            if (columns + more > wanted) piece = "x";
            buffer_text(to, piece);
            columns += columns + more > wanted ? 1 : more;
        }
    }
}

static void wrap_laws(void)
{
    uint64_t seed = 7;
    for (int32_t round = 0; round < 3000; round++) {
        const int32_t columns = test_between(&seed, 4, 60);
        buffer text = {0}, again = {0}, lines = {0};
        make_text(&seed, columns, &text);
        join_lines(text.text, columns, " ", &again);
        CHECK_TEXT("the text comes back", again.text, text.text);

        join_lines(text.text, columns, "\n", &lines);
        for (const char *line = lines.text; line; line = strchr(line, '\n')) {
            if (*line == '\n') line++;
            const ps_str whole = {line, (int32_t)strcspn(line, "\n")};
            CHECK("no line is too wide", text_columns(whole) <= columns);
            for (int32_t at = 0; at < whole.len;) {
                const glyph next = text_glyph((ps_str){whole.ptr + at, whole.len - at});
                CHECK("characters stay whole", next.clean);
                at += next.bytes;
            }
        }
        buffer_free(&text);
        buffer_free(&again);
        buffer_free(&lines);
    }
}

// ---- pages ----

/// A page with one of everything.
static void write_page(paper *to)
{
    static const paper_column columns[] = {
        {"name", INK_NAME },
        {"text", INK_PLAIN},
        {"note", INK_QUIET}
    };
    static const char *const cells[] = {"one", "the first of them", "short", "Heading", NULL, NULL,
                                        "two", "the second",        ""};
    paper_title(to, "A page with a name", "page-id");
    paper_heading(to, "Part", "ours");
    paper_put(to, INK_PLAIN, "Some words, ");
    paper_put(to, INK_STOP, "some of them loud, and enough of them for more than one line.");
    paper_flow(to, 2);
    paper_put(to, INK_OFF, "switched off");
    paper_item(to, 2, INK_QUIET, "-", 2);
    paper_put(to, INK_PLAIN, "a row with a text that is longer than the page is wide, surely");
    paper_item(to, 2, INK_QUIET, "Label", 12);
    paper_text(to, 0, "First paragraph.\n\nSecond one.");
    paper_table(to, columns, PS_COUNT(columns), cells, 3);
}

/// `text` without its escape sequences.
static void strip(const char *text, buffer *to)
{
    while (*text) {
        if (*text == '\033') {
            text += strcspn(text, "m") + 1;
            continue;
        }
        buffer_add(to, text++, 1);
    }
}

static void ink_changes_no_text(void)
{
    for (int32_t width = PAPER_WIDTH_MIN; width <= PAPER_WIDTH_MAX; width++) {
        paper plain = paper_of(width, false), inked = paper_of(width, true);
        write_page(&plain);
        write_page(&inked);
        CHECK("no escapes without ink", !strchr(plain.text.text, '\033'));
        CHECK("escapes with ink", strstr(inked.text.text, "\033[9mswitched off\033[0m") != NULL);
        buffer stripped = {0};
        strip(inked.text.text, &stripped);
        CHECK_TEXT("the same text", stripped.text, plain.text.text);
        buffer_free(&stripped);
        paper_free(&plain);
        paper_free(&inked);
    }
}

static void pages_keep_their_width(void)
{
    for (int32_t width = PAPER_WIDTH_MIN; width <= PAPER_WIDTH_MAX; width++) {
        paper page = paper_of(width, false);
        write_page(&page);
        for (const char *line = page.text.text; *line;) {
            const ps_str whole = {line, (int32_t)strcspn(line, "\n")};
            CHECK("line fits", text_columns(whole) <= width);
            CHECK("nothing trails", whole.len == 0 || whole.ptr[whole.len - 1] != ' ');
            line += whole.len + 1;
        }
        paper_free(&page);
    }
}

static const struct {
    const char *row, *label;
    int32_t columns;
    const char *text;
} layouts[] = {
    {"beside",        "Label", 10, "  Label     one two three four five six\n            seven\n"},
    {"label as wide", "Label", 5,  "  Label\n    one two three four five six seven\n"            },
    {"little room",   "Label", 20, "  Label\n    one two three four five six seven\n"            },
    {"no label",      "",      10, "            one two three four five six\n            seven\n"},
};

static void labels_move_up_where_there_is_no_room(void)
{
    for (int32_t i = 0; i < PS_COUNT(layouts); i++) {
        paper page = paper_of(40, false);
        paper_put(&page, INK_PLAIN, "one two three four five six seven");
        paper_item(&page, 2, INK_PLAIN, layouts[i].label, layouts[i].columns);
        CHECK_TEXT(layouts[i].row, page.text.text, layouts[i].text);
        paper_free(&page);
    }
}

static void controls_do_not_reach_the_terminal(void)
{
    paper page = paper_of(40, true);
    paper_put(&page, INK_PLAIN, "a\033[2Jb\rc\xff");
    paper_flow(&page, 0);
    CHECK_TEXT("replaced", page.text.text,
               "a\xef\xbf\xbd[2Jb\xef\xbf\xbd"
               "c\xef\xbf\xbd\n");
    paper_free(&page);
}

TEST_MAIN(TEST_CASE(characters), TEST_CASE(line_ends), TEST_CASE(wrap_laws),
          TEST_CASE(ink_changes_no_text), TEST_CASE(pages_keep_their_width),
          TEST_CASE(labels_move_up_where_there_is_no_room),
          TEST_CASE(controls_do_not_reach_the_terminal))
