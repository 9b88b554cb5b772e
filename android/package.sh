#!/bin/bash
# Builds a signed package (APK) without Google's tools: Maven for the artifacts, Debian for aapt2, zipalign and apksigner.
#   android/package.sh [STEP…]     deps resources compile debug release shrunk; without a step up to debug
# Before: the generated sources (../README.md). What comes out lies in $BUILD. The core's own library for phones needs the NDK
# and is packed when NATIVE names a folder with ABI/libcard_bindings.so; without it the package shows its NoLibrary screen.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-$HERE/../target}")
BUILD=${BUILD:-$TARGET_DIR/android}
version() { sed -n "s/^$1 = \"\(.*\)\"/\1/p" "$HERE/gradle/libs.versions.toml"; }
KOTLIN=$(version kotlin) MIN=$(version minSdk) TARGET=35 R8=8.5.35
ANDROID=15-robolectric-13954326     # the framework that the code is compiled against (API 35)
ANDROID_RES=12.1-robolectric-8229987 # what Debian's aapt2 links against: it can't read newer resource tables
APP=$HERE/app
SOURCES=("$HERE"/binding/gen "$HERE"/binding/src "$HERE"/ui/gen/kotlin "$HERE"/ui/src/main/kotlin "$APP"/src/main/kotlin)
M2=${M2:-$HOME/.m2/repository}
mvn() { command mvn -B -q "$@"; }
jar_of() { echo "$M2/${1//.//}/$2/$3/$2-$3.jar"; }
libs() { ls "$BUILD"/aar/*/classes.jar "$BUILD"/libs/*.jar; }
# The framework of the phones lacks java.*, which every phone has. Without it R8 takes what the system calls (run(), compareTo())
# for what nobody calls, and leaves it out.
JDK=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
r8() {
  java -Xmx4g -cp "$(jar_of com.android.tools r8 $R8)" "com.android.tools.r8.$1" --lib "$(jar_of org.robolectric android-all $ANDROID)" \
    --lib "$JDK" "${@:2}"
}

verifier() {
  (cd "$HERE" && cargo metadata --locked --format-version 1 --filter-platform aarch64-linux-android) | python3 -c '
import json, pathlib, sys
packages = json.load(sys.stdin)["packages"]
crate = next(p for p in packages if p["name"] == "rustls-platform-verifier-android")
print(next(pathlib.Path(crate["manifest_path"]).parent.glob("maven/**/*.aar")))'
}

deps() {
  local want a
  want=$(cat "$HERE/aars.py" "$HERE/package.sh" "$HERE/gradle/libs.versions.toml" "$HERE/../Cargo.lock" | sha256sum)
  [ "$(cat "$BUILD/deps.stamp" 2> /dev/null)" != "$want" ] || return 0
  rm -rf "$BUILD" && mkdir -p "$BUILD"/{libs,aar,kotlinc,fw}
  python3 "$HERE/aars.py" "$BUILD/aars.xml"
  mvn -f "$BUILD/aars.xml" dependency:copy-dependencies "-DoutputDirectory=$BUILD/libs"
  rm -f "$BUILD"/libs/runtime-annotation-jvm-*.jar "$BUILD"/libs/annotation-1.*.jar # the same classes twice
  for a in "$BUILD"/libs/*.aar; do unzip -qo "$a" -d "$BUILD/aar/$(basename "$a" .aar)"; done
  # The Java part of the core's TLS comes with its crate.
  unzip -qo "$(verifier)" -d "$BUILD/aar/rustls-platform-verifier"
  for a in org.robolectric:android-all:$ANDROID org.robolectric:android-all:$ANDROID_RES com.android.tools:r8:$R8 \
    "org.jetbrains.kotlin:kotlin-compose-compiler-plugin-embeddable:$KOTLIN"; do
    mvn dependency:get "-Dartifact=$a" -Dtransitive=false
  done
  cat > "$BUILD/kotlinc/pom.xml" << P
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>no.bibliotekkortet</groupId><artifactId>kotlinc</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-compiler-embeddable</artifactId><version>$KOTLIN</version></dependency></dependencies></project>
P
  mvn -f "$BUILD/kotlinc/pom.xml" dependency:build-classpath "-Dmdep.outputFile=$BUILD/kotlinc/cp.txt"
  # the framework's resources as aapt2 takes them: two entries, stored
  unzip -qo "$(jar_of org.robolectric android-all $ANDROID_RES)" resources.arsc AndroidManifest.xml -d "$BUILD/fw"
  (cd "$BUILD/fw" && zip -q0 fw.apk resources.arsc AndroidManifest.xml)
  echo "$want" > "$BUILD/deps.stamp"
}

resources() {
  local packages='' overlays=() d n weight
  rm -rf "$BUILD"/{flat,gen,r,res} && mkdir -p "$BUILD"/{flat,gen,r,res}
  cp -r "$APP"/src/main/res/. "$APP"/gen/res/. "$BUILD/res" && mkdir -p "$BUILD/res/font"
  for weight in Regular Medium SemiBold Bold; do
    cp "$HERE/../shared-assets/fonts/Inter-$weight.otf" "$BUILD/res/font/inter_${weight,,}.otf"
  done
  # Attributes newer than that framework are Gradle's to write.
  sed '/android:localeConfig=/d' "$APP/src/main/AndroidManifest.xml" > "$BUILD/AndroidManifest.xml"
  aapt2 compile --dir "$BUILD/res" -o "$BUILD/flat/app.zip"
  for d in "$BUILD"/aar/*; do
    n=$(basename "$d")
    packages+=":$(grep -o 'package="[^"]*"' "$d/AndroidManifest.xml" | sed -n 1p | cut -d'"' -f2)"
    if [ -d "$d/res" ]; then aapt2 compile --dir "$d/res" -o "$BUILD/flat/$n.zip" && overlays+=(-R "$BUILD/flat/$n.zip"); fi
  done
  aapt2 link -o "$BUILD/base.apk" -I "$BUILD/fw/fw.apk" --manifest "$BUILD/AndroidManifest.xml" --java "$BUILD/gen" \
    --proguard "$BUILD/manifest.pro" \
    --auto-add-overlay --extra-packages "${packages#:}" --min-sdk-version "$MIN" --target-sdk-version "$TARGET" \
    "${overlays[@]}" -R "$BUILD/flat/app.zip"
  find "$BUILD/gen" -name '*.java' > "$BUILD/gen.txt"
  javac -nowarn --release 17 -d "$BUILD/r" @"$BUILD/gen.txt"
}

compile() {
  rm -rf "$BUILD/classes" && mkdir -p "$BUILD/classes"
  java -Xmx2g -cp "$(cat "$BUILD/kotlinc/cp.txt")" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -jvm-target 17 \
    "-Xplugin=$(jar_of org.jetbrains.kotlin kotlin-compose-compiler-plugin-embeddable "$KOTLIN")" \
    -cp "$BUILD/r:$(libs | tr '\n' ':')$(jar_of org.robolectric android-all $ANDROID)" -d "$BUILD/classes" "${SOURCES[@]}"
  jar cf "$BUILD/app.jar" -C "$BUILD/classes" . && jar cf "$BUILD/r.jar" -C "$BUILD/r" .
}

debug() {
  local j e
  rm -rf "$BUILD/dex" && mkdir -p "$BUILD/dex/META-INF/services"
  mapfile -t all < <(libs)
  r8 D8 --debug --min-api "$MIN" --output "$BUILD/dex" "$BUILD/app.jar" "$BUILD/r.jar" "${all[@]}"
  # D8 drops Java resources; coroutines find Dispatchers.Main through a service file
  for j in "${all[@]}"; do
    for e in $(unzip -Z1 "$j" 'META-INF/services/*' 2> /dev/null | grep -v '/$' || true); do
      { unzip -p "$j" "$e" && echo; } >> "$BUILD/dex/$e"
    done
  done
  package "$BUILD/dex" "$BUILD/app-debug.apk"
}

# shrink OUTPUT OPTION…  R8 on the app and its libraries, by our rules, theirs, and what the manifest names.
shrink() {
  local rules=(--pg-conf "$APP/keep.pro" --pg-conf "$BUILD/manifest.pro") p
  mapfile -t all < <(libs)
  for p in "$BUILD"/aar/*/proguard.txt; do rules+=(--pg-conf "$p"); done
  r8 R8 --release "${rules[@]}" "${@:2}" --output "$1" "$BUILD/app.jar" "$BUILD/r.jar" "${all[@]}" > "$BUILD/r8.log" 2>&1 \
    || { tail -40 "$BUILD/r8.log" >&2; exit 1; }
}

release() {
  rm -rf "$BUILD/r8" && mkdir -p "$BUILD/r8"
  shrink "$BUILD/r8" --min-api "$MIN" --pg-map-output "$BUILD/mapping.txt"
  package "$BUILD/r8" "$BUILD/app-release.apk"
}

# The same code as a computer can run it: ../tests/framework starts it.
shrunk() { shrink "$BUILD/shrunk.jar" --classfile; }

# package FOLDER_WITH_DEX APK
package() {
  local apk=$BUILD/unaligned.apk key=${KEYSTORE:-$BUILD/debug.p12} pass=${KEYSTORE_PASS:-android} jna abi
  cp "$BUILD/base.apk" "$apk"
  (cd "$1" && zip -q "$apk" classes*.dex && { [ ! -d META-INF/services ] || zip -qr "$apk" META-INF/services; })
  rm -rf "$BUILD/jni" && mkdir -p "$BUILD/jni/lib"
  jna=$(ls -d "$BUILD"/aar/jna-*)
  for abi in arm64-v8a x86_64; do cp -r "$jna/jni/$abi" "$BUILD/jni/lib/"; done
  [ -z "${NATIVE:-}" ] || cp -r "$NATIVE"/. "$BUILD/jni/lib/"
  (cd "$BUILD/jni" && zip -q0r "$apk" lib)
  [ -e "$key" ] || keytool -genkeypair -keystore "$key" -storetype PKCS12 -storepass "$pass" -alias app -keyalg EC \
    -groupname secp256r1 -validity 10000 -dname CN=debug 2> /dev/null
  zipalign -f -p 4 "$apk" "$2"
  apksigner sign --ks "$key" --ks-pass "pass:$pass" --min-sdk-version "$MIN" "$2"
}

[ $# -gt 0 ] || set -- deps resources compile debug
for step in "$@"; do
  from=$SECONDS
  "$step"
  echo "$step: $((SECONDS - from)) s"
done
