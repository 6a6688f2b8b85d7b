/// bench.h — fastest of many runs, printed as one CSV line: name,value,unit.
///
/// A benchmark also prints a checksum of what it computed to stderr, so that no compiler can
/// remove the work. `./dev bench` adds the header line and keeps the file.
#ifndef PS_BENCH_H
#define PS_BENCH_H

#include <stdio.h>
#include <time.h>

static inline double bench_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e9 * (double)now.tv_sec + (double)now.tv_nsec;
}

/// A line for what BENCH cannot measure: rows per second, bytes.
static inline void bench_line(const char *name, double value, const char *unit)
{
    const int decimals = value < 10 ? 3 : value < 1000 ? 1 : 0;
    printf("%s,%.*f,%s\n", name, decimals, value, unit);
    fflush(stdout);
}

/// Nanoseconds a call of the statements in the last argument; they see `call`, 0..calls-1.
/// The minimum is the run least disturbed by the rest of the machine.
#define BENCH(name, runs, calls, ...)                                     \
    do {                                                                  \
        double best_ns = 1e300;                                           \
        for (int run = 0; run < (runs); run++) {                          \
            const double start_ns = bench_now_ns();                       \
            for (int call = 0; call < (calls); call++) {                  \
                __VA_ARGS__;                                              \
            }                                                             \
            const double took_ns = (bench_now_ns() - start_ns) / (calls); \
            if (took_ns < best_ns) best_ns = took_ns;                     \
        }                                                                 \
        bench_line(name, best_ns, "ns");                                  \
    } while (0)

#endif
