// The scripts that have a name.
#include "ps/simulate.h"

// clang-format off
// adherence, pain, morning, effort, form, side, reports
#define ALL_WELL(pain, morning) {100, pain, morning, 6, PS_FORM_OK, PS_SIDE_BOTH, true}
#define FLARE                   {100, 6, 3, 7, PS_FORM_OK, PS_SIDE_LEFT, true}
#define AWAY                    {0, 2, 1, 6, PS_FORM_OK, PS_SIDE_BOTH, true}

const ps_simulate_story ps_simulate_stories[] = {
    {"steady", "Every session, and the pain stays as it is.",
     {.weeks = {ALL_WELL(2, 1)}, .week_count = 1}},
    {"improves", "Every session, and the pain gets less from week to week.",
     {.weeks = {ALL_WELL(3, 1), ALL_WELL(3, 1), ALL_WELL(2, 1), ALL_WELL(1, 0), ALL_WELL(1, 0),
                ALL_WELL(1, 0), ALL_WELL(0, 0)},
      .week_count = 7}},
    {"flares", "All is well for three weeks, then the left side hurts for two, then it calms down.",
     {.weeks = {ALL_WELL(2, 1), ALL_WELL(2, 1), ALL_WELL(2, 1), FLARE, FLARE, ALL_WELL(2, 1)},
      .week_count = 6}},
    {"misses", "Two weeks of training, three weeks away, then training again.",
     {.weeks = {ALL_WELL(2, 1), ALL_WELL(2, 1), AWAY, AWAY, AWAY, ALL_WELL(2, 1)},
      .week_count = 6}},
};
// clang-format on
const int32_t ps_simulate_story_count = PS_COUNT(ps_simulate_stories);
