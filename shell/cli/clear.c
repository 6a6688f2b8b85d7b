// psoas clear: what a professional has said about a flag opens the programme again.
#include "shell/cli/coach_words.h"
#include "shell/cli/setup.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { INDENT = 2 };

/// What is to be recorded.
typedef struct {
    int32_t flag;
    ps_clearing_kind kind;
    ps_day day;
    int32_t who;       ///< profession
    const char *words; ///< NULL when nothing was released in words
    const char *codes[PS_RELEASED_MAX];
    int32_t code_count;
} clearing;

const char *clear_flag_at(const ps_catalogue *catalogue, int32_t index)
{
    return index < catalogue->flags.count ? catalogue->flags.at[index].id : NULL;
}

static const ps_flag *flag_of(const cli *c, int32_t flag) { return &c->catalogue->flags.at[flag]; }

static const ps_profession *profession_of(const cli *c, const clearing *of)
{
    return &c->catalogue->professions.at[of->who];
}

static bool wants_review(ps_level level)
{
    return level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT;
}

// ---- the flag ----

static cli_exit find_flag(cli *c, const coach_run *run, const char *word, clearing *of)
{
    of->flag = c->names.find(c->names.context, "flags", ps_str_of(word));
    if (of->flag == PS_NONE) {
        cli_unknown(c, CLI_NOT_FOUND, "flag", word,
                    ps_names_closest(&c->names, "flags", ps_str_of(word)));
        buffer_text(&c->messages, "'psoas clear' lists those that matter for you.\n");
        return CLI_NOT_FOUND;
    }
    if (run->coach->told.screened.flags[of->flag] == PS_YES) return CLI_OK;
    return cli_complain(c, CLI_CONFLICT,
                        "%s is not on (%s); there is nothing to clear. 'psoas clear' lists what is",
                        word, flag_of(c, of->flag)->title);
}

// ---- the kind ----

/// Without --kind it is what opens the flag; an examination is never taken for granted.
static cli_exit find_kind(cli *c, clearing *of)
{
    static const ps_clearing_kind kinds[] = {PS_CLEARED, PS_MEDICALLY_REVIEWED, PS_CODES_RELEASED};
    const ps_flag *flag = flag_of(c, of->flag);
    const int32_t said = cli_choice(c, "kind");
    const bool modify = flag->level == PS_LEVEL_MODIFY;
    of->kind = said != PS_NONE ? kinds[said] : modify ? PS_CODES_RELEASED : PS_CLEARED;
    if (wants_review(flag->level) && of->kind == PS_CLEARED) {
        return cli_complain(
            c, CLI_REFUSED,
            "%s is %s: only a medical examination opens it again. When a doctor has "
            "done that, add --kind medical_review",
            flag->id, flag->level == PS_LEVEL_URGENT ? "urgent" : "an emergency");
    }
    if (modify && of->kind != PS_CODES_RELEASED) {
        return cli_usage(c,
                         "%s closes nothing, it only leaves things out: use --kind release with "
                         "--codes",
                         flag->id);
    }
    return CLI_OK;
}

// ---- the day ----

static cli_exit find_day(cli *c, const coach_run *run, const char *text, clearing *of)
{
    ps_error err = {0};
    const int32_t lasts = 7 * c->catalogue->clearance.weeks;
    const ps_day raised = run->coach->told.raised[of->flag];
    of->day = run->today;
    if (!text) return CLI_OK;
    if (ps_day_parse(ps_str_of(text), &of->day, &err) != PS_OK) {
        return cli_usage(c, "--on '%s': %s", text, err.text);
    }
    if (of->day > run->today) return cli_usage(c, "--on '%s': that day has not come yet", text);
    if (wants_review(flag_of(c, of->flag)->level) && of->day < raised) {
        buffer day = {0};
        words_day_year(&day, raised);
        const cli_exit refused =
            cli_usage(c,
                      "--on '%s': that was before the sign was last reported (%s); an examination "
                      "from before it opens nothing, a new one is needed",
                      text, day.text);
        buffer_free(&day);
        return refused;
    }
    if (of->kind != PS_CODES_RELEASED && run->today - of->day >= lasts) {
        return cli_usage(c,
                         "--on '%s': a clearance counts for %d weeks, so this one would have no "
                         "effect; a new look is needed",
                         text, c->catalogue->clearance.weeks);
    }
    return CLI_OK;
}

// ---- the codes ----

/// The codes that the flag and those it shares releases with may set.
static ps_code_set codes_of(const ps_catalogue *catalogue, int32_t flag)
{
    ps_flag_set flags = (ps_flag_set)1 << flag;
    ps_code_set codes = 0;
    for (int32_t i = 0; i < catalogue->release_groups.count; i++) {
        const ps_refs *group = &catalogue->release_groups.at[i].flags;
        ps_flag_set all = 0;
        for (int32_t k = 0; k < group->count; k++) all |= (ps_flag_set)1 << group->at[k];
        if (all >> flag & 1) flags |= all;
    }
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        const ps_flag_codes *set = &catalogue->flags.at[i].codes;
        for (int32_t k = 0; k < set->count && (flags >> i & 1); k++) {
            codes |= (ps_code_set)1 << set->at[k].code;
        }
    }
    return codes;
}

static void add_code_names(const ps_catalogue *catalogue, ps_code_set codes, buffer *to)
{
    for (int32_t i = 0; i < catalogue->codes.count; i++) {
        if (!(codes >> i & 1)) continue;
        buffer_format(to, "%s%s", to->len > 0 ? ", " : "", catalogue->codes.at[i].id);
    }
}

static cli_exit add_code(cli *c, ps_str word, clearing *of)
{
    const int32_t code = c->names.find(c->names.context, "codes", word);
    const ps_code_set allowed = codes_of(c->catalogue, of->flag);
    const char *flag = flag_of(c, of->flag)->id;
    char text[PS_ID_MAX + 1] = {0};
    memcpy(text, word.ptr, (size_t)(word.len < PS_ID_MAX ? word.len : PS_ID_MAX));
    if (code == PS_NONE) {
        return cli_unknown(c, CLI_NOT_FOUND, "code", text,
                           ps_names_closest(&c->names, "codes", word));
    }
    if (!(allowed >> code & 1)) {
        buffer names = {0};
        add_code_names(c->catalogue, allowed, &names);
        const cli_exit refused =
            cli_usage(c, "%s is not one of the precautions of %s, which has: %s", text, flag,
                      names.len > 0 ? names.text : "none");
        buffer_free(&names);
        return refused;
    }
    for (int32_t i = 0; i < of->code_count; i++) {
        if (strcmp(of->codes[i], c->catalogue->codes.at[code].id) == 0) return CLI_OK;
    }
    if (of->code_count < PS_RELEASED_MAX) {
        of->codes[of->code_count++] = c->catalogue->codes.at[code].id;
    }
    return CLI_OK;
}

static cli_exit find_codes(cli *c, const char *text, clearing *of)
{
    cli_exit code = CLI_OK;
    for (; text && *text && code == CLI_OK; text += strspn(text, ", ")) {
        const ps_str word = {text, (int32_t)strcspn(text, ", ")};
        if (word.len > 0) code = add_code(c, word, of);
        text += word.len;
    }
    if (code == CLI_OK && of->kind == PS_CODES_RELEASED && of->code_count == 0) {
        return cli_usage(c, "a release names at least one code: --codes A,B");
    }
    return code;
}

// ---- asking for what is missing ----

/// What was said with an option, or typed now; NULL when nothing was.
static const char *said_or_asked(cli *c, const char *option, const char *asks)
{
    char line[PS_NOTE_MAX + 1];
    const char *said = cli_value(c, option);
    if (said || !asks) return said;
    data_ask(c, asks, line, sizeof line);
    return *line ? cli_text(c, line) : NULL;
}

// ---- who said it ----

/// Whether somebody of this profession may say so.
static bool may_clear(const cli *c, const clearing *of, int32_t profession)
{
    const bool grave = wants_review(flag_of(c, of->flag)->level);
    return !grave || c->catalogue->professions.at[profession].examines;
}

/// "doctor, gp, surgeon"
static void add_professions(const cli *c, const clearing *of, buffer *to)
{
    for (int32_t i = 0; i < c->catalogue->professions.count; i++) {
        if (!may_clear(c, of, i)) continue;
        buffer_format(to, "%s%s", to->len > 0 ? ", " : "", c->catalogue->professions.at[i].id);
    }
}

static cli_exit check_who(cli *c, const clearing *of)
{
    const ps_flag *flag = flag_of(c, of->flag);
    if (may_clear(c, of, of->who)) return CLI_OK;
    buffer names = {0};
    add_professions(c, of, &names);
    const cli_exit code = cli_complain(
        c, CLI_REFUSED, "%s is %s: only a doctor opens it again. Want one of %s", flag->id,
        flag->level == PS_LEVEL_URGENT ? "urgent" : "an emergency", names.text);
    buffer_free(&names);
    return code;
}

/// The profession of a line that was typed: its number in the list, or its name.
static int32_t read_who(const cli *c, const int32_t *listed, int32_t count, const char *line)
{
    const ps_professions *all = &c->catalogue->professions;
    for (int32_t i = 0; i < count; i++) {
        char number[CLI_WORDS];
        snprintf(number, sizeof number, "%d", i + 1);
        const bool named = strcasecmp(line, all->at[listed[i]].id) == 0;
        if (named || strcmp(line, number) == 0) return listed[i];
    }
    return PS_NONE;
}

/// Shows who may say so and takes one of them.
static int32_t ask_who(cli *c, const clearing *of)
{
    const ps_professions *all = &c->catalogue->professions;
    int32_t *listed = cli_take(c, all->count, sizeof *listed);
    int32_t count = 0;
    char line[CLI_WORDS], number[CLI_WORDS];
    paper_put(&c->page, INK_TITLE, "Who said so?");
    paper_flow(&c->page, 0);
    for (int32_t i = 0; i < all->count; i++) {
        if (!may_clear(c, of, i)) continue;
        listed[count++] = i;
        snprintf(number, sizeof number, "%d", count);
        paper_put(&c->page, INK_PLAIN, all->at[i].text);
        paper_item(&c->page, INDENT, INK_NAME, number, 4);
    }
    while (data_ask(c, "Its number: ", line, sizeof line) && *line) {
        const int32_t found = read_who(c, listed, count, line);
        if (found != PS_NONE) return found;
        paper_format(&c->page, INK_CARE, "Type a number from 1 to %d. ", count);
    }
    return PS_NONE;
}

static cli_exit find_who(cli *c, bool asks, clearing *of)
{
    of->who = asks ? ask_who(c, of) : cli_choice(c, "who");
    if (of->who != PS_NONE) return check_who(c, of);
    buffer names = {0};
    add_professions(c, of, &names);
    const cli_exit code = cli_usage(c, "who said so? Add --who PROFESSION, one of %s", names.text);
    buffer_free(&names);
    return code;
}

static cli_exit find_words(cli *c, const coach_run *run, clearing *of)
{
    // somebody who has said who it was has said the rest, too
    const bool asks = !cli_value(c, "who") && data_can_ask(c);
    buffer codes = {0};
    add_code_names(c->catalogue, codes_of(c->catalogue, of->flag), &codes);
    if (asks) {
        paper_format(&c->page, INK_TITLE, "%s", flag_of(c, of->flag)->title);
        paper_flow(&c->page, 0);
        paper_format(&c->page, INK_QUIET, "Precautions that can be taken off: %s",
                     codes.len > 0 ? codes.text : "none");
        paper_flow(&c->page, 0);
    }
    buffer_free(&codes);
    cli_exit code = find_who(c, asks, of);
    if (code != CLI_OK) return code;
    const char *day =
        said_or_asked(c, "on", asks ? "On which day (2026-11-21)? Enter: today. " : NULL);
    code = find_day(c, run, day, of);
    if (code != CLI_OK) return code;
    of->words = said_or_asked(
        c, "released",
        asks ? "What may be done again, in their words? Enter: nothing was said. " : NULL);
    return find_codes(c,
                      said_or_asked(c, "codes",
                                    asks ? "Which precautions did they take off, by name? Enter: "
                                           "none. "
                                         : NULL),
                      of);
}

// ---- recording ----

static ps_event event_of(const cli *c, const clearing *of)
{
    return (ps_event){
        .kind = PS_EVENT_flag_cleared,
        .as.flag_cleared = {.flag = flag_of(c, of->flag)->id,
                            .kind = of->kind,
                            .day = of->day,
                            .who = profession_of(c, of)->id,
                            .words = of->words,
                            .codes = {of->codes, of->code_count}},
    };
}

static void put_day(cli *c, paper_ink ink, const char *before, ps_day day, const char *behind)
{
    buffer text = {0};
    words_day_year(&text, day);
    paper_format(&c->page, ink, "%s%s%s", before, text.text, behind);
    buffer_free(&text);
}

static void put_recorded(cli *c, const coach_run *run, const clearing *of)
{
    static const char *const words[] = {[PS_CLEARED] = "cleared",
                                        [PS_MEDICALLY_REVIEWED] = "examined and cleared",
                                        [PS_CODES_RELEASED] = "precautions released"};
    const ps_screen_result *found = &run->coach->told.screened;
    const ps_clearance *rule = &c->catalogue->clearance;
    paper_format(&c->page, INK_GOOD, "Recorded: %s [%s], %s (%s, ", flag_of(c, of->flag)->title,
                 flag_of(c, of->flag)->id, words[of->kind], profession_of(c, of)->id);
    put_day(c, INK_GOOD, "", of->day, ").");
    if (of->kind != PS_CODES_RELEASED) {
        put_day(c, INK_PLAIN, " It counts up to and including ", of->day + 7 * rule->weeks - 1,
                ".");
        if (found->gentle_start) {
            buffer day = {0};
            words_gentle_until(&day, found);
            paper_format(&c->page, INK_PLAIN, " It starts gently, up to and including %s.",
                         day.text);
            buffer_free(&day);
        }
    }
    paper_flow(&c->page, 0);
    paper_put(&c->page, INK_QUIET,
              "This is taken on your word: psoas cannot check who said it. Please record only what "
              "a professional has told you.");
    paper_flow(&c->page, 0);
    screen_put_codes(c, run);
    paper_gap(&c->page);
    if (run->coach->stage == PS_COACH_READY) put_command_line(c, "Next: ", "psoas plan");
    if (run->coach->stage == PS_COACH_QUESTIONS) put_command_line(c, "Next: ", "psoas screen");
    if (run->coach->stage == PS_COACH_REFUSED) {
        put_command_line(c, "Something else still closes the programme: ", "psoas clear");
    }
}

static cli_exit record(cli *c, coach_run *run)
{
    clearing of = {0};
    cli_exit code = find_flag(c, run, c->arguments[0], &of);
    if (code == CLI_OK) code = find_kind(c, &of);
    if (code == CLI_OK) code = find_words(c, run, &of);
    if (code != CLI_OK) return code;
    ps_event event = event_of(c, &of);
    code = coach_run_add(c, run, &event, 1);
    if (code == CLI_OK) put_recorded(c, run, &of);
    return code;
}

static cli_exit record_diagnosis(cli *c, coach_run *run, const char *what)
{
    ps_event event = {.kind = PS_EVENT_diagnosis_given, .as.diagnosis_given = {.what = what}};
    const cli_exit code = coach_run_add(c, run, &event, 1);
    if (code != CLI_OK) return code;
    paper_put(
        &c->page, INK_PLAIN,
        "Recorded. Every clearance from before has ended; what they had opened is closed until "
        "a professional has looked at it with the new diagnosis in mind.");
    paper_flow(&c->page, 0);
    if (run->coach->stage == PS_COACH_REFUSED) refusal_put(c, run);
    return CLI_OK;
}

// ---- the command ----

cli_exit clear(cli *c)
{
    const char *diagnosis = cli_value(c, "new-diagnosis");
    const bool lists = c->argument_count == 0 && !diagnosis;
    coach_run run = {0};
    if (diagnosis && c->argument_count > 0) {
        return cli_usage(c, "--new-diagnosis ends every clearance; leave FLAG out");
    }
    if (!lists && c->json) return cli_usage(c, "--json only lists; leave FLAG out");
    cli_exit code = coach_run_open(c, lists ? DATA_READ : DATA_WRITE, &run);
    if (code != CLI_OK) goto done;
    if (run.coach->stage == PS_COACH_CONSENT) {
        code = coach_run_needs_plan(c, &run);
    } else if (lists) {
        clear_put_list(c, &run);
    } else {
        code = diagnosis ? record_diagnosis(c, &run, diagnosis) : record(c, &run);
    }

done:
    coach_run_close(&run);
    return code;
}
