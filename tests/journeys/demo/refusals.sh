#!/usr/bin/env bash
# What the demo can't do it says in a sentence, with a status that isn't 0 and no trace of its own code.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
. "$here/count.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# refuses STATUS WORDS ARGUMENT…
refuses() {
  local status=$1 words=$2 said rc=0
  shift 2
  said=$("$root/demo" "$@" 2>&1 < /dev/null) || rc=$?
  if [ "$rc" != "$status" ]; then
    badly "$*: status $rc, not $status: $said"
  elif [[ $said != *"$words"* ]] || [[ $said == *'line '[0-9]* ]]; then
    badly "$*: said '$said'"
  else
    well "$*: $words"
  fi
}

touch "$scratch/file"
refuses 2 "there is no persona 'nobody'" --persona nobody
refuses 2 "there is no door 'window'" --door window
refuses 2 "there is no walk 'away'" --walk away
refuses 2 "there is no language 'xx'" --lang xx
refuses 2 'text size goes from' --font-scale 9
refuses 2 "I don't know '--quick'" --quick
refuses 2 'needs a value' --out
refuses 2 "can't write to" --headless --data "$scratch/file"
refuses 2 "can't write to" --headless --out /proc/nowhere
if [ "$(id -u)" = 0 ] && mkdir "$scratch/full" && mount -t tmpfs -o size=64k none "$scratch/full" 2> /dev/null; then
  refuses 2 'is full' --headless --data "$scratch/full"
  umount "$scratch/full"
else
  without 'a full disk: only root can mount a small one'
fi

# A port of yesterday that somebody else has today.
mkdir "$scratch/busy"
coproc LISTENER { exec python3 -c 'import socket, sys
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); print(s.getsockname()[1], flush=True); sys.stdin.read()'; }
read -r port <&"${LISTENER[0]}"
echo "$port,0,0,0" > "$scratch/busy/ports"
refuses 1 "Port $port er opptatt" --headless --out "$scratch/out" --data "$scratch/busy"
finish
