#!/bin/sh
# Puts the add-on where the program looks for it. Removing that folder removes it.
set -eu
target=${HEJIAO_OCR:-${XDG_DATA_HOME:-$HOME/.local/share}/hejiao/ocr}
mkdir -p "$(dirname "$target")"
rm -rf "$target.new"
cp -R ocr "$target.new"
rm -rf "$target"
mv "$target.new" "$target"
echo "已安装 / installed: $target"
