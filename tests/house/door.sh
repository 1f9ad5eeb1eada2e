#!/bin/bash
# ./dev milieu is the program, transparent.  door.sh ROOT BUILD   as TAP
set -u
root=$1
program=$2/app/milieu
number=0

# same NAME A B: one test point
same ()
{
  number=$((number + 1))
  if [ "$2" = "$3" ]; then
    echo "ok $number $1"
  else
    printf '# %s\n' "first: ${2//$'\n'/$'\n'# }" "second: ${3//$'\n'/$'\n'# }"
    echo "not ok $number $1"
  fi
}

cd / || exit 1
same 'help lists every command' \
  "$(sed -n '/^case \$command/,$ s/^  \([a-z]*\)).*/\1/p' "$root/dev" | sort | paste -sd' ')" \
  "$("$root/dev" help | sed -n 's/^\.\/dev \([a-z]*\).*/\1/p' | sort | paste -sd' ')"
"$root/dev" nonsense > /dev/null 2>&1
same 'an unknown command is a usage error' $? 2
same 'the same words as the program' "$("$root/dev" milieu --version 2>&1)" "$("$program" --version 2>&1)"
"$root/dev" milieu --no-such-option > /dev/null 2>&1
same 'its exit status' $? 2
same 'nothing of its own on standard output' "$("$root/dev" milieu --no-such-option 2> /dev/null)" ''
"$program" nonsense > /dev/null 2>&1
same 'a word that is neither command nor file is a usage error' $? 2
same 'no display is told in one line' "$(env -u DISPLAY -u WAYLAND_DISPLAY "$program" 2>&1 | wc -l)" 1
same 'usage names the program' "$("$program" export --help | sed -n '2s/^ *milieu export .*/yes/p')" yes
example=$root/data/example/hauts-de-france.milieu
cd "$(dirname "$example")" || exit 1
same 'files are named from where one stands' "$("$root/dev" milieu check hauts-de-france.milieu > /dev/null 2>&1; echo $?)" 0
ln -s "$root/dev" "${TMPDIR:-/tmp}/door-$$"
same 'through a link' "$("${TMPDIR:-/tmp}/door-$$" milieu --version 2>&1)" "$("$program" --version 2>&1)"
rm -f "${TMPDIR:-/tmp}/door-$$"
echo "1..$number"
