#!/usr/bin/env python3
"""Signs a test person in as an independent client would, standard library only, and prints an access token.

    walk.py ADDRESSES.json [--persona kari] [--scope SCOPE] [--at issuer|card_service] [--door DOOR]
            [--pin NUMBER PIN] [--verify CONTRACT.yaml [--devices NUMBER PIN] [--sign LIBRARY FOLDER [--child]]]

ADDRESSES.json is the line that the sandbox prints. --at is whose provider signs the person in, --door the way that the card
service is asked for: idporten or feide; --pin is the one without a browser. With --verify the signatures of id_token and snapshot are checked with
joserfc, and the snapshot's header and payload against the contract with jsonschema-rs; neither shares code with the sandbox.
--sign accepts the library's rules and leaves receipt.json and keys.json in FOLDER, for a verifier; with --child for the youngest
child of the household, otherwise for oneself, and then what still waits is taken back.
"""

import argparse
import base64
import hashlib
import html.parser
import json
import secrets
import sys
import urllib.error
import urllib.parse
import urllib.request

CLIENT = "bibliotekkortet-app"
REDIRECT = "http://127.0.0.1:49152/innlogget"


class Stay(urllib.request.HTTPRedirectHandler):
    """Doesn't follow redirects: the callback has no listener here."""

    def redirect_request(self, *_):
        return None


# An empty proxy table: the sandbox is on loopback whatever the environment says.
OPENER = urllib.request.build_opener(Stay, urllib.request.ProxyHandler({}))


def call(url, form=None, headers=None):
    """Status, headers and body of one request; error statuses are answers too."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None
    request = urllib.request.Request(url, data=data, headers=headers or {})
    try:
        answer = OPENER.open(request, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read()


def fetch(url, form=None, headers=None, expect=200):
    status, _, body = call(url, form, headers)
    must(status == expect, f"{urllib.parse.urlsplit(url).path} answered {status}: {body[:200]!r}")
    return json.loads(body)


def clock(addresses):
    """The sandbox's clock, which may stand still."""
    return fetch(addresses["control"] + "/state")["now"]


def must(truth, complaint):
    if not truth:
        sys.exit(f"walk.py: {complaint}")


class Form(html.parser.HTMLParser):
    """The one form of the login page: its action, its hidden fields and its choices."""

    def __init__(self):
        super().__init__()
        self.action, self.hidden, self.choices = None, {}, set()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            must(attrs.get("method") == "post", "the form must be posted")
            self.action = attrs["action"]
        elif tag == "input" and attrs.get("type") == "hidden":
            self.hidden[attrs["name"]] = attrs["value"]
        elif tag in ("input", "button") and "name" in attrs:
            self.choices.add((attrs["name"], attrs["value"]))


def follow(addresses, answer):
    """Goes along with redirects inside of the sandbox, as a browser does. Gives the last URL and its answer."""
    url, (status, headers, body) = answer
    while status in (302, 303) and headers["Location"].startswith((addresses["login"], addresses["card_service"])):
        url = headers["Location"]
        status, headers, body = call(url)
    return url, (status, headers, body)


def knock(addresses, username, pin, scope="openid profile nb:bibliotekkortet"):
    """The card number door: a PIN for a code, a code for tokens."""
    provider = fetch(addresses["card_service"] + "/.well-known/openid-configuration")
    verifier, nonce = (secrets.token_urlsafe(48) for _ in range(2))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    answer = fetch(
        provider["authorization_challenge_endpoint"],
        {"client_id": CLIENT, "scope": scope, "nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256",
         "acr_values": "idporten-loa-low", "username": username, "pin": pin},
    )
    tokens = fetch(
        provider["token_endpoint"],
        {"grant_type": "authorization_code", "code": answer["authorization_code"], "client_id": CLIENT,
         "code_verifier": verifier},
    )
    return provider, nonce, tokens


def sign_in(addresses, persona, at="issuer", door=None, level="idporten-loa-high", scope="openid profile nb:bibliotekkortet"):
    """Discovery, PAR, login page, callback, token. Gives discovery, nonce and the token answer."""
    issuer = addresses[at]
    provider = fetch(issuer + "/.well-known/openid-configuration")
    must(provider["issuer"] == issuer, "discovery names another issuer")
    verifier, state, nonce = (secrets.token_urlsafe(48) for _ in range(3))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    pushed = fetch(
        provider["pushed_authorization_request_endpoint"],
        {
            "client_id": CLIENT, "response_type": "code", "redirect_uri": REDIRECT, "scope": scope, "state": state,
            "nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256", "acr_values": level,
            "ui_locales": "nb", "device_name": f"walk.py as {persona}",
        }
        | ({"idp_hint": door} if door else {}),
        expect=201,
    )
    query = urllib.parse.urlencode({"client_id": CLIENT, "request_uri": pushed["request_uri"]})
    page_url = provider["authorization_endpoint"] + "?" + query
    page_url, (status, _, body) = follow(addresses, (page_url, call(page_url)))
    must(status == 200, f"the login page answered {status}")
    form = Form()
    form.feed(body.decode())
    fields = {"person": persona, "action": "login"} | ({} if door == "feide" else {"level": level})
    for choice in fields.items():
        must(choice in form.choices, f"the login page doesn't offer {choice}")
    sent = urllib.parse.urljoin(page_url, form.action)
    _, (status, headers, _) = follow(addresses, (sent, call(sent, form.hidden | fields)))
    must(status in (302, 303), f"the login form answered {status}")
    target, _, query = headers["Location"].partition("?")
    must(target == REDIRECT, "the callback goes elsewhere")
    callback = dict(urllib.parse.parse_qsl(query, strict_parsing=True))
    must(callback.get("state") == state and callback.get("iss") == issuer, f"callback without state or iss: {callback.keys()}")
    tokens = fetch(
        provider["token_endpoint"],
        {"grant_type": "authorization_code", "code": callback["code"], "redirect_uri": REDIRECT, "client_id": CLIENT,
         "code_verifier": verifier},
    )
    return provider, nonce, tokens


def conforms(contract, name, value):
    import jsonschema_rs

    schema = {"$ref": f"#/components/schemas/{name}", "components": contract["components"]}
    for error in jsonschema_rs.validator_for(schema).iter_errors(value):
        must(False, f"{name}: {error.message} at {list(error.instance_path)}")


def verify(addresses, provider, nonce, tokens, contract):
    """Both signatures and every claim that a client has to look at, with somebody else's JOSE library."""
    import yaml
    from joserfc import jwt
    from joserfc.jwk import KeySet

    keys = KeySet.import_key_set(fetch(provider["jwks_uri"]))
    id_token = jwt.decode(tokens["id_token"], keys, algorithms=["RS256"])
    rules = jwt.JWTClaimsRegistry(
        now=clock(addresses),
        iss={"essential": True, "value": provider["issuer"]}, aud={"essential": True, "value": CLIENT},
        nonce={"essential": True, "value": nonce}, sub={"essential": True}, exp={"essential": True},
        iat={"essential": True}, acr={"essential": True, "value": "idporten-loa-high"},
    )
    rules.validate(id_token.claims)
    must(id_token.claims["exp"] - id_token.claims["iat"] == 120, "the id_token doesn't live 120 seconds")

    card = fetch(addresses["card_service"] + "/v1/card", headers={"Authorization": "Bearer " + tokens["access_token"]})
    keys = KeySet.import_key_set(fetch(addresses["card_service"] + "/v1/jwks.json"))
    snapshot = jwt.decode(card["snapshot"], keys, algorithms=["ES256"])
    contract = yaml.safe_load(contract)
    conforms(contract, "SnapshotHeader", snapshot.header)
    conforms(contract, "Snapshot", snapshot.claims)
    must(snapshot.header["typ"] == "card-snapshot+jwt", "the snapshot has another type")
    must(snapshot.claims["iss"] == addresses["card_service"], "the snapshot has another issuer")
    must(snapshot.claims["sub"] == id_token.claims["sub"], "the snapshot is of another person")
    must(snapshot.claims["iat"] < snapshot.claims["fresh_until"] < snapshot.claims["show_until"], "windows out of order")
    if provider["issuer"] == addresses["card_service"]:
        must("pid" not in id_token.claims, "the id_token holds a national id")
    else:
        must(id_token.claims["pid"] not in json.dumps(snapshot.claims), "the snapshot holds a national id")
    print(f"id_token and snapshot of {snapshot.claims['card']['number']} verified by joserfc", file=sys.stderr)


def devices(addresses, contract, persona, number, pin):
    """Signs in twice, sees both, ends one from the other."""
    import yaml

    contract = yaml.safe_load(contract)
    url = addresses["card_service"] + "/v1/devices"

    def bearer(tokens):
        return {"Authorization": "Bearer " + tokens["access_token"]}

    _, _, high = sign_in(addresses, persona, at="card_service")
    _, _, low = knock(addresses, number, pin)
    status, headers, body = call(url, headers=bearer(low))
    must(status == 401 and "insufficient_user_authentication" in headers["WWW-Authenticate"], f"a PIN got {status}")
    conforms(contract, "Problem", json.loads(body))
    seen = fetch(url, headers=bearer(high))
    conforms(contract, "DevicesAnswer", seen)
    mine = [one for one in seen["devices"] if one["current"]]
    other = [one for one in seen["devices"] if one["door"] == "card_number"]
    must(len(mine) == 1 and mine[0]["name"] == f"walk.py as {persona}", f"not the one that asks: {mine}")
    must(other, "the other device isn't there")
    for expected in (204, 404):
        status = delete(f"{url}/{other[0]['id']}", bearer(high))
        must(status == expected, f"DELETE answered {status}, not {expected}")
    status, _, _ = call(addresses["card_service"] + "/v1/card", headers=bearer(low))
    must(status == 401, f"the ended device still got {status}")


def delete(url, headers):
    """Status of a DELETE."""
    try:
        answer = OPENER.open(urllib.request.Request(url, headers=headers, method="DELETE"), timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status


def household(base, bearer, contract):
    """Whom one may sign for: oneself, and the children as the receipt names them."""
    seen = fetch(base + "/household", headers=bearer)
    conforms(contract, "Household", seen)
    own, *children = seen["people"]
    must(own.get("self") is True and all("self" not in child for child in children), f"the household is {seen}")
    return [{"self": True}] + [{name: child[name] for name in ("child", "basis")} for child in children]


def sign(addresses, contract, persona, library, folder, child):
    """Reads the rules, accepts them twice by one key, sees the log grow by one and the relation wait or be active."""
    import pathlib

    import yaml
    from joserfc import jws
    from joserfc.jwk import KeySet

    contract, base = yaml.safe_load(contract), addresses["card_service"] + "/v1"
    _, _, tokens = sign_in(addresses, persona, at="card_service")
    bearer = {"Authorization": "Bearer " + tokens["access_token"]}
    agreement = fetch(f"{base}/libraries/{library}/agreements")["agreements"][0]
    version, language = str(agreement["version"]), agreement["languages"][0]
    text = fetch(f"{base}/libraries/{library}/agreements/rules/{version}/{language}")
    clauses = (one["heading"] + "\n" + one["text"] if one["heading"] else one["text"] for one in text["clauses"])
    digest = hashlib.sha256("\n\n".join(clauses).encode()).hexdigest()
    must(digest == text["sha256"], "the rules don't have their hash")
    party = household(base, bearer, contract)[-1 if child else 0]
    must(("child" in party) == child, f"nobody to sign for: {party}")
    wish = {"library": library, "agreement": "rules", "version": version, "language": language,
            "text_hash": "sha-256:" + digest, "for": party}
    conforms(contract, "Signature", wish)
    headers = bearer | {"Content-Type": "application/json", "Idempotency-Key": secrets.token_urlsafe(24)}
    answers = []
    for _ in range(2):
        with OPENER.open(urllib.request.Request(base + "/signatures", json.dumps(wish).encode(), headers)) as answer:
            must(answer.status == 201, f"signing answered {answer.status}")
            answers.append(answer.read())
    must(answers[0] == answers[1], "one key, two receipts")
    file, jwks = json.loads(answers[0]), fetch(base + "/jwks.json")
    conforms(contract, "ReceiptFile", file)
    keys = KeySet.import_key_set(jwks)
    for name, schema in (("receipt", "ReceiptPayload"), ("tree_head", "HeadPayload")):
        payload = json.loads(jws.deserialize_compact(file[name], keys, algorithms=["ES256"]).payload)
        conforms(contract, schema, payload)
        must(payload.get("for", party) == party, "the receipt is for somebody else")
    standing = [one for one in fetch(base + "/relations", headers=bearer)["relations"] if one["library"] == library]
    status = "active" if agreement["activation"] == "digital" else "pending"
    wanted = [] if child else [status]
    must([one["status"] for one in standing] == wanted, f"the relation is {standing}")
    kept = fetch(base + "/receipts", headers=bearer)
    conforms(contract, "Receipts", kept)
    must(kept["receipts"][-1]["file"].encode() == answers[0] and kept["receipts"][-1]["for"] == party, "another receipt is kept")
    expected = 404 if child else 409 if status == "active" else 204
    must(delete(f"{base}/relations/{library}", bearer) == expected, f"taking back didn't answer {expected}")
    pathlib.Path(folder, "receipt.json").write_bytes(answers[0])
    pathlib.Path(folder, "keys.json").write_text(json.dumps(jwks), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("addresses", type=argparse.FileType())
    parser.add_argument("--persona", default="kari")
    parser.add_argument("--scope", default="openid profile nb:bibliotekkortet")
    parser.add_argument("--at", choices=["issuer", "card_service"], default="issuer")
    parser.add_argument("--door", choices=["idporten", "feide"])
    parser.add_argument("--devices", nargs=2, metavar=("NUMBER", "PIN"), help="with --verify: look at the devices too")
    parser.add_argument("--sign", nargs=2, metavar=("LIBRARY", "FOLDER"), help="with --verify: accept the rules too")
    parser.add_argument("--child", action="store_true", help="with --sign: for the youngest child")
    parser.add_argument("--pin", nargs=2, metavar=("NUMBER", "PIN"), help="by the card number door")
    parser.add_argument("--verify", type=argparse.FileType(), metavar="CONTRACT")
    arguments = parser.parse_args()
    addresses = json.load(arguments.addresses)
    if arguments.pin:
        print(knock(addresses, *arguments.pin)[2]["access_token"])
        return
    provider, nonce, tokens = sign_in(addresses, arguments.persona, arguments.at, arguments.door, scope=arguments.scope)
    if arguments.verify:
        contract = arguments.verify.read()
        verify(addresses, provider, nonce, tokens, contract)
        if arguments.devices:
            devices(addresses, contract, arguments.persona, *arguments.devices)
        if arguments.sign:
            sign(addresses, contract, arguments.persona, *arguments.sign, arguments.child)
    print(tokens["access_token"])


if __name__ == "__main__":
    main()
