// psoas import: the events of an export are added, all or none, and each only once.
#include "shell/cli/import.h"

#include "shell/cli/now.h"
#include "shell/cli/source.h"
#include "shell/store/driver.h"

#include <stdlib.h>
#include <string.h>

// ---- reading the file ----

typedef struct {
    cli *c;
    const char *path;
} complaint;

static void complain(void *context, const ps_error *err)
{
    const complaint *to = context;
    ps_error named = *err;
    named.file = to->path;
    (void)cli_fail(to->c, &named);
}

static cli_exit read_file(cli *c, const char *path, import_file *file)
{
    buffer text = {0};
    const source_file from = {path, "an export of psoas", IMPORT_BYTES_MAX};
    complaint to = {c, source_name(&from)};
    cli_exit code = source_read(c, &from, &text);
    if (code != CLI_OK) goto done;
    const ps_str all = {text.text ? text.text : "", (int32_t)text.len};
    const ps_code found = import_parse(all, complain, &to, file);
    if (found == PS_OK) goto done;
    code = found == PS_CONFLICT ? CLI_CONFLICT : found == PS_NOMEM ? CLI_FAILED : CLI_DATA;
    if (file->problems >= IMPORT_PROBLEMS_MAX) {
        buffer_format(&c->messages, "There may be more; reading ends after %d problems.\n",
                      (int)IMPORT_PROBLEMS_MAX);
    }
    buffer_text(&c->messages, "Nothing was imported.\n");

done:
    buffer_free(&text);
    return code;
}

// ---- storing ----

/// A name that an event may carry: no control characters, UTF-8, not too long.
static const char *source_of(cli *c, const char *path)
{
    paper clean = paper_of(PAPER_WIDTH, false);
    paper_put(&clean, INK_PLAIN, import_name(path));
    const char *text = cli_text(c, clean.words.text ? clean.words.text : "");
    paper_free(&clean);
    size_t len = strlen(text);
    if (len > PS_FILE_NAME_MAX) {
        len = PS_FILE_NAME_MAX;
        while (len > 0 && (text[len] & 0xc0) == 0x80) len--; // not inside a character
    }
    char *cut = cli_take(c, (int32_t)len + 1, 1);
    memcpy(cut, text, len);
    return cut;
}

/// The event that says what was added.
static cli_exit make_imported(cli *c, store *to, const import_target *target, const char *source,
                              const char *batch, ps_instant now, ps_event *made)
{
    ps_error err = {0};
    int64_t sequence = 1;
    if (!target->fresh && store_next_sequence(to, target->into.id, &sequence, &err) != PS_OK) {
        return cli_fail(c, &err);
    }
    if (sequence <= target->own_last) sequence = target->own_last + 1;
    *made = (ps_event){
        .person = target->into.id,
        .device = store_device(to),
        .sequence = sequence,
        .at = now,
        .kind = PS_EVENT_imported,
        .as.imported = {batch, source, target->spans},
    };
    return CLI_OK;
}

/// The new events of all persons, and one `imported` for each who gets some.
static cli_exit gather(cli *c, store *to, const char *path, import_file *file,
                       const import_plan *plan, const char *batch, ps_instant now,
                       const ps_event **events, int32_t *count)
{
    const char *source = source_of(c, path);
    ps_event *all = ps_arena_take(&file->room, (int32_t)plan->added + plan->count + 1, sizeof *all);
    if (!all) abort(); // room_for of the parser has reckoned with it
    *count = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        const import_target *target = &plan->targets[i];
        if (target->added_count == 0) continue;
        memcpy(&all[*count], target->added, (size_t)target->added_count * sizeof *all);
        *count += target->added_count;
        const cli_exit code = make_imported(c, to, target, source, batch, now, &all[*count]);
        if (code != CLI_OK) return code;
        ++*count;
    }
    *events = all;
    return CLI_OK;
}

/// The people who come with the file, for the time of the run.
static const store_person *newcomers(cli *c, const import_plan *plan, int32_t *count)
{
    store_person *people = cli_take(c, plan->count, sizeof *people);
    *count = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        if (plan->targets[i].fresh) people[(*count)++] = plan->targets[i].into;
    }
    return people;
}

static cli_exit store_all(cli *c, store *to, const char *path, import_file *file,
                          const import_plan *plan, const char *batch, ps_instant now)
{
    ps_error err = {0};
    const ps_event *events = NULL;
    int32_t count = 0, people_count = 0;
    cli_exit code = gather(c, to, path, file, plan, batch, now, &events, &count);
    if (code != CLI_OK) return code;
    const store_person *people = newcomers(c, plan, &people_count);
    if (store_append_with_people(to, people, people_count, events, count, NULL, &err) == PS_OK) {
        return CLI_OK;
    }
    code = cli_fail(c, &err);
    buffer_text(&c->messages, "Nothing was imported.\n");
    return code;
}

// ---- the command ----

static bool brings_people(const import_plan *plan)
{
    for (int32_t i = 0; i < plan->count; i++) {
        if (plan->targets[i].fresh) return true;
    }
    return false;
}

static cli_exit check_clock(cli *c, store *in, const import_plan *plan, ps_instant now)
{
    int64_t newest = 0;
    for (int32_t i = 0; in && i < plan->count; i++) {
        const data_history *at = &plan->targets[i].there;
        const int64_t own = now_newest(at->events, at->count, store_device(in));
        if (own > newest) newest = own;
    }
    return now_check(c, now, newest);
}

/// Nothing to be stored: says why, or what would have been.
static cli_exit put_unstored(cli *c, const char *path, const import_plan *plan, bool dry)
{
    if (c->json) {
        import_put_json(c, path, plan, NULL, NULL);
        return CLI_OK;
    }
    paper_put(&c->page, INK_PLAIN,
              dry ? "Nothing was stored: this was a dry run." : "Everything is here already.");
    paper_flow(&c->page, 0);
    return CLI_OK;
}

/// Asks, then stores what the plan says. `in` is NULL while there is no store.
static cli_exit carry_out(cli *c, store **in, const char *path, import_file *file,
                          const import_plan *plan, ps_instant now)
{
    ps_error err = {0};
    char batch[STORE_ID];
    cli_exit code = check_clock(c, *in, plan, now);
    if (code != CLI_OK) return code;
    if (!data_go_on(c, "Import this?", &code)) return code;
    if (!*in) code = data_open(c, DATA_CREATE, in);
    if (code != CLI_OK) return code;
    if (id_make(batch, &err) != PS_OK) return cli_fail(c, &err);
    code = store_all(c, *in, path, file, plan, batch, now);
    if (code != CLI_OK) return code;
    if (c->json) {
        import_put_json(c, path, plan, batch, &now);
    } else {
        import_put_stored(c, plan, batch);
    }
    return CLI_OK;
}

static cli_exit import_file_at(cli *c, const char *path)
{
    const bool dry = cli_value(c, "dry-run") != NULL;
    store *in = NULL;
    import_file file = {0};
    import_plan plan = {0};
    ps_instant now = {0};
    cli_exit code = now_read(c, &now);
    if (code == CLI_OK) code = read_file(c, path, &file);
    if (code == CLI_OK) code = data_open_if_there(c, dry ? DATA_READ : DATA_WRITE, &in);
    if (code == CLI_OK) code = import_plan_make(c, in, &file, c->person, &plan);
    if (code == CLI_OK && plan.conflicts > 0) code = CLI_CONFLICT;
    if (code != CLI_OK) goto done;

    import_put_preview(c, path, &file, &plan, now);
    const bool news = plan.added > 0 || brings_people(&plan);
    code = dry || !news ? put_unstored(c, path, &plan, dry && news)
                        : carry_out(c, &in, path, &file, &plan, now);

done:
    import_plan_forget(&plan);
    import_forget(&file);
    store_close(in);
    return code;
}

/// What can be asked for instead of a file.
static const struct {
    const char *option;
    cli_exit (*run)(cli *c);
} actions[] = {
    {"list", import_list},
    {"undo", import_undo},
    {"redo", import_redo},
};

cli_exit import_history(cli *c)
{
    const char *path = c->argument_count > 0 ? c->arguments[0] : NULL;
    int32_t asked = path ? 1 : 0, action = PS_NONE;
    for (int32_t i = 0; i < PS_COUNT(actions); i++) {
        if (!cli_value(c, actions[i].option)) continue;
        asked++;
        action = i;
    }
    if (asked != 1) return cli_usage(c, "want one of FILE, --list, --undo ID and --redo ID");
    if (path) return import_file_at(c, path);
    if (cli_value(c, "dry-run")) return cli_usage(c, "--dry-run is for a file");
    return actions[action].run(c);
}
