// From a line that was typed to an answer.
#include "shell/cli/question.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// ---- words ----

static ps_str trimmed(ps_str text)
{
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\t')) {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && strchr(" \t\r", text.ptr[text.len - 1])) text.len--;
    return text;
}

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static bool is_word(ps_str said, const char *word)
{
    if ((size_t)said.len != strlen(word)) return false;
    for (int32_t i = 0; i < said.len; i++) {
        if (lower(said.ptr[i]) != word[i]) return false;
    }
    return true;
}

static const struct {
    const char *word;
    reply_kind kind;
} commands[] = {
    {"b",    REPLY_BACK},
    {"back", REPLY_BACK},
    {"h",    REPLY_WHY },
    {"why",  REPLY_WHY },
    {"q",    REPLY_STOP},
    {"quit", REPLY_STOP},
    {"stop", REPLY_STOP},
    {"help", REPLY_WHY },
};

static const struct {
    const char *word;
    ps_answer answer;
} answer_words[] = {
    {"y",        PS_ANSWER_YES     },
    {"yes",      PS_ANSWER_YES     },
    {"n",        PS_ANSWER_NO      },
    {"no",       PS_ANSWER_NO      },
    {"?",        PS_ANSWER_NOT_SURE},
    {"not sure", PS_ANSWER_NOT_SURE},
    {"not_sure", PS_ANSWER_NOT_SURE},
};

bool question_read_answer(ps_str said, ps_answer *answer)
{
    for (int32_t i = 0; i < PS_COUNT(answer_words); i++) {
        if (!is_word(said, answer_words[i].word)) continue;
        *answer = answer_words[i].answer;
        return true;
    }
    return false;
}

static reply unclear(const char *format, ...) PS_PRINTF(1, 2);
static reply unclear(const char *format, ...)
{
    reply of = {.kind = REPLY_UNCLEAR};
    va_list args;
    va_start(args, format);
    vsnprintf(of.text, sizeof of.text, format, args);
    va_end(args);
    return of;
}

/// Takes the next word, up to a blank or a comma; false behind the last.
static bool next_word(ps_str *rest, ps_str *word)
{
    while (rest->len > 0 && strchr(" ,\t", rest->ptr[0])) {
        rest->ptr++;
        rest->len--;
    }
    word->ptr = rest->ptr;
    word->len = 0;
    while (rest->len > 0 && !strchr(" ,\t", rest->ptr[0])) {
        word->len++;
        rest->ptr++;
        rest->len--;
    }
    return word->len > 0;
}

/// The number of a line, 1..count, as an index; PS_NONE when it is none.
static int32_t line_of(ps_str word, int32_t count)
{
    int32_t number = 0;
    for (int32_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < '0' || word.ptr[i] > '9' || number > count) return PS_NONE;
        number = 10 * number + word.ptr[i] - '0';
    }
    return number >= 1 && number <= count ? number - 1 : PS_NONE;
}

// ---- lists of safety questions ----

/// "1 3?": the first is true, about the third the person is not sure, the others are no.
static reply read_ticks(const question *of, ps_str line)
{
    reply ticked = {.kind = REPLY_ANSWER};
    ps_str word;
    while (next_word(&line, &word)) {
        const bool doubt = word.ptr[word.len - 1] == '?';
        const int32_t at = line_of((ps_str){word.ptr, word.len - doubt}, of->count);
        if (at == PS_NONE) {
            return unclear("Type n when none of these is true, or the numbers of those that are, "
                           "such as: 1 %d",
                           of->count);
        }
        // said twice, the surer one counts
        if (ticked.answers[at] != PS_ANSWER_YES) {
            ticked.answers[at] = doubt ? PS_ANSWER_NOT_SURE : PS_ANSWER_YES;
        }
    }
    return ticked;
}

static reply read_items(const question *of, ps_str line)
{
    ps_answer answer;
    const bool one_word = question_read_answer(line, &answer);
    if (of->count == 1) {
        if (!one_word) return unclear("Type y for yes, n for no, or ? when you are not sure.");
        return (reply){.kind = REPLY_ANSWER, .answers = {answer}};
    }
    if (is_word(line, "none") || is_word(line, "0") || (one_word && answer == PS_ANSWER_NO)) {
        return (reply){.kind = REPLY_ANSWER};
    }
    if (one_word && answer == PS_ANSWER_YES) {
        return unclear("Which of them? Type their numbers, such as: 1 %d", of->count);
    }
    if (one_word) {
        return unclear("Not sure about which one? Type its number with a question mark, such as: "
                       "1?");
    }
    if (line.len == 0) return unclear("Type n when none of these is true.");
    return read_ticks(of, line);
}

// ---- fields ----

bool question_takes_none(const ps_intake_field *field)
{
    return field->optional && field->type != PS_ASK_SOME_OF;
}

typedef struct {
    const char *said, *meant;
} alias;

/// Letters that people use and the list of countries does not.
static const alias countries[] = {
    {"uk",      "GB"     },
    {"unknown", "unknown"},
};

/// ISO 3166-1 alpha-2, and XK for Kosovo, which has none.
static const char iso_countries[] =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA "
    "ZM ZW";

static bool is_country(const char *code)
{
    for (const char *at = iso_countries; *at; at += at[2] ? 3 : 2) {
        if (at[0] == code[0] && at[1] == code[1]) return true;
    }
    return false;
}

/// Two letters, in capitals; "unknown".
static ps_code read_country(ps_str said, char text[QUESTION_TEXT_MAX], ps_error *err)
{
    for (int32_t i = 0; i < PS_COUNT(countries); i++) {
        if (!is_word(said, countries[i].said)) continue;
        snprintf(text, QUESTION_TEXT_MAX, "%s", countries[i].meant);
        return PS_OK;
    }
    bool letters = said.len == 2;
    for (int32_t i = 0; i < said.len; i++) {
        letters = letters && lower(said.ptr[i]) >= 'a' && lower(said.ptr[i]) <= 'z';
    }
    if (!letters) {
        return ps_fail(err, PS_SYNTAX, (ps_place){1, 1},
                       "want the two letters of a country, such as DE or US, or unknown");
    }
    for (int32_t i = 0; i < 2; i++) text[i] = (char)(lower(said.ptr[i]) - 'a' + 'A');
    text[2] = '\0';
    if (is_country(text)) return PS_OK;
    return ps_fail(err, PS_UNKNOWN, (ps_place){1, 1},
                   "%s is not a country code that we know; want two letters such as DE or US, or "
                   "unknown",
                   text);
}

ps_code question_read_field(const ps_catalogue *catalogue, int32_t field, ps_str said,
                            ps_value *value, char text[QUESTION_TEXT_MAX], ps_error *err)
{
    const ps_intake_field *of = &catalogue->intake_fields.at[field];
    ps_value read = {0};
    char kept[QUESTION_TEXT_MAX];
    if (strcmp(of->id, "country") == 0) {
        const ps_code code = read_country(said, kept, err);
        if (code != PS_OK) return code;
        said = ps_str_of(kept);
    }
    if (of->type == PS_ASK_TEXT && said.len == 1) {
        // "n" is an answer to another question
        return ps_fail(err, PS_SYNTAX, (ps_place){1, 1}, "want a word or more, or none");
    }
    const ps_code code = ps_intake_read(catalogue, field, said, &read, err);
    if (code != PS_OK) return code;
    *value = read;
    if (of->type == PS_ASK_TEXT) {
        snprintf(text, QUESTION_TEXT_MAX, "%.*s", (int)said.len, said.ptr);
    } else {
        ps_intake_write(catalogue, field, value, text, QUESTION_TEXT_MAX);
    }
    return PS_OK;
}

/// What the words mean, as they stand.
static reply read_words(const ps_catalogue *catalogue, const question *of, ps_str line)
{
    reply answer = {.kind = REPLY_ANSWER};
    ps_error err = {0};
    const ps_code code =
        question_read_field(catalogue, of->field, line, &answer.value, answer.text, &err);
    return code == PS_OK ? answer : unclear("Not clear: %s.", err.text);
}

/// A value of ours, as if it had been typed.
static reply chosen(const ps_catalogue *catalogue, const question *of, const ps_value *value)
{
    reply answer = {.kind = REPLY_ANSWER, .value = *value};
    ps_intake_write(catalogue, of->field, value, answer.text, sizeof answer.text);
    return answer;
}

/// Numbers of choices: of a list each ticks or unticks one. REPLY_UNCLEAR: they are no numbers.
static reply read_numbers(const ps_catalogue *catalogue, const question *of,
                          const ps_intake_field *field, uint64_t before, ps_str line)
{
    const bool one = field->type == PS_ASK_ONE_OF;
    ps_value value = {.given = true, .chosen = one ? 0 : before};
    int32_t words = 0;
    ps_str word;
    while (next_word(&line, &word)) {
        const int32_t at = line_of(word, field->choices.count);
        if (at == PS_NONE || (one && words > 0)) {
            return unclear("Type a number from 1 to %d.", field->choices.count);
        }
        value.chosen ^= UINT64_C(1) << at;
        words++;
    }
    return words > 0 ? chosen(catalogue, of, &value) : unclear("Type a number.");
}

/// A choice by its number or its word.
static reply read_choice(const ps_catalogue *catalogue, const question *of,
                         const ps_intake_field *field, const ps_value *preset, ps_str line)
{
    const bool digits = line.ptr[0] >= '0' && line.ptr[0] <= '9' && !is_word(line, "0");
    if (digits) return read_numbers(catalogue, of, field, preset ? preset->chosen : 0, line);
    return read_words(catalogue, of, is_word(line, "0") ? PS_STR("none") : line);
}

/// A short form as the word that is stored.
static ps_str whole_word(ps_str line)
{
    ps_answer answer;
    if (!question_read_answer(line, &answer) || answer == PS_ANSWER_NOT_SURE) return line;
    return answer == PS_ANSWER_YES ? PS_STR("yes") : PS_STR("no");
}

static reply read_empty(const ps_catalogue *catalogue, const question *of, const ps_value *preset)
{
    const char *id = catalogue->intake_fields.at[of->field].id;
    if (preset) return chosen(catalogue, of, preset);
    // else it would be asked again the next time
    if (strcmp(id, "country") == 0) return read_words(catalogue, of, PS_STR("unknown"));
    if (of->optional) return (reply){.kind = REPLY_EMPTY};
    return unclear("Please type an answer, or q to stop here.");
}

static bool is_no(ps_str line)
{
    ps_answer answer;
    return question_read_answer(line, &answer) && answer == PS_ANSWER_NO;
}

static reply read_field(const ps_catalogue *catalogue, const question *of, const ps_value *preset,
                        ps_str line)
{
    const ps_intake_field *field = &catalogue->intake_fields.at[of->field];
    if (line.len == 0) return read_empty(catalogue, of, preset);
    if (is_word(line, "?")) return (reply){.kind = REPLY_WHY};
    if (is_word(line, "none") && question_takes_none(field)) return (reply){.kind = REPLY_NONE};
    // NO is a country
    const bool country = strcmp(field->id, "country") == 0;
    if (field->type == PS_ASK_TEXT && !country && is_no(line)) {
        return (reply){.kind = REPLY_NONE};
    }
    if (field->choices.count > 0) return read_choice(catalogue, of, field, preset, line);
    return read_words(catalogue, of, field->type == PS_ASK_YES_NO ? whole_word(line) : line);
}

reply question_read(const ps_catalogue *catalogue, const question *of, const ps_value *preset,
                    ps_str line)
{
    const ps_str said = trimmed(line);
    for (int32_t i = 0; i < PS_COUNT(commands); i++) {
        if (is_word(said, commands[i].word)) return (reply){.kind = commands[i].kind};
    }
    if (of->kind == PS_QUESTION_ITEM) return read_items(of, said);
    return read_field(catalogue, of, preset, said);
}
