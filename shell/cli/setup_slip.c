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

/// Shows a sentence once more; false when it was a slip, or nobody answers.
static bool is_meant(talk *of, const char *sentence, const char *said)
{
    enum { ANSWER = 16 };
    paper *page = &of->c->page;
    char line[ANSWER];
    buffer_text(&page->text, "\n");
    paper_format(page, INK_CARE, "Please look once more. To this you answered %s:", said);
    paper_flow(page, 0);
    paper_gap(page);
    paper_put(page, INK_TITLE, sentence);
    paper_flow(page, INDENT);
    paper_gap(page);
    paper_put(page, INK_PLAIN, "Yes, this is so");
    paper_item(page, INDENT, INK_NAME, "1", NUMBER_COLUMNS);
    paper_put(page, INK_PLAIN, "No, I pressed the wrong one");
    paper_item(page, INDENT, INK_NAME, "2", NUMBER_COLUMNS);
    while (data_ask(of->c, "> ", line, sizeof line)) {
        if (strcmp(line, "1") == 0 || strcmp(line, "y") == 0) return true;
        if (strcmp(line, "2") == 0 || strcmp(line, "n") == 0) return false;
        paper_put(page, INK_PLAIN, "Type 1 or 2.");
        paper_flow(page, 0);
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
               is_meant(of, talk_field(of, asked)->ask, said->text);
    }
    for (int32_t i = 0; i < asked->count; i++) {
        if (said->answers[i] == PS_ANSWER_NO) continue;
        if (!opens(of, &profile, opened, asked->items[i], PS_NONE)) continue;
        const char *sentence = of->c->catalogue->screening_items.at[asked->items[i]].ask;
        if (!is_meant(of, sentence,
                      said->answers[i] == PS_ANSWER_YES ? "yes"
                                                        : "not sure, which counts as yes")) {
            return false;
        }
    }
    return true;
}
