#!/bin/bash
# Builds the core for iPhones and the simulator: ios/build/CardCoreFFI.xcframework, and the generated Swift. Needs a Mac with Xcode.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if ! command -v xcodebuild > /dev/null; then
  echo "xcframework.sh: needs Xcode (xcodebuild), which this machine doesn't have" >&2
  exit 77
fi
cd "$HERE/.."
TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
DEVICE=aarch64-apple-ios
SIMULATORS=(aarch64-apple-ios-sim x86_64-apple-ios)
OUT=$HERE/build

for target in "$DEVICE" "${SIMULATORS[@]}"; do
  rustup target add "$target"
  IPHONEOS_DEPLOYMENT_TARGET=17.0 cargo build --locked --release -p card-bindings --target "$target"
done

# The same Swift for all: the boundary doesn't depend on the target.
cargo build --locked --features card-bindings/bindgen -p card-bindings
rm -rf "$OUT" && mkdir -p "$OUT/headers" "$OUT/simulator"
(cd bindings && "$TARGET_DIR/debug/uniffi-bindgen" generate --language swift --no-format --out-dir "$OUT/swift" "$TARGET_DIR/debug/libcard_bindings.dylib")
mkdir -p ios/CardKit/Sources/CardCore/gen
mv "$OUT/swift/CardCore.swift" ios/CardKit/Sources/CardCore/gen/
mv "$OUT/swift/CardCoreFFI.h" "$OUT/headers/"
mv "$OUT/swift/CardCoreFFI.modulemap" "$OUT/headers/module.modulemap"
cargo run --locked -p card-assets -- --out android/ui/gen/kotlin --swift ios/CardKit/Sources \
  --catalog ios/App/gen/InfoPlist.xcstrings

lipo -create -output "$OUT/simulator/libcard_bindings.a" \
  "$TARGET_DIR/${SIMULATORS[0]}/release/libcard_bindings.a" "$TARGET_DIR/${SIMULATORS[1]}/release/libcard_bindings.a"
xcodebuild -create-xcframework -output "$OUT/CardCoreFFI.xcframework" \
  -library "$TARGET_DIR/$DEVICE/release/libcard_bindings.a" -headers "$OUT/headers" \
  -library "$OUT/simulator/libcard_bindings.a" -headers "$OUT/headers"
