// One question of the conversation on the page.
#include "shell/cli/setup_talk.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, NUMBER_COLUMNS = 4, LABEL = 16 };

static void put_heading(talk *of, const question *asked)
{
    const question_view view = talk_view(of);
    buffer note = {0};
    buffer_format(&note, "question %d, about %d left", of->asked_count + 1, question_left(&view));
    buffer_text(&of->c->page.text, "\n"); // apart from the line that was typed last
    paper_put(&of->c->page, INK_HEADING, asked->section);
    paper_format(&of->c->page, INK_QUIET, " [%s]", note.text);
    paper_flow(&of->c->page, 0);
    buffer_free(&note);
    paper_gap(&of->c->page);
}

/// What was answered before, when the question is asked once more.
static const char *said_before(const talk *of, int32_t item)
{
    static const char *const words[] = {
        [PS_NOT_ANSWERED] = "",
        [PS_ANSWERED_NO] = " (before: no)",
        [PS_ANSWERED_YES] = " (before: yes)",
        [PS_ANSWERED_NOT_SURE] = " (before: not sure)",
    };
    return words[of->run->coach->told.profile.answers[item]];
}

static void put_items(talk *of, const question *asked)
{
    paper *page = &of->c->page;
    const bool one = asked->count == 1;
    for (int32_t i = 0; i < asked->count; i++) {
        const int32_t item = asked->items[i];
        paper_put(page, one ? INK_TITLE : INK_PLAIN,
                  of->c->catalogue->screening_items.at[item].ask);
        paper_put(page, INK_QUIET, said_before(of, item));
        if (one) {
            paper_flow(page, 0);
            continue;
        }
        char label[LABEL];
        snprintf(label, sizeof label, "%d", i + 1);
        paper_item(page, INDENT, INK_NAME, label, NUMBER_COLUMNS);
    }
}

static void put_choices(talk *of, const ps_intake_field *field, const ps_value *preset)
{
    paper *page = &of->c->page;
    paper_gap(page);
    for (int32_t i = 0; i < field->choices.count; i++) {
        const bool ticked = preset && (preset->chosen >> i & 1);
        char label[LABEL];
        snprintf(label, sizeof label, "%d", i + 1);
        if (preset && field->type == PS_ASK_SOME_OF) {
            paper_put(page, INK_PLAIN, ticked ? "[x] " : "[ ] ");
        }
        paper_put(page, INK_PLAIN, question_choice(of->c->catalogue, field->choices.at[i]));
        paper_item(page, INDENT, INK_NAME, label, NUMBER_COLUMNS);
    }
}

/// What an empty line stands for, in words.
static void put_preset(talk *of, const question *asked, const ps_value *preset)
{
    const ps_intake_field *field = talk_field(of, asked);
    char text[QUESTION_TEXT_MAX];
    ps_intake_write(of->c->catalogue, asked->field, preset, text, sizeof text);
    const char *words =
        field->type == PS_ASK_ONE_OF ? question_choice(of->c->catalogue, text) : text;
    paper_format(&of->c->page, INK_QUIET, " · Enter %s", words);
}

/// What may be typed: "a number from 0 to 10", "numbers: each ticks or unticks a line".
static void put_wanted(talk *of, const question *asked, const ps_value *preset)
{
    paper *page = &of->c->page;
    const ps_intake_field *field = talk_field(of, asked);
    switch (field->type) {
    case PS_ASK_INT:
    case PS_ASK_NUMBER:
        if (question_scale(field)) {
            paper_format(page, INK_QUIET, "a number, %s", question_scale(field));
        } else {
            paper_format(page, INK_QUIET, "a number from %d to %d", field->low, field->high);
        }
        break;
    case PS_ASK_YES_NO:
        paper_put(page, INK_QUIET, "y yes · n no");
        break;
    case PS_ASK_ONE_OF:
        paper_put(page, INK_QUIET, "the number of a line");
        break;
    case PS_ASK_SOME_OF:
        paper_put(page, INK_QUIET,
                  preset ? "numbers tick or untick" : "one or more numbers · 0 none");
        break;
    case PS_ASK_TEXT:
    case PS_ASK_DERIVED:
        paper_put(page, INK_QUIET,
                  strcmp(field->id, "country") == 0 ? "two letters" : "in your own words");
        break;
    }
    if (preset && field->type == PS_ASK_SOME_OF) {
        paper_put(page, INK_QUIET, " · Enter as it stands");
    } else if (preset) {
        put_preset(of, asked, preset);
    } else if (asked->optional) {
        const bool told = of->run->coach->told.profile.values[asked->field].given;
        paper_put(page, INK_QUIET, told ? " · none no longer" : " · Enter leave it out");
    }
}

static void put_field(talk *of, const question *asked, const ps_value *preset)
{
    paper *page = &of->c->page;
    const ps_intake_field *field = talk_field(of, asked);
    paper_put(page, INK_TITLE, field->ask ? field->ask : field->id);
    paper_flow(page, 0);
    if (field->hint) {
        paper_put(page, INK_PLAIN, field->hint);
        paper_flow(page, 0);
    }
    if (field->type == PS_ASK_ONE_OF || field->type == PS_ASK_SOME_OF) {
        put_choices(of, field, preset);
    }
}

static void put_keys(talk *of, const question *asked, const ps_value *preset)
{
    paper *page = &of->c->page;
    paper_gap(page);
    if (asked->kind == PS_QUESTION_FIELD) {
        put_wanted(of, asked, preset);
    } else if (asked->count == 1) {
        paper_put(page, INK_QUIET, "y yes · n no · ? not sure");
    } else {
        paper_format(page, INK_QUIET, "n none of these · 1 %d both true · 2? not sure",
                     asked->count);
    }
    paper_put(page, INK_QUIET, " · b back · h why · q stop");
    paper_flow(page, 0);
}

void talk_put_question(talk *of, const question *asked, const ps_value *preset)
{
    put_heading(of, asked);
    if (asked->kind == PS_QUESTION_ITEM) put_items(of, asked);
    if (asked->kind == PS_QUESTION_FIELD) put_field(of, asked, preset);
    put_keys(of, asked, preset);
}

void talk_put_why(talk *of, const question *asked)
{
    paper *page = &of->c->page;
    const ps_flags *flags = &of->c->catalogue->flags;
    if (asked->kind == PS_QUESTION_FIELD) {
        paper_put(page, INK_PLAIN, question_why(talk_field(of, asked)->id));
        paper_flow(page, 0);
        return;
    }
    for (int32_t i = 0; i < asked->count; i++) {
        const int32_t flag = asked->flags[i];
        // neighbours are often asked for one and the same thing
        if (flag == PS_NONE || (i > 0 && flag == asked->flags[i - 1])) continue;
        int32_t last = i;
        while (last + 1 < asked->count && asked->flags[last + 1] == flag) last++;
        char label[LABEL + LABEL];
        snprintf(label, sizeof label, last > i ? "%d-%d" : "%d", i + 1, last + 1);
        paper_put(page, INK_PLAIN, flags->at[flag].why);
        paper_item(page, INDENT, INK_NAME, asked->count > 1 ? label : "", NUMBER_COLUMNS + 2);
    }
}
