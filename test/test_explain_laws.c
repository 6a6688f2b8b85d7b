// Laws of every explanation, over people of any kind. What a text says opens an exercise is tried:
// with exactly that, and nothing less, the planner allows it.
#include "explain_kit.h"

#include <stdlib.h>

enum { PEOPLE = 2000, SHOWN_MAX = 20, CHECKED_TEXT = PS_EXPLAIN_TEXT_MAX };

static char person[64]; // names the row: the number of this person, and the exercise
static ps_coach coach;
static ps_explanation got;

static bool holds(const char *whole, const char *part) { return strstr(whole, part) != NULL; }

static const ps_selection_rule *rule_of(const char *rule)
{
    for (int32_t i = 0; i < all->selection_rules.count; i++) {
        const ps_selection_rule *at = &all->selection_rules.at[i];
        if (strlen(at->id) == strcspn(rule, ":") && strncmp(at->id, rule, strlen(at->id)) == 0) {
            return at;
        }
    }
    return NULL;
}

static bool has_reference(int32_t reference)
{
    for (int32_t i = 0; i < got.reference_count; i++) {
        if (got.references[i] == reference) return true;
    }
    return false;
}

static uint32_t days_in_plan(int32_t exercise)
{
    const ps_micro_plan *micro = &coach.plan.micro;
    uint32_t days = 0;
    for (int32_t d = 0; d < coach.plan.day_count; d++) {
        for (int32_t i = 0; i < coach.plan.days[d].count; i++) {
            if (coach.plan.days[d].items[i].exercise != exercise) continue;
            days |= UINT32_C(1) << coach.plan.days[d].day;
        }
    }
    for (int32_t d = 0; d < PS_WEEK_DAYS; d++) {
        const bool stretch = exercise == micro->stretch || exercise == micro->closing;
        if (exercise != micro->breathing && !(stretch && micro->sets[d] > 0)) continue;
        days |= UINT32_C(1) << (d + 1);
    }
    return days;
}

/// The decision is the plan's.
static void law_decision(int32_t exercise)
{
    const ps_why_not *why = &coach.plan.why_not[exercise];
    bool struck = false;
    for (int32_t i = 0; i < coach.plan.struck_count; i++) {
        const ps_plan_struck *at = &coach.plan.struck[i];
        struck = struck || (at->exercise == exercise && at->status != PS_ITEM_ADVICE);
    }
    const uint32_t days = days_in_plan(exercise);
    CHECK(person, got.exercise == exercise);
    CHECK(person, got.days == days);
    CHECK(person, (got.decision == PS_DECIDED_SELECT) == (days != 0));
    CHECK(person, got.why_not.all == why->all && got.why_not.block == why->block);
    if (days != 0) return;
    CHECK(person, (got.decision == PS_DECIDED_STRUCK) == struck);
    if (struck) return;
    CHECK(person, (got.decision == PS_DECIDED_LEAVE_OUT) == (why->block != PS_BLOCK_NONE));
}

/// 11: what is selected has a rule with a source; every rule is one, or names a block.
static void law_rules(void)
{
    CHECK(person, got.rule_count > 0);
    bool sourced = false;
    for (int32_t i = 0; i < got.rule_count; i++) {
        const ps_selection_rule *rule = rule_of(got.rules[i]);
        const bool block = ps_enum_find(&ps_block_names, ps_str_of(got.rules[i])) != PS_NONE;
        CHECK(person, (rule != NULL) != block);
        if (!rule) continue;
        sourced = sourced || rule->references.count > 0;
        for (int32_t k = 0; k < rule->references.count; k++) {
            CHECK(person, has_reference(rule->references.at[k]));
        }
    }
    CHECK(person, sourced || got.decision == PS_DECIDED_LEAVE_OUT);
}

static bool has_rule(const char *id)
{
    for (int32_t i = 0; i < got.rule_count; i++) {
        if (strcmp(got.rules[i], id) == 0) return true;
    }
    return false;
}

/// Every reason of every item of the week is a rule of the record; a load has one, too.
static void law_reasons(int32_t exercise)
{
    for (int32_t d = 0; d < coach.plan.day_count; d++) {
        for (int32_t i = 0; i < coach.plan.days[d].count; i++) {
            const ps_plan_item *item = &coach.plan.days[d].items[i];
            if (item->exercise != exercise) continue;
            CHECK(person, !item->loaded || has_rule("B10"));
            for (int32_t r = 0; r < item->reason_count; r++) {
                text id = {0};
                say(&id, "%s", ps_because_names.names[item->reasons[r].why]);
                if (item->reasons[r].why <= PS_BECAUSE_QUOTA) {
                    say(&id, ":%s", ps_role_names.names[item->reasons[r].role]);
                }
                CHECK(person, has_rule(id.at));
            }
        }
    }
}

/// Claims are the exercise's own, may be said, and are said; nothing else is.
static void law_claims(const ps_exercise *exercise)
{
    for (int32_t i = 0; i < got.claim_count; i++) {
        const ps_claim *claim = &all->claims.at[got.claims[i]];
        bool own = false;
        for (int32_t k = 0; k < exercise->claims.count; k++) {
            own = own || exercise->claims.at[k] == got.claims[i];
        }
        CHECK(person, own);
        CHECK(person, claim->verdict == PS_SUPPORTED || claim->verdict == PS_PARTLY ||
                          claim->verdict == PS_OPINION || claim->verdict == PS_PLAUSIBLE_UNTESTED);
        CHECK(person, holds(got.text, claim->says));
        for (int32_t k = 0; k < claim->references.count; k++) {
            CHECK(person, has_reference(claim->references.at[k]));
        }
        if (claim->verdict != PS_PLAUSIBLE_UNTESTED) continue;
        CHECK(person, holds(got.text, " may ") && holds(got.text, "untested"));
    }
    for (int32_t c = 0; c < all->claims.count; c++) {
        const char *says = all->claims.at[c].says;
        bool named = false;
        for (int32_t i = 0; i < got.claim_count; i++) named = named || got.claims[i] == c;
        CHECK(person, named || !says || !holds(got.text, says));
    }
}

/// The grade is the lowest of the references, and D where an exercise or a number is ours.
static void law_grade(const ps_exercise *exercise)
{
    ps_grade lowest = PS_GRADE_A;
    for (int32_t i = 0; i < got.reference_count; i++) {
        const ps_grade grade = all->references.at[got.references[i]].grade;
        if (grade > lowest) lowest = grade;
    }
    CHECK(person, got.grade == lowest || got.grade == PS_GRADE_D);
    CHECK(person, exercise->sources.count > 0 || got.grade == PS_GRADE_D);
    CHECK(person, (got.source == PS_NONE) == (exercise->sources.count == 0));
    if (got.decision == PS_DECIDED_SELECT && exercise->sources.count > 0) {
        CHECK(person, got.grade == PS_GRADE_S && has_reference(got.source));
    }
    if (got.confidence != PS_CONFIDENCE_HIGH) return;
    const ps_claim *claim = &all->claims.at[got.claims[0]];
    bool trial = false;
    for (int32_t i = 0; i < claim->references.count; i++) {
        trial = trial || all->references.at[claim->references.at[i]].grade == PS_GRADE_A;
    }
    CHECK(person, trial && claim->verdict == PS_SUPPORTED && claim->kind == PS_CLAIM_EFFECT);
}

static void lower(const char *from, char *out)
{
    size_t i = 0;
    for (; from[i] && i + 1 < CHECKED_TEXT; i++) {
        out[i] = (char)(from[i] >= 'A' && from[i] <= 'Z' ? from[i] - 'A' + 'a' : from[i]);
    }
    out[i] = '\0';
}

/// Two to five sentences that fit, end, and hold nothing that no text may hold.
static void law_text(void)
{
    char small[CHECKED_TEXT];
    const size_t len = strlen(got.text);
    CHECK(person, len > 20 && len + 1 < sizeof got.text);
    CHECK(person, got.text[0] < 'a' || got.text[0] > 'z');
    CHECK(person, len > 0 && got.text[len - 1] == '.');
    CHECK(person, !holds(got.text, "  ") && !holds(got.text, "..") && !holds(got.text, "{}"));
    CHECK(person, !holds(got.text, "(null)") && !holds(got.text, " ,") && !holds(got.text, " ."));
    int32_t sentences = 0;
    for (const char *at = got.text; *at; at++) {
        sentences += at[0] == '.' && (at[1] == ' ' || at[1] == '\0') ? 1 : 0;
        CHECK(person, *at >= ' ' && *at <= '~');
    }
    CHECK(person, sentences >= SENTENCES_LEAST && sentences <= SENTENCES_MOST);
    lower(got.text, small);
    for (int32_t i = 0; i < all->copy.never.count; i++) {
        CHECK(person, !holds(small, all->copy.never.at[i]));
    }
    for (int32_t c = 0; c < all->claims.count; c++) {
        const ps_texts *phrases = &all->claims.at[c].phrases;
        for (int32_t i = 0; i < phrases->count; i++) CHECK(person, !holds(small, phrases->at[i]));
    }
}

static void law_inputs(void)
{
    for (int32_t i = 0; i < got.input_count; i++) {
        const size_t len = strlen(got.inputs[i].value);
        CHECK(person, len > 0 && len + 1 < sizeof got.inputs[i].value);
        for (int32_t k = 0; k < i; k++) {
            CHECK(person, strcmp(got.inputs[i].name, got.inputs[k].name) != 0);
        }
    }
    if (got.decision == PS_DECIDED_SELECT) {
        CHECK_TEXT(person, got.inputs[0].name, "class");
        CHECK_TEXT(person, got.inputs[0].value, ps_class_names.names[coach.plan.person_class]);
    }
}

// ---- what opens it ----

/// The text from the sentence on that says what opens it.
static const char *opening(void)
{
    const char *from = strstr(got.text, "It opens ");
    return from ? from : "";
}

/// The week that it names.
static int32_t week_said(void)
{
    static const char *const words[] = {"from week ", "not before week "};
    for (int32_t i = 0; i < PS_COUNT(words); i++) {
        const char *from = strstr(opening(), words[i]);
        if (from) return atoi(from + strlen(words[i]));
    }
    CHECK(person, false && "a week is said");
    return 0;
}

/// The equipment and limits whose words it holds.
static uint64_t equipment_said(void)
{
    uint64_t set = 0;
    for (int32_t i = 0; i < all->equipment.count; i++) {
        if (holds(opening(), all->equipment.at[i].text)) set |= UINT64_C(1) << i;
    }
    return set;
}

static uint64_t limits_said(void)
{
    uint64_t set = 0;
    for (int32_t i = 0; i < all->position_limits.count; i++) {
        if (holds(opening(), all->position_limits.at[i].text)) set |= UINT64_C(1) << i;
    }
    return set;
}

static void put_mastered(ps_plan_input *in, int32_t exercise, bool mastered)
{
    in->state[exercise][0].mastered = in->state[exercise][1].mastered = mastered;
}

/// Does what one clause of the text asks for.
static void do_clause(ps_plan_input *in, ps_block block)
{
    const ps_exercise *exercise = &all->exercises.at[got.exercise];
    const uint64_t bit = UINT64_C(1) << got.exercise;
    switch (block) {
    case PS_BLOCK_CHOICE:
        in->optin |= bit;
        in->added |= bit;
        return;
    case PS_BLOCK_CODE:
        in->codes &= ~got.why_not.codes;
        return;
    case PS_BLOCK_HAZARD:
        in->hazards &= ~bit;
        return;
    case PS_BLOCK_IRRITABILITY:
        in->irritability = holds(opening(), "no more than moderately irritable")
                               ? PS_IRRITABILITY_MOD
                               : PS_IRRITABILITY_LOW;
        return;
    case PS_BLOCK_WEEK:
    case PS_BLOCK_LOAD_WEEK:
    case PS_BLOCK_BACK:
        in->week = week_said();
        return;
    case PS_BLOCK_SKILL:
        in->skill = 3;
        return;
    case PS_BLOCK_X01:
        in->person_class = PS_CLASS_BOTH;
        return;
    case PS_BLOCK_EQUIPMENT:
        in->equipment |= equipment_said();
        return;
    case PS_BLOCK_POSITION:
        in->position_limits &= ~limits_said();
        return;
    case PS_BLOCK_FIRST:
        for (int32_t i = 0; i < exercise->engine.after.count; i++) {
            const int32_t first = exercise->engine.after.at[i];
            CHECK(person, holds(opening(), all->exercises.at[first].name));
            if (i == 0) put_mastered(in, first, true);
        }
        return;
    case PS_BLOCK_PAUSED:
        in->state[got.exercise][0].stage = in->state[got.exercise][1].stage = PS_STAGE_LEARN;
        return;
    case PS_BLOCK_GRADUATED:
        put_mastered(in, got.exercise, false);
        return;
    case PS_BLOCK_SWAPPED:
        in->swapped &= ~bit;
        return;
    case PS_BLOCK_NONE:
    case PS_BLOCK_UNDOSED:
        return;
    }
}

static bool is_final(const ps_exercise *exercise)
{
    return (got.why_not.all >> PS_BLOCK_UNDOSED & 1) != 0 ||
           exercise->engine.selectable == PS_CHOSEN_NEVER;
}

/// Opened in all ways that are said it is allowed; a clinician's approval is not for us to give.
/// Opening it can show what else stands in its place.
static void law_opens(const ps_exercise *exercise)
{
    const ps_why_not *why = &got.why_not;
    if (got.decision != PS_DECIDED_LEAVE_OUT) return;
    CHECK(person, (opening()[0] != '\0') != is_final(exercise));
    if (is_final(exercise) || exercise->engine.selectable == PS_CHOSEN_AFTER_SIGNOFF) return;

    ps_plan_input in = coach.input;
    for (int32_t b = 0; b < ps_block_names.count; b++) {
        if ((why->all >> b & 1) != 0) do_clause(&in, (ps_block)b);
    }
    const int32_t programme = coach.plan.programme;
    const uint32_t others = UINT32_C(1) << PS_BLOCK_GRADUATED | UINT32_C(1) << PS_BLOCK_SWAPPED;
    const ps_why_not after = ps_plan_why_not_of(all, &in, programme, got.exercise);
    CHECK(person, (after.all & ~others) == 0);

    const uint32_t weeks = UINT32_C(1) << PS_BLOCK_WEEK | UINT32_C(1) << PS_BLOCK_LOAD_WEEK |
                           UINT32_C(1) << PS_BLOCK_BACK;
    if ((why->all & weeks) == 0) return;
    in.week--; // a week earlier it is not
    CHECK(person, ps_plan_why_not_of(all, &in, programme, got.exercise).all != 0);
}

// ---- people ----

static uint64_t hash_of(void)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (const char *at = got.text; *at; at++) {
        hash = (hash ^ (unsigned char)*at) * UINT64_C(0x100000001b3);
    }
    for (int32_t i = 0; i < got.input_count; i++) {
        for (const char *at = got.inputs[i].value; *at; at++) {
            hash = (hash ^ (unsigned char)*at) * UINT64_C(0x100000001b3);
        }
    }
    const int32_t numbers[] = {(int32_t)got.decision,  (int32_t)got.days,   got.rule_count,
                               got.claim_count,        got.reference_count, (int32_t)got.grade,
                               (int32_t)got.confidence};
    for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
        hash = (hash ^ (uint64_t)numbers[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

/// Pieces of texts that the people must meet, so that the laws speak of all of them.
static const char *const pieces[] = {
    "In the length test your left thigh ended",
    "below the horizontal",
    "both thighs",
    "You held the seated lift for",
    "Your sides differ by",
    "Neither length nor hold is tested yet",
    "You sit ",
    "wakes you on",
    "is part of every light day",
    "came next in the week",
    "with one more set on the weaker",
    "brings the week to its aim",
    "daily stretch ends with",
    "while you start gently",
    "while the hip is this irritable",
    "a lighter week",
    "because of the pain lately",
    "each side moves on by itself",
    "one more good session leads to",
    "one more good session shows",
    "so that a load can follow",
    "can take over",
    "the highest",
    "kept up once or twice",
    "for the balance of the week",
    "to fit into your",
    "less than your step",
    "stands in its place",
    "is closed to you",
    "it rests this week",
    "has no aim for",
    "no room left",
    "this came first",
    " more is",
    "it is proposed to you now",
    "once it is proposed",
    "when all its safety questions are answered with no",
    "more used to training",
    "length test shows tightness",
    "take kneeling",
    "sensitive",
    "paused because it hurt",
    "has taken over",
    "stands in for it",
    "and 2 more",
    "when your answers no longer close it",
    "a clinician has approved it",
};

enum { DECISIONS = PS_DECIDED_STRUCK + 1 };

static void explanations_keep_the_laws(void)
{
    int64_t decided[DECISIONS] = {0};
    int64_t met[PS_COUNT(pieces)] = {0};
    char small[CHECKED_TEXT], piece[CHECKED_TEXT];
    uint64_t sum = 0;
    for (int32_t p = 0; p < PEOPLE && test_failed_checks < SHOWN_MAX; p++) {
        uint64_t seed = (uint64_t)p;
        some_coach(&seed, &coach);
        for (int32_t e = 0; e < all->exercises.count; e++) {
            const ps_exercise *exercise = &all->exercises.at[e];
            snprintf(person, sizeof person, "person %d: %s", p, exercise->id);
            memset(&got, p & 0xff, sizeof got);
            ps_explain(all, &coach, e, &got);
            law_decision(e);
            law_rules();
            law_reasons(e);
            law_claims(exercise);
            law_grade(exercise);
            law_text();
            law_inputs();
            law_opens(exercise);
            decided[got.decision]++;
            sum = (sum ^ hash_of()) * UINT64_C(0x100000001b3);
            lower(got.text, small);
            for (int32_t i = 0; i < PS_COUNT(pieces); i++) {
                lower(pieces[i], piece);
                met[i] += holds(small, piece) ? 1 : 0;
            }
        }
    }
    for (int32_t i = 0; i < DECISIONS; i++)
        CHECK(ps_decision_names.names[i], decided[i] > PEOPLE / 2);
    for (int32_t i = 0; i < PS_COUNT(pieces); i++) CHECK(pieces[i], met[i] > 0);
    printf("# %" PRId64 " selected, %" PRId64 " left out, %" PRId64 " not needed, %" PRId64
           " struck\n",
           decided[0], decided[1], decided[2], decided[3]);
    RECORD("%016" PRIx64, sum);
}

TEST_MAIN(TEST_CASE(explanations_keep_the_laws))
