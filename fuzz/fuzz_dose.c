// Laws: whatever parses is a valid dose, and its canonical text is a fixpoint that parses to the
// same dose; whatever does not parse says what was wanted, at a column inside the text. Loads
// likewise.
#include <stdlib.h>
#include <string.h>

#include "ps/dose.h"

static void obey(bool law)
{
    if (!law) abort();
}

static void check_error(const ps_error *err, size_t size)
{
    obey(err->code == PS_SYNTAX || err->code == PS_RANGE);
    obey(err->at.line == 1 && err->at.column >= 1 && (size_t)err->at.column <= size + 1);
    obey(strncmp(err->text, "want ", 5) == 0 && strlen(err->text) < sizeof err->text - 1);
}

static void check_dose(ps_str input)
{
    const ps_dose before = ps_dose_defaults();
    ps_dose dose = before, again;
    ps_error err = {0};
    char text[PS_DOSE_TEXT], twice[PS_DOSE_TEXT];
    if (ps_dose_parse(input, &dose, &err) != PS_OK) {
        obey(ps_dose_same(&dose, &before));
        check_error(&err, (size_t)input.len);
        return;
    }
    obey(ps_dose_check(&dose, NULL) == PS_OK);
    const int32_t len = ps_dose_format(&dose, text, sizeof text);
    obey(len == (int32_t)strlen(text));
    obey(ps_dose_parse((ps_str){text, len}, &again, NULL) == PS_OK);
    obey(ps_dose_same(&dose, &again));
    ps_dose_format(&again, twice, sizeof twice);
    obey(strcmp(text, twice) == 0);

    const ps_range seconds = ps_dose_seconds(&dose, 1, (ps_timing){300, 60});
    obey(seconds.low >= 300 && seconds.low <= seconds.high);
}

static void check_load(ps_str input)
{
    ps_load load = {0}, again = {0};
    ps_error err = {0};
    char text[PS_LOAD_TEXT];
    if (ps_load_parse(input, &load, &err) != PS_OK) {
        check_error(&err, (size_t)input.len);
        return;
    }
    const int32_t len = ps_load_format(&load, text, sizeof text);
    obey(ps_load_parse((ps_str){text, len}, &again, NULL) == PS_OK);
    obey(load.unit == again.unit && load.amount == again.amount);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ps_str input = {(const char *)data, (int32_t)size};
    check_dose(input);
    check_load(input);
    return 0;
}
