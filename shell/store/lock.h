/// lock.h — one writer a folder: an exclusive flock on `folder`/psoas.lock, which holds our pid.
#ifndef PS_SHELL_STORE_LOCK_H
#define PS_SHELL_STORE_LOCK_H

#include "ps/base.h"

/// Takes the lock; the kernel gives it back when the process ends, however it ends. A child that
/// was forked meanwhile shares it until it ends or runs another program (the file is closed then):
/// so long after our end the folder stays locked.
///
/// lock    a file descriptor for lock_release, -1 on failure
/// Errors  PS_BUSY, naming the pid that holds it; PS_DENIED, PS_FULL, PS_IO; PS_FOREIGN when the
///         lock file is a symbolic link.
PS_MUST_USE ps_code lock_take(const char *folder, int *lock, ps_error *err);

/// Gives the lock back at once, whatever children still have the file open. For the process that
/// took it: a child that calls this takes the lock from its parent.
void lock_release(int lock);

#endif
