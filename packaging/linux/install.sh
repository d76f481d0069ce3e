#!/bin/sh
# Installs the program for the present user, or brings an installed one up to date. No administrator is needed.
# Called by the .run archive in the folder that it was unpacked to; HEJIAO_HOME chooses another place.
set -eu
home=${HEJIAO_HOME:-$HOME/.local/opt/hejiao}
data=${XDG_DATA_HOME:-$HOME/.local/share}
# What Wayland needs beside this is there where Wayland is.
libraries=hejiao/_internal/PySide6/Qt
lacking=$(LD_LIBRARY_PATH=$PWD/hejiao/_internal:$PWD/$libraries/lib ldd hejiao/hejiao $libraries/lib/libQt6Gui.so.6 \
    $libraries/plugins/platforms/libqxcb.so 2>&1 | grep -E 'not found' | sort -u || true)
if [ -n "$lacking" ]; then
    echo "本机缺少下列库，先安装它们 / These libraries are missing on this machine; install them first:" >&2
    echo "$lacking" >&2
    exit 1
fi
mkdir -p "$(dirname "$home")" "$HOME/.local/bin" "$data/applications" "$data/mime/packages" "$data/icons"
rm -rf "$home.new" "$home.old"
cp -R hejiao "$home.new"
cp uninstall.sh "$home.new/"
[ ! -e "$home" ] || mv "$home" "$home.old"
mv "$home.new" "$home"
rm -rf "$home.old"
ln -sf "$home/hejiao" "$HOME/.local/bin/hejiao"
sed "s|@EXEC@|$home/hejiao|" hejiao.desktop >"$data/applications/hejiao.desktop"
cp hejiao.xml "$data/mime/packages/hejiao.xml"
cp -R icons/hicolor "$data/icons/"
update-mime-database "$data/mime" 2>/dev/null || true
update-desktop-database "$data/applications" 2>/dev/null || true
echo "已安装 / installed: $home/hejiao"
