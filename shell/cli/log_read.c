// What was typed or answered: numbers, texts and times, each with what was wanted.
#include "shell/cli/log.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// ---- numbers ----

static bool parse_number(const char *text, ps_range limits, int32_t *number)
{
    char *end = NULL;
    if (isspace((unsigned char)*text)) return false;
    const long value = strtol(text, &end, 10);
    if (end == text || *end || value < limits.low || value > limits.high) return false;
    *number = (int32_t)value;
    return true;
}

/// A decimal comma is read, too: half of the world writes one.
static bool parse_decimal(const char *text, double low, double high, double *number)
{
    char plain[32], *end = NULL;
    if (strlen(text) >= sizeof plain || text[strspn(text, "+-.,0123456789")]) return false;
    snprintf(plain, sizeof plain, "%s", text);
    char *comma = strchr(plain, ',');
    if (comma) *comma = '.';
    const double value = strtod(plain, &end);
    if (end == plain || *end || !isfinite(value) || value < low || value > high) return false;
    *number = value;
    return true;
}

cli_exit log_read_number(cli *c, const char *name, const char *text, ps_range limits,
                         int32_t *number)
{
    if (parse_number(text, limits, number)) return CLI_OK;
    if (limits.low == limits.high) return cli_usage(c, "%s '%s': want %d", name, text, limits.low);
    return cli_usage(c, "%s '%s': want a whole number from %d to %d", name, text, limits.low,
                     limits.high);
}

cli_exit log_read_decimal(cli *c, const char *name, const char *text, double low, double high,
                          double *number)
{
    if (parse_decimal(text, low, high, number)) return CLI_OK;
    return cli_usage(c, "%s '%s': want a number from %g to %g", name, text, low, high);
}

// ---- texts ----

cli_exit log_check_text(cli *c, const char *name, const char *text)
{
    if (!text) return CLI_OK;
    const ps_str all = ps_str_of(text);
    if (all.len == 0) return cli_usage(c, "%s: want some words", name);
    if (all.len > PS_NOTE_MAX) {
        return cli_usage(c, "%s: want at most %d bytes of text, not %d", name, PS_NOTE_MAX,
                         all.len);
    }
    const int32_t good = ps_str_text_len(all);
    if (good == all.len) return CLI_OK;
    return cli_usage(c, "%s: byte %d is no text; want one line of UTF-8", name, good + 1);
}

// ---- times ----

enum { CALENDAR_DAY = 10 }; // of "2026-11-21T21:30:00.000+01:00"

/// The text as RFC 3339 in the time of this machine; false when it has none of the short forms.
static bool complete(const char *text, ps_instant now, char full[PS_INSTANT_TEXT])
{
    char base[PS_INSTANT_TEXT];
    const int32_t base_len = ps_instant_format(now, base, sizeof base);
    const char *offset = base + base_len - 6;
    const size_t len = strlen(text);
    const bool clock = len == 5 && text[2] == ':';
    const bool day = len == CALENDAR_DAY && text[4] == '-';
    const bool both = len == 16 && text[4] == '-' && (text[10] == ' ' || text[10] == 'T');
    if (clock) {
        snprintf(full, PS_INSTANT_TEXT, "%.*sT%s:00%s", CALENDAR_DAY, base, text, offset);
    } else if (day) {
        snprintf(full, PS_INSTANT_TEXT, "%sT12:00:00%s", text, offset);
    } else if (both) {
        snprintf(full, PS_INSTANT_TEXT, "%.*sT%s:00%s", CALENDAR_DAY, text, text + CALENDAR_DAY + 1,
                 offset);
    }
    return clock || day || both;
}

cli_exit log_read_instant(cli *c, const char *name, const char *text, ps_instant now,
                          ps_instant *at)
{
    ps_error err = {0};
    ps_instant read = {0};
    char full[PS_INSTANT_TEXT];
    const char *whole = complete(text, now, full) ? full : text;
    if (ps_instant_parse(ps_str_of(whole), &read, &err) != PS_OK) {
        return cli_usage(c, "%s '%s': want 21:30, 2026-11-20 or '2026-11-20 21:30'", name, text);
    }
    // a day alone is its noon: of today that may be later than now, and then it is now
    const bool today =
        whole == full && strlen(text) == CALENDAR_DAY && ps_local_day(read) == ps_local_day(now);
    if (today && read.ms > now.ms) read = now;
    if (read.ms > now.ms) {
        char clock[NOW_TEXT];
        return cli_usage(c, "%s '%s': that is still to come; it is %s now", name, text,
                         now_text(now, clock));
    }
    *at = read;
    return CLI_OK;
}

cli_exit log_read_at(cli *c, ps_instant now, ps_instant *at)
{
    const char *text = cli_value(c, "at");
    *at = (ps_instant){0};
    return text ? log_read_instant(c, "--at", text, now, at) : CLI_OK;
}

// ---- asking ----

enum { ANSWER = 64 };

/// Reads an answer without the blanks around it; false when there is none.
static bool ask(cli *c, const char *question, char answer[ANSWER])
{
    char line[ANSWER];
    data_ask(c, question, line, sizeof line);
    const char *start = line + strspn(line, " \t\r");
    size_t len = strlen(start);
    while (len > 0 && strchr(" \t\r", start[len - 1])) len--;
    snprintf(answer, ANSWER, "%.*s", (int)len, start);
    return len > 0;
}

static void put_wanted(cli *c, const char *wanted)
{
    paper_format(&c->page, INK_CARE, "Please type %s, or only Enter to stop.", wanted);
    paper_flow(&c->page, 0);
}

bool log_ask_number(cli *c, const char *question, ps_range limits, int32_t *number)
{
    char answer[ANSWER], wanted[ANSWER];
    snprintf(wanted, sizeof wanted, "a whole number from %d to %d", limits.low, limits.high);
    while (ask(c, question, answer)) {
        if (parse_number(answer, limits, number)) return true;
        put_wanted(c, wanted);
    }
    return false;
}

bool log_ask_decimal(cli *c, const char *question, double low, double high, double *number)
{
    char answer[ANSWER], wanted[ANSWER];
    snprintf(wanted, sizeof wanted, "a number from %g to %g", low, high);
    while (ask(c, question, answer)) {
        if (parse_decimal(answer, low, high, number)) return true;
        put_wanted(c, wanted);
    }
    return false;
}

int32_t log_ask_word(cli *c, const char *question, const char *const *words, int32_t count)
{
    char answer[ANSWER];
    while (ask(c, question, answer)) {
        int32_t found = PS_NONE, fitting = 0;
        for (int32_t i = 0; i < count; i++) {
            if (strncasecmp(words[i], answer, strlen(answer)) != 0) continue;
            found = i;
            fitting++;
        }
        if (fitting == 1) return found;
        buffer wanted = {0};
        for (int32_t i = 0; i < count; i++) {
            const char *between = i == 0 ? "" : i + 1 < count ? ", " : " or ";
            buffer_format(&wanted, "%s%s", between, words[i]);
        }
        put_wanted(c, wanted.text);
        buffer_free(&wanted);
    }
    return PS_NONE;
}

bool log_ask_yes_no(cli *c, const char *question, bool *yes)
{
    static const char *const words[] = {"no", "yes"};
    const int32_t answer = log_ask_word(c, question, words, PS_COUNT(words));
    if (answer != PS_NONE) *yes = answer == 1;
    return answer != PS_NONE;
}
