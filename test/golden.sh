#!/usr/bin/env bash
# Command lines and what they print, written down. In a .txt file every line "$ psoas …" is followed
# by its output; in a .md file so is every fenced block ```console. "[exit N]" behind the output is
# its exit code when that is not 0. Both outputs of the program are shown, in the order they come.
#
# usage: golden.sh PSOAS FILE...            compares
#        golden.sh PSOAS --update FILE...   writes down what is printed now
#
# Pages are 80 columns wide, without colour. The version of the catalogue changes with every edit of
# data/ and stands as CATALOGUE; ids that are made anew stand as xxxx, the home folder as /home/you.
# The clock stands still. Every file begins with a home folder in which only the examples lie that
# docs/user/ has: histories (*.jsonl) and answers (*.txt).
set -u
export LC_ALL=C.UTF-8
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/tap.sh"
psoas=$(realpath "$1")
shift
update=
[[ ${1-} == --update ]] && update=yes && shift

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" && ln -s "$psoas" "$work/bin/psoas"
examples=$(realpath "$(dirname "$0")/../docs/user")

# printed COMMAND: what it prints, and its exit code.
printed() {
    local code id='0[0-9a-f]{7}-[0-9a-f]{4}' rest='-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}'
    (
        cd "$work/home" || exit 2
        env -i PATH="$work/bin:$PATH" HOME="$work/home" COLUMNS=80 LC_ALL=C.UTF-8 \
            PSOAS_NOW=2025-10-01T12:00:00+02:00 bash -o pipefail -c "$1" 2>&1
    ) | sed -E -e "s|$work/home|/home/you|g" -e 's/\b[0-9a-f]{16}\b/CATALOGUE/g' \
        -e "s/\b$id$rest\b/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx/g" \
        -e "s/\b$id\b/xxxxxxxx-xxxx/g"
    code=${PIPESTATUS[0]}
    ((code == 0)) || echo "[exit $code]"
}

# finish: the command that was read is run; its output is written down, or compared.
finish() {
    [[ -n $command ]] || return 0
    printed "$command" >"$work/got"
    if [[ -n $update ]]; then
        cat "$work/got" >>"$work/new"
    else
        diff -u --label written --label printed "$work/want" "$work/got" >"$work/diff"
        verdict $? "${file##*/}: $command"
        note "$work/diff"
    fi
    command=
}

# run_file FILE: every command in it.
run_file() {
    local line inside=
    file=$1 command=
    rm -rf "${work:?}/home" && mkdir "$work/home"
    cp "$examples"/*.jsonl "$examples"/*.txt "$work/home"
    [[ $file == *.md ]] || inside=yes
    : >"$work/new"
    while IFS= read -r line || [[ -n $line ]]; do
        if [[ $file == *.md && $line == '```'* ]]; then
            finish
            [[ $line == '```console' ]] && inside=yes || inside=
            echo "$line" >>"$work/new"
        elif [[ -n $inside && $line == '$ '* ]]; then
            finish
            command=${line#'$ '}
            : >"$work/want"
            echo "$line" >>"$work/new"
        elif [[ -n $command ]]; then
            echo "$line" >>"$work/want"
        else
            echo "$line" >>"$work/new"
        fi
    done <"$file"
    finish
    if [[ -n $update ]] && ! cmp -s "$work/new" "$file"; then
        cp "$work/new" "$file" && echo "# wrote $file"
    fi
}

# Every command has its help written down; with --update those that are missing are added.
missing='' helped=''
for file in "$@"; do
    [[ ${file##*/} == help.txt ]] || continue
    helped=yes
    while read -r words; do
        grep -qxF "\$ psoas $words --help" "$file" && continue
        missing+=" $words,"
        [[ -z $update ]] || echo "\$ psoas $words --help" >>"$file"
    done < <("$psoas" man | sed -nE 's/^\.SS "psoas ([a-z]+( [a-z]+)?).*"$/\1/p')
done

for file in "$@"; do run_file "$file"; done

if [[ -z $update ]]; then
    if [[ -n $helped ]]; then
        [[ -z $missing ]]
        verdict $? "every command has its --help in help.txt${missing:+, but not:$missing}"
    fi
    plan
fi
