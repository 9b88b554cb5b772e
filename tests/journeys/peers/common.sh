# shellcheck shell=bash
# What the checks of the peers share. Sourced; $0 is the peer's check.sh.

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}

# begin FOLDER  the work folder, made.
begin() {
  [ $# -eq 1 ] || {
    echo "usage: check.sh FOLDER" >&2
    exit 2
  }
  mkdir -p "$1"
  folder=$(cd "$1" && pwd)
}

# skip REASON  the whole peer.
skip() {
  echo "skipped: $1"
  exit 77
}

needs() {
  local tool
  for tool in "$@"; do command -v "$tool" > /dev/null 2>&1 || skip "$tool is not installed"; done
}

# once_for STAMP FILE… -- COMMAND…  runs the command unless it was done for just these files. The stamp is written last, so that
# a half-finished install is done again.
once_for() {
  local stamp=$folder/$1 files=() now
  shift
  while [ "$1" != -- ]; do
    files+=("$1")
    shift
  done
  shift
  now=$(cat "${files[@]}" | sha256sum)
  [ "$(cat "$stamp" 2> /dev/null)" != "$now" ] || return 0
  "$@" && echo "$now" > "$stamp"
}

# npm_packages  those of the peer's lock file, beside copies of its scripts: a script finds packages in its own folder only.
npm_packages() {
  needs node npm
  cp "$here"/*.json "$here"/*.mjs "$folder"
  once_for npm.done "$here/package-lock.json" -- \
    npm ci --prefix "$folder" --silent --no-audit --no-fund --ignore-scripts \
    || skip "npm cannot install what package-lock.json names"
}

# jars POM  the class path of what the pom names, in $jars.
jars() {
  needs javac mvn
  once_for jars.done "$1" -- \
    mvn -B -q -f "$1" dependency:build-classpath "-Dmdep.outputFile=$folder/jars" || skip "Maven cannot fetch what the pom names"
  # shellcheck disable=SC2034
  jars=$(cat "$folder/jars")
}

# python_packages  those of the peer's requirements.txt, in $folder/python.
python_packages() {
  needs python3
  python3 -m pip --version > /dev/null 2>&1 || skip "pip is not installed"
  once_for python.done "$here/requirements.txt" -- \
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --upgrade \
    --target "$folder/python" -r "$here/requirements.txt" \
    || skip "pip cannot install what requirements.txt names"
}

# sandbox  the sandbox's program, in $SANDBOX.
sandbox() {
  [ -z "${SANDBOX:-}" ] || return 0
  (cd "$root" && cargo build --quiet --locked --package card-sandbox)
  SANDBOX=$target/debug/card-sandbox
}

# our_client SUITE COMMAND…  the core's client against the provider that the command starts. It ends when the client does.
our_client() {
  (cd "$root" && cargo build --quiet --locked --package card-journeys --example against_provider)
  exec "$target/debug/examples/against_provider" "$@"
}
