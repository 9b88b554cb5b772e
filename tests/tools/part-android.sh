# shellcheck shell=bash disable=SC2154
# The part "android" of ./check: the package for phones, built, signed, verified and read. Sourced by parts.sh.

part_android() {
  local out=$target/android
  requires javac mvn python3 aapt2 zipalign apksigner zip unzip || return 0
  build_all
  once 'Building the packages' build_android
  for kind in debug release; do
    once "Signature of the $kind package" apksigner verify --min-sdk-version 26 "$out/app-$kind.apk"
    once "Facts of the $kind package" android_facts "$out/app-$kind.apk"
    say "  app-$kind.apk: $(stat -c %s "$out/app-$kind.apk") bytes; $(unzip -Z1 "$out/app-$kind.apk" | grep -cE '\.dex$') dex, $(unzip -Z1 "$out/app-$kind.apk" | grep -E '\.so$' | paste -sd' ' -)"
  done
}

# Both packages, when anything in them has changed; their compiled classes are what the framework's tests run.
build_android() {
  local now
  now=$(fingerprint android/{binding,ui,app} android/{package.sh,aars.py,gradle} shared-assets/fonts Cargo.lock)
  fresh android "$now" && [ -s "$target/android/app-release.apk" ] && [ -s "$target/android/shrunk.jar" ] && return 0
  android/package.sh deps resources compile debug release shrunk && echo "$now" > "$stamps/android"
}

# named APK WORD…  true when its code has these words: a class under its own name, or what is reached by the system's calls only.
named() {
  local word code=$target/android/code.dex
  unzip -p "$1" 'classes*.dex' > "$code"
  for word in "${@:2}"; do
    grep -qaF "$word" "$code" || { echo "no $word in the code of $1"; return 1; }
  done
}

# The classes that the system makes by the manifest's word, as aapt2 lists them.
manifest_classes() { sed -n 's/^-keep class \([^ ]*\) .*/L\1;/p' "$target/android/manifest.pro" | tr . /; }

# What the package says of itself is what we mean it to say.
android_facts() {
  local badging entries classes
  mapfile -t classes < <(manifest_classes)
  badging=$(aapt2 dump badging "$1" 2> /dev/null)
  echo "$badging"
  entries=$(unzip -Z1 "$1")
  echo "$entries"
  grep -q "^package: name='no.bibliotekkortet.app' " <<< "$badging" \
    && grep -q "^sdkVersion:'26'" <<< "$badging" \
    && grep -q "^targetSdkVersion:'35'" <<< "$badging" \
    && grep -q "^launchable-activity: name='no.bibliotekkortet.app.MainActivity'" <<< "$badging" \
    && [ "$(grep -c '^uses-permission' <<< "$badging")" = 3 ] \
    && grep -q "^uses-permission: name='android.permission.USE_BIOMETRIC'" <<< "$badging" \
    && grep -q "^uses-permission: name='android.permission.INTERNET'" <<< "$badging" \
    && grep -q "^uses-permission: name='android.permission.ACCESS_COARSE_LOCATION'" <<< "$badging" \
    && ! grep -q '^application-debuggable' <<< "$badging" \
    && grep -q '^lib/arm64-v8a/libjnidispatch.so$' <<< "$entries" \
    && [ "${#classes[@]}" -ge 3 ] \
    && named "$1" "${classes[@]}" Lno/bibliotekkortet/binding/AndroidTrust\; Lorg/rustls/platformverifier/CertificateVerifier\; \
      android.permission.ACCESS_COARSE_LOCATION
}
