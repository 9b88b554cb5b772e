# shellcheck shell=bash
# Counting for the scripts of this folder. Sourced.

good=0 bad=0 left=0
well() {
  good=$((good + 1))
  echo "ok    $*"
}
badly() {
  bad=$((bad + 1))
  echo "FAIL  $*"
}
without() {
  left=$((left + 1))
  echo "skip  $*"
}
finish() {
  echo "$good passed, $bad failed, $left skipped"
  [ "$bad" = 0 ]
}
