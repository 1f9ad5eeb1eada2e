#!/bin/bash
# The programs of ./dev bench run on a small territory.  smoke.sh BUILD   as TAP
# No time is looked at.
set -u
build=$1
folder=$(mktemp -d)
number=0

# works NAME COMMAND…: one test point
works ()
{
  local name=$1
  shift
  number=$((number + 1))
  [ ! -e "$folder/said" ] || mv "$folder/said" "$folder/said-before"
  if "$@" > "$folder/said" 2> "$folder/wrong"; then
    echo "ok $number $name"
  else
    sed 's/^/# /' "$folder/said" "$folder/wrong"
    echo "not ok $number $name"
  fi
}

bench () { "$build/tests/bench/bench-$1" "${@:2}"; }
said_before () { [ "$(cut -f1 "$folder/said-before" | sort -u | paste -sd,)" = "$1" ]; }

works 'a territory' bench generate communities 100 200 42 "$folder/map.milieu"
works 'the same twice' bench generate communities 100 200 42 "$folder/again.milieu"
works 'byte for byte' cmp "$folder/map.milieu" "$folder/again.milieu"
works 'another seed' bench generate communities 100 200 43 "$folder/again.milieu"
works 'is another territory' test -n "$(cmp "$folder/map.milieu" "$folder/again.milieu")"
works 'another kind' bench generate attachment 100 200 42 "$folder/again.milieu"
works 'is another too' test -n "$(cmp "$folder/map.milieu" "$folder/again.milieu")"
works 'its actors' test "$(grep -c '<actor ' "$folder/map.milieu")" = 100
works 'its ties' test "$(grep -c '<tie ' "$folder/map.milieu")" = 200
works 'without an error' "$build/app/milieu" check "$folder/map.milieu"
works 'the measures' bench network "$folder/map.milieu" "$folder/edges" 1
works 'each has its line' said_before 'all measures,articulation points,betweenness,communities,constraint,coreness'
works 'the readings' bench readings "$folder/map.milieu" "$folder/edges" 1
works 'opening and saving' bench files "$folder/map.milieu" 1
works 'the layouts' bench layouts "$folder/map.milieu" "$folder/edges" organic "$folder/positions" 1
works 'are measured' bench drawing "$folder/edges" "$folder/positions"
works 'in three ways' said_before 'crossings,neighbours,stress'
works 'a sharp picture' bench sharp "$folder/map.milieu" network 1
works 'of a map' bench sharp "$folder/map.milieu" map 1
rm -rf "$folder"
echo "1..$number"
