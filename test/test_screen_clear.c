// What lifts a block and what stays on after it; what a refused person is shown; which page of the
// ball stays closed; what is asked next.
#include "screen_kit.h"

// ---- clearances and releases ----

typedef struct {
    const char *flag;
    int32_t days_ago;
    enum { CLEARANCE = 0, REVIEW = 1, RELEASE = 2, ENDED = 4 } kind; ///< bits
    const char *released;
} cleared;

// aligned, the rows would be wider than the page
// clang-format off
static const struct {
    const char *row, *said;
    cleared clearings[3];
    const char *outcome, *open, *codes;
    bool gentle;
} clears[] = {
    {"none", "immune_low", {{0}}, "REFER", "R_IMMUNE", "OSTEOPOROSIS_CAUTION ABDO_PRESSURE_ALL",
     false},
    {"the codes stay on", "immune_low", {{"R_IMMUNE", 0, CLEARANCE, ""}}, "MODIFY", "",
     "OSTEOPOROSIS_CAUTION ABDO_PRESSURE_ALL", true},
    {"a review does for a clearance", "immune_low", {{"R_IMMUNE", 30, REVIEW, ""}}, "MODIFY", "",
     "OSTEOPOROSIS_CAUTION ABDO_PRESSURE_ALL", false},
    {"gentle for two weeks", "immune_low", {{"R_IMMUNE", 13, CLEARANCE, ""}}, "MODIFY", "",
     "OSTEOPOROSIS_CAUTION ABDO_PRESSURE_ALL", true},
    {"and no longer", "immune_low", {{"R_IMMUNE", 14, CLEARANCE, ""}}, "MODIFY", "",
     "OSTEOPOROSIS_CAUTION ABDO_PRESSURE_ALL", false},
    {"the last day of 12 weeks", "pain_constant", {{"R_NIGHT", 83, CLEARANCE, ""}}, "MODIFY", "",
     "", false},
    {"after 12 weeks", "pain_constant", {{"R_NIGHT", 84, CLEARANCE, ""}}, "REFER", "R_NIGHT", "",
     false},
    {"a new one counts from its day", "pain_constant",
     {{"R_NIGHT", 84, CLEARANCE, ""}, {"R_NIGHT", 3, CLEARANCE, ""}}, "MODIFY", "", "", true},
    {"dated tomorrow", "pain_constant", {{"R_NIGHT", -1, REVIEW, ""}}, "REFER", "R_NIGHT", "",
     false},
    {"ended by a new yes", "pain_constant", {{"R_NIGHT", 3, ENDED, ""}}, "REFER", "R_NIGHT", "",
     false},
    {"of another flag", "pain_constant", {{"R_LOCK", 3, REVIEW, ""}}, "REFER", "R_NIGHT", "",
     true},
    {"one of two", "pain_constant hip_locks", {{"R_LOCK", 30, CLEARANCE, ""}}, "REFER", "R_NIGHT",
     "HIP_ANT_PINCH", false},
    // EMERGENCY and URGENT want a medical review
    {"a clearance does not do", "leg_swollen", {{"U_DVT", 3, CLEARANCE, ""}}, "URGENT", "U_DVT",
     "DVT_RISK", false},
    {"a review does", "leg_swollen", {{"U_DVT", 3, REVIEW, ""}}, "MODIFY", "", "DVT_RISK", true},
    {"nor after an emergency", "leg_cold", {{"E_LIMB", 3, CLEARANCE, ""}}, "EMERGENCY", "E_LIMB",
     "HIP_SURG_RECENT DVT_RISK VASC_GROIN", false},
    {"a review after it", "leg_cold", {{"E_LIMB", 20, REVIEW, "DVT_RISK"}}, "MODIFY", "",
     "HIP_SURG_RECENT VASC_GROIN", false},
    {"what a clearance of it released", "leg_cold", {{"E_LIMB", 20, CLEARANCE, "DVT_RISK"}},
     "EMERGENCY", "E_LIMB", "HIP_SURG_RECENT DVT_RISK VASC_GROIN", false},
    {"doubt is left", "leg_swollen cough_blood-", {{"U_DVT", 3, REVIEW, ""}}, "INCOMPLETE", "",
     "DVT_RISK", true},
    {"a cleared child", "age_years=17 pain_constant", {{"R_NIGHT", 3, REVIEW, ""}}, "UNDER_18", "",
     "", true},
    // releases
    {"a release lifts no block", "weeks_since_tha=9", {{"R_THA", 3, RELEASE, "THA_EARLY BALANCE"}},
     "REFER", "R_THA", "THA_ANT_EARLY THA_POST_EARLY", false},
    {"by name", "weeks_since_tha=9", {{"R_THA", 20, CLEARANCE, "THA_EARLY THA_ANT_EARLY"}},
     "MODIFY", "", "THA_POST_EARLY BALANCE", false},
    {"it ends with its clearance", "weeks_since_tha=20 tha_precautions",
     {{"R_THA", 84, CLEARANCE, "THA_EARLY THA_ANT_EARLY"}}, "REFER", "R_THA",
     "THA_EARLY THA_ANT_EARLY THA_POST_EARLY BALANCE", false},
    {"a release of its own lasts", "weeks_since_tha=80",
     {{"M_THA_CLEARED", 400, RELEASE, "THA_ANT_EARLY"}}, "MODIFY", "", "THA_POST_EARLY", false},
    {"until it is ended", "weeks_since_tha=80",
     {{"M_THA_CLEARED", 400, RELEASE | ENDED, "THA_ANT_EARLY"}}, "MODIFY", "",
     "THA_ANT_EARLY THA_POST_EARLY", false},
    {"from its day", "weeks_since_tha=80", {{"M_THA_CLEARED", -1, RELEASE, "THA_ANT_EARLY"}},
     "MODIFY", "", "THA_ANT_EARLY THA_POST_EARLY", false},
    {"for the group", "clot_past leg_swollen", {{"U_DVT", 20, REVIEW, "DVT_RISK"}}, "MODIFY", "",
     "", false},
    {"only for the group", "clot_past leg_cold",
     {{"E_LIMB", 20, REVIEW, ""}, {"M_CLOT", 20, RELEASE, "DVT_RISK"}}, "MODIFY", "",
     "HIP_SURG_RECENT DVT_RISK VASC_GROIN", false},
    {"falls", "age_years=81", {{"R_AGE70", 20, CLEARANCE, "BALANCE"}}, "MODIFY", "", "", false},
    {"weak bone", "osteoporosis", {{"R_OSTEO", 20, RELEASE, "OSTEOPOROSIS_CAUTION"}}, "MODIFY", "",
     "", false},
    {"hernia", "hernia_known", {{"R_LUMP", 20, RELEASE, "HERNIA_UNREPAIRED ABDO_PRESSURE_ALL"}},
     "MODIFY", "", "", false},
    {"pregnancy", "weeks_pregnant=30", {{"R_PREG", 20, RELEASE, "PREG_LATE"}}, "MODIFY", "",
     "PREG_ANY PREG20_SUPINE ABDO_PRESSURE_ALL", false},
    {"what is derived cannot be released", "blood_thinner",
     {{"M_ANTICOAG", 20, RELEASE, "ABDO_PRESSURE_ALL"}}, "MODIFY", "",
     "ANTICOAG ABDO_PRESSURE_ALL", false},
    {"a release is no gentle start", "immune_low",
     {{"R_IMMUNE", 20, CLEARANCE, ""}, {"R_IMMUNE", 3, RELEASE, "OSTEOPOROSIS_CAUTION"}}, "MODIFY",
     "", "ABDO_PRESSURE_ALL", false},
    {"gentle though the flag is gone", "weeks_since_tha=13", {{"R_THA", 8, CLEARANCE, ""}},
     "MODIFY", "", "THA_ANT_EARLY THA_POST_EARLY", true},
    {"the tests explain nothing", "pain_worst_24h=5 hold_s_L=25 hold_s_R=25",
     {{"R_UNEXPLAINED", 3, CLEARANCE, ""}}, "MODIFY", "", "", true},
};
// clang-format on

static void add_clearings(ps_profile *profile, const cleared *clearings)
{
    for (int32_t k = 0; k < 3 && clearings[k].flag; k++) {
        profile->clearings[profile->clearing_count++] = (ps_clearing){
            .flag = flag_of(clearings[k].flag),
            .day = TODAY - clearings[k].days_ago,
            .medical_review = clearings[k].kind & REVIEW,
            .release_only = clearings[k].kind & RELEASE,
            .released = set_of("codes", clearings[k].released),
            .ended = clearings[k].kind & ENDED,
        };
    }
}

static void rows_of_clearance(void)
{
    for (int32_t i = 0; i < PS_COUNT(clears); i++) {
        const char *row = clears[i].row;
        ps_profile profile = fine_but(clears[i].said);
        add_clearings(&profile, clears[i].clearings);
        const ps_screen_result result = screen(&profile);
        CHECK_TEXT(row, outcome_word(result.outcome), clears[i].outcome);
        CHECK_SET(row, "flags", result.open, clears[i].open);
        CHECK_SET(row, "codes", result.codes, clears[i].codes);
        CHECK(row, result.gentle_start == clears[i].gentle);
        CHECK(row, !result.gentle_start || result.gentle_until > TODAY);
        record_result(&result);
    }
}

/// Every flag that blocks, one after the other: its clearance opens, and what it sets stays.
static void every_flag_clears(void)
{
    for (int32_t i = 0; i < all->flags.count; i++) {
        const ps_flag *flag = &all->flags.at[i];
        ps_profile profile = fine_but("");
        profile.stood = (ps_flag_set)1 << i;
        const ps_screen_result open = screen(&profile);
        ps_evidence evidence[PS_RULE_NODES_MAX];
        CHECK(flag->id, ps_screen_evidence(all, &profile, i, evidence) == 0);
        profile.clearings[profile.clearing_count++] =
            (ps_clearing){.flag = i, .day = TODAY - 3, .medical_review = true};
        const ps_screen_result done = screen(&profile);
        const bool blocks = flag->level != PS_LEVEL_MODIFY;
        // no later answer undoes a flag that blocks; a MODIFY flag goes with its answer
        CHECK(flag->id, open.open == (blocks ? profile.stood : 0));
        CHECK(flag->id, ps_screen_allows_plan(open.outcome) == !blocks);
        CHECK(flag->id, done.open == 0 && ps_screen_allows_plan(done.outcome));
        CHECK(flag->id, done.cleared == open.open && done.codes == open.codes);
        CHECK(flag->id, done.gentle_start == (blocks && flag->gentle_start));
        CHECK(flag->id, blocks == false || done.stands == profile.stood);
    }
}

// ---- the refusal page ----

// clang-format off
static const struct {
    const char *said, *country, *level, *flags, *number;
    bool call, breathing;
    ps_way_back back;
} pages[] = {
    {"pain_constant leg_swollen leg_cold", "DE", "EMERGENCY", "E_LIMB U_DVT R_NIGHT", "112", true,
     false, PS_BACK_BY_MEDICAL_REVIEW},
    {"leg_swollen", "gb", "URGENT", "U_DVT", "999", true, false, PS_BACK_BY_MEDICAL_REVIEW},
    {"pain_constant", "US", "REFER", "R_NIGHT", "911", false, true, PS_BACK_BY_CLEARANCE},
    {"age_years=12 child_limp", "", "UNDER_18", "U_CHILD", "", true, false, PS_BACK_WHEN_ADULT},
    {"age_years=12", "unknown", "UNDER_18", "", "", false, false, PS_BACK_WHEN_ADULT},
    {"cough_blood-", "XX", "INCOMPLETE", "", "", false, false, PS_BACK_BY_ANSWERS},
    {"kneel_hurts", "JP", "", "", "119", false, false, PS_BACK_BY_ANSWERS},
};
// clang-format on

static void rows_of_pages(void)
{
    for (int32_t i = 0; i < PS_COUNT(pages); i++) {
        const char *row = pages[i].said;
        const ps_screen_result result = screen_of(row);
        ps_refusal_page page;
        ps_screen_refusal(all, &result, ps_str_of(pages[i].country), &page);
        CHECK_TEXT(row, page.level ? ps_level_names.names[page.level->level] : "", pages[i].level);
        CHECK(row, page.call == pages[i].call && page.breathing_open == pages[i].breathing);
        CHECK(row, page.back == pages[i].back && page.number);
        CHECK_TEXT(row, page.number->call.count ? page.number->call.at[0] : "", pages[i].number);
        char text[256] = "";
        for (int32_t k = 0; k < page.flag_count; k++) {
            const ps_flag *flag = &all->flags.at[page.flags[k].flag];
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", k ? " " : "",
                     flag->id);
            CHECK(row, flag->why && flag->action && flag->how_fast);
            CHECK(row,
                  (page.flags[k].back == PS_BACK_BY_CLEARANCE) == (flag->level == PS_LEVEL_REFER));
        }
        CHECK_TEXT(row, text, pages[i].flags);
        RECORD("%s\n", text);
    }
}

// ---- evidence ----

// clang-format off
static const struct {
    const char *said, *flag, *evidence; ///< ~ not sure, # by a number
} evidences[] = {
    {"lump_groin lump_hard? fever", "E_HERNIA", "lump_groin ~lump_hard"},
    {"lump_groin lump_hard?", "R_LUMP", "lump_groin"},
    {"lump_groin", "E_HERNIA", ""},
    {"deep_pain_new fever feel_ill pain_straighten", "U_INFECT",
     "deep_pain_new fever feel_ill"},
    {"deep_pain_new fever pain_straighten diabetes?", "U_INFECT",
     "deep_pain_new fever pain_straighten ~diabetes"},
    {"pain_worst_24h=9", "R_SEVERE", "=pain_worst_24h"},
    {"groin_standing_no_injury age_years=66", "U_INSUFF", "groin_standing_no_injury =age_years"},
    {"groin_on_load onset=load_jump", "U_FNSF", "groin_on_load #load_jump=onset"},
    {"pelvic_sudden weeks_pregnant=9", "E_PELVIC", "pelvic_sudden #pregnant=weeks_pregnant"},
    {"pelvic_sudden pregnant?", "E_PELVIC", "pelvic_sudden ~pregnant"},
    {"leg_tender weeks_since_surgery=2 surgery_kind=spine", "U_DVT",
     "leg_tender #surg_spine_12w=weeks_since_surgery"},
    {"pain_worst_24h=5 hold_s_L=25 hold_s_R=25", "R_UNEXPLAINED", "=pain_worst_24h"},
    {"", "R_UNEXPLAINED", ""},
};
// clang-format on

static void rows_of_evidence(void)
{
    for (int32_t i = 0; i < PS_COUNT(evidences); i++) {
        const ps_profile profile = fine_but(evidences[i].said);
        ps_evidence found[PS_RULE_NODES_MAX];
        char text[256] = "";
        const int32_t count = ps_screen_evidence(all, &profile, flag_of(evidences[i].flag), found);
        for (int32_t k = 0; k < count; k++) {
            static const char *const marks[] = {"", "~", "#", ""};
            const ps_evidence *at = &found[k];
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s%s%s%s", k ? " " : "",
                     marks[at->said],
                     at->item == PS_NONE ? "" : all->screening_items.at[at->item].id,
                     at->field == PS_NONE ? "" : "=",
                     at->field == PS_NONE ? "" : all->intake_fields.at[at->field].id);
        }
        CHECK_TEXT(evidences[i].said, text, evidences[i].evidence);
        RECORD("%s\n", text);
    }
}

// ---- the ball ----

static void the_ball_wants_six_noes(void)
{
    const ps_hazard_check *ball = &all->hazard_checks.at[0];
    CHECK("all no", screen_of("").hazards == 0);
    int32_t items = 0;
    for (int32_t i = 0; i < ball->questions.count; i++) {
        for (int32_t k = 0; k < ball->questions.at[i].items.count; k++) {
            const int32_t item = ball->questions.at[i].items.at[k];
            const char *id = all->screening_items.at[item].id;
            for (int32_t answer = PS_NOT_ANSWERED; answer <= PS_ANSWERED_NOT_SURE; answer++) {
                ps_profile profile = fine_but("");
                profile.answers[item] = (ps_item_answer)answer;
                CHECK(id, screen(&profile).hazards == (answer == PS_ANSWERED_NO ? 0 : 1));
            }
            items++;
        }
    }
    CHECK("fifteen items in six questions", ball->questions.count == 6 && items == 15);
    static const char *const closed[] = {"weeks_pregnant=4", "weeks_since_tha=300",
                                         "weeks_since_surgery=4 surgery_kind=belly",
                                         "weeks_since_surgery=4"};
    for (int32_t i = 0; i < PS_COUNT(closed); i++) {
        CHECK(closed[i], screen_of(closed[i]).hazards == 1);
    }
    CHECK("the back", screen_of("weeks_since_surgery=4 surgery_kind=spine").hazards == 0);
}

// ---- what is asked next ----

static const struct {
    const char *said, *next, *flag;
    bool holds_plan;
} nexts[] = {
    {"",                                       "",               "",            false},
    {"age_years= ces_bladder-",                "age_years",      "",            true },
    {"feel_ill- ces_bladder-",                 "ces_bladder",    "E_CES",       true },
    {"lump_groin- lump_hard-",                 "lump_groin",     "E_HERNIA",    true },
    {"lump_groin lump_hard-",                  "lump_hard",      "E_HERNIA",    true },
    {"lump_groin lump_painful lump_hard-",     "",               "",            false},
    {"lump_hard-",                             "",               "",            false},
 // the dangerous levels first, also of an item that a later level names too
    {"glaucoma- leg_weak_new- pain_constant-", "leg_weak_new",   "U_NEURO",     true },
    {"glaucoma- pain_constant-",               "pain_constant",  "R_NIGHT",     true },
    {"blood_thinner- groin_flank_sudden",      "blood_thinner",  "E_HAEMATOMA", true },
    {"blood_thinner-",                         "blood_thinner",  "M_ANTICOAG",  true },
 // an open flag does not end the questions
    {"leg_cold glaucoma-",                     "glaucoma",       "M_EYE",       true },
    {"pain_worst_24h=",                        "pain_worst_24h", "R_SEVERE",    true },
    {"pain_worst_24h= cannot_walk",            "pain_worst_24h", "",            true },
    {"night_wake=",                            "night_wake",     "",            true },
 // what could still take a code off
    {"site= pain_worst_24h=5",                 "site",           "",            false},
    {"site=",                                  "",               "",            false},
    {"hang_no hands_no-",                      "hands_no",       "M_WRIST",     false},
 // a number answers for the item
    {"weeks_pregnant=9 pregnant-",             "",               "",            false},
    {"onset=load_jump load_jump-",             "",               "",            false},
};

static void rows_of_next(void)
{
    for (int32_t i = 0; i < PS_COUNT(nexts); i++) {
        const char *row = nexts[i].said;
        const ps_question next = screen_of(row).next;
        const char *id = next.kind == PS_QUESTION_ITEM    ? all->screening_items.at[next.index].id
                         : next.kind == PS_QUESTION_FIELD ? all->intake_fields.at[next.index].id
                                                          : "";
        CHECK_TEXT(row, id, nexts[i].next);
        CHECK_TEXT(row, next.flag == PS_NONE ? "" : all->flags.at[next.flag].id, nexts[i].flag);
        CHECK(row, next.holds_plan == nexts[i].holds_plan);
    }
}

TEST_MAIN(TEST_CASE(rows_of_clearance), TEST_CASE(every_flag_clears), TEST_CASE(rows_of_pages),
          TEST_CASE(rows_of_evidence), TEST_CASE(the_ball_wants_six_noes), TEST_CASE(rows_of_next))
