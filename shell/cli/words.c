#include "shell/cli/words.h"

#include <assert.h>

// ---- numbers ----

static bool is_given(ps_range range) { return range.low != PS_NOT_GIVEN; }

static bool is_just(ps_range range, int32_t value)
{
    return range.low == value && range.high == value;
}

void words_range(buffer *to, ps_range range)
{
    buffer_format(to, "%d", range.low);
    if (range.high != range.low) buffer_format(to, "–%d", range.high);
}

static void put_amount(buffer *to, ps_range range, const char *unit)
{
    words_range(to, range);
    buffer_format(to, " %s", unit);
}

/// "1 set", "2–3 sets".
static void put_count(buffer *to, ps_range range, const char *thing)
{
    put_amount(to, range, thing);
    if (!is_just(range, 1)) buffer_text(to, "s");
}

void words_seconds(buffer *to, ps_range seconds)
{
    const bool minutes = seconds.low % 60 == 0 && seconds.high % 60 == 0 && seconds.high >= 120;
    const int32_t unit = minutes ? 60 : 1;
    put_amount(to, (ps_range){seconds.low / unit, seconds.high / unit}, minutes ? "min" : "s");
}

void words_duration(buffer *to, ps_range seconds)
{
    enum { SHORT = 90, STEP = 5, MINUTE = 60 };
    const bool is_short = seconds.high <= SHORT;
    const int32_t unit = is_short ? STEP : MINUTE;
    // to the nearest unit, and never to nothing
    const int32_t low = (seconds.low + unit / 2) / unit, high = (seconds.high + unit / 2) / unit;
    const int32_t factor = is_short ? STEP : 1;
    const ps_range rounded = {(low > 0 ? low : 1) * factor, (high > 0 ? high : 1) * factor};
    put_amount(to, rounded, is_short ? "s" : "min");
}

// ---- the work of a dose ----

/// What a dose in words is made of while it is written.
typedef struct {
    buffer *to;
    const ps_dose *dose;
    uint32_t ours;          ///< bit p: part p, PS_PART_SETS, _REPS or _HOLD, was filled in by us
    uint32_t said;          ///< bit p: part p has a number
    const char *missing[3]; ///< numbers that the source does not give
    int32_t missing_count;
} telling;

static bool is_only(uint32_t set) { return set != 0 && (set & (set - 1)) == 0; }

/// One number of ours is marked where it stands, more of them together behind all.
static void put_ours(telling *t, ps_part part)
{
    const uint32_t bit = UINT32_C(1) << part;
    t->said |= bit;
    if (t->ours == bit) buffer_text(t->to, " (ours)");
}

/// "(ours)" for the whole of it, "(ours: sets and hold time)" for some.
static void put_all_ours(const telling *t)
{
    static const char *const names[] = {
        [PS_PART_SETS] = "sets", [PS_PART_REPS] = "repetitions", [PS_PART_HOLD] = "hold time"};
    if (t->ours == 0 || is_only(t->ours)) return;
    buffer_text(t->to, " (ours");
    const char *between = ": ";
    for (int32_t p = 0; p < PS_COUNT(names) && t->ours != t->said; p++) {
        if ((t->ours >> p & 1) == 0) continue;
        buffer_format(t->to, "%s%s", between, names[p]);
        between = " and ";
    }
    buffer_text(t->to, ")");
}

static void miss(telling *t, const char *what) { t->missing[t->missing_count++] = what; }

static void put_sides(const telling *t, const char *comma)
{
    static const char *const sides[] = {
        [PS_BOTH_TOGETHER] = "",
        [PS_EACH_SIDE] = " on each side",
        [PS_LEFT_ONLY] = " on the left side",
        [PS_RIGHT_ONLY] = " on the right side",
        [PS_ALTERNATING] = " on each side, alternating",
    };
    if (t->dose->sides != PS_BOTH_TOGETHER) buffer_text(t->to, comma);
    buffer_text(t->to, sides[t->dose->sides]);
}

/// "2–4 cycles on each side; one cycle: glute 10–15 s, push 10–15 s"
static void put_cycles(telling *t)
{
    const ps_dose *dose = t->dose;
    if (is_given(dose->sets)) {
        put_count(t->to, dose->sets, "cycle");
        put_ours(t, PS_PART_SETS);
    } else {
        buffer_text(t->to, "cycles");
        miss(t, "number of cycles");
    }
    put_sides(t, "");
    for (int32_t i = 0; i < dose->phase_count; i++) {
        const ps_dose_phase *phase = &dose->phases[i];
        const char *first = is_just(dose->sets, 1) ? ": " : "; one cycle: ";
        buffer_format(t->to, "%s%s ", i == 0 ? first : ", ", phase->name);
        if (is_given(phase->seconds)) {
            words_seconds(t->to, phase->seconds);
        } else {
            buffer_text(t->to, "(time not given)");
        }
    }
    put_ours(t, PS_PART_HOLD);
}

/// "30 s once on each side", "2 times 30 s", "2 holds; duration not given"
static void put_spell(telling *t)
{
    const ps_dose *dose = t->dose;
    const bool once = is_just(dose->sets, 1);
    if (!is_given(dose->sets)) miss(t, "number of times");
    if (!is_given(dose->hold_s)) {
        miss(t, "duration");
        if (is_given(dose->sets)) {
            put_count(t->to, dose->sets, "hold");
        } else {
            buffer_text(t->to, "a hold");
        }
    } else {
        if (is_given(dose->sets) && !once) {
            put_count(t->to, dose->sets, "time");
            put_ours(t, PS_PART_SETS);
            buffer_text(t->to, " ");
        }
        words_seconds(t->to, dose->hold_s);
        put_ours(t, PS_PART_HOLD);
        if (once) {
            buffer_text(t->to, " once");
            put_ours(t, PS_PART_SETS);
        }
    }
    put_sides(t, "");
}

/// "2–3 sets of 4–6 repetitions, each held 5–10 s, on each side"
static void put_repetitions(telling *t)
{
    const ps_dose *dose = t->dose;
    if (is_given(dose->sets)) {
        put_count(t->to, dose->sets, "set");
        put_ours(t, PS_PART_SETS);
        buffer_text(t->to, " of ");
    } else {
        miss(t, "number of sets");
    }
    if (is_given(dose->reps)) {
        put_count(t->to, dose->reps, "repetition");
        put_ours(t, PS_PART_REPS);
    } else {
        buffer_text(t->to, "repetitions");
        miss(t, "number of repetitions");
    }
    const bool held = !is_just(dose->hold_s, 0);
    if (held) {
        buffer_text(t->to, is_just(dose->reps, 1) ? ", held" : ", each held");
        if (is_given(dose->hold_s)) {
            buffer_text(t->to, " ");
            words_seconds(t->to, dose->hold_s);
            put_ours(t, PS_PART_HOLD);
        } else {
            miss(t, "hold time");
        }
    }
    put_sides(t, held ? "," : "");
}

static void put_missing(const telling *t)
{
    for (int32_t i = 0; i < t->missing_count; i++) {
        const bool last = i + 1 == t->missing_count;
        buffer_format(t->to, "%s%s", i == 0 ? "; " : last ? " and " : ", ", t->missing[i]);
        if (last) buffer_text(t->to, " not given");
    }
}

// ---- the clauses of a dose ----

static void put_order(buffer *to, const ps_dose *dose)
{
    static const char *const orders[] = {
        [PS_ANY_FIRST] = "",
        [PS_LEFT_FIRST] = "; left side first",
        [PS_RIGHT_FIRST] = "; right side first",
        [PS_WEAKER_FIRST] = "; weaker side first",
    };
    buffer_text(to, orders[dose->order]);
    if (dose->switch_s > 0) buffer_format(to, "; %d s to change sides", dose->switch_s);
}

static void put_tempo(buffer *to, const ps_dose *dose)
{
    const struct {
        const char *verb;
        int32_t seconds;
    } parts[] = {
        {"lift over",     dose->lift_s     },
        {"pause",         dose->pause_s    },
        {"lower over",    dose->lower_s    },
        {"build up over", dose->ramp_up_s  },
        {"let go over",   dose->ramp_down_s}
    };
    bool begun = false;
    for (int32_t i = 0; i < PS_COUNT(parts); i++) {
        if (parts[i].seconds == 0) continue;
        buffer_format(to, "%s%s %d s", begun ? ", " : "; ", parts[i].verb, parts[i].seconds);
        begun = true;
    }
}

static void put_load(buffer *to, ps_load load)
{
    char text[PS_LOAD_TEXT];
    switch (load.unit) {
    case PS_NO_LOAD:
        return;
    case PS_LOAD_BAND:
        buffer_format(to, "; with band %d (1 is the lightest)", load.amount);
        return;
    case PS_LOAD_KG:
    case PS_LOAD_LB:
        break;
    }
    const int32_t len = ps_load_format(&load, text, sizeof text);
    assert(len > 2);
    buffer_format(to, "; with %.*s %s", len - 2, text, text + len - 2); // "2.5kg"
}

static void put_limits(buffer *to, const ps_dose *dose)
{
    if (dose->effort.high > 0) {
        buffer_text(to, "; effort ");
        if (dose->effort.low == 0) {
            buffer_format(to, "at most %d", dose->effort.high);
        } else {
            words_range(to, dose->effort);
        }
        buffer_text(to, " of 10");
    }
    if (dose->pain_max == 0) buffer_text(to, "; without pain");
    if (dose->pain_max > 0) buffer_format(to, "; pain at most %d of 10", dose->pain_max);
}

void words_dose_filled(buffer *to, const ps_dose *dose, ps_parts ours)
{
    telling t = {.to = to, .dose = dose};
    for (int32_t i = 0; i < ours.count; i++) {
        if (ours.at[i] <= PS_PART_HOLD) t.ours |= UINT32_C(1) << ours.at[i];
    }
    const bool spell = is_just(dose->reps, 1) && !is_just(dose->hold_s, 0);
    // neither says a number of repetitions
    if (dose->phase_count > 0 || spell) t.ours &= ~(UINT32_C(1) << PS_PART_REPS);
    if (dose->phase_count > 0) {
        put_cycles(&t);
    } else if (spell) {
        put_spell(&t);
    } else {
        put_repetitions(&t);
    }
    put_all_ours(&t);
    put_missing(&t);
    put_order(to, dose);
    put_tempo(to, dose);
    if (dose->rest_s > 0) buffer_format(to, "; rest %d s", dose->rest_s);
    put_load(to, dose->load);
    put_limits(to, dose);
}

void words_dose(buffer *to, const ps_dose *dose) { words_dose_filled(to, dose, (ps_parts){0}); }

// ---- words of the catalogue ----

const char *words_source(const ps_catalogue *catalogue, int32_t reference)
{
    for (int32_t i = 0; i < catalogue->programmes.count; i++) {
        const ps_programme *programme = &catalogue->programmes.at[i];
        if (programme->reference == reference) return programme->id;
    }
    return catalogue->references.at[reference].id;
}

const char *words_mark(ps_basis basis)
{
    static const char *const marks[] = {
        [PS_GIVEN] = "", [PS_INFERRED] = " [inferred]", [PS_OURS] = " [ours]"};
    return marks[basis];
}

const char *words_position(ps_position position)
{
    static const char *const words[] = {
        [PS_SUPINE] = "lying on the back",
        [PS_STANDING] = "standing",
        [PS_SIDE_LYING] = "lying on the side",
        [PS_PLANK] = "plank",
        [PS_KNEELING] = "kneeling",
        [PS_SEATED] = "sitting",
        [PS_HANGING] = "hanging",
        [PS_PRONE] = "lying on the front",
    };
    return words[position];
}

const char *words_surface(ps_surface surface)
{
    static const char *const words[] = {
        [PS_ON_FLOOR] = "on the floor", [PS_ON_BED] = "on a bed",   [PS_ON_CHAIR] = "on a chair",
        [PS_ON_FEET] = "on the feet",   [PS_ON_BAR] = "from a bar", [PS_ON_NOTHING] = "anywhere",
    };
    return words[surface];
}

const char *words_phase(ps_phase phase)
{
    static const char *const words[] = {
        [PS_RELAX] = "relax",           [PS_RELEASE] = "release",   [PS_ACTIVATE] = "activate",
        [PS_STRENGTHEN] = "strengthen", [PS_LENGTHEN] = "lengthen", [PS_INTEGRATE] = "integrate",
        [PS_HABIT] = "everyday habit",
    };
    return words[phase];
}

const char *words_phase_title(ps_phase phase)
{
    static const char *const words[] = {
        [PS_RELAX] = "Relax",
        [PS_RELEASE] = "Release: roll or press",
        [PS_ACTIVATE] = "Activate: light and exact",
        [PS_STRENGTHEN] = "Strengthen",
        [PS_LENGTHEN] = "Lengthen",
        [PS_INTEGRATE] = "Integrate: hips and trunk together",
        [PS_HABIT] = "Everyday habits",
    };
    return words[phase];
}

const char *words_irritability_max(ps_irritability irritability)
{
    static const char *const words[] = {
        [PS_IRRITABILITY_NONE] = "only with a hip that is not irritable at all",
        [PS_IRRITABILITY_LOW] = "only with a calm hip",
        [PS_IRRITABILITY_MOD] = "not with a highly irritable hip",
        [PS_IRRITABILITY_HIGH] = "with any hip",
    };
    return words[irritability];
}

const char *words_severity(ps_severity severity)
{
    static const char *const words[] = {
        [PS_SEVERITY_LOW] = "Of little importance",
        [PS_SEVERITY_MEDIUM] = "Of some importance",
        [PS_SEVERITY_HIGH] = "Of great importance",
    };
    return words[severity];
}

const char *words_verdict(ps_verdict verdict)
{
    static const char *const words[] = {
        [PS_SUPPORTED] = "supported",
        [PS_PARTLY] = "true in part",
        [PS_PLAUSIBLE_UNTESTED] = "plausible, untested",
        [PS_CONTESTED] = "contested",
        [PS_CONTRADICTED] = "contradicted",
        [PS_UNSUPPORTED] = "unsupported",
        [PS_OPINION] = "opinion",
    };
    return words[verdict];
}

const char *words_verdict_meaning(ps_verdict verdict)
{
    static const char *const words[] = {
        [PS_SUPPORTED] = "the evidence we found agrees",
        [PS_PARTLY] = "some of it holds; the comment says where it ends",
        [PS_PLAUSIBLE_UNTESTED] = "it may be so, but we found no study that tested it",
        [PS_CONTESTED] = "the evidence disagrees with itself or points elsewhere",
        [PS_CONTRADICTED] = "the evidence says otherwise",
        [PS_UNSUPPORTED] = "we found no evidence for it",
        [PS_OPINION] = "a way of doing things, neither right nor wrong by measurement",
    };
    return words[verdict];
}

// ---- who may choose ----

typedef struct {
    const char *brief, *full;
} chooser;

static chooser chooser_of(const ps_exercise *exercise)
{
    static const chooser choosers[] = {
        [PS_CHOSEN_FREELY] = {"planner",          "the planner"                            },
        [PS_CHOSEN_NEVER] = {"never offered",    "nobody; it is shown to explain why"     },
        [PS_CHOSEN_BY_OPT_IN] = {"after opt-in",     "the planner, once you have opted in"    },
        [PS_CHOSEN_AFTER_SIGNOFF] = {"after sign-off",
                              "nobody until a clinician has signed it off"                 },
        [PS_CHOSEN_BY_HAND] = {"you",              "you, by hand; the planner leaves it out"},
        [PS_CHOSEN_ON_PROPOSAL] = {"you, if proposed", "you, when the planner has proposed it"  },
    };
    if (exercise->engine.selectable == PS_CHOSEN_NEVER && exercise->kind == PS_KIND_HABIT) {
        return (chooser){"advice", "you; the planner does not dose habits"};
    }
    if (exercise->engine.selectable == PS_CHOSEN_NEVER && exercise->kind == PS_KIND_CARE) {
        return (chooser){"referral", "a professional; the planner can only point there"};
    }
    return choosers[exercise->engine.selectable];
}

const char *words_chooser(const ps_exercise *exercise) { return chooser_of(exercise).brief; }
const char *words_chooser_long(const ps_exercise *exercise) { return chooser_of(exercise).full; }

bool words_never_offered(const ps_exercise *exercise)
{
    return exercise->engine.selectable == PS_CHOSEN_NEVER && exercise->kind != PS_KIND_HABIT &&
           exercise->kind != PS_KIND_CARE;
}
