#!/bin/bash
# Runs the real activity on the Android framework's own code (Robolectric), with the real core and the sandbox.
#   tests/framework/run.sh [-Dtest=…]     before: android/package.sh deps resources compile
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
# JNA as a computer needs it stands before the phone's
app=$M2/net/java/dev/jna/jna/$JNA/jna-$JNA.jar:$(find "$APP"/aar -name classes.jar ! -path '*/jna-*' | sort | tr '\n' ':')$(printf '%s:' "$APP"/libs/*.jar)
test=$(printf '%s:' "$OUT"/libs/*.jar "$OUT"/aar/*/classes.jar)
android=$M2/org/robolectric/android-all/$ANDROID/android-all-$ANDROID.jar
rm -rf "$OUT/classes" "$OUT/target" && mkdir -p "$OUT/classes/com/android/tools"
cp "$HERE/test_config.properties" "$OUT/classes/com/android/tools/"
java -Xmx2g -cp "$(cat "$APP/kotlinc/cp.txt")" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -jvm-target 17 \
  "-Xplugin=$M2/org/jetbrains/kotlin/kotlin-compose-compiler-plugin-embeddable/$KOTLIN/kotlin-compose-compiler-plugin-embeddable-$KOTLIN.jar" \
  "-Xfriend-paths=$APP/classes" -cp "$APP/classes:$APP/r:$app$test$android" -d "$OUT/classes" \
  "$HERE/src" "$ROOT/tests/kotlin/src/test/kotlin/no/bibliotekkortet/core/SandboxProcess.kt"
# The framework comes last: Robolectric brings its own instrumented copy, this one only fills what the others lack
exec mvn -B -f "$OUT/pom.xml" surefire:test "-Dtest.classes=$OUT/classes" "-Dwork.dir=$APP" "-Dcore.lib.dir=$TARGET_DIR/debug" \
  "-Dmaven.test.additionalClasspath=$(printf '%s' "$APP/classes:$APP/r:$app$test$android" | tr ':' ',')" "$@"
