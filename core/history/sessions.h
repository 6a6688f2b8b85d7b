/// sessions.h — from events to sessions: what was asked, what was done, how it ended.
#ifndef PS_CORE_SESSIONS_H
#define PS_CORE_SESSIONS_H

#include "ps/history.h"

/// Makes one record for each session id that was started; returns how many.
///
/// events       in fold order, shape [count]
/// records      room for one a session_started
/// sets         room for one a set_done
/// index, spare scratch, shape [count]
int32_t ps__sessions_make(const ps_event *const *events, int32_t count, ps_session_record *records,
                          const ps_event **sets, int32_t *index, int32_t *spare);

#endif
