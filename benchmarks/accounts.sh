#!/bin/sh
# Whether a page of accounts at the end costs what one at the beginning does, and whether listing and signing in get dearer with many
# accounts, on H2, PostgreSQL and MongoDB. See README.md beside this file.
# Usage: benchmarks/accounts.sh [ACCOUNTS]    100000 by default
set -eu

cd "$(dirname -- "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Building, then measuring: some minutes ..." >&2
mvn -B -pl bootstrap -am test -Dspotless.check.skip=true -Dtest=ManyAccountsBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest.jvm="-Xmx3g -Dsallyport.benchmark.accounts=${1-100000}" >"$log" 2>&1 || { tail -n 40 "$log" >&2 && exit 1; }
grep '^|' "$log"
