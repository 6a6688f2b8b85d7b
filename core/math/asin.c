#include "ps/math.h"

#include <math.h>

/// The series of asin around 0, for |x| <= 1/2: the sum of c(k) x^(2k+1), c(0) = 1,
/// c(k) = c(k-1) (2k-1)^2 / (2k (2k+1)).
///
/// What is left out after TERMS terms is below c(TERMS) x^(2 TERMS + 1) / (1 - x^2); at x = 1/2
/// that is 0.0023 * 2^-49 / 0.75 < 6e-18, less than the rounding of the sum.
static double series(double x)
{
    enum { TERMS = 24 };
    const double square = x * x;
    double term = x, sum = 0;
    for (int k = 1; k < TERMS; k++) {
        term *= square * (2 * k - 1) * (2 * k - 1) / (2 * k * (2 * k + 1));
        sum += term;
    }
    return x + sum; // the largest term last: its rounding is the only one that counts
}

double ps_asin(double x)
{
    if (!(x >= -1 && x <= 1)) return NAN;
    if (x >= -0.5 && x <= 0.5) return series(x);

    // asin(x) = pi/2 - 2 asin(sqrt((1 - x) / 2)) keeps the argument of the series within 1/2
    const double size = x < 0 ? -x : x;
    const double angle = PS_PI / 2 - 2 * series(sqrt((1 - size) / 2));
    return x < 0 ? -angle : angle;
}

double ps_acos(double x)
{
    if (!(x >= -1 && x <= 1)) return NAN;
    if (x > 0.5) return 2 * series(sqrt((1 - x) / 2));
    if (x < -0.5) return PS_PI - 2 * series(sqrt((1 + x) / 2));
    return PS_PI / 2 - series(x);
}
