// A dose is read for every exercise of a catalogue, a plan and a screen: parse and format have to
// cost nothing that anybody notices.
#include <string.h>

#include "bench.h"
#include "ps/dose.h"

static const char *const texts[] = {
    "10",
    "3x10-12/side",
    "2x30s",
    "2x4-6x5-10s /side weaker first switch 10s rest 30s pain <=3",
    "2-4x(glute 10-15s, push 10-15s, glute 10-15s) /side left first rest 60s",
    "3x8-12/side lift 2s lower 3s pause 1s rest 90s load 2.5kg effort 5-6 pain <=3",
};
enum { TEXTS = PS_COUNT(texts), RUNS = 50, CALLS = 6000 };

int main(void)
{
    ps_str parts[TEXTS];
    ps_dose doses[TEXTS];
    for (int i = 0; i < TEXTS; i++) {
        ps_error err = {0};
        parts[i] = ps_str_of(texts[i]);
        if (ps_dose_parse(parts[i], &doses[i], &err) == PS_OK) continue;
        fprintf(stderr, "%s: column %d: %s\n", texts[i], (int)err.at.column, err.text);
        return 1;
    }

    long long sum = 0; // printed, so the work cannot be removed
    BENCH("dose_parse", RUNS, CALLS, {
        ps_dose dose;
        if (ps_dose_parse(parts[call % TEXTS], &dose, NULL) == PS_OK) sum += dose.reps.high;
    });
    BENCH("dose_format", RUNS, CALLS, {
        char text[PS_DOSE_TEXT];
        sum += ps_dose_format(&doses[call % TEXTS], text, sizeof text);
    });
    BENCH("dose_check", RUNS, CALLS,
          { sum += ps_dose_check(&doses[call % TEXTS], NULL) == PS_OK; });
    fprintf(stderr, "checksum %lld\n", sum);
    return 0;
}
