// The worked examples of the domain (5.14) as typed rows: inputs and complete expected results.
// Each list ends with an empty row.
#ifndef PS_TEST_PLAN_EXAMPLES_H
#define PS_TEST_PLAN_EXAMPLES_H

#include "ps/plan.h"

typedef struct {
    const char *exercise;
    int32_t side; ///< 0 left or both together, 1 right
    ps_stage stage;
    int32_t rung, greens;
    bool mastered;
} state_row;

typedef struct {
    const char *exercise;
    ps_asked asked[2]; ///< [1] all zero: both sides together
    bool shortened;
    int32_t seconds;
    const char *rules, *notes;
} item_row;

typedef struct {
    int32_t day;
    ps_day_kind kind;
    int32_t seconds;
    item_row items[PS_PLAN_ITEMS_MAX + 1];
} day_row;

typedef struct {
    const char *exercise, *why;
} refused_row;

typedef struct {
    const char *id;
    // what is given
    bool may_train;
    const char *codes;
    ps_irritability irritability;
    ps_class person_class;
    bool gentle_start, sides_differ;
    ps_side weaker;
    bool back_sensitive;
    int32_t week, days_per_week, minutes, skill;
    const char *equipment, *position_limits;
    const state_row *state;
    // what is wanted
    int32_t warm_up_s, items_max;
    const day_row *days;
    int32_t halves[PS_PLAN_ROLES]; ///< in the order of ps_role: R X A S L G C
    int32_t stretch_s;
    const char *breathing, *stretch; ///< NULL: none
    int32_t hold_s, sets[PS_WEEK_DAYS];
    const char *closing, *proposals, *notes;
    const refused_row *refused;
} example_row;

// clang-format off
static const day_row days_A1[] = {
    {1, PS_DAY_STRENGTH, 785, {
        {"standing-glute-contraction", {{2, 4, 5, 2}}, false, 118, "must:G B2", ""},
        {"standing-slumpy-psoas", {{2, 4, 5, 2}, {2, 4, 5, 2}}, false, 201, "must:S", ""},
        {"side-lying-hip-ere", {{2, 3, 10, 2}, {2, 3, 10, 2}}, false, 186, "must:L", ""},
        {"alternating-knee-to-chest", {{2, 8, 2, 2}, {2, 8, 2, 2}}, false, 190, "quota:C", ""},
    }},
    {3, PS_DAY_STRENGTH, 720, {
        {"standing-glute-contraction", {{2, 4, 5, 2}}, false, 118, "must:G B2", ""},
        {"standing-slumpy-psoas", {{2, 4, 5, 2}, {2, 4, 5, 2}}, false, 201, "must:S", ""},
        {"side-lying-hip-ere", {{2, 3, 10, 2}, {2, 3, 10, 2}}, false, 186, "must:L", ""},
        {"supported-90-90-curl", {{2, 8, 1, 2}}, false, 125, "quota:C", ""},
    }},
    {5, PS_DAY_STRENGTH, 785, {
        {"standing-glute-contraction", {{2, 4, 5, 2}}, false, 118, "must:G B2", ""},
        {"standing-slumpy-psoas", {{2, 4, 5, 2}, {2, 4, 5, 2}}, false, 201, "must:S", ""},
        {"side-lying-hip-ere", {{2, 3, 10, 2}, {2, 3, 10, 2}}, false, 186, "must:L", ""},
        {"alternating-knee-to-chest", {{2, 8, 2, 2}, {2, 8, 2, 2}}, false, 190, "quota:C", ""},
    }},
    {0, PS_DAY_STRENGTH, 0, {{0}}},
};
// clang-format on

static const refused_row refused_A1[] = {
    {"active-smr-hip-flexor",         "opt-in"           },
    {"add-clam",                      "library"          },
    {"add-glute-bridge",              "proposal"         },
    {"add-prone-glute-squeeze",       "library"          },
    {"add-quadruped-hip-extension",   "library"          },
    {"add-side-bridge",               "library"          },
    {"add-standing-band-hip-flexion", "library"          },
    {"ball-hip-extension",            "week 2"           },
    {"bending-leg-lift",              "needs-signoff"    },
    {"foam-roll-buttocks",            "needs foam-roller"},
    {"foam-roll-low-back",            "opt-in"           },
    {"foam-roll-thighs",              "needs foam-roller"},
    {"front-support-hip-flexion",     "week 3"           },
    {"hanging-knee-raise",            "week 6"           },
    {"psoas-march",                   "week 2"           },
    {"psoas-plank",                   "week 3"           },
    {"seated-leg-lift",               "week 2"           },
    {"standing-slumpy-psoas-loaded",  "week 4"           },
    {"supine-leg-raise",              "week 2"           },
    {NULL,                            NULL               },
};

static const state_row state_A5[] = {
    {"standing-glute-contraction", 0, PS_STAGE_BUILD,  5, 1, false},
    {"standing-slumpy-psoas",      0, PS_STAGE_BUILD,  7, 0, true },
    {"standing-slumpy-psoas",      1, PS_STAGE_BUILD,  7, 0, true },
    {"side-lying-hip-ere",         0, PS_STAGE_BUILD,  6, 0, true },
    {"side-lying-hip-ere",         1, PS_STAGE_BUILD,  6, 0, true },
    {"alternating-knee-to-chest",  0, PS_STAGE_BUILD,  3, 0, false},
    {"alternating-knee-to-chest",  1, PS_STAGE_BUILD,  3, 0, false},
    {"supported-90-90-curl",       0, PS_STAGE_BUILD,  2, 0, false},
    {"psoas-plank",                0, PS_STAGE_LEARN,  2, 0, false},
    {"psoas-plank",                1, PS_STAGE_LEARN,  2, 0, false},
    {NULL,                         0, PS_STAGE_LOCKED, 0, 0, false},
};

// clang-format off
static const day_row days_A5[] = {
    {1, PS_DAY_STRENGTH, 890, {
        {"standing-glute-contraction", {{1, 5, 10, 5}}, true, 90, "must:G B2 time", ""},
        {"standing-slumpy-psoas", {{2, 6, 10, 7}, {2, 6, 10, 7}}, true, 409, "must:S time", ""},
        {"side-lying-hip-ere", {{2, 3, 15, 6}, {2, 3, 15, 6}}, true, 246, "must:L time", ""},
        {"supported-90-90-curl", {{1, 8, 1, 2}}, true, 55, "quota:C time", ""},
    }},
    {3, PS_DAY_STRENGTH, 890, {
        {"standing-glute-contraction", {{1, 5, 10, 5}}, true, 90, "must:G B2 time", ""},
        {"standing-slumpy-psoas", {{2, 6, 10, 7}, {2, 6, 10, 7}}, true, 409, "must:S time", ""},
        {"side-lying-hip-ere", {{2, 3, 15, 6}, {2, 3, 15, 6}}, true, 246, "must:L time", ""},
        {"supported-90-90-curl", {{1, 8, 1, 2}}, true, 55, "quota:C time", ""},
    }},
    {5, PS_DAY_STRENGTH, 890, {
        {"standing-glute-contraction", {{1, 5, 10, 5}}, true, 90, "must:G B2 time", ""},
        {"standing-slumpy-psoas", {{2, 6, 10, 7}, {2, 6, 10, 7}}, true, 409, "must:S time", ""},
        {"side-lying-hip-ere", {{2, 3, 15, 6}, {2, 3, 15, 6}}, true, 246, "must:L time", ""},
        {"supported-90-90-curl", {{1, 8, 1, 2}}, true, 55, "quota:C time", ""},
    }},
    {0, PS_DAY_STRENGTH, 0, {{0}}},
};
// clang-format on

static const refused_row refused_A5[] = {
    {"active-smr-hip-flexor",         "opt-in"                        },
    {"add-clam",                      "library"                       },
    {"add-glute-bridge",              "proposal"                      },
    {"add-prone-glute-squeeze",       "library"                       },
    {"add-quadruped-hip-extension",   "library"                       },
    {"add-side-bridge",               "library"                       },
    {"add-standing-band-hip-flexion", "library"                       },
    {"ball-hip-extension",            "needs stability-ball"          },
    {"bending-leg-lift",              "needs-signoff"                 },
    {"foam-roll-buttocks",            "needs foam-roller"             },
    {"foam-roll-low-back",            "opt-in"                        },
    {"foam-roll-thighs",              "needs foam-roller"             },
    {"front-support-hip-flexion",     "needs resistance-band-anchored"},
    {"hanging-knee-raise",            "week 6"                        },
    {"standing-slumpy-psoas-loaded",  "needs dumbbell"                },
    {NULL,                            NULL                            },
};

static const state_row state_B8[] = {
    {"standing-glute-contraction", 0, PS_STAGE_BUILD,  6, 0, true },
    {"march-in-place",             0, PS_STAGE_BUILD,  1, 1, false},
    {"march-in-place",             1, PS_STAGE_BUILD,  1, 1, false},
    {"standing-slumpy-psoas",      0, PS_STAGE_BUILD,  7, 0, true },
    {"standing-slumpy-psoas",      1, PS_STAGE_BUILD,  7, 0, true },
    {"side-lying-hip-ere",         0, PS_STAGE_BUILD,  6, 0, true },
    {"side-lying-hip-ere",         1, PS_STAGE_BUILD,  6, 0, true },
    {"alternating-knee-to-chest",  0, PS_STAGE_BUILD,  2, 1, false},
    {"alternating-knee-to-chest",  1, PS_STAGE_BUILD,  2, 1, false},
    {"seated-march",               0, PS_STAGE_LEARN,  1, 1, false},
    {"seated-march",               1, PS_STAGE_LEARN,  1, 1, false},
    {"psoas-march",                0, PS_STAGE_BUILD,  1, 0, false},
    {"psoas-march",                1, PS_STAGE_BUILD,  1, 0, false},
    {"psoas-plank",                0, PS_STAGE_BUILD,  3, 0, true },
    {"psoas-plank",                1, PS_STAGE_BUILD,  3, 0, true },
    {"supported-90-90-curl",       0, PS_STAGE_BUILD,  2, 0, false},
    {"front-support-hip-flexion",  0, PS_STAGE_LEARN,  1, 1, false},
    {"front-support-hip-flexion",  1, PS_STAGE_LEARN,  1, 1, false},
    {NULL,                         0, PS_STAGE_LOCKED, 0, 0, false},
};

// clang-format off
static const day_row days_B8[] = {
    {1, PS_DAY_STRENGTH, 1305, {
        {"standing-glute-contraction", {{2, 6, 10, 6}}, false, 222, "must:G B2", ""},
        {"front-support-hip-flexion", {{1, 6, 2, 1}, {2, 6, 2, 1}}, false, 183, "quota:S B7", ""},
        {"standing-slumpy-psoas-loaded", {{1, 4, 5, 1}, {1, 4, 5, 1}}, false, 108, "must:S", ""},
        {"side-lying-hip-ere", {{4, 3, 15, 6}, {4, 3, 15, 6}}, false, 482, "quota:G", ""},
        {"alternating-knee-to-chest", {{2, 8, 2, 2}, {2, 8, 2, 2}}, false, 190, "quota:C", ""},
    }},
    {4, PS_DAY_STRENGTH, 1240, {
        {"standing-glute-contraction", {{2, 6, 10, 6}}, false, 222, "must:G B2", ""},
        {"front-support-hip-flexion", {{1, 6, 2, 1}, {2, 6, 2, 1}}, false, 183, "quota:S B7", ""},
        {"standing-slumpy-psoas-loaded", {{1, 4, 5, 1}, {1, 4, 5, 1}}, false, 108, "must:S", ""},
        {"side-lying-hip-ere", {{4, 3, 15, 6}, {4, 3, 15, 6}}, false, 482, "quota:G", ""},
        {"supported-90-90-curl", {{2, 8, 1, 2}}, false, 125, "quota:C", ""},
    }},
    {0, PS_DAY_STRENGTH, 0, {{0}}},
};
// clang-format on

static const refused_row refused_B8[] = {
    {"active-smr-hip-flexor",         "opt-in"              },
    {"add-clam",                      "library"             },
    {"add-glute-bridge",              "proposal"            },
    {"add-prone-glute-squeeze",       "library"             },
    {"add-quadruped-hip-extension",   "library"             },
    {"add-side-bridge",               "library"             },
    {"add-standing-band-hip-flexion", "library"             },
    {"ball-hip-extension",            "needs stability-ball"},
    {"bending-leg-lift",              "needs-signoff"       },
    {"foam-roll-buttocks",            "needs foam-roller"   },
    {"foam-roll-low-back",            "opt-in"              },
    {"foam-roll-thighs",              "needs foam-roller"   },
    {"half-kneel",                    "X01"                 },
    {"hanging-knee-raise",            "needs pull-up-bar"   },
    {"leg-dangle",                    "X01"                 },
    {"low-lunge-psoas-stretch",       "X01"                 },
    {"psoas-plank",                   "graduated"           },
    {"runners-stretch",               "X01"                 },
    {"standing-slumpy-psoas",         "graduated"           },
    {NULL,                            NULL                  },
};

// clang-format off
static const day_row days_C1[] = {
    {1, PS_DAY_STRENGTH, 436, {
        {"standing-glute-contraction", {{2, 4, 5, 2}}, false, 118, "must:G B2 B15", "THA_ANT_EARLY THA_POST_EARLY BALANCE"},
        {"march-in-place", {{2, 10, 0, 2}, {2, 10, 0, 2}}, false, 105, "must:S B15", "THA_POST_EARLY BALANCE"},
        {"seated-march", {{2, 8, 1, 2}, {2, 8, 1, 2}}, false, 153, "quota:S B15", "THA_POST_EARLY"},
    }},
    {3, PS_DAY_STRENGTH, 283, {
        {"standing-glute-contraction", {{2, 4, 5, 2}}, false, 118, "must:G B2 B15", "THA_ANT_EARLY THA_POST_EARLY BALANCE"},
        {"march-in-place", {{2, 10, 0, 2}, {2, 10, 0, 2}}, false, 105, "must:S B15", "THA_POST_EARLY BALANCE"},
    }},
    {5, PS_DAY_STRENGTH, 331, {
        {"standing-glute-contraction", {{2, 4, 5, 2}}, false, 118, "must:G B2 B15", "THA_ANT_EARLY THA_POST_EARLY BALANCE"},
        {"seated-march", {{2, 8, 1, 2}, {2, 8, 1, 2}}, false, 153, "must:S B15", "THA_POST_EARLY"},
    }},
    {6, PS_DAY_LIGHT, 278, {
        {"standing-glute-contraction", {{2, 4, 5, 2}}, false, 118, "must:G B2 B15", "THA_ANT_EARLY THA_POST_EARLY BALANCE"},
        {"supine-breathing-release", {{1, 1, 90, 1}}, false, 100, "must:X B15", "BALANCE"},
    }},
    {0, PS_DAY_STRENGTH, 0, {{0}}},
};
// clang-format on

static const refused_row refused_C1[] = {
    {"active-smr-hip-flexor",         "opt-in"                                          },
    {"add-clam",                      "library"                                         },
    {"add-glute-bridge",              "proposal"                                        },
    {"add-prone-glute-squeeze",       "library"                                         },
    {"add-quadruped-hip-extension",   "library"                                         },
    {"add-side-bridge",               "library"                                         },
    {"add-standing-band-hip-flexion", "library"                                         },
    {"alternating-knee-to-chest",     "code THA_POST_EARLY"                             },
    {"ball-hip-extension",            "code BALANCE,THA_ANT_EARLY"                      },
    {"bending-leg-lift",              "needs-signoff"                                   },
    {"foam-roll-buttocks",            "code OSTEOPOROSIS_CAUTION,THA_POST_EARLY"        },
    {"foam-roll-low-back",            "opt-in"                                          },
    {"foam-roll-thighs",              "code OSTEOPOROSIS_CAUTION"                       },
    {"front-support-hip-flexion",     "code THA_ANT_EARLY,THA_POST_EARLY"               },
    {"half-kneel",                    "code THA_ANT_EARLY"                              },
    {"hanging-knee-raise",            "code BALANCE,OSTEOPOROSIS_CAUTION,THA_POST_EARLY"},
    {"leg-dangle",                    "code THA_ANT_EARLY,THA_POST_EARLY"               },
    {"low-lunge-psoas-stretch",       "code THA_ANT_EARLY"                              },
    {"psoas-march",                   "code THA_POST_EARLY"                             },
    {"psoas-plank",                   "code THA_POST_EARLY"                             },
    {"runners-stretch",               "code BALANCE,THA_ANT_EARLY"                      },
    {"seated-leg-lift",               "code THA_POST_EARLY"                             },
    {"side-lying-hip-ere",            "code THA_ANT_EARLY"                              },
    {"standing-slumpy-psoas",         "code BALANCE,THA_POST_EARLY"                     },
    {"standing-slumpy-psoas-loaded",  "code BALANCE,OSTEOPOROSIS_CAUTION,THA_POST_EARLY"},
    {"supine-leg-raise",              "week 2"                                          },
    {"supported-90-90-curl",          "code OSTEOPOROSIS_CAUTION"                       },
    {NULL,                            NULL                                              },
};

// clang-format off
static const day_row days_D1[] = {
    {1, PS_DAY_EASY, 283, {
        {"supine-breathing-release", {{1, 1, 90, 1}}, false, 100, "must:X", ""},
        {"standing-glute-contraction", {{1, 4, 5, 1}}, false, 54, "must:G B2", ""},
        {"seated-march", {{1, 8, 1, 1}, {1, 8, 1, 1}}, false, 69, "must:A", ""},
    }},
    {3, PS_DAY_EASY, 283, {
        {"supine-breathing-release", {{1, 1, 90, 1}}, false, 100, "must:X", ""},
        {"standing-glute-contraction", {{1, 4, 5, 1}}, false, 54, "must:G B2", ""},
        {"seated-march", {{1, 8, 1, 1}, {1, 8, 1, 1}}, false, 69, "must:A", ""},
    }},
    {5, PS_DAY_EASY, 283, {
        {"supine-breathing-release", {{1, 1, 90, 1}}, false, 100, "must:X", ""},
        {"standing-glute-contraction", {{1, 4, 5, 1}}, false, 54, "must:G B2", ""},
        {"seated-march", {{1, 8, 1, 1}, {1, 8, 1, 1}}, false, 69, "must:A", ""},
    }},
    {6, PS_DAY_EASY, 283, {
        {"supine-breathing-release", {{1, 1, 90, 1}}, false, 100, "must:X", ""},
        {"standing-glute-contraction", {{1, 4, 5, 1}}, false, 54, "must:G B2", ""},
        {"seated-march", {{1, 8, 1, 1}, {1, 8, 1, 1}}, false, 69, "must:A", ""},
    }},
    {0, PS_DAY_STRENGTH, 0, {{0}}},
};
// clang-format on

static const refused_row refused_D1[] = {
    {"active-smr-hip-flexor",         "opt-in"                        },
    {"add-clam",                      "library"                       },
    {"add-glute-bridge",              "proposal"                      },
    {"add-prone-glute-squeeze",       "library"                       },
    {"add-quadruped-hip-extension",   "library"                       },
    {"add-side-bridge",               "library"                       },
    {"add-standing-band-hip-flexion", "library"                       },
    {"alternating-knee-to-chest",     "irritability"                  },
    {"ball-hip-extension",            "irritability"                  },
    {"bending-leg-lift",              "needs-signoff"                 },
    {"foam-roll-buttocks",            "irritability"                  },
    {"foam-roll-low-back",            "opt-in"                        },
    {"foam-roll-thighs",              "irritability"                  },
    {"front-support-hip-flexion",     "code IRRITABLE_HIGH"           },
    {"half-kneel",                    "code IRRITABLE_HIGH,KNEE_KNEEL"},
    {"hanging-knee-raise",            "irritability"                  },
    {"leg-dangle",                    "code IRRITABLE_HIGH"           },
    {"low-lunge-psoas-stretch",       "code IRRITABLE_HIGH,KNEE_KNEEL"},
    {"march-in-place",                "irritability"                  },
    {"psoas-march",                   "irritability"                  },
    {"psoas-plank",                   "irritability"                  },
    {"runners-stretch",               "code IRRITABLE_HIGH"           },
    {"seated-leg-lift",               "irritability"                  },
    {"side-lying-hip-ere",            "code IRRITABLE_HIGH"           },
    {"standing-slumpy-psoas",         "irritability"                  },
    {"standing-slumpy-psoas-loaded",  "code IRRITABLE_HIGH"           },
    {"supine-leg-raise",              "irritability"                  },
    {"supported-90-90-curl",          "irritability"                  },
    {NULL,                            NULL                            },
};

// clang-format off
static const day_row days_F1[] = {
    {1, PS_DAY_STRENGTH, 258, {
        {"standing-glute-contraction", {{1, 4, 5, 1}}, false, 54, "must:G B2 B15", "THA_ANT_EARLY THA_POST_EARLY BALANCE"},
        {"march-in-place", {{1, 10, 0, 1}, {1, 10, 0, 1}}, false, 45, "must:S B15", "THA_POST_EARLY BALANCE"},
        {"seated-march", {{1, 8, 1, 1}, {1, 8, 1, 1}}, false, 69, "quota:S B15", "THA_POST_EARLY"},
    }},
    {3, PS_DAY_STRENGTH, 258, {
        {"standing-glute-contraction", {{1, 4, 5, 1}}, false, 54, "must:G B2 B15", "THA_ANT_EARLY THA_POST_EARLY BALANCE"},
        {"march-in-place", {{1, 10, 0, 1}, {1, 10, 0, 1}}, false, 45, "must:S B15", "THA_POST_EARLY BALANCE"},
        {"seated-march", {{1, 8, 1, 1}, {1, 8, 1, 1}}, false, 69, "quota:S B15", "THA_POST_EARLY"},
    }},
    {5, PS_DAY_STRENGTH, 258, {
        {"standing-glute-contraction", {{1, 4, 5, 1}}, false, 54, "must:G B2 B15", "THA_ANT_EARLY THA_POST_EARLY BALANCE"},
        {"march-in-place", {{1, 10, 0, 1}, {1, 10, 0, 1}}, false, 45, "must:S B15", "THA_POST_EARLY BALANCE"},
        {"seated-march", {{1, 8, 1, 1}, {1, 8, 1, 1}}, false, 69, "quota:S B15", "THA_POST_EARLY"},
    }},
    {0, PS_DAY_STRENGTH, 0, {{0}}},
};
// clang-format on

static const refused_row refused_F1[] = {
    {"active-smr-hip-flexor",         "opt-in"                                     },
    {"add-clam",                      "library"                                    },
    {"add-glute-bridge",              "proposal"                                   },
    {"add-prone-glute-squeeze",       "library"                                    },
    {"add-quadruped-hip-extension",   "library"                                    },
    {"add-side-bridge",               "library"                                    },
    {"add-standing-band-hip-flexion", "library"                                    },
    {"alternating-knee-to-chest",     "code THA_EARLY,THA_POST_EARLY"              },
    {"ball-hip-extension",            "code BALANCE,THA_ANT_EARLY"                 },
    {"bending-leg-lift",              "needs-signoff"                              },
    {"foam-roll-buttocks",            "code THA_EARLY,THA_POST_EARLY"              },
    {"foam-roll-low-back",            "opt-in"                                     },
    {"foam-roll-thighs",              "code THA_EARLY"                             },
    {"front-support-hip-flexion",     "code THA_ANT_EARLY,THA_EARLY,THA_POST_EARLY"},
    {"half-kneel",                    "code THA_ANT_EARLY,THA_EARLY"               },
    {"hanging-knee-raise",            "code BALANCE,THA_EARLY,THA_POST_EARLY"      },
    {"leg-dangle",                    "code THA_ANT_EARLY,THA_EARLY,THA_POST_EARLY"},
    {"low-lunge-psoas-stretch",       "code THA_ANT_EARLY,THA_EARLY"               },
    {"psoas-march",                   "code THA_POST_EARLY"                        },
    {"psoas-plank",                   "code THA_EARLY,THA_POST_EARLY"              },
    {"runners-stretch",               "code BALANCE,THA_ANT_EARLY,THA_EARLY"       },
    {"seated-leg-lift",               "code THA_EARLY,THA_POST_EARLY"              },
    {"side-lying-hip-ere",            "code THA_ANT_EARLY,THA_EARLY"               },
    {"standing-slumpy-psoas",         "code BALANCE,THA_EARLY,THA_POST_EARLY"      },
    {"standing-slumpy-psoas-loaded",  "code BALANCE,THA_EARLY,THA_POST_EARLY"      },
    {"supine-leg-raise",              "code THA_EARLY"                             },
    {"supported-90-90-curl",          "code THA_EARLY"                             },
    {NULL,                            NULL                                         },
};

static const example_row examples[] = {
    {
     .id = "A1",
     .may_train = true,
     .codes = "",
     .irritability = PS_IRRITABILITY_LOW,
     .person_class = PS_CLASS_BOTH,
     .gentle_start = false,
     .sides_differ = false,
     .weaker = PS_SIDE_BOTH,
     .back_sensitive = false,
     .week = 1,
     .days_per_week = 3,
     .minutes = 15,
     .skill = 1,
     .equipment = "wall chair bed",
     .position_limits = "",
     .warm_up_s = 90,
     .items_max = 4,
     .days = days_A1,
     .halves = {0, 0, 12, 18, 16, 18, 12},
     .stretch_s = 0,
     .breathing = "supine-breathing-release",
     .stretch = "leg-dangle",
     .hold_s = 30,
     .sets = {2, 2, 0, 2, 0, 2, 2},
     .closing = "standing-glute-contraction",
     .proposals = "",
     .notes = "",
     .refused = refused_A1,
     },
    {
     .id = "A5",
     .may_train = true,
     .codes = "",
     .irritability = PS_IRRITABILITY_LOW,
     .person_class = PS_CLASS_BOTH,
     .gentle_start = false,
     .sides_differ = false,
     .weaker = PS_SIDE_BOTH,
     .back_sensitive = false,
     .week = 5,
     .days_per_week = 3,
     .minutes = 15,
     .skill = 3,
     .equipment = "wall chair bed",
     .position_limits = "",
     .state = state_A5,
     .warm_up_s = 90,
     .items_max = 4,
     .days = days_A5,
     .halves = {0, 0, 9, 18, 12, 12, 6},
     .stretch_s = 0,
     .breathing = "supine-breathing-release",
     .stretch = "leg-dangle",
     .hold_s = 30,
     .sets = {2, 2, 0, 2, 0, 2, 2},
     .closing = "standing-glute-contraction",
     .proposals = "add-glute-bridge",
     .notes = "full doses would need 26 minutes",
     .refused = refused_A5,
     },
    {
     .id = "B8",
     .may_train = true,
     .codes = "",
     .irritability = PS_IRRITABILITY_LOW,
     .person_class = PS_CLASS_WEAK,
     .gentle_start = false,
     .sides_differ = true,
     .weaker = PS_SIDE_RIGHT,
     .back_sensitive = false,
     .week = 8,
     .days_per_week = 2,
     .minutes = 30,
     .skill = 3,
     .equipment = "wall chair bed dumbbell resistance-band-loop resistance-band-anchored",
     .position_limits = "",
     .state = state_B8,
     .warm_up_s = 120,
     .items_max = 5,
     .days = days_B8,
     .halves = {0, 0, 4, 16, 18, 16, 10},
     .stretch_s = 0,
     .breathing = "supine-breathing-release",
     .proposals = "",
     .notes = "",
     .refused = refused_B8,
     },
    {
     .id = "C1",
     .may_train = true,
     .codes = "THA_ANT_EARLY THA_POST_EARLY BALANCE OSTEOPOROSIS_CAUTION",
     .irritability = PS_IRRITABILITY_LOW,
     .person_class = PS_CLASS_WEAK,
     .gentle_start = false,
     .sides_differ = true,
     .weaker = PS_SIDE_RIGHT,
     .back_sensitive = false,
     .week = 1,
     .days_per_week = 4,
     .minutes = 10,
     .skill = 1,
     .equipment = "wall chair bed",
     .position_limits = "no_kneeling no_floor no_hands no_hanging no_prone no_side_lying",
     .warm_up_s = 60,
     .items_max = 3,
     .days = days_C1,
     .halves = {0, 2, 24, 8, 0, 16, 0},
     .stretch_s = 0,
     .breathing = "supine-breathing-release",
     .proposals = "",
     .notes = "core aim not reached: no core item is allowed",
     .refused = refused_C1,
     },
    {
     .id = "D1",
     .may_train = true,
     .codes = "IRRITABLE_HIGH KNEE_KNEEL",
     .irritability = PS_IRRITABILITY_HIGH,
     .person_class = PS_CLASS_IRRITABLE,
     .gentle_start = false,
     .sides_differ = false,
     .weaker = PS_SIDE_BOTH,
     .back_sensitive = false,
     .week = 1,
     .days_per_week = 4,
     .minutes = 10,
     .skill = 2,
     .equipment = "chair bed",
     .position_limits = "",
     .warm_up_s = 60,
     .items_max = 3,
     .days = days_D1,
     .halves = {0, 8, 12, 4, 0, 8, 0},
     .stretch_s = 0,
     .breathing = "supine-breathing-release",
     .proposals = "",
     .notes = "",
     .refused = refused_D1,
     },
    {
     .id = "E0",
     .may_train = false,
     .codes = "HIP_SURG_RECENT ABDO_PRESSURE_ALL",
     .irritability = PS_IRRITABILITY_MOD,
     .person_class = PS_CLASS_BOTH,
     .gentle_start = false,
     .sides_differ = false,
     .weaker = PS_SIDE_BOTH,
     .back_sensitive = false,
     .week = 1,
     .days_per_week = 3,
     .minutes = 15,
     .skill = 1,
     .equipment = "wall chair bed",
     .position_limits = "",
     },
    {
     .id = "F1",
     .may_train = true,
     .codes = "THA_EARLY THA_ANT_EARLY THA_POST_EARLY BALANCE",
     .irritability = PS_IRRITABILITY_LOW,
     .person_class = PS_CLASS_BOTH,
     .gentle_start = true,
     .sides_differ = false,
     .weaker = PS_SIDE_BOTH,
     .back_sensitive = false,
     .week = 1,
     .days_per_week = 3,
     .minutes = 15,
     .skill = 1,
     .equipment = "wall chair bed",
     .position_limits = "",
     .warm_up_s = 90,
     .items_max = 4,
     .days = days_F1,
     .halves = {0, 0, 15, 6, 0, 6, 0},
     .stretch_s = 0,
     .breathing = "supine-breathing-release",
     .proposals = "",
     .notes = "core aim not reached: no core item is allowed; no L on day 1, 3, 5: no item is "
                 "allowed", .refused = refused_F1,
     },
};

#endif
