// What was measured or told that led to a role: the comparisons of the screening, in words.
#include "explain/parts.h"

#include <math.h>
#include <string.h>

/// What a reason speaks for. Of an irritable hip: relaxing and light work.
typedef enum { FOR_NOTHING, FOR_LENGTH, FOR_STRENGTH, FOR_CALM } speaks_for;

// Every field that screening compares for class or irritability, as a clause.
static const struct {
    const char *field;
    speaks_for facet;
    const char *says;
} told[] = {
    {"sitting_h_per_day", FOR_LENGTH,   "you sit {} hours a day"                         },
    {"front_pull",        FOR_LENGTH,   "the front of the hip pulls when you stand tall" },
    {"short_stride",      FOR_LENGTH,   "your step backward feels short"                 },
    {"pain_on_rising",    FOR_LENGTH,   "it hurts when you stand up after sitting"       },
    {"stairs_hard",       FOR_STRENGTH, "the leg is hard to lift on stairs or into a car"},
    {"march_tires",       FOR_STRENGTH, "marching on the spot tires the front of the hip"},
    {"leg_heavy",         FOR_STRENGTH, "the leg feels heavy when you lift it"           },
    {"pain_rest",         FOR_CALM,     "the pain at rest is {} of 10"                   },
    {"pain_worst_24h",    FOR_CALM,     "the worst pain of a day is {} of 10"            },
    {"pain_ordinary",     FOR_CALM,     "the pain in ordinary activity is {} of 10"      },
    {"settle_hours",      FOR_CALM,     "a flare takes {} hours to settle"               },
    {"night_wake",        FOR_CALM,     "the pain wakes you on {} nights a week"         },
};

static int32_t told_row(const ps_catalogue *catalogue, const ps_reason *reason)
{
    const char *id = catalogue->intake_fields.at[reason->field].id;
    for (int32_t i = 0; i < PS_COUNT(told); i++) {
        if (strcmp(told[i].field, id) == 0) return i;
    }
    return PS_NONE;
}

static bool speaks(const ps__case *of, const ps_reason *reason, speaks_for facet)
{
    switch (reason->measure) {
    case PS_MEASURE_LENGTH_DEG:
        return facet == FOR_LENGTH;
    case PS_MEASURE_HOLD_S:
    case PS_MEASURE_SIDE_DIFFERENCE:
        return facet == FOR_STRENGTH;
    case PS_MEASURE_UNTESTED:
        return facet == FOR_LENGTH || facet == FOR_STRENGTH;
    case PS_MEASURE_FIELD:
        break;
    }
    const int32_t row = told_row(of->catalogue, reason);
    return row != PS_NONE && told[row].facet == facet;
}

static speaks_for facet_of(const ps__case *of, ps_role role)
{
    const bool irritable = of->coach->plan.person_class == PS_CLASS_IRRITABLE;
    switch (role) {
    case PS_ROLE_L:
        return FOR_LENGTH;
    case PS_ROLE_S:
        return FOR_STRENGTH;
    case PS_ROLE_A:
        return irritable ? FOR_CALM : FOR_STRENGTH;
    case PS_ROLE_X:
        return irritable ? FOR_CALM : FOR_NOTHING;
    case PS_ROLE_R:
    case PS_ROLE_G:
    case PS_ROLE_C:
    case PS_ROLE_H:
    case PS_ROLE_REF:
        return FOR_NOTHING;
    }
    return FOR_NOTHING;
}

ps_role ps__led_role(const ps__case *of)
{
    if (!of->item || of->item->reason_count == 0) return ps__first_role(of->exercise);
    return of->item->reasons[0].role;
}

int32_t ps__led_by(const ps__case *of, ps_role role, const ps_reason **led)
{
    const ps_screen_result *screened = &of->coach->told.screened;
    const speaks_for facet = facet_of(of, role);
    const bool calm = facet == FOR_CALM;
    const ps_reason *reasons =
        calm ? screened->irritability.reasons : screened->class_found.reasons;
    const int32_t count =
        calm ? screened->irritability.reason_count : screened->class_found.reason_count;
    int32_t found = 0;
    for (int32_t i = 0; i < count && found < PS__LED_MAX; i++) {
        if (speaks(of, &reasons[i], facet)) led[found++] = &reasons[i];
    }
    return found;
}

// ---- in words ----

bool ps__told_side(const ps__case *of, const char *field, int32_t side, double *value)
{
    static const char *const ends[] = {"_L", "_R"};
    const size_t len = strlen(field);
    for (int32_t i = 0; i < of->catalogue->intake_fields.count; i++) {
        const char *id = of->catalogue->intake_fields.at[i].id;
        if (strncmp(id, field, len) != 0 || strcmp(id + len, ends[side]) != 0) continue;
        *value = of->coach->told.profile.values[i].number;
        return of->coach->told.profile.values[i].given;
    }
    return false;
}

/// The sides whose result is the one that was compared: bit 0 left, bit 1 right.
static uint32_t sides_with(const ps__case *of, const char *field, double value)
{
    uint32_t sides = 0;
    for (int32_t s = 0; s < 2; s++) {
        double told_value;
        if (ps__told_side(of, field, s, &told_value) && told_value == value) sides |= 1u << s;
    }
    return sides;
}

static int whole(double number) { return (int)floor(number + 0.5); }

/// "2.5 degrees below the horizontal"
static void say_angle(double degrees, ps_text *text)
{
    if (degrees == 0) {
        ps__put(text, "level with the horizontal");
        return;
    }
    const double size = fabs(degrees);
    ps__say_number(text, size);
    ps__put(text, " degree%s %s the horizontal", size == 1 ? "" : "s",
            degrees < 0 ? "below" : "above");
}

static void say_length(const ps__case *of, double degrees, ps_text *text)
{
    static const char *const thighs[] = {"your thigh", "your left thigh", "your right thigh",
                                         "both thighs"};
    ps__put(text, "in the length test %s ended ", thighs[sides_with(of, "length_deg", degrees)]);
    say_angle(degrees, text);
}

static void say_hold(const ps__case *of, double seconds, ps_text *text)
{
    static const char *const where[] = {"", " on the left", " on the right", " on both sides"};
    ps__put(text, "you held the seated lift for ");
    ps__say_number(text, seconds);
    ps__put(text, " second%s%s", seconds == 1 ? "" : "s", where[sides_with(of, "hold_s", seconds)]);
}

static void say_field(const ps_catalogue *catalogue, const ps_reason *reason, ps_text *text)
{
    const int32_t row = told_row(catalogue, reason);
    if (row == PS_NONE) return;
    char number[16];
    ps_text value = ps__text_over(number, sizeof number);
    ps__say_number(&value, reason->value);
    ps__fill(text, told[row].says, number, NULL);
}

void ps__say_reason(const ps__case *of, const ps_reason *reason, ps_text *text)
{
    switch (reason->measure) {
    case PS_MEASURE_LENGTH_DEG:
        say_length(of, reason->value, text);
        return;
    case PS_MEASURE_HOLD_S:
        say_hold(of, reason->value, text);
        return;
    case PS_MEASURE_SIDE_DIFFERENCE:
        ps__put(text, "your sides differ by %d %% in the seated hold", whole(reason->value));
        return;
    case PS_MEASURE_UNTESTED:
        ps__put(text, "neither length nor hold is tested yet");
        return;
    case PS_MEASURE_FIELD:
        say_field(of->catalogue, reason, text);
        return;
    }
}

/// The same without the person, in a list of findings: of which side it is stands elsewhere.
int32_t ps_reason_format(const ps_catalogue *catalogue, const ps_reason *reason, char *text,
                         int32_t cap)
{
    ps_text to = ps__text_over(text, cap);
    switch (reason->measure) {
    case PS_MEASURE_LENGTH_DEG:
        ps__put(&to, "the thigh ends ");
        say_angle(reason->value, &to);
        ps__put(&to, " in the length test");
        break;
    case PS_MEASURE_HOLD_S:
        ps__put(&to, "the seated hold of the weaker side ends after ");
        ps__say_number(&to, reason->value);
        ps__put(&to, " s");
        break;
    case PS_MEASURE_SIDE_DIFFERENCE:
        ps__put(&to, "the holds of the two sides differ by %d percent", whole(reason->value));
        break;
    case PS_MEASURE_UNTESTED:
        ps__put(&to, "neither length nor hold has been tested yet, so both are looked after");
        break;
    case PS_MEASURE_FIELD:
        say_field(catalogue, reason, &to);
        break;
    }
    return to.len;
}
