#!/bin/sh
# Compares the core's national-id validator with @navikt/fnrvalidator (npm) and python-stdnum (PyPI).
# Usage: check.sh FOLDER      The peers are installed into FOLDER. Exit 77: skipped, the last line says why.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
[ $# -eq 1 ] || { echo "usage: check.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)

skip() { echo "skipped: $1"; exit 77; }
for tool in node npm python3; do
  command -v "$tool" >/dev/null 2>&1 || skip "$tool is not installed"
done
python3 -m pip --version >/dev/null 2>&1 || skip "pip is not installed"

# A marker is written last, so that a half-finished install is done again.
npm_done="$folder/fnrvalidator-2.2.1.done"
if [ ! -e "$npm_done" ]; then
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" @navikt/fnrvalidator@2.2.1 ||
    skip "npm cannot install @navikt/fnrvalidator 2.2.1"
  : >"$npm_done"
fi
pip_done="$folder/python-stdnum-2.2.done"
if [ ! -e "$pip_done" ]; then
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --upgrade --target "$folder/python" python-stdnum==2.2 ||
    skip "pip cannot install python-stdnum 2.2"
  : >"$pip_done"
fi

cd "$root"
cargo build --quiet --package card-core --example national_ids
PYTHONPATH="$folder/python" NODE_PATH="$folder/node_modules" python3 "$here/compare.py" "$here/fnrvalidator.js" \
  cargo run --quiet --package card-core --example national_ids
