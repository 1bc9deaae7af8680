# shellcheck shell=bash
# What ./run, ./test and .ci/run share. It is sourced, from the root of the project.

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$@"
  exit 1
}

# Packages that are missing, each with the reason: `need PACKAGE WHY PROBE…` asks for PACKAGE unless the probe succeeds.
missing=()
reasons=()
need() {
  local package=$1 why=$2
  shift 2
  if ! "$@" >/dev/null 2>&1; then
    missing+=("$package")
    reasons+=("  $package: $why")
  fi
}

# Installs what `need` found missing, with apt, and says what and why. Nothing is asked of the network otherwise.
install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Missing, and needed:"
  printf '%s\n' "${reasons[@]}" >&2
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Ask an administrator for: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  command -v apt-get >/dev/null ||
    fail "There is no apt-get here. Install what these Debian packages hold, then start again: ${missing[*]}"
  say "Installing with: ${as_root[*]} apt-get install ${missing[*]}"
  {
    "${as_root[@]}" apt-get update -q &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
  } >&2 </dev/null ||
    fail "That did not succeed. With a network connection, run: apt-get install ${missing[*]}"
  missing=()
  reasons=()
}

# Swift itself comes from swift.org, not from Debian.
need_swift() {
  local version
  command -v swift >/dev/null || fail "Swift is missing. Install Swift 6.3 or later: https://www.swift.org/install/linux/"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  local major minor
  read -r major minor <<<"${version:-0 0}"
  if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 3 ]; }; then
    fail "Swift 6.3 or later is needed, and this is $major.$minor: https://www.swift.org/install/linux/"
  fi
}

# What the program is built with.
need_libraries() {
  need pkg-config "finds the libraries below for the build" command -v pkg-config
  need libsqlite3-dev "SQLite, the store in one file" pkg-config --exists sqlite3
  need libpq-dev "the way to PostgreSQL" pkg-config --exists libpq
}
