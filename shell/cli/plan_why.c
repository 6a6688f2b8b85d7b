// psoas plan --why: the reason for every choice, and for what was not chosen.
#include "shell/cli/coach_words.h"
#include "shell/cli/pages.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/words.h"

#include "ps/explain.h"

#include <string.h>

enum { LABEL = 13, RULE = 11, INPUT = 20 };

/// A record is large; it lives as long as the run.
static const ps_explanation *explain(cli *c, const ps_coach *coach, int32_t exercise)
{
    ps_explanation *explanation = cli_take(c, 1, sizeof *explanation);
    ps_explain(c->catalogue, coach, exercise, explanation);
    return explanation;
}

/// "Mon, Wed": bit d is day d of the training week.
static void put_days(buffer *to, const ps_coach *coach, uint32_t days)
{
    const uint32_t all = ((UINT32_C(1) << PS_WEEK_DAYS) - 1) << 1;
    if ((days & all) == all) {
        buffer_text(to, "every day");
        return;
    }
    const char *between = "";
    for (int32_t d = 1; d <= PS_WEEK_DAYS; d++) {
        if ((days >> d & 1) == 0) continue;
        buffer_format(to, "%s%.3s", between, words_weekday(plan_date(coach, d)));
        between = ", ";
    }
}

// ---- all of them ----

static void put_selected(cli *c, const ps_coach *coach, int32_t index, uint64_t *shown)
{
    const ps_explanation *explanation = explain(c, coach, index);
    if (explanation->decision != PS_DECIDED_SELECT || (*shown >> index & 1) != 0) return;
    *shown |= UINT64_C(1) << index;
    const ps_exercise *exercise = exercise_at(c, explanation->exercise);
    buffer days = {0};
    put_days(&days, coach, explanation->days);
    paper_gap(&c->page);
    paper_put(&c->page, INK_HEADING, exercise->name);
    paper_put(&c->page, INK_PLAIN, "  ");
    paper_put(&c->page, INK_NAME, exercise->id);
    if (days.len > 0) paper_format(&c->page, INK_QUIET, "  %s", days.text);
    paper_flow(&c->page, 0);
    buffer_free(&days);
    paper_put(&c->page, INK_PLAIN, explanation->text);
    paper_flow(&c->page, PLAN_INDENT);
    plan_put_code_notes(c, index, coach->input.codes, PLAN_INDENT);
}

/// Columns of the longest id.
static int32_t id_columns(const cli *c)
{
    int32_t longest = 0;
    for (int32_t e = 0; e < c->catalogue->exercises.count; e++) {
        const int32_t len = (int32_t)strlen(exercise_at(c, e)->id);
        if (len > longest) longest = len;
    }
    return longest;
}

static void put_left_out_row(cli *c, int32_t exercise, const ps_why_not *why)
{
    buffer detail = {0};
    words_why_not(&detail, c->catalogue, exercise, why);
    paper_put(&c->page, INK_PLAIN, exercise_at(c, exercise)->name);
    if (detail.len > 0) paper_format(&c->page, INK_QUIET, "; %s", detail.text);
    buffer_free(&detail);
    paper_item(&c->page, PLAN_INDENT, INK_NAME, exercise_at(c, exercise)->id, id_columns(c) + 2);
}

/// Those of one heading that are not in the week.
static void put_left_out_for(cli *c, const ps_coach *coach, uint64_t selected, ps_block block,
                             bool never)
{
    bool begun = false;
    for (int32_t e = 0; e < c->catalogue->exercises.count; e++) {
        const ps_exercise *exercise = exercise_at(c, e);
        const ps_why_not *why = &coach->plan.why_not[e];
        const bool is_in = (selected >> e & 1) != 0;
        if (is_in || why->block != block || words_never_offered(exercise) != never) continue;
        if (!begun) paper_heading(&c->page, words_block(exercise, block), NULL);
        begun = true;
        put_left_out_row(c, e, why);
    }
}

/// Those that are not in the week, a heading for every reason.
static void put_left_out(cli *c, const ps_coach *coach, uint64_t selected)
{
    for (int32_t block = 0; block < ps_block_names.count; block++) {
        put_left_out_for(c, coach, selected, (ps_block)block, false);
        put_left_out_for(c, coach, selected, (ps_block)block, true);
    }
}

void plan_put_why_all(cli *c, const ps_coach *coach)
{
    uint64_t selected = 0;
    buffer title = {0};
    buffer_format(&title, "Why the plan of week %d is like this", coach->week);
    paper_title(&c->page, title.text, "psoas plan --why");
    buffer_free(&title);
    for (int32_t d = 0; d < coach->plan.day_count; d++) {
        const ps_plan_day *day = &coach->plan.days[d];
        for (int32_t i = 0; i < day->count; i++) {
            put_selected(c, coach, day->items[i].exercise, &selected);
        }
    }
    // and what runs beside the sessions
    for (int32_t e = 0; e < c->catalogue->exercises.count; e++) {
        put_selected(c, coach, e, &selected);
    }
    paper_gap(&c->page);
    paper_put(&c->page, INK_TITLE, "Not in the plan of this week");
    paper_flow(&c->page, 0);
    put_left_out(c, coach, selected);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, "One of them in full: ");
    paper_put(&c->page, INK_NAME, "psoas plan --why EXERCISE");
    paper_flow(&c->page, 0);
    cli_put_notice(c);
}

// ---- one of them ----

/// Ends the paragraph as a row "label  text".
static void end_row(cli *c, const char *label)
{
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, label, LABEL);
}

static const char *decision_words(ps_decision decision)
{
    static const char *const words[] = {
        [PS_DECIDED_SELECT] = "In the plan of this week",
        [PS_DECIDED_LEAVE_OUT] = "Not in the plan",
        [PS_DECIDED_NOT_NEEDED] = "Allowed, but others came first",
        [PS_DECIDED_STRUCK] = "In the article, but left out for you",
    };
    return words[decision];
}

static const char *grade_words(ps_grade grade)
{
    static const char *const words[] = {
        [PS_GRADE_A] = "A: trials or reviews of this very thing",
        [PS_GRADE_B] = "B: controlled trials, the laboratory, or related things",
        [PS_GRADE_C] = "C: experts or a consensus",
        [PS_GRADE_S] = "S: the article alone",
        [PS_GRADE_D] = "D: a decision of ours",
    };
    return words[grade];
}

static void put_decision(cli *c, const ps_coach *coach, const ps_explanation *of)
{
    const bool in = of->decision == PS_DECIDED_SELECT;
    paper_put(&c->page, in ? INK_GOOD : INK_CARE, decision_words(of->decision));
    if (of->days != 0) {
        buffer days = {0};
        put_days(&days, coach, of->days);
        paper_format(&c->page, INK_PLAIN, ": %s", days.text);
        buffer_free(&days);
    }
    if (!in && of->why_not.block != PS_BLOCK_NONE) {
        buffer detail = {0};
        words_why_not(&detail, c->catalogue, of->exercise, &of->why_not);
        paper_format(&c->page, INK_PLAIN, ". %s",
                     words_block(exercise_at(c, of->exercise), of->why_not.block));
        if (detail.len > 0) paper_format(&c->page, INK_PLAIN, ": %s", detail.text);
        buffer_free(&detail);
    }
    paper_put(&c->page, INK_PLAIN, ".");
    paper_flow(&c->page, 0);
}

// ---- the rules ----

/// The selection rule of "must:L" is `must`; NULL for what is no selection rule.
static const ps_selection_rule *rule_called(const cli *c, const char *id)
{
    const ps_str name = {id, (int32_t)strcspn(id, ":")};
    for (int32_t i = 0; i < c->catalogue->selection_rules.count; i++) {
        const ps_selection_rule *rule = &c->catalogue->selection_rules.at[i];
        if (ps_str_is(name, rule->id)) return rule;
    }
    return NULL;
}

static void put_rules(cli *c, const ps_explanation *of)
{
    if (of->rule_count == 0) return;
    paper_heading(&c->page, "Rules", NULL);
    for (int32_t i = 0; i < of->rule_count; i++) {
        const ps_selection_rule *rule = rule_called(c, of->rules[i]);
        if (rule) {
            paper_format(&c->page, INK_PLAIN, "%s: %s", rule->name, rule->text);
            put_reference_ids(c, &rule->references);
        } else {
            const int32_t block = ps_enum_find(&ps_block_names, ps_str_of(of->rules[i]));
            paper_put(&c->page, INK_PLAIN,
                      block == PS_NONE
                          ? of->rules[i]
                          : words_block(exercise_at(c, of->exercise), (ps_block)block));
        }
        paper_item(&c->page, PLAN_INDENT, INK_NAME, of->rules[i], RULE);
    }
}

// ---- what it rests on ----

/// What the value of an input means to people.
static const char *input_words(const cli *c, const ps_explain_input *input)
{
    const ps_str value = ps_str_of(input->value);
    const int32_t field = ps_intake_field_find(c->catalogue, ps_str_of(input->name));
    if (strcmp(input->name, "class") == 0) {
        const int32_t id = ps_enum_find(&ps_class_names, value);
        if (id != PS_NONE) return ps_class_words((ps_class)id);
    }
    if (strcmp(input->name, "irritability") == 0) {
        const int32_t level = ps_enum_find(&ps_irritability_names, value);
        if (level != PS_NONE) return ps_irritability_words((ps_irritability)level);
    }
    if (field != PS_NONE && c->catalogue->intake_fields.at[field].type == PS_ASK_YES_NO) {
        return strcmp(input->value, "0") == 0 ? "no" : "yes";
    }
    return input->value;
}

static void put_inputs(cli *c, const ps_explanation *of)
{
    if (of->input_count == 0) return;
    paper_heading(&c->page, "What it was decided from", NULL);
    for (int32_t i = 0; i < of->input_count; i++) {
        buffer name = {0};
        words_spaced(&name, of->inputs[i].name);
        paper_put(&c->page, INK_PLAIN, input_words(c, &of->inputs[i]));
        paper_item(&c->page, PLAN_INDENT, INK_QUIET, name.text, INPUT);
        buffer_free(&name);
    }
}

static void put_evidence(cli *c, const ps_explanation *of)
{
    if (of->claim_count > 0) paper_heading(&c->page, "Claims that it uses", NULL);
    for (int32_t i = 0; i < of->claim_count; i++) {
        put_claim(c, &c->catalogue->claims.at[of->claims[i]]);
    }
    paper_heading(&c->page, "How sure", NULL);
    paper_put(&c->page, INK_PLAIN, grade_words(of->grade));
    end_row(c, "Weakest link");
    paper_put(&c->page, INK_PLAIN, ps_confidence_names.names[of->confidence]);
    end_row(c, "Confidence");
    if (of->source != PS_NONE) {
        paper_put(&c->page, INK_NAME, words_source(c->catalogue, of->source));
    } else {
        paper_put(&c->page, INK_PLAIN, "an addition of ours");
    }
    end_row(c, "From");
    if (of->reference_count == 0) return;
    paper_heading(&c->page, "References", NULL);
    put_references(c, &(ps_refs){.at = of->references, .count = of->reference_count});
}

// ---- where it stands ----

/// What the next step up would ask, if there is one.
static void put_next_rung(cli *c, const ps_exercise *exercise, const ps_training *state)
{
    const ps_rungs rungs = ps_rungs_in_use(exercise, state->loaded);
    if (state->rung >= rungs.count) {
        paper_put(&c->page, INK_PLAIN, "; the highest step");
        return;
    }
    buffer words = {0};
    words_rung(&words, exercise, rungs.at[state->rung]);
    paper_format(&c->page, INK_PLAIN, "; next: %s", words.text);
    buffer_free(&words);
}

static void put_side(cli *c, const ps_exercise *exercise, const ps_training *state,
                     const char *label)
{
    const ps_rungs rungs = ps_rungs_in_use(exercise, state->loaded);
    paper_put(&c->page, state->stage == PS_STAGE_PAUSED ? INK_CARE : INK_PLAIN,
              words_stage(state->stage));
    if (state->rung > 0) {
        paper_format(&c->page, INK_PLAIN, ", step %d of %d%s%s", state->rung, rungs.count,
                     state->loaded ? " with a load" : "", state->mastered ? ", mastered" : "");
        put_next_rung(c, exercise, state);
    }
    end_row(c, label);
}

static void put_state(cli *c, const ps_coach *coach, int32_t index)
{
    const ps_exercise *exercise = exercise_at(c, index);
    const ps_training *state = coach->input.state[index];
    if (state[0].rung == 0 && state[1].rung == 0) return;
    paper_heading(&c->page, "Where you stand", NULL);
    put_side(c, exercise, &state[0], exercise->per_side ? "Left" : "Both sides");
    if (exercise->per_side) put_side(c, exercise, &state[1], "Right");
}

void plan_put_why(cli *c, const ps_coach *coach, int32_t exercise)
{
    const ps_explanation *of = explain(c, coach, exercise);
    paper_title(&c->page, exercise_at(c, exercise)->name, exercise_at(c, exercise)->id);
    put_decision(c, coach, of);
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, of->text);
    paper_flow(&c->page, PLAN_INDENT);
    plan_put_code_notes(c, exercise, coach->input.codes, PLAN_INDENT);
    put_state(c, coach, exercise);
    put_rules(c, of);
    put_inputs(c, of);
    put_evidence(c, of);
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET, "The exercise itself: ");
    paper_format(&c->page, INK_NAME, "psoas exercise show %s", exercise_at(c, exercise)->id);
    paper_flow(&c->page, 0);
    cli_put_notice(c);
}
