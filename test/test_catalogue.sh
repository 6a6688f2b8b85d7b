#!/usr/bin/env bash
# The catalogue compiler from outside: a mistake in data/ is found at its line and column and
# nothing is written; without one the outputs are whole, the same every time, and valid C.
#
# usage: test_catalogue.sh build/tools/catalogue/catalogue . [COMPILER...]
set -u
export LC_ALL=C.UTF-8
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/tap.sh"
catalogue=$(realpath "$1")
root=$(realpath "$2")
shift 2
compilers=("$@")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

compile() {
    "$catalogue" compile data --c out/c.c --json out/c.json --depfile out/c.d --schemas out/schema \
        2>said
}

# fresh: data as it stands in the repository, and the outputs that belong to it.
fresh() {
    rm -rf data out
    cp -r "$root/data" data && cp -r good out
}

# refuses NAME FILE PATTERN REPLACEMENT COLUMN WORDS: the first line that matches is changed; the
# complaint stands at that line (or at LINE, when that is set), and every output stays as it was.
refuses() {
    local name=$1 file=data/$2 line status=1
    fresh
    line=$(grep -n -m1 -e "$3" "$file" | cut -d: -f1)
    [[ -n $line ]] && sed -i "${line}s|$3|$4|" "$file"
    [[ -n $line ]] && ! compile && grep -qF "$file:${LINE:-$line}:$5: $6" said && diff -r good out
    status=$?
    verdict "$status" "refuses $name"
    ((status == 0)) || note said
}

# refuses_folder NAME WORDS: whatever was done to data/.
refuses_folder() {
    ! compile && grep -qF "$2" said && diff -r good out
    local status=$?
    verdict "$status" "refuses $1"
    ((status == 0)) || note said
}

# ---- what is right ----

mkdir good && cp -r "$root/data" data
"$catalogue" compile data --c good/c.c --json good/c.json --depfile good/c.d \
    --schemas good/schema 2>said
status=$?
verdict "$status" "compiles data/"
((status == 0)) || { note said && plan; }
[[ ! -s said ]]
verdict $? "says nothing when all is well"

mkdir again
"$catalogue" compile data --c again/c.c --json again/c.json --schemas again/schema
diff -r -x c.d good again
verdict $? "makes the same bytes again"

# the depfile names the first output, both folders, and every file
sed -i 's|^good/c.c|out/c.c|' good/c.d
diff <(sed -n 's/^ \([^ ]*\).*/\1/p' good/c.d | sort) <(find data -name '*.yaml' -o -type d | sort)
verdict $? "depends on every file and folder of data/"
[[ $(head -c 10 good/c.d) == "out/c.c: \\" ]]
verdict $? "the depfile names what is made"

for compiler in ${compilers[@]+"${compilers[@]}"}; do
    "$compiler" -std=c17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes \
        -Wstrict-prototypes -Wvla -Wformat=2 -Werror -fsyntax-only -I"$root/include" good/c.c 2>said
    verdict $? "is clean C for ${compiler##*/}"
done

# the hint at the top of each file has to name a schema that is made, of the shape of that file
status=0
while read -r file; do
    # shellcheck disable=SC2016
    hint=$(sed -n '1s/^# yaml-language-server: \$schema=//p' "$file")
    schema=$(realpath -m "$(dirname "$file")/$hint")
    schema=good/schema/${schema#"$work/build/schema/"}
    [[ -f $schema && $(grep -c -m1 '^- ' "$file") == $(grep -c '^  "type": "array"' "$schema") ]] ||
        { echo "# $file: '$hint' is not its schema" && status=1; }
done < <(find data -name '*.yaml')
verdict $status "every file has a hint for editors that names its schema"

fresh
touch -d 2020-01-01 out/c.c out/c.json
sed -i '1s/$/ /' data/tags.yaml
compile && [[ $(stat -c %y out/c.c) == 2020* && $(stat -c %y out/c.json) == 2020* ]]
verdict $? "leaves alone what would not change"
sed -i '0,/text: ./s//text: X/' data/tags.yaml
compile && ! cmp -s good/c.c out/c.c && ! cmp -s good/c.json out/c.json &&
    [[ $(tail -n 1 good/c.c) != "$(tail -n 1 out/c.c)" ]]
verdict $? "a changed text changes both outputs and the version"

"$catalogue" check data >said && grep -qx " *41 exercises" said &&
    grep -qx " *[0-9]* laws hold" said
verdict $? "check counts records and laws"
"$catalogue" schema exercises >said && cmp said good/schema/exercises.json
verdict $? "schema prints what compile writes"
! "$catalogue" schema exercise 2>said && grep -qF "did you mean 'exercises'?" said
verdict $? "schema suggests a name"
"$catalogue" compile data --c out/c.c 2>said
[[ $? == 2 ]] && grep -q '^usage: catalogue compile' said
verdict $? "usage"

# ---- one mistake at a time ----

march=exercises/psoas-march.yaml
first=$(grep -n -m1 '^id: ' data/$march | cut -d: -f1)
refuses "an unknown key" $march '^kind: ' 'kidn: ' 1 "no such key 'kidn'; did you mean 'kind'?"
LINE=$first refuses "a missing key" $march '^name: .*' '' 1 "name: missing. What people call it."
refuses "a number out of range" $march 'min_week: .*' 'min_week: 0' 13 \
    "min_week: 0 is outside 1..99"
refuses "a word for a number" $march 'skill: .*' 'skill: two' 10 "skill: want a whole number"
refuses "an unknown word" $march '^kind: .*' 'kind: exercize' 7 \
    "kind: 'exercize' is not one of exercise, stretch"
refuses "an unknown id" $march '^tags: .*' 'tags: [anti-extention]' 8 \
    "tags: no such tag 'anti-extention'; did you mean 'anti-extension'?"
refuses "an unknown id of another file" $march 'ladder: .*' 'ladder: REP_UNLOADD' 11 \
    "ladder: no such ladder 'REP_UNLOADD'; did you mean 'REP_UNLOADED'?"
refuses "a wrong dose" $march 'start: .*' 'start: 2x10-12/side rest 30' 28 "start: "
refuses "a wrong rule" flags.yaml 'logic: ces_bladder' 'logic: ces_blader' 10 \
    "logic: no such screening item 'ces_blader'; did you mean 'ces_bladder'?"
refuses "two marks" $march '  - inferred: .*' '  - {given: x, inferred: y}' 5 \
    "want exactly one of the keys given, inferred, ours, not 2"
refuses "an id that is not its file's" $march '^id: .*' 'id: psoas-marsh' 5 \
    "id: 'psoas-marsh' is not the name of the file"
LINE=$(grep -n 'id: groin-pressure' data/tags.yaml | cut -d: -f1)
LINE=$LINE refuses "an id twice" tags.yaml '^- id: abdominal-pressure' '- id: groin-pressure' 7 \
    "id: 'groin-pressure' is taken already"
unset LINE
refuses "a tab" $march '^kind: ' 'kind:\t' 6 "a tab; want blanks"
refuses "an anchor" $march '^kind: ' 'kind: \&x ' 7 "want no anchor"
refuses "broken YAML" $march '^kind: .*' 'kind: a: b' 8 "not YAML: mapping values are not allowed"
is_one=$(grep -c . said)
((is_one == 1))
verdict $? "broken YAML is one complaint, not one for every line behind it"
half_kneel=exercises/half-kneel.yaml
LINE=$(($(grep -n '^engine:' data/$half_kneel | cut -d: -f1) + 1))
LINE=$LINE refuses "a ladder without limits" $half_kneel '^  limits:' '  limits_loaded:' 3 \
    "the ladder HOLD needs limits, too"
unset LINE

fresh && rm data/copy.yaml
refuses_folder "a missing file" "data:1:1: copy.yaml: missing."
fresh && touch data/notes.txt
refuses_folder "a file that nothing reads" "data/notes.txt:1:1: nothing reads this"
fresh && mv data/tags.yaml tags && ln -s ../tags data/tags.yaml
refuses_folder "a link" "data/tags.yaml:1:1: a symbolic link; want the file itself"
fresh && sed -i 's/min_week: .*/min_week: 0/' data/exercises/*.yaml &&
    sed -i 's/^- id: /- idd: /' data/tags.yaml
refuses_folder "many mistakes" "and "
[[ $(grep -c ':[0-9]*:[0-9]*: ' said) == 50 ]] && head -n 50 said | sort -c -t: -k1,1 -k2,2n
verdict $? "at most 50 are shown, in order"

# proved by the laws, not by the tables: the exercise is at fault as a whole
fresh && sed -i 's/^references: .*/references: [S003]/' data/$march
refuses_folder "a broken law" "(law "

fresh && chmod a-w out && ! compile
status=$?
chmod u+w out
[[ $(id -u) == 0 ]] || ((status == 0))
verdict $? "a folder that cannot be written"
fresh && rm -rf out/c.json && mkdir out/c.json && ! compile && cmp -s good/c.c out/c.c &&
    [[ -z $(find out -name '*.part') ]]
verdict $? "leaves nothing half-written"

plan
