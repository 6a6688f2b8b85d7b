/// event.h — events described, compared and hashed by their field tables.
#ifndef PS_CORE_EVENT_H
#define PS_CORE_EVENT_H

#include "ps/history.h"

/// Key, instant and kind: what every event has, for the walkers in field.h.
extern const ps_struct ps__event_head;

/// Fold order, and where that is equal some order by content: zero means ps_event_same.
int32_t ps__event_compare(const ps_event *a, const ps_event *b);

/// `digest` with the whole event mixed in.
uint64_t ps__event_digest(const ps_event *event, uint64_t digest);

/// Whether the event is about the person and not about other events.
bool ps__event_is_plain(const ps_event *event);

#endif
