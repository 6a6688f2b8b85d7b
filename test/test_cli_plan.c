// The plan on pages. Laws, over people who train for weeks and people whatever they are like: on
// narrow, usual and wide paper no line is too wide, without ink there is no escape sequence, with
// it the same text; every exercise of a session stands on the page, every exercise of the catalogue
// in the reasons; what --json prints fits its table and says the same as the plan. Facts: words.
#include "shell/cli/coach_words.h"
#include "shell/cli/envelope.h"
#include "shell/cli/plan_pages.h"
#include "shell/cli/plan_simulate.h"
#include "shell/cli/wrap.h"
#include "shell/codec/json.h"

#include "coach_kit.h"
#include "plan_people.h"

enum { ROOM = 64 << 20, WEEKS = 10, STRANGERS = 300 };

static const int32_t widths[] = {PAPER_WIDTH_MIN, PAPER_WIDTH, 120};

// ---- a page of its own ----

static const char *nothing(const char *name)
{
    (void)name;
    return NULL;
}

static const cli_world world = {.catalogue = &ps_catalogue_builtin, .variable = nothing};

static cli cli_begin(int32_t width, bool inked)
{
    cli c = {
        .world = &world,
        .catalogue = all,
        .names = ps_catalogue_names(all),
        .page = paper_of(width, inked),
    };
    CHECK("room", room_open(ROOM, &c.room, NULL) == PS_OK);
    return c;
}

static void cli_end(cli *c)
{
    room_close(&c->room);
    paper_free(&c->page);
    buffer_free(&c->messages);
    buffer_free(&c->folder);
}

static const char *said(const buffer *of) { return of->text ? of->text : ""; }

static const char *page_of(const cli *c) { return said(&c->page.text); }

// ---- laws of every page ----

static void law_width(const char *row, const char *page, int32_t width)
{
    for (const char *line = page; *line;) {
        const size_t len = strcspn(line, "\n");
        CHECK(row, text_columns((ps_str){line, (int32_t)len}) <= width);
        line += len + (line[len] == '\n');
    }
}

/// Takes the escape sequences out of the page, in place.
static void without_ink(char *page)
{
    char *to = page;
    for (const char *at = page; *at; at++) {
        if (*at == '\033') {
            at += strcspn(at, "m");
        } else {
            *to++ = *at;
        }
    }
    *to = '\0';
}

typedef void (*page_put)(cli *c, const ps_coach *coach);

/// The page on every paper; returns it on the usual one, which the caller ends.
static cli law_page(const char *row, page_put put, const ps_coach *coach)
{
    for (int32_t i = 0; i < PS_COUNT(widths); i++) {
        cli plain = cli_begin(widths[i], false), inked = cli_begin(widths[i], true);
        put(&plain, coach);
        put(&inked, coach);
        law_width(row, page_of(&plain), widths[i]);
        CHECK(row, strchr(page_of(&plain), '\033') == NULL);
        CHECK(row, plain.page.words.len == 0);
        without_ink(inked.page.text.text);
        CHECK_TEXT(row, page_of(&inked), page_of(&plain));
        cli_end(&inked);
        cli_end(&plain);
    }
    cli usual = cli_begin(PAPER_WIDTH, false);
    put(&usual, coach);
    return usual;
}

static int32_t notes_seen;

static void law_names_session(const char *row, const char *page, const ps_coach *coach)
{
    for (int32_t i = 0; i < coach->session.count; i++) {
        CHECK(row, strstr(page, all->exercises.at[coach->session.items[i].exercise].id) != NULL);
    }
    CHECK(row, strstr(page, all->consent.short_form) != NULL);
}

/// Whether the page says it, however its lines are broken.
static bool page_says(const char *page, const char *sentence)
{
    for (; *page; page++) {
        const char *at = page, *want = sentence;
        while (*want && (*at == *want || (*want == ' ' && *at == '\n'))) {
            at++;
            if (*want++ == ' ') at += strspn(at, " ");
        }
        if (!*want) return true;
    }
    return false;
}

static void law_changes_of(const char *row, const char *page, const ps_coach *coach,
                           int32_t exercise)
{
    if (exercise == PS_NONE) return;
    for (int32_t code = 0; code < all->codes.count; code++) {
        const char *note = NULL;
        const bool on = (coach->input.codes >> code & 1) != 0;
        if (!on || ps_exercise_code(&all->exercises.at[exercise], code, &note) != PS_CODE_MODIFY) {
            continue;
        }
        CHECK(row, page_says(page, note));
        notes_seen++;
    }
}

/// Whatever the page offers, it says how the conditions of this person change it.
static void law_changes(const char *row, const char *page, const ps_coach *coach)
{
    const ps_micro_plan *micro = &coach->plan.micro;
    for (int32_t i = 0; i < coach->session.count; i++) {
        law_changes_of(row, page, coach, coach->session.items[i].exercise);
    }
    law_changes_of(row, page, coach, micro->breathing);
    law_changes_of(row, page, coach, micro->stretch);
    if (micro->stretch != PS_NONE) law_changes_of(row, page, coach, micro->closing);
}

static void law_names_all(const char *row, const char *page)
{
    for (int32_t e = 0; e < all->exercises.count; e++) {
        CHECK(row, strstr(page, all->exercises.at[e].id) != NULL);
    }
}

// ---- JSON ----

static void same_day(const char *row, const plan_day_report *got, const ps_plan_day *want)
{
    CHECK(row, got->day == want->day && got->kind == want->kind);
    CHECK(row, got->items.count == want->count);
    for (int32_t i = 0; i < want->count && i < got->items.count; i++) {
        const plan_item_report *item = &got->items.at[i];
        const ps_plan_item *of = &want->items[i];
        CHECK(row, item->exercise == of->exercise && item->seconds == of->seconds);
        CHECK(row, item->loaded == of->loaded && item->shortened == of->shortened);
        CHECK(row, item->notes.count == item->codes.count);
        CHECK(row, item->sides.count == of->sides && item->rules.count == of->reason_count);
        for (int32_t s = 0; s < of->sides; s++) {
            CHECK(row, item->sides.at[s].dose.sets.low == of->asked[s].sets);
            CHECK(row, item->sides.at[s].rung == of->asked[s].rung);
        }
    }
}

/// What is printed reads back by its own table, and says what the plan says.
static void law_json(const char *row, const ps_coach *coach)
{
    cli c = cli_begin(PAPER_WIDTH, false);
    plan_write_json(&c, coach);
    const ps_struct *of = envelope_struct(&c, "plan", NULL);
    envelope *read = cli_take(&c, 1, sizeof *read);
    ps_error err = {0};
    const ps_str json = {page_of(&c), (int32_t)c.page.text.len};
    CHECK(row, json_read(json, of, &c.names, &c.room, read, &err) == PS_OK);
    CHECK_TEXT(row, err.text, "");
    if (read->items.count == 1) {
        const plan_report *plan = read->items.at;
        CHECK(row, plan->week == coach->week && plan->due == (coach->due != PS_NONE));
        CHECK(row, plan->days.count == coach->plan.day_count);
        for (int32_t d = 0; d < coach->plan.day_count && d < plan->days.count; d++) {
            same_day(row, &plan->days.at[d], &coach->plan.days[d]);
        }
        CHECK(row, (plan->session != NULL) == (coach->session.count > 0));
        if (plan->session) same_day(row, plan->session, &coach->session);
        CHECK(row, plan->why_not.count == all->exercises.count);
        CHECK(row, plan->explanations.count == all->exercises.count);
        CHECK(row, plan->notes.count == coach->plan.note_count);
    }
    cli_end(&c);
}

// ---- people who train ----

static person ann;
static look eyes;

/// A week of training in which the left side hurts `pain`.
static void train_week(ps_day first, int32_t pain)
{
    // clang-format off
    const how goes = {.pain = {pain, 1}, .form = PS_FORM_OK};
    // clang-format on
    for (ps_day day = first; day < first + PS_WEEK_DAYS; day++) {
        const ps_coach *coach = coach_of(&eyes, &ann, day);
        if (coach->stage != PS_COACH_READY) return;
        if ((coach->morning_wanted) != 0) person_morning(&ann, day, PS_SIDE_BOTH, 1);
        if (coach->due != PS_NONE) person_trains(&ann, day, coach, &goes);
    }
}

static void check_coach(const char *row, const ps_coach *coach)
{
    cli week = law_page(row, plan_put_week, coach);
    law_names_session(row, page_of(&week), coach);
    law_changes(row, page_of(&week), coach);
    cli_end(&week);
    cli why = law_page(row, plan_put_why_all, coach);
    law_names_all(row, page_of(&why));
    cli_end(&why);
    law_json(row, coach);
}

static void people_who_train(void)
{
    // clang-format off
    static const struct {
        const char *row, *words;
        int32_t pain[WEEKS]; ///< on the left
        int32_t gap; ///< days away after week 4
    } stories[] = {
        {"steady", "", {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0},
        {"flares", "length_deg_L=4 length_deg_R=2 hold_s_L=8 hold_s_R=14",
         {1, 5, 4, 1, 6, 1, 1, 1, 1, 1}, 0},
        {"away", "osteoporosis days_per_week=5 minutes_per_session=8",
         {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 12},
        {"article", "", {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0},
    };
    // clang-format on
    for (int32_t i = 0; i < PS_COUNT(stories); i++) {
        ps_day day = FIRST_DAY;
        person_starts(&ann, day, stories[i].words);
        if (strcmp(stories[i].row, "article") == 0) {
            person_tells(&ann, PS_EVENT_programme_chosen, day)->as.programme_chosen.programme =
                "seven-secrets";
        }
        for (int32_t week = 0; week < WEEKS; week++) {
            if (week % 4 == 0) person_answers_no(&ann, day, PS_ROUND_DUE);
            const ps_coach *coach = coach_of(&eyes, &ann, day);
            if (coach->stage == PS_COACH_READY) check_coach(stories[i].row, coach);
            train_week(day, stories[i].pain[week]);
            day += PS_WEEK_DAYS + (week == 3 ? stories[i].gap : 0);
        }
        CHECK(stories[i].row, ann.sessions > 3);
    }
}

// ---- people whatever they are like ----

/// A coach around a plan, in the middle of its week.
static bool stranger(uint64_t *seed, ps_coach *coach)
{
    *coach = (ps_coach){.today = FIRST_DAY + 2, .stage = PS_COACH_READY, .programme = PS_NONE};
    coach->input = some_person(seed);
    coach->week = coach->input.week;
    coach->week_start = coach->class_day = FIRST_DAY;
    coach->class_now = coach->input.person_class;
    coach->next_session = PS_DAY_NEVER;
    coach->due = PS_NONE;
    if (chance(seed, 30)) coach->programme = test_between(seed, 0, all->programmes.count - 1);
    const ps_code made =
        coach->programme == PS_NONE
            ? ps_plan_make(all, &coach->input, &coach->plan, NULL)
            : ps_plan_make_of(all, &coach->input, coach->programme, &coach->plan, NULL);
    if (made != PS_OK) return false;
    for (int32_t i = 0; i < PS_WEEK_DAYS; i++) {
        coach->slots[i] = (ps_week_slot){FIRST_DAY + i, PS_NONE, chance(seed, 20)};
    }
    for (int32_t d = coach->plan.day_count - 1; d >= 0; d--) {
        ps_week_slot *slot = &coach->slots[coach->plan.days[d].day - 1];
        slot->plan_day = d;
        if (slot->done || slot->date < coach->today) continue;
        coach->next_session = slot->date;
        coach->session = coach->plan.days[d];
        coach->due = slot->date == coach->today ? d : PS_NONE;
    }
    coach->effort = coach->plan.effort;
    return true;
}

static void people_whatever_they_are_like(void)
{
    uint64_t seed = 20261122;
    int32_t made = 0;
    for (int32_t i = 0; i < STRANGERS; i++) {
        static ps_coach coach;
        if (!stranger(&seed, &coach)) continue;
        cli week = law_page("stranger", plan_put_week, &coach);
        law_names_session("stranger", page_of(&week), &coach);
        law_changes("stranger", page_of(&week), &coach);
        cli_end(&week);
        if (i % 10 == 0) check_coach("stranger", &coach);
        made++;
    }
    CHECK("strangers", made > STRANGERS / 2);
    CHECK("changes", notes_seen > STRANGERS / 4);
}

/// From week 20 on nobody lies on the back: the breathing of every day says it on page and in JSON.
static void breathing_while_pregnant(void)
{
    const int32_t code = index_of("codes", "PREG20_SUPINE");
    const int32_t breathing = index_of("exercises", "supine-breathing-release");
    person_starts(&ann, FIRST_DAY, "pregnant weeks_pregnant=22");
    const ps_coach *coach = coach_of(&eyes, &ann, FIRST_DAY);
    CHECK("code", (coach->input.codes >> code & 1) != 0);
    CHECK("breathing", coach->plan.micro.breathing == breathing);
    cli page = law_page("pregnant", plan_put_week, coach);
    CHECK("page", page_says(page_of(&page), "on the side or half sitting (from week 20 of a"));
    cli_end(&page);
    cli json = cli_begin(PAPER_WIDTH, false);
    plan_write_json(&json, coach);
    CHECK("json", strstr(page_of(&json), "\"text\": \"on the side or half sitting\"") != NULL);
    cli_end(&json);
}

// ---- one exercise in full ----

static int32_t looked_at;

static void put_one(cli *c, const ps_coach *coach) { plan_put_why(c, coach, looked_at); }

static void every_exercise_in_full(void)
{
    person_starts(&ann, FIRST_DAY, "length_deg_L=4 length_deg_R=2");
    train_week(FIRST_DAY, 2);
    const ps_coach *coach = coach_of(&eyes, &ann, FIRST_DAY + PS_WEEK_DAYS);
    for (looked_at = 0; looked_at < all->exercises.count; looked_at++) {
        const char *id = all->exercises.at[looked_at].id;
        cli c = law_page(id, put_one, coach);
        CHECK(id, strstr(page_of(&c), id) != NULL);
        CHECK(id, strstr(page_of(&c), all->consent.short_form) != NULL);
        cli_end(&c);
    }
}

// ---- words ----

static void reasons(void)
{
    // clang-format off
    static const struct {
        ps_measure measure;
        const char *field;
        double value;
        const char *want;
    } rows[] = {
        {PS_MEASURE_FIELD, "sitting_h_per_day", 9, "you sit 9 hours a day"},
        {PS_MEASURE_FIELD, "leg_heavy", 1, "the leg feels heavy when you lift it"},
        {PS_MEASURE_FIELD, "settle_hours", 2.5, "a flare takes 2.5 hours to settle"},
        {PS_MEASURE_LENGTH_DEG, NULL, 2.5,
         "the thigh ends 2.5 degrees above the horizontal in the length test"},
        {PS_MEASURE_LENGTH_DEG, NULL, 0,
         "the thigh ends level with the horizontal in the length test"},
        {PS_MEASURE_HOLD_S, NULL, 9.5, "the seated hold of the weaker side ends after 9.5 s"},
        {PS_MEASURE_LENGTH_DEG, NULL, -4,
         "the thigh ends 4 degrees below the horizontal in the length test"},
        {PS_MEASURE_SIDE_DIFFERENCE, NULL, 33.4,
         "the holds of the two sides differ by 33 percent"},
        {PS_MEASURE_UNTESTED, NULL, 0,
         "neither length nor hold has been tested yet, so both are looked after"},
    };
    // clang-format on
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const int32_t field = rows[i].field ? index_of("intake_fields", rows[i].field) : PS_NONE;
        const ps_reason reason = {rows[i].measure, field, rows[i].value, PS_GT, 0};
        buffer words = {0};
        words_reason(&words, all, &reason);
        CHECK_TEXT("words", said(&words), rows[i].want);
        buffer_free(&words);
    }
}

/// What the hip looks like: without any sign there is no reason that would be none; of an irritable
/// hip the reasons are what irritates it.
static void classes(void)
{
    const ps_reason sits = {PS_MEASURE_FIELD, index_of("intake_fields", "sitting_h_per_day"), 9,
                            PS_GE, 8};
    const ps_reason rests = {PS_MEASURE_FIELD, index_of("intake_fields", "pain_rest"), 5, PS_GE, 5};
    const ps_reason untested = {.measure = PS_MEASURE_UNTESTED, .field = PS_NONE};
    const struct {
        ps_class found, shown;
        ps_reason reason;
        ps_day since;
        const char *want;
    } rows[] = {
        {PS_CLASS_BOTH,      PS_CLASS_BOTH,      untested, PS_DAY_NEVER,
         "not known yet, so both are looked after"                                                    },
        {PS_CLASS_TIGHT,     PS_CLASS_TIGHT,     sits,     20779,
         "more likely tight than weak, since Sun 22 Nov, because you sit 9 hours a day"               },
        {PS_CLASS_TIGHT,     PS_CLASS_WEAK,      sits,     PS_DAY_NEVER, "more likely weak than tight"},
        {PS_CLASS_IRRITABLE, PS_CLASS_IRRITABLE, sits,     PS_DAY_NEVER,
         "easily irritated for now, because the pain at rest is 5 of 10"                              },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_screen_result screened = {
            .class_found = {.id = rows[i].found, .reason_count = 1},
            .irritability = {.reason_count = 1                  }
        };
        screened.class_found.reasons[0] = rows[i].reason;
        screened.irritability.reasons[0] = rests;
        buffer words = {0};
        words_class(&words, all, &screened, rows[i].shown, rows[i].since);
        CHECK_TEXT("words", said(&words), rows[i].want);
        buffer_free(&words);
    }
}

static void doses(void)
{
    // clang-format off
    static const struct {
        const char *exercise;
        ps_asked left, right;
        ps_side weaker;
        const char *want;
    } rows[] = {
        {"standing-glute-contraction", {2, 4, 5, 2}, {0}, PS_SIDE_LEFT,
         "2 sets of 4 repetitions, each held 5 s; rest 20 s"},
        {"standing-slumpy-psoas", {2, 4, 7, 3}, {2, 4, 7, 3}, PS_SIDE_BOTH,
         "2 sets of 4 repetitions, each held 7 s, on each side; rest 15 s"},
        {"standing-slumpy-psoas", {2, 4, 7, 3}, {2, 4, 7, 3}, PS_SIDE_RIGHT,
         "2 sets of 4 repetitions, each held 7 s, on each side; right side first; rest 15 s"},
        {"standing-slumpy-psoas", {2, 4, 7, 3}, {2, 4, 5, 2}, PS_SIDE_BOTH,
         "2 sets of 4 repetitions, each held 7 s, on the left side, then "
         "2 sets of 4 repetitions, each held 5 s, on the right side; rest 15 s"},
        {"standing-slumpy-psoas", {2, 4, 7, 3}, {2, 4, 5, 2}, PS_SIDE_RIGHT,
         "2 sets of 4 repetitions, each held 5 s, on the right side, then "
         "2 sets of 4 repetitions, each held 7 s, on the left side; rest 15 s"},
    };
    // clang-format on
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_plan_item item = {
            .exercise = index_of("exercises", rows[i].exercise),
            .sides = rows[i].right.sets > 0 ? 2 : 1,
            .asked = {rows[i].left, rows[i].right},
            .instead = PS_NONE,
        };
        buffer words = {0};
        words_asked(&words, all, &item, rows[i].weaker);
        CHECK_TEXT(rows[i].exercise, said(&words), rows[i].want);
        buffer_free(&words);
    }
}

static const ps_transition *row_of(ps_act act)
{
    for (int32_t i = 0; i < ps_transition_count; i++) {
        if (ps_transitions[i].act == act) return &ps_transitions[i];
    }
    return NULL;
}

static void acts(void)
{
    // clang-format off
    static const struct {
        ps_act act;
        ps_pain_verdict verdict;
        int32_t pain, morning, baseline;
        const char *want;
    } rows[] = {
        {PS_ACT_UP, PS_GREEN, 1, 1, 1, "one step up on the left"},
        {PS_ACT_DOWN, PS_RED, 5, 1, 1, "one step down on the left, because the pain was 5"},
        {PS_ACT_DOWN, PS_RED, 2, 4, 2,
         "one step down on the left, because the morning after was 4, 2 more than usual"},
        {PS_ACT_KEEP, PS_NO_MORNING, 1, PS_NOT_GIVEN, 1,
         "the same again on the left, as the morning after is not known"},
        {PS_ACT_PAUSE, PS_STOP, 1, 1, 1,
         "paused on the left, because of a feeling that is a reason to stop"},
        {PS_ACT_NOTHING, PS_GREEN, 1, 1, 1, ""},
    };
    // clang-format on
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_training_entry entry = {
            .pain = rows[i].pain,
            .morning = rows[i].morning,
            .baseline = rows[i].baseline,
            .verdict = rows[i].verdict,
            .row = row_of(rows[i].act),
        };
        CHECK(rows[i].want, entry.row != NULL);
        buffer words = {0};
        words_entry(&words, all, &entry, " on the left");
        CHECK_TEXT("words", said(&words), rows[i].want);
        buffer_free(&words);
    }
}

static void days(void)
{
    buffer words = {0};
    words_day(&words, 20779);
    CHECK_TEXT("day", said(&words), "Sun 22 Nov");
    CHECK_TEXT("weekday", words_weekday(20779), "Sunday");
    buffer_clear(&words);
    words_day_year(&words, 20454);
    CHECK_TEXT("year", said(&words), "Thu 1 Jan 2026");
    buffer_free(&words);
}

// ---- stories ----

static void stories(void)
{
    CHECK("as many", plan_story_names.count == ps_simulate_story_count);
    for (int32_t i = 0; i < ps_simulate_story_count; i++) {
        const char *id = ps_simulate_stories[i].id;
        CHECK(id, ps_enum_find(&plan_story_names, ps_str_of(id)) != PS_NONE);
    }
}

static simulation played;

static void law_simulation_json(const char *row, const ps_simulated *simulated)
{
    cli c = cli_begin(PAPER_WIDTH, false);
    plan_write_simulation(&c, &played);
    const ps_struct *of = envelope_struct(&c, "simulation", NULL);
    envelope *read = cli_take(&c, 1, sizeof *read);
    const ps_str json = {page_of(&c), (int32_t)c.page.text.len};
    CHECK(row, json_read(json, of, &c.names, &c.room, read, NULL) == PS_OK);
    const simulation_report *report = read->items.at;
    if (report) CHECK(row, report->weeks.count == simulated->week_count);
    for (int32_t w = 0; report && w < simulated->week_count; w++) {
        const simulated_week_report *week = &report->weeks.at[w];
        CHECK(row, week->sessions == simulated->weeks[w].sessions);
        CHECK(row, week->green == simulated->weeks[w].verdicts[PS_GREEN]);
        CHECK(row, (week->minutes > 0) == (week->sessions > 0));
    }
    cli_end(&c);
}

static void put_played(cli *c, const ps_coach *coach)
{
    (void)coach;
    plan_put_simulation(c, &played);
}

/// Every story of a beginner: its weeks and exercises stand on the page, and JSON has the same.
static void simulations(void)
{
    enum { PLAY_ROOM = 256 << 20, PLAY_WEEKS = 14 };
    static ps_simulated simulated;
    cli c = cli_begin(PAPER_WIDTH, false);
    const ps_event *events = NULL;
    const ps_instant now = {(int64_t)FIRST_DAY * DAY_MS + MORNING_MS, 0};
    const int32_t count = plan_fresh(&c, now, &events);
    for (int32_t i = 0; i < ps_simulate_story_count; i++) {
        const char *id = ps_simulate_stories[i].id;
        ps_arena room = {0};
        CHECK(id, room_open(PLAY_ROOM, &room, NULL) == PS_OK);
        CHECK(id, ps_simulate(all, events, count, now, PLAY_WEEKS, &ps_simulate_stories[i].script,
                              &room, &simulated, NULL) == PS_OK);
        played = (simulation){&simulated, &ps_simulate_stories[i], FIRST_DAY, false, true};
        cli page = law_page(id, put_played, NULL);
        CHECK(id, strstr(page_of(&page), "stored") != NULL);
        const ps_simulated_week *last = &simulated.weeks[PLAY_WEEKS - 1];
        const bool goes_on = last->stage == PS_COACH_READY;
        CHECK(id, goes_on == (last->stop == PS_STOP_NOT));
        CHECK(id, goes_on || page_says(page_of(&page), words_stop(last->stop)));
        for (int32_t e = 0; e < all->exercises.count; e++) {
            const bool begun = goes_on && last->state[e][0].rung > 0;
            const char *exercise = all->exercises.at[e].id;
            if (begun) CHECK(exercise, strstr(page_of(&page), exercise) != NULL);
        }
        cli_end(&page);
        law_simulation_json(id, &simulated);
        room_close(&room);
    }
    cli_end(&c);
}

TEST_MAIN(TEST_CASE(days), TEST_CASE(reasons), TEST_CASE(classes), TEST_CASE(doses),
          TEST_CASE(acts), TEST_CASE(people_who_train), TEST_CASE(people_whatever_they_are_like),
          TEST_CASE(breathing_while_pregnant), TEST_CASE(every_exercise_in_full),
          TEST_CASE(stories), TEST_CASE(simulations))
