#!/usr/bin/env bash
# Opens the frozen program on Wayland, in a compositor without a screen or an X server, and leaves a picture for a person
# to look at: build/packaging/wayland.png. Any message that the window was not put on Wayland fails.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common.sh
needs weston
program=$PWD/build/packaging/dist/hejiao/hejiao
seeds=$PWD/seeds
picture=$PWD/build/packaging/wayland.png
home=$(mktemp -d)
cd "$home"
export HOME=$home XDG_RUNTIME_DIR=$home WAYLAND_DISPLAY=hejiao XDG_SESSION_TYPE=wayland
unset DISPLAY QT_QPA_PLATFORM
weston --backend=headless-backend.so --use-pixman --width=1400 --height=820 --socket=hejiao --debug --idle-time=0 >weston.log 2>&1 &
compositor=$! started=
trap 'kill $started $compositor 2>/dev/null || true' EXIT
"$program" import "$seeds" --project work.hejiao --operator clerk >/dev/null
WAYLAND_DEBUG=1 "$program" --project work.hejiao >protocol.log 2>&1 &
started=$!
# Three frames: the empty window, the project, the first report.
for _ in $(seq 120); do
    [ "$(grep -c 'attach(wl_buffer' protocol.log)" -lt 3 ] || break
    sleep 1
done
sleep 5
grep -q 'set_app_id("hejiao")' protocol.log || { tail protocol.log; echo "FAILED: no window on Wayland" >&2; exit 1; }
weston-screenshooter
mv wayland-screenshot-*.png "$picture"
echo "$picture"
