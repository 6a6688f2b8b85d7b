// psoas dose: what a dose means, and where it is wrong.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/words.h"
#include "shell/cli/wrap.h"

#include <assert.h>
#include <string.h>

enum { LABEL = 9, SETUP_S = 15, TRANSITION_S = 4 };

/// The arguments as one text, so that a dose needs no quotes where the shell allows it.
static void join(const cli *c, buffer *to)
{
    for (int32_t i = 0; i < c->argument_count; i++) {
        buffer_format(to, "%s%s", i > 0 ? " " : "", c->arguments[i]);
    }
}

/// Whether the text is a dose as people write it by hand, "3 x 10" or "3×10": it has a cross that
/// is another sign, or blanks around it.
static bool is_by_hand(const char *text)
{
    assert(text);
    return strstr(text, "×") || strstr(text, " x") || strstr(text, "x ") || strstr(text, " X") ||
           strstr(text, "X ");
}

/// The text again, and a caret under the byte at fault.
static cli_exit refuse(cli *c, const char *text, const ps_error *err)
{
    cli_complain(c, CLI_USAGE, "%s", err->text);

    paper line = paper_of(PAPER_WIDTH, false);
    const int32_t column = err->at.column > 0 ? err->at.column - 1 : 0;
    paper_put(&line, INK_PLAIN, text);
    paper_row(&line, 2);
    const int32_t blanks = 2 + text_columns((ps_str){text, column});
    for (int32_t i = 0; i < blanks; i++) paper_put(&line, INK_PLAIN, " ");
    paper_put(&line, INK_PLAIN, "^");
    paper_row(&line, 0);
    buffer_text(&c->messages, line.text.text);
    if (is_by_hand(text)) buffer_text(&c->messages, "Write 3x10, with an x and without blanks.\n");
    paper_free(&line);
    return CLI_USAGE;
}

static void put_row(cli *c, const char *label, paper_ink ink, const char *text)
{
    paper_put(&c->page, ink, text);
    paper_item(&c->page, 0, INK_QUIET, label, LABEL);
}

static void put_page(cli *c, const dose_report *report)
{
    char text[PS_DOSE_TEXT];
    ps_dose_format(&report->dose, text, sizeof text);
    put_row(c, "dose", INK_NAME, text);
    put_row(c, "words", INK_PLAIN, report->words);

    ps_error err = {0};
    if (ps_dose_check_asked(&report->dose, &err) != PS_OK) {
        put_row(c, "asked", INK_CARE, "no: a person cannot be asked for a number that is missing");
        return;
    }
    buffer time = {0};
    buffer_text(&time, "about ");
    words_duration(&time, report->seconds);
    buffer_format(&time, ", counting %d s to get ready and %d s for a movement without a tempo",
                  SETUP_S, TRANSITION_S);
    put_row(c, "time", INK_PLAIN, time.text);
    buffer_free(&time);
}

cli_exit dose_read(cli *c)
{
    buffer text = {0}, words = {0};
    join(c, &text);
    ps_error err = {0};
    dose_report report;
    cli_exit code = CLI_OK;
    if (ps_dose_parse(ps_str_of(text.text), &report.dose, &err) != PS_OK) {
        code = refuse(c, text.text, &err);
        goto done;
    }
    words_dose(&words, &report.dose);
    report.words = words.text;
    report.seconds = ps_dose_seconds(&report.dose, 1, (ps_timing){SETUP_S, TRANSITION_S});
    report.asked = ps_dose_check_asked(&report.dose, NULL) == PS_OK;
    if (c->json) {
        const void *item = &report;
        envelope_write(c, "dose", &item, 1);
    } else {
        put_page(c, &report);
    }
done:
    buffer_free(&words);
    buffer_free(&text);
    return code;
}
