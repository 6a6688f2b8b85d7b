// Words and small pieces of sentences.
#include "explain/parts.h"

#include <math.h>
#include <string.h>

void ps__fill(ps_text *text, const char *template, const char *a, const char *b)
{
    const char *value = a;
    for (const char *at = template; *at; at++) {
        if (at[0] != '{' || at[1] != '}') {
            ps__put(text, "%c", at[0]);
            continue;
        }
        ps__put(text, "%s", value ? value : "");
        value = b;
        at++;
    }
}

int32_t ps__begin(ps_text *text)
{
    if (text->len > 0) ps__put(text, " ");
    return text->len;
}

void ps__end(ps_text *text, int32_t start)
{
    if (start < text->cap && text->at[start] >= 'a' && text->at[start] <= 'z') {
        text->at[start] = (char)(text->at[start] - 'a' + 'A');
    }
    ps__put(text, ".");
}

const char *ps__between(int32_t index, int32_t count)
{
    return index == 0 ? "" : index + 1 == count ? " and " : ", ";
}

void ps__say_number(ps_text *text, double number)
{
    const int32_t tenths = (int32_t)floor(fabs(number) * 10 + 0.5);
    if (number < 0 && tenths > 0) ps__put(text, "-");
    ps__put(text, "%d", tenths / 10);
    if (tenths % 10 > 0) ps__put(text, ".%d", tenths % 10);
}

void ps__say_thing(ps_text *text, const char *thing)
{
    ps__put(text, "%s %s", strchr("aeiou", thing[0]) ? "an" : "a", thing);
}

const char *ps_role_words(ps_role role)
{
    static const char *const words[] = {
        [PS_ROLE_R] = "release",
        [PS_ROLE_X] = "relaxing",
        [PS_ROLE_A] = "activation",
        [PS_ROLE_S] = "hip-flexor strength",
        [PS_ROLE_L] = "lengthening",
        [PS_ROLE_G] = "buttock work",
        [PS_ROLE_C] = "trunk work",
        [PS_ROLE_H] = "everyday habits",
        [PS_ROLE_REF] = "professional care",
    };
    return words[role];
}

const char *ps_class_words(ps_class id)
{
    static const char *const words[] = {
        [PS_CLASS_TIGHT] = "more likely tight than weak",
        [PS_CLASS_WEAK] = "more likely weak than tight",
        [PS_CLASS_BOTH] = "more likely both tight and weak",
        [PS_CLASS_IRRITABLE] = "easily irritated for now",
        [PS_CLASS_MAINTAIN] = "neither tight nor weak",
    };
    return words[id];
}

const char *ps_irritability_words(ps_irritability irritability)
{
    static const char *const words[] = {
        [PS_IRRITABILITY_NONE] = "calm",
        [PS_IRRITABILITY_LOW] = "calm",
        [PS_IRRITABILITY_MOD] = "moderately irritable",
        [PS_IRRITABILITY_HIGH] = "highly irritable",
    };
    return words[irritability];
}

static void say_many(ps_text *text, int32_t count, const char *one)
{
    ps__put(text, "%d %s%s", count, one, count == 1 ? "" : "s");
}

void ps__say_dose(ps_text *text, ps_family family, ps_rung dose)
{
    switch (family) {
    case PS_ISO:
    case PS_HOLD:
        if (dose.reps > 1) {
            say_many(text, dose.sets, "set");
            ps__put(text, " of %d holds of %d s", dose.reps, dose.hold_s);
        } else {
            say_many(text, dose.sets, "hold");
            ps__put(text, " of %d s", dose.hold_s);
        }
        return;
    case PS_CYCLE:
        say_many(text, dose.sets, "cycle");
        ps__put(text, " of %d holds of %d s", dose.reps, dose.hold_s);
        return;
    case PS_REP:
        say_many(text, dose.sets, "set");
        ps__put(text, " of ");
        say_many(text, dose.reps, "repetition");
        return;
    case PS_TIME:
        ps__put(text, "%d s", dose.hold_s);
        return;
    case PS_UNDOSED:
        return;
    }
}
