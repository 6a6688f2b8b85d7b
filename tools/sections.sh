#!/usr/bin/env bash
# What a compiler made of the core: objects without mutable data that call nobody but each other
# and a few pure functions.
#
# usage: sections.sh libcore.a...      exit 0: clean, 1: complaints on stderr, 2: it could not look
set -euo pipefail
export LC_ALL=C

# Pure, or the way out of a program that is already wrong.
readonly ALLOWED="
memcpy memmove memset memcmp memchr
strlen strnlen strcmp strncmp strchr strrchr strstr strspn strcspn
__memcpy_chk __memmove_chk __memset_chk
snprintf vsnprintf __snprintf_chk __vsnprintf_chk
sqrt fabs floor ceil trunc fmod
__assert_fail __stack_chk_fail __chk_fail _GLOBAL_OFFSET_TABLE_
"

if (($# == 0)); then
    echo "usage: sections.sh libcore.a..." >&2
    exit 2
fi
complaints=$(mktemp)
trap 'rm -f "$complaints"' EXIT

for library; do
    # A section that is loaded and not read-only is a mutable global: .data, .bss, thread-local
    # data, constructors. Constant tables that hold pointers lie in .data.rel.ro.
    listing=$(objdump -hw "$library") || exit 2
    awk '/file format/ {
             object = $1
             sub(/.*\//, "", object)
             objects++
         }
         / ALLOC/ && !/READONLY/ && $3 !~ /^0+$/ && $2 !~ /^\.data\.rel\.ro/ {
             printf "%s mutable data: section %s has 0x%s bytes\n", object, $2, $3
         }
         END { if (!objects) print "nothing to check" }' <<<"$listing" >>"$complaints"

    # "C" is COMMON: an uninitialised global that the linker would put into .bss.
    symbols=$(nm -A "$library") || exit 2
    awk -v allowed="$ALLOWED" '
        BEGIN { for (i = split(allowed, names); i; i--) known[names[i]] = 1 }
        NF < 2 { next }
        { object = $1; gsub(/:[0-9a-f]*$|.*\//, "", object); kind = $(NF - 1); name = $NF }
        kind == "C" { print object ": mutable data: COMMON " name }
        kind == "U" { wanted[name] = wanted[name] " " object }
        kind ~ /[A-TV-Z]/ { known[name] = 1 }
        END {
            for (name in wanted) {
                if (!(name in known)) print "the core may not call " name ", wanted by" wanted[name]
            }
        }' <<<"$symbols" >>"$complaints"
done

sort "$complaints" >&2
[[ ! -s $complaints ]]
