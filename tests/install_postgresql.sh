#!/bin/sh
# Sees to it that there is a PostgreSQL for the tests of the database. Ends with 1, and says what to do, if not.
# The places are those of tests/real_postgresql.py.
set -eu

[ -n "${BLOTTER_TEST_POSTGRESQL:-}" ] && exit 0
command -v initdb >/dev/null && exit 0
for program in /usr/lib/postgresql/*/bin/initdb; do
    [ -x "$program" ] && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing PostgreSQL for the tests of the database"
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update >"$log" 2>&1 && apt-get install -y --no-install-recommends postgresql >>"$log" 2>&1; then
        rm -f "$log"
        exit 0
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
fi
echo "No PostgreSQL for the tests of the database. Install postgresql, or name a server: BLOTTER_TEST_POSTGRESQL=URL" >&2
exit 1
