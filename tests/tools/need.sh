# shellcheck shell=bash
# What has to be on the machine, and which Debian package brings it. Sourced after say.sh.

declare -A PACKAGE=(
  [cc]=build-essential [curl]=curl [git]=git [javac]=openjdk-17-jdk [mvn]=maven [lib:libGL.so.1]=libgl1
  [lib:libfontconfig.so.1]=libfontconfig1 [lib:libXtst.so.6]=libxtst6 [font]=fonts-dejavu-core
  [dbus-run-session]=dbus [gnome-keyring-daemon]=gnome-keyring [chromium]=chromium [chromedriver]=chromium-driver
  [zbarimg]=zbar-tools [Xvfb]=xvfb [shellcheck]=shellcheck [python3]=python3 [venv]=python3-venv
  [node]=nodejs [npm]=npm [aapt2]=aapt [zipalign]=zipalign [apksigner]=apksigner [zip]=zip [unzip]=unzip
)
declare -A PURPOSE=(
  [cc]='compiles SQLite and the cryptography' [curl]='fetches Rust' [javac]='compiles the screens' [mvn]='builds the screens'
  [lib:libGL.so.1]='draws' [lib:libfontconfig.so.1]='finds fonts' [font]='writes' [gnome-keyring-daemon]='keeps the secrets'
  [dbus-run-session]='leads to the keyring' [chromium]='signs in by itself' [chromedriver]='steers Chromium'
  [zbarimg]='reads the barcode' [aapt2]='packs for Android' [apksigner]='signs the package' [shellcheck]='checks the scripts' [venv]='keeps Python tools apart'
)

has() {
  case $1 in
    lib:*) ldconfig -p 2> /dev/null | grep -F "${1#lib:}" > /dev/null || PATH=$PATH:/sbin ldconfig -p | grep -F "${1#lib:}" > /dev/null ;;
    font) [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name '*.[to]tf' -print -quit 2> /dev/null)" ] ;;
    venv) python3 -c 'import venv, ensurepip' 2> /dev/null ;;
    javac) command -v javac > /dev/null && [ "$(javac -version 2>&1 | grep -oE '[0-9]+' | sed -n 1p)" -ge 17 ] ;;
    *) command -v "$1" > /dev/null ;;
  esac
}

# Those of the named things that aren't there.
missing() {
  local tool
  for tool in "$@"; do has "$tool" || echo "$tool"; done
}

install_packages() {
  local as=() packages=("$@")
  [ "$(id -u)" = 0 ] || as=(sudo)
  "${as[@]}" apt-get update -qq && "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
    --no-install-recommends "${packages[@]}"
}

# need TOOL…  makes sure of them: installs as root, asks for root where sudo is, or says the exact line and ends with 2.
need() {
  local lacking packages=() tool answer
  mapfile -t lacking < <(missing "$@")
  [ ${#lacking[@]} -gt 0 ] || return 0
  say 'Missing on this machine:'
  for tool in "${lacking[@]}"; do
    packages+=("${PACKAGE[$tool]}")
    say "  ${PACKAGE[$tool]}${PURPOSE[$tool]:+ (${PURPOSE[$tool]})}"
  done
  if ! command -v apt-get > /dev/null; then
    code=2 die "this is not Debian; install what answers to: ${packages[*]}"
  elif [ "$(id -u)" != 0 ] && ! { command -v sudo > /dev/null && [ -t 0 ]; }; then
    code=2 die "as root, run: apt-get install ${packages[*]}"
  elif [ "$(id -u)" != 0 ]; then
    read -rp 'Install them now with sudo? [y/N] ' answer
    [[ $answer == [yYjJ]* ]] || code=2 die "as root, run: apt-get install ${packages[*]}"
    sudo -v
  fi
  step "Installing ${packages[*]}" install_packages "${packages[@]}" || exit 2
}

# want TOOL…  the same for what one can do without: never asks, never ends the run.
want() {
  local lacking packages=() tool
  mapfile -t lacking < <(missing "$@")
  [ ${#lacking[@]} -gt 0 ] || return 0
  for tool in "${lacking[@]}"; do packages+=("${PACKAGE[$tool]}"); done
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    step "Installing ${packages[*]}" install_packages "${packages[@]}" || true
  fi
}

# Rust of the version that the workspace asks for, from rustup if need be.
need_rust() {
  local wanted have script
  [ ! -f "${CARGO_HOME:-$HOME/.cargo}/env" ] || . "${CARGO_HOME:-$HOME/.cargo}/env"
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "${root:?}/Cargo.toml" | sed -n 1p)
  if ! command -v cargo > /dev/null; then
    need curl
    script=$(mktemp)
    step 'Fetching rustup' curl -sSf --proto '=https' -o "$script" https://sh.rustup.rs
    step "Installing Rust for $(id -un)" sh "$script" -y --profile minimal -c rustfmt -c clippy
    rm -f "$script"
    . "${CARGO_HOME:-$HOME/.cargo}/env"
  fi
  have=$(cd "$root" && rustc --version | cut -d' ' -f2)
  if [ "$(printf '%s\n' "$wanted" "$have" | sort -V | sed -n 1p)" != "$wanted" ]; then
    command -v rustup > /dev/null || code=2 die "Rust $have is too old, $wanted is needed: https://rustup.rs"
    step "Updating Rust $have" rustup update stable
  fi
}
