// psoas exercise show: everything about one exercise, on a page.
#include "shell/cli/envelope.h"
#include "shell/cli/pages.h"
#include "shell/cli/setup.h"
#include "shell/cli/words.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, LABEL = 13, BULLET = 2 };

// ---- pieces ----

/// Who makes the statement, when it is not the exercise's own source.
static void put_mark(cli *c, const ps_fact *fact)
{
    if (fact->source != PS_NONE) {
        paper_format(&c->page, INK_QUIET, " [%s]", words_source(c->catalogue, fact->source));
    }
    paper_put(&c->page, INK_QUIET, words_mark((ps_basis)fact->says.mark));
}

static void put_fact(cli *c, const ps_fact *fact, const char *bullet, paper_ink ink)
{
    paper_put(&c->page, INK_PLAIN, fact->says.text);
    if (fact->exercise != PS_NONE) {
        paper_put(&c->page, INK_PLAIN, " → ");
        paper_put(&c->page, INK_NAME, exercise_at(c, fact->exercise)->id);
    }
    put_mark(c, fact);
    paper_item(&c->page, INDENT, ink, bullet, (int32_t)strlen(bullet) + 1);
}

static void put_facts(cli *c, const char *heading, const ps_facts *facts, bool numbered)
{
    if (facts->count == 0) return;
    paper_heading(&c->page, heading, NULL);
    for (int32_t i = 0; i < facts->count; i++) {
        char number[16];
        snprintf(number, sizeof number, "%d.", i + 1);
        put_fact(c, &facts->at[i], numbered ? number : "-", INK_QUIET);
    }
}

/// Ends the paragraph as a row "label  text".
static void end_row(cli *c, const char *label)
{
    if (c->page.words.len > 0) paper_item(&c->page, INDENT, INK_QUIET, label, LABEL);
}

static void put_buffer(cli *c, buffer *text)
{
    if (text->text) paper_put(&c->page, INK_PLAIN, text->text);
    buffer_free(text);
}

// ---- the top: is it offered, and when to stop ----

/// What programmes say about why it is off.
static const char *reason_of(const cli *c, const ps_exercise *exercise)
{
    for (int32_t p = 0; p < c->catalogue->programmes.count; p++) {
        const ps_programme_items *items = &c->catalogue->programmes.at[p].items;
        for (int32_t i = 0; i < items->count; i++) {
            const ps_programme_item *item = &items->at[i];
            if (exercise_at(c, item->exercise) == exercise && item->reason) return item->reason;
        }
    }
    return NULL;
}

static void put_note(cli *c, const char *text)
{
    paper_put(&c->page, INK_PLAIN, text);
    paper_flow(&c->page, INDENT);
}

/// Why it is held back: the programme's reason or its own notes, and the question behind it.
static void put_reasons(cli *c, const ps_exercise *exercise)
{
    const char *reason = reason_of(c, exercise);
    if (reason) put_note(c, reason);
    for (int32_t i = 0; i < exercise->open_questions.count && !reason; i++) {
        put_note(c, exercise->open_questions.at[i]);
    }
    if (exercise->conflict == PS_NONE) return;
    const ps_conflict *conflict = &c->catalogue->conflicts.at[exercise->conflict];
    put_note(c, conflict->clinician);
    if (reason && strstr(reason, conflict->slug)) return; // that says already where to read on
    paper_put(&c->page, INK_QUIET, "The whole question: ");
    paper_format(&c->page, INK_NAME, "psoas why %s", conflict->slug);
    paper_flow(&c->page, INDENT);
}

/// Above everything else: that nobody is asked to do it, or only on conditions, and why.
static void put_banner(cli *c, const ps_exercise *exercise)
{
    const char *text = NULL;
    paper_ink ink = INK_CARE;
    if (words_never_offered(exercise)) {
        text = "Never offered. It is shown here only to explain why.";
        ink = INK_STOP;
    } else if (exercise->engine.selectable == PS_CHOSEN_BY_OPT_IN) {
        text = "Opt-in: it is never chosen by itself.";
    } else if (exercise->engine.selectable == PS_CHOSEN_AFTER_SIGNOFF) {
        text = "Not offered yet: a clinician has to sign it off first.";
    }
    if (!text) return;
    paper_gap(&c->page);
    paper_put(&c->page, ink, text);
    paper_flow(&c->page, 0);
    put_reasons(c, exercise);
}

static void put_stop_rules(cli *c, const ps_exercise *exercise)
{
    paper_gap(&c->page);
    paper_put(&c->page, INK_STOP, "Stop");
    paper_flow(&c->page, 0);
    for (int32_t i = 0; i < exercise->stop_rules.count; i++) {
        put_fact(c, &exercise->stop_rules.at[i], "!", INK_STOP);
    }
}

// ---- at a glance ----

static void put_place_row(cli *c, const ps_exercise *exercise)
{
    buffer text = {0};
    buffer_text(&text, words_position(exercise->position));
    if (exercise->surface != PS_ON_NOTHING && exercise->surface != PS_ON_FEET) {
        buffer_format(&text, ", %s", words_surface(exercise->surface));
    }
    for (int32_t i = 0; i < exercise->surface_alternatives.count; i++) {
        buffer_format(&text, " or %s", words_surface(exercise->surface_alternatives.at[i]));
    }
    if (exercise->position_note) buffer_format(&text, "; %s", exercise->position_note);
    put_buffer(c, &text);
    paper_put(&c->page, INK_QUIET, words_mark(exercise->position_basis));
    end_row(c, "Position");
}

static const char *equipment_text(const cli *c, int32_t index)
{
    return c->catalogue->equipment.at[index].text;
}

static void put_alternative_row(cli *c, const ps_alternative *other)
{
    const char *label = "Or";
    if (other->kind == PS_ALTERNATIVE_EXERCISE) {
        paper_put(&c->page, INK_NAME, exercise_at(c, other->exercise)->id);
        paper_format(&c->page, INK_PLAIN, ": %s", other->note);
    } else if (other->kind == PS_ALTERNATIVE_ADD) {
        label = "If you like";
        if (other->equipment != PS_NONE) {
            paper_format(&c->page, INK_PLAIN, "%s: ", equipment_text(c, other->equipment));
        }
        paper_put(&c->page, INK_PLAIN, other->note);
    } else if (other->equipment != PS_NONE) {
        paper_format(&c->page, INK_PLAIN, "%s instead of %s: %s",
                     equipment_text(c, other->equipment), equipment_text(c, other->replaces),
                     other->note);
    } else {
        paper_format(&c->page, INK_PLAIN, "without the %s: %s", equipment_text(c, other->replaces),
                     other->note);
    }
    paper_put(&c->page, INK_QUIET, words_mark(other->basis));
    end_row(c, label);
}

static void put_purpose_row(cli *c, const ps_exercise *exercise)
{
    paper_put(&c->page, INK_PLAIN, words_phase(exercise->phase));
    for (int32_t i = 0; i < exercise->secondary_phases.count; i++) {
        paper_format(&c->page, INK_PLAIN, "%s%s", i == 0 ? "; also " : ", ",
                     words_phase(exercise->secondary_phases.at[i]));
    }
    end_row(c, "What for");
}

static void put_chooser_row(cli *c, const ps_exercise *exercise)
{
    const ps_engine *engine = &exercise->engine;
    paper_put(&c->page, INK_PLAIN, words_chooser_long(exercise));
    if (!words_never_offered(exercise)) {
        if (engine->min_week > 1) {
            paper_format(&c->page, INK_PLAIN, ", from week %d on", engine->min_week);
        }
        for (int32_t i = 0; i < engine->after.count; i++) {
            paper_put(&c->page, INK_PLAIN, i == 0 ? ", after " : " or ");
            paper_put(&c->page, INK_NAME, exercise_at(c, engine->after.at[i])->id);
        }
        if (engine->irritability_max != PS_IRRITABILITY_HIGH) {
            paper_format(&c->page, INK_PLAIN, "; %s",
                         words_irritability_max(engine->irritability_max));
        }
        paper_put(&c->page, INK_QUIET, words_mark(PS_OURS));
    }
    end_row(c, "Chosen by");
}

static void put_safety_row(cli *c, const ps_exercise *exercise)
{
    const int32_t not_with = exercise->exclude.count, change = exercise->modify.count;
    if (not_with + change == 0) return;
    if (not_with > 0) {
        paper_format(&c->page, INK_PLAIN, "not with %d condition%s", not_with,
                     not_with == 1 ? "" : "s");
    }
    if (change > 0) {
        paper_format(&c->page, INK_PLAIN, "%swith changes for %d", not_with > 0 ? ", " : "",
                     change);
    }
    paper_put(&c->page, INK_PLAIN, "; see below");
    end_row(c, "Safety");
}

static void put_glance(cli *c, const ps_exercise *exercise)
{
    paper_gap(&c->page);
    put_purpose_row(c, exercise);
    put_place_row(c, exercise);
    buffer equipment = {0};
    put_equipment(&equipment, c->catalogue, &exercise->equipment);
    put_buffer(c, &equipment);
    end_row(c, "Equipment");
    for (int32_t i = 0; i < exercise->alternatives.count; i++) {
        put_alternative_row(c, &exercise->alternatives.at[i]);
    }
    put_chooser_row(c, exercise);
    put_safety_row(c, exercise);
}

// ---- the dose ----

static bool is_dosed(const ps_dose *dose) { return dose->sets.low != 0; }

/// How far the start dose can grow on a ladder.
static void put_growth_row(cli *c, const char *label, const ps_dose *start, const ps_rungs *rungs)
{
    if (rungs->count < 2) return;
    const ps_dose dose = ps_dose_at_rung(start, rungs->at[rungs->count - 1]);
    buffer text = {0};
    buffer_format(&text, "in small steps up to ");
    words_dose(&text, &dose);
    put_buffer(c, &text);
    paper_put(&c->page, INK_QUIET, words_mark(PS_OURS));
    end_row(c, label);
}

/// Whether two ladders end in the same rung.
static bool same_top(const ps_rungs *a, const ps_rungs *b)
{
    if (a->count == 0 || b->count == 0) return false;
    const ps_rung x = a->at[a->count - 1], y = b->at[b->count - 1];
    return x.sets == y.sets && x.reps == y.reps && x.hold_s == y.hold_s;
}

static void put_dose(cli *c, const ps_exercise *exercise)
{
    const ps_dose_given *given = &exercise->given;
    const ps_engine *engine = &exercise->engine;
    paper_heading(&c->page, "Dose", NULL);
    paper_put(&c->page, INK_PLAIN, given->as_given);
    end_row(c, "The source");
    if (given->frequency) {
        paper_put(&c->page, INK_PLAIN, given->frequency);
        end_row(c, "How often");
    }
    if (!is_dosed(&engine->start)) return;

    buffer text = {0};
    words_dose(&text, &engine->start);
    put_buffer(c, &text);
    paper_put(&c->page, INK_QUIET, words_mark(PS_OURS));
    end_row(c, "Our start");

    words_duration(&text, ps_dose_seconds(&engine->start, 1, engine->timing));
    put_buffer(c, &text);
    paper_put(&c->page, INK_PLAIN, " with our start dose, getting ready included");
    end_row(c, "It takes");
    put_growth_row(c, "It grows", &engine->start, &engine->rungs);
    if (!same_top(&engine->rungs, &engine->rungs_loaded)) {
        put_growth_row(c, "With load", &engine->start, &engine->rungs_loaded);
    }
}

// ---- who must not do it, muscles, evidence ----

static void put_codes(cli *c, const char *heading, const ps_code_uses *uses)
{
    if (uses->count == 0) return;
    paper_heading(&c->page, heading, "ours");
    for (int32_t i = 0; i < uses->count; i++) {
        const ps_contraindication *code = &c->catalogue->codes.at[uses->at[i].code];
        paper_put(&c->page, INK_PLAIN, code->text);
        paper_format(&c->page, INK_QUIET, " [%s]", code->id);
        paper_item(&c->page, INDENT, INK_QUIET, "-", BULLET);
        if (!uses->at[i].note) continue;
        paper_put(&c->page, INK_PLAIN, uses->at[i].note);
        paper_item(&c->page, INDENT + BULLET, INK_CARE, "→", BULLET);
    }
}

static void put_muscle_row(cli *c, const char *label, const ps_muscle_uses *uses)
{
    for (int32_t i = 0; i < uses->count; i++) {
        const ps_muscle_use *use = &uses->at[i];
        paper_format(&c->page, INK_PLAIN, "%s%s", i > 0 ? "; " : "",
                     c->catalogue->muscles.at[use->muscle].text);
        if (use->note) paper_format(&c->page, INK_PLAIN, " (%s)", use->note);
    }
    end_row(c, label);
}

static void put_movement(cli *c, const ps_exercise *exercise)
{
    const ps_motion_range *motion = &exercise->motion;
    const bool muscles =
        exercise->target.count + exercise->synergists.count + exercise->keep_quiet.count > 0;
    if (muscles) {
        paper_heading(&c->page, "Muscles", NULL);
        put_muscle_row(c, "Works", &exercise->target);
        put_muscle_row(c, "Helps", &exercise->synergists);
        put_muscle_row(c, "Stays quiet", &exercise->keep_quiet);
    }
    const struct {
        const char *label, *text;
    } joints[] = {
        {"Hip",      motion->hip   },
        {"Knee",     motion->knee  },
        {"Low back", motion->lumbar},
        {"Pelvis",   motion->pelvis}
    };
    paper_heading(&c->page, "Movement",
                  motion->basis == PS_GIVEN ? NULL : ps_basis_names.names[motion->basis]);
    for (int32_t i = 0; i < PS_COUNT(joints); i++) {
        paper_put(&c->page, INK_PLAIN, joints[i].text);
        end_row(c, joints[i].label);
    }
}

static void put_claims(cli *c, const ps_exercise *exercise)
{
    if (exercise->claims.count == 0) return;
    paper_heading(&c->page, "What the source claims, and what the evidence says", NULL);
    for (int32_t i = 0; i < exercise->claims.count; i++) {
        put_claim(c, &c->catalogue->claims.at[exercise->claims.at[i]]);
    }
}

static bool is_origin(const ps_exercise *exercise, int32_t reference)
{
    for (int32_t i = 0; i < exercise->sources.count; i++) {
        if (exercise->sources.at[i].reference == reference) return true;
    }
    return false;
}

static void put_sources(cli *c, const ps_exercise *exercise)
{
    paper_heading(&c->page, "Sources", NULL);
    for (int32_t i = 0; i < exercise->sources.count; i++) {
        const ps_origin *origin = &exercise->sources.at[i];
        put_reference_row(c, origin->reference, origin->item);
    }
    for (int32_t i = 0; i < exercise->references.count; i++) {
        const int32_t reference = exercise->references.at[i];
        if (!is_origin(exercise, reference)) put_reference_row(c, reference, NULL);
    }
}

// ---- the page ----

static void put_page(cli *c, const ps_exercise *exercise)
{
    paper_title(&c->page, exercise->name, exercise->id);
    for (int32_t i = 0; i < exercise->aka.count; i++) {
        paper_format(&c->page, INK_QUIET, "%s%s", i == 0 ? "also: " : ", ", exercise->aka.at[i]);
    }
    paper_flow(&c->page, 0);
    put_banner(c, exercise);
    put_glance(c, exercise);
    put_stop_rules(c, exercise);
    put_dose(c, exercise);
    put_facts(c, "Steps", &exercise->steps, true);
    put_facts(c, "Think of", &exercise->cues, false);
    put_facts(c, "Breathing", &exercise->breathing, false);
    put_facts(c, "Tempo", &exercise->tempo, false);
    put_codes(c, "Who must not do it", &exercise->exclude);
    put_codes(c, "What to change", &exercise->modify);
    put_facts(c, "Easier", &exercise->regressions, false);
    put_facts(c, "Harder", &exercise->progressions, false);
    put_facts(c, "Mistakes", &exercise->mistakes, false);
    put_movement(c, exercise);
    put_claims(c, exercise);
    if (exercise->open_questions.count > 0) {
        paper_heading(&c->page, "Good to know", NULL);
        for (int32_t i = 0; i < exercise->open_questions.count; i++) {
            paper_put(&c->page, INK_PLAIN, exercise->open_questions.at[i]);
            paper_item(&c->page, INDENT, INK_QUIET, "-", BULLET);
        }
    }
    put_sources(c, exercise);
    put_legend(c);
    cli_put_notice(c);
}

// ---- closed pages ----

/// Whether something presses on the body, or its questions have to be answered first: a page that
/// is closed to somebody whom the screening refuses.
static bool presses(const ps_catalogue *catalogue, const ps_exercise *exercise)
{
    static const char *const tags[] = {"roller-pressure", "groin-pressure"};
    for (int32_t i = 0; i < exercise->tags.count; i++) {
        const char *tag = catalogue->tags.at[exercise->tags.at[i]].id;
        for (int32_t k = 0; k < PS_COUNT(tags); k++) {
            if (strcmp(tag, tags[k]) == 0) return true;
        }
    }
    for (int32_t i = 0; i < catalogue->hazard_checks.count; i++) {
        if (&catalogue->exercises.at[catalogue->hazard_checks.at[i].exercise] == exercise)
            return true;
    }
    return false;
}

/// What it is, without how it is done.
static void put_closed(cli *c, const ps_exercise *exercise)
{
    paper_title(&c->page, exercise->name, exercise->id);
    paper_gap(&c->page);
    paper_put(&c->page, INK_STOP, "Closed for you until you are cleared.");
    paper_flow(&c->page, 0);
    paper_put(
        &c->page, INK_PLAIN,
        "Something presses on the body here. With what you have answered somebody should look "
        "first, so the steps and the dose are not shown.");
    paper_flow(&c->page, 0);
    paper_gap(&c->page);
    put_purpose_row(c, exercise);
    put_place_row(c, exercise);
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, "Why, and what to do: ");
    paper_put(&c->page, INK_NAME, "psoas screen");
    paper_flow(&c->page, 0);
    put_sources(c, exercise);
    cli_put_notice(c);
}

/// CLI_REFUSED, with the page, when the screening refuses the person here; the library is open to
/// everybody else.
static cli_exit check_open(cli *c, const ps_exercise *exercise)
{
    coach_run run = {0};
    cli_exit code = coach_run_open_if_here(c, &run);
    if (code == CLI_OK && run.coach && run.coach->stage == PS_COACH_REFUSED) {
        code = CLI_REFUSED;
        if (c->json) {
            screen_put_json(c, &run);
        } else {
            put_closed(c, exercise);
        }
    }
    coach_run_close(&run);
    return code;
}

cli_exit exercise_show(cli *c)
{
    const char *id = c->arguments[0];
    const ps_exercise *exercise = ps_exercise_find(c->catalogue, ps_str_of(id));
    if (!exercise) {
        cli_unknown(c, CLI_NOT_FOUND, "exercise", id,
                    ps_names_closest(&c->names, "exercises", ps_str_of(id)));
        buffer_text(&c->messages, "Try 'psoas exercise search WORDS', or 'psoas exercise list'.\n");
        return CLI_NOT_FOUND;
    }
    if (presses(c->catalogue, exercise)) {
        const cli_exit code = check_open(c, exercise);
        if (code != CLI_OK) return code;
    }
    if (c->json) {
        const void *item = exercise;
        envelope_write(c, "exercise", &item, 1);
    } else {
        put_page(c, exercise);
    }
    return CLI_OK;
}
