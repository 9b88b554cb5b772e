#!/usr/bin/env bash
# Type-checks (cargo check, no linking) Rust code for the phones, on plain Linux: no NDK, no Xcode.
#   check-mobile-targets.sh [cargo check's arguments, such as -p card-core]
# C parts of dependencies (ring, bundled SQLite) are not compiled: a stand-in compiler writes empty objects, which is
# enough because nothing is linked. Exit 77: rustup can't fetch the targets' standard library here.
set -euo pipefail
targets=(aarch64-linux-android aarch64-apple-ios)
cache=$(realpath -m "${CARGO_TARGET_DIR:-target}")/mobile
mkdir -p "$cache/sdk"
cat > "$cache/cc" << 'X'
#!/bin/sh
# stand-in C compiler: says it is clang, writes empty objects
out= src= mode=
for a in "$@"; do
  case $prev in -o) out=$a ;; esac; prev=$a
  case $a in -E) mode=E ;; -c) mode=c ;; --version|-v|-###) mode=v ;; *.c|*.S|*.s|*.cc|*.cpp) src=$a ;; esac
done
case $mode in
  E) echo 'clang'; echo '#define __clang__ 1' ;;
  v) echo 'clang version 19.0.0'; echo 'Target: unknown' ;;
  *) if [ -n "$out" ]; then : > "$out"; elif [ -n "$src" ]; then b=${src##*/}; : > "${b%.*}.o"; fi ;;
esac
X
cat > "$cache/ar" << 'X'
#!/bin/sh
for a in "$@"; do case $a in *.a) [ -e "$a" ] || printf '!<arch>\n' > "$a"; exit 0 ;; esac; done
X
chmod +x "$cache/cc" "$cache/ar"

for t in "${targets[@]}"; do
  compgen -G "$(rustc --print sysroot)/lib/rustlib/$t/lib/libcore-*.rlib" > /dev/null && continue
  command -v rustup > /dev/null && timeout 300 rustup target add "$t" && continue
  echo "rustup has no standard library for $t here"
  exit 77
done
export IPHONEOS_DEPLOYMENT_TARGET=${IPHONEOS_DEPLOYMENT_TARGET:-17.4}
good=0 bad=0
for t in "${targets[@]}"; do
  u=${t//-/_}
  export "CC_$u=$cache/cc" "CXX_$u=$cache/cc" "AR_$u=$cache/ar" RANLIB_"$u"=true
  case $t in *apple*) export SDKROOT=$cache/sdk ;; *) unset SDKROOT ;; esac
  if cargo check --target "$t" "$@"; then good=$((good + 1)); else bad=$((bad + 1)); fi
done
echo "$good passed, $bad failed, 0 skipped"
[ "$bad" = 0 ]
