/// schema_event.h — the JSON Schemas of the lines of an export.
#ifndef PS_SHELL_SCHEMA_EVENT_H
#define PS_SHELL_SCHEMA_EVENT_H

#include "shell/cli/cli.h"

/// An event: its body depends on its kind, and what a correction puts in place on both.
void schema_event(cli *c);

/// The first line.
void schema_export(cli *c);

#endif
