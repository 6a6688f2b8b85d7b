#include "shell/cli/flag_evidence.h"

#include "shell/cli/coach_words.h"
#include "shell/cli/log_entry.h"
#include "shell/cli/setup.h"

#include <string.h>

static const ps_told *told_of(const coach_run *run) { return &run->coach->told; }

static bool is_field(const cli *c, int32_t field, const char *id)
{
    return field != PS_NONE && strcmp(c->catalogue->intake_fields.at[field].id, id) == 0;
}

// ---- the question behind a number ----

/// Fields of which the highest answer of some days counts. A pain is a pain, whatever it was asked
/// for: the worst one may have been told at rest.
static const char *const readings[] = {"settle_hours", "night_wake", "pain_worst_24h"};
static const char *const pains[] = {"pain_worst_24h", "pain_rest", "pain_ordinary", "pain_now"};

static bool is_one_of(const char *id, const char *const *ids, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(ids[i], id) == 0) return true;
    }
    return false;
}

/// Whether the event told this number to the field, or to one that counts for it.
static bool tells(const cli *c, const ps_event *event, int32_t field, int32_t number)
{
    const bool pain = is_field(c, field, "pain_worst_24h");
    if (event->kind == PS_EVENT_pain_reported) {
        return pain && event->as.pain_reported.pain == number;
    }
    if (event->kind != PS_EVENT_intake_given || !event->as.intake_given.value) return false;
    const char *id = event->as.intake_given.field;
    const int32_t own = ps_intake_field_find(c->catalogue, ps_str_of(id));
    if (own != field && !(pain && is_one_of(id, pains, PS_COUNT(pains)))) return false;
    ps_value value;
    ps_error err = {0};
    const ps_str text = ps_str_of(event->as.intake_given.value);
    if (ps_intake_read(c->catalogue, own, text, &value, &err) != PS_OK) return false;
    return (int32_t)value.number == number;
}

const ps_event *reading_source(const cli *c, const coach_run *run, int32_t field)
{
    const ps_history *history = &run->read.history;
    const ps_value *value = &told_of(run)->profile.values[field];
    const char *id = c->catalogue->intake_fields.at[field].id;
    const ps_event *found = NULL;
    if (!value->given || !is_one_of(id, readings, PS_COUNT(readings))) return NULL;
    for (int32_t i = history->count - 1; i >= 0; i--) {
        const ps_event *event = history->events[i];
        if (ps_local_day(event->at) > run->today) continue;
        if (!tells(c, event, field, (int32_t)value->number)) continue;
        // the question itself says it best; else the latest one
        const bool own =
            event->kind == PS_EVENT_intake_given && strcmp(event->as.intake_given.field, id) == 0;
        if (own) return event;
        if (!found) found = event;
    }
    return found;
}

// ---- words ----

/// " (Sat 21 Nov 2026)"
static const char *day_note(cli *c, ps_day day)
{
    buffer note = {0};
    buffer_text(&note, " (");
    words_day_year(&note, day);
    buffer_text(&note, ")");
    const char *kept = cli_text(c, note.text);
    buffer_free(&note);
    return kept;
}

static const char *value_text(cli *c, const ps_profile *profile, int32_t field)
{
    char text[QUESTION_TEXT_MAX];
    ps_intake_write(c->catalogue, field, &profile->values[field], text, sizeof text);
    return cli_text(c, text);
}

static const ps_event *told_event(const coach_run *run, const char *field)
{
    return setup_told(&run->read.history, field);
}

/// The entry behind an answer that is told now.
static const ps_event *evidence_event(const cli *c, const coach_run *run,
                                      const ps_evidence *evidence)
{
    const ps_history *history = &run->read.history;
    const char *id = c->catalogue->screening_items.at[evidence->item].id;
    if (evidence->said == PS_SAID_BY_NUMBER) {
        return told_event(run, c->catalogue->intake_fields.at[evidence->field].id);
    }
    for (int32_t i = history->count - 1; i >= 0; i--) {
        const ps_event *event = history->events[i];
        const bool answered = event->kind == PS_EVENT_screen_answered;
        if (answered && strcmp(event->as.screen_answered.item, id) == 0) return event;
    }
    return NULL;
}

const char *mend_line(cli *c, const coach_run *run, const ps_event *event)
{
    static const struct {
        ps_event_kind kind;
        const char *what;
    } fields[] = {
        {PS_EVENT_screen_answered, "answer no"},
        {PS_EVENT_intake_given,    "value N"  },
        {PS_EVENT_pain_reported,   "pain N"   },
    };
    buffer line = {0};
    buffer_format(&line, "psoas log edit %s", log_id(c, run, event));
    for (int32_t i = 0; i < PS_COUNT(fields); i++) {
        if (fields[i].kind == event->kind) buffer_format(&line, " %s", fields[i].what);
    }
    const char *kept = cli_text(c, line.text);
    buffer_free(&line);
    return kept;
}

/// A number by the question that it was told to.
static flag_answer value_answer(cli *c, const coach_run *run, const ps_profile *profile,
                                int32_t field)
{
    const ps_intake_fields *fields = &c->catalogue->intake_fields;
    flag_answer answer = {fields->at[field].ask, value_text(c, profile, field), "", NULL, false};
    const bool now = profile == &told_of(run)->profile;
    const ps_event *event = now ? reading_source(c, run, field) : NULL;
    if (now && !event) answer.event = told_event(run, fields->at[field].id);
    if (!event) return answer;
    answer.event = event;
    const ps_event *told = told_event(run, fields->at[field].id);
    answer.outlasts = told && told->at.ms > event->at.ms;
    if (event->kind == PS_EVENT_pain_reported) {
        buffer ask = {0};
        buffer_format(
            &ask, "The pain that you reported (%s):", log_context(event->as.pain_reported.context));
        answer.ask = cli_text(c, ask.text);
        buffer_free(&ask);
    } else {
        const ps_str id = ps_str_of(event->as.intake_given.field);
        answer.ask = fields->at[ps_intake_field_find(c->catalogue, id)].ask;
    }
    const ps_day day = ps_local_day(event->at);
    if (day != run->today) answer.note = day_note(c, day);
    return answer;
}

static flag_answer answer_of(cli *c, const coach_run *run, const ps_profile *profile,
                             const ps_evidence *evidence)
{
    if (evidence->said == PS_SAID_VALUE) return value_answer(c, run, profile, evidence->field);
    flag_answer answer = {c->catalogue->screening_items.at[evidence->item].ask, "yes", "", NULL,
                          false};
    const bool now = profile == &told_of(run)->profile;
    if (now) answer.event = evidence_event(c, run, evidence);
    if (evidence->said == PS_SAID_NOT_SURE) {
        answer.answer = "not sure";
        answer.note = " (counts as yes)";
    } else if (evidence->said == PS_SAID_BY_NUMBER) {
        buffer text = {0};
        buffer_format(&text, ", by \"%s\" %s", c->catalogue->intake_fields.at[evidence->field].ask,
                      value_text(c, profile, evidence->field));
        answer.note = cli_text(c, text.text);
        buffer_free(&text);
    }
    return answer;
}

// ---- a flag that only stands ----

/// The last time that what was told made the flag true.
typedef struct {
    const ps_catalogue *catalogue;
    int32_t flag;
    ps_intake intake;
    ps_profile profile; ///< as it was then
    ps_day day;         ///< PS_DAY_NEVER: not found
} look_back;

/// What the event itself told: a yes to an item, or this value of a field. A later no is none.
static bool event_tells(const look_back *of, const ps_event *event, const ps_profile *profile,
                        int32_t *item, int32_t *field)
{
    ps_value value = {0};
    ps_error err = {0};
    *item = *field = PS_NONE;
    switch (event->kind) {
    case PS_EVENT_screen_answered:
        *item = ps_screening_item_find(of->catalogue, ps_str_of(event->as.screen_answered.item));
        return *item != PS_NONE && event->as.screen_answered.answer != PS_ANSWER_NO;
    case PS_EVENT_intake_given:
        *field = ps_intake_field_find(of->catalogue, ps_str_of(event->as.intake_given.field));
        if (*field == PS_NONE || !event->as.intake_given.value) return false;
        if (ps_intake_read(of->catalogue, *field, ps_str_of(event->as.intake_given.value), &value,
                           &err) != PS_OK) {
            return false;
        }
        return (int32_t)value.number == (int32_t)profile->values[*field].number &&
               value.chosen == profile->values[*field].chosen;
    case PS_EVENT_pain_reported:
        *field = ps_intake_field_find(of->catalogue, PS_STR("pain_worst_24h"));
        return *field != PS_NONE &&
               event->as.pain_reported.pain == (int32_t)profile->values[*field].number;
    default:
        return false;
    }
}

static bool is_evidence(const look_back *of, const ps_event *event, const ps_profile *profile)
{
    ps_evidence evidence[PS_RULE_NODES_MAX];
    int32_t item, field;
    if (!event_tells(of, event, profile, &item, &field)) return false;
    const int32_t count = ps_screen_evidence(of->catalogue, profile, of->flag, evidence);
    for (int32_t i = 0; i < count; i++) {
        if (item != PS_NONE && evidence[i].item == item) return true;
        if (field != PS_NONE && evidence[i].field == field) return true;
    }
    return false;
}

static void look_at(void *context, const ps_event *event, ps_line line)
{
    look_back *of = context;
    ps_intake_take(&of->intake, event, line);
    // what is no longer counted was said, and a lock remembers that
    ps_profile lines[3] = {of->intake.counts.profile};
    ps_intake_heard(&of->intake, false, &lines[1]);
    ps_intake_heard(&of->intake, true, &lines[2]);
    for (int32_t i = 0; i < PS_COUNT(lines); i++) {
        if (!is_evidence(of, event, &lines[i])) continue;
        of->profile = lines[i];
        of->day = ps_local_day(event->at);
    }
}

flag_answers flag_answers_of(cli *c, const coach_run *run, int32_t flag)
{
    const ps_profile *profile = &told_of(run)->profile;
    ps_evidence evidence[PS_RULE_NODES_MAX];
    flag_answers found = {0};
    look_back *back = NULL;
    found.count = ps_screen_evidence(c->catalogue, profile, flag, evidence);
    found.stands = found.count == 0;
    if (found.stands) {
        back = cli_take(c, 1, sizeof *back);
        *back = (look_back){.catalogue = c->catalogue, .flag = flag, .day = PS_DAY_NEVER};
        ps_intake_start(&back->intake, c->catalogue, run->today);
        ps_history_walk(&run->read.history, look_at, back);
        if (back->day == PS_DAY_NEVER) return found;
        profile = &back->profile;
        found.count = ps_screen_evidence(c->catalogue, profile, flag, evidence);
    }
    for (int32_t i = 0; i < found.count; i++) {
        found.at[i] = answer_of(c, run, profile, &evidence[i]);
        if (back) found.at[i].note = day_note(c, back->day);
    }
    return found;
}
