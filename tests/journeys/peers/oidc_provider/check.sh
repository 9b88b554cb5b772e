#!/usr/bin/env bash
# The core's OpenID client against npm oidc-provider.
# Usage: check.sh FOLDER      The packages are installed into FOLDER. Exit 77: skipped, the last line says why.
set -euo pipefail
# shellcheck source=tests/journeys/peers/common.sh
. "$(dirname "$0")/../common.sh"
begin "$@"
npm_packages
our_client oidc_provider node --no-warnings "$folder/provider.mjs"
