#!/usr/bin/env bash
# Adds up what `meson test` has run, because Meson prints no plain total.
#
# usage: results.sh build/meson-logs
#     12 1                          subtests passed and failed, from the JUnit file
#     FAILED psoas:core / dose      one line for each program that failed
#     SKIPPED psoas:shell / store   or that says it was skipped
#
# The JUnit file does not know of a program that crashed or was stopped after its last subtest; the
# JSON file does. A program that printed nothing has failed, though Meson calls it skipped.
set -euo pipefail

exec awk '
    reading == "json" {
        match($0, /^\{"name": "[^"]*"/)
        name = order[++count] = substr($0, 11, RLENGTH - 11)
        silent = substr($0, RLENGTH + 1) ~ /^, "stdout": "", /
        match($0, /"result": "[A-Z]+", "starttime"/)
        result[name] = substr($0, RSTART + 11, RLENGTH - 25)
        if (silent && result[name] == "SKIP") result[name] = "SILENT"
        next
    }
    /^testsuite name="psoas\.[^"]*"/ {
        split($0, part, "\"") # name, tests, errors, failures, skipped
        name = substr(part[2], 7)
        bad[name] = part[6] + part[8]
        good[name] = part[4] - bad[name] - part[10]
    }
    END {
        for (i = 1; i <= count; i++) {
            name = order[i]
            fine = !bad[name] && result[name] ~ /^(OK|EXPECTEDFAIL)$/
            if (result[name] == "SKIP") {
                list = list "SKIPPED " name "\n"
                continue
            }
            passed += name in good ? good[name] : fine
            failed += fine ? 0 : bad[name] ? bad[name] : 1
            if (!fine) list = list "FAILED " name "\n"
        }
        print passed + 0, failed + 0
        printf "%s", list
    }' reading=json RS='\n' "$1/testlog.json" reading=junit RS='<' "$1/testlog.junit.xml"
