// What stands against an exercise, in words, and how it would open.
#include "explain/parts.h"

#include <string.h>

enum {
    CODES_SAID = 3,  ///< more are counted
    DETAILS_MAX = 64 ///< a set of things
};

/// How a block is said, and a clause for what opens it. "{}" stands for its detail.
typedef struct {
    const char *rule; ///< id of a selection rule; NULL: none, its own name counts
    bool ours;        ///< from a number of ours
    const char *says;
    const char *opens; ///< NULL: nothing does
} block_words;

// clang-format off
static const block_words blocks[] = {
    [PS_BLOCK_CODE]         = {.rule = "B15", .says = "your answers close it ({})"},
    [PS_BLOCK_HAZARD]       = {.rule = "B6",
                               .says = "not all its safety questions are answered with no",
                               .opens = "when all its safety questions are answered with no"},
    [PS_BLOCK_IRRITABILITY] = {.ours = true,
                               .says = "the hip is too easily irritated for it now",
                               .opens = "when the hip is {}"},
    [PS_BLOCK_WEEK]         = {.ours = true, .says = "it comes later in the plan"},
    [PS_BLOCK_SKILL]        = {.ours = true,
                               .says = "it is for people who are more used to training",
                               .opens = "when you are more used to training"},
    [PS_BLOCK_X01]          = {.rule = "B5",
                               .says = "weakness is the matter and not tightness, so lengthening "
                                       "is done actively",
                               .opens = "when a length test shows tightness"},
    [PS_BLOCK_EQUIPMENT]    = {.says = "you do not have all that it needs",
                               .opens = "when you have {}"},
    [PS_BLOCK_LOAD_WEEK]    = {.rule = "B10", .says = "weights come later in the plan"},
    [PS_BLOCK_POSITION]     = {.says = "you asked to leave out {}",
                               .opens = "when you take {} back in"},
    [PS_BLOCK_FIRST]        = {.ours = true, .says = "another exercise comes first",
                               .opens = "when {} is mastered"},
    [PS_BLOCK_BACK]         = {.rule = "B13",
                               .says = "planks and hanging wait while the back is sensitive"},
    [PS_BLOCK_PAUSED]       = {.says = "it is paused because it hurt",
                               .opens = "after a calm week and a new look at the safety questions"},
    [PS_BLOCK_GRADUATED]    = {.says = "you have mastered it, and {} has taken over",
                               .opens = "when {} is closed to you"},
    [PS_BLOCK_SWAPPED]      = {.says = "{} stands in for it",
                               .opens = "when you swap back or its time is over"},
};

/// Who may choose it.
static const block_words choices[] = {
    [PS_CHOSEN_NEVER]         = {.says = "nobody is asked to do it"},
    [PS_CHOSEN_BY_OPT_IN]     = {.rule = "B6",
                                 .says = "it carries a risk, so it is for those who ask for it",
                                 .opens = "when you ask for it"},
    [PS_CHOSEN_AFTER_SIGNOFF] = {.ours = true, .says = "a clinician has still to look at it",
                                 .opens = "when a clinician has approved it"},
    [PS_CHOSEN_BY_HAND]       = {.ours = true,
                                 .says = "nobody gets it unasked",
                                 .opens = "once you add it"},
    [PS_CHOSEN_ON_PROPOSAL]   = {.rule = "B2", .ours = true,
                                 .says = "it is kept for weeks in which the buttocks fall behind",
                                 .opens = "once it is proposed and added"},
};

static const block_words proposed = {
    .rule = "B2", .ours = true,
    .says = "it is proposed to you now, because the buttocks fall behind",
    .opens = "once you add it"};

static const block_words habit = {
    .says = "it is a habit for the day and has no dose, so it is in no session"};

static const block_words care = {
    .says = "it is done by a professional, so it is in no session"};
// clang-format on

static const block_words *words_of(const ps__case *of, ps_block block)
{
    if (of->exercise->kind == PS_KIND_HABIT) return &habit;
    if (of->exercise->kind == PS_KIND_CARE) return &care;
    if (block != PS_BLOCK_CHOICE && block != PS_BLOCK_UNDOSED) return &blocks[block];
    if (ps_has(of->coach->plan.proposals, of->index)) return &proposed;
    return &choices[of->exercise->engine.selectable];
}

const char *ps__block_rule(const ps__case *of, ps_block block)
{
    const block_words *words = words_of(of, block);
    if (words->rule) return words->rule;
    const bool never = words == &choices[PS_CHOSEN_NEVER];
    return ps_block_names.names[never ? PS_BLOCK_CHOICE : block];
}

uint32_t ps__blocks_that_count(const ps__case *of)
{
    const uint32_t undosed = UINT32_C(1) << PS_BLOCK_UNDOSED;
    return of->why.all & undosed ? undosed : of->why.all;
}

bool ps__block_is_ours(const ps__case *of, ps_block block) { return words_of(of, block)->ours; }

ps_why_not ps__block_alone(const ps__case *of, ps_block block)
{
    if (of->why.block == block) return of->why;
    if (block == PS_BLOCK_GRADUATED) { // not a reason of the exercise by itself
        const int32_t loaded = of->exercise->engine.loaded_exercise;
        return (ps_why_not){.block = block, .all = UINT32_C(1) << block, .detail = loaded};
    }
    return ps_plan_against(of->catalogue, &of->coach->input, of->index, ~(UINT32_C(1) << block));
}

uint64_t ps__block_details(const ps__case *of, ps_block block)
{
    const uint32_t others = ~(UINT32_C(1) << block);
    ps_plan_input in = of->coach->input;
    uint64_t set = 0;
    for (int32_t i = 0; i < DETAILS_MAX; i++) {
        const ps_why_not why = ps_plan_against(of->catalogue, &in, of->index, others);
        if (why.block != block) break;
        const uint64_t bit = UINT64_C(1) << why.detail;
        set |= bit;
        in.equipment |= bit;
        in.position_limits &= ~bit;
    }
    return set;
}

// ---- details ----

static int32_t size_of(uint64_t set)
{
    int32_t size = 0;
    for (; set != 0; set &= set - 1) size++;
    return size;
}

static const char *name_of(const ps__case *of, int32_t exercise)
{
    return of->catalogue->exercises.at[exercise].name;
}

/// "Half-kneel stretch or Leg dangle": one of them is enough.
static void say_first(const ps__case *of, ps_text *text)
{
    const ps_refs *after = &of->exercise->engine.after;
    for (int32_t i = 0; i < after->count; i++) {
        ps__put(text, "%s%s", i == 0 ? "" : " or ", name_of(of, after->at[i]));
    }
}

/// "a massage or lacrosse ball and a dumbbell"
static void say_things(const ps__case *of, ps_text *text)
{
    const uint64_t set = ps__block_details(of, PS_BLOCK_EQUIPMENT);
    const int32_t count = size_of(set);
    int32_t said = 0;
    for (int32_t i = 0; i < of->catalogue->equipment.count; i++) {
        if (!ps_has(set, i)) continue;
        ps__put(text, "%s", ps__between(said++, count));
        ps__say_thing(text, of->catalogue->equipment.at[i].text);
    }
}

static void say_positions(const ps__case *of, ps_text *text)
{
    const uint64_t set = ps__block_details(of, PS_BLOCK_POSITION);
    const int32_t count = size_of(set);
    int32_t said = 0;
    for (int32_t i = 0; i < of->catalogue->position_limits.count; i++) {
        if (!ps_has(set, i)) continue;
        ps__put(text, "%s%s", ps__between(said++, count),
                of->catalogue->position_limits.at[i].text);
    }
}

/// The text of a code goes into brackets: without its capital and its full stop.
static void say_code(const char *code, ps_text *text)
{
    const size_t len = strlen(code);
    const char first = code[0] >= 'A' && code[0] <= 'Z' ? (char)(code[0] - 'A' + 'a') : code[0];
    const int32_t rest = (int32_t)len - (code[len - 1] == '.' ? 2 : 1);
    ps__put(text, "%c%.*s", first, rest, code + 1);
}

static void say_codes(const ps__case *of, ps_text *text)
{
    int32_t said = 0, more = 0;
    for (int32_t i = 0; i < of->catalogue->codes.count; i++) {
        if (!ps_has(of->why.codes, i)) continue;
        if (said == CODES_SAID) {
            more++;
            continue;
        }
        if (said++ > 0) ps__put(text, "; ");
        say_code(of->catalogue->codes.at[i].text, text);
    }
    if (more > 0) ps__put(text, "; and %d more", more);
}

static void say_detail(const ps__case *of, const ps_why_not *why, ps_text *text)
{
    switch (why->block) {
    case PS_BLOCK_CODE:
        say_codes(of, text);
        return;
    case PS_BLOCK_IRRITABILITY:
        ps__put(text, "%s",
                of->exercise->engine.irritability_max == PS_IRRITABILITY_MOD
                    ? "no more than moderately irritable"
                    : "calm");
        return;
    case PS_BLOCK_EQUIPMENT:
        say_things(of, text);
        return;
    case PS_BLOCK_POSITION:
        say_positions(of, text);
        return;
    case PS_BLOCK_FIRST:
        say_first(of, text);
        return;
    case PS_BLOCK_GRADUATED:
    case PS_BLOCK_SWAPPED:
        ps__put(text, "%s", name_of(of, why->detail));
        return;
    case PS_BLOCK_NONE:
    case PS_BLOCK_UNDOSED:
    case PS_BLOCK_CHOICE:
    case PS_BLOCK_HAZARD:
    case PS_BLOCK_WEEK:
    case PS_BLOCK_SKILL:
    case PS_BLOCK_X01:
    case PS_BLOCK_LOAD_WEEK:
    case PS_BLOCK_BACK:
    case PS_BLOCK_PAUSED:
        return;
    }
}

static void say_filled(const ps__case *of, const ps_why_not *why, const char *template,
                       ps_text *text)
{
    char detail[PS_EXPLAIN_TEXT_MAX];
    ps_text of_detail = ps__text_over(detail, sizeof detail);
    say_detail(of, why, &of_detail);
    ps__fill(text, template, detail, NULL);
}

// ---- how it would open ----

/// Whether the answers alone set and take back all of the codes: nobody has to release them.
static bool all_derived(const ps__case *of)
{
    ps_code_set derived = 0;
    for (int32_t i = 0; i < of->catalogue->derived_codes.count; i++) {
        derived |= UINT64_C(1) << of->catalogue->derived_codes.at[i].code;
    }
    return (of->why.codes & ~derived) == 0;
}

static const uint32_t weeks =
    UINT32_C(1) << PS_BLOCK_WEEK | UINT32_C(1) << PS_BLOCK_LOAD_WEEK | UINT32_C(1) << PS_BLOCK_BACK;

/// The last week that something waits for.
static int32_t week_wanted(const ps__case *of)
{
    int32_t last = 0;
    for (int32_t b = 0; b < ps_block_names.count; b++) {
        if (!ps_has(of->why.all & weeks, b)) continue;
        last = ps_at_least(last, ps__block_alone(of, (ps_block)b).detail);
    }
    return last;
}

static void say_opening(const ps__case *of, ps_block block, ps_text *text)
{
    if (block == PS_BLOCK_CODE) {
        ps__put(text, "%s",
                all_derived(of) ? "when your answers no longer close it"
                                : "when your answers change or a clinician has cleared you");
        return;
    }
    const ps_why_not alone = ps__block_alone(of, block);
    say_filled(of, &alone, words_of(of, block)->opens, text);
}

/// Bit b: block b has a clause of its own. The weeks share one. None when nothing opens it.
static uint32_t openings(const ps__case *of)
{
    uint32_t set = 0;
    for (int32_t b = 0; b < ps_block_names.count; b++) {
        if (!ps_has(ps__blocks_that_count(of), b)) continue;
        const bool other = b == PS_BLOCK_CODE || ps_has(weeks, b);
        if (!other && !words_of(of, (ps_block)b)->opens) return 0;
        if (!ps_has(weeks, b) || (set & weeks) == 0) set |= UINT32_C(1) << b;
    }
    return set;
}

void ps__say_block(const ps__case *of, ps_text *text)
{
    int32_t start = ps__begin(text);
    say_filled(of, &of->why, words_of(of, of->why.block)->says, text);
    ps__end(text, start);

    const uint32_t set = openings(of), clauses = set & ~weeks;
    const int32_t count = size_of(clauses);
    int32_t said = 0;
    if (set == 0) return;
    start = ps__begin(text);
    ps__put(text, "it opens ");
    for (int32_t b = 0; b < ps_block_names.count; b++) {
        if (!ps_has(clauses, b)) continue;
        ps__put(text, "%s", ps__between(said++, count));
        say_opening(of, (ps_block)b, text);
    }
    if (set != clauses) {
        ps__put(text, count > 0 ? ", but not before week %d" : "from week %d on", week_wanted(of));
    }
    ps__end(text, start);
}
