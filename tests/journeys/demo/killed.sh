#!/usr/bin/env bash
# kill -9 of the app while the person is in the browser, and right after the card came up: the next start goes on rightly.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
target=$(realpath -m "${CARGO_TARGET_DIR:-$root/target}")
. "$here/count.sh"
. "$root/tests/tools/say.sh"
. "$root/tests/tools/processes.sh"
. "$root/tests/tools/build.sh"
. "$root/tests/tools/app.sh"
export root target

# Inside a Secret Service: kill WHERE DATA OUT  runs the app to WHERE, kills it there, and lets it go on.
if [ "${1:-}" = --inside ]; then
  where=$2 data=$3 out=$4
  mkfifo "$out.said"
  (app "$data" --headless --persona kari --out "$out/before" --stop-at "$where") > "$out.said" 2> "$out.err" &
  pid=$!
  grep -m 1 -x "at $where" < "$out.said" > /dev/null || {
    cat "$out.err" >&2
    exit 1
  }
  kill -9 "$pid"
  wait "$pid" 2> /dev/null || true
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
start_sandbox
export card_service
for where in browser card; do
  mkdir "$scratch/$where"
  if "$root/tests/tools/secret-service.sh" "$scratch/$where/keyring" \
    "$0" --inside "$where" "$scratch/$where/app" "$scratch/$where/out" > "$scratch/log" 2>&1; then
    # A resumed sign-in must not begin anew, a card that was there must need no sign-in at all.
    unwanted=sign-in
    [ $where = browser ] || unwanted=browser-login
    if compgen -G "$scratch/$where/out/after/*-$unwanted.png" > /dev/null; then
      badly "killed at $where: asked for $unwanted again"
    elif compgen -G "$scratch/$where/out/after/*-card.png" > /dev/null; then
      well "killed at $where, the card came"
    else
      badly "killed at $where: no card"
    fi
  else
    badly "killed at $where: $(tail -n 5 "$scratch/log" | tr '\n' ' ')"
  fi
done
finish
