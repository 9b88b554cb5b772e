# shellcheck shell=bash disable=SC2154
# The part "swift" of ./check: the Swift package on Linux, with the real library and the sandbox. Sourced by parts.sh.

part_swift() {
  local title='Tests of the Swift' rc=0
  requires git apt-get dpkg-deb unshare || return 0
  if ! step 'Fetching Swift' tests/tools/get-swift.sh; then
    skipped 'Swift could not be fetched, or needs root or user namespaces here'
    return 0
  fi
  step 'Building the core and the sandbox' build_rust || { failed; return 0; }
  swift_sources || { failed; return 0; }
  once 'Format of the Swift' swift_format
  step "$title" swift_tests || rc=$?
  from_swift "$title" "$rc"
  title='Tests of the iOS app' rc=0
  step "$title" app_tests || rc=$?
  from_swift "$title" "$rc"
}

# in_swift COMMAND…  runs it in the Swift tree, in the package's folder, with this target folder there.
in_swift() {
  local wrapper
  wrapper=$(tests/tools/get-swift.sh)
  (cd "${package:-ios/CardKit}" && SWIFT_IN_BIND=$target no_proxy=127.0.0.1,localhost CARD_CORE_LIBS=$target/debug \
    CARD_SANDBOX=$target/debug/card-sandbox "$wrapper" "$@")
}

swift_files() {
  (cd ios/CardKit && find Package.swift Sources Tests ../App ../../tests/swiftui-stub ../../tests/ios-app \
    \( -name gen -o -name .build \) -prune -o -name '*.swift' -print 2> /dev/null | sort)
}

swift_format() {
  local files
  mapfile -t files < <(swift_files)
  in_swift swift format lint --strict --configuration .swift-format "${files[@]}"
}

# Walking every screen keeps all cores busy; what waits for the sandbox runs beside nothing else.
swift_tests() {
  local choice rc=0
  in_swift swift build --build-tests --scratch-path "$root/target/swift" || return
  for choice in --skip --filter; do
    in_swift swift test --disable-xctest --skip-build --scratch-path "$root/target/swift" "$choice" CardUITests || rc=$?
  done
  return "$rc"
}

# The app's own sources against stand-ins of Apple's modules.
app_tests() {
  package=tests/ios-app in_swift swift test --disable-xctest --scratch-path "$root/target/ios-app"
}

# from_swift TITLE STATUS  counts the lines of Swift Testing; a run that failed without one counts as one failure.
from_swift() {
  local log good bad left
  log=$(log_of "$1")
  good=$(grep -cE ' Test ("|[a-zA-Z_]+\().* passed after ' "$log" || true)
  bad=$(grep -cE ' Test ("|[a-zA-Z_]+\().* failed after ' "$log" || true)
  left=$(grep -cE ' Test ("|[a-zA-Z_]+\().* skipped' "$log" || true)
  passed "$good"
  [ "$2" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  [ "$bad" = 0 ] || failed "$bad"
  [ "$left" = 0 ] || echo "skipped $left skipped by Swift Testing" >> "$tally"
  [ $((good + bad)) -gt 0 ] || failed
  grep -E 'Test run with' "$log" || true
}
