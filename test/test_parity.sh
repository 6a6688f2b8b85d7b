#!/usr/bin/env bash
# The comparison of native and wasm output fails when a byte differs, when one side is silent, and
# when the wasm program traps; wasm.mjs passes the exit status on.
#
# usage: test_parity.sh node build/test/test_harness build/test/test_harness.wasm
set -u
export LC_ALL=C.UTF-8
here=$(realpath "$(dirname "$0")")
# shellcheck source-path=SCRIPTDIR
source "$here/tap.sh"
node=$1
native=$(realpath "$2")
module=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# differs NAME WORDS COMMAND: the native side prints what the shell command prints.
differs() {
    printf '#!/bin/sh\n%s\n' "$3" >"$work/native"
    chmod +x "$work/native"
    ! "$node" "$here/parity.mjs" "$work/native" "$module" >"$work/said" &&
        grep -qF "$2" "$work/said"
    local status=$?
    verdict "$status" "$1"
    ((status == 0)) || note "$work/said"
}

"$node" "$here/parity.mjs" "$native" "$module" >"$work/said"
verdict $? "equal programs are equal"
differs "another digest differs" "# native: # digest" \
    "'$native' | sed '/^# digest/y/0123456789/1234567890/'"
differs "another line is named" "first different line: 2" "'$native' | sed '2s/^/ /'"
differs "a missing end differs" "# native: (nothing more)" "'$native' | head -c 19"
differs "one line more differs" "# wasm:" "'$native'; echo more"
differs "silence is no agreement" "not ok 1" "true"

"$node" "$here/wasm.mjs" "$module" >"$work/said" 2>&1 && ! grep -q Warning "$work/said"
verdict $? "a passing module passes, without a warning"
printf '\0asm\1\0\0\0' >"$work/empty.wasm"
! "$node" "$here/wasm.mjs" "$work/empty.wasm" >"$work/said" 2>&1
verdict $? "a module without a program fails"
# (module (memory (export "memory") 1) (func (export "_start") unreachable))
{
    printf '\0asm\1\0\0\0\1\4\1\140\0\0\3\2\1\0\5\3\1\0\1'
    printf '\7\23\2\6memory\2\0\6_start\0\0\12\5\1\3\0\0\13'
} >"$work/trap.wasm"
"$node" "$here/wasm.mjs" "$work/trap.wasm" >"$work/said" 2>&1
verdict $(($? == 134 ? 0 : 1)) "a trap fails"
grep -q unreachable "$work/said"
verdict $? "a trap says what happened"

plan
