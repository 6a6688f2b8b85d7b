// What psoas import shows: a page before it stores, and the same for programs.
#include "shell/cli/envelope.h"
#include "shell/cli/import.h"
#include "shell/cli/reports.h"

#include <stddef.h>
#include <string.h>

enum { INDENT = 2 };

const char *import_name(const char *path)
{
    if (strcmp(path, "-") == 0) return "standard input";
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

// ---- for people ----

// clang-format off
static const struct {
    const char *one, *many;
} kind_words[] = {
    [PS_EVENT_consent_given] = {"consent", "consents"},
    [PS_EVENT_screen_started] = {"round of safety questions", "rounds of safety questions"},
    [PS_EVENT_screen_answered] = {"safety answer", "safety answers"},
    [PS_EVENT_intake_given] = {"intake answer", "intake answers"},
    [PS_EVENT_flag_cleared] = {"clearance", "clearances"},
    [PS_EVENT_diagnosis_given] = {"diagnosis", "diagnoses"},
    [PS_EVENT_test_measured] = {"test result", "test results"},
    [PS_EVENT_programme_chosen] = {"programme choice", "programme choices"},
    [PS_EVENT_exercise_swapped] = {"exercise swap", "exercise swaps"},
    [PS_EVENT_session_started] = {"session begun", "sessions begun"},
    [PS_EVENT_set_done] = {"set", "sets"},
    [PS_EVENT_stop_felt] = {"stop sign", "stop signs"},
    [PS_EVENT_session_ended] = {"session ended", "sessions ended"},
    [PS_EVENT_pain_reported] = {"pain report", "pain reports"},
    [PS_EVENT_morning_reported] = {"morning answer", "morning answers"},
    [PS_EVENT_day_noted] = {"day note", "day notes"},
    [PS_EVENT_goal_set] = {"goal", "goals"},
    [PS_EVENT_goal_rated] = {"goal rating", "goal ratings"},
    [PS_EVENT_goal_dropped] = {"goal dropped", "goals dropped"},
    [PS_EVENT_checkpoint_answered] = {"checkpoint answer", "checkpoint answers"},
    [PS_EVENT_corrected] = {"correction", "corrections"},
    [PS_EVENT_voided] = {"withdrawal", "withdrawals"},
    [PS_EVENT_imported] = {"earlier import", "earlier imports"},
};
// clang-format on

static void put_new(const import_target *target, buffer *text)
{
    const char *before = ": ";
    data_put_count(text, target->added_count, "event", "events");
    for (int32_t i = 0; i < PS_COUNT(kind_words); i++) {
        if (target->kinds[i] == 0) continue;
        buffer_text(text, before);
        data_put_count(text, target->kinds[i], kind_words[i].one, kind_words[i].many);
        before = ", ";
    }
}

/// Whether an import has brought some of the events of the file.
static bool has_brought(const ps_imported *body, const import_file *file, const import_person *from)
{
    for (int32_t i = 0; i < from->count; i++) {
        const ps_event *event = &file->events[from->first + i].event;
        if (import_covers(body->added, event->device, event->sequence)) return true;
    }
    return false;
}

/// Says so when events that are here do not count, because their import was undone.
static void put_undone(cli *c, const import_file *file, const import_target *target)
{
    const import_batches batches = import_batches_of(c, &target->into, &target->there);
    for (int32_t i = 0; i < batches.count; i++) {
        const import_batch *batch = &batches.at[i];
        if (batch->void_count == 0) continue;
        if (!has_brought(&batch->imported->as.imported, file, target->from)) continue;
        char when[NOW_TEXT];
        const ps_imported *body = &batch->imported->as.imported;
        now_text(batch->voids[batch->void_count - 1]->at, when);
        paper_format(&c->page, INK_CARE,
                     "The import of %s was undone on %s. Its events do not count; to put them "
                     "back:",
                     body->source, when);
        paper_item(&c->page, 0, INK_CARE, "Note", DATA_LABEL);
        paper_format(&c->page, INK_NAME, "psoas import --redo %s", body->batch);
        paper_row(&c->page, DATA_LABEL);
    }
}

static void put_future(cli *c, const import_target *target, ps_instant now)
{
    if (target->added_count == 0 || target->last_ms <= now.ms + NOW_SLACK_MS) return;
    char latest[NOW_TEXT];
    now_text((ps_instant){target->last_ms, now.offset_min}, latest);
    paper_format(&c->page, INK_CARE,
                 "Some events lie in the future, the latest on %s. Was the clock of the other "
                 "machine right?",
                 latest);
    paper_item(&c->page, 0, INK_CARE, "Note", DATA_LABEL);
}

// ---- what this version does not know ----

/// Ids that a file names and the catalogue has not: the other machine may be newer or older, so
/// they are kept, and only said (docs/adr/0005).
typedef struct {
    const char *list, *what; ///< of the catalogue
    const char *id;
} unknown;

enum { UNKNOWN_MAX = 5 }; ///< that are named

typedef struct {
    unknown at[UNKNOWN_MAX];
    int32_t count;
    bool more;
} unknowns;

static void look_up(const cli *c, unknowns *to, const char *list, const char *what, const char *id)
{
    if (c->names.find(c->names.context, list, ps_str_of(id)) >= 0) return;
    for (int32_t i = 0; i < to->count; i++) {
        if (strcmp(to->at[i].list, list) == 0 && strcmp(to->at[i].id, id) == 0) return;
    }
    if (to->count == UNKNOWN_MAX) {
        to->more = true;
    } else {
        to->at[to->count++] = (unknown){list, what, id};
    }
}

/// Members of bodies that name something of the catalogue; NULL: nothing.
// clang-format off
#define NAMED(kind, member) PS_EVENT_##kind, offsetof(ps_event, as.kind.member)
static const struct {
    ps_event_kind kind;
    size_t offset;
    const char *list, *what;
} named[] = {
    {NAMED(screen_answered, item), "screening_items", "safety question"},
    {NAMED(intake_given, field), "intake_fields", "intake question"},
    {NAMED(flag_cleared, flag), "flags", "safety flag"},
    {NAMED(test_measured, test), "self_tests", "self-test"},
    {NAMED(programme_chosen, programme), "programmes", "programme"},
    {NAMED(exercise_swapped, exercise), "exercises", "exercise"},
    {NAMED(set_done, exercise), "exercises", "exercise"},
    {NAMED(stop_felt, exercise), "exercises", "exercise"},
};
// clang-format on

static void look_in(const cli *c, unknowns *to, const ps_event *event)
{
    const ps_event *of = event->kind == PS_EVENT_corrected ? event->as.corrected.with : event;
    for (int32_t i = 0; i < PS_COUNT(named); i++) {
        if (named[i].kind != of->kind) continue;
        const char *id = NULL;
        memcpy(&id, (const char *)of + named[i].offset, sizeof id);
        if (id) look_up(c, to, named[i].list, named[i].what, id);
    }
    if (of->kind == PS_EVENT_flag_cleared) {
        const ps_released *codes = &of->as.flag_cleared.codes;
        for (int32_t i = 0; i < codes->count; i++) {
            look_up(c, to, "codes", "code", codes->at[i]);
        }
    } else if (of->kind == PS_EVENT_session_started) {
        const ps_prescriptions *items = &of->as.session_started.items;
        for (int32_t i = 0; i < items->count; i++) {
            look_up(c, to, "exercises", "exercise", items->at[i].exercise);
        }
    }
}

static void put_unknowns(cli *c, const import_target *target)
{
    unknowns found = {.count = 0};
    for (int32_t i = 0; i < target->added_count; i++) look_in(c, &found, &target->added[i]);
    for (int32_t i = 0; i < found.count; i++) {
        const unknown *of = &found.at[i];
        const char *near = ps_names_closest(&c->names, of->list, ps_str_of(of->id));
        paper_format(&c->page, INK_CARE, "This version knows no %s '%s'", of->what, of->id);
        if (near) paper_format(&c->page, INK_CARE, "; did you mean '%s'?", near);
        paper_put(&c->page, INK_CARE,
                  near ? " What was recorded is kept as it is."
                       : "; what was recorded is kept as it is.");
        paper_item(&c->page, 0, INK_CARE, "Note", DATA_LABEL);
    }
    if (!found.more) return;
    paper_put(&c->page, INK_CARE, "There are more that this version does not know.");
    paper_item(&c->page, 0, INK_CARE, "Note", DATA_LABEL);
}

static void put_target(cli *c, const char *path, const import_file *file,
                       const import_target *target, ps_instant now)
{
    const import_person *from = target->from;
    const bool renamed = !target->fresh && strcmp(from->name, target->into.name) != 0;
    buffer text = {0};
    buffer_format(&text, "%s, written %.10s by psoas %s", import_name(path), from->made,
                  from->program);
    data_put_line(c, "From", &text);
    buffer_text(&text, target->into.name);
    if (target->fresh) buffer_text(&text, ", who is new here");
    if (renamed) buffer_format(&text, " (in the file: %s)", from->name);
    data_put_line(c, "To", &text);
    if (from->count > 0) {
        data_put_days(&text, target->first, target->last);
        data_put_line(c, "Days", &text);
    }
    if (target->added_count > 0) {
        put_new(target, &text);
        data_put_line(c, "New", &text);
    }
    if (target->present > 0) {
        data_put_count(&text, target->present, "event", "events");
        buffer_text(&text, target->added_count > 0 ? " of the file" : ", all of the file");
        data_put_line(c, "Here", &text);
    }
    if (target->present > 0) put_undone(c, file, target);
    put_future(c, target, now);
    put_unknowns(c, target);
    paper_gap(&c->page);
    buffer_free(&text);
}

void import_put_preview(cli *c, const char *path, const import_file *file, const import_plan *plan,
                        ps_instant now)
{
    for (int32_t i = 0; i < plan->count && !c->json; i++) {
        put_target(c, path, file, &plan->targets[i], now);
    }
}

void import_put_stored(cli *c, const import_plan *plan, const char *batch)
{
    buffer text = {0};
    data_put_count(&text, plan->added, "event", "events");
    paper_format(&c->page, INK_GOOD, "Imported %s.", text.text);
    if (plan->added > 0) {
        paper_put(&c->page, INK_PLAIN, " To take them out again:");
        paper_flow(&c->page, 0);
        paper_format(&c->page, INK_NAME, "psoas import --undo %s", batch);
        paper_row(&c->page, INDENT);
    }
    paper_flow(&c->page, 0);
    buffer_free(&text);
}

// ---- for programs ----

void import_put_json(cli *c, const char *path, const import_plan *plan, const char *batch,
                     const ps_instant *at)
{
    char when[PS_INSTANT_TEXT] = "";
    import_report *reports = cli_take(c, plan->count, sizeof *reports);
    const void **items = cli_take(c, plan->count, sizeof *items);
    if (at) ps_instant_format(*at, when, sizeof when);
    for (int32_t i = 0; i < plan->count; i++) {
        const import_target *target = &plan->targets[i];
        const bool stored = batch && target->added_count > 0;
        const bool days = target->from->count > 0;
        reports[i] = (import_report){
            .batch = stored ? batch : NULL,
            .person_id = target->into.id,
            .person = target->into.name,
            .source = import_name(path),
            .at = stored ? cli_text(c, when) : NULL,
            .added = target->added_count,
            .present = target->present,
            .first = days ? cli_day(c, target->first) : NULL,
            .last = days ? cli_day(c, target->last) : NULL,
        };
        items[i] = &reports[i];
    }
    envelope_write(c, "import", items, plan->count);
}
