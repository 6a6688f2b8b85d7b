/// event_json.h — an event as one line of JSON: files, sync, and the body column of the store.
///
///     {"person":"…","device":"…","sequence":12,"at":"2026-11-21T23:12:08.123+01:00",
///      "kind":"set_done","body":{…}}
///
/// A correction's body holds the replacing instant and body: {"device":"…","sequence":9,
/// "why":"…","with":{"at":"…","kind":"set_done","body":{…}}}.
/// The text is canonical: equal events have equal bytes, and absent optional values are left out.
#ifndef PS_SHELL_EVENT_JSON_H
#define PS_SHELL_EVENT_JSON_H

#include "ps/history.h"
#include "shell/codec/buffer.h"

/// No line is longer: 4096 spans of a `voided` with ids of 64 bytes take half of it [bytes].
enum { EVENT_JSON_MAX = 1 << 20 };

/// What stands around a body: person, device, sequence, at, kind. The first three are the key,
/// which the replacement inside a correction has not.
extern const ps_struct event_json_struct;
enum { EVENT_JSON_KEY_FIELDS = 3 };

/// One line without its newline. The event has passed ps_event_check.
void event_json_write(buffer *to, const ps_event *event);

/// Reads and checks a line; texts live in `arena`, of which event_body_size(line.len) is enough.
/// `event` is untouched on failure.
/// Errors  as json_read and ps_event_check; PS_NEWER for a kind this version does not know.
PS_MUST_USE ps_code event_json_read(ps_str line, ps_arena *arena, ps_event *event, ps_error *err);

/// The body alone, as the store keeps it.
void event_body_write(buffer *to, const ps_event *event);

/// Reads a body into `event`, whose key, instant and kind are set already. No ps_event_check.
/// The event keeps its key's pointers; on failure it is untouched.
PS_MUST_USE ps_code event_body_read(ps_str body, ps_arena *arena, ps_event *event, ps_error *err);

/// Bytes of arena that reading a body of this length needs at most.
size_t event_body_size(size_t body_len);

#endif
