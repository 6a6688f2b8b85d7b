// Clearings, reviews and releases through events, and locks that no correction opens. A row is a
// short story; what it comes to stands beside it.
#include "intake_kit.h"

static diary of;

typedef struct {
    int32_t day; ///< after TODAY
    char what;   ///< see tell_step
    const char *words;
} step;

enum { STEPS_MAX = 8 };

/// The first or last event that answers the item, or gives the field, that `words` name.
static int64_t event_about(const char *words, bool first)
{
    const size_t len = strcspn(words, " =?!-");
    for (int32_t i = 0; i < of.count; i++) {
        const ps_event *event = &of.events[first ? i : of.count - 1 - i];
        const char *id = event->kind == PS_EVENT_screen_answered ? event->as.screen_answered.item
                         : event->kind == PS_EVENT_intake_given  ? event->as.intake_given.field
                                                                 : "";
        if (strlen(id) == len && strncmp(id, words, len) == 0) return event->sequence;
    }
    CHECK("was said", strlen(words) == 0);
    return 1;
}

/// "item!" or "field=value" in the place of what was said about it first or last.
static void correct(const char *words, bool first)
{
    ps_event *with = say_instead(&of, event_about(words, first));
    const char *mark = words + strcspn(words, " =?!-");
    if (*mark == '=') with->as.intake_given.value = keep(&of, mark + 1, strlen(mark + 1));
    if (*mark == '!') with->as.screen_answered.answer = PS_ANSWER_NO;
    if (*mark == '\0') with->as.screen_answered.answer = PS_ANSWER_YES;
}

/// The last start of a round took place now.
static void move_round(void)
{
    int32_t at = of.count - 1;
    while (of.events[at].kind != PS_EVENT_screen_started) at--;
    const int64_t now = of.ms;
    say_instead(&of, of.events[at].sequence)->at.ms = now;
}

/// A all answers of a new round, R only its start, N all its answers, T its start took place now,
/// S something said, C a clearance, M a medical review, L a release ("FLAG CODE CODE"), D a
/// diagnosis, B a medical review that was on the day behind the flag, V what was said last is
/// voided, K it is corrected, F what was said first is corrected, P a pain score, X the last event
/// of all is voided.
static void tell_step(const step *told)
{
    turn_to(&of, TODAY + told->day);
    of.ms += of.count * (int64_t)SECOND_MS;
    const size_t len = told->words ? strcspn(told->words, " ") : 0;
    const char *first = told->words ? keep(&of, told->words, len) : "";
    const char *rest = told->words ? told->words + len : "";
    const ps_day day = TODAY + told->day;
    switch (told->what) {
    case 'A':
        say_all(&of, PS_ROUND_DUE, told->words);
        break;
    case 'R':
        say_round(&of, PS_ROUND_DUE);
        break;
    case 'N':
        say_none(&of, "");
        break;
    case 'T':
        move_round();
        break;
    case 'S':
        say(&of, told->words);
        break;
    case 'C':
        say_cleared(&of, first, PS_CLEARED, day, rest);
        break;
    case 'M':
        say_cleared(&of, first, PS_MEDICALLY_REVIEWED, day, rest);
        break;
    case 'B':
        say_cleared(&of, first, PS_MEDICALLY_REVIEWED, TODAY + rest[1] - '0', "");
        break;
    case 'L':
        say_cleared(&of, first, PS_CODES_RELEASED, day, rest);
        break;
    case 'D':
        say_diagnosis(&of);
        break;
    case 'V':
        say_void(&of, event_about(told->words, false));
        break;
    case 'K':
        correct(told->words, false);
        break;
    case 'F':
        correct(told->words, true);
        break;
    case 'P':
        say_pain(&of, told->words[0] - '0', PS_PAIN_NOW);
        break;
    case 'X':
        say_void(&of, of.count);
        break;
    default:
        CHECK("a known step", false);
    }
}

/// On day 0 everybody is well and answers `said`.
typedef struct {
    const char *row, *said;
    step steps[STEPS_MAX];
    int32_t day;
    const char *outcome, *open, *codes;
} story;

static void tell_story(const story *row)
{
    begin(&of);
    say_fine_but(&of, row->said);
    for (int32_t i = 0; i < STEPS_MAX && row->steps[i].what; i++) tell_step(&row->steps[i]);
    const ps_told told = told_on(&of, TODAY + row->day);
    CHECK_TEXT(row->row, outcome_word(told.screened.outcome), row->outcome);
    CHECK_SET(row->row, "flags", told.screened.open, row->open);
    if (row->codes) CHECK_SET(row->row, "codes", told.screened.codes, row->codes);
}

static void tell_stories(const story *rows, int32_t count)
{
    for (int32_t i = 0; i < count; i++) tell_story(&rows[i]);
}

// aligned, the rows would be wider than the page
// clang-format off
static const story standing[] = {
    {"a later no does not undo", "pain_constant", {{1, 'S', "pain_constant!"}}, 1,
     "REFER", "R_NIGHT", NULL},
    {"nor does a new round", "pain_constant", {{1, 'A', ""}}, 1, "REFER", "R_NIGHT", NULL},
    {"not sure stands too", "leg_cold?", {{1, 'A', ""}}, 1, "EMERGENCY", "E_LIMB", NULL},
    {"a caution goes with its answer", "kneel_hurts", {{1, 'S', "kneel_hurts!"}}, 1,
     "NONE", "", ""},
    {"of two answers both", "lump_groin", {{1, 'S', "lump_groin! lump_hard"}}, 1,
     "REFER", "R_LUMP", NULL},
    {"severe pain", "", {{1, 'P', "8"}, {9, 'P', "1"}}, 9, "REFER", "R_SEVERE", NULL},
    {"less than severe", "", {{1, 'P', "7"}}, 9, "NONE", "", "IRRITABLE_HIGH"},
    {"a number that changes", "age_years=81", {{1, 'S', "age_years=45"}}, 1,
     "REFER", "R_AGE70", NULL},
    // what was answered before does not count together with what is answered now
    {"not over two rounds", "lump_groin", {{1, 'A', "lump_hard"}}, 1, "REFER", "R_LUMP", NULL},
};

static const story clearings[] = {
    {"a clearance", "pain_constant", {{1, 'C', "R_NIGHT"}}, 1, "MODIFY", "", ""},
    {"the last day of 12 weeks", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {70, 'R', NULL}}, 84, "INCOMPLETE", "", NULL},
    {"after 12 weeks", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {70, 'R', NULL}}, 85, "REFER", "R_NIGHT", NULL},
    {"for an emergency it does not do", "leg_cold", {{1, 'C', "E_LIMB"}}, 1,
     "EMERGENCY", "E_LIMB", NULL},
    {"a review does", "leg_cold", {{1, 'M', "E_LIMB"}}, 1, "MODIFY", "", NULL},
    {"one from before does not", "", {{3, 'S', "leg_cold"}, {4, 'B', "E_LIMB 2"}}, 4,
     "EMERGENCY", "E_LIMB", NULL},
    {"one of that day does", "", {{3, 'S', "leg_cold"}, {4, 'B', "E_LIMB 3"}}, 4,
     "MODIFY", "", NULL},
    {"nor one from before the same again", "leg_cold", {{3, 'S', "leg_cold"}, {4, 'B', "E_LIMB 1"}},
     4, "EMERGENCY", "E_LIMB", NULL},
    {"an urgent one too", "leg_swollen", {{1, 'M', "U_DVT"}}, 1, "MODIFY", "", "DVT_RISK"},
    {"with what it releases", "leg_swollen", {{1, 'M', "U_DVT DVT_RISK"}}, 1, "MODIFY", "", ""},
    {"and then 12 weeks", "leg_swollen", {{1, 'M', "U_DVT"}}, 85, "URGENT", "U_DVT", NULL},
    {"a yes from before does not end it", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {2, 'S', "fever!"}}, 2, "MODIFY", "", ""},
    {"a later yes does", "pain_constant", {{1, 'C', "R_NIGHT"}, {2, 'S', "pain_night_fixed"}}, 2,
     "REFER", "R_NIGHT", NULL},
    {"the same again too", "pain_constant", {{1, 'C', "R_NIGHT"}, {2, 'S', "pain_constant?"}}, 2,
     "REFER", "R_NIGHT", NULL},
    {"and that of a new round", "pain_constant", {{1, 'C', "R_NIGHT"}, {20, 'A', "pain_constant"}},
     20, "REFER", "R_NIGHT", NULL},
    {"half a rule does not", "groin_on_load low_weight",
     {{1, 'M', "U_FNSF"}, {2, 'R', NULL}, {2, 'S', "low_weight"}}, 2, "INCOMPLETE", "", NULL},
    {"the other half does", "groin_on_load low_weight",
     {{1, 'M', "U_FNSF"}, {2, 'R', NULL}, {2, 'S', "low_weight groin_on_load"}}, 2,
     "URGENT", "U_FNSF", NULL},
    {"a yes by number", "weeks_since_tha=9",
     {{1, 'C', "R_THA"}, {20, 'A', "weeks_since_tha=11"}}, 20, "REFER", "R_THA", NULL},
    {"a number that says no more", "weeks_since_tha=9 hip_replaced",
     {{1, 'C', "R_THA"}, {27, 'A', "weeks_since_tha=13 hip_replaced"}}, 27, "MODIFY", "", NULL},
    {"one answer stands behind another", "pelvic_sudden could_be_pregnant",
     {{1, 'M', "E_PELVIC"}, {2, 'S', "could_be_pregnant!"}, {3, 'S', "pregnant"}}, 3,
     "EMERGENCY", "E_PELVIC", NULL},
    {"pain that is severe again", "", {{1, 'P', "8"}, {2, 'C', "R_SEVERE"}, {3, 'P', "8"}}, 3,
     "REFER", "R_SEVERE", NULL},
    {"pain that is not", "", {{1, 'P', "8"}, {2, 'C', "R_SEVERE"}, {3, 'P', "7"}}, 3,
     "MODIFY", "", NULL},
    {"pain told at last", "",
     {{1, 'P', "8"}, {2, 'C', "R_SEVERE"}, {3, 'S', "pain_worst_24h=2"}}, 3, "MODIFY", "", NULL},
    {"severe pain told at last", "",
     {{1, 'P', "8"}, {2, 'C', "R_SEVERE"}, {3, 'S', "pain_worst_24h=9"}}, 3,
     "REFER", "R_SEVERE", NULL},
    {"a new diagnosis ends all", "pain_constant leg_cold",
     {{1, 'C', "R_NIGHT"}, {1, 'M', "E_LIMB"}, {2, 'D', NULL}}, 2,
     "EMERGENCY", "E_LIMB R_NIGHT", NULL},
    {"but what comes after it", "pain_constant", {{1, 'D', NULL}, {2, 'C', "R_NIGHT"}}, 2,
     "MODIFY", "", ""},
    {"a void of the clearance", "pain_constant", {{1, 'C', "R_NIGHT"}, {2, 'X', NULL}}, 2,
     "REFER", "R_NIGHT", NULL},
};

static const story releases[] = {
    {"for a caution", "hip_replaced", {{1, 'L', "M_THA_CLEARED THA_ANT_EARLY"}}, 1,
     "MODIFY", "", "THA_POST_EARLY"},
    {"an unknown code is none", "hip_replaced", {{1, 'L', "M_THA_CLEARED NO_CODE"}}, 1,
     "MODIFY", "", "THA_ANT_EARLY THA_POST_EARLY"},
    {"lasts", "hip_replaced", {{1, 'L', "M_THA_CLEARED THA_ANT_EARLY"}, {2, 'S', "kneel_hurts"}},
     2, "MODIFY", "", "THA_POST_EARLY KNEE_KNEEL"},
    {"until a yes to the flag", "hip_replaced",
     {{1, 'L', "M_THA_CLEARED THA_ANT_EARLY"}, {2, 'S', "hip_replaced"}}, 2,
     "MODIFY", "", "THA_ANT_EARLY THA_POST_EARLY"},
    {"or to its group", "clot_past",
     {{1, 'L', "M_CLOT DVT_RISK"}, {2, 'S', "leg_swollen"}}, 2, "URGENT", "U_DVT", "DVT_RISK"},
    {"of the group it takes the releases only", "clot_past leg_swollen",
     {{1, 'M', "U_DVT DVT_RISK"}, {2, 'S', "clot_past"}}, 2, "MODIFY", "", "DVT_RISK"},
    {"it opens nothing", "leg_swollen", {{1, 'L', "U_DVT DVT_RISK"}}, 1,
     "URGENT", "U_DVT", "DVT_RISK"},
};

/// What has stood is forgotten after a clearing, a round begun after it, and a no to everything
/// that the flag hangs on.
static const story forgotten[] = {
    {"cleared, asked, no", "pain_constant", {{1, 'C', "R_NIGHT"}, {2, 'A', ""}}, 2,
     "NONE", "", ""},
    {"also after 12 weeks", "pain_constant", {{1, 'C', "R_NIGHT"}, {2, 'A', ""}, {90, 'A', ""}},
     100, "NONE", "", ""},
    {"an emergency", "leg_cold", {{1, 'M', "E_LIMB"}, {90, 'A', ""}}, 100, "NONE", "", ""},
    {"not without a review", "leg_cold", {{1, 'C', "E_LIMB"}, {2, 'A', ""}}, 2,
     "EMERGENCY", "E_LIMB", NULL},
    {"not without a clearing", "pain_constant", {{1, 'A', ""}, {2, 'A', ""}}, 2,
     "REFER", "R_NIGHT", NULL},
    {"not by a release", "pain_constant", {{1, 'L', "R_NIGHT BALANCE"}, {2, 'A', ""}}, 2,
     "REFER", "R_NIGHT", NULL},
    {"not before the questions", "pain_constant", {{1, 'C', "R_NIGHT"}, {90, 'R', NULL}}, 100,
     "REFER", "R_NIGHT", NULL},
    {"not by the round from before", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {2, 'S', "pain_constant!"}, {90, 'R', NULL}}, 100,
     "REFER", "R_NIGHT", NULL},
    {"not by half the questions", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {89, 'R', NULL}, {90, 'S', "pain_constant!"}}, 100,
     "REFER", "R_NIGHT", NULL},
    {"not after a new yes", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {2, 'A', "pain_constant"}, {3, 'A', ""}}, 3, "REFER", "R_NIGHT", NULL},
    {"not after a diagnosis", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {2, 'D', NULL}, {3, 'A', ""}}, 3, "REFER", "R_NIGHT", NULL},
    {"severe pain, once the week is over", "",
     {{1, 'P', "8"}, {2, 'C', "R_SEVERE"}, {3, 'A', ""}, {9, 'P', "2"}}, 86, "INCOMPLETE", "", ""},
    {"not in that week", "",
     {{1, 'P', "8"}, {2, 'C', "R_SEVERE"}, {3, 'A', ""}, {4, 'P', "2"}}, 86, "REFER", "R_SEVERE",
     NULL},
    {"not by a round that was moved", "leg_cold",
     {{1, 'R', NULL}, {2, 'M', "E_LIMB"}, {3, 'T', NULL}, {4, 'N', NULL}}, 100,
     "EMERGENCY", "E_LIMB", NULL},
    {"and it can come back", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {2, 'A', ""}, {3, 'S', "pain_constant"}}, 3, "REFER", "R_NIGHT", NULL},
};

static const story corrections[] = {
    {"of a refer opens", "pain_constant", {{1, 'K', "pain_constant!"}}, 1, "NONE", "", ""},
    {"a void leaves a question", "pain_constant", {{1, 'V', "pain_constant"}}, 1,
     "INCOMPLETE", "", NULL},
    {"of an emergency does not", "leg_cold", {{1, 'K', "leg_cold!"}}, 1,
     "EMERGENCY", "E_LIMB", NULL},
    {"nor a void", "leg_cold", {{1, 'V', "leg_cold"}}, 1, "EMERGENCY", "E_LIMB", NULL},
    {"nor of an urgent one", "leg_swollen", {{1, 'K', "leg_swollen!"}}, 1, "URGENT", "U_DVT", NULL},
    {"nor of one half", "lump_groin lump_hard", {{1, 'K', "lump_groin!"}}, 1,
     "EMERGENCY", "E_HERNIA", NULL},
    {"nor twice", "leg_cold", {{1, 'K', "leg_cold!"}, {2, 'V', "leg_cold"}}, 2,
     "EMERGENCY", "E_LIMB", NULL},
    {"a yes by correction locks", "", {{1, 'K', "leg_cold"}}, 1, "EMERGENCY", "E_LIMB", NULL},
    {"and stays", "", {{1, 'K', "leg_cold"}, {2, 'K', "leg_cold!"}}, 2,
     "EMERGENCY", "E_LIMB", NULL},
    {"also when the correction is voided", "", {{1, 'K', "leg_cold"}, {2, 'X', NULL}}, 2,
     "EMERGENCY", "E_LIMB", NULL},
    {"a half that was mended before the other", "lump_groin",
     {{1, 'K', "lump_groin!"}, {2, 'S', "lump_hard"}}, 2, "NONE", "", ""},
    {"a half that was mended and came back", "lump_groin",
     {{1, 'K', "lump_groin!"}, {2, 'X', NULL}, {3, 'S', "lump_hard"}, {4, 'V', "lump_hard"}}, 4,
     "EMERGENCY", "E_HERNIA R_LUMP", NULL},
    {"an older half that was mended", "lump_groin",
     {{1, 'S', "lump_groin"}, {2, 'F', "lump_groin!"}, {3, 'S', "lump_hard"},
      {4, 'V', "lump_groin"}}, 4, "EMERGENCY", "E_HERNIA", NULL},
    {"an older number that was mended", "weeks_pregnant=10",
     {{1, 'S', "weeks_pregnant=12"}, {2, 'F', "weeks_pregnant=0"}, {3, 'S', "preg_bleed"},
      {4, 'K', "weeks_pregnant=0"}}, 4, "EMERGENCY", "E_PREG", NULL},
    {"a mistyped number", "age_years=83",
     {{1, 'K', "age_years=38"}, {2, 'S', "groin_standing_no_injury"}}, 2, "NONE", "", ""},
    {"a number that counts again", "age_years=70",
     {{1, 'S', "age_years=40"}, {2, 'V', "age_years"}, {3, 'S', "groin_standing_no_injury"},
      {4, 'K', "groin_standing_no_injury!"}}, 4, "URGENT", "U_INSUFF", NULL},
    {"and is mended later", "age_years=70",
     {{1, 'S', "age_years=40"}, {2, 'V', "age_years"}, {3, 'S', "groin_standing_no_injury"},
      {4, 'F', "age_years=40"}}, 4, "URGENT", "U_INSUFF", NULL},
    {"an older number that was riskier", "",
     {{1, 'S', "age_years=40"}, {2, 'F', "age_years=70"}, {3, 'V', "age_years"},
      {4, 'S', "groin_standing_no_injury"}, {5, 'F', "age_years=40"}}, 5,
     "URGENT", "U_INSUFF", NULL},
    {"a slip long before a new number", "age_years=83",
     {{1, 'V', "age_years"}, {2, 'S', "age_years=41"}, {3, 'S', "groin_standing_no_injury"}}, 3,
     "NONE", "", ""},
    {"a number that was mended twice stays in doubt", "",
     {{1, 'F', "age_years=70"}, {2, 'F', "age_years=40"}, {3, 'S', "groin_standing_no_injury"}}, 3,
     "URGENT", "U_INSUFF", NULL},
    {"until it is told anew", "",
     {{1, 'F', "age_years=70"}, {2, 'F', "age_years=40"}, {3, 'S', "age_years=41"},
      {4, 'S', "groin_standing_no_injury"}}, 4, "NONE", "", ""},
    {"to mend an older number is not the last word", "",
     {{1, 'S', "age_years=70"}, {2, 'F', "age_years=40"}, {3, 'V', "age_years"},
      {4, 'S', "groin_standing_no_injury"}}, 4, "URGENT", "U_INSUFF", NULL},
    {"a kind of operation", "leg_tender weeks_since_surgery=5 surgery_kind=other",
     {{1, 'K', "surgery_kind=hip"}, {2, 'K', "surgery_kind=other"}}, 2, "URGENT", "U_DVT R_SURG", NULL},
    {"a number of a refer", "age_years=81", {{1, 'K', "age_years=38"}}, 1, "NONE", "", ""},
    {"a number of an emergency", "weeks_pregnant=10 preg_bleed",
     {{1, 'K', "weeks_pregnant=0"}}, 1, "EMERGENCY", "E_PREG", NULL},
    {"one that was mended before it", "weeks_pregnant=10",
     {{1, 'K', "weeks_pregnant=0"}, {2, 'S', "preg_bleed"}}, 2, "NONE", "", ""},
    {"pain", "", {{1, 'P', "8"}, {2, 'X', NULL}}, 2, "NONE", "", ""},
    // a review that a yes has ended stays ended, whatever becomes of the yes
    {"a yes after a review", "leg_cold",
     {{1, 'M', "E_LIMB"}, {2, 'S', "leg_cold"}, {3, 'K', "leg_cold!"}}, 3,
     "EMERGENCY", "E_LIMB", NULL},
    {"after a clearance it opens again", "pain_constant",
     {{1, 'C', "R_NIGHT"}, {2, 'S', "pain_constant"}, {3, 'X', NULL}, {4, 'V', "pain_constant"}},
     4, "MODIFY", "", NULL},
    {"a diagnosis after a review", "leg_cold",
     {{1, 'M', "E_LIMB"}, {2, 'D', NULL}, {3, 'X', NULL}}, 3, "EMERGENCY", "E_LIMB", NULL},
    {"but a review does", "leg_cold", {{1, 'K', "leg_cold!"}, {2, 'M', "E_LIMB"}, {3, 'A', ""}},
     100, "INCOMPLETE", "", ""},
    {"a no by correction forgets nothing", "leg_cold",
     {{1, 'M', "E_LIMB"}, {2, 'A', "leg_cold"}, {3, 'M', "E_LIMB"}, {4, 'K', "leg_cold!"}}, 100,
     "EMERGENCY", "E_LIMB", NULL},
};
// clang-format on

static void what_stands(void) { tell_stories(standing, PS_COUNT(standing)); }
static void what_clears(void) { tell_stories(clearings, PS_COUNT(clearings)); }
static void what_is_released(void) { tell_stories(releases, PS_COUNT(releases)); }
static void what_is_forgotten(void) { tell_stories(forgotten, PS_COUNT(forgotten)); }
static void what_is_corrected(void) { tell_stories(corrections, PS_COUNT(corrections)); }

static void a_gentle_start_through_events(void)
{
    begin(&of);
    say_fine_but(&of, "pain_constant");
    say_cleared(&of, "R_NIGHT", PS_CLEARED, TODAY, "");
    const ps_told told = told_on(&of, TODAY + 13);
    CHECK("two weeks", told.screened.gentle_start && told.screened.gentle_until == TODAY + 14);
    CHECK("and no longer", !told_on(&of, TODAY + 14).screened.gentle_start);
}

static void a_release_that_ended_says_so(void)
{
    begin(&of);
    say_fine_but(&of, "clot_past");
    say_cleared(&of, "M_CLOT", PS_CODES_RELEASED, TODAY, "DVT_RISK");
    CHECK("runs", !told_on(&of, TODAY).profile.clearings[0].ended);
    say(&of, "leg_swollen");
    CHECK("ended", told_on(&of, TODAY).profile.clearings[0].ended);
}

// ---- more clearings than there is room for ----

static void clear_often(const char *flag, ps_clearing_kind kind, const char *codes, int32_t times)
{
    for (int32_t i = 0; i < times; i++) say_cleared(&of, flag, kind, TODAY, codes);
}

static void the_oldest_place_is_taken(void)
{
    begin(&of);
    say_fine_but(&of, "pain_constant hip_replaced");
    say_cleared(&of, "R_NIGHT", PS_CLEARED, TODAY, "");
    clear_often("M_THA_CLEARED", PS_CODES_RELEASED, "THA_ANT_EARLY", PS_CLEARANCES_MAX);
    ps_told told = told_on(&of, TODAY);
    CHECK("full", told.profile.clearing_count == PS_CLEARANCES_MAX);
    CHECK_SET("a release gives way to another", "flags", told.screened.cleared, "R_NIGHT");

    begin(&of);
    say_fine_but(&of, "pain_constant hip_locks");
    say_cleared(&of, "R_LOCK", PS_CLEARED, TODAY, "");
    clear_often("R_NIGHT", PS_CLEARED, "", PS_CLEARANCES_MAX - 1);
    told = told_on(&of, TODAY);
    CHECK_SET("both", "flags", told.screened.cleared, "R_NIGHT R_LOCK");
    say_cleared(&of, "R_NIGHT", PS_CLEARED, TODAY, "");
    told = told_on(&of, TODAY);
    CHECK_SET("the oldest is gone", "flags", told.screened.open, "R_LOCK");

    begin(&of);
    say_fine_but(&of, "pain_constant hip_locks");
    say_cleared(&of, "R_LOCK", PS_CLEARED, TODAY, "");
    clear_often("R_NIGHT", PS_CLEARED, "", PS_CLEARANCES_MAX - 1);
    say(&of, "pain_constant");
    say_cleared(&of, "R_NIGHT", PS_CLEARED, TODAY, "");
    told = told_on(&of, TODAY);
    CHECK_SET("one that has ended goes first", "flags", told.screened.cleared, "R_NIGHT R_LOCK");
}

TEST_MAIN(TEST_CASE(what_stands), TEST_CASE(what_clears), TEST_CASE(what_is_released),
          TEST_CASE(what_is_forgotten), TEST_CASE(what_is_corrected),
          TEST_CASE(a_gentle_start_through_events), TEST_CASE(a_release_that_ended_says_so),
          TEST_CASE(the_oldest_place_is_taken))
