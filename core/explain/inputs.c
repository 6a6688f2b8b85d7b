// What a choice was made from: names and values, only those that counted.
#include "explain/parts.h"

#include <string.h>

/// Room for a new value; NULL when the name is there already, or no room is left.
static ps_explain_input *add(ps_explanation *to, const char *name, ps_text *value)
{
    for (int32_t i = 0; i < to->input_count; i++) {
        if (strcmp(to->inputs[i].name, name) == 0) return NULL;
    }
    if (to->input_count == PS_EXPLAIN_INPUTS_MAX) return NULL;
    ps_explain_input *input = &to->inputs[to->input_count++];
    input->name = name;
    *value = ps__text_over(input->value, sizeof input->value);
    return input;
}

static void put_word(ps_explanation *to, const char *name, const char *word)
{
    ps_text value;
    if (add(to, name, &value)) ps__put(&value, "%s", word);
}

static void put_number(ps_explanation *to, const char *name, double number)
{
    ps_text value;
    if (add(to, name, &value)) ps__say_number(&value, number);
}

// ---- about the person ----

static void put_class(const ps__case *of, ps_explanation *to)
{
    put_word(to, "class", ps_class_names.names[of->coach->plan.person_class]);
}

static void put_irritability(const ps__case *of, ps_explanation *to)
{
    put_word(to, "irritability", ps_irritability_names.names[of->coach->input.irritability]);
}

static void put_week(const ps__case *of, ps_explanation *to)
{
    put_number(to, "week", of->coach->input.week);
}

static void put_programme(const ps__case *of, ps_explanation *to)
{
    const int32_t programme = of->coach->plan.programme;
    if (programme == PS_NONE) return;
    put_word(to, "programme", of->catalogue->programmes.at[programme].id);
}

enum {
    SET_MAX = 64,
    MORE_TEXT = 8 ///< " and 58"
};

/// As many whole ids of the list as fit, and how many there are beyond.
static void put_ids(const ps__case *of, const char *name, const char *list, uint64_t set,
                    ps_explanation *to)
{
    const ps_names names = ps_catalogue_names(of->catalogue);
    ps_text value;
    if (!add(to, name, &value)) return;
    int32_t more = 0;
    for (int32_t i = 0; i < SET_MAX; i++) {
        if (!ps_has(set, i)) continue;
        const char *id = names.id(of->catalogue, list, i);
        const int32_t len = (int32_t)strlen(id) + 2;
        if (more > 0 || value.len + len + MORE_TEXT >= value.cap) {
            more++;
        } else {
            ps__put(&value, "%s%s", value.len > 0 ? ", " : "", id);
        }
    }
    if (more > 0) ps__put(&value, " and %d", more);
}

// ---- measured or told ----

static void put_sides(const ps__case *of, const char *field, const char *const names[2],
                      ps_explanation *to)
{
    for (int32_t s = 0; s < 2; s++) {
        double number;
        if (ps__told_side(of, field, s, &number)) put_number(to, names[s], number);
    }
}

static void put_reason(const ps__case *of, const ps_reason *reason, ps_explanation *to)
{
    static const char *const lengths[] = {"length_L", "length_R"};
    static const char *const holds[] = {"hold_L", "hold_R"};
    switch (reason->measure) {
    case PS_MEASURE_FIELD:
        put_number(to, of->catalogue->intake_fields.at[reason->field].id, reason->value);
        return;
    case PS_MEASURE_LENGTH_DEG:
        put_sides(of, "length_deg", lengths, to);
        return;
    case PS_MEASURE_HOLD_S:
    case PS_MEASURE_SIDE_DIFFERENCE:
        put_sides(of, "hold_s", holds, to);
        return;
    case PS_MEASURE_UNTESTED:
        put_word(to, "tests", "none yet");
        return;
    }
}

// ---- by decision ----

static void put_rungs(const ps_plan_item *item, ps_explanation *to)
{
    if (item->sides == 1) {
        put_number(to, "rung", item->asked[0].rung);
        return;
    }
    put_number(to, "rung_left", item->asked[0].rung);
    put_number(to, "rung_right", item->asked[1].rung);
}

static void put_led(const ps__case *of, ps_explanation *to)
{
    if (of->item && ps__has_reason(of->item, PS_BECAUSE_ARTICLE)) return;
    const ps_reason *led[PS__LED_MAX];
    const int32_t count = ps__led_by(of, ps__led_role(of), led);
    for (int32_t i = 0; i < count; i++) put_reason(of, led[i], to);
}

static void put_selected(const ps__case *of, ps_explanation *to)
{
    const ps_plan_input *in = &of->coach->input;
    put_class(of, to);
    put_irritability(of, to);
    put_week(of, to);
    put_programme(of, to);
    put_led(of, to);
    if (in->gentle_start) put_word(to, "gentle_start", "yes");
    if (of->item && ps__has_reason(of->item, PS_BECAUSE_TIME)) {
        put_number(to, "minutes", in->minutes);
    }
    if (of->item && ps__has_reason(of->item, PS_BECAUSE_B7)) {
        put_word(to, "weaker_side", in->weaker == PS_SIDE_LEFT ? "left" : "right");
    }
    if (of->item && of->item->notes != 0) put_ids(of, "codes", "codes", of->item->notes, to);
    if (of->item) put_rungs(of->item, to);
}

static void put_block(const ps__case *of, ps_block block, ps_explanation *to)
{
    const ps_catalogue *all = of->catalogue;
    const ps_training *state = of->coach->input.state[of->index];
    const int32_t detail = ps__block_alone(of, block).detail;
    switch (block) {
    case PS_BLOCK_NONE:
    case PS_BLOCK_UNDOSED:
        return;
    case PS_BLOCK_CHOICE:
        put_word(to, "chosen", "no");
        return;
    case PS_BLOCK_CODE:
        put_ids(of, "codes", "codes", of->why.codes, to);
        return;
    case PS_BLOCK_HAZARD:
        put_word(to, "hazard_check", all->hazard_checks.at[detail].id);
        return;
    case PS_BLOCK_IRRITABILITY:
        put_irritability(of, to);
        return;
    case PS_BLOCK_BACK:
        put_word(to, "back", "sensitive");
        put_week(of, to);
        return;
    case PS_BLOCK_WEEK:
    case PS_BLOCK_LOAD_WEEK:
        put_week(of, to);
        return;
    case PS_BLOCK_SKILL:
        put_number(to, "skill", of->coach->input.skill);
        return;
    case PS_BLOCK_X01:
        put_class(of, to);
        return;
    case PS_BLOCK_EQUIPMENT:
        put_ids(of, "missing", "equipment", ps__block_details(of, block), to);
        return;
    case PS_BLOCK_POSITION:
        put_ids(of, "position_limits", "position_limits", ps__block_details(of, block), to);
        return;
    case PS_BLOCK_FIRST:
        put_word(to, "not_mastered", all->exercises.at[detail].id);
        return;
    case PS_BLOCK_PAUSED:
        put_word(to, "paused_left", state[0].stage == PS_STAGE_PAUSED ? "yes" : "no");
        if (of->exercise->per_side) {
            put_word(to, "paused_right", state[1].stage == PS_STAGE_PAUSED ? "yes" : "no");
        }
        return;
    case PS_BLOCK_GRADUATED:
        put_word(to, "taken_over_by", all->exercises.at[detail].id);
        return;
    case PS_BLOCK_SWAPPED:
        put_word(to, "swapped_for", all->exercises.at[detail].id);
        return;
    }
}

static void put_blocks(const ps__case *of, ps_explanation *to)
{
    put_block(of, of->why.block, to);
    for (int32_t b = 0; b < ps_block_names.count; b++) {
        if (ps_has(ps__blocks_that_count(of), b)) put_block(of, (ps_block)b, to);
    }
}

void ps__put_inputs(const ps__case *of, ps_explanation *to)
{
    switch (of->decision) {
    case PS_DECIDED_SELECT:
        put_selected(of, to);
        return;
    case PS_DECIDED_LEAVE_OUT:
        put_blocks(of, to);
        return;
    case PS_DECIDED_NOT_NEEDED:
        put_class(of, to);
        put_irritability(of, to);
        put_week(of, to);
        put_programme(of, to);
        put_number(to, "minutes", of->coach->input.minutes);
        put_number(to, "days_per_week", of->coach->input.days_per_week);
        return;
    case PS_DECIDED_STRUCK:
        put_programme(of, to);
        put_blocks(of, to);
        return;
    }
}
