// One exercise of a plan: what it is, how much of it, and what is special about it today.
#include "shell/cli/coach_words.h"
#include "shell/cli/pages.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/words.h"

#include <stdio.h>

enum { LABEL = 9 };

// ---- an item of a session ----

static const char *load_words(ps_loadable loadable)
{
    static const char *const words[] = {
        [PS_LOADS_NONE] = "with its load",
        [PS_LOADS_BAND] = "with a band",
        [PS_LOADS_DUMBBELL] = "with a dumbbell",
        [PS_LOADS_ANKLE_WEIGHT] = "with an ankle weight",
    };
    return words[loadable];
}

static void put_mark(cli *c, const char *text)
{
    if (c->page.words.len > 0) paper_put(&c->page, INK_CARE, "; ");
    paper_put(&c->page, INK_CARE, text);
}

/// What differs from the plain dose, each in words.
static void put_marks(cli *c, const ps_plan_item *item)
{
    if (item->loaded) put_mark(c, load_words(exercise_at(c, item->exercise)->engine.loadable));
    if (item->shortened) put_mark(c, "shortened: it does not count for the next step");
    if (item->instead != PS_NONE) {
        put_mark(c, "in the place of ");
        paper_put(&c->page, INK_CARE, exercise_at(c, item->instead)->name);
    }
    paper_flow(&c->page, PLAN_INDENT + PLAN_NUMBER);
}

const char *plan_code_note(const cli *c, int32_t exercise, ps_code_set codes, int32_t code)
{
    const char *note = NULL;
    if ((codes >> code & 1) == 0) return NULL;
    return ps_exercise_code(exercise_at(c, exercise), code, &note) == PS_CODE_MODIFY ? note : NULL;
}

void plan_put_code_notes(cli *c, int32_t exercise, ps_code_set codes, int32_t indent)
{
    for (int32_t i = 0; i < c->catalogue->codes.count; i++) {
        const char *note = plan_code_note(c, exercise, codes, i);
        if (!note) continue;
        paper_put(&c->page, INK_CARE, note);
        buffer because = {0};
        words_code(&because, &c->catalogue->codes.at[i]);
        paper_format(&c->page, INK_QUIET, " (%s)", because.text);
        buffer_free(&because);
        paper_item(&c->page, indent, INK_CARE, "change", LABEL);
    }
}

/// "1.  Marching on the spot  march-in-place"
static void put_name(cli *c, int32_t exercise, const char *word, paper_ink ink, int32_t number)
{
    char label[16] = "-";
    if (number > 0) snprintf(label, sizeof label, "%d.", number);
    if (word) paper_format(&c->page, INK_CARE, "%s: ", word);
    paper_put(&c->page, ink, exercise_at(c, exercise)->name);
    paper_put(&c->page, INK_PLAIN, "  ");
    paper_put(&c->page, INK_NAME, exercise_at(c, exercise)->id);
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, label, PLAN_NUMBER);
}

void plan_put_item(cli *c, const ps_plan_item *item, ps_side weaker, int32_t number)
{
    buffer words = {0};
    words_asked(&words, c->catalogue, item, weaker);
    put_name(c, item->exercise, NULL, INK_PLAIN, number);
    paper_put(&c->page, INK_PLAIN, words.text);
    paper_flow(&c->page, PLAN_INDENT + PLAN_NUMBER);
    buffer_free(&words);
    put_marks(c, item);
    plan_put_code_notes(c, item->exercise, item->notes, PLAN_INDENT + PLAN_NUMBER);
}

// ---- what a programme of an article leaves out ----

/// The word for the state that the article's item is in for this person.
static const char *struck_word(const cli *c, const ps_plan_struck *struck)
{
    const ps_selectable chosen = exercise_at(c, struck->exercise)->engine.selectable;
    if (chosen == PS_CHOSEN_AFTER_SIGNOFF) return "not before a clinician has approved it";
    static const char *const words[] = {
        [PS_ITEM_RUNS] = "left out",
        [PS_ITEM_OFF] = "off",
        [PS_ITEM_OPT_IN] = "only if you choose it",
        [PS_ITEM_ADVICE] = "advice",
    };
    return words[struck->status];
}

static void put_row(cli *c, const char *label, paper_ink ink, const char *text)
{
    paper_put(&c->page, ink, text);
    paper_item(&c->page, PLAN_INDENT + PLAN_NUMBER, INK_CARE, label, LABEL);
}

/// How to choose what is for those who ask for it, unless something told stands against it.
static void put_opt_in(cli *c, const ps_plan_struck *struck)
{
    const ps_exercise *exercise = exercise_at(c, struck->exercise);
    const bool closed = (struck->why.all >> PS_BLOCK_CODE & 1) != 0;
    if (exercise->engine.selectable != PS_CHOSEN_BY_OPT_IN || closed) return;
    buffer command = {0};
    buffer_format(&command, "psoas setup optin %s", exercise->id);
    put_row(c, "choose", INK_NAME, command.text);
    buffer_free(&command);
}

void plan_put_struck(cli *c, const ps_plan_struck *struck, int32_t number)
{
    const bool advice = struck->status == PS_ITEM_ADVICE;
    put_name(c, struck->exercise, struck_word(c, struck), advice ? INK_PLAIN : INK_OFF, number);
    if (struck->reason) {
        put_row(c, "why", INK_PLAIN, struck->reason);
    } else if (!advice) {
        buffer words = {0};
        buffer_text(&words, words_block(exercise_at(c, struck->exercise), struck->why.block));
        const size_t taken = words.len;
        buffer_text(&words, ": ");
        words_why_not(&words, c->catalogue, struck->exercise, &struck->why);
        if (words.len == taken + 2) words.text[taken] = '\0';
        put_row(c, "why", INK_PLAIN, words.text);
        buffer_free(&words);
    }
    put_opt_in(c, struck);
    if (struck->replacement != PS_NONE) {
        put_row(c, "instead", INK_NAME, exercise_at(c, struck->replacement)->id);
    }
}
