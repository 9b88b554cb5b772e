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
LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def passes(data, keys):
    try:
        verify(data, keys, ISSUER)
        return True
    except Exception:  # whatever it is, it is a refusal
        return False


def byte_changes(data):
    """Each byte with its lowest bit, its highest bit and a letter changed; the last letter of each part into every other."""
    for at, byte in enumerate(data):
        letters = [letter for letter in LETTERS if letter != byte]
        last = data[at + 1 : at + 2] in (b'"', b".")
        for other in {byte ^ 1, byte ^ 0x80, *(letters if last else letters[:1])}:
            yield data[:at] + bytes([other]) + data[at + 1 :]


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
    changes = list(byte_changes(data))
    changed = [at for at, other in enumerate(changes) if passes(other, keys)]
    results.append((f"{len(changes)} changes of a byte of one receipt are refused", changed, len(changes)))

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
