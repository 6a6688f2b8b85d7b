// Laws from events to today (domain 5.15), over generated lives: what people answer, are cleared
// of, wish, train and report, most of it unlikely. The laws of the week itself are those of
// test_plan_laws.c; 12, the texts, is test_explain.c's.
#include "coach_people.h"

enum { LIVES = 10000, PAIRS = 1500, FOLLOWERS = 40, FOLLOWED_DAYS = 26, SHOWN_MAX = 20 };

static person ann, bob;
static look by, other;

// ---- every life ----

static void every_life_keeps_the_laws(void)
{
    int64_t stages[PS_COACH_READY + 1] = {0}, events = 0, entries = 0, sum = 0;
    int64_t verdicts[PS_STOP + 1] = {0}, codes = 0, gentle = 0, irritable = 0, rises = 0, less = 0;
    for (int32_t p = 0; p < LIVES && test_failed_checks < SHOWN_MAX; p++) {
        fate dice = {.seed = (uint64_t)p};
        snprintf(law_row, sizeof law_row, "life %d", p);
        const ps_day today = some_life(&ann, &dice, p % 2 == 0);
        const ps_coach *coach = coach_of(&by, &ann, today);
        law_coach(coach);
        stages[coach->stage]++;
        events += ann.count;
        entries += coach->entry_count;
        for (int32_t i = 0; i < coach->entry_count; i++) {
            const ps_training_entry *entry = &coach->entries[i];
            verdicts[entry->verdict]++;
            rises += entry->before.rung > 0 && entry->after.rung > entry->before.rung;
            less += entry->verdict == PS_GREEN && did_less(entry);
        }
        if (coach->stage == PS_COACH_READY) {
            codes += coach->input.codes != 0;
            gentle += coach->input.gentle_start;
            irritable += coach->input.irritability > PS_IRRITABILITY_LOW;
        }
        const uint64_t digest = coach_digest(coach);
        sum = (int64_t)((uint64_t)sum * 31 + digest);
        if (p % 16 != 0) continue;
        // 10: the same again, in another memory
        CHECK(law_row, coach_digest(coach_of(&other, &ann, today)) == digest);
    }
    printf("# %d lives, %" PRId64 " events, %" PRId64 " entries; consent %" PRId64
           ", questions %" PRId64 ", refused %" PRId64 ", stopped %" PRId64 ", ready %" PRId64 "\n",
           LIVES, events, entries, stages[0], stages[1], stages[2], stages[3], stages[4]);
    printf("# with codes %" PRId64 ", gentle %" PRId64 ", irritable %" PRId64 "; green %" PRId64
           ", no morning %" PRId64 ", amber %" PRId64 ", red %" PRId64 ", stop %" PRId64
           "; a rung up %" PRId64 ", green but less %" PRId64 "\n",
           codes, gentle, irritable, verdicts[0], verdicts[1], verdicts[2], verdicts[3],
           verdicts[4], rises, less);
    // the lives must meet everything that the laws speak of
    for (int32_t i = 0; i <= (int32_t)PS_COACH_READY; i++) CHECK("met", stages[i] > 0);
    for (int32_t i = 0; i <= (int32_t)PS_STOP; i++) CHECK("met", verdicts[i] > LIVES / 100);
    CHECK("met", stages[PS_COACH_READY] > LIVES / 4 && codes > LIVES / 100);
    CHECK("met", rises > LIVES / 50 && less > LIVES / 100);
    CHECK("met", gentle > LIVES / 1000 && irritable > LIVES / 100);
    RECORD("%016" PRIx64, (uint64_t)sum);
}

// ---- who does what the plan says ----

/// Whether an exercise that was asked on a day is asked for more now although it went badly.
static void nothing_rose(const ps_training (*before)[2], const ps_coach *now)
{
    for (int32_t i = now->last_entries; i < now->entry_count; i++) {
        const ps_training_entry *entry = &now->entries[i];
        const ps_training *state = &now->input.state[entry->exercise][entry->side];
        const int32_t was = before[entry->exercise][entry->side].rung;
        if (entry->verdict == PS_GREEN || was == 0 || now->stage != PS_COACH_READY) continue;
        CHECK(law_row, state->rung <= was);
    }
}

static void who_follows_the_plan(void)
{
    static ps_training before[PS_EXERCISES_MAX][2];
    int32_t looks = 0, sessions = 0, loaded = 0, mastered = 0;
    uint64_t sum = 0;
    for (int32_t p = 0; p < FOLLOWERS && test_failed_checks < SHOWN_MAX; p++) {
        fate dice = {.seed = (uint64_t)p + 3000000};
        snprintf(law_row, sizeof law_row, "follower %d", p);
        const ps_day first = some_life(&ann, &dice, true);
        const bool flares = happens(&dice, 40);
        memset(before, 0, sizeof before);
        for (ps_day day = first; day < first + FOLLOWED_DAYS; day++) {
            const bool wanted = looks > 0 && coach_of(&by, &ann, day)->morning_wanted != 0;
            if (wanted && happens(&dice, 90)) {
                person_morning(&ann, day, PS_SIDE_BOTH, flares ? draw(&dice, 0, 3) : 0);
            }
            const ps_coach *coach = coach_of(&by, &ann, day);
            law_coach(coach);
            if (day > first) nothing_rose((const ps_training(*)[2])before, coach);
            looks++;
            if (coach->stage != PS_COACH_READY || coach->due == PS_NONE) continue;
            memcpy(before, coach->input.state, sizeof before);
            const how goes = flares ? some_course(&dice) : fine;
            person_trains(&ann, day, coach, &goes);
            sessions++;
            for (int32_t i = 0; i < coach->session.count; i++) {
                const ps_plan_item *item = &coach->session.items[i];
                loaded += item->loaded;
                mastered += before[item->exercise][0].mastered;
            }
        }
        sum = sum * 31 + coach_digest(coach_of(&by, &ann, first + FOLLOWED_DAYS));
    }
    printf("# %d days followed, %d sessions, %d loaded items, %d of what is mastered\n", looks,
           sessions, loaded, mastered);
    CHECK("met", sessions > FOLLOWERS && loaded > 0 && mastered > 0);
    RECORD("%d %d %016" PRIx64, looks, sessions, sum);
}

// ---- one answer changed ----

/// The index of some event of a kind, or PS_NONE.
static int32_t some_event(const person *of, ps_event_kind kind, fate *dice)
{
    const int32_t from = draw(dice, 0, of->count - 1);
    for (int32_t i = 0; i < of->count; i++) {
        const int32_t at = (from + i) % of->count;
        if (of->events[at].kind == kind) return at;
    }
    return PS_NONE;
}

/// 14: nothing is unblocked but the easier form of what is blocked now, or a stand-in's original.
static void nothing_opened(const ps_coach *before, const ps_coach *after)
{
    if (after->stage != PS_COACH_READY) return;
    CHECK(law_row, before->stage == PS_COACH_READY);
    for (int32_t e = 0; before->stage == PS_COACH_READY && e < all->exercises.count; e++) {
        const ps_why_not *was = &before->plan.why_not[e];
        if (was->block == PS_BLOCK_NONE || after->plan.why_not[e].block != PS_BLOCK_NONE) continue;
        const bool base = was->block == PS_BLOCK_GRADUATED || was->block == PS_BLOCK_SWAPPED;
        if (!base)
            printf("# %s opens %s: %s\n", law_row, exercise_name(e),
                   ps_block_names.names[was->block]);
        CHECK(law_row, base && after->plan.why_not[was->detail].block != PS_BLOCK_NONE);
    }
}

/// A no becomes a yes, or pain scores rise.
static bool make_riskier(person *of, fate *dice)
{
    static char score[16];
    if (happens(dice, 60)) {
        const int32_t at = some_event(of, PS_EVENT_screen_answered, dice);
        if (at == PS_NONE || of->events[at].as.screen_answered.answer != PS_ANSWER_NO) return false;
        of->events[at].as.screen_answered.answer =
            happens(dice, 50) ? PS_ANSWER_YES : PS_ANSWER_NOT_SURE;
        return true;
    }
    static const char *const scores[] = {"pain_worst_24h", "pain_rest", "pain_ordinary",
                                         "settle_hours", "night_wake"};
    const char *field = scores[draw(dice, 0, PS_COUNT(scores) - 1)];
    const int32_t more = draw(dice, 1, 5);
    for (int32_t i = 0; i < of->count; i++) {
        ps_intake_given *given = &of->events[i].as.intake_given;
        if (of->events[i].kind != PS_EVENT_intake_given || strcmp(given->field, field) != 0) {
            continue;
        }
        const int32_t most = strcmp(field, "night_wake") == 0 ? 7 : 10;
        const int32_t was = (int32_t)strtol(given->value, NULL, 10);
        if (was >= most) return false;
        snprintf(score, sizeof score, "%d", was + more < most ? was + more : most);
        given->value = score;
        return true;
    }
    return false;
}

static void riskier_opens_nothing(void)
{
    int32_t pairs = 0, closed = 0, ready = 0;
    for (int32_t p = 0; pairs < PAIRS && test_failed_checks < SHOWN_MAX; p++) {
        fate dice = {.seed = (uint64_t)p + 1000000};
        snprintf(law_row, sizeof law_row, "pair %d", p);
        const ps_day today = some_life(&ann, &dice, true);
        const ps_coach *before = coach_of(&by, &ann, today);
        if (before->stage != PS_COACH_READY && p % 8 != 0) continue;
        if (!make_riskier(&ann, &dice)) continue;
        const ps_coach *after = coach_of(&other, &ann, today);
        pairs++;
        ready += after->stage == PS_COACH_READY;
        closed += before->stage == PS_COACH_READY && after->stage != PS_COACH_READY;
        nothing_opened(before, after);
    }
    printf("# %d pairs, %d ready after it, %d closed by it\n", pairs, ready, closed);
    CHECK("met", ready > PAIRS / 10 && closed > PAIRS / 20);
    RECORD("%d %d %d", pairs, ready, closed);
}

/// 13: not sure is a yes, and what was not answered is no no.
static void not_sure_and_silence_are_no_no(void)
{
    int32_t pairs = 0, silent = 0;
    for (int32_t p = 0; pairs < PAIRS && test_failed_checks < SHOWN_MAX; p++) {
        fate dice = {.seed = (uint64_t)p + 2000000};
        snprintf(law_row, sizeof law_row, "unsure %d", p);
        const ps_day today = some_life(&ann, &dice, p % 2 == 0);
        const int32_t at = some_event(&ann, PS_EVENT_screen_answered, &dice);
        ps_answer *answer = &ann.events[at].as.screen_answered.answer;
        *answer = PS_ANSWER_YES;
        const uint64_t yes = coach_digest(coach_of(&by, &ann, today));
        *answer = PS_ANSWER_NOT_SURE;
        CHECK(law_row, coach_digest(coach_of(&other, &ann, today)) == yes);
        pairs++;
        if (p % 2 != 0) continue;

        // the same with no answer at all: never more than with a no
        *answer = PS_ANSWER_NO;
        const ps_coach *no = coach_of(&by, &ann, today);
        bob = ann;
        bob.events[at] = bob.events[--bob.count];
        const ps_coach *none = coach_of(&other, &bob, today);
        silent++;
        nothing_opened(no, none);
    }
    printf("# %d answers not sure, %d not given\n", pairs, silent);
    RECORD("%d %d", pairs, silent);
}

/// 1: no answer undoes what a number says.
static void numbers_cannot_be_answered_away(void)
{
    static const struct {
        const char *said, *number;
    } rows[] = {
        {"",         "age_years=17"         },
        {"",         "pain_worst_24h=8"     },
        {"",         "weeks_since_birth=3"  },
        {"",         "weeks_since_surgery=5"},
        {"tha_12w!", "weeks_since_tha=7"    },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        snprintf(law_row, sizeof law_row, "%s", rows[i].number);
        person_starts(&ann, FIRST_DAY, "");
        CHECK(law_row, coach_of(&by, &ann, FIRST_DAY)->plan.made);
        person_says(&ann, FIRST_DAY, rows[i].number);
        person_says(&ann, FIRST_DAY, rows[i].said);
        const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
        CHECK(law_row, coach->stage == PS_COACH_REFUSED && !coach->plan.made);
        law_coach(coach);
    }
}

TEST_MAIN(TEST_CASE(every_life_keeps_the_laws), TEST_CASE(who_follows_the_plan),
          TEST_CASE(riskier_opens_nothing), TEST_CASE(not_sure_and_silence_are_no_no),
          TEST_CASE(numbers_cannot_be_answered_away))
