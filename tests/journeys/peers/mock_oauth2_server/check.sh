#!/usr/bin/env bash
# The core's OpenID client against NAV's mock-oauth2-server.
# Usage: check.sh FOLDER      What Maven finds out is kept in FOLDER. Exit 77: skipped, the last line says why.
set -euo pipefail
# shellcheck source=tests/journeys/peers/common.sh
. "$(dirname "$0")/../common.sh"
begin "$@"
jars "$here/pom.xml"
our_client mock_oauth2_server java -Xmx256m -cp "$jars" "$here/Server.java"
