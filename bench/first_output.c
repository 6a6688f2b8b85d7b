// Time from starting a program to its first byte of output, the fastest of many starts.
//
// usage: first_output NAME program [argument...]      prints one CSV line: NAME,value,ms
#define _GNU_SOURCE
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench.h"

enum { STARTS = 40 };

// Nanoseconds, or a negative number when the program cannot be started or prints nothing.
static double once(char **command)
{
    int ends[2];
    if (pipe(ends) != 0) return -1;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);

    const double start_ns = bench_now_ns();
    pid_t child = 0;
    const int failed = posix_spawnp(&child, command[0], &actions, NULL, command, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);

    double took_ns = -1;
    if (!failed) {
        char bytes[4096];
        if (read(ends[0], bytes, sizeof bytes) > 0) took_ns = bench_now_ns() - start_ns;
        while (read(ends[0], bytes, sizeof bytes) > 0) continue; // let it finish in peace
        waitpid(child, NULL, 0);
    }
    close(ends[0]);
    return took_ns;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: first_output NAME program [argument...]\n");
        return 2;
    }
    double best_ns = 1e300;
    for (int i = 0; i < STARTS; i++) {
        const double took_ns = once(argv + 2);
        if (took_ns < 0) {
            fprintf(stderr, "first_output: %s prints nothing\n", argv[2]);
            return 1;
        }
        if (took_ns < best_ns) best_ns = took_ns;
    }
    bench_line(argv[1], best_ns / 1e6, "ms");
    return 0;
}
