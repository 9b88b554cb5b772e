#!/usr/bin/env bash
# The core's receipts before a verifier of PyPI joserfc and rfc8785, and its Merkle trees beside PyPI pymerkle.
# Usage: check.sh FOLDER      The packages are installed into FOLDER. Exit 77: skipped, the last line says why.
set -euo pipefail
# shellcheck source=tests/journeys/peers/common.sh
. "$(dirname "$0")/../common.sh"
begin "$@"
python_packages
(cd "$root" && cargo build --quiet --locked --package card-core --example receipts)
rm -rf "$folder/receipts"
"$target/debug/examples/receipts" "$folder/receipts"
exec env PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$folder/python" python3 "$here/compare.py" "$folder/receipts"
