# shellcheck shell=bash
# No process is left behind: all that we start inherits a mark in its environment, by which it is found again, whatever
# group, session or parent it has by then (chromium, gnome-keyring and dbus leave ours). Sourced; needs Linux's /proc.

export CARD_RUN="$$-$RANDOM$RANDOM"

# Ids of living processes that carry our mark.
ours() {
  local environ pid
  for environ in /proc/[0-9]*/environ; do
    pid=${environ#/proc/}
    pid=${pid%/environ}
    [ "$pid" != "$$" ] || continue
    if tr '\0' '\n' 2> /dev/null < "$environ" | grep -x "CARD_RUN=$CARD_RUN" > /dev/null; then echo "$pid"; fi
  done 2> /dev/null
  true
}

# Ends all of them: asks first, insists after five seconds.
end_ours() {
  local pids signal tries
  for signal in TERM KILL; do
    for tries in {1..25}; do
      mapfile -t pids < <(env -u CARD_RUN bash -c "$(declare -f ours); CARD_RUN=$CARD_RUN; ours")
      [ ${#pids[@]} -gt 0 ] || return 0
      if [ "$tries" = 1 ]; then kill -"$signal" "${pids[@]}" 2> /dev/null || true; fi
      sleep 0.2
    done
  done
  complain "could not end: ${pids[*]}"
}
