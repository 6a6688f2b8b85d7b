# tap.sh — TAP for tests that are scripts: source it, call verdict once a fact, plan at the end.
# shellcheck shell=bash

tap_count=0
tap_failed=0

# verdict STATUS NAME: one fact, true when STATUS is 0.
verdict() {
    tap_count=$((tap_count + 1))
    if (($1 == 0)); then
        echo "ok $tap_count - $2"
    else
        tap_failed=1
        echo "not ok $tap_count - $2"
    fi
}

# note FILE: its lines as TAP comments, to say what went wrong.
note() { sed 's/^/# /' "$1"; }

# plan: says how many facts there were and ends the script.
plan() {
    echo "1..$tap_count"
    exit "$tap_failed"
}
