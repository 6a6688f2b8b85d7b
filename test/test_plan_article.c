// The programmes of the articles: for a healthy person they are the article's, item by item; what
// a person may not do is struck with its reason; and whoever the person is, safety comes first.
#include "plan_people.h"

enum { PEOPLE = 40000, SHOWN_MAX = 20 };

static char person[48]; // names the row: the seed of this person and the programme

static int32_t programme_of(const char *id) { return index_of("programmes", id); }

static const ps_programme *article(int32_t programme) { return &all->programmes.at[programme]; }

static const ps_engine *engine_of(int32_t exercise) { return &all->exercises.at[exercise].engine; }

static bool in_set(uint64_t set, int32_t index) { return (set >> index & 1) != 0; }

/// Week 1, new to it, everything at hand, everything asked for, every safety question answered.
static ps_plan_input healthy(void)
{
    ps_plan_input in = ps_plan_input_defaults(all);
    in.minutes = 45;
    in.equipment = (UINT64_C(1) << all->equipment.count) - 1;
    in.optin = set_of("exercises", "active-smr-hip-flexor foam-roll-low-back");
    return in;
}

// ---- in words ----

static void say_item(text *out, const ps_plan_item *item)
{
    const ps_asked *asked = &item->asked[0];
    say(out, "%s %dx%d", exercise_id(item->exercise), asked->sets, asked->reps);
    if (asked->hold_s > 0) say(out, "x%ds", asked->hold_s);
    if (item->instead != PS_NONE) say(out, " for %s", exercise_id(item->instead));
}

static void say_day(text *out, const ps_plan_day *day)
{
    for (int32_t i = 0; i < day->count; i++) {
        say(out, "%s", i ? ", " : "");
        say_item(out, &day->items[i]);
    }
}

static void say_struck(text *out, const ps_plan *plan)
{
    for (int32_t i = 0; i < plan->struck_count; i++) {
        const ps_plan_struck *at = &plan->struck[i];
        if (at->status == PS_ITEM_ADVICE) continue;
        say(out, "%s%s ", out->len > 0 ? ", " : "", exercise_id(at->exercise));
        if (at->reason) {
            say(out, "by the data");
        } else {
            say_why_not(out, at->exercise, &at->why);
        }
        if (at->replacement != PS_NONE) say(out, " -> %s", exercise_id(at->replacement));
    }
}

// ---- a healthy person ----

static ps_range holds_of(const ps_dose *dose)
{
    return dose->phase_count > 0 ? dose->phases[0].seconds : dose->hold_s;
}

static bool within(int32_t value, ps_range range)
{
    return value >= range.low && value <= range.high;
}

/// The asked dose is the article's, and what is ours of it is marked.
static void check_dose(const char *name, const ps_programme_item *item, const ps_plan_item *got)
{
    const ps_dose *dose = &item->dose;
    const ps_range reps =
        dose->phase_count > 0 ? (ps_range){dose->phase_count, dose->phase_count} : dose->reps;
    const bool holds = holds_of(dose).high > 0;
    uint32_t ours = 0;
    for (int32_t i = 0; i < item->ours.count; i++) ours |= UINT32_C(1) << item->ours.at[i];
    for (int32_t s = 0; s < got->sides; s++) {
        // what the article does not give climbs by our ladder
        const bool sets_ours = (ours >> PS_PART_SETS & 1) != 0;
        const bool reps_ours = (ours >> PS_PART_REPS & 1) != 0;
        const bool hold_ours = (ours >> PS_PART_HOLD & 1) != 0;
        CHECK(name, sets_ours || within(got->asked[s].sets, dose->sets));
        CHECK(name, reps_ours || within(got->asked[s].reps, reps));
        CHECK(name, hold_ours || !holds || within(got->asked[s].hold_s, holds_of(dose)));
    }
    if (!holds && got->asked[0].hold_s > 0) ours |= UINT32_C(1) << PS_PART_HOLD;
    CHECK(name, got->ours == ours);
}

static const ps_programme_item *item_of(int32_t programme, int32_t exercise)
{
    const ps_programme_items *items = &article(programme)->items;
    for (int32_t i = 0; i < items->count; i++) {
        if (items->at[i].exercise == exercise) return &items->at[i];
    }
    return NULL;
}

static const struct {
    const char *programme, *session, *struck;
    int32_t days[7]; ///< for a wish of 1 to 6 days a week
    int32_t advice;
} articles[] = {
    {"asfa",
     "psoas-march 2x10, supine-leg-raise 2x10, seated-leg-lift 2x10x1s, "
     "low-lunge-psoas-stretch 1x1x30s, psoas-plank 2x10x1s, "
     "supine-breathing-release 1x1x90s for psoas-foam-roller-release",                             "psoas-foam-roller-release by the data -> supine-breathing-release",
     {0, 3, 3, 3, 3, 3, 3},
     0},
    {"precision",
     "active-smr-hip-flexor 1x1x60s, standing-glute-contraction 2x4x5s, "
     "standing-slumpy-psoas 2x4x5s, side-lying-hip-ere 2x3x10s, front-support-hip-flexion 2x6x2s", "",
     {0, 2, 2, 3, 3, 3, 3},
     0},
    {"seven-secrets",
     "supine-breathing-release 1x1x90s, runners-stretch 2x1x30s, foam-roll-thighs 1x1x45s, "
     "foam-roll-buttocks 1x1x45s, foam-roll-low-back 1x1x45s, hanging-knee-raise 2x8, "
     "alternating-knee-to-chest 2x8x2s, supported-90-90-curl 2x8x1s",                              "",
     {0, 3, 3, 3, 3, 3, 3},
     5},
    {"cleveland",
     "leg-dangle 2x1x30s, half-kneel 2x1x30s, "
     "standing-glute-contraction 2x4x5s for bending-leg-lift, march-in-place 2x10, "
     "seated-march 2x8x1s, ball-hip-extension 2x8x1s",                                             "bending-leg-lift by the data -> standing-glute-contraction",
     {0, 3, 3, 3, 3, 3, 3},
     3},
};

static void check_article(const char *name, int32_t programme, const ps_plan *plan)
{
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            const ps_plan_item *item = &plan->days[d].items[i];
            const ps_programme_item *its = item_of(programme, item->exercise);
            if (its) check_dose(name, its, item);
            CHECK(name, (its == NULL) == (item->instead != PS_NONE));
            CHECK(name, item->reasons[0].why == PS_BECAUSE_ARTICLE);
        }
    }
}

static void the_article_is_kept(void)
{
    CHECK("articles", PS_COUNT(articles) == all->programmes.count);
    for (int32_t a = 0; a < PS_COUNT(articles); a++) {
        const char *name = articles[a].programme;
        const int32_t programme = programme_of(name);
        for (int32_t days = 1; days <= PS_PLAN_DAYS_MAX; days++) {
            ps_plan_input in = healthy();
            in.days_per_week = days;
            in.person_class = days % 2 ? PS_CLASS_BOTH : PS_CLASS_WEAK; // it ignores X01
            ps_plan plan;
            CHECK(name, ps_plan_make_of(all, &in, programme, &plan, NULL) == PS_OK);
            CHECK(name, plan.programme == programme && !plan.past_end);
            CHECK(name, plan.day_count == articles[a].days[days]);
            for (int32_t d = 0; d < plan.day_count; d++) {
                text session = {0};
                say_day(&session, &plan.days[d]);
                CHECK_TEXT(name, session.at, articles[a].session);
                CHECK(name, plan.days[d].kind == PS_DAY_STRENGTH);
            }
            text struck = {0};
            say_struck(&struck, &plan);
            CHECK_TEXT(name, struck.at, articles[a].struck);
            int32_t advice = 0;
            for (int32_t i = 0; i < plan.struck_count; i++) {
                advice += plan.struck[i].status == PS_ITEM_ADVICE;
            }
            CHECK(name, advice == articles[a].advice);
            check_article(name, programme, &plan);
            CHECK(name, plan.micro.stretch == PS_NONE && plan.micro.closing == PS_NONE);
            CHECK_TEXT(name, exercise_id(plan.micro.breathing), "supine-breathing-release");
        }
    }
}

// ---- somebody else ----

// clang-format off
static const struct {
    const char *name, *programme;
    const char *codes, *without, *limits, *optin, *paused, *swapped, *resting;
    ps_irritability irritability;
    bool gentle, back, hazard;
    int32_t week;
    const char *session; ///< of day 1; NULL: see struck
    const char *struck;
} rows[] = {
    {.name = "a code strikes, the easier one of the same role comes", .programme = "cleveland", .codes = "KNEE_KNEEL",
     .struck = "half-kneel code KNEE_KNEEL -> runners-stretch, bending-leg-lift by the data -> standing-glute-contraction"},
    {.name = "what is there already is only named", .programme = "seven-secrets", .optin = "",
     .struck = "foam-roll-low-back by the data -> supine-breathing-release"},
    {.name = "opted in, but a code excludes it", .programme = "seven-secrets", .codes = "ANTICOAG",
     .struck = "foam-roll-thighs code ANTICOAG, foam-roll-buttocks code ANTICOAG, "
               "foam-roll-low-back code ANTICOAG -> supine-breathing-release"},
    {.name = "the ball waits for its questions", .programme = "precision", .hazard = true,
     .struck = "active-smr-hip-flexor hazard -> supine-breathing-release"},
    {.name = "the ball was not asked for", .programme = "precision", .optin = "",
     .struck = "active-smr-hip-flexor by the data -> supine-breathing-release"},
    {.name = "the ball was not asked for, nor is the back comfortable", .programme = "precision", .optin = "",
     .limits = "no_floor", .without = "bed sofa",
     .struck = "active-smr-hip-flexor by the data, side-lying-hip-ere position, front-support-hip-flexion position"},
    {.name = "no rolling that nobody asked for", .programme = "precision", .optin = "", .paused = "supine-breathing-release",
     .struck = "active-smr-hip-flexor by the data"},
    {.name = "rolling that somebody asked for", .programme = "precision", .optin = "foam-roll-thighs", .paused = "supine-breathing-release",
     .struck = "active-smr-hip-flexor by the data -> foam-roll-thighs"},
    {.name = "too irritable", .programme = "precision", .irritability = PS_IRRITABILITY_MOD,
     .session = "supine-breathing-release 1x1x90s for active-smr-hip-flexor, standing-glute-contraction 1x4x5s, "
                "standing-slumpy-psoas 1x4x5s, side-lying-hip-ere 1x3x10s",
     .struck = "active-smr-hip-flexor irritability -> supine-breathing-release, front-support-hip-flexion irritability"},
    {.name = "no bar", .programme = "seven-secrets", .without = "pull-up-bar captains-chair",
     .struck = "hanging-knee-raise needs pull-up-bar"},
    {.name = "a bar that stands", .programme = "seven-secrets", .without = "pull-up-bar", .struck = ""},
    {.name = "paused", .programme = "precision", .paused = "standing-slumpy-psoas",
     .struck = "standing-slumpy-psoas paused"},
    {.name = "no hanging with a sensitive back", .programme = "seven-secrets", .back = true,
     .struck = "hanging-knee-raise back"},
    {.name = "week 5 with a sensitive back", .programme = "seven-secrets", .back = true, .week = 5, .struck = ""},
    {.name = "swapped for its replacement", .programme = "cleveland", .swapped = "half-kneel",
     .struck = "half-kneel swapped for side-lying-hip-ere -> runners-stretch, bending-leg-lift by the data -> standing-glute-contraction"},
    {.name = "swapped for the best of its role", .programme = "precision", .swapped = "standing-slumpy-psoas",
     .struck = "standing-slumpy-psoas swapped for front-support-hip-flexion -> front-support-hip-flexion"},
    {.name = "rests on its day only", .programme = "precision", .resting = "standing-slumpy-psoas",
     .session = "active-smr-hip-flexor 1x1x60s, standing-glute-contraction 2x4x5s, side-lying-hip-ere 2x3x10s, "
                "front-support-hip-flexion 2x6x2s",
     .struck = ""},
    {.name = "a gentle start", .programme = "cleveland", .gentle = true,
     .session = "leg-dangle 2x1x15s, half-kneel 2x1x15s, standing-glute-contraction 1x4x5s for bending-leg-lift, "
                "march-in-place 1x10, seated-march 1x8x1s, ball-hip-extension 1x8x1s",
     .struck = "bending-leg-lift by the data -> standing-glute-contraction"},
};
// clang-format on

static ps_plan_input input_of(int32_t row)
{
    ps_plan_input in = healthy();
    if (rows[row].codes) in.codes = set_of("codes", rows[row].codes);
    if (rows[row].without) in.equipment &= ~set_of("equipment", rows[row].without);
    if (rows[row].limits) in.position_limits = set_of("position_limits", rows[row].limits);
    if (rows[row].optin) in.optin = set_of("exercises", rows[row].optin);
    if (rows[row].swapped) in.swapped = set_of("exercises", rows[row].swapped);
    if (rows[row].resting) in.resting[0] = set_of("exercises", rows[row].resting);
    if (rows[row].hazard) in.hazards = all_hazards();
    if (rows[row].irritability != PS_IRRITABILITY_NONE) in.irritability = rows[row].irritability;
    if (rows[row].paused) in.state[exercise_of(rows[row].paused)][0].stage = PS_STAGE_PAUSED;
    if (rows[row].week > 0) in.week = rows[row].week;
    in.gentle_start = rows[row].gentle;
    in.back_sensitive = rows[row].back;
    return in;
}

static void what_may_not_be_done_is_struck(void)
{
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const char *name = rows[i].name;
        const ps_plan_input in = input_of(i);
        ps_plan plan;
        const int32_t programme = programme_of(rows[i].programme);
        CHECK(name, ps_plan_make_of(all, &in, programme, &plan, NULL) == PS_OK);
        text struck = {0}, session = {0};
        say_struck(&struck, &plan);
        CHECK_TEXT(name, struck.at, rows[i].struck);
        say_day(&session, &plan.days[0]);
        if (rows[i].session) CHECK_TEXT(name, session.at, rows[i].session);
        if (!rows[i].resting) continue;
        CHECK(name, plan.days[1].count == plan.days[0].count + 1);
        CHECK(name, plan.note_count == 1 && plan.notes[0].kind == PS_NOTE_ROLE_RESTS &&
                        plan.notes[0].role == PS_ROLE_S && plan.notes[0].days == 1 << 1);
    }
}

// ---- the dose ----

static const struct {
    const char *name, *programme, *exercise;
    ps_training state;
    ps_asked asked;
    bool shortened;
} doses[] = {
  // clang-format off
    {"a rung inside is asked", "precision", "standing-slumpy-psoas", {.stage = PS_STAGE_BUILD, .rung = 6}, {2, 6, 10, 6}, false},
    {"the top of the article", "precision", "standing-glute-contraction", {.stage = PS_STAGE_BUILD, .rung = 7}, {2, 6, 10, 6}, false},
    {"sets that are ours climb", "asfa", "supine-leg-raise", {.stage = PS_STAGE_BUILD, .rung = 4}, {2, 15, 0, 4}, false},
    {"a stretch stays", "cleveland", "leg-dangle", {.stage = PS_STAGE_BUILD, .rung = 4}, {2, 1, 30, 4}, true},
    {"pain brought it below", "precision", "standing-slumpy-psoas", {.stage = PS_STAGE_REGRESS, .rung = 1}, {1, 4, 5, 1}, false},
    {"a lighter week", "precision", "standing-slumpy-psoas", {.stage = PS_STAGE_DELOAD, .rung = 6}, {1, 6, 10, 6}, false},
    {"the article's lowest sets", "precision", "front-support-hip-flexion", {0}, {2, 6, 2, 2}, false},
  // clang-format on
};

static const ps_plan_item *find_item(const ps_plan *plan, int32_t day, int32_t exercise)
{
    for (int32_t i = 0; i < plan->days[day].count; i++) {
        if (plan->days[day].items[i].exercise == exercise) return &plan->days[day].items[i];
    }
    return NULL;
}

static void the_rung_is_asked_within_the_article(void)
{
    for (int32_t i = 0; i < PS_COUNT(doses); i++) {
        ps_plan_input in = healthy();
        const int32_t exercise = exercise_of(doses[i].exercise);
        in.state[exercise][0] = in.state[exercise][1] = doses[i].state;
        ps_plan plan;
        CHECK(doses[i].name,
              ps_plan_make_of(all, &in, programme_of(doses[i].programme), &plan, NULL) == PS_OK);
        const ps_plan_item *item = find_item(&plan, 0, exercise);
        CHECK(doses[i].name, item != NULL);
        if (!item) continue;
        const ps_asked *got = &item->asked[0], *want = &doses[i].asked;
        CHECK(doses[i].name, got->sets == want->sets && got->reps == want->reps);
        CHECK(doses[i].name, got->hold_s == want->hold_s && got->rung == want->rung);
        CHECK(doses[i].name, item->shortened == doses[i].shortened);
    }
}

static void weeks_and_minutes_are_told(void)
{
    const struct {
        const char *programme;
        int32_t week;
        bool past;
    } weeks[] = {
        {"asfa",      4, false},
        {"asfa",      5, true },
        {"precision", 8, false},
        {"precision", 9, true }
    };
    for (int32_t i = 0; i < PS_COUNT(weeks); i++) {
        ps_plan_input in = healthy();
        in.week = weeks[i].week;
        ps_plan plan;
        CHECK(weeks[i].programme,
              ps_plan_make_of(all, &in, programme_of(weeks[i].programme), &plan, NULL) == PS_OK);
        CHECK(weeks[i].programme, plan.past_end == weeks[i].past);
    }
    ps_plan_input in = healthy();
    in.minutes = 10;
    ps_plan plan;
    CHECK("minutes", ps_plan_make_of(all, &in, programme_of("precision"), &plan, NULL) == PS_OK);
    CHECK("minutes", plan.note_count == 1 && plan.notes[0].kind == PS_NOTE_FULL_DOSES);
    CHECK("minutes", plan.notes[0].minutes == (plan.days[0].seconds + 59) / 60);
    CHECK("minutes", plan.notes[0].minutes > 10);
}

static void what_is_wrong_is_refused(void)
{
    ps_plan_input in = healthy();
    ps_plan plan;
    CHECK("below", ps_plan_make_of(all, &in, -1, &plan, NULL) == PS_RANGE && !plan.made);
    CHECK("above", ps_plan_make_of(all, &in, 4, &plan, NULL) == PS_RANGE && !plan.made);
    in.may_train = false;
    CHECK("denied", ps_plan_make_of(all, &in, 0, &plan, NULL) == PS_DENIED && !plan.made);
    CHECK("nothing", plan.day_count == 0 && plan.struck_count == 0);
}

// ---- laws ----

/// Screening, codes, irritability, the belly, pain and the person's limits, whatever the article.
static void law_never_ignored(const ps_plan_input *in, const ps_plan_item *item, int32_t day)
{
    const int32_t e = item->exercise;
    const ps_exercise *exercise = &all->exercises.at[e];
    for (int32_t c = 0; c < all->codes.count; c++) {
        if (!in_set(in->codes, c)) continue;
        CHECK(person, ps_exercise_code(exercise, c, NULL) != PS_CODE_EXCLUDE);
        const ps_describes *never = &all->codes.at[c].prohibits;
        for (int32_t i = 0; i < never->count; i++) {
            CHECK(person, !ps_describes_exercise(&never->at[i], all, exercise));
        }
    }
    CHECK(person, exercise->engine.irritability_max >= in->irritability);
    for (int32_t t = 0; t < exercise->tags.count; t++) {
        CHECK(person, strcmp(all->tags.at[exercise->tags.at[t]].id, "abdominal-pressure") != 0);
    }
    CHECK(person, !in_set(in->hazards, e));
    CHECK(person, !in_set(in->resting[day - 1], e));
    for (int32_t s = 0; s < item->sides; s++) {
        CHECK(person, in->state[e][s].stage != PS_STAGE_PAUSED);
    }
    const ps_selectable by = exercise->engine.selectable;
    CHECK(person, by != PS_CHOSEN_NEVER && by != PS_CHOSEN_AFTER_SIGNOFF);
    if (by == PS_CHOSEN_BY_OPT_IN) CHECK(person, in_set(in->optin, e));
    const uint32_t all_reasons = ps_plan_why_not(all, in, e).all;
    const ps_block kept[] = {PS_BLOCK_EQUIPMENT, PS_BLOCK_POSITION, PS_BLOCK_BACK};
    for (int32_t i = 0; i < PS_COUNT(kept); i++)
        CHECK(person, !in_set(all_reasons, (int32_t)kept[i]));
    // a replacement is ours, so our own reasons count; but its loaded form may be swapped for an
    // item of the article
    const uint32_t graduated = UINT32_C(1) << PS_BLOCK_GRADUATED;
    if (item->instead != PS_NONE) CHECK(person, (all_reasons & ~graduated) == 0);
}

/// Never above the rung nor the article; below the article only where less is asked for.
static void law_dose(const ps_plan_input *in, int32_t programme, const ps_plan_item *item)
{
    const ps_programme_item *its = item_of(programme, item->exercise);
    const ps_engine *engine = engine_of(item->exercise);
    const ps_rungs rungs = item->loaded ? engine->rungs_loaded : engine->rungs;
    const bool calm = in->irritability == PS_IRRITABILITY_LOW && !in->gentle_start;
    for (int32_t s = 0; s < item->sides; s++) {
        const ps_training *state = &in->state[item->exercise][s];
        const ps_asked *asked = &item->asked[s];
        const ps_rung rung = rungs.at[asked->rung - 1];
        CHECK(person, asked->sets >= 1 && asked->sets <= rung.sets);
        CHECK(person, asked->reps <= rung.reps && asked->hold_s <= rung.hold_s);
        if (state->rung > 0) CHECK(person, asked->rung <= state->rung);
        if (in->gentle_start || in->irritability == PS_IRRITABILITY_HIGH) {
            CHECK(person, asked->rung == 1);
        }
        if (!its) continue;
        const uint32_t ours = item->ours;
        const int32_t hold_most = holds_of(&its->dose).high;
        if (!(ours >> PS_PART_SETS & 1)) CHECK(person, asked->sets <= its->dose.sets.high);
        if (!(ours >> PS_PART_REPS & 1) && its->dose.phase_count == 0) {
            CHECK(person, asked->reps <= its->dose.reps.high);
        }
        if (!(ours >> PS_PART_HOLD & 1) && hold_most > 0) CHECK(person, asked->hold_s <= hold_most);
        if (state->rung == 0 && calm && state->stage != PS_STAGE_DELOAD) {
            check_dose(person, its, item);
        }
    }
    CHECK(person, item->seconds == ps_asked_seconds(&all->exercises.at[item->exercise], item->asked,
                                                    item->sides));
}

/// Every item of the article once: in its place or struck; nothing else but what stands in.
static void law_order(const ps_plan_input *in, int32_t programme, const ps_plan *plan,
                      const ps_plan_day *day)
{
    int32_t at = 0, struck = 0;
    const ps_programme_items *items = &article(programme)->items;
    for (int32_t i = 0; i < items->count; i++) {
        const int32_t e = items->at[i].exercise;
        const uint64_t resting = in->resting[day->day - 1];
        const bool off = struck < plan->struck_count && plan->struck[struck].exercise == e;
        const int32_t other = off ? plan->struck[struck].replacement : PS_NONE;
        struck += off;
        const bool here = at < day->count && day->items[at].exercise == (off ? other : e) &&
                          day->items[at].instead == (off ? e : PS_NONE);
        if (off) {
            // what stands in is in its place, or in the session anyway, or rests
            CHECK(person, other == PS_NONE || here ||
                              find_item(plan, (int32_t)(day - plan->days), other) ||
                              in_set(resting, other));
        } else {
            CHECK(person, here || in_set(resting, e));
        }
        at += here;
    }
    CHECK(person, at == day->count);
    CHECK(person, struck == plan->struck_count);
}

/// A further code, or more irritability, brings no item of the article back, but for a swapped one
/// whose replacement it takes.
static void law_riskier(const ps_plan_input *in, int32_t programme, const ps_plan *plan,
                        uint64_t *seed)
{
    ps_plan_input worse = *in;
    if (chance(seed, 70) || in->irritability == PS_IRRITABILITY_HIGH) {
        worse.codes |= UINT64_C(1) << test_between(seed, 0, all->codes.count - 1);
    } else {
        worse.irritability = (ps_irritability)((int32_t)in->irritability + 1);
    }
    const ps_programme_items *items = &article(programme)->items;
    for (int32_t i = 0; i < items->count; i++) {
        const int32_t e = items->at[i].exercise;
        const ps_block before = plan->why_not[e].block;
        if (before == PS_BLOCK_NONE || before == PS_BLOCK_SWAPPED) continue;
        CHECK(person, ps_plan_why_not_of(all, &worse, programme, e).block != PS_BLOCK_NONE);
    }
}

static void law_week(int32_t programme, const ps_plan *plan)
{
    const ps_range days = article(programme)->days_per_week;
    CHECK(person, plan->day_count <= days.high);
    for (int32_t d = 0; d < plan->day_count; d++) {
        const int32_t next =
            d + 1 < plan->day_count ? plan->days[d + 1].day : plan->days[0].day + PS_WEEK_DAYS;
        if (plan->day_count > 1) CHECK(person, next - plan->days[d].day >= 2);
        int32_t seconds = plan->warm_up_s;
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            seconds += plan->days[d].items[i].seconds;
        }
        CHECK(person, plan->days[d].count > 0 && plan->days[d].seconds == seconds);
    }
    CHECK(person, plan->proposals == 0);
    CHECK(person, plan->stretch_s <= 600); // no article passes the caps of stretching
}

static void safety_comes_before_the_article(void)
{
    int64_t items = 0, struck = 0, instead = 0, shortened = 0, empty = 0;
    for (int32_t p = 0; p < PEOPLE && test_failed_checks < SHOWN_MAX; p++) {
        uint64_t seed = (uint64_t)p + 7000000;
        const int32_t programme = p % all->programmes.count;
        snprintf(person, sizeof person, "person %d, %s", p, article(programme)->id);
        const ps_plan_input in = some_person(&seed);
        ps_plan plan;
        CHECK(person, ps_plan_make_of(all, &in, programme, &plan, NULL) == PS_OK);
        CHECK(person, plan.past_end == (in.week > article(programme)->weeks.high));
        for (int32_t d = 0; d < plan.day_count; d++) {
            const ps_plan_day *day = &plan.days[d];
            law_order(&in, programme, &plan, day);
            for (int32_t i = 0; i < day->count; i++) {
                law_never_ignored(&in, &day->items[i], day->day);
                law_dose(&in, programme, &day->items[i]);
                items++;
                instead += day->items[i].instead != PS_NONE;
                shortened += day->items[i].shortened;
            }
        }
        law_week(programme, &plan);
        law_riskier(&in, programme, &plan, &seed);
        struck += plan.struck_count;
        empty += plan.day_count == 0;
        if (p % 8 != 0) continue;
        ps_plan again;
        memset(&again, p & 0xff, sizeof again);
        CHECK(person, ps_plan_make_of(all, &in, programme, &again, NULL) == PS_OK);
        CHECK(person, memcmp(again.days, plan.days, sizeof plan.days) == 0);
    }
    const int64_t met[] = {items, struck, instead, shortened, empty};
    for (int32_t i = 0; i < PS_COUNT(met); i++) CHECK("met", met[i] > PEOPLE / 1000);
    printf("# %" PRId64 " items, %" PRId64 " struck, %" PRId64 " in their place, %" PRId64
           " shortened, %" PRId64 " without days\n",
           items, struck, instead, shortened, empty);
    RECORD("%" PRId64 " %" PRId64 " %" PRId64 " %" PRId64, items, struck, instead, shortened);
}

TEST_MAIN(TEST_CASE(the_article_is_kept), TEST_CASE(what_may_not_be_done_is_struck),
          TEST_CASE(the_rung_is_asked_within_the_article), TEST_CASE(weeks_and_minutes_are_told),
          TEST_CASE(what_is_wrong_is_refused), TEST_CASE(safety_comes_before_the_article))
