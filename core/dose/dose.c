#include "ps/dose.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "dose/parts.h"

enum { SWITCH_MAX = 300, TEMPO_MAX = 60, REST_MAX = 900, SCALE_MAX = 10 };

static const char *const sides_names[] = {"both together", "each side", "left only", "right only",
                                          "alternating"};
static const char *const order_names[] = {"any first", "left first", "right first", "weaker first"};
static const char *const load_unit_names[] = {"none", "kg", "lb", "band"};

const ps_enum ps_sides_names = PS_ENUM_OF(ps_sides, sides_names);
const ps_enum ps_side_order_names = PS_ENUM_OF(ps_side_order, order_names);
const ps_enum ps_load_unit_names = PS_ENUM_OF(ps_load_unit, load_unit_names);

ps_dose ps_dose_defaults(void)
{
    return (ps_dose){
        .sets = {1,  1 },
          .reps = {10, 10},
          .pain_max = PS_NOT_GIVEN
    };
}

// ---- check ----

static bool range_is(ps_range range, int32_t value)
{
    return range.low == value && range.high == value;
}

static ps_place place_of(const ps__places *places, int32_t part)
{
    return places ? (ps_place){1, places->column[part]} : (ps_place){0, 0};
}

#define AT(member) offsetof(ps_dose, member)

static const struct {
    int32_t part;
    size_t offset;
    int32_t min, max;
    const char *what;
} numbers[] = {
    {PS__SIDES,     AT(sides),       0,            PS_ALTERNATING,  "for the sides"               },
    {PS__ORDER,     AT(order),       0,            PS_WEAKER_FIRST, "for the side that goes first"},
    {PS__SWITCH,    AT(switch_s),    0,            SWITCH_MAX,      "s for the switch"            },
    {PS__LIFT,      AT(lift_s),      0,            TEMPO_MAX,       "s for the lift"              },
    {PS__LOWER,     AT(lower_s),     0,            TEMPO_MAX,       "s for the lowering"          },
    {PS__PAUSE,     AT(pause_s),     0,            TEMPO_MAX,       "s for the pause"             },
    {PS__RAMP_UP,   AT(ramp_up_s),   0,            TEMPO_MAX,       "s for the ramp up"           },
    {PS__RAMP_DOWN, AT(ramp_down_s), 0,            TEMPO_MAX,       "s for the ramp down"         },
    {PS__REST,      AT(rest_s),      0,            REST_MAX,        "s for the rest"              },
    {PS__PAIN,      AT(pain_max),    PS_NOT_GIVEN, SCALE_MAX,       "for the pain"                },
};

static ps_code check_numbers(const ps_dose *dose, const ps__places *places, ps_error *err)
{
    for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
        int32_t value = 0;
        memcpy(&value, (const char *)dose + numbers[i].offset, sizeof value);
        if (value < numbers[i].min || value > numbers[i].max) {
            return ps_fail(err, PS_RANGE, place_of(places, numbers[i].part), "want %d..%d %s",
                           numbers[i].min < 0 ? 0 : numbers[i].min, numbers[i].max,
                           numbers[i].what);
        }
    }
    return PS_OK;
}

/// A range inside min..max; `other` is the one value outside it that is allowed, for both ends.
static ps_code check_range(ps_range range, int32_t min, int32_t max, int32_t other,
                           const char *what, ps_place at, ps_error *err)
{
    if (range_is(range, other)) return PS_OK;
    if (range.low < min || range.low > max || range.high < min || range.high > max) {
        return ps_fail(err, PS_RANGE, at, "want %d..%d %s", min, max, what);
    }
    if (range.low > range.high) {
        return ps_fail(err, PS_RANGE, at, "want the smaller number first: %d-%d", range.high,
                       range.low);
    }
    return PS_OK;
}

static bool name_is_good(const char name[PS_PHASE_NAME])
{
    int32_t len = 0;
    for (; len < PS_PHASE_NAME && name[len]; len++) {
        const bool letter = name[len] >= 'a' && name[len] <= 'z';
        const bool later = (name[len] >= '0' && name[len] <= '9') || name[len] == '-';
        if (!letter && !(later && len > 0)) return false;
    }
    if (len == 0 || len == PS_PHASE_NAME) return false;
    for (int32_t i = len; i < PS_PHASE_NAME; i++) {
        if (name[i]) return false;
    }
    return true;
}

static ps_code check_phases(const ps_dose *dose, const ps__places *places, ps_error *err)
{
    for (int32_t i = 0; i < dose->phase_count; i++) {
        const ps_dose_phase *phase = &dose->phases[i];
        const ps_place at = place_of(places, PS__PHASE + i);
        if (!name_is_good(phase->name)) {
            return ps_fail(err, PS_RANGE, at, "want a phase name of 1..%d of a-z, 0-9 and '-'",
                           PS_PHASE_NAME - 1);
        }
        const ps_code code =
            check_range(phase->seconds, 1, PS_SECONDS_MAX, PS_NOT_GIVEN, "s for a phase", at, err);
        if (code != PS_OK) return code;
    }
    static const ps_dose_phase none;
    for (int32_t i = dose->phase_count; i < PS_PHASES_MAX; i++) {
        const ps_dose_phase *phase = &dose->phases[i];
        if (memcmp(phase->name, none.name, sizeof none.name) != 0 || !range_is(phase->seconds, 0)) {
            return ps_fail(err, PS_RANGE, place_of(places, PS__PHASE + i),
                           "want nothing in the phases after the last");
        }
    }
    return PS_OK;
}

static ps_code check_work(const ps_dose *dose, const ps__places *places, ps_error *err)
{
    if (dose->phase_count < 0 || dose->phase_count > PS_PHASES_MAX) {
        return ps_fail(err, PS_RANGE, place_of(places, PS__PHASE), "want at most %d phases",
                       PS_PHASES_MAX);
    }
    ps_code code = check_range(dose->sets, 1, PS_SETS_MAX, PS_NOT_GIVEN, "sets",
                               place_of(places, PS__SETS), err);
    if (code != PS_OK) return code;
    code = check_phases(dose, places, err);
    if (code != PS_OK) return code;

    const bool plain = range_is(dose->reps, 1) && range_is(dose->hold_s, 0) && dose->lift_s == 0;
    if (dose->phase_count > 0 && !plain) {
        return ps_fail(err, PS_RANGE, place_of(places, PS__LIFT),
                       "want no repetitions, hold or tempo beside phases");
    }
    code = check_range(dose->reps, 1, PS_REPS_MAX, PS_NOT_GIVEN, "repetitions",
                       place_of(places, PS__REPS), err);
    if (code != PS_OK || range_is(dose->hold_s, 0)) return code;
    return check_range(dose->hold_s, 1, PS_SECONDS_MAX, PS_NOT_GIVEN, "s for a hold",
                       place_of(places, PS__HOLD), err);
}

/// What no single number shows: parts that contradict each other.
static ps_code check_agreement(const ps_dose *dose, const ps__places *places, ps_error *err)
{
    const bool each = dose->sides == PS_EACH_SIDE, tempo = dose->lift_s > 0;
    const struct {
        bool fault;
        int32_t part;
        const char *want;
    } rules[] = {
        {!each && dose->order > 0,    PS__ORDER,  "want '/side' when one side goes first"  },
        {!each && dose->switch_s > 0, PS__SWITCH, "want '/side' when there is a switch"    },
        {!tempo && dose->lower_s > 0, PS__LOWER,  "want a lift of 1 s or more with 'lower'"},
        {!tempo && dose->pause_s > 0, PS__PAUSE,  "want a lift of 1 s or more with 'pause'"},
    };
    for (int32_t i = 0; i < PS_COUNT(rules); i++) {
        if (!rules[i].fault) continue;
        return ps_fail(err, PS_RANGE, place_of(places, rules[i].part), "%s", rules[i].want);
    }
    return PS_OK;
}

ps_code ps__load_check(const ps_load *load, ps_place at, ps_error *err)
{
    const int32_t amount = load->amount;
    switch (load->unit) {
    case PS_NO_LOAD:
        if (amount == 0) return PS_OK;
        return ps_fail(err, PS_RANGE, at, "want no amount without a load");
    case PS_LOAD_KG:
    case PS_LOAD_LB:
        if (amount >= 1 && amount <= PS_LOAD_MAX) return PS_OK;
        return ps_fail(err, PS_RANGE, at, "want a load of 0.01..%d", PS_LOAD_MAX / 100);
    case PS_LOAD_BAND:
        if (amount >= 1 && amount <= PS_BAND_MAX) return PS_OK;
        return ps_fail(err, PS_RANGE, at, "want band 1..%d", PS_BAND_MAX);
    }
    return ps_fail(err, PS_RANGE, at, "want kg, lb, band or none as unit of the load");
}

ps_code ps__dose_check(const ps_dose *dose, const ps__places *places, ps_error *err)
{
    ps_code code = check_numbers(dose, places, err);
    if (code == PS_OK) code = check_work(dose, places, err);
    if (code == PS_OK) code = check_agreement(dose, places, err);
    if (code == PS_OK) code = ps__load_check(&dose->load, place_of(places, PS__LOAD), err);
    if (code != PS_OK) return code;
    return check_range(dose->effort, 0, SCALE_MAX, 0, "for the effort",
                       place_of(places, PS__EFFORT), err);
}

ps_code ps_dose_check(const ps_dose *dose, ps_error *err)
{
    return ps__dose_check(dose, NULL, err);
}

ps_code ps_dose_check_asked(const ps_dose *dose, ps_error *err)
{
    const ps_code code = ps_dose_check(dose, err);
    if (code != PS_OK) return code;

    const struct {
        ps_range range;
        const char *name;
    } asked[] = {
        {dose->sets,   "number of sets"       },
        {dose->reps,   "number of repetitions"},
        {dose->hold_s, "time of the hold"     },
    };
    for (int32_t i = 0; i < PS_COUNT(asked); i++) {
        if (!range_is(asked[i].range, PS_NOT_GIVEN)) continue;
        return ps_fail(err, PS_MISSING, (ps_place){0, 0}, "want the %s: it is not given",
                       asked[i].name);
    }
    for (int32_t i = 0; i < dose->phase_count; i++) {
        if (!range_is(dose->phases[i].seconds, PS_NOT_GIVEN)) continue;
        return ps_fail(err, PS_MISSING, (ps_place){0, 0}, "want the time of phase '%s'",
                       dose->phases[i].name);
    }
    return PS_OK;
}

// ---- same ----

static bool same_range(ps_range a, ps_range b) { return a.low == b.low && a.high == b.high; }

bool ps_dose_same(const ps_dose *a, const ps_dose *b)
{
    for (int32_t i = 0; i < PS_COUNT(numbers); i++) {
        const size_t at = numbers[i].offset;
        if (memcmp((const char *)a + at, (const char *)b + at, sizeof(int32_t)) != 0) return false;
    }
    for (int32_t i = 0; i < PS_PHASES_MAX; i++) {
        if (memcmp(a->phases[i].name, b->phases[i].name, PS_PHASE_NAME) != 0) return false;
        if (!same_range(a->phases[i].seconds, b->phases[i].seconds)) return false;
    }
    return a->phase_count == b->phase_count && same_range(a->sets, b->sets) &&
           same_range(a->reps, b->reps) && same_range(a->hold_s, b->hold_s) &&
           same_range(a->effort, b->effort) && a->load.unit == b->load.unit &&
           a->load.amount == b->load.amount;
}

// ---- format ----

static void put_range(ps_text *text, ps_range range)
{
    if (range_is(range, PS_NOT_GIVEN)) {
        ps__put(text, "?");
    } else if (range.low == range.high) {
        ps__put(text, "%d", range.low);
    } else {
        ps__put(text, "%d-%d", range.low, range.high);
    }
}

static void put_sets(ps_text *text, ps_range sets)
{
    put_range(text, sets);
    ps__put(text, "x");
}

static void put_cycle(ps_text *text, const ps_dose *dose)
{
    if (!range_is(dose->sets, 1)) put_sets(text, dose->sets);
    for (int32_t i = 0; i < dose->phase_count; i++) {
        ps__put(text, "%s%s ", i == 0 ? "(" : ", ", dose->phases[i].name);
        put_range(text, dose->phases[i].seconds);
        ps__put(text, "s");
    }
    ps__put(text, ")");
}

static void put_work(ps_text *text, const ps_dose *dose)
{
    const bool timed = !range_is(dose->hold_s, 0);
    const bool spell = timed && range_is(dose->reps, 1);
    // "4-6x5s" is sets of one hold, so repetitions of a hold always name their sets
    if (!range_is(dose->sets, 1) || (timed && !spell)) put_sets(text, dose->sets);
    if (!spell) put_range(text, dose->reps);
    if (timed && !spell) ps__put(text, "x");
    if (timed) put_range(text, dose->hold_s);
    if (timed) ps__put(text, "s");
}

static void put_load(ps_text *text, const ps_load *load)
{
    const char *unit = load->unit == PS_LOAD_KG ? "kg" : "lb";
    const int32_t whole = load->amount / 100, rest = load->amount % 100;
    if (load->unit == PS_NO_LOAD) {
        ps__put(text, "none");
    } else if (load->unit == PS_LOAD_BAND) {
        ps__put(text, "band %d", load->amount);
    } else if (rest == 0) {
        ps__put(text, "%d%s", whole, unit);
    } else if (rest % 10 == 0) {
        ps__put(text, "%d.%d%s", whole, rest / 10, unit);
    } else {
        ps__put(text, "%d.%02d%s", whole, rest, unit);
    }
}

static void put_seconds(ps_text *text, const char *word, int32_t seconds)
{
    if (seconds > 0) ps__put(text, " %s %ds", word, seconds);
}

static void put_clauses(ps_text *text, const ps_dose *dose)
{
    if (dose->order != PS_ANY_FIRST) ps__put(text, " %s", order_names[dose->order]);
    put_seconds(text, "switch", dose->switch_s);
    put_seconds(text, "lift", dose->lift_s);
    put_seconds(text, "lower", dose->lower_s);
    put_seconds(text, "pause", dose->pause_s);
    if (dose->ramp_up_s > 0 || dose->ramp_down_s > 0) {
        ps__put(text, " ramp %ds/%ds", dose->ramp_up_s, dose->ramp_down_s);
    }
    put_seconds(text, "rest", dose->rest_s);
    if (dose->load.unit != PS_NO_LOAD) {
        ps__put(text, " load ");
        put_load(text, &dose->load);
    }
    if (!range_is(dose->effort, 0)) {
        ps__put(text, " effort ");
        if (dose->effort.low == 0) {
            ps__put(text, "<=%d", dose->effort.high);
        } else {
            put_range(text, dose->effort);
        }
    }
    if (dose->pain_max != PS_NOT_GIVEN) ps__put(text, " pain <=%d", dose->pain_max);
}

int32_t ps_dose_format(const ps_dose *dose, char *text, int32_t cap)
{
    static const char *const sides[] = {"", "/side", "/left", "/right", "/alternating"};
    assert(cap >= PS_DOSE_TEXT && ps_dose_check(dose, NULL) == PS_OK);
    ps_text out = ps__text_over(text, cap);
    if (dose->phase_count > 0) {
        put_cycle(&out, dose);
    } else {
        put_work(&out, dose);
    }
    ps__put(&out, "%s", sides[dose->sides]);
    put_clauses(&out, dose);
    assert(out.len < PS_DOSE_TEXT);
    return out.len;
}

int32_t ps_load_format(const ps_load *load, char *text, int32_t cap)
{
    assert(cap >= PS_LOAD_TEXT && ps__load_check(load, (ps_place){0, 0}, NULL) == PS_OK);
    ps_text out = ps__text_over(text, cap);
    put_load(&out, load);
    assert(out.len < PS_LOAD_TEXT);
    return out.len;
}

// ---- notations ----

static ps_code parse_dose(ps_str text, const ps_names *names, ps_arena *arena, void *value,
                          ps_error *err)
{
    (void)names, (void)arena;
    return ps_dose_parse(text, value, err);
}

static int32_t format_dose(const void *value, const ps_names *names, char *text, int32_t cap)
{
    (void)names;
    return ps_dose_format(value, text, cap);
}

static ps_code parse_load(ps_str text, const ps_names *names, ps_arena *arena, void *value,
                          ps_error *err)
{
    (void)names, (void)arena;
    return ps_load_parse(text, value, err);
}

static int32_t format_load(const void *value, const ps_names *names, char *text, int32_t cap)
{
    (void)names;
    return ps_load_format(value, text, cap);
}

const ps_notation ps_dose_notation = {
    .name = "dose",
    .c_name = "ps_dose",
    .size = sizeof(ps_dose),
    .example = "3x10-12/side rest 30s",
    .parse = parse_dose,
    .format = format_dose,
};

const ps_notation ps_load_notation = {
    .name = "load",
    .c_name = "ps_load",
    .size = sizeof(ps_load),
    .example = "2.5kg",
    .parse = parse_load,
    .format = format_load,
};
