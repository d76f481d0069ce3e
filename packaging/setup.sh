#!/usr/bin/env bash
# Everything a fresh machine needs: Debian packages for Qt and a Chinese font, a virtual environment, translations.
# Running it again costs nothing: each step looks first whether there is something to do.
set -euo pipefail
cd "$(dirname "$0")/.."

needed=(libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-icccm4 libxcb-keysyms1
    libxcb-cursor0 libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxcb-shape0 libxkbcommon-x11-0 fontconfig
    fonts-wqy-microhei)

install_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing=()
    for package in "${needed[@]}"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -eq 0 ]; then
        echo "Installing: ${missing[*]}"
        if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            "${missing[@]}"; } >/tmp/hejiao-apt.log 2>&1; then
            return 0
        fi
        echo "These Debian packages could not be installed (see /tmp/hejiao-apt.log): ${missing[*]}" >&2
    else
        echo "Debian packages are missing. Run this once, then start again:" >&2
        echo "    sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    fi
}

make_environment() {
    local python=${PYTHON:-python3}
    local stamp=.venv/requirements.stamp
    if [ -f "$stamp" ] && cmp -s "$stamp" <(cat requirements-dev.txt); then
        return 0
    fi
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "Python 3.11 or newer is needed; $("$python" --version) was found." >&2
        exit 2
    }
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    echo "Installing the Python packages into .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r requirements-dev.txt || {
        echo "The Python packages could not be installed: a package index is needed once, at this step." >&2
        exit 2
    }
    cp requirements-dev.txt "$stamp"
}

build_translations() {
    local source
    for source in resources/translations/*.ts; do
        [ -e "$source" ] || return 0
        if [ ! -e "${source%.ts}.qm" ] || [ "$source" -nt "${source%.ts}.qm" ]; then
            .venv/bin/pyside6-lrelease -silent "$source" -qm "${source%.ts}.qm"
        fi
    done
}

install_packages
make_environment
build_translations
