/// export_header.h — the first line of an export: whose events follow, and who wrote them when.
#ifndef PS_SHELL_EXPORT_HEADER_H
#define PS_SHELL_EXPORT_HEADER_H

#include "ps/field.h"
#include "ps/history.h"
#include "shell/codec/buffer.h"

enum {
    EXPORT_VERSION = 1,
    EXPORT_TEXT_MAX = 500,
    EXPORT_UNCOUNTED = -1 ///< the header does not say how many events follow
};

typedef struct {
    const char *id, *name;
    const char *created; ///< RFC 3339
} export_person;

typedef struct {
    const char *psoas; ///< "export"
    int32_t version;   ///< EXPORT_VERSION
    const char *made;  ///< RFC 3339
    const char *program, *catalogue, *notice;
    export_person person;
    int32_t events; ///< that follow, or EXPORT_UNCOUNTED
} export_header;

extern const ps_struct export_header_struct;

/// One line, without its newline.
void export_header_write(buffer *to, const export_header *header);

/// Whether a line is meant as a header: an object with the key "psoas". The line need not be JSON.
bool export_header_is(ps_str line);

/// Reads a header; texts live in `arena`, for which 20 bytes a byte of the line are enough.
///
/// created  the same as header->person.created
/// Errors  as json_read; PS_SYNTAX or PS_RANGE when a time is none; PS_FOREIGN for another document
/// of psoas, PS_NEWER for a later version.
PS_MUST_USE ps_code export_header_read(ps_str line, ps_arena *arena, export_header *header,
                                       ps_instant *created, ps_error *err);

#endif
