// Today's plan: from 50,000 events, cold and remembered; one week of the planner; a generated life
// with its laws, as the property test has them; eight weeks of somebody who does not exist.
#include "bench.h"
#include "ps/simulate.h"
#include "test/coach_people.h"

enum { EVENTS = 50000, LIVES = 200, ROOM = 256 << 20, RUNS = 7 };

static person ann;
static look by;
static char room[ROOM];
static ps_event events[EVENTS];
static ps_simulated simulated;

static void must(bool truth, const char *what)
{
    if (truth) return;
    fprintf(stderr, "bench_coach: %s\n", what);
    exit(1);
}

static ps_instant noon_of(ps_day day)
{
    return (ps_instant){(int64_t)day * DAY_MS + (int64_t)DAY_MS / 2, 0};
}

/// Years of somebody for whom all goes well: as many events as fit; returns the day after them.
static ps_day fill(ps_arena *arena)
{
    const ps_simulate_script *script = &ps_simulate_stories[0].script;
    const ps_day day = FIRST_DAY;
    person_starts(&ann, day, "days_per_week=6 minutes_per_session=45");
    const int32_t told = ann.count;
    must(ps_simulate(all, ann.events, told, noon_of(day), 4, script, arena, &simulated, NULL) ==
             PS_OK,
         "no simulation");
    memcpy(events, ann.events, (size_t)told * sizeof *events);
    for (int32_t count = told; count < EVENTS; count++) {
        // the four weeks again and again, each time four weeks later
        const int32_t at = (count - told) % simulated.event_count;
        const int32_t again = (count - told) / simulated.event_count;
        events[count] = simulated.events[at];
        events[count].sequence = count + 1;
        events[count].at.ms += (int64_t)again * 4 * PS_WEEK_DAYS * DAY_MS;
    }
    return ps_local_day(events[EVENTS - 1].at);
}

/// Sessions have names of their own, however often they come.
static void name_sessions(ps_arena *arena)
{
    const char *now = "";
    for (int32_t i = 0; i < EVENTS; i++) {
        ps_event *event = &events[i];
        if (event->kind == PS_EVENT_session_started) {
            char name[16];
            const int len = snprintf(name, sizeof name, "s%d", i);
            now = ps_arena_text(arena, (ps_str){name, len});
            must(now != NULL, "no room for a name");
            event->as.session_started.session = now;
        }
        if (event->kind == PS_EVENT_set_done) event->as.set_done.session = now;
        if (event->kind == PS_EVENT_session_ended) event->as.session_ended.session = now;
    }
}

static const ps_coach *cold(ps_arena *arena, size_t mark, ps_day today, ps_history *history)
{
    ps_arena_rewind(arena, mark);
    ps_coach *coach = ps_arena_take(arena, 1, sizeof *coach);
    must(coach != NULL, "no room");
    must(ps_history_fold(events, EVENTS, arena, history, NULL) == PS_OK, "no fold");
    must(ps_coach_make(all, history, today, arena, coach, NULL) == PS_OK, "no coach");
    return coach;
}

int main(void)
{
    ps_arena arena = ps_arena_over(room, sizeof room);
    const ps_day today = fill(&arena);
    name_sessions(&arena);
    const size_t mark = arena.used;
    ps_history history = {0};
    const ps_coach *coach = cold(&arena, mark, today, &history);
    fprintf(stderr, "%d sessions, %s\n", history.session_count,
            ps_coach_stage_names.names[coach->stage]);
    const uint64_t digest = coach_digest(coach);
    int64_t sum = 0;

    BENCH("history_fold_50000", RUNS, 1, {
        ps_arena_rewind(&arena, mark);
        must(ps_history_fold(events, EVENTS, &arena, &history, NULL) == PS_OK, "no fold");
        sum += history.session_count;
    });
    BENCH("coach_cold_50000", RUNS, 1, {
        coach = cold(&arena, mark, today, &history);
        sum += coach->entry_count;
    });
    static ps_coach_memo memo;
    memo = (ps_coach_memo){
        .filled = true, .key = {1, today, ps_catalogue_version}
    };
    memo.coach = *coach;
    BENCH("coach_recalled", RUNS, 1000, {
        const ps_memo_key key = {1, today, ps_catalogue_version};
        sum += ps_coach_recall(&memo, &key)->entry_count;
    });

    person_starts(&ann, FIRST_DAY, "days_per_week=6 minutes_per_session=45");
    const ps_plan_input in = coach_of(&by, &ann, FIRST_DAY)->input;
    static ps_plan plan;
    BENCH("plan_week", RUNS, 100, {
        must(ps_plan_make(all, &in, &plan, NULL) == PS_OK, "no plan");
        sum += plan.day_count;
    });

    BENCH("property_life", RUNS, LIVES, {
        fate dice = {.seed = (uint64_t)call};
        const ps_day day = some_life(&ann, &dice, call % 2 == 0);
        law_coach(coach_of(&by, &ann, day));
        sum += ann.count;
    });
    must(test_failed_checks == 0, "a law is broken");

    person_starts(&ann, FIRST_DAY, "");
    BENCH("simulate_8_weeks", RUNS, 1, {
        ps_arena_rewind(&arena, mark);
        must(ps_simulate(all, ann.events, ann.count, noon_of(FIRST_DAY), 8,
                         &ps_simulate_stories[1].script, &arena, &simulated, NULL) == PS_OK,
             "no simulation");
        sum += simulated.event_count;
    });
    fprintf(stderr, "checksum %016llx, %lld\n", (unsigned long long)digest, (long long)sum);
    return 0;
}
