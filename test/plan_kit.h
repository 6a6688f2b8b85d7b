/// plan_kit.h — a plan in the words of the domain's examples.
#ifndef PS_TEST_PLAN_KIT_H
#define PS_TEST_PLAN_KIT_H

#include "ps/plan.h"

#include "id_kit.h"

static inline int32_t exercise_of(const char *id) { return index_of("exercises", id); }

static inline const char *exercise_id(int32_t index)
{
    return index == PS_NONE ? "none" : all->exercises.at[index].id;
}

typedef struct {
    char at[2048];
    size_t len;
} text;

static inline void say(text *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline void say(text *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const int len = vsnprintf(out->at + out->len, sizeof out->at - out->len, format, args);
    va_end(args);
    if (len > 0) out->len += (size_t)len;
    if (out->len >= sizeof out->at) out->len = sizeof out->at - 1;
}

/// The ids of a set, in the order of the catalogue, joined by `between`.
static inline void say_set(text *out, const char *list, uint64_t set, const char *between)
{
    const ps_names names = ps_catalogue_names(all);
    const size_t start = out->len;
    for (int32_t i = 0; i < 64; i++) {
        if ((set >> i & 1) == 0) continue;
        say(out, "%s%s", out->len > start ? between : "", names.id(all, list, i));
    }
}

/// The same in the order of the alphabet.
static inline void say_sorted(text *out, const char *list, uint64_t set, const char *between)
{
    const ps_names names = ps_catalogue_names(all);
    const size_t start = out->len;
    while (set != 0) {
        int32_t first = PS_NONE;
        for (int32_t i = 0; i < 64; i++) {
            if ((set >> i & 1) == 0) continue;
            if (first == PS_NONE ||
                strcmp(names.id(all, list, i), names.id(all, list, first)) < 0) {
                first = i;
            }
        }
        say(out, "%s%s", out->len > start ? between : "", names.id(all, list, first));
        set &= ~(UINT64_C(1) << first);
    }
}

static inline void say_reasons(text *out, const ps_plan_item *item)
{
    for (int32_t i = 0; i < item->reason_count; i++) {
        const ps_plan_reason *reason = &item->reasons[i];
        say(out, "%s%s", i ? " " : "", ps_because_names.names[reason->why]);
        if (reason->why <= PS_BECAUSE_QUOTA) say(out, ":%s", ps_role_names.names[reason->role]);
    }
}

static inline void say_why_not(text *out, int32_t exercise, const ps_why_not *why)
{
    switch (why->block) {
    case PS_BLOCK_CHOICE:
        say(out, "%s", ps_selectable_names.names[all->exercises.at[exercise].engine.selectable]);
        return;
    case PS_BLOCK_CODE:
        say(out, "code ");
        say_sorted(out, "codes", why->codes, ",");
        return;
    case PS_BLOCK_WEEK:
        say(out, "week %d", why->detail);
        return;
    case PS_BLOCK_EQUIPMENT:
        say(out, "needs %s", all->equipment.at[why->detail].id);
        return;
    case PS_BLOCK_FIRST:
        say(out, "after %s", exercise_id(why->detail));
        return;
    case PS_BLOCK_SWAPPED:
        say(out, "swapped for %s", exercise_id(why->detail));
        return;
    case PS_BLOCK_NONE:
    case PS_BLOCK_UNDOSED:
    case PS_BLOCK_HAZARD:
    case PS_BLOCK_IRRITABILITY:
    case PS_BLOCK_SKILL:
    case PS_BLOCK_X01:
    case PS_BLOCK_LOAD_WEEK:
    case PS_BLOCK_POSITION:
    case PS_BLOCK_BACK:
    case PS_BLOCK_PAUSED:
    case PS_BLOCK_GRADUATED:
        say(out, "%s", ps_block_names.names[why->block]);
        return;
    }
}

static inline void say_days(text *out, uint32_t days)
{
    const char *between = " ";
    for (int32_t d = 1; d <= PS_WEEK_DAYS; d++) {
        if ((days >> d & 1) == 0) continue;
        say(out, "%s%d", between, d);
        between = ", ";
    }
}

static inline void say_note(text *out, const ps_plan_note *note)
{
    switch (note->kind) {
    case PS_NOTE_FULL_DOSES:
        say(out, "full doses would need %d minutes", note->minutes);
        return;
    case PS_NOTE_CORE_NONE:
        say(out, "core aim not reached: no core item is allowed");
        return;
    case PS_NOTE_CORE_ROOM:
        say(out, "core aim not reached: no room");
        return;
    case PS_NOTE_ROLE_NONE:
    case PS_NOTE_ROLE_ROOM:
    case PS_NOTE_ROLE_RESTS:
        say(out, "no %s on day", ps_role_names.names[note->role]);
        say_days(out, note->days);
        say(out, note->kind == PS_NOTE_ROLE_NONE   ? ": no item is allowed"
                 : note->kind == PS_NOTE_ROLE_ROOM ? ": no room"
                                                   : ": it rests");
        return;
    case PS_NOTE_DAY_EMPTY:
        say(out, "nothing is allowed on day");
        say_days(out, note->days);
        return;
    case PS_NOTE_NO_GLUTE:
        say(out, "no glute item is allowed");
        return;
    }
}

#endif
