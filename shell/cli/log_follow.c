// What follows from what was told: the hip's irritability, the plan, or the page of the screening.
#include "shell/cli/coach_words.h"
#include "shell/cli/log.h"

#include "ps/explain.h"

#include <string.h>

enum { NAMES_SHOWN = 4, CLOCK_AT = 11 }; // of now_text

log_outlook log_outlook_of(cli *c, const coach_run *run)
{
    const ps_coach *coach = run->coach;
    ps_plan *plan = cli_take(c, 1, sizeof *plan);
    *plan = coach->plan;
    return (log_outlook){
        .stage = coach->stage,
        .irritability = coach->told.screened.irritability.level,
        .open = coach->told.screened.open,
        .codes = coach->told.screened.codes,
        .plan = plan,
    };
}

// ---- the plan ----

static bool same_item(const ps_plan_item *a, const ps_plan_item *b)
{
    bool same = a->exercise == b->exercise && a->sides == b->sides && a->loaded == b->loaded;
    for (int32_t i = 0; i < a->sides && same; i++) {
        same = a->asked[i].sets == b->asked[i].sets && a->asked[i].reps == b->asked[i].reps &&
               a->asked[i].hold_s == b->asked[i].hold_s;
    }
    return same;
}

static bool same_day(const ps_plan_day *a, const ps_plan_day *b)
{
    bool same = a->day == b->day && a->count == b->count;
    for (int32_t i = 0; i < a->count && same; i++) same = same_item(&a->items[i], &b->items[i]);
    return same;
}

static bool same_plan(const ps_plan *a, const ps_plan *b)
{
    bool same = a->day_count == b->day_count;
    for (int32_t i = 0; i < a->day_count && same; i++) same = same_day(&a->days[i], &b->days[i]);
    return same;
}

/// Nothing for PS_NONE.
static uint64_t bit_of(int32_t exercise)
{
    return exercise == PS_NONE ? 0 : UINT64_C(1) << exercise;
}

/// The exercises of a week, and what runs beside its sessions.
static uint64_t exercises_of(const ps_plan *plan)
{
    const ps_micro_plan *micro = &plan->micro;
    uint64_t set = bit_of(micro->breathing) | bit_of(micro->stretch) | bit_of(micro->closing);
    for (int32_t i = 0; i < plan->day_count; i++) {
        for (int32_t k = 0; k < plan->days[i].count; k++) {
            set |= UINT64_C(1) << plan->days[i].items[k].exercise;
        }
    }
    return set;
}

/// " Out for now: A and B." Nothing for an empty set.
static void put_names(cli *c, const char *before, uint64_t set)
{
    if (set == 0) return;
    int32_t count = 0, left = 0;
    for (uint64_t rest = set; rest != 0; rest &= rest - 1) left++;
    paper_put(&c->page, INK_PLAIN, before);
    for (int32_t i = 0; i < c->catalogue->exercises.count && count < NAMES_SHOWN; i++) {
        if ((set >> i & 1) == 0) continue;
        const char *between = count == 0 ? " " : count + 1 == left ? " and " : ", ";
        paper_format(&c->page, INK_PLAIN, "%s%s", between, c->catalogue->exercises.at[i].name);
        count++;
    }
    if (left > count) paper_format(&c->page, INK_PLAIN, " and %d more", left - count);
    paper_put(&c->page, INK_PLAIN, ".");
}

static void put_plan(cli *c, const ps_coach *now, const log_outlook *before)
{
    if (before->stage != PS_COACH_READY) {
        paper_flow(&c->page, 0);
        paper_put(&c->page, INK_GOOD, "Your plan is open:");
        paper_put(&c->page, INK_NAME, " psoas plan");
        return;
    }
    if (same_plan(before->plan, &now->plan)) {
        paper_put(&c->page, INK_PLAIN, " Your plan stays as it is.");
        return;
    }
    const uint64_t were = exercises_of(before->plan), are = exercises_of(&now->plan);
    paper_put(&c->page, INK_PLAIN, were == are ? " The doses of your plan change." : "");
    put_names(c, " Out of your plan for now:", were & ~are);
    put_names(c, " New in it:", are & ~were);
    paper_put(&c->page, INK_PLAIN, " All of it:");
    paper_put(&c->page, INK_NAME, " psoas plan");
}

// ---- the hip ----

static void put_irritability(cli *c, const ps_coach *now, const log_outlook *before)
{
    const ps_irritability_found *found = &now->told.screened.irritability;
    if (before->stage == PS_COACH_READY && found->level == before->irritability) {
        paper_format(&c->page, INK_PLAIN, "Your hip still counts as %s.",
                     ps_irritability_words(found->level));
        return;
    }
    paper_format(&c->page, INK_PLAIN, "Your hip counts as %s now",
                 ps_irritability_words(found->level));
    if (found->reason_count > 0) {
        buffer why = {0};
        words_reasons(&why, c->catalogue, found->reasons, found->reason_count);
        paper_format(&c->page, INK_PLAIN, ", because %s", why.text);
        buffer_free(&why);
    }
    paper_put(&c->page, INK_PLAIN, ".");
}

/// What is kept in mind from now on, or not any more.
static void put_codes(cli *c, const char *before, ps_code_set codes)
{
    if (codes == 0) return;
    const char *between = " ";
    paper_put(&c->page, INK_CARE, before);
    for (int32_t i = 0; i < c->catalogue->codes.count; i++) {
        if ((codes >> i & 1) == 0) continue;
        const char *text = c->catalogue->codes.at[i].text;
        const size_t len = strlen(text);
        const int bare = (int)(len > 0 && text[len - 1] == '.' ? len - 1 : len);
        paper_format(&c->page, INK_CARE, "%s%.*s", between, bare, text);
        between = "; ";
    }
    paper_put(&c->page, INK_CARE, ".");
}

// ---- when ----

void log_put_when(cli *c, ps_instant at)
{
    if (at.ms > 0) {
        char text[NOW_TEXT];
        buffer day = {0};
        words_day_year(&day, ps_local_day(at));
        paper_format(&c->page, INK_PLAIN, ", %s, %s", day.text, now_text(at, text) + CLOCK_AT);
        buffer_free(&day);
    }
    paper_put(&c->page, INK_PLAIN, ".");
}

// ---- the whole ----

static const char *const closed_texts[] = {
    [PS_COACH_CONSENT] = "There is no plan yet; it begins with: ",
    [PS_COACH_QUESTIONS] = "Some safety questions are open, so there is no plan now: ",
    [PS_COACH_REFUSED] = "The programme stays closed; why, and the way back: ",
    [PS_COACH_STOPPED] = "The programme stays paused; why, and the way back: ",
};

static const char *const closed_commands[] = {
    [PS_COACH_CONSENT] = "psoas setup",
    [PS_COACH_QUESTIONS] = "psoas screen",
    [PS_COACH_REFUSED] = "psoas screen",
    [PS_COACH_STOPPED] = "psoas plan",
};

/// Whether what was told has closed the programme, or closed it for another reason too.
static bool has_closed(const ps_coach *now, const log_outlook *before)
{
    const bool flagged = (now->told.screened.open & ~before->open) != 0;
    const bool refused = now->stage == PS_COACH_REFUSED;
    const bool stopped = now->stage == PS_COACH_STOPPED;
    return (refused && (flagged || before->stage != PS_COACH_REFUSED)) ||
           (stopped && before->stage != PS_COACH_STOPPED);
}

cli_exit log_put_follow(cli *c, const coach_run *run, const log_outlook *before)
{
    const ps_coach *now = run->coach;
    if (has_closed(now, before)) {
        paper_gap(&c->page);
        return coach_run_needs_plan(c, run);
    }
    if (now->stage != PS_COACH_READY) {
        paper_put(&c->page, INK_PLAIN, closed_texts[now->stage]);
        paper_put(&c->page, INK_NAME, closed_commands[now->stage]);
        paper_flow(&c->page, 0);
        return CLI_OK;
    }
    const ps_code_set codes = now->told.screened.codes;
    put_irritability(c, now, before);
    put_codes(c, " From now on kept in mind:", codes & ~before->codes);
    put_codes(c, " No longer kept in mind:", before->codes & ~codes);
    put_plan(c, now, before);
    paper_flow(&c->page, 0);
    return CLI_OK;
}
