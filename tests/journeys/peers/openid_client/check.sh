#!/usr/bin/env bash
# npm openid-client against the sandbox.
# Usage: check.sh FOLDER      The packages are installed into FOLDER. SANDBOX=path/to/card-sandbox skips the build.
# Exit 77: skipped, the last line says why.
set -euo pipefail
# shellcheck source=tests/journeys/peers/common.sh
. "$(dirname "$0")/../common.sh"
begin "$@"
npm_packages
sandbox
exec node "$folder/check.mjs" "$SANDBOX" "$root/tests/sandbox/personas.json"
