// Events: laws over the field tables make sure that no member is left out of comparing, hashing,
// reading or writing.
#include "events.h"
#include "history/event.h"
#include "test.h"

// ---- names and tables ----

static void test_names(void)
{
    static const struct {
        const char *row;
        const ps_enum *names;
        int32_t value;
        const char *name;
    } rows[] = {
        {"first kind",        &ps_event_kind_names,      PS_EVENT_consent_given, "consent_given" },
        {"a kind",            &ps_event_kind_names,      PS_EVENT_set_done,      "set_done"      },
        {"last kind",         &ps_event_kind_names,      PS_EVENT_imported,      "imported"      },
        {"both",              &ps_side_names,            PS_SIDE_BOTH,           "both"          },
        {"right",             &ps_side_names,            PS_SIDE_RIGHT,          "right"         },
        {"no",                &ps_answer_names,          PS_ANSWER_NO,           "no"            },
        {"not sure",          &ps_answer_names,          PS_ANSWER_NOT_SURE,     "not_sure"      },
        {"form lost",         &ps_form_names,            PS_FORM_LOST,           "lost"          },
        {"form unsure",       &ps_form_names,            PS_FORM_UNSURE,         "unsure"        },
        {"worst",             &ps_pain_context_names,    PS_PAIN_WORST_24H,      "worst_24h"     },
        {"during",            &ps_pain_context_names,    PS_PAIN_DURING,         "during"        },
        {"stopped",           &ps_session_outcome_names, PS_SESSION_STOPPED,     "stopped"       },
        {"first round",       &ps_round_why_names,       PS_ROUND_FIRST,         "first"         },
        {"round due",         &ps_round_why_names,       PS_ROUND_DUE,           "due"           },
        {"round after a gap", &ps_round_why_names,       PS_ROUND_GAP,           "gap"           },
        {"something new",     &ps_round_why_names,       PS_ROUND_SOMETHING_NEW, "something_new" },
        {"cleared",           &ps_clearing_kind_names,   PS_CLEARED,             "clearance"     },
        {"reviewed",          &ps_clearing_kind_names,   PS_MEDICALLY_REVIEWED,  "medical_review"},
        {"released",          &ps_clearing_kind_names,   PS_CODES_RELEASED,      "release"       },
        {"sharp",             &ps_stop_sign_names,       PS_FELT_SHARP,          "sharp"         },
        {"new",               &ps_stop_sign_names,       PS_FELT_NEW,            "new"           },
        {"spreading",         &ps_stop_sign_names,       PS_FELT_SPREADING,      "spreading"     },
        {"numb",              &ps_stop_sign_names,       PS_FELT_NUMB,           "numb"          },
        {"throbbing",         &ps_stop_sign_names,       PS_FELT_THROBBING,      "throbbing"     },
        {"slept badly",       &ps_day_note_names,        PS_NOTED_SLEPT_BADLY,   "slept_badly"   },
        {"ill",               &ps_day_note_names,        PS_NOTED_ILL,           "ill"           },
        {"better",            &ps_overall_change_names,  PS_CHANGE_BETTER,       "better"        },
        {"the same",          &ps_overall_change_names,  PS_CHANGE_SAME,         "same"          },
        {"worse",             &ps_overall_change_names,  PS_CHANGE_WORSE,        "worse"         },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        CHECK(rows[i].row, ps_enum_find(rows[i].names, ps_str_of(rows[i].name)) == rows[i].value);
    }
    CHECK("kinds", ps_event_kind_names.count == EVENT_KINDS);
    CHECK("sides", ps_side_names.count == PS_SIDE_RIGHT + 1);
    CHECK("answers", ps_answer_names.count == PS_ANSWER_NOT_SURE + 1);
    CHECK("forms", ps_form_names.count == PS_FORM_UNSURE + 1);
    CHECK("contexts", ps_pain_context_names.count == PS_PAIN_DURING + 1);
    CHECK("outcomes", ps_session_outcome_names.count == PS_SESSION_STOPPED + 1);
    CHECK("rounds", ps_round_why_names.count == PS_ROUND_SOMETHING_NEW + 1);
    CHECK("clearings", ps_clearing_kind_names.count == PS_CODES_RELEASED + 1);
    CHECK("signs", ps_stop_sign_names.count == PS_FELT_THROBBING + 1);
    CHECK("day notes", ps_day_note_names.count == PS_NOTED_ILL + 1);
    CHECK("changes", ps_overall_change_names.count == PS_CHANGE_WORSE + 1);
}

static size_t alignment_of_field(const ps_field *field)
{
    const size_t size = ps_field_size(field);
    switch (field->type) {
    case PS_FIELD_RANGE:
    case PS_FIELD_NOTATION:
        return sizeof(int32_t);
    case PS_FIELD_LIST:
    case PS_FIELD_MARKED:
        return sizeof(void *);
    default:
        return size < 8 ? size : 8;
    }
}

/// Every byte belongs to a field or is padding that the next field needs. `outside` bytes at the
/// end may belong to something that is not in the table.
static void check_cover(const ps_struct *of, size_t outside)
{
    size_t at = 0;
    for (int32_t i = 0; i < of->count; i++) {
        const ps_field *field = &of->fields[i];
        const size_t align = alignment_of_field(field);
        CHECK(field->name, (at + align - 1) / align * align == field->offset);
        at = field->offset + ps_field_size(field);
    }
    const size_t end = at + outside;
    CHECK(of->c_name, of->size >= end && of->size - end < 8);
}

static void check_table(const ps_struct *of)
{
    CHECK(of->c_name, strlen(of->doc) > 10 && of->doc[strlen(of->doc) - 1] == '.');
    for (int32_t i = 0; i < of->count; i++) {
        const char *doc = of->fields[i].doc;
        CHECK(of->fields[i].name, strlen(doc) > 10 && doc[strlen(doc) - 1] == '.');
        CHECK(of->fields[i].name,
              ps_field_find(of, ps_str_of(of->fields[i].name)) == &of->fields[i]);
        if (of->fields[i].of) check_table(of->fields[i].of);
    }
}

static void test_tables(void)
{
    for (int32_t kind = 0; kind < EVENT_KINDS; kind++) {
        const ps_struct *body = ps_event_body((ps_event_kind)kind);
        const char *name = ps_event_kind_names.names[kind];
        char c_name[64];
        snprintf(c_name, sizeof c_name, "ps_%s", name);
        CHECK_TEXT(name, body->c_name, c_name);
        check_table(body);
        // `with` of a correction is an event and stands outside the table
        check_cover(body, kind == PS_EVENT_corrected ? sizeof(void *) : 0);
    }
    check_table(&ps__event_head);
}

// ---- order and sameness ----

static void test_order(void)
{
    static const struct {
        const char *row;
        int64_t ms_a, ms_b;
        const char *device_a, *device_b;
        int64_t sequence_a, sequence_b;
        int32_t order;
    } rows[] = {
        {"the earlier first",                      5, 6, "b",    "a",     9, 1,                -1},
        {"then the device",                        5, 5, "a",    "b",     9, 1,                -1},
        {"a device that is longer",                5, 5, "desk", "desk2", 9, 1,                -1},
        {"upper case before lower",                5, 5, "Z",    "a",     9, 1,                -1},
        {"then the sequence",                      5, 5, "a",    "a",     1, 9,                -1},
        {"sequences that do not fit into 32 bits", 5, 5, "a",    "a",     1, INT64_C(1) << 40, -1},
        {"the same key",                           5, 5, "a",    "a",     9, 9,                0 },
    };
    for (int32_t i = 0; i < PS_COUNT(rows); i++) {
        ps_event a = event_of(PS_EVENT_consent_given, rows[i].device_a, rows[i].sequence_a);
        ps_event b = event_of(PS_EVENT_consent_given, rows[i].device_b, rows[i].sequence_b);
        a.at.ms = rows[i].ms_a;
        b.at.ms = rows[i].ms_b;
        const int32_t there = ps_event_order(&a, &b), back = ps_event_order(&b, &a);
        CHECK(rows[i].row, (there > 0) - (there < 0) == rows[i].order);
        CHECK(rows[i].row, (back > 0) - (back < 0) == -rows[i].order);
        CHECK(rows[i].row, ps_event_same(&a, &b) == (rows[i].order == 0));
        CHECK(rows[i].row, ps_event_same(&a, &a) && ps_event_same(&b, &b));
    }
}

/// Changes one field to another value of its type.
static void alter(const ps_field *field, char *at)
{
    int32_t whole;
    int64_t large;
    double number;
    bool truth;
    const char *const text[] = {"other"};
    const ps_load load = {PS_LOAD_BAND, 2};
    switch (field->type) {
    case PS_FIELD_BOOL:
        memcpy(&truth, at, sizeof truth);
        truth = !truth;
        memcpy(at, &truth, sizeof truth);
        break;
    case PS_FIELD_INT:
    case PS_FIELD_ENUM:
        memcpy(&whole, at, sizeof whole);
        whole = field->type == PS_FIELD_ENUM ? (whole + 1) % field->names->count : whole + 1;
        memcpy(at, &whole, sizeof whole);
        break;
    case PS_FIELD_LONG:
        memcpy(&large, at, sizeof large);
        large ^= INT64_C(1) << 40; // above what 32 bits hold
        memcpy(at, &large, sizeof large);
        break;
    case PS_FIELD_NUMBER:
        memcpy(&number, at, sizeof number);
        number += 0.5;
        memcpy(at, &number, sizeof number);
        break;
    case PS_FIELD_TEXT:
        memcpy(at, text, sizeof text);
        break;
    case PS_FIELD_NOTATION:
        if (field->notation == &ps_load_notation) memcpy(at, &load, sizeof load);
        if (field->notation == &ps_day_notation) ++*(ps_day *)(void *)at;
        break;
    case PS_FIELD_LIST:
        ((ps_list *)(void *)at)->count--;
        break;
    default:
        CHECK(field->name, false); // a field type that events do not use yet
    }
}

static void check_differ(const char *row, const ps_event *a, const ps_event *b)
{
    CHECK(row, !ps_event_same(a, b) && !ps_event_same(b, a));
    const int32_t there = ps__event_compare(a, b), back = ps__event_compare(b, a);
    CHECK(row, (there < 0 && back > 0) || (there > 0 && back < 0));
    CHECK(row, ps__event_digest(a, 0) != ps__event_digest(b, 0));
}

static void test_every_field_counts(void)
{
    for (int32_t kind = 0; kind < EVENT_KINDS; kind++) {
        const ps_event event = event_of((ps_event_kind)kind, "desk", 7);
        const ps_event again = event_of((ps_event_kind)kind, "desk", 7);
        CHECK(ps_event_kind_names.names[kind], ps_event_same(&event, &again));
        CHECK("digest", ps__event_digest(&event, 0) == ps__event_digest(&again, 0));
        RECORD("%d %016" PRIx64 "\n", kind, ps__event_digest(&event, 0));

        const ps_struct *body = ps_event_body((ps_event_kind)kind);
        for (int32_t i = 0; i < body->count; i++) {
            ps_event other = event;
            alter(&body->fields[i], (char *)&other.as + body->fields[i].offset);
            check_differ(body->fields[i].name, &event, &other);
            if (body->fields[i].type != PS_FIELD_TEXT || body->fields[i].required) continue;
            const char *absent = NULL;
            memcpy((char *)&other.as + body->fields[i].offset, &absent, sizeof(void *));
            check_differ(body->fields[i].name, &event, &other);
        }
    }
    const ps_event event = event_of(PS_EVENT_morning_reported, "desk", 7);
    ps_event heads[5] = {event, event, event, event, event};
    heads[0].person = "bob";
    heads[1].device = "phone";
    heads[2].sequence = 8;
    heads[3].at.ms = EVENT_MS + 1;
    heads[4].at.offset_min = 120;
    for (int32_t i = 0; i < PS_COUNT(heads); i++) {
        check_differ(ps__event_head.fields[i < 3 ? i : 3].name, &event, &heads[i]);
    }
}

static void test_values_inside_values(void)
{
    ps_event a = event_of(PS_EVENT_session_started, "desk", 7), b = a;
    ps_prescription items[2] = {sample_items[0], sample_items[1]};
    b.as.session_started.items.at = items;
    CHECK("a copy of the list", ps_event_same(&a, &b));
    items[1].dose.sets.high++;
    check_differ("a dose", &a, &b);
    items[1] = a.as.session_started.items.at[1];
    items[1].dose_right = (ps_dose){0};
    check_differ("a dose of the right side", &a, &b);
    items[1] = a.as.session_started.items.at[1];
    items[0].exercise = "psoas-marcg";
    check_differ("an exercise", &a, &b);

    a = event_of(PS_EVENT_flag_cleared, "desk", 7);
    b = a;
    const char *codes[] = {"no_impact", "no_deep_flexion"};
    b.as.flag_cleared.codes.at = codes;
    CHECK("a copy of the codes", ps_event_same(&a, &b));
    codes[1] = "no_deep_flexioo";
    check_differ("a code", &a, &b);

    a = event_of(PS_EVENT_corrected, "desk", 7);
    b = a;
    ps_event with = *a.as.corrected.with;
    b.as.corrected.with = &with;
    CHECK("a copy of what it puts there", ps_event_same(&a, &b));
    with.as.morning_reported.pain++;
    check_differ("what it puts there", &a, &b);

    a = event_of(PS_EVENT_test_measured, "desk", 7);
    b = a;
    a.as.test_measured.value = 0.0;
    b.as.test_measured.value = -0.0;
    CHECK("both zeros are one", ps_event_same(&a, &b));
    CHECK("both zeros are one", ps__event_digest(&a, 0) == ps__event_digest(&b, 0));
}

// ---- names, not numbers ----

typedef struct {
    int32_t kind;
} told;
static const char *const kinds_now[] = {"pain", "test"};
static const char *const kinds_later[] = {"goal", "pain", "swap", "test"};
static const ps_enum names_now = {.names = kinds_now, .count = PS_COUNT(kinds_now)};
static const ps_enum names_later = {.names = kinds_later, .count = PS_COUNT(kinds_later)};
static const ps_field fields_now[] = {PS_F_ENUM_OR(told, kind, &names_now, PS_NONE, "A kind.")};
static const ps_field fields_later[] = {PS_F_ENUM_OR(told, kind, &names_later, PS_NONE, "A kind.")};
static const ps_struct told_now = PS_STRUCT_OF(told, fields_now, "As it is now.");
static const ps_struct told_later = PS_STRUCT_OF(told, fields_later, "With more kinds.");

/// A version with other kinds gives the same digest to the same history.
static void test_digests_of_versions(void)
{
    uint64_t digests[PS_COUNT(kinds_now) + 1];
    for (int32_t i = PS_NONE; i < names_now.count; i++) {
        const told now = {i};
        const told later = {i == PS_NONE ? PS_NONE
                                         : ps_enum_find(&names_later, ps_str_of(kinds_now[i]))};
        digests[i + 1] = ps_struct_digest(&told_now, &now, 0);
        CHECK(i == PS_NONE ? "absent" : kinds_now[i],
              digests[i + 1] == ps_struct_digest(&told_later, &later, 0));
        for (int32_t k = 0; k <= i; k++) CHECK("another kind", digests[k] != digests[i + 1]);
    }
}

TEST_MAIN(TEST_CASE(test_names), TEST_CASE(test_tables), TEST_CASE(test_order),
          TEST_CASE(test_every_field_counts), TEST_CASE(test_values_inside_values),
          TEST_CASE(test_digests_of_versions))
