/// screen_examples.h — the worked examples of the domain (5.14): what each person told, and what
/// the screening makes of it.
#ifndef PS_TEST_SCREEN_EXAMPLES_H
#define PS_TEST_SCREEN_EXAMPLES_H

#include "screen_kit.h"

// aligned, the rows would be wider than the page
// clang-format off
typedef struct {
    const char *id, *said, *cleared; ///< cleared: a flag, a week ago
    const char *outcome, *flags, *open, *codes, *irritability, *class_id;
    bool gentle_start;
    ps_side weaker;
} intake_row;

static const intake_row intakes[] = {
    {"A1",
     "age_years=38 pain_now=1 pain_worst_24h=2 pain_rest=0 pain_ordinary=1 settle_hours=1 "
     "night_wake=0 pain_on_rising=1 site=front_hip side=both onset=gradual sitting_h_per_day=9 "
     "front_pull=1 short_stride=0 stairs_hard=0 march_tires=0 leg_heavy=0 length_deg_L=2 "
     "length_deg_R=-1 back_flat=1 hold_s_L=8 hold_s_R=9 aslr_L=0 aslr_R=0",
     NULL, "NONE", "", "", "", "low", "BOTH", false, PS_SIDE_BOTH},
    {"A5",
     "age_years=38 pain_now=1 pain_worst_24h=2 pain_rest=0 pain_ordinary=1 settle_hours=1 "
     "night_wake=0 pain_on_rising=1 site=front_hip side=both onset=gradual sitting_h_per_day=9 "
     "front_pull=1 length_deg_L=2 length_deg_R=-1 back_flat=1 hold_s_L=8 hold_s_R=9 aslr_L=0 "
     "aslr_R=0 skill=3",
     NULL, "NONE", "", "", "", "low", "BOTH", false, PS_SIDE_BOTH},
    {"B8",
     "age_years=31 pain_now=1 pain_worst_24h=3 pain_rest=0 pain_ordinary=1 settle_hours=1 "
     "night_wake=0 pain_on_rising=0 site=front_hip side=right onset=gradual sitting_h_per_day=6 "
     "length_deg_L=-14 length_deg_R=-14 back_flat=1 hold_s_L=24 hold_s_R=14 aslr_L=0 aslr_R=0",
     NULL, "NONE", "", "", "", "low", "WEAK", false, PS_SIDE_RIGHT},
    {"C1",
     "age_years=72 pain_now=1 pain_worst_24h=2 pain_rest=0 pain_ordinary=1 settle_hours=1 "
     "night_wake=0 site=front_hip side=right onset=gradual weeks_since_tha=61 "
     "sitting_h_per_day=6 stairs_hard=1 hold_s_L=12 hold_s_R=8 aslr_L=0 aslr_R=1 hip_replaced "
     "osteoporosis",
     NULL, "MODIFY", "M_AGE M_THA_CLEARED M_OSTEOPOROSIS", "",
     "THA_ANT_EARLY THA_POST_EARLY BALANCE OSTEOPOROSIS_CAUTION", "low", "WEAK", false,
     PS_SIDE_RIGHT},
    {"D1",
     "age_years=45 pain_now=4 pain_worst_24h=7 pain_rest=3 pain_ordinary=5 settle_hours=30 "
     "night_wake=1 site=front_hip side=both onset=gradual sitting_h_per_day=8 front_pull=1 "
     "kneel_hurts",
     NULL, "MODIFY", "M_KNEEL", "", "IRRITABLE_HIGH KNEE_KNEEL", "high", "IRRITABLE", false,
     PS_SIDE_BOTH},
    {"E0",
     "age_years=52 pain_now=1 pain_worst_24h=5 pain_rest=0 pain_ordinary=1 settle_hours=6 "
     "night_wake=0 site=groin,side side=both onset=gradual sitting_h_per_day=5 deep_pain_new "
     "fever pain_straighten flank_groin_pain pain_new",
     NULL, "URGENT", "U_INFECT", "U_INFECT", "HIP_SURG_RECENT ABDO_PRESSURE_ALL", "mod", "BOTH",
     false, PS_SIDE_BOTH},
    {"F1",
     "age_years=58 pain_now=1 pain_worst_24h=3 pain_rest=0 pain_ordinary=1 settle_hours=1 "
     "night_wake=0 site=front_hip side=left onset=gradual weeks_since_tha=9 sitting_h_per_day=5 "
     "stairs_hard=1 leg_heavy=1 hip_replaced tha_12w",
     "R_THA", "MODIFY", "R_THA M_THA_CLEARED", "",
     "THA_EARLY THA_ANT_EARLY THA_POST_EARLY BALANCE", "low", "BOTH", true, PS_SIDE_BOTH},
};
// clang-format on

static inline ps_profile profile_of(const intake_row *row)
{
    ps_profile profile = fine_but(row->said);
    if (row->cleared) {
        profile.clearings[profile.clearing_count++] =
            (ps_clearing){.flag = flag_of(row->cleared), .day = TODAY - 7};
    }
    return profile;
}

#endif
