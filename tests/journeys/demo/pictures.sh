#!/usr/bin/env bash
# The demo in light and dark, at text size 1 and 2, in all languages: each picture of the card is read back by two decoders,
# with the number that the sandbox's persona has. Then the other personas: code 39, and cards that must show no code.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
. "$here/count.sh"
out=$(realpath -m "${CARGO_TARGET_DIR:-$root/target}")/pictures
rm -rf "$out"

# The card number of a persona, from the sandbox's own list.
number() {
  awk -v id="\"$1\"" '$1 == "\"id\":" { mine = index($2, id) } mine && $1 == "\"number\":" { gsub(/[",]/, "", $2); print $2; exit }' \
    "$root/tests/sandbox/personas.json"
}

# reads NUMBER PICTURE  both decoders read just that; with NUMBER "-" both must read nothing.
reads() {
  local wanted='' name=${2#"$out"/} read_back rc=0
  read_back=$("$here/decode.sh" "$2") || rc=$?
  if [ "$rc" = 77 ]; then
    without "$name: a decoder can't be had"
    return 0
  fi
  [ "$1" = - ] || wanted=$(printf 'zbar %s\nzxing %s' "$1" "$1")
  if [ "$(sort -u <<< "$read_back")" = "$wanted" ]; then well "$name: ${wanted:-no code}"; else badly "$name: '$read_back', not '$wanted'"; fi
}

# journey FOLDER ARGUMENT…
journey() {
  local folder=$out/$1
  shift
  if "$root/demo" --headless --out "$folder" "$@" > "$folder.log" 2>&1; then return 0; fi
  badly "${folder#"$out"/}: $(tail -n 3 "$folder.log" | tr '\n' ' ')"
  return 1
}

mkdir -p "$out"
kari=$(number kari)
for lang in nb nn se en; do
  for scale in 1.0 2.0; do
    for look in light dark; do
      name=$lang-$scale-$look dark=()
      [ $look = light ] || dark=(--dark)
      # The whole walk takes long; once is enough, and every state is in the catalogue.
      walk=card
      [ "$name" != nb-1.0-light ] || walk=libraries
      journey "$name" --lang "$lang" --font-scale "$scale" --walk "$walk" "${dark[@]}" || continue
      for picture in card reader offline-restart; do
        file=$(find "$out/$name" -name "*-$picture.png" | sed -n 1p)
        if [ -n "$file" ]; then reads "$kari" "$file"; else badly "$name: no picture of $picture"; fi
      done
    done
  done
done

# A card that nobody has used: kept, then ended.
journey ubrukt --persona ubrukt --walk leave || true
# Somebody without a card gets one, a guardian gets three, and an address changes.
for walk in register children contact; do journey "$walk" --walk "$walk" || true; done
# counted LOG TASK [KIND]  taps, or texts
counted() {
  local line kind=${3:-taps}
  if line=$(grep "^$kind: $2 " "$out/$1.log"); then well "$line"; else badly "nobody counted the $kind to $2"; fi
}
counted nb-1.0-light 'join three libraries'
counted nb-1.0-light 'change the home library'
counted ubrukt 'keep the card'
counted ubrukt 'leave'
counted register 'register'
counted register 'register' texts
counted children 'register three children'
counted children 'register three children and sign for each'
counted contact 'change the e-mail address'
# The number of the child that the walk shows is in the sandbox's list of children.
child=$(grep -o '"id": "tolv".*' "$root/tests/sandbox/children.json" | grep -oE 'N[0-9]{9}' | sed -n 1p)
reads "$child" "$(find "$out/children" -name '*-child-card.png' | sed -n 1p)"

for persona in ola aile dnummer; do
  journey "$persona" --persona "$persona" || continue
  reads "$(number "$persona")" "$(find "$out/$persona" -name '*-card.png' | sed -n 1p)"
done
# The other doors: with a step-up on the way to the devices, with a one-time code, and by Feide.
journey number --door number --walk card && reads "$kari" "$(find "$out/number" -name '*-card.png' | sed -n 1p)"
journey one-time-code --door number --persona ola && reads "$(number ola)" "$(find "$out/one-time-code" -name '*-card.png' | sed -n 1p)"
for picture in number/*-step-up.png number/*-devices.png one-time-code/*-one-time-code.png one-time-code/*-devices.png; do
  # shellcheck disable=SC2086 # a pattern
  if ls "$out"/$picture > /dev/null 2>&1; then well "$picture"; else badly "there is no $picture"; fi
done
journey feide --door feide --persona student && reads "$(number student)" "$(find "$out/feide" -name '*-card.png' | sed -n 1p)"

for persona in sperret utmeldt ingen; do
  journey "$persona" --persona "$persona" || continue
  for file in "$out/$persona"/*.png; do reads - "$file"; done
done
finish
