#!/bin/bash
# Runs the real activity on the Android framework's own code (Robolectric).
#   tests/framework/run.sh [-Dtest=…]          with the real core and the sandbox; before: android/package.sh deps resources compile
#   tests/framework/run.sh shrunk [-Dtest=…]   as R8 leaves it in a release; before, too: android/package.sh shrunk
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$HERE/../..
TARGET_DIR=$(realpath -m "${CARGO_TARGET_DIR:-$ROOT/target}")
APP=$TARGET_DIR/android OUT=$TARGET_DIR/framework
M2=${M2:-$HOME/.m2/repository} ANDROID=15-robolectric-13954326
version() { sed -n "s/^$1 = \"\(.*\)\"/\1/p" "$ROOT/android/gradle/libs.versions.toml"; }
KOTLIN=$(version kotlin) JNA=$(version jna)
mkdir -p "$OUT"/{libs,aar} "$APP/assets"
cp "$HERE/pom.xml" "$OUT/pom.xml"
if [ "$(cat "$OUT/.done" 2> /dev/null)" != "$(sha256sum < "$HERE/pom.xml")" ]; then
  mvn -B -q -f "$OUT/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$OUT/libs"
  mvn -B -q dependency:get "-Dartifact=net.java.dev.jna:jna:$JNA" -Dtransitive=false
  for a in "$OUT"/libs/*.aar; do unzip -qo "$a" -d "$OUT/aar/$(basename "$a" .aar)"; done
  sha256sum < "$HERE/pom.xml" > "$OUT/.done"
fi

# tests CLASSPATH SOURCE… -- ARGUMENT…  compiles them and runs them before the framework, which comes last: Robolectric brings its own
# instrumented copy, this one only fills what the others lack.
tests() {
  local path=$1:$android sources=()
  shift
  while [ "$1" != -- ]; do sources+=("$1"); shift; done
  shift
  rm -rf "$OUT/classes" "$OUT/target" && mkdir -p "$OUT/classes/com/android/tools"
  cp "$HERE/test_config.properties" "$OUT/classes/com/android/tools/"
  java -Xmx2g -cp "$(cat "$APP/kotlinc/cp.txt")" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -jvm-target 17 \
    "-Xfriend-paths=$APP/classes" -cp "$path" -d "$OUT/classes" "${sources[@]}"
  exec mvn -B -f "$OUT/pom.xml" surefire:test "-Dtest.classes=$OUT/classes" "-Dwork.dir=$APP" "-Dcore.lib.dir=$TARGET_DIR/debug" \
    "-Dcard.words=$ROOT/shared-assets/strings/nb.toml" "-Dmaven.test.additionalClasspath=$(printf '%s' "$path" | tr ':' ',')" "$@"
}

jar() { echo "$M2/${1//.//}/$2/$3/$2-$3.jar"; }
android=$(jar org.robolectric android-all $ANDROID)
test=$(printf '%s:' "$OUT"/libs/*.jar)
if [ "${1:-}" = shrunk ]; then
  shift
  # Kotlin's library for the test itself: in the shrunk app it has other names.
  tests "$APP/shrunk.jar:$test$(printf '%s:' "$OUT"/aar/{monitor,junit}-*/classes.jar)$(jar org.jetbrains.kotlin kotlin-stdlib "$KOTLIN")" \
    "$HERE/shrunk" -- "$@"
fi
# JNA as a computer needs it stands before the phone's
app=$(jar net.java.dev.jna jna "$JNA"):$(find "$APP"/aar -name classes.jar ! -path '*/jna-*' | sort | tr '\n' ':')$(printf '%s:' "$APP"/libs/*.jar)
tests "$APP/classes:$APP/r:$app$test$(printf '%s:' "$OUT"/aar/*/classes.jar)" \
  "$HERE/src" "$ROOT/tests/kotlin/src/test/kotlin/no/bibliotekkortet/core/SandboxProcess.kt" -- "$@"
