// Every flag by its smallest answers, the seven worked examples, and what numbers, age and weeks
// of pregnancy decide. A row is a fact about a person who is otherwise well.
#include "screen_examples.h"

// ---- every flag ----

static const struct {
    const char *flag;
    const char *said[5]; ///< each alone is enough and each word of it is needed
} smallest[] = {
    {"E_CES",          {"ces_bladder", "ces_bowel", "ces_saddle", "ces_legs"}                     },
    {"E_AAA",
     {"sudden_severe_trunk belly_pulse", "sudden_severe_trunk faint_with_pain",
      "sudden_severe_trunk aneurysm_known"}                                                       },
    {"E_HERNIA",
     {"lump_groin lump_painful", "lump_groin lump_hard", "lump_groin lump_stuck",
      "lump_groin lump_vomit"}                                                                    },
    {"E_TORSION",      {"testis_pain", "testis_swelling"}                                         },
    {"E_PELVIC",
     {"pelvic_sudden could_be_pregnant", "pelvic_sudden has_ovaries", "pelvic_sudden pregnant",
      "pelvic_sudden weeks_pregnant=6"}                                                           },
    {"E_LIMB",         {"leg_cold", "leg_numb_sudden", "leg_paralysed"}                           },
    {"E_PE",           {"chest_pain_now", "breathless_new", "cough_blood", "fainted"}             },
    {"E_TRAUMA",       {"leg_short_turned", "trauma_recent no_weight"}                            },
    {"E_PREG",
     {"pregnant preg_bleed", "weeks_pregnant=1 preg_fluid", "pregnant preg_contractions",
      "pregnant preg_headache", "weeks_pregnant=40 chest_pain_now"}                               },
    {"E_HAEMATOMA",
     {"blood_thinner groin_flank_sudden", "bleeding_disorder bruise_groin_thigh",
      "blood_thinner knee_gives_new", "trauma_recent groin_flank_sudden bruise_groin_thigh",
      "strain_recent groin_flank_sudden knee_gives_new"}                                          },
    {"E_THA_DISLOC",
     {"hip_replaced tha_sudden_pain", "hip_replaced leg_short_turned",
      "weeks_since_tha=400 tha_sudden_pain"}                                                      },
    {"U_INFECT",
     {"deep_pain_new fever", "deep_pain_new night_sweats", "deep_pain_new feel_ill",
      "deep_pain_new pain_straighten diabetes", "deep_pain_new pain_straighten injects_drugs"}    },
    {"U_APPEND",
     {"lower_belly_new nausea", "lower_belly_new fever", "lower_belly_new no_appetite"}           },
    {"U_DVT",
     {"leg_swollen", "leg_warm_red travel_long", "leg_tender weeks_pregnant=9",
      "leg_tender weeks_since_surgery=11", "leg_warm_red csection_12w"}                           },
    {"U_FNSF",
     {"groin_on_load groin_night", "groin_on_load onset=load_jump", "groin_on_load load_jump",
      "groin_on_load low_weight", "groin_on_load steroids_long"}                                  },
    {"U_INSUFF",
     {"groin_standing_no_injury age_years=65", "groin_standing_no_injury osteoporosis",
      "groin_standing_no_injury steroids_long"}                                                   },
    {"U_AVULSION",     {"pop_front lift_lost"}                                                    },
    {"U_NEURO",        {"leg_weak_new", "leg_numb_worse"}                                         },
    {"U_RENAL",        {"flank_groin_pain urine_blood", "flank_groin_pain urine_burn"}            },
    {"U_CHILD",        {"age_years=17 child_limp", "age_years=9 child_pain"}                      },
    {"R_CANCER",       {"pain_new cancer_ever", "pain_new cancer_now", "pain_new weight_loss"}    },
    {"R_NIGHT",        {"pain_constant", "pain_night_fixed"}                                      },
    {"R_IMMUNE",       {"steroids_long", "immune_low", "injects_drugs"}                           },
    {"R_LUMP",         {"lump_groin"}                                                             },
    {"R_AAA",          {"belly_pulse", "aneurysm_known"}                                          },
    {"R_THA",
     {"weeks_since_tha=11", "hip_replaced tha_12w", "hip_replaced tha_precautions",
      "weeks_since_tha=61 tha_precautions"}                                                       },
    {"R_SURG",
     {"surg_hip_12w", "surg_spine_12w", "surg_abdo_12w", "csection_12w", "weeks_since_surgery=11"}},
    {"R_PREG",
     {"pregnant preg_girdle", "weeks_pregnant=12 preg_complication", "pregnant preg_not_cleared",
      "birth_6w", "weeks_since_birth=5"}                                                          },
    {"R_CARDIO",       {"chest_effort", "heart_not_cleared", "bp_uncontrolled", "dizzy_effort"}   },
    {"R_OSTEO",        {"osteoporosis fracture_low new_back_hip"}                                 },
    {"R_LOCK",         {"hip_locks", "hip_gives", "hip_catches"}                                  },
    {"R_AVN",
     {"groin_pain steroids_long", "groin_pain alcohol_heavy", "groin_pain sickle",
      "groin_pain hip_injury_past"}                                                               },
    {"R_SEVERE",       {"pain_worst_24h=8", "cannot_walk"}                                        },
    {"R_AGE70",        {"age_years=80", "age_years=70 not_active"}                                },
    {"R_UNEXPLAINED",
     {"pain_worst_24h=4 hold_s_L=20 hold_s_R=20",
      "pain_worst_24h=5 length_deg_L=-11 length_deg_R=-10 back_flat=1"}                           },
    {"M_AGE",          {"age_years=65", "fear_fall", "fall_year"}                                 },
    {"M_BALANCE",      {"one_leg_unsafe"}                                                         },
    {"M_PREG",         {"pregnant", "weeks_pregnant=1"}                                           },
    {"M_POSTPART",     {"birth_24w", "weeks_since_birth=6", "weeks_since_birth=24"}               },
    {"M_DIASTASIS",    {"doming"}                                                                 },
    {"M_THA_CLEARED",  {"hip_replaced", "weeks_since_tha=0", "weeks_since_tha=61"}                },
    {"M_HTN",          {"bp_treated"}                                                             },
    {"M_EYE",          {"glaucoma", "retina"}                                                     },
    {"M_HERNIA",       {"hernia_known"}                                                           },
    {"M_BELLY",        {"belly_flare"}                                                            },
    {"M_HAMSTRING",    {"hamstring_fresh"}                                                        },
    {"M_KNEEL",        {"kneel_hurts"}                                                            },
    {"M_WRIST",        {"hands_no", "hang_no"}                                                    },
    {"M_LBP_EXT",      {"arch_hurts"}                                                             },
    {"M_LBP_FLEX",     {"bend_hurts"}                                                             },
    {"M_PINCH",        {"pinch_front", "pinch_back"}                                              },
    {"M_ANTICOAG",     {"blood_thinner", "bleeding_disorder"}                                     },
    {"M_CLOT",         {"clot_past"}                                                              },
    {"M_GROIN_VESSEL", {"groin_artery", "groin_catheter", "injection_recent"}                     },
    {"M_OSTEOPOROSIS", {"osteoporosis"}                                                           },
};

/// The outcome that an open flag of this level makes, nothing worse being there.
static ps_screen_outcome least_outcome(ps_level level)
{
    return level == PS_LEVEL_EMERGENCY ? PS_SCREEN_EMERGENCY
           : level == PS_LEVEL_URGENT  ? PS_SCREEN_URGENT
           : level == PS_LEVEL_REFER   ? PS_SCREEN_REFER
                                       : PS_SCREEN_MODIFY;
}

/// Leaves one word out of `said` after the other; none of what remains makes the flag true.
static void every_word_is_needed(const char *said, int32_t flag)
{
    for (const char *at = said; *at; at += strspn(at, " ")) {
        const size_t len = strcspn(at, " ");
        char rest[256];
        snprintf(rest, sizeof rest, "%.*s%s", (int)(at - said), said, at + len);
        const ps_screen_result without = screen_of(rest);
        CHECK(said, without.flags[flag] == PS_NO);
        at += len;
    }
}

static void smallest_answers(void)
{
    CHECK("every flag has its row", PS_COUNT(smallest) == all->flags.count);
    for (int32_t i = 0; i < PS_COUNT(smallest); i++) {
        const int32_t flag = flag_of(smallest[i].flag);
        for (int32_t k = 0; k < 5 && smallest[i].said[k]; k++) {
            const char *said = smallest[i].said[k];
            const ps_screen_result result = screen_of(said);
            CHECK(said, result.flags[flag] == PS_YES);
            CHECK(said, result.outcome >= least_outcome(all->flags.at[flag].level));
            CHECK(said,
                  (result.open >> flag & 1) == (all->flags.at[flag].level != PS_LEVEL_MODIFY));
            every_word_is_needed(said, flag);
            record_result(&result);
        }
    }
}

/// The same answers as not sure.
static void not_sure_is_yes(void)
{
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        ps_profile profile = fine_but("");
        profile.answers[i] = PS_ANSWERED_YES;
        const ps_screen_result yes = screen(&profile);
        profile.answers[i] = PS_ANSWERED_NOT_SURE;
        const ps_screen_result unsure = screen(&profile);
        CHECK(all->screening_items.at[i].id, same_result(&yes, &unsure));
    }
}

static void all_no_is_no(void)
{
    const ps_screen_result result = screen_of("");
    CHECK_SET("all no", "flags", flags_that_are(&result, PS_NO) ^ flags_that_are(&result, PS_YES),
              "E_CES E_AAA E_HERNIA E_TORSION E_PELVIC E_LIMB E_PE E_TRAUMA E_PREG E_HAEMATOMA "
              "E_THA_DISLOC U_INFECT U_APPEND U_DVT U_FNSF U_INSUFF U_AVULSION U_NEURO U_RENAL "
              "U_CHILD R_CANCER R_NIGHT R_IMMUNE R_LUMP R_AAA R_THA R_SURG R_PREG R_CARDIO "
              "R_OSTEO R_LOCK R_AVN R_SEVERE R_AGE70 R_UNEXPLAINED M_AGE M_BALANCE M_PREG "
              "M_POSTPART M_DIASTASIS M_THA_CLEARED M_HTN M_EYE M_HERNIA M_BELLY M_HAMSTRING "
              "M_KNEEL M_WRIST M_LBP_EXT M_LBP_FLEX M_PINCH M_ANTICOAG M_CLOT M_GROIN_VESSEL "
              "M_OSTEOPOROSIS");
    CHECK_SET("all no", "flags", flags_that_are(&result, PS_YES), "");
    CHECK_TEXT("all no", outcome_word(result.outcome), "NONE");
    CHECK("all no", result.next.kind == PS_QUESTION_NONE && result.codes == 0);
}

static void nothing_said_is_no_no(void)
{
    const ps_profile nothing = {0};
    const ps_screen_result result = screen(&nothing);
    // the tests are missing, so nothing is unexplained; everything else is open
    CHECK_SET("nothing", "flags", flags_that_are(&result, PS_NO), "R_UNEXPLAINED");
    CHECK_SET("nothing", "flags", flags_that_are(&result, PS_YES), "");
    CHECK_TEXT("nothing", outcome_word(result.outcome), "INCOMPLETE");
    CHECK("nothing", result.irritability.level == PS_IRRITABILITY_HIGH);
    CHECK("nothing", !result.irritability.certain && result.hazards == 1);
    CHECK("nothing", result.next.kind == PS_QUESTION_FIELD);
    CHECK_TEXT("nothing", all->intake_fields.at[result.next.index].id, "age_years");

    // what is no number was not told
    ps_profile no_number = fine_but("");
    no_number.values[field_of("age_years")].number = NAN;
    CHECK_TEXT("NaN", outcome_word(screen(&no_number).outcome), "INCOMPLETE");

    // one answer missing: each flag it belongs to is no longer a certain no
    for (int32_t i = 0; i < all->screening_items.count; i++) {
        const char *id = all->screening_items.at[i].id;
        ps_profile profile = fine_but("");
        profile.answers[i] = PS_NOT_ANSWERED;
        const ps_screen_result one = screen(&profile);
        CHECK(id, flags_that_are(&one, PS_YES) == 0);
        const ps_flag_set doubt = flags_that_are(&one, PS_UNDECIDED);
        CHECK(id, (doubt != 0) == (one.outcome == PS_SCREEN_INCOMPLETE));
        CHECK(id, (doubt != 0) == (one.next.kind == PS_QUESTION_ITEM && one.next.index == i));
    }
}

// ---- the worked examples (domain 5.14, examples.json) ----

static void worked_examples(void)
{
    for (int32_t i = 0; i < PS_COUNT(intakes); i++) {
        const char *row = intakes[i].id;
        const ps_profile profile = profile_of(&intakes[i]);
        const ps_screen_result result = screen(&profile);
        CHECK_TEXT(row, outcome_word(result.outcome), intakes[i].outcome);
        CHECK_SET(row, "flags", flags_that_are(&result, PS_YES), intakes[i].flags);
        CHECK_SET(row, "flags", result.open, intakes[i].open);
        CHECK_SET(row, "codes", result.codes, intakes[i].codes);
        CHECK_TEXT(row, ps_irritability_names.names[result.irritability.level],
                   intakes[i].irritability);
        CHECK_TEXT(row, ps_class_names.names[result.class_found.id], intakes[i].class_id);
        CHECK(row, result.gentle_start == intakes[i].gentle_start);
        CHECK(row, result.class_found.weaker_side == intakes[i].weaker);
        record_result(&result);
    }
}

// ---- numbers, age, pregnancy ----

// clang-format off
static const struct {
    const char *said, *outcome, *flags, *codes;
} tables[] = {
    // age: the number decides, not a second answer
    {"age_years=17", "UNDER_18", "", ""},
    {"age_years=17 chest_pain_now", "UNDER_18", "E_PE", "HTN_UNCONTROLLED DVT_RISK"},
    {"age_years=18", "NONE", "", ""},
    {"age_years=64", "NONE", "", ""},
    {"age_years=65", "MODIFY", "M_AGE", "BALANCE"},
    {"age_years=69 not_active", "MODIFY", "M_AGE", "BALANCE"},
    {"age_years=70", "MODIFY", "M_AGE", "BALANCE"},
    {"age_years=70 not_active", "REFER", "R_AGE70 M_AGE", "BALANCE"},
    {"age_years=79", "MODIFY", "M_AGE", "BALANCE"},
    {"age_years=80", "REFER", "R_AGE70 M_AGE", "BALANCE"},
    {"age_years=", "INCOMPLETE", "", ""},
    {"age_years= leg_cold", "EMERGENCY", "E_LIMB", "HIP_SURG_RECENT DVT_RISK VASC_GROIN"},
    {"age_years= pain_constant", "REFER", "R_NIGHT", ""},
    {"age_years= fall_year", "INCOMPLETE", "M_AGE", "BALANCE"},
    // weeks of pregnancy
    {"weeks_pregnant=0", "NONE", "", ""},
    {"weeks_pregnant=1", "MODIFY", "M_PREG", "PREG_ANY ABDO_PRESSURE_ALL"},
    {"weeks_pregnant=19 pregnant", "MODIFY", "M_PREG", "PREG_ANY ABDO_PRESSURE_ALL"},
    {"weeks_pregnant=20", "MODIFY", "M_PREG", "PREG_ANY PREG20_SUPINE ABDO_PRESSURE_ALL"},
    {"weeks_pregnant=27", "MODIFY", "M_PREG", "PREG_ANY PREG20_SUPINE ABDO_PRESSURE_ALL"},
    {"weeks_pregnant=28 pregnant!", "MODIFY", "M_PREG",
     "PREG_ANY PREG20_SUPINE PREG_LATE ABDO_PRESSURE_ALL"},
    {"pregnant", "MODIFY", "M_PREG", "PREG_ANY PREG20_SUPINE PREG_LATE ABDO_PRESSURE_ALL"},
    {"pregnant weeks_pregnant=0", "MODIFY", "M_PREG",
     "PREG_ANY PREG20_SUPINE PREG_LATE ABDO_PRESSURE_ALL"},
    {"pregnant? weeks_pregnant=0", "MODIFY", "M_PREG",
     "PREG_ANY PREG20_SUPINE PREG_LATE ABDO_PRESSURE_ALL"},
    {"pregnant weeks_pregnant=1", "MODIFY", "M_PREG", "PREG_ANY ABDO_PRESSURE_ALL"},
    {"pregnant? weeks_pregnant=8", "MODIFY", "M_PREG", "PREG_ANY ABDO_PRESSURE_ALL"},
    {"pregnant-", "INCOMPLETE", "", ""},
    {"pregnant doming weeks_pregnant=8", "MODIFY", "M_PREG M_DIASTASIS",
     "PREG_ANY DIASTASIS ABDO_PRESSURE_ALL"},
    // birth
    {"weeks_since_birth=5", "REFER", "R_PREG", "DIASTASIS ABDO_PRESSURE_ALL"},
    {"birth_6w", "REFER", "R_PREG", "DIASTASIS ABDO_PRESSURE_ALL"},
    {"weeks_since_birth=6", "MODIFY", "M_POSTPART", "DIASTASIS ABDO_PRESSURE_ALL"},
    {"weeks_since_birth=25", "NONE", "", ""},
    // operations: the kind does not matter for the block, an unknown one counts as any
    {"weeks_since_surgery=12", "NONE", "", ""},
    {"weeks_since_surgery=11 surgery_kind=hip", "REFER", "R_SURG",
     "HIP_SURG_RECENT ABDO_PRESSURE_ALL ABDO_SURG_RECENT DIASTASIS"},
    {"weeks_since_surgery=3 leg_tender", "URGENT", "U_DVT R_SURG",
     "HIP_SURG_RECENT ABDO_PRESSURE_ALL ABDO_SURG_RECENT DIASTASIS DVT_RISK"},
    {"weeks_since_tha=12", "MODIFY", "M_THA_CLEARED", "THA_ANT_EARLY THA_POST_EARLY"},
    {"weeks_since_tha=11 hip_replaced! tha_12w!", "REFER", "R_THA M_THA_CLEARED",
     "THA_EARLY THA_ANT_EARLY THA_POST_EARLY BALANCE"},
    // pain
    {"pain_worst_24h=7", "NONE", "", "IRRITABLE_HIGH"},
    {"pain_worst_24h=8 cannot_walk!", "REFER", "R_SEVERE", "IRRITABLE_HIGH"},
    {"pain_worst_24h=", "INCOMPLETE", "", "IRRITABLE_HIGH"},
    {"pain_rest=", "INCOMPLETE", "", "IRRITABLE_HIGH"},
    {"pain_rest= pain_worst_24h=8", "REFER", "R_SEVERE", "IRRITABLE_HIGH"},
    // how it began answers one item
    {"onset=load_jump load_jump! groin_on_load", "URGENT", "U_FNSF", "BONE_STRESS"},
    {"onset=trauma no_weight", "NONE", "", ""},
    {"onset=gradual groin_on_load", "NONE", "", ""},
    // codes that follow
    {"site=low_back pain_worst_24h=5", "NONE", "", "LBP_IRRITABLE"},
    {"site=low_back,side settle_hours=25", "NONE", "", "LBP_IRRITABLE IRRITABLE_HIGH"},
    {"site=low_back settle_hours=24", "NONE", "", ""},
    {"site=groin pain_worst_24h=5", "NONE", "", ""},
    {"site= pain_worst_24h=5", "NONE", "", "LBP_IRRITABLE"},
    {"aslr_L=2", "NONE", "", "ASLR_CAUTION"},
    {"aslr_L=1 aslr_R=1", "NONE", "", ""},
    {"blood_thinner", "MODIFY", "M_ANTICOAG", "ANTICOAG ABDO_PRESSURE_ALL"},
    {"hang_no", "MODIFY", "M_WRIST", "GRIP_HANG"},
    {"hands_no? ", "MODIFY", "M_WRIST", "WRIST_SHOULDER GRIP_HANG"},
    {"hang_no hands_no-", "MODIFY", "M_WRIST", "WRIST_SHOULDER GRIP_HANG"},
    // the worst level counts
    {"leg_cold fever deep_pain_new pain_constant", "EMERGENCY", "E_LIMB U_INFECT R_NIGHT",
     "HIP_SURG_RECENT ABDO_PRESSURE_ALL DVT_RISK VASC_GROIN"},
    {"glaucoma cough_blood-", "INCOMPLETE", "M_EYE", "EYE_PRESSURE"},
    {"pain_constant cough_blood-", "REFER", "R_NIGHT", ""},
};
// clang-format on

static void rows_of_numbers(void)
{
    for (int32_t i = 0; i < PS_COUNT(tables); i++) {
        const char *row = tables[i].said;
        const ps_screen_result result = screen_of(row);
        CHECK_TEXT(row, outcome_word(result.outcome), tables[i].outcome);
        CHECK_SET(row, "flags", flags_that_are(&result, PS_YES), tables[i].flags);
        CHECK_SET(row, "codes", result.codes, tables[i].codes);
        record_result(&result);
    }
}

TEST_MAIN(TEST_CASE(smallest_answers), TEST_CASE(not_sure_is_yes), TEST_CASE(all_no_is_no),
          TEST_CASE(nothing_said_is_no_no), TEST_CASE(worked_examples), TEST_CASE(rows_of_numbers))
