// Laws: whatever reads as a value is written as text that reads back to the same value and is
// written the same; whatever does not names a column inside the text and leaves the value alone.
#include <stdlib.h>
#include <string.h>

#include "ps/intake.h"

static void obey(bool law)
{
    if (!law) abort();
}

static bool same(const ps_value *a, const ps_value *b)
{
    return a->given == b->given && a->number == b->number && a->chosen == b->chosen;
}

static void check_refused(ps_str text, const ps_value *value, const ps_error *err)
{
    const ps_value untouched = {.number = 77};
    obey(same(value, &untouched) && err->code != PS_OK && err->text[0] != '\0');
    obey(err->at.line == 1 && err->at.column >= 1 && err->at.column <= text.len + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ps_catalogue *all = &ps_catalogue_builtin;
    if (size < 1 || size > 4 * PS_NOTE_MAX) return 0;
    const int32_t field = data[0] % all->intake_fields.count;
    const ps_str text = {(const char *)data + 1, (int32_t)size - 1};
    ps_value value = {.number = 77}, again = {0};
    ps_error err = {0};
    if (ps_intake_read(all, field, text, &value, &err) != PS_OK) {
        check_refused(text, &value, &err);
        return 0;
    }
    obey(value.given);
    const ps_intake_field *of = &all->intake_fields.at[field];
    if (of->type == PS_ASK_TEXT && strcmp(of->id, "added") != 0) return 0;
    char once[PS_NOTE_MAX + 1], twice[PS_NOTE_MAX + 1];
    const int32_t len = ps_intake_write(all, field, &value, once, sizeof once);
    obey(ps_intake_read(all, field, (ps_str){once, len}, &again, NULL) == PS_OK);
    obey(same(&value, &again));
    obey(ps_intake_write(all, field, &again, twice, sizeof twice) == len);
    obey(strcmp(once, twice) == 0);
    return 0;
}
