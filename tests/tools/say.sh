# shellcheck shell=bash
# Progress for people: one line per long step, with elapsed seconds. Sourced.

logs=${target:?}/log
mkdir -p "$logs"

say() { printf '%s\n' "$*"; }
complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() {
  complain "$@"
  exit "${code:-1}"
}

# The longest that a step may take: what hangs is to fail while there is time to say so.
longest_step=2400

# descendants PID  it and all that it started, the deepest first.
descendants() {
  local child
  for child in $(pgrep -P "$1"); do descendants "$child"; done
  echo "$1"
}

# step TITLE COMMAND…  runs it with its output in a log; on failure shows the log's last 30 lines and its path.
step() {
  local title=$1 log rc=0 from=$SECONDS shown=0 pid ended
  log=$logs/$(tr -cs 'a-zA-Z0-9\n' - <<< "$title").log
  shift
  "$@" > "$log" 2>&1 < /dev/null &
  pid=$!
  while kill -0 "$pid" 2> /dev/null; do
    if [ -t 1 ]; then
      printf '\r  %s … %d s ' "$title" $((SECONDS - from))
    elif [ $((SECONDS - from)) -ge $((shown + 30)) ]; then
      shown=$((SECONDS - from))
      printf '  %s … %d s\n' "$title" "$shown"
    fi
    if [ $((SECONDS - from)) -ge "$longest_step" ]; then
      complain "'$title' takes longer than $longest_step s; ended"
      mapfile -t ended < <(descendants "$pid")
      kill -KILL "${ended[@]}" 2> /dev/null || true
    fi
    sleep 0.2
  done
  wait "$pid" || rc=$?
  [ ! -t 1 ] || printf '\r\033[K'
  if [ "$rc" = 0 ] || { [ "$rc" = 77 ] && [ -n "${SKIP_OK:-}" ]; }; then
    say "  $title: $((SECONDS - from)) s"
  else
    tail -n 30 "$log" >&2
    complain "'$title' failed after $((SECONDS - from)) s; all of it: $log"
  fi
  return "$rc"
}
