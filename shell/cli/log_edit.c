// psoas log edit: a correction names what was recorded and says how it should have been.
#include "shell/cli/log_entry.h"
#include "shell/cli/self_test.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// What of an event may be corrected; the first of a kind are shown first. What an event belongs
/// to (its session, exercise, goal, question) stays: then it is taken back and told anew.
static const struct {
    ps_event_kind kind;
    const char *field;
} editable[] = {
    {PS_EVENT_pain_reported,       "pain"        },
    {PS_EVENT_pain_reported,       "place"       },
    {PS_EVENT_pain_reported,       "side"        },
    {PS_EVENT_pain_reported,       "context"     },
    {PS_EVENT_pain_reported,       "note"        },
    {PS_EVENT_pain_reported,       "time"        },
    {PS_EVENT_morning_reported,    "pain"        },
    {PS_EVENT_morning_reported,    "side"        },
    {PS_EVENT_morning_reported,    "time"        },
    {PS_EVENT_day_noted,           "what"        },
    {PS_EVENT_day_noted,           "note"        },
    {PS_EVENT_day_noted,           "time"        },
    {PS_EVENT_set_done,            "reps"        },
    {PS_EVENT_set_done,            "hold_s"      },
    {PS_EVENT_set_done,            "load"        },
    {PS_EVENT_set_done,            "pain"        },
    {PS_EVENT_set_done,            "effort"      },
    {PS_EVENT_set_done,            "form"        },
    {PS_EVENT_set_done,            "form_lost_at"},
    {PS_EVENT_set_done,            "side"        },
    {PS_EVENT_set_done,            "completed"   },
    {PS_EVENT_set_done,            "why_not"     },
    {PS_EVENT_test_measured,       "value"       },
    {PS_EVENT_test_measured,       "side"        },
    {PS_EVENT_test_measured,       "valid"       },
    {PS_EVENT_test_measured,       "time"        },
    {PS_EVENT_goal_set,            "text"        },
    {PS_EVENT_goal_rated,          "rating"      },
    {PS_EVENT_goal_rated,          "time"        },
    {PS_EVENT_checkpoint_answered, "change"      },
    {PS_EVENT_checkpoint_answered, "enough"      },
    {PS_EVENT_intake_given,        "value"       },
    {PS_EVENT_screen_answered,     "answer"      },
};

/// What is asked for on the command line.
typedef struct {
    const char *field, *text;
    ps_event *event; ///< with the new value
} edit;

// ---- the field ----

/// The index-th field of a kind that may be corrected.
static const char *field_at(const void *kind, int32_t index)
{
    const ps_event_kind of = *(const ps_event_kind *)kind;
    for (int32_t i = 0; i < PS_COUNT(editable); i++) {
        if (editable[i].kind != of) continue;
        if (index-- == 0) return editable[i].field;
    }
    return NULL;
}

static cli_exit check_field(cli *c, ps_event_kind kind, const char *field)
{
    buffer all = {0};
    for (int32_t i = 0; field_at(&kind, i); i++) {
        if (strcmp(field_at(&kind, i), field) == 0) {
            buffer_free(&all);
            return CLI_OK;
        }
        buffer_format(&all, "%s%s", i > 0 ? ", " : "", field_at(&kind, i));
    }
    cli_exit code = CLI_USAGE;
    const int32_t near = ps_closest(&kind, field_at, ps_str_of(field));
    if (!all.text) {
        code = cli_complain(c, CLI_USAGE, "an entry of this kind is not corrected");
        buffer_text(&c->messages, "Take it back instead: psoas log void ID\n");
    } else if (near != PS_NONE) {
        code = cli_usage(c, "no such field '%s'; did you mean '%s'? There are: %s", field,
                         field_at(&kind, near), all.text);
    } else {
        code = cli_usage(c, "no such field '%s'; want one of %s", field, all.text);
    }
    buffer_free(&all);
    return code;
}

// ---- the value ----

static cli_exit put_word(cli *c, const ps_field *field, const char *text, void *to)
{
    const int32_t index = ps_enum_find(field->names, ps_str_of(text));
    if (index != PS_NONE) {
        ps_field_put_int(to, index);
        return CLI_OK;
    }
    const char *near = ps_enum_closest(field->names, ps_str_of(text));
    if (near) return cli_usage(c, "%s '%s': did you mean '%s'?", field->name, text, near);
    buffer all = {0};
    for (int32_t i = 0; i < field->names->count; i++) {
        buffer_format(&all, "%s%s", i > 0 ? ", " : "", field->names->names[i]);
    }
    const cli_exit code = cli_usage(c, "%s '%s': want one of %s", field->name, text, all.text);
    buffer_free(&all);
    return code;
}

static cli_exit put_yes_no(cli *c, const ps_field *field, const char *text, void *to)
{
    const bool yes = strcmp(text, "yes") == 0;
    if (!yes && strcmp(text, "no") != 0) {
        return cli_usage(c, "%s '%s': want yes or no", field->name, text);
    }
    memcpy(to, &yes, sizeof yes);
    return CLI_OK;
}

static cli_exit put_number(cli *c, const ps_field *field, const char *text, void *to)
{
    int32_t number = 0;
    const ps_range limits = {(int32_t)field->min, (int32_t)field->max};
    const cli_exit code = log_read_number(c, field->name, text, limits, &number);
    if (code == CLI_OK) ps_field_put_int(to, number);
    return code;
}

static cli_exit put_decimal(cli *c, const ps_field *field, const char *text, void *to)
{
    double number = 0;
    const cli_exit code =
        log_read_decimal(c, field->name, text, (double)field->min, (double)field->max, &number);
    if (code == CLI_OK) memcpy(to, &number, sizeof number);
    return code;
}

static cli_exit put_text(cli *c, const ps_field *field, const char *text, void *to)
{
    const cli_exit code = log_check_text(c, field->name, text);
    if (code == CLI_OK) memcpy(to, &text, sizeof text);
    return code;
}

static cli_exit put_notation(cli *c, const ps_field *field, const char *text, void *to)
{
    ps_error err = {0};
    if (field->notation->parse(ps_str_of(text), &c->names, &c->room, to, &err) == PS_OK) {
        return CLI_OK;
    }
    return cli_usage(c, "%s '%s': %s", field->name, text, err.text);
}

/// By the type of the field; "none" takes away what may be absent.
static cli_exit put_value(cli *c, const ps_field *field, const char *text, void *to)
{
    if (!field->required && field->type != PS_FIELD_BOOL && strcmp(text, "none") == 0) {
        memset(to, 0, ps_field_size(field));
        ps_field_put_absent(field, to);
        return CLI_OK;
    }
    switch (field->type) {
    case PS_FIELD_ENUM:
        return put_word(c, field, text, to);
    case PS_FIELD_BOOL:
        return put_yes_no(c, field, text, to);
    case PS_FIELD_INT:
        return put_number(c, field, text, to);
    case PS_FIELD_NUMBER:
        return put_decimal(c, field, text, to);
    case PS_FIELD_TEXT:
        return put_text(c, field, text, to);
    case PS_FIELD_NOTATION:
        return put_notation(c, field, text, to);
    case PS_FIELD_LONG:
    case PS_FIELD_RANGE:
    case PS_FIELD_REF:
    case PS_FIELD_MARKED:
    case PS_FIELD_STRUCT:
    case PS_FIELD_OPTIONAL:
    case PS_FIELD_LIST:
        break;
    }
    assert(false); // no field of these types is among the editable ones
    return CLI_FAILED;
}

// ---- what the field tables do not know ----

static cli_exit check_place(cli *c, const char *place)
{
    if (!place || log_place_find(c->catalogue, place) != PS_NONE) return CLI_OK;
    const char *near = ps_names_closest(&c->names, "places", ps_str_of(place));
    if (near) return cli_usage(c, "place '%s': did you mean '%s'?", place, near);
    buffer all = {0};
    for (int32_t i = 0; log_place_at(c->catalogue, i); i++) {
        buffer_format(&all, "%s%s", i > 0 ? ", " : "", log_place_at(c->catalogue, i));
    }
    const cli_exit code = cli_usage(c, "place '%s': want one of %s", place, all.text);
    buffer_free(&all);
    return code;
}

static cli_exit check_intake(cli *c, const ps_intake_given *said)
{
    ps_error err = {0};
    ps_value value = {0};
    const int32_t field = ps_intake_field_find(c->catalogue, ps_str_of(said->field));
    if (field == PS_NONE || !said->value) return CLI_OK;
    if (ps_intake_read(c->catalogue, field, ps_str_of(said->value), &value, &err) == PS_OK) {
        return CLI_OK;
    }
    return cli_usage(c, "%s '%s': %s", said->field, said->value, err.text);
}

static cli_exit check_test(cli *c, const ps_test_measured *said)
{
    for (int32_t i = 0; i < c->catalogue->self_tests.count; i++) {
        const ps_self_test *test = &c->catalogue->self_tests.at[i];
        const self_test_measure *measure = self_test_measure_of(test);
        if (strcmp(test->id, said->test) != 0 || !measure) continue;
        const self_test_limits limits = self_test_limits_of(c, measure);
        if (said->value >= limits.low && said->value <= limits.high) return CLI_OK;
        return cli_usage(c, "value '%g': want a number from %g to %g", said->value, limits.low,
                         limits.high);
    }
    return CLI_OK;
}

static cli_exit check_meaning(cli *c, const ps_event *event)
{
    ps_error err = {0};
    cli_exit code = CLI_OK;
    if (event->kind == PS_EVENT_pain_reported) {
        code = check_place(c, event->as.pain_reported.place);
    } else if (event->kind == PS_EVENT_intake_given) {
        code = check_intake(c, &event->as.intake_given);
    } else if (event->kind == PS_EVENT_test_measured) {
        code = check_test(c, &event->as.test_measured);
    }
    if (code != CLI_OK) return code;
    if (ps_event_check(event, &err) == PS_OK) return CLI_OK;
    cli_usage(c, "that does not fit the rest of the entry: %s", err.text);
    return CLI_USAGE;
}

/// What follows from the new value: a set has a reason exactly when it was not completed, and a
/// place without sides has none.
static void keep_whole(const cli *c, ps_event *event, const char *why)
{
    if (event->kind == PS_EVENT_pain_reported && event->as.pain_reported.place) {
        const int32_t place = log_place_find(c->catalogue, event->as.pain_reported.place);
        const bool sided = place == PS_NONE || c->catalogue->places.at[place].sided;
        if (!sided) event->as.pain_reported.side = PS_SIDE_BOTH;
    }
    if (event->kind != PS_EVENT_set_done) return;
    ps_set_done *set = &event->as.set_done;
    if (set->completed) set->why_not = NULL;
    if (!set->completed && !set->why_not) set->why_not = why;
    if (set->form != PS_FORM_LOST) set->form_lost_at = 0;
}

static cli_exit make_edit(cli *c, const coach_run *run, const log_entry *entry, edit *to)
{
    to->event = cli_take(c, 1, sizeof *to->event);
    *to->event = *entry->now;
    cli_exit code = check_field(c, entry->now->kind, to->field);
    if (code != CLI_OK) return code;
    if (strcmp(to->field, "time") == 0) {
        code = log_read_instant(c, "time", to->text, run->now, &to->event->at);
    } else {
        const ps_field *field =
            ps_field_find(ps_event_body(entry->now->kind), ps_str_of(to->field));
        assert(field);
        code = put_value(c, field, to->text, (char *)&to->event->as + field->offset);
    }
    if (code != CLI_OK) return code;
    keep_whole(c, to->event, cli_value(c, "why"));
    return check_meaning(c, to->event);
}

// ---- the command ----

static void put_change(cli *c, const coach_run *run, const log_entry *entry, const edit *of)
{
    enum { INDENT = 2, LABEL = 8 };
    const log_entry after = {.first = entry->first, .now = of->event};
    log_put_entry(c, run, entry);
    paper_put(&c->page, INK_QUIET, "becomes");
    paper_flow(&c->page, INDENT);
    log_put_entry(c, run, &after);
    if (log_can_lock(c->catalogue, entry->now)) log_put_lock(c);
}

/// The last correction counts, so this one has to come behind those that are there.
static ps_instant behind_others(const coach_run *run, const log_entry *entry)
{
    ps_instant at = run->now;
    for (int32_t i = 0; i < run->read.count; i++) {
        const ps_event *event = &run->read.events[i];
        if (event->kind != PS_EVENT_corrected) continue;
        const ps_corrected *body = &event->as.corrected;
        if (ps_key_order(body->device, body->sequence, entry->first->device,
                         entry->first->sequence) == 0 &&
            event->at.ms >= at.ms && event->at.ms < PS_MS_MAX) {
            at.ms = event->at.ms + 1;
        }
    }
    return at;
}

static cli_exit store_edit(cli *c, coach_run *run, const log_entry *entry, const edit *of)
{
    const char *why = cli_value(c, "why");
    const log_outlook before = log_outlook_of(c, run);
    ps_event event = {
        .at = behind_others(run, entry),
        .kind = PS_EVENT_corrected,
        .as.corrected = {.device = entry->first->device,
                         .sequence = entry->first->sequence,
                         .why = why ? why : "corrected by hand",
                         .with = of->event},
    };
    const cli_exit code = coach_run_add(c, run, &event, 1);
    if (code != CLI_OK) return code;
    paper_put(&c->page, INK_GOOD, "Corrected.");
    paper_flow(&c->page, 0);
    return log_put_follow(c, run, &before);
}

cli_exit log_edit(cli *c)
{
    coach_run run = {0};
    const log_entry *entry = NULL;
    edit wanted = {.field = c->arguments[1], .text = c->arguments[2]};
    cli_exit code = log_check_text(c, "--why", cli_value(c, "why"));
    if (code == CLI_OK) code = coach_run_open(c, DATA_WRITE, &run);
    if (code != CLI_OK) goto done;
    const log_entries all = log_entries_of(c, &run);
    code = log_find(c, &run, &all, c->arguments[0], &entry);
    if (code == CLI_OK && entry->taken_back) {
        code = cli_complain(c, CLI_CONFLICT, "entry %s is taken back; first put it back",
                            c->arguments[0]);
        buffer_format(&c->messages, "psoas log restore %s\n", c->arguments[0]);
    }
    if (code == CLI_OK) code = make_edit(c, &run, entry, &wanted);
    if (code != CLI_OK) goto done;
    if (ps_event_same(wanted.event, entry->now)) {
        paper_put(&c->page, INK_PLAIN, "Nothing to do: it says that already.");
        paper_flow(&c->page, 0);
        goto done;
    }
    put_change(c, &run, entry, &wanted);
    if (data_go_on(c, "Correct it?", &code)) code = store_edit(c, &run, entry, &wanted);

done:
    coach_run_close(&run);
    return code;
}
