# What building and testing need on a machine. Sourced by ./run, ./test and ./bench, which define fail().

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

require_dotnet() {
  command -v dotnet > /dev/null ||
    fail "The .NET 10 SDK is missing. Get it at https://dotnet.microsoft.com/download/dotnet/10.0 (Debian, Ubuntu: apt-get install dotnet-sdk-10.0; Mac: brew install dotnet-sdk)."
  local answer
  # global.json asks for .NET 10, so this answers only where that is installed.
  if ! answer=$(cd "$root" && dotnet --version 2>&1); then
    echo "$answer" >&2
    fail "The .NET SDK that is installed can't build this: Broadsheet needs .NET 10 (https://dotnet.microsoft.com/download/dotnet/10.0)."
  fi
  # A built program looks for .NET where it is usually installed; this one may be elsewhere.
  if [ -z "${DOTNET_ROOT-}" ]; then
    DOTNET_ROOT=$(dotnet --list-runtimes | sed -n 's|^Microsoft\.NETCore\.App 10\..*\[\(.*\)/shared/.*|\1|p' | tail -n 1)
    export DOTNET_ROOT
  fi
}

require_node() {
  command -v node > /dev/null ||
    fail "Node.js is missing. Get version 20 or later at https://nodejs.org/en/download (Debian, Ubuntu: https://github.com/nodesource/distributions; Mac: brew install node)."
  local version
  version=$(node --version)
  version=${version#v}
  [ "${version%%.*}" -ge 20 ] ||
    fail "Node.js $version is too old: Broadsheet needs version 20 or later (https://nodejs.org/en/download)."
}

# Whether something listens on this port of the machine.
answers_on() {
  (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null || (exec 3<> "/dev/tcp/::1/$1") 2> /dev/null
}

find_chromium() {
  local candidate
  for candidate in "${SUITE_CHROMIUM-}" chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$candidate" ] || continue
    if chromium=$(command -v "$candidate"); then
      return 0
    fi
  done
  return 1
}

# Varnish and nginx stand where only root looks for programs.
find_proxies() {
  PATH=$PATH:/usr/local/sbin:/usr/sbin
  command -v nginx > /dev/null && command -v varnishd > /dev/null && [ -n "$(ls /usr/lib/*/varnish/vmods/libvmod_xkey.so /usr/lib/varnish/vmods/libvmod_xkey.so /opt/homebrew/lib/varnish/vmods/libvmod_xkey.so 2> /dev/null)" ]
}

# Chromium, PostgreSQL, the proxies that stand in front of nodes, and a program that reads feeds. As root on Debian or Ubuntu they are installed when they are missing.
require_test_tools() {
  local missing=
  find_chromium || missing=chromium
  find_postgres || missing="$missing postgresql"
  command -v newsboat > /dev/null || missing="$missing newsboat"
  find_proxies || missing="$missing nginx varnish varnish-modules"
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
    fail "Tests need what is missing here:$(printf ' %s' $missing). Debian, Ubuntu: apt-get install chromium postgresql nginx varnish varnish-modules newsboat; Mac: brew install --cask chromium; brew install postgresql@17 nginx varnish newsboat, and varnish-modules from source."
  fi
  echo "Installing$(printf ' %s' $missing) …"
  apt-get update -q > /dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing > /dev/null ||
    fail "apt-get could not install$(printf ' %s' $missing)."
  find_chromium && find_postgres && find_proxies || fail "Chromium, PostgreSQL, nginx or Varnish can't be found after installing$(printf ' %s' $missing)."
}

# What ./bench measures with and against. As root on Debian or Ubuntu they are installed when they are missing.
require_peers() {
  local missing= program
  for program in nginx wrk; do
    command -v "$program" > /dev/null || missing="$missing $program"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
    fail "This measurement needs what is missing here:$missing. Debian, Ubuntu: apt-get install$missing; Mac: brew install$missing."
  fi
  echo "Installing$missing …"
  apt-get update -q > /dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing > /dev/null || fail "apt-get could not install$missing."
}
