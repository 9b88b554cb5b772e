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

# An independent client, as every persona that has a card.
for persona in kari ola sperret utmeldt aile gammel dnummer student ubrukt; do
  part "signatures and payload: $persona" token --persona "$persona" --verify "$contract"
done
part "the card service as provider" token --at card_service --verify "$contract"
part "the card service as provider, by Feide" token --at card_service --door feide --persona student --verify "$contract"
part "devices" token --at card_service --persona aile --verify "$contract" --devices N056781234 7723

# Left out of "all", since the contract gives them nothing to look at:
#   use_after_free, ensure_resource_availability: a device is made by signing in, which is no operation of the contract;
#   object_level_authorization: walk.py and tests/it/devices.rs look at that with two persons;
#   missing_required_header: no header parameter is required (the token is a security scheme, which ignored_auth covers).
part "schemathesis: all checks, person with a card" fuzz "$(token)" --checks all \
  --exclude-checks use_after_free,ensure_resource_availability,object_level_authorization,missing_required_header

# The error answers: what they look like. positive_data_acceptance and the like would call the errors themselves a failure.
shape=status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance
part "schemathesis: person without a card" fuzz "$(token --persona ingen)" --checks "$shape" --include-path /v1/card
part "schemathesis: token without the scope" fuzz "$(token --scope openid)" --checks "$shape" --include-path /v1/card
part "schemathesis: a level that is too low" fuzz "$(token --pin N056781234 7723)" --checks "$shape" --include-path-regex devices
for status in 429 503; do
  kari=$(token)
  switch "{\"faults\":[{\"at\":\"card\",\"kind\":\"status\",\"status\":$status,\"retry_after\":\"30\"},
                       {\"at\":\"devices\",\"kind\":\"status\",\"status\":$status,\"retry_after\":\"30\"},
                       {\"at\":\"card_jwks\",\"kind\":\"status\",\"status\":$status,\"retry_after\":\"30\"}]}"
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
