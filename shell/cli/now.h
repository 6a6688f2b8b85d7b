/// now.h — what time it is, and whether that can be.
///
/// $PSOAS_NOW (RFC 3339) stands in for the clock: for tests, whose output must not change by the
/// hour.
#ifndef PS_SHELL_NOW_H
#define PS_SHELL_NOW_H

#include "ps/history.h"
#include "shell/cli/cli.h"

enum { NOW_SLACK_MS = 5 * 60 * 1000 }; ///< clocks of several machines differ by this much

#define NOW_OLDEST_MS INT64_C(1735689600000) ///< 2025-01-01: psoas is younger than that

enum { NOW_TEXT = 24 };

/// The clock of this machine, with its offset from UTC.
/// Errors  CLI_USAGE when $PSOAS_NOW is no instant.
PS_MUST_USE cli_exit now_read(cli *c, ps_instant *now);

/// Whether an event may be made at `now`. --clock-is-right says that it may.
///
/// newest_ms  the latest instant of an event that this machine has made; 0 without any
/// Errors  the exit of PS_CLOCK, with a message that names both times.
PS_MUST_USE cli_exit now_check(cli *c, ps_instant now, int64_t newest_ms);

/// Whether the clock stands before `newest_ms` by more than NOW_SLACK_MS, or before psoas was made.
bool now_is_wrong(ps_instant now, int64_t newest_ms);

/// The latest instant among the events of `device`; 0 without any. Voids do not count: they are
/// dated behind what they take out, whatever clock that came from.
int64_t now_newest(const ps_event *events, int32_t count, const char *device);

/// "2026-11-21 23:12", local time of `at`. Returns `text`.
const char *now_text(ps_instant at, char text[NOW_TEXT]);

#endif
