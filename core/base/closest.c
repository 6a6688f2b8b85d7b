#include "ps/field.h"

enum { NAME_MAX = 64, FAR_MAX = 3, LETTERS_PER_SLIP = 3, ERROR_WORD_MAX = 64 };

// A different case, or '_' for '-', is how people spell ids from memory: it costs nothing.
static char folded(char c)
{
    if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
    return c == '_' ? '-' : c;
}

static int32_t least(int32_t a, int32_t b) { return a < b ? a : b; }

/// Slips between two names: letters added, left out, changed, or swapped with their neighbour.
static int32_t slips(ps_str a, ps_str b)
{
    // three rows of the usual table: two letters back, one letter back, this letter of a
    int32_t rows[3][NAME_MAX + 1] = {{0}};
    for (int32_t j = 0; j <= b.len; j++) rows[0][j] = j;

    for (int32_t i = 1; i <= a.len; i++) {
        int32_t *now = rows[i % 3];
        const int32_t *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        now[0] = i;
        for (int32_t j = 1; j <= b.len; j++) {
            const char x = folded(a.ptr[i - 1]), y = folded(b.ptr[j - 1]);
            now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + (x != y));
            const bool swapped =
                i > 1 && j > 1 && x == folded(b.ptr[j - 2]) && folded(a.ptr[i - 2]) == y;
            if (swapped) now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

int32_t ps_closest(const void *context, const char *(*name_at)(const void *context, int32_t index),
                   ps_str word)
{
    int32_t best = PS_NONE;
    if (word.len < 1 || word.len > NAME_MAX) return best;

    // the shorter the word, the fewer slips still point at one name
    int32_t far = least(word.len / LETTERS_PER_SLIP, FAR_MAX);
    const char *name = NULL;
    for (int32_t i = 0; (name = name_at(context, i)) != NULL; i++) {
        const ps_str other = ps_str_of(name);
        if (other.len > word.len + far || other.len < word.len - far || other.len > NAME_MAX) {
            continue;
        }
        const int32_t distance = slips(word, other);
        if (distance > far) continue;
        best = i;
        far = distance - 1; // a later name has to be closer
    }
    return best;
}

typedef struct {
    const ps_names *names;
    const char *list;
} named_list;

static const char *id_at(const void *context, int32_t index)
{
    const named_list *in = context;
    return in->names->id(in->names->context, in->list, index);
}

const char *ps_names_closest(const ps_names *names, const char *list, ps_str id)
{
    const named_list in = {names, list};
    const int32_t found = ps_closest(&in, id_at, id);
    return found == PS_NONE ? NULL : id_at(&in, found);
}

static const char *enum_name_at(const void *context, int32_t index)
{
    const ps_enum *of = context;
    return index < of->count ? of->names[index] : NULL;
}

const char *ps_enum_closest(const ps_enum *names, ps_str name)
{
    const int32_t found = ps_closest(names, enum_name_at, name);
    return found == PS_NONE ? NULL : names->names[found];
}

static const char *field_name_at(const void *context, int32_t index)
{
    const ps_struct *of = context;
    return index < of->count ? of->fields[index].name : NULL;
}

const char *ps_field_closest(const ps_struct *of, ps_str name)
{
    const int32_t found = ps_closest(of, field_name_at, name);
    return found == PS_NONE ? NULL : of->fields[found].name;
}

ps_code ps_fail_unknown(ps_error *err, ps_place at, const char *what, ps_str word,
                        const char *closest)
{
    int32_t len = least(word.len, ERROR_WORD_MAX);
    // never cut inside a UTF-8 character
    while (len > 0 && len < word.len && (word.ptr[len] & 0xc0) == 0x80) len--;
    if (!closest) {
        return ps_fail(err, PS_UNKNOWN, at, "no such %s '%.*s'", what, (int)len, word.ptr);
    }
    return ps_fail(err, PS_UNKNOWN, at, "no such %s '%.*s'; did you mean '%s'?", what, (int)len,
                   word.ptr, closest);
}
