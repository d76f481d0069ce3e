#!/bin/sh
# Removes the program of the present user. Projects and settings stay.
set -eu
home=$(cd "$(dirname "$0")" && pwd)
[ -x "$home/hejiao" ] || exit 1
data=${XDG_DATA_HOME:-$HOME/.local/share}
[ "$(readlink "$HOME/.local/bin/hejiao" 2>/dev/null)" != "$home/hejiao" ] || rm -f "$HOME/.local/bin/hejiao"
rm -f "$data/applications/hejiao.desktop" "$data/mime/packages/hejiao.xml"
find "$data/icons/hicolor" -name hejiao.png -o -name hejiao.svg -o -name application-x-hejiao.png -o \
    -name application-x-hejiao.svg 2>/dev/null | while read -r icon; do rm -f "$icon"; done
update-mime-database "$data/mime" 2>/dev/null || true
update-desktop-database "$data/applications" 2>/dev/null || true
rm -rf "$home"
echo "已卸载 / removed. 项目文件和设置没有动过 / Projects and settings were left alone."
