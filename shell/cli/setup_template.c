// psoas setup --template: a file of answers to fill in.
#include "shell/cli/setup.h"

#include <string.h>

enum { COMMENT_WIDTH = 78 };

/// A sentence as comment lines.
static void put_comment(buffer *to, const char *text)
{
    paper lines = paper_of(COMMENT_WIDTH, false);
    paper_put(&lines, INK_PLAIN, text);
    paper_flow(&lines, 0);
    for (const char *at = lines.text.text; at && *at; at += strcspn(at, "\n") + 1) {
        buffer_format(to, "# %.*s\n", (int)strcspn(at, "\n"), at);
    }
    paper_free(&lines);
}

static void put_comment_of(buffer *to, const char *text)
{
    if (text) put_comment(to, text);
}

/// What may stand there: bounds or choices.
static void put_limits(buffer *to, const ps_intake_field *field)
{
    buffer text = {0};
    switch (field->type) {
    case PS_ASK_INT:
    case PS_ASK_NUMBER:
        buffer_format(&text, "%d to %d", field->low, field->high);
        break;
    case PS_ASK_YES_NO:
        buffer_text(&text, "yes or no");
        break;
    case PS_ASK_ONE_OF:
    case PS_ASK_SOME_OF:
        buffer_text(&text, field->type == PS_ASK_ONE_OF ? "one of: " : "some of, or none: ");
        for (int32_t i = 0; i < field->choices.count; i++) {
            buffer_format(&text, "%s%s", i > 0 ? ", " : "", field->choices.at[i]);
        }
        break;
    case PS_ASK_TEXT:
    case PS_ASK_DERIVED:
        break;
    }
    if (field->optional) buffer_format(&text, "%smay be left empty", text.len > 0 ? "; " : "");
    put_comment_of(to, text.text);
    buffer_free(&text);
}

cli_exit setup_template(cli *c)
{
    const ps_catalogue *catalogue = c->catalogue;
    buffer *to = &c->page.text;
    put_comment(to, "Answers for: psoas setup --from FILE. Write them behind the colons. A line "
                    "without an answer says nothing, so the file can be read in parts.");
    buffer_text(to, "\n");
    for (int32_t i = 0; i < catalogue->consent.points.count; i++) {
        put_comment(to, catalogue->consent.points.at[i]);
    }
    buffer_format(to, "# When you agree: consent: %s\nconsent:\n\n", catalogue->consent.version);
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        const ps_intake_field *field = &catalogue->intake_fields.at[i];
        if (field->type == PS_ASK_DERIVED) continue;
        put_comment_of(to, field->ask);
        put_comment_of(to, field->hint);
        put_limits(to, field);
        buffer_format(to, "%s:\n\n", field->id);
    }
    put_comment(to, "The safety questions: yes, no or not_sure (which counts as yes).");
    buffer_text(to, "\n");
    for (int32_t i = 0; i < catalogue->screening_items.count; i++) {
        put_comment(to, catalogue->screening_items.at[i].ask);
        buffer_format(to, "%s:\n", catalogue->screening_items.at[i].id);
    }
    return CLI_OK;
}
