#!/usr/bin/env bash
# The commands about people's own data, as a person meets them. Laws: an export imported into an
# empty store means the same; twice is once; undone is as before, redone as after. Facts: every kind
# of bad input has its exit code and a message that says what to do, and leaves nothing behind.
#
# usage: test_cli_data.sh build/psoas docs/user/example.jsonl
set -u
export LC_ALL=C.UTF-8
# shellcheck source-path=SCRIPTDIR
source "$(dirname "$0")/tap.sh"
work=$(mktemp -d)
chmod 755 "$work" # some tests run as nobody
mounted=
trap '[[ -z $mounted ]] || umount "$mounted"; rm -rf "$work"' EXIT
cp "$1" "$work/psoas" && cp "$2" "$work/example.jsonl" && cd "$work" || exit 2
psoas=$work/psoas
unset PSOAS_PERSON XDG_DATA_HOME
export PSOAS_DATA=$work/data PSOAS_NOW=2025-10-01T12:00:00+02:00 COLUMNS=80

# ---- helpers ----

# run ARGUMENT...: psoas without a terminal; what it prints goes to out and err.
run() { "$psoas" "$@" >out 2>err </dev/null; }

# says TEXT: whether the last run said so, on one line or over several.
says() { cat out err | tr -s '\n ' ' ' | grep -F -- "$1" >/dev/null; }

# gets EXIT TEXT NAME ARGUMENT...: psoas ends like this and says so.
gets() {
    local want=$1 text=$2 name=$3 got=0 bad=0
    shift 3
    run "$@" || got=$?
    ((got == want)) && says "$text" || bad=1
    verdict "$bad" "$name"
    ((bad == 0)) || { echo "# exit $got, want $want and: $text" && note out && note err; }
}

# is NAME GOT WANT: two texts are the same.
is() {
    local bad=0
    [[ $2 == "$3" ]] || bad=1
    verdict "$bad" "$1"
    ((bad == 0)) || printf '# got:  %s\n# want: %s\n' "$2" "$3"
}

# skip NAME WHY: what cannot be looked at on this machine.
skip() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

fresh() { rm -rf data && run import example.jsonl --yes; }
events() { "$psoas" export "$@" | tail -n +2; }
digest() { "$psoas" export --digest "$@" | cut -c 1-19; }
batch() { "$psoas" import --list --json | sed -n 's/.*"batch": "\([^"]*\)".*/\1/p' | tail -n 1; }

# state: all in which a person could notice a change.
state() { { "$psoas" person list --json && "$psoas" export --all | grep -v '^{"psoas"'; } | cksum; }

# many COUNT [STEP]: an export of Zoe with so many events, every STEP-th of a device.
many() {
    head -n 1 example.jsonl | sed "s/Anna/Zoe/; s/01993a3e/01993aff/; s/s\":13/s\":$1/"
    local event='{"person":"01993aff-54c0-7d21-9f6a-3c5e8b1a7d40","device":"phone","sequence":%d,'
    event+='"at":"2025-09-20T10:00:00.000+02:00","kind":"pain_reported","body":{"place":"hip",'
    event+='"side":"left","pain":3,"context":"now","note":"number %d, and some more text"}}\n'
    seq 1 "${2-1}" $((1 + ($1 - 1) * ${2-1})) | awk -v event="$event" '{ printf event, $1, $1 }'
}

# ---- nothing there yet ----
gets 0 "Nobody yet in" "people of no store" person list
gets 3 "'psoas person add NAME' makes them" "an export of no store" export
gets 0 "none in $work/data yet" "a doctor without a store" doctor
gets 0 "Nothing has been imported" "imports of no store" import --list
gets 3 "there are no data in" "a backup of no store" backup copy.db
gets 3 "there are no data in" "a deletion in no store" person delete Anna --yes
gets 0 "Nothing was stored" "a dry run into no store" import example.jsonl --dry-run
is "none of these makes a store" "$(find data 2>/dev/null)" ""

# data of a person without a home folder to speak of do not land in the folder they are in
home=$(getent passwd "$EUID" | cut -d : -f 6)
lands() {
    env -u PSOAS_DATA -u XDG_DATA_HOME "${@:3}" "$psoas" doctor 2>&1 | tr -s '\n ' ' ' |
        grep -F -- "${2%/}/.local/share/psoas" >said
    verdict $? "$1"
}
lands "no HOME" "$home" -u HOME
lands "an empty HOME" "$home" HOME=
lands "a relative HOME" "$home" HOME=here
lands "a HOME" "$work/home" HOME="$work/home"
is "and none of them makes a folder here" "$(find here .local 2>/dev/null)" ""

# ---- people ----
gets 0 "Anna is added" "the first person" person add Anna
is "the folder is for its owner alone" "$(stat -c %a data data/psoas.db | xargs)" "700 600"
gets 7 "there is somebody called 'anna' already" "a name that is taken" person add ' anna '
gets 5 "name: want 1 to 60 bytes" "an empty name" person add ''
gets 5 "without control characters" "a name with an escape sequence" person add $'\e[31mred'
gets 0 '"events":0' "one person needs no --person" export
gets 0 "Ben is added" "a second person" person add Ben
gets 2 "there are: Anna, Ben" "two people want --person" export
gets 0 '"name":"Ben"' "--person" export --person ben
gets 3 "did you mean 'Anna'?" "a slip in --person" export --person Ana
PSOAS_PERSON=Ben gets 0 '"name":"Ben"' "\$PSOAS_PERSON" export
PSOAS_PERSON=Ben gets 0 '"name":"Anna"' "--person comes before \$PSOAS_PERSON" export --person Anna
gets 2 "--all and --person" "--all and --person" export --all --person Anna
is "everybody" "$("$psoas" export --all | wc -l)" 2
gets 0 "Ben is now called Benjamin" "a new name" person rename Ben Benjamin
gets 7 "there is somebody called 'Anna' already" "a new name that is taken" \
    person rename Benjamin Anna
gets 3 "no such person 'Carl'" "a person who is not there" person rename Carl Carla
gets 2 "add --yes to delete Benjamin" "a deletion without --yes" person delete Benjamin
gets 0 "Benjamin is deleted" "a deletion" person delete Benjamin --yes
gets 0 '"name":"Anna"' "one person is left" export

# ---- export and import: the laws ----
rm -rf data
gets 0 "13 events: 1 consent, 1 safety answer, 1 session begun, 4 sets" "the preview" \
    import example.jsonl --dry-run
gets 2 "add --yes" "an import without --yes where nobody can be asked" import example.jsonl
is "neither stores anything" "$(find data 2>/dev/null)" ""
gets 0 "Imported 13 events" "an import" import example.jsonl --yes
is "every event as it was" "$(events | grep -v '"imported"')" "$(tail -n +2 example.jsonl)"
before=$(digest)
run export --output anna.jsonl
PSOAS_DATA=$work/other run import anna.jsonl --yes
is "an export imported into an empty store means the same" "$(PSOAS_DATA=$work/other digest)" \
    "$before"
is "and says the same" "$(PSOAS_DATA=$work/other events | head -n 14)" "$(events)"
rm -rf other

state >once
gets 0 "Everything is here already" "a second import" import example.jsonl --yes
is "twice is once" "$(state)" "$(cat once)"

undo=$(batch)
gets 0 "Undone: 13 events of Anna" "an undo by the start of the id" import --undo "${undo:0:13}"
is "undone is as before the import" "$(events --format csv)" ""
gets 0 "is undone already" "a second undo" import --undo "$undo"
gets 0 "undone" "the list says so" import --list
gets 0 "psoas import --redo $undo" "an import of what was undone says how to redo" \
    import example.jsonl --yes
gets 0 "Back again: 13 events" "a redo" import --redo "$undo"
is "redone is as before the undo" "$(digest)" "$before"
gets 0 "is not undone" "a second redo" import --redo "$undo"
gets 0 "Undone" "an undo of the redo" import --undo "$undo"
gets 0 "Back again" "and a redo of that" import --redo "$undo"
is "is the same again" "$(digest)" "$before"
gets 3 "no import begins with 'zzzz'" "an import that is not there" import --undo zzzz
gets 2 "want at least 4 characters" "too little of an id" import --undo 0
gets 2 "want one of FILE, --list" "two wishes at once" import example.jsonl --list

# an import into a history that goes on
head -n 6 example.jsonl | sed 's/"events":13/"events":5/' >part.jsonl
rm -rf data && run import part.jsonl --yes
before=$(digest)
gets 0 "5 events of the file" "what is here already is counted" import example.jsonl --yes
is "only what was added is undone" "$(run import --undo "$(batch)" && digest)" "$before"
gets 2 "several imports begin with" "a start that two imports have" \
    import --redo "$(batch | cut -c 1-4)"

# a void of the file that is dated later than the undo, from a clock that was ahead
sed '14s/"first":12,"last":12/"first":3,"last":3/; 14s/2025-09-14T07:14/2031-01-01T07:14/' \
    example.jsonl >ahead.jsonl
rm -rf data && run import part.jsonl --yes && before=$(digest)
gets 0 "lie in the future, the latest on 2031-01-01" "a void of the future is named" \
    import ahead.jsonl --yes
after=$(digest)
is "its undo is as before all the same" "$(run import --undo "$(batch)" && digest)" "$before"
is "and its redo as after" "$(run import --redo "$(batch)" && digest)" "$after"

# ids that this version does not know: the other machine may be newer
sed 's/psoas-march/psoas-mach/g; s/"item":"[^"]*"/"item":"zzzzzz"/' \
    example.jsonl >strange.jsonl
rm -rf data
gets 0 "This version knows no exercise 'psoas-mach'; did you mean 'psoas-march'?" \
    "an exercise that is not known is a note" import strange.jsonl --yes
gets 0 "Imported 13 events" "and is imported" import strange.jsonl --yes --data strange
rm -rf data
gets 0 "This version knows no safety question 'zzzzzz'; what was recorded is kept" \
    "so is a question" import strange.jsonl --dry-run
run person list --data strange
says 2025-09-11
verdict $? "a person keeps the day they began where the file was written"
sed '1s/2025-09-11T/2025-02-30T/' example.jsonl >strange.jsonl
gets 5 "strange.jsonl:1:281: person.created: want a day of this month from 1 to 28" \
    "a header with a day that is none" import strange.jsonl --dry-run
gets 0 "13 events" "an example with ids that are known" import example.jsonl --dry-run
is "known ones give no note" "$(grep -c 'knows no' out)" 0

# gaps: what is undone is named in runs, of which an event has at most 4096
many 4096 2 >gaps.jsonl
gets 5 "have 4096 gaps between them, want fewer than 4096" "too many gaps" import gaps.jsonl --yes
many 4095 2 >gaps.jsonl
gets 0 "Imported 4095 events" "as many gaps as can be" import gaps.jsonl --yes
gets 0 "Undone: 4095 events" "can be undone" import --undo "$(batch)"

# everybody, somebody else, standard input
fresh && run person add Ben
gets 0 "14 events of 2 people" "everybody into a file" export --all --output all.jsonl
PSOAS_DATA=$work/other gets 0 "Imported 14 events" "everybody out of it" import all.jsonl --yes
is "with the same meaning" "$(PSOAS_DATA=$work/other digest --all)" "$(digest --all)"
rm -rf other
gets 0 "To Ben (in the file: Anna)" "an import for somebody else" \
    import example.jsonl --person Ben --yes
is "has the same sets" "$("$psoas" export --person Ben --format csv | sed 's/^Ben/Anna/')" \
    "$("$psoas" export --person Anna --format csv)"
gets 0 "Everything is here already" "twice is once there, too" \
    import example.jsonl --person Ben --yes
gets 2 "one person, not 2" "--person for a file of two" import all.jsonl --person Ben --yes
gets 3 "did you mean 'Ben'?" "an import for nobody" import example.jsonl --person Bem --yes
rm -rf data && "$psoas" import - --yes <example.jsonl >out 2>err
is "an import from standard input" "$("$psoas" import --list | grep -c 'standard input')" 1
run person delete Anna --yes
gets 0 "Imported 13 events" "what was deleted comes back" import example.jsonl --yes
rm -f own.jsonl && run export --output own.jsonl && run person delete Anna --yes
gets 0 "Imported 14 events" "and what this machine made of it, too" import own.jsonl --yes
run person delete Anna --yes && run person add anna
gets 7 "Add --person 'anna'" "a name that belongs to somebody else" import example.jsonl --yes

# an import that came with another import
rm -rf data && PSOAS_DATA=$work/other run import example.jsonl --yes
inner=$(PSOAS_DATA=$work/other batch)
PSOAS_DATA=$work/other run export --output outer.jsonl
run import outer.jsonl --yes && outer=$(batch) && run import --undo "$outer"
gets 7 "psoas import --redo $outer" "an inner import comes back with the outer one" \
    import --redo "$inner"
rm -rf other

# ---- questions ----

# answered ANSWER COMMAND: what psoas says last on a terminal where somebody answers.
answered() {
    printf '%s\n' "$1" | script -qec "'$psoas' $2" /dev/null | tr -d '\r' >out
    sed -E 's/^.*(\[y\/N\]|everything:) ?//' out | grep . | tail -n 1
}
many 3 >zoe.jsonl
if command -v script >/dev/null; then
    fresh && state >once && run backup copy.db
    is "no is no: import" "$(answered n 'import zoe.jsonl')" "psoas: nothing was changed"
    is "Enter is no: restore" "$(answered '' 'restore copy.db')" "psoas: nothing was changed"
    is "another name is no: delete" "$(answered anna 'person delete Anna')" \
        "psoas: nothing was deleted"
    is "nothing has happened" "$(state)" "$(cat once)"
    answered y 'import zoe.jsonl' >said
    is "yes is yes: import" "$("$psoas" export --person Zoe | wc -l)" 5
    is "the name is yes: delete" "$(answered Zoe 'person delete Zoe')" "Zoe is deleted."
    answered yes 'restore copy.db' >said
    is "yes is yes: restore" "$(grep -c 'before-restore-1' out) $(state)" "1 $(cat once)"
else
    skip "questions on a terminal" "there is no command 'script'"
fi

# ---- files that are no good ----
fresh && state >once

# bad PLACE:TEXT NAME [SED]: an import of the example, changed by SED, is refused there.
bad() {
    [[ -z ${3-} ]] || sed -E "$3" example.jsonl >bad.jsonl
    gets 5 "bad.jsonl:$1" "$2" import bad.jsonl --yes
}
bad "3:210: body.answer: want one of no, yes, not_sure" "an answer that is none" \
    '3s/:"no"/:"perhaps"/'
bad "3:201: body: no such key 'anser'; did you mean 'answer'?" "a slip in a key" \
    '3s/"answer"/"anser"/'
bad "3:116: at: want a day of this month from 1 to 28" "30 February" '3s/2025-09-11/2025-02-30/'
bad "3:116: at: want an hour from 0 to 23" "an hour that no day has" '3s/T18/T25/'
bad "6:345: body.pain: want a whole number 0 to 10, not 11" "a pain of 11" '6s/"pain":2/"pain":11/'
bad "5:302: body.items[0].dose: want 1..20 sets" "a dose out of range" '5s/2x30s/99x30s/'
bad "5:358: body.items[1].dose: want band 1..9" "a load that is none" '5s/band 1/band 77/'
bad "4:1: kind 'danced' is not known to this version of psoas; update it first" \
    "an event from a newer version" '4s/pain_reported/danced/'
bad "1:29: version: a newer psoas wrote this" "an export from a newer version" '1s/n":1/n":2/'
bad "1:10: psoas: want \"export\" here" "another document of psoas" '1s/"export"/"exercise"/'
bad "7:11: person: want '01993a3e" "an event of somebody else" '7s/01993a3e/01993a3f/'
bad "1:323: events: want 13 events behind this line, found 12" "a line that is missing" '9d'
bad "14:" "a file that breaks off" '14s/.{40}$//'
bad "2:1: " "a line that is no JSON" '2s/.*/hello/'
: >bad.jsonl && bad "1:1: want an export of psoas" "an empty file"
{ printf '\1' && head -c 3000 /dev/urandom; } >bad.jsonl
bad "1:1: want an export of psoas" "random bytes"
cp data/psoas.db bad.jsonl && bad "1:1: this is a database; 'psoas restore' reads it" "a database"
"$psoas" export --format csv >bad.jsonl && bad "1:1: this is a table for spreadsheets" "a table"
tail -n +2 example.jsonl >bad.jsonl
bad "1:1: want an export of psoas" "a file without its first line"
sed -E '2,14s/"sequence":/"seqence":/' example.jsonl >bad.jsonl
gets 5 "reading ends after 10 problems" "a file full of problems" import bad.jsonl --yes
sed '8s/"sequence":7/"sequence":5/' example.jsonl >bad.jsonl
gets 7 "bad.jsonl:8:1: event 5 of device" "two events under one key" import bad.jsonl --yes
many 200001 >bad.jsonl
gets 5 "want at most 200000 events" "a file with too many events" import bad.jsonl --yes
gets 3 "No such file or directory" "a file that is not there" import nowhere.jsonl --yes
gets 5 "data: a folder; want a file" "a folder" import data --yes
gets 5 "/dev/full: no ordinary file" "a device" import /dev/full --yes
gets 0 "Everything is here already" "a pipe" import <(cat example.jsonl) --yes
sed -E '6s/"pain":2/"pain":3/; 7s/"reps":1/"reps":0/' example.jsonl >bad.jsonl
gets 7 "line 6: event 5 of device" "an event that is here with other content" import bad.jsonl --yes
gets 7 "Nothing was imported" "the same in a dry run" import bad.jsonl --dry-run
# own_at SEQUENCE: the example with one event that this machine is said to have made.
own=$("$psoas" export | grep '"imported"' | grep -o '"device":"[^"]*"' | head -n 1)
own_at() {
    sed -E "4s/\"device\":\"[^\"]*\",\"sequence\":[0-9]+/$own,\"sequence\":$1/" example.jsonl
}
own_at 9007199254740991 >bad.jsonl
gets 5 "line 4: event 9007199254740991 of device ${own:10:36}, which is this machine" \
    "an export that would use up the numbers of this machine" import bad.jsonl --yes
own_at 1000002 >bad.jsonl
gets 5 "it has counted to 1 here, want at most 1000001" "one that would use up many" \
    import bad.jsonl --yes
own_at 1000001 >bad.jsonl
gets 0 "New 1 event" "one that uses up fewer" import bad.jsonl --dry-run
is "none of them changes anything" "$(state)" "$(cat once)"
rm -rf data && run import bad.jsonl --yes
sed -E '3s/:"no"/:"perhaps"/' example.jsonl >bad.jsonl && rm -rf data && run import bad.jsonl --yes
is "nor makes a store" "$(find data 2>/dev/null)" ""

# ---- export into files and tables ----
fresh
gets 0 "anna.csv: 14 events of Anna" "a table into a file" export --format csv --output anna.csv
is "only its owner may read it" "$(stat -c %a anna.csv)" 600
gets 7 "--force replaces it" "no file is overwritten" export --output anna.csv
gets 0 "anna.csv" "unless it is wished" export --format csv --output anna.csv --force
gets 7 "no ordinary file" "no device is replaced" export --output /dev/null --force
gets 3 "No such file or directory" "a folder that is not there" export --output nowhere/anna.jsonl
gets 2 "did you mean 'csv'?" "a slip in the format" export --format cvs
is "nothing is left beside it" "$(echo *.part)" "*.part"
echo "my notes" >anna.csv.part && echo "my notes" >copy.db.part
run export --format csv --output anna.csv --force && run backup copy.db && rm -f copy.db
is "nor is a file of that name taken away" "$(cat ./*.part | xargs)" "my notes my notes"
rm -f ./*.part
is "rows end as RFC 4180 wants" "$(grep -c $'\r$' anna.csv) of $(wc -l <anna.csv)" "7 of 7"
is "both sides give two rows" "$(grep -c ',psoas-march,1,\(left\|right\),yes,' anna.csv)" 2
is "the correction counts" "$(grep -c ',psoas-march,2,.*,10,8,' anna.csv)" 2
is "no cell is a formula" "$(grep -c "\"'=pinching, left\"" anna.csv)" 2
"$psoas" export >/dev/full 2>err
is "a full disk behind standard output" "$? $(cat err)" \
    "8 psoas: cannot write the output: No space left on device"
"$psoas" schema event >schema.json
holds=0
for kind in consent_given set_done imported; do grep -q "event_$kind" schema.json || holds=1; done
verdict "$holds" "the schema of an event knows the kinds"

# ---- backup and restore ----
rm -f copy.db && fresh && state >once
gets 0 "1 person, 14 events, the newest from 2025-10-01 12:00" "a backup" backup copy.db
is "is for its owner alone" "$(stat -c %a copy.db)" 600
gets 7 "File exists" "no backup is overwritten" backup copy.db
gets 0 "copy.db is complete: 1 person, 14 events" "a check of it" restore --verify copy.db
run person delete Anna --yes && run person add Carl
gets 2 "add --yes" "a restore without --yes" restore copy.db
gets 0 "data/psoas.db.before-restore-1" "a restore names the file from before" restore copy.db --yes
is "all is back" "$(state)" "$(cat once)"
gets 0 "1 person, 0 events" "and so is the file from before" \
    restore --verify data/psoas.db.before-restore-1
gets 0 "1 file from before a restore" "the doctor knows of it" doctor
gets 0 "Restored" "a restore into no folder" restore copy.db --yes --data new/folder
gets 3 "No such file" "a backup that is not there" restore --verify nowhere.db
head -c 20000 copy.db >cut.db
gets 5 "damaged" "a backup that was cut" restore --verify cut.db
gets 5 "not a file of ours" "an export is no backup" restore example.jsonl --yes
is "neither changes anything" "$(state)" "$(cat once)"

# ---- stores that are no good ----

# ill EXIT TEXT NAME: every command that opens the store says so; the doctor fails it with 5.
ill() {
    gets "$1" "$2" "$3: export" export
    gets "$1" "$2" "$3: person add" person add Zoe
    gets "$1" "$2" "$3: import" import example.jsonl --yes
    gets 5 "FAIL" "$3: doctor" doctor
}
# patch BYTES AT: writes them over the bytes of the store from there on.
patch() { printf '%b' "$1" | dd of=data/psoas.db bs=1 seek="$2" conv=notrunc 2>/dev/null; }
fresh && run backup good.db
for at in 4096 8192 12288 16384; do # the start of each page but the first
    patch '\xff\xff\xff\xff\xff\xff\xff\xff' "$at"
done
gets 5 "damaged" "flipped bytes: export" export
gets 5 "FAIL" "flipped bytes: doctor" doctor
gets 5 '"state": "fail"' "flipped bytes: doctor for programs" doctor --json
gets 0 "Restored" "a store that is damaged is replaced by a backup" restore copy.db --yes
cp good.db data/psoas.db && patch 'GARBAGE!' 0
rm -f data/psoas.db-*
ill 5 "damaged" "a store without its head"
echo "my notes" >data/psoas.db
ill 5 "not a file of ours" "a text in the place of the store"
is "which stays as it is" "$(cat data/psoas.db)" "my notes"
cp good.db data/psoas.db && patch '\0\0\0\0' 68 # application_id
ill 5 "a database of another program" "the database of another program"
cp good.db data/psoas.db && patch '\0\0\0\177' 60 # user_version
ill 5 "newer version" "a store of a newer version"
cp good.db data/psoas.db && rm -f data/psoas.db-*
at=$(grep -abo '"context":"now"' data/psoas.db | head -n 1 | cut -d : -f 1)
patch '"kontext"' "$at"
gets 5 "cannot be read" "an event that cannot be read: export" export
gets 5 "FAIL unreadable 1 event cannot be read" "an event that cannot be read: doctor" doctor
gets 5 "1 event cannot be read; choose another backup" "an event that cannot be read: restore" \
    restore data/psoas.db --verify
gets 0 "not all of which can be read" "an event that cannot be read: delete" \
    person delete Anna --yes
rm -rf data && echo hello >data
gets 5 "want a folder, this is a file" "a file in the place of the folder" person add Anna
gets 5 "FAIL" "and the doctor says so" doctor
rm -f data

# ---- two processes at once ----
fresh && state >once
exec 9<>data/psoas.lock && flock -n 9 && echo 4242 >&9
gets 6 "process 4242 is writing here; wait until it has finished" "a second writer" person add Zoe
gets 6 "is writing here" "a second import" import example.jsonl --yes
gets 6 "is writing here" "a restore under a writer" restore copy.db --yes
gets 0 "process 4242 is writing here" "the doctor names the writer" doctor
gets 0 "Anna" "readers go on: person list" person list
gets 0 '"set_done"' "readers go on: export" export
gets 0 "Everything is here already" "readers go on: import --dry-run" import example.jsonl --dry-run
gets 0 "2025-10-01" "readers go on: import --list" import --list
rm -f copy.db && gets 0 "It was read back" "readers go on: backup" backup copy.db
is "nothing has changed" "$(state)" "$(cat once)"
exec 9>&-
gets 0 "nobody is writing now" "the lock goes with its owner" doctor

# ---- a folder that cannot be written ----
fresh && state >once
as_other=()
((EUID != 0)) || as_other=(setpriv --reuid=65534 --regid=65534 --clear-groups)
rm -f data/psoas.lock data/psoas.db-* && chmod 644 data/psoas.db && chmod 555 data
if ((EUID != 0)) || "${as_other[@]}" test -r data/psoas.db 2>/dev/null; then
    psoas() { "${as_other[@]}" "$work/psoas" "$@" >out 2>err </dev/null; }
    psoas person add Zoe
    is "a read-only folder: person add" "$? $(grep -c 'give this user the right' err)" "8 1"
    psoas import example.jsonl --yes
    is "a read-only folder: import" "$? $(grep -c 'give this user the right' err)" "8 1"
    psoas export
    is "a read-only folder: export works" "$? $(wc -l <out)" "0 15"
    psoas export --output data/x.jsonl
    is "a read-only folder: export into it" "$? $(grep -c 'give this user the right' err)" "8 1"
    psoas doctor
    is "a read-only folder: the doctor looks" "$? $(grep -c 'integrity    every page' out)" "0 1"
    unset -f psoas
else
    skip "a read-only folder" "cannot become another user"
fi
chmod 700 data && chmod 644 data/psoas.db
gets 0 "others on this machine may use $work/data/psoas.db (mode 644)" \
    "the doctor sees who may read" doctor
gets 0 "chmod 600 '$work/data/psoas.db'" "and says what to do" doctor
chmod 600 data/psoas.db
is "nothing has changed there" "$(state)" "$(cat once)"

# ---- a full disk ----
many 4000 >zoe.jsonl
mkdir tiny
if mount -t tmpfs -o size=512k,mode=700 tmpfs tiny 2>/dev/null; then
    mounted=$work/tiny
    PSOAS_DATA=$work/tiny run import example.jsonl --yes && PSOAS_DATA=$work/tiny state >once
    PSOAS_DATA=$work/tiny gets 8 "free some space and try again" "a full disk: import" \
        import zoe.jsonl --yes
    is "a full disk: nobody is added, nothing is stored" "$(PSOAS_DATA=$work/tiny state)" \
        "$(cat once)"
    PSOAS_DATA=$work/tiny gets 0 "ok integrity" "a full disk: the store is well" doctor
    PSOAS_DATA=$work/tiny gets 0 "free some space on this disk" "a full disk: the doctor warns" \
        doctor
    run import zoe.jsonl --yes
    gets 8 "free some space" "a full disk: export" export --person Zoe --output tiny/zoe.jsonl
    gets 8 "free some space" "a full disk: backup" backup tiny/copy.db
    is "a full disk: no half file is left" \
        "$(find tiny -name '*.part' -o -name 'zoe*' -o -name 'copy*')" ""
    many 3 >zoe.jsonl
    PSOAS_DATA=$work/tiny gets 0 "Imported 3 events" "a full disk: less fits" import zoe.jsonl --yes
    cat /dev/zero >tiny/fill 2>/dev/null # not a page is left to open the log with
    PSOAS_DATA=$work/tiny gets 8 "FAIL disk" "no space at all: the doctor blames the disk" doctor
    is "no space at all: not the data" "$(grep -c integrity out)" 0
    umount tiny && mounted=
else
    # a limit on the size of files is as good as a disk that is full
    limited() { (trap '' XFSZ && ulimit -f 256 && run "$@"); }
    fresh && state >once
    limited import zoe.jsonl --yes
    is "a file that may not grow: import" "$? $(grep -c 'Nothing was imported' err)" "8 1"
    is "a file that may not grow: nobody is added, nothing is stored" "$(state)" "$(cat once)"
    skip "a full disk" "cannot mount a small one"
fi

# ---- the clock ----
fresh && state >once
export PSOAS_NOW=2025-09-30T12:00:00+02:00 # a day before the import
undo=$(batch)
gets 8 "says 2025-09-30 12:00, but the newest entry it made is from 2025-10-01 12:00" \
    "a clock that went backwards: undo" import --undo "$undo"
run import example.jsonl --person Ben --yes
many 3 >zoe.jsonl
gets 0 "the newest 2025-10-01 12:00" "a clock that went backwards: the doctor warns" doctor
is "nothing was changed" "$(state)" "$(cat once)"
gets 0 "Undone" "a clock that is right after all" import --undo "$undo" --clock-is-right
PSOAS_NOW=1970-01-02T00:00:00Z gets 8 "which cannot be right" "a clock before psoas: import" \
    import zoe.jsonl --yes
PSOAS_NOW=1970-01-02T00:00:00Z gets 0 "before psoas was made" "a clock before psoas: doctor" doctor
PSOAS_NOW=2025-10-01T12:03:00+02:00 gets 0 "Imported 3" "five minutes are forgiven" \
    import zoe.jsonl --yes
PSOAS_NOW=yesterday gets 2 "PSOAS_NOW 'yesterday'" "a clock that is no instant" doctor
PSOAS_NOW=2025-09-01T00:00:00Z gets 0 "lie in the future" "events of the future are named" \
    import example.jsonl --dry-run --data elsewhere

plan
