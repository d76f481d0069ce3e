#!/usr/bin/env bash
# Freezes the program into build/packaging/dist/hejiao, a folder that runs without Python.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common.sh
needs objdump:binutils
work=build/packaging
packaging/environment.sh
[ -d $work/extra/licences ] || $work/env/bin/python packaging/extra.py $work/extra
HEJIAO_EXTRA=$PWD/$work/extra PYTHONHASHSEED=0 $work/env/bin/pyinstaller --clean --noconfirm --log-level ERROR \
    --distpath $work/dist --workpath $work/pyinstaller packaging/app.spec
bundle=$work/dist/hejiao
# Python as it was built may hold its debugger's tables; the wheels' libraries hold none.
find $bundle/_internal -maxdepth 1 -name 'libpython*' -exec strip --strip-unneeded {} +
find $bundle/_internal/python3* -name '*.so' -exec strip --strip-unneeded {} + 2>/dev/null || true
# The Debian libraries in the bundle, with their copyright.
mkdir -p $bundle/_internal/licences/debian
for library in $bundle/_internal/lib*.so.*; do
    [ -L "$library" ] && continue
    found=$(dpkg-query -S "*/$(basename "$library")" 2>/dev/null | head -1 | cut -d: -f1) || true
    [ -n "$found" ] && cp -L "/usr/share/doc/$found/copyright" "$bundle/_internal/licences/debian/$found.txt"
done
echo "$bundle: $(du -sm $bundle | cut -f1) MB"
