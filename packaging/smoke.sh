#!/usr/bin/env bash
# Installs the .deb in a clean Debian root and runs the installed program there: no network, no Python, an ordinary
# user. Any word that is not expected, any exit code but 0, fails. Needs root, debootstrap, and Debian's packages once.
# smoke.sh DEB
set -euo pipefail
deb=$(realpath "$1")
root=${SMOKE_ROOT:-/tmp/hejiao-smoke}
fail() { echo "FAILED: $*" >&2; exit 1; }

if [ ! -e "$root/ready" ]; then
    rm -rf "$root"
    debootstrap --variant=minbase bookworm "$root" >/tmp/hejiao-debootstrap.log 2>&1 || fail debootstrap, see its log
    touch "$root/ready"
fi
mounted() { mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"; }
mounted
trap 'umount "$root/proc" 2>/dev/null || true' EXIT
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 "$@"; }
# Without a network, as a user who is not root, with nothing set but what a login sets.
user() {
    unshare --net chroot --userspec=clerk:clerk "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/clerk \
        LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen "$@"
}

cp "$deb" "$root/tmp/hejiao.deb"
cp -n /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true # how this machine reaches Debian
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
inside sh -c 'dpkg -s hejiao >/dev/null 2>&1 && apt-get purge -y -qq hejiao' >/dev/null 2>&1 || true
inside apt-get update -qq >/dev/null 2>&1 || true
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/hejiao.deb \
    >/tmp/hejiao-install.log 2>&1 || fail "installation, see /tmp/hejiao-install.log"
inside id clerk >/dev/null 2>&1 || inside useradd -m clerk
user sh -c 'command -v python3 || command -v python' && fail "there is a Python in the clean root"

echo "== self-test"
begun=$(date +%s%N)
user hejiao self-test --lang en >/tmp/hejiao-out 2>/tmp/hejiao-err || { cat /tmp/hejiao-out /tmp/hejiao-err; fail "self-test: exit code"; }
cat /tmp/hejiao-out
[ ! -s /tmp/hejiao-err ] || { cat /tmp/hejiao-err; fail "self-test: unexpected words"; }
[ "$(grep -c '^ok ' /tmp/hejiao-out)" = "$(wc -l </tmp/hejiao-out)" ] || fail "self-test: a step is not ok"
[ "$(wc -l </tmp/hejiao-out)" = 7 ] || fail "self-test: number of steps"

echo "== the window opens and closes, on a project, in the look of a machine without Chinese fonts"
user hejiao import /opt/hejiao/_internal/seeds --project /home/clerk/work.hejiao --operator clerk >/tmp/hejiao-out 2>/tmp/hejiao-err ||
    { cat /tmp/hejiao-err; fail "import"; }
user hejiao --quit --project /home/clerk/work.hejiao >/tmp/hejiao-out 2>/tmp/hejiao-err || { cat /tmp/hejiao-err; fail "window"; }
cat /tmp/hejiao-out >>/tmp/hejiao-err
# The platform without a screen says this of every window; it is no fault of ours.
! grep -v 'This plugin does not support propagateSizeHints' /tmp/hejiao-err || fail "window: unexpected words"
user hejiao --screenshot /home/clerk/window.png --project /home/clerk/work.hejiao >/dev/null 2>&1 || fail "picture"
cp "$root/home/clerk/window.png" /tmp/hejiao-window.png

echo "== menu entry, file type"
grep -q '^MimeType=application/x-hejiao;' "$root/usr/share/applications/hejiao.desktop" || fail "menu entry"
[ -e "$root/usr/share/mime/packages/hejiao.xml" ] || fail "file type"

echo "== upgrade in place and removal leave projects alone"
inside dpkg -i /tmp/hejiao.deb >/tmp/hejiao-out 2>&1 || fail "installation over the installed one"
user hejiao verify --project /home/clerk/work.hejiao >/tmp/hejiao-out 2>&1 || { cat /tmp/hejiao-out; fail "verify"; }
before=$(sha256sum "$root/home/clerk/work.hejiao")
inside env DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq hejiao >/tmp/hejiao-out 2>&1 || fail "removal"
[ ! -e "$root/opt/hejiao" ] || fail "removal left files in /opt"
[ "$before" = "$(sha256sum "$root/home/clerk/work.hejiao")" ] || fail "the project changed"
echo "smoke test passed in $(((($(date +%s%N) - begun)) / 1000000000)) s"
