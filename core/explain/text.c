// The text of a record, two to five sentences: what led to it, what it is meant for, what is known
// and how well, what comes next.
#include "explain/parts.h"

enum { NAMES_MAX = 3 };

static const char *name_of(const ps__case *of, int32_t exercise)
{
    return of->catalogue->exercises.at[exercise].name;
}

static void say(ps_text *text, const char *template, const char *a, const char *b)
{
    const int32_t start = ps__begin(text);
    ps__fill(text, template, a, b);
    ps__end(text, start);
}

// ---- what led to it ----

/// Why a role is in a plan when no answer and no test speaks for it.
static const char *const for_roles[] = {
    [PS_ROLE_R] = "you asked for it",
    [PS_ROLE_X] = "light days leave room for rest",
    [PS_ROLE_A] = "light work has its place",
    [PS_ROLE_S] = "the hip flexors are what this plan trains",
    [PS_ROLE_L] = "length is not left out",
    [PS_ROLE_G] = "the buttocks are to keep up with the hip flexors",
    [PS_ROLE_C] = "the trunk is trained along with the hips",
    [PS_ROLE_H] = "habits count, too",
    [PS_ROLE_REF] = "some things are for professionals",
};

/// "you sit 9 hours a day and your step backward feels short"
static void say_led(const ps__case *of, ps_role role, ps_text *text)
{
    const ps_reason *led[PS__LED_MAX];
    const int32_t count = ps__led_by(of, role, led);
    if (count == 0) ps__put(text, "%s", for_roles[role]);
    for (int32_t i = 0; i < count; i++) {
        ps__put(text, "%s", ps__between(i, count));
        ps__say_reason(of, led[i], text);
    }
}

static const char *part_words(const ps__case *of, ps_because why)
{
    if (why == PS_BECAUSE_QUOTA) return "came next in the week";
    if (why != PS_BECAUSE_MUST) return "was added";
    return of->kind == PS_DAY_LIGHT ? "is part of every light day" : "is part of every session";
}

static void say_item(const ps__case *of, ps_text *text)
{
    const ps_plan_reason *because = &of->item->reasons[0];
    const int32_t start = ps__begin(text);
    say_led(of, because->role, text);
    ps__put(text, ", so %s %s", ps_role_words(because->role), part_words(of, because->why));
    if (ps__has_reason(of->item, PS_BECAUSE_B7)) {
        ps__put(text, ", with one more set on the weaker %s side",
                of->coach->input.weaker == PS_SIDE_LEFT ? "left" : "right");
    }
    ps__end(text, start);
}

static void say_article_item(const ps__case *of, ps_text *text)
{
    const char *title = of->catalogue->programmes.at[of->coach->plan.programme].title;
    if (of->item->instead == PS_NONE) {
        say(text, "you follow \"{}\", which has it", title, NULL);
    } else {
        say(text, "in \"{}\" it stands in for {}, which is closed to you", title,
            name_of(of, of->item->instead));
    }
}

static void say_daily(const ps__case *of, ps_text *text)
{
    const int32_t start = ps__begin(text);
    switch (of->daily) {
    case PS__NOT_DAILY:
        return;
    case PS__BREATHING:
        ps__put(text, "a little of it every day belongs to the plan");
        break;
    case PS__STRETCH:
        say_led(of, PS_ROLE_L, text);
        ps__put(text, ", so a short stretch on some days brings the week to its aim");
        break;
    case PS__CLOSING:
        ps__put(text, "the daily stretch ends with a little active work, and this is it");
        break;
    }
    ps__end(text, start);
}

// ---- what it is meant for ----

/// All roles but `known`, which the sentence before has named.
static void say_roles(const ps__case *of, int32_t known, const char *begin, ps_text *text)
{
    const ps_roles *roles = &of->exercise->engine.roles;
    int32_t count = 0, said = 0;
    for (int32_t i = 0; i < roles->count; i++) count += (int32_t)roles->at[i] != known ? 1 : 0;
    if (count == 0) return;
    const int32_t start = ps__begin(text);
    ps__put(text, "%s", begin);
    for (int32_t i = 0; i < roles->count; i++) {
        if ((int32_t)roles->at[i] == known) continue;
        ps__put(text, "%s%s", ps__between(said++, count), ps_role_words(roles->at[i]));
    }
    ps__end(text, start);
}

static void say_purpose(const ps__case *of, ps_text *text)
{
    say_roles(of, PS_NONE, "it is meant for ", text);
}

// ---- what is known ----

static void say_known(const ps__case *of, const ps_explanation *to, ps_text *text)
{
    for (int32_t i = 0; i < to->claim_count; i++) {
        ps__put(text, " %s", of->catalogue->claims.at[to->claims[i]].says);
    }
    if (to->claim_count > 0) return;
    say(text,
        of->exercise->sources.count == 0
            ? "it is an addition of ours, so no article speaks of it"
            : "what its article says of the effect is not backed by what we found, so nothing is "
              "claimed here",
        NULL, NULL);
}

// ---- by decision ----

static void say_daily_next(const ps__case *of, ps_text *text)
{
    static const char *const words[] = {
        [PS__NOT_DAILY] = NULL,
        [PS__BREATHING] = "it gets longer only when you choose that",
        [PS__STRETCH] = "its dose follows the aim of the week and has no steps",
        [PS__CLOSING] = "the easiest dose is enough here",
    };
    say(text, words[of->daily], NULL, NULL);
}

static void say_selected(const ps__case *of, const ps_explanation *to, ps_text *text)
{
    if (!of->item) {
        say_daily(of, text);
        say_purpose(of, text);
        say_known(of, to, text);
        say_daily_next(of, text);
        return;
    }
    if (of->item->reasons[0].why == PS_BECAUSE_ARTICLE) {
        say_article_item(of, text);
        say_purpose(of, text);
    } else {
        say_item(of, text);
        say_roles(of, (int32_t)of->item->reasons[0].role, "it also serves ", text);
    }
    say_known(of, to, text);
    const int32_t start = ps__begin(text);
    ps__say_next(of, text);
    ps__end(text, start);
}

/// What nobody is asked to do, and habits and care: no word about what they are meant for.
static void say_left_out(const ps__case *of, const ps_explanation *to, ps_text *text)
{
    const bool never = of->exercise->engine.selectable == PS_CHOSEN_NEVER;
    ps__say_block(of, text);
    const ps_conflict *conflict = ps__never_because(of);
    if (conflict) ps__put(text, " %s", conflict->our_default);
    if (!never) say_purpose(of, text);
    if (!never || to->claim_count > 0) say_known(of, to, text);
}

/// "Half-kneel stretch, Leg dangle and 1 more": those with its first role.
static void say_others(const ps__case *of, ps_text *text)
{
    const ps_role role = ps__first_role(of->exercise);
    const ps_plan *plan = &of->coach->plan;
    int32_t others[PS_PLAN_DAYS_MAX * PS_PLAN_ITEMS_MAX], count = 0;
    uint64_t seen = 0;
    for (int32_t d = 0; d < plan->day_count; d++) {
        for (int32_t i = 0; i < plan->days[d].count; i++) {
            const int32_t e = plan->days[d].items[i].exercise;
            const bool same = ps__first_role(&of->catalogue->exercises.at[e]) == role;
            if (same && !ps_has(seen, e)) others[count++] = e;
            seen |= UINT64_C(1) << e;
        }
    }
    const int32_t shown = ps_at_most(count, NAMES_MAX);
    for (int32_t i = 0; i < shown; i++) {
        ps__put(text, "%s%s", ps__between(i, count), name_of(of, others[i]));
    }
    if (count > shown) ps__put(text, " and %d more", count - shown);
}

static const char *const spared_words[] = {
    [PS__NOT_SPARED] = "",
    [PS__OTHER_PROGRAMME] = "you could do it, but you follow \"{}\", which does not have it",
    [PS__NOT_ASKED_FOR] = "you could do it, but releases are only for those who ask for them",
    [PS__RESTS] = "it rests this week, after pain or because it has had its turns",
    [PS__TAKEN] = "you could do it, but for {} this came first: {}",
    [PS__NO_AIM] = "you could do it, but your plan has no aim for {} now",
    [PS__NO_ROOM] = "you could do it, but the week had no room left for it",
};

static void say_spared(const ps__case *of, const ps_explanation *to, ps_text *text)
{
    const int32_t programme = of->coach->plan.programme;
    const char *first = of->spared == PS__OTHER_PROGRAMME
                            ? of->catalogue->programmes.at[programme].title
                            : ps_role_words(ps__first_role(of->exercise));
    char names[PS_EXPLAIN_TEXT_MAX];
    ps_text others = ps__text_over(names, sizeof names);
    if (of->spared == PS__TAKEN) say_others(of, &others);
    say(text, spared_words[of->spared], first, names);
    say_purpose(of, text);
    say_known(of, to, text);
}

static void say_struck(const ps__case *of, ps_text *text)
{
    const ps_plan_struck *struck = of->struck;
    say(text, "you follow \"{}\", which has it, but for you it is switched off",
        of->catalogue->programmes.at[of->coach->plan.programme].title, NULL);
    if (struck->reason) {
        ps__put(text, " %s", struck->reason);
    } else if (of->why.block != PS_BLOCK_NONE) {
        ps__say_block(of, text);
    }
    if (struck->replacement != PS_NONE) {
        say(text, "{} stands in its place", name_of(of, struck->replacement), NULL);
    }
}

void ps__put_text(const ps__case *of, ps_explanation *to)
{
    ps_text text = ps__text_over(to->text, sizeof to->text);
    switch (of->decision) {
    case PS_DECIDED_SELECT:
        say_selected(of, to, &text);
        return;
    case PS_DECIDED_LEAVE_OUT:
        say_left_out(of, to, &text);
        return;
    case PS_DECIDED_NOT_NEEDED:
        say_spared(of, to, &text);
        return;
    case PS_DECIDED_STRUCK:
        say_struck(of, &text);
        return;
    }
}
