#!/bin/bash
# Keeps how every state looks now as the new reference. Look at target/pictures/sheet-*.png first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../android"
mvn -B -q -pl binding,ui,previews,../tests/screens -am -Dtest=ReferencesTest -Dsurefire.failIfNoSpecifiedTests=false "-Dcore.lib.dir=../target/debug" -Daccept=yes test
