#!/usr/bin/env python3
"""Registers somebody, gets cards for children and changes contact data, as an independent client would.

    people.py ADDRESSES.json CONTRACT.yaml

Every answer is held against the contract with jsonschema-rs, and a child's card against the keys with joserfc.
"""

import json
import re
import secrets
import sys
import urllib.error
import urllib.request

import walk
import yaml
from joserfc import jwt
from joserfc.jwk import KeySet


class Client:
    """Somebody who has signed in at level high."""

    def __init__(self, addresses, contract, persona):
        self.base, self.contract = addresses["card_service"] + "/v1/", contract
        _, _, tokens = walk.sign_in(addresses, persona, at="card_service")
        self.headers = {"Authorization": "Bearer " + tokens["access_token"]}

    def ask(self, method, path, schema, body=None, expect=200, headers=None):
        """The body, which fits this schema, and the headers."""
        data = json.dumps(body).encode() if body is not None else None
        headers = self.headers | (headers or {}) | ({"Content-Type": "application/json"} if data else {})
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        try:
            answer = walk.OPENER.open(request, timeout=10)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            body = answer.read()
            walk.must(answer.status == expect, f"{method} {path} answered {answer.status}: {body[:200]!r}")
            if schema:
                body = json.loads(body)
                walk.conforms(self.contract, schema, body)
            return body, answer.headers


def key():
    return {"Idempotency-Key": secrets.token_urlsafe(24)}


def register(addresses, contract, persona):
    """From nothing to a card, which is there once."""
    client = Client(addresses, contract, persona)
    seen, _ = client.ask("GET", "registration", "Registration")
    walk.must("email" in seen["steps"], f"something is known already: {seen}")
    client.ask("PUT", "registration/email", "Registration", {"email": "ingrid@example.com"})
    mails = walk.fetch(addresses["control"] + "/state")["mails"]
    code = re.search(r"\b\d{6}\b", [mail for mail in mails if mail["person"] == persona][-1]["text"])[0]
    client.ask("POST", "registration/email-code", "Registration", {"code": code})
    client.ask("PUT", "registration/contact", "Registration", {"phone": "+4700000001", "channel": "app"})
    rules, _ = client.ask("GET", "secret-rules", "SecretRules")
    client.ask("PUT", "registration/secrets", "Problem", {"pin": rules["pin"]["blocked"][0]}, 409)
    client.ask("PUT", "registration/secrets", "Registration", {"pin": "4826"})
    seen, _ = client.ask("PUT", "registration/home-library", "Registration", {"library": "2190200"})
    walk.must(seen["steps"] == [], f"still to be done: {seen['steps']}")
    once = key()
    done, _ = client.ask("POST", "registration", "Registered", expect=201, headers=once)
    again, _ = client.ask("POST", "registration", "Registered", expect=201, headers=once)
    walk.must(done == again, "one key, two cards")
    client.ask("POST", "registration", "Problem", expect=409, headers=key())


def children(addresses, contract, persona):
    """Cards for all children, and one of them proved."""
    client = Client(addresses, contract, persona)
    people, _ = client.ask("GET", "household", "Household")
    without = [one["child"] for one in people["people"][1:] if one["card"] == "none"]
    walk.must(len(without) == 3, f"not three without a card: {people}")
    wish = {"children": without + ["nobody"], "home_library": "2190200"}
    walk.conforms(contract, "ChildrenWish", wish)
    results, _ = client.ask("POST", "children", "ChildrenResults", wish, headers=key())
    outcomes = [one["outcome"] for one in results["results"]]
    walk.must(outcomes == ["registered"] * 3 + ["no-basis"], f"the outcomes are {outcomes}")
    for one in results["results"][:3]:
        path = f"children/{one['child']}/"
        card, _ = client.ask("GET", path + "card", "CardAnswer")
        keys = KeySet.import_key_set(walk.fetch(addresses["card_service"] + "/v1/jwks.json"))
        snapshot = jwt.decode(card["snapshot"], keys, algorithms=["ES256"]).claims
        walk.conforms(contract, "Snapshot", snapshot)
        walk.must((snapshot["sub"], snapshot["card"]["number"]) == (one["child"], one["number"]), "another child's card")
        client.ask("GET", path + "relations", "Relations")
        ledger, _ = client.ask("GET", path + "ledger", "Ledger")
        walk.must([entry["by"] for entry in ledger["entries"]] == ["guardian"], f"the ledger is {ledger}")
    client.ask("POST", "children/codes", "ChildCode", {"library": "2010100"}, 201)
    for what in ("card", "relations", "ledger"):
        client.ask("GET", "children/nobody/" + what, "Problem", expect=404)


def contact(addresses, contract, persona):
    """A change on top of what was seen, and one that isn't."""
    client = Client(addresses, contract, persona)
    _, headers = client.ask("GET", "contact", "Contact")
    seen = {"If-Match": headers["ETag"]}
    wish = {"channel": "app", "language": "nn", "temporary_address": {"lines": ["Veien 1"], "until": "2027-06-30"}}
    walk.conforms(contract, "ContactWish", wish)
    changed, _ = client.ask("PUT", "contact", "Contact", wish, headers=seen)
    conflict, _ = client.ask("PUT", "contact", "Problem", {"channel": "email", "language": "nb"}, 412, seen)
    walk.must(conflict["both"]["theirs"] == changed, f"the conflict has {conflict}")
    client.ask("PUT", "pin", None, {"pin": "4827"}, 204)
    client.ask("GET", "ledger", "Ledger")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        addresses = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        schema = yaml.safe_load(file)
    register(addresses, schema, "ingen")
    children(addresses, schema, "trine")
    contact(addresses, schema, "kjell")


if __name__ == "__main__":
    main()
