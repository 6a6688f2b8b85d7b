// Law 6, the words: what a flag tells a person not to do is what its codes take away.
//
// The action of a flag is prose. Every prohibition in it has to be one that this table knows, so a
// new sentence cannot promise what no code keeps. A list ("no plank, hanging or curl") is known as
// a whole: after a known phrase no unknown one may follow behind a comma, "or" or "and".
#include <ctype.h>
#include <string.h>

#include "laws_part.h"

enum { THINGS_MAX = 4, ACTION_MAX = 512 };

/// Exercises that a phrase means: all the given parts hold. Made with the macros below.
typedef struct {
    const char *tag, *exercise;
    int32_t position, surface, kind; ///< of the enums; PS_NONE: any
    int32_t hip_above_deg, hip_below_deg;
} thing;

#define ANY_DEG PS_ANGLE_NONE, PS_ANGLE_NONE
#define TAG(t)                                      \
    {                                               \
        t, NULL, PS_NONE, PS_NONE, PS_NONE, ANY_DEG \
    }
#define TAG_AT(t, position)                          \
    {                                                \
        t, NULL, position, PS_NONE, PS_NONE, ANY_DEG \
    }
#define TAG_OF(t, kind)                          \
    {                                            \
        t, NULL, PS_NONE, PS_NONE, kind, ANY_DEG \
    }
#define EXERCISE(id)                                 \
    {                                                \
        NULL, id, PS_NONE, PS_NONE, PS_NONE, ANY_DEG \
    }
#define POSITION(p)                              \
    {                                            \
        NULL, NULL, p, PS_NONE, PS_NONE, ANY_DEG \
    }
#define POSITION_OF(p, kind)                  \
    {                                         \
        NULL, NULL, p, PS_NONE, kind, ANY_DEG \
    }
#define SURFACE(s)                               \
    {                                            \
        NULL, NULL, PS_NONE, s, PS_NONE, ANY_DEG \
    }
#define HIP_ABOVE(deg)                                            \
    {                                                             \
        NULL, NULL, PS_NONE, PS_NONE, PS_NONE, deg, PS_ANGLE_NONE \
    }
#define HIP_BELOW(deg)                                            \
    {                                                             \
        NULL, NULL, PS_NONE, PS_NONE, PS_NONE, PS_ANGLE_NONE, deg \
    }

typedef enum {
    TAKEN_AWAY, ///< one of the flag's codes excludes every exercise meant
    LIMITED,    ///< one of the flag's codes names every exercise meant
    FOR_NOW     ///< what to do at once, or how: nothing can be started while the flag is up
} promise;

static const struct {
    const char *phrase; ///< lower case
    promise promise;
    thing things[THINGS_MAX];
    int32_t count;
} prohibitions[] = {
#define COUNT(...) (int32_t)(sizeof((thing[]){__VA_ARGS__}) / sizeof(thing))
#define TAKES(phrase, ...)                                    \
    {                                                         \
        phrase, TAKEN_AWAY, {__VA_ARGS__}, COUNT(__VA_ARGS__) \
    }
#define KEEPS(phrase, ...)                                 \
    {                                                      \
        phrase, LIMITED, {__VA_ARGS__}, COUNT(__VA_ARGS__) \
    }
#define TELLS(phrase)             \
    {                             \
        phrase, FOR_NOW, {{0}}, 0 \
    }
#define PRESSURE TAG("abdominal-pressure"), TAG("groin-pressure")
#define STRETCHING TAG("passive-stretch")
#define CURLING TAG("loaded-spinal-flexion")
    TAKES("no pressure", PRESSURE),
    TAKES("no pressure on the belly", TAG("abdominal-pressure")),
    TAKES("no pressure on the belly or groin", PRESSURE),
    TAKES("no pressure on belly or groin", PRESSURE),
    TAKES("never press on the belly", TAG("abdominal-pressure")),
    TAKES("do not push on the lump", PRESSURE),
    TAKES("no rolling", TAG("roller-pressure")),
    TAKES("no roller", TAG("roller-pressure")),
    TAKES("no hard rollers", TAG("roller-pressure")),
    TAKES("no low-back rolling", EXERCISE("foam-roll-low-back")),
    TAKES("no ball", TAG("groin-pressure")),
    TAKES("no ball at the groin", TAG("groin-pressure")),
    TAKES("no ball extension", EXERCISE("ball-hip-extension")),

    TAKES("do not stretch it", STRETCHING),
    TAKES("do not stretch or exercise", STRETCHING),
    TAKES("do not stretch, press or exercise the hip", STRETCHING, PRESSURE),
    TAKES("no end-range stretch", TAG("end-range-extension")),
    TAKES("no kneeling stretch", TAG_OF("kneeling", PS_KIND_STRETCH)),

    TAKES("no hanging", POSITION(PS_HANGING)),
    TAKES("no plank", POSITION(PS_PLANK)),
    TAKES("no plank knee drive", POSITION(PS_PLANK)),
    TAKES("no plank or hanging", POSITION(PS_PLANK), POSITION(PS_HANGING)),
    TAKES("no plank, hanging or curl", POSITION(PS_PLANK), POSITION(PS_HANGING), CURLING),
    TAKES("no curl", CURLING),
    TAKES("no loaded bending of the back", CURLING),
    TAKES("no lying on the back", POSITION_OF(PS_SUPINE, PS_KIND_EXERCISE),
          POSITION_OF(PS_SUPINE, PS_KIND_STRETCH), POSITION_OF(PS_SUPINE, PS_KIND_RELEASE)),
    TAKES("no lying on the front", TAG("prone-lying"), POSITION(PS_PRONE)),
    TAKES("no kneeling", TAG("kneeling")),
    TAKES("no all-fours work", TAG_OF("kneeling", PS_KIND_EXERCISE)),
    TAKES("no head-low position", TAG("head-low")),
    TAKES("no weight on hands or arms", TAG("weight-on-arms")),
    TAKES("no hinge over a counter", TAG("forearm-support")),
    TAKES("no straight-leg lift from sitting", TAG_AT("straight-leg-lever", PS_SEATED)),
    TAKES("no banded leg reach", EXERCISE("psoas-march")),
    TAKES("no added load", TAG("external-load")),

    KEEPS("no single-leg work without a hold", TAG("single-leg-stand")),
    KEEPS("hold on in every single-leg exercise", TAG("single-leg-stand")),
    KEEPS("a hold for single-leg work", TAG("single-leg-stand")),
    KEEPS("floor work only with help or on the bed", SURFACE(PS_ON_FLOOR)),
    KEEPS("other belly work only while the belly stays flat", TAG("anti-extension")),
    KEEPS("no breath-holding", TAG("max-effort-hold")),
    KEEPS("submaximal holds", TAG("max-effort-hold")),
    KEEPS("hip stays below 90 degrees", HIP_ABOVE(90), TAG("deep-flexion")),
    KEEPS("knee no higher than the hip", HIP_ABOVE(90), TAG("deep-flexion")),
    KEEPS("does not go behind the body", HIP_BELOW(0)),
    KEEPS("no inward turn", TAG("inward-rotation")),
    KEEPS("start upright", TAG("starts-slumped")),

    TELLS("do not wait to see whether it passes"),
    TELLS("do not try to walk on it"),
    TELLS("do not move the leg"),
    TELLS("start only with their clearance"),
    TELLS("this programme is not for people under 18"),
    TELLS("breathe out on effort"),
#undef COUNT
#undef TAKES
#undef KEEPS
#undef TELLS
#undef PRESSURE
#undef STRETCHING
#undef CURLING
};

/// Words that begin a prohibition wherever they stand.
static const char *const guards[] = {"no",    "not",   "never", "only",
                                     "avoid", "don't", "none",  "without"};

/// What may join two parts of a list; the longer before the shorter.
static const char *const joints[] = {", and ", ", or ", ", ", " or ", " and ", " nor "};

// ---- reading an action ----

static bool starts_word(const char *text, const char *at)
{
    return at == text || !(isalnum((unsigned char)at[-1]) || at[-1] == '-');
}

/// Whether `word` stands at `at` and ends there.
static bool is_word(const char *at, const char *word)
{
    const size_t len = strlen(word);
    return strncmp(at, word, len) == 0 && !isalnum((unsigned char)at[len]) && at[len] != '-';
}

/// The longest known phrase at `at`, or PS_NONE.
static int32_t phrase_at(const char *at)
{
    int32_t best = PS_NONE;
    for (int32_t i = 0; i < PS_COUNT(prohibitions); i++) {
        const char *phrase = prohibitions[i].phrase;
        if (!is_word(at, phrase)) continue;
        if (best == PS_NONE || strlen(phrase) > strlen(prohibitions[best].phrase)) best = i;
    }
    return best;
}

static bool guard_at(const char *at)
{
    for (int32_t i = 0; i < PS_COUNT(guards); i++) {
        if (is_word(at, guards[i])) return true;
    }
    return false;
}

/// Length of the joint at `at`, or 0.
static size_t joint_at(const char *at)
{
    for (int32_t i = 0; i < PS_COUNT(joints); i++) {
        if (strncmp(at, joints[i], strlen(joints[i])) == 0) return strlen(joints[i]);
    }
    return 0;
}

typedef struct {
    void (*known)(law_book *book, const ps_flag *flag, int32_t row);
    void (*unknown)(law_book *book, const ps_flag *flag, const char *at);
} reader;

static void read_action(law_book *book, const ps_flag *flag, const reader *read)
{
    char text[ACTION_MAX] = {0};
    for (size_t i = 0; i + 1 < sizeof text && flag->action[i]; i++) {
        text[i] = (char)tolower((unsigned char)flag->action[i]);
    }
    bool must_know = false; // behind a known phrase and a joint
    const char *at = text;
    while (*at) {
        if (!starts_word(text, at)) {
            at++;
            continue;
        }
        const int32_t row = phrase_at(at);
        if (row == PS_NONE) {
            // "until the team has released it" says how long, not what
            const bool open = guard_at(at) || (must_know && !is_word(at, "until"));
            if (open && read->unknown) read->unknown(book, flag, at);
            must_know = false;
            at++;
            continue;
        }
        if (read->known) read->known(book, flag, row);
        at += strlen(prohibitions[row].phrase);
        must_know = joint_at(at) > 0;
        at += joint_at(at);
    }
}

static void read_actions(law_book *book, const reader *read)
{
    for (int32_t i = 0; i < book->all->flags.count; i++) {
        read_action(book, &book->all->flags.at[i], read);
    }
}

// ---- the codes keep what the words promise ----

static bool is_meant(const ps_catalogue *all, const thing *what, const ps_exercise *exercise)
{
    const ps_motion_range *motion = &exercise->motion;
    if (what->tag && !law_has_tag(all, exercise, what->tag)) return false;
    if (what->exercise && strcmp(what->exercise, exercise->id) != 0) return false;
    if (what->position != PS_NONE && what->position != (int32_t)exercise->position) return false;
    if (what->surface != PS_NONE && what->surface != (int32_t)exercise->surface) return false;
    if (what->kind != PS_NONE && what->kind != (int32_t)exercise->kind) return false;
    if (what->hip_above_deg != PS_ANGLE_NONE &&
        !(motion->hip_moves && motion->hip_deg.high > what->hip_above_deg)) {
        return false;
    }
    return what->hip_below_deg == PS_ANGLE_NONE ||
           (motion->hip_moves && motion->hip_deg.low < what->hip_below_deg);
}

static bool is_kept(const ps_flag *flag, const ps_exercise *exercise, ps_code_mode wanted)
{
    for (int32_t i = 0; i < flag->codes.count; i++) {
        if (ps_exercise_code(exercise, flag->codes.at[i].code, NULL) >= wanted) return true;
    }
    return false;
}

static void check_promise(law_book *book, const ps_flag *flag, int32_t row)
{
    if (prohibitions[row].promise == FOR_NOW) return;
    const bool taken = prohibitions[row].promise == TAKEN_AWAY;
    const char *phrase = prohibitions[row].phrase;
    for (int32_t t = 0; t < prohibitions[row].count; t++) {
        const thing *what = &prohibitions[row].things[t];
        int32_t meant = 0;
        for (int32_t i = 0; i < book->all->exercises.count; i++) {
            const ps_exercise *exercise = &book->all->exercises.at[i];
            if (!is_meant(book->all, what, exercise)) continue;
            meant++;
            if (is_kept(flag, exercise, taken ? PS_CODE_EXCLUDE : PS_CODE_MODIFY)) continue;
            law_broken(book, flag, "\"%s\" means %s, but no code of %s %s it", phrase, exercise->id,
                       flag->id, taken ? "excludes" : "names");
        }
        // a tag or an exercise that was renamed would make the promise empty
        if (meant == 0) {
            law_broken(book, flag,
                       "\"%s\" means no exercise any more; mend its row in laws_actions.c", phrase);
        }
    }
}

void law_actions_covered(law_book *book) { read_actions(book, &(reader){.known = check_promise}); }

static void report_unknown(law_book *book, const ps_flag *flag, const char *at)
{
    law_broken(book, flag,
               "%s says \"%s\": teach tools/catalogue/laws_actions.c which exercises this means",
               flag->id, at);
}

void law_actions_known(law_book *book) { read_actions(book, &(reader){.unknown = report_unknown}); }
