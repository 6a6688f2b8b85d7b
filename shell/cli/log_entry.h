/// log_entry.h — what was recorded, as entries that a person can read, name, correct and take back.
#ifndef PS_SHELL_LOG_ENTRY_H
#define PS_SHELL_LOG_ENTRY_H

#include "shell/cli/log.h"

/// An event that is no correction, void or import, and what became of it.
typedef struct {
    const ps_event *first; ///< as it was recorded
    const ps_event *now;   ///< what it says now; of one that was taken back, what it last said
    bool corrected, taken_back;
} log_entry;

typedef struct {
    log_entry *at; ///< newest first, by what they say now
    int32_t count;
} log_entries;

/// For the time of the run, or until something is added.
log_entries log_entries_of(cli *c, const coach_run *run);

/// What names an entry: its number on this machine, "17"; of another machine "17@4f2a".
const char *log_id(cli *c, const coach_run *run, const ps_event *event);

/// The entry of a name.
/// Errors  CLI_USAGE, CLI_NOT_FOUND with a message.
PS_MUST_USE cli_exit log_find(cli *c, const coach_run *run, const log_entries *in, const char *name,
                              const log_entry **found);

/// What an event says, in one line of words.
void log_put_line(buffer *to, const cli *c, const coach_run *run, const ps_event *event);

/// "07:30"
enum { LOG_CLOCK = 8 };
const char *log_clock(ps_instant at, char text[LOG_CLOCK]);

/// A row of a preview: "17  Wed 14 Oct 07:30  pain 2 of 10, now".
void log_put_entry(cli *c, const coach_run *run, const log_entry *entry);

/// Whether an answer to this item, or a value of this intake field, can open an emergency or urgent
/// lock: a correction does not close it again.
bool log_can_lock(const ps_catalogue *catalogue, const ps_event *event);

/// The sentence about such a lock.
void log_put_lock(cli *c);

#endif
