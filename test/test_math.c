// Rows are angles that geometry knows. The laws compare with the C library over a fine grid, and
// with the identities of the two functions.
#include "ps/math.h"

#include "test.h"

static const struct {
    const char *row;
    double x, asin, acos;
} known[] = {
    {"0",         0,                   0,          PS_PI / 2    },
    {"1/2",       0.5,                 PS_PI / 6,  PS_PI / 3    },
    {"-1/2",      -0.5,                -PS_PI / 6, PS_PI * 2 / 3},
    {"1",         1,                   PS_PI / 2,  0            },
    {"-1",        -1,                  -PS_PI / 2, PS_PI        },
    {"sqrt(2)/2", 0.70710678118654752, PS_PI / 4,  PS_PI / 4    },
    {"sqrt(3)/2", 0.86602540378443865, PS_PI / 3,  PS_PI / 6    },
};

static void known_angles(void)
{
    for (int i = 0; i < (int)(sizeof known / sizeof known[0]); i++) {
        CHECK_NEAR(known[i].row, ps_asin(known[i].x), known[i].asin, 1e-15);
        CHECK_NEAR(known[i].row, ps_acos(known[i].x), known[i].acos, 1e-15);
    }
    static const double outside[] = {1.0000000000000002, -1.0000000000000002, INFINITY, -INFINITY,
                                     NAN};
    for (int i = 0; i < (int)(sizeof outside / sizeof outside[0]); i++) {
        CHECK("outside", isnan(ps_asin(outside[i])) && isnan(ps_acos(outside[i])));
    }
}

static void as_the_c_library(void)
{
    double worst_asin = 0, worst_acos = 0;
    for (int32_t i = -100000; i <= 100000; i++) {
        const double x = i / 100000.0, got_asin = ps_asin(x), got_acos = ps_acos(x);
        worst_asin = fmax(worst_asin, fabs(got_asin - asin(x)));
        worst_acos = fmax(worst_acos, fabs(got_acos - acos(x)));
        if (i % 97 == 0) RECORD("%.17g %.17g\n", got_asin, got_acos);
    }
    CHECK("asin", worst_asin < 1e-15);
    CHECK("acos", worst_acos < 1e-15);
}

static void identities(void)
{
    uint64_t seed = 1;
    double before = ps_asin(-1);
    for (int32_t i = 0; i < 20000; i++) {
        const double x = (double)(test_random(&seed) >> 11) / 9007199254740992.0;
        CHECK("odd", ps_asin(-x) == -ps_asin(x));
        CHECK_NEAR("complement", ps_asin(x) + ps_acos(x), PS_PI / 2, 1e-15);
        const double step = -1 + i / 10000.0;
        CHECK("rises", ps_asin(step) >= before);
        before = ps_asin(step);
    }
}

TEST_MAIN(TEST_CASE(known_angles), TEST_CASE(as_the_c_library), TEST_CASE(identities))
