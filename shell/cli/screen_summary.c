// One page for a clinician, without a name: what was told, what it led to, what is asked of them.
#include "shell/cli/coach_words.h"
#include "shell/cli/flag_evidence.h"
#include "shell/cli/screen_report.h"
#include "shell/cli/setup.h"

#include <string.h>

enum { INDENT = 2, LABEL = 14 };

static const ps_told *told_of(const coach_run *run) { return &run->coach->told; }

// ---- values ----

/// The choices of a value in plain words.
static void add_choices(const cli *c, const ps_intake_field *field, const ps_value *value,
                        buffer *to)
{
    bool begun = false;
    for (int32_t i = 0; i < field->choices.count; i++) {
        if (!(value->chosen >> i & 1)) continue;
        buffer_format(to, "%s%s", begun ? ", " : "",
                      question_choice(c->catalogue, field->choices.at[i]));
        begun = true;
    }
}

/// The value of a field in words; false while it is not given.
static bool add_value(cli *c, const coach_run *run, const char *id, buffer *to)
{
    const int32_t field = ps_intake_field_find(c->catalogue, ps_str_of(id));
    char text[QUESTION_TEXT_MAX];
    if (field == PS_NONE || !told_of(run)->profile.values[field].given) return false;
    const ps_intake_field *of = &c->catalogue->intake_fields.at[field];
    const ps_value *value = &told_of(run)->profile.values[field];
    if (of->type == PS_ASK_TEXT) {
        buffer_text(to, told_of(run)->texts[field] ? told_of(run)->texts[field] : "");
    } else if (of->choices.count > 0) {
        add_choices(c, of, value, to);
    } else {
        ps_intake_write(c->catalogue, field, value, text, sizeof text);
        buffer_text(to, text);
    }
    return true;
}

/// Fields that make up one line of the page.
typedef struct {
    const char *label;
    struct {
        const char *before, *field, *behind;
    } parts[7];
} told_line;

// clang-format off
static const told_line lines[] = {
    {"Person", {{"age ", "age_years", ""}, {"sport: ", "sport", ""},
                {"sits ", "sitting_h_per_day", " h a day"}}},
    {"Where", {{"", "site", ""}, {"side: ", "side", ""}, {"began ", "onset", ""}}},
    {"Pain (0-10)", {{"at the start ", "pain_now", ""}, {"worst ", "pain_worst_24h", ""},
                     {"at rest ", "pain_rest", ""}, {"ordinary activity ", "pain_ordinary", ""},
                     {"settles in ", "settle_hours", " h"},
                     {"wakes on ", "night_wake", " nights a week"}}},
    {"Weeks", {{"pregnant ", "weeks_pregnant", ""}, {"since birth ", "weeks_since_birth", ""},
               {"since surgery ", "weeks_since_surgery", ""}, {"operated on: ", "surgery_kind", ""},
               {"since the hip replacement ", "weeks_since_tha", ""},
               {"approach: ", "tha_approach", ""}}},
    {"Length test", {{"left ", "length_deg_L", " degrees"}, {"right ", "length_deg_R", " degrees"},
                     {"back flat: ", "back_flat", ""}}},
    {"Seated hold", {{"left ", "hold_s_L", " s"}, {"right ", "hold_s_R", " s"}}},
    {"Leg raise", {{"left ", "aslr_L", " of 5"}, {"right ", "aslr_R", " of 5"}}},
};
// clang-format on

static void put_told(cli *c, const coach_run *run)
{
    paper_heading(&c->page, "What was told", NULL);
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        buffer text = {0};
        for (int32_t k = 0; k < PS_COUNT(lines[i].parts) && lines[i].parts[k].field; k++) {
            buffer value = {0};
            if (add_value(c, run, lines[i].parts[k].field, &value)) {
                buffer_format(&text, "%s%s%s%s", text.len > 0 ? "; " : "", lines[i].parts[k].before,
                              value.text, lines[i].parts[k].behind);
            }
            buffer_free(&value);
        }
        if (text.len > 0) {
            paper_put(&c->page, INK_PLAIN, text.text);
            paper_item(&c->page, INDENT, INK_QUIET, lines[i].label, LABEL);
        }
        buffer_free(&text);
    }
}

/// Every safety question that was not answered with no.
static void put_yes(cli *c, const coach_run *run)
{
    const ps_screening_items *items = &c->catalogue->screening_items;
    int32_t yes = 0, no = 0;
    paper_heading(&c->page, "Safety questions", NULL);
    for (int32_t i = 0; i < items->count; i++) {
        const ps_item_answer answer = told_of(run)->profile.answers[i];
        no += answer == PS_ANSWERED_NO;
        if (answer != PS_ANSWERED_YES && answer != PS_ANSWERED_NOT_SURE) continue;
        yes++;
        paper_put(&c->page, INK_PLAIN, items->at[i].ask);
        paper_item(&c->page, INDENT, INK_NAME, answer == PS_ANSWERED_YES ? "yes" : "not sure",
                   LABEL);
    }
    paper_format(&c->page, INK_QUIET, "%s%d answered with no%s.",
                 yes == 0 ? "Nothing is answered with yes now; " : "", no,
                 no + yes < items->count ? "; what could change nothing was not asked" : "");
    paper_flow(&c->page, INDENT);
}

// ---- what it led to, and what is asked ----

/// What made a flag true that only stands: the answer of that day, which is no longer the answer.
static void put_earlier(cli *c, const coach_run *run, int32_t flag)
{
    const flag_answers answers = flag_answers_of(c, run, flag);
    for (int32_t i = 0; i < answers.count && answers.stands; i++) {
        paper_format(&c->page, INK_PLAIN, "answered before: %s %s%s", answers.at[i].ask,
                     answers.at[i].answer, answers.at[i].note);
        paper_item(&c->page, INDENT + LABEL, INK_QUIET, "-", 2);
    }
}

static void put_flags(cli *c, const coach_run *run)
{
    const ps_screen_result *found = &told_of(run)->screened;
    bool begun = false;
    for (int32_t i = 0; i < c->catalogue->flags.count; i++) {
        if (found->flags[i] != PS_YES) continue;
        if (!begun) paper_heading(&c->page, "What followed from it", NULL);
        begun = true;
        paper_format(&c->page, INK_PLAIN, "%s [%s]: %s", c->catalogue->flags.at[i].title,
                     c->catalogue->flags.at[i].id, c->catalogue->flags.at[i].action);
        paper_item(&c->page, INDENT, INK_NAME, flag_state_names.names[flag_state_of(found, i)],
                   LABEL);
        put_earlier(c, run, i);
    }
}

/// A line to tick: a flag, or a code that may be released.
static void put_box(cli *c, int32_t indent, const char *text, const char *id)
{
    paper_format(&c->page, INK_PLAIN, "%s [%s]", text, id);
    paper_item(&c->page, indent, INK_PLAIN, "[ ]", 4);
}

/// Nothing can be cleared: the programme is not for children. The growing hip can need a look.
static void put_child(cli *c)
{
    paper_heading(&c->page, "What is asked of you", NULL);
    paper_put(
        &c->page, INK_PLAIN,
        "This person is under 18, and the programme is for adults: no clearance is asked for. "
        "Please look at what was told above; pain in the hip, groin, thigh or knee, or a "
        "limp, can come from the growing hip.");
    paper_flow(&c->page, INDENT);
}

static void put_form(cli *c, const coach_run *run)
{
    const ps_screen_result *found = &told_of(run)->screened;
    if (found->outcome == PS_SCREEN_UNDER_18) {
        put_child(c);
        return;
    }
    if (found->open == 0 && found->codes == 0) return;
    paper_heading(&c->page, "What is asked of you", NULL);
    if (found->open != 0) {
        paper_put(
            &c->page, INK_PLAIN,
            "May this person train the hip flexors at home, gently at first? Please tick what "
            "is cleared:");
        paper_flow(&c->page, INDENT);
    }
    for (int32_t i = 0; i < c->catalogue->flags.count; i++) {
        const ps_flag *flag = &c->catalogue->flags.at[i];
        if (found->open >> i & 1) put_box(c, INDENT, flag->title, flag->id);
    }
    if (found->codes != 0) {
        paper_put(&c->page, INK_PLAIN,
                  "These precautions stay on until you release them; please tick those that no "
                  "longer apply:");
        paper_flow(&c->page, INDENT);
    }
    for (int32_t i = 0; i < c->catalogue->codes.count; i++) {
        // a derived code goes with what it follows from
        if (!(found->codes >> i & 1) || found->code_flags[i] == 0) continue;
        put_box(c, INDENT, c->catalogue->codes.at[i].text, c->catalogue->codes.at[i].id);
    }
    paper_gap(&c->page);
    paper_put(&c->page, INK_PLAIN, "Date ____________   Profession ____________________");
    paper_row(&c->page, INDENT);
}

void refusal_put_summary(cli *c, const coach_run *run)
{
    buffer day = {0};
    words_day_year(&day, run->today);
    paper_title(&c->page, "Summary for a clinician", day.text);
    paper_put(&c->page, INK_QUIET,
              "Written by the person themselves with psoas, a home programme for the hip flexors; "
              "without a name on purpose.");
    paper_flow(&c->page, 0);
    buffer_free(&day);
    put_told(c, run);
    put_yes(c, run);
    put_flags(c, run);
    put_form(c, run);
    cli_put_notice(c);
}
