"""PyPI authlib, an OpenID client that nobody here wrote, against the sandbox: the happy path, at each of its issuers.

    check.py PROGRAM        the program is card-sandbox; it ends with its input, so also when this script is killed
"""

import html.parser
import json
import os
import subprocess
import sys
import urllib.parse

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # loopback
CLIENT = "bibliotekkortet-app"
REDIRECT = "http://127.0.0.1:49152/innlogget"


class Form(html.parser.HTMLParser):
    """Action and hidden fields of a page's form."""

    def __init__(self, text):
        super().__init__()
        self.action, self.hidden = None, {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.action = attrs["action"]
        elif attrs.get("type") == "hidden":
            self.hidden[attrs["name"]] = attrs["value"]


def browse(url, person):
    """From the address to the redirect to the app, through the login page."""
    browser = requests.Session()
    browser.trust_env = False
    answer = browser.get(url, allow_redirects=False)
    while not answer.headers.get("Location", "").startswith(REDIRECT):
        here = answer.url
        if answer.is_redirect:
            answer = browser.get(urllib.parse.urljoin(here, answer.headers["Location"]), allow_redirects=False)
        else:
            form = Form(answer.text)
            choice = {"person": person, "level": "idporten-loa-high", "action": "login"}
            answer = browser.post(urllib.parse.urljoin(here, form.action), form.hidden | choice, allow_redirects=False)
    return answer.headers["Location"]


def walk(issuer, hint):
    """Everything from discovery to revocation; an assertion or an error of authlib is the failure."""
    session = OAuth2Session(
        CLIENT, redirect_uri=REDIRECT, scope="openid profile nb:bibliotekkortet", code_challenge_method="S256",
        token_endpoint_auth_method="none", revocation_endpoint_auth_method="none",
    )
    session.trust_env = False
    provider = session.get(f"{issuer}/.well-known/openid-configuration", withhold_token=True).json()
    assert provider["issuer"] == issuer
    nonce, verifier = generate_token(32), generate_token(48)
    url, state = session.create_authorization_url(
        provider["authorization_endpoint"], code_verifier=verifier, nonce=nonce, acr_values="idporten-loa-high", **hint
    )
    form = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
    pushed = session.post(provider["pushed_authorization_request_endpoint"], data=form, withhold_token=True).json()
    query = urllib.parse.urlencode({"client_id": CLIENT, "request_uri": pushed["request_uri"]})
    redirect = browse(f"{provider['authorization_endpoint']}?{query}", "kari")
    assert dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(redirect).query))["iss"] == issuer
    exchange = {"authorization_response": redirect, "state": state, "code_verifier": verifier}
    tokens = session.fetch_token(provider["token_endpoint"], **exchange)

    keys = KeySet.import_key_set(session.get(provider["jwks_uri"], withhold_token=True).json())
    told = jwt.decode(tokens["id_token"], keys, algorithms=["RS256"])
    essential = {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": CLIENT}}
    claims = CodeIDToken(told.claims, told.header, essential, {"nonce": nonce, "client_id": CLIENT})
    claims.validate(leeway=5)
    assert claims["acr"] == "idporten-loa-high"
    assert session.get(provider["userinfo_endpoint"]).json()["sub"] == claims["sub"]

    renewed = session.refresh_token(provider["token_endpoint"], tokens["refresh_token"])
    assert renewed["refresh_token"] != tokens["refresh_token"]
    assert session.revoke_token(provider["revocation_endpoint"], renewed["refresh_token"]).status_code == 200
    try:
        session.refresh_token(provider["token_endpoint"], renewed["refresh_token"])
    except OAuthError as error:
        assert error.error == "invalid_grant"
    else:
        raise AssertionError("a revoked token renews")


def main():
    sandbox = subprocess.Popen([sys.argv[1], "--until-stdin-closes"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    addresses = json.loads(sandbox.stdout.readline())
    failed = 0
    for name, issuer, hint in (
        ("ID-porten", addresses["issuer"], {}),
        ("card service", addresses["card_service"], {"idp_hint": "idporten"}),
    ):
        try:
            walk(issuer, hint)
            print(f"ok    {name}: oidcc-client-test: from discovery to revocation")
        except Exception as error:  # whatever it is, the next one runs
            failed += 1
            print(f"FAIL  {name}: {type(error).__name__} {error}")
    sandbox.stdin.close()
    sandbox.wait()
    print(f"{2 - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
