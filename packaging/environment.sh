#!/usr/bin/env bash
# The environment that packages are built in: what the program needs and PyInstaller, nothing else; build/packaging/env.
set -euo pipefail
cd "$(dirname "$0")/.."
env=build/packaging/env
stamp=$env/requirements.stamp
if ! cmp -s "$stamp" <(cat requirements.txt packaging/requirements-build.txt); then
    "${PYTHON:-python3}" -m venv "$env"
    "$env/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r requirements.txt -r packaging/requirements-build.txt
    cat requirements.txt packaging/requirements-build.txt >"$stamp"
fi
