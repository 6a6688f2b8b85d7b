// Why a field is asked, and its choices in plain words.
#include "shell/cli/question.h"

#include <string.h>

typedef struct {
    const char *id, *text;
} word_pair;

static const char *text_of(const word_pair *pairs, int32_t count, const char *id)
{
    for (int32_t i = 0; i < count; i++) {
        if (strcmp(pairs[i].id, id) == 0) return pairs[i].text;
    }
    return NULL;
}

static const char upset[] = "It shows how easily your hip is upset. The plan starts more gently "
                            "then, and very strong pain should be looked at first.",
                  tight[] = "It is one of four signs that stretching may matter for you.",
                  weak[] = "It is one of three signs that strength may matter for you.",
                  weeks[] = "Which positions are left out depends on the weeks since then.";

// clang-format off
static const word_pair reasons[] = {
    {"country", "It decides which emergency number you are shown."},
    {"age_years", "The programme is for adults, and some limits depend on the age."},
    {"goal", "So that your own aim comes first when we look whether it helps."},
    {"site", "When the low back hurts, too, some positions are left out."},
    {"side", "Left and right are trained and looked at apart."},
    {"onset", "A jump in training, or a fall, leads to other safety questions."},
    {"pain_now", "It is what later pain is compared with."},
    {"pain_worst_24h", upset},
    {"pain_rest", upset},
    {"pain_ordinary", upset},
    {"settle_hours", upset},
    {"night_wake", upset},
    {"weeks_pregnant", "Lying on the back and some loads are left out from certain weeks on; "
                       "without a number all of it is."},
    {"weeks_since_birth", weeks},
    {"weeks_since_surgery", weeks},
    {"surgery_kind", weeks},
    {"weeks_since_tha", weeks},
    {"tha_approach", "Which movements are left out depends on the side of the operation."},
    {"sitting_h_per_day", tight},
    {"front_pull", tight},
    {"short_stride", tight},
    {"pain_on_rising", tight},
    {"stairs_hard", weak},
    {"march_tires", weak},
    {"leg_heavy", weak},
    {"equipment", "You only get exercises that you can do with it."},
    {"days_per_week", "The plan keeps to it. Two or three days are a good start."},
    {"minutes_per_session", "The plan keeps to it. Short and regular is fine."},
    {"position_limits", "They are left out of your plan."},
    {"skill", "Who is new to training starts with the simpler exercises."},
    {"sport", "It stands on the page for a clinician. You can leave it empty."},
    {"units", "Lengths and loads are asked and shown in them."},
};

static const word_pair choices[] = {
    {"desk-habit", "a better day at the desk"},
    {"front_hip", "front of the hip"},
    {"low_back", "low back"},
    {"load_jump", "after more running, marching or training than before"},
    {"gradual", "bit by bit"},
    {"trauma", "with a fall or an accident"},
    {"anterior", "from the front"},
    {"posterior", "from behind"},
    {"lateral", "from the side"},
    {"unknown", "I do not know"},
    {"metric", "kilograms and centimetres"},
    {"imperial", "pounds and inches"},
    {"no_kneeling", "kneeling"},
    {"no_floor", "on the floor"},
    {"no_hands", "with weight on the hands"},
    {"no_hanging", "hanging from a bar"},
    {"no_prone", "lying on the front"},
    {"no_side_lying", "lying on the side"},
    {"no_standing", "standing"},
};
// clang-format on

const char *question_scale(const ps_intake_field *field)
{
    enum { WORST = 10 };
    static const char *const pains[] = {"pain_now", "pain_worst_24h", "pain_rest", "pain_ordinary"};
    for (int32_t i = 0; i < PS_COUNT(pains); i++) {
        if (strcmp(pains[i], field->id) == 0 && field->high == WORST) {
            return "from 0 = none to 10 = the worst you can imagine";
        }
    }
    return NULL;
}

const char *question_why(const char *field)
{
    const char *text = text_of(reasons, PS_COUNT(reasons), field);
    return text ? text : "";
}

const char *question_choice(const ps_catalogue *catalogue, const char *choice)
{
    const char *text = text_of(choices, PS_COUNT(choices), choice);
    for (int32_t i = 0; i < catalogue->equipment.count && !text; i++) {
        if (strcmp(catalogue->equipment.at[i].id, choice) == 0) {
            text = catalogue->equipment.at[i].text;
        }
    }
    for (int32_t i = 0; i < catalogue->exercises.count && !text; i++) {
        if (strcmp(catalogue->exercises.at[i].id, choice) == 0) {
            text = catalogue->exercises.at[i].name;
        }
    }
    return text ? text : choice;
}
