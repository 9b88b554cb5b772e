#!/usr/bin/env bash
# kill -9 right after the card came up, and both services gone before the next start: the card is there all the same.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
target=$(realpath -m "${CARGO_TARGET_DIR:-$root/target}")
. "$root/tests/journeys/demo/count.sh"
. "$root/tests/tools/say.sh"
. "$root/tests/tools/processes.sh"
. "$root/tests/tools/app.sh"
export root target

# Inside a Secret Service: --inside DATA OUT
if [ "${1:-}" = --inside ]; then
  data=$2 out=$3
  start_sandbox
  # shellcheck disable=SC2154 # start_sandbox names it
  sandbox=$SANDBOX_PID
  mkfifo "$out.said"
  (app "$data" --headless --persona kari --out "$out/before" --stop-at card) > "$out.said" &
  pid=$!
  grep -m 1 -x 'at card' < "$out.said" > /dev/null
  kill -9 "$pid" "$sandbox"
  wait "$pid" "$sandbox" 2> /dev/null || true
  (app "$data" --headless --persona kari --out "$out/after" --resume)
  exit
fi

scratch=$(mktemp -d)
leave() {
  trap - EXIT
  end_ours
  rm -rf "$scratch"
}
trap leave EXIT
if ! "$root/tests/tools/secret-service.sh" "$scratch/keyring" "$0" --inside "$scratch/app" "$scratch/out" > "$scratch/log" 2>&1; then
  badly "killed at the card, services gone: $(tail -n 5 "$scratch/log" | tr '\n' ' ')"
elif compgen -G "$scratch/out/after/*-card.png" > /dev/null && ! compgen -G "$scratch/out/after/*-sign-in.png" > /dev/null; then
  well 'killed at the card, services gone: the card came'
else
  badly 'killed at the card, services gone: no card'
fi
finish
