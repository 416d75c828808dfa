# A PostgreSQL server of one's own that forgets everything. Sourced by ./test and ./bench, which define fail().
# It listens on a socket in its own folder, so it meets no other server. start_postgres sets postgres_address.

postgres_folder=
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
  if [ "$(id -u)" -eq 0 ]; then
    chown "$(as_postgres id -u)" "$postgres_folder"
    chmod 755 "$postgres_folder"
  fi
  local locale=C.UTF-8
  [ "$(uname -s)" = Linux ] || locale=en_US.UTF-8
  as_postgres "$postgres_programs/initdb" --pgdata "$postgres_folder/data" --auth trust --username broadsheet --encoding UTF8 --locale "$locale" --no-sync > "$postgres_folder/initdb.log" 2>&1 ||
    { cat "$postgres_folder/initdb.log" >&2; fail "A PostgreSQL server for the tests can't be made."; }
  as_postgres "$postgres_programs/pg_ctl" start --pgdata "$postgres_folder/data" --wait --silent --log "$postgres_folder/data/log" --options \
    "-c listen_addresses='' -c unix_socket_directories='$postgres_folder' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=4GB" ||
    { cat "$postgres_folder/data/log" >&2; fail "A PostgreSQL server for the tests can't be started."; }
  postgres_address="Host=$postgres_folder;Username=broadsheet"
}

stop_postgres() {
  [ -n "$postgres_folder" ] || return 0
  if [ -f "$postgres_folder/data/postmaster.pid" ]; then
    as_postgres "$postgres_programs/pg_ctl" stop --pgdata "$postgres_folder/data" --mode immediate --silent || true
  fi
  rm -rf "$postgres_folder"
  postgres_folder=
}
