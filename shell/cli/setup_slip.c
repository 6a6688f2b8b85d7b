// A slip of the finger must not send anybody to hospital, or lock them out.
#include "shell/cli/setup_talk.h"

#include <string.h>

enum { INDENT = 2, NUMBER_COLUMNS = 4 };

/// The EMERGENCY and URGENT flags that this reply would open.
static ps_flag_set would_open(const talk *of, const question *asked, const reply *said,
                              ps_profile *profile)
{
    const ps_catalogue *catalogue = of->c->catalogue;
    ps_screen_result result;
    ps_flag_set opened = 0;
    *profile = of->run->coach->told.profile;
    if (asked->kind == PS_QUESTION_FIELD) profile->values[asked->field] = said->value;
    for (int32_t i = 0; i < asked->count; i++) {
        profile->answers[asked->items[i]] = setup_answered(said->answers[i]);
    }
    ps_screen_at(catalogue, profile, of->run->today, &result);
    for (int32_t i = 0; i < catalogue->flags.count; i++) {
        const ps_level level = catalogue->flags.at[i].level;
        const bool grave = level == PS_LEVEL_EMERGENCY || level == PS_LEVEL_URGENT;
        if (grave)
            opened |= result.open & ~of->run->coach->told.screened.open & ((ps_flag_set)1 << i);
    }
    return opened;
}

/// Whether the sentence is one of those that open a flag of the set.
static bool opens(const talk *of, const ps_profile *profile, ps_flag_set opened, int32_t item,
                  int32_t field)
{
    ps_evidence evidence[PS_RULE_NODES_MAX];
    for (int32_t flag = 0; flag < of->c->catalogue->flags.count; flag++) {
        if (!(opened >> flag & 1)) continue;
        const int32_t count = ps_screen_evidence(of->c->catalogue, profile, flag, evidence);
        for (int32_t i = 0; i < count; i++) {
            if (item != PS_NONE ? evidence[i].item == item : evidence[i].field == field)
                return true;
        }
    }
    return false;
}

// ---- once more ----

/// What is typed to the sentence that is shown once more.
typedef enum { MEANT_UNCLEAR, MEANT_SO, MEANT_SLIP, MEANT_BACK, MEANT_STOP } meant;

static const struct {
    const char *typed;
    meant is;
    bool doubt; ///< only where "not sure" is asked about
} meanings[] = {
    {"1",    MEANT_SO,   false},
    {"y",    MEANT_SO,   false},
    {"yes",  MEANT_SO,   false},
    {"?",    MEANT_SO,   true },
    {"2",    MEANT_SLIP, false},
    {"n",    MEANT_SLIP, false},
    {"no",   MEANT_SLIP, false},
    {"b",    MEANT_BACK, false},
    {"back", MEANT_BACK, false},
    {"q",    MEANT_STOP, false},
    {"quit", MEANT_STOP, false},
};

static meant read_meant(const char *line, bool doubt)
{
    for (int32_t i = 0; i < PS_COUNT(meanings); i++) {
        if (strcmp(line, meanings[i].typed) != 0) continue;
        return meanings[i].doubt && !doubt ? MEANT_UNCLEAR : meanings[i].is;
    }
    return MEANT_UNCLEAR;
}

static void put_once_more(talk *of, const char *sentence, const char *said, bool doubt)
{
    paper *page = &of->c->page;
    buffer_text(&page->text, "\n");
    paper_format(page, INK_CARE, "Please look once more. To this you answered %s:", said);
    paper_flow(page, 0);
    paper_gap(page);
    paper_put(page, INK_TITLE, sentence);
    paper_flow(page, INDENT);
    paper_gap(page);
    paper_put(page, INK_PLAIN, doubt ? "I am not sure" : "Yes, this is so");
    paper_item(page, INDENT, INK_NAME, "1", NUMBER_COLUMNS);
    paper_put(page, INK_PLAIN, "No, I pressed the wrong one");
    paper_item(page, INDENT, INK_NAME, "2", NUMBER_COLUMNS);
    paper_put(page, INK_QUIET, "b back · q stop");
    paper_flow(page, 0);
}

/// Shows a sentence once more; false when it was a slip, or nobody answers.
static bool is_meant(talk *of, const char *sentence, const char *said, bool doubt)
{
    enum { ANSWER = 16 };
    paper *page = &of->c->page;
    char line[ANSWER];
    put_once_more(of, sentence, said, doubt);
    while (data_ask(of->c, "> ", line, sizeof line)) {
        switch (read_meant(line, doubt)) {
        case MEANT_SO:
            return true;
        case MEANT_SLIP:
        case MEANT_BACK:
            return false;
        case MEANT_STOP:
            of->over = true;
            return false;
        case MEANT_UNCLEAR:
            paper_put(page, INK_PLAIN, "Type 1 or 2; b goes back, q stops.");
            paper_flow(page, 0);
            break;
        }
    }
    of->over = true;
    return false;
}

bool talk_is_sure(talk *of, const question *asked, const reply *said)
{
    ps_profile profile;
    const ps_flag_set opened = would_open(of, asked, said, &profile);
    if (!opened) return true;
    if (asked->kind == PS_QUESTION_FIELD) {
        return !opens(of, &profile, opened, PS_NONE, asked->field) ||
               is_meant(of, talk_field(of, asked)->ask, said->text, false);
    }
    for (int32_t i = 0; i < asked->count; i++) {
        if (said->answers[i] == PS_ANSWER_NO) continue;
        if (!opens(of, &profile, opened, asked->items[i], PS_NONE)) continue;
        const char *sentence = of->c->catalogue->screening_items.at[asked->items[i]].ask;
        const bool doubt = said->answers[i] == PS_ANSWER_NOT_SURE;
        if (!is_meant(of, sentence, doubt ? "not sure, which counts as yes" : "yes", doubt)) {
            return false;
        }
    }
    return true;
}
