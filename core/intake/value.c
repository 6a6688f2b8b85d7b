// Values as text: one reader for events, files and the command line.
#include "ps/intake.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/scan.h"
#include "base/text.h"

enum {
    THOUSAND = 1000, ///< a number has up to three digits behind its point
    NUMBER_MAX = 100000,
    WANTED_TEXT = 150 ///< [bytes] so that the word that is not wanted fits beside it
};

static bool is_called(const char *id, ps_str name)
{
    return strncmp(id, name.ptr, (size_t)name.len) == 0 && id[name.len] == '\0';
}

int32_t ps_intake_field_find(const ps_catalogue *catalogue, ps_str id)
{
    for (int32_t i = 0; i < catalogue->intake_fields.count; i++) {
        if (is_called(catalogue->intake_fields.at[i].id, id)) return i;
    }
    return PS_NONE;
}

int32_t ps_screening_item_find(const ps_catalogue *catalogue, ps_str id)
{
    for (int32_t i = 0; i < catalogue->screening_items.count; i++) {
        if (is_called(catalogue->screening_items.at[i].id, id)) return i;
    }
    return PS_NONE;
}

// ---- words ----

/// The words that a field takes.
typedef struct {
    const ps_catalogue *catalogue;
    const ps_intake_field *field;
} vocabulary;

static bool takes_exercises(const ps_intake_field *field)
{
    return field->type == PS_ASK_TEXT && strcmp(field->id, "added") == 0;
}

/// The word with this index; NULL behind the last one.
static const char *word_at(const void *context, int32_t index)
{
    static const char *const answers[] = {"no", "yes"};
    const vocabulary *of = context;
    const ps_exercises *exercises = &of->catalogue->exercises;
    const ps_texts *choices = &of->field->choices;
    if (of->field->type == PS_ASK_YES_NO) return index < PS_COUNT(answers) ? answers[index] : NULL;
    if (takes_exercises(of->field))
        return index < exercises->count ? exercises->at[index].id : NULL;
    return index < choices->count ? choices->at[index] : NULL;
}

static int32_t find_word(const vocabulary *of, ps_str word)
{
    const char *name = NULL;
    for (int32_t i = 0; (name = word_at(of, i)) != NULL; i++) {
        assert(i < 64); // a set of them has 64 bits
        if (ps_str_is(word, name)) return i;
    }
    return PS_NONE;
}

/// "want left, right, both or none"; a list that is too long ends in dots.
static void put_wanted(const vocabulary *of, ps_text *text)
{
    static const char rest[] = ", , ... or none";
    const bool several = of->field->type != PS_ASK_ONE_OF && of->field->type != PS_ASK_YES_NO;
    ps__put(text, "want %s", takes_exercises(of->field) ? "ids of exercises" : "");
    for (int32_t i = 0; word_at(of, i) && !takes_exercises(of->field); i++) {
        const char *word = word_at(of, i);
        if (text->len + (int32_t)(strlen(word) + sizeof rest) > text->cap) {
            ps__put(text, ", ...");
            break;
        }
        const bool last = !several && !word_at(of, i + 1);
        ps__put(text, "%s%s", i == 0 ? "" : last ? " or " : ", ", word);
    }
    if (several) ps__put(text, " or none");
}

static ps_code fail_empty(const vocabulary *of, ps_error *err)
{
    char wanted[WANTED_TEXT];
    ps_text text = ps__text_over(wanted, sizeof wanted);
    put_wanted(of, &text);
    return ps_fail(err, PS_SYNTAX, (ps_place){1, 1}, "%s", wanted);
}

static ps_code fail_word(const vocabulary *of, ps_place at, ps_str word, ps_error *err)
{
    const int32_t closest = ps_closest(of, word_at, word);
    const char *what = takes_exercises(of->field) ? "exercise" : "choice";
    if (closest != PS_NONE) return ps_fail_unknown(err, at, what, word, word_at(of, closest));

    char wanted[WANTED_TEXT];
    ps_text text = ps__text_over(wanted, sizeof wanted);
    put_wanted(of, &text);
    ps_error inner = {0};
    ps_fail_unknown(&inner, at, what, word, NULL);
    return ps_fail(err, PS_UNKNOWN, at, "%s; %s", inner.text, wanted);
}

static ps_code read_one(const vocabulary *of, ps_str text, ps_value *value, ps_error *err)
{
    if (text.len == 0) return fail_empty(of, err);
    const int32_t index = find_word(of, text);
    if (index == PS_NONE) return fail_word(of, (ps_place){1, 1}, text, err);
    *value = of->field->type == PS_ASK_YES_NO
                 ? (ps_value){.given = true, .number = index}
                 : (ps_value){.given = true, .chosen = UINT64_C(1) << index};
    return PS_OK;
}

static bool is_separator(char c) { return c == ' ' || c == ','; }

/// The next word at or behind `*at`, which moves behind it; empty when there is none.
static ps_str next_word(ps_str text, int32_t *at)
{
    while (*at < text.len && is_separator(text.ptr[*at])) (*at)++;
    const int32_t from = *at;
    while (*at < text.len && !is_separator(text.ptr[*at])) (*at)++;
    return (ps_str){text.ptr + from, *at - from};
}

static ps_code read_some(const vocabulary *of, ps_str text, ps_value *value, ps_error *err)
{
    uint64_t chosen = 0;
    int32_t words = 0, none_at = PS_NONE, at = 0;
    for (ps_str word = next_word(text, &at); word.len > 0; word = next_word(text, &at)) {
        const int32_t from = at - word.len;
        words++;
        if (ps_str_is(word, "none")) {
            none_at = from;
            continue;
        }
        const int32_t index = find_word(of, word);
        if (index == PS_NONE) return fail_word(of, (ps_place){1, from + 1}, word, err);
        chosen |= UINT64_C(1) << index;
    }
    if (words == 0) return fail_empty(of, err);
    if (none_at != PS_NONE && words > 1) {
        return ps_fail(err, PS_SYNTAX, (ps_place){1, none_at + 1},
                       "none stands alone: want it or the choices");
    }
    *value = (ps_value){.given = true, .chosen = chosen};
    return PS_OK;
}

// ---- numbers ----

static bool has_bounds(const ps_intake_field *field) { return field->low <= field->high; }

static ps_code fail_number(const ps_intake_field *field, ps_code code, ps_place at, ps_error *err)
{
    const bool whole = field->type == PS_ASK_INT;
    const char *what = whole ? "a whole number" : "a number";
    const char *how = whole || code == PS_RANGE ? "" : ", written like 9 or -9.5";
    if (!has_bounds(field)) return ps_fail(err, code, at, "want %s%s", what, how);
    return ps_fail(err, code, at, "want %s from %d to %d%s", what, (int)field->low,
                   (int)field->high, how);
}

/// The digits behind the point, as thousandths.
static bool take_fraction(ps_scan *scan, int32_t *thousandths)
{
    int32_t worth = THOUSAND, sum = 0;
    for (; worth > 1 && !ps__at_end(scan); scan->at++) {
        const int32_t digit = scan->text.ptr[scan->at] - '0';
        if (digit < 0 || digit > 9) break;
        worth /= 10;
        sum += digit * worth;
    }
    *thousandths += sum;
    return worth < THOUSAND;
}

static ps_code read_number(const ps_intake_field *field, ps_str text, ps_value *value,
                           ps_error *err)
{
    ps_scan scan = {text, 0};
    const bool negative = ps__take(&scan, "-");
    int32_t whole = 0;
    if (!ps__take_int(&scan, NUMBER_MAX, &whole)) {
        // too many digits are a number too, only a large one
        const bool digit =
            !ps__at_end(&scan) && text.ptr[scan.at] >= '0' && text.ptr[scan.at] <= '9';
        return fail_number(field, digit ? PS_RANGE : PS_SYNTAX,
                           digit ? (ps_place){1, 1} : ps__place(&scan), err);
    }
    // in thousandths, so that the same text is the same number on every machine
    int32_t thousandths = whole * THOUSAND;
    const bool point = field->type == PS_ASK_NUMBER && ps__take(&scan, ".");
    if ((point && !take_fraction(&scan, &thousandths)) || !ps__at_end(&scan)) {
        return fail_number(field, PS_SYNTAX, ps__place(&scan), err);
    }
    const double number = (double)(negative ? -thousandths : thousandths) / THOUSAND;
    if (has_bounds(field) && (number < field->low || number > field->high)) {
        return fail_number(field, PS_RANGE, (ps_place){1, 1}, err);
    }
    *value = (ps_value){.given = true, .number = number};
    return PS_OK;
}

static void put_number(ps_text *text, double number)
{
    const int32_t thousandths = (int32_t)floor(fabs(number) * THOUSAND + 0.5);
    int32_t fraction = thousandths % THOUSAND, digits = 3;
    ps__put(text, "%s%d", number < 0 ? "-" : "", (int)(thousandths / THOUSAND));
    if (fraction == 0) return;
    for (; fraction % 10 == 0; fraction /= 10) digits--;
    ps__put(text, ".%0*d", (int)digits, (int)fraction);
}

// ---- both ----

static ps_code read_text(ps_str text, ps_value *value, ps_error *err)
{
    const int32_t fine = ps_str_text_len(text);
    if (text.len == 0) return ps_fail(err, PS_SYNTAX, (ps_place){1, 1}, "want a text");
    if (fine < text.len) {
        return ps_fail(err, PS_SYNTAX, (ps_place){1, fine + 1},
                       "want UTF-8 without control characters");
    }
    *value = (ps_value){.given = true};
    return PS_OK;
}

ps_code ps_intake_read(const ps_catalogue *catalogue, int32_t field, ps_str text, ps_value *value,
                       ps_error *err)
{
    assert(field >= 0 && field < catalogue->intake_fields.count);
    const vocabulary of = {catalogue, &catalogue->intake_fields.at[field]};
    if (text.len > PS_NOTE_MAX) {
        return ps_fail(err, PS_RANGE, (ps_place){1, PS_NOTE_MAX + 1}, "want at most %d bytes",
                       (int)PS_NOTE_MAX);
    }
    switch (of.field->type) {
    case PS_ASK_INT:
    case PS_ASK_NUMBER:
        return read_number(of.field, text, value, err);
    case PS_ASK_YES_NO:
    case PS_ASK_ONE_OF:
        return read_one(&of, text, value, err);
    case PS_ASK_SOME_OF:
        return read_some(&of, text, value, err);
    case PS_ASK_TEXT:
        return takes_exercises(of.field) ? read_some(&of, text, value, err)
                                         : read_text(text, value, err);
    case PS_ASK_DERIVED:
        break;
    }
    return ps_fail(err, PS_SYNTAX, (ps_place){1, 1}, "it is computed from other answers");
}

int32_t ps_intake_write(const ps_catalogue *catalogue, int32_t field, const ps_value *value,
                        char *text, int32_t cap)
{
    assert(field >= 0 && field < catalogue->intake_fields.count && value->given);
    const vocabulary of = {catalogue, &catalogue->intake_fields.at[field]};
    ps_text out = ps__text_over(text, cap);
    if (of.field->type == PS_ASK_INT || of.field->type == PS_ASK_NUMBER) {
        put_number(&out, value->number);
        return out.len;
    }
    const uint64_t chosen =
        of.field->type == PS_ASK_YES_NO ? UINT64_C(1) << (value->number != 0) : value->chosen;
    for (int32_t i = 0; word_at(&of, i); i++) {
        if (chosen >> i & 1) ps__put(&out, "%s%s", out.len > 0 ? "," : "", word_at(&of, i));
    }
    if (out.len == 0) ps__put(&out, "none");
    assert(out.len < cap);
    return out.len;
}
