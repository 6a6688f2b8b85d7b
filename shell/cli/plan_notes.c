// What has changed since the last session, and what is worth knowing about the week.
#include "shell/cli/coach_words.h"
#include "shell/cli/plan_pages.h"

#include "ps/explain.h"

#include <stdio.h>

enum { BULLET = 2 };

// ---- what has changed ----

/// The entry of the other side of the same exercise, or NULL.
static const ps_training_entry *other_side(const ps_coach *coach, const ps_training_entry *entry)
{
    for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
        const ps_training_entry *other = &coach->entries[i];
        if (other != entry && other->exercise == entry->exercise) return other;
    }
    return NULL;
}

static void put_sentence(buffer *to, const buffer *what)
{
    if (what->len == 0) return;
    buffer_format(to, "%s%s", to->len > 0 ? "; " : "", what->text);
}

/// "one step up on the left; one step down on the right, because the pain was 5"
static void put_acts(cli *c, const ps_training_entry *left, const ps_training_entry *right,
                     buffer *to)
{
    buffer a = {0}, b = {0};
    words_entry(&a, c->catalogue, left, "");
    if (right) words_entry(&b, c->catalogue, right, "");
    const bool alike =
        !right || (a.len == b.len && (a.len == 0 || ps_str_is(ps_str_of(a.text), b.text)));
    buffer_clear(&a);
    buffer_clear(&b);
    words_entry(&a, c->catalogue, left, !right ? "" : alike ? " on both sides" : " on the left");
    if (!alike) words_entry(&b, c->catalogue, right, " on the right");
    put_sentence(to, &a);
    put_sentence(to, &b);
    buffer_free(&a);
    buffer_free(&b);
}

void plan_put_changes(cli *c, const ps_coach *coach)
{
    bool begun = false;
    for (int32_t i = coach->last_entries; i < coach->entry_count; i++) {
        const ps_training_entry *entry = &coach->entries[i], *other = other_side(coach, entry);
        if (other && other->side < entry->side) continue; // said together with the left one
        buffer acts = {0};
        put_acts(c, entry, other, &acts);
        if (acts.len > 0) {
            if (!begun) {
                buffer heading = {0};
                buffer_text(&heading, "What changed after ");
                words_day(&heading, entry->day);
                paper_heading(&c->page, heading.text, NULL);
                buffer_free(&heading);
            }
            begun = true;
            paper_format(&c->page, INK_PLAIN, "%s: %s.",
                         c->catalogue->exercises.at[entry->exercise].name, acts.text);
            paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
        }
        buffer_free(&acts);
    }
}

// ---- the way back after a gap ----

void plan_put_gap(cli *c, const ps_coach *coach)
{
    static const char *const texts[] = {
        [PS_GAP_NONE] = "",
        [PS_GAP_FEWER_SETS] = "the first session has one set less",
        [PS_GAP_LOWEST_REPS] = "the first session has the lowest repetitions",
        [PS_GAP_STEP_DOWN] = "everything begins lower",
        [PS_GAP_RESCREEN] = "everything begins anew",
    };
    const ps_gap *gap = &coach->gap;
    if (gap->kind == PS_GAP_NONE) return;
    paper_format(&c->page, INK_PLAIN, "Welcome back. After %d days away %s",
                 coach->today - coach->last_session, texts[gap->kind]);
    if (gap->rungs_down > 0) {
        paper_format(&c->page, INK_PLAIN, ": %d step%s down", gap->rungs_down,
                     gap->rungs_down == 1 ? "" : "s");
    }
    if (gap->load_less_pct > 0) {
        paper_format(&c->page, INK_PLAIN, ", %d %% less load", gap->load_less_pct);
    }
    if (gap->effort_max > 0) {
        paper_format(&c->page, INK_PLAIN, ", effort at most %d of 10", gap->effort_max);
    }
    paper_put(&c->page, INK_PLAIN, ". Nothing has to be caught up on.");
    paper_flow(&c->page, PLAN_INDENT);
}

// ---- notes ----

/// "on Wed, Fri": bit d is day d of the training week.
static void put_days(cli *c, const ps_coach *coach, uint32_t days)
{
    const char *between = " on ";
    for (int32_t d = 1; d <= PS_WEEK_DAYS; d++) {
        if ((days >> d & 1) == 0) continue;
        paper_format(&c->page, INK_PLAIN, "%s%.3s", between, words_weekday(plan_date(coach, d)));
        between = ", ";
    }
}

#define NOT_ALLOWED ": nothing for it is allowed for you just now."
#define NO_ROOM ": the time is too short for it."
#define RESTS ": what is for it rests after a painful session."

/// What is said of a note: its role and its days stand between the two halves.
// clang-format off
static const struct {
    const char *before, *behind;
} notes[] = {
    [PS_NOTE_FULL_DOSES] = {NULL,                            NULL       },
    [PS_NOTE_CORE_NONE] = {"Less trunk work than we aim at", NOT_ALLOWED},
    [PS_NOTE_CORE_ROOM] = {"Less trunk work than we aim at", NO_ROOM    },
    [PS_NOTE_ROLE_NONE] = {"No ",                            NOT_ALLOWED},
    [PS_NOTE_ROLE_ROOM] = {"No ",                            NO_ROOM    },
    [PS_NOTE_ROLE_RESTS] = {"No ",                           RESTS      },
    [PS_NOTE_DAY_EMPTY] = {"No exercise",                    NOT_ALLOWED},
    [PS_NOTE_NO_GLUTE] = {"No buttock work",                 NOT_ALLOWED},
};

// clang-format on
static void put_note(cli *c, const ps_coach *coach, const ps_plan_note *note)
{
    const bool role = note->kind >= PS_NOTE_ROLE_NONE && note->kind <= PS_NOTE_ROLE_RESTS;
    if (note->kind == PS_NOTE_FULL_DOSES) {
        paper_format(&c->page, INK_PLAIN, "%s %d minutes; you have %d.",
                     coach->programme == PS_NONE ? "The full doses would take"
                                                 : "A session of the article takes",
                     note->minutes, coach->input.minutes);
    } else {
        paper_put(&c->page, INK_PLAIN, notes[note->kind].before);
        if (role) paper_put(&c->page, INK_PLAIN, ps_role_words(note->role));
        put_days(c, coach, note->days);
        paper_put(&c->page, INK_PLAIN, notes[note->kind].behind);
    }
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
}

// ---- proposals ----

/// A command that changes what was told.
static void put_command(cli *c, const char *field, const char *value)
{
    paper_format(&c->page, INK_NAME, "psoas setup %s %s", field, value);
}

/// What the list of additions would be with this one, too.
static void put_added(cli *c, uint64_t added, int32_t exercise)
{
    buffer ids = {0};
    for (int32_t i = 0; i < c->catalogue->exercises.count; i++) {
        if ((added >> i & 1) == 0 && i != exercise) continue;
        buffer_format(&ids, "%s%s", ids.len > 0 ? "," : "", c->catalogue->exercises.at[i].id);
    }
    put_command(c, "added", ids.text);
    buffer_free(&ids);
}

static void put_additions(cli *c, const ps_coach *coach)
{
    for (int32_t i = 0; i < c->catalogue->exercises.count; i++) {
        if ((coach->plan.proposals >> i & 1) == 0) continue;
        paper_format(&c->page, INK_PLAIN,
                     "The buttocks get less work than the hip flexors. You may add %s: ",
                     c->catalogue->exercises.at[i].name);
        put_added(c, coach->input.added, i);
        paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
        plan_put_code_notes(c, i, coach->input.codes, PLAN_INDENT + BULLET);
    }
}

/// When the week and the plan do not fit each other. Nobody has failed at anything.
static void put_adherence(cli *c, const ps_coach *coach)
{
    const int32_t days = coach->input.days_per_week;
    char fewer[16];
    switch (coach->progress.proposal) {
    case PS_PROPOSE_NOTHING:
        return;
    case PS_PROPOSE_FEWER_DAYS:
        if (days == 1) return;
        snprintf(fewer, sizeof fewer, "%d", days - 1);
        paper_put(&c->page, INK_PLAIN, "One day less may fit your weeks better just now: ");
        put_command(c, "days_per_week", fewer);
        break;
    case PS_PROPOSE_MINIMUM:
        paper_put(&c->page, INK_PLAIN,
                  "On a full day the short session is enough; it has two exercises.");
        break;
    case PS_PROPOSE_ASK:
        paper_put(&c->page, INK_PLAIN,
                  "What stands in the way: time, pain, the exercises? Other days or minutes: ");
        put_command(c, "minutes_per_session", "10");
        break;
    }
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
}

// ---- checkpoints ----

/// What can be expected by now, in the week in which somebody looks back.
static void put_checkpoint(cli *c, const ps_coach *coach)
{
    const ps_progress *progress = &coach->progress;
    for (int32_t i = 0; i < progress->checkpoint_count; i++) {
        const ps_checkpoint *at = &progress->checkpoints[i];
        if (coach->today < at->day || coach->today >= at->day + PS_WEEK_DAYS) continue;
        for (int32_t p = 0; p < c->catalogue->checkpoints.count; p++) {
            const ps_check_plan *plan = &c->catalogue->checkpoints.at[p];
            if (plan->week != at->week) continue;
            buffer heading = {0};
            buffer_format(&heading, "After %d weeks", at->week);
            paper_heading(&c->page, heading.text, NULL);
            buffer_free(&heading);
            paper_format(&c->page, INK_PLAIN, "%s How it went: ", plan->message);
            paper_put(&c->page, INK_NAME, "psoas progress");
            paper_flow(&c->page, PLAN_INDENT);
        }
    }
}

// ---- all of them ----

static bool has_notes(const ps_coach *coach)
{
    return coach->plan.note_count > 0 || coach->plan.proposals != 0 || coach->plan.past_end ||
           coach->progress.proposal != PS_PROPOSE_NOTHING || coach->programme != PS_NONE ||
           coach->told.due_day != PS_DAY_NEVER;
}

static void put_past_end(cli *c, const ps_coach *coach)
{
    if (!coach->plan.past_end) return;
    paper_put(&c->page, INK_PLAIN,
              "The weeks of the article are over. You can go on, or let us plan: ");
    paper_put(&c->page, INK_NAME, "psoas programme stop");
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
}

static int32_t size_of(uint64_t set)
{
    int32_t size = 0;
    for (; set != 0; set &= set - 1) size++;
    return size;
}

bool plan_put_little_left(cli *c, const ps_plan *plan)
{
    uint64_t done = 0, struck = 0;
    int32_t one = PS_NONE;
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            one = plan->days[d].items[i].exercise;
            done |= UINT64_C(1) << one;
        }
    }
    for (int32_t i = 0; i < plan->struck_count; i++) {
        const bool advice = plan->struck[i].status == PS_ITEM_ADVICE;
        if (!advice) struck |= UINT64_C(1) << plan->struck[i].exercise;
    }
    const int32_t left = size_of(done);
    if (plan->programme == PS_NONE || left == 0 || left >= size_of(struck)) return false;
    if (left == 1) {
        paper_format(&c->page, INK_CARE, "Only %s is left", c->catalogue->exercises.at[one].name);
    } else {
        paper_format(&c->page, INK_CARE, "Only %d exercises are left", left);
    }
    paper_put(&c->page, INK_CARE, " of it for you now; a plan made for you can hold more.");
    return true;
}

static void put_little_left(cli *c, const ps_coach *coach)
{
    if (!plan_put_little_left(c, &coach->plan)) return;
    paper_put(&c->page, INK_PLAIN, " Back to that: ");
    paper_put(&c->page, INK_NAME, "psoas programme stop");
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
}

/// When the safety questions are asked again, which keeps the plan right.
static void put_questions(cli *c, const ps_coach *coach)
{
    if (coach->told.due_day == PS_DAY_NEVER) return;
    buffer day = {0};
    words_day_year(&day, coach->told.due_day);
    paper_format(
        &c->page, INK_PLAIN,
        "The safety questions come again on %s; before that when something changes: ", day.text);
    paper_put(&c->page, INK_NAME, "psoas screen --new");
    paper_item(&c->page, PLAN_INDENT, INK_QUIET, "-", BULLET);
    buffer_free(&day);
}

void plan_put_notes(cli *c, const ps_coach *coach)
{
    put_checkpoint(c, coach);
    if (!has_notes(coach)) return;
    paper_heading(&c->page, "Good to know", NULL);
    put_past_end(c, coach);
    put_little_left(c, coach);
    for (int32_t i = 0; i < coach->plan.note_count; i++) {
        put_note(c, coach, &coach->plan.notes[i]);
    }
    put_additions(c, coach);
    put_adherence(c, coach);
    put_questions(c, coach);
}
