#!/bin/bash
# What `meson install` puts in place, and whether the desktop will take it.
# install.sh BUILD   as TAP
set -u
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
number=0

# check NAME COMMAND…: one test point
check ()
{
  local name=$1 said
  shift
  number=$((number + 1))
  if said=$("$@" 2>&1); then
    echo "ok $number $name"
  else
    printf '# %s\n' "${said//$'\n'/$'\n'# }"
    echo "not ok $number $name"
  fi
}

DESTDIR=$place meson install -C "$1" --no-rebuild > "$place/log" 2>&1 || { sed 's/^/# /' "$place/log"; echo 'Bail out! meson install'; exit 1; }
share=$(dirname "$(find "$place" -type d -name applications)")
desktop=$share/applications/org.milieu.Milieu.desktop
metainfo=$share/metainfo/org.milieu.Milieu.metainfo.xml

for file in "$share"/../bin/milieu "$desktop" "$metainfo" \
  "$share"/icons/hicolor/scalable/apps/org.milieu.Milieu.svg \
  "$share"/icons/hicolor/symbolic/apps/org.milieu.Milieu-symbolic.svg \
  "$share"/mime/packages/org.milieu.Milieu.xml \
  "$share"/locale/fr/LC_MESSAGES/milieu.mo \
  "$share"/milieu/milieu.rng "$share"/milieu/example/hauts-de-france.milieu "$share"/milieu/basemap; do
  check "installed ${file##*/}" test -s "$file"
done
check 'desktop file' desktop-file-validate "$desktop"
check 'desktop file speaks French' grep -q '^Comment\[fr\]=.' "$desktop"
check 'metainfo' appstreamcli validate --no-net "$metainfo"
check 'metainfo speaks French' grep -q 'xml:lang="fr"' "$metainfo"
check 'MIME type is well-formed' xmllint --noout "$share/mime/packages/org.milieu.Milieu.xml"
check 'MIME database takes it' env XDG_DATA_DIRS="$share" update-mime-database -n "$share/mime"
check 'a map is of that type' grep -q '^application/x-milieu+xml:\*.milieu\|:application/x-milieu+xml:\*\.milieu' "$share/mime/globs2"
for icon in "$share"/icons/hicolor/*/*/*.svg; do
  check "${icon##*/} can be drawn" rsvg-convert -w 64 "$icon" -o "$place/icon.png"
done
check 'the schema accepts the example' xmllint --noout --relaxng "$share/milieu/milieu.rng" "$share/milieu/example/hauts-de-france.milieu"
check 'the program says its version' "$share"/../bin/milieu --version
# LANG asks for a locale that no one generated here: its language all the same
help () { env -u LC_ALL -u LANGUAGE LANG="$1" LOCPATH="$place" MILIEU_LOCALEDIR="$share/locale" "$share"/../bin/milieu --help; }
speaks_another_language () { [ -n "$(help C.UTF-8)" ] && [ "$(help fr_FR.UTF-8)" != "$(help C.UTF-8)" ]; }
check 'the program speaks French' speaks_another_language
echo "1..$number"
