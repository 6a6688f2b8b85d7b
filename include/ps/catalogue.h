/// catalogue.h — the knowledge: exercises, programmes, conflicts, claims, screening, tests, rules.
///
/// A document, read-only once made: constant tables that the catalogue compiler writes from
/// data/**/*.yaml after proving the data laws. References are indices into the lists of
/// ps_catalogue; PS_NONE where there is none. Texts are NUL-terminated UTF-8; NULL where absent.
///
/// Every statement is marked: given by a source, inferred from one, or ours.
/// Source  docs/data.md; domain sections 1 to 5.
#ifndef PS_CATALOGUE_H
#define PS_CATALOGUE_H

#include "ps/base.h"
#include "ps/dose.h"
#include "ps/field.h"
#include "ps/rule.h"

#define PS_LIST_OF(T, name) \
    typedef struct {        \
        const T *at;        \
        int32_t count;      \
    } name

PS_LIST_OF(int32_t, ps_refs); ///< indices into one list of the catalogue
PS_LIST_OF(char *const, ps_texts);
PS_LIST_OF(ps_rung, ps_rungs);

/// Who says so.
typedef enum { PS_GIVEN, PS_INFERRED, PS_OURS } ps_basis;

typedef enum {
    PS_KIND_EXERCISE,
    PS_KIND_STRETCH,
    PS_KIND_RELEASE,
    PS_KIND_RELAXATION,
    PS_KIND_CARE,
    PS_KIND_HABIT
} ps_kind;
typedef enum {
    PS_SUPINE,
    PS_STANDING,
    PS_SIDE_LYING,
    PS_PLANK,
    PS_KNEELING,
    PS_SEATED,
    PS_HANGING,
    PS_PRONE
} ps_position;
typedef enum {
    PS_ON_FLOOR,
    PS_ON_BED,
    PS_ON_CHAIR,
    PS_ON_FEET,
    PS_ON_BAR,
    PS_ON_NOTHING
} ps_surface;
typedef enum {
    PS_RELAX,
    PS_RELEASE,
    PS_ACTIVATE,
    PS_STRENGTHEN,
    PS_LENGTHEN,
    PS_INTEGRATE,
    PS_HABIT
} ps_phase;
/// What an item does in a session: R release, X relax, A activate, S hip-flexor strength,
/// L lengthen, G glute, C core, H habit, REF referral card.
typedef enum {
    PS_ROLE_R,
    PS_ROLE_X,
    PS_ROLE_A,
    PS_ROLE_S,
    PS_ROLE_L,
    PS_ROLE_G,
    PS_ROLE_C,
    PS_ROLE_H,
    PS_ROLE_REF
} ps_role;
/// How an item is dosed: ISO holds with repetitions, CYCLE rounds of holds, HOLD passive stretch,
/// REP repetitions, TIME one timed spell, NONE not dosed.
typedef enum { PS_ISO, PS_CYCLE, PS_HOLD, PS_REP, PS_TIME, PS_UNDOSED } ps_family;
typedef enum {
    PS_IRRITABILITY_NONE,
    PS_IRRITABILITY_LOW,
    PS_IRRITABILITY_MOD,
    PS_IRRITABILITY_HIGH
} ps_irritability;
/// Who may choose an item: the planner; nobody; the planner after the user opted in; nobody until
/// a clinician signed it off; the user by hand; the user after the planner proposed it.
typedef enum {
    PS_CHOSEN_FREELY,
    PS_CHOSEN_NEVER,
    PS_CHOSEN_BY_OPT_IN,
    PS_CHOSEN_AFTER_SIGNOFF,
    PS_CHOSEN_BY_HAND,
    PS_CHOSEN_ON_PROPOSAL
} ps_selectable;
typedef enum { PS_LOADS_NONE, PS_LOADS_BAND, PS_LOADS_DUMBBELL, PS_LOADS_ANKLE_WEIGHT } ps_loadable;
typedef enum {
    PS_SUPPORTED,
    PS_PARTLY,
    PS_PLAUSIBLE_UNTESTED,
    PS_CONTESTED,
    PS_CONTRADICTED,
    PS_UNSUPPORTED,
    PS_OPINION
} ps_verdict;
typedef enum {
    PS_CLAIM_ANATOMY,
    PS_CLAIM_EFFECT,
    PS_CLAIM_CAUSAL,
    PS_CLAIM_RULE,
    PS_CLAIM_CUE,
    PS_CLAIM_QUANTITY,
    PS_CLAIM_TIMELINE,
    PS_CLAIM_SAFETY
} ps_claim_kind;
typedef enum { PS_SEVERITY_LOW, PS_SEVERITY_MEDIUM, PS_SEVERITY_HIGH } ps_severity;
typedef enum {
    PS_LEVEL_EMERGENCY,
    PS_LEVEL_URGENT,
    PS_LEVEL_REFER,
    PS_LEVEL_MODIFY,
    PS_LEVEL_UNDER_18,
    PS_LEVEL_INCOMPLETE
} ps_level;
typedef enum { PS_ITEM_RUNS, PS_ITEM_OFF, PS_ITEM_OPT_IN, PS_ITEM_ADVICE } ps_item_status;
typedef enum { PS_PART_SETS, PS_PART_REPS, PS_PART_HOLD, PS_PART_DAYS, PS_PART_WEEKS } ps_part;
typedef enum {
    PS_ALTERNATIVE_REPLACE,
    PS_ALTERNATIVE_ADD,
    PS_ALTERNATIVE_EXERCISE
} ps_alternative_kind;
typedef enum {
    PS_ASK_INT,
    PS_ASK_NUMBER,
    PS_ASK_YES_NO,
    PS_ASK_ONE_OF,
    PS_ASK_SOME_OF,
    PS_ASK_TEXT,
    PS_ASK_DERIVED
} ps_ask_type;
typedef enum { PS_SEEN, PS_FROM_MEMORY } ps_reference_mark;
/// How far a source carries: A a trial or review of the same act; B controlled, laboratory or
/// related; C expert or consensus; S an article; D no source, a decision of ours.
typedef enum { PS_GRADE_A, PS_GRADE_B, PS_GRADE_C, PS_GRADE_S, PS_GRADE_D } ps_grade;
/// Which of several tries of a self-test counts.
typedef enum { PS_COUNTS_MIDDLE, PS_COUNTS_BEST, PS_COUNTS_WORST } ps_counting;
typedef enum { PS_BETTER_LOWER, PS_BETTER_HIGHER } ps_better;
/// When a checkpoint is: no change is expected yet; half of the block; its end; four weeks more,
/// for those with a part of the change.
typedef enum { PS_CHECK_EARLY, PS_CHECK_HALFWAY, PS_CHECK_END, PS_CHECK_EXTRA } ps_check_time;
typedef enum {
    PS_LOOK_PAIN,
    PS_LOOK_GOALS,
    PS_LOOK_LENGTH,
    PS_LOOK_HOLD,
    PS_LOOK_SESSIONS
} ps_look;
typedef enum {
    PS_CLASS_TIGHT,
    PS_CLASS_WEAK,
    PS_CLASS_BOTH,
    PS_CLASS_IRRITABLE,
    PS_CLASS_MAINTAIN
} ps_class;

PS_LIST_OF(ps_kind, ps_kinds);
PS_LIST_OF(ps_surface, ps_surfaces);
PS_LIST_OF(ps_phase, ps_phases);
PS_LIST_OF(ps_role, ps_roles);
PS_LIST_OF(ps_part, ps_parts);
PS_LIST_OF(ps_class, ps_classes);
PS_LIST_OF(ps_look, ps_looks);

// ---- vocabulary ----

/// A word that other records use, with its meaning: tags, muscles.
typedef struct {
    const char *id, *text;
} ps_term;
PS_LIST_OF(ps_term, ps_terms);

typedef struct {
    const char *id, *text;
    bool assumed_present; ///< counted as owned until the user unticks it
} ps_equipment;
PS_LIST_OF(ps_equipment, ps_equipments);

typedef struct {
    const char *id; ///< S000..S003 the four articles, R… papers, M01 memory
    const char *cite;
    ps_grade grade;      ///< of a source: A, B, C or S
    const char *seen_in; ///< address or file; NULL for memory
    ps_reference_mark mark;
} ps_reference;
PS_LIST_OF(ps_reference, ps_references);

/// A set of exercises by what they are: all the given parts must hold.
typedef struct {
    int32_t tag;                          ///< index into tags or PS_NONE
    int32_t position;                     ///< a ps_position or PS_NONE
    int32_t surface;                      ///< a ps_surface or PS_NONE
    ps_kinds kinds;                       ///< empty: any kind
    ps_refs exercises;                    ///< empty: any exercise
    int32_t hip_above_deg, hip_below_deg; ///< range of motion passes it; PS_ANGLE_NONE: any
} ps_describe;
PS_LIST_OF(ps_describe, ps_describes);
enum { PS_ANGLE_NONE = 999 };

/// A contraindication code: what it forbids, and what it limits.
typedef struct {
    const char *id, *text;
    ps_describes prohibits; ///< `exclude` on every exercise described
    ps_describes limits;    ///< named, `exclude` or `modify`, on every exercise described
} ps_contraindication;
PS_LIST_OF(ps_contraindication, ps_contraindications);

typedef struct {
    const char *id;
    const char *text; ///< what is left out: "kneeling"
    ps_describes any;
    bool unless_bed; ///< fine when the item can be done on an owned bed
} ps_position_limit;
PS_LIST_OF(ps_position_limit, ps_position_limits);

typedef struct {
    const char *id;
    const char *text;
    ps_rungs rungs;
} ps_ladder;
PS_LIST_OF(ps_ladder, ps_ladders);

// ---- exercises ----

/// A statement and who makes it. `source` is PS_NONE for the exercise's own first source.
typedef struct {
    ps_marked says;   ///< mark is a ps_basis
    int32_t source;   ///< index into references or PS_NONE
    int32_t exercise; ///< the exercise it leads to, or PS_NONE
} ps_fact;
PS_LIST_OF(ps_fact, ps_facts);

typedef struct {
    int32_t reference; ///< S000..S003
    const char *item;  ///< "exercise 3"
} ps_origin;
PS_LIST_OF(ps_origin, ps_origins);

typedef struct {
    ps_alternative_kind kind;
    int32_t replaces;  ///< equipment that it stands in for, or PS_NONE
    int32_t equipment; ///< what to use; PS_NONE with REPLACE: nothing, the item is then unloaded
    int32_t exercise;
    const char *note;
    ps_basis basis;
} ps_alternative;
PS_LIST_OF(ps_alternative, ps_alternatives);

/// A code that speaks of this exercise. All of them are ours.
typedef struct {
    int32_t code;
    const char *note; ///< what to change (modify), or why (exclude; may be NULL)
} ps_code_use;
PS_LIST_OF(ps_code_use, ps_code_uses);

typedef struct {
    int32_t muscle;
    const char *note; ///< "stance side"; NULL when there is none
} ps_muscle_use;
PS_LIST_OF(ps_muscle_use, ps_muscle_uses);

/// What the source gives, and nothing else.
typedef struct {
    ps_dose dose;          ///< `?` where the source gives no number; sets.low == 0: no dose at all
    const char *frequency; ///< NULL: not given
    const char *as_given;  ///< in our words, with what is missing
} ps_dose_given;

typedef struct {
    const char *hip;
    ps_range hip_deg; ///< + flexion, - extension; the larger range of the two legs
    bool hip_moves;   ///< hip_deg means something
    const char *knee, *lumbar, *pelvis;
    ps_basis basis;
} ps_motion_range;

typedef struct {
    ps_range sets, reps, hold_s;
    ps_parts given; ///< which of them a source gives; the others are ours
} ps_dose_limits;

/// What the planner needs to know. All of it is ours.
typedef struct {
    ps_roles roles; ///< the first is the primary one
    ps_family family;
    ps_selectable selectable;
    ps_irritability irritability_max; ///< highest irritability at which it may be used
    int32_t psoas_tier;               ///< 0..5, ordinal guess of hip-flexor demand
    int32_t spine_load;               ///< 0..5
    int32_t skill;                    ///< 1..3
    int32_t min_week;                 ///< 1..99; 99: never
    ps_loadable loadable;
    bool load_is_part;       ///< without its load it is another exercise
    int32_t loaded_exercise; ///< exercise that takes over once mastered, or PS_NONE
    ps_refs after;           ///< one of these must be mastered
    ps_dose start;           ///< sets.low == 0: not dosed
    ps_timing timing;
    int32_t ladder, ladder_loaded; ///< PS_NONE: none
    const ps_dose_limits *limits, *limits_loaded;
    ps_rungs rungs, rungs_loaded; ///< computed: the ladder clipped by the limits
} ps_engine;

typedef struct {
    const char *id, *name;
    ps_texts aka;
    ps_origins sources; ///< empty: an addition of ours
    ps_kind kind;
    ps_position position;
    ps_basis position_basis;
    const char *position_note;
    ps_surface surface;
    ps_surfaces surface_alternatives;
    ps_phase phase;
    ps_phases secondary_phases;
    bool per_side;
    ps_refs tags, equipment;
    ps_alternatives alternatives;
    ps_facts steps;
    ps_dose_given given;
    ps_facts tempo, breathing, cues, progressions, regressions, mistakes, stop_rules;
    ps_code_uses exclude, modify;
    ps_muscle_uses target, synergists, keep_quiet;
    ps_refs claims, references;
    int32_t conflict; ///< why it is held back or changed, or PS_NONE
    ps_motion_range motion;
    ps_engine engine;
    ps_texts open_questions; ///< what a clinician has still to decide
} ps_exercise;
PS_LIST_OF(ps_exercise, ps_exercises);

// ---- programmes ----

typedef struct {
    int32_t exercise;
    ps_item_status status;
    const char *reason; ///< why it is off or opt-in
    int32_t replacement;
    ps_dose dose;  ///< sets.low == 0: not dosed
    ps_parts ours; ///< the parts of the dose that the source does not give
} ps_programme_item;
PS_LIST_OF(ps_programme_item, ps_programme_items);

typedef struct {
    const char *when, *text;
} ps_milestone;
PS_LIST_OF(ps_milestone, ps_milestones);

typedef struct {
    ps_marked says;
    ps_refs applies_to; ///< empty: the whole programme
    ps_refs claims;     ///< claims that it rests on; shown with their verdicts
} ps_programme_rule;
PS_LIST_OF(ps_programme_rule, ps_programme_rules);

typedef struct {
    int32_t reps;
    ps_refs applies_to;
} ps_rep_cap;

typedef struct {
    const char *id, *title;
    int32_t reference;
    bool order_prescribed; ///< else the article only lists them
    ps_programme_items items;
    ps_range days_per_week, weeks;
    ps_parts ours; ///< days, weeks: not given by the source
    ps_milestones timeline;
    const char *intensity, *warm_up, *sitting_break, *stop, *professional; ///< NULL: not given
    const ps_rep_cap *rep_cap;
    ps_programme_rules rules;
} ps_programme;
PS_LIST_OF(ps_programme, ps_programmes);

/// What every source programme keeps when it is chosen, and what it never overrides.
typedef struct {
    const char *text;
    ps_texts keeps, ignores, never_ignores;
} ps_source_rule;

// ---- claims and conflicts ----

typedef struct {
    const char *id;
    int32_t source; ///< the article that says it
    ps_claim_kind kind;
    const char *claim;
    ps_verdict verdict;
    const char *comment; ///< the limit or the evidence; NULL when there is none
    const char *says;    ///< what an explanation may say of it, as copy.yaml has it; NULL: nothing
    ps_refs references;
    ps_texts phrases; ///< lower case; no user text may hold one
} ps_claim;
PS_LIST_OF(ps_claim, ps_claims);

typedef struct {
    int32_t source;
    const char *text;
} ps_stance;
PS_LIST_OF(ps_stance, ps_stances);

typedef struct {
    const char *id, *slug, *topic;
    ps_severity severity;
    ps_stances positions;
    const char *evidence, *clinician;
    const char *choice; ///< how the product lets the person choose
    const char *our_default;
    ps_refs instead; ///< exercises that our default offers
    ps_refs references;
} ps_conflict;
PS_LIST_OF(ps_conflict, ps_conflicts);

typedef struct {
    ps_verdict verdict;
    const char *may;
} ps_copy_rule;
PS_LIST_OF(ps_copy_rule, ps_copy_rules);

typedef struct {
    ps_copy_rules rules;
    ps_texts never; ///< phrases that no text of ours may hold anywhere
} ps_copy;

// ---- screening ----

typedef struct {
    const char *id, *ask;
} ps_screening_item;
PS_LIST_OF(ps_screening_item, ps_screening_items);

/// A code that a flag sets while `when` holds; an empty rule: always.
typedef struct {
    int32_t code;
    ps_rule when;
} ps_flag_code;
PS_LIST_OF(ps_flag_code, ps_flag_codes);

typedef struct {
    const char *id;
    ps_level level;
    const char *title;
    ps_rule logic;      ///< empty: set_by says who sets it
    const char *set_by; ///< NULL when there is a logic
    const char *action, *why;
    const char *how_fast; ///< NULL at level MODIFY
    ps_flag_codes codes;  ///< stay on after a clearance
    bool gentle_start;    ///< after a clearance: rung 1 for the first weeks
    const char *note;
    ps_refs references;
} ps_flag;
PS_LIST_OF(ps_flag, ps_flags);

typedef struct {
    const char *id; ///< of the code it sets
    int32_t code;
    ps_rule when;
    const char *text;
} ps_derived_code;
PS_LIST_OF(ps_derived_code, ps_derived_codes);

typedef struct {
    const char *id; ///< intake field
    const char *rule;
} ps_number_rule;
PS_LIST_OF(ps_number_rule, ps_number_rules);

typedef struct {
    const char *id;
    ps_refs flags;
} ps_release_group;
PS_LIST_OF(ps_release_group, ps_release_groups);

/// Who may say that something is cleared.
typedef struct {
    const char *id, *text;
    bool examines; ///< also after an emergency or urgent sign, by a medical review
} ps_profession;
PS_LIST_OF(ps_profession, ps_professions);

typedef struct {
    int32_t weeks, gentle_start_weeks;
    ps_texts record, rules;
} ps_clearance;

typedef struct {
    const char *id, *ask; ///< ask: NULL where the name says it
    ps_ask_type type;
    int32_t low, high; ///< of numbers; high < low: no bounds
    ps_texts choices;
    const char *hint;
    bool optional;
    const char *used_by;
} ps_intake_field;
PS_LIST_OF(ps_intake_field, ps_intake_fields);

typedef struct {
    const char *ask;
    ps_refs items;
} ps_hazard_question;
PS_LIST_OF(ps_hazard_question, ps_hazard_questions);

typedef struct {
    const char *id;
    int32_t exercise;
    const char *rule;
    ps_hazard_questions questions;
    const char *stop;
} ps_hazard_check;
PS_LIST_OF(ps_hazard_check, ps_hazard_checks);

typedef struct {
    const char *id;           ///< region
    ps_texts countries, call; ///< ISO 3166 letters; numbers to call, empty: the local one
    bool checked;             ///< by a person in that country; else from memory
} ps_emergency_number;
PS_LIST_OF(ps_emergency_number, ps_emergency_numbers);

typedef struct {
    ps_level level;
    const char *heading, *lead;
} ps_refusal_level;
PS_LIST_OF(ps_refusal_level, ps_refusal_levels);

typedef struct {
    ps_refusal_levels levels;
    ps_texts parts, stays_open, stays_open_referred, closed;
    const char *slip;
    const char *local_number; ///< always shown beside an emergency number
} ps_refusal;

typedef struct {
    const char *version, *heading, *short_form;
    ps_texts points;
} ps_consent;

// ---- tests and outcomes ----

typedef struct {
    int32_t reference;
    const char *text;
} ps_finding;
PS_LIST_OF(ps_finding, ps_findings);

typedef struct {
    const char *id, *name;
    ps_texts steps;
    const char *valid_when; ///< NULL: always valid
    ps_findings norms, reliability;
    ps_texts reading;      ///< what a result means, in words
    int32_t change_needed; ///< smaller changes are noise, in the unit of the test; 0: none known
    const char *unit;      ///< NULL: yes/no questions
    int32_t counts;        ///< a ps_counting; PS_NONE without a unit
    int32_t better;        ///< a ps_better; PS_NONE without a unit
    const char *note;
    ps_refs closed_by; ///< codes
    ps_code_uses limited_by;
    int32_t sets; ///< derived code that a result decides, or PS_NONE
    ps_refs references;
} ps_self_test;
PS_LIST_OF(ps_self_test, ps_self_tests);

typedef struct {
    const char *id;
    const char *items, *range, *use, *change, *licence;
    const char *ship;
    ps_refs references;
} ps_outcome;
PS_LIST_OF(ps_outcome, ps_outcomes);

/// Where it hurts, a place of the body map.
typedef struct {
    const char *id;
    const char *text; ///< answers "Where does it hurt?"
    const char *site; ///< the choice of intake field `site` that it belongs to; NULL: none
    bool sided;       ///< there is a left and a right one
} ps_body_place;
PS_LIST_OF(ps_body_place, ps_body_places);

/// A day on which somebody looks back.
typedef struct {
    const char *id;
    int32_t week; ///< after so many full weeks of training
    ps_check_time time;
    const char *message; ///< what can be expected by then, with its limit
    ps_looks looks_at;
    ps_texts questions; ///< of the end: how it has changed, and whether it is enough; else none
    ps_refs claims, references;
} ps_check_plan;
PS_LIST_OF(ps_check_plan, ps_check_plans);

/// Something that a person outside the team has still to decide or to look up.
typedef struct {
    const char *id;
    const char *who; ///< "clinician", "lawyer" …
    const char *text;
    ps_refs references;
} ps_open_point;
PS_LIST_OF(ps_open_point, ps_open_points);

// ---- the planner's numbers ----

typedef struct {
    const char *id, *name, *text, *why;
    ps_refs references;
} ps_selection_rule;
PS_LIST_OF(ps_selection_rule, ps_selection_rules);

typedef struct {
    ps_role role;
    int32_t sets;
} ps_role_target;
PS_LIST_OF(ps_role_target, ps_role_targets);

typedef struct {
    int32_t exercise;
    int32_t points;
} ps_preference;
PS_LIST_OF(ps_preference, ps_preferences);

typedef struct {
    ps_class id;
    ps_role_targets targets; ///< role-sets a week at 45 minutes
    ps_roles must;           ///< roles that every session serves
    ps_preferences preferences;
} ps_class_plan;
PS_LIST_OF(ps_class_plan, ps_class_plans);

typedef struct {
    int32_t minutes_up_to; ///< 0: any
    int32_t value;
} ps_by_minutes;
PS_LIST_OF(ps_by_minutes, ps_by_minutes_list);

typedef struct {
    int32_t day; ///< 0 = the start day
    bool light;
} ps_layout_day;
PS_LIST_OF(ps_layout_day, ps_layout_days);

typedef struct {
    int32_t days_per_week;
    ps_layout_days days;
} ps_week_layout;
PS_LIST_OF(ps_week_layout, ps_week_layouts);

typedef struct {
    int32_t green_max, amber_max;         ///< pain 0..10
    int32_t next_day_amber, next_day_red; ///< above baseline
} ps_pain_limits;

typedef struct {
    ps_range start, build, full;   ///< rating of perceived exertion
    int32_t build_week, full_week; ///< from which on the second and the third hold
} ps_effort_plan;

typedef struct {
    int32_t target_min_week_side, cap_min_week_side, cap_min_day_side; ///< [minutes]
    int32_t hold_s, sensation_max;
} ps_stretch_plan;

typedef struct {
    int32_t bodyweight_days, heavy_days, heavy_reps_max, max_days;
    ps_range load_days, load_step_pct;
    int32_t rep_cap_loaded;
    int32_t rest_days;     ///< whole local days between strength days
    int32_t load_week;     ///< no dumbbell, no ankle weight and no step to a load before
    int32_t back_week;     ///< no plank and no hanging before with a sensitive back
    int32_t maintain_days; ///< most days a week of an item that is only kept up
} ps_strength_plan;

typedef struct {
    int32_t default_min, break_s;
    ps_range range_min;
} ps_sitting_plan;

typedef struct {
    int32_t glute_min_pct, glute_target_pct;        ///< of the flexor role-sets
    int32_t stretch_max_pct, stretch_max_tight_pct; ///< of the training time
    int32_t core_aim_week;
} ps_balance_plan;

typedef struct {
    int32_t same, minus_one_set, minus_load, step_down; ///< up to this many days; then re-screen
    int32_t load_less_pct, load_effort;                 ///< of the first session after minus_load
    int32_t days_per_rung, step_down_days; ///< after step_down: a rung for so many days; how long
                                           ///< the effort stays that of the start
} ps_gap_plan;

typedef struct {
    int32_t psfs, nrs, nrs_pct;
    int32_t nrs_least; ///< the smallest change of pain that people notice
    int32_t length_deg, hold_s, adherence_pct;
} ps_success;

typedef struct {
    int32_t primary, preference, loadable_strength, skill, skill_above, spine_load, spine_load_back,
        used_this_week;
    int32_t stepping_stone; ///< added to the preference that a base item takes over
} ps_score_weights;

typedef struct {
    int32_t rest_high, worst_high, settle_hours_high, night_wake_high, ordinary_high;
    int32_t worst_mod, settle_hours_mod;
} ps_irritability_limits;

typedef struct {
    int32_t breathing; ///< exercise
    ps_refs stretches; ///< the first allowed one
    ps_refs closing;   ///< the first allowed one follows a stretch
    int32_t set_s, sets_per_day, max_days, target_s_week_side;
    int32_t closing_sets;
    ps_classes stretch_classes; ///< who gets stretches, with a calm hip and no gentle start
} ps_micro_lane;

typedef struct {
    ps_roles must;
    ps_role_targets quota;
} ps_light_day;

/// n = 2 x days x minutes, kept within least..most; target = (role-sets x n + base / 2) / base.
typedef struct {
    int32_t least, most, base;
} ps_week_scale;

typedef struct {
    int32_t usual, least, most; ///< items
} ps_session_size;

typedef struct {
    int32_t baseline_mornings;  ///< median of so many of the last morning scores
    int32_t baseline_least;     ///< with fewer: pain_now of the intake
    int32_t informed_from_week; ///< the graded pain rule may be switched on from here
    int32_t informed_calm_days; ///< after so many days without an amber or red morning
    int32_t mastered_sessions;  ///< green sessions at the top hold and repetitions
    int32_t beyond_reps;        ///< repetitions above the top in the last set
    int32_t beyond_sessions;    ///< so many in a row ask for more load
    int32_t red_rest_days;      ///< whole local days before the next try after a red session
    int32_t swap_reds;          ///< red ones of the last three tries for another exercise
    int32_t swap_rest_days;     ///< how long the other one stays
    int32_t pause_reds;         ///< so many red sessions
    int32_t pause_window_days;  ///< in so many days stop the exercise
    int32_t pause_rest_days;    ///< for so many calm days at least
    int32_t maintain_weeks;     ///< done, with the goals met: keeping up is enough
} ps_verdict_plan;

/// From what on a test or an answer speaks for a class (domain 5.4).
typedef struct {
    int32_t sitting_hours;              ///< more than these a day are a sign of a tight hip
    int32_t restricted_deg, normal_deg; ///< of the length test, up from and up to
    int32_t weak_s;                     ///< a shorter seated hold is weak
    int32_t difference_pct;             ///< between the sides from which one is weaker
    int32_t signs;                      ///< so many stand in for a test
    int32_t explained_pain;             ///< pain up to here needs no reason
    int32_t load_jump_weeks;            ///< that start gently after a jump in load
} ps_class_limits;

/// When the programme stops although no flag is open (domain 5.12).
typedef struct {
    int32_t pain, times, window_days;    ///< such a pain so often in so many days
    int32_t above_baseline, rising_days; ///< or so much above it on so many days running
} ps_stop_plan;

/// A lighter time, only when something asks for it.
typedef struct {
    int32_t window_days, bad_sessions;  ///< so many amber or red sessions in so many days
    int32_t hard_effort, hard_sessions; ///< or so often so hard at an unchanged dose
    int32_t sets_pct, weeks;            ///< what is left of the sets, and for how long
} ps_deload_plan;

typedef struct {
    int32_t most;           ///< 1..most
    int32_t green_sessions; ///< for one more
    int32_t gate_item;      ///< items of this skill
    int32_t gate_person;    ///< need a person of at least this one
} ps_skill_plan;

/// Every number of domain section 5. All of it is ours and awaits a clinician's sign-off.
typedef struct {
    ps_pain_limits pain;
    ps_effort_plan effort;
    ps_stretch_plan stretch;
    ps_strength_plan strength;
    ps_sitting_plan sitting;
    ps_balance_plan balance;
    ps_gap_plan gap_days;
    ps_success success;
    ps_score_weights score;
    ps_irritability_limits irritability;
    ps_micro_lane micro_lane;
    ps_light_day light_day;
    ps_week_scale week_scale;
    ps_session_size session_items;
    ps_class_limits class_limits;
    ps_verdict_plan verdict;
    ps_stop_plan stop;
    ps_deload_plan deload;
    ps_skill_plan skill;
    ps_class_plans classes;
    ps_by_minutes_list warm_up_s, max_items;
    ps_week_layouts week_layouts;
    int32_t waiting_share_pct; ///< most of the session one item may take while must roles wait
    int32_t start_rung, start_rung_gentle;
    int32_t low_rung;         ///< where a state stands that was asked gently, or got more load
    ps_refs checkpoint_weeks; ///< whole numbers, not references
    ps_refs references;
} ps_constants;

// ---- the whole ----

/// Everything. The order of the lists is the order in which people meet them.
typedef struct {
    ps_references references;
    ps_terms tags, muscles;
    ps_equipments equipment;
    ps_contraindications codes;
    ps_position_limits position_limits;
    ps_ladders ladders;
    ps_exercises exercises;
    ps_programmes programmes;
    ps_claims claims;
    ps_conflicts conflicts;
    ps_screening_items screening_items;
    ps_intake_fields intake_fields;
    ps_flags flags;
    ps_derived_codes derived_codes;
    ps_number_rules number_rules;
    ps_release_groups release_groups;
    ps_professions professions;
    ps_hazard_checks hazard_checks;
    ps_emergency_numbers emergency_numbers;
    ps_self_tests self_tests;
    ps_outcomes outcomes;
    ps_body_places places;
    ps_check_plans checkpoints;
    ps_selection_rules selection_rules;
    ps_open_points open_points;
    ps_source_rule source_rule;
    ps_copy copy;
    ps_clearance clearance;
    ps_refusal refusal;
    ps_consent consent;
    ps_constants constants;
} ps_catalogue;

/// The words of the enums, in the order of their values.
extern const ps_enum ps_basis_names, ps_kind_names, ps_position_names, ps_surface_names,
    ps_phase_names, ps_role_names, ps_family_names, ps_irritability_names, ps_selectable_names,
    ps_loadable_names, ps_verdict_names, ps_claim_kind_names, ps_severity_names, ps_level_names,
    ps_item_status_names, ps_part_names, ps_alternative_kind_names, ps_ask_type_names,
    ps_reference_mark_names, ps_grade_names, ps_class_names, ps_counting_names, ps_better_names,
    ps_check_time_names, ps_look_names;

/// The field table of ps_catalogue: everything below it is reachable from here.
extern const ps_struct ps_catalogue_struct;

/// The catalogue that was compiled in.
extern const ps_catalogue ps_catalogue_builtin;

/// Hash of everything in ps_catalogue_builtin, 16 hexadecimal digits: what session_started carries.
extern const char ps_catalogue_version[];

/// Looks up ids in a catalogue, for notations. `catalogue` must outlive the result.
ps_names ps_catalogue_names(const ps_catalogue *catalogue);

/// The item with this id, or NULL.
const ps_exercise *ps_exercise_find(const ps_catalogue *catalogue, ps_str id);
const ps_programme *ps_programme_find(const ps_catalogue *catalogue, ps_str id);

/// By id (C000-17) or by id or slug (X01, static-stretching).
const ps_claim *ps_claim_find(const ps_catalogue *catalogue, ps_str id);
const ps_conflict *ps_conflict_find(const ps_catalogue *catalogue, ps_str id_or_slug);

/// Whether the exercise is one of those described.
bool ps_describes_exercise(const ps_describe *describe, const ps_catalogue *catalogue,
                           const ps_exercise *exercise);

/// Of the valid tries of one day and side the last so many count.
enum { PS_TRIES_MAX = 16 };

/// The result of one day and side: the middle, best or worst of its tries, as the test has it. The
/// middle of an even number of tries is the mean of the two middle ones.
///
/// test   one that has a unit
/// tries  shape [count], valid ones, 1 <= count <= PS_TRIES_MAX
double ps_test_counting(const ps_self_test *test, const double *tries, int32_t count);

/// The mode in which an exercise names a code; `exclude` wins over `modify`.
typedef enum { PS_CODE_UNNAMED, PS_CODE_MODIFY, PS_CODE_EXCLUDE } ps_code_mode;
ps_code_mode ps_exercise_code(const ps_exercise *exercise, int32_t code, const char **note);

#endif
