#include "shell/codec/event_json.h"

#include "shell/codec/json.h"
#include "shell/codec/json_out.h"
#include "shell/codec/json_tree.h"

#include <assert.h>
#include <stddef.h>

// ---- what surrounds a body ----

static ps_code instant_parse(ps_str text, const ps_names *names, ps_arena *arena, void *value,
                             ps_error *err)
{
    (void)names;
    (void)arena;
    return ps_instant_parse(text, value, err);
}

static int32_t instant_format(const void *value, const ps_names *names, char *text, int32_t cap)
{
    (void)names;
    return ps_instant_format(*(const ps_instant *)value, text, cap);
}

static const ps_notation instant_notation = {
    .name = "instant",
    .c_name = "ps_instant",
    .size = sizeof(ps_instant),
    .example = "2026-11-21T23:12:08.123+01:00",
    .parse = instant_parse,
    .format = instant_format,
};

static const ps_field envelope_fields[] = {
    PS_F_ID(ps_event, person, PS_ID_MAX, "Whose event it is."),
    PS_F_ID(ps_event, device, PS_ID_MAX, "The device that recorded it."),
    PS_F_LONG(ps_event, sequence, 1, PS_SEQUENCE_MAX,
              "Counts the events of this person and device."),
    PS_F_NOTATION(ps_event, at, ps_instant, &instant_notation, true, "When it happened."),
    PS_F_ENUM(ps_event, kind, &ps_event_kind_names, "What happened; says what the body holds."),
};
const ps_struct event_json_struct = PS_STRUCT_OF(ps_event, envelope_fields, "An event.");

/// What a correction replaces has no key of its own.
static const ps_struct replacement = {
    .c_name = "ps_event",
    .size = sizeof(ps_event),
    .fields = envelope_fields + EVENT_JSON_KEY_FIELDS,
    .count = PS_COUNT(envelope_fields) - EVENT_JSON_KEY_FIELDS,
    .doc = "What a correction puts in place.",
};

// ---- writing ----

/// `surround` and then "body", all in one object.
static void write_event(json_out *out, const ps_struct *surround, const ps_event *event);

static void write_body(json_out *out, const ps_event *event)
{
    json_out_open(out, '{');
    json_out_members(out, ps_event_body(event->kind), &event->as, NULL);
    if (event->kind == PS_EVENT_corrected) {
        const ps_event *with = event->as.corrected.with;
        assert(with->kind != PS_EVENT_corrected); // so this is at most one level deep
        json_out_key(out, "with");
        write_event(out, &replacement, with);
    }
    json_out_close(out, '}');
}

static void write_event(json_out *out, const ps_struct *surround, const ps_event *event)
{
    json_out_open(out, '{');
    json_out_members(out, surround, event, NULL);
    json_out_key(out, "body");
    write_body(out, event);
    json_out_close(out, '}');
}

void event_json_write(buffer *to, const ps_event *event)
{
    json_out out = {.to = to};
    write_event(&out, &event_json_struct, event);
}

void event_body_write(buffer *to, const ps_event *event)
{
    json_out out = {.to = to};
    write_body(&out, event);
}

// ---- reading ----

/// Takes a member out of an object, so that the rest can be read by its table; NULL when there is
/// none. The caller owns it.
static json_t *take_member(json_t *json, const char *key)
{
    json_t *member = json_incref(json_object_get(json, key));
    json_object_del(json, key);
    return member;
}

/// The kind comes first: with a kind from a later version nothing else can be judged.
static ps_code check_kind(const json_walk *walk, const json_t *json)
{
    const json_t *kind = json_object_get(json, "kind");
    if (!json_is_string(kind)) return PS_OK; // its table says so better

    const ps_str name = {json_string_value(kind), (int32_t)json_string_length(kind)};
    if (ps_enum_find(&ps_event_kind_names, name) != PS_NONE) return PS_OK;

    char text[JSON_SHOWN_TEXT];
    return ps_fail(walk->err, PS_NEWER, (ps_place){0},
                   "kind '%s' is not known to this version of psoas; update it first",
                   json_shown(name, text));
}

/// Reads the object `json` with the fields of `surround` into `event`, and its body into `body`,
/// which the caller owns.
static ps_code read_surround(const json_walk *walk, const json_step *at, const ps_struct *surround,
                             json_t *json, ps_event *event, json_t **body)
{
    ps_code code = check_kind(walk, json);
    if (code != PS_OK) return code;

    *body = take_member(json, "body");
    code = json_tree_read(walk, at, surround, json, event);
    if (code != PS_OK) return code;
    return *body ? PS_OK
                 : json_walk_fail(walk, &(json_step){.up = at, .key = "body"}, PS_MISSING,
                                  "is required and missing");
}

static ps_code read_body(const json_walk *walk, const json_step *at, json_t *json, ps_event *event);

/// Reads `with`, which stands at `at`, into the correction `event`, whose key it takes.
static ps_code read_with(const json_walk *walk, const json_step *at, json_t *json, ps_event *event)
{
    const json_step body_at = {.up = at, .key = "body"}, kind_at = {.up = at, .key = "kind"};
    json_t *body = NULL;
    ps_event *with = ps_arena_take(walk->arena, 1, sizeof *with);
    ps_code code = with ? read_surround(walk, at, &replacement, json, with, &body)
                        : json_walk_fail(walk, at, PS_NOMEM, "no room left for this document");
    if (code != PS_OK) goto done;

    code = with->kind == PS_EVENT_corrected
               ? json_walk_fail(walk, &kind_at, PS_RANGE,
                                "want the kind of the event that is corrected, not a correction")
               : read_body(walk, &body_at, body, with);
    with->person = event->person;
    with->device = event->as.corrected.device;
    with->sequence = event->as.corrected.sequence;
    event->as.corrected.with = with;
done:
    json_decref(body);
    return code;
}

/// Reads the body, which stands at `at`, of an event whose kind is known.
static ps_code read_body(const json_walk *walk, const json_step *at, json_t *json, ps_event *event)
{
    const json_step with_at = {.up = at, .key = "with"};
    const bool corrects = event->kind == PS_EVENT_corrected;
    json_t *with = corrects ? take_member(json, "with") : NULL;
    ps_code code = json_tree_read(walk, at, ps_event_body(event->kind), json, &event->as);
    if (code != PS_OK || !corrects) goto done;

    code = with ? read_with(walk, &with_at, with, event)
                : json_walk_fail(walk, &with_at, PS_MISSING, "is required and missing");
done:
    json_decref(with);
    return code;
}

/// What the tables cannot say. They have vouched for the envelope, so it is about the body.
static ps_code check_body(const ps_event *event, ps_error *err)
{
    ps_error inner = {0};
    const ps_code code = ps_event_check(event, &inner);
    return code == PS_OK ? PS_OK : ps_fail(err, code, (ps_place){0}, "body.%.200s", inner.text);
}

ps_code event_json_read(ps_str line, ps_arena *arena, ps_event *event, ps_error *err)
{
    const json_walk walk = {.arena = arena, .err = err};
    const json_step body_at = {.key = "body"};
    const size_t used = arena->used;
    ps_event read = {0};
    json_t *root = NULL, *body = NULL;
    ps_code code =
        line.len > EVENT_JSON_MAX
            ? ps_fail(err, PS_RANGE, (ps_place){0}, "an event has at most %d bytes", EVENT_JSON_MAX)
            : json_tree_parse(line, &root, err);
    if (code != PS_OK) goto done;

    code = read_surround(&walk, NULL, &event_json_struct, root, &read, &body);
    if (code == PS_OK) code = read_body(&walk, &body_at, body, &read);
    if (code == PS_OK) code = check_body(&read, err);
    if (code == PS_OK) *event = read;
done:
    if (code != PS_OK) ps_arena_rewind(arena, used);
    json_decref(body);
    json_decref(root);
    return code;
}

ps_code event_body_read(ps_str body, ps_arena *arena, ps_event *event, ps_error *err)
{
    const json_walk walk = {.arena = arena, .err = err};
    const size_t used = arena->used;
    ps_event read = {0};
    json_t *root = NULL;
    ps_code code = json_tree_parse(body, &root, err);
    if (code != PS_OK) goto done;

    read.person = event->person;
    read.device = event->device;
    read.sequence = event->sequence;
    read.at = event->at;
    read.kind = event->kind;
    code = read_body(&walk, NULL, root, &read);
    if (code == PS_OK) *event = read;
done:
    if (code != PS_OK) ps_arena_rewind(arena, used);
    json_decref(root);
    return code;
}

// Why this is enough, for bodies that are refused too. Memory is taken only for
// - the items of the one list of a body, after the keys of every item have been checked
//   (read_list in json_read.c). The largest, a ps_prescription, stands in the text as at least
//   {"exercise":0,"dose":0} and a comma or bracket, ITEM_TEXT bytes; a ps_span in more for less.
//   The id of a code is a pointer and stands in at least ID_TEXT bytes, a digit and a comma.
// - a text of n > 0 bytes: n + 1, and at most 15 to align it. In JSON it has at least n bytes and
//   two quotes. One of these was counted for its item above, so at most 17 come from 2 bytes.
// - the `with` of a correction, once: sizeof(ps_event).
// The list and `with` may need 15 more to align them.
enum { ITEM_TEXT = 24, ID_TEXT = 2, ROOM_PER_BYTE = 20, ITEM_SIZE = ITEM_TEXT * ROOM_PER_BYTE };
_Static_assert(sizeof(ps_prescription) <= ITEM_SIZE, "a prescription has grown");
_Static_assert(sizeof(ps_span) <= ITEM_SIZE, "a span has grown");
_Static_assert(sizeof(const char *) <= ID_TEXT * ROOM_PER_BYTE, "pointers have grown");

size_t event_body_size(size_t body_len)
{
    return body_len * ROOM_PER_BYTE + sizeof(ps_event) + (size_t)2 * _Alignof(max_align_t);
}
