#!/usr/bin/env bash
# Whatever way a test program can end, tools/results.sh counts it, and counts it once.
#
# usage: test_results.sh tools/results.sh
set -u
export LC_ALL=C.UTF-8
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/tap.sh"
results=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

start() {
    : >"$work/testlog.json"
    printf '%s' '<?xml version="1.0"?><testsuites tests="0">' >"$work/testlog.junit.xml"
}

# ran NAME RESULT STDOUT [TESTS ERRORS FAILURES SKIPPED]: a program in the form of Meson 1.0.
ran() {
    printf '{"name": "%s", "stdout": "%s", "result": "%s", "starttime": 1.5, "env": {}}\n' \
        "$1" "$3" "$2" >>"$work/testlog.json"
    (($# == 3)) || printf '%s' "<testsuite name=\"psoas.$1\" tests=\"$4\" errors=\"$5\"" \
        " failures=\"$6\" skipped=\"$7\" time=\"0.1\"><testcase name=\"a\" /></testsuite>" \
        >>"$work/testlog.junit.xml"
}

# counts NAME WANTED: what was run since start adds up to the lines WANTED.
counts() {
    printf '%s' '</testsuites>' >>"$work/testlog.junit.xml"
    diff <(printf '%s\n' "$2") <("$results" "$work") >"$work/said"
    local status=$?
    verdict "$status" "$1"
    ((status == 0)) || note "$work/said"
    start
}

start
ran "psoas:core / dose" OK 'ok 1' 3 0 0 0
ran "psoas:core / fold" OK 'ok 1' 20 0 0 0
counts "subtests are added up" "23 0"

ran "psoas:tools / tidy" OK ''
counts "a program without subtests is one" "1 0"

ran "psoas:core / dose" FAIL 'ok 1\nnot ok 2 - \"result\": \"OK\", \"starttime\"' 3 0 1 0
counts "a failed subtest" "2 1
FAILED psoas:core / dose"

ran "psoas:core / dose" ERROR 'ok 1' 3 1 1 0
counts "an error and a failure" "1 2
FAILED psoas:core / dose"

ran "psoas:core / dose" ERROR 'ok 1' 3 0 0 0
ran "psoas:core / fold" OK 'ok 1' 2 0 0 0
counts "a crash after the last subtest" "5 1
FAILED psoas:core / dose"

ran "psoas:core / dose" TIMEOUT 'ok 1' 1 0 0 0
ran "psoas:core / time" TIMEOUT ''
counts "programs that were stopped" "1 2
FAILED psoas:core / dose
FAILED psoas:core / time"

ran "psoas:tools / tidy" FAIL ''
counts "a program without subtests fails" "0 1
FAILED psoas:tools / tidy"

ran "psoas:core / dose" SKIP ''
counts "silence is a failure" "0 1
FAILED psoas:core / dose"

ran "psoas:shell / store" SKIP '1..0 # SKIP no disk'
ran "psoas:core / dose" OK 'ok 1' 3 0 0 1
counts "what was skipped is named and not counted" "2 0
SKIPPED psoas:shell / store"

counts "no program" "0 0"

rm "$work/testlog.junit.xml"
"$results" "$work" >"$work/said" 2>&1
verdict $(($? != 0 ? 0 : 1)) "says so when there is nothing to read"

plan
