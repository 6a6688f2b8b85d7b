// A beginner who does not exist: an adult with a calm hip who has answered every safety question
// with no, for simulations.
#include "shell/cli/plan_simulate.h"

/// What the beginner tells; a chair, a wall and a bed count as there.
static const struct {
    const char *field, *value;
} told[] = {
    {"age_years",           "40"       },
    {"goal",                "pain"     },
    {"pain_now",            "1"        },
    {"pain_worst_24h",      "2"        },
    {"pain_rest",           "0"        },
    {"pain_ordinary",       "1"        },
    {"settle_hours",        "1"        },
    {"night_wake",          "0"        },
    {"pain_on_rising",      "no"       },
    {"site",                "front_hip"},
    {"side",                "both"     },
    {"onset",               "gradual"  },
    {"sitting_h_per_day",   "6"        },
    {"front_pull",          "no"       },
    {"short_stride",        "no"       },
    {"stairs_hard",         "no"       },
    {"march_tires",         "no"       },
    {"leg_heavy",           "no"       },
    {"days_per_week",       "3"        },
    {"minutes_per_session", "15"       },
    {"skill",               "1"        },
};

typedef struct {
    ps_event *at;
    int32_t count;
    ps_instant now;
} telling;

static ps_event *next_of(telling *to, ps_event_kind kind)
{
    ps_event *event = &to->at[to->count++];
    *event = (ps_event){.person = "nobody",
                        .device = "simulation",
                        .sequence = to->count,
                        .at = to->now,
                        .kind = kind};
    return event;
}

int32_t plan_fresh(cli *c, ps_instant now, const ps_event **events)
{
    const ps_screening_items *items = &c->catalogue->screening_items;
    const int32_t most = 2 + items->count + PS_COUNT(told);
    telling to = {.at = cli_take(c, most, sizeof *to.at), .now = now};
    next_of(&to, PS_EVENT_consent_given)->as.consent_given.version = c->catalogue->consent.version;
    next_of(&to, PS_EVENT_screen_started)->as.screen_started.why = PS_ROUND_FIRST;
    for (int32_t i = 0; i < items->count; i++) {
        next_of(&to, PS_EVENT_screen_answered)->as.screen_answered =
            (ps_screen_answered){items->at[i].id, PS_ANSWER_NO};
    }
    for (int32_t i = 0; i < PS_COUNT(told); i++) {
        next_of(&to, PS_EVENT_intake_given)->as.intake_given =
            (ps_intake_given){told[i].field, told[i].value};
    }
    *events = to.at;
    return to.count;
}
