/// test.h — the whole test framework, natively and in wasm: TAP lines, named rows, a digest.
///
/// A failed CHECK prints its row and fails its case; the case goes on. RECORD adds text to the
/// digest printed at the end, so that two builds can be compared byte for byte by their output.
/// (cmocka needs setjmp, which Debian's wasi-libc has not: docs/adr/0003.)
#ifndef PS_TEST_H
#define PS_TEST_H

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const char *name;
    void (*run)(void);
} test_case;

static int test_failed_checks;
static uint64_t test_digest = UINT64_C(0xcbf29ce484222325);

#define CHECK(row, truth)                   \
    ((truth) ? (void)0                      \
             : (void)(test_failed_checks++, \
                      printf("# %s:%d: [%s] %s\n", __FILE__, __LINE__, row, #truth)))

#define CHECK_NEAR(row, got, want, tolerance) CHECK(row, fabs((got) - (want)) <= (tolerance))

/// Two texts that must be the same; prints both when they are not.
#define CHECK_TEXT(row, got, want) test_check_text(__FILE__, __LINE__, row, got, want)

static inline void test_check_text(const char *file, int line, const char *row, const char *got,
                                   const char *want)
{
    if (got && want && strcmp(got, want) == 0) return;
    test_failed_checks++;
    printf("# %s:%d: [%s] got  \"%s\"\n", file, line, row, got ? got : "(null)");
    printf("# %s:%d: [%s] want \"%s\"\n", file, line, row, want ? want : "(null)");
}

/// Adds a result to the digest, FNV-1a over its text.
static inline void RECORD(const char *format, ...) __attribute__((format(printf, 1, 2)));
static inline void RECORD(const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    for (const char *at = text; *at; at++) {
        test_digest = (test_digest ^ (unsigned char)*at) * UINT64_C(0x100000001b3);
    }
}

/// splitmix64: the next of a reproducible series.
static inline uint64_t test_random(uint64_t *seed)
{
    uint64_t z = (*seed += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/// A whole number low..high.
static inline int32_t test_between(uint64_t *seed, int32_t low, int32_t high)
{
    return low + (int32_t)(test_random(seed) % (uint64_t)(high - low + 1));
}

static inline int test_main(const test_case *cases, int count)
{
    int failed_cases = 0;
    printf("TAP version 13\n1..%d\n", count);
    for (int i = 0; i < count; i++) {
        const int before = test_failed_checks;
        cases[i].run();
        const bool ok = test_failed_checks == before;
        if (!ok) failed_cases++;
        printf("%s %d - %s\n", ok ? "ok" : "not ok", i + 1, cases[i].name);
        fflush(stdout);
    }
    printf("# digest %016" PRIx64 "\n", test_digest);
    return failed_cases ? 1 : 0;
}

// clang-format takes the # for a directive
// clang-format off
#define TEST_CASE(function) {#function, function}
// clang-format on

#define TEST_MAIN(...)                                                  \
    int main(void)                                                      \
    {                                                                   \
        static const test_case cases[] = {__VA_ARGS__};                 \
        return test_main(cases, (int)(sizeof cases / sizeof cases[0])); \
    }

#endif
