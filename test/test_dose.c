// Every row is one fact about the text form. What parses must format to its canonical text, and the
// canonical text must read back as the same dose; the laws check that on doses nobody wrote down.
#include "ps/dose.h"

#include "test.h"

enum { GENERATED = 60000, SOUPS = 60000 };

// ---- rows ----

static const char everything[] =
    "3x10-12/side weaker first switch 10s lift 2s lower 3s pause 1s ramp 3s/3s rest 30s load "
    "2.5kg effort 5-6 pain <=3";

/// Canonical texts: they are written as they are read.
static const char *const canonical[] = {
    // work
    "10",
    "1",
    "3x10",
    "3x10-12",
    "1-2x8",
    "30s",
    "2x30s",
    "2x4-6x5-10s",
    "1x6-8x3s",
    "20x100x3600s",
    // what a source does not give
    "?",
    "?x10-12",
    "?x?",
    "?s",
    "?x?s",
    "?x?x5-10s",
    "1x?x5s",
    // cycles
    "(glute 10s)",
    "2-4x(glute 10-15s, push 10-15s, glute 10-15s)",
    "2x(a1 1s, a2 1s, a3 1s, a4 1s, a5 1s, a6 1s)",
    "(fifteen-letters 1s)",
    // sides
    "10/side",
    "2x30s/left",
    "2x30s/right",
    "2x8/alternating",
    "10/side left first",
    "10/side right first",
    "10/side weaker first switch 10s",
    // tempo and ramp
    "10 lift 2s",
    "10 lift 2s lower 3s pause 1s",
    "2x4x5s ramp 3s/3s",
    "2x4x5s ramp 3s/0s",
    "2x(a 5s) ramp 1s/2s",
    // rest, load, effort, pain
    "10 rest 30s",
    "10 load 2.5kg",
    "10 load 2.05kg",
    "10 load 0.01kg",
    "10 load 5lb",
    "10 load 500kg",
    "10 load band 2",
    "10 effort 5-6",
    "10 effort 7",
    "10 effort <=7",
    "10 pain <=3",
    "10 pain <=0",
    // everything at once
    everything,
};

/// Texts that are written differently.
static const struct {
    const char *text, *canonical;
} readable[] = {
    {"2x1x30s",                                  "2x30s"                                   },
    {"1x1x90s",                                  "90s"                                     },
    {"1x10",                                     "10"                                      },
    {"2min",                                     "120s"                                    },
    {"1-2min/side",                              "60-120s/side"                            },
    {"007",                                      "7"                                       },
    {"3x?min",                                   "3x?s"                                    },
    {"1x(glute 10s)",                            "(glute 10s)"                             },
    {"2x( glute 10s ,push ?s )",                 "2x(glute 10s, push ?s)"                  },
    {"?x(a 1min, b-2 2s)/left",                  "?x(a 60s, b-2 2s)/left"                  },
    {"10 /side",                                 "10/side"                                 },
    {"10/side switch 5min",                      "10/side switch 300s"                     },
    {"10 pause 1s lower 3s lift 2s",             "10 lift 2s lower 3s pause 1s"            },
    {"10 tempo 3-2-3-2",                         "1x10x2s lift 3s lower 3s pause 2s"       },
    {"3x10x2s tempo 3-2-3-2",                    "3x10x2s lift 3s lower 3s pause 2s"       },
    {"10 tempo 2-0-2-0",                         "10 lift 2s lower 2s"                     },
    {"10 tempo 0-0-0-0",                         "10"                                      },
    {"2x4x5s ramp 0s/0s",                        "2x4x5s"                                  },
    {"10 rest 2min",                             "10 rest 120s"                            },
    {"10 rest 0s",                               "10"                                      },
    {"10 load 2.50kg",                           "10 load 2.5kg"                           },
    {"10 load none",                             "10"                                      },
    {"10 effort 0-7",                            "10 effort <=7"                           },
    {"10 effort<= 7",                            "10 effort <=7"                           },
    {"  10  rest   30s  ",                       "10 rest 30s"                             },
    {"10 pain <=3 effort 5-6 load 5lb rest 30s", "10 rest 30s load 5lb effort 5-6 pain <=3"},
};

static void check_round_trip(const char *row, const char *want)
{
    ps_dose dose, again;
    char text[PS_DOSE_TEXT];
    ps_error err = {0};
    CHECK_TEXT(row, ps_dose_parse(ps_str_of(row), &dose, &err) == PS_OK ? "" : err.text, "");
    const int32_t len = ps_dose_format(&dose, text, sizeof text);
    CHECK(row, len == (int32_t)strlen(text));
    CHECK_TEXT(row, text, want);
    CHECK(row, ps_dose_parse((ps_str){text, len}, &again, NULL) == PS_OK);
    CHECK(row, ps_dose_same(&dose, &again));
    RECORD("%s\n", text);
}

static void rows_read_and_write(void)
{
    for (int32_t i = 0; i < PS_COUNT(canonical); i++) check_round_trip(canonical[i], canonical[i]);
    for (int32_t i = 0; i < PS_COUNT(readable); i++) {
        check_round_trip(readable[i].text, readable[i].canonical);
    }
}

#define SPELL .sets = {1, 1}, .reps = {1, 1}
#define NO_PAIN .pain_max = PS_NOT_GIVEN

static const struct {
    const char *text;
    ps_dose want;
} fields[] = {
    {"10",                               {.sets = {1, 1}, .reps = {10, 10}, NO_PAIN}                    },
    {"30s",                              {SPELL, .hold_s = {30, 30}, NO_PAIN}                           },
    {"3x30s",                            {.sets = {3, 3}, .reps = {1, 1}, .hold_s = {30, 30}, NO_PAIN}  },
    {"2-3x4-6x5-10s",                    {.sets = {2, 3}, .reps = {4, 6}, .hold_s = {5, 10}, NO_PAIN}   },
    {"?x10-12",                          {.sets = {-1, -1}, .reps = {10, 12}, NO_PAIN}                  },
    {"?x?s",                             {.sets = {-1, -1}, .reps = {1, 1}, .hold_s = {-1, -1}, NO_PAIN}},
    {"1 tempo 3-2-1-4",
     {SPELL, .hold_s = {2, 2}, .lift_s = 3, .lower_s = 1, .pause_s = 4, NO_PAIN}                        },
    {"(a 10-15s, b ?s)",
     {SPELL, .phase_count = 2, .phases = {{"a", {10, 15}}, {"b", {-1, -1}}}, NO_PAIN}                   },
    {"1/side weaker first switch 10s",
     {SPELL, .sides = PS_EACH_SIDE, .order = PS_WEAKER_FIRST, .switch_s = 10, NO_PAIN}                  },
    {"1/right rest 45s ramp 1s/2s",
     {SPELL, .sides = PS_RIGHT_ONLY, .rest_s = 45, .ramp_up_s = 1, .ramp_down_s = 2, NO_PAIN}           },
    {"1 load 2.5kg effort <=7 pain <=3",
     {SPELL, .load = {PS_LOAD_KG, 250}, .effort = {0, 7}, .pain_max = 3}                                },
    {"1 load band 3",                    {SPELL, .load = {PS_LOAD_BAND, 3}, NO_PAIN}                    },
};

static void rows_mean_their_fields(void)
{
    for (int32_t i = 0; i < PS_COUNT(fields); i++) {
        ps_dose dose;
        CHECK(fields[i].text, ps_dose_parse(ps_str_of(fields[i].text), &dose, NULL) == PS_OK);
        CHECK(fields[i].text, ps_dose_same(&dose, &fields[i].want));
    }
}

/// Faults: what is wrong and where. The text says what was wanted.
static const struct {
    const char *text;
    ps_code code;
    int32_t column;
    const char *want; ///< beginning of the error's text
} bad[] = {
    {"",                                           PS_SYNTAX, 1,  "want a number, like 10, 8-12, 30s or ?"                  },
    {"   ",                                        PS_SYNTAX, 4,  "want a number"                                           },
    {"ten",                                        PS_SYNTAX, 1,  "want a number"                                           },
    {"-3",                                         PS_SYNTAX, 1,  "want a number"                                           },
    {"3x",                                         PS_SYNTAX, 3,  "want a number"                                           },
    {"3x10x",                                      PS_SYNTAX, 6,  "want a number"                                           },
    {"3 x 10",                                     PS_SYNTAX, 3,  "want left first, right first"                            },
    {"10-",                                        PS_SYNTAX, 4,  "want a number"                                           },
    {"3x10x5",                                     PS_SYNTAX, 7,  "want 's' or 'min' after the hold, like 3x10x5s"          },
    {"3x10x5sx2",                                  PS_SYNTAX, 7,  "want 's' or 'min'"                                       },
    {"30sx2",                                      PS_SYNTAX, 3,  "want a blank before the next part"                       },
    {"10sets",                                     PS_SYNTAX, 3,  "want a blank before the next part"                       },
    {"10rest 30s",                                 PS_SYNTAX, 3,  "want a blank before the next part"                       },
    {"10 reps",                                    PS_SYNTAX, 4,  "want left first, right first, weaker first, switch, lift"},
    {"10 rset 30s",                                PS_SYNTAX, 4,  "want a clause, perhaps 'rest'"                           },
    {"10 quickly",                                 PS_SYNTAX, 4,  "want left first, right first, weaker first, switch, lift"},
    {"10 30s",                                     PS_SYNTAX, 4,  "want left first"                                         },
    {"\xc3\xa4",                                   PS_SYNTAX, 1,  "want a number"                                           },

    {"0",                                          PS_RANGE,  1,  "want 1..100 repetitions"                                 },
    {"101",                                        PS_RANGE,  1,  "want 1..100 repetitions"                                 },
    {"99999999999999999999",                       PS_RANGE,  1,  "want 1..100 repetitions"                                 },
    {"12-10",                                      PS_RANGE,  1,  "want the smaller number first: 10-12"                    },
    {"21x5",                                       PS_RANGE,  1,  "want 1..20 sets"                                         },
    {"0x5",                                        PS_RANGE,  1,  "want 1..20 sets"                                         },
    {"2x101",                                      PS_RANGE,  3,  "want 1..100 repetitions"                                 },
    {"0s",                                         PS_RANGE,  1,  "want a hold of 1 s or more"                              },
    {"2x8x0min",                                   PS_RANGE,  5,  "want a hold of 1 s or more"                              },
    {"2x8x0-5s",                                   PS_RANGE,  5,  "want 1..3600 s for a hold"                               },
    {"2x8x3601s",                                  PS_RANGE,  5,  "want 1..3600 s for a hold"                               },
    {"61min",                                      PS_RANGE,  1,  "want 1..3600 s for a hold"                               },
    {"2x8x10-5s",                                  PS_RANGE,  5,  "want the smaller number first: 5-10"                     },

    {"3x10x(a 1s)",                                PS_SYNTAX, 6,  "want a number"                                           },
    {"2x()",                                       PS_SYNTAX, 4,  "want a phase, like push 10-15s"                          },
    {"2x(glute 10s",                               PS_SYNTAX, 13, "want ',' or ')' after a phase"                           },
    {"2x(glute 10s,)",                             PS_SYNTAX, 14, "want a phase"                                            },
    {"2x(glute)",                                  PS_SYNTAX, 9,  "want seconds after 'glute', like 10-15s"                 },
    {"2x(glute 10)",                               PS_SYNTAX, 12, "want seconds after 'glute'"                              },
    {"2x(glute 10-)",                              PS_SYNTAX, 13, "want seconds after 'glute'"                              },
    {"2x(glute 0s)",                               PS_RANGE,  4,  "want 1..3600 s for a phase"                              },
    {"2x(a 5s, b 9-3s)",                           PS_RANGE,  10, "want the smaller number first: 3-9"                      },
    {"2x(Glute 5s)",                               PS_RANGE,  4,  "want a phase name of 1..15 of a-z, 0-9 and '-'"          },
    {"2x(sixteen-letters1 5s)",                    PS_RANGE,  4,  "want a phase name of at most 15 letters"                 },
    {"(a 1s, a 1s, a 1s, a 1s, a 1s, a 1s, a 1s)", PS_RANGE,  38, "want at most 6 phases"                                   },
    {"2x(a 5s) lift 2s",                           PS_RANGE,  15, "want no repetitions, hold or tempo beside phases"        },

    {"10/",                                        PS_SYNTAX, 3,  "want /side, /left, /right or /alternating"               },
    {"10/sides",                                   PS_SYNTAX, 3,  "want /side, /left, /right or /alternating"               },
    {"10 / side",                                  PS_SYNTAX, 4,  "want /side, /left, /right or /alternating"               },
    {"10/side/left",                               PS_SYNTAX, 8,  "want a blank before the next part"                       },
    {"10/side /left",                              PS_SYNTAX, 9,  "want the side once and right after the work"             },
    {"10 rest 5s /side",                           PS_SYNTAX, 12, "want the side once and right after the work"             },
    {"10 left first",                              PS_RANGE,  9,  "want '/side' when one side goes first"                   },
    {"10/left weaker first",                       PS_RANGE,  16, "want '/side' when one side goes first"                   },
    {"10/side left",                               PS_SYNTAX, 13, "want 'first' after 'left'"                               },
    {"10/side left first right first",             PS_SYNTAX, 20, "want 'right' only once"                                  },
    {"10/alternating switch 5s",                   PS_RANGE,  23, "want '/side' when there is a switch"                     },
    {"10/side switch 301s",                        PS_RANGE,  16, "want 0..300 s for the switch"                            },

    {"10 lower 2s",                                PS_RANGE,  10, "want a lift of 1 s or more with 'lower'"                 },
    {"10 lift 0s pause 2s",                        PS_RANGE,  18, "want a lift of 1 s or more with 'pause'"                 },
    {"10 lift 61s",                                PS_RANGE,  9,  "want 0..60 s for the lift"                               },
    {"10 lift 2",                                  PS_SYNTAX, 9,  "want seconds after 'lift', like 30s"                     },
    {"10 tempo 3-2-3",                             PS_SYNTAX, 15, "want lift-hold-lower-pause, like tempo 3-2-3-0"          },
    {"10 tempo 3 2 3 0",                           PS_SYNTAX, 11, "want lift-hold-lower-pause"                              },
    {"10 tempo",                                   PS_SYNTAX, 9,  "want lift-hold-lower-pause"                              },
    {"10 tempo 3-2-99-0",                          PS_RANGE,  14, "want 0..60 s for the lowering"                           },
    {"10 tempo 3-9999-3-0",                        PS_RANGE,  12, "want 1..3600 s for a hold"                               },
    {"10 tempo 0-2-3-0",                           PS_RANGE,  14, "want a lift of 1 s or more with 'lower'"                 },
    {"2x8x5s tempo 3-2-3-0",                       PS_RANGE,  16, "want the same hold here as in the work"                  },
    {"2x8x?s tempo 3-2-3-0",                       PS_RANGE,  16, "want the same hold here as in the work"                  },
    {"2x(a 5s) tempo 3-5-3-0",                     PS_RANGE,  16, "want no repetitions, hold or tempo"                      },
    {"10 lift 2s tempo 3-2-3-0",                   PS_SYNTAX, 12, "want 'tempo' only once"                                  },
    {"10 pause 2s tempo 3-2-3-0",                  PS_SYNTAX, 25, "want the tempo only once"                                },
    {"10 tempo 3-2-3-0 pause 2s",                  PS_SYNTAX, 18, "want 'pause' only once"                                  },
    {"10 ramp 3s",                                 PS_SYNTAX, 11, "want seconds up and down after 'ramp', like 3s/3s"       },
    {"10 ramp 3/3",                                PS_SYNTAX, 9,  "want seconds up and down after 'ramp'"                   },
    {"10 ramp 3s/3",                               PS_SYNTAX, 12, "want seconds after '/', like 3s/3s"                      },
    {"10 ramp 3s/61s",                             PS_RANGE,  12, "want 0..60 s for the ramp down"                          },
    {"10 ramp 61s/3s",                             PS_RANGE,  9,  "want 0..60 s for the ramp up"                            },

    {"10 rest",                                    PS_SYNTAX, 8,  "want seconds after 'rest', like 30s"                     },
    {"10 rest 30",                                 PS_SYNTAX, 9,  "want seconds after 'rest', like 30s"                     },
    {"10 rest 30sec",                              PS_SYNTAX, 9,  "want seconds after 'rest', like 30s"                     },
    {"10 rest ?s",                                 PS_SYNTAX, 9,  "want seconds after 'rest', like 30s"                     },
    {"10 rest 901s",                               PS_RANGE,  9,  "want 0..900 s for the rest"                              },
    {"10 rest 30s rest 30s",                       PS_SYNTAX, 13, "want 'rest' only once"                                   },
    {"10 load",                                    PS_SYNTAX, 8,  "want a load, like 2.5kg, 5lb, band 2 or none"            },
    {"10 load 2.5",                                PS_SYNTAX, 12, "want 'kg' or 'lb' right after the number, like 2.5kg"    },
    {"10 load 2,5kg",                              PS_SYNTAX, 10, "want 'kg' or 'lb' right after the number"                },
    {"10 load 2.kg",                               PS_SYNTAX, 11, "want one or two decimals, like 2.5kg"                    },
    {"10 load 2.125kg",                            PS_SYNTAX, 11, "want one or two decimals, like 2.5kg"                    },
    {"10 load band",                               PS_SYNTAX, 13, "want a number after 'band', like band 2"                 },
    {"10 load 0kg",                                PS_RANGE,  9,  "want a load of 0.01..500"                                },
    {"10 load 500.01kg",                           PS_RANGE,  9,  "want a load of 0.01..500"                                },
    {"10 load 99999999999lb",                      PS_RANGE,  9,  "want a load of 0.01..500"                                },
    {"10 load band 10",                            PS_RANGE,  9,  "want band 1..9"                                          },
    {"10 load band 0",                             PS_RANGE,  9,  "want band 1..9"                                          },
    {"10 effort",                                  PS_SYNTAX, 10, "want numbers after 'effort', like 5-6 or <=7"            },
    {"10 effort <7",                               PS_SYNTAX, 11, "want numbers after 'effort', like 5-6 or <=7"            },
    {"10 effort 5-",                               PS_SYNTAX, 13, "want numbers after 'effort'"                             },
    {"10 effort 11",                               PS_RANGE,  11, "want 0..10 for the effort"                               },
    {"10 effort 7-5",                              PS_RANGE,  11, "want the smaller number first: 5-7"                      },
    {"10 effort 0",                                PS_RANGE,  11, "want an effort above 0"                                  },
    {"10 effort <=0",                              PS_RANGE,  11, "want an effort above 0"                                  },
    {"10 pain 3",                                  PS_SYNTAX, 9,  "want a ceiling after 'pain', like <=3"                   },
    {"10 pain <=",                                 PS_SYNTAX, 11, "want a ceiling after 'pain', like <=3"                   },
    {"10 pain <=11",                               PS_RANGE,  9,  "want 0..10 for the pain"                                 },
 // found by the fuzzer
};

static void rows_fail_where_they_should(void)
{
    for (int32_t i = 0; i < PS_COUNT(bad); i++) {
        const char *row = bad[i].text;
        const ps_dose before = ps_dose_defaults();
        ps_dose dose = before;
        ps_error err = {0};
        CHECK(row, ps_dose_parse(ps_str_of(row), &dose, &err) == bad[i].code);
        CHECK(row, err.code == bad[i].code && err.at.line == 1);
        CHECK(row, err.at.column == bad[i].column);
        CHECK(row, ps_dose_same(&dose, &before));
        CHECK(row, ps_dose_parse(ps_str_of(row), &dose, NULL) == bad[i].code);
        if (strncmp(err.text, bad[i].want, strlen(bad[i].want)) != 0) {
            CHECK_TEXT(row, err.text, bad[i].want);
        }
        RECORD("%s: %d %d %s\n", row, (int)err.code, err.at.column, err.text);
    }
}

static void bytes_after_the_text_are_not_read(void)
{
    ps_dose dose;
    CHECK("3x10", ps_dose_parse((ps_str){"3x10-12", 4}, &dose, NULL) == PS_OK);
    CHECK("3x10", dose.reps.low == 10 && dose.reps.high == 10);
    CHECK("3x10-", ps_dose_parse((ps_str){"3x10-12", 5}, &dose, NULL) == PS_SYNTAX);
    CHECK("NULL", ps_dose_parse((ps_str){NULL, 0}, &dose, NULL) == PS_SYNTAX);
}

// ---- loads ----

static const struct {
    const char *text, *canonical;
    ps_code code;
    int32_t column;
} loads[] = {
    {"2.5kg",    "2.5kg",  PS_OK,     0},
    {" 5lb ",    "5lb",    PS_OK,     0},
    {"band 9",   "band 9", PS_OK,     0},
    {"none",     "none",   PS_OK,     0},
    {"12.25kg",  NULL,     PS_OK,     0},
    {"0.5lb",    NULL,     PS_OK,     0},
    {"",         NULL,     PS_SYNTAX, 1},
    {"heavy",    NULL,     PS_SYNTAX, 1},
    {"band",     NULL,     PS_SYNTAX, 5},
    {"nonesuch", NULL,     PS_SYNTAX, 5},
    {"5 kg",     NULL,     PS_SYNTAX, 2},
    {"5kg 3",    NULL,     PS_SYNTAX, 5},
    {" 501kg",   NULL,     PS_RANGE,  2},
    {"0kg",      NULL,     PS_RANGE,  1},
};

static void loads_read_and_write(void)
{
    for (int32_t i = 0; i < PS_COUNT(loads); i++) {
        const char *row = loads[i].text;
        ps_load load = {0};
        ps_error err = {0};
        char text[PS_LOAD_TEXT];
        CHECK(row, ps_load_parse(ps_str_of(row), &load, &err) == loads[i].code);
        CHECK(row, err.at.column == loads[i].column);
        RECORD("%s: %d %d\n", row, (int)err.code, err.at.column);
        if (loads[i].code != PS_OK) continue;
        CHECK(row, ps_load_format(&load, text, sizeof text) == (int32_t)strlen(text));
        CHECK_TEXT(row, text, loads[i].canonical ? loads[i].canonical : row);
    }
}

static void every_load_reads_back(void)
{
    char text[PS_LOAD_TEXT];
    for (int32_t amount = 1; amount <= PS_LOAD_MAX; amount++) {
        const ps_load load = {amount % 2 ? PS_LOAD_KG : PS_LOAD_LB, amount};
        ps_load again = {0};
        const int32_t len = ps_load_format(&load, text, sizeof text);
        CHECK(text, ps_load_parse((ps_str){text, len}, &again, NULL) == PS_OK);
        CHECK(text, again.unit == load.unit && again.amount == load.amount);
    }
}

// ---- checks ----

#define CYCLE(...) SPELL, .phase_count = 1, .phases = __VA_ARGS__

static const struct {
    const char *name, *want;
    ps_dose dose;
} faults[] = {
    {"zeros",            "want 1..20 sets",                  {.sets = {0, 0}}                          },
    {"no repetitions",   "want 1..100 repetitions",          {.sets = {1, 1}}                          },
    {"half given",       "want 1..20 sets",                  {.sets = {-1, 3}, .reps = {1, 1}}         },
    {"sides",            "want 0..4 for the sides",          {SPELL, .sides = (ps_sides)9}             },
    {"order",            "want 0..3 for the side that",      {SPELL, .order = (ps_side_order)4}        },
    {"order alone",      "want '/side' when one",            {SPELL, .order = PS_LEFT_FIRST}           },
    {"rest",             "want 0..900 s for the rest",       {SPELL, .rest_s = -1}                     },
    {"pain",             "want 0..10 for the pain",          {SPELL, .pain_max = -2}                   },
    {"effort",           "want 0..10 for the effort",        {SPELL, .effort = {-1, 3}}                },
    {"amount alone",     "want no amount",                   {SPELL, .load = {PS_NO_LOAD, 1}}          },
    {"unit",             "want kg, lb, band or none",        {SPELL, .load = {(ps_load_unit)7, 1}}     },
    {"phases",           "want at most 6 phases",            {SPELL, .phase_count = 7}                 },
    {"minus phases",     "want at most 6 phases",            {SPELL, .phase_count = -1}                },
    {"no name",          "want a phase name",                {CYCLE({{"", {1, 1}}})}                   },
    {"no NUL",           "want a phase name",                {CYCLE({{"abcdefghijklmnop", {1, 1}}})}   },
    {"after the NUL",    "want a phase name",                {CYCLE({{{'a', 0, 'b'}, {1, 1}}})}        },
    {"digit first",      "want a phase name",                {CYCLE({{"1a", {1, 1}}})}                 },
    {"no seconds",       "want 1..3600 s for a phase",       {CYCLE({{"a", {0, 0}}})}                  },
    {"left-over name",   "want nothing in the phases after", {CYCLE({{"a", {1, 1}}, {"b", {0, 0}}})}   },
    {"left-over time",   "want nothing in the phases after", {CYCLE({{"a", {1, 1}}, {"", {1, 1}}})}    },
    {"cycle of holds",   "want no repetitions, hold",        {CYCLE({{"a", {1, 1}}}), .hold_s = {1, 1}}},
    {"cycle with tempo", "want no repetitions, hold",        {CYCLE({{"a", {1, 1}}}), .lift_s = 1}     },
};

static void checks_name_the_fault(void)
{
    const ps_dose fine = ps_dose_defaults();
    CHECK("defaults", ps_dose_check(&fine, NULL) == PS_OK);
    for (int32_t i = 0; i < PS_COUNT(faults); i++) {
        ps_error err = {0};
        CHECK(faults[i].name, ps_dose_check(&faults[i].dose, &err) == PS_RANGE);
        CHECK(faults[i].name, err.at.line == 0 && err.at.column == 0);
        if (strncmp(err.text, faults[i].want, strlen(faults[i].want)) != 0) {
            CHECK_TEXT(faults[i].name, err.text, faults[i].want);
        }
    }
}

static const struct {
    const char *text;
    ps_code code;
    const char *want;
} asked[] = {
    {"2x8-10/side",    PS_OK,      ""                                        },
    {"2x(a 5s, b 6s)", PS_OK,      ""                                        },
    {"?x8",            PS_MISSING, "want the number of sets: it is not given"},
    {"2x?",            PS_MISSING, "want the number of repetitions"          },
    {"2x?s",           PS_MISSING, "want the time of the hold"               },
    {"2x(a 5s, b ?s)", PS_MISSING, "want the time of phase 'b'"              },
};

static void asked_doses_give_every_number(void)
{
    for (int32_t i = 0; i < PS_COUNT(asked); i++) {
        ps_dose dose;
        ps_error err = {0};
        CHECK(asked[i].text, ps_dose_parse(ps_str_of(asked[i].text), &dose, NULL) == PS_OK);
        CHECK(asked[i].text, ps_dose_check_asked(&dose, &err) == asked[i].code);
        CHECK(asked[i].text, strncmp(err.text, asked[i].want, strlen(asked[i].want)) == 0);
    }
    const ps_dose zeros = {0};
    CHECK("zeros", ps_dose_check_asked(&zeros, NULL) == PS_RANGE);
}

static void notations_are_the_functions(void)
{
    char text[PS_NOTATION_TEXT];
    ps_dose dose;
    ps_load load;
    const ps_notation *of_dose = &ps_dose_notation, *of_load = &ps_load_notation;
    CHECK("dose", of_dose->size == sizeof dose && of_load->size == sizeof load);
    CHECK("dose", of_dose->parse(ps_str_of(of_dose->example), NULL, NULL, &dose, NULL) == PS_OK);
    of_dose->format(&dose, NULL, text, sizeof text);
    CHECK_TEXT("dose", text, of_dose->example);
    CHECK("load", of_load->parse(ps_str_of(of_load->example), NULL, NULL, &load, NULL) == PS_OK);
    of_load->format(&load, NULL, text, sizeof text);
    CHECK_TEXT("load", text, of_load->example);
    CHECK_TEXT("names", ps_sides_names.names[PS_ALTERNATING], "alternating");
    CHECK_TEXT("names", ps_side_order_names.names[PS_WEAKER_FIRST], "weaker first");
    CHECK_TEXT("names", ps_load_unit_names.names[PS_LOAD_BAND], "band");
}

// ---- laws ----

static bool chance(uint64_t *seed, int32_t of) { return test_between(seed, 1, of) == 1; }

static ps_range some_range(uint64_t *seed, int32_t max)
{
    if (chance(seed, 6)) return (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN};
    if (chance(seed, 5)) return (ps_range){max, max};
    const int32_t low = chance(seed, 3) ? 1 : test_between(seed, 1, max);
    return (ps_range){low, chance(seed, 2) ? low : test_between(seed, low, max)};
}

static int32_t some(uint64_t *seed, int32_t max)
{
    return chance(seed, 2) ? 0 : chance(seed, 4) ? max : test_between(seed, 0, max);
}

static void some_phases(uint64_t *seed, ps_dose *dose)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    dose->phase_count = test_between(seed, 1, PS_PHASES_MAX);
    dose->reps = (ps_range){1, 1};
    for (int32_t i = 0; i < dose->phase_count; i++) {
        const int32_t len = test_between(seed, 1, PS_PHASE_NAME - 1);
        for (int32_t j = 0; j < len; j++) {
            dose->phases[i].name[j] = letters[test_between(seed, 0, j == 0 ? 25 : 36)];
        }
        dose->phases[i].seconds = some_range(seed, PS_SECONDS_MAX);
    }
}

static ps_load some_load(uint64_t *seed)
{
    const ps_load_unit unit = (ps_load_unit)test_between(seed, PS_NO_LOAD, PS_LOAD_BAND);
    const int32_t max = unit == PS_NO_LOAD ? 0 : unit == PS_LOAD_BAND ? PS_BAND_MAX : PS_LOAD_MAX;
    return (ps_load){unit, unit == PS_NO_LOAD ? 0 : test_between(seed, 1, max)};
}

static ps_dose some_dose(uint64_t *seed)
{
    ps_dose dose = {.sets = some_range(seed, PS_SETS_MAX)};
    const bool cycle = chance(seed, 4);
    if (cycle) {
        some_phases(seed, &dose);
    } else {
        dose.reps = chance(seed, 4) ? (ps_range){1, 1} : some_range(seed, PS_REPS_MAX);
        if (chance(seed, 2)) dose.hold_s = some_range(seed, PS_SECONDS_MAX);
        dose.lift_s = some(seed, 60);
    }
    if (dose.lift_s > 0) {
        dose.lower_s = some(seed, 60);
        dose.pause_s = some(seed, 60);
    }
    dose.ramp_up_s = some(seed, 60);
    dose.ramp_down_s = some(seed, 60);
    dose.sides = (ps_sides)test_between(seed, PS_BOTH_TOGETHER, PS_ALTERNATING);
    if (dose.sides == PS_EACH_SIDE) {
        dose.order = (ps_side_order)test_between(seed, PS_ANY_FIRST, PS_WEAKER_FIRST);
        dose.switch_s = some(seed, 300);
    }
    dose.rest_s = some(seed, 900);
    dose.load = some_load(seed);
    if (chance(seed, 2)) {
        dose.effort.high = test_between(seed, 1, 10);
        dose.effort.low = test_between(seed, 0, dose.effort.high);
    }
    dose.pain_max = test_between(seed, PS_NOT_GIVEN, 10);
    return dose;
}

/// Marks every byte in which two doses differ.
static void mark_differences(const ps_dose *a, const ps_dose *b, bool seen[sizeof(ps_dose)])
{
    for (size_t i = 0; i < sizeof *a; i++) {
        if (((const char *)a)[i] != ((const char *)b)[i]) seen[i] = true;
    }
}

static void every_dose_reads_back(void)
{
    uint64_t seed = 1;
    int32_t longest = 0;
    ps_dose last = ps_dose_defaults();
    bool seen[sizeof(ps_dose)] = {false};
    for (int32_t i = 0; i < GENERATED; i++) {
        const ps_dose dose = some_dose(&seed);
        char text[PS_DOSE_TEXT], twice[PS_DOSE_TEXT];
        ps_dose again = ps_dose_defaults();
        ps_error err = {0};
        CHECK_TEXT("check", ps_dose_check(&dose, &err) == PS_OK ? "" : err.text, "");
        const int32_t len = ps_dose_format(&dose, text, sizeof text);
        CHECK(text, len == (int32_t)strlen(text));
        CHECK_TEXT(text, ps_dose_parse((ps_str){text, len}, &again, &err) == PS_OK ? "" : err.text,
                   "");
        CHECK(text, ps_dose_same(&dose, &again));
        ps_dose_format(&again, twice, sizeof twice);
        CHECK_TEXT(text, twice, text);
        CHECK(text, ps_dose_same(&dose, &last) == (memcmp(&dose, &last, sizeof dose) == 0));
        mark_differences(&dose, &last, seen);
        last = dose;
        longest = len > longest ? len : longest;
        RECORD("%s\n", text);
    }
    // the generator reached every field: the low byte of every number, every letter but the NUL
    int32_t reached = 0;
    for (size_t i = 0; i < sizeof seen; i++) reached += seen[i];
    CHECK("reached", reached >= 150 && seen[offsetof(ps_dose, pain_max)]);
    CHECK("longest", longest > 200);
}

/// A byte of a dose is part of its value: there is no padding, and nothing that `same` overlooks.
static void same_sees_every_byte(void)
{
    const ps_dose dose = ps_dose_defaults();
    for (size_t i = 0; i < sizeof dose; i++) {
        ps_dose other = dose;
        CHECK("equal", ps_dose_same(&dose, &other) && ps_dose_same(&other, &dose));
        ((unsigned char *)&other)[i] ^= 1;
        CHECK("differs", !ps_dose_same(&dose, &other) && !ps_dose_same(&other, &dose));
    }
}

/// Texts of random pieces: whatever parses is valid and has a canonical text that reads back.
static void soups_never_break_the_laws(void)
{
    static const char *const pieces[] = {
        "1",       "3",      "10",      "30",         "100",
        "x",       "x",      "-",       "s",          "s",
        "min",     "?",      "/side",   "/left",      "/alternating",
        " ",       " ",      " ",       " ",          "(",
        ")",       ",",      "glute",   "push",       "rest ",
        "30s",     "10s",    "load ",   "2.5",        "kg",
        "lb",      "band ",  "effort ", "<=",         "7",
        "pain ",   "tempo ", "3-2-3-2", "ramp ",      "3s/3s",
        "lift ",   "lower ", "pause ",  "left first", "weaker first",
        "switch ",
    };
    uint64_t seed = 7;
    int32_t parsed = 0;
    for (int32_t i = 0; i < SOUPS; i++) {
        char text[256] = "10", written[PS_DOSE_TEXT];
        size_t len = chance(&seed, 2) ? 2 : 0;
        const int32_t count = test_between(&seed, 1, 9);
        for (int32_t j = 0; j < count; j++) {
            const char *piece = pieces[test_between(&seed, 0, PS_COUNT(pieces) - 1)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        ps_dose dose, again;
        ps_error err = {0};
        const ps_code code = ps_dose_parse((ps_str){text, (int32_t)len}, &dose, &err);
        text[len] = '\0';
        CHECK(text, code == PS_OK || (err.at.column >= 1 && err.at.column <= (int32_t)len + 1));
        CHECK(text, code == PS_OK || strncmp(err.text, "want ", 5) == 0);
        if (code != PS_OK) continue;
        parsed++;
        CHECK(text, ps_dose_check(&dose, NULL) == PS_OK);
        ps_dose_format(&dose, written, sizeof written);
        CHECK(text, ps_dose_parse(ps_str_of(written), &again, NULL) == PS_OK);
        CHECK(text, ps_dose_same(&dose, &again));
        RECORD("%s\n", written);
    }
    CHECK("enough soups are doses", parsed > SOUPS / 50);
}

TEST_MAIN(TEST_CASE(rows_read_and_write), TEST_CASE(rows_mean_their_fields),
          TEST_CASE(rows_fail_where_they_should), TEST_CASE(bytes_after_the_text_are_not_read),
          TEST_CASE(loads_read_and_write), TEST_CASE(every_load_reads_back),
          TEST_CASE(checks_name_the_fault), TEST_CASE(asked_doses_give_every_number),
          TEST_CASE(notations_are_the_functions), TEST_CASE(every_dose_reads_back),
          TEST_CASE(same_sees_every_byte), TEST_CASE(soups_never_break_the_laws))
