/// disk.h — folders and files of the store, with errors that name them and say what to do.
#ifndef PS_SHELL_STORE_DISK_H
#define PS_SHELL_STORE_DISK_H

#include "ps/base.h"

/// Longest path we handle [bytes] with its NUL. SQLite takes 512, and adds endings of its own.
enum { DISK_PATH = 480 };

/// `folder`/`name`. Errors: PS_RANGE when that is too long.
PS_MUST_USE ps_code disk_join(const char *folder, const char *name, char path[DISK_PATH],
                              ps_error *err);

/// The end of `path`, so that it fits into an error beside what can be done about it.
const char *disk_tail(const char *path);

/// Turns an errno into a code and a text. Returns the code, never PS_OK.
ps_code disk_fail(ps_error *err, int error, const char *path);

/// Makes `folder` absolute; with `create` it is made (0700) when it is missing, parents too.
/// Errors: PS_MISSING; PS_FOREIGN when it is a file; PS_DENIED, PS_FULL, PS_IO.
PS_MUST_USE ps_code disk_folder(const char *folder, bool create, char absolute[DISK_PATH],
                                ps_error *err);

/// The absolute path of a file that is there. Errors: PS_MISSING; PS_FOREIGN when it is a folder.
PS_MUST_USE ps_code disk_file(const char *path, char absolute[DISK_PATH], ps_error *err);

/// Makes an empty file (0600). Errors: PS_CONFLICT when there is one; PS_DENIED, PS_FULL, PS_IO.
PS_MUST_USE ps_code disk_create(const char *path, ps_error *err);

/// Makes an empty file (0600) for what is to be `path` once it is complete: in the same folder,
/// under the name `path`.RANDOM.part that nobody else uses. Who is killed leaves it behind.
///
/// part    its name
/// file    open for writing, for the caller to close; NULL: it is closed
/// Errors  as disk_create, and PS_RANGE.
PS_MUST_USE ps_code disk_part(const char *path, char part[DISK_PATH], int *file, ps_error *err);

/// Errors: PS_DENIED when that cannot be known; PS_IO.
PS_MUST_USE ps_code disk_find(const char *path, bool *there, ps_error *err);

/// Size of a file [bytes]; 0 when there is none.
int64_t disk_size(const char *path);

/// Puts the bytes of a file, or the names in a folder, on the disk.
PS_MUST_USE ps_code disk_sync(const char *path, ps_error *err);

/// The folder that holds `path`.
PS_MUST_USE ps_code disk_parent(const char *path, char folder[DISK_PATH], ps_error *err);

/// Renames without replacing. Errors: PS_CONFLICT when `to` exists.
PS_MUST_USE ps_code disk_publish(const char *from, const char *to, ps_error *err);

#endif
