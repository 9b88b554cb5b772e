#!/usr/bin/env bash
# Runs a command beside a real Secret Service (GNOME Keyring) with its own bus and unlocked login keyring:
# no X, no desktop, works as root and in CI. The command keeps its own HOME.
#   secret-service.sh DIR CMD [ARG ...]     DIR is made if needed and keeps the keyring between runs; "" = a fresh folder
# Exit 77: dbus or gnome-keyring is missing, skipped.
set -euo pipefail
[ $# -ge 2 ] || {
  sed -n '2,5p' "$0" >&2
  exit 2
}
for need in dbus-run-session gnome-keyring-daemon; do
  command -v "$need" > /dev/null || {
    echo "secret-service: skipped, no $need (apt-get install dbus gnome-keyring)" >&2
    exit 77
  }
done
dir=$1
shift
scratch=$(mktemp -d) # sockets: their paths must be short
trap 'rm -rf "$scratch"' EXIT
dir=${dir:-$scratch/keyring}
mkdir -p "$dir/data/keyrings" "$scratch/run"
chmod 700 "$dir" "$scratch/run"
dir=$(cd "$dir" && pwd)
# The bus starts the keyring by itself when it is asked early: it must find the same folders then.
env "CALLER_HOME=$HOME" "CALLER_DATA=${XDG_DATA_HOME-}" "CALLER_RUN=${XDG_RUNTIME_DIR-}" \
  "HOME=$dir" "XDG_DATA_HOME=$dir/data" "XDG_RUNTIME_DIR=$scratch/run" \
  dbus-run-session -- bash -c '
  printf test | gnome-keyring-daemon --unlock --components=secrets > /dev/null
  owned() { dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets | grep "boolean true" > /dev/null; }
  for _ in {1..100}; do ! owned || break; sleep 0.05; done
  export HOME=$CALLER_HOME XDG_DATA_HOME=$CALLER_DATA XDG_RUNTIME_DIR=$CALLER_RUN
  [ -n "$XDG_DATA_HOME" ] || unset XDG_DATA_HOME
  [ -n "$XDG_RUNTIME_DIR" ] || unset XDG_RUNTIME_DIR
  unset CALLER_HOME CALLER_DATA CALLER_RUN
  rc=0; "$@" || rc=$?; exit $rc' _ "$@"
