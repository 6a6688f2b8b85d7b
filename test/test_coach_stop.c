// Stops that hold: a programme that was stopped opens by what the person does about it, never by
// questions that were due anyway, and a feeling counts without its session.
#include "coach_kit.h"

#define KNEE "standing-slumpy-psoas"
#define GLUTE "standing-glute-contraction"

enum { END = 7 * 8 }; ///< [days] after which the last checkpoint is

static person ann, before;
static look by;

// ---- no success ----

/// Eight weeks of training in which nothing gets better. On the day of the checkpoint the
/// questions fall due.
static void eight_weeks_for_nothing(void)
{
    person_starts(&ann, FIRST_DAY, "pain_now=2 pain_worst_24h=2");
    const how goes = {
        .form = PS_FORM_OK, .pain = {2, 2}
    };
    for (int32_t d = 0; d < END; d++) live(&by, &ann, day_of(d), 2, &goes);
}

static void answer(ps_day day, ps_overall_change change, bool enough)
{
    person_tells(&ann, PS_EVENT_checkpoint_answered, day)->as.checkpoint_answered =
        (ps_checkpoint_answered){8, change, enough};
}

static void clear(ps_day day, ps_clearing_kind kind, ps_day visit)
{
    person_tells(&ann, PS_EVENT_flag_cleared, day)->as.flag_cleared =
        (ps_flag_cleared){.flag = all->flags.at[0].id, .kind = kind, .day = visit, .who = "doctor"};
}

static bool is_stopped(int32_t after, int32_t since)
{
    const ps_coach *coach = coach_of(&by, &ann, day_of(after));
    return coach->stage == PS_COACH_STOPPED && coach->stop.kind == PS_STOP_NO_SUCCESS &&
           coach->stop.day == day_of(since) && !coach->plan.made;
}

static bool is_ready(int32_t after)
{
    const ps_coach *coach = coach_of(&by, &ann, day_of(after));
    return coach->stage == PS_COACH_READY && coach->stop.kind == PS_STOP_NOT;
}

/// Whenever the questions that are due are answered, they open nothing.
static void questions_that_are_due_open_nothing(void)
{
    for (int32_t late = 0; late <= 10; late++) {
        eight_weeks_for_nothing();
        CHECK("due", coach_of(&by, &ann, day_of(END + late))->stage == PS_COACH_QUESTIONS);
        person_answers_no(&ann, day_of(END + late), PS_ROUND_DUE);
        CHECK("stopped", is_stopped(END + late, END));
        CHECK("later", is_stopped(END + late + 20, END));
        RECORD("%" PRIx64, coach_digest(&by.coach));
    }
}

static void what_opens_it(void)
{
    static const struct {
        const char *name;
        int32_t on; ///< days behind the checkpoint
        bool opens;
    } rows[] = {
        {"something new, on that day", 0, false},
        {"something new",              1, true },
        {"better and enough",          2, true },
        {"better",                     2, true }, // a part of it: four more weeks
        {"the same",                   2, false},
        {"worse",                      2, false},
        {"seen by somebody",           2, true },
        {"seen before",                2, false},
        {"seen, but told on that day", 0, false},
        {"only codes released",        2, false},
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        const ps_day day = day_of(END + rows[i].on);
        eight_weeks_for_nothing();
        person_answers_no(&ann, day_of(END), PS_ROUND_DUE);
        CHECK(rows[i].name, is_stopped(END, END));
        switch (i) {
        case 0:
        case 1:
            person_answers_no(&ann, day, PS_ROUND_SOMETHING_NEW);
            break;
        case 2:
            answer(day, PS_CHANGE_BETTER, true);
            break;
        case 3:
            answer(day, PS_CHANGE_BETTER, false);
            break;
        case 4:
            answer(day, PS_CHANGE_SAME, true);
            break;
        case 5:
            answer(day, PS_CHANGE_WORSE, false);
            break;
        case 6:
            clear(day, PS_MEDICALLY_REVIEWED, day);
            break;
        case 7:
            clear(day, PS_CLEARED, day_of(END - 1));
            break;
        case 8:
            clear(day, PS_CLEARED, day);
            break;
        case 9:
            clear(day, PS_CODES_RELEASED, day);
            break;
        }
        CHECK(rows[i].name, is_ready(END + 3) == rows[i].opens);
        // and so it stays when the questions fall due again
        person_answers_no(&ann, day_of(END + 30), PS_ROUND_DUE);
        CHECK(rows[i].name, is_ready(END + 30) == rows[i].opens);
    }
}

/// Until they are answered the new questions open nothing.
static void a_round_has_to_be_answered(void)
{
    eight_weeks_for_nothing();
    person_tells(&ann, PS_EVENT_screen_started, day_of(END + 1))->as.screen_started.why =
        PS_ROUND_SOMETHING_NEW;
    CHECK("questions", coach_of(&by, &ann, day_of(END + 1))->stage == PS_COACH_QUESTIONS);
    CHECK("no plan", !by.coach.plan.made && by.coach.stop.kind == PS_STOP_NO_SUCCESS);
}

/// Who says that it is worse is stopped, whatever was opened before.
static void worse_stops(void)
{
    for (int32_t opened = 0; opened < 2; opened++) {
        eight_weeks_for_nothing();
        person_answers_no(&ann, day_of(END), PS_ROUND_DUE);
        if (opened == 1) person_answers_no(&ann, day_of(END + 2), PS_ROUND_SOMETHING_NEW);
        CHECK("before", is_ready(END + 9) == (opened == 1));
        answer(day_of(END + 10), PS_CHANGE_WORSE, false);
        CHECK("worse", is_stopped(END + 10, END + 10));
        person_answers_no(&ann, day_of(END + 11), PS_ROUND_SOMETHING_NEW);
        CHECK("a new round", is_ready(END + 11));
    }
}

/// A verdict that comes only in the days after the checkpoint is known from then on: what was
/// begun before it does not open it.
static void it_is_known_when_it_is_known(void)
{
    eight_weeks_for_nothing();
    person_answers_no(&ann, day_of(END), PS_ROUND_DUE);
    answer(day_of(END), PS_CHANGE_BETTER, false);
    CHECK("four more weeks", is_ready(END));
    person_answers_no(&ann, day_of(END + 2), PS_ROUND_SOMETHING_NEW);
    answer(day_of(END + 3), PS_CHANGE_SAME, false);
    CHECK("known", is_stopped(END + 3, END + 3));
    person_answers_no(&ann, day_of(END + 3), PS_ROUND_SOMETHING_NEW);
    CHECK("the same day", is_stopped(END + 3, END + 3));
    person_answers_no(&ann, day_of(END + 4), PS_ROUND_SOMETHING_NEW);
    CHECK("open", is_ready(END + 4));
}

// ---- pain and feelings ----

/// A round counts when it was begun on a later day than the stop, and behind it.
static void rounds_open_pain_only_afterwards(void)
{
    for (int32_t why = PS_ROUND_DUE; why <= (int32_t)PS_ROUND_SOMETHING_NEW; why++) {
        for (int32_t first = 0; first < 2; first++) { // the round or the pain first
            person_starts(&ann, FIRST_DAY, "");
            person_pain(&ann, day_of(1), PS_SIDE_LEFT, 7, PS_PAIN_WORST_24H);
            if (first == 0) person_answers_no(&ann, day_of(3), (ps_round_why)why);
            person_pain(&ann, day_of(3), PS_SIDE_LEFT, 7, PS_PAIN_WORST_24H);
            if (first == 1) person_answers_no(&ann, day_of(3), (ps_round_why)why);
            const ps_coach *coach = coach_of(&by, &ann, day_of(3));
            CHECK("that day", coach->stop.kind == PS_STOP_PAIN_HIGH && !coach->plan.made);
            CHECK("later", coach_of(&by, &ann, day_of(9))->stage == PS_COACH_STOPPED);
            person_answers_no(&ann, day_of(10), (ps_round_why)why);
            CHECK("afterwards", coach_of(&by, &ann, day_of(10))->stage == PS_COACH_READY);
        }
    }
}

/// A traveller's stop of an earlier day is not opened by the round of the day that he left.
static void a_flight_opens_nothing(void)
{
    person_starts(&ann, FIRST_DAY, "");
    person_pain(&ann, day_of(1), PS_SIDE_LEFT, 7, PS_PAIN_WORST_24H);
    person_answers_no(&ann, day_of(4), PS_ROUND_SOMETHING_NEW);
    person_pain(&ann, day_of(4), PS_SIDE_LEFT, 7, PS_PAIN_WORST_24H);
    ann.events[ann.count - 1].at.offset_min = -11 * 60; // the day before, over there
    const ps_coach *coach = coach_of(&by, &ann, day_of(4));
    CHECK("stopped", coach->stop.kind == PS_STOP_PAIN_HIGH && coach->stop.day == day_of(3));
    CHECK("stopped", coach->stage == PS_COACH_STOPPED);
}

static void felt(ps_day day, const char *session, const char *exercise, ps_stop_sign sign)
{
    person_tells(&ann, PS_EVENT_stop_felt, day)->as.stop_felt =
        (ps_stop_felt){session, exercise, PS_SIDE_LEFT, sign};
}

static void a_feeling_counts_without_its_session(void)
{
    static ps_span start = {"phone", 0, 0};
    for (int32_t i = 0; i < 6; i++) {
        const bool two = i % 2 == 1;
        person_starts(&ann, FIRST_DAY, "");
        const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
        const char *session = "elsewhere";
        if (i >= 2) session = person_comes(&ann, FIRST_DAY, &coach->session, PS_NONE);
        start.first = start.last = ann.count;
        felt(day_of(1), session, KNEE, two ? PS_FELT_SHARP : PS_FELT_SPREADING);
        if (two) {
            coach = coach_of(&by, &ann, day_of(1));
            CHECK("one exercise", coach->stop.kind == PS_STOP_NOT);
            felt(day_of(1), session, GLUTE, PS_FELT_NUMB);
        }
        if (i >= 4) {
            ps_voided *voided = &person_tells(&ann, PS_EVENT_voided, day_of(1))->as.voided;
            *voided = (ps_voided){
                {&start, 1},
                "a slip"
            };
        }
        coach = coach_of(&by, &ann, day_of(2));
        CHECK("stopped", coach->stop.kind == PS_STOP_SIGNS && coach->stage == PS_COACH_STOPPED);
        CHECK("on its day", coach->stop.day == day_of(1));
    }
    // of two sessions they are one each
    person_starts(&ann, FIRST_DAY, "");
    felt(day_of(1), "one", KNEE, PS_FELT_SHARP);
    felt(day_of(1), "two", GLUTE, PS_FELT_SHARP);
    CHECK("two sessions", coach_of(&by, &ann, day_of(2))->stop.kind == PS_STOP_NOT);
}

// ---- any day ----

/// Whoever looks on whatever day, also with a wrong clock, gets an answer, and never a session that
/// the same history refuses.
static void every_day_has_an_answer(void)
{
    for (uint64_t seed = 1; seed <= 3; seed++) {
        uint64_t dice = seed;
        person_starts(&ann, FIRST_DAY, "informed_pain_mode=1");
        for (int32_t d = 0; d < 70; d++) {
            const how goes = {
                .form = PS_FORM_OK, .pain = {test_between(&dice, 0, 4), 1}
            };
            if (test_between(&dice, 0, 20) == 0) d += test_between(&dice, 0, 45);
            live(&by, &ann, day_of(d), test_between(&dice, -1, 2), &goes);
        }
        ps_day last = ps_local_day(ann.events[ann.count - 1].at);
        for (ps_day day = FIRST_DAY - 2; day <= last + 45; day++) {
            const ps_coach *coach = coach_of(&by, &ann, day);
            CHECK("the block", coach->block_start <= day && coach->week >= 1);
            CHECK("this week", coach->week_start <= day && day < coach->week_start + PS_WEEK_DAYS);
            CHECK("a plan", coach->plan.made == (coach->stage == PS_COACH_READY));
            CHECK("next", coach->due == PS_NONE || coach->next_session == day);
        }
        RECORD("%d %" PRIx64, ann.count, coach_digest(&by.coach));
    }
    static const ps_day odd[] = {PS_DAY_MIN, 0, PS_DAY_MAX};
    for (int32_t i = 0; i < PS_COUNT(odd); i++) {
        CHECK("odd", coach_of(&by, &ann, odd[i])->block_start <= odd[i]);
    }
}

/// Somebody flew west, or the clock was wrong: the first session is of a day to come.
static void the_first_session_is_of_a_day_to_come(void)
{
    static const int32_t ahead[] = {1, 3, 30, 400};
    for (int32_t i = 0; i < PS_COUNT(ahead); i++) {
        person_starts(&ann, FIRST_DAY, "");
        const ps_coach *coach = coach_of(&by, &ann, FIRST_DAY);
        before = ann;
        person_trains(&ann, day_of(ahead[i]), coach, &fine);
        coach = coach_of(&by, &ann, FIRST_DAY);
        CHECK("goes on", coach->stage == PS_COACH_READY && coach->plan.made);
        CHECK("begins today", coach->block_start == FIRST_DAY && coach->week == 1);
        CHECK("counts", coach->trained == 1);
        CHECK("before it", coach_of(&by, &before, FIRST_DAY)->trained == 0);
        coach = coach_of(&by, &ann, day_of(ahead[i]));
        CHECK("on its day", coach->block_start == day_of(ahead[i]));
    }
}

int main(void)
{
    static const test_case cases[] = {
        {"questions that are due open nothing",   questions_that_are_due_open_nothing  },
        {"what opens it",                         what_opens_it                        },
        {"a round has to be answered",            a_round_has_to_be_answered           },
        {"worse stops",                           worse_stops                          },
        {"it is known when it is known",          it_is_known_when_it_is_known         },
        {"rounds open pain only afterwards",      rounds_open_pain_only_afterwards     },
        {"a flight opens nothing",                a_flight_opens_nothing               },
        {"a feeling counts without its session",  a_feeling_counts_without_its_session },
        {"every day has an answer",               every_day_has_an_answer              },
        {"the first session is of a day to come", the_first_session_is_of_a_day_to_come},
    };
    return test_main(cases, PS_COUNT(cases));
}
