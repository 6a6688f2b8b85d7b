// psoas clear, the refusal page and the page for a clinician. Facts: what each clearing wants, how
// long it counts, what it leaves on; which words the pages must hold, and that no name is on them.
#include "shell/cli/envelope.h"
#include "shell/cli/wrap.h"
#include "shell/codec/json.h"

#include "cli_kit.h"

static char file_path[KIT_PATH];

/// Somebody for whom only these items and values are not harmless: "\nlump_groin: yes\n".
static cli_exit person(const char *also)
{
    static const char about[] = "consent: 1\npain_worst_24h: 3\npain_rest: 1\n"
                                "pain_ordinary: 2\nsettle_hours: 1\nnight_wake: 0\n";
    const ps_screening_items *items = &ps_catalogue_builtin.screening_items;
    char line[KIT_PATH + 32];
    buffer text = {0};
    buffer_text(&text, about);
    if (!strstr(also, "\nage_years:")) buffer_text(&text, "age_years: 34\n");
    for (int32_t i = 0; i < items->count; i++) {
        char id[64];
        snprintf(id, sizeof id, "\n%s:", items->at[i].id);
        if (!strstr(also, id)) buffer_format(&text, "%s: no\n", items->at[i].id);
    }
    buffer_text(&text, also);
    talk_file(file_path, text.text, text.len);
    buffer_free(&text);
    snprintf(line, sizeof line, "setup --from %s", file_path);
    return talk_run(line);
}

static void begin(const char *also)
{
    talk_begin();
    talk.can_ask = false;
    CHECK(also, person(also) == CLI_REFUSED);
}

static void end(void)
{
    talk_end();
    remove(file_path);
}

// ---- what a clearing wants ----

static const char lump[] = "\nlump_groin: yes\n", clot[] = "\nleg_swollen: yes\n",
                  cauda[] = "\nces_legs: not_sure\n",
                  lump_and_lock[] = "\nlump_groin: yes\nhip_locks: yes\n",
                  lump_and_bone[] = "\nlump_groin: yes\nosteoporosis: yes\n";

// clang-format off
static const struct {
    const char *also, *line; ///< behind "clear "
    cli_exit code;
    const char *says;
} rows[] = {
    {lump, "R_LUMP", CLI_USAGE, "who said so? Add --who PROFESSION"},
    {lump, "R_LUMP --who mum", CLI_USAGE, "--who 'mum' is not known; want one of doctor, gp"},
    {lump, "R_LUMP --who docter", CLI_USAGE, "did you mean 'doctor'?"},
    {lump, "R_LUMP --who ''", CLI_USAGE, "--who '' is not known"},
    {lump, "R_LUMP --who midwife", CLI_OK, "This is taken on your word"},
    {clot, "U_DVT --who physiotherapist --kind medical_review", CLI_REFUSED,
     "U_DVT is urgent: only a doctor opens it again"},
    {clot, "U_DVT --who surgeon --kind medical_review", CLI_OK, "examined and cleared (surgeon"},
    {lump, "R_LUMB --who doctor", CLI_NOT_FOUND, "did you mean 'R_LUMP'?"},
    {lump, "R_AAA --who doctor", CLI_CONFLICT, "R_AAA is not on"},
    {lump, "R_LUMP --who doctor --on 2026-11-22", CLI_USAGE, "has not come yet"},
    {lump, "R_LUMP --who doctor --on yesterday", CLI_USAGE, "--on 'yesterday': want"},
    {lump, "R_LUMP --who doctor --on 2026-02-30", CLI_USAGE, "--on '2026-02-30':"},
    {lump, "R_LUMP --who doctor --on 2026-08-29", CLI_USAGE, "counts for 12 weeks"},
    {lump, "R_LUMP --who doctor --on 2026-08-30", CLI_OK, "Recorded: Lump in the groin"},
    {lump, "R_LUMP --who doctor", CLI_OK, "12 Feb 2027. It starts"},
    {lump, "R_LUMP --who doctor --codes HERNIA_UNREPAIRD", CLI_NOT_FOUND, "'HERNIA_UNREPAIRED'?"},
    {lump, "R_LUMP --who doctor --codes BALANCE", CLI_USAGE, "not one of the precautions"},
    {lump, "R_LUMP --who doctor --codes LYMPH_NODE_LUMP,HERNIA_UNREPAIRED", CLI_OK, "Recorded"},
    {lump, "R_LUMP --who doctor --kind release", CLI_USAGE, "names at least one code"},
    {lump, "R_LUMP --who doctor --kind medical_review", CLI_OK, "examined and cleared"},
    {lump, "R_LUMP --who doctor --kind review", CLI_USAGE, "clearance, medical_review, release"},
    {lump, "R_LUMP --new-diagnosis hernia", CLI_USAGE, "leave FLAG out"},
    {clot, "U_DVT --who doctor", CLI_REFUSED, "U_DVT is urgent: only a medical examination"},
    {clot, "U_DVT --who doctor --kind clearance", CLI_REFUSED, "add --kind medical_review"},
    {clot, "U_DVT --who doctor --kind medical_review", CLI_OK, "Next: psoas plan"},
    {clot, "U_DVT --who doctor --kind medical_review --on 2026-11-20", CLI_USAGE,
     "before the sign was last reported (Sat 21 Nov 2026)"},
    {cauda, "E_CES --who doctor", CLI_REFUSED, "E_CES is an emergency"},
    {cauda, "E_CES --who doctor --kind medical_review", CLI_OK, "Next: psoas plan"},
    {lump_and_lock, "R_LUMP --who doctor", CLI_OK, "Something else still closes the programme"},
    {lump_and_bone, "M_OSTEOPOROSIS --who doctor --kind clearance", CLI_USAGE, "closes nothing"},
    {lump_and_bone, "M_OSTEOPOROSIS --who doctor --codes OSTEOPOROSIS_CAUTION", CLI_OK,
     "precautions released"},
};
// clang-format on

static void clearings_want_what_they_want(void)
{
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        char line[128];
        begin(rows[i].also);
        snprintf(line, sizeof line, "clear %s", rows[i].line);
        CHECK(line, talk_run(line) == rows[i].code);
        const bool well = rows[i].code == CLI_OK;
        CHECK(line, well ? talk_says(rows[i].says) : talk_complains(rows[i].says));
        end();
    }
}

/// A refused clearing leaves no trace.
static void refused_clearings_store_nothing(void)
{
    buffer before = {0};
    begin("\nleg_swollen: yes\n");
    CHECK("export", talk_run("export") == CLI_OK);
    buffer_text(&before, talk_text(&talk.out));
    CHECK("no review", talk_run("clear U_DVT --who doctor") == CLI_REFUSED);
    CHECK("no day", talk_run("clear U_DVT --who doctor --kind medical_review --on x") == CLI_USAGE);
    CHECK("export", talk_run("export") == CLI_OK);
    CHECK_TEXT("the same", talk_text(&talk.out), before.text);
    buffer_free(&before);
    end();
}

// ---- how long it counts ----

static void a_clearance_ends(void)
{
    begin("\nlump_groin: yes\n");
    CHECK("cleared", talk_run("clear R_LUMP --who doctor") == CLI_OK);
    CHECK("gently", talk_says("It starts gently, up to and including Fri 4 Dec 2026."));
    CHECK("plan", talk_run("plan") == CLI_OK);
    CHECK("diagnosis", talk_run("clear --new-diagnosis 'torn labrum'") == CLI_OK);
    CHECK("closed again", talk_says("Please see a clinician before any training."));
    CHECK("no plan", talk_run("plan") == CLI_REFUSED);
    CHECK("list", talk_run("clear") == CLI_OK && talk_says("no longer counts"));
    CHECK("cleared anew", talk_run("clear R_LUMP --who doctor") == CLI_OK);
    CHECK("plan", talk_run("plan") == CLI_OK);
    end();
}

/// A later no takes nothing back.
static void a_no_clears_nothing(void)
{
    begin("\nlump_groin: yes\n");
    CHECK("a no", person("\nlump_groin: no\n") == CLI_REFUSED);
    CHECK("it stands", talk_says("Answered before."));
    CHECK("what it was", talk_says("Is there a lump in your groin? yes (Sat 21 Nov 2026)"));
    CHECK("summary", talk_run("screen --summary") == CLI_OK);
    CHECK("for the clinician", talk_says("answered before: Is there a lump in your groin? yes"));
    CHECK("no plan", talk_run("plan") == CLI_REFUSED);
    end();
}

// ---- who is refused for another reason ----

static void a_child_is_not_cleared(void)
{
    begin("\nage_years: 15\nchild_limp: yes\n");
    CHECK("the level of the sign", talk_run("screen") == CLI_REFUSED);
    CHECK("not now", talk_says("If it gets worse, call") && !talk_says("Call now"));
    CHECK("summary", talk_run("screen --summary") == CLI_OK);
    CHECK("nothing is asked", talk_says("no clearance is asked for"));
    CHECK("no training", !talk_says("May this person train"));
    end();
    begin("\nage_years: 15\n");
    CHECK("list", talk_run("clear") == CLI_OK && talk_says("because of the age"));
    CHECK("closed", !talk_says("nothing to clear"));
    end();
}

/// Pages of balls and rollers are part of what is closed.
static void a_slip_is_mended_by_its_number(void)
{
    char line[KIT_PATH] = "";
    begin("\nlump_groin: yes\n");
    CHECK("page", talk_run("screen") == CLI_REFUSED);
    const char *at = strstr(talk_text(&talk.out), "log edit ");
    CHECK("said", at != NULL);
    if (at) snprintf(line, sizeof line, "%.*s --yes", (int)strcspn(at, "\n"), at);
    CHECK(line, talk_run(line) == CLI_OK);
    CHECK("open", talk_run("plan") == CLI_OK);
    end();
}

static void a_score_is_shown_as_it_was_told(void)
{
    talk_begin();
    talk.can_ask = false;
    CHECK("fine", person("\n") == CLI_OK);
    CHECK("a score", talk_run("pain 9 --context at_rest") == CLI_REFUSED);
    CHECK("word for word", talk_says("The pain that you reported (at rest): 9"));
    CHECK("tests", talk_run("test") == CLI_OK && talk_says("closed until you are cleared"));
    CHECK("none to do", !talk_says("Do one:"));
    CHECK("recorded", talk_run("pain 2") == CLI_OK);
    end();
}

static void pressing_pages_are_closed(void)
{
    talk_begin();
    CHECK("nobody", talk_run("exercise show foam-roll-thighs") == CLI_OK && talk_says("Steps"));
    talk_end();
    begin("\nlump_groin: yes\n");
    static const char *const pages[] = {"active-smr-hip-flexor", "foam-roll-thighs",
                                        "psoas-foam-roller-release"};
    for (int32_t i = 0; i < PS_COUNT(pages); i++) {
        char line[64];
        snprintf(line, sizeof line, "exercise show %s", pages[i]);
        CHECK(line, talk_run(line) == CLI_REFUSED && talk_says("Closed for you"));
        CHECK(line, !talk_says("Steps") && !talk_says("Dose"));
    }
    CHECK("others", talk_run("exercise show psoas-march") == CLI_OK && talk_says("Steps"));
    CHECK("a second", talk_run("person add ben") == CLI_OK);
    CHECK("whose?", talk_run("exercise show foam-roll-thighs") == CLI_OK);
    CHECK("theirs", talk_run("exercise show foam-roll-thighs --person me") == CLI_REFUSED);
    end();
}

// ---- lists ----

static void the_list_says_how_it_stands(void)
{
    begin("\nlump_groin: yes\nhip_locks: yes\nosteoporosis: yes\n");
    CHECK("cleared", talk_run("clear R_LUMP --who doctor --released 'a lymph node' --codes "
                              "HERNIA_UNREPAIRED") == CLI_OK);
    CHECK("list", talk_run("clear") == CLI_OK);
    CHECK("open", talk_says("  open      Locking hip [R_LOCK]"));
    CHECK("cleared", talk_says("  cleared   Lump in the groin [R_LUMP] doctor, Sat 21 Nov 2026"));
    CHECK("words", talk_says("a lymph node"));
    CHECK("kept", talk_says("LYMPH_NODE_LUMP"));
    CHECK("limits", talk_says("  limits    Osteoporosis [M_OSTEOPOROSIS]"));
    CHECK("json", talk_run("clear --json") == CLI_OK);
    CHECK("until", talk_says("\"until\": \"2027-02-12\""));
    CHECK("state", talk_says("\"state\": \"cleared\"") && talk_says("\"state\": \"limits\""));
    end();

    talk_begin();
    CHECK("nothing to report", person("\n") == CLI_OK);
    CHECK("nothing to clear", talk_run("clear") == CLI_OK && talk_says("nothing to clear"));
    end();
}

static void what_is_missing_is_asked(void)
{
    begin("\nlump_groin: yes\n");
    talk.can_ask = true;
    talk_answer("Who said so", "physiotherapist", PS_NONE);
    talk_answer("On which day", "2026-11-20", PS_NONE);
    talk_answer("in their words", "all but pressure", PS_NONE);
    talk_answer("Which precautions did they", "", PS_NONE);
    CHECK("asked", talk_run("clear R_LUMP") == CLI_OK);
    CHECK("stored", talk_says("physiotherapist, Fri 20 Nov 2026"));
    CHECK("words", talk_run("clear") == CLI_OK && talk_says("all but pressure"));
    end();

    begin("\nlump_groin: yes\n");
    talk.can_ask = true;
    talk.lines_max = 0;
    CHECK("nobody answers", talk_run("clear R_LUMP") == CLI_USAGE);
    end();
}

// ---- JSON ----

/// What programs get reads back by the tables that its schema is printed from.
static void json_reads_back(void)
{
    static const struct {
        const char *line, *kind;
        cli_exit code;
    } outputs[] = {
        {"screen --json", "screen",    CLI_REFUSED},
        {"clear --json",  "clearance", CLI_OK     },
        {"plan --json",   "screen",    CLI_REFUSED},
    };
    begin("\nces_bladder: yes\nlump_groin: not_sure\nosteoporosis: yes\n");
    for (int32_t i = 0; i < PS_COUNT(outputs); i++) {
        const cli_world world = {.catalogue = &ps_catalogue_builtin, .variable = talk_variable};
        cli c = {.world = &world,
                 .catalogue = world.catalogue,
                 .names = ps_catalogue_names(world.catalogue)};
        ps_error err = {0};
        envelope got = {0};
        CHECK("room", room_open(64 << 20, &c.room, &err) == PS_OK);
        CHECK(outputs[i].line, talk_run(outputs[i].line) == outputs[i].code);
        const ps_struct *item = NULL;
        const ps_struct *of = envelope_struct(&c, outputs[i].kind, &item);
        CHECK(outputs[i].line, json_read(ps_str_of(talk_text(&talk.out)), of, &c.names, &c.room,
                                         &got, &err) == PS_OK);
        CHECK_TEXT(outputs[i].line, err.text, "");
        CHECK_TEXT(outputs[i].line, got.psoas, outputs[i].kind);
        CHECK(outputs[i].line, got.items.count > 0);
        room_close(&c.room);
    }
    end();
}

// ---- pages ----

static const char *const on_the_page[] = {
    "Stop. Get emergency help now.",
    "What you answered can be an emergency.",
    "or your local emergency number",
    "Is it newly hard to pass urine, or to hold it?",
    "Are both legs newly weak or numb?",
    "treatment within hours",
    "Call the emergency number now.",
    "How to come back",
    "psoas clear E_CES --who doctor --kind medical_review",
    "psoas clear R_LOCK --who doctor",
    "psoas screen --summary",
    "Closed until then",
    "the self-tests",
    "Still open",
    "your own data",
    "Not a medical device.",
};

static void the_page_holds_everything(void)
{
    begin("\nces_bladder: yes\nces_legs: not_sure\nhip_locks: yes\ncountry: DE\n");
    CHECK("screen", talk_run("screen") == CLI_REFUSED);
    for (int32_t i = 0; i < PS_COUNT(on_the_page); i++) {
        CHECK(on_the_page[i], talk_says(on_the_page[i]));
    }
    CHECK("the most dangerous first",
          strstr(talk_text(&talk.out), "[E_CES]") < strstr(talk_text(&talk.out), "[R_LOCK]"));
    end();
}

static void the_number_is_that_of_the_country(void)
{
    static const struct {
        const char *country, *says;
    } numbers[] = {
        {"DE",      "Call now: 112, or your local emergency number."       },
        {"GB",      "Call now: 999 or 112, or your local emergency number."},
        {"US",      "Call now: 911, or your local emergency number."       },
        {"BR",      "Call now: your local emergency number."               },
        {"unknown", "Call now: your local emergency number."               },
    };
    for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
        char also[64];
        snprintf(also, sizeof also, "\nleg_cold: yes\ncountry: %s\n", numbers[i].country);
        begin(also);
        CHECK(numbers[i].country, talk_run("screen") == CLI_REFUSED);
        CHECK(numbers[i].country, talk_says(numbers[i].says));
        end();
    }
    begin("\nhip_locks: yes\ncountry: DE\n");
    CHECK("no number without an emergency",
          talk_run("screen") == CLI_REFUSED && !talk_says("emergency number"));
    end();
}

static void the_summary_has_no_name(void)
{
    begin("\nlump_groin: yes\nside: left\nhold_s_L: 8\nhold_s_R: 12\n");
    CHECK("renamed", talk_run("person rename me Annabella") == CLI_OK);
    CHECK("summary", talk_run("screen --summary") == CLI_OK);
    CHECK("no name", !talk_says("Annabella"));
    CHECK("the day", talk_says("Sat 21 Nov 2026"));
    CHECK("the answer", talk_says("Is there a lump in your groin?"));
    CHECK("the pain", talk_says("worst 3"));
    CHECK("the tests", talk_says("left 8 s; right 12 s"));
    CHECK("what is asked", talk_says("[ ] Lump in the groin [R_LUMP]"));
    CHECK("the codes", talk_says("HERNIA_UNREPAIRED"));
    int32_t lines = 0;
    for (const char *at = talk_text(&talk.out); *at; at++) lines += *at == '\n';
    CHECK("one page", lines <= 60);
    end();
}

static void pages_fit_every_paper(void)
{
    static const char *const pages[] = {"screen", "screen --summary", "screen --list", "clear"};
    static const int32_t widths[] = {40, 80, 120};
    begin("\nces_bladder: yes\nlump_groin: yes\n");
    for (int32_t i = 0; i < PS_COUNT(pages); i++) {
        for (int32_t k = 0; k < PS_COUNT(widths); k++) {
            char line[64];
            snprintf(line, sizeof line, "%s --width %d", pages[i], widths[k]);
            (void)talk_run(line);
            for (const char *at = talk_text(&talk.out); *at;) {
                const size_t len = strcspn(at, "\n");
                // commands and the line to sign are not broken
                const bool whole =
                    strncmp(at, "  psoas clear", 13) == 0 || strncmp(at, "  Date __", 9) == 0;
                const ps_str row = {at, (int32_t)len};
                CHECK(line, whole || text_columns(row) <= widths[k]);
                at += len + (at[len] == '\n');
            }
        }
    }
    end();
}

TEST_MAIN(TEST_CASE(clearings_want_what_they_want), TEST_CASE(refused_clearings_store_nothing),
          TEST_CASE(a_clearance_ends), TEST_CASE(a_no_clears_nothing),
          TEST_CASE(a_child_is_not_cleared), TEST_CASE(pressing_pages_are_closed),
          TEST_CASE(a_slip_is_mended_by_its_number), TEST_CASE(a_score_is_shown_as_it_was_told),
          TEST_CASE(the_list_says_how_it_stands), TEST_CASE(what_is_missing_is_asked),
          TEST_CASE(json_reads_back), TEST_CASE(the_page_holds_everything),
          TEST_CASE(the_number_is_that_of_the_country), TEST_CASE(the_summary_has_no_name),
          TEST_CASE(pages_fit_every_paper))
