/// store_child.h — other processes for the tests of the store: without rights, or in the way.
#ifndef PS_TEST_STORE_CHILD_H
#define PS_TEST_STORE_CHILD_H

#include "store_kit.h"

#include <signal.h>
#include <sys/wait.h>

enum { CHILD_NOBODY = 65534 };

/// How a call ended in another process.
typedef struct {
    ps_code code;
    char text[PS_ERROR_TEXT];
} verdict;

/// Runs `act` in a process of its own; as a user without rights when `weak`, for root may do all.
static inline verdict in_child(bool weak, ps_code (*act)(const char *path, ps_error *err),
                               const char *path)
{
    verdict told = {.code = PS_IO, .text = "the child did not answer"};
    int pipes[2];
    fflush(stdout);
    if (pipe(pipes) != 0) abort();
    const pid_t child = fork();
    if (child == 0) {
        const uid_t user = weak && geteuid() == 0 ? CHILD_NOBODY : geteuid();
        ps_error err = {0};
        if (setresuid(user, user, user) == 0) {
            told.code = act(path, &err);
            snprintf(told.text, sizeof told.text, "%s", err.text);
        }
        _exit(write(pipes[1], &told, sizeof told) == (ssize_t)sizeof told ? 0 : 1);
    }
    close(pipes[1]);
    verdict answer;
    if (read(pipes[0], &answer, sizeof answer) == (ssize_t)sizeof answer) told = answer;
    close(pipes[0]);
    waitpid(child, NULL, 0);
    return told;
}

/// A process that has taken something and holds it until child_release.
typedef struct {
    pid_t pid;
    int gate;
} holder;

static inline holder child_holding(bool (*take)(const char *path), const char *path)
{
    int ready[2], gate[2];
    char byte = 0;
    fflush(stdout);
    if (pipe(ready) != 0 || pipe(gate) != 0) abort();
    const pid_t child = fork();
    if (child == 0) {
        close(gate[1]);
        byte = take(path) ? 'y' : 'n';
        if (write(ready[1], &byte, 1) != 1 || read(gate[0], &byte, 1) < 0) _exit(1);
        _exit(0);
    }
    close(ready[1]);
    close(gate[0]);
    CHECK("holder", read(ready[0], &byte, 1) == 1 && byte == 'y');
    close(ready[0]);
    return (holder){child, gate[1]};
}

static inline void child_release(holder of)
{
    close(of.gate);
    waitpid(of.pid, NULL, 0);
}

#endif
