#!/usr/bin/env bash
# Every rule of tidy refuses a small file that breaks it, at the right line, and a neighbouring
# file that keeps it passes: a check that cannot fail is a defect, and so is one that always does.
#
# usage: test_tidy.sh build/tools/tidy
set -u
export LC_ALL=C.UTF-8
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/tap.sh"
tidy=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# look_at FILE: tidy looks at a tree with three layers in which FILE has the text from stdin.
look_at() {
    local file=$1
    rm -rf "$work/tree"
    mkdir -p "$work/tree/tools" "$work/tree/$(dirname "$file")"
    printf '%s\n' "# layers" base "dose history" shell/codec shell/store "field.h = base" \
        >"$work/tree/tools/layers.txt"
    cat >"$work/tree/$file"
    [[ ${meson-} == none ]] || echo "sources = files('$file')" >"$work/tree/meson.build"
    [[ -z ${limits-} ]] || echo "$limits" >"$work/tree/tools/limits.txt"
    "$tidy" "$work/tree" 2>"$work/said"
}

# refuses NAME FILE:LINE WORDS: the text on stdin draws exactly one complaint, there and so.
refuses() {
    local name=$1 place=$2 words=$3 status=0
    look_at "${place%:*}" || status=$?
    ((status == 1)) && (($(wc -l <"$work/said") == 1)) &&
        grep "^$place: " "$work/said" | grep -qF "$words"
    status=$?
    verdict "$status" "refuses $name"
    ((status == 0)) || note "$work/said"
}

# accepts NAME FILE: the text on stdin draws none.
accepts() {
    local status=0
    look_at "$2" && [[ ! -s $work/said ]] || status=1
    verdict "$status" "accepts $1"
    ((status == 0)) || note "$work/said"
}

repeat() { for ((i = 0; i < $1; i++)); do echo "$2"; done; }

# ---- layers ----
accepts "an include of a lower layer" core/dose/a.c <<<'#include "ps/base.h"'
accepts "a private header of the same module" core/dose/a.c <<<'#include "dose/own.h"'
accepts "a private header of a lower module" core/dose/a.c <<<'#include "base/scan.h"'
accepts "a public header with another name" core/base/a.c <<<'#include "ps/field.h"'
accepts "an include that is commented out" core/base/a.c <<<'// #include "ps/dose.h"'
accepts "everything in a test" test/a.c <<<'#include "dose/own.h"'
refuses "an include that points up" core/base/a.c:2 "base must not know dose" \
    <<<$'\n#include "ps/dose.h"'
refuses "an include of a neighbour" core/dose/a.c:1 "dose must not know history" \
    <<<'#include "ps/history.h"'
refuses "the core knowing a shell" core/dose/a.c:1 "dose must not know shell/codec" \
    <<<'#include "shell/codec/buffer.h"'
refuses "a shell knowing the shell above" shell/codec/a.c:1 "must not know shell/store" \
    <<<'#include "shell/store/store.h"'
refuses "a shell with a private header" shell/codec/a.c:1 "private header of the core" \
    <<<'#include "base/scan.h"'
refuses "a public header with a private one" include/ps/dose.h:1 "includes a private one" \
    <<<'#include "base/scan.h"'
refuses "a module without a layer" core/plan/a.c:1 "not in tools/layers.txt: plan" \
    <<<'#include "ps/base.h"'
refuses "a header without an owner" core/dose/a.c:1 "not in tools/layers.txt: rule" \
    <<<'#include "ps/rule.h"'
refuses "an include by its path" shell/codec/a.c:1 "by the short name" \
    <<<'#include "core/base/scan.h"'
refuses "an include that climbs" core/dose/a.c:1 "by the short name" <<<'#include "../base/scan.h"'
refuses "a system header in the core" core/base/a.c:1 "may not include <stdlib.h>" \
    <<<'#include <stdlib.h>'
refuses "a system header in a public header" include/ps/dose.h:1 "may not include <time.h>" \
    <<<'#include <time.h>'
accepts "a plain header in the core" core/base/a.c <<<'#include <string.h>'

# ---- calls of the core ----
for name in malloc free qsort printf fopen strcpy strtok time clock_gettime rand exit abort getenv \
    setlocale isalpha strtod pthread_create; do
    refuses "$name in the core" core/base/a.c:1 "may not call $name" <<<"int x = $name (y);"
done
for name in sin cosf tanl exp logl pow atan2 cbrt hypot; do
    refuses "$name of libm" core/base/a.c:1 "own: $name" <<<"double x = $name(y);"
done
accepts "exact functions of libm" core/base/a.c <<<'double x = sqrt(y) + fabs(y) + floor(y);'
accepts "bounded formatting" core/base/a.c \
    <<<'int n = snprintf(text, 9, "%d of %5.3s 100%%e", a, b);'
accepts "calls named alike" core/base/a.c <<<'int n = ps_time(x) + my_malloc(y) + time_of(z);'
accepts "calls in comments and texts" core/base/a.c <<<'const char *x = "malloc(3)"; // free(x)'
accepts "every call in a shell" shell/codec/a.c <<<'double x = sin(strtod(malloc(3), 0));'
accepts "a member that is not called" core/base/a.c <<<'int n = at->time;'
refuses "a call behind a block comment" core/base/a.c:3 "may not call malloc" \
    <<<$'/* two\nlines "*/\nint *x = malloc(3);'
for format in %f %.3e %-8.2g '%*.*lf' %d%a; do
    refuses "$format in the core" core/base/a.c:1 "format floating point" <<<"put(x, \"$format\");"
done
refuses "long in the core" core/base/a.c:1 "no 'long'" <<<'long x;'
refuses "goto in the core" core/base/a.c:1 "no 'goto'" <<<'goto done;'

# ---- text ----
refuses "a tab" shell/codec/a.c:2 "tab" <<<$'int a;\nint\tb;'
refuses "a trailing blank" shell/codec/a.c:1 "trailing blank" <<<'int a; '
refuses "a line of 101 columns" shell/codec/a.c:1 "over 100 columns" \
    <<<"// $(repeat 98 x | tr -d '\n')"
accepts "a line of 100 columns" shell/codec/a.c <<<"// $(repeat 97 ä | tr -d '\n')"
accepts "a long row of a table" shell/codec/a.c <<<"    {a, $(repeat 133 x | tr -d '\n')},"
accepts "a long text" shell/codec/a.c <<<"f(\"$(repeat 133 x | tr -d '\n')\");"
refuses "a long text in a script" dev:1 "over 100" <<<"echo \"$(repeat 133 x | tr -d '\n')\""
refuses "a missing final newline" shell/codec/a.c:1 "no newline" < <(printf 'int a;')
for word in TO-DO FIX-ME XX-X; do # spelled apart for this file's own sake
    word=${word/-/}
    refuses "$word" shell/codec/a.c:1 "open to-do" <<<"int a; // $word: later"
    refuses "$word in a script" dev:1 "open to-do" <<<"# $word"
done

# ---- errors ----
inside() { printf 'int f(ps_error *err)\n{\n    %s\n}\n' "$1"; }
accepts "an error that starts from zero" shell/codec/a.c < <(inside "ps_error err = {0};")
accepts "an error that is given" shell/codec/a.c < <(inside "ps_error got = *err, *other = err;")
accepts "an error in a struct" shell/codec/a.h <<<$'typedef struct {\n    ps_error err;\n} job;'
refuses "an error that starts from anything" shell/codec/a.c:3 "starts from zero" \
    < <(inside "ps_error err;")
refuses "one of two errors" test/a.c:3 "starts from zero" < <(inside "ps_error err, other = {0};")

# ---- size ----
function_of() { echo "int f(void)"; echo "{"; repeat "$(($1 - 2))" "    x++;"; echo "}"; }
accepts "a function of 70 lines" core/base/a.c < <(function_of 70)
refuses "a function of 71 lines" core/base/a.c:2 "core/base/a.c:f has 71 lines" < <(function_of 71)
accepts "a file of 600 lines" core/base/a.c < <(repeat 600 "int x;")
refuses "a file of 601 lines" core/base/a.c:601 "has 601 lines" < <(repeat 601 "int x;")
accepts "a long table in a function" core/base/a.c \
    < <(echo "int f(void)" && echo "{" && repeat 90 "    {1, 2}," && echo "}")
accepts "a long table in a file" core/base/a.c < <(repeat 700 "    {1, 2},")
limits="core/base/a.c:f 80 a table that reads better whole"
accepts "a long function with a reason" core/base/a.c < <(function_of 80)
refuses "a long function that grows" core/base/a.c:2 "allows 80" < <(function_of 81)
limits="core/base/a.c 900 a table"
accepts "a long file with a reason" core/base/a.c < <(repeat 900 "int x;")
look_at core/base/a.c < <(repeat 600 "int x;")
grep -qF "tools/limits.txt:1: no longer needed: core/base/a.c" "$work/said"
verdict $? "refuses an exception that is no longer needed"
limits="core/base/a.c 900"
look_at core/base/a.c <<<'int x;'
grep -qF "tools/limits.txt:1: want: path[:function] lines reason" "$work/said"
verdict $? "refuses an exception without a reason"
limits=

# ---- dead files ----
meson=none
refuses "a .c that no meson.build names" shell/codec/a.c:1 "dead file" <<<'int x;'
refuses "a test that no meson.build names" test/test_a.sh:1 "dead file" <<<'true'
accepts "a header that no meson.build names" shell/codec/a.h <<<'int x;'

# ---- what is not looked at ----
accepts "build folders" build-other/core/base/a.c <<<$'\t#include "ps/dose.h"'
accepts "golden files" test/golden/a.c <<<$'\ttrailing '
"$tidy" "$work/nowhere" 2>"$work/said"
verdict $(($? == 2 ? 0 : 1)) "says so when there is nothing to look at"

plan
