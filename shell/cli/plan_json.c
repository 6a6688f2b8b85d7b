// psoas plan --json: everything that the pages say, as one item.
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/plan_report.h"

#include <stdio.h>

// ---- texts and lists that live as long as the run ----

static const char *taken(cli *c, buffer *words)
{
    const char *text = words->len > 0 ? cli_text(c, words->text) : NULL;
    buffer_free(words);
    return text;
}

/// The members of a set of at most `count`.
static ps_refs members(cli *c, uint64_t set, int32_t count)
{
    int32_t *at = cli_take(c, count, sizeof *at);
    int32_t found = 0;
    for (int32_t i = 0; i < count; i++) {
        if ((set >> i & 1) != 0) at[found++] = i;
    }
    return (ps_refs){.at = at, .count = found};
}

static ps_refs codes_of(cli *c, ps_code_set codes)
{
    return members(c, codes, c->catalogue->codes.count);
}

static ps_refs days_of(cli *c, uint32_t days) { return members(c, days, PS_WEEK_DAYS + 1); }

// ---- sessions ----

static plan_side_reports sides_of(cli *c, const ps_plan_item *item)
{
    const ps_exercise *exercise = &c->catalogue->exercises.at[item->exercise];
    plan_side_report *at = cli_take(c, item->sides, sizeof *at);
    for (int32_t s = 0; s < item->sides; s++) {
        ps_dose dose = ps_asked_dose(exercise, item->asked[s]);
        if (item->sides == 2) {
            dose.sides = s == 0 ? PS_LEFT_ONLY : PS_RIGHT_ONLY;
            dose.order = PS_ANY_FIRST;
            dose.switch_s = 0;
        }
        at[s] = (plan_side_report){
            .side = item->sides == 1 ? PS_SIDE_BOTH
                    : s == 0         ? PS_SIDE_LEFT
                                     : PS_SIDE_RIGHT,
            .rung = item->asked[s].rung,
            .dose = dose,
        };
    }
    return (plan_side_reports){.at = at, .count = item->sides};
}

/// How conditions change some exercises.
static plan_change_note_reports notes_of(cli *c, const int32_t *exercises, int32_t count,
                                         ps_code_set codes)
{
    plan_change_note_report *at = cli_take(c, count * c->catalogue->codes.count, sizeof *at);
    int32_t found = 0;
    for (int32_t i = 0; i < count; i++) {
        for (int32_t k = 0; k < c->catalogue->codes.count && exercises[i] != PS_NONE; k++) {
            const char *text = plan_code_note(c, exercises[i], codes, k);
            if (text) at[found++] = (plan_change_note_report){exercises[i], k, text};
        }
    }
    return (plan_change_note_reports){.at = at, .count = found};
}

/// "must:L", "B7", "time"
static ps_texts rules_of(cli *c, const ps_plan_item *item)
{
    const char **at = cli_take(c, item->reason_count, sizeof *at);
    for (int32_t i = 0; i < item->reason_count; i++) {
        const ps_plan_reason *reason = &item->reasons[i];
        const bool role = reason->why == PS_BECAUSE_MUST || reason->why == PS_BECAUSE_QUOTA;
        char text[32];
        snprintf(text, sizeof text, "%s%s%s", ps_because_names.names[reason->why], role ? ":" : "",
                 role ? ps_role_names.names[reason->role] : "");
        at[i] = cli_text(c, text);
    }
    return (ps_texts){.at = at, .count = item->reason_count};
}

static plan_item_report item_of(cli *c, const ps_coach *coach, const ps_plan_item *item)
{
    buffer words = {0};
    words_asked(&words, c->catalogue, item, coach->input.weaker);
    const ps_refs ours = members(c, item->ours, PS_PART_WEEKS + 1);
    return (plan_item_report){
        .exercise = item->exercise,
        .words = taken(c, &words),
        .sides = sides_of(c, item),
        .loaded = item->loaded,
        .shortened = item->shortened,
        .seconds = item->seconds,
        .codes = codes_of(c, item->notes),
        .notes = notes_of(c, &item->exercise, 1, item->notes),
        .ours = {.at = (const ps_part *)ours.at, .count = ours.count},
        .instead = item->instead,
        .rules = rules_of(c, item),
    };
}

static plan_day_report day_of(cli *c, const ps_coach *coach, ps_day date, const ps_plan_day *day)
{
    plan_item_report *items = cli_take(c, day->count, sizeof *items);
    for (int32_t i = 0; i < day->count; i++) items[i] = item_of(c, coach, &day->items[i]);
    return (plan_day_report){
        .date = cli_day(c, date),
        .day = day->day,
        .kind = day->kind,
        .seconds = day->seconds,
        .items = {.at = items, .count = day->count},
    };
}

static void fill_session(cli *c, const ps_coach *coach, plan_report *report)
{
    if (coach->next_session == PS_DAY_NEVER || coach->session.count == 0) return;
    ps_plan_day shorter;
    plan_day_report *days = cli_take(c, 2, sizeof *days);
    ps_plan_minimum(c->catalogue, &coach->plan, &coach->session, &shorter);
    days[0] = day_of(c, coach, coach->next_session, &coach->session);
    days[1] = day_of(c, coach, coach->next_session, &shorter);
    report->next_session = days[0].date;
    report->session = &days[0];
    if (shorter.count > 0) report->shorter = &days[1];
}

static void fill_days(cli *c, const ps_coach *coach, plan_report *report)
{
    const ps_plan *plan = &coach->plan;
    plan_slot_report *slots = cli_take(c, PS_WEEK_DAYS, sizeof *slots);
    for (int32_t i = 0; i < PS_WEEK_DAYS; i++) {
        const ps_week_slot *slot = &coach->slots[i];
        slots[i] = (plan_slot_report){
            .date = cli_day(c, slot->date),
            .day = slot->plan_day == PS_NONE ? PS_NONE : plan->days[slot->plan_day].day,
            .done = slot->done,
        };
    }
    report->slots = (plan_slot_reports){.at = slots, .count = PS_WEEK_DAYS};

    plan_day_report *days = cli_take(c, plan->day_count, sizeof *days);
    for (int32_t i = 0; i < plan->day_count; i++) {
        days[i] = day_of(c, coach, plan_date(coach, plan->days[i].day), &plan->days[i]);
    }
    report->days = (plan_day_reports){.at = days, .count = plan->day_count};
}

static void fill_daily(cli *c, const ps_coach *coach, plan_report *report)
{
    const ps_micro_plan *micro = &coach->plan.micro;
    const int32_t exercises[] = {micro->breathing, micro->stretch, micro->closing};
    report->daily = (plan_daily_report){
        .breathing = micro->breathing,
        .stretch = micro->stretch,
        .hold_s = micro->hold_s,
        .closing = micro->closing,
        .closing_sets = micro->closing_sets,
        .notes = notes_of(c, exercises, PS_COUNT(exercises), coach->input.codes),
    };
    if (micro->stretch == PS_NONE) return;
    report->daily.sets = (ps_refs){.at = micro->sets, .count = PS_WEEK_DAYS};
}

// ---- what is not in it, and what to know ----

static void fill_struck(cli *c, const ps_plan *plan, plan_report *report)
{
    plan_struck_report *at = cli_take(c, plan->struck_count, sizeof *at);
    for (int32_t i = 0; i < plan->struck_count; i++) {
        const ps_plan_struck *struck = &plan->struck[i];
        at[i] = (plan_struck_report){struck->exercise, struck->status, struck->reason,
                                     struck->why.block, struck->replacement};
    }
    report->struck = (plan_struck_reports){.at = at, .count = plan->struck_count};
}

static void fill_notes(cli *c, const ps_plan *plan, plan_report *report)
{
    plan_note_report *at = cli_take(c, plan->note_count, sizeof *at);
    for (int32_t i = 0; i < plan->note_count; i++) {
        const ps_plan_note *note = &plan->notes[i];
        const bool role = note->kind >= PS_NOTE_ROLE_NONE && note->kind <= PS_NOTE_ROLE_RESTS;
        at[i] = (plan_note_report){
            .kind = note->kind,
            .role = role ? (int32_t)note->role : PS_NONE,
            .days = days_of(c, note->days),
            .minutes = note->minutes,
        };
    }
    report->notes = (plan_note_reports){.at = at, .count = plan->note_count};
}

static void fill_why_not(cli *c, const ps_plan *plan, plan_report *report)
{
    const int32_t count = c->catalogue->exercises.count;
    plan_why_not_report *at = cli_take(c, count, sizeof *at);
    for (int32_t e = 0; e < count; e++) {
        const ps_why_not *why = &plan->why_not[e];
        const ps_refs all = members(c, why->all, ps_block_names.count);
        buffer detail = {0};
        words_why_not(&detail, c->catalogue, e, why);
        at[e] = (plan_why_not_report){
            .exercise = e,
            .block = why->block,
            .all = {.at = (const ps_block *)all.at, .count = all.count},
            .codes = codes_of(c, why->codes),
            .detail = taken(c, &detail),
        };
    }
    report->why_not = (plan_why_not_reports){.at = at, .count = count};
}

// ---- training ----

static ps_side side_of(const ps_exercise *exercise, int32_t side)
{
    if (!exercise->per_side) return PS_SIDE_BOTH;
    return side == 0 ? PS_SIDE_LEFT : PS_SIDE_RIGHT;
}

plan_state_reports plan_states(cli *c, const ps_training state[][2])
{
    const int32_t count = c->catalogue->exercises.count;
    plan_state_report *at = cli_take(c, 2 * count, sizeof *at);
    int32_t found = 0;
    for (int32_t e = 0; e < count; e++) {
        const ps_exercise *exercise = &c->catalogue->exercises.at[e];
        for (int32_t s = 0; s < (exercise->per_side ? 2 : 1); s++) {
            const ps_training *now = &state[e][s];
            if (now->stage == PS_STAGE_LOCKED && now->rung == 0) continue;
            at[found++] = (plan_state_report){
                .exercise = e,
                .side = side_of(exercise, s),
                .stage = now->stage,
                .rung = now->rung,
                .rungs = ps_rungs_in_use(exercise, now->loaded).count,
                .mastered = now->mastered,
                .loaded = now->loaded,
                .greens = now->greens,
                .not_before = now->not_before > 0 ? cli_day(c, now->not_before) : NULL,
            };
        }
    }
    return (plan_state_reports){.at = at, .count = found};
}

static void fill_changes(cli *c, const ps_coach *coach, plan_report *report)
{
    const int32_t count = coach->entry_count - coach->last_entries;
    plan_change_report *at = cli_take(c, count, sizeof *at);
    for (int32_t i = 0; i < count; i++) {
        const ps_training_entry *entry = &coach->entries[coach->last_entries + i];
        at[i] = (plan_change_report){
            .date = cli_day(c, entry->day),
            .exercise = entry->exercise,
            .side = side_of(&c->catalogue->exercises.at[entry->exercise], entry->side),
            .verdict = entry->verdict,
            .pain = entry->pain,
            .morning = entry->morning,
            .baseline = entry->baseline,
            .effort = entry->effort,
            .hard = entry->hard,
            .shortened = entry->shortened,
            .act = entry->row->act,
            .reason = entry->row->reason,
        };
    }
    report->changes = (plan_change_reports){.at = at, .count = count};
}

// ---- why ----

static explanation_report explanation_of(cli *c, const ps_coach *coach, int32_t exercise)
{
    ps_explanation *of = cli_take(c, 1, sizeof *of);
    ps_explain(c->catalogue, coach, exercise, of);
    const char **rules = cli_take(c, of->rule_count, sizeof *rules);
    for (int32_t i = 0; i < of->rule_count; i++) rules[i] = of->rules[i];
    plan_input_report *inputs = cli_take(c, of->input_count, sizeof *inputs);
    for (int32_t i = 0; i < of->input_count; i++) {
        inputs[i] = (plan_input_report){of->inputs[i].name, of->inputs[i].value};
    }
    // clang-format off
    return (explanation_report){
        .exercise = exercise,
        .decision = of->decision,
        .days = days_of(c, of->days),
        .rules = {.at = rules, .count = of->rule_count},
        .inputs = {.at = inputs, .count = of->input_count},
        .claims = {.at = of->claims, .count = of->claim_count},
        .references = {.at = of->references, .count = of->reference_count},
        .source = of->source,
        .grade = of->grade,
        .confidence = of->confidence,
        .text = of->text,
    };
    // clang-format on
}

static explanation_reports explanations_of(cli *c, const ps_coach *coach)
{
    const int32_t count = c->catalogue->exercises.count;
    explanation_report *at = cli_take(c, count, sizeof *at);
    for (int32_t e = 0; e < count; e++) at[e] = explanation_of(c, coach, e);
    return (explanation_reports){.at = at, .count = count};
}

void plan_write_why_json(cli *c, const ps_coach *coach, int32_t exercise)
{
    explanation_reports all = {0};
    explanation_report one;
    if (exercise == PS_NONE) {
        all = explanations_of(c, coach);
    } else {
        one = explanation_of(c, coach, exercise);
        all = (explanation_reports){.at = &one, .count = 1};
    }
    const void **items = cli_take(c, all.count, sizeof *items);
    for (int32_t i = 0; i < all.count; i++) items[i] = &all.at[i];
    envelope_write(c, "explanation", items, all.count);
}

// ---- the whole ----

static plan_sides mornings_of(cli *c, const ps_coach *coach)
{
    ps_side *at = cli_take(c, 2, sizeof *at);
    int32_t count = 0;
    for (int32_t s = 0; s < 2; s++) {
        if ((coach->morning_wanted >> s & 1) != 0)
            at[count++] = s == 0 ? PS_SIDE_LEFT : PS_SIDE_RIGHT;
    }
    return (plan_sides){.at = at, .count = count};
}

void plan_write_json(cli *c, const ps_coach *coach)
{
    const ps_plan_input *in = &coach->input;
    const ps_day since = plan_class_since(coach);
    plan_report report = {
        .notice = c->catalogue->consent.short_form,
        .date = cli_day(c, coach->today),
        .week = coach->week,
        .week_start = cli_day(c, coach->week_start),
        .person_class = coach->class_now,
        .class_since = cli_day(c, since),
        .irritability = in->irritability,
        .gentle_start = in->gentle_start,
        .weaker = in->weaker == PS_SIDE_BOTH ? PS_NONE : (int32_t)in->weaker,
        .days_per_week = in->days_per_week,
        .minutes = in->minutes,
        .effort = coach->effort,
        .pain_max = coach->plan.pain_max,
        .programme = coach->programme,
        .past_end = coach->plan.past_end,
        .due = coach->due != PS_NONE,
        .gap = coach->gap.kind,
        .morning_wanted = mornings_of(c, coach),
        .proposals = members(c, coach->plan.proposals, c->catalogue->exercises.count),
        .states = plan_states(c, in->state),
        .explanations = explanations_of(c, coach),
    };
    fill_session(c, coach, &report);
    fill_days(c, coach, &report);
    fill_daily(c, coach, &report);
    fill_struck(c, &coach->plan, &report);
    fill_notes(c, &coach->plan, &report);
    fill_why_not(c, &coach->plan, &report);
    fill_changes(c, coach, &report);
    const void *item = &report;
    envelope_write(c, "plan", &item, 1);
}
