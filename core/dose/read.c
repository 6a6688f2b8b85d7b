#include <stddef.h>
#include <string.h>

#include "dose/parts.h"

enum { MINUTE = 60, WORK_NUMBERS = 3 };

typedef struct {
    ps_scan scan;
    ps_dose dose;
    ps__places places;
    ps_error *err;
} reader;

// ---- numbers ----

static bool at_digit(const ps_scan *scan)
{
    if (ps__at_end(scan)) return false;
    const char c = scan->text.ptr[scan->at];
    return c >= '0' && c <= '9';
}

bool ps__take_number(ps_scan *scan, int32_t *value)
{
    if (!at_digit(scan)) return false;
    if (ps__take_int(scan, PS__TOO_MUCH - 1, value)) return true;
    while (at_digit(scan)) scan->at++;
    *value = PS__TOO_MUCH;
    return true;
}

/// "s" or "min", unless it is the beginning of a longer word. Returns its seconds, 0 for no unit.
static int32_t take_unit(ps_scan *scan)
{
    ps_scan ahead = *scan;
    const ps_str word = ps__take_word(&ahead);
    const int32_t seconds = ps_str_is(word, "s") ? 1 : ps_str_is(word, "min") ? MINUTE : 0;
    if (seconds > 0) *scan = ahead;
    return seconds;
}

/// n or n-m. Stops where a number is missing.
static bool take_numbers(ps_scan *scan, ps_range *range)
{
    if (!ps__take_number(scan, &range->low)) return false;
    range->high = range->low;
    return !ps__take(scan, "-") || ps__take_number(scan, &range->high);
}

/// n, n-m or ?, and a unit of time if there is one. Stops where a number is missing.
static bool take_amount(ps_scan *scan, ps_range *range, bool *timed)
{
    const bool given = !ps__take(scan, "?");
    if (!given) *range = (ps_range){PS_NOT_GIVEN, PS_NOT_GIVEN};
    if (given && !take_numbers(scan, range)) return false;

    const int32_t unit = take_unit(scan);
    *timed = unit > 0;
    if (given && *timed) *range = (ps_range){range->low * unit, range->high * unit};
    return true;
}

/// The next byte is where `part` stands; false when it already stood somewhere.
static bool mark(reader *in, int32_t part)
{
    if (in->places.column[part] > 0) return false;
    in->places.column[part] = ps__place(&in->scan).column;
    return true;
}

// ---- work ----

static ps_code take_phase(reader *in)
{
    ps_dose *dose = &in->dose;
    const int32_t index = dose->phase_count;
    const ps_place at = ps__place(&in->scan);
    if (index == PS_PHASES_MAX) {
        return ps_fail(in->err, PS_RANGE, at, "want at most %d phases", PS_PHASES_MAX);
    }
    mark(in, PS__PHASE + index);
    const ps_str name = ps__take_word(&in->scan);
    if (name.len == 0) {
        return ps_fail(in->err, PS_SYNTAX, at, "want a phase, like push 10-15s");
    }
    if (name.len >= PS_PHASE_NAME) {
        return ps_fail(in->err, PS_RANGE, at, "want a phase name of at most %d letters",
                       PS_PHASE_NAME - 1);
    }
    memcpy(dose->phases[index].name, name.ptr, (size_t)name.len);

    bool timed = false;
    const bool blank = ps__take_blanks(&in->scan);
    if (!blank || !take_amount(&in->scan, &dose->phases[index].seconds, &timed) || !timed) {
        return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan),
                       "want seconds after '%s', like 10-15s", dose->phases[index].name);
    }
    dose->phase_count++;
    return PS_OK;
}

/// "(glute 10-15s, push 10-15s)"; the bracket is already taken.
static ps_code take_cycle(reader *in)
{
    do {
        ps__take_blanks(&in->scan);
        const ps_code code = take_phase(in);
        if (code != PS_OK) return code;
        ps__take_blanks(&in->scan);
    } while (ps__take(&in->scan, ","));
    if (!ps__take(&in->scan, ")")) {
        return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan), "want ',' or ')' after a phase");
    }
    return PS_OK;
}

/// Which of the numbers n1xn2xn3 are the sets, the repetitions and the hold; PS_NONE: not there.
static const struct {
    int8_t sets, reps, hold;
} meanings[WORK_NUMBERS + 1][2] = {
  // without 's'                 with 's'
    {{PS_NONE, PS_NONE, PS_NONE}, {PS_NONE, PS_NONE, PS_NONE}},
    {{PS_NONE, 0, PS_NONE},       {PS_NONE, PS_NONE, 0}      },
    {{0, 1, PS_NONE},             {0, PS_NONE, 1}            },
    {{PS_NONE, PS_NONE, PS_NONE}, {0, 1, 2}                  },
};

typedef struct {
    ps_range range[WORK_NUMBERS];
    int32_t column[WORK_NUMBERS];
    int32_t count;
} work_numbers;

static void give(reader *in, const work_numbers *from, int32_t index, int32_t part, ps_range *to)
{
    if (index == PS_NONE) return;
    *to = from->range[index];
    in->places.column[part] = from->column[index];
}

static ps_code take_work(reader *in)
{
    work_numbers found = {.count = 0};
    bool timed = false, cycle = false;
    do {
        const ps_place at = ps__place(&in->scan);
        cycle = found.count <= 1 && ps__take(&in->scan, "(");
        if (cycle) break;
        if (!take_amount(&in->scan, &found.range[found.count], &timed)) {
            return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan),
                           "want a number, like 10, 8-12, 30s or ?");
        }
        found.column[found.count++] = at.column;
    } while (!timed && found.count < WORK_NUMBERS && ps__take(&in->scan, "x"));

    in->dose.reps = (ps_range){1, 1};
    if (cycle) {
        give(in, &found, found.count - 1, PS__SETS, &in->dose.sets);
        return take_cycle(in);
    }
    if (found.count == WORK_NUMBERS && !timed) {
        return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan),
                       "want 's' or 'min' after the hold, like 3x10x5s");
    }
    give(in, &found, meanings[found.count][timed].sets, PS__SETS, &in->dose.sets);
    give(in, &found, meanings[found.count][timed].reps, PS__REPS, &in->dose.reps);
    give(in, &found, meanings[found.count][timed].hold, PS__HOLD, &in->dose.hold_s);
    // 0..0 is how a dose says that it has no hold, so the text must not ask for it
    if (timed && in->dose.hold_s.high == 0) {
        return ps_fail(in->err, PS_RANGE, (ps_place){1, in->places.column[PS__HOLD]},
                       "want a hold of 1 s or more");
    }
    return PS_OK;
}

static ps_code take_sides(reader *in)
{
    static const char *const words[] = {"side", "left", "right", "alternating"};
    ps_scan ahead = in->scan;
    ps__take_blanks(&ahead);
    const ps_place at = ps__place(&ahead);
    if (!ps__take(&ahead, "/")) return PS_OK;

    const ps_str word = ps__take_word(&ahead);
    for (int32_t i = 0; i < PS_COUNT(words); i++) {
        if (!ps_str_is(word, words[i])) continue;
        in->dose.sides = (ps_sides)(PS_EACH_SIDE + i);
        in->places.column[PS__SIDES] = at.column;
        in->scan = ahead;
        return PS_OK;
    }
    return ps_fail(in->err, PS_SYNTAX, at, "want /side, /left, /right or /alternating");
}

// ---- load ----

/// "2.5" as hundredths.
static ps_code take_hundredths(ps_scan *scan, int32_t *amount, ps_error *err)
{
    int32_t whole = 0, part = 0;
    if (!ps__take_number(scan, &whole)) {
        return ps_fail(err, PS_SYNTAX, ps__place(scan),
                       "want a load, like 2.5kg, 5lb, band 2 or none");
    }
    *amount = whole * 100;
    if (!ps__take(scan, ".")) return PS_OK;

    const ps_place at = ps__place(scan);
    const int32_t from = scan->at;
    const bool digits = ps__take_number(scan, &part);
    if (!digits || scan->at - from > 2) {
        return ps_fail(err, PS_SYNTAX, at, "want one or two decimals, like 2.5kg");
    }
    *amount += scan->at - from == 1 ? part * 10 : part;
    return PS_OK;
}

ps_code ps__take_load(ps_scan *scan, ps_load *load, ps_error *err)
{
    if (ps__take(scan, "none")) {
        *load = (ps_load){.unit = PS_NO_LOAD};
        return PS_OK;
    }
    if (ps__take(scan, "band")) {
        load->unit = PS_LOAD_BAND;
        if (ps__take_blanks(scan) && ps__take_number(scan, &load->amount)) return PS_OK;
        return ps_fail(err, PS_SYNTAX, ps__place(scan), "want a number after 'band', like band 2");
    }
    const ps_code code = take_hundredths(scan, &load->amount, err);
    if (code != PS_OK) return code;

    const ps_place at = ps__place(scan);
    const ps_str unit = ps__take_word(scan);
    load->unit = ps_str_is(unit, "lb") ? PS_LOAD_LB : PS_LOAD_KG;
    if (load->unit == PS_LOAD_LB || ps_str_is(unit, "kg")) return PS_OK;
    return ps_fail(err, PS_SYNTAX, at, "want 'kg' or 'lb' right after the number, like 2.5kg");
}

ps_code ps_load_parse(ps_str text, ps_load *load, ps_error *err)
{
    ps_scan scan = {.text = text};
    ps_load out = {0};
    ps__take_blanks(&scan);
    const ps_place at = ps__place(&scan);
    ps_code code = ps__take_load(&scan, &out, err);
    if (code != PS_OK) return code;
    ps__take_blanks(&scan);
    if (!ps__at_end(&scan)) {
        return ps_fail(err, PS_SYNTAX, ps__place(&scan), "want nothing after the load");
    }
    code = ps__load_check(&out, at, err);
    if (code == PS_OK) *load = out;
    return code;
}

// ---- clauses ----

typedef struct clause clause;
struct clause {
    const char *word;
    int32_t part;
    ps_code (*take)(reader *in, const clause *of);
    size_t detail; ///< offset of the seconds it gives, or the order of sides
};

static ps_code take_first(reader *in, const clause *of)
{
    if (!ps__take(&in->scan, "first")) {
        return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan), "want 'first' after '%s'",
                       of->word);
    }
    in->dose.order = (ps_side_order)of->detail;
    return PS_OK;
}

static bool take_seconds(ps_scan *scan, int32_t *seconds)
{
    ps_scan ahead = *scan;
    int32_t value = 0;
    if (!ps__take_number(&ahead, &value)) return false;
    const int32_t unit = take_unit(&ahead);
    if (unit == 0) return false;
    *seconds = value * unit;
    *scan = ahead;
    return true;
}

static ps_code take_time(reader *in, const clause *of)
{
    int32_t seconds = 0;
    if (!take_seconds(&in->scan, &seconds)) {
        return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan),
                       "want seconds after '%s', like 30s", of->word);
    }
    memcpy((char *)&in->dose + of->detail, &seconds, sizeof seconds);
    return PS_OK;
}

/// A number of a clause that gives several, the first of which is already marked.
static ps_code take_beat(reader *in, bool first, int32_t part, int32_t *value)
{
    const bool dash = first || ps__take(&in->scan, "-");
    const ps_place at = ps__place(&in->scan);
    if (!first && part != PS__HOLD && !mark(in, part)) {
        return ps_fail(in->err, PS_SYNTAX, at, "want the tempo only once");
    }
    if (dash && ps__take_number(&in->scan, value)) return PS_OK;
    return ps_fail(in->err, PS_SYNTAX, at, "want lift-hold-lower-pause, like tempo 3-2-3-0");
}

/// "3-2-3-2". Its hold is that of the work, which may have named it already.
static ps_code take_tempo(reader *in, const clause *of)
{
    (void)of;
    ps_dose *dose = &in->dose;
    ps_code code = take_beat(in, true, PS__LIFT, &dose->lift_s);
    if (code != PS_OK) return code;

    int32_t hold = 0;
    const ps_place at = {1, ps__place(&in->scan).column + 1};
    code = take_beat(in, false, PS__HOLD, &hold);
    if (code == PS_OK) code = take_beat(in, false, PS__LOWER, &dose->lower_s);
    if (code == PS_OK) code = take_beat(in, false, PS__PAUSE, &dose->pause_s);
    if (code != PS_OK) return code;

    if (in->places.column[PS__HOLD] == 0) {
        in->places.column[PS__HOLD] = at.column;
        dose->hold_s = (ps_range){hold, hold};
    }
    if (dose->hold_s.low == hold && dose->hold_s.high == hold) return PS_OK;
    return ps_fail(in->err, PS_RANGE, at, "want the same hold here as in the work");
}

static ps_code take_ramp(reader *in, const clause *of)
{
    (void)of;
    if (!take_seconds(&in->scan, &in->dose.ramp_up_s) || !ps__take(&in->scan, "/")) {
        return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan),
                       "want seconds up and down after 'ramp', like 3s/3s");
    }
    mark(in, PS__RAMP_DOWN);
    if (take_seconds(&in->scan, &in->dose.ramp_down_s)) return PS_OK;
    return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan), "want seconds after '/', like 3s/3s");
}

static ps_code take_load(reader *in, const clause *of)
{
    (void)of;
    return ps__take_load(&in->scan, &in->dose.load, in->err);
}

static ps_code take_effort(reader *in, const clause *of)
{
    (void)of;
    ps_range *effort = &in->dose.effort;
    const ps_place at = ps__place(&in->scan);
    const bool most = ps__take(&in->scan, "<=");
    if (most) ps__take_blanks(&in->scan);
    if (most ? !ps__take_number(&in->scan, &effort->high) : !take_numbers(&in->scan, effort)) {
        return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan),
                       "want numbers after 'effort', like 5-6 or <=7");
    }
    // 0..0 is how a dose says that it prescribes none
    if (effort->high > 0) return PS_OK;
    return ps_fail(in->err, PS_RANGE, at, "want an effort above 0");
}

static ps_code take_pain(reader *in, const clause *of)
{
    (void)of;
    const bool most = ps__take(&in->scan, "<=");
    if (most) ps__take_blanks(&in->scan);
    if (most && ps__take_number(&in->scan, &in->dose.pain_max)) return PS_OK;
    return ps_fail(in->err, PS_SYNTAX, ps__place(&in->scan),
                   "want a ceiling after 'pain', like <=3");
}

#define AT(member) offsetof(ps_dose, member)

static const clause clauses[] = {
    {"left",   PS__ORDER,   take_first,  PS_LEFT_FIRST  },
    {"right",  PS__ORDER,   take_first,  PS_RIGHT_FIRST },
    {"weaker", PS__ORDER,   take_first,  PS_WEAKER_FIRST},
    {"switch", PS__SWITCH,  take_time,   AT(switch_s)   },
    {"lift",   PS__LIFT,    take_time,   AT(lift_s)     },
    {"lower",  PS__LOWER,   take_time,   AT(lower_s)    },
    {"pause",  PS__PAUSE,   take_time,   AT(pause_s)    },
    {"tempo",  PS__LIFT,    take_tempo,  0              },
    {"ramp",   PS__RAMP_UP, take_ramp,   0              },
    {"rest",   PS__REST,    take_time,   AT(rest_s)     },
    {"load",   PS__LOAD,    take_load,   0              },
    {"effort", PS__EFFORT,  take_effort, 0              },
    {"pain",   PS__PAIN,    take_pain,   0              },
};

static const char *clause_word(const void *context, int32_t index)
{
    (void)context;
    return index < PS_COUNT(clauses) ? clauses[index].word : NULL;
}

static ps_code fail_clause(reader *in, ps_str word, ps_place at)
{
    if (word.len == 0 && in->scan.text.ptr[in->scan.at] == '/') {
        return ps_fail(in->err, PS_SYNTAX, at, "want the side once and right after the work");
    }
    const int32_t close = ps_closest(NULL, clause_word, word);
    if (close == PS_NONE) {
        return ps_fail(in->err, PS_SYNTAX, at,
                       "want left first, right first, weaker first, switch, lift, lower, pause, "
                       "tempo, ramp, rest, load, effort or pain");
    }
    return ps_fail(in->err, PS_SYNTAX, at, "want a clause, perhaps '%s'", clauses[close].word);
}

static ps_code take_clause(reader *in)
{
    const ps_place at = ps__place(&in->scan);
    const ps_str word = ps__take_word(&in->scan);
    for (int32_t i = 0; i < PS_COUNT(clauses); i++) {
        if (!ps_str_is(word, clauses[i].word)) continue;
        ps__take_blanks(&in->scan);
        if (mark(in, clauses[i].part)) return clauses[i].take(in, &clauses[i]);
        return ps_fail(in->err, PS_SYNTAX, at, "want '%s' only once", clauses[i].word);
    }
    return fail_clause(in, word, at);
}

ps_code ps_dose_parse(ps_str text, ps_dose *dose, ps_error *err)
{
    reader in = {.scan = {.text = text}, .dose = ps_dose_defaults(), .err = err};
    ps__take_blanks(&in.scan);
    ps_code code = take_work(&in);
    if (code == PS_OK) code = take_sides(&in);
    while (code == PS_OK) {
        const bool blank = ps__take_blanks(&in.scan);
        if (ps__at_end(&in.scan)) break;
        if (!blank) {
            return ps_fail(err, PS_SYNTAX, ps__place(&in.scan),
                           "want a blank before the next part");
        }
        code = take_clause(&in);
    }
    if (code == PS_OK) code = ps__dose_check(&in.dose, &in.places, err);
    if (code == PS_OK) *dose = in.dose;
    return code;
}
