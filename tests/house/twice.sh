#!/bin/bash
# The same input gives the same bytes: done twice, in another language, in
# another time zone, on a machine that has the French locale.
# twice.sh ROOT BUILD   as TAP
set -u
root=$1
export MILIEU_DATADIR=$1/data MILIEU_LOCALEDIR=$2/po
program=$2/app/milieu
example=$root/data/example/hauts-de-france.milieu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
number=0

# same NAME FILE FILE: one test point; both must hold something
same ()
{
  number=$((number + 1))
  if [ -s "$2" ] && cmp "$2" "$3" > "$place/difference" 2>&1; then
    echo "ok $number $1"
  else
    sed 's/^/# /' "$place/difference" "$place/said"
    echo "not ok $number $1"
  fi
  # what is not written anew cannot be the same once more
  rm -f "$place"/*.*
}

# here COMMAND…, elsewhere COMMAND…: in two places that must not matter
here () { LC_ALL=C.UTF-8 LANGUAGE=en TZ=UTC "$@" > "$place/said" 2>&1; }
elsewhere () { LOCPATH=$place/locale LC_ALL=fr_FR.UTF-8 LANGUAGE=fr TZ=Pacific/Auckland "$@" > "$place/said" 2>&1; }

mkdir "$place/locale"
localedef -i fr_FR -f UTF-8 "$place/locale/fr_FR.UTF-8" > "$place/said" 2>&1
number=$((number + 1))
if [ "$(LOCPATH=$place/locale LC_ALL=fr_FR.UTF-8 env printf '%.1f' 1,5 2> "$place/said")" = 1,5 ]; then
  echo "ok $number there is a French locale to test in"
else
  echo "not ok $number there is a French locale to test in"
fi

tables=(--actors "$root/data/example/actors.csv" --ties "$root/data/example/ties.csv"
  --grounds "$root/data/example/ground-suggestions.csv" --scope "$root/data/example/scope.csv"
  --claims "$root/data/example/conflicts.csv" --title "$(sed -n 's/.*<setting id="title" value="\([^"]*\)".*/\1/p' "$example")" --year 2018)
here "$program" import "${tables[@]}" -o "$place/map.milieu"
same 'the example is what its tables give' "$place/map.milieu" "$example"
here "$program" import "${tables[@]}" -o "$place/map.milieu"
elsewhere "$program" import "${tables[@]}" -o "$place/other.milieu"
same 'import in a French locale' "$place/map.milieu" "$place/other.milieu"

for kind in strata organic circle; do
  here "$program" layout "$example" --kind $kind --seed 7 -o "$place/map.milieu"
  elsewhere "$program" layout "$example" --kind $kind --seed 7 -o "$place/other.milieu"
  same "layout $kind" "$place/map.milieu" "$place/other.milieu"
done
for view in map network both; do
  for suffix in svg pdf png; do
    here "$program" export "$example" --view $view --lang fr -o "$place/one.$suffix"
    elsewhere "$program" export "$example" --view $view --lang fr -o "$place/two.$suffix"
    same "figure $view.$suffix" "$place/one.$suffix" "$place/two.$suffix"
  done
done
for format in text json csv markdown; do
  here "$program" read "$example" --lang fr --format $format
  cp "$place/said" "$place/one.txt"
  elsewhere "$program" read "$example" --lang fr --format $format
  same "reading as $format" "$place/one.txt" "$place/said"
done
echo "1..$number"
