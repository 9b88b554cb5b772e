# shellcheck shell=bash
# Counting for the scripts of this folder. Sourced.

good=0 bad=0
well() {
  good=$((good + 1))
  echo "ok    $*"
}
badly() {
  bad=$((bad + 1))
  echo "FAIL  $*"
}
finish() {
  echo "$good passed, $bad failed, ${left:-0} skipped"
  [ "$bad" = 0 ]
}
