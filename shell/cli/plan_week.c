// psoas plan: this training week, today first.
#include "shell/cli/coach_words.h"
#include "shell/cli/pages.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/words.h"

#include "ps/explain.h"

#include <string.h>

enum { LABEL = 13 };

ps_day plan_date(const ps_coach *coach, int32_t day)
{
    for (int32_t i = 0; i < PS_WEEK_DAYS; i++) {
        const ps_week_slot *slot = &coach->slots[i];
        if (slot->plan_day != PS_NONE && coach->plan.days[slot->plan_day].day == day) {
            return slot->date;
        }
    }
    return coach->week_start + day - 1;
}

// ---- the head ----

/// Ends the paragraph as a row "label  text".
static void end_row(cli *c, const char *label)
{
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, label, LABEL);
}

static void put_reasons(cli *c, const ps_reason *reasons, int32_t count)
{
    if (count == 0) return;
    buffer words = {0};
    words_reasons(&words, c->catalogue, reasons, count);
    paper_format(&c->page, INK_PLAIN, ", because %s", words.text);
    buffer_free(&words);
}

static void put_irritability_row(cli *c, const ps_coach *coach)
{
    const ps_irritability_found *found = &coach->told.screened.irritability;
    paper_put(&c->page, found->level > PS_IRRITABILITY_LOW ? INK_CARE : INK_PLAIN,
              ps_irritability_words(found->level));
    put_reasons(c, found->reasons, found->reason_count);
    end_row(c, "Your hip is");
}

ps_day plan_class_since(const ps_coach *coach)
{
    const bool settled = coach->trained > 0 && coach->class_day <= coach->last_session;
    return settled ? coach->class_day : PS_DAY_NEVER;
}

/// What the plan is made for.
static void put_class_row(cli *c, const ps_coach *coach)
{
    buffer words = {0};
    words_class(&words, c->catalogue, &coach->told.screened, coach->class_now,
                plan_class_since(coach));
    paper_put(&c->page, INK_PLAIN, words.text);
    buffer_free(&words);
    end_row(c, "It looks");
}

static void put_time_row(cli *c, const ps_coach *coach)
{
    if (coach->programme != PS_NONE) {
        const ps_programme *programme = &c->catalogue->programmes.at[coach->programme];
        buffer schedule = {0};
        programme_put_schedule(&schedule, programme);
        paper_format(&c->page, INK_PLAIN, "%s  ", programme->title);
        paper_put(&c->page, INK_NAME, programme->id);
        paper_format(&c->page, INK_PLAIN, "; %s", schedule.text);
        buffer_free(&schedule);
        end_row(c, "Programme");
        return;
    }
    const int32_t days = coach->input.days_per_week;
    paper_format(&c->page, INK_PLAIN, "%d day%s a week, %d minutes each", days,
                 days == 1 ? "" : "s", coach->input.minutes);
    end_row(c, "Time");
}

static void put_limits_rows(cli *c, const ps_coach *coach)
{
    buffer effort = {0};
    words_range(&effort, coach->effort);
    paper_format(&c->page, INK_PLAIN, "%s of 10, where 10 is all you have", effort.text);
    buffer_free(&effort);
    end_row(c, "Effort");
    paper_format(&c->page, INK_PLAIN, "at most %d of 10. ", coach->plan.pain_max);
    paper_put(&c->page, INK_STOP,
              "Stop at sharp, new or spreading pain, numbness or a throbbing feeling.");
    end_row(c, "Pain");
}

static void put_gentle_row(cli *c, const ps_coach *coach)
{
    if (!coach->input.gentle_start) return;
    buffer day = {0};
    if (coach->told.screened.gentle_start) {
        words_gentle_until(&day, &coach->told.screened);
        paper_format(&c->page, INK_PLAIN, "the first steps only, until %s, after your clearance",
                     day.text);
    } else { // nothing was cleared: the trouble began with a jump in load
        paper_format(&c->page, INK_PLAIN,
                     "the first steps only, up to week %d of your plan, because it began after "
                     "more running, marching or training than before",
                     c->catalogue->constants.class_limits.load_jump_weeks);
    }
    buffer_free(&day);
    end_row(c, "Gentle start");
}

static void put_head(cli *c, const ps_coach *coach)
{
    buffer text = {0};
    buffer_format(&text, "Week %d of your plan", coach->week);
    paper_title(&c->page, text.text, "psoas plan");
    buffer_clear(&text);
    words_day(&text, coach->week_start);
    buffer_text(&text, " to ");
    words_day_year(&text, coach->week_start + PS_WEEK_DAYS - 1);
    paper_put(&c->page, INK_QUIET, text.text);
    paper_flow(&c->page, 0);
    buffer_free(&text);

    paper_gap(&c->page);
    put_irritability_row(c, coach);
    put_class_row(c, coach);
    put_gentle_row(c, coach);
    put_time_row(c, coach);
    put_limits_rows(c, coach);
}

// ---- sessions ----

/// "strength, about 14 min"
static void put_kind(buffer *to, const ps_plan_day *day)
{
    static const char *const kinds[] = {
        [PS_DAY_STRENGTH] = "strength", [PS_DAY_EASY] = "an easy day", [PS_DAY_LIGHT] = "light"};
    buffer_format(to, "%s, about ", kinds[day->kind]);
    words_duration(to, (ps_range){day->seconds, day->seconds});
}

static bool same_item(const ps_plan_item *a, const ps_plan_item *b)
{
    return a->exercise == b->exercise && a->sides == b->sides && a->loaded == b->loaded &&
           a->shortened == b->shortened && a->instead == b->instead &&
           memcmp(a->asked, b->asked, sizeof a->asked) == 0;
}

static bool same_items(const ps_plan_day *a, const ps_plan_day *b)
{
    if (a->count != b->count) return false;
    for (int32_t i = 0; i < a->count; i++) {
        if (!same_item(&a->items[i], &b->items[i])) return false;
    }
    return true;
}

static void put_items(cli *c, const ps_coach *coach, const ps_plan_day *day)
{
    for (int32_t i = 0; i < day->count; i++) {
        plan_put_item(c, &day->items[i], coach->input.weaker, i + 1);
    }
}

/// What is left of the session when there is little time.
static void put_minimum(cli *c, const ps_coach *coach)
{
    ps_plan_day shorter;
    ps_plan_minimum(c->catalogue, &coach->plan, &coach->session, &shorter);
    if (shorter.count == 0 || shorter.count >= coach->session.count) return;
    buffer time = {0};
    words_duration(&time, (ps_range){shorter.seconds, shorter.seconds});
    paper_put(&c->page, INK_PLAIN, "Short of time? ");
    for (int32_t i = 0; i < shorter.count; i++) {
        const bool last = i + 1 == shorter.count;
        paper_put(&c->page, INK_PLAIN, i == 0 ? "" : last ? " and " : ", ");
        paper_put(&c->page, INK_NAME, c->catalogue->exercises.at[shorter.items[i].exercise].id);
    }
    paper_format(&c->page, INK_PLAIN, " alone are enough: about %s.", time.text);
    buffer_free(&time);
    paper_flow(&c->page, PLAN_INDENT);
}

// ---- today ----

static const ps_week_slot *slot_today(const ps_coach *coach)
{
    const int32_t index = coach->today - coach->week_start;
    return index >= 0 && index < PS_WEEK_DAYS ? &coach->slots[index] : NULL;
}

static void put_next(cli *c, const ps_coach *coach)
{
    if (coach->next_session == PS_DAY_NEVER || coach->session.count == 0) return;
    buffer day = {0};
    words_day(&day, coach->next_session);
    paper_format(&c->page, INK_PLAIN, " The next session is on %s, %s.",
                 words_weekday(coach->next_session), day.text + 4); // behind "Wed "
    buffer_free(&day);
}

static void put_session(cli *c, const ps_coach *coach)
{
    put_items(c, coach, &coach->session);
    paper_gap(&c->page);
    put_minimum(c, coach);
    paper_format(&c->page, INK_QUIET, "The time includes %d s to warm up.", coach->plan.warm_up_s);
    paper_flow(&c->page, PLAN_INDENT);
}

static void put_today(cli *c, const ps_coach *coach)
{
    const ps_week_slot *slot = slot_today(coach);
    buffer text = {0};
    buffer_text(&text, "Today, ");
    words_day(&text, coach->today);
    if (coach->due != PS_NONE) {
        buffer_text(&text, ": ");
        put_kind(&text, &coach->session);
    }
    paper_heading(&c->page, text.text, NULL);
    buffer_free(&text);

    plan_put_gap(c, coach);
    if (coach->morning_wanted != 0) {
        paper_put(&c->page, INK_CARE, "First: how was the morning after the last session? ");
        paper_put(&c->page, INK_NAME, "psoas morning SCORE");
        paper_flow(&c->page, PLAN_INDENT);
    }
    if (coach->morning_wanted != 0 || coach->gap.kind != PS_GAP_NONE) paper_gap(&c->page);
    if (coach->due != PS_NONE) {
        put_session(c, coach);
    } else {
        const bool done = slot && slot->done;
        paper_put(&c->page, done ? INK_GOOD : INK_PLAIN, done ? "Done for today." : "A rest day.");
        put_next(c, coach);
        paper_flow(&c->page, PLAN_INDENT);
    }
}

// ---- the days to come ----

/// The days that are written out already.
typedef struct {
    const ps_plan_day *at[PS_WEEK_DAYS + 1];
    ps_day date[PS_WEEK_DAYS + 1];
    int32_t count;
} shown;

static ps_day shown_before(const shown *all, const ps_plan_day *day)
{
    for (int32_t i = 0; i < all->count; i++) {
        if (same_items(all->at[i], day)) return all->date[i];
    }
    return PS_DAY_NEVER;
}

static void put_day(cli *c, const ps_coach *coach, shown *all, ps_day date, const ps_plan_day *day)
{
    const ps_day before = shown_before(all, day);
    buffer text = {0};
    words_day(&text, date);
    buffer_text(&text, ": ");
    put_kind(&text, day);
    paper_heading(&c->page, text.text, NULL);
    if (before != PS_DAY_NEVER) {
        buffer_clear(&text);
        words_day(&text, before);
        paper_format(&c->page, INK_PLAIN, "The same as %s.",
                     before == coach->today ? "today" : text.text);
        paper_flow(&c->page, PLAN_INDENT);
    } else {
        put_items(c, coach, day);
        all->at[all->count] = day;
        all->date[all->count++] = date;
    }
    buffer_free(&text);
}

/// Days of this week that are done already, in one line.
static void put_done(cli *c, const ps_coach *coach)
{
    buffer days = {0};
    for (int32_t i = 0; i < PS_WEEK_DAYS; i++) {
        if (!coach->slots[i].done || coach->slots[i].date == coach->today) continue;
        if (days.len > 0) buffer_text(&days, ", ");
        words_day(&days, coach->slots[i].date);
    }
    if (days.len > 0) {
        paper_gap(&c->page);
        paper_put(&c->page, INK_GOOD, "Done this week: ");
        paper_put(&c->page, INK_PLAIN, days.text);
        paper_flow(&c->page, 0);
    }
    buffer_free(&days);
}

static void put_days(cli *c, const ps_coach *coach)
{
    shown all = {.count = 0};
    put_done(c, coach);
    if (coach->due != PS_NONE) {
        all.at[0] = &coach->session;
        all.date[0] = coach->today;
        all.count = 1;
    }
    for (int32_t i = 0; i < PS_WEEK_DAYS; i++) {
        const ps_week_slot *slot = &coach->slots[i];
        if (slot->plan_day == PS_NONE || slot->done || slot->date <= coach->today) continue;
        const bool next = slot->date == coach->next_session;
        put_day(c, coach, &all, slot->date,
                next ? &coach->session : &coach->plan.days[slot->plan_day]);
    }
    const bool later = coach->next_session != PS_DAY_NEVER && coach->session.count > 0 &&
                       coach->next_session >= coach->week_start + PS_WEEK_DAYS;
    if (later) put_day(c, coach, &all, coach->next_session, &coach->session);
}

static void put_article_rest(cli *c, const ps_coach *coach)
{
    if (coach->plan.struck_count == 0) return;
    paper_heading(&c->page, "Also in the article", NULL);
    for (int32_t i = 0; i < coach->plan.struck_count; i++) {
        plan_put_struck(c, &coach->plan.struck[i], i + 1);
    }
}

// ---- every day ----

/// "2 times on Tue, Thu; once on Sat"
static void put_stretch_days(cli *c, const ps_coach *coach)
{
    const ps_micro_plan *micro = &coach->plan.micro;
    const char *between = " ";
    for (int32_t times = PS_SETS_MAX; times >= 1; times--) {
        bool begun = false;
        for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
            if (micro->sets[d] != times) continue;
            if (begun) {
                paper_put(&c->page, INK_PLAIN, ", ");
            } else if (times == 1) {
                paper_format(&c->page, INK_PLAIN, "%sonce on ", between);
            } else {
                paper_format(&c->page, INK_PLAIN, "%s%d times on ", between, times);
            }
            paper_format(&c->page, INK_PLAIN, "%.3s", words_weekday(coach->week_start + d));
            begun = true;
            between = "; ";
        }
    }
}

static void put_stretch(cli *c, const ps_coach *coach)
{
    const ps_micro_plan *micro = &coach->plan.micro;
    if (micro->stretch == PS_NONE) return;
    const ps_exercise *all = c->catalogue->exercises.at;
    paper_format(&c->page, INK_PLAIN, "%s  ", all[micro->stretch].name);
    paper_put(&c->page, INK_NAME, all[micro->stretch].id);
    paper_format(&c->page, INK_PLAIN, ": %d s on each side,", micro->hold_s);
    put_stretch_days(c, coach);
    if (micro->closing != PS_NONE) {
        paper_format(&c->page, INK_PLAIN, ". Then %s of %s  ",
                     micro->closing_sets == 1 ? "one set" : "some sets", all[micro->closing].name);
        paper_put(&c->page, INK_NAME, all[micro->closing].id);
    }
    paper_put(&c->page, INK_PLAIN, ".");
    end_row(c, "Stretch");
    plan_put_code_notes(c, micro->stretch, coach->input.codes, PLAN_INDENT + LABEL);
    if (micro->closing == PS_NONE) return;
    plan_put_code_notes(c, micro->closing, coach->input.codes, PLAN_INDENT + LABEL);
}

void plan_put_daily(cli *c, const ps_coach *coach)
{
    const ps_micro_plan *micro = &coach->plan.micro;
    const ps_sitting_plan *sitting = &c->catalogue->constants.sitting;
    paper_heading(&c->page, "Beside the sessions", NULL);
    if (micro->breathing != PS_NONE) {
        const ps_exercise *breathing = &c->catalogue->exercises.at[micro->breathing];
        buffer dose = {0};
        words_rung(&dose, breathing, breathing->engine.rungs.at[0]);
        paper_format(&c->page, INK_PLAIN, "%s  ", breathing->name);
        paper_put(&c->page, INK_NAME, breathing->id);
        paper_format(&c->page, INK_PLAIN, ": %s, every day.", dose.text);
        buffer_free(&dose);
        end_row(c, "Breathing");
        plan_put_code_notes(c, micro->breathing, coach->input.codes, PLAN_INDENT + LABEL);
    }
    put_stretch(c, coach);
    paper_format(&c->page, INK_PLAIN, "Get up every %d minutes and move about for %d.",
                 sitting->default_min, sitting->break_s / 60);
    end_row(c, "Sitting");
}

// ---- the page ----

static void put_hints(cli *c, bool article)
{
    static const cli_example hints[] = {
        {"psoas plan --why",         "the reason for every choice"     },
        {"psoas plan swap EXERCISE", "another one in its place"        },
        {"psoas plan simulate",      "what the weeks to come would ask"},
        {"psoas programme stop",     "back to a plan of ours"          },
    };
    paper_heading(&c->page, "More", NULL);
    for (int32_t i = 0; i < PS_COUNT(hints) - (article ? 0 : 1); i++) {
        paper_put(&c->page, INK_PLAIN, hints[i].does);
        paper_item(&c->page, PLAN_INDENT, INK_NAME, hints[i].line, 2 * LABEL);
    }
}

void plan_put_week(cli *c, const ps_coach *coach)
{
    put_head(c, coach);
    put_today(c, coach);
    put_days(c, coach);
    put_article_rest(c, coach);
    plan_put_daily(c, coach);
    plan_put_changes(c, coach);
    plan_put_notes(c, coach);

    put_hints(c, coach->programme != PS_NONE);
    cli_put_notice(c);
}
