#!/usr/bin/env bash
# Ctrl-C (SIGINT) and SIGTERM half-way through the demo: it ends, and so does everything that it started.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
. "$here/count.sh"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Living processes that inherited our mark, without this shell and its helpers.
left_over() {
  local environ pid
  for environ in /proc/[0-9]*/environ; do
    pid=${environ#/proc/} pid=${pid%/environ}
    if tr '\0' '\n' 2> /dev/null < "$environ" | grep -x "INTERRUPTED=$1" > /dev/null; then
      tr '\0' ' ' 2> /dev/null < "/proc/$pid/cmdline" && echo
    fi
  done 2> /dev/null
}

# interrupt SIGNAL WORD STATUS  starts the demo, waits until it has printed WORD, sends SIGNAL.
interrupt() {
  local mark=$1-$$ log pid rc=0 rest many
  log=$(mktemp -p "$scratch") # its own: the words of the demo before would be taken for this one's
  # Job control and default signals, so that the demo doesn't start with SIGINT ignored, however we were started.
  set -m
  INTERRUPTED=$mark env --default-signal=INT,TERM "$root/demo" --headless --out "$scratch/out" > "$log" 2>&1 < /dev/null &
  pid=$!
  set +m
  # tail ends with the demo, so a demo that fails early is not waited for
  tail -n +1 -f --pid="$pid" "$log" 2> /dev/null | grep -m 1 -q -- "$2" || true
  many=$(left_over "$mark" | wc -l)
  kill -"$1" "$pid" 2> /dev/null || true
  wait "$pid" || rc=$?
  rest=$(left_over "$mark")
  if [ "$many" -lt 3 ]; then
    badly "$1: only $many processes were there to be ended: $(tail -n 2 "$log")"
  elif [ "$rc" != "$3" ]; then
    badly "$1: status $rc, not $3"
  elif [ -n "$rest" ]; then
    badly "$1: left behind: $rest"
  else
    well "$1 ended the demo and its $many processes"
  fi
}

interrupt INT 'picture:.*browser-login' 130
interrupt INT 'picture:.*sign-in' 130
interrupt TERM 'picture:.*sign-in' 143
finish
