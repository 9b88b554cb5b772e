# shellcheck shell=bash
# Builds the sandbox, the library with its Kotlin, and the window. Sourced after say.sh.
# One cargo call with one set of features, so that nothing is compiled twice; stamps keep the warm path short.

features=(--features card-bindings/bindgen)
library=${target:?}/debug/libcard_bindings.so
stamps=$target/stamps
mkdir -p "$stamps"

# One hash over the files (and the files in the folders) that are named, built folders left out.
fingerprint() {
  (cd "${root:?}" && find "$@" -type d -name target -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) \
    | sha256sum | cut -d' ' -f1
}

fresh() { [ "$(cat "$stamps/$1" 2> /dev/null)" = "$2" ]; }

build_rust() { (cd "$root" && cargo build --locked --workspace "${features[@]}"); }

generate_kotlin() {
  rm -rf "$root/android/binding/gen"
  (cd "$root/bindings" && "$target/debug/uniffi-bindgen" generate --language kotlin --no-format \
    --out-dir ../android/binding/gen "$library")
}

# The core in Swift; the module map is our own, since the generated one is for Apple's systems only.
generate_swift() {
  local sources=$root/ios/CardKit/Sources out=$target/swift-core
  rm -rf "$sources"/{CardCore,CardCoreFFI}/gen "$out"
  (cd "$root/bindings" && "$target/debug/uniffi-bindgen" generate --language swift --no-format --out-dir "$out" "$library")
  mkdir -p "$sources"/{CardCore,CardCoreFFI}/gen
  mv "$out/CardCore.swift" "$sources/CardCore/gen/"
  mv "$out/CardCoreFFI.h" "$sources/CardCoreFFI/gen/"
  rm -r "$out"
}

generate_assets() {
  rm -rf "$root"/android/{ui,app}/gen "$root/ios/App/gen"
  (cd "$root" && "$target/debug/card-assets" --out android/ui/gen/kotlin --swift ios/CardKit/Sources \
    --android android/app/gen/res --catalog ios/App/gen/InfoPlist.xcstrings)
}

# From scratch each time: Kotlin's incremental build keeps callers of a function whose parameters have changed.
build_kotlin() {
  rm -rf "$root"/android/*/target/classes "$root"/android/*/target/kotlin-ic
  mvn -B -q -f "$root/android/pom.xml" -pl desktop -am -Dmaven.test.skip=true "-Dcore.lib.dir=$target/debug" package
}

# Words, colours and icons for both shells, when their sources have changed.
asset_sources() {
  local now
  now=$(fingerprint shared-assets "$target/debug/card-assets")
  if ! fresh assets "$now" || [ ! -d "$root/android/app/gen" ] || [ ! -d "$root/ios/CardKit/Sources/CardKit/gen" ]; then
    step 'Generating words, colours and icons' generate_assets || return 1
    echo "$now" > "$stamps/assets"
  fi
}

# The generated Swift, when its sources have changed.
swift_sources() {
  local now
  now=$(fingerprint "$library" bindings/uniffi.toml)
  if ! fresh swift "$now" || [ ! -d "$root/ios/CardKit/Sources/CardCore/gen" ]; then
    step 'Generating Swift for the core' generate_swift || return 1
    echo "$now" > "$stamps/swift"
  fi
  asset_sources
}

# Everything that the demo runs. With CARD_BUILT set, it was just done by the caller.
build_all() {
  local now
  [ -z "${CARD_BUILT:-}" ] || return 0
  step 'Building the core and the sandbox' build_rust || exit 1
  now=$(fingerprint "$library" bindings/uniffi.toml)
  if ! fresh binding "$now" || [ ! -d "$root/android/binding/gen" ]; then
    step 'Generating Kotlin for the core' generate_kotlin || exit 1
    echo "$now" > "$stamps/binding"
  fi
  asset_sources || exit 1
  now=$(fingerprint android)
  if ! fresh kotlin "$now" || [ ! -s "$root/android/desktop/target/classpath.txt" ]; then
    step 'Building the screens' build_kotlin || exit 1
    echo "$now" > "$stamps/kotlin"
  fi
}
