# shellcheck shell=bash disable=SC2034,SC2154
# The parts of ./check, in the order in which they run: cheap and telling ones first. Sourced.
# Each function is one part; ABOUT is what ./check --list says.

PARTS=(fmt shell arch clippy rust doc contract peers kotlin swift android framework journey demo bench mobile)
declare -A ABOUT=(
  [fmt]='Rust and Kotlin are formatted'
  [shell]='shellcheck on the scripts'
  [arch]='the rules of the house'
  [clippy]='clippy, warnings are errors'
  [rust]='all Rust tests, beside a real Secret Service'
  [doc]='documentation builds without a warning'
  [contract]='the sandbox against the OpenAPI document'
  [peers]="other people's providers, clients and decoders"
  [kotlin]='the boundary, screens and window on the JVM'
  [swift]='the Swift package on Linux, with the real library'
  [android]='the package for phones: compiled for Android, shrunk, signed, verified'
  [framework]='the real activity on the Android framework (Robolectric), with the real core'
  [journey]='the app from sign-in to card without network, as pictures; the barcode read back; killed and resumed'
  [demo]='./demo leaves no process behind and refuses bad input in words'
  [bench]='benchmarks build and run once'
  [mobile]='core and bindings type-check for Android and iOS'
)

. tests/tools/part-swift.sh
. tests/tools/part-android.sh
. tests/tools/part-framework.sh

part_fmt() {
  once 'Format of the Rust' cargo fmt --all --check
  requires javac mvn || return 0
  if step 'Fetching ktlint' ktlint_classpath; then
    once 'Format of the Kotlin' ktlint
  else
    skipped 'ktlint could not be fetched'
  fi
}

ktlint_classpath() {
  [ -s "$target/ktlint.cp" ] && [ "$target/ktlint.cp" -nt tests/tools/ktlint.xml ] \
    || mvn -B -q -f tests/tools/ktlint.xml dependency:build-classpath "-Dmdep.outputFile=$target/ktlint.cp"
}

ktlint() {
  java -cp "$(cat "$target/ktlint.cp")" com.pinterest.ktlint.Main --relative \
    'android/**/*.kt' 'tests/**/*.kt' '!**/gen/**' '!**/target/**'
}

part_shell() {
  requires shellcheck || return 0
  local script
  while IFS= read -r script; do
    once "shellcheck of $script" shellcheck -S warning -x "$script"
  done < <(find demo check .ci/run tests core android ios shared-assets \( -name target -o -name gen -o -name node_modules \) -prune \
    -o \( -name '*.sh' -o -path demo -o -path check -o -path .ci/run \) -print | sort)
}

part_arch() { cargo_tests 'Rules of the house' cargo test --locked --no-fail-fast -p card-arch; }

part_clippy() {
  once 'Clippy' cargo clippy --locked --workspace --all-targets "${features[@]}" -- -D warnings
}

part_rust() {
  local around=()
  if requires dbus-run-session gnome-keyring-daemon; then around=(tests/tools/secret-service.sh ''); fi
  cargo_tests 'Tests of the Rust' "${around[@]}" \
    cargo test --locked --no-fail-fast --workspace --exclude card-arch "${features[@]}"
}

part_doc() {
  RUSTDOCFLAGS='-D warnings' once 'Documentation' cargo doc --locked --workspace --no-deps
}

part_contract() { script_tests 'Contract of the card service' tests/sandbox/contract/check.sh; }

part_peers() {
  local peer name
  for peer in tests/journeys/peers/*/check.sh; do
    [ -x "$peer" ] || continue
    name=$(basename "$(dirname "$peer")")
    script_tests "Peer $name" "$peer" "$target/peers/$name"
  done
  [ -s "$tally" ] || skipped 'there are no peers yet'
}

part_kotlin() {
  requires javac mvn dbus-run-session gnome-keyring-daemon || return 0
  local marker=$target/kotlin.began rc=0
  build_all
  touch "$marker"
  step 'Tests of the Kotlin' tests/tools/secret-service.sh '' \
    mvn -B -f android/pom.xml --fail-at-end "-Dcore.lib.dir=$target/debug" verify || rc=$?
  from_surefire "$marker" "$rc"
}

part_journey() {
  requires javac mvn chromium chromedriver dbus-run-session gnome-keyring-daemon zbarimg font || return 0
  build_all
  export CARD_BUILT=1
  script_tests 'Journeys with pictures' tests/journeys/demo/pictures.sh
  script_tests 'Killed and resumed' tests/journeys/demo/killed.sh
}

part_demo() {
  requires javac mvn chromium chromedriver dbus-run-session gnome-keyring-daemon font || return 0
  build_all
  export CARD_BUILT=1
  script_tests 'Words for bad input' tests/journeys/demo/refusals.sh
  script_tests 'Nothing left behind' tests/journeys/demo/interrupted.sh
}

part_bench() {
  local manifest name
  for manifest in core tests/journeys; do
    [ -d "$manifest/benches" ] || continue
    name=$(sed -n 's/^name = "\(.*\)"/\1/p' "$manifest/Cargo.toml" | sed -n 1p)
    once "Benchmarks of $name" cargo bench --locked --profile dev -p "$name" --bench '*' -- --test
  done
  [ -s "$tally" ] || skipped 'there are no benchmarks yet'
}

part_mobile() {
  script_tests 'Types for the phones' tests/tools/check-mobile-targets.sh --locked -p card-core -p card-bindings
}
