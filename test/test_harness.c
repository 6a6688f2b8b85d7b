// The harness itself: a false CHECK counts, the digest is FNV-1a, the random series is splitmix64,
// and all of it is the same natively and as wasm.
#include "test.h"

static void false_checks_count(void)
{
    const int before = test_failed_checks;
    CHECK("true", 1 + 1 == 2);
    CHECK_NEAR("near", 1.0, 1.0 + 1e-9, 1e-8);
    CHECK_TEXT("same text", "a", "a");
    const int after_true = test_failed_checks;
    const double not_a_number = NAN;
    CHECK("on purpose", 1 + 1 == 3);
    CHECK_NEAR("on purpose", 1.0, 2.0, 0.5);
    CHECK_NEAR("on purpose", not_a_number, 1.0, 0.5);
    CHECK_TEXT("on purpose", "a", "b");
    CHECK_TEXT("on purpose", NULL, "b");
    const int after_false = test_failed_checks;

    test_failed_checks = before;
    CHECK("true ones are silent", after_true == before);
    CHECK("false ones count", after_false == before + 5);
}

// Values of FNV-1a 64 from its authors' page, www.isthe.com/chongo/tech/comp/fnv.
static void digest_is_fnv1a(void)
{
    static const struct {
        const char *text;
        uint64_t want;
    } rows[] = {
        {"",       UINT64_C(0xcbf29ce484222325)},
        {"a",      UINT64_C(0xaf63dc4c8601ec8c)},
        {"foobar", UINT64_C(0x85944171f73967e8)},
    };
    const uint64_t before = test_digest;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_digest = UINT64_C(0xcbf29ce484222325);
        RECORD("%s", rows[i].text);
        const uint64_t got = test_digest;
        CHECK(rows[i].text, got == rows[i].want);
    }
    test_digest = before;
    RECORD("%d %s %.17g", 7, "text", 0.1);
}

// The first values of splitmix64 from seed 1234567, as published with its reference code.
static void random_is_splitmix64(void)
{
    uint64_t seed = 1234567;
    CHECK("first", test_random(&seed) == UINT64_C(6457827717110365317));
    CHECK("second", test_random(&seed) == UINT64_C(3203168211198807973));

    bool low = false, high = false;
    for (int i = 0; i < 1000; i++) {
        const int32_t dice = test_between(&seed, 1, 6);
        CHECK("within", dice >= 1 && dice <= 6);
        low = low || dice == 1;
        high = high || dice == 6;
        RECORD("%" PRId32, dice);
    }
    CHECK("both ends", low && high);
}

TEST_MAIN(TEST_CASE(false_checks_count), TEST_CASE(digest_is_fnv1a),
          TEST_CASE(random_is_splitmix64))
