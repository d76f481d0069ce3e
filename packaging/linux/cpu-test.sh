#!/usr/bin/env bash
# Runs the frozen program on an emulated processor without AVX: reads every format, opens and closes the window.
# The launcher starts itself a second time, and what an emulated program starts is not emulated: so it is told that this
# is the second time. cpu-test.sh [PROCESSOR]; `qemu-x86_64 -cpu help` lists them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common.sh
needs qemu-x86_64:qemu-user
program=$PWD/build/packaging/dist/hejiao/hejiao
home=$(mktemp -d)
emulated() {
    HOME=$home qemu-x86_64 -cpu "$processor" -E QT_QPA_PLATFORM=offscreen -E LD_LIBRARY_PATH="${program%/*}/_internal" \
        -E _PYI_ARCHIVE_FILE="$program" -E _PYI_PARENT_PROCESS_LEVEL=-1 "$program" "$@" >"$home/said"
}
processor=${1:-Nehalem}
for report in tests/fixtures/report.{csv,doc,docx,html,mht,ods,odt,pdf,rtf,txt,xls,xlsx}; do
    emulated extract "$report"
    grep -q 328 "$home/said" || { echo "FAILED: $report" >&2; exit 1; }
    echo "ok  $report"
done
emulated --quit --project "$home/work.hejiao"
echo "ok  the window"
