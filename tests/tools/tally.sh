# shellcheck shell=bash
# Counts tests from what the tools themselves print. Sourced; each part of ./check writes into $tally, one line per count:
# "passed N", "failed N", "skipped N reason".

passed() { echo "passed ${1:-1}" >> "${tally:?}"; }
failed() { echo "failed ${1:-1}" >> "${tally:?}"; }
# skipped REASON
skipped() {
  say "  skipped: $*"
  echo "skipped 1 $*" >> "$tally"
}

# requires TOOL…  true when all are there; otherwise counts a skip that names them.
requires() {
  local lacking
  mapfile -t lacking < <(missing "$@")
  [ ${#lacking[@]} -gt 0 ] || return 0
  skipped "missing here: ${lacking[*]}"
  return 1
}

# once TITLE COMMAND…  one check: it passes or fails as a whole.
once() { if step "$@"; then passed; else failed; fi; }

# log_of TITLE  where step keeps that step's output.
log_of() { echo "${logs:?}/$(tr -cs 'a-zA-Z0-9\n' - <<< "$1").log"; }

# from_cargo TITLE STATUS  counts cargo's "test result" lines; a run that failed without one counts as one failure.
from_cargo() {
  local good bad ignored
  read -r good bad ignored < <(awk '/^test result:/ { for (i = 1; i < NF; i++) {
    if ($(i + 1) == "passed;") p += $i; if ($(i + 1) == "failed;") f += $i; if ($(i + 1) == "ignored;") s += $i } }
    END { print p + 0, f + 0, s + 0 }' "$(log_of "$1")")
  passed "$good"
  [ "$2" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  [ "$bad" = 0 ] || failed "$bad"
  [ "$ignored" = 0 ] || echo "skipped $ignored ignored in the source" >> "$tally"
  [ $((good + bad)) -gt 0 ] || failed
}

# cargo_tests TITLE COMMAND…
cargo_tests() {
  local rc=0
  step "$@" || rc=$?
  from_cargo "$1" "$rc"
  grep -E '^test .* FAILED$' "$(log_of "$1")" || true
}

# from_script TITLE STATUS  counts the last "N passed, N failed, N skipped" line of one of our own scripts.
from_script() {
  local line good bad left
  line=$(grep -oE '[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?' "$(log_of "$1")" | tail -n 1 || true)
  if [ "$2" = 77 ]; then
    skipped "$1: $(grep -v '^$' "$(log_of "$1")" | tail -n 1)"
  elif [ -z "$line" ]; then
    if [ "$2" = 0 ]; then passed; else failed; fi
  else
    read -r good bad left < <(tr -c '0-9\n' ' ' <<< "$line")
    passed "$good"
    [ "$2" = 0 ] || [ "$bad" -gt 0 ] || bad=1
    [ "$bad" = 0 ] || failed "$bad"
    [ "${left:-0}" = 0 ] || echo "skipped $left $1: see $(log_of "$1")" >> "$tally"
  fi
}

# script_tests TITLE COMMAND…  status 77 is a skip whose reason is the last line.
script_tests() {
  local rc=0
  SKIP_OK=1 step "$@" || rc=$?
  from_script "$1" "$rc"
}

# from_surefire MARKER STATUS [FOLDER]  counts the reports of Maven's tests that are newer than the marker.
from_surefire() {
  local good=0 bad=0 left=0 report head tests wrong gone
  while IFS= read -r report; do
    head=$(grep -m 1 -o '<testsuite .*' "$report")
    tests=$(attribute tests "$head")
    wrong=$(($(attribute failures "$head") + $(attribute errors "$head")))
    gone=$(attribute skipped "$head")
    good=$((good + tests - wrong - gone)) bad=$((bad + wrong)) left=$((left + gone))
    [ "$wrong" = 0 ] || say "  failed in $(attribute name "$head"): ${report#"${root:?}"/}"
  done < <(find "${3:-${root:?}/android}" "$root/tests" -path '*/surefire-reports/TEST-*.xml' -newer "$1")
  passed "$good"
  [ "$2" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  [ "$bad" = 0 ] || failed "$bad"
  [ "$left" = 0 ] || echo "skipped $left skipped by JUnit" >> "$tally"
  [ $((good + bad)) -gt 0 ] || failed
}

attribute() { sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p" <<< " $2" | sed -n 1p; }

# total KIND FILE…
total() {
  local kind=$1
  shift
  awk -v kind="$kind" '$1 == kind { n += $2 } END { print n + 0 }' "$@" /dev/null
}
