// The field tables of the catalogue: what data/ may say, in the words that editors show.
// Bottom up, so that every table stands below those it uses. docs/data.md explains the files.
#include "ps/catalogue.h"

enum { ID = 48, SHORT = 120, LINE = 400, PARAGRAPH = 1200 };

// ---- names of the enums, in the order of their values ----

#define NAMES(T, ...)                                     \
    static const char *const T##_words[] = {__VA_ARGS__}; \
    const ps_enum T##_names = PS_ENUM_OF(T, T##_words)

NAMES(ps_basis, "given", "inferred", "ours");
NAMES(ps_kind, "exercise", "stretch", "release", "relaxation", "professional-care", "habit");
NAMES(ps_position, "supine", "standing", "side-lying", "plank", "kneeling", "seated", "hanging",
      "prone");
NAMES(ps_surface, "floor", "bed", "chair", "standing", "bar", "none");
NAMES(ps_phase, "relax", "release", "activate", "strengthen", "lengthen", "integrate", "habit");
NAMES(ps_role, "R", "X", "A", "S", "L", "G", "C", "H", "REF");
NAMES(ps_family, "ISO", "CYCLE", "HOLD", "REP", "TIME", "NONE");
NAMES(ps_irritability, "none", "low", "mod", "high");
NAMES(ps_selectable, "planner", "never", "opt-in", "needs-signoff", "library", "proposal");
NAMES(ps_loadable, "none", "band", "dumbbell", "ankle-weight");
NAMES(ps_verdict, "supported", "partly", "plausible-untested", "contested", "contradicted",
      "unsupported", "opinion");
NAMES(ps_claim_kind, "anatomy", "effect", "causal", "rule", "cue", "quantity", "timeline",
      "safety");
NAMES(ps_severity, "low", "medium", "high");
NAMES(ps_level, "EMERGENCY", "URGENT", "REFER", "MODIFY", "UNDER_18", "INCOMPLETE");
NAMES(ps_item_status, "runs", "off", "opt-in", "advice");
NAMES(ps_part, "sets", "reps", "hold", "days", "weeks");
NAMES(ps_alternative_kind, "replace", "add", "exercise");
NAMES(ps_ask_type, "int", "number", "yes-no", "one-of", "some-of", "text", "derived");
NAMES(ps_reference_mark, "seen", "memory");
NAMES(ps_grade, "A", "B", "C", "S", "D");
NAMES(ps_class, "TIGHT", "WEAK", "BOTH", "IRRITABLE", "MAINTAIN");
NAMES(ps_counting, "middle", "best", "worst");
NAMES(ps_better, "lower", "higher");
NAMES(ps_check_time, "early", "halfway", "end", "extra");
NAMES(ps_look, "pain", "goals", "length", "hold", "sessions");

#undef NAMES

// ---- vocabulary ----

static const ps_field term_fields[] = {
    PS_F_TEXT(ps_term, id, ID, "Name used by other records: lower case, words joined by hyphens."),
    PS_F_TEXT(ps_term, text, LINE, "What it means, in plain words."),
};
static const ps_struct term = PS_STRUCT_OF(ps_term, term_fields, "A word that other records use.");

static const ps_field equipment_fields[] = {
    PS_F_TEXT(ps_equipment, id, ID, "Name used by exercises."),
    PS_F_TEXT(ps_equipment, text, SHORT, "What a person would call it."),
    PS_F_BOOL(ps_equipment, assumed_present, "Counted as owned until the user unticks it."),
};
static const ps_struct equipment =
    PS_STRUCT_OF(ps_equipment, equipment_fields, "Something an exercise needs.");

static const ps_field reference_fields[] = {
    PS_F_TEXT(ps_reference, id, ID, "S000 to S003 the articles, R.. papers, M01 memory."),
    PS_F_TEXT(ps_reference, cite, LINE, "Author, year, journal and what it is about."),
    PS_F_ENUM(ps_reference, grade, &ps_grade_names,
              "A: trial or review of the same act; B: controlled, laboratory or related; C: expert "
              "or consensus; S: one of the articles. D is for decisions of ours."),
    PS_F_TEXT_OR_NONE(ps_reference, seen_in, PARAGRAPH, "Where it was read."),
    PS_F_ENUM_OR(ps_reference, mark, &ps_reference_mark_names, PS_SEEN,
                 "memory: not looked up, unverified."),
};
static const ps_struct reference =
    PS_STRUCT_OF(ps_reference, reference_fields, "A source of facts.");

static const ps_field describe_fields[] = {
    PS_F_REF_OR_NONE(ps_describe, tag, "tags", "Exercises with this tag."),
    PS_F_ENUM_OR(ps_describe, position, &ps_position_names, PS_NONE, "Exercises in this position."),
    PS_F_ENUM_OR(ps_describe, surface, &ps_surface_names, PS_NONE, "Exercises on this surface."),
    PS_F_ENUMS(ps_describe, kinds, &ps_kind_names, 0, 6, "Only exercises of these kinds."),
    PS_F_REFS(ps_describe, exercises, "exercises", 0, 50, "These exercises by name."),
    PS_F_INT_OR(ps_describe, hip_above_deg, -30, 150, PS_ANGLE_NONE,
                "Exercises whose hip flexion passes this angle."),
    PS_F_INT_OR(ps_describe, hip_below_deg, -30, 150, PS_ANGLE_NONE,
                "Exercises whose hip goes below this angle (0: behind the body)."),
};
static const ps_struct describe = PS_STRUCT_SHORT(
    ps_describe, describe_fields,
    "A set of exercises by what they are; all given parts must hold. A bare word is a tag.");

static const ps_field contraindication_fields[] = {
    PS_F_TEXT(ps_contraindication, id, ID, "Capitals and underscores."),
    PS_F_TEXT(ps_contraindication, text, LINE, "When it is on."),
    PS_F_STRUCTS(ps_contraindication, prohibits, ps_describe, &describe, 0, 16,
                 "Every exercise described must exclude this code."),
    PS_F_STRUCTS(ps_contraindication, limits, ps_describe, &describe, 0, 16,
                 "Every exercise described must name this code."),
};
static const ps_struct contraindication = PS_STRUCT_OF(
    ps_contraindication, contraindication_fields, "A contraindication code. All of them are ours.");

static const ps_field position_limit_fields[] = {
    PS_F_TEXT(ps_position_limit, id, ID, "What the person cannot do."),
    PS_F_TEXT(ps_position_limit, text, SHORT, "What is left out, in plain words."),
    PS_F_STRUCTS(ps_position_limit, any, ps_describe, &describe, 1, 8,
                 "Exercises that it takes away."),
    PS_F_BOOL(ps_position_limit, unless_bed, "Fine when the exercise can be done on an owned bed."),
};
static const ps_struct position_limit = PS_STRUCT_OF(
    ps_position_limit, position_limit_fields, "A position that the person asks to leave out.");

static const ps_field rung_fields[] = {
    PS_F_INT(ps_rung, sets, 1, PS_SETS_MAX, "Sets, or cycles."),
    PS_F_INT(ps_rung, reps, 1, PS_REPS_MAX, "Repetitions, or phases of a cycle."),
    PS_F_INT(ps_rung, hold_s, 0, PS_SECONDS_MAX, "Hold of each repetition or phase, seconds."),
};
static const ps_struct rung = PS_STRUCT_OF(ps_rung, rung_fields, "One step of a ladder.");

static const ps_field ladder_fields[] = {
    PS_F_TEXT(ps_ladder, id, ID, "Name used by exercises."),
    PS_F_TEXT(ps_ladder, text, LINE, "What it is for."),
    PS_F_STRUCTS(ps_ladder, rungs, ps_rung, &rung, 1, PS_RUNGS_MAX, "From easy to hard."),
};
static const ps_struct ladder =
    PS_STRUCT_OF(ps_ladder, ladder_fields, "How a kind of exercise grows. Ours.");

// ---- exercises ----

static const ps_field fact_fields[] = {
    PS_F_MARKED(ps_fact, says, &ps_basis_names, LINE,
                "The statement under its mark: given by the source, inferred from it, or ours."),
    PS_F_REF_OR_NONE(ps_fact, source, "references",
                     "The source, when it is not the exercise's own."),
    PS_F_REF_OR_NONE(ps_fact, exercise, "exercises", "The exercise that this leads to."),
};
static const ps_struct fact =
    PS_STRUCT_OF(ps_fact, fact_fields, "A statement and who makes it: `given: Stand tall.`");

static const ps_field origin_fields[] = {
    PS_F_REF(ps_origin, reference, "references", "The article."),
    PS_F_TEXT(ps_origin, item, SHORT, "Where in the article."),
};
static const ps_struct origin =
    PS_STRUCT_OF(ps_origin, origin_fields, "Where an exercise comes from.");

static const ps_field alternative_fields[] = {
    PS_F_ENUM(ps_alternative, kind, &ps_alternative_kind_names,
              "replace: stands in for equipment; add: optional help; exercise: do that instead."),
    PS_F_REF_OR_NONE(ps_alternative, replaces, "equipment", "The equipment it stands in for."),
    PS_F_REF_OR_NONE(ps_alternative, equipment, "equipment",
                     "What to use; with replace and nothing here the item is unloaded."),
    PS_F_REF_OR_NONE(ps_alternative, exercise, "exercises", "The exercise to do instead."),
    PS_F_TEXT(ps_alternative, note, SHORT, "How, or why."),
    PS_F_ENUM_OR(ps_alternative, basis, &ps_basis_names, PS_OURS, "Who says so."),
};
static const ps_struct alternative =
    PS_STRUCT_OF(ps_alternative, alternative_fields, "Another way to do it.");

static const ps_field code_use_fields[] = {
    PS_F_REF(ps_code_use, code, "codes", "The contraindication code."),
    PS_F_TEXT_OR_NONE(ps_code_use, note, SHORT, "What to change, or why."),
};
static const ps_struct code_use =
    PS_STRUCT_SHORT(ps_code_use, code_use_fields, "A code that speaks of this. Ours.");

static const ps_field muscle_use_fields[] = {
    PS_F_REF(ps_muscle_use, muscle, "muscles", "The muscle or group."),
    PS_F_TEXT_OR_NONE(ps_muscle_use, note, SHORT, "Which part, which side, or how sure."),
};
static const ps_struct muscle_use =
    PS_STRUCT_SHORT(ps_muscle_use, muscle_use_fields, "A muscle and its part in the exercise.");

static const ps_field dose_given_fields[] = {
    PS_F_NOTATION(ps_dose_given, dose, ps_dose, &ps_dose_notation, false,
                  "The dose in the dose language, ? for what is not given."),
    PS_F_TEXT_OR_NONE(ps_dose_given, frequency, SHORT, "How often, when the source says it."),
    PS_F_TEXT(ps_dose_given, as_given, LINE, "In words, with what is missing."),
};
static const ps_struct dose_given =
    PS_STRUCT_OF(ps_dose_given, dose_given_fields, "What the source gives, and nothing else.");

static const ps_field motion_range_fields[] = {
    PS_F_TEXT(ps_motion_range, hip, SHORT, "What the hip does."),
    PS_F_RANGE_OR_NONE(ps_motion_range, hip_deg, -30, 150,
                       "Flexion +, extension -, degrees; the larger range of the two legs."),
    PS_F_BOOL(ps_motion_range, hip_moves, "hip_deg means something."),
    PS_F_TEXT(ps_motion_range, knee, SHORT, "What the knee does."),
    PS_F_TEXT(ps_motion_range, lumbar, SHORT, "What the low back does."),
    PS_F_TEXT(ps_motion_range, pelvis, SHORT, "What the pelvis does."),
    PS_F_ENUM(ps_motion_range, basis, &ps_basis_names, "Who says so."),
};
static const ps_struct motion_range =
    PS_STRUCT_OF(ps_motion_range, motion_range_fields, "How the joints move.");

static const ps_field dose_limits_fields[] = {
    PS_F_RANGE(ps_dose_limits, sets, 1, PS_SETS_MAX, "Sets, or cycles."),
    PS_F_RANGE(ps_dose_limits, reps, 1, PS_REPS_MAX, "Repetitions, or phases of a cycle."),
    PS_F_RANGE(ps_dose_limits, hold_s, 0, PS_SECONDS_MAX, "Hold, seconds."),
    PS_F_ENUMS(ps_dose_limits, given, &ps_part_names, 0, 3,
               "Which of them a source gives; the others are ours."),
};
static const ps_struct dose_limits =
    PS_STRUCT_OF(ps_dose_limits, dose_limits_fields, "What a rung may ask.");

static const ps_field timing_fields[] = {
    PS_F_INT(ps_timing, setup_s, 0, 300, "Getting into position, seconds."),
    PS_F_INT(ps_timing, transition_s, 0, 60, "Between repetitions, seconds."),
};
static const ps_struct timing =
    PS_STRUCT_OF(ps_timing, timing_fields, "Seconds that belong to the exercise.");

static const ps_field engine_fields[] = {
    PS_F_ENUMS(ps_engine, roles, &ps_role_names, 1, 4, "What it does; the first counts most."),
    PS_F_ENUM(ps_engine, family, &ps_family_names, "How it is dosed."),
    PS_F_ENUM(ps_engine, selectable, &ps_selectable_names, "Who may choose it."),
    PS_F_ENUM(ps_engine, irritability_max, &ps_irritability_names,
              "Highest irritability at which it may be used."),
    PS_F_INT(ps_engine, psoas_tier, 0, 5, "Ordinal guess of hip-flexor demand."),
    PS_F_INT(ps_engine, spine_load, 0, 5, "Ordinal guess of load on the spine."),
    PS_F_INT(ps_engine, skill, 1, 3, "1 easy, 2 some practice, 3 trained."),
    PS_F_INT(ps_engine, min_week, 1, 99, "Not before this week; 99: never."),
    PS_F_ENUM_OR(ps_engine, loadable, &ps_loadable_names, PS_LOADS_NONE, "What it is loaded with."),
    PS_F_BOOL(ps_engine, load_is_part, "Without its load it is another exercise."),
    PS_F_REF_OR_NONE(ps_engine, loaded_exercise, "exercises", "Takes over once this is mastered."),
    PS_F_REFS(ps_engine, after, "exercises", 0, 4, "One of these must be mastered first."),
    PS_F_NOTATION(ps_engine, start, ps_dose, &ps_dose_notation, false, "Our start dose."),
    PS_F_STRUCT(ps_engine, timing, ps_timing, &timing, "Seconds for the time budget."),
    PS_F_REF_OR_NONE(ps_engine, ladder, "ladders", "How it grows."),
    PS_F_REF_OR_NONE(ps_engine, ladder_loaded, "ladders", "How it grows while loaded."),
    PS_F_OPTIONAL(ps_engine, limits, ps_dose_limits, &dose_limits, "What a rung may ask."),
    PS_F_OPTIONAL(ps_engine, limits_loaded, ps_dose_limits, &dose_limits,
                  "What a rung may ask while loaded."),
    PS_F_DERIVED_STRUCTS(ps_engine, rungs, ps_rung, &rung, PS_RUNGS_MAX,
                         "The ladder clipped by the limits."),
    PS_F_DERIVED_STRUCTS(ps_engine, rungs_loaded, ps_rung, &rung, PS_RUNGS_MAX,
                         "The loaded ladder clipped by its limits."),
};
static const ps_struct engine =
    PS_STRUCT_OF(ps_engine, engine_fields, "What the planner needs to know. All of it is ours.");

static const ps_field exercise_fields[] = {
    PS_F_TEXT(ps_exercise, id, ID, "The name of the file without .yaml."),
    PS_F_TEXT(ps_exercise, name, SHORT, "What people call it."),
    PS_F_TEXTS(ps_exercise, aka, 0, 6, "Other names."),
    PS_F_STRUCTS(ps_exercise, sources, ps_origin, &origin, 0, 4,
                 "Where it comes from; none: an addition of ours."),
    PS_F_ENUM(ps_exercise, kind, &ps_kind_names, "What sort of entry it is."),
    PS_F_ENUM(ps_exercise, position, &ps_position_names, "Starting position."),
    PS_F_ENUM(ps_exercise, position_basis, &ps_basis_names, "Who says so."),
    PS_F_TEXT_OR_NONE(ps_exercise, position_note, SHORT, "What the word leaves out."),
    PS_F_ENUM(ps_exercise, surface, &ps_surface_names, "What carries the body."),
    PS_F_ENUMS(ps_exercise, surface_alternatives, &ps_surface_names, 0, 3, "What may, too."),
    PS_F_ENUM(ps_exercise, phase, &ps_phase_names, "What it is for."),
    PS_F_ENUMS(ps_exercise, secondary_phases, &ps_phase_names, 0, 4, "What it also does."),
    PS_F_BOOL(ps_exercise, per_side, "Done once on each side."),
    PS_F_REFS(ps_exercise, tags, "tags", 0, 10, "What it is like; codes speak in these words."),
    PS_F_REFS(ps_exercise, equipment, "equipment", 0, 4, "What it needs."),
    PS_F_STRUCTS(ps_exercise, alternatives, ps_alternative, &alternative, 0, 8,
                 "Other equipment, helps, other exercises."),
    PS_F_STRUCTS(ps_exercise, steps, ps_fact, &fact, 1, 8, "What to do, in order."),
    PS_F_STRUCT(ps_exercise, given, ps_dose_given, &dose_given, "The dose of the source."),
    PS_F_STRUCTS(ps_exercise, tempo, ps_fact, &fact, 0, 4, "How fast."),
    PS_F_STRUCTS(ps_exercise, breathing, ps_fact, &fact, 0, 4, "How to breathe."),
    PS_F_STRUCTS(ps_exercise, cues, ps_fact, &fact, 1, 8, "What to think of."),
    PS_F_STRUCTS(ps_exercise, progressions, ps_fact, &fact, 0, 6, "How to make it harder."),
    PS_F_STRUCTS(ps_exercise, regressions, ps_fact, &fact, 0, 6, "How to make it easier."),
    PS_F_STRUCTS(ps_exercise, mistakes, ps_fact, &fact, 0, 6, "What goes wrong."),
    PS_F_STRUCTS(ps_exercise, stop_rules, ps_fact, &fact, 1, 6, "When to stop."),
    PS_F_STRUCTS(ps_exercise, exclude, ps_code_use, &code_use, 0, 24,
                 "Never offered while one of these codes is on."),
    PS_F_STRUCTS(ps_exercise, modify, ps_code_use, &code_use, 0, 24,
                 "Offered with the note shown while the code is on."),
    PS_F_STRUCTS(ps_exercise, target, ps_muscle_use, &muscle_use, 0, 6, "What it trains."),
    PS_F_STRUCTS(ps_exercise, synergists, ps_muscle_use, &muscle_use, 0, 8, "What helps."),
    PS_F_STRUCTS(ps_exercise, keep_quiet, ps_muscle_use, &muscle_use, 0, 6,
                 "What should not take over."),
    PS_F_REFS(ps_exercise, claims, "claims", 0, 8, "Claims made about it."),
    PS_F_REFS(ps_exercise, references, "references", 1, 8, "Its sources."),
    PS_F_REF_OR_NONE(ps_exercise, conflict, "conflicts",
                     "The conflict that explains why it is held back or changed."),
    PS_F_STRUCT(ps_exercise, motion, ps_motion_range, &motion_range, "How the joints move."),
    PS_F_STRUCT(ps_exercise, engine, ps_engine, &engine, "For the planner. Ours."),
    PS_F_TEXTS(ps_exercise, open_questions, 0, 4, "What people should know, or must still decide."),
};
static const ps_struct exercise = PS_STRUCT_OF(
    ps_exercise, exercise_fields, "An exercise, stretch, release, relaxation, habit or care.");

// ---- programmes ----

static const ps_field programme_item_fields[] = {
    PS_F_REF(ps_programme_item, exercise, "exercises", "What to do."),
    PS_F_ENUM(ps_programme_item, status, &ps_item_status_names,
              "off: shown struck out; opt-in: only when asked for; advice: not dosed."),
    PS_F_TEXT_OR_NONE(ps_programme_item, reason, LINE, "Why it is off or opt-in."),
    PS_F_REF_OR_NONE(ps_programme_item, replacement, "exercises", "What is offered instead."),
    PS_F_NOTATION(ps_programme_item, dose, ps_dose, &ps_dose_notation, false,
                  "The dose of the source, filled by us where it gives none."),
    PS_F_ENUMS(ps_programme_item, ours, &ps_part_names, 0, 3, "The parts that we filled in."),
};
static const ps_struct programme_item =
    PS_STRUCT_OF(ps_programme_item, programme_item_fields, "One item of a source programme.");

static const ps_field milestone_fields[] = {
    PS_F_TEXT(ps_milestone, when, SHORT, "When."),
    PS_F_TEXT(ps_milestone, text, LINE, "What the source expects. Not a promise of ours."),
};
static const ps_struct milestone =
    PS_STRUCT_OF(ps_milestone, milestone_fields, "What a source expects and when.");

static const ps_field programme_rule_fields[] = {
    PS_F_MARKED(ps_programme_rule, says, &ps_basis_names, LINE, "The rule under its mark."),
    PS_F_REFS(ps_programme_rule, applies_to, "exercises", 0, 8, "Only to these."),
    PS_F_REFS(ps_programme_rule, claims, "claims", 0, 4, "Claims that it rests on."),
};
static const ps_struct programme_rule =
    PS_STRUCT_OF(ps_programme_rule, programme_rule_fields, "A rule of the source.");

static const ps_field rep_cap_fields[] = {
    PS_F_INT(ps_rep_cap, reps, 1, PS_REPS_MAX, "Never more repetitions."),
    PS_F_REFS(ps_rep_cap, applies_to, "exercises", 1, 8, "Of these."),
};
static const ps_struct rep_cap =
    PS_STRUCT_OF(ps_rep_cap, rep_cap_fields, "The source's limit on repetitions.");

static const ps_field programme_fields[] = {
    PS_F_TEXT(ps_programme, id, ID, "The name of the file without .yaml."),
    PS_F_TEXT(ps_programme, title, SHORT, "What it is."),
    PS_F_REF(ps_programme, reference, "references", "The article."),
    PS_F_BOOL(ps_programme, order_prescribed, "The article prescribes the order."),
    PS_F_STRUCTS(ps_programme, items, ps_programme_item, &programme_item, 1, 20,
                 "In the order of the article."),
    PS_F_RANGE(ps_programme, days_per_week, 1, 7, "Days a week."),
    PS_F_RANGE(ps_programme, weeks, 1, 52, "Weeks."),
    PS_F_ENUMS(ps_programme, ours, &ps_part_names, 0, 2, "days and weeks, when we filled them in."),
    PS_F_STRUCTS(ps_programme, timeline, ps_milestone, &milestone, 0, 8,
                 "What the source expects."),
    PS_F_TEXT_OR_NONE(ps_programme, intensity, LINE, "How effort and days hang together."),
    PS_F_TEXT_OR_NONE(ps_programme, warm_up, LINE, "Warm-up of the source."),
    PS_F_TEXT_OR_NONE(ps_programme, sitting_break, LINE, "Breaks of the source."),
    PS_F_TEXT_OR_NONE(ps_programme, stop, LINE, "When the source says stop."),
    PS_F_TEXT_OR_NONE(ps_programme, professional, LINE, "When the source sends to a professional."),
    PS_F_OPTIONAL(ps_programme, rep_cap, ps_rep_cap, &rep_cap, "Its limit on repetitions."),
    PS_F_STRUCTS(ps_programme, rules, ps_programme_rule, &programme_rule, 0, 12,
                 "Its other rules."),
};
static const ps_struct programme =
    PS_STRUCT_OF(ps_programme, programme_fields, "The programme of one article, as it stands.");

static const ps_field source_rule_fields[] = {
    PS_F_TEXT(ps_source_rule, text, PARAGRAPH, "The rule in words."),
    PS_F_TEXTS(ps_source_rule, keeps, 1, 12, "What is kept of the source."),
    PS_F_TEXTS(ps_source_rule, ignores, 1, 12, "What of ours it sets aside."),
    PS_F_TEXTS(ps_source_rule, never_ignores, 1, 12, "What it never sets aside."),
};
static const ps_struct source_rule = PS_STRUCT_OF(ps_source_rule, source_rule_fields,
                                                  "What holds for every chosen source programme.");

// ---- claims and conflicts ----

static const ps_field claim_fields[] = {
    PS_F_TEXT(ps_claim, id, ID, "C, the number of the article, a number."),
    PS_F_REF(ps_claim, source, "references", "The article that says it."),
    PS_F_ENUM(ps_claim, kind, &ps_claim_kind_names, "What sort of claim."),
    PS_F_TEXT(ps_claim, claim, LINE, "The claim, in our words."),
    PS_F_ENUM(ps_claim, verdict, &ps_verdict_names, "What the evidence says."),
    PS_F_TEXT_OR_NONE(ps_claim, comment, LINE, "Evidence or limit."),
    PS_F_TEXT_OR_NONE(ps_claim, says, LINE,
                      "One sentence that an explanation may say, as the verdict allows."),
    PS_F_REFS(ps_claim, references, "references", 1, 8, "Where the verdict comes from."),
    PS_F_TEXTS(ps_claim, phrases, 0, 8,
               "Lower-case phrases that no user text may hold; needed for contradicted and "
               "unsupported claims."),
};
static const ps_struct claim = PS_STRUCT_OF(ps_claim, claim_fields, "A claim of an article.");

static const ps_field stance_fields[] = {
    PS_F_REF(ps_stance, source, "references", "The article."),
    PS_F_TEXT(ps_stance, text, LINE, "What it says."),
};
static const ps_struct stance = PS_STRUCT_OF(ps_stance, stance_fields, "What one article says.");

static const ps_field conflict_fields[] = {
    PS_F_TEXT(ps_conflict, id, ID, "X and a number."),
    PS_F_TEXT(ps_conflict, slug, ID, "A readable name for psoas why."),
    PS_F_TEXT(ps_conflict, topic, SHORT, "What they disagree about."),
    PS_F_ENUM(ps_conflict, severity, &ps_severity_names, "How much it matters."),
    PS_F_STRUCTS(ps_conflict, positions, ps_stance, &stance, 1, 4, "What each article says."),
    PS_F_TEXT(ps_conflict, evidence, PARAGRAPH, "What studies say."),
    PS_F_TEXT(ps_conflict, clinician, PARAGRAPH, "What a careful clinician would do."),
    PS_F_TEXT(ps_conflict, choice, PARAGRAPH, "Where you can choose."),
    PS_F_TEXT(ps_conflict, our_default, PARAGRAPH, "What we do unless you choose."),
    PS_F_REFS(ps_conflict, instead, "exercises", 0, 6,
              "Exercises that our default offers instead."),
    PS_F_REFS(ps_conflict, references, "references", 1, 8, "Where the evidence comes from."),
};
static const ps_struct conflict =
    PS_STRUCT_OF(ps_conflict, conflict_fields, "A point on which the articles disagree.");

static const ps_field copy_rule_fields[] = {
    PS_F_ENUM(ps_copy_rule, verdict, &ps_verdict_names, "Claims with this verdict"),
    PS_F_TEXT(ps_copy_rule, may, SHORT, "may …"),
};
static const ps_struct copy_rule =
    PS_STRUCT_OF(ps_copy_rule, copy_rule_fields, "What a text may do with a claim.");

static const ps_field copy_fields[] = {
    PS_F_STRUCTS(ps_copy, rules, ps_copy_rule, &copy_rule, 7, 7, "One for each verdict."),
    PS_F_TEXTS(ps_copy, never, 1, 20, "Phrases that stand nowhere."),
};
static const ps_struct copy = PS_STRUCT_OF(ps_copy, copy_fields, "What our texts may say.");

// ---- screening ----

static const ps_field screening_item_fields[] = {
    PS_F_TEXT(ps_screening_item, id, ID, "Name used by rules."),
    PS_F_TEXT(ps_screening_item, ask, LINE, "One question about one thing."),
};
static const ps_struct screening_item =
    PS_STRUCT_OF(ps_screening_item, screening_item_fields, "A safety question.");

static const ps_field flag_code_fields[] = {
    PS_F_REF(ps_flag_code, code, "codes", "The code it sets."),
    PS_F_NOTATION(ps_flag_code, when, ps_rule, &ps_rule_notation, false, "Only while this holds."),
};
static const ps_struct flag_code =
    PS_STRUCT_SHORT(ps_flag_code, flag_code_fields, "A code that a flag sets.");

static const ps_field flag_fields[] = {
    PS_F_TEXT(ps_flag, id, ID, "E_, U_, R_ or M_ and a name."),
    PS_F_ENUM(ps_flag, level, &ps_level_names, "How much it stops."),
    PS_F_TEXT(ps_flag, title, SHORT, "What it is about."),
    PS_F_NOTATION(ps_flag, logic, ps_rule, &ps_rule_notation, false, "When it is up."),
    PS_F_TEXT_OR_NONE(ps_flag, set_by, LINE, "What sets it, when no answer does."),
    PS_F_TEXT(ps_flag, action, LINE, "What to do."),
    PS_F_TEXT(ps_flag, why, LINE, "Why it matters."),
    PS_F_TEXT_OR_NONE(ps_flag, how_fast, SHORT, "How soon; MODIFY flags need none."),
    PS_F_STRUCTS(ps_flag, codes, ps_flag_code, &flag_code, 0, 8,
                 "Codes it sets; they stay on after a clearance."),
    PS_F_BOOL(ps_flag, gentle_start, "Rung 1 for the first weeks after a clearance."),
    PS_F_TEXT_OR_NONE(ps_flag, note, LINE, "What stays after a clearance, in words."),
    PS_F_REFS(ps_flag, references, "references", 1, 8, "Where it comes from."),
};
static const ps_struct flag = PS_STRUCT_OF(ps_flag, flag_fields, "A safety flag.");

static const ps_field derived_code_fields[] = {
    PS_F_TEXT(ps_derived_code, id, ID, "A name for this rule."),
    PS_F_REF(ps_derived_code, code, "codes", "The code it sets."),
    PS_F_NOTATION(ps_derived_code, when, ps_rule, &ps_rule_notation, true, "When it is on."),
    PS_F_TEXT(ps_derived_code, text, LINE, "The same in words."),
};
static const ps_struct derived_code =
    PS_STRUCT_OF(ps_derived_code, derived_code_fields, "A code that follows from other facts.");

static const ps_field number_rule_fields[] = {
    PS_F_TEXT(ps_number_rule, id, ID, "The intake field."),
    PS_F_TEXT(ps_number_rule, rule, LINE, "What its value does, whatever is answered elsewhere."),
};
static const ps_struct number_rule =
    PS_STRUCT_OF(ps_number_rule, number_rule_fields, "A number that overrides answers.");

static const ps_field release_group_fields[] = {
    PS_F_TEXT(ps_release_group, id, ID, "A name for the group."),
    PS_F_REFS(ps_release_group, flags, "flags", 2, 6, "Flags that share their releases."),
};
static const ps_struct release_group =
    PS_STRUCT_OF(ps_release_group, release_group_fields, "Flags for which a released code counts.");

static const ps_field profession_fields[] = {
    PS_F_TEXT(ps_profession, id, ID, "Who it is."),
    PS_F_TEXT(ps_profession, text, SHORT, "The same in words."),
    PS_F_BOOL(ps_profession, examines, "A doctor, who may also examine after an urgent sign."),
};
static const ps_struct profession =
    PS_STRUCT_OF(ps_profession, profession_fields, "Who may clear a flag.");

static const ps_field clearance_fields[] = {
    PS_F_INT(ps_clearance, weeks, 1, 52, "A clearance ends after this."),
    PS_F_INT(ps_clearance, gentle_start_weeks, 1, 8, "Gentle start after a clearance."),
    PS_F_TEXTS(ps_clearance, record, 1, 10, "What is written down."),
    PS_F_TEXTS(ps_clearance, rules, 1, 12, "What a clearance does and does not do."),
};
static const ps_struct clearance =
    PS_STRUCT_OF(ps_clearance, clearance_fields, "How a block is lifted.");

static const ps_field intake_field_fields[] = {
    PS_F_TEXT(ps_intake_field, id, ID, "Name used by rules."),
    PS_F_TEXT_OR_NONE(ps_intake_field, ask, LINE, "The question."),
    PS_F_ENUM(ps_intake_field, type, &ps_ask_type_names, "What an answer is."),
    PS_F_INT_OR(ps_intake_field, low, -100, 1000, 0, "Smallest number."),
    PS_F_INT_OR(ps_intake_field, high, -100, 1000, -1, "Largest number; below low: no bounds."),
    PS_F_TEXTS(ps_intake_field, choices, 0, 20, "The possible answers."),
    PS_F_TEXT_OR_NONE(ps_intake_field, hint, LINE, "A word of help."),
    PS_F_BOOL(ps_intake_field, optional, "May stay empty."),
    PS_F_TEXT(ps_intake_field, used_by, SHORT, "What it is needed for."),
};
static const ps_struct intake_field =
    PS_STRUCT_OF(ps_intake_field, intake_field_fields, "Something asked at the start.");

static const ps_field hazard_question_fields[] = {
    PS_F_TEXT(ps_hazard_question, ask, LINE, "The question."),
    PS_F_REFS(ps_hazard_question, items, "screening_items", 1, 8, "The items it asks again."),
};
static const ps_struct hazard_question =
    PS_STRUCT_OF(ps_hazard_question, hazard_question_fields, "A question before a risky item.");

static const ps_field hazard_check_fields[] = {
    PS_F_TEXT(ps_hazard_check, id, ID, "Name of the check."),
    PS_F_REF(ps_hazard_check, exercise, "exercises", "The exercise it guards."),
    PS_F_TEXT(ps_hazard_check, rule, LINE, "What lets it through."),
    PS_F_STRUCTS(ps_hazard_check, questions, ps_hazard_question, &hazard_question, 1, 12,
                 "Asked each time."),
    PS_F_TEXT(ps_hazard_check, stop, LINE, "What ends it while doing it."),
};
static const ps_struct hazard_check =
    PS_STRUCT_OF(ps_hazard_check, hazard_check_fields, "Questions before a risky item.");

static const ps_field emergency_number_fields[] = {
    PS_F_TEXT(ps_emergency_number, id, ID, "The region."),
    PS_F_TEXTS(ps_emergency_number, countries, 0, 40, "ISO 3166 codes; none: everywhere else."),
    PS_F_TEXTS(ps_emergency_number, call, 0, 4, "Numbers; none: the local one."),
    PS_F_BOOL(ps_emergency_number, checked, "By a person in that country; else from memory."),
};
static const ps_struct emergency_number =
    PS_STRUCT_OF(ps_emergency_number, emergency_number_fields,
                 "Whom to call. From memory; to be checked by a person in each country.");

static const ps_field refusal_level_fields[] = {
    PS_F_ENUM(ps_refusal_level, level, &ps_level_names, "The level."),
    PS_F_TEXT(ps_refusal_level, heading, SHORT, "The first line."),
    PS_F_TEXT(ps_refusal_level, lead, LINE, "What it means."),
};
static const ps_struct refusal_level =
    PS_STRUCT_OF(ps_refusal_level, refusal_level_fields, "How a refusal begins.");

static const ps_field refusal_fields[] = {
    PS_F_STRUCTS(ps_refusal, levels, ps_refusal_level, &refusal_level, 5, 5, "One for each level."),
    PS_F_TEXTS(ps_refusal, parts, 1, 12, "What the page says, in order."),
    PS_F_TEXTS(ps_refusal, stays_open, 1, 12, "What can still be used."),
    PS_F_TEXTS(ps_refusal, stays_open_referred, 1, 12, "And when only a clearance is needed."),
    PS_F_TEXTS(ps_refusal, closed, 1, 12, "What cannot until it is cleared."),
    PS_F_TEXT(ps_refusal, slip, LINE, "How a slip of the finger is caught."),
    PS_F_TEXT(ps_refusal, local_number, SHORT, "Always shown beside a number."),
};
static const ps_struct refusal =
    PS_STRUCT_OF(ps_refusal, refusal_fields, "What a refused person gets.");

static const ps_field consent_fields[] = {
    PS_F_TEXT(ps_consent, version, ID, "A new version is asked again."),
    PS_F_TEXT(ps_consent, heading, SHORT, "The first line."),
    PS_F_TEXT(ps_consent, short_form, LINE, "For version output, footers, prints and exports."),
    PS_F_TEXTS(ps_consent, points, 1, 12, "What is agreed to."),
};
static const ps_struct consent =
    PS_STRUCT_OF(ps_consent, consent_fields, "What everybody agrees to first.");

// ---- tests and outcomes ----

static const ps_field finding_fields[] = {
    PS_F_REF(ps_finding, reference, "references", "Who found it."),
    PS_F_TEXT(ps_finding, text, LINE, "What was found, with its spread."),
};
static const ps_struct finding = PS_STRUCT_OF(ps_finding, finding_fields, "A published number.");

static const ps_field self_test_fields[] = {
    PS_F_TEXT(ps_self_test, id, ID, "T_ and a name."),
    PS_F_TEXT(ps_self_test, name, SHORT, "What people call it."),
    PS_F_TEXTS(ps_self_test, steps, 1, 12, "How to do it."),
    PS_F_TEXT_OR_NONE(ps_self_test, valid_when, LINE, "What makes a result count."),
    PS_F_STRUCTS(ps_self_test, norms, ps_finding, &finding, 0, 12, "Results of other people."),
    PS_F_STRUCTS(ps_self_test, reliability, ps_finding, &finding, 0, 12, "How well it repeats."),
    PS_F_TEXTS(ps_self_test, reading, 1, 8, "What a result means."),
    PS_F_INT_OR(ps_self_test, change_needed, 0, 100, 0, "Smaller changes are noise; 0: not known."),
    PS_F_TEXT_OR_NONE(ps_self_test, unit, SHORT, "Unit of a result."),
    PS_F_ENUM_OR(ps_self_test, counts, &ps_counting_names, PS_NONE, "Which of several tries."),
    PS_F_ENUM_OR(ps_self_test, better, &ps_better_names, PS_NONE, "Which way it gets better."),
    PS_F_TEXT_OR_NONE(ps_self_test, note, LINE, "What else to know."),
    PS_F_REFS(ps_self_test, closed_by, "codes", 0, 16, "Not offered while one of these is on."),
    PS_F_STRUCTS(ps_self_test, limited_by, ps_code_use, &code_use, 0, 8, "Offered with the note."),
    PS_F_REF_OR_NONE(ps_self_test, sets, "derived_codes", "The code that a result decides."),
    PS_F_REFS(ps_self_test, references, "references", 1, 8, "Where it comes from."),
};
static const ps_struct self_test =
    PS_STRUCT_OF(ps_self_test, self_test_fields, "A test people do at home.");

static const ps_field outcome_fields[] = {
    PS_F_TEXT(ps_outcome, id, ID, "Its usual name."),
    PS_F_TEXT(ps_outcome, items, SHORT, "What it asks."),
    PS_F_TEXT(ps_outcome, range, SHORT, "What a result can be."),
    PS_F_TEXT(ps_outcome, use, SHORT, "What we use it for."),
    PS_F_TEXT(ps_outcome, change, LINE, "The change that matters."),
    PS_F_TEXT(ps_outcome, licence, LINE, "Who owns it."),
    PS_F_TEXT(ps_outcome, ship, SHORT, "Whether it may be in the product."),
    PS_F_REFS(ps_outcome, references, "references", 1, 8, "Where it comes from."),
};
static const ps_struct outcome =
    PS_STRUCT_OF(ps_outcome, outcome_fields, "A measure of how someone is doing.");

static const ps_field body_place_fields[] = {
    PS_F_TEXT(ps_body_place, id, ID, "Name used in events and on the command line."),
    PS_F_TEXT(ps_body_place, text, SHORT, "An answer to 'Where does it hurt?'"),
    PS_F_TEXT_OR_NONE(ps_body_place, site, ID, "The choice of intake field `site` it belongs to."),
    PS_F_BOOL(ps_body_place, sided, "There is a left and a right one."),
};
static const ps_struct body_place =
    PS_STRUCT_OF(ps_body_place, body_place_fields, "A place of the body map.");

static const ps_field check_plan_fields[] = {
    PS_F_TEXT(ps_check_plan, id, ID, "week- and its number."),
    PS_F_INT(ps_check_plan, week, 1, 52, "After so many full weeks of training."),
    PS_F_ENUM(ps_check_plan, time, &ps_check_time_names,
              "early: no change is expected yet; halfway; end: of the block; extra: when a part of "
              "the change was there at the end."),
    PS_F_TEXT(ps_check_plan, message, LINE, "What can be expected by then, with its limit."),
    PS_F_ENUMS(ps_check_plan, looks_at, &ps_look_names, 1, 5, "What is compared with the start."),
    PS_F_TEXTS(ps_check_plan, questions, 0, 2,
               "At the end: how it has changed, and whether it is enough."),
    PS_F_REFS(ps_check_plan, claims, "claims", 0, 4, "Claims that the message rests on."),
    PS_F_REFS(ps_check_plan, references, "references", 1, 8, "Where it comes from."),
};
static const ps_struct check_plan =
    PS_STRUCT_OF(ps_check_plan, check_plan_fields, "A day on which somebody looks back.");

static const ps_field open_point_fields[] = {
    PS_F_TEXT(ps_open_point, id, ID, "A short name."),
    PS_F_TEXT(ps_open_point, who, SHORT, "Who has to decide."),
    PS_F_TEXT(ps_open_point, text, LINE, "What is open."),
    PS_F_REFS(ps_open_point, references, "references", 0, 8, "What it is about."),
};
static const ps_struct open_point = PS_STRUCT_OF(
    ps_open_point, open_point_fields, "Something that people outside the team still decide.");

// ---- the planner's numbers ----

static const ps_field selection_rule_fields[] = {
    PS_F_TEXT(ps_selection_rule, id, ID, "The reason code."),
    PS_F_TEXT(ps_selection_rule, name, SHORT, "A short name."),
    PS_F_TEXT(ps_selection_rule, text, LINE, "What it does."),
    PS_F_TEXT(ps_selection_rule, why, LINE, "Why."),
    PS_F_REFS(ps_selection_rule, references, "references", 1, 12, "Where it comes from."),
};
static const ps_struct selection_rule =
    PS_STRUCT_OF(ps_selection_rule, selection_rule_fields, "Why the planner chooses.");

static const ps_field role_target_fields[] = {
    PS_F_ENUM(ps_role_target, role, &ps_role_names, "The role."),
    PS_F_INT(ps_role_target, sets, 1, 20, "Role-sets."),
};
static const ps_struct role_target =
    PS_STRUCT_OF(ps_role_target, role_target_fields, "How much of a role.");

static const ps_field preference_fields[] = {
    PS_F_REF(ps_preference, exercise, "exercises", "The exercise."),
    PS_F_INT(ps_preference, points, 1, 5, "How much it is preferred."),
};
static const ps_struct preference =
    PS_STRUCT_OF(ps_preference, preference_fields, "An exercise that a class prefers.");

static const ps_field class_plan_fields[] = {
    PS_F_ENUM(ps_class_plan, id, &ps_class_names, "The class."),
    PS_F_STRUCTS(ps_class_plan, targets, ps_role_target, &role_target, 1, 9,
                 "Role-sets a week at 45 minutes."),
    PS_F_ENUMS(ps_class_plan, must, &ps_role_names, 1, 4, "Roles that every session serves."),
    PS_F_STRUCTS(ps_class_plan, preferences, ps_preference, &preference, 0, 8, "What it prefers."),
};
static const ps_struct class_plan =
    PS_STRUCT_OF(ps_class_plan, class_plan_fields, "What a class of people gets.");

static const ps_field by_minutes_fields[] = {
    PS_F_INT_OR(ps_by_minutes, minutes_up_to, 1, 60, 0, "Sessions up to this long; none: all."),
    PS_F_INT(ps_by_minutes, value, 1, 600, "The value for them."),
};
static const ps_struct by_minutes =
    PS_STRUCT_OF(ps_by_minutes, by_minutes_fields, "A value that depends on the session's length.");

static const ps_field layout_day_fields[] = {
    PS_F_INT(ps_layout_day, day, 0, 6, "0 is the start day."),
    PS_F_BOOL(ps_layout_day, light, "A light day."),
};
static const ps_struct layout_day =
    PS_STRUCT_SHORT(ps_layout_day, layout_day_fields, "A training day.");

static const ps_field week_layout_fields[] = {
    PS_F_INT(ps_week_layout, days_per_week, 1, 6, "Training days a week."),
    PS_F_STRUCTS(ps_week_layout, days, ps_layout_day, &layout_day, 1, 6, "Which days."),
};
static const ps_struct week_layout =
    PS_STRUCT_OF(ps_week_layout, week_layout_fields, "How training days lie in a week.");

static const ps_field pain_limits_fields[] = {
    PS_F_INT(ps_pain_limits, green_max, 0, 10, "Pain while doing it up to here is green."),
    PS_F_INT(ps_pain_limits, amber_max, 0, 10, "Up to here amber in informed mode; above: red."),
    PS_F_INT(ps_pain_limits, next_day_amber, 1, 10, "Next morning above baseline: amber."),
    PS_F_INT(ps_pain_limits, next_day_red, 1, 10, "Next morning above baseline: red."),
};
static const ps_struct pain_limits =
    PS_STRUCT_OF(ps_pain_limits, pain_limits_fields, "The pain rule.");

static const ps_field effort_plan_fields[] = {
    PS_F_RANGE(ps_effort_plan, start, 0, 10, "The first weeks and every gentle start."),
    PS_F_RANGE(ps_effort_plan, build, 0, 10, "From the build week."),
    PS_F_RANGE(ps_effort_plan, full, 0, 10, "From the full week; never to failure."),
    PS_F_INT(ps_effort_plan, build_week, 1, 52, "The build week."),
    PS_F_INT(ps_effort_plan, full_week, 1, 52, "The full week."),
};
static const ps_struct effort_plan =
    PS_STRUCT_OF(ps_effort_plan, effort_plan_fields, "Effort 0 to 10 by week.");

static const ps_field stretch_plan_fields[] = {
    PS_F_INT(ps_stretch_plan, target_min_week_side, 1, 30, "Minutes a week and side to aim at."),
    PS_F_INT(ps_stretch_plan, cap_min_week_side, 1, 60, "Minutes a week and side at most."),
    PS_F_INT(ps_stretch_plan, cap_min_day_side, 1, 30, "Minutes a day and side at most."),
    PS_F_INT(ps_stretch_plan, hold_s, 5, 120, "Usual hold, seconds."),
    PS_F_INT(ps_stretch_plan, sensation_max, 0, 10, "Strongest stretch feeling."),
};
static const ps_struct stretch_plan =
    PS_STRUCT_OF(ps_stretch_plan, stretch_plan_fields, "How much stretching.");

static const ps_field strength_plan_fields[] = {
    PS_F_INT(ps_strength_plan, bodyweight_days, 1, 7, "Days a week without load."),
    PS_F_INT(ps_strength_plan, heavy_days, 1, 7, "Days a week at heavy load."),
    PS_F_INT(ps_strength_plan, heavy_reps_max, 1, 20, "So few repetitions is heavy."),
    PS_F_INT(ps_strength_plan, max_days, 1, 7, "Strength days a week at most."),
    PS_F_RANGE(ps_strength_plan, load_days, 1, 7, "Days a week with load."),
    PS_F_RANGE(ps_strength_plan, load_step_pct, 1, 20, "How much load is added, per cent."),
    PS_F_INT(ps_strength_plan, rep_cap_loaded, 1, 30, "Repetitions at most while loaded."),
    PS_F_INT(ps_strength_plan, rest_days, 0, 6, "Whole local days between strength days."),
    PS_F_INT(ps_strength_plan, load_week, 1, 52, "Weights and steps to a load from this week."),
    PS_F_INT(ps_strength_plan, back_week, 1, 52, "Planks for a sensitive back from this week."),
    PS_F_INT(ps_strength_plan, maintain_days, 1, 7, "Days a week of what is only kept up."),
};
static const ps_struct strength_plan =
    PS_STRUCT_OF(ps_strength_plan, strength_plan_fields, "How strength work is spread.");

static const ps_field sitting_plan_fields[] = {
    PS_F_INT(ps_sitting_plan, default_min, 10, 120, "Minutes of sitting before a break."),
    PS_F_INT(ps_sitting_plan, break_s, 10, 600, "Length of a break, seconds."),
    PS_F_RANGE(ps_sitting_plan, range_min, 10, 120, "What people may set."),
};
static const ps_struct sitting_plan =
    PS_STRUCT_OF(ps_sitting_plan, sitting_plan_fields, "Breaks from sitting.");

static const ps_field balance_plan_fields[] = {
    PS_F_INT(ps_balance_plan, glute_min_pct, 0, 200, "Glute role-sets of flexor ones, at least."),
    PS_F_INT(ps_balance_plan, glute_target_pct, 0, 200, "The same, to aim at."),
    PS_F_INT(ps_balance_plan, stretch_max_pct, 0, 100, "Stretch time of training time, at most."),
    PS_F_INT(ps_balance_plan, stretch_max_tight_pct, 0, 100, "The same for class TIGHT."),
    PS_F_INT(ps_balance_plan, core_aim_week, 0, 7, "Core items a week."),
};
static const ps_struct balance_plan =
    PS_STRUCT_OF(ps_balance_plan, balance_plan_fields, "Balance between kinds of work.");

static const ps_field gap_plan_fields[] = {
    PS_F_INT(ps_gap_plan, same, 1, 100, "Days off up to which nothing changes."),
    PS_F_INT(ps_gap_plan, minus_one_set, 1, 100, "Up to here: one set less once."),
    PS_F_INT(ps_gap_plan, minus_load, 1, 100, "Up to here: fewest repetitions, less load."),
    PS_F_INT(ps_gap_plan, step_down, 1, 100, "Up to here: rungs down; longer: screen again."),
    PS_F_INT(ps_gap_plan, load_less_pct, 1, 100, "Less load, per cent, in the first session,"),
    PS_F_INT(ps_gap_plan, load_effort, 1, 10, "and no more effort than this."),
    PS_F_INT(ps_gap_plan, days_per_rung, 1, 100, "A rung down for every so many days off,"),
    PS_F_INT(ps_gap_plan, step_down_days, 1, 60, "and the effort of the start for so many days."),
};
static const ps_struct gap_plan =
    PS_STRUCT_OF(ps_gap_plan, gap_plan_fields, "What happens after days off.");

static const ps_field success_fields[] = {
    PS_F_INT(ps_success, psfs, 1, 10, "Points better on own goals."),
    PS_F_INT(ps_success, nrs, 1, 10, "Points less pain."),
    PS_F_INT(ps_success, nrs_pct, 1, 100, "Or this per cent less,"),
    PS_F_INT(ps_success, nrs_least, 1, 10, "but no fewer points: people would not notice."),
    PS_F_INT(ps_success, length_deg, 1, 30, "Degrees longer."),
    PS_F_INT(ps_success, hold_s, 1, 30, "Seconds longer hold."),
    PS_F_INT(ps_success, adherence_pct, 1, 100, "Sessions done of those planned."),
};
static const ps_struct success = PS_STRUCT_OF(ps_success, success_fields, "When it has helped.");

static const ps_field score_weights_fields[] = {
    PS_F_INT(ps_score_weights, primary, -100, 100, "First role fits."),
    PS_F_INT(ps_score_weights, preference, -100, 100, "Times the preference of the class."),
    PS_F_INT(ps_score_weights, loadable_strength, -100, 100, "Can be loaded, for role S."),
    PS_F_INT(ps_score_weights, skill, -100, 100, "Times the skill it needs."),
    PS_F_INT(ps_score_weights, skill_above, -100, 100, "Times skill above the person's."),
    PS_F_INT(ps_score_weights, spine_load, -100, 100, "Times its spine load."),
    PS_F_INT(ps_score_weights, spine_load_back, -100, 100, "The same with a sensitive back."),
    PS_F_INT(ps_score_weights, used_this_week, -100, 100, "Times used this week (HOLD, REP)."),
    PS_F_INT(ps_score_weights, stepping_stone, -5, 5,
             "Added to the preference that a base item takes over from its loaded form."),
};
static const ps_struct score_weights =
    PS_STRUCT_OF(ps_score_weights, score_weights_fields, "How candidates are ranked.");

static const ps_field irritability_limits_fields[] = {
    PS_F_INT(ps_irritability_limits, rest_high, 0, 10, "HIGH from this pain at rest."),
    PS_F_INT(ps_irritability_limits, worst_high, 0, 10, "HIGH from this worst pain in 24 h."),
    PS_F_INT(ps_irritability_limits, settle_hours_high, 0, 72, "HIGH above these hours to settle."),
    PS_F_INT(ps_irritability_limits, night_wake_high, 0, 7, "HIGH from so many broken nights."),
    PS_F_INT(ps_irritability_limits, ordinary_high, 0, 10, "HIGH above this ordinary pain."),
    PS_F_INT(ps_irritability_limits, worst_mod, 0, 10, "MODERATE from this worst pain."),
    PS_F_INT(ps_irritability_limits, settle_hours_mod, 0, 72, "MODERATE from these hours."),
};
static const ps_struct irritability_limits =
    PS_STRUCT_OF(ps_irritability_limits, irritability_limits_fields, "How irritable a hip is.");

static const ps_field micro_lane_fields[] = {
    PS_F_REF(ps_micro_lane, breathing, "exercises", "Every day, rung 1."),
    PS_F_REFS(ps_micro_lane, stretches, "exercises", 1, 6, "The first allowed one."),
    PS_F_REFS(ps_micro_lane, closing, "exercises", 1, 6, "The first allowed one follows."),
    PS_F_INT(ps_micro_lane, set_s, 5, 120, "Seconds of one stretch."),
    PS_F_INT(ps_micro_lane, sets_per_day, 1, 5, "Stretches a day and side."),
    PS_F_INT(ps_micro_lane, max_days, 1, 7, "Days a week."),
    PS_F_INT(ps_micro_lane, target_s_week_side, 60, 900, "Seconds a week and side."),
    PS_F_INT(ps_micro_lane, closing_sets, 1, 3, "Sets of the closing exercise, rung 1."),
    PS_F_ENUMS(ps_micro_lane, stretch_classes, &ps_class_names, 1, 5,
               "Classes that get stretches, with a calm hip and no gentle start."),
};
static const ps_struct micro_lane =
    PS_STRUCT_OF(ps_micro_lane, micro_lane_fields, "Small things for every day.");

static const ps_field light_day_fields[] = {
    PS_F_ENUMS(ps_light_day, must, &ps_role_names, 1, 4, "Roles that it serves."),
    PS_F_STRUCTS(ps_light_day, quota, ps_role_target, &role_target, 1, 9, "How much of each."),
};
static const ps_struct light_day =
    PS_STRUCT_OF(ps_light_day, light_day_fields, "A day without hip-flexor strength.");

static const ps_field week_scale_fields[] = {
    PS_F_INT(ps_week_scale, least, 1, 1000, "Smallest 2 x days x minutes that counts."),
    PS_F_INT(ps_week_scale, most, 1, 1000, "Largest one."),
    PS_F_INT(ps_week_scale, base, 1, 1000, "The one at which targets stand as written."),
};
static const ps_struct week_scale =
    PS_STRUCT_OF(ps_week_scale, week_scale_fields, "How targets grow with days and minutes.");

static const ps_field session_size_fields[] = {
    PS_F_INT(ps_session_size, usual, 1, 10, "Items of a usual session."),
    PS_F_INT(ps_session_size, least, 1, 10, "Items of the shortest one."),
    PS_F_INT(ps_session_size, most, 1, 10, "Never more items."),
};
static const ps_struct session_size =
    PS_STRUCT_OF(ps_session_size, session_size_fields, "How many items a session has.");

static const ps_field verdict_plan_fields[] = {
    PS_F_INT(ps_verdict_plan, baseline_mornings, 1, 30, "Morning scores whose median is usual."),
    PS_F_INT(ps_verdict_plan, baseline_least, 1, 30, "With fewer the pain of the start counts."),
    PS_F_INT(ps_verdict_plan, informed_from_week, 1, 52, "Graded pain rule from this week."),
    PS_F_INT(ps_verdict_plan, informed_calm_days, 1, 60, "After so many calm days."),
    PS_F_INT(ps_verdict_plan, mastered_sessions, 1, 10, "Green sessions that master an item."),
    PS_F_INT(ps_verdict_plan, beyond_reps, 1, 10, "Repetitions to spare in the last set"),
    PS_F_INT(ps_verdict_plan, beyond_sessions, 1, 10, "in so many sessions running: more load."),
    PS_F_INT(ps_verdict_plan, red_rest_days, 0, 7, "Whole days off an exercise after red."),
    PS_F_INT(ps_verdict_plan, swap_reds, 1, 3, "Red ones of the last 3 tries: another exercise"),
    PS_F_INT(ps_verdict_plan, swap_rest_days, 1, 90, "for so many days."),
    PS_F_INT(ps_verdict_plan, pause_reds, 1, 3, "So many red sessions"),
    PS_F_INT(ps_verdict_plan, pause_window_days, 1, 60, "in so many days pause the exercise"),
    PS_F_INT(ps_verdict_plan, pause_rest_days, 1, 60, "for at least so many calm days."),
    PS_F_INT(ps_verdict_plan, maintain_weeks, 1, 52, "Keeping up is enough after so many weeks."),
};
static const ps_struct verdict_plan =
    PS_STRUCT_OF(ps_verdict_plan, verdict_plan_fields, "How a session is judged.");

static const ps_field class_limits_fields[] = {
    PS_F_INT(ps_class_limits, sitting_hours, 0, 16, "Tight: more than so many hours of sitting."),
    PS_F_INT(ps_class_limits, restricted_deg, -60, 60, "Tight: the length test from here up."),
    PS_F_INT(ps_class_limits, normal_deg, -60, 60, "Not tight: the length test from here down."),
    PS_F_INT(ps_class_limits, weak_s, 1, 60, "Weak: a seated hold of fewer seconds."),
    PS_F_INT(ps_class_limits, difference_pct, 1, 100, "Weaker side: so much less, per cent."),
    PS_F_INT(ps_class_limits, signs, 1, 3, "So many answers stand in for a test."),
    PS_F_INT(ps_class_limits, explained_pain, 0, 10, "Pain up to here needs no explanation."),
    PS_F_INT(ps_class_limits, load_jump_weeks, 0, 12, "Gentle weeks after a jump in load."),
};
static const ps_struct class_limits =
    PS_STRUCT_OF(ps_class_limits, class_limits_fields, "From what on somebody is tight or weak.");

static const ps_field stop_plan_fields[] = {
    PS_F_INT(ps_stop_plan, pain, 1, 10, "A pain of this or more"),
    PS_F_INT(ps_stop_plan, times, 1, 8, "so often"),
    PS_F_INT(ps_stop_plan, window_days, 1, 30, "in so many days,"),
    PS_F_INT(ps_stop_plan, above_baseline, 1, 10, "or this much above the usual pain"),
    PS_F_INT(ps_stop_plan, rising_days, 1, 30, "on so many days running."),
};
static const ps_struct stop_plan =
    PS_STRUCT_OF(ps_stop_plan, stop_plan_fields, "When the programme stops because of pain.");

static const ps_field deload_plan_fields[] = {
    PS_F_INT(ps_deload_plan, window_days, 1, 30, "Within so many days"),
    PS_F_INT(ps_deload_plan, bad_sessions, 1, 10, "so many amber or red sessions,"),
    PS_F_INT(ps_deload_plan, hard_effort, 1, 10, "or an effort of this or more"),
    PS_F_INT(ps_deload_plan, hard_sessions, 1, 10, "so often at an unchanged dose:"),
    PS_F_INT(ps_deload_plan, sets_pct, 1, 100, "this share of the sets, at least one,"),
    PS_F_INT(ps_deload_plan, weeks, 1, 8, "for so many weeks."),
};
static const ps_struct deload_plan =
    PS_STRUCT_OF(ps_deload_plan, deload_plan_fields, "A lighter time when it is needed.");

static const ps_field skill_plan_fields[] = {
    PS_F_INT(ps_skill_plan, most, 1, 5, "Highest skill."),
    PS_F_INT(ps_skill_plan, green_sessions, 1, 20, "Green sessions in good form for one more."),
    PS_F_INT(ps_skill_plan, gate_item, 1, 5, "Items of this skill"),
    PS_F_INT(ps_skill_plan, gate_person, 1, 5, "need a person of at least this one."),
};
static const ps_struct skill_plan =
    PS_STRUCT_OF(ps_skill_plan, skill_plan_fields, "How skill grows and what it opens.");

static const ps_field constants_fields[] = {
    PS_F_STRUCT(ps_constants, pain, ps_pain_limits, &pain_limits, "The pain rule."),
    PS_F_STRUCT(ps_constants, effort, ps_effort_plan, &effort_plan, "Effort by week."),
    PS_F_STRUCT(ps_constants, stretch, ps_stretch_plan, &stretch_plan, "Stretching."),
    PS_F_STRUCT(ps_constants, strength, ps_strength_plan, &strength_plan, "Strength."),
    PS_F_STRUCT(ps_constants, sitting, ps_sitting_plan, &sitting_plan, "Breaks from sitting."),
    PS_F_STRUCT(ps_constants, balance, ps_balance_plan, &balance_plan, "Balance."),
    PS_F_STRUCT(ps_constants, gap_days, ps_gap_plan, &gap_plan, "Days off."),
    PS_F_STRUCT(ps_constants, success, ps_success, &success, "When it has helped."),
    PS_F_STRUCT(ps_constants, score, ps_score_weights, &score_weights, "Ranking."),
    PS_F_STRUCT(ps_constants, irritability, ps_irritability_limits, &irritability_limits,
                "How irritable."),
    PS_F_STRUCT(ps_constants, micro_lane, ps_micro_lane, &micro_lane, "Every day."),
    PS_F_STRUCT(ps_constants, light_day, ps_light_day, &light_day, "Light days."),
    PS_F_STRUCT(ps_constants, week_scale, ps_week_scale, &week_scale, "Targets of a week."),
    PS_F_STRUCT(ps_constants, session_items, ps_session_size, &session_size, "Session size."),
    PS_F_STRUCT(ps_constants, class_limits, ps_class_limits, &class_limits, "Class."),
    PS_F_STRUCT(ps_constants, verdict, ps_verdict_plan, &verdict_plan, "Verdicts."),
    PS_F_STRUCT(ps_constants, stop, ps_stop_plan, &stop_plan, "When to stop."),
    PS_F_STRUCT(ps_constants, deload, ps_deload_plan, &deload_plan, "Lighter times."),
    PS_F_STRUCT(ps_constants, skill, ps_skill_plan, &skill_plan, "Skill."),
    PS_F_STRUCTS(ps_constants, classes, ps_class_plan, &class_plan, 5, 5, "One for each class."),
    PS_F_STRUCTS(ps_constants, warm_up_s, ps_by_minutes, &by_minutes, 1, 6, "Warm-up, seconds."),
    PS_F_STRUCTS(ps_constants, max_items, ps_by_minutes, &by_minutes, 1, 6, "Items a session."),
    PS_F_STRUCTS(ps_constants, week_layouts, ps_week_layout, &week_layout, 6, 6,
                 "For 1 to 6 days a week."),
    PS_F_INT(ps_constants, waiting_share_pct, 1, 100,
             "Most of a session for one item while must roles wait."),
    PS_F_INT(ps_constants, start_rung, 1, PS_RUNGS_MAX, "Where an item starts."),
    PS_F_INT(ps_constants, start_rung_gentle, 1, PS_RUNGS_MAX, "Where it starts gently."),
    PS_F_INT(ps_constants, low_rung, 1, PS_RUNGS_MAX, "After gentle sessions and more load."),
    PS_F_INTS(ps_constants, checkpoint_weeks, 1, 6, 1, 52, "Weeks with a check."),
    PS_F_REFS(ps_constants, references, "references", 1, 40, "What they rest on."),
};
static const ps_struct constants =
    PS_STRUCT_OF(ps_constants, constants_fields,
                 "The planner's numbers. All of them are ours and await a clinician's sign-off.");

// ---- the whole ----

#define ALL(m, c, of, text) PS_F_STRUCTS(ps_catalogue, m, c, of, 1, 400, text)

static const ps_field catalogue_fields[] = {
    ALL(references, ps_reference, &reference, "Sources of facts."),
    ALL(tags, ps_term, &term, "What exercises are like."),
    ALL(muscles, ps_term, &term, "Muscles and groups of them."),
    ALL(equipment, ps_equipment, &equipment, "What exercises need."),
    ALL(codes, ps_contraindication, &contraindication, "Contraindication codes."),
    ALL(position_limits, ps_position_limit, &position_limit, "Positions to leave out."),
    ALL(ladders, ps_ladder, &ladder, "How exercises grow."),
    ALL(exercises, ps_exercise, &exercise, "Exercises, stretches, releases, habits."),
    ALL(programmes, ps_programme, &programme, "The programmes of the four articles."),
    ALL(claims, ps_claim, &claim, "What the articles claim, with verdicts."),
    ALL(conflicts, ps_conflict, &conflict, "Where the articles disagree."),
    ALL(screening_items, ps_screening_item, &screening_item, "Safety questions."),
    ALL(intake_fields, ps_intake_field, &intake_field, "What is asked at the start."),
    ALL(flags, ps_flag, &flag, "Safety flags."),
    ALL(derived_codes, ps_derived_code, &derived_code, "Codes that follow from other facts."),
    ALL(number_rules, ps_number_rule, &number_rule, "Numbers that override answers."),
    ALL(release_groups, ps_release_group, &release_group, "Flags that share releases."),
    ALL(professions, ps_profession, &profession, "Who may clear a flag."),
    ALL(hazard_checks, ps_hazard_check, &hazard_check, "Questions before risky items."),
    ALL(emergency_numbers, ps_emergency_number, &emergency_number, "Whom to call."),
    ALL(self_tests, ps_self_test, &self_test, "Tests people do at home."),
    ALL(outcomes, ps_outcome, &outcome, "Measures of how someone is doing."),
    ALL(places, ps_body_place, &body_place, "Where it hurts: the body map."),
    ALL(checkpoints, ps_check_plan, &check_plan, "Days on which somebody looks back."),
    ALL(selection_rules, ps_selection_rule, &selection_rule, "Why the planner chooses."),
    ALL(open_points, ps_open_point, &open_point, "What is still open."),
    PS_F_STRUCT(ps_catalogue, source_rule, ps_source_rule, &source_rule,
                "What holds for every source programme."),
    PS_F_STRUCT(ps_catalogue, copy, ps_copy, &copy, "What our texts may say."),
    PS_F_STRUCT(ps_catalogue, clearance, ps_clearance, &clearance, "How a block is lifted."),
    PS_F_STRUCT(ps_catalogue, refusal, ps_refusal, &refusal, "What a refused person gets."),
    PS_F_STRUCT(ps_catalogue, consent, ps_consent, &consent, "What everybody agrees to first."),
    PS_F_STRUCT(ps_catalogue, constants, ps_constants, &constants, "The planner's numbers."),
};

#undef ALL

const ps_struct ps_catalogue_struct =
    PS_STRUCT_OF(ps_catalogue, catalogue_fields, "The whole catalogue.");
