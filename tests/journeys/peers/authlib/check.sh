#!/usr/bin/env bash
# PyPI authlib against the sandbox.
# Usage: check.sh FOLDER      The packages are installed into FOLDER. SANDBOX=path/to/card-sandbox skips the build.
# Exit 77: skipped, the last line says why.
set -euo pipefail
# shellcheck source=tests/journeys/peers/common.sh
. "$(dirname "$0")/../common.sh"
begin "$@"
python_packages
sandbox
exec env PYTHONPATH="$folder/python" python3 "$here/check.py" "$SANDBOX"
