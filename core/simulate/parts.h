/// parts.h — somebody who does not exist, between the files of core/simulate: what is known today
/// and what they have recorded.
#ifndef PS_CORE_SIMULATE_PARTS_H
#define PS_CORE_SIMULATE_PARTS_H

#include "ps/simulate.h"

enum { PS__SESSION_NAME = 32 };

/// What a started session points to.
typedef struct {
    char name[PS__SESSION_NAME];
    ps_prescription items[PS_PLAN_ITEMS_MAX];
} ps__session;

typedef struct {
    const ps_catalogue *catalogue;
    const ps_simulate_script *script;
    ps_simulated *simulated;
    ps_error *err;

    // what is recorded: the events from before, and behind them those of the simulation
    ps_event *events;
    int32_t before, count, room;
    ps__session *sessions; ///< one for every day of the simulation
    int32_t session_count;
    const char *person;
    int64_t sequence; ///< of the next event

    // where the simulation is
    ps_instant now;  ///< of its first event
    ps_day today;    ///< a local day
    int32_t day;     ///< 0..
    int32_t told;    ///< events of today
    int32_t credit;  ///< sessions that adherence still owes [per cent]
    int32_t back_on; ///< the first day after one that was left out; 0: none was
    bool full;       ///< there was no room for an event

    // what is known: valid until the next look
    ps_arena *arena;
    size_t mark; ///< of the arena, for every look anew
    ps_history history;
    ps_coach *coach;
} ps__run;

/// The week of the script that holds on a day of the simulation.
const ps_simulate_week *ps__script_on(const ps__run *of, int32_t day);

// ---- telling.c ----

/// What is reported of the morning after the last session, when somebody asks for it.
void ps__tell_morning(ps__run *of);

/// The worst pain of these days.
void ps__tell_pain(ps__run *of);

/// A round of questions, answered as each was answered last. False: no room to look them up.
bool ps__tell_answers(ps__run *of);

/// The session that is due, all of it.
void ps__tell_session(ps__run *of);

#endif
