# A PostgreSQL server of one's own that forgets everything. Sourced by ./test and ./bench, which define fail().
# It listens on a socket in its own folder, so it meets no other server. start_postgres sets postgres_address.
# “start_postgres FOLDER” keeps the data there for the next time.

postgres_folder=
postgres_data=
postgres_address=
postgres_programs=

find_postgres() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -t / -k 5 -n -r) /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do
    if [ -x "$folder/initdb" ]; then
      postgres_programs=$folder
      return 0
    fi
  done
  folder=$(command -v initdb) || return 1
  postgres_programs=$(dirname "$folder")
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
  elif id postgres > /dev/null 2>&1; then
    (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@")
  else
    (cd / && setpriv --reuid=nobody --regid=nogroup --clear-groups -- "$@")
  fi
}

start_postgres() {
  find_postgres || fail "PostgreSQL is missing."
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/broadsheet-pg.XXXXXX")
  postgres_data=${1:-$postgres_folder}/data
  if [ $# -gt 0 ]; then
    mkdir -p "$1"
    forget_other_version
  fi
  if [ "$(id -u)" -eq 0 ]; then
    chown "$(as_postgres id -u)" "$postgres_folder" "$(dirname "$postgres_data")"
    chmod 755 "$postgres_folder"
  fi
  [ -d "$postgres_data" ] || make_postgres
  as_postgres "$postgres_programs/pg_ctl" start --pgdata "$postgres_data" --wait --silent --log "$postgres_data/log" --options \
    "-c listen_addresses='' -c unix_socket_directories='$postgres_folder' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=4GB" ||
    { cat "$postgres_data/log" >&2; fail "A PostgreSQL server can't be started."; }
  postgres_address="Host=$postgres_folder;Username=broadsheet"
}

make_postgres() {
  local locale=C.UTF-8
  [ "$(uname -s)" = Linux ] || locale=en_US.UTF-8
  as_postgres "$postgres_programs/initdb" --pgdata "$postgres_data" --auth trust --username broadsheet --encoding UTF8 --locale "$locale" --no-sync > "$postgres_folder/initdb.log" 2>&1 ||
    { cat "$postgres_folder/initdb.log" >&2; fail "A PostgreSQL server can't be made."; }
}

# The programs of one version can't read the data of another.
forget_other_version() {
  local version
  version=$("$postgres_programs/postgres" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
  [ ! -d "$postgres_data" ] || [ "$(cat "$postgres_data/PG_VERSION")" = "$version" ] || rm -rf "$postgres_data"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  if [ -f "$postgres_data/postmaster.pid" ]; then
    local mode=immediate
    [ "$postgres_data" = "$postgres_folder/data" ] || mode=fast
    as_postgres "$postgres_programs/pg_ctl" stop --pgdata "$postgres_data" --mode "$mode" --silent || true
  fi
  rm -rf "$postgres_folder"
  postgres_folder=
}
