// psoas doctor: whether the data, their place and the clock are well, and what to do if not.
#include "shell/cli/doctor.h"

#include "shell/cli/envelope.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LABEL = 19, LABEL_TEXT = 64 };

// ---- collecting ----

static void add(examination *to, check_state state, const char *name, const char *says)
{
    if (to->count == CHECKS_MAX) return;
    to->checks[to->count++] = (check_report){
        .name = name, .state = state, .says = cli_text(to->c, says), .value = REPORT_NONE};
}

void doctor_says(examination *to, check_state state, const char *name, const char *format, ...)
{
    char text[SAYS_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    add(to, state, name, text);
}

void doctor_advises(examination *to, const char *format, ...)
{
    char text[SAYS_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    to->checks[to->count - 1].advice = cli_text(to->c, text);
}

void doctor_counts(examination *to, int64_t value) { to->checks[to->count - 1].value = value; }

// ---- printing ----

// clang-format off
static const struct {
    const char *word;
    paper_ink ink;
} looks[] = {
    [CHECK_OK] = {"ok",   INK_GOOD},
    [CHECK_WARN] = {"warn", INK_CARE},
    [CHECK_FAIL] = {"FAIL", INK_STOP},
};
// clang-format on

static int32_t count_of(const examination *in, check_state state)
{
    int32_t count = 0;
    for (int32_t i = 0; i < in->count; i++) count += in->checks[i].state == state;
    return count;
}

static void put_verdict(cli *c, const examination *of)
{
    const int32_t warned = count_of(of, CHECK_WARN), failed = count_of(of, CHECK_FAIL);
    check_state worst = CHECK_OK;
    buffer text = {0};
    if (warned > 0) {
        worst = CHECK_WARN;
        data_put_count(&text, warned, "warning", "warnings");
    }
    if (failed > 0) {
        worst = CHECK_FAIL;
        if (warned > 0) buffer_text(&text, ", ");
        data_put_count(&text, failed, "failure", "failures");
    }
    paper_gap(&c->page);
    paper_format(&c->page, looks[worst].ink, "%s.", worst == CHECK_OK ? "All is well" : text.text);
    paper_flow(&c->page, 0);
    buffer_free(&text);
}

static void put_page(cli *c, const examination *of)
{
    for (int32_t i = 0; i < of->count; i++) {
        const check_report *check = &of->checks[i];
        char label[LABEL_TEXT];
        snprintf(label, sizeof label, "%-5s %s", looks[check->state].word, check->name);
        paper_put(&c->page, INK_PLAIN, check->says);
        paper_item(&c->page, 0, looks[check->state].ink, label, LABEL);
        if (!check->advice) continue;
        paper_put(&c->page, INK_PLAIN, "→ ");
        paper_put(&c->page, INK_PLAIN, check->advice);
        paper_item(&c->page, 0, INK_PLAIN, "", LABEL);
    }
    put_verdict(c, of);
}

static void put_json(cli *c, const examination *of)
{
    const void **items = cli_take(c, of->count, sizeof *items);
    for (int32_t i = 0; i < of->count; i++) items[i] = &of->checks[i];
    envelope_write(c, "doctor", items, of->count);
}

cli_exit doctor(cli *c)
{
    examination of = {.c = c};
    cli_exit code = now_read(c, &of.now);
    if (code != CLI_OK) return code;
    doctor_examine(&of);
    if (c->json) {
        put_json(c, &of);
    } else {
        put_page(c, &of);
    }
    return of.worst;
}
