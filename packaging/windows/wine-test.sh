#!/usr/bin/env bash
# As much of the installer's test as Wine carries: installs silently, runs self-test with the window, opens and closes
# the window, installs again over it, removes it. Wine 8 lacks what Windows 10 has: two DLLs are stood in for, one module of
# Python is left out. Those crutches are for this test only.
# wine-test.sh [SETUP]
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common.sh
needs wine Xvfb:xvfb x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64
setup=$(realpath "${1:-dist/hejiao-$version-setup.exe}")
export WINEPREFIX=${WINEPREFIX:-/tmp/hejiao-wine} WINEDEBUG=-all LC_ALL=C.UTF-8
fail() { echo "FAILED: $*" >&2; exit 1; }
rm -rf "$WINEPREFIX"
Xvfb :77 -screen 0 1366x768x24 >/dev/null 2>&1 &
screen=$!
trap 'wineserver -k 2>/dev/null || /usr/lib/wine/wineserver64 -k 2>/dev/null || true; kill $screen' EXIT
export DISPLAY=:77
wineboot -i >/dev/null 2>&1
wine winecfg -v win10 >/dev/null 2>&1
wine "$setup" /S || fail "installation"
here=$(echo "$WINEPREFIX"/drive_c/users/*/AppData/Local/Programs/Hejiao)
[ -x "$here/hejiao.exe" ] || fail "nothing was installed"
find "$WINEPREFIX/drive_c/users" -name 'Hejiao.lnk' -o -name '核校.lnk' | grep -q . || fail "no entry in the Start menu"
wine reg query 'HKCU\Software\Classes\Hejiao.Project\shell\open\command' 2>/dev/null | grep -q hejiao.exe || fail "file type"

crutches() {
    rm -f "$here/python/_wmi.pyd"
    x86_64-w64-mingw32-objdump -p "$here/site/PySide6/Qt6Core.dll" |
        awk '/DLL Name:/{on=($3=="icuuc.dll")} on && /^\t[0-9a-f]+\t/{print $NF}' |
        sed 's/.*/__declspec(dllexport) void *&(void) { return 0; }/' >"$WINEPREFIX/icuuc.c"
    x86_64-w64-mingw32-gcc -shared -fno-builtin -o "$here/site/PySide6/icuuc.dll" "$WINEPREFIX/icuuc.c"
    printf '%s\n' '#include <windows.h>' '#include <ntsecapi.h>' \
        '__declspec(dllexport) BOOL ProcessPrng(BYTE *to, SIZE_T n) { return RtlGenRandom(to, n); }' >"$WINEPREFIX/prng.c"
    x86_64-w64-mingw32-gcc -shared -o "$here/python/bcryptprimitives.dll" "$WINEPREFIX/prng.c"
}

run() { (cd "$here" && wine "$@" </dev/null 2>&1 | cat); }

crutches
echo "== self-test under Wine"
run hejiao-cli.exe self-test --lang en | tee "$WINEPREFIX/out"
[ "$(grep -c '^ok ' "$WINEPREFIX/out")" = 10 ] || fail "self-test"
echo "== import, picture of the window"
run hejiao-cli.exe import app/seeds --project 'C:\work.hejiao' --operator clerk --lang en
run hejiao-cli.exe --project 'C:\work.hejiao' --screenshot 'C:\window.png' --size 1366x768
[ -s "$WINEPREFIX/drive_c/window.png" ] || fail "no picture of the window"
cp "$WINEPREFIX/drive_c/window.png" /tmp/hejiao-window-wine.png
before=$(sha256sum "$WINEPREFIX/drive_c/work.hejiao")
echo "== installation over it, removal"
wine "$setup" /S || fail "second installation"
wine "$here/uninstall.exe" /S "_?=$(winepath -w "$here" 2>/dev/null)" || fail "removal"
[ ! -e "$here/hejiao.exe" ] && [ ! -e "$here/app" ] || fail "removal left the program"
[ "$before" = "$(sha256sum "$WINEPREFIX/drive_c/work.hejiao")" ] || fail "the project changed"
echo "passed under Wine"
