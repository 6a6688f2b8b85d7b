#!/usr/bin/env bash
# An object with mutable data, or with a call out of the core, is refused; constant tables and the
# few allowed functions pass.
#
# usage: test_sections.sh tools/sections.sh gcc
set -u
export LC_ALL=C.UTF-8
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/tap.sh"
sections=$(realpath "$1")
shift
compiler=("$@")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# look_at FLAGS: compiles the text on stdin as the core is compiled, and looks at the object.
look_at() {
    rm -f "$work"/*.[oa]
    "${compiler[@]}" -x c -O2 -fPIE "$@" -c - -o "$work/a.o" && ar rc "$work/a.a" "$work/a.o" &&
        "$sections" "$work/a.a" 2>"$work/said"
}

# refuses NAME WORDS [FLAG]: the program on stdin.
refuses() {
    local status=0
    look_at ${3+"$3"} || status=$?
    ((status == 1)) && grep -qF "$2" "$work/said"
    status=$?
    verdict "$status" "refuses $1"
    ((status == 0)) || note "$work/said"
}

accepts() {
    local status=0
    look_at || status=1
    verdict "$status" "accepts $1"
    ((status == 0)) || note "$work/said"
}

refuses "an initialised global" "section .data" <<<'int counter = 3;'
refuses "a zero global" "section .bss" <<<'int counter;'
refuses "a common global" "COMMON counter" -fcommon <<<'int counter;'
refuses "a static that changes" "section .bss" \
    <<<'int f(void) { static int calls; return ++calls; }'
refuses "a section of its own" "section .data.counter" -fdata-sections <<<'int counter = 3;'
refuses "a pointer that may change" "section .data.rel" <<<'extern int x; int *p = &x;'
refuses "thread-local data" "section .tbss" <<<'_Thread_local int counter;'
refuses "initialised thread-local data" "section .tdata" <<<'_Thread_local int counter = 3;'
refuses "code before main" "section .init_array" \
    <<<'__attribute__((constructor)) static void f(void) { __asm__(""); }'
refuses "a call of malloc" "may not call malloc" \
    <<<'void *malloc(unsigned long); void *f(void) { return malloc(3); }'
refuses "a call of sin" "may not call sin" \
    <<<'double sin(double); double f(double x) { return sin(x); }'
refuses "a call through another name" "may not call time" \
    <<<'long clock_of(long *) __asm__("time"); long f(void) { return clock_of(0); }'

accepts "constant tables with pointers" <<'END'
const char *const names[] = {"a", "b"};
static int f(void) { return 1; }
int (*const table[])(void) = {f};
END
accepts "allowed functions" <<'END'
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
int f(char *a, const char *b, double x)
{
    assert(a != b);
    return snprintf(a, 9, "%s", b) + (int)strlen(b) + (int)(sqrt(x) + floor(x)) + memcmp(a, b, 3);
}
END
accepts "calls of each other" \
    <<<'int g(int); int f(int x) { return g(x); } int g(int x) { return x + 1; }'

ar rc "$work/empty.a"
"$sections" "$work/empty.a" 2>"$work/said"
verdict $(($? == 1 ? 0 : 1)) "refuses a library without objects"
"$sections" "$work/nowhere.a" 2>"$work/said"
verdict $(($? == 2 ? 0 : 1)) "says so when there is no library"

plan
