#include "shell/cli/log_entry.h"

#include "shell/cli/coach_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---- entries ----

static bool is_plain(const ps_event *event)
{
    return event->kind != PS_EVENT_corrected && event->kind != PS_EVENT_voided &&
           event->kind != PS_EVENT_imported;
}

static int by_key(const void *a, const void *b)
{
    return (int)ps_event_key_order(*(const ps_event *const *)a, *(const ps_event *const *)b);
}

static int newest_first(const void *a, const void *b)
{
    return (int)ps_event_order(((const log_entry *)b)->now, ((const log_entry *)a)->now);
}

/// What the last correction of an event that is taken back said; itself without one.
static const ps_event *last_form(const coach_run *run, const ps_event *first)
{
    const ps_event *last = first;
    for (int32_t i = 0; i < run->read.count; i++) {
        const ps_event *event = &run->read.events[i]; // in fold order
        if (event->kind != PS_EVENT_corrected) continue;
        if (event->as.corrected.sequence == first->sequence &&
            strcmp(event->as.corrected.device, first->device) == 0) {
            last = event->as.corrected.with;
        }
    }
    return last;
}

log_entries log_entries_of(cli *c, const coach_run *run)
{
    const ps_history *history = &run->read.history;
    const ps_event **counts = cli_take(c, history->count, sizeof *counts);
    memcpy(counts, history->events, (size_t)history->count * sizeof *counts);
    qsort(counts, (size_t)history->count, sizeof *counts, by_key);

    log_entries all = {.at = cli_take(c, run->read.count, sizeof *all.at)};
    for (int32_t i = 0; i < run->read.count; i++) {
        const ps_event *first = &run->read.events[i];
        if (!is_plain(first)) continue;
        const ps_event **found =
            bsearch(&first, counts, (size_t)history->count, sizeof *counts, by_key);
        all.at[all.count++] = (log_entry){
            .first = first,
            .now = found ? *found : last_form(run, first),
            .corrected = found && !ps_event_same(*found, first),
            .taken_back = !found,
        };
    }
    qsort(all.at, (size_t)all.count, sizeof *all.at, newest_first);
    return all;
}

// ---- names ----

enum { TAIL = 4 };

const char *log_id(cli *c, const coach_run *run, const ps_event *event)
{
    char text[PS_ID_MAX + 32];
    const char *device = event->device;
    const size_t len = strlen(device);
    if (strcmp(device, store_device(run->in)) == 0) {
        snprintf(text, sizeof text, "%lld", (long long)event->sequence);
    } else {
        snprintf(text, sizeof text, "%lld@%s", (long long)event->sequence,
                 device + (len > TAIL ? len - TAIL : 0));
    }
    return cli_text(c, text);
}

static bool ends_with(const char *text, const char *end)
{
    const size_t len = strlen(text), end_len = strlen(end);
    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

cli_exit log_find(cli *c, const coach_run *run, const log_entries *in, const char *name,
                  const log_entry **found)
{
    char *end = NULL;
    const long long sequence = strtoll(name, &end, 10);
    const bool own = *end == '\0';
    if (end == name || (!own && (*end != '@' || !end[1])) || sequence < 1) {
        cli_usage(c, "ID '%s': want a number of psoas log, like 17 or 17@4f2a", name);
        return CLI_USAGE;
    }
    *found = NULL;
    for (int32_t i = 0; i < in->count; i++) {
        const ps_event *event = in->at[i].first;
        if (event->sequence != sequence) continue;
        if (!ends_with(event->device, own ? store_device(run->in) : end + 1)) continue;
        if (*found) return cli_usage(c, "ID '%s': several machines end like that", name);
        *found = &in->at[i];
    }
    if (*found) return CLI_OK;
    cli_complain(c, CLI_NOT_FOUND, "there is no entry %s", name);
    buffer_text(&c->messages, "'psoas log --all' shows every one with its number.\n");
    return CLI_NOT_FOUND;
}

// ---- rows ----

const char *log_clock(ps_instant at, char text[LOG_CLOCK])
{
    enum { CLOCK_AT = 11, CLOCK_LEN = 5 };
    char full[PS_INSTANT_TEXT];
    ps_instant_format(at, full, sizeof full);
    snprintf(text, LOG_CLOCK, "%.*s", CLOCK_LEN, full + CLOCK_AT);
    return text;
}

void log_put_entry(cli *c, const coach_run *run, const log_entry *entry)
{
    enum { INDENT = 2, ID_LEAST = 6, GAP = 2 };
    char clock[LOG_CLOCK];
    buffer text = {0};
    const char *id = log_id(c, run, entry->first);
    const int32_t len = (int32_t)strlen(id);
    words_day(&text, ps_local_day(entry->now->at));
    paper_format(&c->page, INK_QUIET, "%s %s  ", text.text, log_clock(entry->now->at, clock));
    buffer_clear(&text);
    log_put_line(&text, c, run, entry->now);
    paper_put(&c->page, INK_PLAIN, text.text);
    paper_item(&c->page, INDENT, INK_NAME, id, len > ID_LEAST ? len + GAP : ID_LEAST + GAP);
    buffer_free(&text);
}

// ---- locks ----

/// Whether the rule looks at this item or field.
static bool names(const ps_rule *rule, int32_t item, int32_t field)
{
    for (int32_t i = 0; i < rule->count; i++) {
        const ps_rule_node *node = &rule->nodes[i];
        const bool number = node->op == PS_RULE_COMPARE || node->op == PS_RULE_EQUALS;
        if (node->op == PS_RULE_ITEM && node->a == item) return true;
        if (number && node->a == field) return true;
    }
    return false;
}

bool log_can_lock(const ps_catalogue *catalogue, const ps_event *event)
{
    int32_t item = PS_NONE, field = PS_NONE;
    if (event->kind == PS_EVENT_screen_answered) {
        item = ps_screening_item_find(catalogue, ps_str_of(event->as.screen_answered.item));
    } else if (event->kind == PS_EVENT_intake_given) {
        field = ps_intake_field_find(catalogue, ps_str_of(event->as.intake_given.field));
    }
    if (item == PS_NONE && field == PS_NONE) return false;
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        const ps_flag *flag = &catalogue->flags.at[i];
        const bool locks = flag->level == PS_LEVEL_EMERGENCY || flag->level == PS_LEVEL_URGENT;
        if (locks && names(&flag->logic, item, field)) return true;
    }
    return false;
}

void log_put_lock(cli *c)
{
    paper_put(&c->page, INK_CARE,
              "If this once closed the programme as an emergency or as urgent, a correction does "
              "not open it: only a medical review does, recorded with ");
    paper_put(&c->page, INK_NAME, "psoas clear");
    paper_put(&c->page, INK_CARE, ".");
    paper_flow(&c->page, 0);
}
