#!/usr/bin/env bash
# Runs the database tests on Debian's Postgres 15 with pgvector, then once more with the
# application connected through PgBouncer in transaction mode.
# Debian 12 carries no pgvector for Postgres 15, so it is built from Debian 13's source package.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
chmod 755 "$work"
port=54415
pooler_port=54416
stop() {
  [ -f "$work/pgbouncer.pid" ] && kill "$(cat "$work/pgbouncer.pid")" 2>/dev/null || true
  [ -d "$work/data" ] && as_nobody "$work/pg/bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
trap stop EXIT

echo "── Debian packages"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends postgresql-15 pgbouncer dpkg-dev gcc make libc6-dev >/dev/null

echo "── pgvector"
# The same archive that this machine already uses, asked for Debian 13's sources.
archive=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources | head -1)
key=$(sed -n 's/^Signed-By: *//p' /etc/apt/sources.list.d/debian.sources | head -1)
mkdir -p "$work/apt/lists/partial" "$work/src"
echo "deb-src [signed-by=$key] $archive trixie main" >"$work/apt/sources.list"
apt=(-o Dir::Etc::sourcelist="$work/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$work/apt/lists")
apt-get "${apt[@]}" update -qq
(cd "$work/src" && apt-get "${apt[@]}" source -qq --download-only pgvector >/dev/null && dpkg-source -x --no-check pgvector_*.dsc tree >/dev/null)
(cd "$work/src" && apt-get download -qq postgresql-server-dev-15 && dpkg -x postgresql-server-dev-15_*.deb dev)
# A private copy under the same relative layout: Postgres finds its files from where it stands.
mkdir -p "$work/root/usr/lib/postgresql" "$work/root/usr/share/postgresql"
cp -a /usr/lib/postgresql/15 "$work/root/usr/lib/postgresql/"
cp -a /usr/share/postgresql/15 "$work/root/usr/share/postgresql/"
cp -a "$work/src/dev/usr/." "$work/root/usr/"
ln -s "$work/root/usr/lib/postgresql/15" "$work/pg"
make -s -C "$work/src/tree" OPTFLAGS="" with_llvm=no PG_CONFIG="$work/pg/bin/pg_config" >/dev/null
make -s -C "$work/src/tree" with_llvm=no PG_CONFIG="$work/pg/bin/pg_config" install >/dev/null

echo "── Postgres 15 and PgBouncer"
mkdir "$work/data" && chown 65534:65534 "$work/data"
as_nobody "$work/pg/bin/initdb" -D "$work/data" -U postgres -A trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
as_nobody "$work/pg/bin/pg_ctl" -D "$work/data" -l "$work/data/log" -w \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200" start >/dev/null
cat >"$work/pgbouncer.ini" <<INI
[databases]
* = host=127.0.0.1 port=$port
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $pooler_port
auth_type = trust
auth_file = $work/users.txt
pool_mode = transaction
unix_socket_dir =
max_client_conn = 300
default_pool_size = 20
ignore_startup_parameters = extra_float_digits
pidfile = $work/pgbouncer.pid
logfile = $work/pgbouncer.log
INI
echo '"app_api" ""' >"$work/users.txt"
chown -R 65534:65534 "$work/users.txt" "$work/pgbouncer.ini"
touch "$work/pgbouncer.pid" "$work/pgbouncer.log" && chown 65534:65534 "$work/pgbouncer.pid" "$work/pgbouncer.log"

export TEST_DATABASE_URL="postgres://postgres@127.0.0.1:$port/postgres"
echo "── database tests, Postgres 15 with pgvector"
npm test -- --only db

echo "── database tests, through PgBouncer in transaction mode"
rm "$work/pgbouncer.pid"
chmod 777 "$work"
as_nobody /usr/sbin/pgbouncer -q -d "$work/pgbouncer.ini"
for _ in $(seq 50); do
  (exec 3<>"/dev/tcp/127.0.0.1/$pooler_port") 2>/dev/null && break
  sleep 0.2
done
TEST_POOLER_URL="postgres://app_api@127.0.0.1:$pooler_port/postgres" npm test -- --only db || { cat "$work/pgbouncer.log"; exit 1; }
