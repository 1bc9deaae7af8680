# shellcheck shell=bash
# A PostgreSQL server for one run of the tests: in a folder of its own, on the loopback, as an ordinary user.
# It is sourced after common.sh.

postgres_folder=
postgres_pid=

# Prints the folder of the server's programs.
postgres_programs() {
  local folder
  for folder in $(command -v pg_config >/dev/null && pg_config --bindir) \
    $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
      printf '%s\n' "$folder"
      return 0
    fi
  done
  return 1
}

# PostgreSQL refuses to run as root; Debian's package brings a user for it.
as_ordinary_user() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && exec su postgres -s /bin/sh -c 'exec "$@"' -- sh "$@")
  else
    "$@"
  fi
}

# Starts the server and sets ENTENTE_TEST_POSTGRES. Call stop_postgres at the end, whatever happens.
start_postgres() {
  local programs port try
  programs=$(postgres_programs) || fail "PostgreSQL's programs initdb and postgres are not to be found."
  postgres_folder=$(mktemp -d /tmp/entente-postgres.XXXXXX)
  [ "$(id -u)" -ne 0 ] || chown postgres "$postgres_folder"
  as_ordinary_user "$programs/initdb" -D "$postgres_folder/data" -A trust -U postgres -E UTF8 \
    --locale=C.UTF-8 --no-sync >"$postgres_folder.log" 2>&1 || postgres_failed
  for try in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    # Whatever is on the disk when the server stops is thrown away, so it need not be forced there.
    if as_ordinary_user "$programs/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/log" -w -s start \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" \
      </dev/null >>"$postgres_folder.log" 2>&1; then
      postgres_pid=$(head -n 1 "$postgres_folder/data/postmaster.pid")
      export ENTENTE_TEST_POSTGRES="postgres://postgres@127.0.0.1:$port/postgres"
      say "PostgreSQL for the tests: $ENTENTE_TEST_POSTGRES (process $postgres_pid)"
      return 0
    fi
    say "PostgreSQL did not start on port $port (try $try of 5)"
  done
  postgres_failed
}

postgres_failed() {
  cat "$postgres_folder.log" "$postgres_folder/log" >&2 || true
  fail "PostgreSQL for the tests did not start; its own words are above."
}

stop_postgres() {
  if [ -n "$postgres_pid" ] && kill -INT "$postgres_pid" 2>/dev/null; then
    for _ in $(seq 100); do
      kill -0 "$postgres_pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -QUIT "$postgres_pid" 2>/dev/null && sleep 1
  fi
  postgres_pid=
  [ -z "$postgres_folder" ] || rm -rf "$postgres_folder" "$postgres_folder.log"
}
