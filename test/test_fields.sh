#!/usr/bin/env bash
# A field table whose macro does not fit the member it names must not compile: the readers write
# through its offset without looking. What fits does compile.
#
# usage: test_fields.sh include COMPILER...
set -u
export LC_ALL=C.UTF-8
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/tap.sh"
include=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/a.c" <<'C'
#include "ps/field.h"
typedef enum { A, B } letter;
typedef struct {
    bool yes;
    int8_t tiny;
    int32_t whole;
    uint32_t natural;
    int64_t large;
    float single;
    double number;
    char *text;
    const char *fixed;
    letter letter;
    const int32_t *pointed;
    int32_t *writable;
    struct { const int32_t *at; int32_t count; } wholes;
    struct { const letter *at; int32_t count; } letters;
    struct { const char *const *at; int32_t count; } words;
    struct { char *const *at; int32_t count; } changing;
    struct { const float *at; int32_t count; } singles;
    struct { const void *at; int32_t count; } anythings;
    struct { int32_t count; const int32_t *at; } reversed;
    struct { const int32_t *at; int64_t count; } wide;
    struct { const int32_t *at; int32_t more, count; } late;
} T;
static const char *const names[] = {"a", "b"};
static const ps_enum letters = PS_ENUM_OF(letter, names);
const ps_field rows[] = {ROW};
const ps_enum *used = &letters;
C

# compiles COMPILER ROW
compiles() {
    "$1" -std=c17 -Wall -Wextra -Wpedantic -Werror -I"$include" "-DROW=$2" -c "$work/a.c" \
        -o "$work/a.o" 2>"$work/said"
}

# row fits|refuses ROW: with every compiler.
row() {
    local compiler status
    for compiler in "${compilers[@]}"; do
        status=0
        compiles "$compiler" "$2" || status=1
        [[ $1 == fits ]] || status=$((1 - status))
        verdict "$status" "$(basename "$compiler") $1 $2"
        [[ $status == 0 ]] || note "$work/said"
    done
}

compilers=("$@")
row fits 'PS_F_BOOL(T, yes, "")'
row fits 'PS_F_INT(T, whole, 0, 1, "")'
row fits 'PS_F_LONG(T, large, 0, 1, "")'
row fits 'PS_F_NUMBER(T, number, 0, 1, "")'
row fits 'PS_F_TEXT(T, fixed, 9, "")'
row fits 'PS_F_IDS(T, words, 0, 1, 9, "")'
row fits 'PS_F_ENUM(T, letter, &letters, "")'
row fits 'PS_F_INTS(T, wholes, 0, 1, 0, 1, "")'
row fits 'PS_F_ENUMS(T, letters, &letters, 0, 1, "")'
row refuses 'PS_F_BOOL(T, tiny, "")'
row refuses 'PS_F_INT(T, natural, 0, 1, "")'
row refuses 'PS_F_INT(T, large, 0, 1, "")'
row refuses 'PS_F_LONG(T, whole, 0, 1, "")'
row refuses 'PS_F_NUMBER(T, single, 0, 1, "")'
row refuses 'PS_F_TEXT(T, text, 9, "")'
row refuses 'PS_F_IDS(T, changing, 0, 1, 9, "")'
row refuses 'PS_F_REF(T, letter, "list", "")'
row refuses 'PS_F_ENUM(T, tiny, &letters, "")'
row refuses 'PS_F_ENUM(T, single, &letters, "")'
row refuses 'PS_F_ENUM_OR(T, single, &letters, 0, "")'
row refuses 'PS_F_OPTIONAL(T, writable, int32_t, 0, "")'
row refuses 'PS_F_INTS(T, letters, 0, 1, 0, 1, "")'
row refuses 'PS_F_INTS(T, anythings, 0, 1, 0, 1, "")'
row refuses 'PS_F_INTS(T, reversed, 0, 1, 0, 1, "")'
row refuses 'PS_F_INTS(T, wide, 0, 1, 0, 1, "")'
row refuses 'PS_F_INTS(T, late, 0, 1, 0, 1, "")'
row refuses 'PS_F_ENUMS(T, singles, &letters, 0, 1, "")'
row refuses 'PS_F_ENUMS(T, reversed, &letters, 0, 1, "")'
plan
