"""Proves a receipt without the core: PyPI joserfc for signatures, rfc8785 for the one form, the Merkle path by hand.

    verify.py FILE KEYS ISSUER        prints what the receipt says; an exception is the refusal
"""

import base64
import hashlib
import json
import sys

import rfc8785
from joserfc import jws
from joserfc.jwk import KeySet

MEMBERS = "agreement for iss language level library log signed_at sub text_hash version".split()


def refuse_unless(fits, why):
    if not fits:
        raise ValueError(why)


def canonical(data):
    value = json.loads(data)
    refuse_unless(rfc8785.dumps(value) == data, "not in the one form (RFC 8785)")
    return value


def decoded(part):
    data = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    refuse_unless(base64.urlsafe_b64encode(data).rstrip(b"=").decode() == part, "base64url in another spelling")
    return data


def signed(token, typ, keys):
    for part in token.split("."):
        decoded(part)
    found = jws.deserialize_compact(token, keys, algorithms=["ES256"])
    refuse_unless(found.headers()["typ"] == typ and "kid" in found.headers(), "another kind of token")
    return canonical(found.payload)


def root_of(leaf, index, size, path):
    """RFC 9162 section 2.1.3.2, said by recursion: the last hash is the sibling of the half that has the leaf."""
    if size == 1:
        refuse_unless(not path and index == 0, "path too long")
        return leaf
    refuse_unless(path and 0 <= index < size, "path too short")
    half, sibling = 1 << (size - 1).bit_length() - 1, path[-1]
    left = root_of(leaf, index, half, path[:-1]) if index < half else sibling
    right = sibling if index < half else root_of(leaf, index - half, size - half, path[:-1])
    return hashlib.sha256(b"\x01" + left + right).digest()


def verify(data, keys, issuer):
    file = canonical(data)
    refuse_unless(sorted(file) == ["inclusion", "receipt", "tree_head"], "another file")
    receipt, head = signed(file["receipt"], "rules-receipt+jwt", keys), signed(file["tree_head"], "log-head+jwt", keys)
    place, leaf = file["inclusion"], hashlib.sha256(b"\x00" + file["receipt"].encode()).digest()
    root = root_of(leaf, place["leaf_index"], head["tree_size"], [decoded(part) for part in place["path"]])
    refuse_unless(root == decoded(head["root"]) and place["tree_size"] == head["tree_size"], "not in the log")
    refuse_unless(sorted(receipt) == MEMBERS and receipt["level"] == "high", "another content")
    refuse_unless(receipt["iss"] == head["iss"] == issuer and receipt["log"] == head["log"], "another log or issuer")
    refuse_unless(receipt["signed_at"] <= head["at"] + 10, "signed after the tree head")
    return receipt


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as receipt_file, open(sys.argv[2], encoding="utf-8") as key_file:
        print(verify(receipt_file.read(), KeySet.import_key_set(json.load(key_file)), sys.argv[3]))
