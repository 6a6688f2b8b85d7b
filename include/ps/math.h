/// math.h — the numerics that the core owns, so that every machine gives the same bits.
///
/// Made of + - * / and sqrt, which IEEE 754 rounds the same everywhere. Values in, values out.
#ifndef PS_MATH_H
#define PS_MATH_H

#define PS_PI 3.14159265358979323846
#define PS_DEGREES(radians) ((radians) * (180.0 / PS_PI))

/// The angle whose sine is x, within -pi/2..pi/2 [rad]; error below 1e-15. NaN outside -1..1.
double ps_asin(double x);

/// The angle whose cosine is x, within 0..pi [rad]; error below 1e-15. NaN outside -1..1.
double ps_acos(double x);

#endif
