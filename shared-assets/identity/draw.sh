#!/bin/bash
# Draws the page of directions as a picture.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --allow-file-access-from-files \
  --window-size=1800,1150 --screenshot="$out/all.png" "file://$PWD/directions.html" 2> /dev/null
convert "$out/all.png" -strip -colors 200 ../../core/docs/pictures/identity.png
