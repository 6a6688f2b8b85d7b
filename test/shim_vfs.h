/// shim_vfs.h — SQLite's files in the hands of a test: one write fails, or the power goes.
///
/// A layer over the real VFS that becomes the default. It numbers the operations that change a
/// file: write, truncate, sync, delete. While it is set to cut, it also remembers of each file what
/// the last sync made safe, and what was written since and may or may not survive.
#ifndef PS_TEST_SHIM_VFS_H
#define PS_TEST_SHIM_VFS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    SHIM_PASS, ///< everything works
    SHIM_FULL, ///< writes fail for want of space, half done
    SHIM_FAIL, ///< every operation fails, writes half done
    SHIM_CUT   ///< the power goes: nothing works from then on
} shim_kind;

typedef struct {
    shim_kind kind;
    int32_t at;    ///< number of the first operation that it happens to, from 1; 0: to none
    bool lasting;  ///< it goes on happening
    uint64_t seed; ///< of what survives a cut
} shim_plan;

/// Makes the shim the default VFS of this process.
void shim_install(void);

/// Starts to count. No file may be open; files as they are now count as safe.
void shim_begin(shim_plan next);

/// The same while files are open; not to or from SHIM_CUT.
void shim_change(shim_plan next);

/// Operations since then.
int32_t shim_operations(void);

/// Whether the plan has come true.
bool shim_happened(void);

/// Cuts the power now, unless it is off already.
void shim_cut(void);

/// After a cut, with all files closed: puts on the disk what has survived, and works again.
void shim_restore(void);

#endif
