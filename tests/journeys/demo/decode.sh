#!/usr/bin/env bash
# Prints what two decoders that nobody here wrote read in a picture: "zbar NUMBER" and "zxing NUMBER", one line for each code.
#   decode.sh PICTURE          exit 77: a decoder can't be had
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$(realpath -m "${CARGO_TARGET_DIR:-$here/../../../target}")
python=$target/python-zxing
if [ ! -e "$python/ready" ]; then
  python3 -m venv "$python" > /dev/null && "$python/bin/pip" install -q -r "$here/requirements.txt" > /dev/null || exit 77
  touch "$python/ready"
fi
command -v zbarimg > /dev/null || exit 77
zbarimg -q --raw "$1" 2> /dev/null | sed 's/^/zbar /' || true
"$python/bin/python" -c '
import sys, zxingcpp
from PIL import Image
for code in zxingcpp.read_barcodes(Image.open(sys.argv[1])):
    print("zxing", code.text)' "$1"
