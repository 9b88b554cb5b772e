#!/usr/bin/env bash
# The card service's contract against the running sandbox, by tools that nobody here wrote.
#
#   tests/sandbox/contract/check.sh [VENV]     VENV: folder of a Python environment; made under target/ when not given
#
# SANDBOX=path/to/card-sandbox skips the build. Exit 0: everything holds.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
contract=$root/core/contract/card-service.yaml
target=${CARGO_TARGET_DIR:-$root/target}
venv=${1:-$target/contract-venv}
work=$(mktemp -d)
sandbox_pid=
finish() {
  [[ -z $sandbox_pid ]] || kill "$sandbox_pid" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

[[ -x $venv/bin/python ]] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"

if [[ -z ${SANDBOX:-} ]]; then
  cargo build --quiet --locked --manifest-path "$root/Cargo.toml" -p card-sandbox
  SANDBOX=$target/debug/card-sandbox
fi
# The clock stands still, so that an access token of 120 seconds lasts for the whole run.
mkfifo "$work/out"
"$SANDBOX" --now 1795000000 >"$work/out" &
sandbox_pid=$!
read -r addresses <"$work/out"
echo "$addresses" >"$work/addresses.json"
of() { "$venv/bin/python" -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$work/addresses.json" "$1"; }
card=$(of card_service)
control=$(of control)/control

passed=0
failed=()
part() {
  local name=$1
  shift
  if "$@" >"$work/log" 2>&1; then
    passed=$((passed + 1))
    echo "ok    $name"
  else
    failed+=("$name")
    echo "FAIL  $name"
    sed 's/^/      /' "$work/log"
  fi
}
token() { "$venv/bin/python" "$here/walk.py" "$work/addresses.json" "$@"; }
switch() { "$venv/bin/python" -c 'import sys; sys.path.insert(0, sys.argv[1]); import walk
import urllib.request
walk.OPENER.open(urllib.request.Request(sys.argv[2], data=sys.argv[3].encode()))' "$here" "$control" "$1"; }
fuzz() {
  local bearer=$1
  shift
  (cd "$work" && "$venv/bin/schemathesis" run "$contract" --url "$card" -H "Authorization: Bearer $bearer" \
    --generation-deterministic --no-color "$@")
}

part "the contract's examples fit their schemas" "$venv/bin/python" "$here/examples.py" "$contract"

# An independent client, as every persona that has a card.
for persona in kari ola sperret utmeldt aile gammel dnummer student ubrukt trine femten foster anne lise; do
  part "signatures and payload: $persona" token --persona "$persona" --verify "$contract"
done
part "the card service as provider" token --at card_service --verify "$contract"
part "the card service as provider, by Feide" token --at card_service --door feide --persona student --verify "$contract"
part "devices" token --at card_service --persona aile --verify "$contract" --devices N056781234 7723

# Receipts: made here, proved by the verifier that the core's are proved by.
for library in 2030000 2190200 2010100 child; do
  who=(--persona ola --sign "$library" "$work")
  [[ $library != child ]] || who=(--persona kari --sign 2190200 "$work" --child)
  part "a signature: $library" token --at card_service --verify "$contract" "${who[@]}"
  part "its receipt before an independent verifier" "$venv/bin/python" "$root/tests/journeys/peers/receipt/verify.py" \
    "$work/receipt.json" "$work/keys.json" "$card"
done

# Registering, cards for children, and a change on top of what was seen; before anybody has made other changes.
part "registering, children and contact" "$venv/bin/python" "$here/people.py" "$work/addresses.json" "$contract"

# Left out of "all", since the contract gives them nothing to look at:
#   use_after_free, ensure_resource_availability: a device is made by signing in, which is no operation of the contract;
#   object_level_authorization: walk.py and tests/it/devices.rs look at that with two persons.
# Leaving comes last, as somebody else: afterwards most of the rest is refused.
elsewhere=use_after_free,ensure_resource_availability,object_level_authorization
part "schemathesis: all checks, person with a card" fuzz "$(token)" --checks all \
  --exclude-checks "$elsewhere" --exclude-path /v1/leave --exclude-path /v1/contact
# A tag that isn't good any more is 412, which no schema can say: people.py looks at one that is.
part "schemathesis: contact" fuzz "$(token)" --checks all --exclude-checks "$elsewhere,positive_data_acceptance" \
  --include-path /v1/contact
part "schemathesis: leaving" fuzz "$(token --persona aile)" --checks all --exclude-checks "$elsewhere" --include-path /v1/leave

# Somebody whose card has ended goes through the steps; that one gets a card is what people.py looks at.
part "schemathesis: registering" fuzz "$(token --persona utmeldt)" --checks all --exclude-checks "$elsewhere" \
  --include-path-regex "registration"

# The error answers: what they look like. positive_data_acceptance and the like would call the errors themselves a failure.
shape=status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance
personal="card|household|relations|home-library|signatures|receipts|notices|leave|export|registration|contact|pin|password|children|ledger"
part "schemathesis: person without a card" fuzz "$(token --persona nykommer)" --checks "$shape" --include-path-regex "$personal"
part "schemathesis: token without the scope" fuzz "$(token --scope openid)" --checks "$shape" --include-path-regex "$personal"
part "schemathesis: a level that is too low" fuzz "$(token --pin N056781234 7723)" --checks "$shape" \
  --include-path-regex "devices|$personal"
for status in 429 503; do
  kari=$(token)
  faults=
  for at in card devices card_jwks libraries agreements household relations home_library signatures log receipts account \
    registration children ledger contact; do
    faults+="${faults:+,}{\"at\":\"$at\",\"kind\":\"status\",\"status\":$status,\"retry_after\":\"30\"}"
  done
  switch "{\"faults\":[$faults]}"
  part "schemathesis: status $status" fuzz "$kari" --checks "$shape"
  switch '{"clear":true}'
done

# The checks can fail: an answer outside of the contract must be found.
kari=$(token)
switch '{"faults":[{"at":"card","kind":"not_json"}]}'
part "schemathesis finds an answer that is not JSON" bash -c 'cd "$1"; shift; ! "$@"' _ "$work" "$venv/bin/schemathesis" run "$contract" --url "$card" \
  -H "Authorization: Bearer $kari" --checks "$shape" --include-path /v1/card --phases examples,coverage --no-color
switch '{"clear":true}'

echo "$passed passed, ${#failed[@]} failed"
[[ ${#failed[@]} -eq 0 ]]
