// psoas backup and psoas restore: the whole store as one file, checked before it counts.
#include "shell/cli/data.h"
#include "shell/cli/now.h"
#include "shell/store/disk.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2, KEPT_MAX = 999, KEPT_PATH = DISK_PATH + 40 };

static bool is_there(const char *path)
{
    bool there = false;
    ps_error ignored = {0};
    return disk_find(path, &there, &ignored) == PS_OK && there;
}

/// "3 people, 1234 events, the newest from 2026-11-20".
static void put_facts(buffer *to, const store_facts *facts, ps_instant now)
{
    data_put_count(to, facts->people, "person", "people");
    buffer_text(to, ", ");
    data_put_count(to, facts->events, "event", "events");
    if (facts->events == 0) return;
    char newest[NOW_TEXT];
    now_text((ps_instant){facts->newest_event_ms, now.offset_min}, newest);
    buffer_format(to, ", the newest from %s", newest);
}

// ---- backup ----

cli_exit backup_make(cli *c)
{
    const char *path = c->arguments[0];
    store *of = NULL;
    ps_error err = {0};
    ps_instant now = {0};
    store_facts facts = {0};
    cli_exit code = now_read(c, &now);
    if (code == CLI_OK) code = data_open(c, DATA_READ, &of);
    if (code != CLI_OK) goto done;
    if (store_backup(of, path, &err) != PS_OK || store_verify(path, &facts, &err) != PS_OK) {
        code = cli_fail(c, &err);
        goto done;
    }
    buffer text = {0};
    put_facts(&text, &facts, now);
    buffer_text(&text, "; ");
    data_put_bytes(&text, facts.bytes);
    paper_format(&c->page, INK_PLAIN, "%s: %s. It was read back and is complete.", path, text.text);
    paper_flow(&c->page, 0);
    paper_put(&c->page, INK_QUIET, "Only you can read it; it holds health data.");
    paper_flow(&c->page, 0);
    buffer_free(&text);

done:
    store_close(of);
    return code;
}

// ---- restore ----

static cli_exit verify(cli *c, const char *path, store_facts *facts)
{
    ps_error err = {0};
    if (store_verify(path, facts, &err) != PS_OK) return cli_fail(c, &err);
    if (facts->unreadable == 0) return CLI_OK;
    buffer text = {0};
    data_put_count(&text, facts->unreadable, "event", "events");
    cli_complain(c, CLI_DATA, "%s: %s cannot be read; choose another backup", path, text.text);
    buffer_free(&text);
    return CLI_DATA;
}

/// What comes, where it goes, and what is there now: also when that is damaged.
static void put_preview(cli *c, const char *path, const store_facts *facts, const char *current,
                        ps_instant now)
{
    ps_error ignored = {0};
    store_facts old = {0};
    buffer text = {0};
    buffer_format(&text, "%s: ", path);
    put_facts(&text, facts, now);
    data_put_line(c, "From", &text);
    buffer_text(&text, current);
    data_put_line(c, "To", &text);
    if (is_there(current)) {
        if (store_verify(current, &old, &ignored) == PS_OK) {
            put_facts(&text, &old, now);
        } else {
            buffer_text(&text, "a store that cannot be read");
        }
        buffer_text(&text, "; it is kept beside the new one");
        data_put_line(c, "Now", &text);
    }
    paper_gap(&c->page);
    buffer_free(&text);
}

/// The name under which store_restore will keep the old file: the first that is free.
static void kept_name(const char *current, char kept[KEPT_PATH])
{
    for (int32_t i = 1; i <= KEPT_MAX; i++) {
        snprintf(kept, KEPT_PATH, "%s.before-restore-%d", current, i);
        if (!is_there(kept)) return;
    }
}

static cli_exit replace(cli *c, const char *path, const char *current)
{
    ps_error err = {0};
    char kept[KEPT_PATH];
    kept_name(current, kept);
    if (store_restore(cli_data(c), path, &err) != PS_OK) return cli_fail(c, &err);
    paper_put(&c->page, INK_GOOD, "Restored.");
    if (!is_there(kept)) {
        paper_flow(&c->page, 0);
        return CLI_OK;
    }
    paper_put(&c->page, INK_PLAIN, " Delete the file from before when you do not need it:");
    paper_flow(&c->page, 0);
    paper_put(&c->page, INK_NAME, kept);
    paper_row(&c->page, INDENT);
    return CLI_OK;
}

cli_exit backup_restore(cli *c)
{
    const char *path = c->arguments[0];
    char current[DISK_PATH];
    ps_error err = {0};
    ps_instant now = {0};
    store_facts facts = {0};
    cli_exit code = now_read(c, &now);
    if (code == CLI_OK) code = verify(c, path, &facts);
    if (code != CLI_OK) return code;

    if (cli_value(c, "verify")) {
        buffer text = {0};
        put_facts(&text, &facts, now);
        paper_format(&c->page, INK_PLAIN, "%s is complete: %s.", path, text.text);
        paper_flow(&c->page, 0);
        buffer_free(&text);
        return CLI_OK;
    }
    if (disk_join(cli_data(c), "psoas.db", current, &err) != PS_OK) return cli_fail(c, &err);
    put_preview(c, path, &facts, current, now);
    if (!data_go_on(c, "Restore it?", &code)) return code;
    return replace(c, path, current);
}
