# shellcheck shell=bash
# Starts the sandbox and the app. Sourced after say.sh, processes.sh and build.sh.

personas() { sed -n 's/^    "id": "\(.*\)",\{0,1\}$/\1/p' "${root:?}/tests/sandbox/personas.json"; }

# Number, PIN and one-time code of a persona; nothing for one without.
typed_by() {
  awk -v id="\"$1\"" '
    function value(line) { gsub(/[",]/, "", line); return line }
    $1 == "\"id\":" { mine = index($2, id) }
    mine && $1 == "\"number\":" && !number { number = value($2) }
    mine && $1 == "\"pin\":" { pin = value($2) }
    mine && $1 == "\"otp\":" { print number, pin, value($2); exit }' "${root:?}/tests/sandbox/personas.json"
}

# One member of the sandbox's first line.
member() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" <<< "$announced"; }

# start_sandbox [STATE_FOLDER]  sets $card_service and $control. It ends when we do: its input closes then.
# With a folder, keys, grants and ports are kept there, so that a session of yesterday is still good.
start_sandbox() {
  local folder=${1:-} options=(--lang "${lang:-nb}") errors ports
  errors=$(mktemp)
  if [ -n "$folder" ]; then
    options+=(--state "$folder/sandbox.json")
    [ ! -s "$folder/ports" ] || options+=(--ports "$(cat "$folder/ports")")
  fi
  coproc SANDBOX { exec "${target:?}/debug/card-sandbox" --until-stdin-closes "${options[@]}" 2> "$errors"; }
  # copies, because bash forgets the pair as soon as the process ends
  # shellcheck disable=SC2034 # the writing end is only held open
  exec {sandbox_out}<&"${SANDBOX[0]}" {sandbox_in}>&"${SANDBOX[1]}"
  if ! IFS= read -r -t 30 announced <&"$sandbox_out"; then
    complain "the sandbox didn't start: $(tail -n 3 "$errors")"
    [ -z "$folder" ] || complain "is another demo running on $folder?"
    rm -f "$errors"
    return 1
  fi
  rm -f "$errors"
  card_service=$(member card_service) control=$(member control)
  export CARD_CONTROL=$control
  if [ -n "$folder" ]; then
    ports=$(for name in issuer login card_service control; do member "$name" | grep -oE '[0-9]+/?$' | tr -d /; done | paste -sd, -)
    echo "$ports" > "$folder/ports"
  fi
}

# app DATA ARGUMENT…  the app itself, in the foreground; the caller has put a Secret Service around it.
app() {
  local data=$1 built=$root/android/desktop/target
  shift
  exec java "-Djna.library.path=$target/debug" -Dskiko.renderApi=SOFTWARE -cp "$built/classes:$(cat "$built/classpath.txt")" \
    no.bibliotekkortet.desktop.MainKt --card-service "$card_service" --data "$data" "$@"
}

# writable FOLDER  makes it, and says what is wrong with it otherwise.
writable() {
  local folder=$1
  if ! mkdir -p "$folder" 2> /dev/null || [ ! -d "$folder" ] || [ ! -w "$folder" ] || ! : 2> /dev/null > "$folder/.probe"; then
    complain "can't write to $folder; choose another folder or give yourself access to it"
    return 1
  fi
  if ! head -c 4000000 /dev/zero 2> /dev/null > "$folder/.probe"; then
    rm -f "$folder/.probe"
    complain "the disk of $folder is full; make room for at least 4 MB or choose another folder"
    return 1
  fi
  rm -f "$folder/.probe"
}
