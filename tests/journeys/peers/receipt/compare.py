"""The core's receipts before an independent verifier, and its trees beside PyPI pymerkle's.

    compare.py FOLDER        what core/examples/receipts.rs wrote
"""

import json
import pathlib
import sys

from joserfc.jwk import KeySet
from pymerkle import InmemoryTree

from verify import verify

ISSUER = "https://kort.example.no"
OTHER = b"A", b"B"  # a letter of base64url, and one for where that stands already


def passes(data, keys):
    try:
        verify(data, keys, ISSUER)
        return True
    except Exception:  # whatever it is, it is a refusal
        return False


def byte_changes(data):
    for at, byte in enumerate(data):
        letter = OTHER[0] if data[at : at + 1] != OTHER[0] else OTHER[1]
        for changed in (bytes([byte ^ 1]), bytes([byte ^ 0x80]), letter):
            yield data[:at] + changed + data[at + 1 :]


def main():
    folder = pathlib.Path(sys.argv[1])
    keys = KeySet.import_key_set(json.loads((folder / "keys.json").read_text(encoding="utf-8")))
    files = {kind: sorted((folder / kind).glob("*.json")) for kind in ("good", "bad")}
    results = []

    good = [file.name for file in files["good"] if not passes(file.read_bytes(), keys)]
    results.append((f"{len(files['good'])} receipts of the core are good here too", good, len(files["good"])))
    bad = [file.name for file in files["bad"] if passes(file.read_bytes(), keys)]
    results.append((f"{len(files['bad'])} that the core refuses are refused here too", bad, len(files["bad"])))

    data = (folder / "good" / "7-4.json").read_bytes()
    changed = [at for at, other in enumerate(byte_changes(data)) if passes(other, keys)]
    results.append((f"{3 * len(data)} changes of a byte of one receipt are refused", changed, len(data)))

    trees, theirs, wrong = json.loads((folder / "roots.json").read_text(encoding="utf-8")), InmemoryTree(algorithm="sha256"), []
    for size, (entry, root) in enumerate(zip(trees["entries"], trees["roots"], strict=True), start=1):
        theirs.append_entry(bytes.fromhex(entry))
        if theirs.get_root().hex() != root:
            wrong.append(size)
    results.append((f"{len(trees['roots'])} roots are those of pymerkle", wrong, len(trees["roots"])))

    failed = 0
    for name, exceptions, of in results:
        ok = of > 0 and not exceptions
        failed += not ok
        print(f"{'ok  ' if ok else 'FAIL'}  {name}" + (f": not {exceptions}" if exceptions else ""))
    print(f"{len(results) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
