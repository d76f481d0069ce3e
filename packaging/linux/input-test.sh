#!/usr/bin/env bash
# Types Chinese into the search field of the frozen program through a real input method, on a screen of its own, and
# leaves two pictures for a person to look at: while composing, and after. As a user: dbus-run-session -- input-test.sh ibus|fcitx
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common.sh
needs Xvfb:xvfb openbox xdotool dbus-run-session:dbus
if [ "$1" = ibus ]; then needs ibus:ibus-libpinyin; else needs fcitx5:"fcitx5-pinyin fcitx5-modules"; fi
method=$1
out=$PWD/build/packaging/input
program=$PWD/build/packaging/dist/hejiao/hejiao
python=$PWD/build/packaging/env/bin/python
rm -rf "$out/home"
mkdir -p "$out/home/run" "$out/home/.config/fcitx5"
chmod 700 "$out/home/run"
export DISPLAY=:78 HOME=$out/home XDG_RUNTIME_DIR=$out/home/run LANG=zh_CN.UTF-8 LC_ALL=C.UTF-8
unset QT_QPA_PLATFORM
Xvfb :78 -screen 0 1400x800x24 >/dev/null 2>&1 &
screen=$!
trap 'kill $screen' EXIT
sleep 1
openbox >/dev/null 2>&1 &
if [ "$method" = ibus ]; then
    ibus-daemon -drx --panel disable
    choose() { ibus engine libpinyin; }
    chosen() { [ "$(ibus engine)" = libpinyin ]; }
else
    printf '[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n[Groups/0/Items/0]\nName=keyboard-us\n' \
        >"$HOME/.config/fcitx5/profile"
    printf '[Groups/0/Items/1]\nName=pinyin\n[GroupOrder]\n0=Default\n' >>"$HOME/.config/fcitx5/profile"
    fcitx5 -d
    choose() { fcitx5-remote -s pinyin; }
    chosen() { [ "$(fcitx5-remote -n)" = pinyin ]; }
fi >/dev/null 2>&1
sleep 3
picture() {
    "$python" -c "from PySide6.QtGui import QGuiApplication as A; a = A([]); a.primaryScreen().grabWindow(0).save('$1')"
}
"$program" import seeds --project "$HOME/work.hejiao" --operator clerk >/dev/null
QT_IM_MODULE=$method "$program" --project "$HOME/work.hejiao" &
started=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --name 核校 | tail -1)
sleep 4
xdotool windowactivate --sync "$window" key ctrl+k
sleep 1
for _ in $(seq 30); do
    choose || true
    sleep 1
    ! chosen || break
done
chosen || { echo "FAILED: $method does not take its engine" >&2; exit 1; }
sleep 8 # the engine reads its dictionaries
xdotool type --delay 150 shenqing
sleep 2
picture "$out/$method-composing.png"
xdotool key space
sleep 2
picture "$out/$method-done.png"
kill $started
ls "$out/$method"-*.png
