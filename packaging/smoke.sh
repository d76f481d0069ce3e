#!/usr/bin/env bash
# Installs what `make package` made in a clean Debian root and runs the installed program there: no network, no Python,
# an ordinary user. Any word that is not expected, any exit code that is not, fails. Needs root, debootstrap, and
# Debian's packages once. The add-on for scans is tried too where it is there. smoke.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/common.sh
needs debootstrap unshare:util-linux
dist=${1:-dist}
deb=$dist/hejiao_${version}_amd64.deb
run=$dist/hejiao-$version-x86_64.run
ocr=$dist/hejiao-ocr-$version-x86_64.run
root=${SMOKE_ROOT:-/tmp/hejiao-smoke}
home=$root/home/clerk
shipped=/opt/hejiao/_internal
out=$(mktemp -d)
fail() { echo "FAILED: $*" >&2; tail -n 20 "$out"/* >&2 2>/dev/null; exit 1; }

[ "$(id -u)" = 0 ] || fail "the clean root needs root: sudo make smoke"
[ -f "$deb" ] && [ -f "$run" ] || fail "$deb and $run are not there: make package"
if [ ! -e "$root/ready" ]; then
    rm -rf "$root"
    debootstrap --variant=minbase bookworm "$root" >"$out/debootstrap" 2>&1 || fail debootstrap
    touch "$root/ready"
fi
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm" # as every Debian has it: what worker processes share
trap 'umount "$root/proc" "$root/dev/shm"' EXIT

inside() {
    chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
# Without a network, as a user who is not root, with nothing set but what a login sets; there is no screen.
user() {
    unshare --net chroot --userspec=clerk:clerk "$root" /usr/bin/env -i PATH=/home/clerk/.local/bin:/usr/bin:/bin \
        HOME=/home/clerk LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen sh -c 'cd && exec "$@"' sh "$@"
}
# expect CODE COMMAND…: its exit code, and no word on standard error but what the platform without a screen says.
expect() {
    local code=$1 got=0
    shift
    user "$@" >"$out/said" 2>"$out/errors" || got=$?
    sed -i '/This plugin does not support propagateSizeHints/d' "$out/errors"
    [ "$got" = "$code" ] || fail "$*: exit code $got, not $code"
    [ "$code" != 0 ] || [ ! -s "$out/errors" ] || fail "$*: unexpected words"
}
self_test() { # self_test STEPS
    expect 0 hejiao self-test --lang en
    cat "$out/said"
    [ "$(grep -c '^ok ' "$out/said")" = "$1" ] && [ "$(wc -l <"$out/said")" = "$1" ] || fail "self-test: not $1 steps"
}
sum() { sha256sum <"$home/$1"; }

cp "$deb" "$root/tmp/hejiao.deb"
install -m755 "$run" "$root/tmp/hejiao.run"
cp -n /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true # how this machine reaches Debian
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
inside id clerk >/dev/null 2>&1 || inside useradd -m clerk
rm -rf "${home:?}"/* "$home"/.[a-z]*
inside sh -c '! dpkg -s hejiao || apt-get purge -y hejiao' >/dev/null 2>&1 || true
inside apt-get update -qq >/dev/null 2>&1 || true

seconds() { echo $(($(date +%s) - $1)); }

begun=$(date +%s)
echo "== the .deb, with what it depends on"
inside apt-get install -y -qq --no-install-recommends /tmp/hejiao.deb >"$out/install" 2>&1 || fail installation
! user sh -c 'command -v python3 || command -v python' || fail "there is a Python in the clean root"
self_test 10

echo "== import, export, the window, its picture"
expect 0 hejiao import $shipped/seeds --project work.hejiao --operator clerk
expect 0 hejiao export --project work.hejiao --format xlsx --out work.xlsx
expect 0 hejiao --quit --project work.hejiao
[ ! -s "$out/said" ] || fail "window: unexpected words"
expect 0 hejiao --screenshot window.png --project work.hejiao
cp "$home/window.png" /tmp/hejiao-window.png

echo "== menu entry, icon, file type, manual"
grep -q '^MimeType=application/x-hejiao;' "$root/usr/share/applications/hejiao.desktop" || fail "menu entry"
grep -q '^Exec=/usr/bin/hejiao %F' "$root/usr/share/applications/hejiao.desktop" || fail "double click"
grep -q 'glob pattern="\*.hejiao"' "$root/usr/share/mime/packages/hejiao.xml" || fail "file type"
for name in apps/hejiao mimetypes/application-x-hejiao; do
    [ -e "$root/usr/share/icons/hicolor/48x48/$name.png" ] || fail "icon $name"
done
[ -e "$root$shipped/docs/manual.zh-CN.md" ] && [ -e "$root$shipped/docs/manual.en.md" ] || fail "manual"

echo "== a project of the first release is brought up to date, with a copy beside it"
cp "$root$shipped/tests/fixtures/project-1.hejiao" "$home/old.hejiao"
inside chown clerk: /home/clerk/old.hejiao
expect 0 hejiao verify --project old.hejiao
[ "$(od -An -tu1 -j60 -N4 "$home/old.schema-1.hejiao" | tr -d ' ')" = 0001 ] || fail "no copy of the old schema"
cmp -s "$home/old.hejiao" "$home/old.schema-1.hejiao" && fail "it was not brought up to date"

echo "== a project of a later release is refused, untouched"
cp -p "$home/work.hejiao" "$home/later.hejiao"
printf '\0\0\47\17' | dd of="$home/later.hejiao" bs=1 seek=60 conv=notrunc status=none
before=$(sum later.hejiao)
expect 2 hejiao verify --project later.hejiao --lang en
cat "$out/errors"
grep -q 'was written by a newer Hejiao' "$out/errors" || fail "another sentence"
[ "$before" = "$(sum later.hejiao)" ] || fail "it was changed"

echo "== installation over the installed one, removal: projects stay"
inside dpkg -i /tmp/hejiao.deb >"$out/install" 2>&1 || fail "installation over the installed one"
expect 0 hejiao verify --project work.hejiao
before=$(sum work.hejiao)
inside apt-get purge -y -qq hejiao >"$out/install" 2>&1 || fail removal
[ ! -e "$root/opt/hejiao" ] || fail "removal left files in /opt"
[ "$before" = "$(sum work.hejiao)" ] || fail "the project changed"

echo "== the .run, as a user, twice"
first=$(date +%s)
expect 0 /tmp/hejiao.run --quiet
expect 0 hejiao import .local/opt/hejiao/_internal/seeds --project first.hejiao --operator clerk
expect 0 hejiao --screenshot first.png --project first.hejiao
echo "in $(seconds "$first") s from the file on a stick to the first report in the window"
expect 0 /tmp/hejiao.run --quiet
self_test 10
expect 0 hejiao verify --project work.hejiao
before=$(sum work.hejiao)
for file in applications/hejiao.desktop mime/packages/hejiao.xml icons/hicolor/48x48/apps/hejiao.png; do
    [ -e "$home/.local/share/$file" ] || fail "$file is missing"
done

if [ -f "$ocr" ]; then
    echo "== the add-on for scans: a picture of a page through the installed program"
    install -m755 "$ocr" "$root/tmp/hejiao-ocr.run"
    cp tests/fixtures/report.jpg "$home/scan.jpg"
    expect 1 hejiao extract scan.jpg --lang en
    cat "$out/errors"
    expect 0 /tmp/hejiao-ocr.run --quiet
    expect 0 hejiao extract scan.jpg
    grep -q '328' "$out/said" || fail "figures of the scan"
    self_test 11
fi

echo "== removal of the .run: projects stay"
expect 0 .local/opt/hejiao/uninstall.sh
[ ! -e "$home/.local/opt/hejiao" ] && [ ! -e "$home/.local/share/applications/hejiao.desktop" ] || fail "removal left files"
[ "$before" = "$(sum work.hejiao)" ] || fail "the project changed"
rm -rf "$out"
echo "smoke test passed in $(seconds "$begun") s"
