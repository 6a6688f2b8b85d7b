// psoas setup with a file, and with FIELD VALUE. Facts: where each mistake of a file is found and
// what was wanted. Laws: a file with a mistake stores nothing; a file read twice changes nothing;
// the template filled in says the same as the conversation asks.
#include "shell/cli/intake_file.h"

#include "cli_kit.h"

// ---- files ----

static char file_path[KIT_PATH];

static cli_exit from_bytes(const char *text, size_t len)
{
    char line[KIT_PATH + 32];
    talk_file(file_path, text, len);
    snprintf(line, sizeof line, "setup --from %s", file_path);
    return talk_run(line);
}

static cli_exit from(const char *text) { return from_bytes(text, strlen(text)); }

/// Answers of somebody who has nothing to report but what `also` says.
static void fill_in(buffer *to, const char *also)
{
    static const char about[] = "consent: 1\ncountry: DE\nunits: metric\nage_years: 34\n"
                                "goal: pain\npain_now: 3\npain_worst_24h: 3\npain_rest: 1\n"
                                "pain_ordinary: 2\nsettle_hours: 1\nnight_wake: 0\n"
                                "pain_on_rising: no\nsite: front_hip\nside: left\n"
                                "onset: gradual\nsitting_h_per_day: 8\nfront_pull: yes\n"
                                "short_stride: yes\nstairs_hard: no\nmarch_tires: no\n"
                                "leg_heavy: no\nequipment: wall, chair, bed\n"
                                "days_per_week: 3\nminutes_per_session: 15\n"
                                "position_limits: none\nskill: 1\nsport: running\n";
    const ps_screening_items *items = &ps_catalogue_builtin.screening_items;
    // what stands in `also` is left out here
    for (const char *line = about; *line; line += strcspn(line, "\n") + 1) {
        char id[64];
        snprintf(id, sizeof id, "\n%.*s:", (int)strcspn(line, ":"), line);
        if (!strstr(also, id)) buffer_format(to, "%.*s\n", (int)strcspn(line, "\n"), line);
    }
    for (int32_t i = 0; i < items->count; i++) {
        char id[64];
        snprintf(id, sizeof id, "\n%s:", items->at[i].id);
        if (!strstr(also, id)) buffer_format(to, "%s: no\n", items->at[i].id);
    }
    buffer_text(to, also);
}

/// psoas setup --from with all answers, `also` begins with a line end.
static cli_exit from_all(const char *also)
{
    buffer text = {0};
    fill_in(&text, also);
    const cli_exit code = from(text.text);
    buffer_free(&text);
    return code;
}

static void export_of(buffer *to)
{
    CHECK("export", talk_run("export") == CLI_OK);
    buffer_text(to, talk_text(&talk.out));
}

// ---- a whole file ----

static void a_file_becomes_a_plan(void)
{
    buffer once = {0}, twice = {0};
    talk_begin();
    CHECK("stored", from_all("\n") == CLI_OK);
    CHECK("says what follows", talk_says("Your plan can begin"));
    CHECK("plan", talk_run("plan") == CLI_OK);
    export_of(&once);
    CHECK("again", from_all("\n") == CLI_OK);
    CHECK("says so", talk_says("nothing has changed"));
    export_of(&twice);
    CHECK_TEXT("a file read twice changes nothing", twice.text, once.text);
    CHECK("other", from_all("\ndays_per_week: 4\npain_now: 2\n") == CLI_OK);
    CHECK("says what changed", talk_says("days_per_week: 4, before: 3"));
    CHECK("and how much", talk_says("Stored: 2 answers"));
    talk_end();
    remove(file_path);
    buffer_free(&once);
    buffer_free(&twice);
}

static void tests_are_measured_once(void)
{
    static const char tests[] = "\nlength_deg_L: 2.5\nlength_deg_R: -3\nback_flat: yes\n"
                                "hold_s_L: 8\nhold_s_R: 12.5\naslr_L: 0\naslr_R: 2\n";
    buffer once = {0}, twice = {0};
    talk_begin();
    CHECK("stored", from_all(tests) == CLI_OK);
    CHECK("they count", talk_says("length test") && talk_says("hold"));
    CHECK("their code is on", talk_says("ASLR_CAUTION"));
    export_of(&once);
    CHECK("again", from_all(tests) == CLI_OK);
    export_of(&twice);
    CHECK_TEXT("nothing is measured twice", twice.text, once.text);
    talk_end();
    remove(file_path);
    buffer_free(&once);
    buffer_free(&twice);
}

static void line_ends_and_marks_do_not_matter(void)
{
    talk_begin();
    CHECK("mark, returns, tabs, no end",
          from("\xef\xbb\xbf"
               "consent: 1\r\n# a comment\r\n\r\n\tage_years\t:\t34 # mine\r\nsport: "
               "C# and more\r\ncountry:\r\npain_now: 3") == CLI_OK);
    CHECK("list", talk_run("screen --list") == CLI_OK);
    CHECK("a number", talk_says("34 "));
    CHECK("only a blank begins a comment", talk_says("C# and more"));
    CHECK("nothing said", !talk_says("[country]"));
    CHECK("the last line", talk_says("[pain_now]"));
    talk_end();
    remove(file_path);
}

// ---- mistakes ----

// clang-format off
static const struct {
    const char *row, *text;
    const char *says; ///< behind the name of the file
} mistakes[] = {
    {"empty", "", ":1:1: says nothing"},
    {"only comments", "# nothing\n\n", ":1:1: says nothing"},
    {"no colon", "consent: 1\nage_years 34\n", ":2:1: want \"id: value\""},
    {"unknown id", "consent: 1\n  age_year: 34\n",
     ":2:3: no such id 'age_year'; did you mean 'age_years'?"},
    {"unknown item", "consent: 1\nces_bladdr: no\n",
     ":2:1: no such id 'ces_bladdr'; did you mean 'ces_bladder'?"},
    {"nothing like it", "consent: 1\nxyzzyq: no\n", ":2:1: no such id 'xyzzyq'\n"},
    {"out of range", "consent: 1\nage_years: 200\n",
     ":2:12: age_years: want a whole number from 0 to 110"},
    {"no number", "consent: 1\nage_years: old\n", ":2:12: age_years: want a whole number"},
    {"unknown choice", "consent: 1\nside: lft\n",
     ":2:7: side: no such choice 'lft'; did you mean 'left'?"},
    {"second choice", "consent: 1\nsite: groin, thig\n",
     ":2:14: site: no such choice 'thig'; did you mean 'thigh'?"},
    {"no answer", "consent: 1\nfever: maybe\n", ":2:8: fever: want yes, no or not_sure"},
    {"twice", "consent: 1\nfever: no\nfever: yes\n",
     ":3:1: fever stands in line 2 already; keep one of them"},
    {"derived", "consent: 1\nirritability: low\n", ":2:15: irritability: "},
    {"consent missing", "age_years: 34\n", ": consent is missing"},
    {"another version", "consent: 0\n", ":1:10: consent: want 1, the version of the text"},
    {"country", "consent: 1\ncountry: Germany\n",
     ":2:10: country: want the two letters of a country"},
    {"worst", "consent: 1\npain_worst_24h: 3\npain_rest: 9\n",
     ":2:17: pain_worst_24h: 3, but line 3 says pain_rest: 9; the worst cannot be less"},
    {"no week", "consent: 1\npregnant: yes\nweeks_pregnant: 0\n",
     ":3:17: weeks_pregnant: 0, but line 2 says pregnant: yes or not sure"},
    {"no country", "consent: 1\ncountry: ZZ\n", ":2:10: country: ZZ is not a country code"},
    {"no sport", "consent: 1\nsport: n\n", ":2:8: sport: want a word or more, or none"},
    {"contradiction", "consent: 1\nweeks_pregnant: 20\npregnant: no\n",
     ":3:11: pregnant: no, but line 2 says weeks_pregnant: 20; that counts: correct one of them"},
    {"beside another mistake", "consent: 1\nweeks_pregnant: 20\npregnant: no\nfevr: no\n",
     ":3:11: pregnant: no, but line 2 says weeks_pregnant: 20"},
    {"flat back alone", "consent: 1\nback_flat: yes\n",
     ":2:12: back_flat goes with length_deg_L and length_deg_R"},
    {"ball without its questions", "consent: 1\noptin: active-smr-hip-flexor\n",
     ":2:8: optin: active-smr-hip-flexor needs a no to its questions"},
    {"escape sequence", "consent: 1\nsport: \033[31mred\n",
     ":2:8: this is no text (byte 0x1b)"},
    {"not UTF-8", "consent: 1\nsport: caf\xe9\n", ":2:11: this is no text (byte 0xe9)"},
};
// clang-format on

/// Every mistake is named with its place, and nothing at all is stored.
static void mistakes_are_named(void)
{
    talk_begin();
    for (int32_t i = 0; i < PS_COUNT(mistakes); i++) {
        char want[KIT_PATH + 256];
        CHECK(mistakes[i].row, from(mistakes[i].text) == CLI_USAGE);
        snprintf(want, sizeof want, "%s%s", file_path, mistakes[i].says);
        CHECK(mistakes[i].row, talk_complains(want));
        CHECK(mistakes[i].row, talk_complains("Nothing was stored."));
        CHECK(mistakes[i].row, access(talk.folder, F_OK) != 0 ||
                                   (talk_run("export --digest") == CLI_OK && talk_says("0 ")));
        if (!talk_complains(want)) printf("# %s\n", talk_text(&talk.err));
    }
    talk_end();
    remove(file_path);
}

static void bytes_that_are_no_text(void)
{
    static const char zero[] = "consent: 1\nsport: a\0b\n";
    buffer text = {0};
    talk_begin();
    CHECK("zero", from_bytes(zero, sizeof zero - 1) == CLI_USAGE);
    CHECK("its place", talk_complains(":2:9: this is no text (byte 0x00)"));

    buffer_text(&text, "consent: 1\nsport: ");
    for (int32_t i = 0; i < INTAKE_LINE_MAX; i++) buffer_text(&text, "x");
    CHECK("a long line", from(text.text) == CLI_USAGE);
    CHECK("its place", talk_complains(":2:2001: want at most 2000 bytes in a line"));

    buffer_clear(&text);
    for (int32_t i = 0; i < 2 * INTAKE_PROBLEMS_MAX; i++) buffer_text(&text, "what\n");
    CHECK("many", from(text.text) == CLI_USAGE);
    CHECK("the first ones are shown", talk_complains(":20:1: ") && !talk_complains(":21:1: "));
    CHECK("and that there are more", talk_complains("There may be more"));

    buffer_clear(&text);
    while (text.len <= INTAKE_FILE_BYTES_MAX) buffer_text(&text, "# nothing but comments\n");
    CHECK("a long file", from(text.text) == CLI_USAGE && talk_complains("at most 256 kB"));

    CHECK("no file", talk_run("setup --from /nowhere/me.txt") == CLI_NOT_FOUND);
    CHECK("a folder", talk_run("setup --from /tmp") == CLI_DATA && talk_complains("a folder"));
    CHECK("nothing was made", access(talk.folder, F_OK) != 0);
    talk_end();
    remove(file_path);
    buffer_free(&text);
}

/// A number that was told earlier contradicts a line just as well.
static void what_was_told_before_counts(void)
{
    buffer before = {0}, after = {0};
    talk_begin();
    CHECK("stored", from_all("\npregnant: yes\nweeks_pregnant: 12\n") == CLI_OK);
    export_of(&before);
    CHECK("a no", from("pregnant: no\n") == CLI_USAGE);
    CHECK("says why",
          talk_complains(":1:11: pregnant: no, but you told weeks_pregnant: 12 before"));
    export_of(&after);
    CHECK_TEXT("nothing was stored", after.text, before.text);
    CHECK("both", from("pregnant: no\nweeks_pregnant: none\n") == CLI_OK);
    CHECK("a number", from("weeks_pregnant: 3\n") == CLI_USAGE);
    CHECK("says why", talk_complains("but you answered no to pregnant before"));
    talk_end();
    remove(file_path);
    buffer_free(&before);
    buffer_free(&after);
}

// ---- the template ----

static void the_template_can_be_filled_in(void)
{
    buffer text = {0};
    talk_begin();
    CHECK("template", talk_run("setup --template") == CLI_OK);
    buffer_text(&text, talk_text(&talk.out));
    CHECK("as it is, it says nothing",
          from(text.text) == CLI_USAGE && talk_complains("says nothing"));
    const ps_catalogue *catalogue = &ps_catalogue_builtin;
    for (int32_t i = 0; i < catalogue->screening_items.count; i++) {
        char line[64];
        snprintf(line, sizeof line, "\n%s:\n", catalogue->screening_items.at[i].id);
        CHECK(line, strstr(text.text, line));
    }
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        char line[64];
        snprintf(line, sizeof line, "\n%s:\n", catalogue->intake_fields.at[i].id);
        const bool derived = catalogue->intake_fields.at[i].type == PS_ASK_DERIVED;
        CHECK(line, (strstr(text.text, line) != NULL) != derived);
    }
    for (const char *line = text.text; *line; line += strcspn(line, "\n") + 1) {
        CHECK("lines fit", strcspn(line, "\n") <= 80);
    }
    talk_end();
    remove(file_path);
    buffer_free(&text);
}

// ---- every flag ----

/// A file in which all that a flag asks about is a yes.
static void answer_flag(const ps_flag *flag, buffer *also)
{
    buffer_text(also, "\n");
    for (int32_t i = 0; i < flag->logic.count; i++) {
        const ps_rule_node *node = &flag->logic.nodes[i];
        const bool age =
            node->op == PS_RULE_COMPARE && node->comparison == PS_GE && node->value >= 65;
        if (age && !strstr(also->text, "\nage_years: ")) {
            buffer_format(also, "age_years: %d\n", node->value);
        }
        if (node->op != PS_RULE_ITEM) continue;
        const char *id = ps_catalogue_builtin.screening_items.at[node->a].id;
        char line[64];
        snprintf(line, sizeof line, "\n%s: ", id);
        if (!strstr(also->text, line)) buffer_format(also, "%s: not_sure\n", id);
    }
}

static void every_flag_closes_what_it_must(void)
{
    static const char *const closed[] = {"plan", "plan --why", "plan simulate --weeks 2",
                                         "programme start asfa --yes",
                                         "test T_HOLD --side left --seconds 12"};
    static const char *const open[] = {"exercise list",    "why",           "export",
                                       "screen --summary", "screen --list", "progress"};
    const ps_flags *flags = &ps_catalogue_builtin.flags;
    for (int32_t i = 0; i < flags->count; i++) {
        const ps_flag *flag = &flags->at[i];
        const bool blocks = flag->level != PS_LEVEL_MODIFY;
        buffer also = {0};
        if (flag->logic.count == 0 || strcmp(flag->id, "U_CHILD") == 0) continue;
        answer_flag(flag, &also);
        talk_begin();
        CHECK(flag->id, from_all(also.text) == (blocks ? CLI_REFUSED : CLI_OK));
        CHECK(flag->id, talk_says("not sure") == blocks);
        (void)talk_run("screen --json");
        char id[80];
        snprintf(id, sizeof id, "\"id\": \"%s\"", flag->id);
        CHECK(flag->id, talk_says(id));
        for (int32_t k = 0; k < PS_COUNT(closed) && blocks; k++) {
            CHECK(closed[k], talk_run(closed[k]) == CLI_REFUSED);
            CHECK(closed[k], talk_says("How to come back"));
        }
        for (int32_t k = 0; k < PS_COUNT(open); k++) CHECK(open[k], talk_run(open[k]) == CLI_OK);
        talk_end();
        buffer_free(&also);
    }
    remove(file_path);
}

// ---- one thing ----

// clang-format off
static const struct {
    const char *line; ///< behind "setup "
    cli_exit code;
    const char *says;
} changes[] = {
    {"days_per_week", CLI_OK, "Told: 3"},
    {"days_per_week 4", CLI_OK, "days_per_week: 4, before: 3"},
    {"days_per_week 4", CLI_OK, "days_per_week is 4 already."},
    {"days_per_week 9", CLI_USAGE, "days_per_week '9': want a whole number from 1 to 6"},
    {"days_per_weak 4", CLI_NOT_FOUND, "did you mean 'days_per_week'?"},
    {"equipment chair, band", CLI_USAGE, "no such choice 'band'"},
    {"equipment chair wall dumbbell", CLI_OK, "equipment: wall,chair,dumbbell, before:"},
    {"sport table tennis", CLI_OK, "sport: table tennis, before: running"},
    {"sport none", CLI_OK, "sport: not told, before: table tennis"},
    {"sport n", CLI_USAGE, "want a word or more, or none"},
    {"country xx", CLI_USAGE, "XX is not a country code that we know"},
    {"night_wake 3", CLI_OK, "night_wake: 3, before: 0"},
    {"night_wake 0", CLI_OK, "Kept. But 3 was told before, and the highest of the last 7 days counts"},
    {"country uk", CLI_OK, "country: GB, before: DE"},
    {"position_limits none", CLI_OK, "position_limits is none already."},
    {"weeks_pregnant 20", CLI_OK, "You answered no to \"Are you pregnant?\""},
    {"weeks_pregnant none", CLI_OK, "weeks_pregnant: not told, before: 20"},
    {"lump_groin no", CLI_USAGE, "is a safety question; 'psoas screen --new' asks them all"},
    {"hold_s_L 3", CLI_USAGE, "the result of a test"},
    {"irritability low", CLI_USAGE, "follows from what you told"},
    {"--template days_per_week", CLI_USAGE, "choose one"},
    {"optin active-smr-hip-flexor", CLI_OK, "optin: active-smr-hip-flexor, before: not told"},
    {"pain_worst_24h 8", CLI_REFUSED, "Please see a clinician before any training."},
    {"pain_worst_24h 2", CLI_REFUSED, "Please see a clinician before any training."},
};
// clang-format on

static void one_thing_is_changed(void)
{
    talk_begin();
    talk.can_ask = false;
    CHECK("nobody yet", talk_run("setup days_per_week 4") == CLI_NOT_FOUND);
    CHECK("stored", from_all("\n") == CLI_OK);
    for (int32_t i = 0; i < PS_COUNT(changes); i++) {
        char line[128];
        snprintf(line, sizeof line, "setup %s", changes[i].line);
        CHECK(line, talk_run(line) == changes[i].code);
        CHECK(changes[i].line, talk_says(changes[i].says) || talk_complains(changes[i].says));
    }
    talk_end();
    remove(file_path);
}

static void the_ball_asks_its_questions(void)
{
    const ps_hazard_check *check = &ps_catalogue_builtin.hazard_checks.at[0];
    for (int32_t i = 0; i <= check->questions.count; i++) {
        const bool all_no = i == check->questions.count;
        const char *row = all_no ? "all no" : check->questions.at[i].ask;
        talk_begin();
        talk.can_ask = true;
        CHECK(row, from_all("\n") == CLI_OK);
        char start[41];
        if (!all_no) {
            snprintf(start, sizeof start, "%s", row);
            talk_answer("Which of them?", "n", PS_NONE);
            talk_answer(start, "?", PS_NONE);
        }
        const cli_exit code = talk_run("setup optin active-smr-hip-flexor");
        CHECK(row, code == (all_no ? CLI_OK : CLI_REFUSED));
        CHECK(row, talk_run("setup optin") == CLI_OK);
        CHECK(row, talk_says("Told: active-smr-hip-flexor") == all_no);
        talk_end();
    }
    // a flag that was answered with yes keeps it closed without a question
    talk_begin();
    talk.can_ask = false;
    CHECK("yes", from_all("\nclot_past: yes\n") == CLI_OK);
    CHECK("closed", talk_run("setup optin active-smr-hip-flexor") == CLI_REFUSED);
    CHECK("says why", talk_says("it needs a no to all of these questions"));
    talk_end();
    remove(file_path);
}

TEST_MAIN(TEST_CASE(a_file_becomes_a_plan), TEST_CASE(tests_are_measured_once),
          TEST_CASE(line_ends_and_marks_do_not_matter), TEST_CASE(mistakes_are_named),
          TEST_CASE(bytes_that_are_no_text), TEST_CASE(what_was_told_before_counts),
          TEST_CASE(the_template_can_be_filled_in), TEST_CASE(every_flag_closes_what_it_must),
          TEST_CASE(one_thing_is_changed), TEST_CASE(the_ball_asks_its_questions))
