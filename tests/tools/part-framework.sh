# shellcheck shell=bash disable=SC2154
# The part "framework" of ./check: the real activity on the Android framework, with the real core. Sourced by parts.sh.

part_framework() {
  local marker=$target/framework.began rc=0
  requires javac mvn python3 aapt2 zip unzip || return 0
  build_all
  if ! step 'Building the packages' build_android; then
    failed
    return 0
  fi
  touch "$marker"
  step 'Tests on the Android framework' tests/framework/run.sh || rc=$?
  from_surefire "$marker" "$rc" "$target/framework"
  rc=0
  touch "$marker"
  step 'The shrunk app on the Android framework' tests/framework/run.sh shrunk || rc=$?
  from_surefire "$marker" "$rc" "$target/framework"
}
